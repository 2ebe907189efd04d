"""`peptide audit` over many files: folders, archives, all cores, a journal to go on from, a cluster."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import tarfile
import threading
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from conftest import PROGRAM, Run
from peptidecli.audit import tables
from peptidecli.audit.corpus import documents
from peptidecli.audit.document import Document
from peptidecli.audit.running import Outcome, run
from peptidecli.dataset.dataset import Dataset

pytestmark = pytest.mark.slow

WRONG = "Semax weighs 887.04 Da. Semax raised BDNF in the hippocampus (Dolotov et al., 2006).\n"
RIGHT = "Semax weighs 813.92 g/mol.\n"
RETRACTED = "Cerebrolysin helped in Pick's disease (Rockenstein et al., 2015).\n"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of forty pages: a third have one wrong mass, one cannot be read, one is to be left out."""
    folder = tmp_path / "pages"
    (folder / "deeper").mkdir(parents=True)
    for number in range(40):
        text = WRONG if number % 3 == 0 else RETRACTED if number == 1 else RIGHT
        place = folder / "deeper" if number % 2 else folder
        (place / f"page-{number:02}.md").write_text(text, encoding="utf-8")
    (folder / "broken.txt").write_bytes(b"a\0b")
    (folder / ".hidden.md").write_text(WRONG, encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    return folder


def outcomes(data: Dataset, *names: str, jobs: int = 1) -> list[Outcome]:
    return list(run(data, documents(names), jobs))


def test_a_folder_is_read_with_its_folders_in_a_stable_order(bundled: Dataset, pages: Path) -> None:
    found = outcomes(bundled, str(pages))
    names = [Path(item.file).name for item in found]
    assert len(found) == 41
    assert ".hidden.md" not in names
    assert "picture.png" not in names
    assert [item.file for item in outcomes(bundled, str(pages))] == [item.file for item in found]


def test_one_page_that_fails_is_named_and_the_others_go_on(run: Run, pages: Path) -> None:
    done = run("audit", str(pages), "--report", "-f", "json")
    data = json.loads(done.stdout)["data"]
    assert done.returncode == 1
    assert [Path(item["file"]).name for item in data["failed"]] == ["broken.txt"]
    assert "broken.txt is not text" in done.stderr
    assert data["pages"] == 41


def test_a_report_tells_what_is_wrong_in_how_many_pages_and_what_is_retracted(run: Run, pages: Path) -> None:
    data = json.loads(run("audit", str(pages), "--report", "-f", "json").stdout)["data"]
    (fault,) = data["faults"]
    assert (fault["text"], fault["pages"], fault["times"]) == ("887.04 Da", 14, 14)
    (retracted,) = data["retracted"]
    assert (retracted["reference"], retracted["pages"]) == ("rockenstein-2015-picks", 1)
    assert len(data["worst"]) == 15
    screen = run("audit", str(pages), "--report").stdout
    assert "887.04 Da" in screen
    assert "broken.txt" in screen


def test_two_processes_find_what_one_finds_in_the_same_order(bundled: Dataset, pages: Path) -> None:
    assert outcomes(bundled, str(pages), jobs=2) == outcomes(bundled, str(pages), jobs=1)


def test_ndjson_is_a_line_for_each_finding(run: Run, pages: Path) -> None:
    lines = run("audit", str(pages), "-f", "ndjson", "--only-problems").stdout.splitlines()
    found = [json.loads(line) for line in lines]
    assert len(found) == 15
    assert {item["verdict"] for item in found} == {"differs", "retracted"}
    (of_one,) = {item["code"] for item in found if item["code"].startswith("figure")}
    lines = run("audit", str(pages), "-f", "ndjson", "--explain", of_one).stdout.splitlines()
    assert {json.loads(line)["code"] for line in lines} == {of_one}


def test_archives_and_lines_of_json_hold_documents(bundled: Dataset, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("in/one.md", WRONG)
        archive.writestr("in/two.png", "no")
    (tmp_path / "three.md").write_text(WRONG, encoding="utf-8")
    with tarfile.open(tmp_path / "b.tar.gz", "w:gz") as packed:
        packed.add(tmp_path / "three.md", "three.md")
    rows = [{"url": "https://example.org/4", "text": WRONG}, {"url": "5", "number": 1}]
    (tmp_path / "c.ndjson").write_text("\n".join(map(json.dumps, rows)) + "\n{broken\n", encoding="utf-8")
    found = outcomes(bundled, *(str(tmp_path / name) for name in ("a.zip", "b.tar.gz", "c.ndjson")))
    assert [len(item.findings) for item in found] == [3, 3, 3, 0, 0]
    assert [bool(item.error) for item in found] == [False, False, False, True, True]
    assert found[0].file.endswith("a.zip/in/one.md")


def test_a_column_of_bytes_that_are_no_utf_8_is_read_and_they_are_told(bundled: Dataset, tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    texts = arrow.array([WRONG.encode(), b"\xff " + WRONG.encode()], arrow.binary())
    parquet.write_table(arrow.table({"text": texts}), tmp_path / "a.parquet")
    found = outcomes(bundled, str(tmp_path / "a.parquet"))
    assert [(len(item.findings), item.reading.replaced) for item in found if item.reading] == [(3, 0), (3, 1)]


def test_a_line_of_json_is_a_work_where_its_page_is_no_text(bundled: Dataset, tmp_path: Path) -> None:
    work = {"title": "Semax and more", "doi": "10.1000/none", "author": "Dolotov, O."}
    lines = [work | {"page": WRONG}, work | {"page": "54-60"}, work | {"doi": "10.1016/j.brainres.2006.07.108"}]
    (tmp_path / "a.ndjson").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    found = outcomes(bundled, str(tmp_path / "a.ndjson"))
    assert [item.error for item in found] == ["", "", ""]
    assert len(found[0].findings) == 3
    assert {finding.kind for finding in found[2].findings} == {"citation"}


def test_what_another_column_of_lines_of_json_says_is_told_not_to_be_read(run: Run, tmp_path: Path) -> None:
    row = {"id": "1", "title": "A title of quite a number of words", "text": "None.", "notes": WRONG, "tag": "x y"}
    (tmp_path / "a.ndjson").write_text(f"{json.dumps(row)}\n", encoding="utf-8")
    done = run("audit", str(tmp_path / "a.ndjson"))
    assert "1 row has another text under notes, which was not read" in done.stderr
    assert "title" not in done.stderr


def test_half_a_letter_in_a_line_of_json_leaves_its_sentence_what_it_is(bundled: Dataset, tmp_path: Path) -> None:
    said = ("Semax was approved by the FDA in 2011.", "Semax was approved by the FDA in 2011. \ud83d")
    (tmp_path / "a.ndjson").write_text("\n".join(json.dumps({"text": text}) for text in said), encoding="utf-8")
    found = outcomes(bundled, str(tmp_path / "a.ndjson"))
    assert [[finding.verdict for finding in item.findings] for item in found] == [["differs"], ["differs"]]


def test_a_file_of_silences_in_a_folder_is_not_told_to_be_left_out(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(WRONG, encoding="utf-8")
    (tmp_path / "peptide.toml").write_text("", encoding="utf-8")
    assert "left out" not in run("audit", str(tmp_path)).stderr
    (tmp_path / "other.toml").write_text("", encoding="utf-8")
    assert "1 file is no article by name or kind and left out: .toml" in run("audit", str(tmp_path)).stderr


def test_a_table_of_large_rows_is_read_one_by_one_or_told_and_empty_rows_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")

    def read_of(texts: Sequence[str | None], rows: int) -> list[tuple[str, int, str]]:
        parquet.write_table(arrow.table({"text": texts}), tmp_path / "a.parquet", row_group_size=rows)
        name = str(tmp_path / "a.parquet")
        return [
            (item.name.removeprefix(name), len(item.content), item.error.partition(";")[0])
            for item in documents([name])
        ]

    monkeypatch.setattr(tables, "_MOST_IN_A_PAGE", 3 << 20)
    large = [letter * (1 << 20) for letter in "abcde"]
    beyond = "are larger than 3 MB for 4 of them, which are read at once"
    assert read_of(large, 4) == [(": rows 1 to 4", 0, beyond), (":5", 1 << 20, "")]
    assert read_of(large, 2) == [(f":{number}", 1 << 20, "") for number in range(1, 6)]
    # A text that is in the file once takes no more memory where it stands for many rows.
    batches: list[int] = []
    read = parquet.ParquetFile.iter_batches

    def noted(table: Any, size: int, *rest: Any) -> Any:
        batches.append(size)
        return read(table, size, *rest)

    monkeypatch.setattr(parquet.ParquetFile, "iter_batches", noted)
    assert len(read_of(["a" * (1 << 20)] * 100, 100)) == 100
    assert batches[0] <= 64
    none = "has no text under text, content, body, markdown, html, page"
    assert read_of(["", None, " "] * 1000, 3000) == [("", 0, none)]
    assert read_of(["", "Semax"], 2) == [(":2", 5, ""), (": 1 of 2 rows", 0, none)]


def test_parquet_and_the_archives_of_crawlers_are_read(bundled: Dataset, tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    writer = pytest.importorskip("warcio.warcwriter")
    headers = pytest.importorskip("warcio.statusandheaders")
    parquet.write_table(arrow.table({"id": ["x"], "text": [WRONG]}), tmp_path / "d.parquet")
    import io  # noqa: PLC0415

    with (tmp_path / "e.warc.gz").open("wb") as file:
        out = writer.WARCWriter(file, gzip=True)
        page = f"<html><body><p>{WRONG}</p></body></html>".encode()
        http = headers.StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.0")
        out.write_record(
            out.create_warc_record("https://example.org/", "response", payload=io.BytesIO(page), http_headers=http)
        )
    found = outcomes(bundled, str(tmp_path / "d.parquet"), str(tmp_path / "e.warc.gz"))
    assert [len(item.findings) for item in found] == [3, 3]
    assert found[1].file == "https://example.org/"


def test_a_pattern_that_fits_nothing_and_a_folder_without_articles_exit_2(run: Run, tmp_path: Path) -> None:
    for name in (str(tmp_path / "*.md"), str(tmp_path)):
        done = run("audit", name)
        assert (done.returncode, done.stdout) == (2, "")
        assert name in done.stderr


def test_a_run_that_was_killed_goes_on_and_counts_nothing_twice(
    environment: dict[str, str], run: Run, pages: Path, tmp_path: Path
) -> None:
    journal = tmp_path / "journal.ndjson"
    for number in range(160):
        (pages / f"more-{number:03}.md").write_text(WRONG * 20, encoding="utf-8")
    command = [str(PROGRAM), "audit", str(pages), "--jobs", "1", "--resume", str(journal), "--report", "-f", "json"]
    started = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(400):
        if journal.exists() and journal.stat().st_size > 8_000:
            break
        time.sleep(0.05)
    started.send_signal(signal.SIGKILL)
    started.wait()
    done_before = journal.read_bytes().count(b"\n")
    assert 0 < done_before < 201
    with journal.open("ab") as file:
        file.write(b'{"check":"cut in the mid')
    again = run(*command[1:])
    whole = run("audit", str(pages), "--report", "-f", "json")
    assert "going on" in again.stderr
    assert json.loads(again.stdout) == json.loads(whole.stdout)


def test_a_file_that_is_no_journal_is_not_written_over(run: Run, pages: Path, tmp_path: Path) -> None:
    mine = tmp_path / "notes.txt"
    mine.write_text("my notes\n", encoding="utf-8")
    done = run("audit", str(pages), "--resume", str(mine))
    assert done.returncode == 2
    assert mine.read_text(encoding="utf-8") == "my notes\n"


def test_what_is_audited_is_not_taken_for_the_journal(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_text("", encoding="utf-8")
    for named in (page, tmp_path):
        done = run("audit", str(named), "--resume", str(page))
        assert done.returncode == 2
        assert "is audited itself; name another file for the journal" in done.stderr
        assert page.read_bytes() == b""


def verdicts(run: Run, *arguments: str) -> tuple[list[str], int]:
    """Return the verdicts of an audit and its exit status."""
    done = run("audit", *arguments, "-f", "json")
    return [item["verdict"] for item in json.loads(done.stdout)["data"]["findings"]], done.returncode


def test_a_file_that_has_changed_since_is_read_again(run: Run, tmp_path: Path) -> None:
    page, journal = tmp_path / "a.md", tmp_path / "journal"
    page.write_text(RIGHT, encoding="utf-8")
    assert verdicts(run, "--resume", str(journal), str(page)) == (["matches"], 0)
    page.write_text(RIGHT.replace("813.92", "887.04"), encoding="utf-8")
    assert verdicts(run, "--resume", str(journal), str(page)) == (["differs"], 1)
    assert "1 file is done" in run("audit", "--resume", str(journal), str(page)).stderr


def test_a_manuscript_is_read_again_since_what_it_names_may_have_changed(run: Run, tmp_path: Path) -> None:
    page, library, journal = tmp_path / "a.tex", tmp_path / "l.bib", tmp_path / "journal"
    page.write_text("\\begin{document}Text \\cite{a}.\\bibliography{l}\\end{document}\n", encoding="utf-8")
    entry = "@article{a, author={Dolotov, O. V.}, year={2006}, doi={10.1016/j.brainres.2006.07.108}, volume={%s}}\n"
    library.write_text(entry % "1117", encoding="utf-8")
    assert verdicts(run, "--resume", str(journal), str(page))[1] == 0
    library.write_text(entry % "1118", encoding="utf-8")
    assert verdicts(run, "--resume", str(journal), str(page))[1] == 1


def test_a_journal_answers_only_for_the_files_that_are_named(run: Run, tmp_path: Path) -> None:
    wrong, right, journal = tmp_path / "a.md", tmp_path / "b.md", tmp_path / "journal"
    wrong.write_text(WRONG, encoding="utf-8")
    right.write_text(RIGHT, encoding="utf-8")
    assert verdicts(run, "--resume", str(journal), str(wrong))[1] == 1
    assert verdicts(run, "--resume", str(journal), str(right)) == (["matches"], 0)


def test_a_journal_answers_only_for_the_data_it_was_made_with(run: Run, tmp_path: Path) -> None:
    page, own, journal = tmp_path / "a.md", tmp_path / "own", tmp_path / "journal"
    page.write_text("Semax was seen at night (Vole et al., 2021), doi:10.5555/vole.\n", encoding="utf-8")
    own.mkdir()
    arguments = ("--data", str(own), "audit", str(page), "--resume", str(journal), "-f", "json")
    assert "vole-2021-" not in run(*arguments).stdout
    library = tmp_path / "own.bib"
    library.write_text(
        "@article{v, author={Vole, A. and Moss, B. and Reed, C.}, title={Semax at night}, year={2021}, "
        "journal={Voles}, doi={10.5555/vole}}",
        encoding="utf-8",
    )
    assert run("--data", str(own), "add", str(library), "--compound", "semax").returncode == 0
    assert "vole-2021-" in run(*arguments).stdout


@pytest.mark.parametrize(
    ("old", "new"), [(b'"differs"', b'"matches"'), (b'{"check"', b'{"other"'), (b"887.04", b"9" * 400)]
)
def test_a_line_of_a_journal_that_was_changed_is_not_believed(run: Run, tmp_path: Path, old: bytes, new: bytes) -> None:
    pages, journal = [tmp_path / "a.md", tmp_path / "b.md"], tmp_path / "journal"
    for page in pages:
        page.write_text(WRONG, encoding="utf-8")
    names = [str(page) for page in pages]
    first = verdicts(run, *names, "--resume", str(journal))
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(lines[0] + lines[1].replace(old, new))
    assert journal.read_bytes() != b"".join(lines)
    assert verdicts(run, *names, "--resume", str(journal)) == first


ENDNOTE = (
    '<?xml version="1.0"?><xml><records><record><contributors><authors><author>Dolotov, O. V.</author></authors>'
    "</contributors><titles><title>Semax and BDNF</title></titles><dates><year>2006</year></dates></record></records>"
    "</xml>"
)


def test_a_pattern_meets_archives_and_tables_as_their_names_do(run: Run, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("in.md", WRONG)
    (tmp_path / "b.ndjson").write_text(json.dumps({"text": WRONG}) + "\n", encoding="utf-8")
    for ending in ("zip", "ndjson", "*"):
        done = run("audit", f"{tmp_path}/*.{ending}", "-f", "csv")
        assert done.returncode == 1
        assert done.stdout.count("887.04 Da") == {"*": 2}.get(ending, 1)
        assert done.stderr == ""


def test_endnote_is_read_in_folders_and_archives_and_what_is_left_out_is_said(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "list.xml").write_text(ENDNOTE, encoding="utf-8")
    (folder / "map.xml").write_text("<urlset/>", encoding="utf-8")
    (folder / "b.ndjson").write_text("{}", encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for path in folder.iterdir():
            archive.write(path, path.name)
    for name in (folder, tmp_path / "a.zip"):
        done = run("audit", str(name), "-f", "json")
        (reading,) = json.loads(done.stdout)["data"]["files"]
        assert reading["file"] == f"{name}/list.xml"
        assert done.stderr == "2 files are no article by name or kind and left out: .ndjson, .xml\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.nxml", "<article><body><p>{}</p></body></article>"),
        ("a.xml", '<!DOCTYPE article PUBLIC "x">\n<article article-type="a"><body><p>{}</p></body></article>'),
        ("a.xml", "<OAI-PMH xmlns='x'><record><metadata><article><p>{}</p></article></metadata></record></OAI-PMH>"),
        (
            "a.xml",
            "<PubmedArticle><AbstractText>{}</AbstractText></PubmedArticle>",
        ),
    ],
)
def test_articles_of_pubmed_central_are_read_in_folders_and_archives(
    run: Run, tmp_path: Path, name: str, text: str
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / name).write_text(f'<?xml version="1.0"?>{text.format("Semax weighs 887.04 Da.")}', encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.write(folder / name, name)
    for held in (folder, tmp_path / "a.zip"):
        done = run("audit", str(held), "-f", "json")
        (reading,) = json.loads(done.stdout)["data"]["files"]
        assert (done.returncode, done.stderr, reading["file"]) == (1, "", f"{held}/{name}")


def test_a_file_that_was_named_and_cannot_be_read_ends_with_2_alone_and_beside_others(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 cut")
    (tmp_path / "b.md").write_text(RIGHT, encoding="utf-8")
    for names in ([f"{tmp_path}/a.pdf"], [f"{tmp_path}/a.pdf", f"{tmp_path}/b.md"]):
        assert run("audit", *names, "--fail-on", "none").returncode == 2


def packed_page() -> bytes:
    """Return a page as a record of a packed WARC."""
    page = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>{WRONG}</p>"
    head = f"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {len(page)}\r\n\r\n"
    return gzip.compress(f"{head}{page}\r\n\r\n".encode())


def test_of_a_packed_warc_that_is_cut_or_damaged_the_sound_pages_are_read_and_the_rest_is_told(
    bundled: Dataset, tmp_path: Path
) -> None:
    pytest.importorskip("warcio")
    record = packed_page()
    (tmp_path / "cut.warc.gz").write_bytes(record * 2 + record[: len(record) // 2])
    (tmp_path / "damaged.warc.gz").write_bytes(record * 2 + record[:20] + b"\0" * 40 + record[60:])
    for name in ("cut.warc.gz", "damaged.warc.gz"):
        *sound, rest = outcomes(bundled, str(tmp_path / name))
        assert [len(item.findings) for item in sound[:2]] == [3, 3]
        assert (rest.file, rest.error) == (
            f"{tmp_path / name}: what follows",
            "cannot be unpacked: it is damaged or cut short",
        )


@pytest.mark.parametrize("noughts", [1, 512, 70_000])
def test_noughts_that_fill_the_end_of_a_packed_warc_are_no_damage(
    bundled: Dataset, tmp_path: Path, noughts: int
) -> None:
    pytest.importorskip("warcio")
    record = packed_page()
    (tmp_path / "a.warc.gz").write_bytes(record * 2 + b"\0" * noughts)
    assert [(len(item.findings), item.error) for item in outcomes(bundled, str(tmp_path / "a.warc.gz"))] == [
        (3, "")
    ] * 2


@pytest.mark.parametrize("kept", ["WARC/1.0\r\nWARC-Type: resp", "WARC/1.0\r\nWARC-Type: response\r\nContent-Len"])
def test_a_warc_that_ends_within_the_head_of_a_record_is_told_to_be_cut(
    bundled: Dataset, tmp_path: Path, kept: str
) -> None:
    pytest.importorskip("warcio")
    page = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>{WRONG}</p>"
    record = f"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {len(page)}\r\n\r\n{page}\r\n\r\n"
    (tmp_path / "a.warc").write_bytes(f"{record}{kept}".encode())
    *sound, rest = outcomes(bundled, str(tmp_path / "a.warc"))
    assert [len(item.findings) for item in sound] == [3]
    assert "cut short" in rest.error


def test_a_page_of_a_warc_that_is_cut_within_the_head_of_its_answer_is_told_to_be(
    bundled: Dataset, tmp_path: Path
) -> None:
    pytest.importorskip("warcio")
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Length: 400\r\n\r\n"
    (tmp_path / "a.warc").write_bytes(f"{head}HTTP/1.1 200 OK\r\nConte".encode())
    (found,) = outcomes(bundled, str(tmp_path / "a.warc"))
    assert found.error == "is cut short in the archive"


@pytest.mark.parametrize("option", ["--corrected", "--left", "--resume"])
def test_no_file_is_written_for_the_sign_of_standard_output(run: Run, tmp_path: Path, option: str) -> None:
    (tmp_path / "a.md").write_text(WRONG)
    done = run("audit", str(tmp_path / "a.md"), option, "-")
    assert (done.returncode, done.stdout) == (2, "")
    assert "not standard output, which has the answer; name a file" in done.stderr


PAGE = "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n<p>See doi:10.1186/s12868-015-0218-7.</p>"


def in_warc(kind: str, content: str, length: int = 0) -> str:
    """Return a record of a WARC, of a length that it may not have."""
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: http://a.example/\r\nContent-Type: application/http"
    return f"{head}\r\nContent-Length: {length or len(content)}\r\n\r\n{content}\r\n\r\n"


def test_what_of_a_page_stands_in_another_record_or_behind_its_length_is_told(bundled: Dataset, tmp_path: Path) -> None:
    pytest.importorskip("warcio")
    page = PAGE.format(kind="text/html")
    for text, why in (
        (in_warc("response", page) + in_warc("continuation", "<p>more</p>"), "is in several records"),
        (in_warc("response", page, len(page) - 20) + in_warc("response", page), "longer than its head tells"),
    ):
        (tmp_path / "a.warc").write_text(text, newline="")
        assert any(why in found.error for found in outcomes(bundled, str(tmp_path / "a.warc")))


def test_the_kind_of_a_page_of_a_warc_may_be_in_capitals(bundled: Dataset, tmp_path: Path) -> None:
    pytest.importorskip("warcio")
    (tmp_path / "a.warc").write_text(in_warc("response", PAGE.format(kind="TEXT/HTML")), newline="")
    (found,) = outcomes(bundled, str(tmp_path / "a.warc"))
    assert [finding.verdict for finding in found.findings] == ["retracted"]


def test_a_record_of_a_warc_without_an_address_is_read(bundled: Dataset, tmp_path: Path) -> None:
    pytest.importorskip("warcio")
    page = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>{WRONG}</p>"
    head = f"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {len(page)}\r\n\r\n"
    (tmp_path / "a.warc").write_bytes(f"{head}{page}\r\n\r\n".encode())
    (found,) = outcomes(bundled, str(tmp_path / "a.warc"))
    assert (len(found.findings), found.error) == (3, "")


def test_a_folder_that_cannot_be_entered_is_named_and_the_others_go_on(
    bundled: Dataset, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.stat

    def closed(path: Any, **more: Any) -> Any:
        if "deeper" in str(path) and str(path).endswith(".md"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, **more)

    monkeypatch.setattr(os, "stat", closed)
    found = outcomes(bundled, str(pages))
    assert [Path(item.file).parent.name for item in found if item.error == "cannot be read: Permission denied"] == (
        ["deeper"] * 20
    )
    assert len(found) == 41


def test_an_empty_name_of_a_file_or_folder_is_a_mistake_of_typing(run: Run) -> None:
    for arguments in (("audit", ""), ("--data", "", "show", "semax"), ("--data=", "show", "semax")):
        done = run(*arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert "empty" in done.stderr


# -- a process that dies -----------------------------------------------------------------------------------------------


def test_a_document_that_ends_its_process_is_named_and_no_other_is_lost(
    bundled: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    from peptidecli.audit import running  # noqa: PLC0415

    real = running.outcome

    def deadly(auditor: Any, document: Document) -> Outcome:
        if document.name == "deadly":
            os._exit(1)
        return real(auditor, document)

    monkeypatch.setattr(running, "outcome", deadly)
    given = [Document("deadly" if number == 5 else f"page-{number}", RIGHT.encode()) for number in range(20)]
    found = list(running.run(bundled, given, 2))
    assert [item.file for item in found] == [document.name for document in given]
    assert [item.file for item in found if item.error] == ["deadly"]


# -- a cluster ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASK_DISTRIBUTED__WORKER__DAEMON", "False")


@pytest.mark.long
def test_a_cluster_that_loses_a_worker_loses_no_page_and_counts_none_twice(bundled: Dataset, no_proxy: None) -> None:
    distributed = pytest.importorskip("distributed")
    from peptidecli.audit.running import run_on_cluster  # noqa: PLC0415

    given = [Document(f"page-{number:03}", (WRONG * 40 if number % 2 else RIGHT).encode()) for number in range(400)]
    expected = list(run(bundled, given, 1))
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as cluster:
        pids = [worker.pid for worker in cluster.workers.values()]
        assert len(pids) == 2
        killed: list[int] = []

        def kill_one() -> None:
            os.kill(pids[0], signal.SIGKILL)
            killed.append(pids[0])

        found: list[Outcome] = []
        for number, item in enumerate(run_on_cluster(bundled, given, cluster.scheduler_address)):
            found.append(item)
            if number == 30:
                threading.Thread(target=kill_one).start()
    assert killed
    assert sorted(item.file for item in found) == [document.name for document in given]
    assert sorted(found, key=lambda item: item.file) == expected


@pytest.mark.long
def test_a_scheduler_that_does_not_answer_is_said_to(run: Run, pages: Path) -> None:
    pytest.importorskip("distributed")
    done = run("audit", str(pages), "--scheduler", "tcp://127.0.0.1:1")
    assert done.returncode == 2
    assert "no scheduler answers there" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_part_that_cannot_be_read_ends_with_1_and_what_is_named_with_2_whatever_fails(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "rows.ndjson").write_text('{"text": "Semax."}\n{"text": \n', encoding="utf-8")
    (tmp_path / "page.md").write_text("Semax.\n", encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "big.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "Semax.\n")
        archive.writestr("b.txt", b"\n" * (65 << 20))
    (tmp_path / "broken.zip").write_bytes(b"PK")
    ends = {"rows.ndjson": 1, "big.zip": 1, "broken.zip": 2, "nowhere.md": 2}
    for name, end in ends.items():
        for names in ((name,), (name, "page.md")):
            done = run("audit", *(str(tmp_path / each) for each in names), "--fail-on", "none")
            assert (names, done.returncode) == (names, end)
            assert name in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="no file has such a name there")
def test_a_file_whose_name_is_no_utf_8_is_kept_in_a_journal(run: Run, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / os.fsdecode(b"c\xff.txt")).write_text("Semax has 8 amino acids.\n", encoding="utf-8")
    for _ in range(2):
        assert run("audit", str(pages), "--resume", str(tmp_path / "journal")).stderr.count("fault") == 0
