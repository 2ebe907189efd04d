"""CSL-JSON: every item a block with its fields; other JSON is read as its strings."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from ...intake.csl import AGAIN, author_in, members, numbers_in, others
from ...intake.elsewhere import in_words, of_another, of_the_work, says_something
from ...intake.paper import tidy, year_of
from ...notation.identifiers import doi_in, pmids_of
from .blocks import Block, BrokenError, Entry, row, standing_in
from .jsonstrings import strings_of
from .jsonworks import has_text, placed, unwrapped
from .linked import WRAPPED, with_notes
from .papers import authors_of
from .plain import flow

_ID, _TITLE = re.compile(r'"id"[ \t\r\n]*:'), re.compile(r'"title"[ \t\r\n]*:')
"""The keys on whose line an item stands."""
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
    found = placed(text, data)
    items = [item for item, _, _ in found]
    blocks: list[Block] = []
    odd: list[int] = []
    if not any(map(_item_in, items)) or any(map(has_text, items)):
        return list(flow(strings_of(text, ends), apart=True)), ()
    rest: list[str] = []
    done = 0
    for item, start, end in found:
        key = _ID if isinstance(item, dict) and item.get("id") else _TITLE
        named = key.search(text, start, end)
        line = bisect_left(ends, named.start() if named else start) + 1
        told = _item_in(item)
        made = list(_blocks_of(told, line)) if told else []
        blocks += made
        odd += [] if made and told and AGAIN not in told else [line]
        rest += [text[done:start], " " * (end - start)]
        done = max(done, end)
    # What stands beside works, as on a page of data that lists them, may say something itself.
    beside = strings_of("".join([*rest, text[done:]]), ends) if isinstance(data, dict) else []
    blocks += flow(beside, apart=True) if any(says_something(said) for _, said in beside) else ()
    return blocks, tuple(odd)


def _blocks_of(item: dict[str, Any], line: int) -> Iterator[Block]:
    """Yield a work as an entry, and what its fields say that are none of a work's."""
    fields = list(others(item))
    yield from with_notes(entry_of_item(item), line, _links(item), _texts(item, *_NOTES), fields)
    for name, text in fields:
        said = says_something(text) and not of_the_work(name) and not of_another(in_words(name))
        if said and (made := row([(line, text)], (name,))):
            yield made


_NOTES = ("note", "extra", "annote")


def _links(item: dict[str, Any]) -> list[str]:
    """Return the addresses of an item, and the numbers that it has beside the one that counts."""
    beside = [f"{name} {value}" for name, value in item.get(AGAIN, ()) if name in {"DOI", "PMID"}]
    for name in ("DOI", "PMID"):
        told = item.get(name)
        beside += [f"{name} {value}" for value in told[1:]] if isinstance(told, list) else []
    beside += [f"PMID {number}" for number in pmids_of(str(item.get("PMID") or ""))[1:]]
    return [*_texts(item, "URL", "url", "DOI"), *beside]


def _texts(item: dict[str, Any], *names: str) -> list[str]:
    texts = (WRAPPED.sub(" ", item[name]) for name in names if isinstance(item.get(name), str))
    return [line for text in texts for line in text.splitlines()]


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
    told = unwrapped(item)
    return {**numbers_in(told), **told} if isinstance(told, dict) and _is_item(told) else None


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
