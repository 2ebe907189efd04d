"""Whatever is typed, written or piped in: a status that means something, an answer or a sentence, never a fault.

The program runs whole, in a process of its own that is forked from one in which it is imported already.
"""

from __future__ import annotations

import gc
import json
import os
import re
import signal
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from conftest import MINI
from peptidecli import __main__ as program
from peptidecli.audit import Auditor, parse  # noqa: F401 - imported before the fork
from peptidecli.dataset.dataset import of_folders
from peptidecli.dataset.locations import bundled as bundled_folder
from peptidecli.errors import DatasetError
from peptidecli.notation import alignment, identifiers
from peptidecli.terminal import console  # noqa: F401

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork"),
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
]

STATUSES = {0, 1, 2, 3, 4, 130, 141}
HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
ANYTHING = st.text(st.characters(codec="utf-8"), max_size=40).filter(lambda text: "\0" not in text)
SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


class Done(NamedTuple):
    """What came of a run."""

    status: int
    out: str
    err: str


class Program:
    """The program, run with arguments and standard input, in a folder and a home of its own."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._home = place / "home"
        self._work = place / "work"
        self._home.mkdir()
        self._work.mkdir()

    def __call__(self, *arguments: str, stdin: bytes = b"") -> Done:
        with tempfile.TemporaryFile() as given_, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            given_.write(stdin)
            given_.seek(0)
            child = os.fork()
            if child == 0:
                self._become(arguments, given_.fileno(), out.fileno(), err.fileno())
            _, ended = os.waitpid(child, 0)
            out.seek(0)
            err.seek(0)
            return Done(os.waitstatus_to_exitcode(ended), out.read().decode(), err.read().decode())

    def _become(self, arguments: tuple[str, ...], *streams: int) -> None:
        """Be the program; does not return."""
        status = 99
        try:
            signal.alarm(30)
            for number, stream in enumerate(streams):
                os.dup2(stream, number)
            sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
            sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
            sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
            os.environ.clear()
            os.environ.update(HOME=str(self._home), PATH="/usr/bin:/bin", LANG="C.UTF-8", BROWSER="true")
            os.chdir(self._work)
            sys.argv = ["peptide", *arguments]
            gc.freeze()
            program.main()
            status = 0
        except SystemExit as ended:
            status = ended.code if isinstance(ended.code, int) else 0 if ended.code is None else 98
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)


@pytest.fixture(scope="module")
def peptide(tmp_path_factory: pytest.TempPathFactory) -> Program:
    return Program(tmp_path_factory.mktemp("properties"))


def keeps_the_contract(done: Done, arguments: tuple[str, ...]) -> None:
    """Hold status, stdout and stderr of a run to what the program promises."""
    assert done.status in STATUSES, done
    assert "fault in the program" not in done.err, done.err
    assert "Traceback" not in done.err, done.err
    assert not HARMFUL.search(done.out), done.out
    assert not HARMFUL.search(done.err), done.err
    if done.status in {2, 3, 4}:
        assert done.err
        # An audit answers for the files that can be read, as grep does, and ends with 2 for the one that cannot.
        assert done.out == "" or (done.status == 2 and "audit" in arguments), done
    if done.status == 1:
        assert done.out or done.err
    # Help, the version and the list of fields are text whatever the format.
    if done.out and arguments[-2:] == ("-f", "json") and not _TEXT & {*arguments}:
        assert json.loads(done.out)["format"] == 1


_TEXT = {"--help", "-h", "--version", "--json", "--json="}

COMMANDS = "show compare cite search trials list evidence faq open info audit check schema help".split()
OPTIONS = (
    "--help -h --version --all --section --refs --differences --compound --topic --design --since --until --standing "
    "--limit --timeline --explain --result --kind --print --only-problems --report -f --format --json --json= --width "
    "--plain --no-links --no-pager --data --no-user-data --no-cache --style -- - -"
).split()
WORDS = "semax Семакс selank dolotov 2006 stroke BDNF MEHFPGP 80714-61-0 16996037 10.1016/j.x side effects all".split()
FORMATS = "table json csv markdown svg ndjson html bibtex ris csl-json text sarif".split()
ARGUMENT = st.one_of(
    st.sampled_from(COMMANDS), st.sampled_from(OPTIONS), st.sampled_from(WORDS), st.sampled_from(FORMATS), ANYTHING,
    st.integers().map(str),
)  # fmt: skip


@SHARED
@given(st.lists(ARGUMENT, max_size=6))
def test_any_arguments_end_in_an_answer_or_a_sentence(peptide: Program, arguments: list[str]) -> None:
    assume(not {"add", "new", "export", "verify", "mcp"} & set(arguments[:3]))  # they write, or ask the network
    keeps_the_contract(peptide(*arguments), tuple(arguments))


@SHARED
@given(st.sampled_from(COMMANDS[:11]), st.lists(ARGUMENT, max_size=4), st.sampled_from(FORMATS))
def test_any_arguments_of_a_command_in_any_format_do_too(
    peptide: Program, command: str, arguments: list[str], form: str
) -> None:
    whole = (command, *arguments, "-f", form)
    keeps_the_contract(peptide(*whole), whole)


NUMBERS = st.one_of(
    ANYTHING,
    st.from_regex(r"(doi:|https://doi\.org/|)10\.[0-9]{3,6}/\S{0,12}", fullmatch=True).filter(lambda t: "\0" not in t),
    st.from_regex(r"(PMID:? ?|PMC|CAS |)[0-9]{1,12}(-[0-9]{2}-[0-9])?", fullmatch=True),
    st.text("ARNDCQEGHILKMFPSTWYVX-", min_size=1, max_size=60),
)


@SHARED
@given(st.sampled_from(["show", "cite", "open", "search"]), NUMBERS)
def test_any_identifier_is_found_or_not(peptide: Program, command: str, number: str) -> None:
    whole = (command, *(("--print",) if command == "open" else ()), "--", number)
    done = peptide(*whole)
    keeps_the_contract(done, whole)
    if command == "open" and done.status == 0:
        assert re.fullmatch(r"https://[!-~]+\n", done.out)
        assert not set(done.out) & set(" '\"`$;|<>(){}\\*!")


@given(NUMBERS)
def test_what_is_taken_for_a_number_has_its_form(text: str) -> None:
    number = identifiers.parse(text)
    if number and number.kind != "CAS RN":
        assert identifiers.parse(number.value) == number
        assert re.fullmatch(r"https://[!-~]+", identifiers.address(number.kind, number.value))


RESIDUES = st.text("ARNDCQEGHILKMFPSTWYV", min_size=1, max_size=40)
FEW = st.text("ARND", min_size=4, max_size=40)
"""Sequences of few kinds of residues, in which pieces resemble one another."""


@given(st.lists(RESIDUES, min_size=2, max_size=6))
def test_sequences_of_any_length_are_aligned_and_lose_nothing(residues: list[str]) -> None:
    rows = alignment.align(residues)
    assert len({len(row) for row in rows}) == 1
    assert [row.replace(alignment.GAP, "") for row in rows] == residues


@given(st.one_of(RESIDUES, FEW, st.text("ARNDCQEGHILKMFPSTWYV", min_size=400, max_size=900)), st.data())
def test_a_piece_of_any_sequence_is_aligned_without_a_gap_at_its_place(whole: str, data: st.DataObject) -> None:
    assume(len(whole) >= 4)
    start = data.draw(st.integers(0, len(whole) - 4))
    piece = whole[start : data.draw(st.integers(start + 4, len(whole)))]
    # Counted with overlaps.
    assume(sum(whole.startswith(piece, i) for i in range(len(whole))) == 1)
    placed = (alignment.GAP * start + piece).ljust(len(whole), alignment.GAP)
    assert alignment.align([whole, piece]) == (whole, placed)
    assert alignment.align([piece, whole]) == (placed, whole)


@given(st.text("ARNDCQEGHILKMFPSTWYV", min_size=12, max_size=40), st.data())
def test_a_piece_of_which_three_residues_are_others_is_aligned_without_a_gap(whole: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(whole) - 12))
    piece = list(whole[start : data.draw(st.integers(start + 12, len(whole)))])
    for place in data.draw(st.lists(st.integers(0, len(piece) - 1), max_size=3)):
        piece[place] = data.draw(st.sampled_from("ARNDCQEGHILKMFPSTWYV"))
    over, under = (row.strip(alignment.GAP) for row in alignment.align([whole, "".join(piece)]))
    assert (over, under) == (whole, "".join(piece))


@given(st.lists(FEW, min_size=1, max_size=5), st.data())
def test_a_piece_of_one_of_several_sequences_is_in_one_piece_under_one_that_has_it(
    residues: list[str], data: st.DataObject
) -> None:
    whole = data.draw(st.sampled_from(residues))
    start = data.draw(st.integers(0, len(whole) - 4))
    piece = whole[start : data.draw(st.integers(start + 4, len(whole)))]
    at = data.draw(st.integers(0, len(residues)))
    rows = alignment.align([*residues[:at], piece, *residues[at:]])
    under = rows[at]

    def in_one_piece(over: str) -> bool:
        pairs = [(here, there) for here, there in zip(over, under, strict=True) if (here, there) != ("-", "-")]
        placed = "".join(there for _, there in pairs).strip(alignment.GAP)
        return placed == piece and all(here == there for here, there in pairs if there != alignment.GAP)

    assert any(in_one_piece(over) for i, over in enumerate(rows) if i != at)


FRAGMENTS = st.sampled_from(
    ["Semax ", "Семакс", "887.04 Da", "(Dolotov et al., 2006)", "PMID 16996037", "10.1016/j.brainres.2006.07.108", "# ",
     "| a | b |\n|---|---|\n", "[1]", "[^1]: ", "- ", "**", "`", "<p>", "&#27;", "\\cite{a}", "@article{a,\n title={",
     "TY  - JOUR\n", "\n", "\n\n", "approved in ", "Russia", "n = 12", "half-life of ", "\x1b[31m", "\u202e"]
)  # fmt: skip
ARTICLE = st.lists(st.one_of(FRAGMENTS, FRAGMENTS, ANYTHING), max_size=30).map("".join)


@SHARED
@given(st.one_of(ARTICLE.map(str.encode), st.binary(max_size=300)), st.sampled_from(["table", "json", "csv", "sarif"]))
def test_any_text_is_audited_or_refused(peptide: Program, article: bytes, form: str) -> None:
    whole = ("audit", "-", "-f", form)
    keeps_the_contract(peptide(*whole, stdin=article), whole)


VALUES = st.one_of(
    st.integers().map(str), st.floats().map(str), st.booleans().map(lambda truth: str(truth).lower()),
    ANYTHING.map(json.dumps), st.lists(ANYTHING, max_size=3).map(json.dumps), st.just("{}"), st.just("[]"),
    st.just("2026-01-01"), st.sampled_from(['"semax"', '"primax"', '"human"', '"10.1000/x"', '["primax"]']),
)  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn, text: str) -> str:
    """Return a data file's text with a few of its lines changed as nobody would."""
    lines = text.splitlines()
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["value", "key", "gone", "twice", "moved", "more", "cut", "escape"])):
            case "value":
                lines[place] = f"{lines[place].partition('=')[0].strip() or 'x'} = {draw(VALUES)}"
            case "key":
                lines[place] = f"{draw(ANYTHING)} = {lines[place].partition('=')[2]}"
            case "gone":
                del lines[place]
            case "twice":
                lines.insert(place, lines[place])
            case "moved":
                lines.insert(draw(st.integers(0, len(lines) - 1)), lines.pop(place))
            case "more":
                lines.insert(place, draw(ANYTHING))
            case "cut":
                lines[place] = lines[place][: draw(st.integers(0, 20))]
            case _:
                lines[place] = lines[place].replace('"', '"\\u001b]0;x\\u0007\\n', 1)
        lines = lines or [""]
    return "\n".join(lines) + "\n"


SOURCES = {
    **{path.relative_to(MINI).as_posix(): path.read_text("utf-8") for path in sorted(MINI.rglob("*.toml"))},
    "compounds/semax.toml": (bundled_folder() / "compounds" / "semax.toml").read_text("utf-8"),
}


@st.composite
def folders(draw: st.DrawFn) -> dict[str, str]:
    """Return the files of a data folder, one of them changed."""
    name = draw(st.sampled_from(sorted(SOURCES)))
    return {other: text for other, text in SOURCES.items() if other != "compounds/semax.toml"} | {
        name: draw(mutated(SOURCES[name]))
    }


def write(files: dict[str, str], folder: Path) -> None:
    (folder / "compounds").mkdir(parents=True, exist_ok=True)
    for old in folder.rglob("*.toml"):
        old.unlink()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


@SHARED
@given(folders())
def test_own_data_changed_anyhow_are_read_or_refused_with_a_place(tmp_path: Path, files: dict[str, str]) -> None:
    write(files, tmp_path / "own")
    try:
        dataset = of_folders((tmp_path / "own",))
    except DatasetError as error:
        assert str(tmp_path / "own") in str(error)  # noqa: PT017
        return
    assert [record.id for record in dataset.references.values()] == list(dataset.references)


@settings(SHARED, max_examples=max(8, settings().max_examples // 5))
@given(files=folders(), form=st.sampled_from(["table", "json", "markdown"]))
def test_own_data_changed_anyhow_are_answered_from_or_refused(
    peptide: Program, tmp_path: Path, files: dict[str, str], form: str
) -> None:
    write(files, tmp_path / "own")
    for command in (("show", "primax", "--all"), ("check",)):
        whole = ("--data", str(tmp_path / "own"), *command, "-f", form)
        done = peptide(*whole)
        keeps_the_contract(done, whole)
