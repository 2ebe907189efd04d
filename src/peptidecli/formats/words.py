"""What directions of results, kinds of study and verdicts are called before a stranger, the same in every rendering."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..answers.first_screen import Aside, StudyRow
from ..answers.studies import Class
from ..dataset.dataset import Dataset
from ..dataset.model import Maker, Regulatory, Result

if TYPE_CHECKING:
    from ..answers.search import Hit

IN_PEOPLE: dict[str, str] = {"positive": "better", "null": "no difference", "negative": "worse"}
HARM: dict[str, str] = {"positive": "less harm", "null": "no harm seen", "negative": "harm"}
FOUND: dict[str, str] = {"positive": "found", "null": "no effect", "negative": "opposite"}

KINDS: dict[Class, tuple[str, str]] = {
    "cochrane": ("Cochrane", "Cochrane"), "review": ("review", "reviews"),
    "randomised": ("randomised", "randomised"), "controlled": ("controlled", "controlled"),
    "other": ("uncontrolled", "uncontrolled"), "animal": ("in animals", "in animals"),
    "laboratory": ("in cells", "in cells"),
}  # fmt: skip
"""What a kind of study is called beside the number of studies."""


def maker_of(maker: Maker) -> str:
    """Return a maker's name and place: `EVER Pharma (Austria)`."""
    return f"{maker.name} ({maker.place})" if maker.place else maker.name


def kind_of(dataset: Dataset, *topics: str) -> str:
    """Return how results on topics are told: an outcome got better or not, `effect`; all else was found or not.

    Of safety alone it is told whether there was harm.
    """
    if set(topics) == {"safety"}:
        return "safety"
    return "effect" if any(dataset.topics[topic].area == "outcome" for topic in topics) else "mechanism"


def kind_of_claim(kind: str, topic: str | None, result: str) -> str:
    """Return how the result of one claim is told: as harm or none where it looked for that, or met it elsewhere."""
    if kind != "safety":
        return kind
    return "safety" if topic == "safety" or result == "negative" else "mechanism"


def kind_of_hit(hit: Hit) -> str:
    """Return how the result of what a question found is told."""
    kind = {"effects": "effect", "animal-effects": "effect", "safety": "safety"}.get(hit.section, "mechanism")
    return kind_of_claim(kind, hit.topic, hit.result or "unknown")


def direction(result: str, kind: str = "effect", *, human: bool = False) -> str:
    """Return the direction of a result as a stranger reads it: better, no difference, worse; harm; found, no effect."""
    words = HARM if kind == "safety" else IN_PEOPLE if human and kind == "effect" else FOUND
    return words.get(result, {"mixed": "mixed", "unknown": "not known"}.get(result, result))


def directions(results: Mapping[Result, int], kind: str = "effect", *, human: bool = True) -> str:
    """Return results counted by direction in words: `3 better, 1 no difference`; nothing where there is none."""
    return ", ".join(f"{count} {direction(result, kind, human=human)}" for result, count in results.items() if count)


def kind_of_study(row: StudyRow) -> str:
    """Return how many studies of which kind a row counts: `Cochrane`, `1 controlled, double-blind`."""
    name = (("cohort", "cohorts") if row.cohort else KINDS[row.kind])[row.studies != 1]
    told = name if row.kind == "cochrane" and row.studies == 1 else f"{row.studies} {name}"
    if not row.blinded or row.kind not in {"randomised", "controlled"}:
        return told
    return f"{told}, {'' if row.blinded == row.studies else f'{row.blinded} '}double-blind"


def subjects(row: StudyRow) -> str:
    """Return the number of subjects, with a plus where that of a study was not seen; of several reviews the largest."""
    several = row.studies > 1 and row.kind in {"cochrane", "review"}
    return f"{'≤' if several else ''}{row.n:,}{'+' if row.unsized and not several else ''}" if row.n else ""


def sized(row: StudyRow) -> str:
    """Return the number of subjects as it stands behind a count of studies: `, n = 2,354+`, `, n ≤ 1,879`."""
    size = subjects(row)
    return (f", n ≤ {size[1:]}" if size.startswith("≤") else f", n = {size}") if size else ""


def doubt(item: Regulatory) -> str:
    """Return the sign behind an event that is not confirmed; nothing where it is, or where its status says so."""
    return "" if item.confirmed or item.status == "unconfirmed" else " (?)"


def no_people(aside: Aside) -> str:
    """Return what is told where no study in people stands in a row: none is held, or why those held stand in none."""
    reasons = {"retracted": aside.retracted, "without a claim": aside.untold, "on harm alone": aside.harm}
    held = sum(reasons.values())
    if not held:
        return "No study that gave it to people is held."
    told = ", ".join(f"{count} {reason}" for reason, count in reasons.items() if count)
    there = "study in people is held and counts" if held == 1 else "studies in people are held and count"
    return f"{held} {there} in no row: {told}."


def no_harm(aside: Aside) -> str:
    """Return what is told where no study in people that looked for harm counts."""
    if aside.retracted_harm:
        told = "all that were held were" if aside.retracted_harm > 1 else "the one held was"
        return f"No study in people that looked for harm counts: {told} retracted. Not known is not safe."
    return "No study in people that looked for harm is held. Not known is not safe."


MANY = 2
"""Studies of a row from which it is told what the largest of them found."""


def largest(row: StudyRow, kind: str = "effect", *, human: bool = True) -> str:
    """Return the size of what a row's only study found, or what the largest of many did; nothing where neither is told.

    `; 11.8 v 11.8 points`, `; the largest (n = 1,070): no difference`.
    """
    one = row.largest
    if not one or (row.kind in {"cochrane", "review"} and row.studies > 1):
        return ""
    if row.studies == 1:
        return f"; {one.effect}" if one.effect else ""
    # Of cohorts only where one found it worse, as who was treated may have been worse off.
    trials = row.kind in {"randomised", "controlled"} or "negative" in row.results
    if not trials or not one.n or row.studies < MANY or (len(row.results) == 1 and not one.effect):
        return ""
    size = f"; {one.effect}" if one.effect else ""
    return f"; the largest (n = {one.n:,}): {direction(one.result, kind, human=human)}{size}"
