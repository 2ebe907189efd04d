"""JSON Schema (2020-12) of what each command prints with `-f json`, made from the types of the answers."""

from __future__ import annotations

import importlib
from typing import Any, NamedTuple

import msgspec

from ..errors import UsageError
from .document import FORMAT


class Shape(NamedTuple):
    """The types of a command's answer, as `module:Type`, and where its rows lie in it, those that are meant first."""

    types: tuple[str, ...]
    rows: tuple[str, ...] = ()


ANSWERS = {
    "show": Shape(("answers.show:Profile",), ("compound",)),
    "compare": Shape(("answers.compare:Comparison",), ("compounds", "compounds.compound")),
    "cite": Shape(("answers.cite:Citations",), ("hits", "hits.reference")),
    "search": Shape(("answers.search:Search",), ("hits",)),
    "trials": Shape(("answers.trials:Trials",), ("trials",)),
    "list": Shape(("answers.list_:Catalogue",), ("entries", "entries.compound", "entries.tally")),
    "evidence": Shape(
        ("answers.evidence:Matrix", "answers.evidence:Designs", "answers.evidence:Timeline"), ("rows", "years")
    ),
    "faq": Shape(("answers.faq:Faqs",), ("answers", "answers.faq", "hits")),
    "info": Shape(("answers.info:Overview",)),
    "audit": Shape(("audit.findings:Audit", "audit.report:Report"), ("findings",)),
    "new": Shape(("answers.new:Made",)),
    "add": Shape(("answers.add:Added",), ("taken",)),
    "check": Shape(("answers.check:Report",), ("problems",)),
    "verify": Shape(("answers.verify:Verification", "answers.news:News"), ("findings", "finds")),
}
"""The commands that print JSON."""


def shape(command: str) -> Shape:
    """Return the shape of a command's answer; raise UsageError for a command that prints no JSON."""
    if command not in ANSWERS:
        raise UsageError(f"{command!r} is no command that prints json; such are {', '.join(ANSWERS)}")
    return ANSWERS[command]


def output_schema(command: str) -> dict[str, Any]:
    """Return the JSON Schema of a command's JSON, envelope and all; every key is always there, unknown is null."""
    types = [_type(name) for name in shape(command).types]
    references, definitions = msgspec.json.schema_components(types, ref_template="#/$defs/{name}")
    for definition in definitions.values():
        if "properties" in definition:
            definition["required"] = list(definition["properties"])
    data = references[0] if len(references) == 1 else {"anyOf": list(references)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"peptide {command} -f json",
        "type": "object",
        "properties": {"format": {"const": FORMAT}, "command": {"const": command}, "data": data},
        "required": ["format", "command", "data"],
        "additionalProperties": False,
        "$defs": definitions,
    }


def text(command: str) -> str:
    """Return the schema of a command's JSON as indented JSON with a final line end."""
    return msgspec.json.format(msgspec.json.encode(output_schema(command)), indent=2).decode() + "\n"


def _type(name: str) -> Any:
    module, _, kind = name.partition(":")
    return getattr(importlib.import_module(f"..{module}", __package__), kind)


def paths(command: str) -> dict[str, str]:
    """Return every key of a command's data with its kind (`string`, `array of object`…), in order: `trials.year`."""
    schema = output_schema(command)
    found: dict[str, str] = {}

    def walk(node: dict[str, Any], path: str) -> None:
        for key, inner in node.get("properties", {}).items():
            here = f"{path}.{key}" if path else key
            kinds: list[str] = []
            for each, listed in _unfolded(inner, schema["$defs"]):
                kinds.append("array of " * listed + _kind(each))
            kinds = [*dict.fromkeys([*filter(None, found.get(here, "").split(" or ")), *kinds])]
            # Python 3.10 may give the two of an optional type in either order.
            found[here] = " or ".join(sorted(kinds, key=lambda kind: kind.endswith("null")))
            for each, _ in _unfolded(inner, schema["$defs"]):
                walk(each, here)

    for each, _ in _unfolded(schema["properties"]["data"], schema["$defs"]):
        walk(each, "")
    return found


def _kind(node: dict[str, Any]) -> str:
    if "enum" in node:
        return "one of " + ", ".join(map(str, node["enum"]))
    return str(node.get("format") or node.get("type", "any"))


def _unfolded(node: dict[str, Any], definitions: dict[str, Any], listed: int = 0) -> list[tuple[dict[str, Any], int]]:
    """Return what a node may be, references followed, each with the number of lists around it."""
    if "$ref" in node:
        return _unfolded(definitions[node["$ref"].rpartition("/")[2]], definitions, listed)
    if "anyOf" in node:
        return [found for choice in node["anyOf"] for found in _unfolded(choice, definitions, listed)]
    if isinstance(node.get("items"), dict):
        return _unfolded(node["items"], definitions, listed + 1)
    return [(node, listed)]
