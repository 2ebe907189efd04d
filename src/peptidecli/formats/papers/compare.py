"""Compounds side by side as a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...answers.compare import Comparison, TopicRows
from ...answers.first_screen import StudyRow
from ...answers.own import ShownRegulatory
from ...dataset.dataset import Dataset
from .. import words
from ..paper import Block, Dots, Heading, Notes, Paper, Paragraph, Piece, Table, Verbatim, Words, marked, owned
from .evidence import dot


def of_comparison(dataset: Dataset, comparison: Comparison) -> Paper:
    """Return a comparison as a document, a column a compound."""
    notes = Notes(dataset)
    blocks = tuple(_blocks(dataset, comparison, notes))
    return Paper(
        title=" and ".join(item.compound.name for item in comparison.compounds),
        blocks=blocks,
        notes=notes.all(),
        issued=str(dataset.about.issued),
        disclaimer=dataset.about.disclaimer,
    )


def _blocks(dataset: Dataset, comparison: Comparison, notes: Notes) -> Iterator[Block]:
    names = [marked(item.compound.name, item.compound.own) for item in comparison.compounds]
    if comparison.alignment:
        alignment = comparison.alignment
        width = max(len(dataset.compounds[key].name) for key in alignment.compounds)
        lines = [
            f"{dataset.compounds[key].name:<{width}}  {row}"
            for key, row in zip(alignment.compounds, alignment.rows, strict=True)
        ]
        lines.append(" " * (width + 2) + "".join("=" if same else " " for same in alignment.shared).rstrip())
        yield Heading("Sequences aligned")
        yield Paragraph(["One-letter notation; - is a gap, = below marks a residue that is the same in all."])
        yield Verbatim("\n".join(lines))
    yield Heading("Identity")
    yield Table("What each is", ("What", *names), list(_identity(comparison)))
    if comparison.topics:
        yield Heading("Evidence")
        yield Dots("Evidence by topic", names, [
            (dataset.topics[row.topic].label, [dot(dataset, cell) for cell in row.cells]) for row in comparison.topics
        ])  # fmt: skip
    for title, topics in (
        ("Studies in people", comparison.people),
        ("Studies in animals and cells", comparison.animals),
    ):
        if topics:
            yield Heading(title, 3)
            yield Table(f"{title} by topic", ("Topic", *names), [_studies(dataset, row, notes) for row in topics])
    if comparison.regulatory:
        yield Heading("Regulatory status, as of the dates given")
        places = dataset.jurisdictions
        rows: list[Sequence[Words]] = [
            ([places[row.jurisdiction].label],
             *([*_joined([_event(item) for item in items]),
                *notes.of(sources=[key for item in items for key in item.sources])] for items in row.cells))
            for row in comparison.regulatory
        ]  # fmt: skip
        yield Table("Regulatory events", ("Where", *names), rows)
    if comparison.shared_references:
        yield Heading("References on all of them")
        shared = notes.of(reference.id for reference in comparison.shared_references)
        yield Paragraph([f"{len(comparison.shared_references)} references study all of these compounds.", *shared])


def _identity(comparison: Comparison) -> Iterator[Sequence[Words]]:
    compounds = comparison.compounds

    def own(key: str) -> list[bool]:
        return [key in c.compound.own_texts for c in compounds]

    told: list[tuple[str, list[str]]] = [
        ("Class", [c.compound.compound_class for c in compounds]),
        ("Sequence", [c.compound.sequence or "" for c in compounds]),
        ("Formula", [c.compound.formula or "" for c in compounds]),
        ("Molar mass", [f"{c.compound.molar_mass:.2f} g/mol" if c.compound.molar_mass else "" for c in compounds]),
        (
            "CAS RN",
            [
                ", ".join(marked(i.value, i.own) for i in c.compound.identifiers if i.kind == "CAS RN")
                for c in compounds
            ],
        ),
        ("Main mechanism", [c.compound.primary_mechanism for c in compounds]),
        ("Set apart by", [c.compound.distinction for c in compounds]),
        ("References", [str(c.tally.references) for c in compounds]),
        ("Works", [str(c.tally.works) for c in compounds]),
        ("Studies in people", [str(c.tally.human) for c in compounds]),
        ("Groups seen", [str(c.tally.groups) for c in compounds]),
    ]
    for label, cells in told:
        if any(cells):
            key = {"Main mechanism": "primary-mechanism", "Set apart by": "distinction"}.get(label, label.lower())
            marks = own(key.replace(" ", "-"))
            yield ([label], *([*owned(mark and cell), cell] for cell, mark in zip(cells, marks, strict=True)))


def _event(item: ShownRegulatory) -> str:
    return marked(f"{item.as_of} {item.status}: {item.short or item.event}{words.doubt(item)}", item.own)


def _studies(dataset: Dataset, row: TopicRows, notes: Notes) -> Sequence[Words]:
    kind = words.kind_of(dataset, row.topic)

    def said(study: StudyRow) -> str:
        human = study.kind not in {"animal", "laboratory"}
        found = words.directions(study.results, kind, human=human) + words.largest(study, kind, human=human)
        sure = f" ({study.certainty.word})" if study.certainty else ""
        size = words.sized(study) if human else ""
        return marked(f"{words.kind_of_study(study)}{size}: {found}{sure}", study.own)

    cells = (
        [*_joined([said(study) for study in cell]), *notes.of(key for study in cell for key in study.references)]
        for cell in row.cells
    )
    return ([dataset.topics[row.topic].label], *cells)


def _joined(parts: Sequence[str]) -> list[Piece]:
    return ["; ".join(parts)] if parts else []
