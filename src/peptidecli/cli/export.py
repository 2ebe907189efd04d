"""`peptide export`."""

from __future__ import annotations

import functools
import operator
import os
import sqlite3
import stat
from collections.abc import Callable, Iterable, Set
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from ..answers.export import Content, content
from ..calls.output import dataset_of, write
from ..dataset.decoding import decoded
from ..dataset.leftovers import OLD, PART, beside, remove, sweep
from ..dataset.stopping import stopped_by_signals
from ..errors import UsageError
from ..notation.visible import in_a_line, visible
from .options import folder_there, new_command, settings_of

command = new_command()

Write = Callable[[Content, Path], None]
"""Writes all of a dataset to a path at which nothing is yet."""


@command.command(
    short_help="Write the whole dataset to a file or folder.",
    epilog="Examples:  peptide export peptide.sqlite   ·   peptide export tables/ --parquet",
)
def export(
    ctx: typer.Context,
    target: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="Where to: .sqlite (with a datasette.json beside it), .ndjson, .bib, .ris or .json (CSL-JSON); "
            "without an ending a folder of CSV.",
        ),
    ],
    parquet: Annotated[bool, typer.Option("--parquet", help="A folder of Parquet in place of CSV.")] = False,
    bulk: Annotated[bool, typer.Option("--bulk", help="An .ndjson file as OpenSearch takes it.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Take the place of what is there.")] = False,
) -> None:
    """Write the whole dataset, your own folders with it, for those who outgrow a terminal.

    docs/store.md describes the tables and their columns, docs/scale.md which way serves up to which size. In CSV a '
    stands before what a spreadsheet would take for a formula.
    """
    if str(target) == "-":
        raise UsageError(
            "export writes a file or a folder, none to standard output; name one, such as peptide.sqlite. References "
            "there: peptide cite --limit 0 -f bibtex"
        )
    if target.name in {"", ".."}:
        raise UsageError(f"{target} is no name of a file or folder to write; name one in it")
    if target.name.lower() in _ENDINGS:
        such_as = "a folder" if target.name.lower() in _TABLES else f"a file, such as peptide{target.name}"
        raise UsageError(f"{target} is an ending and no name; name {such_as}")
    if target.suffix.lower() in _TABLES and not target.is_dir():
        option = " --parquet" if target.suffix.lower() == ".parquet" else ""
        raise UsageError(
            f"{target} would be a file, and the dataset is several tables: name a folder for them, such as "
            f"peptide export {target.stem}{option}"
        )
    writer = _writer(target, parquet=parquet, bulk=bulk)
    made: list[tuple[Path, Write]] = [(target, writer)]
    if target.suffix.lower() in _DATABASES:
        _check_alone(target)
        made.append((target.with_name("datasette.json"), lambda all_of_it, path: _describe(all_of_it, path, target)))
    for path, _ in made:
        if len(os.fsencode(path.name)) > _LONGEST_NAME:
            raise UsageError(f"{path} cannot be written: its name is too long")
        folder_there(path)
        if path.is_dir() and path.suffix.lower() in _FILES:
            raise UsageError(f"{path} is a folder, where a file is to be written; name another")
        if path.is_dir() and not _ours(path):
            raise UsageError(f"{path} is a folder that no export has made, or that holds more; name another")
        # A datasette.json of ours says of each database in its folder what is in it; one more is added.
        if path != target and os.path.lexists(path) and not _described(path):
            raise UsageError(f"{path} would be replaced, and no export has made it; name a file in another folder")
        if os.path.lexists(path) and not force and path == target:
            raise UsageError(f"{path} is there already; with --force it is replaced")
    new = {path for path, _ in made if not os.path.lexists(path)}
    dataset = dataset_of(settings_of(ctx))
    _refuse_data((path for path, _ in made), dataset.folders)
    everything = content(dataset)
    with stopped_by_signals():
        _put(everything, made, new)
    for path, _ in made:
        size = sum(file.stat().st_size for file in (path.rglob("*") if path.is_dir() else [path]) if file.is_file())
        write(f"{in_a_line(str(path))}: {size / 1e6:.1f} MB\n")


def _refuse_data(paths: Iterable[Path], folders: Iterable[str]) -> None:
    """Refuse a link that leads to a file of the data themselves, whose place would be taken."""
    held = [os.path.realpath(folder) for folder in folders]
    for path in paths:
        real = Path(os.path.realpath(path))
        if real.suffix == ".toml" and any(map(real.is_relative_to, held)):
            raise UsageError(f"{path} leads to {real}, which is a file of the data that are exported; name another")


def _check_alone(target: Path) -> None:
    """Refuse a database beside which SQLite has kept what belongs to another: it would be read into the new one."""
    for path in (Path(f"{os.path.realpath(target)}{ending}") for ending in ("-wal", "-journal")):
        if os.path.lexists(path):
            raise UsageError(
                f"{path} is there, of a database that a program has open or did not close: it would spoil the new one; "
                "close that program, or take the file away, or name another"
            )


_LONGEST_NAME = 255 - len(".") - len(".12345678") - len(PART)
"""Bytes of a name beyond which what is written beside it, before it takes its place, would have none."""
_DATABASES = {".sqlite", ".sqlite3", ".db"}
_LINES = {".ndjson", ".jsonl"}
_BIBLIOGRAPHIES = {".bib", ".ris", ".json"}
_TABLES = {".csv", ".parquet"}
_FILES = _DATABASES | _LINES | _BIBLIOGRAPHIES
_ENDINGS = _FILES | _TABLES


def _writer(target: Path, *, parquet: bool, bulk: bool) -> Write:
    """Return what writes the format that a name and the options ask for; raise UsageError for one that none does."""
    ending = target.suffix.lower()
    if (parquet and bulk) or (parquet and ending not in {"", ".parquet"}) or (bulk and ending not in _LINES):
        raise UsageError(
            "--parquet is for a folder, --bulk for a file that ends in .ndjson or .jsonl; take one of them"
        )
    if bulk or ending in _LINES:
        from ..formats import ndjson  # noqa: PLC0415

        return ndjson.write_bulk if bulk else ndjson.write
    if ending in _DATABASES:
        from ..formats import sqlite  # noqa: PLC0415

        return sqlite.write
    if parquet or ending == ".parquet":
        from ..formats import parquet as columns  # noqa: PLC0415

        return columns.write
    if ending in {"", ".csv"}:
        from ..formats import datapackage  # noqa: PLC0415

        return datapackage.write
    if ending in _BIBLIOGRAPHIES:
        return lambda all_of_it, path: _bibliography(all_of_it, path, ending)
    raise UsageError(f"no format is known by {ending!r}; take .sqlite, .ndjson, .bib, .ris, .json, or a folder")


def _bibliography(everything: Content, path: Path, ending: str) -> None:
    from ..formats import bibtex, csl, ris  # noqa: PLC0415

    pieces = {".bib": bibtex.pieces, ".ris": ris.pieces, ".json": csl.pieces}[ending]
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(map(visible, pieces(everything.references(), everything.own)))


def _describe(everything: Content, path: Path, target: Path) -> None:
    from ..formats.sqlite import write_datasette  # noqa: PLC0415

    write_datasette(everything, path, target.stem, _json(target.with_name("datasette.json")))


def _ours(folder: Path) -> bool:
    """Tell whether a folder is empty or holds nothing but the tables of an earlier export."""
    held = {entry.name for entry in folder.iterdir()}
    if held and all(name.endswith(".parquet") for name in held):
        from ..formats import parquet  # noqa: PLC0415

        return all(parquet.ours(folder / name) for name in held)
    made = _json(folder / "datapackage.json")
    tables = made.get("resources") if made.get("name") == "peptide" else None
    named = {table.get("path") for table in tables or () if isinstance(table, dict)}
    return not held or held <= named | {"datapackage.json"}


def _described(path: Path) -> bool:
    """Tell whether a datasette.json is that of an earlier export."""
    return str(_json(path).get("source")).startswith("peptide, data of ")


def _json(path: Path) -> dict[str, Any]:
    """Return the object in a file, an empty one where there is none."""
    try:
        return decoded(path.read_bytes(), dict[str, Any])
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return {}


def _put(everything: Content, made: list[tuple[Path, Write]], new: Set[Path]) -> None:
    """Write beside each path, and take their places when all is written; what is stopped leaves nothing.

    Where one is `new`, what has come to be there meanwhile is left. What a link points at is replaced and the link
    stays, and what is replaced keeps its mode: it may be that of what nobody else is to read, so that nobody else reads
    it while it is written either.
    """
    places = [Path(os.path.realpath(path)) for path, _ in made]
    for path in places:
        sweep(path)
    parts = [(beside(path), path) for path in places]
    mask = os.umask(0o077)
    try:
        for (part, _), (_, writer) in zip(parts, made, strict=True):
            writer(everything, part)
        for (part, path), (named, _) in zip(parts, made, strict=True):
            _keep_mode(part, path, mask)
            (_put_new if named in new else _replace)(part, path)
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or error
        raise UsageError(f"{made[0][0]} cannot be written: {reason}") from error
    finally:
        os.umask(mask)
        for part, _ in parts:
            remove(part)


def _keep_mode(part: Path, path: Path, mask: int) -> None:
    """Give what was written the mode of what it replaces, and what is new the one that the user's mask leaves.

    A new file in a folder that was there lets nobody read it who could not read all that is replaced with it.
    """
    held = functools.reduce(operator.and_, map(_mode, path.iterdir())) if path.is_dir() and any(path.iterdir()) else -1
    for new in [*part.rglob("*"), part]:
        old = path / new.relative_to(part)
        usual = (0o777 if new.is_dir() else 0o666 & held) & ~mask
        new.chmod(_mode(old) if old.exists() and old.is_dir() == new.is_dir() else usual)


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _put_new(part: Path, path: Path) -> None:
    """Give what was written its name, in one step where the system has one; raise UsageError where one is there."""
    folder = part.is_dir()
    try:
        if folder:
            part.rename(path)
        else:
            path.hardlink_to(part)
    except OSError as error:
        if os.path.lexists(path):
            told = "has been made by another meanwhile, and is left as it is; name another, or replace it with --force"
            raise UsageError(f"{path} {told}") from error
        if folder:
            raise
        part.replace(path)  # on a file system without links


def _replace(part: Path, path: Path) -> None:
    if not path.is_dir():
        part.replace(path)
    elif not _exchanged(part, path):
        old = beside(path, OLD)
        path.rename(old)
        part.rename(path)
        remove(old)


def _exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places in one step, so that no moment is without one; False where a system cannot."""
    import ctypes  # noqa: PLC0415 - only where a folder is replaced

    library: Any = ctypes.CDLL(None) if os.name == "posix" else None
    paths = os.fsencode(one.absolute()), os.fsencode(other.absolute())
    here, exchange = -100, 2  # AT_FDCWD; RENAME_EXCHANGE on Linux and RENAME_SWAP on macOS are both 2
    if hasattr(library, "renameat2"):
        return bool(library.renameat2(here, paths[0], here, paths[1], exchange) == 0)
    if hasattr(library, "renamex_np"):
        return bool(library.renamex_np(*paths, exchange) == 0)
    return False
