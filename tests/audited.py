"""Short texts held against the dataset in one run, for tables of what is found in them."""

from __future__ import annotations

from collections.abc import Mapping

from peptidecli.audit import Auditor, audit, parse
from peptidecli.dataset.dataset import Dataset

Case = tuple[str, str, str, str, str]
"""A text, and kind, verdict, a part of the text and of the detail of what is found in it."""
Told = dict[str, list[tuple[str, str, str, str]]]
"""Kind, verdict, text and detail of the findings, by the name of the text they are in."""


def told_of(dataset: Dataset, texts: Mapping[str, str]) -> Told:
    """Return what is found in each of some texts, each an article of its own: of Markdown, or of BibTeX after an @."""
    names = [f"{number}.{'bib' if text.startswith('@') else 'md'}" for number, text in enumerate(texts.values())]
    articles = [parse(name, text.encode()) for name, text in zip(names, texts.values(), strict=True)]
    found: Told = {name: [] for name in texts}
    for finding in audit(dataset, articles).findings:
        name = list(texts)[int(finding.file.partition(".")[0])]
        found[name].append((finding.kind, finding.verdict, finding.text, finding.detail))
    return found


def holds(found: list[tuple[str, str, str, str]], case: Case) -> bool:
    """Tell whether one of the findings is the one that a case names."""
    _, kind, verdict, part, detail = case
    return any(f[:2] == (kind, verdict) and part in f[2] and detail in f[3] for f in found)


def states(auditor: Auditor, dataset: Dataset, name: str, text: str, statement: str) -> bool:
    """Tell whether a page under the heading of a compound is found to make a statement."""
    known = dataset.statements[statement].text
    findings = auditor.audit(parse("page.md", f"# {name}\n\n{text}\n".encode())).findings
    return any(f"“{known}”" in finding.detail for finding in findings)
