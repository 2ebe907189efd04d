"""Outcomes: what the dataset holds a compound to do, thing by thing and the way each went."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from ..dataset.dataset import Dataset
from ..dataset.model import Claim, Compound
from .effects import OPPOSITE, Effect, Way, effects, for_the_better
from .knowledge import of_animals_alone
from .things import BELONGS, OF_TOPIC, things
from .wording import regions

Subject = Literal["human", "animal", "laboratory", "secondary", ""]


class Held(NamedTuple):
    """That a compound does something to a thing, as a claim or another sentence of the dataset says it.

    `subject` is who was studied, empty where the sentence is none of a study's; `regions` the parts of the body that
    it names; `result` is the claim's, and it is `clear` where its sentence goes one way only. `failed` tells that
    people, of one study or of several pooled, had no more of it than without the compound; as much as with another drug
    is no failure.
    """

    thing: str
    way: Way
    text: str
    reference: str | None
    subject: Subject
    regions: frozenset[str]
    result: str = ""
    clear: bool = True
    retracted: bool = False
    failed: bool = False
    pooled: bool = False


def opposes(effect: Effect, one: Held) -> bool:
    """Tell whether what is held of a thing is no change of it, or the contrary one."""
    if effect.way == one.way:
        return False
    return one.way == "none" or OPPOSITE.get(effect.way) == one.way or (effect.way == "none" and one.way in OPPOSITE)


_ILLNESS = re.compile(
    r"\b(?:(?P<stroke>stroke|isch(?:a)?emi\w+|infarct\w*)|(?P<dementia>dementia|alzheimer\w*)|"
    r"(?P<injury>brain injur\w+|neurotrauma|TBI|trauma\w*)|(?P<haemorrhage>h(?:a)?emorrhag\w+|subarachnoid))",
    re.IGNORECASE,
)


def same_illness(text: str, held: str) -> bool:
    """Tell whether two sentences can be on the same illness: on one that both name, or where one names none."""
    one, other = ({hit.lastgroup for hit in _ILLNESS.finditer(each)} for each in (text, held))
    return not one or not other or bool(one & other)


class Outcomes:
    """What each compound is held to do, made ready where a text first speaks of it."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._of: dict[str, dict[str, list[Held]]] = {}
        self._by_reference: dict[str, list[tuple[str, Claim]]] | None = None

    def of(self, compound: str) -> dict[str, list[Held]]:
        """Return what a compound is held to do, by thing."""
        if compound not in self._of:
            own: dict[str, list[Held]] = defaultdict(list)
            for held in self._held(self.dataset.compounds[compound]):
                own[held.thing].append(held)
                if held.thing in BELONGS:
                    own[BELONGS[held.thing]].append(held)
            self._of[compound] = dict(own)
        return self._of[compound]

    def subject(self, claim: Claim) -> Subject:
        """Return who was studied by the best of the designs on which a claim rests."""
        designs = self.dataset.designs
        if claim.design:
            return designs[claim.design].subject
        found = [designs[self.dataset.references[key].design[0]].subject for key in claim.references]
        return next((kind for kind in _BEST if kind in found), "")

    def _held(self, compound: Compound) -> Iterator[Held]:
        for claim in compound.claims:
            if not claim.given:
                continue  # It was not the compound that was given, or not surely.
            retracted = all(self.dataset.references[key].standing == "retracted" for key in claim.references)
            subject = self.subject(claim)
            where = regions(claim.text)
            clear = len({effect.way for effect in effects(claim.text)}) <= 1
            pooled = any("systematic-review" in self.dataset.references[key].design for key in claim.references)
            fell_short = (subject == "human" or pooled) and claim.kind == "effect" and claim.result in _FAILED
            failed = {
                key: fell_short and _without_it(self.dataset.references[key].comparator) for key in claim.references
            }
            for thing, way in _told(claim):
                for reference in claim.references:
                    yield Held(
                        thing, way, claim.text, reference, subject, where, claim.result, clear, retracted,
                        failed[reference], pooled,
                    )  # fmt: skip
        for text, references in _texts(compound):
            reference_ = references[0] if references else None
            in_whom: Subject = "animal" if of_animals_alone(text) else ""
            for effect in effects(text):
                yield Held(effect.thing, effect.way, text, reference_, in_whom, regions(text))


_FAILED = frozenset({"null", "negative"})


def _without_it(comparator: str | None) -> bool:
    """Tell whether a study can show that a compound does nothing: it was not only set against another drug."""
    return comparator is None or _NOTHING.search(comparator) is not None


_NOTHING = re.compile(
    r"\b(?:placebo|saline|sham|untreated|usual|standard|alone|no treatment|none|baseline|before)\b", re.IGNORECASE
)
"""What a compound was set against that is no other drug."""
_BEST: tuple[Subject, ...] = ("human", "secondary", "animal", "laboratory")


def _told(claim: Claim) -> Iterator[tuple[str, Way]]:
    """Yield what a claim tells: as its sentence has it, and by its topic and result where that says only `better`."""
    seen: set[tuple[str, Way]] = set()
    for effect in effects(claim.text):
        way = effect.way
        if claim.result == "null" and way != "none":
            way = "none"
        if (effect.thing, way) not in seen:
            seen.add((effect.thing, way))
            yield effect.thing, way
    nobody = _NOBODY.search(claim.text) is not None
    if claim.kind == "safety" and claim.result == "null" and not nobody and ("adverse-effects", "none") not in seen:
        yield "adverse-effects", "none"
    of_topic = OF_TOPIC.get(claim.topic, ())
    for thing in things(claim.text):
        if any(thing == other for other, _ in seen):
            continue
        better = for_the_better(thing) if thing in of_topic and claim.kind in {"effect", "safety"} else None
        if not better or claim.result not in _BY_RESULT:
            yield thing, "named"
        else:
            yield (
                thing,
                (better if claim.result == "positive" else OPPOSITE[better]) if claim.result != "null" else "none",
            )


_NOBODY = re.compile(r"\bno human (?:study|trial)\b|\bpreclinical studies only\b", re.IGNORECASE)
"""Words of a claim on safety that tells of nobody to whom a thing was given."""
_BY_RESULT = frozenset({"positive", "negative", "null"})


def _texts(compound: Compound) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the sentences in which a compound is described, those aside that tell what is said of it."""
    texts: Iterable[tuple[str, tuple[str, ...]]] = (
        (compound.summary, ()),
        (compound.primary_mechanism, ()),
        (compound.distinction, ()),
        *((f"{fact.label}: {fact.value}", fact.references) for fact in compound.facts),
    )
    for text, references in texts:
        for part in re.split(r"(?<=[.;])\s+", text):
            if not _SAID.search(part):
                yield part, references


_SAID = re.compile(
    r"\b(?:retract\w+|was said|is said|are said|claimed|circulat\w+|no source|unproven|not settled|under question|"
    r"hypothes\w+|"
    r"vendor|sellers?|reported to|may|proposed|not established)\b",
    re.IGNORECASE,
)
