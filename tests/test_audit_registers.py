"""What registers, lists and tables say of compounds, and papers told by other things than author and year."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from peptidecli.audit import Finding, audit, parse
from peptidecli.dataset.dataset import Dataset

pytestmark = pytest.mark.slow


def findings(data: Dataset, text: str, name: str = "page.md") -> Sequence[Finding]:
    return audit(data, [parse(name, text.encode())]).findings


def said(data: Dataset, text: str, kind: str = "statement", name: str = "page.md") -> list[tuple[str, str]]:
    """Return text and verdict of what was found of one kind."""
    return [(finding.text, finding.verdict) for finding in findings(data, text, name) if finding.kind == kind]


# -- status ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("FDA accelerated approval was granted for elamipretide.", "matches"),
        ("Elamipretide is not a vitamin or an FDA-approved medicine.", "differs"),
        ("In the US Semax is an unscheduled research chemical with no approved indication.", "matches"),
        ("- TB-500 status: no approved NDA or BLA.", "matches"),
        ("- TB-500 status: prohibited under section S2.", "matches"),
        ('TB-500 sits on the FDA\'s "do not compound" list.', "differs"),
        ("- TB-500: category 2 placement (2020).", "differs"),
        ("Davunetide was granted fast track by the regulator.", "matches"),
        ("Церебролизин находится в ЖНВЛП.", "matches"),
        ("BPC-157 is not on the WADA Prohibited List, but athletes should ask.", "differs"),
    ],
)
def test_status_is_understood_in_other_words(bundled: Dataset, text: str, verdict: str) -> None:
    assert verdict in {found for _, found in said(bundled, text)}


def test_an_approval_that_is_misdated_is_told_once(bundled: Dataset) -> None:
    text = "Elamipretide is FDA approved: accelerated approval was given on {} September {}."
    (wrong,) = findings(bundled, text.format(3, 2024))
    assert (wrong.verdict, wrong.text) == ("differs", "accelerated approval was given on 3 September 2024")
    assert {found.verdict for found in findings(bundled, text.format(19, 2025))} == {"matches"}


def test_what_is_not_on_a_list_of_vital_medicines_is_not_said_to_be(bundled: Dataset) -> None:
    assert not said(bundled, "Семакс не входит в ЖНВЛП.")


def test_of_two_compounds_both_and_neither_are_told(bundled: Dataset) -> None:
    text = "# BPC-157 and TB-500\n\nBPC-157 is older. TB-500 is shorter. BPC-157, TB-500.\n\n- {}\n"
    for claim in ("Neither is FDA-approved.", "Both are banned by WADA."):
        assert "matches" in {found for _, found in said(bundled, text.format(claim))}


TABLE = """
| Feature | Semax | BPC-157 |
|---|---|---|
| FDA approved | No | Yes |
| Banned by WADA | Unclear | No (as of 2024) |
| Russian approval | 1993 (stroke) | none |
| Size | 7 amino acids | 16 amino acids |
"""


def test_cells_answer_for_the_compound_at_the_head_of_their_column(bundled: Dataset) -> None:
    assert said(bundled, TABLE) == [("No", "matches"), ("Yes", "differs"), ("No (as of 2024)", "differs"),
                                    ("1993 (stroke)", "differs")]  # fmt: skip
    assert said(bundled, TABLE, "figure") == [("7 amino acids", "matches"), ("16 amino acids", "differs")]


def test_what_a_cell_denies_of_a_year_before_it_came_about_is_no_fault(bundled: Dataset) -> None:
    assert not said(bundled, "| Feature | Semax | BPC-157 |\n|---|---|---|\n| Banned by WADA | – | No (as of 2020) |\n")


def test_cells_answer_for_the_compound_at_the_head_of_their_row(bundled: Dataset) -> None:
    table = (
        "| Peptide | FDA status | WADA |\n|---|---|---|\n| Selank | Not approved | – |\n| BPC-157 | pending | ✅ |\n"
    )
    assert said(bundled, table) == [("Not approved", "matches"), ("✅", "matches")]


@pytest.mark.parametrize("head", ["Compound | FDA approved", "Peptide | FDA approval", "Name | FDA-approved?"])
def test_the_head_of_a_table_of_one_compound_tells_of_no_approval(bundled: Dataset, head: str) -> None:
    table = f"| {head} | Price |\n|---|---|---|\n| Semax | No | 3 |\n"
    assert [found.verdict for found in findings(bundled, table)] == ["matches"]


@pytest.mark.parametrize("head", ["WADA permitted", "Not FDA approved", "FDA category", "Dosing"])
def test_cells_under_a_head_that_asks_something_else_are_let_be(bundled: Dataset, head: str) -> None:
    assert not said(bundled, f"| Feature | Semax | BPC-157 |\n|---|---|---|\n| {head} | No | No |\n")


# -- numbers of registers ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Ноопепт. Регистрационный номер: ЛС-001577-180711", "ЛС-001577-180711"),
        ("Cortexin, registration Р N003862/02.", "Р N003862/02"),
        ("Код АТХ препарата Семакс: N 06 ВХ", "N 06 ВХ"),
        ("Cerebrolysin was reviewed: http://www.cochrane.org/CD007026", "CD007026"),
    ],
)
def test_numbers_of_registers_are_held(bundled: Dataset, text: str, part: str) -> None:
    assert (part, "matches") in said(bundled, text, "identifier")


def test_a_registration_of_another_medicine_is_misattributed(bundled: Dataset) -> None:
    assert said(bundled, "Семакс, регистрационный номер ЛС-001577", "identifier") == [("ЛС-001577", "misattributed")]


# -- papers ------------------------------------------------------------------------------------------------------------


def test_names_typed_into_one_field_of_an_entry_are_a_list(bundled: Dataset) -> None:
    entry = (
        "@article{a,\n author = {Chen N, Yang M, Guo J, et al.},\n title = {Cerebrolysin for vascular dementia},\n"
        " journal = {Cochrane Database of Systematic Reviews},\n year = {2013},\n}\n"
    )
    assert [verdict for _, verdict in said(bundled, entry, "citation", "refs.bib")] == ["matches"]


def test_a_title_that_goes_on_behind_that_of_a_review_is_not_the_reviews(bundled: Dataset) -> None:
    entry = (
        "@article{a,\n author = {Nobody, Ann},\n title = {Cerebrolysin for acute ischaemic stroke: a phase III "
        "multicenter trial of early rehabilitation},\n journal = {Brain Injury},\n year = {2012},\n}\n"
    )
    assert [verdict for _, verdict in said(bundled, entry, "citation", "refs.bib")] == ["unknown"]


def test_where_a_paper_was_found_is_not_its_journal(bundled: Dataset) -> None:
    line = (
        "- Overview of Epitalon - Highly Bioactive Pineal Tetrapeptide with Promising Properties. PMC, 2025. "
        "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC11943447/\n"
    )
    assert [verdict for _, verdict in said(bundled, f"Sources:\n{line}", "citation")] == ["matches"]


@pytest.mark.parametrize(
    "told", ["A 2004 study published in Nature", "The 2004 Nature paper", "A paper in Nature (2004)"]
)
def test_a_paper_is_known_by_journal_and_year_and_has_another_number(bundled: Dataset, told: str) -> None:
    found = findings(bundled, f"{told} gave thymosin beta-4 to mice (PMID: 15226823).")
    assert [(f.kind, f.verdict) for f in found if f.kind in {"citation", "identifier"}] == [
        ("citation", "matches"), ("identifier", "differs")]  # fmt: skip


def test_the_number_of_a_paper_under_the_title_of_another_is_misattributed(bundled: Dataset) -> None:
    line = "- {}. PubMed, 2017. https://pubmed.ncbi.nlm.nih.gov/28280289/\n"
    other = line.format("A tuftsin analogue and its place among the new classes of tranquilising drugs")
    own = line.format(
        "Peptide Selank enhances the effect of diazepam in reducing anxiety in unpredictable chronic mild stress"
    )
    assert said(bundled, f"# Selank\n\n{other}", "identifier") == [("28280289", "misattributed")]
    assert said(bundled, f"# Selank\n\n{own}", "identifier") == [("28280289", "matches")]


# -- what is no fault ------------------------------------------------------------------------------------------------


def test_what_an_article_tells_of_a_retraction_holds_for_all_of_it(bundled: Dataset) -> None:
    text = "Dihexa binds hepatocyte growth factor and switches on c-Met.\n\n{}\n"
    assert {"untraced", "retracted"} & {found for _, found in said(bundled, text.format("It is a powder."))}
    told = said(bundled, text.format("The paper that showed it was retracted in 2025."))
    assert not {"untraced", "retracted", "differs"} & {found for _, found in told}


def test_what_is_said_of_cells_is_not_said_of_people(bundled: Dataset) -> None:
    found = said(bundled, "In vitro studies examined the ability of epitalon to activate telomerase in cultured cells.")
    assert "untraced" not in {verdict for _, verdict in found}


def test_insomnia_driven_by_cortisol_is_not_cortisol(bundled: Dataset) -> None:
    assert "differs" not in {found for _, found in said(bundled, "DSIP may reduce cortisol-driven insomnia.")}


def test_marks_that_show_what_they_stand_for_have_a_list(bundled: Dataset) -> None:
    title = "Semax has a long history of being studied at the bench in many places"
    text = "Semax is a peptide" + "".join(
        f'<a title="{title}" href="#s{n}">[{n}]</a>' for n in range(1, 8)
    )  # fmt: skip
    assert not [f for f in findings(bundled, text) if f.verdict == "untraced"]


def test_a_word_for_what_a_peptide_is_does_not_hide_whose_mass_follows(bundled: Dataset) -> None:
    text = "Pinealon is a tripeptide, with a molecular weight of 418.41."
    assert ("418.41", "matches") in said(bundled, text, "figure")
