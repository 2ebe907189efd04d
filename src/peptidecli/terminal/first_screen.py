"""The first screen of a compound: who it is, what was shown in whom, what is allowed, what does not hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from ..answers.first_screen import Behind, FirstScreen, PeopleRow, Places
from ..answers.show import Profile
from ..answers.studies import Class
from ..dataset.dataset import Dataset
from ..dataset.model import Regulatory, Statement
from . import signs
from .layout import Entry, Unsqueezed, counted, joined, wrapped

_LABEL = 12
_MOST_TOPICS = 9
"""Topics of the table of studies in people; what is left out is said below it."""

KINDS: dict[Class, tuple[str, str]] = {
    "cochrane": ("Cochrane review", "Cochrane reviews"), "review": ("review", "reviews"),
    "randomised": ("randomised", "randomised"), "controlled": ("controlled", "controlled"),
    "other": ("uncontrolled", "uncontrolled"), "animal": ("animals", "animals"), "laboratory": ("cells", "cells"),
}  # fmt: skip
"""What a kind of study is called beside the number of studies."""


def render_first_screen(console: Console, dataset: Dataset, profile: Profile) -> list[RenderableType]:
    """Return the default answer to `peptide show`."""
    first = profile.first
    assert first is not None
    answer: list[RenderableType] = [*_who(profile), Text()]
    answer.append(_row("IN SHORT", Text(f"{profile.compound.summary} {profile.compound.distinction}")))
    answer += [Text(), *_behind(dataset, profile, first.behind)]
    if first.people:
        answer += [Text(), *_people(console, dataset, profile, first)]
    answer += [Text(), _row("SAFETY", _safety(profile, first))]
    if first.status:
        answer += list(_status(console, dataset, first.status))
    answer.append(_row("MAY WORK", Text(profile.compound.primary_mechanism)))
    if first.worst or first.wrong_citations:
        answer += list(_not_holding(first))
    return [*answer, Text(), Entry([], _further(profile), indent=0)]


def _row(label: str, *body: Text) -> Entry:
    return Entry([(Text(label, style="section"), _LABEL)], *body, indent=0)


def _who(profile: Profile) -> Iterator[RenderableType]:
    compound = profile.compound
    short = [alias.text for alias in compound.aliases if alias.kind in {"other-script", "code", "abbreviation"}]
    title = Text()
    if profile.own:
        title.append_text(signs.own_mark())
    title.append(compound.name, style="title")
    names = [Text(name) for name in short[:5]]
    if names:
        title.append("  ").append_text(joined(names))
    if profile.about:
        title.append(f"   data of {profile.about.issued}", style="support")
    yield Entry([], title, indent=0)
    numbers = {item.kind: item.value for item in reversed(compound.identifiers)}
    mass = f"{compound.molar_mass:.2f} g/mol" if compound.molar_mass else ""
    made = [compound.sequence or compound.compound_class, compound.formula or "", mass,
            f"CAS RN {numbers['CAS RN']}" if "CAS RN" in numbers else ""]  # fmt: skip
    yield Entry([], joined([Text(part.replace(" ", signs.UNBROKEN)) for part in made if part]), indent=0)


# -- what stands behind it -----------------------------------------------------------------------------------------

_BAR = 30
_CALLED = {"reviews": "people, reviews", "randomised": "people, randomised", "people": "people, other",
           "animals": "animals", "laboratory": "cells, molecules", "other": "other papers"}  # fmt: skip


def _behind(dataset: Dataset, profile: Profile, behind: Behind) -> list[RenderableType]:
    tally = profile.tally
    told = [counted(tally.references, "reference")]
    told += [_groups(dataset, profile)]
    if tally.retracted:
        told.append(f"{tally.retracted} retracted")
    lines = [Text("; ".join(part for part in told if part))]
    depth = behind.depth
    read = [f"{depth.get('whole', 0)} read whole", f"{depth.get('abstract', 0)} as abstracts",
            f"{depth.get('less', 0)} by title, excerpt or others' account"]  # fmt: skip
    lines.append(Text(", ".join(read) + ".", style="support"))
    if behind.people:
        paid = f"Who paid was seen for {behind.funding_seen} of {counted(behind.people, 'paper')} on people"
        paid += f"; the maker paid or employed in {behind.funded_by_maker}." if behind.funded_by_maker else "."
        lines.append(Text(paid, style="support"))
    shown = {key: count for key, count in behind.kinds.items() if count}
    most = max(shown.values(), default=1)
    bars: list[RenderableType] = []
    if signs.words():
        lines.append(Text(", ".join(f"{_CALLED[key]} {count}" for key, count in shown.items())))
    else:
        for key, count in shown.items():
            bar = Text("▇" * max(1, round(_BAR * count / most)), style="number")
            bars.append(Entry([("", _LABEL), (_CALLED[key], 20), (f"{count:>3}", 4)], bar, indent=0))
    return [_row("BEHIND IT", *lines), *bars]


def _groups(dataset: Dataset, profile: Profile) -> str:
    """Return how many groups were seen and what is not known of them: not seen is not zero."""
    tally = profile.tally
    if not tally.groups:
        return "research groups not seen"
    largest = dataset.groups[tally.largest].name if tally.largest else ""
    told = f"{counted(tally.groups, 'group')} seen, {tally.largest_count} of {largest}"
    told += f", {tally.independent} independent of its originators" if dataset.compounds[profile.compound.id].originators else ""
    return told + (f"; of {tally.unaffiliated} the group was not seen" if tally.unaffiliated else "")


# -- people ----------------------------------------------------------------------------------------------------------


def _people(console: Console, dataset: Dataset, profile: Profile, first: FirstScreen) -> list[RenderableType]:
    topics = list(dict.fromkeys(row.topic for row in first.people))
    shown = topics[:_MOST_TOPICS]
    rows = [row for row in first.people if row.topic in shown]
    parts: list[RenderableType] = [Text.assemble(("IN PEOPLE", "section"), ("   by topic and kind of study", "support"))]
    if signs.words():
        parts += [_spoken(dataset, profile, row) for row in rows]
    else:
        parts.append(_table(console, dataset, profile, rows))
    left = [dataset.topics[topic].label.lower() for topic in topics[_MOST_TOPICS:]]
    if left:
        parts.append(Entry([], Text(f"Also: {', '.join(left)}.", style="support"), indent=0))
    return parts


def _table(console: Console, dataset: Dataset, profile: Profile, rows: Sequence[PeopleRow]) -> RenderableType:
    wide = console.width >= 76
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0), header_style="section")
    topic_room = 22 if console.width >= 100 else 16 if wide else 13
    kind_room = 19 if wide else 14
    table.add_column("Topic", width=topic_room)
    table.add_column("Studies", width=kind_room)
    table.add_column("n", justify="right", no_wrap=True)
    table.add_column("Result", width=max(14, console.width - topic_room - kind_room - (34 if wide else 18)))
    if wide:
        table.add_column("How sure", width=9)
        table.add_column("Papers", no_wrap=True)
    last = ""
    for row in rows:
        label = dataset.topics[row.topic].label if row.topic != last else ""
        last = row.topic
        name = KINDS[row.kind][row.studies != 1]
        studies = name if row.kind == "cochrane" and row.studies == 1 else f"{row.studies}{signs.UNBROKEN}{name}"
        cells = [Text("\n").join(wrapped(console, Text(label), topic_room)), Text(studies.replace(" ", signs.UNBROKEN)),
                 Text(f"{row.n:,}" if row.n else "?"), Text("\n").join(wrapped(console, signs.directions(row.results), max(14, console.width - topic_room - kind_room - (34 if wide else 18))))]  # fmt: skip
        if wide:
            cells.append(signs.certain(row.certainty.word) if row.certainty else Text())
            cells.append(_papers(profile, row.references))
        table.add_row(*cells)
    return Unsqueezed(table)


def _papers(profile: Profile, references: Sequence[str]) -> Text:
    """Return the numbers of papers as links, the first few and how many more."""
    numbered = {item.reference.id: item for item in profile.references}
    items = sorted((numbered[key] for key in references if key in numbered), key=lambda item: item.number)
    most = 2 if len(items) > 3 else 3
    text = Text("[", style="number")
    for place, item in enumerate(items[:most]):
        text.append(" " if place else "")
        text.append_text(signs.linked(Text(str(item.number), style="number"), item.reference))
    more = len(items) - most
    text.append(f" +{more}]" if more > 0 else "]", style="number")
    return text


def _spoken(dataset: Dataset, profile: Profile, row: PeopleRow) -> Entry:
    said = Text(f"{dataset.topics[row.topic].label}: {row.studies} {KINDS[row.kind][row.studies != 1]}")
    said.append(f", n = {row.n}" if row.n else ", number of people not seen")
    said.append(": ").append_text(signs.directions(row.results))
    if row.certainty:
        said.append(f". How sure: {row.certainty.word}")
    return Entry([], said.append(" ").append_text(_papers(profile, row.references)))


def _safety(profile: Profile, first: FirstScreen) -> Text:
    told = [row for row in first.safety if row.studies]
    if not told:
        return Text("No study in people that looked for harm is held. Not known is not safe.")
    studies = sum(row.studies for row in told)
    size = max((row.n or 0 for row in told), default=0)
    results: dict[str, int] = {}
    for row in told:
        for result, count in row.results.items():
            results[result] = results.get(result, 0) + count
    text = Text(f"{counted(studies, 'study', 'studies')} in people told of it")
    text.append(f" (largest n = {size:,})" if size else "")
    text.append(": ").append_text(signs.directions(results, "safety"))  # type: ignore[arg-type]
    harm = [f.claim.text for f in profile.findings if f.claim.kind == "safety" and f.human and f.claim.result == "negative"]
    text.append(f". {harm[0]}" if harm else ".")
    return text


# -- status, and what does not hold ----------------------------------------------------------------------------------


def _status(console: Console, dataset: Dataset, places: Sequence[Places]) -> Iterator[RenderableType]:
    label = "STATUS"
    short: list[Text] = []
    for place in places:
        name = place.jurisdiction if len(place.jurisdiction) <= 2 else dataset.jurisdictions[place.jurisdiction].label
        told = joined([_event(item) for item in place.events[-4:]])
        if len(place.events) > 1:
            yield _row(label, Text.assemble((f"{name}  ", "title"), told))
            label = ""
        else:
            short.append(Text.assemble((f"{name} ", "title"), told))
    if short:
        yield _row(label, Text("; ").join(short))


def _event(item: Regulatory) -> Text:
    said = item.short or item.status.replace("-", " ")
    text = Text(f"{item.as_of[:7]} {said}")
    if not item.confirmed:
        text.append(" (unconfirmed)", style="support")
    return text


def _not_holding(first: FirstScreen) -> Iterator[RenderableType]:
    names = {"contradicted": "contradicted", "untraceable": "untraceable", "partly": "true in part"}
    counts = [f"{count} {names[verdict]}" for verdict, count in first.verdicts.items()]
    if first.wrong_citations:
        counts.append(counted(first.wrong_citations, "wrong citation"))
    yield _row("DOES NOT", Text(f"{', '.join(counts)}. {'The worst:' if first.worst else ''}"))
    for place, statement in enumerate(first.worst):
        yield Entry([(Text("HOLD" if place == 0 else "", style="section"), _LABEL)], _said(statement), indent=0)


def _said(statement: Statement) -> Text:
    said = statement.evidence if len(statement.evidence) <= 130 else statement.explanation
    return Text.assemble(f"“{statement.text}” ", (f"{statement.verdict}: ", "bad"), said.partition(". ")[0].rstrip("."), ".")


def _further(profile: Profile) -> Text:
    key = profile.compound.id
    commands = [f"peptide show {key} --all", f"peptide show {key} --ref 1", f"peptide trials {key}",
                f"peptide {key} side effects"]  # fmt: skip
    return Text("More: ", style="support").append_text(joined([c.replace(" ", signs.UNBROKEN) for c in commands]))
