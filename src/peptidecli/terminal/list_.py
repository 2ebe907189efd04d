"""The list of compounds on the screen."""

from __future__ import annotations

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from ..answers.list_ import Catalogue, Entry
from ..dataset.dataset import Dataset
from ..dataset.model import Tally
from ..formats.words import doubt
from . import signs
from .layout import Entry as Hanging
from .layout import wrapped

_SEQUENCE = 28
"""Width of a heptapeptide in three-letter notation, and a hyphen."""

_OTHERS = 32
"""Width of the columns that are always there, with the space between them."""

_GROUPS_FROM, _STATUS_FROM = 84, 120
"""Console widths from which the best design and the number of groups, and the regulatory status, have room."""


def render_catalogue(console: Console, dataset: Dataset, catalogue: Catalogue) -> list[RenderableType]:
    """Return the answer to `peptide list`."""
    groups, status = console.width >= _GROUPS_FROM, console.width >= _STATUS_FROM
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0), header_style="section")
    table.add_column("COMPOUND", overflow="fold")  # the one that gives way where a name is long
    room = min(_SEQUENCE, console.width - _OTHERS)
    table.add_column("SEQUENCE OR CLASS", width=room, overflow="fold")
    table.add_column("WORKS", justify="right", no_wrap=True)
    table.add_column("IN PEOPLE", justify="right", no_wrap=True)
    if groups:
        table.add_column("BEST DESIGN", no_wrap=True)
        table.add_column("GROUPS", justify="right", no_wrap=True)
    if status:
        table.add_column("LATEST REGULATORY STATUS", overflow="fold")
    for entry in catalogue.entries:
        compound, tally = entry.compound, entry.tally
        made = compound.sequence
        table.add_row(
            signs.with_own_mark(Text(compound.name, style="title"), entry.own),
            Text(_between_residues(made, room)) if made else _in_lines(console, compound.compound_class, room),
            str(tally.works),
            str(tally.human),
            *((_best(dataset, tally), str(tally.groups) if tally.groups else "not seen") if groups else ()),
            *((_status(entry),) if status else ()),
        )
    legend = "WORKS references, a paper and its translation once; IN PEOPLE studies in people."
    legend += " GROUPS research groups seen." if groups else ""
    return [table, Text(), Hanging([], Text(legend, style="support"), indent=0)]


def _best(dataset: Dataset, tally: Tally) -> Text:
    return Text(dataset.designs[tally.designs[0].design].short if tally.designs else "none")


def _in_lines(console: Console, text: str, room: int) -> Text:
    return Text("\n").join(wrapped(console, Text(text), room))


def _between_residues(sequence: str, width: int) -> str:
    """Return a sequence in lines that are cut between residues: in one-letter notation between any two letters."""
    lines = [""]
    for residue in sequence.split("-"):
        if lines[-1] and len(lines[-1]) + len(residue) + 1 > width:
            lines.append("")
        lines[-1] += residue + "-"
    return (
        "\n".join(line[at : at + width] for line in lines for at in range(0, len(line), width))
        .removesuffix("-")
        .rstrip()
    )


def _status(entry: Entry) -> Text:
    """Return the newest decision of every jurisdiction; a mere listing only where there is no other."""
    decided = {"registered", "not-approved", "restricted", "cancelled"}
    newest: dict[str, str] = {}
    for item in sorted(entry.regulatory, key=lambda item: (item.status in decided, item.as_of)):
        if item.status != "unconfirmed":
            newest[item.jurisdiction] = f"{item.jurisdiction} {item.status} {item.as_of[:4]}{doubt(item)}"
    return Text(", ".join(newest[key] for key in sorted(newest)) or "nothing held")
