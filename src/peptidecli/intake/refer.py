"""EndNote's import format in, `.enw`, as Google Scholar and publishers give it: Refer's tags, `%A` and a value a line.

The tags are those of refer(1), and what EndNote has added to them: `%0` the kind of a work, `%R` its DOI, `%U` an
address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..notation import identifiers
from .elsewhere import with_told
from .endnote import authors_in
from .paper import (
    Paper,
    changes_told,
    language_of,
    lost,
    number,
    pages,
    tidy,
    title_of,
    with_addresses,
    year_of,
)
from .tagged import TOGETHER, Field, all_of, first, seconds, two_works

BEGINS = re.compile(r"\A\s*%[0-9A-Z@] \S")
_LINE = re.compile(r"[ \t]{0,4}%([0-9A-Z!-/:-@\[-`{-~])(?:[ \t\xa0](.*)|$)")
_LIKE_A_LINE = re.compile(r"\s{0,4}%[A-Za-z0-9]")
"""A tag that is written otherwise: what stands behind it is of no field."""
_TYPES = {"journal article": "article-journal", "book": "book", "book section": "chapter", "report": "report",
          "thesis": "thesis", "conference proceedings": "paper-conference",
          "conference paper": "paper-conference"}  # fmt: skip


def records(text: str) -> Iterator[tuple[int, list[Field]]]:
    """Yield the records of a file, each with the line it begins on: at its kind, or behind an empty line."""
    fields: list[Field] = []
    apart = True
    for place, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        if not line.strip():
            apart = True
            continue
        found = _LINE.match(line)
        if fields and found and (apart or found[1] == "0"):
            yield fields[0].line, fields
            fields = []
        apart = False
        if found:
            fields.append(Field(found[1], (found[2] or "").strip(), place))
        elif fields and not _LIKE_A_LINE.match(line):
            fields[-1] = fields[-1]._replace(value=identifiers.joined(fields[-1].value, line.strip()))
        else:
            yield place, []
    if fields:
        yield fields[0].line, fields


def papers(text: str) -> Iterator[Paper]:
    """Yield the works of an .enw file; raise ValueError where it is none."""
    if not BEGINS.match(text):
        raise ValueError("its first line is no field of EndNote's, as %0 Journal Article is")
    for line, fields in records(text):
        if not fields:
            raise ValueError(f"line {line} belongs to no field")
        together = ran_together(fields)
        yield Paper(trace="file", fault=TOGETHER.format(line)) if together else _paper(fields)


def ran_together(fields: Sequence[Field]) -> bool:
    """Tell whether a record is two, of which one has no beginning."""
    return two_works((field.tag for field in fields), "T", "A")


def doi_in(fields: Sequence[Field]) -> str:
    """Return the DOI: of its own tag, or of an address."""
    told = first(fields, "R") or next((value for value in all_of(fields, "U") if "doi.org/" in value.lower()), "")
    return identifiers.doi_in(told)


def pmid_in(fields: Sequence[Field]) -> str:
    """Return the PMID: PubMed's accession number, or the one that an address names."""
    own = first(fields, "M")
    return identifiers.pmid_in(" ".join((f"PMID {own}" if own.isdigit() else own, *all_of(fields, "U"))))


_READ = frozenset("0ABDFIJMNOPRTUVYZ8G")
_NAMED = {"X": "abstract", "K": "keywords", "+": "address", "(": "original", ")": "reprint", "*": "reviewed",
          "L": "call number", "@": "isbn"}  # fmt: skip


def others(fields: Sequence[Field]) -> Iterator[tuple[str, str]]:
    """Yield the fields that are read for nothing else, by what their tags mean where that counts."""
    return ((_NAMED.get(field.tag, f"%{field.tag}"), field.value) for field in fields if field.tag not in _READ)


def _paper(fields: list[Field]) -> Paper:
    notes = all_of(fields, "O", "Z")
    paper = Paper(
        trace="file",
        type=_TYPES.get(first(fields, "0").lower(), "document"),
        title=title_of(first(fields, "T")),
        author=authors_in(all_of(fields, "A")),
        issued=year_of(*all_of(fields, "D", "8")),
        container_title=tidy(first(fields, "J", "B", "I")),
        volume=tidy(first(fields, "V")),
        issue=tidy(first(fields, "N")),
        page=pages(first(fields, "P")),
        doi=number("DOI", first(fields, "R")),
        pmid=number("PMID", pmid_in(fields)),
        language=language_of(first(fields, "G")),
        publisher=tidy(first(fields, "I")),
        changes=changes_told(first(fields, "T"), *notes),
        lost=(*lost(all_of(fields, "D", "8"), doi=first(fields, "R")), *seconds(fields, *"TJDVNPRM")),
    )
    return with_told(with_addresses(paper, all_of(fields, "U"), notes), others(fields))
