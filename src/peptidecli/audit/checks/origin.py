"""Origin: what a compound is said to derive from, held against the parent that the dataset gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...dataset.dataset import Dataset
from ..article.names import Names
from ..article.sentences import Sentence
from ..wording import denied, refuted
from . import Found, Seen

_FROM = re.compile(
    r"\b(?:derived from|derivative of|analog(?:ue)?s? of|based on|fragment of|made from|modelled on|modeled on|"
    r"contains)\s(?:the\s|a\s|an\s|human\s|natural(?:ly occurring)?\s|endogenous\s|synthetic\s|"
    r"immunomodulatory\s|tetrapeptide\s|peptide\s|"
    r"hormone\s){0,5}$"
)
_CALLED = re.compile(r"\s?(?::|-|,|\bis\b|\bwas\b)\s(?:an?\s|another\s|the\s)?(?:synthetic\s)?", re.IGNORECASE)
_DERIVED = re.compile(r"[- ](?:derived|derivative|analog(?:ue)?|based)\b", re.IGNORECASE)
"""`Selank: a tuftsin-derived peptide`."""
FAR = 90
"""Characters within which a compound stands before what it is said to derive from."""


class Origin:
    """Finds a parent that is not the compound's own."""

    def __init__(self, dataset: Dataset, names: Names) -> None:
        self.dataset, self.names = dataset, names

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield that a compound derives from another than the one that is named as its parent."""
        if len(sentence.named) < 2:
            return
        named = [mention for mention in sentence.named if mention.compound]
        if len(named) < 2 or sentence.listed or refuted(sentence.plain) or seen.stated:
            return
        for first, second in pairwise(named):
            if first.compound == second.compound or second.start - first.end > FAR:
                continue
            between = sentence.plain[first.end : second.start]
            said = _FROM.search(between) or (_CALLED.fullmatch(between) and _DERIVED.match(sentence.plain, second.end))
            own = self.names.parent(first.compound or "")
            if not said or not own or second.compound == own or re.search(r"[.;]|\band\b|\bwhile\b", between):
                continue
            if not denied(sentence.plain, first.end, second.end):
                names = self.dataset.compounds
                child, parent = names[first.compound or ""].name, names[second.compound or ""].name
                detail = f"{child} derives from {names[own].name}, not from {parent}."
                yield Found(first.start, second.end, "statement", "differs", detail)
