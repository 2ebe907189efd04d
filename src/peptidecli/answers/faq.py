"""Questions people ask, and the answers that are about the compound asked and the thing asked."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from ..dataset.dataset import Dataset
from ..dataset.model import Faq, Record
from ..errors import NotFoundError
from ..notation.words import fold, searched
from .lexicon import Lexicon
from .own import own_entries
from .refusals import nothing
from .search import Hit, search
from .understanding import Understood, asked_for, understand

NEAR = 0.5
"""An answer counts when its question shares at least this part of what was asked."""

MOST = 3
"""How many answers one question gets."""


class Answered(Record, frozen=True):
    """A question with its answer, the compound under which it stands, and how well it meets what was asked (0-1).

    `own` tells that the user's own data have brought or changed it.
    """

    compound: str
    faq: Faq
    score: float
    own: bool = False


class Faqs(Record, frozen=True):
    """The answer to `peptide faq`: answers that fit the question; where none does, what the dataset says instead."""

    question: str | None
    answers: tuple[Answered, ...]
    hits: tuple[Hit, ...] = ()
    understood: Understood | None = None


def faqs(dataset: Dataset, question: str | None = None) -> Faqs:
    """Return all questions with answers, those of a compound, or what answers one.

    Raises NotFoundError when the dataset has no answer.
    """
    asked = fold(question or "")
    every = [(compound.id, faq) for compound in dataset.compounds.values() for faq in compound.faq]
    if not question:
        return Faqs(question=None, answers=_marked(dataset, [Answered(compound=c, faq=f, score=1.0) for c, f in every]))
    lexicon = Lexicon(dataset)
    understood = understand(dataset, question, lexicon)
    if held := [Answered(compound=c, faq=f, score=1.0) for c, f in every if fold(f.question) == asked]:
        return Faqs(question=question, answers=_marked(dataset, held), understood=understood)
    if len(understood.compounds) == 1 and not (understood.facets or understood.words or understood.unknown):
        # A name and nothing else asks for all that is asked of the compound.
        of = [Answered(compound=c, faq=f, score=1.0) for c, f in every if c in understood.compounds]
        if of:
            return Faqs(question=question, answers=_marked(dataset, of), understood=understood)
    found = search(dataset, question, limit=5)
    scored = [
        Answered(compound=compound, faq=faq, score=round(score, 3))
        for compound, faq in every
        if (score := _nearness(understood, understand(dataset, faq.question, lexicon))) >= NEAR
        and _speaks_of(understood, faq)
    ]
    ranked = sorted(scored, key=lambda item: (-item.score, len(item.faq.question)))[:MOST]
    if not ranked and not found.answered:
        raise NotFoundError(nothing(dataset, found.understood))
    best = _marked(dataset, [item for item in ranked if item.score >= ranked[0].score - 0.2])
    return Faqs(question=question, answers=best, hits=() if best else found.hits, understood=understood)


def _marked(dataset: Dataset, answers: Sequence[Answered]) -> tuple[Answered, ...]:
    """Return answers with what is the user's own marked."""
    own = {key: own_entries(dataset, key, "faq") for key in {item.compound for item in answers}}
    return tuple(
        msgspec.structs.replace(item, own=True) if item.faq.id in own[item.compound] else item for item in answers
    )


def _speaks_of(asked: Understood, faq: Faq) -> bool:
    """Tell whether an answer is of what was named: whether piracetam is safe is not told by whether Cortexin is."""
    named = {part for word in (*asked.words, *asked.strangers, *asked.unknown) for part in word.lower().split()}
    if asked.compounds or not named:
        return True
    said = set(searched(f"{faq.question} {faq.answer}").split())
    return any(word.startswith(name) for word in said for name in named)


def _nearness(asked: Understood, held: Understood) -> float:
    """Return how much two questions ask the same (0-1): of the same compounds, else not at all."""
    if not set(asked.compounds) <= set(held.compounds) or (held.compounds and not asked.compounds):
        return 0.0
    first, second = asked_for(asked), asked_for(held)
    if not first and not second and len(asked.compounds) > 1:
        return float(set(asked.compounds) == set(held.compounds))  # of both, and no more: are they the same?
    if not first & second:
        return 0.0
    extra = len(set(held.compounds) - set(asked.compounds))
    return max(0.0, len(first & second) / len(first | second) - 0.1 * extra)
