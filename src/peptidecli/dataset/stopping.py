"""Requests to end: heard as an exception while something is half written, held back where one would break a library."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator
from typing import Any

_NUMBERS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGQUIT") if hasattr(signal, name)]


def _pass(*_: Any) -> None:
    """Hear nothing: what is ignored by the system's own means is told by Python where it comes just then."""


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
    """Hold an interrupt back until what is done within is done."""
    interrupted = signal.getsignal(signal.SIGINT)
    if not callable(interrupted) or not _is_heard_here(interrupted):
        yield  # ignored, or the system's own, which ends all at once
        return
    held: list[int] = []
    signal.signal(signal.SIGINT, lambda number, _: held.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, interrupted)
        if held:
            interrupted(held[0], None)


def _is_heard_here(handler: Any) -> bool:
    """Tell whether signals are heard in this thread, which is the main one alone."""
    try:
        signal.signal(signal.SIGINT, handler)
    except (TypeError, ValueError):  # another thread, or a handler that is none of Python's
        return False
    return True


@contextlib.contextmanager
def stopped_by_signals() -> Iterator[None]:
    """Let the first polite request to end be a SystemExit with 128 and its number; no other breaks what that begins.

    An interrupt stays what it is. What somebody ignores (nohup) or hears by a handler of their own stays so, too.
    """
    interrupted = signal.getsignal(signal.SIGINT)
    if not _is_heard_here(interrupted):
        yield
        return

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
