"""Systematic names: what a molecule, or a capped variant of it, is called by its parts, in any order and language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...dataset.dataset import Dataset
from ..article.names import Names
from ..article.sentences import Sentence
from ..tongues import denies
from ..wording import holds, refuted
from . import Found, Seen
from .subjects import subjects

_ETHYL = (
    r"ethyl[- ]?ester|eth?yl(?:ov)?[yý]?[- ]?ester|этилов\w+ эфир\w*|éster et[ií]lico|ester etylow\w+|ester d'éthyle|"
    r"ethylester|-OEt\b|ethyl (?=1-|N-)"
)
_PARTS: dict[str, tuple[str, ...]] = {
    "noopept": (
        r"(?:ph|f)en[yi]l?-?\(?ac[eé]t[yi]l\)?\w*|фенил-?ацетил\w*|phenacetyl|benzylcarbonyl",
        r"prol[yi]l|пролил|-Pro-|Pro-?Gly",
        r"gl[yi]cin\w*|глицин\w*|-Gly\b|Gly-OEt",
        _ETHYL + r"|OEt",
    ),
    "dihexa": (
        r"hexano[yi](?:l|c)\w*|1-oxohexyl|гексаноил\w*|hexanoil\w*|caproyl",
        r"tyr(?:os[yi]l)?|tiros[iy]l|тирозил|-Tyr-",
        r"iso?leuc[yi]\w*|\bIle\b|изолейц\w*",
        r"amino[- ]?hexan\w*|\bAhx\b|6-oxohexyl|аминогексан\w*|aminocapro\w*",
    ),
    "elamipretide": (
        r"d-?arg(?:in[yi]l)?\b|D-аргинил",
        r"dimet[hy]*[yi]l?-?(?:L-)?t[yi]r\w*|\bDmt\b|диметилтирозил|2',?6'-dimethyl\w*",
        r"\blys(?:yl)?\b|лизил",
        r"\bphe(?:nylalanin\w*)?(?:-?NH2|\samide|amide)?|фенилаланин\w*",
    ),
    "gb-115": (
        r"phenyl-?hexanoyl\w*|фенил-?гексаноил\w*|Ph\(CH2\)5CO",
        r"glyc[yi]l|глицил|\bGly\b",
        r"tr[yi]pto\w*|триптофан\w*|\bTrp\b",
        r"amid\w*|амид\w*|NH2",
    ),
    "p21": (r"\bAc-|acetyl", r"DGGL|Asp-Gly-Gly-Leu", r"AG\b|adamant\w*|адамант\w*"),
}
"""The parts of a molecule by the words for them; a name of it has them all, in whatever order."""
_PATTERNS = {key: [re.compile(part, re.IGNORECASE) for part in parts] for key, parts in _PARTS.items()}
_SIGNS = ("phen", "fen", "фен", "hexan", "гекс", "benzyl", "1-oxo", "capro", "arg", "арг", "dggl", "asp-gly", "hexyl")
LONGEST = 100
"""Characters within which the parts of a name stand."""


_LACKING = {
    "noopept": r"(?<!phenyl)(?<!phenyl-)(?<!фенил)(?<!фенил-)(?:acetyl|ацетил)-?(?:L-)?",
    "gb-115": r"(?<!phenyl)(?<!phenyl-)(?<!фенил)(?<!фенил-)(?:hexanoyl|гексаноил)-?(?:L-)?",
}
"""The first part of a molecule without the phenyl group that it has."""
_WITHOUT = {key: re.compile(part, re.IGNORECASE) for key, part in _LACKING.items()}
_CAPS = {
    "acet": re.compile(
        r"\b(?:N-?)?acetylated\b|\bacetyl\s(?:group|cap)\b|ацетилир\w+|\bacetilad\w+|\bacetyliert\w*", re.IGNORECASE
    ),
    "amid": re.compile(r"\bamidated\b|\bC-terminal amide\b|амидир\w+|\bamidad\w+|\bamidiert\w*", re.IGNORECASE),
}
_VARIANT = re.compile(
    r"\b(?:variant|version|form|analog(?:ue)?|derivative|вариант\w*|аналог\w*|форм\w*)\b", re.IGNORECASE
)


class Systematic:
    """Finds systematic names of the compound that a sentence is about, as its parts make them."""

    def __init__(self, dataset: Dataset, names: Names) -> None:
        self.dataset, self.names = dataset, names
        self._variants = [
            (
                key,
                relative.name,
                relative.text,
                frozenset(cap for cap in _CAPS if cap in f"{relative.name} {relative.text}"),
            )
            for key, one in dataset.compounds.items()
            for relative in one.relatives
            if "acet" in relative.name.lower()
        ]

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield a stretch that has all the parts of the molecule; one that lacks a part is left alone."""
        plain = sentence.plain
        if not sentence.cites and holds(sentence.low, ("acet", "ацетил")) and not refuted(plain) and not sentence.asks:
            yield from self._variant(sentence, seen)
        if sentence.cites or not holds(sentence.low, _SIGNS) or refuted(plain):
            return
        about = set(subjects(sentence, self.names)) | ({sentence.subject} if sentence.subject else set())
        for key, parts in _PATTERNS.items():
            if key not in about:
                continue
            hits = [list(part.finditer(plain)) for part in parts]
            short = [] if hits[0] or key not in _WITHOUT else list(_WITHOUT[key].finditer(plain))
            if short and all(hits[1:]) and not seen.stated:
                near = [min(others, key=lambda hit: abs(hit.start() - short[0].start())) for others in hits[1:]]
                end = max(hit.end() for hit in near)
                behind = any(0 <= short[0].start() - m.end <= SHORT for m in sentence.named if m.compound == key)
                if behind and end - short[0].start() <= LONGEST:
                    detail = f"{self.dataset.compounds[key].name}: {self.dataset.compounds[key].summary}"
                    yield Found(short[0].start(), end, "statement", "differs", detail)
            if not all(hits):
                continue
            for first in hits[0]:
                near = [min(others, key=lambda hit: abs(hit.start() - first.start())) for others in hits[1:]]
                start, end = (
                    min(first.start(), *(hit.start() for hit in near)),
                    max(first.end(), *(hit.end() for hit in near)),
                )
                if end - start <= LONGEST and not seen.is_told(start, end) and not seen.is_cited(start):
                    compound = self.dataset.compounds[key]
                    yield Found(start, end, "statement", "matches", f"{compound.name}: {compound.summary}")
                    break

    def _variant(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield that a variant is said to have the caps that it has: `an acetylated analogue of Semax`."""
        plain = sentence.plain
        said = {cap: hit for cap, pattern in _CAPS.items() if (hit := pattern.search(plain))}
        if "acet" not in said or (not _VARIANT.search(plain) and not re.search("-termin", plain)):
            return
        for key, name, text, caps in self._variants:
            own = next((m for m in sentence.named if m.compound == key), None)
            if not own or caps != said.keys():
                continue
            start = min(hit.start() for hit in said.values())
            end = max(hit.end() for hit in said.values())
            end = own.end if 0 <= own.start - end <= SHORT else end
            if not seen.is_told(start, end) and not denies(plain, max(0, start - 30), start):
                yield Found(start, end, "statement", "matches", f"{name}: {text}")
            return


SHORT = 40
"""Characters between what caps a variant and the name of what it is a variant of."""
