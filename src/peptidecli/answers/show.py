"""The profile of one compound: everything the dataset says of it, its references numbered as in a paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

import msgspec

from ..dataset.dataset import Dataset
from ..dataset.model import (
    About,
    Answer,
    Claim,
    Compound,
    Record,
    Reference,
    Regulatory,
    Source,
    Supported,
    Tally,
)
from . import weight
from .first_screen import FirstScreen, first_screen
from .lookup import Match, printed
from .own import (
    Own,
    ShownAlias,
    ShownApproach,
    ShownCitation,
    ShownFact,
    ShownFaq,
    ShownIdentifier,
    ShownMaker,
    ShownRegulatory,
    ShownRelative,
    ShownRemark,
    ShownSearched,
    ShownStatement,
    own_of,
    shown,
)


class Identity(Record, frozen=True):
    """What a compound is; formula and molar mass (g/mol) are computed from the sequence where `computed` is true.

    `own` tells that own data have brought, changed or extended it, `own_texts` which of its single keys are theirs.
    """

    id: str
    name: str
    compound_class: str
    summary: str
    primary_mechanism: str
    distinction: str
    parent: str | None
    aliases: tuple[ShownAlias, ...]
    sequence: str | None
    residues: str | None
    n_terminus: str | None
    c_terminus: str | None
    formula: str | None
    molar_mass: float | None
    computed: bool
    identifiers: tuple[ShownIdentifier, ...]
    facts: tuple[ShownFact, ...]
    searched: tuple[ShownSearched, ...] = ()
    makers: tuple[ShownMaker, ...] = ()
    own: bool = False
    own_texts: tuple[str, ...] = ()


class Finding(Record, frozen=True):
    """A claim with the study design behind it, and whether own data have brought or changed it."""

    claim: Claim
    level: str
    human: bool
    retracted: bool
    own: bool = False


class Numbered(Record, frozen=True):
    """A reference and its number in this profile, from 1, and whether it is the user's own."""

    number: int
    reference: Reference
    own: bool = False


class NumberedSource(Record, frozen=True):
    """A source and its number in this profile, from 1, printed as S1; and whether it is the user's own."""

    number: int
    source: Source
    own: bool = False


class Profile(Answer, frozen=True):
    """The answer to `peptide show`. Findings stand in reading order: by kind, topic and strength of weight.

    `references` and `sources` are numbered in order of appearance, the compound's references that nothing cites last;
    a part of a profile keeps the numbers of the whole. `first` is what goes on the first screen.
    """

    match: Match
    compound: Identity
    tally: Tally
    findings: tuple[Finding, ...]
    regulatory: tuple[ShownRegulatory, ...]
    statements: tuple[ShownStatement, ...]
    untraced: tuple[ShownCitation, ...]
    limitations: tuple[ShownRemark, ...]
    questions: tuple[ShownRemark, ...]
    pathways: tuple[ShownApproach, ...]
    frameworks: tuple[ShownApproach, ...]
    anecdotes: tuple[ShownRemark, ...]
    faq: tuple[ShownFaq, ...]
    references: tuple[Numbered, ...]
    sources: tuple[NumberedSource, ...]
    relatives: tuple[ShownRelative, ...] = ()
    about: About | None = None
    first: FirstScreen | None = None
    own: bool = False


def profile(dataset: Dataset, compound: Compound, match: Match) -> Profile:
    """Return the full profile of `compound`, which `match` found."""
    own = own_of(dataset, compound)
    own_statements, own_citations = dataset.own("statement"), dataset.own("citation")
    full = Profile(
        match=match,
        compound=identity(dataset, compound),
        tally=dataset.tally(compound),
        findings=_findings(dataset, compound, own),
        regulatory=tuple(
            sorted(own.all_of("regulatory", ShownRegulatory), key=lambda item: (item.jurisdiction, item.as_of))
        ),
        statements=tuple(
            sorted(
                (
                    shown(ShownStatement, statement, statement.id in own_statements)
                    for statement in dataset.statements.some(dataset.about_compound("statement", compound.id))
                ),
                key=lambda statement: (
                    _VERDICTS.index(statement.verdict),
                    statement.topic not in _FIRST_TOPICS,
                    statement.id,
                ),
            )
        ),
        untraced=tuple(
            sorted(
                (
                    shown(ShownCitation, citation, citation.id in own_citations)
                    for citation in dataset.untraced.some(dataset.about_compound("citation", compound.id))
                ),
                key=lambda citation: (_PROBLEMS.index(citation.problem), citation.id),
            )
        ),
        limitations=own.all_of("limitations", ShownRemark),
        questions=own.all_of("questions", ShownRemark),
        pathways=own.all_of("pathways", ShownApproach),
        frameworks=own.all_of("frameworks", ShownApproach),
        anecdotes=own.all_of("anecdotes", ShownRemark),
        faq=own.all_of("faq", ShownFaq),
        references=(),
        sources=(),
        relatives=own.all_of("relatives", ShownRelative),
        about=dataset.about,
        own=own.own,
    )
    events = own.all_of("regulatory", ShownRegulatory)
    first = first_screen(dataset, compound, full.statements, len(full.untraced), events)
    full = msgspec.structs.replace(full, first=first)
    return _numbered(dataset, full, dataset.references_of(compound.id))


R = TypeVar("R", bound=Regulatory)


def latest(items: Iterable[R]) -> tuple[R, ...]:
    """Return of every jurisdiction the newest item of each status, so that a later listing hides no decision."""
    newest: dict[tuple[str, str], R] = {}
    for item in sorted(items, key=lambda item: item.as_of):
        newest[item.jurisdiction, item.status] = item
    return tuple(sorted(newest.values(), key=lambda item: (item.jurisdiction, item.as_of)))


def section_of(finding: Finding) -> str:
    """Return the section of a profile in which a finding stands."""
    if finding.claim.kind == "effect":
        return "effects" if finding.human else "animal-effects"
    return {"mechanism": "mechanisms"}.get(finding.claim.kind, finding.claim.kind)


def _numbered(dataset: Dataset, page: Profile, further: Iterable[str], *, identity: bool = True) -> Profile:
    """Return a profile with the references and sources it cites numbered in order of appearance, `further` last.

    The source of the formula is cited where the identity is told.
    """
    compound = dataset.compounds[page.compound.id]
    supported: tuple[Supported, ...] = (*page.limitations, *page.questions, *page.anecdotes, *page.faq,
                                        *page.pathways, *page.frameworks, *page.relatives)  # fmt: skip
    cited = [
        *(key for fact in (*page.compound.makers, *page.compound.facts) for key in fact.references),
        *(key for finding in page.findings for key in finding.claim.references),
        *(key for statement in page.statements for key in statement.references),
        *(key for remark in supported for key in remark.references),
        *further,
    ]
    sourced = [
        *((compound.formula_source,) if identity and compound.formula_source else ()),
        *(identifier.source for identifier in page.compound.identifiers),
        *(key for fact in (*page.compound.makers, *page.compound.facts) for key in fact.sources),
        *(key for item in page.regulatory for key in item.sources),
        *(key for statement in page.statements for key in (*statement.circulates_in, *statement.sources)),
        *(key for remark in supported for key in remark.sources),
    ]
    own_references, own_sources = dataset.own("reference"), dataset.own("source")
    return msgspec.structs.replace(
        page,
        references=tuple(
            Numbered(number=i, reference=dataset.references[key], own=key in own_references)
            for i, key in enumerate(dict.fromkeys(cited), 1)
        ),
        sources=tuple(
            NumberedSource(number=i, source=dataset.sources[key], own=key in own_sources)
            for i, key in enumerate(dict.fromkeys(sourced), 1)
        ),
    )


def identity(dataset: Dataset, compound: Compound) -> Identity:
    """Return what a compound is, with formula and mass computed where it is a plain sequence."""
    formula, mass = dataset.chemistry(compound.id)
    sequence = compound.sequence
    own = own_of(dataset, compound)
    return Identity(
        id=compound.id,
        name=compound.name,
        compound_class=compound.compound_class,
        summary=compound.summary,
        primary_mechanism=compound.primary_mechanism,
        distinction=compound.distinction,
        parent=compound.parent,
        aliases=own.all_of("aliases", ShownAlias),
        sequence=printed(compound),
        residues=sequence.residues if sequence else None,
        n_terminus=sequence.n_terminus if sequence else None,
        c_terminus=sequence.c_terminus if sequence else None,
        formula=formula,
        molar_mass=mass,
        computed=dataset.computed(compound),
        identifiers=own.all_of("identifiers", ShownIdentifier),
        facts=own.all_of("facts", ShownFact),
        searched=own.all_of("searched", ShownSearched),
        makers=own.all_of("makers", ShownMaker),
        own=own.own,
        own_texts=own.texts(),
    )


_FIRST_TOPICS = ("identity", "regulation")
_PROBLEMS = ("untraced", "misattributed", "misnumbered")
_VERDICTS = ("contradicted", "untraceable", "partly")
_KINDS = ("origin", "mechanism", "effect", "pharmacokinetics", "safety")


def _findings(dataset: Dataset, compound: Compound, own: Own) -> tuple[Finding, ...]:
    rank = dataset.ranks
    topics = {topic: i for i, topic in enumerate(dataset.topics)}
    dataset.references.some(key for claim in compound.claims for key in claim.references)  # read together
    found = [_finding(dataset, claim, own.has("claims", claim)) for claim in compound.claims]

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


def _finding(dataset: Dataset, claim: Claim, own: bool) -> Finding:
    design = weight.level(dataset, claim)
    return Finding(
        claim=claim,
        level=design.id,
        human=design.subject == "human"
        or _about_people(dataset, (dataset.references[key] for key in claim.references)),
        retracted=weight.retracted(dataset, claim),
        own=own,
    )


def _about_people(dataset: Dataset, references: Iterable[Reference]) -> bool:
    """Tell whether a review sums up studies in people."""
    secondary = {design.id for design in dataset.vocabulary.designs if design.subject == "secondary"}
    return any("human" in reference.species and set(reference.design) <= secondary for reference in references)


SECTIONS = (
    "identity", "evidence", "mechanisms", "effects", "animal-effects", "pharmacokinetics", "safety", "origin",
    "regulatory", "statements", "limitations", "questions", "methods", "anecdotes", "relatives", "faq", "references",
)  # fmt: skip
"""The sections of a profile in reading order."""


def part(dataset: Dataset, whole: Profile, sections: Sequence[str]) -> Profile:
    """Return some sections of a profile, with the references and sources they cite under the numbers of the whole."""
    wanted = set(sections)
    empty: dict[str, Any] = {}
    fields = {"regulatory": ("regulatory",), "statements": ("statements", "untraced"), "limitations": ("limitations",),
              "questions": ("questions",), "methods": ("pathways", "frameworks"), "anecdotes": ("anecdotes",),
              "relatives": ("relatives",), "faq": ("faq",)}  # fmt: skip
    for section, names in fields.items():
        if section not in wanted:
            empty |= dict.fromkeys(names, ())
    compound = whole.compound
    if "identity" not in wanted:
        compound = msgspec.structs.replace(compound, identifiers=(), facts=(), aliases=(), searched=(), makers=())
    kept = msgspec.structs.replace(
        whole,
        compound=compound,
        findings=tuple(finding for finding in whole.findings if section_of(finding) in wanted),
        first=whole.first if "evidence" in wanted else None,
        **empty,
    )
    if "references" in wanted:
        return kept
    cited = _numbered(dataset, kept, (), identity="identity" in wanted)
    references = {item.reference.id for item in cited.references}
    sources = {item.source.id for item in cited.sources}
    return msgspec.structs.replace(
        kept,
        references=tuple(item for item in whole.references if item.reference.id in references),
        sources=tuple(item for item in whole.sources if item.source.id in sources),
    )
