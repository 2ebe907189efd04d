"""`peptide list`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ..catalogue import catalogue
from .output import Format, FormatOption, WidthOption, answer, dataset_of, new_command

if TYPE_CHECKING:
    from rich.console import Console, RenderableType


command = new_command()


@command.command(epilog="Examples:  peptide list   ·   peptide list --class mixture -f json")
def list_compounds(
    ctx: typer.Context,
    compound_class: Annotated[
        str | None, typer.Option("--class", metavar="WORD", help="Only classes that hold this word.")
    ] = None,
    form: FormatOption = Format.TABLE,
    width: WidthOption = None,
) -> None:
    """List the compounds, one line each."""
    dataset = dataset_of(ctx)
    result = catalogue(dataset, compound_class=compound_class)

    def render(console: Console) -> list[RenderableType]:
        from ..terminal.catalogue import render_catalogue  # noqa: PLC0415

        return render_catalogue(console, dataset, result)

    answer("list", result, form, width, render)
