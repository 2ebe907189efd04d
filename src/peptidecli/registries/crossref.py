"""Crossref by its REST API: a work by DOI, works by words, and what has become of a work since.

Written after Crossref's documentation of the REST API (access and authentication, filters, the change of its rate
limits of December 2025) and its tutorial on Retraction Watch's data, which stand as `updated-by` with the work and as
`update-to` with the notice.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple
from urllib.parse import quote

from ..dataset.model import Standing
from ..errors import RegistryError
from ..intake.csl import first, year_in
from ..intake.paper import Change, Paper, language_of, name_of, number, pages, tidy, title_of
from .client import Client

_PAGE = 100

_TYPES = {"journal-article": "article-journal", "book-chapter": "chapter", "monograph": "book", "edited-book": "book",
          "proceedings-article": "paper-conference", "dissertation": "thesis"}  # fmt: skip
_CHANGES: dict[str, Standing] = {
    "retraction": "retracted", "withdrawal": "retracted", "removal": "retracted", "partial_retraction": "retracted",
    "expression_of_concern": "expression-of-concern", "correction": "corrected", "corrigendum": "corrected",
    "erratum": "corrected", "addendum": "corrected", "clarification": "corrected",
}  # fmt: skip


class Work(NamedTuple):
    """What Crossref says of a DOI: the paper, or None; the DOI it lies under now; who else keeps it."""

    paper: Paper | None
    doi: str
    agency: str | None = None


def fetch(client: Client, dois: Iterable[str], watch: Callable[[int], None] | None = None) -> Iterator[Work]:
    """Yield what Crossref says of each DOI, in order; a work that has moved comes with its new DOI."""
    for doi in dois:
        kept = client.kept("crossref", doi.lower())
        if kept is None:
            found = client.json("Crossref", f"works/{quote(doi, safe='')}", _common(client))
            message = found.get("message") if isinstance(found, dict) else None
            if found is not None and not isinstance(message, dict):
                raise RegistryError(f"Crossref's answer about {doi} has no message")
            kept = json.dumps(message if found is not None else {"agency": _agency(client, doi)})
            client.keep("crossref", doi.lower(), kept)
        message = json.loads(kept)
        if "agency" in message:
            yield Work(None, doi, message["agency"])
        else:
            paper = _paper(message)
            yield Work(paper, paper.doi or doi)
        if watch:
            watch(1)


def _common(client: Client) -> dict[str, str]:
    return {"mailto": client.mailto} if client.mailto else {}


def _agency(client: Client, doi: str) -> str | None:
    """Return who registered a DOI that Crossref has no work for; None where nobody did."""
    found = client.json("Crossref", f"works/{quote(doi, safe='')}/agency", _common(client))
    agency = (found or {}).get("message", {}).get("agency", {}) if isinstance(found, dict) else {}
    return agency.get("label") or agency.get("id") if agency.get("id") != "crossref" else None


class Works(NamedTuple):
    """What a search finds: how many in all, and those that were looked at."""

    total: int
    papers: tuple[Paper, ...]


def search(client: Client, words: str, since: str, most: int) -> Works:
    """Return the works that Crossref first heard of since a day (YYYY-MM-DD), best fit first, at most `most`."""
    found: list[Paper] = []
    cursor, total = "*", 0
    while len(found) < most:
        size = min(_PAGE, most - len(found))
        parameters = _common(client) | {
            "query.bibliographic": words, "filter": f"from-created-date:{since}", "rows": str(size), "cursor": cursor,
        }  # fmt: skip
        answer = client.json("Crossref", "works", parameters)
        message = answer.get("message") if isinstance(answer, dict) else None
        if not isinstance(message, dict) or "items" not in message:
            raise RegistryError("Crossref's answer to a search has no items")
        total = int(message.get("total-results") or 0)
        found += [_paper(item) for item in message["items"]]
        cursor = message.get("next-cursor") or ""
        if len(message["items"]) < size or not cursor:
            break
    return Works(total, tuple(found))


def _paper(message: dict[str, Any]) -> Paper:
    doi = number("DOI", message.get("DOI"))
    authors = [_author(item) for item in message.get("author") or () if isinstance(item, dict)]
    original = first(message.get("original-title"))
    dates = (year_in(message.get(key)) for key in ("published-print", "issued", "published-online", "published"))
    years = tuple(dict.fromkeys(year for year in dates if year))
    return Paper(
        trace="Crossref",
        where=f"api.crossref.org/works/{quote(doi, safe='/')}" if doi else None,
        type=_TYPES.get(str(message.get("type")), str(message.get("type") or "article-journal")),
        title=title_of(first(message.get("title"))),
        original_title=title_of(original),
        author=tuple(name for name in authors if name),
        issued=next(iter(years), None),
        years=years,
        container_title=(tidy(first(message.get("container-title"))) or "").replace("&amp;", "&") or None,
        volume=tidy(message.get("volume")),
        issue=tidy(message.get("issue") or (message.get("journal-issue") or {}).get("issue")),
        page=pages(message.get("page")) or tidy(message.get("article-number")),
        doi=doi,
        language=language_of(message.get("language")),
        publisher=tidy(message.get("publisher")),
        changes=tuple(_changes(message)),
        abstract=tidy(message.get("abstract")) or "",
    )


def _author(item: dict[str, Any]) -> str | None:
    if item.get("name"):
        return (tidy(item["name"]) or "").replace(",", " ") or None
    return name_of(item.get("family"), item.get("given"), item.get("suffix") or "")


def _changes(message: dict[str, Any]) -> Iterator[Change]:
    """Yield what has become of a work; publisher and Retraction Watch may both tell of one notice."""
    seen: set[tuple[str, str | None]] = set()
    for item in message.get("updated-by") or ():
        standing = _CHANGES.get(str(item.get("type")).lower().replace("-", "_"))
        doi = number("DOI", item.get("DOI"))
        if standing and (standing, doi) not in seen:
            seen.add((standing, doi))
            source = "Retraction Watch" if item.get("source") == "retraction-watch" else item.get("source")
            said = f"{item.get('label') or item.get('type')}{f' ({source})' if source else ''}"
            yield Change(standing=standing, doi=doi, issued=year_in(item.get("updated")), said=said)
