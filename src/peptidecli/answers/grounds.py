"""What a hit of a search rests on: how deep its papers were read, where the claim stands in them, how sure it is."""

from __future__ import annotations

from typing import NamedTuple, get_args

from ..dataset.dataset import Dataset
from ..dataset.model import Claim, Reading
from .certainty import Word, of_studies
from .studies import PEOPLE, Study, studies

_DEPTHS = get_args(Reading)


class Ground(NamedTuple):
    """How deep (of several papers the one read deepest), where, and how sure one may be of the claim's topic."""

    read: Reading | None = None
    at: str | None = None
    certainty: Word | None = None


class Grounds:
    """Tells what stands behind claims and references; a compound's studies are gone through once."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._claims: dict[str, dict[str, Claim]] = {}
        self._studies: dict[str, tuple[Study, ...]] = {}
        self._words: dict[tuple[str, str], tuple[Word, Word]] = {}

    def of_reference(self, key: str) -> Ground:
        """Return how deep a reference was read."""
        return Ground(read=self._dataset.references[key].read)

    def of_claim(self, compound: str, key: str) -> Ground:
        """Return what stands behind a claim of a compound."""
        if compound not in self._claims:
            held = self._dataset.compounds[compound]
            self._claims[compound] = {claim.id: claim for claim in held.claims}
            self._studies[compound] = studies(self._dataset, held)
        claim = self._claims[compound].get(key)
        if claim is None:
            return Ground()
        reads = [read for read in (self._dataset.references[name].read for name in claim.references) if read]
        told = [study for study in self._studies[compound] if study.topic == claim.topic]
        word: Word | None = None
        if own := next((study for study in told if key in study.claims), None):
            if (compound, claim.topic) not in self._words:
                people, animals = of_studies(self._dataset, self._dataset.compounds[compound], told)
                self._words[compound, claim.topic] = (people.word, animals.word)
            word = self._words[compound, claim.topic][own.kind not in PEOPLE]
        return Ground(read=min(reads, key=_DEPTHS.index, default=None), at=claim.at, certainty=word)
