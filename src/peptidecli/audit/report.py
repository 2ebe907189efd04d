"""The report on a corpus: what is wrong in how many pages, which pages are worst, which retracted works are cited."""

from __future__ import annotations

from collections import Counter

from ..dataset.model import Record
from ..notation.visible import in_a_line
from .findings import NOTE, PROBLEMS, AuditVerdict, Finding, FindingKind, Summary, summary_of
from .running import Outcome

MOST = 20
"""How many of the most frequent faults, and of the worst pages, are listed."""


class Fault(Record, frozen=True):
    """One thing that is wrong: of what kind, as it stands in the first page that has it, and in how many pages.

    `own` tells that it rests on the user's own data.
    """

    kind: FindingKind
    verdict: AuditVerdict
    text: str
    detail: str
    reference: str | None
    pages: int
    times: int
    own: bool = False


class Page(Record, frozen=True):
    """A page and how many things in it do not stand."""

    file: str
    problems: int
    checked: int


class Failure(Record, frozen=True):
    """A page that could not be audited, and why."""

    file: str
    error: str


class Report(Record, frozen=True):
    """The answer to `peptide audit --report`.

    `faults` are the most frequent, `retracted` the retracted works that are still cited, `worst` the worst pages.
    """

    pages: int
    lines: int
    citations: int
    not_understood: int
    clean: int
    summary: Summary
    faults: tuple[Fault, ...]
    retracted: tuple[Fault, ...]
    worst: tuple[Page, ...]
    failed: tuple[Failure, ...]
    note: str = NOTE


class Tally:
    """Gathers the report while the pages come in; of a page only numbers are kept."""

    def __init__(self) -> None:
        self._verdicts: Counter[AuditVerdict] = Counter()
        self._first: dict[tuple[str, str, str], Finding] = {}
        self._pages_of: Counter[tuple[str, str, str]] = Counter()
        self._times: Counter[tuple[str, str, str]] = Counter()
        self._pages: list[tuple[int, str, int]] = []
        self._failed: list[Failure] = []
        self._silenced = 0
        self.pages = self.lines = self.citations = self.passed = self.clean = 0

    def add(self, outcome: Outcome) -> None:
        """Take in what came of a page."""
        self.pages += 1
        if outcome.reading is None:
            self._failed.append(Failure(file=in_a_line(outcome.file), error=outcome.error))
            return
        self.lines += sum(reading.lines for reading in outcome.readings)
        self.citations += sum(reading.citations for reading in outcome.readings)
        self.passed += sum(len(reading.not_understood) for reading in outcome.readings)
        here: set[tuple[str, str, str]] = set()
        problems = 0
        for finding in outcome.findings:
            if finding.silenced:
                self._silenced += 1
                continue
            self._verdicts[finding.verdict] += 1
            if finding.verdict not in PROBLEMS:
                continue
            problems += 1
            # The same paper cited wrongly in the same way is one fault, whatever words stand around it.
            key = (finding.kind, finding.verdict, finding.detail)
            self._first.setdefault(key, finding)
            self._times[key] += 1
            here.add(key)
        self._pages_of.update(here)
        absent = [told for reading in outcome.readings for told in reading.lacking]
        self._failed += [Failure(file=in_a_line(outcome.file), error=told) for told in absent]
        self.clean += not (problems or absent)
        if problems:
            self._pages.append((problems, in_a_line(outcome.file), len(outcome.findings)))
            if len(self._pages) > 50 * MOST:
                self._pages = sorted(self._pages, key=lambda page: (-page[0], page[1]))[:MOST]

    def report(self) -> Report:
        """Return the report on the pages so far."""
        ordered = sorted(self._first, key=lambda key: (-self._pages_of[key], -self._times[key], key))
        worst = sorted(self._pages, key=lambda page: (-page[0], page[1]))[:MOST]
        return Report(
            pages=self.pages, lines=self.lines, citations=self.citations, not_understood=self.passed, clean=self.clean,
            summary=summary_of(self._verdicts, self._silenced),
            faults=tuple(self._fault(key) for key in ordered if key[1] != "retracted")[:MOST],
            retracted=tuple(self._fault(key) for key in ordered if key[:2] == ("citation", "retracted"))[:MOST],
            worst=tuple(Page(file=file, problems=problems, checked=checked) for problems, file, checked in worst),
            failed=tuple(self._failed),
        )  # fmt: skip

    def _fault(self, key: tuple[str, str, str]) -> Fault:
        first = self._first[key]
        return Fault(
            kind=first.kind, verdict=first.verdict, text=first.text, detail=first.detail, reference=first.reference,
            pages=self._pages_of[key], times=self._times[key], own=first.own,
        )  # fmt: skip
