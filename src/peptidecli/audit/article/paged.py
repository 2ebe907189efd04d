"""Text in pages, of a PDF or as pdftotext writes it: what goes on over their borders, and what stands at their edges.

At the edges are running heads and feet, and the numbers of the pages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from .blocks import Block, block, row, words_of
from .plain import ITEM, flow, goes_on, undivided, width_of


class Line(NamedTuple):
    """A line of a page, as far as is known: whether it goes on the line before it, or begins something else.

    It is `full` where its sentence may go on in the next column or page. A row of a table has `cells`, and is its
    `head` or not.
    """

    text: str
    goes_on: bool = False
    begins: bool = False
    full: bool = False
    cells: tuple[str, ...] = ()
    head: bool = False


Page = Sequence[Line]
_Texts = list[tuple[int, str]]
_Lines = list[tuple[int, Line]]
"""Lines with their numbers in the file."""

_MOST = 3
"""Lines at either edge of a page that can be beside its text."""
_LONGEST = 120
"""Characters beyond which a line is no running head."""
_NUMBER = re.compile(
    r"(?P<word>page|p\.|pag\.|seite|s\.|стр\.?|с\.)?\s{0,3}(?P<number>\d{1,4}|[ivxlc]{1,7})"
    r"(?:\s{0,3}(?:of|/|von|sur|de|из)\s{0,3}\d{1,4})?",
    re.IGNORECASE,
)
_AT_AN_END = re.compile(r"^\W{0,9}\d{1,4}\W{1,9}|\W{1,9}\d{1,4}\W{0,9}$")
_MOST_OF_NOTES = 12
"""Lines at the foot of a page that can be notes."""
_NOTE = re.compile(r"\s*(?:\d{1,2}|[*†‡§¶])[.)\]]?(?:\s?(?=[A-ZÀ-ÞА-ЯЁ\"“])|\s(?=\())")
"""How a note begins: with its mark, and a capital."""
_COUNTS = re.compile(r"\s*\d+\s")
_TITLE = re.compile(r"\s*[A-ZÀ-ÞА-ЯЁ][^.]{8,}[^\W\d]\s*$")
_ENDED = re.compile(r"[.!?:]\W{0,3}$")
_RUNNING = re.compile(r"[a-zа-яё)]\. [A-ZÀ-ÞА-ЯЁ\d(]|, [a-zа-яё]+ ")
"""What a line has in it that is one of a text: the end of a sentence, or a comma."""
_WORDS = 3
"""Blanks in a line of a text at the least."""
_ITEM = re.compile(r"\s*(?P<style>\[|\(?)(?P<number>\d{1,3})(?:[\])]|\.\s)")
_FLOAT = re.compile(r"\s*(?:Fig(?:ure|\.)?|Table|Scheme|Box)\s?\d{1,3}\s?[.:|]")
"""How what is told of a picture or a table begins."""
_MOST_OF_ITEM = 12
"""Lines of an item that may stand in two columns or pages."""
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class _Edge(NamedTuple):
    place: int
    key: str
    offset: int | None
    named: bool


def blocks_of_pages(pages: Sequence[Page], firsts: Iterable[int], apart: Sequence[set[int]]) -> Iterator[Block]:
    """Yield the blocks of pages, with the numbers of their first lines, and then what is beside their text.

    That is what stands `apart` on them, and notes at the foot of a page over whose border a sentence goes on.
    """
    beside: dict[str, int] = {}
    texts: list[_Lines] = []
    for lines, first, edge in zip(pages, firsts, apart, strict=False):
        text = [(first + place, line) for place, line in enumerate(lines) if place not in edge]
        if text and edge:
            # What a line under a running head begins is not told by the head.
            text[0] = (text[0][0], text[0][1]._replace(begins=False))
        texts.append(text)
        for place in sorted(edge):
            beside.setdefault(lines[place].text, first + place)
    # Over the first page it may be the title, of which all below it speaks.
    for line, number in list(beside.items()):
        begins = texts[0][0][0] if texts[0] else 2
        if number < begins and _TITLE.match(line):
            yield from filter(None, [block("heading", [(number, line)], 1)])
            del beside[line]
    notes: list[_Lines] = []
    for text, following in pairwise(texts):
        begins = _notes_begin(text, next((line.text for _, line in following if line.text.strip()), ""))
        notes.append(text[begins:])
        del text[begins:]
    yield from _flowing(_with_items([one for text in texts for one in text]))
    for note in notes:
        yield from flow([(number, line.text) for number, line in note if line.text.strip()], "item")
    made = (block("item", [(place, line)]) for line, place in beside.items())
    yield from filter(None, made)


def _with_items(lines: _Lines) -> _Lines:
    """Return lines, of which those between two items that are numbered one after the other go on the first of them.

    So an entry of a list goes on in the next column or page.
    """
    found = dict(enumerate(lines))
    floats: dict[int, list[int]] = {}
    marked = [(place, hit) for place, (_, line) in enumerate(lines) if (hit := _ITEM.match(line.text))]
    for (place, one), (end, other) in pairwise(marked):
        between = [at for at in range(place + 1, end) if lines[at][1].text.strip()]
        follows = int(other["number"]) == int(one["number"]) + 1 and one["style"] == other["style"]
        if not follows or len(between) > _MOST_OF_ITEM or any(lines[at][1].cells for at in between):
            continue
        floating = False
        for at in between:
            number, line = lines[at]
            # What stands under a picture is none of the item that goes on behind it.
            floating = bool(_FLOAT.match(line.text)) or (floating and bool(lines[at - 1][1].text.strip()))
            if floating:
                floats.setdefault(place, []).append(at)
            elif not ITEM.match(line.text):
                found[at] = (number, line._replace(goes_on=True, begins=False))
    moved = {at for places in floats.values() for at in places}
    ordered = (one for at in found if at not in moved for one in (*floats.get(at, ()), at))
    return [found[at] for at in ordered]


def _flowing(lines: _Lines) -> Iterator[Block]:
    """Yield the blocks of lines, and tables and what is told of them behind the sentence within which they stand."""
    held: list[tuple[int, str]] = []
    going: set[int] = set()
    beginning: set[int] = set()
    before = Line("")
    table = _Rows()
    captions: list[_Texts] = []
    apart = in_caption = False
    for number, line in lines:
        ends = bool(held) and held[-1][1].rstrip().endswith((".", "!", "?", ":"))
        if line.cells:
            table.add(number, line)
            continue
        if not line.text.strip():
            apart, in_caption = True, False
            continue
        told = (apart and _FLOAT.match(line.text) is not None) or (in_caption and line.goes_on)
        in_caption = bool(held) and not ends and told
        if in_caption:
            captions += [] if line.goes_on and captions else [[]]
            captions[-1].append((number, line.text))
            continue
        if held and ends and not line.goes_on and (table.rows or apart):
            yield from flow(held, going=going, beginning=beginning)
            held = []
        # In the next column what is no heading and no item goes on too where it begins with a capital.
        told = apart and before.text.count(" ") >= _WORDS and not ITEM.match(line.text) and not ITEM.match(before.text)
        running = line.text[:1].islower() or (told and _RUNNING.search(line.text))
        over = before.full and running and not line.begins and not _ENDED.search(before.text)
        apart = False
        if not held:
            yield from _beside_text(captions, table.taken())
            captions = []
        held.append((number, line.text))
        going |= {number} if line.goes_on or over else set()
        beginning |= {number} if line.begins else set()
        before = line
    yield from flow(held, going=going, beginning=beginning)
    yield from _beside_text(captions, table.taken())


class _Rows:
    """Collects the rows of a table, also over the borders of pages: with its head again, or a row that goes on."""

    def __init__(self) -> None:
        self.rows: list[Block] = []
        self._header: tuple[str, ...] = ()
        self._last: _Texts = []
        self._over_border = False

    def add(self, number: int, line: Line) -> None:
        """Add a row, or what goes on the last one."""
        on_further_page = line.head and bool(self.rows) and len(self._header) == len(line.cells)
        begins = line.head and not on_further_page
        texts = tuple(map(words_of, line.cells))
        self._over_border |= on_further_page
        if on_further_page and texts == self._header:
            return
        cells = [(number, cell) for cell in line.cells]
        if self._over_border and self.rows and _rest_of_row(self._last, cells):
            cells = [_as_one(one, rest) for one, rest in zip(self._last, cells, strict=True)]
            self.rows.pop()
        self._last, self._over_border = cells, False
        made = row(cells, () if begins else self._header)
        self._header = texts if begins else self._header
        self.rows += [made] if made else []

    def taken(self) -> list[Block]:
        """Return the rows, and forget them."""
        rows, self.rows = self.rows, []
        return rows


def _rest_of_row(last: _Texts, cells: _Texts) -> bool:
    """Tell whether cells go on those of the row before: most begin in mid-sentence, and none begins one."""
    if len(last) != len(cells):
        return False
    name = cells[0][1].strip()
    if name and not name[0].islower() and not last[0][1].rstrip().endswith((",", "-", "&")):
        return False
    told = [(before.rstrip(), text.strip()) for (_, before), (_, text) in zip(last, cells, strict=True) if text.strip()]
    going_on = sum(text[0].islower() for _, text in told)
    begun = any(text[0].isupper() and (not before or before.endswith(".")) for before, text in told)
    return going_on > 0 and 2 * going_on >= len(told) - 1 and not begun and all(before for before, _ in told)


def _as_one(one: tuple[int, str], rest: tuple[int, str]) -> tuple[int, str]:
    return one[0], " ".join(filter(None, undivided(one[1].rstrip(), rest[1].strip())))


def _beside_text(captions: Sequence[_Texts], rows: Sequence[Block]) -> Iterator[Block]:
    for caption in captions:
        yield from flow(caption)
    yield from rows


def _notes_begin(lines: _Lines, following: str) -> int:
    """Return from which of its lines on a page has notes, where the sentence before them goes on in the next page."""
    said = [place for place, (_, line) in enumerate(lines) if line.text.strip()]
    if not following or _NOTE.match(following) or not said or not lines[said[-1]][1].text.rstrip().endswith((".", ")")):
        return len(lines)
    widest = width_of(line.text for _, line in lines)
    for above, place in pairwise(said[-_MOST_OF_NOTES - 1 :]):
        mark = _NOTE.match(lines[place][1].text)
        # A number apart from its words may be one of a sentence, but where the next page goes on in small letters.
        sure = mark and (following.lstrip()[:1].islower() or not _COUNTS.match(mark[0]))
        if mark and sure and not _follows(mark[0], lines[:place]) and goes_on(lines[above][1].text, following, widest):
            return place
    return len(lines)


def _follows(mark: str, lines: _Lines) -> bool:
    """Tell whether a mark is that of a further item of a list: one of the lines before it has the number before it."""
    number = re.search(r"\d+", mark)
    if number is None:
        return False
    before = mark.strip().replace(number[0], str(int(number[0]) - 1), 1)
    return any(line.text.lstrip().startswith(f"{before} ") for _, line in lines)


def edges(pages: Sequence[Page]) -> list[set[int]]:
    """Return the places of the lines of each page that are beside its text.

    A running head or foot is a line at an edge that stands at one of another page too, but for the number of the page.
    A number is one of a page where another page is counted in step with it, or where it says so.
    """
    found = [[_lines(page, order) for order in (1, -1)] for page in pages]
    keys = Counter(key for sides in found for key in {line.key for side in sides for line in side if line.key})
    offsets: Counter[int | None] = Counter()
    for number, sides in enumerate(found):
        offsets.update({line.offset - number for side in sides for line in side if line.offset is not None})
    return [
        {line.place for side in sides for line in _beside(side, number, keys, offsets)}
        for number, sides in enumerate(found)
    ]


def _lines(page: Page, order: int) -> list[_Edge]:
    """Return the first lines of a page that has any text, or its last ones from below."""
    places = [place for place, line in enumerate(page) if line.text.strip()][::order][:_MOST]
    # A row of a table, or a line of a paragraph that goes on, is none.
    beside = takewhile(lambda place: not page[place].cells and not page[place].full, places)
    return [_read(place, page[place].text.strip()) for place in beside]


def _read(place: int, text: str) -> _Edge:
    if len(text) > _LONGEST:
        return _Edge(place, "", None, named=False)
    bare = text.strip(" -–—|[]().•")
    hit = _NUMBER.fullmatch(bare)
    if hit:
        return _Edge(place, "", _value(hit["number"].lower()), named=bool(hit["word"] or hit.end() > hit.end("number")))
    key = _AT_AN_END.sub("", text).strip().casefold()
    return _Edge(place, key if any(map(str.isalpha, key)) else "", None, named=False)


def _value(number: str) -> int:
    """Return a number as it counts; one in Roman letters that is none counts as something."""
    if number.isdigit():
        return int(number)
    values = [_ROMAN[letter] for letter in number]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _beside(side: Sequence[_Edge], number: int, keys: Counter[str], offsets: Counter[int | None]) -> Iterator[_Edge]:
    """Yield lines from the edge on, up to the first that is one of the text."""
    for line in side:
        counted = line.offset is not None and (line.named or offsets[line.offset - number] > 1)
        if not counted and not (line.key and keys[line.key] > 1):
            return
        yield line
