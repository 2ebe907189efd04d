"""JSON that is no bibliography, or what stands in one beside its works: its strings as lines."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections import Counter
from typing import NamedTuple

from .jsonworks import after_blanks

_STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"')
_TOKEN = re.compile(rf"{_STRING.pattern}|[\[\]{{}}]")
_HEAD = re.compile(r"\s{0,3}#{1,6}\s")
"""What marks a heading of Markdown within a string."""
_NAMES = frozenset({"name", "displayname", "peptide", "peptidename", "compound", "compoundname", "genericname"})
"""Keys of what an object is called, in small letters and without what divides their words."""


class _Named(NamedTuple):
    """What an object is called: the places of what it stands in and its own, its line, and what stands there.

    `at` is its place among the strings; by its `key` alone it is called where it has no name within it.
    """

    inside: tuple[int, ...]
    line: int
    text: str
    at: int
    key: bool


def strings_of(text: str, ends: list[int]) -> list[tuple[int, str]]:
    """Return the strings of JSON that is no bibliography, but for its keys, as lines.

    Where several objects have names, or stand under keys that are names, a name keeps its key: `name: "KPV"`. So it is
    told where the next begins.
    """
    found: list[tuple[int, str]] = []
    named: list[_Named] = []
    members: Counter[int] = Counter()
    inside: list[int] = []
    key = ""
    for token in _TOKEN.finditer(text):
        if token[0] in "[{":
            inside.append(token.start())
        elif token[0] in "]}":
            inside.pop()
        elif text.startswith(":", colon := after_blanks(text, token.end())):
            key = token[0].strip('"')
            members[inside[-1]] += 1
            value = after_blanks(text, colon + 1)
            if text[value] == "{" and 1 < len(key) <= LONGEST_NAME:
                named.append(_Named((*inside, value), bisect_left(ends, token.start()) + 1, key, len(found), True))
            continue
        else:
            value_ = json.loads(token[0])
            if value_.strip():
                line = bisect_left(ends, token.start()) + 1
                called = key.replace("_", "").lower() in _NAMES and "\n" not in value_
                if called and len(inside) > 1 and text[inside[-1]] == "{":
                    named.append(_Named(tuple(inside), line, value_, len(found), False))
                found += ((line, _HEAD.sub("", part)) for part in value_.split("\n") if part.strip())
        key = ""
    return _with_names(found, named, members)


def _with_names(found: list[tuple[int, str]], named: list[_Named], members: Counter[int]) -> list[tuple[int, str]]:
    """Return lines with those of what objects are called as `name: ...`; `members` counts what objects have.

    What has a name within an object that has one is a part of that; an object alone needs none. Keys are names where an
    object has nothing but objects, and one of its keys a number in it, as `bpc-157` has.
    """
    first = {one.inside: one for one in reversed(named) if not one.key}
    often = Counter(inside[-2] for inside in first)
    under: dict[int, list[_Named]] = {}
    for one in named:
        if one.key and not often[one.inside[-2]]:
            under.setdefault(one.inside[-2], []).append(one)
    for place, keys in under.items():
        if members[place] == len(keys) >= MANY_KEYS and any(_NUMBERED.search(one.text) for one in keys):
            often[place] = len(keys)
            first |= {one.inside: one for one in keys}
    for one in sorted(first.values(), key=lambda one: -one.at):
        if often[one.inside[-2]] > 1 and not any(often[outer] > 1 for outer in one.inside[:-2]):
            name = f'name: "{one.text}"' if len(one.text) <= LONGEST_NAME and '"' not in one.text else one.text
            found[one.at : one.at + (not one.key)] = [(one.line, name)]
    return found


MANY_KEYS = 3
"""Objects under keys from which these are names."""
_NUMBERED = re.compile(r"[A-Za-z][-_ ]?\d")
LONGEST_NAME = 60
"""Characters up to which what an object is called is a name."""
