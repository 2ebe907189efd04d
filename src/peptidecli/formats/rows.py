"""Rows of an answer as CSV and as a Markdown table."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Iterable, Iterator

from ..dataset.model import Record
from .markdown import escaped

Cells = tuple[str, ...]


class Rows(Record, frozen=True):
    """An answer as a table of plain text: a header and rows of the same length."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def as_csv(table: Rows) -> str:
    """Return rows as CSV (RFC 4180, but with the line ends of the platform's text files), the header first."""
    return "".join(csv_pieces(table.header, table.rows))


def as_markdown(table: Rows) -> str:
    """Return rows as a table in GitHub's Markdown; what Markdown would read as its own signs is escaped."""
    return "".join(markdown_pieces(table.header, table.rows))


def csv_pieces(header: Cells, rows: Iterable[Cells]) -> Iterator[str]:
    """Yield a table as CSV, a row a piece."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for row in itertools.chain([header], rows):
        writer.writerow(map(defused, row))
        yield text.getvalue()
        text.seek(0)
        text.truncate()


def defused(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: an apostrophe stands before what would begin one.

    Numbers, as `-0.5`, stay what they are.
    """
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


_FORMULA = re.compile(r"[\s\u00ad\u180e\u200b\u2060\ufeff]*[=+\-@\u2212＝＋－＠﹦﹢﹣﹫]|[\t\r\n]")
"""How a formula begins, as it is and in the widths of East Asian letters."""
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")


def markdown_pieces(header: Cells, rows: Iterable[Cells]) -> Iterator[str]:
    """Yield a table in GitHub's Markdown, a row a piece."""
    addresses = {place for place, name in enumerate(header) if name in _OF_ADDRESSES}

    def written(place: int, cell: str) -> str:
        return cell if place in addresses and _ADDRESS.fullmatch(cell) else escaped(cell).strip()

    def line(cells: Cells) -> str:
        return "| " + " | ".join(itertools.starmap(written, enumerate(cells))) + " |\n"

    yield line(header)
    yield "|" + "---|" * len(header) + "\n"
    yield from map(line, rows)


_OF_ADDRESSES = frozenset({"URL", "url"})
"""Columns in which an address is one, and a link; in any other it is what somebody wrote."""
_ADDRESS = re.compile(r"https?://[\w.:/?=&%#~+-]+")
