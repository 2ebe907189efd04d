"""Articles and records in XML, as PubMed Central (JATS, NISO Z39.96) and PubMed give them, their numbers named.

All XML is read by the parser of HTML, which forgives; what XML alone has is written first as HTML has it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.entities import html5

from .blocks import Block
from .html import blocks_of_html

_NUMBER = re.compile(
    r"<(?:pub-id|article-id|ArticleId|ELocationID)\b[^<>]{0,200}?(?:pub-id-type|IdType|EIdType)\s?=\s?[\"'](?P<kind>\w+)[\"']"
    r"[^<>]{0,200}>|<(?P<pmid>PMID)\b[^<>]{0,100}>",
    re.IGNORECASE,
)
"""A number, whose element says of what kind it is."""
_KINDS = {"pmid": "PMID: ", "pubmed": "PMID: ", "doi": "doi: ", "pmc": "", "pmcid": "", "pmcaid": ""}
_BREAKS = re.compile(
    r"<(/?)(ref|article-title|ArticleTitle|AbstractText|Journal|PubmedArticle|kwd|sec|verse-line|preformat|speaker|"
    r"attrib|alt-title|subtitle|trans-title)\b[^<>]{0,300}>"
)
"""Elements that begin or end a paragraph to the reader."""
_LINE_ENDS = re.compile(r"<break\b[^<>]{0,100}>")
_APART = re.compile(
    r"(</(?:surname|given-names|prefix|suffix|name|string-name|collab|etal|year|month|day|volume|issue|fpage|lpage|"
    r"page-range|elocation-id|source|label|term|publisher-name|publisher-loc|aff|role|degrees|LastName|ForeName|"
    r"Initials|CollectiveName|Year|Month|Day|MedlineDate|Volume|Issue|MedlinePgn|ISSN|Title|ISOAbbreviation)>"
    r"(?:</[\w-]{1,40}>){0,9})(?=<[A-Za-z])"
)
"""The end of a field behind which another begins, with no blank between them: a style sheet sets them apart."""


def blocks_of_xml(text: str) -> Iterator[Block]:
    """Yield the blocks of a text in XML."""
    text = "".join(_with_references(text))
    text = _NUMBER.sub(lambda hit: f"<span> {_KINDS.get((hit['kind'] or hit['pmid']).lower(), '')}", text)
    text = _APART.sub(r"\1 ", _LINE_ENDS.sub(" ", text))
    yield from blocks_of_html(_BREAKS.sub(lambda hit: f"<{hit[1]}div>", text))


_REFERENCE = re.compile(r"<(/?)ref(?:\s[^<>]{0,300})?>")
_FIELDS = re.compile(r"<(/?)element-citation\b[^<>]{0,300}>")
_LABEL = re.compile(r"<label>\W{0,3}(\w{1,9})\W{0,3}</label>")
_TITLE = re.compile(r"</?(?:article-title|chapter-title)\b[^<>]{0,300}>")
_GROUP = re.compile(r"<(/?)person-group\b[^<>]{0,300}>")
_PERSON = re.compile(
    r"<surname>([^<>]{1,200})</surname>(?:\s{0,99}<given-names\b[^<>]{0,200}>([^<>]{0,200}))?|"
    r"<collab\b[^<>]{0,200}>([^<>]{1,400})|<(etal)\b"
)
_FIELD = re.compile(r"<(article-title|chapter-title|source|year|volume|issue|fpage|lpage|elocation-id)\b[^<>]{0,300}>")
_PUB_ID = re.compile(r"<pub-id\b[^<>]{0,200}>[^<>]{0,300}</pub-id>")


def _pairs(kind: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Yield where elements of a kind begin and end, each gone over once, however many of them are never closed."""
    begun = -1
    for hit in kind.finditer(text):
        if not hit[1]:
            begun = hit.start()
        elif begun >= 0:
            yield begun, hit.end()
            begun = -1


def _with_references(text: str) -> Iterator[str]:
    """Yield a text in pieces in which each reference of a list is an item, written as a style sheet writes it."""
    done = 0
    for start, end in _pairs(_REFERENCE, text):
        held = "".join(_with_fields(_LABEL.sub(r"\1. ", text[start:end])))
        made = f"<li>{_TITLE.sub('', held)}</li>"
        yield text[done:start]
        yield made + "\n" * max(0, text.count("\n", start, end) - made.count("\n"))
        done = end
    yield text[done:]


def _with_fields(reference: str) -> Iterator[str]:
    """Yield a reference in pieces in which what is given in fields alone is written out, as Vancouver does."""
    done = 0
    for start, end in _pairs(_FIELDS, reference):
        yield reference[done:start]
        yield _written(reference[start:end])
        done = end
    yield reference[done:]


def _written(fields: str) -> str:
    """Return the fields of a reference in words."""
    told: dict[str, str] = {}
    for hit in _FIELD.finditer(fields):
        name = hit[1].replace("chapter-", "article-")
        if name not in told:
            end = fields.find(f"</{hit[1]}>", hit.end())
            told[name] = fields[hit.end() : end] if end > 0 else ""
    year, volume, issue = (told.get(name, "") for name in ("year", "volume", "issue"))
    pages = "-".join(filter(None, (told.get("fpage") or told.get("elocation-id", ""), told.get("lpage", ""))))
    where = f"{year}{f';{volume}' if volume else ''}{f'({issue})' if issue else ''}{f':{pages}' if pages else ''}"
    parts = [_people(fields), told.get("article-title", ""), told.get("source", ""), where, *_PUB_ID.findall(fields)]
    return "".join(f"{part.strip().rstrip('.')}. " for part in parts if part.strip())


def _people(fields: str) -> str:
    """Return the authors of a reference, and nobody who has edited or translated."""
    parts: list[str] = []
    done = 0
    for start, end in _pairs(_GROUP, fields):
        others = re.search("editor|translator|assignee", fields[start : fields.index(">", start)])
        parts.append(fields[done : start if others else end])
        done = end
    found = _PERSON.findall("".join((*parts, fields[done:])))
    return ", ".join(
        "et al" if alike else group or f"{surname} {given}".strip() for surname, given, group, alike in found
    )


_TYPES = re.compile(r"<!DOCTYPE[^<>\[]{0,500}\[", re.IGNORECASE)
_TYPES_END = re.compile(r"\]\s{0,100}>")
_DECLARED = re.compile(r"<!ENTITY\s{1,100}([^\s\"'<>]{1,100})\s")
_NAMED = re.compile(r"&([^\s&;<>#]{1,100});")
_PREFIX = re.compile(r"""\bxmlns:([A-Za-z][\w.-]{0,40})\s{0,9}=\s{0,9}["']http://www\.w3\.org/1999/xhtml["']""")
_PREFIXED = re.compile(r"<(/?)([A-Za-z][\w.-]{0,40}):")
_SECTION, _SECTION_END = "<![CDATA[", "]]>"


def is_xml(suffix: str, text: str) -> bool:
    """Tell whether a page is XHTML, by the ending of its name or its first words."""
    return suffix in {".xhtml", ".xht"} or text[:100].lstrip().startswith("<?xml")


def as_html(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text in XML as HTML, line by line, and what of it cannot be read.

    Sections of CDATA are text, elements of XHTML may have a prefix, and entities may be the text's own: they are not
    put in, as they could grow without end.
    """
    absent: tuple[str, ...] = ()
    begins = _TYPES.search(text[:8192])
    ends = _TYPES_END.search(text, begins.end()) if begins else None
    if begins and ends:
        declared = {name for name in _DECLARED.findall(text, begins.end(), ends.start()) if f"{name};" not in html5}
        text = text[: begins.start()] + "\n" * text.count("\n", begins.start(), ends.end()) + text[ends.end() :]
        if declared.intersection(_NAMED.findall(text)):
            absent = ("it has entities of its own, whose text is not read; write them out",)
    first, *sections = text.split(_SECTION)
    if sections:
        parted = (part.partition(_SECTION_END) for part in sections)
        text = first + "".join(html.escape(held, quote=False) + rest for held, _, rest in parted)
    prefixes = set(_PREFIX.findall(text))
    if prefixes:
        text = _PREFIXED.sub(lambda hit: f"<{hit[1]}" if hit[2] in prefixes else hit[0], text)
    return text, absent
