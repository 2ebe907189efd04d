"""How far a citation and one record of a registry agree, field by field, and whether they are one work."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal, NamedTuple

from rapidfuzz.distance import OSA

from ...intake.paper import Paper, pages
from ...notation import people
from ...notation.words import ascii_of, named_greek, spaced
from ..article.citations import family_key
from ..article.printed import abbreviates, journal_words
from .journals import same_by_list, twins
from .question import Question

Likeness = Literal["same", "near", "other", "none"]
"""How a field agrees; `none` where one of the two does not have it, or in another script."""

NEAR = 0.7
"""The share of the telling words of the longer title from which two titles may be one with a word changed."""
TELLING = 4
"""Telling words from which a title, or the front of one, can stand for a work."""
ALONE = 6
"""Telling words from which a title tells a work whose authors are others."""
MOST_WORDS = 120
"""Words of a title that are compared."""


class Problem(NamedTuple):
    """A field of a citation that is not as the record has it, in a sentence of its own."""

    field: str
    said: str


class Agreement(NamedTuple):
    """What came of holding a citation against a record."""

    paper: Paper
    title: Likeness
    authors: Likeness
    year: Likeness
    place: Likeness
    problems: tuple[Problem, ...]
    remarks: tuple[str, ...]
    one_work: bool
    twin: bool = False


def held(question: Question, paper: Paper, *, at_place: bool = False) -> Agreement:
    """Hold a citation against a record; `at_place` tells that the registry found it by the journal as it is printed."""
    title, changes = titles(question, paper)
    authors, on_authors, remarks = _authors(question, paper)
    year = _year(question, paper)
    twin = _twin(question, paper)
    journal = _journal(question, paper, at_place=at_place)
    place = _place(question, paper)
    one = _one_work(question, title, authors, year, journal, place)
    problems = list(on_authors) if authors != "other" else []
    if one:
        # Volume and page of one edition under the name of the other belong to neither.
        twin = twin and place != "same"
        problems += _problems(
            question, paper, changes if title == "near" else (), year, "same" if twin else journal, twin
        )
    return Agreement(paper, title, authors, year, place, tuple(problems), tuple(remarks), one, twin)


def _one_work(
    question: Question, title: Likeness, authors: Likeness, year: Likeness, journal: Likeness, place: Likeness
) -> bool:
    """Tell whether a record is of the work that is cited, whatever of it is wrong."""
    if title == "same":
        long = len(telling(question.title)) >= ALONE
        return (
            authors in {"same", "near", "none"} or place == "same" or (long and (year != "other" or journal == "same"))
        )
    if title == "near":
        if place == "other" and journal != "other" and year == "other":
            return False  # part I and part II, in rats and in mice: another paper of the same people
        return authors in {"same", "near"} and (year != "other" or place == "same") and place != "other"
    if title == "none":
        return place == "same" and authors in {"same", "near", "none"}
    # Another title at the same place by the same people is a title translated by somebody else, or an invented one.
    return False


# -- titles ----------------------------------------------------------------------------------------------------------

_STOP = frozenset(
    "a an and are as at by der des die das el et for from in into is its la le of on or the to und with".split()
)
_APOSTROPHE = re.compile(r"(?<=\w)['’ʹʼ](?=\w)")


@lru_cache(maxsize=4096)
def telling(title: str) -> tuple[str, ...]:
    """Return the words of a title in order, in one spelling, without those that people leave out and put in."""
    text = named_greek(re.sub(r"</?[a-z]{1,8}>", "", title[:4000]))
    found = (_normal(word) for word in spaced(ascii_of(_APOSTROPHE.sub("", text))).split()[:MOST_WORDS])
    return tuple(word for word in found if word not in _STOP)


@lru_cache(maxsize=16384)
def _normal(word: str) -> str:
    """Return a folded word in American spelling and, if it is long, without the `s` of a plural."""
    word = (
        word.replace("ae", "e").replace("oe", "e").replace("our", "or").replace("lyse", "lyze").replace("sulph", "sulf")
    )
    word = re.sub(r"\Bis(?=e[sd]?$|ing$|ations?$)", "iz", word)
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return _AMERICAN.sub(lambda hit: _ENDINGS[hit[0]], word) if len(word) > 4 else word


_ENDINGS = {
    "logue": "log",
    "tre": "ter",
    "bre": "ber",
    "gramme": "gram",
    "lled": "led",
    "lling": "ling",
    "ence": "ense",
}
_AMERICAN = re.compile(rf"(?:{'|'.join(_ENDINGS)})$")


def titles(question: Question, paper: Paper) -> tuple[Likeness, tuple[tuple[str, str], ...]]:
    """Return how a title agrees with a record's, and the words that differ, as (cited, recorded)."""
    best: tuple[Likeness, tuple[tuple[str, str], ...]] = ("none", ())
    order = ("same", "near", "other", "none")
    for title in (paper.title, paper.original_title):
        if not title or not question.title or latin(title) != latin(question.title):
            continue
        found = _alike(question, title)
        if order.index(found[0]) < order.index(best[0]):
            best = found
    return best


def latin(text: str) -> bool:
    """Tell whether a text is in Latin letters, for the most part."""
    letters = [letter for letter in text if letter.isalpha()]
    return sum(letter < "\u0250" for letter in letters) * 2 >= len(letters)


def _alike(question: Question, title: str) -> tuple[Likeness, tuple[tuple[str, str], ...]]:
    theirs = telling(title)
    ours = telling(question.title)
    if not theirs or not ours:
        return "none", ()
    if _same(ours, theirs) or _front(ours, question.title, theirs, title):
        return "same", ()
    if question.typed and len(theirs) >= TELLING and f" {' '.join(theirs)} " in f" {' '.join(telling(question.text))} ":
        return "same", ()
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    common = sum(block.size for block in matcher.get_matching_blocks())
    if common >= NEAR * max(len(ours), len(theirs)) and common >= 2:
        spelled = [
            (" ".join(ours[a:b]), " ".join(theirs[c:d]))
            for kind, a, b, c, d in matcher.get_opcodes()
            if kind != "equal" and "".join(ours[a:b]) != "".join(theirs[c:d])
        ]
        changes = tuple(pair for pair in spelled if not _misspelt(*pair))
        return ("near", changes) if changes else ("same", ())
    return "other", ()


def _same(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    return ours == theirs or "".join(ours) == "".join(theirs)


_SUBTITLE = re.compile(r"\s*(?:[:.?;]\s|\s[-–—]\s|\s\()")


def _front(ours: tuple[str, ...], our_title: str, theirs: tuple[str, ...], their_title: str) -> bool:
    """Tell whether one title is the front of the other, up to a subtitle, or long enough to be nothing else."""
    short, long, text = (ours, theirs, their_title) if len(ours) < len(theirs) else (theirs, ours, our_title)
    if len(short) < TELLING - 1 or long[: len(short)] != short:
        return False
    fronts = {telling(text[: hit.start()]) for hit in _SUBTITLE.finditer(text)}
    return short in fronts


def _misspelt(ours: str, theirs: str) -> bool:
    """Tell whether two words are one with a letter wrong; a short one, or one with a digit, is another word."""
    if min(len(ours), len(theirs)) < 7 or any(letter.isdigit() for letter in ours + theirs):
        return False
    return OSA.distance(ours, theirs, score_cutoff=1) <= 1 and ours[:2] == theirs[:2]


# -- authors ---------------------------------------------------------------------------------------------------------


def _key(author: str) -> str:
    return family_key(people.family(author))


def _authors(question: Question, paper: Paper) -> tuple[Likeness, list[Problem], list[str]]:
    if not question.authors or not paper.author:
        return "none", [], []
    theirs = [_key(name) for name in paper.author]
    ours = [_key(name) for name in question.authors]
    places = [_found(name, theirs) for name in ours]
    known = [place for place in places if place >= 0]
    if not known:
        return ("other" if paper.author_complete or len(theirs) >= len(ours) else "none"), [], []
    problems: list[Problem] = []
    strangers = [people.vancouver(name) for name, place in zip(question.authors, places, strict=True) if place < 0]
    if strangers and paper.author_complete:
        listed = ", ".join(strangers[:3]) + (" and others" if len(strangers) > 3 else "")
        verb = "is" if len(strangers) == 1 else "are"
        problems.append(Problem("authors", f"{listed} {verb} no author of it ({people.byline(paper.author, True, 3)})"))
    elif places[0] > 0 and theirs[0] not in ours[:1]:
        problems.append(Problem("authors", f"the first author is {people.vancouver(paper.author[0])}"))
    problems += _initials(question, paper, places)
    remarks: list[str] = []
    if not (question.more or question.typed) and len(ours) < len(theirs) and not strangers:
        remarks.append(f"It gives {len(ours)} of {len(theirs)} authors without “et al.”")
    share = len(known) / len(ours)
    return ("same" if places[0] == 0 and share >= 0.5 else "near" if share >= 0.5 else "other"), problems, remarks


def _found(name: str, theirs: list[str]) -> int:
    """Return the place of a family name in a list, spelt by another system of transliteration or not; -1 for none."""
    if name in theirs:
        return theirs.index(name)
    for place, other in enumerate(theirs):
        if len(name) > 4 and OSA.distance(name, other, score_cutoff=1) <= 1:
            return place
        # Of a name of several words one may stand alone, and a particle be left out.
        if len(name) > 3 and len(other) > 3 and (name.endswith(other) or other.endswith(name)):
            return place
    return -1


_SOUNDS = (("ieyju", "i"), ("kchgx", "k"), ("vwbf", "v"), ("zsc", "s"))
_INITIALS = {letter: sound for letters, sound in _SOUNDS for letter in letters}
"""Initials that one Russian, Greek or Chinese name may have in different transliterations."""


def _initials(question: Question, paper: Paper, places: list[int]) -> list[Problem]:
    """Return authors whose first initial is another than that of the only author of the family name on the record."""
    families = [_key(name) for name in paper.author]
    wrong: list[str] = []
    for name, place in zip(question.authors, places, strict=True):
        if place < 0 or families.count(families[place]) > 1 or people.family(name) == name:
            continue
        ours, theirs = (
            people.initials(ascii_of(text.partition(",")[2].strip())) for text in (name, paper.author[place])
        )
        if ours and theirs and not _same_initial(ours[0].lower(), theirs.lower()):
            wrong.append(people.vancouver(paper.author[place]))
    if not wrong:
        return []
    return [Problem("initials", f"an author is {wrong[0]}" + (f", another {wrong[1]}" if len(wrong) > 1 else ""))]


def _same_initial(ours: str, theirs: str) -> bool:
    return ours in theirs[:2] or _INITIALS.get(ours, ours) == _INITIALS.get(theirs[0], theirs[0])


# -- year and place --------------------------------------------------------------------------------------------------


def _year(question: Question, paper: Paper) -> Likeness:
    years = {year for year in (paper.issued, *paper.years) if year}
    if not question.year or not years:
        return "none"
    return (
        "same"
        if question.year in years
        else "near"
        if min(abs(question.year - year) for year in years) == 1
        else "other"
    )


def _journal(question: Question, paper: Paper, *, at_place: bool) -> Likeness:
    names = [name for name in (paper.container_title, *paper.journals) if name]
    if not question.journal or not names:
        return "none"
    if at_place or any(same_journal(question.journal, name) for name in names):
        return "same"
    return "other"


def same_journal(ours: str, theirs: str) -> bool:
    """Tell whether two names are one journal's: in full, abbreviated, with a place, in another transliteration."""
    a, b = _without_initials(journal_words(ours)), _without_initials(journal_words(theirs))
    if not a or not b:
        return False
    if a == b or abbreviates(a, b) or abbreviates(b, a) or same_by_list(ours, theirs):
        return True
    short, long = sorted(("".join(people.skeleton(word) for word in own) for own in (a, b)), key=len)
    return short == long or (len(short) > 12 and long.startswith(short))


def _without_initials(own: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a journal's name without the initials of him after whom it is named."""
    rest = tuple(word for word in own if len(word) > 2 or word in {"j", "z", "zh"})
    return rest if len(rest) > 1 else own


def _first(page: str | None) -> str:
    return re.split(r"[-–]", page or "")[0].strip().lower().lstrip("0")


def _place(question: Question, paper: Paper) -> Likeness:
    """Return how volume and first page agree."""
    ours, theirs = (question.volume, _first(question.page)), (paper.volume or "", _first(paper.page))
    if not all(ours) or not all(theirs):
        return "none"
    if ours[0] == theirs[0] and _same_page(ours[1], theirs[1]):
        return "same"
    return "near" if ours[0] == theirs[0] or _same_page(ours[1], theirs[1]) else "other"


def _same_page(ours: str, theirs: str) -> bool:
    return (
        ours == theirs
        or ours.lstrip("e0") == theirs.lstrip("e0")
        or theirs.endswith(f".{ours}")
        or ours.endswith(f".{theirs}")
    )


def _twin(question: Question, paper: Paper) -> bool:
    """Tell whether the journal that is printed is the Russian, or the translated, edition of the record's."""
    names = [name for name in (paper.container_title, *paper.journals) if name]
    return bool(question.journal) and any(twins(question.journal, name) for name in names)


def _problems(
    question: Question, paper: Paper, changes: tuple[tuple[str, str], ...], year: Likeness, journal: Likeness,
    twin: bool,
) -> list[Problem]:  # fmt: skip
    found: list[Problem] = []
    if changes:
        told = [f"“{ours}” where the record has “{theirs}”" if ours and theirs else f"“{ours or theirs}” is "
                f"{'not in the record' if ours else 'missing'}" for ours, theirs in changes[:3]]  # fmt: skip
        found.append(Problem("title", f"in the title {', '.join(told)}"))
    if twin:
        return found
    if year not in {"same", "none"}:
        years = sorted({year for year in (paper.issued, *paper.years) if year})
        found.append(Problem("year", f"the year is {' or '.join(map(str, years))}"))
    if journal == "other":
        found.append(Problem("journal", f"the journal is {paper.container_title}"))
        return found
    if question.volume and paper.volume and question.volume.lower() != paper.volume.lower():
        found.append(Problem("volume", f"the volume is {paper.volume}"))
    if question.issue.isdigit() and (paper.issue or "").isdigit() and int(question.issue) != int(paper.issue or 0):
        found.append(Problem("issue", f"the issue is {paper.issue}"))
    ours, theirs = pages(question.page) or "", pages(paper.page) or ""
    if ours and theirs and not _same_page(_first(ours), _first(theirs)):
        found.append(Problem("page", f"the page is {paper.page}"))
    elif "-" in ours and "-" in theirs and _last(ours) != _last(theirs):
        found.append(Problem("page", f"the pages are {paper.page}"))
    return found


def _last(page: str) -> str:
    return page.rsplit("-", maxsplit=1)[-1].strip().lower().lstrip("e0")
