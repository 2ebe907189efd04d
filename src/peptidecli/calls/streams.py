"""Streams that take a part, or nothing, and say nothing, and the one whose loss costs no answer.

Whoever opened a stream so that it does not wait, as servers do, has a write to a full pipe return at once, unwritten;
and where PYTHONUNBUFFERED is set, as in containers, Python lets go what a disk had no room for. Here it is waited for,
and written to the end or to the error, without changing the stream itself, which others have open as well.
"""

from __future__ import annotations

import io
import os

from ..errors import UsageError

TYPE_CHECKING = False  # what type checkers take for true; typing itself is long to import
if TYPE_CHECKING:
    from typing import Any


class Patient(io.FileIO):
    """A file that waits until it can be read from or written to."""

    def write(self, data: Any) -> int:
        """Write what there is room for, once there is some."""
        while (count := super().write(data)) is None:
            import select  # noqa: PLC0415 - few wait

            select.select((), (self,), ())
        return int(count)

    def readinto(self, buffer: Any) -> int:
        """Read what is there, once something is."""
        while (count := super().readinto(buffer)) is None:
            import select  # noqa: PLC0415 - few wait

            select.select((self,), (), ())
        return int(count)

    def readall(self) -> bytes:
        """Read to the end, which a file by itself takes to be where nothing is there yet."""
        return io.RawIOBase.readall(self) or b""

    def read(self, size: int | None = -1) -> bytes:
        """Read what is there, at most so many bytes."""
        return io.RawIOBase.read(self, -1 if size is None else size) or b""


class Forgiving(Patient):
    """Where hints and errors are told: that nobody can be told costs neither the answer nor the status."""

    def write(self, data: Any) -> int:
        """Write what there is room for, and let go what cannot be written."""
        try:
            return super().write(data)
        except OSError:
            return len(data)


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


def is_closed(stream: Any) -> bool:
    """Tell whether a stream stands for a standard input that is closed."""
    return isinstance(getattr(stream.buffer, "raw", None), Closed)


def steady(stream: io.TextIOWrapper, name: str) -> io.TextIOWrapper:
    """Return a standard stream, by its name in sys, as it is, but that it waits and is written to its end."""
    mode = "r" if name == "stdin" else "w"
    file = (Forgiving if name == "stderr" else Patient)(stream.fileno(), mode, closefd=False)
    return io.TextIOWrapper(
        io.BufferedReader(file) if mode == "r" else io.BufferedWriter(file),
        encoding=stream.encoding,
        errors=stream.errors,
        line_buffering=stream.line_buffering or stream.write_through,
    )
