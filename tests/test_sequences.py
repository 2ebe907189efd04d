"""Notations, masses and alignment of sequences."""

from __future__ import annotations

import random
import tracemalloc

import pytest

from peptidecli.notation.sequences import align, computed, parse, shared_columns, three_letter


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


def test_sequences_are_aligned_by_equal_residues() -> None:
    assert align(["TKPRPGP", "TKPR"]) == ("TKPRPGP", "TKPR---")
    assert align(["MEHFPGP", "TKPRPGP"]) == ("MEHFPGP", "TKPRPGP")
    assert align(["MEHFPGP", "PG"])[1].replace("-", "") == "PG"


def test_every_row_of_an_alignment_is_its_sequence_with_gaps() -> None:
    sequences = ["MEHFPGP", "TKPRPGP", "TKPR", "PG", "MEHFRWG"]
    rows = align(sequences)
    assert [row.replace("-", "") for row in rows] == sequences
    assert len({len(row) for row in rows}) == 1


def test_memory_grows_with_the_length_of_sequences_and_not_with_its_square() -> None:
    letters = random.Random(15)
    long = ["".join(letters.choices("ARNDCQEGHILKMFPSTWYV", k=4000)) for _ in range(2)]
    third = f"{long[0][:1000]}{long[1][1000:2000]}{long[0][2100:]}"
    tracemalloc.start()
    rows = align([*long, third])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20_000_000
    assert [row.replace("-", "") for row in rows] == [*long, third]
    assert len({len(row) for row in rows}) == 1
    assert align([long[0], third])[1].endswith(long[0][2100:])
    assert sum(shared_columns(align([long[0], long[0][:50] + long[0][90:]]))) == 3960


def test_shared_columns_are_those_with_one_residue_and_no_gap() -> None:
    assert shared_columns(("MEP", "MKP", "M-P")) == (True, False, True)
