"""JSON: every answer in one envelope, `{"format": 1, "command": ..., "data": ...}`."""

from __future__ import annotations

import msgspec

FORMAT = 1
"""Version of the envelope and its keys; it changes only when a key is taken away or changes its meaning."""


class Envelope(msgspec.Struct, frozen=True):
    """What every JSON answer is wrapped in."""

    format: int
    command: str
    data: object


def document(command: str, data: object) -> str:
    """Return an answer as indented JSON text with a final line end."""
    packed = msgspec.json.encode(Envelope(format=FORMAT, command=command, data=data))
    return msgspec.json.format(packed, indent=2).decode() + "\n"
