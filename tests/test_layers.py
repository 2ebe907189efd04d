"""What may import what, and what a command must not import at all."""

from __future__ import annotations

import ast
import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

import peptidecli
from peptidecli.cli.commands import COMMANDS

PACKAGE = Path(peptidecli.__file__).parent


def importers_of(module: str) -> set[str]:
    """Return the parts of the package (folder or file name) whose modules import `module`."""
    pattern = re.compile(rf"^\s*(from|import) {module}\b", re.MULTILINE)
    files = [path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py") if pattern.search(path.read_text())]
    return {file.parts[0] for file in files}


@pytest.mark.parametrize(("module", "layer"), [("rich", "terminal"), ("typer", "cli")])
def test_only_one_layer_imports_it(module: str, layer: str) -> None:
    outside_of_type_checking = importers_of(module) - {layer}
    # The commands name Rich's types for the type checker alone; test_json_does_not_import_rich holds them to it.
    assert outside_of_type_checking <= ({"calls", "cli"} if module == "rich" else set())


ROOMS = {
    "notation": set(),
    "dataset": {"notation"},
    "intake": {"dataset", "notation"},
    "registries": {"dataset", "intake", "notation"},
    "answers": {"dataset", "intake", "notation", "registries"},
    "audit": {"answers", "dataset", "intake", "notation", "registries"},
    "formats": {"answers", "audit", "dataset", "notation"},
    "terminal": {"answers", "audit", "dataset", "formats", "notation"},
    "interface": {"answers", "audit", "dataset", "formats", "notation"},
    "mcp": {"answers", "dataset", "formats", "interface", "notation"},
    "calls": {"answers", "dataset", "formats", "notation", "terminal"},
    "cli": {"answers", "audit", "calls", "dataset", "formats", "mcp", "notation", "registries", "terminal"},
}
"""The rooms of the house, and into which others each may look; errors are everybody's."""


def rooms_in(path: Path) -> set[str]:
    """Return the rooms that a module imports from, its own left out."""
    file = path.relative_to(PACKAGE)
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == len(file.parts):
            found |= {node.module.split(".")[0]} if node.module else {name.name for name in node.names}
        assert not (isinstance(node, ast.ImportFrom) and (node.module or "").startswith("peptidecli")), file
    return found - {"errors", "__version__", file.parts[0]}


def test_the_house_has_these_rooms_and_no_others() -> None:
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir() and any(path.glob("*.py"))}
    assert folders == set(ROOMS)
    assert {path.name for path in PACKAGE.glob("*.py")} == {"__init__.py", "__main__.py", "errors.py"}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_looks_only_into_the_rooms_below_it(room: str) -> None:
    modules = list((PACKAGE / room).rglob("*.py"))
    assert modules
    assert {path.name: rooms_in(path) - ROOMS[room] for path in modules if rooms_in(path) - ROOMS[room]} == {}


def test_a_command_has_one_name_from_the_command_line_to_its_answer() -> None:
    for command, module in COMMANDS.items():
        assert module.rstrip("_") == command.replace("-", "_")
        assert (PACKAGE / "cli" / f"{module}.py").is_file(), command
        answered = (PACKAGE / "answers" / f"{module}.py").is_file() or (PACKAGE / module).is_dir()
        assert answered, f"no answers/{module}.py, no room {module}/"


def modules_of(environment: dict[str, str], *arguments: str) -> set[str]:
    """Return the top-level and dotted modules that a command has imported when it ends."""
    code = (
        "import sys, atexit, os\n"
        "atexit.register(lambda: print('\\n'.join(sys.modules), file=sys.stderr))\n"
        f"sys.argv = ['peptide', *{list(arguments)!r}]\n"
        "from peptidecli.__main__ import main\n"
        "main()\n"
    )
    command = [sys.executable, "-c", code]
    subprocess.run(command, env=environment, capture_output=True, check=False)  # so that the dataset is in the cache
    done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines())


SLOW = {"pydantic", "pygments", "rich.markdown", "rich.syntax", "rich.traceback", "importlib.metadata", "molmass",
        "anyascii", "latexcodec", "rapidfuzz", "tomli", "peptidecli.dataset.building"}  # fmt: skip


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "semax"), ("compare", "semax", "selank"), ("cite", "dolotov"), ("list",),
        ("search", "hippocampus", "memory"),
    ],
    ids=str,
)  # fmt: skip
def test_a_command_does_not_import_what_is_slow(environment: dict[str, str], arguments: tuple[str, ...]) -> None:
    assert modules_of(environment, *arguments) & SLOW == set()


@pytest.mark.parametrize("arguments", [("show", "semax"), ("cite", "dolotov"), ("list",)], ids=str)
def test_json_does_not_import_rich(environment: dict[str, str], arguments: tuple[str, ...]) -> None:
    imported = modules_of(environment, *arguments, "-f", "json")
    assert {name for name in imported if name.split(".")[0] == "rich"} == set()
    assert imported & SLOW == set()


def test_a_command_imports_no_other_command(environment: dict[str, str]) -> None:
    imported = modules_of(environment, "show", "semax", "-f", "json")
    assert {name for name in imported if name.startswith("peptidecli.cli.")} == {
        "peptidecli.cli.commands", "peptidecli.cli.plain",
    }  # fmt: skip
    assert {name for name in imported if name.startswith("peptidecli.calls.")} == {
        "peptidecli.calls.output", "peptidecli.calls.show", "peptidecli.calls.streams",
    }  # fmt: skip


@pytest.mark.parametrize("arguments", [("show", "semax"), ("semxa",), ("cite", "dolotov", "-f", "bibtex")], ids=str)
def test_the_plainest_calls_import_no_typer(environment: dict[str, str], arguments: tuple[str, ...]) -> None:
    assert not any(name.split(".")[0] == "typer" for name in modules_of(environment, *arguments))


def test_the_version_is_told_without_the_data_or_typer(environment: dict[str, str]) -> None:
    imported = modules_of(environment, "--version")
    assert not imported & {"typer", "msgspec", "sqlite3", "peptidecli.dataset.dataset"}


def test_what_is_read_and_what_is_answered_cannot_be_changed() -> None:
    from peptidecli.dataset.model import Record  # noqa: PLC0415

    for path in PACKAGE.rglob("*.py"):
        if path.parts[-2] in {"answers", "dataset", "audit", "article"} and path.stem != "__init__":
            importlib.import_module(".".join(("peptidecli", *path.relative_to(PACKAGE).with_suffix("").parts)))
    kinds, found = [Record], []
    while kinds:
        found += kinds
        kinds = [kind for parent in kinds for kind in parent.__subclasses__()]
    assert len(found) > 100
    assert [kind.__name__ for kind in found[1:] if not kind.__struct_config__.frozen] == []
