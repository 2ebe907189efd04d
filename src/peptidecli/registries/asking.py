"""A work by its number, from whichever registry has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..intake.paper import Paper
from ..notation.identifiers import Number
from . import crossref, pubmed
from .client import Client


def papers(client: Client, numbers: Sequence[Number]) -> Iterator[tuple[str, Paper | None]]:
    """Yield each number with its paper: a PMID's from PubMed, a DOI's from Crossref."""
    found = pubmed.fetch(client, [number.value for number in numbers if number.kind == "PMID"])
    for number in numbers:
        if number.kind == "PMID":
            yield f"PMID {number.value}", found[number.value]
        else:
            (work,) = crossref.fetch(client, [number.value])
            yield f"doi:{number.value}", work.paper
