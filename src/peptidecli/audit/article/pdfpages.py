"""Pages of a PDF beside their text: which cannot be read, or not whole, and what is typed on them."""

from __future__ import annotations

import logging
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from .paged import Line
from .pdffonts import letters_of
from .pdflayout import lines_of
from .pdfpieces import drawn_on, is_whole, text_of
from .reading import readable

_NO_TEXT = "drawn, without text; if there is some in it, have it recognised first"
_DAMAGED = "damaged, or not all of it is in the file"
_PARTS = "parts that are damaged, and may be of any page"
_CUT = re.compile(r"Pdf\w*Error\(|Invalid stream \(index|Invalid object number|Ignoring padding error")
"""How pypdf tells that an object was not read, or not to its end, and what it holds is lost or not as it was."""
_NO_LETTERS = "in a font that does not say what its letters are"
_TOO_MUCH = "drawn in more pieces than are read"
_FILLED = "with text in what shapes are filled with, masked by or made of, which is not read"
_BAD = 0.05
"""The share of signs that are no letters from which a page is not read."""
_NO_LETTER = re.compile(
    "[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]|"
    r"/(?:[gG][0-9A-F]{1,5}|[cCaHxn]_?\d{1,5}|x[0-9A-Fa-f]{1,4}|(?:char|glyph|gid|cid|index)_?\d{1,5})"
    r"(?![A-Za-z0-9])"
)
"""What is shown instead of a letter: no sign, one of private use, or the number of a shape in its font."""
_IN_WORD = re.compile(rf"(?:{_NO_LETTER.pattern}){{2,}}|(?<=\w)(?:{_NO_LETTER.pattern})")
"""Of a word; one that stands by itself, or before a word, may be a mark and no letter."""
_ORNAMENT = re.compile(r"[\u0300-\u036f\u2190-\u21ff\u2300-\u23ff\u2460-\u259f\u2600-\u28ff]")
"""What stands for letters where the names of shapes, `a1` and on, were taken for those of Zapf Dingbats.

A map of a font that hides what its letters are may have any others: arrows, boxes, braille, marks without a
letter. Circles and squares are not among them, as they stand for what is measured on a picture.
"""
_MOSTLY = 0.3
"""The share of signs from which they are no marks beside a text."""
_SHAPE = re.compile(
    r"/((?:[A-Za-z]|zero|one|two|three|four|five|six|seven|eight|nine|space|period|comma|hyphen|colon|semicolon|slash|"
    r"parenleft|parenright|percent|ampersand)\.(?:sc|smcp|c2sc|cap|oldstyle|[tp]?osf|[tp]?lf|[lotp]num|alt\d?|ss\d\d|swash)"
    r"(?![a-z0-9])|f_f_[ijltb]|f_[fijltbhk]|T_h|t_t_i|[cst]_t|t_i|s_p)"
)
"""The names of shapes of letters that a font has besides the common ones, and of ligatures.

Those that a font lists are letters already; these come from the file of one that lists none.
"""
_SMALL = {0xF730 + digit: str(digit) for digit in range(10)} | {0xF760 + n: chr(0x60 + n) for n in range(1, 27)}
"""Adobe's signs of private use for digits in old style and small capitals."""
_SETTING = frozenset(
    b"q Q cm w J j M d ri i gs g G rg RG k K cs CS sc SC scn SCN W W* n re m l c v y h BT ET Tc Tw Tz TL Tf Tr Ts "
    b"Td TD Tm T* Tj TJ ' BMC BDC EMC MP DP BX EX".split()
)
"""Operators that say how and where is drawn, and draw nothing (ISO 32000-1, annex A); text is read beside them."""
_NUMBER = re.compile(rb"[+-]?[0-9.]+|")
_MOST_UNPACKED = 128 << 20
"""Bytes of what all pages show, unpacked, beyond which none is read."""
_PASSWORD, _UNFOLDS, _MOST_OPTIONS = 1 << 13, 1 << 17, 1000
"""Flags of fields whose letters nobody sees, and of lists of which the chosen alone is shown (ISO 32000-1, 12.7.4)."""
_MOST_PARENTS = 20
_TAG = re.compile(r"<[^<>]{1,999}>")
_HIDDEN = 2
"""The flag of an annotation that nobody sees (ISO 32000-1, table 165)."""


class _Heard(logging.Handler):
    """Keeps what the reader says of objects that it could not read to their ends, and goes on without."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.told: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        said = record.getMessage()
        if _CUT.match(said):
            self.told[said] = None


class Pages:
    """Reads the text of pages one by one, and keeps account of those that cannot be read, or not whole."""

    def __init__(self) -> None:
        self._number = self._unpacked = 0
        self._lacking: dict[str, list[int]] = defaultdict(list)
        self.failure: Exception | None = None
        # What is wrong with a file is told in one sentence, not as the reader's own warnings.
        self._heard = _Heard()
        logger = logging.getLogger("pypdf")
        logger.handlers, logger.propagate = [self._heard], False

    def text_of(self, page: Any) -> tuple[list[Line], list[str]]:
        """Return the lines of the next page and the texts that are typed on it, as far as they can be read."""
        self._number += 1
        lines: list[Line] = []
        if self._unpacked > _MOST_UNPACKED:
            self._lacking[_TOO_MUCH].append(self._number)
            return lines, []
        before = len(self._heard.told)
        try:
            shown = drawn_on(page)
            pieces = [piece._replace(text=readable(_in_letters(piece.text))) for piece in shown.pieces]
            lines = lines_of(shown._replace(pieces=pieces))
            text = "".join(piece.text for piece in pieces)
            beside = list(_typed(page))
            streams = list(_streams(page))
            self._unpacked += sum(len(stream.get_data()) for stream in streams if stream is not None)
            whole = all(map(is_whole, streams)) and not shown.damaged and len(self._heard.told) == before
            drawn = not text.strip() and any(_draws(stream.get_data()) for stream in streams if stream is not None)
        except MemoryError:
            raise
        except Exception as error:  # what is broken raises anything, in words for programmers
            self.failure = self.failure or error
            self._lacking[_DAMAGED].append(self._number)
            return lines, []
        if shown.cut:
            self._lacking[_TOO_MUCH].append(self._number)
        if shown.filled:
            self._lacking[_FILLED].append(self._number)
        if not whole:
            self._lacking[_DAMAGED].append(self._number)
        elif drawn:
            self._lacking[_NO_TEXT].append(self._number)
        elif (
            shown.lost
            or shown.unread
            or any(_IN_WORD.search(piece.text) for piece in pieces)
            or len(_ORNAMENT.findall(text)) > _MOSTLY * len(text)
            or len(_NO_LETTER.findall(text)) + shown.nameless > _BAD * len(text)
        ):
            self._lacking[_NO_LETTERS].append(self._number)
        return lines, beside

    @property
    def damaged(self) -> int:
        """Return how many parts of the file are read in part alone."""
        return len(self._heard.told)

    def absent(self) -> list[str]:
        """Return what of the pages cannot be read, by their numbers."""
        told = [f"{_numbered(numbers)}: {why}" for why, numbers in self._lacking.items()]
        return told if _DAMAGED in self._lacking or not self.damaged else [*told, f"{_PARTS}: {self.damaged}"]


def _in_letters(text: str) -> str:
    """Return text with letters for the names of their shapes, and for Adobe's own signs of them."""
    if "/" in text:
        text = _SHAPE.sub(lambda hit: letters_of(hit[1]), text)
    return text.translate(_SMALL)


def _numbered(numbers: Sequence[int]) -> str:
    """Return the numbers of pages in a line, `pages 1, 3-5`."""
    groups = groupby(enumerate(numbers), lambda one: one[1] - one[0])
    runs = [[number for _, number in group] for _, group in groups]
    told = ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
    return f"pages {told}" if len(numbers) > 1 else f"page {told}"


def _streams(page: Any) -> Iterator[Any]:
    """Yield the parts of what a page shows, None for one that is not in the file."""
    held = page.get("/Contents")
    held = held.get_object() if held is not None else []
    for part in held if isinstance(held, list) else [held]:
        stream = part.get_object() if part is not None else None
        yield stream if hasattr(stream, "get_data") else None


def _draws(shown: bytes) -> bool:
    """Tell whether a part of a page draws something: pictures, lines, or what is no part of a page."""
    tokens = (token.strip(b"<>[]()") for token in shown.split())
    return not all(token in _SETTING or token.startswith(b"/") or _NUMBER.fullmatch(token) for token in tokens)


def _typed(page: Any) -> Iterator[str]:
    """Yield the texts that are typed on a page: notes that stand open on it, and what its fields are filled with."""
    notes = page.get("/Annots")
    for one in (notes.get_object() or []) if notes is not None else []:
        note = one.get_object()
        if not hasattr(note, "get") or int(note.get("/F", 0)) & _HIDDEN:
            continue
        field = _with_parents(note)
        if note.get("/Subtype") == "/FreeText":
            yield _said(note.get("/Contents")) or _TAG.sub(" ", _said(note.get("/RC")))
        elif note.get("/Subtype") == "/Widget" and field.get("/FT") in ("/Tx", "/Ch"):
            flags = int(field.get("/Ff", 0))
            if field["/FT"] == "/Tx" and flags & _PASSWORD:
                continue
            listed = field.get("/Opt") if field["/FT"] == "/Ch" and not flags & _UNFOLDS else None
            for option in listed.get_object()[:_MOST_OPTIONS] if listed is not None else [field.get("/V", "")]:
                held = option.get_object() if option is not None else ""
                yield _said(held[-1] if isinstance(held, list) and held else held)


def _with_parents(note: Any) -> dict[str, Any]:
    """Return what is said of a field: what fields have in common stands in those of which they are parts."""
    field: dict[str, Any] = dict(note)
    for _ in range(_MOST_PARENTS):
        above: Any = field["/Parent"].get_object() if field.get("/Parent") is not None else None
        if not hasattr(above, "get"):
            break
        field = {**{key: value for key, value in above.items() if key not in field}, **field}
        field["/Parent"] = above.get("/Parent")
    return field


def _said(text: Any) -> str:
    """Return a text, which may be a stream."""
    held: Any = text.get_object() if hasattr(text, "get_object") else text
    return text_of(held.get_data() if hasattr(held, "get_data") else held) if held is not None else ""


def lost_pages(reader: Any) -> list[str]:
    """Return how many pages that the list of a PDF names are not read, nothing where all are."""
    waiting: list[Any] = [reader.root_object.get("/Pages")]
    lost = others = 0
    while waiting:
        held = waiting.pop()
        node: Any = held.get_object() if held is not None else None
        if not hasattr(node, "get"):
            lost += 1
        elif "/Kids" in node:
            waiting += node["/Kids"].get_object()
        else:
            others += node.get("/Type", "/Page") != "/Page" and "/Contents" in node
    told = {
        "pages of its list that are not in the file": lost,
        "pages of its list that are called another thing": others,
    }
    return [f"{what}: {count}" for what, count in told.items() if count]
