"""Statements that circulate in other words, papers given field by field, and what is no fault."""

from __future__ import annotations

import pytest

from peptidecli.audit import PROBLEMS, audit, parse
from peptidecli.dataset.dataset import Dataset

WRONG = {"differs", "untraced", "misattributed", "retracted"}
SAID = {
    "a potency in other numbers": "Dihexa is 10,000,000× stronger than BDNF.",
    "a potency in orders of magnitude": "Dihexa's effects exceed those of BDNF by orders of magnitude.",
    "a potency in Portuguese": "Dihexa tem potência 10 milhões de vezes maior que o BDNF.",
    "a mechanism as a noun": "Mechanism of dihexa: HGF/c-Met activation.",
    "a mechanism in Spanish": "Dihexa actúa sobre el receptor c-Met.",
    "a hormone in Portuguese": "DSIP reduz níveis de cortisol.",
    "a hormone in the passive": "Cortisol levels are reduced by DSIP.",
    "what a mixture is made of": "Cerebrolysin is a blend of neurotrophins (BDNF, NGF, CNTF).",
    "a trial in few words": "TB-500 was safe in healthy volunteers.",
    "a count of people": "Human data: n=266, Epitalon, mortality lower.",
    "deaths under the name": "# Epitalon\n\n- Reduced mortality in older people\n",
    "deaths of elderly people": "In elderly patients Epitalon lowered mortality over twelve years.",
    "telomeres in Portuguese": "Epitalon alonga os telômeros em pacientes idosos.",
    "a factor under a label": "# Semax\n\n- NF-κB suppression: less inflammation\n",
    "a relative above its compound": "N-Acetyl Semax is more potent than regular Semax.",
    "deaths in sepsis": "Thymosin alpha-1 improves survival in severe sepsis.",
    "a walk in Spanish": "Elamipretida mejoró la caminata de 6 minutos en el síndrome de Barth.",
    "a hormone in Czech": "DSIP snižuje hladinu kortizolu.",
    "a hormone in Arabic": "يقلل DSIP من مستوى الكورتيزول",
    "better than a drug": "Dihexa is superior to donepezil.",
    "a half-life that nobody measured": "# Pinealon\n\nHalf-life ~24h\n",
    "votes in brackets": "The FDA committee recommended Semax (8-5) and Epitalon (9-2) for the 503A list.",
    "trials of a design": "Randomized controlled trials have shown that BPC-157 heals tendons in patients.",
    "a phase that nobody was in": "Dihexa has entered Phase I trials.",
    "nature": "TB-500 is a naturally occurring peptide.",
    "an animal": "Epitalon is extracted from the pineal gland of calves.",
    "another's country": "BPC-157 was developed in Russia.",
    "another's maker": "Semax was created by Khavinson.",
    "another compound as its source": "P21 is derived from Cerebrolysin.",
    "a first outcome that was null": (
        "## Heiss et al. (2012), CASTA\n\nShowed improvements in motor function with Cerebrolysin.\n"
    ),
    "a result in a record": (
        "title: 'Cerebrolysin in patients with acute ischemic stroke in Asia: results of a double-blind, "
        "placebo-controlled randomized trial',\npmid: '22282884',\nresult: 'Significant improvement',\n"
    ),
    "subjects under a label": "## Heiss et al. (2012), Cerebrolysin\n\n- Participants: 2500\n",
    "how long, under a label": "## Heiss et al. (2012), Cerebrolysin\n\n- Duration: 31 days\n",
    "how long, in Portuguese": "O estudo de Heiss et al. (2012) tratou pacientes com Cerebrolysin durante 31 dias.",
}
HELD = {
    "a denial": "Dihexa does not bind HGF.",
    "a claim that has no source": "The claim that dihexa is ten million times more potent than BDNF has no source.",
    "what another compound does": "Epitalon restored melatonin; Pinealon was tested in rats.",
    "what is unknown": "Whether dihexa acts on c-Met is unknown.",
    "what it is like": "Cerebrolysin mimics the action of BDNF, NGF and CNTF.",
    "a kind of complaint": "DSIP reduces cortisol-driven insomnia.",
    "what was given beside": "Cortexin was given together with drugs that raise BDNF.",
    "a question in a record": 'q: "Is Semax FDA-approved?",',
    "a myth in a table": "| Statement | Status |\n|---|---|\n| BPC-157 is FDA-approved. | False |",
    "what carries weight nowhere": "Semax: registration in Russia carries no legal weight in any other country.",
    "a source and what was made after it": "Epithalamin, the model of Epitalon, lowered mortality in the elderly.",
    "deaths of mice": "Epitalon reduced mortality of mice.",
    "what is left as it was": "DSIP lowered ACTH and left cortisol as it was.",
    "what small trials came to": "A meta-analysis found lower mortality in sepsis with thymosin alpha-1.",
    "a relative that lasts longer": "N-acetyl Semax is three times more stable than Semax.",
    "a trial that is to come": "A randomized, placebo-controlled trial of BPC-157 in hamstring strain is recruiting.",
    "a trial in rats": "In a randomized controlled study in rats BPC-157 improved healing.",
    "the phase of a registered trial": "Thymosin β4 is in a phase 2 trial.",
    "residues in brackets": "It is recommended to look at Semax (4-7) fragments.",
    "a protein that occurs in nature": "TB-500 is a synthetic fragment of a naturally occurring protein.",
    "a country where it was studied": "Dihexa was tested in Russia.",
    "a half-life in rats": "In rats the half-life of TB-500 is 2 hours.",
    "a part of the patients": (
        "## Heiss et al. (2012), CASTA\n\nResult: the severe subgroup improved with Cerebrolysin.\n"
    ),
    "what a study was to show": "Heiss et al. (2012) set out to show the efficacy of Cerebrolysin.",
    "a title": "A Randomized, Double-Blind, Placebo-Controlled Phase 2 Trial of BPC-157 Showing Efficacy in Strain",
    "a denial in Spanish": "BPC-157 no está aprobado por la FDA.",
    "a denial in Italian": "BPC-157 non è approvato dalla FDA.",
    "a trend": "SS-31 showed trends in improved walking and fatigue in primary mitochondrial myopathy.",
    "another spelling of a title": (
        "Eremin KO et al. (2005). Semax, an ACTH(4-10) analogue with nootropic properties, activates dopaminergic and "
        "serotonergic brain systems in rodents. Neurochemical Research."
    ),
    "a title without its beginning, by its number": (
        "title: 'BPC 157 and Wound Healing',\nauthors: 'Seiwerth S, et al.',\njournal: 'Frontiers in Pharmacology',\n"
        "year: 2021,\ndoi: '10.3389/fphar.2021.627533',\n"
    ),
    "a title that only tells what a paper is about": (
        "title: 'Semax and BDNF in the hippocampus of rats',\nauthors: 'Dolotov OV, et al.',\n"
        "journal: 'Brain Research',\n"
        "year: 2006,\npmid: '16996037',\n"
    ),
}


def wrong(data: Dataset, text: str) -> list[str]:
    return [f.detail for f in audit(data, [parse("page.md", text.encode())]).findings if f.verdict in WRONG]


@pytest.mark.parametrize("text", SAID.values(), ids=SAID)
def test_what_circulates_is_met_in_other_words(bundled: Dataset, text: str) -> None:
    assert wrong(bundled, text)


@pytest.mark.parametrize("text", HELD.values(), ids=HELD)
def test_what_is_no_fault_is_not_called_one(bundled: Dataset, text: str) -> None:
    assert not wrong(bundled, text)


def test_a_paper_given_field_by_field_is_held_field_by_field(bundled: Dataset) -> None:
    text = (
        "title: Elamipretide in Patients with Barth Syndrome\nauthors: Thompson WR, Manuel R, et al.\n"
        "journal: Circulation: Heart Failure\nyear: 2021\npubmedId: 34433275\n"
    )
    found = audit(bundled, [parse("page.md", text.encode())]).findings
    assert any(f.line == 3 and f.verdict == "differs" and "Genetics in Medicine" in f.detail for f in found)
    assert any(f.line == 5 and f.verdict == "differs" and "33077895" in f.detail for f in found)


@pytest.mark.parametrize(
    "text",
    [
        "# Thymosin alpha-1\n\nTESTS trial. Groups: N=542 thymosin α1 (1.6 mg under the skin). N=547 placebo.\n",
        "# BPC-157 FDA status: approval, legal status, risks\n",
        "# Semax\n\n| Para | Visto | Nivel |\n|---|---|---|\n| BDNF | Semax lo aumenta en rata | Solo animales |\n",
        "# Elamipretide\n\nIn Barth syndrome trials (TAZPOWER) 8 people showed an average improvement of 96.1 m in the "
        "6-minute walk over 168 weeks.\n",
        "# Semax\n\nVendors say that Semax is registered in Ukraine.\n",
        "# Semax\n\nПродавцы утверждают, что Семакс зарегистрирован на Украине.\n",
        "# Semax\n\nIs the molecular weight of Semax 887.04 Da?\n",
        "# Semax\n\nThe CAS number of Semax is not 4037-01-8.\n",
        "# Semax\n\nМолярная масса N-ацетил Семакса 855,96 г/моль.\n",
        "# Semax\n\nThe amidate weighs 854.97 g/mol.\n",
        "# Epitalon\n\nNingún ensayo clínico ha medido la longitud de los telómeros en personas.\n",
        "# Cortexin\n\nRegular exercise raises BDNF after a stroke.\n",
        "# Dihexa\n\nThat Dihexa works through c-Met rests on images that were falsified.\n",
    ],
)
def test_what_is_a_part_anothers_word_asked_denied_or_of_something_else_is_not_called_wrong(
    bundled: Dataset, text: str
) -> None:
    found = audit(bundled, [parse("a.md", text.encode())]).findings
    assert not [finding for finding in found if finding.verdict in PROBLEMS]
