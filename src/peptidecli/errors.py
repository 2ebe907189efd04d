"""Everything that can go wrong in a way a person should hear about, and the exit code it ends with."""

from __future__ import annotations

from enum import IntEnum

TYPE_CHECKING = False  # what type checkers take for true; typing itself is long to import
if TYPE_CHECKING:
    from pathlib import Path


class ExitCode(IntEnum):
    """What the program's exit status means; relied on by scripts."""

    ANSWERED = 0
    NOT_FOUND = 1
    """Not found, ambiguous, or problems found."""
    USAGE = 2
    DATA = 3
    """The data cannot be read."""
    REGISTRY = 4
    """A registry that was asked did not answer."""
    READER_GONE = 141
    """Whoever read the answer has gone, as `head` does; the status that a shell gives for it."""


class PeptideError(Exception):
    """Base of all errors whose text is meant for the user: what is wrong, where, and what to do."""

    exit_code = ExitCode.NOT_FOUND


class NotFoundError(PeptideError):
    """Nothing answers to what was asked; the message names the nearest candidates."""


class UsageError(PeptideError):
    """The command was called with arguments that do not go together."""

    exit_code = ExitCode.USAGE


class RegistryError(PeptideError):
    """A registry that was asked did not answer, or not in the form it documents."""

    exit_code = ExitCode.REGISTRY


class RefusedError(RegistryError):
    """A registry that answers others, but not this question."""


class DatasetError(PeptideError):
    """A data file or folder cannot be read.

    `path` is the file, `line` the 1-based line of the problem where it could be found.
    """

    exit_code = ExitCode.DATA

    def __init__(self, path: Path, message: str, line: int | None = None) -> None:
        self.path = path
        self.line = line
        from .notation.visible import in_a_line  # noqa: PLC0415 - only for what went wrong

        self.reason = message = in_a_line(message)  # it may repeat what the data say
        place = f"{in_a_line(str(path))}:{line}" if line else in_a_line(str(path))
        super().__init__(f"{place}: {message}")
