"""Trials: a study in people that a text describes field by field, held against those that there are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...dataset.dataset import Dataset
from ...dataset.model import Reference
from ..article.sentences import Sentence
from ..wording import holds, refuted
from ..works import Works, described
from . import Found, Seen

_LABELS = ("participants", "subjects", "patients", "sample", "population", "cohort", "design", "type", "участник",
           "пациент", "выборка", "дизайн")  # fmt: skip
_FIELD = re.compile(
    r"\W{0,4}(?:(?P<whom>participants|subjects|patients|sample(?: size)?|(?:study )?population|cohort|участники|"
    r"пациенты|выборка)|(?P<how>(?:study |trial )?(?:design|type)|дизайн(?: исследования)?))\W{0,3}:\W{0,4}\s*",
    re.IGNORECASE,
)
_WHOM = re.compile(
    r"(?:n\s?=\s?)?(?P<n>\d{1,3}(?:,\d{3})+|\d{2,5})\s(?:[\w-]+\s){0,3}?(?:patients?|adults?|volunteers?|people|men|women|persons?|"
    r"individuals|participants|children|athletes|пациент\w*|больн\w+|доброволь\w*|человек)\b[^.;]*",
    re.IGNORECASE,
)
_HOW = re.compile(
    r"(?=[^.;]*(?:placebo-controlled|randomi[sz]ed|плацебо|рандомизир))[^.;]*\b(?:trial|исследование)\b[^.;]*",
    re.IGNORECASE,
)
_PLANNED = re.compile(r"(\d{1,5}) (?:healthy )?(?:people|patients|volunteers|adults|men|women)\b")
_NOT_IN_PEOPLE = re.compile(
    r"\b(?:rats?|mice|mouse|rabbits?|animals?|dogs?|horses?|planned|recruiting|ongoing|proposed)\b|крыс|мыш|животн",
    re.IGNORECASE,
)
FEW = 9
"""Studies in people up to which the dataset can be trusted to know of the others."""
NEAR = 0.03
"""The share by which those who were allotted and those who were counted may differ."""


class Trials:
    """Finds studies in people of which the dataset has no trace, of compounds with few or none."""

    def __init__(self, dataset: Dataset, works: Works) -> None:
        self.dataset, self.works = dataset, works

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield who took part in a study, or its design, where no study of the compound in people is like that."""
        plain = sentence.plain
        if not holds(sentence.low, _LABELS) or sentence.cites:
            return
        label = _FIELD.match(plain)
        compound = sentence.subject if len(sentence.compounds) == 1 else None
        if not label or not compound or compound != sentence.compounds[0] or seen.studies or seen.beyond:
            return
        if refuted(plain) or _NOT_IN_PEOPLE.search(plain):
            return
        hit = (_WHOM if label["whom"] else _HOW).match(plain, label.end())
        people = self._people(compound)
        if not hit or len(people) > FEW:
            return
        name = self.dataset.compounds[compound].name
        if label["whom"]:
            size = int(hit["n"].replace(",", ""))
            if any(abs(size - n) <= NEAR * n for n in self._sizes(compound, people)):
                return
        elif any("controlled-trial" in kind and not kind.startswith("un") for one in people for kind in one.design):
            return
        most = max(people, key=lambda reference: reference.n or 0, default=None)
        largest = f"{len(people)} in people are held, the largest {described(most)}" if most else ""
        told = f"{largest} (n = {most.n})" if most and most.n else largest or "none in people is held"
        detail = f"No such study of {name} was traced: {told}."
        yield Found(*hit.span(), "statement", "untraced", detail, most.id if most else None)

    def _people(self, compound: str) -> list[Reference]:
        references = (self.works.references[key] for key in self.dataset.references_of(compound))
        return [one for one in references if self.dataset.designs[one.design[0]].subject == "human"]

    def _sizes(self, compound: str, people: list[Reference]) -> set[int]:
        """Return how many took part in the studies of a compound, those aside that are only planned among them."""
        own = self.dataset.compounds[compound]
        sizes = {one.n for one in people if one.n} | {claim.n for claim in own.claims if claim.n}
        texts = (*(fact.value for fact in own.facts), *(claim.text for claim in own.claims))
        return sizes | {int(n) for text in texts for n in _PLANNED.findall(text)}
