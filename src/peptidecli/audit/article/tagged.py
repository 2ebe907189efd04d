"""RIS, PubMed's and EndNote's tags: every record a block with its fields. RIS is read by rispy, others as for `add`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from ...intake import nbib, refer, ris
from ...intake.elsewhere import Fields
from ...intake.endnote import authors_in
from ...intake.paper import year_of
from ...intake.tagged import Field, all_of, first
from ...notation.identifiers import doi_in, pmid_in
from .blocks import Block, Entry, standing_in
from .linked import with_notes

_RIS_LINE = re.compile(r"([A-Z][A-Z0-9])  - ?(.*)$")
_LIKE_A_TAG = re.compile(r"\s{0,10}(?:[A-Z][A-Z0-9]\s{0,4}-\s|[A-Z0-9]{1,6}  -\s)")
"""What is written as a tag is, and not quite: its field would be lost in the one before."""


def entries_of_tagged(text: str) -> tuple[list[Block], tuple[int, ...]]:
    """Return the records of a file as blocks, and the lines on which a record begins that cannot be read."""
    if refer.BEGINS.match(text):
        return _told(
            (
                start,
                _of_refer(fields),
                [*all_of(fields, "U", "R"), *(f"PMID {one}" for one in all_of(fields, "M")[1:] if one.isdigit())],
                all_of(fields, "O", "Z", "<", "1", "2", "3", "4", "F"),
                refer.others(fields),
            )
            for start, fields in refer.records(text)
        )
    lines = text.split("\n")
    if any(line.startswith("PMID-") for line in lines[:50]):
        return _told(
            (start, _of_nbib(fields), nbib.dois_in(fields), all_of(fields, "GN"), nbib.others(fields))
            for start, fields in nbib.records(text)
        )
    found = list(ris.records(ris.upright(lines)))
    # Where others are ended, of the last that is not nobody knows what it lacks; one that was pasted alone is whole.
    cut = found[-1:] if found and not ris.is_closed(found[-1][1]) and any(ris.is_closed(r) for _, r in found) else []
    blocks, odd = _told(
        (
            start,
            None if (start, record) in cut else _of_ris(start, record),
            ris.values(record, ris.LINKS | {"DO"}),
            _notes(record),
            ris.others(record),
        )
        for start, record in found
    )
    # Of a tag that is there twice the first value counts; what stands in the second was held against nothing.
    again = [start + place for start, record in found for _, place in ris.repeated(record)]
    broken = [start + place for start, record in found for place, line in enumerate(record) if _is_broken(line)]
    return blocks, tuple(sorted({*odd, *again, *broken}))


def _notes(record: Sequence[str]) -> list[str]:
    """Return the notes of a record of RIS; a note of several paragraphs goes on over lines without tags."""
    found: list[str] = []
    tag = ""
    for line in record:
        begins = _RIS_LINE.match(line)
        tag = begins[1] if begins else tag
        if tag not in _NOTED:
            continue
        if begins or found[-1].rstrip()[-1:] in _ENDS or not line.strip():
            found.append(begins[2] if begins else line)
        else:
            found[-1] = f"{found[-1].rstrip()} {line.strip()}"  # a sentence that is wrapped
    return found


_ENDS = frozenset(("", *".!?:;"))


_NOTED = ris.NOTES - {"AN"} | {"RN"}


def _is_broken(line: str) -> bool:
    return _LIKE_A_TAG.match(line) is not None and _RIS_LINE.match(line) is None


def _told(
    entries: Iterable[tuple[int, Entry | None, Sequence[str], Sequence[str], Fields]],
) -> tuple[list[Block], tuple[int, ...]]:
    """Return the blocks of entries, each with its links, notes and others, and the lines of those that are none."""
    blocks: list[Block] = []
    odd: list[int] = []
    for start, entry, links, notes, others in entries:
        made = list(with_notes(entry, start, links, notes, others)) if entry else []
        own = made[0].entry if made else None
        if entry and own and own.names_a_work:
            blocks += made
            # Where a year should stand and none does, as in `DP  - Winter`, the line was not understood.
            odd += [] if entry.year else [line for name, line in entry.field_lines if name == "year"]
        else:
            odd.append(start)
    return blocks, tuple(odd)


def _of_ris(start: int, record: list[str]) -> Entry | None:
    import rispy  # noqa: PLC0415 - only when a bibliography is read

    if not record[0].startswith("TY  -") or ris.ran_together(record):
        return None
    source = "\n".join(line.rstrip() for line in record)
    if not record[-1].startswith("ER  -"):
        source += "\nER  - "
    try:
        found: list[dict[str, Any]] = rispy.loads(source + "\n")
    except (ValueError, KeyError, IndexError, OSError):
        return None
    if not found:
        return None
    fields = found[0]
    tags: dict[str, str] = {}
    going_on: dict[str, list[str]] = {}
    places: list[tuple[str, int]] = []
    open_ = ""
    for number, line in enumerate(record, start):
        hit = _RIS_LINE.match(line)
        if hit:
            open_ = "" if hit[1] in tags else hit[1]
            tags.setdefault(hit[1], hit[2].strip())
            places.append((_RIS_FIELDS.get(hit[1], "") if hit[2].strip() else "", number))
        elif open_ and not _LIKE_A_TAG.match(line):
            going_on.setdefault(open_, []).append(line.strip())
    for tag, lines in going_on.items():
        tags[tag] = " ".join(filter(None, (tags[tag], *lines)))
    first, last = tags.get("SP", ""), tags.get("EP", "")
    return Entry(
        key=str(fields.get("id", "")),
        authors=tuple(fields.get("authors") or fields.get("first_authors") or ()),
        year=str(year_of(tags.get("PY"), tags.get("Y1"), tags.get("DA")) or ""),
        title=tags.get("TI") or tags.get("T1") or "",
        journal=tags.get("JO") or tags.get("T2") or tags.get("JF") or tags.get("JA") or "",
        volume=tags.get("VL", ""),
        issue=tags.get("IS", ""),
        page=f"{first}-{last}" if first and last else first,
        doi=doi_in(tags.get("DO", "") or next((v for v in tags.values() if "doi.org/" in v.lower()), "")),
        pmid=_pmid(tags) or ris.pmid_elsewhere(record, tags.get("DB", "")),
        pmcid=tags.get("C2", "") if tags.get("C2", "").startswith("PMC") else "",
        standing=standing_in(" ".join(map(str, fields.get("notes") or ()))),
        field_lines=tuple((name, number) for name, number in places if name),
    )


_RIS_FIELDS = {"AU": "authors", "A1": "authors", "PY": "year", "Y1": "year", "TI": "title", "T1": "title",
               "JO": "journal", "T2": "journal", "JF": "journal", "VL": "volume", "SP": "page",
               "DO": "doi", "AN": "pmid", "C7": "pmid",
               "UR": "url"}  # fmt: skip


def _pmid(tags: dict[str, str]) -> str:
    base = tags.get("DB", "")
    others = base and not ris.is_of_pubmed(base)
    if ris.is_of_pubmed(base) and (found := ris.pmid_of(tags.get("AN", ""))):
        return found
    for tag in ("AN", "C7", "M1", "U1", "U2", "N1", "UR", "L2", "C1", "C2"):
        value = tags.get(tag, "")
        # Digits alone are a number of PubMed's in the field for it, and any number elsewhere.
        if ((tag == "AN" and not others) or not re.fullmatch(r"[\d.]*", value)) and (pmid := pmid_in(value)):
            return pmid
    scopus = tags.get("C2", "") if "scopus" in tags.get("DB", "").lower() else ""
    return scopus if re.fullmatch(r"\d{5,9}", scopus) else ""


def _of_nbib(fields: Sequence[Field]) -> Entry | None:
    if not fields:
        return None
    return Entry(
        key=first(fields, "PMID"),
        authors=tuple(nbib.authors_in(fields)) or tuple(all_of(fields, "CN")),
        year=str(year_of(*all_of(fields, "DP")) or ""),
        title=first(fields, "TI", "BTI").strip("[]. "),
        journal=first(fields, "JT", "TA"),
        volume=first(fields, "VI"),
        issue=first(fields, "IP"),
        page=first(fields, "PG"),
        doi=doi_in(nbib.doi_in(fields)),
        pmid=pmid_in(first(fields, "PMID")) or first(fields, "PMID"),
        pmcid=first(fields, "PMC"),
        # PubMed names the notice of a retraction, and of a concern, in a tag of its own.
        standing=standing_in(
            " ".join(
                (
                    *all_of(fields, "PT"),
                    *("Retraction" for _ in all_of(fields, "RIN")),
                    *("Expression of concern" for _ in all_of(fields, "ECI")),
                )
            )
        ),
        field_lines=tuple((_NBIB_FIELDS[field.tag], field.line) for field in fields if field.tag in _NBIB_FIELDS),
    )


def _of_refer(fields: Sequence[Field]) -> Entry | None:
    if not fields or refer.ran_together(fields):
        return None
    return Entry(
        key=first(fields, "F"),
        authors=authors_in(all_of(fields, "A")),
        year=str(year_of(*all_of(fields, "D", "8")) or ""),
        title=first(fields, "T"),
        journal=first(fields, "J", "B"),
        volume=first(fields, "V"),
        issue=first(fields, "N"),
        page=first(fields, "P"),
        doi=refer.doi_in(fields),
        pmid=refer.pmid_in(fields),
        standing=standing_in(" ".join(all_of(fields, "O", "Z"))),
        field_lines=tuple((_REFER_FIELDS[field.tag], field.line) for field in fields if field.tag in _REFER_FIELDS),
    )


_REFER_FIELDS = {"A": "authors", "D": "year", "T": "title", "J": "journal", "V": "volume", "N": "issue", "P": "page",
                 "R": "doi", "M": "pmid"}  # fmt: skip
_NBIB_FIELDS = {"FAU": "authors", "AU": "authors", "DP": "year", "TI": "title", "JT": "journal", "TA": "journal",
                "VI": "volume", "IP": "issue", "PG": "page", "LID": "doi", "AID": "doi", "PMID": "pmid",
                "PMC": "pmcid"}  # fmt: skip
