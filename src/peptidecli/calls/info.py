"""What `peptide info` does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import __version__
from ..answers.info import overview
from ..dataset import locations
from .output import Format, Settings, answer, dataset_of

if TYPE_CHECKING:
    from rich.console import Console, RenderableType


def info(settings: Settings, *, form: Format = Format.TABLE, width: int | None = None) -> None:
    """Write the dataset in numbers, the folders in use, and how to cite it."""
    result = overview(dataset_of(settings), __version__, str(locations.user_data_folder()))

    def render(console: Console) -> list[RenderableType]:
        from ..terminal.info import render_overview  # noqa: PLC0415

        return render_overview(console, result)

    answer("info", result, form, width, render)
