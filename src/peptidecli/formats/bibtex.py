"""BibTeX, written by pybtex, which escapes what LaTeX reads as commands."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from typing import Any, TextIO

from pybtex.database import BibliographyData, Entry, Person
from pybtex.database.output.bibtex import Writer

from .. import authors
from ..model import Reference

_TYPES = {"article-journal": "article", "article-newspaper": "article", "article-magazine": "article",
          "chapter": "incollection", "report": "techreport", "thesis": "phdthesis", "book": "book"}  # fmt: skip
_VERBATIM = frozenset({"doi", "url", "pmid", "pmcid"})
_LANGUAGES = {"en": "english", "ru": "russian", "de": "german", "fr": "french", "uk": "ukrainian", "es": "spanish",
              "pl": "polish", "it": "italian"}  # fmt: skip


def bibtex(references: Iterable[Reference]) -> str:
    """Return references as BibTeX entries whose keys are the references' ids."""
    text = io.StringIO()
    _Writer().write_stream(BibliographyData({reference.id: _entry(reference) for reference in references}), text)
    return text.getvalue()


class _Writer(Writer):  # type: ignore[misc]  # pybtex has no types
    """Writes identifiers as they are: a DOI with an escaped underscore is another DOI."""

    def _write_field(self, stream: TextIO, type: str, value: str) -> None:
        if type in _VERBATIM:
            stream.write(f",\n    {type} = {{{value}}}")
        else:
            super()._write_field(stream, type, value)


def _entry(reference: Reference) -> Any:
    notes = []
    if reference.standing == "retracted":
        notes.append("Retracted")
    elif reference.standing == "expression-of-concern":
        notes.append("Expression of concern")
    if not reference.author_complete:
        notes.append("Author list incomplete")
    if reference.original_title:
        notes.append(f"Original title: {reference.original_title}")
    fields = {
        "title": protected(reference.title),
        "journal": reference.container_title,
        "year": str(reference.issued),
        "volume": reference.volume,
        "number": reference.issue,
        "pages": re.sub(r"[-–]+", "--", reference.page) if reference.page else None,
        "doi": reference.doi,
        "pmid": reference.pmid,
        "pmcid": reference.pmcid,
        "language": _LANGUAGES.get(reference.language),
        "note": ". ".join(notes) or None,
    }
    return Entry(
        _TYPES.get(reference.type, "misc"),
        fields={key: value for key, value in fields.items() if value},
        persons={"author": [_person(author) for author in reference.author]},
    )


def _person(author: str) -> Any:
    family, given = authors.parse(author)
    return Person(
        f"{{{family}}}, {given}" if " " in family and given else f"{family}, {given}" if given else f"{{{family}}}"
    )


def protected(title: str) -> str:
    """Return a title with the words in braces whose capitals a style must not change: BDNF, Semax, ACTH(4-10)."""
    words = title.split(" ")
    return " ".join(
        f"{{{word}}}" if re.search(r"[A-Z]", word[1:]) or (i and re.match(r"\W*[A-Z]", word)) else word
        for i, word in enumerate(words)
    )
