"""What pages say of a compound, held against the dataset: what it is, what it does, its status, who is cited for it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from peptidecli.audit import PROBLEMS, Finding, audit, parse
from peptidecli.audit.titles import likeness
from peptidecli.dataset.dataset import Dataset

pytestmark = pytest.mark.slow


def findings(data: Dataset, text: str, name: str = "page.md") -> Sequence[Finding]:
    return audit(data, [parse(name, text.encode())]).findings


def said(data: Dataset, text: str, kind: str = "statement") -> set[str]:
    """Return the verdicts on what a text says of one kind."""
    return {finding.verdict for finding in findings(data, text) if finding.kind == kind}


# -- what it is ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Selank is based on the natural peptide tuftsin.", "tuftsin"),
        ("Selank is a tuftsin-derived peptide.", "tuftsin"),
        ("Dihexa emerged from work on angiotensin IV.", "angiotensin IV"),
        ("P21 is a CNTF-derived compound.", "CNTF"),
        ("Cerebrolysin is derived from porcine brain tissue.", "porcine"),
        ("Cortexin is a bovine cortex-derived preparation.", "bovine"),
        ("DSIP was isolated from the venous blood of rabbits.", "rabbits"),
        ("Семакс — аналог адренокортикотропного гормона.", "гормона"),
        ("Dihexa was developed at Washington State University.", "Washington State University"),
        ("Cerebrolysin (EVER Neuro Pharma) is given by infusion.", "EVER Neuro Pharma"),
        (
            "Selank was created by researchers of the Institute of Molecular Genetics.",
            "Institute of Molecular Genetics",
        ),
        ("Semax was first developed in Russia.", "Russia"),
        ("Noopept was synthesised by a Moscow team in 1996.", "1996"),
        ("Dihexa, also known as PNB-0408, is sold as a powder.", "PNB-0408"),
        ("DSIP (emideltide) is studied in sleep.", "emideltide"),
        ("Noopept carries a phenylacetyl group.", "phenylacetyl group"),
        ("Cerebrolysin is not a single defined peptide.", "not a single defined peptide"),
    ],
)
def test_what_a_compound_is_and_comes_from_is_recognised(bundled: Dataset, text: str, part: str) -> None:
    found = [f for f in findings(bundled, text) if f.kind == "statement" and part in f.text]
    assert {f.verdict for f in found} == {"matches"}


@pytest.mark.parametrize(
    "text",
    [
        "Semax: a tuftsin-derived peptide for the nose.",
        "Semax is derived from tuftsin.",
        "Selank\n\nsynonyms: TP-7; Semax",
    ],
)
def test_another_parent_or_anothers_name_is_not_its_own(bundled: Dataset, text: str) -> None:
    assert "differs" in said(bundled, text)


@pytest.mark.parametrize(
    "text",
    [
        "Semax is not derived from tuftsin.",
        "Aspirin was developed in Germany, long before Semax.",
        "Tuftsin is similar to other fragments of immunoglobulin; Selank is longer.",
        "The company that sells Semax was founded in Austria.",
        "BDNF was isolated from pig brain, and Semax raises it.",
    ],
)
def test_what_is_denied_or_said_of_something_else_is_not_called_wrong(bundled: Dataset, text: str) -> None:
    assert not {f.verdict for f in findings(bundled, text)} & PROBLEMS


def test_the_lines_of_a_record_belong_to_the_name_above_them(bundled: Dataset) -> None:
    text = "semax': {\nmolecular Weight: 813.92\n}\n\ndsip': {\nmolecular Weight: 848.81\n}\n"
    assert [(f.line, f.verdict) for f in findings(bundled, text) if f.kind == "figure"] == [
        (2, "matches"),
        (6, "matches"),
    ]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("DSIP promotes sleep. It is a nonapeptide found in blood.", "matches"),
        ("BPC-157 is a peptide. It is a chain of fifteen amino acids.", "matches"),
        ("# Semax\n\nlength: 7 amino acids", "matches"),
        ("# Semax\n\nlength: 9 amino acids", "differs"),
        ("A small hexapeptide called Dihexa is sold.", "differs"),
        ("# Dihexa\n\n| Measure | Value | Unit |\n|---|---|---|\n| Peptide length | 6 | amino acids |", "differs"),
        ("# Semax\n\nweight: 813.9 Da", "matches"),
    ],
)
def test_residues_and_masses_are_read_in_more_words(bundled: Dataset, text: str, verdict: str) -> None:
    assert verdict in said(bundled, text, "figure")


@pytest.mark.parametrize(
    "text",
    [
        "# DSIP and melatonin\n\nDSIP sleeps. Melatonin (a hormone) is an indoleamine. Its molecular weight is "
        "232.3 g/mol.",
        "# DSIP\n\nMolecular weight: 848.8 g/mol; 232.3 g/mol",
    ],
)
def test_the_mass_of_what_a_compound_is_compared_to_is_not_its_own(bundled: Dataset, text: str) -> None:
    assert not said(bundled, text, "figure") & PROBLEMS


# -- what it does --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Selank inhibits the enzymes that degrade enkephalins.",
        "Semax raises brain-derived neurotrophic factor (BDNF).",
        "BPC-157 increased the growth hormone receptor in tendon fibroblasts.",
        "No specific receptor of DSIP has been identified.",
        "DSIP lowers ACTH.",
    ],
)
def test_what_the_dataset_says_as_well_is_recognised_in_other_words(bundled: Dataset, text: str) -> None:
    assert said(bundled, text) == {"matches"}


@pytest.mark.parametrize(
    "text",
    [
        "Semax lowers BDNF.",
        "Semax cured stroke.",
        "Selank does not inhibit enkephalin-degrading enzymes.",
        "Selank prevents the loss of BDNF that ethanol causes.",
        "P21 inhibits cyclin-dependent kinase complexes.",
        "Semax raises BDNF 9-fold.",
    ],
)
def test_the_contrary_and_more_than_the_dataset_says_are_not_taken_for_it(bundled: Dataset, text: str) -> None:
    assert "matches" not in said(bundled, text)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("DSIP lowers cortisol within hours.", "differs"),
        ("DSIP does not lower cortisol.", ""),
        ("Dihexa is about 10,000,000 times as potent as BDNF.", "untraced"),
        ("Dihexa is 10 million-fold more potent than BDNF.", "untraced"),
        ("Dihexa binds hepatocyte growth factor at 65 pM.", "untraced"),
        ("Dihexa was said to bind hepatocyte growth factor; the paper was retracted.", ""),
    ],
)
def test_what_circulates_is_recognised_by_one_word_or_number(bundled: Dataset, text: str, verdict: str) -> None:
    assert said(bundled, text) & PROBLEMS == ({verdict} if verdict else set())


# -- status --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("# Dihexa\n\nNot approved for human use.", "matches"),
        ("BPC-157 has no approved human indication anywhere in the world.", "matches"),
        ("DSIP has never received approval in any jurisdiction.", "differs"),
        ("Dihexa has never been tested in humans.", "matches"),
        ("There are no human data on dihexa.", "matches"),
        ("No ClinicalTrials.gov entry exists for DSIP.", "matches"),
        ("# Selank\n\nRegulatory status: Approved in Russia", "matches"),
        ("In 2023 the FDA added BPC-157 to Category 2.", "matches"),
        ("# DSIP\n\nListed on the FDA's Category 2.", "differs"),
        ("The advisory committee took up BPC-157 on July 23, 2026.", "matches"),
        ("Semax is approved in Ukraine.", "untraced"),
    ],
)
def test_status_is_held_where_no_place_is_named_and_where_every_one_is(
    bundled: Dataset, text: str, verdict: str
) -> None:
    assert verdict in said(bundled, text)


@pytest.mark.parametrize(
    "text",
    [
        "No controlled human trial of BPC-157 was large.",
        "DSIP was placed in Category 2 in 2023.",
        "DSIP was taken out of Category 2.",
        "Semax is not approved.",
    ],
)
def test_status_that_is_narrower_or_past_is_not_called_wrong(bundled: Dataset, text: str) -> None:
    assert not said(bundled, text) & PROBLEMS


# -- who is cited --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        # a title and a journal that are not those of the paper of that author and year
        ("- Zozulia AA et al. (2008). Selank in modern practice: a survey. Journal of Psychopharmacology.", "differs"),
        ("Zozulia AA et al. (2008). Selank in modern practice: a survey. Journal of Psychopharmacology. It helped.",
         "differs"),
        # its journal, and a title in other words
        ("- Gusev EI et al. (1997). Semax in the acute stage of a stroke. Zh Nevrol Psikhiatr.", "matches"),
        # a study by its name, cited for another's
        ("The CARS-1 trial (Lang et al., 2013) gave Cerebrolysin.", "misattributed"),
        ("The CASTA trial (Heiss et al., 2012) gave Cerebrolysin.", "matches"),
        # a journal in the brackets
        ("Cerebrolysin was tried (Heiss et al., 2012, Journal of Neurotrauma).", "differs"),
        # a byline under the title of a paper by others
        ("### Effects of delta sleep-inducing peptide on sleep of chronic insomniac patients\n"
         "Kastin AJ (1983) • Peptides",
         "misattributed"),
        # a retracted work under other words
        ("- McCoy AT et al. (2013). Dihexa and memory. J Pharmacol Exp Ther.", "retracted"),
    ],
)  # fmt: skip
def test_a_citation_is_held_by_what_is_printed_with_it(bundled: Dataset, text: str, verdict: str) -> None:
    assert verdict in said(bundled, text, "citation")


@pytest.mark.parametrize(
    "text",
    [
        "- Zhang J et al. (2010). Noise in the cochlea of the guinea pig. Hearing Research.",
        "- Volkova A et al. (2016). Rye in a wet year. Field Crops Research.",
        "Volkova A et al. (2016) - Selank and the expression of genes",
    ],
)
def test_another_paper_of_the_same_author_and_year_is_not_called_wrong(bundled: Dataset, text: str) -> None:
    assert not said(bundled, text, "citation") & PROBLEMS


def test_a_link_alone_is_held_against_the_citation_before_it(bundled: Dataset) -> None:
    text = (
        "Bes F et al. (1992). Sleep of insomniacs on DSIP. Neuropsychobiology.\n"
        "[[PubMed]](https://pubmed.ncbi.nlm.nih.gov/11112222/)\n"
    )
    (number,) = [f for f in findings(bundled, text) if f.kind == "identifier"]
    assert (number.verdict, number.reference) == ("differs", "bes-1992-insomnia")


def test_a_line_behind_a_citation_is_of_the_study_cited(bundled: Dataset) -> None:
    text = "Bes F et al. (1992) - Neuropsychobiology\nIn 16 patients who slept badly DSIP did little.\n"
    assert said(bundled, text, "figure") == {"matches"}


def test_a_note_behind_the_address_of_a_listed_paper_is_of_that_paper(bundled: Dataset) -> None:
    text = (
        "- Gusev EI, Martynov MY, et al. (2018). The efficacy of semax in the tretament of patients at different "
        "stages of ischemic stroke. Zhurnal Nevrologii i Psikhiatrii imeni S. S. Korsakova. "
        "https://pubmed.ncbi.nlm.nih.gov/29798983/ In 110 patients Semax went with more BDNF in plasma.\n"
    )
    assert said(bundled, text, "figure") == {"matches"}


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Bes et al. (1992) was a double-blind study of DSIP.", "matches"),
        ("Bes et al. (1992) was an open-label study of DSIP.", "differs"),
    ],
)
def test_how_a_study_was_blinded_is_held(bundled: Dataset, text: str, verdict: str) -> None:
    assert verdict in said(bundled, text)


def test_a_mark_stands_for_the_study_of_the_list(bundled: Dataset) -> None:
    text = (
        "# Semax\n\nRecovery was better in 110 patients [2], and 24 volunteers were scanned [1].\n\n## References\n\n"
        "1. Lebedeva IS, Panikratova YR, et al. Effects of Semax on the Default Mode Network of the Brain. "
        "Bull Exp Biol Med. 2018;165(5):653-656.\n"
        "2. Gusev EI, Martynov MY, et al. The efficacy of semax in the tretament of patients at different stages of "
        "ischemic stroke. Zh Nevrol Psikhiatr. 2018;118(3):61-68.\n"
    )
    found = {f.text: f.reference for f in findings(bundled, text) if f.kind == "figure"}
    assert found["110 patients"] == "gusev-2018-stroke-stages"
    assert found["24 volunteers"] == "lebedeva-2018-default-mode"


@pytest.mark.parametrize(
    ("given", "known", "same"),
    [
        ("Cerebrolysin in early recovery: meta-analysis of 9 RCTs",
         "Cerebrolysin in early recovery: a meta-analysis of nine randomized controlled trials", True),
        ("Characterization of DSIP", "Characterization of a delta sleep inducing peptide", True),
        ("Semax raises expression in human hippocampus", "Semax raises expression in rat hippocampus", False),
        ("Effects of Semax in the retina", "No effects of Semax in the retina", False),
    ],
)  # fmt: skip
def test_initials_and_figures_stand_for_words_of_a_title_and_other_words_do_not(
    given: str, known: str, same: bool
) -> None:
    assert likeness(given, known).same is same


def test_where_a_paper_was_found_is_not_its_journal(bundled: Dataset) -> None:
    line = "Jarosz K, et al. Cerebrolysin in Patients with TBI: Systematic Review and Meta-Analysis. PMC, 2023.\n"
    assert said(bundled, line, "citation") == {"matches"}


def test_nothing_is_approved_denies(bundled: Dataset) -> None:
    assert "differs" not in said(bundled, "BPC-157 is sold online. Nothing is FDA-approved.\n")


def test_a_name_alone_on_a_line_stands_over_the_lines_of_its_record(bundled: Dataset) -> None:
    text = "Semax\nCAS: 80714-61-0\n\nNoopept\nChemical compound\nMolar mass | 318.37 g/mol\nCAS | 157115-85-0\n"
    found = findings(bundled, text, "page.txt")
    assert {finding.text for finding in found} >= {"157115-85-0"}
    assert {finding.verdict for finding in found} == {"matches"}


def test_cells_of_people_are_no_people(bundled: Dataset) -> None:
    assert said(bundled, "Epitalon activates telomerase in human somatic cells.") & PROBLEMS == set()


def test_those_who_were_allotted_are_no_other_number_than_those_who_were_counted(bundled: Dataset) -> None:
    text = "Wu et al. 2025 (BMJ; n={}) tested thymosin α1 in sepsis."
    assert said(bundled, text.format(1106), "figure") & PROBLEMS == set()
    assert said(bundled, text.format(1306), "figure") == {"differs"}


def test_what_was_never_tried_in_people_is_told_once(bundled: Dataset) -> None:
    found = [
        finding for finding in findings(bundled, "Dihexa was never tested in humans.") if finding.kind == "statement"
    ]
    assert [finding.verdict for finding in found] == ["matches"]
