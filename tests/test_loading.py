"""Data folders: valid ones are read, invalid ones are named with file, line and reason."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import platformdirs
import pytest

from conftest import MINI, Run
from peptidecli.dataset import locations, reading
from peptidecli.dataset.dataset import of_folders
from peptidecli.errors import DatasetError

INVALID = sorted((Path(__file__).parent / "data" / "invalid").glob("*.txt"))


def broken(folder: Path, recipe: Path) -> tuple[str, int, str]:
    """Make in `folder` the dataset a recipe describes; return the file, line and reason it is to be refused with.

    A recipe is the small dataset with one passage of one file replaced: file, old and new text, then the refusal.
    """
    shutil.copytree(MINI, folder, dirs_exist_ok=True)
    parts = re.split(r"^--- (?:file|old|new|refused)\n?", recipe.read_text(), flags=re.MULTILINE)
    name, old, new, refused = (part.strip("\n") for part in parts[1:])
    path = folder / name.strip()
    text = path.read_text()
    assert text.count(old) == 1, f"{recipe.name}: the old text must stand once in {name}"
    path.write_text(text.replace(old, new))
    line, _, reason = refused.partition(":")
    return name.strip(), int(line), reason.strip()


def test_there_are_recipes() -> None:
    assert len(INVALID) >= 10


@pytest.mark.parametrize("recipe", INVALID, ids=lambda path: path.stem)
def test_a_broken_file_is_named_with_line_and_reason(recipe: Path, tmp_path: Path) -> None:
    name, line, reason = broken(tmp_path, recipe)
    with pytest.raises(DatasetError) as error:
        of_folders([tmp_path])
    assert error.value.path == tmp_path / name
    assert (error.value.line, error.value.reason) == (line, reason)


def test_the_small_dataset_is_read() -> None:
    dataset = of_folders([MINI])
    assert list(dataset.compounds) == ["primax", "secax"]
    assert dataset.chemistry("primax")[0] == "C37H51N9O10S"
    assert dataset.references_of("secax") == ("baker-2010-trial",)


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    shutil.copytree(MINI, tmp_path, dirs_exist_ok=True)
    (tmp_path / "compounds" / "primax.toml").write_bytes(b'id = "primax"\nname = "\xff"\n')
    with pytest.raises(DatasetError, match="not UTF-8"):
        of_folders([tmp_path])


def test_a_folder_without_compounds_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="no compounds"):
        of_folders([tmp_path])


def test_a_later_folder_adds_and_replaces_by_id(tmp_path: Path) -> None:
    (tmp_path / "compounds").mkdir()
    own = (MINI / "compounds" / "secax.toml").read_text()
    (tmp_path / "compounds" / "secax.toml").write_text(own.replace('name = "Secax"', 'name = "Secax of our own"'))
    (tmp_path / "compounds" / "tertiax.toml").write_text(own.replace("secax", "tertiax").replace("Secax", "Tertiax"))
    dataset = of_folders([MINI, tmp_path])
    assert dataset.compounds["secax"].name == "Secax of our own"
    assert list(dataset.compounds) == ["primax", "secax", "tertiax"]


OWN = 'id = "ownax"\nname = "Ownax"\nclass = "test"\nsummary = "{}"\nprimary-mechanism = "?"\ndistinction = "?"\n'


def test_own_data_are_found_through_option_variable_and_user_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "peptide" / "compounds").mkdir(parents=True)
    (tmp_path / "peptide" / "compounds" / "ownax.toml").write_text(OWN.format("Mine."))
    folder = str(tmp_path / "peptide")
    assert run("show", "ownax").returncode == 1
    assert "Mine." in run("--data", folder, "show", "ownax").stdout
    assert "Mine." in run("show", "ownax", PEPTIDE_DATA=folder).stdout
    assert "Mine." in run("show", "ownax", XDG_DATA_HOME=str(tmp_path)).stdout


def test_a_broken_dataset_exits_3_with_file_and_reason_and_no_traceback(run: Run, tmp_path: Path) -> None:
    (tmp_path / "compounds").mkdir()
    (tmp_path / "compounds" / "x.toml").write_text('id = "x"\nname = \n')
    done = run("--data", str(tmp_path), "show", "semax")
    assert (done.returncode, done.stdout) == (3, "")
    assert f"{tmp_path}/compounds/x.toml:2: not valid TOML" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_of_own_data_without_any_is_told_but_where_it_is_to_be_filled(run: Run, tmp_path: Path) -> None:
    (tmp_path / "reference.toml").write_text("", encoding="utf-8")
    for arguments in (("list",), ("semax bdnf",), ("show", "semax", "--section", "identity")):
        done = run("--data", str(tmp_path), *arguments)
        assert (done.returncode, done.stderr.count("holds no data of its own")) == (0, 1), done.stderr
    assert run("--data", str(tmp_path), "new", "Xtide").stderr == ""
    assert run("--data", str(tmp_path), "list").stderr == ""


def test_a_missing_folder_of_own_data_exits_3(run: Run, tmp_path: Path) -> None:
    done = run("--data", str(tmp_path / "nowhere"), "list")
    assert done.returncode == 3
    assert "no such folder" in done.stderr


def test_a_changed_file_is_read_again_in_spite_of_the_cache(run: Run, tmp_path: Path) -> None:
    (tmp_path / "compounds").mkdir()
    path = tmp_path / "compounds" / "ownax.toml"
    path.write_text(OWN.format("Before."))
    assert "Before." in run("--data", str(tmp_path), "show", "ownax").stdout
    path.write_text(OWN.format("Afterwards."))
    assert "Afterwards." in run("--data", str(tmp_path), "show", "ownax").stdout


def test_a_residue_that_is_none_of_the_twenty_has_no_mass_and_is_shown(run: Run, tmp_path: Path) -> None:
    (tmp_path / "compounds").mkdir()
    text = OWN.format("Mine.") + '\n[sequence]\nresidues = "MXP"\n'
    (tmp_path / "compounds" / "ownax.toml").write_text(text)
    done = run("--data", str(tmp_path), "show", "ownax", "-f", "json")
    assert (done.returncode, done.stderr) == (0, "")
    assert '"molar-mass": null' in done.stdout
    assert "Met-Xaa-Pro" in run("--data", str(tmp_path), "show", "ownax").stdout


def test_a_pointer_that_leads_nowhere_is_named_in_a_file_that_is_read_in_pieces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "AT_ONCE", 2000)
    shutil.copytree(MINI, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "references.toml"
    head, mark, last = path.read_text().rpartition("[[reference]]")
    more = [mark + re.sub(r'id = "[^"]*"', f'id = "zed-{number}"', last, count=1) for number in range(9)]
    path.write_text(head + mark + "\n".join([last, *more]))
    assert [key for key in of_folders((tmp_path,)).references if "zed" in key] == [f"zed-{n}" for n in range(9)]
    path.write_text(
        re.sub(r"compounds = \[[^]]*\](?!.*compounds)", 'compounds = ["nobody"]', path.read_text(), flags=re.S)
    )
    with pytest.raises(DatasetError, match=r"zed-8: there is no compound 'nobody'"):
        of_folders((tmp_path,))


def test_elsewhere_than_on_linux_own_data_lie_where_the_platform_has_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setattr(platformdirs, "user_data_path", lambda name, **_: Path("/platform") / name)
    assert locations.user_data_folder() == Path("/platform/peptide")
    monkeypatch.setenv("XDG_DATA_HOME", "/somewhere")
    assert locations.user_data_folder() == Path("/somewhere/peptide")


@pytest.mark.parametrize("command", [("show", "primax"), ("list",), ("search", "anxiety"), ("cite", "fox")])
def test_an_entry_that_is_there_twice_is_told_by_every_command_as_by_check(
    run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    name, line, reason = broken(tmp_path, INVALID[0].with_name("claim-twice.txt"))
    done = run("--data", str(tmp_path), *command)
    said = f"{tmp_path / name}:{line}: {reason}"
    assert (done.returncode, done.stderr) == (3, f"peptide: {said}\n")
    assert said in run("check", str(tmp_path)).stdout.splitlines()


def test_an_id_that_is_there_twice_in_a_large_file_is_named_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "AT_ONCE", 100)
    name, line, reason = broken(tmp_path, INVALID[0].with_name("id-twice.txt"))
    with pytest.raises(DatasetError) as error:
        of_folders([tmp_path])
    assert (error.value.path, error.value.line, error.value.reason) == (tmp_path / name, line, reason)
