"""`peptide schema`."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer

from ..calls.output import write
from ..errors import UsageError
from .options import new_command

command = new_command()


class Kind(str, Enum):
    """What there are schemas of: the kinds of data file, and what a command prints."""

    COMPOUND = "compound"
    REFERENCES = "references"
    STATEMENTS = "statements"
    SOURCES = "sources"
    VOCABULARY = "vocabulary"
    OUTPUT = "output"


@command.command(
    short_help="Print the JSON Schema of data files, of a command's json.",
    epilog="Examples:  peptide schema compound   ·   peptide schema output trials",
)
def schema(
    kind: Annotated[
        Kind | None,
        typer.Argument(metavar="KIND", help="compound, references, statements, sources, vocabulary, or output."),
    ] = None,
    of: Annotated[str | None, typer.Argument(metavar="[COMMAND]", help="With output: the command.")] = None,
) -> None:
    """Print a JSON Schema (2020-12): of a kind of data file, for editors and validators, or of a command's -f json."""
    if kind is None:
        raise UsageError(f"name what the schema is of: peptide schema {' | '.join(kind.value for kind in Kind)}")
    if kind is Kind.OUTPUT:
        from ..formats import output_schema  # noqa: PLC0415

        if of is None:
            raise UsageError(f"name the command: peptide schema output {' | '.join(output_schema.ANSWERS)}")
        write(output_schema.text(of))
        return
    if of is not None:
        raise UsageError(f"only output takes a command; did you mean: peptide schema output {of}")
    from ..answers.schema import text  # noqa: PLC0415

    write(text(kind.value))
