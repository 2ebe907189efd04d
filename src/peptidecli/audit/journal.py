"""The journal of a long run: every outcome on a line of a file as it comes, so that a run that ended can go on.

A line counts where it is as it was written, and only for a document, a dataset and a way of auditing that are the same.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

import msgspec

from ..dataset.decoding import decoder
from ..dataset.model import Record
from ..errors import UsageError
from .article.reading import MANUSCRIPTS
from .document import Document
from .running import Outcome


class _Line(Record, frozen=True):
    """A line of a journal: the checksum of what follows, and the outcome as it was written."""

    check: str
    outcome: msgspec.Raw


_encoder = msgspec.json.Encoder()
_lines = decoder(_Line)
_outcomes = decoder(Outcome)
_BEGINS = b'{"check":"0000000000000000","outcome":{'
"""What every line of a journal begins with, but for the digits of its checksum."""


class Journal:
    """A file of outcomes, a line each. What a run that was killed has written in part is taken back.

    `way` is what decides findings beside the documents: the dataset, and whether registries are asked.
    """

    def __init__(self, path: Path, *way: object) -> None:
        self.path = path
        self.again = 0
        self._way = repr(way)
        self._places: dict[str, int] = {}
        self._known: set[str] = set()
        self._asked: list[str] = []
        self._file: BinaryIO | None = None
        self._new = False

    def __enter__(self) -> Journal:
        try:
            if self.path.exists() and not self.path.is_file():
                raise UsageError(f"{self.path} is no regular file; name another")
            whole = self._whole()
            self._new = not self.path.exists()
            self._file = self.path.open("ab")
            self._file.truncate(whole)
        except OSError as error:
            raise UsageError(f"{self.path} cannot be written: {error.strerror}") from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file:
            with contextlib.suppress(OSError):  # of what could not be written it is told where it was written
                self._file.close()
        if self._new and not self._places:
            self.path.resolve().unlink(missing_ok=True)

    @property
    def done(self) -> int:
        """How many documents the journal held when it was opened, each once, however often it has changed."""
        return len(self._known)

    def _whole(self) -> int:
        """Note what the journal holds, and return how many bytes of it are whole lines."""
        whole = 0
        if not self.path.exists():
            return 0
        with self.path.open("rb") as file:
            for line in file:
                if not whole and not _begins(line):
                    raise UsageError(f"{self.path} is no journal of an audit; name another file")
                if not line.endswith(b"\n"):
                    break  # the last line, of which the rest was not written any more
                outcome = _read(line)
                if outcome:
                    self._places[outcome.mark] = whole
                    self._known.add(outcome.file)
                whole += len(line)
        return whole

    def waiting(self, documents: Iterable[Document]) -> Iterator[Document]:
        """Yield the documents that are still to be audited, each marked; the journal then answers for all of them.

        One whose content has changed is, and a manuscript: the files that it takes in may have.
        """
        for document in documents:
            if document.file and Path(document.name).name == self.path.name and self._is(document.name):
                raise UsageError(f"{self.path} is audited itself; name another file for the journal")
            told = hashlib.blake2b(digest_size=16)
            for part in (self._way, document.name, document.error, str(document.beside)):
                told.update(part.encode("utf-8", "surrogatepass") + b"\0")
            told.update(document.content)
            mark = told.hexdigest()
            self._asked.append(mark)
            if document.beside and document.name.lower().endswith(MANUSCRIPTS):
                self._places.pop(mark, None)
            if mark not in self._places:
                self.again += document.name in self._known
                yield document._replace(mark=mark)

    def _is(self, name: str) -> bool:
        try:
            return self.path.samefile(name)
        except (OSError, ValueError):  # a document in an archive is no file
            return False

    def write(self, outcome: Outcome) -> None:
        """Write what came of a document, whole, before the next is begun."""
        if self._file:
            if not outcome.file.isprintable():
                # Bytes that are no UTF-8 no line of JSON has.
                outcome = msgspec.structs.replace(outcome, file=re.sub("[\ud800-\udfff]", "\ufffd", outcome.file))
            told = _encoder.encode(outcome)
            line = _encoder.encode(_Line(check=_check(told), outcome=msgspec.Raw(told))) + b"\n"
            try:
                self._file.write(line)
                self._file.flush()
            except OSError as error:
                raise UsageError(f"{self.path} cannot be written: {error.strerror}") from error
            self._places[outcome.mark] = self._file.tell() - len(line)

    def outcomes(self) -> Iterator[Outcome]:
        """Yield what came of the documents that were asked for, in their order."""
        with self.path.open("rb") as file:
            for mark in self._asked:
                if mark in self._places:
                    file.seek(self._places[mark])
                    outcome = _read(file.readline())
                    if outcome is None or outcome.mark != mark:
                        raise UsageError(f"{self.path} was written by another program meanwhile; audit again")
                    yield outcome


def _begins(line: bytes) -> bool:
    """Tell whether a line is, as far as it goes, the beginning of a line of a journal."""
    digits = b"0123456789abcdef"
    pairs = zip(line, _BEGINS, strict=False)
    return all(given == known or (known == ord("0") and given in digits) for given, known in pairs)


def _check(told: bytes) -> str:
    return hashlib.blake2b(told, digest_size=8).hexdigest()


def _read(line: bytes) -> Outcome | None:
    """Return the outcome on a line, or None where it is not what was written."""
    try:
        held = _lines.decode(line)
        return _outcomes.decode(held.outcome) if held.check == _check(bytes(held.outcome)) else None
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
