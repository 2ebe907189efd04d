"""Statements that circulate are known in words, orders and languages in which they were never met."""

from __future__ import annotations

import pytest

from audited import states
from peptidecli.audit.auditor import Auditor
from peptidecli.dataset.dataset import Dataset


@pytest.mark.parametrize(
    ("name", "statement", "text"),
    [
        ("DSIP", "dsip-lowers-cortisol", "At bedtime it cuts the release of cortisol in half."),
        ("DSIP", "dsip-lowers-cortisol", "Der Wirkstoff verringert das Kortisol am Abend."),
        ("DSIP", "dsip-melatonin-gaba", "It acts through GABA and boosts the melatonin of the night."),
        ("DSIP", "dsip-never-registered", "Nirgends und niemals wurde DSIP als Arzneimittel zugelassen."),
        ("DSIP", "dsip-synthesised-1990s", "El compuesto se sintetizó en los años noventa."),
        ("DSIP", "dsip-synthesised-1990s", "Clinics give it against the withdrawal from euthylone."),
        ("Epitalon", "epitalon-agag", "Its four residues read Ala-Gly-Ala-Gly."),
        ("Epitalon", "epitalon-is-epithalamin", "Synonyms: Epithalamin, Epithalone"),
        ("Epitalon", "epitalon-is-epithalamin", "Die Substanz Epitalon, auch Epithalamin genannt, hat vier Reste."),
        ("Epitalon", "epitalon-mean-life-mice", "Treated mice had a 13% longer average life."),
        ("Epitalon", "epitalon-mortality-266", "Among 266 pensioners half as many died on Epitalon."),
        ("Epitalon", "epitalon-mortality-266", "Epitalon reduziert die Sterblichkeit bei älteren Menschen."),
        ("Epitalon", "epitalon-safe-20-years", "Two decades of use in Russian patients prove that it is safe."),
        ("Epitalon", "epitalon-telomerase-proven-in-people", "In trials telomeres of elderly volunteers grew."),
        ("Noopept", "noopept-injury-stroke-trials", "RCT after stroke: Ostrovskaya, 2012"),
        ("P21", "p21-eleven-residues", "P21 is built of eleven amino acids."),
        ("P21", "p21-eleven-residues", "P21 : VGDGGLFEKKL"),
        ("Pinealon", "pinealon-pineal-melatonin", "Il peptide agisce sull'epifisi e aumenta la melatonina."),
        ("Pinealon", "pinealon-pineal-melatonin", "A short peptide that targets the pineal gland."),
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
        ("DSIP", "dsip-lowers-cortisol", "It eases sleep onset, lowers nothing of note and left cortisol unchanged."),
        ("DSIP", "dsip-lowers-cortisol", "It lowers ACTH for hours, whereas the rhythm of cortisol stays."),
        ("DSIP", "dsip-lowers-cortisol", "Several vendors claim that it lowers cortisol."),
        ("DSIP", "dsip-lowers-cortisol", "Potrebbe ridurre il cortisolo della sera."),
        ("DSIP", "dsip-melatonin-gaba", "Melatonin acts through MT1 and MT2 receptors, DSIP by a way unknown."),
        ("DSIP", "dsip-never-registered", "The FDA never approved DSIP."),
        ("DSIP", "dsip-never-registered", "Deltaran is the only medicine with DSIP that was ever registered."),
        ("DSIP", "dsip-synthesised-1990s", "Trials of DSIP went on until the 1990s."),
        ("Epitalon", "epitalon-agag", "Epitalon is AEDG and never was AGAG."),
        ("Epitalon", "epitalon-is-epithalamin", "Epitalon, also known as Epithalon, was modelled on Epithalamin."),
        ("Epithalamin", "epitalon-is-epithalamin", "The tetrapeptide was derived from Epithalamin, an extract."),
        ("Epitalon", "epitalon-mean-life-mice", "The last survivors of the mice lived 13% longer, not the mean."),
        ("Epithalamin", "epitalon-mortality-266", "Epithalamin lowered mortality in 266 elderly people."),
        ("Epitalon", "epitalon-mortality-266", "The 266 people, of whom fewer died, had the bovine extract."),
        ("Epitalon", "epitalon-safe-20-years", "Whether it is safe over 20 years in patients is unknown."),
        ("Epitalon", "epitalon-telomerase-proven-in-people", "Telomeres grew in human cells given Epitalon."),
        (
            "Epitalon",
            "epitalon-telomerase-proven-in-people",
            "The evidence is of cells, flies and mice, and of one group in the main. It does not have large,\n"
            "independent trials that show slower ageing, a longer life, better sleep, fewer tumours in old age\n"
            "or reliable growth of telomeres in people.",
        ),
        ("P21", "p21-eleven-residues", "P21 was shortened from eleven residues to four."),
        ("P21", "p21-eleven-residues", "Mice had P21 for eleven months."),
        ("Pinealon", "pinealon-pineal-melatonin", "Pinealon is studied for ageing, and pineal regulation in models."),
    ],
)
def test_what_is_hedged_denied_or_of_another_is_not_told(
    auditor: Auditor, bundled: Dataset, name: str, statement: str, text: str
) -> None:
    """A true sentence with the same words is not taken for the statement."""
    assert not states(auditor, bundled, name, text, statement)
