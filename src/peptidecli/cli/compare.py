"""`peptide compare`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ..answers.compare import compare as compared
from ..answers.lookup import find
from .output import Format, FormatOption, WidthOption, answer, completing, dataset_of, new_command, tell

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from ..formats.paper import Paper
    from ..formats.rows import Rows

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
    dataset = dataset_of(ctx)
    found = [find(dataset, name) for name in names]
    result = compared(dataset, found, differences=differences)
    for compound, match in found:
        tell(match, compound.name)

    def render(console: Console) -> list[RenderableType]:
        from ..terminal.compare import render_comparison  # noqa: PLC0415

        return render_comparison(console, dataset, result, differences=differences)

    def rows() -> Rows:
        from ..formats.tables import of_comparison  # noqa: PLC0415

        return of_comparison(dataset, result)

    def paper() -> Paper:
        from ..formats.papers import paper as document  # noqa: PLC0415

        return document(dataset, result)

    answer("compare", result, form, width, render, rows, paper=paper)
