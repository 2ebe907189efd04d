"""Citations in the forms people write: by author and year, and as lines of a reference list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from ...notation import people as authors
from ...notation.words import words


class Cited(NamedTuple):
    """A citation in a sentence: from `start` to `end`, the family names it gives, the year (0: none is given).

    `firm` tells that its form leaves no doubt that it is one; `bracketed` that it stands behind what it is cited for.
    `journal` is the journal printed between authors and year, `study` the name of a study cited by it.
    """

    start: int
    end: int
    families: tuple[str, ...]
    year: int
    firm: bool
    bracketed: bool
    journal: str = ""
    study: str = ""


UP = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶŁŃŅŇŐŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚА-ЯЁ"
NAME = (
    rf"(?:(?<!\w)(?:[vV]an|[vV]on|[dD]e|[dD]er|[dD]en|[dD]i|[lL]a)\s+){{0,2}}"
    rf"[{UP}](?:[^\W\d_]+(?:['\-](?!s\b)[^\W\d_]+)*|'[^\W\d_]+)"
)
INITIALS = rf"(?:,?\s+(?:[{UP}][a-z]?\.?[\s\-]?){{1,3}}(?![^\W\d_]))"
ETAL = (
    r"(?:,?\s+(?:et\.?\s+al\b\.?|et\s+coll?\b\.?|"
    r"(?:and|&)\s+(?:his\s+|her\s+)?(?:colleagues|co-?workers|others|associates|al\b\.?)|"
    r"(?:y|e|und|et|i|a|та|й)\s+(?:colaboradores|cols?\b\.?|otros|outros|[kK]ollegen|[mM]itarbeiter|collaborateurs|collègues|"
    r"colleghi|collaboratori|współpracown\w+|wsp\b\.?|kol\b\.?|spolupracov\w+|співавт\w*\.?|ін\b\.?|колег\w+)|"
    r"и\s+(?:соавт|др|колл|сътр|колег)\w*\.?))"
)
AND = r",?\s+(?:and|&|и)\s+"
_BEFORE_YEAR = r"(?:'s?)?[,.:;]?\s*(?:\[\d+(?:[,\s-]+\d+)*\])?[,.]?\s*(?:[(\[]\s*)?$"

_YEAR = re.compile(r"(?<![\d./\w-])((?:18|19|20)\d\d)([a-z])?(?![\w/]|-\d|\.\d|,\d{3})")
_SEVERAL = re.compile(
    rf"(?P<a>{NAME}){INITIALS}?(?:,\s*{NAME}{INITIALS}){{0,6}}{ETAL}"
    rf"(?P<said>\s+[^.;()\[\]]{{0,40}}\bin\s+$)?(?(said)|{_BEFORE_YEAR})"
)
_LIST = re.compile(
    rf"(?P<a>{NAME}){INITIALS}?(?:,\s*{NAME}{INITIALS}?){{0,4}}{AND}(?P<b>{NAME}){INITIALS}?{_BEFORE_YEAR}"
)
_SINGLE = re.compile(rf"(?P<a>{NAME})(?P<initials>{INITIALS})?{_BEFORE_YEAR}")
_WITH_JOURNAL = re.compile(
    rf"(?P<a>{NAME}){INITIALS}?{ETAL}[,:;·]?\s+(?:in\s+)?(?:the\s+)?(?:journal\s+)?"
    rf"(?P<journal>[{UP}][^\d,;()\[\]\"]{{1,70}}?)[,.]?\s*(?:in\s+)?[(\[]?$"
)
_TITLED_THUS = re.compile(
    rf"(?P<a>{NAME}){INITIALS}?(?P<sure>{ETAL})?(?:{AND}{NAME}{INITIALS}?)?:\s[^()]{{10,120}}\((?P<journal>[{UP}][^(),\d]{{3,60}}),\s$"
)
"""`McCoy et al: Title (Journal, 2013)`."""
_YEAR_FIRST = re.compile(
    rf"\s+(?:[a-z-]+\s+){{0,5}}by\s+(?:[a-z]+\s+)?(?:[A-Z][a-z]+\s+(?=[A-Z][a-z]+\s+and))?(?P<a>{NAME}){INITIALS}?(?P<more>{ETAL}"
    rf"|{AND}(?:[A-Z][a-z]+\s+(?=[A-Z]))?(?P<b>{NAME}))?"
)
_IN_YEAR = re.compile(
    rf",?\s+(?:[A-Z][a-z]+\s+(?=[A-Z][a-z]+\s+and\b))?(?P<a>{NAME})(?P<more>{ETAL}|{AND}(?P<b>{NAME}))(?!\s*[(\[,]?\s*\d)"
)
_PUBLISHED = re.compile(
    rf"(?P<a>{NAME}){INITIALS}?{ETAL}\s+in\s+(?:the\s+)?(?P<journal>[{UP}][\w&. ]{{3,70}}?)\s+in\s+$"
)
"""`was published by Eremin et al. in the Bulletin of ... in 2005`."""

_TWO_WITH_JOURNAL = re.compile(
    rf"(?P<a>{NAME}){INITIALS}{AND}(?P<b>{NAME}){INITIALS},\s+(?P<journal>[{UP}][^\d,;()\[\]\"]{{1,70}}?)[,.]?\s*$"
)
"""`Schoenenberger GA & Monnier M, PNAS 1977`."""
_JOURNALED = (_PUBLISHED, _WITH_JOURNAL, _TITLED_THUS, _TWO_WITH_JOURNAL)
_IN_A_JOURNAL = re.compile(
    rf"\.?,?\s(?:was\s)?(?:published\s)?in\s(?:the\s)?(?P<journal>[{UP}][\w&]{{2,20}}(?:\s(?:of|and|the|in|&|[{UP}][\w&]+)){{1,7}})"
    r"(?=[\s,.;:)]|$)"
)
"""`a 2006 study by Dolotov et al. in the Journal of Molecular Neuroscience`."""
WINDOW = 150
"""How many characters before a year its authors are looked for."""

_NO_NAMES = frozenset(
    """
    in since by during until between after before from the this that these see published updated accessed copyright
    version table figure fig eq no vol box january february march april may june july august september october november
    december jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn winter russia ukraine moscow usa us
    uk europe germany china kiev kyiv japan pubmed pmid doi cas fda ema who nature science lancet stroke brain journal
    research review study trial phase class section chapter part and as of on at to for with circa approx approved
    registered retrieved volume page pages edition about around although however while also when both early late mid
    neurosci pharmacol biol med sci res int bull lett rev exp clin kyoto london boston berlin geneva cochrane wada
    """.split()
)  # fmt: skip
_SMALL = frozenset("of and in the for de des der und et & i im".split())


@lru_cache(maxsize=65536)
def family_key(name: str) -> str:
    """Return a family name as it is compared: in any transliteration, hyphens and apostrophes aside."""
    return authors.skeleton("".join(words(name)))


def a_name(name: str) -> bool:
    """Tell whether a word can be the family name of an author."""
    folded = words(name)
    return bool(folded) and folded[0] not in _NO_NAMES and not (len(name) > 1 and name.isupper())


def a_journal(text: str) -> bool:
    """Tell whether words can be the name of a journal: each with a capital, but for small ones."""
    own = text.replace(".", ". ").split()
    return 0 < len(own) <= 9 and all(word[0].isupper() or word.lower() in _SMALL for word in own)


def citations(plain: str, known: Callable[[str], bool], other: Callable[[str], bool]) -> Iterator[Cited]:
    """Yield the citations of a sentence in order.

    `known` tells whether the dataset has an author of this family name, `other` whether a word is no name of an author.
    """
    last: Cited | None = None
    for year in _YEAR.finditer(plain):
        floor = last.end if last else 0
        found = _before(plain, year, floor, known, other) or _after(plain, year, known, other)
        near = found is None and last and year.start() - last.end < 8
        if near and last and re.fullmatch(r"[a-z]?\)?\s*(?:,|;|and|&)?\s*", plain[last.end : year.start()]):
            found = last._replace(start=year.start(), end=year.end(), year=int(year[1]))
        if found:
            yield found
            last = found


def _before(  # noqa: PLR0912 - one form after another
    plain: str, year: re.Match[str], floor: int, known: Callable[[str], bool], other: Callable[[str], bool]
) -> Cited | None:
    start = max(floor, year.start() - WINDOW)
    window = plain[start : year.start()]
    for pattern in (_SEVERAL, _LIST, _SINGLE, _PUBLISHED, _WITH_JOURNAL, _TITLED_THUS, _TWO_WITH_JOURNAL):
        if pattern in {_SEVERAL, *_JOURNALED} - {_TITLED_THUS} and not _MORE.search(window):
            continue
        if pattern is _TITLED_THUS and not (window.endswith(", ") and "(" in window):
            continue
        hit = pattern.search(window)
        while hit and (not a_name(hit["a"]) or other(hit["a"])):
            hit = pattern.search(window, hit.start() + 1)
        if not hit:
            continue
        second = hit["b"] if pattern is _LIST else None
        if second and (other(second) or not a_name(second)):
            continue
        journal = hit["journal"].strip() if pattern in _JOURNALED else ""
        if pattern in _JOURNALED and not a_journal(journal):
            continue
        if pattern in {_TITLED_THUS, _TWO_WITH_JOURNAL} and not hit.groupdict().get("sure") and not known(hit["a"]):
            continue
        begin = start + hit.start()
        bracketed = plain[max(0, begin - 8) : begin].rstrip(" ,").endswith(("(", "[", ";", "see", "e.g.", "cf."))
        opened = hit[0].rstrip().endswith(("(", "["))
        firm = pattern is _SEVERAL or pattern in _JOURNALED
        if pattern is _LIST:
            firm = bracketed or opened
        elif pattern is _SINGLE:
            firm = bool(hit["initials"]) and (bracketed or opened)
            if not known(hit["a"]) and not firm:
                continue
            if not (bracketed or opened or hit["initials"] or len(family_key(hit["a"])) >= 5):
                continue
        elif not firm and not known(hit["a"]):
            continue
        if pattern is _LIST and not firm and not known(hit["a"]):
            continue
        end = year.end()
        if opened and plain[end : end + 1] in {")", "]"}:
            end += 1
        first = _named(hit["a"], known) or hit["a"]
        begin += len(hit["a"]) - len(first)
        families = (first, second) if second else (first,)
        return Cited(begin, end, families, int(year[1]), firm, bracketed, journal)
    return None


_MORE = re.compile(
    r"\bet\.?\s|\bal\b|\b(?:and|&)\s|\bи\s|\b(?:y|e|und|i|a|та|й)\s(?:col|otr|out|[kK]oll|[mM]it|wsp|kol|sp|спів|ін|кол)"
)
_PARTICLE = re.compile(r"(?:[vV]an|[vV]on|[dD]e|[dD]er|[dD]en|[dD]i|[lL]a)\s+(?=\S)")


def _named(name: str, known: Callable[[str], bool]) -> str:
    """Return a family name without the `de` or `von` before it that is a word of the sentence, not of the name."""
    while not known(name) and (particle := _PARTICLE.match(name)):
        bare = name[particle.end() :]
        if known(bare):
            return bare
        name = bare if _PARTICLE.match(bare) else ""
    return name


def _after(plain: str, year: re.Match[str], known: Callable[[str], bool], other: Callable[[str], bool]) -> Cited | None:
    """Return a citation whose year comes first: `a 2001 study by Dolotov et al.`, `in 2006, Dolotov and colleagues`."""
    hit = _YEAR_FIRST.match(plain, year.end(), year.end() + 100)
    if not hit and plain[max(0, year.start() - 8) : year.start()].rstrip().lower().endswith("in"):
        hit = _IN_YEAR.match(plain, year.end(), year.end() + 60)
    if not hit or not a_name(hit["a"]) or other(hit["a"]):
        return None
    if not hit["more"] and not known(hit["a"]):
        return None
    families = (hit["a"], hit["b"]) if hit["b"] else (hit["a"],)
    behind = _IN_A_JOURNAL.match(plain, hit.end())
    journal = behind["journal"].strip() if behind and a_journal(behind["journal"].strip()) else ""
    return Cited(year.start(), hit.end(), families, int(year[1]), bool(hit["more"]), False, journal)


# -- lines of a reference list -----------------------------------------------------------------------------------------

STANDING_BEFORE = r"(?:[\[(*]{0,3}(?:RETRACTED|CORRECTED|EXPRESSION OF CONCERN)[\])*]{0,3}[.:]\s+)?"
"""What may stand before a reference and is not of it: how the work stands."""
_BULLET = (
    r"^\s*(?:(?:[-*+•‣–]|\[?\^?\d{1,4}\]?[.):]{0,2}|\[\^[\w.-]{1,60}\]:?)\s+|"
    r"\^\s*(?:[a-z](?:\s[a-z]\b)*\s|[a-z]{0,12}(?=[A-Z])))?"
    r"(?:(?:doi|PMC?ID):?\s?\S+\s+[·|,;-]\s+){0,3}"
    rf"{STANDING_BEFORE}"
)
_AUTHORS = re.compile(
    rf"{_BULLET}(?P<a>{NAME})(?P<initials>{INITIALS})?"
    rf"(?P<more>{ETAL}|(?:,\s*(?:&\s*|and\s+)?|{AND}){NAME}{INITIALS}?)*"
)
_NAMED_THUS = re.compile(r"[\s,.]*[(\[]?(?:18|19|20)\d\d[a-z]?[)\]]?\s*[.,:]\s+[\"'\[]?[A-ZА-Я]")
_CITES_NEXT = re.compile(rf"[.*_\s]{{1,5}}{NAME}\s\(?(?:19|20)\d\d\b")
"""`Position A. Kaeser 1984 reported`: what looked like an author is a label."""
_LOCATOR = re.compile(
    r"\b\d{1,4}\s*(?:\([^)]{1,12}\))?\s*:\s*[A-Za-z]?\d+|(?:18|19|20)\d\d\s*;\s*\d|\bdoi\b|"
    r"10\.\d{4,9}/|\bPM(?:ID|CID|C)\b|"
    r"\bpp?\.\s?\d|\bС\.\s?\d|\d+\([^)]{1,8}\)\s*,\s*\d+",
    re.IGNORECASE,
)
_LISTED_YEAR = (
    re.compile(r"\((?:[A-Z][a-z]{2,8}\s)?((?:18|19|20)\d\d)[a-z]?\b[^)]{0,12}\)"),
    re.compile(r"\b((?:18|19|20)\d\d)(?:\s+[A-Z][a-z]{2,8}(?:-[A-Z][a-z]{2,8})?(?:\s+\d{1,2})?)?\s*;"),
    re.compile(r"[.,]\s+((?:18|19|20)\d\d)\s*[.,:]"),
    re.compile(r"[a-z.]\s+((?:18|19|20)\d\d)\s+[A-Z][a-z]{2}\b"),
)
LONGEST_LINE = 1200
_NUMBERED_LINE = re.compile(r"\s*(?:\[\d|\[\^|\d{1,4}[.)\]]|\^)")


def reference_line(plain: str) -> Cited | None:
    """Return the citation of a reference list's line, or None when a block is no such line."""
    if len(plain) > LONGEST_LINE or not _YEAR.search(plain):
        return None
    head = _AUTHORS.match(plain)
    if not head or not a_name(head["a"]) or not (head["initials"] or _NAMED_THUS.match(plain, head.end())):
        return None
    if _CITES_NEXT.match(plain, head.end()):
        return None
    numbered = _NUMBERED_LINE.match(plain) is not None
    marked = numbered or head.start("a") > 0
    linked = head["initials"] and "pubmed" in plain.lower()
    if not _LOCATOR.search(plain) and not linked and not (numbered and head["initials"]):
        return None
    rest = plain[head.end() : head.end() + 3].lstrip()
    if rest and rest[0].islower() and not marked:
        return None
    for pattern in _LISTED_YEAR:
        year = pattern.search(plain)
        if year:
            break
    else:
        year = list(_YEAR.finditer(plain))[-1]
    start = head.start("a")
    end = len(plain.rstrip())
    return Cited(start, end, (head["a"],), int(year[1]), True, False)


def leading_authors(plain: str, end: int) -> tuple[int, str, bool] | None:
    """Return where the authors begin that stand right before a title, at `end`, the first family name, how sure it is.

    Initials or `et al.` leave no doubt that it is one.
    """
    start = max(0, end - 400)
    window = plain[start:end]
    hit = _LEADING.search(window)
    if not hit or not a_name(hit["a"]):
        return None
    return start + hit.start("a"), hit["a"], bool(hit["initials"] or hit["etal"])


_LEADING = re.compile(
    rf"(?:^|(?<=[\s|\"'(]))(?P<a>{NAME})(?P<initials>{INITIALS})?"
    rf"(?:(?:,\s*(?:&\s*|and\s+)?|{AND}){NAME}{INITIALS}?){{0,14}}(?P<etal>{ETAL})?"
    rf"[.,:]?\s*(?:\((?:[A-Z][a-z]{{2,8}}\s)?(?:18|19|20)\d\d[a-z]?\)|(?:18|19|20)\d\d[a-z]?)?[.,:]?\s*[\[\"'(]*$"
)

LOOKS_LISTED = re.compile(
    rf"{_BULLET}[\"'\[]?[{UP}].{{20,}}?(?:(?:18|19|20)\d\d\s*;\s*\d|"
    rf"\d{{1,4}}\s*\([^)]{{1,12}}\)\s*[:,]\s*\d|et al\.?.{{0,200}}(?:18|19|20)\d\d)"
)
"""What a line has that looks like a reference, whatever becomes of it."""


# -- numbers without a list --------------------------------------------------------------------------------------------

_NUMBERED = re.compile(
    r"\[\d{1,3}(?:\s*[-,]\s*\d{1,3})*\](?! \([A-Z][^()]{24}|\.(?:map|forEach|filter|includes|join|slice)\b)"
)
_LIST_HEADING = re.compile(r"references|bibliography|literature|citations|sources|литература|источники", re.IGNORECASE)
MANY_NUMBERS = 5
"""From how many different numbers on an article is taken to cite by number."""


def numbers_without_list(texts: Iterable[tuple[str, bool, bool]]) -> tuple[int, tuple[int, ...]] | None:
    """Return where an article that cites by number, and has no list that says what the numbers mean, first does so.

    `texts` are its sentences, each with whether it is a heading and whether it is a line of a reference list. The
    answer is the place among them and the numbers; None where the article has a list or does not cite by number.
    """
    first, numbers = -1, set()
    for place, (plain, heading, listed) in enumerate(texts):
        if listed or (heading and _LIST_HEADING.search(plain)):
            return None
        for hit in _NUMBERED.finditer(plain) if "[" in plain else ():
            numbers |= {int(number) for number in re.findall(r"\d+", hit[0])}
            first = place if first < 0 else first
    return (first, tuple(sorted(numbers))) if len(numbers) >= MANY_NUMBERS else None
