"""An answer as a document: headings, paragraphs, tables, pictures and notes, before it is Markdown or a web page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from typing import NamedTuple

from ..dataset.dataset import Dataset
from ..dataset.model import Reference, Source
from ..notation.identifiers import address, page
from .text import vancouver


class Link(NamedTuple):
    """Words that lead to an address."""

    text: str
    url: str


class Marks(NamedTuple):
    """The marks of the notes behind a sentence: `4`, `S2`."""

    marks: tuple[str, ...]


class Strong(NamedTuple):
    """Words that must be seen first, such as RETRACTED."""

    text: str


Piece = str | Link | Marks | Strong
Words = Sequence[Piece]
"""Running text."""


def owned(own: object) -> list[Piece]:
    """Return the mark of the user's own data, where something is."""
    return [Strong("own ")] if own else []


def marked(name: str, own: bool) -> str:
    """Return a name with the mark of own data before it, where it is, for what holds no more than text."""
    return f"own {name}" if own else name


class Heading(NamedTuple):
    """A heading; `level` is 2 or 3, the title being 1."""

    text: str
    level: int = 2


class Paragraph(NamedTuple):
    """A paragraph."""

    words: Words


class Bullets(NamedTuple):
    """A list without order."""

    items: Sequence[Words]


class Verbatim(NamedTuple):
    """Lines whose letters stand under one another: sequences aligned."""

    text: str


class Table(NamedTuple):
    """A table; the first column names its rows. `numbers` are the columns that hold numbers, counted from 0."""

    caption: str
    header: Sequence[str]
    rows: Sequence[Sequence[Words]]
    numbers: frozenset[int] = frozenset()


class Bar(NamedTuple):
    """One bar of a picture: its label and its parts, one a series."""

    label: str
    values: tuple[int, ...]


class Bars(NamedTuple):
    """A picture of counts: bars side by side, each of the same series stacked."""

    caption: str
    series: tuple[str, ...]
    bars: Sequence[Bar]


class Dot(NamedTuple):
    """A cell of a picture of evidence: how many studies, whether in people, how sure (0 to 4), and what it says."""

    studies: int
    people: bool
    sure: int
    text: str


class Dots(NamedTuple):
    """A picture of evidence: rows by columns, a dot where there is something."""

    caption: str
    columns: Sequence[str]
    rows: Sequence[tuple[str, Sequence[Dot | None]]]


Block = Heading | Paragraph | Bullets | Verbatim | Table | Bars | Dots


class Note(NamedTuple):
    """What a mark stands for: a reference or a source."""

    mark: str
    words: Words


class Paper(NamedTuple):
    """A document. `notes` are numbered as the marks are; `cited` are the marks of those that the text cites."""

    title: str
    blocks: Sequence[Block]
    notes: Sequence[Note]
    issued: str
    disclaimer: str

    @property
    def cited(self) -> frozenset[str]:
        """The marks that stand somewhere in the text."""
        return frozenset(
            mark for words in _texts(self.blocks) for part in words if isinstance(part, Marks) for mark in part.marks
        )


def _texts(blocks: Iterable[Block]) -> Iterable[Words]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.words
        elif isinstance(block, Bullets):
            yield from block.items
        elif isinstance(block, Table):
            yield from (cell for row in block.rows for cell in row)


class Notes:
    """Gives references and sources their marks in order of appearance, or those that they have already."""

    def __init__(self, dataset: Dataset, references: Iterable[Reference] = (), sources: Iterable[Source] = ()) -> None:
        self._dataset = dataset
        self._references = {reference.id: reference for reference in references}
        self._sources = {source.id: source for source in sources}
        self._numbers: dict[str, str] = {}
        self._taken: Counter[str] = Counter()

    def numbered(self, references: Iterable[tuple[int, str]], sources: Iterable[tuple[int, str]]) -> Notes:
        """Take over the numbers of a profile."""
        self._numbers = {key: str(number) for number, key in references}
        self._taken[""] = len(self._numbers)
        self._numbers |= {f"source:{key}": f"S{number}" for number, key in sources}
        self._taken["source:"] = len(self._numbers) - self._taken[""]
        return self

    def of(self, references: Iterable[str] = (), sources: Iterable[str] = ()) -> list[Piece]:
        """Return the marks of references and sources, to stand behind a sentence; nothing where there is none."""
        marks = [self._mark(key, "") for key in references] + [self._mark(key, "source:") for key in sources]
        ordered = sorted(dict.fromkeys(marks), key=lambda mark: (mark.startswith("S"), int(mark.lstrip("S"))))
        return [Marks(tuple(ordered))] if ordered else []

    def _mark(self, key: str, kind: str) -> str:
        if kind + key not in self._numbers:
            self._taken[kind] += 1
            self._numbers[kind + key] = f"{'S' if kind else ''}{self._taken[kind]}"
        return self._numbers[kind + key]

    def all(self) -> list[Note]:
        """Return what every mark stands for."""
        own = self._dataset.own("reference")
        sources, references = self._dataset.sources, self._dataset.references
        return [
            Note(mark, _of_source(sources[key]) if kind else of_reference(references[key], own))
            for name, mark in self._numbers.items()
            for kind, key in [name.rpartition(":")[::2]]
        ]


def of_reference(reference: Reference, own: Container[str] = ()) -> Words:
    """Return a reference in Vancouver style, its DOI and PMID as links; one that is in `own` says so."""
    text = vancouver([reference], own).strip()
    found: list[Piece] = []
    for shown, kind, value in (("doi:", "DOI", reference.doi), ("PMID: ", "PMID", reference.pmid)):
        if value and shown + value in text:
            before, _, text = text.partition(shown + value)
            found += [before, Link(shown + value, address("DOI" if kind == "DOI" else "PMID", value))]
    if reference.standing != "normal":
        found.insert(0, Strong(reference.standing.replace("-", " ").upper() + ". "))
    return [*found, text] if text else found


def _of_source(source: Source) -> Words:
    issued = f", {source.issued}" if source.issued else ""
    read = f" (read {source.accessed})" if source.accessed else ""
    link: list[Piece] = [" ", Link(source.url, page(source.url))] if source.url else []
    return [f"{source.title}. {source.publisher}{issued}.", *link, read]
