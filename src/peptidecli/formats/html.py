"""A document as one web page that needs nothing else, and as a part of one, for notebooks."""

from __future__ import annotations

import re
from html import escape
from importlib.resources import files

from . import pictures
from .paper import Bars, Block, Bullets, Dots, Heading, Link, Marks, Paper, Paragraph, Strong, Table, Verbatim, Words


def page(paper: Paper) -> str:
    """Return a document as a web page: styles and the script that sorts tables inside, nothing from elsewhere."""
    writer = _Writer(paper, anchors=True)
    folder = files(__package__) / "page"
    style, script = ((folder / name).read_text(encoding="utf-8") for name in ("page.css", "page.js"))
    contents = [block for block in paper.blocks if isinstance(block, Heading) and block.level == 2]
    links = "".join(f'<li><a href="#{_slug(block.text)}">{escape(block.text)}</a></li>' for block in contents)
    notes = '<li><a href="#references">References</a></li>' if paper.notes else ""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(paper.title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        f"<header><h1>{escape(paper.title)}</h1></header>\n"
        + (f'<nav aria-label="Contents"><ul>{links}{notes}</ul></nav>\n' if links else "")
        + f"<main>\n{writer.blocks()}{writer.references()}</main>\n"
        f"<footer><p>Data of {escape(paper.issued)}. {escape(paper.disclaimer)}</p></footer>\n"
        f"<script>\n{script}</script>\n</body>\n</html>\n"
    )


def fragment(paper: Paper) -> str:
    """Return a document as a part of a page, whose marks lead straight to the papers: for a notebook's output."""
    writer = _Writer(paper, anchors=False)
    style = (files(__package__) / "page" / "fragment.css").read_text(encoding="utf-8")
    return (
        f'<div class="peptide-answer"><style>{style}</style><h3>{escape(paper.title)}</h3>{writer.blocks()}'
        f"<p><small>Data of {escape(paper.issued)}. {escape(paper.disclaimer)}</small></p></div>"
    )


class _Writer:
    """Writes the parts of one document; with `anchors` marks lead to its list of references."""

    def __init__(self, paper: Paper, *, anchors: bool) -> None:
        self._paper, self._anchors = paper, anchors
        self._notes = {note.mark: note for note in paper.notes}

    def blocks(self) -> str:
        """Return all blocks."""
        return "".join(f"{text}\n" for block in self._paper.blocks if (text := self._block(block)))

    def references(self) -> str:
        """Return the list that the marks lead to."""
        if not self._paper.notes:
            return ""
        items = "".join(
            f'<li id="note-{note.mark}"><span class="mark">{note.mark}</span> {self._words(note.words)}</li>\n'
            for note in self._paper.notes
        )
        return f'<h2 id="references">References</h2>\n<ul class="references">\n{items}</ul>\n'

    def _block(self, block: Block) -> str:
        if isinstance(block, Heading):
            level = block.level if self._anchors else block.level + 2
            anchor = f' id="{_slug(block.text)}"' if self._anchors else ""
            return f"<h{level}{anchor}>{escape(block.text)}</h{level}>"
        if isinstance(block, Paragraph):
            return f"<p>{self._words(block.words)}</p>"
        if isinstance(block, Bullets):
            return "<ul>" + "".join(f"<li>{self._words(item)}</li>" for item in block.items) + "</ul>"
        if isinstance(block, Verbatim):
            return f'<pre tabindex="0">{escape(block.text)}</pre>'
        if isinstance(block, Table):
            return self._table(block)
        return _picture(block)

    def _table(self, table: Table) -> str:
        def kind(column: int) -> str:
            return ' class="number"' if column in table.numbers else ""

        head = "".join(f'<th scope="col"{kind(i)}>{escape(title)}</th>' for i, title in enumerate(table.header))
        rows = "".join(
            "<tr>"
            + "".join(
                f'<th scope="row">{self._words(cell)}</th>' if i == 0 else f"<td{kind(i)}>{self._words(cell)}</td>"
                for i, cell in enumerate(row)
            )
            + "</tr>\n"
            for row in table.rows
        )
        return (
            f'<div class="table" role="region" tabindex="0" aria-label="{escape(table.caption)}"><table>'
            f"<caption>{escape(table.caption)}</caption><thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody></table></div>"
        )

    def _words(self, words: Words) -> str:
        text = ""
        for part in words:
            if isinstance(part, Link):
                text += f'<a href="{escape(part.url)}">{escape(part.text)}</a>'
            elif isinstance(part, Marks):
                text += (
                    (" " if text else "")
                    + '<span class="marks">['
                    + ", ".join(map(self._mark, part.marks))
                    + "]</span>"
                )
            elif isinstance(part, Strong):
                text += f"<strong>{escape(part.text)}</strong>"
            else:
                text += escape(part)
        return text

    def _mark(self, mark: str) -> str:
        if self._anchors:
            return f'<a href="#note-{mark}">{mark}</a>'
        words = self._notes[mark].words
        said = escape("".join(part if isinstance(part, str) else getattr(part, "text", "") for part in words))
        link = next((part.url for part in words if isinstance(part, Link)), None)
        return f'<a href="{escape(link)}" title="{said}">{mark}</a>' if link else f'<span title="{said}">{mark}</span>'


def _picture(block: Bars | Dots) -> str:
    drawn = pictures.bars(block) if isinstance(block, Bars) else pictures.dots(block)
    if not drawn:
        return ""
    if isinstance(block, Bars):
        keys = [(f"s{i}", name) for i, name in enumerate(block.series)] if len(block.series) > 1 else []
    else:
        keys = [("people sure1", "in people, the fuller the surer"), ("animals", "in animals and cells")]
    dot = '<svg width="12" height="12" aria-hidden="true"><circle class="{}" cx="6" cy="6" r="5"/></svg>'
    shown = "".join(f'<li>{dot.format(key)} {name}</li>'
                    for key, name in keys)  # fmt: skip
    legend = f'<ul class="legend">{shown}</ul>' if keys else ""
    return (
        f'<figure><div class="picture">{drawn}</div><figcaption>{escape(block.caption)}{legend}</figcaption></figure>'
    )


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
