"""`peptide search`."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Annotated

import typer

from ..answers.search import FIRST, MOST, Filters
from ..answers.search import search as searched
from ..errors import UsageError
from .output import (
    CompoundOption,
    DesignOption,
    Format,
    FormatOption,
    ResultChoice,
    TopicOption,
    WidthOption,
    answer,
    dataset_of,
    new_command,
)

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from ..formats.rows import Rows


class ClaimKindChoice(str, Enum):
    """Values of --kind."""

    MECHANISM = "mechanism"
    EFFECT = "effect"
    PHARMACOKINETICS = "pharmacokinetics"
    SAFETY = "safety"
    ORIGIN = "origin"


command = new_command()


@command.command(
    short_help="Search everything the dataset says.",
    epilog="Examples:  peptide search opioid receptor   ·   peptide search anxiety --result null",
)
def search(
    ctx: typer.Context,
    text: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS]...", help="A question, as you would put it; in English or Russian."),
    ] = None,
    compound: CompoundOption = None,
    topic: TopicOption = None,
    kind: Annotated[ClaimKindChoice | None, typer.Option("--kind", help="Only claims of this kind.")] = None,
    design: DesignOption = None,
    result: Annotated[ResultChoice | None, typer.Option("--result", help="Only claims with this result.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="All hits, not only the best.")] = False,
    form: FormatOption = Format.TABLE,
    width: WidthOption = None,
) -> None:
    """Ask everything the dataset says: what it is, what was found, what is wrong, what is allowed where.

    Names, topics, studies, places and directions of results are understood, misspelt words too; the answer says how.
    """
    if not text and not (compound or topic or kind or design or result):
        raise UsageError("ask in words, or choose by an option: peptide search --topic stroke")
    dataset = dataset_of(ctx)
    filters = Filters(
        compound=compound,
        topic=topic,
        kind=kind.value if kind else None,
        design=design,
        result=result.value if result else None,
    )
    # What no screen shows need not be worked out for it.
    most = FIRST if form in {Format.TABLE, Format.SVG} else MOST
    found = searched(dataset, " ".join(text or []), filters, limit=None if everything else most)

    def render(console: Console) -> list[RenderableType]:
        from ..terminal.search import render_search  # noqa: PLC0415

        return render_search(console, dataset, found, everything=everything)

    def rows() -> Rows:
        from ..formats.tables import of_hits  # noqa: PLC0415

        return of_hits(found.hits)

    answer("search", found, form, width, render, rows)
