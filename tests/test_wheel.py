"""What is shipped."""

from __future__ import annotations

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


def test_the_wheel_holds_the_package_its_manual_pages_and_nothing_beside_them(names: set[str]) -> None:
    beside = {name for name in names if ".dist-info" not in name and not name.startswith("peptidecli/")}
    assert {name.partition("/")[2].rpartition("/")[0] for name in beside} == {"data/share/man/man1"}
    assert "peptidecli/__main__.py" in names
