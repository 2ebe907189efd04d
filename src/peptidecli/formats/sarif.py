"""SARIF 2.1.0: findings as code-scanning viewers and the annotations of a CI show them, at their lines."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from urllib.parse import quote

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


class Rule(NamedTuple):
    """A sort of result: its id, what it means, and all there is to say of it."""

    id: str
    meaning: str
    help: str


class Result(NamedTuple):
    """One result: the id of its rule, how grave it is (error, warning, note), what is to be read, and where.

    `file` is its name as it is on the disk, whatever stands in it.
    `silenced` is the reason for which a person has silenced it, `in_source` tells that it stands in the file itself.
    """

    rule: str
    level: str
    message: str
    file: str
    line: int
    silenced: str = ""
    in_source: bool = False


def as_sarif(version: str, rules: Sequence[Rule], results: Iterable[Result]) -> str:
    """Return results as one run of SARIF."""
    places = {rule.id: place for place, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "peptide audit",
                "version": version,
                "rules": [
                    {"id": rule.id, "shortDescription": {"text": rule.meaning}, "help": {"text": rule.help}}
                    for rule in rules
                ],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [
            {
                "ruleId": result.rule,
                "ruleIndex": places[result.rule],
                "level": result.level,
                "message": {"text": result.message},
                "locations": [
                    {
                        "physicalLocation": {
                            "artifactLocation": {"uri": _uri(result.file)},
                            "region": {"startLine": max(1, result.line)},
                        }
                    }
                ],
                **_suppressed(result),
            }
            for result in results
        ],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _suppressed(result: Result) -> dict[str, object]:
    kind = "inSource" if result.in_source else "external"
    return {"suppressions": [{"kind": kind, "justification": result.silenced}]} if result.silenced else {}


_OF_A_PATH = "/@!$&'()*+,;=-._~"
"""What a URI has as it is in a path, but for the colon, which would end a scheme: notes:2.md."""


def _uri(name: str) -> str:
    """Return the name of a file, byte for byte, as a relative reference of a URI; an address is one already."""
    if "://" in name:
        return quote(name, safe=f"{_OF_A_PATH}:?#%", errors="replace")
    if os.name == "nt":
        return quote(name.replace("\\", "/"), safe=f"{_OF_A_PATH}:", errors="replace")
    try:
        return quote(os.fsencode(name), safe=_OF_A_PATH)
    except UnicodeEncodeError:  # a row of a table may be named by what stands for no byte
        return quote(name, safe=_OF_A_PATH, errors="replace")
