"""CSL-JSON: every item a block with its fields; other JSON is read as its strings."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from ...intake.csl import AGAIN, author_in, members, numbers_in, others
from ...intake.paper import tidy, year_of
from ...notation.identifiers import doi_in, pmids_of
from .blocks import Block, BrokenError, Entry, standing_in
from .linked import with_links
from .papers import authors_of
from .plain import flow

_ID, _TITLE = re.compile(r'"id"[ \t\r\n]*:'), re.compile(r'"title"[ \t\r\n]*:')
"""The keys on whose line an item stands."""
_STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"')
_BLANK = re.compile(r"[ \t\r\n]*")
_decoder = json.JSONDecoder(object_pairs_hook=members)
_NOTED = re.compile(r"\b(PMID|PMCID):\s{0,3}((?:PMC)?\d{4,10})\b", re.IGNORECASE)


def entries_of_csl(text: str) -> tuple[list[Block], tuple[int, ...]]:
    """Return the items of a file as blocks, and the lines of items that cannot be read.

    Raises BrokenError for what is no JSON: cut short, it would be read as prose in which nothing is found.
    """
    try:
        data = json.loads(text, object_pairs_hook=members)
    except json.JSONDecodeError as error:
        lines = "; lines of JSON are read from .ndjson" if error.msg == "Extra data" else ""
        raise BrokenError(f"is not csl: {error}{lines}") from error
    except ValueError as error:  # in Python's own words, of a setting of Python
        raise BrokenError("is not csl: it has a number of more digits than are read") from error
    except RecursionError:
        raise BrokenError("is not csl: it is nested too deep") from None
    ends = [hit.start() for hit in re.finditer("\n", text)]
    items = _items(data) if isinstance(data, dict) else data
    blocks: list[Block] = []
    odd: list[int] = []
    if not isinstance(items, list) or not any(map(_item_in, items)) or any(map(_has_text, items)):
        return list(flow(_strings(text, ends), apart=True)), ()
    for item, start, end in _placed(text, data):
        key = _ID if isinstance(item, dict) and item.get("id") else _TITLE
        found = key.search(text, start, end)
        line = bisect_left(ends, found.start() if found else start) + 1
        told = _item_in(item)
        made = (
            list(with_links(entry_of_item(told), line, _links(told), _texts(told, *_NOTES), others(told)))
            if told
            else []
        )
        blocks += made
        odd += [] if made and told and AGAIN not in told else [line]
    return blocks, tuple(odd)


_NOTES = ("note", "extra", "annote")


def _items(data: dict[str, Any]) -> Any:
    """Return the items of an object: those it holds, or itself, as doi.org gives one work."""
    way = _way(data)
    if way is None:
        told = data.get("message")  # Crossref's own answer
        item = told if isinstance(told, dict) else data
        return [item] if is_work(item) else None
    held: Any = data
    for name in way:
        held = held[name]
    items = [item for name, item in held.items() if name not in _NO_ITEMS] if isinstance(held, dict) else held
    return [data, *items] if _is_numbered(data) else items


def _way(data: dict[str, Any]) -> tuple[str, ...] | None:
    """Return the keys behind each other under which an object has its items; None where it has none of them.

    Registers and archives answer with a list of works, each under keys of its own.
    """
    for name in ("items", "references"):
        if data.get(name) and isinstance(data[name], list):
            return (name,)
    told = data.get("message")
    if isinstance(told, dict) and isinstance(told.get("items"), list):
        return ("message", "items")
    if _is_keyed(data):
        return ()
    waiting: list[tuple[tuple[str, ...], Any]] = [((), data)]
    for way, held in waiting:
        among = [one for key, one in held.items() if key not in _NO_ITEMS] if isinstance(held, dict) else held
        if among and all(map(_is_numbered, among)):
            return way
        if isinstance(held, dict) and len(way) < DEEPEST:
            waiting += [((*way, name), value) for name, value in held.items() if isinstance(value, (dict, list))]
    return None


DEEPEST = 3
"""Keys behind each other under which works are looked for."""


def _is_numbered(item: Any) -> bool:
    """Tell whether a member of a list is a work with a field for its number, and no page with a text."""
    if not isinstance(item, dict) or not isinstance(item.get("title"), str):
        return False
    return any(name.lower() in _NUMBERS for name in item) and not _has_text(item)


def _has_text(item: Any) -> bool:
    """Tell whether a member of a list is a page, as of a site or a feed, with a text to be read."""
    return isinstance(item, dict) and any(isinstance(item.get(name), str) and item[name].strip() for name in _TEXTS)


_NUMBERS = frozenset({"doi", "pmid", "externalids", "articleids"})
_NO_ITEMS = frozenset({AGAIN, "uids"})
"""Keys beside those of works under their ids; PubMed lists the ids under the second."""
_TEXTS = ("text", "content", "body", "markdown", "html", "content_html", "content_text")


def _is_keyed(data: dict[str, Any]) -> bool:
    """Tell whether an object has nothing but works, each under its id; what has a title alone may be a page."""
    return bool(data) and all(name == AGAIN or is_work(item) for name, item in data.items())


def _placed(text: str, data: Any) -> list[tuple[Any, int, int]]:
    """Return the items, each with where it begins and ends; of a key that is there twice, both."""
    place = _after_blanks(text, 0)
    places = [place]
    if isinstance(data, dict):
        way = _way(data)
        if way is None:
            of = [one for one in _members(text, place) if one[0] == "message" and isinstance(one[1], dict)]
            return [one[1:] for one in of] or [(data, place, len(text))]
        for name in way:
            within = (one for outer in places if text[outer] in "[{" for one in _members(text, outer))
            places = [start for key, value, start, _ in within if key == name and isinstance(value, (list, dict))]
    of = [one for place in places for one in _members(text, place)]
    own = [(data, place, len(text))] if isinstance(data, dict) and _is_numbered(data) else []
    return own + [(value, start, end) for key, value, start, end in of if key not in _NO_ITEMS]


def _members(text: str, place: int) -> Iterator[tuple[str, Any, int, int]]:
    """Yield of each member of the list or object at `place` its key and value, and where the value begins and ends."""
    named = text[place] == "{"
    place = _after_blanks(text, place + 1)
    while text[place] not in "]}":
        key = ""
        if named:
            key, place = _decoder.raw_decode(text, place)
            place = _after_blanks(text, _after_blanks(text, place) + 1)
        value, end = _decoder.raw_decode(text, place)
        yield key, value, place, end
        place = _after_blanks(text, end)
        if text[place] == ",":
            place = _after_blanks(text, place + 1)


def _after_blanks(text: str, place: int) -> int:
    found = _BLANK.match(text, place)
    return found.end() if found else place


def _links(item: dict[str, Any]) -> list[str]:
    """Return the addresses of an item, and the numbers that it has beside the one that counts."""
    beside = [f"{name} {value}" for name, value in item.get(AGAIN, ()) if name in {"DOI", "PMID"}]
    for name in ("DOI", "PMID"):
        told = item.get(name)
        beside += [f"{name} {value}" for value in told[1:]] if isinstance(told, list) else []
    beside += [f"PMID {number}" for number in pmids_of(str(item.get("PMID") or ""))[1:]]
    return [*_texts(item, "URL", "url", "DOI"), *beside]


def _texts(item: dict[str, Any], *names: str) -> list[str]:
    return [line for name in names if isinstance(item.get(name), str) for line in item[name].splitlines()]


def _creators(item: dict[str, Any]) -> list[Any]:
    """Return the authors of an item in Zotero's own JSON, or as registers write them, as CSL has them."""
    told = [person for name in _AUTHORS if isinstance(item.get(name), list) for person in item[name]]
    if isinstance(item.get("authorString"), str):
        told += map(_in_full, item["authorString"].rstrip(". ").split(", "))
    return [author for person in told for author in _creator(person)]


def _in_full(name: str) -> str:
    """Return a name that Europe PMC writes as `Dolotov OV` with a comma in it."""
    return re.sub(r"^(\S.*) ([^\W\d_]{1,4})$", r"\1, \2", name)


_AUTHORS = ("creators", "authors", "authorships")


def _creator(person: Any) -> list[Any]:
    """Return an author as CSL has them; none of who has done something else."""
    if isinstance(person, str):
        return [person] if "," in person else list(authors_of(person)[0] or [person])
    if not isinstance(person, dict):
        return []
    if "creatorType" in person:
        named = {"family": person.get("lastName") or person.get("name"), "given": person.get("firstName")}
        return [named] if person["creatorType"] == "author" else []
    within = person.get("author")
    person = within if isinstance(within, dict) else person
    name = person.get("name") or person.get("display_name")
    return list(authors_of(name)[0] or [name]) if isinstance(name, str) else [person]


def _item_in(item: Any) -> dict[str, Any] | None:
    """Return what is an item, or what Zotero's interface on the web has as its data; else None."""
    if not isinstance(item, dict):
        return None
    within = item.get("data")
    for told in (within if isinstance(within, dict) and within.get("itemType") else {}, item):
        if _is_item(told):
            return {**numbers_in(told), **told}
    return None


def is_work(item: Any) -> bool:
    """Tell whether an object of JSON is a work, by its title and what pages seldom have; it may be a page yet."""
    return isinstance(item, dict) and bool(item.get("title")) and any(map(item.get, _OF_A_WORK))


_OF_A_WORK = ("DOI", "doi", "PMID", "pmid", "PMCID", "issued", "author", "creators", "externalIds", "articleids")


def _is_item(item: dict[str, Any]) -> bool:
    return bool(item.get("title") or item.get("DOI") or item.get("PMID"))


_ISSUED = ("issued", "date", "year", "publication_year", "pubYear", "pubdate")
"""What CSL, Zotero, Semantic Scholar, OpenAlex, Europe PMC and PubMed call the year of a work."""


def entry_of_item(item: dict[str, Any]) -> Entry:
    """Return an item as an entry."""

    def text(*names: str) -> str:
        value = next((item[name] for name in names if item.get(name)), "")
        value = value[0] if isinstance(value, list) and value else value
        # Titles may have italics and raised letters in them.
        return tidy(value) or "" if isinstance(value, (str, int, float)) else ""

    people = item.get("author") or _creators(item)
    names = [name for person in (people if isinstance(people, list) else ()) for name in author_in(person)]
    issued = next((item[name] for name in _ISSUED if item.get(name)), None)
    issued = {"raw": issued} if isinstance(issued, (str, int)) else issued
    parts = issued.get("date-parts") if isinstance(issued, dict) else None
    year = parts[0][0] if isinstance(parts, list) and parts and isinstance(parts[0], list) and parts[0] else ""
    if not year and isinstance(issued, dict):
        year = year_of(issued.get("raw") or issued.get("literal")) or ""
    # Zotero writes into a note what CSL once had no field for.
    noted = {hit[1].upper(): hit[2] for hit in _NOTED.finditer(f"{text('note')} {text('extra')}")}
    return Entry(
        key=text("citation-key", "citekey", "id"),
        authors=tuple(name.rstrip(", ") for name in names),
        year=str(year),
        title=text("title"),
        journal=text("container-title", "publicationTitle", "fulljournalname", "journalTitle", "venue", "journal"),
        volume=text("volume", "journalVolume"),
        issue=text("issue"),
        page=text("page", "pages", "pageInfo"),
        doi=doi_in(str(item.get("DOI") or "")) or text("DOI"),  # `<b>` within one is no typeface
        pmid=next(iter(pmids_of(text("PMID"))), text("PMID")) or noted.get("PMID", ""),
        pmcid=text("PMCID") or noted.get("PMCID", ""),
        standing=standing_in(f"{text('status')} {text('note')}"),
    )


_TOKEN = re.compile(rf"{_STRING.pattern}|[\[\]{{}}]")
_HEAD = re.compile(r"\s{0,3}#{1,6}\s")
"""What marks a heading of Markdown within a string."""
_NAMES = frozenset({"name", "displayname", "peptide", "peptidename", "compound", "compoundname", "genericname"})
"""Keys of what an object is called, in small letters and without what divides their words."""


class _Named(NamedTuple):
    """What an object is called: the places of what it stands in and its own, its line, and what stands there.

    `at` is its place among the strings; by its `key` alone it is called where it has no name within it.
    """

    inside: tuple[int, ...]
    line: int
    text: str
    at: int
    key: bool


def _strings(text: str, ends: list[int]) -> list[tuple[int, str]]:
    """Return the strings of JSON that is no bibliography, but for its keys, as lines.

    Where several objects have names, or stand under keys that are names, a name keeps its key: `name: "KPV"`. So it is
    told where the next begins.
    """
    found: list[tuple[int, str]] = []
    named: list[_Named] = []
    members: Counter[int] = Counter()
    inside: list[int] = []
    key = ""
    for token in _TOKEN.finditer(text):
        if token[0] in "[{":
            inside.append(token.start())
        elif token[0] in "]}":
            inside.pop()
        elif text.startswith(":", colon := _after_blanks(text, token.end())):
            key = token[0].strip('"')
            members[inside[-1]] += 1
            value = _after_blanks(text, colon + 1)
            if text[value] == "{" and 1 < len(key) <= LONGEST_NAME:
                named.append(_Named((*inside, value), bisect_left(ends, token.start()) + 1, key, len(found), True))
            continue
        else:
            value_ = json.loads(token[0])
            if value_.strip():
                line = bisect_left(ends, token.start()) + 1
                called = key.replace("_", "").lower() in _NAMES and "\n" not in value_
                if called and len(inside) > 1 and text[inside[-1]] == "{":
                    named.append(_Named(tuple(inside), line, value_, len(found), False))
                found += ((line, _HEAD.sub("", part)) for part in value_.split("\n") if part.strip())
        key = ""
    return _with_names(found, named, members)


def _with_names(found: list[tuple[int, str]], named: list[_Named], members: Counter[int]) -> list[tuple[int, str]]:
    """Return lines with those of what objects are called as `name: ...`; `members` counts what objects have.

    What has a name within an object that has one is a part of that; an object alone needs none. Keys are names where an
    object has nothing but objects, and one of its keys a number in it, as `bpc-157` has.
    """
    first = {one.inside: one for one in reversed(named) if not one.key}
    often = Counter(inside[-2] for inside in first)
    under: dict[int, list[_Named]] = {}
    for one in named:
        if one.key and not often[one.inside[-2]]:
            under.setdefault(one.inside[-2], []).append(one)
    for place, keys in under.items():
        if members[place] == len(keys) >= MANY_KEYS and any(_NUMBERED.search(one.text) for one in keys):
            often[place] = len(keys)
            first |= {one.inside: one for one in keys}
    for one in sorted(first.values(), key=lambda one: -one.at):
        if often[one.inside[-2]] > 1 and not any(often[outer] > 1 for outer in one.inside[:-2]):
            name = f'name: "{one.text}"' if len(one.text) <= LONGEST_NAME and '"' not in one.text else one.text
            found[one.at : one.at + (not one.key)] = [(one.line, name)]
    return found


MANY_KEYS = 3
"""Objects under keys from which these are names."""
_NUMBERED = re.compile(r"[A-Za-z][-_ ]?\d")
LONGEST_NAME = 60
"""Characters up to which what an object is called is a name."""
