"""`peptide evidence`."""

from __future__ import annotations

from typing import Annotated

import typer

from ..calls import evidence as call
from ..calls.output import Format
from .options import FormatOption, WidthOption, completing, new_command, settings_of

command = new_command()


@command.command(
    short_help="Show the evidence at a glance: compounds by topics.",
    epilog="Examples:  peptide evidence semax selank   ·   peptide evidence --timeline",
)
def evidence(
    ctx: typer.Context,
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]...", help="Compounds; all if left out.", autocompletion=completing("compounds")),
    ] = None,
    timeline: Annotated[bool, typer.Option("--timeline", help="Publications per year instead.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Say why each is as sure as it is.")] = False,
    form: FormatOption = Format.TABLE,
    width: WidthOption = None,
) -> None:
    """Show the evidence at a glance: compounds by topics, or one compound's topics by study designs.

    Numbers are studies in the table; in rows (csv, ndjson) those under a result are claims.
    """
    call.evidence(settings_of(ctx), names or (), timeline=timeline, explain=explain, form=form, width=width)
