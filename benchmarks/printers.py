"""Prints articles as PDF by the programs that are on this machine, each in a layout that is drawn at random."""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from articles import Article


class Layout:
    """How an article is laid out, drawn at random."""

    def __init__(self, chance: random.Random) -> None:
        self.columns = chance.choice((1, 1, 2))
        self.size = chance.choice((9, 10, 11, 12))
        self.paper = chance.choice(("A4", "letter"))
        self.justified = chance.random() < 0.5
        self.margin = chance.choice((15, 20, 28))
        self.serif = chance.random() < 0.5
        self.borders = chance.choice(("all", "rows", "head", "none"))
        self.heads = chance.random() < 0.5
        self.numbers = chance.random() < 0.7
        self.hanging = chance.random() < 0.5
        self.shaded = chance.random() < 0.3
        self.spacing = chance.choice((1.15, 1.35, 1.6))
        self.middle = chance.random() < 0.5


_BORDERS = {
    "all": "th, td {border: 1px solid #555}",
    "rows": "th, td {border-bottom: 0.6px solid #888}",
    "head": "table {border-top: 1px solid; border-bottom: 1px solid} th {border-bottom: 0.6px solid}",
    "none": "",
}


def _style(article: Article, layout: Layout) -> str:
    feet = f"@bottom-center {{content: {'counter(page)' if layout.numbers else chr(34) * 2}}}"
    head = f'@top-left {{content: "{article.title}"; font-size: 7pt}}' if layout.heads else ""
    hanging = "h2#references ~ p {padding-left: 2em; text-indent: -2em}" if layout.hanging else ""
    return f"""
@page {{size: {layout.paper}; margin: {layout.margin}mm; {feet} {head}}}
body {{font: {layout.size}pt/{layout.spacing} {"serif" if layout.serif else "sans-serif"}; margin: 0; max-width: none;
  columns: {layout.columns}; column-gap: 7mm; overflow-wrap: break-word;
  hyphens: {"auto" if layout.justified else "manual"}; text-align: {"justify" if layout.justified else "left"}}}
h1 {{font-size: 1.6em; column-span: all}}
table {{border-collapse: collapse; width: 100%; font-size: 0.85em; text-align: left}}
th, td {{padding: 2pt 4pt; vertical-align: {"middle" if layout.middle else "top"}}} {_BORDERS[layout.borders]}
{"tr:nth-child(even) {background: #eee}" if layout.shaded else ""} {hanging}
"""


def _pandoc(article: Article, to: Path, *options: str) -> None:
    text = f"# {article.title}\n\n{article.body}"
    command = ["pandoc", "-f", "gfm-autolink_bare_uris", "-o", str(to), *options]
    subprocess.run(command, input=text.encode(), check=True, capture_output=True)


def _page(article: Article, layout: Layout, to: Path) -> Path:
    page = to.with_suffix(".html")
    _pandoc(article, page, "-t", "html5", "--wrap", "none")
    style = _style(article, layout)
    page.write_text(
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title><style>{style}</style></head>'
        f"<body>{page.read_text(encoding='utf-8')}</body></html>",
        encoding="utf-8",
    )
    return page


def _run(*command: str | Path) -> None:
    subprocess.run([str(part) for part in command], check=True, capture_output=True, timeout=120)


def _chromium(article: Article, layout: Layout, to: Path) -> None:
    page = _page(article, layout, to)
    header = [] if layout.numbers else ["--no-pdf-header-footer"]
    _run("chromium", "--headless", "--no-sandbox", "--disable-gpu", *header, f"--print-to-pdf={to}", page.as_uri())


def _weasyprint(article: Article, layout: Layout, to: Path) -> None:
    _run(sys.executable, "-m", "weasyprint", "-q", _page(article, layout, to), to)


def _libreoffice(article: Article, layout: Layout, to: Path) -> None:
    import docx  # noqa: PLC0415
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Mm, Pt  # noqa: PLC0415

    written = to.with_suffix(".docx")
    _pandoc(article, written)
    document = docx.Document(str(written))
    for section in document.sections:
        section.left_margin = section.right_margin = Mm(layout.margin)
        if layout.columns > 1:
            columns = section._sectPr.find(qn("w:cols"))
            if columns is None:
                columns = section._sectPr.makeelement(qn("w:cols"), {})
                section._sectPr.append(columns)
            columns.set(qn("w:num"), str(layout.columns))
            columns.set(qn("w:space"), "400")
        if layout.heads:
            section.header.paragraphs[0].text = article.title
    for table in document.tables:
        for one in table._tbl.tblPr.findall(qn("w:tblW")):
            one.set(qn("w:type"), "pct")
            one.set(qn("w:w"), "5000")
        for run in (run for cell in table._cells for text in cell.paragraphs for run in text.runs):
            run.font.size = Pt(layout.size * 0.75)
        for one in table._tbl.tblGrid.findall(qn("w:gridCol")):
            one.set(qn("w:w"), str((150 if layout.columns == 1 else 70) * 57 // len(table.columns)))
    for paragraph in document.paragraphs:
        paragraph.paragraph_format.line_spacing = layout.spacing
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY if layout.justified else WD_ALIGN_PARAGRAPH.LEFT
        headed = paragraph.style is not None and str(paragraph.style.name).startswith(("Head", "Title"))
        for run in paragraph.runs:
            run.font.size = None if headed else Pt(layout.size)
    document.save(str(written))
    home = to.with_suffix(".office")
    profile = f"-env:UserInstallation={home.absolute().as_uri()}"
    _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", to.parent, written)
    shutil.rmtree(home)


def _typst(article: Article, layout: Layout, to: Path) -> None:
    import typst  # noqa: PLC0415

    def told(text: str) -> str:
        return f"#{json.dumps(text, ensure_ascii=False)}"

    parts, listed = [], False
    for kind, text in _blocks(article):
        if isinstance(text, list):
            cells = ", ".join(f"[{told(one)}]" for row in text for one in row)
            parts.append(f"#text(size: 0.85em, table(columns: {len(text[0])}, align: left, {cells}))")
        elif kind == "p":
            hanging = listed and layout.hanging
            parts.append(f"#par(hanging-indent: 1.5em)[{told(str(text))}]" if hanging else told(str(text)))
        else:
            parts.append(f"{'=' * int(kind[1])} {told(str(text))}")
            listed = text == "References"
    source = to.with_suffix(".typ")
    body = "\n\n".join(parts)
    stroke = {"all": "0.5pt", "rows": "(bottom: 0.4pt)", "head": "none", "none": "none"}[layout.borders]
    source.write_text(
        f'#set page(paper: "{"a4" if layout.paper == "A4" else "us-letter"}", margin: {layout.margin}mm, '
        f"columns: {layout.columns}"
        + (', numbering: "1"' if layout.numbers else "")
        + (f", header: text(7pt)[{article.title}]" if layout.heads else "")
        + f')\n#set text(size: {layout.size}pt, lang: "en")\n#set table(stroke: {stroke})\n'
        f"#set par(justify: {str(layout.justified).lower()}, leading: {layout.spacing / 2}em)\n{body}",
        encoding="utf-8",
    )
    typst.compile(str(source), output=str(to))


_GREEK = {"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "κ": "kappa", "λ": "lambda",
          "μ": "mu", "ω": "omega", "≤": "le", "≥": "ge", "≈": "approx", "→": "to"}  # fmt: skip


def _latex(article: Article, layout: Layout, to: Path) -> None:
    if re.search("[а-я]", article.body, re.IGNORECASE):
        raise LookupError("pdflatex has no such letters by itself")
    source = to.with_suffix(".tex")
    two = layout.columns > 1 and not article.tables
    options = [f"classoption={'twocolumn' if two else 'onecolumn'}", f"fontsize={max(layout.size, 10)}pt",
               f"geometry:margin={layout.margin}mm"]  # fmt: skip
    _pandoc(article, source, "-s", *(part for option in options for part in ("-V", option)))
    text = source.read_text(encoding="utf-8")
    letters = "".join(
        f"\\DeclareUnicodeCharacter{{{ord(letter):04X}}}{{\\ensuremath{{\\{name}}}}}\n"
        for letter, name in _GREEK.items()
    )
    text = text.replace(r"\begin{document}", f"{letters}\\begin{{document}}", 1)
    if layout.heads:
        text = text.replace(
            r"\begin{document}", "\\pagestyle{headings}\n\\begin{document}\n\\markboth{Peptides}{Peptides}", 1
        )
    source.write_text(text, encoding="utf-8")
    for _ in range(2):
        _run("pdflatex", "-interaction=nonstopmode", f"-output-directory={to.parent}", source)


def _groff(article: Article, layout: Layout, to: Path) -> None:
    if re.search(r"[^\x00-\xff\u0391-\u03c9\u2000-\u22ff]", article.body):
        raise LookupError("the fonts of groff have no such letters")
    source = to.with_suffix(".ms")
    _pandoc(article, source, "-s", "-t", "ms", "-V", f"pointsize={layout.size}p")
    made = subprocess.run(
        ["groff", "-Kutf8", "-t", "-ms", "-Tps", str(source)], check=True, capture_output=True, timeout=120
    )
    printed = to.with_suffix(".ps")
    printed.write_bytes(made.stdout)
    _run("ps2pdf", printed, to)


def _blocks(article: Article) -> list[tuple[str, object]]:
    """Return the blocks of an article for programs that know no Markdown: (kind, text or rows)."""
    from markdown_it import MarkdownIt  # noqa: PLC0415

    blocks: list[tuple[str, object]] = [("h1", article.title)]
    rows: list[list[str]] = []
    kind, number = "p", 0
    for token in MarkdownIt().enable("table").parse(article.body):
        if token.type in {"heading_open", "paragraph_open"}:
            kind = token.tag
        elif token.type == "tr_open":
            rows.append([])
        elif token.type == "table_close":
            blocks.append(("table", rows))
            rows = []
        elif token.type == "list_item_open":
            number = int(token.info or 0)
        elif token.type == "list_item_close":
            number = 0
        elif token.type == "inline":
            text = "".join(child.content if child.type == "text" else " " for child in token.children or ())
            if rows and token.level > 2:
                rows[-1].append(text)
            else:
                blocks.append((kind, f"{number}. {text}" if number else text))
    return blocks


def _reportlab(article: Article, layout: Layout, to: Path) -> None:
    from reportlab.lib import colors, pagesizes  # noqa: PLC0415
    from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415
    from reportlab.lib.units import mm  # noqa: PLC0415
    from reportlab.pdfbase import pdfmetrics, ttfonts  # noqa: PLC0415
    from reportlab.platypus import (  # noqa: PLC0415
        BaseDocTemplate,
        Frame,
        PageTemplate,
        Paragraph,
        Spacer,
        Table,
        TableStyle,
    )  # fmt: skip

    pdfmetrics.registerFont(ttfonts.TTFont("Letters", _font()))
    plain = ParagraphStyle("p", fontName="Letters", fontSize=layout.size, leading=layout.size * layout.spacing,
                           alignment=4 if layout.justified else 0, spaceAfter=4)  # fmt: skip
    hanging = ParagraphStyle("r", plain, leftIndent=14, firstLineIndent=-14)
    head = ParagraphStyle("h", plain, fontSize=layout.size * 1.4, leading=layout.size * 1.8, alignment=0)
    cell = ParagraphStyle("c", plain, fontSize=layout.size * 0.8, leading=layout.size, alignment=0, spaceAfter=0)
    size = pagesizes.A4 if layout.paper == "A4" else pagesizes.letter
    margin, gap = layout.margin * mm, 7 * mm
    width = (size[0] - 2 * margin - gap * (layout.columns - 1)) / layout.columns
    frames = [Frame(margin + (width + gap) * number, margin, width, size[1] - 2 * margin, 0, 0, 0, 0)
              for number in range(layout.columns)]  # fmt: skip

    def beside(canvas: object, document: object) -> None:
        canvas.setFont("Letters", 7)  # type: ignore[attr-defined]
        if layout.heads:
            canvas.drawString(margin, size[1] - margin / 2, article.title)  # type: ignore[attr-defined]
        if layout.numbers:
            canvas.drawCentredString(size[0] / 2, margin / 2, str(document.page))  # type: ignore[attr-defined]

    lines = {"all": [("GRID", (0, 0), (-1, -1), 0.5, colors.grey)], "none": [],
             "rows": [("LINEBELOW", (0, 0), (-1, -1), 0.4, colors.grey)],
             "head": [("LINEBELOW", (0, 0), (-1, 0), 0.6, colors.black)]}[layout.borders]  # fmt: skip
    story: list[object] = []
    listed = False
    for kind, text in _blocks(article):
        if isinstance(text, list):
            cells = [[Paragraph(_markup(one), cell) for one in row] for row in text]
            widths = [width / len(cells[0])] * len(cells[0])
            style = TableStyle([("VALIGN", (0, 0), (-1, -1), "MIDDLE" if layout.middle else "TOP"), *lines])
            story += [Table(cells, widths, repeatRows=1, style=style), Spacer(1, 6)]
            continue
        story.append(
            Paragraph(_markup(str(text)), head if kind != "p" else hanging if listed and layout.hanging else plain)
        )
        listed = listed or text == "References"
    document = BaseDocTemplate(str(to), pagesize=size)
    document.addPageTemplates(PageTemplate(frames=frames, onPage=beside))
    document.build(story)


def _markup(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _font() -> str:
    return "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"


def _fpdf(article: Article, layout: Layout, to: Path) -> None:
    from fpdf import FPDF  # noqa: PLC0415

    class Sheet(FPDF):
        def header(self) -> None:
            if layout.heads:
                self.set_font("letters", size=7)
                self.cell(0, 5, article.title, new_x="LMARGIN", new_y="NEXT")

        def footer(self) -> None:
            if layout.numbers:
                self.set_y(-12)
                self.set_font("letters", size=8)
                self.cell(0, 5, str(self.page_no()), align="C")

    sheet = Sheet(format=layout.paper.lower())
    sheet.add_font("letters", fname=_font())
    sheet.add_font("letters", "B", fname=_font().replace(".ttf", "-Bold.ttf"))
    sheet.set_margin(layout.margin)
    sheet.set_auto_page_break(True, margin=max(18, layout.margin))
    sheet.add_page()
    line = layout.size * layout.spacing * 0.3528
    for kind, text in _blocks(article):
        sheet.set_font("letters", size=layout.size * (1 if kind == "p" else 0.8 if kind == "table" else 1.4))
        if isinstance(text, list):
            borders = {"all": "ALL", "rows": "HORIZONTAL_LINES", "head": "SINGLE_TOP_LINE", "none": "NONE"}
            with sheet.table(borders_layout=borders[layout.borders], text_align="LEFT", line_height=line) as table:
                for row in text:
                    cells = table.row()
                    for one in row:
                        cells.cell(one)
        else:
            sheet.multi_cell(0, line if kind == "p" else line * 1.4, str(text), new_x="LMARGIN", new_y="NEXT",
                             align="J" if layout.justified and kind == "p" else "L")  # fmt: skip
        sheet.ln(line / 2)
    sheet.output(str(to))


PROGRAMS: dict[str, Callable[[Article, Layout, Path], None]] = {
    "chromium": _chromium,
    "weasyprint": _weasyprint,
    "libreoffice": _libreoffice,
    "typst": _typst,
    "pdflatex": _latex,
    "groff": _groff,
    "reportlab": _reportlab,
    "fpdf2": _fpdf,
}
