"""Questions as people type them: each brings its answer among the first five hits, or word that there is none."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tomli

from conftest import Run
from peptidecli.answers.lexicon import Lexicon
from peptidecli.answers.lookup import find
from peptidecli.answers.search import Hit, Search, search
from peptidecli.answers.understanding import understand
from peptidecli.dataset.dataset import Dataset
from peptidecli.errors import NotFoundError

pytestmark = pytest.mark.slow

FOLDER = Path(__file__).parent / "data" / "questions"
SETS = sorted(path.stem for path in FOLDER.glob("*.toml"))
FIRST = 5
ENOUGH = {"fourth": 0.93, "eighth": 0.91, "ninth": 0.89, "tenth": 0.92, "eleventh": 0.92, "fourteenth": 0.92,
          "sixteenth": 0.92, "eighteenth": 0.93}  # fmt: skip
"""Share of a set that must be answered, 0.95 where not told; docs/questions.md tells how each set did."""


def questions(name: str) -> list[dict[str, Any]]:
    return list(tomli.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["question"])


def named(data: Dataset, hit: Hit) -> Iterator[str]:
    """Yield what a hit is, in the ids of the question sets."""
    rest = hit.id.partition("/")[2]
    slug = re.sub(r"[^a-z0-9]+", "-", rest.lower()).strip("-")
    for compound in hit.compounds or ("",):
        yield f"section:{compound}:{hit.section}"
        match hit.kind:
            case "claim":
                yield from (f"claim:{hit.id}", f"claim:{compound}-{hit.id}", f"topic:{compound}:{hit.topic}")
            case "fact":
                yield from (f"fact:{compound}:{rest}", f"fact:{compound}:{slug}", f"identity:{compound}")
            case "regulatory":
                yield f"regulatory:{compound}:{rest.split('/')[0]}"
            case "faq" | "limitation" | "question" | "anecdote" | "relative" | "method":
                yield from (
                    f"{hit.kind}:{compound}",
                    f"{hit.kind}:{compound}:{rest or hit.id}",
                    f"{hit.kind}:{compound}:{slug}",
                    f"pathway:{compound}:{rest}",
                )
            case "identity" | "compound":
                yield from (f"identity:{compound}", f"compound:{compound}")
            case "mechanism":
                yield from (f"section:{compound}:mechanisms", f"compound:{compound}")
            case _:
                pass
    if hit.kind == "comparison":
        yield from (f"compare:{a}:{b}" for a in hit.compounds for b in hit.compounds)
    if hit.kind in {"reference", "statement", "untraced"}:
        yield f"{hit.kind}:{hit.id}"
    if hit.kind == "reference" and data.designs[data.references[hit.id].design[0]].subject == "human":
        yield "table:trials"
    yield f"table:{hit.kind}s" if hit.kind not in {"untraced", "regulatory"} else f"table:{hit.kind}"


def failing(data: Dataset, question: dict[str, Any]) -> str | None:
    """Return why a question is not answered, None where it is."""
    wanted, compounds = set(question["any"]) if "any" in question else set(), set(question.get("compound", ()))
    found: Search | None
    try:
        found = search(data, question["ask"])
    except NotFoundError:
        found = None
    if found is None:
        return None if question.get("nothing") else "nothing was found"
    best = found.hits[:FIRST]
    got = {name for hit in best for name in named(data, hit)}
    if "No dosing advice" in (found.lead or ""):
        got |= {f"section:{compound}:dosing" for hit in best for compound in hit.compounds}
    others = [hit.id for hit in best if compounds and not compounds & set(hit.compounds)]
    if question.get("nothing"):
        return (
            None
            if not found.answered or (wanted & got and not others)
            else f"answered with {best[0].kind} {best[0].id}"
        )
    if others:
        return f"about another compound: {others[0]}"
    if not wanted & got:
        return f"the first is {best[0].kind} {best[0].id}"
    if question.get("says") and not any(question["says"].lower() in hit.text.lower() for hit in best):
        return f"does not say {question['says']!r}"
    held = {hit.id for hit in found.hits[:60]} | {c for hit in found.hits[:60] for c in hit.compounds}
    missing = set(question.get("contains", ())) - held - {r for hit in found.hits[:60] for r in hit.references}
    return f"the table lacks {sorted(missing)[0]}" if missing else None


def test_what_is_said_is_looked_up_as_often_as_the_longest_that_is_held_has_letters(bundled: Dataset) -> None:
    class Counted(dict[str, tuple[str, ...]]):
        asked = 0

        def __contains__(self, key: object) -> bool:
            Counted.asked += 1
            return super().__contains__(key)

    lexicon = Lexicon(bundled)
    lexicon.begun = Counted(lexicon.begun)
    for phrase, least in (("anxietya" * 10_000, 1), ("anxiety " * 10_000 + "anxiousnessx", 0)):
        Counted.asked = 0
        lexicon.hint(phrase)
        assert least <= Counted.asked <= 2 * max(map(len, lexicon.begun))


def test_there_are_three_hundred_questions_and_a_third_are_russian_or_misspelt() -> None:
    asked = [question for name in SETS for question in questions(name)]
    assert len(asked) >= 300
    hard = [q for q in asked if q.get("lang") != "en" or q.get("misspelt") or q.get("class") in {"misspelt", "typo"}]
    assert len(hard) * 3 >= len(asked) - 2


@pytest.mark.parametrize("name", SETS)
def test_questions_bring_their_answer_among_the_first_five(bundled: Dataset, name: str) -> None:
    asked = questions(name)
    wrong = {q["ask"]: why for q in asked if (why := failing(bundled, q))}
    assert len(wrong) <= (1 - ENOUGH.get(name, 0.95)) * len(asked), wrong


# -- what is understood ------------------------------------------------------------------------------------------


def first(data: Dataset, question: str) -> list[Hit]:
    return list(search(data, question).hits[:FIRST])


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("who invented cortexin and where", "cortexin/Origin"),
        ("кто придумал давунетид", "davunetide/Origin"),
        ("is dihexa patented", "dihexa/Patent"),
        ("when should cerebrolysin not be given", "cerebrolysin/Contraindications"),
        ("bpc-157 purity of vials", "bpc-157/Quality of goods"),
        ("дигекса штраф компании", "dihexa/Misconduct settlement"),
        ("how many mg of cortexin in a vial", "cortexin/Composition"),
        ("was the phase one trial of bpc 157 published", "bpc-157/Phase I trial"),
    ],
)
def test_facts_are_reached_by_the_section_they_belong_to(bundled: Dataset, question: str, wanted: str) -> None:
    assert wanted in [hit.id for hit in first(bundled, question)]


@pytest.mark.parametrize(
    "question",
    ["oxytocin spray autism kids", "ozempic weight loss", "ghk-cu wrinkles skin", "оземпик похудение", "mk-677 growth",
     "zilglutide obesity"],
)  # fmt: skip
def test_a_stranger_beside_a_topic_is_not_answered_with_the_topic(bundled: Dataset, question: str) -> None:
    with pytest.raises(NotFoundError, match="Nothing is held on"):
        search(bundled, question)


def test_a_stranger_that_the_data_speak_of_is_found_where_they_do(bundled: Dataset) -> None:
    assert all("piracetam" in hit.text.lower() for hit in first(bundled, "piracetam")[:3])


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Welche Arten von Sehnenverletzungen wurden mit BPC-157 untersucht?", "topics:musculoskeletal"),
        ("czy DSIP pomaga na bezsenność?", "topics:sleep"),
        ("Quel est le mécanisme d'action du Noopept sur la mémoire ?", "topics:cognition"),
        ("effetti collaterali del dihexa", "sections:safety"),
        ("o TB-500 ajuda na cicatrização de feridas?", "topics:wound-healing"),
        ("cual es el receptor de bpc-157", "sections:mechanisms"),
    ],
)
def test_a_question_in_another_language_is_read_as_the_english_behind_it(
    bundled: Dataset, question: str, wanted: str
) -> None:
    field, _, value = wanted.partition(":")
    understood = understand(bundled, question)
    assert value in getattr(understood, field)
    assert understood.corrected == ()


@pytest.mark.parametrize(
    ("question", "section"),
    [("кортексин уколы побочки", "safety"), ("cortexin injections side effects", "safety")],
)
def test_what_was_asked_for_is_among_the_first_five_though_another_word_is_held_more_often(
    bundled: Dataset, question: str, section: str
) -> None:
    hits = search(bundled, question).hits
    assert section in {hit.section for hit in hits[:FIRST]}
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("does noopept cause hypertension", "noopept blood pressure"),
        ("dihexa cancer", "dihexa tumour"),
        ("does epithalamin prevent cancer", "epithalamin tumours"),
        ("p21 eye", "p21 retina"),
        ("dsip cardiac", "dsip heart"),
        ("davunetide paediatric", "davunetide paediatric disease designation"),
    ],
)
def test_a_thing_is_found_by_either_of_its_names(bundled: Dataset, one: str, other: str) -> None:
    assert search(bundled, one).hits[0].id == search(bundled, other).hits[0].id


@pytest.mark.parametrize("query", ["tb-1000 horses", "thymostimulin survival", "thymalin mortality"])
def test_what_is_shown_is_not_said_to_be_absent_beside_the_name_of_a_relative(bundled: Dataset, query: str) -> None:
    found = search(bundled, query)
    assert found.lead is None
    assert found.hits[0].kind == "relative"


def test_a_question_whose_years_are_the_wrong_way_round_is_read_and_sends_nobody_to_trials(bundled: Dataset) -> None:
    read = understand(bundled, "semax in people since 2020 until 2010")
    assert (read.compounds, read.subjects, read.years, read.say) == (("semax",), ("human",), (2020, 2010), None)


def test_a_name_that_a_prefix_makes_another_is_not_told_of_the_one_behind_it(bundled: Dataset) -> None:
    for query in ("is na-selank safe", "na-epitalon"):
        with pytest.raises(NotFoundError, match=r"na-(?:selank|epitalon)"):
            search(bundled, query)
    read = search(bundled, "d-semax bdnf").understood
    assert (read.compounds, read.unknown) == ((), ("d-semax",))
    assert search(bundled, "na-semax").understood.relatives == (("semax", "N-acetyl Semax"),)
    assert search(bundled, "non-semax").understood.compounds == ("semax",)


def test_a_compound_is_introduced_with_the_caps_of_its_sequence(bundled: Dataset) -> None:
    assert " PhAc-Pro-Gly-OEt; C17H22N2O4;" in search(bundled, "noopept").hits[0].text


def test_what_is_said_and_does_not_hold_stands_among_the_first_beside_findings(bundled: Dataset) -> None:
    kinds = [hit.kind for hit in first(bundled, "semax stroke patients")]
    assert kinds[:3] == ["claim", "claim", "claim"]
    assert "statement" in kinds


def test_a_word_that_one_compound_has_is_not_answered_with_others(bundled: Dataset) -> None:
    hits = search(bundled, "is the hgf mechanism established").hits
    assert {key for hit in hits for key in hit.compounds} == {"dihexa"}


@pytest.mark.parametrize(
    ("citation", "wanted"),
    [
        ("Boxer AL, Lang AE, Grossman M, et al. Davunetide in patients with progressive supranuclear palsy. Lancet "
         "Neurol. 2014;13(7):676-685.", "boxer-2014-psp"),
        ("(Chang et al., 2011) BPC 157 tendon fibroblast outgrowth, J Appl Physiol", "chang-2011-outgrowth"),
        ("[4] Ostrovskaya RU, Gudasheva TA. \"Noopept stimulates the expression of NGF and BDNF in rat hippocampus\"",
         "ostrovskaya-2008-bdnf"),
    ],
)  # fmt: skip
def test_a_citation_that_is_pasted_brings_its_paper_first(bundled: Dataset, citation: str, wanted: str) -> None:
    found = search(bundled, citation)
    assert found.hits[0].id == wanted
    assert "the nearest" not in (found.lead or "")


def test_of_a_citation_that_is_not_held_the_nearest_papers_are_shown_and_said_to_be_that(bundled: Dataset) -> None:
    found = search(bundled, 'Bornstein NM, et al. "Cerebrolysin for acute ischemic stroke." Stroke. 2013.')
    assert (found.lead or "").startswith("No reference held is the one cited; the nearest:")
    assert {hit.kind for hit in found.hits[:3]} <= {"reference", "untraced"}


@pytest.mark.parametrize(
    "question", ["which peptide should i take for depression", "what peptide should i use for sleep"]
)
def test_what_to_take_for_a_condition_is_a_list_of_what_was_studied_and_no_advice(
    bundled: Dataset, question: str
) -> None:
    found = search(bundled, question)
    assert "No advice is given on what to take" in (found.lead or "")
    assert found.hits[0].kind == "compound"


@pytest.mark.parametrize(
    "question",
    [
        "How is SS-31 different from CoQ10 or other mitochondrial supplements?",
        "How does Pinealon improve sleep architecture?",
    ],
)
def test_what_is_not_held_of_a_compound_is_not_answered_by_a_word_it_shares(bundled: Dataset, question: str) -> None:
    assert not search(bundled, question).answered


@pytest.mark.parametrize("question", ["semax coupon code", "селанк цена в аптеке", "where to buy dihexa", "bpc price"])
def test_prices_and_shops_are_said_not_to_be_held(bundled: Dataset, question: str) -> None:
    with pytest.raises(NotFoundError, match="No prices"):
        search(bundled, question)


@pytest.mark.parametrize(
    "question",
    [
        "dihexa depression patients",
        "selank детям",
        "gb-115 elderly women",
        "semax hair",
        "dihexa hepatic",
        "bpc-157 memory",
        "dsip longevity",
    ],
)
def test_what_a_compound_has_nothing_on_is_not_answered_with_something_else(bundled: Dataset, question: str) -> None:
    found = search(bundled, question)
    assert not found.answered
    assert (found.lead or "").startswith("The dataset has no answer on ")
    assert found.understood.say is None  # the command would find nothing
    assert {hit.kind for hit in found.hits} <= {"compound", "faq", "limitation", "question"}


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Xiao 2012 schizophrenia add-on", "xiao-2012-schizophrenia"),
        ("Heiss 2012", "heiss-2012-casta"),
        ("bornstein meta analysis 2018", "bornstein-2018-stroke"),
        ("Гусев 1997 семакс", "gusev-1997-stroke"),
    ],
)
def test_an_author_and_a_year_bring_that_paper_first(bundled: Dataset, question: str, wanted: str) -> None:
    assert first(bundled, question)[0].id == wanted


@pytest.mark.parametrize(
    "question",
    ["which peptides have never been given to humans", "which were never tried in people",
     "какие пептиды ни разу не испытывали на людях"],
)  # fmt: skip
def test_what_was_never_tried_in_people_is_a_list_of_compounds(bundled: Dataset, question: str) -> None:
    found = {hit.id for hit in search(bundled, question).hits}
    assert {"dihexa", "p21"} <= found
    assert not {"semax", "selank", "cerebrolysin", "noopept"} & found


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("semax vliyanie na pamyat", "topics:cognition"),
        ("cerebrolizin insult effektivnost", "topics:stroke"),
        ("цереболизин шизофриния", "topics:psychosis"),
        ("semax nasal iritation", "sections:safety"),
        ("what can nobody explain yet about semax", "sections:questions"),
        ("на чьи деньги изучали семакс", "sections:limitations"),
        ("семакс вес молекулы", "identity:mass"),
        ("откуда название тафтсин", "sections:origin"),
        ("do trials show semax shrinks the infarct", "sections:statements"),
        ("церебролизин продается ли в таиланде", "jurisdictions:TH"),
        ("что не так с bpc: она убивает?", "compounds:bpc-157"),
    ],
)
def test_ordinary_words_mean_something_or_nothing(bundled: Dataset, question: str, meant: str) -> None:
    field, _, value = meant.partition(":")
    understood = understand(bundled, question)
    assert value in getattr(understood, field)


@pytest.mark.parametrize("word", ["beats", "слепое", "claim", "дельта"])
def test_a_word_that_is_right_is_not_mended(bundled: Dataset, word: str) -> None:
    assert understand(bundled, f"dihexa {word} donepezil").corrected == ()


def test_who_asks_whether_it_works_is_shown_what_did_not_beside_what_did(bundled: Dataset) -> None:
    results = {hit.result for hit in search(bundled, "is cerebrolysin effective in stroke").hits[:10]}
    assert {"positive", "null"} <= results


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("is there a single placebo controlled trial of selank", "selank/limitations/1"),
        ("has anyone ever tested dihexa in people", "has-dihexa-been-tested-in-people"),
        ("was pinealon ever in a registered trial", "pinealon/Trial registers"),
    ],
)
def test_what_was_never_done_is_told_by_what_says_so(bundled: Dataset, question: str, wanted: str) -> None:
    assert first(bundled, question)[0].id == wanted


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("which peptide is the heaviest", "thymosin-beta-4"),
        ("what is the smallest peptide here", "gb-115"),
        ("which compound has the best evidence", "cerebrolysin"),
        ("best designed study of selank", "medvedev-2015-optimization"),
        ("самое крупное исследование церебролизина", "vosko-2025-cregs2"),
    ],
)
def test_a_superlative_is_a_list_with_it_first(bundled: Dataset, question: str, wanted: str) -> None:
    assert first(bundled, question)[0].id == wanted


def test_who_asks_for_the_largest_trial_is_not_shown_people_who_were_observed(bundled: Dataset) -> None:
    assert search(bundled, "largest trial of cerebrolysin").hits[0].id == "heiss-2012-casta"
    assert search(bundled, "largest study of cerebrolysin").hits[0].level == "observational"


def test_the_least_studied_compound_comes_first_where_the_fewest_studies_are_asked_for(bundled: Dataset) -> None:
    hits = [hit.id for hit in search(bundled, "which peptide has the fewest studies").hits if hit.kind == "compound"]
    counts = [len(bundled.references_of(key)) for key in hits[:5]]
    assert counts == sorted(counts)
    assert counts[0] < len(bundled.references_of("semax"))


def test_the_newest_of_a_status_is_a_status_and_no_paper(bundled: Dataset) -> None:
    assert {hit.kind for hit in first(bundled, "did russia take semax off the market this year")} == {"regulatory"}


@pytest.mark.parametrize(
    "question", ["which cerebrolysin papers were read in full", "церебролизин полный текст прочитан"]
)
def test_how_deep_papers_were_read_is_told_of_each(bundled: Dataset, question: str) -> None:
    hits = first(bundled, question)
    assert {hit.kind for hit in hits} == {"reference"}
    assert all(f"(read: {(hit.read or '').replace('-', ' ')})" in hit.text for hit in hits)
    assert hits[0].read == "full-text"


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("who funded bpc 157 research", "bpc-157/limitations/7"),
        ("are the authors of cortexin trials employed by the maker", "cortexin/limitations/2"),
        ("кто платил за испытания эламипретида", "elamipretide/limitations/4"),
    ],
)
def test_who_paid_is_told_by_the_limitation_that_names_it(bundled: Dataset, question: str, wanted: str) -> None:
    assert first(bundled, question)[0].id == wanted


@pytest.mark.parametrize(
    ("question", "compound"),
    [
        ("elamipretidebarth", "elamipretide"),
        ("epitalonlifespan", "epitalon"),
        ("strokecerebrolysin", "cerebrolysin"),
        ("thymosine bta 4 dry eyes", "thymosin-beta-4"),
        ("thymosn alfa sepssi", "thymosin-alpha-1"),
        ("pinealone menory", "pinealon"),
        ("what is 813.9", "semax"),
        ("which peptide weighs 640", "elamipretide"),
        ("C33H57N11O9", "selank"),
    ],
)
def test_a_compound_is_understood_from_what_stands_for_its_name(bundled: Dataset, question: str, compound: str) -> None:
    assert understand(bundled, question).compounds == (compound,)


@pytest.mark.parametrize(
    ("question", "author"),
    [("sikirik bpc", "Sikir"), ("gozez nap", "Gozes"), ("статьи левицкой о семаксе", "Levitskaya")],
)
def test_an_author_is_found_whose_name_has_a_slip_or_an_ending(bundled: Dataset, question: str, author: str) -> None:
    papers = [bundled.references[hit.id] for hit in first(bundled, question) if hit.kind == "reference"]
    assert papers
    assert any(author in name for paper in papers for name in paper.author)


def test_a_journal_cut_short_is_that_journal(bundled: Dataset) -> None:
    hits = first(bundled, "semax papers in Zh Nevrol Psikhiatr")
    assert all("Nevrologii i Psikhiatrii" in bundled.references[hit.id].container_title for hit in hits)


@pytest.mark.parametrize(
    ("question", "wanted"),
    [("how many patients were in TESTS", "wu-2025-tests"), ("1106 people or 1089 in TESTS", "ta1-number")],
)
def test_a_study_whose_name_is_a_word_is_known_by_its_capitals(bundled: Dataset, question: str, wanted: str) -> None:
    assert wanted in [hit.id for hit in first(bundled, question)]


@pytest.mark.parametrize("question", ["selank migraine", "semax erectile dysfunction", "селанк астма"])
def test_a_condition_that_stands_nowhere_is_not_answered_with_its_topic(bundled: Dataset, question: str) -> None:
    found = search(bundled, question)
    assert not found.answered
    assert (found.lead or "").startswith("The dataset has no answer on ")
    assert {hit.kind for hit in found.hits} <= {"compound", "faq", "limitation", "question"}


def test_where_nothing_answers_what_the_compound_is_and_its_limits_are_shown_and_the_status_is_1(run: Run) -> None:
    done = run("semax", "hair", "loss")
    assert done.returncode == 1
    assert "The dataset has no answer on 'semax hair loss' for Semax. What it is, and" in done.stdout
    assert "  compound  " in done.stdout
    assert "  limitation  " in done.stdout
    assert done.stderr == ""
    assert run("search", "semax", "hair", "loss", "--topic", "stroke").stdout == ""


@pytest.mark.parametrize(
    ("question", "absent"),
    [("can i give cerebrolysin injections to dogs", "dog"), ("как церебролизин влияет на сон", "sleep")],
)
def test_what_no_entry_of_a_compound_speaks_of_is_said_and_its_limits_are_among_the_first(
    bundled: Dataset, question: str, absent: str
) -> None:
    found = search(bundled, question)
    assert f"Nothing held on what was named speaks of “{absent}”." in (found.lead or "")
    assert "limitation" in {hit.kind for hit in found.hits[:FIRST]}


@pytest.mark.parametrize(
    ("question", "wanted"),
    [("семакс побічні ефекти", "safety"), ("semax é legal no brasil", "regulatory"), ("selank posologie", "dosing")],
)
def test_the_commonest_questions_are_understood_in_other_languages(
    bundled: Dataset, question: str, wanted: str
) -> None:
    assert wanted in understand(bundled, question).sections


@pytest.mark.parametrize(
    ("question", "first_year", "last_year"),
    [
        ("bpc157 human trials after 2020", 2021, 9999),
        ("selank trials before 2010", 0, 2009),
        ("semax papers since 2020", 2020, 9999),
        ("исследования семакса после 2015 года", 2016, 9999),
        ("studies of semax between 2005 and 2010", 2005, 2010),
    ],
)
def test_years_that_are_bounds_are_kept(bundled: Dataset, question: str, first_year: int, last_year: int) -> None:
    found = search(bundled, question)
    years = [bundled.references[key].issued for hit in found.hits for key in (hit.references or (hit.id,))]
    assert found.answered
    assert years
    assert all(first_year <= (year or 0) <= last_year for year in years)


@pytest.mark.parametrize(
    ("question", "left_out"),
    [("peptides for anxiety except selank", "selank"), ("semax and not selank", "selank"),
     ("что помогает при тревоге кроме селанка", "selank")],
)  # fmt: skip
def test_a_compound_that_a_question_leaves_out_is_left_out(bundled: Dataset, question: str, left_out: str) -> None:
    found = search(bundled, question)
    assert found.understood.without == (left_out,)
    assert found.hits
    assert left_out not in {key for hit in found.hits if len(hit.compounds) == 1 for key in hit.compounds}


@pytest.mark.parametrize("question", ["dsip in the 1980s", "dsip 1980's", "дсип в 1980-х годах"])
def test_a_decade_is_ten_years(bundled: Dataset, question: str) -> None:
    understood = understand(bundled, question)
    assert (understood.since, understood.until) == (1980, 1989)


@pytest.mark.parametrize(
    ("question", "left_out"),
    [
        ("cerebrolysin not stroke", "stroke"),
        ("cerebrolysin in dementia but not stroke", "stroke"),
        ("anxiety except randomised trials", "randomized-controlled-trial"),
        ("semax not in rats", "animal"),
        ("non-human studies of semax", "human"),
    ],
)
def test_a_topic_or_design_that_a_question_leaves_out_is_left_out(
    bundled: Dataset, question: str, left_out: str
) -> None:
    found = search(bundled, question, limit=None)
    assert found.understood.apart == (left_out,)
    assert found.hits
    designs = {hit.level for hit in found.hits}
    subjects = {bundled.designs[design].subject for design in designs if design}
    assert left_out not in {*designs, *subjects, *(hit.topic for hit in found.hits)}


def test_what_has_a_standing_or_was_blinded_is_left_out_with_what_rests_on_it_alone(bundled: Dataset) -> None:
    for question in ("cerebrolysin without retracted papers", "not double-blind cerebrolysin"):
        hits = search(bundled, question, limit=None).hits
        assert hits
        for hit in (hit for hit in hits if hit.kind in {"claim", "reference"}):
            papers = [bundled.references[key] for key in hit.references]
            assert any(paper.standing != "retracted" or "double" in question for paper in papers), hit.id
            assert any(paper.blinding != "double-blind" or "retracted" in question for paper in papers), hit.id


@pytest.mark.parametrize("kind", ["randomised trials", "animal studies"])
def test_which_have_none_of_a_kind_are_those_that_have_none(bundled: Dataset, kind: str) -> None:
    hits = search(bundled, f"which compounds have no {kind}?", limit=None).hits
    listed = {hit.id for hit in hits if hit.kind == "compound"}
    wanted = {"randomised trials": {"randomized-controlled-trial"}, "animal studies": {"animal-in-vivo"}}[kind]
    have = {
        compound
        for reference in bundled.references.values()
        if wanted & set(reference.design)
        for compound in reference.compounds
    }
    assert listed == set(bundled.compounds) - have


@pytest.mark.parametrize("name", ["thymosin beta 10", "thymosin β10", "thymosin alpha 2"])
def test_a_name_with_another_figure_is_another_substance(bundled: Dataset, name: str) -> None:
    with pytest.raises(NotFoundError, match="Nothing is held on thymosin"):
        search(bundled, name)


@pytest.mark.parametrize("condition", ["crohn", "HIV"])
def test_a_condition_of_which_nothing_is_held_is_said_above_what_is_near_it(bundled: Dataset, condition: str) -> None:
    lead = search(bundled, condition).lead or ""
    assert lead.startswith(f"Nothing held speaks of “{condition.lower()}”. The nearest:")


def test_a_denied_verb_leaves_nothing_out(bundled: Dataset) -> None:
    assert understand(bundled, "I can not sleep, what helps").topics == ("sleep",)


def test_where_there_is_none_of_a_compound_it_is_asked_of(bundled: Dataset) -> None:
    understood = understand(bundled, "why is there no semax in pharmacies")
    assert (understood.compounds, understood.without) == (("semax",), ())


def test_everything_but_a_compound_is_without_it(bundled: Dataset) -> None:
    assert understand(bundled, "everything but semax on anxiety").without == ("semax",)


def test_a_question_with_years_is_a_command_with_the_same_years(bundled: Dataset) -> None:
    assert understand(bundled, "studies of semax before 2000").say == "peptide cite --compound semax --until 1999"


def test_no_study_of_years_to_come_is_shown(bundled: Dataset) -> None:
    assert not search(bundled, "bpc157 human trials after 2030").answered


@pytest.mark.parametrize("question", ["insulin side effects", "is melatonin safe", "дозировка пирацетама"])
def test_what_is_so_of_a_substance_that_is_none_of_ours_is_said_to_be_beside(bundled: Dataset, question: str) -> None:
    found = search(bundled, question)
    assert ": no compound here. What is held beside it:" in (found.lead or "")
    claims = [hit.text for hit in found.hits if hit.kind == "claim"]
    assert claims
    assert all(re.search("insulin|melatonin|piracetam", text, re.IGNORECASE) for text in claims)


def test_deaths_are_not_those_of_cells(bundled: Dataset) -> None:
    assert not search(bundled, "semax deaths").answered


@pytest.mark.parametrize("question", ["is semax a steroid", "is semax natural", "is bpc-157 a hormone"])
def test_what_kind_of_thing_it_is_begins_with_what_it_is(bundled: Dataset, question: str) -> None:
    assert first(bundled, question)[0].kind == "compound"


def test_dependence_is_not_what_depends_nor_tolerance_what_was_tolerated(bundled: Dataset) -> None:
    found = search(bundled, "is semax addictive")
    assert not any("tolerated" in hit.text or "depends on" in hit.text for hit in found.hits)


def test_where_a_country_is_not_held_the_status_in_others_is_shown(bundled: Dataset) -> None:
    found = search(bundled, "is cerebrolysin available in the uk")
    assert not found.answered
    assert [hit.kind for hit in found.hits[:4]] == ["compound", "regulatory", "regulatory", "regulatory"]


@pytest.mark.parametrize("question", ["does selank really work", "is semax legit", "bpc-157 scam", "семакс"])
def test_a_name_alone_or_whether_it_is_any_good_is_told_by_what_it_is_and_its_limits(
    bundled: Dataset, question: str
) -> None:
    kinds = [hit.kind for hit in first(bundled, question)]
    assert kinds[0] == "compound"
    assert "limitation" in kinds


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("noopept time of day", "dosing"),
        ("should you take bpc 157 daily", "dosing"),
        ("cerebrolysin with other medications", "Label warnings"),
        ("is research grade bpc-157 any different", "Quality of goods"),
        ("через какое время действует семакс", "Duration of effect"),
    ],
)
def test_when_with_what_how_soon_and_of_what_grade_are_understood(bundled: Dataset, question: str, wanted: str) -> None:
    understood = understand(bundled, question)
    assert wanted in (*understood.sections, *understood.facts)


@pytest.mark.parametrize("question", ["how many mcg of bpc-157 should i inject each day", "сколько мне капать семакса"])
def test_who_asks_for_a_dose_of_his_own_is_told_that_none_is_advised(bundled: Dataset, question: str) -> None:
    with pytest.raises(NotFoundError, match="No dose is advised"):
        search(bundled, question)


def test_an_ordinary_word_tells_something_only_where_it_is_held(bundled: Dataset) -> None:
    assert understand(bundled, "will noopept make me edgy").unknown == ()
    assert "workers" in understand(bundled, "pineal extract for gas workers").words


def test_a_status_asked_for_in_russian_is_that_in_russia_first(bundled: Dataset) -> None:
    hits = first(bundled, "почему семакс пропал из аптек")
    assert hits[0].id == "semax/RU/2026-01-20"


def test_a_list_of_compounds_shows_of_each_what_answers_best(bundled: Dataset) -> None:
    hits = search(bundled, "which peptides were tested in spinal cord injury").hits
    assert [hit.kind == "compound" for hit in hits[:4]] == [True, False, True, False]
    assert all(hits[i].compounds[0] in hits[i + 1].compounds for i in (0, 2))


# -- the box on the command line ---------------------------------------------------------------------------------


def test_words_without_a_command_are_a_question(run: Run) -> None:
    assert run("semax", "side", "effects").stdout == run("search", "semax", "side", "effects").stdout
    assert run("semax").stdout == run("show", "semax").stdout
    assert run("acth", "4-10", "--plain").stdout.startswith("ACTH(4-10)")


def test_a_misspelt_command_is_answered_as_such(run: Run) -> None:
    done = run("serach", "bdnf")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Did you mean: peptide search bdnf" in done.stderr


def test_help_is_understood(run: Run) -> None:
    assert run("help", "show").stdout == run("show", "--help").stdout
    assert "Commands" in run("help").stdout
    done = run("help", "nope")
    assert (done.returncode, done.stdout, "no command 'nope'" in done.stderr) == (2, "", True)


def test_a_stranger_is_said_to_be_another_thing_and_names_no_nearest(run: Run) -> None:
    for stranger in ("semaglutide", "ozempic"):
        done = run(stranger)
        assert (done.returncode, done.stdout) == (1, "")
        assert "peptide show semax" not in done.stderr


def test_a_relative_is_told_apart(run: Run) -> None:
    done = run("show", "n-acetyl semax amidate")
    assert (done.returncode, done.stdout) == (1, "")
    assert "is not Semax" in done.stderr
    assert "relative" in run("search", "adamax").stdout


def test_the_answer_says_what_was_understood_and_how_to_say_it(run: Run) -> None:
    lines = run("search", "semx", "side", "effcts").stdout.splitlines()
    assert lines[0].startswith("Understood: Semax · safety; ")
    assert lines[1] == "As a command: peptide show semax --section safety"


def test_a_question_on_doses_is_answered_with_the_line_that_none_is_advised(run: Run) -> None:
    assert "No dosing advice" in run("search", "semax", "dose").stdout


def test_the_hits_in_json_have_the_promised_keys(answer: Any) -> None:
    data = answer("search", "selank anxiety")
    assert data["understood"]["compounds"] == ["selank"]
    promised = {
        "kind",
        "id",
        "compounds",
        "text",
        "spans",
        "topic",
        "level",
        "result",
        "verdict",
        "references",
        "score",
    }
    assert all(promised <= hit.keys() for hit in data["hits"])
    assert [hit["score"] for hit in data["hits"]] == sorted((hit["score"] for hit in data["hits"]), reverse=True)


@pytest.mark.parametrize("question", ["", "   ", "the of and", "!!! ???", "\x1b[31m", "a" * 20_000, "слово " * 4000])
def test_a_question_that_asks_nothing_gets_a_message_in_bounded_time(run: Run, question: str) -> None:
    done = run("search", question)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("peptide: ")
    assert "\x1b" not in done.stderr


def test_people_come_before_animals_and_these_before_cells(answer: Any, bundled: Dataset) -> None:
    subjects = [
        bundled.designs[hit["level"]].subject
        for hit in answer("search", "semax stroke")["hits"]
        if hit["kind"] == "claim" and hit["topic"] == "stroke"
    ]
    order = {"human": 0, "secondary": 0, "animal": 1, "laboratory": 2}
    assert [order[s] for s in subjects[:4]] == sorted(order[s] for s in subjects[:4])


def test_filters_are_understood_or_answered_with_the_nearest(run: Run) -> None:
    assert run("cite", "--compound", "semax", "--topic", "bdnf", "--width", "80").returncode == 0
    assert run("cite", "--compound", "selank", "--design", "rct").returncode == 0
    done = run("search", "semax", "--topic", "axiety")
    assert done.returncode == 0 or "anxiety" in done.stderr


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Can BPC-157 be stacked with TB-500?", "tb-500/Blends"),
        ("bpc157 и tb500 вместе", "tb-500/Blends"),
        ("can bpc-157 be combined with thymosin beta 4", "bpc-157-lee-2021-knee-thymosin"),
        ("Semax vs. Selank: what's the difference?", "differences-selank-semax"),
        ("Is TB-500 the same as thymosin β-4?", "tb4-tb-500"),
        ("Is DSIP the same thing as emideltide?", "dsip/emideltide"),
        ("Where can I find Cerebrolysin research papers?", "strilciuc-2021-safety"),
        ("What do DSIP's clinical trials show?", "dsip-schneider-helmert-1981-acute"),
        ("Семакс глазные капли инструкция по применению цена отзывы", "semax/anecdotes/1"),
        ("zadaxin hep b", "ta1-hepatitis"),
        ("noopept hif1", "noopept-vakhitova-2016-hif1-reporter"),
        ("Verlängert Epitalon das Leben?", "epitalon-lifespan"),
        ("тимозин бета-4 серце", "tb4-heart"),
        ("best peptide 4 brain", "cerebrolysin"),
        ("What peptides have the best evidence for longevity?", "epithalamin"),
    ],
)
def test_what_is_asked_in_another_turn_of_phrase_is_reached(bundled: Dataset, question: str, wanted: str) -> None:
    assert wanted in [hit.id for hit in first(bundled, question)]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("семакс и селанк можно ли принимать вместе", "Nothing is held on Semax with Selank together"),
        ("Does BPC-157 have any cognitive benefits?", "The dataset has no answer on"),
        ("Is SS-31 banned in sports?", "The dataset has no answer on"),
        ("кортексин сдвг", "The dataset has no answer on"),
        ("церебролизин при нейросенсорной тугоухости", "The dataset has no answer on"),
    ],
)
def test_of_what_is_not_held_of_a_compound_that_is_said_and_nothing_else_answers(
    bundled: Dataset, question: str, said: str
) -> None:
    found = search(bundled, question)
    assert not found.answered
    assert found.lead
    assert found.lead.startswith(said)


@pytest.mark.parametrize("question", ["quantum levitation of peptides", "Is methylene blue a peptide?", "get a tan"])
def test_no_word_is_bent_into_another_to_have_an_answer(bundled: Dataset, question: str) -> None:
    with pytest.raises(NotFoundError):
        search(bundled, question)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("trials with placebo", "trials with placebo"),
        ("evidence for semax in stroke", "evidence for semax in stroke"),
        ("compare semax with selank", "compare semax with selank"),
        ("compare the effects of semax and selank in stroke", "compare the effects of semax and selank in stroke"),
        ("show me semax", "show me semax"),
        ("list peptides for sleep", "list peptides for sleep"),
        ("show stroke?", "show 'stroke?'"),
        ("evidence semax -f csv in stroke", "evidence semax in stroke"),
    ],
)
def test_a_question_that_begins_with_the_name_of_a_command_is_offered_as_one(
    run: Run, typed: str, offered: str
) -> None:
    done = run(*typed.split())
    assert done.returncode != 0
    assert done.stderr.count("As a question:") == 1
    assert done.stderr.splitlines()[-1] == f"As a question: peptide search {offered}"
    assert run(*shlex.split(f"search {offered}")).returncode == 0


@pytest.mark.parametrize(
    "typed", ["trials semax xyzzyx", "show semax selank", "show for", "show semaglutide", "show aspirin"]
)
def test_names_that_are_wrong_or_too_many_are_not_offered_as_a_question(run: Run, typed: str) -> None:
    done = run(*typed.split())
    assert done.returncode != 0
    assert "As a question" not in done.stderr


@pytest.mark.parametrize("word", ["for", "peptide", "body"])
def test_a_small_word_of_a_question_is_not_taken_for_the_beginning_of_a_name(bundled: Dataset, word: str) -> None:
    with pytest.raises(NotFoundError):
        find(bundled, word)


@pytest.mark.parametrize("question", ["weight loss", "peptides for weight loss", "loss of weight", "obesity"])
def test_who_asks_for_weight_loss_is_shown_the_study_in_people_in_which_there_was_none(
    bundled: Dataset, question: str
) -> None:
    assert any("reduced neither weight" in hit.text for hit in search(bundled, question).hits[:FIRST])


@pytest.mark.parametrize(
    ("question", "command"),
    [
        ("wada bpc-157", "peptide show bpc-157 --section regulatory"),
        ("semax in russia", "peptide show semax --section regulatory"),
        ("semax anxiety", "peptide search --compound semax --topic anxiety"),
        ("wada bpc-157 tendon", None),
        ("semax versus", None),
    ],
)
def test_the_command_for_a_question_asks_no_less_than_the_question(
    bundled: Dataset, question: str, command: str | None
) -> None:
    assert understand(bundled, question).say == command
