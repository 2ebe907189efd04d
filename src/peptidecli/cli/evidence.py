"""`peptide evidence`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ..answers import evidence as evidence_of
from ..answers.lookup import find
from ..dataset.model import Record, Result
from .output import Format, FormatOption, WidthOption, answer, completing, dataset_of, new_command, tell

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from ..formats.paper import Paper
    from ..formats.rows import Rows

command = new_command()


@command.command(
    short_help="Show the evidence at a glance: compounds by topics.",
    epilog="Examples:  peptide evidence semax selank   ·   peptide evidence --timeline",
)
def evidence(
    ctx: typer.Context,
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]...", help="Compounds; all if left out.", autocompletion=completing("compounds")),
    ] = None,
    timeline: Annotated[bool, typer.Option("--timeline", help="Publications per year instead.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Say why each is as sure as it is.")] = False,
    form: FormatOption = Format.TABLE,
    width: WidthOption = None,
) -> None:
    """Show the evidence at a glance: compounds by topics, or one compound's topics by study designs."""
    dataset = dataset_of(ctx)
    found = [find(dataset, name) for name in names or []]
    for compound, match in found:
        tell(match, compound.name)
    compounds = tuple({compound.id: compound for compound, _ in found}.values())
    result: Record
    if timeline:
        result = evidence_of.timeline(dataset, compounds)
    elif len(compounds) == 1:
        result = evidence_of.designs(dataset, compounds[0])
    else:
        result = evidence_of.matrix(dataset, compounds)

    def render(console: Console) -> list[RenderableType]:
        from ..terminal import evidence as drawn  # noqa: PLC0415

        if isinstance(result, evidence_of.Timeline):
            return drawn.render_timeline(console, dataset, result)
        if isinstance(result, evidence_of.Designs):
            return drawn.render_designs(console, dataset, result, explain=explain)
        assert isinstance(result, evidence_of.Matrix)
        return drawn.render_matrix(console, dataset, result, explain=explain)

    def paper() -> Paper:
        from ..formats.papers import paper as document  # noqa: PLC0415

        return document(dataset, result)

    answer("evidence", result, form, width, render, lambda: _rows(result), paper=paper)


def _rows(result: Record) -> Rows:
    """Return the picture as rows of text: one a compound and topic, a topic and design, or a year."""
    from ..formats.rows import Rows  # noqa: PLC0415

    if isinstance(result, evidence_of.Timeline):
        years = tuple((str(y.year), str(y.human), str(y.other), "own" * y.own) for y in result.years)
        return Rows(header=("year", "studies in people", "other references", "own"), rows=years)
    signs: tuple[Result, ...] = ("positive", "null", "negative", "mixed", "unknown")
    if isinstance(result, evidence_of.Designs):
        return Rows(
            header=("topic", "design", *signs, "references", "certainty", "reasons", "own"),
            rows=tuple(
                (
                    row.topic,
                    cell.design,
                    *(str(cell.results[sign]) for sign in signs),
                    str(cell.references),
                    cell.certainty.word,
                    "; ".join(cell.certainty.reasons),
                    "own" * cell.own,
                )
                for row in result.rows
                for cell in row.cells
                if cell
            ),
        )
    assert isinstance(result, evidence_of.Matrix)
    return Rows(
        header=("compound", "topic", "best design", *signs, "references", "groups", "subject", "certainty", "reasons",
                "own"),
        rows=tuple(
            (compound, row.topic, cell.best, *(str(cell.results[sign]) for sign in signs),
             str(cell.references), str(cell.groups), cell.certainty.subject, cell.certainty.word,
             "; ".join(cell.certainty.reasons), "own" * cell.own)
            for row in result.rows
            for compound, cell in zip(result.compounds, row.cells, strict=True)
            if cell
        ),
    )  # fmt: skip
