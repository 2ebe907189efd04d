"""`peptide cite`."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Annotated

import typer

from ..bibliography import Filters
from ..bibliography import cite as cited
from ..errors import NotFoundError
from .output import Format, WidthOption, answer, dataset_of, new_command, write

if TYPE_CHECKING:
    from rich.console import Console, RenderableType


class CiteFormat(str, Enum):
    """Formats of references."""

    TABLE = "table"
    JSON = "json"
    SVG = "svg"
    BIBTEX = "bibtex"


class StandingChoice(str, Enum):
    """Values of --standing."""

    NORMAL = "normal"
    RETRACTED = "retracted"
    CONCERN = "expression-of-concern"
    CORRECTED = "corrected"


command = new_command()


@command.command(
    epilog="Examples:  peptide cite dolotov 2006   ·   peptide cite --compound semax --design human -f bibtex"
)
def cite(
    ctx: typer.Context,
    query: Annotated[
        list[str] | None,
        typer.Argument(metavar="[QUERY]...", help="Author, year, title word, journal, compound, topic, DOI or PMID."),
    ] = None,
    compound: Annotated[str | None, typer.Option("--compound", metavar="NAME", help="Only of this compound.")] = None,
    topic: Annotated[str | None, typer.Option("--topic", metavar="TOPIC", help="Only on this topic.")] = None,
    design: Annotated[
        str | None,
        typer.Option("--design", metavar="DESIGN", help="Only of this study design; human, animal or laboratory."),
    ] = None,
    since: Annotated[
        int | None, typer.Option("--since", metavar="YEAR", help="Published in this year or later.")
    ] = None,
    until: Annotated[
        int | None, typer.Option("--until", metavar="YEAR", help="Published in this year or before.")
    ] = None,
    standing: Annotated[StandingChoice | None, typer.Option("--standing", help="Only of this standing.")] = None,
    form: Annotated[CiteFormat, typer.Option("--format", "-f", help="How to print the references.")] = CiteFormat.TABLE,
    width: WidthOption = None,
) -> None:
    """Find references; citations that circulate and are wrong answer too, clearly marked."""
    dataset = dataset_of(ctx)
    filters = Filters(
        compound=compound,
        topic=topic,
        design=design,
        since=since,
        until=until,
        standing=standing.value if standing else None,
    )
    result = cited(dataset, query or [], filters)
    if form is CiteFormat.BIBTEX:
        from ..formats.bibtex import bibtex  # noqa: PLC0415

        if not result.hits:
            raise NotFoundError(
                f"{result.query!r} is no traced reference, so it is not exported. See: peptide cite {result.query}"
            )
        write(bibtex(hit.reference for hit in result.hits))
        return

    def render(console: Console) -> list[RenderableType]:
        from ..terminal.references import render_citations  # noqa: PLC0415

        return render_citations(console, dataset, result)

    answer("cite", result, Format(form.value), width, render)
