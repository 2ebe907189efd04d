"""References in and out, and asked for: what each format does with what is rare, and what no question finds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from conftest import MINI
from peptidecli.answers import add, cite
from peptidecli.answers.open import address
from peptidecli.audit.findings import Field, Finding
from peptidecli.dataset.dataset import Dataset, of_folders
from peptidecli.dataset.model import Reference
from peptidecli.errors import NotFoundError, PeptideError, UsageError
from peptidecli.formats import comment, styled
from peptidecli.formats.bibtex import bibtex
from peptidecli.formats.corrected import corrected
from peptidecli.formats.ris import ris
from peptidecli.formats.rows import Rows
from peptidecli.formats.text import vancouver
from peptidecli.intake import csl, endnote, entries, nbib
from peptidecli.intake import paper as intake

ABEL, BAKER = "abel-2001-stress", "baker-2010-trial"


def changed(mini: Dataset, **fields: Any) -> Reference:
    return msgspec.structs.replace(mini.references[ABEL], **fields)


# -- out ---------------------------------------------------------------------------------------------------------------

Write = Callable[[list[Reference]], str]
OUT: list[tuple[str, Write, dict[str, Any], str]] = [
    ("a chapter names its book and house", vancouver, {"type": "chapter", "publisher": "A House"},
     "In: Journal of Examples. A House; 2001. p. 1-9."),
    ("a chapter without a house", vancouver, {"type": "chapter", "page": None}, "In: Journal of Examples. 2001."),
    ("a language that is not English is said", vancouver, {"language": "ru"}, "Russian."),
    ("a title with an end of its own", vancouver, {"title": "Does it?"}, "Does it? Journal"),
    ("a line end in a text", vancouver, {"title": "Primax\nin rats"}, "Primax in rats. Journal"),
    ("a line end in a name", ris, {"author": ("Abel,\nC.",)}, "AU  - Abel, C.\n"),
    ("a group as an author", ris, {"author": ("TRIAL Investigators",)}, "AU  - TRIAL Investigators\n"),
    ("an article without a page", ris, {"page": None}, "TY  - JOUR\n"),
    ("braces in a title", bibtex, {"title": "Primax {in} rats"}, "{Primax} (in) rats"),
    ("braces in a name", bibtex, {"author": ("Abel}, C.",)}, "Abel), C."),
    ("braces in a number", bibtex, {"doi": "10.1000/a{b}"}, "10.1000/a%7Bb%7D"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "written", "fields", "text"), OUT, ids=[case[0] for case in OUT])
def test_a_reference_is_written_with_what_is_rare(
    mini: Dataset, what: str, written: Write, fields: dict[str, Any], text: str
) -> None:
    assert text in written([changed(mini, **fields)])


def test_a_style_that_depends_on_another_is_told_to_name_its_parent(mini: Dataset, tmp_path: Path) -> None:
    style = tmp_path / "child.csl"
    style.write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>x</title>'
        "<id>http://a.example/x</id><updated>2020-01-01T00:00:00Z</updated></info></style>"
    )
    with pytest.raises(UsageError, match="has no bibliography; a dependent style names its parent"):
        styled.styled([mini.references[ABEL]], str(style))


def test_a_comment_counts_the_rows_that_have_no_room() -> None:
    rows = Rows(header=("a",), rows=(("x" * 1000,),) * 100)
    assert " more are not shown." in comment.as_comment("head", rows, "foot")
    bare = comment.as_comment("head", Rows(header=("a",), rows=(("x" * comment.LONGEST,),)), "foot")
    assert bare == "head\n\n1 more are not shown.\n\nfoot\n"


# -- in ----------------------------------------------------------------------------------------------------------------


def test_nbib_without_any_text_has_no_record_and_a_stray_line_is_passed_over() -> None:
    assert list(nbib.records("\n\n")) == []
    text = "      goes on from nothing\nPMID- 1\nTI  - Semax\n      and rats\nno tag\n\nOWN - x\n"
    assert [paper.title for paper in nbib.papers(text)] == ["Semax and rats"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [("<records/>", "it has no <record>"), ("\n<record><x></record>", "the record on line 2 is no XML")],
)
def test_endnote_that_is_none_is_told(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        list(endnote.papers(text))


def test_an_author_without_a_family_name_is_none() -> None:
    assert intake.name_of("", "Anna") is None
    (paper,) = csl.papers('[{"title": "x", "author": [{"given": "Anna"}, {"family": "Moss", "suffix": "Jr."}, 5]}]')
    assert paper.author == ("Moss, , Jr.",)


def test_abbreviations_that_stand_for_endless_text_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "MOST", 100)
    text = "@preamble{{x}}\n@string{a = {" + "x" * 60 + "}}\n@article{k, title = a # a}\n"
    with pytest.raises(Exception, match="abbreviations stand for more than"):
        entries.parsed(text)


# -- taken in ----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def answering() -> Dataset:
    return of_folders((MINI,))


def nobody(_: Any) -> Any:
    raise AssertionError("nobody is asked")


@pytest.mark.parametrize(
    ("name", "text", "error", "reason"),
    [
        ("none.bib", None, UsageError, "no such file"),
        ("a.json", "[" * 100_000, UsageError, "nested too deep|is not csl"),
        ("a.json", "5", UsageError, "is not csl: CSL-JSON is a list of items"),
        ("a.json", "[]", UsageError, "holds no references; nothing was taken in"),
        ("a.bib", b"\xff", UsageError, "is not UTF-8 text"),
        ("word", None, UsageError, "is neither a DOI or PMID nor a file"),
    ],
)
def test_what_cannot_be_taken_in_is_told_and_nothing_is_written(
    answering: Dataset, tmp_path: Path, name: str, text: Any, error: type[PeptideError], reason: str
) -> None:
    path = tmp_path / name
    if text is not None:
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(error, match=reason):
        add.add(answering, tmp_path / "own", [str(path)], add.Choices(), nobody)
    assert not (tmp_path / "own").exists()


def test_two_works_of_one_author_year_and_title_word_have_ids_of_their_own(answering: Dataset, tmp_path: Path) -> None:
    items = [
        {"title": title, "author": [{"family": "Moss"}], "issued": {"raw": "2011"}, "container-title": "J"}
        for title in ("Rats", "Rats!", "The rats", "Rats, rats")
    ]
    path = tmp_path / "a.json"
    path.write_bytes(msgspec.json.encode(items))
    taken = add.add(answering, tmp_path / "own", [str(path)], add.Choices(), nobody, dry_run=True).taken
    assert [(item.outcome, item.id) for item in taken] == [
        ("added", "moss-2011-rats"),
        ("there", "moss-2011-rats"),
        ("added", "moss-2011-the"),
        ("added", "moss-2011-rats-2"),
    ]
    assert not (tmp_path / "own").exists()


# -- asked for ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "filters", "said"),
    [
        (["abell"], {"since": 2099}, "No reference that answers 'abell' passes --since 2099."),
        (["zzzz"], {"compound": "primax"}, "No reference answers 'zzzz', nor without a filter."),
        (["99999"], {}, "A reference that is not here may still exist"),
        (["zzz"], {}, "Try fewer words"),
        (["akel"], {}, "Nearest authors: Abel"),
    ],
)
def test_what_no_reference_answers_is_told_with_what_may_help(
    answering: Dataset, query: list[str], filters: dict[str, Any], said: str
) -> None:
    with pytest.raises(NotFoundError) as told:
        cite.cite(answering, query, cite.Filters(**filters))
    assert said in str(told.value)


def test_an_untraced_citation_answers_for_its_compound_and_not_for_a_year_alone(answering: Dataset) -> None:
    found = cite.cite(answering, ["golf"], cite.Filters(compound="primax"))
    assert [item.id for item in found.untraced] == ["golf-2002"]
    assert cite.cite(answering, ["2001"], cite.Filters()).untraced == ()
    with pytest.raises(NotFoundError):
        cite.cite(answering, ["golf"], cite.Filters(compound="secax"))


@pytest.mark.parametrize(
    ("fields", "url"),
    [
        ({"doi": None, "pmid": "12345678"}, "https://pubmed.ncbi.nlm.nih.gov/12345678/"),
        ({"doi": None, "url": "a.example/x"}, "https://a.example/x"),
    ],
)
def test_a_reference_without_a_doi_is_opened_where_it_stands(
    mini: Dataset, monkeypatch: pytest.MonkeyPatch, fields: dict[str, Any], url: str
) -> None:
    monkeypatch.setattr(mini, "references", {ABEL: changed(mini, **fields)})
    assert address(mini, ABEL).url == url


def test_a_reference_that_is_nowhere_on_the_web_cannot_be_opened(
    mini: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mini, "references", {ABEL: changed(mini, doi=None, pmid=None, url=None)})
    with pytest.raises(NotFoundError, match="has no DOI, PMID or address"):
        address(mini, ABEL)


# -- a corrected copy --------------------------------------------------------------------------------------------------


def of(name: str, given: str, record: str) -> Field:
    return Field(name=name, given=given, record=record)


def wrong(*fields: Field, reference: str | None = BAKER, **more: Any) -> Finding:
    return Finding(
        line=1, kind="citation", text="Primax and Secax", verdict="differs", detail="", reference=reference,
        file="a.bib", key="a", fields=fields, **more,
    )  # fmt: skip


CORRECTED: list[tuple[str, str, Field, str]] = [
    ("quotation marks stay", '@article{a,\n volume = "11",\n}\n', of("volume", "11", "12"), 'volume = "12"'),
    (
        "quotation marks within braces do not end a value", '@article{a,\n volume = "1{"}1",\n}\n',
        of("volume", "11", "12"), 'volume = "12"',
    ),
    ("a bare number stays bare", "@article{a,\n year = 2011,\n}\n", of("year", "2011", "2010"), "year = 2010"),
    ("pieces that are joined are one", "@article{a,\n volume = {1} # {1},\n}\n", of("volume", "11", "12"), "{12}"),
    ("pages have a dash", "@article{a,\n pages = {1--2},\n}\n", of("page", "1-2", "101-110"), "101--110"),
    (
        "the title is the record's", "@article{a,\n title = {Primax and Sekax},\n}\n",
        of("title", "x", "Primax and Secax in generalised anxiety"), "Secax} in generalised anxiety",
    ),
    (
        "all authors are the record's", "@article{a,\n author = {Bakker, A.},\n}\n", of("authors", "x", "y"),
        "Baker, Anna Maria and Charlie, B.",
    ),
    ("a DOI stands as it is", "@article{a,\n doi = {10.1/x},\n}\n", of("doi", "10.1/x", "10.1/a_b"), "{10.1/a_b}"),
    (
        "a PMID may stand as an eprint", "@article{a,\n eprint = {123},\n}\n", of("pmid", "123", "12345678"),
        "{12345678}",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("what", "text", "field", "part"), CORRECTED, ids=[case[0] for case in CORRECTED])
def test_a_field_is_corrected_as_it_is_written(mini: Dataset, what: str, text: str, field: Field, part: str) -> None:
    done = corrected(text.encode(), [wrong(field)], mini.references)
    assert part in done.content.decode()
    assert done.left == ()


def test_what_own_data_say_neither_ends_a_field_nor_begins_an_entry_nor_steers_a_terminal(mini: Dataset) -> None:
    hostile = changed(
        mini, title="Primax } binds\n@misc{b, \x1b[31m", author=("Abel}, C.",), doi="10.1000/a{b}", author_complete=True
    )
    text = "@article{a,\n title = {T},\n author = {Baker, D.},\n journal = {J},\n doi = {10.1000/c}\n}\n"
    fields = (
        of("title", "T", hostile.title), of("authors", "Baker", "Abel}"), of("doi", "10.1000/c", "10.1000/a{b}"),
        of("journal", "J", "Voles } of\n@book{c, \u202e x"),
    )  # fmt: skip
    done = corrected(text.encode(), [wrong(*fields, reference=ABEL)], {ABEL: hostile}).content.decode()
    assert done.count("\n") == text.count("\n")
    assert [done.count(sign) for sign in "{}"] == [done.count("{")] * 2
    assert "author = {Abel), C.}" in done
    assert "doi = {10.1000/a%7Bb%7D}" in done
    assert "journal = {Voles ) of @book(c, \N{REPLACEMENT CHARACTER} x}" in done
    assert "\x1b" not in done


LEFT: list[tuple[str, str, Finding]] = [
    ("a field that is not there", "@article{a,\n volume = {1},\n}\n", wrong(of("page", "1", "2"))),
    (
        "an eprint of something else",
        "@article{a,\n eprint = {arXiv},\n}\n",
        wrong(of("pmid", "123", "12345678")),
    ),
    ("what the record has not", "@article{a,\n volume = {1},\n}\n", wrong(of("volume", "1", ""))),
    (
        "a work that is not known",
        "@article{a,\n volume = {1},\n}\n",
        wrong(of("volume", "1", "2"), reference=None),
    ),
    (
        "a value that is never closed",
        "@article{a,\n volume = {1,\n",
        wrong(of("volume", "1", "2")),
    ),
    (
        "a quotation that is never closed",
        '@article{a,\n volume = "1,\n',
        wrong(of("volume", "1", "2")),
    ),
    ("a name without a value", "@article{a,\n volume = ,\n}\n", wrong(of("volume", "1", "2"))),
]


@pytest.mark.parametrize(("what", "text", "finding"), LEFT, ids=[case[0] for case in LEFT])
def test_what_no_record_tells_how_to_correct_is_left(mini: Dataset, what: str, text: str, finding: Finding) -> None:
    done = corrected(text.encode(), [finding], mini.references)
    assert (done.content.decode(), done.changes, done.left) == (text, (), (finding,))


def test_an_entry_of_ris_in_which_a_line_goes_on_with_a_field_that_has_not_begun_is_told_and_others_are_read() -> None:
    from peptidecli.intake import ris  # noqa: PLC0415

    torn, first, empty, whole = ris.papers(
        "TY  - JOUR\nTI  - Mice\nDO  - \n\nER  - \nTY  - JOUR\n\nfoo\nAU  - A, B\nER  - \nTY  - JOUR\n\nER  - \n"
        "TY  - JOUR\nTI  - Rats\nER  - \n"
    )
    assert (first.title, torn.fault) == ("Mice", "line 8 goes on with a field, and none has begun")
    assert (empty.title, whole.title, whole.fault) == (None, "Rats", None)
