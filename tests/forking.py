"""Answers from a fork: the program is imported once, and a run of it costs what it does.

As a plugin of pytest, `-p forking` with `tests` on the path, for rounds of mutation testing, where the same tests run
some hundred times; in the gate for the tests that `conftest.py` names.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import os
import pkgutil
import selectors
import signal
import subprocess
import sys
import time
import traceback
from contextlib import suppress
from pathlib import Path
from typing import Any

PROGRAM = str(Path(sys.executable).with_name("peptide"))
UNDERSTOOD = {"env", "cwd", "capture_output", "text", "encoding", "timeout", "check", "errors"}

started = subprocess.run


def pytest_configure() -> None:
    """Import the program whole, and take the place of `subprocess.run` for it."""
    prepare()
    if "FORKING_CACHE" in os.environ:  # the data are as they were: nothing is built anew
        from peptidecli.dataset import locations  # noqa: PLC0415

        locations.cache = lambda: Path(shared)
        shared = os.environ.pop("FORKING_CACHE")
    subprocess.run = run  # type: ignore[assignment]


def prepare() -> None:
    """Import the program whole: what is not imported here is imported in each fork."""
    import peptidecli  # noqa: PLC0415 - only where it is wanted

    for module in pkgutil.walk_packages(peptidecli.__path__, "peptidecli."):
        if not module.name.startswith("peptidecli.mcp"):
            importlib.import_module(module.name)
    gc.enable()


def run(command: Any, **settings: Any) -> Any:
    """Run a command as `subprocess.run` does: the program in a fork, everything else as ever."""
    told = isinstance(command, list) and str(command[0]) == PROGRAM and settings.get("capture_output")
    # What is said to Python, or of the language, is heard by one that begins.
    begins = any(name.startswith(("PYTHON", "LC_")) for name in settings.get("env") or ())
    if not told or begins or not settings.keys() <= UNDERSTOOD:
        return started(command, **settings)
    (out, out_end), (err, err_end) = os.pipe(), os.pipe()
    process = os.fork()
    if not process:
        _answer(command, settings, out_end, err_end)
    os.close(out_end)
    os.close(err_end)
    said: dict[int, bytes] = {out: b"", err: b""}
    end = time.monotonic() + 10 * (settings.get("timeout") or 60)  # a busy machine is no failure
    with selectors.DefaultSelector() as waiting:
        for end_of in (out, err):
            waiting.register(end_of, selectors.EVENT_READ)
        while waiting.get_map():
            for key, _ in waiting.select(1):
                part = os.read(key.fd, 1 << 16)
                said[key.fd] += part
                if not part:
                    waiting.unregister(key.fd)
            if time.monotonic() > end:
                os.killpg(process, signal.SIGKILL)  # its workers too, which hold the pipes open
                end = float("inf")
    for end_of in (out, err):
        os.close(end_of)
    status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    if end == float("inf"):
        raise subprocess.TimeoutExpired(command, settings["timeout"])
    done = subprocess.CompletedProcess(command, status, _told(said[out], settings), _told(said[err], settings))
    if settings.get("check"):
        done.check_returncode()
    return done


def _told(said: bytes, settings: Any) -> Any:
    """Return what was said as it was asked for: as bytes, or as text with one line end."""
    if not (settings.get("text") or settings.get("encoding")):
        return said
    return said.decode("utf-8", settings.get("errors") or "strict").replace("\r\n", "\n").replace("\r", "\n")


def _answer(command: list[Any], settings: Any, out: int, err: int) -> None:
    """Be the program, and end."""
    atexit._clear()
    status = 1
    try:
        os.setsid()
        os.dup2(out, 1)
        os.dup2(err, 2)
        os.closerange(3, 256)
        if settings.get("cwd"):
            os.chdir(settings["cwd"])
        os.environ.clear()
        os.environ.update(settings["env"] or {})
        sys.stdin = open(0, encoding="utf-8", errors="surrogateescape", closefd=False)  # noqa: SIM115 - as long as it lives
        sys.stdout = open(1, "w", encoding="utf-8", errors="surrogateescape", closefd=False)  # noqa: SIM115
        sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115
        sys.argv = [*map(str, command)]
        gc.disable()
        from peptidecli.__main__ import main  # noqa: PLC0415 - imported long ago

        main()
        status = 0
    except SystemExit as error:
        status = error.code if isinstance(error.code, int) else int(error.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        with suppress(BaseException):
            sys.stdout.flush()
            sys.stderr.flush()
            atexit._run_exitfuncs()
        os._exit(status)
