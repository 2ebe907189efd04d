"""Runs the installed program so that it dies on its way: `dying.py FOLDER STEP SIZE -- ARGUMENTS`.

STEP is the step that changes something in FOLDER before which it is killed, counted from 1 (0: none); SIZE the bytes
of a file at whose writing it is killed (-1: any size may be written). Exit by SIGKILL or SIGXFSZ tells that it was.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from pathlib import Path
from typing import Any

CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.link", "os.symlink", "os.truncate"}

folder, step, size = os.path.realpath(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
steps = 0


def changes(event: str, arguments: tuple[Any, ...]) -> bool:
    """Tell whether an event of the interpreter changes something in the folder."""
    writes = arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) if event == "open" else event in CHANGES
    return bool(writes) and isinstance(arguments[0], str | Path) and str(arguments[0]).startswith(folder)


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    """Count what changes the folder, and die before the step that was asked for."""
    global steps  # noqa: PLW0603 - a hook has nowhere else to count
    if changes(event, arguments):
        steps += 1
        if steps == step:
            os.kill(os.getpid(), signal.SIGKILL)


from peptidecli.__main__ import main  # noqa: E402

sys.argv[1:] = sys.argv[5:]
sys.addaudithook(watch)
real_sync = os.fsync


def sync(handle: int) -> None:
    """Write to the disk, which is a step as well."""
    watch("os.chmod", (folder,))
    real_sync(handle)


setattr(os, "fsync", sync)  # noqa: B010 - of another type, for a type checker
if size >= 0:
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
main()
