r"""LaTeX: a manuscript as blocks. Commands are left out, their words kept; `\bibitem` begins an item of the list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from .blocks import Block, block, row
from .commands import GAP, SYMBOLS, lines_of
from .plain import flow
from .tex import PASSED, lines_in

_LEVELS = {"title": 1, "part": 1, "chapter": 1, "section": 2, "subsection": 3, "subsubsection": 4, "paragraph": 5,
           "subparagraph": 5, "subtitle": 2, "frametitle": 2, "framesubtitle": 3}  # fmt: skip
_HEADING = re.compile(rf"\\({'|'.join(_LEVELS)})\*?\s*\{{")
_SKIPPED = re.compile(
    r"\\(?:usepackage|documentclass|label|bibliographystyle|bibliography|newcommand|begin|end|includegraphics|hline|"
    r"toprule|midrule|bottomrule|centering|maketitle|tableofcontents|vspace|hspace|input|include)\*?"
    r"(?:\[[^\]\n]{0,200}\])?(?:\{[^{}\n]{0,200}\})?(?:\{[^{}\n]{0,200}\})?"
)
_FIELD = re.compile(r"\\bib(?:info|field)\s?\{[^{}\n]{0,40}\}")
_HREF = re.compile(r"\\href\s*\{([^{}\n]{0,500})\}\s*\{([^{}\n]{0,500})\}")
_CITE = re.compile(
    r"\\(?:cite[a-z]*|ref|eqref|autoref|cref|footnotemark)\*?(?:\[[^\]\n]{0,100}\]){0,2}\{[^{}\n]{0,300}\}"
)
_LOW = re.compile(r"\$\s*_\{?(\d{1,3})\}?\s*\$|(?<!\\)_\{(\d{1,3})\}|(?<=[A-Za-z)}])_(\d)")
"""A small number set low, as in H_2O; behind a digit, as in a DOI, the sign stands for itself."""
_TRADEMARK = re.compile(r"\$?\^\{?(?:TM|\\circledR)\}?\$?")
_BARE_COMMANDS = {r"\%": "%", r"\&": "&", r"\$": "$", r"\#": "#", r"\_": "_", r"\{": "{", r"\}": "}",
                  "~": " ", r"\,": " ", r"\;": " ", r"\ ": " ", r"\/": "", r"\-": "", r"\@": "", r"\!": "", r"\:": " ",
                  r"\(": "", r"\)": "", r"\[": " ", r"\]": " ", "$$": " ", r"\\": " ", "---": "—", "--": "–", "``": "“",
                  "''": "”"}  # fmt: skip
_BARE = re.compile("|".join(re.escape(key) for key in sorted(_BARE_COMMANDS, key=len, reverse=True)))
_COMMAND = re.compile(r"\\([A-Za-z]+)\*?(?:\[[^\]\n]{0,200}\])?\s?(\{?)")
_GAP = re.compile(rf"(?<=[^{GAP}\s(\[“‘/–-]){GAP}+(?=[\w(\[“])")
_DIVIDES = re.compile(r"\s*\\(?:maketitle\b|(?:begin|end)\s?\{(?:document|abstract)\}\0?$)")
"""What ends a paragraph, which most write without an empty line."""
_SIGN = r"\\(?:dagger|ddagger|ast|S)\b"
_MARK = re.compile(
    r"(?:(?<=[A-Za-z]{3})|(?<=[.,;:])|(?<=\d)(?<!\b10))(?:\$\s?\^|\\textsuperscript(?=\{))"
    rf"(?:\{{\s?(?:\d{{1,3}}(?:[,-]\s?\d{{1,3}}){{0,20}}|[a-d*†‡§]|{_SIGN})\s?\}}|[\d*]|{_SIGN})\$?"
)
"""A mark set high behind a word, of a note or of an item of the list; behind a short unit, or ten, it is a power."""
_SHORTHAND = re.compile(r'(?<=[A-Za-z])"([-=~])(?=[A-Za-z])')
"""What babel writes for a place where a word may be divided, and for a hyphen."""


_ITEM = re.compile(
    r"\\bibitem\s{0,5}(\[(?:[^\[\]{}]|\{(?:[^{}]|\{[^{}]{0,300}\}){0,500}\}){0,1000}\])?[\s%]{0,20}\{([^{}]{0,300})\}"
)
"""An item of the list: its label, which may go over several lines, and its key."""
_BEGINS = re.compile(
    r"\s*\\(?:bibitem\s*(?:\[[^\]\n]{0,200}\])?(?:\{[^{}\n]{0,200}\})?|item(?![A-Za-z])\s*(?:\[([^\]\n]{0,200})\])?)"
)
"""How an item begins: with its key, or with the words that stand in the place of its number."""


def keys_of_items(text: str) -> list[str]:
    r"""Return the keys of the items of a `thebibliography`."""
    return [hit[2].strip() for hit in _ITEM.finditer(text)] if r"\bibitem" in text else []


def blocks_of_latex(text: str, wanted: Callable[[str], bool] | None = None) -> list[Block]:
    r"""Return the blocks of a manuscript in reading order; with `wanted` only those `\bibitem`s whose key it wants.

    The text is without comments, and with its macros put in.
    """
    if r"\bibitem" in text:
        # A label over several lines leaves its lines above the item, which then begins with its key.
        text = _ITEM.sub(lambda hit: PASSED * lines_in(hit[0]) + rf"\bibitem{{{' '.join(hit[2].split())}}}", text)
    if "^" in text or "superscript" in text:
        text = _MARK.sub("", text)
    text = _SHORTHAND.sub(lambda hit: "" if hit[1] == "-" else "-", text) if '"' in text else text
    blocks: list[Block] = []
    held: list[tuple[int, str]] = []

    def flush() -> None:
        nonlocal held
        blocks.extend(flow(held))
        held = []

    item: list[tuple[int, str]] | None = None
    kept = True
    for entry in _with_ends(lines_of(text)):
        if isinstance(entry, list):
            made = block("prose", [(number, unescaped(line)) for number, line in entry])
            blocks += [made] if made else []
            continue
        number, line = entry
        heading = _HEADING.search(line)
        begins = _BEGINS.match(line)
        if item is not None and (begins or not line.strip() or r"\end{" in line):
            made = block("item", item)
            blocks += [made] if made and kept else []
            item = None
        if not line.strip():
            flush()
        elif heading:
            flush()
            words = unescaped(line[heading.end() : line.rfind("}")] if "}" in line else line[heading.end() :])
            made = block("heading", [(number, words)], _LEVELS[heading[1]])
            blocks += [made] if made else []
        elif begins:
            flush()
            key = _ITEM.search(line)
            kept = wanted is None or key is None or wanted(key[2])
            item = [(number, unescaped((begins[1] or "") + GAP + line[begins.end() :]))]
        elif item is not None:
            item.append((number, unescaped(line)))
        elif _is_row(line):
            flush()
            made = row([(number, unescaped(cell)) for cell in re.split(r"(?<!\\)&", line.replace(r"\\", " "))], ())
            blocks += [made] if made else []
        else:
            held.append((number, unescaped(line)))
    if item:
        made = block("item", item)
        blocks += [made] if made and kept else []
    flush()
    return blocks


_Line = tuple[int, str] | list[tuple[int, str]]


def _with_ends(lines: Iterable[_Line]) -> Iterator[_Line]:
    """Yield lines with an empty one for what ends a paragraph, before what stands behind that."""
    for entry in lines:
        divides = _DIVIDES.match(entry[1]) if isinstance(entry, tuple) else None
        if divides and isinstance(entry, tuple):
            yield entry[0], ""
            yield entry[0], entry[1][divides.end() :]
        else:
            yield entry


def _is_row(line: str) -> bool:
    return line.rstrip().endswith(r"\\") and re.search(r"(?<!\\)&", line) is not None


def unescaped(text: str) -> str:
    """Return TeX as people read it: accents as letters, commands left out, their words kept."""
    if not any(mark in text for mark in "\\{}$~`'-_^\0"):
        return text
    if "\\" in text:
        text = _CITE.sub("", _SKIPPED.sub(GAP, _FIELD.sub("", text)))
        text = _HREF.sub(r"\2 (\1)", text)
        text = _accents(text)
    text = _LOW.sub(lambda low: low[1] or low[2] or low[3], text)
    text = _TRADEMARK.sub("", text) if "^" in text else text
    text = _BARE.sub(lambda mark: _BARE_COMMANDS[mark[0]], text)
    text = _COMMAND.sub(lambda command: SYMBOLS.get(command[1], "" if command[2] else GAP), text)
    text = text.replace("{", "").replace("}", "").replace("$", "")
    return _GAP.sub(" ", text).replace(GAP, "") if GAP in text else text


_ACCENT = re.compile(r"""\\(["'`^~=.]|[uvHcdbrk](?=[\s{]))\s?\{?\\?([A-Za-z])\}?""")
_MARKS = {'"': "\u0308", "'": "\u0301", "`": "\u0300", "^": "\u0302", "~": "\u0303", "=": "\u0304", ".": "\u0307",
          "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "d": "\u0323", "b": "\u0331", "r": "\u030a",
          "k": "\u0328"}  # fmt: skip


_LETTERS = {"ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ", "oe": "œ",
            "OE": "Œ", "i": "i", "j": "j"}  # fmt: skip
_LETTER = re.compile(rf"\\({'|'.join(_LETTERS)})(?![A-Za-z])(?:\{{\}}|\s)?")


def _accents(text: str) -> str:
    import unicodedata  # noqa: PLC0415

    letters = _ACCENT.sub(lambda hit: unicodedata.normalize("NFC", hit[2] + _MARKS[hit[1]]), text)
    return _LETTER.sub(lambda hit: _LETTERS[hit[1]], letters)
