"""`peptide show`."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Annotated

import typer

from ..lookup import find
from ..profile import digest, profile
from .output import Format, FormatOption, WidthOption, answer, dataset_of, new_command, tell

if TYPE_CHECKING:
    from rich.console import Console, RenderableType


class Section(str, Enum):
    """Sections of a profile."""

    IDENTITY = "identity"
    EVIDENCE = "evidence"
    MECHANISMS = "mechanisms"
    EFFECTS = "effects"
    ANIMAL_EFFECTS = "animal-effects"
    PHARMACOKINETICS = "pharmacokinetics"
    SAFETY = "safety"
    ORIGIN = "origin"
    REGULATORY = "regulatory"
    STATEMENTS = "statements"
    LIMITATIONS = "limitations"
    QUESTIONS = "questions"
    METHODS = "methods"
    ANECDOTES = "anecdotes"
    FAQ = "faq"
    REFERENCES = "references"


command = new_command()


@command.command(epilog="Examples:  peptide show semax   ·   peptide show selank --section effects")
def show(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="Name, code, sequence or identifier of a compound.")],
    section: Annotated[
        list[Section] | None, typer.Option("--section", "-s", help="Only this section, whole; may be repeated.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every finding, statement and reference.")] = False,
    form: FormatOption = Format.TABLE,
    width: WidthOption = None,
) -> None:
    """Show the profile of a compound, every statement with its references.

    Of each topic the strongest finding for every direction of result is shown; --all and --section show all of
    them, and so does JSON.
    """
    dataset = dataset_of(ctx)
    compound, match = find(dataset, name)
    result = profile(dataset, compound, match)
    tell(match, compound.name)

    def render(console: Console) -> list[RenderableType]:
        from ..terminal.profile import render_profile  # noqa: PLC0415

        if section:
            return render_profile(console, dataset, result, ["head", *(part.value for part in section)])
        return render_profile(console, dataset, result if everything else digest(dataset, result))

    answer("show", result, form, width, render)
