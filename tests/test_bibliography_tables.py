"""Tables whose rows are works: the numbers in them, however their heads and a program's export write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Run
from peptidecli.audit.article.blocks import Entry
from peptidecli.audit.article.reading import parse

DOI, PMID = "10.1016/j.brainres.2006.07.108", "16996037"
TITLE = (
    "Semax, an analog of ACTH(4-10) with cognitive effects, regulates BDNF and trkB expression in the rat hippocampus"
)


def entries(text: str, name: str = "a.csv") -> list[Entry]:
    return [block.entry for block in parse(name, text.encode()).blocks if block.entry]


def rows(text: str) -> list[str]:
    return [block.plain for block in parse("a.csv", text.encode()).blocks if block.kind == "row"]


# -- numbers -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "cell",
    ["1.6996037E7", "1.6996037e+07", "1.69960370E+07", '"1,6996037E7"', "PMID: 1.6996037E7", "16996037.0",
     "16996037.00", "016996037"],
)  # fmt: skip
def test_a_pmid_that_a_program_wrote_as_a_float_is_that_pmid(cell: str) -> None:
    article = parse("a.csv", f"title,PMID\nSemax,{cell}\n".encode())
    assert ([block.entry.pmid for block in article.blocks if block.entry], article.odd) == ([PMID], ())


@pytest.mark.parametrize("cell", ["1.7E+07", "2E+07", "1.699604e+07", "1.69960375E7", "1.7E+999"])
def test_a_float_that_has_lost_digits_is_no_pmid_and_is_told(cell: str) -> None:
    article = parse("a.csv", f"title,PMID\nSelank,16635254\nSemax,{cell}\n".encode())
    assert [block.entry.pmid for block in article.blocks if block.entry] == ["16635254", ""]
    assert article.odd == (3,)


def test_floats_in_every_column_of_pmids_and_in_rows_of_facts_are_read() -> None:
    text = "title,pmid,pmid.1\nSemax,16635254.0,1.6996037E7\n"
    assert (entries(text)[0].pmid, rows(text)) == ("16635254", [f"PMID {PMID}"])
    assert rows("name,dose,article_pmid\nSemax,300 mg,1.6996037E7\n") == [f"Semax | 300 mg | {PMID}"]


@pytest.mark.parametrize(
    ("text", "pmid", "pmcid", "others"),
    [
        ("title,PMID\nSemax,PMC16996037\n", "", "PMC16996037", []),
        ("title,PMID\nSemax,PMCID: PMC1699603\n", "", "PMC1699603", []),
        ("title,PMID\nSemax,16996037; PMC1699603\n", PMID, "PMC1699603", []),
        ("title,PMID,PMCID\nSemax,PMC1699603,PMC1699604\n", "", "PMC1699604", ["PMC1699603"]),
        ("title,PMID,PubMed Central ID\nSemax,16996037,PMC1699604\n", PMID, "PMC1699604", []),
    ],
)
def test_a_pmcid_in_a_column_of_pmids_is_a_pmcid(text: str, pmid: str, pmcid: str, others: list[str]) -> None:
    (entry,) = entries(text)
    assert (entry.pmid, entry.pmcid, rows(text)) == (pmid, pmcid, others)


def test_a_doi_in_a_column_of_pmids_gives_no_digits_for_one() -> None:
    (entry,) = entries("title,PMID\nSemax,10.1007/s11055-008-0012-5\n")
    assert (entry.doi, entry.pmid) == ("10.1007/s11055-008-0012-5", "")


# -- heads -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "head",
    ["article_doi", "Reference DOI", "doi_link", "DOI Number", "DOIs", "doi.1", "DOI*", "paper_doi", "articleDOI",
     "OriginalPaperDOI", "DOI (link)", "PMID/DOI", "citation_doi", "DOI URL"],
)  # fmt: skip
def test_a_column_with_the_word_doi_in_its_head_has_dois(head: str) -> None:
    assert [entry.doi for entry in entries(f"Title,{head}\nSemax,{DOI}\n")] == [DOI]
    assert [entry.doi for entry in entries(f"{head}\n{DOI}\n")] == [DOI]


@pytest.mark.parametrize(
    "head",
    ["PMIDs", "pmid.1", "PMID*", "article_pmid", "PubMed PMID", "NCBI PMID", "PMID (PubMed)", "Medline ID", "PMID/DOI",
     "Medline PMID", "pubmed.id", "OriginalPaperPubMedID", "PubMed link"],
)  # fmt: skip
def test_a_column_with_a_word_for_pmids_in_its_head_has_pmids(head: str) -> None:
    assert [(entry.doi, entry.pmid) for entry in entries(f"Title,{head}\nSemax,{PMID}\n")] == [("", PMID)]
    assert [entry.pmid for entry in entries(f"{head}\n{PMID}\n")] == [PMID]


def test_of_several_columns_a_plain_one_is_of_the_work_and_the_others_are_held_too() -> None:
    text = (
        "title,article_doi,DOI,DOIs,pmid.1,PMID,DOI Link\nSemax,10.1000/y,10.1000/x,10.1000/Y,12345,12346,10.1000/X\n"
    )
    assert [(entry.doi, entry.pmid) for entry in entries(text)] == [("10.1000/x", "12346")]
    assert rows(text) == ["10.1000/y | PMID 12345"]


def test_where_the_first_column_is_empty_the_second_has_the_number_of_the_work() -> None:
    text = "title,DOI,doi.1,PMID,pmid.1\nSemax,,10.1000/x,,16996037\n"
    assert ([(entry.doi, entry.pmid) for entry in entries(text)], rows(text)) == ([("10.1000/x", PMID)], [])


def test_both_numbers_in_a_column_for_both_are_read() -> None:
    (entry,) = entries(f"Title,PMID/DOI\nSemax,{PMID} / {DOI}\n")
    assert (entry.pmid, entry.doi) == (PMID, DOI)


@pytest.mark.parametrize(
    "head",
    ["Cited DOIs", "references doi", "Citing PMIDs", "RetractionDOI", "PubMed hits", "PMID count", "Related DOI",
     "pmidx"],
)  # fmt: skip
def test_a_head_for_numbers_of_other_works_or_for_counts_has_none_of_the_work(head: str) -> None:
    found = entries(f"Title,{head}\nSemax,{DOI if 'doi' in head.lower() else PMID}\n")
    assert [(entry.doi, entry.pmid) for entry in found] == [("", "")]


def test_a_table_of_facts_keeps_its_rows_whole_under_a_longer_head() -> None:
    assert rows(f"name,dose,reference_doi\nSemax,300 mg,{DOI}\n") == [f"Semax | 300 mg | {DOI}"]


@pytest.mark.parametrize("first", [f"https://doi.org/{DOI}", f"doi:{DOI}"])
def test_a_doi_in_the_first_row_of_a_table_without_heads_is_no_head(first: str) -> None:
    assert [entry.doi for entry in entries(f"{first},Semax\n10.1000/x,Selank\n")] == [DOI, "10.1000/x"]


# -- authors -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "authors"),
    [
        ("Dolotov, Oleg V.", ("Dolotov, Oleg V",)),
        ("Dolotov, Oleg V. A.", ("Dolotov, Oleg V. A",)),
        ("Dolotov, Oleg", ("Dolotov, Oleg",)),
        ("Dolotov, O. V.", ("Dolotov, O. V",)),
        ("van der Berg, Jan-Willem P.", ("van der Berg, Jan-Willem P",)),
        ("Dolotov OV, Karpenko EA", ("Dolotov, OV", "Karpenko, EA")),
        ("Dolotov O.V., Karpenko E.A.", ("Dolotov, O.V.", "Karpenko, E.A")),
        ("Dolotov, Oleg V.; Karpenko, Ekaterina A.", ("Dolotov, Oleg V.", "Karpenko, Ekaterina A")),
        ("Dolotov, Oleg V. and Karpenko, Ekaterina A.", ("Dolotov, Oleg V.", "Karpenko, Ekaterina A")),
    ],
)
def test_a_cell_of_authors_is_read_by_its_commas(cell: str, authors: tuple[str, ...]) -> None:
    assert entries(f'title,author\nSemax,"{cell}"\n')[0].authors == authors


def test_one_author_with_a_second_name_is_an_author_of_the_work(run: Run, tmp_path: Path) -> None:
    text = f'Title,Author,Publication Year,DOI\n"{TITLE}","Dolotov, Oleg V.",2006,{DOI}\n'
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    done = run("audit", str(tmp_path / "a.csv"))
    assert (done.returncode, "no author" in done.stdout) == (0, False)


# -- exports -----------------------------------------------------------------------------------------------------------

WHOLE = Entry(
    key="row 2", authors=("Dolotov, OV", "Karpenko, EA"), year="2006", title=TITLE, journal="Brain Research",
    volume="1117", issue="1", page="54-60", doi=DOI, pmid=PMID,
)  # fmt: skip
EXPORTS = {
    "Web of Science, by tabs": (
        "PT\tAU\tTI\tSO\tAB\tCR\tPY\tVL\tIS\tBP\tEP\tDI\tPM\tUT\n"
        f"J\tDolotov, OV; Karpenko, EA\t{TITLE}\tBrain Research\tWe found that Semax weighs 1 Da.\t"
        f"Moss A, 2001, J X, V1, DOI 10.1000/x\t2006\t1117\t1\t54\t60\t{DOI}\t{PMID}\tWOS:000242000000007\n"
    ),
    "Web of Science, in words": (
        "Publication Type\tAuthors\tArticle Title\tSource Title\tPublication Year\tVolume\tIssue\tStart Page\t"
        f"End Page\tDOI\tDOI Link\tBook DOI\tPubmed Id\nJ\tDolotov, OV; Karpenko, EA\t{TITLE}\t"
        f"Brain Research\t2006\t1117\t1\t54\t60\t{DOI}\thttp://dx.doi.org/{DOI}\t\t{PMID}\n"
    ),
    "Scopus": (
        "Authors,Title,Year,Source title,Volume,Issue,Art. No.,Page start,Page end,Cited by,DOI,Link,PubMed ID,Source\n"
        f'"Dolotov O.V.; Karpenko E.A.","{TITLE}",2006,Brain Research,1117,1,,54,60,9,{DOI},'
        f"https://www.scopus.com/inward/record.uri?doi={DOI.replace('/', '%2f')},{PMID},Scopus\n"
    ),
    "Embase": (
        "TITLE,AUTHOR NAMES,SOURCE TITLE,PUBLICATION YEAR,VOLUME,ISSUE,FIRST PAGE,LAST PAGE,DOI,MEDLINE PMID\n"
        f'"{TITLE}","Dolotov O.V., Karpenko E.A.",Brain Research,2006,1117,1,54,60,{DOI},{PMID}\n'
    ),
    "Lens": (
        "Title,Date Published,Publication Year,Source Title,Author/s,Volume,Issue Number,Start Page,End Page,PMID,DOI\n"
        f'"{TITLE}",2006-10-30,2006,Brain Research,"Dolotov, O.V.; Karpenko, E.A.",1117,1,54,60,{PMID},{DOI}\n'
    ),
}


@pytest.mark.parametrize("export", EXPORTS)
def test_the_table_that_an_index_exports_is_read_in_its_fields(export: str) -> None:
    text = EXPORTS[export]
    (entry,) = entries(text, "a.tsv" if "\t" in text else "a.csv")
    authors = tuple(name.replace(".", "") for name in entry.authors)
    assert (entry._replace(authors=authors), rows(text)) == (WHOLE, [])


# -- line ends ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "row",
    [
        f"Dolotov OV,Semax\rin rats,2006,{DOI}",
        f"Dolotov OV,Semax in rats\r,2006,{DOI}",
        f"Dolotov\rOV,Semax\rin rats,2006,{DOI}",
        f"Dolotov OV,Semax in rats,\r2006,{DOI}",
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_line_end_of_another_kind_in_a_cell_is_a_blank(row: str, line_end: str) -> None:
    text = line_end.join(("Authors,Title,Year,DOI", row, "Moss A,Selank,2007,10.1000/x", ""))
    found = [(entry.authors, entry.title, entry.year, entry.doi) for entry in entries(text)]
    assert found == [
        (("Dolotov, OV",), "Semax in rats", "2006", DOI), (("Moss, A",), "Selank", "2007", "10.1000/x")
    ]  # fmt: skip


def test_the_beginning_of_a_title_on_a_line_by_itself_is_of_the_row_behind_it() -> None:
    found = entries(f"Title,Year,DOI\nSemax\rin rats,2006,{DOI}\nSelank,2007,10.1000/x\n")
    assert [(entry.title, entry.doi) for entry in found] == [("Semax in rats", DOI), ("Selank", "10.1000/x")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"title,year,doi\rSemax,2006,{DOI}\rSelank,2007,10.1000/x\r", [("Semax", DOI), ("Selank", "10.1000/x")]),
        ("title,year,journal,doi\nSemax,2006\nSelank,2007,Brain Research\n", [("Semax", ""), ("Selank", "")]),
        ("doi,title,year,journal\n10.1000/x,Semax\n,Selank,2007\n", [("10.1000/x", "Semax"), ("", "Selank")]),
        (f"title,year,doi\nReviews\nSemax,2006,{DOI}\n", [("Reviews", ""), ("Semax", DOI)]),
        (f"title,year,doi\nSemax,2006\n\nx,{DOI}\n", [("Semax", ""), ("x", "")]),
    ],
)
def test_lines_that_are_rows_by_themselves_stay_so(text: str, found: list[tuple[str, str]]) -> None:
    if text.startswith("doi"):
        assert [(entry.doi, entry.title) for entry in entries(text)] == found
    else:
        assert [(entry.title, entry.doi) for entry in entries(text)] == found


def test_a_table_parted_by_tabs_is_one_whatever_its_name_and_commas_part_one_called_tsv() -> None:
    text = f"Title\tDOI\tPMID\n{TITLE}\t{DOI}\t{PMID}\n"
    assert [(entry.doi, entry.pmid) for entry in entries(text, "a.txt")] == [(DOI, PMID)]
    assert [(entry.doi, entry.pmid) for entry in entries(f"Title,DOI,PMID\nSemax,{DOI},{PMID}\n", "a.tsv")] == [
        (DOI, PMID)
    ]
    prose = parse("a.txt", b"Title\tof a page\nSemax\tweighs 4 Da.\n")
    assert not any(block.entry for block in prose.blocks)


def test_a_line_over_the_heads_that_tells_of_the_table_is_none_of_them() -> None:
    text = '"About the data: exported on Jan 05, 2024."\n"DOI","Title","Cited references"\n'
    text += f'"{DOI}","{TITLE}","10.1000/x"\n'
    (entry,) = entries(text)
    assert (entry.doi, entry.title) == (DOI, TITLE)


def test_of_a_source_and_a_journal_the_journal_is_where_the_work_appeared() -> None:
    for heads in ("source,journalTitle", "journalTitle,source", "source,Journal"):
        cells = "MED,Brain Res" if heads.startswith("source") else "Brain Res,MED"
        (entry,) = entries(f"title,doi,{heads}\nSemax,{DOI},{cells}\n")
        assert entry.journal == "Brain Res"
    assert entries(f"title,doi,Source\nSemax,{DOI},Brain Res\n")[0].journal == "Brain Res"


def test_a_column_without_a_head_in_a_table_of_tags_is_no_field() -> None:
    (entry,) = entries(f'"","AU","TI","SO","PY","DI"\n"1","Dolotov O","Semax","Brain Res",2006,"{DOI}"\n')
    assert entry.journal == "Brain Res"


def test_names_that_a_program_wrote_as_its_own_data_are_names() -> None:
    (entry,) = entries(f"title,doi,authors\nSemax,{DOI},\"[{{'authorId': '1', 'name': 'O. Dolotov'}}]\"\n")
    assert entry.authors == ("O. Dolotov",)


@pytest.mark.parametrize(
    "above",
    [",,Bibliographic data,,Identifiers,\n", "\n,,Bibliographic data,,Identifiers,\n",
     "# made by a program\n# on a day\n", "A list of the works, as of today\n\n", '"A list, of the works"\n'],
)  # fmt: skip
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_heads_are_found_below_groups_of_heads_and_what_is_said_of_the_table(above: str, sign: str) -> None:
    text = f"No,Study,Title,Year,PMID,DOI\n1,A,Semax,2006,{PMID},{DOI}\n".replace(",", sign)
    for name in ("a.csv", "a.tsv"):
        assert [(entry.pmid, entry.doi) for entry in entries(above + text, name)] == [(PMID, DOI)]


def test_upright_strokes_part_cells_where_heads_stand_between_them_and_nowhere_else() -> None:
    (made,) = parse("a.csv", b"DOI|Title|Year\n10.1000/abc|Semax, a peptide|2001\n").blocks
    assert made.entry
    assert (made.entry.doi, made.entry.title, made.entry.year) == ("10.1000/abc", "Semax, a peptide", "2001")
    (made,) = parse("a.csv", b"Semax | Selank,5\n").blocks
    assert made.plain == "Semax | Selank | 5"
    assert len(made.cells) == 2


def test_a_source_beside_a_source_title_is_none() -> None:
    (entry,) = entries(f"Title,Source,Source title,DOI\nSemax,J Neurochem (2006) 97,J Neurochem,{DOI}\n")
    assert entry.journal == "J Neurochem"


@pytest.mark.parametrize(
    "heads",
    ["Titel,Autoren,Jahr,Zeitschrift", "Titre,Auteurs,Année,Revue", "Título,Autores,Año,Revista",
     "Titolo,Autori,Anno,Rivista", "题名,作者,年份,期刊", "Study title,Authors,Year,Journal",
     "Title of the study,Authors,Year,Journal"],
)  # fmt: skip
def test_heads_in_other_languages_and_with_more_words_are_those_of_the_same_fields(heads: str) -> None:
    (entry,) = entries(f'{heads},DOI\n{TITLE},"Dolotov, O.",2006,Brain Res,{DOI}\n'.replace(TITLE, "Semax in the rat"))
    assert (entry.title, entry.year, entry.journal) == ("Semax in the rat", "2006", "Brain Res")
    assert entry.authors


@pytest.mark.parametrize(
    "source", ["Liu et al., 2021", "MED", "Web of Science", "Hand search", "Roe J (2001)", "https://a.b"]
)
@pytest.mark.parametrize("head", ["Source", "Publication"])
def test_under_source_a_citation_or_a_database_is_no_journal(head: str, source: str) -> None:
    assert entries(f'Title,{head},DOI\nSemax,"{source}",{DOI}\n')[0].journal == ""
    assert entries(f"Title,{head},DOI\nSemax,Brain Research,{DOI}\n")[0].journal == "Brain Research"


def test_names_that_a_program_wrote_as_a_list_are_names() -> None:
    for cell in ("['C. H. Chang', 'W. C. Tsai']", '[""C. H. Chang"", ""W. C. Tsai""]'):
        (entry,) = entries(f'title,doi,authors\nSemax,{DOI},"{cell}"\n')
        assert entry.authors == ("Chang, C. H.", "Tsai, W. C.")


@pytest.mark.parametrize("author", ["", "Ancell et al. (2001)"])
def test_a_title_of_two_words_under_its_own_number_is_that_of_the_work(run: Run, tmp_path: Path, author: str) -> None:
    (tmp_path / "a.csv").write_text(f'Author,Title,PMID\n"{author}",Thymosin alpha-1,11381492\n')
    done = run("audit", str(tmp_path / "a.csv"))
    assert (done.returncode, "misattributed" in done.stdout) == (0, False), done.stdout
    (tmp_path / "a.csv").write_text(f'Author,Title,PMID\n"{author}",Thymosin beta-4,11381492\n')
    assert run("audit", str(tmp_path / "a.csv")).returncode == 1


def test_a_table_with_a_row_for_each_field_is_read_work_by_work() -> None:
    one = (
        f'"TITLE","{TITLE}"\n"AUTHOR NAMES","Dolotov O.V.","Karpenko E.A."\n"SOURCE","Brain Res (2006) 1117 (54-60)"\n'
    )
    one += f'"PUBLICATION YEAR","2006"\n"MEDLINE PMID","{PMID}"\n"DOI","{DOI}"\n'
    found = entries(f"{one}\n{one.replace(DOI, '10.1000/x')}")
    assert [(entry.title, entry.year, entry.pmid, entry.doi) for entry in found] == [
        (TITLE, "2006", PMID, DOI), (TITLE, "2006", PMID, "10.1000/x"),
    ]  # fmt: skip
    assert [(entry.key, entry.journal, len(entry.authors)) for entry in found] == [("row 1", "", 2), ("row 8", "", 2)]
