"""What `peptide faq` does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..answers.faq import faqs
from .output import Format, Settings, answer, dataset_of, not_empty

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from ..formats.rows import Rows


def faq(settings: Settings, question: Sequence[str], *, form: Format = Format.TABLE, width: int | None = None) -> None:
    """Write the answer to a question people ask, or all of them."""
    not_empty(question)
    dataset = dataset_of(settings)
    found = faqs(dataset, " ".join(question))

    def render(console: Console) -> list[RenderableType]:
        from ..terminal.faq import render_faqs  # noqa: PLC0415

        return render_faqs(console, dataset, found)

    def rows() -> Rows:
        from ..formats.rows import Rows  # noqa: PLC0415
        from ..formats.tables import of_hits  # noqa: PLC0415

        if found.hits:
            return of_hits(found.hits)

        return Rows(
            header=("compound", "question", "answer", "references", "own"),
            rows=tuple(
                (item.compound, item.faq.question, item.faq.answer, " ".join(item.faq.references), "own" * item.own)
                for item in found.answers
            ),
        )

    answer("faq", found, form, width, render, rows)
