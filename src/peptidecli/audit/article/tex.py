r"""TeX beneath LaTeX: its text without comments, the groups in it, and with what its own macros stand for put in.

A line end that is none to TeX, and one within what is left out, is a form feed here, which no text has that was read:
lines are counted by it, and nothing else.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ...notation.listing import first_of

PASSED = "\f"
"""Stands for a line end that is counted and is no gap."""
LONGEST = 10_000
"""Characters that a macro may stand for."""
MOST_NAMED = 5
"""Macros that are named where they are not put in."""
_SPEAKS = re.compile(r"(?<![\\A-Za-z@])[A-Za-z]{2,}\s+[A-Za-z]{2,}\s+[A-Za-z]{2,}")
"""What is told by words, where others only set type."""
MOST = 100_000
"""Characters that macros may add to a text, or as many as it has, so that those made of each other end."""


def lines_in(text: str, start: int = 0, end: int | None = None) -> int:
    """Return how many lines of the file end in a text, or in a stretch of it."""
    return text.count("\n", start, end) + text.count(PASSED, start, end)


# -- comments --------------------------------------------------------------------------------------------------------

_SIGNS = re.compile(
    r"\\(?P<address>url|nolinkurl|path|href)\*?\s{0,5}(?:\[[^\[\]\n]{0,200}\]\s{0,5})?"
    r"\{(?P<target>(?:[^{}\n\\]|\\[^\n]|\{[^{}\n]{0,200}\}){0,2000})\}|"
    r"\\(?P<verb>[vV]erb|lstinline|mintinline(?:\[[^\[\]\n]{0,200}\])?\{[^{}\n]{0,40}\}|url|nolinkurl|path)\*?"
    r"(?:\[[^\[\]\n]{0,200}\])?(?:\{(?P<braced>[^{}\n]{0,1000})\}|"
    r"(?P<sign>[^\w\s*{}\[\]()<>\\%&,.-])(?P<code>[^\n]{0,1000}?)(?P=sign))|"
    r"\\begin\s{0,5}\{(?P<name>(?:[vV]erbatim|lstlisting|minted|filecontents)\*?)\}|\\[^\n]|%[^\n]*"
)
"""Where `%` begins a comment, and where it does not: in addresses, in what is printed as it stands, and behind `\\`."""
_ESCAPED = re.compile(r"\\([%#&_~])")
_OF_MACRO = re.compile(r"\\#(?=[1-9])")
"""In an address the argument of the macro that has it."""
_AS_IT_STANDS = str.maketrans(
    {**{sign: f"\\{sign}" for sign in "%#&_$"}, "\\": r"\textbackslash{}", "~": r"\textasciitilde{}",
     "^": r"\textasciicircum{}", "{": None, "}": None}
)  # fmt: skip


def without_comments(text: str, *, printed: bool = True) -> str:
    """Return TeX without its comments; what is printed as it stands is written as TeX, or not `printed` left out.

    A line that is a comment is no empty one, and a word that `%` divides is one word.
    """
    parts: list[str] = []
    done = place = 0
    while hit := _SIGNS.search(text, place):
        place = hit.end()
        if hit["name"]:
            end = text.find(rf"\end{{{hit['name']}}}", place)
            inside = text[place : end if end >= 0 else len(text)]
            parts += [text[done:place], _as_it_stands(inside) if printed else "\n" * inside.count("\n")]
            done = place = place + len(inside)
        elif hit["address"]:
            address = _OF_MACRO.sub("#", _as_it_stands(_ESCAPED.sub(r"\1", hit["target"])))
            parts += [text[done : hit.start()], rf"\{hit['address']}{{{address}}}"]
            done = place
        elif hit["verb"]:
            code = hit["braced"] or hit["code"] or ""
            parts += [text[done : hit.start()], rf"\verb{{{_as_it_stands(code) if printed else ''}}}"]
            done = place
        elif hit[0].startswith("%"):
            before, place = _around(text, hit)
            parts += [text[done:before], PASSED if place > hit.end() else ""]
            done = place
    return "".join([*parts, text[done:]])


def _as_it_stands(text: str) -> str:
    return text.translate(_AS_IT_STANDS)


_WORD_GOES_ON = re.compile(r"\n[ \t]*(?=[a-z])")


def _around(text: str, comment: re.Match[str]) -> tuple[int, int]:
    """Return where a comment begins and ends, with what is left out with it."""
    start = text.rfind("\n", 0, comment.start()) + 1
    if not text[start : comment.start()].strip():
        # One that silences findings speaks of what stands below it, which begins there.
        alone = "peptide:" not in comment[0].lower() and text.startswith("\n", comment.end())
        return start, comment.end() + alone
    goes_on = _WORD_GOES_ON.match(text, comment.end()) if text[comment.start() - 1].isalpha() else None
    return comment.start(), goes_on.end() if goes_on else comment.end()


# -- groups ----------------------------------------------------------------------------------------------------------

_BRACES = re.compile(r"\\[^\n]|[{}]")


def groups_of(text: str) -> dict[int, int]:
    """Return where each group that is closed begins and ends: the places of its braces."""
    groups: dict[int, int] = {}
    opened: list[int] = []
    for hit in _BRACES.finditer(text):
        if hit[0] == "{":
            opened.append(hit.start())
        elif hit[0] == "}" and opened:
            groups[opened.pop()] = hit.start()
    return groups


# -- macros ----------------------------------------------------------------------------------------------------------

_DEFINES = (
    r"\\(?:(?:(?:re)?newcommand|providecommand|DeclareRobustCommand)\*?|"
    r"(?P<document>(?:New|Renew|Provide|Declare)(?:Expandable)?DocumentCommand))\s{0,5}"
    r"(?:\{\s{0,5}\\(?P<braced>[A-Za-z@]+)\s{0,5}\}|\\(?P<bare>[A-Za-z@]+))\s{0,5}"
    r"(?(document)\{(?P<takes>(?:[^{}]|\{[^{}]{0,200}\}){0,200})\}\s{0,5}|"
    r"(?:\[(?P<count>\d)\]\s{0,5})?(?P<optional>\[[^\[\]]{0,200}\]\s{0,5})?)(?=\{)|"
    r"\\[gex]?def\s{0,5}\\(?P<defined>[A-Za-z@]+)(?P<given>[^{}\\\n]{0,50})(?=\{)"
)
_DEFINITION = re.compile(_DEFINES)
_TAKES = re.compile(r"\s{0,9}(?:(?P<usual>o|O\s?\{[^{}]*\})\s{0,9})?(?P<others>(?:\+?m\s{0,9}){0,9})")
"""The arguments that a command of LaTeX 2020 takes, as far as they are those of older ones (xparse)."""
_BEGUN = re.compile(r"\\begin\s{0,5}\{([A-Za-z@*]{1,50})\}")
_ENVIRONMENT = re.compile(
    r"\\(?:re)?newenvironment\*?\s{0,5}\{(?P<name>[A-Za-z@*]{1,50})\}\s{0,5}(?:\[\d\]\s{0,5})?"
    r"(?:\[[^\[\]]{0,200}\]\s{0,5})?(?=\{)"
)
_WORDS = r"\{((?:[^{}]|\{[^{}]{0,200}\}){0,500})\}"
_SHORTENS = re.compile(
    rf"\\newacronym\s{{0,5}}(?:\[[^\[\]]{{0,300}}\]\s{{0,5}})?\{{([^{{}}]{{1,100}})\}}\s{{0,5}}{_WORDS}\s{{0,5}}{_WORDS}|"
    rf"\\(?:acro|acrodef|newacro)\s{{0,5}}\{{([^{{}}]{{1,100}})\}}\s{{0,5}}(?:\[([^\[\]]{{0,200}})\]\s{{0,5}})?{_WORDS}"
)
_ENTRY = re.compile(r"\\(?:newglossaryentry|DeclareAcronym)\s{0,5}\{([^{}]{1,100})\}\s{0,5}(?=\{)")
_VALUE = re.compile(r"\b(name|short|long)\s{0,5}=\s{0,5}(?:\{((?:[^{}]|\{[^{}]{0,200}\}){0,500})\}|([^,{}\n]{1,200}))")
_STEP = re.compile(
    rf"{_DEFINES}|\\(?:[gG]ls|GLS|[aA]cr?)(?P<form>short|long|full|text|name|pl|fp|lp|sp|[slfp])?\*?"
    r"(?:\[[^\[\]\n]{0,200}\])?\{(?P<label>[^{}\n]{1,100})\}|\\csname\s?(?P<named>[A-Za-z@]+)\\endcsname|"
    r"\\(?P<used>[A-Za-z@]+)|\\[^\n]|[{}]"
)
_ARGUMENT = re.compile(r"#(\d)")
_BRACKETS = re.compile(r"\s{0,20}\[([^\[\]]{0,1000})\]")
_GROUP = re.compile(r"\s{0,20}(?=\{)")


class Macro(NamedTuple):
    """What a command stands for: what is before, between and behind its arguments, the first of which may be usual.

    `order` has the numbers of the arguments that are `taken` where they stand otherwise than they are given. Nothing is
    `around` one that cannot be put in: it is very long, or its arguments end with what is no brace.
    """

    around: tuple[str, ...]
    usual: str | None = None
    order: tuple[int, ...] = ()
    taken: int = 0


class Macros(NamedTuple):
    """What stands for words in a text: `commands` by their names, `short` and `long` forms by their labels."""

    commands: dict[str, Macro]
    short: dict[str, str]
    long: dict[str, str]

    def of_label(self, label: str, form: str) -> str | None:
        """Return what a label stands for: its long form and the short one in brackets, or what `form` asks for."""
        short, long = self.short.get(label), self.long.get(label)
        if form in {"s", "sp", "short"} or long is None:
            return short
        return long if form in {"l", "lp", "long"} or short is None else f"{long} ({short})"


def macros_of(text: str, known: Macros = Macros({}, {}, {})) -> Macros:  # noqa: B008 - it is not changed
    """Return what is known, and the macros and abbreviations that a text without comments defines."""
    found = Macros(dict(known.commands), dict(known.short), dict(known.long))
    if _DEFINITION.search(text):
        _Expanding(text, found, _most(text), defining=True)
    if r"\newac" in text or r"\acro" in text:
        for hit in _SHORTENS.finditer(text):
            label = hit[1] or hit[4]
            found.short[label], found.long[label] = _line(hit[2] or hit[5] or label), _line(hit[3] or hit[6] or "")
    groups = groups_of(text) if (entries := list(_ENTRY.finditer(text))) else {}
    for hit in entries:
        for key, braced, bare in _VALUE.findall(text, hit.end(), groups.get(hit.end(), hit.end())):
            (found.long if key == "long" else found.short)[hit[1]] = _line(braced or bare)
    return found


def with_macros(text: str, macros: Macros) -> tuple[str, tuple[str, ...]]:
    """Return a text without comments in which its macros are put in and not defined, and what could not be put in.

    `macros` are those that are known where it begins.
    """
    if "\\" not in text or not (any(macros) or _DEFINITION.search(text) or _ENVIRONMENT.search(text)):
        return text, ()
    own = Macros(dict(macros.commands), macros.short, macros.long)
    expanding = _Expanding(text, own, _most(text), defining=True)
    lost = [] if expanding.whole else [f"the macros in it make its text more than {MOST} characters longer"]
    if left := {f"\\{name}" for name in expanding.left} | _left_of_environments(text):
        names = first_of(sorted(left), MOST_NAMED)
        lost.append(f"of macros what they stand for could not be put in: {names}")
    return expanding.text, tuple(lost)


def _left_of_environments(text: str) -> set[str]:
    """Return the environments of a text's own that are used and begin with words, which are not put in."""
    if not (found := list(_ENVIRONMENT.finditer(text))):
        return set()
    groups, used = groups_of(text), set(_BEGUN.findall(text))
    names = (hit["name"] for hit in found if _SPEAKS.search(text, hit.end(), groups.get(hit.end(), 0)))
    return {f"\\begin{{{name}}}" for name in names if name in used}


def _most(text: str) -> int:
    return len(text) + max(MOST, len(text))


def _line(text: str) -> str:
    return " ".join(text.replace(PASSED, "").split())


class _Expanding:
    """A text with its macros put in, and whether it has not become longer than `most` by it.

    From where it would, its macros are left as they are; `defining`, its definitions are left out and hold from there.
    """

    def __init__(self, text: str, macros: Macros, most: int, *, defining: bool) -> None:
        self._source, self._macros, self._most = text, macros, most
        self._groups = groups_of(text)
        self._size, self.whole = len(text), True
        self.left: set[str] = set()
        self._parts: list[str] = []
        self._behind: dict[int, str] = {}
        """What stands behind the arguments of macros, by the places where these end."""
        done = place = 0
        while hit := _STEP.search(text, place):
            place = hit.end()
            put: str | None = None
            if hit["braced"] or hit["bare"] or hit["defined"]:
                if not defining or hit.end() not in self._groups:
                    continue
                put, place = self._define(hit)
            elif hit[0] == "}":
                put = self._behind.pop(hit.start(), None)
                put = None if put is None else "}" + put
            elif hit["label"]:
                put = self._fitting(macros.of_label(hit["label"], hit["form"] or ""))
            elif hit["used"] or hit["named"]:
                put, place = self._put_in(hit["used"] or hit["named"], hit.end())
            if put is not None:
                self._parts += [text[done : hit.start()], put]
                done = place
        self.text = "".join([*self._parts, text[done:]])

    def _define(self, hit: re.Match[str]) -> tuple[str, int]:
        """Learn what a macro stands for; return what stands in the place of its definition, and where that ends."""
        end = self._groups[hit.end()]
        body = _line(self._source[hit.end() + 1 : end]) if end - hit.end() <= LONGEST else "#"
        count = len(_ARGUMENT.findall(hit["given"])) if hit["given"] else int(hit["count"] or 0)
        optional = hit["optional"].strip()[1:-1] if hit["optional"] else None
        takes = _TAKES.fullmatch(hit["takes"] or "")
        if hit["takes"] and takes:
            optional = takes["usual"][1:].strip()[1:-1] if takes["usual"] else None
            count = takes["others"].count("m") + bool(takes["usual"])
        long = _Expanding(body, self._macros, min(LONGEST, len(body) + self._most - self._size), defining=False).text
        self._size += len(long) - len(body)
        around = _ARGUMENT.split(long)
        # One that takes its arguments in another order, or from what is no group, is not put in.
        order = tuple(map(int, around[1::2]))
        known = "#" not in "".join(around[::2]) and max(order, default=0) <= count
        name = hit["braced"] or hit["bare"] or hit["defined"]
        if known and takes and _ARGUMENT.sub("", hit["given"] or "").strip() == "":
            usual = optional if count else None
            other = () if order == tuple(range(1, count + 1)) else order or (0,)
            self._macros.commands[name] = Macro(tuple(around[::2]), usual, other, count)
        elif _SPEAKS.search(self._source, hit.end(), end):
            self._macros.commands[name] = Macro(())
        return "{}" + PASSED * lines_in(self._source, hit.start(), end), end + 1

    def _put_in(self, name: str, place: int) -> tuple[str | None, int]:
        """Return what stands before the arguments of a macro, and where they begin.

        They then have behind them what belongs there. One that may be left out is put in with what it stands in.
        """
        macro = self._macros.commands.get(name)
        if not macro:
            return None, place
        around, begin = macro.around, place
        if not around:
            self.left.add(name)
            return None, place
        given = _BRACKETS.match(self._source, place) if macro.usual is not None else None
        begin = given.end() if given else place
        if macro.order:
            return self._put_otherwise(name, macro, given, place)
        if macro.usual is not None:
            around = (f"{around[0]}{given[1] if given else macro.usual}{around[1]}", *around[2:])
        ends: list[int] = []
        after = begin
        for _ in around[1:]:
            group = _GROUP.match(self._source, after)
            if not group or group.end() not in self._groups:
                self.left |= {name} if _SPEAKS.search("".join(around)) else set()
                return None, place
            ends.append(self._groups[group.end()])
            after = ends[-1] + 1
        if self._fitting("".join(around)) is None:
            return None, place
        self._behind |= zip(ends, around[1:], strict=True)
        # The braces end a command before it.
        return "{}" + around[0] + PASSED * lines_in(self._source, place, begin), begin

    def _put_otherwise(
        self, name: str, macro: Macro, given: re.Match[str] | None, place: int
    ) -> tuple[str | None, int]:
        """Return what a macro stands for that takes its arguments otherwise than they are given, and where they end."""
        end = given.end() if given else place
        arguments = [""] if macro.usual is None else ["", given[1] if given else macro.usual]
        while len(arguments) <= macro.taken:
            group = _GROUP.match(self._source, end)
            if not group or group.end() not in self._groups:
                self.left |= {name} if _SPEAKS.search("".join(macro.around)) else set()
                return None, place
            arguments.append(self._source[group.end() + 1 : self._groups[group.end()]])
            end = self._groups[group.end()] + 1
        if self._size + sum(len(arguments[number]) for number in macro.order) > self._most:
            self.whole = False
            return None, place
        pieces = [macro.around[0]]
        for number, behind in zip(macro.order, macro.around[1:], strict=False):
            pieces += [_line(arguments[number]), behind]
        put = self._fitting("".join(pieces))
        return (None, place) if put is None else ("{}" + put + PASSED * lines_in(self._source, place, end), end)

    def _fitting(self, put: str | None) -> str | None:
        """Return what is to be put in, None where it would become too long."""
        if put is None or self._size + len(put) > self._most:
            self.whole &= put is None
            return None
        self._size += len(put)
        return put
