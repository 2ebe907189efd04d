"""Pieces of a PDF page: what letters it shows and where, and the lines it draws between them (ISO 32000-1, 8 and 9)."""

from __future__ import annotations

import math
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import accumulate
from operator import itemgetter
from typing import Any, NamedTuple

from .blocks import INVISIBLE
from .pdffonts import WIDTH, Font, width_of

_BLANK = 0.15
"""The gap in a string, in sizes of its font, from which there is a blank in it."""
_WIDE = 0.24
"""How far letters stand apart, in sizes of their font, that have blanks between them."""
_SINGLE = 3
"""Letters that are none of a word that is set wide."""
_SPACE = 0x20
_TONGUE = re.compile("\x1b[^\x1b]{0,9}\x1b|[\x00-\x08\x0e-\x1f]")
"""What tells the language of a text, and signs that none has."""
_WORD = re.compile(r"\S+")
_BACK = 0.5
"""How far back, in sizes of its font, the rest of a string stands that is another piece."""
_COMMON = "/Common"
"""The name of the font in which strings are read that are set in none."""
_SHOWS = re.compile(rb"[)>\]]\s{0,9}(?:T[jJ]|['\"])(?![\w*])")
"""How a content shows text."""
_MOST_BLANKS = 6
"""Shapes of a font that may be blanks: of several widths, and the ends of lines."""
_SAYS = 4
"""Letters from which what is drawn is no mark, for which nothing might stand."""
_MOST_FORMS = 5000
_MOST_STEPS = 3_000_000
_MOST_RULES = 20_000
_MOST_STRINGS = 300_000
_MOST_LETTERS = 2_000_000
_THIN = 3.0
"""Points up to which a filled box is a line."""
_APART = 10
"""How far from each other strings are set for pypdf to read one by one, in sizes of their font."""
_Matrix = tuple[float, float, float, float, float, float]
_ONE: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


_EMPTY = 16
"""Bytes that a stream may have that has nothing in it: what it is packed in."""
_DEFLATED = 8
"""The lower half of the first byte of what zlib has packed (RFC 1950, 2.2)."""
_AT_ONCE = 1 << 20


class Piece(NamedTuple):
    """A word or a part of one: from where to where its letters stand, on the page as it is turned for them to be level.

    It is set behind a `blank` or not.
    """

    text: str
    left: float
    right: float
    y: float
    size: float
    angle: int = 0
    blank: bool = False


class Rule(NamedTuple):
    """A line that is drawn, level or upright."""

    left: float
    low: float
    right: float
    high: float

    @property
    def level(self) -> bool:
        """Tell whether it is level."""
        return self.right - self.left >= self.high - self.low


class Drawn(NamedTuple):
    """What a page shows: its pieces of text in the order in which they are drawn, and its lines.

    `nameless` counts the letters in fonts that do not say what they are, `unread` those of words among them, `cut`
    tells that not all was read, `damaged` that a form which it shows cannot be unpacked to its end, `lost` counts the
    letters of words of which the font says that they stand for nothing, or for blanks, and `filled` tells that there
    is text in what shapes are filled with, masked by or made of.
    """

    pieces: list[Piece]
    rules: list[Rule]
    nameless: int
    unread: int
    cut: bool
    damaged: bool = False
    lost: int = 0
    filled: bool = False


class _String(NamedTuple):
    """A string that is shown: where, how wide each of its letters is, and the factor by which they are.

    What it is `said` to stand for is its text, where that is told: of all strings of a `span`, at the first of them.
    """

    font: Font | None
    codes: bytes
    place: Piece
    widths: list[float]
    scale: float
    said: str | None = None
    span: int = 0

    @property
    def key(self) -> tuple[str, bytes]:
        """Return what its text is told by: the name of its font, and its codes."""
        return self.font.name if self.font is not None else _COMMON, self.codes

    def lost(self, text: str) -> int:
        """Return how many of its letters are not in its text; a sign by itself may be no letter."""
        # The ends of lines around it are no letters of its text.
        shown = len(self.codes.strip(b"\n")) if self.font is None or not self.font.double else len(self.widths)
        return max(0, shown - len(text)) if self.said is None and shown > 1 else 0

    def told(self, text: str) -> str:
        """Return what it says, whose letters are `text`: that for which it stands, or them."""
        if self.said is not None:
            return self.said
        return self.font.told(text, self.codes) if self.font is not None else text

    def words(self, text: str) -> Iterator[Piece]:
        """Yield the words of its text with their places."""
        widths = self.widths if len(self.widths) == len(text) else [width_of(letter) for letter in text]
        unit = self.scale * (sum(self.widths) / (sum(widths) or 1.0) if widths is not self.widths else 1.0)
        ends = list(accumulate(widths, initial=0.0))
        for hit in _WORD.finditer(text):
            left, right = (self.place.left + unit * ends[place] for place in hit.span())
            yield self.place._replace(text=hit[0], left=left, right=right, blank=hit.start() > 0)


@dataclass(frozen=True)
class _State:
    """The part of the state of graphics that says where and how large letters are (ISO 32000-1, 9.3)."""

    around: _Matrix = _ONE
    font: Font | None = None
    size: float = 1.0
    between: float = 0.0
    blank: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


@dataclass
class _Reading:
    """What was read of a page so far."""

    pdf: Any
    fonts: dict[int, Font] = field(default_factory=dict)
    parsed: dict[int, Any] = field(default_factory=dict)
    strings: list[_String] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    letters: int = 0
    steps: int = 0
    forms: int = 0
    spans: int = 0
    cut: bool = False
    damaged: bool = False
    filled: bool = False
    looked_at: dict[int, Any] = field(default_factory=dict)

    def look_at_shapes(self, font: Any) -> None:
        """Look at the shapes of the letters of a font, which may show text or forms that do."""
        forms = font["/Resources"].get_object().get("/XObject") if "/Resources" in font else None
        for shape in (*font["/CharProcs"].get_object().values(), *(forms.get_object().values() if forms else ())):
            self.look(shape.get_object())

    def look(self, filling: Any) -> None:
        """Note whether a pattern, a mask or the shape of a letter shows text."""
        waiting = [filling]
        while waiting:
            one = waiting.pop()
            if id(one) in self.looked_at or not hasattr(one, "get_data"):
                continue
            self.looked_at[id(one)] = one  # held, so that its id stays its own
            self.filled |= _SHOWS.search(one.get_data()) is not None
            with suppress(KeyError, TypeError, AttributeError):
                forms = one["/Resources"].get_object()["/XObject"].get_object().values()
                waiting += [form for form in (held.get_object() for held in forms) if form.get("/Subtype") == "/Form"]


def is_whole(stream: Any) -> bool:
    """Tell whether a part of a page is there and can be unpacked to its end."""
    if stream is None:
        return False
    packed = stream._data
    if stream.get("/Filter") not in ("/FlateDecode", ["/FlateDecode"]):
        return len(packed) <= _EMPTY or stream.get_data() != b""
    if not packed or packed[0] % 16 != _DEFLATED:
        return not packed.strip()
    # Without its head, and without the sum at its end, which no reader misses.
    unpacking, packed = zlib.decompressobj(-zlib.MAX_WBITS), packed[2:]
    try:
        while packed and not unpacking.eof:
            unpacking.decompress(packed, _AT_ONCE)
            packed = unpacking.unconsumed_tail
    except zlib.error:
        return False
    return unpacking.eof


def drawn_on(page: Any) -> Drawn:
    """Return what a page of pypdf shows. What is broken in it raises anything, as pypdf does."""
    reading = _Reading(page.pdf)
    if page.get("/Contents") is not None:
        _Walk(reading, page.get("/Resources"), _State()).through(page["/Contents"], ())
    texts = _decoded(reading.strings)
    strings = _as_drawn(reading.strings, texts)
    told = [(string, string.told(text)) for string, text in zip(strings, texts, strict=True)]
    pieces = [word for string, text in told for word in string.words(text)]
    nameless = [len(text) for string, text in told if string.font is not None and string.font.nameless]
    lost = sum(string.lost(text) for string, text in zip(strings, texts, strict=True))
    lost += _blanked(zip(strings, texts, strict=True))
    unread = sum(letters for letters in nameless if letters > 1)
    return Drawn(pieces, reading.rules, sum(nameless), unread, reading.cut, reading.damaged, lost, reading.filled)


def _as_drawn(strings: Sequence[_String], texts: Sequence[str]) -> list[_String]:
    """Return strings that stand for themselves where what they are said to stand for is much less than they show."""
    shown: Counter[int] = Counter()
    said: Counter[int] = Counter()
    for string, text in zip(strings, texts, strict=True):
        if string.said is not None:
            shown[string.span] += sum(map(str.isalnum, text))
            said[string.span] += sum(map(str.isalnum, string.said))
    less = {span for span, letters in shown.items() if letters >= _SAYS and 2 * said[span] < letters}
    return [one._replace(said=None) if one.said is not None and one.span in less else one for one in strings]


def _blanked(told: Iterable[tuple[_String, str]]) -> int:
    """Return how many letters stand in fonts in which more of them than there are blanks are said to be one."""
    found: dict[str, Counter[int]] = defaultdict(Counter)
    for string, text in told:
        font = string.font
        if font is not None and string.said is None and font.mapped and len(text) == len(string.widths):
            codes = zip(font.codes(string.codes), text, strict=False)
            found[font.name].update(
                code for code, sign in codes if not INVISIBLE.sub("", sign).strip() and font.width(code)
            )
    return sum(codes.total() for codes in found.values() if len(codes) > _MOST_BLANKS)


class _Walk:
    """Goes through the operators of a page, or of a form that it shows, and tells where its strings stand."""

    def __init__(self, reading: _Reading, resources: Any, state: _State) -> None:
        self._reading, self._state = reading, state
        self._resources: Any = resources.get_object() if resources is not None else {}
        self._held: list[_State] = []
        self._line = self._place = _ONE
        self._said: str | None = None
        self._depth = self._said_at = self._said_from = 0
        self._path: list[Rule] = []
        self._at = (0.0, 0.0)
        self._within: tuple[int, ...] = ()

    def through(self, content: Any, within: tuple[int, ...]) -> None:
        """Go through a content, that of forms which are `within` each other."""
        from pypdf.generic import ContentStream  # noqa: PLC0415 - an extra

        self._within = within
        reading = self._reading
        key = id(content)
        if key not in reading.parsed:
            reading.parsed[key] = (content, ContentStream(content, reading.pdf, "bytes").operations)
        for operands, operator in reading.parsed[key][1]:
            reading.steps += 1
            if reading.steps > _MOST_STEPS:
                reading.cut = True
                return
            step = _STEPS.get(operator)
            if step is None and b"\0" in operator:
                reading.damaged = True  # a blank to PDF, and none to pypdf, which takes it into the operator
            if step is not None:
                try:
                    step(self, operands)
                except (TypeError, ValueError, IndexError, KeyError, AttributeError, OverflowError):
                    continue  # an operator without its operands does nothing
        if self._said is not None:
            # What never ends says nothing of what stands behind it.
            strings = reading.strings
            strings[self._said_from :] = [one._replace(said=None) for one in strings[self._said_from :]]

    def _set(self, **values: Any) -> None:
        self._state = replace(self._state, **values)

    def _save(self, _: Any) -> None:
        self._held.append(self._state)

    def _restore(self, _: Any) -> None:
        self._state = self._held.pop()

    def _turn(self, operands: Any) -> None:
        self._set(around=_times(_matrix(operands), self._state.around))

    def _font(self, operands: Any) -> None:
        size = float(operands[1])
        self._set(font=None, size=size)
        held = self._resources["/Font"].get_object()[operands[0]].get_object()
        fonts = self._reading.fonts
        if id(held) not in fonts:
            fonts[id(held)] = Font(held, f"/F{len(fonts)}")
        self._set(font=fonts[id(held)])
        if held.get("/Subtype") == "/Type3" and id(held) not in self._reading.looked_at:
            self._reading.looked_at[id(held)] = held
            self._reading.look_at_shapes(held)

    def _fill(self, operands: Any) -> None:
        """Look at the pattern that shapes are filled with, if it is one."""
        self._reading.look(self._resources["/Pattern"].get_object()[operands[-1]].get_object())

    def _take_on(self, operands: Any) -> None:
        """Look at the mask through which is drawn, if there is one."""
        mask = self._resources["/ExtGState"].get_object()[operands[0]].get_object()["/SMask"].get_object()
        self._reading.look(mask["/G"].get_object())

    def _begin(self, _: Any) -> None:
        self._line = self._place = _ONE

    def _move(self, operands: Any) -> None:
        x, y = float(operands[0]), float(operands[1])
        self._line = self._place = _times((1.0, 0.0, 0.0, 1.0, x, y), self._line)

    def _move_and_lead(self, operands: Any) -> None:
        self._set(leading=-float(operands[1]))
        self._move(operands)

    def _next(self, _: Any = None) -> None:
        self._move((0.0, -self._state.leading))

    def _put(self, operands: Any) -> None:
        self._line = self._place = _matrix(operands)

    def _show(self, operands: Any) -> None:
        self._show_parts([[operands[0]]])

    def _show_next(self, operands: Any) -> None:
        self._next()
        self._show(operands)

    def _show_spaced(self, operands: Any) -> None:
        self._set(blank=float(operands[0]), between=float(operands[1]))
        self._show_next(operands[2:])

    def _show_parts(self, operands: Any) -> None:
        """Show the strings of an array; a gap that may be a blank ends a piece, what draws letters closer does not."""
        state = self._state
        held: list[tuple[bytes, float]] = []
        letters = self._letters(operands[0])
        for part in letters or operands[0]:
            if isinstance(part, (str, bytes)):
                if held and letters:
                    self._string(held)
                    held = []
                held.append((_bytes(part), 0.0))
                continue
            back = float(part) / 1000
            if held and not -_BLANK < back < _BACK:
                self._string(held)
                held = []
            if held:
                held[-1] = (held[-1][0], held[-1][1] - back * state.size)
            else:
                self._step(-back * state.size * state.scale)
        if held:
            self._string(held)

    def _letters(self, parts: Sequence[Any]) -> list[Any]:
        """Return the parts of an array letter by letter where they stand apart and no word is among them, else none.

        Ghostscript sets the blanks between single letters as the space behind each, `(,O)` for `, O`; words are set so
        for looks.
        """
        state = self._state
        if state.between <= _WIDE * state.size:
            return []
        half = 2 if state.font and state.font.double else 1
        letters: list[Any] = []
        for part in parts:
            shown = _bytes(part) if isinstance(part, (str, bytes)) else b""
            if len(shown) > _SINGLE * half:
                return []
            letters += [shown[place : place + half] for place in range(0, len(shown), half)] if shown else [part]
        return letters

    def _step(self, width: float) -> None:
        self._place = _times((1.0, 0.0, 0.0, 1.0, width, 0.0), self._place)

    def _string(self, parts: Sequence[tuple[bytes, float]]) -> None:
        """Note a string, given in parts with how much further on the next one is set, and go behind it."""
        state, font, reading = self._state, self._state.font, self._reading
        reading.letters += sum(len(part) for part, _ in parts)
        if reading.letters > _MOST_LETTERS or len(reading.strings) >= _MOST_STRINGS:
            reading.cut = True
            return
        widths: list[float] = []
        after = {} if font and font.double else {_SPACE: state.blank}
        for part, more in parts:
            widths += [
                (font.width(code) if font else WIDTH) * state.size + state.between + after.get(code, 0.0)
                for code in (font.codes(part) if font else part)
            ]
            if widths:
                widths[-1] += more
        step = wide = sum(widths) * state.scale
        if widths and 0 < state.between < widths[-1]:
            # What stands behind the last letter is a gap.
            widths[-1] -= state.between
            wide -= state.between * state.scale
        a, b, c, d, _, _ = matrix = _times(self._place, state.around)
        x, y = matrix[4] + state.rise * c, matrix[5] + state.rise * d
        along, size = math.hypot(a, b), math.hypot(c, d) * abs(state.size)
        if all(map(math.isfinite, (x, y, wide * along, size))):
            # Letters of a size below nought go the other way, and stand on their heads.
            way = math.copysign(1.0, state.size * state.scale)
            angle = round(math.degrees(math.atan2(way * b, way * a))) % 360 if along else 0
            x, y = _turned(x, y, angle)
            place = Piece("", x, x + way * wide * along, y, size or 1.0, angle)
            shown = b"".join(part for part, _ in parts)
            reading.strings.append(
                _String(font, shown, place, widths, way * state.scale * along, self._said, reading.spans)
            )
            self._said = "" if self._said is not None else None
        self._step(step)

    def _draw(self, operands: Any) -> None:
        """Go through a form that is shown."""
        reading = self._reading
        form = self._resources["/XObject"].get_object()[operands[0]].get_object()
        if form.get("/Subtype") != "/Form" or id(form) in self._within:
            return
        reading.forms += 1
        if reading.forms > _MOST_FORMS:
            reading.cut = True
            return
        if id(form) not in reading.parsed:
            reading.damaged |= not is_whole(form)
        matrix = _matrix(form["/Matrix"].get_object()) if "/Matrix" in form else _ONE
        inner = replace(self._state, around=_times(matrix, self._state.around))
        resources = form.get("/Resources", self._resources)
        _Walk(reading, resources, inner).through(form, (*self._within, id(form)))

    def _mark(self, _: Any) -> None:
        self._depth += 1

    def _mark_as(self, operands: Any) -> None:
        """Begin what may stand for another text than its letters, as its first string (ISO 32000-1, 14.9.4)."""
        self._depth += 1
        told = operands[1]
        told = told if hasattr(told, "get") else self._resources["/Properties"].get_object()[told].get_object()
        text = told["/ActualText"].get_object()
        if isinstance(text, (str, bytes)) and not str(text).startswith("/") and self._said is None:
            self._said, self._said_at, self._said_from = text_of(text), self._depth, len(self._reading.strings)
            self._reading.spans += 1

    def _unmark(self, _: Any) -> None:
        if self._said is not None and self._depth <= self._said_at:
            self._said = None
        self._depth -= 1

    def _point(self, x: float, y: float) -> tuple[float, float]:
        a, b, c, d, e, f = self._state.around
        return x * a + y * c + e, x * b + y * d + f

    def _go(self, operands: Any) -> None:
        self._at = self._point(float(operands[0]), float(operands[1]))

    def _line_to(self, operands: Any) -> None:
        begin, end = self._at, self._point(float(operands[0]), float(operands[1]))
        self._at = end
        self._ruled(*begin, *end)

    def _box(self, operands: Any) -> None:
        x, y, width, height = (float(one) for one in operands[:4])
        (left, low), (right, high) = self._point(x, y), self._point(x + width, y + height)
        left, right, low, high = min(left, right), max(left, right), min(low, high), max(low, high)
        if right - left <= _THIN or high - low <= _THIN:
            self._ruled(left, low, right, high)
            return
        for foot in (low, high):
            self._ruled(left, foot, right, foot)
        for side in (left, right):
            self._ruled(side, low, side, high)

    def _ruled(self, x: float, y: float, to_x: float, to_y: float) -> None:
        left, right, low, high = min(x, to_x), max(x, to_x), min(y, to_y), max(y, to_y)
        thin = min(right - left, high - low) <= _THIN < max(right - left, high - low)
        if thin and len(self._path) < _MOST_RULES and all(map(math.isfinite, (left, low, right, high))):
            self._path.append(Rule(left, low, right, high))

    def _paint(self, _: Any) -> None:
        rules = self._reading.rules
        rules += self._path[: max(0, _MOST_RULES - len(rules))]
        self._path = []

    def _leave(self, _: Any) -> None:
        self._path = []

    def _keep(self, name: str, share: float, operands: Any) -> None:
        self._set(**{name: float(operands[0]) * share})


def _keeping(name: str, share: float = 1.0) -> Any:
    return lambda walk, operands: walk._keep(name, share, operands)


_STEPS: dict[bytes, Any] = {
    b"q": _Walk._save, b"Q": _Walk._restore, b"cm": _Walk._turn, b"Do": _Walk._draw,
    b"BT": _Walk._begin, b"Tf": _Walk._font, b"Td": _Walk._move, b"TD": _Walk._move_and_lead, b"T*": _Walk._next,
    b"Tm": _Walk._put, b"Tj": _Walk._show, b"TJ": _Walk._show_parts, b"'": _Walk._show_next, b'"': _Walk._show_spaced,
    b"Tc": _keeping("between"), b"Tw": _keeping("blank"), b"Tz": _keeping("scale", 0.01), b"TL": _keeping("leading"),
    b"Ts": _keeping("rise"), b"BMC": _Walk._mark, b"BDC": _Walk._mark_as, b"EMC": _Walk._unmark,
    b"scn": _Walk._fill, b"SCN": _Walk._fill, b"gs": _Walk._take_on,
    b"m": _Walk._go, b"l": _Walk._line_to, b"re": _Walk._box, b"n": _Walk._leave,
    **dict.fromkeys((b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"), _Walk._paint),
}  # fmt: skip
"""What the operators do that set or show text, or draw lines (ISO 32000-1, annex A)."""


def _matrix(operands: Any) -> _Matrix:
    a, b, c, d, e, f = (float(one) for one in operands[:6])
    return (a, b, c, d, e, f)


def _times(one: _Matrix, other: _Matrix) -> _Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _turned(x: float, y: float, angle: int) -> tuple[float, float]:
    """Return a place as it is for who turns the page so that letters at this angle stand upright."""
    if not angle:
        return x, y
    turn = math.radians(angle)
    return x * math.cos(turn) + y * math.sin(turn), y * math.cos(turn) - x * math.sin(turn)


def _bytes(string: Any) -> bytes:
    return string.encode("latin-1", "replace") if isinstance(string, str) else bytes(string)


def text_of(string: Any) -> str:
    """Return a text that is no part of what is drawn, in the encoding that its first bytes tell (ISO 32000-1, 7.9)."""
    if not isinstance(string, bytes):
        return _TONGUE.sub("", str(string))
    held = bytes(string)
    for mark, encoding in ((b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"), (b"\xef\xbb\xbf", "utf-8")):
        if held.startswith(mark):
            return _TONGUE.sub("", held[len(mark) :].decode(encoding, "replace"))
    return held.decode("latin-1")


def _decoded(strings: Sequence[_String]) -> list[str]:
    """Return the texts of strings, each as pypdf reads it in its font.

    It reads a page on which each of them stands once, on a line of its own, whose place tells which it is.
    """
    from pypdf import PageObject  # noqa: PLC0415 - an extra
    from pypdf.generic import ByteStringObject, ContentStream, DictionaryObject, FloatObject, NameObject  # noqa: PLC0415

    fonts = {string.font.name: string.font for string in strings if string.font is not None}
    places: dict[tuple[str, bytes], int] = {}
    for string in strings:
        places.setdefault(string.key, len(places))
    texts = [""] * len(places)

    def operations() -> Iterator[tuple[list[Any], bytes]]:
        one, nought, set_in = FloatObject(1), FloatObject(0), ""
        for (name, codes), place in sorted(places.items(), key=itemgetter(0)):
            if name != set_in:
                set_in = name
                yield [NameObject(name), one], b"Tf"
            # Each a text of its own, as what ends with the end of a line else takes the next one with it.
            yield [], b"BT"
            yield [one, nought, nought, one, nought, FloatObject(-_APART * (place + 1))], b"Tm"
            yield [ByteStringObject(codes)], b"Tj"
            yield [], b"ET"

    def hear(text: str, _: Any, within: Any, *__: Any) -> None:
        place = round(-within[5] / _APART) - 1
        if 0 <= place < len(texts):
            texts[place] += text.strip("\n")

    content = ContentStream(None, None)
    content.operations = list(operations())
    page = PageObject()
    common = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica", "/Encoding": "/WinAnsiEncoding"}
    held = DictionaryObject({NameObject(name): font.held for name, font in fonts.items()})
    held[NameObject(_COMMON)] = DictionaryObject({NameObject(key): NameObject(value) for key, value in common.items()})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): held})
    page[NameObject("/Contents")] = content
    page.extract_text(visitor_text=hear)
    return [texts[places[string.key]] for string in strings]
