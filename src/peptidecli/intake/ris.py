"""RIS in, read by rispy: what EndNote, Zotero, Scopus, Web of Science and publishers export."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import Any

import rispy

from ..notation import identifiers
from ..notation.ris_types import TYPES
from .elsewhere import with_told
from .paper import (
    Paper,
    changes_told,
    cut_list,
    language_of,
    lost,
    names_in,
    number,
    number_told,
    original_title_told,
    pages,
    tidy,
    title_of,
    with_addresses,
    year_of,
)
from .tagged import TOGETHER, two_works

_TAGGED = re.compile("[A-Z][A-Z0-9]  -")
_TYPES = {tag: kind for kind, tag in TYPES.items()} | {
    "JFULL": "article-journal", "EJOUR": "article-journal", "CONF": "paper-conference"
}  # fmt: skip

_CONTAINERS = (
    "journal_name",
    "secondary_title",
    "alternate_title3",
    "alternate_title1",
    "alternate_title2",
    "publisher",
)


def papers(text: str) -> Iterator[Paper]:
    """Yield the works of a RIS file; raise ValueError where it is none. One without an end is not read, and says so."""
    lines = upright(_NO_LINE_END.sub(" ", text).splitlines())
    if not any(line.startswith("TY  -") for line in lines):
        raise ValueError("no line begins with TY, as every RIS entry does")
    whole: list[list[str]] = []
    for start, record in list(records(lines)):
        begun = record[0].startswith("TY  -")
        two = ran_together(record)
        torn = _torn(record) if begun else 0
        if begun and is_closed(record) and not two and not torn:
            whole.append(record)
            continue
        lines[start - 1 : start - 1 + len(record)] = [""] * len(record)
        title = next((line[5:].strip() for line in record if line.startswith(("TI  -", "T1  -"))), "")
        if two:
            fault, title = TOGETHER.format(start), ""
        elif torn:
            fault = f"line {start + torn} goes on with a field, and none has begun"
        elif begun:
            fault = f"the entry on line {start} has no end (ER); the file may be cut short"
        elif any(map(_TAGGED.match, record)):
            fault = f"what stands from line {start} on has no TY, with which every entry begins"
        else:
            continue  # words before or between entries, as publishers put them there
        yield Paper(trace="file", title=title_of(title), fault=fault)
    try:
        # A1 and AU both name authors, in the order in which they stand.
        together = re.sub(r"^A1  -", "AU  -", "\n".join(filter(str.strip, lines)), flags=re.MULTILINE)
        entries = rispy.loads(together, skip_unknown_tags=True)
    except (OSError, rispy.parser.ParseError) as error:
        raise ValueError(str(error)) from error
    whole = whole if len(whole) == len(entries) else [[]] * len(entries)
    for entry, record in zip(entries, whole, strict=True):
        yield _paper(entry, record)


def _torn(record: Sequence[str]) -> int:
    """Return how far below its first line a record goes on with a field that has not begun in it, 0 where none does.

    Rispy would take it for more of the last field of the record before.
    """
    told = [place for place, line in enumerate(record) if line.strip()]
    return 0 if len(told) < 2 or _TAGGED.match(record[told[1]]) else told[1]


def values(record: Sequence[str], tags: Container[str]) -> list[str]:
    """Return what stands under some tags of a record."""
    return [line[5:].strip() for line in record if line[2:5] == "  -" and line[:2] in tags]


LINKS = frozenset({"UR", "L1", "L2", "L3", "L4", "LK"})
NOTES = frozenset("N1 M1 M2 M3 U1 U2 U3 U4 U5 C1 C2 C3 C4 C5 C6 C7 C8 AN".split())
"""Tags of addresses, and tags under which publishers and managers put a number by its name."""


_NO_LINE_END = re.compile("[\v\f\x1c-\x1e\x85\u2028\u2029]")
"""What Python takes for the end of a line, and RIS does not: what stands behind it would be a field."""


def upright(lines: Sequence[str]) -> list[str]:
    """Return lines with tags as RIS has them, `AU  - `, where a blank is lacking, or the hyphen is a dash."""
    return list(map(_upright, lines))


def _upright(line: str) -> str:
    if hit := _NUMBER_LINE.match(line):
        return f"DO  - {line[hit.end() :]}" if hit["doi"] else f"N1  - PMID: {line[hit.end() :]}"
    hit = _ALMOST.match(line)
    return f"{hit[1].upper()}  - {line[hit.end() :]}" if hit and hit[1].upper() in _TAGS else line


_ALMOST = re.compile(
    r"([A-Z][A-Z0-9](?=[ \t\xa0]{1,4}[-\u2013])|[A-Za-z][A-Za-z0-9](?=  -))[ \t\xa0]{1,4}[-\u2013](?:[ \t\xa0]|$)"
)
_NUMBER_LINE = re.compile(
    r"\s{0,4}(?:(?P<doi>doi?)[ \t]{0,4}[-:=][ \t]{0,4}(?=(?:https?://|10\.\d))|"
    r"(?:pm|pubmed)id[ \t]{0,4}[-:=][ \t]{0,4}(?=\d))",
    re.IGNORECASE,
)
"""A DOI or a PMID under what is no tag: it would be glued to the field before."""
_TAGS = frozenset(rispy.TAG_KEY_MAPPING)


def records(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the records of RIS, each with the line it begins on; one without an end ends where the next begins."""
    held: list[str] = []
    start = 1
    for place, line in enumerate(lines, 1):
        if line.startswith("TY  -") and held:
            yield start, held
            held = []
        if not held:
            if not line.strip():
                continue
            start = place
        held.append(line)
        if line.startswith("ER  -"):
            yield start, held
            held = []
    if any(line.strip() for line in held):
        yield start, held


def ran_together(record: Sequence[str]) -> bool:
    """Tell whether a record is two, of which one has no end and the other no beginning."""
    return two_works((line[:2] for line in record if line[2:5] == "  -"), {"TI", "T1"}, {"AU", "A1"})


def is_closed(record: Sequence[str]) -> bool:
    """Tell whether a record has the line that ends it."""
    return record[-1].startswith("ER  -")


_SAME = {"T1": "TI", "Y1": "PY"}
"""Tags for what has another as well."""
_ONCE = frozenset("TY TI T1 PY Y1 VL IS SP EP DO AN C2 LA".split())


def repeated(record: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Yield the tags of which one value counts and a record has another, with the place of its line, from 0."""
    values: dict[str, object] = {}
    for place, line in enumerate(record):
        tag, told = line[:2], line[5:].strip()
        value = (year_of(told) or told) if tag in {"PY", "Y1"} else told
        if line[2:5] == "  -" and tag in _ONCE and values.setdefault(_SAME.get(tag, tag), value) != value:
            yield tag, place


_OF_MEDLINE = re.compile(r"pubmed|medline|\bnlm\b|\bcmedm\b|\bmnh\b|\bmdc\b|\bpmc\b", re.IGNORECASE)
"""What databases of PubMed's records are called, by EBSCO too."""
_ACCESSION = re.compile(r"\s*(\d{7,8})\.\s[A-Z]|\s*\d{5,12};\s(\d{7,8})\s*$")
"""How EBSCO has an accession number, with words on the work behind it, and ProQuest, behind its own."""


def is_of_pubmed(base: str) -> bool:
    """Tell whether a database has PubMed's records, under their numbers."""
    return _OF_MEDLINE.search(base) is not None


def pmid_of(accession: str) -> str:
    """Return the PMID that an accession number in such a database is, else nothing."""
    hit = _ACCESSION.match(accession)
    return hit[1] or hit[2] if hit else identifiers.pmid_in(accession)


_OF_COCHRANE = re.compile(r"PUBMED (\d{5,8})(?:,\s?EMBASE \d{1,12})?$", re.IGNORECASE)


def pmid_elsewhere(record: Sequence[str], base: str) -> str:
    """Return the PMID that Embase has under C5, its own number being another, or the Cochrane Library under C3."""
    of_embase = next(iter(values(record, {"C5"})), "") if "embase" in base.lower() else ""
    if re.fullmatch(identifiers.PMID, of_embase):
        return of_embase
    return next((hit[1] for text in values(record, {"C3"}) if (hit := _OF_COCHRANE.match(text))), "")


def _paper(entry: dict[str, Any], record: Sequence[str]) -> Paper:
    def first(*names: str) -> Any:
        return next((entry[name] for name in names if entry.get(name)), None)

    authors = [_name(name) for told in first("authors") or () for name in names_in(told)]
    start, end = tidy(first("start_page")), tidy(first("end_page"))
    span = f"{start}-{end}" if start and end and "-" not in start and end != start else start
    notes = list(map(str, first("notes") or ()))
    # A note that is the number; one that names another's, as a reply or a notice does, is none.
    pmid = next(filter(None, (re.match(r"\s*PMID:?\s*(\d+)\s*(?:[.;]|$)", note) for note in notes)), None)
    dates = first("year"), first("publication_year"), first("date")
    base = " ".join(str(first(name) or "") for name in ("name_of_database", "database_provider")).lower()
    given = first("custom2") if "scopus" in base and str(first("custom2")).isdigit() else None
    accession = first("accession_number")
    given = accession if accession and is_of_pubmed(base) else given
    numbered = pmid_of(str(given)) or given if given else pmid[1] if pmid else pmid_elsewhere(record, base)
    paper = Paper(
        trace="file",
        type=_TYPES.get(str(entry.get("type_of_reference")), "document"),
        title=title_of(first("title", "primary_title", "translated_title")),
        original_title=original_title_told(*notes),
        author=tuple(name for name in authors if name),
        author_complete=not cut_list(*notes),
        issued=year_of(*dates),
        container_title=tidy(first(*_CONTAINERS)),
        volume=tidy(first("volume")),
        issue=tidy(first("number")),
        number=number_told(*notes),
        page=pages(span),
        doi=number("DOI", first("doi")),
        pmid=number("PMID", numbered),
        pmcid=number("PMCID", first("custom2")),
        language=language_of(first("language")),
        publisher=tidy(first("publisher")),
        changes=changes_told(first("title", "primary_title", "translated_title"), *(first("notes") or ())),
        lost=(
            *lost(dates, doi=first("doi"), pmid=numbered),
            *dict.fromkeys(f"a second {tag}" for tag, _ in repeated(record)),
        ),
    )
    # Other links than the address are files, as a rule: of those only numbers count.
    links = filter(identifiers.parse_named, values(record, LINKS - {"UR"}))
    paper = with_addresses(paper, [*values(record, {"UR"}), *links], values(record, NOTES))
    return with_told(paper, others(record))


_READ = frozenset("TY ER TI T1 T2 T3 JO JF JA J1 J2 AU A1 A2 A3 A4 ED PY Y1 Y2 DA VL IS SP EP DO".split())
_NAMED = {"AB": "abstract", "N2": "abstract", "KW": "keywords", "AD": "address", "OP": "original", "RI": "reviewed",
          "RP": "reprint", "PM": "PMID"}  # fmt: skip


def others(record: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the fields that are read for nothing else, by what their tags mean where that counts."""
    for line in record:
        if line[2:5] == "  -" and (tag := line[:2]) not in _READ | LINKS | NOTES:
            yield _NAMED.get(tag, tag), line[5:].strip()


def _name(text: str) -> str | None:
    """Return a name as RIS writes it, `Family, Given, Suffix`; one without a comma is an organisation."""
    parts = [part.strip() for part in text.split(",")]
    return ", ".join(parts).strip() if parts[0] else None
