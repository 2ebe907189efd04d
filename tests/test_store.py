"""The store: noticed when it is no longer true or whole, built in one step, and never in the way of an answer."""

from __future__ import annotations

import contextlib
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import time
import zlib
from pathlib import Path
from typing import Any

import pytest

from conftest import MINI, PROGRAM
from peptidecli.answers.search import search as searched_for
from peptidecli.dataset import locations, store
from peptidecli.dataset.dataset import Dataset, of_folders


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the cache, which is not there yet."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("PEPTIDE_CACHE", str(folder))
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return a folder of own data that may be changed."""
    folder = tmp_path / "own"
    shutil.copytree(MINI, folder)
    return folder


def opened(*folders: Path) -> Dataset:
    return of_folders(folders, cache=True)


def the_store(cache: Path) -> Path:
    """Return the one store in the cache folder; there must be nothing else."""
    (path,) = cache.iterdir()
    return path


def right(dataset: Dataset) -> bool:
    """Tell whether a dataset of the small folder answers everything as it must."""
    return (
        list(dataset.compounds) == ["primax", "secax"]
        and dataset.compounds["primax"].name == "Primax"
        and [reference.id for reference in dataset.references.values()]
        == ["abel-2001-stress", "baker-2010-trial", "fox-2015-cells"]
        and dataset.references["abel-2001-stress"].title == "Primax in stressed rats: no effect on BDNF"
        and [bearer.compound for bearer in dataset.bearers("px7")] == ["primax"]
        and dataset.reference_with("PMID", "12345678") == "baker-2010-trial"
        and len(dataset.statements) == 1
    )


# -- is it used, and is it true? ---------------------------------------------------------------------------------


def test_a_second_start_reads_no_data_file(cache: Path, own: Path) -> None:
    assert right(opened(own))
    before = the_store(cache).stat()
    assert files_read(own) == []
    assert the_store(cache).stat() == before


def files_read(folder: Path, *more: Path) -> list[str]:
    """Return the data files that a process reads to open a dataset, by name."""
    code = (
        "import sys\nfrom pathlib import Path\nread = []\n"
        "sys.addaudithook(lambda event, args: event == 'open' and read.append(str(args[0])))\n"
        "from peptidecli.dataset.dataset import of_folders\n"
        "of_folders([Path(part) for part in sys.argv[1:]], cache=True)\n"
        "print(*(Path(name).name for name in read if name.endswith('.toml')))"
    )
    command = [sys.executable, "-c", code, str(folder), *map(str, more)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()


@pytest.mark.parametrize("name", ["compounds/secax.toml", "references.toml", "sources.toml", "statements.toml"])
def test_only_the_file_that_has_changed_is_read_again(cache: Path, own: Path, name: str) -> None:
    opened(own)
    path = own / name
    path.write_text(path.read_text() + "# changed\n")
    assert files_read(own) == [Path(name).name]
    assert files_read(own) == []
    assert right(opened(own))


def test_a_file_that_is_new_is_read_alone_and_one_that_is_gone_is_forgotten(cache: Path, own: Path) -> None:
    opened(own)
    text = (own / "compounds" / "secax.toml").read_text()
    new = own / "compounds" / "tertiax.toml"
    new.write_text(text.replace("secax", "tertiax").replace("Secax", "Tertiax"))
    assert files_read(own) == ["tertiax.toml"]
    assert "tertiax" in opened(own).compounds
    new.unlink()
    assert right(opened(own))


def rewritten(path: Path, old: str, new: str) -> None:
    """Change a file and leave its size and its time as they were."""
    before, text = path.stat(), path.read_text()
    assert old in text
    assert len(old) == len(new)
    path.write_text(text.replace(old, new))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)


def test_a_file_of_the_same_size_and_time_and_another_content_is_noticed(cache: Path, own: Path) -> None:
    opened(own)
    rewritten(own / "compounds" / "primax.toml", "A heptapeptide made", "A hexapeptide, made")
    assert opened(own).compounds["primax"].summary == "A hexapeptide, made for tests."


def test_another_file_of_the_same_size_and_time_in_its_place_is_noticed(cache: Path, own: Path) -> None:
    opened(own)
    path = own / "compounds" / "primax.toml"
    other = own / "other"
    shutil.copy2(path, other)
    rewritten(other, "A heptapeptide made", "A hexapeptide, made")
    other.replace(path)
    assert opened(own).compounds["primax"].summary == "A hexapeptide, made for tests."


def test_what_a_changed_reference_says_reaches_the_claims_that_rest_on_it(cache: Path, own: Path) -> None:
    level = "SELECT level FROM claim WHERE id = 'primax-fox-bdnf'"
    assert opened(own).rows(level) == [("in-vitro",)]
    path = own / "references.toml"
    before, mark, after = path.read_text().partition('id = "fox-2015-cells"')
    path.write_text(before + mark + after.replace('design = ["in-vitro"]', 'design = ["animal-in-vivo"]', 1))
    assert opened(own).rows(level) == [("animal-in-vivo",)]


def test_a_retracted_reference_does_not_raise_the_level_of_a_claim(cache: Path, own: Path) -> None:
    path = own / "references.toml"
    before, mark, after = path.read_text().partition('id = "baker-2010-trial"')
    retracted = 'standing = "retracted"\nnotice = { doi = "10.1000/notice", issued = 2012 }\n'.replace("doi", "DOI")
    path.write_text(before + mark + "\n" + retracted + after.lstrip("\n"))
    claim = own / "compounds" / "primax.toml"
    claim.write_text(claim.read_text().replace('["abel-2001-stress"]', '["baker-2010-trial", "abel-2001-stress"]'))
    levels = dict(opened(own).rows("SELECT id, level FROM claim WHERE compound = 'primax'"))
    assert levels["primax-abel-bdnf"] == "animal-in-vivo"
    assert levels["primax-baker-anxiety"] == "randomized-controlled-trial"  # it rests on nothing else


def test_a_later_folder_replaces_and_when_its_file_goes_the_earlier_is_back(
    cache: Path, own: Path, tmp_path: Path
) -> None:
    later = tmp_path / "later"
    (later / "compounds").mkdir(parents=True)
    text = (own / "compounds" / "secax.toml").read_text()
    mine = later / "compounds" / "secax.toml"
    mine.write_text(text.replace('name = "Secax"', 'name = "Mine"'))
    dataset = opened(own, later)
    assert (dataset.compounds["secax"].name, set(dataset.own("compound"))) == ("Mine", {"secax"})
    mine.unlink()
    dataset = opened(own, later)
    assert (dataset.compounds["secax"].name, set(dataset.own("compound"))) == ("Secax", set())
    assert right(dataset)
    mine.write_text(text.replace('name = "Secax"', 'name = "Mine again"'))
    assert opened(own, later).compounds["secax"].name == "Mine again"


def test_a_store_brought_up_to_date_is_the_store_that_is_built_anew(cache: Path, own: Path) -> None:
    opened(own)
    for name in ("compounds/primax.toml", "references.toml", "statements.toml"):
        (own / name).write_text((own / name).read_text() + "# changed\n")
    updated = contents(opened(own))
    shutil.rmtree(cache)
    assert contents(opened(own)) == updated


def test_equals_are_answered_in_the_order_of_the_data_whichever_file_was_changed_last(cache: Path, own: Path) -> None:
    def hits() -> dict[str, list[str]]:
        return {
            query: [hit.id for hit in searched_for(opened(own), query).hits] for query in ("BDNF", "primax", "rats")
        }

    before = hits()
    for name in ("compounds/primax.toml", "references.toml", "compounds/primax.toml"):
        (own / name).write_text((own / name).read_text() + "# changed\n")
        assert hits() == before


TABLES = {
    "compound": "id, name, formula, record", "reference": "id, title, record", "claim": "*", "statement": "id, record",
    "citation": "id, record", "source": "id, record", "name": "*", "identifier": "*", "about": "*",
    "reference_design": "*", "reference_topic": "*", "claim_reference": "*",
    "entry": "kind, id, compounds, section, text, refs, owner",
}  # fmt: skip


def contents(dataset: Dataset) -> dict[str, list[Any]]:
    found = {
        table: sorted(map(repr, dataset.rows(f"SELECT {columns} FROM {table}"))) for table, columns in TABLES.items()
    }
    for table in ("entry", "reference"):
        words = dataset.rows(
            f"SELECT term, doc, cnt FROM {table}_word"
            if table == "entry"
            else "SELECT term, col, doc FROM reference_word"
        )
        found[f"{table}_word"] = sorted(map(repr, words))
    return found


# -- is it whole? ------------------------------------------------------------------------------------------------


def test_a_byte_spoilt_anywhere_costs_a_rebuild_and_never_the_answer(cache: Path, own: Path) -> None:
    opened(own)
    good = the_store(cache).read_bytes()
    chance = random.Random(10)
    for place in (*range(100), *(chance.randrange(len(good)) for _ in range(100))):
        spoilt = bytearray(good)
        spoilt[place] ^= 0x55
        the_store(cache).write_bytes(spoilt)
        assert right(opened(own)), place
        assert the_store(cache).read_bytes() != spoilt, place


def test_a_store_is_checked_to_its_end_however_it_is_read(
    cache: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_PIECE", 10_000)
    opened(own)
    path = the_store(cache)
    good = path.read_bytes()
    path.write_bytes(good[:-1] + bytes([good[-1] ^ 0x55]))
    assert right(opened(own))
    assert path.read_bytes()[-1] == good[-1]


@pytest.mark.parametrize("length", [0, 1, 99, 4096, 50_000])
def test_a_store_that_was_half_written_is_built_anew(cache: Path, own: Path, length: int) -> None:
    opened(own)
    path = the_store(cache)
    path.write_bytes(path.read_bytes()[:length])
    assert right(opened(own))
    assert len(the_store(cache).read_bytes()) > length


def test_in_a_store_too_large_to_be_checked_whole_a_spoilt_record_is_noticed(
    cache: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "CHECKED_WHOLE", 1000)
    opened(own)
    path = the_store(cache)
    good = path.read_bytes()
    record = good.index(b'"title":"Primax in stressed rats')
    path.write_bytes(good[: record + 11] + b"X" + good[record + 12 :])
    dataset = opened(own)
    assert dataset.rows("SELECT record FROM reference WHERE id = 'abel-2001-stress'")[0][0].count("PrXmax") == 1
    assert right(dataset)


def test_in_a_store_too_large_to_be_checked_whole_a_spoilt_page_is_noticed(
    cache: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "CHECKED_WHOLE", 1000)
    opened(own)
    path = the_store(cache)
    good = path.read_bytes()
    for page in range(2, len(good) // 4096, 3):
        path.write_bytes(good[: page * 4096] + b"\xff" * 4096 + good[(page + 1) * 4096 :])
        assert right(opened(own)), page


@pytest.mark.parametrize("whole", [16_000_000, 1000])
def test_a_store_into_which_somebody_has_written_with_a_database_program_is_built_anew(
    cache: Path, own: Path, monkeypatch: pytest.MonkeyPatch, whole: int
) -> None:
    monkeypatch.setattr(store, "CHECKED_WHOLE", whole)
    opened(own)
    path = the_store(cache)
    with contextlib.closing(sqlite3.connect(path)) as tampered, tampered:
        tampered.execute("UPDATE reference SET title = 'A lie', pmid = '1' WHERE id = 'baker-2010-trial'")
        tampered.execute("UPDATE name SET compound = 'secax' WHERE key = 'px7'")
    assert right(opened(own))
    with contextlib.closing(sqlite3.connect(path)) as rebuilt:
        assert rebuilt.execute("SELECT count(*) FROM reference WHERE title = 'A lie'").fetchone() == (0,)


@pytest.mark.parametrize("beside", ["-journal", "-wal", "-shm"])
def test_what_lies_beside_a_store_under_the_name_of_its_journal_is_not_read(
    cache: Path, own: Path, beside: str
) -> None:
    opened(own)
    path = the_store(cache)
    before = path.read_bytes()
    path.with_name(path.name + beside).write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\xff" * 5000)
    assert right(opened(own))
    assert path.read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="no such rights there")
def test_a_store_that_others_may_write_into_or_that_is_not_ours_is_built_anew(
    cache: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(own)
    path = the_store(cache)
    path.chmod(0o666)
    before = path.stat().st_ino
    assert right(opened(own))
    assert (stat.S_IMODE(path.stat().st_mode), path.stat().st_ino != before) == (0o600, True)
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    if path.stat().st_uid:
        assert not store._trusted(path.stat())
    stranger = os.stat_result((*path.stat()[:4], 54321, *path.stat()[5:]))
    assert not store._trusted(stranger)


def test_a_pipe_in_place_of_a_store_holds_nothing_up(environment: dict[str, str], tmp_path: Path, own: Path) -> None:
    more = environment | {"PEPTIDE_CACHE": str(tmp_path / "cache")}
    command = [str(PROGRAM), "--data", str(own), "show", "primax"]
    first = subprocess.run(command, env=more, capture_output=True, timeout=60, check=True)
    path = the_store(tmp_path / "cache")
    for place in (path, path.with_name("store-00000000.sqlite")):
        place.unlink(missing_ok=True)
        os.mkfifo(place)
    again = subprocess.run(command, env=more, capture_output=True, timeout=60, check=True)
    assert (again.stdout, again.stderr) == (first.stdout, b"")
    assert path.is_file()


def test_what_hands_on_a_store_too_large_to_be_checked_whole_looks_through_it_first(
    cache: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "CHECKED_WHOLE", 1000)
    first = opened(own)
    right_contents = contents(first)
    path = the_store(cache)
    good = path.read_bytes()
    record = good.index(b'"title":"Primax in stressed rats') + 11
    # A letter that is another, and a byte that is no letter: SQLite refuses to look at that one.
    spoilt = [good[:record] + byte + good[record + 1 :] for byte in (b"X", b"\xff")]
    spoilt += [
        good[: page * 4096] + b"\xff" * 4096 + good[(page + 1) * 4096 :] for page in range(1, len(good) // 4096, 7)
    ]
    for content in spoilt:
        path.write_bytes(content)
        dataset = opened(own)
        dataset.verify()
        assert path.read_bytes() != content  # at once, not only when the spoilt record is asked for
        assert contents(dataset) == right_contents


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE reference SET record = json_set(record, '$.title', 5)",
        "UPDATE reference SET record = json_remove(record, '$.title')",
        "UPDATE compound SET record = '[1]'",
        "UPDATE meta SET value = '{}' WHERE key IN ('vocabulary', 'about', 'phrases')",
        "DELETE FROM meta WHERE key IN ('vocabulary', 'about', 'phrases')",
        "DELETE FROM reference",
        "DROP TABLE reference",
        "UPDATE folder SET path = 5",
    ],
)
def test_a_store_that_holds_what_no_program_writes_with_fitting_checksums_is_built_anew(
    cache: Path, own: Path, change: str
) -> None:
    contents_before = contents(opened(own))
    path = the_store(cache)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.create_function("crc", 1, lambda text: zlib.crc32(text.encode()))
        connection.execute(change)
        for kind in ("reference", "compound"):
            with contextlib.suppress(sqlite3.OperationalError):
                connection.execute(f"UPDATE {kind} SET crc = crc(record)")
    store._sign(path)
    dataset = opened(own)
    assert [claim.references for claim in dataset.compounds["primax"].claims]
    assert len(dataset.references.some(["abel-2001-stress", "baker-2010-trial"])) == 2
    assert dataset.about
    assert dataset.phrases
    assert contents(dataset) == contents_before


def test_a_fault_throws_a_store_away_that_holds_what_its_files_do_not_say(
    environment: dict[str, str], tmp_path: Path, own: Path
) -> None:
    cache = tmp_path / "kept"
    environment = environment | {"PEPTIDE_CACHE": str(cache), "PEPTIDE_DATA": str(own)}
    command = [str(PROGRAM), "list", "-f", "json"]
    first = subprocess.run(command, env=environment, capture_output=True, check=True)
    path = the_store(cache)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE reference SET design = 'none' || design")
    store._sign(path)
    failed = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert failed.returncode == 1
    assert b"What was kept of the data is not what its files say" in failed.stderr
    assert b"Traceback" not in failed.stderr
    again = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert again.stdout == first.stdout


@pytest.mark.parametrize("edited", [False, True], ids=["built at once", "brought up to date"])
def test_a_fault_that_is_not_the_stores_leaves_the_store(
    environment: dict[str, str], tmp_path: Path, own: Path, edited: bool
) -> None:
    cache = tmp_path / "kept"
    environment = environment | {"PEPTIDE_CACHE": str(cache), "PEPTIDE_DATA": str(own)}
    subprocess.run([str(PROGRAM), "list"], env=environment, capture_output=True, check=True)
    if edited:
        path = own / "compounds" / "primax.toml"
        path.write_text(path.read_text(encoding="utf-8").replace('name = "Primax"', 'name = "Edited"', 1), "utf-8")
        subprocess.run([str(PROGRAM), "list"], env=environment, capture_output=True, check=True)
    before = the_store(cache).read_bytes()
    code = (
        "import sys; import peptidecli.formats.text as text; text.pieces = lambda *given: [][0]; "
        "sys.argv = ['peptide', 'cite', 'abel', '-f', 'text']; from peptidecli.__main__ import main; main()"
    )
    failed = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=False)
    assert failed.returncode == 1
    assert b"a fault in the program: IndexError" in failed.stderr
    assert b"What was kept" not in failed.stderr
    assert the_store(cache).read_bytes() == before


def test_a_store_of_another_version_is_built_anew(cache: Path, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(own)
    monkeypatch.setattr(store, "VERSION", "another")
    dataset = opened(own)
    assert right(dataset)
    assert dataset.rows("SELECT value FROM meta WHERE key = 'version'") == [("another",)]


def test_a_store_of_another_version_of_the_program_is_built_anew(
    cache: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(own)
    monkeypatch.setattr(store, "__version__", "0.0.0")
    before = the_store(cache).read_bytes()
    assert right(opened(own))
    assert the_store(cache).read_bytes() != before


# -- where it cannot be kept -------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", ["/dev/null/peptide", "/proc/peptide", "{file}/below"])
def test_a_cache_folder_that_cannot_be_written_is_gone_round(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("PEPTIDE_CACHE", place.format(file=tmp_path / "file"))
    dataset = opened(own)
    assert right(dataset)
    assert dataset.store is None


def test_a_store_that_may_not_be_replaced_is_gone_round(cache: Path, own: Path) -> None:
    opened(own)
    path = the_store(cache)
    path.unlink()
    path.mkdir()
    (path / "kept").write_text("")
    assert right(opened(own))
    assert [entry.name for entry in cache.iterdir()] == [path.name]


def test_with_the_cache_switched_off_nothing_is_written(run: Any, tmp_path: Path) -> None:
    for arguments, more in (
        (["list"], {"PEPTIDE_CACHE": "", "HOME": str(tmp_path)}),
        (["--no-cache", "list"], {"HOME": str(tmp_path)}),
        (["--no-cache", "list"], {"PEPTIDE_CACHE": str(tmp_path / "cache")}),
    ):
        done = run(*arguments, **more)
        assert (done.returncode, done.stderr) == (0, "")
        assert list(tmp_path.iterdir()) == []


def test_no_cache_reads_the_files_and_not_what_the_store_says(run: Any, tmp_path: Path, own: Path) -> None:
    more = {"PEPTIDE_CACHE": str(tmp_path / "cache")}
    assert "Primax" in run("--data", str(own), "list", **more).stdout
    path = the_store(tmp_path / "cache")
    with sqlite3.connect(path) as spoilt:
        spoilt.execute("UPDATE compound SET record = replace(record, 'Primax', 'Lie')")
    assert "Primax" in run("--no-cache", "--data", str(own), "list", **more).stdout


def test_info_says_where_the_store_is_how_large_and_what_is_in_it(run: Any, tmp_path: Path, answer: Any) -> None:
    kept = answer("info")["store"]
    assert Path(kept["path"]).stat().st_size == kept["bytes"]
    assert kept["rows"]["reference"] == answer("info")["references"]
    text = " ".join(run("info").stdout.split())
    assert f"({kept['bytes'] / 1e6:.1f} MB): {kept['rows']['file']} files" in text
    assert "in memory, for this command alone" in " ".join(run("--no-cache", "info").stdout.split())


# -- many at once, and what is left over -------------------------------------------------------------------------


def test_twenty_processes_on_a_cold_store_all_answer_right(environment: dict[str, str], tmp_path: Path) -> None:
    more = environment | {"PEPTIDE_CACHE": str(tmp_path / "cache")}
    command = [str(PROGRAM), "show", "semax", "-f", "json"]
    processes = [subprocess.Popen(command, env=more, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(20)]
    said = [process.communicate(timeout=120) for process in processes]
    assert {process.returncode for process in processes} == {0}
    assert {error for _, error in said} == {b""}
    assert len({text for text, _ in said}) == 1
    assert json.loads(said[0][0])["data"]["compound"]["id"] == "semax"
    the_store(tmp_path / "cache")


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_the_store_is_its_owners_alone(cache: Path, own: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        opened(own)
    finally:
        os.umask(before)
    assert stat.S_IMODE(cache.stat().st_mode) == 0o700
    assert stat.S_IMODE(the_store(cache).stat().st_mode) == 0o600


def test_what_dead_writers_and_vanished_folders_have_left_is_swept(cache: Path, own: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    shutil.copytree(own, gone)
    opened(gone)
    left = the_store(cache)
    shutil.rmtree(gone)
    for name in ("store-1-2-3.tmp", "store-1-2-3.tmp-journal"):
        (cache / name).write_text("")
        os.utime(cache / name, (0, time.time() - 7200))
    forgotten = cache / "store-00000001.sqlite"
    forgotten.write_bytes(b"damaged, or of another version")
    os.utime(forgotten, (0, time.time() - 8 * 24 * 3600))
    busy = cache / f"store-4-{os.getppid()}-6.tmp"
    busy.write_text("another process writes it")
    (cache / "mine.txt").write_text("")
    opened(own)
    names = {entry.name for entry in cache.iterdir()}
    assert not {left.name, forgotten.name} & names
    assert {busy.name, "mine.txt"} < names
    assert len(names) == 3


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_what_a_writer_that_was_ended_has_left_is_swept_by_the_next_at_once(
    environment: dict[str, str], own: Path, tmp_path: Path, number: int
) -> None:
    cache = tmp_path / "cache"
    more = environment | {"PEPTIDE_CACHE": str(cache)}
    endless = (
        "import time\nfrom peptidecli.dataset import store\nstore._sign = lambda path: time.sleep(60)\n"
        "from peptidecli.__main__ import main\nmain()"
    )
    writer = subprocess.Popen([sys.executable, "-c", endless, "--data", str(own), "list"], env=more,
                              stdout=subprocess.DEVNULL)  # fmt: skip
    until = time.monotonic() + 30
    while not any(cache.glob("*.tmp")) and time.monotonic() < until:
        time.sleep(0.01)
    writer.send_signal(number)
    assert writer.wait(timeout=30) == -number
    assert any(cache.glob("*.tmp"))
    subprocess.run([PROGRAM, "--data", str(own), "list"], env=more, stdout=subprocess.DEVNULL, timeout=60, check=True)
    assert [entry.suffix for entry in cache.iterdir()] == [".sqlite"]


def test_a_data_folder_that_does_not_hold_together_leaves_the_store_as_it_was(cache: Path, own: Path) -> None:
    opened(own)
    before = the_store(cache).read_bytes()
    path = own / "compounds" / "primax.toml"
    text = path.read_text()
    path.write_text(text.replace('["fox-2015-cells"]', '["nobody-2000-x"]'))
    with pytest.raises(Exception, match="there is no reference 'nobody-2000-x'"):
        opened(own)
    assert the_store(cache).read_bytes() == before
    path.write_text(text)
    assert right(opened(own))


# -- how it is asked ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "ask",
    [
        lambda d: d.bearers("semax"),
        lambda d: d.bearers_from("sem"),
        lambda d: d.compounds_from("sem"),
        lambda d: d.relatives_called(["adamax", "semax"]),
        lambda d: d.numbered("80714-61-0"),
        lambda d: d.numbered("80714-61-0", "CAS RN"),
        lambda d: d.reference_with("DOI", "10.1016/j.brainres.2006.07.108"),
        lambda d: d.reference_with("PMID", "16996037"),
        lambda d: d.reference_with("PMCID", "PMC9616232"),
        lambda d: d.references_of("semax"),
        lambda d: d.about_compound("statement", "semax"),
        lambda d: d.topics_of("dolotov-2006-hippocampus"),
        lambda d: d.tally(d.compounds["semax"]),
        lambda d: d.chemistry("semax"),
        lambda d: d.of_sequence("MEHFPGP"),
        lambda d: d.references.some(["dolotov-2006-hippocampus"]),
        lambda d: "dolotov-2006-hippocampus" in d.references,
    ],
)
def test_what_is_looked_up_is_found_by_an_index(bundled: Dataset, ask: Any) -> None:
    bundled.references._records.clear()
    asked: list[str] = []
    bundled.connection.set_trace_callback(asked.append)
    ask(bundled)
    bundled.connection.set_trace_callback(None)
    for sql in asked:
        steps = [row[3] for row in bundled.connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
        tables = [step for step in steps if re.match(r"SCAN|SEARCH", step)]
        # Of the index of translations all may be read: it holds nothing else.
        few = ("CONSTANT", "USING INDEX reference_translation")
        assert [s for s in tables if s.startswith("SCAN") and not any(word in s for word in few)] == [], (sql, steps)


def test_the_folder_of_the_cache_is_the_platforms(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("PEPTIDE_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert locations.cache() == tmp_path / "peptide"
