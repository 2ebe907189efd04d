"""The answer to `peptide audit` on the screen."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path

from rich.console import Console, RenderableType
from rich.progress import BarColumn, Progress, TextColumn
from rich.text import Text

from ..audit import VERDICTS, Article, Audit, Finding
from ..audit.explaining import meaning
from ..audit.findings import MOST_LINES, passed_over
from ..audit.report import Fault, Report
from ..notation.listing import first_of
from . import signs
from .console import make_console
from .layout import Entry, counted, heading

SIGNS = {"matches": "✓", "differs": "≠", "retracted": "✗", "untraced": "?", "misattributed": "→", "unknown": "·"}
_STYLES = {"matches": "good", "unknown": "support"}
_LINE, _VERDICT, _NARROW_VERDICT = 6, 17, 2
_NARROW = 64
"""Below this width the word of a verdict stands in the text instead of in a column of its own."""


def render_audit(console: Console, audit: Audit, works: Mapping[str, str] | None = None) -> list[RenderableType]:
    """Return the findings as a table by line, several files one after the other, and the summary.

    With `works` every finding shows its code, and its reference in full.
    """
    answer: list[RenderableType] = []
    several = len(audit.files) > 1
    narrow = console.width < _NARROW
    head = [] if signs.words() else [_head(narrow)]
    if audit.findings and not several:
        answer += head
    for file, findings in groupby(audit.findings, key=lambda finding: finding.file):
        if several:
            answer += [Entry([], Text(file, style="title"), indent=0), *head]
        answer += [_row(finding, narrow, works) for finding in findings]
        answer.append(Text())
    return [*answer, *_summary(audit)]


def _head(narrow: bool) -> Entry:
    width = _NARROW_VERDICT if narrow else _VERDICT
    verdict = Text("" if narrow else "VERDICT", style="section")
    return Entry([(Text("LINE", style="section"), _LINE), (verdict, width)], heading("As it stands"), indent=0)


def _row(finding: Finding, narrow: bool, works: Mapping[str, str] | None) -> Entry:
    style = "support" if finding.silenced else _STYLES.get(finding.verdict, "bad")
    sign = Text("" if signs.words() else SIGNS[finding.verdict], style=style)
    if not narrow:
        sign.append(f"{' ' if sign else ''}{finding.verdict}")
    title = Text(f"{finding.verdict}: " if narrow else "", style=style)
    title.append(finding.text, style="title")
    body = [title, signs.with_own_mark(Text(finding.detail), finding.own)]
    if finding.reference:
        arrow = "see" if signs.words() else "→"
        body.append(Text.assemble(f"{arrow} ", (finding.reference, "number")))
        if works and finding.reference in works:
            body.append(Text(works[finding.reference], style="support"))
    if works is not None:
        body.append(Text(f"{finding.code}: {meaning(finding.code)}", style="support"))
    if finding.silenced:
        body.append(Text(f"silenced: {finding.silenced.reason} ({finding.silenced.by})", style="support"))
    number = f"line {finding.line}" if signs.words() else f"{finding.line:>{_LINE - 2}}"
    line = Text(number, style="support")
    return Entry([(line, _LINE), (sign, _NARROW_VERDICT if narrow else _VERDICT)], *body, indent=0)


def _summary(audit: Audit) -> list[RenderableType]:
    summary = audit.summary
    kinds = ", ".join(f"{summary.verdicts[v]} {v}" for v in VERDICTS if summary.verdicts[v])
    line = Text(f"{counted(summary.checked, 'item')} checked: ", style="title")
    line.append(summary.told, style="not bold")
    line.append(f" ({kinds})." if kinds else ".", style="not bold")
    parts: list[RenderableType] = [Entry([], line, indent=0)]
    shown = sum(finding.silenced is not None for finding in audit.findings)
    if summary.silenced:
        listed = "" if shown else "; --silenced lists them"
        parts.append(Entry([], Text(f"{summary.silenced} silenced with a reason{listed}.", style="support"), indent=0))
    hidden = summary.checked - summary.silenced - (len(audit.findings) - shown)
    if hidden:
        parts.append(Entry([], Text(f"{hidden} of them not listed.", style="support"), indent=0))
    return [*parts, *_read(audit), Entry([], Text(audit.note, style="support"), indent=0)]


def _read(audit: Audit) -> list[RenderableType]:
    """Return how much was read, and which lines that look like references were not understood."""
    lines = sum(file.lines for file in audit.files)
    citations = sum(file.citations for file in audit.files)
    text = f"{counted(lines, 'line')} read, {counted(citations, 'citation')}"
    uncited = sum(file.uncited for file in audit.files)
    if uncited:
        text += f", {'1 entry is' if uncited == 1 else f'{uncited} entries are'} not cited and not held"
    passed = [(file.file, line) for file in audit.files for line in file.not_understood]
    if not passed:
        return [Entry([], Text(f"{text}.", style="support"), indent=0), *_untold(audit), *_not_there(audit)]
    several = len(audit.files) > 1
    where = [f"{file}:{line}" if several else str(line) for file, line in passed]
    return [Entry([], Text(f"{text}, {passed_over(where)}."), indent=0), *_untold(audit), *_not_there(audit)]


def _untold(audit: Audit) -> list[RenderableType]:
    """Return how many sentences on compounds nothing is said of."""
    untold, speaking = sum(file.untold for file in audit.files), sum(file.speaking for file in audit.files)
    if not untold:
        return []
    text = (
        f"{untold} of {counted(speaking, 'sentence')} on compounds held against nothing: --left is for a second reader."
    )
    return [Entry([], Text(text, style="support"), indent=0)]


def _not_there(audit: Audit) -> list[RenderableType]:
    """Return what is named or held and cannot be read, and which keys are cited and stand in none."""
    parts = [Text(f"{file.file} {told}.") for file in audit.files for told in file.lacking]
    missing = [key for file in audit.files for key in file.missing]
    if missing:
        named = first_of([f"{key.key} ({key.file}:{key.line})" for key in missing], MOST_LINES)
        stand = "key that is cited stands" if len(missing) == 1 else "keys that are cited stand"
        parts.append(Text(f"{len(missing)} {stand} in no bibliography: {named}."))
    return [Entry([], part, indent=0) for part in parts]


def render_report(console: Console, report: Report) -> list[RenderableType]:
    """Return what is wrong in how many pages, the worst pages, the retracted works still cited, and what failed."""
    del console
    summary = report.summary
    head = Text(f"{counted(report.pages, 'page')} read, {counted(report.citations, 'citation')}: ", style="title")
    head.append(
        f"{report.clean} without a fault; of {counted(summary.checked, 'finding')} {summary.told}"
        + (f", {summary.silenced} silenced." if summary.silenced else "."),
        style="not bold",
    )
    parts: list[RenderableType] = [Entry([], head, indent=0)]
    if report.not_understood:
        parts.append(
            Entry(
                [],
                Text(f"{counted(report.not_understood, 'line')} that look like references were not understood."),
                indent=0,
            )
        )
    for title, faults in (
        ("What is wrong, in how many pages", report.faults),
        ("Retracted and still cited", report.retracted),
    ):
        if faults:
            parts += [Text(), heading(title)]
            parts += [_fault(fault) for fault in faults]
    if report.worst:
        parts += [Text(), heading("The worst pages")]
        parts += [
            Entry(
                [(Text(f"{page.problems:>{_LINE - 2}}", style="number"), _LINE)],
                Text(f"{page.file} ({counted(page.checked, 'item')} checked)"),
                indent=0,
            )
            for page in report.worst
        ]
    if report.failed:
        parts += [Text(), heading("Not audited")]
        parts += [
            Entry([], Text.assemble((failure.file, "title"), f": {failure.error}"), indent=0)
            for failure in report.failed
        ]
    return [*parts, Text(), Entry([], Text(report.note, style="support"), indent=0)]


def _fault(fault: Fault) -> Entry:
    title = Text(f"{fault.verdict}: ", style="bad")
    title.append(fault.text, style="title")
    body = [title, signs.with_own_mark(Text(fault.detail), fault.own)]
    if fault.reference:
        body.append(Text.assemble("see " if signs.words() else "→ ", (fault.reference, "number")))
    return Entry([(Text(f"{fault.pages:>{_LINE - 2}}", style="number"), _LINE)], *body, indent=0)


@contextmanager
def progress(articles: Sequence[Article]) -> Iterator[Callable[[Article, int], None]]:
    """Show on stderr how far an audit is; yields what is to be told of the article and the line it has come to."""
    with Progress(
        TextColumn("{task.description}", style="", markup=False),
        BarColumn(style="support", complete_style="number", finished_style="number", pulse_style="support"),
        console=make_console(file=sys.stderr),
        transient=True,
    ) as bar:
        tasks = {id(article): bar.add_task(Path(article.name).name, total=article.lines) for article in articles}
        yield lambda article, line: bar.update(tasks[id(article)], completed=line)
