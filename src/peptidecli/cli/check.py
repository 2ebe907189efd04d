"""`peptide check`."""

from __future__ import annotations

from os.path import realpath
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..calls.output import Format, json_asked, write, write_document
from ..dataset import locations
from ..errors import ExitCode
from ..notation.visible import in_a_line
from .options import FormatOption, named, new_command, settings_of

if TYPE_CHECKING:
    from ..answers.check import Report

command = new_command()


@command.command(
    short_help="List the problems of a data folder.",
    epilog="Examples:  peptide check   ·   peptide check my-data/ -f json",
)
def check(
    ctx: typer.Context,
    path: Annotated[
        Path | None,
        typer.Argument(
            metavar="[PATH]", parser=named, help="A folder of own data; if left out, --data, else the bundled dataset."
        ),
    ] = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List the problems of a data folder, one a line as file:line: message. Warnings alone end with 0."""
    from ..answers.check import check as checked  # noqa: PLC0415
    from ..answers.check import together  # noqa: PLC0415

    settings = settings_of(ctx)
    bundled = locations.bundled()
    earlier = [bundled, *settings.data]
    if path is None and settings.data:
        report = together([checked(own, earlier[:place]) for place, own in enumerate(settings.data, 1)])
    elif path is None or realpath(path) == realpath(bundled):  # which a link to itself has as well
        report = checked(bundled)
    else:
        report = checked(path, [folder for folder in earlier if folder != path])
    if json_asked(form):
        write_document("check", report, form)
    elif form is Format.NDJSON:
        from ..formats.lines import lines  # noqa: PLC0415

        write("".join(lines("check", report)))
    else:
        for problem in report.problems:
            place = f"{problem.file}:{problem.line}" if problem.line else problem.file
            weight = "" if problem.weight == "problem" else "warning: "
            write(f"{in_a_line(f'{place}: {weight}{problem.message}')}\n")
        write(_summed_up(report))
    if any(problem.weight == "problem" for problem in report.problems):
        raise typer.Exit(int(ExitCode.NOT_FOUND))


def _summed_up(report: Report) -> str:
    """Return what was looked at and found, and how whole the bibliography is."""
    problems = sum(1 for problem in report.problems if problem.weight == "problem")
    warnings = len(report.problems) - problems
    found = ", ".join(
        f"{count or 'no'} {name if count == 1 else name + 's'}"
        for count, name in ((problems, "problem"), (warnings, "warning"))
    )
    text = f"{report.folder}: {_counted(report.files, 'file')}, {_counted(report.records, 'record')}, {found}\n"
    shares = report.shares
    if shares:
        told = [("with a DOI or known to have none", shares.doi), ("with volume and pages", shares.place),
                ("with all authors", shares.authors), ("with a trace to open", shares.traced),
                ("that say how deep they were read", shares.read)]  # fmt: skip
        text += (
            f"{_counted(shares.articles, 'article')}: "
            + ", ".join(f"{n / shares.articles:.0%} {name}" for name, n in told)
            + "\n"
            + ", ".join(f"{n / shares.articles:.0%} {name}" for name, n in told)
            + "\n"
        )
    return text


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
