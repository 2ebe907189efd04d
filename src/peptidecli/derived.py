"""What is worked out once, when the data files are read, and then kept with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from . import authors, sequences
from .model import (
    Belongings,
    Compound,
    Computed,
    DesignCount,
    Indexed,
    NameKey,
    Reference,
    Statement,
    Tally,
    UntracedCitation,
    Vocabulary,
)
from .names import fold, words


def computed(compounds: Iterable[Compound]) -> dict[str, Computed]:
    """Return formula and molar mass of every compound that is a linear sequence with free ends."""
    sequenced = ((compound.id, compound.sequence) for compound in compounds)
    return {key: sequences.computed(sequence.residues) for key, sequence in sequenced if sequence and sequence.plain}


def names(compounds: Iterable[Compound]) -> dict[str, tuple[NameKey, ...]]:
    """Return the compounds that bear each folded name."""
    keys: dict[str, dict[str, NameKey]] = {}
    for compound in compounds:
        residues = compound.sequence.residues if compound.sequence else ""
        # A sequence is an identifier, not a name, even where it is printed as one.
        aliases = [alias.text for alias in compound.aliases if sequences.parse(alias.text) != residues]
        own = [(compound.name, True), (compound.id, True), *((alias, False) for alias in aliases)]
        for text, preferred in own:
            bearer = NameKey(compound=compound.id, text=text, preferred=preferred)
            keys.setdefault(fold(text), {}).setdefault(compound.id, bearer)
    return {key: tuple(bearers.values()) for key, bearers in sorted(keys.items())}


def belongings(
    compounds: Iterable[str],
    references: Mapping[str, Reference],
    statements: Mapping[str, Statement],
    untraced: Mapping[str, UntracedCitation],
) -> dict[str, Belongings]:
    """Return for every compound the ids of what is about it."""

    def about(compound: str, records: Mapping[str, Any]) -> tuple[str, ...]:
        return tuple(sorted(key for key, record in records.items() if compound in record.compounds))

    return {
        compound: Belongings(
            references=about(compound, references),
            statements=about(compound, statements),
            untraced=about(compound, untraced),
        )
        for compound in compounds
    }


def tallies(
    compounds: Iterable[Compound], references: Mapping[str, Reference], vocabulary: Vocabulary
) -> dict[str, Tally]:
    """Return every compound's bibliography in numbers."""
    rank = {design.id: i for i, design in enumerate(vocabulary.designs)}
    human = {design.id for design in vocabulary.designs if design.subject == "human"}
    return {compound.id: _tally(compound, references.values(), rank, human) for compound in compounds}


def _tally(compound: Compound, references: Iterable[Reference], rank: dict[str, int], human: set[str]) -> Tally:
    own = [reference for reference in references if compound.id in reference.compounds]
    designs = Counter(min(reference.design, key=rank.__getitem__) for reference in own)
    groups = Counter(reference.group for reference in own if reference.group)
    largest, largest_count = max(groups.items(), key=lambda item: (item[1], item[0])) if groups else (None, 0)
    return Tally(
        references=len(own),
        human=sum(1 for reference in own if human & set(reference.design)),
        designs=tuple(DesignCount(design=key, count=designs[key]) for key in sorted(designs, key=rank.__getitem__)),
        groups=len(groups),
        largest=largest,
        largest_count=largest_count,
        unaffiliated=sum(1 for reference in own if not reference.group),
        independent=sum(count for group, count in groups.items() if group not in compound.originators),
        retracted=sum(1 for reference in own if reference.standing == "retracted"),
    )


def index(compounds: Iterable[Compound], references: Mapping[str, Reference]) -> dict[str, Indexed]:
    """Return what every reference is found by."""
    topics = {key: set(reference.topics) for key, reference in references.items()}
    for compound in compounds:
        for claim in compound.claims:
            for key in claim.references:
                topics[key].add(claim.topic)
    return {key: _indexed(reference, topics[key]) for key, reference in references.items()}


def _indexed(reference: Reference, topics: set[str]) -> Indexed:
    families = authors.families(reference)
    numbers = (reference.doi, reference.pmid, reference.pmcid)
    return Indexed(
        identifiers=tuple(number.lower().removeprefix("pmc") for number in numbers if number),
        first=words(authors.parse(reference.author[0]).family),
        families=families,
        sounds=tuple(authors.skeleton(family) for family in families),
        title=(*words(reference.title), *words(reference.original_title or "")),
        journal=words(reference.container_title),
        topics=tuple(sorted(topics)),
        compounds=reference.compounds,
        design=reference.design,
        issued=reference.issued,
        standing=reference.standing,
    )
