"""CSV and TSV: rows of a table; where its columns are those of a bibliography, every row an entry with its fields."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import NamedTuple

from ...intake.elsewhere import in_words, numbers_elsewhere, of_the_work
from ...intake.paper import year_of
from ...notation.identifiers import ANY_DOI, PMCIDS, doi_in, pmids_of, unbroken, whole_numbers
from ...notation.listing import first_of
from .blocks import LONGEST_ROW, Block, Entry, row, standing_in
from .heads import ID_COLUMNS, bears_out, by_content, columns_of, columns_with, plain_columns, without_tags
from .linked import pmids_in, with_links
from .listed import parted

_BETWEEN = re.compile(r"[\s,;|]{1,9}(?=(?:https?://|doi:?\s?)?(?:[\w.]{0,20}/)?10\.)", re.IGNORECASE)
"""What stands between two DOIs in one cell."""
WORDS_SAID = 4
"""Words from which a cell in a column that has no field of a paper says something of its own."""
_NAMES_A_WORK = re.compile(r"10\.\d{4,9}/|\bPMID|pubmed|\bNCT\d", re.IGNORECASE)
"""What makes a shorter one say something too."""
_LINK = re.compile(r"\b(?:url|links?|address|citation|ссылка)\b", re.IGNORECASE)
LONGEST_FIELD = 1 << 26
"""Characters of a cell: as many as an article may have."""
MOST_LINES = 5
"""Rows with an open quote that are named; a table may be nothing else."""


def rows_of_table(text: str, delimiter: str | None) -> tuple[list[Block], tuple[int, ...], tuple[str, ...]]:
    """Return the rows of a table as blocks, the lines of those with too many cells, and what else could not be read."""
    csv.field_size_limit(LONGEST_FIELD)
    if told := _SEPARATOR.match(text):
        delimiter, text = told[1], "\n" + text[told.end() :]
    text = _ESCAPED.sub(" ", text) if "_x00" in text else text
    lines = text.split("\n")
    begin = [line for line in lines[:MOST_ABOVE] if line.strip()]
    if delimiter is None or not any(delimiter in line for line in begin):
        delimiter = _delimiter_of(begin)
    blocks: list[Block] = []
    odd: list[int] = []
    broken: list[int] = []
    table: _Table | None = None
    rows = _rows(lines, delimiter)
    first = list(islice(rows, MOST_ABOVE))
    if _has_a_row_a_field(first):
        return list(_of_fields(chain(first, rows))), (), ()
    above = _above(first)
    for place, (line, read) in enumerate(chain(first, rows)):
        cells = _parted_at_end(read, delimiter, len(table.header) if table else 0)
        whole = all(cell.closed for cell in read)
        broken += [] if whole else [line]
        if not any(cell.strip() for cell in cells):
            continue
        if place < above:
            blocks += filter(None, [row([(line, cell) for cell in cells if cell.strip()], ())])
            continue
        if table is None:
            table = _table_of(tuple(cell.strip() for cell in cells))
            if table.header:
                continue
        cells, lost = _with_whole_numbers(cells, table.pmids)
        amiss = lost or _is_shifted(cells, table) or _has_none(cells, table)
        if amiss or (whole and len(cells) > len(table.header) > 0):
            odd.append(line)
        blocks += filter(None, _of_row(cells, table, line))
    if table and table.header and not blocks and not table.columns:
        # One row alone is no head of others.
        blocks += filter(None, [row([(1, cell) for cell in table.header], ())])
    return blocks, tuple(odd), _told(broken)


_ESCAPED = re.compile(r"_x00(?:0[9AD]|A0)_", re.IGNORECASE)
"""How Office writes a sign that XML has not (ECMA-376, part 1, 22.9.2.19), where one stands for a blank."""
_SEPARATOR = re.compile(r'"?sep=([,;\t|])"?[,;\t ]{0,99}\n', re.IGNORECASE)
"""A first line that tells Excel what divides the cells."""


def _has_a_row_a_field(rows: list[tuple[int, list[_Cell]]]) -> bool:
    """Tell whether a table has its heads below each other, each before its value, as Embase writes one."""
    heads = tuple(dict.fromkeys(cells[0].text.strip() for _, cells in rows if cells))
    beside = columns_of(tuple(cell.text.strip() for cell in rows[0][1])) if rows else {}
    found = plain_columns(heads)
    return len(beside) <= 1 and "title" in found and len(found) >= _FIELDS


_FIELDS = 3
"""Heads of fields below each other from which they are none of works."""


def _of_fields(rows: Iterable[tuple[int, list[_Cell]]]) -> Iterator[Block]:
    """Yield the works of a table with a row for each field, at the row on which each begins."""
    held: dict[str, str] = {}
    begun = 0
    end: tuple[int, list[_Cell]] = (0, [])
    for line, read in chain(rows, (end,)):
        head, *values = (cell.text.strip() for cell in read) if read else ("",)
        if held and (not head or head in held):
            yield from filter(None, _of_row(list(held.values()), _table_of(tuple(held)), begun))
            held = {}
        if head:
            begun = begun if held else line
            held[head] = "; ".join(filter(None, values))


MOST_ABOVE = 50
"""Rows within which the heads of a table stand; over them a program may tell of it, or heads stand in groups."""


def _above(rows: list[tuple[int, list[_Cell]]]) -> int:
    """Return how many rows stand above the heads of a table; none where the first row is one of heads or a work."""
    filled = [(place, tuple(cell.text.strip() for cell in cells)) for place, (_, cells) in enumerate(rows)]
    filled = [(place, cells) for place, cells in filled if any(cells)]
    if not filled or ID_COLUMNS & columns_of(without_tags(filled[0][1])).keys() or by_content(filled[0][1]):
        return 0
    for place, cells in filled:
        plain = plain_columns(without_tags(cells))
        if len(plain) > 1 and ID_COLUMNS & plain.keys():
            return place
    return 0


def _delimiter_of(lines: list[str]) -> str:
    """Return what divides the cells of a table, by its line of heads among its first lines, and by those below it."""
    heads = (
        at for at, line in enumerate(lines) if any(ID_COLUMNS & _heads_by(line, sign).keys() for sign in _DIVIDING)
    )
    at = next(heads, 0)
    line = lines[at] if lines else ""

    def divides(sign: str) -> tuple[int, int, int]:
        columns = _heads_by(line, sign)
        below = sum(bears_out(columns, _cells_by(row, sign)) for row in lines[at + 1 :]) if sign in line else 0
        return below, len(columns), line.count(sign) if sign != "|" else 0

    return max(_DIVIDING, key=divides)


_DIVIDING = ",;\t|"
"""What divides cells; an upright stroke only where there are heads between them."""


def _heads_by(line: str, sign: str) -> dict[str, int]:
    return columns_of(_cells_by(line, sign))


def _cells_by(line: str, sign: str) -> tuple[str, ...]:
    return tuple(cell.strip(' "') for cell in line[:LONGEST_ROW].split(sign))


class _Table(NamedTuple):
    """The heads of a table, empty where it has none, and what its columns have, by their places.

    `dois` and `pmids` are all columns of such, a plain head before a longer one; `links` have addresses. What stands in
    those that are `taken` is said by a work itself, or of where it is found. `works` tells that every row is a work.
    """

    header: tuple[str, ...]
    columns: dict[str, int]
    dois: tuple[int, ...]
    pmids: tuple[int, ...]
    links: frozenset[int]
    taken: frozenset[int]
    works: bool


def _table_of(first: tuple[str, ...]) -> _Table:
    """Return what the columns of a table have, by its first row: by the heads in it, or the work that it is."""
    heads = without_tags(first)
    plain = plain_columns(heads)
    told = {} if plain else by_content(first)
    if told:  # The first row is none of heads.
        return _Table(
            (), told, (told["doi"],) if "doi" in told else (), (told["pmid"],) if "pmid" in told else (),
            frozenset(), frozenset(told.values()), works=True,
        )  # fmt: skip
    columns, dois, pmids = columns_of(heads), columns_with("doi", heads), columns_with("pmid", heads)
    links = frozenset(place for place, head in enumerate(heads) if _LINK.search(in_words(head)))
    numbers = {*dois, *pmids}
    own = {place for name, place in columns.items() if name != "standing"}
    taken = frozenset({*own, *numbers, *(place for place, head in enumerate(heads) if of_the_work(head))})
    # A table of facts has a longer head for the number of the work that says them: its rows stay together.
    alone = bool(numbers) and all(at in taken or at in columns.values() or not head for at, head in enumerate(heads))
    return _Table(heads, columns, dois, pmids, links, taken, works=bool(ID_COLUMNS & plain.keys()) or alone)


def _is_shifted(cells: list[str], table: _Table) -> bool:
    """Tell whether a DOI stands in the column of a year, a volume or a page: the row lacks a cell before it."""
    places = (table.columns.get(name, len(cells)) for name in ("year", "volume", "issue", "page"))
    return any(ANY_DOI.search(cells[place]) for place in places if place < len(cells))


def _has_none(cells: list[str], table: _Table) -> bool:
    """Tell whether in a cell for a PMID there are digits that are none, nor a number of another kind."""
    told = (text for text in _at(cells, table.pmids[:1]) if re.search(r"\d", text))
    return any(not (pmids_of(text) or PMCIDS.search(text) or ANY_DOI.search(text)) for text in told)


def _with_whole_numbers(cells: list[str], places: tuple[int, ...]) -> tuple[list[str], bool]:
    """Return cells with the numbers in some of them as whole ones, and whether one has lost digits and is left out."""
    found = list(cells)
    lost = False
    for place in places:
        if place < len(found):
            found[place], cut = whole_numbers(found[place])
            lost |= cut
    return found, lost


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


def _of_row(cells: list[str], table: _Table, line: int) -> Iterator[Block | None]:
    """Yield what a row is: an entry with its fields, and the numbers of other works that stand in it too."""
    if not table.works:
        yield row([(line, cell) for cell in cells], table.header)
        return
    entry = _entry(cells, table, line)
    if not entry.names_a_work:
        yield row([(line, text) for text in cells], table.header)
        return
    numbered = _numbered(cells, table)
    yield from with_links(entry, line, _links(cells, table), _notes(cells, table), numbered.values())
    yield row([(line, number) for number in _others(cells, table, entry)], ())
    standing = table.columns.get("standing") if entry.standing else None
    for place, text in enumerate(cells):
        says_more = len(text.split()) >= WORDS_SAID or _NAMES_A_WORK.search(text)
        if says_more and place not in table.taken and place != standing and place not in numbered:
            yield row([(line, text)], table.header[place : place + 1])


def _numbered(cells: list[str], table: _Table) -> dict[int, tuple[str, str]]:
    """Return the cells that are numbers and stand in columns of no field, by their places, with their heads."""
    own = {*table.columns.values(), *table.dois, *table.pmids, *table.links}
    heads = (*table.header, *("" for _ in cells[len(table.header) :]))
    fields = {place: field for place, field in enumerate(zip(heads, cells, strict=False)) if place not in own}
    return {place: field for place, field in fields.items() if any(numbers_elsewhere([field]))}


def _notes(cells: list[str], table: _Table) -> list[str]:
    """Return the lines of cells in which managers put what has no field: `PMID: 12345678`."""
    texts = (cell for head, cell in zip(table.header, cells, strict=False) if _NOTE.fullmatch(head))
    return [line for text in texts for line in text.splitlines()]


_NOTE = re.compile(r"extra|notes?", re.IGNORECASE)


_WRITTEN_NAME = re.compile(r"['\"]name['\"]:\s?['\"]([^'\"]{1,200})['\"]")
_WRITTEN_NAMES = re.compile(r"\[\s?(?:'[^']{1,200}'|\"[^\"]{1,200}\")(?:,\s?(?:'[^']{1,200}'|\"[^\"]{1,200}\"))*\s?\]")
"""Names in a cell that a program wrote as its own data: `[{'name': 'O. Dolotov'}]`, `['O. Dolotov', 'E. Karpenko']`."""


def _authors(cell: str) -> tuple[str, ...]:
    from .papers import authors_of  # noqa: PLC0415 - which reads rows by the heads that are known here

    if cell.startswith("[") and _WRITTEN_NAMES.fullmatch(cell):
        names = (name for pair in re.findall(r"'([^']+)'|\"([^\"]+)\"", cell) for name in pair if name)
        return tuple(author for name in names for author in (authors_of(name)[0] or (name,)))
    return tuple(_WRITTEN_NAME.findall(cell) or parted(cell))


_NO_JOURNAL = re.compile(
    r"\bet al\b|(?<!\d)(?:19|20)\d\d(?!\d)|https?:|^(?:MED|PMC|PPR|PubMed|MEDLINE|Embase|Scopus|Web of Science|"
    r"Cochrane.*|CENTRAL|CINAHL|PsycINFO|Google Scholar|LILACS|hand[ -]?search\w*|reference lists?|.*databases?|"
    r"clinicaltrials\.gov)$",
    re.IGNORECASE,
)
"""What stands under `Source` or `Publication` and is no journal: a citation, or where the work was found."""


def _is_source(table: _Table) -> bool:
    return table.header[table.columns["journal"]].lower() in {"source", "publication"}


def _entry(cells: list[str], table: _Table, line: int) -> Entry:
    """Return a row as an entry."""

    def cell(name: str) -> str:
        place = table.columns.get(name, len(cells))
        return " ".join(cells[place].split()) if place < len(cells) else ""

    page, last = cell("page"), cell("last_page")
    in_pmids = _at(cells, table.pmids)
    return Entry(
        key=f"row {line}",
        authors=_authors(cell("authors")),
        more_authors="et al" in cell("authors"),
        year=str(year_of(cell("year")) or ""),
        title=cell("title"),
        journal="" if _NO_JOURNAL.search(cell("journal")) and _is_source(table) else cell("journal"),
        volume=cell("volume"),
        issue=cell("issue"),
        page=f"{page}-{last}" if page.isalnum() and last not in {"", page} else page,
        doi=next(_dois((*_at(cells, table.dois), *in_pmids)), ""),
        pmid=next(chain(_pmids(in_pmids), pmids_in(_at(cells, table.dois))), ""),
        pmcid=cell("pmcid") or next(_pmcids(in_pmids), ""),
        standing=standing_in(cell("standing")),
    )


def _at(cells: list[str], places: Iterable[int]) -> list[str]:
    return [unbroken(cells[place]) for place in places if place < len(cells)]


def _dois(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from filter(None, map(doi_in, _BETWEEN.split(text)))


def _pmids(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from pmids_of(text)


def _pmcids(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from (f"PMC{digits}" for digits in PMCIDS.findall(text))


def _links(cells: list[str], table: _Table) -> Iterator[str]:
    """Yield the texts of the columns of links; in one for PubMed digits alone are a PMID."""
    for place, text in enumerate(cells):
        if place in table.links:
            yield f"PMID {text}" if place in table.pmids and text.strip().isdigit() else text


def _others(cells: list[str], table: _Table, entry: Entry) -> Iterator[str]:
    """Yield the numbers in columns of DOIs and PMIDs that are not those of the entry, but for what a link has."""
    dois = _at(cells, (place for place in table.dois if place not in table.links))
    pmids = _at(cells, (place for place in table.pmids if place not in table.links))
    known = {entry.doi.lower(), f"pmid {entry.pmid}", entry.pmcid.lower()}
    named = (f"PMID {found}" for found in (*_pmids(pmids), *pmids_in(dois)))
    for number in (*_dois((*dois, *pmids)), *named, *_pmcids(pmids)):
        if number.lower() not in known:
            known.add(number.lower())
            yield number
