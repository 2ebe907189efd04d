"""How far a citation and one record of a registry agree, and whether they are one work.

The fields are compared by the rules of the dataset's own references; what is told here is what follows where the
record may be another work's.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from ...intake.paper import Paper, pages
from ...notation.words import latin
from ..article.blocks import Entry
from ..holding import Compared, Difference, Holder, Known, same_first, same_volume
from ..titles import key_of, telling
from .question import LONGEST_TITLE, Question

Likeness = Literal["same", "near", "other", "none"]
"""How a field agrees; `none` where one of the two does not have it, or in another script."""

NEAR = 0.7
"""The share of the telling words of the longer title from which two titles may be one with a word changed."""
TELLING = 4
"""Telling words from which a title, or the front of one, can stand for a work."""
ALONE = 6
"""Telling words from which a title tells a work whose authors are others."""


class Agreement(NamedTuple):
    """What came of holding a citation against a record: how its fields agree, what differs, what is remarked."""

    paper: Paper
    title: Likeness
    authors: Likeness
    year: Likeness
    place: Likeness
    differences: tuple[Difference, ...]
    remarks: tuple[str, ...]
    one_work: bool
    twin: bool = False


def held(holder: Holder, question: Question, paper: Paper, *, at_place: bool = False) -> Agreement:
    """Hold a citation against a record; `at_place` tells that the registry found it by the journal as it is printed."""
    known = _known(question, paper)
    journals = known.journals
    entry = _divided(holder, question, journals)
    compared = holder.compare(entry, known._replace(journals=()) if at_place else known)
    title, authors = _title(question, known, compared), _authors(entry, known, compared)
    year, place = _year(question, known), _place(entry, known)
    lost = {difference.field for difference in compared.differences}
    journal: Likeness = "none" if not (entry.journal and journals) else "other" if "journal" in lost else "same"
    one = _one_work(question, title, authors, year, journal, place)
    # Volume and page of one edition under the name of the other belong to neither.
    twin = place != "same" and any(holder.periodicals.twins(entry.journal, name) for name in journals)
    passed = set()
    if title != "near":
        passed.add("title")
    if authors == "other":
        passed |= {"authors", "initials"}
    if twin or not one:
        passed |= {"year", "journal", "volume", "issue", "page"}
    differences = tuple(difference for difference in compared.differences if difference.field not in passed)
    return Agreement(paper, title, authors, year, place, differences, compared.remarks, one, twin)


def _divided(holder: Holder, question: Question, journals: tuple[str, ...]) -> Entry:
    """Return the fields of a citation; of a typed line without the end of a title before the record's journal."""
    entry = question.entry
    parts = entry.journal.split(". ") if question.typed else []
    for place in range(1, len(parts)):
        tail = ". ".join(parts[place:])
        if any(holder.periodicals.same(tail, name) for name in journals):
            return entry._replace(journal=tail)
    return entry


def _known(question: Question, paper: Paper) -> Known:
    """Return what a record tells, its titles in the script of the citation's alone."""
    written = latin(question.entry.title or question.text)
    titles = (title[:LONGEST_TITLE] for title in (paper.title, paper.original_title) if title)
    return Known(
        titles=tuple(title for title in titles if latin(title) == written),
        authors=paper.author,
        complete=paper.author_complete,
        journals=tuple(name for name in (paper.container_title, *paper.journals) if name),
        years=tuple(year for year in (paper.issued, *paper.years) if year),
        volume=paper.volume or "",
        issue=paper.issue or "",
        page=pages(paper.page) or "",
        doi=paper.doi or "",
        pmid=paper.pmid or "",
    )


def _one_work(
    question: Question, title: Likeness, authors: Likeness, year: Likeness, journal: Likeness, place: Likeness
) -> bool:
    """Tell whether a record is of the work that is cited, whatever of it is wrong."""
    if title == "same":
        long = len(telling(question.entry.title)) >= ALONE
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


def _title(question: Question, known: Known, compared: Compared) -> Likeness:
    if not known.titles or not (question.entry.title or question.typed):
        return "none"
    # Where a line has been divided wrongly, a title stands in it all the same.
    inside = question.typed and any(
        len(telling(title)) >= TELLING and key_of(title) in key_of(question.text) for title in known.titles
    )
    if inside or compared.likeness.same:
        return "same"
    if not question.entry.title:
        return "none"
    return "near" if compared.likeness.share >= NEAR else "other"


def _authors(entry: Entry, known: Known, compared: Compared) -> Likeness:
    if not entry.authors or not known.authors:
        return "none"
    if compared.stranger and not known.complete and len(known.authors) < len(entry.authors):
        return "none"
    if compared.met < 1 / 2:
        return "other"
    first = any(difference.field == "authors" and difference.known == known.authors[0]
                for difference in compared.differences)  # fmt: skip
    return "near" if first else "same"


def _year(question: Question, known: Known) -> Likeness:
    if not question.year or not known.years:
        return "none"
    away = min(abs(question.year - year) for year in known.years)
    return "same" if not away else "near" if away == 1 else "other"


def _place(entry: Entry, known: Known) -> Likeness:
    """Return how volume and first page agree."""
    if not (entry.volume and entry.page and known.volume and known.page):
        return "none"
    agree = same_volume(entry.volume, known.volume), same_first(entry.page, known.page)
    return "same" if all(agree) else "near" if any(agree) else "other"
