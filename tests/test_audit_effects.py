"""`peptide audit`: what a compound is said to do, what studies it is said to have, and what a cited one showed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from peptidecli.audit import PROBLEMS, Finding, parse
from peptidecli.audit.absences import absences
from peptidecli.audit.auditor import Auditor
from peptidecli.audit.effects import effects


def statements(auditor: Auditor, text: str) -> Sequence[Finding]:
    """Return what is found of the kind statement."""
    return [
        finding for finding in auditor.audit(parse("page.md", text.encode())).findings if finding.kind == "statement"
    ]


# -- effects -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("It raises BDNF, NGF and serotonin.", [("bdnf", "up"), ("ngf", "up"), ("serotonin", "up")]),
        ("Levels of cortisol fell while BDNF expression was upregulated.", [("cortisol", "down"), ("bdnf", "up")]),
        ("It slows enzymes that break down enkephalins.", [("enkephalin-breakdown", "down")]),
        ("Препарат снижает тревожность.", [("anxiety", "down")]),
        ("Es verbessert das Gedächtnis.", [("memory", "up")]),
        ("It prevented the rise of BDNF.", [("bdnf", "kept-down")]),
        ("It protects against stress-induced memory loss.", [("memory", "up")]),
        ("It had no effect on sleep.", [("sleep", "none")]),
        ("An anxiolytic action without sedation.", [("anxiety", "down")]),
        ("Unlike anxiolytic drugs it is a peptide.", []),
        ("It changes opioids, that raise dopamine.", [("dopamine", "up")]),
        ("It acts on enkephalins that raise dopamine.", []),
    ],
)
def test_an_effect_is_a_thing_and_the_way_it_went(sentence: str, told: list[tuple[str, str]]) -> None:
    assert [(effect.thing, effect.way) for effect in effects(sentence)] == told


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Semax is known for strongly boosting BDNF.", "boosting BDNF"),
        ("Among nootropics Noopept promotes memory in rodents.", "memory"),
        ("Селанк замедляет распад энкефалинов в крови.", "замедляет распад энкефалинов"),
        ("BPC-157 is said to stimulate growth hormone receptor expression in many cells.", "growth hormone receptor"),
    ],
)
def test_what_a_claim_says_as_well_stands(auditor: Auditor, sentence: str, words: str) -> None:
    found = statements(auditor, sentence)
    assert {finding.verdict for finding in found} == {"matches"}
    assert any(words in finding.text for finding in found)


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("In the striatum Semax raises extracellular dopamine.", "differs"),
        ("Dihexa has a high affinity and binds HGF.", "untraced"),
        ("Dihexa is seven orders of magnitude more potent than BDNF.", "untraced"),
        ("Semax is taken because it improves cerebral blood flow.", "untraced"),
        ("WADA banned BPC-157 temporarily.", "differs"),
    ],
)
def test_a_statement_is_recognised_in_each_of_its_wordings(auditor: Auditor, sentence: str, verdict: str) -> None:
    wrong = [finding.verdict for finding in statements(auditor, sentence) if finding.verdict in PROBLEMS]
    assert wrong == [verdict]


@pytest.mark.parametrize(
    "sentence",
    [
        "Given with amphetamine, Semax increases dopamine release.",
        "The paper by which dihexa binds HGF was retracted.",
        "Dihexa does not bind HGF.",
        "WADA prohibits BPC-157.",
        "Does Semax improve cerebral blood flow?",
        "By May 2025, the FDA had not approved elamipretide.",
        "Semax may be approved by the FDA in 2027.",
    ],
)
def test_its_contrary_and_what_is_said_of_something_else_are_no_fault(auditor: Auditor, sentence: str) -> None:
    assert [finding for finding in statements(auditor, sentence) if finding.verdict in PROBLEMS] == []


# -- the studies there are ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "extent", "topic", "narrow"),
    [
        ("There are no human trials.", "none", "trial", False),
        ("No placebo-controlled trial was found.", "none", "placebo", False),
        ("It lacks long-term human safety data.", "none", "long-term", True),
        ("Its receptor has not been identified.", "none", "receptor", True),
        ("Der Wirkmechanismus ist nicht geklärt.", "none", "mechanism", False),
        ("Nearly all of the work comes from one laboratory.", "animals-mostly", "one-group", False),
        ("It has never been tested in humans.", "none", "people", False),
        ("Клинических исследований не проводилось.", "none", "trial", False),
        ("Human data are limited.", "few", "people", False),
        ("The evidence is preclinical only.", "animals-only", "people", False),
        ("Most of the studies are in rats.", "animals-mostly", "people", False),
        ("It has been studied in clinical trials.", "some", "trial", False),
    ],
)
def test_an_absence_has_an_extent_a_topic_and_a_width(sentence: str, extent: str, topic: str, narrow: bool) -> None:
    (found,) = absences(sentence, sentence.lower())
    assert (found.extent, found.topic, bool(found.narrow)) == (extent, topic, narrow)


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("The receptor through which BPC-157 acts has not been characterised.", "matches"),
        ("The precursor of DSIP is still unknown.", "matches"),
        ("Cerebrolysin: el mecanismo de acción no se conoce.", "matches"),
        ("Human PK of TB-500: not characterised.", "matches"),
        ("Long-term safety of BPC-157 in people is unknown.", "matches"),
        ("Dihexa has no published toxicology.", "matches"),
        ("P21 findings have not been independently replicated.", "matches"),
        ("Badania nad BPC-157 pochodzą głównie z jednego ośrodka.", "matches"),
        ("DSIP studies suffer from small sample sizes.", "matches"),
        ("There are no controlled trials of Semax for attention deficit.", "matches"),
        ("Epitalon: telomere extension in people was never measured.", "matches"),
        ("Published human RCTs for TB-500: 0", "matches"),
        ("Nenhum estudo em humanos foi publicado com a dihexa.", "matches"),
        ("P21 has been studied in human clinical trials.", "differs"),
        ("Studied in humans? Yes (dihexa)", "differs"),
        ("Semax не изучался на людях.", "differs"),
        ("Семакс зарегистрирован в России в 2011 году.", "differs"),
        ("Elamipretide has not received full approval for any condition as of March 2026.", "differs"),
        ("Selank acetate came off Category 2 in September 2024.", "matches"),
    ],
)
def test_what_is_not_known_is_held_against_what_the_dataset_says_is_not(
    auditor: Auditor, sentence: str, verdict: str
) -> None:
    assert {finding.verdict for finding in statements(auditor, sentence)} == {verdict}


@pytest.mark.parametrize(
    "sentence",
    [
        "Selank has no known abuse potential.",
        "No human trial of Semax reported serious harm.",
        "Not only animal studies but human trials of Semax exist.",
        "Semax raised nitric oxide (NO) by a known mechanism.",
        "Elamipretide has no receptor of its own.",
        "Cerebrolysin studies used large samples.",
        "Human trials of BPC-157 are needed before any conclusion.",
        "Clinical trials have shown that Semax cures cancer.",
    ],
)
def test_a_denied_finding_is_no_absence(auditor: Auditor, sentence: str) -> None:
    assert [f for f in statements(auditor, sentence) if f.verdict != "unknown"] == []


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Dihexa has never been tested in humans.", "matches"),
        ("Semax has never been tested in humans.", "differs"),
        ("There are no controlled human trials of DSIP.", "differs"),
        ("There is no placebo-controlled trial of Cortexin.", "differs"),
        ("No phase 2 or phase 3 trial of BPC-157 has been published.", "matches"),
        ("The research on BPC-157 is mostly in rats.", "matches"),
        ("Исследований Семакса на людях не проводилось.", "differs"),
        ("P21 was studied in human clinical trials.", "differs"),
        ("Results on DSIP have been inconsistent.", "matches"),
    ],
)
def test_what_studies_there_are_is_held_against_those_known(auditor: Auditor, sentence: str, verdict: str) -> None:
    assert {finding.verdict for finding in statements(auditor, sentence)} == {verdict}


@pytest.mark.parametrize(
    "sentence",
    [
        "There are no long-term human trials of Semax.",
        "No human trials of Semax in children with epilepsy are known.",
        "Whether no human trials of Selank exist should be looked up.",
        "No completed human trials of BPC-157 exist.",
    ],
)
def test_an_absence_of_a_part_is_not_called_wrong(auditor: Auditor, sentence: str) -> None:
    assert [finding for finding in statements(auditor, sentence) if finding.verdict in PROBLEMS] == []


# -- what a cited study showed ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "In occluded rats Semax clearly reduces infarct volume and opens new vessels (Agapova et al., 2007).",
            "reduces infarct",
        ),
        ("In patients with mild impairment Semax was tried (Kaplan et al., 1996).", "patients with mild impairment"),
        ("Semax was tried in rats for focus (Kaplan et al., 1996).", "in rats"),
        ("In a clinical trial Semax raised the mRNA of NGF (Shadrina et al., 2001).", "clinical trial"),
    ],
)
def test_a_study_told_as_another_differs(auditor: Auditor, sentence: str, words: str) -> None:
    wrong = [finding for finding in statements(auditor, sentence) if finding.verdict == "differs"]
    assert any(words in finding.text for finding in wrong)


@pytest.mark.parametrize(
    "sentence",
    [
        "Semax was tried in healthy men at their work (Kaplan et al., 1996).",
        "Semax raised the mRNA of NGF in cultured glia (Shadrina et al., 2001).",
        "Semax raised NGF in glia (Shadrina et al., 2001), but a clinical trial is needed.",
        "Semax changed the genes of neurotrophins in rats (Agapova et al., 2007).",
    ],
)
def test_a_study_told_as_it_was_is_no_fault(auditor: Auditor, sentence: str) -> None:
    assert [finding for finding in statements(auditor, sentence) if finding.verdict in PROBLEMS] == []


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("CASTA did not reach its primary endpoint.", "matches"),
        ("In MMPOWER-3 neither the walk nor fatigue was significantly different from placebo.", "matches"),
        ("O ensaio MMPOWER-3 com elamipretide não atingiu o desfecho primário.", "matches"),
        ("Badanie PROGRESS-HF nie wykazało istotnych różnic objętości.", "matches"),
        ("In the TAZPOWER trial elamipretide improved the six-minute walk.", "differs"),
        ("PROGRESS-HF, a phase 3 trial of elamipretide, enrolled 71 people.", "differs"),
        ("PROGRESS-HF was in patients with preserved ejection fraction.", "differs"),
        ("The EMBRACE trial tested elamipretide in stroke.", "differs"),
    ],
)
def test_a_trial_is_known_by_its_name_and_by_how_it_went(auditor: Auditor, sentence: str, verdict: str) -> None:
    assert verdict in {finding.verdict for finding in statements(auditor, sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "In the open-label extension of TAZPOWER elamipretide improved the six-minute walk.",
        "The TAZPOWER trial trended towards an improved walk.",
        "The phase 2 trial and PROGRESS-HF were small.",
        "Unlike stroke trials, EMBRACE STEMI was in heart attack.",
        "Dihexa might activate c-Met.",
        "Dihexa does not activate c-Met.",
    ],
)
def test_what_is_less_or_of_another_trial_is_no_fault(auditor: Auditor, sentence: str) -> None:
    assert [finding for finding in statements(auditor, sentence) if finding.verdict in PROBLEMS] == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Selank inhibe las enzimas que participan en la degradación de las encefalinas.", "encefalinas"),
        ("O Epitalon ativa a telomerase em células humanas.", "ativa a telomerase"),
        ("Dihexa improves spatial memory, learning, and recall in rodents.", "spatial memory"),
        ("The precise receptor of BPC-157 has not been definitively characterised.", "receptor"),
        ("Like Semax, Selank inhibits enkephalin-degrading enzymes.", "Selank inhibits"),
        ("Semax is typically administered intranasally.", "administered intranasally"),
        ("Кортексин вводят внутримышечно.", "внутримышечно"),
    ],
)
def test_what_is_said_in_other_words_or_languages_is_found(auditor: Auditor, sentence: str, words: str) -> None:
    found = [finding.text for finding in statements(auditor, sentence) if finding.verdict == "matches"]
    assert any(words in text for text in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "Semax is injected under the skin.",
        "DSIP is not given intravenously.",
        "BPC-157 accelerates the healing of shingles.",
        "O Semax não inibe enzimas da degradação de encefalinas.",
        "CASTA met its primary endpoint.",
    ],
)
def test_what_is_not_so_is_not_found_to_stand(auditor: Auditor, sentence: str) -> None:
    assert "matches" not in {finding.verdict for finding in statements(auditor, sentence)}


def test_what_rests_on_a_retracted_work_alone_is_told_so(auditor: Auditor) -> None:
    (found,) = statements(auditor, "Dihexa activates the c-Met receptor pathway in nerve cells.")
    assert found.verdict in {"retracted", "untraced"}


def test_a_benefit_that_a_study_of_people_did_not_find_is_disputed_and_does_not_stand(auditor: Auditor) -> None:
    told = statements(auditor, "DSIP increases slow-wave sleep in people with insomnia.")
    assert [finding.verdict for finding in told] == ["unknown"]
    assert told[0].detail.startswith("Disputed. DSIP: ")
    assert "Against it: Slow-wave sleep (stages 3 and 4)" in told[0].detail


@pytest.mark.parametrize(
    "sentence",
    [
        "A dose of ACTH 4-10 also impaired recall of neutral words.",
        "In rats DSIP increased slow-wave sleep.",
    ],
)
def test_a_harm_and_what_is_said_of_animals_is_not_disputed_by_a_null_study(auditor: Auditor, sentence: str) -> None:
    assert not [finding for finding in statements(auditor, sentence) if finding.detail.startswith("Disputed")]
