"""Lengths: how many residues a compound is said to have, in the words of any language, held against its sequence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...dataset.dataset import Dataset
from ...dataset.model import Compound
from ...notation import sequences
from ...notation.words import fold
from ..article.names import Names
from ..article.sentences import Sentence
from ..ownership import set_against
from ..residues import COUNTED, OF_A_PARENT, counts_as, number_of
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
    "-mer",
    "残基",
    "酸",
    "肽",
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
    r"['\"]?(?:\s\([^()]{1,60}\))?\s?(?:\b(?:is|was|é|es|est|ist|jest|je|это|є)\b|:|-|\|)\s?(?:это\s)?(?:an?\s|the\s|"
    r"uma?\s|una?\s|eine?\s|"
    r"un\s|une\s)?(?:(?:synthetic|linear|short|small|stable|acetylated|modified|natural(?:ly[- ]occurring)?|capped|"
    r"sintétic[oa]|"
    r"synthétique|synthetisches|syntetyczny|syntetický|синтетическ\w+|active|endogenous|novel|stabili[sz]ed),?\s){0,4}"
)
_DIRECT = re.compile(
    rf"{_IS}|{_IS}(?:[\w-]+\s){{0,3}}(?:peptide|fragment|compound|molecule)\s(?:corresponding to|representing|that is|"
    r"consisting of|composed of|comprising)\s(?:the\s|an?\s)?(?:(?:active|core|key|short|central)\s)?|"
    rf"{_IS}(?:[\w-]+\s){{0,2}}(?:peptide?s?|péptido|peptídeo|peptyd|пептид)\s(?:of|aus|de|di|z|ze|из|з|with)\s"
)
_OF_IT = re.compile(
    r"\b(?:parents?|precursors?|relatives?|fragments?|parts?|metabolites?) of (?:\w+ )?$", re.IGNORECASE
)
"""What stands before a compound where a kin of it is meant: `the parent of P21`."""
_CHAIN_OF = re.compile(r"(?:peptide?s?|péptido|peptídeo|peptyd|пептид)\s\S+\s$", re.IGNORECASE)
_MIXTURE = "mixture"
_NATURAL = re.compile(r"\b(?:natural|naturally|endogenous|природн\w+|эндогенн\w+)\b", re.IGNORECASE)
NEAR = 20
"""Characters within which another compound stands behind a number that may be its own."""
BEHIND = 12
"""Characters within which the compound stands behind a number that is of a part of it."""
_OPENS = re.compile(
    r"\W*(?:(?:class|type|structure|description|summary|category|what it is|overview|name|класс|тип|структура|состав|"
    r"its (?:sequence|structure) is)\W{1,5})?(?:(?:an?|un|una|um|uma|ein|eine|это|\w+-(?!like\b|derived\b)\w+|"
    r"synthetic|sintétic[oa]|synthetisch\w*|syntetyczn\w*|синтетическ\w+|short|small|tiny|linear|cyclic|stable|"
    r"modified|acetylated|"
    r"amidated|capped|orally|active|bioactive|biologically|lipophilic|hydrophilic|cationic|endogenous|natural|"
    r"naturally|"
    r"occurring|neuro\w+|nootropic|anxiolytic|novel|potent|regulatory|peptide|stabili[sz]ed|therapeutic|"
    r"investigational|"
    r"research|experimental|russian|khavinson|gastric|ultrashort|ноотропн\w+|коротк\w+|регуляторн\w+|нейро\w+|"
    r"природн\w+|эндогенн\w+),?[\s-]+){0,7}\(?$",
    re.IGNORECASE,
)
"""What opens a sentence or a field that says what the subject is: `Class: endogenous neuropeptide (decapeptide`."""
_OF_ITS_OWN = re.compile(
    r"\W{0,2}$|[.;:,)]|\s(?:\(|(?:analog(?:ue)?|deriv\w+|that|which|structure|made|developed|designed|used|sold|based|"
    r"compound|drug|of\s(?:\w+\s)?(?:origin|nature)|with|from|for|in|bioregulator|nootropic|consisting|composed|"
    r"studied|known)\b)",
    re.IGNORECASE,
)
_ANOTHERS = re.compile(r",?\s\(?(?:(?:called|named|known as)\s)?(?:[A-Z]|angiotensin|tuftsin|cholecyst)")
"""A name behind a number of residues: `a hexapeptide, angiotensin IV`."""
_PART = re.compile(
    r"[\s-](?:long\s|actin-binding\s|active\s|binding\s)?(?:peptide|fragment|sequence|segment|chain|protein|region|"
    r"version)\b",
    re.IGNORECASE,
)


class Lengths:
    """Finds numbers of residues that no other check has told, in whatever language."""

    def __init__(self, dataset: Dataset, names: Names) -> None:
        self.dataset, self.names = dataset, names
        self._relatives = {
            fold(name): (number_of(hit), f"{relative.name}: {relative.text}")
            for one in dataset.compounds.values()
            for relative in one.relatives
            if (hit := COUNTED.search(relative.text))
            for name in (relative.name, *relative.aliases)
        }
        self._known = {key: known for key, one in dataset.compounds.items() if (known := _length_of(one))}

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield each number of residues that is the compound's own, and those said of it outright that are not."""
        plain = sentence.plain
        if sentence.cites or not holds(sentence.low, _SIGNS) or refuted(plain):
            return
        about = [key for key in subjects(sentence, self.names) if key in self._known]
        if sentence.asks or not (about or any(not mention.compound for mention in sentence.named)):
            return
        for hit in COUNTED.finditer(plain):
            start, end = hit.span()
            if seen.is_figured(start, end) or seen.is_cited(start) or self._denied(plain, start):
                continue
            told = self._of_relative(sentence, hit)
            if told:
                yield Found(start, end, "figure", "matches", told)
                continue
            compound = self._whose(sentence, start, about)
            if compound is None:
                continue
            count = number_of(hit)
            counts, told = self._known[compound]
            if count in counts:
                yield Found(start, end, "figure", "matches", told)
            elif not OF_A_PARENT.match(plain, end) and self._outright(sentence, compound, start, end):
                yield Found(start, end, "figure", "differs", told)

    def _of_relative(self, sentence: Sentence, hit: re.Match[str]) -> str | None:
        """Return what the dataset says of a relative that is named right before the right number of its residues."""
        last = next((m for m in reversed(sentence.named) if m.end <= hit.start()), None)
        if last is None or last.compound or not _DIRECT.fullmatch(sentence.plain, last.end, hit.start()):
            return None
        count, told = self._relatives.get(fold(sentence.plain[last.start : last.end]), (0, ""))
        return told if count == number_of(hit) else None

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
        own = self.dataset.compounds[compound]
        if not (own.sequence or _MIXTURE in own.compound_class) or _ANOTHERS.match(plain, end):
            return False
        if any(0 <= mention.start - end <= BEHIND for mention in sentence.named if mention.compound == compound):
            return False  # `A pentapeptide of BPC-157` is a part of it.
        others = [m for m in sentence.named if m.compound and m.compound != compound and 0 <= m.start - end <= NEAR]
        if others and " of " not in plain[end : others[0].start]:
            return False
        word = plain[start:end].lower().endswith(("peptide", "пептид"))
        last = next((m for m in reversed(sentence.named) if m.end <= start and m.compound), None)
        if last is None:
            opens = sentence.subject == compound and _OPENS.fullmatch(plain, 0, start)
            if opens and _NATURAL.search(opens[0]) and (own.parent or "ynthetic" in own.compound_class + own.summary):
                return False  # A natural peptide is what a synthetic one is modelled on.
            return bool(opens) and (
                (word and _OF_ITS_OWN.match(plain, end) is not None) or _PART.match(plain, end) is not None
            )
        if last.compound != compound or not _DIRECT.fullmatch(plain, last.end, start):
            return False
        if set_against(sentence, start):
            return False  # `KPV vs BPC-157: a tripeptide against ...` begins with what the first is.
        if "sequence" in plain[last.end : start] or _OF_IT.search(plain, max(0, last.start - 30), last.start):
            return False
        whole = word or _PART.match(plain, end) is not None or _CHAIN_OF.search(plain, last.end, start) is not None
        return plain[end : end + 1] in {"", " ", ".", ",", "-"} and whole


def _length_of(compound: Compound) -> tuple[frozenset[int], str] | None:
    """Return how many residues a compound may be said to have, and what the dataset says of it; None for a mixture."""
    sequence = compound.sequence
    if sequence:
        length = len(sequence.residues)
        counts = {count for count in (length, length + 1) if counts_as(sequence, count)}
        told = f"{compound.name} has {length} residues: {sequences.three_letter(sequence.residues)}."
        return frozenset(counts), told
    if _MIXTURE in compound.compound_class:
        return frozenset(), f"{compound.name}: {compound.summary}"
    hit = COUNTED.search(compound.compound_class) or COUNTED.search(compound.summary)
    return (frozenset({number_of(hit)}), f"{compound.name}: {compound.summary}") if hit else None
