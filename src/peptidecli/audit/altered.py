"""Altered: whether a sentence that has the words of another says the contrary, or says it of others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from ..notation.numerals import ONES, TENS
from .effects import way_of
from .things import things
from .wording import NEGATION, clauses, regions, stems


def altered(text: str, known: str, whom: str = "") -> bool:
    """Tell whether a text that has the words of a known sentence changes one on which its meaning hangs.

    These are a number, those who were studied (the known ones may be told in `whom` alone), a denial, and the word
    that says which way a thing went.
    """
    told = f"{known} {whom}"
    return (
        not _numbers(text) <= _numbers(told)
        or _of_others(_subjects(text), _subjects(told))
        or _denied_otherwise(text, known)
        or _turned(text, known)
        or _exchanged(text, known)
    )


# -- numbers -------------------------------------------------------------------------------------------------------

_NUMBER = re.compile(
    r"(?<![\w.,-])(?<!\bphase )(?P<digits>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?!\w)(?!-[A-Z])|"
    rf"\b(?P<word>{'|'.join([*TENS, *(word for word in ONES if word != 'one')])})(?:fold)?\b",
    re.IGNORECASE,
)
_YEARS = range(1900, 2100)
_MARK = re.compile(r"\[\^?[\w, –-]{1,12}\]|(?<=[A-Za-z])\(\d+-\d+\)")
"""`[7]`, `[^7]`: what a text cites by number; and the numbers of a name, `ACTH(4-10)`."""


def _unmarked(text: str) -> str:
    """Return a text with blanks for the marks by which it cites, and for the numbers in names."""
    return _MARK.sub(lambda hit: " " * len(hit[0]), text)


@lru_cache(maxsize=4096)
def _numbers(text: str) -> frozenset[float]:
    """Return the numbers of a text, in digits or words; not one, nor years, nor those of phases and of names."""
    found: set[float] = set()
    for hit in _NUMBER.finditer(_unmarked(text)):
        word = (hit["word"] or "").lower()
        value = float(TENS.get(word) or ONES[word]) if word else float(hit["digits"].replace(",", ""))
        if value != 1 and value not in _YEARS:
            found.add(value)
    return frozenset(found)


# -- who was studied -----------------------------------------------------------------------------------------------

_ANIMALS = {
    "rats": r"rats?", "mice": r"mouse|mice|murine", "rabbits": r"rabbits?", "dogs": r"dogs?", "cats": r"cats?",
    "pigs": r"pigs?|piglets?", "monkeys": r"monkeys?|macaques?", "horses": r"horses?",
}  # fmt: skip
_PEOPLE = {
    "people": r"people|humans|persons?|adults?|participants?|human (?:subjects|volunteers|studies|trials?)",
    "patients": r"patients?", "healthy": r"healthy|volunteers?", "women": r"wom[ae]n", "children": r"child|children",
}  # fmt: skip
_SUBJECT = re.compile(
    "|".join(rf"(?P<{key}>\b(?:{words})\b)" for key, words in {**_ANIMALS, **_PEOPLE}.items()), re.IGNORECASE
)


@lru_cache(maxsize=4096)
def _subjects(text: str) -> frozenset[str]:
    return frozenset(hit.lastgroup for hit in _SUBJECT.finditer(text) if hit.lastgroup)


def _of_others(said: frozenset[str], held: frozenset[str]) -> bool:
    """Tell whether a text names those who were studied, and they are others than the known ones."""
    if said & _ANIMALS.keys() and held and not said & _ANIMALS.keys() <= held:
        return True
    people = held & _PEOPLE.keys()
    if said & _PEOPLE.keys() and held and not people:
        return True
    if people and (said & {"women", "children"}) - held:
        return True
    return any(one in said - held and other in held - said for one, other in _APART)


def _of_another_species(said: list[str], was: list[str]) -> bool:
    """Tell whether a word says of what species something is, and stands in the place of one that says another."""
    return any(word in _SPECIES and word not in was for word in said) and any(word in _SPECIES for word in was)


_SPECIES = frozenset("human rat mouse rabbit dog pig bovine".split())
_APART = (("patients", "healthy"), ("healthy", "patients"))


# -- denials -------------------------------------------------------------------------------------------------------


def _denied_otherwise(text: str, known: str) -> bool:
    """Tell whether a clause of a text denies what the clause nearest to it does not, or the other way round."""
    held = [(stems(known[low:high]), NEGATION.search(known, low, high) is not None) for low, high in clauses(known)]
    for low, high in clauses(text):
        own = stems(text[low:high])
        most = max((len(own & other) for other, _ in held), default=0)
        denials = {denied for other, denied in held if len(own & other) == most}
        if most >= _ENOUGH and denials == {NEGATION.search(text, low, high) is None}:
            return True
    return False


_ENOUGH = 2
"""Telling words that two clauses must have in common to be on the same."""


# -- which way it went ---------------------------------------------------------------------------------------------


class _Token(NamedTuple):
    word: str
    start: int
    end: int


_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_UP = frozenset(
    "high long longer more most gain gained gains growth rising surge excess multiply multiplied extended extend "
    "brought restored restore restores best heavier larger doubled trebled tripled lived".split()
)
_DOWN = frozenset(
    "low short less least loss losses lost lack decline deficit deficits drop dropped cut cuts fall falling held "
    "halved rarer smaller worst weaker poorer stopped stop relaxed spared undid undo killed".split()
)
_MAZE = re.compile(r"elevated\s(?=plus|cross|zero|O-)", re.IGNORECASE)
_SIGNS = {"up": 1, "better": 1, "down": -1, "worse": -1, "kept-up": -1}
_BETWEEN = frozenset("the a an of in any its their this that such to from against for by".split())
_REACH = 5
"""Words behind the one that says a way, and before it, in which the thing stands that went it."""


@lru_cache(maxsize=50_000)
def _sign(word: str) -> int:
    """Return 1 for a word by which a thing rises or gets better, -1 for the contrary, 0 for any other."""
    if word in _UP:
        return 1
    if word in _DOWN:
        return -1
    return _SIGNS.get(way_of(word) or "", 0)


@lru_cache(maxsize=4096)
def _went(text: str) -> dict[str, frozenset[int]]:
    """Return the ways of the things of a text, each by the stem of its word: behind what says the way, or before it."""
    found: dict[str, set[int]] = defaultdict(set)
    plain = _MAZE.sub("", text)
    harm = _UNDONE.match(plain)
    for low, high in _stretches(plain):
        if NEGATION.search(plain, low, high) or _OF_THE_HARM.match(plain, low, high):
            continue
        words = [hit[0].lower() for hit in _WORD.finditer(plain, low, high)]
        signs = [_sign(word) for word in words]
        for place, sign in enumerate(signs):
            if not sign:
                continue
            way = -sign if harm and high <= harm.end("harm") else sign
            # `prevented the loss of memory`: what is undone goes the other way.
            before = next((at for at in range(place - 1, -1, -1) if words[at] not in _BETWEEN), -1)
            if before >= 0 and signs[before] and before < place - 1:
                way *= signs[before]
            behind: list[str] = []
            for at in range(place + 1, min(len(words), place + 1 + _REACH)):
                if signs[at]:
                    break
                behind += stems(words[at])
            if not behind:
                for at in range(place - 1, max(-1, place - 1 - _REACH), -1):
                    if signs[at]:
                        break
                    behind += stems(words[at])
            for stem in behind:
                found[stem].add(way)
    return {stem: frozenset(ways) for stem, ways in found.items()}


_STOP = re.compile(r"[,;:()]\s?|\b(?:but|while|whereas|although)\b|(?=\s(?:which|that)\s)")
_UNDONE = re.compile(
    r"(?P<harm>[^;.]+);\s+(?:[^\s;]+\s+)?(?:\([^()]*\)\s+)?(?:normali[sz]|restor|revers|undid|correct|abolish|counter|offset|prevent)"
)
"""A harm and, behind it, that a compound undid it: of the compound the contrary is told."""
_OF_THE_HARM = re.compile(r"\s?(?:which|that)\s[^;]*\b(?:had|has|causes?|caused|brings?|brought)\b")
"""What tells of something else what it had done: `that stress had raised`."""


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield the parts of a text between its marks and conjunctions: no word tells a way beyond them."""
    start = 0
    for hit in _STOP.finditer(text):
        yield start, hit.start()
        start = hit.end()
    yield start, len(text)


def _turned(text: str, known: str) -> bool:
    """Tell whether a thing goes one way in a text, and the other or none in a known sentence."""
    said = _went(text)
    if not said:
        return False
    held = _went(known)
    if not held:
        return True
    return any(stem in held and not ways & held[stem] for stem, ways in said.items())


_OPPOSITES = (
    (r"prevent|protect|spar|held|kept|block|undid|stop", r"caus|damag|harm|induc|provok|trigger|produc|brought"),
    (r"restor|normali|rescu|revers|repair", r"abolish|destroy|impair|disturb|worsen"),
    (r"same|similar|alike|equal", r"differ|other|unlike"),
    (r"slow|late", r"quick|fast|rapid|earl|soon"),
    (r"activat|stimulat|agonist", r"inhibit|antagonist|block|suppress"),
    (r"with$", r"without$"),
    (r"up$", r"down$"),
    (r"before", r"after"),
    (r"positive", r"negative"),
    (r"worse|aggravat|deteriorat|impair|harm", r"eas|alleviat|reliev|less|attenuat|mitigat|ameliorat|soothe"),
    (r"protect", r"expos"),
    (r"placebo", r"untreated|treatment"),
)
_PAIRS = tuple((re.compile(rf"^(?:{one})"), re.compile(rf"^(?:{other})")) for one, other in _OPPOSITES)
_LIKE = 0.6
"""How alike two sentences are, word by word, in which a word stands in the place of another."""
COPIED = 0.8
"""How alike they are where the one is plainly the other with some words changed."""
_FEW = 6
"""Words of which one changed stretch may be."""
SHORT = 7
"""Words from which a sentence can be told to be another with some words changed."""


def _exchanged(text: str, known: str) -> bool:
    """Tell whether a text is a known sentence, or a part of it, in which a word stands for its contrary."""
    return any(True for _ in _changes(text, known, "", _LIKE))


def likeness(text: str, known: str) -> float:
    """Return how much of the shorter of two sentences stands in the other, word by word, from 0 to 1."""
    own, held = _tokens(text), _tokens(known)
    blocks = SequenceMatcher(None, own, held, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / max(1, min(len(own), len(held)))


def changes(text: str, known: str, whom: str = "") -> tuple[tuple[int, int], ...]:
    """Return where a text that is a known sentence nearly word for word changes what turns it; nothing if it is none.

    Each place goes from the end of the word before to the beginning of the one behind.
    """
    return tuple(_changes(text, known, whom, COPIED))


def _changes(text: str, known: str, whom: str, like: float) -> Iterator[tuple[int, int]]:
    tokens = [_Token(hit[0].lower(), *hit.span()) for hit in _TOKEN.finditer(_unmarked(text))]
    own, held = [token.word for token in tokens], _tokens(known)
    if min(len(own), len(held)) < SHORT or len(set(own) & set(held)) < like * min(len(set(own)), len(set(held))):
        return
    match = SequenceMatcher(None, own, held, autojunk=False)
    if sum(block.size for block in match.get_matching_blocks()) < like * min(len(own), len(held)):
        return
    told = f"{known} {whom}"
    numbers, subjects = _numbers(told), _subjects(told)
    for kind, low, high, start, end in match.get_opcodes():
        # What stands before all of it, behind it, or is long, is no changed word but more that is said.
        outer = kind != "replace" and (low == 0 or high == len(own) or start == 0 or end == len(held))
        if kind == "equal" or outer or max(high - low, end - start) > _FEW:
            continue
        said, was = " ".join(own[low:high]), " ".join(held[start:end])
        if kind == "replace" and _of_others(_subjects(said), subjects):
            yield 0, len(text)  # Of others all of it is said.
        elif (
            (NEGATION.search(said) is None) != (NEGATION.search(was) is None)
            or _of_another_species(own[low:high], held[start:end])
            or any(_contrary(one, other) for one in own[low:high] for other in held[start:end])
            or not _numbers(said) <= numbers
            or (kind == "replace" and _things_of(said) - _things_of(told))
            or (kind == "replace" and like >= COPIED and _other(own[low:high], held[start:end], held))
            or (high - low == end - start and _things_of(was) - _things_of(text))
        ):
            yield tokens[max(0, low - 1)].end, tokens[min(len(tokens) - 1, high)].start


def _other(said: list[str], was: list[str], held: list[str]) -> bool:
    """Tell whether words that stand in the place of others say another thing: µg for mg, blood for urine, 1921 for 638.

    Words of grammar, other forms of a word of the sentence, and what goes the same way as a word it stands for do not.
    """
    ways = {_sign(word) for word in was} - {0}
    return any(
        (word not in was)
        if word[0].isdigit()
        else word not in _GRAMMAR and _sign(word) not in ways and not any(word[:_STEM] == own[:_STEM] for own in held)
        for word in said
    )


_STEM = 5
"""Letters by which two forms of one word begin."""
_GRAMMAR = frozenset(
    "a about all also an and any are as at be been both by did do does each every for from had has have in into is it "
    "its of on one only or over some such than that the their them then there these they this those through to under "
    "upon was were when where which who whom whose with within".split()
)
_TOKEN = re.compile(r"[^\W_]+(?:[.,-][^\W_]+)*")


def _tokens(text: str) -> list[str]:
    return [hit[0].lower() for hit in _TOKEN.finditer(_unmarked(text))]


def _things_of(text: str) -> frozenset[str]:
    return frozenset(things(text)) | regions(text)


def _contrary(one: str, other: str) -> bool:
    """Tell whether a word says the contrary of another, `stress-lowered` of `stress-raised` as well."""
    first, _, one = one.rpartition("-")
    second, _, other = other.rpartition("-")
    if first != second:
        return False
    if _sign(one) * _sign(other) == -1:
        return True
    return any((a.match(one) and b.match(other)) or (b.match(one) and a.match(other)) for a, b in _PAIRS)
