"""`peptide check`: every problem of a folder, each with file and line."""

from __future__ import annotations

import datetime
import json
import shutil
from pathlib import Path

import pytest

from conftest import MINI, Run

pytestmark = pytest.mark.slow

PRIMAX, REFERENCES = "compounds/primax.toml", "references.toml"

VOCABULARY, SOME_DESIGN = "vocabulary.toml", '[[design]]\nid = "randomized-controlled-trial"'
SYNONYM = '[[synonym]]\nmeans = "%s"\nwords = ["dread"]\n\n'
CASES = [
    # file, old text, new text, the text of the line that is named, the message
    (PRIMAX, 'name = "Primax"', "name = ", "name = ", "not valid TOML: Invalid value"),
    (PRIMAX, 'summary = "A', 'sumary = "A', "sumary = ", "unknown key 'sumary'"),
    (PRIMAX, 'summary = "A heptapeptide made for tests."\n', "", 'id = "primax"', "the key 'summary' is missing"),
    (PRIMAX, "n = 62", 'n = "62"', 'n = "62"', "Expected `int | null`, got `str` at claim[3].n"),
    (PRIMAX, 'topic = "anxiety"', 'topic = "anxeity"', 'id = "primax-baker-anxiety"', "there is no topic 'anxeity'"),
    (
        PRIMAX,
        'result = "positive"\npopulation = "gen',
        'result = "good"\npopulation = "gen',
        'result = "good"',
        "Invalid enum value 'good'",
    ),
    (
        PRIMAX,
        'references = ["fox-2015-cells"]',
        'references = ["fox-2015"]',
        'id = "primax-fox-bdnf"',
        "there is no reference 'fox-2015'",
    ),
    (
        PRIMAX,
        'references = ["fox-2015-cells"]',
        "references = []",
        "references = []",
        "Expected `array` of length >= 1",
    ),
    (PRIMAX, 'references = ["fox-2015-cells"]\n', "", "[[claim]]", "the key 'references' is missing"),
    (PRIMAX, 'id = "primax-fox-bdnf"', 'id = "primax-abel-bdnf"', 'id = "primax-abel-bdnf"', "is used twice"),
    (PRIMAX, "80714-61-0", "80714-61-1", 'id = "primax"', "CAS RN 80714-61-1: the check digit does not fit"),
    (
        PRIMAX,
        "[sequence]",
        "molar-mass = 887.04\n\n[sequence]",
        'id = "primax"',
        "molar mass 887.04, but by its sequence 813.9",
    ),
    (PRIMAX, 'text = "PX-7"', 'text = "Secax"', 'id = "primax"', "the name 'secax' is also one of secax"),
    (PRIMAX, 'id = "primax"\n', 'id = "primus"\n', 'id = "primus"', "file name and id must be the same"),
    (REFERENCES, 'DOI = "10.1000/example.2001_1"', 'DOI = "doi 10.1"', 'DOI = "doi 10.1"', "Expected a DOI"),
    (REFERENCES, 'PMID = "12345678"', 'PMID = "PMID1"', 'PMID = "PMID1"', "Expected a PMID"),
    (REFERENCES, "n = 62", f"n = {2**63}", "n = 9", "Expected `int` <= 9999999999 at reference[1].n"),
    (PRIMAX, "n = 62", f"n = {2**64}", "n = 18", "Expected `int` <= 9999999999 at claim[3].n"),
    (VOCABULARY, SOME_DESIGN, f"{SYNONYM % 'topic:'}{SOME_DESIGN}", "means =", "topic:: there is no topic ''"),
    (VOCABULARY, SOME_DESIGN, f"{SYNONYM % 'compound:x'}{SOME_DESIGN}", "means =", "there is no compound 'x'"),
    (
        VOCABULARY,
        SOME_DESIGN,
        f"{SYNONYM % 'topci:anxiety'}{SOME_DESIGN}",
        "means =",
        "there is no meaning 'topci:anxiety'",
    ),
    (VOCABULARY, SOME_DESIGN, f"{SYNONYM % 'result:no'}{SOME_DESIGN}", "means =", "there is no result 'no'"),
    (VOCABULARY, SOME_DESIGN, f"{SYNONYM % 'subject:us'}{SOME_DESIGN}", "means =", "no meaning 'subject:us'"),
    (REFERENCES, "issued = 2001", "issued = 2098", 'id = "abel-2001-stress"', "the year 2098 lies in the future"),
    (
        REFERENCES,
        'id = "abel-2001-stress"',
        'id = "baker-2010-trial"',
        'id = "baker-2010-trial"',
        "is used twice",
    ),
    (
        PRIMAX,
        'references = ["fox-2015-cells"]',
        '  "references" = ["fox-201"]',
        'id = "primax-fox-bdnf"',
        "there is no reference 'fox-201'",
    ),
    (
        PRIMAX,
        'summary = "A heptapeptide made for tests."\n',
        'summary = """A\u2028B\nid = "primax-fox-bdnf"\n"""\nparent = "nobody"\n',
        'id = "primax"',
        "there is no compound 'nobody'",
    ),
    (PRIMAX, 'topic = "anxiety"', ' "topic" = 5', ' "topic" = 5', "Expected `str`, got `int` at claim"),
    (
        PRIMAX,
        'id = "primax-fox-bdnf"\ntext = "Primax raised BDNF twofold in cultured cells."\ntopic = "neurotrophins"',
        'id = "primax-fox-bdn\\u0066"\ntext = "Primax raised BDNF twofold in cultured cells."\ntopic = "neurotrofins"',
        'id = "primax-fox-bdn\\u0066"',
        "there is no topic 'neurotrofins'",
    ),
    (PRIMAX, 'text = "PX-7"', 'text = "TKPRPGP"', 'id = "primax"', "the name 'tkprpgp' is a number or the sequence of"),
]


@pytest.mark.parametrize(("name", "old", "new", "line", "message"), CASES, ids=[case[4][:40] for case in CASES])
def test_a_problem_is_named_with_file_and_the_line_it_stands_on(
    run: Run, tmp_path: Path, name: str, old: str, new: str, line: str, message: str
) -> None:
    folder = tmp_path / "mini"
    shutil.copytree(MINI, folder)
    path = folder / name
    text = path.read_text()
    assert text.count(old) == 1
    path.write_text(text.replace(old, new))
    done = run("check", str(folder))
    assert done.returncode == 1
    named = [problem for problem in done.stdout.splitlines() if message in problem]
    assert named, done.stdout
    places = {problem.split(": ")[0] for problem in named}
    lines = path.read_text().splitlines()
    assert all(place.startswith(f"{path}:") for place in places), places
    assert any(lines[int(place.rpartition(":")[2]) - 1].startswith(line) for place in places), places


def test_all_problems_of_all_files_are_listed_not_the_first(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "mini"
    shutil.copytree(MINI, folder)
    for name, old, new, _, _ in (CASES[1], CASES[3], CASES[14]):
        path = folder / name
        path.write_text(path.read_text().replace(old, new))
    text = run("check", str(folder)).stdout
    assert [
        message for message in ("unknown key", "Expected `int | null`", "Expected a DOI") if message not in text
    ] == []


def test_warnings_are_told_apart_and_alone_end_with_0(run: Run, tmp_path: Path) -> None:
    (tmp_path / "references.toml").write_text(
        (MINI / "references.toml").read_text().split("\n[[reference]]")[0].replace('"primax"', '"semax"')
    )
    done = run("check", str(tmp_path))
    assert done.returncode == 0, done.stdout
    warnings = [line for line in done.stdout.splitlines() if ": warning: " in line]
    assert any("is used nowhere" in line for line in warnings)
    assert f"no problems, {len(warnings)} warnings" in done.stdout


def test_json_gives_file_line_message_and_weight(run: Run, tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_text("[[source]]\nid = 1\n")
    done = run("check", str(tmp_path), "-f", "json")
    assert done.returncode == 1
    problems = json.loads(done.stdout)["data"]["problems"]
    assert {
        "file": f"{tmp_path}/sources.toml",
        "line": 2,
        "message": "Expected `str`, got `int` at source[0].id",
        "weight": "problem",
    } in problems


def test_the_folders_of_data_are_checked_where_none_is_named_and_build_on_one_another(run: Run, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name / "compounds").mkdir(parents=True)
    run("--data", str(tmp_path / "a"), "new", "Labtide")
    (tmp_path / "b" / "compounds" / "labtide.toml").write_text('id = "labtide"\nextends = true\n')
    assert run("--data", str(tmp_path / "b"), "check").returncode == 1
    done = run("--data", str(tmp_path / "a"), "--data", str(tmp_path / "b"), "check")
    assert done.returncode == 0
    assert done.stdout.endswith(f"{tmp_path / 'a'}, {tmp_path / 'b'}: 2 files, 2 records, no problems, 1 warning\n")


def test_a_compound_that_takes_the_place_of_ours_is_a_warning_that_names_extends(run: Run, tmp_path: Path) -> None:
    (tmp_path / "compounds").mkdir()
    text = (MINI / "compounds" / "secax.toml").read_text().split("[[claim]]")[0]
    (tmp_path / "compounds" / "semax.toml").write_text(text.replace('"secax"', '"semax"').replace('"Secax"', '"Semax"'))
    assert (
        "takes the place of the compound of the same id; extends = true would add" in run("check", str(tmp_path)).stdout
    )


@pytest.mark.parametrize("kind", ["nothing", "a file", "a pipe"])
def test_what_is_no_folder_or_no_file_is_said_in_a_line(run: Run, tmp_path: Path, kind: str) -> None:
    import os  # noqa: PLC0415

    path = tmp_path / "data"
    if kind == "a file":
        path.write_text("x")
    if kind == "a pipe":
        path.mkdir()
        os.mkfifo(path / "references.toml")
    done = run("check", str(path))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert len((done.stdout + done.stderr).splitlines()) <= 2
    assert str(path) in done.stdout + done.stderr


def test_a_day_on_which_nobody_can_have_searched_is_a_problem(run: Run, tmp_path: Path) -> None:
    run("--data", str(tmp_path), "new", "Labtide")
    path = tmp_path / "compounds" / "labtide.toml"
    day = datetime.date.today() + datetime.timedelta(days=40)
    path.write_text(
        path.read_text() + f'[[searched]]\nday = {day}\nregisters = ["PubMed"]\nwords = ["Labtide"]\nnew = 0\n'
    )
    assert "lies in the future" in run("check", str(tmp_path)).stdout
