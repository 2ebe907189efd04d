"""What others wrote (own data, articles, file names, arguments) never steers the terminal."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from conftest import MINI, Run

pytestmark = pytest.mark.slow

STEERING = "\x1b]0;owned\x07\x1b[31m\x9b2J\x7f\u202e\x08"
HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the small dataset with letters that steer a terminal in every text that is no id, number or word."""
    folder = tmp_path_factory.mktemp("hostile")
    written = "".join(f"\\u{ord(letter):04x}" for letter in STEERING)
    for path in MINI.rglob("*.toml"):
        text = path.read_text(encoding="utf-8")
        target = folder / path.relative_to(MINI)
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.name != "vocabulary.toml":
            text = re.sub(
                r"^((?:name|class|summary|title|text|explanation|event|question|answer|note|container-title|"
                r'primary-mechanism|distinction|publisher|said|citation|value|population|short) = ")([^"\n]*)"$',
                lambda m: f'{m[1]}{m[2]}{written}"',
                text,
                flags=re.MULTILINE,
            )
        target.write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown", "svg"])
@pytest.mark.parametrize(
    "command",
    [
        ("show", "primax"), ("show", "primax", "--all"), ("compare", "primax", "secax"), ("evidence", "primax"),
        ("trials",), ("faq", "primax"), ("list",), ("search", "primax"), ("info",), ("cite",),
    ],
    ids=" ".join,
)  # fmt: skip
def test_nothing_that_data_say_steers_the_terminal(
    run: Run, hostile: Path, command: tuple[str, ...], form: str
) -> None:
    done = run("--data", str(hostile), *command, "-f", form)
    if done.returncode == 2 and "no rows" in done.stderr:
        pytest.skip("the command has no rows")
    assert done.returncode == 0, done.stderr
    assert HARMFUL.search(done.stdout) is None
    assert HARMFUL.search(done.stderr) is None
    if form == "svg":
        ET.fromstring(done.stdout)
    if form == "json":
        said = json.dumps(json.loads(done.stdout))
        assert json.dumps(STEERING)[1:-1] in said or command[0] in {"info", "trials", "evidence"}


@pytest.mark.parametrize("form", ["bibtex", "ris", "csl-json", "text", "csv", "markdown"])
def test_no_format_of_references_carries_what_steers_the_terminal(run: Run, hostile: Path, form: str) -> None:
    done = run("--data", str(hostile), "cite", "-f", form)
    assert done.returncode == 0, done.stderr
    assert HARMFUL.search(done.stdout) is None


@pytest.mark.parametrize("command", ["show", "search", "cite", "faq", "open", "compare", "evidence", "audit", "check"])
def test_an_argument_is_quoted_back_without_what_steers_the_terminal(run: Run, command: str) -> None:
    done = run(command, "semax" + STEERING)
    assert HARMFUL.search(done.stdout + done.stderr) is None
    assert "fault in the program" not in done.stderr


def test_an_option_that_does_not_exist_is_quoted_back_shown(run: Run) -> None:
    done = run("show", "semax", "--" + STEERING)
    assert done.returncode == 2
    assert HARMFUL.search(done.stderr) is None


def test_bytes_that_are_no_utf8_are_looked_up_as_they_are_shown(run: Run) -> None:
    for command in (("show",), ("search",), ("show", "-f", "json"), ()):
        done = run(*command, "semax \udcff")
        assert "fault" not in done.stderr, done.stderr


def test_a_file_name_never_steers_the_terminal(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "a\x1b]0;owned\x07\x9b.md"
    article.write_bytes("Семакс весит 813,92 Да и давно применяется в России.\n".encode("cp1251"))
    for form in ("table", "json", "csv", "markdown", "sarif"):
        done = run("audit", str(article), "-f", form)
        assert "owned" in done.stderr
        assert HARMFUL.search(done.stdout + done.stderr) is None, form
