"""The manual pages are those of the commands as they are now, man reads them, and the wheel has them."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from conftest import PROGRAM
from peptidecli.cli.commands import COMMANDS

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "docs" / "man"
MAN = shutil.which("man")


def made() -> dict[str, str]:
    spec = importlib.util.spec_from_file_location("man", ROOT / "docs" / "man.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    pages: dict[str, str] = module.pages()
    return pages


def test_the_pages_are_those_of_the_commands_as_they_are() -> None:
    """`python docs/man.py` writes them anew."""
    pages = made()
    assert set(pages) == {"peptide.1", *(f"peptide-{name}.1" for name in COMMANDS)}
    assert {path.name: path.read_text(encoding="utf-8") for path in PAGES.glob("*")} == pages


@pytest.mark.skipif(not MAN, reason="man is not on this machine")
@pytest.mark.parametrize("name", ["peptide", *(f"peptide-{name}" for name in COMMANDS)])
def test_man_reads_each_without_a_word_against_it(name: str) -> None:
    command = ["man", "--warnings", "-l", str(PAGES / f"{name}.1")]
    done = subprocess.run(
        command, env=os.environ | {"MANWIDTH": "80", "LC_ALL": "C.UTF-8", "MANPAGER": "cat"}, capture_output=True,
        text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    text = re.sub(r".\x08", "", done.stdout)
    for heading in ("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "SEE ALSO"):
        assert re.search(rf"^{heading}$", text, re.MULTILINE), heading


def test_the_wheel_puts_them_where_man_looks(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert {Path(name).name for name in names if ".data/data/share/man/man1/" in name} == {
        path.name for path in PAGES.glob("*.1")
    }
    assert {"peptidecli/py.typed", "peptidecli/formats/page/page.css", "peptidecli/formats/page/page.js"} <= set(names)


def test_tab_lists_the_commands_and_imports_none_of_them(environment: dict[str, str]) -> None:
    code = (
        "import sys, atexit\n"
        "atexit.register(lambda: print(*(m for m in sys.modules if m.startswith('peptidecli.')), file=sys.stderr))\n"
        "sys.argv = ['peptide']\n"
        "from peptidecli.__main__ import main\n"
        "main()\n"
    )
    asked = {"_PEPTIDE_COMPLETE": "complete_bash", "COMP_WORDS": "peptide ", "COMP_CWORD": "1"}
    python = str(PROGRAM.with_name("python"))
    done = subprocess.run([python, "-c", code], env=environment | asked, capture_output=True, text=True, check=False)
    assert done.stdout.split() == list(COMMANDS)
    loaded = set(done.stderr.split())
    assert {name for name in loaded if name.startswith("peptidecli.cli.")} <= {
        "peptidecli.cli.app",
        "peptidecli.cli.completion",
    }
    assert not any(name.startswith(("peptidecli.answers.", "peptidecli.dataset.")) for name in loaded), loaded
