"""Numbers that stand in fields nobody reads: held against the entry by an audit, told by `add`, in every format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import Run
from peptidecli.audit.article.blocks import Entry
from peptidecli.audit.article.reading import parse
from peptidecli.intake import bibtex, csl, endnote, nbib, refer, ris
from peptidecli.intake.paper import Paper

DOI, PMID, PMCID = "10.1016/j.brainres.2006.07.108", "16996037", "PMC1699603"
TITLE = "Semax regulates BDNF and trkB expression in the rat hippocampus"
READERS = {"bib": bibtex.papers, "json": csl.papers, "xml": endnote.papers, "nbib": nbib.papers, "enw": refer.papers,
           "ris": ris.papers}  # fmt: skip
ENDS = (*READERS, "csv")


def written(end: str, name: str, value: str, doi: str = "") -> str:
    """Return one work in a format, with `value` in a field of a name that has no meaning, or of the tag before `:`."""
    tag, _, plain = name.rpartition(":")
    if end == "bib":
        return f"@article{{a,\n title = {{{TITLE}}},\n year = 2006,\n doi = {{{doi}}},\n {plain} = {{{value}}}\n}}\n"
    if end == "json":
        return json.dumps(
            [{"id": "a", "title": TITLE, "DOI": doi, "issued": {"raw": "2006"}, "more": {plain: [value]}}]
        )
    if end == "xml":
        number = f"<electronic-resource-num>{doi}</electronic-resource-num>" if doi else ""
        return (
            f"<xml><records><record><ref-type>17</ref-type><titles><title>{TITLE}</title></titles>{number}"
            f"<dates><year>2006</year></dates><{plain}>{value}</{plain}></record></records></xml>"
        )
    if end == "nbib":
        return f"PMID- 1\nTI  - {TITLE}\nDP  - 2006\nLID - {doi} [doi]\n{tag or 'GN'}  - {value}\n"
    if end == "enw":
        return f"%0 Journal Article\n%T {TITLE}\n%D 2006\n%R {doi}\n%{tag or 'L'} {value}\n"
    if end == "ris":
        return f"TY  - JOUR\nTI  - {TITLE}\nPY  - 2006\nDO  - {doi}\n{tag or 'LB'}  - {value}\nER  - \n"
    return f"Title,Year,DOI,{plain}\n{TITLE},2006,{doi},{value}\n"


def entries(text: str, end: str) -> list[Entry]:
    return [block.entry for block in parse(f"a.{end}", text.encode()).blocks if block.entry]


def paper(text: str, end: str) -> Paper:
    (found,) = READERS[end](text)
    return found


FORMS = [
    (f"PMID: {PMID}", PMID),
    (f"PMID:{PMID}", PMID),
    (f"{PMID}[pmid]", PMID),
    (f"https://pubmed.ncbi.nlm.nih.gov/{PMID}/", PMID),
    (f"http://www.ncbi.nlm.nih.gov/pubmed/{PMID}", PMID),
    (f"PMID: {PMID}; {PMCID}", PMID),
]


@pytest.mark.parametrize("end", [end for end in ENDS if end != "nbib"])
@pytest.mark.parametrize(("value", "pmid"), FORMS)
def test_a_pmid_in_any_field_of_an_entry_without_one_is_that_of_the_entry(end: str, value: str, pmid: str) -> None:
    assert [entry.pmid for entry in entries(written(end, "label", value), end)] == [pmid]


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("value", [DOI, f"doi:{DOI}", f"https://doi.org/{DOI}", f"https://dx.doi.org/{DOI}"])
def test_a_doi_in_any_field_of_an_entry_without_one_is_that_of_the_entry(end: str, value: str) -> None:
    assert entries(written(end, "label", value), end)[0].doi == DOI


@pytest.mark.parametrize("end", ENDS)
def test_a_pmcid_in_any_field_of_an_entry_without_one_is_that_of_the_entry(end: str) -> None:
    assert entries(written(end, "label", PMCID), end)[0].pmcid == PMCID


@pytest.mark.parametrize("end", ENDS)
def test_another_number_in_any_field_is_held_against_the_entry_as_well(end: str) -> None:
    found = entries(written(end, "label", "10.1000/another", DOI), end)
    assert [(entry.title, entry.doi) for entry in found] == [(TITLE, DOI), (TITLE, "10.1000/another")]


@pytest.mark.parametrize("end", ENDS)
def test_a_number_among_words_stands_by_itself(end: str) -> None:
    blocks = parse(f"a.{end}", written(end, "label", f"a reply to it is PMID: {PMID} of 2007", DOI).encode()).blocks
    assert any(PMID in block.plain and not block.entry for block in blocks)


@pytest.mark.parametrize(
    ("end", "name"),
    [("bib", "erratum"), ("bib", "cited-references"), ("bib", "related"), ("json", "reference"), ("json", "relation"),
     ("json", "update-to"), ("json", "funder"), ("xml", "orig-pub"), ("xml", "reviewed-item"), ("nbib", "CIN:"),
     ("nbib", "EIN:"), ("enw", "(:"), ("enw", "*:"), ("ris", "OP:"), ("ris", "RI:"), ("csv", "Related DOI")],
)  # fmt: skip
def test_a_field_that_is_called_as_that_of_another_work_gives_the_entry_no_number(end: str, name: str) -> None:
    assert [entry.doi for entry in entries(written(end, name, "10.1000/another", DOI), end)] == [DOI]
    if end in READERS:
        assert paper(written(end, name, "10.1000/another", DOI), end).lost == ()


@pytest.mark.parametrize(
    ("end", "name"),
    [("bib", "my-pmid"), ("json", "PubMedID"), ("xml", "pmid"), ("ris", "PM:"), ("csv", "The PMID")],
)  # fmt: skip
def test_mere_digits_are_a_pmid_where_the_field_is_called_so(end: str, name: str) -> None:
    assert entries(written(end, name, PMID), end)[0].pmid == PMID


@pytest.mark.parametrize("end", [end for end in ENDS if end != "nbib"])
def test_mere_digits_in_any_other_field_are_no_number_of_a_work(end: str) -> None:
    assert [entry.pmid for entry in entries(written(end, "label", PMID), end)] == [""]


def test_what_pubmed_calls_an_accession_is_its_number_and_what_others_do_is_not() -> None:
    text = written("bib", "accession", PMID)
    assert entries(text, "bib")[0].pmid == ""
    assert entries(text.replace("year =", "database = {PubMed},\n year ="), "bib")[0].pmid == PMID
    assert entries(text.replace("year =", "database = {Embase},\n year ="), "bib")[0].pmid == ""


@pytest.mark.parametrize("end", READERS)
def test_add_takes_no_number_from_a_field_that_is_not_for_it_and_says_so(end: str) -> None:
    told = paper(written(end, "label", "https://doi.org/10.1000/another", DOI), end)
    assert told.doi == DOI
    (lost,) = told.lost
    assert lost.startswith("DOI 10.1000/another, which stands under ")


@pytest.mark.parametrize("end", READERS)
def test_add_says_nothing_of_a_number_that_the_work_has_anyhow(end: str) -> None:
    assert paper(written(end, "label", f"https://doi.org/{DOI.upper()}", DOI), end).lost == ()


def test_what_add_says_of_such_a_number_names_the_field(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.bib"
    file.write_text(
        written("bib", "label", f"PMCID: {PMCID}", "10.1000/x").replace("year =", "author = {Dolotov, O.},\n year =")
    )
    done = run("add", str(file), "--dry-run", PEPTIDE_DATA=str(tmp_path))
    assert f"without PMCID {PMCID}, which stands under label" in done.stdout + done.stderr


@pytest.mark.parametrize("name", ["uri", "urlalt", "ee", "link", "eprint", "bdsk-url-1"])
def test_add_takes_a_registrys_number_from_every_field_for_links_of_bibtex_and_digits_from_none(name: str) -> None:
    assert paper(written("bib", name, f"https://doi.org/{DOI}"), "bib").doi == DOI
    told = paper(written("bib", name, PMID, DOI), "bib")
    assert (told.pmid, told.url) == (None, None)


@pytest.mark.parametrize("tag", ["L1", "L2", "UR"])
def test_digits_in_a_field_for_addresses_of_ris_are_no_number_of_a_work(tag: str) -> None:
    assert paper(written("ris", f"{tag}:", PMID, DOI), "ris").pmid is None


def test_a_second_accession_number_of_endnotes_tags_is_held_against_the_work_too() -> None:
    text = f"%0 Journal Article\n%T {TITLE}\n%M {PMID}\n%M 16635254\n"
    assert [(entry.title, entry.pmid) for entry in entries(text, "enw")] == [(TITLE, PMID), (TITLE, "16635254")]


def test_a_pmid_below_the_title_is_that_of_its_record_unless_a_title_follows() -> None:
    text = f"TI  - {TITLE}\nPMID- {PMID}\nDP  - 2006\n\nPMID- 16635254\nTI  - Other\n"
    assert [(entry.title, entry.pmid) for entry in entries(text, "nbib")] == [(TITLE, PMID), ("Other", "16635254")]
    assert [(told.title, told.pmid) for told in nbib.papers(text)] == [(TITLE, PMID), ("Other", "16635254")]
    text = f"PMID- 16635254\nDP  - 2006\n\nTI  - {TITLE}\nPMID- {PMID}\nTI  - Other\n"
    assert [(entry.title, entry.pmid) for entry in entries(text, "nbib")] == [
        ("", "16635254"), (TITLE, ""), ("Other", PMID),
    ]  # fmt: skip


# -- JSON of registers -------------------------------------------------------------------------------------------------

WORK = {"title": TITLE}
REGISTERS = {
    "OpenAlex": {
        "results": [
            WORK | {"doi": f"https://doi.org/{DOI}", "publication_year": 2006,
                    "ids": {"mag": "2011", "pmid": f"https://pubmed.ncbi.nlm.nih.gov/{PMID}"},
                    "authorships": [{"author": {"display_name": "Oleg V. Dolotov"}}], "referenced_works": ["W2"]}
        ]
    },
    "Semantic Scholar": {
        "data": [
            WORK | {"externalIds": {"MAG": "2011", "CorpusId": 1234567, "DOI": DOI, "PubMed": PMID}, "year": 2006,
                    "authors": [{"authorId": "1", "name": "O. V. Dolotov"}]}
        ]
    },
    "Europe PMC": {
        "resultList": {
            "result": [WORK | {"id": PMID, "source": "MED", "pmid": PMID, "doi": DOI, "pubYear": "2006",
                               "authorString": "Dolotov OV, Karpenko EA."}]
        }
    },
    "PubMed": {
        "result": {
            "uids": [PMID],
            PMID: WORK | {"uid": PMID, "pubdate": "2006 Oct 30", "authors": [{"name": "Dolotov OV"}],
                          "articleids": [{"idtype": "pubmed", "value": PMID}, {"idtype": "doi", "value": DOI}]},
        }
    },
}  # fmt: skip


@pytest.mark.parametrize("register", REGISTERS)
def test_what_a_register_answers_in_json_is_read_as_works_with_their_numbers(register: str) -> None:
    (entry,) = entries(json.dumps(REGISTERS[register]), "json")
    assert (entry.title, entry.year, entry.doi, entry.pmid) == (TITLE, "2006", DOI, PMID)
    assert entry.authors[0].startswith("Dolotov, O")


def test_one_work_of_a_register_is_read_as_such_too() -> None:
    (work,) = REGISTERS["OpenAlex"]["results"]  # type: ignore[index]
    assert [entry.pmid for entry in entries(json.dumps(work), "json")] == [PMID]


@pytest.mark.parametrize("key", ["content_html", "content_text", "body", "text"])
def test_the_pages_of_a_feed_are_no_works_and_their_texts_are_read(key: str) -> None:
    pages = [{"id": "1", "title": TITLE, key: "It weighs 4 Da."}]
    for text in (json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": pages}), json.dumps(pages)):
        article = parse("a.json", text.encode())
        assert any("It weighs 4 Da." in block.plain for block in article.blocks)
