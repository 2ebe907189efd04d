"""Draws entries of bibliographies from the dataset: right ones as people write them, and every kind of fault.

The same every time. A reference belongs to the half `work`, on which matching may be tuned, or to `aside`, by its id.
"""

from __future__ import annotations

import json
import random
import re
import unicodedata
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Literal

from peptidecli.dataset.dataset import Dataset
from peptidecli.dataset.model import Reference
from peptidecli.notation import people

Half = Literal["work", "aside"]
Judged = Literal["right", "fault", "invented", "other"]
TEXTS = json.loads((Path(__file__).parent / "drawn.json").read_text(encoding="utf-8"))
"""What is not in the dataset: works of other fields, names of journals, words to change, people who do not exist."""
MOST = 24
"""Entries of a kind in a half."""


@dataclass(frozen=True)
class Cite:
    """An entry as it is to be written; authors are "Family, Given", what is empty is not printed.

    `more` tells that "et al." follows the authors, `marked` is a word of the title that its form marks up.
    """

    key: str
    authors: tuple[str, ...]
    title: str
    year: int
    journal: str
    volume: str = ""
    issue: str = ""
    page: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    more: bool = False
    marked: str = ""
    russian: bool = False


@dataclass(frozen=True)
class Case:
    """Entries of one kind that stand in one bibliography; each is right, has a fault, is invented or of another field.

    A fault of two entries, such as one work under two keys, lists both as one.
    """

    kind: str
    judged: Judged
    cites: tuple[tuple[Cite, ...], ...]


def half_of(key: str) -> Half:
    """Return the half that a reference belongs to."""
    return "work" if zlib.crc32(key.encode()) % 2 else "aside"


def cases(dataset: Dataset, half: Half) -> Iterator[Case]:
    """Yield the bibliographies of a half."""
    whole = (dataset.references[key] for key in dataset.references)
    papers = [item for item in whole if item.type == "article-journal"]
    own = [item for item in papers if half_of(item.id) == half]
    sound = [item for item in own if item.standing in {"normal", "corrected"}]
    for kind, write in RIGHT.items():
        yield Case(kind, "right", tuple(_drawn(kind, half, sound, write)))
    for kind, spoil in FAULTS.items():
        yield Case(kind, "fault", tuple(_drawn(kind, half, sound, partial(_spoiled, spoil, sound))))
    bad = [item for item in papers if item.standing in {"retracted", "expression-of-concern"}]
    yield Case("retracted or under concern", "fault", tuple((as_cited(item),) for item in _every_other(bad, half)))
    yield Case("other place, halves of each", "fault", tuple(_halves(dataset, half)))
    yield Case("other place", "right", tuple(_other_places(dataset, half)))
    yield Case("circulating", "fault", tuple(_circulating(dataset, half)))
    yield Case("invented", "invented", tuple(_invented(dataset, half, sound)))
    yield Case("other fields", "other", tuple((cite,) for cite in _others(half)))


def _spoiled(
    spoil: Spoiler, sound: Sequence[Reference], item: Reference, chance: random.Random
) -> Cite | tuple[Cite, ...] | None:
    return spoil(item, chance, sound)


def as_cited(item: Reference, **fields: object) -> Cite:
    """Return a reference as an entry, with fields of another kind."""
    cite = Cite(
        key=item.id, authors=item.author, title=item.title, year=item.issued, journal=item.container_title,
        volume=item.volume or "", issue=item.issue or "", page=item.page or "", doi=item.doi or "",
        pmid=item.pmid or "", pmcid=item.pmcid or "", more=not item.author_complete, russian=item.language == "ru",
    )  # fmt: skip
    return replace(cite, **fields)  # type: ignore[arg-type]


Writer = Callable[[Reference, random.Random], "Cite | tuple[Cite, ...] | None"]
Spoiler = Callable[[Reference, random.Random, Sequence[Reference]], "Cite | tuple[Cite, ...] | None"]


def _every_other(items: Sequence[Reference], half: Half) -> Sequence[Reference]:
    """Return every other one: of a few that by their ids might all be of one half."""
    return sorted(items, key=lambda item: item.id)[half == "aside" :: 2]


def _drawn(kind: str, half: str, items: Sequence[Reference], write: Writer) -> Iterator[tuple[Cite, ...]]:
    chance = random.Random(f"{kind} {half}")
    count = 0
    for item in chance.sample(list(items), len(items)):
        made = write(item, chance)
        if made:
            yield made if isinstance(made, tuple) else (made,)
            count += 1
        if count == MOST:
            return


# -- right ones ----------------------------------------------------------------------------------------------------


def short_author(author: str) -> str:
    """Return an author with initials run together: `Dolotov, OV`."""
    family, _, given = author.partition(",")
    return f"{family}, {people.initials(given.strip())}" if given.strip() else family


@lru_cache(maxsize=1)
def _abbreviate() -> Callable[..., str]:
    from pyiso4.ltwa import Abbreviate  # noqa: PLC0415 - a second to load

    made: Callable[..., str] = Abbreviate.create()
    return made


def iso4(journal: str) -> str:
    """Return a journal's name abbreviated by the List of Title Word Abbreviations."""
    try:
        return str(_abbreviate()(re.sub(r"\s*\([^()]*\)", "", journal), remove_part=True)) or journal
    except IndexError:  # the soft sign in the middle of a word is too much for it
        return journal


def _nlm(item: Reference, _: random.Random) -> Cite:
    journal = iso4(item.container_title).replace(".", "").replace("- ", " ")
    return as_cited(item, authors=tuple(map(short_author, item.author)), journal=journal, doi="", pmcid="",
                    page=(item.page or "").split("-")[0])  # fmt: skip


def _iso(item: Reference, _: random.Random) -> Cite:
    return as_cited(item, journal=iso4(item.container_title), doi="", pmid="", pmcid="")


def _others_follow(item: Reference, chance: random.Random) -> Cite | None:
    count = chance.choice((1, 3))
    return as_cited(item, authors=item.author[:count], more=True) if len(item.author) > count else None


def _cut(item: Reference, _: random.Random) -> Cite | None:
    return as_cited(item, authors=item.author[:3], more=False) if len(item.author) >= 5 else None


def _lower(item: Reference, _: random.Random) -> Cite:
    return as_cited(item, title=item.title.lower(), doi=(item.doi or "").upper())


def _bare(item: Reference, _: random.Random) -> Cite:
    def bare(text: str) -> str:
        stripped = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
        return stripped.replace("'", "").replace("’", "")

    return as_cited(item, authors=tuple(map(bare, item.author)), title=bare(item.title).replace("-", " "),
                    journal=bare(item.container_title))  # fmt: skip


_SWAPS = (("ischaemi", "ischemi"), ("randomised", "randomized"), ("behaviour", "behavior"), ("haemorrhag", "hemorrhag"),
          ("anaesth", "anesth"), ("oedema", "edema"), ("tumour", "tumor"), ("analogue", "analog"), ("centre", "center"),
          ("orthopaedic", "orthopedic"), ("leukaemi", "leukemi"), ("hypoglycaemi", "hypoglycemi"), ("foetal", "fetal"),
          ("neuropaedi", "neuropedi"), ("characteris", "characteriz"), ("programme", "program"), ("labell", "label"),
          ("sulph", "sulf"), ("colour", "color"), ("oestr", "estr"), ("catalys", "catalyz"),
          ("utilis", "utiliz"))  # fmt: skip


def _british(item: Reference, _: random.Random) -> Cite | None:
    title = item.title
    for one, other in _SWAPS:
        low = title.lower()
        for before, after in ((one, other), (other, one)):
            at = low.find(before)
            if at >= 0 and not (before == other and one.startswith(other) and low[at:].startswith(one)):
                spelt = after.capitalize() if title[at].isupper() else after
                title = title[:at] + spelt + title[at + len(before) :]
                break
    return as_cited(item, title=title) if title != item.title else None


def _no_subtitle(item: Reference, _: random.Random) -> Cite | None:
    front, colon, _rest = item.title.partition(": ")
    return as_cited(item, title=front) if colon and len(front.split()) >= 4 else None


def _headline(item: Reference, _: random.Random) -> Cite:
    title = " ".join(word[:1].upper() + word[1:] for word in item.title.split())
    journal = item.container_title
    journal = journal.replace(" & ", " and ") if "&" in journal else journal.replace(" and ", " & ")
    return as_cited(item, title=title + ".", journal=journal if journal.startswith("The ") else f"The {journal}")


def _short_page(item: Reference, _: random.Random) -> Cite | None:
    first, _dash, last = (item.page or "").partition("-")
    if not (first.isdigit() and last.isdigit() and len(first) == len(last) and first != last):
        return None
    same = next(i for i in range(len(first)) if first[i] != last[i])
    return as_cited(item, page=f"{first}-{last[same:]}")


_SPELT = (("ya", "ia"), ("ia", "ya"), ("iu", "yu"), ("yu", "iu"), ("kh", "h"), ("ts", "c"), ("skii", "sky"),
          ("sky", "skii"), ("skaya", "skaia"), ("ks", "x"), ("oe", "oye"), ("zh", "j"))  # fmt: skip


def _spelling(item: Reference, _: random.Random) -> Cite | None:
    def spelt(author: str) -> str:
        family, comma, given = author.partition(",")
        for one, other in _SPELT:
            if one in family:
                return family.replace(one, other, 1) + comma + given
        return author

    authors = tuple(map(spelt, item.author))
    russian = item.language == "ru" or re.search(r"(?:ov|ova|skii|skaya|enko|ev|eva)\b", item.author[0].split(",")[0])
    return as_cited(item, authors=tuple(map(short_author, authors))) if russian and authors != item.author else None


def _plural(item: Reference, chance: random.Random) -> Cite | None:
    singles = [w for w in item.title.split() if w.lower() in TEXTS["nouns"] or w.lower() + "s" in TEXTS["nouns"]]
    if not singles:
        return None
    word = chance.choice(singles)
    other = word[:-1] if word.endswith("s") else f"{word}s"
    return as_cited(item, title=item.title.replace(word, other, 1))


def _stop_words(item: Reference, _: random.Random) -> Cite | None:
    title = re.sub(r"\b(?:the|an?|of the) ", "", item.title, count=3, flags=re.IGNORECASE)
    return as_cited(item, title=title[0].upper() + title[1:]) if title != item.title else None


def year_of_doi(doi: str) -> int:
    """Return the year that a DOI of Springer, Elsevier or Pleiades bears, 0 where it bears none."""
    hit = re.search(r"/s\d{5}-0(\d\d)-|/j\.[a-z]+\.(20\d\d|19\d\d)\.|/S\d{7}[\dX](\d\d)\d{6}", doi, re.IGNORECASE)
    if not hit:
        return 0
    digits = next(group for group in hit.groups() if group)
    return int(digits) if len(digits) == 4 else (2000 if int(digits) < 50 else 1900) + int(digits)


def _online_year(item: Reference, _: random.Random) -> Cite | None:
    year = year_of_doi(item.doi or "")
    return as_cited(item, year=year) if year and abs(year - item.issued) == 1 else None


def _known_as(item: Reference, chance: random.Random) -> Cite | None:
    names = next((names for names in TEXTS["journals"] if item.container_title in names), None)
    others = [name for name in names or () if name != item.container_title]
    return as_cited(item, journal=chance.choice(others)) if others else None


def _marked(item: Reference, chance: random.Random) -> Cite:
    word = chance.choice([word for word in item.title.split() if len(word) > 3])
    return as_cited(item, marked=word.strip(",.:;()"))


RIGHT: dict[str, Writer] = {
    "whole": lambda item, _: as_cited(item),
    "as PubMed abbreviates": _nlm,
    "ISO 4, no numbers": _iso,
    "and others": _others_follow,
    "list cut, not said": _cut,
    "lower case": _lower,
    "no accents, no hyphens": _bare,
    "British, American": _british,
    "no subtitle": _no_subtitle,
    "headline case, The, &": _headline,
    "393-8": _short_page,
    "names transliterated otherwise": _spelling,
    "singular, plural": _plural,
    "no articles": _stop_words,
    "year online": _online_year,
    "journal by another name": _known_as,
    "markup in the title": _marked,
}


# -- faults --------------------------------------------------------------------------------------------------------


def _another(item: Reference, items: Sequence[Reference], chance: random.Random, field: str = "") -> Reference:
    while True:
        other = chance.choice(items)
        kin = {item.translation_of, item.updates, item.id} & {other.translation_of, other.updates, other.id} - {None}
        alike = other.title.lower() == item.title.lower()
        if other.id != item.id and not kin and not alike and (not field or getattr(other, field)):
            return other


def _doi_invented(item: Reference, chance: random.Random, _: Sequence[Reference]) -> Cite | None:
    if not item.doi:
        return None
    prefix, _slash, rest = item.doi.partition("/")
    digits = [place for place, character in enumerate(rest) if character.isdigit()][-5:]
    made = list(rest)
    for place in digits:
        made[place] = chance.choice([d for d in "0123456789" if d != made[place]])
    return as_cited(item, doi=f"{prefix}/{''.join(made)}")


def _doi_of_other(item: Reference, chance: random.Random, items: Sequence[Reference]) -> Cite | None:
    return as_cited(item, doi=_another(item, items, chance, "doi").doi, pmid="")


def _pmid_of_other(item: Reference, chance: random.Random, items: Sequence[Reference]) -> Cite | None:
    return as_cited(item, pmid=_another(item, items, chance, "pmid").pmid)


def _pmid_invented(item: Reference, chance: random.Random, _: Sequence[Reference]) -> Cite | None:
    return as_cited(item, pmid=str(chance.randrange(10_000_000, 39_000_000))) if item.pmid else None


def _title_word(item: Reference, chance: random.Random, _: Sequence[Reference]) -> Cite | None:
    words = item.title.split()
    places = [i for i, word in enumerate(words) if word.lower().strip(",.:;") in TEXTS["changes"]]
    if not places:
        return None
    place = chance.choice(places)
    core = words[place].strip(",.:;")
    other = TEXTS["changes"][core.lower()]
    words[place] = words[place].replace(core, other.capitalize() if core[0].isupper() else other)
    return as_cited(item, title=" ".join(words), doi="" if chance.random() < 0.5 else item.doi or "")


def _title_of_other(item: Reference, chance: random.Random, items: Sequence[Reference]) -> Cite:
    return as_cited(item, title=_another(item, items, chance).title)


def _authors_of_other(item: Reference, chance: random.Random, items: Sequence[Reference]) -> Cite | None:
    other = _another(item, items, chance)
    families = {people.skeleton(people.family(name).lower()) for name in item.author}
    if families & {people.skeleton(people.family(name).lower()) for name in other.author}:
        return None
    return as_cited(item, authors=other.author, more=not other.author_complete)


def _placeholders(item: Reference, chance: random.Random, _: Sequence[Reference]) -> Cite:
    return as_cited(item, authors=tuple(chance.choice(TEXTS["placeholders"])), more=False)


def _coauthor_invented(item: Reference, chance: random.Random, _: Sequence[Reference]) -> Cite | None:
    if len(item.author) < 2 or not item.author_complete:
        return None
    authors = list(item.author)
    authors[chance.randrange(1, min(len(authors), 6))] = chance.choice(TEXTS["people"])
    return as_cited(item, authors=tuple(authors))


def _first_invented(item: Reference, chance: random.Random, _: Sequence[Reference]) -> Cite:
    return as_cited(item, authors=(chance.choice(TEXTS["people"]), *item.author[1:]))


def _author_added(item: Reference, chance: random.Random, _: Sequence[Reference]) -> Cite | None:
    if not item.author_complete or len(item.author) > 4:
        return None
    return as_cited(item, authors=(*item.author, chance.choice(TEXTS["people"])))


def _order(item: Reference, _: random.Random, __: Sequence[Reference]) -> Cite | None:
    if len(item.author) < 2 or "," not in item.author[1]:
        return None
    return as_cited(item, authors=(item.author[1], item.author[0], *item.author[2:]))


def _initials(item: Reference, chance: random.Random, _: Sequence[Reference]) -> Cite | None:
    family, comma, given = item.author[0].partition(",")
    own = people.initials(given.strip())
    if not comma or not own:
        return None
    other = "".join(chance.choice([c for c in "ABDEGKLMNOPRSTV" if c not in own]) for _ in own)
    return as_cited(item, authors=(f"{family}, {'. '.join(other)}.", *item.author[1:]))


def _year(item: Reference, chance: random.Random, _: Sequence[Reference]) -> Cite:
    years = [item.issued + away for away in (-4, -3, -2, -1, 1, 2) if item.issued + away < 2026]
    other = chance.choice([year for year in years if year != year_of_doi(item.doi or "")])
    return as_cited(item, year=other)


def _future(item: Reference, chance: random.Random, _: Sequence[Reference]) -> Cite:
    return as_cited(item, year=chance.randrange(2028, 2035))


def _journal_other(item: Reference, chance: random.Random, _: Sequence[Reference]) -> Cite | None:
    names = next((names for names in TEXTS["journals"] if item.container_title in names), [item.container_title])
    other = chance.choice(TEXTS["other journals"])
    return as_cited(item, journal=other, doi="", pmid="") if other not in names else None


def _journal_invented(item: Reference, chance: random.Random, _: Sequence[Reference]) -> Cite:
    return as_cited(item, journal=chance.choice(TEXTS["invented journals"]))


def _volume(item: Reference, chance: random.Random, _: Sequence[Reference]) -> Cite | None:
    if not item.volume or not item.volume.isdigit():
        return None
    return as_cited(item, volume=str(int(item.volume) + chance.choice((1, 2, 7, 11))))


def _issue(item: Reference, chance: random.Random, _: Sequence[Reference]) -> Cite | None:
    if not item.issue or not item.issue.isdigit() or not item.volume:
        return None
    return as_cited(item, issue=str(int(item.issue) + chance.choice((1, 2, 3))))


def _page(item: Reference, chance: random.Random, _: Sequence[Reference]) -> Cite | None:
    first, dash, last = (item.page or "").partition("-")
    if not first.isdigit() or not item.volume:
        return None
    away = chance.choice((11, 40, 107))
    return as_cited(item, page=f"{int(first) + away}-{int(last) + away}" if dash and last.isdigit()
                    else str(int(first) + away))  # fmt: skip


def _place_of_other(item: Reference, chance: random.Random, items: Sequence[Reference]) -> Cite | None:
    other = _another(item, items, chance, "volume")
    if other.container_title == item.container_title:
        return None
    return as_cited(item, journal=other.container_title, volume=other.volume or "", issue=other.issue or "",
                    page=other.page or "", year=other.issued, doi="", pmid="")  # fmt: skip


def _twice(item: Reference, chance: random.Random, _: Sequence[Reference]) -> tuple[Cite, ...]:
    return as_cited(item), replace(_nlm(item, chance), key=f"{item.id}-again")


FAULTS: dict[str, Spoiler] = {
    "DOI invented": _doi_invented,
    "DOI of another": _doi_of_other,
    "PMID of another": _pmid_of_other,
    "PMID invented": _pmid_invented,
    "one word of the title": _title_word,
    "title of another": _title_of_other,
    "authors of another": _authors_of_other,
    "place of another": _place_of_other,
    "placeholder authors": _placeholders,
    "a co-author invented": _coauthor_invented,
    "first author invented": _first_invented,
    "an author added": _author_added,
    "first authors exchanged": _order,
    "initials": _initials,
    "year": _year,
    "year to come": _future,
    "another journal": _journal_other,
    "journal invented": _journal_invented,
    "volume": _volume,
    "issue": _issue,
    "page": _page,
    "one work twice": _twice,
}


# -- two places of one work ----------------------------------------------------------------------------------------


def _pairs(dataset: Dataset, half: str) -> Iterator[tuple[Reference, Reference]]:
    for key in dataset.references:
        item = dataset.references[key]
        if item.translation_of and half_of(item.id) == half:
            yield item, dataset.references[item.translation_of]


def _halves(dataset: Dataset, half: str) -> Iterator[tuple[Cite, ...]]:
    for item, other in _pairs(dataset, half):
        if item.volume and (item.volume, item.issued) != (other.volume, other.issued):
            yield (as_cited(item, journal=other.container_title, doi="", pmid=""),)
    for key, place in _second_places(dataset, half):
        item = dataset.references[key]
        if place.page and item.page:
            yield (as_cited(item, journal=place.container_title, doi=""),)


def _other_places(dataset: Dataset, half: str) -> Iterator[tuple[Cite, ...]]:
    for _, other in _pairs(dataset, half):
        yield (as_cited(other, journal=iso4(other.container_title)),)
    for key, place in _second_places(dataset, half):
        yield (as_cited(dataset.references[key], journal=iso4(place.container_title), year=place.issued,
                        volume=place.volume or "", issue=place.issue or "", page=place.page or "",
                        doi=place.doi or "", pmid=place.pmid or "", pmcid="", russian=True),)  # fmt: skip


def _second_places(dataset: Dataset, half: str) -> Iterator[tuple[str, Reference]]:
    """Yield the second places that a reference itself holds."""
    for key in dataset.references:
        place = getattr(dataset.references[key], "other_place", None)
        if place and half_of(key) == half:
            yield key, place


# -- what is not in the dataset ------------------------------------------------------------------------------------


def _circulating(dataset: Dataset, half: str) -> Iterator[tuple[Cite, ...]]:
    """Yield the citations that circulate and are wrong, as far as they have a title and a number or a journal."""
    for key, entry in dataset.untraced.items():
        if half_of(key) != half or not entry.author or not entry.year:
            continue
        nearest = dataset.references[entry.nearest[0]] if entry.nearest else None
        parts = [part.strip() for part in entry.citation.split(",")]
        title = next((part for part in parts if len(part.split()) >= 5 and "PMID" not in part), "")
        if entry.problem == "misnumbered" and nearest and (entry.pmid or entry.doi):
            yield (as_cited(nearest, key=key, doi=entry.doi or "", pmid=entry.pmid or "", pmcid=""),)
        elif entry.problem == "untraced" and (title or entry.pmid or entry.doi):
            journal = parts[-1] if len(parts) > 3 and "PMID" not in parts[-1] else "Neuroscience Letters"
            yield (Cite(key=key, authors=(f"{entry.author.split(',')[0]}, N.",), title=title or entry.said.capitalize(),
                        year=entry.year, journal=re.sub(r"\s\d.*", "", journal), doi=entry.doi or "",
                        pmid=entry.pmid or "", more=True),)  # fmt: skip


def _invented(dataset: Dataset, half: str, sound: Sequence[Reference]) -> Iterator[tuple[Cite, ...]]:
    chance = random.Random(f"invented {half}")
    names = [compound.name for compound in dataset.compounds.values()]
    for number in range(MOST * 2):
        title = chance.choice(TEXTS["invented titles"]).format(chance.choice(names))
        authors = tuple(chance.sample(TEXTS["people"], 3)) if number % 2 else chance.choice(sound).author[:4]
        volume, page = chance.randrange(3, 300), chance.randrange(10, 900)
        year = chance.randrange(1998, 2025)
        doi = f"10.1016/j.neulet.{year}.{chance.randrange(1, 12):02}.{chance.randrange(1, 99):03}"
        yield (Cite(f"invented-{half}-{number}", authors, title, year, chance.choice(sound).container_title,
                    str(volume), str(chance.randrange(1, 7)), f"{page}-{page + 8}",
                    doi=doi),)  # fmt: skip


def _others(half: str) -> Iterable[Cite]:
    for number, row in enumerate(TEXTS["other fields"]):
        if half_of(f"other-{number}") == half:
            authors, year, title, journal, volume, page = row
            yield Cite(f"other-{number}", tuple(authors), title, year, journal, str(volume), "", page)
