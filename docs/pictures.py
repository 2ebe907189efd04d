"""The pictures of the README, made by the program itself: `python docs/pictures.py` writes them anew.

Needs peptidecli installed in the Python that runs this. Each picture is what a command prints to a terminal, or the
first lines of it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from rich.text import Text

from peptidecli.terminal.console import picture as svg_of

HERE = Path(__file__).parent
COLUMNS = 88
PICTURES = {
    "show.svg": ("peptide show semax", None),
    "compare.svg": ("peptide compare semax selank", 40),
}
"""File -> the command, and how many of its first lines are shown (None: all)."""


def picture(command: str, lines: int | None) -> str:
    """Return what a command prints, on the bundled data alone, as SVG."""
    with_own_data = {"PEPTIDE_DATA", "PEPTIDE_PLAIN", "PEPTIDE_NO_LINKS", "NO_COLOR", "TERM"}
    environment = {key: value for key, value in os.environ.items() if key not in with_own_data}
    done = subprocess.run(
        [sys.executable, "-m", "peptidecli", *command.split()[1:], "--width", str(COLUMNS)],
        env=environment | {"FORCE_COLOR": "1", "TERM": "xterm-256color", "XDG_DATA_HOME": "/nonexistent"},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        check=True,
    )
    shown = [Text.from_ansi(line) for line in done.stdout.splitlines()[:lines]]
    return svg_of(command, COLUMNS, lambda _console: [*shown])


def main() -> None:
    """Write every picture."""
    for name, (command, lines) in PICTURES.items():
        (HERE / name).write_text(picture(command, lines), encoding="utf-8")
        print(f"docs/{name}: {command}")


if __name__ == "__main__":
    main()
