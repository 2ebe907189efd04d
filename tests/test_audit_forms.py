"""The forms that bibliographies have: EndNote's XML, PubMed's own, a manuscript's and those of Word documents."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest

from conftest import PROGRAM, Run
from peptidecli.audit import Audit, audit, parse, read
from peptidecli.audit.article import manuscript as manuscripts
from peptidecli.audit.corpus import documents
from peptidecli.audit.running import run as run_all
from peptidecli.dataset.dataset import Dataset
from peptidecli.dataset.model import Reference

TITLE = (
    "Semax, an analog of ACTH(4-10) with cognitive effects, regulates BDNF and trkB expression in the rat hippocampus"
)
GAD = (
    "Efficacy and possible mechanisms of action of a new peptide anxiolytic selank in the therapy of generalized "
    "anxiety disorders and neurasthenia"
)


def said(result: Audit) -> list[tuple[str, int, str, str, str | None]]:
    """Return what is said of the citations and numbers; what a title says of a compound is another thing."""
    held = (finding for finding in result.findings if finding.kind != "statement")
    return [(Path(f.file).name, f.line, f.kind, f.verdict, f.reference) for f in held]


# -- EndNote XML -----------------------------------------------------------------------------------------------------


def record(year: str = "2006", doi: str = "10.1016/j.brainres.2006.07.108", between: str = "") -> str:
    """Return a record as EndNote exports it, every field in a typeface."""

    def styled(text: str) -> str:
        return f'<style face="normal" font="default" size="100%">{escape(text)}</style>'

    return between.join(
        (
            '<record><database name="My.enl" path="My.enl">My.enl</database><rec-number>7</rec-number>',
            '<foreign-keys><key app="EN" db-id="x" timestamp="0">7</key></foreign-keys>',
            '<ref-type name="Journal Article">17</ref-type>',
            f"<contributors><authors><author>{styled('Dolotov, O. V.')}</author>"
            f"<author>{styled('Karpenko, E. A.')}</author></authors></contributors>",
            f"<titles><title>{styled(TITLE)}</title><secondary-title>{styled('Brain Res')}</secondary-title></titles>",
            f"<periodical><full-title>{styled('Brain Res')}</full-title></periodical>",
            f"<pages>{styled('54-60')}</pages><volume>{styled('1117')}</volume>",
            f"<dates><year>{styled(year)}</year></dates>",
            f"<electronic-resource-num>{styled(doi)}</electronic-resource-num>",
            "<urls><related-urls><url>https://pubmed.ncbi.nlm.nih.gov/16996037</url></related-urls></urls></record>",
        )
    )


def endnote(*records: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8" ?><xml><records>{"".join(records)}</records></xml>'.encode()


def test_endnote_xml_is_held_field_by_field_each_field_at_its_line(bundled: Dataset) -> None:
    content = endnote(record(), record("2007", "10.1016/j.brainres.2006.07.999", "\n"))
    result = audit(bundled, [parse("library.xml", content)])
    assert [(f.line, f.kind, f.verdict, f.text[:8]) for f in result.findings] == [
        (1, "citation", "matches", "Dolotov,"),
        (1, "identifier", "matches", "10.1016/"),
        (1, "identifier", "matches", "16996037"),
        (1, "identifier", "matches", "16996037"),
        (8, "citation", "differs", "Dolotov,"),
        (9, "identifier", "differs", "10.1016/"),
    ]
    assert {f.reference for f in result.findings} == {"dolotov-2006-hippocampus"}


def test_a_broken_record_of_endnote_is_named_and_the_others_go_on(bundled: Dataset) -> None:
    unclosed = record().replace("</titles>", "")
    content = endnote(record(), f"\n{unclosed}", f"\n{record()[:-20]}", f"\n{record()}")
    reading = audit(bundled, [parse("library.xml", content)]).files[0]
    assert (reading.citations, reading.not_understood) == (2, (2, 3))


def csl(*years: int) -> str:
    works = [{"id": f"a{year}", "title": TITLE, "DOI": "10.1016/j.brainres.2006.07.108", "issued": {"date-parts":
              [[year]]}} for year in years]  # fmt: skip
    return json.dumps(works, indent=1)


CUT_SHORT = [
    ("a.json", csl(2005, 2005, 2005)[:-40], "a.json is not csl: Unterminated string starting at: line 31 column 4"),
    ("a.csl", csl(2005)[:-1], "a.csl is not csl: Expecting ',' delimiter: line 14 column 1"),
    ("a.json", csl(2005) + csl(2005), "lines of JSON are read from .ndjson"),
    ("a.json", "[" * 200_000, "a.json is not csl: it is nested too deep"),
    ("a.json", '[{"n": ' + "9" * 5000 + "}]", "a.json is not csl: it has a number of more digits"),
    ("a.xml", endnote(record()).decode()[:-60], "a.xml is not endnote: "),
    ("a.xml", endnote(record(), f"\n{record()}").decode()[:-60], "a.xml is not endnote: "),
    ("a.xml", endnote(record(between="\n")).decode()[:-len("</records></xml>")], "it ends on line 10 without </xml>"),
    ("a.xml", endnote(record().replace("</titles>", "")).decode(), "the record on line 1 is no XML"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "said"), CUT_SHORT, ids=lambda value: str(value)[:8])
def test_a_bibliography_that_is_cut_short_or_broken_is_none_and_add_says_the_same(
    run: Run, tmp_path: Path, name: str, content: str, said: str
) -> None:
    (tmp_path / name).write_text(content)
    (tmp_path / "good.md").write_text("Semax weighs 813.9 Da.\n")
    alone = run("audit", str(tmp_path / name))
    assert (alone.returncode, alone.stdout) == (2, "")
    assert said in alone.stderr
    beside = run("audit", str(tmp_path / name), str(tmp_path / "good.md"))
    assert (beside.returncode, said in beside.stderr, "813.9" in beside.stdout) == (2, True, True)
    within = run("audit", str(tmp_path))
    assert (within.returncode, said in within.stderr, "813.9" in within.stdout) == (1, True, True)
    if name != "a.csl" and "ndjson" not in said:
        added = run("--data", str(tmp_path / "own"), "add", str(tmp_path / name), "--dry-run")
        assert added.returncode == 2
        assert said.removeprefix(f"{name} ") in added.stderr


def test_a_bibliography_in_standard_input_that_is_cut_short_is_none(environment: dict[str, str]) -> None:
    done = subprocess.run([PROGRAM, "audit", "-"], input=csl(2005)[:-9], env=environment, capture_output=True,
                          text=True, timeout=60, check=False)  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert "standard input is not csl: " in done.stderr


def test_json_that_is_no_bibliography_and_a_style_are_read_as_what_they_say(run: Run, tmp_path: Path) -> None:
    (tmp_path / "page.json").write_text(json.dumps({"body": "Semax weighs 887.04 Da."}))
    assert "887.04" in run("audit", str(tmp_path / "page.json")).stdout
    (tmp_path / "style.csl").write_text('<?xml version="1.0"?><style xmlns="http://purl.org/net/xbiblio/csl"/>')
    assert run("audit", str(tmp_path / "style.csl")).returncode == 0


@pytest.mark.parametrize("ending", ["pdf", "docx", "epub"])
def test_a_document_that_is_empty_or_begins_as_none_is_refused(run: Run, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a.{ending}"
    path.touch()
    done = run("audit", str(path))
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"peptide: {path} is empty\n")
    path.write_text("<!doctype html><title>Log in</title><p>Log in to read of Semax.</p>")
    done = run("audit", str(path))
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{path} is no {ending.upper()}: " in done.stderr


def test_a_text_that_was_taken_from_a_file_is_read_whatever_that_file_was(bundled: Dataset, tmp_path: Path) -> None:
    rows = tmp_path / "crawl.ndjson"
    rows.write_text("".join(
        json.dumps({"url": f"https://example.org/{name}", "text": "Semax weighs 887.04 Da."}) + "\n"
        for name in ("paper.pdf", "paper.docx", "data.json", "library.xml")
    ))  # fmt: skip
    outcomes = list(run_all(bundled, documents([str(rows)])))
    assert [outcome.error for outcome in outcomes] == [""] * 4
    assert [[finding.text for finding in outcome.findings] for outcome in outcomes] == [["887.04 Da"]] * 4


def test_nothing_is_defined_and_nothing_fetched_in_endnote_xml(bundled: Dataset) -> None:
    bomb = '<!DOCTYPE xml [<!ENTITY a "SemaxSemax"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    content = f"{bomb}<xml><records>{record().replace('1117', '&a;&x;')}{record()}</records></xml>".encode()
    reading = audit(bundled, [parse("library.xml", content)]).files[0]
    assert (reading.citations, reading.not_understood) == (1, (1,))


# -- PubMed's own ----------------------------------------------------------------------------------------------------

NBIB = f"""
PMID- 16996037
OWN - NLM
VI  - 1117
IP  - 1
PG  - 54-60
LID - 10.1016/j.brainres.2006.07.108 [doi]
TI  - {TITLE.partition(" with ")[0]}
      with {TITLE.partition(" with ")[2]}.
FAU - Dolotov, Oleg V
AU  - Dolotov OV
DP  - 2007 Oct 30
JT  - Brain research

TI  - A record without the number that each has
"""


def test_nbib_is_held_field_by_field_and_read_as_add_reads_it(run: Run, bundled: Dataset, tmp_path: Path) -> None:
    (tmp_path / "refs.nbib").write_text(NBIB, encoding="utf-8")
    result = audit(bundled, [read(str(tmp_path / "refs.nbib"))])
    assert [(f.line, f.kind, f.verdict, f.reference) for f in result.findings] == [
        (2, "identifier", "matches", "dolotov-2006-hippocampus"),
        (7, "identifier", "matches", "dolotov-2006-hippocampus"),
        (12, "citation", "differs", "dolotov-2006-hippocampus"),
        (15, "citation", "unknown", None),
    ]
    assert result.files[0].not_understood == ()
    done = run("add", str(tmp_path / "refs.nbib"), "--dry-run")
    assert "dolotov-2006-hippocampus" in done.stdout


def test_endnote_xml_is_added_and_its_broken_record_refused_with_its_line(run: Run, tmp_path: Path) -> None:
    library = tmp_path / "library.xml"
    library.write_bytes(endnote(record()))
    done = run("add", str(library), "--dry-run")
    assert "dolotov-2006-hippocampus" in done.stdout, done.stderr
    library.write_bytes(endnote(record(), f"\n{record()[:-20]}"))
    done = run("add", str(library), "--dry-run")
    assert done.returncode == 2
    assert "the record on line 2 is no XML that can be read" in done.stderr
    library.write_text("<feed><entry>no record</entry></feed>", encoding="utf-8")
    assert "it has no <record>" in run("add", str(library), "--dry-run").stderr


# -- manuscripts -----------------------------------------------------------------------------------------------------

MANUSCRIPT = r"""\documentclass{article}
\newcommand{\mine}[1]{\cite{#1}}
\begin{document}
Semax raises BDNF \citep[see][p.~3]{dolotov2006,nowhere2020}. % \cite{commented}
\input{chapters/two}
\begin{verbatim}
\cite{printed}
\end{verbatim}
\bibliography{refs}
\end{document}
"""
BIBLIOGRAPHY = f"""@string{{br = {{Brain Res}}}}
% kept
@article{{dolotov2006, author={{Dolotov, O. V.}}, year={{2007}}, journal=br,
  title={{{TITLE}}}}}
@article{{zozulia, ids={{zozulia2008, other}}, author={{Zozulia, A. A.}}, year=2008,
  title={{{GAD}}},
  pmid={{18454999}}}}
@article{{uncited, author={{Dolotov, O. V.}}, year={{1999}}, title={{{TITLE}}}}}
@article{{broken, author={{Smith, J.
"""


@pytest.fixture
def manuscript(tmp_path: Path) -> Path:
    """Return a manuscript of two files with a bibliography beside it."""
    (tmp_path / "chapters").mkdir()
    (tmp_path / "chapters" / "two.tex").write_text("Selank \\textcites{zozulia2008}[12]{broken}.\n", encoding="utf-8")
    (tmp_path / "refs.bib").write_text(BIBLIOGRAPHY, encoding="utf-8")
    path = tmp_path / "main.tex"
    path.write_text(MANUSCRIPT, encoding="utf-8")
    return path


def test_of_a_manuscript_the_cited_entries_are_held_at_their_lines(bundled: Dataset, manuscript: Path) -> None:
    result = audit(bundled, [read(str(manuscript))])
    assert said(result) == [
        ("refs.bib", 3, "citation", "differs", "dolotov-2006-hippocampus"),
        ("refs.bib", 5, "citation", "matches", "zozulia-2008-gad"),
        ("refs.bib", 7, "identifier", "differs", "zozulia-2008-gad"),
    ]
    own, _, refs = result.files
    assert [(Path(key.file).name, key.line, key.key) for key in own.missing] == [("main.tex", 4, "nowhere2020")]
    assert (refs.citations, refs.uncited, refs.not_understood) == (2, 1, (9,))


def test_what_is_uncited_and_what_is_nowhere_is_said(run: Run, manuscript: Path) -> None:
    done = run("audit", str(manuscript))
    text = " ".join(done.stdout.split())
    assert "1 entry is not cited and not held" in text
    assert "1 key that is cited stands in no bibliography: nowhere2020" in text
    assert "main.tex:4)" in text
    assert done.returncode == 1
    data = json.loads(run("audit", str(manuscript), "-f", "json").stdout)["data"]
    assert [file["uncited"] for file in data["files"]] == [0, 0, 1]
    assert data["files"][0]["missing"][0]["key"] == "nowhere2020"


def test_nocite_of_everything_holds_everything(bundled: Dataset, manuscript: Path) -> None:
    manuscript.write_text(MANUSCRIPT.replace("\\begin{document}", "\\begin{document}\\nocite{*}"), encoding="utf-8")
    refs = audit(bundled, [read(str(manuscript))]).files[-1]
    assert (refs.citations, refs.uncited) == (3, 0)


def test_a_bibliography_that_is_not_there_is_said_and_ends_with_1(run: Run, manuscript: Path) -> None:
    (manuscript.parent / "refs.bib").unlink()
    done = run("audit", str(manuscript))
    assert done.returncode == 1
    assert "cannot be read whole:" in done.stderr
    assert "refs.bib cannot be read: there is no such file" in done.stderr


def test_a_bibliography_that_is_named_too_is_held_whole_and_once(run: Run, manuscript: Path) -> None:
    done = run("audit", str(manuscript), str(manuscript.parent / "refs.bib"), "-f", "json")
    data = json.loads(done.stdout)["data"]
    assert [file["citations"] for file in data["files"]] == [0, 3]
    folder = json.loads(run("audit", str(manuscript.parent), "-f", "json").stdout)["data"]
    assert sum(file["citations"] for file in folder["files"]) == 3


LISTED = (
    r"\begin{thebibliography}{9}" "\n"
    r"\bibitem[Dolotov et~al.(2006)Dolotov, Karpenko," "\n  {Inozemtseva}, and others]{a}\n"
    rf"Dolotov, O.~V. \emph{{et al.}}" "\n"
    rf"\newblock \bibinfo{{title}}{{{TITLE}}}." "\n"
    r"\newblock {\em Brain Res.} \textbf{1117}, 54--60 (2007)." "\n\n"
    rf"\bibitem{{b}} Dolotov, O.~V. {TITLE}. Brain Res. 1117, 54--60 (2005)." "\n"
    r"\end{thebibliography}" "\n"
)  # fmt: skip


def test_a_list_in_a_manuscript_is_held_as_far_as_it_is_cited(bundled: Dataset, tmp_path: Path) -> None:
    path = tmp_path / "main.tex"
    path.write_text("Semax \\cite{a}.\n\n" + LISTED, encoding="utf-8")
    result = audit(bundled, [read(str(path))])
    assert [(line, verdict) for _, line, _, verdict, _ in said(result)] == [(6, "differs")]
    assert result.files[0].uncited == 1
    path.write_text("Semax.\n\n" + LISTED, encoding="utf-8")
    assert [line for _, line, *_ in said(audit(bundled, [read(str(path))]))] == [6, 10]


@pytest.mark.parametrize("how", ["\\bibliography{gone}", "\\input{main.bbl}"])
def test_the_list_that_bibtex_made_is_held_where_there_is_no_other(bundled: Dataset, tmp_path: Path, how: str) -> None:
    (tmp_path / "main.bbl").write_text(LISTED, encoding="utf-8")
    (tmp_path / "main.tex").write_text(f"Semax \\cite{{b}}.\n{how}\n", encoding="utf-8")
    result = audit(bundled, [read(str(tmp_path / "main.tex"))])
    assert said(result) == [("main.bbl", 8, "citation", "differs", "dolotov-2006-hippocampus")]
    assert result.files[1].uncited == 1


@pytest.mark.parametrize(
    "how", ["\\input{ch/p}", "\\include{ch/p}", "\\subfile{ch/p.tex}", "\\import{ch/}{p}", "\\input ch/p ",
            "\\def\\dir{ch}\\input{\\dir/p}"]
)  # fmt: skip
def test_the_parts_of_a_manuscript_are_held_with_it(bundled: Dataset, tmp_path: Path, how: str) -> None:
    (tmp_path / "ch").mkdir()
    (tmp_path / "ch" / "p.tex").write_text("\n\\sx{} weighs 950.1 g/mol.\n", encoding="utf-8")
    (tmp_path / "main.tex").write_text(f"\\newcommand{{\\sx}}{{Semax}}\n{how}\n", encoding="utf-8")
    result = audit(bundled, [read(str(tmp_path / "main.tex"))])
    assert [(Path(f.file).name, f.line, f.verdict) for f in result.findings] == [("p.tex", 2, "differs")]
    assert [(Path(file.file).name, file.lines) for file in result.files] == [("main.tex", 2), ("p.tex", 2)]


def test_a_part_that_is_named_too_is_held_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "p.tex").write_text("Semax weighs 950.1 g/mol.\n", encoding="utf-8")
    (tmp_path / "main.tex").write_text("\\input{p}\n", encoding="utf-8")
    for others in (str(tmp_path / "p.tex"), str(tmp_path)):
        data = json.loads(run("audit", str(tmp_path / "main.tex"), others, "-f", "json").stdout)["data"]
        assert [Path(finding["file"]).name for finding in data["findings"]] == ["p.tex"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("\\input{gone}", "gone.tex cannot be read: there is no such file"),
        ("\\include{a/gone}", "a/gone.tex cannot be read: there is no such file"),
        ("\\import{a/}{gone.tikz}", "a/gone.tikz cannot be read: there is no such file"),
        ("\\input\"gone.tex\"", "gone.tex cannot be read: there is no such file"),
        ("\\markdownInput{x.md}", "x.md stands in it and is not read with it; name it too"),
        ("\\lstinputlisting[language=R]{x.R}", "x.R stands in it and is not read with it; name it too"),
        ("\\verbatiminput{x.txt}", "x.txt stands in it and is not read with it; name it too"),
        ("\\input{glyphtounicode} \\InputIfFileExists{gone}{}{} % \\input{gone}", ""),
        ("\\begin{filecontents}{own.tex}\nx\n\\end{filecontents}\\input{own.tex}", ""), ("\\input{main}", ""),
    ],
)  # fmt: skip
def test_a_part_that_cannot_be_read_is_told(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "main.tex").write_text(text + "\n", encoding="utf-8")
    assert read(str(tmp_path / "main.tex")).absent == ((f"{tmp_path}/{told}",) if told else ())


def test_a_manuscript_may_not_take_in_more_files_than_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manuscripts, "MOST_PARTS", 1)
    for name in ("main", "a", "b"):
        (tmp_path / f"{name}.tex").write_text("\\input{a}\\input{b}", encoding="utf-8")
    article = read(str(tmp_path / "main.tex"))
    assert ([Path(part.name).name for part in article.beside], article.absent) == (
        ["a.tex"], ("it takes in more than 1 files",),
    )  # fmt: skip


# -- Word documents --------------------------------------------------------------------------------------------------

ITEM = {
    "id": 12, "type": "article-journal", "title": TITLE.replace("rat", "<i>rat</i>"),
    "container-title": "Brain Research", "author": [{"family": "Dolotov", "given": "Oleg V."}],
    "issued": {"date-parts": [["2007", 10, 30]]},
    "note": "PMID: 16996037", "volume": "1117", "page": "54-60",
}  # fmt: skip
GOOD = {
    "id": "x", "type": "article-journal", "title": GAD, "author": [{"family": "Zozulia", "given": "A. A."}],
    "issued": {"date-parts": [[2008]]},
}  # fmt: skip
Write = Callable[[Any], None]


def field(paragraph: Any, code: str, shown: str, data: str = "", end: bool = True) -> None:
    """Set a field as Word does: its code in several runs, then what it shows."""
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    def character(kind: str, content: str = "") -> None:
        made = OxmlElement("w:fldChar")
        made.set(qn("w:fldCharType"), kind)
        if content:
            held = OxmlElement("w:fldData")
            held.text = content
            made.append(held)
        paragraph.add_run()._r.append(made)

    character("begin", data)
    for start in range(0, len(code), 200):
        text = OxmlElement("w:instrText")
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        text.text = code[start : start + 200]
        paragraph.add_run()._r.append(text)
    character("separate")
    paragraph.add_run(shown)
    if end:
        character("end")


def zotero(paragraph: Any, *items: Any, code: str = "") -> None:
    source = code or json.dumps({"citationID": "a", "citationItems": [{"id": 12, "itemData": item} for item in items]})
    field(paragraph, f" ADDIN ZOTERO_ITEM CSL_CITATION {source} ", "(1)")


@pytest.fixture
def word(tmp_path: Path) -> Callable[[Write], Path]:
    """Return a function that saves a document that another has written into."""
    docx = pytest.importorskip("docx")

    def save(write: Write) -> Path:
        document = docx.Document()
        document.add_heading("Semax", 1)
        write(document)
        document.save(tmp_path / "paper.docx")
        return tmp_path / "paper.docx"

    return save


def held(bundled: Dataset, path: Path) -> tuple[list[tuple[int, str]], tuple[int, ...]]:
    """Return the citations of a document with their lines, and the lines that were not understood."""
    result = audit(bundled, [read(str(path))])
    assert len(result.files) == 1
    return [(f.line, f.verdict) for f in result.findings if f.kind == "citation"], result.files[0].not_understood


def test_what_zotero_leaves_in_word_is_held_once_and_its_list_is_not(
    bundled: Dataset, word: Callable[[Write], Path]
) -> None:
    def write(document: Any) -> None:
        zotero(document.add_paragraph("Semax raises BDNF "), ITEM)
        zotero(document.add_paragraph("It does, and Selank too "), ITEM, GOOD)
        field(document.add_paragraph(), ' ADDIN ZOTERO_BIBL {"uncited":[]} CSL_BIBLIOGRAPHY ', f"Dolotov OV. {TITLE}. "
              "Brain Res. 2007;1117:54-60.", end=False)  # fmt: skip
        last = document.add_paragraph(f"Zozulia AA. {GAD}. Zh Nevrol Psikhiatr. 2008;108:38-48.")
        from docx.oxml import OxmlElement  # noqa: PLC0415
        from docx.oxml.ns import qn  # noqa: PLC0415

        end = OxmlElement("w:fldChar")
        end.set(qn("w:fldCharType"), "end")
        last.add_run()._r.append(end)
        document.add_paragraph("The molar mass of Semax is 887.04 Da.")

    path = word(write)
    assert held(bundled, path) == ([(2, "differs"), (3, "matches")], ())
    result = audit(bundled, [read(str(path))])
    assert [(f.line, f.kind, f.text) for f in result.findings if f.kind not in {"citation", "statement"}] == [
        (2, "identifier", "16996037"),
        (6, "figure", "887.04 Da"),
    ]


def test_a_broken_field_is_counted_and_the_others_go_on(bundled: Dataset, word: Callable[[Write], Path]) -> None:
    def write(document: Any) -> None:
        zotero(document.add_paragraph("Broken "), code='{"citationItems": [{"itemData": {"title"')
        zotero(document.add_paragraph("Without its record "), code='{"citationItems": [{"uris": ["x"]}]}')
        zotero(document.add_paragraph("Empty "), {})
        zotero(document.add_paragraph("Whole "), ITEM)

    assert held(bundled, word(write)) == ([(5, "differs")], (2, 3, 4))


def test_zotero_keeps_its_citations_in_footnotes_and_behind_bookmarks_too(
    bundled: Dataset, word: Callable[[Write], Path]
) -> None:
    def write(document: Any) -> None:
        from docx.oxml import OxmlElement  # noqa: PLC0415
        from docx.oxml.ns import qn  # noqa: PLC0415

        note = OxmlElement("w:footnoteReference")
        note.set(qn("w:id"), "2")
        document.add_paragraph("Semax raises BDNF.").add_run()._r.append(note)
        mark = OxmlElement("w:bookmarkStart")
        mark.set(qn("w:name"), "ZOTERO_BREF_abc")
        mark.set(qn("w:id"), "1")
        document.add_paragraph("Selank.").runs[0]._r.append(mark)

    path = word(write)
    code = escape(f" ADDIN ZOTERO_ITEM CSL_CITATION {json.dumps({'citationItems': [{'itemData': ITEM}]})} ")
    kept = f"ZOTERO_ITEM CSL_CITATION {json.dumps({'citationItems': [{'itemData': GOOD}]})}"
    pieces = "".join(
        f'<property name="ZOTERO_BREF_abc_{place}"><lpwstr>{escape(kept[start : start + 200])}</lpwstr></property>'
        for place, start in enumerate(range(0, len(kept), 200), 1)
    )
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    with zipfile.ZipFile(path, "a") as package:
        package.writestr(
            "word/footnotes.xml",
            f'<w:footnotes {space}><w:footnote w:id="2"><w:p><w:fldSimple w:instr="{code.replace(chr(34), "&quot;")}"/>'
            "</w:p></w:footnote></w:footnotes>",
        )
        package.writestr("docProps/custom.xml", f"<Properties>{pieces}</Properties>")
    assert held(bundled, path) == ([(2, "differs"), (3, "matches")], ())


def test_what_both_mendeleys_leave_in_word_is_held(bundled: Dataset, word: Callable[[Write], Path]) -> None:
    def write(document: Any) -> None:
        from docx.oxml import OxmlElement  # noqa: PLC0415
        from docx.oxml.ns import qn  # noqa: PLC0415

        old = json.dumps({"citationItems": [{"id": "ITEM-1", "itemData": ITEM}], "mendeley": {}, "schema": "x"})
        field(document.add_paragraph("Semax "), f"ADDIN CSL_CITATION {old}", "[1]")
        control, settings, tag = (OxmlElement(f"w:{name}") for name in ("sdt", "sdtPr", "tag"))
        new = json.dumps({"citationID": "MENDELEY_CITATION_1", "citationItems": [{"id": "x", "itemData": GOOD}]})
        tag.set(qn("w:val"), f"MENDELEY_CITATION_v3_{base64.b64encode(new.encode()).decode()}")
        settings.append(tag)
        control.append(settings)
        document.add_paragraph("Selank ")._p.append(control)
        broken = OxmlElement("w:tag")
        broken.set(qn("w:val"), "MENDELEY_CITATION_v3_????")
        document.add_paragraph("Broken ")._p.append(broken)

    assert held(bundled, word(write)) == ([(2, "differs"), (3, "matches")], (4,))


@pytest.mark.parametrize("as_data", [False, True], ids=["code", "data"])
def test_what_endnote_leaves_in_word_is_held(bundled: Dataset, word: Callable[[Write], Path], as_data: bool) -> None:
    source = (
        "<EndNote><Cite><Author>Dolotov</Author><Year>2007</Year><RecNum>7</RecNum><DisplayText>[1]</DisplayText>"
        f"{record('2007')}</Cite></EndNote>"
    )
    packed = base64.b64encode(source.encode()).decode()
    packed = "\n".join(packed[start : start + 76] for start in range(0, len(packed), 76))

    def write(document: Any) -> None:
        paragraph = document.add_paragraph("Semax raises BDNF ")
        if as_data:
            field(paragraph, " ADDIN EN.CITE ", "", packed, end=False)
            field(paragraph, " ADDIN EN.CITE.DATA ", "[1]", packed)
        else:
            field(paragraph, f" ADDIN EN.CITE {source}", "[1]")
        field(document.add_paragraph("Gone "), " ADDIN EN.CITE <EndNote><Cite><Author>X</Author></Cite></EndNote>", "")

    assert held(bundled, word(write)) == ([(2, "differs")], (3,))


def test_without_fields_the_typed_list_is_held(bundled: Dataset, word: Callable[[Write], Path]) -> None:
    def write(document: Any) -> None:
        document.add_heading("References", 1)
        document.add_paragraph(f"1. Dolotov OV, Karpenko EA. {TITLE}. Brain Res. 2007;1117:54-60.")

    assert held(bundled, word(write)) == ([(3, "differs")], ())


@pytest.mark.parametrize(
    "text",
    [
        "%0 Journal Article\n%A Dolotov, O. V.\n%D 2007\n%T Semax and BDNF\n%J Brain Research\n%R 10.1016/x\n\n",
        "@article{a, author={Dolotov, O. V.}, title={Semax and BDNF}, journal={Brain Research}, year={2007}}\n",
        'sep=;\nTitle;DOI;Year\n"Semax and BDNF";10.1016/x;2007\n',
        "Subject, in full;Title;DOI\nA, B;Semax and BDNF;10.1016/x\n",
    ],
)
def test_works_on_standard_input_are_works_whatever_program_has_written_them(text: str) -> None:
    entries = [one.entry for one in parse("standard input", text.encode()).blocks if one.entry]
    assert [entry.title for entry in entries] == ["Semax and BDNF"]


_TITLE = (
    "Semax, an analog of <italic>ACTH(4-10)</italic> with cognitive effects, regulates BDNF and trkB expression in the "
    "rat hippocampus"
)
_FIELDS = (
    "<element-citation><person-group person-group-type='author'><name><surname>Dolotov</surname><given-names>OV"
    "</given-names></name><name><surname>Karpenko</surname><given-names>EA</given-names></name><etal/></person-group>"
    "<person-group person-group-type='editor'><name><surname>Roe</surname></name></person-group><year>{year}</year>\n"
    f"<article-title>{_TITLE}</article-title><source>Brain Res</source><volume>1117</volume><issue>1</issue><fpage>54"
    "</fpage><lpage>60</lpage><pub-id pub-id-type='pmid'>16996037</pub-id></element-citation>"
)
_MIXED = (
    "<mixed-citation><person-group><name><surname>Dolotov</surname>, <given-names>OV</given-names></name>, et al."
    f"</person-group> <article-title>{_TITLE}</article-title>. <source>Brain Res</source>. <year>{{year}}</year>;\n"
    "<volume>1117</volume>:<fpage>54</fpage>.</mixed-citation>"
)


_PLAIN = [
    f"Dolotov OV, Karpenko EA, et al. {_TITLE}.\n<italic>Brain Res</italic>. {{year}};1117:54-60. {more}"
    for more in ("", "<pub-id pub-id-type='pmid'>16996037</pub-id>")
]


@pytest.mark.parametrize(
    "reference",
    [
        _FIELDS,
        _MIXED,
        *(_FIELDS.replace("element-citation", f"{kind}citation") for kind in ("nlm-", "mixed-", "")),
        *(f"<{kind}citation>{text}</{kind}citation>" for kind in ("nlm-", "mixed-", "element-", "") for text in _PLAIN),
    ],
    ids=[
        "fields alone",
        "with signs between them",
        "older fields",
        "fields called mixed",
        "oldest fields",
        *(f"{kind} in {text}" for kind in ("older", "mixed", "elements", "oldest") for text in ("text", "one field")),
    ],
)
def test_the_fields_of_a_reference_of_pubmed_central_are_held_together(bundled: Dataset, reference: str) -> None:
    text = (
        '<?xml version="1.0"?>\n<article><body><p>Semax raises BDNF [1].</p></body><ref-list><ref id="a">'
        f"<label>[1]</label>{reference}</ref></ref-list><p>\nThe molar mass of Semax is 99.1 g/mol.</p></article>"
    )
    for year, verdict in (("2006", "matches"), ("2009", "differs")):
        findings = audit(bundled, [parse("a.xml", text.format(year=year).encode())]).findings
        (told,) = (one for one in findings if one.kind == "citation")
        assert (told.verdict, told.line) == (verdict, 2)
        assert ("The year is 2006, not 2009" in told.detail) == (verdict == "differs")
        assert "Roe" not in told.text
        (figure,) = (one for one in findings if one.kind == "figure")
        assert figure.line == 4


@pytest.mark.parametrize(
    "behind", ["<comment>[PubMed]</comment>", "<ext-link xlink:href='https://x.org/10.1/y'>Crossref</ext-link>"]
)
def test_what_stands_behind_a_number_of_pubmed_central_without_a_blank_is_none_of_it(
    bundled: Dataset, behind: str
) -> None:
    number = f"<pub-id pub-id-type='doi'>10.1016/j.brainres.2006.07.108</pub-id>{behind}"
    text = f"<article><ref-list><ref><mixed-citation>{_TITLE}. {number}</mixed-citation></ref></ref-list></article>"
    findings = audit(bundled, [parse("a.xml", text.encode())]).findings
    assert {(one.kind, one.verdict, one.text) for one in findings if one.kind == "identifier"} == {
        ("identifier", "matches", "10.1016/j.brainres.2006.07.108")
    }


def test_a_comment_on_a_reference_is_read_by_itself(bundled: Dataset) -> None:
    fields = _FIELDS.format(year=2006).replace(
        "</element", "<comment>Semax was approved by the FDA.</comment></element"
    )
    findings = audit(bundled, [parse("a.xml", f"<article><ref>{fields}</ref></article>".encode())]).findings
    told = {(one.kind, one.verdict) for one in findings if one.kind in {"citation", "statement"}}
    assert {("citation", "matches"), ("statement", "differs")} <= told
    assert ("citation", "differs") not in told


def _in_fields(reference: Reference) -> str:
    """Return a reference as PubMed Central gives one, in fields alone and with no blank between them."""

    def field(tag: str, value: object) -> str:
        return f"<{tag}>{escape(str(value))}</{tag}>" if value else ""

    people = ((surname, re.sub(r"(\w)\w*\W*", r"\1", given)) for surname, _, given in
              (author.partition(",") for author in reference.author))  # fmt: skip
    authors = "".join(
        f"<name>{field('surname', surname)}{field('given-names', given.strip())}</name>"
        if given
        else field("collab", surname)
        for surname, given in people
    )
    first, _, last = (reference.page or "").partition("-")
    held = (
        ("article-title", reference.title), ("source", reference.container_title), ("year", reference.issued),
        ("volume", reference.volume), ("issue", reference.issue), ("fpage", first), ("lpage", last),
    )  # fmt: skip
    doi = f"<pub-id pub-id-type='doi'>{escape(reference.doi)}</pub-id>" if reference.doi else ""
    return (
        f"<person-group person-group-type='author'>{authors}</person-group>{''.join(field(*one) for one in held)}{doi}"
    )


def test_every_reference_of_the_dataset_is_known_again_in_fields_alone_and_none_is_called_wrong(
    bundled: Dataset,
) -> None:
    references = list(bundled.references.values())
    listed = "".join(
        f"\n<ref><label>{number}</label><element-citation>{_in_fields(reference)}</element-citation></ref>"
        for number, reference in enumerate(references, 1)
    )
    findings = audit(bundled, [parse("a.xml", f"<article><ref-list>{listed}</ref-list></article>".encode())]).findings
    told = {one.line - 2: one for one in findings if one.kind == "citation"}
    assert len(references) == len(told) > 400
    assert [one.detail for one in told.values() if one.verdict not in {"matches", "retracted"}] == []


_SAID = "Semax is approved by the FDA in the United States."
_BY_A_PROGRAM = "1872-6240 Roe, J Journal Article Brain Res. 2007 Oct 30;1117(1):54-60. Semax is approved by the FDA."


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.bib", "@article{{a, title={{T}}, author={{Roe, J}}, year={{1996}}, annote={{{}}}}}"),
        ("b.bib", "@article{{a, title={{T}}, author={{Roe, J}}, year={{1996}}, comment-roe={{{}}}}}"),
        ("b.ris", "TY  - JOUR\nAU  - Roe, J\nTI  - T\nPY  - 1996\nRN  - {}\nER  - \n"),
        ("c.ris", "TY  - JOUR\nAU  - Roe, J\nTI  - T\nPY  - 1996\nN1  - My thoughts.\n{}\nER  - \n"),
        ("b.enw", "%0 Journal Article\n%A Roe, J\n%T T\n%D 1996\n%< {}\n"),
        ("a.ris", "TY  - JOUR\nAU  - Roe, J\nTI  - T\nPY  - 1996\nN1  - <p>{}</p>\nER  - \n"),
        ("a.enw", "%0 Journal Article\n%A Roe, J\n%T T\n%D 1996\n%Z {}\n"),
        ("a.json", '[{{"type": "book", "title": "T", "author": [{{"family": "Roe"}}], "note": "{}"}}]'),
        (
            "a.xml",
            "<xml><records><record><contributors><authors><author>Roe, J</author></authors></contributors><titles>"
            "<title>T</title></titles><dates><year>1996</year></dates><notes>{}</notes></record></records></xml>",
        ),
    ],
    ids=lambda given: given if len(given) < 9 else "",
)
def test_what_a_person_notes_of_a_work_is_held_and_a_record_that_a_program_has_put_there_is_not(
    bundled: Dataset, name: str, text: str
) -> None:
    for note, told in ((_SAID, ["differs"]), (_BY_A_PROGRAM, [])):
        findings = audit(bundled, [parse(name, text.format(note).encode())]).findings
        assert [one.verdict for one in findings if one.kind == "statement"] == told


def test_a_sentence_of_a_note_that_is_wrapped_is_one(bundled: Dataset) -> None:
    work = {
        "type": "book",
        "title": "T",
        "author": [{"family": "Roe"}],
        "note": "Mine.\nSemax is approved\nby the FDA.",
    }
    findings = audit(bundled, [parse("a.json", json.dumps([work]).encode())]).findings
    assert [(one.verdict, one.text) for one in findings if one.kind == "statement"] == [
        ("differs", "Semax is approved by the FDA.")
    ]
