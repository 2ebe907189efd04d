"""What stands behind a claim or a topic: study design, direction of results, independent groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from ..dataset.dataset import Dataset
from ..dataset.model import Claim, Compound, Design, Record, Reference, Result
from .certainty import Certainty, of_studies
from .own import Own, own_of
from .studies import Study, by_topics, studies

RESULTS: tuple[Result, ...] = ("positive", "null", "negative", "mixed", "unknown")


class TopicEvidence(Record, frozen=True):
    """What is known of one compound in one topic.

    `best` is the highest study design and `best_results` are the claims that rest on it, by direction; `results` counts
    all claims. `works` are the references, a paper and its translation once. `groups` counts the distinct known groups
    behind the references. `certainty` is that of studies in people where there are any, else of those in animals and
    cells, and where none counts of those that `best` is of; `certainties` are both. `own` tells that own data have
    brought or changed one of the claims, or a reference behind one.
    """

    topic: str
    best: str
    best_results: dict[Result, int]
    results: dict[Result, int]
    references: int
    works: int
    groups: int
    certainty: Certainty
    certainties: tuple[Certainty, ...]
    own: bool = False


def level(dataset: Dataset, claim: Claim) -> Design:
    """Return the study design a claim rests on: the highest of its references, retracted ones aside.

    Where all are retracted it is the highest of those. A claim's own `design` narrows it.
    """
    references = dataset.references.some(claim.references)
    standing = [reference for reference in references if reference.standing != "retracted"] or references
    best = claim.design or min((design for r in standing for design in r.design), key=dataset.ranks.__getitem__)
    return dataset.designs[best]


def retracted(dataset: Dataset, claim: Claim) -> bool:
    """Tell whether every reference of a claim has been retracted."""
    return all(dataset.references[key].standing == "retracted" for key in claim.references)


def by_references(dataset: Dataset) -> tuple[Compound, ...]:
    """Return all compounds, those with most references first, parents of others last."""
    sql = (
        "SELECT c.id FROM compound c LEFT JOIN about a ON a.compound = c.id AND a.kind = 'reference' GROUP BY c.id "
        "ORDER BY EXISTS (SELECT 1 FROM compound d WHERE d.parent = c.id), count(a.id) DESC, c.id"
    )
    return dataset.compounds.some(key for (key,) in dataset.rows(sql))


def is_human(dataset: Dataset, reference: Reference) -> bool:
    """Tell whether a reference is a study in people (systematic reviews of such studies aside)."""
    return any(dataset.designs[design].subject == "human" for design in reference.design)


def by_topic(dataset: Dataset, compound: Compound) -> tuple[TopicEvidence, ...]:
    """Return what is known of a compound, one entry per topic with a claim, in the vocabulary's order."""
    told = studies(dataset, compound)
    own = own_of(dataset, compound)
    claims, found = by_topics(compound.claims), by_topics(told)
    return tuple(
        _topic_evidence(dataset, compound, topic, claims[topic], found.get(topic, ()), own)
        for topic in dataset.topics
        if topic in claims
    )


def _topic_evidence(
    dataset: Dataset, compound: Compound, topic: str, claims: Sequence[Claim], told: Sequence[Study], own: Own
) -> TopicEvidence:
    standing = [claim for claim in claims if not retracted(dataset, claim)] or claims
    references = {key for claim in claims for key in claim.references}
    levels = {claim.id: level(dataset, claim).id for claim in standing}
    best = min(levels.values(), key=dataset.ranks.__getitem__)
    people, animals = of_studies(dataset, compound, told, claims)
    of_people = people.studies or (not animals.studies and dataset.designs[best].subject == "human")
    return TopicEvidence(
        topic=topic,
        best=best,
        best_results=results(claim for claim in standing if levels[claim.id] == best),
        results=results(claims),
        references=len(references),
        works=len(dataset.works(references)),
        groups=len({group for key in references if (group := dataset.references[key].group)}),
        certainty=people if of_people else animals,
        certainties=(people, animals),
        own=own.behind(claims),
    )


def results(claims: Iterable[Claim]) -> dict[Result, int]:
    """Count claims by the direction of their result, all four directions named."""
    counted = Counter(claim.result for claim in claims)
    return {result: counted[result] for result in RESULTS}
