"""CSL-JSON in: items as Zotero, pandoc and Crossref's content negotiation write them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from .paper import (
    Paper,
    changes_told,
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
        found = json.loads(text)
    except json.JSONDecodeError:
        raise
    except ValueError as error:  # in Python's own words, of a setting of Python
        raise ValueError("it has a number of more digits than are read") from error
    items = found.get("items", [found]) if isinstance(found, dict) else found
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise ValueError("CSL-JSON is a list of items")
    for item in items:
        yield _paper(item)


def _paper(item: dict[str, Any]) -> Paper:
    names = item.get("author")
    told = (name for name in (names if isinstance(names, list) else ()) if isinstance(name, dict))
    paper = Paper(
        trace="file",
        type=type_of(item.get("type")),
        title=title_of(first(item.get("title"))),
        original_title=title_of(item.get("original-title")),
        author=tuple(author for name in told for author in _authors(name)),
        issued=year_in(item.get("issued")),
        container_title=tidy(first(item.get("container-title")) or item.get("publisher")),
        volume=tidy(item.get("volume")),
        issue=tidy(item.get("issue")),
        page=pages(item.get("page")),
        doi=number("DOI", item.get("DOI")),
        pmid=number("PMID", item.get("PMID")),
        pmcid=number("PMCID", item.get("PMCID")),
        language=language_of(item.get("language")),
        publisher=tidy(item.get("publisher")),
        changes=changes_told(first(item.get("title")), item.get("note"), status=item.get("status")),
        lost=lost(doi=item.get("DOI"), pmid=item.get("PMID"), pmcid=item.get("PMCID")),
    )
    return with_addresses(paper, [item.get("URL")])


def first(value: Any) -> Any:
    """Return the first of a list, or what is none itself."""
    return (value[0] if value else None) if isinstance(value, list) else value


def year_in(date: Any) -> int | None:
    """Return the year of a CSL date."""
    if not isinstance(date, dict):
        return year_of(date)
    parts = first(first(date.get("date-parts")))
    return year_of(parts) or year_of(date.get("raw") or date.get("literal"))


def _authors(name: dict[str, Any]) -> tuple[str, ...]:
    """Return the author of an item, or those that stand in the place of one."""
    literal = tidy(name.get("literal") or name.get("name"))
    family = " ".join(filter(None, (tidy(name.get("non-dropping-particle")), tidy(name.get("family")))))
    given, suffix = tidy(name.get("given")), tidy(name.get("suffix"))
    together = names_in(literal or ("" if given else family))
    if len(together) > 1:
        return together
    if literal:
        return tuple(filter(None, [without_commas(literal)]))
    behind = f", {without_commas(suffix)}" if suffix else ""
    return (f"{without_commas(family)}, {without_commas(given or '')}{behind}".strip(),) if family else ()
