"""Where a reference or a compound is found on the web."""

from __future__ import annotations

from ..dataset.dataset import Dataset
from ..dataset.model import Compound, Record, Reference
from ..errors import NotFoundError
from ..notation import people
from ..notation.identifiers import address as of_number
from ..notation.identifiers import page, parse
from .lookup import Match, find


class Address(Record, frozen=True):
    """An address, what is found there, how a compound's name was understood, and whether that is the user's own."""

    url: str
    title: str
    match: Match | None = None
    own: bool = False


def address(dataset: Dataset, query: str) -> Address:
    """Return the DOI's or PubMed's page of the reference, or PubChem's of the compound, that `query` names.

    A reference that has neither is found where it was seen; of several entries of PubChem the one that is asked for.
    Raises NotFoundError when neither is found or nothing is known of where it is on the web.
    """
    reference = _reference(dataset, query.strip())
    if reference:
        title = f"{people.byline(reference.author, reference.author_complete, most=1)} {reference.issued}"
        return Address(url=_of_reference(reference), title=title, own=reference.id in dataset.own("reference"))
    if circulating := _circulating(dataset, query.strip()):
        raise NotFoundError(f"{query.strip()} circulates and is wrong; what is known: peptide cite {circulating}")
    compound, match = find(dataset, query)
    own = compound.id in dataset.own("compound")
    return Address(url=_of_compound(compound, match.matched), title=compound.name, match=match, own=own)


def _reference(dataset: Dataset, query: str) -> Reference | None:
    number = parse(query)
    key = query if number is None or number.kind == "CAS RN" else dataset.reference_with(*number)
    return dataset.references[key] if key and key in dataset.references else None


def _circulating(dataset: Dataset, query: str) -> str | None:
    """Return the number of a citation that circulates and must not be cited, where it is one."""
    number = parse(query)
    sql = "SELECT 1 FROM citation WHERE pmid = ? OR lower(doi) = ?"
    known = number and dataset.rows(sql, (number.value, number.value.lower()))
    return number.value if number and known else None


def _of_reference(reference: Reference) -> str:
    if reference.doi:
        return of_number("DOI", reference.doi)
    if reference.pmid:
        return of_number("PMID", reference.pmid)
    if seen := reference.url or next((trace.url for trace in reference.trace if trace.url), None):
        return page(seen)
    raise NotFoundError(f"{reference.id} has no DOI, PMID or address")


def _of_compound(compound: Compound, matched: str) -> str:
    numbers = [item.value for item in compound.identifiers if item.kind == "PubChem CID" and item.value.isdigit()]
    if numbers:
        asked = matched.rpartition(" ")[2]
        return f"https://pubchem.ncbi.nlm.nih.gov/compound/{asked if asked in numbers else numbers[0]}"
    raise NotFoundError(
        f"{compound.name} has no PubChem entry that was seen. Its references: peptide cite --compound {compound.id}"
    )
