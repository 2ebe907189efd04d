"""What takes long says so on a terminal, and Ctrl-C ends what it is meant for."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import PROGRAM
from test_terminal import ESCAPES

pytestmark = pytest.mark.slow

SLOW = (
    "import os, sys, time\nfrom peptidecli.dataset import reading\nread = reading.read_pieces\n"
    "def slow(path):\n    time.sleep(float(os.environ['SLOW']) if path.name == 'sources.toml' else 0)\n"
    "    yield from read(path)\n"
    "reading.read_pieces = slow\nfrom peptidecli.__main__ import main\nmain()"
)


def said_by(command: list[str], environment: dict[str, str]) -> tuple[str, str]:
    """Return what a program writes to stdout, a pipe, and to stderr, a terminal."""
    master, slave = pty.openpty()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=slave, stdin=slave)
    os.close(slave)
    chunks = b""
    while True:
        try:
            chunk = os.read(master, 65536)
        except OSError:
            break
        chunks += chunk
        if not chunk:
            break
    assert process.stdout is not None
    text = process.stdout.read().decode()
    assert process.wait() == 0
    os.close(master)
    return text, chunks.decode()


@pytest.mark.parametrize("plain", [[], ["--plain"]], ids=str)
def test_a_bar_is_shown_on_a_terminal_when_reading_takes_more_than_a_second(
    environment: dict[str, str], tmp_path: Path, plain: list[str]
) -> None:
    more = environment | {"PEPTIDE_CACHE": str(tmp_path / "cache"), "SLOW": "1.2"}
    command = [sys.executable, "-c", SLOW, "list", "-f", "csv"]
    if plain:
        more["PEPTIDE_PLAIN"] = "1"
    text, told = said_by(command, more)
    assert text.startswith("id,")
    assert "Reading the data: new or changed" in ESCAPES.sub("", told)
    assert ("%" in told) is not bool(plain)
    assert ("\x1b" in told) is not bool(plain)


def test_nothing_is_said_when_reading_is_quick_or_not_needed(environment: dict[str, str], tmp_path: Path) -> None:
    more = environment | {"PEPTIDE_CACHE": str(tmp_path / "cache"), "SLOW": "0"}
    for _ in range(2):
        assert said_by([sys.executable, "-c", SLOW, "list", "-f", "csv"], more)[1] == ""


def test_ctrl_c_in_the_pager_leaves_no_process_behind(environment: dict[str, str], tmp_path: Path) -> None:
    """A pager that goes on after Ctrl-C, as less does, keeps the terminal: the program ends after it."""
    log = tmp_path / "log"
    pager = tmp_path / "pager"
    pager.write_text(f"#!/bin/sh\ntrap 'echo interrupted >> {log}' INT\necho began >> {log}\n"
                     f"sleep 1; sleep 1\ncat > /dev/null\necho ended >> {log}\n")  # fmt: skip
    pager.chmod(0o755)
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [str(PROGRAM), "cite", "--limit", "0"], env=environment | {"PAGER": str(pager)},
        stdin=slave, stdout=slave, stderr=slave, start_new_session=True,
    )  # fmt: skip
    os.close(slave)
    until = time.monotonic() + 30
    while not log.exists() and time.monotonic() < until:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(timeout=30) == 0
    assert log.read_text().split()[-1] == "ended"
    assert "interrupted" in log.read_text()
    os.close(master)
