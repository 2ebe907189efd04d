"""The audit: an article in, what in it stands and what does not out, line by line.

`reading` and `markup` give blocks with line numbers; `subjects` tells whom each sentence speaks of; `citations`
recognises and `tracing` traces author and year; `identifiers`, `figures` and `statements` hold the rest against the
dataset.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from ..dataset.dataset import Dataset

from .citations import Cited, citations, numbers_without_list
from .figures import Figures
from .findings import (
    NOTE,
    PROBLEMS,
    VERDICTS,
    Audit,
    AuditVerdict,
    Finding,
    FindingKind,
    Reading,
    Summary,
    only_problems,
    summary,
)
from .identifiers import Registry
from .identifiers import numbers as identifiers
from .ownership import Owners
from .reading import Article, parse, read
from .statements import Statements
from .subjects import Names, Sentence, sentences_of
from .tracing import Traced, Tracer
from .works import Works

__all__ = [
    "NOTE", "PROBLEMS", "VERDICTS", "Article", "Audit", "Finding", "Reading", "Summary", "audit", "only_problems",
    "parse", "read",
]  # fmt: skip

Watch = Callable[[Article, int], None]
"""Is told, while an article is held against the dataset, on which of its lines the audit is."""


def audit(dataset: Dataset, articles: Iterable[Article], watch: Watch | None = None) -> Audit:
    """Return what the dataset knows of everything checkable in the articles, in reading order."""
    auditor = _Auditor(dataset)
    readings: list[Reading] = []
    findings: list[Finding] = []
    for article in articles:
        readings.append(Reading(file=article.name, lines=article.lines, replaced=article.replaced))
        findings += auditor.findings(article, watch)
    return Audit(files=tuple(readings), findings=tuple(findings), summary=summary(findings))


class _Auditor:
    """The dataset, made ready once for all articles."""

    def __init__(self, dataset: Dataset) -> None:
        self.names = Names(dataset)
        self.works = Works(dataset)
        self.tracer = Tracer(self.works, self.names)
        owners = Owners(self.names)
        self.registry = Registry(dataset, self.tracer, owners)
        self.figures = Figures(dataset, owners)
        self.statements = Statements(dataset, self.names)

    def findings(self, article: Article, watch: Watch | None) -> list[Finding]:
        """Return the findings of an article by line; within a line as they stand."""
        found: list[tuple[int, int, int, Finding]] = []
        sentences = list(sentences_of(article, self.names))
        named = frozenset(mention.compound for sentence in sentences for mention in sentence.named if mention.compound)
        cited: list[tuple[Cited, Traced]] = []
        block = None
        for number, sentence in enumerate(sentences):
            if sentence.block is not block:
                block, cited = sentence.block, []
                if watch:
                    watch(article, sentence.line(0))
            own = list(self._citations(sentence, named))
            cited += own
            for start, end, finding in self._of(article, sentence, own, cited):
                found.append((finding.line, number, start - (end == 0), finding))
        found += self._unlisted(article, sentences)
        return [entry[3] for entry in sorted(found, key=lambda entry: entry[:3])]

    @staticmethod
    def _unlisted(article: Article, sentences: Sequence[Sentence]) -> Iterator[tuple[int, int, int, Finding]]:
        """Yield that an article cites by number without a list of references."""
        kinds = ((s.plain, s.block.kind == "heading", s.listed is not None) for s in sentences)
        unlisted = numbers_without_list(kinds)
        if unlisted:
            place, numbers = unlisted
            line = sentences[place].line(0)
            text = f"[{numbers[0]}] to [{numbers[-1]}]"
            detail = f"{len(numbers)} numbers are cited, but no list of references says what they mean."
            yield line, place, -1, Finding(line=line, kind="citation", text=text, verdict="untraced", detail=detail,
                                           reference=None, file=article.name)  # fmt: skip

    def _citations(self, sentence: Sentence, article: frozenset[str]) -> Iterator[tuple[Cited, Traced]]:
        if sentence.listed:
            yield sentence.listed, self.tracer.trace_line(sentence.listed, sentence.plain, article)
            return
        found = list(citations(sentence.plain, self.works.known, self._no_author))
        for place, cited in enumerate(found):
            before = found[place - 1].end if place else 0
            after = found[place + 1].start if place + 1 < len(found) else len(sentence.plain)
            # What a citation in brackets is cited for stands before it.
            start, end = (before, cited.end) if cited.bracketed else (before, after)
            said = sentence.plain[start:end]
            inside = (m.compound for m in sentence.named if m.compound and start <= m.start < end)
            compounds = tuple(dict.fromkeys(inside))
            yield cited, self.tracer.trace(cited, said, compounds, article)

    def _no_author(self, word: str) -> bool:
        return self.names.compound(word) is not None

    def _of(
        self, article: Article, sentence: Sentence, own: list[tuple[Cited, Traced]], cited: list[tuple[Cited, Traced]]
    ) -> Iterator[tuple[int, int, Finding]]:
        def finding(
            kind: FindingKind, start: int, end: int, verdict: AuditVerdict, detail: str, reference: str | None
        ) -> Finding:
            return Finding(
                line=sentence.line(start),
                kind=kind,
                text=sentence.text[start:end],
                verdict=verdict,
                detail=detail,
                reference=reference,
                file=article.name,
            )

        for citation, traced in own:
            yield (
                citation.start,
                citation.end,
                finding("citation", citation.start, citation.end, traced.verdict, traced.detail, traced.reference),
            )
        for number in identifiers(sentence):
            judged = self.registry.judge(number, sentence, own)
            yield number.start, number.end, finding("identifier", number.start, number.end, *judged)
        wrong_figure = False
        for figure in self.figures.find(sentence, cited, len(own)):
            wrong_figure |= figure.verdict in PROBLEMS
            yield figure.start, figure.end, finding("figure", *figure)
        for said in self.statements.find(sentence, [citation for citation, _ in cited]):
            # A figure that is wrong has been named already.
            if not (wrong_figure and said.statement.topic in {"identity", "pharmacokinetics"}):
                yield 0, 0, finding("statement", 0, len(sentence.text), said.verdict, said.detail, said.reference)
