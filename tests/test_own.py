"""The user's own data: where they lie, how they are laid over ours, and that every answer marks them."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from conftest import MINI, PROGRAM, Run
from peptidecli.answers.own import own_entries
from peptidecli.answers.show import SECTIONS
from peptidecli.dataset.dataset import of_folders
from peptidecli.errors import DatasetError

pytestmark = pytest.mark.slow

EXTENSION = """\
id = "{key}"
extends = true

[[alias]]
text = "Bench 7"
kind = "code"

[[claim]]
id = "bench-anxiety"
text = "{text}"
topic = "anxiety"
kind = "effect"
result = "null"
population = "rat"
references = ["{reference}"]
"""


def extend(
    folder: Path, key: str = "semax", text: str = "Our rats stayed calm.", reference: str = "dolotov-2006-hippocampus"
) -> Path:
    (folder / "compounds").mkdir(parents=True, exist_ok=True)
    path = folder / "compounds" / f"{key}.toml"
    path.write_text(EXTENSION.format(key=key, text=text, reference=reference))
    return path


# -- laid over one another -----------------------------------------------------------------------------------------


def test_an_extension_adds_and_leaves_all_else(tmp_path: Path) -> None:
    extend(tmp_path, "primax", reference="abel-2001-stress")
    before, after = of_folders([MINI]).compounds["primax"], of_folders([MINI, tmp_path]).compounds["primax"]
    assert after.summary == before.summary
    assert after.claims[:-1] == before.claims
    assert after.claims[-1].id == "bench-anxiety"
    assert [alias.text for alias in after.aliases] == [*(alias.text for alias in before.aliases), "Bench 7"]


@pytest.mark.parametrize("named", ['name = "Semax"', 'name = "Labtide"\n[[alias]]\ntext = "semax"\nkind = "code"'])
def test_an_id_names_its_compound_whatever_an_own_one_is_called(run: Run, tmp_path: Path, named: str) -> None:
    (tmp_path / "compounds").mkdir()
    name, _, alias = named.partition("\n")
    text = 'id = "labtide"\n{}\nclass = "c"\nsummary = "s"\nprimary-mechanism = "p"\ndistinction = "d"\n{}\n'
    (tmp_path / "compounds" / "labtide.toml").write_text(text.format(name, alias))
    asked = run("--data", str(tmp_path), "show", "Semax")
    assert (asked.returncode, "peptide show semax" in asked.stderr) == (1, True)
    for key, own in (("semax", False), ("labtide", True)):
        said = run("--data", str(tmp_path), "show", key, "-f", "json")
        assert json.loads(said.stdout)["data"]["own"] is own


@pytest.mark.parametrize("name", ["vocabulary", "references", "statements", "sources"])
def test_no_compound_is_called_as_a_data_file_is(run: Run, tmp_path: Path, name: str) -> None:
    own = tmp_path / "own"
    done = run("--data", str(own), "new", name.title())
    assert (done.returncode, "is the name of a data file" in done.stderr, own.exists()) == (2, True, False)
    (own / "compounds").mkdir(parents=True)
    (own / "compounds" / f"{name}.toml").write_text(f'id = "{name}"\nname = "A"\n')
    assert run("--data", str(own), "show", "semax").returncode == 0
    checked = run("check", str(own))
    assert (checked.returncode, "is not read" in checked.stdout) == (1, True)


def test_a_folder_of_own_data_may_be_called_as_that_of_compounds_is(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "compounds"
    assert run("--data", str(own), "new", "Labtide").returncode == 0
    (own / "a.ris").write_text("TY  - JOUR\nTI  - One\nAU  - Roe, J.\nPY  - 2020\nJO  - J\nER  - \n")
    assert run("--data", str(own), "add", str(own / "a.ris")).returncode == 0
    assert run("--data", str(own), "cite", "roe-2020-one").returncode == 0
    assert run("--data", str(own), "show", "labtide").returncode == 0


def test_a_later_extension_wins_over_an_earlier_one(tmp_path: Path) -> None:
    for name in ("first", "second"):
        extend(tmp_path / name, "primax", f"The {name}.", "abel-2001-stress")
    dataset = of_folders([MINI, tmp_path / "first", tmp_path / "second"])
    assert [claim.text for claim in dataset.compounds["primax"].claims if claim.id == "bench-anxiety"] == [
        "The second."
    ]
    assert own_entries(dataset, "primax", "claims") == {"bench-anxiety"}
    assert own_entries(dataset, "secax", "claims") == frozenset()


def test_an_extension_of_nothing_is_an_error_with_file_and_line(tmp_path: Path) -> None:
    path = extend(tmp_path, "nothing", reference="abel-2001-stress")
    with pytest.raises(DatasetError, match="no earlier folder has that compound") as error:
        of_folders([MINI, tmp_path])
    assert (error.value.path, error.value.line) == (path, 2)


def test_an_extension_that_changes_or_goes_is_followed_by_a_store_that_is_kept(run: Run, tmp_path: Path) -> None:
    def found() -> str:
        return run("--data", str(tmp_path), "search", "our rats calm awake").stdout

    path = extend(tmp_path)
    assert "Our rats stayed calm." in found()
    extend(tmp_path, text="Our rats stayed awake.")
    assert "Our rats stayed awake." in found()
    path.unlink()
    assert "Our rats" not in found()
    assert run("--data", str(tmp_path), "show", "semax").stdout == run("show", "semax").stdout


# -- where they lie ------------------------------------------------------------------------------------------------


def test_several_folders_count_the_later_ones_win_and_no_user_data_leaves_the_users_out(
    run: Run, tmp_path: Path
) -> None:
    for name in ("a", "b", "c"):
        extend(tmp_path / name, text=f"Folder {name}.")
    folders = os.pathsep.join(str(tmp_path / name) for name in ("a", "b"))
    assert "Folder b." in run("search", "folder", PEPTIDE_DATA=folders).stdout
    options = ("--data", str(tmp_path / "a"), "--data", str(tmp_path / "c"))
    assert "Folder c." in run(*options, "search", "folder", PEPTIDE_DATA=folders).stdout
    assert "Folder" not in run("--no-user-data", "search", "semax", PEPTIDE_DATA=folders).stdout
    assert "Folder c." in run("--no-user-data", *options, "search", "folder", PEPTIDE_DATA=folders).stdout


def test_info_names_every_folder_with_what_it_brings(answer: Any, run: Run, tmp_path: Path) -> None:
    extend(tmp_path / "a")
    ours, own = answer("--no-user-data", "--data", str(tmp_path / "a"), "info")["folders"]
    assert ours["own"] is False
    assert ours["records"]["compound"] >= 7
    assert own == {"path": str(tmp_path / "a"), "own": True, "records": {"compound": 1}, "extends": 1, "replaces": 0}
    assert "1 compound (1 extending earlier ones)" in " ".join(
        run("--data", str(tmp_path / "a"), "info").stdout.split()
    )


@pytest.mark.parametrize(
    "text", ["id = \n", 'id = "semax"\nextends = true\nsumary = "x"\n', "\x00"], ids=["syntax", "key", "byte"]
)
def test_a_broken_file_ends_with_3_and_file_and_line_and_ours_stay_usable(run: Run, tmp_path: Path, text: str) -> None:
    path = extend(tmp_path / "peptide")
    path.write_text(text)
    done = run("show", "semax", XDG_DATA_HOME=str(tmp_path))
    assert (done.returncode, done.stdout) == (3, "")
    assert re.search(rf"{re.escape(str(path))}:\d: ", done.stderr)
    assert run("--no-user-data", "show", "semax", XDG_DATA_HOME=str(tmp_path)).returncode == 0


@pytest.mark.parametrize(
    "text", ["reference = 5", "[reference]\nid = 'x'", "[refernce]\na = 1", "[[x]]\n[[reference]]"]
)
def test_what_is_no_table_of_a_file_is_told_in_the_words_of_check(run: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "references.toml").write_text(text)
    told = run("--data", str(tmp_path), "list").stderr.removeprefix("peptide: ")
    assert "table" in told
    assert told in run("check", str(tmp_path)).stdout


def test_own_data_may_begin_with_a_byte_order_mark_as_on_windows(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "own"
    shutil.copytree(MINI, own)
    for path in own.rglob("*.toml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    done = run("--data", str(own), "show", "primax", "--all")
    assert (done.returncode, done.stderr) == (0, "")
    assert run("check", str(own)).returncode == run("check", str(MINI)).returncode
    path = own / "references.toml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\nwrong\n", 1))
    done = run("--data", str(own), "list")
    assert (done.returncode, f"{path}:2: not valid TOML" in done.stderr) == (3, True)


def test_what_is_added_to_a_file_with_a_byte_order_mark_leaves_it_there(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "own"
    shutil.copytree(MINI, own)
    path = own / "references.toml"
    before = b"\xef\xbb\xbf" + path.read_bytes()
    path.write_bytes(before)
    (tmp_path / "a.ris").write_text(
        "TY  - JOUR\nTI  - A study of nothing\nAU  - Zorn, A\nPY  - 1999\nJO  - J\nER  - \n"
    )
    done = run("--data", str(own), "add", str(tmp_path / "a.ris"))
    assert done.returncode == 0, done.stderr
    assert path.read_bytes().startswith(before[:200])
    assert path.read_bytes().count(b"\xef\xbb\xbf") == 1
    assert b"A study of nothing" in path.read_bytes()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_cannot_be_read_ends_with_3(run: Run, tmp_path: Path) -> None:
    extend(tmp_path / "a")
    (tmp_path / "a" / "compounds").chmod(0)
    assert run("--data", str(tmp_path / "a"), "list").returncode == 3


# -- marked ------------------------------------------------------------------------------------------------------

REFERENCE = """\
[[reference]]
id = "moss-2024-memory"
type = "article-journal"
title = "Semax and memory"
author = ["Moss, Anna"]
issued = 2024
container-title = "Journal of Examples"
DOI = "10.5555/moss.1"
language = "en"
compounds = ["semax"]
design = ["animal-in-vivo"]
topics = ["cognition"]
trace = [{ registry = "publisher", seen = "journal.example" }]
"""


@pytest.mark.parametrize(
    ("form", "mark"),
    [
        ("table", "own Moss A"),
        ("bibtex", "From your own data"),
        ("ris", "From your own data"),
        ("csl-json", "From your own data"),
        ("text", "From your own data"),
        ("csv", "normal,own\n"),
        ("markdown", "normal | own |"),
        ("json", '"own": true'),
    ],
)
def test_cite_marks_an_own_reference_in_every_format_and_no_other(
    run: Run, tmp_path: Path, form: str, mark: str
) -> None:
    (tmp_path / "references.toml").write_text(REFERENCE)
    options = ("--data", str(tmp_path), "cite")
    assert mark in run(*options, "moss", "2024", "-f", form).stdout
    assert mark not in run(*options, "dolotov", "2006", "-f", form).stdout


def test_cite_shows_all_records_that_have_one_number(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    number = '"10.1016/j.brainres.2006.07.108"'
    text = REFERENCE.replace('"10.5555/moss.1"', number)
    (own / "references.toml").write_text(text + text.replace("moss-2024", "moss-2025"), encoding="utf-8")
    done = run("--data", str(own), "cite", number.strip('"'), "-f", "json")
    found = {hit["reference"]["id"] for hit in json.loads(done.stdout)["data"]["hits"]}
    assert found == {"dolotov-2006-hippocampus", "moss-2024-memory", "moss-2025-memory"}


def test_cite_marks_an_own_reference_in_plain_words(run: Run, tmp_path: Path) -> None:
    (tmp_path / "references.toml").write_text(REFERENCE)
    assert "own Moss A" in run("--data", str(tmp_path), "cite", "moss", "2024", "--plain").stdout


def test_list_and_search_mark_what_is_own(run: Run, answer: Any, tmp_path: Path) -> None:
    extend(tmp_path)
    options = ("--data", str(tmp_path))
    assert {entry["compound"]["id"] for entry in answer(*options, "list")["entries"] if entry["own"]} == {"semax"}
    assert "own Semax" in run(*options, "list").stdout
    hits = answer(*options, "search", "semax", "rats", "calm")["hits"]
    assert {hit["id"] for hit in hits if hit["own"] and hit["kind"] == "claim"} == {"bench-anxiety"}
    assert any(not hit["own"] for hit in hits)


def test_faq_marks_an_own_answer_and_no_other(run: Run, answer: Any, tmp_path: Path) -> None:
    path = extend(tmp_path)
    path.write_text(path.read_text() + '\n[[faq]]\nid = "bench"\nquestion = "Is it on our bench?"\nanswer = "Yes."\n')
    options = ("--data", str(tmp_path), "faq")
    assert [item["faq"]["id"] for item in answer(*options)["answers"] if item["own"]] == ["bench"]
    assert "own Is it on our bench?" in run(*options).stdout
    rows = run(*options, "-f", "csv").stdout.splitlines()
    assert [row for row in rows if row.endswith(",own") and "bench" in row]


# -- marked everywhere ---------------------------------------------------------------------------------------------

EXTENDED = """\
id = "semax"
extends = true

[[alias]]
text = "Zzq 7"
kind = "code"

[[alias]]
text = "zzq salt"
kind = "salt"

[[identifier]]
kind = "UNII"
value = "ZZQ0000000"
source = "zzq-register"

[[fact]]
label = "Dosage form"
value = "Zzq drops."
sources = ["zzq-register"]

[[regulatory]]
jurisdiction = "RU"
status = "listed"
event = "Zzq listed it."
short = "zzq listed"
as-of = "2026-11-20"
sources = ["zzq-register"]

[[claim]]
id = "zzq-anxiety"
text = "Zzq rats stayed calm."
topic = "anxiety"
kind = "effect"
result = "null"
population = "rat"
references = ["dolotov-2006-hippocampus"]

[[claim]]
id = "zzq-sleep"
text = "Zzq people slept."
topic = "sleep"
kind = "effect"
result = "positive"
population = "people"
references = ["zzq-2024-sleep"]

[[limitation]]
text = "Zzq limitation."

[[question]]
text = "Zzq open question."

[[pathway]]
name = "Zzq pathway"
text = "Zzq asked about it."
found = false

[[framework]]
name = "Zzq framework"
text = "Zzq asked about it too."
found = false

[[anecdote]]
text = "Zzq anecdote."

[[faq]]
id = "zzq-faq"
question = "Is zzq asked?"
answer = "Zzq."

[[relative]]
name = "Zzqmax"
text = "Zzq is another thing."

[[searched]]
day = 2026-11-21
registers = ["Zzq register"]
words = ["zzq"]
new = 0
"""

WHOLE = """\
id = "zzqtide"
name = "Zzqtide"
class = "zzq peptide"
summary = "Zzq summary."
primary-mechanism = "Zzq mechanism."
distinction = "Zzq distinction."
sequence = { residues = "MEHFPGPAK" }

[[fact]]
label = "Dosage form"
value = "Zzq powder."
sources = ["zzq-register"]

[[claim]]
id = "zzq-tide"
text = "Zzqtide calmed people."
topic = "anxiety"
kind = "effect"
result = "positive"
population = "people"
references = ["zzq-2023-calm"]
"""

REFERENCES = """\
[[reference]]
id = "zzq-2023-calm"
type = "article-journal"
title = "Zzqtide and calm"
author = ["Zzq, Anna"]
issued = 2023
container-title = "Journal of Zzq"
DOI = "10.5555/zzq.2"
language = "en"
compounds = ["zzqtide"]
design = ["open-label"]
species = ["human"]
n = 12
topics = ["anxiety"]
trace = [{ registry = "publisher", seen = "journal.example" }]

[[reference]]
id = "zzq-2024-sleep"
type = "article-journal"
title = "Semax and zzq sleep"
author = ["Zzq, Anna"]
issued = 2024
container-title = "Journal of Zzq"
DOI = "10.5555/zzq.1"
language = "en"
compounds = ["semax"]
design = ["open-label"]
species = ["human"]
n = 11
topics = ["sleep"]
trace = [{ registry = "publisher", seen = "journal.example" }]
"""

STATEMENTS = """\
[[statement]]
id = "zzq-said"
compounds = ["semax"]
text = "Zzq said so"
topic = "anxiety"
verdict = "contradicted"
explanation = "Zzq says no."
evidence = "Zzq says otherwise."
circulates-in = ["zzq-register"]

[[untraced]]
id = "zzq-1999"
citation = "Zzq 1999, Journal of Nothing"
compounds = ["semax"]
problem = "untraced"
author = "Zzq"
year = 1999
said = "Zzq of it."
explanation = "Zzq is nowhere."
"""

SOURCES = """\
[[source]]
id = "zzq-register"
title = "Zzq register"
publisher = "Zzq office"
kind = "registry"
URL = "zzq.example"
"""


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a folder of own data in which every text holds `zzq`: a compound, and an extension of Semax."""
    folder = tmp_path_factory.mktemp("own")
    (folder / "compounds").mkdir()
    (folder / "compounds" / "semax.toml").write_text(EXTENDED)
    (folder / "compounds" / "zzqtide.toml").write_text(WHOLE)
    for name, text in (("references", REFERENCES), ("statements", STATEMENTS), ("sources", SOURCES)):
        (folder / f"{name}.toml").write_text(text)
    return str(folder)


ASKED = [
    ("list",),
    ("info",),
    ("search", "zzq"),
    ("search", "semax", "anxiety"),
    ("faq",),
    ("cite", "zzq"),
    ("cite", "dolotov"),
    ("evidence",),
    ("evidence", "semax"),
    ("evidence", "zzqtide"),
    ("evidence", "semax", "zzqtide"),
    ("evidence", "--timeline", "semax"),
    ("compare", "semax", "zzqtide", "selank"),
    ("trials",),
    ("trials", "semax"),
    ("trials", "zzqtide"),
    ("show", "semax"),
    ("show", "zzqtide"),
    *(("show", "semax", "--section", section) for section in SECTIONS),
]


def records(content: Any, around: tuple[dict[str, Any], ...] = ()) -> Iterator[tuple[dict[str, Any], ...]]:
    """Yield every record of a document with those around it, itself last."""
    if isinstance(content, dict):
        yield (*around, content)
        around = (*around, content)
        content = [item for key, item in content.items() if key not in {"match", "understood", "alignment"}]
    for item in content if isinstance(content, list) else ():
        yield from records(item, around)


def said(record: dict[str, Any]) -> str:
    """Return what a record says itself: texts, and lists of them."""
    told = [value for key, value in record.items() if key != "query"]
    lists = [item for value in told if isinstance(value, list) for item in value]
    return " ".join(item for item in (*told, *lists) if isinstance(item, str))


@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_in_json_no_record_with_a_word_of_mine_is_without_own_in_it_or_around_it(
    answer: Any, mine: str, asked: tuple[str, ...]
) -> None:
    document = answer("--data", mine, *asked)
    for *around, record in records(document):
        if len(around) > 0 and "zzq" in said(record).lower():
            chain = [*around, record]
            told = [item["own"] for item in chain if "own" in item]
            listed = any("own-compounds" in item for item in chain)
            assert True in told or listed, (asked, record)


@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_in_json_own_is_there_as_false_without_own_data(answer: Any, asked: tuple[str, ...]) -> None:
    if "zzq" in " ".join(asked):
        return
    told = [record["own"] for *_, record in records(answer("--no-user-data", *asked)) if "own" in record]
    assert not any(told)
    assert told or "evidence" not in asked


ROWS = [
    *(asked for asked in ASKED if asked[0] not in {"info", "compare"}),
    ("show", "semax", "--refs"),
    ("show", "zzqtide", "--refs"),
]


@pytest.mark.parametrize("asked", ROWS, ids=" ".join)
def test_in_csv_and_markdown_every_row_with_a_word_of_mine_says_own(
    run: Run, mine: str, asked: tuple[str, ...]
) -> None:
    done = run("--data", mine, *asked, "-f", "csv")
    assert done.returncode == 0, done.stderr
    header, *rows = csv.reader(done.stdout.splitlines())
    assert header[-1] == "own"
    assert {row[-1] for row in rows} <= {"own", ""}
    for row in rows:
        if "zzq" in " ".join(row).lower():
            assert row[-1] == "own", row
    marked = sum(row[-1] == "own" for row in rows)
    table = run("--data", mine, *asked, "-f", "markdown").stdout
    told = sum(line.rstrip().endswith("| own |") for line in table.splitlines()[2:])
    assert told == marked or bool(re.search(r"\bown\b", table)) is bool(marked or "semax" in asked)
    if "zzq" not in " ".join(asked):
        for line in run("--no-user-data", *asked, "-f", "csv").stdout.splitlines()[1:]:
            assert not line.endswith(",own")


MARKED = {
    ("list",): ("own Semax", "own Zzqtide"),
    ("info",): ("Own data", "own semax", "own zzqtide"),
    ("search", "zzq", "calm"): ("own Semax Zzq rats stayed calm.",),
    ("faq",): ("own Is zzq asked?",),
    ("cite", "zzq"): ("own Zzq A", "own Zzq 1999, Journal of Nothing"),
    ("cite", "zzq", "-f", "text"): ("From your own data",),
    ("cite", "zzq", "-f", "bibtex"): ("From your own data",),
    ("cite", "zzq", "-f", "ris"): ("From your own data",),
    ("cite", "zzq", "-f", "csl-json"): ("From your own data",),
    ("evidence", "semax", "selank"): ("own Semax", "own better", "own animals:"),
    ("evidence", "semax"): ("own SEMAX", "own Sleep", "own Anxiety"),
    ("evidence", "zzqtide"): ("own ZZQTIDE", "own Anxiety"),
    ("evidence", "--timeline", "semax"): ("PER YEAR own Semax", "own 2025"),
    ("compare", "semax", "zzqtide"): (
        "own Semax Met", "own Zzqtide Met", "IDENTITY own Semax own Zzqtide", "own ZZQ0000000", "own Zzq drops.",
        "own Zzq powder.", "own Zzq mechanism.", "own 1 uncontrolled", "own 2026-11 zzq", "own Zzq distinction.",
    ),
    ("trials", "semax"): ("of own Semax", "own Zzq A"),
    ("trials", "zzqtide"): ("of own Zzqtide", "own Zzq A"),
    ("show", "semax"): ("own Semax", "own Zzq 7", "own sleep", "own 2026-11 zzq listed"),
    ("show", "zzqtide"): ("own Zzqtide", "own Zzq summary.", "own Zzq mechanism.", "own 1"),
    ("show", "zzqtide", "--all"): (
        "own Zzqtide", "own Zzq summary.", "own zzq peptide", "own Zzq distinction.", "own Zzqtide calmed people.",
        "[1] own Zzq A", "[S1] own Zzq register.",
    ),
    ("show", "semax", "--all"): (
        "own Semax", "own Zzq 7", "own zzq salt", "own ZZQ0000000", "own Zzq drops.", "own listed: Zzq listed it.",
        "own Zzq rats stayed calm.", "own Zzq people slept.", "own Zzq limitation.", "own Zzq open question.",
        "own Zzq pathway.", "own Zzq framework.", "own Zzq anecdote.", "own Is zzq asked?", "own Zzqmax.",
        "own Last searched 2026-11-21", "own “Zzq said so”", "own Zzq 1999, Journal of Nothing", "own Zzq A 2024.",
        "own Zzq register.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("width", ["60", "80", "140"])
@pytest.mark.parametrize("asked", MARKED, ids=" ".join)
def test_on_the_screen_what_is_mine_has_the_mark_before_it_and_fits(
    run: Run, mine: str, asked: tuple[str, ...], width: str
) -> None:
    options = () if "-f" in asked else ("--width", width)
    done = run("--data", mine, *asked, *options)
    assert done.returncode == 0, done.stderr
    if options:
        for line in done.stdout.splitlines():
            assert cell_len(line) <= int(width) or "own" not in line.split()
    text = " ".join(re.sub(r"[\u2500-\u257f]", " ", done.stdout).split())
    # Where columns are narrow cells go on in the next line, beside one another; what comes first is whole.
    for mark in MARKED[asked] if width == "140" or "-f" in asked else MARKED[asked][:1]:
        assert mark.lower() in text.lower(), mark


@pytest.mark.parametrize("asked", [asked for asked in MARKED if "-f" not in asked], ids=" ".join)
def test_in_plain_words_the_mark_is_a_word(run: Run, mine: str, asked: tuple[str, ...]) -> None:
    words = " ".join(run("--data", mine, *asked, "--plain", "--width", "140").stdout.split())
    assert re.search(r"\bown\b", words, re.IGNORECASE)
    assert not re.search(r"\bown (Semax|Zzq|animals)", run("--no-user-data", "show", "selank", "--plain").stdout)


@pytest.mark.parametrize("form", ["markdown", "html"])
@pytest.mark.parametrize(
    ("asked", "marks"),
    [
        (
            ("show", "semax"),
            ("own Zzq people slept.", "own Zzq listed it.", "own “Zzq said so”", "own Zzq limitation."),
        ),
        (("show", "zzqtide"), ("own Zzq summary.", "own Zzqtide calmed people.", "own Zzq mechanism.")),
        (("evidence", "semax", "selank"), ("own Semax", "own 1 study")),
        (("evidence", "semax"), ("own Semax: the evidence", "own Sleep")),
        (("compare", "semax", "zzqtide"), ("own Semax", "own Zzqtide", "own Zzq mechanism.", "own 1 uncontrolled")),
        (("trials", "semax"), ("of own Semax", "own Zzq A")),
    ],
    ids=lambda value: " ".join(value) if value[0] in {"show", "evidence", "compare", "trials"} else "",
)
def test_a_document_marks_what_is_mine(
    run: Run, mine: str, asked: tuple[str, ...], marks: tuple[str, ...], form: str
) -> None:
    done = run("--data", mine, *asked, "-f", form)
    text = re.sub(r"<[^>]*>" if form == "html" else r"\*\*", "", done.stdout)
    for mark in marks:
        assert mark in text, mark
    assert not re.search(r"(<strong>|\*\*)own", run("--no-user-data", "show", "selank", "-f", form).stdout)


@pytest.mark.parametrize("name", ["zzq-2024-sleep", "zzqtide"])
def test_open_says_on_stderr_that_an_address_is_of_mine(run: Run, mine: str, tmp_path: Path, name: str) -> None:
    path = tmp_path / "compounds" / "zzqtide.toml"
    path.parent.mkdir()
    number = '\n[[identifier]]\nkind = "PubChem CID"\nvalue = "1"\nsource = "zzq-register"\n'
    path.write_text(WHOLE + number)
    done = run("--data", mine, "--data", str(tmp_path), "open", name, "--print")
    assert done.stderr.startswith("own Zzq")
    assert re.fullmatch(r"https://\S+\n", done.stdout)
    assert run("open", "semax", "--print").stderr == ""


@pytest.mark.parametrize(
    ("form", "mark"), [("json", '"own": true'), ("csv", ",zzq-2024-sleep,own"), ("table", "own Zzq A")]
)
def test_audit_marks_what_it_holds_against_mine_and_nothing_else(
    run: Run, mine: str, tmp_path: Path, form: str, mark: str
) -> None:
    article = tmp_path / "article.md"
    article.write_text("Semax improves sleep, https://doi.org/10.5555/zzq.1, as was said.\n")
    assert mark in run("--data", mine, "audit", str(article), "-f", form).stdout
    article.write_text("Semax raises BDNF in the hippocampus, PMID 16996037.\n")
    assert mark not in run("--data", mine, "audit", str(article), "-f", form).stdout


def test_an_export_marks_what_is_mine_in_every_table(run: Run, mine: str, tmp_path: Path) -> None:
    target = tmp_path / "all.ndjson"
    assert run("--data", mine, "export", str(target)).returncode == 0
    met = set()
    for line in target.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if "own" not in row:
            continue
        own = "zzq" in json.dumps({key: value for key, value in row.items() if key != "record"}).lower()
        if row["own"]:
            met.add(row["table"])
        assert row["own"] is own or (row["table"], row.get("id")) == ("compound", "semax"), row
    assert met == {
        "compound", "reference", "claim", "statement", "citation", "source", "name", "relative", "identifier", "entry"
    }  # fmt: skip
    bibliography = tmp_path / "all.bib"
    assert run("--data", mine, "export", str(bibliography)).returncode == 0
    assert bibliography.read_text(encoding="utf-8").count("From your own data") == 2


# -- the path of CONTRIBUTING.md -----------------------------------------------------------------------------------


def test_the_path_of_contributing_leads_a_stranger_from_nothing_to_a_compound_in_compare(
    environment: dict[str, str], tmp_path: Path
) -> None:
    text = (Path(__file__).parent.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (session,) = re.findall(r"<!-- walk -->\n```console\n(.*?)```", text, re.DOTALL)
    script = re.sub(r"^\$ ", "", session, flags=re.MULTILINE)
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=tmp_path,
        env=environment | {"PATH": f"{PROGRAM.parent}:{environment['PATH']}"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    assert "1 of 1 added" in done.stdout
    assert re.search(r"my-data: \d files, \d records, no problems", done.stdout)
    assert "Labtide" in done.stdout.partition("no problems")[2]
    assert "Met-Glu-His-Phe-Arg-Trp-Gly" in done.stdout
    assert "@article{moss-2024-binds," in done.stdout
    assert json.loads(
        subprocess.run(
            [str(PROGRAM), "--data", str(tmp_path / "my-data"), "compare", "labtide", "semax", "-f", "json"],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    )["data"]


def test_the_audit_marks_what_rests_on_my_own_wrong_citations_in_every_form(run: Run, tmp_path: Path) -> None:
    (tmp_path / "statements.toml").write_text(
        '[[untraced]]\nid = "zzqman-2011-dream"\ncitation = "Zzqman 2011"\nauthor = "Zzqman"\nyear = 2011\n'
        'said = "Semax and dreams"\nproblem = "untraced"\nexplanation = "No such paper is listed anywhere."\n'
        'compounds = ["semax"]\nsearched = ["PubMed"]\n',
        encoding="utf-8",
    )
    article = tmp_path / "page.md"
    article.write_text("Semax changes dreams (Zzqman et al., 2011).\n", encoding="utf-8")
    for form, mark in (
        ("table", "own No such paper"),
        ("sarif", "own: No such paper"),
        ("markdown", "own: No such paper"),
        ("csv", ",own"),
        ("json", '"own": true'),
    ):
        done = run("--data", str(tmp_path), "audit", str(article), "-f", form)
        assert mark in done.stdout, (form, done.stdout, done.stderr)


# -- what own data say of a bundled compound's sequence, and where they are written -----------------------------------


def extending(folder: Path, text: str) -> str:
    """Write what extends Semax into a folder; return it."""
    (folder / "compounds").mkdir(parents=True)
    (folder / "compounds" / "semax.toml").write_text(f'id = "semax"\nextends = true\n{text}\n')
    return str(folder)


def test_a_formula_that_the_sequence_overrules_is_no_own_one_and_is_a_problem(run: Run, tmp_path: Path) -> None:
    own = extending(tmp_path / "own", 'formula = "H2O"\nmolar-mass = 18.0')
    told = json.loads(run("--data", own, "show", "semax", "-f", "json").stdout)["data"]["compound"]
    assert (told["formula"], told["own-texts"]) == ("C37H51N9O10S", [])
    checked = run("--data", own, "check")
    assert checked.returncode == 1
    assert "formula H2O, but by its sequence C37H51N9O10S" in checked.stdout


def test_a_sequence_that_takes_the_place_of_another_brings_its_formula_and_is_warned_of(
    run: Run, tmp_path: Path
) -> None:
    own = extending(tmp_path / "own", '[sequence]\nresidues = "AAAA"')
    told = json.loads(run("--data", own, "show", "semax", "-f", "json").stdout)["data"]["compound"]
    assert told["own-texts"] == ["sequence", "formula", "molar-mass"]
    assert (
        "warning: semax: takes the place of the sequence MEHFPGP, whose numbers stay"
        in run("--data", own, "check").stdout
    )


def test_a_line_end_in_own_data_begins_no_line_of_an_answer(run: Run, tmp_path: Path) -> None:
    own = extending(tmp_path / "own", 'summary = "Short.\\nIN PEOPLE     5 studies"')
    for asked in (("show", "semax"), ("show", "semax", "--all"), ("search", "semax")):
        assert "\nIN PEOPLE     5 studies" not in run("--data", own, *asked).stdout


@pytest.mark.parametrize("command", [("new", "Labtide"), ("add", "library.bib")])
def test_what_leaves_own_data_out_writes_nothing_into_them(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    done = run("--no-user-data", *command, PEPTIDE_DATA=str(tmp_path))
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])
    assert "--no-user-data" in done.stderr
