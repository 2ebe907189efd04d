"""`--json FIELD,…`: some fields of an answer, under the keys they have in the whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from ..errors import UsageError
from .output_schema import paths, shape

Tree = dict[str, "Tree"]


def names(command: str) -> list[str]:
    """Return the fields of a command that can be asked for: those of its rows by their own names, then all others."""
    known, rows = list(paths(command)), shape(command).rows
    own = [path.rpartition(".")[2] for prefix in rows for path in known if path.rpartition(".")[0] == prefix]
    return list(
        dict.fromkeys([*own, *(path for path in known if path.count(".") < 2 and path.partition(".")[0] not in rows)])
    )


def resolved(command: str, fields: Sequence[str]) -> list[str]:
    """Return the path of each field in the data: `year` of trials is `trials.year`.

    The name of a field of its rows goes before a key of the data. Raises UsageError for what is neither.
    """
    known, rows = paths(command), shape(command).rows
    found = []
    for field in fields:
        path = next((path for path in (*(f"{prefix}.{field}" for prefix in rows), field) if path in known), None)
        if path is None:
            raise UsageError(f"peptide {command} has no field {field!r}; it has {', '.join(names(command))}")
        found.append(path)
    return found


def picked(data: object, chosen: Sequence[str]) -> Any:
    """Return of an answer only what lies at the paths, as plain values; what an answer of this kind lacks is null."""
    tree: Tree = {}
    for path in chosen:
        branch = tree
        for key in path.split("."):
            branch = branch.setdefault(key, {})
    return _pruned(msgspec.to_builtins(data), tree)


def _pruned(value: Any, tree: Tree) -> Any:
    if isinstance(value, list | tuple):
        return [_pruned(item, tree) for item in value]
    if isinstance(value, dict) and tree:
        return {key: _pruned(value.get(key), inner) for key, inner in tree.items()}
    return value
