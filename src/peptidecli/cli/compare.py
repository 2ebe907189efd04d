"""`peptide compare`."""

from __future__ import annotations

from typing import Annotated

import typer

from ..calls import compare as call
from ..calls.output import Format
from .options import FormatOption, WidthOption, completing, new_command, settings_of

command = new_command()


@command.command(
    short_help="Compare two to six compounds side by side.",
    epilog="Examples:  peptide compare semax selank   ·   peptide compare semax acth-4-10 --differences",
)
def compare(
    ctx: typer.Context,
    names: Annotated[
        list[str],
        typer.Argument(metavar="NAME NAME...", help="Two to six compounds.", autocompletion=completing("compounds")),
    ],
    differences: Annotated[bool, typer.Option("--differences", help="Leave out what is equal in all.")] = False,
    form: FormatOption = Format.TABLE,
    width: WidthOption = None,
) -> None:
    """Compare compounds side by side, their sequences aligned residue by residue."""
    call.compare(settings_of(ctx), names, differences=differences, form=form, width=width)
