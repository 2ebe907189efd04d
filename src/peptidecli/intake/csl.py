"""CSL-JSON in: items as Zotero, pandoc and Crossref's content negotiation write them."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any

from .elsewhere import leaves, with_told
from .paper import (
    Paper,
    changes_told,
    cut_list,
    language_of,
    lost,
    names_in,
    number,
    pages,
    tidy,
    title_of,
    type_of,
    with_addresses,
    without_commas,
    year_of,
)


def papers(text: str) -> Iterator[Paper]:
    """Yield the works of a CSL-JSON file; raise ValueError where it is none."""
    try:
        found = json.loads(text, object_pairs_hook=members)
    except json.JSONDecodeError:
        raise
    except ValueError as error:  # in Python's own words, of a setting of Python
        raise ValueError("it has a number of more digits than are read") from error
    items = found.get("items", [found]) if isinstance(found, dict) else found
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise ValueError("CSL-JSON is a list of items")
    if any("itemType" in item for item in items):
        raise ValueError("it is Zotero's own JSON; export the works as CSL JSON")
    for item in items:
        yield _paper({**numbers_in(item), **item})


AGAIN = " again"
"""The key under which an object has the values of keys that it has more than once; CSL has none with a blank."""


def members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object of JSON; of a key that is there several times the last counts, as JavaScript has it.

    The others, as pairs of key and value, stand under `AGAIN`.
    """
    found = dict(pairs)
    if len(found) < len(pairs) and (others := [(name, value) for name, value in pairs if value != found[name]]):
        found[AGAIN] = others
    return found


def _paper(item: dict[str, Any]) -> Paper:
    texts, amiss = _texts(item)
    authors, nameless = _authors(item.get("author"))
    paper = Paper(
        trace="file",
        type=type_of(texts.get("type")),
        title=title_of(texts.get("title")),
        original_title=title_of(texts.get("original-title")),
        author=authors,
        author_complete=not nameless and not cut_list(texts.get("note", "")),
        issued=year_in(item.get("issued")),
        container_title=tidy(texts.get("container-title") or texts.get("publisher")),
        volume=tidy(texts.get("volume")),
        issue=tidy(texts.get("issue")),
        number=tidy(texts.get("number")),
        page=pages(texts.get("page") or texts.get("page-first")),
        doi=number("DOI", texts.get("DOI")),
        pmid=number("PMID", texts.get("PMID")),
        pmcid=number("PMCID", texts.get("PMCID")),
        language=language_of(texts.get("language")),
        publisher=tidy(texts.get("publisher")),
        changes=changes_told(texts.get("title"), texts.get("note"), status=texts.get("status")),
        lost=(
            *lost(_dates(item.get("issued")), doi=texts.get("DOI"), pmid=texts.get("PMID"), pmcid=texts.get("PMCID")),
            *amiss,
            *dict.fromkeys(f"a second {name}" for name, _ in item.get(AGAIN, ())),
            *nameless,
        ),
    )
    paper = with_addresses(paper, [texts.get("URL")], [texts.get("note"), item.get("annote")])
    return with_told(paper, others(item))


_TEXTS = ("type", "title", "original-title", "container-title", "volume", "issue", "number", "page", "page-first",
          "DOI", "PMID", "PMCID", "language", "publisher", "note", "status", "URL")  # fmt: skip
_READ = frozenset(
    {*_TEXTS, AGAIN, "id", "author", "authors", "creators", "editor", "issued", "date", "url", "extra", "annote",
     "abstract", "journalAbbreviation", "accessed"}
)  # fmt: skip


def others(item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what stands in an item and is read for nothing else, as fields."""
    return leaves({name: value for name, value in item.items() if name not in _READ})


def numbers_in(item: dict[str, Any]) -> dict[str, Any]:
    """Return the numbers of an item that stand where Zotero, Mendeley, Lens or an archive has them, by CSL's names."""
    others = item.get("identifiers")
    told = others if isinstance(others, dict) else {}
    listed = item.get("external_ids")
    for one in listed if isinstance(listed, list) else ():
        if isinstance(one, dict):
            told = {str(one.get("type")): one.get("value"), **told}
    if item.get("source") == "MED":  # Europe PMC
        told = {"pmid": item.get("id"), **told}
    if str(item.get("archive")).lower() in {"pubmed", "medline"}:
        told = {"pmid": item.get("archive_location") or item.get("archiveLocation"), **told}
    return {name.upper(): held[name] for held in (told, item) for name in ("doi", "pmid", "pmcid") if held.get(name)}


def _texts(item: dict[str, Any]) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the variables of an item that are text or a number, as CSL has them, and those that are something else."""
    found: dict[str, str] = {}
    amiss: list[str] = []
    for name in _TEXTS:
        value = first(item.get(name))
        if isinstance(item.get(name), list) and len({*map(str, item[name])}) > 1:
            amiss.append(f"a second {name}")
        text = _text(value)
        if text is not None:
            found[name] = text
        elif value is not None:
            amiss.append(f"{name}, which is neither text nor a number")
    return found, tuple(amiss)


def _text(value: Any) -> str | None:
    """Return a text, or a number as text, `7.0` as `7`; None for what is neither."""
    if isinstance(value, float) and math.isfinite(value):
        return str(int(value) if value.is_integer() else value)
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else None


def first(value: Any) -> Any:
    """Return the first of a list, or what is none itself."""
    return (value[0] if value else None) if isinstance(value, list) else value


def year_in(date: Any) -> int | None:
    """Return the year of a CSL date."""
    return year_of(*_dates(date))


def _dates(date: Any) -> tuple[Any, ...]:
    """Return what may have the year of a CSL date in it."""
    if not isinstance(date, dict):
        return (date,)
    return first(first(date.get("date-parts"))), date.get("raw"), date.get("literal")


def _authors(names: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the authors of an item, and what is to be said of those that cannot be read."""
    if names is None:
        return (), ()
    if isinstance(names, str | dict):  # one author, as some write it
        names = [names]
    if not isinstance(names, list):
        return (), ("authors, which are no list",)
    read = [author_in(name) for name in names]
    unread = read.count(())
    told = "an author who has no family name" if unread == 1 else f"{unread} authors who have no family name"
    whole = [name for name, author in zip(names, read, strict=True) if author and isinstance(name, dict)]
    odd = any(not isinstance(name.get(part) or "", str) for name in whole for part in _PARTS)
    amiss = [told] * bool(unread) + ["a part of a name, which is no text"] * odd
    return tuple(author for one in read for author in one), tuple(amiss)


_PARTS = ("family", "given", "suffix", "literal", "dropping-particle", "non-dropping-particle")


def author_in(name: Any) -> tuple[str, ...]:
    """Return the author that a name is, or those that stand in the place of one; a text is a name as it is written."""
    if isinstance(name, str):
        name = {"family": name.partition(",")[0], "given": name.partition(",")[2]} if "," in name else {"literal": name}
    if not isinstance(name, dict):
        return ()

    def part(*keys: str) -> str:
        texts = (tidy(name[key]) for key in keys if isinstance(name.get(key), str))
        return " ".join(filter(None, texts))

    literal = part("literal") or part("name")
    family, given = part("non-dropping-particle", "family"), part("given", "dropping-particle")
    together = names_in(literal or ("" if given else family))
    if len(together) > 1:
        return together
    if literal:
        return (without_commas(literal),)
    behind = f", {without_commas(part('suffix'))}" if part("suffix") else ""
    return (f"{without_commas(family)}, {without_commas(given)}{behind}".strip(),) if family else ()
