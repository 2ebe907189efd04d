"""The whole dataset as lines of JSON, one row a line; and as a file that OpenSearch takes as it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from ..answers.export import Content, Sheet, Value
from ..notation.visible import escaped


def write(content: Content, path: Path) -> None:
    """Write every row as a line `{"table": ..., column: value, ...}`, without what has no value."""
    with path.open("wb") as file:
        for sheet in _told(content):
            for row in sheet.rows():
                file.write(_line({"table": sheet.name, **_document(sheet, row)}))


def write_bulk(content: Content, path: Path) -> None:
    """Write every row as two lines, the action and the document, as the bulk interface of OpenSearch reads them.

    An index holds a table, without `record`: what one filters by stands in columns of one type.
    """
    with path.open("wb") as file:
        for sheet in _told(content):
            for row in sheet.rows():
                document = _document(sheet, row)
                key = "/".join(str(document[name]) for name in sheet.key)
                action = {"index": {"_index": f"peptide-{sheet.name.replace('_', '-')}", "_id": key}}
                document.pop("record", None)
                file.write(_line(action) + _line(document))


def _line(content: dict[str, Any]) -> bytes:
    """Return an object as a line of JSON in which no letter stands that would steer a terminal."""
    return f"{escaped(_encode(content).decode())}\n".encode()


_encode = msgspec.json.Encoder().encode


def _told(content: Content) -> Iterator[Sheet]:
    """Yield the tables of what is known: a column of one name is of one type in all of them."""
    return (sheet for sheet in content.sheets if sheet.name not in {"folder", "file"})


def _document(sheet: Sheet, row: tuple[Value, ...]) -> dict[str, Any]:
    return dict(_known(sheet, row))


def _known(sheet: Sheet, row: tuple[Value, ...]) -> Iterator[tuple[str, Any]]:
    for column, value in zip(sheet.columns, row, strict=True):
        if value is not None and column.name != "file":
            yield column.name, msgspec.Raw(str(value).encode()) if column.type == "json" else value
