"""Fields of a record in tags, as PubMed and EndNote write them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Field(NamedTuple):
    """A field of a record: its tag, its value in one line, and the line of the file it begins on."""

    tag: str
    value: str
    line: int


def all_of(fields: Sequence[Field], *tags: str) -> list[str]:
    """Return the values of some tags, those of the first tag before those of the next."""
    return [field.value for tag in tags for field in fields if field.tag == tag and field.value]


def seconds(fields: Sequence[Field], *tags: str) -> tuple[str, ...]:
    """Return what is told of tags of which one value counts, where there are others."""
    return tuple(f"a second {tag}" for tag in tags if len({*all_of(fields, tag)}) > 1)


def first(fields: Sequence[Field], *tags: str) -> str:
    """Return the first value of the first of some tags that is there, empty where none is."""
    return next(iter(all_of(fields, *tags)), "")
