"""BibTeX in, read by pybtex: entries as Zotero, Mendeley, Google Scholar and publishers write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

from ..notation import identifiers
from .elsewhere import with_told
from .entries import AGAIN, LINK_FIELD, PMID_FIELD, PUBMED, in_order, named_pmids, others, parsed, verbatim
from .paper import (
    Paper,
    changes_told,
    language_of,
    lost,
    number,
    number_told,
    original_title_told,
    pages,
    tidy,
    title_of,
    with_addresses,
    without_commas,
    year_of,
)

_TYPES = {"article": "article-journal", "incollection": "chapter", "inbook": "chapter", "book": "book",
          "inproceedings": "paper-conference", "conference": "paper-conference", "phdthesis": "thesis",
          "mastersthesis": "thesis", "thesis": "thesis", "techreport": "report", "report": "report"}  # fmt: skip


def papers(text: str) -> Iterator[Paper]:
    """Yield the works of a BibTeX file; raise ValueError with line and reason where it is none."""
    try:
        # What stands for signs in between is no letter, and in a file it is none either.
        strays: list[int] = []
        entries = parsed(_MARKS.sub("\N{REPLACEMENT CHARACTER}", text), mild=True, strays=strays).entries
    except PybtexError as error:
        raise ValueError(str(error)) from error
    by_key = {key.rpartition(" ")[0].lower(): entry for key, entry in [*entries.items()][::-1]}
    for entry in entries.values():
        yield _paper(entry, by_key)
    for line in strays:
        fault = f"the fields from line {line} on are in no entry: a brace too many before them, or a broken first line"
        yield Paper(trace="file", fault=fault)


def _fields(entry: Any, by_key: Mapping[str, Any]) -> dict[str, str]:
    """Return the fields of an entry, with those that it has from the one it names by `crossref` or `xdata`."""
    fields = {key.lower(): value for key, value in entry.fields.items()}
    parent = by_key.get((fields.get("crossref") or fields.get("xdata") or "").strip().lower())
    if parent is None or parent is entry:
        return fields
    above = {key.lower(): value for key, value in parent.fields.items()}
    if "crossref" not in fields:
        return above | fields  # what stands in @xdata is all of the entry
    above = {name: above[name] for name in _INHERITED if above.get(name)} | {"booktitle": above.get("title", "")}
    return {name: value for name, value in above.items() if value} | fields


_INHERITED = ("year", "date", "volume", "journal", "journaltitle", "publisher")


def _paper(entry: Any, by_key: Mapping[str, Any]) -> Paper:
    fields = _fields(entry, by_key)
    persons: list[Any] = next(
        (entry.persons[role] for role in ("author", "Author", "AUTHOR") if role in entry.persons), []
    )
    names = [_name(person) for person in persons]
    kind = _TYPES.get(entry.type.lower(), "article-journal" if "journal" in fields else "document")
    kept_by = fields.get("eprinttype") or fields.get("archiveprefix") or ""
    pubmed = fields.get("eprint") if kept_by.strip("{} ").lower() in PUBMED else None
    named = next((value for name, value in fields.items() if PMID_FIELD.fullmatch(name) and value), None)
    doi, pmid = verbatim(fields.get("doi", "")) or None, named or pubmed
    again = dict.fromkeys(f"a second {name.partition(AGAIN)[0]}" for name in fields if AGAIN in name)
    counted, issue, note = _plain(fields.get("number")), _plain(fields.get("issue")), _plain(fields.get("note"))
    article = kind.startswith("article")
    if article and counted and issue and counted != issue:
        again[f"issue {issue}, beside number {counted}"] = None
    paper = Paper(
        trace="file",
        type=kind,
        title=title_of(_title(_plain(fields.get("title")), _plain(fields.get("subtitle")))),
        original_title=original_title_told(note),
        author=tuple(name for name in names if name and name != "others,"),
        author_complete="others," not in names,
        issued=year_of(*_dates(fields)),
        container_title=_container(fields),
        volume=_plain(fields.get("volume")),
        issue=counted or issue if article else issue,
        number=number_told(note) if article else counted,
        page=pages(_plain(fields.get("pages") or fields.get("eid"))),
        doi=number("DOI", doi),
        pmid=number("PMID", pmid),
        pmcid=number("PMCID", fields.get("pmcid") or fields.get("pmc")),
        language=language_of(fields.get("language") or fields.get("langid")),
        publisher=_plain(fields.get("publisher") or fields.get("institution") or fields.get("school")),
        changes=changes_told(_plain(fields.get("title")), note),
        lost=(*lost(_dates(fields), doi=doi, pmid=pmid, pmcid=fields.get("pmcid")), *again),
    )
    page = verbatim(fields.get("url") or _address(fields.get("howpublished", "")))
    # Of what else may be a link, a file or an archive's number, only registries' numbers count.
    links = [verbatim(text) for name, text in fields.items() if LINK_FIELD.fullmatch(name)]
    return with_told(
        with_addresses(paper, [page, *filter(identifiers.parse_named, links)], _notes(fields)), others(fields)
    )


def _notes(fields: dict[str, str]) -> Iterator[str]:
    """Yield the fields of notes, and those of a number whose base is said, as `Unique-ID={MEDLINE:12345678}`."""
    for name, value in fields.items():
        if name in _NOTES:
            yield verbatim(value).replace("~", " ")
        elif _NUMBER_OF.fullmatch(name):
            yield from (f"PMID {pmid}" for pmid in named_pmids({name: value}))


_NUMBER_OF = re.compile(r"(?:[a-z]{2,15}[-_])?(?:id|uid|identifiers?|accession(?:[-_]?(?:no|num|number))?)")
"""Fields of a number in some base."""
_NOTES = frozenset({"note", "annote", "annotation", "addendum"})


def _dates(fields: dict[str, str]) -> tuple[str | None, str | None]:
    return fields.get("year"), fields.get("date")


def _container(fields: dict[str, str]) -> str | None:
    """Return what a work appeared in, or who gave it out: of a thesis its school, of a report its institution."""
    named = (_plain(fields.get(name)) for name in _CONTAINERS if not _address(fields.get(name, "")))
    return next(filter(None, named), None)


_CONTAINERS = ("journal", "journaltitle", "booktitle", "howpublished", "school", "institution", "publisher",
               "organization")  # fmt: skip


def _address(value: str) -> str:
    """Return a field that is an address, as `howpublished` often is, nothing where it is something else."""
    return value if re.match(r"\s*(?:\\url\s*)?\{?\s*(?:https?://|www\.)", value) else ""


def _title(title: str | None, subtitle: str | None) -> str | None:
    """Return a title with its subtitle, which biblatex keeps in a field of its own."""
    return f"{title}: {subtitle}" if title and subtitle and subtitle not in title else title


def _plain(text: str | None) -> str | None:
    """Return a field as people read it: LaTeX's commands and braces resolved."""
    return tidy(_read(text)) if text else None


_FORMATTED = re.compile(
    r"\\(?:(?:text(?:it|bf|sc|rm|up|sf|sl|tt|normal)?|emph|mbox|mathrm|ensuremath)\s*(?=\{)|"
    r"(?:em|it|bf|sc|rm|sf|tt|sl)(?:shape|series|family)?(?![A-Za-z])\s*)"
)
_MATHS = re.compile(r"(?<!\\)\$([^$]{1,80})\$")
_SET = re.compile(r"\\(?:mathrm|mathit|mathbf|text|rm|it)(?![A-Za-z])\s*|[_^](?=[\s{]*\w)|[{}\s]")
"""How letters are set within mathematics: low or high, upright; blanks are nothing there."""
_WORDS = re.compile(r"[^\W_]\s+[^\W_]")
_DOTLESS = re.compile(r"(\\['`^\"~=.uvHr])\s*(?:\{\s*\\i\s*\}|\\i(?![A-Za-z])\s?)")
"""An accent on an i without its dot, which is an i with that accent."""


_SIGNS = {"$": "\ufdd0", "{": "\ufdd1", "}": "\ufdd2", "%": "\ufdd3", "^": "\ufdd4"}
"""What stands, while LaTeX is resolved, for signs that are to be signs; Unicode keeps such for inner use."""
_MEANT = {ord(mark): sign for sign, mark in _SIGNS.items()}
_MARKS = re.compile(f"[{''.join(_SIGNS.values())}]")
_LETTERS = {"mu": "μ", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "zeta": "ζ", "eta": "η",
            "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ",
            "sigma": "σ", "tau": "τ", "phi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Delta": "Δ", "Omega": "Ω",
            "dots": "…", "ldots": "…"}  # fmt: skip
"""Commands of letters, in text `\\alpha` or `\\textalpha`."""
_NAMED = {"dollar": "$", "asciicircum": "^", "braceleft": "{", "braceright": "}", "less": "<", "greater": ">",
          "bar": "|", "underscore": "_", "degree": "°", "ellipsis": "…", "quotesingle": "'", "quotedbl": '"',
          "quoteright": "’", "quoteleft": "‘", "quotedblleft": "“", "quotedblright": "”"}  # fmt: skip
"""Commands `\\text...` that the codec leaves as they are."""
_WRITTEN = re.compile(
    rf"\\\\|%|\\([${{}}%])|\\(?:(?:text)?({'|'.join(_LETTERS)})|text({'|'.join(_NAMED)}))(?![A-Za-z])\s*(?:\{{\}})?|"
    r"\\relax(?![A-Za-z])\s*|\\hspace\*?\s*\{[^{}]{0,40}\}"
)


def _written(hit: re.Match[str]) -> str:
    """Return a sign or letter for the command of it; a % begins no comment in BibTeX, as it does in LaTeX."""
    if hit[0] in {"\\\\", "%"}:
        return _SIGNS.get(hit[0], hit[0])
    sign = hit[1] or _LETTERS.get(hit[2] or "") or _NAMED.get(hit[3] or "", "")
    return _SIGNS.get(sign, sign)


def _maths(hit: re.Match[str]) -> str:
    """Return letters and numbers that are set as mathematics, `H$_2$O`, as letters; what is more stays as it is."""
    if re.fullmatch(r"\s*\^\s*\{?\s*TM\s*\}?\s*", hit[1]):
        return "™"
    text = _WRITTEN.sub(_written, hit[1])
    words = _WORDS.search(text)  # `costs $5 and $6` is no mathematics
    text = _SET.sub("", text)
    return hit[0] if words or "\\" in text else text


def _read(latex: str) -> str:
    """Return LaTeX as people read it; what is none, as where a brace is not closed, without its braces."""
    latex = _WRITTEN.sub(_written, latex) if "\\" in latex or "%" in latex else latex
    latex = _FORMATTED.sub("", latex) if "\\" in latex else latex
    latex = _DOTLESS.sub(r"\1{i}", latex) if "\\i" in latex else latex
    latex = _MATHS.sub(_maths, latex) if "$" in latex else latex
    try:
        text = str(Text.from_latex(latex))
    except (PybtexError, ValueError):  # the codec's own error is one of values
        text = latex.replace("{", "").replace("}", "").replace("\\", "")
    return text.translate(_MEANT)


def _name(person: Any) -> str | None:
    family = " ".join(map(_read, (*person.prelast_names, *person.last_names)))
    given = " ".join(map(_read, (*person.first_names, *person.middle_names)))
    braced = len(person.last_names) == 1 and person.last_names[0].startswith("{") and not given
    if braced:  # an organisation
        return without_commas(tidy(family) or "") or None
    given, suffix = in_order(given, " ".join(map(_read, person.lineage_names)))
    return f"{family}, {given}{f', {suffix}' if suffix else ''}" if given else f"{family}," if family else None
