"""Makers and places: who is said to have made a compound, and where, in any language and script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...dataset.dataset import Dataset
from ...dataset.model import Compound
from ..article.names import Names
from ..article.sentences import Sentence
from ..makers import MADE, MAKERS, PLACES_OF
from ..tongues import denies
from ..wording import refuted
from . import Found, Seen
from .subjects import subjects

LONGEST = 3000
"""Characters from which what reads as a sentence is a page without full stops."""
NEAR = 150
"""Characters between what tells of making and who made it."""
BEHIND = 45
"""Characters within which the word on making stands behind the country, `Russian scientists created`."""
SHORT = 90
"""Characters of a line that may be nothing but a maker."""
_OF_A_STUDY = re.compile(r"\b(?:et al|PMID|doi|journal|\d{4};)\b|pubmed", re.IGNORECASE)
_LEGAL = re.compile(r"['\"]?,?\s(?:ООО|ТОВ|АО|ЗАО|ОАО|LLC|Ltd|Inc|GmbH|S\.?A|AG)\b")
_MAKES_NOTHING = re.compile(r"originally|developmental\w*|(?:creat|produc|design)ing", re.IGNORECASE)
"""Words like those on making that tell of none: `originally published in Russian`."""
_NO_MAKING = re.compile(r"original|origin|products?|productiv\w*", re.IGNORECASE)
"""Words beside which a country is that of something else."""
_FACTS = re.compile(r"origin|company|maker|developer|patent|holder|history", re.IGNORECASE)


_LAST = re.compile(r"[a-zäöü]+t|[^a-z]+", re.IGNORECASE)
"""A verb that German puts last, and those of other scripts: it may stand far behind the country."""


def _beside(plain: str, start: int, end: int) -> bool:
    """Tell whether a word on where a thing comes from has a country at its side: `Russian-origin`, `Origin: Russia`."""
    around = plain[max(0, start - 15) : end + 15]
    return plain[start:end].lower() == "origin" and any(pattern.search(around) for pattern in PLACES_OF.values())


_ALLOWED_THERE = re.compile(
    r"\b(?:approv\w+|regist\w+|licen[sc]ed|authori[sz]ed|used?|sold|available|prescribed)\b(?:\s[\w-]+){0,3}\s$",
    re.IGNORECASE,
)
"""What makes of a country the one in which a thing may be sold, whoever makes it: `approved in America and sold by`."""
_MADE_BY = re.compile(
    r"\b(?:(?:was|is|were)\s)?(?:first\s|originally\s)?(?:developed|discovered|created|invented|designed|synthesi[sz]ed)\s"
    r"(?:and\s\w+\s)?(?:in\s(?:the\s)?(?:late\s|early\s|mid-?)?(?:19|20)\d\ds?\s)?(?:in|at|by)\s(?:the\s)?"
    r"(?:(?:scientists|researchers|Dr\.?|Professor|Prof\.?|a|team|group|led|by|of|in|from|at|Predrag|Vladimir|Joseph)\s){0,5}",
)
"""What stands right before who made a thing, or where."""
_OF_IT = re.compile(r"(?:[®™]|\s\([^()]*\))?,?\s(?:(?:is|was)\s(?:an?\s)?(?:[\w-]+,?\s){0,6})?", re.IGNORECASE)
"""What stands between a compound and what says that it was made: nothing that is another thing."""
_UNSURE = re.compile(
    r"\b(?:claim\w*|said|unlike|not|parent|precursor|analog\w*|version|similar|studied|tested|independent\w*|generic|"
    r"version|form|formulation|kit|assay)\b",
    re.IGNORECASE,
)


def _start_of(sentence: Sentence, compound: str) -> int:
    """Return where the first name of a compound ends in a sentence; behind all of it where there is none."""
    return next((m.end for m in sentence.named if m.compound == compound), len(sentence.plain))


class _Known(NamedTuple):
    makers: tuple[tuple[re.Pattern[str], str], ...]
    places: tuple[tuple[re.Pattern[str], str], ...]


class Origins:
    """Finds makers and countries that are those of the compound."""

    def __init__(self, dataset: Dataset, names: Names) -> None:
        self.dataset, self.names = dataset, names
        self._known = {key: self._of(compound) for key, compound in dataset.compounds.items()}

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield who made the compound that a sentence is about, and where, as far as the dataset has the same."""
        plain = sentence.plain
        if sentence.cites or len(plain) > LONGEST:
            return
        about = self._compounds(sentence)
        if not about or len(about) > 2 or sentence.asks:
            return
        if refuted(plain) or _OF_A_STUDY.search(plain):
            return
        made = [hit.span() for hit in MADE.finditer(plain) if not _MAKES_NOTHING.fullmatch(hit[0])]
        there = [span for span in made if not _NO_MAKING.fullmatch(plain, *span) or _beside(plain, *span)]
        alone = len(plain) <= SHORT and sentence.start == 0
        for compound in about:
            known, name = self._known[compound], self.dataset.compounds[compound].name
            for place, patterns in enumerate((known.makers, known.places)):
                taken: list[tuple[int, int]] = []
                for pattern, text in patterns if made or (alone and not place) else ():
                    hit = pattern.search(plain)
                    cue = self._cue(plain, there if place else made, hit) if hit else None
                    if not hit or (cue is None and (place or not alone)) or (taken and place):
                        continue
                    if place and cue and cue[0] - hit.end() > BEHIND and not _LAST.fullmatch(plain, *cue):
                        continue
                    if place and cue and cue[0] >= hit.end() and _ALLOWED_THERE.search(plain, 0, hit.start()):
                        continue
                    legal = _LEGAL.match(plain, hit.end())
                    start, end = min(hit.start(), cue[0] if cue else hit.start()), max(hit.end(), cue[1] if cue else 0)
                    end = max(end, legal.end()) if legal else end
                    if any(low <= hit.start() < high for low, high in taken) or self._told(seen, hit):
                        continue
                    if not denies(plain, max(0, start - 25), end):
                        taken.append((start, end))
                        yield Found(start, end, "statement", "matches", f"{name}: {text}")

            if made and _MADE_BY.search(plain) and not denies(plain):
                yield from self._elsewhere(sentence, compound, seen)

    def _elsewhere(self, sentence: Sentence, compound: str, seen: Seen) -> Iterator[Found]:
        """Yield that a compound is said outright to have been made in a country, or by a group, that it is not from."""
        plain, known, name = sentence.plain, self._known[compound], self.dataset.compounds[compound].name
        named = {mention.compound for mention in sentence.named if mention.compound}
        if len(named) > 1 or _UNSURE.search(plain):
            return
        for patterns, others in ((known.makers, MAKERS), (known.places, PLACES_OF)):
            own = {pattern.pattern for pattern, _ in patterns}
            if not own or any(pattern.search(plain) for pattern, _ in patterns):
                continue
            for hit in _MADE_BY.finditer(plain):
                other = next((found for one in others.values() if (found := one.match(plain, hit.end()))), None)
                before = plain[: hit.start()]
                direct = _OF_IT.fullmatch(before, _start_of(sentence, compound))
                if other and direct and not seen.is_cited(hit.start()):
                    text = patterns[0][1]
                    yield Found(hit.start(), other.end(), "statement", "differs", f"{name}: {text}")
                    return

    def _compounds(self, sentence: Sentence) -> tuple[str, ...]:
        """Return what a sentence is about; one that goes on about its subject may name what that is modelled on."""
        about = subjects(sentence, self.names)
        subject = sentence.subject
        parent = self.names.parent(subject or "")
        return (subject,) if subject and parent in about and not any(m.start == 0 for m in sentence.named) else about

    @staticmethod
    def _told(seen: Seen, hit: re.Match[str]) -> bool:
        return seen.is_cited(hit.start()) or any(
            low <= hit.start() and hit.end() <= high <= low + NEAR for low, high in seen.told
        )

    @staticmethod
    def _cue(plain: str, made: list[tuple[int, int]], hit: re.Match[str]) -> tuple[int, int] | None:
        """Return the nearest word on making to a maker, with no other sentence between."""
        near = [
            (abs(low - hit.start()), low, high)
            for low, high in made
            if -NEAR <= low - hit.start() <= NEAR
            and not re.search(
                r"(?<![A-ZА-Я])(?<!\b[иі]м)(?<!prof)[;.]\s|['\"],\s",
                plain[min(high, hit.end()) : max(low, hit.start())],
            )
        ]
        return min(near)[1:] if near else None

    def _of(self, compound: Compound) -> _Known:
        groups = [self.dataset.groups[key] for key in compound.originators if key in self.dataset.groups]
        facts = [f"{fact.label}: {fact.value}" for fact in compound.facts if _FACTS.search(fact.label)]
        events = [event.event for event in compound.regulatory]
        makers = [(MAKERS[group.id], group.name) for group in groups if group.id in MAKERS]
        for text in (*facts, compound.summary, *events):
            makers += [(pattern, text) for key, pattern in MAKERS.items() if pattern.search(text)]
        countries = {group.country: group.name for group in groups if group.country in PLACES_OF}
        for text in facts if not countries else ():
            for key, pattern in PLACES_OF.items():
                if pattern.search(text):
                    countries.setdefault(key, text)
        return _Known(tuple(makers), tuple((PLACES_OF[key], text) for key, text in countries.items()))
