"""The plainest calls, read without Typer: a command, words, and at most the format.

Importing Typer takes as long as most answers, and `peptide show semax` needs nothing of it. What is read here is what
Typer would read, or it is left to Typer: every other option, a slip, an unknown format, too few words.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from .commands import COMMANDS

if TYPE_CHECKING:
    from ..calls.output import Settings


_OPTIONS = {"-f": "form", "--format": "form", "--compound": "compound"}
"""The options that are read here, and the parameters of a call that they are."""


class _Shape(NamedTuple):
    """How many words a command takes, and which parameters besides."""

    least: int = 0
    most: int = sys.maxsize
    options: frozenset[str] = frozenset({"form"})


_OF_COMPOUND = frozenset({"form", "compound"})
_SHAPES = {
    "show": _Shape(1, 1),
    "compare": _Shape(1),
    "cite": _Shape(options=_OF_COMPOUND),
    "search": _Shape(options=_OF_COMPOUND),
    "trials": _Shape(),
    "list": _Shape(most=0),
    "evidence": _Shape(),
    "faq": _Shape(),
    "info": _Shape(most=0),
}


class _Typed(NamedTuple):
    """A command line taken apart: what stands before the command, all that follows, and its words and options."""

    data: tuple[str, ...]
    rest: tuple[str, ...]
    words: tuple[str, ...]
    options: Mapping[str, str]


def plain_call(arguments: list[str], environment: Mapping[str, str]) -> Callable[[], None] | None:
    """Return what answers a command line, or None where Typer has to read it.

    The call writes the answer; it raises PeptideError for what cannot be answered.
    """
    typed = _taken_apart(arguments)
    if os.name == "nt" or typed is None or not typed.words or not all(map(str.strip, typed.options.values())):
        return None  # on Windows Typer also puts file names for `*`
    name, *words = typed.words
    if name in COMMANDS:
        shape = _SHAPES.get(name)
        if shape is None or not shape.least <= len(words) <= shape.most or typed.options.keys() - shape.options:
            return None
    elif name == "help" or typed.options.keys() - {"form"} or typed.rest[: len(typed.words)] != typed.words:
        return None
    import_msgspec()
    from ..calls.output import SCREEN_VARIABLES, Settings  # noqa: PLC0415 - nothing of it for what Typer reads

    form = _form(name, typed.options.get("form", "table"))
    if form is None or not environment.keys().isdisjoint(SCREEN_VARIABLES.values()):
        return None
    from pathlib import Path  # noqa: PLC0415

    settings = Settings(data=tuple(map(Path, typed.data)))
    return lambda: _answer(settings, typed, {**typed.options, "form": form})


def _answer(settings: Settings, typed: _Typed, more: Mapping[str, Any]) -> None:
    """Answer; words that name no command are a compound or a question."""
    name, *words = typed.words
    if name not in COMMANDS:
        from ..calls.ask import ask  # noqa: PLC0415

        name, meant = ask(settings, typed.rest, list(COMMANDS))
        words = meant[: len(meant) - 2 * len(typed.options)]
    call = getattr(importlib.import_module(f"..calls.{COMMANDS[name]}", __package__), COMMANDS[name])
    most = _SHAPES[name].most
    call(settings, *(words if most <= 1 else [words]), **more)


def _taken_apart(arguments: list[str]) -> _Typed | None:
    """Take a command line apart: folders of data before the command, then words and options with their values."""
    data: list[str] = []
    words: list[str] = []
    options: dict[str, str] = {}
    count = 0
    while arguments[count : count + 1] == ["--data"]:
        data += arguments[count + 1 : count + 2] or [""]
        count += 2
    rest = arguments[count:]
    waiting = iter(rest)
    for argument in waiting:
        if argument in _OPTIONS:
            if not words or _OPTIONS[argument] in options:
                return None
            options[_OPTIONS[argument]] = next(waiting, "")
        elif argument.startswith("-") or not _is_text(argument):
            return None
        else:
            words.append(argument)
    if not all(map(_is_plain, [*data, *options.values()])):
        return None
    return _Typed(tuple(data), tuple(rest), tuple(words), options)


def _is_plain(value: str) -> bool:
    return bool(value) and not value.startswith("-") and _is_text(value)


def _is_text(argument: str) -> bool:
    """Tell whether an argument is text, and not bytes that are none."""
    try:
        argument.encode()
    except UnicodeEncodeError:
        return False
    return True


def _form(command: str, wanted: str) -> Any:
    """Return a format as the command takes it, or None where it has none of that name.

    Of words that name no command it is not known yet whether they are a compound or a question.
    """
    if command == "cite":
        from ..calls.cite import CiteFormat  # noqa: PLC0415

        return next((form for form in CiteFormat if form.value == wanted), None)
    from ..calls.output import forms_of  # noqa: PLC0415

    forms = forms_of(command if command in COMMANDS else "search")
    return next((form for form in forms if form.value == wanted), None)


def import_msgspec() -> None:
    """Import msgspec without typing_extensions, of which it takes names that typing has as well.

    That import alone, with inspect and ast behind it, takes a tenth of an answer.
    """
    if "msgspec" in sys.modules or "typing_extensions" in sys.modules:
        return
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]
    try:
        import msgspec  # noqa: F401, PLC0415
    finally:
        del sys.modules["typing_extensions"]
