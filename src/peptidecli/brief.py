"""One screen on a compound: its strongest findings, and in numbers what does not hold."""

from __future__ import annotations

from collections import Counter

from . import evidence
from .model import Dataset, Record, Regulatory, Verdict
from .profile import Finding, Profile

FINDINGS = 3


class Brief(Record, frozen=True):
    """What is told of a compound on one screen.

    `findings` are the strongest, no two on one topic; `regulatory` the newest decision of every jurisdiction;
    `verdicts` counts statements that do not hold, `untraced` citations that are no references.
    """

    findings: tuple[Finding, ...]
    regulatory: tuple[Regulatory, ...]
    verdicts: dict[Verdict, int]
    untraced: int


def brief(dataset: Dataset, profile: Profile) -> Brief:
    """Return what of a full profile goes on one screen."""
    counted = Counter(statement.verdict for statement in profile.statements)
    order: tuple[Verdict, ...] = ("contradicted", "untraceable", "partly")
    return Brief(
        findings=_strongest(dataset, profile),
        regulatory=_decisions(profile),
        verdicts={verdict: counted[verdict] for verdict in order if counted[verdict]},
        untraced=len(profile.untraced),
    )


def _strongest(dataset: Dataset, profile: Profile) -> tuple[Finding, ...]:
    """Return the findings with the highest designs in people, then in animals, the largest and newest first."""
    rank = evidence.ranks(dataset)
    subjects = {design.id: design.subject for design in dataset.vocabulary.designs}

    def strength(finding: Finding) -> tuple[bool, bool, int, int, int]:
        claim = finding.claim
        newest = max(dataset.references[key].issued for key in claim.references)
        return (finding.retracted, claim.kind != "effect", rank[finding.level], -(claim.n or 0), -newest)

    living = [f for f in profile.findings if f.claim.kind != "origin" and (f.human or subjects[f.level] == "animal")]
    chosen: dict[str, Finding] = {}
    for finding in sorted(living, key=lambda finding: (not finding.human, strength(finding))):
        chosen.setdefault(finding.claim.topic, finding)
    return tuple(chosen.values())[:FINDINGS]


def _decisions(profile: Profile) -> tuple[Regulatory, ...]:
    """Return the newest decision of every jurisdiction, by jurisdiction; an unconfirmed one beside a confirmed one."""
    newest: dict[tuple[str, bool], Regulatory] = {}
    for item in sorted(profile.regulatory, key=lambda item: item.as_of):
        if item.status not in {"listed", "unconfirmed"}:
            if item.confirmed:
                newest.pop((item.jurisdiction, False), None)
            newest[item.jurisdiction, item.confirmed] = item
    confirmed = {place: item.status for (place, sure), item in newest.items() if sure}
    kept = [item for (place, sure), item in newest.items() if sure or confirmed.get(place) != item.status]
    return tuple(sorted(kept, key=lambda item: (item.jurisdiction, item.as_of)))
