"""The list of compounds on the screen."""

from __future__ import annotations

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from ..answers.list_ import Catalogue, Entry
from ..dataset.dataset import Dataset
from ..dataset.model import Tally
from . import signs
from .layout import Entry as Hanging

_SEQUENCE = 28
"""Width of a heptapeptide in three-letter notation, and a hyphen."""

_OTHERS = 34
"""Width of the columns that are always there, with the space between them."""

_DESIGNS_FROM, _GROUPS_FROM, _STATUS_FROM = 76, 84, 120
"""Console widths from which references by design, the number of groups and the regulatory status have room."""


def render_catalogue(console: Console, dataset: Dataset, catalogue: Catalogue) -> list[RenderableType]:
    """Return the answer to `peptide list`."""
    by_design = console.width >= _DESIGNS_FROM and not signs.words()
    groups, status = console.width >= _GROUPS_FROM, console.width >= _STATUS_FROM
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0), header_style="section")
    table.add_column("COMPOUND", no_wrap=True)
    room = min(_SEQUENCE, console.width - _OTHERS)
    table.add_column("SEQUENCE OR CLASS", width=room)
    table.add_column("REF.", justify="right", no_wrap=True)
    table.add_column("BY STUDY DESIGN" if by_design else "BEST", no_wrap=True)
    if groups:
        table.add_column("GROUPS", justify="right", no_wrap=True)
    if status:
        table.add_column("LATEST REGULATORY STATUS")
    for entry in catalogue.entries:
        compound, tally = entry.compound, entry.tally
        table.add_row(
            Text(compound.name, style="title"),
            Text(_between_residues(compound.sequence, room) if compound.sequence else compound.compound_class),
            str(tally.references),
            _by_design(dataset, tally) if by_design else _best(dataset, tally),
            *([str(tally.groups)] if groups else []),
            *([_status(entry)] if status else []),
        )
    legend = "REF. references; GROUPS research groups known. " if groups else "REF. references. "
    return [
        table,
        Text(),
        Hanging([], Text(legend, style="support") + signs.key_to_signs(dataset, results=False), indent=0),
    ]


def _best(dataset: Dataset, tally: Tally) -> Text:
    return signs.design_sign(dataset, tally.designs[0].design) if tally.designs else signs.nothing()


def _by_design(dataset: Dataset, tally: Tally) -> Text:
    """Return the number of references behind each sign: `◆20 ●31 ○10`."""
    counts: dict[str, int] = {}
    for entry in tally.designs:
        symbol = signs.design_of(dataset, entry.design).symbol
        counts[symbol] = counts.get(symbol, 0) + entry.count
    parts = [Text.assemble((symbol, "mark"), str(count)) for symbol, count in counts.items()]
    return Text(" ").join(parts) if parts else signs.nothing()


def _between_residues(sequence: str, width: int) -> str:
    """Return a sequence in lines that are cut between residues."""
    lines = [""]
    for residue in sequence.split("-"):
        if lines[-1] and len(lines[-1]) + len(residue) + 1 > width:
            lines.append("")
        lines[-1] += residue + "-"
    return "\n".join(lines)[:-1]


def _status(entry: Entry) -> Text:
    """Return the newest decision of every jurisdiction; a mere listing only where there is no other."""
    decided = {"registered", "not-approved", "restricted", "cancelled"}
    newest: dict[str, str] = {}
    for item in sorted(entry.regulatory, key=lambda item: (item.status in decided, item.as_of)):
        if item.status != "unconfirmed":
            doubt = "" if item.confirmed else " (?)"
            newest[item.jurisdiction] = f"{item.jurisdiction} {item.status} {item.as_of[:4]}{doubt}"
    return Text(", ".join(newest[key] for key in sorted(newest)) or "–")
