"""Names of authors: their parts, short forms, and how transliterations of one name are recognised."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from .words import words


class Person(NamedTuple):
    """One author. `literal` is an organisation's name and stands alone; a person has at least a `family`."""

    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str = ""


def parse(author: str) -> Person:
    """Return the parts of "Family, Given" or "Family, Given, Suffix"; without a comma it is an organisation.

    Words in lower case before the family name are its particle: "von Wild, Klaus". One with a capital, as in
    "De Spiegeleer, Bart", belongs to the family name, under which the bearer is sorted.
    """
    parts = [part.strip() for part in author.split(",")]
    if len(parts) == 1:
        return Person(literal=parts[0])
    names = parts[0].split()
    # The last word is the family name whatever its case.
    count = next((i for i, word in enumerate(names[:-1]) if not word[0].islower()), len(names) - 1)
    return Person(
        family=" ".join(names[count:]),
        particle=" ".join(names[:count]),
        given=parts[1],
        suffix=parts[2] if len(parts) > 2 else "",
    )


def family(author: str) -> str:
    """Return the family name with its particle, or an organisation's name."""
    return author.partition(",")[0].strip()


def initials(given: str) -> str:
    """Return the initials of given names as Vancouver style writes them: `Oleg V.` gives `OV`, `Jean-Paul` `JP`."""
    return "".join(part[0].upper() for part in re.split(r"[\s.\-]+", given) if part)


@lru_cache(maxsize=20_000)
def vancouver(author: str) -> str:
    """Return one author in Vancouver style: `Dolotov OV`, `Jack CR Jr`."""
    name, _, given = author.partition(",")
    given, _, suffix = given.partition(",")
    return " ".join(filter(None, (name.strip(), initials(given.strip()), suffix.strip(" ."))))


def byline(author: Sequence[str], complete: bool, most: int = 3) -> str:
    """Return the first `most` authors in Vancouver style, with `et al.` where there are or may be more."""
    shown = [vancouver(name) for name in author[:most]]
    return ", ".join(shown) + (" et al." if len(author) > most or not complete else "")


_SPELLINGS = (
    ("shch", "s"), ("sch", "s"), ("zh", "j"), ("kh", "h"), ("ch", "c"), ("sh", "s"), ("ts", "c"), ("tz", "c"),
    ("ks", "x"), ("iu", "u"), ("yu", "u"), ("ju", "u"), ("ia", "a"), ("ya", "a"), ("ja", "a"), ("ie", "e"),
    ("ye", "e"), ("je", "e"), ("yo", "o"), ("w", "v"), ("ff", "f"), ("y", "i"), ("j", "i"),
)  # fmt: skip


@lru_cache(maxsize=20_000)
def skeleton(word: str) -> str:
    """Return a folded word with the differences of Russian transliteration systems removed.

    Zozulia, Zozulya and Зозуля become one, as do Myasoedov and Miasoedov, Levitzkaya and Levitskaia.
    """
    for spelling, common in _SPELLINGS:
        word = word.replace(spelling, common)
    return re.sub(r"(.)\1+", r"\1", word)


def families(author: Sequence[str]) -> tuple[str, ...]:
    """Return the folded words of all family names."""
    return tuple(word for name in author for word in family_words(name))


@lru_cache(maxsize=20_000)
def family_words(author: str) -> tuple[str, ...]:
    """Return the folded words of a family name; the same few thousand people write most papers."""
    return words(family(author))
