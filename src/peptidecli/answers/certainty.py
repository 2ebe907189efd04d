"""How sure one may be: a word for a compound and topic, worked out from the records by a rule, with its reasons.

The rule stands in `docs/certainty.md`. It follows the domains of GRADE (BMJ 2008;336:924-6) as far as the records hold
them, and is no GRADE rating: nobody judged. Nothing raises a word but better evidence: papers of one group, a second
paper of one study, an older version of a review and what was retracted add nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import field

from ..dataset.dataset import Dataset
from ..dataset.model import Claim, Compound, Record, Reference, Result
from .studies import PEOPLE, Study, each_once

Word = Literal[
    "high", "moderate", "low", "very low", "no study in people",
    "repeated by independent groups", "repeated by one group", "repeated, groups not seen", "once", "disagreeing",
    "no study in animals",
]  # fmt: skip
_WORDS: tuple[Word, ...] = ("very low", "low", "moderate", "high")

ENOUGH, FEW = 400, 100
"""Subjects from which numbers are enough, and below which they are very few (GRADE's rule of thumb for means: 400)."""


class Certainty(Record, frozen=True):
    """How sure it is what was found: in whom, the word, the direction it belongs to, and why no more than that.

    `otherwise` counts the studies in people that found another thing than the direction, by what they found; behind
    "mixed" stand all.
    """

    subject: Literal["people", "animals"]
    word: Word
    direction: Result | None
    reasons: tuple[str, ...]
    studies: int
    n: int | None
    otherwise: dict[Result, int] = field(default_factory=dict)


def of_studies(
    dataset: Dataset, compound: Compound, found: Sequence[Study], held: Sequence[Claim] = ()
) -> tuple[Certainty, Certainty]:
    """Return how sure the studies of one topic make one: in people, and in animals, or in cells where in none.

    `held` are the claims on the topic, by which it is told why of what is held no study counts.
    """
    standing = each_once(dataset, [study for study in found if not study.retracted])
    people = [study for study in standing if study.kind in PEOPLE]
    cells = [study for study in standing if study.kind == "laboratory"]
    living = [study for study in standing if study.kind == "animal"]
    counted = {key for study in standing for key in study.references}
    left = [(key, claim) for claim in held for key in claim.references if key not in counted]
    return (
        _in_people(dataset, compound, people) if people else _none_in("people", dataset, left),
        _in_animals(dataset, living or cells) if living or cells else _none_in("animals", dataset, left),
    )


def _none_in(subject: Literal["people", "animals"], dataset: Dataset, left: Sequence[tuple[str, Claim]]) -> Certainty:
    """Return that no study counts; of those that are held all the same it is told why they do not."""
    word, whom, subjects = _ABSENT[subject]
    of_it = [
        (dataset.references[key], claim)
        for key, claim in left
        for design in ([claim.design] if claim.design else dataset.references[key].design)
        if dataset.designs[design].subject in subjects
    ]
    if not of_it:
        return Certainty(subject, word, None, (f"no study in {whom} is held",), 0, None)
    count = len(dataset.works({reference.id for reference, _ in of_it}))
    lacking = {
        "retracted": any(reference.standing == "retracted" for reference, _ in of_it),
        "the compound itself was not given": any(not claim.given for _, claim in of_it),
    }
    why = f"{count} {'study' if count == 1 else 'studies'} in {whom} held, but not counted: "
    why += " or ".join(reason for reason, told in lacking.items() if told)
    return Certainty(subject, word, None, (why,), 0, None)


_ABSENT: dict[str, tuple[Word, str, frozenset[str]]] = {
    "people": ("no study in people", "people", frozenset({"human"})),
    "animals": ("no study in animals", "animals or cells", frozenset({"animal", "laboratory"})),
}


# -- people --------------------------------------------------------------------------------------------------------


def _groups(found: Sequence[Study]) -> dict[str | None, list[Study]]:
    """Return studies by research group; those whose group was not seen may be one group's, and count as one."""
    groups: dict[str | None, list[Study]] = {}
    for study in found:
        groups.setdefault(study.group, []).append(study)
    return groups


def _direction(found: Sequence[Study]) -> Result | None:
    """Return the direction that the best of the studies speak for, counted by groups; mixed where they are even."""
    known = [study for study in found if study.result != "unknown"]
    if not known:
        return None
    reviews = [study for study in known if study.kind == "cochrane"] or [s for s in known if s.kind == "review"]
    best = min((study.kind for study in known), key=_RANK.__getitem__)
    judged = reviews or [study for study in known if study.kind == best]
    votes: dict[Result, int] = {}
    for group in _groups(judged).values():
        for result in {study.result for study in group}:
            votes[result] = votes.get(result, 0) + 1
    most = max(votes.values())
    winners = [result for result, count in votes.items() if count == most]
    return winners[0] if len(winners) == 1 else "mixed"


_RANK = {"cochrane": 0, "review": 0, "randomised": 1, "controlled": 2, "other": 3, "animal": 4, "laboratory": 5}


def _in_people(dataset: Dataset, compound: Compound, found: Sequence[Study]) -> Certainty:
    direction = _direction(found)
    n = _subjects(found)
    if direction is None:
        reasons = (f"{_counted(found)}; the direction of the result was not seen",)
        return Certainty("people", "very low", None, reasons, len(found), n)
    # Where as many groups found one thing as another, all of them stand behind "mixed".
    known = [study for study in found if study.result != "unknown"]
    agreeing = known if direction == "mixed" else [study for study in known if study.result == direction]
    start, first = _start(agreeing)
    if graded := _graded(dataset, compound, found):
        return graded
    lowered = [*_numbers(_best(agreeing)), *_conduct(dataset, agreeing), *_disagreement(found, direction),
               *_one_hand(dataset, compound, agreeing), *_reading(dataset, agreeing)]  # fmt: skip
    level = max(0, start - sum(steps for steps, _ in lowered))
    told = (first, *(reason for _, reason in lowered))
    others = _results(study for study in known if direction not in {"mixed", study.result})
    return Certainty("people", _WORDS[level], direction, told, len(agreeing), _subjects(_best(agreeing)), others)


def _graded(dataset: Dataset, compound: Compound, found: Sequence[Study]) -> Certainty | None:
    """Return the word that the newest Cochrane review gave itself; what the other studies say stands beside it."""
    claims = {claim.id: claim for claim in compound.claims}
    reviews = [
        study
        for study in found
        if study.kind == "cochrane" and any(key in claims and claims[key].graded for key in study.claims)
    ]
    if not reviews:
        return None
    newest = max(reviews, key=lambda study: max(dataset.references[key].issued for key in study.references))
    rated = [claims[key] for key in newest.claims if key in claims and claims[key].graded]
    word = min((claim.graded for claim in rated if claim.graded), key=_WORDS.index)
    year = dataset.references[newest.references[-1]].issued
    direction = newest.result
    others = [study for study in found if study is not newest and study.result != "unknown"]
    told = _said(others)
    otherwise = _results(study for study in others if direction not in {"mixed", study.result})
    reasons = (f"graded so by the Cochrane review of {year} itself", f"the other studies: {told}" if told else "")
    return Certainty("people", word, direction, tuple(r for r in reasons if r), len(found), newest.n, otherwise)


def _start(found: Sequence[Study]) -> tuple[int, str]:
    """Return where the word starts, by the best design (3 high, 1 low), and what there is in words."""
    kinds = {study.kind for study in found}
    if kinds & {"cochrane", "review", "randomised"}:
        return 3, _counted(found)
    if "controlled" in kinds:
        return 2, _counted(found)
    return 1, _counted(found)


_NAMES = {"cochrane": ("Cochrane review", "Cochrane reviews"), "review": ("systematic review", "systematic reviews"),
          "randomised": ("randomised trial", "randomised trials"),
          "controlled": ("controlled study, not known to be randomised", "controlled studies, not known as randomised"),
          "other": ("study without controls", "studies without controls")}  # fmt: skip


def _counted(found: Sequence[Study]) -> str:
    parts = []
    for kind in _NAMES:
        count = sum(1 for study in found if study.kind == kind)
        if count:
            parts.append(f"{count} {_NAMES[kind][count > 1]}")
    return ", ".join(parts)


_TIERS = ({"cochrane", "review", "randomised"}, {"controlled"}, {"other"})


def _best(found: Sequence[Study]) -> Sequence[Study]:
    """Return the studies whose kind decides where the word starts: many people in weaker ones make it no surer."""
    return next((best for tier in _TIERS if (best := [study for study in found if study.kind in tier])), found)


def _subjects(found: Sequence[Study]) -> int | None:
    """Return how many subjects stand behind studies.

    Of one group only its largest study counts, and a review only by itself: it pools trials that may be held too.
    """
    sizes = {kind: [s for s in found if s.n and (s.kind in {"cochrane", "review"}) == kind] for kind in (True, False)}
    reviewed = max((study.n or 0 for study in sizes[True]), default=0)
    trials = sum(max(study.n or 0 for study in group) for group in _groups(sizes[False]).values())
    return max(reviewed, trials) or None


def _numbers(found: Sequence[Study]) -> list[tuple[int, str]]:
    n = _subjects(found)
    if n is None:
        return [(1, "number of subjects not seen")]
    # Of one group only the largest study counts, so that this may be less than the sum that is told beside it.
    every = sum(study.n or 0 for study in found)
    of = f" in the largest study of each group, {every} in all" if every > n else ""
    if n < FEW:
        return [(2, f"very few subjects, n = {n}{of}")]
    return [(1, f"few subjects, n = {n}{of}")] if n < ENOUGH else []


def _conduct(dataset: Dataset, found: Sequence[Study]) -> list[tuple[int, str]]:
    """Return what is not known, or known to be weak, of how the primary studies were done; a review judges its own.

    One group all of whose studies were well done is enough.
    """
    if any(study.kind in {"cochrane", "review"} for study in found):
        return []
    best = min((study.kind for study in found), key=_RANK.__getitem__)
    groups = [_papers(dataset, group) for group in _groups([s for s in found if s.kind == best]).values()]
    papers = [paper for group in groups for paper in group]
    lowered = []
    if best == "controlled" and not any(all(p.allocation == "randomized" for p in group) for group in groups):
        stated = any(paper.allocation == "non-randomized" for paper in papers)
        lowered.append((1, "not randomised" if stated else "allocation not stated"))
    blind = {"double-blind", "single-blind"}
    if best in {"randomised", "controlled"} and not any(all(p.blinding in blind for p in group) for group in groups):
        lowered.append((1, "open" if any(p.blinding == "open" for p in papers) else "blinding not stated"))
    return lowered


def _papers(dataset: Dataset, found: Sequence[Study]) -> list[Reference]:
    return [dataset.references[key] for study in found for key in study.references]


def _disagreement(found: Sequence[Study], direction: Result) -> list[tuple[int, str]]:
    """Return that results disagree: a quarter of the groups, or more, found otherwise in a study of any kind."""
    if direction == "mixed":
        return [(1, "results are mixed")]
    known = [study for study in found if study.result not in {direction, "unknown"}]
    of = len(_groups([study for study in found if study.result != "unknown"]))
    if len(_groups(known)) * 4 >= of and known:
        return [(1, f"results disagree ({_said(known)})")]
    return []


def _results(found: Iterable[Study]) -> dict[Result, int]:
    """Return how many studies found what; those whose result was not seen aside."""
    counted = Counter(study.result for study in found)
    return {result: counted[result] for result in _SAID if counted[result]}


def _said(found: Iterable[Study]) -> str:
    return ", ".join(f"{count} {_SAID[result]}" for result, count in _results(found).items())


_SAID: dict[Result, str] = {"positive": "better", "null": "no difference", "negative": "worse", "mixed": "mixed"}


def _one_hand(dataset: Dataset, compound: Compound, found: Sequence[Study]) -> list[tuple[int, str]]:
    groups = _groups(found)
    paid = [key for key, group in groups.items() if any(_paid(paper) for paper in _papers(dataset, group))]
    if len(paid) * 2 >= len(groups):
        papers = _papers(dataset, found)
        return [(1, f"{sum(map(_paid, papers))} of {len(papers)} papers with the maker's money or staff")]
    if any(study.kind in {"cochrane", "review"} for study in found):
        return []
    known = groups.keys() - {None}
    if len(known) <= 1:
        own = known & set(compound.originators)
        return [(1, "one institute, that of its makers" if own else "not known to be repeated by another group")]
    return []


def _paid(paper: Reference) -> bool:
    return bool(paper.funding and {"funder", "staff"} & set(paper.funding.maker))


def _reading(dataset: Dataset, found: Sequence[Study]) -> list[tuple[int, str]]:
    groups = [_papers(dataset, group) for group in _groups(found).values()]
    if not any(all(paper.read not in {"title", "secondary"} for paper in group) for group in groups):
        return [(1, "read by title or in others' accounts only, in part at least")]
    if any(paper.standing == "expression-of-concern" for group in groups for paper in group):
        return [(1, "a paper is under an expression of concern")]
    return []


# -- animals and cells ---------------------------------------------------------------------------------------------


def _in_animals(dataset: Dataset, found: Sequence[Study]) -> Certainty:
    known = [study for study in found if study.result != "unknown"]
    directions = {study.result for study in known} - {"mixed"}
    # What a study found must have been seen for it to repeat another.
    repeating = known or found
    groups = {study.group for study in repeating} - {None}
    where = "animals" if found[0].kind == "animal" else "cells"
    counted = f"{len(found)} {'study' if len(found) == 1 else 'studies'} in {where}"
    direction = next(iter(directions)) if len(directions) == 1 else "mixed" if known else None
    word: Word
    if len(directions) > 1:
        word, reason = "disagreeing", "results go in different directions"
    elif len(repeating) == 1:
        unseen = len(found) - len(known) if known else 0
        word, reason = "once", f"of {unseen} the result was not seen" if unseen else "not repeated"
    elif len(groups) >= 2:
        word, reason = "repeated by independent groups", f"{len(groups)} groups seen"
    elif groups and all(study.group for study in repeating):
        word, reason = "repeated by one group", "all of one group"
    else:
        # One group is not "one group" where the others' were not looked up.
        unseen = sum(1 for study in repeating if not study.group)
        word, reason = "repeated, groups not seen", f"of {unseen} the group was not seen"
    return Certainty("animals", word, direction, (counted, reason, *_concerned(dataset, found)), len(found), None)


def _concerned(dataset: Dataset, found: Sequence[Study]) -> Iterator[str]:
    """Yield the reason that some of the papers stand under an expression of concern; it lowers no word, but is told."""
    keys = {key for study in found for key in study.references}
    concerned = sum(1 for key in keys if dataset.references[key].standing == "expression-of-concern")
    if concerned:
        yield f"{concerned} of {len(keys)} {'paper' if len(keys) == 1 else 'papers'} under an expression of concern"
