"""Search hits and answered questions on the screen."""

from __future__ import annotations

from rich.console import Console, RenderableType
from rich.text import Text

from .. import authors
from ..faq import Faqs
from ..model import Dataset
from ..search import Hit, Search
from . import signs
from .layout import Entry, counted, heading

MOST = 8
"""How many hits of a compound are shown unless all are asked for."""


def render_search(dataset: Dataset, search: Search, *, everything: bool) -> list[RenderableType]:
    """Return hits grouped by compound, the words that matched set off, each with its references."""
    answer: list[RenderableType] = []
    for group in search.groups:
        shown = group.hits if everything else group.hits[:MOST]
        more = len(group.hits) - len(shown)
        aside = counted(len(group.hits), "hit") + (f", {more} more with --all" if more else "")
        answer.append(heading(dataset.compounds[group.compound].name, aside))
        answer += [_hit(dataset, hit) for hit in shown]
        answer.append(Text())
    return [*answer, Entry([], signs.key_to_signs(dataset), indent=0)]


def _hit(dataset: Dataset, hit: Hit) -> Entry:
    body = Text(hit.text)
    for start, end in hit.spans:
        body.stylize("bold underline", start, end)
    if hit.references and hit.kind != "reference":
        body.append_text(_references(dataset, hit))
    return Entry([_sign(dataset, hit), (Text(_word(dataset, hit), style="support"), 12)], body)


def _sign(dataset: Dataset, hit: Hit) -> tuple[Text, int]:
    if hit.result and hit.level:
        mark = signs.design_mark(dataset, hit.level)
        gap = " " if mark.plain else ""
        return Text.assemble(mark, gap, signs.result_sign(dataset, hit.result)), 4
    if hit.verdict:
        return Text(signs.VERDICT_SIGNS[hit.verdict], style="bad"), 4
    return Text(""), 4


def _word(dataset: Dataset, hit: Hit) -> str:
    if hit.kind == "claim" and hit.level:
        return signs.design_of(dataset, hit.level).short
    return hit.kind


def _references(dataset: Dataset, hit: Hit) -> Text:
    text = Text(" [", style="number")
    for i, key in enumerate(hit.references):
        reference = dataset.references[key]
        retracted = " RETRACTED" if reference.standing == "retracted" else ""
        name = f"{authors.parse(reference.author[0]).family} {reference.issued}{retracted}"
        text.append(("; " if i else "") + name, style="number")
    return text.append("]", style="number")


def render_faqs(console: Console, dataset: Dataset, faqs: Faqs) -> list[RenderableType]:
    """Return questions with their answers and references; without a question asked, all of them."""
    del console
    answer: list[RenderableType] = []
    for item in faqs.answers:
        name = dataset.compounds[item.compound].name
        body = Text(item.faq.answer)
        parts = [Text.assemble((item.faq.question, "title"), (f"   {name}", "support")), body]
        for key in item.faq.references:
            reference = dataset.references[key]
            line = Text(f"{authors.byline(reference, most=1)} {reference.issued}. ", style="number")
            line.append_text(Text(" ").join(signs.identifiers(reference)))
            standing = signs.standing(reference)
            parts.append(line.append_text(Text.assemble(" ", standing)) if standing else line)
        for key in item.faq.sources:
            source = dataset.sources[key]
            read = f" (read {source.accessed})" if source.accessed else ""
            parts.append(Text(f"{source.publisher}: {source.title}{read}", style="support"))
        answer += [Entry([], parts[0], indent=0), Entry([], *parts[1:]), Text()]
    return answer[:-1]
