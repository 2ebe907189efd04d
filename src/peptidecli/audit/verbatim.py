"""Sentences that stand word for word in what the dataset says itself, which no finding can call wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from ..dataset.dataset import Dataset
from ..dataset.model import Compound
from .article.blocks import plain_of
from .article.sentences import Sentence, spans

FEWEST = 3
"""Words from which a sentence says something by itself."""


class Verbatim:
    """The dataset's own sentences, by compound; made ready where the first is asked for."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset

    def holds(self, sentence: Sentence, article: Iterable[str]) -> bool:
        """Tell whether the dataset says a sentence of one of its compounds, or, where it has none, of the article's."""
        # A table gives its rows to other columns, and a heading is no sentence.
        if sentence.cites or sentence.block.kind in {"heading", "row", "record", "entry"}:
            return False
        of = self._said.get(_key(sentence.plain))
        return of is not None and not of.isdisjoint(sentence.compounds or article)

    @cached_property
    def _said(self) -> dict[str, set[str]]:
        said: dict[str, set[str]] = defaultdict(set)
        for text, compounds in self._texts():
            plain = plain_of(text)
            for start, end in spans(plain):
                if plain.count(" ", start, end) >= FEWEST - 1:
                    said[_key(plain[start:end])].update(compounds)
        return dict(said)

    def _texts(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield what the dataset says, each with its compounds; what it only tells of others is not among it."""
        for compound in self.dataset.compounds.values():
            for text in _of(compound):
                yield text, (compound.id,)
        for statement in self.dataset.statements.values():
            yield statement.explanation, statement.compounds
            yield statement.evidence, statement.compounds
        for entry in self.dataset.untraced.values():
            yield entry.explanation, entry.compounds


def _of(compound: Compound) -> Iterator[str]:
    yield from (compound.summary, compound.primary_mechanism, compound.distinction)
    yield from (claim.text for claim in compound.claims)
    yield from (remark.text for remark in (*compound.limitations, *compound.questions))
    yield from (approach.text for approach in (*compound.pathways, *compound.frameworks))
    yield from (question.answer for question in compound.faq)
    yield from (relative.text for relative in compound.relatives)
    yield from (event.event for event in compound.regulatory)


def _key(plain: str) -> str:
    """Return a sentence without what may stand around it."""
    return " ".join(plain.split()).strip(" .;")
