"""`peptide search`."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer

from ..calls import search as call
from ..calls.output import Format
from .options import (
    CompoundOption,
    DesignOption,
    FormatOption,
    ResultChoice,
    TopicOption,
    WidthOption,
    new_command,
    settings_of,
)


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
    result: Annotated[
        ResultChoice | None, typer.Option("--result", help="Only claims with this result.", case_sensitive=False)
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="All hits, not only the best.")] = False,
    form: FormatOption = Format.TABLE,
    width: WidthOption = None,
) -> None:
    """Ask everything the dataset says: what it is, what was found, what is wrong, what is allowed where.

    Names, topics, studies, places and directions of results are understood, misspelt words too; the answer says how.
    """
    call.search(
        settings_of(ctx),
        text or (),
        compound=compound,
        topic=topic,
        kind=kind.value if kind else None,
        design=design,
        result=result.value if result else None,
        everything=everything,
        form=form,
        width=width,
    )
