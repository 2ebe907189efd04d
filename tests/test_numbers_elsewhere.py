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


@pytest.mark.parametrize("name", ["erratum", "related", "retraction", "cited-references"])
def test_a_pmid_by_its_name_in_a_field_of_another_work_is_taken_for_that_of_the_entry_by_nobody(name: str) -> None:
    text = written("bib", name, f"PMID: {PMID}")
    assert (paper(text, "bib").pmid, [entry.pmid for entry in entries(text, "bib")]) == (None, [""])


@pytest.mark.parametrize(
    ("end", "name"),
    [("bib", "my-pmid"), ("json", "PubMedID"), ("xml", "pmid"), ("ris", "PM:"), ("csv", "The PMID")],
)  # fmt: skip
def test_mere_digits_are_a_pmid_where_the_field_is_called_so(end: str, name: str) -> None:
    assert entries(written(end, name, PMID), end)[0].pmid == PMID


@pytest.mark.parametrize("end", [end for end in ENDS if end != "nbib"])
@pytest.mark.parametrize(
    "digits", [PMID, f" {PMID} ", f"({PMID})", f"[{PMID}]", f"{PMID}.", f"{PMID}.0", f"0{PMID}", f"#{PMID}"]
)
def test_mere_digits_in_any_other_field_are_no_number_of_a_work(end: str, digits: str) -> None:
    assert [entry.pmid for entry in entries(written(end, "label", digits), end)] == [""]
    if end == "json":
        assert [entry.pmid for entry in entries(written(end, "label", f"\n {digits}\n "), end)] == [""]
    if end in READERS:
        told = paper(written(end, "label", digits, DOI), end)
        assert (told.pmid, told.lost) == (None, ())


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


AUTHORS = {"nbib": ("AU  - Doe J\n", "AU  - Roe K\n"), "enw": ("%A Doe, J.\n", "%A Roe, K.\n"),
           "ris": ("AU  - Doe, J.\n", "AU  - Roe, K.\n")}  # fmt: skip
RAN_TOGETHER = {
    "nbib": "TI  - {t}\n{a}PMID- 16996037\nTI  - Other\n{b}PMID- 16635254\n\n",
    "enw": "%0 Journal Article\n%T {t}\n{a}%D 2006\n%T Other\n{b}%R 10.1000/x\n\n",
    "ris": "TY  - JOUR\nTI  - {t}\n{a}PY  - 2006\nTI  - Other\n{b}DO  - 10.1000/x\nER  - \n",
}


@pytest.mark.parametrize("end", RAN_TOGETHER)
def test_of_two_works_that_ran_together_none_has_the_number_of_the_other_and_both_are_told(end: str) -> None:
    one, two = AUTHORS[end]
    text = RAN_TOGETHER[end].format(t=TITLE, a=one, b=two)
    article = parse(f"a.{end}", text.encode())
    assert ([block.entry for block in article.blocks], bool(article.odd)) == ([], True)
    told = paper(text, end)
    assert told.fault
    assert told.fault.startswith("two works have run together from line ")
    assert (told.doi, told.pmid) == (None, None)


@pytest.mark.parametrize("end", ["enw", "ris"])
def test_a_second_title_before_or_behind_all_authors_is_no_second_work(end: str) -> None:
    title = "%T Other\n" if end == "enw" else "TI  - Other\n"
    one, two = AUTHORS[end]
    for order in (f"{title}{one}{two}", f"{one}{two}{title}"):
        text = (
            RAN_TOGETHER[end]
            .format(t=TITLE, a=order, b="")
            .replace("%T Other\n%R", "%R")
            .replace("TI  - Other\nDO", "DO")
        )
        assert paper(text, end).doi == "10.1000/x"


@pytest.mark.parametrize("end", ["nbib"])
def test_the_doi_of_a_nbib_is_taken_from_its_source_or_a_publishers_number_where_no_other_has_it(end: str) -> None:
    for line in (f"SO  - Brain Res. 2006;1117:54-60. doi: {DOI}. Epub 2006.", f"AID - {DOI} [pii]"):
        text = f"PMID- {PMID}\nTI  - {TITLE}\n{line}\n"
        assert (entries(text, end)[0].doi, paper(text, end).doi) == (DOI, DOI)
    text = f"PMID- {PMID}\nTI  - {TITLE}\nLID - {DOI} [doi]\nSO  - J. doi: 10.1000/other.\n"
    assert paper(text, end).doi == DOI


def test_a_doi_of_a_nbib_that_is_folded_at_its_own_hyphen_is_whole() -> None:
    text = f"PMID- {PMID}\nTI  - {TITLE}\nAID - 10.1111/j.1471-\n      4159.2006.x [doi]\n"
    assert paper(text, "nbib").doi == "10.1111/j.1471-4159.2006.x"
    assert entries(text, "nbib")[0].doi == "10.1111/j.1471-4159.2006.x"


# -- what stands about a number ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value",
    ["10.1111/\\allowbreak{}j.1", "10.1111/j.\\linebreak[0]1", "10.1111/\\relax j.1", "10.1111/j.1~", "10.1111/j.1\\\\",
     "10.1111/j.1%", "10.1111/\\discretionary{}{}{}j.1", "10.1111/j.1&nbsp;"],
)  # fmt: skip
def test_commands_of_tex_within_a_doi_and_behind_it_are_none_of_it(value: str) -> None:
    text = written("bib", "label", "", value)
    assert (paper(text, "bib").doi, entries(text, "bib")[0].doi) == ("10.1111/j.1", "10.1111/j.1")


@pytest.mark.parametrize(
    "value",
    ["10.1000/a/10.1000/b", "10.1000/a10.1000/b", "10.1000/adoi:10.1000/b", "10.1000/a&partnerID=40",
     "10.1000/a;jsessionid=1", "10.1000/a\\allowbreak b".replace(" ", ""), "10.1000/a_x000D_", "10.1000/a</a>",
     "10.1000/a<br>", "10.1000/a<BR/>", "10.1000/a{}", "10.1000/a<", "10.1000/a\u2013", "10.1000/a&amp"],
)  # fmt: skip
@pytest.mark.parametrize("end", ["json", "enw", "ris"])
def test_a_field_with_more_than_a_doi_gives_none_and_is_told(end: str, value: str) -> None:
    told = paper(written(end, "label", "", value), end)
    assert (told.doi, told.lost[:1]) == (None, (f"DOI {value}, no such number",))


@pytest.mark.parametrize("end", ["json", "enw", "ris", "xml"])
def test_what_is_written_as_an_entity_is_its_sign(end: str) -> None:
    sici = "10.1002/(sici)1097-0461(1998)12:1<1::aid-jbt1>3.0.co;2-x"
    value = sici.replace("<", "&lt;").replace(">", "&gt;") + "&nbsp;"
    told = paper(written(end, "label", "", value.replace("&", "&amp;") if end == "xml" else value), end)
    assert told.doi == sici


def test_a_mark_set_high_behind_a_number_of_endnote_is_none_of_it() -> None:
    text = written("xml", "label", "", f"<style>{DOI}</style><style face='superscript'>1</style>")
    assert (paper(text, "xml").doi, entries(text, "xml")[0].doi) == (DOI, DOI)


def test_a_mark_set_high_behind_a_pmid_of_bibtex_is_none_of_it() -> None:
    (entry,) = entries(written("bib", "pmid", f"{PMID}\\textsuperscript{{1}}"), "bib")
    assert entry.pmid == PMID


@pytest.mark.parametrize("cell", [f"{DOI}_x000D_", f"{DOI}&nbsp;", f"{DOI}\\n", f"{DOI}<br/>", f"{DOI}<sup>1</sup>",
                                  '"10.1016/j.brainres.\n2006.07.108"'.replace(".\n", "-\n")])  # fmt: skip
def test_what_a_program_leaves_behind_a_doi_in_a_cell_is_none_of_it(cell: str) -> None:
    (entry,) = entries(f"Title,DOI\n{TITLE},{cell}\n", "csv")
    assert entry.doi == (DOI if "\n" not in cell else "10.1016/j.brainres-2006.07.108")


@pytest.mark.parametrize(
    ("base", "value", "pmid"),
    [("DB  - cmedm", f"{PMID}. Language: English. Entry Date: 2006", PMID), ("DP  - NLM", PMID, PMID),
     ("DB  - MEDLINE", f"68040283; {PMID}", PMID), ("DB  - Embase", PMID, None),
     ("DB  - CINAHL", f"{PMID}. Language: English.", None)],
)  # fmt: skip
def test_an_accession_number_of_ris_is_a_pmid_where_the_database_has_pubmeds_records(
    base: str, value: str, pmid: str | None
) -> None:
    text = written("ris", "AN:", value).replace("PY  -", f"{base}\nPY  -")
    assert (paper(text, "ris").pmid, entries(text, "ris")[0].pmid or None) == (pmid, pmid)


@pytest.mark.parametrize(
    "address",
    [f"https://search.ebscohost.com/login.aspx?direct=true&db=cmedm&AN={PMID}&site=ehost-live",
     f"https://ovidsp.ovid.com/ovidweb.cgi?T=JS&CSC=Y&D=med6&AN={PMID}"],
)  # fmt: skip
@pytest.mark.parametrize("end", ["ris", "bib"])
def test_the_number_in_an_address_of_ebsco_or_ovid_is_that_of_pubmed(end: str, address: str) -> None:
    text = written(end, "UR:" if end == "ris" else "url", address)
    assert (paper(text, end).pmid, entries(text, end)[0].pmid) == (PMID, PMID)
    text = text.replace("db=cmedm", "db=c8h").replace("D=med6", "D=emed6")
    assert (paper(text, end).pmid, entries(text, end)[0].pmid) == (None, "")


@pytest.mark.parametrize(
    "note",
    [f"PMID: {PMID} PMCID: {PMCID}", f"PMID:~{PMID}", f"\\url{{https://doi.org/{DOI}}}", f"PMID: {PMID}; {PMCID}"],
)
def test_a_note_of_bibtex_that_is_one_number_or_several_gives_them(note: str) -> None:
    told = paper(written("bib", "note", note), "bib")
    assert DOI in (told.doi or "") if "doi.org" in note else told.pmid == PMID
    assert paper(written("bib", "note", f"A reply to PMID: {PMID} PMCID: {PMCID}"), "bib").pmid is None


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


@pytest.mark.parametrize(
    "data",
    [{"request": {"id": "1"}, "result": WORK | {"source": "MED", "id": PMID, "doi": DOI}},
     {"key": "A", "version": 1, "data": WORK | {"itemType": "journalArticle", "DOI": DOI, "extra": f"PMID: {PMID}"}},
     {"status": "ok", "message": WORK | {"DOI": DOI, "PMID": PMID}},
     [{"status": "ok", "message-type": "work", "message": WORK | {"DOI": DOI, "PMID": PMID}}],
     {"data": [{"contexts": [], "citingPaper": WORK | {"externalIds": {"DOI": DOI, "PubMed": PMID}}}]},
     {"citationList": {"citation": [WORK | {"id": PMID, "source": "MED", "doi": DOI}]}},
     WORK | {"corpusid": 40692165, "externalids": {"DOI": DOI, "PubMed": PMID, "CorpusId": "40692165"}}],
)  # fmt: skip
def test_the_one_work_of_an_answer_is_read_wherever_it_is_held(data: object) -> None:
    assert [(entry.doi, entry.pmid) for entry in entries(json.dumps(data), "json")] == [(DOI, PMID)]


ODD = {
    "Europe PMC": {"id": "A1", "source": "AGR", "title": "A report without numbers"},
    "OpenAlex": {"id": "W2", "doi": None, "title": None},
    "Semantic Scholar": None,
    "PubMed": {"uid": "1", "error": "cannot get document summary"},
}


@pytest.mark.parametrize("register", ODD)
@pytest.mark.parametrize("first", [False, True])
def test_one_odd_member_of_an_answer_leaves_no_other_unread(register: str, first: bool) -> None:
    def with_odd(held: object) -> object:
        if isinstance(held, list):
            return [ODD[register], *held] if first else [*held, ODD[register]]
        if isinstance(held, dict) and "uids" in held:
            return {"1": ODD[register], **held} if first else {**held, "1": ODD[register]}
        if isinstance(held, dict) and "title" not in held:
            return {name: with_odd(value) for name, value in held.items()}
        return held

    read = entries(json.dumps(with_odd(REGISTERS[register])), "json")
    assert (DOI, PMID) in [(entry.doi, entry.pmid) for entry in read]


@pytest.mark.parametrize("key", ["content_html", "content_text", "body", "text"])
def test_the_pages_of_a_feed_are_no_works_and_their_texts_are_read(key: str) -> None:
    pages = [{"id": "1", "title": TITLE, key: "It weighs 4 Da."}]
    for text in (json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": pages}), json.dumps(pages)):
        article = parse("a.json", text.encode())
        assert any("It weighs 4 Da." in block.plain for block in article.blocks)


CLAIM = "Semax was approved by the FDA in 2011."


@pytest.mark.parametrize(
    "data",
    [{"product": {"name": "Semax", "claim": CLAIM, "studies": [{"title": TITLE, "doi": DOI}]}},
     {"product": {"name": "Semax", "studies": [{"title": TITLE, "doi": DOI, "finding": CLAIM}]}},
     {"about": [CLAIM], "references": [{"title": TITLE, "DOI": DOI}]},
     [{"title": TITLE, "DOI": DOI, "claims": [{"said": CLAIM}]}]],
)  # fmt: skip
def test_what_json_says_beside_its_works_or_in_fields_that_no_work_has_is_read(data: object) -> None:
    blocks = parse("a.json", json.dumps(data, indent=1).encode()).blocks
    assert [block.entry.doi for block in blocks if block.entry] == [DOI]
    assert [CLAIM in block.plain for block in blocks if not block.entry].count(True) == 1


@pytest.mark.parametrize(
    ("lines", "pmid"),
    [(f"DB  - Embase\nAN  - L44444444\nC5  - {PMID}", PMID), (f"DB  - Scopus\nC5  - {PMID}", None),
     (f"C3  - PUBMED {PMID},EMBASE 44444444", PMID), ("C3  - EMBASE 44444444", None)],
)  # fmt: skip
def test_embase_and_the_cochrane_library_have_pubmeds_number_in_fields_of_their_own(
    lines: str, pmid: str | None
) -> None:
    text = written("ris", "LB:", "").replace("PY  -", f"{lines}\nPY  -")
    assert (paper(text, "ris").pmid, entries(text, "ris")[0].pmid or None) == (pmid, pmid)


@pytest.mark.parametrize("dash", "\u2010\u2011\u2013\u2014\u2212-")
def test_pages_with_any_hyphen_or_dash_are_the_same_pages(dash: str) -> None:
    (entry,) = entries(f"TY  - JOUR\nTI  - {TITLE}\nSP  - 54{dash}60\nER  - \n", "ris")
    assert entry.page == "54-60"


@pytest.mark.parametrize(
    "value",
    ["1699603", "PMC1699603", "pmc1699603", "PMC 1699603", "PMC1699603.1", "PMCID: PMC1699603",
     "https://pmc.ncbi.nlm.nih.gov/articles/PMC1699603/", "http://www.ncbi.nlm.nih.gov/pmc/articles/PMC1699603"],
)  # fmt: skip
def test_a_pmcid_in_a_field_for_it_is_the_same_in_every_form(value: str) -> None:
    assert entries(written("bib", "pmcid", value), "bib")[0].pmcid == PMCID
    assert paper(written("bib", "pmcid", value), "bib").pmcid == PMCID
    assert entries(f"Title,PMCID\n{TITLE},{value}\n", "csv")[0].pmcid == PMCID


@pytest.mark.parametrize(
    "pages", ["54{\\textendash}60", "54\\textendash{}60", "54\\textendash 60", "54---60", "54--60", "54 - 60"]
)
def test_pages_of_bibtex_with_any_dash_of_tex_are_the_same_pages(pages: str) -> None:
    assert entries(written("bib", "pages", pages), "bib")[0].page == "54-60"


SCOPUS = "https://www.scopus.com/inward/record.uri?eid=2-s2.0-1&doi=10.1093%2fijnp%2fpyw024&partnerID=40&md5=a"


def test_the_doi_in_a_link_of_scopus_is_whole() -> None:
    text = written("bib", "url", SCOPUS)
    assert (paper(text, "bib").doi, entries(text, "bib")[0].doi) == ("10.1093/ijnp/pyw024", "10.1093/ijnp/pyw024")
    text = written("ris", "UR:", SCOPUS)
    assert (paper(text, "ris").doi, entries(text, "ris")[0].doi) == ("10.1093/ijnp/pyw024", "10.1093/ijnp/pyw024")


def test_a_note_of_texmed_gives_both_its_numbers() -> None:
    note = f"[DOI:\\href{{https://dx.doi.org/{DOI}}}{{{DOI}}}] [PubMed:\\href{{https://pubmed.ncbi.nlm.nih.gov/{PMID}}}{{{PMID}}}]"
    text = written("bib", "note", note)
    assert (paper(text, "bib").doi, paper(text, "bib").pmid) == (DOI, PMID)
    assert (entries(text, "bib")[0].doi, entries(text, "bib")[0].pmid) == (DOI, PMID)


def test_add_says_nothing_of_a_pmid_in_eprint_that_it_takes() -> None:
    text = written("bib", "eprint", PMID).replace("year =", "eprinttype = {pubmed},\n year =")
    assert (paper(text, "bib").pmid, paper(text, "bib").lost) == (PMID, ())


def test_what_the_works_say_that_a_work_refers_to_is_not_said_by_it() -> None:
    reference = {"key": "1", "unstructured": "Roe J. Another of the many works on peptides. J Pept. 2001;1:1-9."}
    data = {"status": "ok", "message": {"title": [TITLE], "DOI": DOI, "reference": [reference]}}
    assert [block.entry.doi for block in parse("a.json", json.dumps(data).encode()).blocks if block.entry] == [DOI]
    assert not any("Roe" in block.plain for block in parse("a.json", json.dumps(data).encode()).blocks)
