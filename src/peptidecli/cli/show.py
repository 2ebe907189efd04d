"""`peptide show`."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Annotated

import typer

from ..answers.lookup import find
from ..answers.show import digest, profile
from ..errors import UsageError
from .output import CompoundArgument, Format, FormatOption, WidthOption, answer, dataset_of, new_command, tell

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from ..formats.rows import Rows


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


@command.command(
    short_help="Show what is known of a compound, with references.",
    epilog="Examples:  peptide show semax --all   ·   peptide show selank --section effects",
)
def show(
    ctx: typer.Context,
    name: CompoundArgument,
    section: Annotated[
        list[Section] | None,
        typer.Option(
            "--section",
            "-s",
            metavar="SECTION",
            help=f"Only this section, whole; may be repeated: {', '.join(Section)}.",
        ),
    ] = None,
    refs: Annotated[bool, typer.Option("--refs", help="The references only, whole.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="Every finding, statement and reference.")] = False,
    form: FormatOption = Format.TABLE,
    width: WidthOption = None,
) -> None:
    """Show the profile of a compound, every statement with its references.

    Of each topic the strongest finding for every direction of result is shown; --all and --section show all of
    them, and so does JSON. CSV and Markdown hold one finding a row, with --refs one reference.
    """
    if sum(map(bool, (section, refs, everything))) > 1:
        raise UsageError("--section, --refs and --all exclude each other")
    dataset = dataset_of(ctx)
    compound, match = find(dataset, name)
    result = profile(dataset, compound, match)
    tell(match, compound.name)

    def render(console: Console) -> list[RenderableType]:
        from ..terminal.show import render_profile  # noqa: PLC0415

        if section or refs:
            chosen = ["references"] if refs else [part.value for part in section or []]
            return render_profile(console, dataset, result, ["head", *chosen])
        return render_profile(console, dataset, result if everything else digest(dataset, result))

    def rows() -> Rows:
        from ..formats.tables import of_findings, of_references  # noqa: PLC0415

        return of_references(item.reference for item in result.references) if refs else of_findings(dataset, result)

    answer("show", result, form, width, render, rows)
