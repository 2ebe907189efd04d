"""Changes one small thing in a module at a time and asks whether the tests notice: `mutating.py SEED COUNT REACHED`.

By hand, in a clone with an editable install of its own: the modules are changed where they lie, and put back. COUNT
places are drawn from each of the three layers; REACHED is the data file of a measurement that says which test reaches
which line (docs/quality.md). Each result is a line of JSON on stdout: module, line, kind of change, whether the tests
noticed, which did, and the line as it was.
"""

from __future__ import annotations

import ast
import importlib
import json
import os
import random
import resource
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain, zip_longest
from pathlib import Path

import pytest
from coverage import CoverageData

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "peptidecli"

HEAVY = """hypothesis typer rich.console rich.table msgspec tomli rapidfuzz molmass lxml.html markdown_it rispy
pybtex.database tomlkit anyascii charset_normalizer httpx docx pypdf citeproc""".split()
"""What the program and the tests need of others: imported once, before anything is changed."""

MOST = 40
"""Tests that are run for a place that more of them reach."""

SECONDS = 90
"""Processor time after which a change is taken to never end."""

NEAREST = {
    "notation": "lookup resolution people sequences identifiers",
    "notation/visible": "hostile_text",
    "dataset": "store loading check",
    "dataset/writing": "add",
    "dataset/templates": "own",
    "audit": "audit audit_pages audit_forms audit_living",
    "audit/online": "audit_online",
    "audit/corpus": "audit_corpus",
    "audit/running": "audit_corpus",
    "audit/journal": "dying audit_corpus",
    "audit/article/documents": "documents",
}
"""The tests that are run for a module, by the longest beginning of its path."""

OPPOSITE: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add,
}  # fmt: skip


def places(tree: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    """Yield what may be changed in a module, and how."""
    for node in ast.walk(tree):
        match node:
            case ast.Compare(ops=[first, *_]) if type(first) in OPPOSITE:
                yield node, "comparison"
            case ast.BoolOp():
                yield node, "and or or"
            case ast.If() | ast.IfExp():
                yield node, "always"
                yield node, "never"
            case ast.Constant(value=bool()):
                yield node, "truth"
            case ast.Constant(value=int()):
                yield node, "number"
            case ast.Return(value=ast.expr()):
                yield node, "nothing"
            case _:
                pass


def change(node: ast.AST, kind: str) -> None:
    """Make the change."""
    match node:
        case ast.Compare():
            node.ops[0] = OPPOSITE[type(node.ops[0])]()  # type: ignore[call-overload]
        case ast.BoolOp():
            node.op = OPPOSITE[type(node.op)]()  # type: ignore[assignment]
        case ast.If() | ast.IfExp():
            node.test = ast.Constant(kind == "always")
        case ast.Constant(value=bool(value)):
            node.value = not value
        case ast.Constant(value=int(value)):
            node.value = value + 1
        case ast.Return():
            node.value = ast.Constant(None)


def nearest(name: str) -> list[str]:
    """Return the files of the tests that are nearest to a module."""
    key = max((key for key in NEAREST if f"{name}/".startswith(f"{key}/")), key=len)
    return [f"tests/test_{test}.py" for test in NEAREST[key].split()]


class Reached:
    """Which tests reach a line, by a measurement with the tests for contexts."""

    def __init__(self, path: str) -> None:
        self._data = CoverageData(path)
        self._data.read()
        self._files = {file.partition("/peptidecli/")[2]: file for file in self._data.measured_files()}

    def tests(self, path: Path, lines: range, chance: random.Random) -> list[str]:
        """Return the tests for a change at some lines of a module, those that are nearest to it first.

        What is read at the start of the module alone no test reaches of its own: then it is all that reach the module.
        """
        file = self._files.get(path.relative_to(SOURCE).as_posix())
        by_line = self._data.contexts_by_lineno(file) if file else {}
        name = path.relative_to(SOURCE).with_suffix("").as_posix()
        for some in (lines, by_line):
            if found := sorted({test for line in some for test in by_line.get(line, ()) if "::" in test}):
                chance.shuffle(found)
                near = [test for test in found if test.partition("::")[0] in nearest(name)]
                return (near or found)[:MOST]
            if any(line in by_line and "" not in by_line[line] for line in some):
                break
        return []


def judged(path: Path, number: int, reached: Reached, seed: int) -> dict[str, object]:
    """Make one change in a module, run the tests that reach it, and put it back."""
    before, status = path.read_text(encoding="utf-8"), path.stat()
    tree = ast.parse(before)
    node, kind = list(places(tree))[number]
    line = getattr(node, "lineno", 1)
    tests = reached.tests(path, range(line, (getattr(node, "end_lineno", None) or line) + 1), random.Random(seed))
    change(node, kind)
    result, by = "survived", ""
    if tests:
        try:
            path.write_text(ast.unparse(ast.fix_missing_locations(tree)), encoding="utf-8")
            result, by = noticed(tests, data_kept=path.is_relative_to(SOURCE / "audit"))
        finally:
            path.write_text(before, encoding="utf-8")
            os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    return {
        "module": path.relative_to(SOURCE).with_suffix("").as_posix(),
        "line": line,
        "number": number,
        "change": kind,
        "result": result,
        "tests": len(tests),
        "by": by,
        "was": before.splitlines()[line - 1].strip(),
    }


def noticed(tests: list[str], *, data_kept: bool) -> tuple[str, str]:
    """Run tests in a process that has what is heavy already; tell whether one failed, and which."""
    said, end = Path(f"/tmp/mutant-{os.getpid()}.txt"), time.monotonic() + 15 * SECONDS
    process = os.fork()
    if not process:
        os.setsid()
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        sys.dont_write_bytecode = True
        if data_kept:
            os.environ["FORKING_CACHE"] = f"/tmp/mutants-{os.getuid()}"
        with said.open("w") as file:
            os.dup2(file.fileno(), 1)
            os.dup2(file.fileno(), 2)
        os._exit(int(pytest.main(["-q", "-x", "-p", "forking", "-p", "no:cacheprovider", "-p", "no:xdist", *tests])))
    while not (ended := os.waitpid(process, os.WNOHANG))[0]:
        time.sleep(0.2)
        if time.monotonic() > end:
            os.kill(process, signal.SIGKILL)
            ended = os.waitpid(process, 0)
            break
    with suppress(ProcessLookupError):
        os.killpg(process, signal.SIGKILL)
    failed = [line for line in said.read_text(errors="replace").splitlines() if line.startswith(("FAILED", "ERROR"))]
    status = os.waitstatus_to_exitcode(ended[1])
    return ("killed" if status else "survived"), (failed[0] if failed else f"status {status}" if status else "")


def main(seed: int, count: int, reached: str, only: str = "") -> None:
    """Try places of the three layers, or of one alone, in turn and in the order of a seed."""
    chance = random.Random(seed)
    layers = []
    for layer in ("notation", "dataset", "audit"):
        found = [
            (path, number)
            for path in sorted((SOURCE / layer).rglob("*.py"))
            for number, _ in enumerate(places(ast.parse(path.read_text(encoding="utf-8"))))
        ]
        chance.shuffle(found)
        layers.append(found[:count])
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT / "tests"))
    for name in HEAVY:
        importlib.import_module(name)
    data = Reached(reached)
    for path, number in filter(None, chain.from_iterable(zip_longest(*layers))):
        if path.is_relative_to(SOURCE / only):
            print(json.dumps(judged(path, number, data, seed), ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:])
