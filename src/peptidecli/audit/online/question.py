"""What is asked of the registries: a citation that the dataset does not hold, field by field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...notation import identifiers
from ..article.blocks import Article, Entry
from ..article.names import Names
from ..article.printed import place_of, years_of
from ..article.sentences import Sentence, named_in, sentences_of
from ..findings import Finding

LONGEST_TITLE = 1000
"""Characters of a title that are looked at: what is longer is no title."""
MOST_AUTHORS = 300
"""Authors of an entry that are looked at."""


class Question(NamedTuple):
    """A citation as it stands; what is not given is empty, or 0 for the year.

    `text` is the whole as it stands; `typed` tells that the fields were read out of a line and may be cut wrongly.
    `authors` are written "Family, Given"; `more` tells that there are others (`et al.`).
    """

    text: str
    authors: tuple[str, ...] = ()
    more: bool = False
    year: int = 0
    title: str = ""
    journal: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    typed: bool = False

    @property
    def bare(self) -> bool:
        """Whether nothing but a number is given."""
        return not (self.title or self.authors or self.journal)


class Asked(NamedTuple):
    """A question, and the findings of an audit, by their place, that wait for its answer."""

    question: Question
    citation: int | None
    numbers: tuple[int, ...]


def asked(article: Article, names: Names, findings: Iterable[Finding]) -> Iterator[Asked]:
    """Yield what is to be asked of an article: each citation with a title or place, and each number, not known here."""
    waiting: dict[tuple[int, str], int] = {}
    numbers: dict[int, list[int]] = {}
    listed = list(findings)
    for place, finding in enumerate(listed):
        if finding.verdict == "unknown" and finding.kind == "citation":
            waiting.setdefault((finding.line, finding.text), place)
        elif finding.verdict == "unknown" and finding.kind == "identifier" and number_of(finding.text):
            numbers.setdefault(finding.line, []).append(place)
    if waiting:
        for sentence in sentences_of(article, named_in(article, names)):
            entry, cited = sentence.block.entry, sentence.listed
            if not (entry or cited):
                continue
            start, end = (0, len(sentence.plain)) if cited is None else (cited.start, cited.end)
            found = waiting.pop((sentence.line(start), sentence.text[start:end]), None)
            if found is None:
                continue
            beside = tuple(numbers.pop(sentence.line(start), ())) if cited else ()
            yield Asked(of_entry(entry, sentence.text) if entry else of_line(sentence), found, beside)
    for places in numbers.values():
        for place in places:
            number = number_of(listed[place].text)
            if number:
                own = {number.kind: number.value}
                question = Question(listed[place].text, doi=own.get("DOI", ""), pmid=own.get("PMID", ""),
                                    pmcid=own.get("PMCID", ""))  # fmt: skip
                yield Asked(question, None, (place,))


def number_of(text: str) -> identifiers.Number | None:
    """Return the DOI, PMID or PMCID that a text is."""
    number = identifiers.parse(text)
    return number if number and number.kind != "CAS RN" else None


def of_entry(entry: Entry, text: str) -> Question:
    """Return what an entry of a bibliography asks."""
    return Question(
        text=text,
        authors=entry.authors[:MOST_AUTHORS],
        more=entry.more_authors or len(entry.authors) > MOST_AUTHORS,
        year=int(entry.year) if entry.year.isdigit() else 0,
        title=entry.title[:LONGEST_TITLE],
        journal=entry.journal[:LONGEST_TITLE],
        volume=entry.volume.strip(),
        issue=entry.issue.strip(),
        page=_first_page(entry.page),
        doi=identifiers.doi(entry.doi) if entry.doi.startswith("10.") else "",
        pmid=entry.pmid if re.fullmatch(identifiers.PMID, entry.pmid) else "",
        pmcid=entry.pmcid.upper(),
    )


def _first_page(page: str) -> str:
    return re.sub(r"\s*[-–—]+\s*", "-", page.strip())[:60]


# -- lines as people type them ---------------------------------------------------------------------------------------

_UP = r"[^\W\d_a-zа-яё]"
_FAMILY = (
    rf"(?:(?:[vV]an|[vV]on|[dD]e|[dD]er|[dD]en|[dD]i|[lL]a|[lL]e)\s+){{0,2}}{_UP}[^\W\d_]*(?:['’\-\s]{_UP}[^\W\d_]+)*"
)
_INITIAL = rf"{_UP}[a-zа-я]?\.(?:\s?-?{_UP}[a-zа-я]?\.){{0,3}}|{_UP}{{1,4}}(?![^\W\d_])"
_AUTHOR = re.compile(rf"(?P<family>{_FAMILY}),?\s+(?P<initials>{_INITIAL})(?![^\W\d_])")
_BETWEEN = re.compile(r"\s*(?:[,;]\s*(?:&|and\b|и\b)?|&|and\b|и\b)\s*")
_OTHERS = re.compile(r"[,;\s]*(?:(?:et\.?\s+al\b|and\s+others\b|и\s+(?:др|соавт)\b)\.?|\.{3}|…)", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:(?:[-*+•‣–]|\[?\^?\d{1,4}\]?[.):]{0,2}|\[\^[\w.-]{1,60}\]:?)\s+|\^\s*)?")
_YEAR = re.compile(
    r"[\s.,:;]*(?:\((?P<a>(?:18|19|20)\d\d)[a-z]?[^)]{0,16}\)|(?P<b>(?:18|19|20)\d\d)[a-z]?(?=[.,:]))[.,:;]?\s*"
)
_NUMBERS = re.compile(
    r"[\s\[(]*(?:\bdoi\b\s*:?|https?://|\bPMC?ID\b|\bPMC\d|\bEPub\b|\bAvailable\b|10\.\d{4,9}/).*$", re.IGNORECASE
)
_DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>]+")
_PMID = re.compile(
    r"(?:PMID[:\s]{0,3}|pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/)(\d{5,9})", re.IGNORECASE
)
_PMCID = re.compile(r"\bPMC\d{4,9}\b", re.IGNORECASE)
_END = re.compile(r"\s*//\s*|(?<![\s.]\w)[.?!][\"'”»]?\s+(?=[\"'“«]?[^\W\d_a-zа-яё])|[\"”»],?\s+(?=[^\W\d_a-zа-яё])")
_JOURNAL = re.compile(
    r"\s*(?P<journal>[^\W\d_][^\d;]{1,120}?)[\s.,:;(–—-]*(?=\b(?:18|19|20)\d\d\b|\b\d|\b(?:[Vv]ol|Т|T|V)\.\s*\d|$)"
)
_VOLUME = re.compile(r"(?:\b[Vv]ol(?:ume)?|\bТ|\bT|\bV)\.?\s*(\d{1,4})\b")
_ISSUE = re.compile(r"(?:\b[Nn]o|\b[Ii]ss(?:ue)?|№|\bN)\.?\s*(\d{1,4})\b")
_PAGE = re.compile(r"(?:\bС|\bC|\bP|\bp{1,2}|\b[Pp]ages)\.?\s*([A-Za-z]?\d{1,6}(?:\s*[-–—]\s*[A-Za-z]?\d{1,6})?)")
_SPAN = re.compile(r"[:,]\s?([A-Za-z]{0,3}\d[\d.]{0,8}\s?[-–—]\s?[A-Za-z]?\d{1,6})")


def of_line(sentence: Sentence) -> Question:
    """Return what a line of a reference list asks."""
    return typed(sentence.text)


def typed(text: str) -> Question:
    """Return the fields of a reference as people type it: Vancouver, APA, GOST R 7.0.5 and what is like them."""
    doi, pmid, pmcid = _DOI.search(text), _PMID.search(text), _PMCID.search(text)
    line = _NUMBERS.sub("", " ".join(_BULLET.sub("", text, count=1).split()))
    authors, more, at = _authors(line)
    year = _YEAR.match(line, at)
    at = year.end() if year else at
    rest = line[at:].lstrip(" .,:;\"'“«")
    end = _END.search(rest, min(len(rest), 12))
    title = (rest[: end.start()] if end else rest).strip(" .,\"'“”«»")[:LONGEST_TITLE]
    behind = rest[end.end() :] if end else ""
    journal = _JOURNAL.match(behind)
    place = place_of(behind) if behind else place_of(rest)
    years = years_of(behind) or years_of(line)
    told = int(year["a"] or year["b"]) if year else place.year or (years[0] if years else 0)
    volume, issue = _VOLUME.search(behind), _ISSUE.search(behind)
    page, span = _PAGE.search(behind), _SPAN.search(behind)
    first = place.page or (page[1] if page else "")
    if span and span[1].replace(" ", "").startswith(first):
        first = span[1]
    return Question(
        text=text,
        authors=authors,
        more=more,
        year=told,
        title=title,
        journal=journal["journal"].strip(" .,–—-") if journal else "",
        volume=place.volume or (volume[1] if volume else ""),
        issue=place.issue or (issue[1] if issue else ""),
        page=_first_page(first.replace(" ", "")),
        doi=identifiers.doi(doi[0]) if doi else "",
        pmid=pmid[1] if pmid else "",
        pmcid=pmcid[0].upper() if pmcid else "",
        typed=True,
    )


def _authors(line: str) -> tuple[tuple[str, ...], bool, int]:
    """Return the authors at the beginning of a line, whether there are others, and where they end."""
    found: list[str] = []
    at = 0
    while len(found) < MOST_AUTHORS:
        hit = _AUTHOR.match(line, at)
        if not hit:
            break
        initials = " ".join(f"{letter}." for letter in re.findall(_UP, hit["initials"]))
        found.append(f"{hit['family']}, {initials}")
        at = hit.end()
        between = _BETWEEN.match(line, at)
        if not between or not _AUTHOR.match(line, between.end()):
            break
        at = between.end()
    others = _OTHERS.match(line, at) if found else None
    return tuple(found), bool(others), others.end() if others else at
