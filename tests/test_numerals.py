"""Numbers in English words, as texts give the sizes of studies."""

from __future__ import annotations

import pytest

from peptidecli.notation.numerals import number

ONES = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen""".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def test_every_number_below_a_hundred_is_read() -> None:
    said = [*ONES, *(f"{ten}-{one}".rstrip("-") for ten in TENS for one in ("", *ONES[:9]))]
    assert [number(words) for words in said] == list(range(1, 100))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("one hundred and twenty-six", 126),
        ("Two Hundred", 200),
        ("hundred and ten", 110),
        ("nine hundred ninety-nine", 999),
        ("forty patients and three", 40),
        ("hundred", 0),
        ("hundreds", 0),
        ("and", 0),
        ("no", 0),
    ],
)
def test_hundreds_are_read_and_what_is_no_number_is_none(words: str, expected: int) -> None:
    assert number(words) == expected
