"""A document of a corpus, and what of a corpus is not read: what folders, archives, tables and crawls are told by."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple


class Document(NamedTuple):
    """A document of a corpus: its name, and its bytes, or why it cannot be read.

    `beside` tells that the parts and bibliographies it names are held with it: of a manuscript that was named by
    itself.
    `named` is all that was named, of which no part is held twice.
    `mark` is what a journal knows it by. `file` tells that it is a file, and no text that was taken from one.
    """

    name: str
    content: bytes
    error: str = ""
    beside: bool = False
    mark: str = ""
    file: bool = True
    named: tuple[str, ...] = ()


@dataclass(frozen=True)
class Aside:
    """What is not read, counted: files that are no articles, by the end of their names, and rows' further columns."""

    files: Counter[str] = field(default_factory=Counter)
    columns: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


DAMAGED = "it is damaged or cut short"


def what_follows(name: str, why: str = DAMAGED) -> Document:
    """Return what stands for the rest of an archive that ends before its end, or goes on behind it."""
    return Document(f"{name}: what follows", b"", f"cannot be unpacked: {why}")
