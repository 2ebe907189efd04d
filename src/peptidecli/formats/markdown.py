"""A document as Markdown with pipe tables and footnotes, which pandoc makes into Word and GitHub shows."""

from __future__ import annotations

import re

from .paper import (
    Bars,
    Block,
    Bullets,
    Dots,
    Heading,
    Link,
    Marks,
    Note,
    Paper,
    Paragraph,
    Strong,
    Table,
    Verbatim,
    Words,
)


def document(paper: Paper) -> str:
    """Return a document as Markdown: references are footnotes, those that nothing cites stand in a list at the end.

    Pictures are left out: what they show stands in the tables.
    """
    parts = [f"# {escaped(paper.title)}", *filter(None, map(_block, paper.blocks))]
    cited = paper.cited
    further = [note for note in paper.notes if note.mark not in cited]
    if further:
        parts += [
            "## Further references" if cited else "## References",
            "\n".join(f"- {_words(note.words)}" for note in further),
        ]
    parts.append(f"*Data of {paper.issued}. {escaped(paper.disclaimer)}*")
    parts += [_note(note) for note in paper.notes if note.mark in cited]
    return "\n\n".join(parts) + "\n"


def _note(note: Note) -> str:
    return f"[^{note.mark}]: {_words(note.words)}"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {escaped(block.text)}"
    if isinstance(block, Paragraph):
        return _words(block.words)
    if isinstance(block, Bullets):
        return "\n".join(f"- {_words(item)}" for item in block.items)
    if isinstance(block, Verbatim):
        return f"```\n{block.text}\n```"
    if isinstance(block, Table):
        return _table(block)
    assert isinstance(block, Bars | Dots)
    return ""


def _table(table: Table) -> str:
    cells = [[_words(cell) for cell in row] for row in table.rows]
    # pandoc divides the page among the columns of a table with long lines by the dashes below the head.
    lengths = [
        sorted((len(_NOTES.sub("", row[i])) for row in cells), reverse=True)[: len(cells) // 4 + 1]
        for i in range(len(table.header))
    ]
    widths = [
        max(len(title), min(60, sum(longest) // max(1, len(longest))), 3)
        for title, longest in zip(table.header, lengths, strict=True)
    ]
    rule = [("-" * (width - 1) + ":") if i in table.numbers else "-" * width for i, width in enumerate(widths)]
    lines = [[escaped(title) for title in table.header], rule, *cells]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


_NOTES = re.compile(r"\[\^\w+\]")


def _words(words: Words) -> str:
    text = ""
    for part in words:
        if isinstance(part, Link):
            text += f"[{escaped(part.text)}]({part.url.replace('(', '%28').replace(')', '%29')})"
        elif isinstance(part, Marks):
            # Two notes in a row need something between them, or Word shows 12 for 1 and 2.
            text += (" " if text else "") + " ".join(f"[^{mark}]" for mark in part.marks)
        elif isinstance(part, Strong):
            told = part.text.strip()
            text += f"{' ' if part.text[:1] == ' ' else ''}**{escaped(told)}**{' ' if part.text[-1:] == ' ' else ''}"
        else:
            text += escaped(part)
    return re.sub(r"\s+", " ", text).strip()


def escaped(text: str) -> str:
    """Return text in one line, without what Markdown, of pandoc or GitHub, would read as a sign of its own.

    That are entities and bare addresses too.
    """
    text = re.sub(r"\s+", " ", text)
    text = _SIGNS.sub(r"\\\g<0>", text)
    text = _BARE.sub(r"\1\\\2", text)
    return _LISTED.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", text)


_SIGNS = re.compile(r"[\\`*|<>~^$\[\]#@{}]|&(?=#?\w{1,32};)|(?<![^\W_])_|_(?![^\W_])")
"""An underscore between letters or digits, as in a DOI, is no sign."""
_BARE = re.compile(r"\b((?:https?|ftp|mailto)(?=:)|www(?=\.))(.)", re.IGNORECASE)
_LISTED = re.compile(r"^(\d+)([.)])(?=\s)|^([-+])(?=\s)")
