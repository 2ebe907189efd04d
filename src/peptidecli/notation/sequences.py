"""Amino-acid sequences: notations, formula and mass.

One- and three-letter symbols follow the IUPAC-IUB recommendations of 1983 (Eur J Biochem 138:9-37).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

THREE_LETTER = {
    "A": "Ala", "R": "Arg", "N": "Asn", "D": "Asp", "C": "Cys", "Q": "Gln", "E": "Glu", "G": "Gly", "H": "His",
    "I": "Ile", "L": "Leu", "K": "Lys", "M": "Met", "F": "Phe", "P": "Pro", "S": "Ser", "T": "Thr", "W": "Trp",
    "Y": "Tyr", "V": "Val",
}  # fmt: skip
ONE_LETTER = {three.lower(): one for one, three in THREE_LETTER.items()}


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
