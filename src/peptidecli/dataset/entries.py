"""Everything the dataset says, as entries that are found by words: what each is, of what, and its texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..notation import people, sequences
from ..notation.words import words as words_of
from . import model


class Entry(NamedTuple):
    """One thing that can be found. `text` is what is shown, `heavy` and `light` the words it is found by."""

    kind: str
    id: str
    compounds: tuple[str, ...]
    section: str
    text: str
    heavy: str
    light: str = ""
    topic: str | None = None
    kind_of_claim: str | None = None
    level: str | None = None
    subject: str | None = None
    result: str | None = None
    verdict: str | None = None
    jurisdiction: str | None = None
    references: tuple[str, ...] = ()


class Labels(NamedTuple):
    """What the vocabulary calls things, by id."""

    topics: dict[str, str]
    designs: dict[str, model.Design]
    jurisdictions: dict[str, str]
    results: dict[str, str]
    groups: dict[str, str]


def labels(vocabulary: model.Vocabulary) -> Labels:
    """Return what the vocabulary calls things."""
    return Labels(
        topics={term.id: term.label for term in vocabulary.topics},
        designs={term.id: term for term in vocabulary.designs},
        jurisdictions={term.id: term.label for term in vocabulary.jurisdictions},
        results={term.id: term.label for term in vocabulary.results},
        groups={group.id: group.name for group in vocabulary.groups},
    )


SECTIONS = {"mechanism": "mechanisms", "pharmacokinetics": "pharmacokinetics", "safety": "safety", "origin": "origin"}
"""The section of a profile in which a claim of a kind stands; effects are divided by who was studied."""


def of_compound(
    compound: model.Compound,
    levels: dict[str, model.Design],
    people: frozenset[str],
    words: Labels,
    chemistry: tuple[str | None, float | None],
) -> Iterator[Entry]:
    """Yield the entries of a compound.

    `levels` are the designs its claims rest on, by the claims' ids; `people` the ids of those claims that tell of
    effects in people; `chemistry` its formula and molar mass.
    """
    own = (compound.id,)

    def entry(kind: str, key: str, section: str, text: str, heavy: str, light: str = "", **more: object) -> Entry:
        return Entry(kind, key, own, section, text, heavy, f"{compound.name} {light}", **more)  # type: ignore[arg-type]

    names = " ".join([compound.name, compound.id, *(alias.text for alias in compound.aliases)])
    yield entry("compound", compound.id, "identity", _introduced(compound, chemistry, words),
                f"{names} {compound.summary}",
                " ".join((compound.compound_class, compound.distinction, *_originators(compound, words))))  # fmt: skip
    yield entry("mechanism", compound.id, "mechanisms", compound.primary_mechanism,
                f"mechanism action {compound.primary_mechanism}")  # fmt: skip
    for identifier in compound.identifiers:
        note = f". {identifier.note}" if identifier.note else ""
        yield entry("identity", f"{compound.id}/{identifier.kind}", "identity",
                    f"{identifier.kind} {identifier.value}{note}", f"{identifier.kind} {identifier.value}",
                    identifier.note or "")  # fmt: skip
    for alias in compound.aliases:
        note = f". {alias.note}" if alias.note else ""
        yield entry("identity", f"{compound.id}/{alias.text}", "identity", f"{alias.text} ({alias.kind}){note}",
                    f"{alias.text} {alias.kind}", alias.note or "")  # fmt: skip
    for maker in compound.makers:
        place = f" ({maker.place})" if maker.place else ""
        yield entry("fact", f"{compound.id}/{maker.name}", "origin", f"Maker: {maker.name}{place}",
                    f"maker manufacturer {maker.name}", references=maker.references)  # fmt: skip
    for fact in compound.facts:
        yield entry("fact", f"{compound.id}/{fact.label}", "identity", f"{fact.label}: {fact.value}",
                    f"{fact.label} {fact.value}", references=fact.references)  # fmt: skip
    for item in compound.regulatory:
        place = words.jurisdictions.get(item.jurisdiction, item.jurisdiction)
        yield entry("regulatory", f"{compound.id}/{item.jurisdiction}/{item.as_of}", "regulatory",
                    f"{place}, {item.as_of}: {item.status}. {item.event}",
                    f"{place} {item.jurisdiction} {item.as_of} {item.status} {item.event}",
                    f"{item.note or ''} regulation status",
                    jurisdiction=item.jurisdiction)  # fmt: skip
    for claim in compound.claims:
        yield _of_claim(compound, claim, levels[claim.id], claim.id in people, words)
    for section, kind, remarks in (
        ("limitations", "limitation", compound.limitations),
        ("questions", "question", compound.questions),
        ("anecdotes", "anecdote", compound.anecdotes),
    ):
        for number, remark in enumerate(remarks, 1):
            yield entry(kind, f"{compound.id}/{section}/{number}", section, remark.text, remark.text,
                        f"{kind} {section}", references=remark.references)  # fmt: skip
    for approach in (*compound.pathways, *compound.frameworks):
        found = "" if approach.found else f" Not found for {compound.name}."
        yield entry("method", f"{compound.id}/{approach.name}", "methods", f"{approach.name}. {approach.text}{found}",
                    f"{approach.name} {approach.text}", references=approach.references)  # fmt: skip
    for relative in compound.relatives:
        names = " ".join((relative.name, *relative.aliases))
        yield entry("relative", f"{compound.id}/{relative.name}", "identity", f"{relative.name}: {relative.text}",
                    names, relative.text, references=relative.references)  # fmt: skip
    for faq in compound.faq:
        yield entry("faq", faq.id, "faq", f"{faq.question} {faq.answer}", faq.question, faq.answer,
                    references=faq.references)  # fmt: skip


def _originators(compound: model.Compound, words: Labels) -> list[str]:
    return [words.groups[key] for key in compound.originators if key in words.groups]


def _introduced(compound: model.Compound, chemistry: tuple[str | None, float | None], words: Labels) -> str:
    """Return who a compound is: what it is, what it is made of, its best known numbers and names."""
    formula, mass = chemistry
    own = compound.sequence
    ends = (own.n_terminus, sequences.three_letter(own.residues), own.c_terminus) if own else ()
    sequence = "-".join(part for part in ends if part)
    numbers = [f"{item.kind} {item.value}" for item in compound.identifiers if item.kind in {"CAS RN", "UNII"}]
    cids = [f"{item.kind} {item.value}" for item in compound.identifiers if item.kind == "PubChem CID"][:1]
    short = [alias.text for alias in compound.aliases if alias.kind in {"other-script", "code", "abbreviation"}]
    parts = [sequence, formula, f"{mass:.2f} g/mol" if mass else "", *numbers, *cids, ", ".join(short)]
    made = "; ".join(part for part in parts if part)
    origin = "; ".join(_originators(compound, words))
    made += f". Origin: {origin}" if origin and made else ""
    return f"{compound.name} ({compound.compound_class}): {compound.summary}" + (f" {made}." if made else "")


def _of_claim(compound: model.Compound, claim: model.Claim, design: model.Design, human: bool, words: Labels) -> Entry:
    section = SECTIONS.get(claim.kind) or ("effects" if human else "animal-effects")
    light = " ".join(
        [compound.name, words.topics[claim.topic], claim.population, claim.route or "", design.label,
         words.results.get(claim.result, "")]
    )  # fmt: skip
    return Entry("claim", claim.id, (compound.id,), section, claim.text, claim.text, light, topic=claim.topic,
                 kind_of_claim=claim.kind, level=design.id, subject=design.subject, result=claim.result,
                 references=claim.references)  # fmt: skip


def of_statement(statement: model.Statement, words: Labels) -> Entry:
    """Return the entry of a statement that does not fully hold."""
    text = f"“{statement.text}” {statement.explanation} {statement.evidence}"
    topic = words.topics.get(statement.topic, statement.topic)
    light = " ".join((*statement.also, topic, statement.verdict, *statement.compounds))
    return Entry("statement", statement.id, statement.compounds, "statements", text, statement.text,
                 f"{statement.explanation} {statement.evidence} {light}", topic=statement.topic,
                 verdict=statement.verdict, references=statement.references)  # fmt: skip


def of_citation(citation: model.UntracedCitation) -> Entry:
    """Return the entry of a citation that circulates and is wrong."""
    numbers = " ".join(filter(None, (citation.doi, citation.pmid)))
    text = f"{citation.citation}: {citation.said}. {citation.explanation}"
    named = words_of(f"{citation.author or ''} {citation.id}")
    about = f"{citation.said} {citation.explanation} {citation.problem} wrong citation {' '.join(citation.compounds)}"
    return Entry("untraced", citation.id, citation.compounds, "statements", text,
                 f"{citation.citation} {' '.join(named)} {' '.join(map(people.skeleton, named))} {numbers}",
                 about, verdict=citation.problem, references=citation.nearest)  # fmt: skip


def of_reference(reference: model.Reference, words: Labels) -> Entry:
    """Return the entry of a reference."""
    design = words.designs[reference.design[0]]
    standing = f" [{reference.standing}]" if reference.standing != "normal" else ""
    byline = people.byline(reference.author, reference.author_complete)
    topics = " ".join(words.topics[topic] for topic in reference.topics)
    registered = reference.registration.id if reference.registration else ""
    about = " ".join(filter(None, (reference.condition, reference.comparator, reference.outcome, reference.dose)))
    return Entry("reference", reference.id, reference.compounds, "references",
                 f"{byline} {reference.issued}. {reference.title}{standing}",
                 f"{reference.title} {standing}",
                 f"{' '.join(map(people.family, reference.author))} {reference.issued} {reference.container_title} "
                 f"{reference.original_title or ''} {words.groups.get(reference.group or '', '')} {topics} {about} "
                 f"{' '.join(reference.species)} {design.label} {registered}",
                 level=design.id, subject=design.subject, references=(reference.id,))  # fmt: skip
