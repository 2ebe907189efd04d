"""The journal of a long run: every outcome on a line of a file as it comes, so that a run that ended can go on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

import msgspec

from ..errors import UsageError
from .running import Outcome

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Outcome)
_BEGINS = _encoder.encode(Outcome(file=""))[:9]
"""What every line of a journal begins with."""


class Journal:
    """A file of outcomes, a line each. What a run that was killed has written in part is taken back."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.done: set[str] = set()
        self._file: BinaryIO | None = None

    def __enter__(self) -> Journal:
        try:
            if self.path.exists() and not self.path.is_file():
                raise UsageError(f"{self.path} is no regular file; name another")
            whole = self._whole()
            self._file = self.path.open("ab")
            self._file.truncate(whole)
        except OSError as error:
            raise UsageError(f"{self.path} cannot be written: {error.strerror}") from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file:
            self._file.close()

    def _whole(self) -> int:
        """Note the files that are done, and return how many bytes of the journal are whole lines."""
        whole = 0
        if not self.path.exists():
            return 0
        with self.path.open("rb") as file:
            for line in file:
                if not line.endswith(b"\n") and _BEGINS[: len(line)] == line[: len(_BEGINS)]:
                    break  # the last line, of which the rest was not written any more
                try:
                    outcome = _decoder.decode(line)
                except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
                    raise UsageError(f"{self.path} is no journal of an audit; name another file") from None
                self.done.add(outcome.file)
                whole += len(line)
        return whole

    def write(self, outcome: Outcome) -> None:
        """Write what came of a document, whole, before the next is begun."""
        if self._file:
            self._file.write(_encoder.encode(outcome) + b"\n")
            self._file.flush()
            self.done.add(outcome.file)

    def outcomes(self) -> Iterator[Outcome]:
        """Yield all that the journal holds."""
        with self.path.open("rb") as file:
            for line in file:
                yield _decoder.decode(line)
