"""Streams that do not wait: whoever opened them, as servers do, has a write to a full pipe return at once, unwritten.

Python gives up there, or writes a part and says nothing. Here it is waited for, without changing the stream itself,
which others have open as well.
"""

from __future__ import annotations

import io
import os
import select
from typing import Any

from ..errors import UsageError


class Patient(io.FileIO):
    """A file that waits until it can be read from or written to."""

    def write(self, data: Any) -> int:
        """Write what there is room for, once there is some."""
        while (count := super().write(data)) is None:
            select.select((), (self,), ())
        return int(count)

    def readinto(self, buffer: Any) -> int:
        """Read what is there, once something is."""
        while (count := super().readinto(buffer)) is None:
            select.select((self,), (), ())
        return int(count)

    def readall(self) -> bytes:
        """Read to the end, which a file by itself takes to be where nothing is there yet."""
        return io.RawIOBase.readall(self) or b""

    def read(self, size: int | None = -1) -> bytes:
        """Read what is there, at most so many bytes."""
        return io.RawIOBase.read(self, -1 if size is None else size) or b""


class Closed(io.FileIO):
    """What the shell has closed (`<&-`): whoever reads from it is told, as nothing is not an empty text."""

    def __init__(self) -> None:
        super().__init__(os.devnull, "r")

    def readinto(self, _buffer: Any) -> int:
        """Say that there is nothing to read from."""
        raise UsageError("standard input is closed; there is nothing to read. Name a file, or pipe the text")

    def readall(self) -> bytes:
        """Say that there is nothing to read from."""
        return bytes(self.readinto(None))

    def read(self, _size: int | None = -1) -> bytes:
        """Say that there is nothing to read from."""
        return bytes(self.readinto(None))


def closed() -> io.TextIOWrapper:
    """Return standard input where it is closed."""
    return io.TextIOWrapper(io.BufferedReader(Closed()), encoding="utf-8")


def patient(stream: io.TextIOWrapper, mode: str) -> io.TextIOWrapper:
    """Return a stream as it is, but that it waits; `mode` is "r" or "w"."""
    file = Patient(stream.fileno(), mode, closefd=False)
    return io.TextIOWrapper(
        io.BufferedReader(file) if mode == "r" else io.BufferedWriter(file),
        encoding=stream.encoding,
        errors=stream.errors,
        line_buffering=stream.line_buffering,
    )
