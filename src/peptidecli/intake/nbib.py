"""PubMed's .nbib in: a tag of up to four letters, a hyphen and a value a line, continued on indented lines.

By our own hand: the format is lines of tags, and the library that reads it, Biopython, brings NumPy with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..dataset.model import Standing
from ..notation.identifiers import joined
from .elsewhere import with_told
from .paper import (
    DESIGNS,
    Change,
    Paper,
    changes_told,
    language_of,
    lost,
    name_of,
    names_in,
    notice_of,
    number,
    pages,
    tidy,
    title_of,
    year_of,
)
from .tagged import Field, all_of, first, seconds

_LINE = re.compile(r"([A-Z0-9]{2,4}) *- ?(.*)")


def records(text: str) -> Iterator[tuple[int, list[Field]]]:
    """Yield the records of a file, each with the line it begins on: at its PMID, or behind an empty line.

    Where the PMID is not the first field of a record, what stands before it goes with it if it has no title itself.
    """
    held: tuple[int, list[Field], bool] | None = None
    for start, fields, apart in _parts(text):
        if held and not apart and not all_of(held[1], "PMID") and not all_of(fields, "TI", "BTI"):
            held = (held[0], [*held[1], *fields], held[2])
            continue
        if held:
            yield held[:2]
        held = start, fields, apart
    if held:
        yield held[:2]


def _parts(text: str) -> Iterator[tuple[int, list[Field], bool]]:
    """Yield the fields between PMIDs and empty lines, the line they begin on, and whether an empty one is above it."""
    fields: list[Field] = []
    start, apart, parted = 0, True, True
    for place, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        if not line.strip():
            apart = True
            continue
        found = _LINE.match(line)
        if start and (apart or (found and found[1] == "PMID")):
            yield start, fields, parted
            fields, start, parted = [], 0, apart
        start, apart = start or place, False
        if found:
            fields.append(Field(found[1], found[2].strip(), place))
        elif line.startswith("      ") and fields:
            fields[-1] = fields[-1]._replace(value=joined(fields[-1].value, line.strip()))
    if start:
        yield start, fields, parted


def papers(text: str) -> Iterator[Paper]:
    """Yield the works of a .nbib file; raise ValueError where it is none."""
    if not re.search(r"^PMID ?-", text, re.MULTILINE):
        raise ValueError("no line begins with PMID, as every entry of PubMed does")
    for start, fields in records(text):
        if any(field.tag == "PMID" for field in fields):
            yield _paper(fields)
        elif all_of(fields, "TI", "FAU", "AU"):
            fault = f"what stands from line {start} on has no PMID, with which every entry begins"
            yield Paper(trace="file", title=title_of(first(fields, "TI")), fault=fault)


def doi_in(fields: Sequence[Field]) -> str:
    """Return the DOI, which is one of several article numbers, empty where there is none."""
    return next(iter(dois_in(fields)), "")


_ARTICLE_NUMBER = re.compile(r"(\S.*?)\s*\[doi\]|(?=10\.\d)\S+", re.IGNORECASE)


def dois_in(fields: Sequence[Field]) -> list[str]:
    """Return all DOIs among the article numbers."""
    told = (_ARTICLE_NUMBER.fullmatch(value) for value in all_of(fields, "LID", "AID"))
    return [hit[1] or hit[0] for hit in told if hit]


_SHORT = re.compile(r"(.+?) ([^\W\d_]{1,4})(?: (Jr|Sr|2nd|3rd|I{2,3}|IV))?")
"""A name in `AU`, which may have a suffix: `Doe JK Jr`."""


def authors_in(fields: Sequence[Field]) -> Iterator[str]:
    """Yield the authors in their order, each by its full name where it has one: `AU` stands behind the `FAU` of it."""
    full = False
    for field in fields:
        if field.tag == "FAU":
            full = True
            yield from filter(None, (name_of(*name.partition(", ")[::2]) for name in names_in(field.value)))
        elif field.tag == "AU":
            short = _SHORT.fullmatch(field.value)
            name = None if full else name_of(*short.groups()) if short else name_of(field.value)
            full = False
            if name:
                yield name


def _paper(fields: list[Field]) -> Paper:
    numbered = first(fields, "PMID")
    designs = [DESIGNS[kind] for kind in all_of(fields, "PT") if kind in DESIGNS]
    paper = Paper(
        trace="file",
        title=title_of(first(fields, "TI", "BTI")),
        original_title=title_of(first(fields, "TT")),
        author=(*authors_in(fields), *all_of(fields, "CN")),
        issued=year_of(*all_of(fields, "DP")),
        container_title=tidy(first(fields, "JT", "TA")),
        volume=tidy(first(fields, "VI")),
        issue=tidy(first(fields, "IP")),
        page=pages(first(fields, "PG")),
        doi=number("DOI", doi_in(fields)),
        pmid=number("PMID", numbered),
        pmcid=number("PMCID", first(fields, "PMC")),
        language=language_of(first(fields, "LA")),
        designs=tuple(dict.fromkeys(designs)),
        changes=tuple(_changes(fields)),
        lost=(
            *lost(all_of(fields, "DP"), doi=doi_in(fields), pmid=numbered),
            *seconds(fields, "TI", "JT", "DP", "VI", "IP", "PG", "PMC"),
            *(("a second DOI",) if len({*dois_in(fields)}) > 1 else ()),
        ),
    )
    return with_told(paper, others(fields))


_READ = frozenset("PMID LID AID TI BTI TT AB OAB FAU AU CN FED ED DP JT TA VI IP PG PMC LA PT AD IR FIR".split())
_OF_ANOTHER = frozenset(
    "CIN CON CRF CRI DDIN DRIN ECF ECI EFR EIN ORI PRIN PROF RIN ROF RPF RPI SI SPIN UIN UOF".split()
)
"""Tags of other works beside a work: comments, corrections, data (NLM, "MEDLINE/PubMed Data Element Descriptions")."""


def others(fields: Sequence[Field]) -> Iterator[tuple[str, str]]:
    """Yield the fields that are read for nothing else and tell of the work itself."""
    return ((field.tag, field.value) for field in fields if field.tag not in _READ | _OF_ANOTHER)


_CHANGES: dict[str, Standing] = {"RIN": "retracted", "ECI": "expression-of-concern", "EIN": "corrected",
                                 "CRI": "corrected"}  # fmt: skip
"""The tags of notices on a work: retraction in, expression of concern in, erratum in, corrected and republished in."""


def _changes(fields: Sequence[Field]) -> Iterator[Change]:
    told = changes_told(first(fields, "TI", "BTI"))
    for field in fields:
        if standing := _CHANGES.get(field.tag):
            yield notice_of(standing, field.value)
    if not any(field.tag == "RIN" for field in fields):
        retracted = "Retracted Publication" in all_of(fields, "PT")
        yield from told or ((Change(standing="retracted"),) if retracted else ())
