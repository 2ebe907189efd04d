"""Papers that a text gives in keys and values, as programs, data and cards do: each with its fields and its place.

`{ title: "...", authors: "...", journal: "...", year: 2006 }`, the same in YAML or on lines with labels, and rows of
tables with such heads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...notation.identifiers import doi_in, pmid_in
from .blocks import Block, Entry, Paper
from .heads import columns_of
from .listed import names_of, parted

SHORTEST_TITLE = 20
"""Characters below which what is called a title says nothing."""
_NAMES = {
    "title": "title", "papertitle": "title", "articletitle": "title", "author": "authors", "authors": "authors",
    "journal": "journal", "journaltitle": "journal", "journalname": "journal", "publication": "journal",
    "containertitle": "journal", "publishedin": "journal", "source": "journal", "year": "year", "date": "year",
    "published": "year", "publicationyear": "year", "pubdate": "year", "pubyear": "year", "pmid": "pmid",
    "pubmedid": "pmid", "pubmed": "pmid", "doi": "doi", "pmcid": "pmcid", "pmc": "pmcid", "volume": "volume",
    "issue": "issue", "pages": "page", "page": "page", "url": "", "link": "", "href": "", "id": "", "type": "",
    "publisher": "", "ref": "", "key": "", "number": "", "citation": "",
}  # fmt: skip
"""Names of fields as they are written, without blanks and capitals, and which field each is; an empty one none."""
_KEY = re.compile(r"(?:^|(?<=[\s{(,;\[]))[\"']?(?P<key>[A-Za-z]{2,12}(?:[ _-]?[A-Za-z]{2,6})?)[\"']?\s?[:=]\s?(?=\S)")
_VALUE = re.compile(
    r"\"(?P<a>[^\"]{0,400})\"|'(?P<b>(?:[^']|(?<=\w)'(?=\w)){0,400})'(?!\w)|`(?P<c>[^`]{0,400})`|"
    r"\[(?P<d>[^\[\]]{0,400})\]|(?P<e>\d{1,10})(?![\w./-])"
)
_BARE = re.compile(
    r"[^{}\"`\[\]]{1,400}?(?=\s?[,;]?\s(?:(?:article |paper )?title|authors?|journal|publication|published|year|date|"
    r"pmid|pubmed(?: ?id)?|doi|pmcid|volume|issue|pages?|url|link)\s?[:=]\s|\s?[,;]?\s?[}\]]|$)",
    re.IGNORECASE,
)
"""A value without quotation marks, up to a field's name or the end."""
_BETWEEN = re.compile(r"[\s,;|}{·•()\[\]-]*")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_INITIALS = re.compile(r"(?P<family>[^\W\d_][\w'-]+(?:\s[^\W\d_][\w'-]+)?),?\s(?P<initials>(?:[A-Z]\.?[\s-]?){1,4})$")
_ONE_WHOLE = re.compile(r"[^\W\d_][\w'-]+, [A-Z][\w'-]+(?: [A-Z][\w'-]*\.?){1,3}")
"""One name, `Syunyakov, Timur Sergeevich`."""
_LAST = re.compile(r"(?P<given>(?:[A-Z]\.\s?|[A-Z][\w'-]+\s){1,4})(?P<family>[A-Z][\w'-]+)$")


def with_papers(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks with the papers that they give; lines with labels that give one are one block."""
    found: list[Block] = []
    place = 0
    while place < len(blocks):
        block = blocks[place]
        low = block.plain[:4000].lower() if block.kind != "entry" else ""
        if block.kind == "row" and block.header:
            block = _of_row(block)
        elif "title" in low or "journal" in low:
            together = _labelled(blocks, place) if block.kind != "row" else [block]
            joined = _joined(together)
            papers = papers_in(joined.plain, [offset for offset, _ in joined.starts])
            if papers:
                block = joined._replace(papers=papers)
                place += len(together) - 1
        found.append(block)
        place += 1
    return found


def papers_in(plain: str, lines: Sequence[int] = ()) -> tuple[Paper, ...]:
    """Return the papers that a text gives by keys and values, in their order; `lines` are where its lines begin."""
    found: list[Paper] = []
    fields: dict[str, str] = {}
    start = end = 0

    def close() -> None:
        entry = _entry(fields)
        if entry:
            found.append(Paper(start, end, entry))
        fields.clear()

    place = 0
    while key := _KEY.search(plain, place):
        name = _NAMES.get(re.sub(r"[ _-]", "", key["key"]).lower())
        value = _value(plain, key.end(), lines) if name is not None else None
        if name is None or not value:
            place = key.end()
            continue
        text, after = value
        if fields and (name in fields or not _BETWEEN.fullmatch(plain, end, key.start())):
            close()
        if not fields:
            start = key.start()
        fields[name or f" {key['key']}"] = text.strip(" .,;")
        place = end = after
    close()
    return tuple(found)


def _value(plain: str, start: int, lines: Sequence[int]) -> tuple[str, int] | None:
    """Return the value that stands at a place, and where it ends: one without quotation marks, with its line."""
    quoted = _VALUE.match(plain, start)
    if quoted:
        return next(part for part in quoted.groups() if part is not None), quoted.end()
    following = (line for line in lines if line > start and _KEY.match(plain, line))
    bare = _BARE.match(plain, start, min(next(following, len(plain)), start + 400))
    return (bare[0], bare.end()) if bare else None


def _entry(fields: dict[str, str]) -> Entry | None:
    """Return the fields of a paper; None of what may be a page, a product or anything else that has a title."""
    title, told = fields.get("title", ""), fields.get("authors", "")
    authors, more = authors_of(told)
    journal = fields.get("journal", "")
    journal = "" if "://" in journal or "www." in journal else journal
    number = re.sub(r"\D", "", fields.get("pmid", "")) if len(fields.get("pmid", "")) < 12 else ""
    entry = Entry(
        key="",
        authors=authors,
        more_authors=more,
        year=hit[0] if (hit := _YEAR.search(fields.get("year", ""))) else "",
        title=title,
        journal=re.split(r",?\s*\(?(?:19|20)\d\d", journal)[0].strip(" .,;"),
        volume=fields.get("volume", ""),
        issue=fields.get("issue", ""),
        page=fields.get("page", ""),
        doi=doi_in(fields.get("doi", "")),
        pmid=pmid_in(fields.get("pmid", "")) or number,
        pmcid=fields.get("pmcid", "").upper(),
    )
    if len(title) < SHORTEST_TITLE or not (entry.authors or entry.journal or entry.year or entry.doi or entry.pmid):
        return None
    return entry if entry.journal or entry.doi or entry.pmid or more or len(authors) > 1 else None


def authors_of(told: str) -> tuple[tuple[str, ...], bool]:
    """Return authors as "Family, Given", from a list as people type it, and whether there are more."""
    known = names_of(told)
    if known:
        return known
    whole = parted(told) if ";" in told or _ONE_WHOLE.fullmatch(told) else []
    if any("," in name for name in whole):
        return tuple(whole), "et al" in told
    bare = re.sub(r",?\s*(?:\bet\.?\s+al\b\.?|\band (?:colleagues|others|co-?workers)\b|и др\.?)\s*$", "", told)
    found: list[str] = []
    for name in re.split(r"\s*;\s*|,?\s+(?:and|&)\s+|,\s+", bare.strip(" .,;\"'")):
        typed = _INITIALS.match(name) or _LAST.match(name)
        if typed and "initials" in typed.groupdict():
            found.append(f"{typed['family']}, {typed['initials'].strip()}")
        elif typed:
            found.append(f"{typed['family']}, {typed['given'].strip()}")
        elif re.fullmatch(r"[^\W\d_][\w'-]+", name):
            found.append(name)
        else:
            return (), bare != told
    return tuple(found), bare != told


# -- where they stand ------------------------------------------------------------------------------------------------


def _labelled(blocks: Sequence[Block], place: int) -> list[Block]:
    """Return the blocks of one line each, right below each other, that begin with a label as a block does."""
    together = [blocks[place]]
    if not _label(blocks[place]):
        return together
    for block in blocks[place + 1 : place + 12]:
        if block.starts[0][1] - together[-1].starts[-1][1] > 1 or block.kind != together[0].kind or not _label(block):
            break
        together.append(block)
    return together


def _label(block: Block) -> bool:
    key = _KEY.match(block.plain)
    return key is not None and re.sub(r"[ _-]", "", key["key"]).lower() in _NAMES


def _joined(together: Sequence[Block]) -> Block:
    first, *others = together
    for other in others:
        length = len(first.text) + 1
        first = first._replace(
            text=f"{first.text} {other.text}",
            plain=f"{first.plain} {other.plain}",
            starts=first.starts + tuple((offset + length, line) for offset, line in other.starts),
        )
    return first


def _of_row(block: Block) -> Block:
    """Return a row with the paper that its cells give, by the heads of their columns."""
    columns = {name: at for name, at in columns_of(block.header).items() if name != "standing"}
    if "title" not in columns or len(columns) < 2:
        return block
    fields = {
        name: block.plain[slice(*block.cells[at])].strip() for name, at in columns.items() if at < len(block.cells)
    }
    entry = _entry(fields)
    if not entry:
        return block
    spans = [block.cells[at] for at in columns.values() if at < len(block.cells)]
    others = (cell for at, cell in enumerate(block.cells) if at not in columns.values())
    alone = all(len(block.plain[low:high].split()) < SENTENCE for low, high in others)
    start, end = min(low for low, _ in spans), max(high for _, high in spans)
    return block._replace(papers=(Paper(start, end, entry, alone),))


SENTENCE = 4
"""Words from which what stands in a cell can be a sentence."""
