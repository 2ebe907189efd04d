"""The whole dataset as an SQLite database: the store's own tables, and beside it what Datasette says of them."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from ..answers.export import LICENCE, Content
from ..dataset.columns import TABLES

_FULL_TEXT = {"reference": "reference_text", "entry": "entry_text"}
"""The full text of a table, its rows numbered as in the column `number` there."""

_SHADOWS = ("config", "content", "data", "docsize", "idx")
"""What FTS5 keeps a full text in."""


def write(content: Content, path: Path) -> None:
    """Write the database to `path`."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        # A database that is not finished is thrown away: a journal to take it back would only be left behind.
        connection.execute("PRAGMA journal_mode = OFF")
        content.copy(connection)


def write_datasette(content: Content, path: Path, database: str, held: Mapping[str, Any] | None = None) -> None:
    """Write to `path` what Datasette shows of the database of that name: `datasette FILE --metadata datasette.json`.

    `held` is what such a file says so far: of other databases, and what a person has put into it, as who may look in.
    """
    about, held = content.about, dict(held or {})
    databases = held["databases"] if isinstance(held.get("databases"), dict) else {}
    own = databases[database] if isinstance(databases.get(database), dict) else {}
    tables: dict[str, Any] = {}
    for table in TABLES:
        said: dict[str, Any] = {"description": table.text, "columns": table.columns}
        if table.name in _FULL_TEXT:
            said |= {"fts_table": _FULL_TEXT[table.name], "fts_pk": "number"}
        if not table.exported:
            said["hidden"] = True
        tables[table.name] = said
    tables |= {f"{name}_{part}": {"hidden": True} for name in _FULL_TEXT.values() for part in _SHADOWS}
    described = {
        "title": about.title,
        "description": about.disclaimer,
        "license": LICENCE[0],
        "license_url": LICENCE[1],
        "source": f"peptide, data of {about.issued}, version {about.version}",
        "databases": databases | {database: {"title": about.title} | own | {"tables": tables}},
    }
    told = described | held | {name: described[name] for name in ("source", "databases")}
    path.write_bytes(msgspec.json.format(msgspec.json.encode(told), indent=2) + b"\n")
