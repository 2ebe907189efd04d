"""Rows of an answer as CSV and as a Markdown table."""

from __future__ import annotations

import csv
import io
import re

from ..dataset.model import Record


class Rows(Record, frozen=True):
    """An answer as a table of plain text: a header and rows of the same length."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def as_csv(table: Rows) -> str:
    """Return rows as CSV (RFC 4180, but with the line ends of the platform's text files), the header first."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.header)
    writer.writerows(table.rows)
    return text.getvalue()


def as_markdown(table: Rows) -> str:
    """Return rows as a table in GitHub's Markdown; what Markdown would read as its own signs is escaped."""

    def line(cells: tuple[str, ...]) -> str:
        return "| " + " | ".join(_MARKS.sub(r"\\\g<0>", " ".join(cell.split())) for cell in cells) + " |"

    rule = "|" + "---|" * len(table.header)
    return "\n".join([line(table.header), rule, *(line(row) for row in table.rows)]) + "\n"


# An underscore inside a word, as in a DOI, is no sign to GitHub's Markdown.
_MARKS = re.compile(r"[\\`*|<~\[\]]|(?<!\w)_|_(?!\w)")
