"""`peptide list`."""

from __future__ import annotations

from typing import Annotated

import typer

from ..calls import list_ as call
from ..calls.output import Format
from .options import FormatOption, WidthOption, completing, new_command, settings_of

command = new_command()


@command.command(
    short_help="List the compounds, one line each.",
    epilog="Examples:  peptide list   ·   peptide list --topic anxiety --at-least randomised",
)
def list_compounds(
    ctx: typer.Context,
    compound_class: Annotated[
        str | None, typer.Option("--class", metavar="WORD", help="Only classes that hold this word.")
    ] = None,
    topic: Annotated[
        str | None,
        typer.Option(
            "--topic", metavar="TOPIC", help="Only with a claim on this topic.", autocompletion=completing("topics")
        ),
    ] = None,
    at_least: Annotated[
        str | None,
        typer.Option(
            "--at-least",
            metavar="DESIGN",
            help="Only with a reference of this study design or a higher one.",
            autocompletion=completing("designs"),
        ),
    ] = None,
    form: FormatOption = Format.TABLE,
    width: WidthOption = None,
) -> None:
    """List the compounds, one line each."""
    call.list_(settings_of(ctx), compound_class=compound_class, topic=topic, at_least=at_least, form=form, width=width)
