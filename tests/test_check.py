"""`peptide check`: every problem of a folder by file and line, and none where there is none."""

from __future__ import annotations

import gc
import re
import shutil
import time
from pathlib import Path

import pytest

from conftest import MINI, Run
from peptidecli.answers.check import check
from test_loading import INVALID, OWN, broken


@pytest.mark.parametrize("recipe", INVALID, ids=lambda path: path.stem)
def test_what_is_refused_when_it_is_read_is_found_by_check(run: Run, recipe: Path, tmp_path: Path) -> None:
    name, line, _ = broken(tmp_path, recipe)
    done = run("check", str(tmp_path))
    assert (done.returncode, done.stderr) == (1, "")
    at = f"^{re.escape(str(tmp_path / name))}:({line - 1}|{line}|{line + 1}): "
    assert re.search(at, done.stdout, re.MULTILINE), done.stdout


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


def test_a_ring_of_any_length_is_told_of_each_of_its_records_in_a_line(tmp_path: Path, run: Run) -> None:
    record = (
        '[[reference]]\nid = "roe-2000-{0:03}"\ntype = "article-journal"\ntitle = "T {0}"\nauthor = ["Roe, J"]\n'
        'container-title = "J"\nissued = 2000\nlanguage = "en"\ndesign = ["review"]\ncompounds = ["semax"]\n'
        'updates = "roe-2000-{1:03}"\ntrace = [{{ registry = "publisher", seen = "journal.example/{0}" }}]\n\n'
    )
    (tmp_path / "references.toml").write_text("".join(record.format(n, (n + 1) % 300) for n in range(300)))
    said = run("--data", str(tmp_path), "check").stdout
    told = [line.partition(": roe-2000-")[2] for line in said.splitlines() if "is a new version of itself" in line]
    assert len(told) == 300
    assert "000: is a new version of itself by way of roe-2000-001, roe-2000-002, roe-2000-003 and 296 more" in told
    assert "298: is a new version of itself by way of roe-2000-299, roe-2000-000, roe-2000-001 and 296 more" in told


def test_works_that_pool_each_other_by_way_of_others_are_told_and_a_chain_is_none(tmp_path: Path, run: Run) -> None:
    record = (
        '[[reference]]\nid = "roe-2000-{0}"\ntype = "article-journal"\ntitle = "T {0}"\nauthor = ["Roe, J"]\n'
        'container-title = "J"\nissued = 2000\nlanguage = "en"\ndesign = ["meta-analysis"]\ncompounds = ["semax"]\n'
        'pools = [{1}]\ntrace = [{{ registry = "publisher", seen = "journal.example/{0}" }}]\n\n'
    )
    pools = {"a": "bd", "b": "dc", "c": "ea", "d": "e", "e": "", "f": "f"}
    text = "".join(
        record.format(one, ", ".join(f'"roe-2000-{other}"' for other in told)) for one, told in pools.items()
    )
    (tmp_path / "references.toml").write_text(text)
    said = run("--data", str(tmp_path), "check").stdout.replace("roe-2000-", "")
    told = [line.partition(": ")[2] for line in said.splitlines() if "pools itself" in line]
    assert told == [
        *(f"{one}: pools itself by way of {way}" for one, way in (("a", "b, c"), ("b", "c, a"), ("c", "a, b"))),
        "f: pools itself",
    ]


@pytest.mark.parametrize(("first", "second"), [("onex", "onex"), ("twox", "onex")], ids=["itself", "each other"])
def test_no_compound_derives_from_itself(tmp_path: Path, run: Run, first: str, second: str) -> None:
    (tmp_path / "compounds").mkdir()
    for name, parent in (("onex", first), ("twox", second)):
        own = OWN.format("Mine.").replace("ownax", name).replace("Ownax", name.title())
        (tmp_path / "compounds" / f"{name}.toml").write_text(f'{own}parent = "{parent}"\n')
    said = run("--data", str(tmp_path), "check").stdout
    assert f"onex: derives from itself{'' if first == 'onex' else ' by way of twox'}\n" in said
    for command in (("show", "onex"), ("compare", "onex", "twox"), ("list",), ("audit", str(tmp_path / "a.md"))):
        (tmp_path / "a.md").write_text("Onex is like Twox.\n")
        assert run("--data", str(tmp_path), *command).returncode == 0


@pytest.mark.parametrize("name", ["alphatide", "othertide"])
def test_two_files_of_one_id_are_told_whichever_comes_first(run: Run, tmp_path: Path, name: str) -> None:
    assert run("--data", str(tmp_path), "new", "Labtide").returncode == 0
    text = (tmp_path / "compounds" / "labtide.toml").read_text(encoding="utf-8")
    copied = text.replace('name = "Labtide"', f'name = "{name.title()}"')
    (tmp_path / "compounds" / f"{name}.toml").write_text(copied, encoding="utf-8")
    done = run("check", str(tmp_path))
    assert done.returncode == 1
    assert f"{name}.toml; file name and id must be the same" in done.stdout


def test_what_data_say_is_no_line_of_its_own_in_a_message(run: Run, tmp_path: Path) -> None:
    (tmp_path / "references.toml").write_text('"a\\nforged" = 1\n')
    done = run("--data", str(tmp_path), "list")
    assert (done.returncode, done.stderr.count("\n")) == (3, 1)


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


# -- size ----------------------------------------------------------------------------------------------------------

MANY = """[[reference]]
id = "moss-2011-word{0:06}"
type = "article-journal"
title = "Primax and the memory of rats, part {0}"
author = ["Moss, A. B."]
issued = 2011
container-title = "Journal of Examples"
DOI = "10.5555/moss.{0}"
language = "en"
compounds = ["primax"]
design = ["animal-in-vivo"]
trace = [{{ registry = "PubMed", URL = "example.org/{0}" }}]
{1}
"""
COMPOUND = 'id = "{0}"\nname = "{0}"\nclass = "made"\nsummary = "?"\nprimary-mechanism = "?"\ndistinction = "?"\n'


def worked(folder: Path) -> float:
    """Return the processor's time in which a folder is checked, the better of two times.

    How long garbage is looked for hangs on what else lives in the process of the tests.
    """
    took = []
    gc.disable()
    try:
        for _ in range(2):
            start = time.process_time()
            check(folder)
            took.append(time.process_time() - start)
    finally:
        gc.enable()
    return min(took)


@pytest.mark.parametrize("fault", ["", "unknown-key = 1", 'id = "moss-2011-twice"', 'topics = ["nothing"]'])
def test_the_time_it_takes_grows_with_the_references_and_not_with_their_square(tmp_path: Path, fault: str) -> None:
    took = []
    for count in (2000, 8000):
        shutil.copytree(MINI, tmp_path / str(count))
        with (tmp_path / str(count) / "references.toml").open("a") as file:
            for i in range(count):
                text = MANY.format(i, "" if fault.startswith("id") else fault)
                file.write(re.sub("^id = .*", fault, text, flags=re.MULTILINE) if fault.startswith("id") else text)
        took.append(worked(tmp_path / str(count)))
    assert took[1] / took[0] < 6.5  # four times the size; by their square it would be sixteen times the time


def test_the_time_it_takes_grows_with_the_compounds_and_not_with_their_square(tmp_path: Path) -> None:
    took = []
    for count in (250, 1000):
        shutil.copytree(MINI, tmp_path / str(count))
        for i in range(count):
            key = f"made{i:05}"
            text = COMPOUND.format(key) + "".join(
                f'\n[[identifier]]\nkind = "{kind}"\nvalue = "{value}"\n'
                for kind, value in (("UNII", f"U{i:09}"), ("PubChem CID", str(10**6 + i)))
            )
            (tmp_path / str(count) / "compounds" / f"{key}.toml").write_text(text)
        took.append(worked(tmp_path / str(count)))
    assert took[1] / took[0] < 6.5


def test_a_data_file_larger_than_64_mb_is_refused_by_name_and_by_every_command(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "references.toml"
    with path.open("wb") as file:
        file.truncate(64_000_001)
    for arguments, status in ((("--data", str(tmp_path), "list"), 3), (("check", str(tmp_path)), 1)):
        done = run(*arguments, PEPTIDE_CACHE="")
        assert done.returncode == status
        assert f"{path}: has 64 MB; at most 64 MB are read" in done.stdout + done.stderr


def test_every_folder_that_is_given_is_checked(run: Run, tmp_path: Path) -> None:
    bad, good = tmp_path / "bad", tmp_path / "good"
    for folder in (bad, good):
        folder.mkdir()
    (bad / "statements.toml").write_text('[[statement]]\nid = "x"\n', encoding="utf-8")
    (good / "sources.toml").write_text("", encoding="utf-8")
    told = run("--data", str(bad), "--data", str(good), "check")
    assert told.returncode == 1
    assert f"{bad / 'statements.toml'}:1: " in told.stdout
    assert f"{good}: 2 files, 0 records, " in told.stdout
