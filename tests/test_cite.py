"""`peptide cite`."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import Any

import pytest

from conftest import Run
from peptidecli.answers.cite import Filters, cite
from peptidecli.answers.search import search
from peptidecli.dataset.dataset import Dataset
from peptidecli.formats.document import document


def ids(data: Any) -> list[str]:
    return [hit["reference"]["id"] for hit in data["hits"]]


def test_cite_dolotov_lists_his_papers_first(answer: Any) -> None:
    found = ids(answer("cite", "dolotov"))
    assert {"dolotov-2006-hippocampus", "dolotov-2006-basal-forebrain"} <= set(found)
    assert found[0].startswith("dolotov")


@pytest.mark.parametrize("name", ["zozulia", "Zozulya", "Зозуля"])
def test_an_author_is_found_in_any_transliteration(answer: Any, name: str) -> None:
    assert {"zozulia-2008-gad", "zozulya-2001-enkephalin"} <= set(ids(answer("cite", name)))


@pytest.mark.parametrize("name", ["myasoedov", "miasoedov", "Мясоедов"])
def test_another_author_in_any_transliteration(answer: Any, name: str) -> None:
    assert len(ids(answer("cite", name))) > 10


@pytest.mark.parametrize(
    "query",
    ["16996037", "PMID:16996037", "pmid 16996037", "10.1016/j.brainres.2006.07.108",
     "https://doi.org/10.1016/j.brainres.2006.07.108", "dolotov-2006-hippocampus"],
)  # fmt: skip
def test_an_identifier_in_any_form_finds_its_paper_alone(answer: Any, query: str) -> None:
    assert ids(answer("cite", query)) == ["dolotov-2006-hippocampus"]


def test_a_trial_is_found_by_its_number_in_a_register(answer: Any, bundled: Dataset) -> None:
    registered = [paper for paper in bundled.references.values() if paper.registration]
    assert registered
    for number in sorted({paper.registration.id for paper in registered if paper.registration}):
        own = {paper.id for paper in registered if paper.registration and paper.registration.id == number}
        found = answer("cite", number)
        assert {hit["reference"]["id"] for hit in found["hits"]} == own
        assert found["untraced"] == []
        assert search(bundled, number).hits[0].kind in {"reference", "fact", "claim", "statement", "regulatory", "faq"}


def test_a_doi_with_semicolons_and_brackets_is_one_word(answer: Any) -> None:
    query = "10.1002/(SICI)1520-6769(199609)19:2<115::AID-NRC171>3.0.CO;2-B"
    assert ids(answer("cite", query)) == ["kaplan-1996-nootropic"]


def test_several_words_narrow(answer: Any) -> None:
    all_of_them = ids(answer("cite", "dolotov"))
    narrowed = ids(answer("cite", "dolotov", "hippocampus", "2006"))
    assert narrowed == ["dolotov-2006-hippocampus"]
    assert len(all_of_them) > 1


def test_a_range_of_years_is_understood(answer: Any) -> None:
    years = {hit["reference"]["issued"] for hit in answer("cite", "semax", "2010-2012")["hits"]}
    assert years
    assert years <= {2010, 2011, 2012}


def test_filters_narrow_together(answer: Any) -> None:
    data = answer("cite", "--compound", "semax", "--design", "human", "--since", "2018", "--until", "2020")
    references = [hit["reference"] for hit in data["hits"]]
    assert references
    for reference in references:
        assert "semax" in reference["compounds"]
        assert 2018 <= reference["issued"] <= 2020
        assert "human" in reference["species"]


def test_retracted_references_are_found_by_their_standing(answer: Any) -> None:
    standings = {hit["reference"]["standing"] for hit in answer("cite", "--standing", "retracted")["hits"]}
    assert standings == {"retracted"}


def test_a_misspelt_author_is_found_and_the_answer_says_so(answer: Any) -> None:
    data = answer("cite", "dolotoff")
    assert any(key.startswith("dolotov") for key in ids(data))


def test_an_untraced_citation_answers_as_what_it_is(run: Run, answer: Any) -> None:
    done = run("cite", "grigoriev")
    assert done.returncode == 0
    assert "NOT A REFERENCE" in done.stdout
    assert "Grigoriev et al., 2002" in done.stdout
    # Another Grigoriev is a co-author of a real paper; of the year that circulates there is none.
    assert ids(answer("cite", "grigoriev", "2002")) == []


def test_a_wrong_number_answers_with_the_right_paper(answer: Any) -> None:
    data = answer("cite", "11696372")
    assert data["hits"] == []
    assert [key for citation in data["untraced"] for key in citation["nearest"]] == ["shadrina-2001-glial"]


def test_an_untraced_citation_is_never_exported(run: Run) -> None:
    done = run("cite", "grigoriev", "2002", "-f", "bibtex")
    assert (done.returncode, done.stdout) == (1, "")
    assert "no traced reference" in done.stderr
    assert "grigoriev-2002" not in run("cite", "-f", "bibtex").stdout


def test_nothing_found_exits_1_and_says_what_to_try(run: Run) -> None:
    done = run("cite", "nobodyofthisname")
    assert (done.returncode, done.stdout) == (1, "")
    assert "peptide cite" in done.stderr


def test_an_unknown_topic_names_the_topics(run: Run) -> None:
    done = run("cite", "--topic", "gardening")
    assert done.returncode == 2
    assert "neurotrophins" in done.stderr


def test_no_query_gives_the_whole_bibliography(answer: Any) -> None:
    assert len(ids(answer("cite"))) == answer("info")["references"]


def test_bibtex_is_deterministic_and_keyed_by_id(run: Run) -> None:
    first = run("cite", "--compound", "semax", "-f", "bibtex").stdout
    assert first == run("cite", "--compound", "semax", "-f", "bibtex").stdout
    assert "@article{dolotov-2006-hippocampus,\n" in first


def test_a_doi_is_written_to_bibtex_as_it_is(run: Run) -> None:
    text = run("cite", "kaplan", "1996", "-f", "bibtex").stdout
    assert "doi = {10.1002/(SICI)1520-6769(199609)19:2<115::AID-NRC171>3.0.CO;2-B}" in text


# -- numbers of one kind are not those of another ----------------------------------------------------------------


def test_a_pubmed_number_is_not_taken_for_one_of_pubmed_central(run: Run, answer: Any) -> None:
    assert ids(answer("cite", "PMC9616232")) == ["alsulaimani-2021-nootropics"]
    for query in ("PMID:9616232", "9616232"):
        done = run("cite", query)
        assert (done.returncode, done.stdout) == (1, ""), query


@pytest.mark.parametrize("query", ["the", "!!!", "of the", "et al"])
def test_words_that_tell_nothing_are_no_question_for_everything(run: Run, query: str) -> None:
    done = run("cite", query)
    assert (done.returncode, done.stdout) == (1, "")
    assert "telling word" in done.stderr


# -- how many ----------------------------------------------------------------------------------------------------


def test_a_table_has_the_best_fifty_and_says_how_to_get_all(run: Run, bundled: Dataset) -> None:
    count = len(bundled.references)
    lines = run("cite").stdout
    assert f"The first 50 of {count} references, by their ids. All: --limit 0" in " ".join(lines.split())
    assert len(re.findall(r"^\d{4} ", lines, re.MULTILINE)) == 50
    everything = run("cite", "--limit", "0").stdout
    assert len(re.findall(r"^\d{4} ", everything, re.MULTILINE)) == count
    assert "The first" not in everything
    assert "The best 3 of " in run("cite", "cerebrolysin", "--limit", "3").stdout


def test_few_references_are_all_shown_and_nothing_is_said(run: Run) -> None:
    assert "The best" not in run("cite", "dolotov").stdout


def test_a_limit_holds_in_every_format_and_the_total_counts_all(run: Run, answer: Any, bundled: Dataset) -> None:
    limited, whole = answer("cite", "--limit", "3"), answer("cite")
    assert ids(limited) == ids(whole)[:3]
    assert limited["total"] == whole["total"] == len(whole["hits"]) == len(bundled.references)
    assert run("cite", "--limit", "3", "-f", "bibtex").stdout.count("\n@") == 2
    assert run("cite", "--limit", "3", "-f", "ris").stdout.count("TY  - ") == 3
    assert len(json.loads(run("cite", "--limit", "3", "-f", "csl-json").stdout)) == 3
    assert len(run("cite", "--limit", "3", "-f", "text").stdout.splitlines()) == 3
    assert len(run("cite", "--limit", "3", "-f", "csv").stdout.splitlines()) == 4
    assert len(run("cite", "--limit", "3", "-f", "markdown").stdout.splitlines()) == 5


def test_json_that_is_streamed_is_the_json_that_is_made_at_once(run: Run, bundled: Dataset) -> None:
    for query in (["dolotov"], ["11696372"], []):
        made = document("cite", cite(bundled, query, Filters()))
        assert run("cite", *query, "-f", "json").stdout == made


def test_the_first_references_are_written_before_the_last_are_read(environment: dict[str, str]) -> None:
    code = (
        "import sys; from peptidecli.answers import cite; from peptidecli.calls import output\n"
        "hits, wrote, log = cite.Found.hits, output.write, []\n"
        "def read(*a):\n    for hit in hits(*a):\n        log.append('read'); yield hit\n"
        "def write(text):\n    log.append('wrote'); wrote(text)\n"
        "cite.Found.hits, output.write = read, write\n"
        "sys.argv = ['peptide', 'cite', '-f', 'csl-json']\n"
        "from peptidecli.__main__ import main\n"
        "main(); print(log.index('wrote'), log.count('read'), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    first, count = map(int, done.stderr.split())
    assert first < count / 2


def test_what_is_no_traced_reference_is_said_in_every_format_that_holds_references_alone(run: Run) -> None:
    for form in ("ndjson", "csv", "bibtex"):
        told = run("cite", "grigoriev", "2002", "-f", form)
        assert told.returncode == 1, form
        assert "is no traced reference" in told.stderr
