"""`peptide check`: every problem of a folder by file and line, and none where there is none."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from conftest import MINI, Run
from test_loading import INVALID, OWN, broken


@pytest.mark.parametrize("recipe", INVALID, ids=lambda path: path.stem)
def test_what_is_refused_when_it_is_read_is_found_by_check(run: Run, recipe: Path, tmp_path: Path) -> None:
    name, line, _ = broken(tmp_path, recipe)
    done = run("check", str(tmp_path))
    assert (done.returncode, done.stderr) == (1, "")
    # Of an id that is used twice the reader names the second place, check the first.
    at = r"\d+: \S+ the id is used twice" if recipe.stem == "id-twice" else f"({line - 1}|{line}|{line + 1}): "
    assert re.search(f"^{re.escape(str(tmp_path / name))}:{at}", done.stdout, re.MULTILINE), done.stdout


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("references.toml", 'DOI = "10.1000/example.2001_1"\n', "", "abel-2001-stress: has neither DOI nor PMID"),
        ("references.toml", "issued = 2001", "issued = 2002", "the id names another year than 2002"),
        ("compounds/primax.toml", '"80714-61-0"', '"80714-61-1"', "CAS RN 80714-61-1: the check digit does not fit"),
        ("compounds/primax.toml", 'residues = "MEHFPGP"', 'residues = "MEHFPGP"\n[[searched]]\nday = 2999-01-01\n'
         'registers = ["PubMed"]\nwords = ["primax"]\nnew = 0', "was searched on 2999-01-01, which lies in the future"),
    ],
)  # fmt: skip
def test_what_reads_well_and_is_wrong_is_found(
    run: Run, tmp_path: Path, file: str, old: str, new: str, said: str
) -> None:
    shutil.copytree(MINI, tmp_path, dirs_exist_ok=True)
    path = tmp_path / file
    before = path.read_text()
    assert said not in run("check", str(tmp_path)).stdout
    path.write_text(before.replace(old, new))
    done = run("check", str(tmp_path))
    assert done.returncode == 1
    assert said in done.stdout


def test_a_folder_that_is_not_there_is_no_folder_without_problems(run: Run) -> None:
    done = run("check", "no-such-folder")
    assert (done.returncode, done.stdout) == (1, "")
    assert "no such folder" in done.stderr


def test_the_folder_of_the_data_option_is_checked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "compounds").mkdir()
    (tmp_path / "compounds" / "ownax.toml").write_text(OWN.format("Mine.") + 'parent = "nobody"\n')
    done = run("--data", str(tmp_path), "check")
    assert done.returncode == 1
    assert f"{tmp_path}/compounds/ownax.toml:1: ownax: there is no compound 'nobody'" in done.stdout
