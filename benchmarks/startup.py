"""Whole-process time of the commands, as ratios to a minimal Typer and Rich application.

    python benchmarks/startup.py [RUNS]

Needs hyperfine (Debian: `apt-get install hyperfine`) on PATH and peptidecli installed in the Python that runs this.
Milliseconds differ from machine to machine; the ratios are what counts, and only within one run.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PYTHON = sys.executable
LIMITS = {
    "show semax": 1.3,
    "show semax -f json": 0.9,
    "compare semax selank": None,
    "cite dolotov": None,
    "list": None,
}
"""Command -> the highest ratio that is accepted, or None where there is no limit."""


def main() -> int:
    """Measure, print one line a command, and return 1 if a limit is exceeded."""
    if shutil.which("hyperfine") is None:
        print("hyperfine is not installed; Debian: apt-get install hyperfine", file=sys.stderr)
        return 2
    runs = sys.argv[1] if len(sys.argv) > 1 else "30"
    yardstick = f"{PYTHON} {Path(__file__).with_name('minimal.py')} show semax"
    program = Path(PYTHON).with_name("peptide")
    commands = [yardstick, *(f"{program} {command}" for command in LIMITS)]
    with tempfile.NamedTemporaryFile(suffix=".json") as report:
        subprocess.run(
            [
                "hyperfine",
                "-N",
                "--warmup",
                "3",
                "--runs",
                runs,
                "--export-json",
                report.name,
                "--style",
                "none",
                *commands,
            ],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        medians = [result["median"] for result in json.load(report)["results"]]
    print(f"{'minimal application':24} {medians[0] * 1000:6.0f} ms  1.00")
    exceeded = False
    for (command, limit), median in zip(LIMITS.items(), medians[1:], strict=True):
        ratio = median / medians[0]
        exceeded |= limit is not None and ratio > limit
        print(f"{command:24} {median * 1000:6.0f} ms  {ratio:.2f}" + (f"  (at most {limit})" if limit else ""))
    return int(exceeded)


if __name__ == "__main__":
    sys.exit(main())
