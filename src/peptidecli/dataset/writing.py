"""Writing data files: what is added stands in its place, all else stays as it is, and no file is ever half written.

Values are written by tomlkit; where a record begins and ends is told by its heading. What comes out is read again
before it takes the file's place, so that nothing is written that could not be read.
"""

from __future__ import annotations

import bisect
import codecs
import contextlib
import json
import os
import re
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec
import tomli
import tomlkit

from ..errors import DatasetError
from ..notation.visible import in_toml
from .files import type_of
from .leftovers import PART, beside, sweep
from .places import line_of_id, lines_outside
from .reading import parsed, text_of
from .stopping import stopped_by_signals

_WIDE = 100
"""Columns beyond which a list is written with one entry a line."""


_held: dict[Path, int] = {}


def hold(folder: Path, waiting: Callable[[], None] = lambda: None) -> None:
    """Let no other process write into a folder until this one ends, however it does; call `waiting` before a wait.

    The lock is that of the system on the folder itself, so that nothing is left behind. Where there is none, on Windows
    and some disks of a network, nobody is kept from writing.
    """
    try:
        import fcntl  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    with contextlib.suppress(OSError):
        where = folder.resolve()
        if where in _held:
            return
        _held[where] = handle = os.open(where, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(handle, fcntl.LOCK_EX)


def write_file(path: Path, text: str) -> None:
    """Write a data file in one step, after making sure that it can be read; raise DatasetError where it cannot."""
    parsed(path, text, type_of(path))
    _check_ends(path)
    write_text(path, text)


def _check_ends(path: Path) -> None:
    """Raise DatasetError where the lines of a file that is there end in several ways: those of others would change."""
    content = path.read_bytes() if path.is_file() else b""
    with_both, alone = content.count(b"\r\n"), content.count(b"\r") - content.count(b"\r\n")
    if alone or 0 < with_both < content.count(b"\n"):
        raise DatasetError(path, "its lines end in several ways (CR LF and LF, or CR); let them end in one first")


def write_text(path: Path, text: str, *, force: bool = False) -> None:
    """Write a text file in one step, in UTF-8, with the mark and the line ends that it has where it is there."""
    mark, line_end = _manner(path)
    write_bytes(path, mark + text.replace("\n", line_end).encode(), force=force)


def write_bytes(path: Path, content: bytes, *, force: bool = False) -> None:
    """Write a file in one step: whoever reads it meanwhile, or cuts the power, has the old or the new one whole.

    One that its owner has closed to writing is left as it is unless by `force`: its folder would let it be replaced.
    """
    missing = [folder for folder in path.parents if not folder.exists()]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        target = path.resolve()  # what a link points at is replaced, beside itself, and the link stays
        if target.exists() and not target.is_file():
            raise DatasetError(path, "is no regular file, and is left as it is; name another")
        before = path.stat() if path.exists() else None
        if before and not force and not before.st_mode & 0o222:
            raise DatasetError(path, "is closed to writing, and is left as it is; open it (chmod u+w), or name another")
        if before and not force and not os.access(target, os.W_OK):
            raise DatasetError(path, "may not be written by you here, and is left as it is; name another")
        mode = before.st_mode & 0o777 if before else 0o666 & ~_umask()
        sweep(target, folders=False)
        with stopped_by_signals():
            _put(target, content, mode, before)
    except (OSError, RuntimeError) as error:  # up to Python 3.12 a link to itself is a RuntimeError
        for folder in missing:
            with contextlib.suppress(OSError):
                folder.rmdir()
        reason = getattr(error, "strerror", None) or error
        raise DatasetError(path, f"cannot be written: {reason}; nothing was changed") from error


def _put(target: Path, content: bytes, mode: int, before: os.stat_result | None) -> None:
    """Write a file beside its place, and give it its name when it is whole."""
    handle, name = tempfile.mkstemp(PART, beside(target, "-").name, target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _give_to(name, before)
        os.chmod(name, mode)  # noqa: PTH101
        os.replace(name, target)  # noqa: PTH105
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name)  # noqa: PTH108


def _give_to(name: str, before: os.stat_result | None) -> None:
    """Give a file to who has had the one that it replaces, where one may: root writes into the folders of others."""
    if before and hasattr(os, "chown") and (before.st_uid, before.st_gid) != (os.geteuid(), os.getegid()):
        with contextlib.suppress(OSError):
            os.chown(name, before.st_uid, before.st_gid)


def _manner(path: Path) -> tuple[bytes, str]:
    """Return how a file begins and how its lines end, where it is there: an editor may have chosen so."""
    try:
        # What is no file, a device or a pipe, may have no end, or no beginning.
        first = path.read_bytes().partition(b"\n")[0] if path.is_file() else b""
    except OSError:  # it is not there, or what is wrong with it is told where it is written
        return b"", "\n"
    mark = codecs.BOM_UTF8 if first.startswith(codecs.BOM_UTF8) else b""
    return mark, "\r\n" if first.endswith(b"\r") else "\n"


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def value(content: Any) -> str:
    """Return a value as TOML; a long list with one entry a line."""
    if isinstance(content, list | tuple) and content:
        items = [value(item) for item in content]
        line = f"[{', '.join(items)}]"
        if len(line) <= _WIDE and not any(isinstance(item, dict) for item in content):
            return line
        return "[\n" + "".join(f"    {item},\n" for item in items) + "]"
    if isinstance(content, dict):
        return "{ " + ", ".join(f"{_name(key)} = {value(item)}" for key, item in content.items()) + " }"
    return in_toml(str(tomlkit.item(content).as_string()))


def _name(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else tomlkit.item(key).as_string()


def block(table: str, record: Any) -> str:
    """Return a record as a `[[table]]` of a data file; what is as by default is left out."""
    held = fields(record)
    lines = [f"{_name(key)} = {value(held[key])}" for key in _in_order(held)]
    return "\n".join([f"[[{table}]]", *lines]) + "\n"


def fault(table: str, record: Any) -> str:
    """Return why a record cannot stand in a data file, nothing where it can."""
    for name, content in fields(record).items():
        if re.search("[\ud800-\udfff]", json.dumps(content, ensure_ascii=False, default=str)):
            return f"its {name} has half of a letter, a lone surrogate, which no file of text can hold"
    text = block(table, record)
    try:
        parsed(Path(f"{table}s.toml"), text, type_of(Path(f"{table}s.toml")))
    except DatasetError as error:
        return f"it cannot be written: {error.reason}"
    return ""


def fields(record: Any) -> dict[str, Any]:
    """Return a record's keys and values as they stand in a data file, those as by default left out."""
    found: dict[str, Any] = {}
    for field in msgspec.structs.fields(record):
        content = getattr(record, field.name)
        if field.required or content != field.default:
            found[field.encode_name] = _plain(content)
    return found


def _plain(content: Any) -> Any:
    if isinstance(content, msgspec.Struct):
        return fields(content)
    return [_plain(item) for item in content] if isinstance(content, tuple | list) else content


def with_records(path: Path, table: str, records: Iterable[Any], heading: str = "") -> str:
    """Return the text of a data file with records added, each before the first of a later id.

    A file that is not there begins with `heading`. Raises DatasetError where the records would not be what it held and
    the new ones.
    """
    records = tuple(records)
    text = text_of(path) if path.exists() else heading
    seen = lines_outside(text)
    begin = rf"^\[\[{table}\]\][^\n]*\n(?:(?!\[)[^\n]*\n)*?id\s*=\s*[\"']([^\"']+)"
    starts = [(_before_comments(seen, found.start()), found[1]) for found in re.finditer(begin, seen, re.MULTILINE)]
    ids = [key for _, key in starts]
    in_order = ids == sorted(ids)
    added: dict[int, list[Any]] = {}
    for record in sorted(records, key=lambda record: str(record.id)):
        later = bisect.bisect(ids, record.id) if in_order else _first(ids, record.id)
        added.setdefault(later, []).append(record)
    ends = [*(start for start, _ in starts[1:]), len(text)][: len(starts)]
    parts = [text[: starts[0][0]] if starts else text]
    for place, (start, end) in enumerate(zip([start for start, _ in starts], ends, strict=True)):
        parts += [f"{block(table, record)}\n" for record in added.get(place, ())]
        parts.append(text[start:end])
    body = "".join(parts)
    last = [block(table, record) for record in added.get(len(starts), ())]
    if last:
        body = "\n\n".join([*([body.rstrip()] if body.strip() else []), *(item.rstrip() for item in last)]) + "\n"
    _check_added(path, text, body, table, records)
    return body


def _check_added(path: Path, before: str, after: str, table: str, records: Iterable[Any]) -> None:
    """Raise DatasetError where a text of TOML does not say what another said, with records added to a table."""
    old, new = _read(before), _read(after)
    added = {record.id: fields(record) for record in records}
    held = new.pop(table, [])
    kept = [record for record in held if record.get("id") not in added]
    given = {record.get("id"): record for record in held if record.get("id") in added}
    if kept != old.pop(table, []) or given != added or len(held) != len(kept) + len(added) or new != old:
        raise DatasetError(
            path,
            f"its records are no blocks under [[{table}]], to which alone one can be added safely; it is left as it is",
        )


def _first(ids: list[str], key: str) -> int:
    """Return the place of the first id that comes after `key`, in a file that is not sorted."""
    return next((place for place, other in enumerate(ids) if other > key), len(ids))


def _before_comments(text: str, place: int) -> int:
    """Return where the comment lines that stand right above a record begin."""
    while place:
        above = text.rfind("\n", 0, place - 1) + 1
        if not text[above:place].startswith("#"):
            break
        place = above
    return place


def with_fields(path: Path, text: str, table: str, wanted: str, changes: Mapping[str, Any]) -> str:
    """Return a data file's text with keys of the record `wanted` set, new ones in their place; None takes one out.

    Raises DatasetError where the record is not there, or is written so that it cannot be changed safely.
    """
    heading = re.compile(rf"^\[\[{table}\]\]", re.MULTILINE)
    seen = lines_outside(text)
    starts = [found.start() for found in heading.finditer(seen)]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        if re.search(rf"^id\s*=\s*[\"']{re.escape(wanted)}[\"']", seen[start:end], re.MULTILINE):
            old = text[start:end] if text.endswith("\n") else text[start:end] + "\n"
            new = _changed(old, changes)
            merged = tomli.loads(old)[table][0] | {key: _plain(content) for key, content in changes.items()}
            expected = {key: content for key, content in merged.items() if content is not None}
            if _read(new).get(table) != [expected]:
                raise DatasetError(path, f"{wanted}: cannot be changed safely; do it by hand", line_of_id(path, wanted))
            return text[:start] + new + text[end:]
    raise DatasetError(path, f"there is no record {wanted!r} in here")


def _read(text: str) -> dict[str, Any]:
    """Return what a text says, or nothing where it is no TOML: a value goes on where none was seen to."""
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError:
        return {}


_ORDER = (
    "id", "type", "title", "original-title", "author", "author-complete", "issued", "container-title", "volume",
    "issue", "page", "number", "DOI", "PMID", "PMCID", "URL", "publisher", "lacks", "language", "compounds", "design",
    "species",    "n", "group", "topics", "standing", "notice", "note", "read", "trace",
)  # fmt: skip
"""The keys of a reference in the order in which they are written; others stand before the note."""


def _in_order(keys: Iterable[str]) -> list[str]:
    places = {key: place for place, key in enumerate(_ORDER)}
    return sorted(keys, key=lambda key: places.get(key, places["note"] - 0.5))


def _prolonged(text: str, key: str, content: Any) -> str | None:
    """Return a list written over several lines with what `content` adds at its end; None where it is another list."""
    before, now = _read(text).get(key), _plain(content)
    if not isinstance(before, list) or not isinstance(now, list) or now[: len(before)] != before:
        return None
    body, closing, rest = text.rpartition("\n]")
    last = re.sub(r"#.*", "", body.rpartition("\n")[2])
    if not closing or rest.strip() or not last.rstrip().endswith(","):
        return None
    return body + "".join(f"\n    {value(item)}," for item in now[len(before) :]) + closing + rest


def _changed(record: str, changes: Mapping[str, Any]) -> str:
    """Return a record's text with keys set: in place where they stand, else before the first that comes later."""
    for key in _in_order(changes):
        line = f"{_name(key)} = {value(_plain(changes[key]))}\n" if changes[key] is not None else ""
        # A value goes on as long as lines are indented, empty or close it.
        going_on = r"(?:(?:[ \t]+[^\n]*|[\]}][^\n]*)\n)*"
        held = re.search(rf"^{re.escape(key)}\s*=[^\n]*\n{going_on}", record, re.MULTILINE)
        if held:
            longer = _prolonged(held[0], key, changes[key]) or line
            record = record[: held.start()] + longer + record[held.end() :]
            continue
        if not line:
            continue
        later = _ORDER[_ORDER.index(key) + 1 :] if key in _ORDER else ("note", "read", "trace")
        places = [
            found.start() for name in later if (found := re.search(rf"^{re.escape(name)}\s*=", record, re.MULTILINE))
        ]
        place = min(places, default=len(record.rstrip()) + 1)
        record = record[:place] + line + record[place:]
    return record
