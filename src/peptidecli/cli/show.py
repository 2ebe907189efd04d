"""`peptide show`."""

from __future__ import annotations

from typing import Annotated

import typer

from ..answers.show import SECTIONS
from ..calls import show as call
from ..calls.output import Format
from .options import CompoundArgument, FormatOption, WidthOption, completing, new_command, settings_of

command = new_command()


@command.command(
    short_help="Show what is known of a compound, with references.",
    epilog="Examples:  peptide show semax --all   ·   peptide show selank --section effects",
)
def show(
    ctx: typer.Context,
    name: CompoundArgument,
    section: Annotated[
        list[str] | None,
        typer.Option(
            "--section",
            "-s",
            metavar="SECTION",
            help=f"Only this part, whole; repeatable: {', '.join(SECTIONS)}.",
            autocompletion=completing("sections"),
        ),
    ] = None,
    refs: Annotated[bool, typer.Option("--refs", help="The references only, whole.")] = False,
    ref: Annotated[
        list[int] | None, typer.Option("--ref", metavar="N", help="Only the reference of this number; repeatable.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Everything: every finding, statement and reference.")
    ] = False,
    form: FormatOption = Format.TABLE,
    width: WidthOption = None,
) -> None:
    """Show a compound: who it is, what was shown in whom and how sure it is, what is allowed, what does not hold.

    The first screen fits 60 lines at 80 columns; --all is the whole profile, --section a part of it. JSON is always
    whole, or the sections asked for. CSV and Markdown hold one finding a row, with --refs one reference.
    """
    call.show(
        settings_of(ctx),
        name,
        section=section or (),
        refs=refs,
        ref=ref or (),
        everything=everything,
        form=form,
        width=width,
    )
