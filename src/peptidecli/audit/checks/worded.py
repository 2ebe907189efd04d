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
    r"yet to be|remains? to be|said to|"
    r"может|могут|возможно|якобы|предположительно|можливо|ймовірно|нібито|könnten?|möglicherweise|angeblich|podrían?|"
    r"supuestamente|poderia[mn]?|supostamente|pourrai(?:t|ent)|prétendument|potrebbe(?:ro)?|presumibilmente|mógłby|"
    r"mogłaby|podobno|rzekomo|údajně|možná|belki|sözde)\b|\bit is (?:often |sometimes )?(?:said|claimed)\b",
    re.IGNORECASE,
)
"""Words of a clause that holds nothing to be so, or puts it down to others."""

_SELLERS = re.compile(
    r"\b(?:vendors?|sellers?|marketers?|shops?|influencers?|продав\w+|vendedor\w*|verkäufer|"
    r"anbieter|händler|vendeurs?|venditor\w*|sprzedawc\w+|prodejc\w+|satıcı\w*)\s(?:\w+\s){0,3}"
    r"(?:claim|say|said|state|assert|advertis|tout|point to|promis|suggest|market|утвержд|говор|заявл|пишут|твърд|"
    r"tvrd|afirm|aleg|diz|dicen|asegur|behaupt|sagen|affirm|prétend|disent|sosten|dicono|twierdz|iddia)|"
    r"\b(?:some|several|certain|manche|einige|algun[ao]s|certains|alcuni|niektóre|некоторые|деякі|някои|bazı|některé)\s"
    r"(?:web)?(?:pages?|sites?|seiten|websites|páginas|pagine|siti|strony|сайт\w*|сторінки|stránky|siteler|"
    r"shops|vendors|sellers)\b",
    re.IGNORECASE,
)
"""What puts a thing down to those who sell it, or to other pages."""
_GOES_ON = re.compile(
    r"\W*(?:(?:and|or|nor|и|или|und|oder|y|o|e|ou|et)\s(?!(?:it|this|that|these|he|she|they|also|so|thus)\b)|"
    r"(?:which|who|whose)\b)",
    re.IGNORECASE,
)
"""What begins a clause that goes on with a list in the one before, or tells of something in it."""
NEAR = 24
"""Characters up to which lie between two words that `~` wants near each other."""


class Way(NamedTuple):
    """One way in which a statement is told: of each of `needed` one must stand there, of `never` none.

    Of each two of `near` one of either must stand near one of the other.
    `of` is the compound that it holds of where a statement is on two, without hyphens.
    """

    needed: tuple[tuple[str, ...], ...]
    never: tuple[str, ...]
    denied: bool
    of: str
    near: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]


class Worded:
    """The ways of all statements, by compound."""

    def __init__(self, statements: Mapping[str, Statement]) -> None:
        self._by_compound: dict[str, list[tuple[str, Way]]] = defaultdict(list)
        for key, ways in WAYS.items():
            told = [(key, _way(text)) for text in ways] if key in statements else []
            for compound in statements[key].compounds if told else ():
                self._by_compound[compound] += [each for each in told if each[1].of in {"", _short(compound)}]

    def told(self, sentence: Sentence) -> Iterator[tuple[str, int, int]]:
        """Yield each statement that a sentence, or a clause of it, tells, and where that begins and ends."""
        found: set[str] = set()
        for compound in sentence.compounds if sentence.on_compound else ():
            # What the whole does not hold no stretch of it does; most sentences are done with here.
            whole = _named(sentence, compound, 0, len(sentence.plain)) if compound in self._by_compound else ""
            ways = [(key, way) for key, way in self._by_compound.get(compound, ()) if _holds(whole, way.needed)]
            if not ways:
                continue
            own = [mention.start for mention in sentence.named if mention.compound == compound]
            others = [mention.start for mention in sentence.named if mention.compound not in {None, "", compound}]
            for start, end in _stretches(sentence):
                # What stands before its first mention, or names another alone, is said of that.
                if own and not _any(own, start, end) and (end <= own[0] or _any(others, start, end)):
                    continue
                text = _named(sentence, compound, start, end)
                for key, way in ways:
                    if key in found or not _holds(text, way.needed):
                        continue
                    if any(word in text for word in way.never):
                        continue
                    if not all(_close(text, first, second) for first, second in way.near):
                        continue
                    if not way.denied and _denied(sentence.plain, start, end):
                        continue
                    if _MAY.search(sentence.plain, start, end) or _SELLERS.search(sentence.plain, 0, end):
                        continue
                    found.add(key)
                    yield key, start, end


def _any(places: list[int], start: int, end: int) -> bool:
    return any(start <= place < end for place in places)


def _holds(text: str, groups: tuple[tuple[str, ...], ...]) -> bool:
    """Tell whether a text has one beginning of each group."""
    return all(any(word in text for word in group) for group in groups)


def _denied(plain: str, start: int, end: int) -> bool:
    """Tell whether a stretch denies something; `no` is left to `denies`, which knows `in the` of Portuguese."""
    hits = NEGATION.finditer(plain, start, end)
    return any(hit[0].lower() != "no" for hit in hits) or denies(plain, start, end)


def _stretches(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the clauses and the lines of a sentence, the least first, and the whole of it where it is short.

    A line of prose that goes on from the one before or on the next is no stretch of its own.
    """
    plain, by_line = sentence.plain, sentence.block.kind == "record"
    if sentence.block.kind == "row":
        yield 0, len(plain)  # a cell by itself, `WADA permitted`, says nothing
        return
    lines = [span for span in sentence.lines() if by_line or not _wrapped(plain, *span)]
    spans = dict.fromkeys((*_labelled(plain), *lines))
    if len(plain) <= WHOLE:
        spans[0, len(plain)] = None
    yield from spans


def _wrapped(plain: str, start: int, end: int) -> bool:
    """Tell whether a line begins or ends amid a sentence."""
    return any(
        plain[:place].rstrip()[-1:].isalnum() and plain[place:].lstrip()[:1].islower()
        for place in (start, end)
        if 0 < place < len(plain)
    )


def _labelled(plain: str) -> Iterator[tuple[int, int]]:
    """Yield the clauses of a text, a short label with what it labels, the end of a list with its beginning."""
    before: int | None = None
    first = 0
    for start, end in clauses(plain):
        if before is not None:
            first = before
        elif not _GOES_ON.match(plain, start):
            first = start
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


def _close(text: str, first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Tell whether a word that begins as one of `first` stands near one that begins as one of `second`."""
    places = [(at, at + len(word)) for word in first for at in _places(text, word)]
    return any(
        max(low, at) - min(high, at + len(word)) <= NEAR
        for word in second
        for at in _places(text, word)
        for low, high in places
    )


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _way(text: str) -> Way:
    of = next((group[1:] for group in text.split() if group.startswith("@")), "")
    groups = [group for group in text.split() if group != "not" and not group.startswith("@")]
    needed = tuple(_beginnings(group) for group in groups if not group.startswith("!") and "~" not in group)
    never = tuple(word for group in groups if group.startswith("!") for word in _beginnings(group[1:]))
    pairs = (group.split("~") for group in groups if "~" in group)
    near = tuple((_beginnings(first), _beginnings(second)) for first, second in pairs)
    return Way(needed, never, "not" in text.split(), of, near)


def _beginnings(group: str) -> tuple[str, ...]:
    return tuple(
        (word[1:] if word.startswith("*") else f" {word}").replace("_", " ").replace(".", " ")
        for word in group.split("|")
    )
