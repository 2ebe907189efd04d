"""An entry of a bibliography, held against a reference field by field, at each place where the work was printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from rapidfuzz.distance import OSA

from ..dataset.model import Reference
from ..notation import people
from ..notation.identifiers import doi as comparable
from ..notation.words import words
from .article.blocks import Entry
from .article.citations import family_key
from .periodicals import Periodicals
from .titles import CHANGED, Likeness, likeness

EntryField = Literal["title", "authors", "year", "journal", "volume", "issue", "page"]


class Difference(NamedTuple):
    """A field that is not as the record has it: what stands there, what the record has, and that in a sentence."""

    field: EntryField
    given: str
    known: str
    text: str


class Printing(NamedTuple):
    """A place at which a work was printed; what was not seen of it is empty."""

    reference: Reference
    journal: str
    year: int
    volume: str
    issue: str
    page: str
    doi: str
    pmid: str
    other: bool = False


class Held(NamedTuple):
    """What came of holding an entry against a printing: the differences, the gravest first, and mere remarks.

    `stranger` tells that none of the authors is one of the work; `agrees` counts the fields that are the same.
    """

    printing: Printing
    differences: tuple[Difference, ...]
    remarks: tuple[str, ...]
    stranger: bool
    agrees: int
    likeness: Likeness


def printings(reference: Reference) -> Iterator[Printing]:
    """Yield the places at which a work was printed: the reference's own, and the other where one was seen."""
    r = reference
    yield Printing(
        r, r.container_title, r.issued, r.volume or "", r.issue or "", r.page or "", r.doi or "", r.pmid or ""
    )
    place = r.other_place
    if place:
        yield Printing(r, place.container_title, place.issued, place.volume or "", place.issue or "",
                       place.page or "", place.doi or "", place.pmid or "", other=True)  # fmt: skip


class Holder:
    """Holds entries against printings."""

    def __init__(self, periodicals: Periodicals) -> None:
        self.periodicals = periodicals

    def hold(self, entry: Entry, printing: Printing, *, strict: bool = True) -> Held:
        """Return how an entry differs from a printing. Not `strict`, a journal that none is known by is let be."""
        titled = self._titled(entry, printing.reference)
        differences: list[Difference] = []
        if titled.changed and entry.title:
            given, known = titled.changed[0]
            differences.append(Difference("title", given, known, _of_title(titled, printing.reference)))
        byline, remarks, stranger = _authors(entry, printing.reference)
        differences += byline
        differences += self._place(entry, printing, strict=strict)
        agrees = self._agrees(entry, printing, stranger=stranger)
        return Held(printing, tuple(differences), tuple(remarks), stranger, agrees, titled)

    @staticmethod
    def _titled(entry: Entry, reference: Reference) -> Likeness:
        known = (reference.title, *([reference.original_title] if reference.original_title else []))
        return max((likeness(entry.title, title) for title in known), key=lambda like: (like.same, like.share))

    def _agrees(self, entry: Entry, printing: Printing, *, stranger: bool) -> int:
        """Count the fields in which an entry is that printing: first author, year, journal, place, each number."""
        numbers = (entry.doi and printing.doi and comparable(entry.doi) == comparable(printing.doi),
                   entry.pmid and entry.pmid == printing.pmid)  # fmt: skip
        placed = printing.volume and entry.volume == printing.volume and printing.page and _same_page(entry, printing)
        return sum(map(bool, (
            entry.authors and not stranger, entry.year == str(printing.year), placed, placed, *numbers,
            entry.journal and self.periodicals.same(entry.journal, printing.journal),
        )))  # fmt: skip

    # -- the place ---------------------------------------------------------------------------------------------------

    def _place(self, entry: Entry, printing: Printing, *, strict: bool) -> Iterator[Difference]:
        if entry.year and not _same_year(entry.year, printing):
            yield _differs("year", entry.year, str(printing.year))
        right = not entry.journal or self.periodicals.same(entry.journal, printing.journal)
        if not right and (strict or self.periodicals.named(entry.journal)):
            yield _differs("journal", entry.journal, printing.journal)
        volume = _number(entry.volume)
        if volume and printing.volume and volume != _number(printing.volume):
            yield _differs("volume", entry.volume, printing.volume)
        issue, known = _numbers(entry.issue), _numbers(printing.issue)
        if issue and known and not issue & known and "suppl" not in f"{entry.issue}{printing.issue}".lower():
            yield _differs("issue", entry.issue, printing.issue)
        if entry.page and printing.page and not _same_page(entry, printing):
            yield _differs("page", entry.page.replace("–", "-"), printing.page)


_NAMES = {"year": "year", "journal": "journal", "volume": "volume", "issue": "issue", "page": "page"}


def _differs(field: EntryField, given: str, known: str) -> Difference:
    return Difference(field, given, known, f"The {_NAMES[field]} is {known}, not {given}.")


# -- title ---------------------------------------------------------------------------------------------------------


def _of_title(titled: Likeness, reference: Reference) -> str:
    if len(titled.changed) > CHANGED:
        return f'The title is "{reference.title.rstrip(".")}".'
    told = []
    for given, known in titled.changed:
        if given and known:
            told.append(f'"{known}", not "{given}"')
        else:
            told.append(f'without "{given}"' if given else f'with "{known}"')
    return f"The title reads {', and '.join(told)}."


# -- authors -------------------------------------------------------------------------------------------------------


def _authors(entry: Entry, reference: Reference) -> tuple[list[Difference], list[str], bool]:
    """Return what of the authors differs, what is to be remarked, and whether none of them is one of the work."""
    if not entry.authors:
        return [], [], False
    given, known = entry.authors, reference.author
    keys = [_keys(author) for author in known]
    places = _places(given, known, keys)
    first = _of_first(given[0], known, places[0], keys[0][0])
    near = any(_spelt(family_key(_family(given[0])), own[0]) for own in keys)
    if not near and all(place is None for place in places):
        return [first] if first else [], [], True
    if first:
        return [first], [], False
    found, remarks = _strangers(given, places, reference, keys) if reference.author_complete else ([], [])
    whole = people.byline(known, reference.author_complete, 6).rstrip(".")
    met = [place for place in places if place is not None]
    if not found and met != sorted(met):
        found = [Difference("authors", "", whole, f"The authors stand in another order: {whole}.")]
    if not found:
        found = [
            Difference("authors", name, known[at],
                       f"The author is {people.vancouver(known[at])}, not {people.vancouver(name)}.")
            for name, at in zip(given, places, strict=True)
            if at is not None and not _same_initials(name, known[at])
        ][:1]  # fmt: skip
    if reference.author_complete and not entry.more_authors and not found and len(given) < len(known):
        remarks.append(f"It has {len(known)} authors, of whom {len(given)} are listed, without et al.")
    return found, remarks, False


def _of_first(given: str, known: Sequence[str], place: int | None, key: str) -> Difference | None:
    """Return how the first author differs: another one, or the name spelt otherwise."""
    if place == 0:
        return None
    if place is None and _spelt(family_key(_family(given)), key):
        text = f"The name is spelt {people.family(known[0])}, not {_family(given)}."
    else:
        text = f"The first author is {people.vancouver(known[0])}, not {people.vancouver(given)}."
    return Difference("authors", given, known[0], text)


def _strangers(
    given: Sequence[str], places: Sequence[int | None], reference: Reference, keys: Sequence[tuple[str, ...]]
) -> tuple[list[Difference], list[str]]:
    """Return the first co-author who is none of the work's, and what is to be remarked of names spelt otherwise."""
    known = reference.author
    remarks: list[str] = []
    for author, place in zip(given[1:], places[1:], strict=True):
        if place is not None:
            continue
        near = next((i for i, own in enumerate(keys) if _spelt(family_key(_family(author)), own[0])), None)
        if near is None:
            whole = people.byline(known, True, 6).rstrip(".")
            text = f"{people.vancouver(author)} is no author of it; they are {whole}."
            return [Difference("authors", author, whole, text)], remarks
        remarks.append(f"A name is spelt {people.family(known[near])}, not {_family(author)}.")
    return [], remarks


def _family(author: str) -> str:
    """Return the family name of an author; a name without a comma ends in it, unless it is an organisation's."""
    if "," in author:
        return people.family(author)
    return author


def _keys(author: str) -> tuple[str, ...]:
    """Return what a family name can be known by: whole, or the last or first word of several."""
    family = people.family(author)
    parts = family.split() if "," in author else []
    own = [family_key(family), *((family_key(parts[-1]), family_key(parts[0])) if len(parts) > 1 else ())]
    return tuple(dict.fromkeys(own))


def _places(given: Sequence[str], known: Sequence[str], keys: Sequence[tuple[str, ...]]) -> list[int | None]:
    """Return which of the known authors each name is, or None; of several of one name the one of those initials."""
    found: list[int | None] = []
    taken: set[int] = set()
    for author in given:
        fitting = [place for place in _fitting(author, keys) if place not in taken]
        alike = [place for place in fitting if _same_initials(author, known[place])]
        place = next(iter(alike or fitting), None)
        found.append(place)
        if place is not None:
            taken.add(place)
    return found


def _fitting(author: str, keys: Sequence[tuple[str, ...]]) -> list[int]:
    """Return which of the known authors a name can be; given and family name may have changed places."""
    own = set(_keys(author))
    found = [place for place, known in enumerate(keys) if own & set(known)]
    if found:
        return found
    if "," in author:
        turned = {family_key(author.partition(",")[2])} - {""}
    else:
        parts = author.split()
        turned = {family_key(parts[-1]), family_key(parts[0])} if len(parts) > 1 else set()
    found = [place for place, known in enumerate(keys) if known[0] in turned and len(known[0]) > 1]
    name = _keys(author)[0]
    return found or [i for i, known in enumerate(keys) if len(name) > SHORT_NAME and _gender(name, known[0])]


SHORT_NAME = 5
"""Letters of a family name beyond which one letter may be wrong, or an `a` at its end."""


def _gender(own: str, known: str) -> bool:
    return own in {f"{known}a", f"{known}ia"} or known in {f"{own}a", f"{own}ia"}


def _spelt(own: str, known: str) -> bool:
    """Tell whether a family name is another with one letter wrong."""
    return len(known) >= SHORT_NAME - 1 and own != known and OSA.distance(own, known, score_cutoff=1) <= 1


_ALIKE = tuple(map(frozenset, ("IYJUE", "HKXG", "ZJ", "CTS", "VWFB", "PF", "SZC", "AY", "AI", "CK", "QK")))
"""Letters with which one name can begin in several transliterations."""


def _same_initials(given: str, known: str) -> bool:
    own, true = (people.initials(people.parse(name).given) for name in (given, known))
    if not own or not true or _turned(given, known):
        return True
    return all(a == b or any(a in alike and b in alike for alike in _ALIKE)
               for a, b in zip(_latin(own), _latin(true), strict=False))  # fmt: skip


def _latin(initials: str) -> str:
    return "".join(words(initials)).upper() if not initials.isascii() else initials


def _turned(given: str, known: str) -> bool:
    return family_key(people.family(given)) != family_key(people.family(known))


# -- years, numbers, pages -----------------------------------------------------------------------------------------

_IN_DOI = re.compile(r"/s\d{5}-0(\d\d)-|/j\.[a-z]+\.((?:19|20)\d\d)\.|/s\d{7}[\dx](\d\d)\d{6}|\.((?:19|20)\d\d)\.\d")


def year_of(doi: str) -> int:
    """Return the year that a DOI bears, in which a paper was online, or 0."""
    hit = _IN_DOI.search(doi.lower())
    if not hit:
        return 0
    digits = next(group for group in hit.groups() if group)
    if len(digits) == len("2001"):
        return int(digits)
    return int(digits) + (2000 if int(digits) < CENTURY else 1900)


CENTURY = 50


def _same_year(given: str, printing: Printing) -> bool:
    """Tell whether a year is that of a printing, or the one in which it was online."""
    if not given.isdigit():
        return True
    online = year_of(printing.doi)
    return int(given) == printing.year or (int(given) == online and abs(online - printing.year) == 1)


def _number(text: str) -> str:
    hit = re.search(r"\d+", text)
    return hit[0].lstrip("0") if hit else ""


def _numbers(text: str) -> frozenset[int]:
    return frozenset(int(hit) for hit in re.findall(r"\d{1,6}", text))


def _same_page(entry: Entry, printing: Printing) -> bool:
    """Tell whether pages are the same as far as they are given: the first, and the last where both have one."""
    (first, last), (own, end) = _span(entry.page), _span(printing.page)
    if first != own and not (own.endswith(f".{first}") or first.endswith(f".{own}")):
        return False
    return not last or not end or last == end


def _span(page: str) -> tuple[str, str]:
    first, _, last = re.sub(r"\s|\.pub\d+", "", page.lower()).replace("--", "-").replace("–", "-").partition("-")
    bare = first.split("_")[0].lstrip("e0") or first
    last = last.lstrip("-")
    if first.isdigit() and last.isdigit() and len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return bare, last.lstrip("e0")
