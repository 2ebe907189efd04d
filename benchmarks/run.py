"""Time and memory of the commands, as ratios to a minimal Typer and Rich application, held against the budgets.

    python benchmarks/run.py [--rounds N] [--sizes 1000,10000,100000] [--peers FOLDER] [--to FOLDER]

Makes the data: the bundled ones alone, and folders of 1,000, 10,000 and 100,000 references in 10,000 compounds laid
beside them. Measures every row, prints the table, and writes `benchmark.json` and `benchmark.svg` into --to. Needs
hyperfine (Debian: `apt-get install hyperfine`) on PATH, the extra `benchmark` for the plot, and peptidecli installed
in the Python that runs this. --peers names a virtual environment in which papis, cobib, pubs or mendeleev are
installed; they are given the same references.

Milliseconds differ from machine to machine; the ratios are what counts, and only within one run. Nothing fails on a
time: it is information.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

import made
import peers

PYTHON = sys.executable
PROGRAM = Path(PYTHON).with_name("peptide")
YARDSTICK = [PYTHON, str(Path(__file__).with_name("minimal.py")), "show", "semax"]


class Row(NamedTuple):
    """A command, and the highest ratios wanted of it: with the bundled data, and with 100,000 references."""

    command: str
    bundled: float
    large: float
    environment: dict[str, str] = {}  # noqa: RUF012 - never changed


_TAB = {"_PEPTIDE_COMPLETE": "complete_bash", "COMP_WORDS": "peptide show se", "COMP_CWORD": "2"}
ROWS = (
    Row("show semax", 1.15, 1.25),
    Row("show tp-7", 1.20, 1.35),
    Row("show Семакс", 1.20, 1.35),
    Row("show semxa", 1.20, 1.35),
    Row("compare semax selank", 1.20, 1.4),
    Row("cite dolotov", 1.20, 1.4),
    Row("search hippocampus memory", 1.25, 2.0),
    Row("show semax -f json", 0.75, 0.9),
    Row("show semax -f csv", 0.75, 0.9),
    Row("cite --compound tuftsin -f bibtex", 0.75, 0.9),
    Row("--version", 0.55, 0.6),
    Row("", 0.55, 0.6, _TAB),
)
MEMORY = ("show semax", 1.4, 1.6)
COLD = ("first call", 4.0, 12.0)
"""Ratio with the bundled data; seconds with 100,000 references."""
COLD_MEMORY, CHANGE = 400, 2.0
"""Megabytes of a first call, and seconds after a change of one file of many, with 100,000 references."""


def main() -> int:
    """Measure everything and write it down."""
    asked = _asked()
    if shutil.which("hyperfine") is None:
        print("hyperfine is not installed; Debian: apt-get install hyperfine", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("PEPTIDE", "XDG"))}
        environment |= {"HOME": name, "PEPTIDE_CACHE": str(work / "cache"), "LANG": "C.UTF-8", "TERM": "xterm"}
        found: dict[str, Any] = {"yardstick": None, "sizes": {}}
        for size in (0, *asked.sizes):
            own = _folder(work, size)
            found["sizes"][str(size)] = _of_size(own, environment, asked.rounds)
            print(_table(size, found["sizes"][str(size)]), flush=True)
        if asked.peers:
            found["peers"] = peers.measure(asked.peers, PROGRAM, work, environment, [*YARDSTICK])
            print(peers.table(found["peers"]))
    asked.to.mkdir(parents=True, exist_ok=True)
    (asked.to / "benchmark.json").write_text(json.dumps(found, indent=2) + "\n")
    _plot(found, asked.to / "benchmark.svg")
    return 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=5, help="rounds in which every command is run four times")
    parser.add_argument("--sizes", type=lambda text: [int(part) for part in text.split(",") if part],
                        default=[1_000, 10_000, 100_000])  # fmt: skip
    parser.add_argument("--peers", type=Path, help="a virtual environment with papis, cobib, pubs, mendeleev")
    parser.add_argument("--to", type=Path, default=Path(), help="the folder for benchmark.json and benchmark.svg")
    return parser.parse_args()


def _folder(work: Path, size: int) -> Path | None:
    if not size:
        return None
    folder = work / f"own-{size}"
    made.make(folder, size)
    return folder


def _of_size(own: Path | None, environment: dict[str, str], rounds: int) -> dict[str, Any]:
    """Return all that is measured with one folder of own data, or with none."""
    program = [str(PROGRAM), *(["--data", str(own)] if own else [])]
    cold = [_once([*program, "show", "semax"], environment, fresh=True) for _ in range(1 if own else 5)]
    change = None
    if own:
        (own / "compounds" / f"{made.name(0)}.toml").touch()
        change = _once([*program, "show", "semax"], environment)[0]
    yardstick_memory = statistics.median(_once(YARDSTICK, environment)[1] for _ in range(5))
    memory = statistics.median(_once([*program, *MEMORY[0].split()], environment)[1] for _ in range(5))
    times = _paired(program, own, environment, rounds)
    yardstick = statistics.median(times[""])
    return {
        "yardstick": yardstick,
        "rows": {row: _ratio(times[row], times[""]) for row in times if row},
        "memory": memory / yardstick_memory,
        "memory megabytes": memory / 1e6,
        "cold seconds": statistics.median(seconds for seconds, _ in cold),
        "cold ratio": statistics.median(seconds for seconds, _ in cold) / yardstick,
        "cold megabytes": max(size for _, size in cold) / 1e6,
        "change seconds": change,
    }


def _once(command: list[str], environment: dict[str, str], *, fresh: bool = False) -> tuple[float, int]:
    """Run a command once; return its seconds and the bytes it had at most."""
    if fresh:
        shutil.rmtree(environment["PEPTIDE_CACHE"], ignore_errors=True)
    start = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return time.perf_counter() - start, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _paired(program: list[str], own: Path | None, environment: dict[str, str], rounds: int) -> dict[str, list[float]]:
    """Return the seconds of every row and, under "", of the yardstick: each measured in turn, round after round."""
    names = [""] + [row.command or "Tab" for row in ROWS]
    lines = [_quoted(YARDSTICK)]
    for row in ROWS:
        variables = {**row.environment}
        if variables and own:
            variables |= {"COMP_WORDS": f"peptide --data {own} show se", "COMP_CWORD": "4"}
        setting = ["env", *(f"{key}={value}" for key, value in variables.items())] if variables else []
        called = program[:1] if variables or row.command == "--version" else program
        lines.append(_quoted([*setting, *called, *row.command.split()]))
    times: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(rounds):
        with tempfile.NamedTemporaryFile(suffix=".json") as report:
            subprocess.run(
                ["hyperfine", "-N", "--warmup", "1", "--runs", "4", "--style", "none", "--export-json", report.name,
                 *lines],
                env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )  # fmt: skip
            for name, result in zip(names, json.load(report)["results"], strict=True):
                times[name].append(result["median"])
    return times


def _quoted(command: list[str]) -> str:
    return " ".join(f"'{part}'" for part in command)


def _ratio(times: list[float], yardstick: list[float]) -> float:
    """Return the median of the ratios round by round: what slows a round down slows both."""
    return statistics.median(mine / theirs for mine, theirs in zip(times, yardstick, strict=True))


def _table(size: int, found: dict[str, Any]) -> str:
    large = size >= 100_000
    title = f"{size:,} references in {made.COMPOUNDS:,} compounds beside the bundled ones" if size else "bundled alone"
    lines = [f"\n{title}; the yardstick takes {found['yardstick'] * 1000:.0f} ms\n",
             f"| {'':34} | measured | budget |", f"|{'-' * 36}|----------|--------|"]  # fmt: skip

    def line(name: str, value: str, budget: float | None, over: bool) -> None:
        lines.append(
            f"| {name:34} | {value:>8} | {'' if budget is None else f'{budget:g}':>6} |{' over' if over else ''}"
        )

    for row in ROWS:
        name = row.command or "Tab"
        budget = row.large if large else None if size else row.bundled
        ratio = found["rows"][name]
        line(name, f"{ratio:.2f}", budget, budget is not None and ratio > budget)
    budget = MEMORY[2] if large else None if size else MEMORY[1]
    line("memory of show semax", f"{found['memory']:.2f}", budget, budget is not None and found["memory"] > budget)
    if size:
        line("first call, s", f"{found['cold seconds']:.1f}", COLD[2] if large else None,
             large and found["cold seconds"] > COLD[2])  # fmt: skip
        line("first call, MB", f"{found['cold megabytes']:.0f}", COLD_MEMORY if large else None,
             large and found["cold megabytes"] > COLD_MEMORY)  # fmt: skip
        line("one file of many changed, s", f"{found['change seconds']:.1f}", CHANGE if large else None,
             large and found["change seconds"] > CHANGE)  # fmt: skip
    else:
        line("first call", f"{found['cold ratio']:.2f}", COLD[1], found["cold ratio"] > COLD[1])
    return "\n".join(lines)


def _plot(found: dict[str, Any], path: Path) -> None:
    """Draw every command's ratio over the number of references."""
    try:
        from matplotlib import pyplot  # noqa: PLC0415 - an extra
    except ImportError:
        print("no plot: pip install 'peptidecli[benchmark]'", file=sys.stderr)
        return
    figure, axes = pyplot.subplots(figsize=(8, 4.5), layout="constrained")
    sizes = sorted(found["sizes"], key=int)
    labels = ["bundled", *(f"{int(size):,}" for size in sizes[1:])]
    colours = pyplot.get_cmap("tab20")
    for count, row in enumerate(ROWS):
        name = row.command or "Tab"
        ratios = [found["sizes"][size]["rows"][name] for size in sizes]
        axes.plot(labels, ratios, marker="o", label=name, color=colours(count))
    axes.axhline(1, color="grey", linewidth=1, linestyle=":")
    axes.set_ylim(bottom=0)
    axes.set_xlabel(f"references beside the bundled ones, in {made.COMPOUNDS:,} compounds")
    axes.set_ylabel("whole process / minimal application")
    axes.legend(fontsize="small", bbox_to_anchor=(1.01, 1), loc="upper left")
    figure.savefig(path, metadata={"Date": None})
    print(path)


if __name__ == "__main__":
    sys.exit(main())
