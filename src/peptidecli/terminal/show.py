"""The profile of one compound on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from rich.console import Console, Group, RenderableType
from rich.text import Text

from ..answers.own import ShownAlias, ShownRemark, ShownStatement
from ..answers.show import Finding, Profile, section_of
from ..dataset.dataset import Dataset
from ..formats import words
from . import signs
from .cite import reference_list, source_list, untraced_entries
from .layout import Entry, columns, counted, heading, joined, works_of

_LABEL = 19
"""Width of the labels in identity and regulation."""


class _Page:
    """Everything a section needs: the console, the data, the profile and the numbers of its references."""

    def __init__(self, console: Console, dataset: Dataset, profile: Profile) -> None:
        self.console, self.dataset, self.profile = console, dataset, profile
        self.numbers = {item.reference.id: item.number for item in profile.references}
        self.source_numbers = {item.source.id: item.number for item in profile.sources}

    def marks(self, references: Iterable[str] = (), sources: Iterable[str] = ()) -> Text:
        """Return the marks of references and sources behind a sentence: ` [1, 4, S2]`."""
        numbers = sorted({self.numbers[key] for key in references})
        marks = [*map(str, numbers), *(f"S{n}" for n in sorted({self.source_numbers[key] for key in sources}))]
        return Text(f" [{', '.join(marks)}]", style="number") if marks else Text()

    def group(self, key: str) -> str:
        """Return the name of a research group."""
        return self.dataset.groups[key].name

    def topic(self, key: str) -> str:
        """Return the label of a topic."""
        topic = self.dataset.topics.get(key)
        return topic.label if topic else key


def render_profile(
    console: Console, dataset: Dataset, profile: Profile, sections: Sequence[str] = ()
) -> list[RenderableType]:
    """Return the answer to `peptide show`, section by section, a blank line between them; `sections` chooses some."""
    page = _Page(console, dataset, profile)
    answer: list[RenderableType] = []
    for name, section in SECTIONS.items():
        parts = section(page) if not sections or name in sections else []
        if name in sections and not parts and name != "references":
            parts = [Entry([], Text(f"Nothing is held under {name}.", style="support"), indent=0)]
        if parts:
            answer += [*parts, Text()]
    return answer[:-1]


# -- sections ----------------------------------------------------------------------------------------------------


def _head(page: _Page) -> list[RenderableType]:
    compound = page.profile.compound
    short = _aliases(
        page, (alias for alias in compound.aliases if alias.kind in {"other-script", "code", "abbreviation"})
    )
    title = signs.with_own_mark(Text.assemble((compound.name, "title")), compound.own)
    if short:
        title.append("  ")
        title.append_text(joined(short))
    return [Entry([], title, indent=0), Entry([], _told(page, "summary", Text(compound.summary)), indent=0)]


def _aliases(page: _Page, aliases: Iterable[ShownAlias]) -> list[Text | str]:
    """Return aliases, those marked that own data add to a compound that is not theirs alone."""
    wholly = "name" in page.profile.compound.own_texts
    return [signs.with_own_mark(Text(alias.text), alias.own and not wholly) for alias in aliases]


def _told(page: _Page, key: str, text: Text) -> Text:
    """Return what a compound has one of, as its name, marked where own data say it."""
    return signs.with_own_mark(text, key in page.profile.compound.own_texts)


def _identity(page: _Page) -> list[RenderableType]:
    compound = page.profile.compound
    rows: list[tuple[str, Text]] = [("Class", _told(page, "class", Text(compound.compound_class)))]
    if compound.parent:
        rows.append(("Parent", _told(page, "parent", Text(page.dataset.compounds[compound.parent].name))))
    if compound.sequence:
        one = f"   {compound.residues}" if not (compound.n_terminus or compound.c_terminus) else ""
        rows.append(("Sequence", _told(page, "sequence", Text(compound.sequence + one))))
    if compound.formula:
        mass = f"   {compound.molar_mass:.2f} g/mol" if compound.molar_mass else ""
        text = Text(compound.formula + mass)
        text.append(", computed from the sequence" if compound.computed else "", style="support")
        record = page.dataset.compounds[compound.id]
        if not compound.computed and record.formula_source:
            text.append_text(page.marks(sources=[record.formula_source]))
        rows.append(("Formula", _told(page, "formula", text)))
    for identifier in compound.identifiers:
        text = signs.with_own_mark(Text(identifier.value), identifier.own)
        text.append(f"  {identifier.note}" if identifier.note else "", style="support")
        rows.append((identifier.kind, text + page.marks(sources=[identifier.source])))
    rows.append(("Main mechanism", _told(page, "primary-mechanism", Text(compound.primary_mechanism))))
    rows.append(("Set apart by", _told(page, "distinction", Text(compound.distinction))))
    for maker in compound.makers:
        text = signs.with_own_mark(Text(words.maker_of(maker)), maker.own)
        rows.append(("Maker", text + page.marks(maker.references, maker.sources)))
    for fact in compound.facts:
        text = signs.with_own_mark(Text(fact.value), fact.own)
        rows.append((fact.label, text + page.marks(fact.references, fact.sources)))
    rest = [alias for alias in compound.aliases if alias.kind not in {"other-script", "code", "abbreviation"}]
    if rest:
        rows.append(("Also written", joined(_aliases(page, rest))))
    return [
        heading("Identity"),
        columns(page.console, [_labelled(label, text) for label, text in rows]),
    ]


def _labelled(label: str, text: Text) -> Entry:
    return Entry([(Text(label, style="support"), _LABEL)], text)


def _evidence(page: _Page) -> list[RenderableType]:
    tally = page.profile.tally
    if not tally.references:
        return []
    parts: list[Text | str] = []
    for entry in tally.designs:
        design = signs.design_of(page.dataset, entry.design)
        parts.append(f"{entry.count}{signs.UNBROKEN}{design.label.lower()}")
    who = f"From {counted(tally.groups, 'known group')}"
    if tally.largest:
        who += f": {tally.largest_count} from {page.group(tally.largest)}"
    who += f", {tally.independent} from groups other than the originators'"
    if tally.unaffiliated:
        who += f"; for {tally.unaffiliated} the group was not seen"
    lines = [joined(parts, ", " if signs.words() else ",  "), Text(who + ".")]
    if tally.retracted:
        lines.append(Text(f"{tally.retracted} retracted", style="bad"))
    total = works_of(tally.references, tally.works)
    people = counted(tally.human, "study", "studies")
    searched = [
        signs.with_own_mark(
            Text(
                f"Last searched {item.day} in {', '.join(item.registers)} for {', '.join(item.words)}; {item.new} new.",
                style="support",
            ),
            item.own,
        )
        for item in page.profile.compound.searched
    ]
    return [heading("What stands behind it", f"{total}, {people} in people"), Entry([], *lines, *searched)]


def _findings(title: str, name: str) -> Callable[[_Page], list[RenderableType]]:
    def section(page: _Page) -> list[RenderableType]:
        chosen = [finding for finding in page.profile.findings if section_of(finding) == name]
        if not chosen:
            return []
        blocks: list[RenderableType] = []
        for topic, group in groupby(chosen, key=lambda finding: finding.claim.topic):
            entries: list[RenderableType] = [_finding(page, finding) for finding in group]
            label = Text(page.topic(topic), style="topic")
            first: RenderableType = Group(Entry([], label), entries[0])
            blocks += [first, *entries[1:]]
        return [heading(title), columns(page.console, blocks)]

    return section


def _finding(page: _Page, finding: Finding) -> Entry:
    claim = finding.claim
    design = signs.design_of(page.dataset, finding.level)
    body = signs.with_own_mark(Text(), finding.own)
    if finding.retracted:
        body.append("RETRACTED ", style="bad")
    body.append(claim.text)
    about = ", ".join(filter(None, (claim.population, f"n = {claim.n}" if claim.n else "", claim.route)))
    body.append(f" ({about})", style="support")
    body.append_text(page.marks(claim.references))
    if claim.at:
        body.append(f" ({claim.at})", style="support")
    kind = words.kind_of_claim(claim.kind, claim.topic, claim.result)
    result = signs.direction(claim.result, kind, human=finding.human)
    return Entry([(Text.assemble((f"{design.short}, ", "support"), result), 25)], body)


def _regulatory(page: _Page) -> list[RenderableType]:
    names = {term.id: term.label for term in page.dataset.vocabulary.jurisdictions}
    entries: list[RenderableType] = []
    for item in page.profile.regulatory:
        body = signs.with_own_mark(Text.assemble((f"{item.status}: ", "title"), item.event), item.own)
        if not item.confirmed:
            body.append(" Not confirmed.", style="bad")
        if item.note:
            body.append(f" {item.note}", style="support")
        body.append_text(page.marks(sources=item.sources))
        entries.append(Entry([(Text(names[item.jurisdiction], style="support"), _LABEL), (item.as_of, 11)], body))
    return [heading("Regulatory status", "as of the dates given"), columns(page.console, entries)] if entries else []


def _statements(page: _Page) -> list[RenderableType]:
    entries: list[RenderableType] = [_statement(page, statement) for statement in page.profile.statements]
    entries += untraced_entries(page.dataset, page.profile.untraced)
    title = heading("Circulates, and does not hold")
    return [title, columns(page.console, entries)] if entries else []


def _statement(page: _Page, statement: ShownStatement) -> Entry:
    body = Text.assemble(
        f"“{statement.text}” ",
        (f"{statement.verdict}. ", "bad"),
        f"{statement.explanation} {statement.evidence}",
    )
    body.append_text(page.marks(statement.references, (*statement.circulates_in, *statement.sources)))
    return Entry([], signs.with_own_mark(body, statement.own))


def _remarks(
    title: str, aside: str, remarks: Callable[[Profile], Sequence[ShownRemark]]
) -> Callable[[_Page], list[RenderableType]]:
    def section(page: _Page) -> list[RenderableType]:
        entries = [
            Entry(
                [("–", 2)],
                signs.with_own_mark(Text(remark.text), remark.own) + page.marks(remark.references, remark.sources),
            )
            for remark in remarks(page.profile)
        ]
        return [heading(title, aside), columns(page.console, entries)] if entries else []

    return section


def _approaches(page: _Page) -> list[RenderableType]:
    entries: list[RenderableType] = []
    for approach in (*page.profile.pathways, *page.profile.frameworks):
        body = Text.assemble((f"{approach.name}. ", "title"), approach.text)
        if not approach.found:
            body.append(f" Not found for {page.profile.compound.name}.", style="support")
        body = signs.with_own_mark(body, approach.own)
        entries.append(Entry([], body + page.marks(approach.references, approach.sources)))
    return [heading("Pathways and methods asked about"), columns(page.console, entries)] if entries else []


def _faq(page: _Page) -> list[RenderableType]:
    entries = [
        Entry(
            [],
            signs.with_own_mark(Text(item.question, style="title"), item.own),
            Text(item.answer) + page.marks(item.references, item.sources),
        )
        for item in page.profile.faq
    ]
    return [heading("Questions people ask"), columns(page.console, entries)] if entries else []


def _references(page: _Page) -> list[RenderableType]:
    parts: list[RenderableType] = []
    if page.profile.references:
        parts += [heading("References"), reference_list(page.console, page.profile.references)]
    if page.profile.sources:
        parts += [
            Text(),
            heading("Sources that are not papers"),
            source_list(page.console, page.profile.sources),
        ]
    return parts


def _relatives(page: _Page) -> list[RenderableType]:
    entries = [
        Entry(
            [],
            signs.with_own_mark(Text.assemble((f"{relative.name}. ", "title"), relative.text), relative.own)
            + page.marks(relative.references, relative.sources),
        )
        for relative in page.profile.relatives
    ]
    return [heading("Called like it, and another thing"), columns(page.console, entries)] if entries else []


SECTIONS: dict[str, Callable[[_Page], list[RenderableType]]] = {
    "head": _head,
    "identity": _identity,
    "evidence": _evidence,
    "mechanisms": _findings("Mechanisms", "mechanisms"),
    "effects": _findings("Effects in people", "effects"),
    "animal-effects": _findings("Effects in animals and cells", "animal-effects"),
    "pharmacokinetics": _findings("Pharmacokinetics", "pharmacokinetics"),
    "safety": _findings("Safety", "safety"),
    "origin": _findings("Origin", "origin"),
    "regulatory": _regulatory,
    "statements": _statements,
    "limitations": _remarks("Limitations", "", lambda p: p.limitations),
    "questions": _remarks("Open questions", "", lambda p: p.questions),
    "methods": _approaches,
    "anecdotes": _remarks("Anecdotal", "community reports; not evidence, never counted", lambda p: p.anecdotes),
    "relatives": _relatives,
    "faq": _faq,
    "references": _references,
}
"""The sections of a profile in reading order."""
