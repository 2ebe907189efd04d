"""`peptide check`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..dataset import locations
from ..errors import ExitCode
from ..formats.document import document
from .output import Format, FormatOption, new_command, own_folder, write

command = new_command()


@command.command(
    short_help="List the problems of a data folder.",
    epilog="Examples:  peptide check   ·   peptide check my-data/ -f json",
)
def check(
    ctx: typer.Context,
    path: Annotated[
        Path | None, typer.Argument(metavar="[PATH]", help="A folder of own data; that of --data, or the bundled one, if left out.")
    ] = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List the problems of a data folder, one a line as file:line: message."""
    from ..answers.check import check as checked  # noqa: PLC0415

    bundled = locations.bundled()
    folder = path or own_folder(ctx) or bundled
    report = checked(folder, None if folder.resolve() == bundled.resolve() else bundled)
    if form is Format.JSON:
        write(document("check", report))
    else:
        for problem in report.problems:
            place = f"{problem.file}:{problem.line}" if problem.line else problem.file
            write(f"{place}: {problem.message}\n")
        if not report.problems:
            write(f"{report.folder}: {report.files} files, {report.records} records, no problems\n")
    if report.problems:
        raise typer.Exit(int(ExitCode.NOT_FOUND))
