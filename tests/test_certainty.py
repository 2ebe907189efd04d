"""How sure one may be: the rule's words, and that nothing raises them but better evidence."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import Run
from peptidecli.answers.certainty import Certainty, of_studies
from peptidecli.answers.studies import PEOPLE, Study, one_study, studies
from peptidecli.dataset.dataset import Dataset
from peptidecli.dataset.model import Compound, Funding, Reference, Trace

pytestmark = pytest.mark.slow

WORDS = ("very low", "low", "moderate", "high")
MADE = Compound(id="madeup", name="Madeup", compound_class="test", summary="", primary_mechanism="", distinction="",
                originators=("first",))  # fmt: skip
KINDS = (*sorted(PEOPLE - {"cochrane"}), "cochrane")


def paper(key: str, **fields: Any) -> Reference:
    return Reference(
        id=key, type="article-journal", title="t", author=("A, B",), issued=2000, container_title="j", language="en",
        compounds=("madeup",), design=("open-label",), trace=(Trace(registry="r", url="example.org/x"),), **fields,
    )  # fmt: skip


def data(papers: list[Reference]) -> Any:
    return SimpleNamespace(references={reference.id: reference for reference in papers})


def study(key: str, **fields: Any) -> Study:
    given_: dict[str, Any] = {"kind": "randomised", "result": "positive", "n": 200, "group": None}
    given_ |= {"retracted": False} | fields
    return Study(references=(key,), topic="stroke", claims=(key,), **given_)


Told = tuple[Study, Reference]


@st.composite
def told(draw: st.DrawFn, /, **fixed: Any) -> Told:
    """Draw a study and the paper that tells it."""
    key = str(draw(st.uuids()))
    made = (
        study(
            key,
            kind=draw(st.sampled_from(KINDS)),
            result=draw(st.sampled_from(["positive", "null", "negative", "mixed", "unknown"])),
            n=draw(st.one_of(st.none(), st.integers(1, 3000))),
            group=draw(st.sampled_from([None, "first", "second", "third"])),
            **fixed,
        )
        if not fixed
        else study(key, **{"kind": draw(st.sampled_from(KINDS)), **fixed})
    )
    reference = paper(
        key,
        allocation=draw(st.sampled_from([None, "randomized", "non-randomized", "not-stated"])),
        blinding=draw(st.sampled_from([None, "double-blind", "open", "not-stated"])),
        read=draw(st.sampled_from(["full-text", "abstract", "title", "secondary"])),
        funding=draw(st.sampled_from([None, Funding(seen="example.org/x", maker=("funder",))])),
    )
    return made, reference


def people(found: list[Told]) -> Certainty:
    return of_studies(data([reference for _, reference in found]), MADE, [made for made, _ in found])[0]


def surety(found: list[Told], direction: str) -> int:
    """Return how sure a direction is, -1 where it is not the one that the studies speak for."""
    certainty = people(found)
    return WORDS.index(certainty.word) if certainty.direction == direction and certainty.word in WORDS else -1


@settings(max_examples=300, deadline=None)
@given(st.lists(told(), max_size=6), told(result="null", n=500))
def test_a_null_result_never_makes_better_surer(found: list[Told], null: Told) -> None:
    assert surety([*found, null], "positive") <= surety(found, "positive")


@settings(max_examples=200, deadline=None)
@given(st.lists(told(), min_size=1, max_size=6), told())
def test_a_retracted_study_changes_nothing(found: list[Told], other: Told) -> None:
    made, reference = other
    gone = Study(
        **{name: getattr(made, name) for name in made.__struct_fields__ if name != "retracted"}, retracted=True
    )
    assert people([*found, (gone, reference)]) == people(found)


@settings(max_examples=300, deadline=None)
@given(st.lists(told(), min_size=1, max_size=6), st.integers(0, 5))
def test_a_lesser_study_of_the_same_group_makes_nothing_surer(found: list[Told], which: int) -> None:
    made, reference = found[which % len(found)]
    again = study("again", kind=made.kind, result=made.result, n=made.n, group=made.group)
    more = [*found, (again, paper("again", allocation=reference.allocation, blinding=reference.blinding,
                                  read=reference.read, funding=reference.funding))]  # fmt: skip
    for direction in ("positive", "null", "negative"):
        assert surety(more, direction) <= max(surety(found, direction), -1)


def test_two_papers_on_one_study_are_one() -> None:
    first, second = paper("first-2000-a"), paper("second-2001-b", same_study_as="first-2000-a")
    assert len(set(one_study([first, second]).values())) == 1
    assert len(set(one_study([first, paper("third-2002-c")]).values())) == 2


def test_one_small_open_study_is_very_low_with_its_reasons() -> None:
    found = people([(study("a", kind="controlled", n=16), paper("a", allocation="not-stated", read="abstract"))])
    assert found.word == "very low"
    assert "allocation not stated" in found.reasons
    assert "very few subjects, n = 16" in found.reasons


def test_large_blinded_trials_of_two_groups_are_high() -> None:
    many = [
        (study(key, n=600, group=key), paper(key, blinding="double-blind", read="abstract")) for key in ("one", "two")
    ]
    assert (people(many).word, people(many).direction) == ("high", "positive")


def test_many_people_without_comparison_make_a_small_trial_no_surer() -> None:
    trial = (study("a", n=80), paper("a", blinding="double-blind", read="abstract"))
    programme = (study("b", kind="other", n=5000, group="second"), paper("b", read="abstract"))
    assert people([trial, programme]).n == 80
    assert WORDS.index(people([trial, programme]).word) <= WORDS.index(people([trial]).word) + 1
    assert "very few subjects, n = 80" in people([trial, programme]).reasons


def test_a_concern_about_a_paper_on_animals_is_told() -> None:
    found = [study("a", kind="animal", group="one")]
    reasons = of_studies(data([paper("a", standing="expression-of-concern")]), MADE, found)[1].reasons
    assert "1 of 1 paper under an expression of concern" in reasons


def test_a_claim_of_fewer_people_than_its_paper_counts_its_own(run: Run) -> None:
    cells = json.loads(run("evidence", "cortexin", "-f", "json").stdout)["data"]["rows"]
    stroke = next(row for row in cells if row["topic"] == "stroke")
    assert next(c for c in stroke["certainties"] if c["subject"] == "people")["n"] == 272


def test_no_study_in_people_is_said() -> None:
    assert people([]).word == "no study in people"


def test_animals_are_repeated_by_whom_it_was_seen() -> None:
    def words(*groups: str | None) -> str:
        found = [study(str(i), kind="animal", group=group) for i, group in enumerate(groups)]
        return of_studies(data([paper(str(i)) for i in range(len(groups))]), MADE, found)[1].word

    assert words("a") == "once"
    assert words("a", "a") == "repeated by one group"
    assert words("a", "b") == "repeated by independent groups"
    assert words(None, "a") == "repeated, groups not seen"


def test_a_study_whose_result_was_not_seen_repeats_nothing() -> None:
    found = [study("a", kind="animal", group="one"), study("b", kind="animal", group="two", result="unknown")]
    made = of_studies(data([paper("a"), paper("b")]), MADE, found)[1]
    assert (made.word, made.reasons) == ("once", ("2 studies in animals", "of 1 the result was not seen"))


def test_older_versions_of_a_review_do_not_count(bundled: Dataset) -> None:
    told_ = [
        s for s in studies(bundled, bundled.compounds["cerebrolysin"]) if s.kind == "cochrane" and s.topic == "stroke"
    ]
    assert [s.references for s in told_] == [("ziganshina-2023-cochrane",)]


def test_cochranes_own_word_is_taken_where_it_graded(run: Run) -> None:
    text = run("evidence", "cerebrolysin", "--explain", "--width", "200").stdout
    assert "moderate: graded so by the Cochrane review of 2023 itself" in text


def test_a_study_says_where_in_its_paper_each_finding_stands(run: Run) -> None:
    told = json.loads(run("trials", "semax", "-f", "json").stdout)["data"]["trials"]
    assert all(trial["read"] for trial in told)
    assert all(len(trial["at"]) == len(trial["findings"]) and all(trial["at"]) for trial in told)


def test_a_hit_says_how_deep_it_was_read_where_it_stands_and_how_sure_it_is(run: Run) -> None:
    hits = json.loads(run("search", "semax stroke", "-f", "json").stdout)["data"]["hits"]
    claims = [hit for hit in hits if hit["kind"] == "claim"]
    assert claims
    assert all(hit["read"] and hit["at"] and hit["certainty"] for hit in claims)
    assert {"very low"} == {hit["certainty"] for hit in claims if hit["section"] == "effects"}
    assert all(hit["read"] for hit in hits if hit["kind"] == "reference")
    assert "How sure: very low." in " ".join(run("search", "semax stroke").stdout.split())
