"""How whole the bibliography is."""

from __future__ import annotations

from collections.abc import Mapping

from ..dataset.model import Record, Reference


class Shares(Record, frozen=True):
    """How whole the bibliography is: how many of the articles have what, out of `articles`."""

    articles: int
    doi: int
    """With a DOI, or known to have none."""
    place: int
    """With volume and pages, or known to have none."""
    authors: int
    """With their whole author list."""
    traced: int
    """With at least one trace whose page can be opened."""
    read: int
    """That say how deep they were read."""


def shares(references: Mapping[str, Reference]) -> Shares | None:
    """Return how whole the articles among references are, or None where there are none."""
    articles = [r for r in references.values() if r.type.startswith("article")]
    if not articles:
        return None
    return Shares(
        articles=len(articles),
        doi=sum(1 for r in articles if r.doi or "DOI" in r.lacks),
        place=sum(1 for r in articles if (r.volume or "volume" in r.lacks) and (r.page or "page" in r.lacks)),
        authors=sum(1 for r in articles if r.author_complete),
        traced=sum(1 for r in articles if any(trace.url for trace in r.trace)),
        read=sum(1 for r in articles if r.read),
    )
