"""CSV and TSV: rows of a table; where its columns are those of a bibliography, every row an entry with its fields."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import NamedTuple

from ...intake.elsewhere import in_words, numbers_elsewhere, of_the_work, says
from ...intake.paper import year_of
from ...notation.identifiers import ANY_DOI, PMCIDS, Kind, doi_in, pmids_of, unbroken, whole_numbers
from ...notation.listing import first_of
from .blocks import LONGEST_ROW, Block, Entry, row, standing_in
from .linked import pmids_in, with_links
from .listed import parted

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
_ID_COLUMNS = frozenset({"doi", "pmid", "title"})
_NUMBERS: dict[str, Kind] = {"doi": "DOI", "pmid": "PMID", "pmcid": "PMCID"}
"""Fields for numbers, of which also columns have some whose heads say more than that."""
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


MOST_ABOVE = 50
"""Rows within which the heads of a table stand; over them a program may tell of it, or heads stand in groups."""


def _above(rows: list[tuple[int, list[_Cell]]]) -> int:
    """Return how many rows stand above the heads of a table; none where the first row is one of heads or a work."""
    filled = [(place, tuple(cell.text.strip() for cell in cells)) for place, (_, cells) in enumerate(rows)]
    filled = [(place, cells) for place, cells in filled if any(cells)]
    if not filled or _ID_COLUMNS & columns_of(_without_tags(filled[0][1])).keys() or _by_content(filled[0][1]):
        return 0
    for place, cells in filled:
        plain = _plain_columns(_without_tags(cells))
        if len(plain) > 1 and _ID_COLUMNS & plain.keys():
            return place
    return 0


def _delimiter_of(lines: list[str]) -> str:
    """Return what divides the cells of a table: of the line of heads, if one of its first lines is one."""
    heads = (line for line in lines if any(_ID_COLUMNS & _heads_by(line, sign).keys() for sign in ",;\t"))
    line = next(heads, lines[0] if lines else "")
    return max(",;\t", key=lambda sign: (len(_heads_by(line, sign)), line.count(sign)))


def _heads_by(line: str, sign: str) -> dict[str, int]:
    return columns_of(tuple(cell.strip(' "') for cell in line[:LONGEST_ROW].split(sign)))


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
    heads = _without_tags(first)
    plain = _plain_columns(heads)
    told = {} if plain else _by_content(first)
    if told:  # The first row is none of heads.
        return _Table(
            (), told, (told["doi"],) if "doi" in told else (), (told["pmid"],) if "pmid" in told else (),
            frozenset(), frozenset(told.values()), works=True,
        )  # fmt: skip
    columns, dois, pmids = columns_of(heads), _columns_with("doi", heads), _columns_with("pmid", heads)
    links = frozenset(place for place, head in enumerate(heads) if _LINK.search(in_words(head)))
    numbers = {*dois, *pmids}
    own = {place for name, place in columns.items() if name != "standing"}
    taken = frozenset({*own, *numbers, *(place for place, head in enumerate(heads) if of_the_work(head))})
    # A table of facts has a longer head for the number of the work that says them: its rows stay together.
    alone = bool(numbers) and all(at in taken or at in columns.values() or not head for at, head in enumerate(heads))
    return _Table(heads, columns, dois, pmids, links, taken, works=bool(_ID_COLUMNS & plain.keys()) or alone)


def _is_shifted(cells: list[str], table: _Table) -> bool:
    """Tell whether a DOI stands in the column of a year, a volume or a page: the row lacks a cell before it."""
    places = (table.columns.get(name, len(cells)) for name in ("year", "volume", "issue", "page"))
    return any(ANY_DOI.search(cells[place]) for place in places if place < len(cells))


def _has_none(cells: list[str], table: _Table) -> bool:
    """Tell whether in a cell for a PMID there are digits that are none, nor a number of another kind."""
    told = (text for text in _at(cells, table.pmids[:1]) if re.search(r"\d", text))
    return any(not (pmids_of(text) or PMCIDS.search(text) or ANY_DOI.search(text)) for text in told)


def _without_tags(heads: tuple[str, ...]) -> tuple[str, ...]:
    """Return the heads of a table of Web of Science in words; of any other as they are."""
    if "TI" not in heads or len(_WEB_OF_SCIENCE.keys() & set(heads)) < 3:
        return heads
    # What has another tag is of the work as well, or of where it was found.
    return tuple(_WEB_OF_SCIENCE.get(head, head and f"source {head}") for head in heads)


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


def columns_of(header: tuple[str, ...]) -> dict[str, int]:
    """Return which column of a table has which field of a paper, by the heads."""
    found = _plain_columns(header)
    for field in _NUMBERS:
        others = (place for place in _columns_with(field, header) if place not in found.values())
        if field not in found and (first := next(others, None)) is not None:
            found[field] = first
    return found


def _plain_columns(header: tuple[str, ...]) -> dict[str, int]:
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


def _columns_with(field: str, header: tuple[str, ...]) -> tuple[int, ...]:
    """Return the columns of a table that have numbers of a kind, those whose head says nothing else before others."""
    plain = {place: None for place, name in enumerate(header) if _COLUMNS[field].fullmatch(name.strip())}
    return (*plain, *(place for place, name in enumerate(header) if place not in plain and says(_NUMBERS[field], name)))


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
