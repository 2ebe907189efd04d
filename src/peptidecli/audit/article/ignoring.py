"""Comments in which a person silences a finding: `<!-- peptide: ignore CODE reason -->`, in TeX behind a `%`.

One at the end of a line speaks of that line; one that has a line to itself of what follows it: the paragraph, item, row
or entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .blocks import Article, Block, Ignore

_COMMENT = re.compile(
    r"(?P<open><!--|\{/\*|@comment\s?\{|(?<!\\)%+|\.\.(?=\s))[ \t]*peptide:[ \t]*ignore\b(?P<said>[^\n]*)",
    re.IGNORECASE,
)
_SAID = re.compile(r"[ \t]*([\w,-]*)[ \t:–—-]*(.*)")
_ENDS = {"<": "-->", "{": "*/}", "@": "}"}


class _Said(NamedTuple):
    line: int
    codes: tuple[str, ...]
    reason: str
    alone: bool


def with_ignored(article: Article, text: str) -> Article:
    """Return an article with the silences in the comments of its text."""
    if "peptide:" not in text.lower():
        return article
    starts = sorted(block.starts[0][1] for block in article.blocks)
    found = tuple(
        Ignore(article.name, said.line, code, said.reason, *_lines(said, article.blocks, starts))
        for said in _comments(text)
        for code in said.codes
    )
    return article._replace(ignored=found)


def _comments(text: str) -> Iterator[_Said]:
    for number, line in enumerate(text.split("\n"), 1):
        hit = _COMMENT.search(line) if "eptide:" in line.lower() else None
        if hit is None:
            continue
        said, after = hit["said"], ""
        end = _ENDS.get(hit["open"][0])
        if end:
            said, _, after = said.partition(end)
        told = _SAID.match(said)
        code, reason = (told[1], told[2].strip()) if told else ("", "")
        codes = tuple(filter(None, code.split(","))) or ("",)
        alone = not line[: hit.start()].strip() and not after.strip()
        yield _Said(number, codes, reason, alone)


def _lines(said: _Said, blocks: Sequence[Block], starts: Sequence[int]) -> tuple[int, int]:
    """Return the first and the last line that a comment speaks of."""
    if not said.alone:
        return said.line, said.line
    first = next((start for start in starts if start > said.line), 0)
    if not first:
        return said.line, said.line
    following = next((start for start in starts if start > first), 1 << 60)
    last = max(block.starts[-1][1] for block in blocks if block.starts[0][1] == first)
    entry = any(block.kind == "entry" for block in blocks if block.starts[0][1] == first)
    return first, following - 1 if entry else last
