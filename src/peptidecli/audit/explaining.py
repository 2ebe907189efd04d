"""Codes: every sort of finding by a code of its own, and what it means."""

from __future__ import annotations

from .findings import Finding

_KINDS = {
    "citation": "A citation, a line of a reference list or an entry of a bibliography",
    "identifier": "A DOI, PMID, PMCID or the number of a compound",
    "figure": "A molar mass, formula, sequence, number of residues, half-life, number of subjects or size of an effect",
    "statement": "A sentence on what was found, on status, or one that circulates",
}
_VERDICTS = {
    "matches": "that is as the dataset has it. Of a citation it says that the reference exists, not that it shows what "
    "it is cited for.",
    "differs": "that the dataset has otherwise; the detail gives what it has.",
    "retracted": "of a work that is retracted or under an expression of concern, which the text does not say.",
    "untraced": "that no registry knows; the detail gives what was searched and the nearest real reference.",
    "misattributed": "that belongs to something else than what it stands beside.",
    "unknown": "that the dataset does not hold, or holds in part. It is not called wrong: the dataset is not the whole "
    "literature.",
}
CODES = tuple(f"{kind}-{verdict}" for kind in _KINDS for verdict in _VERDICTS)


def code(finding: Finding) -> str:
    """Return the code of a finding: `citation-differs`."""
    return f"{finding.kind}-{finding.verdict}"


def meaning(of: str) -> str:
    """Return what a code means, in a sentence; raises KeyError for what is no code."""
    kind, _, verdict = of.partition("-")
    return f"{_KINDS[kind]} {_VERDICTS[verdict]}"
