"""Studies behind topics: papers that tell one study together, reviews by their newest version, what each found."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Literal, TypeVar

from ..dataset.dataset import Dataset
from ..dataset.model import Claim, Compound, Record, Reference, Result
from .own import Own, own_of

Class = Literal["cochrane", "review", "randomised", "controlled", "other", "animal", "laboratory"]
"""Kinds of study as a reader tells them apart; `other` are people who were followed or observed, and case reports."""

CLASSES: tuple[Class, ...] = ("cochrane", "review", "randomised", "controlled", "other", "animal", "laboratory")
PEOPLE: frozenset[Class] = frozenset({"cochrane", "review", "randomised", "controlled", "other"})

_CLASSES: dict[str, Class] = {
    "systematic-review": "review", "randomized-controlled-trial": "randomised", "controlled-trial": "controlled",
    "non-randomized-controlled-trial": "controlled", "open-label": "other", "observational": "other",
    "case-report": "other", "animal-in-vivo": "animal", "ex-vivo": "laboratory", "in-vitro": "laboratory",
    "in-silico": "laboratory",
}  # fmt: skip


class Study(Record, frozen=True):
    """One study: the papers that tell it (ids, the newest last), its kind, subjects, and what it found on a topic.

    `result` is that of its claims on the topic, `mixed` where they differ; of a trial's primary outcome, where told.
    `n` is the largest number of subjects given. `effect` is the size of what it found, in figures, where the first of
    the claims that decide its result tells it; `blinded`, that one of its papers calls it double-blind; `cohort`, that
    those given the compound were observed beside others who were not. `own` tells that own data have brought or changed
    one of its claims or papers.
    """

    references: tuple[str, ...]
    kind: Class
    topic: str
    result: Result
    n: int | None
    group: str | None
    claims: tuple[str, ...]
    retracted: bool
    effect: str | None = None
    blinded: bool = False
    cohort: bool = False
    own: bool = False


def class_of(dataset: Dataset, design: str, reference: Reference) -> Class | None:
    """Return the kind of study that a design is, None for what is no study: narrative reviews, protocols, comments."""
    kind = _CLASSES.get(design)
    if kind == "review" and "cochrane" in reference.container_title.lower():
        return "cochrane"
    if kind is None and dataset.designs[design].subject == "human":
        return "other"
    return kind


def one_study(references: Iterable[Reference]) -> dict[str, str]:
    """Return for each reference the id that stands for the study it tells.

    Two papers tell one study where one says so (`same-study-as`) or is the other's translation.
    """
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            key = parent[key]
        return key

    found = list(references)
    for reference in found:
        for other in (reference.same_study_as, reference.translation_of):
            if other:
                first, second = sorted((root(reference.id), root(other)))
                parent[second] = first
    return {reference.id: root(reference.id) for reference in found}


def superseded(references: Iterable[Reference]) -> frozenset[str]:
    """Return the ids of the reviews that a newer version takes the place of."""
    return frozenset(reference.updates for reference in references if reference.updates)


def studies(dataset: Dataset, compound: Compound) -> tuple[Study, ...]:
    """Return what was studied of a compound: one entry a study and topic, in the vocabulary's order of topics.

    A review of which a newer version is held does not count; nor does what is no study, or one of whose subjects nobody
    was given the compound itself.
    """
    keys = {key for claim in compound.claims for key in claim.references}
    references = {reference.id: reference for reference in dataset.references.some(sorted(keys))}
    old = superseded(dataset.references.some(dataset.references_of(compound.id)))
    same = one_study(references.values())
    told: dict[tuple[str, str], list[tuple[Claim, Reference]]] = {}
    for claim in compound.claims:
        for key in claim.references:
            if key not in old and claim.given:
                told.setdefault((claim.topic, same[key]), []).append((claim, references[key]))
    order = {topic: place for place, topic in enumerate(dataset.topics)}
    own = own_of(dataset, compound)
    found = []
    for (topic, _), parts in sorted(told.items(), key=lambda item: (order[item[0][0]], item[0][1])):
        study = _study(dataset, topic, parts, own)
        if study:
            found.append(study)
    return tuple(found)


_Told = TypeVar("_Told", Study, Claim)


def by_topics(told: Iterable[_Told]) -> dict[str, list[_Told]]:
    """Return studies or claims by their topics, in the order in which they come."""
    found: dict[str, list[_Told]] = {}
    for one in told:
        found.setdefault(one.topic, []).append(one)
    return found


def each_once(dataset: Dataset, told: Sequence[Study]) -> list[Study]:
    """Return studies so that nobody is counted twice: a trial that pools others goes where one of those is held.

    What it pooled beside them is then not counted; that is better than a null trial lost in a pool that gained.
    """
    held = {key for study in told for key in study.references}
    pools = {
        study.references
        for study in told
        if study.kind not in {"cochrane", "review"}
        and any(
            key in held and key not in study.references
            for name in study.references
            for key in dataset.references[name].pools
        )
    }
    return [study for study in told if study.references not in pools]


def _study(dataset: Dataset, topic: str, parts: Sequence[tuple[Claim, Reference]], own: Own) -> Study | None:
    kinds = [
        kind
        for claim, reference in parts
        for design in ([claim.design] if claim.design else reference.design)
        if (kind := class_of(dataset, design, reference))
    ]
    if not kinds:
        return None
    papers = {reference.id: reference for _, reference in parts}
    ordered = sorted(papers.values(), key=lambda reference: (reference.issued, reference.id))
    sizes = [n for claim, reference in parts if (n := claim.n or reference.n)]
    claims = {claim.id: claim for claim, _ in parts}
    deciding = decisive(claims.values())
    best: Class = min(kinds, key=CLASSES.index)
    return Study(
        references=tuple(reference.id for reference in ordered),
        kind=best,
        topic=topic,
        result=together(claim.result for claim in deciding),
        n=max(sizes, default=None),
        group=next((reference.group for reference in ordered if reference.group), None),
        claims=tuple(claims),
        retracted=all(reference.standing == "retracted" for reference in ordered),
        effect=next((_effect(claim, max(sizes, default=None)) for claim in deciding if claim.effect), None),
        blinded=any(reference.blinding == "double-blind" for reference in ordered),
        cohort=best == "other" and any(_beside_others(reference) for reference in ordered),
        own=any(own.has("claims", claim) for claim in claims.values()) or not own.references.isdisjoint(papers),
    )


def _effect(claim: Claim, n: int | None) -> str:
    """Return the size of what a claim tells, and in how many where that is not all of the study."""
    return f"{claim.effect} (n = {claim.n:,})" if claim.n and claim.n != n else claim.effect or ""


def _beside_others(reference: Reference) -> bool:
    """Tell whether people were observed beside others who were not given the compound."""
    told = (reference.comparator or "none").lower()
    return "observational" in reference.design and not told.startswith("none")


def decisive(claims: Collection[Claim]) -> Collection[Claim]:
    """Return the claims that say how a study came out: those on its primary outcome, where they are told."""
    return [claim for claim in claims if claim.primary] or claims


def together(results: Iterable[Result]) -> Result:
    """Return what several results of one study are together: the one, or mixed; unknown does not count beside one."""
    distinct = set(results)
    if len(distinct) > 1:
        distinct -= {"unknown"}
    return distinct.pop() if len(distinct) == 1 else "mixed"
