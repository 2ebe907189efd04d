"""The heads of a table: which column has which field of a work, by their words or by what stands below them."""

from __future__ import annotations

import re

from ...intake.elsewhere import in_words, says
from ...notation.identifiers import Kind

_COLUMNS = {
    "authors": re.compile(
        r"author(?:s|/s|\(s\)|[ _]names?)?|creators?|авторы?|autor(?:en|es|i|zy)?|auteurs?|作者", re.IGNORECASE
    ),
    "year": re.compile(
        r"(?:publication |pub )?(?:year|date)|(?:year|date)(?: of publication| published)|issued|год|"
        r"(?:erscheinungs|publikations)?jahr|année|a[ñn]o|anno|rok|年份?",
        re.IGNORECASE,
    ),
    "title": re.compile(
        r"(?:(?:article|document|paper|study|reference) )?title(?: of (?:the )?(?:study|paper|article|publication))?|"
        r"название|заглавие|titel|titre|t[ií]tulo|titolo|tytuł|题名|标题",
        re.IGNORECASE,
    ),
    "journal": re.compile(
        r"journal(?:/book| title)?|source(?: title)?|publication(?: title)?|container.title|журнал|"
        r"zeitschrift|revue|revista|rivista|czasopismo|期刊",
        re.IGNORECASE,
    ),
    "volume": re.compile(r"vol(?:ume|\.)?|том", re.IGNORECASE),
    "issue": re.compile(r"issue(?: number)?|number|номер", re.IGNORECASE),
    "page": re.compile(r"pages?(?: start)?|(?:start|first|beginning) page|страницы", re.IGNORECASE),
    "last_page": re.compile(r"pages? end|(?:end|last|ending) page", re.IGNORECASE),
    "doi": re.compile(r"doi|(?:digital object identifier)", re.IGNORECASE),
    "pmid": re.compile(r"(?:pm|pubmed)[ _-]?id|pubmed", re.IGNORECASE),
    "pmcid": re.compile(r"pmc(?:[ _-]?id)?|pubmed central(?: id)?", re.IGNORECASE),
    "standing": re.compile(r"standing|status|notes?|retract(?:ed|ion)", re.IGNORECASE),
}  # fmt: skip
"""What heads say that say nothing else, in English and the languages in which tables are kept most."""
_WEB_OF_SCIENCE = {
    "AU": "authors", "TI": "title", "SO": "journal", "PY": "year", "VL": "volume", "IS": "issue", "BP": "page start",
    "EP": "page end", "DI": "doi", "PM": "pmid", "PT": "publication type", "UT": "source number",
    "CR": "cited references",
}  # fmt: skip
"""The tags of Web of Science, which are the heads of its tables, by which a table is known to be one."""
_CONTENT = {
    "doi": re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s?)?10\.\d{4,9}/\S+", re.IGNORECASE),
    "pmid": re.compile(r"(?:PMID:?\s?)?\d{7,8}"),
    "pmcid": re.compile(r"PMC\d{5,9}"),
    "year": re.compile(r"(?:19|20)\d\d"),
}
"""What the cells of a column without a head tell it by."""
LIKE_A_TITLE = 30
"""Characters from which the longest cell of such a row is a title."""
ID_COLUMNS = frozenset({"doi", "pmid", "title"})
_NUMBERS: dict[str, Kind] = {"doi": "DOI", "pmid": "PMID", "pmcid": "PMCID"}
"""Fields for numbers, of which also columns have some whose heads say more than that."""


def columns_of(header: tuple[str, ...]) -> dict[str, int]:
    """Return which column of a table has which field of a paper, by the heads."""
    found = plain_columns(header)
    for field in _NUMBERS:
        others = (place for place in columns_with(field, header) if place not in found.values())
        if field not in found and (first := next(others, None)) is not None:
            found[field] = first
    return found


def plain_columns(header: tuple[str, ...]) -> dict[str, int]:
    """Return the columns whose heads say what is in them and nothing else."""
    found: dict[str, int] = {}
    for place, name in enumerate(header):
        bare, words = name.strip(), in_words(name)
        for field, pattern in _COLUMNS.items():
            told = pattern.fullmatch(bare) or (words != bare and pattern.fullmatch(words))
            # Where a table has both, the source is the database.
            before = header[found[field]].lower() if field in found else ""
            better = before == "source" and re.search("journal|title", name.lower())
            if told and (field not in found or better):
                found[field] = place
    return found


def columns_with(field: str, header: tuple[str, ...]) -> tuple[int, ...]:
    """Return the columns of a table that have numbers of a kind, those whose head says nothing else before others."""
    plain = {place: None for place, name in enumerate(header) if _COLUMNS[field].fullmatch(name.strip())}
    return (*plain, *(place for place, name in enumerate(header) if place not in plain and says(_NUMBERS[field], name)))


def bears_out(columns: dict[str, int], cells: tuple[str, ...]) -> int:
    """Return how many cells of a row are what the heads of their columns say, of those that can be told."""
    told = ((cells[place].strip(), _CONTENT[field]) for field, place in columns.items()
            if field in _CONTENT and place < len(cells))  # fmt: skip
    return sum(pattern.fullmatch(cell) is not None for cell, pattern in told)


def by_content(cells: tuple[str, ...]) -> dict[str, int]:
    """Return the columns of a table without heads, by what its first row has in them; none where it has no number."""
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        kind = next((field for field, pattern in _CONTENT.items() if pattern.fullmatch(cell)), "")
        if kind:
            found.setdefault(kind, place)
    if not found.keys() & {"doi", "pmid"}:
        return {}
    longest = max(range(len(cells)), key=lambda place: len(cells[place]))
    if longest not in found.values() and len(cells[longest]) >= LIKE_A_TITLE:
        found["title"] = longest
    return found


def without_tags(heads: tuple[str, ...]) -> tuple[str, ...]:
    """Return the heads of a table of Web of Science in words; of any other as they are."""
    if "TI" not in heads or len(_WEB_OF_SCIENCE.keys() & set(heads)) < 3:
        return heads
    # What has another tag is of the work as well, or of where it was found.
    return tuple(_WEB_OF_SCIENCE.get(head, head and f"source {head}") for head in heads)
