"""What `peptide trials` does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..answers.trials import Filters
from ..answers.trials import trials as listed
from .output import Format, Settings, all_named, answer, dataset_of

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from ..dataset.model import Result
    from ..formats.paper import Paper
    from ..formats.rows import Rows


def trials(
    settings: Settings,
    names: Sequence[str],
    *,
    topic: str | None = None,
    design: str | None = None,
    result: Result | None = None,
    since: int | None = None,
    until: int | None = None,
    form: Format = Format.TABLE,
    width: int | None = None,
) -> None:
    """Write the studies in people, a row each."""
    dataset = dataset_of(settings)
    compounds = all_named(dataset, "trials", names)
    filters = Filters(topic=topic, design=design, result=result, since=since, until=until)
    table = listed(dataset, compounds, filters)

    def render(console: Console) -> list[RenderableType]:
        from ..terminal.trials import render_trials  # noqa: PLC0415

        return render_trials(console, dataset, table)

    def rows() -> Rows:
        from ..formats.tables import of_trials  # noqa: PLC0415

        return of_trials(table)

    def paper() -> Paper:
        from ..formats.papers import paper as document  # noqa: PLC0415

        return document(dataset, table)

    answer("trials", table, form, width, render, rows, paper=paper)
