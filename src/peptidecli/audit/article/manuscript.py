r"""A LaTeX manuscript: its text, and of the bibliographies it names the entries it cites.

The parts that it takes in by `\input` and `\include` are held with it, but for one that is named itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from pathlib import Path, PurePath
from typing import NamedTuple

from ...errors import UsageError
from ...notation.visible import in_a_line
from .bibtex import entries_of_bibtex, keys_of_bibtex
from .blocks import Article, Missing
from .ignoring import with_ignored
from .latex import blocks_of_latex, keys_of_items
from .tex import PASSED, Macros, lines_in, macros_of, with_macros, without_comments

MOST_TIMES = 5
"""Times that a manuscript is gone through for its macros; twice, where none is made of one that is defined below it."""
MOST_PARTS = 500
"""Files that a manuscript may take in."""
_CITES = re.compile(
    r"\\([A-Za-z]*[cC]ite[A-Za-z]*|bibentry)\*?((?:\s*(?:\[[^\[\]]{0,500}\]|\([^()]{0,200}\)|\{[^{}]{0,2000000}\})){1,20})"
)
_NO_CITE = re.compile(r"(?:set|bib)?cite(?:text|style|index\w*|reset|name)?|Declare\w+|(?:re)?new\w+")
_GROUP = re.compile(r"\{([^{}]*)\}")
_BIBLIOGRAPHY = re.compile(
    r"\\(?:no)?(bibliography|addbibresource|addglobalbib|addsectionbib)\*?\s*(?:\[[^\]]{0,300}\])?\s*\{([^{}]{1,50000})\}"
)
_PART = re.compile(
    r"\\(?:(?:input|include|subfile|subfileinclude|includestandalone|loadglsentries|@input)\s{0,5}\{(?P<file>[^{}]{1,500})\}|"
    r"(?:sub)?(?:import|inputfrom|includefrom)\*?\s{0,5}\{(?P<folder>[^{}]{0,500})\}\s{0,5}\{(?P<within>[^{}]{1,500})\}|"
    r"(?P<may>InputIfFileExists)\s{0,5}\{(?P<there>[^{}]{1,500})\}|"
    r"input(?=[ \t\"])[ \t]{0,5}(?P<bare>\"[^\"{}\\\n]{1,200}\"|[^\s{}\\%\"]{1,200}))"
)
_AS_IT_STANDS = re.compile(
    r"\\(?:verbatiminput|VerbatimInput|includepdf|csvautotabular|csvautolongtable|csvreader|pgfplotstabletypeset|"
    r"markdownInput|lstinputlisting|verbatimtabinput)\*?"
    r"(?:\[[^\[\]]{0,300}\])?\{([^{}\\#]{1,500})\}"
)
"""What puts another file on the page that is no TeX."""
_CONTENTS = re.compile(r"\\begin\{filecontents\*?\}(?:\[[^\[\]\n]{0,100}\])?\{([^{}\n]{1,200})\}")
"""A file that a manuscript has in itself, where it is read."""
_OF_TEX = frozenset("glyphtounicode xy xypic epsf psfig pdfcolor insbox random".split())
"""What manuscripts take in of TeX itself, which has no text."""

Read = Callable[[Path], tuple[str, str, int]]
"""Reads a file: its text, the encoding it was in, and the bytes that were no text; raises UsageError."""


class Part(NamedTuple):
    """A file that a manuscript takes in, or itself: its text without comments, and how it was read."""

    path: Path
    raw: str
    text: str
    encoding: str = "utf-8"
    replaced: int = 0


class Citing(NamedTuple):
    """What a manuscript cites: each key with the file and line where it is cited first, or all there is.

    `items` are the keys of the list in its own text, `files` the bibliographies it names, `parts` itself and what it
    takes in, and `absent` what of that cannot be read.
    """

    keys: dict[str, tuple[str, int]]
    everything: bool
    items: tuple[str, ...]
    files: tuple[Path, ...]
    parts: tuple[Part, ...]
    absent: tuple[str, ...]

    def cites(self, key: str) -> bool:
        """Tell whether an entry of this key is cited."""
        return self.everything or key in self.keys


def article_of_latex(article: Article, text: str, name: str, read: Read | None, named: Collection[str] = ()) -> Article:
    """Return a manuscript's article with its own list, and beside it its parts and bibliographies, as far as cited.

    A list in a manuscript of which nothing is cited is held as a whole. `read` is None where no file is to be read;
    parts that are `named` are held by themselves.
    """
    elsewhere = _folders(named, name)
    found = citing(name, text, read, elsewhere)
    macros = Macros({}, {}, {})
    for _ in range(MOST_TIMES):  # one may be made of another that is defined below it
        before = macros
        for part in found.parts:
            macros = macros_of(part.text, macros)
        if macros == before:
            break
    held = found.cites if any(map(found.cites, found.items)) else None
    article = _of_part(article, found.parts[0], held, macros)
    if read is None:
        return article
    beside: list[Article] = []
    known = set(found.items)
    for part in found.parts[1:]:
        keys = keys_of_items(part.text)
        known.update(keys)
        if elsewhere.isdisjoint((part.path.resolve(), *part.path.resolve().parents)) or keys:
            beside.append(_of_part(_article(part), part, found.cites, macros))
    lists = bool(known)
    absent: list[str] = []
    for path in found.files:
        try:
            listed, of_bib = _of_bib(path, read, found)
        except UsageError as error:
            absent.append(in_a_line(str(error)))
            continue
        beside.append(listed)
        known |= of_bib
        lists = True
    printed = Path(name).with_suffix(".bbl")
    if not lists and _is_file(printed):
        # What BibTeX has made of files that are not here.
        part = _part_of(printed, read)
        beside.append(_of_part(_article(part), part, found.cites, macros))
        known, absent = set(keys_of_items(part.text)), []
    missing = [Missing(key=key, file=in_a_line(file), line=line) for key, (file, line) in found.keys.items()
               if key not in known]  # fmt: skip
    return article._replace(
        beside=tuple(beside),
        absent=(*article.absent, *found.absent, *absent),
        missing=tuple(missing) if known and not absent else (),
    )


def _folders(named: Collection[str], name: str) -> set[Path]:
    """Return the files and folders that are named beside a manuscript."""
    return {Path(other).resolve() for other in named if other != name and "\0" not in other}


def _part_of(path: Path, read: Read) -> Part:
    text, encoding, replaced = read(path)
    return Part(path, text, without_comments(text), encoding, replaced)


def _article(part: Part) -> Article:
    lines = part.raw.count("\n") + (part.raw != "" and not part.raw.endswith("\n"))
    return Article(in_a_line(str(part.path)), [], lines, part.replaced, part.encoding)


def _of_part(article: Article, part: Part, held: Callable[[str], bool] | None, macros: Macros) -> Article:
    """Return an article with the text of a part, and of a list in it what is `held`."""
    text, lost = with_macros(part.text, macros)
    if part.path.suffix == ".bbl":
        # What stands before is for TeX.
        start = max(text.find(r"\begin{thebibliography}"), 0)
        text = "\n" * lines_in(text, 0, start) + text[start:]
    article = article._replace(
        blocks=blocks_of_latex(text, held),
        uncited=sum(not held(key) for key in keys_of_items(part.text)) if held else 0,
        absent=lost,
    )
    return with_ignored(article, part.raw)


# -- what is cited ---------------------------------------------------------------------------------------------------


def citing(name: str, text: str, read: Read | None, elsewhere: Collection[Path] = ()) -> Citing:
    """Return what a manuscript cites, itself and in the files that it takes in; some are read `elsewhere`."""
    folder = Path(name).parent
    keys: dict[str, tuple[str, int]] = {}
    files: dict[Path, None] = {}
    absent: dict[str, None] = {}
    everything = False
    parts = [Part(Path(name), text, without_comments(text))]
    macros = macros_of(parts[0].text)
    seen = {Path(name), *(folder / hit[1].strip() for hit in _CONTENTS.finditer(text))}
    for part in parts:  # which grows as others are found
        plain = without_comments(part.raw, printed=False).replace(PASSED, "\n")
        for command, line, named in _cited_in(plain):
            everything |= command == "nocite" and named == "*"
            if named != "*":
                keys.setdefault(named, (str(part.path), line))
        for hit in _BIBLIOGRAPHY.finditer(plain):
            for file in hit[2].split(","):
                path = folder / file.strip()
                files[_ending(path, ".bib") if hit[1] == "bibliography" else path] = None
        for path in _parts(plain, (folder, part.path.parent), macros) if read else ():
            if not read or path in seen:
                continue
            seen.add(path)
            if len(parts) > MOST_PARTS:
                absent[f"it takes in more than {MOST_PARTS} files"] = None
                break
            try:
                parts.append(_part_of(path, read))
            except UsageError as error:
                absent[in_a_line(str(error))] = None
        for hit in _AS_IT_STANDS.finditer(plain) if read else ():
            path = folder / hit[1].strip()
            if path.resolve() not in elsewhere:
                absent[in_a_line(f"{path} stands in it and is not read with it; name it too")] = None
    return Citing(keys, everything, tuple(keys_of_items(parts[0].text)), tuple(files), tuple(parts), tuple(absent))


def _parts(plain: str, folders: tuple[Path, ...], macros: Macros) -> Iterator[Path]:
    """Yield the files that a manuscript takes in: where they are, or where they should be."""
    for hit in _PART.finditer(plain):
        name = hit["file"] or hit["within"] or hit["there"] or hit["bare"]
        name = with_macros(f"{hit['folder'] or ''}/{name}" if hit["folder"] else name, macros)[0]
        name = " ".join(name.replace("{}", "").replace('"', "").split())
        if not name or "#" in name or name.removesuffix(".tex") in _OF_TEX:
            continue
        found = [file for folder in folders for file in (_ending(folder / name, ".tex"), folder / name)]
        there = next(filter(_is_file, found), None)
        if there or not hit["may"]:
            yield there or (found[1] if PurePath(name).suffix else found[0])


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that no file can have
        return False


def _ending(path: Path, suffix: str) -> Path:
    """Return the name of a file as TeX completes it."""
    return path if path.suffix == suffix or not path.name else path.with_name(path.name + suffix)


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
