"""Words and sentences: what a sentence is about, as stems that spelling and endings do not change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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
_LONGER = ("neurotro", "neurotra", "neuropro", "neuropat", "secondar")
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


@lru_cache(maxsize=256)
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


NEGATION = re.compile(
    r"\b(?:not|no|none|never|neither|nor|cannot|fail(?:s|ed)? to|doesn't|didn't|isn't|wasn't|don't|hasn't|не|нет)\b"
    r"(?!\s(?:just|only|merely|simply|solely)\b)",
    re.IGNORECASE,
)
CAME_TO_NOTHING = re.compile(
    r"\b(?:was|were|is|are|proved|came (?:out|back)|turned out)\s(?:\w+ly\s|also\s)?(?:negative|null|neutral|"
    r"inconclusive|unsuccessful)\b|"
    r"\bmissed\b|\bfailed\b",
    re.IGNORECASE,
)
"""Words by which a study is told to have shown nothing, without a negation."""
REFUTED = re.compile(
    r"\b(?:wrong(?:ly)?|incorrect(?:ly)?|erroneous(?:ly)?|misquot\w+|misprint\w*|mistak\w+|does not exist|no such|"
    r"untrace\w+|(?:not|cannot be|could not be) traced|myth|is false|are false|contradict\w*|not confirmed|fabricat\w+|"
    r"what\s?they\s?say|misattribut\w+|misnumber\w+|(?:has|have|with|gives?|naming) no (?:source|reference|citation)|"
    r"leads? nowhere|(?:cannot|could not|couldn't|can't) be found|citing nothing|"
    r"without (?:\w+ )?(?:a |any )?(?:source|reference|citation|journal)|"
    r"(?:citation|printing|labelling|transcription) errors?|errors? in the listing|swap(?:s|ped)|falsifi\w+|overlooks?|"
    r"fits (?:no|neither)|belongs to no|no record (?:of|supports?|shows?)|evidence withdrawn|"
    r"(?:claim|statement|figure) (?:is|was) withdrawn|not true that|is a guess|made up the|"
    r"ascribed|ошиб\w+|неверн\w+|не найден\w+)\b|"
    r"\|\s(?:false|fiction)\b",
    re.IGNORECASE,
)
"""Words by which a sentence reports a mistake instead of making it."""
_REFUTING = (
    "wrong", "theysay", "they say", "incorrect", "erron", "misquot", "misprint", "mistak", "not exist", "no such",
    "untrac", "traced", "myth", "false", "contradict", "not confirmed", "fabricat", "misattr", "misnumb", "no source",
    "ascribed", "nowhere", "be found", "citing nothing", "without ", "error", "swap", "falsif", "overlook", "fits n",
    "belongs to no", "no record", "withdrawn", "not true", "a guess", "made up",
    "no reference", "no citation", "ошиб", "неверн", "найден", "| f",
)  # fmt: skip


def holds(low: str, parts: Iterable[str]) -> bool:
    """Tell whether a text in lower case has one of some parts; far quicker than a pattern that may match anywhere."""
    for part in parts:  # noqa: SIM110 - a generator takes twice as long, and this is asked of every sentence
        if part in low:
            return True
    return False


@lru_cache(maxsize=16)
def refuted(plain: str) -> bool:
    """Tell whether a sentence reports a mistake instead of making it."""
    return holds(plain.lower(), _REFUTING) and REFUTED.search(plain) is not None


_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
MANY = 5
"""Words of four letters and more from which their capitals tell a title."""


def is_title(plain: str) -> bool:
    """Tell whether a text is written as the title of a paper or trial is: nearly every word with a capital."""
    found = _LONG_WORD.findall(plain) if "|" not in plain else []
    return len(found) >= MANY and sum(word[0].isupper() for word in found) >= 0.75 * len(found)


DISTINCT = re.compile(
    r"\b(?:unrelated|(?:completely|entirely|very|quite|two|three|wholly)\s(?:different|distinct|separate)|"
    r"(?:different|distinct|separate)\s(?:peptides?|molecules?|compounds?|substances?|proteins?|things?|entit\w+|from)|"
    r"(?:is|are)\snot\s(?:the same|identical|interchangeable|thymosin|an?\s|the\s)|not (?:to )?be confused|"
    r"(?:три|два|две|разные|различные) (?:разн\w+ )?(?:вещества|молекулы|пептида|пептиды)|не (?:следует |надо )?путать|"
    r"не тождествен\w+|no son lo mismo|não são (?:a mesma|o mesmo)|nicht (?:identisch|dasselbe|zu verwechseln))",
    re.IGNORECASE,
)
"""What tells that two things are two."""
_CLAUSE = re.compile(
    r"[;:]\s|\s-\s|\b(?:but|while|whereas|although|though|however|yet|а|но)\b|"
    r",\s(?=(?:and|so|which|who|it|this|that|nor)\b)",
    re.IGNORECASE,
)


def clauses(plain: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of every clause of a sentence, as far as commas and conjunctions tell."""
    start = 0
    for hit in _CLAUSE.finditer(plain):
        if hit.start() > start:
            yield start, hit.start()
        start = hit.end()
    if start < len(plain):
        yield start, len(plain)


def denied(plain: str, start: int, end: int) -> bool:
    """Tell whether the clause in which a stretch of text stands denies it."""
    for low, high in clauses(plain):
        if low <= start < high or low < end <= high:
            return NEGATION.search(plain, low, high) is not None
    return NEGATION.search(plain, start, end) is not None


_REGION = re.compile(
    r"\b(hippocamp|striat|cortex|cortical|amygdal|hypothalam|forebrain|cerebell|brainstem|serum|"
    r"plasma|retin|tendon|liver|"
    r"stomach|heart|kidney|spinal)\w*",
    re.IGNORECASE,
)


def regions(text: str) -> frozenset[str]:
    """Return the parts of the body that a text names, each by its beginning."""
    return frozenset(hit[1].lower()[:5] for hit in _REGION.finditer(text))
