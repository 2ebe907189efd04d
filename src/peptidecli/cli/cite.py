"""`peptide cite`."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer

from ..answers.cite import BEST
from ..calls import cite as call
from ..calls.cite import CiteFormat
from .options import (
    FORMAT_HELP,
    CompoundOption,
    DesignOption,
    TopicOption,
    WidthOption,
    completing,
    new_command,
    settings_of,
)


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
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            min=0,
            metavar="N",
            help=f"Only the best N; 0 for all. A table has the best {BEST}, every other format all, if not told.",
        ),
    ] = None,
    form: Annotated[CiteFormat, typer.Option("--format", "-f", help=FORMAT_HELP)] = CiteFormat.TABLE,
    style: Annotated[
        str | None,
        typer.Option(
            "--style",
            metavar="STYLE",
            help="Style of -f text, which it asks for: vancouver, apa, ama, harvard or a .csl file.",
            autocompletion=completing("styles"),
        ),
    ] = None,
    width: WidthOption = None,
) -> None:
    """Find references; citations that circulate and are wrong answer too, clearly marked."""
    if style and form is CiteFormat.TABLE and not _told(ctx, "form"):
        form = CiteFormat.TEXT
    call.cite(
        settings_of(ctx),
        query or (),
        compound=compound,
        topic=topic,
        design=design,
        since=since,
        until=until,
        standing=standing.value if standing else None,
        limit=limit,
        form=form,
        style=style,
        width=width,
    )


def _told(ctx: typer.Context, option: str) -> bool:
    """Tell whether an option stands on the command line."""
    source = ctx.get_parameter_source(option)
    return source is not None and source.name != "DEFAULT"
