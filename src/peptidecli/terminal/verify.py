"""What registries say otherwise or more, and what is new, on the screen."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby

from rich.console import Console, RenderableType
from rich.text import Text

from ..answers.news import Find, News
from ..answers.verify import Unanswered, Verification, said
from ..notation import people
from . import signs
from .layout import Entry, counted, heading
from .progress import Bar

_REGISTRY = 20


def render_verification(console: Console, verification: Verification) -> list[RenderableType]:  # noqa: ARG001
    """Return the findings by reference, and what was not answered."""
    answer: list[RenderableType] = []
    for key, findings in groupby(verification.findings, key=lambda finding: finding.reference):
        answer.append(Entry([], Text(key, style="title"), indent=0))
        for finding in findings:
            style = "bad" if finding.kind in {"another-paper", "unknown", "standing"} else "support"
            answer.append(Entry([(Text(finding.registry, style=style), _REGISTRY)], said(finding)))
        answer.append(Text())
    count = len({finding.reference for finding in verification.findings})
    found = counted(len(verification.findings), "finding")
    text = f"{counted(verification.asked, 'answer')}; {found} on {counted(count, 'reference')}"
    if verification.unnumbered:
        text += f"; {len(verification.unnumbered)} have neither DOI nor PMID"
    return [*answer, *_unanswered(verification.unanswered), Entry([], f"{text}.", indent=0)]


def _unanswered(unanswered: Iterable[Unanswered]) -> list[RenderableType]:
    return [
        Entry([(Text(item.registry, style="bad"), _REGISTRY)], f"{item.reason}"
              + (f" ({counted(item.references, 'reference')} not asked)" if item.references else ""))
        for item in unanswered
    ]  # fmt: skip


def render_news(console: Console, news: News) -> list[RenderableType]:  # noqa: ARG001
    """Return what is new by compound, one entry each with the line that takes it in, and what was asked."""
    answer: list[RenderableType] = []
    for compound, finds in groupby(sorted(news.finds, key=lambda find: find.compound), key=lambda find: find.compound):
        answer.append(heading(compound))
        answer += [_find(find) for find in finds]
        answer.append(Text())
    for item in news.asked:
        if item.hits > item.looked_at:
            looked = f"{item.looked_at} were looked at. Narrow it with --since"
            text = f"{item.hits:,} hits for {item.words} since {item.since}; {looked}"
            answer.append(Entry([(Text(item.registry, style="support"), _REGISTRY)], text))
    answer += _unanswered(news.unanswered)
    before = f"; {news.reported_before} reported before" if news.reported_before else ""
    days = sorted({item.since for item in news.asked})
    since = f" since {days[0]}" if days else ""
    answer.append(Entry([], f"{len(news.finds)} new{since}{before}.", indent=0))
    return answer


def _find(find: Find) -> Entry:
    style = "bad" if find.kind not in {"paper", "trial"} else "support"
    names = people.byline(find.author, True, 3) if find.author else ""
    line = " ".join(part for part in (names, str(find.issued or ""), find.container_title or find.status or "") if part)
    whom = find.subject or "in whom: not told"
    about = f"{whom}{f', n = {find.n}' if find.n else ''}; about it: {find.about}, {find.why}"
    body = [Text(find.title, style="title"), Text(line), Text(about, style="support"), Text(find.id, style="number")]
    if find.take:
        body.append(Text.assemble("take in: " if signs.words() else "→ ", (find.take, "number")))
    return Entry([(Text(find.kind, style=style), _REGISTRY)], *body)


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """Show on stderr, where that is a terminal, how many of how many questions have been answered."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    bar = Bar(what, plain=signs.words())
    try:
        yield bar.show
    finally:
        bar.close()
