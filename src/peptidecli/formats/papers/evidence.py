"""The evidence at a glance as a document: the matrix, one compound's topics, or the years, each with its picture."""

from __future__ import annotations

from collections.abc import Sequence

from ...answers.certainty import Certainty
from ...answers.evidence import Designs, Matrix, Timeline
from ...answers.weight import TopicEvidence
from ...dataset.dataset import Dataset
from .. import words
from ..paper import Bar, Bars, Block, Dot, Dots, Paper, Paragraph, Table, Words, marked, owned

_SURE = {"very low": 1, "low": 2, "moderate": 3, "high": 4}
_EMPTY = "An empty cell: no study counts."


def of_evidence(dataset: Dataset, answer: Matrix | Designs | Timeline) -> Paper:
    """Return an answer to `peptide evidence` as a document."""
    blocks: Sequence[Block]
    if isinstance(answer, Matrix):
        title, blocks = "The evidence at a glance", _matrix(dataset, answer)
    elif isinstance(answer, Designs):
        title, blocks = (
            f"{marked(dataset.compounds[answer.compound].name, answer.own)}: the evidence by topic",
            _designs(dataset, answer),
        )
    else:
        names = ", ".join(marked(dataset.compounds[key].name, key in answer.own_compounds) for key in answer.compounds)
        title, blocks = f"References by year{f': {names}' if names else ''}", _timeline(answer)
    return Paper(
        title=title, blocks=blocks, notes=(), issued=str(dataset.about.issued), disclaimer=dataset.about.disclaimer
    )


def dot(dataset: Dataset, cell: TopicEvidence | None) -> Dot | None:
    """Return the dot of one compound and topic."""
    if cell is None:
        return None
    sure = cell.certainty
    return Dot(sure.studies, sure.subject == "people", _SURE.get(sure.word, 1), _said(dataset, cell))


def _said(dataset: Dataset, cell: TopicEvidence) -> str:
    kind = words.kind_of(dataset, cell.topic)
    sure = cell.certainty
    studies = f"{sure.studies} {'study' if sure.studies == 1 else 'studies'}"
    if sure.studies == 0:
        return marked(f"no study counts: {'; '.join(sure.reasons)}", cell.own)
    found = f", {words.direction(sure.direction, kind, human=sure.subject == 'people')}" if sure.direction else ""
    otherwise = words.directions(sure.otherwise, kind)
    return marked(f"{studies} in {sure.subject}{found}: {sure.word}{otherwise and f'; but {otherwise}'}", cell.own)


def _matrix(dataset: Dataset, matrix: Matrix) -> Sequence[Block]:
    names = [marked(dataset.compounds[key].name, key in matrix.own_compounds) for key in matrix.compounds]
    rows = [(dataset.topics[row.topic].label, [dot(dataset, cell) for cell in row.cells]) for row in matrix.rows]
    table: list[Sequence[Words]] = []
    for row in matrix.rows:
        label = dataset.topics[row.topic].label
        table.append(([label], *([_said(dataset, cell) if cell else ""] for cell in row.cells)))
    return (
        Paragraph(["How sure the studies make one, by the rule in docs/certainty.md. ", _EMPTY]),
        Dots("Compounds by topics", names, rows),
        Table("Compounds by topics, in words", ("Topic", *names), table),
    )


def _designs(dataset: Dataset, designs: Designs) -> Sequence[Block]:
    table: list[Sequence[Words]] = []
    rows: list[tuple[str, Sequence[Dot | None]]] = []
    for row in designs.rows:
        topic = dataset.topics[row.topic]
        kind = words.kind_of(dataset, row.topic)
        people, animals = row.certainties
        why = (people,) if people.studies else (animals,) if animals.studies else row.certainties
        table.append(
            (
                [*owned(row.own), topic.label],
                [words.directions(row.people, kind)],
                [people.word if people.studies else ""],
                [words.directions(row.animals, kind, human=False)],
                [animals.word if animals.studies else ""],
                [str(row.references)],
                [str(row.groups)],
                ["; ".join(reason for sure in why for reason in sure.reasons)],
            )
        )
        rows.append((marked(topic.label, row.own), (_subject(people), _subject(animals))))
    header = (
        "Topic",
        "In people",
        "How sure",
        "Animals, cells",
        "Repeated",
        "References",
        "Groups seen",
        "Why no more",
    )
    return (
        Paragraph(["Numbers are studies, by what they found. ", _EMPTY]),
        Dots("Topics by in whom they were studied", ("People", "Animals, cells"), rows),
        Table("Topics, with how sure the studies make one", header, table, numbers=frozenset({5, 6})),
    )


def _subject(sure: Certainty) -> Dot | None:
    if not sure.studies:
        return None
    text = f"{sure.studies} {'study' if sure.studies == 1 else 'studies'}: {sure.word}"
    return Dot(sure.studies, sure.subject == "people", _SURE.get(sure.word, 1), text)


def _timeline(timeline: Timeline) -> Sequence[Block]:
    bars = [Bar(str(year.year), (year.human, year.other)) for year in timeline.years]
    rows = [
        ([*owned(y.own), str(y.year)], [str(y.human)], [str(y.other)]) for y in timeline.years if y.human or y.other
    ]
    header = ("Year", "Papers on people", "Other references")
    return (
        Bars("References by year of publication", ("papers on people", "other references"), bars),
        Table("References by year", header, rows, numbers=frozenset({0, 1, 2})),
    )
