"""Tables of a PDF whose cells stand between rules that are drawn: each cell is what stands in its field of the grid."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from .pdflines import SAME, Strip, one_of
from .pdfpieces import Rule
from .pdftables import LEADING, TALLEST, Table, whole_of

_TOUCH = 2.0
"""Points by which the ends of rules that meet may miss each other."""
_FEWEST = 3
"""Rules of each direction that make two rows of two columns."""
_ROWS = 2
"""Level rules between which there is a row at the least."""
_MOST = 200
"""Rules of a page in each direction, taken together, beyond which they are a drawing; strips of a row at the most."""
_WIDEST = 24
"""Columns beyond which rules are a drawing."""
_NAMES = 2
"""Cells of a head at the least."""
_LONGEST = 80
"""Letters of a cell of a head at the most."""
_Field = tuple[int, int]
"""A field of a grid, by its row and its column."""


def without_grids(strips: Sequence[Strip], rules: Sequence[Rule]) -> Iterator[Table | list[Strip]]:
    """Yield the tables in grids of rules, each in the place of its first strip, and the strips between them."""
    level = _whole([rule for rule in rules if rule.level])
    upright = _whole([rule for rule in rules if not rule.level])
    if len(level) > _MOST or len(upright) > _MOST:
        level, upright = [], []
    made = [*_joined(level, upright), *_between(level, strips)]
    grids = [grid for grid in (_Grid(*one) for one in made) if grid.is_one]
    held: dict[int, dict[_Field, list[Strip]]] = defaultdict(lambda: defaultdict(list))
    within: dict[int, int] = {}
    for place, strip in enumerate(strips):
        fields = ((number, grid.field(strip)) for number, grid in enumerate(grids))
        number, field = next((one for one in fields if one[1] is not None), (-1, None))
        if field is not None:
            held[number][field].append(strip)
            within[place] = number
    rows = {number: grids[number].rows(cells) for number, cells in held.items()}
    between: list[Strip] = []
    told: set[int] = set()
    for place, strip in enumerate(strips):
        number = within.get(place, -1)
        if not rows.get(number):
            between.append(strip)
        elif number not in told:
            told.add(number)
            yield from filter(None, [between])
            between = []
            yield Table(0, 0, rows[number])
    yield from filter(None, [between])


def _between(level: Sequence[Rule], strips: Sequence[Strip]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Yield level rules with others that stand between the columns of what is between them.

    Only where cells do not begin at one height in their rows: else these are told by their lines.
    """
    groups: dict[tuple[int, int], list[Rule]] = defaultdict(list)
    for rule in level:
        groups[round(rule.left / _TOUCH), round(rule.right / _TOUCH)].append(rule)
    for rules in (group for group in groups.values() if len(group) >= _ROWS):
        left, right = rules[0].left, rules[0].right
        within = [one for one in strips if left - _TOUCH < one.left and one.right < right + _TOUCH]
        for table in _runs(_places([rule.low for rule in rules]), sorted(within, key=lambda one: one.y)):
            bands = [band for _, band in table]
            columns = _apart([strip for band in bands for strip in band])
            if len(columns) > 1 and _are_rows(bands, columns):
                feet = [foot for foot, _ in table]
                high = max(strip.y + strip.size for strip in bands[-1])
                middles = [(one[1] + other[0]) / 2 for one, other in pairwise(columns)]
                upright = [Rule(place, feet[0], place, high) for place in (left, *middles, right)]
                yield [Rule(left, foot, right, foot) for foot in (*feet, high)], upright


_Band = tuple[float, list[Strip]]
"""What stands between two rules, and how high the lower one stands."""


def _runs(feet: Sequence[float], strips: Sequence[Strip]) -> Iterator[list[_Band]]:
    """Yield bands that stand on each other, from below, where several things stand beside each other in each.

    Under the last rule and over the first one there may be a row too.
    """
    heights = [strip.y for strip in strips]
    run: list[_Band] = []
    for foot, top in pairwise([*feet, math.inf]):
        begin, end = bisect_left(heights, foot), bisect_left(heights, top)
        if not run:
            below = _near(strips[:begin][::-1], foot)
            run += [(below[-1].y - below[-1].size, below)] if len(_apart(below)) > 1 else []
        band = list(strips[begin:end]) if top < math.inf else []
        if band and len(_apart(band)) > 1:
            run.append((foot, band))
            continue
        above = _near(strips[begin:end], foot)
        if len(_apart(above)) > 1:
            run.append((foot, above))
        yield run
        run = []


def _near(strips: Sequence[Strip], place: float) -> list[Strip]:
    """Return the strips from a place on that stand on lines next to each other, up to one over several others."""
    found: list[Strip] = []
    for strip in strips:
        columns = _apart(found)
        over = [one for one in columns if strip.left < one[1] and one[0] < strip.right]
        if abs(strip.y - place) > LEADING * strip.size or len(over) > 1 or len(found) > _MOST:
            break
        found.append(strip)
        place = strip.y
    return found


def _apart(strips: Sequence[Strip]) -> list[tuple[float, float]]:
    """Return the columns in which strips stand, as (left, right)."""
    found: list[tuple[float, float]] = []
    for strip in sorted(strips, key=lambda one: one.left):
        if found and strip.left < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], strip.right))
        else:
            found.append((strip.left, strip.right))
    return found


def _are_rows(bands: Sequence[Sequence[Strip]], columns: Sequence[tuple[float, float]]) -> bool:
    """Tell whether what stands between two rules is a row each: cells of different heights, all set in its middle."""
    uneven = other = 0
    for band in bands:
        cells: dict[int, list[Strip]] = defaultdict(list)
        for strip in band:
            cells[bisect_right(columns, (strip.left, math.inf))].append(strip)
        tops = [max(strip.y for strip in cell) for cell in cells.values()]
        middles = [top + min(strip.y for strip in cell) for top, cell in zip(tops, cells.values(), strict=True)]
        if max(middles) - min(middles) > 2 * SAME * band[0].size:
            return False
        uneven += max(tops) - min(tops) > SAME * band[0].size
        counts = {len(cell) for number, cell in cells.items() if number > 1 or len(columns) < _FEWEST}
        other += len(cells) > _FEWEST - 1 and len(counts) == 1 and max(counts) > 1
    return uneven > other


def _joined(level: Sequence[Rule], upright: Sequence[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Yield the level and the upright rules that meet each other."""
    together = list(range(len(upright)))

    def first(number: int) -> int:
        while together[number] != number:
            number = together[number]
        return number

    meeting = [[place for place, one in enumerate(upright) if _meet(rule, one)] for rule in level]
    for places in meeting:
        for place in places[1:]:
            together[first(place)] = first(places[0])
    grids: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for rule, places in zip(level, meeting, strict=True):
        if places:
            grids[first(places[0])][0].append(rule)
    for place, one in enumerate(upright):
        grids[first(place)][1].append(one)
    yield from grids.values()


def _whole(rules: Sequence[Rule]) -> list[Rule]:
    """Return rules of one direction, those that go on each other as one."""
    found: list[Rule] = []
    for rule in sorted(rules, key=lambda one: (round(one.low), one.left) if one.level else (round(one.left), one.low)):
        last = found[-1] if found else None
        if last is not None and _goes_on(last, rule):
            low, high = min(last.low, rule.low), max(last.high, rule.high)
            found[-1] = Rule(min(last.left, rule.left), low, max(last.right, rule.right), high)
        else:
            found.append(rule)
    return found


def _goes_on(last: Rule, rule: Rule) -> bool:
    if rule.level:
        return abs(rule.low - last.low) < _TOUCH and rule.left <= last.right + _TOUCH
    return abs(rule.left - last.left) < _TOUCH and rule.low <= last.high + _TOUCH


def _meet(level: Rule, upright: Rule) -> bool:
    across = level.left - _TOUCH <= upright.left <= level.right + _TOUCH
    return across and upright.low - _TOUCH <= level.low <= upright.high + _TOUCH


class _Grid:
    """A grid: its rules, and where its rows and columns begin and end."""

    def __init__(self, level: Sequence[Rule], upright: Sequence[Rule]) -> None:
        self._level, self._upright = level, upright
        self._lefts = _places([rule.left for rule in self._upright])
        self._feet = _places([rule.low for rule in self._level])

    @property
    def is_one(self) -> bool:
        """Tell whether there are rows and columns."""
        return len(self._lefts) >= _FEWEST and len(self._feet) >= _FEWEST

    def field(self, strip: Strip) -> _Field | None:
        """Return in which field a strip begins, rows counted from above; None where it is outside."""
        column = bisect_right(self._lefts, strip.left + SAME * strip.size) - 1
        row = len(self._feet) - 1 - bisect_right(self._feet, strip.y + SAME * strip.size)
        within = 0 <= column < len(self._lefts) - 1 and 0 <= row < len(self._feet) - 1
        return (row, column) if within and strip.right <= self._lefts[-1] + strip.size else None

    def rows(self, held: dict[_Field, list[Strip]]) -> list[tuple[str, ...]]:
        """Return the texts of the rows, of which the first is the head; none where they are no table.

        What stands in a field over several columns is that of the first, in the head of all; over several rows of each.
        """
        count, width = len(self._feet) - 1, len(self._lefts) - 1
        if width > _WIDEST:
            return []
        cells = self._cells(count, width)
        lines = {fields[0]: _lines([strip for field in fields for strip in held.get(field, ())]) for fields in cells}
        if max(map(len, lines.values())) > TALLEST:
            return []
        texts = {field: whole_of(told) if told else "" for field, told in lines.items()}
        begins = {field: fields[0] for fields in cells for field in fields}
        spans = {fields[0]: fields[-1] for fields in cells}
        heads = 1 + max(spans[begins[0, column]][0] for column in range(width))
        within = any(begins[0, column][1] != column for column in range(width))
        heads = max(heads, 2) if within else heads
        names = {texts[begins[row, column]] for row in range(min(heads, count)) for column in range(width)} - {""}
        if heads >= count or len(names) < _NAMES or max(map(len, names)) > _LONGEST:
            return []
        fields = [[lines.get((row, column), []) for column in range(width)] for row in range(heads, count)]
        if spans[0, 0][1] == width - 1 or not _are_single([list(filter(None, band)) for band in fields]):
            return []
        told = []
        for row in range(count):
            of_row = (begins[row, column] for column in range(width))
            told.append(tuple(texts[one] if one[1] == place or row < heads else "" for place, one in enumerate(of_row)))
        head = tuple(" ".join(dict.fromkeys(filter(None, parts))) for parts in zip(*told[:heads], strict=True))
        return [head, *(row for row in told[heads:] if any(row))]

    def _cells(self, count: int, width: int) -> list[list[_Field]]:
        """Return the fields that are one cell: between those of two cells there is a rule."""
        cells: list[list[_Field]] = []
        seen: set[_Field] = set()
        for row in range(count):
            for column in range(width):
                if (row, column) in seen:
                    continue
                right = column
                while right + 1 < width and (row, right + 1) not in seen and not self._parts(row, right + 1):
                    right += 1
                below = row
                while below + 1 < count and not any(
                    self._is_under(below, one) or (below + 1, one) in seen for one in range(column, right + 1)
                ):
                    below += 1
                cell = [(y, x) for y in range(row, below + 1) for x in range(column, right + 1)]
                seen.update(cell)
                cells.append(cell)
        return cells

    def _parts(self, row: int, column: int) -> bool:
        """Tell whether a rule stands at the left of a field."""
        low, high = self._feet[-row - 2], self._feet[-row - 1]
        left, middle = self._lefts[column], (low + high) / 2
        return any(abs(rule.left - left) <= _TOUCH and rule.low <= middle <= rule.high for rule in self._upright)

    def _is_under(self, row: int, column: int) -> bool:
        """Tell whether a rule stands under a field."""
        foot, middle = self._feet[-row - 2], (self._lefts[column] + self._lefts[column + 1]) / 2
        return any(abs(rule.low - foot) <= _TOUCH and rule.left <= middle <= rule.right for rule in self._level)


def _are_single(bands: Sequence[Sequence[Sequence[str]]]) -> bool:
    """Tell whether what stands between two rules is one row mostly, and of several cells, by the lines of the cells.

    Of several rows between two rules all cells have as many lines, or many.
    """
    told = [band for band in bands if band]
    several = 0
    for counts in ([len(lines) for lines in band] for band in told if len(band) > 1):
        several += len(set(counts)) == 1 < counts[0] or _FEWEST <= counts[0] <= max(counts[1:])
    return bool(told) and 2 * several < len(told) and 2 * sum(len(band) > 1 for band in told) >= len(told)


def _places(values: Sequence[float]) -> list[float]:
    """Return where rules stand, those next to each other as one, in order."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _TOUCH:
            found.append(value)
    return found


def _lines(strips: Sequence[Strip]) -> list[str]:
    """Return the lines of a cell, from above."""
    lines: list[list[Strip]] = []
    for strip in sorted(strips, key=lambda one: (-one.y, one.left)):
        if lines and lines[-1][0].level_with(strip):
            lines[-1].append(strip)
        else:
            lines.append([strip])
    return [one_of(sorted(line, key=lambda one: one.left)).text for line in lines]
