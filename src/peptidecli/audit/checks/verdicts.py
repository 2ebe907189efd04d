"""Verdicts: that trials of a compound in a condition came to nothing, or that it did as well as a drug."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ...dataset.dataset import Dataset
from ...dataset.model import Claim
from ..article.names import Names
from ..article.sentences import Sentence
from ..things import things
from ..wording import holds, refuted, stems
from ..works import Works, described
from . import Found, Seen
from .claims import LONGEST, about
from .studies import Studies

_CUES = ("benefit", "endpoint", "end point", "efficacy", "effect", "improve", "differ", "separate", "fail", "superior",
         "compar", "similar", "equivalent", "эффект", "преимуществ", "сопостав", "сравним")  # fmt: skip
_NULL = re.compile(
    r"\b(?:no|lack of(?: an?)?|absence of|without|not (?:have|show|find|confirm)(?: an?)?)\s"
    r"(?:statistically\s|clinically\s|significant\s|clear\s|convincing\s|proven\s|overall\s|meaningful\s){0,2}"
    r"(?:benefits?|effects?|improvements?|differences?|efficacy|superiority|advantage)\b|"
    r"\b(?:missed|missing|fail(?:ed|ing)?(?: to meet| to reach)?|not meet|not reach)\s(?:its\s|the\s|their\s|all\s)?"
    r"(?:co-?)?primary\s(?:efficacy\s)?(?:end ?-?points?|outcomes?)|"
    r"\bineffective\b|\bnot effective\b|"
    r"\b(?:did|does) not (?:simply )?(?:separate|differ|improve|do better)\b|"
    r"\bfailed to (?:improve|show|demonstrate|beat)\b|"
    r"неэффектив\w+|не эффектив\w+|не (?:показал|выяв|подтверд)\w+ (?:\w+ ){0,2}?(?:эффект|преимуществ)\w*",
    re.IGNORECASE,
)
_AS_GOOD = re.compile(
    r"\b(?:comparable|similar|equal|equivalent|сопостав\w+|сравним\w+)\s(?:\w+\s){0,3}?(?:to|with|с)\s"
    r"(?:that of\s|those of\s)?"
    r"(?:the\s|benzodiazepine\s)*(?P<drug>[\w-]{6,})",
    re.IGNORECASE,
)
_LIKE = re.compile(r"\b(?:similar|same|equal\w*|as much as|as well as|did not differ|comparable)\b", re.IGNORECASE)
_NOT_SURE = re.compile(r"\b(?:whether|if|would|could|may|might|unless|should)\b", re.IGNORECASE)
_NO_CONDITION = frozenset(stems("acute chronic mild moderate severe patients disease disorder healthy syndrome men"))


class Verdicts:
    """Finds what trials of a compound are said to have come to, where no one study is cited for it."""

    def __init__(self, dataset: Dataset, names: Names, works: Works, studies: Studies) -> None:
        self.dataset, self.names, self.works, self.studies = dataset, names, works, studies
        self._null: dict[str, list[tuple[frozenset[str], Claim]]] = defaultdict(list)
        for compound in dataset.compounds.values():
            for claim in compound.claims:
                if claim.result == "null" and claim.kind == "effect" and self._of_people(claim):
                    self._null[compound.id].append((self._condition(claim), claim))

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield that a compound did no better than placebo in a condition, or as well as a drug, where that stands."""
        plain = sentence.plain
        if not sentence.compounds or sentence.cites or sentence.block.kind == "heading":
            return
        if seen.studies and all(study.told for study in seen.studies):
            yield from self.studies.went(sentence, seen)
        if seen.studies or not holds(sentence.low, _CUES) or len(plain) > LONGEST or sentence.asks:
            return
        compound = about(sentence, self.names)
        if not compound or refuted(plain) or _NOT_SURE.search(plain):
            return
        for hit in _NULL.finditer(plain):
            claim = None if seen.is_told(*hit.span()) else self._nothing(compound, plain)
            if claim:
                yield self._found(compound, claim, *hit.span())
                break
        like = _AS_GOOD.search(plain)
        if like and not seen.is_told(*like.span()):
            drug = like["drug"].lower()
            for claim in self.dataset.compounds[compound].claims:
                if drug in claim.text.lower() and _LIKE.search(claim.text):
                    yield self._found(compound, claim, *like.span())
                    break

    def _nothing(self, compound: str, plain: str) -> Claim | None:
        """Return what came to nothing in a condition that a sentence names, on the thing that it names, if any."""
        own, named = stems(_in_english(plain)), things(plain)
        fitting: list[tuple[int, Claim]] = []
        for condition, claim in self._null.get(compound, ()):
            shared = own & condition
            of_condition = things(" ".join(self._conditions(claim)))
            told = things(claim.text) | of_condition
            if shared and (not named - of_condition or named & told):
                fitting.append((len(own & stems(claim.text)) + 2 * len(shared), claim))
        return max(fitting, key=lambda item: (item[0], item[1].id))[1] if fitting else None

    def _found(self, compound: str, claim: Claim, start: int, end: int) -> Found:
        name, key = self.dataset.compounds[compound].name, claim.references[0]
        told = f"{name}: {claim.text} {described(self.works.references[key])}."
        return Found(start, end, "statement", "matches", told, key)

    def _of_people(self, claim: Claim) -> bool:
        designs = self.dataset.designs
        references = [self.works.references[key] for key in claim.references]
        subjects = {designs[one.design[0]].subject for one in references}
        return bool(subjects & {"human", "secondary"}) and all(one.standing != "retracted" for one in references)

    def _conditions(self, claim: Claim) -> Sequence[str]:
        own = [self.works.references[key].condition or "" for key in claim.references]
        return (*own, claim.population or "")

    def _condition(self, claim: Claim) -> frozenset[str]:
        titles = [self.works.references[key].title for key in claim.references]
        names = stems(" ".join((*titles, *self._conditions(claim))))
        known = stems(" ".join(self._conditions(claim)))
        of_topic = stems(self.dataset.topics[claim.topic].label)
        return frozenset(word for word in (names & (known | of_topic)) | known if not word.isdigit()) - _NO_CONDITION


_ENGLISH = (
    ("инсульт", "stroke"), ("деменц", "dementia"), ("альцгеймер", "Alzheimer"), ("травм", "injury"),
    ("кровоизлиян", "haemorrhage"), ("шизофрен", "schizophrenia"), ("надъядерн", "supranuclear"),
    ("сепсис", "sepsis"), ("инфаркт", "infarction"), ("бессонниц", "insomnia"),
)  # fmt: skip


def _in_english(plain: str) -> str:
    """Return a text with the English words for the conditions that it names in Russian."""
    if plain.isascii():
        return plain
    low = plain.lower()
    return " ".join((plain, *(english for russian, english in _ENGLISH if russian in low)))
