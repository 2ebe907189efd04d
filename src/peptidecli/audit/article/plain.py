"""Plain lines: which of them belong together, which are headings, items and rows, in a text without markup."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from ...notation.identifiers import parts_any
from .blocks import Block, BlockKind, block, row
from .citations import LONGEST_LINE, reference_line
from .inline import bare
from .listed import listed

Lines = Sequence[tuple[int, str]]
"""Lines with their numbers, from 1."""

WRAPPED_FROM = 45
"""A line at least this long that ends in mid-sentence is taken to go on in the next one."""
WIDEST = 180
"""Characters up to which lines are wrapped: a text with longer ones has a line for each paragraph, heading and item."""
NARROWEST = 24
"""Characters of the widest line from which lines can be a paragraph that was wrapped."""
FULL = 0.8
"""What share of the widest line a wrapped line fills, with the first word of the next."""

ITEM = re.compile(
    r"\s*(?:[-*+•‣–]|\[?(?!(?:18|19|20)\d\d\D)\d{1,4}[\].):]{1,2}|\[\^[\w.-]{1,60}\]:?|"
    r"\^)\s*(?<=\s)(?=\S)|\s*\^(?=[\"'A-Z ])"
)
_FIELD = re.compile(r"\s*[A-Za-z]\w*(?: \w+){0,2}: ")
"""A line of a record, `legal Status: ...`, which does not go on in another."""
_FIELD_BEGINS = re.compile(r"\s*[A-Za-z]\w*(?: \w+){0,2}:(?:\s|$)")
LONGEST_NAME = 60
"""Characters up to which a line between the fields of records can be the name of one."""
_CITES = re.compile(
    r"\s*[A-ZÀ-Þ][\w'-]+(?:\s(?:&|and)\s[A-Z][\w'-]+|\s[A-Z]{1,2}\b)?(?:,?\set\sal\.?)?,?\s\((?:19|20)\d\d\)\s?[-—–:.]\s"
)
"""A line of a list of studies: `Bes et al. (1992) - ...`."""
_LISTED = re.compile(r"\s*[A-ZÀ-Þ][\w'-]+,?\s(?:[A-Z]\.?\s?-?){1,3},?\s[^()]{0,80}\((?:19|20)\d\d\)")
"""A line of a list of references: `McCoy, A. T., et al. (2013). ...`."""
_LINKED = re.compile(r"https?://[^\s()]{10,}\)?\]?$")
_TELLS = re.compile(
    r"(?:Has|Have|Is|Was|May|Can|Promotes|Increase[sd]|Raise[sd]|Reduce[sd]|Improve[sd]|Enhance[sd]|Supports|Stimulates|"
    r"Inhibit(?:s|ed)|Modulates|Regulates|Protect(?:s|ed)|Prevents?|Activate[sd]|Boosts|Lower(?:s|ed)|Decrease[sd]|Accelerate[sd]|"
    r"Binds|Crosses|Acts|Works|Show(?:s|ed)|Helps|Restore[sd]|Influences|Affects|Blocks|Suppresse[sd]|Elevate[sd]|"
    r"Upregulate[sd]|Normali[sz]e[sd]|Stabili[sz]e[sd]|Slows|Eases|Attenuates|Alleviates|Derived|Approved|Isolated|Synthesi[sz]ed|Given|Taken|Administered|Orally|Not)\s"
)
"""What begins a line that tells something, and is no heading."""
_CODED = re.compile(
    r"\s*(?:\{\s*)?(?:[A-Za-z_]\w*|['\"][\w ().+/-]{1,40}['\"])\s?(?::|=>)\s?(?:['\"`\[{]|(?:true|false|null)\b|\d)|"
    r"\s*[a-z_]+=(?:['\"](?!\"\")|[\[(]|[A-Z]\w*[.(]).*[,(\[]$|\s*\[['\"]"
)
"""A field of a program's record: `halfLife: '30 minutes',`."""
_CLOSES = re.compile(r"[\s\])}(\[{,;]+")
"""A line that only opens or closes what a program's record holds."""
_LEADS = re.compile(r"\s*[A-ZÀ-ÞА-ЯЁ][^.,;:?]{2,60}(?::\s*$|\?(?:\s+[A-ZА-Я]|$))")
"""A short line that leads on to what stands below it, `Selank in the clinic:`, or asks."""
_RULE = re.compile(r"[\s|:=+_-]+$|\s*//\s?[=\u2500\u2014-]{3,}")
_BYLINE = re.compile(
    r"\s*(?:(?:van|von|de[lnr]?|di|du|l[ae]|te[nr])\s){1,3}[A-ZÀ-Þ][\w'-]+,?\s(?:[A-Z]\.?\s?-?){1,3}(?:[,.]|et al|\()"
)
"""A line of a list of references whose first author has a particle: `van Nispen JW, Greven HM. ...`."""
_GOES_ON = re.compile(
    r"\bet\.?\s+al\.?,?$|[,;(\[&-]$|(?:^|[\s.]|\.-)[A-ZА-Я]\.$|"
    r"\s(?:the|an?|of|in|by|and|or|with|for|to|on|at|from|into|than|that|which|is|was|are|were|as)$|"
    r"(?i:\b(?:(?:PMID|PMC(?:ID)?|DOI|CAS(?:\sRN|\sNo\.?)?)\s?:?|https?:(?://(?:(?:dx\.)?doi\.org/)?)?)$)"
)
"""What a sentence does not end with: its next word, or the number or address that is named, stands in the next line."""
_SENTENCE_ENDS = re.compile(r"[a-zа-яё)\d]\.\s[A-ZÀ-ÞА-ЯЁ]")
_PLACE = re.compile(r"\s*[A-ZÀ-Þ][\w .&:()-]{2,80}?[.,]?\s\(?(?:19|20)\d\d\)?\s?;")
"""How a line begins that is where a paper stands, whose title is before it: `Brain Research. 2006;1117(1):54-60.`"""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OWN_HYPHEN = re.compile(r"[^\W\d_][-\u2010]$")
"""The hyphen of a word of several, `Antoniuk-`, `Shcheglova`, `Leu-NH-`, `adamantanediyl`."""
_SOFT = ("\u2010", "\u00ad")
"""Hyphens that are set where a word is divided, and are none of a DOI."""
_BOTH = frozenset("and or to und oder et ou и или".split())
"""What stands behind a part of a word that has its rest behind another one, `pre-`, `and postnatal`."""
_HYPHENATED = re.compile(r"[^\W\d_][a-zа-яё][-\u2010\u00ad]$")


def flow(
    lines: Lines,
    kind: BlockKind = "prose",
    *,
    apart: bool = False,
    going: Collection[int] = (),
    beginning: Collection[int] = (),
) -> Iterator[Block]:
    """Yield the blocks of lines that no empty line divides.

    A line goes on in the next one where its sentence does, unless they stand `apart`; an item takes the lines that are
    indented more than it. Lines whose numbers are `going` are known to go on the one before them, those that are
    `beginning` not to.
    """
    held: list[tuple[int, str]] = []
    held_kind: BlockKind = kind
    indent = -1
    texts = [raw for _, raw in lines]
    widest, least = width_of(texts), _least(texts)
    filled = not (apart or going or beginning) and _filled(texts)
    for place, (number, raw) in enumerate(lines):
        if len(raw) < 2000 and (_RULE.match(raw) or _CLOSES.fullmatch(raw)):
            continue
        cited = _reference_in(raw)
        if cited:
            yield from _made(held_kind, held)
            yield from _made("item", [(number, cited)])
            held = []
            continue
        line = bare(raw)
        if not line.strip():
            continue
        own = len(raw) - len(raw.lstrip())
        within = bool(held) and parts_any(held[-1][1], line.lstrip())
        known = bool(held) and number in going
        item = ITEM.match(raw) is not None and not within and not known
        following = lines[place + 1][1] if place + 1 < len(lines) else ""
        if raw.lstrip().startswith("|") and raw.count("|") > 1:
            yield from _made(held_kind, held)
            held = []
            made = row([(number, cell) for cell in cells_of(line)], ())
            if made:
                yield made
            continue
        same = (
            bool(held)
            and not item
            and not apart
            and number not in beginning
            and (
                filled
                or within
                or known
                or own > indent >= 0
                or (goes_on(held[-1][1], line, widest, least) and not _names_a_record(held[-1][1], line, following))
            )
        )
        if not same:
            yield from _made(held_kind, held)
            held, indent = [], own if item else -1
            held_kind = "item" if item or kind == "item" else kind
            alone = place + 1 == len(lines) or lines[place + 1][0] not in going
            if not item and not filled and alone and _titled(line, following):
                yield from _made("heading", [(number, line)], 3)
                continue
        elif not within or held[-1][1].endswith(_SOFT):
            before, text = held[-1]
            text, line = undivided(text, line)
            held[-1] = (before, text)
        held += [(number, line)] if line.strip() else []
    yield from _made(held_kind, held)


_LONGEST_WORD = 200
"""Letters from which what stands at the end of a line is no word that might go on."""


def undivided(text: str, line: str) -> tuple[str, str]:
    """Return two lines of which the first has all of a word that is divided at its end, as in the text of a PDF."""
    head, _, rest = line.lstrip().partition(" ")
    if len(text) > _LONGEST_WORD and " " not in text[-_LONGEST_WORD:]:
        return text, line
    if _OWN_HYPHEN.search(text) and (head[:1].isupper() or (head[:1].islower() and text[-2].isupper())):
        return text + head, rest
    if not _HYPHENATED.search(text) or not head[:1].islower() or head in _BOTH:
        return text, line
    # The hyphen of a word that has others is its own, as in `tendon-to-bone`.
    own = text.endswith("-") and ("-" in head or "-" in text[:-1].rsplit(None, 1)[-1])
    return (text if own else text[:-1]) + head, rest


_STRING = re.compile(
    r"\s*(?:['\"]?\w{1,30}['\"]?\s?:\s?)?(?P<mark>[\"'`])(?P<text>(?:[^\\]|\\.){40,1500}?)(?P=mark)\s?[,;]?\s*\]?[,;]?\s*"
)
_ESCAPED = re.compile(r"\\([\"'`])")


def _reference_in(raw: str) -> str:
    """Return the reference that a line of a program has as a string with quotation marks in it, else an empty text."""
    hit = _STRING.fullmatch(raw) if "\\" in raw and len(raw) < LONGEST_LINE else None
    text = _ESCAPED.sub(r"\1", hit["text"]) if hit else ""
    return text if text and (listed(text) or reference_line(text)) else ""


def _made(kind: BlockKind, lines: Lines, level: int = 0) -> Iterator[Block]:
    made = block(kind, lines, level)
    if made:
        yield made


def _titled(line: str, following: str) -> bool:
    """Tell whether a line without markup reads like a heading: short, a capital first, no full stop, text after it."""
    text = line.strip()
    return (
        len(text) < 70
        and text[0].isupper()
        and text[-1] not in ".,;:)]\"”'|"
        and "? " not in text
        and ": " not in text
        and " | " not in text
        and not _SENTENCE_ENDS.search(text)
        and not _GOES_ON.search(text)
        and not _TELLS.match(text)
        and not any(character.isdigit() for character in text[-4:])
        and bool(following.strip())
        and not (len(text) >= WRAPPED_FROM and following.lstrip()[0].islower())
        and not ITEM.match(line)
    )


def width_of(lines: Iterable[str]) -> int:
    """Return the length of the longest line; an address makes a line of any length, and does not count.

    Nor does one that is two, as pdftotext writes them where a word is divided between them.
    """
    lengths = sorted(len(line) for line in lines if "://" not in line)
    if len(lengths) >= _COLUMN and _TWO[0] * lengths[-2] < lengths[-1] <= _TWO[1] * lengths[-2]:
        lengths.pop()
    return lengths[-1] if lengths else 0


def _filled(lines: Sequence[str]) -> bool:
    """Tell whether lines are one paragraph that a program has wrapped: in none was there room for the next word.

    Of two lines that tells nothing, and of lines of a list each ends where its own text does.
    """
    if len(lines) < _WRAPPED or any(ITEM.match(line) or _CODED.match(line) for line in lines):
        return False
    widest = max(len(line.rstrip()) for line in lines[:-1])
    words = [line.split(None, 1) for line in lines]
    return (
        (WRAPPED_FROM <= widest <= WIDEST or (NARROWEST <= widest < WRAPPED_FROM and _sentences(lines)))
        and all(words)
        and all(
            len(line.rstrip()) + 1 + len(following[0]) > widest
            for line, following in zip(lines[:-1], words[1:], strict=True)
        )
    )


def _sentences(lines: Sequence[str]) -> bool:
    """Tell whether lines read as sentences that go on: most begin in one, and not they end one but the last does.

    Items of a list without marks may fill their lines by chance where these are short.
    """
    going_on = sum(line.lstrip()[:1].islower() for line in lines[1:])
    ends = [line.rstrip()[-1:] in _FULL_STOPS for line in lines]
    return ends[-1] and 2 * going_on >= len(lines) - 1 and 2 * sum(ends[:-1]) < len(lines) - 1


_FULL_STOPS = frozenset('.!?)]\u201d"')
_WRAPPED = 3
"""Lines from which it can be told that they are one text that was wrapped."""


def _least(lines: Sequence[str]) -> int:
    """Return how long a line is at least that was wrapped: in a narrow column of sentences, most of the column.

    Columns of type are of one width to the eye, and of few more or less letters.
    """
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    column = lengths[3 * len(lengths) // 4] if len(lengths) >= _COLUMN else 0
    if not NARROWEST <= column < WRAPPED_FROM / FULL:
        return WRAPPED_FROM
    going_on = sum(line.lstrip()[:1].islower() for line in lines)
    full = sum(length >= FULL * column for length in lengths)
    return min(WRAPPED_FROM, int(FULL * column)) if 2 * min(going_on, full) >= len(lengths) else WRAPPED_FROM


_TWO = (1.5, 2.2)
"""How many times as long as the next longest a line is that is two."""
_COLUMN = 5
"""Lines from which it can be told that they are of one column."""


def goes_on(before: str, line: str, widest: int, least: int = WRAPPED_FROM) -> bool:
    """Tell whether a sentence that stands in the line before goes on in this one; `widest` is their longest line.

    A line that was wrapped has at least so many letters as are the `least`.
    """
    end = before[-200:].rstrip()
    if _CODED.match(line):
        return False
    if _GOES_ON.search(end):
        return True
    if _PLACE.match(line) and not _YEAR.search(before):
        return True
    cites = _CITES.match(line) or _LISTED.match(line) or _BYLINE.match(line)
    if (_FIELD.match(line) and _FIELD.match(before)) or cites or _LINKED.search(end) or _LEADS.match(line):
        return False
    first = line.split(None, 1)[0]
    if not first[0].islower() and (widest > WIDEST or len(before.rstrip()) + len(first) < FULL * widest):
        # The line was ended on purpose: its next word would have had its place.
        return False
    # What ends in mid-word and begins with a small letter is a wrapped line, however short.
    return (
        len(before.rstrip()) >= least
        and bool(end)
        and end[-1] not in ".!?:─-"
        and not line.lstrip().startswith(("#", ">"))
    )


def _names_a_record(before: str, line: str, following: str) -> bool:
    """Tell whether a line between two fields is the name of the record that begins there."""
    text = line.strip()
    return (
        len(text) <= LONGEST_NAME
        and text[0].isupper()
        and text[-1] not in ".,;:"
        and _FIELD.match(before) is not None
        and _FIELD_BEGINS.match(following) is not None
    )


def cells_of(line: str) -> list[str]:
    """Return the cells of a row whose cells are divided by `|`."""
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]
