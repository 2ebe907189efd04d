"""A corpus: folders, patterns, archives and tables of texts, one document after the other, none kept in memory."""

from __future__ import annotations

import glob
import io
import lzma
import os
import re
import stat
import tarfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO

from ..errors import UsageError
from .article.reading import BEYOND, piped, read
from .crawls import of_warc
from .document import DAMAGED, Aside, Document, what_follows
from .silencing import NAME as SILENCES
from .tables import of_lines, of_parquet

TEXTS = frozenset(
    ".md .mdx .markdown .txt .text .rst .html .htm .xhtml .tex .latex .bib .ris .nbib .enw .json .csl .csv .tsv .docx "
    ".pdf .epub .nxml".split()
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
_ARTICLE = re.compile(
    rb"<xml>\s*<records>|<records>\s*<record>|"
    rb"<(?:[\w.-]{1,20}:)?(?:article|pmc-articleset|PubmedArticle(?:Set)?|OAI-PMH|book-part-wrapper)[\s>]"
)
"""How a list of EndNote's begins, or what PubMed Central, PubMed and repositories give."""
_START = 4096
"""Bytes at the start of a file of XML by which it is told what it is."""


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
        raise UsageError("\n".join(f"{name} cannot be read: there is no such file" for name in names))
    for name in names:
        try:
            for document in _of_name(name, stdin, aside, beside=beside):
                yield document._replace(named=tuple(names)) if document.beside else document
        except UsageError as error:
            if len(names) == 1:
                raise
            yield Document(name, b"", str(error).removeprefix(f"{name} "))  # the others go on


def _of_name(name: str, stdin: BinaryIO | None, aside: Aside, *, beside: bool) -> Iterator[Document]:
    if name == "-" and stdin is not None:
        yield Document("standard input", piped(stdin))
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
        return of_lines(_with_an_end(name), aside.columns[name])
    if low.endswith(".parquet"):
        return of_parquet(_with_an_end(name), aside.columns[name])
    return of_warc(_with_an_end(name), aside.files) if low.endswith(WARCS) else None


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
                aside.update([path.suffix.lower()] if entry != SILENCES else ())
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
        yield what_follows(name, _why(error))
    else:
        if not begun:
            raise UsageError(f"{name} is an archive without articles; they end in {_ENDINGS}")


def _unpacked(name: str, aside: Counter[str]) -> Iterator[Document]:
    if name.lower().endswith(".zip"):
        with zipfile.ZipFile(name) as archive:
            if _begins_before(name, archive):
                why = "another archive, or something else, stands before its beginning; take them apart"
                yield Document(f"{name}: what is before", b"", f"cannot be unpacked: {why}")
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
            yield what_follows(name, why)


def _begins_before(name: str, archive: zipfile.ZipFile) -> bool:
    """Tell whether a file of some archive lies before all that this one knows of: zipfile looks for the last one."""
    first = min((member.header_offset for member in archive.infolist()), default=archive.start_dir)
    with Path(name).open("rb") as file:
        return first > 0 and file.read(4) == b"PK\x03\x04"


def _not_ended(packed: tarfile.TarFile) -> str:
    """Return why an archive that was gone through does not end as one does: tarfile takes a broken head for the end."""
    file = packed.fileobj
    if file is None:
        return ""
    try:
        file.seek(packed.offset)
        end = file.read(tarfile.BLOCKSIZE)
        if end.strip(b"\0"):
            return DAMAGED
        if not end:
            return "it has no end, and may be cut short"
        for _ in range(BEYOND >> 20):  # a packed one tells at its own end that it is damaged
            more = file.read(1 << 20)
            if more.strip(b"\0"):
                return "another archive, or something else, stands behind its end; take them apart"
            if not more:
                break
    except (OSError, EOFError, zlib.error, lzma.LZMAError):
        return DAMAGED
    return ""


def _why(error: Exception) -> str:
    """Return why an archive or a file in one cannot be read: its readers tell it in words for programmers."""
    if isinstance(error, NotImplementedError):
        return "it is packed or locked in a way that is not known here"
    if type(error) is RuntimeError:  # all that zipfile tells it by
        return "it is locked with a password"
    return getattr(error, "strerror", None) or DAMAGED


def _extracted(packed: tarfile.TarFile, entry: tarfile.TarInfo) -> IO[bytes]:
    return packed.extractfile(entry) or io.BytesIO()


def _taken(name: str, start: Callable[[], bytes]) -> bool:
    """Tell whether a file is an article by the end of its name; XML, by how it starts."""
    suffix = Path(name).suffix.lower()
    return suffix in TEXTS or (suffix == ".xml" and _ARTICLE.search(start()) is not None)


def _is_hidden(name: str) -> bool:
    """Tell whether a file or a folder is hidden by its name; `.` and `..` are none."""
    return name.startswith(".") and name.strip(".") != ""


def _hidden(name: str) -> Iterator[str]:
    """Yield that a hidden file that ends as an article does is left out; what macOS puts beside a file is none."""
    path = PurePosixPath(name)
    if (
        path.name.lower().endswith(tuple(TEXTS))
        and not path.name.startswith("._")
        and _OF_VERSIONS.isdisjoint(path.parts)
    ):
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
