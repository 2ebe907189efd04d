"""An author as the formats want one: family, given, particle and suffix apart, an organisation as it stands."""

from __future__ import annotations

from typing import NamedTuple

from ..model import Reference


class Person(NamedTuple):
    """One author. `literal` is an organisation's name and stands alone; a person has at least a `family`."""

    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str = ""


def people(reference: Reference) -> list[Person]:
    """Return the authors of a reference in order."""
    return [person(author) for author in reference.author]


def person(author: str) -> Person:
    """Return the parts of "Family, Given" or "Family, Given, Suffix"; without a comma it is an organisation.

    Words in lower case before the family name are its particle: "von Wild, Klaus". One with a capital, as in
    "De Spiegeleer, Bart", belongs to the family name, under which the bearer is sorted.
    """
    parts = [part.strip() for part in author.split(",")]
    if len(parts) == 1:
        return Person(literal=parts[0])
    words = parts[0].split()
    # The last word is the family name whatever its case.
    count = next((i for i, word in enumerate(words[:-1]) if not word[0].islower()), len(words) - 1)
    return Person(
        family=" ".join(words[count:]),
        particle=" ".join(words[:count]),
        given=parts[1],
        suffix=parts[2] if len(parts) > 2 else "",
    )
