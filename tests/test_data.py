"""The bundled dataset."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import tomli
from molmass import Formula

from peptidecli.answers.check import check
from peptidecli.dataset.dataset import Dataset
from peptidecli.dataset.locations import bundled as bundled_folder

ROWS: list[dict[str, Any]] = tomli.loads((Path(__file__).parent / "data" / "seed_rows.toml").read_text())["row"]


def test_the_dataset_has_no_problem() -> None:
    report = check(bundled_folder())
    assert [
        f"{problem.file}:{problem.line}: {problem.message}"
        for problem in report.problems
        if problem.weight == "problem"
    ] == []


def test_the_compounds_and_their_parents_are_there(bundled: Dataset) -> None:
    assert set(bundled.compounds) == {
        "acth-4-10", "bpc-157", "cerebrolysin", "cortexin", "davunetide", "dihexa", "dsip", "elamipretide",
        "epithalamin", "epitalon", "gb-115", "noopept", "p21", "pinealon", "selank", "semax", "tb-500",
        "thymosin-alpha-1", "thymosin-beta-4", "tuftsin",
    }  # fmt: skip
    assert bundled.compounds["semax"].parent == "acth-4-10"
    assert bundled.compounds["selank"].parent == "tuftsin"


def test_every_compound_has_its_parts(bundled: Dataset) -> None:
    for compound in bundled.compounds.values():
        assert compound.claims, compound.id
        assert compound.aliases, compound.id
        if compound.id not in {"tuftsin", "acth-4-10", "gb-115"}:
            # For P21, Cortexin and Epithalamin one list alone gives registry numbers, or none does.
            assert compound.identifiers or compound.id in {"p21", "cortexin", "epithalamin"}
            assert compound.limitations, compound.id
            assert compound.questions, compound.id
            assert compound.regulatory, compound.id


def test_every_primary_study_carries_a_claim_or_says_that_its_result_was_not_seen(bundled: Dataset) -> None:
    secondary = {design.id for design in bundled.vocabulary.designs if design.subject == "secondary"}
    claimed = {key for c in bundled.compounds.values() for claim in c.claims for key in claim.references}
    translated = {r.translation_of for r in bundled.references.values() if r.translation_of and r.id in claimed}
    bare = [
        key
        for key, reference in bundled.references.items()
        if not set(reference.design) <= secondary
        and key not in claimed | translated
        and reference.translation_of not in claimed
        and "result was not seen" not in (reference.note or "")
    ]
    assert bare == []


def test_molar_masses_given_for_modified_compounds_agree_with_their_formula(bundled: Dataset) -> None:
    given = [c for c in bundled.compounds.values() if c.formula and c.molar_mass]
    assert given
    for compound in given:
        assert compound.formula is not None
        assert Formula(compound.formula).mass == pytest.approx(compound.molar_mass, abs=0.06), compound.id


def test_no_retracted_paper_stands_unmarked_behind_a_claim(bundled: Dataset) -> None:
    retracted = {key for key, reference in bundled.references.items() if reference.standing == "retracted"}
    assert retracted
    for key in retracted:
        notice = bundled.references[key].notice
        assert notice is not None
        assert notice.pmid or notice.doi


def test_known_wrong_numbers_are_no_reference(bundled: Dataset) -> None:
    numbers = {reference.pmid for reference in bundled.references.values()}
    wrong = {"11696372", "16702689", "21946469", "15895889", "26329290", "21618062", "18652391"}
    assert numbers & wrong == set()
    assert wrong <= {citation.pmid for citation in bundled.untraced.values()}


def test_no_advice_is_given(bundled: Dataset) -> None:
    texts = [faq.answer for c in bundled.compounds.values() for faq in c.faq]
    texts += [claim.text for c in bundled.compounds.values() for claim in c.claims]
    for text in texts:
        assert "you should" not in text.lower()
        assert "we recommend" not in text.lower()


def test_every_row_of_the_audit_of_the_source_documents_has_its_place() -> None:
    assert [row["number"] for row in ROWS] == list(range(1, 157))
    assert [row["number"] for row in ROWS if not row["held_by"]] == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"row {row['number']}")
def test_what_holds_a_row_is_in_the_dataset(bundled: Dataset, row: dict[str, Any]) -> None:
    for holder in row["held_by"]:
        kind, _, rest = holder.partition(":")
        assert holds(bundled, kind, rest), holder


def holds(data: Dataset, kind: str, rest: str) -> bool:
    """Tell whether the dataset has the record that a row of the audit names."""
    key, _, label = rest.partition(":")
    if kind == "statement":
        return key in data.statements
    if kind == "claim":
        return any(claim.id == key for compound in data.compounds.values() for claim in compound.claims)
    if kind == "faq":
        return any(faq.id == key for compound in data.compounds.values() for faq in compound.faq)
    if kind == "citation-marker":
        return "semax-selank-faq-citations" in data.statements
    if kind == "molar-mass":
        return data.computed(data.compounds[key])
    compound = data.compounds[key]
    if kind == "fact":
        return any(fact.label == label for fact in compound.facts)
    tables = {"limitation": "limitations", "question": "questions", "pathway": "pathways", "framework": "frameworks",
              "anecdote": "anecdotes", "alias": "aliases", "identifier": "identifiers", "class": "compound_class",
              "primary-mechanism": "primary_mechanism"}  # fmt: skip
    return bool(getattr(compound, tables.get(kind, kind)))
