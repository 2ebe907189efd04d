"""Fields of a record in tags, as PubMed and EndNote write them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
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


def two_works(tags: Iterable[str], titles: Container[str], authors: Container[str]) -> bool:
    """Tell whether the tags of a record are those of two works, whose beginning or end is lacking.

    A second title alone may be a translation; where authors stand between and behind, or before both, it is none.
    """
    runs = [tag in titles for tag in tags if tag in titles or tag in authors]
    return sum(1 for place, one in enumerate(runs) if place == 0 or runs[place - 1] != one) >= TWO_OF_EACH


TWO_OF_EACH = 4
TOGETHER = "two works have run together from line {} on: what parts them is lacking"
