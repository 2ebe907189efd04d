"""Compounds side by side on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from ..answers.compare import Compared, Comparison, TopicRows
from ..answers.first_screen import StudyRow
from ..dataset.dataset import Dataset
from ..formats.words import doubt, kind_of, kind_of_study, largest, sized
from ..notation import people
from ..notation.alignment import GAP
from ..notation.sequences import THREE_LETTER
from . import signs
from .layout import Entry, capitals, heading, wrapped


def render_comparison(
    console: Console, dataset: Dataset, comparison: Comparison, *, differences: bool
) -> list[RenderableType]:
    """Return the answer to `peptide compare`: sequences, identity, findings, regulation, what sets each apart."""
    answer: list[RenderableType] = []
    if comparison.alignment:
        answer += [*_alignment(console, dataset, comparison), Text()]
    for table in (
        *_identity(console, dataset, comparison, differences=differences),
        *_studies(console, dataset, comparison, "In people", comparison.people),
        *_studies(console, dataset, comparison, "In animals, cells", comparison.animals),
        *_regulatory(console, dataset, comparison),
        *_tables(console, "Set apart by", comparison, [("", _set_apart(comparison))]),
    ):
        answer += [table, Text()]
    return answer + _shared(comparison)


def _set_apart(comparison: Comparison) -> list[_Cell]:
    return [
        signs.with_own_mark(Text(c.compound.distinction), "distinction" in c.compound.own_texts)
        for c in comparison.compounds
    ]


def _alignment(console: Console, dataset: Dataset, comparison: Comparison) -> list[RenderableType]:
    alignment = comparison.alignment
    assert alignment is not None
    own = {compared.compound.id for compared in comparison.compounds if compared.compound.own}
    names = {key: signs.compounds(dataset, [key], own) for key in alignment.compounds}
    width = max(name.cell_len for name in names.values())
    if signs.words():
        return _spoken_alignment(dataset, comparison)
    lines: list[RenderableType] = [heading("Sequences aligned", "= the same residue in all")]
    # Where the console is too narrow for whole sequences, all of them end together and go on below.
    at_once = max(1, (console.width - width - 4 + 1) // 4)
    for start in range(0, len(alignment.shared), at_once):
        chosen = slice(start, start + at_once)
        lines += [Text()] if start else []
        shared = alignment.shared[chosen]
        for key, row in zip(alignment.compounds, alignment.rows, strict=True):
            line = Text(" ").join(
                Text(
                    "···" if residue == GAP else THREE_LETTER.get(residue, "Xaa"),
                    style="mark" if same else "support" if residue == GAP else "",
                )
                for residue, same in zip(row[chosen], shared, strict=True)
            )
            lines.append(Entry([(names[key], width + 2)], line))
        marks = " ".join("===" if same else "   " for same in shared)
        lines += [Entry([("", width + 2)], Text(marks, style="mark"))] if any(shared) else []
    return lines


def _spoken_alignment(dataset: Dataset, comparison: Comparison) -> list[RenderableType]:
    """Return the aligned sequences to be read aloud: gaps as a word, and what is shared as a line of its own."""
    alignment = comparison.alignment
    assert alignment is not None
    own = {compared.compound.id for compared in comparison.compounds if compared.compound.own}
    rows = [
        (
            signs.compounds(dataset, [key], own),
            " ".join("gap" if residue == GAP else THREE_LETTER.get(residue, "Xaa") for residue in row),
        )
        for key, row in zip(alignment.compounds, alignment.rows, strict=True)
    ]
    places = [(i, residue) for i, residue in enumerate(alignment.rows[0], 1) if alignment.shared[i - 1]]
    same = ", ".join(f"{THREE_LETTER.get(residue, 'Xaa')} at {i}" for i, residue in places) or "none"
    return [
        heading("Sequences aligned"),
        *(Entry([(name, 0)], row) for name, row in (*rows, (Text("The same in all"), same))),
    ]


_FIRST = 20
"""Width of the column of labels; the others share what is left, so that all tables of an answer line up."""

_NARROWEST = 18
"""Width below which a column is not readable; what does not fit goes into a further table below."""

_Cell = Text | str
_Row = tuple[str, Sequence[_Cell]]


def _tables(console: Console, title: str, comparison: Comparison, rows: Sequence[_Row]) -> list[Table]:
    """Return rows of one cell a compound as a table, or as several where the console is too narrow for all columns."""
    if not rows:
        return []
    names = [signs.with_own_mark(Text(c.compound.name), c.compound.own) for c in comparison.compounds]
    first = min(_FIRST, console.width // 4)
    at_once = max(1, min(len(names), (console.width - first) // (_NARROWEST + 2)))
    bands = -(-len(names) // at_once)
    at_once = -(-len(names) // bands)
    # Between columns stand two spaces and a divider that is not drawn.
    width = (console.width - first) // at_once - 3
    tables = []
    for start in range(0, len(names), at_once):
        chosen = slice(start, start + at_once)
        table = Table(
            box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 2, 0, 0), header_style="section"
        )
        table.add_column(capitals(title), width=first, overflow="fold")
        for name in names[chosen]:
            table.add_column(name, width=width, overflow="fold")
        for label, cells in rows:
            shown = [_wrapped(console, cell, width) for cell in cells[chosen]]
            table.add_row(_wrapped(console, Text(label, style="support"), first), *shown)
        tables.append(table)
    return tables


def _wrapped(console: Console, cell: _Cell, width: int) -> Text:
    """Return a cell in lines of a width; a longer word is cut at its hyphens, which Rich would cut anywhere."""
    text = Text(cell) if isinstance(cell, str) else cell
    lines = [line for part in text.split() for line in wrapped(console, part, width)]
    return Text("\n").join(piece for line in lines for piece in _at_hyphens(line, width))


def _at_hyphens(line: Text, width: int) -> Iterator[Text]:
    while line.cell_len > width and (cut := line.plain.rfind("-", 1, width) + 1):
        yield line[:cut]
        line = line[cut:]
    yield line


def _identity(console: Console, dataset: Dataset, comparison: Comparison, *, differences: bool) -> list[Table]:
    rows: list[_Row] = []
    for label, value in _rows(dataset):
        cells = [value(compared) for compared in comparison.compounds]
        if any(cells) and not (differences and len({cell.plain for cell in cells}) == 1):
            rows.append((label, [cell or signs.nothing() for cell in cells]))
    return _tables(console, "Identity", comparison, rows)


def _rows(dataset: Dataset) -> Sequence[tuple[str, Callable[[Compared], Text]]]:
    def identifier(kind: str) -> Callable[[Compared], Text]:
        return lambda c: _marked(", ", ((i.value, i.own) for i in c.compound.identifiers if i.kind == kind))

    def fact(label: str) -> Callable[[Compared], Text]:
        return lambda c: _marked("; ", ((f.value, f.own) for f in c.compound.facts if f.label == label))

    def told(key: str, value: Callable[[Compared], str]) -> Callable[[Compared], Text]:
        return lambda c: _marked("", [(text, key in c.compound.own_texts)] if (text := value(c)) else [])

    def parent(compared: Compared) -> str:
        return dataset.compounds[compared.compound.parent].name if compared.compound.parent else "none named"

    def mass(compared: Compared) -> str:
        return f"{compared.compound.molar_mass:.2f} g/mol" if compared.compound.molar_mass else ""

    def number(value: Callable[[Compared], object]) -> Callable[[Compared], Text]:
        return lambda c: Text(str(value(c)))

    return (
        ("Class", told("class", lambda c: c.compound.compound_class)),
        ("Parent", told("parent", parent)),
        ("Residues", told("sequence", lambda c: c.compound.residues or "")),
        ("Formula", told("formula", lambda c: c.compound.formula or "")),
        ("Molar mass", told("molar-mass", mass)),
        ("CAS RN", identifier("CAS RN")),
        ("PubChem CID", identifier("PubChem CID")),
        ("UNII", identifier("UNII")),
        ("Dosage form", fact("Dosage form")),
        ("Main mechanism", told("primary-mechanism", lambda c: c.compound.primary_mechanism)),
        ("References", number(lambda c: c.tally.references)),
        ("Works", number(lambda c: c.tally.works)),
        ("Studies in people", number(lambda c: c.tally.human)),
        ("Groups seen", number(lambda c: c.tally.groups or "not seen")),
        ("Retracted", number(lambda c: c.tally.retracted)),
    )


def _marked(between: str, parts: Iterable[tuple[str, bool]]) -> Text:
    """Return parts of a cell in one, those marked that are the user's own."""
    return Text(between).join(signs.with_own_mark(Text(text), own) for text, own in parts)


def _studies(
    console: Console, dataset: Dataset, comparison: Comparison, title: str, rows: Sequence[TopicRows]
) -> list[Table]:
    """Return what studies found, topics as rows: kind and number of studies, direction, how sure it is."""
    if not rows:
        return []
    told: list[_Row] = []
    for row in rows:
        kind = kind_of(dataset, row.topic)
        cells = [_cell(cell, kind, human=title == "In people") for cell in row.cells]
        told.append((dataset.topics[row.topic].label, cells))
    return _tables(console, title, comparison, told)


def _cell(rows: Sequence[StudyRow], kind: str, *, human: bool) -> Text:
    if not rows:
        # A study may be held that does not count: retracted, or of a parent or a metabolite.
        return Text("no study counts", style="support")
    lines = []
    for row in rows:
        line = signs.with_own_mark(Text(kind_of_study(row)), row.own)
        size = sized(row).replace("≤", "at most") if signs.words() else sized(row)
        line.append(f", {size[2:].replace(' ', signs.UNBROKEN)}" if size and human else "", style="support")
        line.append(": ").append_text(signs.directions(row.results, kind, human=human))
        lines.append(line.append(largest(row, kind, human=human)))
    sure = rows[0].certainty
    if sure:
        lines.append(Text(f"how sure: {sure.word}", style="support"))
    return Text("\n").join(lines)


def _regulatory(console: Console, dataset: Dataset, comparison: Comparison) -> list[Table]:
    labels = {term.id: term.label for term in dataset.vocabulary.jurisdictions}
    rows: list[_Row] = []
    for row in comparison.regulatory:
        cells: list[_Cell] = []
        for items in row.cells:
            lines = [
                signs.with_own_mark(
                    Text.assemble(
                        (f"{item.as_of[:7]} ", "support"), item.short or item.status.replace("-", " "), doubt(item)
                    ),
                    item.own,
                )
                for item in items[-4:]
            ]
            cells.append(Text("\n").join(lines) if lines else Text("nothing held", style="support"))
        rows.append((labels[row.jurisdiction], cells))
    return _tables(console, "Regulatory status", comparison, rows)


def _shared(comparison: Comparison) -> list[RenderableType]:
    count = len(comparison.shared_references)
    lines: list[RenderableType] = [heading("References that study all of them", str(count) if count else "none")]
    for reference in comparison.shared_references:
        body = signs.with_own_mark(
            Text(f"{people.byline(reference.author, reference.author_complete)} {reference.issued}. "), reference.own
        )
        body.append(f"{reference.title}. ")
        body.append_text(Text(" ").join(signs.identifiers(reference)))
        lines.append(Entry([], body))
    return lines
