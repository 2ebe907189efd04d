"""Statements that circulate in other words, papers given field by field, and what is no fault."""

from __future__ import annotations

import pytest

from peptidecli.audit import audit, parse
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
