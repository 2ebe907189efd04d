"""What is asked of the registries: a citation that the dataset does not hold, field by field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ...notation import identifiers
from ..article.blocks import Article, Entry
from ..article.citations import Cited
from ..article.listed import Listed, divisions
from ..article.names import Names
from ..article.printed import place_of
from ..article.sentences import Sentence, sentences_of
from ..article.topics import named_in
from ..findings import Finding
from ..holding import without_others

LONGEST_TITLE = 1000
"""Characters of a title that are looked at: what is longer is no title."""
MOST_AUTHORS = 300
"""Authors of an entry that are looked at."""


class Question(NamedTuple):
    """A citation as it stands: its text and its fields, which `typed` tells were read out of a line, perhaps wrongly.

    Authors are written "Family, Given"; the numbers are such as can be asked for, or empty. `beside` is what a text
    cites right before a number that stands alone.
    """

    text: str
    entry: Entry
    typed: bool = False
    beside: str = ""

    @property
    def year(self) -> int:
        """The year, 0 where none is given."""
        return int(self.entry.year) if self.entry.year.isdigit() else 0

    @property
    def bare(self) -> bool:
        """Whether nothing but a number is given."""
        return not (self.entry.title or self.entry.authors or self.entry.journal)


class Asked(NamedTuple):
    """A question, and the findings of an audit, by their place, that wait for its answer."""

    question: Question
    citation: int | None
    numbers: tuple[int, ...]


def asked(article: Article, names: Names, findings: Iterable[Finding]) -> Iterator[Asked]:
    """Yield what is to be asked of an article: each citation with a title or place, and each number, not known here."""
    waiting: dict[tuple[str, int, str], int] = {}
    numbers: dict[tuple[str, int], list[int]] = {}
    told = list(findings)
    beside: dict[int, str] = {}
    for place, finding in enumerate(told):
        if finding.verdict == "unknown" and finding.kind == "citation":
            waiting.setdefault((finding.file, finding.line, finding.text), place)
        elif finding.verdict == "unknown" and finding.kind == "identifier" and number_of(finding.text):
            numbers.setdefault((finding.file, finding.line), []).append(place)
    for part in (article, *article.beside) if waiting else ():
        for sentence in sentences_of(part, named_in(part, names)):
            entry, cited = sentence.block.entry, sentence.listed
            if entry is None and cited is None:
                beside.update(_beside(sentence, part.name, told, numbers, waiting))
                continue
            start, end = (cited.start, cited.end) if cited else (0, len(sentence.plain))
            line = sentence.line(start)
            found = waiting.pop((part.name, line, sentence.text[start:end]), None)
            if found is None:
                continue
            its_numbers = tuple(numbers.pop((part.name, line), ())) if cited else ()
            if entry:
                question = of_entry(entry, sentence.text)
            elif cited:
                question = of_line(sentence.typed, cited, sentence.text)
            yield Asked(question, found, its_numbers)
    for places in numbers.values():
        for place in places:
            number = number_of(told[place].text)
            if number:
                own = {number.kind: number.value}
                entry = Entry("", doi=own.get("DOI", ""), pmid=own.get("PMID", ""), pmcid=own.get("PMCID", ""))
                question = Question(told[place].text, entry, beside=beside.get(place, ""))
                yield Asked(question, None, (place,))


BESIDE = 40
"""Characters behind a citation up to which a number in a text is taken for its own."""
_OTHER = re.compile(r"[;.]\s(?!PMID|PMC|doi|DOI|http)|\b(?:and|but|while|whereas|see)\b")


def _beside(
    sentence: Sentence, file: str, told: Sequence[Finding], numbers: Mapping[tuple[str, int], Sequence[int]],
    citations: Iterable[tuple[str, int, str]],
) -> Iterator[tuple[int, str]]:  # fmt: skip
    """Yield the numbers of a sentence that stand behind a citation, by their place among the findings, with that."""
    for name, line, text in citations:
        start = sentence.text.find(text) if name == file else -1
        if start < 0 or sentence.line(start) != line:
            continue
        rest = sentence.text[start + len(text) :]
        for place in numbers.get((file, line), ()):
            between = rest.find(told[place].text)
            if 0 <= between <= BESIDE and not _OTHER.search(rest[:between]):
                yield place, text


def number_of(text: str) -> identifiers.Number | None:
    """Return the DOI, PMID or PMCID that a text is."""
    number = identifiers.parse(text)
    return number if number and number.kind != "CAS RN" else None


def of_entry(entry: Entry, text: str) -> Question:
    """Return what an entry of a bibliography asks."""
    entry = without_others(entry)
    own = entry._replace(
        authors=entry.authors[:MOST_AUTHORS],
        more_authors=entry.more_authors or len(entry.authors) > MOST_AUTHORS,
        title=entry.title[:LONGEST_TITLE],
        journal=entry.journal[:LONGEST_TITLE],
        volume=entry.volume.strip(),
        issue=entry.issue.strip(),
        page=_first_page(entry.page),
        doi=identifiers.doi(entry.doi) if entry.doi.startswith("10.") else "",
        pmid=entry.pmid if re.fullmatch(identifiers.PMID, entry.pmid) else "",
        pmcid=entry.pmcid.upper(),
    )
    return Question(text, own)


def _first_page(page: str) -> str:
    return re.sub(r"\s*[-–—]+\s*", "-", page.strip())[:60]


# -- lines as people type them ---------------------------------------------------------------------------------------


def of_line(line: Listed | None, cited: Cited, text: str) -> Question:
    """Return what a line of a reference list asks; of one in no style that is known only the author, year and place."""
    if line is None:
        place = place_of(text)
        number = numbers_in(text)
        families = tuple(f"{family}," for family in cited.families)
        entry = Entry("", families, True, str(cited.year or ""), volume=place.volume, issue=place.issue,
                      page=place.page, doi=number.get("doi", ""), pmid=number.get("pmid", ""))  # fmt: skip
        return Question(text, entry, typed=True)
    entry = line.entry
    if not entry.title:
        title, journal = next(divisions(line.body), (line.body, ""))
        entry = entry._replace(title=title, journal=journal)
    return of_entry(entry, text)._replace(typed=True)


def numbers_in(text: str) -> dict[str, str]:
    """Return the DOI and the PMID in a line, by the names of their fields."""
    doi, pmid = identifiers.doi_in(text), re.search(r"\bPMID\W{0,3}(\d{4,9})", text)
    found = {"doi": identifiers.doi(doi), "pmid": pmid[1] if pmid else ""}
    return {name: value for name, value in found.items() if value}
