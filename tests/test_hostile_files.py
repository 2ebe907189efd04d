"""Files that others made: what is written over, journals, archives and tables; each gets a sentence or the answer."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import MINI, PROGRAM, Run
from growth import holds_growth
from peptidecli.audit import parse
from peptidecli.cli import export
from peptidecli.errors import UsageError
from test_hostile_machine import told

pytestmark = pytest.mark.slow

BIB = (
    "@article{a,\n title = {Semax, an analog of ACTH(4-10) with cognitive effects, regulates BDNF and trkB expression "
    "in the rat hippocampus},\n author = {Dolotov, Oleg V.},\n year = 2001,\n journal = {Brain Research}\n}\n"
)
ARTICLE = "# Semax\n\nSemax weighs 887.04 Da (Dolotov et al., 2001).\n"


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _to_itself(path: Path) -> None:
    path.symlink_to(path.name)


# -- what is written over --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("make", [_pipe, _to_itself, Path.mkdir], ids=["pipe", "itself", "folder"])
def test_a_corrected_copy_takes_the_place_of_regular_files_alone(
    run: Run, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    """A device in place of the pipe would be gone for the whole machine."""
    (tmp_path / "a.bib").write_text(BIB)
    make(tmp_path / "out.bib")
    before = (tmp_path / "out.bib").lstat()
    told(run("audit", str(tmp_path / "a.bib"), "--corrected", str(tmp_path / "out.bib"), "--force"), 1, 2)
    after = (tmp_path / "out.bib").lstat()
    assert make is _to_itself or (after.st_ino, after.st_mode) == (before.st_ino, before.st_mode)
    assert (tmp_path / "a.bib").read_text() == BIB


@pytest.mark.parametrize("name", ["out", "out.sqlite", "out.bib", "out.ndjson"])
def test_an_export_takes_the_place_of_no_pipe(run: Run, tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    assert "is no regular file" in told(run("export", str(tmp_path / name), "--force"), 2)
    assert (tmp_path / name).is_fifo()


@pytest.mark.parametrize("name", ["out.bib", "out.sqlite"])
def test_an_export_onto_a_pipe_is_not_offered_to_be_forced(run: Run, tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    said = told(run("export", str(tmp_path / name)), 2)
    assert "is no regular file" in said
    assert "--force" not in said


@pytest.mark.parametrize("name", ["out.bib", "out.json", "out.ndjson", "out.sqlite"])
@pytest.mark.parametrize("linked", [False, True], ids=["file", "link"])
def test_what_an_export_replaces_keeps_its_mode_and_a_link_stays_one(
    run: Run, tmp_path: Path, name: str, linked: bool
) -> None:
    held = tmp_path / "private" / name if linked else tmp_path / name
    held.parent.mkdir(exist_ok=True)
    held.write_text("mine")
    held.chmod(0o600)
    if linked:
        (tmp_path / name).symlink_to(Path("private", name))
    run("export", str(tmp_path / "datasette.sqlite"))
    (tmp_path / "datasette.json").chmod(0o640)
    told(run("export", str(tmp_path / name), "--force"), 0)
    assert (tmp_path / name).is_symlink() is linked
    assert (stat.S_IMODE(held.stat().st_mode), held.stat().st_size > 100_000) == (0o600, True)
    assert stat.S_IMODE((tmp_path / "datasette.json").stat().st_mode) == 0o640
    assert [left.name for left in tmp_path.rglob(".*")] == []


def test_an_export_takes_the_place_of_no_file_of_the_data_it_reads(run: Run, tmp_path: Path) -> None:
    own = shutil.copytree(MINI, tmp_path / "own")
    before = (own / "references.toml").read_bytes()
    (tmp_path / "out.bib").symlink_to(own / "references.toml")
    done = run("--data", str(own), "export", str(tmp_path / "out.bib"), "--force")
    assert "is a file of the data that are exported; name another" in told(done, 2)
    assert (own / "references.toml").read_bytes() == before


@pytest.mark.parametrize("linked", [False, True], ids=["folder", "link"])
def test_a_folder_that_an_export_replaces_and_its_files_keep_their_modes(
    run: Run, tmp_path: Path, linked: bool
) -> None:
    (tmp_path / "private").mkdir()
    out = tmp_path / "private" / "tables"
    told(run("export", str(out)), 0)
    assert {stat.S_IMODE(file.stat().st_mode) for file in out.iterdir()} == {0o666 & ~_umask()}
    for file in out.iterdir():
        file.chmod(0o640)
    (out / "datapackage.json").chmod(0o600)
    (out / "compound.csv").unlink()
    out.chmod(0o2750)
    named = tmp_path / "link" if linked else out
    if linked:
        named.symlink_to(Path("private", "tables"))
    told(run("export", str(named), "--force"), 0)
    assert named.is_symlink() is linked
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in out.iterdir()}
    assert (modes.pop("datapackage.json"), modes.pop("compound.csv")) == (0o600, 0o600)
    assert set(modes.values()) == {0o640}
    assert stat.S_IMODE(out.stat().st_mode) == 0o2750
    assert [left.name for left in tmp_path.rglob(".*")] == []


def test_what_an_export_replaces_is_read_by_nobody_else_while_it_is_written(tmp_path: Path) -> None:
    out = tmp_path / "out.bib"
    out.touch(0o600)
    seen: list[int] = []

    def write(_: object, path: Path) -> None:
        path.write_text("mine")
        seen.append(stat.S_IMODE(path.stat().st_mode))

    export._put(None, [(out, write)], set())  # type: ignore[arg-type]
    assert (seen, stat.S_IMODE(out.stat().st_mode), out.read_text()) == ([0o600], 0o600, "mine")


@pytest.mark.parametrize("folder", [False, True])
def test_what_comes_to_be_at_a_new_name_while_an_export_is_written_is_left(tmp_path: Path, folder: bool) -> None:
    out = tmp_path / "out"
    held = out / "mine.txt" if folder else out

    def write(_: object, path: Path) -> None:
        if folder:
            path.mkdir()
            out.mkdir()
        (path / "a.csv" if folder else path).write_text("exported")
        held.write_text("mine")

    with pytest.raises(UsageError, match="has been made by another meanwhile, and is left as it is"):
        export._put(None, [(out, write)], {out})  # type: ignore[arg-type]
    assert held.read_text() == "mine"
    assert [left.name for left in tmp_path.iterdir()] == ["out"]


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _bibliography(path: Path, number: int) -> Path:
    title = f"The {('first', 'second', 'third', 'fourth', 'fifth', 'sixth')[number]} of the studies"
    path.write_text(
        f"@article{{a,\n title={{{title}}},\n author={{Abel, A}},\n year={1990 + number},\n journal={{J}}\n}}\n"
    )
    return path


def test_of_those_who_write_at_once_each_waits_for_the_others(environment: dict[str, str], tmp_path: Path) -> None:
    own = tmp_path / "own"
    adding = [
        subprocess.Popen(
            [str(PROGRAM), "--data", str(own), "add", str(_bibliography(tmp_path / f"{number}.bib", number))],
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for number in range(6)
    ]  # fmt: skip
    for process in adding:
        said, _ = process.communicate(timeout=120)
        assert said.startswith("added "), said
    assert (own / "references.toml").read_text().count("[[reference]]") == 6


def test_who_waited_reads_what_was_written_meanwhile(environment: dict[str, str], tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    command = [str(PROGRAM), "--data", str(tmp_path / "own"), "add", str(_bibliography(tmp_path / "a.bib", 0))]
    subprocess.run(command, env=environment, check=True, capture_output=True)
    written = (tmp_path / "own" / "references.toml").read_text()
    (tmp_path / "own" / "references.toml").unlink()
    handle = os.open(tmp_path / "own", os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        assert "another peptide writes into it; waiting" in process.stderr.readline()
        (tmp_path / "own" / "references.toml").write_text(written)
        os.close(handle)
        said, _ = process.communicate(timeout=60)
    assert "0 of 1 added" in said
    assert (tmp_path / "own" / "references.toml").read_text() == written


def test_a_database_that_no_disk_holds_leaves_nothing(environment: dict[str, str], tmp_path: Path) -> None:
    for size in (100, 1000, 2000):
        done = subprocess.run(
            ["bash", "-c", f"ulimit -f {size}; trap '' XFSZ; '{PROGRAM}' export '{tmp_path}/a.sqlite'"],
            env=environment, capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        told(done, 0, 1, 2)
        assert done.returncode == 0 or list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_link_to_itself_is_none(run: Run, tmp_path: Path) -> None:
    _to_itself(tmp_path / "own")
    assert "no such folder" in told(run("check", str(tmp_path / "own")), 1)
    assert "no such folder" in told(run("--data", str(tmp_path / "own"), "list"), 3)


def test_a_silence_of_a_file_that_is_a_link_to_itself_silences_nothing(run: Run, tmp_path: Path) -> None:
    _to_itself(tmp_path / "b.md")
    (tmp_path / "a.md").write_text(ARTICLE)
    (tmp_path / "peptide.toml").write_text(
        '[[silence]]\ncode = "figure-differs"\nkey = "887.04 Da"\nreason = "x"\nfile = "b.md"\n'
    )
    assert "887.04" in told(run("audit", str(tmp_path / "a.md")), 1)


# -- journals --------------------------------------------------------------------------------------------------------


@pytest.fixture
def journal(run: Run, tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text(ARTICLE)
    told(run("audit", str(tmp_path / "a.md"), "--resume", str(tmp_path / "journal")), 1)
    return tmp_path / "journal"


@pytest.mark.parametrize("form", ["table", "ndjson"])
def test_a_journal_that_is_no_text_is_no_journal_and_stays_as_it_is(run: Run, journal: Path, form: str) -> None:
    content = "Заметки о семаксе\n".encode("cp1251")
    journal.write_bytes(content)
    said = told(run("audit", str(journal.parent / "a.md"), "--resume", str(journal), "-f", form), 2)
    assert "is no journal of an audit" in said
    assert journal.read_bytes() == content


def test_a_line_of_a_journal_that_is_no_text_is_read_again(run: Run, journal: Path) -> None:
    journal.write_bytes(journal.read_bytes().replace(b"Semax", b"S\xe9max"))
    again = told(run("audit", str(journal.parent / "a.md"), "--resume", str(journal)), 1)
    assert "Semax" in again
    assert "\N{REPLACEMENT CHARACTER}" not in again


def test_a_journal_may_tell_of_references_of_other_data(run: Run, journal: Path) -> None:
    content = journal.read_text()
    assert '"reference":"' in content
    journal.write_text(content.replace('"reference":"', '"reference":"other-'))
    told(run("audit", str(journal.parent / "a.md"), "--resume", str(journal), "--explain", "all"), 1)


# -- archives and tables ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", [".zip", ".tar", ".tar.gz", ".ndjson", ".parquet", ".warc", ".md", ".docx"])
def test_a_pipe_is_no_archive_and_is_not_waited_for(run: Run, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"texts{ending}"
    os.mkfifo(path)
    assert "is no regular file" in told(run("audit", str(path)), 2)


def test_a_line_of_a_table_longer_than_an_article_is_passed_over(environment: dict[str, str], tmp_path: Path) -> None:
    """The file is all holes, and larger than what the program is given to remember."""
    path = tmp_path / "texts.ndjson"
    path.write_text('{"text": "' + ARTICLE.replace("\n", " ") + '"}\n')
    with path.open("ab") as file:
        file.truncate(600_000_000)
    with path.open("ab") as file:
        file.write(b'\n{"text": "Semax weighs 888.04 Da."}\n')
    done = subprocess.run(
        ["bash", "-c", f"ulimit -v 500000; '{PROGRAM}' audit '{path}' --jobs 1 -f ndjson"],
        env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    said = told(done, 1)
    assert "is larger than 64 MB" in said
    assert "887.04" in said
    assert "888.04" in said


@pytest.mark.parametrize("second", ["SIGTERM", "SIGHUP", "SIGINT"])
@pytest.mark.parametrize(("first", "status"), [("SIGTERM", 143), ("SIGHUP", 129), ("SIGINT", 130)])
@pytest.mark.parametrize(
    ("line", "module", "name", "clears", "away"),
    [
        ("audit {0}/a.bib --corrected {0}/b.bib", "os", "fsync", "os", "unlink"),
        ("--data {0}/own add {0}/a.bib", "os", "fsync", "os", "unlink"),
        ("export {0}/b.ndjson", "ndjson", "write", "export", "remove"),
    ],
    ids=["audit", "add", "export"],
)
def test_of_two_requests_to_end_while_a_file_is_written_the_second_leaves_nothing_of_it_behind(
    environment: dict[str, str], tmp_path: Path, line: str, module: str, name: str, clears: str, away: str, first: str,
    second: str, status: int,
) -> None:  # fmt: skip
    """The second comes where what is half written is taken away, and would break that off."""
    if (first, second) == ("SIGINT", "SIGINT"):
        pytest.skip("who interrupts twice is not kept waiting")
    (tmp_path / "a.bib").write_text("@article{a, title={T}, author={Roe, J}, journal={J}, year={2001}, doi={10.1/x}}\n")
    before = {path.name for path in tmp_path.rglob("*")}
    code = (
        "import os, signal, sys\n"
        "from peptidecli.cli import export\nfrom peptidecli.formats import ndjson\n"
        f"writes, clears, sent = {module}.{name}, {clears}.{away}, []\n"
        "def send(number):\n    sent.append(number)\n    os.kill(os.getpid(), number)\n    [0 for _ in range(9999)]\n"
        f"def once(*given): writes(*given); send(signal.{first})\n"
        f"def gone(*given): len(sent) == 1 and send(signal.{second}); clears(*given)\n"
        f"{module}.{name}, {clears}.{away} = once, gone\n"
        f"sys.argv = ['peptide', *{line.format(tmp_path).split()!r}]\n"
        "from peptidecli.__main__ import main\nmain()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (status, ""), done.stderr
    assert "Traceback" not in done.stderr
    assert {path.name for path in tmp_path.rglob("*")} - before <= {"own"}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL], ids=lambda number: number.name)
def test_what_works_for_an_audit_ends_with_it(
    environment: dict[str, str], tmp_path: Path, number: signal.Signals
) -> None:
    """Who still holds a pipe of ours keeps whoever reads it waiting."""
    for name in range(30):
        (tmp_path / f"{name}.md").write_text(ARTICLE * 200)
    with subprocess.Popen(
        [str(PROGRAM), "audit", str(tmp_path), "--jobs", "2", "-f", "ndjson"], env=environment,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline()
        process.send_signal(number)
        process.communicate(timeout=30)
    assert process.returncode == -number


PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><p>Semax weighs 887.04 Da.</p></html>"


def _archived(address: str, more: str = "WARC-Type: response\r\n") -> bytes:
    head = f"WARC/1.0\r\n{more}WARC-Target-URI: {address}\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
    kind = f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(PAGE)}\r\n\r\n"
    return (head + kind).encode() + PAGE + b"\r\n\r\n"


def test_a_broken_web_archive_is_told_in_a_sentence_and_what_its_reader_says_is_not_passed_on(
    run: Run, tmp_path: Path
) -> None:
    pytest.importorskip("warcio")
    path = tmp_path / "pages.warc"
    path.write_bytes(_archived("http://x/\x1d a"))
    done = run("audit", str(path), "-f", "ndjson")
    told(done, 1)
    assert "887.04" in done.stdout
    assert done.stderr == ""
    path.write_bytes(_archived("http://x/") + b"\x00\xff" * 500)
    assert "what follows cannot be unpacked: it is damaged" in told(run("audit", str(path), "-f", "ndjson"), 1)
    path.write_bytes(b"\x00\xff" * 500)
    assert "cannot be read as WARC: it is none, or damaged" in told(run("audit", str(path), "-f", "ndjson"), 2)
    path.write_bytes(_archived("http://x/", more=""))
    told(run("audit", str(path), "-f", "ndjson"), 0, 1, 2)


@pytest.mark.parametrize("files", [6, 8, 12])
def test_too_few_files_for_an_audit_by_several_processes_are_said(
    environment: dict[str, str], tmp_path: Path, files: int
) -> None:
    (tmp_path / "a.md").write_text(ARTICLE)
    done = subprocess.run(
        ["bash", "-c", f"ulimit -n {files}; '{PROGRAM}' audit '{tmp_path}' --jobs 2 -f ndjson"],
        env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    told(done, 0, 1)


@pytest.mark.parametrize("name", ["a.tar", "a.tar.gz", "a.tar.xz", "a.zip"])
def test_a_spoilt_archive_is_told_in_one_sentence_of_ours(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"Semax weighs 887.04 Da. " * 100)
    done = run("audit", str(tmp_path / name))
    assert (done.returncode, done.stdout) == (2, "")
    reason = "cannot be read as an archive: it is damaged or cut short"
    assert done.stderr == f"peptide: {tmp_path / name} {reason}\n"


def test_a_locked_file_of_an_archive_is_told_in_one_sentence_of_ours(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "Semax weighs 887.04 Da.")
        archive.writestr("b.txt", "Semax weighs 813.9 Da.")
    packed = bytearray(path.read_bytes())
    for signature, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        packed[packed.find(signature) + flags] |= 1  # as a ZIP says that a file is encrypted
    path.write_bytes(packed)
    done = run("audit", str(path))
    assert (done.returncode, "813.9" in done.stdout) == (1, True)
    assert done.stderr == f"{path}/a.txt cannot be unpacked: it is locked with a password\n"


# -- Word documents --------------------------------------------------------------------------------------------------

_PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
    'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default '
    'Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    "</Types>",
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
    'Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>',
}


def word_document(path: Path, body: str) -> Path:
    """Write a Word document with this body and nothing else."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in _PARTS.items():
            package.writestr(name, text)
        space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        package.writestr("word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>')
    return path


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<w:p><w:r><w:t>Semax weighs 887.04 Da.</w:t></w:r></w:p>", "887.04 Da"),
        ('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>',
         "row 1 of a table has more than 1000 columns"),
        (" " * (17 << 20), "unpacks to more than 16 MB"),
        ("<w:p>" * 5000 + "</w:p>" * 5000, "it is damaged, cut short or grows beyond what is read\n"),
        ("<w:p>", "it is damaged, cut short or grows beyond what is read\n"),
    ],
    ids=["sound", "columns", "bomb", "deep", "broken"],
)  # fmt: skip
def test_a_word_document_has_bounds(run: Run, tmp_path: Path, body: str, said: str) -> None:
    assert said in told(run("audit", str(word_document(tmp_path / "a.docx", body))), 1, 2)


def test_fields_within_fields_are_read_in_proportion_to_their_number(tmp_path: Path) -> None:
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'

    def read(content: bytes) -> None:
        parse("a.docx", word_document(tmp_path / "a.docx", f"<w:p>{content.decode()}</w:p>").read_bytes())

    holds_growth(read, lambda size: field * (size // len(field)), (256_000, 1_000_000, 4_000_000))


# -- messages --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    ["show X", "compare X semax", "cite --topic X", "cite --since X", "evidence X", "audit X", "audit --explain X",
     "add X", "check X", "verify X", "export a.X", "schema X", "schema output X", "--data X list",
     "show semax --json X", "show semax --section X", "show semax -f X", "show semax --X", "info X"],
)  # fmt: skip
def test_a_message_does_not_repeat_an_argument_of_any_length(run: Run, tmp_path: Path, line: str) -> None:
    word = "a" * 50_000 + " ab" * 16_000
    done = run(*(part.replace("X", word) for part in line.split()), XDG_DATA_HOME=str(tmp_path))
    told(done, 1, 2, 3)
    assert len(done.stderr) < 5000


def test_a_problem_does_not_repeat_a_key_of_any_length(run: Run, tmp_path: Path) -> None:
    shutil.copytree(Path(__file__).parent / "data" / "mini", tmp_path / "own")
    with (tmp_path / "own" / "references.toml").open("a") as file:
        file.write("k" * 200_000 + " = 1\n")
    done = run("check", str(tmp_path / "own"))
    assert "unknown key" in told(done, 1)
    assert len(done.stdout) < 20_000


def test_a_schema_without_its_kind_is_asked_for_in_a_sentence(run: Run) -> None:
    done = run("schema")
    assert told(done, 2).startswith("peptide: name what the schema is of: peptide schema compound |")


# -- size ------------------------------------------------------------------------------------------------------------


def _peak(environment: dict[str, str], path: Path) -> int:
    """Return the most memory, in bytes, that the audit of a file takes as lines of JSON."""
    with subprocess.Popen(
        [str(PROGRAM), "audit", str(path), "-f", "ndjson"], env=environment, stdout=subprocess.DEVNULL
    ) as process:
        _, _, used = os.wait4(process.pid, 0)
        process.returncode = 0
    return used.ru_maxrss * 1024


def test_what_is_said_of_a_work_many_times_is_kept_once(environment: dict[str, str], tmp_path: Path) -> None:
    """A finding of a long article takes a few hundred bytes, not the kilobytes of its sentence and of its line."""
    sizes = []
    for number in (10, 20_000):
        path = tmp_path / f"{number}.md"
        path.write_text("Dolotov et al., 2006 " * number)
        sizes.append(_peak(environment, path))
    assert (sizes[1] - sizes[0]) / 20_000 < 1_700


@pytest.mark.parametrize(
    "arguments",
    [
        ("verify", "dolotov-2006-hippocampus", "--write-report"),
        ("verify", "--new", "semax", "--watch-file"),
        ("audit", "{text}", "--force", "--left"),
        ("audit", "{text}", "--force", "--corrected"),
        ("audit", "{text}", "--resume"),
    ],
    ids=lambda arguments: arguments[-1],
)
@pytest.mark.parametrize("place", ["/dev/full", "/dev/zero", "pipe"])
def test_what_is_named_for_output_and_is_no_file_is_left_alone_at_once(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], place: str
) -> None:
    (tmp_path / "a.md").write_text("Semax weighs 813.9 Da.\n")
    os.mkfifo(tmp_path / "pipe")
    words = [word.format(text=tmp_path / "a.md") for word in arguments]
    assert "is no regular file" in told(run(*words, str(tmp_path / place)), 2)


def test_answers_of_a_second_reader_are_not_read_from_a_device(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Semax weighs 813.9 Da.\n")
    assert "is no regular file" in told(run("audit", str(tmp_path / "a.md"), "--answers", "/dev/zero"), 2)
