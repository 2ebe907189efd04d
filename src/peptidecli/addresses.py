"""Where a reference or a compound is found on the web."""

from __future__ import annotations

import re
from urllib.parse import quote

from . import authors
from .errors import NotFoundError
from .lookup import Match, find
from .model import Compound, Dataset, Record, Reference


class Address(Record, frozen=True):
    """An address, what is found there, and how a compound's name was understood."""

    url: str
    title: str
    match: Match | None = None


def address(dataset: Dataset, query: str) -> Address:
    """Return the DOI's or PubMed's page of the reference, or PubChem's of the compound, that `query` names.

    Raises NotFoundError when neither is found or nothing is known of where it is on the web.
    """
    reference = _reference(dataset, query.strip())
    if reference:
        title = f"{authors.byline(reference, most=1)} {reference.issued}"
        return Address(url=_of_reference(reference), title=title)
    compound, match = find(dataset, query)
    return Address(url=_of_compound(compound), title=compound.name, match=match)


def _reference(dataset: Dataset, query: str) -> Reference | None:
    if query in dataset.references:
        return dataset.references[query]
    number = re.sub(r"^(https?://(dx\.)?doi\.org/|doi:\s*|pmid:?\s*|pmc)", "", query, flags=re.IGNORECASE).lower()
    keys = [key for key, entry in dataset.index.items() if number in entry.identifiers]
    return dataset.references[keys[0]] if keys else None


def _of_reference(reference: Reference) -> str:
    if reference.doi:
        return f"https://doi.org/{quote(reference.doi, safe='/:;().-_')}"
    if reference.pmid:
        return f"https://pubmed.ncbi.nlm.nih.gov/{reference.pmid}/"
    if reference.url:
        return f"https://{reference.url.removeprefix('https://')}"
    raise NotFoundError(f"{reference.id} has no DOI, PMID or address")


def _of_compound(compound: Compound) -> str:
    for identifier in compound.identifiers:
        if identifier.kind == "PubChem CID":
            return f"https://pubchem.ncbi.nlm.nih.gov/compound/{identifier.value}"
    raise NotFoundError(
        f"{compound.name} has no PubChem entry that was seen. Its references: peptide cite --compound {compound.id}"
    )
