"""Names with every kind of error, and strangers, by rule: how many are understood, refused, or taken for another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from peptidecli.answers.lookup import PREFIX_LETTERS, allowed_errors, find, other_layout
from peptidecli.dataset.dataset import Dataset
from peptidecli.errors import NotFoundError
from peptidecli.notation import sequences
from peptidecli.notation.words import fold

pytestmark = pytest.mark.slow

STRANGERS = """
aspirin ibuprofen paracetamol metformin insulin semaglutide tirzepatide liraglutide selegiline sertraline semaxanib
selenium cerebrum cerebellin cerebrosterol  cerebroside thymosin thymulin thymalin humanin livagen oxytocin
vasopressin bremelanotide melanotan setmelanotide  larazotide ghk ghkcu    adnp gonadorelin
leuprolide octreotide glutathione carnosine collagen creatine caffeine modafinil piracetam aniracetam oxiracetam
phenylpiracetam phenotropil noocetam nootropil noradrenaline dopamine serotonin melatonin gabapentin pregabalin
diazepam medazepam buspirone fluoxetine mexidol actovegin citicoline gliatilin emoxypine bromantane afobazole
fabomotizole substance bradykinin angiotensin enkephalin endorphin dynorphin kyotorphin glyproline bdnf ngf cntf gdnf
acetylcholine histamine corticotropin adrenaline somatostatin ghrelin leptin amylin calcitonin secretin
p22 p53 p16 p27 tp1 tp53 gvs11 gvs112 fpf1071 acth1-24 acth119 12345 999999 2026 xyzzy qwertyuiop lorem ipsum
солнце молоко инсулин анальгин кофеин глицин мелатонин ноотропил
Gly-Pro  Ala-Gly-Ser MEHF  AAAAAA 50-78-2 7732-18-5 58-08-2
""".split()

Change = Callable[[str], Iterator[str]]


def letters(name: str) -> list[int]:
    """Return the places of a name where an error in a letter can be made, the first letter aside.

    Only Latin and Cyrillic letters: a sign of Chinese or Japanese is a syllable or a word, and typed as one.
    """
    return [i for i, character in enumerate(name) if i and character.isalpha() and ord(character) < 0x530]


def as_it_stands(name: str) -> Iterator[str]:
    yield name


def upper_case(name: str) -> Iterator[str]:
    yield name.upper()


def lower_case(name: str) -> Iterator[str]:
    yield name.lower()


def without_punctuation(name: str) -> Iterator[str]:
    yield "".join(character for character in name if character.isalnum())


def other_dashes(name: str) -> Iterator[str]:
    if "-" in name:
        yield name.replace("-", "–")
        yield name.replace("-", " ")


def accents(name: str) -> Iterator[str]:
    if "e" in name:
        yield name.replace("e", "é")


def one_letter_left_out(name: str) -> Iterator[str]:
    if allowed_errors(len(fold(name)) - 1):
        for i in letters(name)[::3]:
            yield name[:i] + name[i + 1 :]


def one_letter_too_many(name: str) -> Iterator[str]:
    if allowed_errors(len(fold(name))):
        for i in letters(name)[::3]:
            yield name[:i] + name[i] + name[i:]


def one_letter_wrong(name: str) -> Iterator[str]:
    if allowed_errors(len(fold(name))):
        for i in letters(name)[::3]:
            yield name[:i] + ("q" if name[i].lower() != "q" else "w") + name[i + 1 :]


def two_letters_swapped(name: str) -> Iterator[str]:
    if allowed_errors(len(fold(name))):
        for i in letters(name)[:-1:3]:
            if name[i + 1].isalpha() and name[i] != name[i + 1]:
                yield name[:i] + name[i + 1] + name[i] + name[i + 2 :]


def other_keyboard(name: str) -> Iterator[str]:
    if name.isalpha():
        yield other_layout(name)


def salt(name: str) -> Iterator[str]:
    if name.isalpha() and name.isascii():
        yield f"{name} acetate"


CHANGES: tuple[Change, ...] = (
    as_it_stands, upper_case, lower_case, without_punctuation, other_dashes, accents, one_letter_left_out,
    one_letter_too_many, one_letter_wrong, two_letters_swapped, other_keyboard, salt,
)  # fmt: skip


def queries(data: Dataset) -> Iterator[tuple[str, str, str]]:
    """Yield (kind of query, query, compound meant) for every name and every kind of error."""
    for compound in data.compounds.values():
        residues = compound.sequence.residues if compound.sequence else ""
        aliases = [alias.text for alias in compound.aliases if sequences.parse(alias.text) != residues]
        for name in dict.fromkeys((compound.name, *aliases)):
            if len({bearer.compound for bearer in data.bearers(fold(name))}) != 1:
                continue
            for change in CHANGES:
                yield from ((change.__name__.replace("_", " "), query, compound.id) for query in change(name))
        for identifier in compound.identifiers:
            if identifier.kind != "ATC":
                yield "identifier", identifier.value, compound.id
                yield "identifier with its kind", f"{identifier.kind.split()[-1]} {identifier.value}", compound.id
        if compound.sequence and compound.sequence.plain:
            three = sequences.three_letter(residues)
            for written in (residues, three, three.lower(), f"H-{three}-OH", three.replace("-", "")):
                yield "sequence", written, compound.id
        for length in range(PREFIX_LETTERS, len(fold(compound.name))):
            beginning = fold(compound.name)[:length]
            bearers = {b.compound for _, b in data.bearers_from(beginning)}
            inside = beginning[-1].isdigit() and fold(compound.name)[length].isdigit()
            if bearers == {compound.id} and not inside:
                yield "beginning", beginning, compound.id


def outcome(data: Dataset, query: str, wanted: str) -> str:
    try:
        found, _ = find(data, query)
    except NotFoundError:
        return "refused"
    return "right" if found.id == wanted else "wrong"


def test_names_with_errors_are_understood_and_none_is_taken_for_another(
    bundled: Dataset, capsys: pytest.CaptureFixture[str]
) -> None:
    table: dict[str, Counter[str]] = {}
    wrong = []
    asked = list(queries(bundled))
    for kind, query, wanted in asked:
        result = outcome(bundled, query, wanted)
        table.setdefault(kind, Counter())[result] += 1
        if result != "right":
            wrong.append((kind, query, wanted, result))
    table["all"] = sum(table.values(), Counter())
    with capsys.disabled():
        print(f"\n{'query':26}{'right':>7}{'refused':>9}{'wrong':>7}")
        for kind, counts in table.items():
            print(f"{kind:26}{counts['right']:7}{counts['refused']:9}{counts['wrong']:7}")
    assert len(asked) >= 300
    assert [entry for entry in wrong if entry[3] == "wrong"] == []
    assert table["all"]["right"] / len(asked) >= 0.99, wrong


def test_a_hundred_strangers_are_refused(bundled: Dataset, capsys: pytest.CaptureFixture[str]) -> None:
    taken = []
    for stranger in STRANGERS:
        try:
            taken.append((stranger, find(bundled, stranger)[0].id))
        except NotFoundError:
            continue
    with capsys.disabled():
        refused = len(STRANGERS) - len(taken)
        print(f"\n{len(STRANGERS)} strangers: {refused} refused, {len(taken)} taken for one of ours")
    assert len(STRANGERS) >= 100
    assert taken == []


@pytest.mark.parametrize(
    ("query", "compound"),
    [("semaks", "semax"), ("ыуьфч", "semax"), ("ctvfrc", "semax"), ("ACTH 4-7 ", "semax"), ("ACTH(4–7)PGP", "semax"),
     ("TP7", "selank"), ("gvs111", "noopept"), ("P-021", "p21"), ("semax acetate", "semax"), ("селанк", "selank")],
)  # fmt: skip
def test_what_people_type_is_understood(bundled: Dataset, query: str, compound: str) -> None:
    assert find(bundled, query)[0].id == compound
