"""What the commands share: their options, opening the dataset, and writing the answer."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer
from typer.core import TyperOption

from ..answers.lookup import Match
from ..dataset import locations
from ..dataset.dataset import Dataset, open_dataset
from ..dataset.model import Record
from ..errors import UsageError
from ..formats.document import document
from ..notation.visible import visible

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from ..formats.paper import Paper
    from ..formats.rows import Rows
    from ..terminal.progress import Bar


def new_command() -> typer.Typer:
    """Return a Typer application for one command, with the plain help of the whole program."""
    return typer.Typer(rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False)


# -- options -----------------------------------------------------------------------------------------------------


class Format(str, Enum):
    """Formats of an answer."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    SVG = "svg"
    NDJSON = "ndjson"
    HTML = "html"


class ResultChoice(str, Enum):
    """Values of --result."""

    POSITIVE = "positive"
    NULL = "null"
    NEGATIVE = "negative"
    MIXED = "mixed"
    UNKNOWN = "unknown"


def completing(kind: str) -> Callable[..., list[tuple[str, str]]]:
    """Return what offers completions of one kind, see `cli/completion.py`, which is imported only to complete."""

    def offered(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        from .completion import offers  # noqa: PLC0415

        return offers(kind, ctx, incomplete)

    return offered


FORMAT_HELP = "How to print the answer; in csv, a ' stands before what a spreadsheet would take for a formula."
FormatOption = Annotated[Format, typer.Option("--format", "-f", help=FORMAT_HELP, show_default=True)]
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
        help="Only of this study design; human, animal or laboratory.",
        autocompletion=completing("designs"),
    ),
]


class Settings(NamedTuple):
    """What the options before the command say of the data: folders of --data, whether the user's own count."""

    data: tuple[Path, ...] = ()
    user_data: bool = True
    cache: bool = True


class Screen(NamedTuple):
    """How an answer is put on a screen: with signs or in words, with links or without, in a pager or straight."""

    plain: bool = False
    links: bool = True
    pager: bool = True


_AS_USUAL = Screen()
_screen: ContextVar[Screen] = ContextVar("screen", default=_AS_USUAL)


def screen_options() -> list[TyperOption]:
    """Return the options of every command that lays out its answer; the application adds them to each.

    They set how `answer` prints and are no parameters of the commands, which need not know of them.
    """

    def flag(name: str, field: str, value: bool, variable: str, text: str) -> TyperOption:
        def chosen(_context: Any, _option: Any, wanted: bool) -> None:
            _screen.set(_screen.get()._replace(**{field: value if wanted else not value}))

        return TyperOption(
            param_decls=[name],
            is_flag=True,
            default=False,
            expose_value=False,
            envvar=variable,
            show_envvar=True,
            callback=chosen,
            help=text,
        )

    return [
        flag("--plain", "plain", True, "PEPTIDE_PLAIN", "Words for signs, no lines, no colour: for screen readers."),
        flag("--no-links", "links", False, "PEPTIDE_NO_LINKS", "Do not make links of DOIs and PubMed numbers."),
        flag("--no-pager", "pager", False, "PEPTIDE_NO_PAGER", "Print a long answer straight to the terminal."),
    ]


def writing_to(ctx: typer.Context, *, dry_run: bool = False) -> tuple[Path, Dataset]:
    """Return the folder of own data that a command writes into, made if need be, and the dataset.

    A dry run makes none; where there is none yet it holds nothing.
    """
    settings = settings_of(ctx)
    folder = locations.home_of_own(settings.data)
    if not dry_run:
        locations.make(folder)
    elif settings.data and not folder.exists():
        data = tuple(own for own in settings.data if own != folder)
        return folder, open_dataset(data, user_data=settings.user_data, cache=settings.cache)
    return folder, dataset_of(ctx)


_fields: ContextVar[tuple[str, ...]] = ContextVar("fields", default=())


def json_option(command: str) -> TyperOption:
    """Return --json FIELD,… of a command that prints JSON: the application adds it to each.

    Without a value (the application writes an empty one) it lists the fields and ends.
    """

    def chosen(context: Any, _option: Any, wanted: str | None) -> None:
        if wanted is None:
            _fields.set(())
            return
        from ..formats.fields import names, resolved  # noqa: PLC0415 - the types of the answer only for this

        if not wanted:
            write("".join(f"{name}\n" for name in names(command)))
            raise typer.Exit
        _fields.set(tuple(resolved(command, [name.strip() for name in wanted.split(",") if name.strip()])))
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


# -- the answer --------------------------------------------------------------------------------------------------


def settings_of(ctx: typer.Context) -> Settings:
    """Return what the options before the command say of the data."""
    options = ctx.find_root().params
    return Settings(
        data=tuple(map(Path, options.get("data") or ())),
        user_data=not options.get("no_user_data"),
        cache=not options.get("no_cache"),
    )


def dataset_of(ctx: typer.Context) -> Dataset:
    """Return the dataset the command works on: the bundled one with the user's own folders over it.

    On a terminal a bar tells how far it is, where it has changed and takes more than a second to read.
    """
    own, user_data, cache = settings_of(ctx)
    if not sys.stderr.isatty():
        return open_dataset(own, user_data=user_data, cache=cache)
    waiting = _Waiting(plain=_screen.get().plain)
    try:
        return open_dataset(own, user_data=user_data, cache=cache, watch=waiting)
    finally:
        waiting.over()


class _Waiting:
    """Tells on a terminal how far reading is, once it has taken a second."""

    def __init__(self, *, plain: bool) -> None:
        self._plain = plain
        self._since = time.monotonic()
        self._bar: Bar | None = None

    def __call__(self, done: int, total: int) -> None:
        if self._bar is None:
            if time.monotonic() - self._since < 1:
                return
            from ..terminal.progress import Bar  # noqa: PLC0415 - Rich only for what it draws

            self._bar = Bar("Reading the data: new or changed", plain=self._plain)
        self._bar.show(done, total)

    def over(self) -> None:
        if self._bar is not None:
            self._bar.close()


def tell(match: Match, name: str) -> None:
    """Say on stderr that a name was not taken as written."""
    if match.kind == "fuzzy":
        say(f"{match.query!r} read as {name} ({match.matched}, similarity {match.score:.0f} %)")


def answer(
    command: str,
    data: Record,
    form: Format,
    width: int | None,
    render: Callable[[Console], list[RenderableType]],
    rows: Callable[[], Rows] | None = None,
    *,
    paper: Callable[[], Paper] | None = None,
) -> None:
    """Write an answer to stdout in the format asked for.

    `render` gives it for the screen (and for SVG), `rows` as rows of text for CSV and Markdown, where that makes sense,
    `paper` as a document, for HTML and, before the rows, for Markdown.
    """
    if form is Format.JSON or _fields.get():
        write_document(command, data, form)
    elif form is Format.NDJSON:
        from ..formats.lines import lines  # noqa: PLC0415

        write("".join(lines(command, data)))
    elif form is Format.HTML or (form is Format.MARKDOWN and paper):
        if paper is None:
            raise UsageError(f"peptide {command} makes no page; show, compare, evidence and trials do")
        from ..formats import html, markdown  # noqa: PLC0415

        write(html.page(paper()) if form is Format.HTML else markdown.document(paper()))
    elif form in {Format.CSV, Format.MARKDOWN}:
        if rows is None:
            raise UsageError(f"peptide {command} has no rows for {form.value}; take table, json or svg")
        from ..formats.rows import as_csv, as_markdown  # noqa: PLC0415

        write(as_csv(rows()) if form is Format.CSV else as_markdown(rows()))
    elif form is Format.SVG:
        from ..terminal.console import picture  # noqa: PLC0415

        write(picture(f"peptide {command}", width, render))
    else:
        _put_on_screen(width, render)


def fields_asked(form: Enum) -> bool:
    """Tell whether --json names fields; raise UsageError where another format is asked for beside it."""
    if _fields.get() and form.value != "json":
        raise UsageError(f"--json is JSON already; leave out -f {form.value}")
    return bool(_fields.get())


def write_document(command: str, data: object, form: Format = Format.JSON) -> None:
    """Write an answer as JSON: the whole, or the fields that --json names."""
    if fields_asked(form):
        from ..formats.fields import picked  # noqa: PLC0415

        data = picked(data, _fields.get())
    elif form is not Format.JSON:
        raise UsageError(f"peptide {command} prints table, json and ndjson, not -f {form.value}")
    write(document(command, data))


def _put_on_screen(width: int | None, render: Callable[[Console], list[RenderableType]]) -> None:
    from ..terminal.console import drawn, make_console, show  # noqa: PLC0415 - Rich only for what it draws

    screen = _screen.get()
    console = make_console(width=width, plain=screen.plain, links=screen.links)
    if screen.pager and sys.stdout.isatty() and not console.is_dumb_terminal:
        from .pager import paged  # noqa: PLC0415

        text = drawn(console, render)
        if text.count("\n") < console.height or not paged(text):
            write_drawn(text)
    else:
        show(console, render)


def write_pieces(pieces: Iterable[str]) -> None:
    """Write what may be long piece by piece, some thousand letters at a time."""
    waiting, size = [], 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size > 60_000:
            write("".join(waiting))
            waiting, size = [], 0
    write("".join(waiting))


def write(text: str) -> None:
    """Write text to stdout; what would steer a terminal is shown instead."""
    write_drawn(visible(text))


def say(text: str) -> None:
    """Write a line to stderr, what would steer a terminal shown instead."""
    print(visible(text), file=sys.stderr)


def write_drawn(text: str) -> None:
    """Write what Rich has drawn, with its codes, to stdout: UTF-8 whatever the locale, as files and pipes expect it."""
    if hasattr(sys.stdout, "buffer"):
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
    else:
        sys.stdout.write(text)
