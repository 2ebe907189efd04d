"""What `peptide compare` does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..answers.compare import check_number
from ..answers.compare import compare as compared
from .output import Format, Settings, answer, dataset_of, found_by_name, offering_a_question, tell

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from ..formats.paper import Paper
    from ..formats.rows import Rows


def compare(
    settings: Settings,
    names: Sequence[str],
    *,
    differences: bool = False,
    form: Format = Format.TABLE,
    width: int | None = None,
) -> None:
    """Write compounds side by side."""
    dataset = dataset_of(settings)
    with offering_a_question(dataset, "compare", names):
        check_number(len(names))
    found = found_by_name(dataset, "compare", names)
    result = compared(dataset, found, differences=differences)
    for compound, match in found:
        tell(match, compound.name)

    def render(console: Console) -> list[RenderableType]:
        from ..terminal.compare import render_comparison  # noqa: PLC0415

        return render_comparison(console, dataset, result, differences=differences)

    def rows() -> Rows:
        from ..formats.tables import of_comparison  # noqa: PLC0415

        return of_comparison(dataset, result, differences=differences)

    def paper() -> Paper:
        from ..formats.papers import paper as document  # noqa: PLC0415

        return document(dataset, result)

    answer("compare", result, form, width, render, rows, paper=paper)
