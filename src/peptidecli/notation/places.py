"""The place at which a work was printed, in a few words: journal, year, volume, issue, pages and numbers."""

from __future__ import annotations

from typing import Protocol


class Printed(Protocol):
    """What has a place: a reference, or the other place of its work."""

    @property
    def container_title(self) -> str: ...  # noqa: D102 - the names say it
    @property
    def issued(self) -> int: ...  # noqa: D102
    @property
    def volume(self) -> str | None: ...  # noqa: D102
    @property
    def issue(self) -> str | None: ...  # noqa: D102
    @property
    def page(self) -> str | None: ...  # noqa: D102
    @property
    def doi(self) -> str | None: ...  # noqa: D102
    @property
    def pmid(self) -> str | None: ...  # noqa: D102


def place_in_words(place: Printed) -> str:
    """Return a place as a list of references prints it: `Brain Research 2006;1117(1):54-60, PMID 16996037`."""
    volume = (place.volume or "") + (f"({place.issue})" if place.issue else "")
    where = f"{volume}:{place.page}" if place.page and volume else volume or place.page or ""
    told = f"{place.container_title} {place.issued}" + (f";{where}" if where else "")
    told += f", doi:{place.doi}" if place.doi else ""
    return told + (f", PMID {place.pmid}" if place.pmid else "")
