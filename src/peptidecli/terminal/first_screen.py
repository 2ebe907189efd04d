"""The first screen of a compound: who it is, what was shown in whom, what is allowed, what does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rich.console import Console, RenderableType
from rich.text import Text

from ..answers.first_screen import Behind, FirstScreen, Places, StudyRow
from ..answers.own import ShownRegulatory, ShownStatement
from ..answers.show import Profile
from ..dataset.dataset import Dataset
from ..formats.words import no_harm, no_people
from . import signs
from .layout import Entry, Laid, counted, joined, works_of
from .study_table import NAMED, ROOMY, StudyTable, results

_LABEL = 14
MOST_LINES = 60
"""Lines of the first screen at 80 columns or more; topics of the table go first where it is longer."""


def render_first_screen(console: Console, dataset: Dataset, profile: Profile) -> list[RenderableType]:
    """Return the default answer to `peptide show`, with as many topics as fit."""
    first = profile.first
    assert first is not None
    # What is narrower than 80 columns is longer for it.
    most = MOST_LINES * 80 // min(80, console.width)
    table = StudyTable(console, dataset, profile, first.people) if first.people else None
    none = _row("IN PEOPLE", Text(no_people(first.aside)))
    for tight, worst, named in ((False, 3, NAMED), (True, 3, 2), (True, 2, 1), (True, 1, 0)):
        above = Laid(console, _above(console, dataset, profile, first, tight=tight))
        below = Laid(console, _below(console, dataset, profile, first, tight=tight, worst=worst))
        room = most - len(above) - len(below)
        people = Laid(console, table.fitted(room, named) if table else [none])
        if len(people) <= room:
            break
    return [above, people, below]


def _above(
    console: Console, dataset: Dataset, profile: Profile, first: FirstScreen, *, tight: bool
) -> Iterator[RenderableType]:
    """Yield what stands before the studies in people: who it is, in short, and what stands behind it."""
    yield from _who(profile)
    yield Text()
    yield _row("IN SHORT", Text(" ").join([_told(profile, "summary"), _told(profile, "distinction")]))
    if not tight:
        yield Text()
    yield from _behind(console, dataset, profile, first.behind, bars=not tight)
    yield Text()


def _below(
    console: Console, dataset: Dataset, profile: Profile, first: FirstScreen, *, tight: bool, worst: int
) -> Iterator[RenderableType]:
    """Yield what stands after the studies in people: harm, status, animals, mechanism, what does not hold."""
    if first.people:
        yield Text()
    yield from _not_held(profile, _UNHELD_TIGHT if tight else _UNHELD)
    yield _row("SAFETY", _safety(dataset, profile, first, tight=tight))
    yield from _status(dataset, first.status)
    if first.animals:
        topics = 1 if tight else _ANIMALS + (console.width >= ROOMY)
        yield _row("IN ANIMALS", _animals(dataset, first.animals, topics))
    yield _row("MAY WORK", _told(profile, "primary-mechanism"))
    if first.worst or first.wrong_citations:
        yield from _not_holding(first, worst)
    yield Text()
    yield Entry([], _further(profile), indent=0)


def _row(label: str, *body: Text) -> Entry:
    return Entry([(Text(label, style="section"), _LABEL)], *body, indent=0)


def _told(profile: Profile, key: str) -> Text:
    """Return a text that a compound has one of, marked where own data say it."""
    text = getattr(profile.compound, key.replace("-", "_"))
    return signs.with_own_mark(Text(text), bool(text) and key in profile.compound.own_texts)


def _who(profile: Profile) -> Iterator[RenderableType]:
    compound = profile.compound
    short = [alias for alias in compound.aliases if alias.kind in {"other-script", "code", "abbreviation"}]
    title = signs.with_own_mark(Text.assemble((compound.name, "title")), profile.own)
    dated = f"   data of {profile.about.issued}" if profile.about else ""
    names: list[Text | str] = []
    for alias in short:
        name = signs.with_own_mark(Text(alias.text), alias.own and "name" not in compound.own_texts)
        if title.cell_len + joined([*names, name]).cell_len + 2 + len(dated) <= 78:
            names.append(name)
    if names:
        title.append("  ").append_text(joined(names))
    yield Entry([], title.append(dated, style="support"), indent=0)
    numbers = {item.kind: item.value for item in reversed(compound.identifiers)}
    mass = f"{compound.molar_mass:.2f} g/mol" if compound.molar_mass else ""
    made = [compound.sequence or compound.compound_class, compound.formula or "", mass,
            f"CAS RN {numbers['CAS RN']}" if "CAS RN" in numbers else ""]  # fmt: skip
    yield Entry([], joined([Text(part.replace(" ", signs.UNBROKEN)) for part in made if part]), indent=0)


# -- what stands behind it -----------------------------------------------------------------------------------------

_BAR = 30
_CALLED = {"reviews": "people, reviews", "randomised": "people, randomised", "people": "people, other",
           "animals": "animals", "laboratory": "cells, molecules"}  # fmt: skip
_OF_PEOPLE = ("reviews", "randomised", "people")


def _behind(
    console: Console, dataset: Dataset, profile: Profile, behind: Behind, *, bars: bool
) -> list[RenderableType]:
    """Return what stands behind a compound, kinds of papers as bars or, where there is no room for them, in a line."""
    tally = profile.tally
    told = [works_of(tally.references, tally.works)]
    if tally.retracted:
        told.append(f"{tally.retracted} retracted")
    told.append(_groups(dataset, profile, behind))
    depth = behind.depth
    read = [f"{depth.get('whole', 0)} whole", f"{depth.get('abstract', 0)} as abstracts",
            f"{depth.get('less', 0)} by title or others' account"]  # fmt: skip
    lines = [Text(f"{'; '.join(part for part in told if part)}. Read: {', '.join(read)}.")]
    lines[0].append(_paid(profile, behind))
    not_given = behind.kinds.get("not_given", 0)
    if bars and (no_study := behind.kinds.get("other", 0)):
        lines[0].append(f" {counted(no_study, 'paper is', 'papers are')} no study.")
    if bars and (older := behind.kinds.get("superseded", 0)):
        lines[0].append(f" {counted(older, 'is an older version', 'are older versions')} of a review.")
    if bars and not_given:
        lines[0].append(f" In {not_given} the compound itself was not given.")
    shown = {key: count for key, count in behind.kinds.items() if count and key in _CALLED}
    most = max(shown.values(), default=1)
    drawn: list[RenderableType] = []
    room = min(_BAR, console.width - _LABEL - 24)
    if signs.words() or not bars:
        people = ", ".join(f"{_CALLED[key].partition(', ')[2]} {shown[key]}" for key in _OF_PEOPLE if key in shown)
        others = [f"{_CALLED[key].partition(',')[0]} {count}" for key, count in shown.items() if key not in _OF_PEOPLE]
        others += [f"in {not_given} not given"] if not_given else []
        lines.append(Text("; ".join([*([f"people: {people}"] if people else []), *others])))
    else:
        for key, count in shown.items():
            bar = Text("▇" * max(1, round(room * count / most)), style="number")
            drawn.append(Entry([("", _LABEL), (_CALLED[key], 20), (f"{count:>3}", 4)], bar, indent=0))
    return [_row("BEHIND IT", *lines), *drawn]


def _paid(profile: Profile, behind: Behind) -> str:
    """Return who paid for the studies in people, as far as seen, and who makes or sponsors the compound."""
    names = [maker.name for maker in profile.compound.makers]
    called = f"Maker{'s' * (len(names) > 1)} or sponsor{'s' * (len(names) > 1)}"
    papers = f"{counted(behind.people, 'paper')} on people" if behind.people else "its papers"
    told = f" Who paid was seen for {behind.funding_seen} of {papers}"
    told += f"; a maker paid or employed in {behind.funded_by_maker}." if behind.funded_by_maker else "."
    return f"{told} {called}: {', '.join(names)}." if names else told


def _groups(dataset: Dataset, profile: Profile, behind: Behind) -> str:
    """Return how many groups were seen, its originators among them, and what is not known: not seen is not zero."""
    tally = profile.tally
    brought = [
        f"{dataset.groups[key].name}{f': {count}' if count else ''}" for key, count in behind.originators.items()
    ]
    originators = f"; brought forth by {'; '.join(brought)}" if brought else ""
    if not tally.groups:
        return f"research groups not seen{originators}"
    seen = tally.works - tally.unaffiliated
    told = f"{counted(tally.groups, 'group')} seen, for {seen} of {counted(tally.works, 'work')}{originators}"
    # What little is known says nothing of the rest.
    if brought and seen * 2 >= tally.works:
        told += f"; of the {seen} seen {tally.independent} are by others"
    return told


# -- what is told beside the studies in people ---------------------------------------------------------------------


_UNHELD, _UNHELD_TIGHT = 360, 120
"""Characters that may be told of studies of which no paper is held; one is told whatever its length."""


def _not_held(profile: Profile, most: int) -> Iterator[RenderableType]:
    """Yield the studies in people that are known from registers, notices and others' accounts alone."""
    known = [fact for fact in profile.compound.facts if fact.study]
    shown = 0
    while shown < len(known) and (not shown or sum(len(f.study or "") for f in known[: shown + 1]) <= most):
        shown += 1
    if known:
        told = [signs.with_own_mark(Text(fact.study or ""), fact.own) for fact in known[:shown]]
        more = len(known) - shown
        rest = f"; {more} more: peptide trials {profile.compound.id}" if more else "."
        yield _row("NO PAPER HELD", Text("; ").join(told).append(rest))


_ANIMALS = 2
"""Topics studied in animals that are told, one more where there is room and one where there is little."""


def _animals(dataset: Dataset, rows: Sequence[StudyRow], most: int) -> Text:
    """Return what was found in animals on the topics most studied in them, and how sure that is; cells by number."""
    living = [row for row in rows if row.kind == "animal"]
    told: list[Text] = []
    for row in living[:most]:
        sure = next((r.certainty.word for r in rows if r.topic == row.topic and r.certainty), "")
        text = Text(f"{dataset.topics[row.topic].label}: ").append_text(results(dataset, row))
        told.append(text.append(f" ({sure})", style="support"))
    more = len(living) - most
    cells = len({row.topic for row in rows} - {row.topic for row in living})
    worse = [dataset.topics[row.topic].label.lower() for row in living[most:] if "negative" in row.results]
    rest = [f"worse or the opposite once or more in {', '.join(worse[:2])}"] if worse else []
    rest += [f"{counted(more, 'topic')} more"] if more > 0 else []
    rest += [f"{counted(cells, 'topic')} in cells alone"] if cells else []
    return Text("; ").join([*told, *map(Text, rest)]).append(".")


def _safety(dataset: Dataset, profile: Profile, first: FirstScreen, *, tight: bool) -> Text:
    told = [row for row in first.safety if row.studies]
    if not told:
        return Text(no_harm(first.aside))
    studies = sum(row.studies for row in told)
    sizes = {item.reference.id: item.reference.n or 0 for item in profile.references}
    looked = [f for f in profile.findings if f.claim.kind == "safety" and f.human and f.claim.given and not f.retracted]
    size = max((f.claim.n or max(sizes.get(key, 0) for key in f.claim.references) for f in looked), default=0)
    counts: dict[str, int] = {}
    for row in told:
        for result, count in row.results.items():
            counts[result] = counts.get(result, 0) + count
    words = {
        "negative": "harm",
        "null": "no added harm seen",
        "positive": "less than with the comparator",
        "mixed": "some harm",
        "unknown": "not known",
    }
    told_of = [(word, counts[result]) for result, word in words.items() if result in counts]
    found = told_of[0][0] if len(told_of) == 1 else ", ".join(f"{word} in {count}" for word, count in told_of)
    sized = f" ({'the largest ' if studies > 1 else ''}n = {size:,})" if size else ""
    text = signs.with_own_mark(Text(), any(row.own for row in told))
    text.append(f"Harm was looked at in {counted(studies, 'study', 'studies')} in people{sized}: {found}.")
    # What rests on most, harm before none: the best kind of study, the newest of them, the most people.
    newest = {item.reference.id: item.reference.issued for item in profile.references}
    ordered = sorted(looked, key=lambda f: (f.claim.result != "negative", dataset.ranks[f.level],
                                            -max(newest.get(key, 0) for key in f.claim.references),
                                            -(f.claim.n or 0), len(f.claim.text)))  # fmt: skip
    for finding in ordered[:1] + [f for f in ordered[1:2] if f.claim.result == "negative" and not tight]:
        text.append(f" {finding.claim.text}")
    return text


# -- status, and what does not hold ----------------------------------------------------------------------------------


def _status(dataset: Dataset, places: Sequence[Places]) -> Iterator[RenderableType]:
    """Yield a line a jurisdiction with several events, and one for all others, those that say the same together."""
    lines: list[Text] = []
    alike: dict[str, tuple[Text, list[str]]] = {}
    for place in places:
        name = place.jurisdiction if len(place.jurisdiction) <= 2 else dataset.jurisdictions[place.jurisdiction].label
        if len(place.events) > 1:
            told = joined([_event(item) for item in place.events[-_EVENTS:]])
            lines.append(Text.assemble((f"{name}  ", "title"), _standing(place, told.plain), told))
        else:
            item = place.events[0]
            nothing = item.status == "unconfirmed" or (item.status == "not-approved" and not item.confirmed)
            said = _event(item, dated=not nothing)
            said = Text.assemble(_standing(place, said.plain), said)
            alike.setdefault(said.plain, (said, []))[1].append(name)
    if alike:
        each = [Text.assemble((", ".join(names), "title"), signs.UNBROKEN, said) for said, names in alike.values()]
        lines.append(Text("; ").join(each))
    if not lines:
        lines.append(Text("No entry is held on any country; not known is not unregulated."))
    if any("(?)" in line.plain for line in lines):
        lines[-1].append(f". {_UNSURE}", style="support")
    for number, line in enumerate(lines):
        yield _row("" if number else "STATUS", line)


_UNSURE = f"(?){signs.UNBROKEN}unconfirmed"
_STANDS = {"not-approved": "not approved", "restricted": "restricted", "cancelled": "cancelled"}
_PROHIBITED = "WADA"
_IN_CODE = {"US", "AU", "CA", _PROHIBITED}
"""Where steps of a procedure, schedules and lists are told that do not say by themselves what they come to."""


def _standing(place: Places, told: str) -> str:
    """Return how it stands in a jurisdiction, in a word and a colon, where what is told of it does not say so."""
    if place.jurisdiction not in _IN_CODE:
        return ""
    decided = [item.status for item in place.events if item.status in _STANDS or item.status == "registered"]
    word = _STANDS.get(decided[-1], "") if decided else ""
    if place.jurisdiction == _PROHIBITED and word == "restricted":
        word = "prohibited in sport"
    return (
        f"{word}: "
        if word and word not in told.replace(signs.UNBROKEN, " ") and not re.search("approved|authorisation", told)
        else ""
    )


_EVENTS = 5
"""Events of a jurisdiction that are told, the newest."""


def _event(item: ShownRegulatory, *, dated: bool = True) -> Text:
    said = item.short or item.status.replace("-", " ")
    text = Text(f"{item.as_of[:7]}{signs.UNBROKEN}" if dated else "").append(said)
    if not item.confirmed and dated:
        text.append(f"{signs.UNBROKEN}(?)" if not signs.words() else ", not confirmed", style="support")
    return signs.with_own_mark(text, item.own)


def _not_holding(first: FirstScreen, worst: int) -> Iterator[RenderableType]:
    names = {"contradicted": "contradicted", "untraceable": "untraceable", "partly": "true in part"}
    counts = [f"{count} {names[verdict]}" for verdict, count in first.verdicts.items()]
    if first.wrong_citations:
        counts.append(f"{counted(first.wrong_citations, 'wrong citation')} in circulation")
    yield _row("DOES NOT HOLD", Text(f"{', '.join(counts)}.{' The worst:' if first.worst else ''}"),
               *(_said(statement) for statement in first.worst[:worst]))  # fmt: skip


def _said(statement: ShownStatement) -> Text:
    body = Text.assemble(f"“{statement.text}” ", (f"{statement.verdict}: ", "bad"), _why(statement))
    return signs.with_own_mark(body, statement.own)


_ENOUGH = 50
"""Characters of an explanation from which it tells by itself: `The year is wrong.` does not."""


def _why(statement: ShownStatement) -> str:
    """Return what is so instead: the first sentence of the explanation, and the next where that is short."""
    said = ""
    for sentence in re.split(r"(?<=[.!?]) (?=[A-Z0-9“])", f"{statement.explanation} {statement.evidence}"):
        said = f"{said} {sentence}".strip()
        if len(said) >= _ENOUGH:
            break
    return said


def _further(profile: Profile) -> Text:
    key = profile.compound.id
    in_people = profile.tally.human or any(fact.study for fact in profile.compound.facts)
    commands = [f"peptide show {key} --all (or --ref 1)", *([f"peptide trials {key}"] if in_people else []),
                f"peptide {key} side effects"]  # fmt: skip
    return Text("More: ", style="support").append_text(joined([c.replace(" ", signs.UNBROKEN) for c in commands]))
