"""Compositions: the residues of a compound named in words, as a chain or as a list, held against its sequence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ...dataset.dataset import Dataset
from ...notation import sequences
from ..article.names import Names
from ..article.sentences import Sentence
from ..residues import Chain, chains
from ..wording import refuted
from . import Found, Seen
from .subjects import subjects

_OF_IT = re.compile(
    r"pept|пептид|sequence|sequência|secuencia|Sequenz|sekwencj|sekvenc|последовательн|consist|compos|compost|"
    r"compuest|made of|made up|"
    r"includ|contain|состо|содерж|zbudowan|aminoácid|amino acid|аминокислот|besteh|structure|структур|formed by|formad",
    re.IGNORECASE,
)
"""What tells that the residues named behind it are those of the compound."""


class Compositions:
    """Finds chains and lists of residues in words, and says whose they are or which residue is another."""

    def __init__(self, dataset: Dataset, names: Names) -> None:
        self.dataset, self.names = dataset, names
        self._sequences = {
            key: one.sequence.residues
            for key, one in dataset.compounds.items()
            if one.sequence and len(one.sequence.residues) > 2
        }

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield the residues that a sentence names in words of the compound that it is about."""
        plain = sentence.plain
        if sentence.cites or refuted(plain) or sentence.asks:
            return
        found = chains(plain, sentence.low)
        about = [key for key in subjects(sentence, self.names) if key in self._sequences] if found else []
        for chain in found:
            if seen.is_figured(chain.start, chain.end) or seen.is_cited(chain.start):
                continue
            fitting = next((key for key in about if _fits(chain, self._sequences[key])), None)
            if fitting:
                yield Found(chain.start, chain.end, "figure", "matches", self._told(fitting))
            elif len(about) == 1 and self._differs(plain, chain, self._sequences[about[0]]):
                yield Found(chain.start, chain.end, "figure", "differs", self._told(about[0]))

    @staticmethod
    def _differs(plain: str, chain: Chain, own: str) -> bool:
        """Tell whether residues are a compound's but for one: as many as it has, and said to be those of it."""
        if len(chain.residues) != len(own) or not _OF_IT.search(plain, max(0, chain.start - 60), chain.start):
            return False
        others = Counter(chain.residues) - Counter(own)
        return sum(others.values()) == 1 or (
            chain.ordered and 0 < sum(a != b for a, b in zip(chain.residues, own, strict=True)) <= 2
        )

    def _told(self, compound: str) -> str:
        residues = self._sequences[compound]
        return f"{self.dataset.compounds[compound].name}: {sequences.three_letter(residues)} ({residues})."


def _fits(chain: Chain, own: str) -> bool:
    return chain.residues == own or (not chain.ordered and Counter(chain.residues) == Counter(own))
