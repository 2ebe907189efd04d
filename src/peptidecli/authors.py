"""Author names: parts, short forms, and how transliterations of one name are recognised."""

from __future__ import annotations

import re
from typing import NamedTuple

from .model import Reference
from .names import words


class Author(NamedTuple):
    """A person's family and given name, or an organisation as `family` with no given name."""

    family: str
    given: str


def parse(author: str) -> Author:
    """Return the parts of a "Family, Given" string; without a comma it is an organisation."""
    family, _, given = author.partition(",")
    return Author(family.strip(), given.strip())


def initials(given: str) -> str:
    """Return the initials of given names as Vancouver style writes them: `Oleg V.` gives `OV`, `Jean-Paul` `JP`."""
    return "".join(part[0].upper() for part in re.split(r"[\s.\-]+", given) if part)


def vancouver(author: str) -> str:
    """Return one author in Vancouver style: `Dolotov OV`."""
    family, given = parse(author)
    return f"{family} {initials(given)}".strip()


def byline(reference: Reference, most: int = 3) -> str:
    """Return the first `most` authors in Vancouver style, with `et al.` where there are or may be more."""
    shown = [vancouver(author) for author in reference.author[:most]]
    more = len(reference.author) > most or not reference.author_complete
    return ", ".join(shown) + (" et al." if more else "")


_SPELLINGS = (
    ("shch", "s"), ("sch", "s"), ("zh", "j"), ("kh", "h"), ("ch", "c"), ("sh", "s"), ("ts", "c"), ("tz", "c"),
    ("ks", "x"), ("iu", "u"), ("yu", "u"), ("ju", "u"), ("ia", "a"), ("ya", "a"), ("ja", "a"), ("ie", "e"),
    ("ye", "e"), ("je", "e"), ("yo", "o"), ("w", "v"), ("ff", "f"), ("y", "i"), ("j", "i"),
)  # fmt: skip


def skeleton(word: str) -> str:
    """Return a folded word with the differences of Russian transliteration systems removed.

    Zozulia, Zozulya and Зозуля become one, as do Myasoedov and Miasoedov, Levitzkaya and Levitskaia.
    """
    for spelling, common in _SPELLINGS:
        word = word.replace(spelling, common)
    return re.sub(r"(.)\1+", r"\1", word)


def families(reference: Reference) -> tuple[str, ...]:
    """Return the folded words of all family names of a reference."""
    return tuple(word for author in reference.author for word in words(parse(author).family))
