"""Statements that circulate, told from the groups of words by which each is told in any order and language."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ...dataset.model import Statement
from ...notation.words import plain as folded
from ..article.sentences import Sentence
from ..tongues import denies
from ..wording import NEGATION, clauses
from ..wordings import WAYS

LABEL = 40
"""Characters up to which what stands before a colon labels what stands behind it."""
WHOLE = 200
"""Characters up to which the clauses of a sentence are also read together."""
_MAY = re.compile(
    r"\b(?:may(?!\s(?:now|again|legally)\b)|might|could|would|whether|if|unproven|planned|proposed|hypothesi[sz]ed)\b|"
    r"\b(?:purported(?:ly)?|alleged(?:ly)?|claimed|supposed(?:ly)?|unclear|unknown|untested|unsupported|unverified|"
    r"yet to be|remains? to be|said to)\b|\bit is (?:often |sometimes )?(?:said|claimed)\b",
    re.IGNORECASE,
)
"""Words of a clause that holds nothing to be so, or puts it down to others."""


class Way(NamedTuple):
    """One way in which a statement is told: of each of `needed` one must stand there, of `never` none.

    `of` is the compound that it holds of where a statement is on two, without hyphens.
    """

    needed: tuple[tuple[str, ...], ...]
    never: tuple[str, ...]
    denied: bool
    of: str


class Worded:
    """The ways of all statements, by compound."""

    def __init__(self, statements: Mapping[str, Statement]) -> None:
        self._by_compound: dict[str, list[tuple[str, Way]]] = defaultdict(list)
        for key, ways in WAYS.items():
            for compound in statements[key].compounds if key in statements else ():
                told = [(key, _way(text)) for text in ways]
                self._by_compound[compound] += [each for each in told if each[1].of in {"", _short(compound)}]

    def told(self, sentence: Sentence) -> Iterator[tuple[str, int, int]]:
        """Yield each statement that a sentence, or a clause of it, tells, and where that begins and ends."""
        found: set[str] = set()
        for compound in sentence.compounds:
            # What the whole does not hold no stretch of it does; most sentences are done with here.
            whole = _named(sentence, compound, 0, len(sentence.plain)) if compound in self._by_compound else ""
            ways = [(key, way) for key, way in self._by_compound.get(compound, ()) if _holds(whole, way.needed)]
            if not ways:
                continue
            for start, end in _stretches(sentence):
                text = _named(sentence, compound, start, end)
                for key, way in ways:
                    if key in found or not _holds(text, way.needed):
                        continue
                    if any(word in text for word in way.never):
                        continue
                    if not way.denied and _denied(sentence.plain, start, end):
                        continue
                    if _MAY.search(sentence.plain, start, end):
                        continue
                    found.add(key)
                    yield key, start, end


def _holds(text: str, groups: tuple[tuple[str, ...], ...]) -> bool:
    """Tell whether a text has one beginning of each group."""
    return all(any(word in text for word in group) for group in groups)


def _denied(plain: str, start: int, end: int) -> bool:
    """Tell whether a stretch denies something; `no` is left to `denies`, which knows `in the` of Portuguese."""
    hits = NEGATION.finditer(plain, start, end)
    return any(hit[0].lower() != "no" for hit in hits) or denies(plain, start, end)


def _stretches(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the clauses and the lines of a sentence, the least first, and the whole of it where it is short."""
    plain = sentence.plain
    spans = dict.fromkeys((*_labelled(plain), *sentence.lines()))
    if len(plain) <= WHOLE:
        spans[0, len(plain)] = None
    yield from spans


def _labelled(plain: str) -> Iterator[tuple[int, int]]:
    """Yield the clauses of a text, a short label together with what it labels."""
    before: int | None = None
    for start, end in clauses(plain):
        first = start if before is None else before
        before = start if end - start <= LABEL and plain[end : end + 1] in {":", ""} else None
        yield first, end


def _named(sentence: Sentence, compound: str, start: int, end: int) -> str:
    """Return a stretch of a sentence folded, with the ids of compounds in place of their names."""
    parts, place, other = [], start, ""
    for mention in sentence.named:
        if mention.compound and mention.start >= place and mention.end <= end:
            called = "self" if mention.compound == compound else _short(mention.compound)
            other = other if mention.compound == compound else " xother"
            parts += [sentence.plain[place : mention.start], f" x{called} "]
            place = mention.end
    return f" {folded(''.join([*parts, sentence.plain[place:end], other])).strip()} "


def _short(compound: str) -> str:
    return compound.replace("-", "")


def _way(text: str) -> Way:
    of = next((group[1:] for group in text.split() if group.startswith("@")), "")
    groups = [group for group in text.split() if group != "not" and not group.startswith("@")]
    needed = tuple(_beginnings(group) for group in groups if not group.startswith("!"))
    never = tuple(word for group in groups if group.startswith("!") for word in _beginnings(group[1:]))
    return Way(needed, never, "not" in text.split(), of)


def _beginnings(group: str) -> tuple[str, ...]:
    return tuple(
        (word[1:] if word.startswith("*") else f" {word}").replace("_", " ").replace(".", " ")
        for word in group.split("|")
    )
