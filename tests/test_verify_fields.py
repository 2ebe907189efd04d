"""Fields of references held against what registries say: what is the same, what is not, and what is filled in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from conftest import MINI
from peptidecli.answers import verify
from peptidecli.dataset import writing
from peptidecli.dataset.dataset import Dataset, of_folders
from peptidecli.errors import DatasetError
from peptidecli.registries.client import Client
from registries import serving

OURS: dict[str, str] = {
    "type": '"article-journal"', "title": '"Semax and the memory of rats"', "author": '["Moss, Anna B."]',
    "issued": "2011", "container-title": '"Journal of Examples"', "language": '"en"', "compounds": '["primax"]',
    "design": '["animal-in-vivo"]',
}  # fmt: skip
TRACE = 'trace = [{ registry = "publisher", seen = "journal.example/1", URL = "journal.example/1" }]\n'
THEIRS: dict[str, Any] = {
    "title": "Semax and the memory of rats",
    "author": [("Moss", "Anna B")],
    "issued": 2011,
    "journal": "Journal of Examples",
}
RETRACTED = {"changes": [("RetractionIn", "J Ex. 2020", "22222222")]}
TWICE = {"changes": [("RetractionIn", "J Ex. 2020", "22222222")] * 2}

Found = set[tuple[str, str]]
CASES: dict[str, tuple[dict[str, str], dict[str, Any], Found]] = {
    "all is the same": ({}, {}, set()),
    "a title in another language stands at the same place": (
        {"volume": '"7"', "page": '"101-109"'},
        {"title": "Erinnerung bei Ratten", "volume": "7", "page": "101-9"},
        {("differs", "title")},
    ),
    "a title in another script, by the same author in the same year, is the paper's": (
        {}, {"title": "Семакс и память крыс"}, set(),
    ),
    "what we say that it lacks, and it has, is wrong": (
        {"lacks": '["volume"]'}, {"volume": "7"}, {("differs", "volume")},
    ),
    "an author who is not the same is wrong though not all are known": (
        {"author-complete": "false"}, {"author": [("Reed", "Carl"), ("Vole", "Dora")]}, {("differs", "author")},
    ),
    "the first of several authors leaves the others lacking": (
        {"author-complete": "false"}, {"author": [("Moss", "Anna B"), ("Vole", "Dora")]}, {("lacking", "author")},
    ),
    "all the authors there are lack nothing": ({"author-complete": "false"}, {}, set()),
    "a year that is neither that of print nor that online is wrong": (
        {}, {"issued": 2014, "online": 2013}, {("differs", "issued")},
    ),
    "the year online is as good as that of print": ({}, {"issued": 2012, "online": 2011}, set()),
    "pages are the same in short": ({"page": '"101-9"'}, {"page": "101-109"}, set()),
    "another page is wrong": ({"page": '"101"'}, {"page": "103"}, {("differs", "page")}),
    "a journal is the same by its short name": ({}, {"journal": "J Exampl"}, set()),
    "a journal is the same without what stands in brackets behind it": (
        {}, {"journal": "Journal of Examples (Oslo)"}, set(),
    ),
    "another journal is wrong": ({}, {"journal": "Annals of Samples"}, {("differs", "container-title")}),
    "a retraction that we have not is told once": ({}, TWICE, {("standing", "standing")}),
    "a retraction that we have is no news": (
        {"standing": '"retracted"', "notice": '{ issued = 2020, PMID = "22222222" }'}, RETRACTED, set(),
    ),
}  # fmt: skip
"""By what they hold: what ours has otherwise than OURS, what PubMed's has otherwise than THEIRS, and what is found."""
UNNUMBERED = "moss-2011-unnumbered"


def block(key: str, more: dict[str, str]) -> str:
    return (
        "[[reference]]\n"
        + "".join(f"{name} = {value}\n" for name, value in ({"id": f'"{key}"'} | OURS | more).items())
        + TRACE
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return own data with a reference for every case, and one without a number."""
    folder = tmp_path_factory.mktemp("own")
    blocks = [
        block(f"moss-2011-w{n:02}", ours | {"PMID": f'"{10000001 + n}"'}) for n, (ours, *_) in enumerate(CASES.values())
    ]
    (folder / "references.toml").write_text("\n".join([*blocks, block(UNNUMBERED, {})]), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def dataset(folder: Path) -> Dataset:
    return of_folders((MINI, folder))


@pytest.fixture(scope="module")
def told(dataset: Dataset) -> Iterator[verify.Verification]:
    """Return what PubMed, standing on loopback, says of all of them in one call."""
    with serving() as held, pytest.MonkeyPatch.context() as patch:
        for name, value in held.environment().items():
            patch.setenv(name, value)
        held.pubmed = {str(10000001 + n): THEIRS | theirs for n, (_, theirs, _) in enumerate(CASES.values())}
        keys = [f"moss-2011-w{n:02}" for n in range(len(CASES))]
        with Client(cache=False) as client:
            yield verify.verify(dataset, [*keys, UNNUMBERED], client)


@pytest.mark.parametrize("case", CASES)
def test_a_field_is_the_same_or_differs_or_is_lacking(told: verify.Verification, case: str) -> None:
    key = f"moss-2011-w{list(CASES).index(case):02}"
    found = [(finding.kind, finding.field) for finding in told.findings if finding.reference == key]
    assert (set(found), len(found)) == (CASES[case][2], len(CASES[case][2]))


def test_the_report_names_what_has_no_number_to_ask_for(told: verify.Verification, tmp_path: Path) -> None:
    assert told.unnumbered == (UNNUMBERED,)
    verify.write_report(tmp_path / "report.md", told)
    assert (tmp_path / "report.md").read_text(encoding="utf-8").endswith(f"## Neither DOI nor PMID\n\n- {UNNUMBERED}\n")
    with pytest.raises(DatasetError, match="is a folder"):
        verify.write_report(tmp_path, told)


def test_a_file_that_was_changed_since_it_was_read_is_not_filled_in(
    dataset: Dataset, told: verify.Verification, folder: Path
) -> None:
    (filled,) = verify.fill(dataset, told)
    assert '+author = ["Moss, Anna B.", "Vole, Dora"]' in filled.difference
    path = folder / "references.toml"
    edited = path.read_text(encoding="utf-8") + "# edited\n"
    path.write_text(edited, encoding="utf-8")
    with pytest.raises(DatasetError, match="has been changed since it was read"):
        verify.write([filled])
    assert path.read_text(encoding="utf-8") == edited


# -- a record of a data file -------------------------------------------------------------------------------------------


def test_a_record_that_is_not_there_cannot_be_changed(tmp_path: Path) -> None:
    path = tmp_path / "references.toml"
    with pytest.raises(DatasetError, match="there is no record 'b' in here"):
        writing.with_fields(path, '[[reference]]\nid = "a"\n', "reference", "b", {"volume": "7"})


def test_a_record_is_changed_among_others_and_what_is_taken_out_need_not_be_there(tmp_path: Path) -> None:
    text = '[[reference]]\nid = "a"\nnote = "x"\n\n[[reference]]\nid = "b"\nnote = "y"'
    changed = writing.with_fields(tmp_path / "r.toml", text, "reference", "b", {"volume": "7", "author-complete": None})
    assert changed == '[[reference]]\nid = "a"\nnote = "x"\n\n[[reference]]\nid = "b"\nvolume = "7"\nnote = "y"\n'


@pytest.mark.parametrize(
    "record",
    [
        'id = "a"\nnote = """\nvolume = "8"\n"""\n',
        'id = "a"\nvolume = """\n8\n"""\n',
    ],
    ids=["a line of a text that looks like the key", "a value that goes on where none is expected to"],
)
def test_a_record_that_cannot_be_changed_safely_is_left_for_the_hand(tmp_path: Path, record: str) -> None:
    path = tmp_path / "references.toml"
    path.write_text(f"[[reference]]\n{record}", encoding="utf-8")
    with pytest.raises(DatasetError, match="cannot be changed safely"):
        writing.with_fields(path, path.read_text(encoding="utf-8"), "reference", "a", {"volume": "7"})


def test_what_is_no_regular_file_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "references.toml").mkdir()
    with pytest.raises(DatasetError, match="is no regular file"):
        writing.write_file(tmp_path / "references.toml", "")
    assert (tmp_path / "references.toml").is_dir()


def test_comments_at_the_very_head_of_a_file_stay_with_the_record_below_them(tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    path.write_text('# why\n[[source]]\nid = "b"\n', encoding="utf-8")

    class Record(msgspec.Struct):
        id: str

    assert (
        writing.with_records(path, "source", [Record("a")]) == '[[source]]\nid = "a"\n\n# why\n[[source]]\nid = "b"\n'
    )
