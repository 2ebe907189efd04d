"""A comment for a pull request: findings in GitHub's Markdown, short enough to be posted."""

from __future__ import annotations

from collections.abc import Sequence

from .rows import Rows, as_markdown

LONGEST = 60_000
"""Characters of a comment; GitHub takes 65,536."""


def as_comment(head: str, table: Rows, foot: str) -> str:
    """Return a head, a table and a foot as one comment; rows that would make it too long are counted, not shown."""
    rows = _fitting(table, LONGEST - len(head) - len(foot) - 500)
    left = len(table.rows) - len(rows)
    parts = [head, ""]
    if rows:
        parts += [as_markdown(Rows(header=table.header, rows=tuple(rows))).rstrip("\n"), ""]
    if left:
        parts += [f"{left} more are not shown.", ""]
    return "\n".join([*parts, foot]) + "\n"


def _fitting(table: Rows, room: int) -> Sequence[tuple[str, ...]]:
    taken = 0
    for count, row in enumerate(table.rows):
        taken += sum(len(cell) + 4 for cell in row) + 8
        if taken > room:
            return table.rows[:count]
    return table.rows
