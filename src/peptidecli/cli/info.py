"""`peptide info`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from .. import __version__
from ..answers.info import overview
from ..dataset import locations
from .output import Format, FormatOption, WidthOption, answer, dataset_of, new_command

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

command = new_command()


@command.command(
    short_help="Show the dataset in numbers, and how to cite it.",
    epilog="Examples:  peptide info   ·   peptide info -f json",
)
def info(ctx: typer.Context, form: FormatOption = Format.TABLE, width: WidthOption = None) -> None:
    """Show the dataset in numbers, the folders in use, and how to cite it."""
    result = overview(dataset_of(ctx), __version__, str(locations.user_data_folder()))

    def render(console: Console) -> list[RenderableType]:
        from ..terminal.info import render_overview  # noqa: PLC0415

        return render_overview(console, result)

    answer("info", result, form, width, render)
