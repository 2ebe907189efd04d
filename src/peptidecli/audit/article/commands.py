r"""LaTeX's commands and what stands in their groups: words that go on, words of their own, or nothing that is read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .blocks import LONGEST_ROW
from .tex import PASSED, groups_of, lines_in

GAP = "\0"
"""Stands where a command was: between two words it is a blank, and elsewhere nothing."""
BREAK = "\v"
"""Ends a line that goes on in the file."""

SYMBOLS = {"mu": "µ", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "kappa": "κ", "approx": "≈", "sim": "~",
            "times": "×", "pm": "±", "cdot": "·", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "textmu": "µ",
            "textregistered": "", "texttrademark": "", "textless": "<", "textgreater": ">",
            "textunderscore": "_", "textasciitilde": "~", "textbackslash": "\\", "textasciicircum": "^", "slash": "/",
            "ldots": "…", "dots": "…", "circ": "", "textdegree": "°", "degree": "°"}  # fmt: skip
"""What commands without a group stand for."""
_SAYS_NOTHING = {
    **dict.fromkeys(
        "usepackage documentclass documentstyle RequirePackage label bibliographystyle bibliography "
        "addbibresource includegraphics includepdf vspace hspace input include subfile subfileinclude "
        "includestandalone index glossary color pagecolor selectlanguage hypersetup pagestyle "
        "thispagestyle pagenumbering textcolor colorbox parbox foreignlanguage hypertarget hyperlink "
        "rotatebox scalebox raisebox captionof captionsetup hyperref ref "
        "eqref pageref autoref nameref cref Cref crefrange vref bibentry nocite newcounter "
        "graphicspath geometry newlength cline cmidrule specialrule rule linespread urlstyle "
        "theoremstyle sisetup lstset DeclareMathOperator newif usetikzlibrary setcitestyle usetheme "
        "usecolortheme thanksref texorpdfstring fontfamily fontseries fontshape".split(), 1
    ),
    **dict.fromkeys(
        "setlength addtolength setcounter addtocounter multicolumn multirow resizebox fcolorbox "
        "fontsize import subimport includefrom inputfrom subincludefrom subinputfrom addcontentsline "
        "definecolor newtheorem textblock markboth colorlet href".split(), 2
    ),
    **dict.fromkeys("newacronym newenvironment renewenvironment addtocontents".split(), 3),
}  # fmt: skip
"""How many of its first groups are not read as words, by the name of a command."""
_OF_ENVIRONMENTS = {
    **dict.fromkeys(
        "tabular array longtable supertabular xtabular tblr longtblr tabu minipage thebibliography "
        "multicols column spacing subfigure subtable otherlanguage otherlanguage* paracol".split(), 1
    ),
    **dict.fromkeys("tabular* tabularx tabulary xltabular wrapfigure wraptable adjustwidth list".split(), 2),
}  # fmt: skip
"""The same of environments."""
_NOTES = frozenset(
    "footnote footnotetext endnote thanks tnote sidenote marginpar marginnote todo caption captionof "
    "subcaption tablefootnote pdfcomment pdfmargincomment".split()
)
"""Commands whose words stand elsewhere on the page."""
_SPEAKING = frozenset("subfloat subfigure subtable subfig marginpar".split())
"""Commands that have as an option a caption, or words for the other side of the paper; citations have notes so."""
_HEADINGS = frozenset(
    "part chapter section subsection subsubsection paragraph subparagraph title subtitle frametitle "
    "framesubtitle".split()
)
_WITHIN = frozenset(
    "emph textbf textit textsl textsc textsf texttt textrm textup textmd textnormal text "
    "textsubscript textsuperscript textalpha textbeta mathrm mathbf mathit mathsf mathtt mathcal "
    "mathbb mathnormal boldsymbol bm ensuremath mbox hbox fbox makebox framebox uppercase lowercase "
    "MakeUppercase MakeLowercase MakeTextUppercase underline uline ul sout hl textls so caps lettrine "
    "ce chemfig cyr sym symbf symrm operatorname textquote enquote mkbibemph mkbibquote mkbibbold "
    "mkbibitalic verb url nolinkurl path bibinfo bibfield relax protect acrshort vec hat tilde bar "
    "dot ddot overline widehat".split()
)
"""Commands whose words may be parts of a word."""
_JOINED = frozenset("textcolor foreignlanguage hypertarget hyperlink hyperref texorpdfstring raisebox scalebox".split())
"""Of those whose first groups say nothing, the ones whose words may be parts of a word."""
_ACCENTS = frozenset("u v H c d b r k t".split())
_KEPT = frozenset("item bibitem".split())
_TABLES = frozenset(
    "tabular tabular* tabularx tabulary xltabular array longtable supertabular xtabular tblr longtblr tabu".split()
)
_TABLE_ENDS = re.compile(rf"\\end\s?\{{(?:{'|'.join(map(re.escape, sorted(_TABLES)))})\}}")
_ONE = 2
"""Tables that are begun where one is, and no other in it: the page itself counts."""
_MOST_OPTIONS = 4
LONGEST_HEADING = 1000
_BRACE = re.compile(r"(?<!\\)[{}]")
"""In an address it is one around the argument of a macro."""
_IN_ONE_LINE = str.maketrans({"\n": " ", PASSED: None, BREAK: " "})
_SAYS = re.compile(r"[a-z][ \n]+[A-Za-z]")
"""Words in an option, and not only keys and sizes."""
_OPENS, _CLOSES = "opens", "closes"
_ALL = 99
_CITES = re.compile(r"[A-Za-z]*[cC]ite(?!text)[a-z]*")

_TOKEN = re.compile(r"\\(?:([A-Za-z@]+)(\*?)|[^\nA-Za-z@])|[{}]")
_OPTION = re.compile(r"[ \t]{0,3}(?:\[((?:[^\[\]{}]|\{[^{}]{0,300}\}){0,500})\]|<[\d,|+*-]{1,20}>)")
_GROUP = re.compile(r"[ \t]{0,3}\n?[ \t]{0,20}(?=\{)")
LONGEST_CITATION = 120
_CITATION = re.compile(r"[\s.]{0,5}\)?[a-z]?\d\d(?:91|02)(?:\(|[\s~]{0,3}(?:,|\.?la\b))[^\d!?]*\Z")
"""A note that only cites authors and a year, read from behind; it belongs to its sentence, and stays in it."""
_ROW_ENDS = re.compile(r"\*?(?:\[[^\[\]\n]{0,30}\])?[ \t]*")
_FLOAT_ENDS = re.compile(r"\s*\\end\s?\{(?:sub|wrap|sideways)?(?:figure|table)\*?\}")


def lines_of(text: str) -> Iterator[tuple[int, str] | list[tuple[int, str]]]:
    """Yield the lines of TeX with their numbers, its commands written so that each can be read by itself.

    A heading, an item and a row has a line to itself. Behind the paragraph that they belong to, and an empty line, the
    paragraphs of notes and captions are yielded, each as its lines.
    """
    page = _Page(text)
    waiting = sorted(page.notes, reverse=True)
    for number, line in _numbered(1, page.text):
        if waiting and waiting[-1][0] < number and (not line.strip() or _begins_anew(line)):
            yield number, ""
            while waiting and waiting[-1][0] < number:
                yield from _paragraphs(*waiting.pop())
        yield number, line
    yield 0, ""
    while waiting:
        yield from _paragraphs(*waiting.pop())


def _begins_anew(line: str) -> bool:
    hit = _TOKEN.match(line.lstrip())
    return (hit is not None and hit[1] in _HEADINGS) or _FLOAT_ENDS.match(line) is not None


def _paragraphs(number: int, text: str) -> Iterator[list[tuple[int, str]]]:
    held: list[tuple[int, str]] = []
    for line in (*_numbered(number, text), (0, "")):
        if line[1].strip():
            held.append(line)
        elif held:
            yield held
            held = []


def _numbered(number: int, text: str) -> Iterator[tuple[int, str]]:
    for whole in text.split("\n"):
        pieces = whole.split(BREAK)
        for piece in pieces:
            before = len(piece) - len(piece.lstrip())
            number += piece.count(PASSED, 0, before)
            if piece.strip() or len(pieces) == 1:
                yield number, piece.replace(PASSED, "")
            number += piece.count(PASSED, before)
        number += 1


class _Page:
    """A text whose commands are read: `text` is what goes on, `notes` what stands elsewhere, each with its line."""

    def __init__(self, text: str, *, headed: bool = True) -> None:
        self.notes: list[tuple[int, str]] = []
        self._headed = headed
        self._source = text
        self._groups = groups_of(text)
        self._at: dict[int, str] = {}
        """What stands in the place of a brace: text, or that a note begins or ends there."""
        self._held: list[tuple[int, list[str]]] = []
        self._parts: list[str] = []
        self._line, self._counted, self._done = 1, 0, 0
        self._depth, self._tables = 0, [0]
        self._read()
        while self._held:
            self._close()
        self.text = "".join(self._parts)

    def _read(self) -> None:
        place = 0
        source = self._source
        while hit := _TOKEN.search(source, place):
            place = hit.end()
            brace = self._at.pop(hit.start(), None) if hit[0] in "{}" else None
            self._depth += (hit[0] == "{") - (hit[0] == "}")
            if brace is not None:
                self._put(hit, "" if brace in {_OPENS, _CLOSES} else brace)
                if brace == _OPENS:
                    self._open(hit.start())
                elif brace == _CLOSES:
                    self._close()
            elif hit[0] == r"\\":
                place = self._row(hit)
            elif hit[1]:
                place = self._command(hit)
        self._parts.append(source[self._done :])

    # -- what is written ---------------------------------------------------------------------------------------------

    def _put(self, hit: re.Match[str], instead: str, end: int = -1) -> int:
        """Write what stands before a command, and something in its place and that of what follows it up to `end`."""
        end = max(end, hit.end())
        passed = PASSED * lines_in(self._source, hit.start(), end)
        self._parts += [self._source[self._done : hit.start()], instead, passed]
        self._done = end
        return end

    def _open(self, place: int) -> None:
        self._line += lines_in(self._source, self._counted, place)
        self._counted = place
        self._held.append((self._line, self._parts))
        self._parts = []

    def _close(self) -> None:
        line, before = self._held.pop()
        note = "".join(self._parts)
        if len(note) <= LONGEST_CITATION and _CITATION.match(note[::-1]):
            before.append(f" ({note.rstrip(' .')})")
        else:
            if note.strip(f" \n{GAP}{PASSED}"):
                self.notes.append((line, note))
            before.append(PASSED * lines_in(note))
        self._parts = before

    # -- commands ----------------------------------------------------------------------------------------------------

    def _row(self, hit: re.Match[str]) -> int:
        """Read the end of a row; what follows it on its line is another, as far as it is a row or text."""
        ends = _ROW_ENDS.match(self._source, hit.end())
        end = ends.end() if ends else hit.end()
        if not self._source[end : end + 1].strip():
            return self._put(hit, r"\\", end)
        since = max(0, hit.start() - LONGEST_ROW)
        in_row = "&" in self._source[max(since, self._source.rfind("\n", since, hit.start())) : hit.start()]
        # Within a cell it is the end of a line only.
        ends_row = in_row and len(self._tables) <= _ONE and self._depth == self._tables[-1]
        return self._put(hit, rf"\\{BREAK}" if ends_row else " ", end)

    def _command(self, hit: re.Match[str]) -> int:
        name = hit[1]
        if name in _KEPT:
            return self._put(hit, rf"{BREAK}\{name}")
        if name == "end" and _TABLE_ENDS.match(self._source, hit.start()) and len(self._tables) > 1:
            self._tables.pop()
        if name in _ACCENTS or name in SYMBOLS or name == "end" or self._source.startswith("{}", hit.end()):
            return hit.end()
        if name in {"begin", "twocolumn"}:
            # What stands in the brackets of the latter goes over both columns.
            return self._environment(hit) if name == "begin" else self._put(hit, BREAK)
        place, options = self._options(hit.end())
        option = options[-1]
        groups = list(self._groups_from(place))
        speaking = options if _CITES.fullmatch(name) else (option,) if name in _SPEAKING or "caption" in option else ()
        for said in filter(_SAYS.search, speaking):
            self._line += lines_in(self._source, self._counted, hit.start())
            self._counted = hit.start()
            self.notes.append((self._line, _Page(said.translate(_IN_ONE_LINE), headed=False).text))
        if not groups:
            open_ended = self._source.startswith("{", place) and name not in _WITHIN
            return self._put(hit, GAP) if open_ended else hit.end()
        if name in _HEADINGS:
            return self._heading(hit, name, groups[0])
        if name in _WITHIN:
            return self._put(hit, hit[0], groups[0][0])
        if name.endswith("frac") and len(groups) > 1:
            self._at[groups[0][1]] = "/"
            return self._put(hit, "", groups[0][0])
        if name == "href" and len(groups) > 1:
            return self._href(hit, groups)
        if name == "texorpdfstring" and self._prints_more(groups):
            return self._divided(hit, groups, 0, GAP)
        silent = _silent_of(name, option=bool(option))
        if name in _NOTES:
            start, end = groups[min(silent, len(groups) - 1)]
            self._at |= {start: _OPENS, end: _CLOSES}
            return self._put(hit, GAP, start)
        return self._divided(hit, groups, silent, "" if name in _JOINED else GAP)

    def _prints_more(self, groups: list[tuple[int, int]]) -> bool:
        """Tell whether what is printed are words, and others than a PDF shows for them: what it shows has no maths."""
        printed, *others = (self._source[start + 1 : end].strip() for start, end in groups[:2])
        return bool(others) and "\\" not in printed and "$" not in printed and printed != others[0]

    def _divided(self, hit: re.Match[str], groups: list[tuple[int, int]], silent: int, gap: str) -> int:
        """Leave the first groups of a command out, and divide the others from each other and from what is around."""
        for start, stop in groups[silent:]:
            self._at |= {start: gap, stop: gap}
        return self._put(hit, gap, groups[silent - 1][1] + 1 if 0 < silent <= len(groups) else
                         groups[-1][1] + 1 if silent else groups[0][0])  # fmt: skip

    def _environment(self, hit: re.Match[str]) -> int:
        groups = list(self._groups_from(hit.end()))[:1]
        if not groups:
            return hit.end()
        name = self._source[groups[0][0] + 1 : groups[0][1]].translate(_IN_ONE_LINE).strip("{} ")
        place, options = self._options(groups[0][1] + 1)
        option = options[-1]
        others = list(self._groups_from(place))
        if name == "frame" and others:
            return self._heading(hit, "frametitle", others[0])
        silent = min(_OF_ENVIRONMENTS.get(name, 0), len(others))
        for start, stop in others[silent:]:
            self._at |= {start: GAP, stop: GAP}
        table = name in _TABLES and len(self._tables) < _ONE
        if name in _TABLES:
            self._tables.append(self._depth)
        # The name of a theorem, a box or an example.
        titled = f"{BREAK}{option.translate(_IN_ONE_LINE)}{BREAK}" if _SAYS.search(option) else BREAK if table else GAP
        return self._put(hit, rf"\begin{{{name}}}{titled}", others[silent - 1][1] + 1 if silent else place)

    def _heading(self, hit: re.Match[str], name: str, group: tuple[int, int]) -> int:
        start, end = group
        if not self._headed or end - start > LONGEST_HEADING:
            return self._divided(hit, [group], 0, GAP)
        page = _Page(self._source[start + 1 : end], headed=False)
        self._open(start)
        line, self._parts = self._held.pop()
        self.notes += [(line + below - 1, note) for below, note in page.notes]
        words = page.text.translate(_IN_ONE_LINE)
        return self._put(hit, rf"{BREAK}\{name}{{{words}}}{BREAK}", end + 1)

    def _href(self, hit: re.Match[str], groups: list[tuple[int, int]]) -> int:
        (start, end), (begins, ends) = groups[:2]
        address = _BRACE.sub("", self._source[start + 1 : end].translate(_IN_ONE_LINE))
        self._at |= {begins: "", ends: f" ({address})"}
        return self._put(hit, GAP, begins)

    def _options(self, place: int) -> tuple[int, tuple[str, ...]]:
        """Return where the options behind a command end, and what they say, at least one that says nothing."""
        said: tuple[str, ...] = ("",)
        for _ in range(_MOST_OPTIONS):
            option = _OPTION.match(self._source, place)
            if not option:
                break
            place, said = option.end(), (*said, option[1] or "")
        return place, said

    def _groups_from(self, place: int) -> Iterator[tuple[int, int]]:
        """Yield the groups that follow each other from a place, with options between them."""
        for _ in range(9):
            begins = _GROUP.match(self._source, place)
            if not begins or begins.end() not in self._groups:
                return
            end = self._groups[begins.end()]
            yield begins.end(), end
            place, _ = self._options(end + 1)


def _silent_of(name: str, *, option: bool) -> int:
    """Return how many of the first groups of a command are not read."""
    if name == "hyperref":
        return 0 if option else 3
    if _CITES.fullmatch(name):
        return _ALL if name.endswith("cites") else 1
    return _SAYS_NOTHING.get(name, 0)
