"""Blocks: what an article is made of, whatever form its file has, each with the lines of the file it stands on."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from itertools import zip_longest
from typing import Literal, NamedTuple

from ...dataset.model import Record
from ...intake.paper import number
from ...notation.identifiers import parts_any
from ...notation.visible import visible

BlockKind = Literal["heading", "row", "item", "prose", "record", "entry"]

_SAME_LENGTH = str.maketrans(
    "‘’ʼ′“”„«»‐‑‒–—―−\u00a0\u2009\u202f\u2007₀₁₂₃₄₅₆₇₈₉",
    '\'\'\'\'"""""-------    0123456789',
) | {0xFEE0 + sign: chr(sign) for sign in range(0x21, 0x7F)}

_RAISED_POINT = re.compile(r"(?<=\d)(?<![A-Za-z]\d)(?<![A-Za-z]\d\d)\u00b7(?=\d)")
"""A decimal point in the middle of its line, as British journals set it; behind a letter it parts a formula."""


class BrokenError(Exception):
    """A file that is cut short or damaged: what it is not, and why, to be read behind its name."""


class Entry(NamedTuple):
    """An entry of a bibliography, field by field, as its file gives them; what is not given is empty.

    `authors` are written "Family, Given"; `standing` is what a note says of the work, that it is retracted or under an
    expression of concern; `field_lines` pairs the names of fields with the lines they stand on.
    """

    key: str
    authors: tuple[str, ...] = ()
    more_authors: bool = False
    year: str = ""
    title: str = ""
    journal: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    standing: str = ""
    field_lines: tuple[tuple[str, int], ...] = ()

    @property
    def names_a_work(self) -> bool:
        """Whether it has a title, authors or a number, by which a work can be known."""
        return bool(self.title or self.doi or self.pmid or self.authors)


class Paper(NamedTuple):
    """A paper that a text gives field by field, from `start` to `end` of its block.

    `alone` tells that it fills its row: beside its fields nothing stands there that could be a sentence.
    """

    start: int
    end: int
    entry: Entry
    alone: bool = False


class Block(NamedTuple):
    """A heading, a row of a table, an item of a list, a paragraph, a record of keys and values, or an entry.

    `text` is what stands there without its markup; `plain` is the same, character for character, with straight
    quotes, hyphens, spaces and digits; `starts` pairs offsets with the lines of the file that begin there.
    A row knows its `cells` as (start, end) and the `header` of its table; an entry of a bibliography its fields;
    `papers` are those that a text gives in keys and values.
    """

    kind: BlockKind
    text: str
    plain: str
    starts: tuple[tuple[int, int], ...]
    level: int = 0
    cells: tuple[tuple[int, int], ...] = ()
    header: tuple[str, ...] = ()
    entry: Entry | None = None
    papers: tuple[Paper, ...] = ()

    def line(self, offset: int) -> int:
        """Return the line of the file, from 1, on which an offset of the block stands."""
        return self.starts[bisect_right(self.starts, (offset, 1 << 60)) - 1][1]


class Missing(Record, frozen=True):
    """A key that is cited and that no bibliography has, and where it is cited first."""

    file: str
    line: int
    key: str


class Ignore(NamedTuple):
    """A comment, on a line of a file, that silences the findings of a code from one line to another, and why."""

    file: str
    line: int
    code: str
    reason: str
    first: int
    last: int


class Article(NamedTuple):
    """A file as it was read.

    `replaced` counts the bytes that could not be read as text, `encoding` is the one they were read in, `odd` are the
    lines that its form gave no meaning to, such as a broken entry of a bibliography. `beside` are its bibliographies
    as far as they are cited, held each by itself; `uncited` counts what was left out of one, `missing` are keys that
    none has, and `absent` what it names or holds and cannot be read: bibliographies, pages of a book, rows. `ignored`
    are the silences in its comments.
    """

    name: str
    blocks: list[Block]
    lines: int
    replaced: int
    encoding: str = "utf-8"
    odd: tuple[int, ...] = ()
    beside: tuple[Article, ...] = ()
    uncited: int = 0
    missing: tuple[Missing, ...] = ()
    absent: tuple[str, ...] = ()
    ignored: tuple[Ignore, ...] = ()


def plain_of(text: str) -> str:
    """Return a text, character for character, with straight quotes, hyphens, spaces, digits and decimal points."""
    if text.isascii():
        return text
    plain = text.translate(_SAME_LENGTH)
    return _RAISED_POINT.sub(".", plain) if "\u00b7" in plain else plain


RAISED, LEVEL = "\x0e", "\x0f"
"""What readers put around text that is set high: letters that no text has, and that no block keeps."""
_STEERING = "\x1b\\[[0-9;]{0,20}[A-Za-z]"
_UNSEEN = (
    "\x00-\x08\x10-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U000e0000-\U000e0fff"
)
INVISIBLE = re.compile(f"{_STEERING}|[{RAISED}{LEVEL}{_UNSEEN}]")
"""What pages have within words and no reader sees: soft hyphens, blanks of no width, marks of direction, all else that
Unicode calls ignorable (UAX 44, Default_Ignorable_Code_Point), and what would steer a terminal."""
_NO_LETTERS = dict.fromkeys(map(ord, RAISED + LEVEL))
_BETWEEN_LETTERS = re.compile(f"{_STEERING}|[{_UNSEEN}]")
_HIGH = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079"
_LETTER = rf"[^\W\d_{_HIGH}]"
_MARK = r"(?:\d(?:[\d\s,;\u2013-]{0,30}\d)?|[*\u2020\u2021\u00a7\u00b6#]{1,4}|[a-z]|TM|SM|R)"
_WORD = rf"(?:(?<={_LETTER}{{3}})(?<!\b[A-Z][a-z]{{2}})|(?<=[A-Z]-\d)|(?<=[A-Z]-\d\d)|(?<=[A-Z]-\d\d\d))"
"""Behind a word or a code: units (`cm`), ions (`Ca`) and residues (`Ala`) have numbers of their own set high."""
_BEHIND = re.compile(rf"{_WORD}(?:{RAISED}(?=\s?{_MARK}\s?{LEVEL})|(?=[{_HIGH}]))")
_BEFORE = re.compile(rf"(?<![^\s.])(?:{RAISED}\s?({_MARK})\s?{LEVEL}|([{_HIGH}]{{1,3}}))(?={_LETTER}{{3}})")
"""An isotope is behind a bracket, or before one or two letters: `[3H]`, `99mTc`."""

_BEHIND_NUMBER = re.compile(rf"(?<=\d)(?<!\b10){RAISED}\s?\d(?:[\d\s,;\u2013-]{{0,30}}\d)?\s?{LEVEL}(?=[\s.,;:)\]]|$)")
"""A reference mark behind a number, which is none of its digits; ten is raised to a power."""


def words_of(text: str) -> str:
    """Return a text as it is seen, with single blanks; a reference mark set high at a word is no part of the word."""
    if not (text.isascii() and text.isprintable()):
        text = unicodedata.normalize("NFC", _BETWEEN_LETTERS.sub("", text)).replace("\u0130", "I")
        text = _BEHIND.sub(" ", _BEHIND_NUMBER.sub("", text))
        text = _BEFORE.sub(r"\1\2 ", text).translate(_NO_LETTERS)
    return " ".join(text.split())


def block(kind: BlockKind, pieces: Sequence[tuple[int, str]], level: int = 0) -> Block | None:
    """Return a block made of (line, text) pieces set one after the other, or None when there is nothing in it."""
    texts: list[str] = []
    starts: list[tuple[int, int]] = []
    length = 0
    for line, piece in pieces:
        stripped = words_of(piece)
        if stripped:
            if texts and not parts_any(texts[-1], stripped):
                texts.append(" ")
                length += 1
            starts.append((length, line))
            texts.append(stripped)
            length += len(stripped)
    if not texts:
        return None
    text = visible("".join(texts))
    return Block(kind, text, plain_of(text), tuple(starts), level)


def with_heads_under(header: tuple[str, ...], heads: tuple[str, ...]) -> tuple[str, ...]:
    """Return the heads of columns with those under them, one that stands in both rows once."""
    pairs = zip_longest(header, heads, fillvalue="")
    return tuple(" ".join(dict.fromkeys(filter(None, pair))) for pair in pairs)


WIDEST = 1000
"""Columns of a table beyond which none is one: Word has at most 63, and a cell may say that it spans any number."""
LONGEST_ROW = 5000
"""Characters from which a row of a table is read as prose."""


def row(cells: Sequence[tuple[int, str]], header: tuple[str, ...]) -> Block | None:
    """Return a row of a table, given as (line, text) of its cells, as a block with the cells divided by `|`."""
    stripped = [(line, words_of(cell)) for line, cell in cells]
    if sum(len(cell) + 3 for _, cell in stripped) > LONGEST_ROW:
        return block("prose", cells)
    spans: list[tuple[int, int]] = []
    starts: list[tuple[int, int]] = []
    length = 0
    for line, cell in stripped:
        length += 3 if spans else 0
        starts.append((length, line))
        spans.append((length, length + len(cell)))
        length += len(cell)
    text = visible(" | ".join(cell for _, cell in stripped))
    if not text.strip(" |"):
        return None
    return Block("row", text, plain_of(text), tuple(starts), 0, tuple(spans), header)


_STANDING = re.compile(
    r"(?<!\bnot )(?<!\bno )(?<!\bnot been )\b(?:retract(?:ed|ion)\b|expressions?[ -]of[ -]concern\b|отозван)",
    re.IGNORECASE,
)


def standing_in(note: str) -> str:
    """Return the words of a note that say that a work is retracted or under a concern, empty where none do."""
    hit = _STANDING.search(note)
    return hit[0] if hit else ""


def entry_block(entry: Entry, line: int) -> Block | None:
    """Return an entry of a bibliography as a block whose text is the entry written in one line."""
    names = ", ".join(entry.authors[:3]) + (" et al." if len(entry.authors) > 3 or entry.more_authors else "")
    place = entry.volume + (f"({entry.issue})" if entry.issue else "") + (f":{entry.page}" if entry.page else "")
    parts = (names, f"({entry.year})" if entry.year else "", entry.title, entry.journal, place, entry.standing)
    text = ". ".join(part.strip(" .") for part in parts if part.strip()) or entry.key
    text = visible(" ".join(text.split()))
    if not text:
        return None
    page = re.sub(r"\s?-{1,3}\s?", "-", plain_of(entry.page))  # with any hyphen or dash
    entry = entry._replace(page=page, pmcid=number("PMCID", entry.pmcid) or entry.pmcid)
    return Block("entry", text, plain_of(text), ((0, line),), entry=entry)
