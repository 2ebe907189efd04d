"""What is shipped."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return set(zipfile.ZipFile(wheel).namelist())


def test_the_wheel_holds_the_data_folder_file_for_file(names: set[str]) -> None:
    shipped = {name.removeprefix("peptidecli/data/") for name in names if name.startswith("peptidecli/data/")}
    lying = {path.relative_to(ROOT / "data").as_posix() for path in (ROOT / "data").rglob("*") if path.is_file()}
    assert shipped == lying
    assert "references.toml" in shipped


DROPPINGS = (
    "semax.toml~", ".#semax.toml", "._semax.toml", "#semax.toml#", ".semax.toml.swp", "semax.toml.orig",
    "semax.toml.bak", ".DS_Store", ".references.toml-x1y2z3",
)  # fmt: skip


def test_what_editors_leave_in_a_tree_is_not_shipped_and_all_that_is_can_be_read_by_all(
    names: set[str], tmp_path: Path
) -> None:
    tree = tmp_path / "tree"
    tree.mkdir()
    for part in ("src", "data", "docs/man", "README.md", "LICENSE", "pyproject.toml"):
        target = tree / part
        target.parent.mkdir(exist_ok=True)
        (shutil.copytree if (ROOT / part).is_dir() else shutil.copy)(ROOT / part, target)
    for folder in ("data", "data/compounds", "src/peptidecli", "src/peptidecli/answers", "docs/man"):
        for name in DROPPINGS:
            (tree / folder / name).write_text("left behind\n")
    lock = tree / "data" / "compounds" / ".#selank.toml"
    lock.symlink_to("somebody@somewhere.1234")  # how Emacs marks a file that is being edited; it leads nowhere
    (tree / "data" / "compounds" / "semax.toml").chmod(0o600)
    (tree / "src" / "peptidecli" / "__main__.py").chmod(0o600)
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=tree, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    members = zipfile.ZipFile(wheel).infolist()
    assert {member.filename for member in members} == names
    assert {(member.external_attr >> 16) & 0o444 for member in members} == {0o444}


def test_the_wheel_holds_the_package_its_manual_pages_and_nothing_beside_them(names: set[str]) -> None:
    beside = {name for name in names if ".dist-info" not in name and not name.startswith("peptidecli/")}
    assert {name.partition("/")[2].rpartition("/")[0] for name in beside} == {"data/share/man/man1"}
    assert "peptidecli/__main__.py" in names
