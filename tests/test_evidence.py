"""`peptide evidence`."""

from __future__ import annotations

import re
from typing import Any

import pytest

from conftest import Run


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
