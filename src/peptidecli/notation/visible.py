"""Letters that would steer a terminal or turn the text around: shown instead of sent."""

from __future__ import annotations

import re

TYPE_CHECKING = False  # what type checkers take for true; typing itself is long to import
if TYPE_CHECKING:
    from collections.abc import Iterable

# As text: compiled where it is needed first, which most answers never do.
_STEERING = (
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff"
    "\\ufeff\\ufff9-\\ufffb\\ufffe\\uffff\\U000e0000-\\U000e007f\\ufdd0-\\ufdef"
    + "".join(f"\\U{plane:04x}fffe\\U{plane:04x}ffff" for plane in range(1, 17))
    + "]"
)
"""C0 but tab and line feed, DEL, C1 (ECMA-48), Unicode's own line ends, what turns text around (UAX 9), byte order
marks, notes between lines and tags that are not seen, what is no letter at all (noncharacters: no XML may have some of
them, and biber reads no file with one), and halves of letters, which stand for bytes that were no UTF-8."""
_UNSEEN = f"{_STEERING[:-1]}\\xad\\u200b-\\u200d\\u2060-\\u2064]"
"""These, and what nobody sees beside letters: it joins or divides words, as some scripts need it, so that it is written
otherwise only where nothing is lost by that."""


def visible(text: str) -> str:
    """Return text with `\N{REPLACEMENT CHARACTER}` for every letter that a terminal would obey and not show.

    Every text that is not ours (data, articles, file names, arguments) passes here on its way out.
    """
    return text if text.isprintable() else re.sub(_STEERING, "\N{REPLACEMENT CHARACTER}", text)


LONGEST = 4000
"""Characters of a message beyond which it is not read: one that repeats an argument or a key of a data file whole."""


def told(text: str, typed: Iterable[str] = ()) -> str:
    """Return a message as it is said: made visible, and of one that is very long its beginning and its end.

    What was `typed` and is repeated in it is no line of its own, whatever line ends it has.
    """
    for word in typed:
        if word and word.splitlines() != [word]:
            text = text.replace(word, in_a_line(word))
    half = LONGEST // 2
    return visible(text if len(text) <= LONGEST else f"{text[:half]} [...] {text[-half:]}")


def escaped(json: str) -> str:
    r"""Return a JSON document with those letters as `\u009b`: the value is the same, and a terminal shows it."""
    return re.sub(_UNSEEN, _as_json, json)


def _as_json(found: re.Match[str]) -> str:
    letter = found[0].encode("utf-16-be", errors="surrogatepass").hex()
    return "".join(f"\\u{letter[place : place + 4]}" for place in range(0, len(letter), 4))


def in_toml(toml: str) -> str:
    r"""Return a string of TOML with those letters as `\u009b` or `\U000e0041`: the value is the same, and is seen."""
    return re.sub(_UNSEEN, lambda found: f"\\U{ord(found[0]):08x}", toml)


def in_a_line(text: str) -> str:
    """Return a text for a place where a line is a record: its line ends are blanks, and all else is visible.

    The name of a file passes here on its way out: on most systems it may have line ends.
    """
    return visible(" ".join(text.replace("\t", " ").splitlines()))
