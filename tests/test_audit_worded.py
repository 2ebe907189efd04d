"""Statements that circulate, told by groups of words in any order and language, and what only looks like one."""

from __future__ import annotations

import pytest

from peptidecli.audit import audit, parse
from peptidecli.dataset.dataset import Dataset

WRONG = {"differs", "untraced", "misattributed", "retracted"}
BPC_157 = {
    "Phase II in colitis is finished.": "bpc-157-completed-phase-2",
    "Die Phase 2 bei Morbus Crohn ist beendet.": "bpc-157-completed-phase-2",
    "Hamstring tears mended 27% sooner than under placebo.": "bpc-157-hamstring-results",
    "A lesão dos isquiotibiais melhorou mais rápido no ensaio clínico.": "bpc-157-hamstring-results",
    "Twenty-four adults had an infusion of it or of placebo.": "bpc-157-iv-placebo-24",
    "Dopo il voto del comitato la preparazione è di nuovo legale.": "bpc-157-legal-since-vote",
    "After the PCAC vote pharmacies may legally prepare it.": "bpc-157-legal-since-vote",
    "Volunteers with multiple sclerosis get it in a clinical trial.": "bpc-157-multiple-sclerosis-trial",
    "Клинические испытания идут и при рассеянном склерозе.": "bpc-157-multiple-sclerosis-trial",
    "WADA has dropped it from its list: not prohibited any more.": "bpc-157-not-on-wada",
    "Das Dopingverbot galt nur vorübergehend.": "bpc-157-not-on-wada",
    "Every study of stomach ulcers was done by one Croatian group.": "bpc-157-only-zagreb",
    "Torn rotator cuffs recover at twice the speed, with faster healing.": "bpc-157-rotator-cuff",
    "Der Riss der Rotatorenmanschette heilt schneller.": "bpc-157-rotator-cuff",
}
ELAMIPRETIDE = {
    "FDA approval proves that it slows ageing.": "elamipretide-approval-proves",
    "La aprobación demuestra que da energía y frena el envejecimiento.": "elamipretide-approval-proves",
    "People with Barth syndrome walked farther on it than on placebo.": "elamipretide-helps-barth-walk",
    "Bei Barth-Syndrom war die Gehstrecke verbessert.": "elamipretide-helps-barth-walk",
    "In mitochondrial myopathy it improves the six-minute walk.": "elamipretide-helps-pmm",
    "Les autorités des États-Unis: aucune autorisation.": "elamipretide-not-approved",
}
THYMOSINS = {
    "Thymosin alpha-1: fewer people die of septic shock.": "ta1-cuts-sepsis-deaths",
    "Thymosin alpha-1 senkt die Sterblichkeit bei Sepsis.": "ta1-cuts-sepsis-deaths",
    "TB-500, auch Thymosin Beta-4 genannt, wird gespritzt.": "tb-500-is-thymosin-beta-4",
    "TB-500 eye drops helped patients with corneal ulcers.": "tb-500-tested-in-people",
    "Thymosin beta-4 drops: the phase 3 trial in the cornea was a success.": "tb4-phase-3-success",
    "Тимозин бета-4: исследование III фазы глазных капель прошло успешно.": "tb4-phase-3-success",
}
HOLDS = {
    "a trial that goes on": "BPC-157: a phase II trial in hamstring strain, placebo-controlled, is recruiting.",
    "a trial that was not finished": "BPC-157 has not completed phase II in colitis.",
    "another phase": "BPC-157: a phase I enema study in healthy people was completed.",
    "two people without placebo": "BPC-157: two adults had an infusion, without placebo.",
    "a vote that only advises": "BPC-157: the committee's vote is non-binding and does not make compounding legal.",
    "mice with the disease": "BPC-157 helped rats in a model of multiple sclerosis.",
    "what WADA lists": "BPC-157 is named by WADA under S0 and remains prohibited.",
    "most of the work": "BPC-157: most studies of the gut come from Zagreb.",
    "a cuff in rats": "BPC-157: rotator cuff healing was faster in a rat model.",
    "what the approval is for": "Elamipretide is FDA-approved to improve muscle strength in Barth syndrome.",
    "an open extension": "Elamipretide: in the open extension people with Barth syndrome walked farther.",
    "a trial that found nothing": "Elamipretide: in mitochondrial myopathy the six-minute walk was no better.",
    "what small trials came to": "Thymosin alpha-1: a meta-analysis of small trials found fewer deaths from sepsis.",
    "the protein itself": "Thymosin beta-4 has 43 amino acids and was given to healthy volunteers.",
    "a fragment of it": "TB-500 is a fragment of thymosin beta-4, which has 43 amino acids.",
    "an endpoint that was missed": "Thymosin beta-4: the phase III trial in the cornea missed its primary endpoint.",
}


def _wrong(dataset: Dataset, text: str) -> list[str]:
    found = audit(dataset, [parse("a.md", text.encode())]).findings
    return [finding.detail or "" for finding in found if finding.verdict in WRONG]


@pytest.mark.parametrize(("text", "statement"), (BPC_157 | ELAMIPRETIDE | THYMOSINS).items())
def test_a_statement_is_told_in_any_words(bundled: Dataset, text: str, statement: str) -> None:
    heading = "BPC-157" if text in BPC_157 else "Elamipretide" if text in ELAMIPRETIDE else "Notes"
    wrong = _wrong(bundled, f"# {heading}\n\n{text}\n")
    assert any(bundled.statements[statement].text in detail for detail in wrong), wrong


@pytest.mark.parametrize("text", HOLDS.values(), ids=HOLDS)
def test_what_only_looks_like_a_statement_is_not_told(bundled: Dataset, text: str) -> None:
    assert not _wrong(bundled, f"{text}\n")
