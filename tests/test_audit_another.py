"""`peptide audit`: what a page says of another thing, another form or another paper is not held against a compound.

Beside each stands what is near it and is still told.
"""

from __future__ import annotations

import json

import pytest

from audited import Told, told_of
from peptidecli.audit import audit, parse
from peptidecli.dataset.dataset import Dataset

WRONG = {"differs", "untraced", "misattributed", "retracted"}
COLIVELIN = "".join(f"\n\nColivelin, in study {n}, kept nerve cells alive." for n in "abcdef")

OF_ANOTHER = {
    "a page on another thing by its title": (
        f"# Colivelin Peptide: A Guide\n\nSS-31 is a companion.{COLIVELIN}\n\n"
        "## Safety\n\nThere is no approval of it by the FDA.\n"
    ),
    "a line on another substance": "# DSIP\n\nIt is given for sleep.\n\n- Apigenin - works by GABA and melatonin.\n",
    "what a part of the body does": "# Pinealon\n\nThe pineal gland produces melatonin, the hormone of sleep.\n",
    "what a receptor does": "# Dihexa\n\nThe c-Met receptor, when activated by HGF, makes synapses grow.\n",
    "the parent of a compound": "# Thymosin beta-4\n\nThe full-length 43-amino acid parent protein of TB-500.\n",
    "a thing set against it with its address": (
        "Compared with SS-31 elamipretide (/peptides/ss-31-elamipretide), Epitalon has no FDA-approved product."
    ),
    "others set against it": (
        "Unlike most peptides that exist only in animal studies, thymosin alpha-1 was given to people in trials."
    ),
    "the first of several in a row": (
        "GHK-Cu is mild and is FDA-approved in creams, LL-37 is a natural antibiotic, BPC-157 is taken for the gut."
    ),
    "another on the list of doping": "WADA difference: TB-500 banned; GHK-Cu not banned",
    "a step of a scale": "# BPC-157\n\nSafety: 1 (FDA-approved), 2 (human trials), 3 (animals only)\n",
    "an approval taken back": "# Thymosin alpha-1\n\nFDA-approved in the US - compounded, but no US approval exists\n",
    "the formula of the whole protein": (
        "# TB-500\n\n| Formula | C212H350N56O78S (full protein) |\n|---|---|\n| CAS | 77591-33-4 (thymosin beta-4) |\n"
    ),
    "the mass of an uncapped chain": "TB-500 weighs 889 g/mol, unlike LKKTETQ unacetylated MW 847.0 Da.",
    "a part as the subject": "Ac-SDKP connects the TB-500 and the ACE inhibitor stories.",
    "how long it is stable": "# BPC-157\n\nHalf-life: stable in gastric juice for 24 hours\n",
    "another sort of animal": "Epitalon lengthened the life of animals by 10-25%.",
    "licensed shops": "BPC-157 comes from a USA-based licensed compounding pharmacy.",
    "medicines for an illness": "# Semax\n\nFive medications are approved by the US FDA for this illness.\n",
    "another in its own clause": (
        "PT-141 (Bremelanotide) is FDA-approved as an injection; some peptides are sprayed (Semax, Selank)."
    ),
    "how closely a mass must fit": "# BPC-157\n\nThe mass of BPC-157 must match within 1 Da.\n",
    "a monoisotopic mass": (
        "| Peptide | Monoisotopic mass | CAS |\n|---|---|---|\n| Thymosin Beta-4 | 4,960.4863 | - |\n"
    ),
    "compounds that lack what it has": "Semax was used for years, a basis that purely preclinical compounds lack.",
    "what others say": 'whatTheySay: "Dihexa is 10 million times more potent than BDNF",',
    "a blend by its name": "{ id: 'selank-semax-blend', reason: 'Already contains Selank.' },",
    "its fragment": "name: 'TB-500',\nfullName: 'Thymosin Beta-4 (synthetic fragment)',\n",
    "what comes from a parent": "Selank, a tuftsin hexapeptide analogue, calms.",
}
OF_IT = {
    "a page on a compound by its title": (
        "# SS-31 Peptide: A Guide\n\nColivelin is a companion.\n\n## Safety\n\nThere is no approval by the FDA.\n"
    ),
    "a line on the compound": "# DSIP\n\nIt is given for sleep.\n\n- DSIP - never registered as a medicine anywhere.\n",
    "what it does to a part of the body": "# Pinealon\n\nIt makes the pineal gland produce melatonin again.\n",
    "the compound as the protein": "# TB-500\n\nTB-500 is a synthetic version of thymosin beta-4.\n",
    "what is said of it behind a comparison": "Compared with Epitalon, elamipretide has no FDA approval in 2026.",
    "it among others in a row": "GHK-Cu is mild, LL-37 is an antibiotic, and BPC-157 is FDA-approved in the US.",
    "it on the list of doping": "WADA: TB-500 is not banned; GHK-Cu is banned",
    "a status of its own": "# BPC-157\n\nStatus: FDA-approved since 2009\n",
    "the formula of the protein as its own": "# TB-500\n\nFormula: C212H350N56O78S\n",
    "the mass of the chain as its own": "# TB-500\n\nMolecular weight: 847.0 Da\n",
    "a part as the compound": "TB-500 is the active fragment Ac-SDKP of thymosin beta-4.",
    "an approval beside a licensed shop": "# BPC-157\n\nBPC-157 is licensed in the United States as a drug.\n",
    "it in its own clause": "PT-141 is sprayed; Semax is FDA-approved as a nasal spray.",
    "a mass that does not fit": "# BPC-157\n\nThe molecular weight of BPC-157 is 1417 Da.\n",
    "animals alone": "The evidence on Semax is purely preclinical.",
    "what the page says": 'summary: "Dihexa is 10 million times more potent than BDNF",',
    "a half-life": "# BPC-157\n\nHalf-life: 24 hours\n",
    "more than in any animal": "Animal studies of Epitalon report a life longer by 24-38%.",
    "the number of its residues": "Selank is a synthetic hexapeptide.",
}


PAPERS = {
    "another journal of one who wrote much": "Epitalon: see Khavinson VK et al., Biogerontology 2020, on the thymus.",
    "another year and journal": "Thymosin alpha-1 in COVID-19 (Liu et al., Clin Infect Dis 2020) lowered mortality.",
    "a short name that is nearly another": "BPC-157: Le et al., Front Bioeng Biotechnol 2021, on cartilage.",
    "a journal whose name is one word or two": "Epitalon: Khavinson et al., Neuro Endocrinol Lett (2003).",
    "a number with a year of its own": "Epitalon: Khavinson VK et al., Bull Exp Biol Med, 2003; PMC12411320 (2025)",
    "a compound named far behind": (
        "This tells of the work (Brcic 2009, Seiwerth 2021), of how it acts on vessels, of what it is used for and of "
        "a stack with TB-500."
    ),
    "a word on it before its journal": (
        "1. Potaman et al. (1991) - First description of Semax; *Biochem Biophys Res Commun*"
    ),
    "another of the name": (
        "# Cerebrolysin\n\n1. Kim, H. A., & Lempert, T. (2019). Hemodynamic orthostatic dizziness. Journal of "
        "Vestibular Research. https://doi.org/10.3233/ves-190655\n"
    ),
    "held: another journal": "BPC-157 healed the tendon of rats (Chang et al., Peptides, 2011) by tendon outgrowth.",
    "held: another year": "Selank in anxiety: Zozulia et al. 2007, generalized anxiety disorders and neurasthenia.",
    "held: the number of another": "Epitalon: Khavinson VK et al., Bull Exp Biol Med, 2003; PMC12411320",
    "held: a compound that it is not on": "TB-500 heals wounds in the skin (Seiwerth 2021).",
}
CATALOGUE = [
    {"name": "Noopept", "slug": "noopept", "description": "A short peptide ester.", "category": {"name": "Mind"}},
    {"name": "FGL", "slug": "fgl", "description": "A 15-amino acid peptide of a cell adhesion molecule."},
    {"name": "Selank", "slug": "selank", "description": "A synthetic hexapeptide."},
]
BY_KEY = {
    "p-021": {"note": "A short chain.", "parts": {"chain": "cut", "cap": "an acid", "salt": "none"}},
    "fgl": {"note": "A 15-amino acid peptide of a cell adhesion molecule."},
    "selank": {"note": "A synthetic hexapeptide."},
}
SECTIONS = {
    "intro": {"title": "Selank", "text": "Selank is sold as a spray."},
    "what": {"text": "A synthetic hexapeptide."},
    "more": {"text": "It is kept cold."},
}
RECORDS = """const papers = [
  {
    title:
      "%s",
    authors: "%s",
    journal: "J Orthop Res",
    year: 2010,
    pmid: "20225319",
  },
  {
    title: "Something else that nobody holds on ligaments",
    authors: "Another A, Other B.",
    journal: "J Orthop Res",
    year: 2010,
  },
];
"""
CEROVECKI = "Pentadecapeptide BPC 157 (PL 14736) improves ligament healing in the rat"


@pytest.fixture(scope="module")
def told(bundled: Dataset) -> Told:
    return told_of(bundled, OF_ANOTHER | {f"own: {name}": text for name, text in OF_IT.items()} | PAPERS)


@pytest.mark.parametrize("name", OF_ANOTHER)
def test_what_is_said_of_another_thing_or_form_is_not_called_wrong(name: str, told: Told) -> None:
    assert not [one for one in told[name] if one[1] in WRONG]


@pytest.mark.parametrize("name", OF_IT)
def test_what_is_said_of_the_compound_itself_is_still_called_wrong(name: str, told: Told) -> None:
    assert [one for one in told[f"own: {name}"] if one[1] in WRONG]


@pytest.mark.parametrize("data", [CATALOGUE, BY_KEY, SECTIONS], ids=["named", "under keys", "sections"])
def test_things_in_json_that_have_names_are_read_each_by_itself(bundled: Dataset, data: object) -> None:
    text = json.dumps(data, indent=1)
    found = audit(bundled, [parse("catalogue.json", text.encode())]).findings
    assert [one.text for one in found if one.verdict == "differs"] == ["hexapeptide"]


@pytest.mark.parametrize(
    ("title", "by", "wrong"),
    [
        (CEROVECKI, "Cerovecki T, Bojanic I, Brcic L, et al.", False),
        (CEROVECKI, "Chang CH, Tsai WC, Lin MS, et al.", True),
    ],
)
def test_a_title_on_the_line_below_its_key_is_of_the_record_it_stands_in(
    bundled: Dataset, title: str, by: str, wrong: bool
) -> None:
    found = audit(bundled, [parse("papers.md", (RECORDS % (title, by)).encode())]).findings
    assert any(one.kind == "citation" and one.verdict in WRONG for one in found) is wrong


@pytest.mark.parametrize("name", PAPERS)
def test_another_paper_by_the_same_hand_is_not_the_one_that_is_held(name: str, told: Told) -> None:
    problems = [one for one in told[name] if one[1] in WRONG]
    assert bool(problems) is name.startswith("held")
