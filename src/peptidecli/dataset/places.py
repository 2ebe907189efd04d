"""Where in a TOML file something stands: the line of a key, of a record, of an id."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

_TEXTS = r'"{3}(?:[^\\]|\\.)*?"{3}' + r"|'{3}.*?'{3}" + r'|"(?:[^"\\\n]|\\.)*"' + r"|'[^'\n]*'" + r"|#[^\n]*"
"""What may hold anything in TOML: texts of several lines and of one, and comments."""


def lines_outside(text: str) -> str:
    """Return TOML, letter for letter as long, in which no line within a text of several lines begins as one outside.

    Each begins with a sign that TOML has nowhere. What is looked for at the beginning of a line, a heading, a key or a
    comment, is found in it only where it is one.
    """
    if '"""' not in text and "'''" not in text:
        return text
    return re.sub(_TEXTS, lambda found: re.sub(r"\n[^\n]", "\n\x7f", found[0]), text, flags=re.DOTALL)


def line_of(text: str, path: str) -> int | None:
    """Return the 1-based line that a validation path such as `$.claim[3].topic` speaks of, or the nearest to it."""
    steps = re.match(r"\$\.([\w-]+)(?:\[(\d+)\])?(?:\.([\w-]+))?", path)
    if not steps:
        return 1
    table, index, key = steps[1], steps[2], steps[3]
    lines, headers = _headings(text, table)
    if not headers:
        return next((i for i, line in enumerate(lines, 1) if re.match(rf"{_named(table)}\s*=", line)), 1)
    start = headers[min(int(index or 0), len(headers) - 1)]
    for i in range(start + 1, len(lines)):
        if lines[i].lstrip().startswith("[") and not re.match(rf"\s*\[\[?{_named(table)}\s*\.", lines[i]):
            break
        if key and re.match(rf"{_named(key)}\s*=", lines[i]):
            return i + 1
    return start + 1


def _named(key: str) -> str:
    """Return how a key begins a line or stands in a heading: behind blanks, and in quotes, if somebody writes it so."""
    return rf"\s*[\"']?{re.escape(key)}[\"']?"


@lru_cache(maxsize=2)  # a file with many problems is asked about each of them
def _headings(text: str, table: str) -> tuple[list[str], list[int]]:
    """Return a text's lines, and the 0-based lines on which a table of that name begins."""
    lines = lines_outside(text).split("\n")
    heading = re.compile(rf"\s*\[\[?{_named(table)}\s*\]\]?\s*(#|$)")
    return lines, [i for i, line in enumerate(lines) if heading.match(line)]


def line_of_id(path: Path, wanted: str) -> int | None:
    """Return the 1-based line on which the first record with the id `wanted` begins.

    What a synonym means stands for its id.
    """
    pattern = re.compile(rf"""\s*["']?(?:id|means)["']?\s*=\s*["']{re.escape(wanted)}["']""")
    text = lines_outside(path.read_text(encoding="utf-8-sig"))
    return next((i for i, line in enumerate(text.split("\n"), 1) if pattern.match(line)), None)
