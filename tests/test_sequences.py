"""Notations and masses of sequences."""

from __future__ import annotations

import pytest

from peptidecli.notation.sequences import computed, parse, three_letter


@pytest.mark.parametrize(
    ("text", "residues"),
    [
        ("MEHFPGP", "MEHFPGP"),
        ("Met-Glu-His-Phe", "MEHF"),
        ("H-Met-Glu-OH", "ME"),
        ("MetGluHis", "MEH"),
        ("met glu his", "MEH"),
        ("semax", None),
        ("Met-Glu-Xyz", None),
        ("", None),
    ],
)
def test_both_notations_are_read(text: str, residues: str | None) -> None:
    assert parse(text) == residues


def test_three_letter_notation_is_written() -> None:
    assert three_letter("TKPR") == "Thr-Lys-Pro-Arg"


@pytest.mark.parametrize(
    ("residues", "formula", "mass"),
    [
        # Sums of average residue masses, worked out by hand: see the audit of the source documents.
        ("MEHFPGP", "C37H51N9O10S", 813.92),
        ("TKPRPGP", "C33H57N11O9", 751.88),
        ("TKPR", "C21H40N8O6", 500.60),
        ("MEHFRWG", "C44H59N13O10S", 962.09),
    ],
)
def test_formula_and_mass_follow_from_the_sequence(residues: str, formula: str, mass: float) -> None:
    found = computed(residues)
    assert found.formula == formula
    assert found.molar_mass == pytest.approx(mass, abs=0.011)
