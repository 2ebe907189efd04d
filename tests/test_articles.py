"""Articles as they are read: each form of file in a few lines, and the blocks that come of them."""

from __future__ import annotations

import base64
import io
import json
import os
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from conftest import PROGRAM, Run
from pdfs import drawn, on_page, pdf, pdf_of, stream_of
from peptidecli.audit import parse
from peptidecli.audit.article import documents, reading
from peptidecli.audit.checks.identifiers import numbered_in
from peptidecli.errors import UsageError
from peptidecli.intake.bibtex import papers
from peptidecli.notation.identifiers import doi_in

ROW = "Semax,10.1000/x"
READ: dict[str, tuple[str, str, list[tuple[str, str]]]] = {
    # -- Markdown
    "letters set low stand on the line": (
        "a.md", "$H_{2}O$ and C_{6}H_{12}, \\*not\\* told", [("prose", "$H2O$ and C6H12, \\not\\ told")],
    ),
    "an address in angle brackets may have blanks": (
        "a.md", '[a](<http://a.example/x y> "t")', [("prose", "a (http://a.example/x y)")],
    ),
    "an address may have brackets in pairs and blanks around it": (
        "a.md", "[a](  http://a.example/(x)y )", [("prose", "a (http://a.example/(x)y)")],
    ),
    "a bracket that is escaped closes no address": (
        "a.md", "[a](http://a\\).example)", [("prose", "a (http://a).example)")],
    ),
    "brackets that are never closed are no address": (
        "a.md", "[a](http://a.example((((((((((x)", [("prose", "[a](http://a.example((((((((((x)")],
    ),
    "an address that goes on without its bracket is no address": (
        "a.md", "[a](<http://a.example and (x) ](", [("prose", "[a](<http://a.example and (x) ](")],
    ),
    "a link within a page is its text alone": (
        "a.md", '<a href="#x">Home</a> <a name="y">Z</a> <span>w</span>', [("prose", "Home Z w")],
    ),
    "code is read as lines": (
        "a.md", "```\nSemax code\n```\n\n    indented Semax\n\n~~~\nx\n```\n~~~\n",
        [("prose", "Semax code"), ("prose", "indented Semax"), ("prose", "x")],
    ),
    "a label stands under the name that is its heading": (
        "a.md", "Semax:\n  first\n  second\n\nName\n: told of it\n",
        [("prose", "Semax:"), ("prose", "first"), ("prose", "second"), ("heading", "Name"), ("prose", ": told of it")],
    ),
    # -- HTML
    "a page with no markup is read as its lines": (
        "a.html", "<html>Line one<br>two\n\nthree\n", [("prose", "Line one"), ("prose", "two"), ("prose", "three")],
    ),
    "a break within a cell divides words": (
        "a.html", "<table><tr><td>a<br>b</td><td>y</td></tr><tr></tr></table><script>x</script>", [("row", "a b | y")],
    ),
    "the first row of heads is the head of the others": (
        "a.html", "<table><tr><th>A</th><th>B</th></tr><tr><td>1<p>2</p></td><td>3</td></tr></table>",
        [("row", "A | B"), ("row", "1 2 | 3")],
    ),
    "texts of a drawing in a page are read, each by itself": (
        "a.html", "<p>a</p><svg><title>t</title><desc>d</desc><text>b <tspan>c</tspan></text>\n<text>e</text></svg>",
        [("prose", "a"), ("prose", "t"), ("prose", "b c"), ("prose", "e")],
    ),
    "what stands in a row before its cells is read, as a browser shows it": (
        "a.html", "<table><tr>a <b>b</b><td>x</td><td>y</td></tr></table>", [("prose", "a b"), ("row", "x | y")],
    ),
    "what stands in a block or a box of its own is no part of a word beside it": (
        "a.html", "<details><summary>A</summary>Semax</details><legend>B</legend>C <p><q>D</q>Semax<input>E",
        [("prose", "A"), ("prose", "Semax"), ("prose", "B"), ("prose", "C"), ("prose", '"D"Semax E')],
    ),
    "fields of XML that stand against each other are apart, and its lines end where it says so": (
        "a.xml",
        "<article><title>A<break/>b</title><name><surname>Abel</surname><given-names>A</given-names></name><name>"
        "<surname>Roe</surname><given-names>B</given-names></name><year>2001</year><volume>7</volume><p>c<break />d</p>"
        "<verse-line>e</verse-line><verse-line>f<italic>g</italic><bold>h</bold></verse-line></article>",
        [("prose", "A b"), ("prose", "Abel A Roe B 2001 7"), ("prose", "c d"), ("prose", "e"), ("prose", "fgh")],
    ),
    "a record that is none of EndNote's is read as a text, and what tells of a drawing is not": (
        "a.xml",
        "<OAI-PMH><record><header>a</header><metadata><p>Semax</p></metadata></record><svg><metadata>x</metadata>"
        "<desc>y</desc></svg><desc>z</desc></OAI-PMH>",
        [("prose", "a"), ("prose", "Semax"), ("prose", "z")],
    ),
    "what a page shows in its fields is read, and what it does not is not": (
        "a.html",
        "<p>a<input value='b&#10;c'>d<input type=submit value=e><input type=hidden value=f><input placeholder=g>"
        "<input type=Password value=h><p>i",
        [("prose", "a b c d e g"), ("prose", "i")],
    ),
    "a group of choices shows its label, and a choice without words its own or its value": (
        "a.html",
        "<p>x<select><optgroup label='a'><option value=b>c</option><option value=d label=e></optgroup></select>"
        "<datalist><option value=f></datalist>",
        [("prose", said) for said in "xacef"],
    ),
    "text of a drawing may be a section of XML": (
        "a.html", "<p>x<svg><text><![CDATA[Semax]]></text></svg>", [("prose", "x"), ("prose", "Semax")],
    ),
    "what stands right behind mathematics and environments is no part of a word before it": (
        "a.tex", r"$$x$$Semax \begin{align}x\end{align}Selank", [("prose", "x Semax x Selank")],
    ),
    "what is noted in a citation or for the other side of the paper is read by itself": (
        "a.tex",
        r"Much is known \citep[see, e.g.,][p. 5]{x} and said \cite[Semax is new][]{y}."
        "\n\n" r"A.\marginpar[On the left]{On the right}",
        [("prose", "Much is known and said ."), ("prose", "Semax is new"), ("prose", "A."),
         ("prose", "On the left"), ("prose", "On the right")],
    ),
    "of elements within a line of Markdown blocks and boxes divide words": (
        "a.md", "x <legend>A</legend>Semax<img>B <q>C</q> Sel<b>ank</b>", [("prose", 'x A Semax B "C" Selank')],
    ),
    "a reference mark set high at a word of a page is no part of it": (
        "a.html",
        "<p><sup>1</sup>Semax<sup><a href='#b'>2,3</a></sup> is<p>BPC-157<sup>a</sup> Selank<sup>TM</sup>"
        "<table><tr><th>Semax<sup>b</sup></th></tr><tr><td>x</td></tr></table>",
        [("prose", "1 Semax 2,3 is"), ("prose", "BPC-157 a Selank TM"), ("row", "Semax b"), ("row", "x")],
    ),
    "a reference mark set high at a word of Markdown is no part of it": (
        "a.md", "<sup>a</sup>Semax<sup>1</sup> is\n\n¹Semax¹² is.¹",
        [("prose", "a Semax 1 is"), ("prose", "¹ Semax ¹² is.¹")],
    ),
    "powers, charges, places of residues and isotopes stay as they are": (
        "a.html", "<p>10<sup>6</sup> cm<sup>2</sup> Ca<sup>2+</sup> D-Ala<sup>2</sup> mol<sup>-1</sup> [<sup>3</sup>H]x"
        " <sup>99m</sup>Tc m² s⁻¹",
        [("prose", "106 cm2 Ca2+ D-Ala2 mol-1 [3H]x 99mTc m² s⁻¹")],
    ),
    # -- XML
    "what XML marks as text of characters is text": (
        "a.xhtml", "<p><![CDATA[Semax < Selank]]> & <![CDATA[PGP]]></p><p><![CDATA[open",
        [("prose", "Semax < Selank & PGP"), ("prose", "open")],
    ),
    "elements of XHTML may have a prefix": (
        "a.xhtml", '<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:p>Semax</h:p><h:p>Selank</h:p></h:html>',
        [("prose", "Semax"), ("prose", "Selank")],
    ),
    "a page is XHTML also by its first words": (
        "a.html", "<?xml version='1.0'?><html><p><![CDATA[Semax]]>", [("prose", "Semax")],
    ),
    "what a page of HTML has in such marks nobody sees": ("a.html", "<p>Semax<![CDATA[Selank]]>", [("prose", "Semax")]),
    "a list of entities is no text": (
        "a.xml",
        '<!DOCTYPE a [\n<!ENTITY nbsp "&#160;">\n]>\n<p>Semax&nbsp;is<tex-math><![CDATA[\\begin{a}]]></tex-math>',
        [("prose", "Semax is")],
    ),
    # -- JSON
    "JSON without a string has nothing to read": ("a.json", '[{"a": 1}]', []),
    "JSON that is no bibliography is read by its strings": (
        "a.json", '{"text": "Semax is approved.\\nIt is", "list": ["one", {"k": "two"}]}',
        [("prose", "Semax is approved."), ("prose", "It is"), ("prose", "one"), ("prose", "two")],
    ),
    "an item may have a date in its own words and a group for its author": (
        "a.json",
        '[{"type": "article-journal", "title": "Semax", "issued": {"literal": "in May 2011"}, '
        '"author": [{"family": "Moss"}, {"literal": "A Group"}, 5]}]',
        [("entry", "Moss, A Group. (2011). Semax")],
    ),
    # -- records by tags
    "a record that is not ended ends with the file": (
        "a.ris", "TY  - JOUR\nTI  - Semax\nAU  - Moss, A\nPY  - 2011\n", [("entry", "Moss, A. (2011). Semax")],
    ),
    "a record that is not ended ends where the next begins": (
        "a.ris", "TY  - JOUR\nTI  - Semax\nTY  - JOUR\nTI  - Selank\nER  - \n",
        [("entry", "Semax"), ("entry", "Selank")],
    ),
    # -- tables
    "a table of titles and DOIs is a bibliography": (
        "a.csv", f"title,doi\n{ROW}\n", [("entry", "Semax")],
    ),
    "a row of a bibliography with nothing to know it by is a row": (
        "a.csv", "DOI,Title,n\n,,5\n", [("row", "|  | 5")],
    ),
    "a row of a table that is no bibliography is a row": ("a.csv", "a;b\n1;2\n", [("row", "1 | 2")]),
    "an endless row is prose": (
        "a.csv", f"a,b\n{'x' * 6000},y\n", [("prose", f"{'x' * 6000} y")],
    ),
    # -- text
    "UTF-16 is read by its mark": ("a.txt", "\ufeffSemax", [("prose", "Semax")]),
    "rules and tables of a plain text are seen": (
        "a.txt", "Semax\n=====\n\n-----\n| a | b |\n|---|---|\n| 1 | 2 |\n\n  * x\n",
        [("heading", "Semax"), ("row", "a | b"), ("row", "1 | 2"), ("item", "x")],
    ),
    "a page has a head of keys and values": (
        "a.md", "---\nname: Semax\n\nmass: 813\nabout: >\n  told of it\n  over lines\n- one\n...\ntext\n",
        [("heading", "Semax"), ("record", "mass: 813"), ("record", "about: told of it over lines"), ("record", "one"),
         ("prose", "text")],
    ),
    "a rule over a text is no head of a page": (
        "a.md", "---\nSemax is sold\n\n---\n", [("prose", "Semax is sold")],
    ),
    "a head that is never closed is none": ("a.md", "---\nname: Semax\n", [("prose", "name: Semax")]),
    # -- LaTeX
    "rows, items and entries of LaTeX are blocks": (
        "a.tex",
        "\\section{Semax}\n\\begin{tabular}{ll}\na & b \\\\\nc & d \\\\\n\\end{tabular}\n\\begin{itemize}\n\\item One\n"
        "\\item Two\n\\end{itemize}\n\\bibitem{a} Moss A. Semax. 2011.\n",
        [("heading", "Semax"), ("row", "a | b"), ("row", "c | d"), ("item", "One"), ("item", "Two"),
         ("item", "Moss A. Semax. 2011.")],
    ),
    "a percent sign in an address and in code begins no comment in LaTeX": (
        "a.tex",
        "\\url{http://x.org/a%20b_1} and \\href{http://x.org/a%b}{words} and \\verb|%|.\n\n"
        "It is \\% of it \\\\% none\n",
        [("prose", "http://x.org/a%20b_1 and words (http://x.org/a%b) and %."), ("prose", "It is % of it")],
    ),
    "what LaTeX sets over both columns is read": (
        "a.tex", "\\twocolumn[\\begin{@twocolumnfalse} \\maketitle Semax is a peptide. \\end{@twocolumnfalse}]\nx",
        [("prose", "[ Semax is a peptide. ]"), ("prose", "x")],
    ),
    "a caption among the options of a command is read": (
        "a.tex", "Semax\n\n\\ctable[caption={The mass of Selank is 4.}, label=a]{ll}{}{a & b\\\\}",
        [("prose", "Semax"), ("prose", "ll a & b"), ("prose", "caption=The mass of Selank is 4., label=a")],
    ),
    "what is printed as it stands has no comments and no commands": (
        "a.tex", "\\begin{verbatim}\n5% of a_1\n\\end{verbatim}\n\nNo \\begin{verbatim}5%",
        [("prose", "5% of a_1"), ("prose", "No 5%")],
    ),
    "a comment ends no paragraph of LaTeX, and divides no word": (
        "a.tex", "Semax that was given in all of these trials is a pep%\n  tide and\n% a comment\nsmall.\n",
        [("prose", "Semax that was given in all of these trials is a peptide and small.")],
    ),
    "notes and captions of LaTeX stand behind their paragraph": (
        "a.tex",
        "Word\\footnote{A note\\footnotemark{} over\ntwo lines.} and more.\n\n"
        "\\captionof{figure}{Words.}\n",
        [("prose", "Word and more."), ("prose", "A note over two lines."),
         ("prose", "Words.")],
    ),
    "a note of LaTeX that only cites stays in its sentence": (
        "a.tex", "Semax\\footnote{Moss et~al., 2011.} is small.\n", [("prose", "Semax (Moss et al., 2011) is small.")],
    ),
    "commands of LaTeX glue no words together, and take no words with them": (
        "a.tex",
        "Semax\\index{Semax} is\\quad small\\foo{x}{y}z, \\textcolor{red}{red}, \\parbox{3cm}{\\bf wide} "
        "\\textbf{and}s.\n\n"
        "\\begin{foo}[The name of it]{A}Semax\\end{foo}\n",
        [("prose", "Semax is small x y z, red, wide ands."), ("heading", "The name of it"), ("prose", "A Semax")],
    ),
    "a text behind a heading of LaTeX is read, and a heading may go over lines": (
        "a.tex", "\\section[A]{One\nand \\emph{two}\\footnote{A note.}}Three\n\\paragraph{Four.} Five\n",
        [("heading", "One and two"), ("prose", "Three"), ("prose", "A note."), ("heading", "Four."), ("prose", "Five")],
    ),
    "rows and items of LaTeX may stand in one line": (
        "a.tex",
        "\\begin{tabular}{p{3cm}l} a & b \\\\ \\midrule c & \\multicolumn{2}{l}{d} \\\\[2pt] \\end{tabular}\n\n"
        "\\begin{itemize}\\item One \\item[Two] is\\end{itemize}\n",
        [("row", "a | b"), ("row", "c | d"), ("item", "One"), ("item", "Two is")],
    ),
    "macros and abbreviations that LaTeX defines are put in": (
        "a.tex",
        "\\newcommand{\\drug}{\\emph{\\sx}}\\def\\sx{Semax}\\newcommand\\is[2]{#1 is a #2}"
        "\\newacronym{b}{BDNF}{a factor}\n"
        "\\DeclareAcronym{n}{short=NGF, long={another}}\n\n"
        "\\is{\\drug}{peptide}, \\gls{b}, \\acs{n}, \\csname sx\\endcsname.\n",
        [("prose", "n short=NGF, long=another"), ("prose", "Semax is a peptide, a factor (BDNF), NGF, Semax.")],
    ),
    "a macro made of itself ends": ("a.tex", "\\def\\a{\\a x}\\a{} y\n", [("prose", "x x x x x x y")]),
    "a macro may have a usual argument, take others in another order, and be made of macros below it": (
        "a.tex",
        "\\newcommand{\\d}[2][in rats]{\\b{} #2 was studied #1.}\\newcommand{\\s}[2]{#2 is #1 and #1}\n"
        "\\def\\b{\\c}\\def\\c{\\e}\\def\\e{Now}\n\n\\d{Semax}\n\n\\d[in\nmice]{Selank} \\s{x\n}{y}!\n\nz\n",
        [("prose", "Now Semax was studied in rats."), ("prose", "Now Selank was studied in mice. y is x and x!"),
         ("prose", "z")],
    ),
    # -- BibTeX
    "an author may be a group and others may be left out": (
        "a.bib", "@article{a, title={Semax}, author={Moss, A and others and {The Group}}, year=2011}",
        [("entry", "Moss, A, The Group et al. (2011). Semax")],
    ),
    "a field may be joined of strings": (
        "a.bib", '@comment{x}\n@string{j = {Journal}}\n@article{b, title = j # { of}, editor={X}}\n',
        [("entry", "Journal of")],
    ),
}  # fmt: skip
"""By what they hold: the name of a file, its text, and kind and text of the blocks that are read of it."""


@pytest.mark.parametrize("case", READ)
def test_a_form_is_read_as_its_blocks(case: str) -> None:
    name, text, blocks = READ[case]
    content = text.encode("utf-16") if text.startswith("\ufeff") else text.encode()
    assert [(block.kind, block.plain.strip()) for block in parse(name, content).blocks] == blocks


@pytest.mark.parametrize("name", ["a.xhtml", "a.xml", "a.html"])
def test_a_text_that_a_page_in_xml_has_by_entities_of_its_own_is_told_not_to_be_read(name: str) -> None:
    told = parse(name, b'<?xml version="1.0"?>\n<!DOCTYPE html [\n<!ENTITY s "Semax">]>\n<p>&s; is\n<p>Selank')
    assert [(block.plain, block.line(0)) for block in told.blocks] == [("&s; is", 4), ("Selank", 5)]
    assert told.absent == ("it has entities of its own, whose text is not read; write them out",)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "cp1251"])
def test_a_page_in_xml_is_read_in_its_encoding(encoding: str) -> None:
    page = f"<?xml version='1.0' encoding='{encoding.replace('cp', 'windows-')}'?><html><p>Семакс"
    assert [block.plain for block in parse("a.xhtml", page.encode(encoding)).blocks] == ["Семакс"]


@pytest.mark.parametrize("name", ["a.html", "a.md"])
@pytest.mark.parametrize(
    "unseen",
    ["&shy;", "&#173;", "&#8203;", "&ZeroWidthSpace;", "&zwj;", "&NoBreak;", "&lrm;", "&#8238;", "&#xfeff;", "&#x34f;"],
)
def test_a_letter_that_no_reader_sees_is_taken_out_also_where_it_is_written_by_its_name(name: str, unseen: str) -> None:
    text = f"<p>Se{unseen}max</p>\n<table><tr><td>Sel{unseen}ank</td></tr></table>"
    assert [block.plain for block in parse(name, text.encode()).blocks] == ["Semax", "Selank"]


@pytest.mark.parametrize(
    ("name", "text", "read"),
    [
        ("a.html", "<p>A mass of 814<sup>3</sup> g/mol, of 7<sup>1,2</sup>.</p>", "A mass of 814 g/mol, of 7."),
        ("a.html", "<p>In 10<sup>6</sup> cells of 2 x 10<sup>3</sup></p>", "In 106 cells of 2 x 103"),
        ("a.tex", r"A mass of 814\textsuperscript{3} g/mol, of 7$^{1,2}$.", "A mass of 814 g/mol, of 7."),
        ("a.tex", r"In 10$^{6}$ cells.", "In 10^6 cells."),
    ],
)
def test_a_reference_mark_behind_a_number_is_none_of_its_digits(name: str, text: str, read: str) -> None:
    (block,) = parse(name, text.encode()).blocks
    assert block.plain == read


def test_a_cell_may_be_as_long_as_an_article() -> None:
    article = parse("a.csv", b'note,doi\n"' + b"x, " * 500_000 + b'",10.1000/x\n')
    assert (article.absent, [block.entry.doi for block in article.blocks if block.entry]) == ((), ["10.1000/x"])


def test_a_letter_that_is_written_in_two_parts_is_read_as_one() -> None:
    (block,) = parse("a.md", "Семакс с&#1080;&#774;".encode()).blocks
    assert block.plain == "Семакс сй"


def test_a_block_of_latex_has_the_lines_it_stands_on() -> None:
    text = (
        "% one\n\\newcommand{\\a}{\nb}\nA\\footnote{In\nfive.} and\\index{x\ny}\nseven\\cite{x,\ny}.\n\n"
        "\\section{A\nb}\n% eleven\nC.\n"
    )
    blocks = parse("a.tex", text.encode()).blocks
    assert [(block.plain, [line for _, line in block.starts]) for block in blocks] == [
        ("A and seven.", [4, 7]), ("In five.", [4, 5]), ("A b", [10]), ("C.", [13]),
    ]  # fmt: skip


def test_macros_that_make_a_text_too_long_are_told() -> None:
    text = "\\def\\a{" + "x" * 5000 + "}" + "\\a " * 100
    article = parse("a.tex", text.encode())
    assert article.absent == ("the macros in it make its text more than 100000 characters longer",)
    assert sum(len(block.text) for block in article.blocks) < 200_000


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_a_text_with_a_byte_order_mark_is_read_by_it(encoding: str) -> None:
    (block,) = parse("a.md", "Semax\u200f weighs 813.92 Da.".encode(encoding)).blocks
    assert block.plain == "Semax weighs 813.92 Da."


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", '{"title": "Semax", "DOI": "10.1000/x", "issued": {"date-parts": [[2011]]}}'),
        ("a.json", '{"message": {"title": ["Semax"], "DOI": "10.1000/x", "issued": {"date-parts": [[2011]]}}}'),
        ("a.csv", "10.1000/x,2011,Semax in the very long title of a paper\n"),
        ("a.bib", '@preamble{"x"}@string{j = {Journal}} @article{a, title = {Semax}, doi = {10.1000/x}, year = 2011}'),
        ("a.bib", '@article(a, title = {Semax (1)}, note = "a) b", doi = "10.1000/x", year = 2011)'),
    ],
)
def test_a_work_by_itself_is_an_entry_with_its_fields(name: str, text: str) -> None:
    entries = [block.entry for block in parse(name, text.encode()).blocks if block.entry]
    assert [(entry.doi, entry.year, entry.title[:5]) for entry in entries] == [("10.1000/x", "2011", "Semax")]


ODD: dict[str, tuple[str, str, tuple[int, ...]]] = {
    "an item of JSON that is none": ("a.json", '{"items": [\n{"title": "Semax"},\n{"id": "b"},\n5]}', (3, 4)),
    "what stands before the first record, and records of nothing": (
        "a.ris",
        "x\nTY  - JOUR\nTI  - Semax\nER  - \nER  - \n\nTY  - JOUR\nER  - \n",
        (1, 5, 7),
    ),
    "a second value where one counts": (
        "a.ris",
        "TY  - JOUR\nTI  - Semax\nPY  - 2006\nPY  - 2007\nPY  - 2006\nER  - \n",
        (4,),
    ),
    "a field of BibTeX that is there twice with two values, and not one that says the same again": (
        "a.bib",
        "@article{a, title={A}, year=2001, year={2001}, note={x}, note={y}}\n@article{b, title={A}, title={B}}\n",
        (2,),
    ),
    "a key of JSON that is there twice": (
        "a.json",
        '[{"title": "A", "DOI": "10.1/x"},\n{"title": "B", "title": "C"}]',
        (2,),
    ),
    "the last record of a file that is cut": (
        "a.ris",
        "TY  - JOUR\nTI  - Semax\nER  - \n\nTY  - JOUR\nTI  - Selank\nSP  - 1",
        (5,),
    ),
    "an entry of which a part is lost, and one behind another on its line": (
        "a.bib",
        '@article{a, title={Semax}, year="2011,\n doi={10.1/x}}\n@book{b, title={A}} @book{c, title}\n',
        (1, 3),
    ),
    "a row with more cells than the head": ("a.csv", "title,doi\nSemax,10.1000/x,more\n", (2,)),
}


@pytest.mark.parametrize("case", ODD)
def test_what_cannot_be_read_is_counted_by_its_line(case: str) -> None:
    name, text, odd = ODD[case]
    assert parse(name, text.encode()).odd == odd


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.bib", "@article{a, title={A}, doi={10.1000/x}, doi={10.1000/y}, pmid={12345}, pmid={12346}}"),
        ("a.json", '[{"title": "A", "DOI": "10.1000/y", "DOI": "10.1000/x", "PMID": "12346", "PMID": "12345"}]'),
    ],
)
def test_every_number_of_an_entry_is_held_against_it(name: str, text: str) -> None:
    entries = [block.entry for block in parse(name, text.encode()).blocks if block.entry]
    assert [(entry.title, entry.doi, entry.pmid) for entry in entries] == [
        ("A", "10.1000/x", "12345"), ("A", "10.1000/y", ""), ("A", "", "12346"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        '{"items": [{"title": "A", "DOI": "10.1/x"}], "items": [{"title": "B", "DOI": "10.1/y"}]}',
        '{"a": {"title": "A", "DOI": "10.1/x"}, "a": {"title": "B", "DOI": "10.1/y"}}',
        '{"message": {"title": "A", "DOI": "10.1/x"}, "message": {"title": "B", "DOI": "10.1/y"}}',
    ],
)
def test_of_a_key_that_is_there_twice_all_works_are_read(text: str) -> None:
    entries = [block.entry for block in parse("a.json", text.encode()).blocks if block.entry]
    assert [entry.title for entry in entries] == ["A", "B"]


ROWS = {
    "the quote of a cell that begins with it is never closed": (
        'doi,title\n"10.1000/x,Semax\n10.1000/y,Selank\n', [("10.1000/x", "Semax"), ("10.1000/y", "Selank")],
    ),
    "of the last cell, whose commas are its own": (
        'doi,title\n10.1000/x,"Semax, and more\n10.1000/y,Selank\n',
        [("10.1000/x", "Semax, and more"), ("10.1000/y", "Selank")],
    ),
    "of a cell in the middle": (
        'doi,title,year\n10.1000/x,"Semax, and more,2006\n10.1000/y,Selank,2007\n',
        [("10.1000/x", "Semax, and more"), ("10.1000/y", "Selank")],
    ),
    "it would be closed by the quote of another cell": (
        'doi,title\n"10.1000/x,Semax\n10.1000/y,Selank\n"10.1000/z","Semax, and\nSelank"\n',
        [("10.1000/x", "Semax"), ("10.1000/y", "Selank"), ("10.1000/z", "Semax, and Selank")],
    ),
    "of two cells in a row": (
        'doi,title,year\n"10.1000/x,"Semax, and more,2006\n10.1000/y,"Selank, the "other" one",2007\n',
        [("10.1000/x", "Semax, and more"), ("10.1000/y", 'Selank, the "other" one')],
    ),
    "of a cell behind which another is closed": (
        'doi,title\n"10.1000/x,"Semax"\n10.1000/y,Selank\n', [("10.1000/x", "Semax"), ("10.1000/y", "Selank")],
    ),
    "cells that are divided by tabs": (
        'doi\ttitle\n10.1000/x\t"Semax\n10.1000/y\tSelank\n', [("10.1000/x", "Semax"), ("10.1000/y", "Selank")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", ROWS)
def test_a_quote_that_is_never_closed_takes_no_other_row(case: str) -> None:
    text, rows = ROWS[case]
    article = parse("a.tsv" if "\t" in text else "a.csv", text.encode())
    assert [(block.entry.doi, block.entry.title) for block in article.blocks if block.entry] == rows
    assert [reason.split(";")[0] for reason in article.absent] == ["a quote that opens on line 2 is not closed"]


def test_a_cell_in_quotes_may_go_on_over_lines_and_have_quotes_in_it() -> None:
    text = 'doi,title\n10.1000/x,"Semax\nand ""Selank"" in\nrats"\n10.1000/y,"Semax" and more\n'
    article = parse("a.csv", text.encode())
    titles = [block.entry.title for block in article.blocks if block.entry]
    assert (titles, article.absent) == (['Semax and "Selank" in rats', '"Semax" and more'], ())


def test_quotes_that_are_never_closed_are_counted_and_the_first_named_and_end_with_1(run: Run, tmp_path: Path) -> None:
    for rows, told in ((1, "a quote that opens on line 2"), (7, "on 7 lines are not closed, and were read to the")):
        (tmp_path / "a.csv").write_text("doi,title\n" + '10.1000/x,"Semax\n' * rows, encoding="utf-8")
        done = run("audit", str(tmp_path / "a.csv"))
        assert (done.returncode, told in done.stderr) == (1, True)
    assert done.stderr.rstrip().endswith(": 2, 3, 4, 5, 6, …")


# -- what is no article ------------------------------------------------------------------------------------------------


def test_what_is_no_file_to_read_is_told_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    for name, reason in (
        (str(tmp_path), "is a folder; name the articles in it"),
        (str(tmp_path / "pipe.md"), "is no regular file; pipe it"),
        (str(tmp_path / "none.md"), "there is no such file"),
        ("a\0.md", "cannot be read"),
        ("https://a.example/x", "is an address, and nothing is fetched here"),
    ):
        with pytest.raises(UsageError, match=reason):
            reading.read(name)
    monkeypatch.setattr(reading, "BEYOND", 10)
    with pytest.raises(UsageError, match="is larger than 0 MB; divide it"):
        parse("a.md", b"x" * 11)


@pytest.mark.parametrize("content", [b"\x80\x81\x82\xff\x00\x01", b"%PDF-1.7"], ids=["bytes", "PDF"])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(UsageError, match="save it as plain text, Markdown or HTML first"):
        parse("a.md", content)


def test_a_bibliography_of_a_manuscript_that_is_too_large_or_cannot_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "refs.bib").write_text("@article{a, title={Semax}}" + " " * 200)
    (tmp_path / "a.tex").write_text("\\cite{a}\\bibliography{refs}")
    monkeypatch.setattr(reading, "BEYOND", 100)
    told = reading.read(str(tmp_path / "a.tex"))
    assert told.absent == (f"{tmp_path / 'refs.bib'} is larger than 0 MB; divide it",)


# -- documents ---------------------------------------------------------------------------------------------------------


def packed(**members: str) -> bytes:
    """Return a package as Word and EPUB are; `__` in a name stands for the dot before its ending."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        for name, text in members.items():
            package.writestr(name.replace("__", "."), text)
    return held.getvalue()


def word(*rows: int) -> bytes:
    """Return a Word document with an empty paragraph, a text, and a table of rows with so many columns."""
    import docx  # noqa: PLC0415

    document = docx.Document()
    document.add_paragraph("")
    document.add_paragraph("Semax")
    for columns in rows:
        table = document.add_table(rows=1, cols=columns)
        table.rows[0].cells[0].text = "x" if columns < 50 else ""
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def test_the_text_of_a_pdf_is_read() -> None:
    told = parse("a.pdf", pdf("Semax is a", "heptapeptide.", "", "Selank", "", "Another."))
    assert [block.plain for block in told.blocks] == ["Semax is a heptapeptide.", "Selank", "Another."]


_OVER = "goes on over the whole width of the page, and that Semax was approved by the"
_UNDER = "FDA in 2011, which goes on in a further line of the same width as all of the others"


@pytest.mark.parametrize(
    "beside",
    [
        lambda page: ((), (str(page),)),
        lambda page: ((str(page),), ()),
        lambda page: ((), (f"- {page} -",)),
        lambda page: ((), (f"Page {page} of 4",)),
        lambda page: ((("ix", "x", "xi", "xii")[page - 1],), ()),
        lambda page: (("Smith et al.",), (str(page),)),
        lambda page: ((f"Smith et al.   {page}",), ("Journal of Examples. 2006",)),
        lambda page: (("A running head" if page % 2 else "Another head",), ()),
        lambda page: ((), ("Downloaded from x.example by nobody", str(page))),
    ],
)
def test_a_sentence_goes_on_over_the_border_of_two_pages_whatever_stands_over_and_under_them(
    beside: Callable[[int], tuple[tuple[str, ...], tuple[str, ...]]],
) -> None:
    texts = {1: ("A first line of the first page that is as long as all of the others are, which", _OVER),
             2: (_UNDER, "and in one more line that is as long as the others, so that nothing is seen to end"),
             3: ("before it does in one of the last of all of the lines that this text of pages has,",),
             4: ("which is this line.",)}  # fmt: skip
    pages = [on_page(*beside(page)[0], *lines, *beside(page)[1]) for page, lines in texts.items()]
    found = parse("a.pdf", pdf_of(*pages)).blocks
    titles = [one.plain for one in found if one.kind == "heading"]
    prose, *others = [one.plain for one in found if one.kind != "heading"]
    assert prose == " ".join(line for lines in texts.values() for line in lines)
    told = [line for page in texts for side in beside(page) for line in side]
    assert [*titles, *others] == [" ".join(line.split()) for line in dict.fromkeys(told)]


@pytest.mark.parametrize("mark", ["1", "1. ", "* "])
@pytest.mark.parametrize("under", [_UNDER, _UNDER.replace("FDA", "agency of those")])
def test_a_note_at_the_foot_of_a_page_stands_by_itself_and_not_in_the_sentence_that_goes_on(
    mark: str, under: str
) -> None:
    note = (f"{mark}Selank is another peptide, of which more is said in one of the chapters that", "stand behind it.")
    first = "A first line of the first page that is as long as all of the others are, which"
    pages = [on_page(first, _OVER, *note, "1"), on_page(under, "and here it ends.", "2")]  # fmt: skip
    texts = [" ".join(one.plain.split()) for one in parse("a.pdf", pdf_of(*pages)).blocks]
    assert texts[0].endswith(f"{_OVER} {under} and here it ends.")
    assert texts[1].endswith(
        "Selank is another peptide, of which more is said in one of the chapters that stand behind it."
    )


def test_a_number_that_begins_a_line_is_no_mark_of_a_note_unless_the_next_page_goes_on_in_small_letters() -> None:
    over = "In a further study of the same authors the peptide was given once a day to"
    pages = [on_page(over, "24 Wistar rats of both groups."), on_page("The others had none of it.")]
    told = " ".join(one.plain for one in parse("a.pdf", pdf_of(*pages)).blocks)
    assert told == f"{over} 24 Wistar rats of both groups. The others had none of it."


def test_items_of_a_list_at_the_foot_of_a_page_are_no_notes() -> None:
    over = "The groups of the study, of which there were more than two in all, were"
    pages = [on_page(over, "1. Rats that had none.", "2. Rats that had Semax."),
             on_page("3. Rats that had Selank.", "Each was of ten.")]  # fmt: skip
    texts = [one.plain for one in parse("a.pdf", pdf_of(*pages)).blocks]
    assert texts[1:4] == ["1. Rats that had none.", "2. Rats that had Semax.", "3. Rats that had Selank."]


def test_a_sentence_goes_on_over_the_pages_of_a_text_as_pdftotext_writes_them() -> None:
    text = (
        f"Smith et al.\n\nA first line of the page.\n\n{_OVER}\n\n1\n\n\fSmith et al.\n\n{_UNDER}\nand ends.\n\n2\n\f"
    )
    told = parse("a.txt", text.encode()).blocks
    assert [(one.plain, one.line(0)) for one in told] == [
        ("A first line of the page.", 3), (f"{_OVER} {_UNDER} and ends.", 5), ("Smith et al.", 1), ("1", 7), ("2", 14)
    ]  # fmt: skip
    assert parse("a.md", text.encode()).blocks != told
    plain = "# A\n\n> a quotation\n\f\n* an item\n"
    assert [one.plain for one in parse("a.txt", plain.encode()).blocks] == ["A", "a quotation", "an item"]


_DOI = "10.1124/jpet.114.218735"


@pytest.mark.parametrize(
    ("macro", "used", "said"),
    [
        (r"\newcommand{\p}[1]{\href{https://doi.org/#1}{paper}}", rf"\p{{{_DOI}}}", f"paper (https://doi.org/{_DOI})"),
        (r"\newcommand{\p}[1]{\href{https://doi.org/10.1124/#1}{it}}", r"\p{x.1}", "it (https://doi.org/10.1124/x.1)"),
        (r"\newcommand{\p}[2]{\href{https://doi.org/#1}{#2}}", rf"\p{{{_DOI}}}{{A}}", f"A (https://doi.org/{_DOI})"),
        (r"\NewDocumentCommand{\p}{m}{a mass of #1 Da}", r"\p{1}", "a mass of 1 Da"),
        (r"\NewDocumentCommand\p{O{Semax} +m}{#1 has #2 Da}", r"\p{1}", "Semax has 1 Da"),
        (r"\DeclareDocumentCommand{\p}{ m m }{#1 has #2 Da}", r"\p{Semax}{1}", "Semax has 1 Da"),
        (r"\NewDocumentCommand{\p}{o m}{a mass of#1 #2 Da}", r"\p[ about]{1}", "a mass of about 1 Da"),
    ],
)
def test_the_arguments_of_a_macro_are_put_in_where_they_are_in_an_address_and_where_latex_names_them(
    macro: str, used: str, said: str
) -> None:
    told = parse("a.tex", f"{macro}\n\\begin{{document}}\nSee {used}.\n\\end{{document}}\n".encode())
    assert " ".join(" ".join(one.plain for one in told.blocks).split()) == f"See {said}."


def test_macros_and_environments_that_are_not_put_in_are_told() -> None:
    text = (
        "\\NewDocumentCommand{\\p}{s m}{The whole mass of #2 Da}\n\\newenvironment{q}{Semax has the mass of }{}\n"
        "\\begin{document}\\p{1}\n\\begin{q}2 Da.\\end{q}\\end{document}"
    )
    (told,) = parse("a.tex", text.encode()).absent
    assert told.endswith("could not be put in: \\begin{q}, \\p")


def test_a_running_head_over_the_first_page_is_its_title() -> None:
    pages = [on_page("Semax and its friends", f"A text of page {page}.", str(page)) for page in (1, 2)]
    told = parse("a.pdf", pdf_of(*pages)).blocks
    assert (told[0].kind, told[0].plain) == ("heading", "Semax and its friends")
    assert [one.plain for one in told].count("Semax and its friends") == 1


def test_a_number_at_an_edge_that_counts_no_pages_and_a_line_that_stands_once_are_text() -> None:
    pages = [on_page("Semax was told of in", "2011"), on_page("and again in", "1999"), on_page("Dolotov et al.", "5")]
    told = " ".join(one.plain for one in parse("a.pdf", pdf_of(*pages)).blocks)
    assert told == "Semax was told of in 2011 and again in 1999 Dolotov et al. 5"


@pytest.mark.parametrize(
    "form",
    ["BT /F1 11 Tf 13 TL 1 0 0 1 {x} {y} Tm ({text}) Tj T* ET", "q 1 0 0 1 {x} {y} cm BT /F1 11 Tf ({text}) Tj ET Q"],
)  # fmt: skip
def test_what_is_drawn_on_one_line_is_one_line_however_it_is_set(form: str) -> None:
    """So ReportLab draws every string, and Quartz every run."""
    told = drawn(("Semax has a mol", 72, 700), ("ecular", 156.98, 700), ("mass of", 190.0, 700), ("950", 231.6, 700),
                  ("g/mol.", 253.0, 700), ("Selank", 72, 687), ("751.9 g/mol", 200, 687), form=form)  # fmt: skip
    texts = [one.plain for one in parse("a.pdf", pdf_of(told)).blocks]
    assert " ".join(texts) == "Semax has a molecular mass of 950 g/mol. Selank 751.9 g/mol"


def test_the_marks_of_a_list_stand_before_its_items_though_they_are_drawn_behind_them() -> None:
    """So WeasyPrint draws them."""
    lines = (("First of all it is Semax, of which a whole line is said, and", 100, 700), ("then more.", 100, 686),
             ("Then Selank.", 100, 672), ("in another column", 450, 700), ("at its end", 450, 672),
             ("1.", 80, 700), ("2.", 80, 672))  # fmt: skip
    form = "BT /F1 11 Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET"
    texts = [one.plain for one in parse("a.pdf", pdf_of(drawn(*lines, form=form))).blocks]
    assert texts[:2] == [
        "1. First of all it is Semax, of which a whole line is said, and then more.",
        "2. Then Selank.",
    ]


def test_the_number_of_an_item_in_a_column_of_its_own_is_one_of_an_item() -> None:
    """So ReportLab sets lists."""
    lines = (("1", 80, 700), ("Abel A. A first title of a work. Journal. 2001", 100, 700), ("2", 80, 686),
             ("Bebel B. Another title of one. Journal. 2002", 100, 686))  # fmt: skip
    form = "BT /F1 11 Tf 13 TL 1 0 0 1 {x} {y} Tm ({text}) Tj T* ET"
    told = parse("a.pdf", pdf_of(drawn(*lines, form=form))).blocks
    assert [(one.kind, one.plain[:9]) for one in told] == [("item", "1. Abel A"), ("item", "2. Bebel ")]
    words = (("given to", 72, 700), ("12", 120, 700), ("Wistar rats", 135, 700))
    (sentence,) = parse("a.pdf", pdf_of(drawn(*words, form=form))).blocks
    assert sentence.plain == "given to 12 Wistar rats"


@pytest.mark.parametrize(
    ("lines", "read"),
    [(("Promoted tendon-", "to-bone healing by pro-", "longed giving."),
      "Promoted tendon-to-bone healing by prolonged giving."),
     (("Promoted tendon-to-", "bone healing."), "Promoted tendon-to-bone healing.")],
)  # fmt: skip
def test_a_word_that_is_divided_at_a_hyphen_of_its_own_keeps_it(lines: tuple[str, ...], read: str) -> None:
    long = " ".join(["and", *["so"] * 12])
    told = parse("a.pdf", pdf(*(f"{long} {line}" if place == 0 else line for place, line in enumerate(lines)))).blocks
    assert " ".join(one.plain for one in told) == f"{long} {read}"


def test_letters_that_are_drawn_one_by_one_are_words() -> None:
    letters = "Semax has a mass"
    widths = {"S": 7.3, "m": 9.2, "s": 5.5, "x": 5.5, " ": 3.1}
    place, pieces = 72.0, []
    for letter in letters:
        pieces.append((letter, round(place, 2), 700.0))
        place += widths.get(letter, 6.1)
    form = "BT /F1 11 Tf 13 TL 1 0 0 1 {x} {y} Tm ({text}) Tj T* ET"
    assert [one.plain for one in parse("a.pdf", pdf_of(drawn(*pieces, form=form))).blocks] == [letters]


def test_a_paragraph_in_a_narrow_column_goes_on_though_the_next_word_would_have_had_its_place() -> None:
    lines = ("reversed light cycle. Semax gave 24", "healthy people better recall and faster",
             "processing than placebo. The vehicle", "was given in the same volume to all",
             "animals of the second group, which",
             "were kept under a reversed light cycle.")  # fmt: skip
    for told in (parse("a.txt", "\n".join(lines).encode()), parse("a.pdf", pdf(*lines))):
        assert [one.plain for one in told.blocks] == [" ".join(lines)]
    items = ("Semax improves memory in rats", "Selank reduces anxiety in mice", "Noopept protects old neurons",
             "Cerebrolysin helps after strokes", "Dihexa makes new synapses grow")  # fmt: skip
    assert [one.plain for one in parse("a.txt", "\n".join(items).encode()).blocks] == list(items)


@pytest.mark.parametrize("mark", list("/.,:;!?%&=@~^'\"$"))
def test_a_backslash_before_any_mark_is_none(mark: str) -> None:
    (told,) = parse("a.md", f"Semax, 950 g\\{mark}mol".encode()).blocks
    assert told.plain == f"Semax, 950 g{mark}mol"


def test_the_shapes_of_letters_that_a_font_has_besides_are_letters_and_those_without_a_name_are_told() -> None:
    from peptidecli.audit.article.pdfpages import _in_letters  # noqa: PLC0415

    assert _in_letters("/S.sc/e.sc/space.sc/two.oldstyle de/f_icit \uf761\uf776 \uf732") == "Se 2 deficit av 2"
    assert _in_letters("and/or a/b 1/2 km/h /etc/a.script /x_y") == "and/or a/b 1/2 km/h /etc/a.script /x_y"
    nameless = (
        b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype"
        b"/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>"
    )
    shown = stream_of(b"BT /F1 12 Tf 72 720 Td <016101650166016D> Tj ET")
    common = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    told = parse("a.pdf", pdf_of(shown, on_page("Semax is a peptide")).replace(common, nameless))
    assert told.absent == ("pages 1-2: in a font that does not say what its letters are",)


def test_a_large_first_letter_of_word_begins_the_paragraph_behind_it() -> None:
    import docx  # noqa: PLC0415
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    document = docx.Document()
    for text in ("S", "emax is a heptapeptide.", "A"):
        paragraph = document.add_paragraph(text)
        if len(text) == 1:
            frame = OxmlElement("w:framePr")
            frame.set(qn("w:dropCap"), "drop")
            paragraph._p.get_or_add_pPr().append(frame)
    held = io.BytesIO()
    document.save(held)
    assert [one.plain for one in parse("a.docx", held.getvalue()).blocks] == ["Semax is a heptapeptide.", "A"]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.rst", "a.tex"])
@pytest.mark.parametrize(
    "text",
    ["A<B (p = 0.01). Semax was approved by the FDA in 2011. C>D.",
     "With p <b Semax was approved by the FDA in 2011, and C> D."],
)  # fmt: skip
def test_what_stands_between_a_less_and_a_greater_is_no_tag_where_it_has_no_attributes(name: str, text: str) -> None:
    assert "Semax was approved by the FDA in 2011" in " ".join(one.plain for one in parse(name, text.encode()).blocks)


@pytest.mark.parametrize(
    "tag",
    ['<a href="x" target=_blank>', '<p class="a b" hidden>', "<Ref id={3} {...props}>", "<br />", "<td nowrap>",
     '<div :class="{a: 1}" @click="x" v-if="y">', "<b  a = 'x'>", "<input disabled readonly>", "<i >"],
)  # fmt: skip
def test_a_tag_with_attributes_is_left_out(tag: str) -> None:
    from peptidecli.audit.article.inline import bare  # noqa: PLC0415

    assert bare(f"x {tag}Semax").split() == ["x", "Semax"]


def test_the_pages_of_an_epub_are_read_in_order_and_nothing_else() -> None:
    book = packed(b__xhtml="<p>Selank", a__html="<p>Semax", c__css="p { x: y }")
    assert [block.plain for block in parse("a.epub", book).blocks] == ["Semax", "Selank"]


def test_the_pages_of_an_epub_are_those_of_its_manifest_whatever_their_names() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr("META-INF/container.xml", '<c><rootfiles><rootfile full-path="O/book.opf"/></rootfiles></c>')
        package.writestr(
            "O/book.opf",
            "<package><manifest><item href='text/a%20b' media-type='Application/XHTML+XML; version=5'/>"
            '<opf:item media-type="application/xhtml+xml" href="b.xml"/><item href="c.ncx" media-type="x/ncx"/>'
            "</manifest></package>",
        )
        for name, text in (("O/text/a b", "Semax"), ("O/b.xml", "Selank"), ("O/c.ncx", "Contents"), ("d.xht", "PGP")):
            package.writestr(name, f"<html><p>{text}</p></html>")
    assert [block.plain for block in parse("a.epub", held.getvalue()).blocks] == ["Selank", "Semax", "PGP"]


def test_a_page_that_an_epub_lacks_or_that_is_damaged_is_named_and_the_others_go_on(tmp_path: Path, run: Run) -> None:
    book = packed(
        **{"META-INF/container.xml": '<c><rootfile full-path="book.opf"/></c>'},
        book__opf="".join(f"<item href='{name}.html' media-type='text/html'/>" for name in ("a", "b", "c", "d")),
        a__html="<p>Semax weighs 887.04 g/mol.",
        b__html="<p>Selank, which is not compressed.",
        d__html="<p>PGP",
    ).replace(b"not compressed", b"now compressed", 1)
    told = parse("a.epub", book)
    assert [block.plain for block in told.blocks] == ["Semax weighs 887.04 g/mol.", "PGP"]
    assert told.absent == ("c.html: this page is not in the book", "b.html: this page is damaged")
    (tmp_path / "a.epub").write_bytes(book)
    done = run("audit", str(tmp_path / "a.epub"))
    assert "a.epub cannot be read whole: c.html: this page is not in the book" in done.stdout + done.stderr
    assert "887.04" in done.stdout


def test_what_the_order_of_an_epub_has_beside_pages_of_text_is_told() -> None:
    book = packed(
        **{"META-INF/container.xml": '<c><rootfile full-path="book.opf"/></c>'},
        book__opf="<item id='a' href='a.html' media-type='text/html'/>"
        "<item id='b' href='b.svg' media-type='image/svg+xml'/>"
        "<item id='c' href='c.pdf' media-type='application/pdf' fallback='d'/>"
        "<item id='d' href='d.png' media-type='image/png' fallback='a'/>"
        "<item id='e' href='e.txt' media-type='text/plain' fallback='e'/><item id='g' href='g'/>"
        + "".join(f"<itemref idref='{key}'/>" for key in "abcegf"),
        a__html="<p>Semax",
    )
    told = parse("a.epub", book)
    assert [block.plain for block in told.blocks] == ["Semax"]
    assert told.absent == (
        "b.svg: pages of the kind image/svg+xml are not read", "e.txt: pages of the kind text/plain are not read",
        "g: a page of no kind is not read", "f: this page of the book's order is not in its list",
    )  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8", "utf-8-sig"])
def test_the_pages_and_the_list_of_an_epub_may_be_in_utf_16(encoding: str) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr("META-INF/container.xml", '<c><rootfile full-path="book.opf"/></c>')
        package.writestr("book.opf", "<item href='a.xml' media-type='application/xhtml+xml'/>".encode(encoding))
        package.writestr("a.xml", "<html><p>Сем\u00adакс".encode(encoding))
    assert [block.plain for block in parse("a.epub", held.getvalue()).blocks] == ["Семакс"]


def test_a_page_of_an_epub_that_is_empty_or_no_text_is_told_and_the_others_go_on() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        for name, content in (
            ("a", b"<p>Semax"), ("b", b""), ("c", b"<p>\0\1"), ("d", b"<p>\xf0\x90\x01\x02"), ("e", b"<p>Sel\xffank"),
            ("f", b"<p><![CDATA[PGP]]>"), ("g", b"<!DOCTYPE a [<!ENTITY b 'c'>]><p>&b;"),
        ):  # fmt: skip
            package.writestr(f"{name}.html", content)
    told = parse("a.epub", held.getvalue())
    assert [block.plain for block in told.blocks] == ["Semax", "Sel\ufffdank", "PGP", "&b;"]
    assert told.absent == (
        "b.html: this page is empty", "c.html: this page is no text", "d.html: this page is no text",
        "e.html: bytes of this page that are no text: 1",
        "g.html: it has entities of its own, whose text is not read; write them out",
    )  # fmt: skip


def test_an_epub_of_pictures_alone_is_told_to_have_no_text() -> None:
    with pytest.raises(UsageError, match=r"a\.epub cannot be read as EPUB: it has no text"):
        parse("a.epub", packed(a__html="<p><img src='a.png'/>"))


def test_an_epub_without_pages_is_told_to_have_none() -> None:
    with pytest.raises(UsageError, match=r"a\.epub cannot be read as EPUB: it has no pages of text"):
        parse("a.epub", packed(a__css="p { x: y }"))


@pytest.mark.parametrize("ids", [(1, 2), ("\u00e9", "\u00ea"), ("a", "a"), (None, None)])
@pytest.mark.parametrize("of", ["items", "references", "message", ""])
def test_an_item_of_csl_stands_on_the_line_of_its_id_or_title_however_it_is_written(ids: Any, of: str) -> None:
    items = [{"id": key, "title": f"Semax {key}", "volume": "2"} for key in ids]
    whole: Any = {"x": {"items": [1]}, of: items} if of else items
    if of == "message":
        items = items[:1]
        whole = {"x": [{"id": 1}], of: {**items[0], "DOI": "10.1000/x"}}
    for ascii_only in (True, False):
        text = json.dumps(whole, indent=1, ensure_ascii=ascii_only)
        key = '"id"' if ids[0] else '"title"'
        lines = [number for number, line in enumerate(text.split("\n"), 1) if line.strip().startswith(key)]
        found = [block.starts[0][1] for block in parse("a.json", text.encode()).blocks]
        assert found == lines[-len(items) :]


def test_a_string_of_other_json_stands_on_its_own_line_however_it_is_written() -> None:
    text = json.dumps({"b": ["caf\u00e9", "x"], "x": {"y": 'b: "x"'}}, indent=1)
    found = parse("a.json", text.encode()).blocks
    assert [(start, block.plain) for block in found for _, start in block.starts] == [
        (3, "café"),
        (4, "x"),
        (7, 'b: "x"'),
    ]


def test_an_epub_whose_pages_are_encrypted_is_refused_and_one_whose_fonts_are_is_read() -> None:
    def book(part: str) -> bytes:
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w") as package:
            package.writestr("META-INF/encryption.xml", f'<x><enc:CipherReference URI="{part}"/></x>')
            package.writestr("a.xhtml", "<p>Semax")
        return held.getvalue()

    assert [block.plain for block in parse("a.epub", book("fonts/a.otf")).blocks] == ["Semax"]
    with pytest.raises(UsageError, match=r"a\.epub cannot be read as EPUB: its pages are encrypted"):
        parse("a.epub", book("OEBPS/a.xhtml"))


def test_a_pdf_of_pictures_alone_is_told_to_have_no_text() -> None:
    with pytest.raises(UsageError, match=r"a\.pdf cannot be read as PDF: it has no text"):
        parse("a.pdf", pdf())


_PACKED = zlib.compress(b"BT /F1 12 Tf (Selank) Tj ET" * 9)
_FLATE = b"/Filter/FlateDecode"
_LOST = "page 2: damaged, or not all of it is in the file"
_DRAWN = "drawn, without text; if there is some in it, have it recognised first"


@pytest.mark.parametrize(
    ("other", "kids", "told"),
    [
        (stream_of(b"q 9 0 0 9 0 0 cm /I Do Q"), b"", f"page 2: {_DRAWN}"),
        (stream_of(b"q /P <</MCID 0>> BDC 0 g BT ( ) Tj ET EMC Q"), b"", None),
        (stream_of(b""), b"", None),
        (stream_of(zlib.compress(b""), _FLATE), b"", None),
        (stream_of(_PACKED, _FLATE), b"", None),
        (stream_of(_PACKED[:-4], _FLATE), b"", None),
        (stream_of(_PACKED[:-9], _FLATE), b"", _LOST),
        (stream_of(b"x\x9c" + b"nothing that was packed", _FLATE), b"", _LOST),
        (stream_of(b"nothing that was packed", _FLATE), b"", _LOST),
        (stream_of(b"x", b"/Filter/FooDecode"), b"", _LOST),
        (b"null", b"", _LOST),
        (stream_of(b""), b"99 0 R null", "pages of its list that are not in the file: 2"),
        (
            stream_of(b"BT /F1 12 Tf (\\001\\002\\003) Tj ET"), b"",
            "page 2: in a font that does not say what its letters are",
        ),
    ],
)  # fmt: skip
def test_pages_of_a_pdf_that_are_not_read_are_told_by_their_numbers_and_the_others_go_on(
    other: bytes, kids: bytes, told: str | None
) -> None:
    article = parse("a.pdf", pdf_of(on_page("Semax."), other, on_page("PGP."), kids=kids))
    text = " ".join(block.plain for block in article.blocks)
    assert (text.startswith("Semax."), text.endswith("PGP.")) == (True, True)
    assert article.absent == ((told,) if told else ())


def test_many_pages_of_a_pdf_that_are_not_read_are_told_in_a_line() -> None:
    picture = stream_of(b"/I Do")
    pages = [on_page("Semax.") if number in {2, 5} else picture for number in range(1, 9)]
    article = parse("a.pdf", pdf_of(*pages))
    assert article.absent == (f"pages 1, 3-4, 6-8: {_DRAWN}",)


def test_what_is_typed_on_the_pages_of_a_pdf_is_read_behind_their_text() -> None:
    notes = (
        b"<</Subtype/FreeText/Rect[0 0 9 9]/Contents(Typed on it)>>",
        b"<</Subtype/FreeText/Rect[0 0 9 9]/Contents(Hidden)/F 2>>",
        b"<</Subtype/Widget/Rect[0 0 9 9]/FT/Tx/V(Filled in)>>",
        b"<</Subtype/Widget/Rect[0 0 9 9]/Parent<</FT/Ch/V(Chosen)>>>>",
        b"<</Subtype/Widget/Rect[0 0 9 9]/FT/Btn/V/Yes>>",
        b"<</Subtype/Link/Rect[0 0 9 9]>>",
    )
    article = parse("a.pdf", pdf_of(on_page("Semax."), notes=notes))
    assert [(block.kind, block.plain) for block in article.blocks] == [
        ("prose", "Semax."), ("item", "Typed on it"), ("item", "Filled in"), ("item", "Chosen")
    ]  # fmt: skip


def test_a_page_of_a_pdf_whose_notes_are_broken_is_read_all_the_same() -> None:
    assert parse("a.pdf", pdf_of(on_page("Semax."), notes=(b"null", b"<</Subtype/Widget/Parent null>>"))).absent == ()
    article = parse("a.pdf", pdf_of(on_page("Semax."), notes=(b"<</Subtype/FreeText/F/x>>",)))
    assert [block.plain for block in article.blocks] == ["Semax."]
    assert article.absent == ("page 1: damaged, or not all of it is in the file",)


def test_the_notes_and_boxes_of_a_word_document_are_read_behind_their_paragraphs() -> None:
    schema = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>Dolotov 2006</w:t></w:r></w:p></w:footnote>'
    notes = f"<w:footnotes {schema}>{note}</w:footnotes>"
    box = "<w:txbxContent><w:p><w:r><w:t>Boxed</w:t></w:r></w:p></w:txbxContent>"
    more = f'<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:drawing>{box}</w:drawing></w:r></w:p>'
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word())) as plain, zipfile.ZipFile(held, "w") as package:
        for member in plain.infolist():
            content = plain.read(member)
            if member.filename == "word/document.xml":
                content = content.replace(b"Semax</w:t></w:r></w:p>", b"Semax</w:t></w:r>" + more.encode())
            package.writestr(member, content)
        package.writestr("word/footnotes.xml", notes)
    told = parse("a.docx", held.getvalue())
    assert [(block.kind, block.plain, block.line(0)) for block in told.blocks] == [
        ("prose", "Semax", 2), ("item", "Dolotov 2006", 2), ("item", "Boxed", 2)
    ]  # fmt: skip


_REFERS = b"""Semax</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>"""


def repacked(new: dict[str, bytes], *, refers: bool = True) -> bytes:
    """Return a Word document whose text refers to a note, with other parts or more of them."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word())) as plain, zipfile.ZipFile(held, "w") as package:
        for member in plain.infolist():
            content = plain.read(member)
            if member.filename == "word/document.xml" and refers:
                content = content.replace(b"Semax</w:t></w:r></w:p>", _REFERS)
            if member.filename not in new:
                package.writestr(member, content)
        for name, content in new.items():
            package.writestr(name, content)
    return held.getvalue()


@pytest.mark.parametrize(
    ("new", "told"),
    [
        ({}, ["word/footnotes.xml: a note of the text is not in it"]),
        ({"word/footnotes.xml": b"<w:broken"}, ["word/footnotes.xml: it is damaged"]),
        (
            {
                "word/footnotes.xml": b'<w:n xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
                b'<w:footnote w:id="2"><w:altChunk/></w:footnote></w:n>'
            },
            ["word/footnotes.xml: it takes in another document, which is not read"],
        ),
        (
            {"word/footnotes.xml": b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'},
            ["word/footnotes.xml: it declares types or entities of its own, which no Word document may"],
        ),
    ],
)
def test_notes_of_a_word_document_that_cannot_be_read_are_told_and_end_with_1(
    run: Run, tmp_path: Path, new: dict[str, bytes], told: list[str]
) -> None:
    article = parse("a.docx", repacked(new))
    assert list(article.absent) == told
    (tmp_path / "a.docx").write_bytes(repacked(new))
    done = run("audit", str(tmp_path / "a.docx"), "-f", "csv")
    assert (done.returncode, told[0] in done.stderr) == (1, True)
    report = " ".join(run("audit", str(tmp_path / "a.docx"), "--report").stdout.split())
    assert "0 without a fault" in report
    assert f"cannot be read whole: {told[0]}" in report


_LISTED = "Dolotov OV. Semax in the rat. Brain Research. 2006;1117:54-60."
_OTHER = "Roe J. Selank in the rat. Brain Research. 2009;1117:54-60."


def with_list(
    cited: dict[str, object] | None, *listed: str, code: str = "ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY"
) -> bytes:
    """Return a Word document with a citation in a field of Zotero's, if any, and a list that a program has set."""
    schema = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    codes = [f"ADDIN ZOTERO_ITEM CSL_CITATION {json.dumps({'citationItems': [{'itemData': cited}]})}"] if cited else []
    text = f"<w:document {schema}><w:body>"
    for instruction, texts in [*((told, ("(1)",)) for told in codes), (code, listed)]:
        begin = f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>'
        begin += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        for place, shown_ in enumerate(texts, 1):
            end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' if place == len(texts) else ""
            text += f"<w:p>{begin}<w:r><w:t>{shown_}</w:t></w:r>{end}</w:p>"
            begin = ""
    return repacked({"word/document.xml": f"{text}</w:body></w:document>".encode()}, refers=False)


@pytest.mark.parametrize("code", ["ADDIN ZOTERO_BIBL {} X", "ADDIN EN.REFLIST", "ADDIN Mendeley Bibliography"])
def test_the_list_of_a_reference_manager_is_read_where_no_field_has_its_works(code: str) -> None:
    told = parse("a.docx", with_list(None, _LISTED, _OTHER, code=code))
    assert [block.plain for block in told.blocks] == [_LISTED, _OTHER]


@pytest.mark.parametrize(
    "cited",
    [{"title": "Semax in the rat", "issued": {"raw": "2006"}}, {"title": "Semax in the rat"},
     {"title": "Another", "author": [{"family": "Dolotov"}], "issued": {"raw": "2006"}}],
)  # fmt: skip
def test_of_such_a_list_the_works_that_a_field_has_are_left_out_and_the_others_read(cited: dict[str, object]) -> None:
    told = parse("a.docx", with_list(cited, _LISTED, _OTHER))
    assert ([block.plain for block in told.blocks], len(told.beside)) == (["(1)", _OTHER], 1)


def test_a_list_in_a_box_is_read_as_any_other() -> None:
    schema = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>ADDIN EN.REFLIST</w:instrText></w:r>'
    field += f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{_LISTED}</w:t></w:r>'
    box = f'<w:txbxContent><w:p>{field}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:txbxContent>'
    text = f"<w:document {schema}><w:body><w:p><w:r>{box}</w:r></w:p></w:body></w:document>"
    told = parse("a.docx", repacked({"word/document.xml": text.encode()}, refers=False))
    assert [block.plain for block in told.blocks] == [_LISTED]


def test_a_work_of_the_list_whose_year_somebody_has_changed_is_read() -> None:
    told = parse("a.docx", with_list({"title": "Semax in the rat", "issued": {"raw": "2007"}}, _LISTED))
    assert [block.plain for block in told.blocks] == ["(1)", _LISTED]


@pytest.mark.parametrize(
    "how", ['<w:vertAlign w:val="superscript"/>', '<w:position w:val="6"/>', '<w:rStyle w:val="FootnoteReference"/>',
            '<w:rStyle w:val="Superscript"/>'],
)  # fmt: skip
def test_a_mark_that_is_set_high_in_word_in_any_way_is_no_part_of_a_doi(how: str) -> None:
    schema = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    runs = f"<w:r><w:t>doi:10.1000/abc</w:t></w:r><w:r><w:rPr>{how}</w:rPr><w:t>1</w:t></w:r>"
    text = f"<w:document {schema}><w:body><w:p>{runs}</w:p></w:body></w:document>"
    (made,) = parse("a.docx", repacked({"word/document.xml": text.encode()}, refers=False)).blocks
    assert made.plain.startswith("doi:10.1000/abc ") or made.plain == "doi:10.1000/abc"


@pytest.mark.parametrize("requires", ["w14", "unknown"])
def test_paragraphs_that_stand_in_two_forms_for_newer_and_older_programs_are_read_once(requires: str) -> None:
    spaces = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    paragraph = "<w:p><w:r><w:t>Semax weighs 4 Da.</w:t></w:r></w:p>"
    for newer, older in ((paragraph, paragraph), (paragraph, ""), ("", paragraph)):
        forms = f'<mc:Choice Requires="{requires}">{newer}</mc:Choice><mc:Fallback>{older}</mc:Fallback>'
        body = f"<w:body><mc:AlternateContent>{forms}</mc:AlternateContent></w:body>"
        text = f"<w:document {spaces}>{body}</w:document>"
        told = parse("a.docx", repacked({"word/document.xml": text.encode()}, refers=False))
        assert [block.plain for block in told.blocks] == ["Semax weighs 4 Da."]


@pytest.mark.parametrize("text", [
    "Begin with `<!--`. Semax weighs 4 Da. End with `-->`.",
    "Begin with ``<!--``. Semax weighs 4 Da. End with ``-->``.",
    "Begin with \\<!--. Semax weighs 4 Da. End with -->.", "Begin with `{/*`. Semax weighs 4 Da. End with `*/}`.",
])  # fmt: skip
def test_a_comment_does_not_begin_in_code_or_behind_a_backslash(text: str) -> None:
    (made,) = parse("a.md", text.encode()).blocks
    assert "Semax weighs 4 Da." in made.plain
    (made,) = parse("a.md", b"Begin. <!-- Semax weighs 4 Da. --> End with `x`.").blocks
    assert made.plain == "Begin. End with x."


_DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def renamed(folder: str, name: str, kind: bytes = _DOCUMENT) -> bytes:
    """Return a Word document with a footnote whose main part lies elsewhere, or is of another kind."""
    types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package_ = "http://schemas.openxmlformats.org/package/2006/relationships"
    relation = f'<Relationship Id="n" Type="{types}/footnotes" Target="footnotes.xml"/>'
    relations = f'<Relationships xmlns="{package_}">{relation}</Relationships>'.encode()
    schema = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    note = f'<w:f {schema}><w:footnote w:id="2"><w:p><w:r><w:t>Selank</w:t></w:r></w:p></w:footnote></w:f>'
    new = {"word/footnotes.xml": note.encode(), "word/_rels/document.xml.rels": relations}
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(repacked(new))) as plain, zipfile.ZipFile(held, "w") as package:
        for member in plain.infolist():
            content = plain.read(member)
            if member.filename in {"[Content_Types].xml", "_rels/.rels"}:
                content = content.replace(b"word/document.xml", f"{folder}/{name}".encode()).replace(_DOCUMENT, kind)
            place = member.filename.replace("word/", f"{folder}/").replace("document.xml", name)
            package.writestr(place, content)
    return held.getvalue()


@pytest.mark.parametrize(
    ("folder", "name", "kind"),
    [
        ("word", "document2.xml", _DOCUMENT),
        ("main", "document.xml", _DOCUMENT),
        ("word", "document.xml", _DOCUMENT.replace(b"document.main", b"template.main")),
        ("word", "document.xml", b"application/vnd.ms-word.document.macroEnabled.main+xml"),
    ],
)
def test_a_word_document_is_read_with_its_notes_wherever_its_main_part_lies(
    folder: str, name: str, kind: bytes
) -> None:
    told = parse("a.docx", renamed(folder, name, kind))
    assert ([block.plain for block in told.blocks], told.absent) == (["Semax", "Selank"], ())


def test_another_document_of_offices_is_called_so() -> None:
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    with pytest.raises(UsageError, match="it is no document of Word's, but another of Office's"):
        parse("a.docx", renamed("word", "document.xml", kind))


def test_letters_that_steer_a_terminal_and_a_soft_hyphen_at_a_line_end_part_no_word() -> None:
    (made,) = parse("a.txt", b"\x1b[31mSemax\x1b[0m was approved.").blocks
    assert made.plain == "Semax was approved."
    (made,) = parse("a.txt", "Semax was ap\u00ad\nproved by the FDA.".encode()).blocks
    assert made.plain == "Semax was approved by the FDA."


@pytest.mark.parametrize("before", ["", "\\author{A}\\title{x}", "\\date{\\today}"])
def test_what_stands_behind_maketitle_on_its_line_is_read(before: str) -> None:
    text = (
        f"\\documentclass{{article}}\n\\begin{{document}}\n{before}\\maketitle Semax weighs 4 Da.\n\\end{{document}}\n"
    )
    assert parse("a.tex", text.encode()).blocks[-1].plain == "Semax weighs 4 Da."


def test_the_doi_that_a_link_names_in_its_query_is_read() -> None:
    page = b'<p>See <a href="https://scholar.google.com/scholar_lookup?title=x&amp;doi=10.1000%2Fabc&amp;year=1">x</a>.</p>'
    (made,) = parse("a.html", page).blocks
    assert "10.1000%2Fabc" in made.plain


def test_a_blank_as_jsx_has_it_is_one() -> None:
    (made,) = parse("a.mdx", b'Semax was approved by{" "}\n<b>the FDA</b>{" "}in 2011.\n').blocks
    assert made.plain == "Semax was approved by the FDA in 2011."


@pytest.mark.parametrize(
    ("before", "after"),
    [("10.1016/j.brainres.2006.", "07.108"), ("10.1186/s12868-015-0218-", "7"), ("10.1186/s12868-", "015-0218-7"),
     ("10.1186/", "s12868-015-0218-7")],
)  # fmt: skip
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.tex"])
def test_a_doi_that_a_line_breaks_goes_on_in_the_next(name: str, before: str, after: str) -> None:
    text = f"Semax was studied in the rats at large\n(https://doi.org/{before}\n{after}). And so the text goes on\n"
    blocks = parse(name, text.encode()).blocks
    assert any(doi_in(block.plain) == before + after for block in blocks)


def test_a_sentence_that_begins_with_a_number_is_none_of_the_doi_before_it() -> None:
    text = b"Semax was studied in the rats at large, as told by doi:10.1000/abc.\n12 people took part in that study."
    assert doi_in(parse("a.txt", text).blocks[0].plain) == "10.1000/abc"


def test_a_link_of_html_that_is_a_doi_by_its_scheme_stands_behind_its_words() -> None:
    (made,) = parse("a.html", b'<p>See <a href="doi:10.1000/abc">this</a>.</p>').blocks
    assert "10.1000/abc" in made.plain


@pytest.mark.parametrize(
    ("source", "plain"),
    [("\\texorpdfstring{Semax was approved.}{b}", "Semax was approved. b"),
     ("A \\texorpdfstring{$\\alpha$}{alpha} test.", "A alpha test."),
     ("A \\texorpdfstring{Semax}{Semax} test.", "A Semax test.")],
)  # fmt: skip
def test_what_latex_prints_is_read_beside_what_a_pdf_shows_for_it(source: str, plain: str) -> None:
    text = f"\\documentclass{{article}}\\begin{{document}}\n{source}\n\\end{{document}}\n"
    (made,) = parse("a.tex", text.encode()).blocks
    assert made.plain == plain


def test_a_page_of_a_pdf_that_draws_more_pieces_than_are_read_is_told() -> None:
    pypdf = pytest.importorskip("pypdf")
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject  # noqa: PLC0415

    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(200, 200)
    form = DecodedStreamObject()
    form.set_data(b"BT /F 9 Tf (Semax) Tj ET")
    font = DictionaryObject({NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"),
                             NameObject("/BaseFont"): NameObject("/Helvetica")})  # fmt: skip
    fonts = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F"): font})})
    form.update({NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Form"),
                 NameObject("/Resources"): fonts})  # fmt: skip
    drawn_ = DecodedStreamObject()
    drawn_.set_data(b"/X Do\n" * 6000)
    page[NameObject("/Contents")] = writer._add_object(drawn_)
    forms = DictionaryObject({NameObject("/X"): writer._add_object(form)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): forms})
    held = io.BytesIO()
    writer.write(held)
    told = parse("a.pdf", held.getvalue())
    assert told.absent == ("page 1: drawn in more pieces than are read",)


@pytest.mark.parametrize("mark", ["> ", "- ", "1. ", "> - "])
@pytest.mark.parametrize("deep", [5, 11, 20, 21, 60])
def test_a_sentence_in_any_number_of_quotes_and_lists_is_read(mark: str, deep: int) -> None:
    assert [block.plain[-18:] for block in parse("a.md", (mark * deep + "Semax weighs 4 Da.\n").encode()).blocks] == [
        "Semax weighs 4 Da."
    ]
    nested = "".join(f"{' ' * 2 * place}- Semax weighs {place} Da.\n" for place in range(deep))
    assert len(parse("a.md", nested.encode()).blocks) == deep


def test_a_word_document_in_the_strict_form_is_told_to_be_saved_in_the_usual_one() -> None:
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    with zipfile.ZipFile(io.BytesIO(word())) as plain:
        text = plain.read("word/document.xml").replace(usual, strict)
    with pytest.raises(UsageError, match="it is in the strict form of ISO/IEC 29500; save it in Word's usual one"):
        parse("a.docx", repacked({"word/document.xml": text}, refers=False))


def test_a_word_document_with_entities_of_its_own_is_refused() -> None:
    with zipfile.ZipFile(io.BytesIO(word())) as plain:
        text = plain.read("word/document.xml")
    head, _, body = text.partition(b"?>")
    text = head + b'?><!DOCTYPE a [<!ENTITY x "y">]>' + body.replace(b"Semax", b"&x; Semax")
    with pytest.raises(UsageError, match="it declares types or entities of its own"):
        parse("a.docx", repacked({"word/document.xml": text}, refers=False))


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("a.bib", "TY  - JOUR\nTI  - Semax\nER  - \n", "is no BibTeX: nothing in it begins as"),
        ("a.bib", "# References\n\n- Dolotov OV. Semax. 2006.\n", "is no BibTeX: nothing in it begins as"),
        ("a.csv", '[{"title": "Semax", "DOI": "10.1000/x"}]', "is no table, but JSON or XML"),
        ("a.tsv", "<?xml version='1.0'?><records/>", "is no table, but JSON or XML"),
    ],
)
def test_what_is_of_another_form_than_its_name_says_is_refused(name: str, text: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        parse(name, text.encode())


@pytest.mark.parametrize(
    "text",
    ["", "\n \n", "% empty for now\n", "% @article{a, title={b}}\n", "@comment{nothing}\n", '@string{a = "b"}\n'],
)
def test_a_bibliography_without_entries_is_one(text: str) -> None:
    assert parse("a.bib", text.encode())[1:3] == ([], text.count("\n"))


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("note,doi\nSemax has a molar mass.,10.1000/x\n", ["Semax has a molar mass."]),
        ("note,doi\nSemax and Selank,10.1000/x\n", []),
        ("abstract,doi\nSemax has a molar mass.,10.1000/x\n", []),
        ("Semax has a molar mass.,and Selank too\n", ["Semax has a molar mass. | and Selank too"]),
        ("doi,title\n", []),
    ],
)
def test_what_a_table_says_beside_the_fields_of_a_paper_is_read(text: str, rows: list[str]) -> None:
    assert [block.plain for block in parse("a.csv", text.encode()).blocks if block.kind == "row"] == rows


def test_an_entry_may_begin_on_several_lines() -> None:
    (block,) = parse("a.bib", b"@article\n{\na\n,\ntitle\n=\n{Semax}}").blocks
    assert (block.entry and block.entry.key, block.plain) == ("a", "Semax")


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("doi\n10.1000/x; https://doi.org/10.1000/y,10.1000/z\n".replace(",", " "), ["10.1000/y | 10.1000/z"]),
        ("doi,doi\n10.1000/x,10.1000/y\n", ["10.1000/y"]),
        ("pmid,title\n16996037; 16635254,Semax\n", ["PMID 16635254"]),
        ("doi,title\n10.1000/x,Semax 10.1000/y\n", []),
    ],
)
def test_the_numbers_of_other_works_in_a_row_are_held_too(text: str, others: list[str]) -> None:
    blocks = parse("a.csv", text.encode()).blocks
    assert [block.plain for block in blocks if block.kind == "row"] == others


_T = "<w:r><w:t>{}</w:t></w:r>".format
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
_LIST = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>{}<w:listEntry w:val="Selank"/>'
    '<w:listEntry w:val="Semax"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
).format
_SECOND = '<w:result w:val="1"/>'
_HIGH = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{}</w:t></w:r>'.format
_BOX = "<w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent>".format
_NEWER = (
    '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>{}'
    "</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent></w:r>"
).format
_FORMULA = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">{}</m:oMath>'.format
_TABLE = "<w:tbl><w:tblPr/><w:tblGrid/>{}</w:tbl>".format
_CONTROL = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>".format
_ROW = "<w:tr><w:tc><w:p>{}</w:p></w:tc>{}</w:tr>".format
_CELL = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>".format


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (f"<w:p>{_T('Sem<!-- a -->ax <?b c?>is')}</w:p>", ["Semax is"]),
        (f"<w:p>{_T('Sem&#173;ax')}{_HIGH('1')}{_HIGH(',2')}{_T(' is 10')}{_HIGH('3')}</w:p>", ["Semax 1,2 is 103"]),
        (
            f"<w:p>{_FIELD('begin')}{_FIELD('begin')}{_FIELD('separate')}{_T('1')}{_FIELD('end')}{_FIELD('separate')}"
            f"{_T('Semax')}{_FIELD('end')}{_FIELD('begin')}{_T(' is')}</w:p>",
            ["Semax is"],
        ),
        (
            f"<w:p><w:r><w:ruby><w:rt>{_T('x')}</w:rt><w:rubyBase>{_T('Semax')}</w:rubyBase></w:ruby></w:r></w:p>",
            ["Semax (x)"],
        ),
        (f"<w:p>{_NEWER('<w:drawing/>', _BOX('Semax'))}</w:p>", ["Semax"]),
        (f"<w:p>{_NEWER(_BOX('Semax'), _BOX('Semax'))}</w:p>", ["Semax"]),
        (f"<w:p>{_NEWER('<w:t>Semax</w:t>', '<w:t>Sem</w:t><w:t>ax</w:t>')}</w:p>", ["Semax"]),
        (f"<w:p>{_NEWER('<w:t>Semax</w:t>', '<w:t>Selank</w:t>')}</w:p>", ["Semax Selank"]),
        (
            f"<w:p>{_T('Semax ')}{_FORMULA('<m:r><m:t>x=1</m:t></m:r><m:den><m:r><m:t>2</m:t></m:r></m:den>')}</w:p>",
            ["Semax x=1/2"],
        ),
        (
            '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="Semax"/></v:shape>'
            "</w:pict></w:r></w:p>",
            ["Semax"],
        ),
        (
            '<w:p><w:r><w:drawing><a:p xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:r><a:t>Se</a:t>'
            "</a:r><a:r><a:t>max</a:t></a:r></a:p></w:drawing></w:r></w:p>",
            ["Semax"],
        ),
        (f"<w:p>{_T('Take ')}{_LIST(_SECOND)}</w:p>", ["Take Semax"]),
        (f"<w:p>{_T('Take ')}{_LIST('<!-- a -->')}</w:p>", ["Take Selank"]),
        (f"<w:p>{_T('Take ')}{_LIST(_SECOND.replace('1', '²'))}</w:p>", ["Take"]),
        (_TABLE(_CONTROL(_CONTROL(_ROW(_T("Semax"), "")) + _ROW(_T("Selank"), ""))), ["Semax", "Selank"]),
        (_TABLE(_ROW(_T("Semax"), _CONTROL(_CELL("is") + _CONTROL(_CELL("so"))))), ["Semax | is | so"]),
    ],
)
def test_what_is_seen_of_a_word_document_is_read_however_it_is_held(body: str, told: list[str]) -> None:
    with zipfile.ZipFile(io.BytesIO(word())) as plain:
        text = plain.read("word/document.xml").decode()
    text = text.replace("<w:p/>", "", 1).replace("<w:p><w:r><w:t>Semax</w:t></w:r></w:p>", body, 1)
    article = parse("a.docx", repacked({"word/document.xml": text.encode()}, refers=False))
    assert [block.plain for block in article.blocks] == told


def test_a_citation_in_a_control_around_a_cell_is_read() -> None:
    item = {"citationItems": [{"itemData": {"title": "Semax", "type": "article"}}]}
    tag = "MENDELEY_CITATION_v3_" + base64.b64encode(json.dumps(item).encode()).decode()
    control = f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{_CELL("(1)")}</w:sdtContent></w:sdt>'
    with zipfile.ZipFile(io.BytesIO(word())) as plain:
        text = plain.read("word/document.xml").decode()
    text = text.replace("<w:p><w:r><w:t>Semax</w:t></w:r></w:p>", _TABLE(_ROW(_T("x"), control)), 1)
    (beside,) = parse("a.docx", repacked({"word/document.xml": text.encode()}, refers=False)).beside
    assert [block.plain for block in beside.blocks] == ["Semax"]


def test_what_stands_around_the_text_of_a_word_document_is_read_once() -> None:
    import docx  # noqa: PLC0415

    document = docx.Document()
    document.add_comment(document.add_paragraph("Semax").runs, "Told in a comment", "A")
    document.sections[0].header.paragraphs[0].text = "Over the page"
    document.sections[0].footer.paragraphs[0].text = "Under the page"
    other = document.add_section()
    other.header.is_linked_to_previous = False
    other.header.paragraphs[0].text = "Over the page"
    held = io.BytesIO()
    document.save(held)
    told = parse("a.docx", held.getvalue())
    assert [(block.kind, block.plain) for block in told.blocks] == [
        ("prose", "Semax"), ("item", "Told in a comment"), ("item", "Over the page"), ("item", "Under the page")
    ]  # fmt: skip
    assert told.absent == ()


@pytest.mark.parametrize(
    ("chart", "told"),
    [
        ("<a:p><a:r><a:t>Se</a:t></a:r><a:r><a:t>max</a:t></a:r></a:p>", (["Semax", "Semax"], ())),
        (
            "<c:tx><c:strRef><c:strCache><c:pt><c:v>Selank</c:v></c:pt></c:strCache></c:strRef></c:tx>"
            "<c:val><c:numCache><c:pt><c:v>4</c:v></c:pt></c:numCache></c:val>",
            (["Semax", "Selank"], ()),
        ),
        (
            "<c:tx><c:v>Selank</c:v></c:tx><c:multiLvlStrCache><c:lvl><c:pt><c:v>Noopept</c:v></c:pt></c:lvl>"
            "</c:multiLvlStrCache>",
            (["Semax", "Selank", "Noopept"], ()),
        ),
        (
            "<x:txData><x:v>Selank</x:v></x:txData><x:strDim><x:lvl><x:pt>Noopept</x:pt></x:lvl></x:strDim>"
            "<x:numDim><x:lvl><x:pt>4</x:pt></x:lvl></x:numDim>",
            (["Semax", "Selank", "Noopept"], ()),
        ),
        ("<a:p", (["Semax"], ("word/charts/chart1.xml: it is damaged",))),
    ],
)
def test_the_words_of_a_chart_in_a_word_document_are_read_or_told_not_to_be(
    chart: str, told: tuple[list[str], tuple[str, ...]]
) -> None:
    name, kind = (
        "word/_rels/document.xml.rels",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart",
    )
    with zipfile.ZipFile(io.BytesIO(word())) as plain:
        relations = plain.read(name)
    one = f'<Relationship Id="rId99" Type="{kind}" Target="charts/chart1.xml"/></Relationships>'
    spaces = ("a", "main"), ("c", "chart")
    space = " ".join(f'xmlns:{one}="http://schemas.openxmlformats.org/drawingml/2006/{name}"' for one, name in spaces)
    space += ' xmlns:x="http://schemas.microsoft.com/office/drawing/2014/chartex"'
    article = parse(
        "a.docx",
        repacked(
            {
                name: relations.replace(b"</Relationships>", one.encode()),
                "word/charts/chart1.xml": f"<c {space}>{chart}</c>".encode(),
            },
            refers=False,
        ),
    )
    assert ([block.plain for block in article.blocks], article.absent) == told


@pytest.mark.parametrize("by", ["header", "footnotes"])
def test_a_chart_of_a_part_of_a_word_document_is_read(by: str) -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    schema = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    relation = "<Relationship Id='r99' Type='{}/{}' Target='{}'/>".format
    name = "word/_rels/document.xml.rels"
    with zipfile.ZipFile(io.BytesIO(word())) as plain:
        relations = plain.read(name).decode()
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    chart = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    drawing = relation(office, "chart", "c.xml")
    new = {
        name: relations.replace("</Relationships>", relation(office, by, "part.xml") + "</Relationships>"),
        "word/part.xml": f"<w:p {schema}/>",
        "word/_rels/part.xml.rels": f"<Relationships xmlns='{space}'>{drawing}</Relationships>",
        "word/c.xml": f"<c:v xmlns:c='{chart}'>Selank</c:v>",
    }
    told = parse("a.docx", repacked({part: text.encode() for part, text in new.items()}, refers=False))
    assert [block.plain for block in told.blocks] == ["Semax", "Selank"]


def test_a_word_document_that_takes_in_another_of_words_own_is_read_but_for_it() -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    with zipfile.ZipFile(io.BytesIO(word())) as plain:
        relations = plain.read("word/_rels/document.xml.rels").decode()
        types = plain.read("[Content_Types].xml").decode()
        text = plain.read("word/document.xml").replace(b"<w:sectPr", b"<w:altChunk/><w:sectPr", 1)
    default = f"<Default Extension='docx' ContentType='{kind}'/><Override"
    taken = f"<Relationship Id='r99' Type='{office}/aFChunk' Target='a.docx'/></Relationships>"
    new = {
        "word/document.xml": text,
        "word/_rels/document.xml.rels": relations.replace("</Relationships>", taken).encode(),
        "[Content_Types].xml": types.replace("<Override", default, 1).encode(),
        "word/a.docx": word(),
    }
    told = parse("a.docx", repacked(new, refers=False))
    assert [block.plain for block in told.blocks] == ["Semax"]
    assert told.absent == ("word/document.xml: it takes in another document, which is not read",)


def test_a_word_document_that_takes_in_another_is_told_not_to_be_read_whole() -> None:
    with zipfile.ZipFile(io.BytesIO(word())) as plain:
        text = plain.read("word/document.xml").replace(b"<w:sectPr", b"<w:altChunk/><w:sectPr", 1)
    told = parse("a.docx", repacked({"word/document.xml": text}, refers=False))
    assert told.absent == ("word/document.xml: it takes in another document, which is not read",)


def test_a_part_that_a_word_document_names_and_has_not_is_told_by_its_name() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word())) as plain, zipfile.ZipFile(held, "w") as package:
        for member in plain.infolist():
            if member.filename != "word/styles.xml":
                package.writestr(member, plain.read(member))
    with pytest.raises(UsageError, match=r"as DOCX: word/styles\.xml, which it names, is not in it$"):
        parse("a.docx", held.getvalue())


def test_what_was_inserted_or_stands_in_a_control_is_read_and_what_was_deleted_is_not() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    more = (
        f"<w:ins>{run.format(' is inserted')}</w:ins><w:del><w:r><w:delText> gone</w:delText></w:r></w:del></w:p>"
        f"<w:sdt><w:sdtContent><w:p>{run.format('Selank')}</w:p></w:sdtContent></w:sdt><w:p><w:r>"
    )
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word())) as plain, zipfile.ZipFile(held, "w") as package:
        for member in plain.infolist():
            content = plain.read(member)
            if member.filename == "word/document.xml":
                content = content.replace(b"Semax</w:t></w:r></w:p>", f"Semax</w:t></w:r>{more}</w:r></w:p>".encode())
            package.writestr(member, content)
    assert [block.plain for block in parse("a.docx", held.getvalue()).blocks] == ["Semax is inserted", "Selank"]


@pytest.mark.parametrize(
    "text",
    [
        '<article><ref><article-title>Semax</article-title> <pub-id pub-id-type="pmid">16996037</pub-id></ref>',
        "<PubmedArticle><PMID Version='1'>16996037</PMID><ArticleTitle>Semax</ArticleTitle></PubmedArticle>",
    ],
)
def test_the_numbers_of_an_article_in_xml_are_named(text: str) -> None:
    assert "PMID: 16996037" in " ".join(block.plain for block in parse("a.xml", text.encode()).blocks)


def test_a_page_is_read_in_the_encoding_that_it_names() -> None:
    page = '<html><head><meta charset="windows-1251"></head><p>Семакс'
    (block,) = parse("a.html", page.encode("cp1251")).blocks
    assert block.plain == "Семакс"


def test_paragraphs_and_rows_without_text_are_no_blocks() -> None:
    assert [block.plain for block in parse("a.docx", word(2)).blocks] == ["Semax", "x | "]


@pytest.mark.parametrize(
    ("bound", "name", "content", "reason"),
    [
        ("BEYOND", "a.epub", lambda: packed(a__html="x" * 200), "its pages unpack to more than 0 MB"),
        ("MOST_XML", "a.docx", lambda: packed(a__xml="x" * 200), "it unpacks to more than 0 MB"),
        ("WIDEST", "a.docx", lambda: word(120), "row 1 of a table has more than 100 columns"),
    ],
)
def test_a_document_larger_than_any_is_refused(
    monkeypatch: pytest.MonkeyPatch, bound: str, name: str, content: Callable[[], bytes], reason: str
) -> None:
    monkeypatch.setattr(documents, bound, 100)
    with pytest.raises(UsageError, match=f"{name} cannot be read as .*: {reason}"):
        parse(name, content())


def test_a_broken_document_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="cannot be read as PDF"):
        parse("a.pdf", b"%PDF-1.4\nnonsense")
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(
        UsageError, match=r"reading PDF needs the extra `documents`: pip install 'peptidecli\[documents\]'"
    ):
        parse("a.pdf", pdf("x"))


@pytest.mark.parametrize("named", ["undefined", "punycode", "idna", "rot13", "unicode_escape", "no-such-charset"])
def test_a_page_that_names_an_encoding_in_which_it_cannot_be_read_is_read_all_the_same(named: str) -> None:
    page = f'<html><head><meta charset="{named}"></head><p>Semax weighs 887.04 Da in a caf'.encode() + b"\xe9</p>"
    done = subprocess.run([str(PROGRAM), "audit", "-"], input=page, capture_output=True, check=False)
    assert done.returncode == 1
    assert b"887.04 Da" in done.stdout


def test_a_letter_whose_small_letter_is_two_moves_no_place(run: Run, tmp_path: Path) -> None:
    text = "\u0130\u0130\u0130 Semax weighs 887.04 Da.\nEnhanced collagen by PL14736, \u0130\u0130\u0130\n"
    path = tmp_path / "page.md"
    path.write_text(text, encoding="utf-8")
    done = run("audit", str(path))
    assert done.returncode == 1, done.stderr
    assert "1  ≠ differs        887.04 Da\n" in done.stdout
    assert "2  ✓ matches        Enhanced collagen\n" in done.stdout


def test_of_several_names_that_stand_for_nothing_each_is_told_and_nothing_is_printed(run: Run) -> None:
    done = run("audit", "a.md", "b.md")
    assert (done.returncode, done.stdout) == (2, "")
    assert "a.md cannot be read" in done.stderr
    assert "b.md cannot be read" in done.stderr


def test_an_entry_has_the_year_and_the_place_of_the_one_it_is_crossed_with() -> None:
    text = """@inproceedings{a, title = {Semax}, volume = 2, crossref = {P}}
@inproceedings{b, title = {Selank}, crossref = "none"}
@proceedings{p, title = {Meeting}, year = 2009, volume = 7}
"""
    entries = [block.entry for block in parse("a.bib", text.encode()).blocks if block.entry]
    assert [(entry.title, entry.journal, entry.year, entry.volume) for entry in entries] == [
        ("Semax", "Meeting", "2009", "2"), ("Selank", "", "", ""), ("Meeting", "", "2009", "7"),
    ]  # fmt: skip


def test_names_in_parts_as_biblatex_has_them_are_names() -> None:
    text = """@article{a, title = {Semax}, author = {family=Gogh, prefix=van, useprefix=true, given={Vincent W.}
 and given=Martin, given-i=M, family=King, suffix=Jr and Dolotov, Oleg and {Group = 3}}}"""
    (block,) = parse("a.bib", text.encode()).blocks
    assert block.entry
    assert block.entry.authors == ("van Gogh, Vincent W.", "King, Martin", "Dolotov, Oleg", "Group = 3")
    assert next(papers(text)).author == ("van Gogh, Vincent W.", "King, Martin, Jr", "Dolotov, Oleg", "Group = 3")


TITLE = "Semax, an analog of ACTH"
ROE = '[{"creatorType": "author", "lastName": "Roe", "firstName": "J."}]'


@pytest.mark.parametrize(
    "text",
    [
        f'{{"a": {{"id": "a", "title": "{TITLE}", "issued": {{"date-parts": [[1998]]}}, "author": [{{"family": "Roe", '
        '"given": "J."}]}}',
        f'[{{"id": "a", "title": "{TITLE}", "issued": "1998-10-30", "author": [{{"family": "Roe", "given": "J."}}]}}]',
        f'{{"items": [{{"title": "{TITLE}", "date": "10/1998", "creators": {ROE}}}]}}',
        f'[{{"key": "A", "data": {{"itemType": "book", "title": "{TITLE}", "date": "1998", "creators": {ROE}}}}}]',
    ],
    ids=["keyed", "date", "better bibtex", "zotero"],
)
def test_items_of_zotero_and_others_have_their_year_and_authors(text: str) -> None:
    (block,) = parse("a.json", text.encode()).blocks
    assert block.entry
    assert (block.entry.title, block.entry.year, block.entry.authors) == (TITLE, "1998", ("Roe, J.",))


def test_a_field_of_ris_may_go_on_in_the_next_line_and_what_is_almost_a_tag_is_told() -> None:
    text = (
        "TY  - JOUR\nTI  - Semax,\n      an analog\nof ACTH\nDO  - \n10.1000/x\nTI  - S\nno\nPY- 2006\nVL - 7\nER  - \n"
    )
    article = parse("a.ris", text.encode())
    (block,) = article.blocks
    assert block.entry
    assert (block.entry.title, block.entry.doi, block.entry.year) == (TITLE, "10.1000/x", "")
    assert block.entry.volume == "7"
    assert article.odd == (7, 9)


def test_a_page_goes_on_behind_its_end_as_in_a_browser() -> None:
    page = "<html><body><p>Semax.</p></body></html >\n"
    blocks = parse("a.html", (page + page + "Selank").encode()).blocks
    assert [(block.text, block.line(0)) for block in blocks] == [("Semax.", 1), ("Semax.", 2), ("Selank", 3)]


def test_macros_that_cannot_be_put_in_are_named() -> None:
    text = (
        "\\def\\a#1 and #2.{We know that #2 is #1.}\\def\\b#1 or{\\textbf{#1}}\n"
        "\\newcommand\\c[1]{It is #1 as they say.}\n\\a b and c. \\b x or \\c z\n"
    )
    assert parse("a.tex", text.encode()).absent == (
        "of macros what they stand for could not be put in: \\a, \\c",
    )  # fmt: skip


def test_an_argument_that_a_macro_repeats_makes_no_text_of_any_length() -> None:
    text = "\\newcommand\\a[2]{#2" + "#1" * 4000 + "}\n" + ("\\a{" + "x" * 5000 + "}{y}\n") * 10
    article = parse("a.tex", text.encode())
    assert sum(len(block.text) for block in article.blocks) < 2 * len(text) + 200_000
    assert "characters longer" in article.absent[0]


LINKED = {
    "its link has its number": ("url = {https://doi.org/10.1000/x}", [("10.1000/x", "")], []),
    "a note begins with it": ("note = {doi:10.1000/x; read}", [("10.1000/x", "")], []),
    "a note names that of another": (
        "note = {Erratum: doi 10.1000/x, PMID: 12345678}", [("", "12345678")], ["10.1000/x"],
    ),
    "its link is that of another": (
        "doi = {10.1000/a}, url = {\\url{https://doi.org/10.1000/x}}", [("10.1000/a", ""), ("10.1000/x", "")], [],
    ),
    "its link is that of its preprint": (
        "doi = {10.1000/a}, url = {https://doi.org/10.1101/2020.01}", [("10.1000/a", "")], ["10.1101/2020.01"],
    ),
    "links and numbers are one": ("doi = {10.1000/A}, url = {http://dx.doi.org/10.1000/a}", [("10.1000/A", "")], []),
    "a page of PubMed beside a number": (
        "doi = {10.1000/a}, pmid = 12345, howpublished = {pubmed.ncbi.nlm.nih.gov/54321}",
        [("10.1000/a", "12345"), ("", "54321")], [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", LINKED)
def test_a_number_in_a_link_or_a_note_is_held_as_that_of_the_work_or_by_itself(case: str) -> None:
    fields, numbers, others = LINKED[case]
    blocks = parse("a.bib", f"@article{{a, title = {{Semax}}, {fields}}}".encode()).blocks
    assert [(block.entry.doi, block.entry.pmid) for block in blocks if block.entry] == numbers
    assert [block.text for block in blocks if not block.entry] == others


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", '[{"title": "Semax", "URL": "https://doi.org/10.1000/x"}]'),
        ("a.json", '{"message-type": "work-list", "message": {"items": [{"title": ["Semax"], "DOI": "10.1000/x"}]}}'),
        ("a.csv", "title,url\nSemax,https://doi.org/10.1000/x\n"),
        ("a.ris", "TY  - JOUR\nTI  - Semax\nN1  - doi: 10.1000/x\nER  - \n"),
        ("a.ris", "TY  - JOUR\nTI  - Semax\nUR  - https://doi.org/10.1000/x\nER  - \n"),
        ("a.enw", "%0 Journal Article\n%T Semax\n%U https://doi.org/10.1000/x\n"),
        (
            "a.xml",
            "<xml><records><record><titles><title>Semax</title></titles><notes>10.1000/x</notes></record></records>"
            "</xml>",
        ),
    ],
)  # fmt: skip
def test_in_every_bibliography_a_link_is_read_for_the_number(name: str, text: str) -> None:
    (block,) = parse(name, text.encode()).blocks
    assert block.entry
    assert (block.entry.title, block.entry.doi) == ("Semax", "10.1000/x")


def test_items_under_one_id_are_two_and_have_numbers_in_small_letters_or_in_zoteros_extra() -> None:
    text = """{"a": {"title": "Semax", "doi": "10.1000/x"},
 "a": {"title": "Selank", "author": [], "issued": "2001", "extra": "tex.a: b\\nDOI: 10.1000/y\\nPMID: 12345678"}}"""
    blocks = parse("a.json", text.encode()).blocks
    assert [(block.entry.title, block.entry.doi, block.entry.pmid) for block in blocks if block.entry] == [
        ("Semax", "10.1000/x", ""), ("Selank", "10.1000/y", "12345678"),
    ]  # fmt: skip


def test_a_number_that_is_a_link_of_latex_is_the_number() -> None:
    text = "@article{a, title={Semax}, doi={\\href{https://doi.org/10.1000/x}{here}}}"
    (block,) = parse("a.bib", text.encode()).blocks
    assert (block.entry and block.entry.doi, next(papers(text)).doi) == ("10.1000/x", "10.1000/x")


def test_a_short_cell_beside_an_entry_is_read_where_it_names_a_work() -> None:
    text = "title,doi,text,tag\nSemax,,Selank (doi:10.1000/x).,two words\n"
    assert [block.text for block in parse("a.csv", text.encode()).blocks] == ["Semax", "Selank (doi:10.1000/x)."]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.bib", "@article{a, title={Semax}, doi={10.1000/x; 10.1000/y}}"),
        ("a.bib", "@article{a, title={Semax}, doi={10.1000/x,10.1000/y}}"),
        ("a.enw", "%0 Journal Article\n%T Semax\n%R 10.1000/x\n%R 10.1000/y\n"),
        ("a.nbib", "PMID- 12345\nTI  - Semax\nLID - 10.1000/x [doi]\nAID - 10.1000/y [doi]\n"),
        ("a.ris", "TY  - JOUR\nTI  - Semax\nDO  - 10.1000/x\nDO  - 10.1000/y\nER  - \n"),
        ("a.json", '[{"title": "Semax", "DOI": "10.1000/x 10.1000/y"}]'),
        (
            "a.xml",
            "<xml><records><record><titles><title>Semax</title></titles><electronic-resource-num>10.1000/x"
            "</electronic-resource-num><electronic-resource-num>10.1000/y</electronic-resource-num></record></records></xml>",
        ),
    ],
)
def test_a_second_doi_of_an_entry_is_held_against_it(name: str, text: str) -> None:
    entries = [block.entry for block in parse(name, text.encode()).blocks if block.entry]
    assert [(entry.title, entry.doi) for entry in entries] == [("Semax", "10.1000/x"), ("Semax", "10.1000/y")]


@pytest.mark.parametrize(
    ("name", "text", "pmid", "pmcid"),
    [
        ("a.bib", "@article{a, title={Semax}, pmid={PMC1234567}}", "", "PMC1234567"),
        ("a.bib", "@article{a, title={Semax}, PubMed-ID={1234567}}", "1234567", ""),
        ("a.bib", "@article{a, title={Semax}, url={https://europepmc.org/article/MED/1234567}}", "1234567", ""),
        ("a.nbib", "PMID- 1234567 [pmid]\nTI  - Semax\n", "1234567", ""),
        ("a.ris", "TY  - JOUR\nTI  - Semax\nU1  - 1234567[pmid]\nER  - \n", "1234567", ""),
        ("a.ris", "TY  - JOUR\nTI  - Semax\nC2  - 1234567\nDB  - Scopus\nER  - \n", "1234567", ""),
        ("a.ris", "TY  - JOUR\nTI  - Semax\nAN  - 1234567\nDB  - CINAHL\nER  - \n", "", ""),
        ("a.json", '[{"title": "Semax", "identifiers": {"pmid": "1234567"}}]', "1234567", ""),
        ("a.json", '[{"title": "Semax", "external_ids": [{"type": "pmid", "value": "1234567"}]}]', "1234567", ""),
        ("a.xml", "<xml><records><record><titles><title>Semax</title></titles>"
                  "<research-notes>PMID: 1234567</research-notes></record></records></xml>", "1234567", ""),
    ],
)  # fmt: skip
def test_pubmeds_number_is_found_where_managers_and_databases_put_it(
    name: str, text: str, pmid: str, pmcid: str
) -> None:
    (entry, *_) = [block.entry for block in parse(name, text.encode()).blocks if block.entry]
    assert (entry.pmid, entry.pmcid) == (pmid, pmcid)


@pytest.mark.parametrize(
    "text", ["<xml><records><Record><title>A</title></Record></records></xml>", "<xml><records></records></xml>"]
)
def test_xml_of_endnote_without_a_record_is_told(text: str) -> None:
    with pytest.raises(UsageError, match="it has no <record>"):
        parse("a.xml", text.encode())


def test_a_record_of_endnote_whose_beginning_is_broken_is_counted_by_its_line() -> None:
    text = "<xml><records><record><titles><title>Semax</title></titles></record>\n<rec0rd></record></records></xml>"
    assert parse("a.xml", text.encode()).odd == (1,)


DOI = "10.1186/s12868-015-0218-7"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", "<p>See <a>doi:{}</a><a>PubMed</a></p>"),
        ("a.html", "<p>See (doi:{}).<a href='#r'>↩︎</a></p>"),
        ("a.html", "<p>See (doi:{}).<sup>2</sup> <b>Next</b></p>"),
        ("a.html", "<p>See (doi:{}).<b>Next</b></p>"),
        ("a.html", "<p>See <a>doi:{}</a>[1]</p>"),
        ("a.html", "<table><tr><td>See <a>doi:{}</a><a>PubMed</a></td></tr></table>"),
        ("a.html", "<p>See <a href='https://www.google.com/url?q=https%3A%2F%2Fdoi.org%2F{}&amp;sa=D'>it</a></p>"),
        ("a.html", "<div><template shadowrootmode=open><p>See doi:{}</p></template></div>"),
        ("a.md", "See (doi:{}).[↩︎](#a)"),
        ("a.md", "{++See (doi:{}).++}"),
        ("a.md", "See doi:{}[/caption]"),
        ("a.md", "See [it](https://www.google.com/url?q=https%3A%2F%2Fdoi.org%2F{}&sa=D)"),
        ("a.md", "It [1](is said so, doi:{})."),
        ("a.md", "It [a](see doi:{})"),
        ("a.md", "See doi:{},10.1000/x"),
        ("a.md", "See doi:{};https://doi.org/10.1000/x"),
        ("a.md", "(see doi:{})и далее"),
        ("a.tex", r"\subfloat[It is said so (doi:{}).]{\includegraphics{a}}"),
    ],
)
def test_a_doi_ends_where_what_it_stands_in_does(name: str, text: str) -> None:
    (block,) = parse(name, text.replace("{}", DOI).encode()).blocks
    assert doi_in(block.plain) == DOI
    assert next(numbered_in(block.plain)) == ("DOI", DOI)


def test_a_publishers_address_that_adds_to_a_doi_is_no_other_work() -> None:
    for more in ("/abstract;jsessionid=A", "/5555", ".full.pdf+html", "v2"):
        text = f"@article{{a, title={{Semax}}, doi={{10.1000/xyz}}, url={{https://a.example/doi/10.1000/xyz{more}}}}}"
        entries = [block.entry for block in parse("a.bib", text.encode()).blocks if block.entry]
        assert [entry.doi for entry in entries] == ["10.1000/xyz"]


def test_another_doi_in_a_publishers_address_stands_by_itself() -> None:
    text = "@article{a, title={Semax}, doi={10.1000/x}, url={https://a.b/doi/10.1000%2fy?id=5}}"
    assert [block.text for block in parse("a.bib", text.encode()).blocks] == ["Semax", "10.1000/y"]


def test_a_number_of_pubmeds_file_that_says_not_what_it_is_is_read_as_a_doi_where_it_is_one() -> None:
    (block,) = parse("a.nbib", b"PMID- 12345\nAID - 10.1000/x\n").blocks
    assert block.entry
    assert (block.entry.doi, block.entry.pmid) == ("10.1000/x", "12345")


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.tex"])
@pytest.mark.parametrize("at", ["10.1186/", "10.1186/s12868-", "10.1186/s12868-015-"])
def test_a_doi_that_a_line_breaks_at_its_own_sign_goes_on_in_the_next(name: str, at: str) -> None:
    text = f"It is said (https://doi.org/{at}\n{DOI.removeprefix(at)}) so.\n"
    (made,) = parse(name, (f"<p>{text}</p>" if name == "a.html" else text).encode()).blocks
    assert doi_in(made.plain) == DOI


@pytest.mark.parametrize(
    ("font", "code", "sign"),
    [("Symbol", "F061", "α"), ("Symbol", "F02D", "-"), ("Arial", "0041", "A"), ("Wingdings", "F04A", "\ufffd")],
)
def test_a_sign_that_word_sets_by_its_place_in_a_font_is_read_or_shown_as_unknown(
    font: str, code: str, sign: str
) -> None:
    import docx  # noqa: PLC0415
    from docx.oxml import parse_xml  # noqa: PLC0415

    document = docx.Document()
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    run = f'<w:r {space}><w:t>The </w:t><w:sym w:font="{font}" w:char="{code}"/><w:t>x</w:t></w:r>'
    document.add_paragraph()._p.append(parse_xml(run))
    held = io.BytesIO()
    document.save(held)
    assert [block.text for block in parse("a.docx", held.getvalue()).blocks] == [f"The {sign}x"]


def test_where_a_link_of_a_word_document_leads_is_read_and_parts_what_it_stands_behind() -> None:
    import docx  # noqa: PLC0415
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415
    from docx.oxml import parse_xml  # noqa: PLC0415

    document = docx.Document()
    spaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' \
             'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'  # fmt: skip

    def link(address: str, words: str) -> str:
        key = document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return f'<w:hyperlink {spaces} r:id="{key}"><w:r><w:t>{words}</w:t></w:r></w:hyperlink>'

    shown = document.add_paragraph("See ")
    shown._p.append(parse_xml(link(f"https://doi.org/{DOI}", f"doi:{DOI}")))
    shown._p.append(parse_xml(link("https://example.org", "PubMed")))
    unseen = document.add_paragraph("See ")
    unseen._p.append(parse_xml(link(f"https://doi.org/{DOI}", "this")))
    field = document.add_paragraph("See ")
    field._p.append(
        parse_xml(f'<w:fldSimple {spaces} w:instr=" HYPERLINK &quot;https://pubmed.ncbi.nlm.nih.gov/26611895&quot; "/>')
    )
    held = io.BytesIO()
    document.save(held)
    texts = [block.text for block in parse("a.docx", held.getvalue()).blocks]
    assert texts == [
        f"See doi:{DOI} PubMed", "See this", f"https://doi.org/{DOI}", "See", "https://pubmed.ncbi.nlm.nih.gov/26611895",
    ]  # fmt: skip


@pytest.mark.parametrize("head", ["From: <Saved by a browser>\nSubject: x\n", "", "Received: by a\n\tfor b\n"])
def test_a_page_or_a_message_in_mime_is_refused(head: str) -> None:
    with pytest.raises(UsageError, match="in MIME, not text"):
        parse("a.mhtml", f"{head}MIME-Version: 1.0\nContent-Type: text/html\n\nPGEgaHJlZj0=\n".encode())


@pytest.mark.parametrize(
    "text",
    [
        '{"semax": {"title": "Semax", "body": "It is a peptide."}, "selank": {"title": "Selank", "body": "So too."}}',
        '[{"id": 1, "data": {"title": "Semax", "body": "It is a peptide."}}]',
    ],
)
def test_pages_that_have_a_title_are_no_works(text: str) -> None:
    blocks = parse("a.json", text.encode()).blocks
    assert not [block for block in blocks if block.entry]
    assert "It is a peptide." in " ".join(block.text for block in blocks)


def test_a_line_that_pdftotext_makes_of_two_does_not_tell_how_wide_the_others_are() -> None:
    text = (
        "[5] Eremin KO, Kudrin VS, Saransaari P, Oja SS, Grivennikov IA, Myasoedov\n"
        "NF, et al. Semax, An ACTH(4-10) Analogue with Nootropic Properties,\n"
        "Activates Dopaminergic and Serotoninergic Brain Systems in Rodents. Neurochemical Research. 2005;30(12):"
        "1493-1500.\n[6] Thompson WR, Hornby B, Manuel R, Bradley E, Laux J, Carr J, et al.\n"
        "A phase 2/3 randomized clinical trial of elamipretide.\n"
    )
    told = parse("a.txt", text.encode()).blocks
    assert [(one.kind, one.plain[:3]) for one in told] == [("item", "[5]"), ("item", "[6]")]


@pytest.mark.parametrize("said", [True, False])
def test_two_rows_of_heads_of_a_word_table_are_its_head_where_they_say_so_or_the_upper_one_has_merged_cells(
    said: bool,
) -> None:
    import docx  # noqa: PLC0415
    from docx.oxml import OxmlElement  # noqa: PLC0415

    document = docx.Document()
    table = document.add_table(rows=4, cols=3)
    texts = (
        ("", "Found", "" if not said else "Told"),
        ("Peptide", "Mass (g/mol)", "CAS"),
        ("Semax", "950", "80714-61-0"),
    )
    for row, cells in zip(table.rows, texts, strict=False):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    if said:
        for row in table.rows[:2]:
            row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    else:
        table.rows[0].cells[1].merge(table.rows[0].cells[2])
    held = io.BytesIO()
    document.save(held)
    *_, told = parse("a.docx", held.getvalue()).blocks
    assert told.header == ("Peptide", "Found Mass (g/mol)", "Told CAS" if said else "Found CAS")


@pytest.mark.parametrize(
    "text",
    ["Benoist (PMID:\n25187433) said so.\n", "It is PMID\n25187433.\n",
     "The CAS RN of Semax is 80714-61-\n0 and no other.\n",
     "See https://doi.org/\n10.1124/jpet.114.218735 for it.\n", "See 10.1016/0149-7634(84)\n90022-8 for it.\n"],
)  # fmt: skip
def test_a_number_goes_on_with_what_names_it_and_over_the_end_of_a_line(text: str) -> None:
    (told,) = parse("a.txt", text.encode()).blocks
    assert told.plain.replace(" ", "") == "".join(text.split())


def test_a_table_of_works_and_latex_are_known_by_how_they_begin() -> None:
    for sign in "\t,;":
        (told,) = parse("-", f"PMID{sign}Title\n25187433{sign}A title\n".encode()).blocks
        assert told.entry is not None
        assert (told.entry.pmid, told.entry.title) == ("25187433", "A title")
    tex = "% a remark\n\\newcommand{\\p}[1]{PMID #1}\n\\begin{document}\nIt is \\p{25187433}.\n\\end{document}\n"
    assert "PMID 25187433" in " ".join(one.plain for one in parse("-", tex.encode()).blocks)
    prose = parse("-", b"Semax, Selank, and others\nwere told of, as it is.\n").blocks
    assert "entry" not in {one.kind for one in prose}


def test_signs_of_full_width_are_the_signs_they_are() -> None:
    (told,) = parse("a.txt", "PMID：２５１８７４３３".encode()).blocks
    assert told.plain == "PMID:25187433"


def test_heads_that_go_over_several_columns_and_rows_of_a_page_stand_over_each() -> None:
    page = (
        "<table><thead><tr><th rowspan=2>Study<th colspan=2>Ids<tr><th>PMID<th>Year</thead>"
        "<tbody><tr><td rowspan=2>x<td>25187433<td>2014<tr><td>5<td>6</table>"
    )
    *_, first, second = parse("a.html", page.encode()).blocks
    assert (first.plain, first.header) == ("x | 25187433 | 2014", ("Study", "Ids PMID", "Ids Year"))
    assert second.plain == "x | 5 | 6"
    wide = f"<table><tr><td colspan=9999999>x<td rowspan={'9' * 99}>y</table>"
    assert [one.plain for one in parse("a.html", wide.encode()).blocks] == ["x | y"]
