"""EndNote XML: every record a block with its fields, read as for `add`."""

from __future__ import annotations

from ...intake import endnote
from ...intake.paper import year_of
from .blocks import Block, BrokenError, Entry, standing_in
from .linked import with_notes


def entries_of_endnote(text: str) -> tuple[list[Block], tuple[int, ...]]:
    """Return the records of a file as blocks, and the lines on which a record begins that cannot be read.

    Raises BrokenError where the file is cut short, and where every record is broken.
    """
    blocks: list[Block] = []
    odd: list[int] = []
    broken: list[int] = []
    for line, record in endnote.records(text):
        entry = entry_of(record) if record else None
        made: list[Block] = []
        if record and entry and entry.names_a_work:
            links, notes = (_texts(record, *names) for names in (_LINKS, _NOTES))
            made = list(with_notes(entry, line, links, notes, record.others()))
        blocks += made
        odd += [] if made else [line]
        if record is None:
            broken.append(line)
    cut_short = endnote.cut_short(text)
    if broken and (cut_short or not blocks):
        cut_short = f"the record on line {broken[0]} {endnote.UNREADABLE}"
    if not blocks and not odd and not cut_short:
        cut_short = endnote.NO_RECORD
    if cut_short:
        raise BrokenError(f"is not endnote: {cut_short}")
    return blocks, tuple(odd)


_LINKS = ("urls//url", "electronic-resource-num")
_NOTES = (*endnote.NOTES, *(f"custom{number}" for number in range(2, 9)), "label")
"""Fields with the address or the number of a work, and with words on it."""


def _texts(record: endnote.Record, *paths: str) -> list[str]:
    return [text for path in paths for text in record.texts(path)]


def entry_of(record: endnote.Record) -> Entry:
    """Return a record as an entry."""
    lines = ((field, record.line(path)) for path, field in _FIELDS.items())
    return Entry(
        key=record.text("rec-number"),
        authors=tuple(name.rstrip(", ") for name in record.texts(endnote.AUTHOR)),
        year=str(year_of(record.text(*endnote.YEAR)) or ""),
        title=record.text(endnote.TITLE),
        journal=record.text(*endnote.JOURNAL),
        volume=record.text("volume"),
        issue=record.text("number"),
        page=record.text("pages"),
        doi=record.doi,
        pmid=record.pmid,
        pmcid=record.pmcid,
        standing=standing_in(" ".join((*record.texts("notes"), *record.texts("research-notes")))),
        field_lines=tuple((field, line) for field, line in lines if line),
    )


_FIELDS = {endnote.AUTHOR: "authors", "dates/year": "year", endnote.TITLE: "title", "periodical/full-title": "journal",
           "titles/secondary-title": "journal", "volume": "volume", "number": "issue", "pages": "page",
           "electronic-resource-num": "doi", "accession-num": "pmid", "custom2": "pmcid"}  # fmt: skip
