"""The profile of one compound: everything the dataset says of it, its references numbered as in a paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from ..notation import sequences
from . import weight
from .lookup import Match
from ..dataset.dataset import Dataset
from ..dataset.model import Alias, Approach, Claim, Compound, Fact, Faq, Identifier, Record, Reference, Regulatory, Remark, Source, Statement, Supported, Tally, UntracedCitation


class Identity(Record, frozen=True):
    """What a compound is; formula and molar mass (g/mol) are computed from the sequence where `computed` is true."""

    id: str
    name: str
    compound_class: str
    summary: str
    primary_mechanism: str
    distinction: str
    parent: str | None
    aliases: tuple[Alias, ...]
    sequence: str | None
    residues: str | None
    n_terminus: str | None
    c_terminus: str | None
    formula: str | None
    molar_mass: float | None
    computed: bool
    identifiers: tuple[Identifier, ...]
    facts: tuple[Fact, ...]


class Finding(Record, frozen=True):
    """A claim with the study design behind it."""

    claim: Claim
    level: str
    human: bool
    retracted: bool


class Numbered(Record, frozen=True):
    """A reference and its number in this profile, from 1."""

    number: int
    reference: Reference


class NumberedSource(Record, frozen=True):
    """A source and its number in this profile, from 1; printed as S1."""

    number: int
    source: Source


class LeftOut(Record, frozen=True):
    """How many findings of a topic, or entries of a section, a digest leaves out."""

    section: str
    topic: str | None
    count: int


class Profile(Record, frozen=True):
    """The answer to `peptide show`. Findings stand in reading order: by kind, topic and strength of weight.

    `references` and `sources` are those the profile cites, numbered in order of appearance; a full profile also
    lists the compound's references that no statement cites. `left_out` is empty in a full profile.
    """

    match: Match
    compound: Identity
    tally: Tally
    findings: tuple[Finding, ...]
    regulatory: tuple[Regulatory, ...]
    statements: tuple[Statement, ...]
    untraced: tuple[UntracedCitation, ...]
    limitations: tuple[Remark, ...]
    questions: tuple[Remark, ...]
    pathways: tuple[Approach, ...]
    frameworks: tuple[Approach, ...]
    anecdotes: tuple[Remark, ...]
    faq: tuple[Faq, ...]
    references: tuple[Numbered, ...]
    sources: tuple[NumberedSource, ...]
    left_out: tuple[LeftOut, ...] = ()


def profile(dataset: Dataset, compound: Compound, match: Match) -> Profile:
    """Return the full profile of `compound`, which `match` found."""
    full = Profile(
        match=match,
        compound=identity(dataset, compound),
        tally=dataset.tally(compound),
        findings=_findings(dataset, compound),
        regulatory=tuple(sorted(compound.regulatory, key=lambda item: (item.jurisdiction, item.as_of))),
        statements=tuple(
            sorted(
                dataset.statements.some(dataset.about_compound("statement", compound.id)),
                key=lambda statement: (
                    _VERDICTS.index(statement.verdict),
                    statement.topic not in _FIRST_TOPICS,
                    statement.id,
                ),
            )
        ),
        untraced=tuple(
            sorted(
                dataset.untraced.some(dataset.about_compound("citation", compound.id)),
                key=lambda citation: (_PROBLEMS.index(citation.problem), citation.id),
            )
        ),
        limitations=compound.limitations,
        questions=compound.questions,
        pathways=compound.pathways,
        frameworks=compound.frameworks,
        anecdotes=compound.anecdotes,
        faq=compound.faq,
        references=(),
        sources=(),
    )
    return _numbered(dataset, full, dataset.references_of(compound.id))


_REGISTRIES_IN_DIGEST = ("CAS RN", "PubChem CID", "UNII")
_FACTS_IN_DIGEST = 4
_STATEMENTS_IN_DIGEST = 8
_CITATIONS_IN_DIGEST = 3


def digest(dataset: Dataset, full: Profile) -> Profile:
    """Return what a person takes in of a profile.

    Of every topic it keeps the finding with the strongest evidence for each direction of result, so that what
    disagrees stays in view; of what circulates and does not hold, the contradicted first. It tells what it leaves out.
    """
    kept: list[Finding] = []
    seen: set[tuple[str, str, bool, str]] = set()
    omitted: Counter[tuple[str, str]] = Counter()
    for finding in full.findings:
        claim = finding.claim
        key = (claim.kind, claim.topic, finding.human, claim.result)
        if key in seen:
            omitted[section_of(finding), claim.topic] += 1
        else:
            seen.add(key)
            kept.append(finding)
    left_out = [LeftOut(section=section, topic=topic, count=count) for (section, topic), count in omitted.items()]
    whole, shown = full.compound, _short_identity(full.compound)
    regulatory = tuple(msgspec.structs.replace(item, note=None) for item in latest(full.regulatory))
    statements = max(0, len(full.statements) - _STATEMENTS_IN_DIGEST)
    citations = max(0, len(full.untraced) - _CITATIONS_IN_DIGEST)
    further = (
        ("identity", len(whole.identifiers) - len(shown.identifiers) + len(whole.facts) - len(shown.facts)),
        ("regulatory", len(full.regulatory) - len(regulatory)),
        ("statements", statements + citations),
        ("methods", len(full.pathways) + len(full.frameworks)),
        ("anecdotes", len(full.anecdotes)),
        ("faq", len(full.faq)),
    )
    left_out += [LeftOut(section=section, topic=None, count=count) for section, count in further if count > 0]
    short = msgspec.structs.replace(
        full,
        compound=shown,
        findings=tuple(kept),
        regulatory=regulatory,
        statements=full.statements[:_STATEMENTS_IN_DIGEST],
        untraced=full.untraced[:_CITATIONS_IN_DIGEST],
        pathways=(),
        frameworks=(),
        anecdotes=(),
        faq=(),
        left_out=tuple(left_out),
    )
    return _numbered(dataset, short, [])


def _short_identity(compound: Identity) -> Identity:
    """Return identity with one number of each of the best known registries, no notes, and the first facts."""
    first: dict[str, Identifier] = {}
    for identifier in compound.identifiers:
        if identifier.kind in _REGISTRIES_IN_DIGEST:
            first.setdefault(identifier.kind, msgspec.structs.replace(identifier, note=None))
    return msgspec.structs.replace(compound, identifiers=tuple(first.values()), facts=compound.facts[:_FACTS_IN_DIGEST])


def latest(items: Iterable[Regulatory]) -> tuple[Regulatory, ...]:
    """Return of every jurisdiction the newest item of each status, so that a later listing hides no decision."""
    newest: dict[tuple[str, str], Regulatory] = {}
    for item in sorted(items, key=lambda item: item.as_of):
        newest[item.jurisdiction, item.status] = item
    return tuple(sorted(newest.values(), key=lambda item: (item.jurisdiction, item.as_of)))


def section_of(finding: Finding) -> str:
    """Return the section of a profile in which a finding stands."""
    if finding.claim.kind == "effect":
        return "effects" if finding.human else "animal-effects"
    return {"mechanism": "mechanisms"}.get(finding.claim.kind, finding.claim.kind)


def _numbered(dataset: Dataset, page: Profile, further: Iterable[str]) -> Profile:
    """Return a profile with the references and sources it cites numbered in order of appearance, `further` last."""
    compound = dataset.compounds[page.compound.id]
    supported: tuple[Supported, ...] = (*page.limitations, *page.questions, *page.anecdotes, *page.faq)
    cited = [
        *(key for fact in page.compound.facts for key in fact.references),
        *(key for finding in page.findings for key in finding.claim.references),
        *(key for statement in page.statements for key in statement.references),
        *(key for remark in supported for key in remark.references),
        *(key for approach in (*page.pathways, *page.frameworks) for key in approach.references),
        *further,
    ]
    sourced = [
        *((compound.formula_source,) if compound.formula_source else ()),
        *(identifier.source for identifier in page.compound.identifiers),
        *(key for fact in page.compound.facts for key in fact.sources),
        *(key for item in page.regulatory for key in item.sources),
        *(key for statement in page.statements for key in (*statement.circulates_in, *statement.sources)),
        *(key for remark in supported for key in remark.sources),
    ]
    return msgspec.structs.replace(
        page,
        references=tuple(
            Numbered(number=i, reference=dataset.references[key]) for i, key in enumerate(dict.fromkeys(cited), 1)
        ),
        sources=tuple(
            NumberedSource(number=i, source=dataset.sources[key]) for i, key in enumerate(dict.fromkeys(sourced), 1)
        ),
    )


def identity(dataset: Dataset, compound: Compound) -> Identity:
    """Return what a compound is, with formula and mass computed where it is a plain sequence."""
    formula, mass = dataset.chemistry(compound.id)
    sequence = compound.sequence
    return Identity(
        id=compound.id,
        name=compound.name,
        compound_class=compound.compound_class,
        summary=compound.summary,
        primary_mechanism=compound.primary_mechanism,
        distinction=compound.distinction,
        parent=compound.parent,
        aliases=compound.aliases,
        sequence=_written(compound),
        residues=sequence.residues if sequence else None,
        n_terminus=sequence.n_terminus if sequence else None,
        c_terminus=sequence.c_terminus if sequence else None,
        formula=formula,
        molar_mass=mass,
        computed=dataset.computed(compound),
        identifiers=compound.identifiers,
        facts=compound.facts,
    )


def _written(compound: Compound) -> str | None:
    """Return the three-letter sequence with its end caps: `Ac-Asp-Gly-NH2`."""
    sequence = compound.sequence
    if sequence is None:
        return None
    parts = (sequence.n_terminus, sequences.three_letter(sequence.residues), sequence.c_terminus)
    return "-".join(part for part in parts if part)


_FIRST_TOPICS = ("identity", "regulation")
_PROBLEMS = ("untraced", "misattributed", "misnumbered")
_VERDICTS = ("contradicted", "untraceable", "partly")
_KINDS = ("origin", "mechanism", "effect", "pharmacokinetics", "safety")


def _findings(dataset: Dataset, compound: Compound) -> tuple[Finding, ...]:
    rank = dataset.ranks
    topics = {topic: i for i, topic in enumerate(dataset.topics)}
    dataset.references.some(key for claim in compound.claims for key in claim.references)  # read together
    found = [_finding(dataset, claim) for claim in compound.claims]

    def reading_order(finding: Finding) -> tuple[int, bool, int, int, int]:
        claim = finding.claim
        newest = max(dataset.references[key].issued for key in claim.references)
        return (
            _KINDS.index(claim.kind),
            not finding.human if claim.kind == "effect" else False,
            topics[claim.topic],
            rank[finding.level],
            -newest,
        )

    return tuple(sorted(found, key=reading_order))


def _finding(dataset: Dataset, claim: Claim) -> Finding:
    design = weight.level(dataset, claim)
    return Finding(
        claim=claim,
        level=design.id,
        human=design.subject == "human"
        or _about_people(dataset, (dataset.references[key] for key in claim.references)),
        retracted=weight.retracted(dataset, claim),
    )


def _about_people(dataset: Dataset, references: Iterable[Reference]) -> bool:
    """Tell whether a review sums up studies in people."""
    secondary = {design.id for design in dataset.vocabulary.designs if design.subject == "secondary"}
    return any("human" in reference.species and set(reference.design) <= secondary for reference in references)
