"""What an audit finds: one finding for everything in an article that can be held against the dataset."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from ..dataset.model import Answer, Record
from ..notation.listing import first_of
from .article.blocks import Missing

FindingKind = Literal["citation", "identifier", "figure", "statement"]
AuditVerdict = Literal["matches", "differs", "retracted", "untraced", "misattributed", "unknown"]

VERDICTS: tuple[AuditVerdict, ...] = ("matches", "differs", "retracted", "untraced", "misattributed", "unknown")
PROBLEMS: frozenset[AuditVerdict] = frozenset({"differs", "retracted", "untraced", "misattributed"})
"""Verdicts that speak against the article. `unknown` does not: the dataset is not the whole literature."""


class Field(Record, frozen=True):
    """A field of an entry that is not as the record has it: its name, what stands there, and what the record has.

    Both are empty where the entry as a whole is of something else.
    """

    name: str
    given: str = ""
    record: str = ""


class Silenced(Record, frozen=True):
    """Why a finding is silenced, and where that stands: `peptide.toml:3`, `article.md:12`."""

    reason: str
    by: str


class Finding(Record, frozen=True):
    """One item of an article: where it stands, as what, its words, and what the dataset knows of it.

    `line` counts from 1; `reference` is the id of the reference that is meant, or of the nearest real one.
    `own` tells that this reference is of the user's own data. `key` is that of the entry of a bibliography, `fields`
    are those of it that are not as the record has them, the gravest first; `code` follows from kind, verdict and
    fields. `silenced` is set where a person has looked into it, and it no longer counts.
    """

    line: int
    kind: FindingKind
    text: str
    verdict: AuditVerdict
    detail: str
    reference: str | None
    file: str
    own: bool = False
    key: str | None = None
    fields: tuple[Field, ...] = ()
    code: str = ""
    silenced: Silenced | None = None

    def __post_init__(self) -> None:
        """Give it the code of what it is, also where it was made of another."""
        first = self.fields[0].name if self.fields and self.kind == "citation" else ""
        told = f"-{first}" if first in FIELDS.get(self.verdict, ()) else ""
        msgspec.structs.force_setattr(self, "code", sys.intern(f"{self.kind}-{self.verdict}{told}"))

    @property
    def counts(self) -> bool:
        """Whether it speaks against the article, and nobody has silenced it."""
        return self.verdict in PROBLEMS and self.silenced is None


FIELDS: dict[str, tuple[str, ...]] = {
    "differs": ("title", "authors", "initials", "year", "journal", "volume", "issue", "page", "twice"),
    "misattributed": ("title", "authors", "number"),
}
"""The fields of a citation that have a code of their own, by verdict."""


class Reading(Record, frozen=True):
    """A file as it was read: its name, its lines, and what of it was read as what.

    `replaced` counts the bytes that were no text in its `encoding`; `citations` the citations and entries that were
    understood; `not_understood` are the lines that look like references and were not. `uncited` counts the entries
    that were left out because the manuscript does not cite them, `missing` are the keys that it cites and no
    bibliography has, `absent` what it names or holds that cannot be read (bibliographies, pages of a book, rows),
    each with the reason. `speaking` are the sentences that speak of a compound, `untold` those of them in which nothing
    was found that could be held against the dataset.
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
    speaking: int = 0
    untold: int = 0

    @property
    def lacking(self) -> tuple[str, ...]:
        """What there is to say of what cannot be read, behind the name of the file."""
        return tuple(f"cannot be read whole: {reason}" for reason in self.absent)


MOST_LINES = 10
"""Lines that are named, of those that were not understood."""


def passed_over(lines: Sequence[str]) -> str:
    """Say how many lines that look like references were not understood, and where the first stand."""
    looks = "line that looks like a reference was" if len(lines) == 1 else "lines that look like references were"
    return f"{len(lines)} {looks} not understood: {first_of(lines, MOST_LINES)}"


class Summary(Record, frozen=True):
    """How many items were checked, stand, do not stand, and are not known here; and how many per verdict.

    What is `silenced` is counted in none of these but `checked`.
    """

    checked: int
    stand: int
    problems: int
    unknown: int
    verdicts: dict[AuditVerdict, int]
    silenced: int = 0

    @property
    def told(self) -> str:
        """How many stand, do not, and are unknown, in words."""
        stand, do = ("stands" if self.stand == 1 else "stand"), ("does" if self.problems == 1 else "do")
        return f"{self.stand} {stand}, {self.problems} {do} not, {self.unknown} unknown"


NOTE = "Unknown is not wrong: the dataset is not the whole literature."


class Audit(Answer, frozen=True):
    """The answer to `peptide audit`. `summary` counts all findings, even where only the problems are listed."""

    files: tuple[Reading, ...]
    findings: tuple[Finding, ...]
    summary: Summary
    note: str = NOTE


def summary(findings: Iterable[Finding]) -> Summary:
    """Return the findings in numbers."""
    counts: Counter[AuditVerdict | None] = Counter(None if f.silenced else f.verdict for f in findings)
    silenced = counts.pop(None, 0)
    return summary_of({verdict: counts[verdict] for verdict in VERDICTS}, silenced)


def summary_of(verdicts: Mapping[AuditVerdict, int], silenced: int = 0) -> Summary:
    """Return the summary of how many findings there are of each verdict, and of how many that are silenced."""
    counts: dict[AuditVerdict, int] = {verdict: verdicts.get(verdict, 0) for verdict in VERDICTS}
    return Summary(
        checked=sum(counts.values()) + silenced,
        stand=counts["matches"],
        problems=sum(counts[verdict] for verdict in PROBLEMS),
        unknown=counts["unknown"],
        verdicts=counts,
        silenced=silenced,
    )


def only_problems(audit: Audit) -> Audit:
    """Return an audit that lists only what speaks against the article."""
    kept = tuple(finding for finding in audit.findings if finding.counts)
    return msgspec.structs.replace(audit, findings=kept)
