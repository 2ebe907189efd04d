"""A document cut to a budget, for a language model: whole items with their references, never half a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from ..formats.paper import Bullets, Heading, Marks, Paper, Paragraph, Table, Verbatim, Words
from ..notation.visible import visible

BUDGET = 2000
"""Tokens of an answer, unless more is asked for."""

LONGEST_TITLE = 300
"""Characters of a title beyond which it is cut: it repeats what was asked for."""

_BYTES = 3
"""Bytes that are reckoned for a token: English has more, so that an answer is rather smaller than its budget."""

_MORE = "Ask with a larger budget, or for less: one section, one topic, a filter."
_FIRST = {"": 3, "What stands behind it": 1, "Studies in people": 3, "Studies that looked for harm": 1,
          "Regulatory status, as of the dates given": 2, "Circulates, and does not hold": 2,
          "Effects in people": 1}  # fmt: skip
"""The sections of a profile that go first, each with how many of its items are taken at a turn; of others it is one."""


def brief(paper: Paper, budget: int = BUDGET) -> dict[str, Any]:
    """Return a document as plain values within a budget of tokens.

    `items` hold what is said under the names of the columns, `references` what their marks stand for. Sections take
    turns, what matters first, so that a small answer has something of each; `left_out` counts what did not fit.
    """
    notes = {note.mark: _plain(note.words) for note in paper.notes}
    answer: dict[str, Any] = {
        "title": paper.title if len(paper.title) <= LONGEST_TITLE else f"{paper.title[:LONGEST_TITLE]} [...]",
        "items": [],
        "references": {},
        "left_out": 0,
        "data_of": paper.issued,
        "disclaimer": paper.disclaimer,
    }
    sections = list(_sections(paper))
    room = budget * _BYTES - _size({**answer, "left_out": sum(map(len, sections)), "more": _MORE})
    kept: set[tuple[int, int]] = set()
    marks: set[str] = set()
    for row, section, item in _by_turns(sections):
        new = {mark: notes[mark] for mark in item.get("references", ()) if mark not in marks}
        cost = _size(item) + (_size(new) if new else 0)
        if cost <= room:
            room -= cost
            marks |= set(new)
            kept.add((section, row))
    answer["items"] = [item for i, items in enumerate(sections) for k, item in enumerate(items) if (i, k) in kept]
    answer["references"] = {mark: text for mark, text in notes.items() if mark in marks}
    answer["left_out"] = sum(map(len, sections)) - len(kept)
    if answer["left_out"]:
        answer["more"] = _MORE
    shown: dict[str, Any] = in_plain_sight(answer)
    return shown


def in_plain_sight(value: Any) -> Any:
    """Return plain values in which nothing steers what shows them."""
    match value:
        case str():
            return visible(value)
        case list():
            return [in_plain_sight(item) for item in value]
        case dict():
            return {key: in_plain_sight(item) for key, item in value.items()}
    return value


def _by_turns(sections: list[list[dict[str, Any]]]) -> Iterator[tuple[int, int, dict[str, Any]]]:
    """Yield items with their places: some of every section, then more of every section, and so on."""
    order = list(_FIRST)
    names = [str(items[0].get("section", "")) for items in sections]
    turns = sorted(range(len(sections)), key=lambda i: order.index(names[i]) if names[i] in order else len(order))
    taken = [0] * len(sections)
    while any(taken[i] < len(sections[i]) for i in turns):
        for i in turns:
            start, taken[i] = taken[i], taken[i] + _FIRST.get(names[i], 1)
            for row in range(start, min(taken[i], len(sections[i]))):
                yield row, i, sections[i][row]


def _sections(paper: Paper) -> Iterator[list[dict[str, Any]]]:
    """Yield what each table, list or paragraph says, as items."""
    heading = ""
    for block in paper.blocks:
        items: list[dict[str, Any]] = []
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, Paragraph):
            items = [_item(heading, {"text": block.words})]
        elif isinstance(block, Bullets):
            items = [_item(heading, {"text": words}) for words in block.items]
        elif isinstance(block, Verbatim):
            items = [_item(heading, {"text": [block.text]})]
        elif isinstance(block, Table):
            items = [_item(heading, dict(zip(block.header, row, strict=True))) for row in block.rows]
        if items:
            yield items


def _item(heading: str, cells: dict[str, Words]) -> dict[str, Any]:
    item: dict[str, Any] = {"section": heading} if heading else {}
    item |= {name: text for name, words in cells.items() if (text := _plain(words))}
    marks = [mark for words in cells.values() for part in words if isinstance(part, Marks) for mark in part.marks]
    return item | ({"references": list(dict.fromkeys(marks))} if marks else {})


def _plain(words: Words) -> str:
    return "".join(part if isinstance(part, str) else getattr(part, "text", "") for part in words).strip()


def _size(content: object) -> int:
    return len(msgspec.json.encode(content)) + 1
