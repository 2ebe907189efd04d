"""How names are compared: case, accents, script, spaces and punctuation aside."""

from __future__ import annotations


def fold(text: str) -> str:
    """Return `text` as lower-case ASCII letters and digits only: `ACTH(4–7)-PGP` and `acth 4-7 pgp` are one."""
    return "".join(character for character in _ascii(text).lower() if character.isalnum())


def words(text: str) -> tuple[str, ...]:
    """Return the words of `text`, each folded; what is neither letter nor digit divides words."""
    spaced = "".join(character if character.isalnum() else " " for character in _ascii(text).lower())
    return tuple(spaced.split())


def _ascii(text: str) -> str:
    if text.isascii():
        return text
    from anyascii import anyascii  # noqa: PLC0415 - its tables are read only for what is not ASCII

    return anyascii(text)
