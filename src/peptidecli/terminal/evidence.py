"""The evidence at a glance on the screen: shapes for designs, signs for directions, bars for years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from ..answers.weight import TopicEvidence
from ..answers.evidence import DesignCell, Designs, Matrix, Timeline
from ..dataset.dataset import Dataset
from ..dataset.model import Result
from . import signs
from .layout import Entry, counted

_TOPIC = 24
_CELL = 13
"""Width of a cell: shape, up to four directions, references/groups."""


def render_matrix(console: Console, dataset: Dataset, matrix: Matrix) -> list[RenderableType]:
    """Return compounds by topics, in as many tables as the width asks for."""
    names = [dataset.compounds[key].name for key in matrix.compounds]
    if signs.words():
        return _matrix_in_words(dataset, matrix, names)
    first = min(_TOPIC, console.width // 3)
    at_once = max(1, (console.width - first) // (_CELL + 1))
    bands = -(-len(names) // at_once)
    at_once = -(-len(names) // bands)
    answer: list[RenderableType] = []
    for start in range(0, len(names), at_once):
        chosen = slice(start, start + at_once)
        rows = [(row.topic, row.cells[chosen]) for row in matrix.rows if any(row.cells[chosen])]
        table = _table("EVIDENCE", first, names[chosen])
        for topic, cells in rows:
            table.add_row(_label(dataset, topic), *(_cell(dataset, cell) for cell in cells))
        answer += [table, Text()]
    legend = "shape: the best study design; signs: the directions of results; numbers: references/known groups"
    return [*answer, *_legend(dataset, legend)]


def _matrix_in_words(dataset: Dataset, matrix: Matrix, names: Sequence[str]) -> list[RenderableType]:
    """Return a sentence for every topic and compound, for those who hear the answer."""
    answer: list[RenderableType] = []
    for row in matrix.rows:
        lines = [
            Text(
                f"{name}: {signs.design_of(dataset, cell.best).short}, {_spoken(dataset, cell.results)}, "
                f"{counted(cell.references, 'reference')}, {counted(cell.groups, 'known group')}"
            )
            for name, cell in zip(names, row.cells, strict=True)
            if cell
        ]
        answer += [Entry([], _label(dataset, row.topic), indent=0), Entry([], *lines)]
    return answer


def _spoken(dataset: Dataset, results: Mapping[Result, int]) -> str:
    labels = {term.id: term.label for term in dataset.vocabulary.results}
    return " and ".join(labels[result] for result, count in results.items() if count)


def _table(title: str, first: int, names: Sequence[str]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 0, 0, 0), header_style="section")
    table.add_column(title, width=first)
    for name in names:
        table.add_column(name, width=_CELL, no_wrap=True, overflow="ignore")
    return table


def _label(dataset: Dataset, topic: str) -> Text:
    return Text(next(t.label for t in dataset.vocabulary.topics if t.id == topic), style="support")


def _directions(dataset: Dataset, results: Mapping[Result, int]) -> Text:
    text = Text()
    for result, count in results.items():
        if count:
            text.append_text(signs.result_sign(dataset, result))
    return text


def _cell(dataset: Dataset, cell: TopicEvidence | None) -> Text:
    if cell is None:
        return Text("–", style="support")
    text = Text.assemble((signs.design_of(dataset, cell.best).symbol, "mark"), " ")
    text.append_text(_directions(dataset, cell.results))
    text.pad_right(max(0, 7 - text.cell_len))
    text.append(f"{cell.references}/{cell.groups}", style="support")
    return text


_DESIGN = 12
"""Width of a column for one study design, its sign and short word in the head."""


def render_designs(console: Console, dataset: Dataset, designs: Designs) -> list[RenderableType]:
    """Return one compound's topics by study designs; on a narrow console designs of one sign share a column."""
    heads = [signs.design_of(dataset, key) for key in designs.designs]
    if signs.words():
        return _designs_in_words(dataset, designs)
    first = min(_TOPIC, console.width // 3)
    together = first + len(heads) * _DESIGN + 10 > console.width
    columns: dict[str, list[int]] = {}
    for i, head in enumerate(heads):
        columns.setdefault(head.symbol if together else head.short, []).append(i)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 0, 0, 0), header_style="section")
    table.add_column(dataset.compounds[designs.compound].name.upper(), width=first)
    for places in columns.values():
        head = heads[places[0]]
        title = head.symbol if together else f"{head.symbol} {head.short}"
        table.add_column(title, width=6 if together else _DESIGN, no_wrap=True)
    table.add_column("REF.", justify="right", no_wrap=True)
    table.add_column(" GR.", justify="right", no_wrap=True)
    for row in designs.rows:
        cells = [_merged(dataset, [row.cells[i] for i in places]) for places in columns.values()]
        table.add_row(_label(dataset, row.topic), *cells, str(row.references), str(row.groups))
    legend = "signs: the directions of results; numbers: references; REF. all references, GR. known groups"
    return [table, Text(), *_legend(dataset, legend)]


def _designs_in_words(dataset: Dataset, designs: Designs) -> list[RenderableType]:
    answer: list[RenderableType] = []
    for row in designs.rows:
        lines = [
            Text(
                f"{signs.design_of(dataset, cell.design).short}: {_spoken(dataset, cell.results)}, "
                f"{counted(cell.references, 'reference')}"
            )
            for cell in row.cells
            if cell
        ]
        answer += [Entry([], _label(dataset, row.topic), indent=0), Entry([], *lines)]
    return answer


def _merged(dataset: Dataset, cells: Sequence[DesignCell | None]) -> Text:
    """Return the directions of all cells together and the sum of their references."""
    found = [cell for cell in cells if cell]
    if not found:
        return Text("–", style="support")
    results = {sign: sum(cell.results[sign] for cell in found) for sign in found[0].results}
    text = _directions(dataset, results)
    text.append(f" {sum(cell.references for cell in found)}", style="support")
    return text


def _legend(dataset: Dataset, text: str) -> list[RenderableType]:
    return [
        Entry([], Text(text, style="support"), indent=0),
        Entry([], signs.key_to_signs(dataset), indent=0),
    ]


_HUMAN, _OTHER = "█", "░"


def render_timeline(console: Console, dataset: Dataset, timeline: Timeline) -> list[RenderableType]:
    """Return publications per year as bars, studies in people dark and first, all others light."""
    most = max(year.human + year.other for year in timeline.years)
    room = max(10, console.width - 12)
    step = max(1, -(-most // room))
    named = ", ".join(dataset.compounds[key].name for key in timeline.compounds) or "all compounds"
    answer: list[RenderableType] = [Entry([], Text(f"PUBLICATIONS PER YEAR   {named}", style="section"), indent=0)]
    for year in timeline.years:
        total = year.human + year.other
        if signs.words():
            said = f"{counted(total, 'reference')}, {year.human} in people" if total else "none"
            answer.append(Entry([(str(year.year), 5)], said))
            continue
        bar = Text.assemble(
            (_HUMAN * -(-year.human // step), "mark"), (_OTHER * -(-year.other // step), "number"), f" {total or ''}"
        )
        answer.append(Entry([(str(year.year), 5)], bar))
    if signs.words():
        return answer
    scale = f"one sign: {step} references. " if step > 1 else ""
    legend = f"{scale}{_HUMAN} studies in people  {_OTHER} other references"
    return [*answer, Text(), Entry([], Text(legend, style="support"), indent=0)]
