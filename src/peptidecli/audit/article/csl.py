"""CSL-JSON: every item a block with its fields; other JSON is read as its strings."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from typing import Any

from ...intake.paper import tidy, year_of
from ...notation.identifiers import doi_in, pmid_in
from .blocks import Block, BrokenError, Entry, entry_block
from .plain import flow

DEEPEST = 100
_NOTED = re.compile(r"\b(PMID|PMCID):\s{0,3}((?:PMC)?\d{4,10})\b", re.IGNORECASE)


def entries_of_csl(text: str) -> tuple[list[Block], tuple[int, ...]]:
    """Return the items of a file as blocks, and the lines of items that cannot be read.

    Raises BrokenError for what is no JSON: cut short, it would be read as prose in which nothing is found.
    """
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        lines = "; lines of JSON are read from .ndjson" if error.msg == "Extra data" else ""
        raise BrokenError(f"is not csl: {error}{lines}") from error
    except ValueError as error:  # a number of more digits than Python reads
        raise BrokenError(f"is not csl: {error}") from error
    except RecursionError:
        raise BrokenError("is not csl: it is nested too deep") from None
    ends = [place for place, character in enumerate(text) if character == "\n"]
    items = _items(data) if isinstance(data, dict) else data
    blocks: list[Block] = []
    odd: list[int] = []
    place = 0
    if not isinstance(items, list) or not any(isinstance(item, dict) and _is_item(item) for item in items):
        return list(flow(_strings(data, text, ends))), ()
    for item in items:
        mark = str(item.get("id") or item.get("title") or "") if isinstance(item, dict) else ""
        found = text.find(json.dumps(mark, ensure_ascii=False), place) if mark else -1
        place = found if found >= 0 else place
        line = bisect_left(ends, place) + 1
        entry = entry_of_item(item) if isinstance(item, dict) and _is_item(item) else None
        made = entry_block(entry, line) if entry else None
        if made:
            blocks.append(made)
        else:
            odd.append(line)
    return blocks, tuple(odd)


def _items(data: dict[str, Any]) -> Any:
    """Return the items of an object: those it holds, or itself, as doi.org gives one work."""
    held = data.get("items") or data.get("references")
    if held:
        return held
    told = data.get("message")  # Crossref's own answer
    item = told if isinstance(told, dict) else data
    return [item] if item.get("title") and (item.get("DOI") or item.get("issued") or item.get("author")) else None


def _is_item(item: dict[str, Any]) -> bool:
    return bool(item.get("title") or item.get("DOI") or item.get("PMID"))


def entry_of_item(item: dict[str, Any]) -> Entry:
    """Return an item as an entry."""

    def text(*names: str) -> str:
        value = next((item[name] for name in names if item.get(name)), "")
        value = value[0] if isinstance(value, list) and value else value
        # Titles may have italics and raised letters in them.
        return tidy(value) or "" if isinstance(value, (str, int, float)) else ""

    people = item.get("author")
    names = [
        f"{person.get('family', '')}, {person.get('given', '')}".strip(", ") or str(person.get("literal", ""))
        for person in (people if isinstance(people, list) else ())
        if isinstance(person, dict)
    ]
    issued = item.get("issued")
    parts = issued.get("date-parts") if isinstance(issued, dict) else None
    year = parts[0][0] if isinstance(parts, list) and parts and isinstance(parts[0], list) and parts[0] else ""
    if not year and isinstance(issued, dict):
        year = year_of(issued.get("raw") or issued.get("literal")) or ""
    # Zotero writes into a note what CSL once had no field for.
    noted = {hit[1].upper(): hit[2] for hit in _NOTED.finditer(text("note"))}
    return Entry(
        key=text("citation-key", "citekey", "id"),
        authors=tuple(name for name in names if name),
        year=str(year),
        title=text("title"),
        journal=text("container-title"),
        volume=text("volume"),
        issue=text("issue"),
        page=text("page"),
        doi=doi_in(text("DOI")) or text("DOI"),
        pmid=pmid_in(text("PMID")) or text("PMID") or noted.get("PMID", ""),
        pmcid=text("PMCID") or noted.get("PMCID", ""),
    )


def _strings(data: Any, text: str, ends: list[int]) -> list[tuple[int, str]]:
    """Return the strings of JSON that is no bibliography, as lines."""
    found: list[tuple[int, str]] = []
    place = 0
    waiting: list[tuple[Any, int]] = [(data, 0)]
    while waiting:
        value, depth = waiting.pop()
        if isinstance(value, str) and value.strip():
            at = text.find(json.dumps(value, ensure_ascii=False), place)
            place = at if at >= 0 else place
            found.append((bisect_left(ends, place) + 1, value))
        elif isinstance(value, dict) and depth < DEEPEST:
            waiting += [(inner, depth + 1) for inner in reversed(list(value.values()))]
        elif isinstance(value, list) and depth < DEEPEST:
            waiting += [(inner, depth + 1) for inner in reversed(value)]
    return found
