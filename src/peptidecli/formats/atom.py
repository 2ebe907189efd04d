"""Atom (RFC 4287): what is new, for feed readers."""

from __future__ import annotations

import datetime
import xml.etree.ElementTree as ET
from collections.abc import Iterable

from ..answers.news import Find
from ..notation.identifiers import page

_NAMESPACE = "http://www.w3.org/2005/Atom"


def atom(finds: Iterable[Find], now: datetime.datetime) -> str:
    """Return finds as an Atom feed, dated `now`."""
    ET.register_namespace("", _NAMESPACE)
    feed = ET.Element(f"{{{_NAMESPACE}}}feed")
    moment = now.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    _add(feed, "id", "tag:peptidecli,2026:news")
    _add(feed, "title", "New about research peptides")
    _add(feed, "updated", moment)
    for find in finds:
        entry = ET.SubElement(feed, f"{{{_NAMESPACE}}}entry")
        _add(entry, "id", f"tag:peptidecli,2026:{find.id.replace(' ', '-')}")
        _add(
            entry,
            "title",
            f"{find.compound}: {find.title}" if find.kind == "paper" else f"{find.compound}, {find.kind}: {find.title}",
        )
        _add(entry, "updated", moment)
        ET.SubElement(entry, f"{{{_NAMESPACE}}}link", href=page(find.url))
        for name in find.author or (find.registry,):
            _add(ET.SubElement(entry, f"{{{_NAMESPACE}}}author"), "name", name)
        parts = (find.subject, find.status, f"about it: {find.about} ({find.why})", find.take)
        _add(entry, "summary", "; ".join(part for part in parts if part))
    ET.indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="unicode") + "\n"


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{_NAMESPACE}}}{name}").text = text
