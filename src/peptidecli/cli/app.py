"""The Typer application: global options, and the commands by name."""

from __future__ import annotations

import importlib
import os
import sys
from itertools import takewhile
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from .. import __version__
from ..errors import ExitCode, PeptideError
from ..notation.visible import told
from .commands import COMMANDS

_TAKE_FILES = frozenset({"audit", "check", "export", "add", "new", "verify"})

_UsageError: Any = typer.BadParameter.__base__
"""Click's error about what was typed, wherever this release of Typer keeps it."""


class _Name:
    """What stands for a command where only its name is asked for."""

    hidden = False

    @staticmethod
    def get_short_help_str() -> str:
        return ""


class _Group(TyperGroup):
    """Imports a command when it is called; shows what was typed as text."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._naming = False
        self._called: list[str] = []
        # Only the names: Typer proposes the nearest of them for a mistyped command.
        self.commands: Any = dict.fromkeys(COMMANDS)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        if self._naming:
            return _Name
        module = importlib.import_module(f".{COMMANDS[cmd_name]}", __package__)
        command = typer.main.get_command(module.command)
        command.name = cmd_name
        from .options import json_option, narrow, screen_options  # noqa: PLC0415 - --version and --help need no dataset

        options = {parameter.name: parameter for parameter in command.params}
        if "width" in options:
            command.params += screen_options()
        if "form" in options:
            narrow(options["form"], cmd_name)
            command.params.append(json_option(cmd_name))
        return command

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """Offer the commands by their names: what each is for would need all of them imported."""
        self._naming = True
        try:
            return super().shell_complete(ctx, incomplete)
        finally:
            self._naming = False

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """Take what stands before a command; Typer takes no name for this folder, and rewrites shells' files."""
        waiting = iter(args)
        for word in waiting:
            if word == "--data=" or (word == "--data" and next(waiting, None) == ""):
                raise typer.BadParameter("the name of the folder is empty", ctx, param_hint="--data")
            if word in {"--show-completion", "--install-completion"} and not ctx.resilient_parsing:
                from .shells import answer  # noqa: PLC0415 - only for this

                answer(word, list(waiting))
                raise typer.Exit
            if word == "--" or not word.startswith("-"):
                break
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command to call; a `--json` that no name follows is given an empty one: it lists the fields."""
        name, command, rest = self._resolved(ctx, args)
        self._called = [name, *rest]
        end = rest.index("--") if "--" in rest else len(rest)  # what stands behind is words, whatever it looks like
        following = [*rest[1:end], "--"]
        bare = [word == "--json" and after.startswith("-") for word, after in zip(rest, following, strict=False)]
        read = ["--json=" if lone else word for word, lone in zip(rest, bare, strict=False)]
        return name, command, [*read[:end], *rest[end:]]

    def _resolved(self, ctx: Any, args: list[str]) -> Any:
        """Return the command to call; `help` is the help of one, and words that are no command are a question."""
        name = args[0]
        if name not in _TAKE_FILES:
            # Bytes that are no UTF-8 name no file here; they are looked up as what they are shown as.
            args = [argument.encode(errors="surrogateescape").decode(errors="replace") for argument in args]
            name = args[0]
        if ctx.resilient_parsing:
            # Where Tab is pressed: whatever is printed then, a shell runs.
            return super().resolve_command(ctx, args)
        if name == "help" and name not in COMMANDS:
            if len(args) > 1 and args[1] in COMMANDS:
                return args[1], self.get_command(ctx, args[1]), ["--help"]
            if len(args) > 1 and not args[1].startswith("-"):
                raise _UsageError(f"There is no command {args[1]!r}; all of them: peptide --help", ctx)
            typer.echo(ctx.get_help())
            raise typer.Exit
        if name not in COMMANDS and not name.startswith("-"):
            from ..calls.ask import ask  # noqa: PLC0415 - only where no command is named
            from .options import settings_of  # noqa: PLC0415

            name, args = ask(settings_of(ctx), args, list(COMMANDS))
            return name, self.get_command(ctx, name), args
        return super().resolve_command(ctx, args)

    def make_context(self, *args: Any, **more: Any) -> Any:
        try:
            return super().make_context(*args, **more)
        except BrokenPipeError:
            raise typer.Exit(_nobody_reads()) from None
        except _UsageError as error:
            _say(error)

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise typer.Exit(_nobody_reads()) from None
        except _UsageError as error:
            if "unexpected extra argument" in error.message:
                error.message = "\n".join(filter(None, (error.message, self._as_question(ctx))))
            _say(error)
        except EOFError as error:
            # A question that is broken off has become an Abort before: this is no answer of a person.
            raise ValueError(str(error)) from error

    def _as_question(self, ctx: Any) -> str:
        """Return the line that offers what was typed as a question, nothing where it is none or cannot be told."""
        from ..answers.asking import as_question  # noqa: PLC0415 - only for what went wrong
        from ..calls.output import dataset_of  # noqa: PLC0415
        from .options import settings_of  # noqa: PLC0415

        words = list(takewhile(lambda word: not word.startswith("-"), self._called))
        try:
            return as_question(dataset_of(settings_of(ctx)), words)
        except PeptideError:  # the data cannot be read: what was typed is wrong first
            return ""


def _say(error: Any) -> NoReturn:
    """Say what is wrong with a call, which quotes what was typed, and end."""
    option, ctx = getattr(error, "option_name", None), error.ctx
    if ctx and ctx.parent and any(option in param.opts for param in ctx.find_root().command.params):
        error.message += f" here; it stands before the command: peptide {option} ... {ctx.info_name}"
    error.message = told(error.message, sys.argv)
    error.show()
    raise typer.Exit(error.exit_code)


def _nobody_reads() -> int:
    """Let what is still to be written go, and return the status to end with."""
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - pathlib is there, but this is shorter
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
    return int(ExitCode.READER_GONE)


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


def _print_version(ctx: typer.Context, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        print(f"peptide {__version__}")
        raise typer.Exit


@app.callback()
def main(
    data: Annotated[
        list[Path] | None,
        typer.Option(
            "--data",
            metavar="DIR",
            help="A folder of own data, laid over the bundled dataset. May be repeated; new and add take the first.",
        ),
    ] = None,
    no_user_data: Annotated[
        bool,
        typer.Option("--no-user-data", help="Leave out your own data but for --data: the user folder, PEPTIDE_DATA."),
    ] = False,
    no_cache: Annotated[
        bool,
        typer.Option("--no-cache", help="Neither read nor write the store in the cache folder; slower."),
    ] = False,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop."),
    ] = False,
) -> None:
    """Look up what is known about research peptides, offline, every statement with its references."""
