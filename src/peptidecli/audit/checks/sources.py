"""Sources: what a compound is said to be made from, or to be modelled on, in any language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...dataset.dataset import Dataset
from ...dataset.model import Compound
from ..article.names import Names
from ..article.sentences import Sentence
from ..materials import BY, NOT_A_SOURCE, PARENTS, PATTERNS
from ..tongues import denies
from ..wording import refuted
from . import Found, Seen
from .subjects import subjects

_FACTS = re.compile(r"origin|animals|parent|composition", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.;:]+")
_STOP = re.compile(
    r"[.;]\s|['\"],\s|\b(?:but|which (?:has|increases|improves)|shown|studied|improves?|increases?|effects?|levels?|"
    r"treat\w*|"
    r"against|"
    r"лечени\w+|effect\w*)\b",
    re.IGNORECASE,
)
_DIRECT = re.compile(
    r"\W{0,2}(?:(?:of|from|on|to|de|da|do|del|des|der|dem|von|od|z|ze|zo|от|из|the|a|an|human|"
    r"natural(?:ly[- ]occurring)?|endogenous|synthetic|immune|"
    r"la|el|le|hormone|peptide|protein|immunomodul\w+|tetrapeptide|эндогенн\w+|природн\w+|естественн\w+|пептид\w*|"
    r"иммуномодул\w+|"
    r"человеческ\w+|natural|humana|humano|endógen\w+|fragment\w*|hormônio|hormona|active|фрагмент\w*|"
    r"гормон\w*)\W{1,2}){0,6}",
    re.IGNORECASE,
)
_ANALOGUE = re.compile(
    r"(?:(?<![^\W_])(?:derived from|derivad[oa] d[aeo]l?|derivative of|analog(?:ue)? of|análogo d[aeo]l?|аналог\w*|"
    r"производн\w+|fragment of|"
    r"based on|basead[oa] n[ao]|analogon? (?:von|des)|modell?ed (?:on|after)|dérivé de|analogue de|derivat von|"
    r"pochodn\w+))$",
    re.IGNORECASE,
)
_IS_IT = re.compile(
    r"\W*(?:\([^()]*\)\s?)?(?:is|was|é|es|ist|jest|je|это|является|:|-)\s?(?:an?\s|the\s|not\s(?:an?\s)?|uma?\s|"
    r"ein\s|un\s)?(?:[\w-]+\s){0,4}$|"
    r"\W*(?:It|This (?:peptide|compound))\s(?:is|was)\s(?:an?\s)?(?:[\w-]+\s){0,3}$|\W*(?:[\w-]+\s){0,3}$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\W*(?:It|This (?:peptide|compound|molecule|drug))\s(?:is|was|has been)\b")
LONGEST = 3000
"""Characters from which what reads as a sentence is a page without full stops."""
NEAR = 70
"""Characters between what tells of a source and the source."""


class _Known(NamedTuple):
    materials: frozenset[str]
    not_from: frozenset[str]
    text: str


class Sources:
    """Finds sources and parents in whatever language, and tells which are the compound's own."""

    def __init__(self, dataset: Dataset, names: Names) -> None:
        self.dataset, self.names = dataset, names
        self._known = {key: self._of(compound) for key, compound in dataset.compounds.items()}

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield the materials of a sentence from which the compound comes; a parent that is another's differs."""
        plain = sentence.plain
        if sentence.cites or sentence.block.kind == "heading" or len(plain) > LONGEST:
            return
        about = subjects(sentence, self.names)
        if sentence.subject and _PRONOUN.match(plain):
            about = (sentence.subject,)
        if len(about) != 1 or sentence.asks or refuted(plain):
            return
        cues = list(BY.finditer(plain))
        if not cues:
            return
        compound = about[0]
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
            low, high = seen.confused
            if not seen.is_told(start, end) and not seen.is_cited(start) and not (low <= start < high):
                yield Found(start, end, "statement", "matches", told)
        yield from self._foreign(sentence, compound, told, seen)

    def _foreign(self, sentence: Sentence, compound: str, told: str, seen: Seen) -> Iterator[Found]:
        """Yield that a compound is said to come from what another comes from, or that it does not, which is so."""
        plain, known = sentence.plain, self._known[compound]
        foreign = [key for key in PARENTS if key not in known.materials]
        if not known.materials & set(PARENTS) and not known.not_from:
            return
        for key in (*foreign, *known.not_from):
            for hit in PATTERNS[key].finditer(plain):
                cue = next(
                    (
                        c
                        for c in BY.finditer(plain)
                        if c.end() <= hit.start() <= c.end() + NEAR and _DIRECT.fullmatch(plain, c.end(), hit.start())
                    ),
                    None,
                )
                behind = re.match(r"[- ](?:analog(?:ue)?|derivative|derived)\b", plain[hit.end() : hit.end() + 14])
                if cue and not _ANALOGUE.search(plain[: _stop(plain, cue, hit)]):
                    cue = None
                if not cue and not behind:
                    continue
                start = cue.start() if cue else hit.start()
                if not _says_of_it(sentence, compound, start) or seen.is_told(start, hit.end()):
                    continue
                end = hit.end() + (behind.end() if behind else 0)
                if denies(plain, max(0, start - 25), start):
                    yield Found(start, end, "statement", "matches", told)
                elif not seen.stated:
                    yield Found(start, end, "statement", "differs", told)
                return

    def _of(self, compound: Compound) -> _Known:
        parent = self.dataset.compounds.get(compound.parent or "")
        facts = [fact.value for fact in compound.facts if _FACTS.search(fact.label)]
        texts = [compound.summary, *facts, *(claim.text for claim in compound.claims if claim.kind == "origin")]
        texts += [parent.name] if parent else []
        materials: set[str] = set()
        not_from: set[str] = set()
        for text in texts:
            for part in _SENTENCE.findall(text):
                for key, pattern in PATTERNS.items():
                    if pattern.search(part):
                        (not_from if denies(part) else materials).add(key)
        own = {key for key, pattern in PATTERNS.items() if pattern.search(compound.name)}
        if compound.id == "epithalamin":
            own |= {"epithalamin"}
        told = compound.summary if not facts else f"{compound.summary} {facts[0]}"
        return _Known(frozenset(materials - own), frozenset(not_from - materials - own), told)


def _inside(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(low <= place < high for low, high in spans)


def _cue_of(plain: str, cues: list[re.Match[str]], hit: re.Match[str]) -> re.Match[str] | None:
    """Return what tells that a material is a source: before it, or right behind it as in `pineal extract`."""
    for cue in reversed(cues):
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


def _stop(plain: str, cue: re.Match[str], hit: re.Match[str]) -> int:
    """Return where the words end by which something is called an analogue: the preposition behind is one of them."""
    behind = _PREPOSITION.match(plain, cue.end(), hit.start())
    return behind.end() if behind else cue.end()


_PREPOSITION = re.compile(r"\s?(?:of|from|on|d[aeo]l?|n[ao]|von|des)?")


def _says_of_it(sentence: Sentence, compound: str, start: int) -> bool:
    """Tell whether what begins at a place is said of the compound: behind its name, or of what it goes on about."""
    last = next((m for m in reversed(sentence.named) if m.end <= start and m.compound), None)
    if last is not None:
        return last.compound == compound and _IS_IT.fullmatch(sentence.plain, last.end, start) is not None
    return sentence.subject == compound and _IS_IT.fullmatch(sentence.plain, 0, start) is not None
