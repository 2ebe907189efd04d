"""Articles: files of plain text, Markdown or HTML in, blocks of text with their line numbers out."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple

from ..errors import UsageError

BlockKind = Literal["heading", "row", "item", "prose"]

_SAME_LENGTH = str.maketrans(
    "‘’ʼ′“”„«»‐‑‒–—―−\u00a0\u2009\u202f\u2007₀₁₂₃₄₅₆₇₈₉",
    '\'\'\'\'"""""-------    0123456789',
)


class Block(NamedTuple):
    """A heading, a row of a table, an item of a list or a paragraph.

    `text` is what stands there without its markup; `plain` is the same, character for character, with straight
    quotes, hyphens, spaces and digits; `starts` pairs offsets with the lines of the file that begin there.
    A row knows its `cells` as (start, end) and the `header` of its table.
    """

    kind: BlockKind
    text: str
    plain: str
    starts: tuple[tuple[int, int], ...]
    level: int = 0
    cells: tuple[tuple[int, int], ...] = ()
    header: tuple[str, ...] = ()

    def line(self, offset: int) -> int:
        """Return the line of the file, from 1, on which an offset of the block stands."""
        return self.starts[bisect_right(self.starts, (offset, 1 << 60)) - 1][1]


class Article(NamedTuple):
    """A file as it was read. `replaced` counts the bytes that were no UTF-8."""

    name: str
    blocks: list[Block]
    lines: int
    replaced: int


def block(kind: BlockKind, pieces: list[tuple[int, str]], level: int = 0) -> Block | None:
    """Return a block made of (line, text) pieces set one after the other, or None when there is nothing in it."""
    text, starts = "", []
    for line, piece in pieces:
        stripped = " ".join(piece.split())
        if stripped:
            text += " " if text else ""
            starts.append((len(text), line))
            text += stripped
    return Block(kind, text, text.translate(_SAME_LENGTH), tuple(starts), level) if text else None


LONGEST_ROW = 5000
"""Characters from which a row of a table is read as prose."""


def row(cells: list[tuple[int, str]], header: tuple[str, ...]) -> Block | None:
    """Return a row of a table, given as (line, text) of its cells, as a block with the cells divided by `|`."""
    text, spans, starts = "", [], []
    for i, (line, cell) in enumerate(cells):
        stripped = " ".join(cell.split())
        text += " | " if i else ""
        starts.append((len(text), line))
        spans.append((len(text), len(text) + len(stripped)))
        text += stripped
    if not text.strip(" |"):
        return None
    if len(text) > LONGEST_ROW:
        return block("prose", cells)
    return Block("row", text, text.translate(_SAME_LENGTH), tuple(starts), 0, tuple(spans), header)


# -- files -------------------------------------------------------------------------------------------------------

_NOT_TEXT = {b"%PDF": "a PDF", b"PK\x03\x04": "a packed file (DOCX, EPUB or ZIP)", b"\x89PNG": "a picture",
             b"\xff\xd8\xff": "a picture", b"\x1f\x8b": "a packed file", b"\xd0\xcf\x11\xe0": "a Word file",
             b"{\\rtf": "an RTF file"}  # fmt: skip


def read(name: str, stdin: BinaryIO | None = None) -> Article:
    """Return the article in the file `name`, or on `stdin` for `-`.

    Raises UsageError where there is no such file, or where it is a folder or no text.
    """
    if name == "-" and stdin is not None:
        return parse("standard input", stdin.read())
    path = Path(name)
    try:
        if path.is_dir():
            raise UsageError(f"{name} is a folder; name the articles in it")
        return parse(name, path.read_bytes())
    except FileNotFoundError:
        raise UsageError(f"{name}: there is no such file") from None
    except OSError as error:
        raise UsageError(f"{name} cannot be read: {error.strerror}") from error


def parse(name: str, content: bytes) -> Article:
    """Return the article that the bytes of a file hold; raise UsageError when they are no text."""
    for start, what in _NOT_TEXT.items():
        if content.startswith(start):
            raise UsageError(f"{name} is {what}, not text; save it as plain text, Markdown or HTML first")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = content.decode("utf-16", errors="replace")
    elif b"\0" in content[:65536]:
        raise UsageError(f"{name} is not text; save it as plain text, Markdown or HTML first")
    else:
        text = content.decode("utf-8-sig", errors="replace")
    replaced = text.count("\ufffd") - content.count("\ufffd".encode())
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _INVISIBLE.sub("", text)
    if _is_html(name, text):
        from .markup import blocks_of_html  # noqa: PLC0415 - most articles are plain text

        blocks = list(blocks_of_html(text))
    else:
        blocks = list(_blocks(text.split("\n")))
    return Article(name, blocks, text.count("\n") + (not text.endswith("\n")), max(0, replaced))


_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_HTML = re.compile(r"</(?:p|div|li|h[1-6]|td|ul|ol|table|section|article)>", re.IGNORECASE)


def _is_html(name: str, text: str) -> bool:
    if name.lower().endswith((".html", ".htm", ".xhtml")) or re.match(r"\s*<(?:!doctype|html)\b", text, re.IGNORECASE):
        return True
    return not name.lower().endswith((".md", ".markdown")) and len(_HTML.findall(text[:200_000])) >= 3


# -- plain text and Markdown ---------------------------------------------------------------------------------------

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_ITEM = re.compile(r"\s*(?:[-*+•‣–]|\[?\^?\d{1,3}[\].):]{1,2})\s+(?=\S)")
_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_UNDERLINE = re.compile(r"\s*(?:=+|-{3,})\s*$")
_LINK = re.compile(r"!?\[([^\]\n]*)\]\(\s*<?([^\s)>]*(?:\([^\s)]*\)[^\s)>]*)*)>?[^)\n]*\)")
_MARKS = re.compile(
    r"\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<!\w)_{1,2}(?=\w)|(?<=[\w.,;)])_{1,2}(?!\w)|`+|</?(?:sub|sup|em|i|b|strong)>"
)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>&])")

WRAPPED_FROM = 45
"""A line at least this long that ends in mid-sentence is taken to go on in the next one."""


def _bare(line: str) -> str:
    """Return a line without Markdown's marks; of a link, its words and its address."""
    if "](" in line:
        line = _LINK.sub(lambda link: link[1] if link[2] in link[1] else f"{link[1]} ({link[2]})", line)
    return _ESCAPE.sub(r"\1", _MARKS.sub("", line)) if any(mark in line for mark in "*_`\\<") else line


def _blocks(lines: list[str]) -> Iterator[Block]:
    held: list[tuple[int, str]] = []
    kind: BlockKind = "prose"
    header: tuple[str, ...] = ()
    in_table = False

    def flush() -> Iterator[Block]:
        nonlocal held, kind
        made = block(kind, held)
        held, kind = [], "prose"
        if made:
            yield made

    for number, raw in enumerate(lines, 1):
        following = lines[number] if number < len(lines) else ""
        line = _bare(raw)
        if not line.strip():
            yield from flush()
            in_table, header = False, ()
        elif (in_table and _RULE.match(raw)) or (_UNDERLINE.match(raw) and not held):
            continue
        elif in_table and "|" in raw:
            yield from _row(number, line, header)
        elif "|" in raw and ((_RULE.match(following) and "|" in following) or raw.lstrip().startswith("|")):
            yield from flush()
            in_table = True
            starts = _RULE.match(following) is not None
            header = tuple(_cells(line)) if starts else ()
            yield from _row(number, line, ())
        elif heading := _HEADING.match(line):
            yield from flush()
            yield from _heading(number, heading[2], len(heading[1]))
        elif _UNDERLINE.match(following) and len(held) == 0 and len(line) < 120:
            yield from _heading(number, line, 1 if "=" in following else 2)
        elif _titled(line, following) and (not held or not _goes_on(held[-1][1], line)):
            yield from flush()
            yield from _heading(number, line, 3)
        else:
            if held and (_ITEM.match(raw) or not _goes_on(held[-1][1], line)):
                yield from flush()
            if not held:
                kind = "item" if _ITEM.match(raw) else "prose"
            held.append((number, line.lstrip("> ") if kind == "prose" else line))
    yield from flush()


def _heading(number: int, text: str, level: int) -> Iterator[Block]:
    made = block("heading", [(number, text)], level)
    if made:
        yield made


def _titled(line: str, following: str) -> bool:
    """Tell whether a line without markup reads like a heading: short, a capital first, no full stop, text after it."""
    text = line.strip()
    return (
        len(text) < 70
        and text[0].isupper()
        and text[-1] not in ".,;:)]\"”'"
        and not any(character.isdigit() for character in text[-4:])
        and bool(following.strip())
        and not _ITEM.match(line)
    )


def _goes_on(before: str, line: str) -> bool:
    """Tell whether a sentence that stands in the line before goes on in this one."""
    end = before.rstrip()
    if re.search(r"\bet\.?\s+al\.?,?$|[,;(\[&-]$|\b[A-ZА-Я]\.$", end):
        return True
    return len(end) >= WRAPPED_FROM and end[-1] not in ".!?:" and not line.lstrip().startswith(("#", ">"))


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]


def _row(number: int, line: str, header: tuple[str, ...]) -> Iterator[Block]:
    made = row([(number, cell) for cell in _cells(line)], header)
    if made:
        yield made
