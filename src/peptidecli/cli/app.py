"""The Typer application: global options, the one place that catches our errors, and the commands."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from .. import __version__
from ..errors import PeptideError


class _Group(TyperGroup):
    """Prints our errors to stderr, without a traceback, and ends with their exit code."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except PeptideError as error:
            sys.stdout.flush()
            print(f"peptide: {error}", file=sys.stderr)
            raise typer.Exit(int(error.exit_code)) from None


app = typer.Typer(
    name="peptide",
    cls=_Group,
    # Plain help: laid out by Rich it would double the time to the first line.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="A literature lookup for research, not medical advice. Start with: peptide show semax",
)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"peptide {__version__}")
        raise typer.Exit


@app.callback()
def main(
    ctx: typer.Context,
    data: Annotated[
        Path | None,
        typer.Option("--data", metavar="DIR", help="A folder of your own data, laid over the bundled dataset."),
    ] = None,
    version: Annotated[  # noqa: ARG001 - its callback has answered
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop."),
    ] = False,
) -> None:
    """Look up what is known about research peptides, offline, every statement with its references."""
    ctx.obj = data


from . import cite, compare, list_, show  # noqa: E402, F401 - each registers its command above
