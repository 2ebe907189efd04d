"""What of a dataset is the user's own: by folder, and inside a compound that own data extend."""

from __future__ import annotations

from typing import Literal

import msgspec

from ..dataset.building import KINDS
from ..dataset.dataset import Dataset
from ..dataset.model import Compound, Record


class Folder(Record, frozen=True):
    """A folder in use and what it says: records by kind, and how many of them extend or replace earlier ones."""

    path: str
    own: bool
    records: dict[str, int]
    extends: int
    replaces: int


def folders(dataset: Dataset) -> tuple[Folder, ...]:
    """Return the folders in use in the order they are laid over one another, the bundled one first."""
    says: dict[int, dict[str, int]] = {}
    extends: dict[int, int] = {}
    replaces: dict[int, int] = {}
    sql = " UNION ALL ".join(
        f"SELECT f.folder, '{kind}', k.id, NULL FROM {kind} k JOIN file f ON f.id = k.file "
        f"WHERE NOT EXISTS (SELECT 1 FROM overlaid o WHERE o.kind = '{kind}' AND o.id = k.id)"
        for kind in KINDS
    )
    laid = "SELECT folder, kind, id, json_extract(record, '$.extends') FROM overlaid ORDER BY folder"
    met: set[tuple[str, str]] = set()
    for place, kind, key, extending in [*dataset.rows(sql), *dataset.rows(laid)]:
        counts = says.setdefault(place, {})
        counts[kind] = counts.get(kind, 0) + 1
        if (kind, key) in met:
            which = extends if extending else replaces
            which[place] = which.get(place, 0) + 1
        met.add((kind, key))
    return tuple(
        Folder(
            path=path,
            own=place > 0,
            records={kind: says[place][kind] for kind in KINDS if kind in says.get(place, {})},
            extends=extends.get(place, 0),
            replaces=replaces.get(place, 0),
        )
        for place, path in enumerate(dataset.folders)
    )


def own_claims(dataset: Dataset, compound: str) -> frozenset[str]:
    """Return the ids of a compound's claims that own data have brought or changed."""
    return own_entries(dataset, compound, "claims")


def own_entries(dataset: Dataset, compound: str, table: Literal["claims", "faq"]) -> frozenset[str]:
    """Return the ids in one of a compound's tables that own data have brought or changed."""
    if compound not in dataset.own("compound"):
        return frozenset()
    rows = dataset.rows(
        "SELECT folder, record FROM overlaid WHERE kind = 'compound' AND id = ? ORDER BY folder", (compound,)
    )
    said = [msgspec.json.decode(text, type=Compound) for _, text in rows]
    entries = {entry.id: entry for entry in getattr(dataset.compounds[compound], table)}
    if not said or rows[0][0] != 0 or not all(record.extends for record in said[1:]):
        return frozenset(entries)
    bundled = {entry.id: entry for entry in getattr(said[0], table)}
    return frozenset(key for key, entry in entries.items() if bundled.get(key) != entry)
