"""Answered questions on the screen."""

from __future__ import annotations

from rich.console import Console, RenderableType
from rich.text import Text

from ..answers.faq import Faqs
from ..dataset.dataset import Dataset
from ..notation import people
from . import signs
from .layout import Entry
from .search import hit_entries


def render_faqs(console: Console, dataset: Dataset, faqs: Faqs) -> list[RenderableType]:
    """Return questions with their answers and references, or what the dataset says where it has no ready answer."""
    del console
    answer: list[RenderableType] = []
    if faqs.hits:
        answer += [
            Entry([], Text("No ready answer to this; what the dataset says:", style="support"), indent=0),
            Text(),
        ]
        return answer + hit_entries(dataset, faqs.hits)
    for item in faqs.answers:
        name = dataset.compounds[item.compound].name
        body = Text(item.faq.answer)
        question = signs.with_own_mark(Text(item.faq.question, style="title"), item.own)
        parts = [Text.assemble(question, (f"   {name}", "support")), body]
        for key in item.faq.references:
            reference = dataset.references[key]
            byline = people.byline(reference.author, reference.author_complete, most=1)
            line = Text(f"{byline} {reference.issued}. ", style="number")
            line.append_text(Text(" ").join(signs.identifiers(reference)))
            standing = signs.standing(reference)
            parts.append(line.append_text(Text.assemble(" ", standing)) if standing else line)
        for key in item.faq.sources:
            source = dataset.sources[key]
            read = f" (read {source.accessed})" if source.accessed else ""
            parts.append(Text(f"{source.publisher}: {source.title}{read}", style="support"))
        answer += [Entry([], parts[0], indent=0), Entry([], *parts[1:]), Text()]
    return answer[:-1]
