"""Layout of a PDF page: its tables, its columns, boxes and notes, each read by itself, and its paragraphs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest

from .paged import Line
from .pdfgrids import without_grids
from .pdflines import COUNT, GAP, INDENT, MARK, SAME, SAME_SIZE, Strip, one_of, strips_of
from .pdfparagraphs import INDENTED, Column, column_of, lines_of_box
from .pdfpieces import Drawn, Piece, Rule
from .pdftables import LEADING, Table, tables_of

_DROP = 2.2
"""The drop from one line of a box to the next, in sizes of its font, at the most."""
_STACKED = 5
"""The drop from one box to the next under it, at the most, in sizes of the font."""
_ALIKE = 0.88
"""How alike the sizes of lines of one box are."""
_MOST = 64
"""Boxes beside each other beyond which they are one line."""
_NEAR = 20
"""Lines over and under one by which it is told how far its column goes."""
_RAGGED = 4
"""By how much the longest lines of boxes of one column may differ, in sizes of the font."""
_OPEN = 8
"""Boxes of which the text may go on behind what is drawn beside them."""
_COLUMN = 3
"""Lines of a box from which it is told from where to where its column goes."""
_NUMBERED = 4
"""Lines with a number before them from which they may be numbered throughout."""


@dataclass
class _Box:
    """Lines of one column, each made of strips.

    `beside` is the box, and the line of it, at whose right it begins, and `next` tells that it is drawn right after it;
    `number` counts those that stand so to its left, `over` the lines that are drawn after the first and stand over it.
    """

    lines: list[list[Strip]]
    beside: tuple[_Box, int] | None = None
    next: bool = False
    number: int = 0
    over: int = 0
    left: float = field(init=False)
    right: float = field(init=False)

    def __post_init__(self) -> None:
        self.left, self.right = self.lines[0][0].left, self.lines[0][-1].right

    @property
    def strips(self) -> list[Strip]:
        """Return its lines, each as one strip."""
        return [one_of(line) for line in self.lines]

    @property
    def last(self) -> Strip:
        return self.lines[-1][0]

    def add(self, strip: Strip) -> None:
        self.add_line([strip])

    def add_line(self, line: list[Strip]) -> None:
        self.lines.append(line)
        self.left, self.right = min(self.left, line[0].left), max(self.right, line[-1].right)

    def put_first(self, strip: Strip) -> None:
        self.lines.insert(0, [strip])
        self.over += 1
        self.left, self.right = min(self.left, strip.left), max(self.right, strip.right)

    def goes_under(self, strip: Strip) -> bool:
        """Tell whether a strip is the line right over the first one of the box, though it is drawn later."""
        first = self.lines[0][0]
        size, drop = max(strip.size, first.size), strip.y - first.y
        alike = min(strip.size, first.size) >= SAME_SIZE * size
        return alike and SAME * size < drop <= LEADING * size and abs(strip.left - first.left) < INDENTED * size

    def goes_on_with(self, strip: Strip) -> bool:
        """Tell whether a strip stands right under the last line of the box."""
        size, drop = max(strip.size, self.last.size), self.last.y - strip.y
        alike = min(strip.size, self.last.size) >= _ALIKE * size
        within = strip.left < self.right and self.left - INDENT * size < strip.right
        return alike and SAME * size < drop <= _DROP * size and within


def lines_of(drawn: Drawn) -> list[Line]:
    """Return the lines of a page, those of each of its columns and boxes together, with its tables in their places.

    What stands at another angle than most of it comes behind the rest.
    """
    by_angle: dict[int, list[Piece]] = defaultdict(list)
    for piece in drawn.pieces:
        by_angle[piece.angle].append(piece)
    lines: list[Line] = []
    for angle, pieces in sorted(by_angle.items(), key=lambda one: -sum(len(piece.text) for piece in one[1])):
        lines += [Line("")] if lines else []
        lines += _upright(pieces, () if angle else drawn.rules)
    return lines


def _upright(pieces: Sequence[Piece], rules: Sequence[Rule]) -> Iterator[Line]:
    strips = _unnumbered(strips_of(pieces, [rule for rule in rules if not rule.level]))
    before: _Box | None = None
    parts = list(_parts(strips, rules))
    columns = _columns([one for one in parts if isinstance(one, _Box)])
    for one in parts:
        if isinstance(one, Table):
            yield from (Line(" | ".join(cells), cells=cells, head=not number) for number, cells in enumerate(one.rows))
            before = None
            continue
        above = one_of(before.lines[-1]) if before is not None and _stacked(before, one) else None
        if before is not None and above is None:
            yield Line("")
        column = columns[id(one)]
        known = before is not None and columns[id(before)] is column and column.wrapped
        yield from lines_of_box(one.strips, column, above if known else None, aside=one.beside is not None)
        before = one


def _parts(strips: Sequence[Strip], rules: Sequence[Rule]) -> Iterator[_Box | Table]:
    """Yield the boxes and tables of a page: tables in grids of rules first, others between them."""
    level = [rule for rule in rules if rule.level]
    for part in without_grids(strips, rules):
        if isinstance(part, Table):
            yield part
        else:
            yield from _boxes(part, list(tables_of(part, level)))


def _columns(boxes: Sequence[_Box]) -> dict[int, Column]:
    """Return the column of each box: that of all that begin at one place and go about as far."""
    found: dict[int, Column] = {}
    column: list[_Box] = []
    ordered = sorted(boxes, key=lambda box: (round(box.left), round(box.last.size), -box.right))
    for box, after in zip_longest(ordered, ordered[1:]):
        column.append(box)
        first = column[0]
        alike = after is not None and (round(after.left), round(after.last.size)) == (
            round(first.left), round(first.last.size)
        )  # fmt: skip
        if not alike or first.right - after.right > _RAGGED * first.last.size:
            found.update(dict.fromkeys(map(id, column), column_of([one.strips for one in column])))
            column = []
    return found


def _unnumbered(strips: list[Strip]) -> list[Strip]:
    """Return strips without the numbers of lines: those before lines that mostly go on in mid-sentence."""
    numbers = {
        place: beside
        for place, strip in enumerate(strips)
        if COUNT.fullmatch(strip.text)
        for beside in (place + 1, place - 1)
        if 0 <= beside < len(strips) and _stands_before(strip, strips[beside])
    }
    going_on = sum(strips[beside].text[:1].islower() for beside in numbers.values())
    counted = [int(strips[place].text) for place in numbers]
    steps = {other - one for one, other in pairwise(counted)}
    # Items may be numbered too, but hardly any of them begins with a small letter.
    if len(numbers) < _NUMBERED or going_on <= len(numbers) / (10 if len(steps) == 1 else 3):
        return strips
    return [strip for place, strip in enumerate(strips) if place not in numbers]


def _stands_before(strip: Strip, other: Strip) -> bool:
    return other.level_with(strip) and other.left >= strip.right and COUNT.fullmatch(other.text) is None


def _boxes(strips: Sequence[Strip], tables: Sequence[Table]) -> Iterator[_Box | Table]:
    """Yield the boxes and tables of a page in the order in which they are begun."""
    within = {place: table for table in tables for place in range(table.begin, table.end)}
    found: list[_Box | Table] = []
    recent: list[_Box] = []
    mark: Strip | None = None
    for place, strip in enumerate(strips):
        table = within.get(place)
        if table is not None:
            if place == table.begin:
                found.append(table)
                recent = []
            continue
        following = strips[place + 1] if place + 1 < len(strips) and place + 1 not in within else None
        if recent and mark is None and _is_on_its_line(recent[-1], strip):
            recent[-1].lines[-1].append(strip)
            recent[-1].right = max(recent[-1].right, strip.right)
            continue
        if mark is None and following is not None and _marks(strip, following):
            mark = strip
            continue
        whole = _marked(mark, strip) if mark is not None else strip
        plain, mark = mark is None, None
        under = [box for box in recent if box.goes_on_with(whole)]
        if under:
            box = min(under, key=lambda box: abs(box.last.left - whole.left))
            box.add(whole)
            recent.remove(box)
        elif plain and (over := next((box for box in reversed(recent) if box.goes_under(whole)), None)):
            box = over
            box.put_first(whole)
            recent.remove(box)
        else:
            level = (one for one in reversed(recent) if one.last.level_with(whole) and one.last.left < whole.left)
            at = next(level, None)
            box = _Box([[whole]])
            if at is not None:
                box.beside, box.next, box.number = (at, len(at.lines) - 1 - at.over), at is recent[-1], at.number + 1
            found.append(box)
        recent = [*recent[1 - _OPEN :], box]
    # From the last one on, as what stands beside one may stand beside another with it.
    boxes = [one for one in found if isinstance(one, _Box)]
    columns = {(round(one.left), round(one.right)) for one in boxes if len(one.lines) >= _COLUMN}
    gone = {id(one) for one in reversed(boxes) if one.beside is not None and _joined(one, columns)}
    left = [one for one in found if id(one) not in gone]
    for part, after in zip_longest(left, left[1:]):
        if isinstance(part, _Box) and isinstance(after, _Box):
            yield from _narrowed(part, after)
        else:
            yield part


def _narrowed(box: _Box, following: _Box) -> Iterator[_Box]:
    """Yield a box, in parts where some of its lines are those of a narrower one, beside which the following stands."""
    size = box.last.size
    high, low = following.lines[0][0].y + SAME * size, following.last.y - SAME * size
    places = [place for place, line in enumerate(box.lines) if low <= line[0].y <= high]
    within = places and following.left < box.right - GAP * size
    if not within or any(box.lines[place][-1].right > following.left for place in places):
        yield box
        return
    for lines in (box.lines[: places[0]], box.lines[places[0] : places[-1] + 1], box.lines[places[-1] + 1 :]):
        if lines:
            part = _Box(lines[:1], box.beside)
            for line in lines[1:]:
                part.add_line(line)
            yield part


def _is_on_its_line(box: _Box, strip: Strip) -> bool:
    """Tell whether a strip is more of the last line of a box: near to what is there, or within the box."""
    last = box.lines[-1][-1]
    near = strip.left - last.right < GAP * strip.size or strip.right <= box.right + SAME * strip.size
    near = near or box.number > _MOST
    return last.level_with(strip) and strip.left - last.right > -SAME * strip.size and near


def _marks(strip: Strip, following: Strip) -> bool:
    """Tell whether a strip is the mark or the number of an item that follows it."""
    text = strip.text
    near = 0 <= following.left - strip.right <= INDENT * strip.size
    counts = COUNT.fullmatch(text) is not None and len(text) <= 3 and following.text[:1].isupper()
    return near and strip.level_with(following) and (MARK.fullmatch(text) is not None or counts)


def _marked(mark: Strip, strip: Strip) -> Strip:
    text = f"{mark.text}." if COUNT.fullmatch(mark.text) else mark.text
    return Strip(strip.y, strip.size, [(text, mark.left, mark.right), *strip.words])


def _joined(box: _Box, columns: Set[tuple[int, int]]) -> bool:
    """Join a box with the one beside which it begins, if they are one: parts of one line, or a label and its text.

    They are one line too where they begin and end where one of the `columns` does, however few words fill it.
    """
    assert box.beside is not None
    other, place = box.beside[0], box.beside[0].over + box.beside[1]
    around = other.lines[max(0, place - _NEAR) : place] + other.lines[place + 1 : place + 1 + _NEAR]
    rest = [line[-1].right for line in around]
    within = bool(rest) and box.left < max(rest) - GAP * box.last.size
    alone = box.next and len(other.lines) == 1
    near = (-1, 0, 1)
    filling = len(other.lines) > 1 and any(
        (round(other.left) + left, round(box.right) + right) in columns for left in near for right in near
    )
    if len(box.lines) == 1 and (within or alone or filling):
        other.lines[place] += box.lines[0]
        other.right = max(other.right, box.right)
        return True
    if alone:
        other.lines = [[*other.lines[0], *box.lines[0]], *box.lines[1:]]
        other.right = max(other.right, box.right)
        return True
    partners = other.lines[place : place + len(box.lines)]
    together = zip(partners, box.lines, strict=False)
    if within and len(partners) == len(box.lines) and all(one[0].level_with(mine[0]) for one, mine in together):
        for one, mine in zip(partners, box.lines, strict=True):
            one.extend(mine)
        return True
    return False


def _stacked(one: _Box, other: _Box) -> bool:
    """Tell whether a box stands under another one in the same column."""
    drop = one.last.y - other.lines[0][0].y
    size = max(one.last.size, other.lines[0][0].size)
    return 0 < drop <= _STACKED * size and other.left < one.right and one.left < other.right
