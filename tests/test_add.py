"""`peptide new` and `peptide add`: files of one's own, made and filled."""

from __future__ import annotations

import json
import os
import re
import shlex
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tomli

from conftest import MINI, Run
from peptidecli.dataset import writing
from peptidecli.dataset.dataset import of_folders
from peptidecli.errors import DatasetError
from registries import Registries, serving

pytestmark = pytest.mark.slow

BIB = r"""
@article{one, author = {M{\"u}ller, J{\"o}rg and {The Peptide Group} and others},
  title = {{BDNF} after {S}emax: 50\% more?},
  journal = {Brain \& Mind}, year = {2020}, volume = 3, number = 2, pages = {101--9}, doi = {https://doi.org/10.5555/ABC_1}}
@comment{nothing}
"""
RIS = """TY  - JOUR
AU  - Иванов, И. И.
AU  - de la Cruz, Ana
TI  - Семакс и память крыс
T2  - Журнал примеров
PY  - 2019/05//
VL  - 4
SP  - 11
EP  - 19
LA  - ru
DO  - 10.5555/ris.1
ER  -
"""
NBIB = """
PMID- 31234567
OWN - NLM
LA  - rus
PT  - Randomized Controlled Trial
TI  - [Semax in the rehabilitation of patients after
      ischaemic stroke].
FAU - Ivanov, Petr Petrovich
AU  - Ivanov PP
FAU - Sidorov, A B
AU  - Sidorov AB
DP  - 2018 Mar
JT  - Zhurnal primerov
VI  - 118
IP  - 3
PG  - 61-8
LID - 10.5555/nbib.1 [doi]
TT  - Semaks v reabilitatsii.

PMID- 31234568
TI  - Without anybody.
DP  - 2018
JT  - Zhurnal primerov
"""
CSL = [
    {
        "id": "x",
        "type": "article-journal",
        "title": "Selank in <i>Danio rerio</i>",
        "container-title": ["Fish Reports"],
        "author": [{"family": "Wild", "given": "K.", "non-dropping-particle": "von"}, {"literal": "Fish Consortium"}],
        "issued": {"date-parts": [[2021, 4]]},
        "DOI": "10.5555/csl.1",
        "language": "en-GB",
    }
]
FILES = {"a.bib": BIB, "b.ris": RIS, "c.nbib": NBIB, "d.json": json.dumps(CSL)}


@pytest.fixture
def files(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def added(run: Run, own: Path, *arguments: str, code: int = 0, **more: str) -> list[dict[str, Any]]:
    done = run("--data", str(own), "add", *arguments, "-f", "json", **more)
    assert done.returncode == code, done.stderr
    taken: list[dict[str, Any]] = json.loads(done.stdout)["data"]["taken"]
    return taken


def held(own: Path) -> dict[str, dict[str, Any]]:
    return {record["id"]: record for record in tomli.loads((own / "references.toml").read_text())["reference"]}


# -- new -------------------------------------------------------------------------------------------------------------


def test_a_new_compound_loads_and_passes_check_as_it_is(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "not" / "there" / "yet"
    done = run("--data", str(own), "new", "Labtide 7-β")
    assert done.returncode == 0, done.stderr
    path = own / "compounds" / "labtide-7-beta.toml"
    assert done.stdout.startswith(f"{path}\n")
    assert run("--data", str(own), "check").returncode == 0
    assert "Labtide 7-β" in run("--data", str(own), "show", "labtide 7-β").stdout
    commented = [line for line in path.read_text().splitlines() if line.startswith("# [[")]
    assert {"# [[alias]]", "# [[claim]]", "# [[limitation]]"} <= set(commented)


def test_what_new_says_to_do_next_can_be_done_as_it_stands(run: Run, tmp_path: Path) -> None:
    told = run("--data", str(tmp_path / "my own"), "new", "Labtide").stdout
    for command in told.splitlines()[1].removeprefix("Fill it in, then: ").split("   ·   "):
        assert run(*shlex.split(command)[1:]).returncode == 0


def test_a_compound_and_a_topic_that_are_named_twice_are_written_once(run: Run, files: Path) -> None:
    twice = ("--compound", "semax", "--compound", "Семакс", "--topic", "stroke", "--topic", "STROKE")
    added(run, files / "own", str(files / "d.json"), *twice)
    record = next(iter(held(files / "own").values()))
    assert record["compounds"] == ["semax"]
    assert record["topics"] == ["stroke"]


def test_what_new_explains_is_right_once_the_signs_before_it_are_taken_away(run: Run, tmp_path: Path) -> None:
    run("--data", str(tmp_path), "new", "Labtide")
    path = tmp_path / "compounds" / "labtide.toml"
    lines = path.read_text().splitlines()
    meant = [
        line[2:]
        if line.startswith(
            (
                "# [",
                "# text",
                "# kind",
                "# id",
                "# topic",
                "# result",
                "# pop",
                "# at",
                "# parent",
                "# residues",
                "# c-term",
            )
        )
        else line
        for line in lines
    ]
    path.write_text(
        "\n".join(meant).replace('# references = ["author-2024-word"]', 'references = ["dolotov-2006-hippocampus"]')
        + "\n"
    )
    done = run("--data", str(tmp_path), "check")
    assert "does not study labtide" in done.stdout
    assert [line for line in done.stdout.splitlines() if "warning" not in line and "does not study" not in line] == []


def test_what_is_no_latex_in_a_name_or_title_is_read_without_its_braces(run: Run, tmp_path: Path) -> None:
    """To LaTeX what stands behind a % is no more there, the brace that ends a name included."""
    path = tmp_path / "a.bib"
    path.write_text("@article{a, author = {{TRIAL%Group} and Moss, Ann}, title = {Semax {50% more} and}, year = 2006}")
    done = run("--data", str(tmp_path / "own"), "add", str(path), "--dry-run")
    assert done.returncode == 1
    assert "Semax 50% more and" in done.stdout
    assert done.stderr == ""


def test_commands_of_latex_leave_their_words_and_no_name_behind(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "library.bib"
    path.write_text(
        r"""@article{a, author = {Roe, Jane}, journal = {Mind}, year = 2020, title = {An {\em in vitro} study of
\textit{Rattus} \emph{norvegicus} in H$_2$O with Cerebrolysin$^{TM}$}}""",
        encoding="utf-8",
    )
    taken = json.loads(run("add", str(path), "--dry-run", "-f", "json").stdout)["data"]["taken"]
    assert [work["title"] for work in taken] == ["An in vitro study of Rattus norvegicus in H2O with Cerebrolysin™"]


@pytest.mark.parametrize("name", ["Jack, Jr, Clifford R.", "Jack, Clifford R., Jr"])
def test_a_suffix_stands_behind_the_given_names_wherever_it_stood(run: Run, tmp_path: Path, name: str) -> None:
    path = tmp_path / "library.bib"
    path.write_text(f"@article{{a, author={{{name}}}, title={{One}}, journal={{J}}, year=2020}}", encoding="utf-8")
    added(run, tmp_path / "own", str(path))
    assert 'author = ["Jack, Clifford R., Jr"]' in (tmp_path / "own" / "references.toml").read_text(encoding="utf-8")


def test_a_number_that_is_none_is_named_where_its_work_is_taken(run: Run, tmp_path: Path) -> None:
    bad = {
        "a.bib": "@article{a, author={Roe, J}, title={One}, journal={J}, year=2020, doi={javascript:alert(1)}, pmid=0}",
        "b.ris": "TY  - JOUR\nAU  - Roe, J\nTI  - Two\nJO  - J\nPY  - 2020\nDO  - 10.bad\nER  - \n",
        "c.json": '[{"title": "Three", "author": [{"family": "Roe"}], "issued": {"raw": "2020"}, '
        '"container-title": "J", "DOI": "bad"}]',
        "d.nbib": "PMID- abc\nTI  - Four\nAU  - Roe J\nDP  - 2020\nTA  - J\n",
    }
    for name, text in bad.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    answer = run("add", *(str(tmp_path / name) for name in bad), "--dry-run", "-f", "json")
    assert [work["reason"] for work in json.loads(answer.stdout)["data"]["taken"]] == [
        "without DOI javascript:alert(1), no such number; without PMID 0, no such number",
        "without DOI 10.bad, no such number",
        "without DOI bad, no such number",
        "without PMID abc, no such number",
    ]


def test_a_type_that_csl_does_not_have_is_taken_as_a_document(run: Run, tmp_path: Path) -> None:
    (tmp_path / "c.json").write_text(
        '[{"type": "nosuch", "title": "Three", "author": [{"family": "Roe"}], "issued": {"raw": "2020"}, '
        '"container-title": "C"}]'
    )
    own = tmp_path / "own"
    added(run, own, str(tmp_path / "c.json"))
    assert 'type = "document"' in (own / "references.toml").read_text()
    assert "no type of CSL" not in run("check", str(own)).stdout


@pytest.mark.parametrize("behind", ["", "\nTY  - JOUR\nAU  - Doe, J\nTI  - Two\nJO  - K\nPY  - 2021\nER  - \n"])
def test_an_entry_of_ris_without_an_end_is_named_and_nothing_is_mixed_or_lost(
    run: Run, tmp_path: Path, behind: str
) -> None:
    path = tmp_path / "library.ris"
    path.write_text(RIS + "\nTY  - JOUR\nAU  - Roe, J\nTI  - One\nJO  - J\nPY  - 2020\n" + behind, encoding="utf-8")
    line = RIS.count("\n") + 2
    taken = added(run, tmp_path / "own", str(path), code=1)
    refused, *others = sorted(taken, key=lambda work: work["outcome"] != "refused")
    assert refused["reason"] == f"the entry on line {line} has no end (ER); the file may be cut short"
    assert (refused["outcome"], refused["title"]) == ("refused", "One")
    assert [work["title"] for work in others[1:]] == ["Two"] * bool(behind)
    assert {work["outcome"] for work in others} == {"added"}
    assert "Roe" not in (tmp_path / "own" / "references.toml").read_text(encoding="utf-8")


def test_a_work_is_known_again_by_the_number_of_pubmed_central_alone(run: Run, tmp_path: Path) -> None:
    text = "TY  - JOUR\nAU  - Roe, J\nTI  - Title {}\nJO  - J\nPY  - 2020\nC2  - PMC{}\nER  - \n"
    path, own = tmp_path / "library.ris", tmp_path / "own"
    path.write_text(text.format("one", 1234567) + text.format("two", 7654321), encoding="utf-8")
    assert [work["outcome"] for work in added(run, own, str(path))] == ["added", "added"]
    path.write_text(text.format("three", 1234567) + text.format("two", 7654322), encoding="utf-8")
    same, other = added(run, own, str(path))
    assert (same["outcome"], same["reason"]) == ("there", "same PMCID")
    assert (other["outcome"], other["reason"]) == (
        "added",
        "same title and year as roe-2020-two, with another number",
    )


def test_a_number_that_is_held_is_there_without_asking_anybody(run: Run, tmp_path: Path) -> None:
    done = run("--data", str(tmp_path), "add", "16996037", "10.1016/J.BRAINRES.2006.07.108")
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.partition(")")[0] for line in done.stdout.splitlines()] == [
        "there   dolotov-2006-hippocampus (same PMID",
        "there   dolotov-2006-hippocampus (same DOI",
        "0 of 2 added",
    ]


def test_new_refuses_what_is_there(run: Run, tmp_path: Path) -> None:
    done = run("--data", str(tmp_path), "new", "Семакс")
    assert (done.returncode, list(tmp_path.iterdir())) == (1, [])
    assert "peptide new semax --extend" in done.stderr
    for known in ("MEHFPGP", "80714-61-0", "CID9811102", "Met-Glu-His-Phe-Pro-Gly-Pro"):
        assert "peptide new semax --extend" in run("--data", str(tmp_path), "new", known).stderr
    assert list(tmp_path.iterdir()) == []
    assert run("--data", str(tmp_path), "new", "semax", "--extend").returncode == 0
    assert run("--data", str(tmp_path), "new", "semax", "--extend").returncode == 1
    assert run("--data", str(tmp_path), "new", "--extend", "Labtide").returncode == 1
    assert run("--data", str(tmp_path), "new", "!?").returncode == 2


# -- add from files ----------------------------------------------------------------------------------------------------


def test_each_format_is_read_with_its_letters_names_and_numbers(run: Run, files: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    taken = added(run, own, *(str(files / name) for name in FILES), code=1)
    assert [(item["outcome"], item["id"]) for item in taken] == [
        ("added", "muller-2020-bdnf"),
        ("added", "ivanov-2019-pamyat"),
        ("added", "ivanov-2018-rehabilitation"),
        ("refused", None),
        ("added", "vonwild-2021-danio"),
    ]
    assert taken[3]["reason"] == "it has no author"
    records = held(own)
    bib = records["muller-2020-bdnf"]
    assert bib["author"] == ["Müller, Jörg", "The Peptide Group"]
    assert (bib["author-complete"], bib["title"], bib["container-title"]) == (
        False,
        "BDNF after Semax: 50% more?",
        "Brain & Mind",
    )
    assert (bib["page"], bib["DOI"]) == ("101-109", "10.5555/abc_1")
    ris = records["ivanov-2019-pamyat"]
    assert (ris["author"], ris["title"]) == (["Иванов, И. И.", "de la Cruz, Ana"], "Семакс и память крыс")
    assert (ris["page"], ris["language"], ris["issued"]) == ("11-19", "ru", 2019)
    nbib = records["ivanov-2018-rehabilitation"]
    assert nbib["title"] == "Semax in the rehabilitation of patients after ischaemic stroke"
    assert (nbib["PMID"], nbib["DOI"], nbib["page"]) == ("31234567", "10.5555/nbib.1", "61-68")
    assert nbib["design"] == ["randomized-controlled-trial"]
    assert nbib["author"] == ["Ivanov, Petr Petrovich", "Sidorov, A. B."]
    csl = records["vonwild-2021-danio"]
    assert (csl["author"], csl["title"]) == (["von Wild, K.", "Fish Consortium"], "Selank in Danio rerio")
    assert list(records) == sorted(records)
    assert run("--data", str(own), "check").returncode == 0
    assert run("--data", str(own), "show", "semax").returncode == 0


def test_a_second_time_nothing_is_added_by_doi_by_pmid_or_by_title_and_year(
    run: Run, files: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    added(run, own, str(files / "a.bib"), str(files / "c.nbib"), code=1)
    before = (own / "references.toml").read_bytes()
    (files / "e.bib").write_text(BIB.replace("doi = {https://doi.org/10.5555/ABC_1}", "note = {x}"))
    taken = added(run, own, str(files / "a.bib"), str(files / "e.bib"), str(files / "c.nbib"), code=1)
    assert [item["reason"] for item in taken] == ["same DOI", "same title and year", "same DOI", "it has no author"]
    assert (own / "references.toml").read_bytes() == before


@pytest.mark.parametrize("letters", [60, 114, 119, 125, 300])
def test_a_long_name_of_an_author_leaves_room_for_year_and_word_in_ids_of_their_own(
    run: Run, tmp_path: Path, letters: int
) -> None:
    entry = (
        "@article{{a{n}, author = {{{{{name}}}}}, title = {{{word}}}, journal = {{J}}, year = 2001, volume = {n}}}\n"
    )
    words = ("Neuropeptides", "Neuropeptides: a reply", "B" * 200, "?")
    path, own = tmp_path / "a.bib", tmp_path / "own"
    text = "".join(entry.format(n=n, name="a" * letters, word=word) for n, word in enumerate(words))
    path.write_text(text, encoding="utf-8")
    done = run("--data", str(own), "add", str(path))
    assert done.returncode == 0, done.stderr
    ids = [record["id"] for record in tomli.loads((own / "references.toml").read_text(encoding="utf-8"))["reference"]]
    assert len(set(ids)) == 4
    assert all(re.fullmatch(r"a+-2001-[a-z0-9]+(-[0-9]+)?", key) and len(key) <= 120 for key in ids), ids
    assert "an id is first family name" not in run("check", str(own)).stdout


def test_our_own_exports_are_known_again(run: Run, tmp_path: Path) -> None:
    for form, name in (("bibtex", "x.bib"), ("ris", "x.ris"), ("csl-json", "x.json")):
        (tmp_path / name).write_text(run("cite", "--compound", "semax", "-f", form).stdout, encoding="utf-8")
        taken = added(run, tmp_path / "own", str(tmp_path / name))
        assert len(taken) > 50
        assert {item["outcome"] for item in taken} == {"there"}, form


@pytest.mark.parametrize(("form", "name"), [("bibtex", "x.bib"), ("ris", "x.ris"), ("csl-json", "x.json")])
@pytest.mark.parametrize("title", ["Семакс и память крыс. Часть 1", "Wirkung von „Semax“ & 50 % mehr"])
def test_a_title_in_the_language_of_the_work_comes_back_from_our_own_exports(
    run: Run, tmp_path: Path, form: str, name: str, title: str
) -> None:
    work = {
        "type": "article-journal",
        "title": "A work of two titles",
        "original-title": title,
        "DOI": "10.5555/two",
        "container-title": "J",
        "issued": {"date-parts": [[2001]]},
        "author": [{"family": "Abel", "given": "A."}],
    }
    (tmp_path / "work.json").write_text(json.dumps([work]), encoding="utf-8")
    before, after = tmp_path / "before", tmp_path / "after"
    (taken,) = added(run, before, str(tmp_path / "work.json"))
    (tmp_path / name).write_text(run("--data", str(before), "cite", taken["id"], "-f", form).stdout, encoding="utf-8")
    added(run, after, str(tmp_path / name))
    (record,) = held(after).values()
    assert (record["title"], record["original-title"]) == (work["title"], title)


@pytest.mark.parametrize("form", ["bibtex", "ris", "csl-json"])
def test_type_issue_and_number_of_a_work_come_back_from_our_own_exports(run: Run, tmp_path: Path, form: str) -> None:
    kinds = ["article-journal", "report", "chapter", "patent", "dataset", "webpage", "software"]
    works = [{"type": kind, "title": f"A {kind} of numbers", "container-title": "J", "issued": {"date-parts": [[2001]]},
              "volume": "3", "issue": "2", "number": "12345", "URL": f"https://e.example/~{kind}",
              "author": [{"family": "Abel", "given": "A."}], "publisher": "P"} for kind in kinds]  # fmt: skip
    (tmp_path / "work.json").write_text(json.dumps(works), encoding="utf-8")
    before, after = tmp_path / "before", tmp_path / "after"
    added(run, before, str(tmp_path / "work.json"))
    name = tmp_path / {"bibtex": "x.bib", "ris": "x.ris", "csl-json": "y.json"}[form]
    name.write_text(run("--data", str(before), "cite", "abel", "-f", form).stdout, encoding="utf-8")
    added(run, after, str(name))
    records = {record["title"].split()[1]: record for record in held(after).values()}
    assert sorted(records) == sorted(kinds)
    for kind, record in records.items():
        numbers = [record.get(key) for key in ("volume", "issue", "number", "URL")]
        assert numbers == ["3", "2", "12345", f"e.example/~{kind}"]
        assert record["type"] == kind or (form == "bibtex" and record["type"] == "document")


def test_an_issue_beside_a_number_of_an_article_is_told_and_a_first_page_is_taken(run: Run, tmp_path: Path) -> None:
    entry = "@article{a, author={Abel, A}, title={A first title}, journal={J}, year={2001}, number={3}, issue={Spring}}"
    (tmp_path / "x.bib").write_text(entry)
    (taken,) = added(run, tmp_path / "own", str(tmp_path / "x.bib"))
    assert "issue Spring, beside number 3" in taken["reason"]
    work = {"type": "article-journal", "title": "T of one", "container-title": "J", "page-first": "12",
            "issued": {"date-parts": [[2001]]}, "author": [{"family": "Abel"}]}  # fmt: skip
    (tmp_path / "x.json").write_text(json.dumps([work]))
    added(run, tmp_path / "other", str(tmp_path / "x.json"))
    (record,) = held(tmp_path / "other").values()
    assert record["page"] == "12"


@pytest.mark.parametrize("content", [b"# a\r\n# b\n", b"# a\n# b\r\n", b"# a\r# b\r"])
def test_a_file_whose_lines_end_in_several_ways_is_left_as_it_is(run: Run, tmp_path: Path, content: bytes) -> None:
    own, more = tmp_path / "own" / "references.toml", tmp_path / "b.bib"
    own.parent.mkdir()
    own.write_bytes(content)
    more.write_text("@article{a, title={A first title of one}, author={Abel, A}, journal={J}, year={2001}}")
    done = run("--data", str(own.parent), "add", str(more))
    assert (done.returncode, "its lines end in several ways" in done.stderr) == (3, True)
    assert own.read_bytes() == content


@pytest.mark.parametrize("field", ["volume", "number", "pages", "publisher", "address", "series", "edition", "month"])
def test_a_number_of_pubmed_in_a_field_of_bibtex_that_says_something_else_is_not_taken(
    run: Run, tmp_path: Path, field: str
) -> None:
    entry = "@article{a, author={Abel, A}, title={A first title}, journal={J}, year={2001}, doi={10.5555/q}"
    (tmp_path / "x.bib").write_text(f"{entry}, {field}={{PMID: 1234567}}, unique-id={{x}}}}")
    added(run, tmp_path / "own", str(tmp_path / "x.bib"))
    (record,) = held(tmp_path / "own").values()
    assert "PMID" not in record
    (tmp_path / "x.bib").write_text(f"{entry.replace('/q', '/r')}, unique-id={{PMID: 1234567}}}}")
    added(run, tmp_path / "other", str(tmp_path / "x.bib"))
    (record,) = held(tmp_path / "other").values()
    assert record["PMID"] == "1234567"


def test_a_dry_run_writes_nothing(run: Run, files: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    done = run("--data", str(own), "add", str(files / "a.bib"), "--dry-run")
    assert done.returncode == 0
    assert "added   muller-2020-bdnf" in done.stdout
    assert "dry run" in done.stdout
    assert not (own / "references.toml").exists()


def test_a_design_that_nobody_has_told_is_a_word_of_ours_and_no_vocabulary_is_written(
    run: Run, answer: Any, files: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    added(run, own, str(files / "a.bib"))
    assert not (own / "vocabulary.toml").exists()
    assert run("check", str(own)).returncode == 0
    hits = answer("--data", str(own), "cite", "--design", "unclassified")["hits"]
    assert hits
    assert all(hit["own"] and hit["reference"]["design"] == ["unclassified"] for hit in hits)


def test_what_is_said_of_all_of_them_is_written(run: Run, files: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    added(
        run,
        own,
        str(files / "a.bib"),
        "--compound",
        "Семакс",
        "--compound",
        "selank",
        "--design",
        "animal",
        "--topic",
        "stress",
        code=0,
    )
    record = held(own)["muller-2020-bdnf"]
    assert (record["compounds"], record["design"], record["topics"]) == (
        ["semax", "selank"],
        ["animal-in-vivo"],
        ["stress"],
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.bib", "@article{one, title = {unclosed"),
        ("x.ris", "no tags"),
        ("x.json", "{]"),
        ("x.json", "[1]"),
        ("x.nbib", "TI - x"),
        ("x.bib", ""),
    ],
)
def test_a_broken_file_ends_with_2_is_named_and_nothing_of_the_others_is_written(
    run: Run, files: Path, tmp_path: Path, name: str, text: str
) -> None:
    (files / name).write_text(text)
    done = run("--data", str(tmp_path / "own"), "add", str(files / "a.bib"), str(files / name))
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{files / name}: " in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "own" / "references.toml").exists()


@pytest.mark.parametrize("name", ["hello", "no.bib"])
def test_what_is_neither_number_nor_file_and_a_file_that_is_not_there_are_wrong_usage(
    run: Run, tmp_path: Path, name: str
) -> None:
    assert run("--data", str(tmp_path), "add", name).returncode == 2


# -- the file that is written ---------------------------------------------------------------------------------


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="root alone gives files away")
def test_a_file_that_root_writes_stays_that_of_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "references.toml"
    path.write_text("")
    os.chown(path, 1234, 4321)
    path.chmod(0o660)
    writing.write_bytes(path, b"# more")
    status = path.stat()
    assert (status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)) == (1234, 4321, 0o660)
    assert path.read_bytes() == b"# more"


def test_writing_keeps_comments_order_and_the_files_mode_and_leaves_nothing_beside_it(
    run: Run, files: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    added(run, own, str(files / "d.json"))
    path = own / "references.toml"
    text = (
        path.read_text()
        .replace("# References", "# My references")
        .replace("[[reference]]", "# the fish\n[[reference]]")
    )
    path.write_text(text)
    path.chmod(0o640)
    added(run, own, str(files / "a.bib"), str(files / "b.ris"))
    after = path.read_text()
    assert after.startswith("# My references")
    block = text[text.index("# the fish") :]
    assert after.endswith(block)
    assert after.index("ivanov-2019") < after.index("muller-2020") < after.index("# the fish")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert sorted(entry.name for entry in own.iterdir()) == ["references.toml"]


@pytest.mark.parametrize("marks", ['"""', "'''"])
def test_a_record_is_added_beside_a_text_that_looks_like_one_and_not_into_it(
    run: Run, files: Path, tmp_path: Path, marks: str
) -> None:
    own = tmp_path / "own"
    added(run, own, str(files / "d.json"))
    path = own / "references.toml"
    path.write_text(f"{path.read_text()}note = {marks}\nAs in:\n# mine\n[[reference]]\nid = 'zzz'\n{marks}\n")
    before = held(own)
    key = added(run, own, str(files / "a.bib"))[0]["id"]
    assert held(own).keys() - before.keys() == {key}
    assert {kept: record for kept, record in held(own).items() if kept != key} == before


def test_a_file_in_which_records_would_not_be_the_old_and_the_new_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "references.toml"
    reference = of_folders((MINI,)).references["abel-2001-stress"]
    monkeypatch.setattr(writing, "lines_outside", lambda text: text)
    path.write_text('[[reference]]\nid = "aaa"\nnote = """\n[[reference]]\nid = "zzz"\n"""\n')
    with pytest.raises(DatasetError, match="can be added safely; it is left as it is"):
        writing.with_records(path, "reference", [reference])


HALF = CSL[0] | {"title": "Half of \ud800 letter", "DOI": "10.5555/half.1"}


def test_what_no_file_can_hold_is_refused_by_itself_and_the_sound_are_taken(run: Run, tmp_path: Path) -> None:
    own, given = tmp_path / "own", tmp_path / "half.json"
    given.write_text(json.dumps([HALF, CSL[0]]))
    refused, taken = sorted(added(run, own, str(given), code=1), key=lambda item: str(item["outcome"]), reverse=True)
    assert (refused["source"], refused["outcome"], taken["outcome"]) == (str(given), "refused", "added")
    assert "half of a letter" in refused["reason"]
    assert list(held(own)) == [taken["id"]]


def test_a_folder_into_which_nothing_was_written_is_not_left_behind(run: Run, tmp_path: Path) -> None:
    (tmp_path / "half.json").write_text(json.dumps([HALF]))
    added(run, tmp_path / "own" / "data", str(tmp_path / "half.json"), code=1)
    assert not (tmp_path / "own").exists()


def test_a_write_that_fails_leaves_the_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "references.toml"
    path.write_text("# mine\n")

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DatasetError, match="nothing was changed"):
        writing.write_text(path, "# other\n")
    assert path.read_text() == "# mine\n"
    assert list(tmp_path.iterdir()) == [path]


def test_what_could_not_be_read_again_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "references.toml"
    with pytest.raises(DatasetError):
        writing.write_file(path, "[[reference]]\nid = 1\n")
    assert not path.exists()


# -- add from registries --------------------------------------------------------------------------------------------


@pytest.fixture
def registries() -> Iterator[Registries]:
    with serving() as held_there:
        yield held_there


def test_a_pmid_and_a_doi_are_taken_from_their_registries_with_trace_and_standing(
    run: Run, registries: Registries, tmp_path: Path
) -> None:
    registries.pubmed["31234567"] = {
        "title": "Semax and sleep in mice",
        "author": [("Owl", "Ann"), ("Bat", "C D")],
        "issued": 2022,
        "journal": "Night",
        "volume": "1",
        "page": "9-12",
        "doi": "10.5555/owl",
        "types": ("Journal Article", "Case Reports"),
        "mesh": ["Mice"],
        "changes": [("RetractionIn", "Night. 2023;2:1", "39999999")],
    }
    registries.crossref["10.5555/bat"] = {
        "title": "Selank and dusk",
        "author": [("Bat", "C.")],
        "issued": 2023,
        "journal": "Dusk",
    }
    own = tmp_path / "own"
    taken = added(run, own, "31234567", "doi:10.5555/BAT", "10.5555/none", code=1, **registries.environment())
    assert [(item["outcome"], item["id"]) for item in taken] == [
        ("refused", None),
        ("added", "owl-2022-sleep"),
        ("added", "bat-2023-dusk"),
    ]
    record = held(own)["owl-2022-sleep"]
    assert (record["standing"], record["notice"]) == ("retracted", {"PMID": "39999999", "issued": 2023})
    assert (record["species"], record["design"]) == (["mouse"], ["case-report"])
    assert record["trace"][0]["URL"] == "pubmed.ncbi.nlm.nih.gov/31234567/"
    assert run("--data", str(own), "check").returncode == 0


def test_a_registry_that_is_down_ends_with_4_and_nothing_is_written(
    run: Run, registries: Registries, tmp_path: Path
) -> None:
    registries.faults["entrez"] = [500, "always"]
    own = tmp_path / "own"
    done = run("--data", str(own), "add", "31234567", **registries.environment())
    assert done.returncode == 4
    assert "PubMed does not answer" in done.stderr
    assert not (own / "references.toml").exists()


@pytest.mark.parametrize("before", [None, "", "\n \n"])
def test_what_is_added_to_an_empty_file_begins_it(tmp_path: Path, before: str | None) -> None:
    path = tmp_path / "references.toml"
    if before is not None:
        path.write_text(before)
    reference = next(of_folders((MINI,)).references.values())
    assert writing.with_records(path, "reference", [reference]).startswith("[[reference]]\nid = ")


def test_a_person_called_others_is_one_in_our_own_bibtex_and_comes_back(run: Run, tmp_path: Path) -> None:
    nbib = "PMID- 1\nTI  - Rats that were given nothing\nFAU - others\nJT  - Brain Research\nDP  - 2001\n"
    (tmp_path / "a.nbib").write_text(nbib, encoding="utf-8")
    added(run, tmp_path / "own", str(tmp_path / "a.nbib"))
    (one,) = held(tmp_path / "own").values()
    made = run("--data", str(tmp_path / "own"), "cite", one["id"], "-f", "bibtex").stdout
    assert "author = {{others}}" in made
    (tmp_path / "a.bib").write_text(made, encoding="utf-8")
    added(run, tmp_path / "again", str(tmp_path / "a.bib"))
    (back,) = held(tmp_path / "again").values()
    assert [name.rstrip(",") for name in back["author"]] == ["others"]


def test_half_of_a_letter_in_a_name_is_told_by_its_field(run: Run, tmp_path: Path) -> None:
    text = (
        r'[{"type": "article-journal", "title": "Rats", "author": [{"literal": "A\ud800"}], "container-title": "B",'
        r' "issued": {"raw": "2001"}}]'
    )
    (tmp_path / "a.json").write_text(text, encoding="utf-8")
    done = run("--data", str(tmp_path / "own"), "add", str(tmp_path / "a.json"))
    assert "its author has half of a letter, a lone surrogate" in done.stdout + done.stderr


def test_a_home_that_is_no_whole_path_is_told_as_that(run: Run) -> None:
    done = run("new", "Testtide", HOME="relative", XDG_DATA_HOME="")
    assert (done.returncode, "is no path from the root" in done.stderr) == (3, True)
