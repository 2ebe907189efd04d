"""The list of compounds, one entry each."""

from __future__ import annotations

from .errors import NotFoundError
from .model import Dataset, Record, Regulatory, Tally
from .profile import Identity, identity, latest


class Entry(Record, frozen=True):
    """A compound with its bibliography in numbers and the newest regulatory item of each status per jurisdiction."""

    compound: Identity
    tally: Tally
    regulatory: tuple[Regulatory, ...]


class Catalogue(Record, frozen=True):
    """The answer to `peptide list`."""

    entries: tuple[Entry, ...]


def catalogue(dataset: Dataset, *, compound_class: str | None = None) -> Catalogue:
    """Return the compounds by number of references, parents last; `compound_class` narrows to a class by a part of it.

    Raises NotFoundError when no compound is of that class.
    """
    compounds = [
        compound
        for compound in dataset.compounds.values()
        if compound_class is None or compound_class.lower() in compound.compound_class.lower()
    ]
    if not compounds:
        classes = sorted({compound.compound_class for compound in dataset.compounds.values()})
        raise NotFoundError(f"No compound is of the class {compound_class!r}. Classes: {', '.join(classes)}")
    entries = [
        Entry(
            compound=identity(dataset, compound),
            tally=dataset.tallies[compound.id],
            regulatory=latest(compound.regulatory),
        )
        for compound in compounds
    ]
    parents = {compound.parent for compound in dataset.compounds.values()}
    entries.sort(key=lambda entry: (entry.compound.id in parents, -entry.tally.references, entry.compound.id))
    return Catalogue(entries=tuple(entries))
