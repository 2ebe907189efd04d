"""References in a citation style, by citeproc-py, which the extra `styles` brings."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Container, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from ..dataset.model import Reference
from ..errors import UsageError
from .csl import items
from .notes import notes
from .text import vancouver

_FOLDER = Path(__file__).with_name("styles")


class Styled(NamedTuple):
    """References as text in a style, one a line, and the ids of those for which the style prints nothing.

    Their lines are empty but for their standing, which is always said.
    """

    text: str
    nothing: tuple[str, ...] = ()


def styled(references: Iterable[Reference], style: str, own: Container[str] = ()) -> Styled:
    """Return references as text in a style, one a line, in the order given; their standing is always said.

    `style` is the name of one of ours or the path of a CSL file. Raises UsageError where the extra is not installed,
    where there is no such style, or where the file is none that can be used.
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
    except ModuleNotFoundError:
        if style.lower() == "vancouver":
            return Styled(vancouver(references, own))
        raise UsageError(
            "--style needs the extra 'styles': pip install 'peptidecli[styles]'. Without it: -f text alone"
        ) from None
    from . import stylesheet  # noqa: PLC0415 - lxml only for a style

    content = stylesheet.checked(path)
    references = list(references)
    with warnings.catch_warnings():
        # It warns of every field that it does not know, such as PMCID; nothing is lost by that.
        warnings.simplefilter("ignore")
        try:
            chosen = CitationStylesStyle(io.BytesIO(content), validate=False)
            stylesheet.keep_elements(chosen.root)
            stylesheet.keep_capitals(chosen.root)
            works = [_capital(item) for item in items(references)] if _initials(chosen.root) else items(references)
            bibliography = CitationStylesBibliography(chosen, CiteProcJSON(works), formatter.plain)
            for reference in references:
                bibliography.register(Citation([CitationItem(reference.id)]))
            # Keys come back in lower case. One by one: what prints nothing has no place in the list of all.
            lines = {
                str(item.key): "".join(str(part) for entry in chosen.render_bibliography([item]) for part in entry)
                for item in bibliography.items
            }
        except Exception as error:  # a style may ask for a term, a form, a field that is not there
            if isinstance(error.__context__, OSError):
                # A locale that cannot be opened is one that it does not know; where no two files can, as its reader
                # does, that is the reason.
                with path.open("rb"), path.open("rb"):
                    pass
            raise stylesheet.fault(path, error) from error
    text, nothing = "", []
    for reference in references:
        line = _tidy(lines[reference.id.lower()])
        # That names are lacking is said of a line that has names.
        said = ". ".join(notes(reference, authors=bool(line), original=False, read=False, own=reference.id in own))
        if not line:
            nothing.append(reference.id)
        text += f"{line.rstrip('.')}{'. ' if line else ''}{said}.\n" if said else f"{line}\n"
    if len(nothing) == len(references):
        raise stylesheet.StyleError(path, "it prints nothing for any reference that was found")
    return Styled(text, tuple(nothing))


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
    if path.suffix.lower() == ".csl" and path.exists():
        if path.is_file():
            return path
        raise UsageError(f"{style}: is no regular file; a style is read whole, from its beginning")
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
