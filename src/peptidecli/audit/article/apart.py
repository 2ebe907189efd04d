"""Citations without a title whose parts stand apart, in any order: `Journal · 2025 · Vasireddi et al.`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from .citations import AND, ETAL, INITIALS, NAME, UP, Cited, a_journal, a_name
from .printed import YEAR, years_of

_BREAK = re.compile(r"\s*[·•|;]\s*|\s+[-/]\s+|\.\s*-\s+|\s*\((?=(?:19|20)\d\d\))|(?<=\d)\)\s*")
"""What divides the parts."""
_AUTHORS = re.compile(
    rf"\W*(?P<a>{NAME})(?P<initials>{INITIALS})?(?:(?:,\s*(?:&\s*|and\s+)?|{AND}){NAME}{INITIALS}?){{0,9}}(?P<etal>{ETAL})?\W*"
)
_FIELD = re.compile(r"\(([^()]{15,160})\)|['\"]([^'\"]{15,160})['\"]")
_JOURNAL_FIRST = re.compile(
    rf"(?P<journal>[{UP}][\w.&'-]*(?:\s[\w.&'-]+){{0,11}}?)[,.]?\s\(?(?P<year>(?:19|20)\d\d)\)?[\W_]{{0,4}}"
)
_AUTHORS_FIRST = re.compile(
    rf"(?P<a>{NAME}){INITIALS}?(?:(?:,\s*(?:&\s*|and\s+)?|{AND}){NAME}{INITIALS}?){{0,9}}(?P<etal>{ETAL})[,.:;]?\s+"
    rf"(?P<journal>[{UP}][\w.&' -]{{2,90}}?)[,.]?\s+\(?(?P<year>(?:19|20)\d\d)\b\)?"
)
"""`Gudasheva TA et al., Eur. J. Med. Chem. 1996`: the journal may have full stops in its name."""
LONGEST = 220
"""Characters up to which a line can be nothing but such a citation."""


def apart(plain: str, known: Callable[[str], bool], journal: Callable[[str], bool]) -> Iterator[Cited]:
    """Yield the citations of a text that are given by authors, journal and year alone.

    `known` tells whether there is an author of a family name, `journal` whether words are the name of a journal.
    """
    for hit in _AUTHORS_FIRST.finditer(plain) if "et al" in plain or "соавт" in plain else ():
        name = hit["journal"].strip(" .,")
        if a_name(hit["a"]) and a_journal(name) and (known(hit["a"]) or journal(name)):
            yield Cited(*hit.span(), (hit["a"],), int(hit["year"]), True, False, name)
            return
    fields = [(hit.start(hit.lastindex or 0), hit[hit.lastindex or 0]) for hit in _FIELD.finditer(plain)]
    for start, text in ([(0, plain)] if len(plain) <= LONGEST else []) + fields:
        found = _of_parts(text, known, journal)
        if found:
            yield found._replace(start=found.start + start, end=found.end + start)
            return


def _of_parts(text: str, known: Callable[[str], bool], journal: Callable[[str], bool]) -> Cited | None:
    years = set(years_of(text))
    if len(years) != 1 or not _BREAK.search(text):
        return None
    parts: list[tuple[int, str]] = []
    at = 0
    for hit in _BREAK.finditer(text):
        parts.append((at, text[at : hit.start()]))
        at = hit.end()
    parts.append((at, text[at:]))
    parts = [(place, part) for place, part in parts if part.strip()]
    name, family, span = "", "", [len(text), 0]
    dated = False
    for place, part in parts:
        bare = part.strip(" .,:")
        kept = True
        placed = _JOURNAL_FIRST.fullmatch(part.strip())
        by = _AUTHORS.fullmatch(part)
        sure = by and a_name(by["a"]) and (by["etal"] or known(by["a"])) and not journal(bare)
        if YEAR.fullmatch(bare) or re.fullmatch(r"\(?(?:19|20)\d\d\)?", bare):
            dated = True
        elif placed and not name and a_journal(placed["journal"]) and journal(placed["journal"]):
            name, dated = placed["journal"].strip(" .,"), True
        elif by and sure and not family:
            family = by["a"]
        elif not name and a_journal(bare) and journal(bare):
            name = bare
        else:
            kept = False
        if kept:
            span = [min(span[0], place), max(span[1], place + len(part))]
    if not (name and family and dated):
        return None
    return Cited(span[0], span[1], (family,), years.pop(), True, False, name)
