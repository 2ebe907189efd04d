"""Opening the dataset: the bundled folder with the user's own laid over it, parsed once and kept.

Reading and checking the TOML files takes longer than everything else a command does, so the parsed dataset is kept
in the cache folder. The cache is used only while version, names, sizes and times of all data files are the same;
it can be deleted at any time, and where it cannot be written every command works without it.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from . import __version__, locations
from .model import Dataset


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


def _kept(folders: Sequence[Path]) -> Path | None:
    folder = locations.cache()
    if folder is None:
        return None
    name = hashlib.blake2b("\0".join(str(f.absolute()) for f in folders).encode(), digest_size=8).hexdigest()
    return folder / f"dataset-{name}.msgpack"


def _stamp(folders: Iterable[Path]) -> bytes:
    """Return a digest of the program's version and of name, size and time of every data file."""
    digest = hashlib.blake2b(__version__.encode(), digest_size=16)
    code = Path(__file__).with_name("model.py")
    for path in (code, *(file for folder in folders for file in _toml_files(folder))):
        with contextlib.suppress(OSError):
            status = path.stat()
            digest.update(f"{path}\0{status.st_size}\0{status.st_mtime_ns}\0".encode())
    return digest.digest()


def _toml_files(folder: Path) -> list[Path]:
    return sorted([*folder.glob("*.toml"), *folder.glob("compounds/*.toml")])


def _recall(kept: Path, stamp: bytes) -> Dataset | None:
    try:
        content = kept.read_bytes()
    except OSError:
        return None
    if not content.startswith(stamp):
        return None
    try:
        return msgspec.msgpack.decode(content[len(stamp) :], type=Dataset)
    except msgspec.MsgspecError:
        return None


def _keep(kept: Path, stamp: bytes, dataset: Dataset) -> None:
    # Written beside and renamed, so that a second process never reads half a file.
    with contextlib.suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=kept.parent, prefix=kept.stem)
        with os.fdopen(handle, "wb") as file:
            file.write(stamp + msgspec.msgpack.encode(dataset))
        Path(name).replace(kept)
