"""How words and names are compared: case, accents, script, spaces, punctuation and spelling aside."""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Return `text` as lower-case ASCII letters and digits only: `ACTH(4–7)-PGP` and `acth 4-7 pgp` are one."""
    return "".join(character for character in ascii_of(text).lower() if character.isalnum())


def words(text: str) -> tuple[str, ...]:
    """Return the words of `text`, each folded; what is neither letter nor digit divides words."""
    return tuple(spaced(ascii_of(text)).split())


def plain(text: str) -> str:
    """Return the words of `text`, each folded, with a space between."""
    return spaced(ascii_of(text))


def spaced(text: str) -> str:
    """Return `text` in lower case with a space for everything that is neither letter nor digit."""
    lowered = text.lower()
    return lowered if lowered.isalnum() else _BETWEEN.sub(" ", lowered)


def ascii_of(text: str) -> str:
    """Return `text` in Latin letters without accents."""
    if text.isascii():
        return text
    from anyascii import anyascii  # noqa: PLC0415 - its tables are read only for what is not ASCII

    return anyascii(text)


def latin(text: str) -> bool:
    """Tell whether a text is in Latin letters, for the most part."""
    letters = [letter for letter in text if letter.isalpha()]
    return sum(letter < "\u0250" for letter in letters) * 2 >= len(letters)


_GREEK = {"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "κ": "kappa", "μ": "mu", "µ": "mu", "σ": "sigma",
          "ω": "omega", "ε": "epsilon", "λ": "lambda"}  # fmt: skip
_GREEK_TABLE = str.maketrans({letter: f" {name} " for letter, name in _GREEK.items()})


def named_greek(text: str) -> str:
    """Return `text` with the names of Greek letters in their place: `TB4-β` is `TB4- beta `."""
    return text.translate(_GREEK_TABLE)


_IZE = re.compile(r"\Bys(?=e[sd]?\b|ing\b)|\Bis(?=e[sd]?\b|ing\b|ations?\b)")


def searched(text: str) -> str:
    """Return `text` as it is indexed and asked for: words divided by spaces, British spelling as American.

    `Ischaemia` and `ischemia`, `randomised` and `randomized`, `β-endorphin` and `beta endorphin` become one; Cyrillic
    words stay Cyrillic.
    """
    if not text.isascii():
        text = text.translate(_GREEK_TABLE)
    plain = spaced(text)
    plain = plain.replace("ae", "e").replace("oe", "e").replace("our", "or").replace("ё", "е").replace("lyse", "lyze")
    if "is" not in plain and "ys" not in plain:
        return plain
    return _IZE.sub(lambda found: found[0].replace("s", "z"), plain)
