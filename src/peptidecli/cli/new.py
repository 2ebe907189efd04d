"""`peptide new`."""

from __future__ import annotations

import shlex
from typing import Annotated

import typer

from ..calls.output import Format, json_asked, write, write_document
from ..notation.visible import in_a_line
from .options import FormatOption, new_command, settings_of, writing_to

command = new_command()


@command.command(
    short_help="Begin a compound file of your own.",
    epilog="Examples:  peptide new Labtide   ·   peptide new semax --extend",
)
def new(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The compound's name.")],
    extend: Annotated[bool, typer.Option("--extend", help="Add to a compound that is here already.")] = False,
    form: FormatOption = Format.TABLE,
) -> None:
    """Begin a compound file of your own, every table explained, in --data, PEPTIDE_DATA or your user data folder."""
    from ..answers.new import new as made  # noqa: PLC0415

    as_json = json_asked(form)
    folder, dataset = writing_to(ctx)
    result = made(dataset, folder, name, extend=extend)
    if as_json:
        write_document("new", result)
    else:
        given = "".join(f"--data {shlex.quote(str(path))} " for path in settings_of(ctx).data)
        check, show = f"peptide check {shlex.quote(str(folder))}", f"peptide {given}show {result.id}"
        write(f"{in_a_line(str(result.file))}\n{in_a_line(f'Fill it in, then: {check}   ·   {show}')}\n")
