"""CSL-JSON: the items that Zotero, pandoc and citeproc read, as a bare array."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import Any

import msgspec

from ..dataset.model import Reference
from ..notation.identifiers import page
from ..notation.people import Person, parse
from .notes import UNTOLD, notes
from .oneline import on_one_line


def pieces(references: Iterable[Reference], own: Container[str] = ()) -> Iterator[str]:
    """Yield references as a CSL-JSON array, an item a piece; `id`s are theirs, and the note says which are in `own`."""
    between = "[\n  "
    for reference in references:
        item = _item(on_one_line(reference), reference.id in own)
        text = msgspec.json.format(msgspec.json.encode(item), indent=2).decode()
        yield between + text.replace("\n", "\n  ")
        between = ",\n  "
    yield "[]\n" if between.startswith("[") else "\n]\n"


def items(references: Iterable[Reference], own: Container[str] = ()) -> list[dict[str, Any]]:
    """Return references as CSL items; what is not known is left out, never empty."""
    return [_item(on_one_line(reference), reference.id in own) for reference in references]


def _item(reference: Reference, own: bool) -> dict[str, Any]:
    fields = {
        "id": reference.id,
        "type": reference.type,
        "title": reference.title,
        "author": [_name(person) for person in map(parse, reference.author)],
        "issued": {"date-parts": [[reference.issued]]},
        "container-title": reference.container_title,
        "volume": reference.volume,
        "issue": reference.issue,
        "page": reference.page,
        "number": reference.number,
        "publisher": reference.publisher,
        "DOI": reference.doi,
        "PMID": reference.pmid,
        "PMCID": reference.pmcid,
        "URL": page(reference.url) if reference.url else None,
        "language": reference.language if reference.language != UNTOLD else None,
        "original-title": reference.original_title,
        # "retracted" is one of the values CSL names for it.
        "status": reference.standing if reference.standing != "normal" else None,
        "note": ". ".join(notes(reference, original=False, own=own)) or None,
    }
    return {key: value for key, value in fields.items() if value}


def _name(person: Person) -> dict[str, str]:
    if person.literal:
        return {"literal": person.literal}
    parts = {
        "family": person.family,
        "given": person.given,
        "non-dropping-particle": person.particle,
        "suffix": person.suffix,
    }
    return {key: value for key, value in parts.items() if value}
