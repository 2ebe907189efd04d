"""A line of a reference list, read into its fields: Vancouver, APA, GOST R 7.0.5, and titles in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...notation.identifiers import doi_in
from .blocks import Entry
from .citations import STANDING_BEFORE, a_name
from .printed import place_of

LONGEST = 1500
"""Characters beyond which a line is no reference."""
_UP = "A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁȘȚ"
_BULLET = re.compile(
    r"\s*(?:[-*+•]\s+|\[\^?[\w.-]{1,60}\]:?\s*|\^?\d{1,4}\s?[.):]\s*|\(\d{1,4}\)\s*)?" + STANDING_BEFORE
)
_FAMILY = (
    rf"(?:(?:[vV][ao]n|[dD]e[rnl]?|[dD]i|[lL][ae]|[eE]l|[aA]l)[\s-])*[{_UP}][^\W\d_]*(?:['\-]{{1,2}}[^\W\d_]+)*"
    rf"(?:\s(?![{_UP}]{{2,3}},)[{_UP}][^\W\d_]+(?:-[^\W\d_]+)*)?"
)
_DOTTED = (
    rf"[{_UP}][a-zа-я]?\.(?:(?:[\s-]{{0,2}}|\s(?:del?|d[aio]s?)\s)[{_UP}][a-zа-я]?\.|-[a-zа-я]\.|"
    rf"\s[a-z]\.(?=\s[{_UP}]\.)){{0,4}}"
)
"""`J.-P.`, `C.-h.`, `M. del C.`: what stands behind a hyphen may be small, and so what is no name by itself."""
_INITIAL = rf"(?:[KSCZ]h|Ts|Y[auoe]|[{_UP}])"
_BARE = (
    rf"{_INITIAL}(?:[\s-]?{_INITIAL}){{0,4}}(?:\s(?:del?|de\sla|d[aio]s?)\s{_INITIAL}(?![^\W_]))?"
    r"(?:\s(?:Jr|Sr|I{2,3}))?(?![^\W_])"
)
_SEPARATOR = r"(?:\s*[,;]\s*(?:&|and|и|…|\.{3})?\s*|\s+(?:&|and|и)\s+)"
"""What stands between two authors; before the last of very many, in APA style, three dots."""
_ETAL = re.compile(r"[,;]?\s*(?:\[?\s?(?:et\.?\sal|и\sдр|and\sothers|и\sсоавт)\.?\s?\]?\.?)", re.IGNORECASE)
_PERSON = re.compile(rf"(?P<family>{_FAMILY})(?:,\s|\s)(?P<given>{_DOTTED}|{_BARE})(?:,\s(?:Jr|Sr)\b\.?)?")
_GIVEN_FIRST = re.compile(rf"(?P<given>{_DOTTED})\s?(?P<family>{_FAMILY})(?=\s*(?:[,;.:(&]|(?:and|и|et)\b|$))")
_YEAR = r"(?P<year>(?:18|19|20)\d\d)"

# -- the place, by style ---------------------------------------------------------------------------------------------

_ISSUE = r"(?:\s?\((?P<issue>[^()]{1,24})\))?"
_PAGES = r"(?P<page>[A-Za-z]{0,3}\d[\w.]*(?:\s?-\s?[A-Za-z]?\d[\w.]*)?)"
_NUMBER = r"[A-Za-z]{0,3}\d[\w.]*(?:-[A-Za-z]?\d[\w.]*)?"
"""The pages, or the number of an article, of a journal that is cited without its volume: `2023:1288718`."""
_VANCOUVER = re.compile(
    rf"[.,]?\s{_YEAR}(?:\s[A-Z][a-z]{{2,8}}\.?(?:-[A-Z][a-z]{{2,8}})?(?:\s\d{{1,2}})?)?"
    rf"(?:\s?;\s?(?P<volume>\d{{1,4}})?{_ISSUE}(?:\s?:\s?{_PAGES})?|:(?P<number>{_NUMBER}))?(?=[.;,\s]|$)"
)
_APA_YEAR = re.compile(rf"\s?\({_YEAR}[a-z]?(?:,\s[^()]{{1,20}})?\)[.:,]?\s")
_APA_PLACE = re.compile(
    rf",\s(?=\d|\(\d{{1,4}}\),)(?P<volume>\d{{1,4}})?{_ISSUE}(?:[,:]\s?(?:pp?\.\s?)?{_PAGES})?\s?(?=\.|$|\s)"
)
_APA_PAGE = re.compile(rf",\s{_PAGES}\.?$")
_BEHIND = r"(?:(?<=[^\W\d_])|(?<=[^\W\d_]\.))"
_PLACE_ALONE = re.compile(rf"{_BEHIND}\s(?P<volume>\d{{1,4}}){_ISSUE}\s?[:,]\s?{_PAGES}\.?$")
"""The place that ends a line whose year stands before its title: `Brain Res. 1117: 54-60.`"""
_PLACES_LAST = (
    re.compile(rf"{_BEHIND}\s(?P<volume>\d{{1,4}}){_ISSUE},\s{_PAGES}\s\({_YEAR}\)\.?$"),
    re.compile(rf"{_BEHIND}\s{_YEAR},\s(?P<volume>\d{{1,4}}){_ISSUE},\s{_PAGES}\.?$"),
    re.compile(rf"{_BEHIND}\s(?P<volume>\d{{1,4}})\s\({_YEAR}\),?\s{_PAGES}\.?$"),
)
"""The place that ends a line as Nature, MDPI and Elsevier have it: `1117, 54-60 (2006)`, `2006, 1117, 54-60`."""
_GOST_FIELDS = {
    "volume": re.compile(r"\b(?:Т|T|Vol|V|Bd)\.\s?(\d{1,4})"),
    "issue": re.compile(r"(?:№|\bNo\.?|\bN\.?|\bВып\.|\bIss\.)\s?([\w/]+(?:-\d+)?(?:\s?\([^()]{1,12}\))?)"),
    "page": re.compile(r"\b(?:С|C|P|Pp|S|pp)\.\s?([A-Za-z]{0,3}\d[\w.]*(?:\s?-\s?[A-Za-z]?\d[\w.]*)?)"),
}
_PLACE_BEGINS = re.compile(r"\s*(?:(?:18|19|20)\d\d\b|(?:Т|Vol|№|Вып|С|P)\.?\s?\d)")
_PMID = re.compile(r"(?:\bPMID\W{0,3}|europepmc\.org/\w{6,9}/(?:MED|med)/)(\d{4,9})")
_PMCID = re.compile(r"\bPMC\d{4,9}\b")
_FIRST_NUMBER = re.compile(r"\bdoi\b|https?://|\bPMC?ID\b|\b10\.\d{4,9}/|\bPMC\d", re.IGNORECASE)


class Listed(NamedTuple):
    """A line in its fields. Where its title is empty, `body` is title and journal, which a full stop divides."""

    entry: Entry
    start: int
    body: str = ""


def listed(plain: str) -> Listed | None:
    """Return a line of a reference list in its fields, or None where it is in no style that is known here."""
    if not 40 <= len(plain) <= LONGEST:
        return None
    begin = _BULLET.match(plain)
    start = begin.end() if begin else 0
    found = _gost(plain, start) or _quoted(plain, start) or _apa(plain, start) or _vancouver(plain, start)
    found = found or _placed_last(plain, start)
    found = _without_given_names(found) if found else None
    return found if found and _is_one(found, plain) else None


_GIVEN_NAMES = re.compile(r"(?:[A-ZА-ЯЁ][\w'-]*,?\s){1,20}et al[.,]{0,2}\s+(?=\S)")


def _without_given_names(found: Listed) -> Listed:
    """Return a line whose names stand in full, `Guekht Alla, Vester Johannes, et al.`, with its title alone as body."""
    names = _GIVEN_NAMES.match(found.body)
    if not names:
        return found
    return found._replace(body=found.body[names.end() :], entry=found.entry._replace(more_authors=True))


def _is_one(found: Listed, plain: str) -> bool:
    """Tell whether a line is a reference and no sentence that begins like one."""
    entry = found.entry
    begins = found.body or entry.title
    if not begins or (begins[0].islower() and not (entry.volume and entry.page)):
        return False
    if alone(entry):
        placed = entry.doi or entry.pmid or (entry.volume and entry.page)
        prose = not (placed or entry.title) and _AS_IN_PROSE.match(plain, found.start)
        divided = entry.title or next(divisions(found.body), None)
        return len(plain) <= LONGEST_BARE and not prose and divided is not None
    if entry.title or entry.volume or entry.page or entry.doi or entry.pmid:
        return bool(entry.title or next(divisions(found.body), None))
    return "," in entry.authors[0] and len(plain) < LONGEST_BARE and next(divisions(found.body), None) is not None


_AS_IN_PROSE = re.compile(r"[\w-]+\s?\((?:18|19|20)\d\d[a-z]?\)[.:,]?\s(?![\"“«'‘])")
"""A name and a year in brackets as a sentence begins with them too: `Kaplan (1996)`, and not `Kaplan. (1996).`."""


def alone(entry: Entry) -> bool:
    """Tell whether all that stands for the authors of an entry is one word, which may be a family name."""
    return len(entry.authors) == 1 and not entry.more_authors and not set(entry.authors[0]) & {",", " "}


LONGEST_BARE = 500
"""Characters beyond which a line with neither volume nor number is no reference."""


def divisions(body: str) -> Iterator[tuple[str, str]]:
    """Yield the ways in which title and journal can be divided, the longest journal first, without a remark last."""
    places = [(body[: hit.start()].rstrip("."), body[hit.end() :]) for hit in re.finditer(r"(?<=[.?!])\s+", body)]
    for title, journal in places:
        if _a_name(journal):
            yield title, journal.strip(" .,")
    for title, journal in places:
        name, stop, _ = journal.rpartition(". ")
        if stop and _a_name(name):
            yield title, name.strip(" .,")


_SMALL = frozenset("of and in for the on & de des der und et i im imeni la le a".split())


def _a_name(journal: str) -> bool:
    """Tell whether words can be the name of a journal, in full or abbreviated."""
    own = _ISSN.sub("ISSN", journal).replace(".", ". ").split()
    small = own[:1] and own[0].lower() in _SMALL - {"the"} and own[:2] not in _SMALL_FIRST
    if not 0 < len(own) <= LONGEST_NAME or small or own[0].islower():
        return False
    return all(word[0].isalpha() or word[0] in '&-("' for word in own)


_SMALL_FIRST = (["In", "Vivo"], ["In", "Vitro"])
"""What journals begin with whose first word is a small one."""
LONGEST_NAME = 16
_ISSN = re.compile(r"\bISSN:?\s\d{4}-\d{3}[\dX]")
"""By its number a journal is called whose name nobody has seen."""


# -- styles ----------------------------------------------------------------------------------------------------------


def _gost(plain: str, start: int) -> Listed | None:
    left, slashes, right = plain[start:].partition(" // ")
    if not slashes:
        return None
    names = _byline(left, 0)
    if names is None:
        return None
    authors, more, end = names
    # What stands behind `/` are the authors once more.
    title = left[end:].partition(" / ")[0].strip(" .,")
    right = right[: _numbers_at(right)]
    parts = re.split(r"\.?\s-\s", right)
    parts = parts if len(parts) > 1 else re.split(r"[.,]\s(?=(?:18|19|20)\d\d\b|Т\.|Vol\.|№)", right)
    year = next((hit for part in parts[1:] if (hit := re.match(r"\s*((?:18|19|20)\d\d)\b", part))), None)
    if not title or not year:
        return None
    named = next(at for at, part in enumerate(parts) if at and _PLACE_BEGINS.match(part))
    place = " - ".join(parts[named:])
    found = {name: hit[1].strip(". ") for name, pattern in _GOST_FIELDS.items() if (hit := pattern.search(place))}
    return Listed(_entry(plain, authors, more, year[1], found, title, " - ".join(parts[:named]).strip(" .")), start)


def _quoted(plain: str, start: int) -> Listed | None:
    """Return a line whose title stands between quotation marks: Harvard, IEEE, and MLA and Chicago with initials."""
    names = _byline(plain[start:], 0)
    hit = _TITLE_QUOTED.match(plain, start + names[2]) if names else None
    if names is None or hit is None:
        return None
    rest = plain[hit.end() :]
    rest = rest[: _numbers_at(rest)].strip(" .,")
    named = _JOURNAL_ENDS.search(rest)
    journal, behind = (rest[: named.start()], rest[named.start() :]) if named else (rest, "")
    years = re.findall(r"(?<![\d-])(?:18|19|20)\d\d(?![\d-])", _STANDING.split(behind)[0])
    year = hit["year"] or (years[-1] if years else "")
    if not year or not _a_name(journal):
        return None
    place = place_of(f", {behind.strip(' .,')}")
    alone = None if place.volume else _PAGES_NAMED.search(behind)
    found = {"volume": place.volume, "issue": place.issue, "page": place.page or (alone["page"] if alone else "")}
    title = (hit["title"] or hit["single"]).strip(" .,")
    if not named:  # A remark may stand behind the journal.
        return Listed(_entry(plain, *names[:2], year, found), start, f"{title}. {journal}")
    return Listed(_entry(plain, *names[:2], year, found, title, journal.strip(" .,")), start)


_TITLE_QUOTED = re.compile(
    rf"[.,]?\s?(?:\({_YEAR}[a-z]?\)[.,:]?\s|(?<=\s))(?:[\"“«](?P<title>[^\"”»]{{10,400}})[\"”»]|"
    r"['‘](?P<single>.{10,400}?)['’](?=[,.]\s))[,.]?\s"
)
_JOURNAL_ENDS = re.compile(r"(?<!ISSN)(?<!ISSN:)[,.]?\s\(?\d|,?\s(?:[Vv]ol|[Nn]o|pp?|[Ii]ss(?:ue)?)\b|,\s\(")
"""What follows the name of a journal."""
_STANDING = re.compile(r"\.\s(?:Corrected|Retracted|Expression of concern)\b")
"""How the standing of a work is said behind it, with a year of its own."""
_PAGES_NAMED = re.compile(rf"\bpp?\.\s?{_PAGES}")


def _apa(plain: str, start: int) -> Listed | None:
    year = _APA_YEAR.search(plain, start, start + LONGEST)
    if not year:
        return None
    before = plain[start : year.start()]
    names = _byline(before, 0)
    if names is None or names[2] < len(before.rstrip(" .,")):
        return None
    rest = plain[year.end() :]
    rest = rest[: _numbers_at(rest)].strip()
    places = list(_APA_PLACE.finditer(rest))
    place = next((hit for hit in places if not rest[hit.end() :].strip(" .")), places[-1] if places else None)
    place = place or _PLACE_ALONE.search(rest.strip()) or _APA_PAGE.search(rest)
    body = rest[: place.start()] if place else rest.rstrip(" .")
    found = {name: value or "" for name, value in (place.groupdict() if place else {}).items()}
    return Listed(_entry(plain, *names[:2], year["year"], found), start, body.strip())


def _behind_names(plain: str, start: int) -> tuple[tuple[str, ...], bool, str] | None:
    """Return the authors that a line begins with, whether there are more, and what follows up to the first number."""
    names = _byline(plain[start:], 0)
    if names is None:
        return None
    authors, more, end = names
    rest = plain[start + end :]
    return authors, more, rest[: _numbers_at(rest)]


def _vancouver(plain: str, start: int) -> Listed | None:
    named = _behind_names(plain, start)
    if named is None or not (named[2].startswith((".", " ")) or named[1]):
        return None
    authors, more, rest = named
    rest = rest.lstrip(". ")
    places = list(_VANCOUVER.finditer(rest))
    place = next((hit for hit in places if hit["volume"] or hit["page"] or hit["number"]), None) or next(
        (hit for hit in reversed(places) if _REMARK.fullmatch(rest, hit.end())), None
    )
    if place is None:
        return None
    found = {name: value or "" for name, value in place.groupdict().items()}
    year, number = found.pop("year"), found.pop("number").rstrip(".")
    found["page"] = found["page"] or number
    return Listed(_entry(plain, authors, more, year, found), start, rest[: place.start()].strip())


def _placed_last(plain: str, start: int) -> Listed | None:
    named = _behind_names(plain, start)
    if named is None:
        return None
    authors, more, rest = named
    rest = rest.strip().lstrip(".,: ")
    place = next(filter(None, (style.search(rest) for style in _PLACES_LAST)), None)
    if place is None:
        return None
    found = {name: value or "" for name, value in place.groupdict().items()}
    return Listed(_entry(plain, authors, more, found.pop("year"), found), start, rest[: place.start()].strip())


_REMARK = re.compile(r"[\s.]*(?:[A-Z][^\d.]{3,40}\.?)?\s*")
"""What may stand behind the year that ends a line: nothing, or a word on the work, `Author list incomplete.`"""


def _numbers_at(text: str) -> int:
    hit = _FIRST_NUMBER.search(text)
    return hit.start() if hit else len(text)


def _entry(
    plain: str, authors: tuple[str, ...], more: bool, year: str, place: dict[str, str],
    title: str = "", journal: str = "",
) -> Entry:  # fmt: skip
    pmid, pmcid = _PMID.search(plain), _PMCID.search(plain)
    return Entry(
        key="", authors=authors, more_authors=more, year=year, title=title, journal=journal,
        volume=place.get("volume", ""), issue=place.get("issue", ""),
        page=re.sub(r"\s", "", place.get("page", "")).rstrip("."),
        doi=doi_in(plain), pmid=pmid[1] if pmid else "", pmcid=pmcid[0] if pmcid else "",
    )  # fmt: skip


def _byline(text: str, start: int) -> tuple[tuple[str, ...], bool, int] | None:
    """Return the authors that a text begins with, whether there are more, and where they end."""
    found: list[str] = []
    place = start
    while place < len(text):
        group = _GROUP.match(text, place)
        hit = None if group else _PERSON.match(text, place) or _GIVEN_FIRST.match(text, place)
        if hit:
            family, _, russian = hit["family"].rpartition(" ")
            if family and russian in _RUSSIAN_INITIALS:
                found.append(f"{family}, {russian[0]}. {_initials(hit['given'])}")
            else:
                found.append(f"{hit['family']}, {_initials(hit['given'])}")
            place = hit.end()
        elif group := group or _ALONE.match(text, place):
            found.append(group[0].strip())
            place = group.end()
        elif not found and (single := _SURNAME.match(text, place)) and a_name(single[0]):
            return (single[0],), False, single.end()
        else:
            break
        others = _ETAL.match(text, place)
        if others:
            return tuple(found), True, others.end()
        parted = re.compile(_SEPARATOR).match(text, place)
        if not parted or not (_PERSON.match(text, parted.end()) or _GIVEN_FIRST.match(text, parted.end())
                              or _GROUP.match(text, parted.end())):  # fmt: skip
            break
        place = parted.end()
    return (tuple(found), False, place) if found else None


_RUSSIAN_INITIALS = frozenset("Ya Yu Yo Ye Ia Iu Ja Ju Zh Kh Ch Sh Ts".split())
"""Initials that are one letter in Russian: `Panikratova Ya R`."""


def names_of(text: str) -> tuple[tuple[str, ...], bool] | None:
    """Return the authors that a text is a list of, and whether there are more; None where it is one name or no list."""
    bare = text.strip(" .,;")
    found = _byline(bare, 0)
    if found is None or bare[found[2] :].strip(" .,;") or not (len(found[0]) > 1 or found[1]):
        return None
    return found[:2]


def parted(text: str) -> list[str]:
    """Return the names of a cell or field, each `Family, Given` or as it stands; "et al." is none of them.

    Semicolons divide names before all else, then an "and" between names that have commas in them, as in BibTeX.
    """
    bare = _ETAL_AT_END.sub("", " ".join(text.split())).strip(" .,;")
    if ";" in bare:
        names = bare.split(";")
    elif _BETWEEN_COMMAS.search(bare):
        names = re.split(r"\s+and\s+", bare)
    elif _ONE_NAME.fullmatch(bare) and not _GROUP.match(bare):
        names = [bare]
    else:
        names = re.split(r"\band\b|\s&\s|,(?=\s*[A-Z][^,\s.][^,]*\s[A-Z]{1,3}\b)", bare)
    named = (re.sub(r"^(?:and|&)\s+", "", name.strip(" ,")) for name in names)
    return [_INITIALS_BEHIND.sub(r"\1, \2", name) for name in named if name]


_ETAL_AT_END = re.compile(r"[,;]?\s*\bet\.?\s+al\b\.?\s*$", re.IGNORECASE)
_ONE_NAME = re.compile(
    rf"(?:(?:[a-z]{{1,3}}|[dDlL]['’]?)[\s'’-]){{0,3}}[{_UP}][^\W\d_]+(?:['’-][^\W\d_]+|\s[{_UP}][^\W\d_]+){{0,2}},"
    rf"\s?[{_UP}][^\W\d_]+(?:[\s-][{_UP}][^\W\d_]+){{0,2}}(?:\s[{_UP}](?:\.[\s-]?[{_UP}]){{0,3}}){{1,2}}"
)
"""`Dolotov, Oleg V`: one author, of whom a given name stands in full, without the full stop behind the last initial.

In `Dolotov OV, Karpenko EA` what stands before the comma has initials of its own.
"""
_BETWEEN_COMMAS = re.compile(r",[^,;]{1,60}?\s+and\s+[^,;]{1,60},")
_INITIALS_BEHIND = re.compile(r"^([^,]+?) ((?:[A-Z]\.?-?){1,5})$")


_GROUP = re.compile(
    rf"(?:[{_UP}][\w()'-]*\s){{0,9}}(?:[Ii]n\s[{_UP}]\w+\s)?(?:\([A-Z]+\)\s)?(?:Investigators|Group|Collaborat\w+|Consortium|Committee|Team)"
)


_ALONE = re.compile(rf"[{_UP}][^\W\d_]+(?:-[^\W\d_]+)?(?=[,;]?\s\[?(?:et\.?\sal|и\sдр)\b)")
"""A family name without initials, which only `et al.` behind it tells to be one."""


_SURNAME = re.compile(
    rf"[{_UP}][^\W\d_]+(?:-[^\W\d_]+)*"
    rf"(?=\.?\s?\((?:18|19|20)\d\d[a-z]?\)[.:,]?\s|\.\s[{_UP}][^.?!]{{20,}}[.?!]\s|\.?\s*$)"
)
"""A family name alone that heads a reference: `Vinogradova (2007) ...`, `Vinogradova. Effect of ...`."""


def _initials(given: str) -> str:
    return (
        given if "." in given else " ".join(f"{letter}." for letter in given.split(maxsplit=1)[0] if letter.isupper())
    )
