"""The list of compounds on the screen."""

from __future__ import annotations

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from ..catalogue import Catalogue, Entry
from ..model import Dataset
from . import signs
from .layout import Entry as Hanging

_SEQUENCE = 28
"""Width of a heptapeptide in three-letter notation, and a hyphen."""

_OTHERS = 34
"""Width of the columns that are always there, with the space between them."""

_COUNTS_FROM, _STATUS_FROM = 76, 110
"""Console widths from which the counts of people and groups, and the regulatory status, have room."""


def render_catalogue(console: Console, dataset: Dataset, catalogue: Catalogue) -> list[RenderableType]:
    """Return the answer to `peptide list`."""
    counts, status = console.width >= _COUNTS_FROM, console.width >= _STATUS_FROM
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0), header_style="section")
    table.add_column("COMPOUND", no_wrap=True)
    room = min(_SEQUENCE, console.width - _OTHERS)
    table.add_column("SEQUENCE OR CLASS", width=room)
    table.add_column("REF.", justify="right", no_wrap=True)
    if counts:
        table.add_column("PEOPLE", justify="right", no_wrap=True)
        table.add_column("GROUPS", justify="right", no_wrap=True)
    table.add_column("BEST", no_wrap=True)
    if status:
        table.add_column("REGULATORY STATUS, LATEST OF EACH JURISDICTION")
    for entry in catalogue.entries:
        compound, tally = entry.compound, entry.tally
        best = signs.design_sign(dataset, tally.designs[0].design) if tally.designs else Text("–")
        table.add_row(
            Text(compound.name, style="title"),
            Text(_between_residues(compound.sequence, room) if compound.sequence else compound.compound_class),
            str(tally.references),
            *([str(tally.human), str(tally.groups)] if counts else []),
            best,
            *([_status(entry)] if status else []),
        )
    legend = Text("REF. references, PEOPLE studies in people, GROUPS research groups known. ", style="support")
    return [table, Text(), Hanging([], legend + signs.key_to_signs(dataset), indent=0)]


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
