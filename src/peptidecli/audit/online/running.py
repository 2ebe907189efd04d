"""Running an audit online: each document through the auditor, and what it leaves open to the registries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from ...dataset.dataset import Dataset
from ...registries.client import Client
from ..article.blocks import Article
from ..auditor import Auditor
from ..document import Document
from ..findings import AuditVerdict, Field, Finding
from ..running import Outcome, article_of, outcome_of
from .asking import Asker, Case, Watch
from .question import Asked, asked, number_of
from .verdicts import judged


class Online:
    """The auditor and the places to ask.

    `silent` are those that did not answer, and why; `open` counts the items that are unknown for that.
    """

    def __init__(self, dataset: Dataset, client: Client, watch: Watch | None = None) -> None:
        self._auditor = Auditor(dataset)
        self._asker = Asker(client, self._auditor.works.periodicals)
        self._watch = watch
        self.silent: dict[str, str] = {}
        self.open = 0

    def run(self, documents: Iterable[Document]) -> Iterator[tuple[Outcome, bool]]:
        """Yield what comes of each document, and whether every place that was asked has answered."""
        for document in documents:
            article = article_of(document)
            if isinstance(article, Outcome):
                yield article, True
                continue
            waiting = self.open
            outcome = self.of(article)
            yield msgspec.structs.replace(outcome, mark=document.mark), self.open == waiting

    def of(self, article: Article) -> Outcome:
        """Return what comes of an article."""
        audited = self._auditor.audit(article)
        findings = list(audited.findings)
        questions = list(asked(article, self._auditor.names, findings))
        cases = self._asker.ask([item.question for item in questions], self._watch)
        first: dict[str, tuple[str, int]] = {}
        for item, case in zip(questions, cases, strict=True):
            for where, why in case.silent.items():
                self.silent.setdefault(where, why)
            self.open += _take(findings, item, case)
            _once(findings, item, case, first)
        return outcome_of(audited._replace(findings=findings))


def _take(findings: list[Finding], item: Asked, case: Case) -> bool:
    """Put an answer in the place of the findings that waited for it; tell whether it is open for want of an answer."""
    answer = judged(case)
    if item.citation is not None:
        findings[item.citation] = _said(findings[item.citation], answer.verdict, answer.detail, answer.fields)
    for place in item.numbers:
        number = number_of(findings[place].text)
        told = answer.numbers.get(number.kind) if number else None
        if item.citation is None:
            told = (answer.verdict, answer.detail)
        if told:
            findings[place] = _said(findings[place], *told)
    return bool(case.silent) and answer.verdict == "unknown"


def _once(findings: list[Finding], item: Asked, case: Case, first: dict[str, tuple[str, int]]) -> None:
    """Say of a work that stands in a bibliography a second time where it stands first."""
    work = next(iter(case.works), None)
    if item.citation is None or work is None:
        return
    finding = findings[item.citation]
    here = (finding.file, finding.line)
    before = first.setdefault(f"{finding.file} {work.paper.doi or work.paper.pmid}", here)
    told = any(other.code == TWICE and (other.file, other.line) == here for other in findings)
    if before != here and finding.verdict == "matches" and not told:
        detail = f"The same work as on line {before[1]}. {finding.detail}"
        findings[item.citation] = _said(finding, "differs", detail, (Field(name="twice", given=finding.key or ""),))


TWICE = "citation-differs-twice"


def _said(finding: Finding, verdict: AuditVerdict, detail: str, fields: tuple[Field, ...] = ()) -> Finding:
    return msgspec.structs.replace(finding, verdict=verdict, detail=detail, fields=fields)
