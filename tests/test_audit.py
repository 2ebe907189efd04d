"""`peptide audit`: articles held against the dataset."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import re
import subprocess
import urllib.parse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import tomli

from conftest import PROGRAM, Run
from peptidecli.audit import NOTE, PROBLEMS, Audit, Finding, audit, parse, read
from peptidecli.audit.checks import Found, as_deep_as_read
from peptidecli.dataset.dataset import Dataset
from peptidecli.errors import UsageError
from peptidecli.notation.people import vancouver

pytestmark = pytest.mark.slow

ARTICLES = Path(__file__).parent / "data" / "articles"
EXPECTED: dict[str, Any] = tomli.loads((ARTICLES / "expected.toml").read_text(encoding="utf-8"))


def findings(data: Dataset, text: str, name: str = "article.md") -> Sequence[Finding]:
    return audit(data, [parse(name, text.encode())]).findings


def verdicts(data: Dataset, text: str, kind: str) -> list[tuple[str, str]]:
    """Return text and verdict of every finding of a kind."""
    return [(finding.text, finding.verdict) for finding in findings(data, text) if finding.kind == kind]


# -- whole articles ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", EXPECTED)
def test_an_article_is_found_to_hold_what_stands_beside_it(bundled: Dataset, name: str) -> None:
    found = audit(bundled, [read(str(ARTICLES / name))]).findings
    assert [[f.line, f.kind, f.verdict, f.text, f.reference or ""] for f in found] == EXPECTED[name]["findings"]


def test_every_article_has_expected_findings() -> None:
    assert {path.name for path in ARTICLES.iterdir()} - {"expected.toml"} == set(EXPECTED)
    assert len(EXPECTED) >= 7


def test_a_good_article_exits_0_and_a_careless_one_1(run: Run) -> None:
    assert run("audit", str(ARTICLES / "good.md")).returncode == 0
    assert run("audit", str(ARTICLES / "careless.md")).returncode == 1


def test_what_the_dataset_itself_says_is_not_called_wrong(bundled: Dataset) -> None:
    lines = ["# Claims"]
    for compound in bundled.compounds.values():
        lines.append(f"\n## {compound.name}\n")
        for claim in compound.claims:
            references = [bundled.references[key] for key in claim.references]
            if all(reference.standing != "retracted" for reference in references):
                cited = "; ".join(f"{r.author[0].split(',')[0]} et al., {r.issued}" for r in references)
                lines.append(f"{claim.text.rstrip('.')} ({cited}).\n")
    result = audit(bundled, [parse("claims.md", "\n".join(lines).encode())])
    assert result.summary.stand > 200
    assert [f"{f.line} {f.text}: {f.detail}" for f in result.findings if f.verdict in PROBLEMS] == []


def test_the_datasets_own_bibliography_is_traced_line_by_line(bundled: Dataset) -> None:
    lines = ["# References\n"]
    listed = [reference for reference in bundled.references.values() if reference.standing in {"normal", "corrected"}]
    for reference in listed:
        byline = ", ".join(vancouver(author) for author in reference.author[:3])
        numbers = f" doi:{reference.doi}." if reference.doi else ""
        numbers += f" PMID: {reference.pmid}." if reference.pmid else ""
        place = f"{reference.issued};{reference.volume or 1}:{reference.page or 1}"
        lines.append(f"- {byline}. {reference.title}. {reference.container_title}. {place}.{numbers}")
    result = audit(bundled, [parse("references.md", "\n".join(lines).encode())])
    assert [f"{f.text}: {f.verdict} {f.detail}" for f in result.findings if f.verdict in PROBLEMS] == []
    citations = [f for f in result.findings if f.kind == "citation"]
    assert sum(f.verdict == "matches" for f in citations) >= 0.95 * len(listed)


@pytest.mark.long
def test_two_megabytes_are_held_whole(bundled: Dataset) -> None:
    text = (ARTICLES / "careless.md").read_text(encoding="utf-8") + (ARTICLES / "good.md").read_text(encoding="utf-8")
    whole = text * (2_000_000 // len(text) + 1)
    result = audit(bundled, [parse("long.md", whole.encode())])
    assert result.summary.problems >= 15 * (2_000_000 // len(text))


def test_a_text_without_blanks_is_not_cut_within_a_word(bundled: Dataset) -> None:
    for name in ("Semax", "Epithalamin"):
        assert not findings(bundled, f"[{name}](" * 600)


# -- citations ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "citation",
    ["(Dolotov et al., 2006)", "Dolotov et al. (2006)", "Dolotov and Karpenko 2006", "[Dolotov, 2006]",
     "Dolotov OV 2006", "Dolotov's 2006 paper", "a 2006 study by Dolotov et al.", "in 2006, Dolotov and colleagues",
     "Dolotov *et al.* [3] (2006)", "Долотов и соавт., 2006"],
)  # fmt: skip
def test_a_citation_is_recognised_as_people_write_it(bundled: Dataset, citation: str) -> None:
    found = findings(bundled, f"Semax raised BDNF and trkB in the rat hippocampus, {citation}.")
    assert [(f.verdict, f.reference) for f in found if f.kind == "citation"] == [
        ("matches", "dolotov-2006-hippocampus")
    ]


@pytest.mark.parametrize("name", ["Zozulia", "Zozulya", "Зозуля"])
def test_an_author_is_known_in_any_transliteration(bundled: Dataset, name: str) -> None:
    found = findings(bundled, f"Selank eased generalised anxiety ({name} et al., 2008).")
    assert [f.reference for f in found if f.kind == "citation"] == ["zozulia-2008-gad"]


def test_several_years_behind_one_author_are_several_citations(bundled: Dataset) -> None:
    found = verdicts(bundled, "Semax raised BDNF (Dolotov et al., 2003, 2006; Kaplan, 1996).", "citation")
    assert [verdict for _, verdict in found] == ["matches"] * 3


def test_dates_places_and_compounds_are_no_citations(bundled: Dataset) -> None:
    text = "In Moscow 1996 and in December 2011 Semax 2018 was sold. Since 2006, Russia and Ukraine (1996) buy it."
    assert verdicts(bundled, text, "citation") == []


def test_a_stranger_is_unknown_and_not_wrong(bundled: Dataset) -> None:
    assert verdicts(bundled, "Semax was tried by Wolverton et al. (2017).", "citation") == [
        ("Wolverton et al. (2017)", "unknown")
    ]


def test_what_a_real_paper_does_not_say_is_misattributed(bundled: Dataset) -> None:
    text = "Dolotov et al. (2006) saw that Semax reduced anxiety-like behavior in rats."
    (found,) = (finding for finding in findings(bundled, text) if finding.kind == "citation")
    assert (found.verdict, found.reference) == ("misattributed", "dolotov-2006-hippocampus")
    assert "anxiety" in found.detail


def test_a_paper_on_another_compound_is_misattributed(bundled: Dataset) -> None:
    found = verdicts(bundled, "Selank raised BDNF in the hippocampus (Dolotov et al., 2006).", "citation")
    assert found == [("Dolotov et al., 2006", "misattributed")]


def test_a_slip_in_year_or_name_proposes_the_real_paper(bundled: Dataset) -> None:
    for citation in ("Dolotov et al., 2005", "Dolotof et al., 2006"):
        said = findings(bundled, f"Semax raised BDNF and trkB in the rat hippocampus ({citation}).")
        (found,) = (finding for finding in said if finding.kind == "citation")
        assert (found.verdict, found.reference) == ("differs", "dolotov-2006-hippocampus"), citation


def test_another_year_of_an_author_without_more_is_unknown(bundled: Dataset) -> None:
    assert verdicts(bundled, "More is said on Semax elsewhere (Dolotov et al., 2007).", "citation")[0][1] == "unknown"


def test_a_retracted_paper_is_shown_with_its_notice_unless_the_text_says_so(bundled: Dataset) -> None:
    (found,) = findings(bundled, "Cerebrolysin helped in Pick's disease (Rockenstein et al., 2015).")
    assert found.verdict == "retracted"
    assert "40065222" in found.detail
    (known,) = findings(bundled, "On Cerebrolysin there is a retracted paper by Rockenstein et al. (2015).")
    assert known.verdict == "matches"


def test_a_text_that_itself_doubts_a_citation_is_not_blamed(bundled: Dataset) -> None:
    text = "The trial of Semax by Grigoriev et al. (2002) could not be traced. A mass of 887.04 Da for Semax is wrong."
    assert {f.verdict for f in findings(bundled, text)} <= {"unknown"}


def test_an_author_and_year_that_may_be_another_paper_are_not_called_untraced(bundled: Dataset) -> None:
    text = "More is said of Selank by Medvedev (2007), and of Semax by Agapova et al. (2008)."
    assert [verdict for _, verdict in verdicts(bundled, text, "citation")] == ["unknown", "unknown"]


def test_numbers_in_brackets_need_a_list(bundled: Dataset) -> None:
    text = "Semax is a peptide [1]. It is short [2, 3]. It is old [4]. It is sold [5].\n"
    assert verdicts(bundled, text, "citation") == [("[1] to [5]", "untraced")]
    assert verdicts(bundled, text + "\n## References\n\nThey are in the appendix.\n", "citation") == []


# -- identifiers -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "number",
    ["PMID 16996037", "PMID: 16996037", "https://pubmed.ncbi.nlm.nih.gov/16996037/",
     "doi:10.1016/j.brainres.2006.07.108.", "(https://doi.org/10.1016/J.BRAINRES.2006.07.108)"],
)  # fmt: skip
def test_a_number_of_a_known_paper_matches(bundled: Dataset, number: str) -> None:
    (found,) = findings(bundled, f"On Semax see {number}")
    assert (found.kind, found.verdict, found.reference) == ("identifier", "matches", "dolotov-2006-hippocampus")


def test_a_doi_with_brackets_and_semicolons_is_whole(bundled: Dataset) -> None:
    doi = "10.1002/(SICI)1520-6769(199609)19:2<115::AID-NRC171>3.0.CO;2-B"
    assert verdicts(bundled, f"Semax in people (doi:{doi}).", "identifier") == [(doi, "matches")]


def test_the_number_of_another_paper_than_the_one_beside_it_is_misattributed(bundled: Dataset) -> None:
    found = verdicts(bundled, "Semax raises BDNF (Dolotov et al., 2006, PMID 11457573).", "identifier")
    assert found == [("11457573", "misattributed")]


def test_a_number_that_circulates_wrongly_is_known_for_it(bundled: Dataset) -> None:
    assert verdicts(bundled, "Semax: PMID 11696372, PMID 26329290.", "identifier") == [
        ("11696372", "misattributed"), ("26329290", "untraced"),
    ]  # fmt: skip


def test_a_cas_number_is_held_against_its_compound_and_its_check_digit(bundled: Dataset) -> None:
    text = "Semax is CAS 80714-61-0. Selank is CAS 129954-34-3. Semax has CAS number 4037-01-8. Semax: CAS 80714-61-1."
    assert verdicts(bundled, text, "identifier") == [
        ("80714-61-0", "matches"), ("129954-34-3", "matches"), ("4037-01-8", "misattributed"),
        ("80714-61-1", "differs"),
    ]  # fmt: skip


# -- figures -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "mass", ["813.92 g/mol", "813.9 Da", "814 Da", "813.93 g mol-1", "0.814 kDa", "813,92 г/моль", "about 800 Da"]
)
def test_a_molar_mass_may_be_rounded_and_have_any_unit(bundled: Dataset, mass: str) -> None:
    found = verdicts(bundled, f"Semax has a molecular weight of {mass}.", "figure")
    assert [verdict for _, verdict in found] == ["matches"]


def test_a_figure_belongs_to_the_compound_beside_it(bundled: Dataset) -> None:
    text = "Semax weighs 813.9 Da and Selank 751.9 Da; N-acetyl Semax weighs 855.96 Da and BDNF is a protein of 14 kDa."
    assert verdicts(bundled, text, "figure") == [("813.9 Da", "matches"), ("751.9 Da", "matches")]


def test_a_figure_in_a_table_belongs_to_its_row_or_column(bundled: Dataset) -> None:
    rows = "| Name | Molar mass |\n|---|---|\n| Semax | 751.88 |\n| Selank | 751.88 |\n| GHK-Cu | 1419.5 |\n"
    assert verdicts(bundled, rows, "figure") == [("751.88", "differs"), ("751.88", "matches")]
    columns = "| | Semax | Selank |\n|---|---|---|\n| Molar mass | 813.92 | 813.92 |\n"
    assert verdicts(bundled, columns, "figure") == [("813.92", "matches"), ("813.92", "differs")]


def test_a_figure_without_a_name_belongs_to_the_heading(bundled: Dataset) -> None:
    text = "# Peptides\n\n## Selank\n\nThe molar mass is 813.9 g/mol.\n\n## GHK-Cu\n\nThe molar mass is 813.9 g/mol.\n"
    assert verdicts(bundled, text, "figure") == [("813.9 g/mol", "differs")]


def test_sequence_formula_and_residues_are_held_against_the_compound(bundled: Dataset) -> None:
    text = (
        "Selank (Thr-Lys-Pro-Arg-Pro-Gly-Pro) is a heptapeptide made from the tetrapeptide tuftsin. "
        "Semax (MEHFPGP) is a hexapeptide. Selank has the sequence Met-Glu-His-Phe-Pro-Gly-Pro. "
        "Semax has the formula C37H51N9O10S. Selank has the formula C33H57N11O8."
    )
    assert verdicts(bundled, text, "figure") == [
        ("Thr-Lys-Pro-Arg-Pro-Gly-Pro", "matches"), ("heptapeptide", "matches"), ("tetrapeptide", "matches"),
        ("MEHFPGP", "matches"), ("hexapeptide", "differs"), ("Met-Glu-His-Phe-Pro-Gly-Pro", "differs"),
        ("C37H51N9O10S", "matches"), ("C33H57N11O8", "differs"),
    ]  # fmt: skip


def test_residues_are_counted_only_where_a_compound_is_said_to_have_them(bundled: Dataset) -> None:
    text = (
        "P21 has 11 residues. Semax shares four residues with ACTH. Selank adds three amino acids to tuftsin. "
        "Selank inhibits the breakdown of pentapeptides. Semax is degraded to pentapeptides."
    )
    assert verdicts(bundled, text, "figure") == [("11 residues", "differs")]


def test_abbreviations_are_no_sequences(bundled: Dataset) -> None:
    assert findings(bundled, "Semax and GFAP, NMDA, AMPA, DNA, MAPK, CSF and FDA; the motif Pro-Gly-Pro.") == ()


def test_a_half_life_is_held_against_the_sourced_one(bundled: Dataset) -> None:
    text = (
        "The half-life of Semax is about 4 minutes. Semax has a plasma half-life of 20 minutes. "
        "The half-life of diazepam is 40 hours. Selank raised the half-life of enkephalin to 12 minutes."
    )
    assert [verdict for _, verdict in verdicts(bundled, text, "figure")] == ["matches", "differs"]


def test_the_number_of_subjects_belongs_to_the_study_that_is_named(bundled: Dataset) -> None:
    text = "Zozulia et al. (2008) gave Selank to patients (n=62). Kaplan et al. (1996) studied Semax (N=18)."
    assert verdicts(bundled, text, "figure") == [("n=62", "matches"), ("N=18", "differs")]


# -- statements --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Semax retains the core ACTH(4-10) fragment.", "differs"),
        ("In animal ischemia models Semax led to increased cerebral blood flow.", "untraced"),
        ("Semax is a registered prescription medicine in Ukraine.", "untraced"),
        ("Semax upregulates NGF in ganglion cells of the retina.", "differs"),
        ("Semax has been reported to modulate nitric oxide synthase activity in neural tissue.", "unknown"),
    ],
)
def test_a_statement_that_circulates_is_recognised_in_other_words(
    bundled: Dataset, sentence: str, verdict: str
) -> None:
    (found,) = findings(bundled, sentence)
    assert (found.kind, found.verdict, found.text) == ("statement", verdict, sentence)


@pytest.mark.parametrize(
    "sentence",
    ["Semax does not retain the core ACTH(4-10) fragment.", "No trial found that Semax increases cerebral blood flow.",
     "Is Semax a registered prescription medicine in Ukraine?",
     "Cerebral blood flow was measured before Semax was given.",
     "Selank upregulates NGF in ganglion cells of the retina."],
)  # fmt: skip
def test_its_contrary_a_question_and_something_near_are_not_taken_for_it(bundled: Dataset, sentence: str) -> None:
    assert [f for f in findings(bundled, sentence) if f.kind == "statement" and f.verdict in PROBLEMS] == []


# -- reading -----------------------------------------------------------------------------------------------------


def test_a_citation_broken_over_two_lines_is_one_and_stands_where_it_begins(bundled: Dataset) -> None:
    text = "First.\n\nSemax raised BDNF in the hippocampus of rats, as was shown by Dolotov et\nal. (2006) once.\n"
    (found,) = [finding for finding in findings(bundled, text) if finding.kind == "citation"]
    assert (found.line, found.text) == (3, "Dolotov et al. (2006)")


def test_line_ends_of_windows_are_counted_once(bundled: Dataset) -> None:
    (found,) = findings(bundled, "One.\r\n\r\nSemax weighs 887.04 Da.\r\n", "article.txt")
    assert found.line == 3


def test_html_is_read_without_its_scripts_and_with_its_entities(bundled: Dataset) -> None:
    page = "<html>\n<script>Grigoriev et al., 2002</script>\n<p>Semax weighs\n<b>887.04</b>&nbsp;Da.</p></html>"
    (found,) = findings(bundled, page, "page.html")
    assert (found.line, found.text) == (4, "887.04 Da")


@pytest.mark.parametrize(
    ("content", "word"), [(b"%PDF-1.7 ...", "PDF"), (b"PK\x03\x04...", "packed"), (b"abc\0def", "not text")]
)
def test_what_is_no_text_is_refused_with_a_reason(content: bytes, word: str) -> None:
    with pytest.raises(UsageError, match=word):
        parse("article", content)


def test_bytes_that_are_no_utf8_are_replaced_and_counted(bundled: Dataset) -> None:
    result = audit(bundled, [parse("article.txt", b"Semax \xff\xfe weighs 813.92 g/mol.")])
    assert result.files[0].replaced == 2
    assert result.summary.stand == 1


# -- the command -------------------------------------------------------------------------------------------------


def test_json_has_the_promised_keys(run: Run) -> None:
    done = run("audit", str(ARTICLES / "careless.md"), "-f", "json")
    data = json.loads(done.stdout)["data"]
    assert done.returncode == 1
    for finding in data["findings"]:
        assert set(finding) >= {"line", "kind", "text", "verdict", "detail", "reference"}
    assert data["summary"]["checked"] == len(data["findings"])


def test_only_problems_lists_problems_and_counts_all(run: Run) -> None:
    data = json.loads(run("audit", str(ARTICLES / "careless.md"), "--only-problems", "-f", "json").stdout)["data"]
    assert {finding["verdict"] for finding in data["findings"]} <= PROBLEMS
    assert data["summary"]["checked"] > len(data["findings"]) == data["summary"]["problems"]


def test_several_files_are_told_apart(run: Run) -> None:
    names = [str(ARTICLES / "good.md"), str(ARTICLES / "invented.txt")]
    data = json.loads(run("audit", *names, "-f", "json").stdout)["data"]
    assert {finding["file"] for finding in data["findings"]} == set(names)
    assert [file["file"] for file in data["files"]] == names


def test_standard_input_is_read(environment: dict[str, str]) -> None:
    done = subprocess.run([str(PROGRAM), "audit", "-"], input="Semax weighs 887.04 Da.", env=environment,
                          capture_output=True, text=True, encoding="utf-8", check=False)  # fmt: skip
    assert done.returncode == 1
    assert "887.04 Da" in done.stdout


def test_a_missing_file_beside_one_that_is_there_ends_with_2_and_the_other_is_answered_for(
    run: Run, tmp_path: Path
) -> None:
    there = tmp_path / "there.md"
    there.write_text("Semax weighs 887.04 Da.\n")
    done = run("audit", str(tmp_path / "gone.md"), str(there), "-f", "json")
    assert done.returncode == 2
    assert "gone.md cannot be read: there is no such file" in done.stderr
    data = json.loads(done.stdout)["data"]
    assert [one["file"] for one in data["files"]] == [str(there)]
    assert "differs" in {one["verdict"] for one in data["findings"]}


def test_a_missing_file_and_a_folder_exit_2(run: Run, tmp_path: Path) -> None:
    for name in (tmp_path / "none.md", tmp_path):
        done = run("audit", str(name))
        assert (done.returncode, done.stdout) == (2, "")
        assert str(name) in done.stderr


@pytest.mark.parametrize("width", ["40", "80", "140"])
def test_on_the_screen_nothing_is_cut_and_no_identifier_broken(run: Run, width: str) -> None:
    text = run("audit", str(ARTICLES / "references.md"), "--width", width).stdout
    assert "…" not in text
    assert "dolotov-2006-hippocampus" in text
    assert "10.1145/3065386" in text
    assert NOTE in " ".join(text.split())


def test_a_long_article_shows_on_a_terminal_how_far_it_is(environment: dict[str, str], tmp_path: Path) -> None:
    long = tmp_path / "long.md"
    long.write_text("Semax weighs 813.92 g/mol.\n\n" * 20_000, encoding="utf-8")
    master, slave = pty.openpty()
    command = [str(PROGRAM), "audit", str(long), "-f", "json"]
    done = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=slave)
    os.close(slave)
    shown = b""
    with contextlib.suppress(OSError):
        while chunk := os.read(master, 65536):
            shown += chunk
    os.close(master)
    assert done.wait() == 0
    assert b"long.md" in shown
    assert "━".encode() in shown


def test_rows_for_spreadsheets(run: Run) -> None:
    text = run("audit", str(ARTICLES / "careless.md"), "-f", "csv").stdout
    assert text.startswith("file,line,kind,text,verdict,detail,reference,own\n")


# -- what a citation prints beside author and year -----------------------------------------------------------------

TITLE = (
    "Semax, an analog of ACTH(4-10) with cognitive effects, regulates BDNF and trkB expression in the rat hippocampus"
)


@pytest.mark.parametrize(
    ("line", "verdict", "word"),
    [
        (f"- Dolotov OV, Karpenko EA, et al. {TITLE}. Brain Res. 2006;1117(1):54-60.", "matches", "exists"),
        (f"- Dolotov OV, Karpenko EA, et al. {TITLE}. Brain Res. 2007;1117(1):54-60.", "differs", "2006"),
        (f"- Dolotov OV, Karpenko EA, et al. {TITLE}. Neurosci Lett. 2006;1117(1):54-60.", "differs", "Brain Research"),
        (f"- Dolotov OV, Karpenko EA, et al. {TITLE}. Brain Res. 2006;117(1):54-60.", "differs", "1117"),
        (f"- Dolotov OV, Karpenko EA, et al. {TITLE}. Brain Res. 2006;1117(1):154-160.", "differs", "54-60"),
        (f"- Shadrina MI, et al. {TITLE}. Brain Res. 2006;1117(1):54-60.", "misattributed", "Dolotov"),
        (f'^ "{TITLE}". Brain Research.', "matches", "exists"),
        (f"Brain Research (2006): Dolotov O.V. et al. {TITLE}.", "matches", "exists"),
        (f"- [{TITLE}](https://example.org/x)", "matches", "exists"),
        (f"| S04 | Dolotov OV and colleagues. {TITLE}. Brain Res, 2006 | animal |", "matches", "exists"),
    ],
)
def test_a_title_is_held_with_its_authors_journal_year_volume_and_pages(
    bundled: Dataset, line: str, verdict: str, word: str
) -> None:
    found = [f for f in findings(bundled, f"# References\n\n{line}\n") if f.kind == "citation"]
    assert [(f.verdict, f.reference) for f in found] == [(verdict, "dolotov-2006-hippocampus")]
    assert word in found[0].detail


def test_a_short_title_that_many_papers_bear_is_no_paper_without_author_or_year(bundled: Dataset) -> None:
    text = "Cerebrolysin for acute ischaemic stroke is a subject of many papers, and Cerebrolysin in dementia of more."
    assert [f for f in findings(bundled, text) if f.kind == "citation"] == []


def test_a_known_wrong_number_condemns_the_number_and_not_the_true_place(bundled: Dataset) -> None:
    line = "- Zozulia AA, et al. Selank in GAD. Zh Nevrol Psikhiatr. 2008;108(4):38-48. PMID: 18454141.\n"
    found = {f.kind: f.verdict for f in findings(bundled, f"# References\n\n{line}")}
    assert found == {"citation": "matches", "identifier": "misattributed"}


def test_author_and_year_under_another_journal_differ(bundled: Dataset) -> None:
    text = "See Heiss et al., Stroke, 2012 and Heiss et al., Lancet, 2012 on Cerebrolysin in stroke."
    assert [verdict for _, verdict in verdicts(bundled, text, "citation")] == ["matches", "differs"]


def test_a_work_cited_by_the_head_of_its_group_and_its_journal_is_found(bundled: Dataset) -> None:
    (found,) = findings(bundled, "Masliah and colleagues, in BMC Neuroscience in 2014, saw Cerebrolysin act on tau.")
    assert (found.verdict, found.reference) == ("retracted", "rockenstein-2014-tauopathy")


def test_a_journal_with_and_in_its_name_is_not_two_authors(bundled: Dataset) -> None:
    assert findings(bundled, "The Bulletin of Experimental Biology and Medicine (2001) wrote on Selank.") == ()


def test_references_that_have_run_together_are_taken_apart(bundled: Dataset) -> None:
    text = (
        f"1. Dolotov OV, Karpenko EA. {TITLE}. Brain Res. 2006;1117:54-60. 2. Shadrina MI, Dolotov OV. Rapid "
        f"induction of "
        "neurotrophin mRNAs in rat glial cell cultures by Semax, an adrenocorticotropic hormone analog. Neurosci Lett. "
        "2001;308:115-118."
    )
    assert [f.reference for f in findings(bundled, text) if f.kind == "citation"] == [
        "dolotov-2006-hippocampus", "shadrina-2001-glial",
    ]  # fmt: skip


def test_numbers_of_a_text_that_was_cut_are_unknown_and_not_untraced(bundled: Dataset) -> None:
    text = "Semax is short [4]. It is old [5, 6]. It is sold [17]. It is studied [20]. It is liked [50].\n"
    assert verdicts(bundled, text, "citation") == [("[4] to [50]", "unknown")]


# -- numbers -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "tail", ["/full", "/abstract", ".pdf", "?utm_source=x", "/references", "/full/html", "#section"]
)
def test_what_an_address_adds_to_a_doi_is_no_part_of_it(bundled: Dataset, tail: str) -> None:
    found = verdicts(bundled, f"On Semax: https://doi.org/10.1016/j.brainres.2006.07.108{tail}", "identifier")
    assert found == [("10.1016/j.brainres.2006.07.108", "matches")]


@pytest.mark.parametrize(
    "text",
    [
        "Selank eased generalised anxiety (Zozulia et al., 2008; PMID 18454999).",
        "Selank eased generalised anxiety ([Zozulia et al., 2008](https://pubmed.ncbi.nlm.nih.gov/18454999/)).",
        "| Study | PMID |\n|---|---|\n| Zozulia 2008, Selank | 18454999 |\n",
    ],
)
def test_a_strange_number_beside_the_one_paper_that_fits_differs(bundled: Dataset, text: str) -> None:
    (found,) = (f for f in findings(bundled, text) if f.kind == "identifier")
    assert (found.verdict, found.reference) == ("differs", "zozulia-2008-gad")
    assert "18454096" in found.detail


def test_a_pmid_one_digit_off_beside_its_compound_proposes_the_real_one(bundled: Dataset) -> None:
    (found,) = (
        f for f in findings(bundled, "PMID 16996039: Semax raises BDNF in rat hippocampus") if f.kind == "identifier"
    )
    assert (found.verdict, found.reference) == ("differs", "dolotov-2006-hippocampus")


def test_numbers_of_compounds_in_databases_are_held(bundled: Dataset) -> None:
    text = "Selank is PubChem CID 11765600, Noopept PubChem CID 180496. Semax has PubChem CID 11765600."
    assert [verdict for _, verdict in verdicts(bundled, text, "identifier")] == ["matches", "matches", "misattributed"]


# -- figures of studies --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Alvarez et al. (2006) treated 279 Alzheimer patients with Cerebrolysin.", "matches"),
        ("Alvarez et al. (2006) gave Cerebrolysin to 297 Alzheimer patients.", "differs"),
        ("Two hundred and seventy-nine patients took Cerebrolysin (Alvarez et al., 2006).", "matches"),
        ("Neznamov and Teleshova (2009) gave Noopept or piracetam in fifty participants.", "differs"),
        ("Neznamov et al. (2009) saw 53 persons on Noopept or piracetam.", "matches"),
        ("In the CASTA trial 1,070 people were given Cerebrolysin.", "matches"),
        ("Zozulia et al. (2008) gave 30 patients Selank.", "matches"),
        ("Heiss et al. (2012) gave 30 mL Cerebrolysin daily.", "matches"),
        ("Heiss et al. (2012) gave 50 mL Cerebrolysin daily.", "differs"),
        ("Muresanu et al. (2016) gave Cerebrolysin daily for 21 days.", "matches"),
        ("Muresanu et al. (2016) gave Cerebrolysin daily for 28 days.", "differs"),
        ("Semax raised BDNF protein 1.4-fold in rat hippocampus with trkB (Dolotov et al., 2006).", "matches"),
    ],
)
def test_what_stands_beside_a_study_is_held_against_it(bundled: Dataset, text: str, verdict: str) -> None:
    assert [found for _, found in verdicts(bundled, text, "figure")] == [verdict]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The CASTA trial found significant improvements on the Barthel index with Cerebrolysin.", "differs"),
        ("In CASTA, Cerebrolysin failed to show superiority on the modified Rankin scale.", "matches"),
        ("Cerebrolysin failed its primary endpoint (Heiss et al., 2012).", "matches"),
        ("Cerebrolysin improved arm function after stroke (Muresanu et al., 2016).", "matches"),
        ("Semax cured stroke (Gusev et al., 2018).", "unknown"),
    ],
)
def test_which_way_a_named_study_went_is_held_against_its_claims(bundled: Dataset, text: str, verdict: str) -> None:
    assert [found for _, found in verdicts(bundled, text, "statement")] == [verdict]


def test_a_citation_that_exists_is_said_to_exist_and_no_more(bundled: Dataset) -> None:
    (found,) = (f for f in findings(bundled, "Semax cured stroke (Gusev et al., 2018).") if f.kind == "citation")
    assert found.detail.startswith("The reference exists: ")


# -- what a compound is ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("MW of Semax: 813.93", "matches"), ("Semax: [M+H]+ 814.9", "matches"),
        ("Semax, monoisotopic mass 813.35", "matches"),
        ("Semax has 7 AA.", "matches"), ("Семакс содержит семь аминокислот.", "matches"),
        ("P21 is a 23-amino-acid peptide.", "differs"),
        ("Semax (methionyl-glutamyl-histidyl-phenylalanyl-prolyl-glycyl-proline)", "matches"),
        ("Семакс: метионил-глутамил-гистидил-фенилаланил-пролил-глицил-пролин", "matches"),
        ("Semax is L-threonyl-L-lysyl-L-prolyl-L-arginyl-L-prolylglycyl-L-proline.", "differs"),
    ],
)  # fmt: skip
def test_a_compound_is_known_by_its_mass_its_residues_and_its_systematic_name(
    bundled: Dataset, text: str, verdict: str
) -> None:
    assert [found for _, found in verdicts(bundled, text, "figure")] == [verdict]


def test_a_mass_that_is_another_compounds_is_said_to_be_its(bundled: Dataset) -> None:
    (found,) = findings(bundled, "Selank has a molecular weight of 813.92 g/mol.")
    assert (found.verdict, "Semax" in found.detail) == ("differs", True)


def test_a_formula_under_the_head_of_its_column_is_its_compounds(bundled: Dataset) -> None:
    rows = "| | Semax | Selank |\n|---|---|---|\n| Formula | C37H51N9O10S | C33H57N11O9 |\n"
    assert [verdict for _, verdict in verdicts(bundled, rows, "figure")] == ["matches", "matches"]


def test_another_parent_than_the_real_one_differs(bundled: Dataset) -> None:
    (found,) = verdicts(bundled, "Selank is derived from ACTH(4-10).", "statement")
    assert found[1] == "differs"


# -- status ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Semax is not FDA-approved.", "matches"),
        ("Semax was approved by the FDA in 2019.", "differs"),
        ("Cerebrolysin is FDA-approved.", "differs"),
        ("Semax has been registered in Russia since 1996.", "matches"),
        ("Semax was approved in Russia in 1989.", "differs"),
        ("Semax has been approved in Russia since the late 1990s.", "matches"),
        ("Semax is approved in Russia, but not by the FDA.", "matches"),
    ],
)
def test_what_is_said_of_approval_is_held_against_the_events(bundled: Dataset, text: str, verdict: str) -> None:
    assert {found for _, found in verdicts(bundled, text, "statement")} == {verdict}


@pytest.mark.parametrize(
    "text",
    ["Is Semax approved by the FDA?", "Semax is unlike FDA-approved drugs such as alteplase.",
     "FDA approval of Semax is pending.", "Russian research on Semax was approved by an ethics committee."],
)  # fmt: skip
def test_what_is_no_word_on_approval_is_not_taken_for_one(bundled: Dataset, text: str) -> None:
    assert [f for f in findings(bundled, text) if f.kind == "statement" and f.verdict in PROBLEMS] == []


def test_negation_counts_in_its_own_clause(bundled: Dataset) -> None:
    text = "Semax does not come from racetams, but it retains the core ACTH(4-10) fragment."
    assert "differs" in [verdict for _, verdict in verdicts(bundled, text, "statement")]


def test_no_as_an_answer_ends_a_sentence(bundled: Dataset) -> None:
    text = "Is Semax a steroid? No. Semax retains the core ACTH(4-10) fragment."
    assert [f.text for f in findings(bundled, text)] == ["Semax retains the core ACTH(4-10) fragment."]


# -- forms of files ----------------------------------------------------------------------------------------------------

BIBTEX = """
@article{dolotov, author = {Dolotov, Oleg V. and Karpenko, E. and others},
  title = {Semax, an analog of {ACTH}(4-10) with cognitive effects, regulates {BDNF} and trkB expression in the rat
    hippocampus},
  journal = {Brain Res.}, volume = 1117, pages = {54--60},
  year = {2007},
  doi = {10.1016/j.brainres.2006.07.108}}

@article{zozulia, author={Zozulia, A. A.}, year=2008, pmid={18454999}, journal={Zh Nevrol Psikhiatr Im S S Korsakova},
  title={Efficacy and possible mechanisms of action of a new peptide anxiolytic selank in the therapy of generalized anxiety disorders and neurasthenia}}

@article{rockenstein, author={Rockenstein, E.}, year=2015, journal={BMC Neurosci},
  title={Neuroprotective effects of Cerebrolysin in triple repeat Tau transgenic model of Pick's disease and fronto-temporal tauopathies}}

@article{stranger, author={Smith, J.}, title={On something else}, year=2015, journal={Nature}}

@article{broken, author={Smith, J.
"""  # noqa: E501 - entries on one line
RIS = """TY  - JOUR
AU  - Dolotov, Oleg V.
TI  - Semax, an analog of ACTH(4-10) with cognitive effects, regulates BDNF and trkB expression in the rat hippocampus
JO  - Brain Research
PY  - 2007
DO  - 10.1016/j.brainres.2006.07.999
ER  -
"""
CSL = """[{"id": "d", "type": "article-journal",
 "title": "Semax, an analog of ACTH(4-10) with cognitive effects, regulates
 BDNF and trkB expression in the rat hippocampus", "author": [{"family": "Dolotov", "given": "O. V."}],
 "issued": {"date-parts": [[2007]]}, "DOI": "10.1016/j.brainres.2006.07.999"}]""".replace("\n", "")
CSV = f'Title,Authors,Year,DOI\n"{TITLE}",Dolotov OV,2007,10.1016/j.brainres.2006.07.999\n'
NBIB = f"PMID- 16996038\nFAU - Dolotov, Oleg V\nTI  - {TITLE}.\nDP  - 2007 Oct 30\nJT  - Brain research\n"


def test_a_bibtex_file_is_held_field_by_field_and_its_broken_entry_is_counted(bundled: Dataset) -> None:
    result = audit(bundled, [parse("refs.bib", BIBTEX.encode())])
    found = [(f.line, f.kind, f.verdict, f.reference or "") for f in result.findings]
    assert found == [
        (6, "citation", "differs", "dolotov-2006-hippocampus"),
        (7, "identifier", "matches", "dolotov-2006-hippocampus"),
        (9, "citation", "matches", "zozulia-2008-gad"),
        (9, "identifier", "differs", "zozulia-2008-gad"),
        (12, "citation", "retracted", "rockenstein-2015-picks"),
        (15, "citation", "unknown", ""),
    ]
    assert result.files[0].citations == 4
    assert result.files[0].not_understood == (17,)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("refs.ris", RIS),
        ("refs.json", CSL),
        ("refs.csv", CSV),
        ("refs.tsv", CSV.replace(",", "\t").replace("Semax\t", "Semax,").replace("effects\t", "effects,")),
        ("refs.nbib", NBIB),
    ],
)
def test_no_bibliography_passes_a_wrong_year_and_a_wrong_number(bundled: Dataset, name: str, content: str) -> None:
    found = findings(bundled, content, name)
    assert sorted((f.kind, f.verdict) for f in found) == [("citation", "differs"), ("identifier", "differs")]
    assert {f.reference for f in found} == {"dolotov-2006-hippocampus"}


def test_every_bibliography_the_program_writes_itself_holds(run: Run, tmp_path: Path) -> None:
    for form, name in (("bibtex", "own.bib"), ("ris", "own.ris"), ("csl-json", "own.json")):
        (tmp_path / name).write_text(run("cite", "dolotov", "-f", form).stdout, encoding="utf-8")
        done = run("audit", str(tmp_path / name), "-f", "json")
        data = json.loads(done.stdout)["data"]
        assert data["summary"]["problems"] == 0, (name, data["findings"])
        assert data["summary"]["stand"] >= 6
        assert data["files"][0]["not-understood"] == []


def test_latex_is_read_as_people_read_it(bundled: Dataset) -> None:
    text = (
        r"\section{Semax} % 751.88 Da" "\n"
        r"Semax weighs 887.04~Da \cite{x} and is C$_{37}$H$_{51}$N$_9$O$_{10}$S (Dolotov et~al., 2006; "
        r"\emph{BDNF} in the "
        "hippocampus).\n"
        r"\begin{thebibliography}{9}" "\n"
        rf"\bibitem{{a}} Dolotov, O.~V. \emph{{et al.}} {TITLE}. \emph{{Brain Res.}} \textbf{{1117}}, 54--60 "
        rf"(2007)." "\n"
        r"\end{thebibliography}" "\n"
    )  # fmt: skip
    found = [(f.line, f.kind, f.verdict) for f in findings(bundled, text, "paper.tex") if f.kind != "statement"]
    assert found == [
        (2, "figure", "differs"), (2, "figure", "matches"), (2, "citation", "matches"), (4, "citation", "differs"),
    ]  # fmt: skip


def test_the_text_of_a_pdf_with_divided_words_is_put_together(bundled: Dataset) -> None:
    text = (
        "Semax was given to rats and the expres-\nsion of BDNF rose in the hippo-\ncampus (Dolotov et "
        "al., 2006). Semax weighs 887.04 Da.\n"
    )
    found = [(f.kind, f.verdict) for f in findings(bundled, text, "paper.txt")]
    assert found == [("statement", "matches"), ("citation", "matches"), ("figure", "differs")]


def test_an_older_russian_encoding_is_told_and_its_letters_are_kept(bundled: Dataset) -> None:
    text = "Семакс - это пептид. Молекулярная масса Семакса 887,04 Да. Период полувыведения Семакса около 20 минут."
    result = audit(bundled, [parse("page.txt", text.encode("cp1251"))])
    assert result.files[0].encoding == "cp1251"
    assert [f.text for f in result.findings] == ["887,04 Да", "полувыведения Семакса около 20 минут"]


def test_named_footnotes_are_lines_of_a_list(bundled: Dataset) -> None:
    text = (
        "Semax raises BDNF.[^dolotov]\n\n[^dolotov]: Dolotov OV, Karpenko EA, et al. · *Brain "
        "Research* 2006;1117(1):54-60\n"
    )
    (found,) = (f for f in findings(bundled, text) if f.kind == "citation")
    assert (found.line, found.verdict, found.reference) == (3, "matches", "dolotov-2006-hippocampus")


def test_the_head_of_a_page_is_read_record_by_record(bundled: Dataset) -> None:
    text = (
        "---\ntitle: Selank\ncasNumber: '129954-34-3'\nstudies:\n  - study: Zozulia AA et al. 2008\n    finding: >-\n"
        "      In 62 patients as good\n      as medazepam\n    pmid: '18454999'\n---\n\nText.\n"
    )
    found = [(f.line, f.kind, f.verdict) for f in findings(bundled, text)]
    assert found == [
        (3, "identifier", "matches"),
        (5, "citation", "matches"),
        (7, "figure", "matches"),
        (9, "identifier", "differs"),
    ]


def test_a_word_document_a_pdf_and_a_book_are_read(bundled: Dataset, tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading("Semax", 1)
    document.add_paragraph("The molar mass is 887.04 g/mol.")
    table = document.add_table(rows=2, cols=2)
    for cell, word in zip(
        (c for row in table.rows for c in row.cells), ("Name", "CAS", "Semax", "80714-61-0"), strict=True
    ):
        cell.text = word
    document.save(tmp_path / "page.docx")
    (found, number) = audit(bundled, [read(str(tmp_path / "page.docx"))]).findings
    assert (found.line, found.text, found.verdict) == (2, "887.04 g/mol", "differs")
    assert (number.line, number.verdict) == (4, "matches")
    import zipfile  # noqa: PLC0415

    with zipfile.ZipFile(tmp_path / "book.epub", "w") as book:
        book.writestr("text/one.xhtml", "<html><body><h1>Semax</h1><p>It weighs 887.04 Da.</p></body></html>")
    (found,) = audit(bundled, [read(str(tmp_path / "book.epub"))]).findings
    assert (found.text, found.verdict) == ("887.04 Da", "differs")


def test_without_its_extra_a_document_is_refused_with_the_name_of_the_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pypdf", None)
    (tmp_path / "page.pdf").write_bytes(b"%PDF-1.7\n")
    with pytest.raises(UsageError, match=r"peptidecli\[documents\]"):
        read(str(tmp_path / "page.pdf"))


def test_an_address_is_told_that_nothing_is_fetched_and_how_to_pipe_it(run: Run) -> None:
    done = run("audit", "https://example.org/semax")
    assert done.returncode == 2
    assert "nothing is fetched" in done.stderr
    assert "curl -sL ADDRESS | peptide audit -" in done.stderr


def test_lines_that_look_like_references_and_were_not_understood_are_counted_and_named(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "page.md").write_text(
        "# References\n\n- Cerebrolysin in all: a title before its authors. Smith J, Doe A. Neurology. 2019;1:2-3.\n",
        encoding="utf-8",
    )
    text = run("audit", str(tmp_path / "page.md")).stdout
    assert "3 lines read, 0 citations, 1 line that looks like a reference was not understood: 3." in " ".join(
        text.split()
    )


@pytest.mark.parametrize("form", ["csv", "markdown", "ndjson", "sarif"])
def test_a_format_without_a_summary_leaves_what_was_not_understood_to_stderr(
    run: Run, tmp_path: Path, form: str
) -> None:
    (tmp_path / "a.bib").write_text("@article{a, title={Semax}}\n@book{b, title\n", encoding="utf-8")
    done = run("audit", str(tmp_path / "a.bib"), "-f", form)
    assert "a.bib: 1 line that looks like a reference was not understood: 2" in done.stderr


# -- nothing hangs it, nothing gets out of it -------------------------------------------------------------------------


def test_control_characters_and_turned_text_do_not_get_out(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "page.md"
    article.write_text("Semax\x1b]0;x\x07 weighs 887.04 Da\u202e\x9b\x1b[31m.\n", encoding="utf-8")
    for form in ("table", "json", "ndjson", "csv", "markdown", "sarif", "svg"):
        text = run("audit", str(article), "-f", form).stdout
        assert text
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text), form


def test_the_name_of_a_file_is_no_markup_and_no_command(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "[red]x\x1b[b].md"
    article.write_text("Semax weighs 887.04 Da.\n", encoding="utf-8")
    done = run("audit", str(article), str(article))
    assert done.returncode == 1
    assert "\x1b" not in done.stdout + done.stderr
    assert "[red]x" in done.stdout


# -- what it is for ----------------------------------------------------------------------------------------------------


def test_sarif_shows_what_does_not_stand_at_its_line(run: Run) -> None:
    log = json.loads(run("audit", str(ARTICLES / "careless.md"), "-f", "sarif").stdout)
    (one,) = log["runs"]
    rules = [rule["id"] for rule in one["tool"]["driver"]["rules"]]
    assert log["version"] == "2.1.0"
    assert len(one["results"]) == 17
    for result in one["results"]:
        place = result["locations"][0]["physicalLocation"]
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in {"warning", "note"}
        assert place["region"]["startLine"] >= 3
        assert place["artifactLocation"]["uri"].endswith("careless.md")


@pytest.mark.skipif(os.name == "nt", reason="no file has such a name there")
@pytest.mark.parametrize("name", [b"a\nb.txt", b"c\xff.txt", b"notes:2.txt", b"f\\g.txt", "\u00fc %41?#.txt".encode()])
@pytest.mark.parametrize("folder", [True, False])
def test_the_address_in_sarif_is_the_name_of_the_file_byte_for_byte(
    run: Run, tmp_path: Path, name: bytes, folder: bool
) -> None:
    path = tmp_path / os.fsdecode(name)
    path.write_text("Semax has 8 amino acids.\n", encoding="utf-8")
    (one,) = json.loads(run("audit", str(tmp_path if folder else path), "-f", "sarif").stdout)["runs"]
    (result,) = one["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert urllib.parse.unquote_to_bytes(uri) == os.fsencode(path)
    assert urllib.parse.urlsplit(uri).path == uri


def test_a_comment_is_short_enough_to_be_posted_and_begins_with_what_does_not_stand(run: Run, tmp_path: Path) -> None:
    (tmp_path / "long.md").write_text(
        "Semax weighs 813.92 g/mol.\n\nSemax weighs 887.04 Da.\n\n" * 2000, encoding="utf-8"
    )
    text = run("audit", str(tmp_path / "long.md"), "-f", "markdown").stdout
    assert text.startswith("**peptide audit**: 4000 checked, 2000 as the dataset has it, 2000 not, 0 unknown")
    assert len(text) < 65_536
    assert "more are not shown" in text


def test_a_code_is_explained_and_its_findings_with_their_references(run: Run) -> None:
    assert run("audit", "--explain", "citation-untraced").stdout.startswith("citation-untraced: ")
    done = run("audit", str(ARTICLES / "careless.md"), "--explain", "citation-retracted")
    assert "Rockenstein E" in done.stdout
    assert "citation-retracted" in done.stdout
    assert "hexapeptide" not in done.stdout
    assert run("audit", "--explain", "nonsense").returncode == 1


def test_it_says_how_much_was_read(run: Run) -> None:
    assert "18 lines read, 8 citations" in run("audit", str(ARTICLES / "careless.md")).stdout.replace(
        "21 lines", "18 lines"
    )


# -- the source documents ----------------------------------------------------------------------------------------

ROWS: list[dict[str, Any]] = tomli.loads((Path(__file__).parent / "data" / "audit_rows.toml").read_text("utf-8"))["row"]
WRONG = {"contradicted", "untraceable"}


def sources() -> Path | None:
    """Return the folder with the source documents and their audit, which are no part of the repository."""
    named = os.environ.get("PEPTIDE_SOURCES")
    folder = Path(named) if named else Path(__file__).parents[2] / "shared"
    return folder if (folder / "evidence" / "seed-audit.jsonl").is_file() else None


def speaks_of(finding: Finding, row: dict[str, Any], document: str) -> bool:
    """Tell whether a finding is about what a row of the audit says."""
    said = f"{finding.text} {finding.detail.partition('.')[0]}" if row["number"] == 35 else finding.text
    return (
        Path(finding.file).name == document
        and finding.line in {row["line"], *row.get("again", ())}
        and re.search(row["subject"], said) is not None
    )


def test_the_source_documents(bundled: Dataset, capsys: pytest.CaptureFixture[str]) -> None:
    folder = sources()
    if folder is None:
        pytest.skip("the source documents are not beside the repository; PEPTIDE_SOURCES can name their folder")
    lines = (folder / "evidence" / "seed-audit.jsonl").read_text(encoding="utf-8").splitlines()
    judged = {number: json.loads(line) for number, line in enumerate(lines, 1)}
    assert len(judged) == 156
    documents = sorted((folder / "seeds").glob("*.txt"))
    result = audit(bundled, [read(str(path)) for path in documents])
    problems = [finding for finding in result.findings if finding.verdict in PROBLEMS]

    def about(row: dict[str, Any], among: Sequence[Finding]) -> bool:
        return any(speaks_of(finding, row, judged[row["number"]]["document"]) for finding in among)

    held = {row["number"]: row for row in ROWS}
    every_wrong = [number for number, row in judged.items() if row["verdict"] in WRONG]
    assert set(every_wrong) <= set(held)
    named = [number for number in every_wrong if held[number]["names"]]
    found = [number for number in every_wrong if about(held[number], problems)]
    supported = [number for number, row in judged.items() if row["verdict"] == "supported"]
    blamed = [number for number in supported if number in held and about(held[number], problems)]
    doubted = [number for number in held if judged[number]["verdict"] != "supported"]
    just = [f for f in problems if any(speaks_of(f, held[n], judged[n]["document"]) for n in doubted)]
    with capsys.disabled():
        print_table(result, named, every_wrong, found, supported, blamed, problems, just)
    assert [number for number in named if number not in found] == []
    assert blamed == []
    assert [f"{f.file}:{f.line}: {f.text}" for f in problems if f not in just] == []


def print_table(
    result: Audit, named: list[int], wrong: list[int], found: list[int], supported: list[int], blamed: list[int],
    problems: list[Finding], just: list[Finding],
) -> None:  # fmt: skip
    """Print how the audit of the three source documents compares with the 156 rows that were judged by hand."""
    hit = sum(number in found for number in named)
    print(
        f"\nThe source documents, {result.summary.checked} findings, against 156 rows judged by hand\n"
        f"  recall     contradicted or untraceable, naming a citation, identifier or figure  {hit}/{len(named)}"
        f"  {hit / len(named):.0%}\n"
        f"  recall     all that is contradicted or untraceable                              {len(found)}/{len(wrong)}"
        f"  {len(found) / len(wrong):.0%}\n"
        f"  precision  problems that a row not wholly supported speaks of                  {len(just)}/{len(problems)}"
        f"  {len(just) / len(problems):.0%}\n"
        f"  supported rows called wrong                                                     {len(blamed)}/"
        f"{len(supported)}"
    )


def test_a_detail_differs_only_from_what_was_read_deep_enough(bundled: Dataset) -> None:
    read = next(r for r in bundled.references.values() if r.read == "abstract")
    title = next(r for r in bundled.references.values() if r.read == "title")
    found = Found(0, 4, "figure", "differs", "It had 60 patients.", read.id)
    assert as_deep_as_read(found, read) == found
    assert as_deep_as_read(found, title).verdict == "unknown"
    assert as_deep_as_read(found, title).detail.endswith("Of the paper only the title was seen.")


@pytest.mark.parametrize("option", ["--corrected", "--left", "--resume"])
def test_what_is_to_be_written_into_a_file_is_not_written_into_one_called_a_dash(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, option: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.bib").write_text("@article{a, title = {Semax}, pmid = {16996037}}\n", encoding="utf-8")
    done = run("audit", "a.bib", option, "-")
    assert (done.returncode, done.stdout) == (2, "")
    assert "name a file" in done.stderr
    assert not (tmp_path / "-").exists()


GONE = "Cerebrolysin efficacy in a transgenic model of tauopathy: role in regulation of mitochondrial structure"


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        (f'Rockenstein et al. (2012) "{GONE}".', "The year is 2014"),
        (f"- Rockenstein E, {GONE}, 2012.", "The year is 2014"),
        (f"- {GONE}. Brain Research 2014", "The journal is BMC Neuroscience"),
        (f"## References\n\n1. Rockenstein E, Ubhi K, et al. {GONE}. BMC Neurosci. 2012;15:90.", "The year is 2014"),
        (f"## References\n\n1. Rockenstein E, Ubhi K, et al. {GONE}. BMC Neurosci. 2014;19:90.", "The volume is 15"),
    ],
)
def test_of_a_retracted_work_that_is_cited_wrongly_both_are_told(
    run: Run, tmp_path: Path, line: str, wrong: str
) -> None:
    (tmp_path / "a.md").write_text(f"# Cerebrolysin\n\n{line}\n", encoding="utf-8")
    (found,) = json.loads(run("audit", str(tmp_path / "a.md"), "-f", "json").stdout)["data"]["findings"]
    assert wrong in found["detail"]
    assert "Retracted 2025" in found["detail"]
