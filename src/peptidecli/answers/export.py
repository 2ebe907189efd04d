"""The whole dataset, handed on: its tables as rows with typed columns, and its references."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from ..dataset.columns import TABLES, TRUTHS
from ..dataset.dataset import Dataset
from ..dataset.model import About, Reference

Type = Literal["text", "integer", "number", "truth", "json"]
Value = str | int | float | bool | None

LICENCE = ("MIT", "https://opensource.org/license/mit")
"""Name and page of the licence of program and data."""

_TYPES: dict[str, Type] = {"TEXT": "text", "INTEGER": "integer", "REAL": "number"}
_KEYS = {"reference": ("id",)}
"""The keys of tables whose rows the store numbers for itself alone."""
_LEFT_OUT = frozenset({"crc"})


class Column(NamedTuple):
    """A column of a table: what it holds, in what type, and whether it may be empty."""

    name: str
    type: Type
    text: str
    needed: bool


class Link(NamedTuple):
    """Columns that name a row of another table, and the columns they are named in there."""

    columns: tuple[str, ...]
    table: str
    targets: tuple[str, ...]


class Sheet(NamedTuple):
    """A table for people: its columns, those that tell its rows apart, its links, and its rows as often as asked."""

    name: str
    text: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    links: tuple[Link, ...]
    rows: Callable[[], Iterator[tuple[Value, ...]]]


class Content(NamedTuple):
    """All of a dataset, the user's own folders with it."""

    about: About
    sheets: tuple[Sheet, ...]
    references: Callable[[], Iterator[Reference]]
    own: frozenset[str]
    """The ids of the references that the user's own data have brought or changed."""
    copy: Callable[[sqlite3.Connection], None]
    """Copies the store, all its tables, into an empty database; what tells of this machine is left out."""


def content(dataset: Dataset) -> Content:
    """Return all of a dataset to be written somewhere; of the data nothing but their outline is read yet."""
    dataset.verify()
    return Content(
        about=dataset.about,
        sheets=tuple(
            _sheet(dataset, table.name, table.text, table.columns) for table in TABLES if table.exported
        ),
        references=lambda: iter(dataset.references.values()),
        own=frozenset(dataset.own("reference")),
        copy=lambda target: _copy(dataset, target),
    )  # fmt: skip


def _sheet(dataset: Dataset, name: str, text: str, said: dict[str, str]) -> Sheet:
    columns, key = [], {}
    for _, column, type_, needed, _, place in dataset.rows(f"PRAGMA table_info({name})"):
        if column not in _LEFT_OUT:
            kind: Type = "truth" if column in TRUTHS else "json" if column == "record" else _TYPES[type_]
            columns.append(Column(column, kind, said[column], bool(needed or place)))
        if place:
            key[place] = column
    links: dict[int, Link] = {}
    for number, _, table, here, there, *_ in dataset.rows(f"PRAGMA foreign_key_list({name})"):
        before = links.get(number, Link((), table, ()))
        links[number] = Link((*before.columns, here), table, (*before.targets, there))
    keys = _KEYS.get(name) or tuple(key[place] for place in sorted(key))
    return Sheet(name, text, tuple(columns), keys, tuple(links.values()), lambda: _rows(dataset, name, columns, keys))


def _rows(dataset: Dataset, name: str, columns: list[Column], key: tuple[str, ...]) -> Iterator[tuple[Value, ...]]:
    """Yield the rows of a table in the order of its key."""
    names = ", ".join(f'"{column.name}"' for column in columns)
    rows = dataset.connection.execute(f'SELECT {names} FROM "{name}" ORDER BY {", ".join(key)}')
    folders = dataset.folders
    for row in rows:
        yield tuple(
            bool(value)
            if column.type == "truth"
            else _place(folders, str(value))
            if column.name == "path"
            else ""
            if column.name == "mark"
            else value
            for column, value in zip(columns, row, strict=True)
        )


def _place(folders: tuple[str, ...], path: str) -> str:
    """Return a path as it may be handed on: what lies above a data folder is nobody's business."""
    if path in folders:
        return "bundled" if path == folders[0] else Path(path).name
    return Path(path).relative_to(next(f for f in reversed(folders) if Path(f) in Path(path).parents)).as_posix()


def _copy(dataset: Dataset, target: sqlite3.Connection) -> None:
    dataset.connection.backup(target)
    folders = dataset.folders
    with target:
        for table in ("folder", "file"):
            rows = target.execute(f"SELECT id, path FROM {table}").fetchall()
            # Two folders may hold files of one name; in `file` the number of the folder tells them apart.
            places = [(_place(folders, path), key) for key, path in rows]
            target.executemany(f"UPDATE {table} SET path = ? WHERE id = ?", places)
        target.execute("UPDATE file SET mark = ''")
        target.execute("DELETE FROM meta WHERE key IN ('stamp', 'program', 'folders')")
        target.execute("PRAGMA application_id = 0")
    target.execute("VACUUM")
