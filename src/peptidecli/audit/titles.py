"""Titles, held word by word: stop words, hyphens, plurals, spelling, case and a subtitle left out do not count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from rapidfuzz.distance import OSA, Levenshtein

from ..notation.numerals import ONES
from ..notation.words import ascii_of, named_greek

_STOP = frozenset(
    "a an and as at by for from in into is its of on or per s the their to upon via with within et der die das "
    "und".split()
)
_MARKUP = re.compile(r"</?[A-Za-z]{1,6}>|[{}$\\™®©℠]|\((?:TM|R)\)")
_REMARK = re.compile(
    r"\[(?:article|in|ru|eng)[^\[\]]{0,30}\]|\((?:in )?russian\)|\(review\)|"
    r"^\W{0,3}(?:retracted|withdrawn)(?: article)?\W{0,2}:\s|[\[(](?:retracted|withdrawn)(?: article)?[\])]",
    re.IGNORECASE,
)
"""What is remarked on a work beside its title: its language, its kind, that it was retracted."""
_BRACKETS = re.compile(r"\s\([^()]{1,60}\)")
_WORD = re.compile(r"[^\W_]+")
_FRONT = re.compile(r"[:.?!(]\s|\s[-–—]\s|\s\(")
_BRITISH = (
    ("ae", "e"), ("oe", "e"), ("our", "or"), ("ogue", "og"), ("tre", "ter"), ("programme", "program"),
    ("sulph", "sulf"), ("lled", "led"), ("lling", "ling"), ("yse", "yze"), ("ysis", "yzis"),
)  # fmt: skip
_IS = re.compile(r"\Bis(?=e[sdr]?$|ing$|ations?$|e$)")
SHORTEST_FRONT = 3
"""Telling words of a title's front from which it stands for the whole."""
LONG_WORD = 7
"""Letters from which a word with one letter wrong is a slip of the pen and no other word."""
LONGEST = 2_000
"""Letters of a title that are read; the longest of papers have half as many."""
MOST_FRONTS = 20
"""Fronts of a title that are looked at."""
CUT = 5
"""Telling words of a title that is cut from which it stands for the whole, where author and place agree."""


LEFT_OUT = 2
"""Telling words that may be left out within a long title."""
_WEIGHTY = frozenset("no not without non fail failed lack negative rat mouse human patient rabbit monkey".split())
"""Words without which a title says something else."""

CHANGED = 2
"""How many places of a title may differ in what is still a title with words changed."""


class Likeness(NamedTuple):
    """How alike two titles are: the words that differ, as they stand and as they should, and the share that agrees."""

    changed: tuple[tuple[str, str], ...]
    share: float

    @property
    def same(self) -> bool:
        """Whether nothing that counts differs."""
        return not self.changed and self.share > 0


@lru_cache(maxsize=16384)
def _normal(word: str) -> str:
    for british, american in _BRITISH:
        word = word.replace(british, american)
    word = _IS.sub("iz", word)
    if word.endswith("inergic"):
        word = f"{word[:-7]}ergic"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return word


@lru_cache(maxsize=8192)
def _counting(title: str) -> tuple[tuple[str, str], ...]:
    """Return the words of a title that count, each in one spelling and number, and as it stands."""
    bare = _REMARK.sub(" ", _MARKUP.sub("", title[:LONGEST]))
    found = _WORD.findall(ascii_of(named_greek(bare.lower())).replace("'", ""))
    return tuple((word, written) for written in found if (word := _normal(written)) not in _STOP)


def telling(title: str) -> tuple[str, ...]:
    """Return the words of a title that count, each in one spelling and number."""
    return tuple(word for word, _ in _counting(title))


def key_of(title: str) -> str:
    """Return what two titles have in common whose differences do not count: their telling words without spaces."""
    return "".join(telling(title))


def fronts(title: str) -> tuple[str, ...]:
    """Return the fronts of a title that may stand for it, its subtitle left out."""
    found = (title[: hit.start()] for hit in islice(_FRONT.finditer(title[:LONGEST]), MOST_FRONTS))
    return tuple(front for front in found if len(telling(front)) >= SHORTEST_FRONT)


def likeness(given: str, known: str) -> Likeness:
    """Return how a title as it is given differs from the one that is known."""
    own, true = telling(given), telling(known)
    if not own or not true:
        return Likeness((), 0.0)
    joined = "".join(own)
    if joined == "".join(true) or joined in map(key_of, fronts(known)) or "".join(true) in map(key_of, fronts(given)):
        return Likeness((), 1.0)
    if own == true[: len(own)] and len(own) >= CUT:
        return Likeness((), 1.0)
    bare = telling(_BRACKETS.sub(" ", known))
    if bare != true and own == bare[: len(own)] and len(own) >= min(CUT, len(bare)):
        return Likeness((), 1.0)
    if len(own) >= CUT and _within(own, true):
        return Likeness((), 1.0)
    changed: list[tuple[Sequence[int], Sequence[int]]] = []
    left_out: list[int] = []
    away = 0
    for src, dest in _apart(own, true):
        here, there = own[src.start : src.stop], true[dest.start : dest.stop]
        if not here and len(own) >= CUT and there == true[len(true) - len(there) :]:
            continue  # cut at its end
        if not here and len(there) <= LEFT_OUT and not _WEIGHTY.intersection(there):
            left_out += dest
        elif not _slip("".join(here), "".join(there)) and not _abbreviates(here, there):
            changed.append((src, dest))
            away += max(len(here), len(there))
    if len(left_out) > max(0, min(LEFT_OUT, len(own) - CUT)):
        changed.append(((), left_out))
        away += len(left_out)
    if "".join(own[at] for src, _ in changed for at in src) == "".join(true[at] for _, dest in changed for at in dest):
        changed, away = [], 0  # words are only divided otherwise
    said, meant = ([written for _, written in _counting(title)] for title in (given, known))
    differing = tuple((" ".join(said[at] for at in src), " ".join(meant[at] for at in dest)) for src, dest in changed)
    return Likeness(differing, 1 - away / max(len(own), len(true)))


def abridged(given: str, known: str) -> bool:
    """Tell whether a title is another with words left out: its words stand there in order, those it ends in together.

    A short one must be the end of the other.
    """
    own, true = telling(given), telling(known)
    if own[:1] and len(own) >= ENDING and own == true[len(true) - len(own) :] and 2 * len(own) >= len(true):
        return True
    if (
        len(own) < ABRIDGED
        or (own[:BEGINS] != true[:BEGINS] and (own[-BEGINS:] != true[-BEGINS:] or 2 * len(own) < len(true)))
        or _WEIGHTY.intersection(own) != _WEIGHTY.intersection(true) & set(own)
    ):
        return False
    rest = iter(true)
    return all(word in rest for word in own)


ABRIDGED = 6
"""Telling words from which a title with words left out stands for the whole."""
BEGINS = 3
ENDING = 4


def _within(own: tuple[str, ...], true: tuple[str, ...]) -> bool:
    """Tell whether words are those of a title in another order, some under their first letters: `after TBI`."""
    rest = list(true)
    for word in own:
        if word in rest:
            rest.remove(word)
            continue
        at = next((at for at in range(len(rest)) if _abbreviates((word,), tuple(rest[at : at + len(word)]))), -1)
        if at < 0 or not 2 <= len(word) <= 4:
            return False
        del rest[at : at + len(word)]
    return len(rest) <= LEFT_OUT and not _WEIGHTY.intersection(rest)


def _apart(own: tuple[str, ...], true: tuple[str, ...]) -> Iterator[tuple[range, range]]:
    """Yield the stretches in which two titles differ: where in the given one, and where in the known one."""
    before: tuple[int, int] | None = None
    for step in [*Levenshtein.opcodes(own, true), None]:
        if step is not None and step.tag != "equal":
            before = before or (step.src_start, step.dest_start)
        elif before is not None:
            end = (len(own), len(true)) if step is None else (step.src_start, step.dest_start)
            yield range(before[0], end[0]), range(before[1], end[1])
            before = None


_FIGURES = {word: str(count) for word, count in ONES.items() if count <= 10}


def _abbreviates(given: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Tell whether words stand for others by their first letters or as figures: RCT, DSIP, 9 RCTs."""
    rest = list(known)
    for word in given:
        if rest and word in (rest[0], _FIGURES.get(rest[0])):
            rest = rest[1:]
            continue
        if not (word.isalpha() and 2 <= len(word) <= 6) or not rest or word[0] != rest[0][0]:
            return False
        initials = iter(rest)
        if not all(any(other[0] == letter for other in initials) for letter in word):
            return False
        rest = list(initials)
    return bool(given) and len(rest) <= 1


def _slip(given: str, known: str) -> bool:
    """Tell whether two words are one, a hyphen or a letter aside."""
    if given == known:
        return True
    if len(known) < LONG_WORD or not (given.isalpha() and known.isalpha()):
        return False
    return OSA.distance(given, known, score_cutoff=1) <= 1
