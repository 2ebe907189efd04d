"""Where in JSON works stand: in lists of CSL's, of Zotero's and of registers, each with its place in the text."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterator
from typing import Any

from ...intake.csl import AGAIN, members

_BLANK = re.compile(r"[ \t\r\n]*")
_decoder = json.JSONDecoder(object_pairs_hook=members)


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
        if _are_works(held):
            return way
        if isinstance(held, dict) and len(way) < DEEPEST:
            waiting += [((*way, name), value) for name, value in held.items() if isinstance(value, (dict, list))]
    return None


def _are_works(held: Any) -> bool:
    """Tell whether a list, or an object by ids, is one of works; a register may lack one, or have one in part."""
    if isinstance(held, dict):
        among = [one for key, one in held.items() if key not in _NO_ITEMS]
        return any(map(_is_numbered, among)) and all(_is_numbered(one) or _is_lacking(one) for one in among)
    return (
        any(map(_is_numbered, held))
        and all(one is None or isinstance(one, dict) for one in held)
        and not any(map(has_text, held))
    )


def _is_lacking(one: Any) -> bool:
    """Tell whether a member is what PubMed answers to a number that it cannot find."""
    return isinstance(one, dict) and "uid" in one and "error" in one


DEEPEST = 3
"""Keys behind each other under which works are looked for."""


def _is_numbered(item: Any) -> bool:
    """Tell whether a member of a list is a work with a field for its number, and no page with a text."""
    item = unwrapped(item)
    return (
        isinstance(item, dict)
        and isinstance(item.get("title"), str)
        and (_has_any(item, _NUMBERS) or item.get("source") == "MED")
        and not has_text(item)
    )


def unwrapped(item: Any) -> Any:
    """Return the work that a member of a list holds, as Zotero's, Crossref's and Semantic Scholar's do, or itself."""
    held = (item.get(name) for name in _WRAPS) if isinstance(item, dict) and not item.get("title") else ()
    return next((one for one in held if _is_wrapped(one)), item)


def _is_wrapped(one: Any) -> bool:
    """Tell whether what an object holds is a work; a page has a title too."""
    return isinstance(one, dict) and bool(one.get("title")) and _has_any(one, _OF_ONE) and not has_text(one)


def _has_any(item: dict[str, Any], names: Container[str]) -> bool:
    return any(name.lower() in names for name in item)


_WRAPS = ("data", "message", "citingPaper", "citedPaper")


def has_text(item: Any) -> bool:
    """Tell whether a member of a list is a page, as of a site or a feed, with a text to be read."""
    return isinstance(item, dict) and any(isinstance(item.get(name), str) and item[name].strip() for name in _TEXTS)


_NUMBERS = frozenset({"doi", "pmid", "externalids", "articleids"})
_OF_ONE = _NUMBERS | {"itemtype"}
_NO_ITEMS = frozenset({AGAIN, "uids"})
"""Keys beside those of works under their ids; PubMed lists the ids under the second."""
_TEXTS = ("text", "content", "body", "markdown", "html", "content_html", "content_text")


def _is_keyed(data: dict[str, Any]) -> bool:
    """Tell whether an object has nothing but works, each under its id; what has a title alone may be a page."""
    return bool(data) and all(name == AGAIN or is_work(item) for name, item in data.items())


def _holder(data: dict[str, Any]) -> str:
    """Return under which key an answer of Crossref's, Europe PMC's or Zotero's has its one work, empty where it has."""
    return next((name for name in ("message", "result", "data") if isinstance(data.get(name), dict)), "")


def placed(text: str, data: Any) -> list[tuple[Any, int, int]]:
    """Return the works that JSON may hold, each with where it begins and ends; of a key that is there twice, both.

    They are the members of a list, what an object holds, or itself, as doi.org gives one work.
    """
    if not isinstance(data, (dict, list)):
        return []
    place = after_blanks(text, 0)
    places, own = [place], list[tuple[Any, int, int]]()
    if isinstance(data, dict):
        way = _way(data)
        if way is None:
            held_by = _holder(data)
            if not is_work(data[held_by] if held_by else data):
                return []
            named = (one for one in _members(text, place) if one[0] == held_by and isinstance(one[1], dict))
            return [one[1:] for one in named] or [(data, place, len(text))]
        own = [(data, place, len(text))] if data.get("title") and _is_numbered(data) else []
        for name in way:
            within = (one for outer in places if text[outer] in "[{" for one in _members(text, outer))
            places = [start for key, value, start, _ in within if key == name and isinstance(value, (list, dict))]
    of = [one for place in places for one in _members(text, place)]
    return own + [(value, start, end) for key, value, start, end in of if key not in _NO_ITEMS]


def is_work(item: Any) -> bool:
    """Tell whether an object of JSON is a work, by its title and what pages seldom have; it may be a page yet."""
    return isinstance(item, dict) and bool(item.get("title")) and any(map(item.get, _OF_A_WORK))


_OF_A_WORK = ("DOI", "doi", "PMID", "pmid", "PMCID", "issued", "author", "creators", "externalIds", "externalids",
              "articleids")  # fmt: skip


def _members(text: str, place: int) -> Iterator[tuple[str, Any, int, int]]:
    """Yield of each member of the list or object at `place` its key and value, and where the value begins and ends."""
    named = text[place] == "{"
    place = after_blanks(text, place + 1)
    while text[place] not in "]}":
        key = ""
        if named:
            key, place = _decoder.raw_decode(text, place)
            place = after_blanks(text, after_blanks(text, place) + 1)
        value, end = _decoder.raw_decode(text, place)
        yield key, value, place, end
        place = after_blanks(text, end)
        if text[place] == ",":
            place = after_blanks(text, place + 1)


def after_blanks(text: str, place: int) -> int:
    """Return the next place from one on at which no blank stands."""
    found = _BLANK.match(text, place)
    return found.end() if found else place
