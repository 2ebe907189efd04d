"""The options that commands share, as Typer takes them, and what stands before a command."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperOption

from ..calls.output import FIELDS, SCREEN, SCREEN_VARIABLES, Format, Settings, dataset_of, forms_of, say, write
from ..dataset import locations
from ..dataset.dataset import Dataset, open_dataset
from ..errors import DatasetError, UsageError

_LAST_COUNTS = {"form", "width", "limit"}
"""Options given again to overrule what an alias of the shell has given; of the others two are two wishes."""


class _Command(TyperCommand):
    """A command that refuses an option that takes one value and is given twice, or given none."""

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        values, _, given = self.make_parser(ctx).parse_args(list(args))
        for option in [] if ctx.resilient_parsing else given:
            single = isinstance(option, TyperOption) and not (option.is_flag or option.multiple)
            if single and option.name not in _LAST_COUNTS and given.count(option) > 1:
                raise typer.BadParameter("it is given twice, and takes one", ctx, option)
            # As a variable that is not set leaves it: it would be taken for one that was not given.
            # --json alone asks for the names of the fields.
            alone = "--json" in option.opts
            if single and not alone and isinstance(value := values.get(str(option.name)), str) and not value.strip():
                raise typer.BadParameter("it is empty; leave it out, or say what it is to be", ctx, option)
        return super().parse_args(ctx, args)


class _Application(typer.Typer):
    """A Typer application whose command is a `_Command`."""

    def command(self, *names: Any, **settings: Any) -> Any:
        return super().command(*names, cls=_Command, **settings)


def new_command() -> typer.Typer:
    """Return a Typer application for one command, with the plain help of the whole program."""
    return _Application(rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False)


class ResultChoice(str, Enum):
    """Values of --result."""

    POSITIVE = "positive"
    NULL = "null"
    NEGATIVE = "negative"
    MIXED = "mixed"
    UNKNOWN = "unknown"


def named(argument: str) -> Path:
    """Return the path that an argument names; an empty one, as of a variable that is not set, names none."""
    if not argument:
        raise typer.BadParameter("the name is empty")
    return Path(argument)


def completing(kind: str) -> Callable[..., list[tuple[str, str]]]:
    """Return what offers completions of one kind, see `cli/completion.py`, which is imported only to complete."""

    def offered(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        from .completion import offers  # noqa: PLC0415

        return offers(kind, ctx, incomplete)

    return offered


_HOW = "How to print the answer"
FORMAT_HELP = f"{_HOW}; in csv, a ' stands before what a spreadsheet would take for a formula."
FormatOption = Annotated[
    Format, typer.Option("--format", "-f", help=FORMAT_HELP, show_default=True, case_sensitive=False)
]
WidthOption = Annotated[
    int | None, typer.Option("--width", min=40, max=1000, metavar="COLUMNS", help="Lay out for this many columns.")
]
CompoundArgument = Annotated[
    str,
    typer.Argument(
        metavar="NAME", help="Name, code, sequence or identifier of a compound.", autocompletion=completing("compounds")
    ),
]
CompoundOption = Annotated[
    str | None,
    typer.Option("--compound", metavar="NAME", help="Only of this compound.", autocompletion=completing("compounds")),
]
TopicOption = Annotated[
    str | None,
    typer.Option("--topic", metavar="TOPIC", help="Only on this topic.", autocompletion=completing("topics")),
]
DesignOption = Annotated[
    str | None,
    typer.Option(
        "--design",
        metavar="DESIGN",
        help="Only of this study design; human, animal, laboratory; double-blind, single-blind, open.",
        autocompletion=completing("studies"),
    ),
]


def screen_options() -> list[TyperOption]:
    """Return the options of every command that lays out its answer; the application adds them to each.

    They set how `answer` prints and are no parameters of the commands, which need not know of them.
    """

    def flag(name: str, field: str, value: bool, text: str) -> TyperOption:
        def chosen(_context: Any, _option: Any, wanted: bool) -> None:
            SCREEN.set(SCREEN.get()._replace(**{field: value if wanted else not value}))

        return TyperOption(
            param_decls=[name],
            is_flag=True,
            default=False,
            expose_value=False,
            envvar=SCREEN_VARIABLES[field],
            show_envvar=True,
            callback=chosen,
            help=text,
        )

    return [
        flag("--plain", "plain", True, "Words for signs, no lines, no colour: for screen readers."),
        flag("--no-links", "links", False, "Do not make links of DOIs and PubMed numbers."),
        flag("--no-pager", "pager", False, "Print a long answer straight to the terminal."),
    ]


def narrow(option: Any, command: str) -> None:
    """Let the option that names a format take those alone that its command has, and its help tell no others."""
    forms = forms_of(command)
    if set(option.type.choices) == {form.value for form in Format}:
        option.type.choices = tuple(form.value for form in forms)
        if Format.CSV not in forms:
            option.help = f"{_HOW}."


def json_option(command: str) -> TyperOption:
    """Return --json FIELD,… of a command that prints JSON: the application adds it to each.

    Without a value (the application writes an empty one) it lists the fields and ends.
    """

    def chosen(context: Any, _option: Any, wanted: str | None) -> None:
        if wanted is None or context.resilient_parsing:  # as where Tab is pressed: what is printed then a shell runs
            FIELDS.set(())
            return
        from ..formats.fields import names, resolved  # noqa: PLC0415 - the types of the answer only for this

        asked = [name.strip() for name in wanted.split(",") if name.strip()]
        if not asked:
            write("".join(f"{name}\n" for name in names(command)))
            raise typer.Exit
        FIELDS.set(tuple(resolved(command, asked)))
        # Said in words, another format stays what it is, and is refused below.
        context.default_map = {**(context.default_map or {}), "form": "json"}

    return TyperOption(
        param_decls=["--json"],
        type=str,
        metavar="FIELD,...",
        is_eager=True,
        expose_value=False,
        callback=chosen,
        help="JSON of these fields alone; without a name: list them.",
    )


def settings_of(ctx: typer.Context) -> Settings:
    """Return what the options before the command say of the data."""
    options = ctx.find_root().params
    return Settings(
        data=tuple(map(Path, options.get("data") or ())),
        user_data=not options.get("no_user_data"),
        cache=not options.get("no_cache"),
    )


def writing_to(ctx: typer.Context, *, dry_run: bool = False) -> tuple[Path, Dataset]:
    """Return the folder of own data that a command writes into, made if need be, and the dataset.

    Nobody else writes into it until the program ends: what was read of it is still so when it is written. A dry run
    makes none; where there is none yet it holds nothing.
    """
    settings = settings_of(ctx)
    if not settings.user_data and not settings.data:
        raise UsageError("--no-user-data leaves the folder out that this writes into; leave it out, or give --data DIR")
    folder = locations.home_of_own(settings.data)
    if not dry_run:
        made = locations.make(folder)
        ctx.call_on_close(lambda: locations.unmake(made))
        from ..dataset.writing import hold  # noqa: PLC0415 - with what writes TOML

        hold(folder, lambda: say(f"{folder}: another peptide writes into it; waiting until it has ended"))
    elif settings.data and not folder.exists():
        data = tuple(own for own in settings.data if own != folder)
        return folder, open_dataset(data, user_data=settings.user_data, cache=settings.cache)
    return folder, dataset_of(settings, to_fill=True)


def folder_there(path: Path) -> None:
    """Refuse a file named for output before anything is worked out: no folder is made unasked, no device written to."""
    no_stream(path)
    folder = path.absolute().parent
    if not os.path.isdir(folder):  # noqa: PTH112 - a name that no file can have is none of a folder
        raise UsageError(f"there is no folder {folder} to write {path.name} into")
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise UsageError(f"{path} is no regular file, and is left as it is; name another")


def no_stream(path: Path) -> None:
    """Refuse `-` as the name of a file to write: what is meant is standard output, which has the answer."""
    if path == Path("-"):
        raise UsageError("- would be a file of that name, not standard output, which has the answer; name a file")


@contextlib.contextmanager
def output_named() -> Iterator[None]:
    """Tell of a file named for output that cannot be written as of wrong usage: it is none of the data."""
    try:
        yield
    except DatasetError as error:
        raise UsageError(str(error)) from error
