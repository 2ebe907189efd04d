"""What is said where something answers and none of it passes the options: which they are, and what is there without."""

from __future__ import annotations

import shlex

import msgspec

from ..dataset.model import Record


def as_options(filters: Record) -> str:
    """Return filters as the options of a command, `--design 'in vitro'`; nothing where none was given."""
    given = msgspec.structs.asdict(filters).items()
    return " ".join(f"--{name} {shlex.quote(str(value))}" for name, value in given if value is not None)


def nothing_passes(subject: str, filters: Record, without: int, things: tuple[str, str], command: str) -> str:
    """Return that nothing of a subject passes the filters, how much there is without them, and how to see it.

    `subject` begins the sentence, `things` are what is counted, one and many, with what they do.
    """
    options = as_options(filters)
    given = sum(value is not None for value in msgspec.structs.astuple(filters))
    told = f"{without} {things[0] if without == 1 else things[1]}"
    return f"{subject} passes {options}.\nWithout {'it' if given == 1 else 'them'} {told}: {command}"
