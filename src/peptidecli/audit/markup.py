"""HTML: the text of a page as blocks, with the lines of the file it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

from .reading import Block, BlockKind, block, row

_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "head"})
_CLOSED = frozenset(
    {"p", "li", "dd", "dt", "blockquote", "figcaption", "caption", "pre", "h1", "h2", "h3", "h4", "h5", "h6"}
)
"""Elements within which the end of a line is only a space."""
_OPEN = frozenset({"div", "section", "article", "main", "aside", "header", "footer", "nav", "ul", "ol", "dl", "table",
                   "thead", "tbody", "br", "hr", "body", "html", "form", "figure"})  # fmt: skip


class _Page(HTMLParser):
    """Gathers blocks while it reads. Text outside of any element is taken line by line, as in a mixed file."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._pieces: list[tuple[int, str]] = []
        self._element = ""
        self._silent = 0
        self._cells: list[tuple[int, str]] | None = None
        self._heads = 0
        self._header: tuple[str, ...] = ()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += tag != "head"
        elif tag == "table":
            self.flush()
            self._header = ()
        elif tag == "tr":
            self.flush()
            self._cells, self._heads = [], 0
        elif tag in {"td", "th"} and self._cells is not None:
            self._cells.append((self.getpos()[0], ""))
            self._heads += tag == "th"
        elif self._cells is None and (tag in _CLOSED or tag in _OPEN):
            self.flush()
            self._element = tag if tag in _CLOSED else self._element if tag == "br" else ""
        elif tag == "a":
            # The address of a link often is the only place where a DOI or a PMID stands.
            address = dict(attrs).get("href") or ""
            if "doi.org/" in address or "ncbi.nlm.nih.gov/" in address:
                self._add(f" {address} ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - (tag != "head"))
        elif tag == "tr" and self._cells is not None:
            made = row(self._cells, self._header)
            if made:
                self.blocks.append(made)
            if self._cells and self._heads == len(self._cells):
                self._header = tuple(" ".join(text.split()) for _, text in self._cells)
            self._cells = None
        elif self._cells is None and (tag in _CLOSED or tag in _OPEN):
            self.flush()
            self._element = ""

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._add(data)

    def _add(self, text: str) -> None:
        if self._cells is not None:
            if self._cells:
                start, before = self._cells[-1]
                self._cells[-1] = (start, before + text)
            return
        first = self.getpos()[0]
        for number, line in enumerate(text.split("\n"), first):
            if number > first and self._element not in _CLOSED:
                self.flush()
            if line:
                self._glue(number, line)

    def _glue(self, number: int, text: str) -> None:
        """Add text to the block; on the same line it follows without a space, as inline elements do."""
        if self._pieces and self._pieces[-1][0] == number:
            self._pieces[-1] = (number, self._pieces[-1][1] + text)
        else:
            self._pieces.append((number, text))

    def flush(self) -> None:
        """End the block that is being gathered."""
        heading = len(self._element) == 2 and self._element[0] == "h"
        kind: BlockKind = "heading" if heading else "item" if self._element == "li" else "prose"
        made = block(kind, self._pieces, int(self._element[1]) if heading else 0)
        if made:
            self.blocks.append(made)
        self._pieces = []


def blocks_of_html(text: str) -> Iterator[Block]:
    """Yield the blocks of a page in reading order."""
    page = _Page()
    page.feed(text)
    page.close()
    page.flush()
    yield from page.blocks
