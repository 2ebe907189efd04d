"""Populations: in whom a text says that a study it cites was done, held against in whom it was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...dataset.dataset import Dataset
from ...dataset.model import Reference
from ..article.sentences import Sentence
from ..wording import denied, holds, refuted
from ..works import Works, described
from . import Found, Seen, as_deep_as_read

_PEOPLE = re.compile(
    r"\b(?:in|of|among|with|on)\s(?:\(?n\s?=\s?\d+\)?\s|\d+\s)?(?:\w+\s){0,2}?(?:patients|volunteers|healthy\s(?:men|women|adults|people|subjects)|"
    r"human\s(?:subjects|volunteers|trials?|participants))\b|\b(?:clinical|human)\s(?:trial|study)\b",
    re.IGNORECASE,
)
_PATIENTS = re.compile(r"\bpatients\s(?:with|suffering\sfrom|after)\s[\w' -]{3,40}", re.IGNORECASE)
_HEALTHY = re.compile(
    r"\bhealthy\s(?:human\s)?(?:volunteers|men|women|adults|people|subjects|participants)\b", re.IGNORECASE
)
_ANIMALS = re.compile(
    r"\b(?:in|of|with|on)\s(?:\w+\s){0,2}?(?:rats|mice|rabbits|rodents)\b|\b(?:rat|mouse|rodent|rabbit|animal)\s(?:model|study|experiment)\b",
    re.IGNORECASE,
)
_ANY_ANIMAL = re.compile(
    r"\b(?:rats?|mouse|mice|rabbits?|rodents?|animals?|preclinical|in vitro|cells?|cultures?)\b", re.IGNORECASE
)
_ANY_PERSON = re.compile(
    r"\b(?:humans?|people|patients?|volunteers?|clinical\w*|subjects|participants|adults|children)\b", re.IGNORECASE
)
_PARTS = (
    "patients",
    "volunteers",
    "healthy",
    "human",
    "clinical",
    "rat",
    "mice",
    "mouse",
    "rabbit",
    "rodent",
    "animal",
)
_BROADER = re.compile(
    r"\b(?:translat\w*|future|need\w*|warrant\w*|unlike|whereas|while|but|also|later|then|support\w*|should)\b",
    re.IGNORECASE,
)
"""Words by which a sentence speaks of more than the study it cites."""


class Populations:
    """Finds in whom a study is said to have been done."""

    def __init__(self, dataset: Dataset, works: Works) -> None:
        self.dataset, self.works = dataset, works

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield that a study of animals is told as one of people or the reverse, one of the healthy as of patients."""
        plain = sentence.plain
        if (
            len(seen.studies) != 1
            or sentence.listed
            or sentence.block.entry
            or sentence.block.kind in {"heading", "row"}
        ):
            return
        study = seen.studies[0]
        if not study.sure or len(study.meant) != 1 or not holds(sentence.low, _PARTS):
            return
        reference = self.works.references[study.meant[0]]
        subject = self.dataset.designs[reference.design[0]].subject
        if subject == "secondary" or len(reference.design) > 1 or reference.standing == "retracted":
            return
        if refuted(plain) or _BROADER.search(plain):
            return
        hit = self._other(plain, reference, people=subject == "human")
        if hit and not seen.is_cited(hit.start()) and not denied(plain, *hit.span()):
            detail = f"{described(reference)}: {self._whom(reference)}."
            yield as_deep_as_read(Found(*hit.span(), "statement", "differs", detail, reference.id), reference)

    def _other(self, plain: str, reference: Reference, *, people: bool) -> re.Match[str] | None:
        if people:
            if not _ANY_PERSON.search(plain):
                return _ANIMALS.search(plain)
            healthy = (reference.condition or "").startswith("healthy")
            return _PATIENTS.search(plain) if healthy and not _HEALTHY.search(plain) else None
        if "human" in reference.species or not reference.species or _ANY_ANIMAL.search(plain):
            return None
        return _PEOPLE.search(plain)

    def _whom(self, reference: Reference) -> str:
        design = self.dataset.designs[reference.design[0]].label.lower()
        whom = reference.condition or ", ".join(reference.species)
        return f"{design}, {whom}"
