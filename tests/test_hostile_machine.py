"""What a machine can do to the program: paths, homes, folders, files and limits; each gets a sentence or the answer."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import peptidecli
from conftest import MINI, PROGRAM, Run
from test_streams import in_shell, needs_full

pytestmark = pytest.mark.slow

LONG = "a" * 300
NO_UTF8 = "\udcff"


def told(done: subprocess.CompletedProcess[str], *statuses: int) -> str:
    """Return what was said, after holding that it is a sentence and the status one of those that fit."""
    said = done.stdout + done.stderr
    assert "Traceback" not in said
    assert "fault in the program" not in said
    assert "Exception ignored" not in said
    assert done.returncode in statuses, (done.returncode, said)
    assert done.returncode == 0 or said
    return said


def in_bytes(arguments: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(PROGRAM), *arguments], env=environment, capture_output=True, encoding="utf-8", errors="replace",
        timeout=60, check=False,
    )  # fmt: skip


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MINI, tmp_path / "own"))


@pytest.mark.parametrize("command", ["cite", "trials"])
@pytest.mark.parametrize("option", ["--since", "--until"])
@pytest.mark.parametrize("year", ["0", "-5", "20061", "9" * 19, "9" * 400, "-" + "9" * 400])
def test_a_year_that_is_none_is_told_and_not_taken_for_no_limit(run: Run, command: str, option: str, year: str) -> None:
    assert "is no year; a year has four digits" in told(run(command, option, year, "-f", "csv"), 2)


@pytest.mark.parametrize("command", ["cite", "trials"])
def test_years_that_are_turned_round_are_told(run: Run, command: str) -> None:
    assert "--since 2010 is after --until 2000" in told(run(command, "--since", "2010", "--until", "2000"), 2)


def test_a_member_of_an_archive_that_ends_too_early_is_told_with_a_reason(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "texts.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.md", "Semax " * 10)
    packed = bytearray(path.read_bytes())
    place = packed.find(b"PK\x01\x02")
    packed[place + 20 : place + 28] = (500_000).to_bytes(4, "little") * 2
    path.write_bytes(packed)
    assert "a.md cannot be unpacked: it is damaged" in told(run("audit", str(path)), 1)


# -- own data that nobody would write --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ("x = " + "[" * 1000 + "]" * 1000, "nested too deep"),
        (".".join(["a"] * 100_000) + " = 1", "nested too deep"),
        ("[" + ".".join(["a"] * 100_000) + "]", "nested too deep"),
        ("[[reference]]\nid = 'x'\nissued = " + "9" * 5000, "digits"),
        ("[[reference]]\nid = 'x'\nissued = 0x" + "f" * 50_000, "Expected `int`"),
        ("[[reference]]\nid = '" + "x" * 100_000 + "'", "length"),
        ("\0", "not valid TOML"),
    ],
    ids=["array", "key", "heading", "digits", "hexadecimal", "id", "nul"],
)
def test_a_data_file_of_any_depth_and_size_is_refused_in_a_sentence(
    run: Run, own: Path, more: str, reason: str
) -> None:
    with (own / "references.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n{more}\n")
    done = run("--data", str(own), "list")
    assert reason in told(done, 3)
    assert len(done.stderr) < 1000
    assert reason in told(run("check", str(own)), 1)


@pytest.mark.parametrize("mass", ["nan", "inf", "1e999", "0", "-0.0", "-813.92"])
def test_a_molar_mass_is_a_number_of_grams(run: Run, own: Path, mass: str) -> None:
    path = own / "compounds" / "primax.toml"
    path.write_text(f"molar-mass = {mass}\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    assert "molar-mass" in told(run("--data", str(own), "show", "primax"), 3)


def test_a_compound_of_which_nothing_is_known_is_answered(run: Run, tmp_path: Path) -> None:
    (tmp_path / "compounds").mkdir()
    keys = ("class", "summary", "primary-mechanism", "distinction")
    text = 'id = "zzq"\nname = "Zzq"\n' + "".join(f'{key} = "x"\n' for key in keys)
    (tmp_path / "compounds" / "zzq.toml").write_text(text)
    for command in (("info",), ("info", "-f", "json"), ("list",), ("show", "zzq", "--all"), ("evidence", "zzq"),
                    ("compare", "zzq", "semax"), ("faq", "zzq"), ("search", "zzq")):  # fmt: skip
        told(run("--data", str(tmp_path), *command), 0)
    for command in (("trials", "zzq"), ("cite", "--compound", "zzq"), ("open", "zzq")):
        told(run("--data", str(tmp_path), *command), 1)


# -- names of files and folders --------------------------------------------------------------------------------------


def test_a_name_that_is_no_utf8_is_refused_or_answered(environment: dict[str, str], own: Path) -> None:
    bad = own.parent / f"own{NO_UTF8}"
    shutil.copytree(own, bad)
    shutil.copytree(own, own.parent / "file")
    (own.parent / "file" / "compounds" / "primax.toml").rename(own.parent / "file" / "compounds" / f"p{NO_UTF8}.toml")
    for folder in (str(bad), str(own.parent / "file")):
        for command in (["list"], ["info", "-f", "json"], ["export", str(own.parent / "a.sqlite")]):
            said = told(in_bytes(["--data", folder, *command], environment), 3)
            assert "has a name that is not UTF-8; rename it" in said
        for form in ("table", "json", "ndjson"):
            assert "not UTF-8" in told(in_bytes(["check", folder, "-f", form], environment), 1)
    told(in_bytes(["list"], environment | {"PEPTIDE_DATA": str(bad)}), 3)
    told(in_bytes(["info", "-f", "json"], environment | {"HOME": str(bad), "PEPTIDE_CACHE": str(bad / "c")}), 0)
    told(in_bytes(["check", f"/nowhere/{NO_UTF8}"], environment), 1)


@pytest.mark.parametrize(
    "command",
    ["show", "search", "cite", "faq", "evidence", "trials", "open", "verify", "audit", "check", "add", "new", "info"],
)
def test_an_argument_that_is_no_utf8_is_answered_in_a_sentence(
    environment: dict[str, str], tmp_path: Path, command: str
) -> None:
    for word in (f"semax {NO_UTF8}", NO_UTF8):
        told(in_bytes(["--data", str(tmp_path), command, word], environment), 0, 1, 2)
    assert not list(tmp_path.rglob(f"*{NO_UTF8}*"))


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["--data", LONG, "list"], 3), (["check", LONG], 1), (["cite", "-f", "text", "--style", f"{LONG}.csl"], 2),
        (["audit", f"{LONG}/x.md"], 2), (["export", f"{LONG}.sqlite"], 2), (["add", f"{LONG}.bib"], 2),
        (["audit", "--resume", LONG, "x.md"], 2), (["check", "/" + "a/" * 3000], 1),
        (["--data", "~nosuchuser/x", "list"], 3), (["cite", "-f", "text", "--style", "~nosuchuser/x.csl"], 2),
        (["audit", "~nosuchuser/x.md"], 2), (["check", "~nosuchuser"], 1),
    ],
    ids=lambda value: " ".join(value)[:30] if isinstance(value, list) else str(value),
)  # fmt: skip
def test_a_path_that_can_be_none_is_said_to_be_none(
    run: Run, tmp_path: Path, arguments: list[str], status: int
) -> None:
    told(run(*arguments, XDG_DATA_HOME=str(tmp_path)), status)  # `add` makes the folder it would write into


@pytest.mark.parametrize("name", ["HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "PEPTIDE_CACHE"])
@pytest.mark.parametrize("path", [f"/tmp/{LONG}", "~nosuchuser", "/dev/null", "/dev/full/x"])
def test_a_home_or_a_cache_that_can_be_none_does_not_keep_the_answer(
    environment: dict[str, str], tmp_path: Path, name: str, path: str
) -> None:
    assert "Semax" in told(in_shell(f"cd {tmp_path}; peptide list", environment | {name: path}), 0)
    assert name == "PEPTIDE_CACHE" or list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("make", [Path.touch, lambda path: path.symlink_to("nowhere")], ids=["file", "dangling"])
def test_what_stands_in_the_place_of_own_data_and_is_no_folder_is_named(
    environment: dict[str, str], tmp_path: Path, make: Callable[[Path], None]
) -> None:
    make(tmp_path / "peptide")
    told(in_shell("peptide list", environment | {"XDG_DATA_HOME": str(tmp_path)}), 3)
    told(in_shell("peptide --no-user-data list", environment | {"XDG_DATA_HOME": str(tmp_path)}), 0)


# -- who has no home, no folder, no right ----------------------------------------------------------------------------

_CLOSED = any(not folder.stat().st_mode & 0o001 for folder in Path(sys.executable).absolute().parents)
as_nobody = pytest.mark.skipif(
    os.getuid() != 0 or shutil.which("setpriv") is None or _CLOSED,
    reason="only root can be another user (with setpriv), who must be let to the program",
)
NOBODY = "setpriv --reuid=54321 --regid=54321 --clear-groups"


@pytest.fixture
def reachable(tmp_path: Path) -> Path:
    """Return a folder that another user can reach."""
    for folder in (tmp_path, *tmp_path.parents[:3]):
        if folder != Path("/") and folder.owner() == Path.home().owner():
            folder.chmod(0o755)
    return tmp_path


@as_nobody
def test_who_has_neither_home_nor_entry_gets_the_answer_and_no_folder_called_tilde(
    environment: dict[str, str], reachable: Path
) -> None:
    place = reachable / "work"
    place.mkdir()
    place.chmod(0o777)
    homeless = {key: value for key, value in environment.items() if key != "HOME"}
    for line, statuses in (("list", (0,)), ("info -f json", (0,)), ("new foo", (3,))):
        told(in_shell(f"cd {place}; {NOBODY} peptide {line}", homeless), *statuses)
    assert list(place.iterdir()) == []


def test_an_empty_home_is_none(environment: dict[str, str]) -> None:
    homeless = {key: value for key, value in environment.items() if not key.startswith("XDG_")} | {"HOME": ""}
    assert "HOME: is not set" in told(in_bytes(["new", "foo"], homeless), 3)
    told(in_bytes(["list"], homeless), 0)


@as_nobody
def test_a_home_of_ones_own_that_is_closed_is_said_and_anothers_is_none(
    environment: dict[str, str], reachable: Path
) -> None:
    home = reachable / "home"
    home.mkdir()
    at_home = environment | {"HOME": str(home)}
    for owner, status in ((0, 0), (54321, 3)):
        os.chown(home, owner, owner)
        home.chmod(0)
        said = told(in_shell(f"cd /; {NOBODY} peptide list", at_home), status)
        assert ("cannot be looked into for own data" in said) == bool(status)


def test_a_link_to_nothing_on_the_way_to_own_data_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "share").symlink_to("nowhere")
    (tmp_path / "loop").symlink_to("loop")
    for name in ("share", "loop"):
        done = run("new", "foo", XDG_DATA_HOME=str(tmp_path / name))
        assert (done.returncode, f"{tmp_path / name}: is a link to what is not there" in done.stderr) == (3, True)


@as_nobody
def test_a_folder_or_a_file_that_is_closed_to_us_is_named(environment: dict[str, str], reachable: Path) -> None:
    elsewhere = environment | {"HOME": str(reachable / "nowhere")}
    for closed in (".", "references.toml", "compounds", "compounds/primax.toml"):
        own = Path(shutil.copytree(MINI, reachable / closed.replace("/", "-").replace(".", "x")))
        (own / closed).chmod(0)
        for line in (f"--data {own} list", f"check {own}"):
            said = told(in_shell(f"cd /; {NOBODY} peptide {line}", elsewhere), 1, 2, 3)
            assert "ermission denied" in said or "not readable" in said
    article = reachable / "articles"
    (article / "inside").mkdir(parents=True)
    (article / "inside").chmod(0)
    for line in (f"audit {article}", f"audit {article / 'inside'}", f"audit {article / 'inside' / 'a.md'}"):
        assert "ermission denied" in told(in_shell(f"cd /; {NOBODY} peptide {line}", elsewhere), 1, 2)
    for target in ("a.sqlite", "a.bib", "tables"):
        told(in_shell(f"cd /; {NOBODY} peptide export {reachable / target}", elsewhere), 1, 2)


@pytest.mark.parametrize(
    "line", ["list", "show semax", "audit -", "check .", "--data . list", "export x.sqlite", "audit x.md", "info"]
)
def test_a_working_folder_that_is_gone_is_said_or_not_needed(
    environment: dict[str, str], tmp_path: Path, line: str
) -> None:
    gone = tmp_path / "gone"
    done = in_shell(f"mkdir {gone}; cd {gone}; rmdir {gone}; echo Semax | peptide {line}", environment)
    said = told(done, *((0,) if line in {"list", "show semax", "audit -", "info"} else (2,)))
    assert done.returncode == 0 or "the folder you are working in is no longer there" in said or "x.md" in said


# -- what lies where a file should be --------------------------------------------------------------------------------


def _fifo(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _link(path: Path, target: str) -> None:
    path.unlink()
    path.symlink_to(target)


def _socket(path: Path) -> None:
    path.unlink()
    before = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(before)


def _large(path: Path) -> None:
    with path.open("ab") as file:
        file.truncate(65_000_000)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (_fifo, "not a regular file"),
        (_folder, "not a regular file"),
        (_socket, "not a regular file"),
        (lambda path: _link(path, "/dev/zero"), "not a regular file"),
        (lambda path: _link(path, "nowhere"), "No such file"),
        (lambda path: _link(path, path.name), "Too many levels"),
        (_large, "at most 64 MB are read"),
    ],
    ids=["pipe", "folder", "socket", "device", "dangling", "circular", "large"],
)
@pytest.mark.parametrize("name", ["references.toml", "compounds/primax.toml"])
def test_what_is_no_data_file_is_never_passed_over(
    run: Run, own: Path, name: str, change: Callable[[Path], None], reason: str
) -> None:
    change(own / name)
    said = told(run("--data", str(own), "list"), 3)
    assert f"{own / name}: " in said
    assert reason in said
    assert reason in told(run("check", str(own)), 1)


@pytest.mark.parametrize("kind", ["file", "dangling"])
def test_compounds_that_are_no_folder_are_never_passed_over(run: Run, tmp_path: Path, kind: str) -> None:
    place = tmp_path / "compounds"
    place.write_text("") if kind == "file" else place.symlink_to("nowhere")
    assert f"{place}: cannot be read" in told(run("--data", str(tmp_path), "list"), 3)
    assert f"{place}: is no folder" in told(run("check", str(tmp_path)), 1)


@pytest.mark.parametrize(
    "name", ["reference.toml", "REFERENCES.TOML", "compounds/X.TOML", "compounds/inside/a.toml", "compound/a.toml"]
)
def test_what_is_not_read_is_named_by_check(run: Run, own: Path, name: str) -> None:
    (own / name).parent.mkdir(exist_ok=True)
    shutil.copy(own / "compounds" / "primax.toml", own / name)
    named = own / name if (own / name).parent in {own, own / "compounds"} else (own / name).parent
    assert f"{named}: is not read" in told(run("check", str(own)), 1)


def test_what_editors_and_systems_drop_is_no_data_and_hides_no_edit(run: Run, own: Path) -> None:
    before = told(run("check", str(own)), 0, 1)
    for name in (".#x.toml", "._x.toml", "x.toml~", "#x.toml#", ".x.toml.swp", "x.toml.bak", ".DS_Store", "Thumbs.db"):
        for folder in (own, own / "compounds"):
            (folder / name).write_bytes(b"\0\x01 = [")
    (own / "compounds" / ".#primax.toml").symlink_to("me@host.123:456")
    assert "Primax" in told(run("--data", str(own), "list"), 0)
    assert told(run("check", str(own)), 0, 1) == before
    path = own / "compounds" / "primax.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('name = "Primax"', 'name = "Edited"', 1), "utf-8")
    assert "Edited" in run("--data", str(own), "list").stdout


def test_a_pipe_in_the_place_of_a_file_is_never_waited_for(run: Run, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    told(run("list", PEPTIDE_CACHE=str(cache)), 0)
    (store,) = cache.glob("*.sqlite")
    _fifo(store)
    assert "Semax" in told(run("list", PEPTIDE_CACHE=str(cache)), 0)
    for name in ("a.bib", "a.md", "a.csl", "journal"):
        os.mkfifo(tmp_path / name)
    article = tmp_path / "b.md"
    article.write_text("Semax is a peptide.\n")
    told(run("--data", str(tmp_path / "own"), "add", str(tmp_path / "a.bib")), 2)
    told(run("audit", str(tmp_path / "a.md")), 2)
    told(run("audit", str(article), "--resume", str(tmp_path / "journal")), 2)
    told(run("cite", "-f", "text", "--style", str(tmp_path / "a.csl")), 2)


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.json", "[" * 200_000), ("a.bib", "@article{a, title = " + "{" * 20_000), ("a.json", '[{"title": 5}, 7, null]'),
     ("a.ris", "\xff\xfe"), ("a.nbib", ""), ("a.bib", "@article{a,\n title = {x")],
    ids=["deep json", "deep bibtex", "types", "bytes", "empty", "open"],
)  # fmt: skip
def test_a_file_of_references_that_is_none_is_refused_in_a_sentence(
    run: Run, tmp_path: Path, name: str, content: str
) -> None:
    (tmp_path / name).write_bytes(content.encode("latin-1"))
    told(run("--data", str(tmp_path / "own"), "add", str(tmp_path / name)), 2)


def _style(inside: str) -> str:
    return (
        "<style xmlns='http://purl.org/net/xbiblio/csl' version='1.0' class='in-text'><info><title>x</title>"
        f"<id>x</id></info>{inside}</style>"
    )


def _tenfold(call: str) -> str:
    """Return nine macros each of which calls the next ten times, and the last."""
    calls = "".join(f"<macro name='m{level}'>{10 * call.format(level + 1)}</macro>" for level in range(9))
    return f"{calls}<macro name='m9'><text value='a'/></macro>"


LAYOUTS = "<citation><layout>{0}</layout></citation><bibliography><layout>{0}</layout></bibliography>"


@pytest.mark.parametrize(
    "style",
    [
        _style(LAYOUTS.format("<text macro='none'/>")),
        _style("<macro name='a'><text macro='a'/></macro>" + LAYOUTS.format("<text macro='a'/>")),
        _style(
            "<macro name='a'><text macro='b'/></macro><macro name='b'><text macro='a'/></macro>"
            + LAYOUTS.format("<text macro='a'/>")
        ),
        _style("<link href='http://www.zotero.org/styles/apa' rel='independent-parent'/>"),
        _style("<citation><layout><text value='a'/></layout></citation>"),
        _style(LAYOUTS.format("<names variable='author'><name form='none'/></names><text term='none'/>")),
        _style(LAYOUTS.format("<text variable='title' font-style='none'/>")),
        _style(LAYOUTS.format("<none/>")),
        _style(LAYOUTS.format("<text/>")),
        _style(LAYOUTS.format("<names variable='author'><name et-al-min='3' et-al-use-first='none'/></names>")),
        _style(LAYOUTS.format("<text variable='none'/>")),
        _style(_tenfold("<text macro='m{}'/>") + LAYOUTS.format("<text macro='m0'/>")),
        _style(_tenfold("<choose><if type='book'>" + "<text macro='m{}'/>" + "</if></choose>")
               + LAYOUTS.format("<group><text macro='m0'/></group>")),
        "<style/>", "not xml", "",
        "<!DOCTYPE s [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + _style(LAYOUTS.format("<text value='&x;'/>")),
    ],
    ids=["no macro", "itself", "each other", "dependent", "no list", "no term", "no such value", "no such element",
         "of nothing", "no number", "prints nothing", "tenfold", "tenfold choices", "empty", "text", "nothing",
         "entity"],
)  # fmt: skip
def test_a_style_that_cannot_be_used_is_said_to_be_one(run: Run, tmp_path: Path, style: str) -> None:
    path = tmp_path / "a.csl"
    path.write_text(style, encoding="utf-8")
    said = told(run("cite", "dolotov", "-f", "text", "--style", str(path)), 2)
    assert str(path) in said
    assert "Mend it, or take another" in said
    for word in ("root:", "list index", "NoneType", "local variable", "literal", "<string>"):
        assert word not in said


@pytest.mark.parametrize("command", ["list", "show semax", "info", "check", "cite -f bibtex", "export a.bib"])
def test_run_out_of_an_archive_the_program_says_that_it_has_to_be_unpacked(
    environment: dict[str, str], tmp_path: Path, command: str
) -> None:
    package = Path(peptidecli.__file__).parent
    with zipfile.ZipFile(tmp_path / "a.pyz", "w") as archive:
        for file in package.rglob("*.py"):
            archive.write(file, f"peptidecli/{file.relative_to(package)}")
        archive.writestr("peptidecli/data/references.toml", "")
        archive.writestr("__main__.py", "from peptidecli.__main__ import main\nmain()\n")
    said = told(in_shell(f"cd {tmp_path}; {sys.executable} a.pyz {command}", environment), 3)
    assert "a.pyz/peptidecli: the program runs out of an archive" in said


@pytest.mark.parametrize("command", ["list", "check", "audit -", "new Labtide", "export x.bib"])
def test_a_clock_that_is_set_to_no_time_is_told_or_not_needed(
    environment: dict[str, str], tmp_path: Path, command: str
) -> None:
    """Python's clock raises an error before 1677 and after 2262."""
    (tmp_path / "sitecustomize.py").write_text(
        "import time\n"
        "def no_time(): raise OverflowError('timestamp too large to convert to C _PyTime_t')\n"
        "time.time = time.time_ns = no_time\n"
    )
    environment = environment | {"PYTHONPATH": str(tmp_path), "PEPTIDE_CACHE": str(tmp_path / "cache")}
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "store-0-1-0.tmp").write_text("")
    environment["PEPTIDE_DATA"] = str(tmp_path) if command.startswith("new") else ""
    done = in_shell(f"cd {tmp_path}; echo Semax | peptide {command}", environment)
    said = told(done, 0, 2)
    assert done.returncode == 0 or "the clock of this machine tells a year" in said


# -- limits and streams ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("columns", ["99999999999", "-5", "0", "1", "abc", "1e9", "²", "٣٣", "9" * 5000])
def test_any_number_of_columns_is_laid_out(run: Run, columns: str) -> None:
    assert "Semax" in told(run("show", "semax", COLUMNS=columns, LINES=columns), 0)


@needs_full
@pytest.mark.parametrize(
    "command",
    ["info", "schema compound", "faq", "audit --explain all", "--help", "--version", "show --help", "check",
     "evidence --timeline", "open semax --print", "cite -f text", "cite -f ndjson", "list -f csv", "trials -f html"],
)  # fmt: skip
def test_whatever_is_written_a_full_disk_a_closed_stream_and_a_reader_that_leaves_end_it_in_order(
    environment: dict[str, str], command: str
) -> None:
    done = in_shell(f"peptide {command} > /dev/full", environment)
    assert (done.returncode, done.stderr) == (2, "peptide: the answer could not be written: No space left on device\n")
    done = in_shell(f"peptide {command} >&-", environment)
    assert done.returncode == 2
    assert done.stderr.startswith("peptide: standard output is closed")
    done = in_shell(f"set -o pipefail; peptide {command} | true", environment)
    assert done.returncode in {0, 141}
    assert done.stderr == "" or command == "check"


@needs_full
@pytest.mark.parametrize("command", ["show", "show --widht 3", "nothing --x", "list --topic"])
def test_a_call_that_is_wrong_ends_with_2_though_nothing_can_be_said(environment: dict[str, str], command: str) -> None:
    for closed in ("> /dev/full", ">&-"):
        assert in_shell(f"peptide {command} 2{closed}", environment).returncode == 2


def test_without_standard_input_what_does_not_read_it_answers(environment: dict[str, str]) -> None:
    for command in ("audit -", "mcp"):
        assert "standard input is closed" in told(in_shell(f"peptide {command} <&-", environment), 2)
    told(in_shell("peptide list <&- 2>&-", environment), 0)


def test_standard_input_that_is_open_for_writing_alone_is_told_as_what_cannot_be_read(
    environment: dict[str, str], tmp_path: Path
) -> None:
    for jobs in ("", " --left " + str(tmp_path / "left")):
        done = in_shell(f"peptide audit -{jobs} 0>{tmp_path / 'out'}", environment)
        assert (done.returncode, done.stderr) == (2, "peptide: standard input cannot be read: Bad file descriptor\n")


@pytest.mark.parametrize("limit", ["ulimit -n 5", "ulimit -n 6", "ulimit -v 65536", "ulimit -s 256"])
def test_an_answer_needs_few_files_and_little_memory(environment: dict[str, str], limit: str) -> None:
    told(in_shell(f"{limit}; peptide show semax", environment), 0)


@pytest.mark.parametrize("limit", [5, 6, 7])
def test_a_style_is_not_blamed_for_files_that_cannot_be_opened(environment: dict[str, str], limit: int) -> None:
    done = in_shell(f"ulimit -n {limit}; peptide cite semax -f text --style apa", environment)
    few = "peptide: too many files are open; this needs a few more than the limit (ulimit -n) allows\n"
    assert (done.returncode, done.stderr) in {(0, ""), (2, few)}


@pytest.mark.parametrize("limit", [6, 8, 10])
def test_a_server_that_may_open_too_few_files_says_so_and_nothing_else(environment: dict[str, str], limit: int) -> None:
    done = in_shell(f"ulimit -n {limit}; peptide mcp </dev/null", environment)
    assert (done.returncode, done.stderr) == (
        2, "peptide: too many files are open; this needs a few more than the limit (ulimit -n) allows\n"
    )  # fmt: skip


@pytest.mark.parametrize("module", ["answers/show", "cli/export"])
def test_a_compiled_file_that_a_full_disk_has_cut_short_is_told(
    environment: dict[str, str], tmp_path: Path, module: str
) -> None:
    environment = environment | {"PYTHONPYCACHEPREFIX": str(tmp_path / "compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = {"answers/show": "show semax", "cli/export": f"export {tmp_path / 'a.bib'}"}[module]
    told(in_shell(f"peptide {command}", environment), 0)
    (path,) = (tmp_path / "compiled").rglob(f"peptidecli/{module}.*.pyc")
    path.write_bytes(path.read_bytes()[:1024])
    said = told(in_shell(f"peptide {command}", environment), 1)
    assert said.startswith("peptide: a compiled file of the program is cut short or damaged; delete")


def test_too_little_memory_and_too_small_a_file_are_said(environment: dict[str, str], tmp_path: Path) -> None:
    environment = environment | {"PYTHONDONTWRITEBYTECODE": "1"}  # Python itself would leave it cut short
    article = tmp_path / "a.md"
    article.write_text("Semax weighs 887.04 Da (Dolotov, 2006).\n" * 20_000)
    for kilobytes in (38_000, 40_950, 40_960, 40_970, 43_000):
        done = in_shell(f"ulimit -v {kilobytes}; peptide audit {article}", environment)
        # Python itself may log before that what it could not load, as hashlib does.
        last = (done.stderr.splitlines() or [""])[-1]
        assert done.returncode == 2, (kilobytes, done.stderr)
        assert "not enough memory" in last, (kilobytes, done.stderr)
        assert "fault in the program" not in done.stderr
    for file in ("a.sqlite", "a.ndjson", "tables"):
        said = told(in_shell(f"ulimit -f 1; peptide export {tmp_path / file}", environment), 2)
        assert f"{tmp_path / file} cannot be written: " in said
    (tmp_path / "a.bib").write_text(f"@article{{a, title={{{'Semax ' * 400}}}, year={{2006}}}}")
    out = tmp_path / "b.bib"
    said = told(in_shell(f"ulimit -f 1; peptide audit {tmp_path / 'a.bib'} --corrected {out}", environment), 2)
    assert f"{out}: cannot be written: " in said
    assert not out.exists()
    assert "could not be read or written" in said or "cannot be written" in said
    told(in_shell(f"ulimit -f 0; peptide --data {tmp_path / 'own'} new Labtide", environment), 3)
    assert not (tmp_path / "own" / "compounds").exists()
    told(in_shell(f"ulimit -f 0; peptide list > {tmp_path / 'out'}", environment), 2)


@pytest.mark.parametrize("room", [0, 1])
def test_a_journal_that_cannot_be_written_is_said_of_and_is_not_left_with_nothing_in_it(
    run: Run, environment: dict[str, str], tmp_path: Path, room: int
) -> None:
    article, journal = tmp_path / "a.bib", tmp_path / "journal"
    article.write_text(f"@article{{a, title={{{'Semax ' * 400}}}, year={{2006}}}}")
    environment = environment | {"PEPTIDE_CACHE": "", "PYTHONDONTWRITEBYTECODE": "1"}  # nothing else is to be cut short
    line = f"ulimit -f {room}; peptide audit {article} --resume {journal} -f json"
    said = told(in_shell(line, environment), 2)
    assert f"{journal} cannot be written: File too large" in said
    assert not journal.exists()
    run("audit", str(article), "--resume", str(journal))
    held = journal.read_bytes()
    article.write_text(article.read_text().replace("2006", "2007"))
    assert f"{journal} cannot be written: " in told(in_shell(line, environment), 2)
    assert journal.read_bytes().startswith(held)


def test_where_no_thread_can_be_begun_that_is_told(environment: dict[str, str]) -> None:
    """To root the limit says nothing, so that it is put in the place of the system's answer."""
    code = (
        "import sys, threading\n"
        'def refused(_: object) -> None: raise RuntimeError("can\'t start new thread")\n'
        "threading.Thread.start = refused\n"
        "sys.argv = ['peptide', 'verify', 'dolotov-2006-hippocampus', '--timeout', '1']\n"
        "from peptidecli.__main__ import main\nmain()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    told = "peptide: no further thread can be begun; this needs one more than the limit (ulimit -u) allows\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", told)


def test_memory_that_is_too_little_even_to_tell_it_is_told(environment: dict[str, str]) -> None:
    code = (
        "from peptidecli import __main__ as program\n"
        "def none(*given): raise MemoryError\n"
        "program._run = program._told = program._end = none\n"
        "program.main()"
    )
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "peptide: there is not enough memory for this\n")


def test_nothing_that_takes_long_is_imported_before_an_interrupt_ends_it_silently(environment: dict[str, str]) -> None:
    """What the interpreter itself imports before it comes to us is out of our hands."""
    code = (
        "import sys, _signal; before = set(sys.modules); seen = []\n"
        "def note(*given): seen.append(sorted(set(sys.modules) - before)); return old(*given)\n"
        "old, _signal.signal = _signal.signal, note\n"
        "import peptidecli.__main__\n"
        "print(*seen[0])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )  # fmt: skip
    assert {"peptidecli", "peptidecli.__main__"} >= set(done.stdout.split()) - {"__future__"}


_GONE = (
    "class Gone:\n"
    "    def __del__(self):\n"
    "        os.kill(os.getpid(), signal.SIGINT)\n"
    "        for _ in range(1000): pass\n"
    "def run(_):\n"
    "    gone = Gone()\n"
    "    del gone\n"
    "    print('it was lost')\n"
)
_WRAPPED = (
    "def run(_):\n"
    "    try:\n"
    "        os.kill(os.getpid(), signal.SIGINT)\n"
    "        for _ in range(1000): pass\n"
    "    except KeyboardInterrupt:\n"
    "        raise ValueError('no validator') from None\n"
)
_LATE = "def run(_): atexit.register(print, 'it was late'); raise KeyboardInterrupt\n"


@pytest.mark.parametrize("run", [_GONE, _WRAPPED, _LATE], ids=["in the end of an object", "made another", "at once"])
def test_an_interrupt_ends_the_program_wherever_it_comes_and_whatever_is_made_of_it(
    environment: dict[str, str], run: str
) -> None:
    code = f"import atexit, os, signal\nfrom peptidecli import __main__ as program\n{run}program._run = run\n"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}program.main()"], env=environment, capture_output=True, text=True, check=False,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HTTPS_PROXY", "socks5://127.0.0.1:1"),
        ("HTTPS_PROXY", "garbage://x"),
        ("https_proxy", "garbage://\x01"),
        ("ALL_PROXY", "http://a\nb"),
        ("SSL_CERT_FILE", "/etc/passwd"),
    ],
)
@pytest.mark.parametrize("arguments", [("verify", "dolotov-2006-hippocampus"), ("add", "10.5555/1")], ids=str)
def test_a_connection_that_the_environment_spoils_is_told_with_its_variable(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], name: str, value: str
) -> None:
    said = told(run("--data", str(tmp_path), *arguments, **{name: value}), 2)
    assert "no connection can be made as the environment has it" in said
    assert name in said


@pytest.mark.parametrize("host", ["a..b", "a" * 64])
def test_a_proxy_whose_name_no_host_can_have_is_told(run: Run, host: str) -> None:
    proxy = f"http://{host}:9"
    said = told(run("verify", "dolotov-2006-hippocampus", HTTPS_PROXY=proxy, https_proxy=proxy), 4)
    assert "the proxy that the environment names" in " ".join(said.split())


@pytest.mark.parametrize(
    "arguments",
    [("cite", "--compound"), ("cite", "--topic"), ("search", "semax", "--design"), ("list", "--class"),
     ("list", "--at-least"), ("trials", "--topic"), ("audit", "a.md", "--fail-on")],
)  # fmt: skip
@pytest.mark.parametrize("nothing", ["", " "])
def test_an_option_that_is_given_nothing_is_refused_and_not_left_out(
    run: Run, arguments: tuple[str, ...], nothing: str
) -> None:
    done = run(*arguments, nothing)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"'{arguments[-1]}': it is empty; leave it out, or say what it is to be" in done.stderr


@pytest.mark.parametrize("command", ["cite", "faq"])
@pytest.mark.parametrize("nothing", [("",), (" ", "")])
def test_a_question_of_nothing_is_refused_and_not_answered_with_all_there_is(
    run: Run, command: str, nothing: tuple[str, ...]
) -> None:
    done = run(command, *nothing)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "peptide: the question is empty; leave it out, or say what is asked\n"


def test_a_list_of_fields_without_a_name_in_it_lists_them(run: Run) -> None:
    assert run("list", "--json", " , ").stdout == run("list", "--json", "").stdout


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
def test_a_line_end_or_a_tab_in_a_name_is_a_blank_where_export_and_new_tell_it(run: Run, tmp_path: Path) -> None:
    done = run("export", f"{tmp_path}/q\n\tw.bib")
    assert done.stdout.splitlines() == [f"{tmp_path}/q  w.bib: {done.stdout.rpartition(': ')[2].strip()}"]
    assert run("check", f"{tmp_path}/ok\n").stderr.startswith(f"peptide: {tmp_path}/ok: no such folder")
    done = run("--data", f"{tmp_path}/q\nw", "new", "Abc")
    assert [line.partition(" ")[0] for line in done.stdout.splitlines()] == [f"{tmp_path}/q", "Fill"]
    assert "\t" not in done.stdout


@pytest.mark.parametrize("mode", [0o444, 0o400, 0o555])
def test_a_file_of_own_data_that_is_closed_to_writing_is_left_as_it_is(run: Run, tmp_path: Path, mode: int) -> None:
    own, more = tmp_path / "own" / "references.toml", tmp_path / "b.bib"
    more.write_text("@article{a, title={A first title of one}, author={Abel, A}, journal={J}, year={2001}}")
    assert run("--data", str(own.parent), "add", str(more)).returncode == 0
    held = own.read_bytes()
    own.chmod(mode)
    more.write_text("@article{b, title={Another title of two}, author={Bebel, B}, journal={J}, year={2002}}")
    done = run("--data", str(own.parent), "add", str(more))
    assert (done.returncode, "references.toml: is closed to writing, and is left as it is" in done.stderr) == (3, True)
    assert (own.read_bytes(), stat.S_IMODE(own.stat().st_mode)) == (held, mode)


def test_what_is_closed_to_writing_is_replaced_by_force_and_stays_closed(run: Run, tmp_path: Path) -> None:
    audited, out = tmp_path / "a.bib", tmp_path / "b.bib"
    audited.write_text("@article{a, title={A first title of one}, year={2001}}")
    out.write_text("before")
    out.chmod(0o444)
    assert run("audit", str(audited), "--corrected", str(out), "--force").returncode in {0, 1}
    assert (out.read_text(), stat.S_IMODE(out.stat().st_mode)) == (audited.read_text(), 0o444)


@pytest.mark.parametrize("name", ["a.bib", "a.sqlite", "a.ndjson", "A.RIS"])
def test_a_folder_is_not_replaced_by_a_file(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name).chmod(0o700)
    done = run("export", str(tmp_path / name), "--force")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{tmp_path / name} is a folder, where a file is to be written; name another" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).is_dir()


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are Linux's")
@pytest.mark.parametrize("most", range(48_000, 80_000, 4_000))
def test_an_audit_on_several_cores_for_whose_threads_there_is_no_memory_ends_with_a_sentence(
    tmp_path: Path, environment: dict[str, str], most: int
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Semax is a peptide.\n", encoding="utf-8")
    command = f"ulimit -v {most}; exec {PROGRAM} audit a.txt b.txt --jobs 2"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, env=environment, capture_output=True, text=True,
                          timeout=30, check=False)  # fmt: skip
    told(done, 0, 1, 2)


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="groups of processes are Unix's")
@pytest.mark.parametrize("gap", [0.0, 0.01, 0.03, 0.1])
def test_a_second_interrupt_of_an_audit_on_several_cores_ends_it_and_its_processes_without_a_word(
    tmp_path: Path, environment: dict[str, str], gap: float
) -> None:
    for number in range(60):
        (tmp_path / f"{number}.md").write_text("Semax is a peptide. PMID 16996037.\n" * 100, encoding="utf-8")
    begun = subprocess.Popen(
        [str(PROGRAM), "audit", str(tmp_path), "--jobs", "2"], env=environment, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
    )  # fmt: skip
    try:
        while begun.poll() is None and len(_of_group(begun.pid)) < 3:
            time.sleep(0.01)
        time.sleep(0.1)
        for _ in range(2):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(begun.pid, signal.SIGINT)
            time.sleep(gap)
        _, said = begun.communicate(timeout=30)
        assert (begun.returncode, said) == (130, b"")
        assert not _of_group(begun.pid)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(begun.pid, signal.SIGKILL)


def _of_group(group: int) -> list[int]:
    """Return the processes of a group that have not ended."""
    told = subprocess.run(["ps", "-e", "-o", "pid=,pgid=,stat="], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in told.splitlines()]
    return [int(pid) for pid, of, state in rows if int(of) == group and not state.startswith("Z")]
