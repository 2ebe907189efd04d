"""A long answer in the user's pager."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import tempfile
import time

_READ = 1
"""Seconds after which someone may have read in a pager, whatever it ends with: `less -K` ends so at Ctrl-C."""


def paged(text: str) -> bool:
    """Show text in the pager that PAGER names, `less` where it is not set; return whether there was one.

    An empty PAGER, or `cat`, means none. LESS is R (show colours and links) before what the user has set in it, else
    also, as git has it, F (leave at once what fits) and X (leave the text on the screen). A pager that ends with an
    error, or without having taken anything, before anyone can have read was none.
    """
    wanted = os.environ.get("PAGER", "less")
    if wanted.strip() in {"", "cat"}:
        return False
    # Ctrl-C belongs to the pager from the moment it is there: we stay until it has ended, while it is still written to
    # as well. It is not ignored but heard and let go, for what is ignored is so for the pager, too.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        command = shlex.split(wanted)
        less = f"-R {os.environ['LESS']}" if "LESS" in os.environ else "FRX"
        began = time.monotonic()
        # From a file: how far it has been read tells whether a pager that ends well has shown anything. `less` does
        # so where LESS asks for what it does not know.
        with tempfile.TemporaryFile() as held:
            held.write(text.encode())
            held.seek(0)
            process = subprocess.Popen(command, stdin=held, env={**os.environ, "LESS": less})
            failed = process.wait() != 0 or os.lseek(held.fileno(), 0, os.SEEK_CUR) == 0
    except (OSError, ValueError):
        return False
    finally:
        signal.signal(signal.SIGINT, before)
    return not failed or time.monotonic() - began > _READ
