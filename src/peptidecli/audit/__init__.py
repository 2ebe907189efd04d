"""The audit: an article in, what in it stands and what does not out, line by line.

`article` reads files of any form into blocks and sentences; `checks` hold what they find in a sentence against the
dataset, each its own kind of thing; `auditor` runs them; `works` and `tracing` look up the bibliography.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from ..dataset.dataset import Dataset
from .article.blocks import Article
from .article.reading import parse, read
from .auditor import Audited, Auditor, Watch
from .findings import NOTE, PROBLEMS, VERDICTS, Audit, Finding, Reading, Summary, only_problems, summary
from .running import outcome_of
from .silencing import Silences

__all__ = [
    "NOTE", "PROBLEMS", "VERDICTS", "Article", "Audit", "Audited", "Auditor", "Finding", "Reading", "Summary", "audit",
    "only_problems", "parse", "read",
]  # fmt: skip


@lru_cache(maxsize=1)
def _auditor_of(dataset: Dataset) -> Auditor:
    """Return the auditor of a dataset, which takes half a second to be made: who asks again gets the same."""
    return Auditor(dataset)


def audit(dataset: Dataset, articles: Iterable[Article], watch: Watch | None = None) -> Audit:
    """Return what the dataset knows of everything checkable in the articles, in reading order."""
    auditor = _auditor_of(dataset)
    readings: list[Reading] = []
    findings: list[Finding] = []
    for outcome in Silences().over(outcome_of(auditor.audit(article, watch)) for article in articles):
        readings += outcome.readings
        findings += outcome.findings
    return Audit(files=tuple(readings), findings=tuple(findings), summary=summary(findings))
