"""The manual pages, made from the commands themselves: `python docs/man.py` writes them anew into `docs/man/`.

Needs peptidecli installed in the Python that runs this. The wheel carries the pages in `share/man/man1`.
"""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import Any

import typer

from peptidecli import __version__
from peptidecli.cli.app import app
from peptidecli.cli.commands import COMMANDS
from peptidecli.errors import ExitCode

FOLDER = Path(__file__).parent / "man"
EXITS = {
    ExitCode.ANSWERED: "answered",
    ExitCode.NOT_FOUND: "not found, ambiguous, or problems found",
    ExitCode.USAGE: "wrong usage, or a file you named, or the answer, that cannot be read or written",
    ExitCode.DATA: "the data cannot be read",
    ExitCode.REGISTRY: "a registry that was asked did not answer",
    ExitCode.READER_GONE: "whoever read the answer has gone",
}
ENVIRONMENT = {
    "PEPTIDE_DATA": "folders of own data, laid over the bundled dataset, divided as in PATH",
    "PEPTIDE_CACHE": "the folder of the store; empty: none is kept",
    "PEPTIDE_PLAIN": "as --plain",
    "PEPTIDE_NO_LINKS": "as --no-links",
    "PEPTIDE_NO_PAGER": "as --no-pager",
    "PEPTIDE_MAILTO": "your address, for the services that peptide verify asks",
    "PEPTIDE_DEBUG": "show where a fault of the program happened",
    "PAGER": "what shows a long answer on a terminal",
    "NO_COLOR": "no colour",
}


def pages() -> dict[str, str]:
    """Return every page by its file name: one of the program, one a command."""
    program = typer.main.get_command(app)
    context: Any = program.make_context("peptide", ["info"], resilient_parsing=True)
    commands = {name: program.get_command(context, name) for name in COMMANDS}  # type: ignore[attr-defined]
    found = {"peptide.1": _of_program(program, commands)}
    return found | {f"peptide-{name}.1": _of_command(name, command) for name, command in commands.items()}


def _of_program(program: Any, commands: dict[str, Any]) -> str:
    listed = "".join(
        f".TP\n\\fBpeptide\\-{_text(name)}\\fR(1)\n{_text(command.short_help)}\n" for name, command in commands.items()
    )
    return (
        _head("peptide", "offline literature lookup for research peptides")
        + ".SH SYNOPSIS\n.B peptide\n[\\fIOPTIONS\\fR] \\fICOMMAND\\fR [\\fIARGUMENTS\\fR]\n.br\n"
        + ".B peptide\n\\fINAME\\fR\n.br\n.B peptide\n\\fIWORDS\\fR...\n"
        + _section("DESCRIPTION", program.help)
        + ".PP\nA name without a command is its profile, other words are a question.\n"
        + f".SH COMMANDS\n{listed}"
        + _options(program)
        + _tail([f"peptide-{name}" for name in commands], program.epilog)
    )


def _of_command(name: str, command: Any) -> str:
    usage = " ".join(_metavar(parameter) for parameter in command.params if parameter.param_type_name == "argument")
    return (
        _head(f"peptide-{name}", (command.short_help or "").rstrip("."))
        + f".SH SYNOPSIS\n.B peptide {_text(name)}\n[\\fIOPTIONS\\fR] {_text(usage)}\n"
        + _section("DESCRIPTION", command.help)
        + _arguments(command)
        + _options(command)
        + _tail(["peptide"], command.epilog)
    )


def _head(name: str, text: str) -> str:
    # Without a day: a page that says when it was made would differ every day.
    return f'.TH "{name.upper()}" "1" "" "peptide {__version__}" "peptide"\n.SH NAME\n{_text(name)} \\- {_text(text)}\n'


def _section(title: str, text: str) -> str:
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", inspect.cleandoc(text or "")) if part.strip()]
    return f".SH {title}\n" + ".PP\n".join(f"{_text(part)}\n" for part in paragraphs)


def _arguments(command: Any) -> str:
    arguments = [p for p in command.params if p.param_type_name == "argument" and p.help]
    told = "".join(f".TP\n\\fI{_text(_metavar(p))}\\fR\n{_text(p.help)}\n" for p in arguments)
    return f".SH ARGUMENTS\n{told}" if told else ""


def _options(command: Any) -> str:
    told = ""
    for parameter in command.params:
        if parameter.param_type_name != "option" or parameter.hidden:
            continue
        names = ", ".join(f"\\fB{_text(name)}\\fR" for name in sorted(parameter.opts, key=len))
        value = "" if parameter.is_flag else f" \\fI{_text(_metavar(parameter))}\\fR"
        told += f".TP\n{names}{value}\n{_text(parameter.help or '')}\n"
    return f".SH OPTIONS\n{told}.TP\n\\fB\\-h\\fR, \\fB\\-\\-help\\fR\nShow the help and stop.\n"


def _metavar(parameter: Any) -> str:
    choices = getattr(parameter.type, "choices", None)
    return str(parameter.metavar or ("|".join(map(str, choices)) if choices else parameter.name.upper()))


def _tail(others: list[str], epilog: str | None) -> str:
    examples = [example.strip() for example in (epilog or "").partition("Examples:")[2].split("·") if example.strip()]
    shown = (
        ".SH EXAMPLES\n" + "".join(f".PP\n.nf\n$ {_text(example)}\n.fi\n" for example in examples) if examples else ""
    )
    exits = "".join(f".TP\n{int(code)}\n{_text(text)}\n" for code, text in EXITS.items())
    variables = "".join(f".TP\n.B {_text(name)}\n{_text(text)}\n" for name, text in ENVIRONMENT.items())
    also = ",\n".join(f"\\fB{_text(name)}\\fR(1)" for name in others)
    return (
        f"{shown}.SH EXIT STATUS\n{exits}.SH ENVIRONMENT\n{variables}.SH SEE ALSO\n{also}\n"
        ".SH NOTES\nA literature lookup for research, not medical advice.\n"
    )


def _text(text: str) -> str:
    """Return text as roff has it; a full stop or an apostrophe at the start of a line would be a request."""
    written = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{written}" if written.startswith((".", "'")) else written


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.1"):
        old.unlink()
    for file, text in pages().items():
        (FOLDER / file).write_text(text, encoding="utf-8")
