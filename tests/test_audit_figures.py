"""Figures, lists of records and lists of status in articles: whose they are, of which study, and what they tell."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from peptidecli.audit import PROBLEMS, Finding, audit, parse
from peptidecli.audit.figures import figures
from peptidecli.dataset.dataset import Dataset

pytestmark = pytest.mark.slow

CATALOGUE = """Semax
form: spray
group: research
molecular: { formula: "C37H51N9O10S", weight: "813.9 g/mol", cas: "80714-61-0" }
Orforglipron
form: tablet
group: research
molecular: { formula: "C48H48F2N10O5", weight: "883.0 g/mol" }
DSIP
form: vial
group: research
molecular: { formula: "C35H48N10O15", weight: "848.8 g/mol" }
"""


def found(data: Dataset, text: str, name: str = "page.md") -> Sequence[Finding]:
    return audit(data, [parse(name, text.encode())]).findings


def verdict(data: Dataset, text: str, words: str) -> str:
    """Return the verdict on the finding whose words hold some, an empty text where there is none."""
    return next((finding.verdict for finding in found(data, text) if words in finding.text), "")


# -- whose it is -----------------------------------------------------------------------------------------------------


def test_what_stands_in_a_record_is_of_the_name_above_its_fields(bundled: Dataset) -> None:
    findings = found(bundled, CATALOGUE)
    assert not [finding for finding in findings if finding.verdict in PROBLEMS]
    assert {finding.line for finding in findings if finding.kind == "figure"} == {4, 12}


def test_a_subtitle_that_names_the_parent_does_not_make_a_record_its_own(bundled: Dataset) -> None:
    text = '## Semax\n\nPure ACTH(4-10) analogue\n\nformula: C37H51N9O10S\n\nweight: "813.9 g/mol"\n'
    assert not [finding for finding in found(bundled, text) if finding.verdict in PROBLEMS]


def test_the_formulas_of_a_blend_are_held_against_none_of_its_parts(bundled: Dataset) -> None:
    text = "Name: Night blend (Selank + a helper)\nformula: C12H22O11 + C33H57N11O9\n"
    assert not [finding for finding in found(bundled, text) if finding.verdict in PROBLEMS]


def test_a_rule_above_an_article_hides_nothing_of_it(bundled: Dataset) -> None:
    assert (
        verdict(bundled, "---\n\n> BPC-157 is a chain of 15 amino acids.\n\n---\n\nMore.\n", "15 amino acids")
        == "matches"
    )


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Semax is what chemists would call a heptapeptide.", "heptapeptide", "matches"),
        ("Selank ends in a Pro-Gly-Pro tail.", "Pro-Gly-Pro", "matches"),
        ("TB-500 is a fragment of thymosin beta-4, namely the heptapeptide LKKTETQ.", "heptapeptide", "matches"),
        ("A vial of Selank, 751.9 g/mol.", "751.9", "matches"),
    ],
)
def test_a_right_mass_length_or_tail_needs_no_label(bundled: Dataset, text: str, words: str, expected: str) -> None:
    assert verdict(bundled, text, words) == expected


# -- the figures of a study ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "unit", "values"),
    [
        ("by 8 and 5 times", "fold", (8.0, 5.0)),
        ("a threefold rise", "fold", (3.0,)),
        ("95% CI: 0.18 to 0.42", "ci", (0.18, 0.42)),
        ("SMD = 0.30", "smd", (0.3,)),
        ("7 of 12 patients", "of", (7.0, 12.0)),
        ("twelve randomised trials", "studies", (12.0,)),
        ("10-20 mg", "µg", (10000.0, 20000.0)),
        ("6,000 mcg", "µg", (6000.0,)),
        ("p = 0.04", "p", (0.04,)),
    ],
)
def test_a_figure_is_read_with_its_unit_in_digits_and_in_words(text: str, unit: str, values: tuple[float, ...]) -> None:
    assert (unit, values) in [(figure.unit, figure.values) for figure in figures(text)]


def test_a_phase_is_no_number_of_trials() -> None:
    assert not figures("in large phase 3 trials")


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("BDNF in the hippocampus rose 5-fold with Semax (Dolotov et al., 2006).", "5-fold", "differs"),
        ("BDNF protein in the hippocampus rose 1.4-fold with Semax (Dolotov et al., 2006).", "1.4-fold", "matches"),
        ("In animals Semax lifts BDNF by as much as 800%.", "800%", "differs"),
        ("In cultured glia Semax lifts BDNF mRNA 8-fold.", "8-fold", "matches"),
        ("A meta-analysis of 12 trials looked at the safety of Cerebrolysin.", "12 trials", "matches"),
    ],
)
def test_a_figure_is_held_against_its_study_or_its_compound(
    bundled: Dataset, text: str, words: str, expected: str
) -> None:
    assert verdict(bundled, text, words) == expected


def test_the_one_paper_of_a_page_has_the_figures_below_it(bundled: Dataset) -> None:
    page = "# A trial of davunetide\n\nRegistered as NCT01110720.\n\n## Results\n\n"
    assert verdict(bundled, f"{page}In all 313 were randomised and 220 completed the trial.", "313") == "matches"
    assert verdict(bundled, f"{page}In all 313 were randomised and 220 completed the trial.", "220") == "differs"


def test_the_number_of_a_registered_trial_is_known_by_its_paper(bundled: Dataset) -> None:
    assert verdict(bundled, "Davunetide failed in NCT01110720.", "NCT01110720") == "matches"
    assert verdict(bundled, "Semax was tried in NCT01110720.", "NCT01110720") == "misattributed"


def test_those_who_were_allotted_may_be_more_than_those_who_were_counted(bundled: Dataset) -> None:
    text = "Wu et al. (2025) randomised more than 1,100 adults with sepsis to thymosin alpha-1 or placebo."
    assert not [finding for finding in found(bundled, text) if finding.kind == "figure" and finding.verdict in PROBLEMS]


# -- status ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BPC-157 is banned by WADA.", "matches"),
        ("BPC-157 is not FDA-approved and WADA prohibits it.", "matches"),
        ("BPC-157 is not banned by WADA.", "differs"),
        ("WADA banned BPC-157 only temporarily and no longer lists it.", "differs"),
        ("There is no FDA-approved product with BPC-157.", "matches"),
    ],
)
def test_what_is_said_of_a_list_is_held_against_it_said_or_denied(bundled: Dataset, text: str, expected: str) -> None:
    assert expected in {finding.verdict for finding in found(bundled, text) if finding.kind == "statement"}


def test_an_approval_is_said_of_the_compound_of_its_clause(bundled: Dataset) -> None:
    text = "Elamipretide has FDA approval for Barth syndrome; Pinealon is not FDA-approved."
    assert {finding.verdict for finding in found(bundled, text) if finding.kind == "statement"} == {"matches"}


# -- identity ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "# Noopept (GVS-111)",
        "Кортексин получен из коры головного мозга свиней. Cortexin.",
        "Selank and Semax came together. Both were developed at the Institute of Molecular Genetics.",
        "Dihexa is an angiotensin IV (AngIV) analog.",
    ],
)
def test_what_a_compound_is_stands_in_headings_pairs_and_other_languages(bundled: Dataset, text: str) -> None:
    assert "matches" in {finding.verdict for finding in found(bundled, text) if finding.kind == "statement"}


def test_an_analogue_is_no_fragment_of_what_it_is_modelled_on(bundled: Dataset) -> None:
    text = "Semax keeps the whole ACTH(4-10) fragment."
    assert not [finding for finding in found(bundled, text) if finding.verdict == "matches"]


def test_a_decimal_point_in_the_middle_of_its_line_is_one_and_that_of_a_formula_is_none(bundled: Dataset) -> None:
    """So The Lancet sets it."""
    text = "# Semax\n\nSemax has a mass of 813\u00b792 g/mol. Selank has one of 715\u00b79 g/mol, CuSO4\u00b75H2O.\n"
    article = parse("a.md", text.encode())
    found = {one.text: one.verdict for one in audit(bundled, [article]).findings}
    assert found["813\u00b792 g/mol"] == "matches"
    assert found["715\u00b79 g/mol"] == "differs"
    assert "CuSO4\u00b75H2O" in article.blocks[1].plain
