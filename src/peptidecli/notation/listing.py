"""The first of a list in words, where not all of it is told."""

from __future__ import annotations

from collections.abc import Sequence


def and_more(first: Sequence[str], number: int) -> str:
    """Return the first of `number` names, and how many others there are: `a, b and 3 more`."""
    told = ", ".join(first)
    return f"{told} and {number - len(first)} more" if number > len(first) else told


def first_of(names: Sequence[str], most: int) -> str:
    """Return the first `most` names, and dots where there are others: `a, b, …`."""
    return ", ".join(names[:most]) + (", …" if len(names) > most else "")
