"""Compounds of which nothing is known, and a machine that lacks something: what is left out, and what is said."""

from __future__ import annotations

import errno
import json
import os
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from rich.console import Console

from conftest import MINI
from peptidecli import __main__ as program
from peptidecli.answers import compare, evidence, narrowing, search, trials
from peptidecli.answers.lookup import find
from peptidecli.answers.news import News
from peptidecli.answers.show import profile
from peptidecli.answers.verify import Verification
from peptidecli.answers.years import refuse_years
from peptidecli.cli.completion import answer_tab, offers
from peptidecli.dataset import locations
from peptidecli.dataset.dataset import Dataset, of_folders
from peptidecli.errors import DatasetError, NotFoundError, UsageError
from peptidecli.formats import html, markdown, tables
from peptidecli.formats.document import document
from peptidecli.formats.papers import paper
from peptidecli.terminal.compare import render_comparison
from peptidecli.terminal.console import make_console
from peptidecli.terminal.show import render_profile
from peptidecli.terminal.verify import render_news, render_verification

SHOWN = "\N{REPLACEMENT CHARACTER}"
BARE = """
id = "{name}"
name = "{title}"
class = "substance"
summary = "A substance of which nothing is known."
primary-mechanism = "Not known."
distinction = "None."
"""


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Return the small dataset with two compounds that have a name and nothing else."""
    folder = tmp_path_factory.mktemp("own")
    (folder / "compounds").mkdir()
    for name in ("nilax", "zerox"):
        text = BARE.format(name=name, title=name.capitalize())
        (folder / "compounds" / f"{name}.toml").write_text(text, encoding="utf-8")
    return of_folders((MINI, folder))


@pytest.fixture
def console() -> Console:
    return make_console(width=80, record=True)


def shown(console: Console, renderables: Any) -> str:
    with console.capture() as captured:
        for one in renderables:
            console.print(one)
    return captured.get()


def test_a_profile_of_nothing_has_no_empty_section(bare: Dataset, console: Console) -> None:
    page = profile(bare, *find(bare, "nilax"))
    text = shown(console, render_profile(console, bare, page))
    assert "A substance of which nothing is known." in text
    for heading in ("EVIDENCE", "SAFETY", "REFERENCES", "REGULATORY"):
        assert heading not in text.upper()
    written = markdown.document(paper(bare, page))
    assert written.startswith("# Nilax")
    assert "Does not hold" not in written
    assert "<svg" not in html.page(paper(bare, page))


def test_two_compounds_without_anything_are_set_side_by_side_all_the_same(bare: Dataset, console: Console) -> None:
    found = [find(bare, "nilax"), find(bare, "zerox")]
    for differences in (False, True):
        answer = compare.compare(bare, found, differences=differences)
        text = shown(console, render_comparison(console, bare, answer, differences=differences))
        assert ("Nilax" in text, "Sequence" in text) == (True, False)
        assert "Shared" not in markdown.document(paper(bare, answer))


def test_of_what_was_never_studied_there_is_no_evidence_and_no_trial(bare: Dataset) -> None:
    nilax = bare.compounds["nilax"]
    with pytest.raises(NotFoundError, match="No study"):
        trials.trials(bare, [nilax])
    with pytest.raises(NotFoundError, match="No reference studies nilax"):
        evidence.timeline(bare, [nilax])
    with pytest.raises(NotFoundError):
        trials.trials(bare, [], trials.Filters(design="narrative-review"))


@pytest.mark.parametrize(
    ("question", "filters", "said"),
    [
        ("qwertz asdfgh", {}, "Nothing in the dataset is about"),
        ("qwertz asdfgh", {"compound": "primax"}, "Nothing in the dataset is about"),
    ],
)
def test_a_question_without_an_answer_is_told_why(
    bare: Dataset, question: str, filters: dict[str, Any], said: str
) -> None:
    with pytest.raises(NotFoundError) as told:
        search.search(bare, question, narrowing.Filters(**filters))
    assert said in str(told.value)


def test_registries_that_say_nothing_are_a_line(console: Console) -> None:
    nothing = Verification(asked=0, findings=(), unanswered=(), unnumbered=("a", "b"))
    text = shown(console, render_verification(console, nothing))
    assert text.strip() == "0 answers; 0 findings on 0 references; 2 have neither DOI nor PMID."
    assert shown(console, render_news(console, News(finds=(), asked=(), unanswered=()))).strip() == "0 new."


@pytest.mark.parametrize(
    ("section", "header", "part"),
    [
        ("regulatory", "jurisdiction", "1996-03-28"),
        ("statements", "verdict", "golf-2002"),
        ("faq", "question", ""),
        ("limitations", "section", ""),
        ("identity", "what", "80714-61-0"),
        ("references", "id", "baker-2010-trial"),
        ("mechanisms", "finding", "primax-fox-bdnf"),
    ],
)
def test_a_section_of_a_profile_is_a_table_of_its_own(mini: Dataset, section: str, header: str, part: str) -> None:
    rows = tables.of_sections(mini, profile(mini, *find(mini, "primax")), [section])
    assert header in rows.header
    assert not part or any(part in cell for row in rows.rows for cell in row)
    assert {len(row) for row in rows.rows} <= {len(rows.header)}


def test_a_section_without_anything_is_a_table_without_rows(bare: Dataset) -> None:
    page = profile(bare, *find(bare, "nilax"))
    for name in ("regulatory", "statements", "faq", "anecdotes"):
        assert tables.of_sections(bare, page, [name]).rows == ()


def test_a_name_that_is_no_utf_8_is_shown_in_json() -> None:
    told = document("check", {"file": "a\udcff.toml", "more": ["b\udcfe", 1]})
    assert json.loads(told)["data"] == {"file": f"a{SHOWN}.toml", "more": [f"b{SHOWN}", 1]}


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        (26, None, "--since: 26 is no year"),
        (None, 10**13, "--until: a number so long is no year"),
        (2010, 2001, "--since 2010 is after --until 2001"),
    ],
)
def test_years_between_which_no_paper_can_be_are_refused(since: int | None, until: int | None, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        refuse_years(since, until)
    refuse_years(2001, 2010)


# -- Tab ---------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PEPTIDE_CACHE", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("PEPTIDE_DATA", str(MINI))
        yield


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({"_PEPTIDE_COMPLETE": "complete_bash", "COMP_WORDS": "peptide show prim", "COMP_CWORD": "2"}, "primax\n"),
        ({"_PEPTIDE_COMPLETE": "complete_fish", "_TYPER_COMPLETE_ARGS": "peptide show prim"}, "primax\tPrimax\n"),
        (
            {"_PEPTIDE_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "peptide show prim"},
            '_arguments \'*: :(("primax":"Primax"))\'\n',
        ),
        ({"_PEPTIDE_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "peptide show qqq"}, "_files\n"),
        ({"_PEPTIDE_COMPLETE": "complete_bash", "COMP_WORDS": "peptide show 'a b", "COMP_CWORD": "2"}, None),
        ({"_PEPTIDE_COMPLETE": "complete_bash", "COMP_WORDS": "peptide show p", "COMP_CWORD": "x"}, None),
        ({"_PEPTIDE_COMPLETE": "complete_pwsh"}, None),
    ],
    ids=str,
)
def test_tab_on_a_name_offers_what_begins_so(own_cache: None, environment: dict[str, str], told: str | None) -> None:
    assert answer_tab(environment) == told


def test_tab_offers_what_is_not_named_yet_and_nothing_where_it_cannot_look(own_cache: None) -> None:
    def line(**params: Any) -> Any:
        root = SimpleNamespace(params={"data": [], "no_user_data": False, "no_cache": False})
        return SimpleNamespace(find_root=lambda: root, params=params)

    def values(kind: str, begun: str, **params: Any) -> list[str]:
        return [value for value, _ in offers(kind, line(**params), begun)]

    assert values("compounds", "prim") == ["primax"]
    assert values("compounds", "prim", names=["primax"]) == []
    assert values("compounds", "Прим") == ["Примакс"]
    assert values("references", "abel-2001-s") == ["abel-2001-stress"]
    assert values("compounds and references", "abel-2001-s") == ["abel-2001-stress"]
    assert values("topics", "neurotro") == ["neurotrophins"]
    assert "animal" in values("designs", "an")
    assert values("styles", "vanc") == ["vancouver"]
    assert values("sections", "saf") == ["safety"]
    assert offers("compounds", None, "prim") == []


# -- a machine that lacks something ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (FileNotFoundError(errno.ENOENT, "No such file"), "the folder you are working in is no longer there"),
        (PermissionError(errno.EACCES, "Permission denied", "/x"), "/x: Permission denied"),
        (OSError(errno.ENOSPC, "No space left"), "the answer could not be written: No space left"),
        (MemoryError(), "there is not enough memory for this"),
        (ImportError("libx.so: failed to map segment"), "there is not enough memory for this"),
        (sqlite3.OperationalError("disk I/O error"), "a database could not be read or written: disk I/O error"),
        (KeyError("x"), "a fault in the program: KeyError: 'x'"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_nothing_else_has_caught_is_a_sentence(error: Exception, said: str) -> None:
    assert program._told(error).startswith(f"peptide: {said}")


@pytest.mark.parametrize(("given", "kept"), [("80", "80"), ("99999", "1000"), ("²", None), ("-1", None), ("", "")])
def test_a_size_of_the_terminal_that_is_none_is_bounded(
    monkeypatch: pytest.MonkeyPatch, given: str, kept: str | None
) -> None:
    monkeypatch.setenv("COLUMNS", given)
    program._bound("COLUMNS")
    assert os.environ.get("COLUMNS") == kept


def test_on_another_platform_the_folders_are_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    from platformdirs import user_cache_path, user_data_path  # noqa: PLC0415

    for variable in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "PEPTIDE_CACHE"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    assert locations.user_data_folder() == user_data_path("peptide", appauthor=False)
    assert locations.cache() == user_cache_path("peptide", appauthor=False)


def test_who_has_no_home_has_no_folder_and_is_told_when_one_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    with pytest.raises(DatasetError, match="you have no home here"):
        locations.make(locations.user_data_folder())


def test_a_folder_that_cannot_be_made_or_found_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DatasetError, match="cannot be made: Not a directory"):
        locations.make(tmp_path / "file" / "own")
    with pytest.raises(DatasetError, match="no such folder of own data"):
        locations.own([tmp_path / ("x" * 300)])


def test_a_package_without_its_data_is_told_to_be_installed_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    package = tmp_path / "src" / "peptidecli" / "dataset"
    package.mkdir(parents=True)
    monkeypatch.setattr(locations, "__file__", str(package / "locations.py"))
    with pytest.raises(DatasetError, match="the bundled dataset is missing"):
        locations.bundled()
    (tmp_path / "data").mkdir()
    (tmp_path / "pyproject.toml").touch()
    assert locations.bundled() == tmp_path / "data"
