"""`peptide audit --left` and `--answers`: what a second reader is given, and what becomes of what they answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import Run

PAGE = """# Semax

In Russian chemists one gets it since the spring of 1996.

Selank calmed sixty people about as well as a tranquilliser did.

It wakes receptor number four of the melanocortins.
"""


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a page in the folder that the program is run in."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "page.md"
    path.write_text(PAGE, encoding="utf-8")
    return path


def answer(line: int, text: str, key: str, relation: str = "says") -> str:
    """Return a line of answers."""
    return json.dumps({"file": "page.md", "line": line, "text": text, "id": key, "relation": relation}) + "\n"


def test_left_has_each_sentence_on_a_compound_beside_all_that_is_held_of_it(run: Run, page: Path) -> None:
    result = run("audit", str(page.name), "--left", "left.json")
    left = json.loads(Path("left.json").read_text(encoding="utf-8"))["data"]
    assert [(s["line"], s["compounds"]) for s in left["sentences"]] == [(3, ["semax"]), (5, ["selank"]), (7, ["semax"])]
    assert set(left["holds"]) == {"semax", "selank"}
    ids = {item["id"]: item for item in left["holds"]["semax"]["items"]}
    assert ids["semax/statement/semax-binds-mc4r"]["marked"] == "statement"
    assert "16996037" in ids["semax/reference/dolotov-2006-hippocampus"]["says"]
    assert any(key.startswith("semax/claim/") for key in ids)
    assert any(key.startswith("semax/event/") for key in ids)
    assert "left.json: 3 sentences for a second reader" in result.stderr


def test_the_verdict_of_an_answer_is_that_of_the_dataset(run: Run, page: Path) -> None:
    Path("a.ndjson").write_text(
        answer(5, "calmed sixty people about as well", "selank/claim/selank-zozulia-2008-gad-anxiolysis")
        + answer(3, "one gets it since the spring of 1996", "semax/statement/semax-half-life-20-minutes")
        + answer(3, "since the spring of 1996", "semax/statement/semax-registered-ukraine", "contradicts")
        + answer(7, "wakes receptor number four", "semax/claim/semax-adan-1994-antagonists-mc4-mc5", "contradicts"),
        encoding="utf-8",
    )
    result = run("audit", page.name, "--answers", "a.ndjson", "-f", "json")
    told = [f for f in json.loads(result.stdout)["data"]["findings"] if f["detail"].startswith("By a second reader. ")]
    assert [(f["line"], f["verdict"]) for f in told] == [(3, "differs"), (3, "matches"), (5, "matches"), (7, "differs")]
    assert told[2]["reference"] == "zozulia-2008-gad"
    assert result.returncode == 1


def test_a_citation_is_answered_by_the_work_that_it_means(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Semax\n\nThe hippocampus paper of Dolotov and others in Brain Res says so.\n", encoding="utf-8")
    (tmp_path / "a.ndjson").write_text(
        answer(3, "The hippocampus paper", "semax/reference/dolotov-2006-hippocampus").replace("page.md", str(page)),
        encoding="utf-8",
    )
    told = json.loads(run("audit", str(page), "--answers", str(tmp_path / "a.ndjson"), "-f", "json").stdout)["data"]
    found = [f for f in told["findings"] if f["detail"].startswith("By a second reader. ")]
    assert [(f["kind"], f["verdict"], f["reference"]) for f in found] == [
        ("citation", "matches", "dolotov-2006-hippocampus")
    ]


@pytest.mark.parametrize(
    ("line", "text", "key", "why"),
    [
        (5, "calmed seventy people", "selank/claim/selank-zozulia-2008-gad-anxiolysis", "no sentence there has"),
        (5, "calmed sixty people", "selank/claim/nothing", "there is no item selank/claim/nothing"),
        (99, "receptor", "semax/identity/1", "no sentence there has"),
        (7, " . ", "semax/identity/1", "no sentence there has"),
        (7, "receptor number four", "dihexa/identity/1", "the article does not name the compound"),
    ],
)
def test_an_answer_to_words_or_an_item_that_are_not_there_is_said_and_not_taken(
    run: Run, page: Path, line: int, text: str, key: str, why: str
) -> None:
    Path("a.ndjson").write_text(answer(line, text, key), encoding="utf-8")
    result = run("audit", page.name, "--answers", "a.ndjson", "-f", "json")
    assert why in result.stderr
    assert "second reader" not in result.stdout


@pytest.mark.parametrize("content", ["{", '{"file": "page.md"}', answer(3, "x", "y", "thinks"), "\x00", "[]"])
def test_a_line_that_is_no_answer_is_refused_with_its_number(run: Run, page: Path, content: str) -> None:
    Path("a.ndjson").write_text(f"\n{content}", encoding="utf-8")
    result = run("audit", page.name, "--answers", "a.ndjson")
    assert result.returncode == 2
    assert "a.ndjson:2" in result.stderr


def test_answers_are_read_whatever_a_text_in_them_holds(run: Run, page: Path) -> None:
    marked = json.loads(answer(7, "It wakes receptor number four", "semax/statement/semax-mc4r-agonist"))
    marked["text"] += "\u2028\x85"
    Path("a.ndjson").write_text("\ufeff" + json.dumps(marked, ensure_ascii=False) + "\r\n", encoding="utf-8")
    told = json.loads(run("audit", page.name, "--answers", "a.ndjson", "-f", "json").stdout)["data"]["findings"]
    assert [f["line"] for f in told if f["detail"].startswith("By a second reader. ")] == [7]


@pytest.mark.parametrize("named", ["folder", "folder/*.md", "folder/**"])
@pytest.mark.parametrize("option", ["--left", "--corrected"])
def test_nothing_is_written_over_what_is_audited(run: Run, page: Path, named: str, option: str) -> None:
    folder = page.parent / "folder"
    folder.mkdir()
    (folder / "a.md").write_text("Semax.", encoding="utf-8")
    (folder / "b.bib").write_text("@article{a, title={Semax}}", encoding="utf-8")
    done = run("audit", named, str(folder / "b.bib"), option, str(folder / "a.md"), "--force")
    assert (done.returncode, (folder / "a.md").read_text(encoding="utf-8")) == (2, "Semax.")
    assert f"is audited itself, and is never changed; name another file for {option}" in done.stderr


@pytest.mark.parametrize("option", ["--left", "--corrected"])
def test_a_folder_is_no_file_to_write(run: Run, page: Path, option: str) -> None:
    (page.parent / "folder").mkdir()
    done = run("audit", str(page), option, "folder", "--force")
    assert (done.returncode, "folder is a folder; name a file" in done.stderr) == (2, True)


def test_left_takes_the_place_of_nothing_unless_forced_and_goes_with_one_reading_alone(run: Run, page: Path) -> None:
    Path("left.json").write_text("mine", encoding="utf-8")
    assert run("audit", page.name, "--left", "left.json").returncode == 2
    assert run("audit", page.name, "--left", page.name, "--force").returncode == 2
    assert run("audit", page.name, "--left", "nowhere/left.json").returncode == 2
    assert run("audit", page.name, "--left", "new.json", "--jobs", "2").returncode == 2
    assert Path("left.json").read_text(encoding="utf-8") == "mine"
    assert run("audit", page.name, "--left", "left.json", "--force").returncode in {0, 1}
    assert "sentences" in Path("left.json").read_text(encoding="utf-8")


def test_what_was_held_against_nothing_is_counted(run: Run, page: Path) -> None:
    read = json.loads(run("audit", page.name, "-f", "json").stdout)["data"]["files"][0]
    assert read["speaking"] == 3
    assert 0 < read["untold"] <= 3
    assert f"{read['untold']} of 3 sentences on compounds held against nothing" in run("audit", page.name).stdout


@pytest.mark.parametrize(
    "options",
    [
        ("--left", "same.x", "--corrected", "same.x"),
        ("--corrected", "same.x", "--resume", "same.x"),
        ("--answers", "same.x", "--left", "same.x", "--force"),
        ("--report", "--explain", "citation-differs"),
    ],
)
def test_what_would_overwrite_or_ignore_another_option_is_refused(
    run: Run, page: Path, options: tuple[str, ...]
) -> None:
    Path("same.x").unlink(missing_ok=True)
    assert run("audit", page.name, *options).returncode == 2
    assert not Path("same.x").exists()


def test_the_paragraphs_of_codes_are_no_data(run: Run) -> None:
    told = run("audit", "--explain", "all", "-f", "json")
    assert told.returncode == 2
    assert "leave out -f" in told.stderr


RECORD = """{ compound: "Semax",
  title: "Semax, an analogue of adrenocorticotropin (4-10)",
  year: 1996,
  cas: "80714-61-0",
}
Seen since Agapova 2008, PMID 18652391.
It was given to nobody.
"""


def test_left_has_the_lines_that_name_no_compound_with_what_the_audit_says_of_them(run: Run, page: Path) -> None:
    page.write_text(RECORD, encoding="utf-8")
    run("audit", page.name, "--left", "left.json")
    left = json.loads(Path("left.json").read_text(encoding="utf-8"))["data"]
    of_lines = {sentence["line"]: sentence for sentence in left["sentences"]}
    assert {3, 7} <= of_lines.keys()
    found = [found for sentence in left["sentences"] for found in sentence["found"]]
    assert {"code": "identifier-matches", "text": "80714-61-0", "detail": "CAS RN of Semax."} in found


def test_a_page_that_names_no_compound_leaves_nothing(run: Run, page: Path) -> None:
    page.write_text("# Bread\n\nThe dough of 2011 rises in 3 hours, and is held cold.\n", encoding="utf-8")
    run("audit", page.name, "--left", "left.json")
    left = json.loads(Path("left.json").read_text(encoding="utf-8"))["data"]
    assert (left["sentences"], left["holds"]) == ([], {})


def test_numbers_formula_and_wrong_citations_are_items_and_a_work_tells_what_was_studied(run: Run, page: Path) -> None:
    run("audit", page.name, "--left", "left.json")
    held = json.loads(Path("left.json").read_text(encoding="utf-8"))["data"]["holds"]["semax"]["items"]
    says = {item["id"]: item["says"] for item in held}
    marked = {item["id"]: item["marked"] for item in held}
    assert any("C37H51N9O10S" in text and "813.92 g/mol" in text for text in says.values())
    assert any("CAS RN 80714-61-0" in text for text in says.values())
    assert marked["semax/citation/agapova-2008-number"] == "citation"
    assert "18652391" in says["semax/citation/agapova-2008-number"]
    assert "Studied: rat" in says["semax/reference/dolotov-2006-hippocampus"]


def test_a_page_that_cites_what_circulates_is_told_so_by_the_dataset(run: Run, page: Path) -> None:
    page.write_text("# Semax\n\nGenes woke within minutes (the group, 2008, number 18652391).\n", encoding="utf-8")
    Path("a.ndjson").write_text(answer(3, "the group, 2008", "semax/citation/agapova-2008-number"), encoding="utf-8")
    told = json.loads(run("audit", page.name, "--answers", "a.ndjson", "-f", "json").stdout)["data"]["findings"]
    by_reader = [f for f in told if f["detail"].startswith("By a second reader. ")]
    assert [(f["kind"], f["verdict"], f["reference"]) for f in by_reader] == [
        ("citation", "misattributed", "agapova-2007-neurotrophin")
    ]


def test_what_a_second_reader_calls_mistaken_is_silenced_and_stays_a_finding(run: Run, page: Path) -> None:
    page.write_text("# Semax\n\nSemax weighs 900.1 g/mol in the story.\n", encoding="utf-8")
    assert run("audit", page.name).returncode == 1
    Path("a.ndjson").write_text(
        answer(3, "900.1 g/mol", "figure-differs", "mistaken") + answer(3, "Semax", "figure-matches", "mistaken"),
        encoding="utf-8",
    )
    result = run("audit", page.name, "--answers", "a.ndjson", "-f", "json")
    told = json.loads(result.stdout)["data"]
    assert result.returncode == 0
    assert [(f["code"], f["silenced"]["reason"]) for f in told["findings"] if f["silenced"]] == [
        ("figure-differs", "mistaken, by a second reader")
    ]
    assert told["summary"]["silenced"] == 1
    assert "page.md:3: no finding figure-matches there has these words" in result.stderr


def test_an_answer_stands_on_the_line_of_its_words_though_it_gives_that_of_its_sentence(run: Run, page: Path) -> None:
    wrapped = (
        "In the first of the trials that were made of it in Moscow it was given for\n"
        "a stroke of the day before, beside all else that was usual, and approved\n"
        "for that in 1996 with a label that the others did not have at that time.\n"
    )
    page.write_text(f"# Semax\n\n{wrapped}", encoding="utf-8")
    asked = answer(3, "approved for that in 1996", "semax/statement/semax-registered-ukraine", "contradicts")
    Path("a.ndjson").write_text(asked, encoding="utf-8")
    told = json.loads(run("audit", page.name, "--answers", "a.ndjson", "-f", "json").stdout)["data"]["findings"]
    assert [f["line"] for f in told if f["detail"].startswith("By a second reader. ")] == [4]


def test_a_statement_is_told_with_what_is_so_instead_and_whether_it_holds_in_part(run: Run, page: Path) -> None:
    page.write_text("# BPC-157\n\nThe agency moved it to its second list in 2024.\n", encoding="utf-8")
    run("audit", page.name, "--left", "left.json")
    held = json.loads(Path("left.json").read_text(encoding="utf-8"))["data"]["holds"]["bpc-157"]["items"]
    (item,) = [item for item in held if "Category 2 in 2024" in item["says"] and item["marked"] == "statement"]
    assert item["says"].endswith("Holds in part: The year is wrong.")
    Path("a.ndjson").write_text(answer(3, "second list in 2024", item["id"]), encoding="utf-8")
    told = json.loads(run("audit", page.name, "--answers", "a.ndjson", "-f", "json").stdout)["data"]["findings"]
    assert [f["verdict"] for f in told if f["detail"].startswith("By a second reader. ")] == ["unknown"]


def test_what_one_reader_answers_another_is_given_and_may_call_mistaken(run: Run, page: Path) -> None:
    page.write_text("# Semax\n\nIt wakes receptor number four of the melanocortins.\n", encoding="utf-8")
    first = answer(3, "wakes receptor number four", "semax/claim/semax-adan-1994-antagonists-mc4-mc5", "contradicts")
    Path("a.ndjson").write_text(first, encoding="utf-8")
    assert run("audit", page.name, "--answers", "a.ndjson", "--left", "again.json").returncode == 1
    (left,) = json.loads(Path("again.json").read_text(encoding="utf-8"))["data"]["sentences"]
    assert [(found["code"], found["text"]) for found in left["found"]] == [
        ("statement-differs", "wakes receptor number four")
    ]
    both = first + answer(3, "wakes receptor number four", "statement-differs", "mistaken")
    Path("a.ndjson").write_text(both, encoding="utf-8")
    result = run("audit", page.name, "--answers", "a.ndjson", "--left", "last.json", "-f", "json")
    (told,) = json.loads(result.stdout)["data"]["findings"]
    assert (result.returncode, told["silenced"]["reason"]) == (0, "mistaken, by a second reader")
    assert json.loads(Path("last.json").read_text(encoding="utf-8"))["data"]["sentences"][0]["found"] == []
