"""The data model: what stands in the TOML files, as typed, immutable records.

Field names are the TOML keys with `-` written `_`; the identifiers CSL writes in capitals (DOI, PMID, PMCID, URL)
are lower-case attributes. `data/README.md` describes every field with its allowed values. Constraints stand here, so
that no file that loads can crash an answer: what must not be empty is not, and a number that is none is refused.
"""

# No `from __future__ import annotations`: msgspec would have to evaluate each of them from its text, at every start.
import datetime
from typing import Annotated, Any, Literal, TypeVar

import msgspec
from msgspec import Meta

from ..notation import identifiers

_CAPITALS = {"doi": "DOI", "pmid": "PMID", "pmcid": "PMCID", "url": "URL", "compound_class": "class"}
_TABLES = {
    "aliases": "alias", "identifiers": "identifier", "facts": "fact", "claims": "claim", "limitations": "limitation",
    "questions": "question", "pathways": "pathway", "frameworks": "framework", "anecdotes": "anecdote",
    "relatives": "relative", "makers": "maker",
    "designs": "design", "topics": "topic", "results": "result", "verdicts": "verdict", "standings": "standing",
    "problems": "problem", "synonyms": "synonym", "people": "person", "jurisdictions": "jurisdiction",
    "groups": "group", "headings": "heading", "journals": "journal", "references": "reference", "sources": "source",
    "statements": "statement",
}  # fmt: skip


def _key(attribute: str) -> str:
    """Return the TOML and JSON key of an attribute."""
    return _CAPITALS.get(attribute, attribute.replace("_", "-"))


def _table(attribute: str) -> str:
    """Return the TOML key of an attribute in a file whose tables are headed in the singular, as `[[claim]]`."""
    return _TABLES.get(attribute) or _key(attribute)


T = TypeVar("T")
Id = Annotated[str, Meta(pattern=rf"^[a-z0-9]+(-[a-z0-9]+)*{identifiers.END}", max_length=120)]
"""Lower-case ASCII words joined by hyphens: what needs no quoting in any shell."""
Key = Annotated[str, Meta(pattern=rf"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*{identifiers.END}", max_length=120)]
"""The same with capitals, in which countries have theirs: RU."""
Words = Annotated[str, Meta(min_length=1, pattern=r"\S")]
LINE = rf"^[^\r\n]*\S[^\r\n]*{identifiers.END}"
Line = Annotated[str, Meta(min_length=1, pattern=LINE)]
"""A name: with line ends in it, it would be told as lines of an answer."""
AUTHOR = rf"^\s*[^\s,][^,]*(,[^,]*){{0,2}}{identifiers.END}"
Author = Annotated[str, Meta(pattern=AUTHOR)]
"""One author: "Family, Given" or "Family, Given, Suffix"; an organisation without a comma. More are several in one."""
Some = Annotated[tuple[T, ...], Meta(min_length=1)]
MOST = 10_000_000_000
"""What no count in a data file reaches: more than there are people, and far within what a store can hold."""
Count = Annotated[int, Meta(ge=1, lt=MOST)]
Mass = Annotated[float, Meta(gt=0, lt=10_000_000)]
"""A molar mass in g/mol."""
Year = Annotated[int, Meta(ge=1600, le=2099)]
Doi = Annotated[str, Meta(pattern=identifiers.DOI)]
Pmid = Annotated[str, Meta(pattern=identifiers.PMID)]
Pmcid = Annotated[str, Meta(pattern=identifiers.PMCID)]
Page = Annotated[str, Meta(pattern=identifiers.PAGE)]
"""The address of a page without its scheme, of printable ASCII characters."""
Moment = Annotated[
    str,
    Meta(pattern=rf"^[0-9]{{4}}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?{identifiers.END}"),
]
"""An ISO date, month or year."""
Residues = Annotated[str, Meta(pattern=rf"^[ARNDCQEGHILKMFPSTWYVX]+{identifiers.END}")]
"""A sequence in one-letter notation; X is a residue that is none of the twenty."""


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename=_key):
    """Base of all records: frozen, keyword-only, strict about unknown keys."""

    def to_dict(self) -> dict[str, Any]:
        """Return the record as plain values, under the keys that it has in JSON."""
        return dict(msgspec.to_builtins(self))


class Answer(Record, frozen=True, dict=True):
    """Base of what a function of the Python interface returns, to which it ties the dataset that was asked."""


ClaimKind = Literal["mechanism", "effect", "pharmacokinetics", "safety", "origin"]
Result = Literal["positive", "negative", "null", "mixed", "unknown"]
Reading = Literal["full-text", "abstract", "excerpt", "secondary", "title"]
Allocation = Literal["randomized", "non-randomized", "not-stated"]
Blinding = Literal["double-blind", "single-blind", "open", "not-stated"]
MakersPart = Literal["funder", "staff", "drug-supplied", "consultancy"]
TrialStatus = Literal["completed", "terminated", "withdrawn", "ongoing", "unpublished", "unknown"]
Field = Literal["DOI", "PMID", "volume", "issue", "page"]
Subject = Literal["human", "animal", "laboratory", "secondary"]
Verdict = Literal["contradicted", "partly", "untraceable"]
Standing = Literal["normal", "retracted", "expression-of-concern", "corrected"]
RegulatoryStatus = Literal["registered", "not-approved", "restricted", "cancelled", "listed", "unconfirmed"]
CitationProblem = Literal["untraced", "misnumbered", "misattributed"]


# -- vocabulary --------------------------------------------------------------------------------------------------


class Term(Record, frozen=True):
    """A word of the controlled vocabulary: `id` in the data, `label` on the screen, a one-line `definition`."""

    id: Key
    label: Words
    definition: str


class Design(Term, frozen=True):
    """A study design. `symbol` and `short` stand for it in tables; `subject` is what was studied.

    `words` are other words for just that, by which it can be chosen.
    """

    short: str
    symbol: str
    subject: Subject
    words: tuple[Words, ...] = ()


class Topic(Term, frozen=True):
    """What a claim is about. `area` tells mechanisms from outcomes and the rest."""

    area: Literal["mechanism", "outcome", "general"]


class ResultTerm(Term, frozen=True):
    """Which way a result went."""

    symbol: str


class Group(Record, frozen=True):
    """A research group, so that papers from one laboratory can be told from independent ones."""

    id: Id
    name: str
    country: str


class Synonym(Record, frozen=True):
    """What people type and what it means: `means` is a kind and a value, as `topic:anxiety`; see the vocabulary.

    A word that ends in `*` stands for all that begin with it.
    """

    means: Words
    words: Some[Words]


class Heading(Record, frozen=True):
    """The sections of a profile to which facts belong by how their labels begin: Patent, Company to the origin."""

    section: Literal["origin", "safety", "pharmacokinetics", "limitations", "dosing", "people"]
    labels: Some[Words]


class Spelling(Record, frozen=True):
    """One person's name and the other ways in which registries write it."""

    name: Words
    spellings: Some[Words]


class Journal(Record, frozen=True):
    """A journal's name and the others it goes by: former, translated, in other spellings; short forms need none.

    `pubmed` is the name under which PubMed files it, where that says more than its words cut short; `translated` are
    the journals that print its papers a second time, in English.
    """

    name: Words
    also: tuple[Words, ...] = ()
    pubmed: Words | None = None
    translated: tuple[Words, ...] = ()


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
    synonyms: tuple[Synonym, ...] = ()
    headings: tuple[Heading, ...] = ()
    people: tuple[Spelling, ...] = ()
    journals: tuple[Journal, ...] = ()


# -- bibliography ------------------------------------------------------------------------------------------------


class Phrases(Record, frozen=True):
    """What the vocabulary's synonyms, labels and ids mean, by the phrase as it is searched.

    `exact` holds whole phrases, `begun` beginnings of them. A meaning is a kind and a value: `topic:anxiety`.
    `longest` is how many words the longest phrase has. `languages` are the small words by which it is told in which
    language a question is asked, `foreign` and `foreign_begun` the English for words of other languages and for what
    begins so; these three stand without accents.
    """

    exact: dict[str, tuple[str, ...]]
    begun: dict[str, tuple[str, ...]]
    longest: int
    languages: dict[str, tuple[str, ...]]
    foreign: dict[str, str]
    foreign_begun: dict[str, str]


class Trace(Record, frozen=True):
    """Where a reference was seen: kind of registry, the page's address, what was read there, and on what day.

    The address is written without its scheme; a public repository is named with owner, name and path.
    """

    registry: Words
    url: Page | None = None
    seen: str | None = None
    read: datetime.date | None = None


class Funding(Record, frozen=True):
    """Who paid for a study and what its authors declared, as seen; a reference without it was not looked up.

    `maker` lists the parts that the compound's maker had in the study; `conflicts` is what is declared, in our words.
    """

    seen: str
    funder: tuple[str, ...] = ()
    maker: tuple[MakersPart, ...] = ()
    conflicts: str | None = None
    note: str | None = None


class Registration(Record, frozen=True):
    """A trial's entry in a register of trials: its number there, sponsor and status, and where that was seen."""

    id: str
    registry: str
    seen: str
    sponsor: str | None = None
    status: TrialStatus | None = None
    note: str | None = None


class Notice(Record, frozen=True):
    """The notice behind a reference's standing, with its own identifiers."""

    doi: Doi | None = None
    pmid: Pmid | None = None
    issued: Year | None = None
    note: str | None = None


class Place(Record, frozen=True):
    """The other place of a work that was printed twice: what was seen of it, and where that was seen."""

    container_title: Words
    issued: Year
    language: Words
    trace: Some[Trace]
    volume: str | None = None
    issue: str | None = None
    page: str | None = None
    doi: Doi | None = None
    pmid: Pmid | None = None


CSL_TYPES = frozenset(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset "
    "document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation "
    "manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical "
    "personal_communication post post-weblog regulation report review review-book software song speech standard thesis "
    "treaty webpage".split()
)
"""The types of works that CSL 1.0.2 has."""


class Reference(Record, frozen=True):
    """One bibliographic record; fields carry their CSL meaning.

    `author` holds "Family, Given" strings in order (a name without a comma is an organisation).
    `n` counts subjects; `design` lists study designs, the highest first.
    """

    id: Id
    type: Words
    title: Words
    author: Some[Author]
    issued: Year
    container_title: Words
    language: Words
    compounds: tuple[str, ...]
    design: Some[str]
    trace: Some[Trace]
    original_title: str | None = None
    author_complete: bool = True
    volume: str | None = None
    issue: str | None = None
    page: str | None = None
    doi: Doi | None = None
    pmid: Pmid | None = None
    pmcid: Pmcid | None = None
    number: str | None = None
    url: Page | None = None
    publisher: str | None = None
    species: tuple[str, ...] = ()
    n: Count | None = None
    route: str | None = None
    comparator: str | None = None
    duration: str | None = None
    condition: str | None = None
    dose: str | None = None
    outcome: str | None = None
    allocation: Allocation | None = None
    blinding: Blinding | None = None
    funding: Funding | None = None
    registration: Registration | None = None
    read: Reading | None = None
    lacks: tuple[Field, ...] = ()
    group: str | None = None
    topics: tuple[str, ...] = ()
    translation_of: str | None = None
    other_place: Place | None = None
    updates: str | None = None
    pools: tuple[str, ...] = ()
    same_study_as: str | None = None
    standing: Standing = "normal"
    notice: Notice | None = None
    note: str | None = None


class Source(Record, frozen=True):
    """What is not a paper: register entry, database record, label, regulator's page, web article."""

    id: Id
    title: Words
    publisher: Words
    kind: Literal["registry", "database", "label", "regulator", "web", "developer", "vendor"]
    url: Page | None = None
    issued: str | None = None
    accessed: datetime.date | None = None
    note: str | None = None


# -- compounds ---------------------------------------------------------------------------------------------------


class Alias(Record, frozen=True):
    """A name other than the preferred one; `kind` says of which sort."""

    text: Line
    kind: Literal["synonym", "code", "other-script", "salt", "trade-name", "systematic", "abbreviation"]
    source: str | None = None
    note: str | None = None


class Sequence(Record, frozen=True):
    """A linear sequence of L-amino acids in one-letter notation, or in words where it is modified.

    `residues` is one-letter notation; `n_terminus` and `c_terminus` name what caps the ends (none: free H-/-OH).
    With caps, no mass is computed.
    """

    residues: Residues
    n_terminus: str | None = None
    c_terminus: str | None = None
    note: str | None = None

    @property
    def plain(self) -> bool:
        """Whether both ends are free and all residues known, so that formula and mass follow from them alone."""
        return not self.n_terminus and not self.c_terminus and "X" not in self.residues


class Identifier(Record, frozen=True):
    """A registry's number for a compound, with the source it was read in."""

    kind: Literal["CAS RN", "PubChem CID", "UNII", "ChEMBL", "InChIKey", "ATC", "DrugBank", "Wikidata", "ChemSpider"]
    value: Words
    source: str
    note: str | None = None


class Supported(Record, frozen=True):
    """Base of what rests on references, on sources, or on both."""

    references: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class Fact(Supported, frozen=True, kw_only=True):
    """A property of a compound that is neither a claim nor an identifier: dosage form, composition, origin.

    `study` is for the first screen: a study in people that is known from elsewhere and of which no paper is held, told
    in a few words.
    """

    label: Words
    value: Words
    study: Annotated[str, Meta(min_length=1, max_length=90)] | None = None


class Maker(Supported, frozen=True, kw_only=True):
    """Who makes a compound as a medicine, sells it as one or sponsored its development."""

    name: Words
    place: Words | None = None


class Regulatory(Record, frozen=True):
    """A dated regulatory event or status in one jurisdiction. `as_of` is an ISO date, month or year.

    `short` is the event in a few words, for the first screen.
    """

    jurisdiction: str
    status: RegulatoryStatus
    event: Words
    as_of: Moment
    sources: Some[str]
    confirmed: bool = True
    short: Annotated[str, Meta(max_length=60)] | None = None
    note: str | None = None


class Claim(Record, frozen=True):
    """One sentence of our own on one compound: what was observed, in whom, and which way it went.

    `design` narrows the level of evidence where a reference reports several designs and this rests on a lesser one;
    `graded` is the certainty that a review's own authors gave this outcome by GRADE. `primary` is the outcome that a
    trial named first: where one is told, the trial found what it found in that. `given` is false where no subject of
    the study was given the compound itself: its own level was measured, all were on placebo, a parent, a metabolite or
    another form was given, a review in people is of animals. `effect` is the size of what was found, in a few figures
    that stand in `text` too: `RR 2.39 (1.10–5.23)`.
    """

    id: Id
    text: Words
    topic: str
    kind: ClaimKind
    result: Result
    population: str
    references: Some[str]
    at: str | None = None
    n: Count | None = None
    route: str | None = None
    design: str | None = None
    graded: Literal["high", "moderate", "low", "very low"] | None = None
    primary: bool = False
    given: bool = True
    effect: Annotated[str, Meta(min_length=1, max_length=48)] | None = None


class Remark(Supported, frozen=True, kw_only=True):
    """A limitation, an open question or an anecdotal report."""

    text: Words


class Approach(Supported, frozen=True, kw_only=True):
    """A pathway or experimental framework people ask about; `found` says whether a paper on the compound was found."""

    name: Words
    text: Words
    found: bool


class Faq(Supported, frozen=True, kw_only=True):
    """A question people ask, with an answer in our own words."""

    id: Id
    question: Words
    answer: Words


class Searched(Record, frozen=True):
    """When and where the literature of a compound was last looked through, by which words, and what was new."""

    day: datetime.date
    registers: Some[Words]
    words: Some[Words]
    new: Annotated[int, Meta(ge=0, lt=MOST)]
    note: str | None = None


class Relative(Supported, frozen=True, kw_only=True):
    """What is called like a compound, or sold as one, and is another thing; found by its names and told apart."""

    name: Line
    aliases: tuple[str, ...] = ()
    text: Words


LEFT_OUT = "\N{HORIZONTAL ELLIPSIS}"
"""Stands in an extending record for each text it need not repeat; the record that is extended has it."""


class Compound(Record, frozen=True, rename=_table):
    """A research peptide, peptide derivative or peptide mixture, with all that is claimed of it.

    With `extends` it adds to the compound of the same id in an earlier folder, instead of taking its place; then the
    id alone is needed. What is laid over one another keeps it. `leading` are the topics that are told first.
    """

    id: Id
    name: Line
    compound_class: Words
    summary: str
    primary_mechanism: str
    distinction: str
    extends: bool = False
    parent: str | None = None
    originators: tuple[str, ...] = ()
    sequence: Sequence | None = None
    formula: str | None = None
    molar_mass: Mass | None = None
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
    relatives: tuple[Relative, ...] = ()
    searched: tuple[Searched, ...] = ()
    makers: tuple[Maker, ...] = ()
    leading: tuple[str, ...] = ()


# -- what circulates and does not hold ---------------------------------------------------------------------------


class Statement(Record, frozen=True):
    """What a source says that does not fully hold, with the verdict and what the evidence says instead.

    `also` are other ways in which it is put, by which an audit recognises it. `telling` marks those that mislead most,
    which are told first.
    """

    id: Id
    compounds: Some[str]
    text: Words
    topic: str
    verdict: Verdict
    explanation: str
    evidence: str
    also: tuple[Words, ...] = ()
    circulates_in: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    telling: bool = False


class UntracedCitation(Record, frozen=True):
    """A citation that circulates and that no registry knows, or that belongs to another paper."""

    id: Id
    citation: Words
    compounds: Some[str]
    problem: CitationProblem
    said: str
    explanation: str
    author: str | None = None
    year: Year | None = None
    doi: Doi | None = None
    pmid: Pmid | None = None
    searched: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()
    seen: tuple[Page, ...] = ()


# -- all kinds -------------------------------------------------------------------------------------------------------

KINDS: dict[str, Any] = {
    "source": Source,
    "reference": Reference,
    "statement": Statement,
    "citation": UntracedCitation,
    "compound": Compound,
}
"""The kinds of record in the order in which they are put in: what others rest on first."""


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


# -- what is worked out ------------------------------------------------------------------------------------------


class NameKey(Record, frozen=True):
    """One way a compound is written, as it stands and in what form it is one."""

    compound: str
    text: str
    preferred: bool = False


class DesignCount(Record, frozen=True):
    """How many references have a design as their highest."""

    design: str
    count: int


class Tally(Record, frozen=True):
    """A compound's bibliography in numbers; a study that two papers tell counts once in `human`.

    `works` are the references without second places: a paper and its translation are one, here and in all that follows.
    `designs` counts works by their best design, those aside that gave the compound itself to nobody.
    `groups` counts the research groups that are known; `largest` is the group with most works.
    `unaffiliated` counts works whose group was not seen. `independent` counts works whose group is known
    and is not one of those that originated the compound.
    """

    references: int
    works: int
    human: int
    designs: tuple[DesignCount, ...]
    groups: int
    largest: str | None
    largest_count: int
    unaffiliated: int
    independent: int
    retracted: int
