"""What stands within a line of Markdown, without its marks. Every step is linear in the length of the line."""

from __future__ import annotations

import html
import re
from urllib.parse import unquote

from .blocks import LEVEL, RAISED

DEEPEST = 32
"""How many brackets may stand open; what opens more is no link."""
LONGEST_ADDRESS = 2000

_COMMENT = re.compile(
    r"(?P<kept>(?<!`)(?P<ticks>`{1,9})(?!`).{1,1000}?(?<!`)(?P=ticks)(?!`)|\\<)|<!--.{0,5000}?-->|\{/\*.{0,5000}?\*/\}"
)
"""A comment; what stands in code, or behind a backslash, begins none and is kept."""
_MARKS = re.compile(r"\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<!\w)_{1,2}(?=\w)|(?<=[\w.,;)?!])_{1,2}(?!\w)|`|~~")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
"""A sign behind a backslash, which any of ASCII's marks may be (CommonMark 0.31, 2.4)."""
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})(\s[^<>]{0,1000})?/?>")
_VALUE = re.compile(r"""\s?=\s?(?:"[^"]*"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\}|[^\s"'=<>`]+)""")
_WITH_VALUE = re.compile(r"[A-Za-z_:@#$\[(*.][\w:.@#$\[\]()*-]*=|\{\.\.\.[\w.]+\}|/")
_ALONE = re.compile(r"[a-z][\w:.-]*/?")
_MOST_ALONE = 2
"""Attributes without a value, as `hidden`, that a tag has at the most; what has more is a `<` and words."""
_HREF = re.compile(r"""href=["']?([^"'\s<>]{1,400})""", re.IGNORECASE)
_TITLE = re.compile(r"""\btitle="([^"<>]{25,400})\"""")
_LOW = re.compile(r"\$_\{?(\d{1,3})\}?\$|(?<=[A-Za-z])_\{(\d{1,3})\}")
_RUN = re.compile(r"[^()\s\\<>]+")
DIVIDING = frozenset(
    "address article aside audio blockquote body br button canvas caption center dd details dialog dir div dl dt embed "
    "fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input "
    "label legend li listing main menu meter nav noframes object ol optgroup option p plaintext pre progress search "
    "section select summary svg table tbody td textarea tfoot th thead title tr ul video xmp".split()
)
"""Elements of HTML that are a block or a box of their own: what stands in one is no part of a word beside it."""
_TELLING = ("doi.org/", "ncbi.nlm.nih.gov", "pubmed.gov", "europepmc.org/")
_LEADS = re.compile(
    r"[?&](?:q|url|u|target|to|dest|redirect|rurl)=(https?(?:://|%3a%2f%2f)[^&\s]{1,1500})", re.IGNORECASE
)
"""How an address leads on to another, as those that search engines and mail programs put before it."""
_WITH_DOI = re.compile(r"(?:https?://|urn:|info:|doi:)[^\s?#]{0,300}?10\.\d{4,9}(?:/|%2f)", re.IGNORECASE)
_AS_DOI = re.compile(r"[?&]doi=10\.\d{4,9}(?:/|%2f)", re.IGNORECASE)
_UNENDED = re.compile(r"10\.\d{4,9}/\S{1,400}\Z|\d{7}\Z")
_CRITIC = re.compile(r"\{(?:\+\+|==|>>)|(?:\+\+|==|<<)\}")
"""Marks of changes in CriticMarkup, but for those of what was taken out."""


def telling(address: str) -> str:
    """Return the address of a link where it tells a paper, or that of the paper that it leads on to; else nothing."""
    if hit := _LEADS.search(address):
        address = unquote(hit[1])
    told = any(part in address for part in _TELLING) or _WITH_DOI.match(address) or _AS_DOI.search(address)
    return address if told else ""


def parted(before: str, words: str) -> str:
    """Return the words of a link, or of a mark set high, apart from a DOI or a PMID that they stand behind."""
    return f" {words}" if words[:1] not in _ENDS_A_DOI and _UNENDED.search(before[-500:]) else words


_ENDS_A_DOI = ("", *" .,;:)]}!?\"'\n")


def bare(line: str) -> str:
    """Return a line without Markdown's marks, tags and comments; of a link, its words and its address."""
    if '{" "}' in line:
        line = line.replace('{" "}', " ")  # a blank as JSX has it
    if "<!--" in line or "{/*" in line:
        line = _COMMENT.sub(lambda hit: hit["kept"] or "", line)
    if "$" in line or "_{" in line:
        line = _LOW.sub(lambda low: low[1] or low[2], line)
    if "++}" in line or "==}" in line or "<<}" in line:
        line = _CRITIC.sub("", line)
    if "](" in line:
        line = _links(line)
    if "<" in line:
        line = _tags(line)
    if any(mark in line for mark in "*_`~"):
        line = _MARKS.sub("", line)
    if "\\" in line:
        line = _ESCAPE.sub(r"\1", line)
    return html.unescape(line) if "&" in line else line


def _links(line: str) -> str:
    """Return a line in which every `[words](address)` has become `words (address)`."""
    parts: list[str] = []
    opened: list[int] = []
    done = place = 0
    while True:
        place = _next(line, place)
        if place < 0:
            break
        if line[place] == "[":
            opened.append(place)
            del opened[:-DEEPEST]
        elif opened and line.startswith("](", place):
            start = opened.pop()
            target = _target(line, place + 2)
            if target and start >= done:
                address, end = telling(target[0]) or target[0], target[1]
                words = line[start + 1 : place]
                before = line[done : start - (start > done and line[start - 1] == "!")]
                words = parted(before, words)
                parts += [before, words if not address or address in words else f"{words} ({address})"]
                done = place = end
                opened.clear()
                continue
        elif opened:
            opened.pop()
        place += 1
    return "".join([*parts, line[done:]])


_BRACKET = re.compile(r"[\[\]]")


def _next(line: str, place: int) -> int:
    hit = _BRACKET.search(line, place)
    return hit.start() if hit else -1


def _target(line: str, place: int) -> tuple[str, int] | None:
    """Return the address of a link that begins at `place`, and where the link ends; None when it is none."""
    stop = min(len(line), place + LONGEST_ADDRESS)
    while place < stop and line[place] == " ":
        place += 1
    if line.startswith("<", place):
        end = line.find(">", place, stop)
        if end < 0:
            return None
        address, place = line[place + 1 : end], end + 1
    else:
        start, depth = place, 0
        while place < stop:
            run = _RUN.match(line, place, stop)
            if run:
                place = run.end()
            elif line[place] == "(" and depth < 8:
                depth, place = depth + 1, place + 1
            elif line[place] == ")" and depth:
                depth, place = depth - 1, place + 1
            elif line[place] == "\\":
                place += 2
            else:
                break
        address = line[start:place]
        if depth or not address.isprintable():
            return None
    end = line.find(")", place, min(len(line), place + 300))
    behind = line[place:end].strip() if end >= 0 else ""
    # Behind an address only a title may stand, in quotes or brackets (CommonMark 0.31, 6.3): words are no link.
    if end < 0 or (behind and (line[place] not in {" ", "\t"} or behind[0] not in "\"'(")):
        return None
    return address, end + 1


def _has_attributes(text: str) -> bool:
    """Tell whether what stands within a tag are attributes, as HTML, JSX and Vue have them, and no words of a text."""
    parts = _VALUE.sub("=", text).split()
    alone = [part for part in parts if not _WITH_VALUE.fullmatch(part)]
    return len(alone) <= _MOST_ALONE and all(map(_ALONE.fullmatch, alone))


def _tags(line: str) -> str:
    """Return a line without HTML tags; the address of a link that tells a paper follows the link's words."""
    pending = ""

    def plain(tag: re.Match[str]) -> str:
        nonlocal pending
        if tag[3] and not _has_attributes(tag[3]):
            return tag[0]
        name = tag[2].lower()
        if name == "a" and not tag[1]:
            href = _HREF.search(tag[3] or "")
            pending = telling(href[1]) if href else ""
            if href and href[1].startswith("#"):
                # A mark that shows what it stands for when it is pointed at.
                shown = _TITLE.search(tag[3] or "")
                pending = shown[1] if shown else ""
            return ""
        if name == "a":
            told, pending = pending, ""
            return f" ({told})" if told else ""
        if name == "sup":
            return LEVEL if tag[1] else RAISED
        if name == "q":
            return '"'
        return " " if name in DIVIDING else ""

    return _TAG.sub(plain, line)
