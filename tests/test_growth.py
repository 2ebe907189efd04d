"""Articles, bibliographies, tables and LaTeX are read in a time that grows with their length, from 1 kB to 1 MB."""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from conftest import MINI
from growth import ALLOWED, holds_growth, seconds
from peptidecli.answers.evidence import designs
from peptidecli.answers.first_screen import rows_of
from peptidecli.answers.lookup import find
from peptidecli.answers.studies import studies
from peptidecli.answers.weight import by_topic
from peptidecli.audit import Auditor, parse
from peptidecli.audit.article.csl import entries_of_csl
from peptidecli.audit.article.pdffonts import _codes_in
from peptidecli.audit.second import Answer, Second
from peptidecli.audit.works import Works
from peptidecli.dataset.dataset import Dataset, of_folders
from peptidecli.errors import NotFoundError, UsageError
from peptidecli.formats.paper import Notes
from peptidecli.intake.bibtex import papers

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def auditor(bundled: Dataset) -> Auditor:
    """Return an auditor of this module's own, whose time is measured: no other test has warmed it."""
    return Auditor(bundled)


HOSTILE: dict[str, Callable[[int], str]] = {
    "spaces in a heading": lambda n: "# a" + " " * n + "b", "open links": lambda n: "[a](<" * (n // 5),
    "groups": lambda n: "Semax n = 24, n = 14, " * (n // 22),
    "no full stops": lambda n: "Semax raised BDNF and Some Words In Capitals follow in 1996 " * (n // 60),
    "names in open links": lambda n: "[Epithalamin](" * (n // 14),
    "open addresses": lambda n: "[a](" * (n // 4), "a rule": lambda n: "a|b\n-|-" + " " * n + "\nc|d",
    "brackets in brackets": lambda n: "[a](x(y" * (n // 7), "open brackets": lambda n: "[" * n,
    "quotes": lambda n: ">" * n, "stars": lambda n: "* " * (n // 2), "underscores": lambda n: "_a" * (n // 2),
    "backticks": lambda n: "`" * n, "citations": lambda n: "Dolotov et al., 2006 " * (n // 21),
    "citations in brackets": lambda n: "(Dolotov et al., 2006; Smith and Jones, 2011; Medvedeva VS, 2014) " * (n // 67),
    "cited sentences": lambda n: "Semax raises BDNF (Dolotov et al., 2006). It is small (Shadrina, 2001). " * (n // 73),
    "by by by": lambda n: "2006 " + "by " * (n // 3), "tags": lambda n: "<" * n,
    "links of HTML": lambda n: '<a href="' * (n // 9),
    "entities": lambda n: "&amp" * (n // 4), "digits": lambda n: "1" * n, "full stops": lambda n: ". " * (n // 2),
    "capitals": lambda n: "Aa, " * (n // 4) + "2006", "names": lambda n: "Aa A, " * (n // 6) + "2006; 1:2",
    "a DOI": lambda n: "10.1000/" + "(" * n, "a DOI closed": lambda n: "10.1000/a" + ")" * n,
    "numbers": lambda n: "PMID " + "1234567, " * (n // 9), "residues": lambda n: "Gly-" * (n // 4),
    "letters": lambda n: "MEHFPGP" * (n // 7),
    "letters and what they are": lambda n: "MEHFPGP" * (n // 7) + " (a). It is.",
    "residues and what they are": lambda n: "Met-" * (n // 4) + " (a). It is.",
    "names of residues": lambda n: "glycyl-" * (n // 7),
    "formulas": lambda n: "C10H10" * (n // 6), "people": lambda n: "12 " + "a " * (n // 2) + "patients",
    "approvals": lambda n: "Semax approved Russia " * (n // 22), "a name": lambda n: "Semax " * (n // 6),
    "a Russian name": lambda n: "Семакса " * (n // 8), "pipes": lambda n: "|a" * (n // 2),
    "backslashes": lambda n: "\\" * n,
    "fences": lambda n: "``` \n" * (n // 5), "references": lambda n: "1. Aa A. " * (n // 9),
    "carets": lambda n: "^ " * (n // 2),
    "parentheses": lambda n: "(" * n, "line ends": lambda n: "\n" * n,
    "a head of a page": lambda n: "---\n" + "a: b\n" * (n // 5) + "---\n",
    "addresses": lambda n: "http://" * (n // 7), "hyphens": lambda n: "a-" * (n // 2),
    "bold": lambda n: "<b>a</b>" * (n // 8),
    "elements": lambda n: "<html>" + "<div>" * (n // 5), "comments": lambda n: "<html>" + "<!--" * (n // 4),
    "marks set high": lambda n: "<html><p>" + "<sup>1,</sup>Semax" * (n // 17),
    "an open mark": lambda n: "<html><p>Semax<sup>" + "1, " * (n // 3), "high digits": lambda n: "Sem¹" * (n // 5),
    "cells": lambda n: "<html><table><tr>" + "<td>a" * (n // 5), "inline": lambda n: "<html><p>" + "<b>a" * (n // 4),
}  # fmt: skip

PATTERNS: dict[str, Callable[[int], str]] = {
    "a.bib": lambda n: "@article{a,\n title={x},\n}\n" * (n // 26),
    "strings.bib": lambda n: "".join(
        f'@string{{s{i} = "x"}}\n@misc{{k{i},\n title = s{i},\n}}\n' for i in range(n // 55)
    ),
    "growing.bib": lambda n: '@string{a0="x"}\n' + "".join(
        f"@string{{a{i + 1}=a{i} # a{i}}}\n" for i in range(n // 25)
    ) + "@misc{k,\n title = a" + str(n // 25) + ",\n}\n",
    "crossed.bib": lambda n: "@book{b,year=2006}\n" + "@article{a,title={x},crossref={b}}\n" * (n // 35),
    "parted.bib": lambda n: "@article{a,\n title={x},\n author={" + "family=A, given=B and " * (n // 22) + "C, D},\n}",
    "fields.bib": lambda n: "@article{a,\n" + " a={b},\n" * (n // 8) + "}",
    "concatenated.bib": lambda n: "@article{a,\n title=" + '"x" # ' * (n // 6) + '"x",\n}',
    "inside.bib": lambda n: '@article{a,\n title="' + "{a}" * (n // 3) + '",\n}',
    "open.bib": lambda n: "@article{a,\n title={x},\n}\n" * (n // 50) + '@article{a,\n title="' + "{a}" * (n // 6),
    "named.bib": lambda n: '@string{x="x"}\n@article{a,\n title=' + '"x" # x # ' * (n // 10) + '"x",\n}',
    "braces.bib": lambda n: "@article{a,\n title={" + "{" * n,
    "authors.bib": lambda n: "@article{a,\n author={" + "Aa and " * (n // 7) + "},\n}",
    "title.bib": lambda n: "@article{a,\n title={" + "X. " * (n // 3) + "},\n year=2006}",
    "title.ris": lambda n: "TY  - JOUR\nTI  - " + "1. " * (n // 3) + "\nPY  - 2006\nER  - \n",
    "a.ris": lambda n: "TY  - JOUR\nTI  - x\nER  - \n" * (n // 27),
    "authors.ris": lambda n: "TY  - JOUR\n" + "AU  - A, B\n" * (n // 11) + "ER  - \n",
    "a.enw": lambda n: "%0 Journal Article\n%T x\n\n" * (n // 25),
    "lines.enw": lambda n: "%0 Journal Article\n%T x\n" + "a\n" * (n // 2),
    "a.nbib": lambda n: "PMID- 1\nTI  - " + "a\n      " * (n // 8),
    "a.json": lambda n: "[" + ",".join(['{"title":"x"}'] * (n // 14)) + "]",
    "escaped.json": lambda n: "[" + ",".join(f'{{"id":"\\u00e9{i}","title":"x"}}' for i in range(n // 30)) + "]",
    "strings.json": lambda n: "[" + ",".join(f'"\\u00e9{i}"' for i in range(n // 14)) + "]",
    "arrays.json": lambda n: "[" * n,
    "a.csv": lambda n: "doi,pmid\n" + "10.1000/a,1\n" * (n // 12),
    "commas.csv": lambda n: "doi\n" + "," * n,
    "quotes.csv": lambda n: 'doi\n"' * (n // 5),
    "opened.csv": lambda n: "doi,title\n" + 'a","\n' * (n // 5),
    "twice.csv": lambda n: 'doi,title\n' + '"a,' * (n // 3),
    "within.csv": lambda n: 'doi,title\n"' + 'a"b ' * (n // 4),
    "parted.csv": lambda n: "doi,title\n" + 'a,"b"c\n' * (n // 7),
    "signs.csv": lambda n: f'title,doi,pmid\n"x","{";" * (n // 2)}","{", " * (n // 4)}"\n',
    "blanks.json": lambda n: json.dumps([{"title": "x", "more": [" " * n]}]),
    "numbers.json": lambda n: json.dumps([{"title": "x", "more": ["PMID: 1234567, " * (n // 15)]}]),
    "works.json": lambda n: json.dumps({"a": {"b": [{"title": "x", "doi": "10.1000/x"}] * (n // 36)}}),
    "label.bib": lambda n: "@article{a,\n title={x},\n label={" + "10.1000/a, " * (n // 11) + "},\n}",
    "label.ris": lambda n: "TY  - JOUR\nTI  - x\nLB  - " + "; " * (n // 2) + "\nER  - \n",
    "label.enw": lambda n: "%0 Journal Article\n%T x\n%L " + "10.1000/a-" * (n // 10) + "\n",
    "together.nbib": lambda n: "TI  - a\nPMID- 1\n" * (n // 16),
    "sections.xhtml": lambda n: "<![CDATA[" * (n // 9), "closed.xhtml": lambda n: "<p><![CDATA[a]]>" * (n // 16),
    "attributes.html": lambda n: "<p " + " ".join(f"a{i}=b" for i in range(n // 8)) + ">x",
    "closed plain.xml": lambda n: f"<ref><mixed-citation>{'<a>x</a> y' * (n // 10)}</mixed-citation></ref>",
    "root.xml": lambda n: "<!a>" * (n // 4),
    "references.xml": lambda n: "<ref>" * (n // 5),
    "years.xml": lambda n: "<ref><element-citation>" + "<year>" * (n // 6),
    "fields.xml": lambda n: "<ref><element-citation>" * (n // 23),
    "people.xml": lambda n: f"<ref><element-citation>{'<person-group e>' * (n // 21)}</element-citation></ref>",
    "closed years.xml": lambda n: f"<ref><element-citation>{'<year>' * (n // 6)}</element-citation></ref>",
    "prefixes.xhtml": lambda n: ' xmlns:a="http://www.w3.org/1999/xhtml"<a:' * (n // 42),
    "entities.xhtml": lambda n: "<!DOCTYPE a [" + "<!ENTITY a b> ]" * (n // 15),
    "braces.tex": lambda n: "\\a{" * (n // 3),
    "begun.tex": lambda n: "\\begin{a}" * (n // 9),
    "options.tex": lambda n: "\\a[" * (n // 3),
    "cited.tex": lambda n: "\\cite{a} " * (n // 9),
    "comments.tex": lambda n: "a % b\n" * (n // 6),
    "divided.tex": lambda n: "a%\n" * (n // 3),
    "addresses.tex": lambda n: "\\url{a%b" * (n // 8),
    "code.tex": lambda n: "\\verb|a" * (n // 7),
    "printed.tex": lambda n: "\\begin{verbatim}" * (n // 16),
    "notes.tex": lambda n: "a\\footnote{b" * (n // 12) + "}" * (n // 12),
    "closed.tex": lambda n: "a\\footnote{b}" * (n // 13),
    "headings.tex": lambda n: "\\section{" * (n // 9) + "}" * (n // 9),
    "rows.tex": lambda n: "a & b \\\\" * (n // 8),
    "ends.tex": lambda n: "\\\\" * (n // 2),
    "gaps.tex": lambda n: "\\a{b}{c}" * (n // 8),
    "high.tex": lambda n: "abc$^{1," * (n // 8),
    "macros.tex": lambda n: "\\def\\a{b c}" + "\\a" * (n // 2),
    "grown.tex": lambda n: "\\def\\a{b}" + "\\def\\a{\\a\\a}" * (n // 14),
    "arguments.tex": lambda n: "\\newcommand\\a[1]{b #1 c}" + "\\a{" * (n // 6) + "}" * (n // 6),
    "defined.tex": lambda n: "\\newcommand{\\a" * (n // 14),
    "shortened.tex": lambda n: "\\newacronym{a}{b}{" * (n // 19),
    "parts.tex": lambda n: "\\input{a" * (n // 8),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_reading_an_article_grows_no_faster_than_it(auditor: Auditor, name: str) -> None:
    ending = "html" if HOSTILE[name](100).startswith("<html>") else "md"
    holds_growth(lambda content: auditor.audit(parse(f"x.{ending}", content)), HOSTILE[name])


@pytest.mark.parametrize("name", PATTERNS)
def test_reading_a_bibliography_grows_no_faster_than_it(auditor: Auditor, name: str) -> None:
    def read(content: bytes) -> None:
        with contextlib.suppress(UsageError):  # what is cut short is refused, in its time
            auditor.audit(parse(name, content))

    holds_growth(read, PATTERNS[name])


WIDE: dict[str, Callable[[int], str]] = {
    "row.md": lambda n: "|a" * (n // 2) + "|\n",
    "named.md": lambda n: "|a" * (n // 10) + "|\n" + "|-" * (n // 10) + "|\n" + "|Semax" * (n // 10) + "|\n",
    "row.tex": lambda n: "\\begin{tabular}{l}\n" + "a & " * (n // 4) + "a \\\\\n\\end{tabular}\n",
    "swapped.tex": lambda n: "\\newcommand\\a[2]{#2 #1 #1}\n" + "\\a{x}{\\a{" * (n // 9) + "}" * (2 * (n // 9)),
    "usual.tex": lambda n: "\\newcommand\\a[2][x]{#1 #2}\n" + "\\a[\\a{y} " * (n // 9),
    "row.csv": lambda n: "a," * (n // 4) + "a\n" + "b," * (n // 4) + "b\n",
}


@pytest.mark.parametrize("name", WIDE)
def test_a_table_of_very_many_columns_is_read_in_a_time_that_grows_with_them(auditor: Auditor, name: str) -> None:
    sizes = (2_500, 10_000, 40_000, 160_000) if name == "named.md" else (6_000, 25_000, 100_000, 400_000)
    holds_growth(lambda content: auditor.audit(parse(name, content)), WIDE[name], sizes)


def test_answers_to_the_sentences_of_one_line_are_found_in_a_time_that_grows_with_them(
    auditor: Auditor, bundled: Dataset
) -> None:
    def hear(content: bytes) -> None:
        told = [f"{part}." for part in content.decode().split(".") if part.strip()]
        answers = [Answer("a.md", 1, text.strip(), "semax/identity/1", "says") for text in told]
        second = Second(bundled, answers)
        assert not second.left
        auditor.audit(parse("a.md", content), second=second)
        assert not list(second.unplaced())

    # What is made ready once is told apart by the larger of two sizes alone.
    small, large = (" ".join(f"Semax number {i} raises BDNF in rats." for i in range(n)).encode() for n in (200, 1600))
    assert seconds(hear, large) <= 2 * ALLOWED * seconds(hear, small)


@pytest.mark.parametrize("field", ["note", "URL"])
def test_an_entry_with_many_numbers_takes_no_longer_than_they_do(field: str) -> None:
    def item(n: int) -> str:
        numbers = "\n".join(f"10.1000/abcdefgh{number}" for number in range(n // 24))
        return json.dumps([{"title": "x", "DOI": "10.1000/x", field: numbers}])

    holds_growth(lambda content: entries_of_csl(content.decode()), item, (64_000, 256_000))


@pytest.mark.parametrize("name", ["escaped.json", "strings.json"])
def test_json_whose_letters_are_written_as_numbers_is_read_in_one_pass(name: str) -> None:
    holds_growth(lambda content: entries_of_csl(content.decode()), PATTERNS[name], (64_000, 256_000))


def test_a_reader_that_grows_with_the_square_of_its_text_is_found() -> None:
    """Two neighbouring repeats of one character, which is how a pattern of ours would go wrong."""
    with pytest.raises(AssertionError, match="times the size before"):
        holds_growth(re.compile(rb" *? *x").match, lambda n: " " * n, (8_000, 32_000))


@pytest.mark.parametrize("name", [name for name in PATTERNS if name.endswith(".bib") and name != "growing.bib"])
def test_taking_in_a_bibliography_grows_no_faster_than_it(name: str) -> None:
    def take(content: bytes) -> None:
        with contextlib.suppress(ValueError, RecursionError):
            list(papers(content.decode()))

    holds_growth(take, PATTERNS[name])


def test_abbreviations_made_of_abbreviations_end() -> None:
    with pytest.raises(ValueError, match="abbreviations stand for more than 64 million letters"):
        list(papers(PATTERNS["growing.bib"](2_000)))


@pytest.mark.parametrize("text", ["(", "10.1000/(", "10.1000/)", "semax ,", "http://", "Gly-", "PMID "])
def test_a_name_is_looked_up_in_a_time_that_grows_with_it(bundled: Dataset, text: str) -> None:
    def looked_up(content: bytes) -> None:
        with contextlib.suppress(NotFoundError):
            find(bundled, content.decode())

    holds_growth(looked_up, lambda n: text + text[-1] * n)


def test_references_get_their_marks_in_a_time_that_grows_with_them(bundled: Dataset) -> None:
    def marked(content: bytes) -> None:
        notes = Notes(bundled)
        for key in range(len(content) // 4):
            notes.of([str(key)], [str(key)])

    holds_growth(marked, lambda size: "a" * size)


@pytest.mark.parametrize("told", ["beginbfchar", "beginbfrange<0>", "beginbfrange<0> <0> [", "beginbfchar<0> <0>"])
def test_a_map_of_a_font_is_read_in_a_time_that_grows_with_it(told: str) -> None:
    holds_growth(lambda content: list(_codes_in(content)), lambda n: told * (n // len(told)))
    first, _, rest = told.partition("<")
    holds_growth(lambda content: list(_codes_in(content)), lambda n: first + f"<{rest}" * (n // len(told)))


def _steps(work: Callable[[], object], room: str = "answers") -> int:
    """Return how many lines of a room some work goes through, those of comprehensions each time."""
    taken = 0

    def heard(frame: FrameType, _: str, __: object) -> Callable[..., Any] | None:
        nonlocal taken
        taken += 1
        return heard if room in Path(frame.f_code.co_filename).parts else None

    before = sys.gettrace()
    sys.settrace(heard)
    try:
        work()
    finally:
        sys.settrace(before)
    return taken


def test_what_is_told_by_topics_grows_with_them_and_not_with_their_square(tmp_path: Path) -> None:
    def taken(topics: int) -> list[int]:
        folder = shutil.copytree(MINI, tmp_path / str(topics))
        vocabulary, primax = folder / "vocabulary.toml", folder / "compounds" / "primax.toml"
        claim = "[[claim]]" + primax.read_text().split("[[claim]]")[1]
        topic = "[[topic]]\nid = '{0}'\nlabel = 'T'\narea = 'general'\ndefinition = 'T.'\n"
        with vocabulary.open("a") as file:
            file.writelines(topic.format(f"t{number}") for number in range(topics))
        with primax.open("a") as file:
            for number in range(topics):
                told = re.sub(r'\btopic = ".*"', f'topic = "t{number}"', claim)
                file.write(re.sub(r'\bid = ".*"', f'id = "primax-t{number}"', told))
        data = of_folders((folder,))
        compound = data.compounds["primax"]
        works = (designs, by_topic, lambda data, compound: rows_of(data, compound, studies(data, compound)))
        return [_steps(partial(work, data, compound)) for work in works]

    for few, many in zip(taken(50), taken(800), strict=True):
        assert many < 20 * few


@pytest.mark.parametrize("told", ['title = "One title"', 'updates = "abel-2001-stress"'])
def test_what_works_have_in_common_is_noted_in_steps_that_grow_with_them(tmp_path: Path, told: str) -> None:
    def taken(works: int) -> int:
        folder = shutil.copytree(MINI, tmp_path / str(works))
        path = folder / "references.toml"
        first = path.read_text().split("\n\n")[0]
        first = re.sub(r"(?m)^(DOI|PMID|PMCID) = .*\n", "", first[first.index("[[") :])
        key = told.partition(" ")[0]
        with path.open("a") as file:
            for number in range(works):
                one = re.sub(r'(?m)^id = ".*"', f'id = "abel-2001-a{number}"', first)
                file.write(f"\n{re.sub(rf'(?m)^{key} = .*', '', one)}\n{told}\n")
        data = of_folders((folder,))
        return _steps(lambda: Works(data), "audit")

    few, many = taken(50), taken(800)
    assert many < 20 * few
