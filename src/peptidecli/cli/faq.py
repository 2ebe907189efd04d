"""`peptide faq`."""

from __future__ import annotations

from typing import Annotated

import typer

from ..calls import faq as call
from ..calls.output import Format
from .options import FormatOption, WidthOption, new_command, settings_of

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
    call.faq(settings_of(ctx), question or (), form=form, width=width)
