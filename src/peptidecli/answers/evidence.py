"""The evidence at a glance: compounds by topics, one compound's topics by study designs, publications by year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from . import weight
from ..errors import NotFoundError
from ..dataset.dataset import Dataset
from ..dataset.model import Claim, Compound, Record, Result


class TopicRow(Record, frozen=True):
    """What is known in one topic of each compound; None where the dataset holds no claim."""

    topic: str
    cells: tuple[weight.TopicEvidence | None, ...]


class Matrix(Record, frozen=True):
    """Compounds by topics."""

    compounds: tuple[str, ...]
    rows: tuple[TopicRow, ...]


class DesignCell(Record, frozen=True):
    """The claims of one topic that rest on one study design: directions of their results, number of references."""

    design: str
    results: dict[Result, int]
    references: int


class DesignRow(Record, frozen=True):
    """One topic: a cell a design (None where there is none), all references and the groups behind them."""

    topic: str
    cells: tuple[DesignCell | None, ...]
    references: int
    groups: int


class Designs(Record, frozen=True):
    """One compound's topics by study designs; only designs that occur, the strongest first."""

    compound: str
    designs: tuple[str, ...]
    rows: tuple[DesignRow, ...]


class Year(Record, frozen=True):
    """The references of one year: studies in people, and all others."""

    year: int
    human: int
    other: int


class Timeline(Record, frozen=True):
    """References by year of publication, years without any among them."""

    compounds: tuple[str, ...]
    years: tuple[Year, ...]


def matrix(dataset: Dataset, compounds: Sequence[Compound] = ()) -> Matrix:
    """Return compounds (all, those with most references first, if none is named) by topics."""
    compounds = compounds or weight.by_references(dataset)
    known = [{entry.topic: entry for entry in weight.by_topic(dataset, compound)} for compound in compounds]
    rows = (
        TopicRow(topic=topic.id, cells=tuple(entries.get(topic.id) for entries in known))
        for topic in dataset.vocabulary.topics
    )
    return Matrix(compounds=tuple(c.id for c in compounds), rows=tuple(row for row in rows if any(row.cells)))


def designs(dataset: Dataset, compound: Compound) -> Designs:
    """Return the topics of one compound by the study designs its claims rest on."""
    levels = {claim.id: weight.level(dataset, claim).id for claim in compound.claims}
    used = tuple(design.id for design in dataset.vocabulary.designs if design.id in levels.values())
    rows = []
    for entry in weight.by_topic(dataset, compound):
        claims = [claim for claim in compound.claims if claim.topic == entry.topic]
        cells = tuple(_cell(design, [claim for claim in claims if levels[claim.id] == design]) for design in used)
        rows.append(DesignRow(topic=entry.topic, cells=cells, references=entry.references, groups=entry.groups))
    return Designs(compound=compound.id, designs=used, rows=tuple(rows))


def _cell(design: str, claims: Sequence[Claim]) -> DesignCell | None:
    if not claims:
        return None
    references = {key for claim in claims for key in claim.references}
    return DesignCell(design=design, results=weight.results(claims), references=len(references))


def timeline(dataset: Dataset, compounds: Sequence[Compound] = ()) -> Timeline:
    """Return references by year, of the compounds named or of all; raise NotFoundError when there is none."""
    named = tuple(compound.id for compound in compounds)
    references = [
        reference
        for reference in dataset.references.values()
        if not named or any(compound in reference.compounds for compound in named)
    ]
    if not references:
        raise NotFoundError(f"No reference studies {', '.join(named)}. All compounds: peptide list")
    published = Counter(reference.issued for reference in references)
    human = Counter(reference.issued for reference in references if weight.is_human(dataset, reference))
    years = (
        Year(year=year, human=human[year], other=published[year] - human[year])
        for year in range(min(published), max(published) + 1)
    )
    return Timeline(compounds=named, years=tuple(years))
