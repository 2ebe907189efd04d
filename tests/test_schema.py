"""The schemas of the data files."""

from __future__ import annotations

import datetime
import json
import os
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import tomli

from conftest import MINI, Run
from peptidecli.answers import schema as schemas
from peptidecli.dataset.locations import bundled

DATA = bundled()
FILES = [(kind, path) for folder in (DATA, MINI) for kind in schemas.KINDS for path in (
    sorted((folder / "compounds").glob("*.toml")) if kind == "compound" else [folder / f"{kind}.toml"])]  # fmt: skip


def plain(content: Any) -> Any:
    """Return what TOML holds as JSON would: dates as text."""
    if isinstance(content, dict):
        return {key: plain(item) for key, item in content.items()}
    if isinstance(content, list):
        return [plain(item) for item in content]
    return content.isoformat() if isinstance(content, datetime.date) else content


def validator(kind: str) -> jsonschema.Draft202012Validator:
    document = json.loads((DATA / "schema" / f"{kind}.json").read_text())
    jsonschema.Draft202012Validator.check_schema(document)
    return jsonschema.Draft202012Validator(document, format_checker=jsonschema.FormatChecker())


@pytest.mark.parametrize("kind", schemas.KINDS)
def test_the_schema_that_ships_is_the_one_the_models_make_and_the_command_prints(run: Run, kind: str) -> None:
    path = DATA / "schema" / f"{kind}.json"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(schemas.text(kind), encoding="utf-8")
    done = run("schema", kind)
    assert done.returncode == 0
    assert done.stdout == path.read_text(encoding="utf-8"), "UPDATE_GOLDEN=1 python -m pytest tests/test_schema.py"


def test_there_are_files_of_every_kind() -> None:
    assert len(FILES) >= 15
    assert all(path.is_file() for _, path in FILES)


@pytest.mark.parametrize(("kind", "path"), FILES, ids=lambda item: item.name if isinstance(item, Path) else item)
def test_every_data_file_is_valid_by_its_schema(kind: str, path: Path) -> None:
    errors = validator(kind).iter_errors(plain(tomli.loads(path.read_text(encoding="utf-8"))))
    assert [f"{error.json_path}: {error.message}" for error in errors] == []


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("compound", {"id": "x"}),
        ("compound", {"id": "X y", "extends": True}),
        ("compound", {"id": "x", "extends": False}),
        ("compound", {"id": "x", "extends": True, "claims": []}),
        ("references", {"reference": [{"id": "a-2020-b"}]}),
        ("sources", {"source": [{"id": "s", "title": "t", "publisher": "p", "kind": "blog"}]}),
        ("statements", {"statement": {}}),
        ("vocabulary", {"topic": [{"id": "t", "label": "T", "definition": "", "area": "other"}]}),
    ],
)
def test_what_the_program_refuses_the_schema_refuses(kind: str, content: dict[str, Any]) -> None:
    assert list(validator(kind).iter_errors(content))


def test_a_file_that_extends_needs_its_id_alone() -> None:
    assert list(validator("compound").iter_errors({"id": "x", "extends": True})) == []


def test_an_editor_is_told_what_keys_mean() -> None:
    reference = json.loads((DATA / "schema" / "references.json").read_text())["$defs"]["Reference"]
    told = [key for key, field in reference["properties"].items() if field.get("description")]
    assert len(told) > len(reference["properties"]) / 2
    assert "One bibliographic record" in reference["description"]


def test_a_new_file_names_a_schema_that_is_there(run: Run, tmp_path: Path) -> None:
    run("--data", str(tmp_path), "new", "Labtide")
    first = (tmp_path / "compounds" / "labtide.toml").read_text().splitlines()[0]
    found = re.fullmatch(r"#:schema file://(.+)", first)
    assert found
    assert Path(found[1]).is_file()


def test_every_bundled_file_names_its_schema_for_editors() -> None:
    data = Path(__file__).parents[1] / "data"
    for path in [*data.glob("*.toml"), *data.glob("compounds/*.toml")]:
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith("#:schema "), path
        assert (path.parent / first.removeprefix("#:schema ")).is_file(), path
