"""Reading: one data file in, its records out, or a DatasetError with line and reason."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import tomli

from ..errors import DatasetError
from ..notation import identifiers
from . import model
from .decoding import converted
from .files import FILES, NO_TEXT, is_text, type_of
from .places import line_of, lines_outside

T = TypeVar("T")

LARGEST = 64_000_000
"""Bytes of a data file; a larger one is not a file that a person keeps."""

AT_ONCE = 2_000_000
"""Characters that are parsed at once: a larger file is read in pieces, so that memory stays bounded."""


def read_file(path: Path) -> Any:
    """Return what stands in the data file at `path` as the record of its kind.

    Raises DatasetError with line and reason.
    """
    parts = list(read_pieces(path))
    return parts[0] if len(parts) == 1 else _joined(parts)


def read_pieces(path: Path) -> Iterator[Any]:
    """Yield what stands in the data file at `path` in pieces of at most some thousand records each.

    Raises DatasetError with line and reason.
    """
    text = text_of(path)
    kind = type_of(path)
    if len(text) <= AT_ONCE or kind is model.Compound:  # which is one record, and no part of it is a compound
        yield parsed(path, text, kind)
        return
    seen: set[tuple[str, str]] = set()
    for piece in _pieces(text):
        try:
            part = parsed(path, piece, kind, seen)
        except DatasetError:
            parsed(path, text, kind)  # the line of a fault counts from the file's beginning
            raise DatasetError(
                path, "is too large to be read at once and cannot be read in pieces; divide it"
            ) from None
        yield part


def text_of(path: Path) -> str:
    """Return the text of a data file; raise DatasetError where it is no regular file of UTF-8 text.

    The mark of UTF-8 with which editors on Windows begin a file is no part of it; `writing` keeps it.
    """
    if not is_text(str(path)):
        raise DatasetError(path, NO_TEXT)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise DatasetError(path, "is not a regular file; a data file is read whole, from its beginning")
        if status.st_size > LARGEST:
            raise DatasetError(path, f"has {status.st_size / 1e6:.0f} MB; at most 64 MB are read. Divide it by folder")
        return path.read_text(encoding="utf-8").removeprefix("\ufeff")
    except OSError as error:
        raise DatasetError(path, f"cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise DatasetError(path, f"is not UTF-8 text (byte {error.start})") from error


_HEADING = re.compile(r"^\[\[[\w-]+\]\][ \t]*(?:#.*)?$", re.MULTILINE)


def _pieces(text: str) -> list[str]:
    """Return a file in pieces of many whole records each."""
    pieces, start = [], 0
    for heading in _HEADING.finditer(lines_outside(text)):
        if heading.start() - start >= AT_ONCE:
            pieces.append(text[start : heading.start()])
            start = heading.start()
    return [*pieces, text[start:]]


def _joined(parts: list[Any]) -> Any:
    fields: dict[str, Any] = {}
    for name in parts[0].__struct_fields__:
        values = [getattr(part, name) for part in parts]
        tables = [value for value in values if isinstance(value, tuple)]
        fields[name] = tuple(record for table in tables for record in table) if tables else _first(values)
    return type(parts[0])(**fields)


def _first(values: list[Any]) -> Any:
    return next((value for value in values if value is not None), None)


def parsed(path: Path, text: str, kind: type[T], seen: set[tuple[str, str]] | None = None) -> T:
    """Return TOML text as a record of `kind`; raise DatasetError with line and reason.

    `seen` holds the ids of earlier pieces of the same file, and is given those of this one.
    """
    document: dict[str, Any] = {}
    try:
        document = tomli.loads(text)
        record = converted(whole(document, kind), kind)
    except tomli.TOMLDecodeError as error:
        place = re.search(r"\s*\(at line (\d+), column \d+\)$", str(error))
        reason = str(error)[: place.start()] if place else str(error)
        raise DatasetError(path, f"not valid TOML: {reason}", int(place[1]) if place else None) from error
    except msgspec.ValidationError as error:
        for name, content in document.items() if path.name in FILES else ():
            if told := wrong_table(kind, name, content):
                raise DatasetError(path, f"{told} at {name}", line_of(text, f"$.{name}")) from error
        reason, _, at = str(error).partition(" - at `")
        at = at.rstrip("`")
        unknown = re.search(r"unknown field `([^`]+)`", reason)
        raise DatasetError(
            path,
            f"{said(reason)}{f' at {at[2:]}' if at else ''}",
            line_of(text, f"{at or '$'}.{unknown[1]}" if unknown else at),
        ) from error
    except RecursionError as error:
        raise DatasetError(path, "is nested too deep to be read") from error
    except ValueError as error:
        # What Python says of a number that is too long for it is of its own settings.
        told = "a number has more digits than can be read" if "digits" in str(error) else str(error)
        raise DatasetError(path, f"not valid TOML: {told}") from error
    for number, identifier in enumerate(record.identifiers if isinstance(record, model.Compound) else ()):
        if wrong := identifiers.fault(identifier.kind, identifier.value):
            raise DatasetError(path, wrong, line_of(text, f"$.identifier[{number}].value"))
    for where, fault in used_twice(document, seen):
        raise DatasetError(path, fault, line_of(text, where))
    return record


_IDS: dict[str, str | None] = {"synonym": None, "person": "name", "journal": "name", "heading": "section"}
"""What stands for the id in the tables that have none; what a synonym means may be there as often as one likes."""


def used_twice(document: dict[str, Any], seen: set[tuple[str, str]] | None = None) -> Iterator[tuple[str, str]]:
    """Yield the place of each id that an earlier entry of the same table of a file has, and what is wrong with it.

    `seen` holds the tables and ids that were there before; those of `document` are added to it.
    """
    seen = set() if seen is None else seen
    for table, content in document.items():
        key = _IDS.get(table, "id")
        for number, entry in enumerate(content if isinstance(content, list) else ()):
            used = entry.get(key) if isinstance(entry, dict) else None
            if isinstance(used, str) and (table, used) in seen:
                yield f"$.{table}[{number}].{key}", f"the {key} {used!r} is used twice"
            elif isinstance(used, str):
                seen.add((table, used))


def wrong_table(kind: Any, name: str, content: Any) -> str:
    """Return what is wrong with a table of a data file as one of a file of that kind, nothing where it is one."""
    tables = [field.encode_name for field in msgspec.structs.fields(kind)]
    if name not in tables:
        return f"unknown table {name!r}; tables here: {', '.join(tables)}"
    if name != "dataset" and not isinstance(content, list):
        return f"{name!r} is a list of tables: write [[{name}]]"
    return ""


def whole(document: dict[str, Any], kind: Any) -> dict[str, Any]:
    """Return a file's tables; what a compound that extends another need not repeat is marked as left out."""
    if kind is not model.Compound or document.get("extends") is not True:
        return document
    return dict.fromkeys(_NEEDED, model.LEFT_OUT) | document


_NEEDED = ("name", "class", "summary", "primary-mechanism", "distinction")

_PATTERNS = {
    identifiers.DOI: "a DOI (10.1234/..., and no %28 for a bracket)",
    identifiers.PMID: "a PMID (digits)",
    identifiers.PMCID: "a PMCID (PMC and digits)",
    identifiers.PAGE: "an address without its scheme, such as example.org/page",
    r"\S": "text, and not blanks alone",
    model.AUTHOR: 'one author: "Family, Given", "Family, Given, Suffix", or an organisation without a comma',
    model.LINE: "text in one line, and not blanks alone",
}


def said(reason: str) -> str:
    """Return a validator's message as a person would put it."""
    if lacking := re.search(r"missing required field `([^`]+)`", reason):
        return f"the key {lacking[1]!r} is missing"
    if unknown := re.search(r"unknown field `([^`]+)`", reason):
        return f"unknown key {unknown[1]!r}"
    found = re.search(r"Expected `str` matching regex (.*)$", reason)
    if not found:
        return reason
    pattern = found[1].strip("'\"").replace("\\\\", "\\")
    if pattern in _PATTERNS:
        return f"Expected {_PATTERNS[pattern]}"
    if pattern.startswith("^[A-Za-z0-9]+(-"):
        return "Expected an id: ASCII words joined by hyphens"
    if "a-z0-9]+(-" in pattern:
        return "Expected an id: lower-case ASCII words joined by hyphens"
    if pattern.startswith("^[0-9]{4}"):
        return "Expected a date, month or year: 2026-11-25, 2026-11 or 2026"
    if "ARNDC" in pattern:
        return "Expected residues in one-letter notation (X for one that is none of the twenty)"
    return reason
