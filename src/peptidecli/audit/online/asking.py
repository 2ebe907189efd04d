"""Asking PubMed, Crossref and doi.org about citations: by number, by place, by title, until one answer agrees.

Cheapest first, and no further than is needed: numbers and places many in a call, then the title at PubMed, then the
whole reference at Crossref. A place that does not answer is asked nothing more in a run; the others go on.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, TypeVar

from ...errors import RefusedError, RegistryError
from ...intake.paper import Paper
from ...notation import people
from ...notation.words import ascii_of, latin, named_greek, spaced
from ...registries import crossref, doi, pubmed
from ...registries.client import Client
from ..holding import Holder
from ..periodicals import Periodicals
from ..titles import telling
from .agreement import Agreement, held
from .question import Question

T = TypeVar("T")
Where = Literal["PubMed", "Crossref", "doi.org"]
Watch = Callable[[int, int], None]
"""Is told how many of how many citations have been answered."""

TOGETHER = 50
"""Citations that are worked at together, so that numbers and places are asked many in a call."""
MOST_WORDS = 20
"""Telling words of a title that are asked."""
LONGEST = 400
"""Characters of a reference that Crossref is asked."""
REFUSALS = 3
"""Refusals in a row from which a place is taken not to answer at all."""


class Case:
    """A citation, what each place said of it, and which did not answer."""

    def __init__(self, question: Question, holder: Holder) -> None:
        self.question, self.holder = question, holder
        self.found: dict[str, Agreement] = {}
        """Agreements with the records that were looked at, by registry and number."""
        self.by_number: dict[str, Paper | None] = {}
        """What lies under the numbers of the citation, by kind; None where nothing does."""
        self.elsewhere = ""
        """The agency that registered the DOI, where it gives no record."""
        self.searched: set[Where] = set()
        """The places that have answered a search for the whole citation."""
        self.silent: dict[Where, str] = {}
        """The places that did not answer, and why."""
        self.holds: dict[Where, bool] = {}
        """Whether a place holds the journal of that year, where that was asked."""

    def hold(self, paper: Paper | None, *, at_place: bool = False) -> None:
        """Hold the citation against a record."""
        if paper and (paper.title or paper.original_title):
            key = f"{paper.trace} {paper.pmid or paper.doi or paper.title}"
            if key not in self.found or at_place:
                self.found[key] = held(self.holder, self.question, paper, at_place=at_place)

    @property
    def works(self) -> list[Agreement]:
        """The records of the work that is cited, the one that agrees best first."""
        return sorted(
            (agreement for agreement in self.found.values() if agreement.one_work),
            key=lambda found: (
                len(found.differences),
                found.authors == "other",
                found.title != "same",
                found.paper.trace != "PubMed",
            ),
        )

    @property
    def clean(self) -> bool:
        """Whether a record agrees in everything, the numbers too, so that nobody else need be asked."""
        best = next(iter(self.works), None)
        if (
            not best
            or best.differences
            or best.authors == "other"
            or (best.title == "none" and self.question.entry.title)
        ):
            return False
        return all(number_of(best.paper, kind) == value for kind, value in numbers(self.question))


def numbers(question: Question) -> list[tuple[str, str]]:
    """Return the numbers of a citation that can be asked for, each with its kind."""
    return [
        (kind, value)
        for kind, value in (("PMID", question.entry.pmid), ("DOI", question.entry.doi), ("PMCID", question.entry.pmcid))
        if value
    ]


def number_of(paper: Paper, kind: str) -> str | None:
    """Return the number of a kind that a record gives, as it is compared."""
    value: str | None = getattr(paper, kind.lower())
    return value.lower() if value and kind == "DOI" else value


class Asker:
    """Asks the places, and remembers which do not answer."""

    def __init__(self, client: Client, periodicals: Periodicals) -> None:
        self.client = client
        self._holder = Holder(periodicals)
        self.down: dict[Where, str] = {}
        self._refused: dict[Where, int] = {}

    def ask(self, questions: Sequence[Question], watch: Watch | None = None) -> Iterator[Case]:
        """Yield what is said of each citation, in order."""
        done = 0
        for start in range(0, len(questions), TOGETHER):
            cases = [Case(question, self._holder) for question in questions[start : start + TOGETHER]]
            self._by_pmid(cases)
            self._by_place(cases)
            for case in cases:
                if not case.clean:
                    self._alone(case)
                done += 1
                if watch:
                    watch(done, len(questions))
            yield from cases

    def _alone(self, case: Case) -> None:
        """Ask what is asked for one citation at a time, until an answer agrees."""
        self._by_doi(case)
        if case.question.bare:
            self._by_pmcid(case)
            return
        for ask in (self._by_title, self._by_reference):
            if not case.clean:
                ask(case)
        if not case.works:
            self._who_holds_the_journal(case)

    # -- a place that may not answer ---------------------------------------------------------------------------------

    def _try(self, where: Where, cases: Iterable[Case], call: Callable[[], T]) -> T | None:
        """Return what a place says, None where it does not answer; that is noted with the citations."""
        why = self.down.get(where)
        if why is None:
            try:
                answer = call()
            except RefusedError as error:
                why = str(error)
                self._refused[where] = self._refused.get(where, 0) + 1
                if self._refused[where] >= REFUSALS:
                    self.down[where] = why
            except RegistryError as error:
                why = self.down[where] = str(error)
            else:
                self._refused[where] = 0
                return answer
        for case in cases:
            case.silent[where] = why
        return None

    # -- by number ---------------------------------------------------------------------------------------------------

    def _by_pmid(self, cases: list[Case]) -> None:
        asking = [case for case in cases if case.question.entry.pmid]
        papers = self._papers(asking, [case.question.entry.pmid for case in asking])
        for case, paper in zip(asking, papers or (), strict=False):
            case.by_number["PMID"] = paper
            case.hold(paper)

    def _papers(self, cases: Sequence[Case], values: Sequence[str]) -> list[Paper | None] | None:
        """Return the papers of PubMed's numbers in order; None where PubMed does not answer."""
        if not values:
            return []
        found = self._try("PubMed", cases, lambda: pubmed.fetch(self.client, values))
        return None if found is None else [found[value] for value in values]

    def _by_pmcid(self, case: Case) -> None:
        if case.question.entry.pmcid:
            hits = self._try("PubMed", [case], lambda: pubmed.find(self.client, f"{case.question.entry.pmcid}[aid]", 2))
            if hits is not None:
                papers = self._papers([case], hits.numbers)
                if papers is not None:
                    fitting = (paper for paper in papers if paper and paper.pmcid == case.question.entry.pmcid)
                    case.by_number["PMCID"] = next(fitting, None)

    def _by_doi(self, case: Case) -> None:
        value = case.question.entry.doi
        if not value:
            return
        work = self._try("Crossref", [case], lambda: next(crossref.fetch(self.client, [value])))
        if work is None:
            return
        paper = work.paper
        if paper is None:
            named = work.agency or self._try("doi.org", [case], lambda: doi.agency(self.client, value) or "")
            if named is None:
                return
            if named:
                paper = self._try(
                    "doi.org", [case], lambda: doi.fetch(self.client, value, named or "") or Paper(trace="")
                )
                if paper is None or not paper.title:
                    case.elsewhere = named
                    return
        case.by_number["DOI"] = paper
        case.hold(paper)

    # -- by place ----------------------------------------------------------------------------------------------------

    def _by_place(self, cases: list[Case]) -> None:
        asking = [(case, place) for case in cases if not case.clean for place in _places(case)]
        if not asking:
            return
        places = [place for _, place in asking]
        found = self._try("PubMed", [case for case, _ in asking], lambda: pubmed.at(self.client, places))
        hits = [(case, place, value) for (case, place), value in zip(asking, found or (), strict=False) if value]
        papers = self._papers([case for case, _, _ in hits], [value for _, _, value in hits])
        for (case, place, _), paper in zip(hits, papers or (), strict=False):
            case.hold(paper, at_place=place.journal == ascii_of(case.question.entry.journal))

    # -- by words ----------------------------------------------------------------------------------------------------

    def _by_title(self, case: Case) -> None:
        terms = list(_terms(case.question))
        for term in terms:
            hits = self._try("PubMed", [case], lambda term=term: pubmed.find(self.client, term))  # type: ignore[misc]
            if hits is None:
                return
            papers = self._papers([case], hits.numbers)
            if papers is None:
                return
            for paper in papers:
                case.hold(paper)
            if case.clean:
                break
        if terms:
            case.searched.add("PubMed")

    def _by_reference(self, case: Case) -> None:
        words = _reference(case.question)
        if not words:
            return
        papers = self._try("Crossref", [case], lambda: crossref.like(self.client, words))
        if papers is not None:
            for paper in papers:
                case.hold(paper)
            case.searched.add("Crossref")

    def _who_holds_the_journal(self, case: Case) -> None:
        """Ask whether the places hold the journal of that year, so that their silence tells something."""
        question, periodicals = case.question, case.holder.periodicals
        journal = " ".join(question.entry.journal.replace('"', " ").split())[:200]
        if not journal or case.searched != {"PubMed", "Crossref"}:
            return
        term = f'"{periodicals.in_pubmed(journal) or journal}"[ta]' + (
            f" AND {question.year}[dp]" if question.year else ""
        )
        hits = self._try("PubMed", [case], lambda: pubmed.find(self.client, term, 1))
        if hits is not None:
            case.holds["PubMed"] = hits.total > 0
        known = self._try("Crossref", [case], lambda: crossref.journals(self.client, journal))
        if known is not None:
            case.holds["Crossref"] = any(
                periodicals.same(journal, own.title) and (not question.year or question.year in own.years)
                for own in known
            )


def _places(case: Case) -> Iterator[pubmed.Place]:
    """Yield the places under which PubMed may have a citation: as printed, and by the journal's other names."""
    question, periodicals = case.question, case.holder.periodicals
    first = question.entry.page.split("-")[0]
    if not (question.entry.journal and question.entry.volume and first):
        return
    author = people.vancouver(question.entry.authors[0]) if question.entry.authors else ""
    author = ascii_of(author) if latin(author) else ""
    names = (
        question.entry.journal if latin(question.entry.journal) else "",
        periodicals.in_pubmed(question.entry.journal),
        periodicals.translated(question.entry.journal),
    )
    for name in dict.fromkeys(filter(None, names)):
        yield pubmed.Place(ascii_of(name), str(question.year or ""), question.entry.volume, first, author)


_PASSED_OVER = frozenset(
    """
    a about after all also among an and any are as at be because been before being between both but by can did do does
    due during each either for found from further had has have how in into is it its made may most no nor of on or our
    shown since so some such than that the their these this those through to upon use used using various very was we
    were what when which while with within without
    """.split()
)
"""Words that PubMed passes over."""


def _terms(question: Question) -> Iterator[str]:
    """Yield what PubMed is asked about a title: all its words as printed, then some of them with an author or year."""
    if len(telling(question.entry.title)) < 2 or not latin(question.entry.title):
        return
    printed = spaced(ascii_of(named_greek(question.entry.title))).split()
    words = [word for word in dict.fromkeys(printed) if word not in _PASSED_OVER][:MOST_WORDS]
    if len(words) < 2:
        return
    yield " AND ".join(f"{word}[ti]" for word in words)
    if question.entry.authors:
        some = " OR ".join(f"{word}[ti]" for word in words)
        yield f"({some}) AND {ascii_of(people.family(question.entry.authors[0]))}[au]"
    if question.year and len(words) >= 4:
        longest = sorted(words, key=lambda word: (-len(word), word))
        yield " AND ".join([f"{word}[ti]" for word in longest[: max(3, len(words) // 2)]] + [f"{question.year}[dp]"])


def _reference(question: Question) -> str:
    """Return a reference as Crossref is asked for it."""
    if question.typed:
        return " ".join(question.text.split())[:LONGEST]
    if not question.entry.title:
        return ""
    names = [people.family(name) for name in question.entry.authors[:3]]
    parts = (question.entry.title[: LONGEST - 100], *names, str(question.year or ""), question.entry.journal[:80])
    return " ".join(filter(None, parts))


def this_year() -> int:
    """Return the year that is."""
    return datetime.date.today().year
