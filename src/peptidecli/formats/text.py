"""References as running text in Vancouver style, by our own hand: nothing needs to be installed for it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from ..dataset.model import Reference
from ..notation import people as authors
from .notes import OWN, foreign, standing
from .oneline import on_one_line

_MOST = 6
"""Authors named before `et al.`, as the NLM's style for journals has it."""


def vancouver(references: Iterable[Reference], own: Container[str] = ()) -> str:
    """Return references in Vancouver style, one a line, in the order given.

    The standing is always said, and of those in `own` that they are the user's own.
    """
    return "".join(pieces(references, own))


def pieces(references: Iterable[Reference], own: Container[str] = ()) -> Iterator[str]:
    """Yield references in Vancouver style, a line a piece."""
    return (f"{_line(on_one_line(reference), reference.id in own)}\n" for reference in references)


def _line(reference: Reference, own: bool) -> str:
    names = [authors.vancouver(author) for author in reference.author[:_MOST]]
    if len(reference.author) > _MOST or not reference.author_complete:
        names.append("et al")
    volume = (reference.volume or "") + (f"({reference.issue})" if reference.issue else "")
    year = str(reference.issued) + (f";{volume}" if volume else "")
    page = reference.page
    if reference.type == "chapter":
        publisher = f"{reference.publisher}; " if reference.publisher else ""
        imprint = f"In: {reference.container_title}. {publisher}{reference.issued}" + (f". p. {page}" if page else "")
    else:
        imprint = f"{reference.container_title}. {year}" + (f":{page}" if page else "")
    parts = [_closed(", ".join(names)), _closed(reference.title), f"{imprint}."]
    if named := foreign(reference):
        parts.append(f"{named}.")
    parts += [f"doi:{reference.doi}"] if reference.doi else []
    parts += [f"PMID: {reference.pmid}"] if reference.pmid else []
    said = ". ".join(note for note in (standing(reference), OWN if own else "") if note)
    line = " ".join(parts)
    return f"{_closed(line)} {said}." if said else line


def _closed(text: str) -> str:
    """Return text with the full stop that ends a part of a reference, unless it has an end of its own."""
    return text if text.endswith((".", "?", "!")) else f"{text}."
