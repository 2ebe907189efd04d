"""Strips of a PDF: which of the pieces of text that a page draws are one stretch of a line, by where they stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
_CELL = 6.0
"""The points of a square of the page in which it is looked for what stands next to something."""
_NEXT = 0.4
"""The gap up to which what is drawn later stands next to a word, and not in the next column."""
_BACK = 0.5
"""How far letters may stand back over those before them, in sizes of the font: accents, and letters that overhang."""
_SMALLER = 0.85
"""What share of the size of a line letters have at the most that are set high in it."""
_HIGHER = 0.2
"""How much higher they stand at the least, in sizes of the line, and how much at the most."""
_HIGHEST = 0.7
_RAISED = 0.5
"""How much higher letters of one size stand at the most on one line."""
_SET_HIGH = re.compile(r"[\d,*\u2020-\u2021\u00a7\u2013-]{1,12}|[a-z]|\[\d[\d,\u2013-]{0,9}\]")
"""Marks of references and notes."""
_WIDER = 1.6
"""How much wider than the blanks of a line a gap is that parts it."""
_EVEN = 0.05
_THREE = 3
"""Words from which it is told that they are set at one distance."""
SAME_SIZE = 0.97
"""How alike the sizes of lines of one paragraph are."""
COUNT = re.compile(r"\d{1,4}")
"""A number alone: that of a line, or of an item without a sign behind it."""
_LARGE = 1.8
"""How much larger than the text a letter is that begins it over several lines."""
MARK = re.compile(r"\s*(?:\d{1,3}[.)]|\[\d{1,3}\]|\(\d{1,3}\)|[•‣◦])\s*")
"""The mark of an item of a list."""
_MOST = 100
"""Strips of one line among which the item of a mark is looked for."""
_NEAR = 4
"""Sizes of the font by which the line stands over or under another one by which its cells are told."""
_FAR = 16
"""Sizes by which it does where the gap between them is one of cells."""
_CELLS = 0.6
"""How wide such a gap is at the least, in sizes of the font."""
INDENT = 4
"""Sizes of the font by which an item stands to the right of its mark at the most."""


_Word = tuple[str, float, float]
"""A word with where it begins and ends."""


@dataclass
class Strip:
    """A stretch of a line without a wide gap: its words with where they begin and end, its foot and its size."""

    y: float
    size: float
    words: list[_Word]

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


def one_of(strips: Sequence[Strip]) -> Strip:
    """Return strips of a line as one, with the foot and the size of the first."""
    return Strip(strips[0].y, strips[0].size, [word for strip in strips for word in strip.words])


def _word(piece: Piece) -> _Word:
    return piece.text, piece.left, piece.right


def strips_of(pieces: Sequence[Piece], upright: Sequence[Rule]) -> list[Strip]:
    """Return the strips of a page in the order in which they are drawn; a rule that stands `upright` ends one."""
    rules = sorted(upright)
    strips: list[Strip] = []
    large: list[Strip] = []
    seen: set[tuple[str, float, int, int]] = set()
    for piece in pieces:
        if _again(piece, seen):
            continue
        initial = next((one for one in large if _is_large(one, piece)), None)
        if initial is not None:
            large.remove(initial)
            strips.append(Strip(piece.y, piece.size, [(initial.text + piece.text, piece.left, piece.right)]))
            initial.words = []
        elif strips and strips[-1].words and _takes(strips[-1], piece, rules):
            _add(strips[-1], piece)
        else:
            strips.append(Strip(piece.y, piece.size, [_word(piece)]))
            if len(piece.text) == 1 and piece.text.isupper():
                large = [*large[-2:], strips[-1]]
    return _with_marks(list(_parted(_closed(_together([strip for strip in strips if strip.words], rules)))))


def _together(strips: Sequence[Strip], rules: Sequence[Rule]) -> list[Strip]:
    """Return strips, those that begin, fill or end the line of one that was drawn before as parts of that."""
    ends: dict[tuple[int, int], list[Strip]] = defaultdict(list)
    for strip in strips:
        whole = strip
        while True:
            y, near = whole.y, SAME * whole.size / _SMALLER
            around = (
                one
                for edge in (whole.left, whole.right)
                for place in _around(y, edge)
                for one in ends.get(place, ())
                if -near <= one.y - y <= near and one is not whole and one.words
            )
            other = next((one for one in around if _touch(one, whole, rules)), None)
            if other is None:
                break
            other.words = _in_order([*other.words, *whole.words], other.size)
            whole.words = []
            whole = other
        for edge in {round(whole.left / _CELL), round(whole.right / _CELL)}:
            held = ends[round(whole.y / _CELL), edge]
            held[:] = [*held[1 - _MOST :], whole]
    return [strip for strip in strips if strip.words]


def _around(y: float, x: float) -> Iterator[tuple[int, int]]:
    """Yield the squares of a page around a place."""
    for over in (-1, 0, 1):
        for right in (-1, 0, 1):
            yield round(y / _CELL) + over, round(x / _CELL) + right


def _touch(one: Strip, other: Strip, rules: Sequence[Rule]) -> bool:
    """Tell whether two strips stand next to each other on a line, with no rule between them."""
    first, second = (one, other) if one.left < other.left else (other, one)
    size, gap = min(one.size, other.size), second.left - first.right
    alike = size >= _SMALLER * max(one.size, other.size)
    return (
        alike and one.level_with(other) and -SAME * size < gap < _NEXT * size and not _ruled(first.right, second, rules)
    )


def _in_order(words: list[_Word], size: float) -> list[_Word]:
    """Return words from left to right, those that touch each other as one."""
    found: list[_Word] = []
    for text, left, right in sorted(words, key=itemgetter(1)):
        near = _BLANK if found and 1 in (len(text), len(found[-1][0])) else _BLANK / 3
        if found and left - found[-1][2] <= near * size:
            found[-1] = (found[-1][0] + text, found[-1][1], max(found[-1][2], right))
        else:
            found.append((text, left, right))
    return found


def _ruled(end: float, following: Strip | Piece, rules: Sequence[Rule]) -> bool:
    """Tell whether a rule stands between the end of something and what follows it on its line."""
    if following.left <= end:
        return False
    between = rules[bisect_left(rules, (end - 1,)) : bisect_left(rules, (following.left + 1,))][:_MOST]
    return any(rule.low <= following.y + following.size / 3 <= rule.high for rule in between)


def _again(piece: Piece, seen: set[tuple[str, float, int, int]]) -> bool:
    """Tell whether a piece was drawn at its place before, as is done for bold letters and shadows, and note it."""
    # The same letter may stand twice in a word, `still`.
    unit = min(_BLANK * piece.size, (piece.right - piece.left) / 3) or 1.0
    across, up = round(piece.left / unit), round(piece.y / unit)
    near = (-1, 0, 1)
    again = any((piece.text, unit, across + right, up + over) in seen for right in near for over in near)
    seen.add((piece.text, unit, across, up))
    return again


def _closed(strips: Sequence[Strip]) -> list[Strip]:
    """Return strips, those of a line together whose words are all set as far from each other as they are."""
    edges = _Edges(strips)
    found: list[Strip] = []
    for _, line in groupby(_with_lines(strips), key=itemgetter(0)):
        parts = list(_filling([strip for _, strip in line], edges))
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


class _Edges:
    """Where strips begin, end and have their middle, by which the cells of columns are told."""

    def __init__(self, strips: Sequence[Strip]) -> None:
        self._feet: dict[tuple[int, int], list[float]] = defaultdict(list)
        for strip in strips:
            for kind, place in enumerate(self._places(strip)):
                self._feet[kind, round(place * 10)].append(strip.y)

    @staticmethod
    def _places(strip: Strip) -> tuple[float, float, float]:
        return strip.left, strip.right, (strip.left + strip.right) / 2

    def has_over(self, strip: Strip) -> bool:
        """Tell whether another strip, on a line near to it, begins, ends or has its middle where this one does."""
        places = enumerate(self._places(strip))
        return any(self._is_near(strip, kind, place, by) for kind, place in places for by in (-1, 0, 1))

    def begins_over(self, strip: Strip, left: float, gap: float) -> bool:
        """Tell whether another strip begins where something in one does that stands behind a gap.

        It is on a line near to it; behind a wide gap, as between cells, it may be further away: rows are high.
        """
        return self._is_near(strip, 0, left, far=_FAR if gap > _CELLS * strip.size else _NEAR)

    def _is_near(self, strip: Strip, kind: int, place: float, by: int = 0, far: float = _NEAR) -> bool:
        feet = self._feet.get((kind, round(place * 10) + by), ())[:_MOST]
        return any(SAME * strip.size < abs(y - strip.y) <= far * strip.size for y in feet)


def _filling(parts: Sequence[Strip], edges: _Edges) -> Iterator[Strip]:
    """Yield the strips of a line, three and more that are set at one distance as one: they fill a narrow column.

    Of numbers in columns the widths are one, and cells stand over others.
    """
    place = 0
    while place < len(parts):
        end = place + 1
        first = parts[end].left - parts[place].right if end < len(parts) else 0.0
        while end < len(parts) and abs(parts[end].left - parts[end - 1].right - first) <= _EVEN * parts[place].size:
            end += 1
        run = parts[place:end]
        widths = [part.right - part.left for part in run]
        if len(run) < _THREE:
            yield run[0]
            place += 1
            continue
        # One may stand under another by chance.
        cells = 2 * sum(map(edges.has_over, run[1:-1])) > len(run) - 2
        if max(widths) - min(widths) > _EVEN * run[0].size and not cells:
            yield one_of(run)
        else:
            yield from run
        place = end


def _blank(strip: Strip) -> float:
    """Return how wide most blanks of a strip are, nothing where it has none."""
    gaps = sorted(other[1] - one[2] for one, other in pairwise(strip.words[-_MOST:]))
    return gaps[len(gaps) // 2] if gaps else 0.0


def _parted(strips: Sequence[Strip]) -> Iterator[Strip]:
    """Yield strips, parted where a word begins right under or over the beginning of another one.

    The widest cell of a column may nearly touch the next one.
    """
    edges = _Edges(strips)
    for strip in strips:
        words, more = strip.words[:1], strip.words[1:]
        for word in more:
            gap = word[1] - words[-1][2]
            if gap > _BLANK * strip.size and edges.begins_over(strip, word[1], gap):
                yield Strip(strip.y, strip.size, words)
                words = []
            words.append(word)
        yield Strip(strip.y, strip.size, words)


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
    high = _HIGHEST if small else _RAISED
    if level > SAME * large and not (level <= high * large and gap < GAP * large / 2):
        return False
    return not _ruled(strip.right, piece, rules)


def _add(strip: Strip, piece: Piece) -> None:
    word, left, right = _word(piece)
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
