r"""A LaTeX manuscript: its text, and of the bibliographies it names the entries it cites.

Which keys are cited is read from the manuscript and from what it takes in by `\input` and `\include`; the text of those
is held where they are named themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from ...errors import UsageError
from ...notation.visible import in_a_line
from .bibtex import entries_of_bibtex, keys_of_bibtex
from .blocks import Article, Missing
from .ignoring import with_ignored
from .latex import blocks_of_latex, keys_of_items

MOST_PARTS = 500
"""Files that a manuscript may take in; one that takes in itself ends here."""
_COMMENT = re.compile(r"(?<!\\)%.*")
_LITERAL = re.compile(r"\\begin\{(verbatim|lstlisting|comment)\*?\}.{0,100000}?\\end\{\1\*?\}", re.DOTALL)
_CITES = re.compile(
    r"\\([A-Za-z]*[cC]ite[A-Za-z]*|bibentry)\*?((?:\s*(?:\[[^\[\]]{0,500}\]|\([^()]{0,200}\)|\{[^{}]{0,2000000}\})){1,20})"
)
_NO_CITE = re.compile(r"(?:set|bib)?cite(?:text|style|index\w*|reset|name)?|Declare\w+|(?:re)?new\w+")
_GROUP = re.compile(r"\{([^{}]*)\}")
_BIBLIOGRAPHY = re.compile(
    r"\\(?:no)?(bibliography|addbibresource|addglobalbib|addsectionbib)\*?\s*(?:\[[^\]]{0,300}\])?\s*\{([^{}]{1,50000})\}"
)
_PART = re.compile(r"\\(?:input|include|subfile)\s*\{([^{}]{1,500})\}")

Read = Callable[[Path], tuple[str, str, int]]
"""Reads a file: its text, the encoding it was in, and the bytes that were no text; raises UsageError."""


class Citing(NamedTuple):
    """What a manuscript cites: each key with the file and line where it is cited first, or all there is.

    `items` are the keys of the list in its own text, `lists` the files it takes in that hold one, `files` the
    bibliographies it names.
    """

    keys: dict[str, tuple[str, int]]
    everything: bool
    items: tuple[str, ...]
    lists: tuple[Path, ...]
    files: tuple[Path, ...]

    def cites(self, key: str) -> bool:
        """Tell whether an entry of this key is cited."""
        return self.everything or key in self.keys


def article_of_latex(article: Article, text: str, name: str, read: Read | None) -> Article:
    """Return a manuscript's article with its own list, and beside it its bibliographies, as far as they are cited.

    A list in a manuscript of which nothing is cited is held as a whole. `read` is None where no file is to be read.
    """
    found = citing(name, text, read)
    held = found.cites if any(map(found.cites, found.items)) else None
    article = article._replace(
        blocks=blocks_of_latex(text, held), uncited=sum(not held(key) for key in found.items) if held else 0
    )
    if read is None:
        return article
    beside: list[Article] = []
    known = set(found.items)
    absent: list[str] = []
    for path in (*found.lists, *found.files):
        try:
            listed, keys = (_of_list if path in found.lists else _of_bib)(path, read, found)
        except UsageError as error:
            absent.append(in_a_line(str(error)))
            continue
        beside.append(listed)
        known |= keys
    printed = Path(name).with_suffix(".bbl")
    if not beside and not found.items and _is_file(printed):
        # What BibTeX has made of files that are not here.
        listed, known = _of_list(printed, read, found)
        beside, absent = [listed], []
    missing = [Missing(key=key, file=in_a_line(file), line=line) for key, (file, line) in found.keys.items()
               if key not in known]  # fmt: skip
    return article._replace(
        beside=tuple(beside), absent=tuple(absent), missing=tuple(missing) if known and not absent else ()
    )


# -- what is cited ---------------------------------------------------------------------------------------------------


def citing(name: str, text: str, read: Read | None) -> Citing:
    """Return what a manuscript cites, itself and in the files that it takes in."""
    folder = Path(name).parent
    keys: dict[str, tuple[str, int]] = {}
    files: dict[Path, None] = {}
    lists: list[Path] = []
    everything = False
    waiting = [(Path(name), text)]
    seen = {Path(name)}
    while waiting:
        part, raw = waiting.pop(0)
        plain = _without_comments(raw)
        if part != Path(name) and keys_of_items(plain):
            lists.append(part)
        for command, line, named in _cited_in(plain):
            everything |= command == "nocite" and named == "*"
            if named != "*":
                keys.setdefault(named, (str(part), line))
        for hit in _BIBLIOGRAPHY.finditer(plain):
            for file in hit[2].split(","):
                path = folder / file.strip()
                files[_ending(path, ".bib") if hit[1] == "bibliography" else path] = None
        for path in _parts(plain, (folder, part.parent)) if read else ():
            if read and path not in seen and len(seen) <= MOST_PARTS:
                seen.add(path)
                with suppress(UsageError):
                    waiting.append((path, read(path)[0]))
    return Citing(keys, everything, tuple(keys_of_items(_without_comments(text))), tuple(lists), tuple(files))


def _parts(plain: str, folders: tuple[Path, ...]) -> Iterator[Path]:
    """Yield the files that a manuscript takes in and that are there."""
    for hit in _PART.finditer(plain):
        for folder in folders:
            path = folder / hit[1].strip()
            yield from (file for file in (_ending(path, ".tex"), path) if file.name and _is_file(file))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that no file can have
        return False


def _ending(path: Path, suffix: str) -> Path:
    """Return the name of a file as TeX completes it."""
    return path if path.suffix == suffix or not path.name else path.with_name(path.name + suffix)


def _without_comments(text: str) -> str:
    """Return TeX without its comments and what it prints as it stands, line for line."""
    text = "\n".join(_COMMENT.sub("", line) if "%" in line else line for line in text.split("\n"))
    return _LITERAL.sub(lambda hit: "\n" * hit[0].count("\n"), text) if "\\begin{" in text else text


def _cited_in(plain: str) -> Iterator[tuple[str, int, str]]:
    """Yield the command, line and key of everything that is cited."""
    line, counted = 1, 0
    for hit in _CITES.finditer(plain):
        if _NO_CITE.fullmatch(hit[1]) and hit[1] != "cite":
            continue
        line += plain.count("\n", counted, hit.start())
        counted = hit.start()
        groups = _GROUP.findall(hit[2])
        for group in groups if hit[1].endswith("cites") else groups[:1]:
            for key in group.split(","):
                named = " ".join(key.split())
                if named and not re.search(r"[#\\]", named):
                    yield hit[1].lower(), line, named


# -- the bibliographies ----------------------------------------------------------------------------------------------


def _of_bib(path: Path, read: Read, found: Citing) -> tuple[Article, set[str]]:
    """Return a bibliography as far as it is cited, and all the keys it has."""
    text, encoding, replaced = read(path)
    keys = keys_of_bibtex(text)
    blocks, odd = entries_of_bibtex(text, found.cites)
    uncited = sum(not any(map(found.cites, names)) for names in keys)
    lines = text.count("\n") + (not text.endswith("\n"))
    article = Article(in_a_line(str(path)), blocks, lines, replaced, encoding, odd, uncited=uncited)
    return with_ignored(article, text), {name for names in keys for name in names}


def _of_list(path: Path, read: Read, found: Citing) -> tuple[Article, set[str]]:
    """Return the list that a file holds, as far as it is cited, and all its keys."""
    text, encoding, replaced = read(path)
    keys = keys_of_items(text)
    start = max(text.find(r"\begin{thebibliography}"), 0)
    blocks = blocks_of_latex("\n" * text.count("\n", 0, start) + text[start:], found.cites)
    uncited = sum(not found.cites(key) for key in keys)
    lines = text.count("\n") + (not text.endswith("\n"))
    article = Article(in_a_line(str(path)), blocks, lines, replaced, encoding, uncited=uncited)
    return with_ignored(article, text), set(keys)
