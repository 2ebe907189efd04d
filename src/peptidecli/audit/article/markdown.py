"""Markdown and plain text: blocks by markdown-it-py, the lines within them by `plain`.

Only the block rules of the parser are used, and its nesting is bounded. A long text is parsed in parts, divided at
empty lines, so that memory does not grow with the parser's tokens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from .blocks import Block, block, row, words_of
from .inline import bare
from .plain import flow, goes_on, width_of
from .records import blocks_of_records, front_matter

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

PART = 1 << 16
"""Characters from which a text is divided at the next empty line outside of fences."""
NESTING = 20
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only when articles are read

    parser = MarkdownIt("commonmark", {"maxNesting": NESTING}).enable("table")
    # What stands within a line is read by `inline`, and definitions of links are lines like others.
    parser.core.ruler.disable(["inline", "text_join"])
    parser.block.ruler.disable(["reference", "code"])
    return parser


def blocks_of_markdown(text: str) -> Iterator[Block]:
    """Yield the blocks of a text in Markdown, or in no markup at all."""
    lines = text.split("\n")
    first = front_matter(lines)
    yield from blocks_of_records(lines[1 : first - 1], 2) if first else ()
    start, size, fence = first, 0, ""
    for number in range(first, len(lines)):
        line = lines[number]
        size += len(line) + 1
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        if size >= PART and not line.strip() and (not fence or size >= 16 * PART):
            yield from _part(lines[start : number + 1], start)
            start, size, fence = number + 1, 0, ""
    yield from _part(lines[start:], start)


def _part(lines: list[str], offset: int) -> Iterator[Block]:
    """Yield the blocks of lines, the first of which is line `offset` + 1 of the file."""
    tokens = _parser().parse("\n".join(lines))
    place = 0
    while place < len(tokens):
        token = tokens[place]
        line = (token.map[0] if token.map else 0) + offset + 1
        if token.type == "table_open":
            end = next(i for i in range(place, len(tokens)) if tokens[i].type == "table_close")
            yield from _table(tokens[place:end], offset, lines)
            place = end
        elif token.type == "heading_open":
            yield from _heading(tokens[place + 1], line, int(token.tag[1]))
            place += 2
        elif token.type == "paragraph_open":
            content = tokens[place + 1].content.split("\n")
            item = place > 0 and tokens[place - 1].type == "list_item_open"
            if item and tokens[place - 1].info:
                content[0] = f"{tokens[place - 1].info}. {content[0]}"
            if item:
                own = _own_lines(content, lines[line - offset - 1 :])
                yield from _item(list(enumerate(content[:own], line)))
                yield from flow(list(enumerate(content[own:], line + own)))
            else:
                yield from flow(list(enumerate(content, line)))
            place += 2
        elif token.type in {"fence", "code_block"}:
            yield from flow(list(enumerate(token.content.split("\n"), line + (token.type == "fence"))))
        elif token.type == "html_block":
            from .html import blocks_of_html  # noqa: PLC0415 - few texts in Markdown have HTML in them

            yield from blocks_of_html(token.content, line)
        place += 1
    yield from flow([(offset + number + 1, _MARKERS.sub("", lines[number])) for number in _too_deep(tokens, lines)])


_MARKERS = re.compile(r"^(?:[ \t]{0,999}(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){1,999}")
"""What stands before a line in quotes and lists."""


def _too_deep(tokens: list[Token], lines: list[str]) -> list[int]:
    """Return the places of lines with words that no token has: they stand in more quotes and lists than are parsed."""
    held = bytearray(len(lines))
    for token in tokens:
        if token.map and token.type not in _AROUND:
            held[slice(*token.map)] = b"\1" * (min(token.map[1], len(lines)) - token.map[0])
    return [place for place, line in enumerate(lines) if not held[place] and re.search(r"\w", line)]


_AROUND = frozenset({"blockquote_open", "bullet_list_open", "ordered_list_open", "list_item_open"})
"""Tokens that have others in them, and no text of their own."""


def _heading(token: Token, line: int, level: int) -> Iterator[Block]:
    content = token.content.split("\n")
    if len(content) > 1 or len(content[0]) > 200:
        # A paragraph with a line of dashes under it is a heading to Markdown, and not to its reader.
        yield from flow(list(enumerate(content, line)))
        return
    made = block("heading", [(line, bare(content[0]))], level)
    if made:
        yield made


_LABELLED = re.compile(r"[A-Za-z][\w ]{1,30}:\s+\S")
_NAME = re.compile(r"[A-Z][^.:;,]{1,58}[^.:;,\s]\s*")


def _own_lines(content: list[str], raw: list[str]) -> int:
    """Return how many lines of an item are its own, of those that are not indented.

    `label: value` begins another, and so does a line in which the sentence before does not go on.
    """
    widest = width_of(raw[: len(content)])
    for place in range(1, min(len(content), len(raw))):
        if _LABELLED.match(raw[place]):
            # A short line over the first of them, not indented either, is what the lines are about.
            named = place > 1 and _NAME.fullmatch(raw[place - 1]) is not None
            return place - named
        indented = raw[place][:1].isspace()
        if not indented and content[place].strip() and not goes_on(content[place - 1], content[place], widest):
            return place
    return len(content)


def _item(lines: list[tuple[int, str]]) -> Iterator[Block]:
    made = block("item", [(number, bare(line)) for number, line in lines])
    if made:
        yield made


def _table(tokens: list[Token], offset: int, lines: list[str]) -> Iterator[Block]:
    """Yield the rows of a table; lines behind it that have no `|` are text that no empty line divides from it."""
    header: tuple[str, ...] = ()
    cells: list[tuple[int, str]] = []
    behind: list[tuple[int, str]] = []
    line, heads = 0, False
    for token in tokens:
        if token.type == "tr_open":
            line, cells = (token.map[0] if token.map else 0), []
        elif token.type in {"th_open", "td_open"}:
            heads = token.type == "th_open"
        elif token.type == "inline":
            cells.append((line + offset + 1, bare(token.content)))
        elif token.type == "tr_close":
            if not heads and "|" not in lines[line]:
                behind.append((line + offset + 1, lines[line]))
                continue
            made = row(cells, () if heads else header)
            if heads:
                header = tuple(words_of(cell) for _, cell in cells)
            if made:
                yield made
    yield from flow(behind)
