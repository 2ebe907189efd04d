"""What `peptide list` does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..answers.list_ import Filters, catalogue
from .output import Format, Settings, answer, dataset_of

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from ..formats.rows import Rows


def list_(
    settings: Settings,
    *,
    compound_class: str | None = None,
    topic: str | None = None,
    at_least: str | None = None,
    form: Format = Format.TABLE,
    width: int | None = None,
) -> None:
    """Write the compounds, a line each."""
    dataset = dataset_of(settings)
    result = catalogue(dataset, Filters(compound_class=compound_class, topic=topic, at_least=at_least))

    def render(console: Console) -> list[RenderableType]:
        from ..terminal.list_ import render_catalogue  # noqa: PLC0415

        return render_catalogue(console, dataset, result)

    def rows() -> Rows:
        from ..formats.tables import of_catalogue  # noqa: PLC0415

        return of_catalogue(result)

    answer("list", result, form, width, render, rows)
