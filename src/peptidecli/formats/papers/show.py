"""The profile of one compound as a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from ...answers.first_screen import FirstScreen, StudyRow
from ...answers.own import ShownApproach, ShownRelative, ShownRemark
from ...answers.show import Finding, Profile, section_of
from ...dataset.dataset import Dataset
from ...dataset.model import Supported
from .. import words
from ..paper import (
    Bar,
    Bars,
    Block,
    Bullets,
    Heading,
    Notes,
    Paper,
    Paragraph,
    Piece,
    Strong,
    Table,
    Words,
    marked,
    owned,
)

_FINDINGS = {
    "mechanisms": "Mechanisms", "effects": "Effects in people", "animal-effects": "Effects in animals and cells",
    "pharmacokinetics": "Pharmacokinetics", "safety": "Safety", "origin": "Origin",
}  # fmt: skip

STUDIES = ("Topic", "Studies", "n", "What was found", "How sure", "Papers")


def of_profile(dataset: Dataset, profile: Profile) -> Paper:
    """Return a profile, or the sections that it holds, as a document whose notes are the references."""
    notes = Notes(dataset).numbered(
        ((item.number, item.reference.id) for item in profile.references),
        ((item.number, item.source.id) for item in profile.sources),
    )
    page = _Page(dataset, profile, notes)
    about = profile.about or dataset.about
    return Paper(
        title=profile.compound.name,
        blocks=tuple(page.blocks()),
        notes=notes.all(),
        issued=str(about.issued),
        disclaimer=about.disclaimer,
    )


def study_table(dataset: Dataset, rows: Sequence[StudyRow], notes: Notes, caption: str) -> Table:
    """Return studies by topic and kind as a table."""
    shown: list[Sequence[Words]] = []
    for row in rows:
        kind = words.kind_of(dataset, row.topic)
        shown.append(
            (
                [dataset.topics[row.topic].label],
                [*owned(row.own), words.kind_of_study(row)],
                [f"{row.n:,}" if row.n else "not seen"],
                [words.directions(row.results, kind) + words.largest(row, kind)],
                [row.certainty.word if row.certainty else ""],
                notes.of(row.references),
            )
        )
    return Table(caption, STUDIES, shown, numbers=frozenset({2}))


class _Page:
    """A profile on its way to being a document, section by section."""

    def __init__(self, dataset: Dataset, profile: Profile, notes: Notes) -> None:
        self.dataset, self.profile, self.notes = dataset, profile, notes

    def blocks(self) -> Iterator[Block]:
        """Yield what the profile holds, in reading order."""
        profile = self.profile
        yield Paragraph([*([Strong("From your own data. ")] if profile.own else []), self._line()])
        yield Paragraph([*self._own("summary"), f"{profile.compound.summary} ",
                         *self._own("distinction"), profile.compound.distinction])  # fmt: skip
        yield Paragraph(["How it may work: ", *self._own("primary-mechanism"), profile.compound.primary_mechanism])
        if profile.compound.identifiers or profile.compound.aliases or profile.compound.facts:
            yield from self._identity()
        if profile.first:
            yield from self._evidence(profile.first)
        for section, title in _FINDINGS.items():
            found = [finding for finding in profile.findings if section_of(finding) == section]
            if found:
                yield Heading(title)
                yield from self._findings(title, found)
        if profile.regulatory:
            yield Heading("Regulatory status, as of the dates given")
            yield self._regulatory()
        yield from self._not_holding()
        yield from self._remarks("Limitations", profile.limitations)
        yield from self._remarks("Open questions", profile.questions)
        yield from self._named("Pathways and methods asked about", (*profile.pathways, *profile.frameworks))
        yield from self._remarks("Anecdotal: community reports, not evidence, never counted", profile.anecdotes)
        yield from self._named("Called like it, and another thing", profile.relatives)
        if profile.faq:
            yield Heading("Questions people ask")
            for item in profile.faq:
                yield Heading(marked(item.question, item.own), 3)
                yield Paragraph([item.answer, *self._behind(item)])

    def _behind(self, item: Supported) -> list[Piece]:
        return self.notes.of(item.references, item.sources)

    def _own(self, key: str) -> list[Piece]:
        return owned(key in self.profile.compound.own_texts)

    def _line(self) -> str:
        compound = self.profile.compound
        numbers = [f"{item.kind} {item.value}" for item in self.profile.compound.identifiers if item.kind == "CAS RN"]
        mass = f"{compound.molar_mass:.2f} g/mol" if compound.molar_mass else ""
        return " · ".join(
            filter(None, (compound.sequence or compound.compound_class, compound.formula, mass, *numbers))
        )

    def _identity(self) -> Iterator[Block]:
        compound = self.profile.compound
        record = self.dataset.compounds[compound.id]
        told: list[tuple[str, Words]] = [("Class", [*self._own("class"), compound.compound_class])]
        if compound.parent:
            told.append(("Parent", [*self._own("parent"), self.dataset.compounds[compound.parent].name]))
        if compound.sequence:
            told.append(("Sequence", [*self._own("sequence"), compound.sequence]))
        if compound.formula:
            mass = f", {compound.molar_mass:.2f} g/mol" if compound.molar_mass else ""
            source = [record.formula_source] if record.formula_source and not compound.computed else []
            how = ", computed from the sequence" if compound.computed else ""
            told.append(
                ("Formula", [*self._own("formula"), compound.formula + mass + how, *self.notes.of(sources=source)])
            )
        told += [
            (i.kind, [*owned(i.own), i.value, f" ({i.note})" if i.note else "", *self.notes.of(sources=[i.source])])
            for i in compound.identifiers
        ]
        told += [("Maker", [*owned(m.own), words.maker_of(m), *self._behind(m)]) for m in compound.makers]
        told += [(fact.label, [*owned(fact.own), fact.value, *self._behind(fact)]) for fact in compound.facts]
        if compound.aliases:
            told.append(("Also written", ["; ".join(marked(alias.text, alias.own) for alias in compound.aliases)]))
        yield Heading("Identity")
        yield Table("What it is", ("What", "Value"), [([label], value) for label, value in told])

    def _evidence(self, first: FirstScreen) -> Iterator[Block]:
        tally, behind = self.profile.tally, first.behind
        yield Heading("What stands behind it")
        told = [f"{tally.references} references", f"{tally.works} works"]
        if tally.groups:
            largest = f" ({self.dataset.groups[tally.largest].name}: {tally.largest_count})" if tally.largest else ""
            told.append(f"{tally.groups} research groups seen{largest}, for {tally.unaffiliated} papers not seen")
        if tally.retracted:
            told.append(f"{tally.retracted} retracted")
        told.append(
            f"read: {behind.depth.get('whole', 0)} whole, {behind.depth.get('abstract', 0)} as abstracts, "
            f"{behind.depth.get('less', 0)} by title or others' account"
        )
        yield Paragraph(["; ".join(told) + "."])
        yield self._years()
        if first.people:
            yield Heading("Studies in people", 3)
            yield study_table(self.dataset, first.people, self.notes, "Studies in people by topic and kind, harm aside")
        else:
            yield Paragraph([words.no_people(first.aside)])
        if unheld := [fact for fact in self.profile.compound.facts if fact.study]:
            yield Heading("Studies in people of which no paper is held", 3)
            yield Bullets([[*owned(fact.own), fact.study or "", *self._behind(fact)] for fact in unheld])
        if first.safety:
            yield Heading("Studies that looked for harm", 3)
            rows = [
                ([*owned(row.own), words.kind_of_study(row)], [f"{row.n:,}" if row.n else "not seen"],
                 [words.directions(row.results, "safety")], self.notes.of(row.references))
                for row in first.safety
            ]  # fmt: skip
            header = ("Studies", "n", "What was found", "Papers")
            yield Table("Studies in people that looked for harm", header, rows, numbers=frozenset({1}))

    def _years(self) -> Bars:
        people: Counter[int] = Counter()
        others: Counter[int] = Counter()
        for item in self.profile.references:
            best = item.reference.design[0]
            (people if self.dataset.designs[best].subject == "human" else others)[item.reference.issued] += 1
        years = [*people, *others]
        span = range(min(years), max(years) + 1) if years else ()
        bars = [Bar(str(year), (people[year], others[year])) for year in span]
        return Bars("References by year of publication", ("papers on people", "other references"), bars)

    def _findings(self, title: str, found: Sequence[Finding]) -> Iterator[Block]:
        rows: list[Sequence[Words]] = []
        for topic, group in groupby(found, key=lambda finding: finding.claim.topic):
            for finding in group:
                claim = finding.claim
                kind = words.kind_of_claim(claim.kind, claim.topic, claim.result)
                warning: list[Piece] = [Strong("RETRACTED ")] if finding.retracted else []
                at = f" ({claim.at})" if claim.at else ""
                who = ", ".join(filter(None, (claim.population, claim.route)))
                rows.append(
                    (
                        [self.dataset.topics[topic].label],
                        [*owned(finding.own), *warning, claim.text, at, *self.notes.of(claim.references)],
                        [self.dataset.designs[finding.level].short],
                        [who],
                        [f"{claim.n:,}" if claim.n else ""],
                        [words.direction(claim.result, kind, human=finding.human)],
                    )
                )
        header = ("Topic", "What was observed", "Best study", "In whom", "n", "Result")
        yield Table(f"{title}: findings", header, rows, numbers=frozenset({4}))

    def _regulatory(self) -> Table:
        places = self.dataset.jurisdictions
        rows: list[Sequence[Words]] = []
        events = Counter(item.jurisdiction for item in self.profile.regulatory)
        newest = sorted(self.profile.regulatory, key=lambda item: item.as_of, reverse=True)
        # Where most was decided comes first.
        for item in sorted(newest, key=lambda item: (-events[item.jurisdiction], item.jurisdiction)):
            unsure: list[Piece] = [Strong(" Not confirmed.")] if not item.confirmed else []
            note = f" {item.note}" if item.note else ""
            rows.append(
                ([places[item.jurisdiction].label], [item.as_of], [item.status],
                 [*owned(item.own), item.event, *unsure, note, *self.notes.of(sources=item.sources)])
            )  # fmt: skip
        return Table("Regulatory events", ("Where", "As of", "Status", "What happened"), rows)

    def _not_holding(self) -> Iterator[Block]:
        profile = self.profile
        if not profile.statements and not profile.untraced:
            return
        yield Heading("Circulates, and does not hold")
        verdicts = {term.id: term.label for term in self.dataset.vocabulary.verdicts}
        problems = {term.id: term.label for term in self.dataset.vocabulary.problems}
        if profile.statements:
            yield Table(
                "Statements",
                ("Statement", "Verdict", "What the evidence says"),
                [
                    ([*owned(s.own), f"“{s.text}”"], [verdicts[s.verdict]],
                     [f"{s.explanation} {s.evidence}".strip(),
                      *self.notes.of(s.references, (*s.circulates_in, *s.sources))])
                    for s in profile.statements
                ],
            )  # fmt: skip
        if profile.untraced:
            yield Heading("Wrong citations: not to be cited as they stand", 3)
            known = {item.reference.id for item in profile.references}
            rows: list[Sequence[Words]] = []
            for c in profile.untraced:
                numbers = ", ".join(filter(None, (f"DOI {c.doi}" if c.doi else "", f"PMID {c.pmid}" if c.pmid else "")))
                near = self.notes.of(key for key in c.nearest if key in known)
                rows.append(
                    (
                        [*owned(c.own), c.citation],
                        [numbers],
                        [problems[c.problem]],
                        [c.explanation, *([" Nearest:", *near] if near else [])],
                    )
                )
            yield Table("Citations that circulate", ("Citation", "Circulates with", "Problem", "What was found"), rows)

    def _remarks(self, title: str, remarks: Sequence[ShownRemark]) -> Iterator[Block]:
        if remarks:
            yield Heading(title)
            yield Bullets([[*owned(remark.own), remark.text, *self._behind(remark)] for remark in remarks])

    def _named(self, title: str, items: Sequence[ShownApproach | ShownRelative]) -> Iterator[Block]:
        if items:
            yield Heading(title)
            yield Bullets(
                [[*owned(item.own), Strong(f"{item.name}. "), item.text, *self._behind(item)] for item in items]
            )
