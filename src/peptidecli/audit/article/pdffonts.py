"""Fonts of a PDF: how wide their letters are, and of which of them nothing says what they are (ISO 32000-1, 9)."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from importlib.util import find_spec
from itertools import islice
from typing import Any

NO_LETTER = "\ufffd"
"""What stands for a letter of which nothing says what it is."""
_MOST_WIDTHS = 100_000
_MOST_CODES = 1 << 16
_MOST_NAMES = 5_000
_WIDTHS = {
    **dict.fromkeys("ijl.,:;'|!I`", 0.25), **dict.fromkeys("ftr()[]-/ \"*", 0.31), **dict.fromkeys("mwMW%@", 0.85),
    **dict.fromkeys("cksvxyzJ", 0.5), **dict.fromkeys("ABCDEFGHKLNOPQRSTUVXYZ&", 0.7),
}  # fmt: skip
"""Widths of letters, in sizes of the font, where the font does not tell: about those of Helvetica."""
WIDTH = 0.556
_NAME = re.compile(r"/[^/\s]{1,60}")
_NUMBERED = re.compile(r"uni((?:[0-9A-F]{4}){1,9})|u([0-9A-F]{4,6})")
_ONE = re.compile(rb"<([0-9A-Fa-f\s]{1,16})>\s{0,99}<[^<>]{0,999}>")
_RANGE = re.compile(
    rb"<([0-9A-Fa-f\s]{1,16})>\s{0,99}<([0-9A-Fa-f\s]{1,16})>\s{0,99}(?:<[^<>]{0,999}>|\[[^\[\]]{0,99999}\])"
)


def width_of(letter: str) -> float:
    """Return how wide a letter is in most fonts, in sizes of the font."""
    return _WIDTHS.get(letter, WIDTH)


def letters_of(name: str) -> str:
    """Return the letters that the name of a shape tells, nothing where it tells none (AGL specification, 2)."""
    from pypdf._codecs import adobe_glyphs  # noqa: PLC0415 - an extra

    found: list[str] = []
    for part in name.partition(".")[0].split("_"):
        numbered = _NUMBERED.fullmatch(part)
        if known := adobe_glyphs.get(f"/{part}"):
            found.append(known)
        elif numbered:
            codes = re.findall("....", numbered[1]) if numbered[1] else [numbered[2]]
            found += [chr(int(code, 16)) for code in codes if int(code, 16) < 0x110000]
        else:
            return ""
    return "".join(found)


class Font:
    """A font of a page, by the name it is given here: whether its letters are known, and how wide they are.

    It is `nameless` where it numbers its shapes, or uses a list of codes that is not known or stands in its file alone,
    and nothing says which letters they are (ISO 32000-1, 9.10.2).
    """

    def __init__(self, held: Any, name: str) -> None:
        self.held, self.name = held, name
        self.double = held.get("/Subtype") == "/Type0"
        self.mapped = "/ToUnicode" in held
        self.nameless = not self.mapped and not (_is_known(held) if self.double else _is_named(held))
        self._told: dict[int, float] = {}
        self._runs: list[tuple[int, int, float]] = []
        self._other: float | None = None
        self._unit = 0.001
        # What it does not tell is taken for that of other fonts.
        with suppress(KeyError, TypeError, ValueError, IndexError, AttributeError):
            self._read()

    # -- letters -----------------------------------------------------------------------------------------------------

    def told(self, text: str, codes: bytes) -> str:
        """Return the text of a string with letters for the names of shapes, and signs where nothing tells a letter."""
        if "/" in text and self._named:
            text = _NAME.sub(self._letters, text)
        if self.double and self.mapped and self._mapped is not None:
            own = self.codes(codes)
            if len(own) == len(text):
                pairs = zip(own, text, strict=True)
                text = "".join(sign if code in self._mapped else NO_LETTER for code, sign in pairs)
        return text

    @cached_property
    def _named(self) -> dict[str, str]:
        """The names of shapes that pypdf gives for their letters, and what they tell."""
        from pypdf._codecs import adobe_glyphs  # noqa: PLC0415 - an extra

        found: dict[str, str] = {}
        with suppress(KeyError, TypeError, AttributeError):
            for one in islice(self.held["/Encoding"].get_object()["/Differences"].get_object(), _MOST_NAMES):
                name = one.get_object()
                if isinstance(name, str) and name.startswith("/") and name not in adobe_glyphs and len(name) > 1:
                    found[str(name)] = letters_of(name[1:]) or NO_LETTER
        found.pop("/.notdef", None)
        return found

    def _letters(self, hit: re.Match[str]) -> str:
        """Return what stands for a name and the text behind it: the longest of those that it may be is meant."""
        found = hit[0]
        ends = (end for end in range(len(found), 1, -1) if found[:end] in self._named)
        end = next(ends, 0)
        return self._named[found[:end]] + found[end:] if end else found

    @cached_property
    def _mapped(self) -> frozenset[int] | None:
        """The codes of which the font's map says what letters they are, None where that cannot be told."""
        try:
            told = self.held["/ToUnicode"].get_object().get_data()
        except (KeyError, TypeError, AttributeError):
            return None
        # Another list of codes that it uses is not looked up.
        return frozenset(_codes_in(told)) or None if b"usecmap" not in told else None

    # -- widths ------------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        if self.double:
            self._other = 1000.0
            child = self.held["/DescendantFonts"].get_object()[0].get_object()
            self._other = float(child.get("/DW", 1000))
            self._read_runs([one.get_object() for one in child["/W"].get_object()[:_MOST_WIDTHS]])
            return
        if self.held.get("/Subtype") == "/Type3":
            self._unit = abs(float(self.held["/FontMatrix"].get_object()[0]))
        first = int(self.held["/FirstChar"])
        widths = self.held["/Widths"].get_object()[:256]
        self._told = {first + place: float(width.get_object()) for place, width in enumerate(widths)}
        self._other = float(self.held.get("/FontDescriptor", {}).get_object().get("/MissingWidth", 0))

    def _read_runs(self, told: Sequence[Any]) -> None:
        """Read the widths of a font of two bytes a letter: for codes one by one, or from one to another."""
        place = 0
        while place + 1 < len(told) and len(self._told) < _MOST_WIDTHS:
            first, second = int(told[place]), told[place + 1]
            if isinstance(second, list):
                self._told |= {
                    first + offset: float(one.get_object()) for offset, one in enumerate(second[:_MOST_CODES])
                }
                place += 2
            else:
                self._runs.append((first, int(second), float(told[place + 2])))
                place += 3
        self._runs.sort()

    def codes(self, string: bytes) -> Sequence[int]:
        """Return the codes of the letters of a string."""
        if not self.double:
            return string
        return [high << 8 | low for high, low in zip(string[::2], string[1::2], strict=False)]

    def width(self, code: int) -> float:
        """Return how wide a letter is, in sizes of the font."""
        told = self._told.get(code)
        if told is None:
            run = self._runs[bisect_right(self._runs, (code, math.inf, 0.0)) - 1] if self._runs else None
            told = run[2] if run is not None and run[0] <= code <= run[1] else self._other
            if told is None:
                return width_of(chr(code))
            self._told[code] = told
        return told * self._unit


def _is_known(font: Any) -> bool:
    """Tell whether a font goes by a list of codes that pypdf reads; that of the numbers of shapes is none."""
    from pypdf import _cmap  # noqa: PLC0415 - an extra

    encoding = str(font["/Encoding"]) if "/Encoding" in font else ""
    known = getattr(_cmap, "_predefined_cmap", {})
    return (encoding in known and not encoding.startswith("/Identity")) or "-UCS2-" in encoding


def _is_named(font: Any) -> bool:
    """Tell whether a font of one byte a letter says what its letters are, and not its file alone, in its own way."""
    if "/Encoding" in font:
        return True
    with suppress(KeyError, TypeError, ValueError, AttributeError):
        told = font["/FontDescriptor"].get_object()
        own = "/FontFile2" in told or ("/FontFile3" in told and find_spec("fontTools") is None)
        return not (own and int(told.get("/Flags", 0)) & _SYMBOLIC)
    return True


_SYMBOLIC = 4
"""The flag of a font that has other signs than the usual ones, or letters by other codes (ISO 32000-1, table 123)."""


def _codes_in(told: bytes) -> Iterator[int]:
    """Yield the codes of which a map of a font says what they are (ISO 32000-1, 9.10.3)."""
    most = _MOST_CODES
    for block in told.split(b"beginbf")[1:]:
        inside = block.partition(b"endbf")[0]
        alone = ((one, one) for one in _ONE.findall(inside)) if inside.startswith(b"char") else ()
        spans = alone or (_RANGE.findall(inside) if inside.startswith(b"range") else ())
        for low, high in ((int(_hex(low), 16), int(_hex(high), 16)) for low, high in spans):
            codes = range(low, min(high, low + most) + 1)
            most -= len(codes)
            yield from codes


def _hex(written: bytes) -> bytes:
    return b"".join(written.split()) or b"0"
