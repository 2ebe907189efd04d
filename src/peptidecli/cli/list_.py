"""`peptide list`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ..answers.list_ import Filters, catalogue
from .output import Format, FormatOption, WidthOption, answer, dataset_of, new_command

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from ..formats.rows import Rows

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
        str | None, typer.Option("--topic", metavar="TOPIC", help="Only with a claim on this topic.")
    ] = None,
    at_least: Annotated[
        str | None,
        typer.Option(
            "--at-least", metavar="DESIGN", help="Only with a reference of this study design or a higher one."
        ),
    ] = None,
    form: FormatOption = Format.TABLE,
    width: WidthOption = None,
) -> None:
    """List the compounds, one line each."""
    dataset = dataset_of(ctx)
    result = catalogue(dataset, Filters(compound_class=compound_class, topic=topic, at_least=at_least))

    def render(console: Console) -> list[RenderableType]:
        from ..terminal.list_ import render_catalogue  # noqa: PLC0415

        return render_catalogue(console, dataset, result)

    def rows() -> Rows:
        from ..formats.tables import of_catalogue  # noqa: PLC0415

        return of_catalogue(result)

    answer("list", result, form, width, render, rows)
