"""Numbers in English words."""

from __future__ import annotations

import re

ONES = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
        "eighteen": 18, "nineteen": 19}  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}


def number(words: str) -> int:
    """Return the number that numerals in words make, 0 where they make none."""
    total, found = 0, False
    for word in re.findall(r"[a-z]+", words.lower()):
        if word == "hundred":
            total = (total or 1) * 100
        elif word in TENS or word in ONES:
            total += TENS.get(word) or ONES[word]
            found = True
        elif word != "and":
            break
    return total if found else 0
