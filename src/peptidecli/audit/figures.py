"""Figures: the numbers of a text, each with its unit: per cent, fold, points, a ratio, a dose, a time."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ..notation.numerals import ONES, TENS
from .wording import holds


class Figure(NamedTuple):
    """A number in a text, or two that belong together: from `start` to `end`, its unit and its values."""

    start: int
    end: int
    unit: str
    values: tuple[float, ...]


_WORDS = {**ONES, **TENS}
_WORD = "|".join(_WORDS)
_N = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?"
_A = rf"(?<![\w.,])(?P<a>{_N})"
_AW = rf"(?<![\w.,])(?P<a>{_N}|(?:{_WORD})(?![a-z]{{2}}(?<!fo)))"
_TO = rf"(?:\s?%?\s?(?:-|to|and|or|до|и|или)\s?(?P<b>{_N}))?"
_TO_WORD = rf"(?:\s?(?:-|to|and|or)\s?(?P<b>{_N}|{_WORD}))?"
_FOLD = (
    r"(?:\s?-?\s?fold\b|\s?(?:x(?!\s?\d)|×(?!\s?\d))(?!\w)|"
    r"\s?times\b(?!\s(?:a|an|per|daily|each|in|weekly)\b)|-?\s?кратн\w*|\s?раза?\b(?!\sв\s))"
)
_RATIO = (
    r"\b(?P<label>OR|RR|HR|NNT|SMD|MD|WMD|odds ratio|hazard ratio|risk ratio|relative risk|mean difference|"
    r"effect size|Mann-Whitney(?: estimator)?|MW|Cohen's d)\b"
)
_COUNTED = (
    r"\s(?:(?!(?:of|in|the|and|or|to|with)\b)[\w-]+[ ]){0,3}?"
    r"(?:trials?|RCTs?|stud(?:ies|y)|articles?|papers|records|publications|citations|исследован\w+|стат(?:ей|ьи)|публикац\w+|записей)\b"
)
_AMOUNT = r"\s?-?(?P<label>mg|[µμu]g|mcg|мг|мкг|m[lL]|мл)\b(?P<kg>\s?(?:/|per)\s?kg\b|\s?/\s?кг\b)?"
_SPAN = r"(?P<label>minutes?|min|hours?|days?|weeks?|months?|years?)\b"
_CI = (
    rf"\bCI\b[\]):,=]{{0,2}}\s{{0,2}}(?:of\s|from\s)?[\[(]?[-+]?(?P<a>{_N})\s?%?(?:\s?(?:to|-|;)\s?|,\s)"
    rf"[-+]?(?P<b>{_N})"
)
_PER_CENT = r"\s?(?:%|per\s?cent\b|процент\w*)(?!\s?(?:CI\b|confidence|purity|pure\b))"
_NO_PHASE = r"(?<!phase )(?<!Phase )(?<!type )(?<!grade )"
_OF = rf"\s(?:out\s)?(?:of|из)\s(?:the\s|всех\s)?(?P<b>\d{{1,5}}|{_WORD})\b(?!\s?%|[.,]\d)"
_LABELLED = (
    ("ci", ("CI",), re.compile(_CI)),
    (
        "ratio",
        ("OR", "RR", "HR", "NNT", "MD", "MW", "ratio", "risk", "mean diff", "effect size", "Mann-W", "Cohen"),
        re.compile(rf"{_RATIO}[\s:=,)]{{0,4}}(?:of\s|was\s)?[-+]?(?P<a>{_N})"),
    ),
    ("passage", ("passage", "Passage", "пассаж"), re.compile(
        r"\b(?:passages?|пассаж\w*)\s(?:no\.?\s|№\s?)?(?P<a>\d{1,3})\b", re.IGNORECASE)),
    ("span", ("19", "20"), re.compile(
        r"(?<![\d/.-])(?P<a>(?:19|20)\d\d)\s?(?:-|to|and|until|through|по|до)\s?(?P<b>(?:19|20)\d\d)(?![\d/.-])")),
    ("p", ("p=", "p =", "p<", "p <", "P=", "P =", "P<", "P <", "≤", "value"), re.compile(
        r"\b[Pp]\s?(?:-?value\s?)?[<=≤]\s?(?P<a>0?[.,]\d+)")),
)  # fmt: skip
"""Units whose figure stands behind its label, with what a text must hold of it."""
_NUMBERED = tuple(
    (unit, re.compile(pattern, flags))
    for unit, pattern, flags in (
        ("%", _A + _TO + _PER_CENT, re.IGNORECASE),
        ("fold", _AW + _TO_WORD + _FOLD, re.IGNORECASE),
        ("point", rf"{_A}{_TO}[\s-]?(?:points?|балл\w*)\b", re.IGNORECASE),
        ("of", _AW + _OF, re.IGNORECASE),
        ("studies", _NO_PHASE + _AW + _COUNTED, re.IGNORECASE),
        ("ng/ml", rf"{_A}(?:\s?±\s?[\d.,]+)?\)?\s?(?P<label>ng|нг)\s?/\s?(?:m[lL]|мл)\b", 0),
        ("kg", rf"{_A}{_TO}\s?(?:kg|кг|kilos?|килограмм\w*)\b(?!\s?/)", 0),
        (
            "passage",
            r"(?<![\w.,])(?P<a>\d{1,3})(?:st|nd|rd|th|-?[йм]|-?го|-?м)?\s?(?:passages?|пассаж\w*)\b",
            re.IGNORECASE,
        ),
        ("M", rf"{_A}{_TO}\s?(?P<label>[pnµμm]M|[pnµμ]mol/[lL])\b", 0),
        ("dose", _A + _TO + _AMOUNT, 0),
        ("hours", rf"{_AW}{_TO}[\s-]?{_SPAN}", re.IGNORECASE),
    )
)
"""Units whose figure begins with its number, in the order in which they are tried."""
_BEGINS = re.compile(rf"(?<![\w.,])(?:\d|(?:{_WORD})(?=fold|[\s-]))", re.IGNORECASE)
_DOUBLED = re.compile(r"\b(?:(?P<two>doubl(?:ed|ing|es))|(?P<three>tripl(?:ed|ing|es)))\b", re.IGNORECASE)
_HOURS = {"min": 1 / 60, "hour": 1.0, "day": 24.0, "week": 168.0, "month": 730.0, "year": 8766.0}
_MICRO = {"mg": 1000.0, "мг": 1000.0, "µg": 1.0, "μg": 1.0, "ug": 1.0, "mcg": 1.0, "мкг": 1.0}
_LABELS = {"odds ratio": "or", "risk ratio": "rr", "relative risk": "rr", "hazard ratio": "hr", "mean difference": "md",
           "mann-whitney estimator": "mw", "mann-whitney": "mw", "wmd": "md"}  # fmt: skip
_DIGIT = re.compile(r"\d")
_IN_WORDS = re.compile(rf"\b(?:{_WORD})(?:[\s-]?(?:fold|times)|\s(?:out\s)?of\s|\s[a-z]+)|doubl|tripl", re.IGNORECASE)


@lru_cache(maxsize=4096)
def figures(plain: str) -> tuple[Figure, ...]:
    """Return the figures of a text in order."""
    if not _DIGIT.search(plain) and not _IN_WORDS.search(plain):
        return ()
    found: list[Figure] = []
    for unit, signs, pattern in _LABELLED:
        if holds(plain, signs):
            found += (_made(hit, unit) for hit in pattern.finditer(plain))
    end = 0
    for begin in _BEGINS.finditer(plain):
        start = begin.start()
        if start < end or any(other.start <= start < other.end for other in found):
            continue
        for unit, pattern in _NUMBERED:
            hit = pattern.match(plain, start)
            if hit:
                found.append(_made(hit, unit))
                end = hit.end()
                break
    for hit in _DOUBLED.finditer(plain):
        found.append(Figure(*hit.span(), "fold", (2.0 if hit["two"] else 3.0,)))
    return tuple(sorted(found))


def _made(hit: re.Match[str], unit: str) -> Figure:
    groups = hit.groupdict()
    values = tuple(value(text) for text in (groups.get("a"), groups.get("b")) if text)
    label, per_kg = (groups.get("label") or "").lower(), bool(groups.get("kg"))
    start, end = hit.span()
    if unit == "ratio":
        unit = _LABELS.get(label, label)
    elif unit == "M":
        unit = label.replace("μ", "µ").replace("mol/l", "m")
    elif unit == "dose":
        factor = _MICRO.get(label)
        values = tuple(number * factor for number in values) if factor else values
        unit = ("µg" if factor else "ml") + ("/kg" if per_kg else "")
    elif unit == "hours":
        factor = next(size for word, size in _HOURS.items() if label.startswith(word))
        values = tuple(number * factor for number in values)
    return Figure(start, end, unit, values)


def value(text: str) -> float:
    """Return what a number is: `5,685`, `0,42`, `eight`."""
    low = text.lower()
    if low in _WORDS:
        return float(_WORDS[low])
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", text):
        return float(text.replace(",", ""))
    return float(text.replace(",", "."))


def alike(first: float, second: float) -> bool:
    """Tell whether two values are one."""
    return abs(first - second) <= 1e-6 * max(1.0, abs(second))


_FOLLOWED = re.compile(
    r"\s?(?:rise|increase|decrease|reduction|drop|fall|gain|elevation|improvement|more|less|higher|lower|greater|fewer|of|in|"
    r"smaller|larger|longer|shorter|faster|upregulation|loss|decline|[A-Z]{3,})\b"
)
"""What tells that the thing measured stands behind its figure: `a threefold rise of ...`."""


def segment(plain: str, figure: Figure) -> str:
    """Return the part of a text that says what a figure measures: up to the figure before it, or on to the next."""
    before, after = _neighbours(plain, figure)
    if _FOLLOWED.match(plain, figure.end):
        return plain[figure.end : min(after, _stop(plain, figure.end))]
    return plain[before : figure.start]


def up_to(plain: str, figure: Figure) -> str:
    """Return what stands between the figure before and a figure."""
    return plain[_neighbours(plain, figure)[0] : figure.start]


def around(plain: str, figure: Figure) -> str:
    """Return what stands between the figures before and behind a figure."""
    before, after = _neighbours(plain, figure)
    return f"{plain[before : figure.start]} {plain[figure.end : after]}"


def _neighbours(plain: str, figure: Figure) -> tuple[int, int]:
    alone = figure.unit == "p"  # Each measure has its own.
    others = [
        other
        for other in figures(plain)
        if other != figure and (other.unit == "p" if alone else other.unit not in _BESIDE)
    ]
    after = min((other.start for other in others if other.start >= figure.end), default=len(plain))
    return max((other.end for other in others if other.end <= figure.start), default=0), after


_BESIDE = frozenset({"ci", "p", "µg", "µg/kg", "ml", "ml/kg", "hours"})
"""Units of figures that stand beside another without dividing it from what it measures."""


def _stop(plain: str, start: int) -> int:
    hit = _STOP.search(plain, start)
    return hit.start() if hit else len(plain)


_STOP = re.compile(r"[.;]\s|,\s(?:and|while|but|with)\s")


def otherwise(text: str, known: str) -> bool:
    """Tell whether of two numbers that a text sets against each other one alone is that of what is known."""
    held = set(_WHOLE.findall(known))
    return any((hit["one"] in held) != (hit["other"] in held) for hit in _AGAINST.finditer(text))


_WHOLE = re.compile(r"(?<![\d.,])\d+(?:[.,]\d+)*")
_AGAINST = re.compile(
    r"(?<![\d.,])(?P<one>\d+(?:[.,]\d+)*)(?:\s?%)?\s(?:v|vs\.?|versus|against|compared (?:with|to))\s"
    r"(?P<other>\d+(?:[.,]\d+)*)"
)
"""Two numbers, of the one group and the other: `16711 v 5785`."""
