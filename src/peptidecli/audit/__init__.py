"""The audit: an article in, what in it stands and what does not out, line by line.

`article` reads files of any form into blocks and sentences; `checks` hold what they find in a sentence against the
dataset, each its own kind of thing; `auditor` runs them; `works` and `tracing` look up the bibliography.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..dataset.dataset import Dataset
from .article.blocks import Article
from .article.reading import parse, read
from .auditor import Audited, Auditor, Watch
from .findings import NOTE, PROBLEMS, VERDICTS, Audit, Finding, Reading, Summary, only_problems, summary

__all__ = [
    "NOTE", "PROBLEMS", "VERDICTS", "Article", "Audit", "Audited", "Auditor", "Finding", "Reading", "Summary", "audit",
    "only_problems", "parse", "read",
]  # fmt: skip


def audit(dataset: Dataset, articles: Iterable[Article], watch: Watch | None = None) -> Audit:
    """Return what the dataset knows of everything checkable in the articles, in reading order."""
    auditor = Auditor(dataset)
    readings: list[Reading] = []
    findings: list[Finding] = []
    for article in articles:
        audited = auditor.audit(article, watch)
        readings += (audited.reading, *audited.beside)
        findings += audited.findings
    return Audit(files=tuple(readings), findings=tuple(findings), summary=summary(findings))
