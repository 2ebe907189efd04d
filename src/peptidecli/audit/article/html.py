"""HTML: the text of a page as blocks, with the lines of the file it stands on. The page is parsed by lxml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .blocks import LEVEL, RAISED, WIDEST, Block, BlockKind, block, row, with_heads_under, words_of
from .inline import DIVIDING, parted, telling
from .plain import flow

_SILENT = frozenset({"script", "style", "noscript", "template", "iframe", "object", "annotation", "annotation-xml",
                     "tex-math"})  # fmt: skip
_IN_DRAWINGS = frozenset({"desc", "metadata"})
"""What is silent in a drawing alone: elsewhere an element of the same name is another's."""
_CLOSED = frozenset(
    "p li dd dt blockquote figcaption caption pre h1 h2 h3 h4 h5 h6 summary legend address listing xmp "
    "text foreignobject".split()
)
"""Elements within which the end of a line is only a space; the last two are the texts of a drawing."""
_BOXES = frozenset("audio canvas embed iframe img input meter object progress select svg textarea video".split())
"""Elements that stand in a line, and are no part of a word beside them."""
_UNWRITTEN = frozenset("hidden password checkbox radio image file color range".split())
"""Kinds of fields whose value nobody sees as it is written."""
_AROUND = {"sup": (RAISED, LEVEL), "q": ('"', '"'), **dict.fromkeys(_BOXES, (" ", " "))}
"""What is put around the text of an element."""

_LABEL = 40
"""Characters up to which a cell of several rows is what they are called."""
_MOST_SPREAD = 200_000
"""Cells of a page that stand in a row or a column to which another has been spread; beyond them none is."""
_OPEN = DIVIDING - _CLOSED - _BOXES - {"td", "th"}
_LAST_LINE = 65_534
"""Beyond this line the parser's own numbers are cut off."""


_END = re.compile(r"</html[ \t]{0,20}>", re.IGNORECASE)
"""Where the parser stops; a browser shows what stands behind it, as where pages were put together."""


_LONG_TAG = re.compile(r"<([A-Za-z][\w:.-]{0,40})[^<>]{10000,}>")
_MOST_ATTRIBUTES = 1000


def blocks_of_html(text: str, first: int = 1) -> Iterator[Block]:
    """Yield the blocks of a page in reading order; `first` is the line of the file on which the page begins."""
    from lxml import etree  # noqa: PLC0415 - only when a page is read

    parser = etree.HTMLParser(encoding="utf-8", recover=True, huge_tree=True, remove_pis=True)
    open_ended = _LONG_TAG.sub(_without_many, _END.sub("", text))
    root = etree.fromstring(open_ended.encode("utf-8", errors="replace"), parser) if open_ended.strip() else None
    deep = any("depth" in entry.message for entry in parser.error_log)
    if root is None or deep:
        yield from _without_tree(text, first)
        return
    page = _Page(first)
    for event, element in etree.iterwalk(root, events=("start", "end", "comment")):
        if event == "comment":
            page.text(element.tail or "", (element.text or "").count("\n"))
        elif event == "start":
            line = element.sourceline or 0
            page.open(_kind(element), element.get("href") or "", line + first - 1 if line < _LAST_LINE else 0)
            if element.tag in ("td", "th"):
                page.span(_count(element.get("colspan")), _count(element.get("rowspan")))
            page.text(element.text or "")
            page.text(_shown_by(element))
        else:
            page.close(_kind(element))
            page.text(element.tail or "")
    page.flush()
    yield from page.blocks


def _without_many(tag: re.Match[str]) -> str:
    """Return a tag, one of more attributes than any page has without them: the parser holds each against all."""
    many = len(tag[0].split()) > _MOST_ATTRIBUTES
    return f"<{tag[1]}{chr(10) * tag[0].count(chr(10))}>" if many else tag[0]


def _count(said: str | None) -> int:
    """Return over how many columns or rows a cell goes."""
    return min(int(said), WIDEST) if said and re.fullmatch(r"[1-9]\d{0,3}", said.strip()) else 1


def _kind(element: Any) -> str:
    """Return what an element is to a reader: a template that a browser shows is a part of the page.

    What tells of a drawing is none, as a script is.
    """
    if element.tag in _IN_DRAWINGS and next(element.iterancestors("svg"), None) is not None:
        return "script"
    return "div" if element.tag == "template" and element.get("shadowrootmode") else element.tag


def _shown_by(element: Any) -> str:
    """Return what a field, a choice or a group of choices shows by its attributes."""
    said = ""
    if element.tag == "input" and element.get("type", "text").strip().lower() not in _UNWRITTEN:
        said = element.get("value") or element.get("placeholder") or ""
    elif element.tag in {"optgroup", "option"}:
        said = element.get("label") or ("" if element.text else element.get("value")) or ""
    return f" {' '.join(said.split())} " if said else ""


def _without_tree(text: str, first: int) -> Iterator[Block]:
    """Yield the text of a page that is nested too deep to be a page, without its tags."""
    bare = re.sub(r"<[^<>]{0,2000}>", " ", text)
    held: list[tuple[int, str]] = []
    for number, line in enumerate(bare.split("\n"), first):
        if line.strip():
            held.append((number, line))
        elif held:
            yield from flow(held)
            held = []
    yield from flow(held)


class _Page:
    """Gathers blocks while a page is walked. Text outside of any element is taken line by line, as in a mixed file."""

    def __init__(self, first: int) -> None:
        self.blocks: list[Block] = []
        self._line = first
        self._pieces: list[tuple[int, list[str]]] = []
        self._element = ""
        self._silent = 0
        self._cells: list[tuple[int, list[str]]] | None = None
        self._spans: list[tuple[int, int]] = []
        self._below: dict[int, tuple[int, str]] = {}
        self._spread = self._heads = 0
        self._header: tuple[str, ...] = ()
        self._was_heads = False
        self._addresses: list[str] = []
        self._parting = False
        """Whether a link or a raised mark has begun or ended since the last text."""

    def open(self, tag: str, href: str, line: int) -> None:
        """Begin an element on a line of the file."""
        self._line = max(self._line, line)
        self._parting |= tag in {"a", "sup"}
        if tag in _AROUND and not self._silent:
            self._add(_AROUND[tag][0])
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self.flush()
            self._header, self._below = (), {}
        elif tag == "tr":
            self.flush()
            self._cells, self._spans, self._heads = [], [], 0
        elif tag in {"td", "th"} and self._cells is not None:
            if not self._cells:
                self.flush()  # what stands before the cells of a row, a browser shows before the table
            self._cells.append((self._line, []))
            self._spans.append((1, 1))
            self._heads += tag == "th"
        elif tag == "a":
            # The address of a link often is the only place where a DOI or a PMID stands.
            self._addresses.append(telling(href))
        elif tag == "dd" and self._element == "dt" and self._pieces:
            self._add(": ")  # What a term means is read with it.
            self._element = tag
        elif self._cells is None and (tag in _CLOSED or tag in _OPEN):
            self.flush()
            self._element = tag if tag in _CLOSED else self._element if tag == "br" else ""
        elif tag in {"br", "p", "div", "li"}:
            self._add(" ")

    def close(self, tag: str) -> None:
        """End an element."""
        self._parting |= tag == "a"
        if tag in _SILENT:
            self._silent -= 1
        elif tag == "tr" and self._cells is not None:
            self.flush()
            heads = 0 < self._heads == len(self._cells)
            cells = self._in_columns(heads=heads)
            under = self._header if heads and self._was_heads else ()
            made = row(cells, () if heads else self._header)
            if made:
                self.blocks.append(made)
            if heads:
                self._header = with_heads_under(under, tuple(words_of(text) for _, text in cells))
            self._cells, self._was_heads = None, heads
        elif tag == "a" and self._addresses:
            address = self._addresses.pop()
            if address and not self._silent:
                self._add(f" ({address}) ")
        elif tag in _AROUND and not self._silent:
            self._add(_AROUND[tag][1])
        elif self._cells is None and tag != "dt" and (tag in _CLOSED or (tag in _OPEN and tag not in {"br", "hr"})):
            self.flush()
            self._element = ""

    def span(self, columns: int, rows: int) -> None:
        """Note over how many columns and rows the cell goes that has begun."""
        if self._cells:
            self._spans[-1] = (columns, rows)

    def _in_columns(self, *, heads: bool) -> list[tuple[int, str]]:
        """Return the cells of a row, each in its column; a head stands in all of those that it goes over."""
        cells: list[tuple[int, str]] = []
        below: dict[int, tuple[int, str]] = {}
        waiting = list(zip(self._cells or (), self._spans, strict=True))[::-1]
        own = len(waiting)
        if self._spread > _MOST_SPREAD:
            self._below = {}
        while (waiting or len(cells) in self._below) and len(cells) < WIDEST:
            if len(cells) in self._below:
                rows, text = self._below[len(cells)]
                below |= {len(cells): (rows - 1, text)} if rows > 1 else {}
                cells.append((self._line, text))
                continue
            (line, parts), (columns, rows) = waiting.pop()
            text = "".join(parts)
            for place in range(columns):
                # What a cell of several rows says is told of each of them, but a sentence of none twice.
                if rows > 1:
                    below[len(cells)] = (rows - 1, text if heads or len(text) <= _LABEL else "")
                cells.append((line, text if heads or place == 0 else ""))
        self._below = below
        self._spread += len(cells) - own
        return cells

    def text(self, text: str, before: int = 0) -> None:
        """Add text after `before` ends of lines that were no text."""
        self._line += before
        if text and not self._silent:
            self._add(parted(self._before(), text) if self._parting else text)
            self._parting = False
        self._line += text.count("\n")

    def _before(self) -> str:
        """Return what the text ends with so far, without marks of what is set high."""
        parts = self._cells[-1][1] if self._cells else self._pieces[-1][1] if self._pieces else []
        return "".join(parts[-3:]).rstrip(RAISED)

    def _add(self, text: str) -> None:
        if self._cells:
            _, parts = self._cells[-1]
            if not parts and text.strip():
                self._cells[-1] = (self._line, parts)
            if parts or text.strip():
                parts.append(text)
            return
        for number, line in enumerate(text.split("\n"), self._line):
            if number > self._line and self._element not in _CLOSED:
                self.flush()
            if line:
                self._glue(number, line)

    def _glue(self, number: int, text: str) -> None:
        """Add text to the block; on the same line it follows without a space, as inline elements do."""
        if self._pieces and self._pieces[-1][0] == number:
            self._pieces[-1][1].append(text)
        else:
            self._pieces.append((number, [text]))

    def flush(self) -> None:
        """End the block that is being gathered."""
        heading = len(self._element) == 2 and self._element[0] == "h" and self._element[1].isdigit()
        kind: BlockKind = "heading" if heading else "item" if self._element == "li" else "prose"
        pieces = [(line, "".join(parts)) for line, parts in self._pieces]
        made = block(kind, pieces, int(self._element[1]) if heading else 0)
        if made:
            self.blocks.append(made)
        self._pieces = []
