"""A name, sequence or registry number in, the compound it means out.

Tried in this order: id, exact name, the name of a salt, identifier, unique prefix, the other keyboard layout, another
transliteration, typing errors. What is near two compounds is never guessed.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from typing import Literal

from ..dataset.dataset import Dataset
from ..dataset.model import Compound, NameKey, Record
from ..errors import NotFoundError
from ..notation import identifiers, sequences
from ..notation.people import skeleton
from ..notation.words import fold

MatchKind = Literal["exact", "alias", "identifier", "prefix", "fuzzy"]

PREFIX_LETTERS = 3
"""Shortest beginning of a name that is taken for it."""

PAPER = "reference "
"""What stands before the id of a paper by whose number a compound was found."""

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
    bearers = dataset.bearers(key)
    if bearers:
        # An id as it stands is that compound's whatever others are called, so that each can be named.
        chosen = next((bearer for bearer in bearers if bearer.compound == text), None) or _only(dataset, query, bearers)
        return _found(dataset, chosen, query, "exact" if chosen.preferred else "alias", 100.0)
    salt = dataset.bearers(fold(_without_salt(text)))
    if salt:
        return _found(dataset, _only(dataset, query, salt), query, "alias", 100.0)
    found = _by_identifier(dataset, text) or _by_sequence(dataset, text)
    if found:
        return _found(dataset, _only(dataset, query, found), query, "identifier", 100.0)
    _refuse_relative(dataset, key)
    # A small word of a question is no beginning: evidence for semax is not asked of Forzinity; nor is what is whole by
    # its bracket: ACTH(4-7) is another peptide than ACTH(4-7)PGP.
    if len(key) >= PREFIX_LETTERS and not text.endswith(")") and dataset.phrases.exact.get(text.lower()) != ("filler",):
        longer = [bearer for name, bearer in dataset.bearers_from(key) if _begins(name, key)]
        if longer:
            chosen = _only(dataset, query, longer)
            _refuse_stranger(dataset, query, chosen)
            return _found(dataset, chosen, query, "prefix", round(100 * len(key) / len(fold(chosen.text)), 1))
    other = dataset.bearers(fold(other_layout(text)))
    if other:
        return _found(dataset, _only(dataset, query, other), query, "fuzzy", 99.0)
    affixed = re.fullmatch(r"[a-z]{1,2}-(?P<behind>.+)|(?P<before>.+)-[a-z]", text.lower())
    if affixed and (bare := dataset.bearers(fold(affixed["behind"] or affixed["before"]))):
        # P-DSIP is DSIP with a phosphate: a letter before or behind a name makes another substance.
        kin = dataset.compounds[bare[0].compound].name
        raise NotFoundError(f"{query!r} is not in the dataset, and is not {kin}. {_see_list(dataset)}")
    if "stranger" in dataset.phrases.exact.get(text.lower(), ()):
        raise NotFoundError(f"{query!r} is not in the dataset. {_see_list(dataset)}")
    return _fuzzy(dataset, query, tuple(dict.fromkeys((key, fold(_without_salt(text)) or key))))


def read_as(match: Match, name: str) -> str | None:
    """Return in words that what was typed was not taken as written but read as a compound of that name."""
    if match.kind == "fuzzy":
        return f"{match.query!r} read as {name} ({match.matched}, similarity {match.score:.0f} %)"
    if match.kind == "prefix":
        return f"{match.query!r} read as {name} ({match.matched} begins so)"
    if match.matched.startswith(PAPER):
        key = match.matched.removeprefix(PAPER)
        return f"{match.query!r} read as {name}, which the paper of that number is on; the paper: peptide cite {key}"
    return None


def bearing(dataset: Dataset, text: str) -> tuple[NameKey, ...]:
    """Return the compounds of which a text is a name, a registry's number or the sequence, as it is written."""
    return dataset.bearers(fold(text)) or _by_identifier(dataset, text) or _by_sequence(dataset, text)


def _refuse_relative(dataset: Dataset, key: str) -> None:
    """Raise NotFoundError for the name of a relative, with what is known of it."""
    for compound, called in dataset.relatives_called([key]).values():
        kin = dataset.compounds[compound]
        relative = next(relative for relative in kin.relatives if relative.name == called)
        raise NotFoundError(
            f"{relative.name} is not {kin.name}. {relative.text}\n"
            f"What is held on it: peptide search {shlex.quote(relative.name.lower())}; "
            f"{kin.name}: peptide show {compound}"
        )


def _refuse_stranger(dataset: Dataset, query: str, chosen: NameKey) -> None:
    """Raise AmbiguousError where a beginning of a name is one of a stranger's as well: sema of semaglutide."""
    begun = query.strip().lower()
    strangers = [
        phrase
        for phrase, means in dataset.phrases.exact.items()
        if phrase.startswith(begun) and "stranger" in means and not dataset.bearers(fold(phrase))
    ]
    if strangers:
        stranger = min(strangers, key=lambda phrase: (phrase == begun, len(phrase)))
        raise AmbiguousError(
            f"Nothing is held on {stranger}, which {query!r} may stand for. If another is meant, type:\n"
            f"  peptide show {chosen.compound:14} {dataset.compounds[chosen.compound].name}"
        )


def _begins(name: str, key: str) -> bool:
    """Tell whether a name begins with the key; a number is never cut in the middle."""
    cut = key[-1].isdigit() and name[len(key) : len(key) + 1].isdigit()
    return name.startswith(key) and not cut


_SALTS = (
    r"(?<![\s,(])[\s,(]+(di|mono|tri)?(acetate|trifluoroacetate|tfa|hydrochloride|hcl|salt|"
    r"free base|free acid)\)?(\s+salt)?$"
)


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


# -- identifiers and sequences -----------------------------------------------------------------------------------

_NUMBERED = r"(?:pubchem\s*)?(?P<kind>cid|unii|atc|inchikey|chembl|chemspider|drugbank|wikidata)?[\s:]*(?P<value>\S+)"
_KINDS = {"cid": "PubChem CID", "unii": "UNII", "atc": "ATC", "inchikey": "InChIKey", "chembl": "ChEMBL",
          "chemspider": "ChemSpider", "drugbank": "DrugBank", "wikidata": "Wikidata"}  # fmt: skip


def _by_identifier(dataset: Dataset, text: str) -> tuple[NameKey, ...]:
    number = identifiers.parse(text)
    if number and number.kind == "CAS RN":
        if not identifiers.cas_check_digit_holds(number.value):
            raise NotFoundError(
                f"{number.value} is no CAS number: its last digit does not fit the others. Look for a typing error."
            )
        return dataset.numbered(number.value, "CAS RN")
    # A number may begin with the name of its registry: CHEMBL2104403.
    found = dataset.numbered(text)
    if not found and (named := re.fullmatch(_NUMBERED, text, re.IGNORECASE)):
        found = dataset.numbered(named["value"], _KINDS.get((named["kind"] or "").lower()))
    if found or number is None:
        return found
    # A reference's number stands for the one compound that the paper studies.
    key = dataset.reference_with(number.kind, number.value)
    studied = dataset.references[key].compounds if key else ()
    return tuple(NameKey(compound=compound, text=f"{PAPER}{key}") for compound in studied)


LONGEST_SPELLED = 20
"""Residues of the longest chain written in three letters each; a longer one is no line that anyone reads."""


def printed(compound: Compound) -> str | None:
    """Return the three-letter sequence with its end caps, `Ac-Asp-Gly-NH2`; a long chain in one letter each."""
    sequence = compound.sequence
    if sequence is None:
        return None
    short = len(sequence.residues) <= LONGEST_SPELLED
    chain = sequences.three_letter(sequence.residues) if short else sequence.residues
    parts = (sequence.n_terminus, chain, sequence.c_terminus)
    return "-".join(part for part in parts if part)


def _by_sequence(dataset: Dataset, text: str) -> tuple[NameKey, ...]:
    residues = sequences.parse(text) or sequences.parse(text.upper())
    if residues and (plain := dataset.of_sequence(residues)):
        return plain
    # As a profile prints it, with what its ends bear: acetyl-Leu-Lys-Lys-Thr-Glu-Thr-Gln.
    said = fold(re.sub(r"^Ac-", "acetyl-", text, flags=re.IGNORECASE))
    capped = dataset.rows("SELECT id FROM compound WHERE residues IS NOT NULL ORDER BY id") if "-" in text else ()
    return tuple(
        NameKey(compound=key, text=written)
        for (key,) in capped
        if (written := printed(dataset.compounds[key])) and said == fold(re.sub(r"^Ac-", "acetyl-", written))
    )


# -- fuzzy -------------------------------------------------------------------------------------------------------


def allowed_errors(length: int) -> int:
    """Return how many typing errors (one insertion, deletion, substitution or swap each) a name may have."""
    if length < 4:
        return 0
    return 1 if length < 8 else 2


def _fuzzy(dataset: Dataset, query: str, keys: tuple[str, ...]) -> tuple[Compound, Match]:
    """Return the one compound with a name within the errors allowed of one of `keys`, clearly ahead of all others."""
    best: dict[str, tuple[float, bool, NameKey]] = {}
    for _, name, score, close in _near(keys, dataset.names()):
        for bearer in dataset.bearers(name):
            known = best.get(bearer.compound)
            if known is None or (close, score) > (known[1], known[0]):
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


def _near(keys: tuple[str, ...], names: list[str]) -> Iterator[tuple[str, str, float, bool]]:
    """Yield (key, name, similarity 0-100, whether it is near enough to be meant) for names that are like a key."""
    from rapidfuzz import process  # noqa: PLC0415
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    for key in keys:
        sound = skeleton(key)
        alike = process.extract(key, names, scorer=OSA.normalized_similarity, score_cutoff=0.5, limit=40)
        sounding = [name for name in names if name[0] == key[0] and skeleton(name) == sound]
        for name in dict.fromkeys([*(name for name, _, _ in alike), *sounding]):
            errors = OSA.distance(key, name)
            score = 100 * (1 - errors / max(len(key), len(name)))
            if name in sounding and len(sound) >= PREFIX_LETTERS:
                errors, score = 0, max(score, 95.0)
            # Another digit is another compound, not a typing error: P021 and P027, TP-7 and TP-1.
            close = errors <= allowed_errors(min(len(key), len(name))) and _digits(key) == _digits(name)
            yield key, name, score, close


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
