"""`peptide schema`."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer

from .output import new_command, write

command = new_command()


class Kind(str, Enum):
    """The kinds of data file."""

    COMPOUND = "compound"
    REFERENCES = "references"
    STATEMENTS = "statements"
    SOURCES = "sources"
    VOCABULARY = "vocabulary"


@command.command(
    short_help="Print the JSON Schema of a kind of data file.",
    epilog="Examples:  peptide schema compound   ·   peptide schema references",
)
def schema(
    kind: Annotated[
        Kind, typer.Argument(metavar="KIND", help="compound, references, statements, sources or vocabulary.")
    ],
) -> None:
    """Print the JSON Schema of a kind of data file, for editors and validators."""
    from ..answers.schema import text  # noqa: PLC0415

    write(text(kind.value))
