"""The answer to `peptide audit` on the screen."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby

from rich.console import Console, RenderableType
from rich.progress import BarColumn, Progress, TextColumn
from rich.text import Text

from ..audit import VERDICTS, Article, Audit, Finding
from . import signs
from .console import make_console
from .layout import Entry, counted, heading

SIGNS = {"matches": "✓", "differs": "≠", "retracted": "✗", "untraced": "?", "misattributed": "→", "unknown": "·"}
_STYLES = {"matches": "good", "unknown": "support"}
_LINE, _VERDICT, _NARROW_VERDICT = 6, 17, 2
_NARROW = 64
"""Below this width the word of a verdict stands in the text instead of in a column of its own."""


def render_audit(console: Console, audit: Audit) -> list[RenderableType]:
    """Return the findings as a table by line, several files one after the other, and the summary."""
    answer: list[RenderableType] = []
    several = len(audit.files) > 1
    narrow = console.width < _NARROW
    head = [] if signs.words() else [_head(narrow)]
    if audit.findings and not several:
        answer += head
    for file, findings in groupby(audit.findings, key=lambda finding: finding.file):
        if several:
            answer += [Entry([], Text(file, style="title"), indent=0), *head]
        answer += [_row(finding, narrow) for finding in findings]
        answer.append(Text())
    return [*answer, *_summary(audit)]


def _head(narrow: bool) -> Entry:
    width = _NARROW_VERDICT if narrow else _VERDICT
    verdict = Text("" if narrow else "VERDICT", style="section")
    return Entry([(Text("LINE", style="section"), _LINE), (verdict, width)], heading("As it stands"), indent=0)


def _row(finding: Finding, narrow: bool) -> Entry:
    style = _STYLES.get(finding.verdict, "bad")
    sign = Text("" if signs.words() else SIGNS[finding.verdict], style=style)
    if not narrow:
        sign.append(f"{' ' if sign else ''}{finding.verdict}")
    title = Text(f"{finding.verdict}: " if narrow else "", style=style)
    title.append(finding.text, style="title")
    body = [title, Text(finding.detail)]
    if finding.reference:
        arrow = "see" if signs.words() else "→"
        body.append(Text.assemble(f"{arrow} ", (finding.reference, "number")))
    number = f"line {finding.line}" if signs.words() else f"{finding.line:>{_LINE - 2}}"
    line = Text(number, style="support")
    return Entry([(line, _LINE), (sign, _NARROW_VERDICT if narrow else _VERDICT)], *body, indent=0)


def _summary(audit: Audit) -> list[RenderableType]:
    summary = audit.summary
    kinds = ", ".join(f"{summary.verdicts[v]} {v}" for v in VERDICTS if summary.verdicts[v])
    line = Text(f"{counted(summary.checked, 'item')} checked: ", style="title")
    line.append(f"{summary.stand} stand, {summary.problems} do not, {summary.unknown} are unknown", style="not bold")
    line.append(f" ({kinds})." if kinds else ".", style="not bold")
    parts: list[RenderableType] = [Entry([], line, indent=0)]
    hidden = summary.checked - len(audit.findings)
    if hidden:
        parts.append(Entry([], Text(f"{hidden} of them not listed.", style="support"), indent=0))
    return [*parts, Entry([], Text(audit.note, style="support"), indent=0)]


@contextmanager
def progress(articles: Sequence[Article]) -> Iterator[Callable[[Article, int], None]]:
    """Show on stderr how far an audit is; yields what is to be told of the article and the line it has come to."""
    with Progress(
        TextColumn("{task.description}", style=""),
        BarColumn(style="support", complete_style="number", finished_style="number", pulse_style="support"),
        console=make_console(file=sys.stderr),
        transient=True,
    ) as bar:
        tasks = {id(article): bar.add_task(article.name, total=article.lines) for article in articles}
        yield lambda article, line: bar.update(tasks[id(article)], completed=line)
