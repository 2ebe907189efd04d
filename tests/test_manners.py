"""How the program behaves in terminals, pagers, shells and for screen readers."""

from __future__ import annotations

import os
import pty
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import PROGRAM, Run
from peptidecli.dataset.dataset import Dataset
from test_terminal import ESCAPES, in_terminal

SIGNS = re.compile("[◆●◐○▫▇─═✗✓→±≈·–]")
LAID_OUT = [
    ("show", "semax"),
    ("show", "cerebrolysin", "--all"),
    ("show", "selank"),
    ("show", "p21", "--refs"),
    ("compare", "semax", "selank", "noopept"),
    ("cite", "--compound", "semax"),
    ("cite", "grigoriev"),
    ("list",),
    ("info",),
]


# -- plain and links ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", LAID_OUT, ids=" ".join)
def test_plain_has_words_and_no_signs_or_lines(run: Run, arguments: tuple[str, ...]) -> None:
    done = run(*arguments, "--plain")
    assert (done.returncode, done.stderr) == (0, "")
    assert SIGNS.findall(done.stdout) == []
    assert [line for line in done.stdout.splitlines() if line != line.rstrip()] == []


def test_plain_says_in_words_which_way_a_finding_went(run: Run) -> None:
    text = run("show", "semax", "--all", "--plain").stdout
    assert re.search(r"^  animal, found: ", text, re.MULTILINE)
    assert re.search(r"^  animal, no effect: ", text, re.MULTILINE)


def test_plain_can_be_asked_for_by_the_environment(run: Run) -> None:
    assert run("show", "semax", PEPTIDE_PLAIN="1").stdout == run("show", "semax", "--plain").stdout


def test_plain_says_what_is_shared_in_an_alignment(run: Run) -> None:
    assert "The same in all: Pro at 5, Gly at 6, Pro at 7" in run("compare", "semax", "selank", "--plain").stdout


def test_plain_in_a_terminal_has_no_codes(environment: dict[str, str]) -> None:
    assert "\x1b" not in in_terminal(environment, ["list", "--plain"])


def test_no_links_takes_links_away_and_leaves_colour(environment: dict[str, str]) -> None:
    for text in (
        in_terminal(environment, ["cite", "dolotov", "hippocampus", "--no-links"]),
        in_terminal(environment | {"PEPTIDE_NO_LINKS": "1"}, ["cite", "dolotov", "hippocampus"]),
    ):
        assert "\x1b]8" not in text
        assert "\x1b[" in text
        assert "doi:10.1016/j.brainres.2006.07.108" in text


def test_force_color_gives_colour_to_a_pipe(run: Run) -> None:
    assert "\x1b[" in run("cite", "dolotov", FORCE_COLOR="1").stdout


def test_no_color_wins_over_colour_but_not_over_weight(environment: dict[str, str]) -> None:
    text = in_terminal(environment | {"NO_COLOR": "1"}, ["list"])
    assert not re.search(r"\x1b\[[0-9;]*(3[0-7]|9[0-7])m", text)


def test_row_formats_are_not_wrapped_in_a_pipe(run: Run) -> None:
    assert max(len(line) for line in run("cite", "dolotov", "-f", "csv").stdout.splitlines()) > 200


# -- the pager ---------------------------------------------------------------------------------------------------


@pytest.fixture
def pager(tmp_path: Path) -> str:
    """Return a pager that says it was there, reads three lines and leaves."""
    path = tmp_path / "three-lines"
    path.write_text("#!/bin/sh\necho PAGED\nhead -n 3\n")
    path.chmod(0o755)
    return str(path)


def test_a_long_answer_in_a_terminal_goes_to_the_pager_and_leaving_it_is_no_fault(
    environment: dict[str, str], pager: str
) -> None:
    text = ESCAPES.sub("", in_terminal(environment | {"PAGER": pager}, ["show", "semax", "--all"]))
    assert text.startswith("PAGED\nSemax")
    assert text.count("\n") == 4


def test_a_short_answer_does_not_go_to_the_pager(environment: dict[str, str], pager: str) -> None:
    assert "PAGED" not in in_terminal(environment | {"PAGER": pager}, ["cite", "dolotov", "hippocampus", "2006"])


@pytest.mark.parametrize("more", [{"PAGER": ""}, {"PAGER": "cat"}, {"PAGER": "no-such-pager"}], ids=str)
def test_an_empty_pager_or_cat_or_one_that_is_not_there_is_none(
    environment: dict[str, str], more: dict[str, str]
) -> None:
    text = in_terminal(environment | more, ["show", "semax", "--all"])
    assert text.count("\n") > 300


@pytest.mark.parametrize("failing", ["false", "sh -c 'echo no terminal >&2; exit 3'"], ids=str)
def test_what_a_pager_that_fails_at_once_has_not_shown_is_printed(environment: dict[str, str], failing: str) -> None:
    text = in_terminal(environment | {"PAGER": failing}, ["show", "semax", "--all"])
    assert text.count("\n") > 300


@pytest.mark.parametrize("more", [{"PAGER": "true"}, {"PAGER": "less", "LESS": "cat"}], ids=str)
def test_what_a_pager_that_ends_well_has_not_even_read_is_printed(
    environment: dict[str, str], more: dict[str, str]
) -> None:
    """As `less` does where LESS asks for what it does not know."""
    text = in_terminal(environment | more, ["show", "semax", "--all"])
    assert text.count("\n") > 300


@pytest.mark.skipif(not shutil.which("less"), reason="there is no less")
@pytest.mark.parametrize("options", [None, "", "-i", "i", "FRX", "-R", "-r", "-Pmore\\?", "--ignore-case", "-FX"])
def test_less_shows_colours_whatever_is_set_for_it(environment: dict[str, str], options: str | None) -> None:
    master, slave = pty.openpty()
    more = {"LINES": "50", "PAGER": "less"} | ({} if options is None else {"LESS": options})
    process = subprocess.Popen(
        [PROGRAM, "show", "semax", "--all"], env=environment | more, stdin=slave, stdout=slave, stderr=slave,
        start_new_session=True,
    )  # fmt: skip
    os.close(slave)
    shown = b""
    try:
        while chunk := os.read(master, 65536):
            shown += chunk
            os.write(master, b"q")
    except OSError:  # the other end is closed
        pass
    os.close(master)
    assert process.wait(timeout=30) == 0
    assert b"Semax" in shown
    assert b"\x1b[36m" in shown
    assert b"ESC" not in shown


def test_no_pager_prints_straight(environment: dict[str, str], pager: str) -> None:
    for text in (
        in_terminal(environment | {"PAGER": pager}, ["show", "semax", "--all", "--no-pager"]),
        in_terminal(environment | {"PAGER": pager, "PEPTIDE_NO_PAGER": "1"}, ["show", "semax", "--all"]),
    ):
        assert "PAGED" not in text


def test_a_pipe_and_data_formats_are_never_paged(environment: dict[str, str], run: Run, pager: str) -> None:
    assert "PAGED" not in run("show", "semax", "--all", PAGER=pager).stdout
    assert "PAGED" not in in_terminal(environment | {"PAGER": pager}, ["show", "semax", "-f", "json"])


# -- completion --------------------------------------------------------------------------------------------------


def completed(environment: dict[str, str], *words: str) -> list[str]:
    """Return what bash is offered after these words, the last of which is not finished."""
    done = subprocess.run(
        [str(PROGRAM)],
        env=environment
        | {"_PEPTIDE_COMPLETE": "complete_bash", "COMP_WORDS": " ".join(("peptide", *words)),
           "COMP_CWORD": str(len(words))},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("verify", "--new", "sem"), ["semax"]),
        (("verify", "dolotov-2006-h"), ["dolotov-2006-hippocampus"]),
        (("sho",), ["show"]),
        (("show", "sem"), ["semax"]),
        (("show", "Сем"), ["Семакс"]),
        (("show", "tp-"), ["tp-7"]),
        (("compare", "semax", "se"), ["selank"]),
        (("cite", "dolotov-2006"), ["dolotov-2006-basal-forebrain", "dolotov-2006-hippocampus"]),
        (("open", "dolotov-2006-h"), ["dolotov-2006-hippocampus"]),
        (("open", "sema"), ["semax"]),
        (("cite", "--compound", "noo"), ["noopept"]),
        (("cite", "--topic", "neuro"), ["neurotrophins", "neurogenesis", "neurotrauma"]),
        (("cite", "--design", "random"), ["randomized-controlled-trial"]),
        (("cite", "--design", "hum"), ["human"]),
        (("cite", "-f", "b"), ["bibtex"]),
        (("cite", "--style", "v"), ["vancouver"]),
        (("show", "semax", "--section", "ef"), ["effects"]),
        (("--data", "/no-such-folder", "show", "s"), []),
    ],
    ids=str,
)  # fmt: skip
def test_tab_offers_names_references_and_words(
    environment: dict[str, str], words: tuple[str, ...], offered: list[str]
) -> None:
    assert completed(environment, *words) == offered


def test_every_name_that_is_offered_is_understood(environment: dict[str, str], run: Run) -> None:
    for beginning in ("s", "n", "c", "p", "t", "a", "G", "С", "N-"):
        for name in completed(environment, "show", beginning):
            assert run("show", name).returncode == 0, name


HOSTILE = """\
id = "semax"
extends = true

[[alias]]
text = "$(touch x)"
kind = "code"

[[alias]]
text = "`id`"
kind = "code"

[[alias]]
text = "bench;touch"
kind = "code"

[[alias]]
text = "bench*"
kind = "code"

[[alias]]
text = "bench(7)"
kind = "code"

[[alias]]
text = "-bench"
kind = "code"

[[alias]]
text = "bench-ö.7+"
kind = "code"
"""

TERM = """\
[[topic]]
id = "touch-x"
label = "`touch x`"
area = "outcome"
definition = "A topic whose name is a command."
"""

TAB = """\
eval "$(peptide --show-completion bash)"
COMP_WORDS=(peptide --data "$DATA" "${@:1}")
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_peptide_completion peptide
for word in "${COMPREPLY[@]}"; do echo "$word"; eval ": $word"; done
"""
"""What bash does at a Tab, and at the Enter after it, with each word that is offered."""


@pytest.mark.parametrize(
    ("shell", "begins"),
    [("bash", "_peptide_completion() {"), ("zsh", "#compdef peptide"), ("fish", "complete --command")],
)
def test_the_script_of_the_shell_that_is_named_is_shown(run: Run, shell: str, begins: str) -> None:
    assert run("--show-completion", shell).stdout.startswith(begins)


def test_a_shell_that_nobody_knows_has_no_script(run: Run) -> None:
    for option in ("--show-completion", "--install-completion"):
        for shells in (["nonsense"], ["bash", "zsh"]):
            done = run(option, *shells)
            assert (done.returncode, done.stdout) == (2, "")
            assert " ".join(shells) in done.stderr


SCRIPTS = {"bash": ".local/share/bash-completion/completions/peptide", "zsh": ".zfunc/_peptide",
           "fish": ".config/fish/completions/peptide.fish"}  # fmt: skip


@pytest.mark.parametrize("shell", SCRIPTS)
@pytest.mark.parametrize("named", ["home", 'it\'s $(touch made) "home"'])
def test_completion_is_put_where_the_shell_looks_and_no_start_up_file_is_touched(
    run: Run, tmp_path: Path, shell: str, named: str
) -> None:
    folder = tmp_path / named
    folder.mkdir()
    for name in (".bashrc", ".zshrc"):
        (folder / name).write_bytes(b"# caf\xe9\r\n")
    none = {"XDG_DATA_HOME": "", "XDG_CONFIG_HOME": "", "ZDOTDIR": "", "BASH_COMPLETION_USER_DIR": ""}
    for _ in range(2):
        done = run("--install-completion", shell, HOME=str(folder), **none)
        assert (done.returncode, done.stderr) == (0, "")
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert files - {".bashrc", ".zshrc"} == {SCRIPTS[shell]}
    assert {(folder / name).read_bytes() for name in (".bashrc", ".zshrc")} == {b"# caf\xe9\r\n"}
    script = (folder / SCRIPTS[shell]).read_text(encoding="utf-8")
    assert script.strip() == run("--show-completion", shell).stdout.strip()
    assert f"{folder / SCRIPTS[shell]}: completion for {shell}" in done.stdout
    assert shell == "fish" or shlex.quote(str((folder / SCRIPTS[shell]).parent))[:-1] in done.stdout


def test_a_line_that_is_told_for_bash_completes_where_it_is_added(run: Run, tmp_path: Path) -> None:
    home = tmp_path / "it's $(touch made) home"
    home.mkdir()
    done = run("--install-completion", "bash", HOME=str(home), XDG_DATA_HOME="", BASH_COMPLETION_USER_DIR="")
    line = done.stdout.splitlines()[1].partition("~/.bashrc: ")[2]
    shown = subprocess.run(
        ["bash", "-c", f"{line}\ncomplete -p peptide"], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert shown.stdout == "complete -o default -F _peptide_completion peptide\n"
    assert not (tmp_path / "made").exists()


def test_what_is_no_script_of_ours_is_not_replaced_by_one(run: Run, tmp_path: Path) -> None:
    script = tmp_path / SCRIPTS["fish"]
    script.parent.mkdir(parents=True)
    script.write_text("# mine\n", encoding="utf-8")
    done = run("--install-completion", "fish", HOME=str(tmp_path), XDG_CONFIG_HOME="")
    assert (done.returncode, script.read_text(encoding="utf-8")) == (2, "# mine\n")
    assert "no script of this program" in done.stderr
    os.mkfifo(tmp_path / "pipe")
    script.unlink()
    script.symlink_to(tmp_path / "pipe")
    assert run("--install-completion", "fish", HOME=str(tmp_path), XDG_CONFIG_HOME="").returncode == 3


def test_powershell_is_told_what_to_add_to_its_own_file(run: Run) -> None:
    assert "peptide --show-completion pwsh" in run("--install-completion", "pwsh").stderr


@pytest.mark.parametrize("form", ["ndjson", "csv", "svg", "html", "markdown"])
def test_what_writes_data_refuses_a_format_it_has_not_before_it_writes(run: Run, tmp_path: Path, form: str) -> None:
    for arguments in (("new", "Xtide"), ("add", "10.5555/none", "--dry-run")):
        done = run("--data", str(tmp_path / "own"), *arguments, "-f", form)
        assert (done.returncode, done.stdout) == (2, "")
        assert f"'{form}' is not one of 'table', 'json'." in done.stderr
    assert not (tmp_path / "own").exists()


@pytest.mark.parametrize(
    "arguments",
    [("list",), ("search", "semax"), ("faq", "semax"), ("info",), ("check",), ("trials", "semax")],
    ids=" ".join,
)
def test_help_names_the_formats_a_command_has_and_no_others(run: Run, arguments: tuple[str, ...]) -> None:
    told = re.search(r"--format <(.*?)>", run(arguments[0], "--help").stdout)
    assert told
    for form in ("table", "json", "csv", "markdown", "svg", "ndjson", "html"):
        done = run(*arguments, "-f", form)
        assert done.returncode == (0 if form in told[1].split("|") else 2), (form, done.stderr)


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """Return a folder of own data whose names are commands."""
    (tmp_path / "own" / "compounds").mkdir(parents=True)
    (tmp_path / "own" / "compounds" / "semax.toml").write_text(HOSTILE, encoding="utf-8")
    (tmp_path / "own" / "vocabulary.toml").write_text(TERM, encoding="utf-8")
    return tmp_path / "own"


@pytest.mark.parametrize("key", ["$(touch x)", "*", "a\\nb", "-x", "(("])
def test_an_id_of_own_vocabulary_that_a_shell_would_read_is_refused(run: Run, tmp_path: Path, key: str) -> None:
    (tmp_path / "vocabulary.toml").write_text(TERM.replace("touch-x", key), encoding="utf-8")
    done = run("--data", str(tmp_path), "list")
    assert done.returncode == 3
    assert "Expected an id: ASCII words joined by hyphens" in done.stderr


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("show", "$("), []),
        (("show", "$(touch x"), []),
        (("show", "`"), []),
        (("show", "`id`"), []),
        (("show", ""), ["semax"]),
        (("show", "bench"), ["bench-ö.7+"]),
        (("cite", "--topic", "$"), []),
        (("cite", "--topic", ""), ["anxiety"]),
    ],
    ids=str,
)
def test_bash_offers_no_name_that_it_would_run(
    environment: dict[str, str], hostile: Path, words: tuple[str, ...], offered: list[str]
) -> None:
    place = hostile.parent / "here"
    place.mkdir()
    done = subprocess.run(
        ["bash", "--norc", "-c", TAB, "bash", *words],
        cwd=place,
        env=environment | {"PATH": f"{PROGRAM.parent}:{environment['PATH']}", "DATA": str(hostile)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""
    assert list(place.iterdir()) == []
    found = done.stdout.split("\n")[:-1]
    assert (set(offered) <= set(found)) if offered else found == []
    assert all(re.fullmatch(r"[^\W_][\w.+-]*", word) for word in found)


def test_zsh_is_told_nothing_of_a_name_that_it_would_run(environment: dict[str, str], hostile: Path) -> None:
    path = hostile / "compounds" / "zzq.toml"
    keys = ("class", "summary", "primary-mechanism", "distinction")
    path.write_text('id = "zzq"\nname = "\\\\$(touch x) `id`"\n' + "".join(f'{key} = "x"\n' for key in keys))
    more = {"_PEPTIDE_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": f"peptide --data {hostile} show zz"}
    done = subprocess.run(
        [str(PROGRAM)], env=environment | more, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert "zzq" in done.stdout
    assert not set("$`\\;&|<>") & set(done.stdout)


@pytest.mark.parametrize(
    "more",
    [
        {"COMP_WORDS": "peptide show se", "COMP_CWORD": "x"},
        {"COMP_WORDS": "peptide show se"},
        {"COMP_WORDS": "peptide show se", "COMP_CWORD": "2", "_PEPTIDE_COMPLETE": "complete_nothing"},
        {"COMP_WORDS": "peptide show se", "COMP_CWORD": "2", "PEPTIDE_DATA": "{broken}"},
        {"COMP_WORDS": "peptide show se", "COMP_CWORD": "2", "PEPTIDE_DATA": "/no-such-folder"},
        {"COMP_WORDS": 'peptide show "$(', "COMP_CWORD": "2"},
    ],
    ids=str,
)
def test_completing_is_silent_whatever_happens(
    environment: dict[str, str], tmp_path: Path, more: dict[str, str]
) -> None:
    (tmp_path / "compounds").mkdir()
    (tmp_path / "compounds" / "semax.toml").write_text("id = \n")
    given = {name: value.format(broken=tmp_path) for name, value in more.items()}
    done = subprocess.run(
        [str(PROGRAM)],
        env=environment | {"_PEPTIDE_COMPLETE": "complete_bash"} | given,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout.strip(), done.stderr) == ("", "")


@pytest.mark.parametrize("key", ["$(touch x)", "`id`", "a b", "Semax", "semax\\n", "-x", "х"])
def test_an_id_that_a_shell_would_not_take_as_it_stands_is_refused_with_file_and_line(
    run: Run, tmp_path: Path, key: str
) -> None:
    (tmp_path / "a" / "compounds").mkdir(parents=True)
    compound = tmp_path / "a" / "compounds" / "semax.toml"
    compound.write_text(f'id = "{key}"\nextends = true\n', encoding="utf-8")
    (tmp_path / "b").mkdir()
    references = tmp_path / "b" / "references.toml"
    references.write_text(f'[[reference]]\nid = "{key}"\ntitle = "x"\n', encoding="utf-8")
    for path, line, folder in ((compound, 1, "a"), (references, 2, "b")):
        done = run("--data", str(tmp_path / folder), "list")
        assert done.returncode == 3
        assert f"{path}:{line}: Expected an id: lower-case ASCII words joined by hyphens" in done.stderr


@pytest.mark.parametrize(
    "more",
    [
        {"_PEPTIDE_COMPLETE": "complete_bash", "COMP_WORDS": "peptide show se", "COMP_CWORD": "2"},
        {"_PEPTIDE_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "peptide show se"},
        {"_PEPTIDE_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "peptide "},
        {"_PEPTIDE_COMPLETE": "complete_fish", "_TYPER_COMPLETE_ARGS": "peptide cite dolotov",
         "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
    ],
    ids=lambda more: more["_PEPTIDE_COMPLETE"],
)  # fmt: skip
def test_completing_does_not_import_rich(environment: dict[str, str], more: dict[str, str]) -> None:
    code = (
        "import sys, atexit\n"
        "atexit.register(lambda: print(*sys.modules, file=sys.stderr))\n"
        "from peptidecli.__main__ import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment | more, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip()
    assert [name for name in done.stderr.split() if name.split(".")[0] in {"rich", "pygments"}] == []


# -- open --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("dolotov-2006-hippocampus", "https://doi.org/10.1016/j.brainres.2006.07.108"),
        ("16996037", "https://doi.org/10.1016/j.brainres.2006.07.108"),
        ("PMID:14714455", "https://pubmed.ncbi.nlm.nih.gov/14714455/"),
        ("kaplan-1996-nootropic",
         "https://doi.org/10.1002/%28SICI%291520-6769%28199609%2919:2%3C115::AID-NRC171%3E3.0.CO%3B2-B"),
        ("semax", "https://pubchem.ncbi.nlm.nih.gov/compound/"),
        ("Семакс", "https://pubchem.ncbi.nlm.nih.gov/compound/"),
    ],
)  # fmt: skip
def test_open_prints_where_a_reference_or_a_compound_is(run: Run, name: str, address: str) -> None:
    done = run("open", name, "--print")
    assert done.returncode == 0
    assert done.stdout.startswith(address)
    assert len(done.stdout.splitlines()) == 1


def test_open_hands_the_address_to_the_browser(run: Run, tmp_path: Path) -> None:
    browser, seen = tmp_path / "browser", tmp_path / "seen"
    browser.write_text(f'#!/bin/sh\necho "$1" > {seen}\n')
    browser.chmod(0o755)
    done = run("open", "16996037", BROWSER=f"{browser} %s")
    assert (done.returncode, done.stdout) == (0, "")
    assert seen.read_text().strip() == "https://doi.org/10.1016/j.brainres.2006.07.108"


def test_where_no_browser_opens_an_address_that_is_said(run: Run) -> None:
    done = run("open", "16996037", BROWSER="false")
    assert (done.returncode, done.stdout) == (0, "https://doi.org/10.1016/j.brainres.2006.07.108\n")
    assert "no browser was opened" in done.stderr


def test_open_of_a_compound_without_an_entry_says_what_to_type(run: Run) -> None:
    done = run("open", "cerebrolysin", "--print")
    assert (done.returncode, done.stdout) == (1, "")
    assert "peptide cite --compound cerebrolysin" in done.stderr


# -- brief and references ----------------------------------------------------------------------------------------


def test_refs_has_every_reference_whole_and_no_finding(run: Run, bundled: Dataset) -> None:
    text = re.sub(r"\s+", " ", run("show", "selank", "--refs").stdout)
    assert [k for k in bundled.references_of("selank") if bundled.references[k].title not in text] == []
    assert "MECHANISMS" not in text


def test_ways_to_shorten_exclude_each_other(run: Run) -> None:
    assert run("show", "semax", "--all", "--refs").returncode == 2


def test_options_that_commands_share_have_one_help_text(run: Run) -> None:
    shared = {"--plain": set(), "--no-links": set(), "--no-pager": set(), "--width": set()}  # type: dict[str, set[str]]
    for command in ("show", "compare", "cite", "list", "info"):
        text = run(command, "--help").stdout
        for option, texts in shared.items():
            found = re.search(rf"^  {option} .*?(?=^  -)", text, re.MULTILINE | re.DOTALL)
            assert found, (command, option)
            texts.add(" ".join(found[0].split()))
    assert {option: len(texts) for option, texts in shared.items()} == dict.fromkeys(shared, 1)


@pytest.mark.parametrize(
    "typed",
    ["peptide show --json ", "peptide --version ", "peptide help ", "peptide help s", "peptide --show-completion zsh s",
     "peptide cite --json ", "peptide check --json "],
)  # fmt: skip
def test_tab_prints_nothing_but_completions_which_a_shell_runs(environment: dict[str, str], typed: str) -> None:
    asked = {"_PEPTIDE_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": typed}
    done = subprocess.run([str(PROGRAM)], env=environment | asked, capture_output=True, text=True, check=False)
    assert done.stdout.startswith(("_arguments '*: :((", "_files")), done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("arguments", "option"),
    [
        (("cite", "--compound", "semax", "--compound", "selank"), "--compound"),
        (("search", "sleep", "--design=human", "--design", "animal"), "--design"),
        (("audit", "-", "--left", "a.json", "--left", "b.json"), "--left"),
    ],
)
def test_an_option_that_takes_one_value_is_not_given_twice(run: Run, arguments: tuple[str, ...], option: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"'{option}': it is given twice" in done.stderr


def test_a_format_or_width_given_again_overrules_that_of_an_alias(run: Run) -> None:
    assert run("list", "--width", "40", "-f", "csv", "-f", "JSON", "--width", "90").stdout == run(
        "list", "-f", "json").stdout  # fmt: skip


def test_a_result_is_understood_in_capitals(run: Run) -> None:
    assert (
        run("search", "selank", "--result", "POSITIVE").stdout == run("search", "selank", "--result", "positive").stdout
    )


def test_an_empty_name_of_a_folder_is_not_the_folder_one_is_in(run: Run) -> None:
    done = run("check", "")
    assert (done.returncode, done.stdout) == (2, "")
    assert "the name is empty" in done.stderr


def test_an_option_of_the_program_behind_a_command_is_said_to_stand_before_it(run: Run) -> None:
    done = run("new", "Labtide", "--data", "d")
    assert done.returncode == 2
    assert "it stands before the command: peptide --data ... new" in done.stderr


def test_a_style_without_a_name_is_refused(run: Run) -> None:
    done = run("cite", "dolotov", "--style", "")
    assert (done.returncode, done.stdout) == (2, "")
    assert "'--style': it is empty" in done.stderr
