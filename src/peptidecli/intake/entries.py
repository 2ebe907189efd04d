"""The entries of a BibTeX text by pybtex, in a time and with a memory that grow with its length and no faster.

pybtex looks for each of the signs that may end a value by itself, through the rest of the text if need be; here they
are looked for together. And abbreviations made of abbreviations double with every line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from pybtex.bibtex.utils import split_name_list, split_tex_string
from pybtex.database.input.bibtex import LowLevelParser, Parser
from pybtex.scanner import PybtexSyntaxError, Token

from ..notation import identifiers
from .elsewhere import in_words, may_have_number, of_another

_SIGN = re.compile('[@"{}]')
MOST = 64 << 20
"""Characters that the abbreviations of a text may stand for in all."""


PMID_FIELD = re.compile(r"pm_?id|pubmed(?:[-_]?(?:pm)?id)?|medline")
"""Names of the field for PubMed's number: reference managers', Scopus's."""
PUBMED = frozenset({"pubmed", "pmid", "medline"})
"""How it is called where `eprint` has it."""


def named_pmids(fields: Mapping[str, str]) -> Iterator[str]:
    """Yield PubMed's numbers in fields that are one by its name, as `Unique-ID={MEDLINE:12345678}`.

    What is called as a field of other works, `erratum`, has none of the work.
    """
    for name, value in fields.items():
        found = identifiers.parse_named(str(value).strip("{} ")) if may_have_number(str(value)) else None
        if found and found.kind == "PMID" and not of_another(in_words(name)):
            yield found.value


LINK_FIELD = re.compile(r"uri|url|urlalt|howpublished|eprint|ee|links?|bdsk-url-\d{1,2}")
"""Names of the fields in which the address of a work stands."""
_READ = frozenset(
    "author editor title subtitle booktitle year date journal journaltitle volume number issue pages eid doi pmcid pmc "
    "note annote annotation addendum publisher crossref xdata ids key file".split()
)


def others(fields: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield fields that are read for nothing else and may have a number; what PubMed calls an accession is its own."""
    base = next((fields[name] for name in ("database", "remote-database-name", "source") if fields.get(name)), "")
    for name, value in fields.items():
        plain = name.partition(AGAIN)[0]
        if plain not in _READ and not PMID_FIELD.fullmatch(plain) and may_have_number(str(value)):
            of_pubmed = plain.startswith("accession") and base.strip("{} ").lower() in PUBMED
            yield "PMID" if of_pubmed else plain, verbatim(str(value))


AGAIN = " again"
"""Stands behind the name of a field that an entry has had already; no name has a blank."""


def parsed(text: str, *, mild: bool = False, strays: list[int] | None = None) -> Any:
    """Return pybtex's data of a BibTeX text; raise PybtexError, or report it to who captures errors, as pybtex does.

    Where it is `mild`, entries of one key are all there, and of two fields of one name the second as `AGAIN`. Of fields
    that stand in no entry the first lines are added to `strays`.
    """
    return _Parser(mild, [] if strays is None else strays).parse_string(
        _SPACES.sub(lambda hit: hit[0][:-2] + "  ", text)
    )


STRAY = re.compile(
    r"^(?:[^%\n]*,)?[ \t]*[A-Za-z][\w-]{1,30}[ \t]*=[ \t]*(?:[{\"]|\d{1,12}[ \t]*(?:[,}]|$))", re.MULTILINE
)
"""A field on a line that is no remark: in no entry, a brace too many stands before it, or its first line is broken."""


_SPACES = re.compile(r"(?<!\\)(?:\\\\)*\\[,;:!]")
"""TeX's narrow spaces, as between initials, `O.\\,V.`: to pybtex the comma divides family and given names."""

_VERBATIM = re.compile(
    r"\\(?:([^A-Za-z\s])|text(less|greater|asciitilde|underscore|backslash)(?![A-Za-z])\s*)(?:\{\})?|"
    r"\$\\?([<>_-])\$|\\url\s*(?=\{)|[{}]|"
    r"\\(?:allowbreak|linebreak|relax|string|slash|nolinkurl|path)(?![A-Za-z])\s*(?:\[\d\])?|\\discretionary\s*(?:\{[^{}]{0,9}\}){3}"
)
_HREF = re.compile(r"\\href\s{0,5}\{([^{}]{0,1000})\}\s{0,5}\{[^{}]{0,1000}\}")
_MEANT = {"less": "<", "greater": ">", "asciitilde": "~", "underscore": "_", "backslash": "\\"}


def verbatim(value: str) -> str:
    """Return an identifier or an address as it is meant: only what escapes a sign of TeX is taken away.

    It stands in BibTeX as it is (biblatex, "verbatim fields"): two hyphens are two, and `~` is no blank.
    """
    value = _HREF.sub(r"\1", value)
    meant = " ".join(_VERBATIM.sub(lambda hit: hit[1] or _MEANT.get(hit[2] or "") or hit[3] or "", value).split())
    # A DOI hardly ends with TeX's blank, and an address may.
    return meant.rstrip("\\% " if "//" in meant and "doi.org/" not in meant else "~\\% ")


_SUFFIX = re.compile(r"(?:Jr|Sr|I{2,3}|IV)\.?")


def in_order(given: str, suffix: str) -> tuple[str, str]:
    """Return given names and suffix; BibTeX has `Jack, Jr, Clifford R.`, all others `Jack, Clifford R., Jr`.

    Behind `Jack, Clifford R.,` nothing stands: what it has are given names.
    """
    if suffix and not given:
        return suffix, ""
    return (suffix, given) if suffix and _SUFFIX.fullmatch(given) else (given, suffix)


_PARTED = re.compile(r"(?:^|,)\s*(family|given|prefix|suffix)(?:\s*=\s*)", re.IGNORECASE)
_PART = re.compile(r"\s*([\w-]+)\s*=\s*(.*)", re.DOTALL)


def _in_two_parts(names: str) -> str:
    """Return a list of names as BibTeX has them; biblatex has `family=Gogh, prefix=van, given=Vincent` too."""
    if "=" not in names:
        return names
    return " and ".join(map(_of_its_parts, split_name_list(names)))


def _of_its_parts(name: str) -> str:
    if not _PARTED.search(name):
        return name
    told = dict.fromkeys(("prefix", "family", "suffix", "given"), "")
    for part in split_tex_string(name, ","):
        if hit := _PART.fullmatch(part.strip('"')):
            told[hit[1].lower()] = hit[2].strip('" ')
    family = f"{told['prefix']} {told['family']}".strip()
    return ", ".join(filter(None, (family, told["suffix"], told["given"])))


class _Scanner(LowLevelParser):  # type: ignore[misc]  # pybtex says nothing of its types
    pos: int = 0
    lineno: int
    written = 0

    def __init__(self, text: str, strays: list[int], **given: Any) -> None:
        super().__init__(text, **given)
        self._strays = strays

    def skip_to(self, patterns: Any) -> Any:
        """Return what stands up to the first of some signs, with it; None where there is none of them."""
        wanted = {sign: pattern for sign, pattern in self._signs().items() if pattern in patterns}
        if wanted.keys() == {"@"}:
            self._look_for_strays()
        for hit in _SIGN.finditer(self.text, self.pos):
            if hit[0] in wanted:
                value = self.text[self.pos : hit.end()]
                self.pos = hit.end()
                self.update_lineno(value)
                return Token(value, wanted[hit[0]])
        return None

    def _look_for_strays(self) -> None:
        """Note the first field that stands between here, behind an entry, and the next."""
        end = self.text.find("@", self.pos)
        between = self.text[self.pos : None if end < 0 else end]
        if found := STRAY.search(between):
            self._strays.append(self.lineno + between.count("\n", 0, found.start()))

    def _signs(self) -> dict[str, Any]:
        return {"@": self.AT, '"': self.QUOTE, "{": self.LBRACE, "}": self.RBRACE}

    def substitute_macro(self, name: str) -> str:
        """Return what an abbreviation stands for."""
        value: str = super().substitute_macro(name)
        self.written += len(value)
        if self.written > MOST:
            raise PybtexSyntaxError(f"abbreviations stand for more than {MOST >> 20} million letters", self)
        return value


class _Parser(Parser):  # type: ignore[misc]
    def __init__(self, mild: bool, strays: list[int]) -> None:
        super().__init__()
        self._mild, self._strays = mild, strays

    def process_entry(self, entry_type: str, key: str | None, fields: list[tuple[str, Any]]) -> None:
        """Take in an entry."""
        fields = [
            (name, [_in_two_parts(self.flatten_value_list(value))] if name in self.person_fields else value)
            for name, value in fields
        ]
        if self._mild:
            key = f"{key} {len(self.data.entries)}"  # no key has a blank
            before: Counter[str] = Counter()
            named = []
            for name, value in fields:
                times = before[name.lower()]
                named.append((f"{name}{AGAIN}{times}" if times else name, value))
                before[name.lower()] += 1
            fields = named
        super().process_entry(entry_type, key, fields)

    def parse_string(self, text: str) -> Any:
        """Return the data of a text."""
        self.unnamed_entry_counter = 1
        for command, content in _Scanner(text, self._strays, macros=self.macros, handle_error=self.handle_error):
            if command.lower() not in {"string", "preamble"}:
                self.process_entry(command, *content)
        return self.data
