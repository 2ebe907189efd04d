"""What cite, search and audit found, as documents: a table each."""

from __future__ import annotations

from collections.abc import Sequence

from ...answers.cite import Citations
from ...answers.search import Search
from ...audit.findings import Audit
from ...dataset.dataset import Dataset
from .. import words
from ..paper import Block, Bullets, Notes, Paper, Paragraph, Strong, Table, Words, of_reference, owned


def of_list(dataset: Dataset, answer: object) -> Paper:
    """Return an answer to cite, search or audit as a document."""
    notes = Notes(dataset)
    if isinstance(answer, Citations):
        title, blocks = f"References: {answer.query}" if answer.query else "References", _references(dataset, answer)
    elif isinstance(answer, Search):
        title, blocks = "What the dataset says", _hits(dataset, answer, notes)
    else:
        assert isinstance(answer, Audit)
        title, blocks = f"Audit of {', '.join(file.file for file in answer.files)}", _findings(answer, notes)
    about = dataset.about
    return Paper(title=title, blocks=blocks, notes=notes.all(), issued=str(about.issued), disclaimer=about.disclaimer)


def _references(dataset: Dataset, found: Citations) -> Sequence[Block]:
    own = dataset.own("reference")
    rows: list[Sequence[Words]] = [
        (of_reference(hit.reference, own), [dataset.designs[hit.reference.design[0]].label], [hit.reference.id])
        for hit in found.hits
    ]
    blocks: list[Block] = [Table(f"{found.total} references", ("Reference", "Design", "Id"), rows)] if rows else []
    if found.untraced:
        problems = {term.id: term.label for term in dataset.vocabulary.problems}
        blocks.append(Paragraph([Strong("Not to be cited as they stand:")]))
        blocks.append(Bullets([[f"{c.citation}: {problems[c.problem]}. {c.explanation}"] for c in found.untraced]))
    return blocks


def _hits(dataset: Dataset, found: Search, notes: Notes) -> Sequence[Block]:
    rows: list[Sequence[Words]] = []
    for hit in found.hits:
        names = ", ".join(dataset.compounds[key].name for key in hit.compounds)
        said = hit.verdict or ""
        if hit.result and not said:
            said = words.direction(hit.result, words.kind_of_hit(hit), human=hit.section == "effects")
        design = dataset.designs[hit.level].short if hit.level in dataset.designs else ""
        rows.append(
            (
                [names],
                [*owned(hit.own), hit.text, *notes.of(key for key in hit.references if key in dataset.references)],
                [design],
                [said],
            )
        )
    table = Table(
        f"The best {len(rows)} of {found.total} answers",
        ("Compound", "What is said", "Best study", "Result or verdict"),
        rows,
    )
    return [*([Paragraph([found.lead])] if found.lead else []), table]


def _findings(audit: Audit, notes: Notes) -> Sequence[Block]:
    rows: list[Sequence[Words]] = [
        (
            [str(f.line)],
            [f.verdict],
            [f.text],
            [*owned(f.own), f.detail, *(notes.of([f.reference]) if f.reference else [])],
        )
        for f in audit.findings
    ]
    told = audit.summary
    head = f"{told.checked} {'item' if told.checked == 1 else 'items'} checked: {told.told}. {audit.note}"
    return [
        Paragraph([head]),
        Table("Findings", ("Line", "Verdict", "As it stands", "What is known"), rows, numbers=frozenset({0})),
    ]
