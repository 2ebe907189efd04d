"""Populations: in whom a text says that a study it cites was done, held against in whom it was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...dataset.dataset import Dataset
from ...dataset.model import Reference
from ..article.sentences import Sentence
from ..wording import denied, holds, refuted
from ..works import Works, described
from . import Found, Seen, Study, as_deep_as_read

_PEOPLE = re.compile(
    r"\b(?:in|of|among|with|on)\s(?:\(?n\s?=\s?\d+\)?\s|\d+\s)?(?:\w+\s){0,2}?(?:patients|volunteers|"
    r"healthy\s(?:men|women|adults|people|subjects)|"
    r"human\s(?:subjects|volunteers|trials?|participants))\b|\b(?:clinical|human)\s(?:trial|study)\b",
    re.IGNORECASE,
)
_PATIENTS = re.compile(r"\bpatients\s(?:with|suffering\sfrom|after)\s[\w' -]{3,40}", re.IGNORECASE)
_HEALTHY = re.compile(
    r"\bhealthy\s(?:human\s)?(?:volunteers|men|women|adults|people|subjects|participants)\b", re.IGNORECASE
)
_ANIMALS = re.compile(
    r"\b(?:in|of|with|on)\s(?:\w+\s){0,2}?(?:rats|mice|rabbits|rodents)\b|\b(?:rat|mouse|rodent|"
    r"rabbit|animal)\s(?:model|study|experiment)\b",
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


_PHASE = re.compile(
    r"(?:\b(?:phase|fase|faza|fazy)[\s-]?|\bфаз\w+\s|第)(?P<first>I{1,3}\b|"
    r"[1-4])(?:[ab]\b)?(?:\s?[/-]\s?(?P<second>I{1,3}\b|[1-4]))?|"
    r"\b(?P<before>I{1,3}|[1-4])(?:-?[йяа])?\sфаз\w+",
    re.IGNORECASE,
)
_BESIDE = 45
"""Characters before a study's name, and half as many behind it, within which its phase or condition stands."""
_CONDITIONS = {
    "heart failure": r"heart failure|insufici[êe]ncia card[íi]aca|insuffisance cardiaque|Herzinsuffizienz|сердечн\w+ "
    r"недостаточн\w+|niewydolnoś\w+ serca|心不全|HFrEF|HFpEF|ejection fraction",
    "heart attack": r"heart attack|myocardial infarction|STEMI|infarto (?:do |de |al )?mioc[áa]rdi\w+|Herzinfarkt|"
    r"infarctus du "
    r"myocarde|инфаркт\w* миокарда|zawał\w*|心筋梗塞",
    "stroke": r"strokes?|ischa?emic brain|ictus|Schlaganfall\w*|AVC|инсульт\w*|udar\w*|脳卒中|脳梗塞",
    "dementia": r"dementia|Alzheimer\S*|dem[êe]n[cz]i?a|Demenz|démence|деменци\w+|Альцгеймер\w+",
    "traumatic brain injury": r"traumatic brain injur\w+|TBI|craniocerebral|head injur\w+|черепно-?\s?мозгов\w+",
    "sepsis": r"sepsis|septic|sepse|сепсис\w*|sepsy",
    "hepatitis": r"hepatitis|hepatite|гепатит\w*",
    "Barth syndrome": r"Barth(?:'s)? syndrome|Barth-Syndrom|syndrome de Barth|s[íi]ndrome de Barth|Барта|Barth症",
    "mitochondrial myopathy": r"mitochondrial myopath\w+|miopatia mitocondrial|PMM",
    "macular degeneration": r"macular degeneration|geographic atrophy|AMD|degenera\w+ macular|Makuladegeneration|"
    r"黄斑変性",
    "supranuclear palsy": r"supranuclear palsy|PSP|надъядерн\w+",
    "schizophrenia": r"schizophreni\w*|esquizofrenia|шизофрени\w*",
    "dry eye": r"dry[ -]eyes?|ojo seco|olho seco",
    "aphasia": r"aphasia|afasia|афази\w+",
}
"""Conditions that are not each other's, in the words of several languages."""
_ANY_CONDITION = re.compile(
    "|".join(
        rf"(?P<c{number}>(?<![^\W_])(?:{words})(?![A-Za-z]))" for number, words in enumerate(_CONDITIONS.values())
    ),
    re.IGNORECASE,
)
_IN_WHOM = re.compile(
    r"(?:\b(?:in|for|with|of|tested|treat\w*|em|en|de|bei|при|у|w)\s(?:[\w-]+\s){0,3}\W?|^\W*|[:(]\s*)$", re.IGNORECASE
)
"""What stands before the condition of those who were studied, and not of what befell them."""
_KEPT = re.compile(
    r"HFpEF|preserved (?:left ventricular )?ejection|kept ejection|preservada|erhaltener|сохран\w+ фракци",
    re.IGNORECASE,
)
_REDUCED = re.compile(
    r"HFrEF|reduced (?:left ventricular )?ejection|reducida|reduzida|reduzierter|低下型", re.IGNORECASE
)
_ROMAN = {"I": 1, "II": 2, "III": 3}


def _number(written: str) -> int:
    return _ROMAN.get(written.upper()) or int(written)


def _phases(hit: re.Match[str]) -> set[int]:
    return {_number(hit[name]) for name in ("first", "second", "before") if hit[name]}


def _phase(plain: str, study: Study, reference: Reference) -> Iterator[tuple[int, int, str]]:
    """Yield that a study is said to be of another phase than its title has."""
    real = {number for hit in _PHASE.finditer(reference.title) for number in _phases(hit)}
    low, high = max(0, study.start - _BESIDE // 2), study.end + _BESIDE // 2
    said = list(_PHASE.finditer(plain, low, high)) if real else []
    if len(said) == 1 and not _phases(said[0]) & real and len(list(_PHASE.finditer(plain))) == 1:
        between = plain[min(study.end, said[0].end()) : max(study.start, said[0].start())]
        if not re.search(r"[.;]|\band\b", between) and not _AFTER.search(plain):
            yield *said[0].span(), f"it is of phase {'/'.join(map(str, sorted(real)))}"


def _condition(plain: str, study: Study, reference: Reference) -> Iterator[tuple[int, int, str]]:
    """Yield that a study is said to be of another condition than it is of, or of the other kind of heart failure."""
    own = f"{reference.title} {reference.condition or ''}"
    real = {hit.lastgroup for hit in _ANY_CONDITION.finditer(own)}
    said = [hit for hit in _ANY_CONDITION.finditer(plain) if not study.start <= hit.start() < study.end]
    if not real or not reference.condition or _AFTER.search(plain):
        return
    near = [
        hit
        for hit in said
        if study.start - _BESIDE <= hit.end()
        and hit.start() <= study.end + _BESIDE
        and _IN_WHOM.search(plain, max(0, hit.start() - _BESIDE), hit.start())
    ]
    if near and not any(hit.lastgroup in real for hit in said):
        yield *near[-1].span(), f"it is in {reference.condition}"
    elif near:
        for there, here in ((_KEPT, _REDUCED), (_REDUCED, _KEPT)):
            hit = there.search(plain)
            if hit and here.search(own) and not there.search(own) and not here.search(plain):
                yield *hit.span(), f"it is in {reference.condition}"
                return


_AFTER = re.compile(
    r"\b(?:planned|later|next|followed|subsequent\w*|based on|after|before|unlike|compared|whereas|"
    r"including|both|also|versus|vs)\b",
    re.IGNORECASE,
)
"""Words by which a sentence speaks of another study beside the one that it names."""


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
        if not study.sure or len(study.meant) != 1:
            return
        reference = self.works.references[study.meant[0]]
        if self.works.human(reference.id) and not refuted(plain):
            for start, end, detail in (*_phase(plain, study, reference), *_condition(plain, study, reference)):
                if not denied(plain, start, end):
                    found = Found(
                        start, end, "statement", "differs", f"{described(reference)}: {detail}.", reference.id
                    )
                    yield as_deep_as_read(found, reference)
        if not holds(sentence.low, _PARTS):
            return
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
