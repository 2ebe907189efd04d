"""What `peptide evidence` does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ..answers import evidence as evidence_of
from ..dataset.model import Record, Result
from ..errors import UsageError
from .output import Format, Settings, all_named, answer, dataset_of

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from ..formats.paper import Paper
    from ..formats.rows import Rows


def evidence(
    settings: Settings,
    names: Sequence[str],
    *,
    timeline: bool = False,
    explain: bool = False,
    form: Format = Format.TABLE,
    width: int | None = None,
) -> None:
    """Write compounds by topics, one compound's topics by study designs, or publications by year."""
    if timeline and explain:
        raise UsageError("--explain says why something is as sure as it is; a timeline tells no such thing")
    dataset = dataset_of(settings)
    compounds = all_named(dataset, "evidence", names)
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
        return Rows(header=("year", "papers on people", "other references", "own"), rows=years)
    signs: tuple[Result, ...] = ("positive", "null", "negative", "mixed", "unknown")
    if isinstance(result, evidence_of.Designs):
        return Rows(
            header=("topic", "design", *signs, "references", "certainty", "reasons", "studies in people",
                    "studies in animals and cells", "own"),
            rows=tuple(
                (
                    row.topic,
                    cell.design,
                    *(str(cell.results[sign]) for sign in signs),
                    str(cell.references),
                    cell.certainty.word,
                    "; ".join(cell.certainty.reasons),
                    _by_result(row.people),
                    _by_result(row.animals),
                    "own" * cell.own,
                )
                for row in result.rows
                for cell in row.cells
                if cell
            ),
        )  # fmt: skip
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


def _by_result(studies: Mapping[Result, int]) -> str:
    """Return how many studies of a topic found what, as the table counts them; the columns of signs count claims."""
    return "; ".join(f"{count} {result}" for result, count in studies.items() if count)
