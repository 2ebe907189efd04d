"""The console an answer is printed on, and the styles it is printed in."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import Any, TextIO

from rich.console import Console, RenderableType
from rich.segment import Segment, Segments
from rich.theme import Theme

from ..notation.visible import visible
from . import signs
from .layout import laid_lines

# Only the terminal's own colours, and none of them bright, yellow or white: its owner has chosen them to be read on
# a light or a dark background. What supports is dim, not grey, which is black on black in some palettes.
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

Render = Callable[[Console], list[RenderableType]]
"""What lays an answer out for a console."""


class _Console(Console):
    """A Rich console that knows whether signs are to be words and whether links are wanted."""

    def __init__(self, *, plain: bool, links: bool, **settings: Any) -> None:
        super().__init__(**settings)
        self.plain = plain
        self.links = links


def make_console(
    file: TextIO | None = None,
    width: int | None = None,
    *,
    record: bool = False,
    plain: bool = False,
    links: bool = True,
) -> Console:
    """Return a console for `file` (standard output by default); in a pipe it has no colour and 80 columns.

    `plain` takes colour away and puts words for signs; without `links` DOIs and PubMed numbers are text alone.
    """
    return _Console(
        plain=plain,
        links=links and not plain,
        file=file,
        width=width,
        theme=THEME,
        highlight=False,
        markup=False,
        emoji=False,
        record=record,
        **({"color_system": None} if plain else {}),
    )


def show(console: Console, render: Render) -> None:
    """Print what `render` gives, with no trailing spaces, and with nothing cut that is wider than the console."""
    segments = _laid_out(console, render)
    if console.color_system is None and not console.record:
        # Without styles the text is all there is, and Rich need not go over it again.
        console.file.write("".join(segment.text for segment in segments))
    else:
        console.print(Segments(segments), end="", crop=False, soft_wrap=True)


def drawn(console: Console, render: Render) -> str:
    """Return what `show` would print, with the terminal's codes."""
    segments = _laid_out(console, render)
    with console.capture() as captured:
        console.print(Segments(segments), end="", crop=False, soft_wrap=True)
    return captured.get()


def _laid_out(console: Console, render: Render) -> list[Segment]:
    plain = isinstance(console, _Console) and console.plain
    segments: list[Segment] = []
    with signs.in_words(plain):
        for line in laid_lines(console, render(console)):
            shown = _stripped(_shown(_in_words(line) if plain else line))
            if plain and line and not shown and any(segment.text.strip() for segment in line):
                continue  # a drawn line
            segments += shown
            segments.append(_END)
    while len(segments) > 1 and segments[-1] is segments[-2] is _END:
        segments.pop()
    if isinstance(console, _Console) and not console.links:
        return [Segment(text, style and style.update_link(None), control) for text, style, control in segments]
    return segments


_END = Segment.line()


def picture(title: str, width: int | None, render: Render) -> str:
    """Return what `render` gives as an SVG picture of a terminal, 100 columns wide unless told."""
    console = make_console(file=io.StringIO(), width=width or 100, record=True)
    show(console, render)
    # Some readers of SVG take the spaces before a word away, and with them the columns, unless they are told not to.
    return console.export_svg(title=title).replace("<svg ", '<svg xml:space="preserve" ', 1)


def _shown(line: Iterable[Segment]) -> list[Segment]:
    """Return a line in which what would steer a terminal is shown: this is the one door texts pass to be drawn."""
    return [Segment(visible(segment.text), segment.style, segment.control) for segment in line]


def _in_words(line: Iterable[Segment]) -> list[Segment]:
    return [Segment(segment.text.translate(signs.SPOKEN), None, segment.control) for segment in line]


def _stripped(line: Iterable[Segment]) -> list[Segment]:
    segments = [segment for segment in line if segment.text and not segment.control]
    while segments and not segments[-1].text.strip():
        segments.pop()
    if segments:
        text, style, _ = segments[-1]
        segments[-1] = Segment(text.rstrip(), style)
    return segments
