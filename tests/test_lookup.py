"""Names, identifiers and sequences in; the right compound or none out."""

from __future__ import annotations

import pytest

from peptidecli.answers.lookup import AmbiguousError, find, printed
from peptidecli.dataset.dataset import Dataset
from peptidecli.errors import NotFoundError
from peptidecli.notation.identifiers import cas_check_digit_holds


@pytest.mark.parametrize(
    ("query", "compound", "kind"),
    [
        ("semax", "semax", "exact"),
        ("SEMAX", "semax", "exact"),
        ("  Sémax ", "semax", "exact"),
        ("Семакс", "semax", "alias"),
        ("семакс", "semax", "alias"),
        ("acth 4-10", "acth-4-10", "exact"),
        ("ACTH(4–10)", "acth-4-10", "exact"),
        ("ACTH 4—7 PGP", "semax", "alias"),
        ("TP7", "selank", "alias"),
        ("tp-7", "selank", "alias"),
        ("gvs111", "noopept", "alias"),
        ("GVS-111", "noopept", "alias"),
        ("P-021", "p21", "alias"),
        ("80714-61-0", "semax", "identifier"),
        ("CAS 80714-61-0", "semax", "identifier"),
        ("I5FAL2585H", "semax", "identifier"),
        ("CID 9811102", "semax", "identifier"),
        ("MEHFPGP", "semax", "identifier"),
        ("H-Met-Glu-His-Phe-Pro-Gly-Pro-OH", "semax", "identifier"),
        ("Thr-Lys-Pro-Arg", "tuftsin", "identifier"),
        ("thr lys pro arg pro gly pro", "selank", "identifier"),
        ("16996037", "semax", "identifier"),
        ("cereb", "cerebrolysin", "prefix"),
        ("noo", "noopept", "prefix"),
        ("semxa", "semax", "fuzzy"),
        ("smax", "semax", "fuzzy"),
        ("celank", "selank", "fuzzy"),
        ("cerebrolisin", "cerebrolysin", "fuzzy"),
        ("noopeptt", "noopept", "fuzzy"),
    ],
)
def test_a_name_as_people_write_it_is_understood(bundled: Dataset, query: str, compound: str, kind: str) -> None:
    found, match = find(bundled, query)
    assert (found.id, match.kind) == (compound, kind)


@pytest.mark.parametrize(
    "stranger",
    ["aspirin", "x", "12", "semaxanib", "thymosin", "oxytocin", "se", "---", "noradrenaline", "9999999",
     "insulin", "selegiline", "hydrolysate", "GGG", "Ala-Gly", "солнце"],
)  # fmt: skip
def test_a_stranger_is_refused(bundled: Dataset, stranger: str) -> None:
    with pytest.raises(NotFoundError):
        find(bundled, stranger)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Церебролизат", "Cerebrolysate is not Cerebrolysin"),
        ("cerebrolysat", "Cerebrolysate is not Cerebrolysin"),
        ("ACTH(4-7)", r"'ACTH\(4-7\)' is not in the dataset"),
        ("cortexone", "is not in the dataset"),
        ("Thymulin", "is not in the dataset"),
        ("DSIP-P", "is not in the dataset, and is not DSIP"),
        ("n-selank", "is not in the dataset, and is not Selank"),
    ],
)
def test_what_is_called_almost_as_a_compound_is_not_taken_for_it(bundled: Dataset, name: str, said: str) -> None:
    with pytest.raises(NotFoundError, match=said):
        find(bundled, name)


def test_a_sequence_as_a_profile_prints_it_is_that_compound(bundled: Dataset) -> None:
    for compound in bundled.compounds.values():
        written = printed(compound)
        if written:
            assert find(bundled, written)[0].id == compound.id


def test_a_chain_without_the_caps_of_a_compound_is_a_relative_of_it(bundled: Dataset) -> None:
    with pytest.raises(NotFoundError, match=r"LKKTETQ is not TB-500\. The same seven residues without the acetyl cap"):
        find(bundled, "lkktetq")


def test_a_mistyped_cas_number_is_said_to_be_mistyped(bundled: Dataset) -> None:
    with pytest.raises(NotFoundError, match="last digit does not fit"):
        find(bundled, "80714-61-1")


def test_a_paper_on_two_compounds_is_not_taken_for_one(bundled: Dataset) -> None:
    with pytest.raises(AmbiguousError):
        find(bundled, "11443939")


def test_cas_check_digits_follow_the_rule() -> None:
    assert cas_check_digit_holds("7732-18-5")
    assert not cas_check_digit_holds("7732-18-4")
