"""The README tells the truth: every session in it is run, every command appears, the help has examples."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from conftest import PROGRAM, Run
from peptidecli.cli.commands import COMMANDS

README = Path(__file__).parent.parent / "README.md"
BLOCK = re.compile(r"(<!-- session -->\n```console\n)(.*?)(```\n)", re.DOTALL)


def played(session: str, environment: dict[str, str]) -> str:
    """Return a session with what its commands print now; stderr stands where a terminal would show it."""
    lines = []
    for command in re.findall(r"^\$ (.*)$", session, re.MULTILINE):
        done = subprocess.run(
            ["bash", "-c", f"{command} 2>&1"],
            env=environment | {"PATH": f"{PROGRAM.parent}:{environment['PATH']}", "COLUMNS": "80"},
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            check=False,
        )
        lines += [f"$ {command}", done.stdout.rstrip("\n")]
    return "\n".join(lines) + "\n"


def test_the_readme_has_sessions() -> None:
    assert len(BLOCK.findall(README.read_text(encoding="utf-8"))) >= 5


def test_every_session_in_the_readme_prints_what_it_says(environment: dict[str, str]) -> None:
    text = README.read_text(encoding="utf-8")
    now = BLOCK.sub(lambda block: block[1] + played(block[2], environment) + block[3], text)
    if os.environ.get("UPDATE_GOLDEN"):
        README.write_text(now, encoding="utf-8")
    assert now == README.read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme_and_has_help_with_two_examples(run: Run, command: str) -> None:
    assert f"`peptide {command}" in README.read_text(encoding="utf-8")
    text = run(command, "--help").stdout
    _, _, examples = text.partition("Examples:")
    assert examples.count(f"peptide {command}") == 2
    assert max(len(line) for line in text.splitlines()) <= 100


ELSEWHERE = {"my-data/", "article.md", "page.html", "library.bib", "verify", "16996037", "peptide.sqlite", "tables/"}
"""What an example is not run with: files that are not here, and the network."""


def test_the_examples_in_the_help_run(run: Run, tmp_path: Path) -> None:
    for command in COMMANDS:
        _, _, examples = run(command, "--help").stdout.partition("Examples:")
        for example in " ".join(examples.split()).split("·"):
            arguments = example.split()[1:]
            if not ELSEWHERE & set(arguments):
                assert run(*arguments, XDG_DATA_HOME=str(tmp_path)).returncode == 0, example


def test_the_overview_of_commands_is_whole(run: Run) -> None:
    text = run("--help").stdout
    assert [command for command in COMMANDS if not re.search(rf"^  {command} ", text, re.MULTILINE)] == []
    assert "..." not in text.partition("Commands:")[2]
