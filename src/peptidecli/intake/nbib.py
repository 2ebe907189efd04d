"""PubMed's .nbib in: a tag of up to four letters, a hyphen and a value a line, continued on indented lines.

By our own hand: the format is lines of tags, and the library that reads it, Biopython, brings NumPy with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .paper import DESIGNS, Paper, language_of, name_of, number, pages, tidy, title_of, year_of

_LINE = re.compile(r"([A-Z0-9]{2,4}) *- (.*)")


def papers(text: str) -> Iterator[Paper]:
    """Yield the works of a .nbib file; raise ValueError where it is none."""
    if not re.search(r"^PMID ?-", text, re.MULTILINE):
        raise ValueError("no line begins with PMID, as every entry of PubMed does")
    for entry in re.split(r"\n(?=PMID ?- )", text.replace("\r\n", "\n")):
        fields: list[tuple[str, str]] = []
        for line in entry.splitlines():
            if found := _LINE.match(line):
                fields.append((found[1], found[2]))
            elif line.startswith("      ") and fields:
                fields[-1] = (fields[-1][0], f"{fields[-1][1]} {line.strip()}")
        if any(tag == "PMID" for tag, _ in fields):
            yield _paper(fields)


def _paper(fields: list[tuple[str, str]]) -> Paper:
    def all_of(tag: str) -> list[str]:
        return [value.strip() for name, value in fields if name == tag]

    def first(*tags: str) -> str | None:
        return next((value for tag in tags for value in all_of(tag)), None)

    dois = [value for tag in ("LID", "AID") for value in all_of(tag) if value.endswith("[doi]")]
    full = [name_of(*value.partition(", ")[::2]) for value in all_of("FAU")]
    short = [name_of(*value.rpartition(" ")[::2]) for value in all_of("AU")]
    designs = [DESIGNS[kind] for kind in all_of("PT") if kind in DESIGNS]
    return Paper(
        trace="file",
        title=title_of(first("TI", "BTI")),
        original_title=title_of(first("TT")),
        author=(*(name for name in full or short if name), *(all_of("CN"))),
        issued=year_of(first("DP")),
        container_title=tidy(first("JT", "TA")),
        volume=tidy(first("VI")),
        issue=tidy(first("IP")),
        page=pages(first("PG")),
        doi=number("DOI", dois[0].removesuffix("[doi]")) if dois else None,
        pmid=number("PMID", first("PMID")),
        pmcid=number("PMCID", first("PMC")),
        language=language_of(first("LA")),
        designs=tuple(dict.fromkeys(designs)),
    )
