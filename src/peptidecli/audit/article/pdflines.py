"""Lines of a PDF: which of the pieces of text that a page draws stand on one, by where they are drawn."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any, NamedTuple

_SAME = 0.25
"""How far from each other, in sizes of the font, the feet of letters on one line may be."""
_BLANK = 0.15
"""The gap between two pieces from which there is a blank between them."""
_MARK = re.compile(r"\s*(?:\d{1,3}[.)]|\[\d{1,3}\]|\(\d{1,3}\)|[•‣◦])\s*")
"""The mark of an item of a list."""
_MOST = 100
"""Pieces of one line among which the item of a mark is looked for."""
_COUNT = re.compile(r"\s*\d{1,3}\s*")
_INDENT = 4
"""Sizes of the font by which an item stands to the right of its mark at the most."""
_WIDTHS = {
    **dict.fromkeys("ijl.,:;'|!I`", 0.25), **dict.fromkeys("ftr()[]-/ \"*", 0.31), **dict.fromkeys("mwMW%@", 0.85),
    **dict.fromkeys("cksvxyzJ", 0.5), **dict.fromkeys("ABCDEFGHKLNOPQRSTUVXYZ&", 0.7),
}  # fmt: skip
_WIDTH = 0.556
"""The width of a letter, in sizes of the font, where the font does not tell: about that of Helvetica."""


class Piece(NamedTuple):
    """A piece of text as it is drawn: where it begins, how large its letters are, and how wide it is."""

    text: str
    x: float
    y: float
    size: float
    width: float


def piece_of(text: str, around: Sequence[float], within: Sequence[float], font: Any, size: float) -> Piece:
    """Return a piece of text with its place on the page, by the matrices that pypdf tells (ISO 32000-1, 9.4.4)."""
    a, b, c, d, e, f = around
    x, y = within[4], within[5]
    scale = math.hypot(within[0], within[1]) * math.hypot(a, b) * (size or 1)
    return Piece(text, x * a + y * c + e, x * b + y * d + f, scale, _width(text.strip("\n"), font) * scale)


def _width(text: str, font: Any) -> float:
    """Return how wide a text is, in sizes of its font."""
    try:
        first, widths = int(font["/FirstChar"]), font["/Widths"].get_object()
        told = [float(widths[ord(letter) - first]) / 1000 for letter in text if ord(letter) >= first]
        if len(told) == len(text):
            return sum(told)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError):
        pass  # it tells none, or none of such letters
    return sum(_WIDTHS.get(letter, _WIDTH) for letter in text)


def joined(pieces: Sequence[Piece]) -> str:
    """Return the text of a page, in which a line goes on where the next piece stands on it, and behind what is drawn.

    pypdf ends a line with every command for the next one, as `T*` behind each word, even where the next word is set at
    a place of its own on the same line.
    """
    return "".join(_joined(_with_marks(pieces)))


def _with_marks(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces with the marks of a list each before its item: some programs draw them when all items are drawn."""
    by_foot: dict[int, list[int]] = defaultdict(list)
    for place, piece in enumerate(pieces):
        by_foot[round(piece.y)].append(place)
    before: dict[int, Piece] = {}
    moved: set[int] = set()
    for place, piece in enumerate(pieces):
        goes_on = place > 0 and _on_one_line(pieces[place - 1], piece)
        if goes_on or not _MARK.fullmatch(piece.text):
            continue
        level = [other for foot in (-1, 0, 1) for other in by_foot.get(round(piece.y) + foot, ())[:_MOST]]
        right = [other for other in level if _on_one_line(piece, pieces[other]) and other not in before]
        item = min(right, key=lambda other: pieces[other].x, default=place)
        near = pieces[item].x - piece.x <= _INDENT * piece.size
        if item < place and near and (item == 0 or pieces[item - 1].text.endswith("\n")):
            before[item] = piece._replace(text=f"{piece.text.strip()} ")
            moved.add(place)
    return [
        one
        for place, piece in enumerate(pieces)
        if place not in moved
        for one in ((before[place], piece) if place in before else (piece,))
    ]


def _joined(pieces: Sequence[Piece]) -> Iterator[str]:
    begins = True
    for piece, after in zip_longest(pieces, pieces[1:]):
        goes_on = after is not None and _on_one_line(piece, after)
        ends = not goes_on or not piece.text.endswith("\n") or not piece.text.strip("\n")
        yield piece.text if ends else _with_gap(piece, after, begins=begins)
        begins = not goes_on


def _with_gap(piece: Piece, after: Piece, *, begins: bool) -> str:
    """Return the text of a piece, and what stands between it and the next one on its line, which it may begin."""
    text = piece.text[:-1]
    if begins and _COUNT.fullmatch(text) and after.text[:1].isupper():
        return f"{text.strip()}. "  # the number of an item, which stands in a column of its own
    apart = after.x - (piece.x + piece.width) > _BLANK * piece.size
    return f"{text} " if apart and not text.endswith(" ") and not after.text.startswith((" ", "\n")) else text


def _on_one_line(piece: Piece, after: Piece) -> bool:
    within = _SAME * max(piece.size, after.size)
    return bool(after.text.strip("\n")) and abs(piece.y - after.y) <= within and after.x > piece.x
