"""JSON Schema of the data files, made from the models: by it editors complete and validators check."""

from __future__ import annotations

import functools
import inspect
import re
from pathlib import Path
from typing import Any

import msgspec

from ..dataset import locations, model
from ..dataset.files import FILES
from ..notation import identifiers

KINDS: dict[str, Any] = {
    "compound": model.Compound,
    **{name.removesuffix(".toml"): kind for name, kind in FILES.items()},
}
"""The kinds of data file, and the record of each."""

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def shipped(kind: str) -> Path:
    """Return the file of a kind's schema that comes with the data."""
    return locations.bundled() / "schema" / f"{kind}.json"


def schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of a kind of data file."""
    made = msgspec.json.schema(KINDS[kind])
    definitions = made["$defs"]
    for name, definition in definitions.items():
        record = getattr(model, name, None)
        if record is not None and "properties" in definition:
            _tell(record, definition)
    root = definitions.pop(made["$ref"].rpartition("/")[2])
    document = {"$schema": _DRAFT, "title": f"peptide: {kind}", **{k: v for k, v in root.items() if k != "title"}}
    if kind == "compound":
        document = _extensible(document)
    made = _clean(document | ({"$defs": definitions} if definitions else {}))
    return dict(made)


def _tell(record: Any, definition: dict[str, Any]) -> None:
    """Put in what is said in words: of the record by its docstring, of a field by that or by the data's README."""
    told = _meanings().get(record.__name__, {})
    said = inspect.cleandoc(record.__doc__ or "")
    definition["description"] = " ".join(said.replace("`", "").split())
    sentences = re.split(r"(?<=[.;])\s+", " ".join(said.split()))
    for field in msgspec.structs.fields(record):
        shown = definition["properties"][field.encode_name]
        shown.setdefault("title", field.encode_name.replace("-", " "))
        about = [sentence for sentence in sentences if f"`{field.name}`" in sentence]
        meaning = told.get(field.encode_name) or " ".join(about)
        if meaning:
            shown["description"] = meaning.replace("`", "")


@functools.cache
def _meanings() -> dict[str, dict[str, str]]:
    """Return what the data's README says of the keys of references and compounds."""
    path = locations.bundled() / "README.md"
    found: dict[str, dict[str, str]] = {}
    for section in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE) if path.exists() else ():
        record = {"references.toml": "Reference", "compounds/<id>.toml": "Compound"}.get(re.split(r"[:\s]", section)[0])
        for keys, meaning in re.findall(r"^\| (`[^|]*) \| ([^|]+?) \|", section, re.MULTILINE) if record else ():
            found.setdefault(record or "", {}).update(dict.fromkeys(re.findall(r"`[\[]*([\w-]+)[\]]*`", keys), meaning))
    return found


def _extensible(document: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a compound: one that extends another needs its id alone."""
    required = document.pop("required")
    extends = {"properties": {"extends": {"const": True}}, "required": ["extends"]}
    return document | {"if": extends, "then": {"required": ["id"]}, "else": {"required": required}}


def _clean(content: Any) -> Any:
    """Return a schema as JSON has it: tuples as lists; no default that TOML could not hold."""
    if isinstance(content, dict):
        found = {key: _clean(item) for key, item in content.items() if not (key == "default" and item is None)}
        if isinstance(pattern := found.get("pattern"), str):
            found["pattern"] = pattern.removesuffix(identifiers.END.removeprefix("$"))
        choices = found.get("anyOf")
        if isinstance(choices, list) and {"type": "null"} in choices:  # TOML has no null: what is not there is left out
            rest = [choice for choice in choices if choice != {"type": "null"}]
            del found["anyOf"]
            return rest[0] | found if len(rest) == 1 else found | {"anyOf": rest}
        return found
    return [_clean(item) for item in content] if isinstance(content, list | tuple) else content


def text(kind: str) -> str:
    """Return a schema as indented JSON with a final line end."""
    return msgspec.json.format(msgspec.json.encode(schema(kind)), indent=2).decode() + "\n"
