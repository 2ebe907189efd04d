"""The evidence at a glance on the screen: what was found in whom, how sure it is, bars for years."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from ..answers.certainty import Certainty
from ..answers.evidence import Designs, Matrix, Timeline
from ..answers.weight import TopicEvidence
from ..dataset.dataset import Dataset
from ..formats.words import kind_of
from . import signs
from .layout import Entry, capitals, counted, wrapped

_TOPIC = 20
_CELL = 17
"""Width of a cell: a direction and how sure it is."""


def render_matrix(console: Console, dataset: Dataset, matrix: Matrix, *, explain: bool = False) -> list[RenderableType]:
    """Return compounds by topics, in as many tables as the width asks for."""
    names = [dataset.compounds[key].name for key in matrix.compounds]
    if signs.words() or explain:
        return _matrix_in_words(dataset, matrix, names, explain=explain)
    at_once = max(1, (console.width - _TOPIC) // (_CELL + 1))
    bands = -(-len(names) // at_once)
    at_once = -(-len(names) // bands)
    answer: list[RenderableType] = []
    for start in range(0, len(names), at_once):
        chosen = slice(start, start + at_once)
        rows = [(row.topic, row.cells[chosen]) for row in matrix.rows if any(row.cells[chosen])]
        table = Table(
            box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0), header_style="section"
        )
        table.add_column("EVIDENCE", width=_TOPIC)
        for key, name in list(zip(matrix.compounds, names, strict=True))[chosen]:
            table.add_column(signs.with_own_mark(Text(name), key in matrix.own_compounds), width=_CELL, overflow="fold")
        for topic, cells in rows:
            label = Text("\n").join(wrapped(console, _label(dataset, topic), _TOPIC))
            told = (Text("\n").join(wrapped(console, _cell(dataset, cell), _CELL)) for cell in cells)
            table.add_row(label, *told)
        answer += [table, Text()]
    legend = (
        "What studies in people found, how sure it is, and what others found otherwise; where there is none, in "
        "animals and cells. An empty cell: nothing is held. Reasons: --explain"
    )
    return [*answer, Entry([], Text(legend, style="support"), indent=0)]


def _cell(dataset: Dataset, cell: TopicEvidence | None) -> Text:
    if cell is None:
        return Text()
    return signs.with_own_mark(_in_short(dataset, cell), cell.own)


def _in_short(dataset: Dataset, cell: TopicEvidence) -> Text:
    sure = cell.certainty
    if not sure.studies:
        return Text("no study counts", style="support")
    if sure.subject == "people":
        told = _found(dataset, cell.topic, sure).append(", ").append_text(signs.certain(sure.word))
        return told.append_text(_otherwise(dataset, cell.topic, sure))
    short = {"repeated by independent groups": "repeated", "repeated by one group": "one group",
             "repeated, groups not seen": "repeated, by whom not seen"}  # fmt: skip
    return Text(f"animals: {short.get(sure.word, sure.word)}", style="support")


def _found(dataset: Dataset, topic: str, sure: Certainty) -> Text:
    kind = kind_of(dataset, topic)
    return signs.direction(sure.direction or "unknown", kind, human=sure.subject == "people")


def _otherwise(dataset: Dataset, topic: str, sure: Certainty) -> Text:
    """Return what studies in people found otherwise, which the word for the direction would hide; nothing for none."""
    found = signs.directions(sure.otherwise, kind_of(dataset, topic))
    return Text("; but ").append_text(found) if found else Text()


def _matrix_in_words(dataset: Dataset, matrix: Matrix, names: Sequence[str], *, explain: bool) -> list[RenderableType]:
    """Return a sentence for every topic and compound: for those who hear the answer, or ask for its reasons."""
    answer = _named_as_own(dataset, matrix.own_compounds)
    for row in matrix.rows:
        lines = []
        for name, cell in zip(names, row.cells, strict=True):
            if cell:
                told = [_sure(dataset, row.topic, sure, explain=explain) for sure in cell.certainties if sure.studies]
                told = told or [_none_counts(cell.certainties, explain=explain)]
                line = signs.with_own_mark(Text(f"{name}: "), cell.own).append_text(Text("; ").join(told))
                lines.append(line.append(f" ({counted(cell.works, 'work')})", style="support"))
        answer += [Entry([], _label(dataset, row.topic), indent=0), Entry([], *lines)]
    return answer


def _sure(dataset: Dataset, topic: str, sure: Certainty, *, explain: bool) -> Text:
    where = "in people" if sure.subject == "people" else "in animals and cells"
    text = Text(f"{where} ").append_text(_found(dataset, topic, sure)).append(f", {sure.word}")
    text.append_text(_otherwise(dataset, topic, sure))
    return text.append(f": {', '.join(sure.reasons)}" if explain else "", style="support")


def _none_counts(certainties: Sequence[Certainty], *, explain: bool) -> Text:
    """Return that of what is held no study counts, and why."""
    why = "; ".join(reason for sure in certainties for reason in sure.reasons)
    return Text(f"no study counts{f': {why}' if explain else ''}", style="support")


def _label(dataset: Dataset, topic: str, *, own: bool = False) -> Text:
    return signs.with_own_mark(Text(dataset.topics[topic].label, style="support"), own)


def _named_as_own(dataset: Dataset, own: Sequence[str]) -> list[RenderableType]:
    """Return the compounds that are the user's own, wholly or in part, where no heading names them."""
    return [Entry([], signs.compounds(dataset, own, own), indent=0)] if own else []


def render_designs(
    console: Console, dataset: Dataset, designs: Designs, *, explain: bool = False
) -> list[RenderableType]:
    """Return one compound's topics: what was found in people and in animals, and how sure it is."""
    if signs.words() or explain or console.width < 76:
        return _designs_in_words(dataset, designs, explain=explain)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0), header_style="section")
    room = console.width - _TOPIC - 9 - 10 - 5 - 10
    name = capitals(dataset.compounds[designs.compound].name)
    widths = {name: _TOPIC, "IN PEOPLE": room // 2, "HOW SURE": 9,
              "ANIMALS, CELLS": room - room // 2, "REPEATED": 10}  # fmt: skip
    for head, width in widths.items():
        table.add_column(signs.with_own_mark(Text(head), designs.own and head == name), width=width, overflow="fold")
    table.add_column("WORKS", justify="right", width=5)
    short = {"repeated by independent groups": "by others", "repeated by one group": "one group",
             "repeated, groups not seen": "by unseen", "disagreeing": "disagree"}  # fmt: skip
    for row in designs.rows:
        people, animals = row.certainties
        kind = kind_of(dataset, row.topic)
        cells = [_label(dataset, row.topic, own=row.own), signs.directions(row.people, kind),
                 signs.certain(people.word) if people.studies else Text(),
                 signs.directions(row.animals, kind, human=False),
                 Text(short.get(animals.word, animals.word) if animals.studies else "", style="support")]  # fmt: skip
        told = (
            Text("\n").join(wrapped(console, cell, width)) for cell, width in zip(cells, widths.values(), strict=True)
        )
        table.add_row(*told, str(row.works))
    legend = "Numbers are studies, by what they found. An empty cell: no study counts. Reasons: --explain"
    return [table, Text(), Entry([], Text(legend, style="support"), indent=0)]


def _designs_in_words(dataset: Dataset, designs: Designs, *, explain: bool) -> list[RenderableType]:
    answer = _named_as_own(dataset, [designs.compound] if designs.own else [])
    for row in designs.rows:
        lines = []
        kind = kind_of(dataset, row.topic)
        for sure, found in zip(row.certainties, (row.people, row.animals), strict=True):
            if sure.studies:
                human = sure.subject == "people"
                line = Text("In people: " if human else "In animals and cells: ")
                line.append_text(signs.directions(found, kind, human=human)).append(f"; {sure.word}")
                lines.append(line.append(f": {', '.join(sure.reasons)}" if explain else "", style="support"))
        lines = lines or [_none_counts(row.certainties, explain=explain)]
        answer += [Entry([], _label(dataset, row.topic, own=row.own), indent=0), Entry([], *lines)]
    return answer


_HUMAN, _OTHER = "█", "░"


def render_timeline(console: Console, dataset: Dataset, timeline: Timeline) -> list[RenderableType]:
    """Return publications per year as bars, papers on people dark and first, all others light."""
    most = max(year.human + year.other for year in timeline.years)
    room = max(10, console.width - 12)
    step = max(1, -(-most // room))
    named = signs.compounds(dataset, timeline.compounds, timeline.own_compounds) or Text("all compounds")
    head = Text("PUBLICATIONS PER YEAR   ", style="section")
    answer: list[RenderableType] = [Entry([], head.append_text(named), indent=0)]
    for year in timeline.years:
        total = year.human + year.other
        if signs.words():
            said = f"{counted(total, 'reference')}, {year.human} on people" if total else "none"
            answer.append(Entry([(str(year.year), 5)], signs.with_own_mark(Text(said), year.own)))
            continue
        bar = Text.assemble(
            (_HUMAN * -(-year.human // step), "mark"), (_OTHER * -(-year.other // step), "number"), f" {total or ''}"
        )
        if year.own:
            bar.append(" ").append_text(signs.own_mark())
        answer.append(Entry([(str(year.year), 5)], bar))
    if signs.words():
        return answer
    scale = f"one sign: {step} references. " if step > 1 else ""
    legend = f"{scale}{_HUMAN} papers on people  {_OTHER} other references"
    return [*answer, Text(), Entry([], Text(legend, style="support"), indent=0)]
