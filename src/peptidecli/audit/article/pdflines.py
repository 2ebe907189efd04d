"""Strips of a PDF: which of the pieces of text that a page draws are one stretch of a line, by where they stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from operator import itemgetter

from .blocks import LEVEL, RAISED
from .pdfpieces import Piece, Rule

SAME = 0.25
"""How far from each other, in sizes of the font, the feet of letters on one line may be."""
_BLANK = 0.15
"""The gap between two pieces from which there is a blank between them."""
GAP = 1.0
"""The gap from which what stands behind it may be another cell, column or note."""
_BACK = 0.5
"""How far letters may stand back over those before them, in sizes of the font: accents, and letters that overhang."""
_SMALLER = 0.85
"""What share of the size of a line letters have at the most that are set high in it."""
_HIGHER = 0.2
"""How much higher they stand at the least, in sizes of the line, and how much at the most."""
_HIGHEST = 0.7
_SET_HIGH = re.compile(r"[\d,*\u2020-\u2021\u00a7\u2013-]{1,12}|[a-z]|\[\d[\d,\u2013-]{0,9}\]")
"""Marks of references and notes."""
_WIDER = 1.6
"""How much wider than the blanks of a line a gap is that parts it."""
_EVEN = 0.05
_LARGE = 1.8
"""How much larger than the text a letter is that begins it over several lines."""
MARK = re.compile(r"\s*(?:\d{1,3}[.)]|\[\d{1,3}\]|\(\d{1,3}\)|[•‣◦])\s*")
"""The mark of an item of a list."""
_MOST = 100
"""Strips of one line among which the item of a mark is looked for."""
_NEAR = 4
"""Sizes of the font by which the line stands over or under another one by which its cells are told."""
INDENT = 4
"""Sizes of the font by which an item stands to the right of its mark at the most."""


@dataclass
class Strip:
    """A stretch of a line without a wide gap: its words with where they begin and end, its foot and its size."""

    y: float
    size: float
    words: list[tuple[str, float, float]] = field(default_factory=list)

    @property
    def left(self) -> float:
        """Return where it begins."""
        return self.words[0][1]

    @property
    def right(self) -> float:
        """Return where it ends."""
        return max(right for _, _, right in self.words[-3:])

    @property
    def text(self) -> str:
        """Return what is said in it."""
        return " ".join(text for text, _, _ in self.words)

    def level_with(self, other: Strip) -> bool:
        """Tell whether another stands on the same line."""
        return abs(self.y - other.y) <= SAME * max(self.size, other.size)


def strips_of(pieces: Sequence[Piece], upright: Sequence[Rule]) -> list[Strip]:
    """Return the strips of a page in the order in which they are drawn; a rule that stands `upright` ends one."""
    rules = sorted(upright)
    strips: list[Strip] = []
    seen: set[tuple[str, float, int, int]] = set()
    for piece in pieces:
        if _again(piece, seen):
            continue
        if strips and _is_large(strips[-1], piece):
            strips[-1].words = [(strips[-1].text + piece.text, strips[-1].left, piece.right)]
            strips[-1].y, strips[-1].size = piece.y, piece.size
        elif strips and _takes(strips[-1], piece, rules):
            _add(strips[-1], piece)
        else:
            strips.append(Strip(piece.y, piece.size, [(piece.text, piece.left, piece.right)]))
    return _with_marks(list(_parted(_closed(strips))))


def _again(piece: Piece, seen: set[tuple[str, float, int, int]]) -> bool:
    """Tell whether a piece was drawn at its place before, as is done for bold letters and shadows, and note it."""
    unit = _BLANK * piece.size
    across, up = round(piece.left / unit), round(piece.y / unit)
    near = (-1, 0, 1)
    again = any((piece.text, unit, across + right, up + over) in seen for right in near for over in near)
    seen.add((piece.text, unit, across, up))
    return again


def _closed(strips: Sequence[Strip]) -> list[Strip]:
    """Return strips, those of a line together whose words are all set as far from each other as they are."""
    found: list[Strip] = []
    for _, line in groupby(_with_lines(strips), key=itemgetter(0)):
        parts = [strip for _, strip in line]
        if len(parts) > 2 and _justified(parts):
            parts = [Strip(parts[0].y, parts[0].size, [word for part in parts for word in part.words])]
        begins = len(found)
        for part in parts:
            before = found[-1] if len(found) > begins else None
            if before is not None and part.left - before.right < _WIDER * max(_blank(before), _blank(part)):
                before.words += part.words
            else:
                found.append(part)
    return found


def _with_lines(strips: Sequence[Strip]) -> Iterator[tuple[int, Strip]]:
    """Yield strips with the number of the line on which each stands to the right of the one before it."""
    number = 0
    for before, strip in zip([None, *strips], strips, strict=False):
        number += before is None or not before.level_with(strip) or strip.left < before.right
        yield number, strip


def _justified(parts: Sequence[Strip]) -> bool:
    """Tell whether words of different widths are set at one distance, as in a line that fills a narrow column."""
    gaps = [other.left - one.right for one, other in pairwise(parts)]
    widths = [part.right - part.left for part in parts]
    return max(gaps) - min(gaps) <= _EVEN * parts[0].size < max(widths) - min(widths)


def _blank(strip: Strip) -> float:
    """Return how wide most blanks of a strip are, nothing where it has none."""
    gaps = sorted(other[1] - one[2] for one, other in pairwise(strip.words[-_MOST:]))
    return gaps[len(gaps) // 2] if gaps else 0.0


def _parted(strips: Sequence[Strip]) -> Iterator[Strip]:
    """Yield strips, parted where a word begins right under or over what stands behind a wide gap.

    The widest cell of a column may nearly touch the next one.
    """
    lefts: dict[int, list[float]] = defaultdict(list)
    for before, strip in pairwise(strips):
        if strip.level_with(before) and strip.left - before.right >= GAP * strip.size:
            lefts[_tenths(strip.left)].append(strip.y)
    for strip in strips:
        words, more = strip.words[:1], strip.words[1:]
        for word in more:
            near = lefts.get(_tenths(word[1]), ()) if word[1] - words[-1][2] > _BLANK * strip.size else ()
            if any(SAME * strip.size < abs(y - strip.y) <= _NEAR * strip.size for y in near[:_MOST]):
                yield Strip(strip.y, strip.size, words)
                words = []
            words.append(word)
        yield Strip(strip.y, strip.size, words)


def _tenths(place: float) -> int:
    return round(place * 10)


def _takes(strip: Strip, piece: Piece, rules: Sequence[Rule]) -> bool:
    """Tell whether a piece goes on a strip."""
    left = piece.left
    large, least = max(strip.size, piece.size), min(strip.size, piece.size)
    gap = left - strip.right
    over = -INDENT * large < gap < 0 and left > strip.words[-1][1]
    if not (-_BACK * large <= gap < GAP * least or over):
        return False
    level = abs(piece.y - strip.y)
    small = least <= _SMALLER * large
    if level > SAME * large and not (small and level <= _HIGHEST * large and gap < GAP * large / 2):
        return False
    between = rules[bisect_left(rules, (strip.right - 1,)) : bisect_left(rules, (left + 1,))][:_MOST] if gap > 0 else ()
    return not any(rule.low <= piece.y + piece.size / 3 <= rule.high for rule in between)


def _add(strip: Strip, piece: Piece) -> None:
    word, left, right = piece.text, piece.left, piece.right
    text, first, last = strip.words[-1]
    apart = piece.blank or left - strip.right > _BLANK * max(strip.size, piece.size)
    if piece.size <= _SMALLER * strip.size and piece.y - strip.y > _HIGHER * strip.size and _SET_HIGH.fullmatch(word):
        word = f"{RAISED}{word}{LEVEL}"
    elif strip.size <= _SMALLER * piece.size and strip.y - piece.y > _HIGHER * piece.size:
        if _SET_HIGH.fullmatch(strip.text):
            strip.words = [(f"{RAISED}{strip.text}{LEVEL}", strip.left, strip.right)]
            text = strip.text
        strip.y, strip.size = piece.y, piece.size
    elif len(strip.words) == 1 and len(word) > len(text):
        strip.size = piece.size
    if apart:
        strip.words.append((word, left, right))
    else:
        strip.words[-1] = (text + word, first, max(last, right))


def _is_large(strip: Strip, piece: Piece) -> bool:
    """Tell whether a strip is the large letter that begins a text, of which a piece is the rest of the first word."""
    return (
        len(strip.words) == len(strip.words[0][0]) == 1
        and strip.words[0][0].isupper()
        and strip.size >= _LARGE * piece.size
        and piece.text[0].islower()
        and 0 <= piece.y - strip.y < strip.size
        and -_BACK * piece.size <= piece.left - strip.right < GAP * piece.size
    )


def _with_marks(strips: list[Strip]) -> list[Strip]:
    """Return strips with the marks of a list each before its item: some programs draw them when all items are drawn."""
    by_foot: dict[int, list[int]] = defaultdict(list)
    for place, strip in enumerate(strips):
        by_foot[round(strip.y)].append(place)
    before: dict[int, int] = {}
    for place, strip in enumerate(strips):
        if not MARK.fullmatch(strip.text):
            continue
        level = [other for foot in (-1, 0, 1) for other in by_foot.get(round(strip.y) + foot, ())[:_MOST]]
        right = [one for one in level if strip.level_with(strips[one]) and strips[one].left > strip.left]
        item = min((one for one in right if one not in before), key=lambda one: strips[one].left, default=place)
        if item < place and strips[item].left - strip.left <= INDENT * strip.size:
            before[item] = place
    moved = set(before.values())
    return [
        strips[one]
        for place in range(len(strips))
        if place not in moved
        for one in ((before[place], place) if place in before else (place,))
    ]
