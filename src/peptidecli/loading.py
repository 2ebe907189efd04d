"""Reading: folders of TOML files in, one Dataset out.

The bundled folder is read first; each further folder is laid over it: a record with a known id takes the place of
the earlier one, all others are added. The first file that cannot be read or does not hold together is named in a
DatasetError with its line and the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import tomli

from . import derived, model
from .errors import DatasetError

T = TypeVar("T")


def load(folders: Iterable[Path]) -> model.Dataset:
    """Return the dataset of `folders`, the later laid over the earlier."""
    folders = tuple(folders)
    files = [file for folder in folders for file in _read_folder(folder)]
    if not any(isinstance(content, model.Compound) for _, content in files):
        raise DatasetError(folders[0], "no compounds/*.toml in here")
    vocabulary = _vocabulary(files)
    about = [content.dataset for _, content in files if isinstance(content, model.VocabularyFile) if content.dataset]
    if not about:
        raise DatasetError(folders[0] / "vocabulary.toml", "the table [dataset] is missing")
    statements: dict[str, model.Statement] = {}
    untraced: dict[str, model.UntracedCitation] = {}
    references: dict[str, model.Reference] = {}
    sources: dict[str, model.Source] = {}
    compounds: dict[str, model.Compound] = {}
    for path, content in files:
        match content:
            case model.Compound():
                _same_name(path, content)
                compounds[content.id] = content
            case model.ReferencesFile():
                references |= _by_id(path, content.references)
            case model.SourcesFile():
                sources |= _by_id(path, content.sources)
            case model.StatementsFile():
                statements |= _by_id(path, content.statements)
                untraced |= _by_id(path, content.untraced)
            case _:
                pass
    _check_links(files, vocabulary, references, sources, compounds)
    return model.Dataset(
        about=about[0],
        vocabulary=vocabulary,
        compounds=dict(sorted(compounds.items())),
        references=dict(sorted(references.items())),
        sources=dict(sorted(sources.items())),
        statements=dict(sorted(statements.items())),
        untraced=dict(sorted(untraced.items())),
        computed=derived.computed(compounds.values()),
        names=derived.names(compounds.values()),
        belongings=derived.belongings(compounds, references, statements, untraced),
        tallies=derived.tallies(compounds.values(), references, vocabulary),
        index=derived.index(compounds.values(), dict(sorted(references.items()))),
        folders=tuple(str(folder) for folder in folders),
    )


def data_files(folder: Path) -> Iterator[Path]:
    """Yield the files of a data folder in the order they are read."""
    for name in ("vocabulary.toml", "sources.toml", "references.toml", "statements.toml"):
        if (folder / name).is_file():
            yield folder / name
    yield from sorted((folder / "compounds").glob("*.toml"))


# -- one file ----------------------------------------------------------------------------------------------------

_TYPES: dict[str, Any] = {
    "vocabulary.toml": model.VocabularyFile,
    "sources.toml": model.SourcesFile,
    "references.toml": model.ReferencesFile,
    "statements.toml": model.StatementsFile,
}


def _read_folder(folder: Path) -> Iterator[tuple[Path, msgspec.Struct]]:
    for path in data_files(folder):
        yield path, read_file(path, type_of(path))


def type_of(path: Path) -> Any:
    """Return the record type of the data file at `path`."""
    return _TYPES.get(path.name, model.Compound)


def read_file(path: Path, kind: type[T]) -> T:
    """Return what stands in the TOML file at `path` as a record of `kind`; raise DatasetError with line and reason."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise DatasetError(path, f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise DatasetError(path, f"is not UTF-8 text (byte {error.start})") from error
    try:
        return msgspec.convert(tomli.loads(text), kind)
    except tomli.TOMLDecodeError as error:
        place = re.search(r"\s*\(at line (\d+), column \d+\)$", str(error))
        reason = str(error)[: place.start()] if place else str(error)
        raise DatasetError(path, f"not valid TOML: {reason}", int(place[1]) if place else None) from error
    except msgspec.ValidationError as error:
        reason, _, at = str(error).partition(" - at `")
        at = at.rstrip("`")
        unknown = re.search(r"unknown field `([^`]+)`", reason)
        raise DatasetError(
            path,
            f"{reason}{f' at {at[2:]}' if at else ''}",
            line_of(text, f"{at or '$'}.{unknown[1]}" if unknown else at),
        ) from error


def line_of(text: str, path: str) -> int | None:
    """Return the 1-based line that a validation path such as `$.claim[3].topic` speaks of, or the nearest to it."""
    steps = re.match(r"\$\.([\w-]+)(?:\[(\d+)\])?(?:\.([\w-]+))?", path)
    if not steps:
        return 1
    table, index, key = steps[1], steps[2], steps[3]
    lines = text.splitlines()
    headers = [i for i, line in enumerate(lines) if re.match(rf"\[\[?{re.escape(table)}\]\]?\s*(#|$)", line)]
    if not headers:
        return next((i for i, line in enumerate(lines, 1) if re.match(rf"{re.escape(table)}\s*=", line)), 1)
    start = headers[min(int(index or 0), len(headers) - 1)]
    for i in range(start + 1, len(lines)):
        if lines[i].startswith("["):
            break
        if key and re.match(rf"{re.escape(key)}\s*=", lines[i]):
            return i + 1
    return start + 1


# -- what holds a dataset together -------------------------------------------------------------------------------


class _Identified(msgspec.Struct):
    id: str


def _by_id(path: Path, records: Iterable[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for record in records:
        if record.id in found:
            raise DatasetError(path, f"the id {record.id!r} is used twice", line_of_id(path, record.id, last=True))
        found[record.id] = record
    return found


def line_of_id(path: Path, wanted: str, *, last: bool = False) -> int | None:
    """Return the 1-based line on which a record with the id `wanted` begins, the first or the last of them."""
    pattern = re.compile(rf'id\s*=\s*"{re.escape(wanted)}"')
    lines = [i for i, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if pattern.match(line)]
    return (lines[-1] if last else lines[0]) if lines else None


def _same_name(path: Path, compound: model.Compound) -> None:
    if path.stem != compound.id:
        raise DatasetError(path, f"holds the compound {compound.id!r}; file name and id must be the same", 1)


def _vocabulary(files: Iterable[tuple[Path, msgspec.Struct]]) -> model.Vocabulary:
    merged: dict[str, dict[str, Any]] = {name: {} for name in model.Vocabulary.__struct_fields__}
    for path, content in files:
        if isinstance(content, model.VocabularyFile):
            for name, terms in merged.items():
                terms.update(_by_id(path, getattr(content, name)))
    return model.Vocabulary(**{name: tuple(terms.values()) for name, terms in merged.items()})


def _check_links(
    files: Iterable[tuple[Path, msgspec.Struct]],
    vocabulary: model.Vocabulary,
    references: Mapping[str, model.Reference],
    sources: Mapping[str, model.Source],
    compounds: Mapping[str, model.Compound],
) -> None:
    """Raise DatasetError for the first record that points at something that is not there."""
    known: dict[str, set[str]] = {
        "reference": set(references),
        "source": set(sources),
        "compound": set(compounds),
        "topic": {term.id for term in vocabulary.topics},
        "design": {term.id for term in vocabulary.designs},
        "group": {group.id for group in vocabulary.groups},
        "jurisdiction": {term.id for term in vocabulary.jurisdictions},
    }
    for path, content in files:
        for owner, kind, wanted in _links(content):
            if wanted not in known[kind]:
                raise DatasetError(path, f"{owner}: there is no {kind} {wanted!r}", line_of_id(path, owner))


def _links(content: msgspec.Struct) -> Iterator[tuple[str, str, str]]:
    """Yield (owner's id, kind of thing pointed at, its id) for every pointer in a file."""
    match content:
        case model.ReferencesFile():
            for reference in content.references:
                yield from ((reference.id, "compound", x) for x in reference.compounds)
                yield from ((reference.id, "design", x) for x in reference.design)
                yield from ((reference.id, "topic", x) for x in reference.topics)
                if reference.group:
                    yield reference.id, "group", reference.group
                if reference.translation_of:
                    yield reference.id, "reference", reference.translation_of
        case model.StatementsFile():
            for statement in content.statements:
                yield from ((statement.id, "compound", x) for x in statement.compounds)
                yield from ((statement.id, "reference", x) for x in statement.references)
                yield from ((statement.id, "source", x) for x in (*statement.sources, *statement.circulates_in))
            for citation in content.untraced:
                yield from ((citation.id, "compound", x) for x in citation.compounds)
                yield from ((citation.id, "reference", x) for x in citation.nearest)
        case model.Compound():
            yield from _compound_links(content)
        case _:
            return


def _compound_links(compound: model.Compound) -> Iterator[tuple[str, str, str]]:
    if compound.parent:
        yield compound.id, "compound", compound.parent
    yield from ((compound.id, "group", x) for x in compound.originators)
    for claim in compound.claims:
        yield claim.id, "topic", claim.topic
        if claim.design:
            yield claim.id, "design", claim.design
        yield from ((claim.id, "reference", x) for x in claim.references)
    for item in compound.regulatory:
        yield compound.id, "jurisdiction", item.jurisdiction
        yield from ((compound.id, "source", x) for x in item.sources)
    for identifier in compound.identifiers:
        yield compound.id, "source", identifier.source
    for remark in (
        *compound.facts,
        *compound.limitations,
        *compound.questions,
        *compound.anecdotes,
        *compound.faq,
    ):
        yield from ((compound.id, "reference", x) for x in remark.references)
        yield from ((compound.id, "source", x) for x in remark.sources)
    for approach in (*compound.pathways, *compound.frameworks):
        yield from ((compound.id, "reference", x) for x in approach.references)
