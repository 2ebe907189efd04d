"""Lengths: how many residues a compound is said to have, in the words of any language, held against its sequence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...dataset.dataset import Dataset
from ...dataset.model import Compound
from ...notation import sequences
from ..article.names import Names
from ..article.sentences import Sentence
from ..residues import COUNTED, number_of
from ..tongues import denies
from ..wording import clauses, holds, refuted
from . import Found, Seen
from .subjects import subjects

_SIGNS = (
    "pept",
    "pépt",
    "пепт",
    "amino",
    "ammino",
    "acides amin",
    "аминокисл",
    "амінокисл",
    "residu",
    "resídu",
    "résidu",
    "aa",
    "building",
)
_NOT_OF = re.compile(
    r"\b(?:(?<!made )(?<!built )(?<!produced )(?<!formed )(?<!composed )(?<!constructed )from|of which|released?|"
    r"into|metabolites?|plus|than|unlike|against|first|last|terminal|differ\w*|shar\w+|exten\w+|"
    r"add(?:ed|ing|ition)|tail|cleav\w+|remov\w+|with (?:an?|the)|by an?|adição|adicional|añad\w+|com adição|"
    r"аналог\w*|производн\w+|на основе|analog(?:ue)?s? of|derivatives? of|"
    r"добавл\w+|присоедин\w+|последн\w+|перв\w+|с концев\w+|remain\w+|position|between|like|similar)\b[^.;]{0,25}$",
    re.IGNORECASE,
)
_IS = (
    r"(?:\s\([^()]{1,60}\))?\s?(?:\b(?:is|was|é|es|est|ist|jest|je|это|є)\b|:|-|\|)\s?(?:это\s)?(?:an?\s|the\s|"
    r"uma?\s|una?\s|eine?\s|"
    r"un\s|une\s)?(?:(?:synthetic|linear|short|small|stable|acetylated|modified|natural(?:ly[- ]occurring)?|capped|"
    r"sintétic[oa]|"
    r"synthétique|synthetisches|syntetyczny|syntetický|синтетическ\w+|active|endogenous|novel|stabili[sz]ed),?\s){0,4}"
)
_DIRECT = re.compile(_IS)
_PART = re.compile(
    r"[\s-](?:long\s)?(?:peptide|fragment|sequence|segment|chain|protein|region|version)\b", re.IGNORECASE
)


class Lengths:
    """Finds numbers of residues that no other check has told, in whatever language."""

    def __init__(self, dataset: Dataset, names: Names) -> None:
        self.dataset, self.names = dataset, names
        self._known = {key: known for key, one in dataset.compounds.items() if (known := _length_of(one))}

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield each number of residues that is the compound's own, and those said of it outright that are not."""
        plain = sentence.plain
        if sentence.cites or not holds(sentence.low, _SIGNS) or refuted(plain):
            return
        about = [key for key in subjects(sentence, self.names) if key in self._known]
        if not about or sentence.asks:
            return
        for hit in COUNTED.finditer(plain):
            start, end = hit.span()
            if seen.is_figured(start, end) or seen.is_cited(start) or self._denied(plain, start):
                continue
            compound = self._whose(sentence, start, about)
            if compound is None:
                continue
            count = number_of(hit)
            counts, told = self._known[compound]
            if count in counts:
                yield Found(start, end, "figure", "matches", told)
            elif self._outright(sentence, compound, start, end):
                yield Found(start, end, "figure", "differs", told)

    @staticmethod
    def _denied(plain: str, start: int) -> bool:
        low, high = next((span for span in clauses(plain) if span[0] <= start < span[1]), (0, len(plain)))
        return denies(plain, max(low, start - 40), min(high, start)) or _NOT_OF.search(plain, low, start) is not None

    def _whose(self, sentence: Sentence, start: int, about: list[str]) -> str | None:
        """Return the compound whose residues stand at a place: the last named before, in a row that of the row."""
        before = [mention for mention in sentence.named if mention.end <= start and mention.compound]
        if before:
            last = before[-1].compound
            return last if last in self._known and (last in about or start - before[-1].end <= 60) else None
        return about[0] if len(about) == 1 else None

    def _outright(self, sentence: Sentence, compound: str, start: int, end: int) -> bool:
        """Tell whether a number is said of a compound and of nothing else: `TB-500 is a 17-amino-acid fragment`."""
        plain = sentence.plain
        last = next((m for m in reversed(sentence.named) if m.end <= start and m.compound), None)
        if last is None or last.compound != compound or not _DIRECT.fullmatch(plain, last.end, start):
            return False
        if "sequence" in plain[last.end : start] or not self.dataset.compounds[compound].sequence:
            return False
        return plain[end : end + 1] in {"", " ", ".", ",", "-"} and (
            plain[start:end].lower().endswith(("peptide", "пептид")) or _PART.match(plain, end) is not None
        )


def _length_of(compound: Compound) -> tuple[frozenset[int], str] | None:
    """Return how many residues a compound may be said to have, and what the dataset says of it; None for a mixture."""
    sequence = compound.sequence
    if sequence:
        length = len(sequence.residues)
        told = f"{compound.name} has {length} residues: {sequences.three_letter(sequence.residues)}."
        # The residue that caps an end may be counted or not.
        return frozenset(
            {length, length + 1} if not sequence.plain and "X" not in sequence.residues else {length}
        ), told
    hit = COUNTED.search(compound.compound_class) or COUNTED.search(compound.summary)
    return (frozenset({number_of(hit)}), f"{compound.name}: {compound.summary}") if hit else None
