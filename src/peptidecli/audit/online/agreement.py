"""How far a citation and one record of a registry agree, field by field, and whether they are one work."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from rapidfuzz.distance import OSA

from ...intake.paper import Paper, pages
from ...notation import people
from ...notation.words import ascii_of
from ..article.citations import family_key
from ..periodicals import name_words, short_for
from ..titles import key_of, likeness, telling
from .journals import same_by_list, twins
from .question import LONGEST_TITLE, Question

Likeness = Literal["same", "near", "other", "none"]
"""How a field agrees; `none` where one of the two does not have it, or in another script."""

NEAR = 0.7
"""The share of the telling words of the longer title from which two titles may be one with a word changed."""
TELLING = 4
"""Telling words from which a title, or the front of one, can stand for a work."""
ALONE = 6
"""Telling words from which a title tells a work whose authors are others."""


class Problem(NamedTuple):
    """A field of a citation that is not as the record has it: in words, what stands there, and what the record has."""

    field: str
    said: str
    given: str = ""
    record: str = ""


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


def titles(question: Question, paper: Paper) -> tuple[Likeness, tuple[tuple[str, str], ...]]:
    """Return how a title agrees with a record's, and the words that differ, as (cited, recorded)."""
    best: tuple[Likeness, tuple[tuple[str, str], ...]] = ("none", ())
    order = ("same", "near", "other", "none")
    for title in (paper.title, paper.original_title):
        if not title or latin(title) != latin(question.title or question.text):
            continue
        # Where a line has been divided wrongly, a title stands in it all the same.
        inside = question.typed and len(telling(title)) >= TELLING and key_of(title) in key_of(question.text)
        like = likeness(question.title, title[:LONGEST_TITLE]) if question.title else None
        found: tuple[Likeness, tuple[tuple[str, str], ...]] = ("none", ())
        if inside or (like and like.same):
            found = ("same", ())
        elif like:
            found = ("near" if like.share >= NEAR else "other", like.changed)
        if order.index(found[0]) < order.index(best[0]):
            best = found
    return best


def latin(text: str) -> bool:
    """Tell whether a text is in Latin letters, for the most part."""
    letters = [letter for letter in text if letter.isalpha()]
    return sum(letter < "\u0250" for letter in letters) * 2 >= len(letters)


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
        said = f"{listed} {verb} no author of it ({people.byline(paper.author, True, 3)})"
        problems.append(Problem("authors", said, listed, people.byline(paper.author, True, 6)))
    elif places[0] > 0 and theirs[0] not in ours[:1]:
        problems.append(Problem("authors", f"the first author is {people.vancouver(paper.author[0])}",
                                question.authors[0], paper.author[0]))  # fmt: skip
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
    wrong: list[tuple[str, str]] = []
    for name, place in zip(question.authors, places, strict=True):
        if place < 0 or families.count(families[place]) > 1 or people.family(name) == name:
            continue
        ours, theirs = (
            people.initials(ascii_of(text.partition(",")[2].strip())) for text in (name, paper.author[place])
        )
        if ours and theirs and not _same_initial(ours[0].lower(), theirs.lower()):
            wrong.append((people.vancouver(name), people.vancouver(paper.author[place])))
    if not wrong:
        return []
    said = f"an author is {wrong[0][1]}" + (f", another {wrong[1][1]}" if len(wrong) > 1 else "")
    return [Problem("initials", said, *wrong[0])]


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
    a, b = name_words(ours), name_words(theirs)
    if not a or not b:
        return False
    heard = tuple(tuple(map(people.skeleton, own)) for own in (a, b))
    pairs = ((a, b), (b, a), heard, heard[::-1])
    return heard[0] == heard[1] or any(short_for(*pair) for pair in pairs) or same_by_list(ours, theirs)


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
        found.append(Problem("title", f"in the title {', '.join(told)}", question.title, paper.title or ""))
    if twin:
        return found
    if year not in {"same", "none"}:
        years = sorted({year for year in (paper.issued, *paper.years) if year})
        found.append(Problem("year", f"the year is {' or '.join(map(str, years))}", str(question.year), str(years[-1])))
    if journal == "other":
        named = paper.container_title or ""
        found.append(Problem("journal", f"the journal is {named}", question.journal, named))
        return found
    if question.volume and paper.volume and question.volume.lower() != paper.volume.lower():
        found.append(Problem("volume", f"the volume is {paper.volume}", question.volume, paper.volume))
    if question.issue.isdigit() and (paper.issue or "").isdigit() and int(question.issue) != int(paper.issue or 0):
        found.append(Problem("issue", f"the issue is {paper.issue}", question.issue, paper.issue or ""))
    ours, theirs = pages(question.page) or "", pages(paper.page) or ""
    if ours and theirs and not _same_page(_first(ours), _first(theirs)):
        found.append(Problem("page", f"the page is {paper.page}", question.page, paper.page or ""))
    elif "-" in ours and "-" in theirs and _last(ours) != _last(theirs):
        found.append(Problem("page", f"the pages are {paper.page}", question.page, paper.page or ""))
    return found


def _last(page: str) -> str:
    return page.rsplit("-", maxsplit=1)[-1].strip().lower().lstrip("e0")
