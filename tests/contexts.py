"""A plugin of pytest that says in a measurement which test has reached which line: `-p contexts`, `tests` on the path.

Each test gives its name to what is measured in its own process and in those that it starts (docs/quality.md).
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import coverage
import pytest
from coverage.config import CoverageConfig

PASSED_ON = "COVERAGE_PROCESS_CONFIG"
"""The variable in which coverage hands its configuration to the processes that are started."""


@pytest.fixture(autouse=True)
def context(request: pytest.FixtureRequest, environment: dict[str, str]) -> Iterator[None]:
    """Name the test in the measurement while it runs."""
    measured = coverage.Coverage.current()
    assert measured is not None, "run under `coverage run`"
    measured.switch_context(request.node.nodeid)
    config = CoverageConfig.deserialize(os.environ[PASSED_ON])
    config.context = request.node.nodeid
    os.environ[PASSED_ON] = environment[PASSED_ON] = config.serialize()
    yield
    measured.switch_context("")


def pytest_sessionfinish() -> None:
    """Write down what was measured: a worker of pytest-xdist may not live to do it at its end."""
    measured = coverage.Coverage.current()
    if measured is not None:
        measured.save()
