"""Signs and words for designs, results, verdicts and standings, and links: what colour says, shape and word say too."""

from __future__ import annotations

from rich.style import Style
from rich.text import Text

from ..model import Dataset, Design, Reference, Result

VERDICT_SIGNS = {"contradicted": "✗", "partly": "≈", "untraceable": "?"}
PROBLEM_SIGNS = {"untraced": "?", "misnumbered": "#", "misattributed": "✗"}

_RESULT_STYLES: dict[str, str] = {"positive": "good", "negative": "bad", "null": "", "mixed": ""}


def design_of(dataset: Dataset, key: str) -> Design:
    """Return the vocabulary's entry for a design."""
    return next(design for design in dataset.vocabulary.designs if design.id == key)


def design_sign(dataset: Dataset, key: str) -> Text:
    """Return a design's symbol and short word: `○ animal`."""
    design = design_of(dataset, key)
    return Text.assemble((design.symbol, "mark"), f" {design.short}")


def result_sign(dataset: Dataset, result: Result) -> Text:
    """Return the sign of a result's direction: + 0 – ±."""
    symbol = next(term.symbol for term in dataset.vocabulary.results if term.id == result)
    return Text(symbol, style=_RESULT_STYLES[result])


def key_to_signs(dataset: Dataset) -> Text:
    """Return the legend to the signs."""
    by_symbol: dict[str, list[str]] = {}
    for design in dataset.vocabulary.designs:
        by_symbol.setdefault(design.symbol, []).append(design.short)
    line = Text(style="support")
    for symbol, shorts in by_symbol.items():
        line.append(f"{symbol} {' / '.join(shorts)}   ")
    for term in dataset.vocabulary.results:
        line.append(f"{term.symbol} {term.label}   ")
    return line


def doi_link(doi: str) -> Text:
    """Return a DOI that is a link where the terminal knows links."""
    return Text(f"doi:{doi}", style=Style(link=f"https://doi.org/{doi}"))


def pmid_link(pmid: str) -> Text:
    """Return a PMID that is a link where the terminal knows links."""
    return Text(f"PMID:{pmid}", style=Style(link=f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/"))


def pmcid_link(pmcid: str) -> Text:
    """Return a PMCID that is a link where the terminal knows links."""
    return Text(pmcid, style=Style(link=f"https://pmc.ncbi.nlm.nih.gov/articles/{pmcid}/"))


def identifiers(reference: Reference) -> list[Text]:
    """Return DOI, PMID and PMCID of a reference as links."""
    found = []
    if reference.doi:
        found.append(doi_link(reference.doi))
    if reference.pmid:
        found.append(pmid_link(reference.pmid))
    if reference.pmcid:
        found.append(pmcid_link(reference.pmcid))
    return found


def standing(reference: Reference) -> Text | None:
    """Return the standing of a reference with its notice, or None when it is normal."""
    if reference.standing == "normal":
        return None
    words = {
        "retracted": "RETRACTED",
        "expression-of-concern": "EXPRESSION OF CONCERN",
        "corrected": "corrected",
    }
    line = Text(words[reference.standing], style="" if reference.standing == "corrected" else "bad")
    notice = reference.notice
    if notice:
        if notice.issued:
            line.append(f" {notice.issued}")
        for link in ([doi_link(notice.doi)] if notice.doi else []) + ([pmid_link(notice.pmid)] if notice.pmid else []):
            line.append(" notice " if "notice" not in line.plain else " ")
            line.append_text(link)
        if notice.note:
            line.append(f" ({notice.note})")
    return line


def imprint(reference: Reference) -> Text:
    """Return journal, volume, issue and pages: `Brain Research 1117(1):54–60`."""
    line = Text(reference.container_title, style="italic")
    volume = (reference.volume or "") + (f"({reference.issue})" if reference.issue else "")
    if volume:
        line.append(f" {volume}", style="not italic")
    if reference.page:
        line.append(f"{':' if volume else ' '}{reference.page.replace('-', '–')}", style="not italic")
    return line
