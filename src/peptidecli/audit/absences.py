"""Absences: what kind of study a sentence says that there is not, or not enough of, or only; nothing of any dataset."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from .wording import holds

Level = Literal["people", "trial", "controlled", "placebo", "phase"]
"""What kind of study is spoken of: any in people, a trial, one with a comparison, with placebo, of phase 2 or 3."""
Extent = Literal["none", "few", "animals-only", "animals-mostly", "some"]


class Absence(NamedTuple):
    """What a sentence says of the studies on a compound, from `start` to `end`.

    `narrow` tells that it speaks of a part of them only: of one use, one route, of large or lasting ones.
    """

    level: Level
    extent: Extent
    narrow: bool
    start: int
    end: int


_WORDS_BETWEEN = r"(?P<between>(?:[\w/,-]+\s){0,8}?)"
_WHAT = (
    r"(?P<what>(?:(?:human|clinical|patient|people)\s)+(?:\w+\s){0,2}?"
    r"(?:trials?|stud(?:y|ies)|data|evidence|research|RCTs?|experience|literature)|RCTs?|"
    r"(?:randomi[sz]ed|controlled|placebo-controlled|double-blind(?:ed)?)[\w\s,/-]{0,40}?(?:trials?|stud(?:y|ies)|data|evidence)|"
    r"(?:phase\s(?:2|3|II|III)(?:[\s/,]*(?:or|and|/)[\s/]*(?:phase\s)?(?:2|3|II|III))?)[\w\s-]{0,30}?(?:trials?|stud(?:y|ies)|data)|"
    r"(?:trials?|stud(?:y|ies)|data|evidence)\sin\s(?:humans?|people|man|patients)|in-human\s(?:trials?|data|studies))"
)
_NONE = re.compile(
    rf"\b(?:no|zero|without(?:\sany)?|lack(?:s|ing)?(?:\sof)?(?:\sany)?|absence\sof|absent|not\sany|nor)\s{_WORDS_BETWEEN}{_WHAT}"
    r"(?P<after>[^.;:()]{0,60})",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"\b(?:(?:never|not(?:\syet)?)\s(?:been\s)?(?:formally\s|properly\s|yet\s)?(?:tested|studied|evaluated|tried|examined|assessed|"
    r"investigated|given|administered|entered|reached|undergone|advanced\s(?:in)?to)\s(?:in\s|to\s|into\s)?(?:formal\s)?"
    r"(?P<in>humans?(?!\s\w*\s?(?:use|cell))(?:\s(?:clinical\s)?(?:trials?|studies))?|people|clinical\strials?|patients)|"
    r"untested\sin\s(?:humans|people))(?P<after>[^.;:()]{0,60})",
    re.IGNORECASE,
)
_NONE_ELSEWHERE = re.compile(
    r"(?:клинически\w+\s(?:исследовани\w+|испытани\w+)|исследовани\w+\s(?:\w+\s){0,2}?(?:на|у)\s(?:людях|людей|человеке)|"
    r"плацебо-?\s?контролируем\w+\s(?:исследовани\w+|испытани\w+))"
    r"[^.;]{0,60}\s(?:не\s(?:проводил\w+|проводятся|было|существует|найден\w*|опубликован\w*)|отсутству\w+)|"
    r"(?:нет|отсутствуют)\s(?:\w+\s){0,2}?(?:клинически\w+|плацебо-?\s?контролируем\w+)\s(?:исследовани\w+|испытани\w+|данных)|"
    r"(?:keine\s(?:\w+\s){0,2}?(?:klinischen?\s?(?:Studien|Daten)|Studien\sam\sMenschen)|"
    r"(?:klinische|kontrollierte)\sStudien[^.;]{0,60}\snicht\s(?:durchgeführt|veröffentlicht))",
    re.IGNORECASE,
)
_FEW = re.compile(
    r"\b(?:(?:very|extremely|only|severely)\s)?(?:limited|few|scarce|sparse|minimal|scant|little)\s"
    r"(?:(?!no\b)[\w/-]+\s){0,3}?(?:human|clinical)\s(?:\w+\s){0,2}?(?:trials?|stud(?:y|ies)|data|evidence|research)|"
    r"\b(?:human|clinical)\s(?:\w+\s){0,2}?(?:trials?|stud(?:y|ies)|data|evidence|research)\s(?:is|are|remains?|was)\s(?:still\s|very\s|quite\s|"
    r"extremely\s)?(?:limited|few|scarce|sparse|scant|minimal)",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"\b(?:preclinical[\s-]only|only\s(?:in\s)?(?:preclinical|animals?|rodents?|animal\sand\s(?:cell|in\svitro))(?:\s(?:data|studies|models|evidence|research))?|"
    r"(?:exclusively|entirely|solely|purely|all)\s(?:\w+\s){0,2}?(?:preclinical|(?:in|from)\s(?:animals?|rodents?|rats|mice)))\b",
    re.IGNORECASE,
)
_MOSTLY = re.compile(
    r"\b(?:mostly|mainly|largely|primarily|predominantly|majority|almost\s(?:entirely|exclusively)|nearly\sall|dominated\sby|bulk|"
    r"most(?!\s(?:\w+ly|potent|powerful|promising|well|studied|common|notable|popular|important|of\sthe\s(?:dramatic|organ))\b))\b"
    r"[^.;:]{0,70}?\b(?:preclinical|animals?|rodents?|rats?|mice)\b(?:\s(?:and\s\w+\s)?(?:studies|models|data|research|work|experiments|evidence))?",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"\b(?:has|have|was|were)\s(?:also\s)?(?:been\s)?(?:extensively\s|widely\s|clinically\s)?(?:tested|studied|investigated|evaluated|examined)\s"
    r"(?:\w+\s){0,3}?in\s(?:\w+[\s,]+){0,4}?(?:humans|people|patients|volunteers|human\s(?:clinical\s)?(?:trials|studies)|"
    r"(?P<trial>clinical\strials)|(?P<controlled>(?:randomi[sz]ed|placebo-controlled|double-blind)[\w\s,-]{0,40}trials?))\b",
    re.IGNORECASE,
)
_PARTS = (
    "trial", "stud", "data", "evidence", "rct", "human", "preclinical", "animal", "rodent", "people", "patients",
    "experience",
    "research", "исследован", "испытан", "данных", "studien", "daten", "volunteers", "mice", "rats",
)  # fmt: skip
_BROAD = frozenset(
    """
    human humans clinical published completed formal peer reviewed controlled randomized randomised placebo double
    blind blinded known available trials trial study studies data evidence exist exists have has been conducted
    performed done yet to date as of the in on it its for with this these any there are is and or we found were
    was currently today literature registered first major peptide compound so far people patients man phase ii iii
    efficacy outcome therapeutic actual existing rct rcts at all proper that use reported identified documented
    research records record indexed pubmed been experience by using of from establish whatsoever support
    supporting demonstrate demonstrating show showing establishing
    """.split()
)
"""Words that leave an absence as wide as it is; any other word narrows it."""


def absences(plain: str, low: str, names: frozenset[str] = frozenset()) -> Iterator[Absence]:
    """Yield what a sentence says that there is not; `names` are words of the compound's names, in lower case."""
    if not holds(low, _PARTS):
        return
    for hit in _NONE.finditer(plain) if holds(low, ("no", "without", "lack", "absen", "zero", "not any")) else ():
        words = {word.lower() for word in re.findall(r"\w+", f"{hit['between']} {hit['what']} {hit['after']}")}
        narrow = {word for word in words - _BROAD - names if not word.isdigit()}
        yield Absence(_level(hit["between"] + hit["what"]), "none", bool(narrow), hit.start(), hit.end("what"))
    for hit in _NEVER.finditer(plain) if holds(low, ("never", "not", "untested")) else ():
        words = {word.lower() for word in re.findall(r"\w+", hit["after"] or "")}
        narrow = {word for word in words - _BROAD - names if not word.isdigit()}
        level: Level = "trial" if hit["in"] and re.search(r"trial|stud", hit["in"], re.IGNORECASE) else "people"
        yield Absence(level, "none", bool(narrow), hit.start(), hit.start("after"))
    for hit in _NONE_ELSEWHERE.finditer(plain) if not low.isascii() or "keine" in low or "studien" in low else ():
        yield Absence(_level(plain[max(0, hit.start() - 40) : hit.end()]), "none", False, *hit.span())
    for pattern, extent, parts in _OTHERS:
        for hit in pattern.finditer(plain) if holds(low, parts) else ():
            own: Level = "people"
            if extent == "some":
                own = "controlled" if hit["controlled"] else "trial" if hit["trial"] else "people"
            yield Absence(own, extent, False, *hit.span())


_OTHERS: tuple[tuple[re.Pattern[str], Extent, tuple[str, ...]], ...] = (
    (_FEW, "few", ("limited", "few", "scarce", "spars", "minimal", "scant", "little")),
    (_ONLY, "animals-only", ("only", "entirely", "exclusiv", "solely", "purely", "all ")),
    (_MOSTLY, "animals-mostly", ("most", "mainly", "largely", "primarily", "predominantly", "majority", "nearly",
                                    "dominated", "bulk")),
    (_SOME, "some", ("tested", "studied", "investigated", "evaluated", "examined")),
)  # fmt: skip


def _level(text: str) -> Level:
    low = text.lower()
    if "placebo" in low or "plazebo" in low or "плацебо" in low or "double" in low or "doppel" in low:
        return "placebo"
    if "phase" in low:
        return "phase"
    if "controlled" in low or "randomi" in low or "rct" in low or "kontrolliert" in low:
        return "controlled"
    if "trial" in low or "испытан" in low or "klinische" in low or "клинич" in low:
        return "trial"
    return "people"
