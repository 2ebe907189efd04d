"""Every study in people, one row each: who, how, against what, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..dataset.dataset import Dataset
from ..dataset.model import (
    Allocation,
    Answer,
    Blinding,
    Claim,
    Compound,
    Funding,
    Reading,
    Record,
    Reference,
    Registration,
    Result,
    Standing,
)
from ..errors import NotFoundError, UsageError
from ..notation import people
from .designs import Studies, studies
from .lexicon import topic_id
from .own import ShownFact, own_among, own_of
from .passing import nothing_passes
from .studies import decisive, together
from .years import refuse_years


class Filters(Record, frozen=True):
    """What a study must be to count: on a topic, of a design, with a result, published in these years.

    `design` may be a blinding. Of a study on which no claim is held the result is unknown.
    """

    topic: str | None = None
    design: str | None = None
    result: Result | None = None
    since: int | None = None
    until: int | None = None


class Trial(Record, frozen=True):
    """One study in people. What was not seen is None, never a guess; doses are parameters of the study.

    `result` is that of the dataset's claims on it together, or of those on its primary outcome where they are told, and
    `effect` the size of that, in figures. `findings` are the sentences of all, `at` where in the paper each stands.
    `also` are ids of other papers that tell the same study. `own` tells that own data have brought or changed one of
    the papers, or a claim on it. `n` is that of the study, or the largest that a claim on it or another of its papers
    gives where the first does not.
    """

    reference: str
    compounds: tuple[str, ...]
    byline: str
    year: int
    title: str
    design: str
    allocation: Allocation | None
    blinding: Blinding | None
    condition: str | None
    n: int | None
    comparator: str | None
    dose: str | None
    route: str | None
    duration: str | None
    outcome: str | None
    result: Result | None
    effect: str | None
    topics: tuple[str, ...]
    findings: tuple[str, ...]
    at: tuple[str | None, ...]
    funding: Funding | None
    registration: Registration | None
    standing: Standing
    read: Reading | None
    doi: str | None
    pmid: str | None
    also: tuple[str, ...]
    own: bool = False


class Unheld(Record, frozen=True):
    """A study in people of a compound that is known from elsewhere, and of which no paper is held; in a few words."""

    compound: str
    study: str
    references: tuple[str, ...]
    sources: tuple[str, ...]
    own: bool = False


class Trials(Answer, frozen=True):
    """The answer to `peptide trials`: studies by compound asked for, the strongest designs first, then the newest."""

    compounds: tuple[str, ...]
    trials: tuple[Trial, ...]
    funded_by_maker: int
    """Studies that the maker paid for, or whose authors it employed."""
    funding_seen: int
    """Studies of which it was seen who paid."""
    own_compounds: tuple[str, ...] = ()
    """Those of the studies' compounds that own data have brought, changed or extended."""
    unheld: tuple[Unheld, ...] = ()
    """Of the compounds that were named, where nothing narrows the answer."""


def trials(dataset: Dataset, compounds: Sequence[Compound] = (), filters: Filters | None = None) -> Trials:
    """Return every study in people of the compounds, of all where none is named.

    Raises NotFoundError when there is none, UsageError for an unknown topic or design, or for years that are none.
    """
    filters = filters or Filters()
    topic = topic_id(dataset, filters.topic) if filters.topic else None
    refuse_years(filters.since, filters.until)
    wanted = {compound.id for compound in compounds}
    keys = [key for (key,) in dataset.rows("SELECT id FROM reference WHERE subject = 'human' ORDER BY id")]
    studied = [r for r in dataset.references.some(keys) if not wanted or wanted & set(r.compounds)]
    claims = _claims(dataset, [reference.id for reference in studied])
    told = {r.id: first for r in studied if (first := r.same_study_as or r.translation_of)}
    here = {reference.id for reference in studied}
    seconds: dict[str, list[str]] = {}
    for key, main in told.items():
        seconds.setdefault(main, []).append(key)
    own = dataset.own("reference") | _under_own_claims(dataset)
    found = []
    for reference in studied:
        # A second paper of a study stands in the row of the first.
        if told.get(reference.id) in here and reference.id not in seconds:
            continue
        also = tuple(seconds.get(reference.id, ()))
        of = [claim for key in (reference.id, *also) for claim in claims.get(key, ())]
        if of and not any(claim.given for claim in of):
            continue
        # Asked of one topic, a study found what it found on that.
        on_topic = [claim for claim in of if claim.topic == topic]
        mine = not own.isdisjoint((reference.id, *also))
        found.append(_trial(dataset, reference, of, on_topic or of, also, mine))
    wanted_studies = studies(dataset, filters.design) if filters.design else None
    kept = [trial for trial in found if _passes(trial, filters, topic, wanted_studies)]
    unheld = tuple(_unheld(dataset, compounds)) if filters == Filters() else ()
    if not kept and not unheld:
        names = ", ".join(compound.name for compound in compounds) or "any compound"
        if found and filters != Filters():
            command = " ".join(("peptide trials", *(compound.id for compound in compounds)))
            subject = f"No study in people of {names}"
            raise NotFoundError(nothing_passes(subject, filters, len(found), ("is held", "are held"), command))
        raise NotFoundError(f"No study that gave {names} to people is held. All studies: peptide trials")
    rank = dataset.ranks
    kept.sort(key=lambda trial: (rank[trial.design], -trial.year, trial.reference))
    seen = [trial for trial in kept if trial.funding]
    return Trials(
        compounds=tuple(compound.id for compound in compounds),
        trials=tuple(kept),
        funded_by_maker=sum(1 for t in seen if t.funding and {"funder", "staff"} & set(t.funding.maker)),
        funding_seen=len(seen),
        own_compounds=own_among(dataset, sorted({*wanted, *(key for trial in kept for key in trial.compounds)})),
        unheld=unheld,
    )


def any_held(dataset: Dataset, compound: str, filters: Filters | None = None) -> bool:
    """Tell whether `trials` has anything to tell of a compound: where it has not, or refuses, nobody is sent there."""
    try:
        return bool(trials(dataset, [dataset.compounds[compound]], filters))
    except (NotFoundError, UsageError):
        return False


def _unheld(dataset: Dataset, compounds: Sequence[Compound]) -> Iterator[Unheld]:
    for compound in compounds:
        for fact in own_of(dataset, compound).all_of("facts", ShownFact):
            if fact.study:
                yield Unheld(compound=compound.id, study=fact.study, references=fact.references, sources=fact.sources,
                             own=fact.own)  # fmt: skip


def _under_own_claims(dataset: Dataset) -> frozenset[str]:
    """Return the references on which claims rest that own data have brought or changed."""
    sql = (
        "SELECT DISTINCT x.reference FROM claim_reference x JOIN claim c ON c.compound = x.compound AND c.id = x.claim "
        "WHERE c.own"
    )
    return frozenset(key for (key,) in dataset.rows(sql))


def _claims(dataset: Dataset, references: Sequence[str]) -> dict[str, list[Claim]]:
    """Return the claims that rest on each reference."""
    wanted = set(references)
    compounds = dataset.rows("SELECT DISTINCT compound FROM claim ORDER BY compound")
    found: dict[str, list[Claim]] = {}
    for (key,) in compounds:
        for claim in dataset.compounds[key].claims:
            for reference in claim.references:
                if reference in wanted:
                    found.setdefault(reference, []).append(claim)
    return found


def _trial(
    dataset: Dataset,
    reference: Reference,
    claims: Sequence[Claim],
    asked: Sequence[Claim],
    also: tuple[str, ...],
    own: bool,
) -> Trial:
    """Return a study with all its claims; what it found is told by those `asked` for."""
    best = min(reference.design, key=dataset.ranks.__getitem__)
    outcomes = [claim for claim in asked if claim.kind in {"effect", "mechanism", "pharmacokinetics"}] or asked
    deciding = decisive(outcomes)
    said = {claim.text: claim.at for claim in claims}
    sizes = [*(claim.n for claim in claims), *(paper.n for paper in dataset.references.some(also))]
    randomized: Allocation | None = "randomized" if best == "randomized-controlled-trial" else None
    return Trial(
        reference=reference.id,
        compounds=reference.compounds,
        byline=people.byline(reference.author, reference.author_complete, most=1),
        year=reference.issued,
        title=reference.title,
        design=best,
        allocation=reference.allocation or randomized,
        blinding=reference.blinding,
        condition=reference.condition or next((claim.population for claim in claims if claim.population), None),
        n=reference.n or max(filter(None, sizes), default=None),
        comparator=reference.comparator,
        dose=reference.dose,
        route=reference.route,
        duration=reference.duration,
        outcome=reference.outcome,
        result=together(claim.result for claim in deciding) if deciding else None,
        effect=next((claim.effect for claim in deciding if claim.effect), None),
        topics=tuple(dict.fromkeys([*(claim.topic for claim in claims), *reference.topics])),
        findings=tuple(said),
        at=tuple(said.values()),
        funding=reference.funding,
        registration=reference.registration,
        standing=reference.standing,
        read=reference.read,
        doi=reference.doi,
        pmid=reference.pmid,
        also=also,
        own=own,
    )


def _passes(trial: Trial, filters: Filters, topic: str | None, wanted: Studies | None) -> bool:
    if topic and topic not in trial.topics:
        return False
    if wanted and not wanted.have((trial.design,), trial.blinding):
        return False
    if filters.result and (trial.result or "unknown") != filters.result:  # of a study without a claim none is known
        return False
    return (filters.since or 0) <= trial.year <= (filters.until or 9999)
