"""`peptide export`: the same three questions of every format, each asked by a reader of its own."""

from __future__ import annotations

import asyncio
import csv
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import frictionless
import pytest
import rispy
from datasette.app import Datasette
from pyarrow import dataset as arrow
from pybtex.database import parse_string

from conftest import PROGRAM, Run
from peptidecli.dataset.columns import TABLES
from peptidecli.dataset.dataset import Dataset
from peptidecli.dataset.schema import INDEXES, SCHEMA

pytestmark = pytest.mark.slow

DOCS = Path(__file__).parent.parent / "docs"

OWN = """id = "ownax"
name = "Ownax"
class = "test"
summary = "Mine."
primary-mechanism = "?"
distinction = "?"
"""
REFERENCE = """[[reference]]
id = "mine-2024-own"
type = "article-journal"
title = "A paper, \\"quoted\\"; with a comma\\nand a second line"
author = ["Mine, A."]
issued = 2024
container-title = "Mine & Yours"
language = "en"
compounds = ["ownax"]
design = ["in-vitro"]
trace = [{registry = "PubMed", URL = "example.org/x"}]
"""

Answers = tuple[int, str, tuple[str, ...]]
"""How many references, the title of PMID 16996037, and which references are retracted."""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of own data with a compound and a reference."""
    folder = tmp_path_factory.mktemp("mine")
    (folder / "compounds").mkdir()
    (folder / "compounds" / "ownax.toml").write_text(OWN)
    (folder / "references.toml").write_text(REFERENCE)
    return folder


@pytest.fixture(scope="module")
def exported(run: Run, own: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the whole dataset and the own one in every format."""
    folder = tmp_path_factory.mktemp("exported")
    for name, *options in (
        ["peptide.sqlite"], ["peptide.ndjson"], ["peptide.bib"], ["peptide.ris"], ["peptide.json"], ["tables"],
        ["columns", "--parquet"], ["bulk.ndjson", "--bulk"],
    ):  # fmt: skip
        done = run("--no-user-data", "--data", str(own), "export", str(folder / name), *options)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith(f"{folder / name}: ")
    return folder


@pytest.fixture(scope="module")
def expected(bundled: Dataset) -> Answers:
    """Return what every reader must answer."""
    references = list(bundled.references.values())
    retracted = tuple(r.id for r in references if r.standing == "retracted")
    assert len(retracted) > 1
    return len(references) + 1, bundled.references["dolotov-2006-hippocampus"].title, retracted


COUNT = "SELECT count(*) FROM {}"
TITLE = "SELECT title FROM {} WHERE pmid = '16996037'"
RETRACTED = "SELECT id FROM {} WHERE standing = 'retracted' ORDER BY id"


def by_sql(ask: Callable[[str], list[tuple[Any, ...]]], table: str = "reference") -> Answers:
    (count,), (title,) = ask(COUNT.format(table))[0], ask(TITLE.format(table))[0]
    return count, title, tuple(key for (key,) in ask(RETRACTED.format(table)))


def by_datasette(folder: Path) -> Answers:
    served = Datasette([str(folder / "peptide.sqlite")], metadata=json.loads((folder / "datasette.json").read_text()))

    def ask(sql: str) -> list[tuple[Any, ...]]:
        answer = asyncio.run(served.client.get("/peptide.json", params={"sql": sql, "_shape": "arrays"}))
        return [tuple(row) for row in answer.json()["rows"]]

    return by_sql(ask)


def by_duckdb(table: str) -> Answers:
    return by_sql(lambda sql: duckdb.execute(sql).fetchall(), table)


def by_frictionless(folder: Path) -> Answers:
    rows = frictionless.Package(str(folder / "tables" / "datapackage.json")).get_table_resource("reference").read_rows()
    title = next(row["title"] for row in rows if row["pmid"] == "16996037")
    return len(rows), title, tuple(row["id"] for row in rows if row["standing"] == "retracted")


def by_pyarrow(folder: Path) -> Answers:
    table = arrow.dataset(folder / "columns" / "reference.parquet").to_table()
    rows = table.select(["id", "title", "pmid", "standing"]).to_pylist()
    title = next(row["title"] for row in rows if row["pmid"] == "16996037")
    return table.num_rows, title, tuple(row["id"] for row in rows if row["standing"] == "retracted")


def by_pybtex(folder: Path) -> Answers:
    entries = parse_string((folder / "peptide.bib").read_text(encoding="utf-8"), "bibtex").entries
    title = next(e.fields["title"] for e in entries.values() if e.fields.get("pmid") == "16996037")
    retracted = tuple(key for key, e in entries.items() if e.fields.get("note", "").startswith("Retracted"))
    return len(entries), re.sub("[{}]", "", title), retracted


def by_rispy(folder: Path) -> Answers:
    entries = rispy.loads((folder / "peptide.ris").read_text(encoding="utf-8"))
    title = next(e["title"] for e in entries if e.get("accession_number") == "16996037")
    retracted = tuple(e["id"] for e in entries if any(note.startswith("Retracted") for note in e.get("notes", ())))
    return len(entries), title, retracted


def by_json(folder: Path) -> Answers:
    items = json.loads((folder / "peptide.json").read_text(encoding="utf-8"))
    title = next(item["title"] for item in items if item.get("PMID") == "16996037")
    return len(items), title, tuple(item["id"] for item in items if item.get("status") == "retracted")


def by_bulk_lines(folder: Path) -> Answers:
    """Read a bulk file as OpenSearch does: an action, then its document, a line each, the last line ended."""
    text = (folder / "bulk.ndjson").read_text(encoding="utf-8")
    assert text.endswith("\n")
    lines = text.splitlines()
    found: dict[str, Any] = {}
    for action, document in zip(map(json.loads, lines[::2]), map(json.loads, lines[1::2]), strict=True):
        assert action.keys() == {"index"}
        if action["index"]["_index"] == "peptide-reference":
            found[action["index"]["_id"]] = document
    title = next(document["title"] for document in found.values() if document.get("pmid") == "16996037")
    return len(found), title, tuple(key for key, document in found.items() if document["standing"] == "retracted")


READERS: dict[str, Callable[[Path], Answers]] = {
    "sqlite": lambda f: by_sql(lambda sql: sqlite3.connect(f / "peptide.sqlite").execute(sql).fetchall()),
    "sqlite, Datasette": by_datasette,
    "ndjson, DuckDB": lambda f: by_duckdb(
        f"(SELECT * FROM read_ndjson_auto('{f}/peptide.ndjson') WHERE \"table\" = 'reference')"
    ),
    "CSV, DuckDB": lambda f: by_duckdb(f"read_csv('{f}/tables/reference.csv', types = {{'pmid': 'VARCHAR'}})"),
    "CSV, Frictionless": by_frictionless,
    "Parquet, DuckDB": lambda f: by_duckdb(f"'{f}/columns/reference.parquet'"),
    "Parquet, pyarrow": by_pyarrow,
    "BibTeX, pybtex": by_pybtex,
    "RIS, rispy": by_rispy,
    "CSL-JSON": by_json,
    "bulk": by_bulk_lines,
}


@pytest.mark.parametrize("reader", READERS)
def test_every_reader_gives_the_same_three_answers(exported: Path, expected: Answers, reader: str) -> None:
    assert READERS[reader](exported) == expected


# -- each format in itself ---------------------------------------------------------------------------------------


def test_the_database_holds_together_and_says_nothing_of_this_machine(exported: Path, own: Path) -> None:
    database = sqlite3.connect(exported / "peptide.sqlite")
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("SELECT path, own FROM folder ORDER BY id").fetchall() == [("bundled", 0), (own.name, 1)]
    assert ("compounds/semax.toml",) in database.execute("SELECT path FROM file").fetchall()
    content = (exported / "peptide.sqlite").read_bytes()
    assert str(own.parent).encode() not in content
    assert str(DOCS.parent).encode() not in content


def test_the_database_finds_words_ranked(exported: Path) -> None:
    found = sqlite3.connect(exported / "peptide.sqlite").execute(
        "SELECT e.text FROM entry_text t JOIN entry e ON e.number = t.rowid WHERE entry_text MATCH 'hippocampus AND "
        "memory' ORDER BY bm25(entry_text, 2.0, 1.0) LIMIT 3"
    )
    assert all("hippocamp" in text.lower() for (text,) in found)


def test_datasette_shows_descriptions_licence_links_and_a_search_box(exported: Path) -> None:
    metadata = json.loads((exported / "datasette.json").read_text())
    served = Datasette([str(exported / "peptide.sqlite")], metadata=metadata)

    def page(path: str) -> str:
        return str(asyncio.run(served.client.get(path)).text)

    assert "MIT" in page("/peptide")
    assert "one bibliographic record that was traced" in page("/peptide/reference")
    assert 'href="/peptide/reference/' in page("/peptide/claim_reference?_size=1&_labels=on")
    assert "ownax" in page("/peptide/entry?_search=ownax")
    assert "entry_text_data" not in page("/peptide").partition("hidden")[0]


def test_frictionless_finds_nothing_wrong_with_the_package(exported: Path) -> None:
    package = frictionless.Package(str(exported / "tables" / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "note"])
    assert len(package.resources) == sum(table.exported for table in TABLES)


def test_a_cell_with_quotes_commas_and_lines_comes_back_whole(exported: Path) -> None:
    with (exported / "tables" / "reference.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    assert rows["mine-2024-own"]["title"] == 'A paper, "quoted"; with a comma\nand a second line'
    assert (rows["mine-2024-own"]["own"], rows["dolotov-2006-hippocampus"]["own"]) == ("true", "false")


def test_parquet_columns_are_typed_and_described(exported: Path) -> None:
    schema = arrow.dataset(exported / "columns" / "reference.parquet").schema
    types = {name: str(schema.field(name).type) for name in ("issued", "own", "title", "n")}
    assert types == {"issued": "int64", "own": "bool", "title": "string", "n": "int64"}
    assert schema.field("issued").metadata == {b"description": b"the year"}


def test_duckdb_joins_the_tables_where_they_lie(exported: Path, bundled: Dataset) -> None:
    sql = (
        f"SELECT count(*) FROM '{exported}/columns/claim.parquet' c "
        f"JOIN '{exported}/columns/claim_reference.parquet' x "
        "ON x.compound = c.compound AND x.claim = c.id WHERE c.compound = 'semax'"
    )
    claims = bundled.compounds["semax"].claims
    assert duckdb.execute(sql).fetchall() == [(sum(len(set(claim.references)) for claim in claims),)]


def test_bibliographies_are_what_cite_prints(exported: Path, run: Run, own: Path) -> None:
    for name, form in (("peptide.bib", "bibtex"), ("peptide.ris", "ris"), ("peptide.json", "csl-json")):
        done = run("--data", str(own), "cite", "-f", form)
        assert (exported / name).read_text(encoding="utf-8") == done.stdout


# -- where it is written -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["there.ndjson", "there"])
def test_what_is_there_is_replaced_only_by_force(run: Run, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    assert run("export", str(path)).returncode == 0
    again = run("export", str(path))
    assert (again.returncode, again.stdout) == (2, "")
    assert "is there already; with --force" in again.stderr
    assert run("export", str(path), "--force").returncode == 0
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


def test_a_datasette_file_that_is_there_is_not_overwritten_either(run: Run, tmp_path: Path) -> None:
    (tmp_path / "datasette.json").write_text("mine")
    assert run("export", str(tmp_path / "p.sqlite")).returncode == 2
    assert [(entry.name, entry.read_text()) for entry in tmp_path.iterdir()] == [("datasette.json", "mine")]


@pytest.mark.parametrize("ending", ["-wal", "-journal"])
def test_a_database_is_not_written_beside_what_sqlite_keeps_of_another(run: Run, tmp_path: Path, ending: str) -> None:
    (tmp_path / "link.sqlite").symlink_to(tmp_path / "p.sqlite")
    (tmp_path / f"p.sqlite{ending}").write_text("mine")
    for name in ("p.sqlite", "link.sqlite"):
        done = run("export", str(tmp_path / name), "--force")
        assert (done.returncode, f"p.sqlite{ending} is there" in done.stderr) == (2, True)
    assert (tmp_path / f"p.sqlite{ending}").read_text() == "mine"
    assert not (tmp_path / "p.sqlite").exists()


def test_what_force_would_not_replace_is_not_said_to_be_replaced_by_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "x.txt").write_text("mine")
    (tmp_path / "datasette.json").write_text("mine")
    for name in ("t", "p.sqlite"):
        for force in ((), ("--force",)):
            done = run("export", str(tmp_path / name), *force)
            assert (done.returncode, "no export has made" in done.stderr) == (2, True)


def test_two_databases_of_one_folder_are_described_together(run: Run, tmp_path: Path) -> None:
    for name in ("one.sqlite", "two.sqlite"):
        assert run("export", str(tmp_path / name)).returncode == 0
    assert list(json.loads((tmp_path / "datasette.json").read_text())["databases"]) == ["one", "two"]
    assert run("export", str(tmp_path / "two.sqlite")).returncode == 2


def test_what_a_person_has_put_into_the_description_of_databases_stays(run: Run, tmp_path: Path) -> None:
    assert run("export", str(tmp_path / "one.sqlite")).returncode == 0
    path = tmp_path / "datasette.json"
    told = json.loads(path.read_text())
    told |= {"allow": {"id": "root"}, "title": "Mine"}
    told["databases"]["one"]["allow"] = False
    path.write_text(json.dumps(told))
    assert run("export", str(tmp_path / "two.sqlite")).returncode == 0
    assert run("export", str(tmp_path / "one.sqlite"), "--force").returncode == 0
    now = json.loads(path.read_text())
    assert (now["allow"], now["title"], now["databases"]["one"]["allow"]) == ({"id": "root"}, "Mine", False)
    assert now["databases"]["one"]["tables"] == now["databases"]["two"]["tables"]


def test_lines_for_opensearch_are_written_to_a_file_of_lines_alone(run: Run, tmp_path: Path) -> None:
    done = run("export", str(tmp_path / "bulk"), "--bulk")
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])
    assert "--bulk for a file that ends in .ndjson" in done.stderr


def test_a_folder_of_other_things_is_never_replaced(run: Run, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "thesis.docx").write_text("mine")
    done = run("export", str(tmp_path / "home"), "--force")
    assert (done.returncode, done.stdout) == (2, "")
    assert "no export has made" in done.stderr
    assert (tmp_path / "home" / "thesis.docx").read_text() == "mine"


def kept(folder: Path) -> dict[str, str]:
    """Return the files in a folder and what they hold."""
    return {entry.name: entry.read_text(encoding="utf-8") for entry in folder.iterdir() if entry.is_file()}


def test_a_stranger_s_table_is_never_deleted(run: Run, tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "about.csv").write_text("mine")
    ours = tmp_path / "ours"
    assert run("export", str(ours)).returncode == 0
    (ours / "my.csv").write_text("mine")
    columns = tmp_path / "columns"
    columns.mkdir()
    (columns / "compound.parquet").write_text("mine")
    for folder in (tmp_path / "theirs", ours, columns):
        before = kept(folder)
        done = run("export", str(folder), "--force")
        assert (done.returncode, done.stdout, kept(folder)) == (2, "", before)
        assert "no export has made" in done.stderr


def test_a_folder_of_parquet_is_replaced_by_force(run: Run, tmp_path: Path) -> None:
    for _ in range(2):
        assert run("export", str(tmp_path / "columns"), "--parquet", "--force").returncode == 0


def test_force_replaces_no_datasette_file_but_that_of_an_export(run: Run, tmp_path: Path) -> None:
    (tmp_path / "datasette.json").write_text('{"title": "mine"}')
    assert run("export", str(tmp_path / "p.sqlite"), "--force").returncode == 2
    assert kept(tmp_path) == {"datasette.json": '{"title": "mine"}'}
    (tmp_path / "datasette.json").unlink()
    for _ in range(2):
        assert run("export", str(tmp_path / "p.sqlite"), "--force").returncode == 0


@pytest.mark.parametrize("name", [".", "", ".."])
def test_the_folder_one_is_in_is_not_replaced(environment: dict[str, str], tmp_path: Path, name: str) -> None:
    (tmp_path / "about.csv").write_text("mine")
    command = [str(PROGRAM), "export", name, "--force"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, kept(tmp_path)) == (2, "", {"about.csv": "mine"})
    assert "name one in it" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("x.docx",), "no format is known by '.docx'"),
        (("no/such/folder/x.bib",), "there is no folder"),
        (("-",), "none to standard output; name one"),
        (("x.sqlite", "--parquet"), "--parquet is for a folder"),
        (("x", "--parquet", "--bulk"), "take one of them"),
    ],
)
def test_what_cannot_be_written_is_said_in_a_sentence(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    name = arguments[0] if arguments[0] == "-" else str(tmp_path / arguments[0])
    done = run("export", name, *arguments[1:])
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_without_the_extra_it_says_how_to_get_it(environment: dict[str, str], tmp_path: Path) -> None:
    code = "import sys; sys.modules['pyarrow'] = None; sys.argv = ['peptide', *sys.argv[1:]]; " \
           "from peptidecli.__main__ import main; main()"  # fmt: skip
    command = [sys.executable, "-c", code, "export", str(tmp_path / "x"), "--parquet"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])
    assert "pip install 'peptidecli[parquet]'" in done.stderr


SLOW = (
    "import sys, time; from peptidecli.formats import ndjson; row = ndjson._document\n"
    "def slow(*a):\n    time.sleep(0.01); return row(*a)\n"
    "ndjson._document = slow; sys.argv = ['peptide', *sys.argv[1:]]\n"
    "from peptidecli.__main__ import main; main()"
)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=str)
def test_a_stopped_export_leaves_nothing(environment: dict[str, str], tmp_path: Path, number: int) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW, "export", str(tmp_path / "x.ndjson")], env=environment, stderr=subprocess.PIPE
    )
    until = time.monotonic() + 30
    while not list(tmp_path.iterdir()) and time.monotonic() < until:
        time.sleep(0.01)
    assert [entry.suffix for entry in tmp_path.iterdir()] == [".peptide-part"]
    os.kill(process.pid, number)
    _, said = process.communicate(timeout=30)
    assert process.returncode != 0
    assert b"Traceback" not in said
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_said_and_leaves_nothing(tmp_path: Path, environment: dict[str, str]) -> None:
    command = f"ulimit -f 100; exec {PROGRAM} export {tmp_path}/x.ndjson"
    done = subprocess.run(["bash", "-c", command], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "cannot be written: File too large" in done.stderr
    assert list(tmp_path.iterdir()) == []


# -- the document ------------------------------------------------------------------------------------------------


def test_every_table_and_column_is_described() -> None:
    store = sqlite3.connect(":memory:")
    store.executescript(SCHEMA + INDEXES)
    shadows = re.compile(r"(reference|entry)_text_(data|idx|content|docsize|config)")
    names = {name for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    tables = {name for name in names if not shadows.fullmatch(name)}
    assert tables == {table.name for table in TABLES}
    for table in TABLES:
        columns = [row[1] for row in store.execute(f"PRAGMA table_info({table.name})")]
        assert columns == list(table.columns), table.name


def test_the_document_of_the_tables_is_the_programs_own() -> None:
    code = f"import runpy; print(runpy.run_path({str(DOCS / 'tables.py')!r})['tables']())"
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    text = (DOCS / "store.md").read_text(encoding="utf-8")
    assert made.stdout.strip() in text, "stale: run python docs/tables.py"


@pytest.mark.parametrize(
    "sql", re.findall(r"```sql\n(.*?)```", (DOCS / "store.md").read_text(encoding="utf-8"), re.DOTALL)
)
def test_every_question_in_the_document_is_answered(exported: Path, sql: str) -> None:
    for question in filter(str.strip, sql.split(";")):
        assert sqlite3.connect(exported / "peptide.sqlite").execute(question).fetchall()


def test_the_questions_for_duckdb_are_answered_from_parquet(exported: Path) -> None:
    text = (DOCS / "scale.md").read_text(encoding="utf-8")
    questions = [sql for block in re.findall(r"```sql\n(.*?)```", text, re.DOTALL) for sql in block.split(";")]
    asked = [sql.replace("'tables/", f"'{exported}/columns/") for sql in questions if sql.strip()]
    assert len(asked) == 2
    for sql in asked:
        assert duckdb.execute(sql).fetchall()
