"""What a line prints of the place of a paper: year, journal, volume and first page, in the forms of reference lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ...notation.words import words


class Printed(NamedTuple):
    """The place of a paper as it is printed; what is not printed is empty, or 0 for the year."""

    year: int = 0
    journal: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""


_YEAR = r"(?P<year>(?:18|19|20)\d\d)"
_VOLUME = r"(?P<volume>\d{1,4})"
_ISSUE = r"(?:\s{0,2}\((?P<issue>[^()]{1,24})\)|\sSuppl\.?(?:\s\d{1,2})?)"
_PAGE = r"(?:pp?\.?\s?|С\.\s?|art(?:icle)?\.?\s)?(?P<page>[A-Za-z]{0,3}\d[\d.]{0,8})"
_PLACES = (
    # By its name first: in `vol. 26, no. 4, 1992, pp. 193-97` the year has a volume's place.
    re.compile(
        r"[Vv]ol(?:ume|\.)?:?\s{0,2}(?P<volume>\d{1,4})[,;]?\s?(?:(?:[Nn]o|"
        r"[Ii]ssue)\.?:?\s{0,2}(?P<issue>\d{1,5})[,;]?\s?)?"
        r".{0,30}?\b(?:[Pp]ages?|pp?)\b[.:]{0,2}\s?(?P<page>[A-Za-z]{0,3}\d+(?:\.\d+)?)"
    ),
    re.compile(rf"(?<![\d.-]){_VOLUME}{_ISSUE},\s(?:(?:18|19|20)\d\d),\s(?:pp?\.\s?)(?P<page>\d+)"),
    re.compile(
        rf"{_YEAR}(?:\s[A-Z][a-z]{{2,8}}\.?(?:-[A-Z][a-z]{{2,8}})?(?:\s\d{{1,2}})?)?\s?;\s?{_VOLUME}{_ISSUE}?\s?[:,]\s?{_PAGE}"
    ),
    # Of a chapter the year stands behind the publisher: `Plenum Press; 1980:131-147`.
    re.compile(rf"[^\W\d_];\s{_YEAR}\s?:\s?{_PAGE}(?=\s?-\s?\d)"),
    re.compile(rf"(?<![\d.-]){_VOLUME}{_ISSUE}\s?[:,]\s?{_PAGE}"),
    re.compile(rf"(?<![\d.:-]){_VOLUME}\s?:\s?{_PAGE}\s?-\s?\d"),
    re.compile(
        rf",\s{_VOLUME}\s?[:,]\s{{0,2}}(?:pp?\.\s?)?(?P<page>[A-Za-z]{{0,3}}\d+(?:\.\d+)?)(?=\s?-\s?\d|\s?[.(]|$)"
    ),
)
YEAR = re.compile(r"(?<![\d./\w-])((?:19|20)\d\d)[a-z]?(?![\w/]|-\d|\.\d|,\d{3})")
"""A year that stands alone, and not in a number, a date or a name."""


def place_of(text: str) -> Printed:
    """Return the place that a stretch of text prints; empty where it prints none in a form that leaves no doubt."""
    for pattern in _PLACES:
        hit = pattern.search(text)
        if hit:
            found = hit.groupdict()
            year = int(found["year"]) if found.get("year") else 0
            return Printed(year, "", found.get("volume") or "", found.get("issue") or "", found["page"].rstrip("."))
    return Printed()


def years_of(text: str) -> list[int]:
    """Return the years that a stretch of text prints."""
    return [int(hit[1]) for hit in YEAR.finditer(text)]


# -- names of journals ---------------------------------------------------------------------------------------------

_SMALL = frozenset("of the and in for on a an der de des und et i im imeni".split())


def journal_words(name: str) -> tuple[str, ...]:
    """Return the telling words of a journal's name, what stands in brackets or behind a colon aside."""
    bare = re.sub(r"\([^()]{0,80}\)", " ", name.split(":", maxsplit=1)[0])
    return tuple(word for word in words(bare) if word not in _SMALL)


def abbreviates(short: Sequence[str], full: Sequence[str]) -> bool:
    """Tell whether words are a journal's name or short for it: each begins the word it stands for, in order."""
    if not short or not full or len(short) > len(full) + 1:
        return False
    place = 0
    used = 0
    for word in short:
        while place < len(full) and not (full[place].startswith(word) or contracted(word, full[place])):
            place += 1
        if place == len(full):
            return False
        used += 1
        place += 1
    return full[0].startswith(short[0][0]) and used >= min(len(full), max(1, len(full) - 2))


def contracted(short: str, full: str) -> bool:
    """Tell whether a word is a contraction such as `intl` or `natl`: the same first letter, its letters in order."""
    if len(short) < 3 or short[0] != full[0] or len(short) > len(full):
        return False
    letters = iter(full)
    return all(letter in letters for letter in short) and len(short) <= 5
