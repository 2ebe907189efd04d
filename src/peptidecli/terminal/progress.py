"""How far something is that takes long, on the terminal's stderr; nothing of it stays."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from .console import THEME


class Bar:
    """A bar that grows; in plain mode one line of words in its place."""

    def __init__(self, text: str, *, plain: bool) -> None:
        self._progress: Progress | None = None
        if plain:
            print(f"{text}; this may take a moment.", file=sys.stderr)
            return
        console = Console(stderr=True, theme=THEME, highlight=False)
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(style="support", complete_style="number", finished_style="number", pulse_style="support"),
            TextColumn("{task.percentage:>3.0f} %"),
            console=console,
            transient=True,
        )
        self._task = self._progress.add_task(text, total=None)
        self._progress.start()

    def show(self, done: int, total: int) -> None:
        """Show that `done` of `total` is done."""
        if self._progress:
            self._progress.update(self._task, completed=done, total=total)

    def close(self) -> None:
        """Take the bar away."""
        if self._progress:
            self._progress.stop()
