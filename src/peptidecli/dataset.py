"""Opening the dataset: the bundled folder with the user's own laid over it, parsed once and kept.

Reading and checking the TOML files takes longer than everything else a command does, so the parsed dataset is kept
in the cache folder. The cache is used only while version, names, sizes and times of all data files are the same;
it can be deleted at any time, and where it cannot be written every command works without it.
"""

from __future__ import annotations

import contextlib
import os
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from . import __version__, locations, model
from .model import Dataset

T = TypeVar("T")


def open_dataset(own: Path | None = None) -> Dataset:
    """Return the bundled dataset with the user's folders and `own` (--data) laid over it.

    Raises DatasetError when a folder or file cannot be read or does not hold together.
    """
    folders = (locations.bundled(), *locations.own(own))
    kept = _kept(folders)
    stamp = _stamp(folders)
    if kept and (dataset := _recall(kept, stamp)):
        return dataset
    from .loading import load  # noqa: PLC0415 - needed only when a file has changed

    dataset = load(folders)
    if kept:
        _keep(kept, stamp, dataset)
    return dataset


_READERS = frozenset({"model.py", "loading.py", "derived.py", "sequences.py", "authors.py", "names.py"})
"""Modules whose change makes a kept dataset stale."""


def _kept(folders: Sequence[Path]) -> Path | None:
    folder = locations.cache()
    if folder is None:
        return None
    key = zlib.crc32("\0".join(os.path.abspath(f) for f in folders).encode())  # noqa: PTH100 - ten times faster
    return folder / f"dataset-{key:08x}.msgpack"


def _stamp(folders: Iterable[Path]) -> bytes:
    """Return the program's version and path, size and time of every data file, and of the model they are read into."""
    marks = [__version__]
    # os.scandir tells names and times of a folder in one pass, where pathlib asks for each file twice.
    for folder in (Path(__file__).parent, *folders, *(folder / "compounds" for folder in folders)):
        with contextlib.suppress(OSError), os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.name.endswith(".toml") or entry.name in _READERS:
                    status = entry.stat()
                    marks.append(f"{entry.path}:{status.st_size}:{status.st_mtime_ns}")
    return "\n".join(marks).encode() + b"\0"


class _Lazy(Mapping[str, T], Generic[T]):
    """Records by id, each unpacked when it is first asked for: a profile needs few of ten thousand references."""

    def __init__(self, packed: dict[str, msgspec.Raw], kind: type[T]) -> None:
        self._packed = packed
        self._decoder = msgspec.msgpack.Decoder(kind)
        self._records: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        record = self._records.get(key)
        if record is None:
            record = self._records[key] = self._decoder.decode(self._packed[key])
        return record

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)


_KINDS: dict[str, type[Any]] = {
    "compounds": model.Compound,
    "references": model.Reference,
    "sources": model.Source,
    "statements": model.Statement,
    "untraced": model.UntracedCitation,
    "index": model.Indexed,
}


class _Kept(msgspec.Struct, array_like=True):
    """The dataset in the cache: what every command needs, and the records still packed."""

    about: model.About
    vocabulary: model.Vocabulary
    computed: dict[str, model.Computed]
    names: dict[str, tuple[model.NameKey, ...]]
    belongings: dict[str, model.Belongings]
    tallies: dict[str, model.Tally]
    folders: tuple[str, ...]
    records: dict[str, dict[str, msgspec.Raw]]


def _recall(kept: Path, stamp: bytes) -> Dataset | None:
    try:
        content = kept.read_bytes()
    except OSError:
        return None
    if not content.startswith(stamp):
        return None
    try:
        found = msgspec.msgpack.decode(memoryview(content)[len(stamp) :], type=_Kept)
    except msgspec.MsgspecError:
        return None
    return Dataset(
        about=found.about,
        vocabulary=found.vocabulary,
        computed=found.computed,
        names=found.names,
        belongings=found.belongings,
        tallies=found.tallies,
        folders=found.folders,
        **{name: _Lazy(found.records[name], kind) for name, kind in _KINDS.items()},
    )


def _keep(kept: Path, stamp: bytes, dataset: Dataset) -> None:
    import tempfile  # noqa: PLC0415 - only when a file has changed

    encode = msgspec.msgpack.encode
    packed = _Kept(
        about=dataset.about,
        vocabulary=dataset.vocabulary,
        computed=dict(dataset.computed),
        names=dict(dataset.names),
        belongings=dict(dataset.belongings),
        tallies=dict(dataset.tallies),
        folders=dataset.folders,
        records={
            name: {key: msgspec.Raw(encode(record)) for key, record in getattr(dataset, name).items()}
            for name in _KINDS
        },
    )
    # Written beside and renamed, so that a second process never reads half a file.
    with contextlib.suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=kept.parent, prefix=kept.stem)
        with os.fdopen(handle, "wb") as file:
            file.write(stamp + encode(packed))
        Path(name).replace(kept)
