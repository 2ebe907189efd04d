"""Keyed citations: papers that a page's source gives field by field, `title: "...", journal: "...", year: 2006`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...intake.paper import year_of
from ...notation.identifiers import doi_in
from .blocks import Block, Entry
from .listed import names_of

_FIELD = re.compile(
    r"(?<![\w'\"-])['\"]?(?P<key>title|authors?|journal|year|pmid|pub_?med_?id|doi|url|link|href|source|volume|issue|pages)['\"]?\s?:\s?"
    r"(?:\"(?P<a>(?:[^\"\\]|\\.){1,400})\"|'(?P<b>(?:[^'\\]|\\.){1,400})'|"
    r"(?P<c>[^'\"`{}\[\]\s][^\"{}\[\]\n]{0,300}?)(?=[ ,;]*(?:\n|$|\})|,\s['\"]?\w{2,20}['\"]?\s?:))",
    re.IGNORECASE,
)
_KEY_ALONE = re.compile(r"(?:.*[\s{,])?['\"]?title['\"]?\s?:", re.IGNORECASE)
_VALUE_ALONE = re.compile(r"(['\"`])(?P<value>(?:[^\\]|\\.){1,400}?)\1\s?[,+]?")
"""A title whose value stands on the line below: the key, and what stands there."""
_KEYS = {"author": "authors", "pubmedid": "pmid", "pubmed_id": "pmid", "pub_med_id": "pmid", "pages": "page"}
_LINKS = ("url", "link", "href", "source")
"""Keys under which the address of a paper may stand."""
_PMID_IN = re.compile(r"pubmed(?:\.ncbi\.nlm\.nih\.gov|\.gov)?/(\d{5,9})")
_BRACE = re.compile(r"[{}]")
_ALL_IN_ONE = re.compile(r"([^,]{3,80}),\s((?:19|20)\d\d)(?:\s?[-–—,]\s?(.{3,120}))?")
"""A journal with all that belongs to it: `Am J Health Syst Pharm, 2001 - Ancell CD et al.`."""
_BESIDE = re.compile(r"\s[/|·]\s|\s\(PubMed")
"""What stands behind a journal where its field tells of the register, too: `Stroke / PubMed`."""
SHORTEST = 15
"""Characters from which the value of a title is one."""
APART = 12
"""Lines beyond which a field is of another record."""


def keyed(blocks: Sequence[Block]) -> dict[int, Entry]:
    """Return the papers that blocks give field by field, each under the line on which its title stands."""
    found: dict[int, Entry] = {}
    own: dict[str, tuple[int, str]] = {}
    for line, key, value in _fields(blocks):
        if own and (key in own or key == "{" or line - max(place for place, _ in own.values()) > APART):
            _close(own, found)
            own = {}
        if key != "{":
            own[key] = (line, value)
    _close(own, found)
    return found


def _fields(blocks: Sequence[Block]) -> Iterator[tuple[int, str, str]]:
    """Yield line, key and value of the fields of citations, and a brace where a record begins or ends."""
    keyed_above = False
    for block in blocks:
        if block.kind in {"entry", "row"}:
            continue
        plain = _in_lines(block)
        end = 0
        alone = _VALUE_ALONE.fullmatch(plain) if keyed_above else None
        keyed_above = plain.endswith(":") and _KEY_ALONE.fullmatch(plain) is not None
        if alone:
            yield block.line(0), "title", alone["value"].strip(" ,.;")
            continue
        for hit in _FIELD.finditer(plain) if ":" in plain else ():
            if _BRACE.search(plain, end, hit.start()):
                yield block.line(hit.start()), "{", ""
            end = hit.end()
            key = hit["key"].lower()
            value = next(filter(None, (hit["a"], hit["b"], hit["c"])), "").strip(" ,.;")
            yield block.line(hit.start(next(filter(hit.group, "abc")))), _KEYS.get(key, key), value
        if _BRACE.search(plain, end) or block.kind == "heading":
            yield block.line(0), "{", ""


def _in_lines(block: Block) -> str:
    """Return the text of a block with its lines apart."""
    places = [0, *(start for start, _ in block.starts[1:]), len(block.plain) + 1]
    return "\n".join(block.plain[start : end - 1] for start, end in pairwise(places))


def _close(own: dict[str, tuple[int, str]], found: dict[int, Entry]) -> None:
    """Note the entry that fields are: a title, a journal, authors or a number, and a year or a number."""
    values = {key: value for key, (_, value) in own.items()}
    title = values.get("title", "")
    whole = _ALL_IN_ONE.fullmatch(values.get("journal", ""))
    if whole:
        values = {
            **values,
            "journal": whole[1],
            "year": values.get("year") or whole[2],
            "authors": values.get("authors") or whole[3] or "",
        }
    pmid = re.sub(r"\D", "", values.get("pmid", ""))
    links = " ".join(values.get(key, "") for key in _LINKS)
    in_url = _PMID_IN.search(links)
    pmid = pmid or (in_url[1] if in_url else "")
    doi = values.get("doi", "") if values.get("doi", "").startswith("10.") else ""
    doi = doi or (doi_in(links) if "doi.org/" in links else "")
    year = str(year_of(values.get("year")) or "")
    # A number of a paper and a year leave no doubt that it is one; else somebody wrote it, or it stands somewhere.
    told = values.get("journal") or values.get("authors") or (year and (pmid or doi))
    if len(title) < SHORTEST or not told or not (year or pmid or doi):
        return
    named = names_of(values.get("authors", ""))
    authors, more = named or (((values["authors"],), False) if values.get("authors") else ((), False))
    line = own["title"][0]
    found[line] = Entry(
        key="", authors=authors, more_authors=more, year=year, title=title,
        journal=_BESIDE.split(values.get("journal", ""))[0],
        volume=values.get("volume", ""), issue=values.get("issue", ""), page=values.get("page", ""), doi=doi, pmid=pmid,
        field_lines=tuple((key, place) for key, (place, _) in own.items()),
    )  # fmt: skip
