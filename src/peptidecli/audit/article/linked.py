"""Numbers that an entry of a bibliography has in links, notes and any other field, beside its fields for them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator

from ...intake.elsewhere import Fields, notes_elsewhere, numbers_elsewhere, says_something
from ...notation.identifiers import doi_in, pmids_named_in
from .blocks import Block, Entry, entry_block, row

_DOI = re.compile(
    r"(?:doi\.org/|(?<![a-z/?&])doi[:\s]{0,3}|[?&]doi?=)(?=10\.\d)|(?<![^\s{;,])(?=10\.\d{4,9}/)", re.IGNORECASE
)
"""What stands before a DOI."""
_IN_ADDRESS = re.compile(r"(?<=[/=:])(?=10\.\d{4,9}(?:/|%2f))", re.IGNORECASE)
"""What stands before one in a publisher's address, of which nobody can tell where it ends."""


def with_links(
    entry: Entry, line: int, links: Iterable[str], notes: Iterable[str] = (), others: Fields = ()
) -> Iterator[Block]:
    """Yield an entry as a block, with the number that `links`, `notes` or `others` have where it has none itself.

    `others` are all fields that have no meaning of their own. A link to another work, or a number that is such a field,
    is held against the entry as its number would be; what else a note names stands by itself.
    """
    others = list(others)
    told = [number for _, number in numbers_elsewhere(others)]
    links = [*links, *(number.value if number.kind == "DOI" else f"{number.kind} {number.value}" for number in told)]
    notes = [*notes, *notes_elsewhere(others)]
    # A note that begins with a number gives that of the work; in others it may be that of an erratum.
    beginning = (note for note in notes if re.match(r"[\s\[({]{0,9}(?:PMID|doi|https?://|10\.)", note, re.IGNORECASE))
    own = [*links, *beginning]
    entry = entry._replace(
        doi=entry.doi or next(_dois(own), ""), pmid=entry.pmid or next(pmids_in(own), ""),
        pmcid=entry.pmcid or next((number.value for number in told if number.kind == "PMCID"), ""),
    )  # fmt: skip
    made = entry_block(entry, line)
    if made:
        yield made
    numbers = {entry.doi.lower(), entry.pmid}
    linked = dict.fromkeys([*_dois(links), *pmids_in(links)])
    for number in (*linked, *_dois(links, _IN_ADDRESS), *_dois(notes), *pmids_in(notes)):
        if number.lower() in numbers or _adds_to_one(number.lower(), numbers):
            continue
        numbers.add(number.lower())
        doi, pmid = ("", number) if number.isdigit() else (number, "")
        if number in linked and not _VERSION.match(number):
            beside = entry_block(entry._replace(doi=doi, pmid=pmid, pmcid="", field_lines=()), line)
        else:
            beside = row([(line, doi or f"PMID {pmid}")], ())
        if beside:
            yield beside


def with_notes(entry: Entry, line: int, links: Iterable[str], notes: Iterable[str], others: Fields) -> Iterator[Block]:
    """Yield an entry as `with_links` does, and behind it what its notes say: what a person has written of the work."""
    notes = list(notes)
    yield from with_links(entry, line, links, notes, others)
    for note in notes:
        text = WRAPPED.sub(" ", _TAG.sub(" ", note))
        if says_something(text) and not _OF_A_REGISTER.search(text) and (made := row([(line, text)], ("note",))):
            yield made


_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
WRAPPED = re.compile(r"(?<=[^\s.:;!?])[ \t]{0,9}\n[ \t]{0,9}(?=[a-zа-яё(])")
"""The end of a line within a sentence."""
_OF_A_REGISTER = re.compile(
    r"\A\s{0,9}\d{4}-\d{3}[\dXx]\b|\bJournal Article\b|\bEpub\b|\bISSN\b|\bPMC?ID\b|https?://|\b10\.\d{4,9}/|"
    r"\b(?:19|20)\d\d\b[^.;]{0,30};\s?\d|\bet al\b|\bRetract",
)
"""What managers write into notes: the record of a register, a citation of the work itself or of what became of it."""


def _adds_to_one(number: str, known: Container[str]) -> bool:
    """Tell whether a number in an address is a known one with what the address adds to it."""
    ends = (place for place in range(len("10.1234/") + 1, len(number)) if not number[place].isalnum())
    return any(number[:place] in known for place in ends)


def _dois(texts: Iterable[str], before: re.Pattern[str] = _DOI) -> Iterator[str]:
    for text in texts:
        for hit in before.finditer(text):
            if found := doi_in(text[hit.end() : hit.end() + _LONGEST]):
                yield found


def pmids_in(texts: Iterable[str]) -> Iterator[str]:
    """Yield the PMIDs that stand in texts by their name or as an address of PubMed."""
    for text in texts:
        yield from pmids_named_in(text)


_VERSION = re.compile(r"10\.(?:1101|20944|21203|22541|26434|2139|31219|31234|48550|5281|6084|17605)/")
"""Prefixes of those who hold preprints and data: such a link beside the work's own number is no fault."""
_LONGEST = 500
"""Characters behind which a DOI has ended."""
