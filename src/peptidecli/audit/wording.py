"""Words and sentences: what a sentence is about, as stems that spelling and endings do not change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..notation.words import words

GENERIC = frozenset(
    """
    and the are its for has had was not but nor can who any all via our own too out one she him his her may did yet
    about above according acid action active activity acts administered administration after again against agent
    aged also amino among analog analogue animal animals another appear appeared approach article associated author
    authors available because become been before being belongs best between blind both brain brought called cases
    cause caused cell cells central certain cited citing class clinical colleagues common compared comparison compound
    compounds concentration conducted confirm confirmed  control controlled could course data days
    demonstrate demonstrated depend described design developed difference different documented does dose doses double
    down drug drugs during each early effect effective effects either enhance enhanced enhances et evidence examined
    expression fall fell fewer fifteen find finding findings first following found from gave gene general give given
    gives group groups have having healthy help helps high higher however human humans improve improved improves
    include including increase increased increases increasing indicate inhibit injection intranasal into investigated
    involve issue journal just known large largest last later led less lessened lessens level levels like line link
    literature low lower lowered lowers made main mainly make male man many mean measured mechanism medical men mice
    might model models month months more most mouse much nasal nature near nearly need new non normal noted number
    observed of often old one open option original other others outcome outcomes over page pages paper papers
    part participants particularly patient patients people peptide peptides per period person pharmacology placebo
    point positive possible potential present previous produce produced produces properties property protein
    protocol provide provided published raise raised raises randomised randomized rat rats rather readable accessible
    reduce reduced reduces reducing related report reported reports research researchers response result results review
    rise risen role rose same sample seen several show showed shown shows significant significantly similar since single
    site sites small some source species state stated still strain strains studied studies study subject subjects
    such suggest suggested suggests summarised summarized support supported synthetic system take taken term test
    tested tests than that their them then there these they this those three time times tissue title today together
    treated treatment trial trials two type under unlike until upon use used user users uses using value values
    various very volume volunteers was weeks well were what when where whether which while who whole with within
    without women work works would year years young behavior behaviour
    """.split()
)  # fmt: skip
"""Words that say nothing on what a study is about."""

_ALIKE = {"anxiol": "anxiet", "anxiou": "anxiet"}
_LONGER = ("neurotro", "neurotra", "secondar")
"""Beginnings of words that six letters would not tell from others."""
_ENDING = re.compile(r"(?:ed|es|(?<!s)s|e)$")
_SPELLING = (("ae", "e"), ("oe", "e"), ("our", "or"), ("ise", "ize"), ("isat", "izat"))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the beginning of a folded word that its endings and its British or American spelling do not change."""
    for british, american in _SPELLING:
        word = word.replace(british, american)
    if word.startswith(_LONGER):
        return word[:8]
    if len(word) > 4:
        word = _ENDING.sub("", word)
    cut = word[:6]
    return _ALIKE.get(cut, cut)


_GENERIC_STEMS = frozenset(stem(word) for word in GENERIC)


def stems(text: str) -> frozenset[str]:
    """Return the stems of the telling words of a text, and its numbers of two digits and more."""
    found = set()
    for word in words(text):
        if word.isdigit():
            if len(word) >= 2:
                found.add(word)
        elif len(word) >= 3 and word not in GENERIC:
            cut = stem(word)
            if cut not in _GENERIC_STEMS:
                found.add(cut)
    return frozenset(found)


_END = re.compile(r"[.!?][\"')\]]*\s+(?=[\"'(\[]?[A-ZÀ-ÞА-ЯЁ0-9])")
_NO_END = re.compile(
    r"(?:\bal|\bcoll|\be\.g|\bi\.e|\bvs|\bcf|\bca|\bapprox|\bFigs?|\bNo|\bvol|\bpp?|\bRef|\bDr|\bProf|\bSt|\bvon|"
    r"\bсоавт|\bдр|\bт\.\s?е|\bрис|(?<![\w-])[A-ZА-ЯЁ])\.$"
)


def sentences(plain: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of every sentence; abbreviations and initials do not end one."""
    start = 0
    for end in _END.finditer(plain):
        stop = end.start() + 1
        if _NO_END.search(plain, max(start, stop - 12), stop):
            continue
        yield from _parts(plain, start, stop)
        start = end.end()
    yield from _parts(plain, start, len(plain))


LONGEST = 1500
"""Characters after which a sentence is cut at a space: what is longer is no sentence, but a page without full stops."""


def _parts(plain: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    while stop - start > LONGEST:
        cut = plain.rfind(" ", start, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield start, cut
        start = cut + (plain[cut] == " ")
    if start < stop:
        yield start, stop


NEGATION = re.compile(
    r"\b(?:not|no|none|never|neither|nor|cannot|fail(?:s|ed)? to|doesn't|didn't|isn't|wasn't|don't|hasn't|не|нет)\b",
    re.IGNORECASE,
)
REFUTED = re.compile(
    r"\b(?:wrong(?:ly)?|incorrect(?:ly)?|erroneous(?:ly)?|misquot\w+|misprint\w*|mistak\w+|does not exist|no such|"
    r"untrace\w+|cannot be traced|could not be traced|myth|is false|are false|contradict\w*|not confirmed|fabricat\w+|"
    r"misattribut\w+|misnumber\w+|has no source|have no source|ascribed|ошиб\w+|неверн\w+)\b",
    re.IGNORECASE,
)
"""Words by which a sentence reports a mistake instead of making it."""
