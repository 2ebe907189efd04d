"""The list of compounds, one entry each."""

from __future__ import annotations

from ..dataset.dataset import Dataset
from ..dataset.model import Compound, Record, Tally
from ..errors import NotFoundError
from .designs import design_ids
from .lexicon import topic_id
from .own import ShownRegulatory, own_of
from .show import Identity, identity, latest
from .weight import by_references, level


class Entry(Record, frozen=True):
    """A compound with its bibliography in numbers and the newest regulatory item of each status per jurisdiction.

    `own` tells that the user's own data have brought, changed or extended it.
    """

    compound: Identity
    tally: Tally
    regulatory: tuple[ShownRegulatory, ...]
    own: bool = False


class Catalogue(Record, frozen=True):
    """The answer to `peptide list`."""

    entries: tuple[Entry, ...]


class Filters(Record, frozen=True):
    """What a compound must be to be listed: of a class (a part of its name), with a claim on a topic, with weight.

    `at_least` is a study design's id, label or short word; the compound must have a reference of that rank or higher,
    with a topic one on that.
    """

    compound_class: str | None = None
    topic: str | None = None
    at_least: str | None = None


def catalogue(dataset: Dataset, filters: Filters) -> Catalogue:
    """Return the compounds by number of references, parents last.

    Raises NotFoundError when no compound passes the filters, UsageError for an unknown topic or design.
    """
    compounds = [compound for compound in by_references(dataset) if _passes(dataset, compound, filters)]
    if not compounds:
        raise NotFoundError(_none_passes(dataset, filters))
    own = dataset.own("compound")
    entries = (
        Entry(
            compound=identity(dataset, compound),
            tally=dataset.tally(compound),
            regulatory=latest(own_of(dataset, compound).all_of("regulatory", ShownRegulatory)),
            own=compound.id in own,
        )
        for compound in compounds
    )
    return Catalogue(entries=tuple(entries))


def _none_passes(dataset: Dataset, filters: Filters) -> str:
    """Return in words that no compound passes, how many each filter leaves alone, and which classes there are."""
    each = {
        f"--class {filters.compound_class}": Filters(compound_class=filters.compound_class),
        f"--topic {filters.topic}": Filters(topic=filters.topic),
        f"--at-least {filters.at_least}": Filters(at_least=filters.at_least),
    }
    left = {
        name: sum(_passes(dataset, compound, one) for compound in dataset.compounds.values())
        for name, one in each.items()
        if one != Filters()
    }
    if not left:
        return "There is no compound."
    classes = sorted({compound.compound_class for compound in dataset.compounds.values()})
    those = f" Classes: {', '.join(classes)}." if left.get(f"--class {filters.compound_class}") == 0 else ""
    each_leaves = ", ".join(f"{name} leaves {count or 'none'}" for name, count in left.items())
    none = f"passes {next(iter(left))}" if len(left) == 1 else f"passes these filters together; alone {each_leaves}"
    return f"No compound {none}.{those} All: peptide list"


def _passes(dataset: Dataset, compound: Compound, filters: Filters) -> bool:
    if filters.compound_class and filters.compound_class.lower() not in compound.compound_class.lower():
        return False
    topic = topic_id(dataset, filters.topic) if filters.topic else None
    claims = [claim for claim in compound.claims if claim.topic == topic]
    if topic and not claims:
        return False
    if filters.at_least:
        rank = dataset.ranks
        lowest = max(rank[design] for design in design_ids(dataset, filters.at_least))
        # With a topic, the studies on it must be as good, and not those of something else.
        designs = (
            [level(dataset, claim).id for claim in claims if claim.given]
            if topic
            else [entry.design for entry in dataset.tally(compound).designs]
        )
        if min((rank[design] for design in designs), default=len(rank)) > lowest:
            return False
    return True
