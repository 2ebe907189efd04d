"""`peptide evidence`."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from typing import Any

import pytest

from conftest import Run
from peptidecli.answers.evidence import designs
from peptidecli.answers.first_screen import study_rows
from peptidecli.answers.lookup import find
from peptidecli.answers.show import profile
from peptidecli.answers.studies import studies
from peptidecli.answers.trials import trials
from peptidecli.dataset.dataset import Dataset
from peptidecli.errors import NotFoundError


def test_the_matrix_has_all_compounds_and_their_topics(answer: Any, bundled: Any) -> None:
    data = answer("evidence")
    assert set(data["compounds"]) == set(bundled.compounds)
    topics = {claim.topic for compound in bundled.compounds.values() for claim in compound.claims}
    assert {row["topic"] for row in data["rows"]} == topics


def test_a_cell_counts_references_and_independent_groups(answer: Any) -> None:
    row = next(row for row in answer("evidence", "cerebrolysin", "semax")["rows"] if row["topic"] == "stroke")
    cell = row["cells"][0]
    assert cell["best"] == "systematic-review"
    assert cell["references"] >= cell["groups"] >= 1
    assert cell["results"]["null"] >= 1


@pytest.mark.parametrize("width", ["60", "80", "120"])
def test_the_matrix_fits_the_width_without_colour(run: Run, width: str) -> None:
    done = run("evidence", "--width", width)
    assert max(map(len, done.stdout.splitlines())) <= int(width)
    assert "\x1b" not in done.stdout
    assert "very low" in done.stdout


def test_one_compound_is_shown_by_study_designs(answer: Any) -> None:
    data = answer("evidence", "selank")
    assert data["compound"] == "selank"
    assert data["designs"].index("randomized-controlled-trial") < data["designs"].index("animal-in-vivo")


def test_the_timeline_counts_every_reference_once(answer: Any) -> None:
    years = answer("evidence", "--timeline")["years"]
    assert sum(year["human"] + year["other"] for year in years) == answer("info")["works"]
    assert [year["year"] for year in years] == list(range(years[0]["year"], years[-1]["year"] + 1))


def test_the_timeline_tells_studies_in_people_apart(run: Run) -> None:
    text = run("evidence", "--timeline", "cerebrolysin").stdout
    assert re.search(r"20\d\d █+░* \d+", text)


def test_the_picture_is_an_svg(run: Run) -> None:
    assert run("evidence", "semax", "selank", "-f", "svg").stdout.startswith("<svg")


def test_rows_as_csv_carry_the_counts(run: Run) -> None:
    lines = run("evidence", "semax", "selank", "-f", "csv").stdout.splitlines()
    assert lines[0].split(",") == [
        *("compound", "topic", "best design", "positive", "null", "negative", "mixed", "unknown", "references"),
        *("groups", "subject", "certainty", "reasons", "own"),
    ]
    assert any(line.startswith("semax,stroke,") for line in lines)


@pytest.mark.parametrize("arguments", [("semax", "selank"), ("semax",), ("--timeline", "semax")], ids=str)
def test_plain_says_in_words_what_signs_say(run: Run, arguments: tuple[str, ...]) -> None:
    text = run("evidence", *arguments, "--plain").stdout
    assert not set(text) & set("◆●◐○·▫–±█░─")
    assert "very low" in text or "reference" in text


def test_every_cell_says_how_sure_it_is_and_why(answer: Any) -> None:
    for row in answer("evidence", "semax", "cerebrolysin")["rows"]:
        for cell in filter(None, row["cells"]):
            assert set(cell["certainty"]) >= {"subject", "word", "reasons"}
            assert cell["certainty"]["reasons"]


def test_explain_gives_the_reasons(run: Run) -> None:
    text = re.sub(r"\s+", " ", run("evidence", "cerebrolysin", "--explain").stdout)
    assert "moderate: graded so by the Cochrane review of 2023 itself" in text


def test_the_best_design_is_shown_with_its_own_results(answer: Any) -> None:
    row = next(row for row in answer("evidence", "semax", "selank")["rows"] if row["topic"] == "stroke")
    cell = row["cells"][0]
    assert sum(cell["best_results"].values() if "best_results" in cell else cell["best-results"].values()) < sum(
        cell["results"].values()
    )


def test_a_cell_says_what_studies_in_people_found_otherwise_beside_the_direction(run: Run, answer: Any) -> None:
    for form in ("table", "html"):
        said = " ".join(run("evidence", "dsip", "tb-500", "-f", form).stdout.split())
        assert "no\N{NO-BREAK SPACE}harm\N{NO-BREAK SPACE}seen" in said or "no harm seen" in said
        assert "but 1\N{NO-BREAK SPACE}harm" in said or "but 1 harm" in said
    cells = {row["topic"]: row["cells"] for row in answer("evidence", "acth-4-10", "dsip")["rows"]}
    assert cells["cognition"][0]["certainty"]["otherwise"] == {"null": 1, "negative": 1, "mixed": 1}
    assert cells["safety"][1]["certainty"]["otherwise"] == {"negative": 1}


def test_the_one_word_and_the_counts_of_a_topic_speak_of_the_same_studies(bundled: Dataset) -> None:
    for compound in bundled.compounds.values():
        for row in designs(bundled, compound).rows:
            people = row.certainties[0]
            if people.studies and people.direction not in {None, "mixed"}:
                known = {result: count for result, count in row.people.items() if result != "unknown"}
                assert people.otherwise.items() <= known.items(), (compound.id, row.topic)
                assert set(known) - set(people.otherwise) == {people.direction}, (compound.id, row.topic)


def test_studies_of_a_topic_are_as_many_wherever_they_are_counted(bundled: Dataset) -> None:
    """Those that looked for harm stand in a row of their own in a profile, and are left aside here."""
    for compound in bundled.compounds.values():
        every = studies(bundled, compound)
        harm = {study.topic for study in every if any(c.kind == "safety" and c.topic == study.topic
                                                      for c in compound.claims)}  # fmt: skip
        for people in (True, False):
            screen = study_rows(bundled, compound, every, people=people)
            for row in designs(bundled, compound).rows:
                told = sum((Counter(study.results) for study in screen if study.topic == row.topic), Counter())
                counted = Counter(row.people if people else row.animals)
                assert told == counted or (people and row.topic in harm), (compound.id, row.topic)


def test_rows_count_studies_as_the_table_does_beside_claims(run: Run, answer: Any) -> None:
    rows = {
        row["topic"]: row for row in csv.DictReader(io.StringIO(run("evidence", "cerebrolysin", "-f", "csv").stdout))
    }
    for told in answer("evidence", "cerebrolysin")["rows"]:
        counted = {result: n for result, n in told["people"].items() if n}
        assert rows[told["topic"]]["studies in people"] == "; ".join(f"{n} {result}" for result, n in counted.items())


def test_a_timeline_tells_no_reasons(run: Run) -> None:
    done = run("evidence", "semax", "--timeline", "--explain")
    assert done.returncode == 2
    assert "--explain says why something is as sure as it is" in done.stderr


@pytest.mark.parametrize(
    ("compound", "topic", "why"),
    [
        ("tb-500", "musculoskeletal", "1 study in animals or cells held, but not counted: the compound itself was not"),
        ("tuftsin", "infection", "1 study in people held, but not counted: the compound itself was not given"),
        ("dihexa", "receptor-binding", "1 study in animals or cells held, but not counted: retracted"),
        ("cortexin", "cell-survival", "no study in people is held"),
    ],
)
def test_a_study_that_is_held_and_does_not_count_is_not_said_to_be_lacking(
    run: Run, answer: Any, compound: str, topic: str, why: str
) -> None:
    row = next(row for row in answer("evidence", compound)["rows"] if row["topic"] == topic)
    assert any(reason.startswith(why) for sure in row["certainties"] for reason in sure["reasons"])
    for names in ((compound,), (compound, "semax")):
        assert why in " ".join(run("evidence", *names, "--explain", "--width", "200").stdout.split())


def test_an_explanation_is_never_empty(run: Run, bundled: Dataset) -> None:
    said = run("evidence", *bundled.compounds, "--explain", "--width", "1000").stdout
    assert not re.search(r":  ?\(\d+ works?\)", said)
    for compound in bundled.compounds:
        lines = run("evidence", compound, "--explain", "--width", "1000").stdout.splitlines()
        assert all(lines[i + 1].startswith("  ") for i, line in enumerate(lines) if not line.startswith("  "))


def test_studies_in_people_and_papers_are_counted_alike_wherever_they_are(bundled: Dataset) -> None:
    for compound in bundled.compounds.values():
        tally, behind = bundled.tally(compound), profile(bundled, *find(bundled, compound.id)).first.behind  # type: ignore[union-attr]
        try:
            told = len(trials(bundled, [compound]).trials)
        except NotFoundError:
            told = 0
        assert (tally.human, tally.works) == (told, sum(behind.kinds.values())), compound.id
        assert behind.people == behind.kinds["randomised"] + behind.kinds["people"], compound.id


def test_a_greek_letter_of_a_name_is_no_capital_in_a_heading(run: Run) -> None:
    assert run("evidence", "thymosin-alpha-1").stdout.split("IN PEOPLE")[0].split()[-2:] == ["THYMOSIN", "α1"]
