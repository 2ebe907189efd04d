"""A long answer in the user's pager."""

from __future__ import annotations

import contextlib
import os
import shlex
import signal
import subprocess


def paged(text: str) -> bool:
    """Show text in the pager that PAGER names, `less` where it is not set; return whether there was one.

    An empty PAGER, or `cat`, means none. LESS is set, as git does, only where the user has not set it: F (leave at
    once what fits), R (show colours and links), X (leave the text on the screen).
    """
    wanted = os.environ.get("PAGER", "less")
    if wanted.strip() in {"", "cat"}:
        return False
    try:
        command = shlex.split(wanted)
        process = subprocess.Popen(command, stdin=subprocess.PIPE, env={"LESS": "FRX", **os.environ})
    except (OSError, ValueError):
        return False
    # Ctrl-C belongs to the pager: we stay until it has ended, while it is still being written to as well.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        # A pager that is left before the end has closed the pipe: the reader has seen enough.
        with contextlib.suppress(BrokenPipeError):
            assert process.stdin is not None
            with process.stdin as pipe:
                pipe.write(text.encode())
        process.wait()
    finally:
        signal.signal(signal.SIGINT, before)
    return True
