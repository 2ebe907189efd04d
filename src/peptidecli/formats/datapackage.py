"""The whole dataset as a folder of CSV with a Frictionless `datapackage.json` that says what every column holds."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import msgspec

from ..answers.export import LICENCE, Column, Content, Sheet, Value
from ..notation.visible import visible
from .rows import defused

_TYPES = {"text": "string", "integer": "integer", "number": "number", "truth": "boolean", "json": "string"}


def write(content: Content, path: Path) -> None:
    """Write one CSV file a table into the folder `path`, UTF-8 (RFC 4180); what has no value is an empty cell."""
    path.mkdir()
    for sheet in content.sheets:
        with (path / f"{sheet.name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(column.name for column in sheet.columns)
            for row in sheet.rows():
                writer.writerow(map(_cell, row))
    text = msgspec.json.format(msgspec.json.encode(_package(content)), indent=2)
    (path / "datapackage.json").write_bytes(text + b"\n")


def _cell(value: Value) -> Value:
    """Return a cell as CSV has it: text that steers no terminal and is no formula."""
    if isinstance(value, str):
        return defused(visible(value))
    return "" if value is None else str(value).lower() if isinstance(value, bool) else value


def _package(content: Content) -> dict[str, Any]:
    about = content.about
    return {
        "profile": "tabular-data-package",
        "name": "peptide",
        "title": about.title,
        "description": about.disclaimer,
        "version": about.version,
        "created": f"{about.issued}T00:00:00Z",
        "licenses": [{"name": LICENCE[0], "path": LICENCE[1]}],
        "resources": [_resource(sheet) for sheet in content.sheets],
    }


def _resource(sheet: Sheet) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in sheet.columns],
        "primaryKey": list(sheet.key),
        "missingValues": [""],
    }
    if sheet.links:
        schema["foreignKeys"] = [
            {"fields": list(link.columns), "reference": {"resource": link.table, "fields": list(link.targets)}}
            for link in sheet.links
        ]
    return {
        "profile": "tabular-data-resource",
        "name": sheet.name,
        "path": f"{sheet.name}.csv",
        "description": sheet.text,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": _TYPES[column.type], "description": column.text}
    return field | ({"constraints": {"required": True}} if column.needed and column.type != "text" else {})
