"""The rules of `check`, each on the small dataset with one thing changed, and what a person is told of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import MINI, Run
from peptidecli.answers.check import check
from peptidecli.dataset import reading
from peptidecli.errors import DatasetError, NotFoundError

PRIMAX, REFERENCES, STATEMENTS, SOURCES = "compounds/primax.toml", "references.toml", "statements.toml", "sources.toml"
VOCABULARY = "vocabulary.toml"

WRONG = [
    # file, old text, new text, the message
    (REFERENCES, 'id = "abel-2001-stress"', 'id = "abel2001"', "abel2001: an id is first family name, year and one"),
    (
        REFERENCES, 'type = "article-journal"', 'type = "journal-article"',
        "'journal-article' is no type of CSL; the nearest is 'article-journal'",
    ),
    (REFERENCES, "issued = 2001", "issued = 2003", "the id names another year than 2003"),
    (REFERENCES, 'page = "1-9"', 'page = "19-11"', "the last of the pages 19-11 stands before the first"),
    (REFERENCES, 'volume = "7"', 'volume = "7"\nlacks = ["DOI"]', "is said to lack DOI and has one"),
    (REFERENCES, "issued = 2001", 'issued = 2001\nstanding = "retracted"', "is retracted, but no notice is named"),
    (REFERENCES, "issued = 2001", 'issued = 2001\ntranslation-of = "abel-2001-stress"', "is a translation of itself"),
    (
        REFERENCES, 'trace = [{ registry = "publisher", seen = "journal.example/2001" }]',
        'trace = [{ registry = "reference list", seen = "a list" }]',
        "is traced neither to a registry or publisher nor to two independent lists",
    ),
    (REFERENCES, 'compounds = ["primax"]', 'compounds = ["primax", "primax"]', "names 'primax' twice in compounds"),
    (STATEMENTS, 'PMID = "11111111"', 'PMID = "12345678"', "12345678 is the number of the reference baker-2010-trial"),
    (
        PRIMAX, 'references = ["fox-2015-cells"]', 'design = "meta-analysis"\nreferences = ["fox-2015-cells"]',
        "design 'meta-analysis' is none of its references' designs",
    ),
    (
        PRIMAX, 'references = ["fox-2015-cells"]', 'effect = "1.41-fold"\nreferences = ["fox-2015-cells"]',
        "its effect gives 1.41, which its text does not",
    ),
    (
        PRIMAX, "[sequence]", '[[maker]]\nname = "Makers"\nsources = ["nowhere"]\n\n[sequence]', "no source 'nowhere'",
    ),
    (PRIMAX, 'references = ["fox-2015-cells"]', 'references = ["hotel-2016"]', "there is no reference 'hotel-2016'"),
    (PRIMAX, "[sequence]", 'formula = "C1H4"\n\n[sequence]', "formula C1H4, but by its sequence C37H51N9O10S"),
    (
        PRIMAX, 'value = "Nasal drops"\nsources = ["register"]', 'value = "Nasal drops"',
        "the fact 'Dosage form' rests on nothing",
    ),
    (PRIMAX, 'residues = "MEHFPGP"', 'residues = "Met"', "Expected residues in one-letter notation"),
    (PRIMAX, 'as-of = "1996-03-28"', 'as-of = "March 1996"', "Expected a date, month or year"),
    (PRIMAX, 'id = "primax-fox-bdnf"', 'id = "Primax fox"', "Expected an id: lower-case ASCII words"),
    (PRIMAX, 'value = "Nasal drops"', 'value = " "', "Expected text, and not blanks alone"),
    (SOURCES, 'URL = "register.example/1"', 'URL = "http://a.example"', "Expected an address without its scheme"),
    (SOURCES, 'URL = "register.example/1"\n', "", "register: has no address (URL) at which a reader"),
    (SOURCES, "[[source]]", "[[sorce]]\n[[source]]", "unknown table 'sorce'; tables here: source"),
    (SOURCES, 'accessed = 2026-01-01', "accessed = 2026-01-01 # ]\n[[", "not valid TOML"),
    (VOCABULARY, "[dataset]", "[dataset]\nversio = 1", "unknown key 'versio'"),
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(MINI, tmp_path / "mini")


def told(folder: Path) -> list[str]:
    return [problem.message for problem in check(folder).problems]


@pytest.mark.parametrize(("name", "old", "new", "message"), WRONG, ids=[case[3][:50] for case in WRONG])
def test_a_rule_that_is_broken_is_told(folder: Path, name: str, old: str, new: str, message: str) -> None:
    assert not [line for line in told(folder) if message in line]
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert [line for line in told(folder) if message in line], told(folder)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('source = "x"\n', "'source' is a list of tables: write [[source]]"),
        ("source = [1]\n", "Expected `object`, got `int` at source[0]"),
        ("source = [[]]\n", "Expected `object`, got `array` at source[0]"),
        (f"a = {'1' * 5000}\n", "not valid TOML: a number has more digits than can be read"),
    ],
    ids=["a text", "a number", "a list", "a number that Python does not read"],
)
def test_what_is_no_list_of_records_is_told(folder: Path, text: str, message: str) -> None:
    (folder / SOURCES).write_text(text, encoding="utf-8")
    assert [line for line in told(folder) if message in line], told(folder)


def test_what_rests_on_titles_alone_gives_no_number_and_no_direction(folder: Path) -> None:
    path = folder / REFERENCES
    path.write_text(
        path.read_text(encoding="utf-8").replace("\ntrace = ", '\nread = "title"\ntrace = '), encoding="utf-8"
    )
    found = told(folder)
    assert any(line.startswith("primax-baker-anxiety: gives numbers, but of its papers only") for line in found)
    assert any(line.startswith("primax-fox-bdnf: gives a direction, but of its papers only") for line in found)


def a_file_for_a_folder(folder: Path) -> None:
    shutil.rmtree(folder / "compounds")
    (folder / "compounds").touch()


STRANGERS: list[tuple[str, Callable[[Path], object]]] = [
    ("reference.toml: is not read; data files are", lambda folder: (folder / "reference.toml").touch()),
    ("notes: is not read; data files are", lambda folder: (folder / "notes").mkdir()),
    (
        "primax.TOML: is not read; a compound is a file compounds/<id>.toml",
        lambda folder: (folder / "compounds" / "primax.TOML").touch(),
    ),
    ("more: is not read; a compound is a file", lambda folder: (folder / "compounds" / "more").mkdir()),
    (
        "compounds: is no folder; a compound is a file compounds/<id>.toml",
        a_file_for_a_folder,
    ),
]


@pytest.mark.parametrize(("message", "put"), STRANGERS, ids=[case[0][:30] for case in STRANGERS])
def test_what_lies_there_and_is_not_read_is_named(folder: Path, message: str, put: Callable[[Path], object]) -> None:
    put(folder)
    assert [p for p in check(folder).problems if message in f"{Path(p.file).name}: {p.message}"]


def test_own_data_may_lack_what_only_a_stranger_needs(folder: Path) -> None:
    path = folder / SOURCES
    path.write_text(path.read_text(encoding="utf-8").replace('URL = "register.example/1"\n', ""), encoding="utf-8")
    of_ours = [p for p in check(folder).problems if "has no address (URL) at which" in p.message]
    of_own = [p for p in check(folder, (MINI,)).problems if "has no address (URL) at which" in p.message]
    assert ([p.weight for p in of_ours][:1], {p.weight for p in of_own}) == (["problem"], {"warning"})


def test_a_name_that_no_system_can_have_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no such folder"):
        check(tmp_path / "a\0b")


# -- a large file is read in pieces ----------------------------------------------------------------------------------


@pytest.fixture
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a file be large from a hundred characters on."""
    monkeypatch.setattr(reading, "AT_ONCE", 100)


@pytest.mark.parametrize("name", [REFERENCES, SOURCES, STATEMENTS, VOCABULARY])
def test_a_file_read_in_pieces_says_what_it_says_at_once(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = reading.read_file(MINI / name)
    monkeypatch.setattr(reading, "AT_ONCE", 100)
    assert len(list(reading.read_pieces(MINI / name))) > 1
    assert reading.read_file(MINI / name) == whole


def test_a_heading_within_a_text_begins_no_piece(folder: Path, small_pieces: None) -> None:
    path = folder / REFERENCES
    text = path.read_text(encoding="utf-8")
    path.write_text(f'{text}note = """\n[[reference]]\n"""\n', encoding="utf-8")
    assert reading.read_file(path).references[-1].note == "[[reference]]\n"


def test_a_large_compound_is_read_as_the_one_record_it_is(small_pieces: None) -> None:
    assert reading.read_file(MINI / PRIMAX).id == "primax"


def test_a_fault_in_a_piece_is_told_with_its_line_in_the_file(folder: Path, small_pieces: None) -> None:
    path = folder / REFERENCES
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("issued = 2015", 'issued = "2015"'), encoding="utf-8")
    with pytest.raises(DatasetError) as fault:
        reading.read_file(path)
    assert fault.value.line == text[: text.index("issued = 2015")].count("\n") + 1


def test_of_many_records_with_one_number_each_names_three_others(run: Run, tmp_path: Path) -> None:
    record = (
        '[[reference]]\nid = "roe-2020-{0}"\ntype = "article-journal"\ntitle = "T{0}"\nauthor = ["Roe, J."]\n'
        "issued = 2020\n"
        'container-title = "J"\nlanguage = "en"\ncompounds = []\ndesign = ["unclassified"]\nDOI = "10.5555/a"\n'
        'trace = [{{ registry = "file", seen = "x" }}]\n\n'
    )
    (tmp_path / "references.toml").write_text("".join(record.format(f"a{i:03}") for i in range(300)), encoding="utf-8")
    lines = [line for line in run("check", str(tmp_path)).stdout.splitlines() if "roe-2020-a005: 10.5555/a" in line]
    assert lines[0].endswith("is also the number of roe-2020-a000, roe-2020-a001, roe-2020-a002 and 296 more")
    assert len(lines) == 1
