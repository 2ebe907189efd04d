"""Questions people ask, and the answers that come nearest to one."""

from __future__ import annotations

from .errors import NotFoundError
from .model import Dataset, Faq, Record
from .textsearch import Matcher, text

FEWEST_OF_BEST = 0.5
"""An answer counts when it holds at least this part of what the question's words are worth."""

MOST = 3
"""How many answers one question gets."""


class Answered(Record, frozen=True):
    """A question with its answer, the compound under which it stands, and how well it meets what was asked (0-1)."""

    compound: str
    faq: Faq
    score: float


class Faqs(Record, frozen=True):
    """The answer to `peptide faq`."""

    question: str | None
    answers: tuple[Answered, ...]


def faqs(dataset: Dataset, question: str | None = None) -> Faqs:
    """Return all questions with answers, or the best answers to one; raise NotFoundError when none comes near."""
    every = [(compound.id, compound.name, faq) for compound in dataset.compounds.values() for faq in compound.faq]
    if not question:
        return Faqs(question=None, answers=tuple(Answered(compound=c, faq=f, score=1.0) for c, _, f in every))
    texts = [text(faq.question, f"{name} {faq.answer}") for _, name, faq in every]
    matcher = Matcher(question, texts)
    best = matcher.best() or 1.0
    scored = [
        Answered(compound=compound, faq=faq, score=round(matcher.score(words, every=False) / best, 3))
        for (compound, _, faq), words in zip(every, texts, strict=True)
    ]
    ranked = sorted((a for a in scored if a.score >= FEWEST_OF_BEST), key=lambda a: (-a.score, len(a.faq.question)))
    if not ranked:
        raise NotFoundError(f"No question comes near {question!r}. See all: peptide faq; or search: peptide search ...")
    return Faqs(question=question, answers=tuple(ranked[:MOST]))
