"""The documents of a corpus: what is taken from a folder, an archive or a table, and what is said of the rest."""

from __future__ import annotations

import base64
import gzip
import io
import json
import os
import stat
import sys
import tarfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import MINI, Run
from peptidecli.audit import corpus, running, tables
from peptidecli.audit.auditor import Auditor
from peptidecli.audit.corpus import documents, is_corpus
from peptidecli.audit.document import Aside, Document
from peptidecli.dataset import locations
from peptidecli.dataset.dataset import Dataset
from peptidecli.errors import UsageError


def told(*names: str | Path) -> list[tuple[str, bytes, str]]:
    """Return the last part of the name, the bytes and the error of the documents that names stand for."""
    return [(Path(item.name).name, item.content, item.error) for item in documents([str(name) for name in names])]


def test_of_a_folder_the_articles_are_taken_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", ".hidden.md", "c.exe", "sub/d.md", ".git/e.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    (tmp_path / "gone.md").symlink_to("nowhere")
    (tmp_path / "round.md").symlink_to("round.md")
    os.mkfifo(tmp_path / "pipe.md")
    found = told(tmp_path)
    assert [item[:2] for item in found if not item[2]] == [
        ("a.txt", b"a.txt"),
        ("b.md", b"b.md"),
        ("d.md", b"sub/d.md"),
    ]
    assert [(name, error.partition(":")[0]) for name, _, error in found if error] == [("round.md", "cannot be read")]


def test_what_stands_for_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    os.mkfifo(tmp_path / "x.zip")
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04")
    (tmp_path / "broken.parquet").write_bytes(b"PAR1")
    (tmp_path / "broken.warc").write_bytes(b"nonsense\r\n\r\n")
    (tmp_path / "words.warc").write_bytes(b"Semax is approved by the FDA.\n")
    (tmp_path / "zip.warc.gz").write_bytes(gzip.compress(b"Semax is approved by the FDA.\n"))
    with zipfile.ZipFile(tmp_path / "pictures.zip", "w") as package:
        package.writestr("a.png", b"x")
    for name, reason in (
        ("pictures.zip", "is an archive without articles"),
        ("empty", "is a folder without articles"),
        ("*.nothing", "nothing has a name like it"),
        ("x.zip", "is no regular file; save it as one first"),
        ("broken.zip", "cannot be read as an archive"),
        ("broken.parquet", "cannot be read as Parquet"),
        ("broken.warc", "cannot be read as WARC"),
        ("words.warc", "cannot be read as WARC"),
        ("zip.warc.gz", "cannot be read as WARC"),
        ("none.md", "there is no such file"),
    ):
        with pytest.raises(UsageError, match=reason):
            told(tmp_path / name)


def test_of_a_damaged_archive_what_is_lost_is_told(tmp_path: Path) -> None:
    whole = io.BytesIO()
    with tarfile.open(fileobj=whole, mode="w", format=tarfile.GNU_FORMAT) as packed:
        for name in ("a.md", "b.md", "c.md"):
            (tmp_path / name).write_text(name)
            packed.add(tmp_path / name, name)
    content = bytearray(whole.getvalue())
    content[1024:1034] = b"\xff" * 10  # in the head of the second
    (tmp_path / "x.tar").write_bytes(content)
    (tmp_path / "x.tar.gz").write_bytes(gzip.compress(whole.getvalue())[:-6] + b"broken")
    lost = ("x.tar: what follows", b"", "cannot be unpacked: it is damaged or cut short")
    assert told(tmp_path / "x.tar") == [("a.md", b"a.md", ""), lost]
    assert told(tmp_path / "x.tar.gz")[-1] == ("x.tar.gz: what follows", *lost[1:])
    (tmp_path / "z.tar").write_bytes(whole.getvalue()[: 2 * tarfile.BLOCKSIZE])
    assert told(tmp_path / "z.tar")[-1][2] == "cannot be unpacked: it has no end, and may be cut short"
    (tmp_path / "y.tar").write_bytes(whole.getvalue())
    assert [error for _, _, error in told(tmp_path / "y.tar")] == ["", "", ""]


def test_links_pipes_and_devices_are_counted_among_what_is_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.md").write_text("a")
    (folder / "gone.md").symlink_to("nowhere")
    (folder / "more").symlink_to("sub")
    os.mkfifo(folder / "pipe.md")
    with tarfile.open(tmp_path / "x.tar", "w") as packed:
        packed.add(folder, "x")
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as zipped:
        zipped.writestr("a.md", "a")
        link = zipfile.ZipInfo("b.md")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        zipped.writestr(link, "a.md")
    for name, links, pipes in ((folder, 2, 1), (tmp_path / "x.tar", 2, 1), (tmp_path / "x.zip", 1, 0)):
        left_out = Aside()
        assert [item.content for item in documents([str(name)], left_out=left_out)] == [b"a"]
        assert left_out.files == Counter({"link": links, "pipe or device": pipes})


def test_a_second_text_of_a_row_is_counted_by_its_column_where_the_first_does_not_have_it(tmp_path: Path) -> None:
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    rows = [
        {"text": "Semax.", "html": "Selank."}, {"text": "", "body": "Semax."}, {"text": "a Semax.", "body": " Semax. "},
        {"content": "Semax.", "body": "", "html": "Selank.", "page": "Selank."}, {"body": 3, "text": " "},
    ]  # fmt: skip
    (tmp_path / "a.ndjson").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    parquet.write_table(
        arrow.table({"text": ["Semax.", ""], "html": ["Selank.", "Semax."]}), str(tmp_path / "a.parquet")
    )
    for name, counted in (("a.ndjson", {"html": 2, "page": 1}), ("a.parquet", {"html": 1})):
        left_out = Aside()
        list(documents([str(tmp_path / name)], left_out=left_out))
        assert left_out.columns == {str(tmp_path / name): Counter(counted)}


def test_a_second_text_of_a_row_is_told_on_stderr(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.ndjson").write_text('{"text": "Semax.", "html": "Selank."}\n', encoding="utf-8")
    done = run("audit", str(tmp_path / "a.ndjson"))
    assert done.stderr == f"{tmp_path}/a.ndjson: 1 row has another text under html, which was not read\n"


def test_of_rows_of_parquet_and_of_json_further_texts_are_told_in_one_way(run: Run, tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet  # noqa: PLC0415 - an extra

    long = "one two three four five six"
    nested = [{"more": [long]}, {"more": []}]
    held = {"text": ["a", "b"], "about": [long, "short"], "n": [1, 2], "meta": nested, "raw": [long.encode(), b"c"]}
    parquet.write_table(pyarrow.table(held), tmp_path / "a.parquet")
    done = run("audit", str(tmp_path / "a.parquet"))
    said = "1 row has another text under {}, which was not read"
    told = [f"{tmp_path}/a.parquet: {said.format(name)}" for name in ("about", "meta/more", "raw")]
    assert (done.returncode, done.stderr.splitlines()) == (0, told)
    row = {"text": "a", "meta": {"about": long, "short": "b", "more": [long, long]}, "n": 5}
    (tmp_path / "a.ndjson").write_text(json.dumps(row), encoding="utf-8")
    done = run("audit", str(tmp_path / "a.ndjson"))
    assert sorted(done.stderr.splitlines()) == [
        f"{tmp_path}/a.ndjson: {said.format(f'meta/{name}')}" for name in ("about", "more")
    ]


def test_of_many_tables_with_further_texts_the_first_are_named_and_the_others_counted(run: Run, tmp_path: Path) -> None:
    for number in range(25):
        (tmp_path / f"{number}.ndjson").write_text('{"text": "Semax.", "html": "Selank."}\n', encoding="utf-8")
    lines = run("audit", str(tmp_path / "*.ndjson")).stderr.splitlines()
    assert (len(lines), lines[-1]) == (21, "and so on, of 5 more columns")


def test_of_a_column_that_a_line_of_json_has_twice_both_texts_are_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.ndjson").write_text('{"text": "Semax weighs 900.5 Da.", "text": "Selank weighs 900.5 Da."}\n')
    done = run("audit", str(tmp_path / "a.ndjson"), "-f", "json")
    assert done.stdout.count('"verdict": "differs"') == 2


def test_a_link_in_an_archive_to_a_file_in_it_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("a")
    with tarfile.open(tmp_path / "x.tar", "w") as packed:
        packed.add(tmp_path / "a.md", "a.md")
        link = tarfile.TarInfo("b.md")
        link.type, link.linkname = tarfile.LNKTYPE, "a.md"
        packed.addfile(link)
    assert told(tmp_path / "x.tar") == [("a.md", b"a", ""), ("b.md", b"a", "")]


def test_what_a_crawl_has_of_other_kinds_is_counted_and_what_is_cut_short_is_told(tmp_path: Path) -> None:
    pytest.importorskip("warcio")

    def record(name: str, kind: str, body: str, more: int = 0, packed: str = "") -> str:
        encoding = f"Content-Encoding: {packed}\r\n" if packed else ""
        http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n{encoding}\r\n{body}"
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x/{name}\r\n"
        return f"{head}Content-Type: application/http\r\nContent-Length: {len(http) + more}\r\n\r\n{http}"

    crawl = "\r\n\r\n".join(
        [
            record("a", "application/pdf", "x"),
            record("b", "text/html", "x", packed="br"),
            record("c", "text/html", "cut", 9),
        ]
    )
    (tmp_path / "x.warc").write_bytes(crawl.encode())
    left_out = Aside()
    found = [(d.name, d.content, d.error) for d in documents([str(tmp_path / "x.warc")], None, left_out)]
    assert left_out.files == {"application/pdf": 1}
    assert found == [
        ("http://x/b", b"", "is packed as br, which is not read here"),
        ("http://x/c", b"cut", ""),
        ("http://x/c", b"", "is cut short in the archive"),
    ]


def test_an_archive_that_unpacks_out_of_all_proportion_is_read_in_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corpus, "BEYOND", 10_000)
    monkeypatch.setattr(corpus, "MOST_UNPACKED", 5)
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(20):
            archive.writestr(f"{number:03}.md", "a" * 10_000)
    *read, last = told(tmp_path / "a.zip")
    assert 0 < len(read) < 20
    assert last == (
        "a.zip: what follows",
        b"",
        "unpacks to more than 5 times its size; unpack it, and name what is in it",
    )


def test_of_several_texts_of_a_row_the_first_that_says_something_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.ndjson").write_text('{"text": " ", "body": "Semax."}\n{"text": "", "page": ""}\n', encoding="utf-8")
    assert [text for _, text, _ in told(tmp_path / "a.ndjson")] == [b"Semax.", b""]


@pytest.mark.parametrize("kind", ["w:", "w:gz"])
def test_what_stands_behind_the_end_of_an_archive_is_told(tmp_path: Path, kind: Any) -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=kind) as archive:
        (tmp_path / "a.md").write_text("Semax.", encoding="utf-8")
        archive.add(tmp_path / "a.md", "a.md")
    path = tmp_path / ("a.tar.gz" if kind == "w:gz" else "a.tar")
    path.write_bytes(packed.getvalue() * 2)
    assert told(path)[-1][2].startswith("cannot be unpacked: another archive, or something else, stands behind its end")


def test_a_page_of_a_warc_is_read_in_the_encoding_that_its_head_tells_and_is_told_where_it_is_cut(
    tmp_path: Path,
) -> None:
    pytest.importorskip("warcio")
    page = "<p>Семакс зарегистрирован.</p>"
    heads = ("Content-Type: text/html; charset=koi8-r", "Content-Type: text/html\r\nContent-Encoding: gzip")
    bodies = (page.encode("koi8-r"), gzip.compress(page.encode())[:-12])
    crawl = b""
    for place, (head, body) in enumerate(zip(heads, bodies, strict=True)):
        http = f"HTTP/1.1 200 OK\r\n{head}\r\n\r\n".encode() + body
        crawl += (
            (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:{place}>\r\nWARC-Target-URI: http://x.org/{place}\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
            ).encode()
            + http
            + b"\r\n\r\n"
        )
    (tmp_path / "a.warc").write_bytes(crawl)
    found = told(tmp_path / "a.warc")
    assert found[0] == ("0", page.encode(), "")
    assert found[-1] == ("1", b"", "is cut short in the archive")


def test_two_columns_of_one_name_are_refused_where_one_would_be_passed_over(tmp_path: Path) -> None:
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    for twice in ("text", "other"):
        table = arrow.Table.from_arrays([arrow.array(["Semax."])] * 3, names=["text", twice, "other"])
        parquet.write_table(table, tmp_path / f"{twice}.parquet")
    with pytest.raises(
        UsageError, match="cannot be read as Parquet: two of its columns are called text; leave one out"
    ):
        told(tmp_path / "text.parquet")
    assert [text for _, text, _ in told(tmp_path / "other.parquet")] == [b"Semax."]


def test_rows_of_parquet_without_a_text_are_told_of_in_one_line(tmp_path: Path) -> None:
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    parquet.write_table(arrow.table({"text": [None, "a", None]}), tmp_path / "some.parquet")
    parquet.write_table(arrow.table({"words": ["a", "b"]}), tmp_path / "none.parquet")
    assert told(tmp_path / "some.parquet") == [
        ("some.parquet:2", b"a", ""),
        ("some.parquet: 2 of 3 rows", b"", "has no text under text, content, body, markdown, html, page"),
    ]
    assert told(tmp_path / "none.parquet") == [
        ("none.parquet", b"", "has no text under text, content, body, markdown, html, page")
    ]


def test_of_several_names_one_that_stands_for_nothing_leaves_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("a")
    (tmp_path / "b.zip").write_bytes(b"PK\x03\x04")
    names = [str(tmp_path / name) for name in ("b.zip", "a.md", "c.md")]
    assert [(Path(d.name).name, d.content, d.error) for d in documents(names)] == [
        ("b.zip", b"", "cannot be read as an archive: it is damaged or cut short"),
        ("a.md", b"a", ""),
        ("c.md", b"", "cannot be read: there is no such file"),
    ]


def test_a_pattern_and_standard_input_stand_for_documents(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("a")
    (tmp_path / "d.md").mkdir()
    assert told(tmp_path / "*.md") == [("a.md", b"a", "")]
    assert [item.content for item in documents(["-"], io.BytesIO(b"x"))] == [b"x"]
    assert [is_corpus(name) for name in ("a.tgz", str(tmp_path), f"{tmp_path}/*.md", "a.md", "-")] == [
        True, True, True, False, False,
    ]  # fmt: skip


def test_a_manuscript_is_held_with_its_bibliography_unless_that_is_named_too(tmp_path: Path) -> None:
    for name in ("a.tex", "refs.bib"):
        (tmp_path / name).write_text("x")
    names = [str(tmp_path / "a.tex"), str(tmp_path / "refs.bib")]
    assert [item.beside for item in documents(names[:1])] == [True]
    assert [item.beside for item in documents(names)] == [False, False]


def test_of_archives_the_articles_are_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "BEYOND", 100)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name, text in (("b.md", "b"), ("sub/", ""), ("c.exe", "c"), ("large.md", "x" * 101), ("a.md", "a" * 50)):
            archive.writestr(name, text)
    with tarfile.open(tmp_path / "a.tgz", "w:gz") as packed:
        for name in ("b.md", "c.exe"):
            info = tarfile.TarInfo(name)
            info.size = 1
            packed.addfile(info, io.BytesIO(name[:1].encode()))
        folder = tarfile.TarInfo("sub.md")
        folder.type = tarfile.DIRTYPE
        packed.addfile(folder)
    large = ("large.md", b"", "is larger than 0 MB")
    assert told(tmp_path / "a.zip") == [("a.md", b"a" * 50, ""), ("b.md", b"b", ""), large]
    assert told(tmp_path / "a.tgz") == [("b.md", b"b", "")]
    bytes_ = (tmp_path / "a.zip").read_bytes()
    (tmp_path / "a.zip").write_bytes(bytes_.replace(b"a" * 50, b"b" * 50))
    assert told(tmp_path / "a.zip")[0] == ("a.md", b"", "cannot be unpacked: it is damaged or cut short")


def test_of_lines_of_json_each_is_a_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "BEYOND", 60)
    lines = ['{"text": "a", "url": "u"}', "", "broken", '"only text"', '{"n": 1}', "x" * 200, '{"body": "last"}']
    (tmp_path / "a.ndjson").write_text("\n".join(lines))
    none = "has no text under text, content, body, markdown, html, page"
    assert told(tmp_path / "a.ndjson") == [
        ("a.ndjson:1 u", b"a", ""),
        ("a.ndjson:3", b"", "is no line of JSON"),
        ("a.ndjson:4", b"only text", ""),
        ("a.ndjson:5", b"", none),
        ("a.ndjson:6", b"", "is larger than 0 MB"),
        ("a.ndjson:7", b"last", ""),
    ]


def test_a_line_of_json_that_is_a_work_is_held_as_an_entry(tmp_path: Path) -> None:
    work = {"title": "Semax", "page": "201-205", "DOI": "10.1000/x"}
    (tmp_path / "a.ndjson").write_text(f"{json.dumps(work)}\n{json.dumps(work | {'text': 'Semax.'})}", encoding="utf-8")
    assert [text for _, text, _ in told(tmp_path / "a.ndjson")] == [json.dumps([work]).encode(), b"Semax."]


def test_of_a_crawl_the_pages_are_taken(tmp_path: Path) -> None:
    def record(kind: str, content: str, body: bytes, **more: str) -> bytes:
        headers = {"WARC-Type": kind, "WARC-Record-ID": f"<urn:{content}>", "Content-Length": str(len(body))} | more
        head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
        return f"WARC/1.0\r\n{head}\r\n".encode() + body + b"\r\n\r\n"

    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Semax"
    picture = b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx"
    crawl = [
        record("warcinfo", "info", b"x: y\r\n"),
        record("response", "page", answer, WARC_Target_URI="http://a.example/", Content_Type="application/http"),
        record("response", "picture", picture, WARC_Target_URI="http://b.example/", Content_Type="application/http"),
        record("response", "nameless", answer, Content_Type="application/http"),
        record("conversion", "text", b"Selank", WARC_Target_URI="http://c.example/", Content_Type="text/plain"),
    ]
    (tmp_path / "a.warc.gz").write_bytes(b"".join(gzip.compress(one) for one in crawl))
    found = list(documents([str(tmp_path / "a.warc.gz")]))
    assert [item.content for item in found] == [b"<p>Semax", b"<p>Semax", b"Selank"]
    assert [item.name for item in found][::2] == ["http://a.example/", "http://c.example/"]
    assert found[1].name.endswith("a.warc.gz:<urn:nameless>")


def test_a_document_that_fails_is_named_with_the_reason_and_nothing_else_stops(
    mini: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    auditor = Auditor(mini)
    assert running.outcome(auditor, Document("a.md", b"", "cannot be read")).error == "cannot be read"
    assert "is not text" in running.outcome(auditor, Document("a.md", b"\0\1")).error

    def fault(*_: object, **__: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr(auditor, "audit", fault)
    assert running.outcome(auditor, Document("a.md", b"Semax")).error == "a fault in the program: KeyError: 'x'"
    assert running.outcome(auditor, Document("a.md", b"Semax")).readings == ()


# -- a cluster in this process -----------------------------------------------------------------------------------------


@pytest.fixture
def cluster() -> Iterator[Any]:
    """Return a scheduler with one worker, both threads of this process."""
    distributed = pytest.importorskip("distributed")
    settings = {"n_workers": 1, "threads_per_worker": 1, "processes": False, "dashboard_address": None}
    with distributed.LocalCluster(**settings) as standing:
        yield standing


def test_a_cluster_answers_for_every_document_once_and_names_those_whose_workers_end(
    mini: Dataset, cluster: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locations, "bundled", lambda: MINI)
    given = [Document(f"{number:02}.md", b"Primax weighs 813.92 g/mol.") for number in range(45)]
    answered = list(running.run_on_cluster(mini, given, cluster.scheduler_address))
    assert sorted(item.file for item in answered) == [document.name for document in given]
    assert {(len(item.findings), item.error) for item in answered} == {(1, "")}

    def ending(folders: tuple[str, ...], documents: list[Document]) -> list[running.Outcome]:
        if documents[0].name == "20.md":
            raise RuntimeError
        return [running.Outcome(file=document.name) for document in documents]

    monkeypatch.setattr(running, "audit_documents", ending)
    failed = [item.file for item in running.run_on_cluster(mini, given, cluster.scheduler_address) if item.error]
    assert sorted(failed) == [f"{number}.md" for number in range(20, 40)]


@pytest.mark.parametrize("error", [OSError(30, "Read-only file system"), ImportError("no semaphores")])
def test_where_no_processes_can_share_memory_one_does_all(
    mini: Dataset, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    """So it is in a container or a chroot without /dev/shm."""

    def none(_jobs: int) -> None:
        raise error

    given = [Document(f"{number}.md", b"Primax weighs 1 Da.") for number in range(5)]
    monkeypatch.setattr(running, "_pool", none)
    assert [item.file for item in running.run(mini, given, 2)] == [document.name for document in given]


def test_where_no_process_can_be_begun_one_does_all(mini: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    """So it is where the limit of processes is reached, as in a container of few."""

    def submit(*_: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    given = [Document(f"{number}.md", b"Primax weighs 1 Da.") for number in range(5)]
    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor.submit", submit)
    assert [item.file for item in running.run(mini, given, 2)] == [document.name for document in given]


def test_a_cluster_that_is_none_is_told(mini: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="nowhere://x: no scheduler answers there"):
        list(running.run_on_cluster(mini, [], "nowhere://x"))
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match="a cluster needs the extra `cluster`"):
        list(running.run_on_cluster(mini, [], "tcp://127.0.0.1:1"))


@pytest.mark.parametrize(
    ("kind", "files", "left"), [("Resource", 1, {}), ("zzz", 0, {"records called zzz": 1}), ("metadata", 0, {})]
)
def test_a_record_of_a_warc_is_known_in_capitals_and_one_of_an_unknown_kind_is_told(
    tmp_path: Path, kind: str, files: int, left: dict[str, int]
) -> None:
    pytest.importorskip("warcio")
    page = "<p>Semax</p>"
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: http://x/\r\nContent-Type: text/html\r\n"
    (tmp_path / "a.warc").write_bytes(f"{head}Content-Length: {len(page)}\r\n\r\n{page}\r\n\r\n".encode())
    aside = Aside()
    found = list(documents([str(tmp_path / "a.warc")], None, aside))
    assert (len(found), dict(aside.files)) == (files, left)


@pytest.mark.parametrize("kind", ["response", "resource", "metadata"])
def test_a_warc_that_ends_anywhere_within_a_record_is_told_to_be_cut_short(tmp_path: Path, kind: str) -> None:
    pytest.importorskip("warcio")
    page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Semax</p>" if kind == "response" else "<p>Semax</p>"
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: http://x/\r\nContent-Type: text/html\r\n"
    record = f"{head}Content-Length: {len(page)}\r\n\r\n{page}"
    path = tmp_path / "x.warc"
    whole = f"{record}\r\n\r\n{record}"
    path.write_text(whole, encoding="ascii", newline="")
    assert not [document.error for document in documents([str(path)]) if document.error]
    for end in range(len(record) + 5, len(whole)):
        path.write_text(whole[:end], encoding="ascii", newline="")
        assert "cut short" in list(documents([str(path)]))[-1].error, whole[:end]


def _response(body: str, *heads: str, own: str = "") -> bytes:
    """Return a page as a crawl holds it, with heads of its own and of the record's."""
    http = "\r\n".join(("HTTP/1.1 200 OK", "Content-Type: text/html", *heads, "", body))
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x/a\r\n{own}Content-Length: {len(http)}"
    return f"{head}\r\n\r\n{http}\r\n\r\n".encode()


_CHUNKED = "Transfer-Encoding: chunked"


@pytest.mark.parametrize(
    ("record", "cut"),
    [
        (_response("4\r\n<p>S\r\n5\r\nemax.\r\n0\r\n\r\n", _CHUNKED), False),
        (_response("<p>Semax.", _CHUNKED), False),  # as crawlers keep it who have put the chunks together
        (_response("4\r\n<p>S\r\nff\r\nemax.", _CHUNKED), True),
        (_response("4\r\n<p>S\r\n5\r\nemax.\r\n", _CHUNKED), True),
        (_response("<p>Semax.", "Content-Length: 9"), False),
        (_response("<p>Semax.", "Content-Length: 5"), False),  # of the page as it was sent, packed
        (_response("<p>Semax.", "Content-Length: 10"), True),
        (_response("<p>Semax.", own="WARC-Truncated: length\r\n"), True),
    ],
)
def test_a_page_of_a_crawl_that_was_not_received_whole_is_read_and_told(
    tmp_path: Path, record: bytes, cut: bool
) -> None:
    pytest.importorskip("warcio")
    (tmp_path / "x.warc").write_bytes(record)
    page, *rest = documents([str(tmp_path / "x.warc")])
    assert page.content == b"<p>Semax."
    assert [item.error for item in rest] == ["is cut short in the archive"] * cut


def test_a_crawl_is_read_whether_it_is_packed_page_by_page_or_as_a_whole(tmp_path: Path) -> None:
    pytest.importorskip("warcio")
    pages = [_response("<p>Semax."), _response("<p>Selank.")]
    for packed in (b"".join(map(gzip.compress, pages)), gzip.compress(b"".join(pages)), gzip.compress(pages[0]) * 2):
        (tmp_path / "x.warc.gz").write_bytes(packed)
        assert [item.error for item in documents([str(tmp_path / "x.warc.gz")])] == ["", ""]


def test_an_archive_that_stands_before_another_is_told_and_what_unpacks_itself_is_read(tmp_path: Path) -> None:
    for name in ("a", "b"):
        with zipfile.ZipFile(tmp_path / f"{name}.zip", "w") as zipped:
            zipped.writestr(f"{name}.md", name)
    a, b = ((tmp_path / f"{name}.zip").read_bytes() for name in ("a", "b"))
    (tmp_path / "both.zip").write_bytes(a + b)
    (tmp_path / "self.zip").write_bytes(b"#!/bin/sh\n" + b)
    first, *rest = told(tmp_path / "both.zip")
    assert (first[2].split(";")[0], rest) == (
        "cannot be unpacked: another archive, or something else, stands before its beginning", [("b.md", b"b", "")],
    )  # fmt: skip
    assert told(tmp_path / "self.zip") == [("b.md", b"b", "")]


def test_what_is_hidden_is_left_out_of_folders_and_archives_alike_and_told(tmp_path: Path) -> None:
    folder = tmp_path / "x"
    for name in ("a.md", ".b.md", ".c.png", "._a.md", "d/.md"):
        (folder / name).parent.mkdir(exist_ok=True, parents=True)
        (folder / name).write_text("a")
    with tarfile.open(tmp_path / "x.tar", "w") as packed:
        packed.add(folder, ".")
    for place in (folder, tmp_path / "x.tar"):
        left_out = Aside()
        assert [item.content for item in documents([str(place)], left_out=left_out)] == [b"a"]
        assert left_out.files == Counter({"hidden": 2})
    for name in (".f", ".git"):
        (folder / name).mkdir()
        (folder / name / "a.md").write_text("a")
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as zipped:
        for inside in folder.rglob("*.md"):
            zipped.write(inside, inside.relative_to(folder))
    for place in (folder, tmp_path / "x.zip"):
        left_out = Aside()
        assert [item.content for item in documents([str(place)], left_out=left_out)] == [b"a"]
        assert left_out.files == Counter({"hidden": 3})


def test_why_a_line_is_no_row_is_told(tmp_path: Path) -> None:
    rows = ['{"id": ' + "1" * 10_000 + ', "text": "a"}', "[" * 100_000, "{", '{"text": "a"}']
    (tmp_path / "a.ndjson").write_text("\n".join(rows), encoding="utf-8")
    assert [error for _, _, error in told(tmp_path / "a.ndjson")] == [
        "has a number of more digits than are read", "is nested too deep", "is no line of JSON", "",
    ]  # fmt: skip


def test_values_of_parquet_that_python_has_none_for_are_words_or_nothing(tmp_path: Path) -> None:
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    late = arrow.array([2**62, 1], arrow.timestamp("us"))
    fine = arrow.array([1, 2], arrow.timestamp("ns", "Nowhere/None"))
    for name, columns in {
        "text": {"text": late}, "id": {"text": ["Semax.", "Semax."], "id": late},
        "url": {"text": ["Semax.", "Semax."], "url": fine}, "nested": {"text": [{"a": 1}, {"a": 2}]},
    }.items():  # fmt: skip
        parquet.write_table(arrow.table(columns), str(tmp_path / f"{name}.parquet"))
        found = list(documents([str(tmp_path / f"{name}.parquet")]))
        assert [item.content for item in found if not item.error] == ([b"Semax."] * 2 if name in {"id", "url"} else [])
        assert bool([item for item in found if item.error]) == (name in {"text", "nested"})


def test_a_table_with_an_encrypted_column_is_refused(tmp_path: Path) -> None:
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    encryption = pytest.importorskip("pyarrow.parquet.encryption")

    client: Any = encryption.KmsClient

    class Keys(client):  # type: ignore[misc]
        def wrap_key(self, key: bytes, _name: str) -> bytes:
            return base64.b64encode(key)

        def unwrap_key(self, key: bytes, _name: str) -> bytes:
            return base64.b64decode(key)

    asked = encryption.EncryptionConfiguration(footer_key="f", column_keys={"c": ["text"]}, plaintext_footer=True)
    factory = encryption.CryptoFactory(lambda _: Keys())
    properties = factory.file_encryption_properties(encryption.KmsConnectionConfig(), asked)
    table = arrow.table({"text": ["Semax."], "id": ["a"]})
    with parquet.ParquetWriter(tmp_path / "a.parquet", table.schema, encryption_properties=properties) as writer:
        writer.write_table(table)
    with pytest.raises(UsageError, match="cannot be read as Parquet"):
        told(tmp_path / "a.parquet")
