"""The console an answer is printed on, and the styles it is printed in."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import TextIO

from rich.console import Console, RenderableType
from rich.segment import Segment, Segments
from rich.theme import Theme

NARROWEST = 40
"""Below this many columns nothing is laid out; the terminal wraps."""

THEME = Theme(
    {
        "title": "bold",
        "section": "bold cyan",
        "topic": "italic",
        "support": "dim",
        "bad": "red",
        "good": "green",
        "mark": "bold",
        "number": "cyan",
    },
    inherit=False,
)


def make_console(file: TextIO | None = None, width: int | None = None, *, record: bool = False) -> Console:
    """Return a console for `file` (standard output by default); in a pipe it is plain and 80 columns wide."""
    return Console(file=file, width=width, theme=THEME, highlight=False, markup=False, emoji=False, record=record)


def show(console: Console, *renderables: RenderableType) -> None:
    """Print renderables with no trailing spaces, and with nothing cut that is wider than the console."""
    options = console.options.update(max_width=max(console.width, NARROWEST))
    segments: list[Segment] = []
    for renderable in renderables:
        for line in Segment.split_lines(console.render(renderable, options)):
            segments += _stripped(line)
            segments.append(Segment.line())
    console.print(Segments(segments), end="", crop=False, soft_wrap=True)


def picture(title: str, width: int | None, render: Callable[[Console], list[RenderableType]]) -> str:
    """Return what `render` gives as an SVG picture of a terminal, 100 columns wide unless told."""
    console = make_console(file=io.StringIO(), width=width or 100, record=True)
    show(console, *render(console))
    return console.export_svg(title=title)


def _stripped(line: Iterable[Segment]) -> list[Segment]:
    segments = [segment for segment in line if segment.text and not segment.control]
    while segments and not segments[-1].text.strip():
        segments.pop()
    if segments:
        text, style, _ = segments[-1]
        segments[-1] = Segment(text.rstrip(), style)
    return segments
