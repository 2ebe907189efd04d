"""Tables of a PDF: which strips are the cells of rows that stand in columns."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest
from typing import NamedTuple

from ...notation.identifiers import parts_any
from ...notation.sequences import ONE_LETTER
from .pdflines import MARK, SAME, Strip
from .pdfpieces import Rule
from .plain import undivided

LEADING = 1.7
"""The drop from one line to the next within a paragraph or a cell, in sizes of its font, at the most."""
_APART = 0.2
"""The gap between cells that are drawn each by itself, in sizes of the font, at the least."""
_SURE = 1.6
"""The gap from which two rows are a table."""
_BLANK = 0.33
"""About how wide a blank is, in sizes of the font, at the most."""
_CLEAR = 1.15
"""How much wider than its blanks the gaps of a line are where it is cells."""
_ALIGNED = 3
"""Cells of two rows by which it is told that they are a table, where they begin or end at one place."""
TALLEST = 14
"""Lines beyond which a cell is a column of text."""
_LABELS = 3
"""Columns of what may be items behind their marks."""
_SENTENCES = 3
"""Rows from which two columns of lines that go on each in itself are columns of text."""
_SENTENCE = 16
"""How many letters such lines have."""
_WIDEST = 64
"""Cells of a row beyond which it is none of a table."""
_NEAR = 3
"""Lines over and under rows by which it is told that they are lines of a text."""
_MOST = 200
"""Rules between two lines that are looked at."""
_HEADS = 4
"""Rows that the head of a table has at the most."""
_ALIKE = 0.9
"""How alike the sizes of the letters of a cell are."""
_RISING = 3
"""Lines by which a cell may begin over the one before it, where cells stand at the foot or middle of their row."""
_CAPTION = re.compile(r"(?:table|tab\.|figure|fig\.|scheme|box|таблица|табл|рис)\b", re.IGNORECASE)
_FORMULA = re.compile(r"C\d{1,3}(?:[A-Z][a-z]?\d{0,3}){0,8}")
_OF_FORMULA = re.compile(r"\d{0,3}(?:[A-Z][a-z]?\d{0,3}){0,6}(?![^\W\d])")
_LABEL = re.compile(r"\[[^\]]{1,12}\]|\S{1,3}[.)]|\d{1,4}|[•‣◦▪–—*-]")
"""What stands before an item, a line or a reference, in a column of its own."""


@dataclass
class _Cell:
    strips: list[Strip]
    left: float = field(init=False)
    right: float = field(init=False)

    def __post_init__(self) -> None:
        self.left, self.right = min(one.left for one in self.strips), max(one.right for one in self.strips)

    def add(self, strip: Strip) -> None:
        self.strips.append(strip)
        self.left, self.right = min(self.left, strip.left), max(self.right, strip.right)

    @property
    def text(self) -> str:
        return whole_of([strip.text for strip in self.strips])


@dataclass
class _Row:
    begin: int
    cells: list[_Cell]
    end: int = 0

    @property
    def high(self) -> float:
        return max(cell.strips[0].y for cell in self.cells)

    @property
    def size(self) -> float:
        return self.cells[0].strips[0].size

    @property
    def low(self) -> float:
        return min(cell.strips[-1].y for cell in self.cells)


@dataclass
class _Columns:
    """The columns that rows stand in, as (left, right), from left to right."""

    edges: list[tuple[float, float]] = field(default_factory=list)

    def taking(self, cells: Sequence[_Cell]) -> _Columns | None:
        """Return the columns with the cells of one more row in them, None where they do not stand in such columns."""
        edges = list(self.edges)
        taken: set[int] = set()
        for cell in cells:
            over = _Columns(edges).places(cell.left, cell.right)
            if len(over) > 1 or (over and over[0] in taken):
                return None
            if over:
                left, right = edges[over[0]]
                edges[over[0]] = (min(left, cell.left), max(right, cell.right))
                taken.add(over[0])
            else:
                place = bisect_left(edges, (cell.left, cell.right))
                edges.insert(place, (cell.left, cell.right))
                taken = {one + (one >= place) for one in taken} | {place}
        return _Columns(edges) if all(one[1] <= other[0] for one, other in pairwise(edges)) else None

    def places(self, begin: float, end: float) -> list[int]:
        """Return in which columns something stands that goes from one place to another."""
        return [place for place, (left, right) in enumerate(self.edges) if begin < right and left < end]


class Table(NamedTuple):
    """A table: from which strip to which it goes, and its rows, of which the first is its head."""

    begin: int
    end: int
    rows: list[tuple[str, ...]]


def whole_of(lines: Sequence[str]) -> str:
    """Return lines as one text, in which words and DOIs that are divided at their ends are whole."""
    text = lines[0]
    for line in lines[1:]:
        if parts_any(text, line) or _parts_formula(text, line) or _parts_sequence(text, line):
            text += line
        else:
            text = " ".join(filter(None, undivided(text, line)))
    return text


def _parts_formula(line: str, following: str) -> bool:
    """Tell whether a molecular formula is broken at the end of a line, as browsers do in a narrow cell."""
    begun, rest = line.rsplit(None, 1)[-1], following.split(None, 1)[0]
    numbered = any(sign.isdigit() for sign in rest)
    return numbered and _FORMULA.fullmatch(begun) is not None and _OF_FORMULA.match(rest) is not None


def _parts_sequence(line: str, following: str) -> bool:
    """Tell whether a sequence is broken within a residue or before a hyphen: `Ala-Glu-A`, `sp-Gly`."""
    begun, rest = line.rsplit(None, 1)[-1], following.split(None, 1)[0]
    at = begun.count("-")
    residues = (begun + rest).split("-")[at : at + 2]
    broken = rest[0].islower() or (rest[0] == "-" and len(residues) > 1)
    return at > 0 and broken and all(residue.strip(",;.)").lower() in ONE_LETTER for residue in residues)


def tables_of(strips: Sequence[Strip], level: Sequence[Rule]) -> Iterator[Table]:
    """Yield the tables among strips in the order in which they are drawn, row by row, between `level` rules."""
    rules = _Rules(level)
    held: list[_Row] = []
    columns = _Columns()
    before: _Row | None = None

    def told() -> Iterator[Table]:
        for table in _told(held, columns, rules):
            beside = (*strips[max(0, table.begin - _NEAR) : table.begin], *strips[table.end : table.end + _NEAR])
            if not any(_goes_on(strip, held, columns) for strip in beside):
                yield table

    for row in _rows(strips, rules):
        fitting = _fitted(columns, held, row)
        if fitting is None:
            yield from told()
            held, fitting = [], _Columns().taking(row.cells) if 1 < len(row.cells) <= _WIDEST else None
            if fitting is not None and before is not None and _heads_of(before, row):
                held.append(before)
        if fitting is not None:
            held.append(row)
            columns = fitting
        before = row
    yield from told()


def _heads_of(above: _Row, row: _Row) -> bool:
    """Tell whether the one cell of a row is an upper part of the heads under it, over columns but not the first."""
    cell, size = above.cells[0], row.size
    within = row.cells[0].right < cell.left and cell.right <= row.cells[-1].right + size
    near = 0 < above.low - row.high <= LEADING * size and len(cell.strips) < _HEADS
    return len(above.cells) == 1 and within and near and not _CAPTION.match(cell.text)


def _goes_on(strip: Strip, rows: Sequence[_Row], columns: _Columns) -> bool:
    """Tell whether a strip is a line over or under rows that is as wide as they are: a paragraph with wide blanks."""
    (left, _), (_, right) = columns.edges[0], columns.edges[-1]
    near = min(abs(strip.y - rows[0].high), abs(strip.y - rows[-1].low)) <= _NEAR * LEADING * strip.size
    near = near and min(strip.size, rows[0].size) > _ALIKE * max(strip.size, rows[0].size)
    return (
        near
        and not _CAPTION.match(strip.text)
        and abs(strip.left - left) < strip.size / 2
        and abs(strip.right - right) < strip.size / 2
    )


class _Rules:
    def __init__(self, level: Sequence[Rule]) -> None:
        self._rules = sorted(level, key=lambda rule: rule.low)
        self._feet = [rule.low for rule in self._rules]

    def between(self, high: float, low: float, left: float, right: float) -> bool:
        """Tell whether there is a rule between two heights that goes over the middle of a stretch."""
        middle = (left + right) / 2
        among = self._rules[bisect_right(self._feet, low) : bisect_left(self._feet, high)][:_MOST]
        return any(rule.left <= middle <= rule.right for rule in among)

    def over(self, cell: _Cell, low: float) -> tuple[float, float]:
        """Return from where to where a cell goes: as far as the rule right under it, over what stands lower."""
        among = self._rules[bisect_right(self._feet, low) : bisect_left(self._feet, cell.strips[-1].y)][:_MOST]
        under = [rule for rule in among if rule.left < cell.right and cell.left < rule.right]
        return min([cell.left, *(rule.left for rule in under)]), max([cell.right, *(rule.right for rule in under)])


def _rows(strips: Sequence[Strip], rules: _Rules) -> Iterator[_Row]:
    """Yield strips as rows: of cells that stand beside each other, each of lines that stand under each other."""
    row: _Row | None = None
    for place, strip in enumerate(strips):
        if row is None:
            row = _Row(place, [_Cell([strip])])
            continue
        cell = row.cells[-1]
        last = cell.strips[-1]
        right = max((one.right for one in cell.strips[-TALLEST:] if one.level_with(strip)), default=cell.right)
        full = len(row.cells) > _WIDEST
        if not full and strip.left >= right + _APART * strip.size and _beside(row, strip, rules):
            row.cells.append(_Cell([strip]))
        elif (
            _below(last, strip)
            and _within(row, strip)
            and not rules.between(
                last.y, strip.y + strip.size / 3, max(strip.left, last.left), min(strip.right, last.right)
            )
        ):
            cell.add(strip)
        else:
            yield from _parted(row, place)
            row = _Row(place, [_Cell([strip])])
    if row is not None:
        yield from _parted(row, len(strips))


def _beside(row: _Row, strip: Strip, rules: _Rules) -> bool:
    """Tell whether a strip stands as high as a row; a cell of more lines than those before may begin over them."""
    near = SAME * max(strip.size, row.cells[-1].strips[-1].size)
    if row.low - near <= strip.y <= row.high + near:
        return True
    over = 0 < strip.y - row.high <= _RISING * LEADING * strip.size
    return over and not rules.between(strip.y, row.high + near, row.cells[-1].left, strip.right)


def _below(last: Strip, strip: Strip) -> bool:
    size = max(strip.size, last.size)
    return SAME * size < last.y - strip.y <= LEADING * size and min(strip.size, last.size) > _ALIKE * size


def _within(row: _Row, strip: Strip) -> bool:
    """Tell whether a strip stands under the last cell of a row, and under none before it."""
    cell = row.cells[-1]
    before = row.cells[-2].right if len(row.cells) > 1 else -math.inf
    return before <= strip.left < cell.right and cell.left < strip.right


def _parted(row: _Row, end: int) -> Iterator[_Row]:
    """Yield a row, and before it by itself what stands above it where its first cell stands."""
    row.end = end
    first = row.cells[0].strips
    if len(row.cells) > 1 and len(first) > 1:
        high = max(cell.strips[0].y for cell in row.cells[1:])
        low = min(cell.strips[-1].y for cell in row.cells[1:])
        size = first[-1].size
        above = sum(strip.y > high + SAME * size for strip in first)
        centred = abs(first[0].y + first[-1].y - high - low) < size
        if 0 < above < len(first) and not centred:
            yield _Row(row.begin, [_Cell(first[:above])], row.begin + above)
            row.begin += above
            row.cells[0] = _Cell(first[above:])
    yield row


def _fitted(columns: _Columns, held: Sequence[_Row], row: _Row) -> _Columns | None:
    """Return the columns of a table with one more row, None where the row is none of it."""
    if not held:
        return None
    cells = row.cells
    if len(cells) > _WIDEST:
        return None
    size = row.size
    if held[-1].low - row.high > 3 * LEADING * size or row.high > held[-1].low:
        return None
    alone = len(cells) == 1
    over = len(columns.places(cells[0].left, cells[0].right)) > 1
    if alone and not over:
        wide = columns.edges[-1][1] - columns.edges[0][0]
        other = len(held[-1].cells) == 1 or cells[0].right - cells[0].left > 0.6 * wide or len(cells[0].strips) > 2
        return None if other else columns.taking(cells) or columns
    fitting = None if alone else columns.taking(cells)
    if fitting is not None:
        return fitting
    parted = _split(columns, cells)
    lefts = {round(left / size * 3) for left, _ in columns.edges}
    aligned = not alone or all(round(cell.left / size * 3) in lefts for cell in parted)
    fitting = columns.taking(parted) if parted and aligned else None
    if fitting is not None:
        row.cells = parted
    if alone or fitting is not None:
        return fitting
    # A cell of the head may stand over several columns.
    near = held[-1].low - row.high <= LEADING * size
    if near and len(held) < _HEADS and all(len(one.cells) < len(cells) and _lines(one) < _HEADS for one in held):
        return _Columns().taking(cells)
    return None


def _lines(row: _Row) -> int:
    return max(len(cell.strips) for cell in row.cells)


def _split(columns: _Columns, cells: Sequence[_Cell]) -> list[_Cell]:
    """Return cells parted where two columns meet: the widest one of a column may nearly touch the next."""
    found: list[_Cell] = []
    for cell in cells:
        places = columns.places(cell.left, cell.right)
        if len(places) < 2 or len(cell.strips) > 1:
            found.append(cell)
            continue
        strip = cell.strips[0]
        for one, other in zip(places, [*places[1:], -1], strict=True):
            left = columns.edges[one][0] if one != places[0] else -math.inf
            right = columns.edges[other][0] if other >= 0 else math.inf
            words = [word for word in strip.words if left - strip.size / 4 <= word[1] < right - strip.size / 4]
            if not words:
                return []
            found.append(_Cell([Strip(strip.y, strip.size, words)]))
    return found


def _told(rows: list[_Row], columns: _Columns, rules: _Rules) -> Iterator[Table]:
    """Yield rows as a table, if they are one."""
    while rows and len(rows[-1].cells) == 1:
        rows.pop()
    full = [row for row in rows if len(row.cells) > 1]
    if len(full) < 2 or not _is_table(full, columns, rules):
        return
    for row in rows[:_HEADS]:
        row.cells = [part for cell in row.cells for part in _by_gaps(cell, columns)]
    heads = _heads(rows, columns, rules)
    if heads >= len(rows):
        return
    unders = [row.high for row in rows[1:heads]]
    told = [_in_columns(row, columns, rules, under) for row, under in zip_longest(rows, unders)]
    head = tuple(" ".join(dict.fromkeys(filter(None, texts))) for texts in zip(*told[:heads], strict=True))
    yield Table(rows[0].begin, rows[-1].end, [head, *told[heads:]])


def _by_gaps(cell: _Cell, columns: _Columns) -> list[_Cell]:
    """Return a cell that stands over several columns in parts, where its widest gaps are between them."""
    places = columns.places(cell.left, cell.right)
    words = cell.strips[0].words
    if len(cell.strips) > 1 or not 1 < len(places) <= len(words):
        return [cell]
    gaps = sorted(((other[1] - one[2], place) for place, (one, other) in enumerate(pairwise(words), 1)), reverse=True)
    widest, others = gaps[: len(places) - 1], gaps[len(places) - 1 :]
    blank = max(others[0][0] if others else 0.0, _BLANK * cell.strips[0].size)
    if widest[-1][0] < _CLEAR * blank:
        return [cell]
    ends = [0, *sorted(place for _, place in widest), len(words)]
    strip = cell.strips[0]
    parts = [_Cell([Strip(strip.y, strip.size, words[begin:end])]) for begin, end in pairwise(ends)]
    over = all(place in columns.places(part.left, part.right) for place, part in zip(places, parts, strict=True))
    return parts if over else [cell]


def _heads(rows: Sequence[_Row], columns: _Columns, rules: _Rules) -> int:
    """Return of how many rows the head is: those over the first rule in a table, or up to the first full row."""
    ruled = (
        place
        for place, (one, other) in enumerate(pairwise(rows[: _HEADS + 1]), 1)
        if rules.between(one.low, other.high + other.size / 3, other.cells[0].left, other.cells[0].right)
    )
    heads = next(ruled, 1)
    # Over the names of what is told of there may be nothing.
    cornered = columns.taking(rows[0].cells) is not None and len(rows[0].cells) == len(columns.edges) - 1
    if cornered and columns.edges[0][1] <= rows[0].cells[0].left:
        return heads
    full = next((number for number, row in enumerate(rows, 1) if len(row.cells) == len(columns.edges)), heads)
    return max(heads, full) if full <= _HEADS else heads


def _in_columns(row: _Row, columns: _Columns, rules: _Rules, under: float | None) -> tuple[str, ...]:
    """Return the texts of a row, one for each column; a cell of a head with others `under` it may stand in several."""
    texts = [""] * len(columns.edges)
    for cell in row.cells:
        edges = (cell.left, cell.right) if under is None else rules.over(cell, under)
        for place in columns.places(*edges)[: 1 if under is None else None]:
            texts[place] = f"{texts[place]} {cell.text}".strip()
    return tuple(texts)


def _is_table(rows: Sequence[_Row], columns: _Columns, rules: _Rules) -> bool:
    """Tell whether rows are a table, and not items behind their marks or columns of text."""
    if any(len(cell.strips) > TALLEST for row in rows for cell in row.cells):
        return False
    before = [cell.text for row in rows for cell in row.cells[:-1]]
    if all(MARK.fullmatch(text) or _LABEL.fullmatch(text) for text in before) and len(columns.edges) <= _LABELS:
        return False
    size = rows[0].size
    if len(rows) == 2:
        gap = min(other[0] - one[1] for one, other in pairwise(columns.edges))
        ruled = rules.between(rows[0].high + 2 * size, rows[-1].low - size, *columns.edges[0])
        if gap < _SURE * size and not ruled and _aligned(rows[0], rows[1], columns) < _ALIGNED:
            return False
    return not (len(columns.edges) == 2 and len(rows) >= _SENTENCES and all(_reads_on(rows, place) for place in (0, 1)))


def _aligned(one: _Row, other: _Row, columns: _Columns) -> int:
    """Return how many cells of two rows begin, end or stand in the middle at one place, each in its column."""
    by_column = {place: cell for cell in one.cells for place in columns.places(cell.left, cell.right)}
    pairs = [(cell, by_column.get(place)) for cell in other.cells for place in columns.places(cell.left, cell.right)]
    near = one.size / 10
    return sum(
        above is not None
        and min(abs(cell.left - above.left), abs(cell.right - above.right),
                abs(cell.left + cell.right - above.left - above.right) / 2) < near
        for cell, above in pairs
    )  # fmt: skip


def _reads_on(rows: Sequence[_Row], place: int) -> bool:
    """Tell whether most cells of a column are lines of a text, that go on one in the other."""
    texts = [row.cells[place].text for row in rows if len(row.cells) > place]
    going_on = sum(text[:1].islower() for text in texts[1:])
    return 2 * going_on >= len(texts) - 1 and sum(map(len, texts)) >= _SENTENCE * len(texts)
