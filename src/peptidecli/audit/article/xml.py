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
from .jats import with_references

_NUMBER = re.compile(
    r"<(?:pub-id|article-id|ArticleId|ELocationID)\b[^<>]{0,200}?(?:pub-id-type|IdType|EIdType)\s?=\s?[\"'](?P<kind>\w+)[\"']"
    r"[^<>]{0,200}>|<(?P<pmid>PMID)\b[^<>]{0,100}>",
    re.IGNORECASE,
)
"""A number, whose element says of what kind it is."""
_KINDS = {
    "pmid": "PMID: ",
    "pubmed": "PMID: ",
    "doi": "doi: ",
    "pmc": "",
    "pmcid": "",
    "pmcaid": "",
    "medline": "PMID: ",
}
_BREAKS = re.compile(
    r"<(/?)(ref|article-title|ArticleTitle|AbstractText|Journal|PubmedArticle|kwd|sec|verse-line|preformat|speaker|"
    r"attrib|alt-title|subtitle|trans-title)\b[^<>]{0,300}>"
)
"""Elements that begin or end a paragraph to the reader."""
_LINE_ENDS = re.compile(r"<break\b[^<>]{0,100}>")
_LINK = re.compile(r"<(/?)ext-link\b([^<>]{0,600})>")
_APART = re.compile(
    r"(</(?:pub-id|article-id|comment|ext-link|uri|surname|given-names|prefix|suffix|name|string-name|collab|etal|"
    r"year|month|day|volume|issue|fpage|lpage|"
    r"page-range|elocation-id|source|label|term|publisher-name|publisher-loc|aff|role|degrees|LastName|ForeName|"
    r"Initials|CollectiveName|Year|Month|Day|MedlineDate|Volume|Issue|MedlinePgn|ISSN|Title|ISOAbbreviation)>"
    r"(?:</[\w-]{1,40}>){0,9})(?=<[A-Za-z])"
)
"""The end of a field behind which another begins, with no blank between them: a style sheet sets them apart."""


def blocks_of_xml(text: str) -> Iterator[Block]:
    """Yield the blocks of a text in XML."""
    text = "".join(with_references(text))
    text = _NUMBER.sub(lambda hit: f"<span> {_KINDS.get((hit['kind'] or hit['pmid']).lower(), '')}", text)
    text = _APART.sub(r"\1 ", _LINE_ENDS.sub(" ", text))
    text = _LINK.sub(lambda hit: f"<{hit[1]}a{(hit[2] or '').replace('xlink:href', 'href')}>", text)
    yield from blocks_of_html(_BREAKS.sub(lambda hit: f"<{hit[1]}div>", text))


_TYPES = re.compile(r"<!DOCTYPE[^<>\[]{0,500}\[", re.IGNORECASE)
_TYPES_END = re.compile(r"\]\s{0,100}>")
_DECLARED = re.compile(r"<!ENTITY\s{1,100}([^\s\"'<>]{1,100})\s")
_NAMED = re.compile(r"&([^\s&;<>#]{1,100});")
_PREFIX = re.compile(r"""\bxmlns:([A-Za-z][\w.-]{0,40})\s{0,9}=\s{0,9}["']http://www\.w3\.org/1999/xhtml["']""")
_ROOT = re.compile(r"\A[^<]{0,100}(?:<[?!][^<>]{0,900}>[^<]{0,100}){0,9}<([A-Za-z][\w.-]{0,40}):")
"""The prefix of the first element: where it has one, so has all that is of its form."""
_PREFIXED = re.compile(r"<(/?)([A-Za-z][\w.-]{0,40}):")
_SECTION, _SECTION_END = "<![CDATA[", "]]>"


def is_xml(suffix: str, text: str) -> bool:
    """Tell whether a page is XHTML, by the ending of its name or its first words."""
    return suffix in {".xhtml", ".xht"} or text[:100].lstrip().startswith("<?xml")


def with_sections(text: str) -> str:
    """Return a text in XML with its sections of CDATA as text."""
    first, *sections = text.split(_SECTION)
    parted = (part.partition(_SECTION_END) for part in sections)
    return first + "".join(html.escape(held, quote=False) + rest for held, _, rest in parted)


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
    text = with_sections(text)
    prefixes = {*_PREFIX.findall(text), *(root[1] for root in _ROOT.finditer(text, 0, 8192))}
    if prefixes:
        text = _PREFIXED.sub(lambda hit: f"<{hit[1]}" if hit[2] in prefixes else hit[0], text)
    return text, absent
