"""What registries answer, read: each shape that they document, and each that they do not."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from peptidecli.errors import RegistryError
from peptidecli.registries import crossref, doi, pubmed, trials
from peptidecli.registries.client import Client, Service
from peptidecli.registries.client import _believed as believable
from registries import Registries, article, serving, study, work

PAPER: dict[str, Any] = {
    "title": "Semax and the memory of rats",
    "author": [("Moss", "Anna B")],
    "issued": 2011,
    "journal": "Journal of Examples",
}
PLACE = pubmed.Place("J Ex", "2011", "7", "101", "Moss")


@pytest.fixture
def registries(stand_in: Registries) -> Registries:
    """Return the stand-in as if it had just begun, holding nothing."""
    vars(stand_in).update(vars(Registries()) | {"url": stand_in.url})
    return stand_in


def saying(text: str) -> Callable[..., tuple[int, str, dict[str, str]]]:
    """Return what makes the stand-in answer everything with a text."""
    return lambda *_: (200, text, {})


Ask = Callable[[Client], Any]
CALLS: dict[str, Ask] = {
    "efetch": lambda client: pubmed.fetch(client, ["1"]),
    "esearch": lambda client: pubmed.search(client, "semax", "2026/01/01", 5),
    "esearch for a term": lambda client: pubmed.find(client, "semax[ti]"),
    "ecitmatch": lambda client: pubmed.at(client, [PLACE]),
    "a work": lambda client: list(crossref.fetch(client, ["10.5555/moss.1"])),
    "works": lambda client: crossref.like(client, "semax"),
    "works since": lambda client: crossref.search(client, "semax", "2026-01-01", 5),
    "journals": lambda client: crossref.journals(client, "Examples"),
    "agency": lambda client: doi.agency(client, "10.5555/moss.1"),
    "record": lambda client: doi.fetch(client, "10.5555/moss.1", "DataCite"),
    "studies": lambda client: trials.search(client, "semax", "2026-01-01", 5),
}


@pytest.mark.parametrize(
    ("call", "answer", "reason"),
    [
        ("efetch", "<eFetchResult><ERROR>Database is\n down</ERROR></eFetchResult>", "Database is down"),
        ("efetch", "<html/>", "<html>"),
        ("esearch", '{"esearchresult": {"ERROR": "Search Backend failed"}}', "Search Backend failed"),
        ("esearch", '{"header": {}}', "no esearchresult"),
        ("esearch", "[]", "no esearchresult"),
        ("esearch for a term", '{"esearchresult": {"count": "1", "idlist": "123"}}', "its numbers are no list"),
        ("ecitmatch", "J Ex|2011", "J Ex|2011"),
        ("a work", '{"status": "failed", "message": "no"}', "it has no message"),
        ("a work", '{"message": {"author": 5}}', "its fields are not as documented"),
        ("a work", '{"message": {"title": [{"a": [{}]}]}}', "its fields are not as documented"),
        ("works", '{"message": {"items": [5]}}', "it has no items"),
        ("works", "[]", "it has no items"),
        ("works since", '{"message": {}}', "its fields are not as documented"),
        ("journals", '{"message": {"items": {}}}', "it has no items"),
        ("agency", '[{"DOI": "10.5555/moss.1"}]', "it names no agency"),
        ("agency", "[]", "it names no agency"),
        ("record", '{"items": []}', "it is no record"),
        ("record", "[]", "it is no record"),
        ("record", '{"DOI": "10.5555/moss.1", "author": 5}', "its fields are not as documented"),
        ("studies", '{"totalCount": 3}', "its fields are not as documented"),
    ],
)
def test_an_answer_that_is_none_is_asked_for_again_and_then_told(
    client: Client, registries: Registries, call: str, answer: str, reason: str
) -> None:
    registries.others = saying(answer)
    with pytest.raises(RegistryError) as told:
        CALLS[call](client)
    assert f"its answer cannot be read: {reason}" in str(told.value)
    assert len(registries.asked) == 5


@pytest.mark.parametrize("call", ["esearch", "esearch for a term", "ecitmatch", "works", "works since", "studies"])
def test_a_service_that_is_not_where_it_was_is_told_from_one_that_finds_nothing(
    client: Client, registries: Registries, call: str
) -> None:
    registries.others = lambda *_: (404, "gone", {})
    with pytest.raises(RegistryError, match=r"is not where it was \(404\)"):
        CALLS[call](client)


@pytest.mark.parametrize("call", ["efetch", "journals", "record"])
def test_what_a_registry_has_not_is_nothing(client: Client, registries: Registries, call: str) -> None:
    registries.others = lambda *_: (404, "gone", {})
    assert CALLS[call](client) in ({"1": None}, (), None)


# -- what is referred elsewhere ------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("call", ["efetch", "a work", "works", "agency", "studies"])
def test_an_answer_from_another_place_than_the_registry_is_not_believed(
    client: Client, registries: Registries, call: str, status: int
) -> None:
    with serving() as other:
        registries.others = lambda *_: (status, "", {"Location": f"{other.url}/x"})
        with pytest.raises(RegistryError, match=r"it refers to http://127.0.0.1, which is not believed"):
            CALLS[call](client)
        assert (len(registries.asked), other.asked) == (2, [])


def test_what_a_registry_refers_to_at_its_own_place_is_read(client: Client, registries: Registries) -> None:
    registries.moved["10.5555/old"] = "10.5555/moss.1"
    registries.crossref["10.5555/moss.1"] = PAPER
    (told,) = crossref.fetch(client, ["10.5555/old"])
    assert told.doi == "10.5555/moss.1"


def test_a_doi_that_leads_to_no_safe_connection_has_no_record(client: Client, registries: Registries) -> None:
    with serving() as other:
        registries.others = lambda *_: (302, "", {"Location": f"{other.url}/x"})
        assert doi.fetch(client, "10.5281/zenodo.1", "DataCite") is None
        assert other.asked == []


@pytest.mark.parametrize(
    ("service", "first", "then", "believed"),
    [
        ("Crossref", "https://api.crossref.org/works/1", "https://api.crossref.org/works/2", True),
        ("Crossref", "https://api.crossref.org/works/1", "https://www.crossref.org/works/2", True),
        ("Crossref", "https://api.crossref.org/works/1", "http://api.crossref.org/works/2", False),
        ("Crossref", "https://api.crossref.org/works/1", "https://crossref.org.example/works/2", False),
        ("Crossref", "https://api.crossref.org/works/1", "https://notcrossref.org/works/2", False),
        ("Crossref", "https://api.crossref.org/works/1", "ftp://api.crossref.org/works/2", False),
        ("PubMed", "https://eutils.ncbi.nlm.nih.gov/entrez", "https://www.ncbi.nlm.nih.gov/entrez", True),
        ("PubMed", "https://eutils.ncbi.nlm.nih.gov/entrez", "https://api.crossref.org/entrez", False),
        ("PubMed", "https://mirror.example/entrez", "https://mirror.example/other", True),
        ("PubMed", "https://mirror.example/entrez", "https://eutils.ncbi.nlm.nih.gov/entrez", False),
        ("PubMed", "http://mirror.example/entrez", "https://mirror.example/entrez", True),
        ("PubMed", "http://mirror.example/entrez", "http://mirror.example:8080/entrez", False),
        ("doi.org", "https://doi.org/10.1/x", "https://dx.doi.org/10.1/x", True),
        ("doi.org", "https://doi.org/ra/10.1/x", "https://api.datacite.org/10.1/x", False),
    ],
)
def test_a_registry_refers_to_its_own_hosts_and_never_to_a_less_safe_connection(
    service: Service, first: str, then: str, believed: bool
) -> None:
    assert believable(service, httpx.URL(first), httpx.URL(then), anywhere=False) is believed


@pytest.mark.parametrize(
    ("then", "believed"), [("https://data.example/10.1/x", True), ("http://data.example/10.1/x", False)]
)
def test_a_doi_leads_to_its_agency_wherever_that_is_by_a_safe_connection(then: str, believed: bool) -> None:
    assert believable("doi.org", httpx.URL("https://doi.org/10.1/x"), httpx.URL(then), anywhere=True) is believed


# -- PubMed --------------------------------------------------------------------------------------------------------


def test_a_number_of_which_pubmed_cannot_get_the_summary_is_unknown(client: Client, registries: Registries) -> None:
    registries.others = saying("<r><ERROR>cannot get document summary for 1</ERROR></r>")
    assert pubmed.fetch(client, ["1"]) == {"1": None}


def test_a_paper_by_a_group_that_is_retracted_without_a_notice_is_read_as_that(
    client: Client, registries: Registries
) -> None:
    whole = article("1", PAPER | {"types": ("Retracted Publication",)}).replace(
        '<AuthorList CompleteYN="Y">',
        '<AuthorList CompleteYN="N"><Author><CollectiveName>The Semax Group</CollectiveName></Author>',
    )
    told = whole.replace("<CommentsCorrectionsList>", '<CommentsCorrectionsList><CommentsCorrections RefType="Cites"/>')
    registries.others = saying(f"<PubmedArticleSet>{told}</PubmedArticleSet>")
    paper = pubmed.fetch(client, ["1"])["1"]
    assert paper is not None
    assert (paper.author, paper.author_complete) == (("The Semax Group", "Moss, Anna B."), False)
    assert [change.standing for change in paper.changes] == ["retracted"]


def test_a_record_of_pubmed_without_an_article_has_a_number_and_nothing_else(
    client: Client, registries: Registries
) -> None:
    registries.others = saying(
        "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID></MedlineCitation></PubmedArticle>"
        "</PubmedArticleSet>"
    )
    paper = pubmed.fetch(client, ["1"])["1"]
    assert paper is not None
    assert paper.title is None


def test_an_article_without_an_issue_of_a_journal_is_read(client: Client, registries: Registries) -> None:
    registries.others = saying(
        "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>Semax.</ArticleTitle>"
        "<Pagination><StartPage>3</StartPage></Pagination></Article></MedlineCitation></PubmedArticle>"
        "</PubmedArticleSet>"
    )
    paper = pubmed.fetch(client, ["1"])["1"]
    assert paper is not None
    assert (paper.title, paper.page, paper.volume, paper.issued) == ("Semax", "3", None, None)


def test_who_waits_for_places_is_told_how_many_are_answered(client: Client, registries: Registries) -> None:
    registries.pubmed["12345678"] = PAPER | {"volume": "7", "page": "101-9", "journal": "J Ex"}
    told: list[int] = []
    other = PLACE._replace(page="999")
    assert pubmed.at(client, [PLACE, other, PLACE], told.append) == ["12345678", None, "12345678"]
    assert told == [2]


# -- Crossref ------------------------------------------------------------------------------------------------------


def test_an_author_who_is_a_group_is_read_by_name(client: Client, registries: Registries) -> None:
    message = work("10.5555/moss.1", PAPER) | {"author": [{"name": "Semax Group"}, {"name": " "}, "nobody"]}
    registries.others = saying(json.dumps({"message": message}))
    (told,) = crossref.fetch(client, ["10.5555/moss.1"])
    assert told.paper is not None
    assert told.paper.author == ("Semax Group",)


@pytest.mark.parametrize(
    ("answer", "agency"),
    [
        ({"message": {"agency": {"id": "crossref", "label": "Crossref"}}}, None),
        ({"message": {"agency": "DataCite"}}, None),
        ({"message": {"agency": {"id": "datacite"}}}, "datacite"),
        ([], None),
    ],
    ids=str,
)
def test_who_keeps_a_doi_that_crossref_has_no_work_for_is_another_agency_or_nobody(
    client: Client, registries: Registries, answer: Any, agency: str | None
) -> None:
    registries.others = lambda path, *_: (200, json.dumps(answer), {}) if path.endswith("agency") else (404, "", {})
    assert list(crossref.fetch(client, ["10.5555/x"])) == [crossref.Work(None, "10.5555/x", agency)]


def test_a_search_reads_page_after_page_until_it_has_enough(client: Client, registries: Registries) -> None:
    registries.crossref = {f"10.5555/w{n}": PAPER | {"title": f"Semax {n}"} for n in range(230)}
    registries.studies = [study(f"NCT{n:08}", "Semax", "Semax") for n in range(230)]
    found = crossref.search(client, "semax", "2026-01-01", 200)
    assert (found.total, len(found.papers), len(registries.asked)) == (230, 200, 2)
    assert len(crossref.search(client, "semax", "2026-01-01", 500).papers) == 230
    registered = trials.search(client, "semax", "2026-01-01", 200)
    assert (registered.total, len(registered.trials)) == (230, 200)
    assert len(trials.search(client, "semax", "2026-01-01", 500).trials) == 230


def test_a_journal_whose_years_are_not_told_is_left_out(client: Client, registries: Registries) -> None:
    items = [
        {"title": "Journal of Examples", "breakdowns": {"dois-by-issued-year": [[2011, 4], [], "x", ["2012", 1]]}},
        {"title": "Another", "breakdowns": None},
        "nothing",
    ]
    registries.others = saying(json.dumps({"message": {"items": items}}))
    assert crossref.journals(client, "Examples") == (crossref.Journal("Journal of Examples", frozenset({2011})),)


def test_a_notice_of_a_kind_that_changes_nothing_is_none(client: Client, registries: Registries) -> None:
    told = PAPER | {"updated-by": [("10.5555/n", "new_edition", "publisher", 2020)]}
    registries.crossref["10.5555/moss.1"] = told
    (found,) = crossref.fetch(client, ["10.5555/moss.1"])
    assert found.paper is not None
    assert found.paper.changes == ()


# -- doi.org -------------------------------------------------------------------------------------------------------


def test_a_doi_whose_handle_is_there_exists_though_no_agency_is_named(client: Client, registries: Registries) -> None:
    def answers(path: str, *_: Any) -> tuple[int, str, dict[str, str]]:
        handle = {"responseCode": 1}
        return 200, json.dumps([{"status": "DOI does not exist"}] if "/ra/" in path else handle), {}

    registries.others = answers
    assert doi.agency(client, "10.5555/x") == "an agency that doi.org does not name"


def test_a_handle_that_is_not_there_is_no_doi(client: Client, registries: Registries) -> None:
    def answers(path: str, *_: Any) -> tuple[int, str, dict[str, str]]:
        handle = {"responseCode": 100}
        return 200, json.dumps([{"status": "DOI does not exist"}] if "/ra/" in path else handle), {}

    registries.others = answers
    assert doi.agency(client, "10.5555/x") is None


def test_a_response_code_of_which_nothing_is_documented_is_no_answer(client: Client, registries: Registries) -> None:
    def answers(path: str, *_: Any) -> tuple[int, str, dict[str, str]]:
        return 200, json.dumps([{"status": "DOI does not exist"}] if "/ra/" in path else {"responseCode": 2}), {}

    registries.others = answers
    with pytest.raises(RegistryError, match="its response code is 2"):
        doi.agency(client, "10.5555/x")


def test_a_record_of_another_agency_is_told_with_its_name_and_a_page_for_people_is_none(
    client: Client, registries: Registries
) -> None:
    registries.doi["10.5281/zenodo.1"] = {"title": "Semax data", "author": [{"family": "Moss", "given": "Anna"}]}
    registries.agencies["10.5281/zenodo.2"] = "DataCite"
    paper = doi.fetch(client, "10.5281/zenodo.1", "DataCite")
    assert paper is not None
    assert (paper.title, paper.trace, paper.doi) == ("Semax data", "DataCite", "10.5281/zenodo.1")
    assert doi.fetch(client, "10.5281/zenodo.2", "DataCite") is None


# -- what is kept --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ahead", [3600, 3 * 86400, 20 * 365 * 86400])
def test_what_was_kept_at_a_time_that_is_to_come_is_asked_for_again(
    registries: Registries, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, ahead: int
) -> None:
    """It was kept while a clock was wrong."""
    monkeypatch.setenv("PEPTIDE_CACHE", str(tmp_path))
    registries.crossref["10.5555/moss.1"] = PAPER
    with Client() as asking:
        list(crossref.fetch(asking, ["10.5555/moss.1"]))
        (kept,) = (tmp_path / "registries").iterdir()
        os.utime(kept, times=(time.time() + ahead,) * 2)
        list(crossref.fetch(asking, ["10.5555/moss.1"]))
        list(crossref.fetch(asking, ["10.5555/moss.1"]))
    assert len(registries.asked) == 2


def test_what_was_answered_is_kept_for_a_week_and_not_where_nothing_is_to_be_kept(
    registries: Registries, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PEPTIDE_CACHE", str(tmp_path))
    registries.crossref["10.5555/moss.1"] = PAPER
    registries.pubmed["1"] = PAPER | {"journal": "J Ex", "volume": "7", "page": "101"}
    registries.doi["10.5281/zenodo.1"] = {"title": "Semax data"}

    def ask_all(asking: Client) -> int:
        before = len(registries.asked)
        found = pubmed.fetch(asking, ["1", "2"])
        assert [paper is not None for paper in found.values()] == [True, False]
        assert [told.doi for told in crossref.fetch(asking, ["10.5555/moss.1"])] == ["10.5555/moss.1"]
        assert len(crossref.like(asking, "semax")) == 1
        assert len(crossref.journals(asking, "examples")) == 1
        assert pubmed.at(asking, [PLACE]) == ["1"]
        assert pubmed.find(asking, "semax").total == 1
        assert doi.agency(asking, "10.5555/moss.1") == "Crossref"
        assert doi.fetch(asking, "10.5281/zenodo.1", "DataCite") is not None
        return len(registries.asked) - before

    with Client() as first, Client(cache=False) as forgetful:
        asked = ask_all(first)
        assert asked == 8
        assert ask_all(first) == 0
        assert ask_all(forgetful) == 8
        for path in (tmp_path / "registries").iterdir():
            os.utime(path, times=(time.time() - 8 * 86400,) * 2)
        assert ask_all(first) == 8
