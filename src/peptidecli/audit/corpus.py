"""A corpus: folders, patterns, archives and tables of texts, one document after the other, none kept in memory."""

from __future__ import annotations

import contextlib
import glob
import gzip
import io
import json
import lzma
import math
import os
import re
import stat
import tarfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, Any, BinaryIO, NamedTuple

from ..errors import UsageError
from .article.reading import BEYOND, read

TEXTS = frozenset(
    ".md .mdx .markdown .txt .text .rst .html .htm .xhtml .tex .latex .bib .ris .nbib .enw .json .csl .csv .tsv .docx "
    ".pdf .epub".split()
)
"""Endings of the names of files that are taken from a folder or an archive."""
_ENDINGS = " ".join(sorted(TEXTS))
ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
TABLES = (".ndjson", ".jsonl", ".parquet")
MOST_UNPACKED = 200
"""How many times its size an archive may unpack to beyond what one article may have; text gives ten."""
WARCS = (".warc", ".warc.gz")
_OF_VERSIONS = frozenset({".git", ".hg", ".svn"})
"""Folders of programs that keep versions: nobody looks for articles in them."""
_LINK, _NO_FILE, _HIDDEN = "link", "pipe or device", "hidden"
"""What is left out of a folder or an archive whatever its name: what it stands for is read where it lies."""
COLUMNS = ("text", "content", "body", "markdown", "html", "page")
"""Names of the column that holds the text, the first that is there."""
NAMES = ("url", "id", "name", "path", "title")
_ENDNOTE = re.compile(rb"<xml>\s*<records>|<records>\s*<record>")
_AT_ONCE = 1000
"""Rows of a table that are read at once, if they are small."""
_IN_A_PAGE, _MOST_IN_A_PAGE = 1024, 256 << 20
"""Rows after which those who write Parquet look whether a page is full, and the bytes that so many may have."""
_START = 4096
"""Bytes at the start of a file of XML by which it is told what it is."""


class Document(NamedTuple):
    """A document of a corpus: its name, and its bytes, or why it cannot be read.

    `beside` tells that the parts and bibliographies it names are held with it: of a manuscript that was named by
    itself.
    `named` is all that was named, of which no part is held twice.
    `mark` is what a journal knows it by. `file` tells that it is a file, and no text that was taken from one.
    """

    name: str
    content: bytes
    error: str = ""
    beside: bool = False
    mark: str = ""
    file: bool = True
    named: tuple[str, ...] = ()


@dataclass(frozen=True)
class Aside:
    """What is not read, counted: files that are no articles, by the end of their names, and rows' further columns."""

    files: Counter[str] = field(default_factory=Counter)
    columns: Counter[str] = field(default_factory=Counter)


def is_corpus(name: str) -> bool:
    """Tell whether a name stands for more than one document."""
    low = name.lower()
    if low.endswith((*ARCHIVES, *TABLES, *WARCS)):
        return True
    return os.path.isdir(name) or (glob.has_magic(name) and not os.path.exists(name))  # noqa: PTH110, PTH112 - as below


def documents(names: Sequence[str], stdin: BinaryIO | None = None, left_out: Aside | None = None) -> Iterator[Document]:
    """Yield the documents that names stand for, in a stable order.

    `left_out` counts the files of folders and archives that are no articles, and of rows the columns with another text.

    Raises UsageError where no name stands for anything; one of several, and a document that cannot be read, is one with
    its `error`.
    """
    # A bibliography that is named as well is held as a whole, and not once more as what a manuscript cites.
    beside = not any(name.lower().endswith(".bib") for name in names)
    aside = left_out or Aside()
    # os.path takes a name that no file can have for that of none, where pathlib raises an error.
    if len(names) > 1 and not any(
        name == "-" or glob.has_magic(name) or os.path.exists(name)  # noqa: PTH110
        for name in names
    ):
        raise UsageError("\n".join(f"{name} cannot be read: no such file" for name in names))
    for name in names:
        try:
            for document in _of_name(name, stdin, aside, beside=beside):
                yield document._replace(named=tuple(names)) if document.beside else document
        except UsageError as error:
            if len(names) == 1:
                raise
            yield Document(name, b"", str(error).removeprefix(name).lstrip(": "))  # the others go on


def _of_name(name: str, stdin: BinaryIO | None, aside: Aside, *, beside: bool) -> Iterator[Document]:
    if name == "-" and stdin is not None:
        yield Document("standard input", stdin.read(BEYOND + 1))
    elif os.path.isdir(name):  # noqa: PTH112 - as above
        yield from _of_folder(name, aside.files)
    elif glob.has_magic(name) and not os.path.exists(name):  # noqa: PTH110
        found = sorted(path for path in glob.glob(name, recursive=True) if Path(path).is_file())  # noqa: PTH207 - absolute patterns
        if not found:
            raise UsageError(f"{name}: nothing has a name like it")
        for path in found:
            yield from _within(path, aside) or (_of_file(path),)
    else:
        yield from _within(name, aside) or (_named(name)._replace(beside=beside),)


def _within(name: str, aside: Aside) -> Iterator[Document] | None:
    """Return the documents in an archive or a table, None where the name is that of neither."""
    low = name.lower()
    if low.endswith(ARCHIVES):
        return _of_archive(_with_an_end(name), aside.files)
    if low.endswith((".ndjson", ".jsonl")):
        return _of_lines(_with_an_end(name), aside.columns)
    if low.endswith(".parquet"):
        return _of_parquet(_with_an_end(name), aside.columns)
    return _of_warc(_with_an_end(name), aside.files) if low.endswith(WARCS) else None


def _with_an_end(name: str) -> str:
    """Return the name of an archive or a table; raise UsageError for a pipe or a device, which may never end."""
    if os.path.exists(name) and not (os.path.isfile(name) or os.path.isdir(name)):  # noqa: PTH110, PTH112, PTH113
        raise UsageError(f"{name} is no regular file; save it as one first")
    return name


def _named(name: str) -> Document:
    """Return the document that was named by itself; what is wrong with it is the caller's mistake."""
    if not os.path.isfile(name):  # noqa: PTH113 - as above
        read(name)
    return _of_file(name)


def _of_file(path: str) -> Document:
    try:
        with Path(path).open("rb") as file:
            return Document(path, file.read(BEYOND + 1))
    except OSError as error:
        return Document(path, b"", f"cannot be read: {error.strerror}")


def _of_folder(name: str, aside: Counter[str]) -> Iterator[Document]:
    found = 0
    closed: list[OSError] = []
    for folder, folders, files in os.walk(name, onerror=closed.append):
        aside.update(_HIDDEN for entry in folders if _is_hidden(entry) and entry not in _OF_VERSIONS)
        folders[:] = sorted(entry for entry in folders if not _is_hidden(entry))
        aside.update(_LINK for entry in folders if (Path(folder) / entry).is_symlink())  # they are not followed
        for entry in sorted(files):
            path = Path(folder) / entry
            if _is_hidden(entry):
                aside.update(_hidden(entry))
                continue
            if not _taken(entry, partial(_start_of, path)):
                aside[path.suffix.lower()] += 1
                continue
            try:
                regular = stat.S_ISREG(path.stat().st_mode)
            except FileNotFoundError:  # a link that leads nowhere
                aside[_LINK] += 1
                continue
            except OSError as refused:  # a folder that may be listed and not entered, a link to itself
                yield Document(str(path), b"", f"cannot be read: {refused.strerror}")
                found += 1
                continue
            if regular:
                found += 1
                yield _of_file(str(path))
            else:
                aside[_NO_FILE] += 1
    for refusal in closed:
        yield Document(str(refusal.filename), b"", f"cannot be read: {refusal.strerror}")
    if not found and not closed:
        os.getcwd()  # noqa: PTH109 - an error of its own, where the folder of work is gone, and nothing is in it
        raise UsageError(f"{name} is a folder without articles; they end in {_ENDINGS}")


def _of_archive(name: str, aside: Counter[str]) -> Iterator[Document]:
    """Yield the articles of an archive, as far as they are in proportion to it."""
    size = Path(name).stat().st_size if os.path.isfile(name) else 0  # noqa: PTH113 - as above
    most, unpacked, begun = max(BEYOND, MOST_UNPACKED * size), 0, False
    try:
        for document in _unpacked(name, aside):
            unpacked += len(document.content)
            if unpacked > most:
                why = f"unpacks to more than {MOST_UNPACKED} times its size; unpack it, and name what is in it"
                yield Document(f"{name}: what follows", b"", why)
                return
            yield document
            begun = True
    except MemoryError:
        raise
    except Exception as error:  # archives that are broken raise anything
        if not begun:
            raise UsageError(f"{name} cannot be read as an archive: {_why(error)}") from error
        yield Document(f"{name}: what follows", b"", f"cannot be unpacked: {_why(error)}")
    else:
        if not begun:
            raise UsageError(f"{name} is an archive without articles; they end in {_ENDINGS}")


def _unpacked(name: str, aside: Counter[str]) -> Iterator[Document]:
    if name.lower().endswith(".zip"):
        with zipfile.ZipFile(name) as archive:
            for member in sorted(archive.infolist(), key=lambda info: info.filename):
                if stat.S_ISLNK(member.external_attr >> 16):
                    aside[_LINK] += 1
                elif not member.is_dir():
                    opened = partial(archive.open, member)
                    yield from _member(name, member.filename, member.file_size, opened, aside)
        return
    with tarfile.open(name) as packed:
        for entry in packed:
            if entry.isfile() or entry.islnk():
                yield from _member(name, entry.name, entry.size, partial(_extracted, packed, entry), aside)
            elif not entry.isdir():
                aside[_LINK if entry.issym() else _NO_FILE] += 1
        if why := _not_ended(packed):
            yield _what_follows(name, why)


_DAMAGED = "it is damaged or cut short"


def _what_follows(name: str, why: str = _DAMAGED) -> Document:
    """Return what stands for the rest of an archive that ends before its end, or goes on behind it."""
    return Document(f"{name}: what follows", b"", f"cannot be unpacked: {why}")


def _not_ended(packed: tarfile.TarFile) -> str:
    """Return why an archive that was gone through does not end as one does: tarfile takes a broken head for the end."""
    file = packed.fileobj
    if file is None:
        return ""
    try:
        file.seek(packed.offset)
        if file.read(tarfile.BLOCKSIZE).strip(b"\0"):
            return _DAMAGED
        for _ in range(BEYOND >> 20):  # a packed one tells at its own end that it is damaged
            more = file.read(1 << 20)
            if more.strip(b"\0"):
                return "another archive, or something else, stands behind its end; take them apart"
            if not more:
                break
    except (OSError, EOFError, zlib.error, lzma.LZMAError):
        return _DAMAGED
    return ""


def _why(error: Exception) -> str:
    """Return why an archive or a file in one cannot be read: its readers tell it in words for programmers."""
    if isinstance(error, NotImplementedError):
        return "it is packed or locked in a way that is not known here"
    if type(error) is RuntimeError:  # all that zipfile tells it by
        return "it is locked with a password"
    return getattr(error, "strerror", None) or "it is damaged or cut short"


def _extracted(packed: tarfile.TarFile, entry: tarfile.TarInfo) -> IO[bytes]:
    return packed.extractfile(entry) or io.BytesIO()


def _taken(name: str, start: Callable[[], bytes]) -> bool:
    """Tell whether a file is an article by the end of its name; XML, by how it starts, where it is EndNote's."""
    suffix = Path(name).suffix.lower()
    return suffix in TEXTS or (suffix == ".xml" and _ENDNOTE.search(start()) is not None)


def _is_hidden(name: str) -> bool:
    """Tell whether a file or a folder is hidden by its name; `.` and `..` are none."""
    return name.startswith(".") and name.strip(".") != ""


def _hidden(name: str) -> Iterator[str]:
    """Yield that a hidden file that ends as an article does is left out; what macOS puts beside a file is none."""
    path = PurePosixPath(name)
    if path.suffix.lower() in TEXTS and not path.name.startswith("._") and _OF_VERSIONS.isdisjoint(path.parts):
        yield _HIDDEN


def _start_of(path: Path) -> bytes:
    try:
        if path.is_file():
            with path.open("rb") as file:
                return file.read(_START)
    except OSError:
        pass
    return b""


def _member(
    archive: str, name: str, size: int, opened: Callable[[], IO[bytes]], aside: Counter[str]
) -> Iterator[Document]:
    """Yield the document that a file of an archive is, if it is one."""
    if any(map(_is_hidden, PurePosixPath(name).parts)):
        aside.update(_hidden(name))
        return
    try:
        if not _taken(name, lambda: opened().read(_START)):
            aside[Path(name).suffix.lower()] += 1
            return
        if size > BEYOND:
            yield Document(f"{archive}/{name}", b"", f"is larger than {BEYOND >> 20} MB")
            return
        with opened() as file:
            content = file.read(BEYOND + 1)
    except Exception as error:  # archives that are broken in the middle raise anything
        yield Document(f"{archive}/{name}", b"", f"cannot be unpacked: {_why(error)}")
        return
    if len(content) > BEYOND:
        yield Document(f"{archive}/{name}", b"", f"is larger than {BEYOND >> 20} MB")
    else:
        yield Document(f"{archive}/{name}", content)


def _of_lines(name: str, aside: Counter[str]) -> Iterator[Document]:
    try:
        with Path(name).open("rb") as file:
            for number, line in enumerate(_lines(file), 1):
                if line is None:
                    yield Document(f"{name}:{number}", b"", f"is larger than {BEYOND >> 20} MB")
                    continue
                if not line.strip():
                    continue
                try:
                    row = json.loads(line)
                except (ValueError, RecursionError) as error:
                    yield Document(f"{name}:{number}", b"", _why_no_row(error))
                    continue
                yield _of_row(f"{name}:{number}", row if isinstance(row, dict) else {"text": row}, aside)
    except OSError as error:
        raise UsageError(f"{name} cannot be read: {error.strerror}") from error


def _why_no_row(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "is nested too deep"
    # Python's own limit of digits raises a ValueError as well.
    of_json = isinstance(error, (json.JSONDecodeError, UnicodeDecodeError))
    return "is no line of JSON" if of_json else "has a number of more digits than are read"


def _lines(file: BinaryIO) -> Iterator[bytes | None]:
    """Yield the lines of a file; None for one larger than an article may be, which is passed over piece by piece."""
    while line := file.readline(BEYOND + 1):
        if len(line) <= BEYOND:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(BEYOND + 1)
        yield None


def _of_row(place: str, row: dict[str, Any], aside: Counter[str]) -> Document:
    texts = {column: row[column] for column in COLUMNS if isinstance(row.get(column), str)}
    saying = [column for column in texts if texts[column].strip()] or list(texts)
    text = texts[saying[0]] if saying else None
    aside.update(column for column in saying[1:] if texts[column].strip() not in texts[saying[0]])
    called = next((str(row[column]) for column in NAMES if row.get(column)), "")
    name = f"{place} {called}".strip()
    if text is None:
        return Document(name, b"", f"has no text under {', '.join(COLUMNS)}")
    return Document(name, text.encode("utf-8", errors="replace"), file=False)


def _of_parquet(name: str, aside: Counter[str]) -> Iterator[Document]:
    try:
        from pyarrow import ArrowException, parquet  # noqa: PLC0415 - an extra
    except ImportError:
        raise UsageError(
            f"{name}: reading Parquet needs the extra `corpus`: pip install 'peptidecli[corpus]'"
        ) from None
    try:
        number = without = 0
        for first, group in _groups(name, parquet.ParquetFile(name)):
            number = first
            if isinstance(group, Document):
                yield group
                continue
            for row in group:
                number += 1
                document = _of_row(f"{name}:{number}", row, aside)
                if document.error or not document.content.strip():
                    without += 1  # there may be millions: they are told in one line
                else:
                    yield document
        if without:
            some = name if without == number else f"{name}: {without} of {number} rows"
            yield Document(some, b"", f"has no text under {', '.join(COLUMNS)}")
    except (OSError, ValueError, ArrowException) as error:
        raise UsageError(f"{name} cannot be read as Parquet: {error}") from error


def _groups(name: str, table: Any) -> Iterator[tuple[int, Iterator[dict[str, Any]] | Document]]:
    """Yield the groups of rows of a table, each with the rows before it; one that takes too much memory is told."""
    first = 0
    columns = [column for column in (*COLUMNS, *NAMES) if column in table.schema_arrow.names]
    if twice := next((column for column in columns if table.schema_arrow.names.count(column) > 1), ""):
        raise ValueError(f"two of its columns are called {twice}; leave one out")
    for number in range(table.num_row_groups):
        group = table.metadata.row_group(number)
        size = group.total_byte_size
        # Only where all of them are large it counts which: to ask for one that is encrypted ends the process.
        if size > _MOST_IN_A_PAGE:
            size = sum(
                group.column(place).total_uncompressed_size
                for place in range(group.num_columns)
                if group.column(place).path_in_schema in columns
            )
        # A page of rows is in memory as a whole, and its end is looked for every so many rows alone.
        if size * min(1, _IN_A_PAGE / max(group.num_rows, 1)) > _MOST_IN_A_PAGE:
            why = (
                f"are larger than {_MOST_IN_A_PAGE >> 20} MB for {min(_IN_A_PAGE, group.num_rows)} of them, which are "
                "read at once; write the table with fewer rows in a group"
            )
            yield first, Document(f"{name}: rows {first + 1} to {first + group.num_rows}", b"", why)
        else:
            # Each may be as large as all of them are in the file, where one text stands for many.
            at_once = max(1, min(_AT_ONCE, BEYOND // max(size, 1)))
            yield first, _rows(table.iter_batches(at_once, [number], columns))
        first += group.num_rows


def _rows(batches: Iterator[Any]) -> Iterator[dict[str, Any]]:
    for batch in batches:
        columns = [
            (field.name, _as_words(column, field)) for field, column in zip(batch.schema, batch.columns, strict=True)
        ]
        for place in range(batch.num_rows):
            yield {name: column[place].as_py() for name, column in columns if column is not None}


_WORDS = ("string", "large_string", "binary", "large_binary", "dictionary")
"""How the types begin that a column of texts may have: not all who write Parquet tell that bytes are letters."""


def _as_words(column: Any, kind: Any) -> Any:
    """Return a column as strings, None where it can be none: Python has no value for many a time or a number."""
    from pyarrow import ArrowException  # noqa: PLC0415 - an extra

    if kind.name in COLUMNS and not str(kind.type).startswith(_WORDS):
        return None
    try:
        return column.cast("large_string")
    except ArrowException:
        return None


def _of_warc(name: str, aside: Counter[str]) -> Iterator[Document]:
    try:
        from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - an extra
    except ImportError:
        raise UsageError(f"{name}: reading WARC needs the extra `corpus`: pip install 'peptidecli[corpus]'") from None
    some, whole = False, True
    try:
        with Path(name).open("rb") as file:
            records = ArchiveIterator(_unpacked_warc(file))
            records.loader.load_http_headers = partial(_http_headers, records.loader.load_http_headers)
            while whole:
                # What it finds amiss it writes to stderr as it stands.
                with contextlib.redirect_stderr(io.StringIO()):
                    record = next(records, None)
                    pages = list(_pages(name, record, aside)) if record else []
                    # A page that has been cut short is told by itself.
                    whole = record is None or any(page.error for page in pages) or _is_whole(record)
                if record is None:
                    break
                some = True
                yield from pages
    except MemoryError:
        raise
    except Exception as error:  # archives that are broken raise anything, and tell it with the bytes that they met
        if not some:
            raise UsageError(f"{name} cannot be read as WARC: it is none, or damaged at its beginning") from error
    else:
        if whole and (not name.lower().endswith(".gz") or _whole(Path(name))):
            return
    yield _what_follows(name)


class _Unpacked:
    """A packed file as what is in it, whether packed piece by piece or as a whole.

    What stands before a damage is read; gzip's own reader looks ahead, and has none of it.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._unpacker = zlib.decompressobj(_GZIP)
        self._held = b""

    def read(self, size: int = 1 << 16) -> bytes:
        """Return some of it, nothing at its end; raise zlib.error where it is damaged."""
        while True:
            if self._unpacker.eof:
                self._held, self._unpacker = self._unpacker.unused_data, zlib.decompressobj(_GZIP)
            packed = self._held or self._file.read(1 << 16)
            if not packed:
                return b""
            unpacked = self._unpacker.decompress(packed, size)
            self._held = self._unpacker.unconsumed_tail
            if unpacked:
                return unpacked


_GZIP = 31
"""What zlib is told for the form of gzip."""


def _unpacked_warc(file: BinaryIO) -> BinaryIO | _Unpacked:
    """Return a WARC, or its forerunner, an ARC, as what is in it; raise ValueError for a file that is none."""

    def begun() -> BinaryIO | _Unpacked:
        file.seek(0)
        packed = file.read(2) == b"\x1f\x8b"
        file.seek(0)
        return _Unpacked(file) if packed else file

    start = begun().read(9)
    if start and not start.startswith((b"WARC/", b"filedesc:")):
        raise ValueError("it is no WARC")
    return begun()


def _http_headers(load: Callable[..., Any], kind: str, address: str | None, *rest: Any) -> Any:
    """Return the HTTP headers of a record of a WARC as its loader does, and in two cases otherwise.

    A record that names no address has them all the same. One that ends before them is cut short, where the loader's
    EOFError would pass for the end of the archive.
    """
    try:
        return load(kind, address or "http:", *rest)
    except EOFError as error:
        raise ValueError("a record ends before its HTTP headers") from error


def _is_whole(record: Any) -> bool:
    """Tell whether a record of a WARC is all there: its head, which must tell a length, and as much as that behind."""
    if record.format == "warc" and not record.rec_headers.get_header("Content-Length"):
        return False
    while record.raw_stream.read(1 << 20):
        pass
    return getattr(record.raw_stream, "limit", 0) <= 0


def _whole(path: Path) -> bool:
    """Tell whether a packed file can be unpacked to its end; warcio takes one that is cut for one that ends."""
    try:
        with gzip.open(path) as file:
            while file.read(1 << 20):
                pass
    except (OSError, EOFError, zlib.error):
        return False
    return True


_CUT = "is cut short in the archive"
_CHARSET = re.compile(r"\bcharset\s{0,5}=\s{0,5}[\"']?([A-Za-z][\w-]{2,20})", re.IGNORECASE)


def _in_utf8(content: bytes, kind: str) -> bytes:
    """Return a page in UTF-8 whose encoding its HTTP head tells, which goes before what the page says itself."""
    named = _CHARSET.search(kind)
    if not named:
        return content
    try:
        return content.decode(named[1]).encode()
    except (LookupError, UnicodeError):  # it is none, or not that of the page
        return content


def _pages(name: str, record: Any, aside: Counter[str]) -> Iterator[Document]:
    """Yield the page that a record of a WARC holds, if it holds one, and that it has been cut short, where it has."""
    from warcio.bufferedreaders import ChunkedDataReader  # noqa: PLC0415 - an extra

    own = record.rec_headers
    address = own.get_header("WARC-Target-URI") or f"{name}:{own.get_header('WARC-Record-ID')}"
    if record.rec_type not in {"response", "resource", "conversion"}:
        return
    headers = record.http_headers or own
    kind = headers.get_header("Content-Type") or ""
    if not kind and record.content_stream().read(BEYOND + 1) == b"" and getattr(record.raw_stream, "limit", 0) > 0:
        yield Document(address, b"", _CUT)
        return
    if not kind.startswith(("text/", "application/xhtml")):
        aside[kind.partition(";")[0].strip() or "no type"] += 1
        return
    packed = (headers.get_header("Content-Encoding") or "").lower()
    if packed not in {"", "identity", "gzip", "x-gzip", "deflate"}:
        yield Document(address, b"", f"is packed as {packed}, which is not read here")
        return
    # What is HTML is told by its tags; an address seldom ends as a file's name does.
    announced = headers.get_header("Content-Length") or "" if record.http_headers else ""
    shorter = announced.isdigit() and int(announced[:20]) > getattr(record.raw_stream, "limit", math.inf)
    body = record.content_stream()
    chunks = _Chunks(body) if isinstance(body, ChunkedDataReader) else None
    content = body.read(BEYOND + 1)
    page = Document(address, _in_utf8(content, headers.get_header("Content-Type") or ""), file=False)
    yield page
    unpacker = getattr(body, "decompressor", None)
    if packed.endswith("gzip") and len(content) <= BEYOND and not getattr(unpacker, "eof", True):
        yield Document(address, b"", _CUT)
        return
    large = len(page.content) > BEYOND
    truncated = own.get_header("WARC-Truncated") or shorter or (chunks and chunks.cut)
    if not large and (truncated or getattr(record.raw_stream, "limit", 0) > 0):
        yield Document(address, b"", _CUT)


class _Chunks:
    """Hears how a page that was sent in chunks is read: it ends with an empty one, where it has not been cut.

    Crawlers that have put the chunks together may leave the head that tells of them: then there is none.
    """

    def __init__(self, reader: Any) -> None:
        self._decode = reader._try_decode
        self._last = 0
        reader._try_decode = self._heard

    @property
    def cut(self) -> bool:
        """Tell whether the last chunk was none that ends a page."""
        return self._last > 0

    def _heard(self, head: bytes) -> None:
        self._decode(head)
        self._last = int(head[:-2].split(b";")[0], 16)
