"""The problems of a data folder, every one: what cannot be read, what points nowhere, what reads well and is wrong."""

from __future__ import annotations

import collections
import datetime
import functools
import itertools
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

import msgspec
import tomli

from ..dataset import model
from ..dataset.building import names
from ..dataset.decoding import converted
from ..dataset.files import FILES, is_data, type_of
from ..dataset.links import links, supported
from ..dataset.places import line_of, lines_outside
from ..dataset.reading import parsed, said, text_of, used_twice, whole, wrong_table
from ..errors import DatasetError, NotFoundError
from ..notation import identifiers
from ..notation.listing import and_more
from ..notation.visible import in_a_line, told
from ..notation.words import fold
from .shares import Shares, shares
from .years import lies_ahead


class Problem(model.Record, frozen=True):
    """One problem: file, 1-based line where it is known, what is wrong, and whether it must be mended."""

    file: str
    line: int | None
    message: str
    weight: Literal["problem", "warning"] = "problem"


class Report(model.Record, frozen=True):
    """The answer to `peptide check`."""

    folder: str
    files: int
    records: int
    problems: tuple[Problem, ...]
    shares: Shares | None = None


def together(reports: Sequence[Report]) -> Report:
    """Return what was found in several folders, laid one over the other, as one."""
    if len(reports) == 1:
        return reports[0]
    return Report(
        folder=", ".join(report.folder for report in reports),
        files=sum(report.files for report in reports),
        records=sum(report.records for report in reports),
        problems=tuple(problem for report in reports for problem in report.problems),
    )


class _File(NamedTuple):
    path: Path
    records: tuple[tuple[str, Any], ...]
    """Kind and record of everything in it that could be read."""
    lines: dict[str, int]
    """The line on which each id first stands."""
    broken: tuple[tuple[str, str], ...] = ()
    """Kind and id of what could not be read: others may point at it all the same."""
    synonyms: tuple[model.Synonym, ...] = ()
    """What has no id, and may be there as often as one likes."""


_NAMES = re.compile(r"""\s{0,99}["']?(?:id|means)["']?\s{0,99}=\s{0,99}["']([^"']*)["']""")


def _lines(text: str, document: Mapping[str, Any]) -> dict[str, int]:
    """Return the line of each id; of one that is written with an escape, or within others, that of its record."""
    found: dict[str, int] = {}
    for number, line in enumerate(lines_outside(text).split("\n"), 1):
        if ("id" in line or "means" in line) and (named := _NAMES.match(line)):
            found.setdefault(named[1], number)
    tables = ((name, table) for name, table in document.items() if isinstance(table, list))
    for place, entry in ((f"$.{name}[{i}].id", entry) for name, table in tables for i, entry in enumerate(table)):
        named_so = entry.get("id") if isinstance(entry, dict) else None
        if isinstance(named_so, str) and named_so not in found:
            found[named_so] = line_of(text, place) or 1
    return found


def check(folder: Path, below: Sequence[Path] = ()) -> Report:
    """Return the problems of the data folder `folder`, which is laid over `below` where it builds on others.

    Of the user's own data less is asked than of what we publish: what only a stranger needs is a warning there.

    Raises NotFoundError when there is no such folder.
    """
    try:
        there = folder.is_dir()
    except (OSError, ValueError):
        there = False
    if not there:
        raise NotFoundError(f"{folder}: no such folder. A data folder holds references.toml, compounds/ and so on")
    problems = list(_strangers(folder))
    files = []
    for path in _paths(folder):
        file, found = _read(path)
        problems += found
        if file:
            files.append(file)
    base = [file for earlier in below for path in _paths(earlier) for file in [_read(path)[0]] if file]
    world = _World(base, files, own=bool(below))
    for file in files:
        for owner, message, weight in _problems(world, file):
            problems.append(Problem(str(file.path), file.lines.get(owner), f"{owner}: {message}", weight))
    records = sum(len(file.records) for file in files)
    shown = {Problem(in_a_line(p.file), p.line, told(p.message), p.weight) for p in problems}
    ordered = sorted(shown, key=lambda p: (p.weight, p.file, p.line or 0, p.message))
    return Report(in_a_line(str(folder)), len(files), records, tuple(ordered), shares(world.own("reference")))


def _paths(folder: Path) -> Iterator[Path]:
    yield from (folder / name for name in FILES if (folder / name).exists() or (folder / name).is_symlink())
    yield from sorted(path for path in (folder / "compounds").glob("*.toml") if is_data(path.name))


def _strangers(folder: Path) -> Iterator[Problem]:
    """Yield what lies in a folder and is not read, unless an editor or a system has left it."""
    for path in sorted(folder.iterdir()):
        known = path.name in FILES or path.name in {"compounds", "schema", "README.md"} or path.name.startswith(".")
        if not known and (path.suffix.lower() == ".toml" or path.is_dir()):
            yield Problem(str(path), None, f"is not read; data files are {', '.join(FILES)} and compounds/<id>.toml")
    compounds = folder / "compounds"
    if not compounds.is_dir() and os.path.lexists(compounds):
        yield Problem(str(compounds), None, "is no folder; a compound is a file compounds/<id>.toml")
    for path in sorted(compounds.iterdir()) if compounds.is_dir() else ():
        if (path.suffix.lower() == ".toml" and path.suffix != ".toml") or path.is_dir():
            yield Problem(str(path), None, "is not read; a compound is a file compounds/<id>.toml")
        elif path.name in FILES:
            yield Problem(str(path), None, f"is not read; {path.name} stands in the folder of data itself")


# -- reading, with every problem -----------------------------------------------------------------------------------


def _read(path: Path) -> tuple[_File | None, list[Problem]]:
    """Return a file with what of it can be read, and what is wrong with the rest."""
    try:
        text = text_of(path)
    except DatasetError as error:
        return None, [Problem(str(path), error.line, error.reason)]
    try:
        document = tomli.loads(text)
    except (ValueError, RecursionError):
        try:
            parsed(path, text, type_of(path))
        except DatasetError as error:
            return None, [Problem(str(path), error.line, error.reason)]
        raise
    problems = [Problem(str(path), line_of(text, place), told_so) for place, told_so in used_twice(document)]

    def problem(place: str, message: str) -> None:
        problems.append(Problem(str(path), line_of(text, place), f"{message}{f' at {place[2:]}' if place[2:] else ''}"))

    kind = type_of(path)
    if kind is model.Compound:
        record = _converted(whole(document, kind), kind, "$", problem)
        read = (("compound", record),) if record else ()
        return _File(path, read, _lines(text, document), () if record else (("compound", path.stem),)), problems
    found: list[tuple[str, Any]] = []
    broken: list[tuple[str, str]] = []
    synonyms: list[model.Synonym] = []
    tables = {field.encode_name: field for field in msgspec.structs.fields(kind)}
    for name, content in document.items():
        if wrong := wrong_table(kind, name, content):
            problem(f"$.{name}", wrong)
        elif name == "dataset":
            _converted(content, model.About, "$.dataset", problem)
        else:
            item = tables[name].type.__args__[0]
            for i, entry in enumerate(content):
                record = _converted(entry, item, f"$.{name}[{i}]", problem)
                one = "citation" if name == "untraced" else name
                if isinstance(record, model.Synonym):
                    synonyms.append(record)
                elif record and hasattr(record, "id"):
                    found.append((one, record))
                elif isinstance(entry, dict) and isinstance(entry.get("id"), str):
                    broken.append((one, entry["id"]))
    return _File(path, tuple(found), _lines(text, document), tuple(broken), tuple(synonyms)), problems


def _converted(content: Any, kind: Any, place: str, problem: Any) -> Any:
    """Return a record, or None after naming what is wrong with each of its fields."""
    try:
        return converted(content, kind)
    except msgspec.ValidationError as error:
        if not isinstance(content, dict):
            problem(place, str(error))
            return None
    fields = _fields(kind)
    for key in content.keys() - fields.keys():
        problem(f"{place}.{key}", f"unknown key {key!r}")
    for name, field in fields.items():
        if name not in content:
            if field.required:
                problem(place, f"the key {name!r} is missing")
            continue
        record = _record_in(field.type)
        if record and isinstance(content[name], list):
            inside = [
                _converted(entry, record, f"{place}.{name}[{i}]", problem) for i, entry in enumerate(content[name])
            ]
            if None in inside:
                continue
        if record and isinstance(content[name], dict):
            _converted(content[name], record, f"{place}.{name}", problem)
            continue
        try:
            converted(content[name], field.type)
        except msgspec.ValidationError as error:
            reason, _, at = str(error).partition(" - at `$")
            problem(f"{place}.{name}{at.rstrip('`')}", said(reason))
    return None


@functools.cache  # msgspec works them out anew each time, which takes longer than all else
def _fields(kind: Any) -> dict[str, Any]:
    return {field.encode_name: field for field in msgspec.structs.fields(kind)}


@functools.cache
def _record_in(kind: Any) -> Any:
    """Return the type of record that a field holds, alone or in a list; None where it holds none."""
    for part in (kind, *getattr(kind, "__args__", ())):
        if isinstance(part, type) and issubclass(part, model.Record):
            return part
        if part is not kind and (inside := _record_in(part)):
            return inside
    return None


# -- what is wrong with what reads well ------------------------------------------------------------------------------

Said = tuple[str, str, Literal["problem", "warning"]]
"""The id of a record, what is wrong with it, and how much."""


_Bearers = dict[str, None]
"""Ids of records that share something, sorted."""
_MOST_NAMED = 3
"""How many of them are named: each of a thousand records with one number would name all others."""


def _others(bearers: _Bearers, key: str) -> str:
    """Return the first of those that are not `key`, and how many more there are; nothing where there is none."""
    first = list(itertools.islice((bearer for bearer in bearers if bearer != key), _MOST_NAMED))
    return and_more(first, len(bearers) - (key in bearers))


class _World:
    """What a folder and what lies below it hold, by kind and id."""

    def __init__(self, base: Iterable[_File], files: Iterable[_File], *, own: bool) -> None:
        self.mild: Literal["problem", "warning"] = "warning" if own else "problem"
        self.below: dict[str, dict[str, Any]] = {}
        self._own: dict[str, dict[str, Any]] = {}
        self._all: dict[str, dict[str, Any]] = {}
        for file in base:
            for kind, record in file.records:
                self._all.setdefault(kind, {})[record.id] = record
                self.below.setdefault(kind, {})[record.id] = record
        for file in files:
            for kind, record in file.records:
                self._all.setdefault(kind, {})[record.id] = record
                self._own.setdefault(kind, {})[record.id] = record
        self._broken = {item for file in files for item in file.broken}
        self.names: dict[str, _Bearers] = {}
        self.identified: dict[tuple[str, str], _Bearers] = {}
        self.known_by: dict[str, _Bearers] = {}
        for _, compound in sorted(self.all("compound").items()):
            sequence = compound.sequence
            numbers = [identifier.value for identifier in compound.identifiers if identifier.kind != "ATC"]
            for value in (*numbers, *([sequence.residues] if sequence and sequence.plain else ())):
                self.known_by.setdefault(fold(value), {})[compound.id] = None
            for key, _ in names(compound):
                self.names.setdefault(key, {})[compound.id] = None
            for identifier in compound.identifiers:
                self.identified.setdefault((identifier.kind, identifier.value), {})[compound.id] = None
        self.used = {(link.kind, link.target) for record in self._records() for link in links(_as_file(record))}
        self.numbers: dict[str, _Bearers] = {}
        for _, reference in sorted(self.all("reference").items()):
            for number in filter(None, (reference.doi, reference.pmid, reference.pmcid)):
                self.numbers.setdefault(number.lower(), {})[reference.id] = None
        self.rings = {field: _rings(self.all(kind), field) for kind, told in _LEADS.items() for field, _ in told}

    def all(self, kind: str) -> Mapping[str, Any]:
        """Return the records of a kind by id."""
        return self._all.get(kind, {})

    def knows(self, kind: str, key: str) -> bool:
        """Tell whether there is a record, be it one that cannot be read."""
        return key in self.all(kind) or (kind, key) in self._broken

    def own(self, kind: str) -> Mapping[str, Any]:
        """Return those of the folder itself."""
        return self._own.get(kind, {})

    def _records(self) -> Iterator[tuple[str, Any]]:
        return ((kind, record) for kind, records in self._all.items() for record in records.values())


def _as_file(item: tuple[str, Any]) -> Any:
    """Return a record as the file that would hold it alone."""
    kind, record = item
    if kind == "reference":
        return model.ReferencesFile(references=(record,))
    if kind == "statement":
        return model.StatementsFile(statements=(record,))
    if kind == "citation":
        return model.StatementsFile(untraced=(record,))
    return record


def _problems(world: _World, file: _File) -> Iterator[Said]:  # noqa: PLR0912 - a rule a branch
    for kind, group in itertools.groupby(file.records, key=lambda item: item[0]):
        ids = [record.id for _, record in group]
        if kind in {"reference", "source", "statement", "citation"}:
            for before, after in itertools.pairwise(ids):
                if after < before:
                    yield after, f"stands after {before!r}; sort by id", "warning"
    for link in links(model.VocabularyFile(synonyms=file.synonyms)):
        if not world.knows(link.kind, link.target):
            yield link.owner, f"there is no {link.kind} {link.target!r}", "problem"
    for kind, record in file.records:
        if record.id in world.below.get(kind, {}) and not getattr(record, "extends", False):
            hint = "; extends = true would add to it" if kind == "compound" else ""
            yield record.id, f"takes the place of the {kind} of the same id{hint}", "warning"
        for link in links(_as_file((kind, record))):
            if not world.knows(link.kind, link.target):
                yield link.owner, f"there is no {link.kind} {link.target!r}", "problem"
        for field, said_so in _LEADS.get(kind, ()):
            ring, place = world.rings[field].get(record.id, ((), 0))
            if ring:
                others = [*ring[place + 1 : place + 1 + _MOST_NAMED], *ring[: min(place, _MOST_NAMED)]][:_MOST_NAMED]
                way = and_more(others, len(ring) - 1)
                yield record.id, f"{said_so}{' by way of ' * (way != '')}{way}", "problem"
        for field in ("compounds", "topics", "design", "references"):
            for name in _twice(getattr(record, field, ())):
                yield record.id, f"names {name!r} twice in {field}", "problem"
        match record:
            case model.Reference():
                yield from _reference(world, record)
            case model.Source():
                if not record.url:
                    yield record.id, "has no address (URL) at which a reader could open it", world.mild
                if ("source", record.id) not in world.used:
                    yield record.id, "is used nowhere", "warning"
            case model.UntracedCitation():
                yield from _citation(world, record)
            case model.Compound():
                if file.path.stem != record.id:
                    yield record.id, f"stands in {file.path.name}; file name and id must be the same", "problem"
                yield from _compound(world, record)
            case _:
                pass


_LEADS = {
    "compound": (("parent", "derives from itself"),),
    "reference": (
        ("translation_of", "is a translation of itself"),
        ("same_study_as", "is of the same study as itself"),
        ("updates", "is a new version of itself"),
        ("pools", "pools itself"),
    ),
}
"""Fields that name another record of the same kind, and what it means where following them leads back."""


def _rings(records: Mapping[str, Any], field: str) -> dict[str, tuple[list[str], int]]:
    """Return the records from which a field leads back to themselves, each with its ring and its place in that.

    Of several rings through one record one is found.
    """
    found: dict[str, tuple[list[str], int]] = {}
    seen: set[str] = set()

    def leads(key: str) -> Iterator[str]:
        value = getattr(records[key], field)
        return iter((value,) if isinstance(value, str) else value or ())

    for first in records:
        way: dict[str, int] = {}
        waiting: list[tuple[str, Iterator[str]]] = []
        begins: str | None = first
        while waiting or begins:
            if begins and begins in records and begins not in seen:
                seen.add(begins)
                way[begins] = len(way)
                waiting.append((begins, leads(begins)))
            elif begins in way and begins not in found:
                ring = list(way)[way[begins] :]
                found |= {one: (ring, place) for place, one in enumerate(ring) if one not in found}
            begins = next(waiting[-1][1], None) if waiting else None
            if waiting and begins is None:
                del way[waiting.pop()[0]]
    return found


def _twice(ids: Iterable[str]) -> list[str]:
    return [key for key, count in collections.Counter(ids).items() if count > 1]


_REFERENCE_ID = re.compile(r"[a-z]+(-[a-z]+)*-(1[6-9]|20)\d\d(-[a-z0-9]+)+")


_PAGES = re.compile(r"([0-9]{1,9})[-–]([0-9]{1,9})")


def _reference(world: _World, reference: model.Reference) -> Iterator[Said]:  # noqa: PLR0912 - a rule a branch
    key = reference.id
    if not _REFERENCE_ID.fullmatch(key):
        yield key, "an id is first family name, year and one distinguishing word, in lower-case ASCII", "problem"
    elif f"-{reference.issued}" not in key:
        yield key, f"the id names another year than {reference.issued}", "problem"
    if reference.type not in model.CSL_TYPES:
        yield key, f"{reference.type!r} is no type of CSL; the nearest is {_nearest_type(reference.type)!r}", "problem"
    if lies_ahead(reference.issued):
        yield key, f"the year {reference.issued} lies in the future", "problem"
    pages = _PAGES.fullmatch(reference.page or "")
    if pages and len(pages[1]) == len(pages[2]) and int(pages[2]) < int(pages[1]):
        yield key, f"the last of the pages {reference.page} stands before the first", "problem"
    paged = reference.page or not reference.type.startswith("article")
    if not (reference.doi or reference.pmid or reference.number or (reference.url and paged)):
        yield key, "has neither DOI nor PMID, nor an address (URL) of a page that gives its pages", world.mild
    for number in filter(None, (reference.doi, reference.pmid, reference.pmcid)):
        if other := _others(world.numbers.get(number.lower(), {}), key):
            yield key, f"{number} is also the number of {other}", "problem"
    for trace in reference.trace:
        if not trace.url:
            yield (
                key,
                f"a trace has no address (URL) that a reader could open: {trace.seen or trace.registry}",
                world.mild,
            )
    if all(trace.registry == "reference list" for trace in reference.trace) and len(reference.trace) < 2:
        yield key, "is traced neither to a registry or publisher nor to two independent lists", world.mild
    if reference.standing != "normal" and reference.notice is None:
        yield key, f"is {reference.standing}, but no notice is named", "problem"
    if reference.read is None:
        yield key, "does not say how deep it was read (read)", "warning"
    for name in reference.lacks:
        if getattr(reference, name.lower()):
            yield key, f"is said to lack {name} and has one", "problem"
    if ("reference", key) not in world.used and not reference.topics:
        yield key, "is used nowhere: no claim, statement or answer rests on it, and it has no topics", "warning"


def _nearest_type(word: str) -> str:
    from rapidfuzz import fuzz  # noqa: PLC0415 - only for what is wrong

    typed = word.lower().replace("-", " ")
    return max(sorted(model.CSL_TYPES), key=lambda known: fuzz.token_sort_ratio(known.replace("-", " "), typed))


def _citation(world: _World, citation: model.UntracedCitation) -> Iterator[Said]:
    for number in filter(None, (citation.doi, citation.pmid)):
        if other := _others(world.numbers.get(number.lower(), {}), ""):
            yield citation.id, f"{number} is the number of the reference {other}", "problem"
    if not citation.seen:
        yield citation.id, "does not say where it was seen (seen)", "warning"


def _compound(world: _World, compound: model.Compound) -> Iterator[Said]:
    if compound.extends and compound.id not in world.below.get("compound", {}):
        yield compound.id, "extends a compound that no earlier folder has", "problem"
    for claim in compound.claims:
        references = [world.all("reference")[key] for key in claim.references if key in world.all("reference")]
        designs = {design for reference in references for design in reference.design}
        if claim.design and claim.design not in designs:
            yield claim.id, f"design {claim.design!r} is none of its references' designs", "problem"
        for reference in references:
            if compound.id not in reference.compounds:
                yield claim.id, f"{reference.id} does not study {compound.id}", "problem"
        if strange := _strange_figures(claim):
            yield claim.id, f"its effect gives {', '.join(strange)}, which its text does not", "problem"
        if claim.at is None:
            yield claim.id, "does not say where in the paper it stands (at)", "warning"
        only_title = bool(references) and all(reference.read == "title" for reference in references)
        if only_title and re.search(r"\d", re.sub(r"\b[A-Z]+-?\d+\b", "", claim.text)) and claim.n:
            yield claim.id, "gives numbers, but of its papers only the titles were read", "problem"
        if only_title and claim.result != "unknown":
            yield claim.id, "gives a direction, but of its papers only the titles were read", "problem"
    yield from _identity(world, compound)


_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def _strange_figures(claim: model.Claim) -> list[str]:
    """Return the figures of a claim's effect that do not stand in its text; commas that part thousands aside."""
    said, text = (
        [figure.replace(",", "") for figure in _FIGURE.findall(told)] for told in (claim.effect or "", claim.text)
    )
    return [figure for figure in said if figure not in text]


_MASS = re.compile(r"(?<![\w.])(\d{2,5}\.\d{1,4})\s*(?:g/mol|Da)\b")


def _identity(world: _World, compound: model.Compound) -> Iterator[Said]:  # noqa: PLR0912 - a rule a branch
    key = compound.id
    for identifier in compound.identifiers:
        if wrong := identifiers.fault(identifier.kind, identifier.value):
            yield key, wrong, "problem"
        other = _others(world.identified.get((identifier.kind, identifier.value), {}), key)
        if other and identifier.kind != "ATC":
            yield key, f"{identifier.kind} {identifier.value} is also that of {other}", "problem"
    for name, _ in names(compound):
        if bearer := _others(world.names.get(name, {}), key):  # none of a file whose id another has as well
            yield key, f"the name {name!r} is also one of {bearer}", "warning"
        if bearer := _others(world.known_by.get(name, {}), key):
            yield key, f"the name {name!r} is a number or the sequence of {bearer}, which it hides", "warning"
    base = world.below.get("compound", {}).get(key) if compound.extends else None
    sequence = compound.sequence or (base.sequence if base else None)
    if base and base.sequence and sequence != base.sequence:
        yield (
            key,
            f"takes the place of the sequence {base.sequence.residues}, whose numbers stay",
            "warning",
        )
    if sequence and sequence.plain:
        from ..notation.sequences import computed  # noqa: PLC0415

        made = computed(sequence.residues)
        if compound.molar_mass and abs(made.molar_mass - compound.molar_mass) > 0.05:
            yield key, f"molar mass {compound.molar_mass}, but by its sequence {made.molar_mass}", "problem"
        if compound.formula and compound.formula != made.formula:
            yield key, f"formula {compound.formula}, but by its sequence {made.formula}", "problem"
    for day in (item.day for item in compound.searched):
        if day > datetime.date.today():
            yield key, f"was searched on {day}, which lies in the future", "problem"
    if not compound.searched and not compound.extends:
        yield key, "does not say when its literature was last searched (searched)", "warning"
    for remark in supported(compound):
        if not remark.references and not remark.sources and isinstance(remark, model.Fact):
            yield key, f"the fact {remark.label!r} rests on nothing", "warning"
