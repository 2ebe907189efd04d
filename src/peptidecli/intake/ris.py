"""RIS in, read by rispy: what EndNote, Zotero, Scopus, Web of Science and publishers export."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import rispy

from .paper import Paper, language_of, lost, number, pages, tidy, title_of, year_of

_TYPES = {"JOUR": "article-journal", "JFULL": "article-journal", "EJOUR": "article-journal", "CHAP": "chapter",
          "BOOK": "book", "RPRT": "report", "THES": "thesis", "CPAPER": "paper-conference",
          "CONF": "paper-conference"}  # fmt: skip

_CONTAINERS = (
    "journal_name",
    "secondary_title",
    "alternate_title3",
    "alternate_title1",
    "alternate_title2",
    "publisher",
)


def papers(text: str) -> Iterator[Paper]:
    """Yield the works of a RIS file; raise ValueError where it is none."""
    if not re.search(r"^TY  -", text, re.MULTILINE):
        raise ValueError("no line begins with TY, as every RIS entry does")
    if open_entry := _without_end(text):
        raise ValueError(f"the entry on line {open_entry} has no end (ER); the file may be cut short")
    try:
        entries = rispy.loads(text, skip_unknown_tags=True)
    except (OSError, rispy.parser.ParseError) as error:
        raise ValueError(str(error)) from error
    except (KeyError, IndexError) as error:  # of a line that goes on where its field has not begun
        raise ValueError(f"a line goes on with {error.args[0]}, which has not begun") from error
    for entry in entries:
        yield _paper(entry)


def _without_end(text: str) -> int:
    """Return the line of the first entry that is not closed, of which rispy says nothing; 0 where all are."""
    begun = 0
    for place, line in enumerate(text.splitlines(), 1):
        if line.startswith("ER  -"):
            begun = 0
        elif line.startswith("TY  -"):
            if begun:
                break
            begun = place
    return begun


def _paper(entry: dict[str, Any]) -> Paper:
    def first(*names: str) -> Any:
        return next((entry[name] for name in names if entry.get(name)), None)

    authors = [_name(name) for name in first("authors", "first_authors") or ()]
    start, end = tidy(first("start_page")), tidy(first("end_page"))
    span = f"{start}-{end}" if start and end and "-" not in start and end != start else start
    notes = " ".join(map(str, first("notes") or ()))
    pmid = re.search(r"PMID:?\s*(\d+)", notes)
    pubmed = "pubmed" in str(first("name_of_database") or "").lower()
    numbered = first("accession_number") if pubmed else pmid[1] if pmid else None
    return Paper(
        trace="file",
        type=_TYPES.get(str(entry.get("type_of_reference")), "document"),
        title=title_of(first("title", "primary_title", "translated_title")),
        author=tuple(name for name in authors if name),
        issued=year_of(first("year", "publication_year", "date")),
        container_title=tidy(first(*_CONTAINERS)),
        volume=tidy(first("volume")),
        issue=tidy(first("number")),
        page=pages(span),
        doi=number("DOI", first("doi")),
        pmid=number("PMID", numbered),
        pmcid=number("PMCID", first("custom2")),
        language=language_of(first("language")),
        publisher=tidy(first("publisher")),
        lost=lost(doi=first("doi"), pmid=numbered),
    )


def _name(text: str) -> str | None:
    """Return a name as RIS writes it, `Family, Given, Suffix`; one without a comma is an organisation."""
    parts = [part.strip() for part in text.split(",")]
    return ", ".join(parts).strip() if parts[0] else None
