"""Changes one small thing in a module at a time and asks whether the nearest tests notice: `mutating.py SEED MINUTES`.

By hand, in a clone with an editable install of its own: the modules are changed where they lie, and put back. Each
result is a line of JSON on stdout: module, line, kind of change, whether the tests noticed, and the line as it was.
"""

from __future__ import annotations

import ast
import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import chain, zip_longest
from pathlib import Path

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "peptidecli"

NEAREST = {
    "notation": "lookup resolution export sequences",
    "notation/visible": "hostile_text",
    "dataset": "loading check store",
    "dataset/writing": "add",
    "dataset/templates": "own",
    "audit": "audit",
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


def tests_of(name: str) -> list[str]:
    """Return the nearest tests of a module."""
    nearest = max((key for key in NEAREST if f"{name}/".startswith(f"{key}/")), key=len)
    return [f"tests/test_{test}.py" for test in NEAREST[nearest].split()]


def noticed(path: Path, number: int) -> dict[str, str | int]:
    """Make one change in a module, run its tests, and put it back."""
    before = path.read_text(encoding="utf-8")
    tree = ast.parse(before)
    node, kind = list(places(tree))[number]
    line = getattr(node, "lineno", 1)
    change(node, kind)
    name = path.relative_to(SOURCE).with_suffix("").as_posix()
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests_of(name)]
    try:
        path.write_text(ast.unparse(ast.fix_missing_locations(tree)), encoding="utf-8")
        status = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=600, check=False).returncode
        result = "killed" if status else "survived"
    except subprocess.TimeoutExpired:
        result = "killed"
    finally:
        path.write_text(before, encoding="utf-8")
    return {
        "module": name,
        "line": line,
        "change": kind,
        "result": result,
        "was": before.splitlines()[line - 1].strip(),
    }


def main(seed: int, minutes: float) -> None:
    """Try places of the three layers in turn, in the order of a seed, until the time is over."""
    chance, end = random.Random(seed), time.monotonic() + 60 * minutes
    layers = []
    for layer in ("notation", "dataset", "audit"):
        found = [
            (path, number)
            for path in sorted((SOURCE / layer).rglob("*.py"))
            for number, _ in enumerate(places(ast.parse(path.read_text(encoding="utf-8"))))
        ]
        chance.shuffle(found)
        layers.append(found)
    for path, number in filter(None, chain.from_iterable(zip_longest(*layers))):
        if time.monotonic() > end:
            break
        print(json.dumps(noticed(path, number), ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]))
