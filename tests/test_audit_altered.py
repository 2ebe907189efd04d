"""`peptide audit`: sentences that have the words of the dataset, and say what it does not."""

from __future__ import annotations

import pytest

from peptidecli.audit import parse
from peptidecli.audit.auditor import Auditor
from peptidecli.audit.effects import effects

Told = list[tuple[str, str]]


def told(auditor: Auditor, text: str) -> Told:
    """Return the verdict and the words of every statement that is found in a text."""
    found = auditor.audit(parse("page.md", text.encode())).findings
    return [(finding.verdict, finding.text) for finding in found if finding.kind == "statement"]


def verdicts(auditor: Auditor, text: str) -> set[str]:
    """Return the verdicts of the statements of a text."""
    return {verdict for verdict, _ in told(auditor, text)}


# -- words that turn a sentence ----------------------------------------------------------------------------------


COPIES = [
    (
        "Selank lowered anxiety in the elevated plus maze in rats with 6-OHDA lesions, a model of Parkinson's disease.",
        ("lowered", "raised"),
        ("in rats", "in patients"),
    ),
    (
        "Over 56 days Noopept and piracetam did not differ significantly on the MMSE, BCRS or CCSE scales; "
        "there was no placebo group.",
        ("did not differ", "did differ"),
        ("56 days", "169 days"),
        ("56 days", "56 weeks"),
        ("no placebo group", "no untreated group"),
    ),
    (
        "In mice overexpressing human APP, pro-NGF fell to the level of controls and mature NGF rose under "
        "Cerebrolysin.",
        ("In mice", "In patients"),
        ("mature NGF rose", "mature NGF fell"),
    ),
    (
        "Semax reduced the toxicity of copper to neuroblastoma and endothelial cells.",
        ("reduced", "increased"),
        ("reduced", "did not reduce"),
    ),
    (
        "Semax raised NGF mRNA of cultured glial cells fivefold at 30 min.",
        ("NGF", "CNTF"),
        ("fivefold", "threefold"),
        ("30 min", "30 days"),
        ("glial", "kidney"),
    ),
    (
        "Under daily confrontations Selank brought down the stress-raised IL-1 beta, IL-6, TGF-beta1 and TNF-alpha "
        "and restored IL-4.",
        ("stress-raised", "stress-lowered"),
        ("brought down", "brought up"),
    ),
    (
        "Semax (5 to 450 µg/kg) eased the atrophy and inflammation of the colon wall that restraint stress causes.",
        ("eased", "worsened"),
        ("450", "900"),
        ("µg/kg", "mg/kg"),
    ),
]


@pytest.mark.parametrize(
    ("sentence", "change"),
    [(sentence, change) for sentence, *changes in COPIES for change in changes],
    ids=lambda value: " > ".join(value) if isinstance(value, tuple) else value[:24],
)
def test_a_sentence_of_the_dataset_with_one_word_turned_is_not_told_right(
    auditor: Auditor, sentence: str, change: tuple[str, str]
) -> None:
    assert change[0] in sentence
    turned = sentence.replace(*change)
    place = turned.find(change[1])
    right = [words for verdict, words in told(auditor, turned) if verdict == "matches"]
    assert not [words for words in right if turned.find(words) <= place < turned.find(words) + len(words)]


@pytest.mark.parametrize("sentence", [sentence for sentence, *_ in COPIES], ids=lambda text: text[:24])
def test_the_sentence_itself_stands(auditor: Auditor, sentence: str) -> None:
    assert verdicts(auditor, sentence) == {"matches"}


def test_a_sentence_of_which_the_compound_undid_the_first_half_is_not_its_effect(auditor: Auditor) -> None:
    assert verdicts(auditor, "Selank raised opportunistic bacteria of the colon.") == set()


@pytest.mark.parametrize(
    ("sentence", "ways"),
    [
        ("It held back the rise of melatonin.", [("melatonin", "down")]),
        ("It lessened the loss of memory.", [("memory", "up")]),
        ("It rescued the delay of memory.", [("memory", "up")]),
        ("Stress lowered the flora of the colon.", []),
        ("Stress was lowered.", [("stress", "down")]),
    ],
)
def test_what_is_held_back_or_lost_goes_the_other_way(sentence: str, ways: list[tuple[str, str]]) -> None:
    assert [(effect.thing, effect.way.replace("kept-", "")) for effect in effects(sentence)] == ways


# -- a trial of another compound ---------------------------------------------------------------------------------


def test_a_trial_by_its_name_is_known_only_of_its_own_compound(auditor: Auditor) -> None:
    text = "In the CARS trial 30 mL of {} a day for 21 days gave better arm function at day 90 than placebo."
    right = auditor.audit(parse("page.md", text.format("Cerebrolysin").encode())).findings
    wrong = auditor.audit(parse("page.md", text.format("Dihexa").encode())).findings
    assert "matches" in {finding.verdict for finding in right}
    assert "matches" not in {finding.verdict for finding in wrong}


# -- statements word for word ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sentence",
    [
        "Noopept is a racetam.",
        "Epitalon contains glutamine.",
        "DSIP was found by Soviet researchers.",
        "Semax is one and the same as ACTH(4-10).",
        "Dihexa showed promising results in early clinical studies.",
        "Pinealon is found in the pineal gland.",
        "Noopept is a racetam, and it is sold everywhere.",
    ],
)
def test_a_statement_that_does_not_hold_is_told_in_its_own_words_however_few(auditor: Auditor, sentence: str) -> None:
    assert verdicts(auditor, sentence) == {"differs"}


@pytest.mark.parametrize("sentence", ["Noopept is not a racetam.", "It is a myth that Noopept is a racetam.",
                                      "Sellers claim: Noopept is a racetam.", "Is Noopept a racetam?"])  # fmt: skip
def test_who_denies_it_or_puts_it_down_to_others_does_not_state_it(auditor: Auditor, sentence: str) -> None:
    assert "differs" not in verdicts(auditor, sentence)


def test_what_a_compound_does_not_come_from_is_no_source_of_it(auditor: Auditor) -> None:
    assert "matches" not in verdicts(auditor, "Pinealon occurs in the pineal gland.")


# -- approvals ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Elamipretide was approved by the FDA on 19 September 2025 for Barth syndrome.", {"matches"}),
        ("Elamipretide was approved by the FDA on 19 September 2024 for Barth syndrome.", {"differs"}),
        ("Elamipretide was approved by the FDA on September 12, 2025.", set()),
        ("Elamipretide was approved by the FDA in 2025 for stroke.", set()),
        ("Elamipretide received accelerated approval in the United States in 2025 for Barth syndrome.", {"matches"}),
        ("Elamipretide received accelerated approval in the United States in 2025 for myopathy.", set()),
        ("Semax is approved in Russia for stroke and cognitive disorders.", {"matches"}),
        ("Semax is approved in Russia for baldness.", set()),
        ("Noopept was registered in Russia in 1996.", set()),
        ("Noopept is a registered drug in Russia as of 2025.", {"matches"}),
        ("Semax is approved in the US and Elamipretide in Russia.", {"differs"}),
        ("Semax is approved in Russia and Elamipretide in the United States.", {"matches"}),
        ("Semax and Selank are approved in Russia and not in the United States.", {"matches"}),
        ("Noopept is not approved in the Russian Federation.", {"differs"}),
        ("BPC-157 is approved in Great Britain.", {"differs"}),
        ("Thymosin alpha-1 is not approved in mainland China.", {"differs"}),
        ("Elamipretide is not approved in America.", {"differs"}),
        ("Elamipretide is not approved in America for stroke.", set()),
        ("Tuftsin is approved for use in America and sold by prescription.", {"differs"}),
    ],
)
def test_an_approval_is_of_its_compound_place_day_and_use(auditor: Auditor, sentence: str, found: set[str]) -> None:
    assert verdicts(auditor, sentence) == found


def test_of_two_compounds_with_a_place_each_the_place_of_the_other_is_not_told(auditor: Auditor) -> None:
    found = told(auditor, "Noopept is approved in the United States and Semax in Russia.")
    assert [(verdict, words.strip()) for verdict, words in found] == [
        ("differs", "Noopept is approved in the United States and"),
        ("matches", "Semax in Russia."),
    ]


# -- benefits that several studies, pooled, did not find ---------------------------------------------------------


def test_a_benefit_that_pooled_studies_did_not_find_is_disputed(auditor: Auditor) -> None:
    assert verdicts(auditor, "Cerebrolysin reduces mortality after stroke.") == {"unknown"}
    assert verdicts(auditor, "Cerebrolysin does not reduce mortality after stroke.") == {"matches"}


# -- titles, and what is said of a part ---------------------------------------------------------------------------


def test_the_title_of_a_paper_is_no_statement_of_the_page(auditor: Auditor) -> None:
    title = "Neuroprotective effects of semax in MPTP-induced disturbances of brain dopamine system"
    for page in (f"{title}.", f'- "{title}"'):
        assert "differs" not in verdicts(auditor, page)
    said = "Semax itself raises dopamine in the brain of rats"
    assert "differs" in verdicts(auditor, f"{said}.")


def test_that_many_studies_are_without_placebo_is_not_that_all_are(auditor: Auditor) -> None:
    assert "differs" not in verdicts(auditor, "Many Russian studies of Cortexin are open and without placebo.")
    assert "differs" in verdicts(auditor, "There is no placebo-controlled trial of Cortexin.")


def test_what_is_asked_to_be_denied_and_answered_with_no_is_not_told_wrong(auditor: Auditor) -> None:
    denial = "there is no double-blind placebo-controlled trial of Cortexin"
    assert "differs" in verdicts(auditor, f"It is true that {denial}.")
    assert "differs" not in verdicts(auditor, f"Is it true that {denial}? No.")
    assert verdicts(auditor, "Is Semax approved by the FDA? No.") == {"matches"}
