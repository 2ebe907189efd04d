"""A request to end, heard as an exception while something is half written, so that it is taken away."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from typing import Any

_NUMBERS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGQUIT") if hasattr(signal, name)]


def _pass(*_: Any) -> None:
    """Hear nothing: what is ignored by the system's own means is told by Python where it comes just then."""


@contextlib.contextmanager
def stopped_by_signals() -> Iterator[None]:
    """Let the first polite request to end be a SystemExit with 128 and its number; no other breaks what that begins.

    An interrupt stays what it is. What somebody ignores (nohup) or hears by a handler of their own stays so, too.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # signals are the main one's to hear
        return
    interrupted = signal.getsignal(signal.SIGINT)

    def stop(number: int, _frame: Any) -> None:
        if signal.getsignal(signal.SIGINT) is interrupted:  # else it ends already
            signal.signal(signal.SIGINT, _pass)
            raise SystemExit(128 + number)

    heard = [number for number in _NUMBERS if signal.getsignal(number) is signal.SIG_DFL]
    for number in heard:
        signal.signal(number, stop)
    try:
        yield
    finally:
        if signal.getsignal(signal.SIGINT) is _pass:
            signal.signal(signal.SIGINT, interrupted)
        for number in heard:
            signal.signal(number, signal.SIG_DFL)
