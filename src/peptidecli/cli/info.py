"""`peptide info`."""

from __future__ import annotations

import typer

from ..calls import info as call
from ..calls.output import Format
from .options import FormatOption, WidthOption, new_command, settings_of

command = new_command()


@command.command(
    short_help="Show the dataset in numbers, and how to cite it.",
    epilog="Examples:  peptide info   ·   peptide info -f json",
)
def info(ctx: typer.Context, form: FormatOption = Format.TABLE, width: WidthOption = None) -> None:
    """Show the dataset in numbers, the folders in use, and how to cite it."""
    call.info(settings_of(ctx), form=form, width=width)
