"""Building blocks: headings, entries with a hanging indent, and two columns where there is room."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.segment import Segment
from rich.style import Style
from rich.table import Table
from rich.text import Text

from . import signs

NARROWEST = 40
"""Below this many columns nothing is laid out; the terminal wraps."""

TWO_COLUMNS_FROM = 118
"""Console width from which lists are set in two columns."""

GUTTER = 4


def capitals(text: str) -> str:
    """Return a text in capitals, Greek letters as they are: a capital alpha is taken for an A, α1 for A1."""
    return re.sub("[^\\u00b5\\u0370-\\u03ff]+", lambda found: found[0].upper(), text)


def heading(text: str, aside: str = "") -> Text:
    """Return a section heading, with a remark beside it."""
    line = Text.assemble((capitals(text), "section"))
    if aside:
        line.append(f"   {aside}", style="support")
    return line


_LEAST_ROOM, _ENOUGH_ROOM = 18, 40
"""Cells that the body of an entry has beside its cells, at least, and from which any ordinary word has room."""


class Entry:
    """Text with a hanging indent: cells of fixed width, then a body that fills the rest of the line.

    The body is wrapped between words only: an identifier is never broken, even if it is wider than the console.
    """

    def __init__(self, cells: Sequence[tuple[Text | str, int]], *body: Text | str, indent: int = 2) -> None:
        self.cells = [(Text(cell) if isinstance(cell, str) else cell, width) for cell, width in cells]
        self.body = [Text(part) if isinstance(part, str) else part for part in body]
        self.indent = indent

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in self.lines(console, options.max_width):
            yield from line
            yield _END

    def lines(self, console: Console, width: int) -> Iterator[list[Segment]]:
        """Yield the lines of the entry at a width in cells."""
        if signs.words():
            yield from self._spoken(console, width)
            return
        lead = [Segment(" " * self.indent)]
        for cell, cell_width in self.cells:
            lead += [segment for segment in _segments(console, cell) if segment.text]
            lead.append(Segment(" " * max(1, cell_width - cell.cell_len)))
        hang = self.indent + sum(max(cell_width, cell.cell_len + 1) for cell, cell_width in self.cells)
        if any(part.cell_len for part in self.body) and self._beneath(width - hang):
            # Beside its cells the body would be a column of single words, or stick out: it stands beneath them.
            yield from ([lead[0], *line] for line in _filled(lead[1:], width - self.indent))
            hang = self.indent + 2
            lead = [Segment(" " * hang)]
        blank = [Segment(" " * hang)]
        room = max(12, width - hang)
        for part in self.body or [Text()]:
            for line in _filled(_segments(console, part), room):
                yield [*lead, *line]
                lead = blank

    def _beneath(self, room: int) -> bool:
        """Tell whether the body has no room beside its cells: too little for lines, or for one of its words."""
        if not self.cells or room >= _ENOUGH_ROOM:
            return False
        return room < _LEAST_ROOM or any(cell_len(word) > room for part in self.body for word in part.plain.split())

    def _spoken(self, console: Console, width: int) -> Iterator[list[Segment]]:
        """Yield the entry as it is read aloud: `animal, found: One dose raised ...`, a mark or number as it stands."""
        cells = [cell.plain.strip() for cell, _ in self.cells]
        lead = ", ".join(cell for cell in cells if cell and cell not in _BULLETS)
        lead += "" if not lead else " " if lead.startswith("[") else ": "
        for i, part in enumerate(self.body or [Text()]):
            for line in _filled((Text(lead if i == 0 else "") + part).render(console), width - self.indent):
                yield [Segment(" " * self.indent), *line]


_END = Segment.line()

_BULLETS = frozenset("–-·")


class Laid:
    """Renderables laid out in lines: for what has to know how high it is, and is to be drawn no second time."""

    def __init__(self, console: Console, renderables: Iterable[RenderableType]) -> None:
        self._lines = list(laid_lines(console, renderables))

    def __len__(self) -> int:
        return len(self._lines)

    def lines(self, _console: Console, _width: int) -> Iterable[list[Segment]]:
        """Return the lines, at the width they were laid out for."""
        return self._lines

    def __rich_console__(self, _console: Console, _options: ConsoleOptions) -> RenderResult:
        for line in self._lines:
            yield from line
            yield _END


def laid_lines(console: Console, renderables: Iterable[RenderableType]) -> Iterator[list[Segment]]:
    """Yield the lines of renderables on a console, those of groups in their place.

    Entries and what is laid out already give theirs faster than Rich would ask for them.
    """
    options = console.options.update(max_width=max(console.width, NARROWEST))
    for renderable in renderables:
        if isinstance(renderable, Group):
            yield from laid_lines(console, renderable.renderables)
        elif isinstance(renderable, Entry | Laid):
            yield from renderable.lines(console, options.max_width)
        else:
            yield from Segment.split_lines(console.render(renderable, options))


def _segments(console: Console, text: Text) -> Iterable[Segment]:
    """Return text in pieces of one style; Rich leaves out the style of a text that has only one."""
    if console.color_system is None and not console.record:
        return [Segment(text.plain)]  # nothing will be seen of styles, and working them out takes time
    if text.spans or not text.style:
        return text.render(console)
    return [Segment(text.plain, console.get_style(text.style))]


def _filled(segments: Iterable[Segment], width: int) -> list[list[Segment]]:
    """Return text in lines of at most `width` cells, cut at spaces; a longer word gets a line of its own, whole.

    Rich itself would break or cut such a word, and a broken DOI is a wrong one. Words that are to stay in one line, and
    are too long for one, do not.
    """
    runs = [(text, style) for text, style, _ in segments if text != "\n"]
    if signs.words():
        runs = [(text.translate(signs.SPOKEN), style) for text, style in runs]
    plain = "".join(text for text, _ in runs)
    measure = len if plain.isascii() else cell_len
    slices: list[tuple[int, int]] = []
    start = end = -1
    for word in _pieces(plain, width):
        if start < 0:
            start = 0  # spaces before the first word are meant
        elif measure(plain[start : word.end()]) > width:
            slices.append((start, end))
            start = word.start()
        end = word.end()
    if start >= 0:
        slices.append((start, end))
    return [_cut(runs, *piece) for piece in slices] or [[]]


def _pieces(plain: str, width: int) -> Iterator[re.Match[str]]:
    """Yield what stays in one line: words, and words that are joined, as long as they have room in one."""
    for word in _WORDS.finditer(plain):
        if signs.UNBROKEN in word[0] and cell_len(word[0]) > width:
            yield from _SINGLE.finditer(plain, word.start(), word.end())
        else:
            yield word


def _cut(runs: Sequence[tuple[str, Style | None]], start: int, end: int) -> list[Segment]:
    """Return the stretch of styled text from `start` to `end`."""
    stretch = []
    offset = 0
    for text, style in runs:
        length = len(text)
        if offset < end and offset + length > start:
            stretch.append(Segment(text[max(0, start - offset) : end - offset].translate(_IN_A_LINE), style))
        offset += length
    return stretch


_IN_A_LINE = {ord(signs.UNBROKEN): " ", ord("\n"): " ", ord("\t"): " "}
"""A space that must not break a line has done its work in it; a line end in the data begins no line of the answer."""
_WORDS = re.compile(r"[^ \t\n]+")
_SINGLE = re.compile(rf"[^ \t\n{signs.UNBROKEN}]+")


class Unsqueezed:
    """A table whose last column holds lines that must stay whole: it may be wider than the console."""

    def __init__(self, table: Table) -> None:
        self.table = table

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        needed = self.table.__rich_measure__(console, options.update(max_width=10_000)).minimum
        wide = options.update(max_width=max(options.max_width, needed))
        for line in Segment.split_lines(console.render(self.table, wide)):
            # Only what must be whole may stick out, not the rule below the head.
            if set("".join(segment.text for segment in line)) == {_RULE}:
                yield from Segment.adjust_line_length(line, options.max_width)
            else:
                yield from line
            yield Segment.line()


_RULE = "─"


def wrapped(console: Console, text: Text, width: int) -> list[Text]:
    """Return `text` in lines of at most `width` cells, words kept whole."""
    return [
        Text.assemble(*((piece, style or "") for piece, style, _ in line))
        for line in _filled(_segments(console, text), width)
    ]


def columns(console: Console, blocks: Sequence[RenderableType]) -> RenderableType:
    """Return blocks below each other, or in two columns of about equal height on a wide console.

    One column is kept where a line of a block would not fit into half the width, and where words stand for signs.
    """
    half = (console.width - GUTTER) // 2
    if signs.words() or console.width < TWO_COLUMNS_FROM or len(blocks) < 2:
        return Group(*blocks)
    heights, fits = [], True
    for block in blocks:
        lines = list(Segment.split_lines(console.render(block, console.options.update(max_width=half))))
        heights.append(len(lines))
        fits = fits and all(len("".join(s.text for s in line).rstrip()) <= half for line in lines)
    if not fits or sum(heights) < 8:
        return Group(*blocks)
    cut = min(range(1, len(blocks)), key=lambda i: max(sum(heights[:i]), sum(heights[i:])))
    grid = Table.grid(padding=(0, GUTTER, 0, 0))
    grid.add_column(width=half)
    grid.add_column(width=half)
    grid.add_row(Group(*blocks[:cut]), Group(*blocks[cut:]))
    return grid


def counted(number: int, one: str, several: str | None = None) -> str:
    """Return a number with its noun: `1 reference`, `2 references`."""
    return f"{number} {one if number == 1 else several or one + 's'}"


def works_of(references: int, works: int) -> str:
    """Return how many references there are, and how many works where some were printed twice."""
    return counted(references, "reference") + (f", {counted(works, 'work')}" if works != references else "")


def joined(parts: Iterable[Text | str], separator: str | None = None) -> Text:
    """Return parts in one line, divided by `separator`, a middle dot unless told."""
    line = Text()
    for i, part in enumerate(parts):
        if i:
            line.append(separator or signs.separator(), style="support")
        line.append_text(Text(part) if isinstance(part, str) else part)
    return line
