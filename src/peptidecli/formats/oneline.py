"""References as files of references take them: every field on one line, so that none ends where its text does not."""

from __future__ import annotations

from typing import Any

import msgspec

from ..dataset.model import Reference


def on_one_line(reference: Reference) -> Reference:
    """Return a reference whose texts hold no line end; most are returned as they are."""
    changed: dict[str, Any] = {}
    for name in reference.__struct_fields__:
        value = getattr(reference, name)
        if isinstance(value, str) and not value.isprintable():
            changed[name] = " ".join(value.split())
        elif isinstance(value, tuple) and any(isinstance(item, str) and not item.isprintable() for item in value):
            changed[name] = tuple(" ".join(item.split()) for item in value)
    return msgspec.structs.replace(reference, **changed) if changed else reference
