"""`peptide trials`."""

from __future__ import annotations

from typing import Annotated

import typer

from ..calls import trials as call
from ..calls.output import Format
from .options import (
    DesignOption,
    FormatOption,
    ResultChoice,
    TopicOption,
    WidthOption,
    completing,
    new_command,
    settings_of,
)

command = new_command()


@command.command(
    short_help="List every study in people, one row each.",
    epilog="Examples:  peptide trials semax   ·   peptide trials cerebrolysin --topic stroke --result null -f csv",
)
def trials(
    ctx: typer.Context,
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]...", help="Compounds; all if left out.", autocompletion=completing("compounds")),
    ] = None,
    topic: TopicOption = None,
    design: DesignOption = None,
    result: Annotated[
        ResultChoice | None,
        typer.Option(
            "--result",
            help="Only with this result; unknown: also those on which no claim is held.",
            case_sensitive=False,
        ),
    ] = None,
    since: Annotated[
        int | None, typer.Option("--since", metavar="YEAR", help="Published in this year or later.")
    ] = None,
    until: Annotated[
        int | None, typer.Option("--until", metavar="YEAR", help="Published in this year or before.")
    ] = None,
    form: FormatOption = Format.TABLE,
    width: WidthOption = None,
) -> None:
    """List every study in people: year, design, condition, number, comparison, dose, length, outcome, result, paper.

    Two papers that tell one study stand in one row. Doses are parameters of the studies, no advice.
    """
    call.trials(
        settings_of(ctx),
        names or (),
        topic=topic,
        design=design,
        result=result.value if result else None,
        since=since,
        until=until,
        form=form,
        width=width,
    )
