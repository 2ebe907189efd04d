"""What follows from the answers: a verdict on a citation, with the record that it rests on.

`untraced` is said only where PubMed and Crossref have both answered, and one of them holds the journal of that year, so
that the paper would be there if it were: never "invented", always "not found at" and where. All else is `unknown`, with
the reason.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ...intake.paper import Change, Paper
from ...notation import people
from ...notation.words import latin
from ..article.blocks import Entry
from ..article.citations import citations
from ..findings import AuditVerdict, Field
from ..holding import Difference
from ..titles import telling
from .agreement import Agreement, held
from .asking import Case, number_of, numbers, this_year
from .question import Question

SHORT = 4
"""Telling words below which a title is too little to say that it is not found."""


class Answer(NamedTuple):
    """What is said of a citation, of each of its numbers by kind, and which fields are not as the record has them."""

    verdict: AuditVerdict
    detail: str
    numbers: dict[str, tuple[AuditVerdict, str]]
    fields: tuple[Field, ...] = ()


def judged(case: Case) -> Answer:
    """Return what follows from what the places said of a citation."""
    if case.question.bare:
        return _bare(case)
    works = case.works
    if works:
        return _of_work(case, works[0], works)
    return _not_found(case)


# -- a work that was found -------------------------------------------------------------------------------------------


def _of_work(case: Case, best: Agreement, works: list[Agreement]) -> Answer:
    question, paper = case.question, best.paper
    told = _numbers(case, best, works)
    named = described(paper)
    wrong = [said for verdict, said in told.values() if verdict == "misattributed"]
    others = [said for verdict, said in told.values() if verdict == "differs"]
    problems = _standing_out(best, works)
    changes = [change for found in works for change in found.paper.changes if change.standing in _GRAVE]
    if best.authors == "other" and question.entry.authors:
        detail = f"Its title is that of {named}, which names none of these authors."
        return Answer("misattributed", detail, told, (Field(name="authors"),))
    if wrong:
        return Answer("misattributed", f"{' '.join(wrong)} The work is {named}.", told, (Field(name="number"),))
    if changes and not _SAID.search(question.text):
        return Answer("retracted", f"{noticed(changes[0])} {_it_has(paper)}: {named}.", told)
    if problems or others:
        said = (*(own.text for own in problems), *others, f"{_it_has(paper)}: {named}.")
        fields = tuple(Field(name=own.field, given=own.given, record=own.known) for own in problems)
        return Answer("differs", " ".join(said), told, fields)
    parts = [f"Not in the dataset. {_it_has(paper)}: {named}.", *best.remarks]
    if best.twin:
        parts.append(
            f"{paper.container_title} and the journal named are one in two languages; its place there is not compared."
        )
    lacking = _lacking(question, paper, works)
    if lacking:
        parts.append(f"It lacks {' and '.join(lacking)}.")
    return Answer("matches", " ".join(parts), told)


_SAID = re.compile(r"retract|\bconcern\b|отозван", re.IGNORECASE)
_GRAVE = ("retracted", "expression-of-concern")


def _standing_out(best: Agreement, works: list[Agreement]) -> list[Difference]:
    """Return what differs from the best record and is not right by another record of the same work."""
    others = [other for other in works if other is not best and _one(best.paper, other.paper)]
    return [
        own for own in best.differences
        if not any(other.authors != "other" and own.field not in {lost.field for lost in other.differences}
                   and _tells(other.paper, own.field) for other in others)
    ]  # fmt: skip


_ATTRIBUTES = {"authors": "author", "initials": "author", "year": "issued", "journal": "container_title"}


def _tells(paper: Paper, field: str) -> bool:
    return bool(getattr(paper, _ATTRIBUTES.get(field, field)))


def _one(a: Paper, b: Paper) -> bool:
    """Tell whether two records are of one paper."""
    if a.doi and b.doi:
        return a.doi.lower() == b.doi.lower()
    if a.pmid and b.pmid:
        return a.pmid == b.pmid
    return telling(a.title or "") == telling(b.title or "")


def _numbers(case: Case, best: Agreement, works: list[Agreement]) -> dict[str, tuple[AuditVerdict, str]]:
    """Return what is to be said of the numbers of a citation whose work is known."""
    told: dict[str, tuple[AuditVerdict, str]] = {}
    for kind, value in numbers(case.question):
        own = {
            number
            for found in works
            if (number := number_of(found.paper, kind)) and (found is best or _one(best.paper, found.paper))
        }
        right = value.lower() if kind == "DOI" else value
        if right in own or (kind in case.by_number and any(found.paper is case.by_number[kind] for found in works)):
            told[kind] = ("matches", f"{kind} of {described(best.paper)}.")
        elif kind in case.by_number:
            paper = case.by_number[kind]
            real = f" Its {kind} is {min(own)}." if own else ""
            if paper:
                told[kind] = ("misattributed", f"{kind} {value} is {described(paper)}.{real}")
            else:
                told[kind] = ("differs", f"{kind} {value} does not exist.{real}")
        elif kind in {"PMID", "PMCID"} and own:
            told[kind] = ("differs", f"Its {kind} is {min(own)}, not {value}.")
        else:
            told[kind] = ("unknown", f"{kind} {value} could not be asked{_why(case)}.")
    return told


def _lacking(question: Question, paper: Paper, works: list[Agreement]) -> list[str]:
    """Return the numbers that a citation does not give and a record of its work has."""
    papers = [paper, *(other.paper for other in works if _one(paper, other.paper))]
    return [
        f"{'doi:' if kind == 'DOI' else kind + ' '}{value}"
        for kind, given in (("DOI", question.entry.doi), ("PMID", question.entry.pmid))
        if not given and (value := next((number for own in papers if (number := number_of(own, kind))), None))
    ]


def _it_has(paper: Paper) -> str:
    return f"{paper.trace} has it" if paper.trace in {"PubMed", "Crossref"} else f"Registered with {paper.trace}"


def described(paper: Paper) -> str:
    """Return a registry's record in one line: authors, year, title, journal, number."""
    names = people.byline(paper.author, paper.author_complete, 1) if paper.author else "no authors"
    number = f"PMID {paper.pmid}" if paper.pmid else f"doi:{paper.doi}" if paper.doi else ""
    title = paper.title or paper.original_title or ""
    title = f"{title[:250]}…" if len(title) > 250 else title
    head = " ".join(filter(None, (names, str(paper.issued or ""))))
    return ", ".join(filter(None, (head, title, paper.container_title, number)))


def noticed(change: Change) -> str:
    """Return what has become of a work, with the numbers of the notice."""
    word = "Retracted" if change.standing == "retracted" else "Under an expression of concern"
    parts = (
        word,
        str(change.issued or ""),
        f"PMID {change.pmid}" if change.pmid else "",
        f"doi:{change.doi}" if change.doi else "",
    )
    return " ".join(filter(None, parts)) + "."


# -- a number alone --------------------------------------------------------------------------------------------------


def _bare(case: Case) -> Answer:
    (kind, value), *_ = [*numbers(case.question), ("", "")]
    paper = case.by_number.get(kind)
    if paper and case.question.beside and _of_others(case, paper):
        return Answer("misattributed", f"{kind} {value} is {described(paper)}, not {case.question.beside}.", {})
    if paper:
        grave = [change for change in paper.changes if change.standing in _GRAVE]
        if grave and not _SAID.search(case.question.text):
            return Answer("retracted", f"{noticed(grave[0])} {kind} of {described(paper)}.", {})
        return Answer("matches", f"Not in the dataset. {kind} of {described(paper)}.", {})
    if kind in case.by_number:
        where = "Crossref and doi.org" if kind == "DOI" else "PubMed"
        return Answer("unknown" if kind == "PMCID" else "untraced", f"{kind} {value} is not found at {where}.", {})
    if case.elsewhere:
        return Answer("unknown", f"Registered with {case.elsewhere}, which gives no record of it.", {})
    return Answer("unknown", f"Not in the dataset{_why(case)}.", {})


def _of_others(case: Case, paper: Paper) -> bool:
    """Tell whether what a text cites beside a number is no author of its paper, or of a year that is far from it."""
    for cited in citations(case.question.beside, lambda _: True, lambda _: False):
        authors = tuple(f"{family}," for family in cited.families)
        entry = Entry("", authors, True, str(cited.year or ""))
        agreed = held(case.holder, case.question._replace(entry=entry), paper)
        return agreed.authors == "other" or agreed.year == "other"
    return False


# -- a work that was not found -----------------------------------------------------------------------------------------


def _not_found(case: Case) -> Answer:
    question = case.question
    told: dict[str, tuple[AuditVerdict, str]] = {}
    for kind, value in numbers(question):
        paper = case.by_number.get(kind)
        if paper:
            told[kind] = ("misattributed", f"{kind} {value} is {described(paper)}.")
        elif kind in case.by_number and kind != "PMCID":
            told[kind] = ("untraced", f"{kind} {value} does not exist.")
    wrong = [said for verdict, said in told.values() if verdict == "misattributed"]
    gone = [said for verdict, said in told.values() if verdict == "untraced"]
    near = _nearest(case)
    reason = _no_telling(case)
    if question.year > this_year() + 1:
        gone.append(f"{question.year} is still to come.")
    if wrong:
        rest = f"What is cited was not found at {_places(case)}." if case.searched and not reason else ""
        return Answer("misattributed", " ".join(filter(None, (*wrong, rest, near))), told, (Field(name="number"),))
    if reason:
        verdict: AuditVerdict = "differs" if gone else "unknown"
        return Answer(verdict, " ".join((*gone, f"Not in the dataset{reason}.", near)).strip(), told)
    holding = [place for place in ("PubMed", "Crossref") if case.holds.get(place)]
    year = f" of {question.year}" if question.year else ""
    have = "have" if len(holding) > 1 else "has"
    detail = f"Not found at {_places(case)}; {' and '.join(holding)} {have} {question.entry.journal}{year}."
    return Answer("untraced", " ".join(filter(None, (*gone, detail, near))), told)


def _places(case: Case) -> str:
    return " and ".join(place for place in ("PubMed", "Crossref") if place in case.searched)


def _why(case: Case) -> str:
    """Return why nothing can be said, where a place did not answer."""
    if case.silent:
        return f"; {' and '.join(case.silent)} did not answer"
    return ""


def _no_telling(case: Case) -> str:
    """Return why it means nothing that a work was not found, empty where it does mean something."""
    question = case.question
    if case.silent:
        return _why(case)
    if case.elsewhere:
        return f"; its DOI is registered with {case.elsewhere}, which gives no record of it"
    if not question.entry.title:
        return "; it gives no title that could be asked for"
    if not latin(question.entry.title):
        return "; PubMed and Crossref rarely hold titles in this script"
    if len(telling(question.entry.title)) < SHORT:
        return "; its title is too short to be sure that it is not there"
    if not question.entry.journal:
        return "; it names no journal: books, theses and pages are not held by PubMed, and by Crossref in part"
    if question.year == this_year():
        return "; it is too new to be sure that it is there"
    if case.holder.periodicals.translated(question.entry.journal):
        return "; of this Russian journal registries hold one edition or the other, often not the title as it is given"
    if not any(case.holds.values()):
        year = f" of {question.year}" if question.year else ""
        return f"; neither PubMed nor Crossref holds {question.entry.journal[:120]}{year}"
    return ""


def _nearest(case: Case) -> str:
    """Return the record with the most similar title, where there is one."""
    near = [
        found.paper
        for found in case.found.values()
        if found.title == "near" or (found.title == "same" and found.authors != "none")
    ]
    return f"Nearest: {described(near[0])}." if near else ""
