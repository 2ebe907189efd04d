"""Residues: how many there are and which, in words, as the languages say it in which pages on peptides are written."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..dataset.model import Sequence
from ..notation.numerals import ONES

_PREFIXES = {
    "di": 2,
    "tri": 3,
    "tetra": 4,
    "penta": 5,
    "hexa": 6,
    "hepta": 7,
    "octa": 8,
    "okta": 8,
    "octo": 8,
    "nona": 9,
    "deca": 10,
    "deka": 10,
    "undeca": 11,
    "undeka": 11,
    "dodeca": 12,
    "dodeka": 12,
    "trideca": 13,
    "tetradeca": 14,
    "pentadeca": 15,
    "pentadeka": 15,
    "hexadeca": 16,
    "ди": 2,
    "три": 3,
    "тетра": 4,
    "пента": 5,
    "гекса": 6,
    "гепта": 7,
    "окта": 8,
    "нона": 9,
    "дека": 10,
    "ундека": 11,
    "додека": 12,
    "пентадека": 15,
}
_WORDS = {
    2: "two deux dos dois due zwei dwóch dwie dvou dvoch двух",
    3: "three trois tres três tre drei trzech trzy tří troch tři трёх трех три трьох",
    4: "four quatre cuatro quatro quattro vier czterech cztery čtyř čtyři štyroch четырёх четырех четыре чотирьох",
    5: "five cinq cinco cinque fünf pięciu pięć pěti pět piatich пяти пять",
    6: "six seis sei sechs sześciu sześć šesti šest šiestich шести шесть",
    7: "seven sept siete sete sette sieben siedmiu siedem sedmi sedm siedmich семи семь семь",
    8: "eight huit ocho oito otto acht ośmiu osiem osmi osm ôsmich восьми восемь",
    9: "nine neuf nueve nove neun dziewięciu dziewięć devíti devět deviatich девяти девять",
    10: "ten dix diez dez dieci zehn dziesięciu deseti десяти",
    11: "eleven onze once undici elf jedenastu одиннадцати",
    15: "fifteen quinze quince quindici fünfzehn piętnastu piętnaście patnácti pätnástich пятнадцати пятнадцать",
    17: "seventeen dix-sept diecisiete dezessete siebzehn siedemnastu семнадцати",
    28: "twenty-eight vingt-huit veintiocho achtundzwanzig двадцати-восьми",
    43: "forty-three quarante-trois dreiundvierzig",
}
_NUMERALS = {word: count for count, words in _WORDS.items() for word in words.split()}
_UNITS = (
    r"amino[- ]?acids?(?:[- ]residues?)?|amino-?acid(?:es|i)|residues?|AA\b|aa\b|building blocks|"
    r"aminoácidos?|aminoacidos?|amminoacidi|amminoacidic\w+|acides?[- ]aminés|aminosäuren?|aminokwas\w*|"
    r"aminokysel[ií]n\w*|aminozuren|"
    r"resíduos|residuos|résidus|aminoacizi|аминокислот\w*|амінокислот\w*"
)
OF_A_PARENT = re.compile(r"\s(?:derivative|mimetic)s?\b(?! of)|-(?:derived|based)\b")
"""What makes of a number of residues that of the parent: `a hexapeptide derivative`."""
COUNTED = re.compile(
    rf"\b(?P<word>{'|'.join(sorted(_PREFIXES, key=len, reverse=True))})-?(?:p[eé]pt[iíy]d\w{{0,4}}|"
    rf"пептид\w{{0,3}})\b(?!-\d)|"
    rf"(?<![\w.,])(?P<number>\d{{1,2}}|{'|'.join(sorted(_NUMERALS, key=len, reverse=True))})(?:-?(?:ти|ми|х|ю))?[- ]?"
    rf"(?:linked\s|consecutive\s|natural\s|L-)?(?:{_UNITS}|mers?)(?!\w)|"
    r"(?P<dense>\d{1,2}|十[一二三四五六七八九]?|[二三四五六七八九])(?:(?:个|個)?(?:氨基酸|胺基酸|アミノ酸)(?:残基)?|残基|肽|胜肽)",
    re.IGNORECASE,
)
"""A number of residues: `heptapeptídeo`, `15 aminokwasów`, `four amino acids`, `7-ми аминокислот`."""


_COUNTS = ONES | _NUMERALS


def number_of(hit: re.Match[str]) -> int:
    """Return how many residues are counted by the `word` of a match, as `hepta`, or by its `number`."""
    if hit["word"]:
        return _PREFIXES[hit["word"].lower()]
    text = hit.groupdict().get("dense")
    if text:
        tens = 10 if text[0] == "十" else 0
        return int(text) if text.isdecimal() else tens + ("一二三四五六七八九".find(text[-1]) + 1)
    return _COUNTS.get(hit["number"].lower()) or int(hit["number"])


_RESIDUE = re.compile(r"amino|adamant", re.IGNORECASE)


def counts_as(sequence: Sequence, count: int) -> bool:
    """Tell whether a sequence may be said to have so many residues: one that caps an end may be counted or not."""
    length = len(sequence.residues)
    capped = _RESIDUE.search(f"{sequence.n_terminus} {sequence.c_terminus}") is not None or "X" in sequence.residues
    other = f"{count}" in re.findall(r"(?<!\w)\d+(?!\w)", sequence.note or "") and count == length + 1
    return count == length or (count == length + 1 and (capped or other))


# -- which ---------------------------------------------------------------------------------------------------------

_ACID = r"(?:[ -]?(?:acid|кислот\w+|säure))?"
_BEFORE_ACID = r"(?:[aá]cido? |acide |kwas\w* |kyselin\w* )?"
_NAMES = {
    "E": rf"{_BEFORE_ACID}(?:glutam(?:ic|ique|ico|in(?=säure)|inow\w+|ov\w+|át?ov\w*)|glutámic[ao]|glutâmic[ao]|"
    rf"глутаминов\w+){_ACID}|"
    r"glutamat\w*|glutamyl|глутамат\w*|глутамил\w*|glutammic[ao]",
    "D": rf"{_BEFORE_ACID}(?:aspart(?:ic|ique|ico)|aspártic[ao]|asparagin(?=säure)|asparaginow\w+|asparagov\w+|"
    rf"asparágov\w*|"
    rf"аспарагинов\w+|аспарагинов\w+){_ACID}|aspartat\w*|aspartyl|аспартат\w*|аспартил\w*|аспарагил\w*",
    "Q": r"glutamin[ea]?|glutamina|глутамин(?:а|ом|у)?",
    "N": r"asparagin[ea]?|asparagina|аспарагин(?:а|ом|у)?",
    "F": r"(?:ph|f)[ey]n[iy]l[ao]l[ao]nin\w*|fenilalanin\w*|(?:ph|f)enylalanyl|фенилаланин\w*|фенилаланил\w*|"
    r"fenyloalanin\w*",
    "A": r"alanin\w*|alanyl|аланин\w*|аланил\w*",
    "R": r"arginin\w*|arginyl|аргинин\w*|аргинил\w*|arhinin\w*",
    "G": r"gl[yi]cin\w*|gl[yi]cyl|glicocol\w*|глицин\w*|глицил\w*|гліцин\w*",
    "H": r"histidin\w*|histidyl|гистидин\w*|гистидил\w*|histydyn\w*",
    "I": r"isoleucin\w*|izoleuc\w*|изолейц\w*",
    "L": r"leucin\w*|leucyl|leucyn\w*|лейцин\w*|лейцил\w*",
    "K": r"l[yi][sz][iy]n\w*|lysyl|лизин\w*|лизил\w*|лізин\w*",
    "M": r"m[ei]th?ion[iy]n\w*|methionyl|метионин\w*|метионил\w*",
    "P": r"prol[iy]n\w*|prolyl|пролин\w*|пролил\w*|пролін\w*",
    "S": r"ser[iy]n\w*|seryl|серин\w*|серил\w*",
    "T": r"th?reon[iy]n\w*|threonyl|треонин\w*|треонил\w*",
    "W": r"tr[yi](?:pt|ptof|ptoph)[ao]\w*|tryptofan\w*|триптофан\w*",
    "Y": r"t[iy]r[oó][sz][iy]n\w*|tyrosyl|тирозин\w*|тирозил\w*",
    "V": r"[vw]al[iy]n\w*|valyl|валин\w*|валил\w*",
}
_NAMED = re.compile(
    "|".join(rf"(?P<{letter}>(?<![^\W\d_])(?:{text})(?![^\W\d_]))" for letter, text in _NAMES.items()), re.IGNORECASE
)
_JOINT = re.compile(r"\s?(?:[-–—,;/+]|\b(?:and|e|y|und|et|i|a|и|та|oraz|en)\b|,\s(?:and|e|y|und|et|и))\s?(?:L-|D-|l-)?")
_SIGNS = (
    "anin",
    "anyl",
    "anil",
    "glyc",
    "glic",
    "глиц",
    "гліц",
    "prol",
    "прол",
    "аланин",
    "аланил",
    "glut",
    "глут",
    "lys",
    "lizyn",
    "lisin",
    "лиз",
    "threon",
    "treon",
    "треон",
)
FEWEST = 3
"""Residues from which a list of their names may say which a compound has."""


class Chain(NamedTuple):
    """Names of residues that stand one behind the other: from `start` to `end`, in one letter each.

    `ordered` tells that hyphens join them, which is an order; commas make a list.
    """

    start: int
    end: int
    residues: str
    ordered: bool


def chains(plain: str, low: str) -> list[Chain]:
    """Return the chains and lists of residues that a text names in words."""
    if not any(sign in low for sign in _SIGNS):
        return []
    found: list[Chain] = []
    run: list[tuple[int, int, str]] = []
    joints: list[str] = []

    def close() -> None:
        if len(run) >= FEWEST:
            ordered = all(joint.strip() in {"-", "–", "—"} for joint in joints)
            found.append(Chain(run[0][0], run[-1][1], "".join(letter for *_, letter in run), ordered))

    for hit in _NAMED.finditer(plain):
        between = plain[run[-1][1] : hit.start()] if run else ""
        if run and _JOINT.fullmatch(between):
            joints.append(between)
        elif run:
            close()
            run, joints = [], []
        run.append((hit.start(), hit.end(), hit.lastgroup or ""))
    close()
    return found
