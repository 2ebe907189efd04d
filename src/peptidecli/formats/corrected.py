"""A BibTeX file with the record's fields where a finding says that they are not as the record has them.

All else stays byte for byte: order, comments, other fields, line ends, and the way each value is delimited.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from difflib import ndiff
from typing import NamedTuple
from unicodedata import normalize

from rapidfuzz import fuzz

from ..audit.article.bibtex import NO_ENTRY, REMARK, beginnings
from ..audit.article.blocks import INVISIBLE
from ..audit.findings import Field, Finding
from ..dataset.model import Reference
from ..notation.visible import visible
from .bibtex import fields_of, latex, protected, tamed, tamed_number, tamed_text

_NAME = re.compile(r"[\s,]*([A-Za-z][\w:.+/-]*)\s*=\s*")
_BARE = re.compile(r"[^\s,{}\"#=()]+")
_NAMES = {"title": ("title",), "authors": ("author",), "initials": ("author",), "year": ("year", "date"),
          "journal": ("journal", "journaltitle", "booktitle"), "volume": ("volume",), "issue": ("number", "issue"),
          "page": ("pages", "eid"), "doi": ("doi",), "pmid": ("pmid", "eprint"), "pmcid": ("pmcid", "pmc")}  # fmt: skip
"""Under which names BibTeX has the fields of a finding; the first that an entry has is meant."""


class Change(NamedTuple):
    """What was changed in an entry: the line it begins on, and its lines before and after, marked as in a diff."""

    line: int
    lines: tuple[str, ...]


class Corrected(NamedTuple):
    """A file with what was changed in it; `left` are the findings that no record tells how to correct."""

    content: bytes
    changes: tuple[Change, ...]
    left: tuple[Finding, ...]


def corrected(content: bytes, findings: Sequence[Finding], references: Mapping[str, Reference]) -> Corrected:
    """Return the bytes of a BibTeX file corrected by the findings on its entries; what is silenced stays."""
    encoding = _encoding(content)
    mark, text = _marked(content.decode(encoding, errors="surrogateescape"))
    letters = not text.isascii() and not any("\udc80" <= letter <= "\udcff" for letter in text)
    begins = beginnings(_as_read(text))
    ends = [_start(text, hit) for _, hit in begins]
    entries = [hit for kind, hit in begins if kind not in {*NO_ENTRY, REMARK}]
    starts = [_start(text, hit) for hit in entries]
    lines = _lines(text, starts)
    by_entry: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.counts and finding.kind in {"citation", "identifier"}:
            place = bisect_right(lines, finding.line) - 1
            while place > 0 and lines[place - 1] == lines[place] and entries[place][2] != finding.key:
                place -= 1  # several stand on one line
            # What was read otherwise than it stands here is left: the entry beside it must not be changed.
            by_entry[place if place >= 0 and _is_called(entries[place][2], finding.key) else -1].append(finding)
    pieces: list[str] = []
    changes: list[Change] = []
    left: list[Finding] = list(by_entry.pop(-1, ()))
    done = 0
    for number, told in sorted(by_entry.items()):
        start = starts[number]
        following = bisect_right(ends, start)
        source = text[start : ends[following] if following < len(ends) else len(text)]
        new, not_told = _entry(source, told, references, letters)
        left += not_told
        if new != source:
            pieces += [text[done:start], new]
            done = start + len(source)
            changes.append(Change(lines[number], tuple(_difference(source, new))))
    pieces.append(text[done:])
    return Corrected("".join((mark, *pieces)).encode(encoding, errors="surrogateescape"), tuple(changes), tuple(left))


def _encoding(content: bytes) -> str:
    """Return the encoding that the byte order mark of a file names; UTF-8 where it has none, or does not keep to it."""
    for mark, encoding in ((BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be")):
        if content.startswith(mark):
            with suppress(UnicodeDecodeError):
                content.decode(encoding)
                return encoding
    return "utf-8"


def _marked(text: str) -> tuple[str, str]:
    """Return the byte order mark that a text begins with, or nothing, and the text without it."""
    bare = text.removeprefix("\ufeff")
    return text[: len(text) - len(bare)], bare


def _as_read(text: str) -> str:
    """Return a text letter by letter as the audit reads it: a lone return ends a line, unseen letters are blanks."""
    return INVISIBLE.sub(lambda hit: " " * len(hit[0]), re.sub(r"\r(?!\n)", "\n", text))


def _start(text: str, begins: re.Match[str]) -> int:
    """Return where an entry begins: at its sign, whatever stands before that."""
    return text.index("@", begins.start())


def _is_called(key: str, read: str | None) -> bool:
    """Tell whether an entry has the key of the one that was read."""
    return INVISIBLE.sub("", normalize("NFC", key)).strip() == (read or "")


def _lines(text: str, places: Sequence[int]) -> list[int]:
    """Return the lines, from 1, on which places of a text stand."""
    found: list[int] = []
    line, counted = 1, 0
    for place in places:
        line += len(re.findall(r"\r\n|\r|\n", text[counted:place]))
        counted = place
        found.append(line)
    return found


def _difference(before: str, after: str) -> Iterator[str]:
    for line in ndiff(before.splitlines(), after.splitlines()):
        if line.startswith(("- ", "+ ")):
            yield line


# -- one entry -------------------------------------------------------------------------------------------------------


def _entry(
    source: str, findings: Sequence[Finding], references: Mapping[str, Reference], letters: bool
) -> tuple[str, list[Finding]]:
    """Return an entry with its fields corrected, and the findings that stay."""
    if any(finding.verdict == "misattributed" and finding.kind == "citation" for finding in findings):
        return source, list(findings)  # Which of the two works is meant, a person must say.
    spans = _spans(source)
    new: dict[str, str] = {}
    left: list[Finding] = []
    for finding in findings:
        told = [
            (name, value)
            for field in finding.fields
            if (name := _named(field, spans, source)) and (value := _value(field, finding, references, letters))
        ]
        if not told or len(told) < len(finding.fields):
            left.append(finding)
        new |= dict(told)
    for name in sorted(new, key=lambda name: spans[name], reverse=True):
        start, end = spans[name]
        source = source[:start] + _delimited(new[name], source[start:end]) + source[end:]
    return source, left


def _named(field: Field, spans: Mapping[str, tuple[int, int]], source: str) -> str:
    """Return under which name an entry has a field, empty where it has none."""
    for name in _NAMES.get(field.name, ()):
        if name == "eprint" and field.given not in source[slice(*spans.get("eprint", (0, 0)))]:
            continue
        if name in spans:
            return name
    return ""


def _value(field: Field, finding: Finding, references: Mapping[str, Reference], letters: bool) -> str:
    """Return what the record has of a field, as BibTeX has it; empty where it has nothing.

    With `letters` accented letters stay as they are, as in a file that has some; else they are written in ASCII.
    """
    if not field.record:
        return ""
    if field.name in {"doi", "pmid", "pmcid"}:  # of the work that the entry means, whatever the number is of
        return visible(tamed_number(field.record))
    held = references.get(finding.reference or "")
    if held is None:
        return ""
    reference = tamed(held)
    if field.name in {"authors", "initials"}:
        told = fields_of(reference)["author"] if reference.author_complete else ""
    elif field.name == "title":
        titles = [title for title in (reference.title, reference.original_title) if title]
        best = max(titles, key=lambda title: fuzz.ratio(title.lower(), finding.text.lower()))
        told = protected(best, reference.compounds)
    else:
        record = tamed_text(field.record)
        told = re.sub(r"\s*[-–]+\s*", "–", record) if field.name == "page" else record
    return visible(latex(told, letters=letters))


def _delimited(value: str, old: str) -> str:
    """Return a value delimited as the old one was."""
    if old.startswith('"') and old.endswith('"') and '"' not in re.sub(r"\{[^{}]*\}", "", value):
        return f'"{value}"'
    return value if old.isdigit() and value.isascii() and value.isdigit() else f"{{{value}}}"


def _spans(source: str) -> dict[str, tuple[int, int]]:
    """Return where the values of an entry's fields stand, their delimiters with them."""
    spans: dict[str, tuple[int, int]] = {}
    begins = re.match(r"[ \t]*@[^{(]*[{(][^,{}()]*", source)
    place = begins.end() if begins else len(source)
    while named := _NAME.match(source, place):
        end = _end(source, named.end())
        if end <= named.end():
            break
        spans.setdefault(named[1].lower(), (named.end(), end))
        place = end
    return spans


def _end(source: str, place: int) -> int:
    """Return where a value ends: pieces in braces, in quotation marks or bare, joined by `#`."""
    while True:
        if source.startswith("{", place):
            place = _closing(source, place)
        elif source.startswith('"', place):
            place = _quoted(source, place)
        elif bare := _BARE.match(source, place):
            place = bare.end()
        joined = re.compile(r"\s*#\s*").match(source, place)
        if not joined:
            return place
        place = joined.end()


def _closing(source: str, place: int) -> int:
    depth = 0
    for hit in re.compile(r"(?<!\\)[{}]").finditer(source, place):
        depth += 1 if hit[0] == "{" else -1
        if depth == 0:
            return hit.end()
    return place


def _quoted(source: str, place: int) -> int:
    depth = 0
    for hit in re.compile(r'(?<!\\)[{}]|"').finditer(source, place + 1):
        depth += {"{": 1, "}": -1}.get(hit[0], 0)
        if hit[0] == '"' and depth == 0:
            return hit.end()
    return place
