"""`peptide verify --new`: what registries on loopback have and we do not hold."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pybtex.database
import pytest

from conftest import Run
from peptidecli.answers.news import PAPERS
from registries import Registries, serving, study, work

PAPER: dict[str, Any] = {
    "title": "Semax after stroke in rats",
    "author": [("Moss", "Anna B")],
    "issued": 2026,
    "journal": "Journal of Examples",
    "volume": "7",
    "issue": "2",
    "page": "101-9",
    "doi": "10.5555/new.1",
    "mesh": ["Animals", "Rats"],
}


@pytest.fixture
def registries() -> Iterator[Registries]:
    with serving() as held:
        held.hits = []
        yield held


class Asked:
    def __init__(self, run: Run, registries: Registries) -> None:
        self.run, self.registries = run, registries

    def __call__(self, *arguments: str) -> Any:
        return self.run("--no-user-data", "verify", "--new", *arguments, **self.registries.environment())

    def data(self, *arguments: str, code: int = 0) -> dict[str, Any]:
        done = self(*arguments, "-f", "json")
        assert done.returncode == code, done.stderr
        found: dict[str, Any] = json.loads(done.stdout)["data"]
        return found


@pytest.fixture
def ask(run: Run, registries: Registries) -> Asked:
    return Asked(run, registries)


def test_a_paper_that_is_not_held_is_told_with_in_whom_and_the_line_that_takes_it_in(
    ask: Asked, registries: Registries
) -> None:
    registries.pubmed["44444444"] = PAPER
    registries.hits = ["44444444"]
    (find,) = ask.data("semax")["finds"]
    assert (find["kind"], find["about"], find["subject"]) == ("paper", "yes", "rat")
    assert find["take"] == "peptide add 44444444 --compound semax"
    assert "→ peptide add 44444444 --compound semax" in ask("semax").stdout


def test_pubmed_is_asked_by_all_names_cyrillic_and_codes_since_the_day(ask: Asked, registries: Registries) -> None:
    ask.data("noopept", "--since", "2026-10-01")
    (call,) = registries.calls("esearch")
    for name in ("Noopept", "Ноопепт", "GVS-111"):
        assert f'"{name}"[Title/Abstract]' in call["term"], call["term"]
    assert (call["mindate"], call["datetype"]) == ("2026/10/01", "edat")
    (call,) = registries.calls("studies")
    assert call["filter.advanced"] == "AREA[LastUpdatePostDate]RANGE[2026-10-01,MAX]"


def test_what_is_held_is_no_news(ask: Asked, registries: Registries) -> None:
    registries.pubmed["16996037"] = PAPER
    registries.pubmed["44444444"] = PAPER | {
        "doi": "10.1016/j.brainres.2006.07.108",
        "title": "Otherwise titled: Semax",
    }
    registries.hits = ["16996037", "44444444"]
    registries.crossref["10.5555/x"] = PAPER | {
        "title": "Semax, an analog of ACTH(4-10) with cognitive effects, regulates BDNF and trkB expression in the "
        "rat hippocampus",
        "issued": 2006,
    }
    assert ask.data("semax")["finds"] == []


@pytest.mark.parametrize("doi", [None, "", 5, "none"])
def test_a_work_without_a_doi_and_a_trial_without_a_number_are_left_out(
    ask: Asked, registries: Registries, doi: Any
) -> None:
    """They could be neither looked up nor told from each other."""
    works = [work("", PAPER | {"now": number}) for number in (doi, "10.5555/new.1")]
    message = {"total-results": 2, "items": works}
    registries.others = lambda path, *_: (
        (200, json.dumps({"message": message}), {}) if path.endswith("/works") else None
    )
    numbers: list[Any] = [doi, ["NCT00000001"], "NCT12345678"]
    registries.studies = [study(number, "Semax", "Semax") for number in numbers]
    assert {find["id"] for find in ask.data("semax")["finds"]} == {"doi:10.5555/new.1", "NCT12345678"}


def test_a_record_of_pubmed_with_no_article_in_it_is_left_out(ask: Asked, registries: Registries) -> None:
    record = "<PubmedArticle><MedlineCitation><PMID>44444444</PMID></MedlineCitation></PubmedArticle>"
    registries.hits = ["44444444"]
    registries.others = lambda path, *_: (
        (200, f"<PubmedArticleSet>{record}</PubmedArticleSet>", {}) if path.endswith("/efetch.fcgi") else None
    )
    assert ask.data("semax")["finds"] == []


def test_one_paper_that_two_registries_have_is_told_once(ask: Asked, registries: Registries) -> None:
    registries.pubmed["44444444"] = PAPER
    registries.hits = ["44444444"]
    registries.crossref["10.5555/new.1"] = PAPER
    assert [find["id"] for find in ask.data("semax")["finds"]] == ["doi:10.5555/new.1"]


def test_a_name_that_also_stands_for_a_protein_is_only_perhaps_about_the_compound(
    ask: Asked, registries: Registries
) -> None:
    registries.pubmed = {
        "44444441": PAPER | {"title": "Nuclear p21 in breast cancer cells", "doi": ""},
        "44444442": PAPER | {"title": "The peptide P21 and neurogenesis in mice", "doi": ""},
    }
    registries.hits = list(registries.pubmed)
    about = {find["PMID"]: find["about"] for find in ask.data("p21")["finds"]}
    assert about == {"44444441": "perhaps", "44444442": "likely"}


def test_a_retraction_of_a_paper_that_is_held_comes_first(ask: Asked, registries: Registries) -> None:
    registries.pubmed["16996037"] = PAPER | {"changes": [("RetractionIn", "Brain Res. 2026 Nov;1:1", "44444449")]}
    registries.pubmed["44444444"] = PAPER
    registries.hits = ["44444444"]
    kinds = [find["kind"] for find in ask.data("semax")["finds"]]
    assert kinds == ["retracted", "paper"]


def test_trials_come_in_pages_and_carry_status_and_n(ask: Asked, registries: Registries) -> None:
    registries.studies = [study(f"NCT{n:08}", f"Semax in stroke {n}", "Semax", n=n) for n in range(1, 151)]
    finds = ask.data("semax")["finds"]
    assert len(finds) == 150
    assert (finds[0]["kind"], finds[0]["status"]) == ("trial", "not yet recruiting, record of 2026-11-20")
    assert {find["n"] for find in finds} == set(range(1, 151))
    assert [call.get("pageToken") for call in registries.calls("studies")] == [None, "100"]


def test_a_name_that_brings_40000_hits_is_looked_at_in_pages_up_to_a_limit_that_is_told(
    ask: Asked, registries: Registries
) -> None:
    registries.hits = [str(50_000_000 + n) for n in range(40_000)]
    for key in registries.hits[:PAPERS]:
        registries.pubmed[key] = PAPER | {"title": f"p21 in cells, part {key}", "doi": ""}
    done = ask("p21")
    assert done.returncode == 0, done.stderr
    assert "40,000 hits" in done.stdout
    assert f"{PAPERS} were looked at" in " ".join(done.stdout.split())
    assert [call["retstart"] for call in registries.calls("esearch")] == [str(n) for n in range(0, PAPERS, 200)]
    assert max(len(call["id"].split(",")) for call in registries.calls("efetch")) == 200


@pytest.mark.parametrize("fault", [503, "slow", "cut", "broken"], ids=str)
def test_a_register_that_is_down_ends_with_4_and_what_was_asked_stands(
    ask: Asked, registries: Registries, fault: Any
) -> None:
    registries.pubmed["44444444"] = PAPER
    registries.hits = ["44444444"]
    registries.faults["api"] = [fault, "always"]
    data = ask.data("semax", "--timeout", "0.2", code=4)
    assert [item["registry"] for item in data["unanswered"]] == ["ClinicalTrials.gov"]
    assert [find["PMID"] for find in data["finds"]] == ["44444444"]


@pytest.mark.parametrize(
    "answer",
    [
        '{"studies": null, "message": null}', '{"studies": 1, "message": 1}',
        '{"studies": [1], "message": {"items": [1]}}', '["no", "object"]',
        '{"studies": [{"protocolSection": [1]}], "message": {"items": [{"author": 3}]}}',
        '{"studies": [], "totalCount": 1e999, "message": {"items": [], "total-results": 1e999}}', "[" * 200_000,
        '{"message":' * 100_000,
    ],
    ids=["null", "number", "rows", "list", "fields", "infinite", "deep", "deep-objects"],
)  # fmt: skip
@pytest.mark.parametrize(("service", "named"), [("api", "ClinicalTrials.gov"), ("crossref", "Crossref")])
def test_an_answer_of_another_shape_than_documented_is_told_and_what_the_others_say_stands(
    ask: Asked, registries: Registries, service: str, named: str, answer: str
) -> None:
    registries.pubmed["44444444"] = PAPER
    registries.hits = ["44444444"]
    registries.faults[service] = [answer, "always"]
    data = ask.data("semax", code=4)
    assert [item["registry"] for item in data["unanswered"]] == [named]
    assert "its answer cannot be read" in data["unanswered"][0]["reason"]
    assert "44444444" in [find.get("PMID") for find in data["finds"]]


def test_a_weekly_job_reports_each_find_once(ask: Asked, registries: Registries, tmp_path: Path) -> None:
    registries.pubmed["44444444"] = PAPER
    registries.hits = ["44444444"]
    watch = str(tmp_path / "seen.json")
    assert len(ask.data("semax", "--watch-file", watch)["finds"]) == 1
    again = ask.data("semax", "--watch-file", watch)
    assert (again["finds"], again["reported-before"]) == ([], 1)
    registries.pubmed["44444445"] = PAPER | {"title": "Semax again", "doi": "10.5555/new.2"}
    registries.hits.append("44444445")
    assert [find["PMID"] for find in ask.data("semax", "--watch-file", watch)["finds"]] == ["44444445"]


def test_a_watch_file_that_is_none_is_refused_and_left_as_it_is(ask: Asked, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("mine")
    done = ask("semax", "--watch-file", str(path))
    assert done.returncode == 3
    assert "is no watch file" in done.stderr
    assert path.read_text() == "mine"


def test_the_feed_is_atom_and_the_bibliography_bibtex(ask: Asked, registries: Registries) -> None:
    registries.pubmed["44444444"] = PAPER | {"title": "Semax & <others>"}
    registries.hits = ["44444444"]
    feed = ET.fromstring(ask("semax", "-f", "atom").stdout)
    space = {"a": "http://www.w3.org/2005/Atom"}
    assert feed.findtext("a:updated", None, space)
    (entry,) = feed.findall("a:entry", space)
    assert entry.findtext("a:title", None, space) == "semax: Semax & <others>"
    assert all(entry.findtext(f"a:{name}", None, space) for name in ("id", "updated", "summary"))
    entries = pybtex.database.parse_string(ask("semax", "-f", "bibtex").stdout, "bibtex").entries
    assert list(entries) == ["moss-2026-others"]
    rows = ask("semax", "-f", "csv").stdout.splitlines()
    assert rows[0].startswith("id,kind,compound,title")
    assert len(rows) == 2
