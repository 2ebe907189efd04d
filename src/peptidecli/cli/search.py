"""`peptide search`."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Annotated

import typer

from ..search import Filters
from ..search import search as searched
from .output import (
    CompoundOption,
    DesignOption,
    Format,
    FormatOption,
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


class ResultChoice(str, Enum):
    """Values of --result."""

    POSITIVE = "positive"
    NULL = "null"
    NEGATIVE = "negative"
    MIXED = "mixed"


command = new_command()


@command.command(
    short_help="Search everything the dataset says.",
    epilog="Examples:  peptide search opioid receptor   ·   peptide search anxiety --result null",
)
def search(
    ctx: typer.Context,
    text: Annotated[list[str], typer.Argument(metavar="TEXT...", help="Words; all of them must be there.")],
    compound: CompoundOption = None,
    topic: TopicOption = None,
    kind: Annotated[ClaimKindChoice | None, typer.Option("--kind", help="Only claims of this kind.")] = None,
    design: DesignOption = None,
    result: Annotated[ResultChoice | None, typer.Option("--result", help="Only claims with this result.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="All hits, not only the first of each compound.")] = False,
    form: FormatOption = Format.TABLE,
    width: WidthOption = None,
) -> None:
    """Search claims, statements, answers, limitations and references for words, forgiving about spelling."""
    dataset = dataset_of(ctx)
    filters = Filters(
        compound=compound,
        topic=topic,
        kind=kind.value if kind else None,
        design=design,
        result=result.value if result else None,
    )
    found = searched(dataset, " ".join(text), filters)

    def render(console: Console) -> list[RenderableType]:  # noqa: ARG001 - hits need not know the width
        from ..terminal.search import render_search  # noqa: PLC0415

        return render_search(dataset, found, everything=everything)

    def rows() -> Rows:
        from ..formats.rows import Rows  # noqa: PLC0415

        header = ("compound", "kind", "id", "text", "topic", "level", "result", "verdict", "references")
        return Rows(
            header=header,
            rows=tuple(
                (group.compound, hit.kind, hit.id, hit.text, hit.topic or "", hit.level or "", hit.result or "",
                 hit.verdict or "", " ".join(hit.references))
                for group in found.groups
                for hit in group.hits
            ),
        )  # fmt: skip

    answer("search", found, form, width, render, rows)
