"""The program in real terminals and pipes."""

from __future__ import annotations

import os
import pty
import re
import subprocess
from collections.abc import Sequence

import pytest
from rich.cells import cell_len

from conftest import PROGRAM, Run
from peptidecli.dataset.dataset import Dataset

ESCAPES = re.compile(r"\x1b\]8;[^\x1b\x07]*(?:\x1b\\|\x07)|\x1b\[[0-9;]*m")


def in_terminal(environment: dict[str, str], arguments: Sequence[str], columns: int = 100) -> str:
    """Return what the program writes to a pseudo-terminal of that many columns."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [str(PROGRAM), *arguments],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=environment | {"COLUMNS": str(columns), "LINES": "50"},
    )
    os.close(slave)
    chunks = []
    while True:
        try:
            chunk = os.read(master, 65536)
        except OSError:
            break
        if not chunk:
            break
        chunks.append(chunk)
    process.wait()
    os.close(master)
    return b"".join(chunks).decode().replace("\r\n", "\n")


def test_a_terminal_gets_colour_and_links(environment: dict[str, str]) -> None:
    text = in_terminal(environment, ["cite", "dolotov", "hippocampus"])
    assert "\x1b[" in text
    assert re.search(r"\x1b\]8;[^;]*;https://doi\.org/10\.1016/j\.brainres\.2006\.07\.108\x1b\\", text)
    assert re.search(r"\x1b\]8;[^;]*;https://pubmed\.ncbi\.nlm\.nih\.gov/16996037/\x1b\\", text)


def test_no_color_takes_colour_away(environment: dict[str, str]) -> None:
    text = in_terminal(environment | {"NO_COLOR": "1"}, ["cite", "dolotov", "hippocampus"])
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", text)


def test_a_dumb_terminal_gets_plain_text(environment: dict[str, str]) -> None:
    text = in_terminal(environment | {"TERM": "dumb"}, ["list"])
    assert "\x1b[" not in text


def test_a_pipe_gets_plain_text(run: Run) -> None:
    for arguments in (("show", "semax"), ("compare", "semax", "selank"), ("cite", "dolotov"), ("list",), ("info",)):
        assert "\x1b" not in run(*arguments).stdout


@pytest.mark.parametrize("columns", [40, 48, 60, 80, 118, 120, 150, 200])
@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "semax", "--all"),
        ("show", "semax", "--all", "--plain"),
        ("show", "semax"),
        ("cite", "--compound", "semax"),
        ("list",),
        ("info",),
        ("search", "selank", "anxiety"),
        ("search", "opioid", "receptor", "--all"),
        ("search", "opioid", "receptor", "--all", "--plain"),
        ("trials",),
        ("trials", "semax"),
        ("evidence",),
    ],
    ids=str,
)
def test_no_line_is_wider_than_asked_unless_it_holds_one_long_word(
    run: Run, arguments: tuple[str, ...], columns: int
) -> None:
    lines = run(*arguments, "--width", str(columns)).stdout.splitlines()
    too_wide = [line for line in lines if cell_len(line) > columns]
    assert [line for line in too_wide if max(map(cell_len, line.split())) < columns // 2] == []


@pytest.mark.parametrize("columns", [60, 80, 140])
def test_no_identifier_is_broken_at_any_width(run: Run, bundled: Dataset, columns: int) -> None:
    text = run("cite", "--compound", "semax", "--limit", "0", "--width", str(columns)).stdout
    entries = bundled.references.some(bundled.references_of("semax"))
    numbers = [n.lower().removeprefix("pmc") for r in entries for n in (r.doi, r.pmid, r.pmcid) if n]
    words = {re.sub(r"^(doi:|pmid:|pmc)", "", word.lower()) for word in text.split()}
    assert [number for number in numbers if number not in words] == []


def test_nothing_is_cut_with_an_ellipsis(run: Run) -> None:
    asked = ("compare semax selank", "cite --compound selank", "list", "trials", "trials semax", "show semax")
    for width in ("40", "60", "80", "120", "150"):
        for arguments in map(str.split, asked):
            assert "…" not in run(*arguments, "--width", width).stdout


def test_lines_have_no_trailing_spaces(run: Run) -> None:
    for arguments in (("show", "semax"), ("compare", "semax", "selank"), ("cite", "dolotov"), ("list",)):
        assert [line for line in run(*arguments).stdout.splitlines() if line != line.rstrip()] == []


def test_a_pipe_that_is_closed_early_is_no_traceback(environment: dict[str, str]) -> None:
    for command in ("show semax --all", "cite", "cite -f json", "cite -f bibtex"):
        done = subprocess.run(
            ["bash", "-c", f"'{PROGRAM}' {command} | head -n 1"],
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.stdout.strip()
        assert done.stderr == ""


def test_words_say_what_stands_behind_a_claim(run: Run) -> None:
    text = run("show", "semax", "--all").stdout
    assert re.search(r"^  animal, found ", text, re.MULTILINE)
    assert re.search(r"^  controlled, better ", text, re.MULTILINE)
    assert not set(text) & set("◆●◐○▫")


def test_a_locale_without_these_letters_is_no_obstacle(run: Run, environment: dict[str, str]) -> None:
    narrow = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "latin-1"}
    assert "Семакс" in run("show", "semax", **narrow).stdout
    assert "read as Semax" in run("show", "semqx", **narrow).stderr
    assert "Met-Glu-His-Phe" in in_terminal(environment | narrow, ["show", "semax", "--plain", "--no-pager"])
