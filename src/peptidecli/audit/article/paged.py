"""Text in pages, of a PDF or as pdftotext writes it: what goes on over their borders, and what stands at their edges.

At the edges are running heads and feet, and the numbers of the pages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from .blocks import Block, block
from .plain import flow, goes_on, width_of

Page = Sequence[str]
"""The lines of a page."""
_Lines = list[tuple[int, str]]
"""Lines with their numbers in the file."""

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
_MOST_OF_NOTES = 12
"""Lines at the foot of a page that can be notes."""
_NOTE = re.compile(r"\s*(?:\d{1,2}|[*†‡§¶])[.)\]]?\s?(?=[A-ZÀ-ÞА-ЯЁ\"“(])")
"""How a note begins: with its mark, and a capital."""
_COUNTS = re.compile(r"\s*\d+\s")
_TITLE = re.compile(r"\s*[A-ZÀ-ÞА-ЯЁ][^.]{8,}[^\W\d]\s*$")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class _Line(NamedTuple):
    place: int
    key: str
    offset: int | None
    named: bool


def blocks_of_pages(pages: Sequence[Page], firsts: Iterable[int], apart: Sequence[set[int]]) -> Iterator[Block]:
    """Yield the blocks of pages, with the numbers of their first lines, and then what is beside their text.

    That is what stands `apart` on them, and notes at the foot of a page over whose border a sentence goes on.
    """
    beside: dict[str, int] = {}
    texts: list[_Lines] = []
    for lines, first, edge in zip(pages, firsts, apart, strict=False):
        texts.append([(first + place, line) for place, line in enumerate(lines) if place not in edge])
        for place in sorted(edge):
            beside.setdefault(lines[place], first + place)
    # Over the first page it may be the title, of which all below it speaks.
    for line, number in list(beside.items()):
        if texts[0] and number < texts[0][0][0] and _TITLE.match(line):
            yield from filter(None, [block("heading", [(number, line)], 1)])
            del beside[line]
    notes: list[_Lines] = []
    for text, following in pairwise(texts):
        begins = _notes_begin(text, next((line for _, line in following if line.strip()), ""))
        notes.append(text[begins:])
        del text[begins:]
    held: _Lines = []
    for number, line in (line for text in texts for line in text):
        if line.strip():
            held.append((number, line))
        elif held and held[-1][1].rstrip().endswith((".", "!", "?", ":")):
            yield from flow(held)
            held = []
    yield from flow(held)
    for note in notes:
        yield from flow([(number, line) for number, line in note if line.strip()], "item")
    made = (block("item", [(place, line)]) for line, place in beside.items())
    yield from filter(None, made)


def _notes_begin(lines: _Lines, following: str) -> int:
    """Return from which of its lines on a page has notes, where the sentence before them goes on in the next page."""
    said = [place for place, (_, line) in enumerate(lines) if line.strip()]
    if not following or _NOTE.match(following) or not said or not lines[said[-1]][1].rstrip().endswith((".", ")")):
        return len(lines)
    widest = width_of(line for _, line in lines)
    for above, place in pairwise(said[-_MOST_OF_NOTES - 1 :]):
        mark = _NOTE.match(lines[place][1])
        # A number apart from its words may be one of a sentence, but where the next page goes on in small letters.
        sure = mark and (following.lstrip()[:1].islower() or not _COUNTS.match(mark[0]))
        if sure and goes_on(lines[above][1], following, widest):
            return place
    return len(lines)


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
