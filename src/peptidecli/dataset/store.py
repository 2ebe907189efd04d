"""The store: what was parsed, as one SQLite database in the cache folder, and how it is kept true to the TOML files.

TOML is the only truth. The store is used while version, names, sizes, times and inodes of all data files are those it
was built from; otherwise the files that have changed are read again, in a copy that takes its place in one step. A
store that is missing, from another version, half written or damaged is built anew; where it cannot be written, it
lives in memory for as long as the command does.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import sqlite3
import stat
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from .. import __version__
from ..errors import DatasetError
from . import locations, model
from .decoding import decoded
from .files import FILES, NO_TEXT, is_data, is_text
from .schema import SCHEMA, VERSION

if TYPE_CHECKING:
    from io import RawIOBase

Watch = Callable[[int, int], None]
"""Is told, while a store is built, how many of how many bytes of data files have been read."""

CHECKED_WHOLE = 16_000_000
"""Bytes up to which a store's checksum covers all of it; above, it covers the header and each record has its own."""

_PIECE = 256_000

_CHECKSUM_AT = 68
"""Where SQLite's file format keeps the application id, 4 bytes that are free for us (sqlite.org/fileformat.html)."""

_MUCH, _LITTLE, _MANY = 0.25, 1_000_000, 1000
"""Share of the bytes (but never so few), and number of files, from which on all is read and not the change alone."""

_SWEPT_AFTER, _FORGOTTEN_AFTER = 3600, 7 * 24 * 3600
"""Seconds after which what a writer is at is taken for left, though a process of its number lives, and after which a
store that cannot be used is taken away."""


class File(NamedTuple):
    """A data file: its folder's place, its path, and what changes when it does."""

    folder: int
    path: str
    mark: str
    size: int


_used: set[Path] = set()
"""Stores that were found as they are used: what this process has built itself needs no doubt."""


class Store(NamedTuple):
    """An open store, and the file it lies in; None while it lives in memory."""

    connection: sqlite3.Connection
    path: Path | None


class _StaleError(Exception):
    """A store that cannot be brought up to date by what has changed alone."""


def open_store(folders: Sequence[Path], *, cache: bool = True, anew: bool = False, watch: Watch | None = None) -> Store:
    """Return the store of `folders`, the later laid over the earlier; built or brought up to date where need be.

    Without `cache` it is built in memory; with `anew` a damaged one is thrown away first. Raises DatasetError when a
    folder or file cannot be read or does not hold together.
    """
    looks = [look for place, folder in enumerate(folders) for look in _looks(place, folder)]
    stamp = _stamp(folders, looks)
    path = _place(folders) if cache else None
    if path and not anew and (connection := _existing(path)):
        if _meta(connection, "stamp") == stamp:
            _used.add(path)
            return Store(connection, path)
        connection.close()
    files = _files(looks)
    if path is None:
        return Store(_built(":memory:", folders, files, stamp, watch), None)
    try:
        return Store(_written(path, folders, files, stamp, None if anew else path, watch), path)
    except OSError:  # a folder that is closed to us, a disk that is full
        return Store(_built(":memory:", folders, files, stamp, watch), None)


# -- is it still true? -------------------------------------------------------------------------------------------


class _Look(NamedTuple):
    """What a folder shows of its data files: their names, and four numbers for each, see `_NUMBERS`."""

    place: int
    folder: str
    names: list[str]
    numbers: list[int]


_NUMBERS = 4
"""Size, time of writing, inode, time of change: whatever is done to a file changes one of them."""


def _looks(place: int, folder: Path) -> list[_Look]:
    """Look at the data files of a folder.

    Of ten thousand files this is most of what a start costs, and nothing in a folder tells that a file in it was
    written to: so each is asked once, and with as little around it as may be.
    """
    found = []
    for below, wanted in ((folder, FILES.__contains__), (folder / "compounds", is_data)):
        path = str(below)
        if not is_text(path):
            raise DatasetError(Path(path), NO_TEXT)
        name = ""
        names: list[str] = []
        numbers: list[int] = []
        try:
            with _listed(path) as entries:
                for entry in entries:
                    name = entry.name
                    if wanted(name):
                        status = entry.stat()
                        names.append(name)
                        numbers += status.st_size, status.st_mtime_ns, status.st_ino, status.st_ctime_ns
        except (FileNotFoundError, NotADirectoryError) as error:
            if name or os.path.lexists(path):  # gone a moment ago, or a link that leads nowhere, a file
                raise DatasetError(Path(path) / name, f"cannot be read: {error.strerror}") from error
        except OSError as error:
            raise DatasetError(Path(path) / name, f"cannot be read: {error.strerror}") from error
        found.append(_Look(place, path, names, numbers))
    return found


@contextlib.contextmanager
def _listed(path: str) -> Iterator[Iterator[os.DirEntry[str]]]:
    """List a folder, opened where the system can: its files are then asked without their whole path."""
    if os.scandir not in os.supports_fd:
        with os.scandir(path) as entries:
            yield entries
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        with os.scandir(handle) as entries:
            yield entries
    finally:
        os.close(handle)


def _files(looks: Iterable[_Look]) -> list[File]:
    """Return the data files that were looked at, folder by folder and by name."""
    found = []
    for place, folder, names, numbers in looks:
        for count, name in enumerate(names):
            path = os.path.join(folder, name)  # noqa: PTH118 - text, ten thousand times
            if not is_text(path):
                raise DatasetError(Path(path), NO_TEXT)
            its = numbers[_NUMBERS * count : _NUMBERS * (count + 1)]
            found.append(File(place, path, ":".join(map(str, its)), its[0]))
    return sorted(found)


def _stamp(folders: Sequence[Path], looks: Iterable[_Look]) -> str:
    """Return what changes whenever the program, a folder or a data file does.

    Files count in the order in which their folder gives them: another order only has them held against the store one
    by one.
    """
    package = Path(__file__).parent
    readers = [
        f"{entry.name}:{entry.stat().st_mtime_ns}"
        for folder in (package, package.parent / "notation")
        for entry in os.scandir(folder)
        if entry.name.endswith(".py")
    ]
    parts = [__version__, VERSION, *sorted(readers), *map(str, folders)]
    for look in looks:
        # The hash of a tuple of integers is the same in every process.
        parts += look.folder, *look.names, str(hash(tuple(look.numbers)))
    known = "\n".join(parts).encode("utf-8", "surrogatepass")
    return f"{zlib.crc32(known):08x}{zlib.adler32(known):08x}:{len(known)}"


def _place(folders: Sequence[Path]) -> Path | None:
    cache = locations.cache()
    if cache is None:
        return None
    key = zlib.crc32("\0".join(os.path.abspath(f) for f in folders).encode("utf-8", "surrogatepass"))  # noqa: PTH100 - ten times faster
    return cache / f"store-{key:08x}.sqlite"


def _existing(path: Path) -> sqlite3.Connection | None:
    """Return the store at `path` opened for reading, or None where there is none that can be trusted."""
    try:
        status = os.stat(path)  # noqa: PTH116 - on the way to every answer
        if not _trusted(status) or not _whole(path, status.st_size):
            return None
        # It is never written into once it is in its place: no locks are needed, and a journal beside it is not ours.
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    except (OSError, ValueError, sqlite3.Error):
        return None
    try:
        if _meta(connection, "version") == VERSION:
            return connection
    except sqlite3.Error:
        pass
    connection.close()
    return None


def _trusted(status: os.stat_result) -> bool:
    """Tell whether this is a file of our own or the system's, which no one else may write into; no pipe, no folder."""
    return stat.S_ISREG(status.st_mode) and (
        os.name == "nt" or (status.st_uid in {0, os.geteuid()} and not status.st_mode & 0o022)
    )


def _whole(path: Path, size: int) -> bool:
    """Tell whether a store's content is what was written.

    Of a large one the header alone: its counter of changes tells whether a database program has written into it, and
    its records are held against checksums of their own when they are read.
    """
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123
        head = file.read(100)
        return head[:16] == b"SQLite format 3\0" and _checksum(file, size) == head[_CHECKSUM_AT : _CHECKSUM_AT + 4]


def _checksum(file: RawIOBase, size: int) -> bytes:
    """Return the checksum of a store but the place it is kept at, read in pieces: no memory need be found.

    Of a store above CHECKED_WHOLE it is that of the header.
    """
    whole = size <= CHECKED_WHOLE
    piece = memoryview(bytearray(_PIECE if whole else 100))
    file.seek(0)
    length = file.readinto(piece) or 0
    piece[_CHECKSUM_AT : _CHECKSUM_AT + 4] = bytes(4)
    crc = 0
    while length:
        crc = zlib.crc32(piece[:length], crc)
        length = (file.readinto(piece) or 0) if whole else 0
    return (crc or 1).to_bytes(4, "big")


def _meta(connection: sqlite3.Connection, key: str) -> str | None:
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else None


# -- building ----------------------------------------------------------------------------------------------------


def _written(
    path: Path, folders: Sequence[Path], files: Sequence[File], stamp: str, old: Path | None, watch: Watch | None
) -> sqlite3.Connection:
    """Build or update a store beside `path` and let it take its place in one step."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    _sweep(path.parent)
    beside = path.with_name(f"{path.stem}-{os.getpid()}-{time.monotonic_ns()}.tmp")
    os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        updated = False
        if old is not None and (earlier := _existing(old)):
            earlier.close()
            with contextlib.suppress(_StaleError, sqlite3.Error, LookupError, TypeError, msgspec.DecodeError):
                # Nobody writes into a store that has taken its place, so that its file is copied as it lies.
                import shutil  # noqa: PLC0415 - only to build

                shutil.copyfile(old, beside)
                _updated(str(beside), folders, files, stamp, watch).close()
                updated = True
        if not updated:
            beside.write_bytes(b"")
            _built(str(beside), folders, files, stamp, watch).close()
        _sign(beside)
        beside.replace(path)
    except sqlite3.Error as error:
        raise OSError(str(error)) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()
    connection = _existing(path)
    if connection is None:
        raise OSError(f"{path} cannot be read back")
    return connection


def _sign(path: Path) -> None:
    with path.open("r+b", buffering=0) as file:
        checksum = _checksum(file, path.stat().st_size)
        file.seek(_CHECKSUM_AT)
        file.write(checksum)


def _sweep(folder: Path) -> None:
    """Take away what interrupted writers have left, and stores of folders that are gone."""
    # A clock that is set to no time raises OverflowError, a store that another hand has written into the last two.
    with contextlib.suppress(OSError, OverflowError, sqlite3.Error, TypeError):
        for entry in os.scandir(folder):
            if entry.name.startswith("store-") and ".tmp" in entry.name:
                if not _writes(entry.name) or time.time() - entry.stat().st_mtime > _SWEPT_AFTER:
                    os.unlink(entry.path)  # noqa: PTH108
            elif entry.name.startswith("dataset-") and entry.name.endswith(".msgpack"):
                os.unlink(entry.path)  # noqa: PTH108 - how earlier versions kept it
            elif entry.name.startswith("store-") and entry.name.endswith(".sqlite"):
                _sweep_store(Path(entry.path))


def forget() -> bool:
    """Throw away the stores in use that hold anything else than their data files; return whether there were any."""
    wrong = [path for path in _used if not _holds_its_files(path)]
    for path in wrong:
        with contextlib.suppress(OSError):
            path.unlink()
    return bool(wrong)


_CONTENT = (
    "meta", "folder", "compound", "reference", "claim", "statement", "citation", "source", "name", "relative",
    "identifier", "about", "reference_design", "reference_topic", "claim_reference", "overlaid", "entry",
)  # fmt: skip
"""The tables that hold what the data files say; the others are made of these."""


def _holds_its_files(path: Path) -> bool:
    """Tell whether a store holds what would be built of its data files now, in whatever order."""
    connection = _existing(path)
    if connection is None:
        return False
    try:
        folders = [Path(folder) for folder in str(_meta(connection, "folders")).split("\n")]
        looks = [look for place, folder in enumerate(folders) for look in _looks(place, folder)]
        built = _built(":memory:", folders, _files(looks), str(_meta(connection, "stamp")), None)
        with contextlib.closing(built):
            return all(_rows(connection, table) == _rows(built, table) for table in _CONTENT)
    except (DatasetError, OSError, ValueError, TypeError, sqlite3.Error):
        return False
    finally:
        connection.close()


def _rows(connection: sqlite3.Connection, table: str) -> set[tuple[object, ...]]:
    """Return the rows of a table without the numbers that only tell in which order they were put in."""
    found = connection.execute(f"SELECT * FROM {table}")
    kept = [place for place, column in enumerate(found.description) if column[0] not in {"file", "number"}]
    return {tuple(row[place] for place in kept) for row in found}


def _writes(name: str) -> bool:
    """Tell whether the process may still live that writes the file of this name, as `_written` names it.

    It may be one of another machine that keeps its cache in the same place: who loses his file so builds in memory.
    """
    from .leftovers import lives  # noqa: PLC0415 - few find any

    try:
        return lives(int(name.split("-")[2]))
    except (ValueError, IndexError):  # a name that is none of ours
        return True


def _sweep_store(path: Path) -> None:
    connection = _existing(path)
    if connection is None:
        if time.time() - path.stat().st_mtime > _FORGOTTEN_AFTER:
            path.unlink()  # damaged or of another version, and nobody has asked for it since
        return
    with contextlib.closing(connection):
        folders = [row[0] for row in connection.execute("SELECT path FROM folder")]
    if not all(os.path.isdir(folder) for folder in folders):  # noqa: PTH112
        path.unlink()


_FAST = (
    "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; "
    "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;"
)


def _built(
    where: str, folders: Sequence[Path], files: Sequence[File], stamp: str, watch: Watch | None
) -> sqlite3.Connection:
    """Build a whole store at `where`; nothing is kept of what fails half way."""
    connection = sqlite3.connect(where, isolation_level=None)
    try:
        connection.executescript(f"{_FAST}{SCHEMA}")
        connection.execute("BEGIN")
        connection.executemany(
            "INSERT INTO folder VALUES (?, ?, ?)", [(i, str(folder), i > 0) for i, folder in enumerate(folders)]
        )
        _filled(connection, folders, files, [], stamp, watch)
        connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    return connection


def _updated(
    where: str, folders: Sequence[Path], files: Sequence[File], stamp: str, watch: Watch | None
) -> sqlite3.Connection:
    """Bring the store at `where` up to date: files that have changed are read again, the others are not."""
    connection = sqlite3.connect(where, isolation_level=None)
    try:
        connection.executescript(_FAST)
        connection.execute("BEGIN")
        known = {path: (key, mark) for key, path, mark in connection.execute("SELECT id, path, mark FROM file")}
        if _meta(connection, "program") != _program() or _meta(connection, "folders") != "\n".join(map(str, folders)):
            raise _StaleError
        now = {file.path: file for file in files}
        gone = [key for path, (key, mark) in known.items() if path not in now or now[path].mark != mark]
        changed = [file for file in files if known.get(file.path, (0, ""))[1] != file.mark]
        size, total = (sum(file.size for file in some) for some in (changed, files))
        if len(gone) > _MANY or size > max(_MUCH * total, _LITTLE):
            raise _StaleError  # to take so much out of the tables takes longer than to fill new ones
        if any(os.path.basename(path) == "vocabulary.toml" for path in _paths(known, gone, changed)):  # noqa: PTH119
            raise _StaleError
        _filled(connection, folders, changed, gone, stamp, watch)
        connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    return connection


def _paths(known: dict[str, tuple[int, str]], gone: Sequence[int], changed: Iterable[File]) -> list[str]:
    return [*(path for path, (key, _) in known.items() if key in gone), *(file.path for file in changed)]


def _program() -> str:
    """Return what a store depends on beside the data: the version of the program and its modules' times."""
    return _stamp((), ())


def _filled(
    connection: sqlite3.Connection,
    folders: Sequence[Path],
    files: Sequence[File],
    gone: Sequence[int],
    stamp: str,
    watch: Watch | None,
) -> None:
    """Take out the files `gone`, read `files` into the store, check that all holds together, and write its stamp."""
    from .building import Builder, Part, records  # noqa: PLC0415 - needed only when a file has changed
    from .reading import AT_ONCE, read_file, read_pieces  # noqa: PLC0415

    kept = _meta(connection, "stamp")
    vocabulary, about, contents = _vocabulary(connection, files, read_file)
    builder = Builder(connection, vocabulary)
    touched = builder.forget(gone)
    connection.executemany("DELETE FROM file WHERE id = ?", [(key,) for key in gone])
    links = _Links(vocabulary)
    total, done = sum(file.size for file in files), 0
    given: set[tuple[str, str]] = set()
    # Compounds last: what their claims rest on must be there, whichever folder has it.
    ordered = sorted(files, key=_holds_compound)
    for compounds, group in itertools.groupby(ordered, key=_holds_compound):
        links.compounds_next = compounds
        for batch in _batches(group):
            parts: list[Part] = []
            for file in batch:
                path = Path(file.path)
                key = connection.execute(
                    "INSERT INTO file (folder, path, mark) VALUES (?, ?, ?)", (file.folder, file.path, file.mark)
                ).lastrowid
                assert key is not None
                read = contents.pop(file.path, None)
                for count, content in enumerate(read_pieces(path) if read is None else [read], 1):
                    links.note(connection, path, content)
                    for kind, record in records(content):
                        _refuse_other_name(path, kind, record.id)
                        parts.append(Part(kind, record.id, file.folder, key, record))
                    if len(parts) > 2000:
                        builder.put(parts, set())
                        given |= {(part.kind, part.id) for part in parts}
                        parts = []
                    if watch:
                        watch(done + min(file.size, count * AT_ONCE), total)
                done += file.size
            builder.put(parts, set())
            given |= {(part.kind, part.id) for part in parts}
    if builder.put([], touched - given):
        raise _StaleError  # something may point at what is gone: all is read again, and the place is named
    builder.index()
    links.check(connection)
    if connection.execute("SELECT 1 FROM compound LIMIT 1").fetchone() is None:
        raise DatasetError(folders[0], "no compounds/*.toml in here")
    if about is None:
        raise DatasetError(folders[0] / "vocabulary.toml", "the table [dataset] is missing")
    if kept is None:
        connection.execute("INSERT INTO entry_text(entry_text) VALUES('optimize')")
        # They say what questions mean, and are needed for nothing else: a start need not read them back.
        terms = msgspec.structs.replace(vocabulary, synonyms=())
        kept_whole = {"phrases": _phrases(vocabulary), "vocabulary": terms, "about": about}
        connection.executemany(
            "INSERT INTO meta VALUES (?, ?)",
            [(key, msgspec.json.encode(value).decode()) for key, value in kept_whole.items()],
        )
    connection.executemany(
        "INSERT OR REPLACE INTO meta VALUES (?, ?)",
        [("version", VERSION), ("stamp", stamp), ("program", _program()), ("folders", "\n".join(map(str, folders)))],
    )


def _phrases(vocabulary: model.Vocabulary) -> model.Phrases:
    from ..notation.words import fold, searched  # noqa: PLC0415 - needed only when the vocabulary has changed

    languages: dict[str, tuple[str, ...]] = {}
    foreign: dict[str, str] = {}
    foreign_begun: dict[str, str] = {}
    entries: list[tuple[str, tuple[str, ...]]] = []
    for synonym in vocabulary.synonyms:
        kind, _, value = synonym.means.partition(":")
        for word in synonym.words:
            if kind == "language":
                languages[fold(word)] = (*languages.get(fold(word), ()), value)
            elif kind == "foreign":
                (foreign_begun if word.endswith("*") else foreign).setdefault(fold(word), value)
        if kind not in {"language", "foreign"}:
            entries.append((synonym.means, synonym.words))
    entries += [(f"topic:{topic.id}", (topic.id, topic.label)) for topic in vocabulary.topics]
    entries += [(f"design:{design.id}", (design.id, design.label)) for design in vocabulary.designs]
    entries += [(f"jurisdiction:{place.id}", (place.label,)) for place in vocabulary.jurisdictions]
    exact: dict[str, tuple[str, ...]] = {}
    begun: dict[str, tuple[str, ...]] = {}
    for means, words in entries:
        for word in words:
            table = begun if word.endswith("*") else exact
            key = searched(word.rstrip("*")).strip()
            if key and means not in table.get(key, ()):
                table[key] = (*table.get(key, ()), means)
    longest = max((key.count(" ") + 1 for key in (*exact, *begun)), default=1)
    return model.Phrases(exact=exact, begun=begun, longest=longest, languages=languages, foreign=foreign,
                         foreign_begun=foreign_begun)  # fmt: skip


def _holds_compound(file: File) -> bool:
    return os.path.basename(file.path) not in FILES  # noqa: PTH119


def _batches(files: Iterable[File], size: int = 500) -> Iterator[list[File]]:
    """Yield files together as long as they are of one folder: a later one is laid over an earlier."""
    for _, group in itertools.groupby(files, key=lambda file: file.folder):
        iterator = iter(group)
        while batch := list(itertools.islice(iterator, size)):
            yield batch


def _there(connection: sqlite3.Connection, key: tuple[str, str]) -> bool:
    return connection.execute(f"SELECT 1 FROM {key[0]} WHERE id = ?", (key[1],)).fetchone() is not None


def _refuse_other_name(path: Path, kind: str, key: str) -> None:
    if kind == "compound" and path.stem != key:
        raise DatasetError(path, f"holds the compound {key!r}; file name and id must be the same", 1)


def _vocabulary(
    connection: sqlite3.Connection, files: Iterable[File], read: Callable[[Path], Any]
) -> tuple[model.Vocabulary, model.About | None, dict[str, Any]]:
    """Return the vocabulary of all folders, terms of later ones added, the dataset's own data, and the files read."""
    kept = _meta(connection, "vocabulary")
    if kept is not None:
        about = decoded(_meta(connection, "about") or "", model.About)
        return decoded(kept, model.Vocabulary), about, {}
    merged: dict[str, dict[str, Any]] = {name: {} for name in model.Vocabulary.__struct_fields__}
    found: model.About | None = None
    contents: dict[str, Any] = {}
    for file in files:
        if os.path.basename(file.path) == "vocabulary.toml":  # noqa: PTH119
            content = contents[file.path] = read(Path(file.path))
            found = found or content.dataset
            for name, terms in merged.items():
                for term in getattr(content, name):
                    key = getattr(term, _KEYS.get(name, "id"))
                    terms[f"{len(terms)}" if name == "synonyms" else key] = term
    return model.Vocabulary(**{name: tuple(terms.values()) for name, terms in merged.items()}), found, contents


_KEYS = {"synonyms": "means", "people": "name", "journals": "name", "headings": "section"}
"""What stands for the id of a term that has none."""


class _Links:
    """Collects what records point at while they are read, and checks that it is there."""

    def __init__(self, vocabulary: model.Vocabulary) -> None:
        from .links import MEANING  # noqa: PLC0415

        self.known: dict[str, set[str]] = {
            kind: {term.id for term in getattr(vocabulary, f"{kind}s")}
            for kind in ("topic", "design", "group", "jurisdiction", "result")
        } | {MEANING: set()}
        self.compounds_next = False
        self.noted: dict[tuple[str, str], Path] = {}
        self.checked: set[tuple[str, str]] = set()

    def note(self, connection: sqlite3.Connection, path: Path, content: Any) -> None:
        """Note the pointers of a file; those at the vocabulary, and a claim's at references, are checked at once."""
        from .links import links  # noqa: PLC0415

        for link in links(content):
            pointer = (link.kind, link.target)
            if pointer in self.checked:
                continue
            if link.kind in self.known:
                if link.target not in self.known[link.kind]:
                    self._refuse(path, link.owner, *pointer)
                self.checked.add(pointer)
            elif self.compounds_next and link.kind == "reference":
                if not _there(connection, pointer):
                    self._refuse(path, link.owner, *pointer)
                self.checked.add(pointer)
            else:
                self.noted.setdefault(pointer, path)

    def check(self, connection: sqlite3.Connection) -> None:
        """Raise DatasetError for a pointer that leads nowhere."""
        from .links import links  # noqa: PLC0415
        from .reading import read_file  # noqa: PLC0415

        for (kind, target), path in self.noted.items():
            if not _there(connection, (kind, target)):
                owner = next(x.owner for x in links(read_file(path)) if (x.kind, x.target) == (kind, target))
                self._refuse(path, owner, kind, target)

    @staticmethod
    def _refuse(path: Path, owner: str, kind: str, target: str) -> None:
        from .places import line_of_id  # noqa: PLC0415

        raise DatasetError(path, f"{owner}: there is no {kind} {target!r}", line_of_id(path, owner))
