"""Whoever writes may be killed at any step: what was there is there, or what was to be, and both whole."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import MINI, PROGRAM, TESTS, Run
from registries import Registries, serving

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="no such signals there"),
]

NEW = """@article{moss, author = {Moss, Ada}, title = {Primax and the memory of voles}, journal = {Voles}, year = 2012,
  doi = {10.5555/voles.1}}
"""
LACKING = """
[[reference]]
id = "moss-2011-memory"
type = "article-journal"
title = "Primax and the memory of rats"
author = ["Moss, A. B."]
author-complete = false
issued = 2011
container-title = "Journal of Examples"
PMID = "11111111"
language = "en"
compounds = ["primax"]
design = ["animal-in-vivo"]
trace = [{ registry = "PubMed", URL = "pubmed.ncbi.nlm.nih.gov/11111111/", seen = "title", read = 2026-11-20 }]
"""
WHOLE: dict[str, Any] = {
    "title": "Primax and the memory of rats",
    "author": [("Moss", "Anna B"), ("Reed", "Carl")],
    "issued": 2011,
    "journal": "Journal of Examples",
    "volume": "7",
}

Content = dict[str, bytes]


def content(folder: Path) -> Content:
    """Return every file of a folder but the droppings of a writer that was killed, which begin with a dot."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    }


class Writer:
    """A command that writes into a folder, run again and again from the same beginning."""

    def __init__(self, tmp_path: Path, environment: dict[str, str], start: Callable[[Path], object]) -> None:
        self.folder = tmp_path / "own"
        self.start = start
        self.environment = environment | {"PYTHONDONTWRITEBYTECODE": "1"}

    def run(self, *arguments: str, step: int = 0, size: int = -1, again: bool = False) -> int:
        """Run the command until it is killed; return its exit status."""
        if not again:
            shutil.rmtree(self.folder, ignore_errors=True)
            self.folder.mkdir()
            self.start(self.folder)
        command = [sys.executable, str(TESTS / "dying.py"), str(self.folder), str(step), str(size), "--", *arguments]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode in {0, 1, -signal.SIGKILL, -signal.SIGXFSZ}, done.stderr
        return done.returncode

    def dies_everywhere(self, *arguments: str, status: int = 0, together: bool = True) -> None:
        """Kill the command at each of its steps and sizes; hold what it leaves against before and after.

        With `together` all files are the old or all are the new ones; without, each is by itself.
        """
        assert self.run(*arguments) == status
        after = content(self.folder)
        shutil.rmtree(self.folder)
        self.folder.mkdir()
        self.start(self.folder)
        before = content(self.folder)
        changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
        assert changed
        largest = max(len(after.get(name, b"")) for name in changed)
        sizes = [0, 1, largest // 2, largest - 1]
        seen = []
        ways = [{"size": size} for size in sizes] + [{"step": step} for step in range(1, 1000)]
        for way in ways:
            ended = self.run(*arguments, step=way.get("step", 0), size=way.get("size", -1))
            now = content(self.folder)
            if together:
                assert now in (before, after), (way, ended)
            assert all(now.get(name) in (before.get(name), after.get(name)) for name in now.keys() | after.keys()), way
            if ended == status and "step" in way:
                break
            seen.append(now == after)
        assert len(seen) > len(sizes) + 2
        assert False in seen
        if together and len(changed) == 1:  # what a killed writer leaves is in nobody's way
            assert self.run(*arguments, step=3) == -signal.SIGKILL
            assert self.run(*arguments, again=True) == status
            assert content(self.folder) == after


def own_data(folder: Path) -> None:
    shutil.copytree(MINI, folder, dirs_exist_ok=True)
    with (folder / "references.toml").open("a") as file:
        file.write(LACKING)
    (folder / "notes.txt").write_text("mine\n")
    (folder / "references.toml~").write_text("an editor's\n")


def test_add(tmp_path: Path, environment: dict[str, str]) -> None:
    (tmp_path / "new.bib").write_text(NEW)
    writer = Writer(tmp_path, environment | {"PEPTIDE_CACHE": ""}, own_data)
    writer.dies_everywhere("--data", str(writer.folder), "add", str(tmp_path / "new.bib"))


def test_new(tmp_path: Path, environment: dict[str, str]) -> None:
    writer = Writer(tmp_path, environment | {"PEPTIDE_CACHE": ""}, own_data)
    writer.dies_everywhere("--data", str(writer.folder), "new", "Tertiax")


@pytest.fixture
def registries() -> Iterator[Registries]:
    with serving() as held:
        yield held


def test_verify_fill(tmp_path: Path, environment: dict[str, str], registries: Registries) -> None:
    registries.pubmed["11111111"] = WHOLE
    writer = Writer(tmp_path, environment | registries.environment() | {"PEPTIDE_CACHE": ""}, own_data)
    writer.dies_everywhere("--data", str(writer.folder), "verify", "moss-2011-memory", "--fill", "--yes", status=1)


@pytest.mark.parametrize("name", ["all.sqlite", "all.bib", "tables"])
def test_export(tmp_path: Path, environment: dict[str, str], name: str) -> None:
    data = tmp_path / "data"
    shutil.copytree(MINI, data)

    def start(folder: Path) -> None:
        if "tables" in name:
            (folder / name).mkdir()
            (folder / name / "compound.csv").write_text("of an earlier export\n")
            made = {"name": "peptide", "resources": [{"path": "compound.csv"}]}
            (folder / name / "datapackage.json").write_text(json.dumps(made))
        else:
            (folder / name).write_text("of an earlier export\n")
        (folder / "notes.txt").write_text("mine\n")

    writer = Writer(tmp_path, environment, start)
    writer.dies_everywhere(
        "--data", str(data), "export", str(writer.folder / name), "--force", together=name != "all.sqlite"
    )


def test_the_journal_of_an_audit(tmp_path: Path, environment: dict[str, str]) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(6):
        (pages / f"{number}.md").write_text("# Semax\n\nThe molar mass of Semax is 887.04 g/mol.\n")
    writer = Writer(tmp_path, environment, Path.exists)
    arguments = ("audit", str(pages), "--jobs", "1", "--resume", str(writer.folder / "journal"), "-f", "json")
    assert writer.run(*arguments) == 1
    whole = content(writer.folder)
    size = len(whole["journal"])
    for kept in (0, 1, size // 3, size // 2, size - 1):
        assert writer.run(*arguments, size=kept) == -signal.SIGXFSZ
        assert content(writer.folder).get("journal", b"") == whole["journal"][:kept]
        assert writer.run(*arguments, again=True) == 1
        assert content(writer.folder) == whole


@pytest.mark.parametrize(
    "text",
    [
        "my notes",
        "my notes\n",
        '{"file":1}\n',
        "\n",
        "[]",
        "{\n",
        '{"check":"my own settings","a":1}',
        '{"check":"a","b":1}\n{"check":"b","c":1}',
    ],
)
def test_a_file_that_is_no_journal_stays_as_it_is(tmp_path: Path, environment: dict[str, str], text: str) -> None:
    page, mine = tmp_path / "page.md", tmp_path / "mine"
    page.write_text("# Semax\n")
    mine.write_text(text)
    command = [str(PROGRAM), "audit", str(page), "--resume", str(mine)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "is no journal of an audit" in done.stderr
    assert mine.read_text() == text


# -- nobody else writes ----------------------------------------------------------------------------------------------

READING = (
    "show primax", "primax", "compare primax secax", "cite abel", "search memory", "trials", "list", "evidence", "faq",
    "check", "info", "audit {article}", "open primax --print", "schema compound", "completion", "export {out}",
    "add {bib} --dry-run", "verify moss-2011-memory --fill",
)  # fmt: skip


def test_no_other_command_writes_into_own_data(
    tmp_path: Path, environment: dict[str, str], registries: Registries
) -> None:
    registries.pubmed["11111111"] = WHOLE
    own = tmp_path / "own"
    own.mkdir()
    own_data(own)
    (tmp_path / "new.bib").write_text(NEW)
    (tmp_path / "article.md").write_text("# Primax\n\nPrimax (Abel 2001).\n")

    def state() -> dict[str, tuple[int, int, int]]:
        return {str(p): (s.st_ino, s.st_mtime_ns, s.st_size) for p in own.rglob("*") for s in (p.stat(),)}

    before = state()
    for line in READING:
        words = line.format(article=tmp_path / "article.md", out=tmp_path / "out.bib", bib=tmp_path / "new.bib").split()
        more = environment | registries.environment() | {"PEPTIDE_CACHE": str(tmp_path / "cache")}
        command = [str(PROGRAM), "--data", str(own), *words]
        done = subprocess.run(command, env=more, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False)
        assert b"fault in the program" not in done.stderr
        assert state() == before, line


def test_an_edit_made_while_a_difference_is_being_looked_at_is_not_lost(tmp_path: Path) -> None:
    from peptidecli.answers import verify  # noqa: PLC0415
    from peptidecli.errors import DatasetError  # noqa: PLC0415

    own_data(tmp_path)
    path = tmp_path / "references.toml"
    before = path.read_text()
    filled = verify.Filled(file=str(path), before=before, text=before + "# filled in\n", difference="", references=1)
    path.write_text(before + "# an edit\n")
    with pytest.raises(DatasetError, match="has been changed since it was read"):
        verify.write([filled])
    assert path.read_text() == before + "# an edit\n"
    path.write_text(before)
    verify.write([filled])
    assert path.read_text() == filled.text


def test_a_data_file_that_is_a_link_or_ends_its_lines_as_windows_does_stays_so(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    own, elsewhere = tmp_path / "own", tmp_path / "elsewhere"
    shutil.copytree(MINI, own)
    elsewhere.mkdir()
    real = elsewhere / "mine.toml"
    real.write_bytes((own / "references.toml").read_bytes().replace(b"\n", b"\r\n"))
    before = real.read_bytes()
    (own / "references.toml").unlink()
    (own / "references.toml").symlink_to(real)
    (tmp_path / "new.bib").write_text(NEW)
    command = [str(PROGRAM), "--data", str(own), "add", str(tmp_path / "new.bib")]
    done = subprocess.run(
        command, env=environment | {"PEPTIDE_CACHE": ""}, capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert (own / "references.toml").is_symlink()
    after = real.read_bytes()
    assert after.count(b"\r\n") == after.count(b"\n") > before.count(b"\n")
    assert set(before.split(b"\r\n")) <= set(after.split(b"\r\n"))
    assert list(elsewhere.iterdir()) == [real]


def _dead() -> int:
    """Return the number of a process that is no more."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


@pytest.mark.parametrize("target", ["a.bib", "a.sqlite", "tables"])
def test_what_a_killed_export_has_left_is_taken_away_by_the_next(run: Run, tmp_path: Path, target: str) -> None:
    dead, living = tmp_path / f".{target}.{_dead()}.peptide-part", tmp_path / f".{target}.{os.getpid()}.peptide-part"
    other = tmp_path / f".another.{_dead()}.peptide-part"
    for folder in (dead, living, other):
        folder.mkdir()
        (folder / "half.csv").write_text("half")
    if target == "tables":  # the whole one, put aside a moment before it was to be replaced
        (tmp_path / f".tables.{_dead()}.peptide-old").mkdir()
    assert run("export", str(tmp_path / target), "--force").returncode == 0
    left = {path.name for path in tmp_path.iterdir()} - {"datasette.json"}
    assert left == {target, living.name, other.name}


def test_what_a_killed_new_has_left_is_taken_away_by_the_next(run: Run, tmp_path: Path) -> None:
    (tmp_path / "compounds").mkdir()
    (tmp_path / "compounds" / f".labtide.toml.{_dead()}-a1b2c3d4.peptide-part").write_text("half")
    assert run("--data", str(tmp_path), "new", "Labtide").returncode == 0
    assert [path.name for path in (tmp_path / "compounds").iterdir()] == ["labtide.toml"]


def test_what_only_looks_like_something_left_is_not_touched(run: Run, tmp_path: Path) -> None:
    (tmp_path / "new.bib").write_text(NEW)
    own = tmp_path / "own"
    kept = [
        *(own / f".references.toml.{number}-{what}" for number in (2023, _dead()) for what in ("mybackup", "11270716")),
        own / "compounds" / f".labtide.toml.{_dead()}-mybackup",
        own / f".references.toml.{_dead()}.peptide-part",  # of a file no folder is one
        *(own / f".x.ris.{_dead()}{what}" for what in (".part", ".old", "-mybackup")),
    ]
    for folder in kept:
        folder.mkdir(parents=True)
        (folder / "precious").write_text("mine")
    for line in (["add", str(tmp_path / "new.bib")], ["new", "Labtide"], ["export", str(own / "x.ris")]):
        done = run("--data", str(own), *line)
        assert done.returncode == 0, done.stderr
    assert [(folder / "precious").read_text() for folder in kept] == ["mine"] * len(kept)


def test_an_export_that_is_ended_by_quit_leaves_nothing(environment: dict[str, str], tmp_path: Path) -> None:
    with subprocess.Popen([str(PROGRAM), "export", str(tmp_path / "tables")], env=environment) as process:
        while process.poll() is None and not list(tmp_path.iterdir()):
            time.sleep(0.001)
        process.send_signal(signal.SIGQUIT)
    assert [path.name for path in tmp_path.iterdir()] in ([], ["tables"])
