"""The files of a data folder: their names, and what kind of record stands in each."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from . import model

FILES: dict[str, Any] = {
    "vocabulary.toml": model.VocabularyFile,
    "sources.toml": model.SourcesFile,
    "references.toml": model.ReferencesFile,
    "statements.toml": model.StatementsFile,
}
"""The files of a data folder beside `compounds/`, in the order they are read."""


def type_of(path: Path) -> Any:
    """Return the record type of the data file at `path`."""
    return FILES.get(path.name, model.Compound)  # a folder of data may itself be called `compounds`


def is_text(path: str) -> bool:
    """Tell whether a path is text: bytes that are no UTF-8 cannot stand in a store, nor in JSON."""
    try:
        return path.isascii() or bool(path.encode())
    except UnicodeEncodeError:
        return False


NO_TEXT = "has a name that is not UTF-8; rename it"


def holds_data(folder: Path) -> bool:
    """Tell whether anything is in a folder of data that is one of its files, or may be."""
    return any(map(os.path.lexists, (folder / name for name in (*FILES, "compounds"))))


def is_data(name: str) -> bool:
    """Tell whether a name in `compounds/` is a compound's: what editors and systems drop begins with a dot.

    No compound has the name of a data file, by which it is known what is in it.
    """
    return name.endswith(".toml") and not name.startswith(".") and name not in FILES
