"""What the tests share: the installed program as a person runs it, and datasets to work on."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import hypothesis
import pytest

from peptidecli.dataset.dataset import Dataset, of_folders, open_dataset

TESTS = Path(__file__).parent
MINI = TESTS / "data" / "mini"
PROGRAM = Path(sys.executable).with_name("peptide")


hypothesis.settings.register_profile(
    "gate",
    max_examples=int(os.environ.get("HYPOTHESIS_EXAMPLES", "25")),
    deadline=None,
    database=None,
    print_blob=True,
)
hypothesis.settings.load_profile("gate")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer --long: what takes long by its nature is else left out."""
    parser.addoption("--long", action="store_true", help="run also what takes long: a cluster, megabytes")


THOROUGH = frozenset(
    "test_add test_articles test_audit_corpus test_audit_living test_audit_online test_documents test_dying "
    "test_growth test_hostile_files test_hostile_links test_hostile_machine test_hostile_text test_identifiers "
    "test_intake test_mcp test_output_schema test_own test_plain test_questions test_round_trip test_store "
    "test_tables test_terminal test_verify".split()
)
"""Long tables of tests of one kind: where PEPTIDE_SHARE says 2, every second of them is run, others every time."""


def _left_for_another_time(item: pytest.Item) -> bool:
    """Tell whether a test is not of the share that is run this time; the seed of the properties chooses."""
    share = int(os.environ.get("PEPTIDE_SHARE", "1"))
    chosen = f"{os.environ['HYPOTHESIS_SEED']} {item.nodeid.partition('/')[2] or item.nodeid}"
    return item.path.stem in THOROUGH and zlib.crc32(chosen.encode()) % share != 0


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what takes long unless it is asked for, and what is not of the share of this time."""
    left = [item for item in items if _left_for_another_time(item)]
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if item not in set(left)]
    for item in items:
        if "long" in item.keywords and not config.getoption("--long"):
            item.add_marker(pytest.mark.skip(reason="takes long; run with --long"))


def pytest_configure(config: pytest.Config) -> None:
    """Choose the seed of the property tests, the same in all workers; HYPOTHESIS_SEED sets it."""
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_DFL)  # who runs the tests in the background may have held it off
    seed = int(os.environ.setdefault("HYPOTHESIS_SEED", str(random.randrange(2**32))))
    if hypothesis.core.global_force_seed is None:
        hypothesis.core.global_force_seed = seed  # type: ignore[assignment]


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print the seed, so that what broke once can be had again."""
    terminalreporter.write_line(f"Properties were tried with HYPOTHESIS_SEED={os.environ['HYPOTHESIS_SEED']}")


FRESH = frozenset(
    "test_dying test_golden test_hostile_files test_hostile_machine test_layers test_loading test_man test_manners "
    "test_mcp test_plain test_python test_readme test_store test_streams test_terminal test_waiting test_wheel".split()
)
"""Tests of how the program begins, ends and is imported, which always start it anew.

The others, of what is answered, have it from a fork where PEPTIDE_FORKED is set: the installed program, with arguments,
environment, folder and pipes of its own; what is spared is to load it anew for each of some two thousand answers.
"""


@pytest.fixture(scope="module", autouse=True)
def _forked(request: pytest.FixtureRequest) -> Iterator[None]:
    """Answer from a fork in the modules that may have it so, where that is asked for."""
    if not os.environ.get("PEPTIDE_FORKED") or request.module.__name__.rpartition(".")[2] in FRESH:
        yield
        return
    import forking  # noqa: PLC0415 - only where it is asked for

    forking.prepare()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(subprocess, "run", forking.run)
        yield


class Run(Protocol):
    """Runs the installed program with arguments."""

    def __call__(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]: ...


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a home folder of its own, so that no user's data or cache has a say."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session")
def environment(home: Path) -> dict[str, str]:
    """Return the environment the program is run in: a new user's, with UTF-8."""
    passed = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "COVERAGE_PROCESS_CONFIG", "COVERAGE_PROCESS_START")
    kept = {key: value for key, value in os.environ.items() if key in passed}
    return kept | {"HOME": str(home), "LANG": "C.UTF-8", "TERM": "xterm-256color"}


@pytest.fixture(scope="session")
def run(environment: dict[str, str]) -> Run:
    """Return a function that runs the installed program, its output in pipes."""

    def run_program(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(PROGRAM), *arguments],
            env=environment | more,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    return run_program


@pytest.fixture(scope="session")
def answer(run: Run) -> Any:
    """Return a function that runs a command with `-f json` and gives its `data`."""

    def data_of(*arguments: str) -> Any:
        done = run(*arguments, "-f", "json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)["data"]

    return data_of


@pytest.fixture(scope="module")
def stand_in() -> Iterator[Any]:
    """Return the stand-in of the registries, to which everything of this process goes that asks them."""
    from registries import serving  # noqa: PLC0415 - few ask

    with serving() as held, pytest.MonkeyPatch.context() as patch:
        for name, value in (held.environment() | {"PEPTIDE_PATIENCE": "0"}).items():
            patch.setenv(name, value)
        yield held


@pytest.fixture(scope="module")
def client(stand_in: Any) -> Iterator[Any]:
    """Return a client that keeps nothing and loses no time between its questions."""
    from peptidecli.registries.client import Client  # noqa: PLC0415 - few ask

    with Client(cache=False) as asking:
        yield asking


@pytest.fixture(scope="session")
def bundled() -> Iterator[Dataset]:
    """Return the bundled dataset, read afresh."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PEPTIDE_CACHE", "")
        patch.delenv("PEPTIDE_DATA", raising=False)
        yield open_dataset(user_data=False)


@pytest.fixture(scope="session")
def mini() -> Dataset:
    """Return the small dataset of the tests."""
    return of_folders((MINI,))


@pytest.fixture(scope="session")
def auditor(bundled: Dataset) -> Any:
    """Return the auditor of the bundled dataset, made ready once."""
    from peptidecli.audit.auditor import Auditor  # noqa: PLC0415 - few ask

    return Auditor(bundled)
