"""The script with which a shell completes: printed, or put where the shell looks for it.

No start-up file of a shell is changed: it may be anything, and is its owner's. Where a shell needs a line in one, it is
told.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Sequence
from pathlib import Path

import typer

from ..dataset.locations import by_xdg
from ..dataset.writing import write_text
from ..errors import UsageError

SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")
_VARIABLE = "_PEPTIDE_COMPLETE"
"""By which the script asks the program, and nothing else does."""
OPTIONS = ("--show-completion", "--install-completion")


def answer(option: str, words: Sequence[str]) -> None:
    """Print or put in place the script of the shell that is named, or of the one the program is called from.

    Raises UsageError for a shell that is none of these, or cannot be told, and where no file can be put.
    """
    if len(words) > 1 or (words and words[0] not in SHELLS):
        raise typer.BadParameter(f"there are {', '.join(SHELLS)}, not {' '.join(words)!r}", param_hint=option)
    shell = words[0] if words else _present()
    if shell not in SHELLS:
        raise UsageError(f"the shell you are in is none of {', '.join(SHELLS)}; name one: peptide {option} bash")
    if option == OPTIONS[0]:
        typer.echo(_script(shell))
        return
    for line in _install(shell):
        typer.echo(line)


def _present() -> str:
    """Return the name of the shell that the program is called from, empty where it cannot be told."""
    import shellingham  # type: ignore[import-untyped]  # noqa: PLC0415 - comes with Typer

    try:
        name, _ = shellingham.detect_shell()
    except (shellingham.ShellDetectionFailure, OSError):
        return ""
    return str(name)


def _script(shell: str) -> str:
    from typer._completion_shared import get_completion_script  # noqa: PLC0415 - only for this

    return get_completion_script(prog_name="peptide", complete_var=_VARIABLE, shell=shell)


def _install(shell: str) -> tuple[str, ...]:
    """Put the script of a shell where it looks for such; return what there is to say."""
    if shell in {"powershell", "pwsh"}:
        raise UsageError(f"add to your $PROFILE what this prints: peptide {OPTIONS[0]} {shell}")
    path = _place(shell)
    _check_own(path)
    write_text(path, f"{_script(shell)}\n")
    put = f"{path}: completion for {shell}, from the next shell on"
    quoted = shlex.quote(str(path))
    if shell == "bash":
        return put, f"It is read by the package bash-completion; without that, add to ~/.bashrc: source {quoted}"
    if shell == "zsh":
        folder = shlex.quote(str(path.parent))
        return put, f"Zsh looks there with this in ~/.zshrc: fpath+=({folder}); autoload -Uz compinit; compinit"
    return (put,)


def _check_own(path: Path) -> None:
    """Refuse to replace a file that is no script of ours."""
    try:
        held = path.read_bytes() if path.is_file() else _VARIABLE.encode()
    except (OSError, ValueError):  # what is wrong with it is told where it is written
        return
    if _VARIABLE.encode() not in held:
        raise UsageError(f"{path} is there, and no script of this program; move it away first")


def _place(shell: str) -> Path:
    """Return where a shell looks for the script of a program, as its documents say."""
    if shell == "bash":
        own = os.environ.get("BASH_COMPLETION_USER_DIR", "")
        base = Path(own) if own else _folder("XDG_DATA_HOME", ".local/share") / "bash-completion"
        return base / "completions/peptide"
    if shell == "zsh":
        return _folder("ZDOTDIR", "") / ".zfunc/_peptide"
    return _folder("XDG_CONFIG_HOME", ".config") / "fish/completions/peptide.fish"


def _folder(variable: str, otherwise: str) -> Path:
    base = by_xdg(variable, otherwise)
    if base is None:
        raise UsageError("there is no home folder to put it in; set HOME")
    return base
