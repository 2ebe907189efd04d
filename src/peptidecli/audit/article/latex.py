r"""LaTeX: a manuscript as blocks. Commands are left out, their words kept; `\bibitem` begins an item of the list."""

from __future__ import annotations

import re
from collections.abc import Callable

from .blocks import Block, block, row
from .plain import flow

_COMMENT = re.compile(r"(?<!\\)%.*")
_HEADING = re.compile(r"\\(part|chapter|section|subsection|subsubsection|paragraph|title)\*?\s*\{")
_LEVELS = {"title": 1, "part": 1, "chapter": 1, "section": 2, "subsection": 3, "subsubsection": 4, "paragraph": 5}
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
                  "~": " ", r"\,": " ", r"\;": " ", r"\ ": " ", r"\/": "", "---": "—", "--": "–", "``": "“",
                  "''": "”"}  # fmt: skip
_BARE = re.compile("|".join(re.escape(key) for key in sorted(_BARE_COMMANDS, key=len, reverse=True)))
_SYMBOLS = {"mu": "µ", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "kappa": "κ", "approx": "≈", "sim": "~",
            "times": "×", "pm": "±", "cdot": "·", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "textmu": "µ",
            "textregistered": "", "texttrademark": "", "textless": "<", "textgreater": ">",
            "textunderscore": "_"}  # fmt: skip
_COMMAND = re.compile(r"\\([A-Za-z]+)\*?(?:\[[^\]\n]{0,200}\])?\s?")


_ITEM = re.compile(
    r"\\bibitem\s{0,5}(\[(?:[^\[\]{}]|\{(?:[^{}]|\{[^{}]{0,300}\}){0,500}\}){0,1000}\])?[\s%]{0,20}\{([^{}]{0,300})\}"
)
"""An item of the list: its label, which may go over several lines, and its key."""


def keys_of_items(text: str) -> list[str]:
    r"""Return the keys of the items of a `thebibliography`."""
    return [hit[2].strip() for hit in _ITEM.finditer(text)] if r"\bibitem" in text else []


def blocks_of_latex(text: str, wanted: Callable[[str], bool] | None = None) -> list[Block]:
    r"""Return the blocks of a manuscript in reading order; with `wanted` only those `\bibitem`s whose key it wants."""
    if r"\bibitem" in text:
        # A label over several lines leaves its lines above the item, which then begins with its key.
        text = _ITEM.sub(lambda hit: "\n" * hit[0].count("\n") + rf"\bibitem{{{' '.join(hit[2].split())}}}", text)
    blocks: list[Block] = []
    held: list[tuple[int, str]] = []

    def flush() -> None:
        nonlocal held
        blocks.extend(flow(held))
        held = []

    item: list[tuple[int, str]] | None = None
    kept = True
    for number, raw in enumerate(text.split("\n"), 1):
        line = _COMMENT.sub("", raw)
        heading = _HEADING.search(line)
        begins = line.lstrip().startswith((r"\bibitem", r"\item"))
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
            item = [
                (
                    number,
                    unescaped(re.sub(r"\\(?:bib)?item\s*(?:\[[^\]\n]{0,200}\])?(?:\{[^{}\n]{0,200}\})?", "", line)),
                )
            ]
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


def _is_row(line: str) -> bool:
    return line.rstrip().endswith(r"\\") and re.search(r"(?<!\\)&", line) is not None


def unescaped(text: str) -> str:
    """Return TeX as people read it: accents as letters, commands left out, their words kept."""
    if not any(mark in text for mark in "\\{}$~`'-_^"):
        return text
    if "\\" in text:
        text = _CITE.sub("", _SKIPPED.sub("", _FIELD.sub("", text)))
        text = _HREF.sub(r"\2 (\1)", text)
        text = _accents(text)
    text = _LOW.sub(lambda low: low[1] or low[2] or low[3], text)
    text = _TRADEMARK.sub("", text) if "^" in text else text
    text = _BARE.sub(lambda mark: _BARE_COMMANDS[mark[0]], text)
    text = _COMMAND.sub(lambda command: _SYMBOLS.get(command[1], ""), text)
    return text.replace("{", "").replace("}", "").replace("$", "")


_ACCENT = re.compile(r"""\\(["'`^~=.]|[uvHcdbrk](?=[\s{]))\s?\{?\\?([A-Za-z])\}?""")
_MARKS = {'"': "\u0308", "'": "\u0301", "`": "\u0300", "^": "\u0302", "~": "\u0303", "=": "\u0304", ".": "\u0307",
          "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "d": "\u0323", "b": "\u0331", "r": "\u030a",
          "k": "\u0328"}  # fmt: skip


def _accents(text: str) -> str:
    import unicodedata  # noqa: PLC0415

    letters = _ACCENT.sub(lambda hit: unicodedata.normalize("NFC", hit[2] + _MARKS[hit[1]]), text)
    for command, letter in ((r"\ss", "ß"), (r"\o", "ø"), (r"\O", "Ø"), (r"\l", "ł"), (r"\L", "Ł"), (r"\aa", "å")):
        letters = re.sub(re.escape(command) + r"(?:\{\}|\s|(?=[}]))", letter, letters)
    return letters
