"""Keys and values: the head of a page in YAML, read line by line as far as an audit needs it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .blocks import Block, block
from .inline import bare

LONGEST_HEAD = 5000
"""Lines within which the head of a page ends."""
LONG = 90
"""Characters from which a value is read as prose of its own."""
_PAIR = re.compile(r"(\s*)(- +)?([A-Za-z][\w .-]{0,40}):(?:\s+(.*))?$")
_ITEM = re.compile(r"(\s*)- +(.*)$")
_FOLDED = re.compile(r"[>|][+-]?\d?$")
_TELLS = re.compile(r"pmid|doi|pubmed|study|cas\b|citation|reference|source|cid\b|unii|inchi|pmc", re.IGNORECASE)
_NAMES = frozenset({"title", "name", "compound", "peptide"})
_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])|[-_]+")

Pair = tuple[str, list[tuple[int, str]]]
"""A key as words, and the lines of its value."""


def front_matter(lines: Sequence[str]) -> int:
    """Return the number of lines that the head of a page between `---` takes, 0 where there is none."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    first = next((line for line in lines[1:LONGEST_HEAD] if line.strip() and not line.startswith("#")), "")
    if not (_PAIR.match(first) or _ITEM.match(first) or first.startswith(("{", "---", "..."))):
        return 0  # A rule over a text, and not the head of a page.
    for number in range(1, min(len(lines), LONGEST_HEAD)):
        if lines[number].rstrip() in {"---", "..."}:
            return number + 1
    return 0


def blocks_of_records(lines: Sequence[str], first: int) -> Iterator[Block]:
    """Yield the blocks of lines of keys and values, the first of which is line `first` of the file.

    An entry of a list that gives a study with its number is one block; other long values are prose of their own.
    """
    record: list[Pair] = []
    indent = -1
    for number, line in enumerate(lines, first):
        if not line.strip():
            continue
        own = len(line) - len(line.lstrip())
        pair, item = _PAIR.match(line), _ITEM.match(line)
        begins = item is not None or own <= indent or (indent < 0 and own == 0)
        if begins and (pair or item):
            yield from _of_record(record)
            record, indent = [], own if item else -1
        if pair:
            value = _unquoted(pair[4] or "")
            record.append((_WORDS.sub(" ", pair[3]), [] if not value or _FOLDED.match(value) else [(number, value)]))
        elif item:
            record.append(("", [(number, _unquoted(item[2]))]))
        elif record:
            record[-1][1].append((number, line.strip()))
    yield from _of_record(record)


def _of_record(record: Sequence[Pair]) -> Iterator[Block]:
    pairs = [(key, [(number, bare(text)) for number, text in value]) for key, value in record if value]
    if not pairs:
        return
    if len(pairs) > 1 and any(_TELLS.search(key) for key, _ in pairs):
        pieces: list[tuple[int, str]] = []
        for key, value in pairs:
            last = len(value) - 1
            for place, (number, text) in enumerate(value):
                ended = f"{text.rstrip('. ')}." if place == last else text
                pieces.append((number, f"{_label(key)}{ended}" if place == 0 else ended))
        made = block("record", pieces)
        if made:
            yield made
        return
    for key, value in pairs:
        length = sum(len(text) for _, text in value)
        if key.lower() in _NAMES and length < 200:
            made = block("heading", value, 1)
        elif length < LONG and not value[-1][1].endswith((".", "?")):
            made = block("record", [(value[0][0], f"{_label(key)}{value[0][1]}"), *value[1:]])
        else:
            made = block("prose", value)
        if made:
            yield made


def _label(key: str) -> str:
    return f"{key}: " if key else ""


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "'\"":
        value = value[1:-1]
    return value.replace("''", "'").replace('\\"', '"')
