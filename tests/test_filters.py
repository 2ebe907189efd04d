"""What narrows a question, and numbers of registries where a name is asked for."""

from __future__ import annotations

import shlex
from typing import Any

import pytest

from conftest import Run
from peptidecli.answers.open import address
from peptidecli.answers.search import search
from peptidecli.dataset.dataset import Dataset


def test_a_topic_that_hits_carry_can_be_filtered_by(answer: Any) -> None:
    hits = answer("search", "molecular", "weight", "--topic", "identity")["hits"]
    assert hits
    assert {hit["topic"] for hit in hits if hit["kind"] != "reference"} == {"identity"}


@pytest.mark.parametrize("words", [["ischemia"], []], ids=str)
def test_references_on_a_topic_stay_when_it_is_filtered_by(answer: Any, bundled: Dataset, words: list[str]) -> None:
    hits = answer("search", *words, "--topic", "stroke", "--all")["hits"]
    references = [hit["id"] for hit in hits if hit["kind"] == "reference"]
    assert references
    assert all("stroke" in bundled.topics_of(key) for key in references)
    assert {hit["topic"] for hit in hits if hit["kind"] != "reference"} == {"stroke"}


def test_each_study_in_people_has_one_of_the_results_that_trials_filters_by(answer: Any) -> None:
    whole = {trial["reference"]: trial["result"] for trial in answer("trials")["trials"]}
    kept = {
        result: [trial["reference"] for trial in answer("trials", "--result", result)["trials"]]
        for result in ("positive", "null", "negative", "mixed", "unknown")
    }
    assert sorted(whole) == sorted(key for keys in kept.values() for key in keys)
    assert {whole[key] for key in kept["unknown"]} == {"unknown", None}


@pytest.mark.parametrize(
    "asked", [["anxiety", "--result", "null", "--compound", "selank"], ["anxiety selank", "--design", "animal"]]
)
def test_a_search_as_a_command_asks_for_what_was_asked_for_with_its_options(answer: Any, asked: list[str]) -> None:
    first = answer("search", *asked)
    again = answer(*shlex.split(first["understood"]["say"])[1:])
    assert [hit["id"] for hit in again["hits"]] == [hit["id"] for hit in first["hits"]]
    assert again["total"] == first["total"]


def test_a_search_for_nothing_at_all_says_how_to_ask(run: Run) -> None:
    done = run("search")
    assert (done.returncode, done.stdout) == (2, "")
    assert "peptide search --topic stroke" in done.stderr


@pytest.mark.parametrize(
    "query", ["mehfpgp", "MEHFPGP", "PMID 16996037", "doi:10.1016/j.brainres.2006.07.108",
              "https://doi.org/10.1016/j.brainres.2006.07.108", "https://pubmed.ncbi.nlm.nih.gov/16996037/"],
)  # fmt: skip
def test_show_understands_what_cite_and_open_understand(answer: Any, query: str) -> None:
    found = answer("show", query)
    assert (found["compound"]["id"], found["match"]["kind"]) == ("semax", "identifier")


def test_show_understands_a_number_of_pubmed_central(answer: Any, bundled: Dataset) -> None:
    alone = {r.pmcid: r.compounds[0] for r in bundled.references.values() if r.pmcid and len(r.compounds) == 1}
    assert len(alone) > 5
    for number, compound in sorted(alone.items())[:5]:
        assert answer("show", number)["compound"]["id"] == compound


@pytest.mark.parametrize(
    "query", ["10.1016/j.brainres.2006.07.108", "doi.org/10.1016/j.brainres.2006.07.108", "PMID:16996037",
              "https://www.doi.org/10.1016/j.brainres.2006.07.108", "dolotov-2006-hippocampus"],
)  # fmt: skip
def test_open_understands_a_number_in_any_form(run: Run, query: str) -> None:
    done = run("open", query, "--print")
    assert (done.returncode, done.stdout) == (0, "https://doi.org/10.1016/j.brainres.2006.07.108\n")


@pytest.mark.parametrize(
    ("query", "page"),
    [("CID:122178", "https://pubchem.ncbi.nlm.nih.gov/compound/122178"),
     ("CID 9811102", "https://pubchem.ncbi.nlm.nih.gov/compound/9811102"),
     ("semax", "https://pubchem.ncbi.nlm.nih.gov/compound/9811102")],
)  # fmt: skip
def test_open_goes_to_the_entry_of_pubchem_that_was_asked_for(run: Run, query: str, page: str) -> None:
    assert run("open", query, "--print").stdout == f"{page}\n"


def test_open_goes_to_where_a_reference_was_seen_that_has_no_number(bundled: Dataset) -> None:
    for reference in bundled.references.values():
        if any(trace.url for trace in reference.trace):
            assert address(bundled, reference.id).url.startswith("https://"), reference.id


def test_what_is_found_begins_in_one_column_two_blanks_behind_the_widest_kind_of_entry(run: Run) -> None:
    lines = run("search", "cerebrolysin safety", COLUMNS="100").stdout.splitlines()
    first = [line.replace("\u00a0", " ") for line in lines if line.startswith("  ") and line[2:3].strip()]
    kinds = {line.partition("Cerebrolysin")[0].strip() for line in first}
    assert kinds >= {"randomised, no harm seen", "case, harm"}
    assert {line.find("Cerebrolysin") for line in first} == {len("  randomised, no harm seen  ")}
    assert "\n  status  Semax  United States" in run("search", "semax is it legal in the us", COLUMNS="100").stdout


@pytest.mark.parametrize(
    "asked", [["stroke", "--design", "in vitro"], ["stroke", "--design", "laboratory"], ["stroke", "--kind", "origin"],
              ["stroke", "--compound", "gb-115"], ["bdnf", "--kind", "safety"], ["stroke", "--topic", "sleep"]],
    ids=" ".join,
)  # fmt: skip
def test_a_search_of_which_nothing_passes_an_option_tells_it_and_what_is_there_without(
    run: Run, answer: Any, asked: list[str]
) -> None:
    done = run("search", *asked)
    assert (done.returncode, done.stdout) == (1, "")
    word, option, value = asked
    first, second = done.stderr.splitlines()
    assert first == f"peptide: Nothing that answers {word!r} passes {option} {shlex.quote(value)}."
    assert second == f"Without it {answer('search', word, '--all')['total']} entries answer: peptide search {word}"


def test_trials_and_cite_tell_which_options_nothing_passes_and_how_much_is_there_without(run: Run, answer: Any) -> None:
    done = run("trials", "semax", "--design", "rct", "--since", "1990")
    held = len(answer("trials", "semax")["trials"])
    assert done.returncode == 1
    assert done.stderr == (
        "peptide: No study in people of Semax passes --design rct --since 1990.\n"
        f"Without them {held} are held: peptide trials semax\n"
    )
    done = run("cite", "stroke", "--topic", "sleep")
    assert done.returncode == 1
    assert f"Without it {answer('cite', 'stroke')['total']} answer: peptide cite stroke" in done.stderr


@pytest.mark.parametrize(("said", "blinding"), [("double-blind", "double-blind"), ("Double blind", "double-blind"),
                                                ("single-blind", "single-blind"), ("open", "open")])  # fmt: skip
def test_a_word_for_blinding_leaves_what_was_blinded_so(
    answer: Any, bundled: Dataset, said: str, blinding: str
) -> None:
    meant = {key for key, reference in bundled.references.items() if reference.blinding == blinding}
    every = {trial["reference"]: trial["blinding"] for trial in answer("trials")["trials"]}
    kept = {trial["reference"] for trial in answer("trials", "--design", said)["trials"]}
    assert kept == {key for key, blinded in every.items() if blinded == blinding} != set()
    assert {hit["reference"]["id"] for hit in answer("cite", "--design", said, "--limit", "0")["hits"]} == meant
    hits = answer("search", "--design", said, "--all")["hits"]
    assert {hit["id"] for hit in hits if hit["kind"] == "reference"} == meant
    assert all(meant & set(hit["references"]) for hit in hits if hit["kind"] == "claim")


@pytest.mark.parametrize("command", ["trials", "search", "cite"])
@pytest.mark.parametrize("word", ["placebo", "sham", "pilot", "crossover", "phase 2", "children", "mice", "cochrane"])
def test_a_word_that_is_no_design_is_refused_with_the_designs_and_blindings_there_are(
    run: Run, command: str, word: str
) -> None:
    done = run(command, "semax", "--design", word)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"there is no study design {word!r}" in done.stderr
    assert "randomized-controlled-trial" in done.stderr
    assert "blinding: double-blind, single-blind, open" in done.stderr


def test_a_compound_is_not_chosen_by_blinding(run: Run) -> None:
    done = run("list", "--at-least", "double-blind")
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no study design 'double-blind'" in done.stderr


def test_what_a_topic_as_option_and_another_in_the_question_leave_is_on_both(answer: Any, bundled: Dataset) -> None:
    hits = answer("search", "stroke", "--topic", "dementia", "--all")["hits"]
    assert hits
    for hit in hits:
        topics = bundled.topics_of(hit["id"]) if hit["kind"] == "reference" else (hit["topic"],)
        assert "dementia" in topics
        assert "stroke" in topics or "stroke" in hit["text"].lower()


@pytest.mark.parametrize(
    "asked", [["anxiety no effect", "--result", "positive"], ["side effects", "--kind", "mechanism"],
              ["largest trial", "--kind", "safety"], ["meta-analysis stroke", "--design", "human"]],
    ids=" ".join,
)  # fmt: skip
def test_an_option_and_a_question_that_name_two_things_of_a_kind_leave_nothing(run: Run, asked: list[str]) -> None:
    done = run("search", *asked)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"passes {asked[1]} {asked[2]}." in done.stderr


def test_what_a_compound_as_option_and_another_in_the_question_leave_speaks_of_both(answer: Any) -> None:
    hits = answer("search", "semax", "--compound", "selank", "--all")["hits"]
    assert hits
    assert all("selank" in hit["compounds"] for hit in hits)
    assert all("semax" in hit["compounds"] or "semax" in hit["text"].lower() for hit in hits)


@pytest.mark.parametrize(
    ("option", "value", "field"), [("--kind", "origin", "section"), ("--result", "null", "result")], ids=str
)
def test_options_alone_leave_all_that_passes_them(answer: Any, option: str, value: str, field: str) -> None:
    hits = answer("search", option, value, "--all")["hits"]
    assert hits
    assert {hit[field] for hit in hits} == {value}


def test_open_says_of_a_number_that_circulates_and_is_wrong_that_it_is(run: Run) -> None:
    done = run("open", "15895889", "--print")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("peptide: 15895889 circulates and is wrong; what is known: peptide cite 15895889")


@pytest.mark.parametrize(
    "question",
    ["dsip sleep double-blind", "semax stroke randomised", "pinealon memory", "bpc-157 memory", "semax rct in people",
     "selank anxiety placebo", "harm in people", "cerebrolysin dementia no difference"],
)  # fmt: skip
def test_a_question_is_offered_as_a_command_only_where_that_has_an_answer(
    run: Run, bundled: Dataset, question: str
) -> None:
    say = search(bundled, question).understood.say
    assert say is None or run(*shlex.split(say)[1:]).returncode == 0


def test_asked_of_one_topic_a_study_found_what_it_found_on_that(answer: Any) -> None:
    (study,) = (trial for trial in answer("trials", "acth-4-10", "--topic", "electrophysiology")["trials"]
                if trial["reference"] == "smolnik-1999-attention")  # fmt: skip
    assert study["result"] == "negative"


def test_a_word_for_blinding_in_a_question_asks_for_what_was_blinded_so(bundled: Dataset) -> None:
    for question in ("dsip sleep double-blind", "двойное слепое исследование дсип сон"):
        understood = search(bundled, question).understood
        assert (understood.blindings, understood.designs) == (("double-blind",), ())
        assert (understood.say or "").endswith("--compound dsip --topic sleep --design double-blind")
    blinded = {reference.id for reference in bundled.references.values() if reference.blinding == "double-blind"}
    assert {*search(bundled, "semax double-blind").hits[0].references} & blinded
