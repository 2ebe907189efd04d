"""What narrows a question, and numbers of registries where a name is asked for."""

from __future__ import annotations

import shlex
from typing import Any

import pytest

from conftest import Run
from peptidecli.dataset.dataset import Dataset


def test_a_topic_that_hits_carry_can_be_filtered_by(answer: Any) -> None:
    hits = answer("search", "molecular", "weight", "--topic", "identity")["hits"]
    assert hits
    assert {hit["topic"] for hit in hits if hit["kind"] != "reference"} == {"identity"}


@pytest.mark.parametrize("words", [["ischemia"], []], ids=str)
def test_references_on_a_topic_stay_when_it_is_filtered_by(answer: Any, bundled: Dataset, words: list[str]) -> None:
    hits = answer("search", *words, "--topic", "stroke", "--all")["hits"]
    references = [hit["id"] for hit in hits if hit["kind"] == "reference"]
    assert references
    assert all("stroke" in bundled.topics_of(key) for key in references)
    assert {hit["topic"] for hit in hits if hit["kind"] != "reference"} == {"stroke"}


def test_each_study_in_people_has_one_of_the_results_that_trials_filters_by(answer: Any) -> None:
    whole = {trial["reference"]: trial["result"] for trial in answer("trials")["trials"]}
    kept = {
        result: [trial["reference"] for trial in answer("trials", "--result", result)["trials"]]
        for result in ("positive", "null", "negative", "mixed", "unknown")
    }
    assert sorted(whole) == sorted(key for keys in kept.values() for key in keys)
    assert {whole[key] for key in kept["unknown"]} == {"unknown", None}


@pytest.mark.parametrize(
    "asked", [["anxiety", "--result", "null", "--compound", "selank"], ["anxiety selank", "--design", "animal"]]
)
def test_a_search_as_a_command_asks_for_what_was_asked_for_with_its_options(answer: Any, asked: list[str]) -> None:
    first = answer("search", *asked)
    again = answer(*shlex.split(first["understood"]["say"])[1:])
    assert [hit["id"] for hit in again["hits"]] == [hit["id"] for hit in first["hits"]]
    assert again["total"] == first["total"]


def test_a_search_for_nothing_at_all_says_how_to_ask(run: Run) -> None:
    done = run("search")
    assert (done.returncode, done.stdout) == (2, "")
    assert "peptide search --topic stroke" in done.stderr


@pytest.mark.parametrize(
    "query", ["mehfpgp", "MEHFPGP", "PMID 16996037", "doi:10.1016/j.brainres.2006.07.108",
              "https://doi.org/10.1016/j.brainres.2006.07.108", "https://pubmed.ncbi.nlm.nih.gov/16996037/"],
)  # fmt: skip
def test_show_understands_what_cite_and_open_understand(answer: Any, query: str) -> None:
    found = answer("show", query)
    assert (found["compound"]["id"], found["match"]["kind"]) == ("semax", "identifier")


def test_show_understands_a_number_of_pubmed_central(answer: Any, bundled: Dataset) -> None:
    alone = {r.pmcid: r.compounds[0] for r in bundled.references.values() if r.pmcid and len(r.compounds) == 1}
    assert len(alone) > 5
    for number, compound in sorted(alone.items())[:5]:
        assert answer("show", number)["compound"]["id"] == compound


@pytest.mark.parametrize(
    "query", ["10.1016/j.brainres.2006.07.108", "doi.org/10.1016/j.brainres.2006.07.108", "PMID:16996037",
              "https://www.doi.org/10.1016/j.brainres.2006.07.108", "dolotov-2006-hippocampus"],
)  # fmt: skip
def test_open_understands_a_number_in_any_form(run: Run, query: str) -> None:
    done = run("open", query, "--print")
    assert (done.returncode, done.stdout) == (0, "https://doi.org/10.1016/j.brainres.2006.07.108\n")


def test_what_is_found_begins_in_one_column_two_blanks_behind_the_widest_kind_of_entry(run: Run) -> None:
    lines = run("search", "cerebrolysin safety", COLUMNS="100").stdout.splitlines()
    first = [line.replace("\u00a0", " ") for line in lines if line.startswith("  ") and line[2:3].strip()]
    kinds = {line.partition("Cerebrolysin")[0].strip() for line in first}
    assert kinds >= {"randomised, no harm seen", "case, harm"}
    assert {line.find("Cerebrolysin") for line in first} == {len("  randomised, no harm seen  ")}
    assert "\n  status  Semax  United States" in run("search", "semax is it legal in the us", COLUMNS="100").stdout
