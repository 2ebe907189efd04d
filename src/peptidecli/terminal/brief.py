"""The one-screen answer of `peptide show --brief`."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.segment import Segment
from rich.text import Text

from ..brief import FINDINGS, Brief
from ..model import Dataset, DesignCount, Regulatory
from ..profile import Finding, Profile
from . import signs
from .layout import Entry, counted, heading, joined

_LABEL = 12

_SEVERAL = {"human": "other human", "laboratory": "laboratory", "secondary": "review or comment"}
"""What designs that share a sign are together."""


MOST_LINES = 23
"""Lines of a screen of 24 with the prompt below; a brief answer fits them at 80 columns or more."""


def render_brief(console: Console, dataset: Dataset, profile: Profile, brief: Brief) -> list[RenderableType]:
    """Return who a compound is, what stands behind it, its strongest findings, and what to type next.

    Where that is more than a screen, findings are told without their populations, and at last one of them less.
    """
    answer: list[RenderableType] = []
    for most, whole in ((FINDINGS, True), (FINDINGS, False), (FINDINGS - 1, True), (FINDINGS - 1, False)):
        findings = [_finding(dataset, finding, whole=whole) for finding in brief.findings[:most]]
        answer = _screen(dataset, profile, brief, findings)
        if len(list(Segment.split_lines(console.render(Group(*answer))))) <= MOST_LINES:
            break
    return answer


def _screen(
    dataset: Dataset, profile: Profile, brief: Brief, findings: Sequence[RenderableType]
) -> list[RenderableType]:
    compound = profile.compound
    names = [alias.text for alias in compound.aliases if alias.kind in {"other-script", "code"}][:3]
    title = Text.assemble((compound.name, "title"))
    if names:
        title.append("  ")
        title.append_text(joined(names))
    answer: list[RenderableType] = [Entry([], title, indent=0), Entry([], compound.summary, indent=0), Text()]
    made_of = [compound.sequence, compound.formula, f"{compound.molar_mass:.2f} g/mol" if compound.molar_mass else ""]
    if any(made_of):
        answer.append(_row("Sequence" if compound.sequence else "Formula", joined([part for part in made_of if part])))
    answer.append(_row("References", _references(dataset, profile)))
    if brief.regulatory:
        answer.append(_row("Status", Text(", ".join(map(_decision, brief.regulatory)))))
    if brief.verdicts or brief.untraced:
        answer.append(_row("Circulates", _wrong(brief)))
    if findings:
        answer += [Text(), heading("Strongest findings", "one a topic, people first"), *findings]
    further = f"Next: peptide show {compound.id}, or with --refs, --all; peptide cite {compound.id}"
    return [*answer, Text(), Entry([], Text(further, style="support"), indent=0)]


def _row(label: str, value: Text) -> Entry:
    return Entry([(Text(label, style="support"), _LABEL)], value)


def _references(dataset: Dataset, profile: Profile) -> Text:
    tally = profile.tally
    groups: dict[str, list[DesignCount]] = {}
    for entry in tally.designs:
        groups.setdefault(signs.design_of(dataset, entry.design).symbol, []).append(entry)
    parts = []
    for entries in groups.values():
        design = signs.design_of(dataset, entries[0].design)
        name = design.short if len(entries) == 1 else _SEVERAL.get(design.subject, design.short)
        parts.append(signs.marked(dataset, design.id, f"{sum(entry.count for entry in entries)}{signs.UNBROKEN}{name}"))
    line = Text(f"{tally.references}: ") + joined(parts, ", ")
    line.append(f"; {counted(tally.groups, 'group')}")
    if tally.retracted:
        line.append(f"; {tally.retracted} retracted", style="bad")
    return line


def _decision(item: Regulatory) -> str:
    doubt = "" if item.confirmed else " (not confirmed)" if signs.words() else " (?)"
    return f"{item.jurisdiction} {item.status} {item.as_of[:4]}{doubt}".replace(" ", signs.UNBROKEN)


def _finding(dataset: Dataset, finding: Finding, *, whole: bool) -> Entry:
    claim = finding.claim
    body = Text.assemble(("RETRACTED " if finding.retracted else "", "bad"), claim.text)
    about = [signs.design_of(dataset, finding.level).short, claim.population if whole else ""]
    about.append(f"n = {claim.n}" if claim.n else "")
    body.append(f" ({', '.join(part for part in about if part)})", style="support")
    return Entry([(signs.design_mark(dataset, finding.level), 2), (signs.result_sign(dataset, claim.result), 2)], body)


def _wrong(brief: Brief) -> Text:
    """Return how much of what is said of the compound does not hold."""
    line = Text(", ").join(
        Text(f"{count} {verdict}", style="bad" if verdict == "contradicted" else "")
        for verdict, count in brief.verdicts.items()
    )
    if brief.untraced:
        line.append("; " if brief.verdicts else "")
        line.append(f"{counted(brief.untraced, 'wrong citation')}")
    return line
