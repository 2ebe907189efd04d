"""CSV and TSV: rows of a table; where its columns are those of a bibliography, every row an entry with its fields."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import NamedTuple

from ...intake.paper import year_of
from ...notation.identifiers import doi_in, pmid_in
from ...notation.listing import first_of
from .blocks import Block, Entry, row, standing_in
from .linked import with_links
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
_BETWEEN = re.compile(r"[\s,;|]+(?=(?:https?://|doi:?\s?)?(?:[\w.]{0,20}/)?10\.)", re.IGNORECASE)
"""What stands between two DOIs in one cell."""
_PMIDS = re.compile(r"(?<![\d.])\d{5,8}(?![\d.])")
WORDS_SAID = 4
"""Words from which a cell in a column that has no field of a paper says something of its own."""
_NAMES_A_WORK = re.compile(r"10\.\d{4,9}/|\bPMID|pubmed|\bNCT\d", re.IGNORECASE)
"""What makes a shorter one say something too."""
_OF_THE_WORK = re.compile(
    r"abstract|summary|keyword|mesh|affiliation|address|publisher|issn|isbn|link|url|type|language|"
    r"cited|citation|author|editor|journal|source|title|doi|pm(?:c|id)|file|аннотация|ключевые",
    re.IGNORECASE,
)
"""Columns of what a paper itself says, or of where it is found: nothing that the table says."""
_LINK = re.compile(r"\b(?:url|links?|address|ссылка)\b", re.IGNORECASE)
LONGEST_FIELD = 1 << 26
"""Characters of a cell: as many as an article may have."""
MOST_LINES = 5
"""Rows with an open quote that are named; a table may be nothing else."""


def rows_of_table(text: str, delimiter: str | None) -> tuple[list[Block], tuple[int, ...], tuple[str, ...]]:
    """Return the rows of a table as blocks, the lines of those with too many cells, and what else could not be read."""
    csv.field_size_limit(LONGEST_FIELD)
    sample = text[:65536].split("\n", 1)[0]
    if delimiter is None:
        delimiter = max(",;\t", key=sample.count)
    blocks: list[Block] = []
    odd: list[int] = []
    broken: list[int] = []
    header: tuple[str, ...] | None = None
    columns: dict[str, int] = {}
    for line, read in _rows(text.split("\n"), delimiter):
        cells = _parted_at_end(read, delimiter, len(header or ()))
        whole = all(cell.closed for cell in read)
        broken += [] if whole else [line]
        if not any(cell.strip() for cell in cells):
            continue
        if header is None:
            header = tuple(cell.strip() for cell in cells)
            columns = columns_of(header)
            told = {} if columns else _by_content(header)
            if not told:
                continue
            header, columns = (), told  # The first row is none of heads.
        if whole and len(cells) > len(header) > 0:
            odd.append(line)
        blocks += filter(None, _of_row(cells, header, columns, line))
    if header and not blocks and not columns:
        # One row alone is no head of others.
        blocks += filter(None, [row([(1, cell) for cell in header], ())])
    return blocks, tuple(odd), _told(broken)


def _told(broken: list[int]) -> tuple[str, ...]:
    """Say which rows have a quote that is not closed."""
    if not broken:
        return ()
    if len(broken) == 1:
        return (f"a quote that opens on line {broken[0]} is not closed; what is behind it was read to the line's end",)
    lines = first_of(list(map(str, broken)), MOST_LINES)
    return (f"quotes that open on {len(broken)} lines are not closed, and were read to the line's end: {lines}",)


class _Cell(NamedTuple):
    """The text of a cell; where its quote is not closed, with what stands behind it."""

    text: str
    closed: bool = True


def _rows(lines: list[str], delimiter: str) -> Iterator[tuple[int, list[_Cell]]]:
    """Yield the line on which each row begins, and its cells.

    A cell in quotes may go on over lines (RFC 4180). Where it would go on to the end of the file, or up to a quote that
    opens another cell, its quote was never closed: from there every line is a row, and none is lost to that cell.
    """
    at, single = 0, 0
    cell = _cell_between(delimiter)
    while at < len(lines):
        if at >= single:
            reader = csv.reader(
                (f"{lines[number]}\n" for number in range(at, len(lines))), delimiter=delimiter, strict=True
            )
            try:
                yield at + 1, list(map(_Cell, next(reader)))
            except csv.Error:
                # The line at which it failed may begin rows of its own: each line is gone over twice at most.
                single = max(at + 1, at + reader.line_num - (at + reader.line_num < len(lines)))
            else:
                at += reader.line_num
                continue
        yield at + 1, list(_of_line(lines[at], cell))
        at += 1


def _cell_between(delimiter: str) -> re.Pattern[str]:
    """Return what a cell of a line is where quotes are not as RFC 4180 has them.

    A quote behind a delimiter opens a cell, and one before a delimiter closes it; any other stands in the text. A cell
    that is not closed goes on to the next that is opened, or to the end of the line.
    """
    return re.compile(
        r""""(?P<quoted>(?:[^"]|""|(?<!,)"(?![",]))*)"(?=,|$)"""
        r"""|(?P<begun>"[^"]+(?<!,)"[^",]+)(?=,|$)"""
        r"""|"(?P<open>.*?)(?=,"|$)"""
        r"""|(?P<plain>[^,]*)""".replace(",", re.escape(delimiter))
    )


def _of_line(line: str, cell: re.Pattern[str]) -> Iterator[_Cell]:
    """Yield the cells of a line by itself."""
    at = 0
    while at <= len(line):
        hit = cell.match(line, at)
        assert hit
        text = next(group for group in hit.groups() if group is not None)
        yield _Cell(text.replace('""', '"') if hit["quoted"] else text, hit["open"] is None)
        at = hit.end() + 1


def _parted_at_end(cells: list[_Cell], delimiter: str, wanted: int) -> list[str]:
    """Return the texts of a row's cells: of one that took in others as many as are wanted are parted from its end."""
    more = max(0, wanted - len(cells)) if wanted else -1
    parted_cells: list[str] = []
    for text, closed in reversed(cells):
        found = [text] if closed else text.rsplit(delimiter, more)
        more -= len(found) - 1 if more > 0 else 0
        parted_cells += reversed(found)
    return parted_cells[::-1]


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


def _of_row(cells: list[str], header: tuple[str, ...], columns: dict[str, int], line: int) -> Iterator[Block | None]:
    """Yield what a row is: an entry with its fields, and the numbers of other works that stand in it too."""
    if not _ID_COLUMNS & set(columns):
        yield row([(line, cell) for cell in cells], header)
        return

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
        pmid=pmid_in(cell("pmid")) or next(iter(_PMIDS.findall(cell("pmid"))), "") or re.sub(r"\D", "", cell("pmid")),
        pmcid=cell("pmcid"),
        standing=standing_in(cell("standing")),
    )
    if not entry.names_a_work:
        yield row([(line, text) for text in cells], header)
        return
    yield from with_links(entry, line, [text for place, text in enumerate(cells) if _LINK.search(_head(header, place))])
    yield row([(line, number) for number in _others(cells, header, entry)], ())
    fields = (place for name, place in columns.items() if name != "standing" or entry.standing)
    taken = {*fields, *(place for place, head in enumerate(header) if _OF_THE_WORK.search(head))}
    for place, text in enumerate(cells):
        if place not in taken and (len(text.split()) >= WORDS_SAID or _NAMES_A_WORK.search(text)):
            yield row([(line, text)], header[place : place + 1])


def _head(header: tuple[str, ...], place: int) -> str:
    return header[place] if place < len(header) else ""


def _others(cells: list[str], header: tuple[str, ...], entry: Entry) -> Iterator[str]:
    """Yield the DOIs and PMIDs in columns of such that are not those of the entry."""
    for place, cell in enumerate(cells):
        head = _head(header, place)
        if _COLUMNS["doi"].fullmatch(head):
            yield from (found for found in map(doi_in, _BETWEEN.split(cell)) if found and found != entry.doi)
        elif _COLUMNS["pmid"].fullmatch(head):
            yield from (f"PMID {found}" for found in _PMIDS.findall(cell) if found != entry.pmid)
