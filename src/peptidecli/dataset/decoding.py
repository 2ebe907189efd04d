"""Decoding: JSON text, and what is in a file of TOML, as records of a type.

What msgspec works out of a type when it is first used it works out undisturbed: an interrupt that breaks into that may
be lost, and with it what the type is (seen with 0.22).
"""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

import msgspec

from .stopping import undisturbed

T = TypeVar("T")


@cache
def decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    """Return what decodes JSON as a type."""
    with undisturbed():
        return msgspec.json.Decoder(kind)


def decoded(text: str | bytes, kind: type[T]) -> T:
    """Return JSON text as a type; raise msgspec.DecodeError where it is none, or of another."""
    found: T = decoder(kind).decode(text)  # type: ignore[arg-type]  # mypy takes no type for hashable
    return found


def converted(content: Any, kind: type[T]) -> T:
    """Return what tomli has read as a type; raise msgspec.ValidationError where it is of another."""
    if isinstance(kind, type):
        decoder(kind)  # type: ignore[arg-type]  # what is worked out of a class is kept with it
        return msgspec.convert(content, kind)
    with undisturbed():
        return msgspec.convert(content, kind)
