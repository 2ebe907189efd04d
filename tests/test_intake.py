"""What files of other programs tell of a work, and that `add` loses nothing of it in silence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import Run
from peptidecli.formats.notes import _LANGUAGES
from test_add import added, held

pytestmark = pytest.mark.slow

RIS = "TY  - JOUR\nTI  - {title}\nAU  - Roe, J.\nPY  - 2020\nJO  - J\n{more}ER  - \n"
XML = (
    "<xml><records><record><contributors><authors><author>Roe, J.</author></authors></contributors><titles><title>"
    "{title}</title><secondary-title>J</secondary-title></titles><dates><year>2020</year></dates>{more}"
    "</record></records></xml>"
)
BIB = "@article{{a, title={{{title}}}, author={{Roe, J.}}, year=2020, journal={{J}}, {more}}}"
NBIB = "PMID- 31234567\nTI  - {title}\nFAU - Roe, J.\nDP  - 2020\nJT  - J\n{more}\n"


def csl(title: str, **more: object) -> str:
    work = {"title": title, "author": [{"family": "Roe", "given": "J."}], "issued": {"raw": "2020"}}
    return json.dumps([work | {"container-title": "J"} | more])


def only(run: Run, folder: Path, name: str, text: str) -> tuple[dict[str, object], str | None]:
    """Return the one reference that is taken in of a file, and what is told of it."""
    (folder / name).write_text(text, encoding="utf-8")
    (taken,) = added(run, folder / "own", str(folder / name))
    (record,) = held(folder / "own").values()
    return record, taken["reason"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.bib", BIB.format(title="One", more="url={https://doi.org/10.5555/One.1}")),
        ("a.ris", RIS.format(title="One", more="UR  - https://doi.org/10.5555/One.1\n")),
        ("a.json", csl("One", URL="https://doi.org/10.5555/One.1")),
        ("a.xml", XML.format(title="One", more="<urls><url>https://doi.org/10.5555/One.1</url></urls>")),
    ],
)
def test_a_doi_that_is_told_by_its_address_alone_is_the_doi(run: Run, tmp_path: Path, name: str, text: str) -> None:
    record, told = only(run, tmp_path, name, text)
    assert (record["DOI"], record.get("URL"), told) == ("10.5555/one.1", None, None)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.bib", BIB.format(title="One", more="url={http://example.org/a?b=1}")),
        ("a.ris", RIS.format(title="One", more="UR  - https://example.org/a?b=1\n")),
        ("a.json", csl("One", URL="HTTPS://example.org/a?b=1")),
        ("a.xml", XML.format(title="One", more="<urls><url>http://example.org/a?b=1</url></urls>")),
    ],
)
def test_the_address_of_a_page_is_kept_and_goes_out_again_whole(run: Run, tmp_path: Path, name: str, text: str) -> None:
    record, told = only(run, tmp_path, name, text)
    assert (record["URL"], told) == ("example.org/a?b=1", None)
    for form in ("csl-json", "bibtex", "ris"):
        assert "https://example.org/a?b=1" in run("--data", str(tmp_path / "own"), "cite", "roe", "-f", form).stdout


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.bib", BIB.format(title="One", more="url={http://example.org/a; https://example.org/2}")),
        ("a.ris", RIS.format(title="One", more="UR  - https://example.org/a\nUR  - https://example.org/2\n")),
        ("a.json", csl("One", URL="http://example.org/a http://example.org/2")),
    ],
)
def test_of_two_pages_the_first_is_kept_and_the_other_told(run: Run, tmp_path: Path, name: str, text: str) -> None:
    record, told = only(run, tmp_path, name, text)
    assert (record["URL"], told) == ("example.org/a", "without a second address")


@pytest.mark.parametrize(
    "doi", ["10.5555/a PMID: 123", "10.5555/a 10.5555/b", "10.5555/a. Epub ahead of print", "10.5555/a;10.5555/b",
            "10.5555/a, https://doi.org/10.5555/b"],
)  # fmt: skip
@pytest.mark.parametrize("name", ["a.bib", "a.ris", "a.json", "a.xml", "a.enw"])
def test_a_field_with_more_than_a_doi_makes_no_doi_of_it(run: Run, tmp_path: Path, name: str, doi: str) -> None:
    text = {
        "a.bib": BIB.format(title="One", more=f"doi={{{doi}}}"),
        "a.ris": RIS.format(title="One", more=f"DO  - {doi}\n"),
        "a.json": csl("One", DOI=doi),
        "a.xml": XML.format(title="One", more=f"<electronic-resource-num>{doi}</electronic-resource-num>"),
        "a.enw": f"%0 Journal Article\n%T One\n%A Roe, J.\n%D 2020\n%J J\n%R {doi}\n",
    }[name]
    record, told = only(run, tmp_path, name, text)
    assert (record.get("DOI"), told) == (None, f"without DOI {doi}, no such number")


@pytest.mark.parametrize(
    ("name", "text", "numbers"),
    [
        ("a.bib", BIB.format(title="One", more="note={PMID: 12345678; doi:10.5555/a}"), ("10.5555/a", "12345678")),
        ("a.bib", BIB.format(title="One", more="pubmed_id={12345678}"), (None, "12345678")),
        ("a.bib", BIB.format(title="One", more="eprint={12345678}, eprinttype={pmid}"), (None, "12345678")),
        ("a.bib", BIB.format(title="One", more="note={Reply to doi:10.5555/a}"), (None, None)),
        ("a.json", csl("One", note="PMID: 12345678\nDOI: 10.5555/a"), ("10.5555/a", "12345678")),
        ("a.json", csl("One", archive="PubMed", archive_location="12345678"), (None, "12345678")),
        ("a.ris", RIS.format(title="One", more="M3  - 10.5555/a\nU1  - 12345678[pmid]\n"), ("10.5555/a", "12345678")),
        ("a.ris", RIS.format(title="One", more="L1  - a.pdf\nL2  - https://doi.org/10.5555/a\n"), ("10.5555/a", None)),
        ("a.ris", RIS.format(title="One", more="C2  - 12345678\nDB  - Scopus\n"), (None, "12345678")),
        ("a.ris", RIS.format(title="One", more="AN  - MEDLINE:12345678\nDB  - Medline\n"), (None, "12345678")),
        ("a.ris", RIS.format(title="One", more="SP  - 5\nDOI  - 10.5555/a\ndo  - 10.5555/b\n"), ("10.5555/a", None)),
        (
            "a.ris",
            RIS.format(title="One", more="UR  - https://europepmc.org/article/MED/12345678\n"),
            (None, "12345678"),
        ),
    ],
)
def test_a_number_is_taken_in_from_where_managers_and_databases_put_it(
    run: Run, tmp_path: Path, name: str, text: str, numbers: tuple[str | None, str | None]
) -> None:
    record, _ = only(run, tmp_path, name, text)
    assert (record.get("DOI"), record.get("PMID"), record.get("page")) == (*numbers, "5" if "SP" in text else None)


@pytest.mark.parametrize(
    "address",
    [
        "https://www.biorxiv.org/content/10.1101/2020.01.01.123456v2.full.pdf+html",
        "https://onlinelibrary.wiley.com/doi/10.1111/abc.12345/abstract;jsessionid=ABC",
        "https://academic.oup.com/abc/article/doi/10.1093/abc/xyz123/5555555",
    ],
)
def test_no_doi_is_cut_out_of_a_publishers_address(run: Run, tmp_path: Path, address: str) -> None:
    record, told = only(run, tmp_path, "a.bib", BIB.format(title="One", more=f"url={{{address}}}"))
    assert (record.get("DOI"), record["URL"], told) == (None, address.removeprefix("https://"), None)


@pytest.mark.parametrize(
    ("more", "field", "value"),
    [
        ("doi={10.5555/a$_$b}", "DOI", "10.5555/a_b"),
        ("Unique-ID={{MEDLINE:12345678}}", "PMID", "12345678"),
    ],
)
def test_a_sign_beside_a_number_is_none_of_its_own(run: Run, tmp_path: Path, more: str, field: str, value: str) -> None:
    assert only(run, tmp_path, "a.bib", BIB.format(title="One", more=more))[0][field] == value


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("DOI", "10.5555/abc²"), ("DOI", "10.5555/abc①"), ("DOI", "10.5555/ab½"), ("PMID", "1234567²"),
        ("DOI", "10.5555/abc<sup>1</sup>"), ("DOI", "10.5555/abc$^1$"), ("PMCID", "PMC123456²"),
        ("DOI", "https://academic.oup.com/abc/article/doi/10.1093/abc/xyz123/5555555"),
    ],
)  # fmt: skip
def test_a_number_with_a_mark_or_an_address_about_it_is_told_and_not_taken_in(
    run: Run, tmp_path: Path, kind: str, value: str
) -> None:
    record, told = only(run, tmp_path, "a.json", csl("One", **{kind: value}))
    assert (record.get(kind), told) == (
        None,
        f"without {kind} {value}, no such number",
    )


@pytest.mark.parametrize("end", ["\f", "\v", "\x1c", "\x85", "\u2028"])
def test_what_ends_a_line_for_others_ends_none_of_ris(run: Run, tmp_path: Path, end: str) -> None:
    text = RIS.format(title=f"One{end}DO  - 10.5555/evil", more="DO  - 10.5555/a\n")
    record, told = only(run, tmp_path, "a.ris", text)
    assert (record["DOI"], record["title"], told) == ("10.5555/a", "One DO - 10.5555/evil", None)


def test_tags_of_endnote_that_are_signs_are_fields_of_their_own(run: Run, tmp_path: Path) -> None:
    text = "%0 Journal Article\n%T One\n%A Roe, J.\n%D 2020\n%J J\n%P 54-60\n%+ Moscow\n%[ 2020-01-01\n%~ PubMed\n"
    assert only(run, tmp_path, "a.enw", text)[0]["page"] == "54-60"


@pytest.mark.parametrize(
    "text",
    [
        "@article{a, title={A}, year=2001}}, doi={10.5555/a}}\n",
        "@article{a, title={A}, year=2001}\narticle{b, title={B}, doi={10.5555/a}}\n",
        "@article{a, title={A}, year=2001}\n  title = {B},\n  doi = {10.5555/a}\n}\n",
    ],
)
def test_fields_that_are_in_no_entry_of_bibtex_are_told(run: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "a.bib").write_text(text)
    taken = added(run, tmp_path / "own", str(tmp_path / "a.bib"), code=1)
    line = 1 if "}}," in text else 2
    assert f"the fields from line {line} on are in no entry" in taken[-1]["reason"]
    assert f"not understood: {line}" in " ".join(run("audit", str(tmp_path / "a.bib")).stdout.split())


def test_remarks_between_entries_of_bibtex_are_no_fields(run: Run, tmp_path: Path) -> None:
    text = f"From x = y of 2001.\n% year = {{2001}}, title = {{A}},\n{BIB.format(title='One', more='')}\n"
    assert only(run, tmp_path, "a.bib", text)[1] is None


def test_an_organisation_in_braces_keeps_its_words_together(run: Run, tmp_path: Path) -> None:
    text = BIB.format(title="One", more="").replace("{Roe, J.}", "{{Agency for Drugs, Ministry of Health} and Roe, J.}")
    assert only(run, tmp_path, "a.bib", text)[0]["author"] == ["Agency for Drugs Ministry of Health", "Roe, J."]


def test_an_entry_has_what_the_entry_has_that_it_names(run: Run, tmp_path: Path) -> None:
    text = "@incollection{c, title={One}, author={Roe, J.}, crossref={B}}\n@book{b, title={Book}, year=2001}\n"
    (tmp_path / "a.bib").write_text(text)
    added(run, tmp_path / "own", str(tmp_path / "a.bib"), code=1)
    (record,) = held(tmp_path / "own").values()
    assert (record["title"], record["container-title"], record["issued"]) == ("One", "Book", 2001)


def test_json_of_zotero_is_called_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('[{"itemType": "journalArticle", "title": "One"}]')
    done = run("--data", str(tmp_path / "own"), "add", str(tmp_path / "a.json"))
    assert (done.returncode, "export the works as CSL JSON" in done.stderr) == (2, True)


def test_an_address_that_is_no_page_is_named(run: Run, tmp_path: Path) -> None:
    record, told = only(run, tmp_path, "a.ris", RIS.format(title="One", more="UR  - file:///home/one.pdf\n"))
    assert ("URL" in record, told) == (False, "without address file:///home/one.pdf, no page of the web")


def test_authors_of_both_tags_of_ris_are_taken_in_their_order(run: Run, tmp_path: Path) -> None:
    record, _ = only(run, tmp_path, "a.ris", RIS.format(title="One", more="A1  - Moss, A.\nAU  - Fox, B.\n"))
    assert record["author"] == ["Roe, J.", "Moss, A.", "Fox, B."]


def test_entries_of_one_key_are_all_read_and_a_field_that_is_there_twice_is_named(run: Run, tmp_path: Path) -> None:
    entries = (BIB.format(title=title, more=f"doi={{10.5555/{title}}}, doi={{10.5555/x}}") for title in ("One", "Two"))
    (tmp_path / "a.bib").write_text("\n".join(entries))
    taken = added(run, tmp_path / "own", str(tmp_path / "a.bib"))
    assert [(work["title"], work["reason"]) for work in taken] == [
        ("One", "without a second doi"),
        ("Two", "without a second doi"),
    ]
    assert [record["DOI"] for record in held(tmp_path / "own").values()] == ["10.5555/one", "10.5555/two"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.bib", BIB.format(title="RETRACTED: One", more="")),
        ("a.bib", BIB.format(title="One", more="note={Retracted (2021, notice doi:10.5555/n(1), PMID 123456)}")),
        ("a.ris", RIS.format(title="One (Retracted article. See vol. 3, 2021)", more="")),
        ("a.ris", RIS.format(title="RETRACTED ARTICLE: One", more="")),
        ("a.json", csl("One", status="retracted")),
        ("a.json", csl("[Retracted] One")),
        ("a.xml", XML.format(title="Retracted: One", more="")),
        ("a.nbib", NBIB.format(title="One.", more="PT  - Journal Article\nPT  - Retracted Publication\n")),
        ("a.nbib", NBIB.format(title="One.", more="RIN - J. 2021;1:2. PMID: 31234568\n")),
    ],
)
def test_a_retraction_that_a_file_tells_is_held_and_told(run: Run, tmp_path: Path, name: str, text: str) -> None:
    record, told = only(run, tmp_path, name, text)
    assert (record["title"], record["standing"], told) == ("One", "retracted", "retracted")
    assert "problem" not in run("--data", str(tmp_path / "own"), "check").stdout.replace("no problems", "")


def test_the_notice_of_a_retraction_is_held_with_its_numbers(run: Run, tmp_path: Path) -> None:
    record, _ = only(run, tmp_path, "a.nbib", NBIB.format(title="One.", more="RIN - J. 2021;1:2. PMID: 31234568\n"))
    assert record["notice"] == {"PMID": "31234568", "issued": 2021}


def test_a_work_of_another_doi_is_taken_beside_one_of_the_same_title_and_year(run: Run, tmp_path: Path) -> None:
    entries = (BIB.format(title="One", more=f"doi={{10.5555/{number}}}") for number in (1, 2))
    (tmp_path / "a.bib").write_text("\n".join(entries))
    first, second = added(run, tmp_path / "own", str(tmp_path / "a.bib"))
    assert (first["reason"], second["outcome"]) == (None, "added")
    assert second["reason"] == f"same title and year as {first['id']}, with another number"


@pytest.mark.parametrize(("year", "code"), [(1725, 0), (2099, 1)])
def test_what_add_takes_check_does_not_refuse(run: Run, tmp_path: Path, year: int, code: int) -> None:
    (tmp_path / "a.bib").write_text(BIB.format(title="One", more="").replace("2020", str(year)))
    (taken,) = added(run, tmp_path / "own", str(tmp_path / "a.bib"), code=code)
    assert taken["reason"] == (f"the year {year} lies in the future" if code else None)
    assert code or run("--data", str(tmp_path / "own"), "check").returncode == 0


def test_a_name_with_and_in_it_is_one_person_in_every_format(run: Run, tmp_path: Path) -> None:
    name = (
        '[{"title": "One", "author": [{"family": "Smith and Wesson", "given": "J."}, {"family": "Moss", "given": "A. '
    )
    name += 'and B."}], "issued": {"raw": "2020"}, "container-title": "J", "DOI": "10.5555/1"}]'
    record, _ = only(run, tmp_path, "a.json", name)
    assert record["author"] == ["Smith and Wesson, J.", "Moss, A. and B."]
    for form, ending in (("bibtex", "bib"), ("ris", "ris"), ("csl-json", "json")):
        path = tmp_path / f"again.{ending}"
        path.write_text(run("--data", str(tmp_path / "own"), "cite", "smith", "-f", form).stdout, encoding="utf-8")
        added(run, tmp_path / form, str(path))
        (again,) = held(tmp_path / form).values()
        assert again["author"] == record["author"]


def test_a_narrow_space_between_initials_divides_no_name(run: Run, tmp_path: Path) -> None:
    text = r"@article{a, title={One}, author={Roe, J.\,A. and Smi\,th, B.}, year=2020, journal={J}}"
    record, told = only(run, tmp_path, "a.bib", text)
    assert (record["author"], told) == (["Roe, J. A.", "Smi th, B."], None)


@pytest.mark.parametrize("author", [5, True, "Roe", {}, [5, {"family": "Roe", "given": "J."}]])
def test_an_author_that_is_no_list_of_names_is_no_fault(run: Run, tmp_path: Path, author: object) -> None:
    (tmp_path / "a.json").write_text(json.dumps([json.loads(csl("One"))[0] | {"author": author}]), encoding="utf-8")
    done = run("--data", str(tmp_path / "own"), "add", str(tmp_path / "a.json"))
    assert "fault" not in done.stderr
    assert done.returncode in {0, 1}


def test_a_number_without_end_is_said_in_words_for_people(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(f'[{{"title": "One", "issued": {"9" * 10_000}}}]', encoding="utf-8")
    done = run("--data", str(tmp_path / "own"), "add", str(tmp_path / "a.json"))
    assert done.returncode == 2
    assert "a number of more digits than are read" in done.stderr


def test_a_percent_sign_in_bibtex_begins_no_comment(run: Run, tmp_path: Path) -> None:
    text = BIB.format(title="Effect in 50% of rats, a study", more="doi={10.5555/a%3Cb}, number={1 % 2}")
    record, _ = only(run, tmp_path, "a.bib", text)
    assert (record["title"], record["DOI"], record["issue"]) == (
        "Effect in 50% of rats, a study",
        "10.5555/a<b",
        "1 % 2",
    )


def test_signs_that_bibtex_writes_by_name_are_the_signs(run: Run, tmp_path: Path) -> None:
    title = r"{\hspace{0pt}}Cost \$5 of \textdollar 6 \{b\} 10\textasciicircum{}3 {\textbeta} \textless\ 2"
    assert only(run, tmp_path, "a.bib", BIB.format(title=title, more=""))[0]["title"] == "Cost $5 of $6 {b} 10^3 β < 2"


TOGETHER = "Smith, J., Doe, K. L., Roe, L."


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.ris", RIS.format(title="One", more="").replace("Roe, J.", TOGETHER)),
        ("a.xml", XML.format(title="One", more="").replace("Roe, J.", TOGETHER)),
        ("a.nbib", NBIB.format(title="One", more="").replace("Roe, J.", TOGETHER)),
        ("a.json", csl("One").replace('"family": "Roe", "given": "J."', f'"literal": "{TOGETHER}"')),
        ("b.json", csl("One").replace('"family": "Roe", "given": "J."', f'"family": "{TOGETHER}"')),
    ],
)
def test_authors_who_stand_in_the_place_of_one_are_as_many_as_they_are(
    run: Run, tmp_path: Path, name: str, text: str
) -> None:
    assert only(run, tmp_path, name, text)[0]["author"] == ["Smith, J.", "Doe, K. L.", "Roe, L."]


def test_several_people_who_cannot_be_told_apart_are_refused_as_one_author(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.ris").write_text(RIS.format(title="One", more="").replace("Roe, J.", "Smith, John, Doe, Karl"))
    done = run("--data", str(tmp_path / "own"), "add", str(tmp_path / "a.ris"))
    assert done.returncode == 1
    assert 'Expected one author: "Family, Given"' in " ".join(done.stdout.split())
    assert not (tmp_path / "own" / "references.toml").exists()


def test_an_organisation_with_commas_in_its_name_keeps_one_blank_for_each(run: Run, tmp_path: Path) -> None:
    text = csl("One").replace('"family": "Roe", "given": "J."', '"literal": "Ministry of Health, Labour and Welfare"')
    assert only(run, tmp_path, "a.json", text)[0]["author"] == ["Ministry of Health Labour and Welfare"]


@pytest.mark.parametrize("form", ["bibtex", "ris", "csl-json"])
def test_a_title_with_signs_comes_back_as_it_went_out(run: Run, tmp_path: Path, form: str) -> None:
    title = r"Cost $5, 50% of 10^3 & a_b #1 ~ x \ y β (z) | @home: 3-4 'a', it's"
    (tmp_path / "one.json").write_text(csl(title), encoding="utf-8")
    added(run, tmp_path / "one", str(tmp_path / "one.json"))
    ending = {"bibtex": "bib", "ris": "ris", "csl-json": "json"}[form]
    text = run("--data", str(tmp_path / "one"), "cite", "roe 2020", "-f", form).stdout
    (tmp_path / f"two.{ending}").write_text(text, encoding="utf-8")
    added(run, tmp_path / "two", str(tmp_path / f"two.{ending}"))
    (record,) = held(tmp_path / "two").values()
    assert record["title"] == title


SCHOLAR = """\
%0 Journal Article
%T Semax, an analog of ACTH(4-10) with cognitive effects, regulates BDNF and trkB expression
  in the rat hippocampus
%A Dolotov, Oleg V
%A Karpenko, Ekaterina A
%A The Semax Group,
%J Brain Research
%V 1117
%N 1
%P 54-60
%@ 0006-8993
%D 2006
%R 10.1016/j.brainres.2006.07.108
%U https://pubmed.ncbi.nlm.nih.gov/16996037/

%0 Book
%T Another
%A Roe, J., Doe, K.
%D 2009
%I Nauka
"""


def test_what_scholars_and_publishers_export_for_endnote_is_taken_in(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.enw").write_text(
        SCHOLAR.replace("10.1016/j.brainres.2006.07.108", "10.5555/x").replace("16996037", "1")
    )
    added(run, tmp_path / "own", str(tmp_path / "a.enw"))
    one, two = sorted(held(tmp_path / "own").values(), key=lambda record: record["issued"])
    assert one["author"] == ["Dolotov, Oleg V", "Karpenko, Ekaterina A", "The Semax Group"]
    assert one["title"].endswith("trkB expression in the rat hippocampus")
    told = [one[field] for field in ("type", "container-title", "volume", "issue", "page", "issued", "DOI")]
    assert told == ["article-journal", "Brain Research", "1117", "1", "54-60", 2006, "10.5555/x"]
    assert (two["type"], two["author"], two["container-title"]) == ("book", ["Roe, J.", "Doe, K."], "Nauka")


@pytest.mark.parametrize("text", ["words\n%T x\n", "", "%"])
def test_what_is_no_file_for_endnote_is_told_so(run: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "a.enw").write_text(text)
    done = run("--data", str(tmp_path / "own"), "add", str(tmp_path / "a.enw"))
    assert (done.returncode, "its first line is no field of EndNote's" in done.stderr) == (2, True)


def test_what_was_exported_for_endnote_is_audited_field_by_field(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.enw").write_text(SCHOLAR.replace("%D 2006", "%D 2009"))
    found = [json.loads(line) for line in run("audit", str(tmp_path / "a.enw"), "-f", "ndjson").stdout.splitlines()]
    assert [(f["line"], f["kind"], f["verdict"], f["code"]) for f in found] == [
        (1, "identifier", "matches", "identifier-matches"),
        (6, "citation", "differs", "citation-differs-authors"),
        (13, "identifier", "matches", "identifier-matches"),
        (16, "citation", "unknown", "citation-unknown"),
    ]
    assert "The year is 2006, not 2009." in found[1]["detail"]


DOIS = ("a--b", "x<b>c", "a~b", "a_b_c", "a&b", "a&b22", "(sici)1096(199609)19:2<115::aid-n>3.0.co;2-y", "a^b$c", "a%b")


@pytest.mark.parametrize("form", ["bibtex", "ris", "csl-json"])
def test_a_doi_with_signs_comes_back_as_it_went_out_and_is_right_when_it_is_audited(
    run: Run, tmp_path: Path, form: str
) -> None:
    works = [json.loads(csl(f"Paper {i} of its own kind", DOI=f"10.5555/{doi}"))[0] for i, doi in enumerate(DOIS)]
    (tmp_path / "one.json").write_text(json.dumps(works), encoding="utf-8")
    added(run, tmp_path / "one", str(tmp_path / "one.json"), "--compound", "semax")
    name = f"two.{ {'bibtex': 'bib', 'ris': 'ris', 'csl-json': 'json'}[form] }"
    own = ("--data", str(tmp_path / "one"))
    (tmp_path / name).write_text(run(*own, "cite", "roe 2020", "-f", form, "--limit", "0").stdout, encoding="utf-8")
    added(run, tmp_path / "two", str(tmp_path / name))
    assert {record["DOI"] for record in held(tmp_path / "two").values()} == {f"10.5555/{doi}" for doi in DOIS}
    found = [json.loads(line) for line in run(*own, "audit", str(tmp_path / name), "-f", "ndjson").stdout.splitlines()]
    assert {f["verdict"] for f in found} == {"matches"}
    assert sum(f["kind"] == "identifier" for f in found) >= len(DOIS)


PEOPLE = [
    {"given": "Only"},
    "Doe, Jane",
    "The Group",
    {"family": "Beethoven", "given": "Ludwig", "dropping-particle": "van"},
    {"family": "Wild", "non-dropping-particle": "von", "given": "Klaus"},
    {"family": ["S"], "given": {"a": 1}},
]


def test_of_the_authors_of_an_item_those_that_cannot_be_read_are_told_and_the_list_is_not_whole(
    run: Run, tmp_path: Path
) -> None:
    record, told = only(run, tmp_path, "a.json", csl("One", author=PEOPLE))
    assert record["author"] == ["Doe, Jane", "The Group", "Beethoven, Ludwig van", "von Wild, Klaus"]
    assert (record["author-complete"], told) == (False, "without 2 authors who have no family name")


@pytest.mark.parametrize("part", ["given", "suffix"])
def test_a_part_of_a_name_that_is_no_text_is_told(run: Run, tmp_path: Path, part: str) -> None:
    record, told = only(run, tmp_path, "a.json", csl("One", author=[{"family": "Roe", part: ["J", "K"]}]))
    assert (record["author"], told) == (["Roe,"], "without a part of a name, which is no text")


def test_two_commas_of_endnote_are_one_in_the_name_of_an_organisation(run: Run, tmp_path: Path) -> None:
    text = XML.format(title="One", more="").replace("Roe, J.", "University of California,, Berkeley")
    assert only(run, tmp_path, "a.xml", text)[0]["author"] == ["University of California Berkeley"]


AMISS = {"volume": True, "issue": {"a": 1}, "page": float("inf"), "publisher": [[1]]}


def test_what_is_neither_text_nor_number_in_an_item_is_left_out_and_told(run: Run, tmp_path: Path) -> None:
    record, told = only(run, tmp_path, "a.json", csl("One", **AMISS, language="en"))
    assert not record.keys() & AMISS.keys()
    assert told == "; ".join(f"without {name}, which is neither text nor a number" for name in AMISS)
    (tmp_path / "two").mkdir()
    record, told = only(run, tmp_path / "two", "a.json", csl("Two", volume=7, issue=[8.0], page="9"))
    assert ([record[field] for field in ("volume", "issue", "page")], told) == (["7", "8", "9"], None)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.ris", RIS.format(title="One", more="TI  - Two\nDO  - 10.5555/a\nDO  - 10.5555/b\n"), "TI, DO"),
        (
            "a.json",
            csl("One", volume="1")[:-2] + ', "title": "Two", "DOI": "10.5555/a", "DOI": "10.5555/b"}]',
            "title, DOI",
        ),
    ],
)
def test_a_field_that_is_there_twice_where_one_counts_is_told(
    run: Run, tmp_path: Path, name: str, text: str, told: str
) -> None:
    assert only(run, tmp_path, name, text)[1] == "; ".join(f"without a second {field}" for field in told.split(", "))


def test_each_author_of_pubmed_counts_by_the_full_name_where_there_is_one(run: Run, tmp_path: Path) -> None:
    names = "FAU - Smith, John\nAU  - Smith J\nAU  - Roe R\nFAU - Poe, P\nAU  - Poe P\nAU  - Doe JK Jr\nAU  - Li\n"
    text = NBIB.format(title="One", more="").replace("FAU - Roe, J.\n", f"{names}CN  - The Group\n")
    record, _ = only(run, tmp_path, "a.nbib", text)
    assert record["author"] == ["Smith, John", "Roe, R.", "Poe, P.", "Doe, J. K., Jr", "Li,", "The Group"]


ACCESSION = "<accession-num>{number}</accession-num><remote-database-name>{base}</remote-database-name>"


@pytest.mark.parametrize(
    ("name", "text", "pmid"),
    [
        ("a.xml", XML.format(title="One", more=ACCESSION.format(number="104567890", base="CINAHL")), None),
        ("a.xml", XML.format(title="One", more=ACCESSION.format(number="10456789", base="PubMed")), "10456789"),
        ("a.xml", XML.format(title="One", more="<accession-num>10456789</accession-num>"), "10456789"),
        ("a.xml", XML.format(title="One", more="<accession-num>000123456</accession-num>"), None),
        ("a.ris", RIS.format(title="One", more="N1  - Reply to PMID: 10456789 and others\n"), None),
        ("a.ris", RIS.format(title="One", more="N1  - Corrected (notice PMID 10456789)\n"), None),
        ("a.ris", RIS.format(title="One", more="N1  - PMID: 10456789\n"), "10456789"),
    ],
)
def test_a_number_is_a_pmid_where_it_is_called_that_of_the_work(
    run: Run, tmp_path: Path, name: str, text: str, pmid: str | None
) -> None:
    assert only(run, tmp_path, name, text)[0].get("PMID") == pmid


def test_what_stands_in_a_comment_of_xml_is_no_record(run: Run, tmp_path: Path) -> None:
    text = XML.format(title="One", more="")
    other = text[text.index("<record>") : text.index("</records>")].replace("One", "Two")
    text = text.replace("<records>", f"<records><!--\n{other}-->").replace("</record>", "</record\n>")
    assert only(run, tmp_path, "a.xml", text)[0]["title"] == "One"


@pytest.mark.parametrize("more", ["<!-- never closed", "<![CDATA[never closed", "<?never closed"])
def test_what_is_opened_in_xml_and_closed_nowhere_is_told_and_nothing_taken_in(
    run: Run, tmp_path: Path, more: str
) -> None:
    (tmp_path / "a.xml").write_text(XML.format(title="One", more="").replace("</records>", f"\n{more}</records>"))
    for command in (["--data", str(tmp_path / "own"), "add"], ["audit"]):
        done = run(*command, str(tmp_path / "a.xml"))
        assert (done.returncode, f"begins on line 2 with {more[:2]}" in done.stderr) == (2, True)
    assert not (tmp_path / "own").exists()


def test_words_behind_the_end_of_xml_do_not_cut_it_short(run: Run, tmp_path: Path) -> None:
    assert only(run, tmp_path, "a.xml", f"{XML.format(title='One', more='')} and words\n")[0]["title"] == "One"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.bib", BIB.format(title="One", more="").replace("2020", "{in press}"), "in press"),
        ("a.ris", RIS.format(title="One", more="").replace("2020", "1599"), "1599"),
        ("a.nbib", NBIB.format(title="One", more="").replace("2020", "2101 Jan"), "2101 Jan"),
        ("a.json", csl("One").replace("2020", "soon"), "soon"),
        ("a.xml", XML.format(title="One", more="").replace("2020", "99"), "99"),
    ],
)
def test_a_year_that_is_none_is_told_where_a_work_is_refused_for_want_of_one(
    run: Run, tmp_path: Path, name: str, text: str, said: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    (taken,) = added(run, tmp_path / "own", str(tmp_path / name), code=1)
    assert taken["reason"] == f'it has no year; without year "{said}", none from 1600 to 2099'


@pytest.mark.parametrize("author", ["Roe, J.", {"family": "Roe", "given": "J."}])
def test_an_author_in_csl_who_stands_in_no_list_is_taken_in(run: Run, tmp_path: Path, author: object) -> None:
    assert only(run, tmp_path, "a.json", csl("One", author=author))[0]["author"] == ["Roe, J."]


def test_a_year_is_read_from_the_date_where_that_of_its_own_is_none(run: Run, tmp_path: Path) -> None:
    text = BIB.format(title="One", more="date={2021-03}").replace("2020", "{n.d.}")
    assert only(run, tmp_path, "a.bib", text)[0]["issued"] == 2021


def test_biblatex_keeps_subtitles_and_numbers_of_articles_in_fields_of_their_own(run: Run, tmp_path: Path) -> None:
    record, told = only(run, tmp_path, "a.bib", BIB.format(title="One", more="subtitle={Two}, eid={e17}"))
    assert (record["title"], record["page"], told) == ("One: Two", "e17", None)


@pytest.mark.parametrize("form", ["bibtex", "ris", "csl-json"])
def test_languages_and_a_list_of_authors_that_is_not_whole_come_back_as_they_went_out(
    run: Run, tmp_path: Path, form: str
) -> None:
    works = [json.loads(csl(f"Work {code}", language=code, note="Author list incomplete"))[0] for code in _LANGUAGES]
    (tmp_path / "one.json").write_text(json.dumps(works), encoding="utf-8")
    added(run, tmp_path / "one", str(tmp_path / "one.json"))
    name = f"two.{ {'bibtex': 'bib', 'ris': 'ris', 'csl-json': 'json'}[form] }"
    text = run("--data", str(tmp_path / "one"), "cite", "roe 2020", "-f", form, "--limit", "0").stdout
    (tmp_path / name).write_text(text, encoding="utf-8")
    added(run, tmp_path / "two", str(tmp_path / name))
    told = {one["title"]: (one["language"], one["author-complete"]) for one in held(tmp_path / "two").values()}
    assert told == {f"Work {code}": (code, False) for code in _LANGUAGES}


def test_the_number_of_an_article_in_a_register_is_no_issue_in_bibtex(run: Run) -> None:
    text = run("cite", "konchugova-2013-retinopathy", "-f", "bibtex").stdout
    assert "number = {1}" in text
    assert "Number 41359" in text
    assert "number = {" not in run("cite", "kolik-2016-motivation", "-f", "bibtex").stdout


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"Mart\'{\i}nez and {\'\i}", "Martínez and í"),
        (r"$\mathrm{TNF}$-$\alpha$ in H$_2$O, $\beta_{2}$, $^{99m}$Tc", "TNF-α in H2O, β2, 99mTc"),
        (r"{\relax Ch}arles\textquoteright s \ensuremath{\alpha}", "Charles’s α"),
        (r"a\textbar b \textmu g \ldots", "a|b μg …"),
    ],
)
def test_what_tex_has_in_titles_is_read_as_letters(run: Run, tmp_path: Path, written: str, read: str) -> None:
    assert only(run, tmp_path, "a.bib", BIB.format(title=written, more=""))[0]["title"] == read


def test_an_amount_of_dollars_is_no_mathematics(run: Run, tmp_path: Path) -> None:
    title = only(run, tmp_path, "a.bib", BIB.format(title="Costs $5 and $6 more", more=""))[0]["title"]
    assert "5 and" in str(title)


@pytest.mark.parametrize("kind", ["report", "thesis", "webpage", "book", "chapter", "paper-conference"])
@pytest.mark.parametrize("form", ["bibtex", "ris", "csl-json"])
def test_works_of_every_kind_come_back_with_what_they_appeared_in(
    run: Run, tmp_path: Path, form: str, kind: str
) -> None:
    (tmp_path / "one.json").write_text(csl("Of its own kind", type=kind), encoding="utf-8")
    added(run, tmp_path / "one", str(tmp_path / "one.json"))
    name = f"two.{ {'bibtex': 'bib', 'ris': 'ris', 'csl-json': 'json'}[form] }"
    text = run("--data", str(tmp_path / "one"), "cite", "roe 2020", "-f", form).stdout
    (tmp_path / name).write_text(text, encoding="utf-8")
    added(run, tmp_path / "two", str(tmp_path / name))
    (record,) = held(tmp_path / "two").values()
    assert (record["title"], record["container-title"]) == ("Of its own kind", "J")


def test_what_is_added_again_is_there_though_another_shares_its_doi(run: Run, tmp_path: Path) -> None:
    one, two = (BIB.format(title=f"Title {i}", more=f"doi={{10.5555/a}}, pmid={{1045678{i}}}") for i in (1, 2))
    (tmp_path / "a.bib").write_text(f"{one}\n{two}\n", encoding="utf-8")
    assert [taken["outcome"] for taken in added(run, tmp_path / "own", str(tmp_path / "a.bib"))] == ["added"] * 2
    assert [taken["outcome"] for taken in added(run, tmp_path / "own", str(tmp_path / "a.bib"))] == ["there"] * 2


def test_what_is_no_letter_in_bibtex_becomes_no_sign(run: Run, tmp_path: Path) -> None:
    record, _ = only(run, tmp_path, "a.bib", BIB.format(title="A \ufdd0 of \ufdd4", more=""))
    assert record["title"] == "A \ufffd of \ufffd"


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("a.ris", RIS.format(title="A", more="") + "\nTI  - Lost\nER  - \n", "from line 8 on has no TY"),
        ("a.ris", "Provider: X\n" + RIS.format(title="A", more="") + "\0TY  - JOUR\nTI  - Lost\nER  - \n", "has no TY"),
        ("a.nbib", NBIB.format(title="A", more="") + "\nTI  - Lost\nDP  - 2002\n", "from line 8 on has no PMID"),
        ("a.nbib", "OWN - NLM\nTI  - Lost\n\n" + NBIB.format(title="A", more=""), "from line 1 on has no PMID"),
    ],
)
def test_what_has_no_beginning_is_refused_and_told(run: Run, tmp_path: Path, name: str, text: str, why: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    taken = {item["title"]: item for item in added(run, tmp_path / "own", str(tmp_path / name), code=1)}
    assert (taken["A"]["outcome"], taken["Lost"]["outcome"]) == ("added", "refused")
    assert why in taken["Lost"]["reason"]


@pytest.mark.parametrize(
    ("title", "held_as"),
    [
        ("<![CDATA[One <record> & <record/> word]]>", "One <record> & <record/> word"),
        ("A<!-- <record><titles/></record> --> b<?pi <record>?>", "A b"),
    ],
)
def test_what_is_no_markup_in_endnotes_xml_is_no_record(run: Run, tmp_path: Path, title: str, held_as: str) -> None:
    record, _ = only(run, tmp_path, "a.xml", XML.format(title=title, more=""))
    assert record["title"] == held_as


@pytest.mark.parametrize("doi", ["10.1000/a<b>", "10.1000/a[b]", "10.1000/(a)b<1::2>"])
def test_a_doi_keeps_the_brackets_that_it_opens(run: Run, tmp_path: Path, doi: str) -> None:
    record, _ = only(run, tmp_path, "a.ris", RIS.format(title="A", more=f"DO  - {doi}\n"))
    assert record["DOI"] == doi


ENW = "%0 Journal Article\n%T {title}\n%A Roe, J.\n%J J\n%D 2020\n{more}\n"


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.enw", ENW.format(title="A", more="%R 10.1000/x\n%R 10.1000/y\n%V 1\n%V 1"), "a second R"),
        ("a.nbib", NBIB.format(title="A", more="VI  - 1\nVI  - 2"), "a second VI"),
        ("a.nbib", NBIB.format(title="A", more="LID - 10.1000/x [doi]\nAID - 10.1000/y [doi]"), "a second DOI"),
        ("a.xml", XML.format(title="A", more="<volume>1</volume><volume>2</volume>"), "a second volume"),
        ("a.json", csl("A", DOI=["10.1000/x", "10.1000/y"]), "a second DOI"),
        ("a.ris", RIS.format(title="A", more="T1  - B\nY1  - 2020/01\n"), "a second T1"),
        ("a.ris", RIS.format(title="A", more="Y1  - 2021\n"), "a second Y1"),
    ],
)
def test_a_second_value_that_is_left_out_is_told(run: Run, tmp_path: Path, name: str, text: str, told: str) -> None:
    _, reason = only(run, tmp_path, name, text)
    assert reason == f"without {told}"


@pytest.mark.parametrize("name", ["a.enw", "a.nbib"])
def test_a_value_that_is_there_twice_is_no_second_one(run: Run, tmp_path: Path, name: str) -> None:
    more = "%R 10.1000/x\n%R 10.1000/x" if name == "a.enw" else "LID - 10.1000/x [doi]\nAID - 10.1000/x [doi]"
    _, reason = only(run, tmp_path, name, (ENW if name == "a.enw" else NBIB).format(title="A", more=more))
    assert reason is None


def test_a_doi_that_runs_on_is_none_and_told(run: Run, tmp_path: Path) -> None:
    record, reason = only(run, tmp_path, "a.ris", RIS.format(title="A", more=f"DO  - 10.1000/{'x' * 500}\n"))
    assert ("DOI" in record, str(reason)[:20]) == (False, "without DOI 10.1000/")


def test_a_comma_behind_given_names_takes_none_of_them(run: Run, tmp_path: Path) -> None:
    record, _ = only(run, tmp_path, "a.bib", BIB.format(title="A", more="").replace("Roe, J.", "Roe, Jane,"))
    assert record["author"] == ["Roe, Jane"]


def test_tags_of_ris_with_one_blank_or_a_dash_are_tags(run: Run, tmp_path: Path) -> None:
    text = RIS.format(title="A", more="DO - 10.1000/x\nVL\t\u2013 7\n").replace("TY  -", "TY -")
    record, reason = only(run, tmp_path, "a.ris", text)
    assert (record["title"], record["DOI"], record["volume"], reason) == ("A", "10.1000/x", "7", None)
