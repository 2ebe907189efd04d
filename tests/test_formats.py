"""BibTeX, on a small dataset."""

from __future__ import annotations

from pybtex.database import parse_string

from peptidecli.dataset.dataset import Dataset
from peptidecli.formats.bibtex import bibtex, protected


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
