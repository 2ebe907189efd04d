"""What is said of a study that is cited: held against that study, on what is named, and against no other."""

from __future__ import annotations

import pytest

from audited import Case, Told, holds, told_of
from peptidecli.audit import PROBLEMS
from peptidecli.dataset.dataset import Dataset

FOUND: dict[str, Case] = {
    "of two studies by an author and a year the one on what is named is meant": (
        "In the study of Thymosin β4 by Wang et al. (2021) there were 84 people.",
        "figure", "matches", "84 people", "Wang X et al. 2021",
    ),
}  # fmt: skip
"""By what they hold: a text, and kind, verdict, a part of the text and of the detail of what is found in it."""
RIGHT = {
    "words behind a citation and its verb that a title has as well are none": (
        "Alvarez et al. (2006) studied Cerebrolysin in mild to moderate Alzheimer's disease."
    ),
    "a study on another compound by that author and year is not held against it": (
        "Wang et al. (2021) found that Thymosin β4 improved the outcome in healthy volunteers."
    ),
}
"""By what they hold: a text in which nothing is wrong."""


@pytest.fixture(scope="module")
def told(bundled: Dataset) -> Told:
    return told_of(bundled, {**{rule: text for rule, (text, *_) in FOUND.items()}, **RIGHT})


@pytest.mark.parametrize("rule", FOUND)
def test_what_is_said_of_a_cited_study_is_held_to_it(told: Told, rule: str) -> None:
    assert holds(told[rule], FOUND[rule]), told[rule]


@pytest.mark.parametrize("rule", RIGHT)
def test_what_is_right_of_a_cited_study_is_not_told_wrong(told: Told, rule: str) -> None:
    assert told[rule]
    assert not [found for found in told[rule] if found[1] in PROBLEMS]
