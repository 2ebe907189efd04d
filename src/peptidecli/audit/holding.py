"""A citation, held field by field against what is known of a work: here at each place where it was printed, or there.

The rules are one, whether the record is a reference of the dataset or what a registry answers.
"""

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
from .article.listed import names_of
from .periodicals import Periodicals, is_archive, is_publisher
from .titles import CHANGED, Likeness, likeness

EntryField = Literal["title", "authors", "initials", "year", "journal", "volume", "issue", "page"]


class Difference(NamedTuple):
    """A field that is not as the record has it: what stands there, what the record has, and that in a sentence."""

    field: EntryField
    given: str
    known: str
    text: str


class Known(NamedTuple):
    """What is known of a work where it was printed; what is not known is empty.

    Of several `titles`, `journals` and `years` the first is the record's own, and each is right.
    """

    titles: tuple[str, ...]
    authors: tuple[str, ...]
    complete: bool
    journals: tuple[str, ...]
    years: tuple[int, ...]
    volume: str
    issue: str
    page: str
    doi: str
    pmid: str


class Compared(NamedTuple):
    """What came of holding a citation against what is known: the differences, the gravest first, and mere remarks.

    `stranger` tells that none of the authors is one of the work, `met` which share of them is; `agrees` counts the
    fields that are the same.
    """

    differences: tuple[Difference, ...]
    remarks: tuple[str, ...]
    stranger: bool
    met: float
    agrees: int
    likeness: Likeness


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

    @property
    def known(self) -> Known:
        """What an entry is held against."""
        r = self.reference
        titles = (r.title, *((r.original_title,) if r.original_title else ()))
        return Known(titles, r.author, r.author_complete, (self.journal,), (self.year,), self.volume, self.issue,
                     self.page, self.doi, self.pmid)  # fmt: skip


class Held(NamedTuple):
    """What came of holding an entry against a printing; the fields as in `Compared`."""

    printing: Printing
    differences: tuple[Difference, ...]
    remarks: tuple[str, ...]
    stranger: bool
    met: float
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


_GROUP = re.compile(r"\b(?:Investigators?|Group|Collaborators?|Consortium|Committee|Team)\b", re.IGNORECASE)
_OTHERS = re.compile(r"(?:and )?(?:et\.? al\b.*|others|colleagues|\[?и др\.?\]?)", re.IGNORECASE)


def without_others(entry: Entry) -> Entry:
    """Return an entry in which "et al." is no author, and a list of names in one is as many as it has."""
    typed = names_of(entry.authors[0]) if len(entry.authors) == 1 else None
    if typed:
        return entry._replace(authors=typed[0], more_authors=typed[1] or entry.more_authors)
    named = tuple(name for name in entry.authors if not _OTHERS.fullmatch(name.strip(" ,.[]")))
    return entry if len(named) == len(entry.authors) else entry._replace(authors=named, more_authors=True)


class Holder:
    """Holds citations against what is known of works."""

    def __init__(self, periodicals: Periodicals) -> None:
        self.periodicals = periodicals

    def hold(self, entry: Entry, printing: Printing, *, strict: bool = True) -> Held:
        """Return how an entry differs from a printing. Not `strict`, a journal that none is known by is let be."""
        return Held(printing, *self.compare(entry, printing.known, strict=strict))

    def compare(self, entry: Entry, known: Known, *, strict: bool = True) -> Compared:
        """Return how an entry differs from what is known of a work."""
        titled = max(
            (likeness(entry.title, title) for title in known.titles),
            key=lambda like: (like.same, like.share), default=Likeness((), 0.0),
        )  # fmt: skip
        differences: list[Difference] = []
        if titled.changed and entry.title:
            given, own = titled.changed[0]
            differences.append(Difference("title", given, own, _of_title(titled, known.titles[0])))
        byline = _authors(entry, known)
        differences += byline.differences
        differences += self._place(entry, known, strict=strict)
        agrees = self._agrees(entry, known, stranger=byline.stranger)
        return Compared(tuple(differences), tuple(byline.remarks), byline.stranger, byline.met, agrees, titled)

    def _agrees(self, entry: Entry, known: Known, *, stranger: bool) -> int:
        """Count the fields in which an entry is that work: first author, year, journal, place, each number."""
        numbers = (entry.doi and known.doi and comparable(entry.doi) == comparable(known.doi),
                   entry.pmid and entry.pmid == known.pmid)  # fmt: skip
        placed = known.volume and entry.volume == known.volume and known.page and _same_page(entry.page, known.page)
        return sum(map(bool, (
            entry.authors and not stranger, entry.year in map(str, known.years), placed, placed, *numbers,
            entry.journal and self._in_journal(entry, known),
        )))  # fmt: skip

    # -- the place ---------------------------------------------------------------------------------------------------

    def _slip(self, entry: Entry, known: Known) -> bool:
        """Tell whether a journal that none is known by is that of a work whose number is given, its endings aside."""
        numbered = (entry.pmid and entry.pmid == known.pmid) or (
            entry.doi and comparable(entry.doi) == comparable(known.doi)
        )
        if not numbered or self.periodicals.named(entry.journal):
            return False
        own = words(entry.journal)
        return any(
            len(own) == len(true) and all(a[:SAME_STEM] == b[:SAME_STEM] for a, b in zip(own, true, strict=True))
            for true in map(words, known.journals)
        )

    def _in_journal(self, entry: Entry, known: Known) -> bool:
        return any(self.periodicals.same(entry.journal, name) for name in known.journals)

    def _place(self, entry: Entry, known: Known, *, strict: bool) -> Iterator[Difference]:
        if entry.year and known.years and not _same_year(entry.year, known, entry.doi):
            yield _differs("year", entry.year, " or ".join(map(str, sorted(set(known.years)))))
        # A quotation mark is of a title that was not divided from its journal.
        unnamed = (
            not entry.journal
            or '"' in entry.journal
            or is_archive(entry.journal)
            or is_publisher(entry.journal)
            or not known.journals
        )
        right = unnamed or self._in_journal(entry, known) or self._slip(entry, known)
        # In translation a journal has another volume and other pages: with both, it must be that of the place.
        placed = bool(entry.volume and entry.page)
        right = right or (not placed and any(self.periodicals.twins(entry.journal, name) for name in known.journals))
        if not right and (strict or self.periodicals.named(entry.journal)):
            yield _differs("journal", entry.journal, known.journals[0])
        if entry.volume and known.volume and not same_volume(entry.volume, known.volume):
            yield _differs("volume", entry.volume, known.volume)
        issue, own = _numbers(entry.issue), _numbers(known.issue)
        if issue and own and not issue & own and "suppl" not in f"{entry.issue}{known.issue}".lower():
            yield _differs("issue", entry.issue, known.issue)
        if entry.page and known.page and not _same_page(entry.page, known.page):
            yield _differs("page", entry.page.replace("–", "-"), known.page)


def _differs(field: EntryField, given: str, known: str) -> Difference:
    return Difference(field, given, known, f"The {field} is {known}, not {given}.")


# -- title ---------------------------------------------------------------------------------------------------------


def _of_title(titled: Likeness, title: str) -> str:
    if len(titled.changed) > CHANGED:
        return f'The title is "{title.rstrip(".")}".'
    told = []
    for given, known in titled.changed:
        if given and known:
            told.append(f'"{known}", not "{given}"')
        else:
            told.append(f'without "{given}"' if given else f'with "{known}"')
    return f"The title reads {', and '.join(told)}."


# -- authors -------------------------------------------------------------------------------------------------------


class _Byline(NamedTuple):
    differences: Sequence[Difference] = ()
    remarks: Sequence[str] = ()
    stranger: bool = False
    met: float = 0.0


def _authors(entry: Entry, record: Known) -> _Byline:
    """Return what of the authors differs, what is to be remarked, and whether none of them is one of the work."""
    given, known = entry.authors, record.authors
    if not given or not known:
        return _Byline()
    keys = [_keys(author) for author in known]
    places = _places(given, known, keys)
    first = _of_first(given[0], known, places[0], keys[0][0])
    near = [place is None and any(_spelt(family_key(_family(author)), own[0]) for own in keys)
            for author, place in zip(given, places, strict=True)]  # fmt: skip
    met = sum(place is not None or spelt for place, spelt in zip(places, near, strict=True)) / len(given)
    if not near[0] and all(place is None for place in places):
        return _Byline([first] if first else [], stranger=True, met=met)
    if first:
        return _Byline([first], met=met)
    found, remarks = _strangers(given, places, known, keys) if record.complete else ([], [])
    whole = people.byline(known, record.complete, 6).rstrip(".")
    taken = [place for place in places if place is not None]
    if not found and taken != sorted(taken):
        found = [Difference("authors", "", whole, f"The authors stand in another order: {whole}.")]
    if not found:
        found = [
            Difference("initials", name, known[at],
                       f"The author is {people.vancouver(known[at])}, not {people.vancouver(name)}.")
            for name, at in zip(given, places, strict=True)
            if at is not None and not _same_initials(name, known[at])
        ][:1]  # fmt: skip
    if not found:
        remarks += _transliterated(given, places, known)[:1]
    if record.complete and not entry.more_authors and not found and len(given) < len(known):
        remarks.append(f"It has {len(known)} authors, of whom {len(given)} are listed, without et al.")
    return _Byline(found, remarks, met=met)


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
    given: Sequence[str], places: Sequence[int | None], known: Sequence[str], keys: Sequence[tuple[str, ...]]
) -> tuple[list[Difference], list[str]]:
    """Return the first co-author who is none of the work's, and what is to be remarked of names spelt otherwise."""
    remarks: list[str] = []
    for author, place in zip(given[1:], places[1:], strict=True):
        if place is not None:
            continue
        near = next((i for i, own in enumerate(keys) if _spelt(family_key(_family(author)), own[0])), None)
        if near is None and _GROUP.search(author) and any(map(_GROUP.search, known)):
            continue  # A group by its short name: `CASTA Investigators`.
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
        turned = {author.partition(",")[2]}
    else:
        parts = author.split()
        turned = {parts[0], parts[-1], " ".join(parts[-2:])} if len(parts) > 1 else set()
    # An initial is no family name, though one such as Zhu has a key of one letter.
    turned = {family_key(part) for part in turned if len(part.strip(" .")) > 1} - {""}
    found = [place for place, known in enumerate(keys) if known[0] in turned]
    name = _keys(author)[0]
    return found or [i for i, known in enumerate(keys) if len(name) > SHORT_NAME and _gender(name, known[0])]


SHORT_NAME = 5
"""Letters of a family name beyond which one letter may be wrong, or an `a` at its end."""


def _gender(own: str, known: str) -> bool:
    return own in {f"{known}a", f"{known}ia"} or known in {f"{own}a", f"{own}ia"}


def _spelt(own: str, known: str) -> bool:
    """Tell whether a family name is another with one letter wrong."""
    return len(known) >= SHORT_NAME - 1 and own != known and OSA.distance(own, known, score_cutoff=1) <= 1


_ALIKE = tuple(map(frozenset, ("IYJUE", "HK", "HX", "HG", "ZJ", "CT", "CS", "VW", "PF", "SZ", "AY", "AI", "CK", "QK")))
"""Letters with which one name can begin in several transliterations: each of a group for each other."""


def _same_initials(given: str, known: str) -> bool:
    """Tell whether two names have the initials of one, with or without those of particles: `Maria del Carmen`."""
    names = [people.parse(name).given for name in (given, known)]
    whole = [people.initials(name) for name in names]
    bare = [people.initials(_PARTICLES.sub(" ", name)) for name in names]
    if not all(whole) or _turned(given, known):
        return True
    return any(
        all(a == b or any(a in alike and b in alike for alike in _ALIKE)
            for a, b in zip(_latin(own), _latin(true), strict=False))
        for own, true in (whole, bare)
    )  # fmt: skip


def _transliterated(given: Sequence[str], places: Sequence[int | None], known: Sequence[str]) -> list[str]:
    """Return what is to be remarked of authors whose first initial is that of another transliteration."""
    both = [(people.vancouver(name), people.vancouver(known[at]))
            for name, at in zip(given, places, strict=True)
            if at is not None and "," in name and not _turned(name, known[at])]  # fmt: skip
    return [
        f"The author is written {true}, not {own}."
        for own, true in both
        if own.isascii() and own.rpartition(" ")[2][:1] != true.rpartition(" ")[2][:1]
    ]


_PARTICLES = re.compile(r"\s(?:del?|de\sla|d[aio]s?)\s")


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
SAME_STEM = 8
"""Letters that two words of a journal's name have in common where only their endings differ."""


def _same_year(given: str, known: Known, doi: str = "") -> bool:
    """Tell whether a year is one of a work's, or that in which its DOI, known or given, says it was online."""
    if not given.isdigit():
        return True
    online = year_of(known.doi or doi)
    return int(given) in known.years or (int(given) == online and any(abs(online - own) == 1 for own in known.years))


def same_volume(given: str, known: str) -> bool:
    """Tell whether two volumes are one as far as they are numbers."""
    return not _number(given) or _number(given) == _number(known)


def _number(text: str) -> str:
    hit = re.search(r"\d+", text)
    return hit[0].lstrip("0") if hit else ""


def _numbers(text: str) -> frozenset[int]:
    return frozenset(int(hit) for hit in re.findall(r"\d{1,6}", text))


def _same_page(given: str, known: str) -> bool:
    """Tell whether pages are the same as far as they are given: the first, and the last where both have one."""
    last, end = _span(given)[1], _span(known)[1]
    return same_first(given, known) and (not last or not end or last == end)


def same_first(given: str, known: str) -> bool:
    """Tell whether pages begin with the same one."""
    first, own = _span(given)[0], _span(known)[0]
    return first == own or own.endswith(f".{first}") or first.endswith(f".{own}")


def _span(page: str) -> tuple[str, str]:
    first, _, last = re.sub(r"\s|\.pub\d+", "", page.lower()).replace("--", "-").replace("–", "-").partition("-")
    bare = first.split("_")[0].lstrip("e0") or first
    last = last.lstrip("-")
    if first.isdigit() and last.isdigit() and len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return bare, last.lstrip("e0")
