"""References for other programs, on a small dataset and on names that are hard."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from pybtex.database import parse_string

from conftest import Run
from peptidecli.dataset.dataset import Dataset
from peptidecli.dataset.model import Reference
from peptidecli.formats import csl, styled
from peptidecli.formats.bibtex import bibtex, latex
from peptidecli.formats.ris import ris
from peptidecli.formats.rows import Rows, as_markdown
from peptidecli.formats.text import vancouver
from peptidecli.notation.people import Person
from peptidecli.notation.people import parse as person


def with_authors(mini: Dataset, *authors: str) -> Reference:
    return msgspec.structs.replace(mini.references["abel-2001-stress"], author=authors)


@pytest.mark.parametrize(
    ("author", "parts"),
    [
        ("Dolotov, O. V.", Person(family="Dolotov", given="O. V.")),
        ("von Steinbüchel, Nicole", Person(family="Steinbüchel", given="Nicole", particle="von")),
        ("van der Berg, A.", Person(family="Berg", given="A.", particle="van der")),
        ("De Spiegeleer, Bart", Person(family="De Spiegeleer", given="Bart")),
        ("Bakker-'t Hart, Ingrid", Person(family="Bakker-'t Hart", given="Ingrid")),
        ("King, Martin Luther, Jr.", Person(family="King", given="Martin Luther", suffix="Jr.")),
        ("Bijlsma,", Person(family="Bijlsma")),
        ("CASTA Investigators", Person(literal="CASTA Investigators")),
    ],
)
def test_a_name_is_taken_apart(author: str, parts: Person) -> None:
    assert person(author) == parts


def test_particles_and_suffixes_stand_where_bibtex_has_them(mini: Dataset) -> None:
    text = bibtex([with_authors(mini, "von Wild, Klaus", "King, Martin, Jr.", "Bijlsma,", "A and B Group")])
    persons = parse_string(text, "bibtex").entries["abel-2001-stress"].persons["author"]
    assert [(p.prelast_names, p.last_names, p.lineage_names, p.first_names) for p in persons] == [
        (["von"], ["Wild"], [], ["Klaus"]),
        ([], ["King"], ["Jr."], ["Martin"]),
        ([], ["Bijlsma"], [], []),
        ([], ["{A and B Group}"], [], []),
    ]


def test_a_list_of_authors_that_is_not_whole_says_so_in_every_format(mini: Dataset) -> None:
    reference = msgspec.structs.replace(mini.references["abel-2001-stress"], author_complete=False)
    assert "and others}" in bibtex([reference])
    assert "Author list incomplete" in csl.items([reference])[0]["note"]
    assert "Author list incomplete" in ris([reference])
    assert "et al." in vancouver([reference])


def test_a_retracted_reference_says_so_in_every_format(mini: Dataset) -> None:
    reference = mini.references["fox-2015-cells"]
    for text in (bibtex([reference]), ris([reference]), vancouver([reference]), "".join(csl.pieces([reference]))):
        assert "Retracted (2020, notice PMID 34567890)" in text
    assert csl.items([reference])[0]["status"] == "retracted"


def test_letters_are_written_so_that_latex_and_its_readers_take_them_for_one() -> None:
    assert latex("Dăbală Łukasik Şen 5 % & A_1") == r"D{\u{a}}bal{\u{a}} {\L}ukasik {\c{S}}en 5 \% \& A\_1"
    assert latex("Роль ĭ ț") == "Роль ĭ ț"
    assert latex('4–10 and "stress"') == "4--10 and ``stress''"


def test_csl_json_has_the_types_csl_asks_for(run: Run) -> None:
    (item,) = json.loads(run("cite", "16996037", "-f", "csl-json").stdout)
    assert item["issued"] == {"date-parts": [[2006]]}
    assert item["author"][0] == {"family": "Dolotov", "given": "Oleg V."}
    assert (item["PMID"], item["volume"], item["page"]) == ("16996037", "1117", "54-60")


def test_csl_json_without_a_query_is_the_whole_bibliography(run: Run, bundled: Dataset) -> None:
    items = json.loads(run("cite", "-f", "csl-json").stdout)
    assert [item["id"] for item in items] == list(bundled.references)


def test_a_particle_is_no_part_of_the_family_name_in_csl_json(run: Run) -> None:
    (item,) = json.loads(run("cite", "vannispen-1982-avoidance", "-f", "csl-json").stdout)
    assert item["author"][0] == {"family": "Nispen", "given": "J. W.", "non-dropping-particle": "van"}


def test_the_title_in_the_articles_language_goes_with_every_format(run: Run) -> None:
    for form in ("bibtex", "ris", "csl-json", "csv"):
        assert "Роль нейропептидов Семакс и Селанк" in run("cite", "azhikova-2024-burn", "-f", form).stdout


@pytest.mark.parametrize(
    ("name", "rather"), [(".bib", "a file, such as peptide.bib"), (".JSON", "a file"), (".csv", "a folder")]
)
def test_an_ending_alone_is_no_name_to_export_to(run: Run, tmp_path: Path, name: str, rather: str) -> None:
    done = run("export", str(tmp_path / name))
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])
    assert f"is an ending and no name; name {rather}" in done.stderr


@pytest.mark.parametrize(("name", "rather"), [("a.csv", "a"), ("a.parquet", "a --parquet")])
def test_no_folder_is_made_under_the_name_of_one_table(run: Run, tmp_path: Path, name: str, rather: str) -> None:
    done = run("export", str(tmp_path / name))
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])
    assert done.stderr.endswith(f"name a folder for them, such as peptide export {rather}\n")


@pytest.mark.parametrize("form", ["bibtex", "ris", "csl-json", "text", "csv", "markdown"])
def test_what_is_no_reference_is_exported_in_no_format(run: Run, form: str) -> None:
    done = run("cite", "11696372", "-f", form)
    assert (done.returncode, done.stdout) == (1, "")
    assert "no traced reference" in done.stderr


def test_csv_has_one_reference_a_row_and_nothing_cut(run: Run, bundled: Dataset) -> None:
    rows = list(csv.DictReader(io.StringIO(run("cite", "-f", "csv").stdout)))
    assert [row["id"] for row in rows] == list(bundled.references)
    for row in rows:
        reference = bundled.references[row["id"]]
        assert row["author"].split("; ") == [author.rstrip(",") for author in reference.author]
        assert (row["DOI"] or None, row["PMID"] or None) == (reference.doi, reference.pmid)


@pytest.mark.parametrize("arguments", [("list",), ("compare", "semax", "selank"), ("show", "semax")], ids=str)
def test_rows_of_a_table_are_all_of_one_length(run: Run, arguments: tuple[str, ...]) -> None:
    rows = list(csv.reader(io.StringIO(run(*arguments, "-f", "csv").stdout)))
    assert len(rows) > 2
    assert {len(row) for row in rows} == {len(rows[0])}


def test_markdown_of_a_list_is_a_table_with_the_rows_of_its_csv(run: Run) -> None:
    rows = list(csv.reader(io.StringIO(run("list", "-f", "csv").stdout)))
    assert len(run("list", "-f", "markdown").stdout.splitlines()) == len(rows) + 1


def test_a_finding_in_csv_carries_the_numbers_of_its_references(run: Run, bundled: Dataset) -> None:
    rows = list(csv.DictReader(io.StringIO(run("show", "semax", "-f", "csv").stdout)))
    assert {row["id"] for row in rows} == {claim.id for claim in bundled.compounds["semax"].claims}
    for row in rows:
        behind = [bundled.references[key] for key in row["references"].split("; ")]
        assert row["PMID"].split("; ") == ([r.pmid for r in behind if r.pmid] or [""])


def test_markdown_escapes_what_would_be_a_sign() -> None:
    text = as_markdown(Rows(header=("a",), rows=(("x|y *z* <b> [l](u) 10.1_2_3",),)))
    assert text.splitlines()[2] == r"| x\|y \*z\* \<b\> \[l\](u) 10.1_2_3 |"


@pytest.mark.parametrize(
    ("style", "begins"),
    [
        ("vancouver", "van Nispen JW, Greven HM. Structure-activity"),
        ("ama", "van Nispen JW, Greven HM. Structure-activity"),
        ("apa", "van Nispen, J. W., & Greven, H. M. (1982). Structure-activity"),
        ("harvard", "van Nispen, J.W. and Greven, H.M. (1982) ‘Structure-activity"),
    ],
)
def test_a_style_prints_references_as_text(run: Run, style: str, begins: str) -> None:
    done = run("cite", "vannispen-1982-avoidance", "-f", "text", "--style", style)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(begins)
    assert "10.1016/0163-7258(82)90032-8" in done.stdout


def test_a_style_asks_for_text_and_for_no_other_format(run: Run) -> None:
    text = run("cite", "16996037", "--style", "ama", "-f", "text")
    assert run("cite", "16996037", "--style", "ama").stdout == text.stdout
    for form in ("table", "svg", "csv", "json", "bibtex"):
        done = run("cite", "16996037", "--style", "ama", "-f", form)
        assert (done.returncode, done.stdout) == (2, "")
        assert f"--style is for -f text, not for -f {form}" in done.stderr


@pytest.mark.parametrize("style", styled.names())
def test_every_reference_has_a_line_in_every_style(run: Run, bundled: Dataset, style: str) -> None:
    lines = run("cite", "--style", style).stdout.splitlines()
    assert len(lines) == len(bundled.references)
    for line, reference in zip(lines, bundled.references.values(), strict=True):
        assert reference.title.rstrip(".?!") in line
        assert str(reference.issued) in line


def test_a_file_of_ones_own_is_a_style(run: Run) -> None:
    path = str(styled._FOLDER / "apa.csl")
    assert run("cite", "16996037", "--style", path).stdout == run("cite", "16996037", "--style", "apa").stdout


_DOI_ALONE = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>DOI</title><id>x</id>'
    '</info><bibliography><layout><?a b?><text variable="DOI" prefix="→"/></layout></bibliography></style>'
)


def test_a_reference_for_which_a_style_prints_nothing_has_an_empty_line_and_is_named(
    run: Run, bundled: Dataset, tmp_path: Path
) -> None:
    (tmp_path / "doi.csl").write_text(_DOI_ALONE, encoding="utf-8")
    done = run("cite", "--style", str(tmp_path / "doi.csl"))
    assert done.returncode == 0
    without = [reference.id for reference in bundled.references.values() if not reference.doi]
    lines = done.stdout.splitlines()
    assert len(lines) == len(bundled.references)
    assert sum("→10." not in line for line in lines) == len(without) > 0
    assert "Author list incomplete." not in lines  # of a line without names
    assert f"prints nothing for {without[0]}" in done.stderr


def test_the_case_of_a_sentence_leaves_capitals_within_words_as_they_are(run: Run, tmp_path: Path) -> None:
    style = _DOI_ALONE.replace('variable="DOI" prefix="→"', 'variable="title" text-case="sentence"')
    (tmp_path / "a.csl").write_text(style, encoding="utf-8")
    done = run("cite", "16996037", "--style", str(tmp_path / "a.csl"))
    assert done.stdout.startswith("Semax, an analog of ACTH(4-10) with cognitive effects, regulates BDNF and trkB exp")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "iso-8859-5"])
def test_a_style_is_read_in_the_encoding_it_is_written_in(run: Run, tmp_path: Path, encoding: str) -> None:
    declared = "" if encoding == "utf-8-sig" else f'<?xml version="1.0" encoding="{encoding}"?>\n'
    text = declared + _DOI_ALONE.replace("→", "Ж")
    (tmp_path / "a.csl").write_text(text, encoding=encoding)
    done = run("cite", "16996037", "--style", str(tmp_path / "a.csl"))
    assert (done.returncode, done.stdout) == (0, "Ж10.1016/j.brainres.2006.07.108\n")


def test_an_unknown_style_names_the_styles(run: Run) -> None:
    done = run("cite", "dolotov", "--style", "nature")
    assert (done.returncode, done.stdout) == (2, "")
    assert "ama, apa, harvard, vancouver" in done.stderr


def test_the_ending_of_a_style_may_be_written_in_capitals(run: Run, tmp_path: Path) -> None:
    (tmp_path / "doi.CSL").write_text(_DOI_ALONE, encoding="utf-8")
    assert run("cite", "16996037", "--style", str(tmp_path / "doi.CSL")).returncode == 0


def test_a_style_that_is_no_file_is_told_as_such_and_not_as_none(run: Run, tmp_path: Path) -> None:
    (tmp_path / "folder.csl").mkdir()
    os.mkfifo(tmp_path / "pipe.csl")
    for name in ("folder.csl", "pipe.csl"):
        done = run("cite", "16996037", "--style", str(tmp_path / name))
        assert (done.returncode, "is no regular file" in done.stderr) == (2, True)


def test_a_style_that_sorts_by_a_macro_that_is_not_there_is_refused_with_its_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "doi.csl"
    sorted_by = '<bibliography>\n<sort><key macro="none"/></sort>'
    path.write_text(_DOI_ALONE.replace("<bibliography>", sorted_by), encoding="utf-8")
    done = run("cite", "16996037", "--style", str(path))
    assert (done.returncode, done.stdout) == (2, "")
    assert f'{path}:2: <key macro="none"> asks for a macro that is not there' in " ".join(done.stderr.split())


def test_a_style_with_very_many_elements_side_by_side_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csl").write_text(_DOI_ALONE.replace("<?a b?>", '<text value="x"/>' * 500), encoding="utf-8")
    done = run("cite", "16996037", "--style", str(tmp_path / "a.csl"))
    assert (done.returncode, "more than 500 elements side by side" in " ".join(done.stderr.split())) == (2, True)


def test_a_style_without_the_extra_says_how_to_get_it(environment: dict[str, str]) -> None:
    code = "import sys; sys.modules['citeproc'] = None; sys.argv = ['peptide', *sys.argv[1:]]; " \
           "from peptidecli.__main__ import main; main()"  # fmt: skip
    command = [sys.executable, "-c", code, "cite", "16996037", "--style"]
    done = subprocess.run([*command, "apa"], env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "pip install 'peptidecli[styles]'" in done.stderr
    own = subprocess.run([*command, "vancouver"], env=environment, capture_output=True, text=True, check=False)
    assert (own.returncode, own.stdout[:10]) == (0, "Dolotov OV")
