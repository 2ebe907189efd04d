"""Statements on Semax, Selank, Cerebrolysin, Cortexin, dihexa and davunetide are known in words never met before."""

from __future__ import annotations

import pytest

from audited import states
from peptidecli.audit.auditor import Auditor
from peptidecli.dataset.dataset import Dataset


@pytest.mark.parametrize(
    ("name", "statement", "text"),
    [
        ("Cerebrolysin", "cerebrolysin-contains-neurotrophins", "Every vial comprises GDNF and BDNF of the pig."),
        ("Cerebrolysin", "cerebrolysin-contains-neurotrophins", "El preparado incluye NGF y BDNF."),
        ("Cortexin", "cortexin-dopamine", "In tired people it lifts dopamine within a week."),
        ("Cortexin", "cortexin-dopamine", "A substância aumenta a dopamina do córtex."),
        ("Cortexin", "cortexin-no-placebo-trial", "It was never once set against a placebo."),
        ("Cortexin", "cortexin-raises-bdnf-ngf", "Die Spritzen erhöhen BDNF im Gehirn."),
        (
            "Davunetide",
            "davunetide-first-to-improve-memory",
            "No earlier tau-tangle drug did so: the first memory gain.",
        ),
        ("Dihexa", "dihexa-donepezil", "Old rats did better on it than on Aricept."),
        ("Dihexa", "dihexa-hexapeptide", "Eine Kette aus sechs Aminosäuren, das Peptid Dihexa."),
        ("Dihexa", "dihexa-hgf-fact", "The molecule engages hepatocyte growth factor and so awakens synapses."),
        ("Dihexa", "dihexa-ten-million-bdnf", "BDNF ist zehn Millionen Mal schwächer."),
        (
            "Selank",
            "selank-multicentre-double-blind",
            "Several centres joined one blind comparison: multicentre trial.",
        ),
        ("Semax", "semax-adhd-children", "Bei Kindern mit ADHS zeigte eine Studie bessere Konzentration."),
        ("Semax", "semax-bdnf-1-6-fold", "Within a day the BDNF of the hippocampus had grown 1.6-fold."),
        ("Semax", "semax-cerebral-blood-flow", "Пептид ускоряет кровоток: мозг получает больше, перфузия усиливается."),
        ("Semax", "semax-nf-kb", "It shuts off NF-κB in glia."),
        ("Semax", "semax-nrf2", "Der Wirkstoff schaltet über Nrf2 die Abwehr ein und aktiviert Enzyme."),
        ("Semax", "semax-raises-striatal-dopamine", "One spray boosts dopamine for hours."),
        ("Semax", "semax-registered-ukraine", "Licensed in Ukraine since the nineties"),
        ("Semax", "semax-retains-acth-4-10", "Semax retains ACTH(4-10) and adds a tail."),
    ],
)
def test_a_statement_is_known_in_other_words(
    auditor: Auditor, bundled: Dataset, name: str, statement: str, text: str
) -> None:
    """What circulates is found in a sentence that the dataset does not have."""
    assert states(auditor, bundled, name, text, statement)


@pytest.mark.parametrize(
    ("name", "statement", "text"),
    [
        ("Cerebrolysin", "cerebrolysin-contains-neurotrophins", "Its peptides imitate and mimic NGF and BDNF."),
        ("Cerebrolysin", "cerebrolysin-contains-neurotrophins", "A porcine brain-derived neurotrophic mixture."),
        ("Cortexin", "cortexin-dopamine", "A rise of dopamine was not looked for."),
        ("Cortexin", "cortexin-no-placebo-trial", "No large placebo-controlled trial in English exists."),
        ("Davunetide", "davunetide-phase-2-proved", "In phase 2 it improved one test of memory, a secondary one."),
        ("Davunetide", "davunetide-phase-2-proved", "In mice with tangles it improved memory, and phase 2 began."),
        ("Dihexa", "dihexa-donepezil", "Whether it outperforms donepezil was never tested."),
        ("Dihexa", "dihexa-hexapeptide", "It was cut down from angiotensin IV, a hexapeptide."),
        ("Dihexa", "dihexa-hgf-fact", "It was reported to bind hepatocyte growth factor."),
        ("Dihexa", "dihexa-hgf-fact", "HGF activates its receptor c-Met and is made in the liver."),
        (
            "Dihexa",
            "dihexa-ten-million-bdnf",
            "It was never held beside BDNF, ten million times or not.",
        ),
        ("Semax", "semax-bdnf-1-6-fold", "BDNF rose 1.4-fold and the phosphorylation of trkB 1.6-fold."),
        (
            "Semax",
            "semax-cerebral-blood-flow",
            "It is given for disorders of cerebral circulation and improves speech.",
        ),
        ("Semax", "semax-contains-selank", "The stack combines Semax with Selank as active ingredients."),
        ("Semax", "semax-half-life-20-minutes", "Half-life: a few minutes; effects appear within 20 minutes."),
        ("Semax", "semax-infarct-size-trials", "In rats the infarct was smaller after occlusion."),
        ("Semax", "semax-nf-kb", "Whether it blocks NF-κB is unknown."),
        ("Semax", "semax-raises-striatal-dopamine", "Before amphetamine it raised the peak of dopamine."),
        ("Semax", "semax-raises-striatal-dopamine", "It activates dopaminergic systems of the brain in rodents."),
        ("Semax", "semax-registered-ukraine", "It is not registered in Ukraine."),
        ("Semax", "semax-retains-acth-4-10", "Semax is an analogue of ACTH(4-10) and contains residues 4-7."),
    ],
)
def test_what_is_denied_hedged_or_of_another_is_not_the_statement(
    auditor: Auditor, bundled: Dataset, name: str, statement: str, text: str
) -> None:
    """A sentence in the words of a statement that says something else is not taken for it."""
    assert not states(auditor, bundled, name, text, statement)
