"""JSON: every answer in one envelope, `{"format": 1, "command": ..., "data": ...}`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from ..notation.visible import escaped, visible

FORMAT = 1
"""Version of the envelope and its keys; it changes only when a key is taken away or changes its meaning."""


class Envelope(msgspec.Struct, frozen=True):
    """What every JSON answer is wrapped in."""

    format: int
    command: str
    data: object


def document(command: str, data: object) -> str:
    """Return an answer as indented JSON text with a final line end."""
    packed = encoded(Envelope(format=FORMAT, command=command, data=data))
    return escaped(msgspec.json.format(packed, indent=2).decode()) + "\n"


def encoded(data: object) -> bytes:
    """Return data as JSON; a name of bytes that are no UTF-8 stands in it as it is shown."""
    try:
        return msgspec.json.encode(data)
    except UnicodeEncodeError:
        return msgspec.json.encode(_as_shown(msgspec.to_builtins(data)))


def _as_shown(data: Any) -> Any:
    if isinstance(data, dict):
        return {_as_shown(key): _as_shown(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_as_shown(value) for value in data]
    return visible(data) if isinstance(data, str) else data


def streamed(command: str, data: object, field: str, items: Iterable[object]) -> Iterator[str]:
    """Yield the text of `document(command, data)` in pieces, with `items` in the list `field` that is empty there."""
    # Inside a text quotation marks are escaped, so that this stands nowhere else.
    before, _, after = document(command, data).partition(f'"{field}": []')
    yield f'{before}"{field}": ['
    between = "\n      "
    for item in items:
        text = escaped(msgspec.json.format(encoded(item), indent=2).decode())
        yield between + text.replace("\n", "\n      ")
        between = ",\n      "
    yield f"{'' if between.startswith(chr(10)) else chr(10) + '    '}]{after}"
