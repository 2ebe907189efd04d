"""Text in pages, of a PDF or as pdftotext writes it: what goes on over their borders, and what stands at their edges.

At the edges are running heads and feet, and the numbers of the pages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .blocks import Block, block
from .plain import flow

Page = Sequence[str]
"""The lines of a page."""

_MOST = 3
"""Lines at either edge of a page that can be beside its text."""
_LONGEST = 120
"""Characters beyond which a line is no running head."""
_NUMBER = re.compile(
    r"(?P<word>page|p\.|pag\.|seite|s\.|стр\.?|с\.)?\s{0,3}(?P<number>\d{1,4}|[ivxlc]{1,7})"
    r"(?:\s{0,3}(?:of|/|von|sur|de|из)\s{0,3}\d{1,4})?",
    re.IGNORECASE,
)
_AT_AN_END = re.compile(r"^\W{0,9}\d{1,4}\W{1,9}|\W{1,9}\d{1,4}\W{0,9}$")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class _Line(NamedTuple):
    place: int
    key: str
    offset: int | None
    named: bool


def blocks_of_pages(pages: Sequence[tuple[int, Page]], apart: Sequence[set[int]]) -> Iterator[Block]:
    """Yield the blocks of pages, each given with the number of its first line, and then what stands `apart` on them."""
    held: list[tuple[int, str]] = []
    beside: dict[str, int] = {}
    for (first, lines), edge in zip(pages, apart, strict=True):
        for place, line in enumerate(lines):
            if place in edge:
                beside.setdefault(line, first + place)
            elif line.strip():
                held.append((first + place, line))
            elif held and held[-1][1].rstrip().endswith((".", "!", "?", ":")):
                yield from flow(held)
                held = []
    yield from flow(held)
    made = (block("item", [(place, line)]) for line, place in beside.items())
    yield from filter(None, made)


def edges(pages: Sequence[Page]) -> list[set[int]]:
    """Return the places of the lines of each page that are beside its text.

    A running head or foot is a line at an edge that stands at one of another page too, but for the number of the page.
    A number is one of a page where another page is counted in step with it, or where it says so.
    """
    found = [[_lines(page, order) for order in (1, -1)] for page in pages]
    keys = Counter(key for sides in found for key in {line.key for side in sides for line in side if line.key})
    offsets: Counter[int | None] = Counter()
    for number, sides in enumerate(found):
        offsets.update({line.offset - number for side in sides for line in side if line.offset is not None})
    return [
        {line.place for side in sides for line in _beside(side, number, keys, offsets)}
        for number, sides in enumerate(found)
    ]


def _lines(page: Page, order: int) -> list[_Line]:
    """Return the first lines of a page that has any text, or its last ones from below."""
    places = [place for place, line in enumerate(page) if line.strip()][::order][:_MOST]
    return [_read(place, page[place].strip()) for place in places]


def _read(place: int, text: str) -> _Line:
    if len(text) > _LONGEST:
        return _Line(place, "", None, named=False)
    bare = text.strip(" -–—|[]().•")
    hit = _NUMBER.fullmatch(bare)
    if hit:
        return _Line(place, "", _value(hit["number"].lower()), named=bool(hit["word"] or hit.end() > hit.end("number")))
    return _Line(place, _AT_AN_END.sub("", text).strip().casefold(), None, named=False)


def _value(number: str) -> int:
    """Return a number as it counts; one in Roman letters that is none counts as something."""
    if number.isdigit():
        return int(number)
    values = [_ROMAN[letter] for letter in number]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _beside(side: Sequence[_Line], number: int, keys: Counter[str], offsets: Counter[int | None]) -> Iterator[_Line]:
    """Yield lines from the edge on, up to the first that is one of the text."""
    for line in side:
        counted = line.offset is not None and (line.named or offsets[line.offset - number] > 1)
        if not counted and not (line.key and keys[line.key] > 1):
            return
        yield line
