"""`peptide trials`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ..answers.lookup import find
from ..answers.trials import Filters
from ..answers.trials import trials as listed
from .output import (
    DesignOption,
    Format,
    FormatOption,
    ResultChoice,
    TopicOption,
    WidthOption,
    answer,
    completing,
    dataset_of,
    new_command,
    tell,
)

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from ..formats.paper import Paper
    from ..formats.rows import Rows

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
    result: Annotated[ResultChoice | None, typer.Option("--result", help="Only with this result.")] = None,
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
    dataset = dataset_of(ctx)
    found = [find(dataset, name) for name in names or []]
    for compound, match in found:
        tell(match, compound.name)
    filters = Filters(topic=topic, design=design, result=result.value if result else None, since=since, until=until)
    table = listed(dataset, tuple({compound.id: compound for compound, _ in found}.values()), filters)

    def render(console: Console) -> list[RenderableType]:
        from ..terminal.trials import render_trials  # noqa: PLC0415

        return render_trials(console, dataset, table)

    def rows() -> Rows:
        from ..formats.tables import of_trials  # noqa: PLC0415

        return of_trials(table)

    def paper() -> Paper:
        from ..formats.papers import paper as document  # noqa: PLC0415

        return document(dataset, table)

    answer("trials", table, form, width, render, rows, paper=paper)
