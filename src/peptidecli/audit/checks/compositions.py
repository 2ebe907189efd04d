"""Compositions: what a compound is made of: its residues named in words, and what it is wrongly said to contain."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ...dataset.dataset import Dataset
from ...notation import sequences
from ..article.names import Names
from ..article.sentences import Sentence
from ..knowledge import stated
from ..residues import Chain, chains
from ..wording import holds, refuted
from . import Found, Seen
from .subjects import subjects

_OF_IT = re.compile(
    r"pept|пептид|sequence|sequência|secuencia|Sequenz|sekwencj|sekvenc|последовательн|consist|compos|compost|"
    r"compuest|made of|made up|"
    r"includ|contain|состо|содерж|zbudowan|aminoácid|amino acid|аминокислот|besteh|structure|структур|formed by|formad",
    re.IGNORECASE,
)
"""What tells that the residues named behind it are those of the compound."""
_ALL_L = re.compile(
    r"\b(?:all|все|всі)\s(?:[\w-]+\s){0,2}?(?:amino[- ]acids|residues|аминокислоты|амінокислоти)\s(?:[\w-]+\s){0,4}?"
    r"L-?\s?(?:форм\w*|form|configur\w*|isomer\w*|конфигурац\w*)",
    re.IGNORECASE,
)
"""What says of which hand the residues are; the sequences of the dataset are of L-amino acids."""
_CONTAINS = re.compile(
    r"\b(?:contain(?:s|ing)?|includ(?:es|ing)|compris(?:es|ing)|composed of|consist(?:s|ing) of|mixture of|made up of|"
    r"rich in|(?:combination|cocktail|blend) of|delivers|provides|supplies|contiene|cont[eé]m|contient|enthält|zawiera|"
    r"obsahuje|contenente)\b|\b(?:содерж\w+|в состав\w*|включа\w+|состоит из|містить)|"
    r"\b(?:composition|contents?)\s?[:|]",
    re.IGNORECASE,
)
_NOT_IN_IT = re.compile(
    r"\b(?:like|similar|mimic\w*|resembl\w*|acts?|acting|effects?|activit\w+|express\w*|levels?|increas\w*|rais\w*|"
    r"neither|elevat\w*|stimul\w*|up-?regul\w*|promot\w*|enhanc\w*|activat\w*|modulat\w*|support\w*|no|not|none|nor|"
    r"pathways?|signal\w*|receptors?|releas\w*|produc\w*|more|less|не|нет|экспресси\w*|уров\w+|подобн\w*|mimet\w*|"
    r"imit\w*|aç(?:ão|ões)|acci[oó]n\w*|"
    r"semelhant\w*|ähnlich\w*|wirk\w*|имитир\w*|действ\w*|działa\w*|podobn\w*|повыш\w*|стимул\w*)\b",
    re.IGNORECASE,
)
"""Words of a sentence that says of a thing anything but that it is in a compound."""
_HEDGED = re.compile(
    r"\b(?:whether|if|may|might|could|thought|said|claim\w*|believed|suppos\w*|purport\w*|tested)\b", re.IGNORECASE
)
_OPENS = re.compile(
    r"\W*(?:(?:It|This \w+|The (?:preparation|drug|product|mixture|formulation|solution|compound|medicine))\b"
    r"[^.;:]{0,60}|[^.;:]{0,12})",
    re.IGNORECASE,
)
_IN_FULL = {
    "BDNF": r"brain[- ]derived neurotrophic factor",
    "NGF": r"nerve growth factor",
    "CNTF": r"ciliary (?:neurotrophic|nerve growth) factor",
    "GDNF": r"glial[- ](?:cell[- ])?(?:line[- ])?derived neurotrophic factor",
}
_SAID_TO_CONTAIN = re.compile(r"\scontains\s((?:[A-Z]{2,}(?:,\s|\sand\s)?)+)$")
_ABSENT = re.compile(r"[^.;,]{0,25}\b(?:not|no|never|absent|не|нет)\b", re.IGNORECASE)
FURTHER = 60
"""Characters between two things that a compound is said to contain."""
WITHIN = 160
"""Characters within which what a compound is said to contain stands behind the word for it."""


class Compositions:
    """Finds chains and lists of residues in words, and says whose they are or which residue is another."""

    def __init__(self, dataset: Dataset, names: Names) -> None:
        self.dataset, self.names = dataset, names
        self._sequences = {
            key: one.sequence.residues
            for key, one in dataset.compounds.items()
            if one.sequence and len(one.sequence.residues) > 2
        }
        self._foreign = [
            (
                statement,
                re.compile(
                    "|".join(
                        _IN_FULL.get(name, name) + rf"|\b{name}\b" for name in said[1].replace("and", ",").split(", ")
                    )
                ),
            )
            for statement in dataset.statements.values()
            if statement.verdict == "contradicted" and (said := _SAID_TO_CONTAIN.search(statement.text))
        ]

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield the residues that a sentence names in words of the compound that it is about."""
        plain = sentence.plain
        if sentence.cites or refuted(plain) or sentence.asks:
            return
        yield from self._contained(sentence, seen)
        hand = _ALL_L.search(plain) if "L" in plain and holds(sentence.low, ("all ", "все ", "всі ")) else None
        if hand:
            for key in (key for key in subjects(sentence, self.names) if key in self._sequences):
                yield Found(
                    *hand.span(), "statement", "matches", f"{self._told(key)} All its residues are of the L-form."
                )
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

    def _contained(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield that a compound is said to contain what the dataset says is not in it."""
        plain = sentence.plain
        for statement, things in self._foreign:
            key = statement.compounds[0]
            if key not in {*sentence.compounds, sentence.subject} or seen.stated or not things.search(plain):
                continue
            last = next((m.end for m in reversed(sentence.named) if m.compound == key), 0)
            before = min((m.start for m in sentence.named if m.compound), default=len(plain))
            for cue in _CONTAINS.finditer(plain, last, len(plain) if key in sentence.compounds else before):
                hits = list(things.finditer(plain, cue.end(), cue.end() + WITHIN))
                while hits and (more := things.search(plain, hits[-1].end(), hits[-1].end() + FURTHER)):
                    hits.append(more)
                between = plain[last : cue.start()]
                if (
                    not hits
                    or _ABSENT.match(plain, hits[-1].end())
                    or re.search(r"[.;]\s", plain[cue.end() : hits[0].start()])
                    or _HEDGED.search(plain, 0, cue.start())
                    or _NOT_IN_IT.search(plain, last, hits[-1].end())
                    or re.search(r"[.;]\s", between)
                ):
                    continue
                if re.match(r"[)\s]*[- ](?:like|mimetic)", plain[hits[-1].end() :]) or not (
                    last or _OPENS.fullmatch(between)
                ):
                    continue
                detail = stated(statement)
                seen.stated = True
                yield Found(
                    cue.start(), hits[-1].end(), "statement", "differs", detail, next(iter(statement.references), None)
                )
                return

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
