"""RIS, written by rispy: for EndNote, Zotero, Mendeley and the like."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import Any

import rispy

from ..dataset.model import Reference
from ..notation.identifiers import page
from ..notation.people import Person, parse
from ..notation.ris_types import TYPES
from .notes import UNTOLD, notes
from .oneline import on_one_line


class _Writer(rispy.RisWriter):  # type: ignore[misc]  # rispy's classes have no types
    """Leaves out the number that rispy sets before every entry, which is not part of RIS."""

    def set_header(self, count: int) -> str:  # noqa: ARG002
        return ""


def ris(references: Iterable[Reference], own: Container[str] = ()) -> str:
    """Return references as RIS entries; of those in `own` a note says so."""
    return "".join(pieces(references, own))


def pieces(references: Iterable[Reference], own: Container[str] = ()) -> Iterator[str]:
    """Yield references as RIS, an entry a piece."""
    between = ""
    for reference in references:
        yield between + str(rispy.dumps([_entry(on_one_line(reference), reference.id in own)], implementation=_Writer))
        between = "\n"


def _entry(reference: Reference, own: bool) -> dict[str, Any]:
    """Return a reference in the names rispy gives the tags.

    RIS has no tags for PubMed's numbers. AN and C2 are where EndNote keeps PMID and PMCID; the note is for the rest.
    """
    start, _, end = (reference.page or "").partition("-")
    article = reference.type.startswith("article")
    numbers = [
        f"Number {reference.number}" if reference.number else "",
        f"PMID: {reference.pmid}" if reference.pmid else "",
        f"PMCID: {reference.pmcid}" if reference.pmcid else "",
    ]
    fields: dict[str, Any] = {
        "type_of_reference": TYPES.get(reference.type, "GEN"),
        "id": reference.id,
        "authors": [_name(person) for person in map(parse, reference.author)],
        "title": reference.title,
        "journal_name" if article else "secondary_title": reference.container_title,
        "year": str(reference.issued),
        "volume": reference.volume,
        "number": reference.issue,
        "start_page": start,
        "end_page": end,
        "publisher": reference.publisher,
        "doi": reference.doi,
        "accession_number": reference.pmid,
        "name_of_database": "PubMed" if reference.pmid else None,
        "custom2": reference.pmcid,
        "language": reference.language if reference.language != UNTOLD else None,
        "notes": [*notes(reference, own=own), *(number for number in numbers if number)],
        "urls": [page(reference.url)] if reference.url else [],
    }
    return {key: value for key, value in fields.items() if value}


def _name(person: Person) -> str:
    """Return `Family, Given, Suffix`, the order RIS has for a name; an organisation as it stands."""
    if person.literal:
        return person.literal
    family = f"{person.particle} {person.family}".strip()
    parts = [family, person.given, person.suffix] if person.suffix else [family, person.given]
    # The comma after a lone family name tells it from an organisation.
    return ", ".join(parts).strip()
