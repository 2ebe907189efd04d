"""What the commands share: what was asked besides the question, opening the dataset, and writing the answer."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..answers.lookup import Match, find, read_as
from ..dataset.dataset import Dataset, open_dataset
from ..dataset.files import FILES, holds_data
from ..dataset.model import Compound, Record
from ..errors import NotFoundError, UsageError
from ..formats.document import document
from ..notation.visible import in_a_line, visible

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from ..formats.paper import Paper
    from ..formats.rows import Rows
    from ..terminal.progress import Bar


class Format(str, Enum):
    """Formats of an answer."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    SVG = "svg"
    NDJSON = "ndjson"
    HTML = "html"


_LINES = (Format.TABLE, Format.JSON, Format.CSV, Format.MARKDOWN, Format.SVG, Format.NDJSON)
_FORMS = {
    "list": _LINES,
    "search": _LINES,
    "faq": _LINES,
    "info": (Format.TABLE, Format.JSON, Format.SVG),
    "check": (Format.TABLE, Format.JSON, Format.NDJSON),
    "new": (Format.TABLE, Format.JSON),
    "add": (Format.TABLE, Format.JSON),
}


def forms_of(command: str) -> tuple[Format, ...]:
    """Return the formats in which a command prints its answer: all but for those that have no rows, or make no page."""
    return _FORMS.get(command, tuple(Format))


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
SCREEN: ContextVar[Screen] = ContextVar("screen", default=_AS_USUAL)

SCREEN_VARIABLES = {"plain": "PEPTIDE_PLAIN", "links": "PEPTIDE_NO_LINKS", "pager": "PEPTIDE_NO_PAGER"}
"""The variables of the environment that set it."""


FIELDS: ContextVar[tuple[str, ...]] = ContextVar("fields", default=())
"""What --json names of an answer; nothing: the whole."""


def not_empty(words: Sequence[str]) -> None:
    """Refuse a question of nothing, as a variable that is not set leaves it: it would be taken for none."""
    if words and not any(word.strip() for word in words):
        raise UsageError("the question is empty; leave it out, or say what is asked")


def dataset_of(settings: Settings, *, to_fill: bool = False) -> Dataset:
    """Return the dataset a call works on: the bundled one with the user's own folders over it.

    A folder of --data in which there is nothing is told, but for one that is `to_fill`. On a terminal a bar tells how
    far it is, where it has changed and takes more than a second to read.
    """
    dataset = _opened(settings)
    for folder in () if to_fill else settings.data:
        if folder not in _EMPTY and not holds_data(folder):
            _EMPTY.add(folder)
            say(f"{folder} holds no data of its own: neither compounds/ nor any of {', '.join(FILES)} is in it")
    return dataset


def _opened(settings: Settings) -> Dataset:
    own, user_data, cache = settings
    if not sys.stderr.isatty():
        return open_dataset(own, user_data=user_data, cache=cache)
    waiting = _Waiting(plain=SCREEN.get().plain)
    try:
        return open_dataset(own, user_data=user_data, cache=cache, watch=waiting)
    finally:
        waiting.over()


_EMPTY: set[Path] = set()
"""Folders of which it has been told: one call may open the dataset twice."""


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
    if said := read_as(match, name):
        say(said)


@contextmanager
def offering_a_question(dataset: Dataset, command: str, words: Sequence[str]) -> Iterator[None]:
    """Let an error about the words behind a command offer them as a question, where they are one.

    The command wins over a question that begins with its name: `evidence for semax in stroke`.
    """
    try:
        yield
    except (NotFoundError, UsageError) as error:
        from ..answers.asking import as_question  # noqa: PLC0415 - only for what went wrong

        told = "\n".join(filter(None, (str(error), as_question(dataset, [command, *words]))))
        raise type(error)(told) from None


def found_by_name(dataset: Dataset, command: str, names: Sequence[str]) -> list[tuple[Compound, Match]]:
    """Return the compounds that a command is given by name, and how each was found."""
    with offering_a_question(dataset, command, names):
        return [find(dataset, name) for name in names]


def all_named(dataset: Dataset, command: str, names: Sequence[str]) -> tuple[Compound, ...]:
    """Return the compounds that a command is given by name, each once, and say where one was not taken as written."""
    found = found_by_name(dataset, command, names)
    for compound, match in found:
        tell(match, compound.name)
    return tuple({compound.id: compound for compound, _ in found}.values())


def named(dataset: Dataset, compound: str) -> str:
    """Return the id of the compound that --compound names, and say so where it was not taken as written."""
    found, match = find(dataset, compound)
    tell(match, found.name)
    return found.id


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
    if form is Format.JSON or FIELDS.get():
        write_document(command, data, form)
    elif form is Format.NDJSON:
        from ..formats.lines import lines  # noqa: PLC0415

        write("".join(lines(command, data)))
    elif paper and form in {Format.HTML, Format.MARKDOWN}:
        from ..formats import html, markdown  # noqa: PLC0415

        write(html.page(paper()) if form is Format.HTML else markdown.document(paper()))
    elif rows and form in {Format.CSV, Format.MARKDOWN}:
        from ..formats.rows import as_csv, as_markdown  # noqa: PLC0415

        write(as_csv(rows()) if form is Format.CSV else as_markdown(rows()))
    elif form is Format.SVG:
        from ..terminal.console import picture  # noqa: PLC0415

        write(picture(f"peptide {command}", width, render))
    else:
        _put_on_screen(width, render)


def fields_asked(form: Enum) -> bool:
    """Tell whether --json names fields; raise UsageError where another format is asked for beside it."""
    if FIELDS.get() and form.value != "json":
        raise UsageError(f"--json is JSON already; leave out -f {form.value}")
    return bool(FIELDS.get())


def json_asked(form: Enum) -> bool:
    """Tell whether JSON is asked for, all of it or fields; raise UsageError as `fields_asked` does."""
    return fields_asked(form) or form.value == "json"


def write_document(command: str, data: object, form: Format = Format.JSON) -> None:
    """Write an answer as JSON: the whole, or the fields that --json names."""
    if fields_asked(form):
        from ..formats.fields import picked  # noqa: PLC0415

        data = picked(data, FIELDS.get())
    write_drawn(document(command, data))  # JSON writes what would steer a terminal as \u…


def _put_on_screen(width: int | None, render: Callable[[Console], list[RenderableType]]) -> None:
    from ..terminal.console import drawn, make_console, show  # noqa: PLC0415 - Rich only for what it draws

    screen = SCREEN.get()
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
    """Write a line to stderr, what would end it or steer a terminal shown instead."""
    print(in_a_line(text), file=sys.stderr)


def write_drawn(text: str) -> None:
    """Write what Rich has drawn, with its codes, or what JSON has escaped, to stdout.

    It is UTF-8 whatever the locale, as files and pipes expect it.
    """
    if hasattr(sys.stdout, "buffer"):
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
    else:
        sys.stdout.write(text)
