"""The answer to a question on the screen: what was understood, and what answers, best first."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console, RenderableType
from rich.text import Text

from ..answers.search import FIRST, Hit, Search
from ..answers.understanding import Understood
from ..dataset.dataset import Dataset
from ..formats import words
from ..notation import people
from . import signs
from .layout import Entry

_WORDS = {"untraced": "wrong citation", "faq": "answer", "regulatory": "status", "method": "method"}


def render_search(
    console: Console, dataset: Dataset, search: Search, *, everything: bool = False
) -> list[RenderableType]:
    """Return what was understood and how to say it with options, then the hits."""
    del console
    answer: list[RenderableType] = [*understood_lines(dataset, search.understood), Text()]
    if search.lead:
        answer += [Entry([], Text(search.lead, style="bad"), indent=0), Text()]
    shown = search.hits if everything else search.hits[:FIRST]
    answer += hit_entries(dataset, shown)
    more = search.total - len(shown)
    if more:
        how = "all with --all" if len(search.hits) == search.total or not everything else "the rest with -f json"
        answer += [Text(), Entry([], Text(f"{more} more answer less well; {how}.", style="support"), indent=0)]
    return answer


def understood_lines(dataset: Dataset, u: Understood) -> list[RenderableType]:
    """Return in one line what was understood, and in another how to say it with options."""
    labels = [
        *(dataset.compounds[key].name for key in u.compounds),
        *(name for _, name in u.relatives),
        *(dataset.topics[key].label.lower() for key in u.topics),
        *(section for section in u.sections),
        *(dataset.designs[key].label.lower() for key in u.designs),
        *u.blindings,
        *({"human": "people", "animal": "animals", "laboratory": "cells and molecules"}[key] for key in u.subjects),
        *({"null": "no effect", "negative": "worse", "positive": "better", "mixed": "mixed"}[key] for key in u.results),
        *(dataset.jurisdictions[key].label for key in u.jurisdictions if key in dataset.jurisdictions),
        *(key.replace("-", " ") for key in u.standings),
        *(label.lower() for label in u.facts),
        *u.identity,
        *(ask for ask in u.asks if ask not in {"anything", "absence", "compounds"}),
        *(f"{kind} {value}" for kind, value in u.numbers),
        *(f"without {dataset.compounds[key].name}" for key in u.without),
        *(f"without {_apart(dataset, key)}" for key in u.apart),
        *([f"since {u.since}"] if u.since else []),
        *([f"until {u.until}"] if u.until else []),
        *(f"“{u.spoken(word)}”" for word in u.words),
    ]
    line = Text("Understood: ", style="support")
    line.append(
        signs.separator().replace(signs.UNBROKEN, " ").join(dict.fromkeys(labels))
        or ("what the options ask" if u.say else "all")
    )
    for typed, meant in u.corrected:
        line.append(f"; {typed} read as {meant}", style="support")
    if strange := (*u.unknown, *(name for name in u.strangers if name not in u.words)):
        line.append(f"; nothing known of {', '.join(strange)}", style="bad")
    lines: list[RenderableType] = [Entry([], line, indent=0)]
    if u.say:
        lines.append(Entry([], Text(f"As a command: {u.say}", style="support"), indent=0))
    return lines


def hit_entries(dataset: Dataset, hits: Sequence[Hit]) -> list[Entry]:
    """Return the hits in two columns: what each is, as wide as the widest, and what it says."""
    kinds = [_kind(dataset, hit) for hit in hits]
    width = max((kind.cell_len for kind in kinds), default=0) + 2
    return [Entry([(kind, width)], _body(dataset, hit)) for kind, hit in zip(kinds, hits, strict=True)]


def _apart(dataset: Dataset, key: str) -> str:
    """Return in words what a question leaves out: a topic, a design, how a study was blinded, in whom, a standing."""
    known = dataset.topics.get(key) or dataset.designs.get(key)
    return known.label.lower() if known else key.replace("-", " ")


def _kind(dataset: Dataset, hit: Hit) -> Text:
    """Return what kind of entry a hit is, and what it found: `randomised, no harm seen`."""
    word = _word(dataset, hit)
    return Text.assemble((f"{word}, ", "support"), _direction(hit)) if hit.result else Text(word, style="support")


def _body(dataset: Dataset, hit: Hit) -> Text:
    """Return what a hit says, of whom, and what is behind it."""
    body = Text()
    if hit.own:
        body.append_text(signs.own_mark())
    if hit.kind not in {"compound", "comparison", "relative"} and len(dataset.compounds) > 1 and hit.compounds:
        names = ", ".join(dataset.compounds[key].name for key in hit.compounds)
        body.append(f"{names}  ", style="topic")
    if hit.verdict:
        verdict = hit.verdict if hit.kind == "statement" else _problem(dataset, hit.verdict)
        body.append(f"{verdict}  ", style="bad")
    start = len(body.plain)
    body.append(hit.text)
    for first, last in hit.spans:
        body.stylize("bold underline", start + first, start + last)
    if hit.references and hit.kind not in {"reference", "compound"}:
        body.append_text(_references(dataset, hit))
    if hit.certainty:
        body.append(
            f" How sure: {hit.certainty}.".replace(" ", signs.UNBROKEN).replace(signs.UNBROKEN, " ", 1), "support"
        )
    return body


def _direction(hit: Hit) -> Text:
    kind = words.kind_of_hit(hit)
    return signs.direction(hit.result or "unknown", kind, human=hit.section == "effects")


def _problem(dataset: Dataset, key: str) -> str:
    return next((term.label for term in dataset.vocabulary.problems if term.id == key), key)


def _word(dataset: Dataset, hit: Hit) -> str:
    if hit.kind == "claim" and hit.level:
        return signs.design_of(dataset, hit.level).short
    if hit.kind == "reference" and hit.level:
        return f"paper, {signs.design_of(dataset, hit.level).short}"
    return _WORDS.get(hit.kind, hit.kind)


def _references(dataset: Dataset, hit: Hit) -> Text:
    text = Text(" [", style="number")
    for i, key in enumerate(hit.references):
        reference = dataset.references[key]
        retracted = " RETRACTED" if reference.standing == "retracted" else ""
        name = Text(f"{people.family(reference.author[0])} {reference.issued}", style="number")
        text.append("; " if i else "").append_text(signs.linked(name, reference))
        text.append(retracted, style="bad")
    return text.append("]", style="number")
