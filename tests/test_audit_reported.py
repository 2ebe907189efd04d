"""What a page reports and does not say itself, how far a denial reaches, and what is said of something else."""

from __future__ import annotations

import pytest

from audited import Told, told_of
from peptidecli.dataset.dataset import Dataset

WRONG = {"differs", "untraced", "misattributed", "retracted"}
REPORTED = {
    "a question of a record that is answered with no": '{ q: "Is Selank FDA-approved?", a: <>No. It never was.</> },',
    "a line called false below it": "“Semax is FDA-approved.”\nFalse [4]\n",
    "a sentence denied by the next": (
        'It is told that Dihexa "outperformed donepezil" in rats. This comparison does not appear in any paper.'
    ),
    "a myth in Russian": "Миф 2: Селанк одобрен FDA.",
    "a column of what sellers claim": (
        "| Vendor claim | What papers hold |\n|---|---|\n| Human trials demonstrate TB-500 works. | None was done. |\n"
    ),
    "a position of others": "**Position A, held by sellers.** Human trials establish that TB-500 is effective.",
    "what sites make it look like": "Some shops are framing it as if the FDA approved Semax.",
    "approval elsewhere presented as one here": "Shops present a foreign licence as though Selank had FDA approval.",
    "another's words taken back": (
        "A review states that BPC-157 is not listed as banned by the WADA - this appears to reflect an older list."
    ),
}
SAID = {
    "a question that the record answers with yes": '{ q: "Is Selank FDA-approved?", a: "Yes, since 2009." },',
    "a sentence beside a false one": "“Semax is FDA-approved.”\nThat was the year 2009.\n",
    "a column of what is known": (
        "| Fact | Source |\n|---|---|\n| Human trials demonstrate TB-500 works. | None was given. |\n"
    ),
    "a sentence with no side effects behind it": "Semax is FDA-approved. No side effects are known.",
    "what an author holds": "One review states that Semax is FDA-approved.",
}
REACH = {
    "a denial of the places behind it": "Cortexin is marketed in Russia, with few papers and no FDA or EMA approval.",
    "what came of trials": "Those trials of elamipretide did not lead to an FDA approval.",
    "a negative trial": "Phase 3 of SS-31 in primary mitochondrial myopathy was negative on walking and fatigue.",
    "what an agency looks at": "Semax is a compounded peptide being evaluated by the FDA.",
    "an abstract that names no country": (
        "The authors call Semax useful; that is not a regulatory approval, and the abstract names no country."
    ),
    "how long cells divide": "Epitalon acted on fibroblasts, extending replicative lifespan by 60%.",
    "the mass of another form": "# TB-500\n\n- Molecular weight: 847.0 Da (unacetylated LKKTETQ)\n",
    "the residues of the parent": "# Dihexa\n\nIt is a small hexapeptide derivative with two caps.\n",
    "what is in balance": "# Semax\n\n- Supports dopamine and serotonin balance\n",
    "what is studied": "# TB-500\n\nIt is popular in laboratories studying tissue repair, wound healing and growth.\n",
    "a list of bulk substances": "The FDA put BPC-157 on the compounding prohibited list in 2024.",
    "numbers of a program": "# Semax\n\n{[1, 2, 3, 4, 5].map(i => <Star key={i} />)}\n",
}
REACHED = {
    "a denial of the place before it": "In Russia Noopept is not approved.",
    "a life span of animals": "Epitalon extended the lifespan of fruit flies by 60%.",
    "the mass of the form that is held": "# TB-500\n\n- Molecular weight: 847.0 Da (acetylated)\n",
    "the residues of the compound": "# Dihexa\n\nIt is a small hexapeptide with two caps.\n",
    "a thing that is raised": "# Semax\n\n- Raises dopamine in the brain\n",
}
FAULTS = {
    "a synthetic version of a protein": "TB-500 is a synthetic version of a naturally occurring protein of cells.",
    "a record described as another compound": (
        '{ name: "TB-500", slug: "tb-500", description: "Timosina Beta-4 para cicatrização.", price: 40 },'
    ),
    "cortisol in German": "# DSIP\n\n- Unterdrückung des Kortisol-Anstiegs am Abend\n",
    "a medicine called none": "# SS-31\n\nIt is studied in Barth syndrome and is not yet an approved drug.\n",
}
NO_FAULTS = {
    "a synthetic version of a fragment": "TB-500 is a synthetic version of a naturally occurring protein fragment.",
    "a record described as a fragment": '{ name: "TB-500", description: "Timosina Beta-4 fragmento para atletas." },',
    "cortisol denied in German": "# DSIP\n\n- Kortisol wird nicht unterdrückt\n",
    "a medicine that was none": "# SS-31\n\nIn 2023 it was not yet an approved drug.\n",
    "a medicine that is none for another illness": "# SS-31\n\nIt is not an approved drug for heart failure.\n",
}
UNMATCHED = {
    "a country where something was published": "One study of Noopept, originally published in Russian, was in rats.",
    "a country of approval": "Selank was approved in Russia in 2009 for illness of vascular origin.",
    "what is created of it": "Most papers on Epitalon are in Russian journals, creating doubt.",
    "pathways from the pineal": "Epitalon works by signalling pathways originating in the pineal gland.",
    "harm in people by cells": "# TB-500\n\n- No significant adverse events\n",
    "people by mice": "In persons with cognitive disorder Noopept, in an open study, improved memory.",
    "what nobody measured": "# Epitalon\n\nTelomere elongation was not quantified.\n",
    "a fear by its opposite": "# Epitalon\n\nIt could promote tumour growth and malignancy in mice.\n",
    "what one is interested in": "# Dihexa\n\nFor those interested in cognitive enhancement there is nothing.\n",
    "what all need": "# DSIP\n\nThere is something that we all need: better sleep.\n",
    "recovery as a noun": "Cerebrolysin is given for stroke recovery, brain injury and cognitive decline.",
}
MATCHED = {
    "a maker in a country": "Selank was developed in Russia.",
    "a country beside its origin": "Selank is a peptide of Russian origin.",
    "an effect that is more than one": "Epitalon does not just activate telomerase.",
    "recovery from a thing": "# BPC-157\n\n- Faster recovery from sciatic nerve injury in rats\n",
    "telomeres by telomerase": "Epitalon activates telomerase and extends telomeres.",
}


@pytest.fixture(scope="module")
def told(bundled: Dataset) -> Told:
    return told_of(bundled, REPORTED | SAID | REACH | REACHED | FAULTS | NO_FAULTS | UNMATCHED | MATCHED)


def right(found: list[tuple[str, str, str, str]]) -> list[str]:
    """Return what is said of the statements that match, of registers and of what fits in part aside."""
    matching = [detail for kind, verdict, _, detail in found if (kind, verdict) == ("statement", "matches")]
    return [detail for detail in matching if "registered" not in detail]


@pytest.mark.parametrize("name", [*REPORTED, *REACH, *NO_FAULTS])
def test_what_a_page_does_not_say_itself_is_not_counted_against_it(name: str, told: Told) -> None:
    """Of what is asked, put down to others, denied, or said of something else, nothing is called wrong."""
    assert not [one for one in told[name] if one[1] in WRONG]


@pytest.mark.parametrize("name", [*SAID, *REACHED, *FAULTS])
def test_what_a_page_says_itself_is(name: str, told: Told) -> None:
    """The same words as the page's own, of the compound itself, are held against the dataset."""
    assert [one for one in told[name] if one[1] in WRONG]


@pytest.mark.parametrize("name", UNMATCHED)
def test_what_fits_by_its_words_alone_is_no_match(name: str, told: Told) -> None:
    """Words that say something else than the sentence of the dataset that has them are not called right."""
    assert not right(told[name])


@pytest.mark.parametrize("name", MATCHED)
def test_what_says_the_same_is(name: str, told: Told) -> None:
    """What says the same of the same compound is called right, and not by a sentence that denies it."""
    assert right(told[name])
    assert not any("not by telomerase" in detail for detail in right(told[name]))
