"""A name, sequence or registry number in, the compound it means out.

Tried in this order: exact name, the name of a salt, identifier, unique prefix, the other keyboard layout, another
transliteration, typing errors. What is near two compounds is never guessed.
"""

from __future__ import annotations

import itertools
import re
from typing import Literal

from . import sequences
from .authors import skeleton
from .errors import NotFoundError
from .model import Compound, Dataset, NameKey, Record
from .names import fold

MatchKind = Literal["exact", "alias", "identifier", "prefix", "fuzzy"]

PREFIX_LETTERS = 3
"""Shortest beginning of a name that is taken for it."""

FUZZY_MARGIN = 12.0
"""How many points of similarity (0-100) the best compound must be ahead of the next."""


class Match(Record, frozen=True):
    """How a query was understood: the query, the way it matched, the name it matched and the score (0-100)."""

    query: str
    kind: MatchKind
    score: float
    matched: str


class AmbiguousError(NotFoundError):
    """Two or more compounds answer equally well."""


def find(dataset: Dataset, query: str) -> tuple[Compound, Match]:
    """Return the compound that `query` names, and how it was found.

    Raises NotFoundError, or AmbiguousError when several compounds answer; both name the candidates.
    """
    text = query.strip()
    key = fold(text)
    if not key:
        raise NotFoundError(f"{query!r} holds no letter or digit. {_see_list(dataset)}")
    bearers = dataset.names.get(key, ())
    if bearers:
        chosen = _only(dataset, query, bearers)
        return _found(dataset, chosen, query, "exact" if chosen.preferred else "alias", 100.0)
    salt = dataset.names.get(fold(_without_salt(text)), ())
    if salt:
        return _found(dataset, _only(dataset, query, salt), query, "alias", 100.0)
    found = _by_identifier(dataset, text) or _by_sequence(dataset, text)
    if found:
        return _found(dataset, _only(dataset, query, found), query, "identifier", 100.0)
    if len(key) >= PREFIX_LETTERS:
        longer = [bearer for name, bearers in dataset.names.items() if _begins(name, key) for bearer in bearers]
        if longer:
            chosen = _only(dataset, query, longer)
            return _found(dataset, chosen, query, "prefix", round(100 * len(key) / len(fold(chosen.text)), 1))
    other = dataset.names.get(fold(other_layout(text)), ())
    if other:
        return _found(dataset, _only(dataset, query, other), query, "fuzzy", 99.0)
    return _fuzzy(dataset, query, tuple(dict.fromkeys((key, fold(_without_salt(text)) or key))))


def _begins(name: str, key: str) -> bool:
    """Tell whether a name begins with the key; a number is never cut in the middle."""
    cut = key[-1].isdigit() and name[len(key) : len(key) + 1].isdigit()
    return name.startswith(key) and not cut


_SALTS = r"[\s,(]+(di|mono|tri)?(acetate|trifluoroacetate|tfa|hydrochloride|hcl|salt|free base|free acid)\)?(\s+salt)?$"


def _without_salt(text: str) -> str:
    """Return a name without the salt at its end: `Semax acetate salt` gives `Semax`."""
    return re.sub(_SALTS, "", text, flags=re.IGNORECASE)


_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
_CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбю"


def other_layout(text: str) -> str:
    """Return what the same keys give on the other keyboard, US or Russian: `ыуьфч` gives `semax`."""
    lower = text.lower()
    if any(letter in _CYRILLIC for letter in lower):
        return lower.translate(str.maketrans(_CYRILLIC, _LATIN))
    return lower.translate(str.maketrans(_LATIN, _CYRILLIC))


def cas_check_digit_holds(number: str) -> bool:
    """Tell whether a CAS RN such as 80714-61-0 ends in its check digit.

    Rule: the digits before it, counted from the right and weighted 1, 2, 3 ..., summed modulo 10 (cas.org).
    """
    digits = number.replace("-", "")
    return sum(i * int(digit) for i, digit in enumerate(reversed(digits[:-1]), 1)) % 10 == int(digits[-1])


# -- identifiers and sequences -----------------------------------------------------------------------------------

# Patterns stand as text: compiled when they are used, they cost nothing where a name is found as written.
_CAS = r"(?:(?:CAS)?(?:\s*(?:RN|No\.?|number))?[\s:]*)?(\d{2,7}-\d\d-\d)"
_NUMBERED = r"(?:pubchem\s*)?(cid|pmid|unii|doi|atc|inchikey|chembl|chemspider|drugbank|wikidata)?[\s:]*(\S+)"


def _by_identifier(dataset: Dataset, text: str) -> list[NameKey]:
    cas = re.fullmatch(_CAS, text, re.IGNORECASE)
    if cas and not cas_check_digit_holds(cas[1]):
        raise NotFoundError(
            f"{cas[1]} is no CAS number: its last digit does not fit the others. Look for a typing error."
        )
    number = re.fullmatch(_NUMBERED, text, re.IGNORECASE)
    value = (cas[1] if cas else number[2] if number else text).lower()
    bearers = [
        NameKey(compound=compound.id, text=f"{identifier.kind} {identifier.value}")
        for compound in dataset.compounds.values()
        for identifier in compound.identifiers
        if identifier.value.lower() == value
    ]
    if bearers or cas:
        return bearers
    # A reference's number stands for the one compound that the paper studies.
    return [
        NameKey(compound=compound, text=f"reference {reference.id}")
        for reference in dataset.references.values()
        if value in (reference.pmid, (reference.doi or "").lower())
        for compound in reference.compounds
    ]


def _by_sequence(dataset: Dataset, text: str) -> list[NameKey]:
    residues = sequences.parse(text)
    if residues is None:
        return []
    return [
        NameKey(compound=compound.id, text=compound.sequence.residues)
        for compound in dataset.compounds.values()
        if compound.sequence and compound.sequence.plain and compound.sequence.residues == residues
    ]


# -- fuzzy -------------------------------------------------------------------------------------------------------


def allowed_errors(length: int) -> int:
    """Return how many typing errors (one insertion, deletion, substitution or swap each) a name may have."""
    if length < 4:
        return 0
    return 1 if length < 8 else 2


def _fuzzy(dataset: Dataset, query: str, keys: tuple[str, ...]) -> tuple[Compound, Match]:
    """Return the one compound with a name within the errors allowed of one of `keys`, clearly ahead of all others."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only when nothing matched as written

    best: dict[str, tuple[float, bool, NameKey]] = {}
    for key, (name, bearers) in itertools.product(keys, dataset.names.items()):
        errors = OSA.distance(key, name)
        score = 100 * (1 - errors / max(len(key), len(name)))
        if skeleton(key) == skeleton(name) and len(skeleton(key)) >= PREFIX_LETTERS:
            errors, score = 0, max(score, 95.0)
        # Another digit is another compound, not a typing error: P021 and P027, TP-7 and TP-1.
        close = errors <= allowed_errors(min(len(key), len(name))) and _digits(key) == _digits(name)
        for bearer in bearers:
            if bearer.compound not in best or (close, score) > (
                best[bearer.compound][1],
                best[bearer.compound][0],
            ):
                best[bearer.compound] = (score, close, bearer)
    ranked = sorted(best.values(), key=lambda entry: (not entry[1], -entry[0], entry[2].compound))
    within = [entry for entry in ranked if entry[1]]
    if within and (len(within) == 1 or within[0][0] - within[1][0] >= FUZZY_MARGIN):
        score, _, bearer = within[0]
        return _found(dataset, bearer, query, "fuzzy", round(score, 1))
    if within:
        raise AmbiguousError(_choose(dataset, query, [entry[2] for entry in within]))
    likely = [entry[2] for entry in ranked if entry[0] >= 50.0][:3]
    raise NotFoundError(_unknown(dataset, query, likely))


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())


# -- answers and messages ----------------------------------------------------------------------------------------


def _found(dataset: Dataset, bearer: NameKey, query: str, kind: MatchKind, score: float) -> tuple[Compound, Match]:
    return dataset.compounds[bearer.compound], Match(query=query, kind=kind, score=score, matched=bearer.text)


def _only(dataset: Dataset, query: str, bearers: list[NameKey] | tuple[NameKey, ...]) -> NameKey:
    """Return the one compound's key among `bearers`, the shortest name first; raise AmbiguousError if there are two."""
    if len({bearer.compound for bearer in bearers}) > 1:
        raise AmbiguousError(_choose(dataset, query, bearers))
    return min(bearers, key=lambda bearer: (not bearer.preferred, len(bearer.text), bearer.text))


def _choose(dataset: Dataset, query: str, bearers: list[NameKey] | tuple[NameKey, ...]) -> str:
    compounds = sorted({bearer.compound for bearer in bearers})
    lines = [f"  peptide show {compound:14} {dataset.compounds[compound].name}" for compound in compounds]
    return "\n".join([f"{query!r} can mean several compounds. Type one of:", *lines])


def _unknown(dataset: Dataset, query: str, likely: list[NameKey]) -> str:
    if not likely:
        return f"{query!r} is not in the dataset. {_see_list(dataset)}"
    nearest = [f"  peptide show {bearer.compound:14} {dataset.compounds[bearer.compound].name}" for bearer in likely]
    return "\n".join([f"{query!r} is not in the dataset. Nearest:", *nearest, _see_list(dataset)])


def _see_list(dataset: Dataset) -> str:
    return f"All {len(dataset.compounds)} compounds: peptide list"
