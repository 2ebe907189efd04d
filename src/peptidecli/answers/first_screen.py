"""What a person takes in of a compound at first sight: worked out of its whole profile, for one screen."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from ..dataset.dataset import Dataset
from ..dataset.model import Compound, Record, Reference, Result
from .certainty import Certainty, of_studies
from .own import ShownRegulatory, ShownStatement
from .studies import (
    CLASSES,
    PEOPLE,
    Class,
    Study,
    by_topics,
    class_of,
    each_once,
    one_study,
    studies,
    superseded,
    together,
)


class Largest(Record, frozen=True):
    """What the largest study of a row found, in how many people, and the size of it where that is told."""

    n: int | None
    result: Result
    effect: str | None = None


class StudyRow(Record, frozen=True):
    """Studies of one kind on one topic: how many, in how many subjects, what they found, in which papers.

    `results` counts studies by direction; `n` is the sum over primary studies, the largest number of a review.
    `blinded` counts those called double-blind; `cohort` tells that those of kind `other` were observed beside a group
    not given the compound; `largest` is the one with most subjects, or the only one. `certainty` stands in the first
    row of a topic. `own` tells that own data have brought or changed a claim or paper.
    """

    topic: str
    kind: Class
    studies: int
    n: int | None
    results: dict[Result, int]
    references: tuple[str, ...]
    certainty: Certainty | None = None
    against: tuple[str, ...] = ()
    """What it was held against, where that was another treatment in every study of which it is known."""
    condition: str | None = None
    """In whom the only study of the row was, or all of them."""
    unsized: int = 0
    """Studies whose number of subjects was not seen."""
    blinded: int = 0
    cohort: bool = False
    largest: Largest | None = None
    own: bool = False


class Behind(Record, frozen=True):
    """How many references stand behind a compound: by what was studied, how deep they were read, who paid."""

    kinds: dict[str, int]
    """`reviews`, `randomised`, `people` (other studies in people), `animals`, `laboratory`; `not_given` are studies in
    which the compound itself was given to nobody, `superseded` older versions of a review, `other` no studies.
    """
    depth: dict[str, int]
    """`whole`, `abstract`, `less` (title, excerpt or others' account), `unsaid`."""
    funding_seen: int
    funded_by_maker: int
    people: int
    """Papers on studies in people; who paid is told of these, and where there are none of all."""
    originators: dict[str, int]
    """The groups that brought it forth, and how many works are seen to be theirs."""


class Aside(Record, frozen=True):
    """Studies in people that are held and stand in no row on what it does: how many, and why."""

    retracted: int
    untold: int
    """Studies of which no claim is held."""
    harm: int
    """Studies that looked for harm alone; they stand in the rows on it."""
    retracted_harm: int
    """How many of those that were retracted looked for harm."""


class Places(Record, frozen=True):
    """What is decided in one jurisdiction, oldest first: each decision, and the newest event whatever it is."""

    jurisdiction: str
    events: tuple[ShownRegulatory, ...]


class FirstScreen(Record, frozen=True):
    """The first screen beside the identity: what stands behind it, people, safety, status, what does not hold."""

    behind: Behind
    people: tuple[StudyRow, ...]
    aside: Aside
    safety: tuple[StudyRow, ...]
    animals: tuple[StudyRow, ...]
    """Animals and cells, by topic and kind."""
    status: tuple[Places, ...]
    worst: tuple[ShownStatement, ...]
    verdicts: dict[str, int]
    wrong_citations: int


_KINDS = {"systematic-review": "reviews", "randomized-controlled-trial": "randomised"}
_SUBJECTS = {"human": "people", "animal": "animals", "laboratory": "laboratory"}
_ORDER = ("reviews", "randomised", "people", "animals", "laboratory", "not_given", "superseded", "other")
_DEPTHS = {"full-text": "whole", "abstract": "abstract", None: "unsaid"}


def first_screen(
    dataset: Dataset,
    compound: Compound,
    statements: Sequence[ShownStatement],
    untraced: int,
    regulatory: Sequence[ShownRegulatory],
) -> FirstScreen:
    """Return the first screen of a compound."""
    references = dataset.references.some(dataset.references_of(compound.id))
    safety = _of_safety(compound)
    told = studies(dataset, compound)
    verdicts = Counter(statement.verdict for statement in statements)
    return FirstScreen(
        behind=_behind(dataset, compound, references, dataset.not_given(compound.id)),
        people=study_rows(dataset, compound, told, people=True),
        aside=_aside(dataset, references, told, dataset.not_given(compound.id), safety),
        safety=harm_rows(dataset, compound, told),
        animals=study_rows(dataset, compound, told, people=False),
        status=_status(dataset, regulatory),
        worst=_worst(dataset, statements),
        verdicts={key: verdicts[key] for key in ("contradicted", "untraceable", "partly") if verdicts[key]},
        wrong_citations=untraced,
    )


def _behind(dataset: Dataset, compound: Compound, references: Sequence[Reference], not_given: frozenset[str]) -> Behind:
    kinds: Counter[str] = Counter()
    old = superseded(references)
    ids = {reference.id for reference in references}
    works = [reference for reference in references if reference.translation_of not in ids]
    for reference in works:
        best = min(reference.design, key=dataset.ranks.__getitem__)
        kind = _KINDS.get(best) or _SUBJECTS.get(dataset.designs[best].subject, "other")
        aside = "not_given" if reference.id in not_given else "superseded" if reference.id in old else None
        kinds[kind if kind == "other" else aside or kind] += 1
    people = [
        r for r in works if r.id not in not_given and any(dataset.designs[d].subject == "human" for d in r.design)
    ]
    asked = people or works
    seen = [r for r in asked if r.funding]
    return Behind(
        kinds={key: kinds[key] for key in _ORDER},
        depth=dict(Counter(_DEPTHS.get(reference.read, "less") for reference in references)),
        funding_seen=len(seen),
        funded_by_maker=sum(1 for r in seen if r.funding and {"funder", "staff"} & set(r.funding.maker)),
        people=len(people),
        originators={key: sum(1 for r in works if r.group == key) for key in compound.originators},
    )


def _aside(
    dataset: Dataset,
    references: Sequence[Reference],
    told: Sequence[Study],
    not_given: frozenset[str],
    safety: set[str],
) -> Aside:
    """Return which studies in people stand in no row on what a compound does, each once whatever it tells."""
    same, old = one_study(references), superseded(references) | not_given
    claims: dict[str, set[str]] = {}
    for study in told:
        claims.setdefault(same.get(study.references[0], ""), set()).update(study.claims)
    held: dict[str, list[Reference]] = {}
    for reference in references:
        best = min(reference.design, key=dataset.ranks.__getitem__)
        if reference.id not in old and class_of(dataset, best, reference) in PEOPLE:
            held.setdefault(same[reference.id], []).append(reference)
    retracted = {key for key, papers in held.items() if all(paper.standing == "retracted" for paper in papers)}
    standing = held.keys() - retracted
    return Aside(
        retracted=len(retracted),
        untold=sum(1 for key in standing if key not in claims),
        harm=sum(1 for key in standing if key in claims and claims[key] <= safety),
        retracted_harm=sum(1 for key in retracted if claims.get(key, set()) & safety),
    )


def study_rows(dataset: Dataset, compound: Compound, told: Sequence[Study], *, people: bool) -> tuple[StudyRow, ...]:
    """Return rows by topic and kind of a compound's studies `told`: in people, harm aside, or in animals and cells."""
    safety = _of_safety(compound)
    here = [study for study in told if (study.kind in PEOPLE) == people]
    return rows_of(dataset, compound, [study for study in here if not (people and set(study.claims) <= safety)])


def harm_rows(dataset: Dataset, compound: Compound, told: Sequence[Study]) -> tuple[StudyRow, ...]:
    """Return rows by kind of those studies in people that looked for harm, each once, whatever topic it stood under."""
    safety = _of_safety(compound)
    by_papers: dict[tuple[str, ...], list[Study]] = {}
    for study in told:
        if study.kind in PEOPLE and set(study.claims) & safety:
            by_papers.setdefault(study.references, []).append(study)
    return rows_of(dataset, compound, [_as_one(found) for found in by_papers.values()])


def _of_safety(compound: Compound) -> set[str]:
    return {claim.id for claim in compound.claims if claim.kind == "safety"}


def _as_one(found: Sequence[Study]) -> Study:
    """Return what one study found of harm on several topics as one, on safety."""
    first = next((study for study in found if study.topic == "safety"), found[0])
    return msgspec.structs.replace(
        first,
        topic="safety",
        result=together(study.result for study in found),
        claims=tuple(claim for study in found for claim in study.claims),
        n=max((study.n for study in found if study.n), default=None),
    )


def rows_of(dataset: Dataset, compound: Compound, told: Sequence[Study]) -> tuple[StudyRow, ...]:
    """Return rows of studies by topic and kind, what leads before the rest; what was retracted stands in none."""
    rows: list[StudyRow] = []
    for topic, every in by_topics(study for study in told if not study.retracted).items():
        # How sure one may be is one word wherever it is told: of all studies, as a group's counts once there.
        people, animals = of_studies(dataset, compound, every)
        here = each_once(dataset, every)
        sure = people if people.studies else animals
        for kind, cohort in itertools.product(CLASSES, (True, False)):
            same = [study for study in here if study.kind == kind and study.cohort == cohort]
            if same:
                rows.append(_row(dataset, topic, kind, same, None if rows and rows[-1].topic == topic else sure))
    leading = {topic: place for place, topic in enumerate(compound.leading, -len(compound.leading))}
    weights = {topic: _weight(list(here)) for topic, here in itertools.groupby(rows, lambda row: row.topic)}
    return tuple(
        sorted(
            rows,
            key=lambda row: (leading.get(row.topic, 0), *weights[row.topic], row.topic, CLASSES.index(row.kind)),
        )
    )


_NOTHING = re.compile(
    r"placebo|vehicle|saline|\bno\b|\bnone\b|untreated|wait|control|usual|standard|care\b|basic|rehab|same"
)
"""How a comparator is told that is no other treatment."""


def _against(dataset: Dataset, same: Sequence[Study]) -> tuple[str, ...]:
    """Return the other treatments that studies with a comparison group held it against; nothing where some had none."""
    papers = [dataset.references[key] for study in same for key in study.references]
    told = [paper.comparator for paper in papers if paper.comparator]
    if not told or any(_NOTHING.search(one.lower()) for one in told):
        return ()
    return tuple(dict.fromkeys(re.split(r"\s*[(,;]|\s+\d", one)[0] for one in told))


def _row(dataset: Dataset, topic: str, kind: Class, same: Sequence[Study], certainty: Certainty | None) -> StudyRow:
    sizes = [study.n for study in same if study.n]
    review = kind in {"cochrane", "review"}
    counted = Counter(study.result for study in same)
    order: tuple[Result, ...] = ("positive", "null", "negative", "mixed", "unknown")
    return StudyRow(
        topic=topic,
        kind=kind,
        studies=len(same),
        n=(max(sizes) if review else sum(sizes)) if sizes else None,
        results={result: counted[result] for result in order if counted[result]},
        references=tuple(key for study in same for key in study.references),
        certainty=certainty,
        against=_against(dataset, same) if kind in {"randomised", "controlled"} else (),
        cohort=same[0].cohort,
        condition=_condition(dataset, same),
        unsized=len(same) - len(sizes),
        blinded=sum(1 for study in same if study.blinded),
        largest=_largest(same),
        own=any(study.own for study in same),
    )


def _condition(dataset: Dataset, same: Sequence[Study]) -> str | None:
    """Return the condition that all studies with one told were on, where that is told of every study."""
    told = {next((c for key in study.references if (c := dataset.references[key].condition)), None) for study in same}
    return next(iter(told)) if len(told) == 1 else None


def _largest(same: Sequence[Study]) -> Largest | None:
    """Return what the only study found, or the one with most subjects; None where that is several."""
    most = max((study.n or 0 for study in same), default=0)
    first = [study for study in same if (study.n or 0) == most]
    if len(first) > 1:
        return None
    return Largest(n=first[0].n, result=first[0].result, effect=first[0].effect)


def _weight(here: Sequence[StudyRow]) -> tuple[int, int]:
    """Return where a topic stands by its rows: one on which most people were studied first, then most studies."""
    people = sum(row.n or 0 for row in here if row.kind in PEOPLE - {"cochrane", "review"})
    return -people, -sum(row.studies for row in here)


_DECIDED = {"registered", "not-approved", "restricted", "cancelled"}


def _status(dataset: Dataset, items: Sequence[ShownRegulatory]) -> tuple[Places, ...]:
    """Return every jurisdiction with its decisions and its newest event, those with most to tell first."""
    places: dict[str, list[ShownRegulatory]] = {}
    for item in sorted(items, key=lambda item: item.as_of):
        places.setdefault(item.jurisdiction, []).append(item)
    found = []
    for jurisdiction, told in places.items():
        decided = [item for item in told if item.status in _DECIDED] or told[-1:]
        found.append(Places(jurisdiction=jurisdiction, events=tuple(dict.fromkeys([*decided, told[-1]]))))
    order = {key: place for place, key in enumerate(dataset.jurisdictions)}
    known = {"RU", "US", "EU", "WADA"}
    return tuple(sorted(found, key=lambda place: (place.jurisdiction not in known, order[place.jurisdiction])))


_OF_NAMES = {"identity", "chemistry", "comparison", "evidence-base"}
"""Topics of statements on what a compound is called and made of, or on papers, and not on what it does."""


def _worst(dataset: Dataset, statements: Sequence[ShownStatement]) -> tuple[ShownStatement, ...]:
    """Return the three that are worst: those marked so, then what is said of what it does before what of its names.

    What is contradicted comes before what is untraceable, that before what is true in part; then what it does before
    its status and the like, and what circulates in most places.
    """
    rank = {"contradicted": 0, "untraceable": 1, "partly": 2}
    ordered = sorted(
        statements,
        key=lambda s: (
            not s.telling,
            rank[s.verdict] + 3 * (s.topic in _OF_NAMES),
            dataset.topics[s.topic].area == "general",
            -len(s.circulates_in),
            len(s.text),
            s.id,
        ),
    )
    return tuple(ordered[:3])
