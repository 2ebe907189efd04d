"""Forms: in which form a compound is given, and what kind of medicine it is called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...dataset.dataset import Dataset
from ...dataset.model import Compound
from ..article.names import Names
from ..article.sentences import Sentence
from ..wording import denied, holds, refuted
from . import Found, Seen
from .claims import about

_PARTS = ("drop", "tablet", "капл", "таблет", "xioly", "nootrop", "ксиолит", "ноотроп")
_IS = r"(?:\b(?:is|are|was)|\s-|:|^это)\s(?:[\w-]+,?\s){0,4}?"
_FORMS = (
    (re.compile(r"\bnasal drops\b|\bкап\w+ назальн\w+|\bназальн\w+ кап\w+|\bкап\w+ в нос\b", re.IGNORECASE),
     re.compile(r"\bnasal drops\b", re.IGNORECASE)),
    (re.compile(r"\btablets\b|\bтаблет\w+", re.IGNORECASE), re.compile(r"\btablets?\b", re.IGNORECASE)),
    (re.compile(r"\b(?:sterile\s|ophthalmic\s)*eye[- ]drops?(?:\sformulation)?\b|\bглазн\w+ кап\w+", re.IGNORECASE),
     re.compile(r"\beye drops\b", re.IGNORECASE)),
    (re.compile(rf"{_IS}(?P<it>(?:peptide\s)?(?:anxiolytic|анксиолитик)\w*)\b", re.IGNORECASE),
     re.compile(r"\banxiolytic\b", re.IGNORECASE)),
    (re.compile(rf"{_IS}(?P<it>(?:peptide\s)?(?:nootropic|ноотроп)\w*)\b", re.IGNORECASE),
     re.compile(r"\bnootropic\b", re.IGNORECASE)),
)  # fmt: skip
"""How a text puts it, and how the dataset does."""


class Forms:
    """Finds the form and the kind of the compound that a sentence is about, where the dataset has the same."""

    def __init__(self, dataset: Dataset, names: Names) -> None:
        self.dataset, self.names = dataset, names

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield each form or kind of a sentence that is the compound's own."""
        plain = sentence.plain
        if not holds(sentence.low, _PARTS) or sentence.cites or not sentence.compounds:
            return
        compound = about(sentence, self.names)
        if not compound or refuted(plain) or sentence.asks:
            return
        own = self.dataset.compounds[compound]
        for said, held in _FORMS:
            hit = said.search(plain)
            if not hit or denied(plain, *hit.span()):
                continue
            start, end = hit.span("it") if "it" in said.groupindex else hit.span()
            text = next((text for text in _texts(own) if held.search(text)), None)
            if text and not seen.is_cited(start) and not seen.is_told(start, end):
                yield Found(start, end, "statement", "matches", f"{own.name}: {text}")


def _texts(compound: Compound) -> Iterator[str]:
    """Yield what the dataset says of a compound's form and kind."""
    yield compound.summary
    yield from (f"{fact.label}: {fact.value}" for fact in compound.facts)
    yield from (event.event for event in compound.regulatory)
