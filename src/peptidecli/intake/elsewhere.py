"""Numbers of a work that stand in fields which are not for them, whatever a program calls these, and who reads them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

import msgspec

from ..notation import identifiers
from ..notation.identifiers import Number
from .paper import Paper, number

Fields = Iterable[tuple[str, str]]
"""Fields of an entry by their names, those of parts by the names of all they are in: `identifiers/pmid`."""

_SAYS = {
    "DOI": re.compile(r"(?<![a-z])(?:dois?|digital object identifiers?)(?![a-z])"),
    "PMID": re.compile(r"(?<![a-z])(?:pmids?|pm ids?|pubmed(?:ids?)?(?! central)|medline)(?![a-z])"),
    "PMCID": re.compile(r"(?<![a-z])(?:pmcids?|pmc ids?|pubmed central)(?![a-z])"),
}
"""The words that make a field one of numbers, where its name is written in small letters and blanks."""
_OF_ANOTHER = re.compile(
    r"\b(?:cit(?:ed|es|ing|ations)|references|refs|bibliography|related|retractions?|errat(?:um|a)|corrections?|"
    r"comments?(?= \w)|book|data(?:sets?)?|supplement\w*|funders?|prefix|hits?|counts?|results?|total|number of|no of|"
    r"scores?|year|dates?|title|search|query)\b"
)
"""What makes a field one of the numbers of other works, or of what is counted or told of the work."""
_BESIDE = re.compile(
    r"\b(?:referenced?|assertions?|clinical|trials?|registry|grants?|awards?|locations?|licen[cs]es?|projects?|"
    r"relations?|retracted|corrected|updated?s?|reviewed|reprint|orig(?:inal)?)\b"
)
"""What does in an entry, which has fields of its own for its numbers; a table has `Reference DOI` for those."""
_PROSE = re.compile(r"\b(?:abstracts?|summary|full ?text|titles?|authors?|editors?|affiliations?|address)\b")
"""What the work itself says, where a number is seldom its own."""
_OF_THE_WORK = re.compile(
    r"abstract|summary|keyword|mesh|affiliation|address|publisher|issn|isbn|link|url|type|language|"
    r"cited|citation|author|editor|journal|source|title|doi|pm(?:c|id)|file|аннотация|ключевые",
    re.IGNORECASE,
)
"""Columns of what a paper itself says, or of where it is found: nothing that the table says."""
_NUMBERED = re.compile(r"\d{4}|\A\W*\d+\W*\Z")
"""What every number has, and most fields have not; a PMID of few digits may be all of a field for it."""
LONGEST_NAME = 100
"""Characters beyond which a name is not looked through for words."""
_BETWEEN = re.compile(
    r"\s{0,9}[;|\n]\s{0,9}|[\s,]{1,9}(?=(?:PMC?ID|doi|PMC\d|https?://|10\.\d{4})|\d{5,8}\s?\[pmid\])", re.IGNORECASE
)
"""What stands between two numbers in one field."""


@lru_cache(maxsize=4096)
def in_words(name: str) -> str:
    """Return the name of a field in small letters with blanks between its words, as `article_doi` or `ArticleDOI`.

    Of one that is very long nothing.
    """
    if len(name) > LONGEST_NAME:
        return ""
    words = re.sub(r"[\W_]+", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)).lower()
    return re.sub(r"\bpub med", "pubmed", words).strip()


def says(kind: identifiers.Kind, name: str) -> bool:
    """Tell whether the name of a field makes it one of numbers of a kind, those of the work itself."""
    words = in_words(name)
    return bool(_SAYS[kind].search(words) and not _OF_ANOTHER.search(words))


def of_the_work(name: str) -> bool:
    """Tell whether a field or a column is one of what a work itself says, or of where it is found."""
    return _OF_THE_WORK.search(name) is not None


WORDS_SAID = 6
"""Words from which what stands where no field of a work is says something of its own."""


def says_something(text: str) -> bool:
    """Tell whether what stands beside the fields of a work is more than a name or a label."""
    return len(text.split()) >= WORDS_SAID


def may_have_number(text: str) -> bool:
    """Tell whether a field can have a DOI, a PMID or a PMCID in it: most have not, and need not be gone through."""
    return _NUMBERED.search(text) is not None


def numbers_elsewhere(fields: Fields) -> Iterator[tuple[str, Number]]:
    """Yield the numbers of a work in fields that are not for them, each with the name of its field.

    A field has one where it is one, by its name or its address, as `PMID: 12345678`, or is several of them. Mere
    digits are one where the field is called so. What is called as a field of other works has none.
    """
    for name, text in fields:
        words = in_words(name)
        if of_another(words) or not may_have_number(text):
            continue
        parts = [text] if _number(text, words) else [part for part in _BETWEEN.split(text) if part.strip()]
        found = [number for part in parts if (number := _number(part, words))]
        if len(found) == len(parts):  # among words it may be any
            yield from ((name, number) for number in found)


def of_another(words: str) -> bool:
    """Tell whether the name of a field, in words, makes it one of other works, or of what is beside the work."""
    return bool(_OF_ANOTHER.search(words) or _BESIDE.search(words))


def _number(text: str, words: str) -> Number | None:
    """Return the number that a text is, in a field of a name in small letters."""
    bare = text.strip().strip(" .{}")
    if bare.isdigit():
        kind: identifiers.Kind = "PMCID" if _SAYS["PMCID"].search(words) else "PMID"
        value = number(kind, f"PMC{bare}" if kind == "PMCID" else bare) if _SAYS[kind].search(words) else None
        return Number(kind, value) if value else None
    found = identifiers.parse(bare) if _SAYS["PMID"].search(words) else identifiers.parse_named(bare)
    value = number(found.kind, bare) if found and found.kind in _SAYS else None
    return Number(found.kind, value) if found and value else None


def notes_elsewhere(fields: Fields) -> Iterator[str]:
    """Yield the texts of such fields in which a number may stand among words."""
    for name, text in fields:
        words = in_words(name)
        if not of_another(words) and not _PROSE.search(words) and may_have_number(text):
            yield text


def with_told(paper: Paper, fields: Fields) -> Paper:
    """Return a paper that says which numbers its file has in fields nobody takes them from: they may be another's."""
    held = {paper.doi, paper.pmid, paper.pmcid}
    amiss = [
        f"{found.kind} {found.value}, which stands under {name}"
        for name, found in numbers_elsewhere(fields)
        if found.value not in held
    ]
    return msgspec.structs.replace(paper, lost=(*paper.lost, *dict.fromkeys(amiss))) if amiss else paper


def leaves(value: Any, named: str = "") -> Iterator[tuple[str, str]]:
    """Yield what stands in an object of JSON as fields, each by the names of all it is in, a value by its type."""
    waiting: list[tuple[str, Any]] = [(named, value)]
    while waiting:
        name, held = waiting.pop()
        if isinstance(held, dict):
            kind = next((held[key] for key in ("type", "idtype", "scheme") if isinstance(held.get(key), str)), "")
            called = [(kind if kind and key in {"value", "id"} else key, part) for key, part in held.items()]
            waiting += [(f"{name}/{key}" if name else str(key), part) for key, part in reversed(called)]
        elif isinstance(held, list):
            waiting += [(name, part) for part in reversed(held)]
        elif isinstance(held, (str, int)) and not isinstance(held, bool):
            yield name, str(held)
