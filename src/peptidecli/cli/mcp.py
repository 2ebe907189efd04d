"""`peptide mcp`."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading

import typer

from ..calls.output import dataset_of
from ..calls.streams import is_closed, steady
from ..errors import UsageError
from .options import new_command, settings_of

command = new_command()


@command.command(
    short_help="Answer language models over the Model Context Protocol.",
    epilog="Examples:  peptide mcp   ·   peptide mcp --check",
)
def mcp(
    ctx: typer.Context,
    check: bool = typer.Option(False, "--check", help="Say what is served, and end."),
) -> None:
    """Serve the dataset to a language model: tools and resources over standard input and output, until that is closed.

    A client starts this itself: give it the command peptide with the argument mcp. Needs the extra mcp.
    """
    try:
        from ..mcp.server import server  # noqa: PLC0415 - an extra, and slow to import
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] not in {"mcp", "pydantic"}:
            raise
        raise UsageError("peptide mcp needs the extra 'mcp': pip install 'peptidecli[mcp]'") from None
    dataset = dataset_of(settings_of(ctx))
    serving = server(dataset)
    if check:
        names = "show, compare, cite, search, trials, audit"
        print(f"tools {names}; {len(dataset.compounds)} resources peptide://compound/ID; start: peptide mcp")
        return
    if is_closed(sys.stdin):
        raise UsageError("standard input is closed; a client starts this with a pipe to it")
    if sys.stdin.isatty():
        print(
            "peptide mcp waits for a client on standard input; Ctrl-C ends it. See: peptide mcp --help", file=sys.stderr
        )
    _need_files(8)
    _need_a_thread()
    # A server lives long, unlike a command.
    gc.enable()
    if signal.getsignal(signal.SIGINT) != signal.SIG_IGN:
        # The SDK reads in a thread, and would wait for its next line; nothing is half written that anyone keeps.
        signal.signal(signal.SIGINT, lambda *_: os._exit(130))
    # Left to itself a pipe that does not wait is at its end where there is a moment without a request.
    requests = steady(sys.stdin, "stdin")  # type: ignore[arg-type]
    requests.reconfigure(encoding="utf-8", errors="replace")
    sys.stdin = requests
    serving.run("stdio")


def _need_a_thread() -> None:
    """Raise UsageError where none can be begun: the loop of the server reads in one."""
    try:
        threading.Thread(target=int).start()
    except RuntimeError:
        raise UsageError("there is no thread left for a server to read in; the limit (ulimit -u) is reached") from None


def _need_files(count: int) -> None:
    """Raise OSError where so many files more cannot be open: the loop of the server would fail half made, at length."""
    opened: list[int] = []
    try:
        for _ in range(count):
            opened.append(os.dup(sys.stderr.fileno()))
    finally:
        for number in opened:
            os.close(number)
