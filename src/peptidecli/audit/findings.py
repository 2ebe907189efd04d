"""What an audit finds: one finding for everything in an article that can be held against the dataset."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from ..dataset.model import Record
from .article.blocks import Missing

FindingKind = Literal["citation", "identifier", "figure", "statement"]
AuditVerdict = Literal["matches", "differs", "retracted", "untraced", "misattributed", "unknown"]

VERDICTS: tuple[AuditVerdict, ...] = ("matches", "differs", "retracted", "untraced", "misattributed", "unknown")
PROBLEMS: frozenset[AuditVerdict] = frozenset({"differs", "retracted", "untraced", "misattributed"})
"""Verdicts that speak against the article. `unknown` does not: the dataset is not the whole literature."""


class Finding(Record, frozen=True):
    """One item of an article: where it stands, as what, its words, and what the dataset knows of it.

    `line` counts from 1; `reference` is the id of the reference that is meant, or of the nearest real one.
    `own` tells that this reference is of the user's own data.
    """

    line: int
    kind: FindingKind
    text: str
    verdict: AuditVerdict
    detail: str
    reference: str | None
    file: str
    own: bool = False


class Reading(Record, frozen=True):
    """A file as it was read: its name, its lines, and what of it was read as what.

    `replaced` counts the bytes that were no text in its `encoding`; `citations` the citations and entries that were
    understood; `not_understood` are the lines that look like references and were not. `uncited` counts the entries
    that were left out because the manuscript does not cite them, `missing` are the keys that it cites and no
    bibliography has, `absent` the bibliographies it names that cannot be read, each with the reason.
    """

    file: str
    lines: int
    replaced: int
    encoding: str
    citations: int
    not_understood: tuple[int, ...]
    uncited: int = 0
    missing: tuple[Missing, ...] = ()
    absent: tuple[str, ...] = ()


class Summary(Record, frozen=True):
    """How many items were checked, stand, do not stand, and are not known here; and how many per verdict."""

    checked: int
    stand: int
    problems: int
    unknown: int
    verdicts: dict[AuditVerdict, int]


NOTE = "Unknown is not wrong: the dataset is not the whole literature."


class Audit(Record, frozen=True):
    """The answer to `peptide audit`. `summary` counts all findings, even where only the problems are listed."""

    files: tuple[Reading, ...]
    findings: tuple[Finding, ...]
    summary: Summary
    note: str = NOTE


def summary(findings: Iterable[Finding]) -> Summary:
    """Return the findings in numbers."""
    return summary_of(Counter(finding.verdict for finding in findings))


def summary_of(verdicts: Mapping[AuditVerdict, int]) -> Summary:
    """Return the summary of how many findings there are of each verdict."""
    counts: dict[AuditVerdict, int] = {verdict: verdicts.get(verdict, 0) for verdict in VERDICTS}
    return Summary(
        checked=sum(counts.values()),
        stand=counts["matches"],
        problems=sum(counts[verdict] for verdict in PROBLEMS),
        unknown=counts["unknown"],
        verdicts=counts,
    )


def only_problems(audit: Audit) -> Audit:
    """Return an audit that lists only what speaks against the article."""
    kept = tuple(finding for finding in audit.findings if finding.verdict in PROBLEMS)
    return msgspec.structs.replace(audit, findings=kept)
