"""The user's own data: where they lie, how they are laid over ours, and that every answer marks them."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from conftest import MINI, PROGRAM, Run
from peptidecli.answers.own import own_claims
from peptidecli.dataset.dataset import of_folders
from peptidecli.errors import DatasetError

pytestmark = pytest.mark.slow

EXTENSION = """\
id = "{key}"
extends = true

[[alias]]
text = "Bench 7"
kind = "code"

[[claim]]
id = "bench-anxiety"
text = "{text}"
topic = "anxiety"
kind = "effect"
result = "null"
population = "rat"
references = ["{reference}"]
"""


def extend(
    folder: Path, key: str = "semax", text: str = "Our rats stayed calm.", reference: str = "dolotov-2006-hippocampus"
) -> Path:
    (folder / "compounds").mkdir(parents=True, exist_ok=True)
    path = folder / "compounds" / f"{key}.toml"
    path.write_text(EXTENSION.format(key=key, text=text, reference=reference))
    return path


# -- laid over one another -----------------------------------------------------------------------------------------


def test_an_extension_adds_and_leaves_all_else(tmp_path: Path) -> None:
    extend(tmp_path, "primax", reference="abel-2001-stress")
    before, after = of_folders([MINI]).compounds["primax"], of_folders([MINI, tmp_path]).compounds["primax"]
    assert after.summary == before.summary
    assert after.claims[:-1] == before.claims
    assert after.claims[-1].id == "bench-anxiety"
    assert [alias.text for alias in after.aliases] == [*(alias.text for alias in before.aliases), "Bench 7"]


def test_a_later_extension_wins_over_an_earlier_one(tmp_path: Path) -> None:
    for name in ("first", "second"):
        extend(tmp_path / name, "primax", f"The {name}.", "abel-2001-stress")
    dataset = of_folders([MINI, tmp_path / "first", tmp_path / "second"])
    assert [claim.text for claim in dataset.compounds["primax"].claims if claim.id == "bench-anxiety"] == [
        "The second."
    ]
    assert own_claims(dataset, "primax") == {"bench-anxiety"}
    assert own_claims(dataset, "secax") == frozenset()


def test_an_extension_of_nothing_is_an_error_with_file_and_line(tmp_path: Path) -> None:
    path = extend(tmp_path, "nothing", reference="abel-2001-stress")
    with pytest.raises(DatasetError, match="no earlier folder has that compound") as error:
        of_folders([MINI, tmp_path])
    assert (error.value.path, error.value.line) == (path, 2)


def test_an_extension_that_changes_or_goes_is_followed_by_a_store_that_is_kept(run: Run, tmp_path: Path) -> None:
    def found() -> str:
        return run("--data", str(tmp_path), "search", "our rats calm awake").stdout

    path = extend(tmp_path)
    assert "Our rats stayed calm." in found()
    extend(tmp_path, text="Our rats stayed awake.")
    assert "Our rats stayed awake." in found()
    path.unlink()
    assert "Our rats" not in found()
    assert run("--data", str(tmp_path), "show", "semax").stdout == run("show", "semax").stdout


# -- where they lie ------------------------------------------------------------------------------------------------


def test_several_folders_count_the_later_ones_win_and_no_user_data_leaves_the_users_out(
    run: Run, tmp_path: Path
) -> None:
    for name in ("a", "b", "c"):
        extend(tmp_path / name, text=f"Folder {name}.")
    folders = os.pathsep.join(str(tmp_path / name) for name in ("a", "b"))
    assert "Folder b." in run("search", "folder", PEPTIDE_DATA=folders).stdout
    options = ("--data", str(tmp_path / "a"), "--data", str(tmp_path / "c"))
    assert "Folder c." in run(*options, "search", "folder", PEPTIDE_DATA=folders).stdout
    assert "Folder" not in run("--no-user-data", "search", "semax", PEPTIDE_DATA=folders).stdout
    assert "Folder c." in run("--no-user-data", *options, "search", "folder", PEPTIDE_DATA=folders).stdout


def test_info_names_every_folder_with_what_it_brings(answer: Any, run: Run, tmp_path: Path) -> None:
    extend(tmp_path / "a")
    ours, own = answer("--data", str(tmp_path / "a"), "info")["folders"]
    assert ours["own"] is False
    assert ours["records"]["compound"] >= 7
    assert own == {"path": str(tmp_path / "a"), "own": True, "records": {"compound": 1}, "extends": 1, "replaces": 0}
    assert "1 compound (1 extending earlier ones)" in " ".join(
        run("--data", str(tmp_path / "a"), "info").stdout.split()
    )


@pytest.mark.parametrize(
    "text", ["id = \n", 'id = "semax"\nextends = true\nsumary = "x"\n', "\x00"], ids=["syntax", "key", "byte"]
)
def test_a_broken_file_ends_with_3_and_file_and_line_and_ours_stay_usable(run: Run, tmp_path: Path, text: str) -> None:
    path = extend(tmp_path / "peptide")
    path.write_text(text)
    done = run("show", "semax", XDG_DATA_HOME=str(tmp_path))
    assert (done.returncode, done.stdout) == (3, "")
    assert re.search(rf"{re.escape(str(path))}:\d: ", done.stderr)
    assert run("--no-user-data", "show", "semax", XDG_DATA_HOME=str(tmp_path)).returncode == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_cannot_be_read_ends_with_3(run: Run, tmp_path: Path) -> None:
    extend(tmp_path / "a")
    (tmp_path / "a" / "compounds").chmod(0)
    assert run("--data", str(tmp_path / "a"), "list").returncode == 3


# -- marked ------------------------------------------------------------------------------------------------------

REFERENCE = """\
[[reference]]
id = "moss-2024-memory"
type = "article-journal"
title = "Semax and memory"
author = ["Moss, Anna"]
issued = 2024
container-title = "Journal of Examples"
DOI = "10.5555/moss.1"
language = "en"
compounds = ["semax"]
design = ["animal-in-vivo"]
topics = ["cognition"]
trace = [{ registry = "publisher", seen = "journal.example" }]
"""


@pytest.mark.parametrize(
    ("form", "mark"),
    [
        ("table", "own Moss A"),
        ("bibtex", "From your own data"),
        ("ris", "From your own data"),
        ("csl-json", "From your own data"),
        ("text", "From your own data"),
        ("csv", "normal,own\n"),
        ("markdown", "normal | own |"),
        ("json", '"own": true'),
    ],
)
def test_cite_marks_an_own_reference_in_every_format_and_no_other(
    run: Run, tmp_path: Path, form: str, mark: str
) -> None:
    (tmp_path / "references.toml").write_text(REFERENCE)
    options = ("--data", str(tmp_path), "cite")
    assert mark in run(*options, "moss", "2024", "-f", form).stdout
    assert mark not in run(*options, "dolotov", "2006", "-f", form).stdout


def test_cite_marks_an_own_reference_in_plain_words(run: Run, tmp_path: Path) -> None:
    (tmp_path / "references.toml").write_text(REFERENCE)
    assert "own Moss A" in run("--data", str(tmp_path), "cite", "moss", "2024", "--plain").stdout


def test_list_and_search_mark_what_is_own(run: Run, answer: Any, tmp_path: Path) -> None:
    extend(tmp_path)
    options = ("--data", str(tmp_path))
    assert {entry["compound"]["id"] for entry in answer(*options, "list")["entries"] if entry["own"]} == {"semax"}
    assert "own Semax" in run(*options, "list").stdout
    hits = answer(*options, "search", "semax", "rats", "calm")["hits"]
    assert {hit["id"] for hit in hits if hit["own"] and hit["kind"] == "claim"} == {"bench-anxiety"}
    assert any(not hit["own"] for hit in hits)


def test_faq_marks_an_own_answer_and_no_other(run: Run, answer: Any, tmp_path: Path) -> None:
    path = extend(tmp_path)
    path.write_text(path.read_text() + '\n[[faq]]\nid = "bench"\nquestion = "Is it on our bench?"\nanswer = "Yes."\n')
    options = ("--data", str(tmp_path), "faq")
    assert [item["faq"]["id"] for item in answer(*options)["answers"] if item["own"]] == ["bench"]
    assert "own Is it on our bench?" in run(*options).stdout
    rows = run(*options, "-f", "csv").stdout.splitlines()
    assert [row for row in rows if row.endswith(",own") and "bench" in row]


# -- the path of CONTRIBUTING.md -----------------------------------------------------------------------------------


def test_the_path_of_contributing_leads_a_stranger_from_nothing_to_a_compound_in_compare(
    environment: dict[str, str], tmp_path: Path
) -> None:
    text = (Path(__file__).parent.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (session,) = re.findall(r"<!-- walk -->\n```console\n(.*?)```", text, re.DOTALL)
    script = re.sub(r"^\$ ", "", session, flags=re.MULTILINE)
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=tmp_path,
        env=environment | {"PATH": f"{PROGRAM.parent}:{environment['PATH']}"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    assert "1 of 1 added" in done.stdout
    assert re.search(r"my-data: \d files, \d records, no problems", done.stdout)
    assert "Labtide" in done.stdout.partition("no problems")[2]
    assert "Met-Glu-His-Phe-Arg-Trp-Gly" in done.stdout
    assert "@article{moss-2024-binds," in done.stdout
    assert json.loads(
        subprocess.run(
            [str(PROGRAM), "--data", str(tmp_path / "my-data"), "compare", "labtide", "semax", "-f", "json"],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    )["data"]
