"""`peptide cite`."""

from __future__ import annotations

import importlib
from enum import Enum
from typing import TYPE_CHECKING, Annotated

import typer

from ..answers.cite import Filters
from ..answers.cite import cite as cited
from ..errors import NotFoundError, UsageError
from .output import (
    CompoundOption,
    DesignOption,
    Format,
    TopicOption,
    WidthOption,
    answer,
    completing,
    dataset_of,
    new_command,
    write,
)

if TYPE_CHECKING:
    from rich.console import Console, RenderableType


class CiteFormat(str, Enum):
    """Formats of references."""

    TABLE = "table"
    JSON = "json"
    SVG = "svg"
    BIBTEX = "bibtex"
    RIS = "ris"
    CSL_JSON = "csl-json"
    TEXT = "text"
    CSV = "csv"
    MARKDOWN = "markdown"


_WRITERS = {
    CiteFormat.BIBTEX: ("bibtex", "bibtex"),
    CiteFormat.RIS: ("ris", "ris"),
    CiteFormat.CSL_JSON: ("csl", "csl_json"),
    CiteFormat.TEXT: ("text", "vancouver"),
}
"""The module of `formats` and its function for each format that holds references and nothing else."""


class StandingChoice(str, Enum):
    """Values of --standing."""

    NORMAL = "normal"
    RETRACTED = "retracted"
    CONCERN = "expression-of-concern"
    CORRECTED = "corrected"


command = new_command()


@command.command(
    short_help="Find references, and citations that are wrong.",
    epilog="Examples:  peptide cite dolotov 2006   ·   peptide cite --compound semax --design human -f bibtex",
)
def cite(
    ctx: typer.Context,
    query: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[QUERY]...",
            help="Author, year, title word, journal, compound, topic, DOI or PMID.",
            autocompletion=completing("references"),
        ),
    ] = None,
    compound: CompoundOption = None,
    topic: TopicOption = None,
    design: DesignOption = None,
    since: Annotated[
        int | None, typer.Option("--since", metavar="YEAR", help="Published in this year or later.")
    ] = None,
    until: Annotated[
        int | None, typer.Option("--until", metavar="YEAR", help="Published in this year or before.")
    ] = None,
    standing: Annotated[StandingChoice | None, typer.Option("--standing", help="Only of this standing.")] = None,
    form: Annotated[CiteFormat, typer.Option("--format", "-f", help="How to print the references.")] = CiteFormat.TABLE,
    style: Annotated[
        str | None,
        typer.Option(
            "--style",
            metavar="STYLE",
            help="Style of -f text: vancouver, apa, ama, harvard or a .csl file.",
            autocompletion=completing("styles"),
        ),
    ] = None,
    width: WidthOption = None,
) -> None:
    """Find references; citations that circulate and are wrong answer too, clearly marked."""
    if style and form not in {CiteFormat.TEXT, CiteFormat.TABLE}:
        raise UsageError(f"--style is for -f text, not for -f {form.value}")
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
    references = [hit.reference for hit in result.hits]
    if form in {CiteFormat.TABLE, CiteFormat.JSON, CiteFormat.SVG} and not style:

        def render(console: Console) -> list[RenderableType]:
            from ..terminal.cite import render_citations  # noqa: PLC0415

            return render_citations(console, dataset, result)

        answer("cite", result, Format(form.value), width, render)
        return
    if not references:
        raise NotFoundError(
            f"{result.query!r} is no traced reference, so it is not exported. See: peptide cite {result.query}"
        )
    if form in {CiteFormat.CSV, CiteFormat.MARKDOWN}:
        from ..formats.rows import as_csv, as_markdown  # noqa: PLC0415
        from ..formats.tables import of_references  # noqa: PLC0415

        rows = of_references(references)
        write(as_csv(rows) if form is CiteFormat.CSV else as_markdown(rows))
    elif style:
        from ..formats.styled import styled  # noqa: PLC0415

        write(styled(references, style))
    else:
        module, function = _WRITERS[form]
        write(getattr(importlib.import_module(f"..formats.{module}", __package__), function)(references))
