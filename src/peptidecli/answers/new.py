"""A compound file of the user's own, to fill in."""

from __future__ import annotations

import re
from pathlib import Path

from ..dataset import templates, writing
from ..dataset.dataset import Dataset
from ..dataset.files import is_data
from ..dataset.model import Record
from ..errors import NotFoundError, UsageError
from ..notation.visible import visible
from ..notation.words import named_greek, words
from .lookup import PAPER, bearing
from .schema import shipped


class Made(Record, frozen=True):
    """The answer to `peptide new`: the file that was written, the compound's id, and whether it extends one."""

    file: str
    id: str
    extends: bool


def new(dataset: Dataset, folder: Path, name: str, *, extend: bool = False) -> Made:
    """Write a compound file into a folder of own data, made if need be.

    Raises UsageError for a name that gives no id, NotFoundError where there is such a compound or, with `extend`,
    none; DatasetError where it cannot be written.
    """
    name = " ".join(name.split())
    if visible(name) != name:
        raise UsageError(f"{name!r} has letters that no name has; type it anew")
    known = sorted({bearer.compound for bearer in bearing(dataset, name) if not bearer.text.startswith(PAPER)})
    if extend:
        if not known:
            raise NotFoundError(
                f"{name!r} is no compound here, so there is nothing to add to. Without --extend: a new one"
            )
        key = known[0]
    else:
        if known:
            raise NotFoundError(
                f"{name!r} is a name, number or sequence of {known[0]}. To add to it: peptide new {known[0]} --extend"
            )
        key = "-".join(words(named_greek(name)))[:120].strip("-")
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key):
            raise UsageError(f"{name!r} gives no id; a name needs letters or digits")
    if not is_data(f"{key}.toml"):
        raise UsageError(f"{name!r} gives the id {key!r}, which is the name of a data file; take another name")
    path = folder / "compounds" / f"{key}.toml"
    if path.exists():
        raise NotFoundError(f"{path} is already there; open it in an editor")
    schema = shipped("compound").absolute().as_uri()
    writing.write_file(path, templates.compound(key, name, schema, extends=extend))
    return Made(str(path), key, extend)
