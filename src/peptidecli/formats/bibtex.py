"""BibTeX, its letters as latexcodec writes them: for BibTeX, biber (biblatex), pandoc and reference managers."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache
from typing import Any

import msgspec

from ..dataset.model import Reference
from ..notation import people
from ..notation.identifiers import page
from .notes import language, notes
from .oneline import on_one_line

_TYPES = {"article-journal": "article", "article-newspaper": "article", "article-magazine": "article",
          "chapter": "incollection", "paper-conference": "inproceedings", "report": "techreport",
          "thesis": "phdthesis", "book": "book"}  # fmt: skip
_CONTAINERS = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle",
               "phdthesis": "school"}  # fmt: skip
_PUBLISHERS = {"techreport": "institution"}
_VERBATIM = frozenset({"doi", "url", "pmid", "pmcid", "eprint", "eprinttype"})


def bibtex(references: Iterable[Reference], own: Container[str] = ()) -> str:
    """Return references as BibTeX entries whose keys are their ids; of those in `own` the note says so."""
    return "".join(pieces(references, own))


def pieces(references: Iterable[Reference], own: Container[str] = ()) -> Iterator[str]:
    """Yield references as BibTeX, an entry a piece: every field in braces, identifiers as they are.

    A DOI with an escaped underscore is another DOI.
    """
    between = ""
    for reference in references:
        kind, fields = _entry(tamed(reference), reference.id in own)
        written = (f",\n    {name} = {{{_value(name, value)}}}" for name, value in fields.items())
        yield f"{between}@{kind}{{{reference.id}{''.join(written)}\n}}\n"
        between = "\n"


def _value(name: str, value: str) -> str:
    written = value if name in _VERBATIM else latex(value)
    # Among names pandoc takes what stands between a quote and an apostrophe for one, and `a=b` for a part of one.
    return re.sub(r"(?<!\\)(?:`+|=)", r"{\g<0>}", written) if name == "author" else written


def fields_of(reference: Reference) -> dict[str, str]:
    """Return the fields of a reference by their names in BibTeX, their letters as they are."""
    return _entry(tamed(reference), own=False)[1]


def tamed(reference: Reference) -> Reference:
    """Return a reference of which no text ends a field of BibTeX or begins one."""
    return _unbraced(on_one_line(reference))


def tamed_text(text: str) -> str:
    """Return a text so that it does not end its field."""
    return " ".join(text.translate(_IN_TEXTS).split())


def tamed_number(text: str) -> str:
    """Return an identifier, which stands in BibTeX as it is, so that it does not end its field."""
    return " ".join(text.translate(_IN_NUMBERS).split())


def latex(text: str, *, letters: bool = False) -> str:
    r"""Return text with what LaTeX reads as commands escaped and accented letters as `{\"{o}}`.

    Each such letter stands in braces of its own: only so do BibTeX and its readers take it for one letter. What
    LaTeX has no plain notation for, such as Cyrillic, stays as UTF-8, which LaTeX reads since 2018; with `letters`
    all of them do.
    """
    return "".join(
        character if letters and character.isalpha() else _letter(character) for character in _straight_quotes(text)
    )


@lru_cache
def _letter(character: str) -> str:
    if character in _KEPT:
        return _KEPT[character]
    if character.isascii():
        return character
    import codecs  # noqa: PLC0415 - most references are written in plain letters

    import latexcodec  # noqa: F401, PLC0415 - it adds itself to the codecs

    try:
        written = str(codecs.encode(character, "ulatex+ascii"))
    except UnicodeEncodeError:
        return character
    if re.search(r"\\i\s*\}?$", written.strip()) and character != "ı":
        return character  # readers make two letters of an accent on a dotless i
    return "{" + _ACCENTED.sub(lambda accent: f"\\{accent[1].strip()}{{{accent[2]}}}", written.strip()) + "}"


# \u a and \'n are written as \u{a} and \'{n}, which no reader takes for something else.
_ACCENTED = re.compile(r"\\([`'^\"~=.]|[a-zA-Z] )\s*([a-zA-Z])$")

# The commands of letters with a comma below are unknown to biber and pandoc, that of a crossed d to pandoc; two commas
# are two to biber.
_KEPT = {"Đ": "Đ", "đ": "đ", "\ufffd": "\ufffd",
         "ș": "ș", "Ș": "Ș", "ț": "ț", "Ț": "Ț", "–": "--", "—": "---", "“": "``", "”": "''", "‘": "`", "’": "'",
         "„": "„", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_", "$": r"\$",
         "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}  # fmt: skip


def _straight_quotes(text: str) -> str:
    """Return text with pairs of straight quotation marks as curved ones; LaTeX would close both."""
    return re.sub(r'"([^"]*)"', r"“\1”", text)


def _entry(reference: Reference, own: bool) -> tuple[str, dict[str, str]]:
    """Return the type of an entry and its fields in the order in which they are written."""
    kind = _TYPES.get(reference.type, "misc")
    pages = reference.page
    authors = [_person(author) for author in map(people.parse, reference.author)]
    if not reference.author_complete:
        # What BibTeX has for a list that is not whole; every style makes "et al." of it.
        authors.append("others")
    fields = {
        "author": " and ".join(authors),
        "title": protected(reference.title, reference.compounds),
        _CONTAINERS.get(kind, "howpublished"): reference.container_title,
        _PUBLISHERS.get(kind, "publisher"): reference.publisher,
        "year": str(reference.issued),
        "volume": reference.volume,
        "number": reference.issue if kind == "article" else reference.number,
        "issue": reference.issue if kind != "article" else None,
        "pages": re.sub(r"\s*[-–]+\s*", "–", pages) if pages else None,
        "doi": reference.doi,
        "url": page(reference.url) if reference.url else None,
        # biblatex prints PubMed's number from eprint; pmid and pmcid are what reference managers look for.
        "eprint": reference.pmid,
        "eprinttype": "pubmed" if reference.pmid else None,
        "pmid": reference.pmid,
        "pmcid": reference.pmcid,
        "language": language(reference.language).lower() or None,
        "note": ". ".join([*notes(reference, authors=False, own=own), *_register(kind, reference)]) or None,
    }
    return kind, {key: value for key, value in fields.items() if value}


def _register(kind: str, reference: Reference) -> list[str]:
    """Return the number of an article in a register: the field `number` of one is its issue."""
    return [f"Number {reference.number}"] if kind == "article" and reference.number else []


def _person(author: people.Person) -> str:
    """Return `von Family, Jr, Given`, the one order in which BibTeX cannot mistake a part of a name for another."""
    if author.literal:
        return f"{{{author.literal}}}"
    # Without a given name, several words would be read as given and family name, and `others` as more of them.
    lone = not author.given and (" " in author.family or author.family.casefold() == "others")
    family = f"{_one(author.particle)} {f'{{{author.family}}}' if lone else _one(author.family)}".strip()
    return ", ".join(part for part in (family, _one(author.suffix), _one(author.given)) if part)


def _one(part: str) -> str:
    """Return a part of a name so that an `and` in it does not begin another person, as in `Smith and Wesson`."""
    return f"{{{part}}}" if re.search(r"(?<!\S)and(?!\S)", part, re.IGNORECASE) else part


def _unbraced(reference: Reference) -> Reference:
    """Return a reference without braces in its texts: in BibTeX they would end a field, or begin a group."""
    changed: dict[str, Any] = {}
    for name in reference.__struct_fields__:
        value = getattr(reference, name)
        signs = _IN_NUMBERS if name in _VERBATIM else _IN_TEXTS
        if isinstance(value, str) and not signs.keys().isdisjoint(map(ord, value)):
            changed[name] = value.translate(signs)
        elif isinstance(value, tuple):
            tamed = tuple(item.translate(signs) if isinstance(item, str) else item for item in value)
            if tamed != value:
                changed[name] = tamed
    return msgspec.structs.replace(reference, **changed) if changed else reference


_IN_TEXTS = {ord("{"): "(", ord("}"): ")"}
_IN_NUMBERS = {ord(sign): f"%{ord(sign):X}" for sign in "{}\\"}


_EPONYMS = frozenset(
    "alzheimer parkinson huntington pick wistar sprague dawley morris ehrlich guillain down asia asian russian".split()
)
"""Names in titles that are set In Title Case, where a capital alone does not tell a name."""


def protected(title: str, names: Iterable[str] = ()) -> str:
    """Return a title with the words in braces whose capitals a style must not change: BDNF, Semax, ACTH(4-10).

    In a title that is set in title case only words with capitals inside, `names` and well-known eponyms are taken
    for names: with every word in braces no style could set it as a sentence.
    """
    words = title.split()
    long = [word for word in words[1:] if len(word) > 3 and word.isalpha()]
    in_title_case = len(long) > 2 and sum(word[0].isupper() for word in long) > len(long) / 2
    known = _EPONYMS | {name.lower() for name in names}
    written = []
    starts = True
    for word in words:
        lead, core, trail = re.fullmatch(r"(\W*)(.*?)([,.;:?!]*)", word).groups()  # type: ignore[union-attr]
        inside = re.search(r"[^\W\d_a-zß-ÿ]", core[1:]) is not None
        a_name = core[:1].isupper() and re.split(r"\W", core.lower())[0] in known
        capital = core[:1].isupper() and not starts and not in_title_case
        written.append(f"{{{lead}{core}}}{trail}" if core and (inside or capital or a_name) else word)
        starts = word.endswith((":", ".", "?", "!"))
    return " ".join(written)
