"""What was retracted stands behind nothing: not behind a claim, not behind a topic, in no command's answer."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from conftest import MINI, Run

NOTICE = 'standing = "retracted"\nnotice = { DOI = "10.1000/notice", issued = 2012 }\n'


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return the small dataset with a claim that rests on a trial and on a study in animals, one more on the trial."""
    shutil.copytree(MINI, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "compounds" / "primax.toml"
    text = path.read_text()
    both = text.replace('["abel-2001-stress"]', '["baker-2010-trial", "abel-2001-stress"]', 1)
    assert both != text
    path.write_text(both.replace('topic = "anxiety"', 'topic = "neurotrophins"'))
    return tmp_path


def retract(folder: Path, key: str) -> None:
    """Mark a reference of a folder as retracted."""
    path = folder / "references.toml"
    before, mark, after = path.read_text().partition(f'id = "{key}"\n')
    assert mark
    path.write_text(before + mark + NOTICE + after)


def asked(run: Run, folder: Path, *arguments: str) -> Any:
    done = run("--data", str(folder), *arguments, "-f", "json", PEPTIDE_CACHE="")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)["data"]


def cell(run: Run, folder: Path) -> Any:
    """Return what `evidence` says of the compound's one topic that these claims are on."""
    data = asked(run, folder, "evidence", "primax", "secax")
    cells = [found for row in data["rows"] for found in row["cells"] if found]
    (found,) = [found for found in cells if found["topic"] == "neurotrophins"]
    return found


def levels(run: Run, folder: Path) -> dict[str, str]:
    """Return the levels of the claims by id, as `show` says them."""
    data = asked(run, folder, "show", "primax")
    return {found["claim"]["id"]: found["level"] for found in data["findings"]}


def test_in_a_profile_a_claim_falls_to_what_is_left_and_one_with_nothing_left_says_so(run: Run, own: Path) -> None:
    assert levels(run, own)["primax-abel-bdnf"] == "randomized-controlled-trial"
    retract(own, "baker-2010-trial")
    after = levels(run, own)
    assert after["primax-abel-bdnf"] == "animal-in-vivo"
    assert after["primax-baker-anxiety"] == "randomized-controlled-trial"
    found = asked(run, own, "show", "primax")["findings"]
    of_nothing_else = {"primax-baker-anxiety", "primax-fox-bdnf"}
    assert {item["claim"]["id"] for item in found if item["retracted"]} == of_nothing_else


def test_in_the_matrix_the_best_design_of_a_topic_is_one_that_stands(run: Run, own: Path) -> None:
    before = cell(run, own)
    assert before["best"] == "randomized-controlled-trial"
    retract(own, "baker-2010-trial")
    after = cell(run, own)
    assert after["best"] == "animal-in-vivo"
    assert after["best-results"]["positive"] < before["best-results"]["positive"]


def test_among_words_a_claim_is_weighed_by_what_is_left(run: Run, own: Path) -> None:
    def level() -> str:
        hits = asked(run, own, "search", "primax", "BDNF", "stressed", "rats")["hits"]
        return str(next(hit["level"] for hit in hits if hit["id"] == "primax-abel-bdnf"))

    assert level() == "randomized-controlled-trial"
    retract(own, "baker-2010-trial")
    assert level() == "animal-in-vivo"


def test_a_citation_of_it_is_marked_wherever_it_is_read(run: Run, own: Path) -> None:
    retract(own, "baker-2010-trial")
    for arguments in (("cite", "baker"), ("cite", "baker", "-f", "bibtex"), ("show", "primax", "--all"), ("trials",)):
        said = run("--data", str(own), *arguments, PEPTIDE_CACHE="").stdout
        assert re.search("retracted", said, re.IGNORECASE), arguments


def test_check_finds_what_is_retracted_without_a_notice(run: Run, own: Path) -> None:
    path = own / "references.toml"
    path.write_text(
        path.read_text().replace('id = "baker-2010-trial"\n', 'id = "baker-2010-trial"\nstanding = "retracted"\n')
    )
    done = run("check", str(own))
    assert done.returncode == 1
    assert "baker-2010-trial: is retracted, but no notice is named" in done.stdout


def test_where_all_studies_in_people_are_retracted_that_is_told_and_not_that_none_is_held(run: Run, own: Path) -> None:
    def said(*arguments: str) -> str:
        return " ".join(run("--data", str(own), *arguments, PEPTIDE_CACHE="").stdout.split())

    assert [row["people"] for row in asked(run, own, "evidence", "primax")["rows"] if row["people"]]
    retract(own, "baker-2010-trial")
    told = "1 study in people is held and counts in no row: 1 retracted."
    assert f"IN PEOPLE {told}" in said("show", "primax")
    assert told in said("show", "primax", "-f", "markdown")
    assert "1 study in people of own Primax" in said("trials", "primax")
    assert "1 study in people; " in said("trials", "primax", "-f", "markdown")
    assert [row["people"] for row in asked(run, own, "evidence", "primax")["rows"] if row["people"]] == []
    assert "1 study in people held, but not counted: retracted" in said("evidence", "secax", "--explain")


def test_a_trial_without_a_claim_and_one_on_harm_alone_are_told_where_no_other_is_held(run: Run, own: Path) -> None:
    path = own / "compounds" / "primax.toml"
    text = path.read_text()
    path.write_text(text.replace('["baker-2010-trial", "abel-2001-stress"]', '["abel-2001-stress"]'))
    harm = path.read_text().replace('kind = "effect"', 'kind = "safety"')
    untold = "\n".join(part for part in path.read_text().split("\n\n") if "baker-2010-trial" not in part)
    for changed, told in ((harm, "1 on harm alone"), (untold, "1 without a claim")):
        path.write_text(changed)
        said = " ".join(run("--data", str(own), "show", "primax", PEPTIDE_CACHE="").stdout.split())
        assert f"IN PEOPLE 1 study in people is held and counts in no row: {told}." in said
