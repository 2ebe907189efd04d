"""What is said of a study that is cited: held against that study, on what is named, and against no other."""

from __future__ import annotations

import pytest

from audited import Case, Told, holds, told_of
from peptidecli.audit import PROBLEMS, parse
from peptidecli.audit.article.sentences import sentences_of
from peptidecli.audit.verbatim import Verbatim
from peptidecli.dataset.dataset import Dataset

BIBTEX = (
    "@article{a, author = {%s}, title = {A 24-week, double-blind, placebo-controlled study of three dosages of "
    "Cerebrolysin in patients with mild to moderate Alzheimer's disease}, journal = {European Journal of Neurology}, "
    "year = {2006}}"
)
FOUND: dict[str, Case] = {
    "of two studies by an author and a year the one on what is named is meant": (
        "In the study of Thymosin β4 by Wang et al. (2021) there were 84 people.",
        "figure", "matches", "84 people", "Wang X et al. 2021",
    ),
    "the register number of another trial of the compound is told": (
        "Homberg et al. (2025), a trial of Cerebrolysin, is registered as NCT00911807.",
        "identifier", "misattributed", "NCT00911807", "is registered as ISRCTN54581790",
    ),
    "the register number of the trial that is cited stands": (
        "Alvarez et al. (2011), a trial of Cerebrolysin, is registered as NCT00911807.",
        "identifier", "matches", "NCT00911807", "Alvarez XA et al. 2011",
    ),
    "a register number that is not held is counted": (
        "A trial of Cerebrolysin is registered as NCT02867291.",
        "identifier", "unknown", "NCT02867291", "Not in the dataset.",
    ),
    "of a cited trial the number under which it is registered is told beside one that is not held": (
        "Homberg et al. (2025), a trial of Cerebrolysin, is registered as NCT02867291.",
        "identifier", "unknown", "NCT02867291", "is registered as ISRCTN54581790",
    ),
    "a register number with one digit wrong is put right": (
        "Homberg et al. (2025), a trial of Cerebrolysin, is registered as ISRCTN54581791.",
        "identifier", "differs", "ISRCTN54581791", "is registered as ISRCTN54581790",
    ),
    "a number of which it is denied that it is the compound's own is": (
        "Semax is not 80714-61-0; its CAS is 4037-01-8.",
        "identifier", "differs", "80714-61-0", "CAS RN 80714-61-0 is Semax",
    ),
    "what is under a number that circulates wrongly may be told": (
        "PMID 18756821 is a Russian paper on the time course of Bdnf and Ngf expression under Semax.",
        "identifier", "matches", "18756821", "as the text says",
    ),
    "that number cited for what it circulates with is told": (
        "Selank changed gene expression in the brain (PMID 18756821).", "identifier", "misattributed", "18756821", "",
    ),
    "a reference behind a word on how its work stands is that work": (
        "- **EXPRESSION OF CONCERN.** McCoy AT, Benoist CC, Wright JW, Kawas LH, Bule-Ghogare JM, Zhu M, et al. "
        "Evaluation of metabolically stabilized angiotensin IV analogs as procognitive/antidementia agents. Journal of "
        "Pharmacology and Experimental Therapeutics. 2013;344(1):141-154. PMID: 23055539. Expression of concern "
        "(2021, notice PMID 34551989).\n",
        "citation", "matches", "McCoy AT", "So the text says.",
    ),
    "a dose with a unit that is a thousand times too large is told": (
        "Wu et al. (2025) gave Thymosin α1 at 1.6 g every 12 hours for 7 days.",
        "figure", "differs", "1.6 g", "1.6 mg every 12 hours",
    ),
    "a volume with such a unit is told": (
        "Muresanu et al. (2016) gave 30 L of Cerebrolysin a day.", "figure", "differs", "30 L", "30 mL",
    ),
    "a figure of what went the other way is not right": (
        "Semax lowered BDNF 1.4-fold in rat hippocampus (Dolotov et al., 2006).",
        "figure", "differs", "1.4-fold", "raised BDNF protein",
    ),
    "a figure of what went that way stands": (
        "Semax raised BDNF 1.4-fold in rat hippocampus (Dolotov et al., 2006).",
        "figure", "matches", "1.4-fold", "raised BDNF protein",
    ),
    "two numbers that are set against each other stand where both are the study's": (
        "Gibson et al. (2016) report of Elamipretide: CK-MB 5570 v 5785 ng h/mL, not significant.",
        "statement", "matches", "5570 v 5785", "5570 against 5785",
    ),
    "an effect that the cited study tells of is not denied by it": (
        "Lee & Padgett (2021) found that BPC-157 had no effect in knee pain.",
        "statement", "differs", "no effect in knee pain", "11 of 12 people",
    ),
    "who is none of a paper's authors does not stand beside its DOI": (
        "Ferrari et al. (2022) studied Thymosin α1 (doi:10.1007/s00134-022-06745-7).",
        "identifier", "misattributed", "10.1007/s00134-022-06745-7", "is Ke L et al. 2022",
    ),
    "a first initial that is another in every transliteration is told": (
        BIBTEX % "Alvarez, K. A. and Cacabelos, R. and others",
        "citation", "differs", "", "The author is Alvarez XA, not Alvarez KA.",
    ),
    "a first initial of another transliteration is remarked": (
        BIBTEX % "Alvarez, H. A. and Cacabelos, R. and others",
        "citation", "matches", "", "The author is written Alvarez XA, not Alvarez HA.",
    ),
    "a thin space between initials parts no names": (
        BIBTEX % r"{Alvarez, X.\,A. and Cacabelos, R. and others}", "citation", "matches", "", "The reference exists",
    ),
    "nor does it where the names are in no braces of their own": (
        BIBTEX % r"Alvarez, X.\,A. and Cacabelos, R. and others", "citation", "matches", "", "The reference exists",
    ),
    "a route that is not the study's is told": (
        "Wu et al. (2025) gave Thymosin α1 by mouth.", "statement", "differs", "by mouth", "subcutaneous",
    ),
    "the study's own route stands": (
        "Wu et al. (2025) gave Thymosin α1 under the skin.", "statement", "matches", "under the skin", "subcutaneous",
    ),
    "a drug that a study did not compare with is told": (
        "Ke et al. (2022) compared Thymosin α1 with piracetam.", "statement", "differs", "piracetam", "against",
    ),
    "what a study compared with stands": (
        "Wu et al. (2025) compared Thymosin α1 with placebo.", "statement", "matches", "placebo", "against placebo",
    ),
    "a randomised trial that is called an observation is told": (
        "Wu et al. (2025) is an observational study of Thymosin α1.",
        "statement", "differs", "observational", "randomized controlled trial",
    ),
}  # fmt: skip
"""By what they hold: a text, and kind, verdict, a part of the text and of the detail of what is found in it."""
RIGHT = {
    "words behind a citation and its verb that a title has as well are none": (
        "Alvarez et al. (2006) studied Cerebrolysin in mild to moderate Alzheimer's disease."
    ),
    "a study on another compound by that author and year is not held against it": (
        "Wang et al. (2021) found that Thymosin β4 improved the outcome in healthy volunteers."
    ),
    "a route that another group of the study was given is not told of it": (
        "Gozes et al. (2024) did not give Davunetide intravenously."
    ),
    "what is compared in a study beside the compound is not its comparator": (
        "Wu et al. (2025) compared deaths under Thymosin α1 with those of an earlier trial."
    ),
    "how sure a result is that another paper has of a trial is not held against the first on it": (
        "# Davunetide\n\nThe primary endpoints were null in 313 patients with palsy; SEADL at week 39 was better in "
        "women on davunetide (p=0.008).\n"
    ),
    "a number that is put down to encyclopaedias is not the text's own": (
        "Semax is 80714-61-0; encyclopaedias print 4037-01-8 beside it."
    ),
    "what the dataset says word for word is not held against another of its lines": (
        "# Cortexin\n\n- Synthetic tetrapeptide, by Adriani 2009 an analogue of one fraction of Cortexin, studied "
        "beside it in mice; that it is Cortexin's active part is a peptide site's word.\n"
    ),
    "a figure of cells that stands so in the dataset is not held against one of animals": (
        "# Semax\n\nIn glia cultured from the basal forebrain of newborn rats NGF mRNA rose five-fold. In the living "
        "basal forebrain BDNF protein rose; NGF was followed in hippocampus, frontal cortex and retina.\n"
    ),
}
"""By what they hold: a text in which nothing is wrong."""

UNSURE = {
    "what another paper says does not make it what the cited study found": (
        "Muresanu et al. (2016) found that Cerebrolysin had no effect in ischaemic stroke, treated from 24 to 72 h."
    ),
    "two numbers that are set against each other do not stand where one is another's": (
        "Gibson et al. (2016) report of Elamipretide: CK-MB 16711 v 5785 ng h/mL, not significant."
    ),
}
"""By what they hold: a text that cites a paper, and of whose words none is right."""


@pytest.fixture(scope="module")
def told(bundled: Dataset) -> Told:
    return told_of(bundled, {**{rule: text for rule, (text, *_) in FOUND.items()}, **RIGHT, **UNSURE})


@pytest.mark.parametrize("rule", FOUND)
def test_what_is_said_of_a_cited_study_is_held_to_it(told: Told, rule: str) -> None:
    assert holds(told[rule], FOUND[rule]), told[rule]


@pytest.mark.parametrize("rule", RIGHT)
def test_what_is_right_of_a_cited_study_is_not_told_wrong(told: Told, rule: str) -> None:
    assert not [found for found in told[rule] if found[1] in PROBLEMS]


@pytest.mark.parametrize("rule", UNSURE)
def test_what_a_cited_study_does_not_say_is_not_let_stand(told: Told, rule: str) -> None:
    assert {found[0] for found in told[rule] if found[1] == "matches"} == {"citation"}


def test_what_the_dataset_says_was_not_traced_is_not_said_to_be(bundled: Dataset) -> None:
    text = "Not traced for Semax: neurite outgrowth, ERK or Akt phosphorylation in culture."
    assert not told_of(bundled, {"page": text})["page"]


def test_a_sentence_of_the_dataset_on_one_compound_is_none_on_another(bundled: Dataset) -> None:
    text = bundled.compounds["davunetide"].claims[0].text
    verbatim = Verbatim(bundled)
    (sentence,) = sentences_of(parse("page.md", text.encode()), [()], lambda _: None)
    assert verbatim.holds(sentence._replace(compounds=("davunetide",)), ())
    assert verbatim.holds(sentence._replace(compounds=()), ("davunetide",))
    assert not verbatim.holds(sentence._replace(compounds=("noopept",)), ("davunetide",))


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        (
            "Monthly injections from three months of age did not change the mean life span of 54 female patients "
            "beside 54 controls (Anisimov et al., 2003).",
            "54 female patients",
        ),
        (
            "With both extracts deaths were 2.5 times fewer, and 2.0 times where both were given every year for six "
            "years (Khavinson & Morozov, 2003).",
            "2.0 times",
        ),
        (
            "NAP bound preferentially to three-repeat tau from human brain and, in cells poisoned with zinc, brought "
            "more three-repeat than four-repeat human tau to microtubules (Ivashko-Pachima et al., 2019).",
            "human brain",
        ),
    ],
)
def test_what_a_copied_sentence_changes_does_not_stand(bundled: Dataset, text: str, changed: str) -> None:
    found = told_of(bundled, {"page": text})["page"]
    assert [verdict for kind, verdict, *_ in found if kind == "citation"] == ["matches"]
    assert not [of for _, verdict, of, _ in found if verdict == "matches" and changed in of]
