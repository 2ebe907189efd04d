"""Rules of the audit that whole articles come by too rarely: each a text of a sentence or a few lines."""

from __future__ import annotations

import pytest

from audited import Told, holds, told_of
from peptidecli.dataset.dataset import Dataset

RETITLED = (
    "Semax, an analog of ACTH(4-10) with cognitive effects, regulates BDNF and trkB expression in the rat hippocampus"
)

FOUND = {
    "`neither` goes back to the two that were named before": (
        "Semax and Dihexa are nootropics. Neither is approved by the FDA.",
        "statement", "matches", "Neither is approved", "United States",
    ),
    "a year of approval is held against that of the act": (
        "Semax was registered in Russia in 1931.", "statement", "differs", "1931", "The dataset has 1996",
    ),
    "what was approved in one place and not in another is two statements": (
        "Semax was approved in Russia (1996) but not by the FDA.", "statement", "matches", "not by the FDA", "United",
    ),
    "a mass of which the dataset has none is unknown": (
        "Cortexin has a molecular weight of 1.2 kDa.", "figure", "unknown", "1.2 kDa", "no molar mass of Cortexin",
    ),
    "a formula of what has none is unknown": (
        "Cerebrolysin has the formula C38H53N9O10S.", "figure", "unknown", "C38H53N9O10S", "no formula of Cerebrolysin",
    ),
    "the formula of a salt is that of the peptide and the acid": (
        "Semax acetate has the formula C39H55N9O12S.", "figure", "matches", "C39H55N9O12S", "without the salt",
    ),
    "the formula of another compound is called so": (
        "Selank has the formula C37H51N9O10S.", "figure", "differs", "C37H51N9O10S", "is Semax",
    ),
    "a sequence with other ends is a peptide that is not held": (
        "Dihexa contains the sequence Ac-Thr-Lys-Pro-Arg-Pro-NH2.", "figure", "unknown", "Ac-Thr", "A modified peptide",
    ),
    "a sequence of another length is not the compound's": (
        "Semax has the sequence GGGGGGG.", "figure", "differs", "GGGGGGG", "(MEHFPGP)",
    ),
    "a sequence with one residue wrong needs no word for it": (
        "Semax (MEHFPGA) is stable.", "figure", "differs", "MEHFPGA", "(MEHFPGP)",
    ),
    "a short sequence is known where it is a compound's": (
        "Tuftsin (TKPR) is short.", "figure", "matches", "TKPR", "Sequence of Tuftsin",
    ),
    "what is derived from a parent is what the article is about": (
        "# Selank\n\nThe tuftsin-derived heptapeptide is stable.\n",
        "figure", "matches", "heptapeptide", "Selank has 7 residues",
    ),
    "what nobody has traced is named": (
        "Dihexa is ten million times more potent than BDNF.", "statement", "untraced", "ten million", "press release",
    ),
    "the length in a table is of the compound above it": (
        "| Property | Semax |\n|---|---|\n| Length | 9 amino acids |\n",
        "figure", "differs", "9 amino acids", "Semax has 7 residues",
    ),
    "the number of a notice is known": (
        "The correction of the paper on Epitalon was published (PMID 41240216).",
        "identifier", "matches", "41240216", "The notice on Al-Dulaimi",
    ),
    "numbers alone on their lines under `PMIDs` are PMIDs": (
        "## Sources\n\nPMIDs:\n\n16635254\n\n17085210\n", "identifier", "matches", "16635254", "Dolotov OV et al. 2006",
    ),
    "the number of a retracted paper is called retracted": (
        "Dihexa raised HGF (PMID 25187433).", "identifier", "retracted", "25187433", "Benoist",
    ),
    "a PMCID that is not known is unknown": (
        "The paper on Semax is free (PMC8433445).", "identifier", "unknown", "PMC8433445", "Not in the dataset",
    ),
    "a DOI with a slip in it is put right": (
        "Semax raised BDNF (Dolotov et al., 2006; doi:10.1111/j.1471-4159.2006.03658.y).",
        "identifier", "differs", "03658.y", "03658.x",
    ),
    "of two papers of an author and a year that is meant of which the sentence speaks": (
        "Semax raised BDNF in the hippocampus of the rat and trkB expression (Dolotov et al., 2006; PMID 99999999).",
        "identifier", "differs", "99999999", "rat hippocampus",
    ),
    "another CAS RN than the dataset's is unknown and the dataset's is told": (
        "Semax has the CAS number 50-00-0.", "identifier", "unknown", "50-00-0", "80714-61-0 for Semax",
    ),
    "a Cochrane review is known by its year and compound": (
        "A Cochrane review (2023) of Cerebrolysin found no benefit in acute ischaemic stroke.",
        "citation", "matches", "Cochrane review (2023)", "Ziganshina LE et al. 2023",
    ),
    "a heading that is a title with its year and journal below is the paper": (
        "# Reading list\n\n**Efficacy and safety of Cerebrolysin in patients with hemorrhagic stroke**\n\n"
        "Bajenaru O et al. (2010) Journal of Medicine and Life\n",
        "citation", "matches", "Bajenaru O et al. (2010)", "hemorrhagic stroke",
    ),
    "a second author who is none makes another paper of it": (
        "Semax was studied by Dolotov and Ivanov (2006).", "citation", "unknown", "Dolotov", "Ivanov is no author",
    ),
    "the first author of a line is held": (
        f"- Karpenko EA. {RETITLED}. Brain Res 2006;1117:54.\n",
        "citation", "differs", "Karpenko", "The first author is Dolotov OV",
    ),
    "a line in the Russian style is read by its fields": (
        "Долотов О.В., Карпенко Е.А. Семакс и экспрессия BDNF // Brain Research. - 2006. - Т. 1117. - № 1. - С. 54-60.",
        "citation", "misattributed", "Долотов", "At its place",
    ),
    "a study without a name is known by its year, its compound and how many took part": (
        "In the 2006 trial of 279 patients with Alzheimer's disease given three doses of Cerebrolysin the change in "
        "ADAS-cog was better.",
        "figure", "matches", "279 patients", "Alvarez XA et al. 2006",
    ),
    "a number of patients above that of the study is wrong": (
        "Semax was given to 9999 patients (Gusev et al., 1997).", "figure", "differs", "9999 patients", "n = ",
    ),
    "a cure is more than a study showed": (
        "Semax cured stroke (Gusev et al., 1997).", "statement", "unknown", "cured", "what it showed is less",
    ),
    "a figure before a mark is that of the study that the mark stands for": (
        "Cerebrolysin [1] gave an odds ratio of 1.27 with n = 1070.\n\n"
        "1. Heiss WD et al. Cerebrolysin in patients with acute ischemic stroke in Asia: results of a "
        "double-blind, placebo-controlled randomized trial. Stroke 2012;43:630-636.\n",
        "figure", "matches", "n = 1070", "Heiss WD et al. 2012",
    ),
    "what is not one peptide is a mixture": (
        "Cerebrolysin is not a single peptide but comes from pig brain.",
        "statement", "matches", "not a single peptide", "Mixture of peptides and amino acids",
    ),
    "who was blinded is held against the study": (
        "Cerebrolysin did nothing in an open-label trial (Heiss et al., 2012).",
        "statement", "differs", "open-label", "double-blind",
    ),
    "a trial in people of which there is no trace is named": (
        "# BPC-157\n\n**Participants**: 75 adults with torn shoulders\n",
        "statement", "untraced", "75 adults", "No such study of BPC-157",
    ),
    "a controlled design of a compound that has no controlled trial is named": (
        "# BPC-157\n\nStudy design: double-blind placebo-controlled trial\n",
        "statement", "untraced", "placebo-controlled trial", "No such study",
    ),
    "that trials in a condition came to nothing is found without a citation": (
        "Davunetide did not separate from placebo in progressive supranuclear palsy.",
        "statement", "matches", "did not separate", "PSP",
    ),
    "that a compound did as well as a drug is found": (
        "Selank had an efficacy comparable to medazepam.", "statement", "matches", "to medazepam", "similar",
    ),
    "the residues of a larger chain are those of the fragment": (
        "TB-500 is made of residues 17 to 23 of thymosin beta-4.", "statement", "matches", "17 to 23", "17 to 23",
    ),
    "a motif that is not in the fragment is not its own": (
        "TB-500 is a piece of thymosin beta-4 (the Ac-SDKP motif).", "statement", "differs", "SDKP", "LKKTETQ",
    ),
    "the form of a medicine is found in Russian": (
        "Семакс выпускают как капли назальные.", "statement", "matches", "капли назальные", "asal drops",
    ),
    "each of two compounds is held in its own clause": (
        "BPC-157 speeds tendon healing, while Semax raises BDNF.", "statement", "matches", "raises BDNF", "Semax",
    ),
    "what the study found of a thing is told behind `that`": (
        "Work on pigment cells in glucose found that Epitalon reduced reactive oxygen species.",
        "statement", "matches", "reactive oxygen", "Epitalon",
    ),
    "what is told of cells is not held to be told of people": (
        "In vitro Epitalon is seen as a telomerase activator.", "statement", "matches", "telomerase", "fibroblasts",
    ),
    "a ligament by its short name is a ligament": (
        "BPC-157 improved MCL repair in rats.", "statement", "matches", "MCL", "ligament",
    ),
    "a noun of binding behind its object says what is bound": (
        "Elamipretide works through cardiolipin binding.", "statement", "matches", "cardiolipin binding", "cardiolipin",
    ),
    "a mixture has no number of residues": (
        "Cerebrolysin is a decapeptide.", "figure", "differs", "decapeptide", "Mixture of",
    ),
    "another stretch of the parent than the compound's": (
        "TB-500 is made of residues 21-30 of thymosin beta-4.", "statement", "differs", "21-30", "residues 17 to 23",
    ),
    "the stretch of the parent that a compound is": (
        "The 17-23 segment of thymosin β4 is sold as TB-500.", "statement", "matches", "17-23", "residues 17 to 23",
    ),
    "an end of the parent of which a compound is no part": (
        "TB-500 is the N-terminal fragment of thymosin β4.", "statement", "differs", "N-terminal", "residues 17 to 23",
    ),
    "a source that the dataset denies": (
        "Pinealon is a tripeptide purified from the pineal gland.", "statement", "differs", "pineal", "not from the",
    ),
    "another animal than that of an extract": (
        "Cerebrolysin is prepared from bovine brain.", "statement", "differs", "bovine", "pig brain",
    ),
    "the namesake of a compound as its source": (
        "P21 is a peptide derived from the cell-cycle inhibitor p21.", "statement", "differs", "cell-cycle", "CNTF",
    ),
    "a number of residues that opens a field": (
        "# Dihexa\n\n**Class:** small lipophilic hexapeptide\n", "figure", "differs", "hexapeptide", "has 2 residues",
    ),
    "residues counted in Japanese": (
        "# DSIP\n\nDSIPは9残基のペプチドです。\n", "figure", "matches", "9残基", "has 9 residues",
    ),
    "a capped sequence of another compound's residues": (
        "# TB-500\n\nSequence: Ac-LKKTEDQ-OH\n", "figure", "differs", "LKKTEDQ", "(LKKTETQ)",
    ),
    "a sequence with blanks about its hyphens": (
        "Epitalon: Ala - Glu- Asp -Gly", "figure", "matches", "Ala - Glu", "Sequence of Epitalon",
    ),
    "a sequence in Cyrillic abbreviations": (
        "Семакс (Мет-Глу-Гис-Фен-Про-Гли-Про)", "figure", "matches", "Мет-Глу", "Sequence of Semax",
    ),
    "the order in which a variant is capped": (
        "It is an acetylated form of Semax.", "statement", "matches", "acetylated", "N-acetyl Semax",
    ),
    "what a mixture is said to contain": (
        "Cerebrolysin supplies nerve growth factor and contains BDNF as well.",
        "statement", "differs", "BDNF", "no fragment",
    ),
    "two that are told apart": (
        "Thymosin alpha-1 and thymosin beta-4 are two distinct proteins.",
        "statement", "matches", "distinct", "Not thymalin",
    ),
    "the kind of a name behind it": (
        "# Thymosin alpha-1\n\nThymalfasin (INN) is made by synthesis.\n",
        "statement", "matches", "Thymalfasin", "of Thymosin",
    ),
    "a formula with Cyrillic letters": (
        "Ноопепт: С17Н22N2О4", "figure", "matches", "17", "Formula of Noopept",
    ),
    "a maker behind the initials of its patron": (
        "Selank was created with help of the V.V. Zakusov Institute.", "statement", "matches", "Zakusov", "Zakusov",
    ),
    "a part of a decade in which it was not approved": (
        "Semax was approved in Russia in the early 1990s.",
        "statement", "differs", "early 1990s", "The dataset has 1996",
    ),
    "a part of a decade in which it was approved": (
        "Semax was approved in Russia in the late 1990s.", "statement", "matches", "late 1990s", "approved Semax",
    ),
    "a work that is said to be retracted by its first author": (
        "The paper by Rockenstein on Cerebrolysin was retracted.",
        "statement", "matches", "was retracted", "Rockenstein E et al. 2014",
    ),
    "a concern about a work by its first author": (
        "The paper by Kawas on dihexa came under an expression of concern.",
        "statement", "matches", "expression of concern", "Kawas LH et al. 2012",
    ),
    "a name in several words alone in a line": (
        "# DSIP\n\nDelta sleep-inducing peptide\n\nIt is sold.",
        "statement", "matches", "Delta sleep", "synonym of DSIP",
    ),
    "a field of a program that denies approval": (
        "# Semax\n\nfdaApproved: false\n", "statement", "matches", "fdaApproved: false", "Not approved.",
    ),
    "a field in another language that gives approval": (
        "# Semax\n\nStatus: Aprovado FDA\n", "statement", "differs", "Aprovado FDA", "Not approved.",
    ),
    "binding, of what is held to bind": (
        "SS-31 is known for its binding of cardiolipin.", "statement", "matches", "known for its binding", "binds its",
    ),
    "a second place of approval beside one that is right": (
        "Selank is approved in Russia and Ukraine.", "statement", "untraced", "Ukraine", "No Ukrainian registration",
    ),
    "the bound of a mixture's parts": (
        "Cortexin is a mixture of polypeptides up to 10,000 Da.", "figure", "matches", "10,000 Da", "up to 10,000 Da",
    ),
    "a thing behind one that only tells who was treated": (
        "Semax raised insomnia patients BDNF levels.", "statement", "matches", "BDNF", "raised plasma BDNF",
    ),
    "a statement of two words that tell, among others": (
        "The microtubules of neurons are stabilised by davunetide, and so is their transport.",
        "statement", "unknown", "microtubules", "Holds in part",
    ),
}  # fmt: skip
"""By what they hold: a text, and kind, verdict, a part of the text and of the detail of what is found in it."""

SILENT = {
    "a place of which nothing is known of a compound": "# Semax\n\nNoopept is not approved in China.\n",
    "`neither` without anything before it": "Neither is approved in Australia.",
    "an approval that nobody has traced": "Semax is approved in the UK.",
    "a threshold": "What is below 600 Da crosses as Semax does; MW > 500 Da does not.",
    "a word in capitals that residues would spell": "Semax: PATIENTS were treated.",
    "the denial of what nobody has traced": "Dihexa is not ten million times more potent than BDNF.",
    "a tail": "Semax has a tripeptide tail.",
    "what others are only said to hold of it": "Dihexa has been proposed to bind HGF in some unnamed way.",
    "a bound that is not the mixture's": "# Cortexin\n\nThe polypeptides are below 20,000 Da.",
    "what stands in a comment of a page with components": "Semax {/* weighs 887.04 Da */} is sold.",
    "a trial that is only planned": "# BPC-157\n\nParticipants: 90 adults, recruiting\n",
}


@pytest.fixture(scope="module")
def told(bundled: Dataset) -> Told:
    return told_of(bundled, {rule: text for rule, (text, *_) in FOUND.items()} | SILENT)


@pytest.mark.parametrize("rule", FOUND)
def test_a_text_is_found_to_say_what_it_says(told: Told, rule: str) -> None:
    assert holds(told[rule], FOUND[rule]), told[rule]


@pytest.mark.parametrize("about", SILENT)
def test_of_what_cannot_be_held_nothing_is_said(told: Told, about: str) -> None:
    assert told[about] == []
