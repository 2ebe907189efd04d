"""What the tests share: the installed program as a person runs it, and datasets to work on."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
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


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what takes long unless it is asked for."""
    for item in items:
        if "long" in item.keywords and not config.getoption("--long"):
            item.add_marker(pytest.mark.skip(reason="takes long; run with --long"))


def pytest_configure(config: pytest.Config) -> None:
    """Choose the seed of the property tests, the same in all workers; HYPOTHESIS_SEED sets it."""
    seed = int(os.environ.setdefault("HYPOTHESIS_SEED", str(random.randrange(2**32))))
    if hypothesis.core.global_force_seed is None:
        hypothesis.core.global_force_seed = seed  # type: ignore[assignment]


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print the seed, so that what broke once can be had again."""
    terminalreporter.write_line(f"Properties were tried with HYPOTHESIS_SEED={os.environ['HYPOTHESIS_SEED']}")


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
