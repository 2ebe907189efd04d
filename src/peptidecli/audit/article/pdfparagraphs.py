"""Paragraphs of a PDF: which lines of a box go on the line over them, by where they begin and end."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from ...notation.identifiers import parts_any
from .paged import Line
from .pdflines import COUNT, GAP, INDENT, MARK, SAME_SIZE, Strip

INDENTED = 0.7
"""How far a line is set in, in sizes of its font, at the least."""
_WIDE = 0.8
"""What share of the width of its column a line has at the least whose sentence may go on in the next column."""
_FULL = 0.75
"""What share of the lines before those that are set in are full where they are the further lines of items."""
_WIDER = 1.35
"""How much more than the usual drop is one between paragraphs."""
_SET_APART = 1.1
"""How much more it is at the least where all paragraphs are as far from each other, and a sentence ends."""
_EQUAL = 0.02
"""How alike such drops are, in sizes of the font."""
_PARAGRAPH = 3
"""Lines from which all full ones are one paragraph."""
_COMMON = 0.45
"""What share of lines end at one place where that is the end of their column."""
_FEW = 20
"""Lines of a note at the margin at the most."""
_ADDRESS = re.compile(r"(?:doi:|https?:|10\.)\S{10,}")
_CUT = re.compile(r"10\.\d{4,9}/\S*[^\W_]$")
"""A DOI that may go on in the next line, though it does not end in a sign of its own."""
_REST = re.compile(r"(?!\d{7,8}$|(?:19|20)\d\d\b|\d{1,3}[.)]+$)(?=\S*\d)[\w./()-]{1,60}[,;]?")
"""What may go on a DOI: no year, no number of an item or a record, and no word."""
_AT_STOP = re.compile(r"10\.\d{4,9}/\S*\.$")
_BEHIND_STOP = re.compile(r"(?!\d{7,8}$|(?:19|20)\d\d\b)(?:\d{4,}|[a-z]{2,20}\.\d[\w.()-]*)[.,;]?")
"""What goes on a DOI behind a full stop in it, where browsers break addresses: `ijp.`, `80991`."""
_LONG = 4
"""Letters that this has at the least in a column of which all lines are full to the letter."""
_NUMBERED = re.compile(r"\W?(?:PMI|PMC|Epub)", re.IGNORECASE)
"""What stands behind the DOI of a reference."""
_LETTER = 1.25
"""How wide a digit is at the most, in widths of the letters of an address."""
_EVEN = 0.1
"""How far from the end of their column such lines end at the most, in sizes of the font."""
_BULLETS = frozenset("*▪•‣◦")
_DASHES = frozenset("-–—")
_NUMBER = re.compile(r"[\[(]?(\d{1,3})[\].)]")
_FURTHER = re.compile(r"(?:19|20)\d\d\s?;|10\.\d{4,9}/|(?:doi|pmid|pmcid|https?)\s?:|pp?\.\s", re.IGNORECASE)
"""How a line begins that is the rest of a reference, and no other one."""
_ENDS = re.compile(r"[.!?:;)\]\d][\"”’»]?$")


def lines_of_box(lines: Sequence[Strip], column: Column, above: Strip | None = None, *, aside: bool) -> Iterator[Line]:
    """Yield the lines of a box in a column, of which each is known to go on the one before it, or not.

    What stands `above` is the last line of the box over it in its column; the box may stand `aside`.
    """
    form = _Form(
        _unbroken(lines, column.right) if column.sure else lines, column, above, aside=aside and len(lines) <= _FEW
    )
    for place, line in enumerate(form.lines):
        begins, goes_on = form.begins(place), form.goes_on(place)
        yield Line(form.text(place), goes_on and not begins, begins, full=form.is_wide(line))


def _unbroken(lines: Sequence[Strip], right: float) -> list[Strip]:
    """Return lines, an address whole on the first where it has no place and is broken behind any letter of it."""
    even = sum(right - line.right < _EVEN * line.size for line in lines)
    justified = len(lines) >= _PARAGRAPH and 2 * even > len(lines)
    found: list[Strip] = []
    for line in lines:
        words = line.words
        if found and _breaks(found[-1], line, right, justified=justified):
            (rest, _, _), *words = words
            text, begins, ends = found[-1].words[-1]
            found[-1] = replace(found[-1], words=[*found[-1].words[:-1], (text + rest, begins, ends)])
            # What is left of the line begins where it did.
            words = [(word, line.left, end) for word, _, end in words[:1]] + words[1:]
        found += [replace(line, words=words)] if words else []
    return found


def _breaks(line: Strip, following: Strip, right: float, *, justified: bool) -> bool:
    """Tell whether an address is broken at the end of a line, at a stop or because no letter more has place there."""
    text, begins, ends = line.words[-1]
    rest = following.words[0][0]
    if parts_any(text, rest):
        return False
    if _AT_STOP.search(text):
        return _BEHIND_STOP.fullmatch(rest) is not None and not _fits(line, following, right)
    full = ends + _LETTER * (ends - begins) / len(text) > right
    alone = len(following.words) == 1 or _NUMBERED.match(following.words[1][0]) is not None
    long = len(rest) >= _LONG or not justified or alone
    return full and long and _CUT.search(text) is not None and _REST.fullmatch(rest) is not None


class Column(NamedTuple):
    """A column: where its lines end, whether several end there and most are full, and whether it has several boxes."""

    right: float
    sure: bool
    wrapped: bool
    several: bool


def column_of(boxes: Sequence[Sequence[Strip]]) -> Column:
    """Return the column of boxes that stand under each other, each of lines."""
    lines = [line for box in boxes for line in box]
    right = _right(lines)
    sure = sum(right - line.right < line.size for line in lines) > 1
    full = [not _fits(one, other, right) for box in boxes for one, other in pairwise(box)]
    return Column(right, sure, sum(full) >= max(2, len(full) / 2), len(boxes) > 1)


class _Form:
    """Lines under each other: where most of them begin and end, and in which form they are paragraphs or items."""

    def __init__(self, lines: Sequence[Strip], column: Column, above: Strip | None, *, aside: bool) -> None:
        self.lines, self.column, self.above, self.aside = lines, column, above, aside
        self.left, self.right = min(line.left for line in lines), max(column.right, _right(lines))
        self.indented = [line.left - self.left > INDENTED * line.size for line in lines]
        self.inner = next((one.left for one, indented in zip(lines, self.indented, strict=True) if indented), 0.0)
        # Whether the next word would have had no place at the end of a line.
        self.full = [not _fits(one, other, self.right) for one, other in pairwise(lines)]
        drops = [one.y - other.y for one, other in pairwise(lines)]
        usual = sorted(drops)[len(drops) // 4] if drops else 0.0
        self.apart = [False, *(drop > _WIDER * usual for drop in drops)]
        for place in self._set_apart(drops, usual):
            self.apart[place] = True
        self.hanging = self._hangs()
        # Of lines that were not wrapped only the longest one has no place for the next word.
        self.wrapped = sum(self.full) >= max(2, len(self.full) / 2)
        self.whole = self._whole()
        self.numbers = self._numbered()
        self.numbered = min(self.numbers, default=len(lines))

    def _set_apart(self, drops: Sequence[float], usual: float) -> Iterator[int]:
        """Yield the places of lines under ends of sentences that stand lower, all as far under what is above."""
        wide = sorted(drop for drop in drops if drop > _SET_APART * usual)
        for place, drop in enumerate(drops, 1):
            near = _EQUAL * self.lines[place].size
            if drop > _SET_APART * usual and bisect_right(wide, drop + near) - bisect_left(wide, drop - near) > 1:
                yield from (place,) if self._over(place) else ()

    def _whole(self) -> set[int]:
        """Return the places of lines of paragraphs that are told by their distance: within them all lines are full."""
        found: set[int] = set()
        begins = [place for place, apart in enumerate(self.apart) if apart]
        several = self.column.several or bool(begins)
        for begin, end in pairwise([0, *begins, len(self.lines)]):
            ended = sum(self._over(place) for place in range(begin + 1, end))
            if all(self.full[begin : end - 1]) and 2 * ended < end - begin and (several or end - begin >= _PARAGRAPH):
                found.update(range(begin + 1, end))
        return found

    def _hangs(self) -> bool:
        """Tell whether all lines of an item but its first are set in."""
        further = [full for full, indented in zip(self.full, self.indented[1:], strict=True) if indented]
        firsts = [full for full, indented in zip(self.full, self.indented[1:], strict=True) if not indented]
        items = bool(further) and not all(self.indented) and sum(further) >= _FULL * len(further)
        return items and (2 * sum(firsts) <= len(firsts) or len(further) >= 2 * len(firsts))

    def _numbered(self) -> set[int]:
        """Return the places of the lines that begin with the numbers of items: the most that count on.

        A line of an item may begin with another number, as `157. Journal`.
        """
        lengths: dict[int, tuple[int, int]] = {}
        before: dict[int, int] = {}
        for place, line in enumerate(self.lines):
            hit = _NUMBER.fullmatch(line.words[0][0])
            if hit and len(line.words) > 1:
                number = int(hit[1])
                length, last = lengths.get(number - 1, (0, -1))
                if length >= lengths.get(number, (0, -1))[0]:
                    lengths[number], before[place] = (length + 1, place), last
        length, place = max(lengths.values(), default=(0, -1))
        found: set[int] = set()
        while length > 1 and place >= 0:
            found.add(place)
            place = before[place]
        return found

    def text(self, place: int) -> str:
        """Return what a line says; the number that stands before an item in its own column is its mark."""
        line = self.lines[place]
        (number, _, _), (text, left, _) = (*line.words, ("", 0.0, 0.0))[:2]
        marked = self.hanging and not self.indented[place] and abs(left - self.inner) < line.size / 3
        if marked and COUNT.fullmatch(number) and text[:1].isupper():
            return f"{number}.{line.text.removeprefix(number)}"
        return line.text

    def is_wide(self, line: Strip) -> bool:
        """Tell whether the sentence of a line may go on in the next column."""
        # A head over the page may be as wide as its columns, but in parts that stand apart.
        gaps = (other[1] - one[2] for one, other in pairwise(line.words))
        whole = self.column.wrapped and all(gap < GAP * line.size for gap in gaps)
        wrapped = self.hanging or self.wrapped or whole
        return wrapped and line.right - self.left >= _WIDE * (self.right - self.left)

    def begins(self, place: int) -> bool:
        """Tell whether a line is known to begin a paragraph or an item."""
        if place == 0:
            return self.above is not None and _ended(self.above, self.lines[0])
        if place >= self.numbered:
            return place in self.numbers or self.apart[place] or self._is_bullet(place)
        if self.hanging:
            return self.apart[place] or self._is_first(place)
        # The last line of a paragraph is not full, or the first one of the next is set in or stands lower.
        set_in = self.indented[place] and not self.indented[place - 1]
        return self._over(place) and (self.apart[place] or (self.wrapped and (not self.full[place - 1] or set_in)))

    def goes_on(self, place: int) -> bool:
        """Tell whether a line is known to go on the one over it, where it does not begin anything."""
        line = self.lines[place]
        if place == 0:
            return self.hanging and self.indented[0]
        if place > self.numbered:
            return not self.apart[place]
        if self.hanging:
            return (self.indented[place] or line.text[:1].islower()) and not self._is_bullet(place)
        above = self.lines[place - 1]
        alike = line.size >= SAME_SIZE * above.size and above.left - line.left <= INDENT * line.size
        whole = place in self.whole
        ended = not whole and self._over(place)
        new = ended or self._is_marked(place) or self.indented[place] or self.apart[place]
        return (self.aside or (self.wrapped and self.full[place - 1])) and alike and not new

    def _over(self, place: int) -> bool:
        """Tell whether a sentence may end in the line over one."""
        return _ended(self.lines[place - 1], self.lines[place])

    def _is_marked(self, place: int) -> bool:
        """Tell whether a line begins with the mark of an item; a number in a sentence may stand there by chance."""
        marked = MARK.fullmatch(self.lines[place].words[0][0]) is not None
        within = self.full[place - 1] and not _ENDS.search(self.lines[place - 1].text)
        return (marked and not within) or self._is_bullet(place)

    def _is_bullet(self, place: int) -> bool:
        """Tell whether a line begins with the sign of an item; a dash in a sentence may begin a line by chance."""
        word = self.lines[place].words[0][0]
        return word in _BULLETS or (word in _DASHES and not self.full[place - 1])

    def _is_first(self, place: int) -> bool:
        """Tell whether a line is the first of an item; a paragraph under items may begin where they do."""
        return not self.indented[place] and (self.indented[place - 1] or not self.full[place - 1] or self._over(place))


def _ended(line: Strip, following: Strip) -> bool:
    """Tell whether a sentence may end in a line, and another one begin in the following."""
    new = not following.text[:1].islower() and not _FURTHER.match(following.text)
    return new and _ENDS.search(line.text) is not None


def _right(lines: Sequence[Strip]) -> float:
    """Return where lines end: as far right as several of them do, else the one that goes farthest.

    One that sticks out, as the address at its end has no place and cannot be broken, tells nothing.
    """
    near = Counter[int]()
    for line in lines:
        near[round(2 * line.right / line.size)] += 1
    ordered = sorted(lines, key=lambda line: line.right, reverse=True)
    common = (line.right for line in ordered if near[round(2 * line.right / line.size)] >= max(3, _COMMON * len(lines)))
    first, second = ordered[0], ordered[min(1, len(ordered) - 1)]
    sticks_out = first.right - second.right > first.size and _ADDRESS.fullmatch(first.words[-1][0]) is not None
    return next(common, second.right if sticks_out else first.right)


def _fits(one: Strip, other: Strip, right: float) -> bool:
    """Tell whether the first word of a line would have had its place at the end of the one before it."""
    _, begins, ends = other.words[0]
    return one.right + one.size / 4 + ends - begins <= right
