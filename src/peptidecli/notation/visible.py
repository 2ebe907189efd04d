"""Letters that would steer a terminal or turn the text around: shown instead of sent."""

from __future__ import annotations

_BIDI = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_CONTROLS = [
    code
    for code in (*range(0x20), *range(0x7F, 0xA0), *_BIDI, 0x2028, 0x2029, *range(0xD800, 0xE000))
    if code not in (0x09, 0x0A)
]
"""C0 but tab and line feed, DEL, C1 (ECMA-48), what turns text around (UAX 9), Unicode's own line ends, and halves of
letters, which stand for bytes that were no UTF-8."""

_SHOWN = dict.fromkeys(_CONTROLS, "\N{REPLACEMENT CHARACTER}")
_ESCAPED = {code: f"\\u{code:04x}" for code in _CONTROLS}


def visible(text: str) -> str:
    """Return text with `\N{REPLACEMENT CHARACTER}` for every letter that a terminal would obey and not show.

    Every text that is not ours (data, articles, file names, arguments) passes here on its way out.
    """
    return text if text.isascii() and text.isprintable() else text.translate(_SHOWN)


def escaped(json: str) -> str:
    r"""Return a JSON document with those letters as `\u009b`: the value is the same, and a terminal shows it."""
    return json.translate(_ESCAPED)
