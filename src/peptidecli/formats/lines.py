"""NDJSON of an answer: one of its rows a line, as a JSON object with the keys that it has in `-f json`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from ..answers.evidence import Designs, Matrix, Timeline
from ..answers.show import Profile, section_of
from ..notation.visible import escaped
from .document import encoded
from .output_schema import shape
from .tables import study_rows_of

_PARTS = {"regulatory": "regulatory", "statements": "statements", "untraced": "statements",
          "limitations": "limitations", "questions": "questions", "pathways": "methods", "frameworks": "methods",
          "anecdotes": "anecdotes", "relatives": "relatives", "faq": "faq"}  # fmt: skip
"""The section in which each list of a profile stands."""


def lines(command: str, data: object) -> Iterator[str]:
    """Return the rows of an answer as JSON, one a line; raise UsageError for an answer without rows."""
    return map(line, _rows(command, data))


def line(row: object) -> str:
    """Return one row as JSON on a line of its own."""
    return escaped(encoded(row).decode()) + "\n"


def _rows(command: str, data: object) -> Iterator[object]:
    if isinstance(data, Profile):
        return _of_profile(data)
    if isinstance(data, Matrix | Designs):
        return _of_evidence(data)
    if isinstance(data, Timeline):
        return iter(data.years)
    parts = [getattr(data, name) for name in shape(command).rows if hasattr(data, name)]
    return iter(next(filter(None, parts), ()))


def _of_profile(profile: Profile) -> Iterator[dict[str, Any]]:
    """Yield everything that a profile holds, each with the section in which it stands; references last."""
    compound = profile.compound
    if compound.identifiers or compound.aliases or compound.facts:  # of other sections only its name
        yield _named({"section": "identity"}, compound)
    for subject, row in study_rows_of(profile.first) if profile.first else ():
        yield _named({"section": "evidence", "subject": subject}, row)
    for finding in profile.findings:
        yield _named({"section": section_of(finding)}, finding)
    for field, section in _PARTS.items():
        for item in getattr(profile, field):
            yield _named({"section": section}, item)
    for numbered in profile.references:
        yield _named({"section": "references"}, numbered)


def _of_evidence(data: Matrix | Designs) -> Iterator[dict[str, Any]]:
    """Yield the cells that hold something, each with its compound and topic."""
    for row in data.rows:
        owners = data.compounds if isinstance(data, Matrix) else [data.compound] * len(row.cells)
        for compound, cell in zip(owners, row.cells, strict=True):
            if cell:
                yield _named({"compound": compound, "topic": row.topic}, cell)


def _named(first: dict[str, Any], item: object) -> dict[str, Any]:
    return {**first, **msgspec.to_builtins(item)}
