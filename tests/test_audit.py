"""`peptide audit`: articles held against the dataset."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import re
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import tomli

from conftest import PROGRAM, Run
from peptidecli.audit import NOTE, PROBLEMS, Audit, Finding, audit, parse, read
from peptidecli.notation.people import vancouver
from peptidecli.errors import UsageError
from peptidecli.dataset.dataset import Dataset

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
    listed = [reference for reference in bundled.references.values() if reference.standing != "retracted"]
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


def test_two_megabytes_take_seconds(bundled: Dataset) -> None:
    text = (ARTICLES / "careless.md").read_text(encoding="utf-8") + (ARTICLES / "good.md").read_text(encoding="utf-8")
    whole = text * (2_000_000 // len(text) + 1)
    started = time.perf_counter()
    result = audit(bundled, [parse("long.md", whole.encode())])
    assert time.perf_counter() - started < 30
    assert result.summary.problems >= 15 * (2_000_000 // len(text))


def test_a_page_without_full_stops_or_line_ends_takes_seconds(bundled: Dataset) -> None:
    whole = "Semax raised BDNF and Some Words In Capitals follow in 1996 " * 20_000
    started = time.perf_counter()
    audit(bundled, [parse("long.txt", whole.encode())])
    assert time.perf_counter() - started < 30


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
        (found,) = findings(bundled, f"Semax raised BDNF and trkB in the rat hippocampus ({citation}).")
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
    rows = "| Name | Molar mass |\n|---|---|\n| Semax | 751.88 |\n| Selank | 751.88 |\n| BPC-157 | 1419.5 |\n"
    assert verdicts(bundled, rows, "figure") == [("751.88", "differs"), ("751.88", "matches")]
    columns = "| | Semax | Selank |\n|---|---|---|\n| Molar mass | 813.92 | 813.92 |\n"
    assert verdicts(bundled, columns, "figure") == [("813.92", "matches"), ("813.92", "differs")]


def test_a_figure_without_a_name_belongs_to_the_heading(bundled: Dataset) -> None:
    text = "# Peptides\n\n## Selank\n\nThe molar mass is 813.9 g/mol.\n\n## BPC-157\n\nThe molar mass is 813.9 g/mol.\n"
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
    assert findings(bundled, "Semax and GFAP, NMDA, AMPA, DNA, MAPK, CSF and FDA; the tail Pro-Gly-Pro.") == ()


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
    (found,) = findings(bundled, text)
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
    assert text.startswith("file,line,kind,text,verdict,detail,reference\n")


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
        and finding.line == row["line"]
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
