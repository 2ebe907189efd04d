"""Compounds side by side."""

from __future__ import annotations

from collections.abc import Sequence

from ..dataset.dataset import Dataset
from ..dataset.model import Answer, Compound, Record, Tally
from ..errors import UsageError
from ..notation import alignment
from . import weight
from .evidence import TopicRow, matrix
from .first_screen import StudyRow, harm_rows, rows_of, study_rows
from .lookup import Match
from .own import ShownReference, ShownRegulatory, own_of, shown
from .show import Identity, identity
from .studies import PEOPLE, Study, studies

FEWEST, MOST = 2, 6


class Compared(Record, frozen=True):
    """One column: how the query was understood, what the compound is, its bibliography in numbers."""

    match: Match
    compound: Identity
    tally: Tally


class Alignment(Record, frozen=True):
    """Sequences of one length, `-` for a gap, and for each place whether all have the same residue there."""

    compounds: tuple[str, ...]
    rows: tuple[str, ...]
    shared: tuple[bool, ...]


class RegulatoryRow(Record, frozen=True):
    """The regulatory events of each compound in one jurisdiction, oldest first."""

    jurisdiction: str
    cells: tuple[tuple[ShownRegulatory, ...], ...]


class TopicRows(Record, frozen=True):
    """The studies of each compound on one topic, by kind, those in people first."""

    topic: str
    cells: tuple[tuple[StudyRow, ...], ...]


class Comparison(Answer, frozen=True):
    """The answer to `peptide compare`."""

    compounds: tuple[Compared, ...]
    alignment: Alignment | None
    people: tuple[TopicRows, ...]
    animals: tuple[TopicRows, ...]
    topics: tuple[TopicRow, ...]
    regulatory: tuple[RegulatoryRow, ...]
    shared_references: tuple[ShownReference, ...]


def check_number(compounds: int) -> None:
    """Raise UsageError where so many compounds cannot be set side by side."""
    if not FEWEST <= compounds <= MOST:
        raise UsageError(f"compare takes {FEWEST} to {MOST} compounds, not {compounds}")


def compare(dataset: Dataset, found: Sequence[tuple[Compound, Match]], *, differences: bool = False) -> Comparison:
    """Return 2 to 6 compounds side by side; with `differences`, topics that are equal in all are left out.

    Raises UsageError for fewer, more, or the same compound twice.
    """
    check_number(len(found))
    compounds = [compound for compound, _ in found]
    for i, compound in enumerate(compounds):
        if compound in compounds[:i]:
            raise UsageError(f"{found[i][1].query!r} is {compound.name} once more; name different compounds")
    topics = matrix(dataset, compounds).rows
    if differences:
        topics = tuple(row for row in topics if len({_gist(cell) for cell in row.cells}) > 1)
    shared = set.intersection(*(set(dataset.references_of(compound.id)) for compound in compounds))
    own = dataset.own("reference")
    told = [(compound, studies(dataset, compound)) for compound in compounds]
    return Comparison(
        compounds=tuple(
            Compared(match=match, compound=identity(dataset, compound), tally=dataset.tally(compound))
            for compound, match in found
        ),
        alignment=_alignment(compounds),
        people=_by_topic(dataset, told, people=True, differences=differences),
        animals=_by_topic(dataset, told, people=False, differences=differences),
        topics=topics,
        regulatory=_regulatory(dataset, compounds),
        shared_references=tuple(
            shown(ShownReference, reference, reference.id in own)
            for reference in dataset.references.some(sorted(shared))
        ),
    )


def _alignment(compounds: Sequence[Compound]) -> Alignment | None:
    with_sequence = [(compound.id, compound.sequence.residues) for compound in compounds if compound.sequence]
    if len(with_sequence) < 2:
        return None
    rows = alignment.align([residues for _, residues in with_sequence])
    return Alignment(
        compounds=tuple(compound for compound, _ in with_sequence),
        rows=rows,
        shared=alignment.shared_columns(rows),
    )


def _by_topic(
    dataset: Dataset, studied: Sequence[tuple[Compound, Sequence[Study]]], *, people: bool, differences: bool
) -> tuple[TopicRows, ...]:
    """Return topics on which one of the compounds was studied, those with most compounds, then most studies, first."""
    told = [
        _in_people(dataset, compound, found) if people else study_rows(dataset, compound, found, people=False)
        for compound, found in studied
    ]
    found = []
    for topic in dataset.topics:
        cells = tuple(tuple(row for row in rows if row.topic == topic) for rows in told)
        same = len({tuple(map(_told, cell)) for cell in cells}) == 1
        if any(cells) and not (differences and same):
            found.append(TopicRows(topic=topic, cells=cells))

    def much(row: TopicRows) -> tuple[int, int]:
        return sum(1 for cell in row.cells if cell), sum(study.studies for cell in row.cells for study in cell)

    return tuple(sorted(found, key=much, reverse=True))


def _in_people(dataset: Dataset, compound: Compound, found: Sequence[Study]) -> tuple[StudyRow, ...]:
    """Return rows of the studies in people: by topic, and all that looked for harm under safety."""
    others = [study for study in found if study.kind in PEOPLE and study.topic != "safety"]
    return rows_of(dataset, compound, others) + harm_rows(dataset, compound, found)


def _told(row: StudyRow) -> tuple[object, ...]:
    """Return what is told of a row of studies: two that differ in it are not equal."""
    sure = row.certainty.word if row.certainty else None
    size = (row.n, row.largest) if row.kind in PEOPLE else row.largest and row.largest.effect
    return row.kind, row.cohort, row.studies, row.blinded, tuple(row.results.items()), size, sure


def _gist(cell: weight.TopicEvidence | None) -> tuple[object, ...] | None:
    """Return what is told of a topic: two that differ in it are not equal."""
    return (cell.best, tuple(cell.results.items()), cell.works, cell.groups, cell.certainty.word) if cell else None


def _regulatory(dataset: Dataset, compounds: Sequence[Compound]) -> tuple[RegulatoryRow, ...]:
    events = [own_of(dataset, compound).all_of("regulatory", ShownRegulatory) for compound in compounds]
    rows = []
    for jurisdiction in dataset.vocabulary.jurisdictions:
        cells = tuple(
            tuple(
                sorted(
                    (item for item in told if item.jurisdiction == jurisdiction.id),
                    key=lambda item: item.as_of,
                )
            )
            for told in events
        )
        if any(cells):
            rows.append(RegulatoryRow(jurisdiction=jurisdiction.id, cells=cells))
    return tuple(rows)
