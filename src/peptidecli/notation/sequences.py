"""Amino-acid sequences: notations, formula and mass, alignment.

One- and three-letter symbols follow the IUPAC-IUB recommendations of 1983 (Eur J Biochem 138:9-37).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

THREE_LETTER = {
    "A": "Ala", "R": "Arg", "N": "Asn", "D": "Asp", "C": "Cys", "Q": "Gln", "E": "Glu", "G": "Gly", "H": "His",
    "I": "Ile", "L": "Leu", "K": "Lys", "M": "Met", "F": "Phe", "P": "Pro", "S": "Ser", "T": "Thr", "W": "Trp",
    "Y": "Tyr", "V": "Val",
}  # fmt: skip
ONE_LETTER = {three.lower(): one for one, three in THREE_LETTER.items()}

GAP = "-"


class Computed(NamedTuple):
    """Molecular formula (Hill order) and molar mass in g/mol."""

    formula: str
    molar_mass: float


def three_letter(residues: str) -> str:
    """Return a one-letter sequence in three-letter notation: `PGP` gives `Pro-Gly-Pro`."""
    return "-".join(THREE_LETTER.get(residue, "Xaa") for residue in residues)


def parse(text: str) -> str | None:
    """Return the one-letter form of a sequence written in either notation, or None when it is not one.

    `H-Met-Glu-OH`, `met glu`, `MetGlu` and `ME` are all read; termini other than free ones are not.
    """
    bare = re.sub(r"^H-|-OH$", "", text.strip(), flags=re.IGNORECASE)
    if len(bare) >= 2 and bare.isalpha() and bare.upper() == bare and all(letter in THREE_LETTER for letter in bare):
        return bare
    parts = re.findall(r"[A-Za-z]{3}", bare)
    if parts and re.sub(r"[^A-Za-z]", "", bare) == "".join(parts):
        letters = [ONE_LETTER.get(part.lower(), "") for part in parts]
        if all(letters):
            return "".join(letters)
    return None


def computed(residues: str) -> Computed:
    """Return formula and molar mass (g/mol, standard atomic weights) of a linear peptide with free ends."""
    water, weight = _formula("H2O")
    atoms: dict[str, int] = {}
    mass = 0.0
    for residue in residues:
        held, weighs = _formula(f"peptide({residue})")
        mass += weighs
        for symbol, count in held.items():
            atoms[symbol] = atoms.get(symbol, 0) + count
    # Every bond between two residues has set a molecule of water free.
    for symbol, count in water.items():
        atoms[symbol] -= (len(residues) - 1) * count
    # Hill's order: carbon, hydrogen, the others by the alphabet.
    order = sorted(atoms, key=lambda symbol: (symbol not in "CH", symbol))
    formula = "".join(f"{symbol}{atoms[symbol] if atoms[symbol] > 1 else ''}" for symbol in order)
    return Computed(formula, round(mass - (len(residues) - 1) * weight, 2))


@lru_cache
def _formula(text: str) -> tuple[dict[str, int], float]:
    """Return the atoms and the molar mass of a formula; of a sequence residue by residue."""
    from molmass import Formula  # noqa: PLC0415 - only when data files are read, never on the way to an answer

    formula = Formula(text)
    return {symbol: item.count for symbol, item in formula.composition().items()}, formula.mass


def align(sequences: Sequence[str]) -> tuple[str, ...]:
    """Return the sequences padded with gaps to one length so that equal residues stand under each other.

    Needleman-Wunsch (J Mol Biol 1970;48:443-53) with 10 for equal residues, 0 for a mismatch and -6 for a gap,
    each further sequence aligned to the columns of those before it. Long ones, whose table of scores would take seconds
    and all memory, by the fewest changes that make one the other, see `_pair_long`.
    """
    rows = [sequences[0]]
    for sequence in sequences[1:]:
        columns = [{row[i] for row in rows} - {GAP} for i in range(len(rows[0]))]
        pair = _pair if len(columns) * len(sequence) <= _MOST_SCORES else _pair_long
        kept, added = pair(columns, sequence)
        rows = ["".join(row[i] if i is not None else GAP for i in kept) for row in rows]
        rows.append("".join(sequence[j] if j is not None else GAP for j in added))
    return tuple(rows)


def shared_columns(rows: Sequence[str]) -> tuple[bool, ...]:
    """Tell for each column of an alignment whether every sequence has the same residue there."""
    return tuple(len(set(column)) == 1 and GAP not in column for column in zip(*rows, strict=True))


_MOST_SCORES = 250_000
"""Scores that are worked out one by one: two sequences of 500 residues, which take 15 MB and a fifth of a second."""

_EQUAL, _GAP_SCORE = 10, -6
"""Whole numbers: the way back finds each score as the sum it was made of, which fractions do not promise."""


def _pair(columns: Sequence[set[str]], sequence: str) -> tuple[list[int | None], list[int | None]]:
    """Align a sequence to columns of residues; return for each place of the result the two indices, None for a gap."""
    width, length = len(columns), len(sequence)
    score = [[0] * (length + 1) for _ in range(width + 1)]
    for i in range(1, width + 1):
        score[i][0] = i * _GAP_SCORE
    for j in range(1, length + 1):
        score[0][j] = j * _GAP_SCORE
    for i in range(1, width + 1):
        for j in range(1, length + 1):
            equal = _EQUAL if sequence[j - 1] in columns[i - 1] else 0
            score[i][j] = max(score[i - 1][j - 1] + equal, score[i - 1][j] + _GAP_SCORE, score[i][j - 1] + _GAP_SCORE)
    kept: list[int | None] = []
    added: list[int | None] = []
    i, j = width, length
    while i or j:
        equal = _EQUAL if i and j and sequence[j - 1] in columns[i - 1] else 0
        if i and j and score[i][j] == score[i - 1][j - 1] + equal:
            i, j = i - 1, j - 1
            kept.append(i)
            added.append(j)
        elif i and score[i][j] == score[i - 1][j] + _GAP_SCORE:
            i -= 1
            kept.append(i)
            added.append(None)
        else:
            j -= 1
            kept.append(None)
            added.append(j)
    return kept[::-1], added[::-1]


def _pair_long(columns: Sequence[set[str]], sequence: str) -> tuple[list[int | None], list[int | None]]:
    """Align as `_pair` does, by the fewest residues that are put in, left out or exchanged (Levenshtein).

    Memory grows with the length, no longer with its square (Hirschberg). One residue stands for a column of several.
    """
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - no peptide is so long

    kept: list[int | None] = []
    added: list[int | None] = []
    for change in Levenshtein.opcodes("".join(map(min, columns)), sequence):
        i, j = range(change.src_start, change.src_end), range(change.dest_start, change.dest_end)
        kept += [*i, *[None] * (len(j) - len(i))]
        added += [*j, *[None] * (len(i) - len(j))]
    return kept, added
