"""Alignment of sequences."""

from __future__ import annotations

import random
import tracemalloc
from itertools import permutations

from peptidecli.notation.alignment import align, shared_columns


def test_sequences_are_aligned_by_equal_residues() -> None:
    assert align(["TKPRPGP", "TKPR"]) == ("TKPRPGP", "TKPR---")
    assert align(["MEHFPGP", "TKPRPGP"]) == ("MEHFPGP", "TKPRPGP")
    assert align(["MEHFPGP", "PG"]) == ("MEHFPGP", "----PG-")


def test_every_row_of_an_alignment_is_its_sequence_with_gaps() -> None:
    sequences = ["MEHFPGP", "TKPRPGP", "TKPR", "PG", "MEHFRWG"]
    rows = align(sequences)
    assert [row.replace("-", "") for row in rows] == sequences
    assert len({len(row) for row in rows}) == 1


THYMOSIN_BETA_4 = "SDKPDMAEIEKFDKSKLKKTETQEKNPLPSKETIEQEKQAGES"


def test_a_piece_of_a_sequence_stands_in_one_piece_at_its_place() -> None:
    rows = align([THYMOSIN_BETA_4, "LKKTETQ"])
    assert rows == (THYMOSIN_BETA_4, "-" * 16 + "LKKTETQ" + "-" * 20)


def test_what_is_most_alike_is_aligned_first_whatever_stands_before_it() -> None:
    residues = ["MEHFRWG", "MEHFPGP", "TKPR", "TKPRPGP"]
    assert align(residues) == ("MEHFRWG", "MEHFPGP", "TKPR---", "TKPRPGP")
    for order in permutations(residues):
        assert sorted(align(order)) == sorted(align(residues))


def test_a_gap_is_opened_where_it_wins_more_than_three_residues() -> None:
    assert align(["MEHFGAGTKPR", "MEHFTKPR"]) == ("MEHFGAGTKPR", "MEHF---TKPR")
    assert align(["MEHFGAGTKP", "MEHFTKP"]) == ("MEHFGAGTKP", "MEHFTKP---")
    several = align(["MEHFTKDRWW", "MEHFPGPTKDRWW", "MEHFPGTKDRWW"])
    assert several == ("MEHF---TKDRWW", "MEHFPGPTKDRWW", "MEHFPG-TKDRWW")


def test_fragments_that_overlap_are_laid_over_each_other() -> None:
    rows = align([THYMOSIN_BETA_4[:20], THYMOSIN_BETA_4[12:], THYMOSIN_BETA_4])
    assert rows == (THYMOSIN_BETA_4[:20] + "-" * 23, "-" * 12 + THYMOSIN_BETA_4[12:], THYMOSIN_BETA_4)


def test_long_sequences_are_aligned_as_short_ones_are() -> None:
    letters = random.Random(7)
    whole, other = ("".join(letters.choices("ARNDCQEGHILKMFPSTWYV", k=2000)) for _ in range(2))
    changed = "".join("W" if i % 9 == 0 else residue for i, residue in enumerate(whole))
    rows = align([whole, changed[700:1300], other[:300] + whole[300:], whole[:900] + whole[910:], whole[40:77]])
    assert rows[0] == whole
    assert rows[1] == "-" * 700 + changed[700:1300] + "-" * 700
    assert rows[2] == other[:300] + whole[300:]
    assert rows[3] == whole[:900] + "-" * 10 + whole[910:]
    assert rows[4] == "-" * 40 + whole[40:77] + "-" * 1923


def test_long_sequences_without_a_piece_in_common_begin_together() -> None:
    assert align(["AC" * 300, "GT" * 250]) == ("AC" * 300, "GT" * 250 + "-" * 100)


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
