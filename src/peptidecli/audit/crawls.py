"""Crawls of the web, in WARC: each page a document, and what has been cut short, or is of another kind, told."""

from __future__ import annotations

import contextlib
import io
import math
import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from ..errors import UsageError
from .article.reading import BEYOND
from .document import Document, what_follows


def of_warc(name: str, aside: Counter[str]) -> Iterator[Document]:
    """Yield the pages of a crawl; `aside` counts what is of another kind. Raises UsageError for what is none."""
    try:
        from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        raise UsageError(f"{name}: reading WARC needs the extra `corpus`: pip install 'peptidecli[corpus]'") from None
    some, whole = False, True
    try:
        with Path(name).open("rb") as file:
            unpacked = _unpacked_warc(file)
            records = ArchiveIterator(unpacked)
            records.loader.load_http_headers = partial(_http_headers, records.loader.load_http_headers)
            while whole:
                # What it finds amiss it writes to stderr as it stands.
                said = io.StringIO()
                with contextlib.redirect_stderr(said):
                    record = next(records, None)
                    pages = list(_pages(name, record, aside)) if record else []
                    # A page that has been cut short is told by itself.
                    whole = record is None or any(page.error for page in pages) or _is_whole(record)
                if "not followed by newline" in said.getvalue():
                    yield Document(name, b"", "has a record longer than its head tells, whose rest is not read")
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
        if whole and (not name.lower().endswith(".gz") or (isinstance(unpacked, _Unpacked) and unpacked.whole)):
            return
    yield what_follows(name)


class _Unpacked:
    """A packed file as what is in it, whether packed piece by piece or as a whole.

    What stands before a damage is read; gzip's own reader looks ahead, and has none of it.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._unpacker = zlib.decompressobj(_GZIP)
        self._held = b""
        self._between = False
        self.whole = True
        """Whether what has been read ends where a packed piece does."""

    def read(self, size: int = 1 << 16) -> bytes:
        """Return some of it, nothing at its end; raise zlib.error where it is damaged."""
        while True:
            if self._unpacker.eof:
                self._held, self._unpacker = self._unpacker.unused_data, zlib.decompressobj(_GZIP)
                self._between = True
            packed = self._held or self._file.read(1 << 16)
            if not packed:
                return b""
            # A tape, or what writes in blocks, fills the last with noughts, which gzip passes over.
            self._held, packed = b"", packed.lstrip(b"\0") if self._between else packed
            if not packed:
                continue
            self._between = False
            unpacked = self._unpacker.decompress(packed, size)
            self._held = self._unpacker.unconsumed_tail
            self.whole = self._unpacker.eof and not self._unpacker.unused_data.strip(b"\0")
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


_OTHERS = {"warcinfo", "request", "metadata", "revisit", "continuation", "arc_header"}
"""Kinds of records in which there is no page (ISO 28500)."""
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
    kind_of_record = record.rec_type.lower()  # the values are tokens, which some write large
    if kind_of_record == "continuation":
        yield Document(address, b"", "is in several records, of which the first alone is read")
    if kind_of_record not in {"response", "resource", "conversion"}:
        if kind_of_record not in _OTHERS:
            aside[f"records called {record.rec_type}"] += 1
        return
    headers = record.http_headers or own
    kind = headers.get_header("Content-Type") or ""
    if not kind and record.content_stream().read(BEYOND + 1) == b"" and getattr(record.raw_stream, "limit", 0) > 0:
        yield Document(address, b"", _CUT)
        return
    if not kind.lower().startswith(("text/", "application/xhtml")):
        aside[kind.partition(";")[0].strip() or "no type"] += 1
        return
    packed = (headers.get_header("Content-Encoding") or "").lower()
    if packed not in {"", "identity", "gzip", "x-gzip", "deflate"}:
        yield Document(address, b"", f"is packed as {packed}, which is not read here")
        return
    if packed == "x-gzip":  # an older name of it (RFC 9110, 8.4.1.3)
        headers.replace_header("Content-Encoding", "gzip")
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
