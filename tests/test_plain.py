"""What is read without Typer is answered as Typer would have it answered, letter by letter."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from conftest import Run
from peptidecli.cli.app import app
from peptidecli.cli.commands import COMMANDS
from peptidecli.cli.completion import answer_tab, keep_rich_out
from peptidecli.cli.plain import plain_call
from peptidecli.errors import PeptideError

WORDS = ["semax", "selank", "tp-7", "Семакс", "semxa", "dolotov", "2006", "hippocampus", "stroke", "semaglutide", "",
         " ", "fda", "help", "shwo", "memory?", "[/]", "don't", "café", "9616232"]  # fmt: skip
OPTIONS = ["-f", "--format", "--compound", "--all", "--data", "-h", "--version", "--json", "-", "--", "-fjson",
           "--format=csv", "--plain", "--topic", "-s"]  # fmt: skip
VALUES = ["table", "json", "csv", "markdown", "svg", "ndjson", "html", "bibtex", "ris", "text", "JSON", "-f", "semax"]

typed = st.lists(
    st.one_of(
        st.sampled_from(list(COMMANDS)), st.sampled_from(WORDS), st.sampled_from(OPTIONS), st.sampled_from(VALUES)
    ),
    min_size=1,
    max_size=5,
)
plainly = st.builds(
    lambda command, words, options: [command, *words, *options],
    st.sampled_from(["show", "compare", "cite", "search", "trials", "list", "evidence", "faq", "info", *WORDS]),
    st.lists(st.sampled_from(WORDS), max_size=3),
    st.lists(st.sampled_from(VALUES), max_size=1).flatmap(
        lambda value: st.sampled_from(["-f", "--format", "--compound"]).map(lambda name: [name, *value] * len(value))
    ),
)  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def _no_data_of_the_tester(tmp_path_factory: pytest.TempPathFactory) -> Any:
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            patch.setenv(name, str(home))
        patch.setenv("COLUMNS", "80")
        for name in ("PEPTIDE_DATA", "PEPTIDE_PLAIN", "PEPTIDE_NO_LINKS", "PEPTIDE_NO_PAGER"):
            patch.delenv(name, raising=False)
        yield


def outcome(capfdbinary: Any, call: Any) -> tuple[int | str | None, bytes, bytes]:
    """Return how a call ends, and what it writes to stdout and stderr."""
    try:
        call()
        status: int | str | None = 0
    except SystemExit as end:
        status = end.code
    except PeptideError as error:
        status = f"{error.exit_code}: {error}"
    return status, *capfdbinary.readouterr()


def by_typer(arguments: Sequence[str]) -> None:
    app(list(arguments), prog_name="peptide")


@pytest.mark.parametrize("strategy", [typed, plainly], ids=["anything", "plain"])
def test_both_readings_answer_alike(strategy: st.SearchStrategy[list[str]], capfdbinary: Any) -> None:
    read = []

    @given(arguments=strategy)
    @example(arguments=["show", "semax"])
    @example(arguments=["cite", "--compound", "tuftsin", "-f", "bibtex"])
    @example(arguments=["semax", "side", "effects", "-f", "json"])
    @example(arguments=["--data", "nowhere", "show", "semax"])
    @example(arguments=["compare", "semax"])
    def holds(arguments: list[str]) -> None:
        call = plain_call(arguments, os.environ)
        if call:
            read.append(arguments)
            assert outcome(capfdbinary, call) == outcome(capfdbinary, lambda: by_typer(arguments))

    holds()
    assert read


@pytest.mark.parametrize(
    "arguments",
    [
        ["show"], ["show", "semax", "selank"], ["show", "--all", "semax"], ["show", "semax", "-f", "bibtex"], ["help"],
        ["list", "semax"], ["show", "semax", "-f"], ["show", "semax", "-f", "json", "--format", "csv"],
        ["audit", "x.md"], ["show", "semax", "--compound", "selank"], ["-h"], ["show", "\udcff"], [],
    ],
    ids=str,
)  # fmt: skip
def test_what_is_not_plain_is_left_to_typer(arguments: list[str]) -> None:
    assert plain_call(arguments, {}) is None


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["cite", "--", "--json", "-f"], "No reference answers '--json -f'"),
        (["cite", "-f", "json", "--", "--json"], "No reference answers '--json'"),
        (["cite", "--json", "--", "-f"], "reference\n"),
        (["semax", "-f", "json", "--", "--json", "-f"], '"command": "search"'),
        (["semax", "--", "stroke", "-f"], "Semax"),
        (["semax", "--"], "IN SHORT"),
        (["--", "semax"], "IN SHORT"),
    ],
    ids=str,
)
def test_what_stands_behind_two_dashes_is_words(arguments: list[str], said: str, run: Run) -> None:
    done = run(*arguments)
    assert said in done.stdout + done.stderr
    assert "--json=" not in done.stdout + done.stderr


def test_a_screen_set_by_the_environment_is_left_to_typer() -> None:
    assert plain_call(["show", "semax"], {"PEPTIDE_PLAIN": "1"}) is None
    assert plain_call(["show", "semax"], {}) is not None


LINES = ["peptide show ", "peptide show se", "peptide show Семак", "peptide compare semax ", "peptide compare semax s",
         "peptide trials bpc", "peptide evidence ", "peptide show zz", "peptide compare semax semax",
         "peptide show b", "peptide --data nowhere show se"]  # fmt: skip


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_tab_on_a_name_offers_what_typer_would_offer(
    line: str, shell: str, monkeypatch: pytest.MonkeyPatch, capfdbinary: Any
) -> None:
    words = line.split(" ")
    monkeypatch.setenv("_PEPTIDE_COMPLETE", f"complete_{shell}")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    keep_rich_out()
    _, offered, _ = outcome(capfdbinary, lambda: by_typer([]))
    assert answer_tab(os.environ) == offered.decode()


@pytest.mark.parametrize(
    "line",
    ["peptide ", "peptide sh", "peptide show -", "peptide show --f", "peptide show semax ", "peptide cite do",
     "peptide show 'se", "peptide show se$", "peptide"],
)  # fmt: skip
def test_what_else_is_completed_is_left_to_typer(line: str) -> None:
    words = {"COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))}
    assert answer_tab({"_PEPTIDE_COMPLETE": "complete_bash", **words}) is None
    assert answer_tab({"_PEPTIDE_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": line}) is None
    assert answer_tab({"_PEPTIDE_COMPLETE": "source_bash"}) is None
