"""BibTeX, on a small dataset."""

from __future__ import annotations

from typing import Any

from pybtex.database import parse_string

from conftest import Run
from peptidecli.dataset.dataset import Dataset
from peptidecli.formats.bibtex import bibtex, protected
from peptidecli.formats.rows import Rows, as_markdown


def test_pybtex_reads_back_what_was_written(mini: Dataset) -> None:
    entries = parse_string(bibtex(mini.references.values()), "bibtex").entries
    assert list(entries) == ["abel-2001-stress", "baker-2010-trial", "fox-2015-cells"]
    trial = entries["baker-2010-trial"]
    assert trial.fields["doi"] == "10.1002/(SICI)1520-6769(199609)19:2<115::AID-NRC171>3.0.CO;2-B"
    assert trial.fields["pages"] == "101--110"
    assert trial.fields["language"] == "russian"
    assert str(trial.persons["author"][0]) == "Baker, Anna Maria"
    assert trial.persons["author"][-1].last_names == ["{TRIAL Investigators}"]


def test_an_underscore_in_a_doi_is_not_escaped_and_an_ampersand_in_a_journal_is(mini: Dataset) -> None:
    text = bibtex(mini.references.values())
    assert "doi = {10.1000/example.2001_1}" in text
    assert r"Cells \& Examples" in text


def test_a_retracted_reference_says_so_in_its_note(mini: Dataset) -> None:
    entries = parse_string(bibtex(mini.references.values()), "bibtex").entries
    assert entries["fox-2015-cells"].fields["note"].startswith("Retracted")


def test_words_whose_capitals_matter_are_protected() -> None:
    assert protected("Semax raises BDNF in rats") == "Semax raises {BDNF} in rats"
    assert protected("Effects of Semax on ACTH(4-10)") == "Effects of {Semax} on {ACTH(4-10)}"


def test_exported_notes_say_how_deep_a_reference_was_read(run: Run) -> None:
    for form, line in (("bibtex", "Abstract read"), ("ris", "N1  - Abstract read"), ("csl-json", "Abstract read")):
        assert line in run("cite", "dolotov-2006-hippocampus", "-f", form).stdout


def test_info_counts_how_deep_references_were_read_and_where_claims_stand(answer: Any, run: Run) -> None:
    told = answer("info")
    assert sum(told["read"].values()) == told["references"]
    assert told["placed"] == told["claims"]
    assert "100% say where in the paper they stand" in " ".join(run("info").stdout.split())


def test_an_address_is_a_link_in_the_column_of_addresses_alone() -> None:
    table = Rows(header=("URL", "title"), rows=(("https://doi.org/10.1000/x", "http://evil.example/"),))
    assert as_markdown(table).splitlines()[2] == "| https://doi.org/10.1000/x | http\\://evil.example/ |"
