"""The studies in people of one compound, by topic and kind: a table, or words for who hears it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import msgspec
from rich import box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from ..answers.first_screen import StudyRow
from ..answers.show import Profile
from ..dataset.dataset import Dataset
from ..dataset.model import Result
from ..formats.words import kind_of, kind_of_study, largest, subjects
from . import signs
from .layout import Entry, Laid, Unsqueezed, wrapped

NAMED = 4
"""Topics that are named where there is no room for their studies; fewer where there is little."""

_FEWEST = 2
"""Topics that are shown whatever room there is."""


class _Topic(NamedTuple):
    lines: Laid
    briefly: Text
    own: bool


class StudyTable:
    """The studies in people laid out topic by topic, once, to be fitted into whatever room there is."""

    def __init__(self, console: Console, dataset: Dataset, profile: Profile, rows: Sequence[StudyRow]) -> None:
        self.console, self.compound = console, profile.compound.id
        aside = "   by topic (and how sure one may be of it) and kind of study"
        title = Text.assemble(("IN PEOPLE", "section"), (aside, "support"))
        self.head = Laid(console, [title] if signs.words() else [title, _table(console)])
        topics = [[row for row in rows if row.topic == key] for key in dict.fromkeys(row.topic for row in rows)]
        self.topics = [
            _Topic(
                Laid(console, _topic(console, dataset, profile, of)),
                _briefly(dataset, of),
                any(row.own for row in of),
            )
            for of in topics
        ]

    def fitted(self, room: int, most: int) -> list[RenderableType]:
        """Return as many topics as fit into `room` lines, and what was found on `most` of the others."""
        for shown in range(len(self.topics), -1, -1):
            lines = [self.head, *(topic.lines for topic in self.topics[:shown]), *self._also(shown, most)]
            if shown <= _FEWEST or sum(map(len, lines)) <= room:
                return [*lines]
        return []

    def _also(self, shown: int, most: int) -> list[Laid]:
        # One's own first: what is cut for room is not hidden.
        hidden = sorted(self.topics[shown:], key=lambda topic: not topic.own)
        if not hidden:
            return []
        more = [Text(f"{len(hidden) - most} more")] if len(hidden) > most else []
        # Labels have commas of their own.
        named = Text("; ").join([*(topic.briefly for topic in hidden[:most]), *more])
        also = Text.assemble("Also: ", named, f". All: peptide evidence {self.compound}", style="support")
        return [Laid(self.console, [Entry([], also, indent=0)])]


def _briefly(dataset: Dataset, rows: Sequence[StudyRow]) -> Text:
    """Return a topic and what its studies found together, reviews aside: `sleep (53: no difference)`."""
    rows = [row for row in rows if row.kind not in {"cochrane", "review"}] or rows
    results: Counter[Result] = Counter()
    for row in rows:
        results.update(row.results)
    whole = msgspec.structs.replace(
        rows[0],
        studies=sum(row.studies for row in rows),
        n=sum(row.n or 0 for row in rows),
        unsized=sum(row.unsized for row in rows),
        results=dict(results),
    )
    found = signs.directions(whole.results, kind_of(dataset, whole.topic)).plain
    one = found.removeprefix(f"1{signs.UNBROKEN}") if whole.studies == 1 else found
    size = f"{subjects(whole)}: " if whole.n else ""
    told = f"{dataset.topics[whole.topic].label.lower()} ({size}{one})".replace(" (", f"{signs.UNBROKEN}(")
    return signs.with_own_mark(Text(told), any(row.own for row in rows))


_PAPERS, _INDENT = 10, 2


class _Columns(NamedTuple):
    """How wide the columns of a table are: 0 papers where they have none of their own, and stand with the result."""

    kind: int
    number: int
    result: int
    papers: int


def _columns(console: Console) -> _Columns:
    kind, number = (32, 7) if console.width >= ROOMY else (16, 7) if console.width >= _NARROW else (14, 6)
    papers = _PAPERS if console.width >= 70 else 0
    # Two columns stand between each pair: the padding and the box.
    used = kind + number + 4 + (papers + 2 if papers else 0)
    return _Columns(kind, number, min(60, max(14, console.width - used)), papers)


ROOMY, _NARROW = 100, 50
"""Console width from which the kind and number of studies stand in one line, and below which every column is tight."""


def _table(console: Console, rows: Sequence[Sequence[Text]] = ()) -> RenderableType:
    """Return rows as a table without a head, or the head of all of them."""
    kind, number, result, papers = _columns(console)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0), header_style="section",
                  show_header=not rows)  # fmt: skip
    table.add_column(f"{' ' * _INDENT}Studies", width=kind)
    table.add_column("n", justify="right", width=number)
    # It is in lines already, and a word that is wider than the column is not cut.
    table.add_column("Result", min_width=result, no_wrap=True, overflow="ignore")
    if papers:
        table.add_column("Papers", no_wrap=True, overflow="ignore")
    for cells in rows:
        table.add_row(*cells)
    return Unsqueezed(table)


def _topic(console: Console, dataset: Dataset, profile: Profile, rows: Sequence[StudyRow]) -> list[RenderableType]:
    """Return a topic, how sure one may be of it, and its rows: in words, or in lines as wide as their columns."""
    if signs.words():
        return [_spoken(dataset, profile, row) for row in rows]
    width, _, result, papers = _columns(console)
    title = Text(dataset.topics[rows[0].topic].label, style="topic")
    if rows[0].certainty:
        title.append(f" ({rows[0].certainty.word})", style="support")
    made: list[list[Text]] = []
    for row in rows:
        told = results(dataset, row).append(_in_whom(dataset, row))
        if row.against:
            told.append(f", against {' and '.join(row.against)}", style="support")
        told.append(_figures(dataset, row))
        if not papers:
            told.append(" ").append_text(_papers(profile, row.references))
        kind = signs.with_own_mark(Text(kind_of_study(row)), row.own)
        lines = [Text(" " * _INDENT).append_text(line) for line in wrapped(console, kind, width - _INDENT)]
        cells = [Text("\n").join(lines), Text(subjects(row) or "?"), Text("\n").join(wrapped(console, told, result))]
        made.append([*cells, *([_papers(profile, row.references)] if papers else [])])
    return [Entry([], title, indent=0), _table(console, made)]


_SHORT = 45
"""Characters of a condition that has a place in the table."""


def _in_whom(dataset: Dataset, row: StudyRow) -> str:
    """Return in whom the studies of a row were, where that is one condition in few words and not the topic itself."""
    said = row.condition or ""
    further = set(said.lower().split()) - set(dataset.topics[row.topic].label.lower().split()) - {"acute"}
    return f" in {said}" if further and len(said) <= _SHORT else ""


def _figures(dataset: Dataset, row: StudyRow) -> str:
    kind = kind_of(dataset, row.topic)
    # A sign stays with its figure: `P = 0.04`, `60 %`.
    return re.sub(r" (?=[=<>%])|(?<= [=<>]) ", signs.UNBROKEN, largest(row, kind))


def results(dataset: Dataset, row: StudyRow) -> Text:
    """Return what studies found; an outcome is better or not, all else is found or not."""
    return signs.directions(row.results, kind_of(dataset, row.topic))


def _papers(profile: Profile, references: Sequence[str]) -> Text:
    """Return the numbers of papers as links, the first few and how many more."""
    numbered = {item.reference.id: item for item in profile.references}
    items = sorted((numbered[key] for key in references if key in numbered), key=lambda item: item.number)
    most = 2 if len(items) > 3 else 3
    text = Text("[", style="number")
    for place, item in enumerate(items[:most]):
        text.append(" " if place else "")
        text.append_text(signs.linked(Text(str(item.number), style="number"), item.reference))
    more = len(items) - most
    text.append(f" +{more}]" if more > 0 else "]", style="number")
    return text


def _spoken(dataset: Dataset, profile: Profile, row: StudyRow) -> Entry:
    said = Text(f"{dataset.topics[row.topic].label}: {kind_of_study(row)}")
    size = subjects(row).replace("≤", "at most ")
    said.append(f", n = {size}" if size else ", number of people not seen")
    said.append(": ").append_text(results(dataset, row)).append(_in_whom(dataset, row))
    if row.against:
        said.append(f", against {' and '.join(row.against)}")
    said.append(_figures(dataset, row))
    if row.certainty:
        said.append(f". How sure of the topic: {row.certainty.word}")
    said = signs.with_own_mark(said, row.own)
    return Entry([], said.append(" ").append_text(_papers(profile, row.references)))
