"""`peptide faq`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ..answers.faq import faqs
from .output import Format, FormatOption, WidthOption, answer, dataset_of, new_command

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from ..formats.rows import Rows

command = new_command()


@command.command(
    short_help="Answer questions people ask, with references.",
    epilog="Examples:  peptide faq is semax fda approved   ·   peptide faq -f markdown",
)
def faq(
    ctx: typer.Context,
    question: Annotated[
        list[str] | None,
        typer.Argument(metavar="[QUESTION]...", help="What to ask, or a name; all if left out."),
    ] = None,
    form: FormatOption = Format.TABLE,
    width: WidthOption = None,
) -> None:
    """Answer a question people ask, with references, or list all of them."""
    dataset = dataset_of(ctx)
    found = faqs(dataset, " ".join(question or []))

    def render(console: Console) -> list[RenderableType]:
        from ..terminal.faq import render_faqs  # noqa: PLC0415

        return render_faqs(console, dataset, found)

    def rows() -> Rows:
        from ..formats.rows import Rows  # noqa: PLC0415
        from ..formats.tables import of_hits  # noqa: PLC0415

        if found.hits:
            return of_hits(found.hits)

        return Rows(
            header=("compound", "question", "answer", "references", "own"),
            rows=tuple(
                (item.compound, item.faq.question, item.faq.answer, " ".join(item.faq.references), "own" * item.own)
                for item in found.answers
            ),
        )

    answer("faq", found, form, width, render, rows)
