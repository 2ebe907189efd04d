"""Full-text matching: which words of a query a text holds, forgiving about spelling, and what the match is worth."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .names import words

_SPELLINGS = (("ph", "f"), ("ae", "e"), ("oe", "e"), ("our", "or"), ("z", "s"), ("y", "i"))
"""British and American spelling, and how Greek words come out of other scripts, brought to one form."""

_FILLERS = frozenset(
    "a an and are as at be been by can do does for from has have how in into is it its of on or than that the "
    "their they this to was were what when which who with would you".split()
)


def key(word: str) -> str:
    """Return a folded word in the form in which spellings are compared: `ischaemia` and `ischemia` become one."""
    for spelling, common in _SPELLINGS:
        word = word.replace(spelling, common)
    return word


def terms(query: str) -> tuple[str, ...]:
    """Return the telling words of a query as keys, fillers left out (unless there is nothing else)."""
    found = tuple(dict.fromkeys(key(word) for word in words(query)))
    return tuple(term for term in found if term not in _FILLERS) or found


class Text(NamedTuple):
    """A text to be searched: its words as keys, those that count more first in `heavy`."""

    heavy: tuple[str, ...]
    light: tuple[str, ...]


def text(heavy: str, light: str = "") -> Text:
    """Return a text of words that count fully (`heavy`) and words that count half (`light`)."""
    return Text(tuple(map(key, words(heavy))), tuple(map(key, words(light))))


class Matcher:
    """Scores texts against a query; a term that stands in no text is taken for a misspelling of one that does."""

    def __init__(self, query: str, texts: Sequence[Text]) -> None:
        self._counts = Counter(word for entry in texts for word in {*entry.heavy, *entry.light})
        self._size = len(texts)
        self.terms = tuple(self._known(term) for term in terms(query))

    def _known(self, term: str) -> str:
        if any(_meets(term, word) for word in self._counts):
            return term
        from rapidfuzz import process  # noqa: PLC0415 - only for a word that stands nowhere
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        allowed = 0 if len(term) < 5 else 1 if len(term) < 8 else 2
        near = process.extractOne(term, list(self._counts), scorer=OSA.distance, score_cutoff=allowed)
        return near[0] if near else term

    def score(self, entry: Text, *, every: bool = True) -> float:
        """Return what a text is worth, 0 where it does not answer; with `every`, all terms must be in it.

        A term counts the more, the fewer texts hold it (inverse document frequency, Spärck Jones 1972).
        """
        total = 0.0
        for term in self.terms:
            heavy = any(_meets(term, word) for word in entry.heavy)
            if heavy or any(_meets(term, word) for word in entry.light):
                total += self._weight(term) * (1.0 if heavy else 0.5)
            elif every:
                return 0.0
        return total

    def _weight(self, term: str) -> float:
        held = sum(count for word, count in self._counts.items() if _meets(term, word))
        return math.log(1 + self._size / (1 + held))

    def best(self) -> float:
        """Return what a text would be worth that holds every term."""
        return sum(map(self._weight, self.terms))

    def spans(self, passage: str) -> tuple[tuple[int, int], ...]:
        """Return where in a passage the terms stand, for highlighting."""
        return tuple(
            found.span()
            for found in re.finditer(r"\w+", passage)
            if any(_meets(term, key(word)) for word in words(found[0]) for term in self.terms)
        )


def _meets(term: str, word: str) -> bool:
    """Tell whether a term stands for a word: the same, or its beginning from four letters on."""
    return word == term or (len(term) >= 4 and word.startswith(term)) or (len(term) >= 5 and term.rstrip("s") == word)


def joined(parts: Iterable[str | None]) -> str:
    """Return the parts that are there in one line."""
    return " ".join(part for part in parts if part)
