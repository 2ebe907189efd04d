"""What `peptide search` does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..answers.narrowing import Filters
from ..answers.search import FIRST, MOST
from ..answers.search import search as searched
from ..errors import ExitCode, UsageError
from .output import Format, Settings, answer, dataset_of, named

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from ..dataset.model import ClaimKind, Result
    from ..formats.rows import Rows


def search(
    settings: Settings,
    words: Sequence[str],
    *,
    compound: str | None = None,
    topic: str | None = None,
    kind: ClaimKind | None = None,
    design: str | None = None,
    result: Result | None = None,
    everything: bool = False,
    form: Format = Format.TABLE,
    width: int | None = None,
) -> None:
    """Write what the dataset says to a question."""
    if not words and not (compound or topic or kind or design or result):
        raise UsageError("ask in words, or choose by an option: peptide search --topic stroke")
    dataset = dataset_of(settings)
    filters = Filters(
        compound=named(dataset, compound) if compound else None,
        topic=topic,
        kind=kind,
        design=design,
        result=result,
    )
    # What no screen shows need not be worked out for it.
    most = FIRST if form in {Format.TABLE, Format.SVG} else MOST
    found = searched(dataset, " ".join(words), filters, limit=None if everything else most)

    def render(console: Console) -> list[RenderableType]:
        from ..terminal.search import render_search  # noqa: PLC0415

        return render_search(console, dataset, found, everything=everything)

    def rows() -> Rows:
        from ..formats.tables import of_hits  # noqa: PLC0415

        return of_hits(found.hits)

    answer("search", found, form, width, render, rows)
    if not found.answered:
        raise SystemExit(int(ExitCode.NOT_FOUND))
