"""References in a citation style, by citeproc-py, which the extra `styles` brings."""

from __future__ import annotations

import re
import warnings
from collections.abc import Container, Iterable
from pathlib import Path
from typing import Any

from ..dataset.model import Reference
from ..errors import NotFoundError, UsageError
from .csl import items
from .notes import notes
from .text import vancouver

_FOLDER = Path(__file__).with_name("styles")


def styled(references: Iterable[Reference], style: str, own: Container[str] = ()) -> str:
    """Return references as text in a style, one a line, in the order given; their standing is always said.

    `style` is the name of one of ours or the path of a CSL file. Raises UsageError where the extra is not installed
    or there is no such style, NotFoundError where the file is no CSL style.
    """
    path = _path_of(style)
    try:
        from citeproc import (  # noqa: PLC0415 - an extra
            Citation,
            CitationItem,
            CitationStylesBibliography,
            CitationStylesStyle,
            formatter,
        )
        from citeproc.source.json import CiteProcJSON  # noqa: PLC0415
    except ImportError:
        if style.lower() == "vancouver":
            return vancouver(references, own)
        raise UsageError(
            "--style needs the extra 'styles': pip install 'peptidecli[styles]'. Without it: -f text alone"
        ) from None
    references = list(references)
    with warnings.catch_warnings():
        # It warns of every field that it does not know, such as PMCID; nothing is lost by that.
        warnings.simplefilter("ignore")
        try:
            chosen = CitationStylesStyle(str(path), validate=False)
            if chosen.root.find("{*}bibliography") is None:
                raise NotFoundError(f"{path} has no bibliography; a dependent style names its parent, take that one")
            works = [_capital(item) for item in items(references)] if _initials(chosen.root) else items(references)
            bibliography = CitationStylesBibliography(chosen, CiteProcJSON(works), formatter.plain)
            for reference in references:
                bibliography.register(Citation([CitationItem(reference.id)]))
            lines = ["".join(map(str, entry)) for entry in bibliography.bibliography()]
        except NotFoundError:
            raise
        except RecursionError:
            raise NotFoundError(f"{path} is not a CSL style that can be used: a macro calls itself") from None
        except Exception as error:  # a style may ask for a macro, a term, a form that is not there
            raise NotFoundError(f"{path} is not a CSL style that can be used: {error}") from error
    # Keys come back in lower case.
    said = {
        reference.id.lower(): ". ".join(notes(reference, original=False, read=False, own=reference.id in own))
        for reference in references
    }
    text = ""
    for key, line in zip(map(str, bibliography.keys), lines, strict=True):
        text += f"{_tidy(line).rstrip('.')}. {said[key]}.\n" if said[key] else f"{_tidy(line)}\n"
    return text


def names() -> list[str]:
    """Return the names of our own styles."""
    return sorted(path.stem for path in _FOLDER.glob("*.csl"))


def _path_of(style: str) -> Path:
    if style.lower() in names():
        return _FOLDER / f"{style.lower()}.csl"
    try:
        path = Path(style).expanduser()
    except RuntimeError:  # of somebody who is not known here
        path = Path(style)
    if path.suffix == ".csl" and path.is_file():
        return path
    raise UsageError(f"there is no style {style!r}; styles: {', '.join(names())}, or the path of a .csl file")


def _initials(style: Any) -> bool:
    """Tell whether a style prints initials for given names, wherever it prints whole names."""
    return any(part.get("form") != "short" for part in style.iterfind(".//*[@initialize-with]"))


def _capital(item: dict[str, Any]) -> dict[str, Any]:
    """Return an item with a capital behind each hyphen of given names, for a style that prints initials.

    citeproc-py makes no initial of a small letter: of `Chang-hyun` it would make `C.-. hyun .`.
    """
    people = [
        {**person, "given": _BEHIND_HYPHEN.sub(lambda hit: hit[0].upper(), person["given"])}
        if "given" in person
        else person
        for person in item.get("author", ())
    ]
    return {**item, "author": people} if people else item


_BEHIND_HYPHEN = re.compile(r"(?<=\w-)[^\W\d_]")


def _tidy(line: str) -> str:
    """Return a line without the doubled marks that meet where a title ends in one of its own."""
    for doubled, one in (("..", "."), ("?.", "?"), ("!.", "!"), ("  ", " ")):
        line = line.replace(doubled, one)
    return line.strip()
