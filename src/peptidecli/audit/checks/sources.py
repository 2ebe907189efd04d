"""Sources: what a compound is said to be made from, or to be modelled on, in any language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...dataset.dataset import Dataset
from ..article.names import Names
from ..article.sentences import Sentence
from ..materials import BY, NOT_A_SOURCE, PATTERNS, any_of, sourced
from ..tongues import denies
from ..wording import refuted
from . import Found, Seen
from .subjects import PRONOUN, subjects

_STOP = re.compile(
    r"[.;]\s|['\"],\s|\b(?:but|which (?:has|increases|improves)|shown|studied|improves?|increases?|effects?|levels?|"
    r"treat\w*|"
    r"against|"
    r"лечени\w+|effect\w*)\b",
    re.IGNORECASE,
)
LONGEST = 3000
"""Characters from which what reads as a sentence is a page without full stops."""
NEAR = 70
"""Characters between what tells of a source and the source."""


class Sources:
    """Finds the sources and parents of a compound in whatever language."""

    def __init__(self, dataset: Dataset, names: Names) -> None:
        self.dataset, self.names = dataset, names
        self._known = sourced(dataset)
        self._own = {key: any_of(known.materials) for key, known in self._known.items()}

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield the materials of a sentence from which the compound comes."""
        plain = sentence.plain
        if sentence.cites or sentence.block.kind == "heading" or len(plain) > LONGEST:
            return
        about = subjects(sentence, self.names)
        if sentence.subject and PRONOUN.match(plain):
            about = (sentence.subject,)
        if len(about) != 1 or sentence.asks or refuted(plain):
            return
        compound = about[0]
        cues = list(BY.finditer(plain)) if self._own[compound].search(plain) else []
        if not cues:
            return
        known, name = self._known[compound], self.dataset.compounds[compound].name
        told = f"{name}: {known.text}"
        others = [hit.span() for hit in NOT_A_SOURCE.finditer(plain)]
        found: list[tuple[int, int]] = []
        for key in sorted(known.materials):
            for hit in PATTERNS[key].finditer(plain):
                cue = None if _inside(hit.start(), others) else _cue_of(plain, cues, hit)
                if cue and not denies(plain, max(0, min(cue.start(), hit.start()) - 30), hit.end()):
                    found.append((min(cue.start(), hit.start()), max(cue.end(), hit.end())))
                    break
        for start, end in _joined(found):
            if not (seen.is_told(start, end) or seen.is_cited(start) or seen.is_confused(start, end)):
                yield Found(start, end, "statement", "matches", told)


def _inside(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(low <= place < high for low, high in spans)


_OF_ANOTHER = re.compile(
    r"\b(?:pathways?|signals?|signall?ing|neurons?|fibres?|fibers?|hormones?|cells?|process\w*)\s$"
)
"""What stands before a word on a source where something within the body comes from there."""


def _cue_of(plain: str, cues: list[re.Match[str]], hit: re.Match[str]) -> re.Match[str] | None:
    """Return what tells that a material is a source: before it, or right behind it as in `pineal extract`."""
    for cue in reversed(cues):
        if _OF_ANOTHER.search(plain, max(0, cue.start() - 20), cue.start()):
            continue
        if cue.end() <= hit.start() <= cue.end() + NEAR and not _STOP.search(plain, cue.end(), hit.start()):
            return cue
    for cue in cues:
        if 0 <= cue.start() - hit.end() <= 24 and not re.search(r"[.;,]", plain[hit.end() : cue.start()]):
            if cue[0].lower().startswith("fragment"):
                return None  # `ACTH(4-10) fragment` is a fragment of it, and nothing made of it
            return None if cue[0].lower() in {"from", "из", "aus"} else cue
    return None


def _joined(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield spans that overlap as one."""
    last: tuple[int, int] | None = None
    for start, end in sorted(spans):
        if last and start <= last[1] + 12:
            last = (last[0], max(last[1], end))
            continue
        if last:
            yield last
        last = (start, end)
    if last:
        yield last
