"""Every pointer from one record to another, named once: reading raises the first that leads nowhere, check all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, get_args

from . import model


class Link(NamedTuple):
    """A pointer: the id of the record that holds it, the kind of thing it points at, and that thing's id."""

    owner: str
    kind: str
    target: str


_BY_ID = frozenset({"compound", "topic", "design", "result"})
"""Kinds of what a synonym means that are told by an id; what it means stands for its own id."""
_MEANINGS = frozenset(
    "section subject jurisdiction standing identity fact words ask language foreign filler ordinary stranger "
    "substance blinding".split()
)
"""The other kinds; a place may be one of which nothing is held: a question about it is understood all the same."""
_TARGETS = {"subject": frozenset(get_args(model.Subject)), "blinding": frozenset(get_args(model.Blinding))}
"""Of which of these there are only some."""
MEANING = "meaning"
"""What a synonym points at that means nothing."""


def links(content: object) -> Iterator[Link]:
    """Yield every pointer in a file."""
    match content:
        case model.ReferencesFile():
            for reference in content.references:
                yield from _of_reference(reference)
        case model.StatementsFile():
            for statement in content.statements:
                yield from _each(statement.id, "compound", statement.compounds)
                yield from _each(statement.id, "reference", statement.references)
                yield from _each(statement.id, "source", (*statement.sources, *statement.circulates_in))
                yield Link(statement.id, "topic", statement.topic)
            for citation in content.untraced:
                yield from _each(citation.id, "compound", citation.compounds)
                yield from _each(citation.id, "reference", citation.nearest)
        case model.VocabularyFile():
            for synonym in content.synonyms:
                kind, _, target = synonym.means.partition(":")
                if kind in _BY_ID:
                    yield Link(synonym.means, kind, target)
                elif kind not in _MEANINGS or target not in _TARGETS.get(kind, {target}):
                    yield Link(synonym.means, MEANING, synonym.means)
        case model.Compound():
            yield from _of_compound(content)
        case _:
            return


def _each(owner: str, kind: str, targets: tuple[str, ...]) -> Iterator[Link]:
    return (Link(owner, kind, target) for target in targets)


def _of_reference(reference: model.Reference) -> Iterator[Link]:
    key = reference.id
    yield from _each(key, "compound", reference.compounds)
    yield from _each(key, "design", reference.design)
    yield from _each(key, "topic", reference.topics)
    yield from _each(key, "reference", reference.pools)
    if reference.group:
        yield Link(key, "group", reference.group)
    for other in (reference.translation_of, reference.updates, reference.same_study_as):
        if other:
            yield Link(key, "reference", other)


def _of_compound(compound: model.Compound) -> Iterator[Link]:
    key = compound.id
    if compound.parent:
        yield Link(key, "compound", compound.parent)
    yield from _each(key, "group", compound.originators)
    yield from _each(key, "topic", compound.leading)
    if compound.formula_source:
        yield Link(key, "source", compound.formula_source)
    for alias in compound.aliases:
        if alias.source:
            yield Link(key, "source", alias.source)
    for claim in compound.claims:
        yield Link(claim.id, "topic", claim.topic)
        if claim.design:
            yield Link(claim.id, "design", claim.design)
        yield from _each(claim.id, "reference", claim.references)
    for item in compound.regulatory:
        yield Link(key, "jurisdiction", item.jurisdiction)
        yield from _each(key, "source", item.sources)
    for identifier in compound.identifiers:
        yield Link(key, "source", identifier.source)
    for remark in supported(compound):
        yield from _each(key, "reference", remark.references)
        yield from _each(key, "source", remark.sources)


def supported(compound: model.Compound) -> Iterator[model.Supported]:
    """Yield what rests on references and sources without being a claim."""
    yield from compound.facts
    yield from compound.limitations
    yield from compound.questions
    yield from compound.anecdotes
    yield from compound.faq
    yield from compound.relatives
    yield from compound.makers
    yield from compound.pathways
    yield from compound.frameworks
