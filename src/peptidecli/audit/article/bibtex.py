"""BibTeX: every entry a block with its fields, read by pybtex one entry at a time, so that a broken one is named."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from ...intake.paper import year_of
from ...notation.identifiers import doi_in, pmids_of
from .blocks import Block, Entry, standing_in
from .linked import pmids_in, with_notes
from .listed import names_of

_SIGN = r"[^\w@{}()\"=%\n]{0,20}@\s{0,20}"
BEGINS = re.compile(
    rf"(?:^|(?<=[}})])(?={_SIGN}(?:(?:string|preamble|comment)\b|"
    r"[A-Za-z]+\s{0,20}[{(]\s{0,20}[^,\s{}()]{1,200}\s{0,20},)))"
    rf"{_SIGN}([A-Za-z]+)"
    r"\s{0,20}[{(]\s{0,20}([^,\s{}()]{0,200})",
    re.MULTILINE | re.IGNORECASE,
)
"""How an entry begins: at the beginning of a line, or behind the end of another, and then with a key and a comma.

Blanks of any kind and signs may stand before it, as in a file that was put together.
"""
_BEHIND = re.compile(r"@[ \t]*([A-Za-z]+)[ \t]*[{(][ \t]*([^,\s{}()]{1,200})[ \t]*,")
"""How an entry begins behind words, which are nothing to BibTeX and biber: outside of all others, with a key."""
_FIELD = re.compile(r"^[ \t,]*([A-Za-z][\w-]{0,30})[ \t]*=", re.MULTILINE)
_STRING = re.compile(r"@[ \t]*string[ \t]*[{(]\s*([A-Za-z][\w:.+/-]{0,60})\s*=\s*[\"{][^#]{0,2000}$", re.IGNORECASE)
"""An abbreviation that is text; one made of others could grow without end, and is left as it stands."""
_WORD = re.compile(r"[A-Za-z][\w:.+/-]{0,60}")
LONGEST = 200_000
"""Characters beyond which what begins with `@` is no entry: a paper of five thousand authors takes less."""
_IDS = re.compile(r"(?:^|,)[ \t]*ids[ \t]*=[ \t]*[{\"]([^{}\"]{0,1000})", re.MULTILINE | re.IGNORECASE)
_CROSSREF = re.compile(
    r"(?:^|,)[ \t]*(?:crossref|xdata)[ \t]*=[ \t]*[{\"]?[ \t]*([^{}\",\s]{1,200})", re.MULTILINE | re.IGNORECASE
)
_PMCID = re.compile(r"PMC\d{3,9}", re.IGNORECASE)
_XDATA = re.compile(r"(?:^|,)[ \t]*xdata[ \t]*=", re.MULTILINE | re.IGNORECASE)
_ONCE = frozenset("author title year date journal journaltitle volume number pages doi pmid".split())
"""Fields of which one value counts."""
_NOTES = ("note", "annote", "annotation", "addendum", "pubstate")
"""Fields in which an entry may say what has become of a work."""
_REMARKS = re.compile(r"(?:comment(?:-.{1,50})?|review)$")
"""Fields in which JabRef keeps what its users write."""
_AUTHORS = re.compile(r"\bauthor\s*=\s*[{\"]([^\"=]{5,2000}?)[}\"]\s*(?:,\s*\n|,\s*\w+\s*=|\}|$)", re.IGNORECASE)
NO_ENTRY = frozenset({"comment", "string", "preamble"})
REMARK = "%"
"""Stands for the kind of an entry behind `%`, which biber leaves out and BibTeX does not: it is named, and not read."""


def entries_of_bibtex(text: str, wanted: Callable[[str], bool] | None = None) -> tuple[list[Block], tuple[int, ...]]:
    """Return the entries of a file as blocks, and the lines on which an entry begins that cannot be read.

    With `wanted` only those whose key it wants.
    """
    blocks: list[Block] = []
    odd: list[int] = []
    strings: dict[str, str] = {}
    begun = beginnings(text)
    parents = _Parents(text, begun)
    for kind, line, source in _sources(text, begun):
        if kind == REMARK:
            if not wanted or any(map(wanted, names_in(source))):
                odd.append(line)
            continue
        if kind == "string" and (named := _STRING.match(source)):
            strings[named[1].lower()] = source
        if kind in NO_ENTRY or (wanted and not any(map(wanted, names_in(source)))):
            continue
        used = strings.keys() & {word.lower() for word in _WORD.findall(source)} if strings else ()
        told = (
            _entry(source, line, "\n".join(strings[name] for name in used))
            if "=" in source and len(source) <= LONGEST
            else None
        )
        made: list[Block] = []
        if told:
            entry = parents.inherited(told.entry, source)
            made = list(with_notes(entry, line, told.links, told.notes, told.others))
            made = made if made and made[0].entry and made[0].entry.names_a_work else []
            blocks += made
        if not made or not told or not told.whole:
            odd.append(line)
    return blocks, tuple(sorted({*odd, *_strays(text, begun)})) if not wanted else tuple(odd)


def _strays(text: str, begun: _Begun) -> Iterator[int]:
    """Yield the lines of fields that stand in no entry, the first of those behind each other."""
    from ...intake.entries import STRAY  # noqa: PLC0415 - only when a bibliography is read

    ends = [0]
    starts = [hit for _, hit in begun]
    for place, hit in enumerate(starts):
        ends.append(_end(text, hit, starts[place + 1].start() if place + 1 < len(starts) else len(text)))
    line, counted = 1, 0
    for end, start in zip(ends, (*(hit.start() for hit in starts), len(text)), strict=True):
        if found := STRAY.search(text[end:start]):
            line += text.count("\n", counted, end + found.start())
            counted = end + found.start()
            yield line


class _Parents:
    """The entries that others of a file name by `crossref`, from which these have their year and what they stand in."""

    def __init__(self, text: str, begun: _Begun) -> None:
        named = {hit[1].lower() for hit in _CROSSREF.finditer(text)}
        self._sources: dict[str, str] = {}
        self._read: dict[str, Entry | None] = {}
        for kind, _, source in _sources(text, begun) if named else ():
            if kind not in {*NO_ENTRY, REMARK}:
                for name in names_in(source):
                    if name.lower() in named:
                        self._sources.setdefault(name.lower(), source)

    def inherited(self, entry: Entry, source: str) -> Entry:
        """Return an entry with what it has from the one that it names, if it names one."""
        hit = _CROSSREF.search(source) if self._sources else None
        key = hit[1].lower() if hit else ""
        if key not in self._sources:
            return entry
        if key not in self._read:
            whole = len(self._sources[key]) <= LONGEST
            read = _entry(self._sources[key], 1, "") if whole else None
            self._read[key] = read.entry if read else None
        parent = self._read[key]
        if not parent:
            return entry
        return entry._replace(
            year=entry.year or parent.year,
            journal=entry.journal or parent.journal or parent.title,
            volume=entry.volume or parent.volume,
            doi=entry.doi or (parent.doi if _XDATA.search(source) else ""),
            pmid=entry.pmid or (parent.pmid if _XDATA.search(source) else ""),
        )


def keys_of_bibtex(text: str) -> list[tuple[str, ...]]:
    """Return the names that each entry of a file can be cited by, whether it can be read or not."""
    return [names_in(source) for kind, _, source in _sources(text, beginnings(text)) if kind not in {*NO_ENTRY, REMARK}]


def names_in(source: str) -> tuple[str, ...]:
    """Return the names that an entry can be cited by: its key, and the others that biblatex allows it."""
    begins = BEGINS.match(source)
    others = _IDS.search(source) if "ids" in source else None
    return ((begins[2] if begins else ""), *(name.strip() for name in (others[1].split(",") if others else ())))


def begins_anywhere(text: str) -> bool:
    """Tell whether anything in a text begins as an entry, an abbreviation or a comment of BibTeX does."""
    return BEGINS.search(text) is not None or _BEHIND.search(text) is not None


_Begun = list[tuple[str, re.Match[str]]]


def beginnings(text: str) -> _Begun:
    """Return all that begins as an entry does, in order, each with its kind in small letters, or REMARK behind `%`."""
    found: list[tuple[str, re.Match[str]]] = []
    first: re.Match[str] | None = None
    for hit in (*BEGINS.finditer(text), None):
        stop = hit.start() if hit else len(text)
        found += _behind(text, first, stop)
        if hit:
            found.append((hit[1].lower(), hit))
        first = hit
    return found


def _behind(text: str, first: re.Match[str] | None, stop: int) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield the entries behind words, or behind `%`, between one that begins a line and the next."""
    end = -1
    for hit in _BEHIND.finditer(text, first.end() if first else 0, stop):
        if end < 0:  # few have any, so that only now it is looked for where the first of them ends
            end = _end(text, first, stop) if first else 0
        if hit.start() < end:
            continue
        if "%" in text[text.rfind("\n", end, hit.start()) + 1 or end : hit.start()]:
            yield REMARK, hit
            line = text.find("\n", hit.end(), stop)
            end = stop if line < 0 else line
        else:
            yield hit[1].lower(), hit
            end = _end(text, hit, stop)


def _sources(text: str, starts: _Begun) -> Iterator[tuple[str, int, str]]:
    """Yield kind, line and source of all that begins as an entry does."""
    line, counted = 1, 0
    for place, (kind, hit) in enumerate(starts):
        end = starts[place + 1][1].start() if place + 1 < len(starts) else len(text)
        line += text.count("\n", counted, hit.start())
        counted = hit.start()
        yield kind, line, text[hit.start() : end]


class _Told(NamedTuple):
    """What an entry tells: its fields, whether all of it could be read, and what may have numbers beside its fields.

    `others` are the fields, by name and text, that are read for nothing else.
    """

    entry: Entry
    whole: bool
    links: tuple[str, ...]
    notes: tuple[str, ...]
    others: tuple[tuple[str, str], ...]


def _entry(source: str, line: int, strings: str) -> _Told | None:
    """Return what one entry tells, None where it cannot be read."""
    from pybtex import errors  # noqa: PLC0415 - only when a bibliography is read
    from pybtex.exceptions import PybtexError  # noqa: PLC0415
    from pybtex.scanner import PybtexSyntaxError  # noqa: PLC0415

    from ...intake.entries import AGAIN, LINK_FIELD, PMID_FIELD, PUBMED, named_pmids, others, verbatim  # noqa: PLC0415
    from ...intake.entries import parsed as parsed_by_pybtex  # noqa: PLC0415

    try:
        with errors.capture() as broken:
            parsed = parsed_by_pybtex(f"{strings}\n{_closed(source)}", mild=True)
        key, entry = next(iter(parsed.entries.items()))
    except (PybtexError, StopIteration, ValueError, IndexError, RecursionError, AttributeError):
        return None
    fields: dict[str, Any] = {name.lower(): value for name, value in entry.fields.items()}
    again = [(name.partition(AGAIN)[0], str(value)) for name, value in fields.items() if AGAIN in name]
    seconds = [(name, value) for name, value in again if name in _ONCE and value != str(fields.get(name))]

    def field(*names: str) -> str:
        return next((_plain(fields[name]) for name in names if fields.get(name)), "")

    def number(*names: str) -> str:
        return next((_signs(fields[name]) for name in names if fields.get(name)), "")

    def raised(*names: str) -> str:
        """Return a number without a mark of a note set high behind it."""
        told = next((str(fields[name]) for name in names if fields.get(name)), "")
        return _plain(re.split(r"\\textsuperscript|\$\s?\^|</?sup>", told)[0])

    authors, more = _authors(entry, source)
    # Names typed as a reference list has them, `Gusev EI, Skvortsova VI, et al.`, are one name to BibTeX.
    typed = _AUTHORS.search(source) if len(authors) == 1 else None
    authors, more = (names_of(_plain(typed[1])) if typed else None) or (authors, more)
    named = [name for name in fields if PMID_FIELD.fullmatch(name)]
    pmid = raised(*named, *(["eprint"] if field("eprinttype", "archiveprefix").lower() in PUBMED else ()))
    numbers = pmids_of(pmid)
    unread = pmid and not numbers and not _PMCID.fullmatch(pmid)
    doi = verbatim(str(fields.get("doi", "")))
    told = next(pmids_in(str(fields.get(name, "")) for name in ("url", "note", "annote", "howpublished")), "")
    read = Entry(
        key=key.rpartition(" ")[0],  # a number stands behind it
        authors=authors,
        more_authors=more,
        year=str(year_of(field("year"), field("date")) or ""),
        title=field("title"),
        journal=field("journal", "journaltitle", "booktitle"),
        volume=number("volume"),
        issue=number("number", "issue"),
        page=number("pages", "eid"),
        doi=doi_in(doi) or doi,
        pmid=next(iter(numbers), told),
        pmcid=field("pmcid", "pmc") or (pmid if _PMCID.fullmatch(pmid) else ""),
        standing=standing_in(" ".join(field(name) for name in _NOTES)),
        field_lines=tuple(_field_lines(source, line)),
    )
    return _Told(
        read,
        not (any(isinstance(error, PybtexSyntaxError) for error in broken) or seconds or unread),
        (
            doi,
            *(f"PMID {other}" for other in (*numbers[1:], *named_pmids(fields))),
            *(verbatim(str(value)) for name, value in (*fields.items(), *again) if LINK_FIELD.fullmatch(name)),
            *(f"{name} {verbatim(value)}" for name, value in seconds if name in {"doi", "pmid"}),
        ),
        tuple(
            _plain(str(fields[name])) for name in fields if (name in _NOTES or _REMARKS.match(name)) and fields[name]
        ),
        tuple(others(fields)),
    )


def _field_lines(source: str, line: int) -> Iterator[tuple[str, int]]:
    """Yield the names of an entry's fields with the lines they stand on."""
    counted = 0
    for hit in _FIELD.finditer(source):
        line += source.count("\n", counted, hit.start(1))
        counted = hit.start(1)
        yield hit[1].lower(), line


def _closed(source: str) -> str:
    """Return the source of an entry up to the brace, or the parenthesis, that ends it."""
    begins = BEGINS.match(source)
    return source[: _end(source, begins, len(source))] if begins else source


def _end(text: str, begins: re.Match[str], stop: int) -> int:
    """Return where an entry ends, at the latest at `stop`: behind its brace, or its parenthesis."""
    round_ = "(" in begins[0]
    depth, quoted = 0, False
    for hit in re.compile(r"(?<!\\)[{})\"]" if round_ else r"(?<!\\)[{}]").finditer(text, begins.start(), stop):
        depth += {"{": 1, "}": -1}.get(hit[0], 0)
        quoted ^= hit[0] == '"' and depth == 0
        if depth == 0 and not quoted and hit[0] == (")" if round_ else "}"):
            return hit.end()
    return stop


def _authors(entry: Any, source: str) -> tuple[tuple[str, ...], bool]:
    from ...intake.entries import in_order  # noqa: PLC0415 - only when a bibliography is read

    people = entry.persons.get("author") or entry.persons.get("Author") or []
    names: list[str] = []
    more = False
    whole = frozenset(_SHORT_BEFORE_COMMA.findall(source))
    for person in people:
        family = _plain(" ".join([*person.prelast_names, *person.last_names]))
        given = _plain(" ".join([*person.first_names, *person.middle_names]))
        given, _ = in_order(given, _plain(" ".join(person.lineage_names)))
        if family.lower() in {"others", "et al", "et al."}:
            more = True
        elif _INITIALS.fullmatch(family) and given and not _INITIALS.fullmatch(given) and family not in whole:
            names.append(f"{given}, {family}")  # `Seiwerth S`, which to BibTeX is one S; `Yi, Hyeong-Joong` is none
        elif family:
            names.append(f"{family}, {given}" if given else family)
    return tuple(names), more


_SHORT_BEFORE_COMMA = re.compile(r"(?<!\w)(\w{1,4})\s{0,20},")
"""What is as short as initials and stands where BibTeX has a family name."""
_INITIALS = re.compile(r"(?:[KSCZ]h|Ts|Y[auoe]|I[au]|[A-ZА-Я])(?:\.?[A-ZА-Я]){0,2}\.?")
"""Initials, also those that are one letter in Russian; `Yi`, `Li` and `Wu` are names."""


def _plain(value: str) -> str:
    """Return a field as people read it: without braces and TeX's commands, its letters as they are."""
    from .latex import unescaped  # noqa: PLC0415

    return " ".join(unescaped(str(value)).split())


def _signs(value: str) -> str:
    """Return a number as people read it: in one, `_` and what else is a sign of TeX's stands for itself."""
    from .latex import unescaped  # noqa: PLC0415

    kept = "\N{SYMBOL FOR NULL}"
    bare = re.sub(r"\\text(?:en|em)dash(?:\{\}|\s*)", "-", re.sub(r"\\?_", kept, str(value)))
    return " ".join(unescaped(bare).replace(kept, "_").split())
