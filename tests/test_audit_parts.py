"""The parts the audit is made of, each asked by itself: titles, citations in a text, clauses, journals of runs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from peptidecli.audit import parse
from peptidecli.audit.article import html
from peptidecli.audit.article.citations import citations, reference_line
from peptidecli.audit.article.listed import listed
from peptidecli.audit.article.sentences import spans
from peptidecli.audit.document import Document
from peptidecli.audit.effects import effects
from peptidecli.audit.findings import Finding, Reading
from peptidecli.audit.holding import same_first, same_volume
from peptidecli.audit.journal import Journal
from peptidecli.audit.report import MOST, Tally
from peptidecli.audit.running import Outcome
from peptidecli.audit.titles import likeness
from peptidecli.audit.wording import denied
from peptidecli.audit.works import Works
from peptidecli.dataset.dataset import Dataset
from peptidecli.errors import UsageError

KNOWN = {"Moss", "Reed"}


def cited(text: str) -> list[str]:
    """Return what of a text is a citation, where Moss and Reed are authors and Semax is a compound."""
    return [text[c.start : c.end] for c in citations(text, KNOWN.__contains__, "Semax".__eq__)]


CITED: dict[str, tuple[str, list[str]]] = {
    "two known authors and a year": ("as Moss and Reed, 2006 found", ["Moss and Reed, 2006"]),
    "a compound is no second author": ("Moss and Semax, 2006", []),
    "a month is no second author": ("Moss and July, 2006", []),
    "two strangers without brackets are none": ("Smith and Jones, 2006 said", []),
    "two strangers in brackets are": ("(Smith and Jones, 2006)", ["Smith and Jones, 2006"]),
    "a stranger alone is none": ("Smith, 2006", []),
    "an author of few letters alone is none": ("in Reed 2006", []),
    "an author in brackets is": ("(Moss, 2006)", ["Moss, 2006"]),
    "words in small letters are no journal": ("(Moss et al., told by many, 2006)", []),
    "a journal between authors and year belongs to them": (
        "(Moss et al., Brain Research, 2006)", ["Moss et al., Brain Research, 2006"],
    ),
    "a year before an author is of him": ("a 2006 study by Moss found", ["2006 study by Moss"]),
    "a year before a stranger is not": ("a 2006 study by Smith found", []),
    "a year before a group is of it": ("in 2006, Smith and colleagues found", ["2006, Smith and colleagues"]),
    "further years are of the same authors": ("(Moss, 2006; 2007)", ["Moss, 2006", "2007"]),
}  # fmt: skip


@pytest.mark.parametrize("case", CITED)
def test_a_citation_in_a_text_is_told_from_what_looks_like_one(case: str) -> None:
    text, found = CITED[case]
    assert cited(text) == found


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("Moss A. Bats. J Ex 2006;7:101.", 2006),
        ("Moss A wrote in J Ex 7:101, 2005 and 2006", None),
        ("1. Moss A wrote in J Ex 7:101, 2005 and 2006", 2006),
        ("Moss A. Bats. J Ex 7:101, year 2005 or 2006", 2006),
        ("Moss A. Bats, 2006.", None),
        ("July A. Bats. J Ex 2006;7:101.", None),
        ("Moss A. Bats. J Ex 7:101.", None),
    ],
)
def test_a_line_of_a_list_has_the_year_that_is_in_its_place(line: str, year: int | None) -> None:
    found = reference_line(line)
    assert (found.year if found else None) == year


@pytest.mark.parametrize(
    ("given", "known", "same"),
    [
        ("Effects of Semax on bats [in Russian]", "Effects of Semax (a heptapeptide) on bats", True),
        ("Sleep of bats after TBI", "Sleep of bats after traumatic brain injury", True),
        (
            "Recovery in bats after TBI and stroke of many kinds in winter",
            "After traumatic brain injury and stroke of many kinds recovery of bats in winter", True,
        ),
        ("Bats, owls and the long sleep of hedgehogs", "Owls, bats and the short sleep of hedgehogs", False),
        ("Echolocation of bats", "Echolocations of bat", True),
        ("Echolocation of bats", "Echolocetion of bats", True),
        ("...", "Echolocation of bats", False),
    ],
)  # fmt: skip
def test_titles_are_the_same_but_for_what_does_not_count(given: str, known: str, same: bool) -> None:
    assert likeness(given, known).same is same


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Moss A. B. Bats of the north // Journal of Examples. - 2006. - Vol. 7. - P. 101-109.", "Bats of the north"),
        ("// Journal of Examples. - 2006. - Vol. 7. - P. 101-109.", None),
        ("Moss A. B. // Journal of Examples. - 2006. - Vol. 7. - P. 101-109.", None),
        ("Moss A. B. Bats of the north // Journal of Examples. - P. 101-109.", None),
    ],
)
def test_a_line_in_the_russian_style_has_a_title_before_its_strokes(line: str, title: str | None) -> None:
    found = listed(line)
    assert (found.entry.title if found else None) == title


def test_a_number_behind_no_is_no_end_of_a_sentence() -> None:
    text = "It is registered under No. 5 of 1996. Is it approved? No. Semax is not."
    assert [text[start:end].strip() for start, end in spans(text)] == [
        "It is registered under No. 5 of 1996.", "Is it approved?", "No.", "Semax is not.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Semax prevents the reduction of BDNF", "kept-up"),
        ("Semax prevented the rise of cortisol", "kept-down"),
        ("Semax lowered cortisol secretion", "down"),
        ("Semax reduced BDNF loss", "kept-up"),
    ],
)
def test_what_is_kept_from_falling_is_kept_up(text: str, told: str) -> None:
    assert [effect.way for effect in effects(text)] == [told]


@pytest.mark.parametrize(
    ("text", "part", "said"),
    [
        ("It is not approved; it is sold.", "sold", False),
        ("It is not approved; it is sold.", "approved; it", True),
        ("It is approved, and no drug.", "no drug", True),
    ],
)
def test_a_denial_holds_in_its_clause_and_over_the_border_of_one(text: str, part: str, said: bool) -> None:
    start = text.index(part)
    assert denied(text, start, start + len(part)) is said


@pytest.mark.parametrize(
    ("rule", "given", "known", "same"),
    [
        (same_first, "1032-6", "1032-1036", True), (same_first, "e101", "101", True), (same_first, "OC6.4", "4", True),
        (same_first, "4", "OC6.4", True), (same_volume, "Suppl", "7", True), (same_volume, "07", "7", True),
        (same_volume, "8", "7", False),
    ],
)  # fmt: skip
def test_places_agree_as_far_as_they_are_given(
    rule: Callable[[str, str], bool], given: str, known: str, same: bool
) -> None:
    assert rule(given, known) is same


# -- what the dataset knows --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Journal of Examples", True), ("J. Exampl.", True), ("Journal of Samples", False), ("NAT", False),
    ],
)  # fmt: skip
def test_a_journal_is_known_by_its_name_in_every_length(mini: Dataset, text: str, same: bool) -> None:
    assert Works(mini).is_journal_of(text, ("abel-2001-stress",)) is same


# -- blocks ------------------------------------------------------------------------------------------------------------


def test_a_page_nested_too_deep_is_read_without_its_tags() -> None:
    text = "<p>Semax is\n</p>\n\n<b>Selank is</b>"
    assert [block.plain for block in html._without_tree(text, 1)] == ["Semax is", "Selank is"]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("A long first line\nand a second\n---\n", ["A long first line", "and a second"]),
        ("#\n\nx\n", ["x"]),
        ("- Semax\n  it is\nMass: 813\n", ["Semax it is", "Mass: 813"]),
        ("- Semax\nName of it\nMass: 813\n", ["Semax", "Name of it", "Mass: 813"]),
        ("| a |\n|---|\n|  |\ntext behind it\n", ["a", "text behind it"]),
    ],
)
def test_markdown_is_read_as_its_reader_reads_it(text: str, blocks: list[str]) -> None:
    assert [block.plain for block in parse("a.md", text.encode()).blocks] == blocks


# -- a journal of a run ------------------------------------------------------------------------------------------------


def test_a_journal_that_is_none_or_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("something else\n")
    for name, reason in (
        ("text", "is no journal of an audit"),
        (".", "is no regular file"),
        ("x/y", "cannot be written"),
    ):
        with pytest.raises(UsageError, match=reason), Journal(tmp_path / name, "way"):
            pass


def test_a_journal_tells_what_it_holds_and_that_another_has_written_into_it(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    given = [Document("a.md", b"a"), Document("b.md", b"b")]
    with Journal(path, "way") as journal:
        for document in journal.waiting(given[:1]):
            journal.write(Outcome(file=document.name, error="x", mark=document.mark))
    with Journal(path, "way") as journal:
        assert [document.name for document in journal.waiting(given)] == ["b.md"]
        assert [outcome.file for outcome in journal.outcomes()] == ["a.md"]
        path.write_bytes(b"{" + path.read_bytes()[1:].replace(b"a.md", b"c.md"))
        with pytest.raises(UsageError, match="was written by another program meanwhile"):
            list(journal.outcomes())


def test_a_report_keeps_the_worst_of_endless_pages() -> None:
    tally = Tally()
    reading = Reading(file="a.md", lines=1, replaced=0, encoding="utf-8", citations=0, not_understood=())
    wrong = Finding(line=1, kind="figure", text="x", verdict="differs", detail="y", reference=None, file="a.md")
    for number in range(50 * MOST + 2):
        tally.add(Outcome(file=f"{number}.md", reading=reading, findings=(wrong,) * (2 if number == 7 else 1)))
    report = tally.report()
    assert (report.pages, len(report.worst), report.worst[0].file) == (50 * MOST + 2, MOST, "7.md")
