"""`peptide list`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from conftest import Run
from peptidecli.answers.weight import level
from peptidecli.dataset.dataset import Dataset


def ids(data: Any) -> list[str]:
    return [entry["compound"]["id"] for entry in data["entries"]]


def test_every_compound_is_listed_parents_last(answer: Any, bundled: Any) -> None:
    found = ids(answer("list"))
    assert set(found) == set(bundled.compounds)
    assert set(found[-4:]) == {"tuftsin", "acth-4-10", "epithalamin", "thymosin-beta-4"}


def test_filters_narrow_by_class_topic_and_least_design(answer: Any) -> None:
    assert ids(answer("list", "--class", "mixture")) == ["cerebrolysin", "cortexin", "epithalamin"]
    assert "semax" not in ids(answer("list", "--at-least", "randomised"))
    assert "cerebrolysin" in ids(answer("list", "--at-least", "randomised"))
    assert set(ids(answer("list", "--topic", "anxiety"))) >= {"semax", "selank"}


def test_no_compound_left_exits_1_and_names_the_classes(run: Run) -> None:
    done = run("list", "--class", "vitamin")
    assert (done.returncode, done.stdout) == (1, "")
    assert "peptide mixture" in done.stderr


def test_where_filters_together_leave_none_it_is_said_what_each_leaves(run: Run) -> None:
    said = " ".join(run("list", "--class", "capped", "--topic", "sleep").stderr.split())
    assert "together; alone --class capped leaves 2, --topic sleep leaves 2." in said
    assert "Classes" not in said


@pytest.mark.parametrize("width", ["60", "80", "120"])
def test_one_line_a_compound_unless_its_sequence_is_long(run: Run, width: str) -> None:
    lines = run("list", "--width", width).stdout.splitlines()
    assert max(map(len, lines)) <= int(width)
    assert any(line.startswith("Cerebrolysin  peptide mixture") for line in lines)


def test_studies_in_people_are_counted(run: Run, answer: Any) -> None:
    line = next(line for line in run("list", "--width", "80").stdout.splitlines() if line.startswith("Semax"))
    entry = next(entry for entry in answer("list")["entries"] if entry["compound"]["id"] == "semax")
    assert line.split()[-2:] == [str(entry["tally"]["works"]), str(entry["tally"]["human"])]


def test_faq_of_two_names_answers_what_is_asked_of_both_and_lists_nothing(answer: Any) -> None:
    told = answer("faq", "are semax and selank the same")["answers"]
    assert [item["faq"]["question"] for item in told] == ["Are Selank and Semax the same?"]


def test_a_question_that_is_held_word_for_word_comes_first(answer: Any) -> None:
    for question in ("Does it help in COVID-19?", "What does Selank do?"):
        assert [item["faq"]["question"] for item in answer("faq", question)["answers"]] == [question]
    first = answer("search", "What does Selank do?")["hits"][0]
    assert (first["kind"], first["text"].partition("?")[0]) == ("faq", "What does Selank do")


def test_faq_of_a_name_alone_lists_what_is_asked_of_the_compound(answer: Any) -> None:
    for name in ("semax", "Семакс", "semaks"):
        told = answer("faq", name)
        assert len(told["answers"]) > 5
        assert {item["compound"] for item in told["answers"]} == {"semax"}


def test_a_paper_and_its_translation_are_one_work_wherever_works_are_counted(
    run: Run, answer: Any, bundled: Any
) -> None:
    def works(keys: Any) -> int:
        return len({bundled.references[key].translation_of or key for key in keys})

    told = {entry["compound"]["id"]: entry["tally"] for entry in answer("list")["entries"]}
    keys = {compound: bundled.references_of(compound) for compound in told}
    assert {key: tally["works"] for key, tally in told.items()} == {key: works(own) for key, own in keys.items()}
    assert {key: tally["references"] for key, tally in told.items()} == {key: len(own) for key, own in keys.items()}
    assert told["semax"]["works"] < told["semax"]["references"]
    given = {key for key in keys["semax"] if key not in bundled.not_given("semax")}
    assert sum(design["count"] for design in told["semax"]["designs"]) == works(given) < told["semax"]["works"]
    info = answer("info")
    assert (info["references"], info["works"]) == (len(bundled.references), works(bundled.references))
    assert f"{told['semax']['references']} references, {told['semax']['works']} works" in run("show", "semax").stdout
    compared = answer("compare", "semax", "selank")["compounds"]
    assert [one["tally"]["works"] for one in compared] == [told["semax"]["works"], told["selank"]["works"]]
    for row in answer("evidence", "semax")["rows"]:
        claimed = {key for claim in bundled.compounds["semax"].claims if claim.topic == row["topic"]
                   for key in claim.references}  # fmt: skip
        assert (row["references"], row["works"]) == (len(claimed), works(claimed))


@pytest.mark.parametrize("width", [40, 60, 80, 100, 140])
def test_a_long_name_takes_no_column_away(run: Run, tmp_path: Path, width: int) -> None:
    own = {"PEPTIDE_DATA": str(tmp_path)}
    name = "N-hexanoyl-L-tyrosyl-L-isoleucyl-6-aminohexanamide methyl ester hydrochloride"
    assert run("new", name, **own).returncode == 0
    lines = run("list", "--width", str(width), **own).stdout.splitlines()
    assert max(map(len, lines)) <= width
    assert any("WORKS  IN PEOPLE" in line for line in lines[:2])
    assert any(line.startswith("Semax") and " 83 " in line and " 13" in line for line in lines)


def test_the_best_design_is_that_of_what_was_given_it(answer: Any) -> None:
    entries = {entry["compound"]["id"]: entry["tally"] for entry in answer("list")["entries"]}
    assert entries["tuftsin"]["human"] == 0
    assert entries["tuftsin"]["designs"][0]["design"] == "animal-in-vivo"
    assert "tuftsin" not in {entry["compound"]["id"] for entry in answer("list", "--at-least", "human")["entries"]}


def test_a_topic_and_a_design_are_asked_of_the_same_studies(answer: Any, bundled: Dataset) -> None:
    listed = answer("list", "--topic", "anxiety", "--at-least", "randomised")["entries"]
    for compound in bundled.compounds.values():
        best = min(
            (bundled.ranks[level(bundled, claim).id] for claim in compound.claims if claim.topic == "anxiety"
             and claim.given), default=99,
        )  # fmt: skip
        fits = best <= bundled.ranks["randomized-controlled-trial"]
        assert (compound.id in {entry["compound"]["id"] for entry in listed}) == fits, compound.id


@pytest.mark.parametrize("question", ["is piracetam safe", "what is melatonin", "is ACTH approved in the US"])
def test_what_is_asked_of_another_substance_is_not_answered_of_a_compound(answer: Any, question: str) -> None:
    name = question.split()[1 if question.startswith("is") else 2].lower()
    for item in answer("faq", question)["answers"]:
        assert name in f"{item['faq']['question']} {item['faq']['answer']}".lower()


def test_where_no_answer_is_ready_the_rows_are_what_is_held(run: Run) -> None:
    rows = run("faq", "tuftsin", "-f", "ndjson").stdout.splitlines()
    assert len(rows) == len(run("faq", "tuftsin", "-f", "csv").stdout.splitlines()) - 1 > 0
