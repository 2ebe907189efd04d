"""What others wrote (own data, articles, file names, arguments) never steers the terminal."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from conftest import MINI, PROGRAM, Run

pytestmark = pytest.mark.slow

STEERING = "\x1b]0;owned\x07\x1b[31m\x9b2J\x7f\u202e\x08\u2066\u200f\ufeff\uffff\ufdd0\U0010fffe\U000e0041"
HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f\ufdd0-\ufdef\U0010fffe\U0010ffff]"
)
WORDS = frozenset(
    "id URL DOI PMID PMCID area as-of compounds group jurisdiction kind problem residues result source standing status "
    "subject topic verdict means registry".split()
)
"""Keys whose values are ids, numbers or words of the vocabulary, and are refused with anything else in them."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the small dataset with letters that steer a terminal in every text, the labels of the vocabulary too."""
    folder = tmp_path_factory.mktemp("hostile")
    written = "".join(f"\\U{ord(letter):08x}" for letter in STEERING)
    for path in MINI.rglob("*.toml"):
        target = folder / path.relative_to(MINI)
        target.parent.mkdir(parents=True, exist_ok=True)
        number = False
        lines = []
        for line in path.read_text(encoding="utf-8").splitlines():
            number = number if not line.startswith("[") else line == "[[identifier]]"
            found = re.fullmatch(r'([\w-]+) = "([^"]*)"', line)
            if found and found[1] not in WORDS and not (number and found[1] == "value"):
                line = f'{found[1]} = "{found[2]}{written}"'  # noqa: PLW2901
            lines.append(line)
        target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def harmless(done: subprocess.CompletedProcess[str]) -> bool:
    """Tell whether nothing of an answer steers a terminal, and it is no fault."""
    return HARMFUL.search(done.stdout + done.stderr) is None and "fault in the program" not in done.stderr


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown", "svg", "ndjson", "html"])
@pytest.mark.parametrize(
    "command",
    [
        ("show", "primax"), ("show", "primax", "--all"), ("compare", "primax", "secax"), ("evidence", "primax"),
        ("evidence", "--timeline"), ("trials",), ("faq", "primax"), ("list",), ("search", "primax"), ("info",),
        ("cite", "--compound", "primax"), ("cite", "golf"), ("check",),
    ],
    ids=" ".join,
)  # fmt: skip
def test_nothing_that_data_say_steers_the_terminal(
    run: Run, hostile: Path, command: tuple[str, ...], form: str
) -> None:
    done = run("--data", str(hostile), *command, "-f", form)
    assert done.returncode in {0, 1, 2}, done.stderr
    assert harmless(done)
    if done.returncode == 0 and form == "svg":
        ET.fromstring(done.stdout)
    if done.returncode == 0 and form == "json":
        said = json.dumps(json.loads(done.stdout))
        assert json.dumps(STEERING)[1:-1] in said or command[0] in {"info", "trials", "evidence"}


@pytest.mark.parametrize(
    "wrong",
    [("show", "nobody"), ("cite", "--topic", "nothing"), ("cite", "--design", "nothing"), ("compare", "primax", "x"),
     ("open", "primax"), ("list", "--topic", "nothing")],
    ids=" ".join,
)  # fmt: skip
def test_nothing_that_data_say_steers_the_terminal_from_a_message(
    run: Run, hostile: Path, wrong: tuple[str, ...]
) -> None:
    done = run("--data", str(hostile), *wrong)
    assert done.returncode in {1, 2}
    assert done.stderr
    assert harmless(done)


def test_check_tells_each_problem_in_one_line_whatever_the_data_say(run: Run, tmp_path: Path) -> None:
    (tmp_path / "compounds").mkdir()
    text = 'id = "abc"\nname = "Abc"\nclass = "a\\n/etc/x:1: forged"\n'
    (tmp_path / "compounds" / "abc.toml").write_text(text, encoding="utf-8")
    (tmp_path / "a\nb.toml").touch()
    done = run("check", str(tmp_path))
    assert all(line.startswith(str(tmp_path)) for line in done.stdout.splitlines()), done.stdout


def test_a_line_end_in_the_name_of_a_file_or_folder_makes_no_line_of_its_own(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "a\nforged:1: folder"
    (folder / "compounds").mkdir(parents=True)
    (folder / "compounds" / "b\nforged:2: file.toml").write_text('id = "b"\n', encoding="utf-8")
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "c\nforged:3: page.md").write_bytes(b"Semax weighs 887.04 Da: caf\xe9 \xff")
    (tmp_path / "pages" / "d\nforged:4: page.pdf").touch()
    pages = str(tmp_path / "pages")
    for words in (
        ("check", str(folder)), ("check", str(tmp_path / "e\nforged:5: none")), ("--data", str(folder), "list"),
        ("audit", pages), ("audit", str(tmp_path / "f\nforged:6: none.md")), ("audit", pages, "-f", "csv"),
        ("audit", pages, "--report", "--width", "400"), ("audit", "a.md", "--jobs", "g\nforged:7: number"),
    ):  # fmt: skip
        done = run(*words)
        assert "forged" in done.stdout + done.stderr, words
        assert not [line for line in (done.stdout + done.stderr).splitlines() if line.startswith("forged")], words


def test_nothing_that_data_say_reaches_a_language_model_unseen(environment: dict[str, str], hostile: Path) -> None:
    pytest.importorskip("mcp")
    first = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "x", "version": "1"}}
    lines: list[dict[str, object]] = [
        {"id": 1, "method": "initialize", "params": first},
        {"method": "notifications/initialized"},
        {"id": 2, "method": "tools/call", "params": {"name": "show", "arguments": {"name": "primax"}}},
        {"id": 3, "method": "tools/call", "params": {"name": "show", "arguments": {"name": f"x{STEERING}"}}},
    ]
    asked = "".join(json.dumps({"jsonrpc": "2.0", **line}) + "\n" for line in lines)
    done = subprocess.run([PROGRAM, "--data", hostile, "mcp"], input=asked, env=environment, capture_output=True,
                          text=True, timeout=60, check=False)  # fmt: skip
    assert len(done.stdout.splitlines()) == 3
    assert harmless(done)


def test_what_is_taken_in_stands_in_own_data_with_such_letters_written_out(run: Run, tmp_path: Path) -> None:
    title = f"On Semax {STEERING.replace(chr(27), '')} once"
    entry = f"@article{{x, title = {{{title}}}, author = {{Smith, J}}, journal = {{J}}, year = {{2021}}}}\n"
    (tmp_path / "b.bib").write_text(entry, encoding="utf-8")
    done = run("--data", str(tmp_path / "own"), "add", str(tmp_path / "b.bib"))
    assert done.returncode == 0, done.stderr
    assert HARMFUL.search((tmp_path / "own" / "references.toml").read_text(encoding="utf-8")) is None


def test_a_new_compound_has_no_name_that_steers_the_terminal(run: Run, tmp_path: Path) -> None:
    for name in ("\u202eabc", "\x1b[31mred", "z\x7f"):
        done = run("--data", str(tmp_path), "new", name)
        assert (done.returncode, "has letters that no name has" in done.stderr) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_an_audit_against_such_data_does_not_steer_the_terminal(run: Run, hostile: Path, tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text(f"Primax (Golf et al., 2002){STEERING} weighs 900 Da. Baker 2010, PMID 11111111.\n", "utf-8")
    for form in ("table", "json", "ndjson", "csv", "markdown", "sarif", "svg"):
        for more in ((), ("--explain", "all"), ("--report",)):
            done = run("--data", str(hostile), "audit", str(article), "-f", form, *more)
            assert done.returncode in {1, 2}, done.stderr
            assert harmless(done), (form, more)
            if form == "svg":
                ET.fromstring(done.stdout)


@pytest.mark.parametrize("name", ["a.bib", "a.ris", "a.json", "a.ndjson", "folder"])
def test_nothing_that_is_exported_as_text_steers_the_terminal(
    run: Run, hostile: Path, tmp_path: Path, name: str
) -> None:
    target = tmp_path / name
    assert run("--data", str(hostile), "export", str(target)).returncode == 0
    for path in target.iterdir() if target.is_dir() else (target,):
        text = path.read_text(encoding="utf-8")
        assert "Primax" in text or target.is_dir()
        assert HARMFUL.search(text) is None, path


@pytest.mark.parametrize("name", ["[/].md", "a\x1b]0;owned\x07\u202e.md"])
def test_the_bar_shows_the_name_of_a_file_as_it_is_written(
    environment: dict[str, str], tmp_path: Path, name: str
) -> None:
    article = tmp_path / name
    article.parent.mkdir(exist_ok=True)
    article.write_text("Semax is a peptide.\n" * 30_000, encoding="utf-8")
    command = f"{shlex.quote(str(PROGRAM))} audit {shlex.quote(str(article))} > {shlex.quote(str(tmp_path / 'out'))}"
    done = subprocess.run(
        ["script", "-qec", command, "/dev/null"], env=environment, capture_output=True, text=True, check=False
    )
    assert "].md" in done.stdout or "owned" in done.stdout
    assert "\x1b]0;" not in done.stdout
    assert "fault" not in done.stdout


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


@pytest.mark.parametrize("letter", ["\u200b", "\u200d", "\u2060", "\xad"])
def test_what_nobody_sees_between_letters_is_written_out_in_json(run: Run, letter: str) -> None:
    text = run("show", f"sem{letter}ax", "-f", "json").stdout
    assert letter not in text
    assert json.loads(text)["data"]["match"]["query"] == f"sem{letter}ax"


def test_what_no_reader_sees_hides_no_sentence_from_an_audit(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "\x1b[31mSe\u200bmax\u202e is approved by the FDA\x07 in the United States.", "utf-8"
    )
    assert run("audit", str(tmp_path / "a.txt")).returncode == 1
