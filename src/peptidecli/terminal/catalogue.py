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

_NARROW = 100


def render_catalogue(console: Console, dataset: Dataset, catalogue: Catalogue) -> list[RenderableType]:
    """Return the answer to `peptide list`."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="section")
    table.add_column("COMPOUND")
    table.add_column("SEQUENCE OR COMPOSITION", overflow="fold")
    table.add_column("REF.", justify="right")
    table.add_column("PEOPLE", justify="right")
    table.add_column("GROUPS", justify="right")
    table.add_column("BEST", no_wrap=True)
    wide = console.width >= _NARROW
    if wide:
        table.add_column("REGULATORY STATUS", overflow="fold")
    for entry in catalogue.entries:
        compound, tally = entry.compound, entry.tally
        best = signs.design_sign(dataset, tally.designs[0].design) if tally.designs else Text("–")
        table.add_row(
            Text(compound.name, style="title"),
            Text(compound.sequence or compound.compound_class),
            str(tally.references),
            str(tally.human),
            str(tally.groups),
            best,
            *([_status(entry)] if wide else []),
        )
    return [table, Text(), Hanging([], signs.key_to_signs(dataset), indent=0)]


def _status(entry: Entry) -> Text:
    parts = [
        f"{item.jurisdiction} {item.status} {item.as_of[:4]}" + ("" if item.confirmed else " ?")
        for item in entry.regulatory
    ]
    return Text(", ".join(parts) or "–")
