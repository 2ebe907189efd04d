"""`peptide show`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ..lookup import find
from ..profile import profile
from .app import app
from .output import Format, FormatOption, WidthOption, answer, dataset_of, tell

if TYPE_CHECKING:
    from rich.console import Console, RenderableType


@app.command(epilog="Examples:  peptide show semax   ·   peptide show 80714-61-0 -f json")
def show(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="Name, code, sequence or identifier of a compound.")],
    form: FormatOption = Format.TABLE,
    width: WidthOption = None,
) -> None:
    """Show the profile of a compound, every statement with its references."""
    dataset = dataset_of(ctx)
    compound, match = find(dataset, name)
    result = profile(dataset, compound, match)
    tell(match, compound.name)

    def render(console: Console) -> list[RenderableType]:
        from ..terminal.profile import render_profile  # noqa: PLC0415

        return render_profile(console, dataset, result)

    answer("show", result, form, width, render)
