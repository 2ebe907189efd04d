"""The evidence at a glance: compounds by topics, one compound's topics by study designs, publications by year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from ..dataset.dataset import Dataset
from ..dataset.model import Answer, Claim, Compound, Record, Result
from ..errors import NotFoundError
from . import weight
from .certainty import Certainty
from .own import Own, own_among, own_of
from .studies import PEOPLE, Study, by_topics, each_once, studies


class TopicRow(Record, frozen=True):
    """What is known in one topic of each compound; None where the dataset holds no claim."""

    topic: str
    cells: tuple[weight.TopicEvidence | None, ...]


class Matrix(Answer, frozen=True):
    """Compounds by topics; `own_compounds` are those that own data have brought, changed or extended."""

    compounds: tuple[str, ...]
    rows: tuple[TopicRow, ...]
    own_compounds: tuple[str, ...] = ()


class DesignCell(Record, frozen=True):
    """The claims of one topic that rest on one study design: directions of their results, references, and works.

    `certainty` is that of the topic in whom the design studies: people, or animals and cells. `own` tells that own data
    have brought or changed one of the claims, or a reference behind one.
    """

    design: str
    results: dict[Result, int]
    references: int
    works: int
    certainty: Certainty
    own: bool = False


class DesignRow(Record, frozen=True):
    """One topic: a cell a design (None where there is none), all references and the groups behind them.

    `people` and `animals` count studies by direction, retracted ones aside, `certainties` are how sure these make one.
    `own` tells that one of the cells is own.
    """

    topic: str
    cells: tuple[DesignCell | None, ...]
    references: int
    works: int
    groups: int
    people: dict[Result, int]
    animals: dict[Result, int]
    certainties: tuple[Certainty, ...]
    own: bool = False


class Designs(Answer, frozen=True):
    """One compound's topics by study designs; only designs that occur, the strongest first.

    `own` tells that own data have brought, changed or extended the compound.
    """

    compound: str
    designs: tuple[str, ...]
    rows: tuple[DesignRow, ...]
    own: bool = False


class Year(Record, frozen=True):
    """The references of one year: papers on people, and all others; whether one of them is the user's own."""

    year: int
    human: int
    other: int
    own: bool = False


class Timeline(Answer, frozen=True):
    """References by year of publication, years without any among them; `own_compounds` as in a matrix."""

    compounds: tuple[str, ...]
    years: tuple[Year, ...]
    own_compounds: tuple[str, ...] = ()


def matrix(dataset: Dataset, compounds: Sequence[Compound] = ()) -> Matrix:
    """Return compounds (all, those with most references first, if none is named) by topics."""
    compounds = compounds or weight.by_references(dataset)
    known = [{entry.topic: entry for entry in weight.by_topic(dataset, compound)} for compound in compounds]
    rows = (
        TopicRow(topic=topic.id, cells=tuple(entries.get(topic.id) for entries in known))
        for topic in dataset.vocabulary.topics
    )
    keys = tuple(compound.id for compound in compounds)
    return Matrix(
        compounds=keys, rows=tuple(row for row in rows if any(row.cells)), own_compounds=own_among(dataset, keys)
    )


def designs(dataset: Dataset, compound: Compound) -> Designs:
    """Return the topics of one compound by the study designs its claims rest on."""
    levels = {claim.id: weight.level(dataset, claim).id for claim in compound.claims}
    told = studies(dataset, compound)
    own = own_of(dataset, compound)
    used = tuple(design.id for design in dataset.vocabulary.designs if design.id in levels.values())
    all_claims, found = by_topics(compound.claims), by_topics(study for study in told if not study.retracted)
    rows = []
    for entry in weight.by_topic(dataset, compound):
        claims = all_claims[entry.topic]
        cells = tuple(
            _cell(dataset, design, [c for c in claims if levels[c.id] == design], entry.certainties, own)
            for design in used
        )
        here = each_once(dataset, found.get(entry.topic, ()))
        rows.append(
            DesignRow(
                topic=entry.topic,
                cells=cells,
                references=entry.references,
                works=entry.works,
                groups=entry.groups,
                people=_directions(study for study in here if study.kind in PEOPLE),
                animals=_directions(study for study in here if study.kind not in PEOPLE),
                certainties=entry.certainties,
                own=entry.own,
            )
        )
    return Designs(compound=compound.id, designs=used, rows=tuple(rows), own=own.own)


def _directions(found: Iterable[Study]) -> dict[Result, int]:
    counted = Counter(study.result for study in found)
    return {result: counted[result] for result in weight.RESULTS if counted[result]}


def _cell(
    dataset: Dataset, design: str, claims: Sequence[Claim], certainties: Sequence[Certainty], own: Own
) -> DesignCell | None:
    if not claims:
        return None
    references = {key for claim in claims for key in claim.references}
    people, animals = certainties
    subject = dataset.designs[design].subject
    of_people = subject == "human" or (people.studies and subject not in {"animal", "laboratory"})
    return DesignCell(
        design=design,
        results=weight.results(claims),
        references=len(references),
        works=len(dataset.works(references)),
        certainty=people if of_people else animals,
        own=own.behind(claims),
    )


def timeline(dataset: Dataset, compounds: Sequence[Compound] = ()) -> Timeline:
    """Return references by year, of the compounds named or of all; raise NotFoundError when there is none.

    A translation is not counted beside its original.
    """
    named = tuple(compound.id for compound in compounds)
    chosen = {
        reference.id: reference
        for reference in dataset.references.values()
        if not named or any(compound in reference.compounds for compound in named)
    }
    references = [reference for reference in chosen.values() if reference.translation_of not in chosen]
    if not references:
        raise NotFoundError(f"No reference studies {', '.join(named)}. All compounds: peptide list")
    published = Counter(reference.issued for reference in references)
    human = Counter(reference.issued for reference in references if weight.is_human(dataset, reference))
    mine = dataset.own("reference")
    own = {reference.issued for reference in references if reference.id in mine}
    years = (
        Year(year=year, human=human[year], other=published[year] - human[year], own=year in own)
        for year in range(min(published), max(published) + 1)
    )
    return Timeline(compounds=named, years=tuple(years), own_compounds=own_among(dataset, named))
