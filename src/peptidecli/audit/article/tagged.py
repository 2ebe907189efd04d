"""RIS and PubMed's own format: every record a block with its fields. RIS is read by rispy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .blocks import Block, Entry, entry_block

_RIS_LINE = re.compile(r"([A-Z][A-Z0-9])  - ?(.*)$")
_NBIB_LINE = re.compile(r"([A-Z]{2,4}) *- (.*)$")


def entries_of_tagged(text: str) -> tuple[list[Block], tuple[int, ...]]:
    """Return the records of a file as blocks, and the lines on which a record begins that cannot be read."""
    lines = text.split("\n")
    nbib = any(line.startswith("PMID-") for line in lines[:50])
    blocks: list[Block] = []
    odd: list[int] = []
    for start, record in _records(lines, nbib):
        entry = _of_nbib(start, record) if nbib else _of_ris(start, record)
        made = entry_block(entry, start) if entry else None
        if made and entry and (entry.title or entry.doi or entry.pmid or entry.authors):
            blocks.append(made)
        else:
            odd.append(start)
    return blocks, tuple(odd)


def _records(lines: list[str], nbib: bool) -> Iterator[tuple[int, list[str]]]:
    """Yield the records, each with the line it begins on."""
    held: list[str] = []
    start = 1
    for number, line in enumerate(lines, 1):
        begins = line.startswith("PMID-") if nbib else line.startswith("TY  -")
        if begins and held:
            yield start, held
            held = []
        if not held:
            if not line.strip():
                continue
            start = number
        held.append(line)
        if not nbib and line.startswith("ER  -"):
            yield start, held
            held = []
    if any(line.strip() for line in held):
        yield start, held


def _of_ris(start: int, record: list[str]) -> Entry | None:
    import rispy  # noqa: PLC0415 - only when a bibliography is read

    if not record[0].startswith("TY  -"):
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
    places: list[tuple[str, int]] = []
    for number, line in enumerate(record, start):
        hit = _RIS_LINE.match(line)
        if hit:
            tags.setdefault(hit[1], hit[2].strip())
            places.append((_RIS_FIELDS.get(hit[1], ""), number))
    first, last = tags.get("SP", ""), tags.get("EP", "")
    return Entry(
        key=str(fields.get("id", "")),
        authors=tuple(fields.get("authors") or fields.get("first_authors") or ()),
        year=(tags.get("PY") or tags.get("Y1") or tags.get("DA") or "")[:4],
        title=tags.get("TI") or tags.get("T1") or "",
        journal=tags.get("JO") or tags.get("T2") or tags.get("JF") or tags.get("JA") or "",
        volume=tags.get("VL", ""),
        issue=tags.get("IS", ""),
        page=f"{first}-{last}" if first and last else first,
        doi=_doi(tags.get("DO", "") or next((v for v in tags.values() if "doi.org/" in v), "")),
        pmid=_pmid(tags),
        pmcid=tags.get("C2", "") if tags.get("C2", "").startswith("PMC") else "",
        field_lines=tuple((name, number) for name, number in places if name),
    )


_RIS_FIELDS = {"AU": "authors", "A1": "authors", "PY": "year", "Y1": "year", "TI": "title", "T1": "title",
               "JO": "journal", "T2": "journal", "JF": "journal", "VL": "volume", "SP": "page",
               "DO": "doi", "AN": "pmid", "C7": "pmid",
               "UR": "url"}  # fmt: skip


def _doi(value: str) -> str:
    hit = re.search(r"10\.\d{4,9}/\S+", value)
    return hit[0] if hit else ""


def _pmid(tags: dict[str, str]) -> str:
    for tag in ("AN", "C7", "M1", "U1", "N1", "UR", "C1"):
        value = tags.get(tag, "")
        hit = re.search(r"(?:PMID[:\s]{0,3}|pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/)(\d{5,9})", value)
        if hit or (tag == "AN" and re.fullmatch(r"\d{6,9}", value)):
            return hit[1] if hit else value
    return ""


def _of_nbib(start: int, record: list[str]) -> Entry:
    fields: dict[str, list[str]] = {}
    places: list[tuple[str, int]] = []
    tag = ""
    for number, line in enumerate(record, start):
        hit = _NBIB_LINE.match(line)
        if hit:
            tag = hit[1]
            fields.setdefault(tag, []).append(hit[2].strip())
            places.append((_NBIB_FIELDS.get(tag, ""), number))
        elif tag and line.startswith("      "):
            fields[tag][-1] += " " + line.strip()

    def one(name: str) -> str:
        return fields.get(name, [""])[0]

    full = [name for name in fields.get("FAU", []) if "," in name]
    short = [re.sub(r"^(.+) ([A-Z]{1,4})$", r"\1, \2", name) for name in fields.get("AU", [])]
    doi = next((value for value in [*fields.get("LID", []), *fields.get("AID", [])] if "[doi]" in value), "")
    return Entry(
        key=one("PMID"),
        authors=tuple(full or short),
        year=one("DP")[:4],
        title=one("TI").strip("[]. "),
        journal=one("JT") or one("TA"),
        volume=one("VI"),
        issue=one("IP"),
        page=one("PG"),
        doi=_doi(doi),
        pmid=one("PMID"),
        pmcid=one("PMC"),
        field_lines=tuple((name, number) for name, number in places if name),
    )


_NBIB_FIELDS = {"FAU": "authors", "AU": "authors", "DP": "year", "TI": "title", "JT": "journal", "TA": "journal",
                "VI": "volume", "PG": "page", "LID": "doi", "AID": "doi", "PMID": "pmid"}  # fmt: skip
