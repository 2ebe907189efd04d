"""`peptide show`."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from conftest import MINI, Run
from peptidecli.answers.lookup import find
from peptidecli.answers.show import profile, section_of
from peptidecli.dataset.dataset import Dataset


def test_show_semax_names_sequence_formula_and_computed_mass(run: Run) -> None:
    text = run("show", "semax").stdout
    assert "Met-Glu-His-Phe-Pro-Gly-Pro" in text
    assert "C37H51N9O10S" in text
    assert "813.92 g/mol" in text
    assert "80714-61-0" in text


def test_a_profile_has_the_sections_of_the_command_contract(run: Run) -> None:
    text = run("show", "semax", "--all").stdout
    sections = [
        "IDENTITY", "WHAT STANDS BEHIND IT", "MECHANISMS", "EFFECTS IN PEOPLE", "EFFECTS IN ANIMALS AND CELLS",
        "PHARMACOKINETICS", "SAFETY", "REGULATORY STATUS", "CIRCULATES, AND DOES NOT HOLD", "LIMITATIONS",
        "OPEN QUESTIONS", "REFERENCES",
    ]  # fmt: skip
    assert [line for line in sections if not re.search(rf"^{line}", text, re.MULTILINE)] == []


def test_a_search_has_every_finding_in_the_section_in_which_its_profile_has_it(bundled: Dataset) -> None:
    searched = dict(bundled.rows("SELECT id, section FROM entry WHERE kind = 'claim'"))
    profiles = [profile(bundled, *find(bundled, name)) for name in bundled.compounds]
    shown = {finding.claim.id: section_of(finding) for whole in profiles for finding in whole.findings}
    assert {key: section for key, section in searched.items() if section != shown[key]} == {}
    # A review is of people where those that it sums up were, whatever its population is called.
    assert searched["cerebrolysin-ziganshina-2023-cochrane-death"] == "effects"


def marks_of(text: str) -> set[str]:
    """Return the marks of references and sources in a text: 4, S2."""
    groups = re.findall(r"\[((?:S?\d+,\s+)*S?\d+)\]", re.sub(r"\n\s+", " ", text))
    return {mark.strip() for group in groups for mark in group.split(",")}


def listed_in(text: str) -> set[str]:
    """Return the numbers under which references and sources are listed."""
    return set(re.findall(r"^  \[(S?\d+)\]", text, re.MULTILINE))


def test_every_number_in_the_whole_profile_is_in_its_lists(run: Run) -> None:
    body, _, lists = run("show", "selank", "--all").stdout.partition("\nREFERENCES")
    assert marks_of(body)
    assert marks_of(body) <= listed_in(lists)


@pytest.mark.parametrize("section", ["safety", "mechanisms", "limitations", "faq", "regulatory", "identity"])
def test_a_section_brings_its_list_under_the_numbers_of_the_whole(run: Run, section: str) -> None:
    body, _, lists = run("show", "selank", "--section", section).stdout.rpartition("\nREFERENCES")
    if not body:
        body, _, lists = run("show", "selank", "--section", section).stdout.partition("\nSOURCES")
    whole = run("show", "selank", "--all").stdout
    assert marks_of(body)
    assert marks_of(body) <= listed_in(lists)
    for line in re.findall(r"^  \[\d+\] +.*$", lists, re.MULTILINE):
        assert line in whole


def test_a_section_lists_no_source_that_nothing_in_it_cites(run: Run, bundled: Dataset) -> None:
    for key in bundled.compounds:
        text, _, listed = run("show", key, "--section", "regulatory").stdout.partition("SOURCES THAT ARE NOT PAPERS")
        cited = set(re.findall(r"S\d+", " ".join(re.findall(r"\[[^\]]*\]", text))))
        assert set(re.findall(r"^\s+\[(S\d+)\]", listed, re.MULTILINE)) <= cited, key


def test_a_section_in_which_nothing_stands_is_said_to_be_empty(run: Run) -> None:
    assert "Nothing is held under effects." in run("show", "p21", "--section", "effects").stdout


def test_harm_is_called_harm_whatever_topic_it_is_on(run: Run) -> None:
    for command in ("search cerebrolysin seizures", "show cerebrolysin --section safety"):
        said = " ".join(run(*command.split()).stdout.split())
        assert "observed, harm" in said
        assert "opposite" not in said


def test_everything_is_in_the_whole_profile(answer: Any, run: Run) -> None:
    whole = re.sub(r"\s+", " ", run("show", "semax", "--all").stdout)
    missing = [f["claim"]["id"] for f in answer("show", "semax")["findings"] if f["claim"]["text"] not in whole]
    assert missing == []


# -- the first screen --------------------------------------------------------------------------------------------


def test_the_first_screen_fits_sixty_lines_for_every_compound(run: Run, bundled: Dataset) -> None:
    for compound in bundled.compounds:
        lines = run("show", compound, "--width", "80").stdout.splitlines()
        assert 10 < len(lines) <= 60, compound
        assert max(map(len, lines)) <= 80, compound


def test_the_first_screen_has_its_parts_in_order(run: Run) -> None:
    text = run("show", "semax").stdout
    parts = ["Semax  ", "IN SHORT", "BEHIND IT", "IN PEOPLE", "SAFETY", "STATUS", "MAY WORK", "DOES NOT HOLD", "More:"]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_the_first_screen_of_cerebrolysin_has_cochranes_null_and_who_paid(run: Run) -> None:
    text = re.sub(r"\s+", " ", run("show", "cerebrolysin").stdout)
    assert re.search(r"Ischaemic stroke \(moderate\) Cochrane [\d,]+ 1 no difference", text)
    assert re.search(r"a maker paid or employed in \d+", text)


def test_the_first_screen_tells_the_decisive_and_the_newest_events(run: Run) -> None:
    text = re.sub(r"\s+", " ", run("show", "semax").stdout)
    assert "2026-04 off it, still not allowed" in text
    assert "2026-07 advisers 8 to 5 for it, not binding" in text


def test_a_number_of_the_first_screen_is_looked_up_by_ref(run: Run) -> None:
    number = re.search(r"\[(\d+)[ \]+]", run("show", "semax").stdout)
    assert number
    done = run("show", "semax", "--ref", number[1])
    assert f"[{number[1]}]" in done.stdout
    assert "doi:" in done.stdout or "PMID:" in done.stdout
    assert run("show", "semax", "--ref", "9999").returncode == 1


def test_the_first_screen_marks_own_data(run: Run, tmp_path: Path) -> None:
    (tmp_path / "compounds").mkdir()
    own = (
        'id = "ownax"\nname = "Ownax"\nclass = "test"\nsummary = "Mine."\nprimary-mechanism = "?"\ndistinction = "?"\n'
    )
    (tmp_path / "compounds" / "ownax.toml").write_text(own)
    assert run("--data", str(tmp_path), "show", "ownax").stdout.startswith("own Ownax")
    assert run("--data", str(tmp_path), "show", "semax").stdout.startswith("Semax")


def test_section_shows_that_section_whole_and_nothing_else(run: Run) -> None:
    text = run("show", "semax", "--section", "limitations").stdout
    assert "LIMITATIONS" in text
    assert "MECHANISMS" not in text


def test_a_retracted_reference_is_said_to_be_retracted(run: Run) -> None:
    text = run("show", "cerebrolysin", "--all").stdout
    assert "RETRACTED" in text


def test_what_circulates_and_does_not_hold_is_in_the_profile(run: Run) -> None:
    text = re.sub(r"\s+", " ", run("show", "semax", "--section", "statements").stdout)
    assert "887.04" in text
    assert "contradicted" in text


def test_json_tells_how_the_name_was_understood(answer: Any) -> None:
    assert answer("show", "semax")["compound"]["id"] == "semax"
    assert answer("show", "semax")["match"] == {
        "query": "semax", "kind": "exact", "score": 100.0, "matched": "Semax",
    }  # fmt: skip
    assert answer("show", "Семакс")["match"]["kind"] == "alias"
    assert answer("show", "80714-61-0")["match"]["kind"] == "identifier"
    assert answer("show", "cerebro")["match"]["kind"] == "prefix"
    assert answer("show", "semqx")["match"]["kind"] == "fuzzy"


def test_a_fuzzy_match_is_said_on_stderr_and_only_there(run: Run) -> None:
    done = run("show", "semqx")
    assert "'semqx' read as Semax" in done.stderr
    assert "semqx" not in done.stdout


@pytest.mark.parametrize(
    "asked",
    ["show noo", "trials noo", "evidence noo", "compare noo selank", "cite --compound noo",
     "search --compound noo memory"],
)  # fmt: skip
def test_a_name_that_was_completed_is_said_on_stderr(run: Run, asked: str) -> None:
    assert "'noo' read as Noopept" in run(*asked.split()).stderr


def test_a_beginning_that_a_stranger_has_too_is_refused_and_names_both(run: Run) -> None:
    done = run("show", "sema")
    assert (done.returncode, done.stdout) == (1, "")
    assert "Nothing is held on semaglutide" in done.stderr
    assert "peptide show semax" in done.stderr


def test_the_number_of_a_paper_is_said_to_be_one(run: Run) -> None:
    said = run("show", "16996037").stderr
    assert "'16996037' read as Semax, which the paper of that number is on" in said
    assert "peptide cite dolotov-2006-hippocampus" in said


def test_an_unknown_name_exits_1_with_nothing_on_stdout(run: Run) -> None:
    done = run("show", "aspirin")
    assert (done.returncode, done.stdout) == (1, "")
    assert "peptide list" in done.stderr


def test_a_name_near_to_one_names_it(run: Run) -> None:
    done = run("show", "semaxanib")
    assert done.returncode == 1
    assert "peptide show semax" in done.stderr


def test_a_prefix_of_two_compounds_lists_both(run: Run) -> None:
    done = run("show", "acth")
    assert done.returncode == 1
    assert "peptide show acth-4-10" in done.stderr
    assert "peptide show semax" in done.stderr


def first(run: Run, compound: str, part: str) -> str:
    """Return a part of the first screen of a compound, its blanks made one."""
    text = run("show", compound, "--width", "100").stdout
    found = re.search(rf"^{part}(.*?)(?=^\S|\Z)", text, re.MULTILINE | re.DOTALL)
    assert found
    return " ".join(found[1].split())


def test_the_harm_that_is_told_first_is_that_of_the_strongest_study(run: Run) -> None:
    assert "20 of 667 against 8 of 668 people" in first(run, "cerebrolysin", "SAFETY")


@pytest.mark.parametrize(
    ("compound", "row"),
    [
        ("elamipretide", "Vision: 1 randomised, double-blind, n = 176: 1 no difference"),
        ("davunetide", "n = 313: 1 no difference in progressive supranuclear palsy; PSPRS worse by 11.8 v 11.8 points"),
        ("thymosin-beta-4", "3 randomised, double-blind, n = 99: 1 better, 2 no difference"),
        ("cerebrolysin", "11 randomised, 8 double-blind, n = 2,354+"),
        ("cerebrolysin", "the largest (n = 1,070): no difference"),
        ("selank", "2 randomised, n = 132: 1 better, 1 no difference, against phenazepam alone and medazepam"),
        ("noopept", "1 no difference in mild vascular or traumatic cognitive disorder, against piracetam"),
        ("thymosin-alpha-1", "Cancer: 1 cohort, n = 558: 1 better"),
    ],
)
def test_a_trial_found_what_its_primary_outcome_was_in_people_counted_once_against_what_it_was_held(
    run: Run, compound: str, row: str
) -> None:
    assert row in run("show", compound, "--plain", "--width", "400").stdout


OWN = """\
id = "dihexa"
extends = true
[[maker]]
name = "Owncorp"
place = "Here"
sources = []
[[fact]]
label = "Trial of our own"
value = "Told at a meeting."
study = "ours, 12 people: nothing found"
[[claim]]
id = "own-sleep"
text = "Sleep was 12 minutes longer (5 to 19)."
topic = "sleep"
kind = "effect"
result = "positive"
population = "patients"
references = ["ladurner-2005-stroke"]
effect = "+12 min (5 to 19)"
"""


def test_a_size_a_maker_and_a_study_without_a_paper_are_on_the_first_screen_and_in_the_profile(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "compounds").mkdir()
    (tmp_path / "compounds" / "dihexa.toml").write_text(OWN, encoding="utf-8")
    own = ("--data", str(tmp_path))
    screen = re.sub(r"\s+", " ", run(*own, "show", "dihexa").stdout)
    for told in ("; +12 min (5 to 19)", "Owncorp", "ours, 12 people: nothing found"):
        assert told in screen
    assert "own Owncorp (Here)" in run(*own, "show", "dihexa", "--section", "identity").stdout
    assert "Owncorp (Here)" in run(*own, "search", "who makes dihexa").stdout


@pytest.mark.parametrize("compound", ["tuftsin", "dihexa"])
def test_what_nobody_was_given_has_no_study_in_people(run: Run, compound: str) -> None:
    assert first(run, compound, "IN PEOPLE") == "No study that gave it to people is held."
    assert "people, " not in run("show", compound).stdout
    assert run("trials", compound).returncode == 1
    row = re.search(rf"^{compound}.*$", run("list", "--width", "120").stdout, re.IGNORECASE | re.MULTILINE)
    assert row
    assert " 0 " in row[0]


def test_what_animals_showed_stands_in_a_line_with_how_sure_that_is(run: Run) -> None:
    told = first(run, "dihexa", "IN ANIMALS")
    assert told.startswith("Learning, memory, attention: 1 better, 1 no difference (disagreeing);")


@pytest.mark.parametrize(
    ("compound", "said"), [("bpc-157", "US not approved: 2023-09"), ("bpc-157", "Anti-doping prohibited in sport: ")]
)
def test_status_begins_with_what_the_steps_come_to(run: Run, compound: str, said: str) -> None:
    assert said in first(run, compound, "STATUS")


def test_what_does_not_hold_stands_with_what_is_so_instead(run: Run) -> None:
    assert "“DSIP lowers cortisol” contradicted: In eleven men cortisol did not change" in first(
        run, "dsip", "DOES NOT HOLD"
    )


def test_nobody_is_sent_to_studies_in_people_of_which_there_is_none(run: Run, bundled: Dataset) -> None:
    for compound in bundled.compounds:
        more = run("show", compound).stdout.replace("\N{NO-BREAK SPACE}", " ").rpartition("More: ")[2]
        commands = [part.split(" (")[0].split() for part in " ".join(more.split()).split(" · ")]
        asked = run("search", f"{compound} in people").stdout
        commands += [line.split(": ")[1].split() for line in asked.splitlines() if line.startswith("As a command: ")]
        for _, *arguments in (command for command in commands if "trials" in command):
            assert run(*arguments).returncode == 0, arguments


def test_subjects_that_a_claim_alone_tells_are_told_by_trials_as_by_show(tmp_path: Path, run: Run) -> None:
    shutil.copytree(MINI, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "references.toml"
    path.write_text(path.read_text().replace("n = 62\n", ""))
    said = {command: run("--data", str(tmp_path), command, "primax").stdout for command in ("show", "trials")}
    assert re.search(r" own 1 +62 ", said["show"])
    assert "n = 62" in said["trials"]
    assert "62 subjects where the number was seen" in said["trials"]
