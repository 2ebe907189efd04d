"""Articles and records in XML, as PubMed Central (JATS, NISO Z39.96) and PubMed give them, their numbers named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .blocks import Block
from .html import blocks_of_html

_NUMBER = re.compile(
    r"<(?:pub-id|article-id|ArticleId|ELocationID)\b[^<>]{0,200}?(?:pub-id-type|IdType|EIdType)\s?=\s?[\"'](?P<kind>\w+)[\"']"
    r"[^<>]{0,200}>|<(?P<pmid>PMID)\b[^<>]{0,100}>",
    re.IGNORECASE,
)
"""A number, whose element says of what kind it is."""
_KINDS = {"pmid": "PMID: ", "pubmed": "PMID: ", "doi": "doi: ", "pmc": "", "pmcid": "", "pmcaid": ""}
_BREAKS = re.compile(r"<(/?)(ref|article-title|ArticleTitle|AbstractText|Journal|PubmedArticle|kwd|sec)\b[^<>]{0,300}>")
"""Elements that begin or end a paragraph to the reader."""


def blocks_of_xml(text: str) -> Iterator[Block]:
    """Yield the blocks of a text in XML."""
    text = _NUMBER.sub(lambda hit: f"<span> {_KINDS.get((hit['kind'] or hit['pmid']).lower(), '')}", text)
    yield from blocks_of_html(_BREAKS.sub(lambda hit: f"<{hit[1]}div>", text))
