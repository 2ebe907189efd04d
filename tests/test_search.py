"""`peptide search` and `peptide faq`."""

from __future__ import annotations

import re
from typing import Any

import pytest

from conftest import Run
from peptidecli.textsearch import Matcher, terms, text


def hits(data: Any) -> list[dict[str, Any]]:
    return [hit for group in data["groups"] for hit in group["hits"]]


def test_all_words_must_be_there(answer: Any) -> None:
    found = hits(answer("search", "BDNF", "hippocampus"))
    assert found
    assert all(len(hit["spans"]) >= 1 for hit in found if hit["kind"] == "claim")


def test_opioid_receptor_finds_the_spinal_cord_paper(answer: Any) -> None:
    assert "liu-2025-spinal-cord" in {
        key for hit in hits(answer("search", "opioid receptor")) for key in hit["references"]
    }


def test_a_word_in_another_script_is_found(answer: Any) -> None:
    compounds = {group["compound"] for group in answer("search", "энкефалин")["groups"]}
    assert {"semax", "selank"} <= compounds


def test_retracted_finds_what_was_retracted(answer: Any) -> None:
    references = {key for hit in hits(answer("search", "retracted")) for key in hit["references"]}
    assert {"rockenstein-2014-tauopathy", "rockenstein-2015-picks"} <= references


@pytest.mark.parametrize(("one", "other"), [("ischemia", "ischaemia"), ("hemorrhage", "haemorrhage")])
def test_british_and_american_spelling_find_the_same(answer: Any, one: str, other: str) -> None:
    assert [hit["id"] for hit in hits(answer("search", one))] == [hit["id"] for hit in hits(answer("search", other))]


def test_a_misspelt_word_is_understood(answer: Any) -> None:
    assert answer("search", "hipocampus")["terms"] == ["hippocampus"]


def test_filters_leave_only_what_was_asked_for(answer: Any) -> None:
    found = answer("search", "anxiety", "--compound", "semax", "--result", "null", "--design", "animal")
    assert [group["compound"] for group in found["groups"]] == ["semax"]
    assert {(hit["kind"], hit["result"], hit["level"]) for hit in hits(found)} == {("claim", "null", "animal-in-vivo")}


def test_the_words_are_set_off_and_the_references_named(run: Run) -> None:
    done = run("search", "opioid receptor", FORCE_COLOR="1")
    assert re.search(r"\x1b\[1;4mopioid", done.stdout)
    assert "[Liu 2025]" in re.sub(r"\x1b\[[0-9;]*m", "", done.stdout)


def test_nothing_found_exits_1_and_says_what_to_try(run: Run) -> None:
    done = run("search", "photosynthesis")
    assert (done.returncode, done.stdout) == (1, "")
    assert "peptide evidence" in done.stderr


def test_hits_as_csv_have_one_line_each(run: Run, answer: Any) -> None:
    lines = run("search", "opioid", "-f", "csv").stdout.splitlines()
    assert lines[0].startswith("compound,kind,id,text")
    assert len(lines) == 1 + len(hits(answer("search", "opioid")))


def test_a_rarer_word_weighs_more() -> None:
    texts = [text("rat brain"), text("rat liver"), text("rat heart copper")]
    assert Matcher("copper", texts).best() > Matcher("rat", texts).best()


def test_fillers_are_no_terms_unless_alone() -> None:
    assert terms("what is the effect") == ("effect",)
    assert terms("what is it") == ("what", "is", "it")


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("is semax fda approved", "is-semax-fda-approved"),
        ("are they the same", "are-selank-and-semax-the-same"),
        ("what is p21", "is-p21-the-p21-protein"),
        ("does cerebrolysin help in stroke", "cerebrolysin-in-stroke"),
        ("what is selank", "what-is-selank"),
        ("half life of semax", "semax-half-life"),
        ("what does retraction mean", "what-does-a-retraction-mean"),
    ],
)
def test_a_question_finds_its_answer(answer: Any, question: str, key: str) -> None:
    assert key in {item["faq"]["id"] for item in answer("faq", question)["answers"]}


def test_without_a_question_all_are_listed(answer: Any, bundled: Any) -> None:
    every = sum(len(compound.faq) for compound in bundled.compounds.values())
    assert len(answer("faq")["answers"]) == every >= 20


def test_an_answer_names_its_references(run: Run) -> None:
    assert re.search(r"(doi:|PMID:)\S+", run("faq", "how does selank work").stdout)


def test_a_question_on_something_else_exits_1(run: Run) -> None:
    assert run("faq", "recipe for pancakes").returncode == 1
