"""Whether work grows with the length of a text or faster: the ratio of two sizes measured in one run, no time."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable

LARGEST = int(os.environ.get("GROWTH", "64000"))
"""GROWTH=1000000 takes a book, and some minutes."""
SIZES = tuple(size for size in (1_000, 4_000, 16_000, 64_000, 256_000, 1_000_000) if size <= LARGEST)
"""Each about four times the one before it."""
ALLOWED = 8
"""Four times the text may take eight times as long, not the sixteen of what grows with the square."""
LEAST = 0.02
"""Seconds of processor time below which a measurement says nothing."""


def holds_growth(work: Callable[[bytes], object], text: Callable[[int], str], sizes: tuple[int, ...] = SIZES) -> None:
    """Fail where work on a text grows faster than the text, at the first size at which it shows."""
    before = 0.0
    for size in sizes:
        content = text(size).encode()
        allowed = ALLOWED * max(before, LEAST)
        # What is above it once may have been disturbed by other work of the machine.
        taken = seconds(work, content)
        if taken > allowed:
            taken = seconds(work, content)
        assert taken <= allowed, (
            f"{size} characters: {taken:.2f} s, {taken / max(before, LEAST):.0f} times the size before"
        )
        before = taken


def seconds(work: Callable[[bytes], object], content: bytes) -> float:
    """Return the processor time that some work on a text takes.

    What other tests have left in memory is not gone through by the collector meanwhile: that takes the longer the more
    of it there is, and comes the oftener the more the work makes.
    """
    gc.freeze()
    try:
        started = time.process_time()
        work(content)
        return time.process_time() - started
    finally:
        gc.unfreeze()
