"""Streams that are closed, full or gone, and an interrupt at any moment: a sentence and the right status."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from conftest import PROGRAM
from peptidecli.dataset.stopping import undisturbed

needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")


def in_shell(line: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", line.replace("peptide", f"'{PROGRAM}'", 1)],
        env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


@needs_full
@pytest.mark.parametrize("command", ["list", "show semax", "cite -f json", "cite -f bibtex", "show semax -f svg"])
def test_a_full_disk_is_said(environment: dict[str, str], command: str) -> None:
    done = in_shell(f"peptide {command} > /dev/full", environment)
    assert (done.returncode, done.stderr) == (2, "peptide: the answer could not be written: No space left on device\n")


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("command", ["cite -f bibtex", "show semax --all", "show semax --all -f json"])
def test_a_disk_that_is_full_within_an_answer_is_said(
    environment: dict[str, str], tmp_path: Path, command: str, unbuffered: str
) -> None:
    # The limit is that of every file, so nothing else is written.
    more = {"PYTHONUNBUFFERED": unbuffered, "PYTHONDONTWRITEBYTECODE": "1", "PEPTIDE_CACHE": ""}
    done = in_shell(f"ulimit -f 20; peptide {command} > '{tmp_path}/answer'", environment | more)
    assert (done.returncode, done.stderr) == (2, "peptide: the answer could not be written: File too large\n")
    assert (tmp_path / "answer").stat().st_size in {20 * 1024, 20 * 512}  # some shells count in 512 bytes


@needs_full
@pytest.mark.parametrize("lost", ["2>/dev/full", "2> >(exec true)", "2>&-"])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_hint_that_cannot_be_told_costs_no_answer(environment: dict[str, str], lost: str, unbuffered: str) -> None:
    more = environment | {"PYTHONUNBUFFERED": unbuffered}
    heard = in_shell("peptide show semx", more)
    assert "read as Semax" in heard.stderr
    done = in_shell(f"peptide show semx {lost}", more)
    assert (done.returncode, done.stdout) == (0, heard.stdout)


def test_a_closed_output_is_said(environment: dict[str, str]) -> None:
    done = in_shell("peptide list >&-", environment)
    assert done.returncode == 2
    assert done.stderr.startswith("peptide: standard output is closed")
    assert done.stderr.count("\n") == 1


def test_a_closed_input_that_should_be_read_is_said(environment: dict[str, str], tmp_path: Path) -> None:
    for command in ("audit -", "audit - -f ndjson", f"audit - --corrected {tmp_path}/out.bib"):
        done = in_shell(f"peptide {command} <&-", environment)
        assert (done.returncode, done.stdout) == (2, ""), command
        assert "standard input is closed" in done.stderr
        assert done.stderr.count("\n") == 1
    assert in_shell("peptide list <&-", environment).returncode == 0


@needs_full
def test_errors_that_cannot_be_told_keep_their_status(environment: dict[str, str]) -> None:
    assert in_shell("peptide show zzz 2>/dev/full", environment).returncode == 1
    assert in_shell("peptide show zzz 2>&-", environment).returncode == 1
    assert in_shell("peptide list 2>&-", environment).returncode == 0


def test_a_terminal_of_no_possible_width_is_laid_out_for_the_widest(environment: dict[str, str]) -> None:
    done = in_shell("peptide show semax", environment | {"COLUMNS": "99999999999"})
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("command", ["cite -f csl-json", "show semax --all -f json", "trials -f html"])
def test_a_pipe_that_does_not_wait_and_a_slow_reader_get_the_whole_answer(
    environment: dict[str, str], command: str
) -> None:
    whole = in_shell(f"peptide {command}", environment).stdout
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    with subprocess.Popen([str(PROGRAM), *command.split()], env=environment, stdout=writing) as process:
        os.close(writing)
        time.sleep(1)
        with open(reading, encoding="utf-8") as pipe:  # noqa: PTH123
            assert pipe.read() == whole
    assert process.returncode == 0


def test_input_that_comes_bit_by_bit_through_a_pipe_that_does_not_wait_is_read_to_its_end(
    environment: dict[str, str],
) -> None:
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    with subprocess.Popen(
        [str(PROGRAM), "audit", "-"], env=environment, stdin=reading, stdout=subprocess.PIPE, text=True
    ) as process:
        os.close(reading)
        for _ in range(3):
            time.sleep(0.3)
            os.write(writing, b"Semax weighs 887.04 g/mol.\n\n")
        os.close(writing)
        assert "3 items checked" in process.communicate(timeout=60)[0]


READY = """
import signal, sys
import peptidecli.__main__ as program
assert signal.getsignal(signal.SIGINT) is signal.SIG_DFL
sys.argv = ["peptide", "evidence", "semax", "--explain"]
print("ready", flush=True)
program.main()
"""


def test_an_interrupt_ends_it_without_a_traceback_at_any_moment(environment: dict[str, str]) -> None:
    for step in range(10):
        with subprocess.Popen(
            [sys.executable, "-c", READY], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
        ) as process:  # fmt: skip
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            time.sleep(0.02 * step)
            process.send_signal(signal.SIGINT)
            said = process.communicate(timeout=60)[1]
        assert "Traceback" not in said, said
        assert process.returncode in {0, 130, -signal.SIGINT}, (process.returncode, said)


def test_an_interrupt_while_a_library_is_loaded_that_would_lose_it_ends_the_program(
    environment: dict[str, str],
) -> None:
    """msgspec passes over an error while it looks for the dates of Python, and crashes where it needs them."""
    code = """
import os, signal, sys
import peptidecli.__main__ as program
class Finder:
    def find_spec(name, *_):
        if name == "datetime":
            os.kill(os.getpid(), signal.SIGINT)
assert not {"datetime", "msgspec"} & sys.modules.keys()
sys.meta_path.insert(0, Finder)
sys.argv = ["peptide", "show", "semax"]
program.main()
"""
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


@pytest.mark.parametrize("main", [True, False], ids=["main thread", "another"])
def test_an_interrupt_is_held_back_where_it_would_break_a_library(main: bool) -> None:
    heard: list[str] = []

    def work() -> None:
        with undisturbed():
            if main:
                os.kill(os.getpid(), signal.SIGINT)
            heard.append("done")

    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        if main:
            with pytest.raises(KeyboardInterrupt):
                work()
        else:
            thread = threading.Thread(target=work)
            thread.start()
            thread.join()
        assert (heard, signal.getsignal(signal.SIGINT)) == (["done"], signal.default_int_handler)
    finally:
        signal.signal(signal.SIGINT, before)


def test_an_interrupt_that_comes_as_another_error_is_one_all_the_same(environment: dict[str, str]) -> None:
    """So it does while a class is made, before Python 3.12."""
    broken = """
import os, signal, sys
from peptidecli import __main__ as program
def run(_):
    try:
        {}
    except BaseException as error:
        raise RuntimeError("Error calling __set_name__ on 'cached_property' instance") from error
program._run = run
program.main()
"""
    ended = [
        subprocess.run(
            [sys.executable, "-c", broken.format(error)],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )
        for error in ("os.kill(os.getpid(), signal.SIGINT)", "raise ValueError")
    ]
    assert [(done.returncode, done.stderr[:32]) for done in ended] == [
        (130, ""),
        (1, "peptide: a fault in the program:"),
    ]


def test_an_ignored_interrupt_stays_ignored(environment: dict[str, str]) -> None:
    with subprocess.Popen(
        [str(PROGRAM), "list"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN),  # noqa: PLW1509
    ) as process:  # fmt: skip
        time.sleep(0.1)
        os.kill(process.pid, signal.SIGINT)
        out, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert b"Semax" in out


def test_of_an_empty_text_no_line_is_read(environment: dict[str, str]) -> None:
    assert '"lines": 0' in in_shell("peptide audit - -f json </dev/null", environment).stdout
