"""The data model: what stands in the TOML files, as typed, immutable records.

Field names are the TOML keys with `-` written `_`; the identifiers CSL writes in capitals (DOI, PMID, PMCID, URL)
are lower-case attributes. `data/README.md` describes every field with its allowed values.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Literal

import msgspec

_CAPITALS = {"doi": "DOI", "pmid": "PMID", "pmcid": "PMCID", "url": "URL", "compound_class": "class"}
_TABLES = {
    "aliases": "alias", "identifiers": "identifier", "facts": "fact", "claims": "claim", "limitations": "limitation",
    "questions": "question", "pathways": "pathway", "frameworks": "framework", "anecdotes": "anecdote",
    "designs": "design", "topics": "topic", "results": "result", "verdicts": "verdict", "standings": "standing",
    "problems": "problem", "jurisdictions": "jurisdiction", "groups": "group", "references": "reference",
    "sources": "source", "statements": "statement",
}  # fmt: skip


def _key(attribute: str) -> str:
    """Return the TOML and JSON key of an attribute."""
    return _CAPITALS.get(attribute, attribute.replace("_", "-"))


def _table(attribute: str) -> str:
    """Return the TOML key of an attribute in a file whose tables are headed in the singular, as `[[claim]]`."""
    return _TABLES.get(attribute) or _key(attribute)


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename=_key):
    """Base of all records: frozen, keyword-only, strict about unknown keys."""


ClaimKind = Literal["mechanism", "effect", "pharmacokinetics", "safety", "origin"]
Result = Literal["positive", "negative", "null", "mixed"]
Verdict = Literal["contradicted", "partly", "untraceable"]
Standing = Literal["normal", "retracted", "expression-of-concern", "corrected"]
RegulatoryStatus = Literal["registered", "not-approved", "restricted", "cancelled", "listed", "unconfirmed"]
CitationProblem = Literal["untraced", "misnumbered", "misattributed"]


# -- vocabulary --------------------------------------------------------------------------------------------------


class Term(Record, frozen=True):
    """A word of the controlled vocabulary: `id` in the data, `label` on the screen, a one-line `definition`."""

    id: str
    label: str
    definition: str


class Design(Term, frozen=True):
    """A study design. `symbol` and `short` stand for it in tables; `subject` is what was studied."""

    short: str
    symbol: str
    subject: Literal["human", "animal", "laboratory", "secondary"]


class Topic(Term, frozen=True):
    """What a claim is about. `area` tells mechanisms from outcomes and the rest."""

    area: Literal["mechanism", "outcome", "general"]


class ResultTerm(Term, frozen=True):
    """Which way a result went."""

    symbol: str


class Group(Record, frozen=True):
    """A research group, so that papers from one laboratory can be told from independent ones."""

    id: str
    name: str
    country: str


class Vocabulary(Record, frozen=True, rename=_table):
    """The controlled vocabulary. `designs` are in rank order, the strongest first."""

    designs: tuple[Design, ...] = ()
    topics: tuple[Topic, ...] = ()
    results: tuple[ResultTerm, ...] = ()
    verdicts: tuple[Term, ...] = ()
    standings: tuple[Term, ...] = ()
    problems: tuple[Term, ...] = ()
    jurisdictions: tuple[Term, ...] = ()
    groups: tuple[Group, ...] = ()


# -- bibliography ------------------------------------------------------------------------------------------------


class Trace(Record, frozen=True):
    """Where a reference was seen: kind of registry, page, and the day it was read where that is known."""

    registry: str
    seen: str
    read: datetime.date | None = None


class Notice(Record, frozen=True):
    """The notice behind a reference's standing, with its own identifiers."""

    doi: str | None = None
    pmid: str | None = None
    issued: int | None = None
    note: str | None = None


class Reference(Record, frozen=True):
    """One bibliographic record; fields carry their CSL meaning.

    `author` holds "Family, Given" strings in order (a name without a comma is an organisation).
    `n` counts subjects; `design` lists study designs, the highest first.
    """

    id: str
    type: str
    title: str
    author: tuple[str, ...]
    issued: int
    container_title: str
    language: str
    compounds: tuple[str, ...]
    design: tuple[str, ...]
    trace: tuple[Trace, ...]
    original_title: str | None = None
    author_complete: bool = True
    volume: str | None = None
    issue: str | None = None
    page: str | None = None
    doi: str | None = None
    pmid: str | None = None
    pmcid: str | None = None
    number: str | None = None
    url: str | None = None
    publisher: str | None = None
    species: tuple[str, ...] = ()
    n: int | None = None
    route: str | None = None
    comparator: str | None = None
    duration: str | None = None
    group: str | None = None
    topics: tuple[str, ...] = ()
    translation_of: str | None = None
    standing: Standing = "normal"
    notice: Notice | None = None
    note: str | None = None


class Source(Record, frozen=True):
    """What is not a paper: register entry, database record, label, regulator's page, web article."""

    id: str
    title: str
    publisher: str
    kind: Literal["registry", "database", "label", "regulator", "web", "developer", "vendor"]
    url: str | None = None
    issued: str | None = None
    accessed: datetime.date | None = None
    note: str | None = None


# -- compounds ---------------------------------------------------------------------------------------------------


class Alias(Record, frozen=True):
    """A name other than the preferred one; `kind` says of which sort."""

    text: str
    kind: Literal["synonym", "code", "other-script", "salt", "trade-name", "systematic", "abbreviation"]
    source: str | None = None
    note: str | None = None


class Sequence(Record, frozen=True):
    """A linear sequence of L-amino acids in one-letter notation, or in words where it is modified.

    `residues` is one-letter notation; `n_terminus` and `c_terminus` name what caps the ends (none: free H-/-OH).
    With caps, no mass is computed.
    """

    residues: str
    n_terminus: str | None = None
    c_terminus: str | None = None
    note: str | None = None

    @property
    def plain(self) -> bool:
        """Whether both ends are free, so that formula and mass follow from the residues alone."""
        return not self.n_terminus and not self.c_terminus


class Identifier(Record, frozen=True):
    """A registry's number for a compound, with the source it was read in."""

    kind: Literal["CAS RN", "PubChem CID", "UNII", "ChEMBL", "InChIKey", "ATC", "DrugBank", "Wikidata", "ChemSpider"]
    value: str
    source: str
    note: str | None = None


class Supported(Record, frozen=True):
    """Base of what rests on references, on sources, or on both."""

    references: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class Fact(Supported, frozen=True, kw_only=True):
    """A property of a compound that is neither a claim nor an identifier: dosage form, composition, origin."""

    label: str
    value: str


class Regulatory(Record, frozen=True):
    """A dated regulatory event or status in one jurisdiction. `as_of` is an ISO date, month or year."""

    jurisdiction: str
    status: RegulatoryStatus
    event: str
    as_of: str
    sources: tuple[str, ...]
    confirmed: bool = True
    note: str | None = None


class Claim(Record, frozen=True):
    """One sentence of our own on one compound: what was observed, in whom, and which way it went.

    `design` narrows the level of evidence where a reference reports several designs and this rests on a lesser one.
    """

    id: str
    text: str
    topic: str
    kind: ClaimKind
    result: Result
    population: str
    references: tuple[str, ...]
    n: int | None = None
    route: str | None = None
    design: str | None = None


class Remark(Supported, frozen=True, kw_only=True):
    """A limitation, an open question or an anecdotal report."""

    text: str


class Approach(Record, frozen=True):
    """A pathway or experimental framework people ask about; `found` says whether a paper on the compound was found."""

    name: str
    text: str
    found: bool
    references: tuple[str, ...] = ()


class Faq(Supported, frozen=True, kw_only=True):
    """A question people ask, with an answer in our own words."""

    id: str
    question: str
    answer: str


class Compound(Record, frozen=True, rename=_table):
    """A research peptide, peptide derivative or peptide mixture, with all that is claimed of it."""

    id: str
    name: str
    compound_class: str
    summary: str
    primary_mechanism: str
    distinction: str
    parent: str | None = None
    originators: tuple[str, ...] = ()
    sequence: Sequence | None = None
    formula: str | None = None
    molar_mass: float | None = None
    formula_source: str | None = None
    aliases: tuple[Alias, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    facts: tuple[Fact, ...] = ()
    regulatory: tuple[Regulatory, ...] = ()
    claims: tuple[Claim, ...] = ()
    limitations: tuple[Remark, ...] = ()
    questions: tuple[Remark, ...] = ()
    pathways: tuple[Approach, ...] = ()
    frameworks: tuple[Approach, ...] = ()
    anecdotes: tuple[Remark, ...] = ()
    faq: tuple[Faq, ...] = ()


# -- what circulates and does not hold ---------------------------------------------------------------------------


class Statement(Record, frozen=True):
    """What a source says that does not fully hold, with the verdict and what the evidence says instead."""

    id: str
    compounds: tuple[str, ...]
    text: str
    topic: str
    verdict: Verdict
    explanation: str
    evidence: str
    circulates_in: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class UntracedCitation(Record, frozen=True):
    """A citation that circulates and that no registry knows, or that belongs to another paper."""

    id: str
    citation: str
    compounds: tuple[str, ...]
    problem: CitationProblem
    said: str
    explanation: str
    author: str | None = None
    year: int | None = None
    doi: str | None = None
    pmid: str | None = None
    searched: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()
    seen: str | None = None


class About(Record, frozen=True):
    """The dataset's own bibliographic data."""

    title: str
    version: str
    issued: datetime.date
    disclaimer: str


# -- the files ---------------------------------------------------------------------------------------------------


class VocabularyFile(Vocabulary, frozen=True, rename=_table):
    """`vocabulary.toml`: the terms, and the dataset's own data."""

    dataset: About | None = None


class ReferencesFile(Record, frozen=True, rename=_table):
    """`references.toml`."""

    references: tuple[Reference, ...] = ()


class SourcesFile(Record, frozen=True, rename=_table):
    """`sources.toml`."""

    sources: tuple[Source, ...] = ()


class StatementsFile(Record, frozen=True, rename=_table):
    """`statements.toml`: statements with a verdict, and untraced citations."""

    statements: tuple[Statement, ...] = ()
    untraced: tuple[UntracedCitation, ...] = ()


# -- the whole ---------------------------------------------------------------------------------------------------


class Computed(Record, frozen=True):
    """What is worked out from a sequence: molecular formula (Hill order) and molar mass in g/mol."""

    formula: str
    molar_mass: float


class NameKey(Record, frozen=True):
    """One way a compound is written, as it stands and in what form it is one."""

    compound: str
    text: str
    preferred: bool = False


class Belongings(Record, frozen=True):
    """The ids of what is about a compound, sorted."""

    references: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    untraced: tuple[str, ...] = ()


class DesignCount(Record, frozen=True):
    """How many references have a design as their highest."""

    design: str
    count: int


class Tally(Record, frozen=True):
    """A compound's bibliography in numbers.

    `groups` counts the research groups that are known; `largest` is the group with most references.
    `unaffiliated` counts references whose group was not seen. `independent` counts references whose group is known
    and is not one of those that originated the compound.
    """

    references: int
    human: int
    designs: tuple[DesignCount, ...]
    groups: int
    largest: str | None
    largest_count: int
    unaffiliated: int
    independent: int
    retracted: int


class Indexed(Record, frozen=True, array_like=True):
    """What a reference is found by: its fields folded, and what filters ask for."""

    identifiers: tuple[str, ...]
    """DOI, PMID and the digits of the PMCID, lower-case."""
    first: tuple[str, ...]
    """Words of the first author's family name."""
    families: tuple[str, ...]
    """Words of all family names."""
    sounds: tuple[str, ...]
    """The same words with the differences of transliteration removed."""
    title: tuple[str, ...]
    journal: tuple[str, ...]
    topics: tuple[str, ...]
    """Ids of the topics of the reference and of the claims that rest on it."""
    compounds: tuple[str, ...]
    design: tuple[str, ...]
    issued: int
    standing: Standing


class Dataset(Record, frozen=True):
    """All that was read, each kind of record by its id in sorted order, with what is derived once at reading time."""

    about: About
    vocabulary: Vocabulary
    compounds: Mapping[str, Compound]
    references: Mapping[str, Reference]
    sources: Mapping[str, Source]
    statements: Mapping[str, Statement]
    untraced: Mapping[str, UntracedCitation]
    computed: Mapping[str, Computed]
    """By compound: formula and mass, where they follow from the sequence."""
    names: Mapping[str, tuple[NameKey, ...]]
    """Folded name -> the compounds that bear it."""
    belongings: Mapping[str, Belongings]
    """By compound: what is about it."""
    tallies: Mapping[str, Tally]
    """By compound: its bibliography in numbers."""
    index: Mapping[str, Indexed]
    """By reference: what it is found by."""
    folders: tuple[str, ...]
