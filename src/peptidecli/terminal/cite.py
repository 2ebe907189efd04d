"""Reference lists: the numbered list of a profile and the table of `peptide cite`."""

from __future__ import annotations

from collections.abc import Iterable

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from ..answers.cite import Citations, Hit
from ..answers.own import ShownCitation
from ..answers.show import Numbered, NumberedSource
from ..dataset.dataset import Dataset
from ..dataset.model import Reference
from ..formats.notes import depth, foreign
from ..notation import people
from ..notation.identifiers import page
from . import signs
from .layout import Entry, Unsqueezed, columns, heading, joined, wrapped


def reference_list(console: Console, numbered: Iterable[Numbered]) -> RenderableType:
    """Return references as a paper lists them, numbered."""
    entries = []
    for item in numbered:
        reference = item.reference
        who = f"{people.byline(reference.author, reference.author_complete, most=3)} {reference.issued}. "
        body = signs.with_own_mark(Text(who), item.own)
        body.append(reference.title)
        body.append(". " if reference.title[-1] not in ".?!" else " ")
        body.append_text(signs.imprint(reference))
        body.append(". ")
        body.append_text(Text(" ").join(signs.identifiers(reference)))
        standing = signs.standing(reference)
        if standing:
            body.append(" ")
            body.append_text(standing)
        if reference.read:
            body.append(f" ({depth(reference)})", style="support")
        entries.append(Entry([(Text(f"[{item.number}]", style="number"), 6)], body))
    return columns(console, entries)


def source_list(console: Console, numbered: Iterable[NumberedSource]) -> RenderableType:
    """Return sources that are not papers, numbered S1, S2 and so on."""
    entries = []
    for item in numbered:
        source = item.source
        body = signs.with_own_mark(Text(f"{source.title}. {source.publisher}"), item.own)
        body.append(f", {source.issued}." if source.issued else ".")
        if source.url:
            body.append(f" {source.url}", style=f"link {page(source.url)}")
        if source.accessed:
            body.append(f" (read {source.accessed})", style="support")
        entries.append(Entry([(Text(f"[S{item.number}]", style="number"), 6)], body))
    return columns(console, entries)


_YEAR, _DESIGN = 4, 10
_NARROW = 70
"""Below this width the design stands inside the reference instead of in a column of its own."""


def citations_table(console: Console, dataset: Dataset, citations: Citations) -> RenderableType:
    """Return the references that answer a query as a table with a head."""
    narrow = console.width < _NARROW
    room = console.width - _YEAR - 3 - (0 if narrow else _DESIGN + 5)
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), pad_edge=False, show_edge=False, header_style="section")
    table.add_column("YEAR", width=_YEAR)
    if not narrow:
        table.add_column("DESIGN", width=_DESIGN + 2)
    table.add_column("REFERENCE", no_wrap=True, overflow="ignore")
    for hit in citations.hits:
        cells = [] if narrow else [Text(dataset.designs[hit.reference.design[0]].short)]
        body = _reference_cell(console, dataset, hit, room, narrow=narrow)
        table.add_row(Text(str(hit.reference.issued)), *cells, body)
    return Unsqueezed(table)


def _reference_cell(console: Console, dataset: Dataset, hit: Hit, room: int, *, narrow: bool) -> Text:
    reference = hit.reference
    details = _details(dataset, reference)
    standing = signs.standing(reference)
    if narrow:
        details = [Text(dataset.designs[reference.design[0]].short), *details]
    parts = [
        signs.with_own_mark(
            Text(people.byline(reference.author, reference.author_complete, most=6), style="title"), hit.own
        ),
        Text(reference.title),
        *([Text(reference.original_title, style="support")] if reference.original_title else []),
        *([standing] if standing else []),
        joined([signs.imprint(reference), *details]),
        Text(" ").join(signs.identifiers(reference)),
        *(Text(f"Also printed in {place}", style="support") for place in hit.elsewhere),
    ]
    tail = Text.assemble((reference.id, "number"))
    telling = [where for where in hit.matched if where not in {"first author", "year", "identifier", "id"}]
    if telling:
        tail.append(f"  matched: {', '.join(hit.matched)}", style="support")
    parts.append(tail)
    lines = [line for part in parts for line in wrapped(console, part, room)]
    return Text("\n", overflow="ignore", no_wrap=True).join([*lines, Text()])


def _details(dataset: Dataset, reference: Reference) -> list[Text | str]:
    names = ", ".join(dataset.compounds[key].name for key in reference.compounds)
    details: list[Text | str] = [names] if names else []
    if reference.species:
        details.append(", ".join(reference.species) + (f", n = {reference.n}" if reference.n else ""))
    if language := foreign(reference):
        details.append(f"in {language}")
    if reference.group:
        details.append(dataset.groups[reference.group].name)
    if reference.read:
        details.append(depth(reference))
    return details


def untraced_entries(dataset: Dataset, untraced: Iterable[ShownCitation]) -> list[RenderableType]:
    """Return citations that circulate and are wrong, each with what is the case and the nearest real reference."""
    labels = {term.id: term.label for term in dataset.vocabulary.problems}
    entries: list[RenderableType] = []
    for citation in untraced:
        title = signs.with_own_mark(Text.assemble((citation.citation, "title")), citation.own)
        title.append("  ").append(labels[citation.problem], style="bad")
        parts: list[Text] = [title]
        numbers = [
            f"DOI {citation.doi}" if citation.doi else "",
            f"PMID {citation.pmid}" if citation.pmid else "",
        ]
        if any(numbers):
            parts.append(Text("circulates with " + ", ".join(number for number in numbers if number), style="support"))
        parts.append(Text(f"Said of it: {citation.said}"))
        parts.append(Text(citation.explanation))
        if citation.searched:
            parts.append(Text(f"Searched: {'; '.join(citation.searched)}.", style="support"))
        for key in citation.nearest:
            reference = dataset.references[key]
            near = Text.assemble(
                "nearest: ",
                (key, "number"),
                f"  {people.byline(reference.author, reference.author_complete)} {reference.issued}. ",
            )
            near.append_text(Text(" ").join(signs.identifiers(reference)))
            parts.append(near)
        entries.append(Entry([], *parts))
    return entries


def render_citations(console: Console, dataset: Dataset, citations: Citations) -> list[RenderableType]:
    """Return the answer to `peptide cite`."""
    answer: list[RenderableType] = []
    if citations.hits:
        answer.append(citations_table(console, dataset, citations))
        if citations.total > len(citations.hits):
            which, by = ("best", "") if citations.query else ("first", ", by their ids")
            shown = f"The {which} {len(citations.hits)} of {citations.total} references{by}. "
            answer.append(Text(f"{shown}All: --limit 0, or -f bibtex, csv, json and so on.", style="support"))
    if citations.untraced:
        answer.append(heading("Not a reference", "circulates, and must not be cited as it stands"))
        for entry in untraced_entries(dataset, citations.untraced):
            answer += [entry, Text()]
    return answer
