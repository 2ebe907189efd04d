"""Whole outputs of a small dataset at 80 and 140 columns, as files a person can read.

After a change that is meant, write them anew with `UPDATE_GOLDEN=1 python -m pytest tests/test_golden.py` and read
the difference.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.console import Console, RenderableType

from peptidecli.answers.cite import Filters, cite
from peptidecli.answers.compare import compare
from peptidecli.answers.evidence import matrix
from peptidecli.answers.list_ import Filters as CatalogueFilters
from peptidecli.answers.list_ import catalogue
from peptidecli.answers.lookup import find
from peptidecli.answers.show import profile
from peptidecli.answers.trials import trials
from peptidecli.dataset.dataset import Dataset
from peptidecli.terminal.cite import render_citations
from peptidecli.terminal.compare import render_comparison
from peptidecli.terminal.console import make_console, show
from peptidecli.terminal.evidence import render_matrix
from peptidecli.terminal.first_screen import render_first_screen
from peptidecli.terminal.list_ import render_catalogue
from peptidecli.terminal.show import render_profile
from peptidecli.terminal.trials import render_trials

GOLDEN = Path(__file__).parent / "golden"
Render = Callable[[Console, Dataset], list[RenderableType]]


def show_first(console: Console, data: Dataset) -> list[RenderableType]:
    return render_first_screen(console, data, profile(data, *find(data, "primax")))


def show_all(console: Console, data: Dataset) -> list[RenderableType]:
    return render_profile(console, data, profile(data, *find(data, "primax")))


def compare_two(console: Console, data: Dataset) -> list[RenderableType]:
    found = [find(data, "primax"), find(data, "secax")]
    return render_comparison(console, data, compare(data, found), differences=False)


def cite_baker(console: Console, data: Dataset) -> list[RenderableType]:
    return render_citations(console, data, cite(data, ["baker"], Filters()))


def cite_all(console: Console, data: Dataset) -> list[RenderableType]:
    return render_citations(console, data, cite(data, [], Filters()))


def list_all(console: Console, data: Dataset) -> list[RenderableType]:
    return render_catalogue(console, data, catalogue(data, CatalogueFilters()))


def trials_all(console: Console, data: Dataset) -> list[RenderableType]:
    return render_trials(console, data, trials(data))


def evidence_all(console: Console, data: Dataset) -> list[RenderableType]:
    return render_matrix(console, data, matrix(data))


@pytest.mark.parametrize("width", [80, 140])
@pytest.mark.parametrize(
    "render", [show_first, show_all, trials_all, evidence_all, compare_two, cite_baker, cite_all, list_all]
)
def test_the_output_is_the_golden_one(mini: Dataset, render: Render, width: int) -> None:
    file = io.StringIO()
    console = make_console(file=file, width=width)
    show(console, lambda console: render(console, mini))
    golden = GOLDEN / f"{render.__name__}-{width}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(file.getvalue(), encoding="utf-8")
    assert file.getvalue() == golden.read_text(encoding="utf-8")
