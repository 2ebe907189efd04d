"""PubMed by NCBI's E-utilities: EFetch for records by number, ESearch for numbers by words, ECitMatch by place.

ESummary is not asked: EFetch says the same and more (given names, both dates, what has become of a work), as many
records a call, and what it answered is kept for every command.

Written after "The E-utilities In-Depth: Parameters, Syntax and More" (NBK25499) and "A General Introduction to the
E-utilities" (NBK25497): tool and email with every call, at most 200 numbers each, ESearch in pages.
"""

from __future__ import annotations

import contextlib
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from ..dataset.model import Standing
from ..errors import RegistryError
from ..intake.paper import DESIGNS, Change, Paper, language_of, name_of, number, pages, tidy, title_of, year_of
from .client import Client

AT_ONCE = 200
"""Numbers in one call, as the documentation has it."""

FIRST = 10_000
"""Of a search in PubMed no more than the first ten thousand numbers can be had."""

Watch = Callable[[int], None]
"""Is told how many more records have been answered."""

_CHANGES: dict[str, Standing] = {
    "RetractionIn": "retracted",
    "ExpressionOfConcernIn": "expression-of-concern",
    "ErratumIn": "corrected",
    "CorrectedandRepublishedIn": "corrected",
}
_SPECIES = {"Humans": "human", "Rats": "rat", "Mice": "mouse", "Rabbits": "rabbit", "Dogs": "dog", "Cats": "cat",
            "Guinea Pigs": "guinea pig", "Macaca mulatta": "rhesus monkey", "Zebrafish": "zebrafish"}  # fmt: skip


def _common(client: Client) -> dict[str, str]:
    parameters = {"db": "pubmed", "tool": "peptidecli"}
    if client.mailto:
        parameters["email"] = client.mailto
    if client.key:
        parameters["api_key"] = client.key
    return parameters


def fetch(client: Client, numbers: Iterable[str], watch: Watch | None = None) -> dict[str, Paper | None]:
    """Return the papers of PubMed numbers, None for a number that PubMed does not have."""
    wanted = list(dict.fromkeys(numbers))
    found: dict[str, Paper | None] = {}
    for value in wanted:
        kept = client.kept("pubmed", value)
        if kept is not None:
            with contextlib.suppress(ET.ParseError, RecursionError):  # else it is asked for again
                found[value] = _paper(ET.fromstring(kept)) if kept else None
    missing = [value for value in wanted if value not in found]
    if watch and found:
        watch(len(found))
    for start in range(0, len(missing), AT_ONCE):
        part = missing[start : start + AT_ONCE]
        parameters = _common(client) | {"id": ",".join(part), "retmode": "xml"}
        articles = client.asked("PubMed", "efetch.fcgi", parameters, _articles, post=len(part) > 50) or {}
        for value in part:
            article = articles.get(value)
            client.keep("pubmed", value, article.text if article else "")
            found[value] = article.paper if article else None
        if watch:
            watch(len(part))
    return found


class _Article(NamedTuple):
    """An article of an answer as it stands there, and as a paper."""

    text: str
    paper: Paper


def _articles(text: str) -> dict[str, _Article]:
    """Return the articles of an answer by number; raise ValueError where it is none of EFetch's."""
    try:
        root = ET.fromstring(text)
    except ET.ParseError as error:
        raise ValueError(f"broken XML ({error})") from error
    if root.tag != "PubmedArticleSet":
        said = " ".join(" ".join(root.itertext()).split())
        if "cannot get document summary" in said.lower() or "empty" in said.lower():
            return {}
        raise ValueError(said[:120] or f"<{root.tag}>")
    found = [*root.findall("PubmedArticle"), *root.findall("PubmedBookArticle")]
    return {
        tidy(one.findtext("MedlineCitation/PMID") or one.findtext("BookDocument/PMID")) or "": _Article(
            ET.tostring(one, "unicode"), _paper(one)
        )
        for one in found
    }


class Numbers(NamedTuple):
    """What a search finds: how many in all, and the numbers that were asked for."""

    total: int
    numbers: tuple[str, ...]


def search(client: Client, term: str, since: str, most: int) -> Numbers:
    """Return the numbers of papers that entered PubMed since a day (YYYY/MM/DD), at most `most`, the newest first."""
    found: list[str] = []
    total = 0
    while True:
        size = min(AT_ONCE, most - len(found), FIRST - len(found))
        parameters = _common(client) | {
            "term": term, "datetype": "edat", "mindate": since, "maxdate": "3000", "retmode": "json",
            "retstart": str(len(found)), "retmax": str(size), "sort": "date",
        }  # fmt: skip
        answer = client.asked("PubMed", "esearch.fcgi", parameters, _search_result, post=len(term) > 1000)
        if answer is None:
            raise RegistryError("PubMed's ESearch is not where it was (404)")
        total, page = answer
        found += page
        if not page or len(found) >= min(total, most, FIRST):
            return Numbers(total, tuple(dict.fromkeys(found)))


def find(client: Client, term: str, most: int = 10) -> Numbers:
    """Return the numbers of the papers that a term in PubMed's own syntax finds, the best fit first, at most `most`."""
    kept = client.kept("pubmed-find", f"{most} {term}")
    if kept is None:
        parameters = _common(client) | {"term": term, "retmode": "json", "retmax": str(most), "sort": "relevance"}
        answer = client.asked("PubMed", "esearch.fcgi", parameters, _search_result, post=len(term) > 1000)
        if answer is None:
            raise RegistryError("PubMed's ESearch is not where it was (404)")
        kept = " ".join((str(answer[0]), *answer[1]))
        client.keep("pubmed-find", f"{most} {term}", kept)
    total, *numbers = kept.split()
    return Numbers(int(total), tuple(numbers))


class Place(NamedTuple):
    """Where a paper was printed, as ECitMatch takes it; what is not known is empty."""

    journal: str
    year: str
    volume: str
    page: str
    author: str


TOGETHER = 100
"""Places in one call of ECitMatch."""


def at(client: Client, places: Sequence[Place], watch: Watch | None = None) -> list[str | None]:
    """Return the number of the paper at each place, None where PubMed knows none there or several."""
    found: dict[Place, str] = {}
    for place in places:
        kept = client.kept("pubmed-at", "|".join(place))
        if kept is not None:
            found[place] = kept
    missing = [place for place in dict.fromkeys(places) if place not in found]
    for start in range(0, len(missing), TOGETHER):
        part = missing[start : start + TOGETHER]
        lines = ["|".join((*(_bare(field) for field in place), f"k{i}", "")) for i, place in enumerate(part)]
        parameters = _common(client) | {"retmode": "xml", "bdata": "\r".join(lines)}
        matched = client.asked("PubMed", "ecitmatch.cgi", parameters, _matched, post=len(part) > 10)
        if matched is None:
            raise RegistryError("PubMed's ECitMatch is not where it was (404)")
        for i, place in enumerate(part):
            found[place] = matched.get(f"k{i}", "")
            client.keep("pubmed-at", "|".join(place), found[place])
        if watch:
            watch(len(part))
    return [found[place] or None for place in places]


def _bare(field: str) -> str:
    return " ".join(field.replace("|", " ").split())[:200]


def _matched(text: str) -> dict[str, str]:
    """Return the numbers in an answer of ECitMatch by key; raise ValueError where it is none."""
    found: dict[str, str] = {}
    for line in filter(None, map(str.strip, re.split(r"[\r\n]+", text))):
        fields = line.split("|")
        if len(fields) < 7:
            raise ValueError(line[:120])
        number_found = fields[-1].strip()
        found[fields[5].strip()] = number_found if re.fullmatch(r"[1-9]\d{0,8}", number_found) else ""
    return found


def _search_result(text: str) -> tuple[int, list[str]]:
    import json  # noqa: PLC0415

    # Its JSON has been seen with raw control characters in the echo of the question.
    found = json.loads(text, strict=False)
    result = found.get("esearchresult") if isinstance(found, dict) else None
    if not isinstance(result, dict) or "count" not in result:
        said = result.get("ERROR") if isinstance(result, dict) else None
        raise ValueError(str(said or "no esearchresult")[:120])
    numbers = result.get("idlist") or ()
    if not isinstance(numbers, list | tuple):
        raise ValueError("its numbers are no list")
    return int(result["count"]), [key for key in map(str, numbers) if re.fullmatch(r"\d{1,9}", key)]


def _paper(article: ET.Element) -> Paper:
    citation = article.find("MedlineCitation")
    work = citation.find("Article") if citation is not None else None
    book = article.find("BookDocument")
    if book is not None:
        return _chapter(article, book)
    if citation is None or work is None:
        return Paper(trace="PubMed")
    pmid = tidy(citation.findtext("PMID"))
    ids = {item.get("IdType"): tidy(item.text) for item in article.findall("PubmedData/ArticleIdList/ArticleId")}
    issue = work.find("Journal/JournalIssue")
    date = [part.text or "" for part in issue.findall("PubDate/*")] if issue is not None else []
    told = (year_of(" ".join(date)), year_of(work.findtext("ArticleDate/Year")))
    years = tuple(dict.fromkeys(year for year in told if year))
    authors = work.find("AuthorList")
    first, last = work.findtext("Pagination/StartPage"), work.findtext("Pagination/EndPage")
    page = work.findtext("Pagination/MedlinePgn") or (f"{first}-{last}" if first and last else first)
    kinds = [tidy(kind.text) or "" for kind in work.findall("PublicationTypeList/PublicationType")]
    mesh = [tidy(term.text) or "" for term in citation.findall("MeshHeadingList/MeshHeading/DescriptorName")]
    located = [item.text for item in work.findall("ELocationID") if item.get("EIdType") == "doi"]
    return Paper(
        trace="PubMed",
        where=f"pubmed.ncbi.nlm.nih.gov/{pmid}/",
        title=title_of(_text(work.find("ArticleTitle")) or _text(work.find("VernacularTitle"))),
        original_title=title_of(_text(work.find("VernacularTitle"))),
        author=tuple(name for author in work.findall("AuthorList/Author") if (name := _author(author))),
        author_complete=authors is None or authors.get("CompleteYN", "Y") == "Y",
        issued=next(iter(years), None),
        years=years,
        container_title=tidy(work.findtext("Journal/Title")),
        journals=tuple(
            name
            for name in (
                tidy(work.findtext("Journal/ISOAbbreviation")),
                tidy(citation.findtext("MedlineJournalInfo/MedlineTA")),
            )
            if name
        ),
        volume=tidy(issue.findtext("Volume")) if issue is not None else None,
        issue=tidy(issue.findtext("Issue")) if issue is not None else None,
        page=pages(page),
        doi=number("DOI", ids.get("doi") or (located[0] if located else None)),
        pmid=pmid,
        pmcid=number("PMCID", ids.get("pmc")),
        language=language_of(work.findtext("Language")),
        species=tuple(dict.fromkeys(_SPECIES[term] for term in mesh if term in _SPECIES)),
        designs=tuple(dict.fromkeys(DESIGNS[kind] for kind in kinds if kind in DESIGNS)),
        changes=tuple(_changes(citation, kinds)),
        abstract=" ".join(_text(part) for part in work.findall("Abstract/AbstractText")),
    )


def _chapter(article: ET.Element, book: ET.Element) -> Paper:
    """Return a chapter, or a whole book, as PubMed has those of the NCBI Bookshelf."""
    pmid, whole = tidy(book.findtext("PMID")), _text(book.find("Book/BookTitle"))
    ids = {item.get("IdType"): tidy(item.text) for item in article.findall("PubmedBookData/ArticleIdList/ArticleId")}
    chapter = _text(book.find("ArticleTitle"))
    authors = book.findall("AuthorList/Author") or book.findall("Book/AuthorList/Author")
    issued = year_of(book.findtext("Book/PubDate/Year"))
    return Paper(
        trace="PubMed",
        where=f"pubmed.ncbi.nlm.nih.gov/{pmid}/",
        type="chapter" if chapter else "book",
        title=title_of(chapter or whole),
        author=tuple(name for author in authors if (name := _author(author))),
        issued=issued,
        years=(issued,) if issued else (),
        container_title=tidy(whole) if chapter else None,
        doi=number("DOI", ids.get("doi")),
        pmid=pmid,
        language=language_of(book.findtext("Language")),
        publisher=tidy(book.findtext("Book/Publisher/PublisherName")),
    )


def _text(element: ET.Element | None) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def _author(author: ET.Element) -> str | None:
    if collective := tidy(_text(author.find("CollectiveName"))):
        return collective.replace(",", " ")
    given = author.findtext("ForeName") or author.findtext("Initials")
    return name_of(author.findtext("LastName"), given, author.findtext("Suffix") or "")


def _changes(citation: ET.Element, kinds: list[str]) -> Iterator[Change]:
    told: set[str] = set()
    for item in citation.findall("CommentsCorrectionsList/CommentsCorrections"):
        standing = _CHANGES.get(item.get("RefType", ""))
        if standing:
            told.add(standing)
            source = tidy(item.findtext("RefSource")) or ""
            doi = re.search(r"\b10\.\d{4,9}/\S+", source)
            yield Change(
                standing=standing,
                pmid=number("PMID", f"PMID {item.findtext('PMID')}") if item.findtext("PMID") else None,
                doi=number("DOI", doi[0]) if doi else None,
                issued=year_of(source),
                said=source,
            )
    if "Retracted Publication" in kinds and "retracted" not in told:
        yield Change(standing="retracted")
