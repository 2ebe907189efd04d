"""`peptide show`."""

from __future__ import annotations

import re
from typing import Any

import pytest

from conftest import Run


def test_show_semax_names_sequence_formula_and_computed_mass(run: Run) -> None:
    text = run("show", "semax").stdout
    assert "Met-Glu-His-Phe-Pro-Gly-Pro" in text
    assert "C37H51N9O10S" in text
    assert "813.92 g/mol" in text
    assert "80714-61-0" in text


def test_a_profile_has_the_sections_of_the_command_contract(run: Run) -> None:
    text = run("show", "semax").stdout
    sections = [
        "IDENTITY", "WHAT STANDS BEHIND IT", "MECHANISMS", "EFFECTS IN PEOPLE", "EFFECTS IN ANIMALS AND CELLS",
        "PHARMACOKINETICS", "SAFETY", "REGULATORY STATUS", "CIRCULATES, AND DOES NOT HOLD", "LIMITATIONS",
        "OPEN QUESTIONS", "REFERENCES",
    ]  # fmt: skip
    assert [line for line in sections if not re.search(rf"^{line}", text, re.MULTILINE)] == []


@pytest.mark.parametrize("arguments", [(), ("--all",)])
def test_every_number_in_the_text_is_in_the_reference_list_and_the_other_way_round(
    run: Run, arguments: tuple[str, ...]
) -> None:
    text = run("show", "selank", *arguments).stdout
    body, _, rest = text.partition("\nREFERENCES")
    references, _, sources = rest.partition("\nSOURCES")
    listed = {int(n) for n in re.findall(r"^  \[(\d+)\]", references, re.MULTILINE)}
    marks = re.findall(r"\[((?:S?\d+,\s+)*S?\d+)\]", re.sub(r"\n\s+", " ", body))
    cited = {mark.strip() for group in marks for mark in group.split(",")}
    assert listed == set(range(1, len(listed) + 1))
    assert {int(mark) for mark in cited if not mark.startswith("S")} <= listed
    assert {mark for mark in cited if mark.startswith("S")} <= set(re.findall(r"^  \[(S\d+)\]", sources, re.MULTILINE))
    if not arguments:
        assert {int(mark) for mark in cited if not mark.startswith("S")} == listed


def test_a_digest_keeps_for_every_topic_a_finding_of_each_direction(answer: Any, run: Run) -> None:
    claims = [finding["claim"] for finding in answer("show", "semax")["findings"]]
    opposite = [claim["text"] for claim in claims if claim["result"] == "negative"]
    text = re.sub(r"\s+", " ", run("show", "semax").stdout)
    topics = {claim["topic"] for claim in claims if claim["result"] == "negative"}
    assert opposite
    assert sum(sentence in text for sentence in opposite) >= len(topics)


def test_a_digest_says_how_much_it_leaves_out_and_all_shows_it(answer: Any, run: Run) -> None:
    digest = run("show", "semax").stdout
    whole = re.sub(r"\s+", " ", run("show", "semax", "--all").stdout)
    assert re.search(r"\d+ more: peptide show semax -s mechanisms", re.sub(r"\s+", " ", digest))
    missing = [f["claim"]["id"] for f in answer("show", "semax")["findings"] if f["claim"]["text"] not in whole]
    assert missing == []


def test_section_shows_that_section_whole_and_nothing_else(run: Run) -> None:
    text = run("show", "semax", "--section", "limitations").stdout
    assert "LIMITATIONS" in text
    assert "MECHANISMS" not in text


def test_a_retracted_reference_is_said_to_be_retracted(run: Run) -> None:
    text = run("show", "cerebrolysin", "--all").stdout
    assert "RETRACTED" in text


def test_what_circulates_and_does_not_hold_is_in_the_profile(run: Run) -> None:
    text = re.sub(r"\s+", " ", run("show", "semax").stdout)
    assert "887.04" in text
    assert "contradicted" in text


def test_json_tells_how_the_name_was_understood(answer: Any) -> None:
    assert answer("show", "semax")["compound"]["id"] == "semax"
    assert answer("show", "semax")["match"] == {
        "query": "semax", "kind": "exact", "score": 100.0, "matched": "Semax",
    }  # fmt: skip
    assert answer("show", "Семакс")["match"]["kind"] == "alias"
    assert answer("show", "80714-61-0")["match"]["kind"] == "identifier"
    assert answer("show", "cerebro")["match"]["kind"] == "prefix"
    assert answer("show", "semqx")["match"]["kind"] == "fuzzy"


def test_a_fuzzy_match_is_said_on_stderr_and_only_there(run: Run) -> None:
    done = run("show", "semqx")
    assert "'semqx' read as Semax" in done.stderr
    assert "semqx" not in done.stdout


def test_an_unknown_name_exits_1_with_nothing_on_stdout(run: Run) -> None:
    done = run("show", "aspirin")
    assert (done.returncode, done.stdout) == (1, "")
    assert "peptide list" in done.stderr


def test_a_name_near_to_one_names_it(run: Run) -> None:
    done = run("show", "semaxanib")
    assert done.returncode == 1
    assert "peptide show semax" in done.stderr


def test_a_prefix_of_two_compounds_lists_both(run: Run) -> None:
    done = run("show", "acth")
    assert done.returncode == 1
    assert "peptide show acth-4-10" in done.stderr
    assert "peptide show semax" in done.stderr
