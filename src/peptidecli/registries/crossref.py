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
from ..intake.paper import Change, Paper, language_of, name_of, number, pages, tidy, title_of, type_of
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
            found = client.asked("Crossref", f"works/{quote(doi, safe='')}", _common(client), _message)
            kept = found if found is not None else json.dumps({"agency": _agency(client, doi)})
            client.keep("crossref", doi.lower(), kept)
        message = json.loads(kept)
        if "agency" in message:
            yield Work(None, doi, message["agency"])
        else:
            paper = _paper(message)
            yield Work(paper, paper.doi or doi)
        if watch:
            watch(1)


def _message(text: str) -> str:
    """Return the message of an answer about one work, as it is kept; raise ValueError where none can be read."""
    found = json.loads(text)
    message = found.get("message") if isinstance(found, dict) else None
    if not isinstance(message, dict):
        raise ValueError("it has no message")
    _read(message)
    return json.dumps(message)


def _read(message: dict[str, Any]) -> Paper:
    """Return the paper of a message; raise ValueError where its fields are not of the kind that is documented."""
    try:
        return _paper(message)
    except (TypeError, AttributeError, KeyError, IndexError) as error:
        raise ValueError(f"its fields are not as documented ({error})") from error


def like(client: Client, words: str, most: int = 5) -> tuple[Paper, ...]:
    """Return the works that are most like a reference as it is written, the best fit first, at most `most`."""
    kept = client.kept("crossref-like", f"{most} {words}")
    if kept is None:
        parameters = _common(client) | {"query.bibliographic": words, "rows": str(most)}
        found = client.asked("Crossref", "works", parameters, _items)
        if found is None:
            raise RegistryError("Crossref's list of works is not where it was (404)")
        kept = found
        client.keep("crossref-like", f"{most} {words}", kept)
    return tuple(_paper(item) for item in json.loads(kept))


def _items(text: str) -> str:
    """Return the works of a list, as they are kept; raise ValueError where it is none."""
    found = json.loads(text)
    message = found.get("message") if isinstance(found, dict) else None
    items = message.get("items") if isinstance(message, dict) else None
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise ValueError("it has no items")
    for item in items:
        _read(item)
    return json.dumps(items)


class Journal(NamedTuple):
    """A journal that Crossref has works of: its title, and the years in which they appeared."""

    title: str
    years: frozenset[int]


def journals(client: Client, name: str, most: int = 5) -> tuple[Journal, ...]:
    """Return the journals that Crossref finds by a name, at most `most`."""
    kept = client.kept("crossref-journals", name)
    if kept is None:
        found = client.asked("Crossref", "journals", _common(client) | {"query": name, "rows": str(most)}, _journals)
        kept = json.dumps(found or [])
        client.keep("crossref-journals", name, kept)
    return tuple(Journal(title, frozenset(years)) for title, years in json.loads(kept))


def _journals(text: str) -> list[tuple[str, list[int]]]:
    found = json.loads(text)
    message = found.get("message") if isinstance(found, dict) else None
    items = message.get("items") if isinstance(message, dict) else None
    if not isinstance(items, list):
        raise ValueError("it has no items")
    told: list[tuple[str, list[int]]] = []
    for item in items:
        counts = (item.get("breakdowns") or {}).get("dois-by-issued-year") if isinstance(item, dict) else None
        if isinstance(counts, list):
            pairs = [pair for pair in counts if isinstance(pair, list) and pair and isinstance(pair[0], int)]
            told.append((tidy(item.get("title")) or "", [pair[0] for pair in pairs]))
    return told


def _common(client: Client) -> dict[str, str]:
    return {"mailto": client.mailto} if client.mailto else {}


def _agency(client: Client, doi: str) -> str | None:
    """Return who registered a DOI that Crossref has no work for; None where nobody did."""
    found = client.json("Crossref", f"works/{quote(doi, safe='')}/agency", _common(client))
    message = found.get("message") if isinstance(found, dict) else None
    agency = message.get("agency") if isinstance(message, dict) else None
    if not isinstance(agency, dict) or agency.get("id") == "crossref":
        return None
    return tidy(agency.get("label") or agency.get("id"))


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
        page = client.asked("Crossref", "works", parameters, _page)
        if page is None:
            raise RegistryError("Crossref's list of works is not where it was (404)")
        total, papers, cursor = page
        found += papers
        if len(papers) < size or not cursor:
            break
    return Works(total, tuple(found))


def _page(text: str) -> tuple[int, list[Paper], str]:
    """Return how many works a search finds in all, those of this page, and the cursor of the next."""
    message = json.loads(text)["message"]
    papers = [_paper(item) for item in message["items"]]
    return int(message.get("total-results") or 0), papers, str(message.get("next-cursor") or "")


_WORDS = ("title", "original-title", "container-title", "short-container-title", "volume", "issue", "page", "publisher")
"""Fields of a work that are text, or lists of it."""


def _paper(message: dict[str, Any]) -> Paper:
    persons = [item for item in message.get("author") or () if isinstance(item, dict)]
    for told in (*map(message.get, _WORDS), *(item.get(key) for item in persons for key in ("family", "given"))):
        if any(isinstance(item, dict | list) for item in (told if isinstance(told, list) else (told,))):
            raise TypeError(f"{told!r:.80} is no text")
    doi = number("DOI", message.get("DOI"))
    authors = [_author(item) for item in persons]
    original = first(message.get("original-title"))
    dates = (year_in(message.get(key)) for key in ("published-print", "issued", "published-online", "published"))
    years = tuple(dict.fromkeys(year for year in dates if year))
    named = (message.get(key) or () for key in ("container-title", "short-container-title"))
    told = (name for names in named for name in (names if isinstance(names, list) else (names,)))
    names = tuple(dict.fromkeys(name.replace("&amp;", "&") for item in told if (name := tidy(item))))
    return Paper(
        trace="Crossref",
        where=f"api.crossref.org/works/{quote(doi, safe='/')}" if doi else None,
        type=type_of(_TYPES.get(str(message.get("type")), message.get("type"))),
        title=title_of(first(message.get("title"))),
        original_title=title_of(original),
        author=tuple(name for name in authors if name),
        issued=next(iter(years), None),
        years=years,
        container_title=next(iter(names), None),
        journals=names[1:],
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
