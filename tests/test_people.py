"""Names of people: as they are printed, and as they are compared."""

from __future__ import annotations

import pytest

from peptidecli.notation.people import Person, byline, families, initials, parse, skeleton, vancouver

FOUR = ("Dolotov, Oleg V.", "Karpenko, Ekaterina A.", "Inozemtseva, L. S.", "Myasoedov, Nikolay F.")


@pytest.mark.parametrize(
    ("author", "complete", "most", "printed"),
    [
        (FOUR[:1], True, 3, "Dolotov OV"),
        (FOUR[:3], True, 3, "Dolotov OV, Karpenko EA, Inozemtseva LS"),
        (FOUR[:3], False, 3, "Dolotov OV, Karpenko EA, Inozemtseva LS et al."),
        (FOUR, True, 3, "Dolotov OV, Karpenko EA, Inozemtseva LS et al."),
        (FOUR, True, 1, "Dolotov OV et al."),
        (FOUR, True, 4, "Dolotov OV, Karpenko EA, Inozemtseva LS, Myasoedov NF"),
        (("CASTA Investigators",), True, 3, "CASTA Investigators"),
    ],
)
def test_a_byline_has_so_many_and_says_where_there_are_more(
    author: tuple[str, ...], complete: bool, most: int, printed: str
) -> None:
    assert byline(author, complete, most) == printed


@pytest.mark.parametrize(("given", "printed"), [("Jean-Paul", "JP"), ("O.V.", "OV"), ("oleg v.", "OV"), ("", "")])
def test_given_names_are_printed_as_initials(given: str, printed: str) -> None:
    assert initials(given) == printed
    assert vancouver(f"Moss, {given}") == f"Moss {printed}".strip()


@pytest.mark.parametrize(
    "spellings",
    [
        ("zozulia", "zozulya"),
        ("myasoedov", "miasoedov"),
        ("levitzkaya", "levitskaia"),
        ("shchukin", "schukin"),
    ],
)
def test_spellings_of_one_russian_name_are_compared_as_one(spellings: tuple[str, ...]) -> None:
    assert len({skeleton(spelling) for spelling in spellings}) == 1
    assert skeleton("zozulia") != skeleton("dolotov")


def test_a_name_of_several_words_is_found_by_each() -> None:
    assert families(["van der Berg, A.", "Dolotov, O. V."]) == ("van", "der", "berg", "dolotov")


@pytest.mark.parametrize(
    ("author", "parts"),
    [
        ("Dolotov, Oleg V.", Person(family="Dolotov", given="Oleg V.")),
        ("von Wild, Klaus", Person(family="Wild", given="Klaus", particle="von")),
        ("de la Cruz, Ana", Person(family="Cruz", given="Ana", particle="de la")),
        ("De Spiegeleer, Bart", Person(family="De Spiegeleer", given="Bart")),
        ("le, An", Person(family="le", given="An")),
        ("Levine, John, Jr.", Person(family="Levine", given="John", suffix="Jr.")),
        ("Cochrane Stroke Group", Person(literal="Cochrane Stroke Group")),
    ],
)
def test_a_name_has_its_parts(author: str, parts: Person) -> None:
    assert parse(author) == parts
