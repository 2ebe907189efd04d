"""The rows of each answer, for CSV and Markdown: one reference, compound or finding a row, nothing cut, no signs."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence

from ..answers.compare import Comparison
from ..answers.first_screen import FirstScreen, StudyRow
from ..answers.list_ import Catalogue
from ..answers.own import ShownApproach, ShownRelative
from ..answers.search import Hit
from ..answers.show import Profile, section_of
from ..answers.trials import Trials
from ..answers.weight import TopicEvidence
from ..dataset.dataset import Dataset
from ..dataset.model import Reference, Result
from ..errors import UsageError
from .rows import Rows
from .words import doubt, maker_of

_BETWEEN = "; "


def of_references(references: Iterable[Reference], own: Container[str] = ()) -> Rows:
    """Return references, one a row; authors as "Family, Given" and several values divided by semicolons.

    Of those in `own` the last column says so.
    """
    return Rows(header=REFERENCE, rows=tuple(of_reference(reference, reference.id in own) for reference in references))


REFERENCE = (
    "id", "type", "author", "author-complete", "issued", "title", "original-title", "container-title", "volume",
    "issue", "page", "DOI", "PMID", "PMCID", "language", "compounds", "design", "species", "n", "standing",
    "own",
)  # fmt: skip
"""The header above references."""


def of_reference(reference: Reference, own: bool = False) -> tuple[str, ...]:
    """Return the row of a reference."""
    return (
        reference.id,
        reference.type,
        _BETWEEN.join(author.rstrip(",") for author in reference.author),
        "true" if reference.author_complete else "false",
        str(reference.issued),
        reference.title,
        reference.original_title or "",
        reference.container_title,
        reference.volume or "",
        reference.issue or "",
        reference.page or "",
        reference.doi or "",
        reference.pmid or "",
        reference.pmcid or "",
        reference.language,
        _BETWEEN.join(reference.compounds),
        _BETWEEN.join(reference.design),
        _BETWEEN.join(reference.species),
        _number(reference.n),
        reference.standing,
        _own(own),
    )


def of_hits(hits: Iterable[Hit]) -> Rows:
    """Return what answers a question, one hit a row."""
    header = (
        "kind",
        "id",
        "compounds",
        "section",
        "text",
        "topic",
        "level",
        "result",
        "verdict",
        "references",
        "score",
        "own",
    )
    return Rows(
        header=header,
        rows=tuple(
            (hit.kind, hit.id, _BETWEEN.join(hit.compounds), hit.section, hit.text, hit.topic or "", hit.level or "",
             hit.result or "", hit.verdict or "", _BETWEEN.join(hit.references), f"{hit.score:g}", _own(hit.own))
            for hit in hits
        ),
    )  # fmt: skip


def of_findings(dataset: Dataset, profile: Profile) -> Rows:
    """Return the findings of a profile, one a row, each with the DOIs and PMIDs of the references behind it."""
    rows = []
    for finding in profile.findings:
        claim = finding.claim
        behind = [dataset.references[key] for key in claim.references]
        rows.append(
            (
                claim.id,
                section_of(finding),
                claim.topic,
                claim.result,
                finding.level,
                claim.population,
                _number(claim.n),
                claim.route or "",
                claim.text,
                claim.at or "",
                _BETWEEN.join(claim.references),
                _BETWEEN.join(reference.doi for reference in behind if reference.doi),
                _BETWEEN.join(reference.pmid for reference in behind if reference.pmid),
                "retracted" if finding.retracted else "",
                _own(finding.own),
            )
        )
    header = (
        "id", "section", "topic", "result", "design", "population", "n", "route", "finding", "at", "references", "DOI",
        "PMID", "standing", "own",
    )  # fmt: skip
    return Rows(header=header, rows=tuple(rows))


def of_trials(trials: Trials) -> Rows:
    """Return studies in people, one a row; what was not seen is empty."""
    header = (
        "reference", "compounds", "year", "design", "allocation", "blinding", "condition", "n", "comparator", "dose",
        "route", "duration", "outcome", "result", "effect", "topics", "funder", "maker", "conflicts", "registration",
        "sponsor", "status", "standing", "read", "DOI", "PMID", "also", "findings", "own",
    )  # fmt: skip
    rows = []
    for t in trials.trials:
        funding, registration = t.funding, t.registration
        rows.append(
            (t.reference, _BETWEEN.join(t.compounds), str(t.year), t.design, t.allocation or "", t.blinding or "",
             t.condition or "", _number(t.n), t.comparator or "", t.dose or "", t.route or "", t.duration or "",
             t.outcome or "", t.result or "", t.effect or "", _BETWEEN.join(t.topics),
             _BETWEEN.join(funding.funder) if funding else "", _BETWEEN.join(funding.maker) if funding else "",
             (funding.conflicts or "") if funding else "", registration.id if registration else "",
             (registration.sponsor or "") if registration else "", (registration.status or "") if registration else "",
             t.standing, t.read or "", t.doi or "", t.pmid or "", _BETWEEN.join(t.also), " ".join(t.findings),
             _own(t.own))
        )  # fmt: skip
    return Rows(header=header, rows=tuple(rows))


def of_numbered(profile: Profile) -> Rows:
    """Return the references of a profile, one a row."""
    own = {item.reference.id for item in profile.references if item.own}
    return of_references((item.reference for item in profile.references), own)


def of_sections(dataset: Dataset, profile: Profile, sections: Sequence[str]) -> Rows:
    """Return what was asked for of a profile: findings, or events, or statements, one a row.

    Raises UsageError for sections that are tables of different columns.
    """
    asked = tuple(dict.fromkeys(sections))
    makers = {_SECTIONS.get(section, _of_finding_sections) for section in asked} or {_of_finding_sections}
    if len(makers) > 1:
        raise UsageError(
            f"--section {' and '.join(asked)} are tables of different columns; ask for one at a time, "
            "or take -f json, ndjson, markdown or html"
        )
    return makers.pop()(dataset, profile, asked)


def _of_finding_sections(dataset: Dataset, profile: Profile, _sections: Sequence[str]) -> Rows:
    return of_findings(dataset, profile)


def _of_regulatory(_dataset: Dataset, profile: Profile, _sections: Sequence[str]) -> Rows:
    return Rows(
        header=("jurisdiction", "as-of", "status", "event", "confirmed", "sources", "own"),
        rows=tuple(
            (item.jurisdiction, item.as_of, item.status, item.event, "true" if item.confirmed else "false",
             _BETWEEN.join(item.sources), _own(item.own))
            for item in profile.regulatory
        ),
    )  # fmt: skip


def _of_statements(_dataset: Dataset, profile: Profile, _sections: Sequence[str]) -> Rows:
    said: list[tuple[str, ...]] = [
        (s.id, "statement", s.text, s.verdict, s.explanation, s.evidence, _BETWEEN.join(s.references), _own(s.own))
        for s in profile.statements
    ]
    said += [
        (c.id, "citation", c.citation, c.problem, c.said, c.explanation, _BETWEEN.join(c.nearest), _own(c.own))
        for c in profile.untraced
    ]
    header = ("id", "kind", "text", "verdict", "explanation", "evidence", "references", "own")
    return Rows(header=header, rows=tuple(said))


def _of_faq(_dataset: Dataset, profile: Profile, _sections: Sequence[str]) -> Rows:
    return Rows(
        header=("id", "question", "answer", "references", "own"),
        rows=tuple((f.id, f.question, f.answer, _BETWEEN.join(f.references), _own(f.own)) for f in profile.faq),
    )


def _of_remarks(_dataset: Dataset, profile: Profile, sections: Sequence[str]) -> Rows:
    return Rows(
        header=("section", "text", "references", "sources", "own"),
        rows=tuple(
            (section, r.text, _BETWEEN.join(r.references), _BETWEEN.join(r.sources), _own(r.own))
            for section in sections
            for r in getattr(profile, section)
        ),
    )


def _of_named(_dataset: Dataset, profile: Profile, sections: Sequence[str]) -> Rows:
    """Return what has a name and a text: relatives, or pathways and frameworks, and whether a paper was found."""
    named: list[tuple[str, ShownRelative | ShownApproach, str]] = []
    if "methods" in sections:
        named += [("pathway", approach, str(approach.found).lower()) for approach in profile.pathways]
        named += [("framework", approach, str(approach.found).lower()) for approach in profile.frameworks]
    if "relatives" in sections:
        named += [("relative", relative, "") for relative in profile.relatives]
    return Rows(
        header=("kind", "name", "text", "found", "references", "sources", "own"),
        rows=tuple(
            (kind, item.name, item.text, found, _BETWEEN.join(item.references), _BETWEEN.join(item.sources),
             _own(item.own))
            for kind, item, found in named
        ),
    )  # fmt: skip


def _of_identity(_dataset: Dataset, profile: Profile, _sections: Sequence[str]) -> Rows:
    compound = profile.compound
    single = {"name": compound.name, "class": compound.compound_class, "sequence": compound.sequence or "",
              "formula": compound.formula or "", "molar-mass": _mass(compound.molar_mass)}  # fmt: skip
    told = [(key, value, _own(key in compound.own_texts)) for key, value in single.items()]
    told += [(item.kind, item.value, _own(item.own)) for item in compound.identifiers]
    told += [(alias.kind, alias.text, _own(alias.own)) for alias in compound.aliases]
    told += [("Maker", maker_of(maker), _own(maker.own)) for maker in compound.makers]
    told += [(fact.label, fact.value, _own(fact.own)) for fact in compound.facts]
    return Rows(header=("what", "value", "own"), rows=tuple(told))


def _of_evidence(_dataset: Dataset, profile: Profile, _sections: Sequence[str]) -> Rows:
    """Return the studies behind a profile by topic and kind, with how sure those of the topic make one."""
    signs: tuple[Result, ...] = ("positive", "null", "negative", "mixed", "unknown")
    header = ("subject", "topic", "kind", "studies", "n", *signs, "certainty", "references", "own")
    rows = [] if profile.first is None else study_rows_of(profile.first)
    sure = {(subject, row.topic): row.certainty.word for subject, row in rows if row.certainty}
    return Rows(
        header=header,
        rows=tuple(
            (subject, row.topic, row.kind, str(row.studies), _number(row.n),
             *(str(row.results.get(sign, 0)) for sign in signs), sure.get((subject, row.topic), ""),
             _BETWEEN.join(row.references), _own(row.own))
            for subject, row in rows
        ),
    )  # fmt: skip


def study_rows_of(first: FirstScreen) -> list[tuple[str, StudyRow]]:
    """Return the studies of a profile by topic and kind, each row with whom it tells of: people, harm, animals."""
    parts = {"people": first.people, "harm": first.safety, "animals": first.animals}
    return [(subject, row) for subject, rows in parts.items() for row in rows]


def _of_references(_dataset: Dataset, profile: Profile, _sections: Sequence[str]) -> Rows:
    return of_numbered(profile)


_SECTIONS: dict[str, Callable[[Dataset, Profile, Sequence[str]], Rows]] = {
    "identity": _of_identity, "evidence": _of_evidence, "regulatory": _of_regulatory, "statements": _of_statements,
    "limitations": _of_remarks, "questions": _of_remarks, "anecdotes": _of_remarks, "methods": _of_named,
    "relatives": _of_named, "faq": _of_faq, "references": _of_references,
}  # fmt: skip
"""What makes the table of each section; all others are findings, of one table."""


def of_catalogue(catalogue: Catalogue) -> Rows:
    """Return compounds, one a row, with their bibliography in numbers and what is regulated where."""
    header = (
        "id", "name", "class", "sequence", "formula", "molar-mass", "CAS RN", "references", "works",
        "studies-in-people", "groups", "independent", "retracted", "best-design", "regulatory", "own",
    )  # fmt: skip
    rows = []
    for entry in catalogue.entries:
        compound, tally = entry.compound, entry.tally
        rows.append(
            (
                compound.id,
                compound.name,
                compound.compound_class,
                compound.sequence or "",
                compound.formula or "",
                _mass(compound.molar_mass),
                _BETWEEN.join(item.value for item in compound.identifiers if item.kind == "CAS RN"),
                str(tally.references),
                str(tally.works),
                str(tally.human),
                str(tally.groups),
                str(tally.independent),
                str(tally.retracted),
                tally.designs[0].design if tally.designs else "",
                _BETWEEN.join(
                    f"{item.jurisdiction} {item.status} {item.as_of}{doubt(item)}" for item in entry.regulatory
                ),
                _own(entry.own),
            )
        )
    return Rows(header=header, rows=tuple(rows))


def of_comparison(dataset: Dataset, comparison: Comparison, *, differences: bool = False) -> Rows:
    """Return a comparison: a row for every property, topic and jurisdiction, a column for every compound.

    With `differences`, rows that are equal in all are left out.
    """
    compounds = [compared.compound for compared in comparison.compounds]
    tallies = [compared.tally for compared in comparison.compounds]
    rows: list[tuple[str, ...]] = [
        ("identity", "own", *(_own(compound.own) for compound in compounds)),
        ("identity", "class", *(compound.compound_class for compound in compounds)),
        ("identity", "parent", *(dataset.compounds[compound.id].parent or "" for compound in compounds)),
        ("identity", "sequence", *(compound.sequence or "" for compound in compounds)),
        ("identity", "residues", *(compound.residues or "" for compound in compounds)),
        ("identity", "formula", *(compound.formula or "" for compound in compounds)),
        ("identity", "molar-mass", *(_mass(compound.molar_mass) for compound in compounds)),
        ("identity", "primary-mechanism", *(compound.primary_mechanism for compound in compounds)),
        ("identity", "distinction", *(compound.distinction for compound in compounds)),
    ]
    for kind in dict.fromkeys(item.kind for compound in compounds for item in compound.identifiers):
        values = [
            _BETWEEN.join(item.value for item in compound.identifiers if item.kind == kind) for compound in compounds
        ]
        rows.append(("identity", kind, *values))
    rows += [
        ("bibliography", "references", *(str(tally.references) for tally in tallies)),
        ("bibliography", "works", *(str(tally.works) for tally in tallies)),
        ("bibliography", "studies-in-people", *(str(tally.human) for tally in tallies)),
        ("bibliography", "groups", *(str(tally.groups) for tally in tallies)),
        ("bibliography", "independent", *(str(tally.independent) for tally in tallies)),
    ]
    rows += [("evidence", row.topic, *map(_evidence, row.cells)) for row in comparison.topics]
    rows += [
        (
            "regulatory",
            row.jurisdiction,
            *(
                _BETWEEN.join(f"{item.as_of} {item.status}{doubt(item)}{' own' * item.own}" for item in items)
                for items in row.cells
            ),
        )
        for row in comparison.regulatory
    ]
    if differences:
        rows = [row for row in rows if len(set(row[2:])) > 1]
    return Rows(header=("section", "row", *(compound.id for compound in compounds)), rows=tuple(rows))


def _evidence(cell: TopicEvidence | None) -> str:
    if cell is None:
        return ""
    counts = [f"{count} {result}" for result, count in cell.results.items() if count]
    return _BETWEEN.join([cell.best, *counts, f"{cell.works} works", f"{cell.groups} groups", *(["own"] * cell.own)])


def _own(own: bool) -> str:
    return "own" if own else ""


def _mass(mass: float | None) -> str:
    return f"{mass:.2f}" if mass else ""


def _number(number: int | None) -> str:
    return "" if number is None else str(number)
