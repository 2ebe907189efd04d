"""The problems of a data folder: what reads well and is wrong all the same."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from . import model
from .loading import data_files, line_of_id, load, read_file, type_of
from .lookup import cas_check_digit_holds


class Problem(model.Record, frozen=True):
    """One problem: file, 1-based line where it is known, and what is wrong."""

    file: str
    line: int | None
    message: str


class Report(model.Record, frozen=True):
    """The answer to `peptide check`."""

    folder: str
    files: int
    records: int
    problems: tuple[Problem, ...]


def check(folder: Path, below: Path | None = None) -> Report:
    """Return the problems of the data folder `folder`, read over `below` where it builds on another.

    Raises DatasetError when a file cannot be read at all.
    """
    dataset = load([below, folder] if below else [folder])
    problems: list[Problem] = []
    records = 0
    paths = list(data_files(folder))
    for path in paths:
        content = read_file(path, type_of(path))
        for owner, message in _problems(dataset, content):
            problems.append(Problem(file=str(path), line=line_of_id(path, owner), message=f"{owner}: {message}"))
        records += sum(len(getattr(content, name)) for name in _tables(content))
    return Report(folder=str(folder), files=len(paths), records=records, problems=tuple(problems))


def _tables(content: object) -> Iterator[str]:
    for name in getattr(content, "__struct_fields__", ()):
        value = getattr(content, name)
        if isinstance(value, tuple) and value and isinstance(value[0], model.Record):
            yield name


def _problems(dataset: model.Dataset, content: object) -> Iterator[tuple[str, str]]:
    match content:
        case model.ReferencesFile():
            yield from _sorted([reference.id for reference in content.references])
            yield from _references(dataset, content.references)
        case model.SourcesFile():
            yield from _sorted([source.id for source in content.sources])
            used = _used_sources(dataset)
            yield from ((source.id, "is used nowhere") for source in content.sources if source.id not in used)
        case model.StatementsFile():
            yield from _sorted([statement.id for statement in content.statements])
            yield from _sorted([citation.id for citation in content.untraced])
            yield from _untraced(dataset, content.untraced)
        case model.Compound():
            yield from _compound(dataset, content)
        case _:
            return


def _sorted(ids: list[str]) -> Iterator[tuple[str, str]]:
    for before, after in itertools.pairwise(ids):
        if after < before:
            yield after, f"stands after {before!r}; sort by id"


_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_REFERENCE_ID = re.compile(r"[a-z]+(-[a-z]+)*-(19|20)\d\d(-[a-z0-9]+)+")
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_PMID = re.compile(r"[1-9]\d{3,7}")


def _references(dataset: model.Dataset, references: Iterable[model.Reference]) -> Iterator[tuple[str, str]]:
    used = _used_references(dataset)
    numbers: dict[str, str] = {}
    for reference in references:
        if not _REFERENCE_ID.fullmatch(reference.id):
            yield reference.id, "an id is first family name, year and one distinguishing word, in lower-case ASCII"
        elif f"-{reference.issued}" not in reference.id:
            yield reference.id, f"the id names another year than {reference.issued}"
        if not (reference.doi or reference.pmid or reference.number):
            yield reference.id, "has neither DOI nor PMID"
        if reference.doi and not _DOI.fullmatch(reference.doi):
            yield reference.id, f"{reference.doi!r} is no DOI"
        if reference.pmid and not _PMID.fullmatch(reference.pmid):
            yield reference.id, f"{reference.pmid!r} is no PMID"
        for number in filter(None, (reference.doi, reference.pmid, reference.pmcid)):
            if (other := numbers.setdefault(number.lower(), reference.id)) != reference.id:
                yield reference.id, f"{number} is also the number of {other}"
        if all(trace.registry == "reference list" for trace in reference.trace) and len(reference.trace) < 2:
            yield reference.id, "is traced neither to a registry or publisher nor to two independent lists"
        if reference.standing != "normal" and reference.notice is None:
            yield reference.id, f"is {reference.standing}, but no notice is named"
        if reference.id not in used and not reference.topics:
            yield reference.id, "is used nowhere: no claim, statement or answer rests on it, and it has no topics"


def _untraced(dataset: model.Dataset, citations: Iterable[model.UntracedCitation]) -> Iterator[tuple[str, str]]:
    real = {number: key for key, entry in dataset.index.items() for number in entry.identifiers}
    numbers: dict[str, str] = {}
    for citation in citations:
        for number in filter(None, (citation.doi, citation.pmid)):
            if number.lower() in real:
                yield citation.id, f"{number} is the number of the reference {real[number.lower()]}"
            if (other := numbers.setdefault(number.lower(), citation.id)) != citation.id:
                yield citation.id, f"{number} is also a number of {other}"


def _compound(dataset: model.Dataset, compound: model.Compound) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for claim in compound.claims:
        if claim.id in seen:
            yield claim.id, "the id is used twice"
        seen.add(claim.id)
        if not _ID.fullmatch(claim.id):
            yield claim.id, "an id is lower-case ASCII words joined by hyphens"
        if not claim.references:
            yield claim.id, "rests on no reference"
        designs = {design for key in claim.references for design in dataset.references[key].design}
        if claim.design and claim.design not in designs:
            yield claim.id, f"design {claim.design!r} is none of its references' designs"
        for key in claim.references:
            if compound.id not in dataset.references[key].compounds:
                yield claim.id, f"{key} does not study {compound.id}"
    yield from _identity(dataset, compound)


def _identity(dataset: model.Dataset, compound: model.Compound) -> Iterator[tuple[str, str]]:
    for identifier in compound.identifiers:
        if identifier.kind == "CAS RN" and not cas_check_digit_holds(identifier.value):
            yield compound.id, f"CAS RN {identifier.value}: the check digit does not fit"
    for item in compound.regulatory:
        if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", item.as_of):
            yield compound.id, f"as-of {item.as_of!r} is no date, month or year"
        if not item.sources:
            yield compound.id, f"{item.jurisdiction} {item.as_of}: a regulatory fact needs a source"
    for other in dataset.compounds.values():
        for identifier in compound.identifiers:
            if other.id != compound.id and any(
                i.kind == identifier.kind != "ATC" and i.value == identifier.value for i in other.identifiers
            ):
                yield compound.id, f"{identifier.kind} {identifier.value} is also that of {other.id}"


def _supported(dataset: model.Dataset) -> Iterator[model.Supported]:
    for compound in dataset.compounds.values():
        yield from compound.facts
        for remarks in (compound.limitations, compound.questions, compound.anecdotes):
            yield from remarks
        yield from compound.faq


def _used_references(dataset: model.Dataset) -> set[str]:
    used = {key for item in _supported(dataset) for key in item.references}
    for compound in dataset.compounds.values():
        used |= {key for claim in compound.claims for key in claim.references}
        used |= {key for approach in (*compound.pathways, *compound.frameworks) for key in approach.references}
    used |= {key for statement in dataset.statements.values() for key in statement.references}
    return used | {reference.translation_of for reference in dataset.references.values() if reference.translation_of}


def _used_sources(dataset: model.Dataset) -> set[str]:
    used = {key for item in _supported(dataset) for key in item.sources}
    for compound in dataset.compounds.values():
        used |= {identifier.source for identifier in compound.identifiers}
        used |= {alias.source for alias in compound.aliases if alias.source}
        used |= {key for item in compound.regulatory for key in item.sources}
        if compound.formula_source:
            used.add(compound.formula_source)
    for statement in dataset.statements.values():
        used |= {*statement.sources, *statement.circulates_in}
    return used
