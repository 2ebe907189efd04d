"""`peptide compare`."""

from __future__ import annotations

import csv
from typing import Any

from conftest import Run


def test_the_shared_pro_gly_pro_of_semax_and_selank_stands_in_one_column(run: Run) -> None:
    lines = run("compare", "semax", "selank").stdout.splitlines()
    semax = next(line for line in lines if line.strip().startswith("Semax   Met"))
    selank = next(line for line in lines if line.strip().startswith("Selank  Thr"))
    marks = next(line for line in lines if line.strip().startswith("==="))
    start = semax.index("Pro Gly Pro")
    assert selank.index("Pro Gly Pro") == start
    assert marks.rstrip() == " " * start + "=== === ==="


def test_compare_has_identity_topics_regulation_and_shared_references(run: Run) -> None:
    text = run("compare", "semax", "selank").stdout
    for title in (
        "IDENTITY", "IN PEOPLE", "IN ANIMALS", "REGULATORY STATUS", "SET APART BY", "REFERENCES THAT STUDY ALL OF THEM",
    ):  # fmt: skip
        assert title in text


def test_alignment_is_in_the_json(answer: Any) -> None:
    alignment = answer("compare", "semax", "acth-4-10")["alignment"]
    assert alignment["rows"] == ["MEHFPGP", "MEHFRWG"]
    assert alignment["shared"] == [True] * 4 + [False] * 3


def test_what_stands_in_one_piece_in_a_compound_is_shown_in_one_piece(answer: Any) -> None:
    whole, piece = answer("compare", "thymosin-beta-4", "tb-500")["alignment"]["rows"]
    assert piece == "-" * 16 + "LKKTETQ" + "-" * 20
    assert whole[16:23] == "LKKTETQ"
    rows = answer("compare", "acth-4-10", "semax", "tuftsin", "selank")["alignment"]["rows"]
    assert rows == ["MEHFRWG", "MEHFPGP", "TKPR---", "TKPRPGP"]


def test_sequences_wider_than_the_screen_go_on_together_below(run: Run) -> None:
    def shown(width: int) -> list[list[str]]:
        text = run("compare", "thymosin-beta-4", "tb-500", "--width", str(width)).stdout.partition("\nIDENTITY")[0]
        assert max(map(len, text.splitlines())) <= width
        blocks = [block.splitlines() for block in text.partition("\n")[2].rstrip("\n").split("\n\n")]
        return [[line[15:].ljust(width - 15) for line in block] for block in blocks]

    (whole,) = shown(200)
    first, second, third = shown(80)
    assert (len(first), len(second), len(third)) == (2, 3, 2)
    for i in range(2):
        assert "".join(f"{block[i][:63]} " for block in (first, second, third)).rstrip() == whole[i].rstrip()
    assert second[1].startswith("Leu Lys Lys Thr Glu Thr Gln ···")
    assert second[2].rstrip() == " ".join(["==="] * 7)


def test_differences_leaves_out_rows_that_are_equal(run: Run) -> None:
    whole = run("compare", "semax", "selank").stdout
    different = run("compare", "semax", "selank", "--differences").stdout
    assert "Class " in whole
    assert "Class " not in different
    assert "Formula " in different


def test_differences_keeps_every_row_that_differs_in_what_is_told(run: Run) -> None:
    whole, different = (
        run("compare", "p21", "dihexa", "-f", "csv", *more).stdout.splitlines() for more in ((), ("--differences",))
    )
    rows = list(csv.reader(whole))
    assert list(csv.reader(different)) == [rows[0], *(row for row in rows[1:] if row[2] != row[3])]
    assert "Dementia" in run("compare", "p21", "dihexa", "--differences").stdout


def test_what_is_held_and_does_not_count_is_not_said_to_be_held_by_nobody(run: Run) -> None:
    shown = run("compare", "tb-500", "bpc-157").stdout.partition("REGULATORY")[0]
    assert "Tendon, muscle, bone" in shown.replace("\n", " ")
    assert "nothing held" not in shown


def test_six_compounds_fit_at_80_columns(run: Run) -> None:
    done = run("compare", "semax", "selank", "noopept", "tuftsin", "p21", "acth-4-10", "--width", "80")
    assert done.returncode == 0
    assert max(len(line) for line in done.stdout.splitlines()) <= 80
    assert "80714-61-0" in done.stdout


def test_one_compound_or_seven_or_one_twice_is_wrong_usage(run: Run) -> None:
    assert run("compare", "semax").returncode == 2
    assert run("compare", "semax", "semaks").returncode == 2
    seven = ("semax", "selank", "noopept", "tuftsin", "p21", "acth-4-10", "cerebrolysin")
    assert run("compare", *seven).returncode == 2


def test_too_many_names_are_told_before_any_of_them_is_looked_up(run: Run) -> None:
    told = run("compare", *"abcdefg")
    assert told.returncode == 2
    assert "compare takes 2 to 6 compounds, not 7" in told.stderr


def test_harm_in_people_stands_beside_what_was_found_in_them(answer: Any) -> None:
    people = {row["topic"]: row["cells"] for row in answer("compare", "cerebrolysin", "cortexin")["people"]}
    assert all(people["safety"])
    assert [row["results"] for row in people["seizures"][0]] == [{"negative": 1}]
    papers = [key for row in people["safety"][0] for key in row["references"]]
    assert len(papers) == len(set(papers))
    assert papers.count("khalili-2016-tbi") == 1


def test_a_number_that_is_not_all_and_an_event_that_is_not_confirmed_are_marked_as_in_a_profile(run: Run) -> None:
    for form in ("table", "markdown"):
        said = " ".join(run("compare", "cerebrolysin", "semax", "-f", form, "--width", "200").stdout.split())
        said = said.replace("\N{NO-BREAK SPACE}", " ")
        assert "n ≤ 1,879" in said
        assert "n = 2,354+" in said
        assert "cancelled, by the trade (?)" in said
    assert "RU cancelled 2026-01-20 (?)" in run("list", "-f", "csv").stdout
