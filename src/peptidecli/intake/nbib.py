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
from .tagged import TOGETHER, Field, all_of, first, seconds

_LINE = re.compile(r"([A-Z0-9]{2,4}) *- ?(.*)")


def records(text: str) -> Iterator[tuple[int, list[Field]]]:
    """Yield the records of a file, each with the line it begins on; one without fields is two that cannot be parted.

    A record begins at its PMID, or behind an empty line; where the PMID is not its first field, at the line alone.
    """
    for start, fields in _apart(text):
        first_tag = next((field.tag for field in fields), "")
        places = [place for place, field in enumerate(fields) if field.tag == "PMID"] if first_tag == "PMID" else [0]
        for place, end in zip(places, [*places[1:], len(fields)], strict=True):
            one = fields[place:end]
            # Both stand once in every record, a title in another language under a tag of its own.
            whole = max(len({*all_of(one, tag)}) for tag in ("PMID", "TI")) < 2
            yield one[0].line if one else start, one if whole else []


def _apart(text: str) -> Iterator[tuple[int, list[Field]]]:
    """Yield the fields between empty lines, and the line they begin on."""
    fields: list[Field] = []
    start = 0
    for place, line in enumerate((*text.replace("\r\n", "\n").split("\n"), ""), 1):
        if not line.strip():
            if start:
                yield start, fields
            fields, start = [], 0
            continue
        start = start or place
        if found := _LINE.match(line):
            fields.append(Field(found[1], found[2].strip(), place))
        elif line.startswith("      ") and fields:
            fields[-1] = fields[-1]._replace(value=joined(fields[-1].value, line.strip()))


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
        elif not fields:
            yield Paper(trace="file", fault=TOGETHER.format(start))


def doi_in(fields: Sequence[Field]) -> str:
    """Return the DOI, which is one of several article numbers, empty where there is none."""
    return next(iter(dois_in(fields)), "")


_ARTICLE_NUMBER = re.compile(r"(\S.*?)\s*\[doi\]|(?=10\.\d)(\S+?)(?:\s*\[pii\])?", re.IGNORECASE)
_IN_SOURCE = re.compile(r"\bdoi: (10\.\d{4,9}/\S+?)\.?(?=\s|$)", re.IGNORECASE)
"""The DOI in PubMed's own line on where a work appeared."""


def dois_in(fields: Sequence[Field]) -> list[str]:
    """Return all DOIs among the article numbers."""
    told = (_ARTICLE_NUMBER.fullmatch(value) for value in all_of(fields, "LID", "AID"))
    found = [hit[1] or hit[2] for hit in told if hit]
    return found or [hit[1] for source in all_of(fields, "SO") for hit in _IN_SOURCE.finditer(source)][:1]


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
            *seconds(fields, "JT", "DP", "VI", "IP", "PG", "PMC"),
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
