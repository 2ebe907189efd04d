"""BibTeX in, read by pybtex: entries as Zotero, Mendeley, Google Scholar and publishers write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

from .entries import AGAIN, in_order, parsed, verbatim
from .paper import Paper, changes_told, language_of, lost, number, pages, tidy, title_of, with_addresses, year_of

_TYPES = {"article": "article-journal", "incollection": "chapter", "inbook": "chapter", "book": "book",
          "inproceedings": "paper-conference", "conference": "paper-conference", "phdthesis": "thesis",
          "mastersthesis": "thesis", "thesis": "thesis", "techreport": "report", "report": "report"}  # fmt: skip


def papers(text: str) -> Iterator[Paper]:
    """Yield the works of a BibTeX file; raise ValueError with line and reason where it is none."""
    try:
        entries = parsed(text, mild=True).entries
    except PybtexError as error:
        raise ValueError(str(error)) from error
    for entry in entries.values():
        yield _paper(entry)


def _paper(entry: Any) -> Paper:
    fields = {key.lower(): value for key, value in entry.fields.items()}
    persons: list[Any] = next(
        (entry.persons[role] for role in ("author", "Author", "AUTHOR") if role in entry.persons), []
    )
    names = [_name(person) for person in persons]
    kind = _TYPES.get(entry.type.lower(), "article-journal" if "journal" in fields else "document")
    pubmed = fields.get("eprint") if fields.get("eprinttype", "").lower() == "pubmed" else None
    doi, pmid = verbatim(fields.get("doi", "")) or None, fields.get("pmid") or pubmed
    again = dict.fromkeys(f"a second {name.partition(AGAIN)[0]}" for name in fields if AGAIN in name)
    paper = Paper(
        trace="file",
        type=kind,
        title=title_of(_plain(fields.get("title"))),
        author=tuple(name for name in names if name and name != "others,"),
        author_complete="others," not in names,
        issued=year_of(fields.get("year") or fields.get("date")),
        container_title=_plain(
            fields.get("journal") or fields.get("journaltitle") or fields.get("booktitle") or fields.get("publisher")
        ),
        volume=_plain(fields.get("volume")),
        issue=_plain(fields.get("number") or fields.get("issue")),
        page=pages(_plain(fields.get("pages"))),
        doi=number("DOI", doi),
        pmid=number("PMID", pmid),
        pmcid=number("PMCID", fields.get("pmcid") or fields.get("pmc")),
        language=language_of(fields.get("language") or fields.get("langid")),
        publisher=_plain(fields.get("publisher") or fields.get("institution") or fields.get("school")),
        changes=changes_told(_plain(fields.get("title")), _plain(fields.get("note"))),
        lost=(*lost(doi=doi, pmid=pmid, pmcid=fields.get("pmcid")), *again),
    )
    return with_addresses(paper, [verbatim(fields.get("url", ""))])


def _plain(text: str | None) -> str | None:
    """Return a field as people read it: LaTeX's commands and braces resolved."""
    return tidy(_read(text)) if text else None


_FORMATTED = re.compile(
    r"\\(?:(?:text(?:it|bf|sc|rm|up|sf|sl|tt|normal)?|emph|mbox|mathrm|ensuremath)\s*(?=\{)|"
    r"(?:em|it|bf|sc|rm|sf|tt|sl)(?:shape|series|family)?(?![A-Za-z])\s*)"
)
_RAISED = re.compile(r"\$\s*[_^]\s*(?:\{([^${}\\]{1,12})\}|([^${}\\\s]))\s*\$")
"""What is set low or high, `H$_2$O`; the name of the trademark sign is the sign."""


_SIGNS = {"$": "\ufdd0", "{": "\ufdd1", "}": "\ufdd2", "%": "\ufdd3", "^": "\ufdd4"}
"""What stands, while LaTeX is resolved, for signs that are to be signs; Unicode keeps such for inner use."""
_MEANT = {ord(mark): sign for sign, mark in _SIGNS.items()}
_NAMED = {"dollar": "$", "asciicircum": "^", "braceleft": "{", "braceright": "}", "less": "<",
          "greater": ">", "bar": "|", "underscore": "_", "quotesingle": "'", "quotedbl": '"', "mu": "μ",
          "degree": "°", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε",
          "zeta": "ζ", "eta": "η", "theta": "θ", "iota": "ι",
          "kappa": "κ", "lambda": "λ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ",
          "phi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Delta": "Δ", "Omega": "Ω"}  # fmt: skip
"""Commands `\\text...` that the codec leaves as they are."""
_WRITTEN = re.compile(
    rf"\\\\|%|\\([${{}}%])|\\text({'|'.join(_NAMED)})(?![A-Za-z])\s*(?:\{{\}})?|\\hspace\*?\s*\{{[^{{}}]{{0,40}}\}}"
)


def _written(hit: re.Match[str]) -> str:
    """Return a sign or letter for the command of it; a % begins no comment in BibTeX, as it does in LaTeX."""
    if hit[0] in {"\\\\", "%"}:
        return _SIGNS.get(hit[0], hit[0])
    sign = hit[1] or _NAMED.get(hit[2] or "", "")
    return _SIGNS.get(sign, sign)


def _read(latex: str) -> str:
    """Return LaTeX as people read it; what is none, as where a brace is not closed, without its braces."""
    latex = _WRITTEN.sub(_written, latex) if "\\" in latex or "%" in latex else latex
    latex = _FORMATTED.sub("", latex) if "\\" in latex else latex
    latex = _RAISED.sub(lambda hit: "™" if hit[1] == "TM" else hit[1] or hit[2], latex) if "$" in latex else latex
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
        return tidy(family)
    given, suffix = in_order(given, " ".join(map(_read, person.lineage_names)))
    return f"{family}, {given}{f', {suffix}' if suffix else ''}" if given else f"{family}," if family else None
