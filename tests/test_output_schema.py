"""The JSON of every command is what `peptide schema output` says it is, and its shape cannot change unseen."""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path
from typing import Any

import pytest

from conftest import Run
from peptidecli.answers.show import SECTIONS
from peptidecli.cli.commands import COMMANDS
from peptidecli.formats.document import FORMAT
from peptidecli.formats.output_schema import ANSWERS, output_schema, paths
from registries import serving

jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")

SHAPES = Path(__file__).parent / "data" / "output_shapes.txt"
ARTICLE = Path(__file__).parent / "data" / "articles" / "careless.md"
RUNS = [
    ("show", "semax"),
    ("show", "cerebrolysin", "--section", "regulatory"),
    ("show", "p21", "--ref", "1"),
    ("compare", "semax", "selank", "acth-4-10"),
    ("compare", "cerebrolysin", "noopept", "--differences"),
    ("cite",),
    ("cite", "11696372"),
    ("search", "does", "selank", "calm"),
    ("search", "semax", "dose"),
    ("trials",),
    ("trials", "semax", "--topic", "stroke"),
    ("list",),
    ("evidence",),
    ("evidence", "semax"),
    ("evidence", "--timeline"),
    ("faq",),
    ("faq", "is", "semax", "fda", "approved"),
    ("info",),
    ("audit", str(ARTICLE)),
    ("check",),
]


def schema(run: Run, command: str) -> Any:
    done = run("schema", "output", command)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("command", ANSWERS)
def test_every_schema_is_one_of_the_draft_of_2020(run: Run, command: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(run, command))


def test_every_command_that_prints_json_has_a_schema_and_is_run_here(run: Run) -> None:
    printing = {command for command in COMMANDS if "--json" in run(command, "--help").stdout}
    assert printing == set(ANSWERS)
    assert {arguments[0] for arguments in RUNS} | {"new", "add", "verify"} == set(ANSWERS)


@pytest.mark.parametrize("arguments", RUNS, ids=" ".join)
def test_real_output_is_what_its_schema_says(run: Run, arguments: tuple[str, ...]) -> None:
    printed = run(*arguments, "-f", "json")
    assert printed.stdout, printed.stderr
    jsonschema.validate(json.loads(printed.stdout), schema(run, arguments[0]), cls=jsonschema.Draft202012Validator)


def test_what_writes_own_data_prints_what_its_schema_says(run: Run, tmp_path: Path) -> None:
    (tmp_path / "library.bib").write_text(
        "@article{a, title={Labtide}, author={Moss, Ann}, year={2020}, journal={J}}", encoding="utf-8"
    )
    for arguments in (("new", "Labtide"), ("add", str(tmp_path / "library.bib"), "--compound", "semax", "--dry-run")):
        printed = run("--data", str(tmp_path), *arguments, "-f", "json")
        assert printed.stdout, printed.stderr
        jsonschema.validate(json.loads(printed.stdout), schema(run, arguments[0]), cls=jsonschema.Draft202012Validator)


@pytest.mark.parametrize("arguments", [("dolotov-2006-hippocampus",), ("--new", "semax")], ids=" ".join)
def test_what_asks_registries_prints_what_its_schema_says(run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    with serving() as registries:
        printed = run("verify", *arguments, "-f", "json", PEPTIDE_CACHE=str(tmp_path), **registries.environment())
    assert printed.stdout, printed.stderr
    jsonschema.validate(json.loads(printed.stdout), schema(run, "verify"), cls=jsonschema.Draft202012Validator)


def test_a_schema_refuses_what_is_no_answer(run: Run, answer: Any) -> None:
    document = {"format": FORMAT, "command": "trials", "data": answer("trials", "semax")}
    del document["data"]["trials"][0]["year"]
    with pytest.raises(jsonschema.ValidationError, match="'year' is a required property"):
        jsonschema.validate(document, schema(run, "trials"))


def shapes() -> list[str]:
    """Return a line for every key of every answer, with its kind."""
    return [f"{command} {path}: {kind}" for command in ANSWERS for path, kind in paths(command).items()]


def test_a_key_that_goes_or_changes_raises_the_format() -> None:
    """UPDATE_GOLDEN=1 writes the shapes anew; a key that only comes may, one that goes needs FORMAT raised."""
    told, *held = SHAPES.read_text(encoding="utf-8").splitlines() if SHAPES.exists() else ["format 0"]
    now = shapes()
    lost = sorted(set(held) - set(now))
    assert told != f"format {FORMAT}" or not lost, "raise FORMAT in formats/document.py"
    if os.environ.get("UPDATE_GOLDEN"):
        SHAPES.write_text("\n".join([f"format {FORMAT}", *now]) + "\n", encoding="utf-8")
    assert SHAPES.read_text(encoding="utf-8").splitlines() == [f"format {FORMAT}", *now], (
        "UPDATE_GOLDEN=1 adds what is new"
    )


def test_an_unknown_command_is_told_what_prints_json(run: Run) -> None:
    done = run("schema", "output", "shwo")
    assert (done.returncode, done.stdout) == (2, "")
    assert "show, compare, cite" in done.stderr


@pytest.mark.parametrize("command", ANSWERS)
def test_the_schema_says_what_can_be_asked_for_by_fields(run: Run, command: str) -> None:
    properties = output_schema(command)["$defs"]
    listed = run(command, "--json").stdout.split()
    assert len(listed) > 1
    names = {key for definition in properties.values() for key in definition.get("properties", {})}
    assert {name.rpartition(".")[2] for name in listed} <= names


@pytest.mark.parametrize(
    ("arguments", "keys"),
    [
        (("trials", "semax", "--json", "reference,year,n"), ("trials", ["reference", "year", "n"])),
        (("list", "--json", "name,human"), ("entries", ["compound", "tally"])),
        (("compare", "semax", "selank", "--json", "name,molar-mass"), ("compounds", ["compound"])),
        (("check", "--json", "file,line"), ("problems", ["file", "line"])),
    ],
    ids=lambda value: str(value[0]),
)
def test_json_with_names_prints_those_fields_alone(
    run: Run, arguments: tuple[str, ...], keys: tuple[str, list[str]]
) -> None:
    document = json.loads(run(*arguments).stdout)
    assert (document["format"], document["command"]) == (FORMAT, arguments[0])
    assert list(document["data"]) == [keys[0]]
    assert all(list(row) == keys[1] for row in document["data"][keys[0]])


def test_fields_hold_with_sections_and_filters(run: Run) -> None:
    whole = json.loads(run("show", "semax", "--json", "findings.claim.id").stdout)["data"]["findings"]
    safety = json.loads(run("show", "semax", "-s", "safety", "--json", "findings.claim.id").stdout)["data"]["findings"]
    assert 0 < len(safety) < len(whole)


def test_a_field_that_is_none_names_those_that_are(run: Run) -> None:
    done = run("trials", "--json", "years")
    assert (done.returncode, done.stdout) == (2, "")
    assert "no field 'years'" in done.stderr
    assert "reference, compounds" in done.stderr


def test_fields_go_with_no_other_format(run: Run) -> None:
    done = run("trials", "--json", "year", "-f", "csv")
    assert (done.returncode, done.stdout) == (2, "")
    assert "leave out -f csv" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [("trials", "semax"), ("list",), ("cite", "dolotov"), ("search", "anxiety"), ("evidence",), ("evidence", "selank"),
     ("evidence", "--timeline"), ("faq",), ("show", "semax"), ("check",), ("compare", "semax", "selank")],
    ids=" ".join,
)  # fmt: skip
def test_ndjson_is_one_object_a_line(run: Run, arguments: tuple[str, ...]) -> None:
    done = run(*arguments, "-f", "ndjson")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert rows or arguments == ("check",)
    assert all(isinstance(row, dict) for row in rows)


def test_ndjson_of_a_section_is_that_section_with_what_it_cites(run: Run) -> None:
    rows = [json.loads(line) for line in run("show", "semax", "-s", "safety", "-f", "ndjson").stdout.splitlines()]
    assert {row["section"] for row in rows} == {"safety", "references"}


def test_ndjson_of_studies_is_what_json_lists(run: Run, answer: Any) -> None:
    rows = [json.loads(line) for line in run("trials", "semax", "-f", "ndjson").stdout.splitlines()]
    assert rows == answer("trials", "semax")["trials"]


@pytest.mark.parametrize("form", ["csv", "ndjson"])
def test_every_section_that_is_held_has_rows_in_a_format_for_machines(run: Run, form: str) -> None:
    for section in SECTIONS:
        # Of Semax no origin is told, and of BPC-157 no methods.
        done = run("show", "bpc-157" if section == "origin" else "semax", "-s", section, "-f", form)
        rows = done.stdout.splitlines()
        assert len(rows) > (form == "csv"), section
        if form == "ndjson":
            assert any(json.loads(row)["section"] == section for row in rows), section


def test_sections_of_different_columns_are_no_one_table_and_those_of_the_same_are(run: Run) -> None:
    refused = run("show", "semax", "-s", "effects", "-s", "regulatory", "-f", "csv")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "effects and regulatory are tables of different columns" in refused.stderr
    for both in (("limitations", "questions"), ("methods", "relatives"), ("effects", "safety")):
        alone = [run("show", "semax", "-s", section, "-f", "csv").stdout for section in both]
        rows = [list(csv.reader(text.splitlines())) for text in alone]
        asked = run("show", "semax", "-s", both[0], "-s", both[1], "-f", "csv").stdout
        assert sorted(csv.reader(asked.splitlines())) == sorted(rows[0] + rows[1][1:])
