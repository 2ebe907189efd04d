"""What the commands share: their options, opening the dataset, and writing the answer."""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, Annotated

import typer

from ..dataset import open_dataset
from ..errors import UsageError
from ..formats.document import document
from ..lookup import Match
from ..model import Dataset, Record

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from ..formats.rows import Rows


def new_command() -> typer.Typer:
    """Return a Typer application for one command, with the plain help of the whole program."""
    return typer.Typer(rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False)


class Format(str, Enum):
    """Formats of an answer."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    SVG = "svg"


FormatOption = Annotated[Format, typer.Option("--format", "-f", help="How to print the answer.", show_default=True)]
WidthOption = Annotated[
    int | None, typer.Option("--width", min=40, max=1000, metavar="COLUMNS", help="Lay out for this many columns.")
]


def dataset_of(ctx: typer.Context) -> Dataset:
    """Return the dataset the command works on: the bundled one with the user's own folders over it."""
    return open_dataset(ctx.obj)


def tell(match: Match, name: str) -> None:
    """Say on stderr that a name was not taken as written."""
    if match.kind == "fuzzy":
        print(f"{match.query!r} read as {name} ({match.matched}, similarity {match.score:.0f} %)", file=sys.stderr)


def answer(
    command: str,
    data: Record,
    form: Format,
    width: int | None,
    render: Callable[[Console], list[RenderableType]],
    rows: Callable[[], Rows] | None = None,
) -> None:
    """Write an answer to stdout in the format asked for.

    `render` gives it for the screen (and for SVG), `rows` as rows of text for CSV and Markdown, where that makes sense.
    """
    if form is Format.JSON:
        write(document(command, data))
    elif form in {Format.CSV, Format.MARKDOWN}:
        if rows is None:
            raise UsageError(f"peptide {command} has no rows for {form.value}; take table, json or svg")
        from ..formats.rows import as_csv, as_markdown  # noqa: PLC0415

        write(as_csv(rows()) if form is Format.CSV else as_markdown(rows()))
    elif form is Format.SVG:
        from ..terminal.console import picture  # noqa: PLC0415

        write(picture(f"peptide {command}", width, render))
    else:
        from ..terminal.console import make_console, show  # noqa: PLC0415 - Rich only for what it draws

        console = make_console(width=width)
        show(console, *render(console))


def write(text: str) -> None:
    """Write text to stdout as UTF-8 whatever the locale, as files and pipes expect it."""
    if hasattr(sys.stdout, "buffer"):
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
    else:
        sys.stdout.write(text)
