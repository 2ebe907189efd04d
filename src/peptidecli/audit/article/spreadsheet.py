"""CSV and TSV: rows of a table; where its columns are those of a bibliography, every row an entry with its fields."""

from __future__ import annotations

import csv
import re

from ...intake.paper import year_of
from ...notation.identifiers import doi_in, pmid_in
from .blocks import Block, Entry, entry_block, row, standing_in
from .listed import parted

_COLUMNS = {
    "authors": re.compile(r"authors?|creators?|авторы?", re.IGNORECASE),
    "year": re.compile(r"(?:publication |pub )?(?:year|date)|issued|год", re.IGNORECASE),
    "title": re.compile(r"(?:article |document )?title|название", re.IGNORECASE),
    "journal": re.compile(
        r"journal(?:/book| title)?|source(?: title)?|publication(?: title)?|container.title|журнал", re.IGNORECASE
    ),
    "volume": re.compile(r"vol(?:ume|\.)?|том", re.IGNORECASE),
    "issue": re.compile(r"issue|number|номер", re.IGNORECASE),
    "page": re.compile(r"pages?(?: start)?|страницы", re.IGNORECASE),
    "doi": re.compile(r"doi|(?:digital object identifier)", re.IGNORECASE),
    "pmid": re.compile(r"(?:pm|pubmed)[ _-]?id|pubmed", re.IGNORECASE),
    "pmcid": re.compile(r"pmc(?:[ _-]?id)?", re.IGNORECASE),
    "standing": re.compile(r"standing|status|notes?|retract(?:ed|ion)", re.IGNORECASE),
}  # fmt: skip
_CONTENT = {
    "doi": re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s?)?10\.\d{4,9}/\S+", re.IGNORECASE),
    "pmid": re.compile(r"(?:PMID:?\s?)?\d{7,8}"),
    "pmcid": re.compile(r"PMC\d{5,9}"),
    "year": re.compile(r"(?:19|20)\d\d"),
}
"""What the cells of a column without a head tell it by."""
LIKE_A_TITLE = 30
"""Characters from which the longest cell of such a row is a title."""
_ID_COLUMNS = frozenset({"doi", "pmid", "title"})
LONGEST_FIELD = 1 << 20


def rows_of_table(text: str, delimiter: str | None) -> tuple[list[Block], tuple[int, ...]]:
    """Return the rows of a table as blocks, and the lines of rows that have other cells than the head."""
    csv.field_size_limit(LONGEST_FIELD)
    sample = text[:65536].split("\n", 1)[0]
    if delimiter is None:
        delimiter = max(",;\t", key=sample.count)
    reader = csv.reader(text.split("\n"), delimiter=delimiter)
    blocks: list[Block] = []
    odd: list[int] = []
    header: tuple[str, ...] | None = None
    columns: dict[str, int] = {}
    before = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error:
            odd.append(reader.line_num)
            continue
        line, before = before + 1, reader.line_num
        if not any(cell.strip() for cell in cells):
            continue
        if header is None:
            header = tuple(cell.strip() for cell in cells)
            columns = columns_of(header)
            told = {} if columns else _by_content(header)
            if not told:
                continue
            header, columns = (), told  # The first row is none of heads.
        if len(cells) > len(header) > 0:
            odd.append(line)
        made = _of_row(cells, header, columns, line)
        if made:
            blocks.append(made)
    return blocks, tuple(odd)


def columns_of(header: tuple[str, ...]) -> dict[str, int]:
    """Return which column of a table has which field of a paper, by the heads."""
    found: dict[str, int] = {}
    for place, name in enumerate(header):
        for field, pattern in _COLUMNS.items():
            if field not in found and pattern.fullmatch(name.strip()):
                found[field] = place
    return found


def _by_content(cells: tuple[str, ...]) -> dict[str, int]:
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


def _of_row(cells: list[str], header: tuple[str, ...], columns: dict[str, int], line: int) -> Block | None:
    if not _ID_COLUMNS & set(columns):
        return row([(line, cell) for cell in cells], header)

    def cell(name: str) -> str:
        place = columns.get(name, len(cells))
        return " ".join(cells[place].split()) if place < len(cells) else ""

    entry = Entry(
        key=f"row {line}",
        authors=tuple(parted(cell("authors"))),
        more_authors="et al" in cell("authors"),
        year=str(year_of(cell("year")) or ""),
        title=cell("title"),
        journal=cell("journal"),
        volume=cell("volume"),
        issue=cell("issue"),
        page=cell("page"),
        doi=doi_in(cell("doi")),
        pmid=pmid_in(cell("pmid")) or re.sub(r"\D", "", cell("pmid")),
        pmcid=cell("pmcid"),
        standing=standing_in(cell("standing")),
    )
    if not (entry.title or entry.doi or entry.pmid or entry.authors):
        return row([(line, text) for text in cells], header)
    return entry_block(entry, line)
