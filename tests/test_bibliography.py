"""`peptide audit` on bibliographies: every field of an entry held against the record."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from conftest import Run
from peptidecli.audit import PROBLEMS, Finding, audit, parse
from peptidecli.audit.article.listed import listed
from peptidecli.audit.periodicals import Periodicals
from peptidecli.audit.titles import likeness
from peptidecli.dataset.dataset import Dataset
from peptidecli.dataset.model import Reference
from peptidecli.formats.corrected import corrected

RIGHT = {
    "author": "Dolotov, O. V. and Karpenko, E. A. and Inozemtseva, L. S. and others",
    "title": "Semax, an analog of ACTH(4-10) with cognitive effects, regulates BDNF and trkB expression in the rat "
             "hippocampus",
    "journal": "Brain Research", "year": "2006", "volume": "1117", "pages": "54--60",
    "doi": "10.1016/j.brainres.2006.07.108", "pmid": "16996037",
}  # fmt: skip


def bib(*entries: dict[str, str]) -> str:
    """Return a bibliography of the right entry with fields changed; one without a value is left out."""
    texts = []
    for number, changed in enumerate(entries):
        fields = {name: value for name, value in (RIGHT | changed).items() if value}
        lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
        texts.append(f"@article{{key{number},\n{lines}}}\n")
    return "\n".join(texts)


def findings(data: Dataset, text: str, name: str = "refs.bib") -> list[Finding]:
    return list(audit(data, [parse(name, text.encode())]).findings)


def citation(data: Dataset, **changed: str) -> Finding:
    return next(found for found in findings(data, bib(changed)) if found.kind == "citation")


# -- right ones ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"journal": "Brain Res."},
        {"doi": "", "pmid": "", "pages": "54"},
        {"title": RIGHT["title"].lower()},
        {"title": RIGHT["title"].replace("analog", "analogue").replace("effects", "effect")},
        {"author": "Dolotov OV and Karpenko EA and others"},
        {"author": "Долотов, О. В. and others"},
        {"author": "Dolotov, O. V. and Karpenko, E. A."},
    ],
)
def test_a_right_entry_matches_however_it_is_written(bundled: Dataset, changed: dict[str, str]) -> None:
    assert [found.verdict for found in findings(bundled, bib(changed)) if found.verdict != "matches"] == []


def test_a_list_of_authors_cut_without_et_al_is_a_remark_and_no_fault(bundled: Dataset) -> None:
    found = citation(bundled, author="Dolotov, O. V. and Karpenko, E. A.")
    assert found.verdict == "matches"
    assert "without et al." in found.detail


# -- faults ----------------------------------------------------------------------------------------------------------


def test_an_entry_that_is_at_no_place_of_its_work_is_held_against_the_printing_of_its_number(bundled: Dataset) -> None:
    entry = {"title": "The effect of peptide Semax, an ACTH(4-10) analogue, on intracellular calcium dynamics in rat "
             "brain neurons", "author": "Kolbaev, S. N. and others", "journal": "Nature", "year": "2020", "volume": "7",
             "number": "", "pages": "1--2", "pmid": "", "doi": "10.47056/0365-9615-2025-179-4-420-425"}  # fmt: skip
    found = citation(bundled, **entry)
    assert found.reference == "kolbaev-2025-calcium"
    assert "The volume is 179, not 7." in found.detail


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"title": RIGHT["title"].replace("rat", "human")}, '"rat", not "human"'),
        ({"author": "Levitskaya, N. G. and Dolotov, O. V. and others"}, "The first author is Dolotov OV"),
        ({"author": "Dolotov, K. M. and others"}, "The author is Dolotov OV, not Dolotov KM."),
        ({"author": "Dolotov, O. V. and Whitlock, George and others"}, "Whitlock G is no author of it"),
        ({"year": "2004"}, "The year is 2006, not 2004."),
        ({"year": "2031"}, "The year is 2006, not 2031."),
        ({"journal": "Journal of Neurochemistry"}, "The journal is Brain Research, not Journal of Neurochemistry."),
        ({"journal": "Annals of Cognitive Peptides"}, "The journal is Brain Research"),
        ({"volume": "1171"}, "The volume is 1117, not 1171."),
        ({"pages": "45--60"}, "The page is 54-60, not 45-60."),
    ],
)
def test_a_finding_names_the_field_what_stands_there_and_what_the_record_has(
    bundled: Dataset, changed: dict[str, str], told: str
) -> None:
    found = citation(bundled, **changed)
    assert found.verdict == "differs"
    assert told in found.detail
    field = next(iter(changed))
    lines = bib(changed).splitlines()
    assert lines[found.line - 1].lstrip().startswith(field)


@pytest.mark.parametrize(
    "author", ["Smith, John and Doe, Jane", "Author, First", "Sikiric, Predrag and Seiwerth, Sven"]
)
def test_placeholders_and_the_authors_of_another_paper_are_told(bundled: Dataset, author: str) -> None:
    assert citation(bundled, author=author).verdict == "misattributed"


@pytest.mark.parametrize(
    ("changed", "verdict"),
    [
        ({"doi": "10.1016/j.brainres.2006.07.999"}, "differs"),
        ({"doi": "10.1016/j.neulet.2006.07.999", "pmid": ""}, "differs"),
        ({"pmid": "7895772"}, "misattributed"),
    ],
)
def test_a_number_that_is_invented_or_of_another_paper_is_told(
    bundled: Dataset, changed: dict[str, str], verdict: str
) -> None:
    told = [found.verdict for found in findings(bundled, bib(changed)) if found.kind == "identifier"]
    assert verdict in told


def test_the_same_work_under_two_keys_is_told_on_the_second(bundled: Dataset) -> None:
    found = findings(bundled, bib({}, {"journal": "Brain Res", "doi": "", "pages": "54"}))
    assert any("The same work as the entry key0 on line 1" in item.detail for item in found)


def test_an_invented_work_with_a_compound_in_its_title_never_matches(bundled: Dataset) -> None:
    for title in (
        "Semax attenuates neuroinflammation in a transgenic model of Huntington disease",
        "Semax improves working memory in medical students: a crossover study",
    ):
        found = citation(bundled, title=title, doi="", pmid="", volume="77", pages="1--9", year="2011")
        assert found.verdict == "unknown"


def test_a_work_of_another_field_is_unknown(bundled: Dataset) -> None:
    found = citation(bundled, author="LeCun, Yann and Bengio, Yoshua", title="Deep learning", journal="Nature",
                     year="2015", volume="521", pages="436--444", doi="", pmid="")  # fmt: skip
    assert found.verdict == "unknown"


def test_a_version_of_a_review_that_is_not_held_is_unknown(bundled: Dataset) -> None:
    found = citation(bundled, author="Ziganshina, L. E. and Abakumova, T. and others", year="2017", volume="4",
                     title="Cerebrolysin for acute ischaemic stroke", journal="Cochrane Database Syst Rev",
                     pages="CD007026", doi="10.1002/14651858.CD007026.pub5", pmid="")  # fmt: skip
    assert found.verdict == "unknown"


# -- typed lists -----------------------------------------------------------------------------------------------------

_TITLE = RIGHT["title"]
TYPED = {
    "vancouver": "1. Dolotov OV, Karpenko EA, et al. {title}. Brain Res. {year};1117(1):54-60.",
    "apa": "Dolotov, O. V., Karpenko, E. A., et al. ({year}). {title}. Brain Research, 1117(1), 54–60.",
    "gost": "1. Dolotov O. V., Karpenko E. A. [et al.] {title} // Brain Res. – {year}. – Vol. 1117, № 1. – P. 54–60.",
    "harvard": "Dolotov, O.V., Karpenko, E.A. et al. ({year}) ‘{title}’, Brain Research, 1117(1), pp. 54–60.",
    "mla": "Dolotov, O. V., et al. “{title}.” Brain Research, vol. 1117, no. 1, {year}, pp. 54–60.",
    "ieee": "[1] O. V. Dolotov, E. A. Karpenko, et al., “{title},” Brain Res., vol. 1117, no. 1, pp. 54–60, {year}.",
}


@pytest.mark.parametrize("style", TYPED)
def test_a_typed_line_is_held_as_an_entry_is(bundled: Dataset, style: str) -> None:
    right = TYPED[style].format(title=_TITLE, year=2006)
    wrong = TYPED[style].format(title=_TITLE.replace("rat", "human"), year=2004)
    told = [found for found in findings(bundled, f"References\n\n{right}\n", "list.txt") if found.kind == "citation"]
    assert [found.verdict for found in told] == ["matches"]
    told = [found for found in findings(bundled, f"References\n\n{wrong}\n", "list.txt") if found.kind == "citation"]
    assert [found.verdict for found in told] == ["differs"]
    assert '"rat", not "human"' in told[0].detail
    assert "The year is 2006, not 2004." in told[0].detail


def test_a_sentence_that_begins_like_a_reference_is_none() -> None:
    assert (
        listed("Dolotov et al. (2006) found that Semax raises the expression of BDNF in the rat hippocampus.") is None
    )


# -- two places of one work ------------------------------------------------------------------------------------------

PLACES = {
    "English": "Inozemtseva LS, Karpenko EA, et al. {title}. Doklady Biological Sciences. 2008;421(1):241-243.",
    "Russian": "Inozemtseva LS, Karpenko EA, et al. {title}. Doklady Akademii Nauk. 2008;421(6):842-844.",
    "half": "Inozemtseva LS, Karpenko EA, et al. {title}. Doklady Akademii Nauk. 2008;421(1):241-243.",
}
_SELANK = "Intranasal administration of the peptide Selank regulates BDNF expression in the rat hippocampus in vivo"


@pytest.mark.parametrize(("place", "verdict"), [("English", "matches"), ("Russian", "matches"), ("half", "differs")])
def test_either_place_of_a_work_is_right_and_half_of_each_is_not(bundled: Dataset, place: str, verdict: str) -> None:
    line = f"References\n\n1. {PLACES[place].format(title=_SELANK)}\n"
    found = next(item for item in findings(bundled, line, "list.txt") if item.kind == "citation")
    assert found.verdict == verdict


def test_cite_prints_the_place_that_was_asked_for_and_names_the_other(run: Run) -> None:
    russian, english = run("cite", "12449836").stdout, run("cite", "14552529").stdout
    assert "PMID:12449836" in russian
    assert "Also printed in Neuroscience and Behavioral Physiology" in russian
    assert "PMID:14552529" in english
    assert "Also printed in Zhurnal Vysshei" in english


TWO_PLACES = """[[reference]]
id = "own-2020-places"
type = "article-journal"
title = "A work of two places"
author = ["Own, A."]
issued = 2020
container-title = "Bulletin of Experimental Biology and Medicine"
language = "en"
compounds = ["semax"]
design = ["animal-in-vivo"]
trace = [{ registry = "publisher", URL = "example.org/a" }]

[reference.other-place]
container-title = "Biulleten' Eksperimental'noi Biologii i Meditsiny"
issued = 2019
language = "ru"
trace = [{ registry = "publisher", URL = "example.org/b" }]
"""


def test_a_work_is_found_by_the_numbers_of_its_other_place(run: Run, tmp_path: Path) -> None:
    text = TWO_PLACES + 'volume = "7"\npage = "1-4"\nPMID = "99999991"\nDOI = "10.5555/OTHER.1"\n'
    (tmp_path / "references.toml").write_text(text, encoding="utf-8")
    for number in ("99999991", "10.5555/other.1"):
        done = run("--data", str(tmp_path), "cite", number)
        assert done.returncode == 0
        assert "own-2020-places" in done.stdout
        assert "Also printed in Biulleten'" in done.stdout


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ("", ""),
        ('volume = "7"', ";7"),
        ('page = "1-4"', ";1-4"),
        ('volume = "7"\nissue = "2"', ";7(2)"),
        ('volume = "7"\npage = "1-4"\nPMID = "99999991"', ";7:1-4, PMID 99999991"),
        ('DOI = "10.5555/OTHER.1"', ", doi:10.5555/OTHER.1"),
    ],
)
def test_of_the_other_place_of_a_work_only_what_is_known_is_told(
    run: Run, tmp_path: Path, known: str, told: str
) -> None:
    (tmp_path / "references.toml").write_text(f"{TWO_PLACES}{known}\n", encoding="utf-8")
    done = run("--data", str(tmp_path), "cite", "own-2020-places", "-f", "json")
    (hit,) = json.loads(done.stdout)["data"]["hits"]
    assert hit["elsewhere"] == [f"Biulleten' Eksperimental'noi Biologii i Meditsiny 2019{told}"]


# -- journals and titles ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    ["Zh Nevrol Psikhiatr Im S S Korsakova", "Zh. nevrol. psikhiatr.", "Korsakov Journal of Neurology and Psychiatry",
     "Журнал неврологии и психиатрии им. С.С. Корсакова", "Zhurnal Nevrologii i Psihiatrii",
     "Zhurnal Nevropatologii i Psikhiatrii imeni S.S. Korsakova"],
)  # fmt: skip
def test_a_journal_is_known_by_all_its_names(bundled: Dataset, name: str) -> None:
    titles = {bundled.references[key].container_title for key in bundled.references}
    known = Periodicals(titles, bundled.vocabulary.journals)
    assert known.same(name, "Zhurnal Nevrologii i Psikhiatrii imeni S. S. Korsakova")
    assert not known.same(name, "Stroke")


@pytest.mark.parametrize("name", ["Journal of Pharmacology", "Neuroscience", "Nature Medicine", "Molecular Biology"])
def test_a_journal_whose_name_is_longer_or_shorter_is_another(bundled: Dataset, name: str) -> None:
    titles = {bundled.references[key].container_title for key in bundled.references}
    known = Periodicals(titles, bundled.vocabulary.journals)
    for other in ("Journal of Pharmacology and Experimental Therapeutics", "Neuroscience Letters", "Nature",
                  "Journal of Molecular Biology"):  # fmt: skip
        assert not known.same(name, other)


def test_titles_differ_by_telling_words_alone() -> None:
    known = "The effects of Semax on ischaemic stroke: a randomised trial in rats"
    assert likeness("Effect of Semax on ischemic stroke", known).same
    assert likeness("Effects of SEMAX on ischemic stroke: randomized trial in rats", known).same
    assert not likeness("Effects of Semax on haemorrhagic stroke: a randomised trial in rats", known).same
    assert not likeness("The effects of Selank on ischaemic stroke", known).same


# -- bad input -------------------------------------------------------------------------------------------------------


def test_a_broken_entry_is_named_with_its_line_and_the_others_go_on(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_text(f"{bib({})}\n@article{{broken,\n  title = {{Semax\n\n{bib({'year': '2004'})}", encoding="utf-8")
    done = run("audit", str(path))
    assert "12" in done.stderr + done.stdout
    assert "The year is 2006, not 2004." in " ".join(done.stdout.split())


def test_an_entry_behind_words_is_read_and_corrected_and_one_behind_a_percent_sign_named(
    run: Run, tmp_path: Path
) -> None:
    """BibTeX and biber read the first; the second BibTeX reads, and biber leaves it out."""
    wrong = bib({"year": "2004"}).strip()
    behind = [wrong.replace("{key0,", f"{{key{n},") for n in range(4)]
    path, out = tmp_path / "refs.bib", tmp_path / "new.bib"
    path.write_text(
        f"words before {behind[0]} and {behind[1]}\n% {behind[2]}\nwrite to a@b.org, please\n"
        f"@comment{{ {behind[3]} }}\n@misc{{last, title = {{On @article{{inside, x = 1}} of no file}}}}\n",
        encoding="utf-8",
    )
    done = run("audit", str(path), "--corrected", str(out), "-f", "json")
    data = json.loads(done.stdout)["data"]
    assert [finding["key"] for finding in data["findings"] if finding["verdict"] == "differs"] == ["key0", "key1"]
    assert data["files"][0]["not-understood"] == [2 + 2 * wrong.count("\n")]
    assert out.read_text(encoding="utf-8") == path.read_text(encoding="utf-8").replace("2004", "2006", 2)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_an_entry_of_one_line_behind_a_byte_order_mark_is_corrected_in_its_encoding(
    bundled: Dataset, encoding: str
) -> None:
    text = " ".join(bib({"year": "2004"}).split())
    content = text.encode(encoding)
    found = audit(bundled, [parse("refs.bib", content)]).findings
    assert corrected(content, found, bundled.references).content == text.replace("2004", "2006").encode(encoding)


def test_an_entry_with_five_thousand_authors_is_held(bundled: Dataset) -> None:
    many = " and ".join(["Dolotov, O. V.", *(f"Name{chr(97 + n % 26)}{n}, A." for n in range(5000))])
    started = time.process_time()
    assert citation(bundled, author=many).verdict == "differs"
    assert time.process_time() - started < 10


@pytest.mark.slow
def test_a_bibliography_ten_times_as_long_takes_about_ten_times_as_long(bundled: Dataset) -> None:
    def seconds(count: int) -> float:
        text = bib(*({"title": f"A study of number {n} in rats", "doi": "", "pmid": str(30_000_000 + n)}
                     for n in range(count)))  # fmt: skip
        started = time.process_time()
        findings(bundled, text)
        return time.process_time() - started

    seconds(100)
    assert seconds(3000) < 30 * seconds(300)


def test_a_file_that_is_no_bibliography_says_so(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    done = run("audit", str(path))
    assert done.returncode == 2
    assert "picture" in done.stderr


def test_every_problem_of_an_entry_is_one_of_the_verdicts_that_speak_against_it(bundled: Dataset) -> None:
    assert citation(bundled, year="2004").verdict in PROBLEMS


def test_another_paper_of_an_author_is_unknown_where_title_year_and_journal_are_others(bundled: Dataset) -> None:
    entry = (
        "@article{a, author={Rockenstein, E. and others}, title={Cerebrolysin and grafted stem cells in a transgenic "
        "model of Parkinson's disease}, journal={Journal of Experimental Neuroscience}, year={2016}}\n"
    )
    assert [f.verdict for f in audit(bundled, [parse("a.bib", entry.encode())]).findings] == ["unknown"]


def test_of_a_file_of_ris_that_is_cut_the_last_entry_is_named_and_the_others_are_read(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "library.ris"
    whole = run("cite", "dolotov", "2006", "hippocampus", "--limit", "1", "-f", "ris").stdout
    path.write_text(whole + "\nTY  - JOUR\nAU  - Roe, J\nTI  - A title of no work\nSP  - 3", encoding="utf-8")
    data = json.loads(run("audit", str(path), "-f", "json").stdout)["data"]
    assert data["files"][0]["not-understood"] == [whole.count("\n") + 2]
    assert {finding["verdict"] for finding in data["findings"]} == {"matches"}


def test_a_date_of_pubmed_with_a_season_gives_its_year_and_a_season_alone_gives_none(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "list.nbib"
    entry = "PMID- 16996037\nTI  - {title}\nAU  - Dolotov OV\nDP  - {date}\nTA  - Brain Res\n\n"
    title = ("Semax, an analog of ACTH(4-10) with cognitive effects, regulates BDNF and trkB expression in the rat "
             "hippocampus")  # fmt: skip
    dates = ("2006 Winter", "Wint 2006", "Wint")
    path.write_text("".join(entry.format(title=title, date=date) for date in dates), encoding="utf-8")
    data = json.loads(run("audit", str(path), "-f", "json").stdout)["data"]
    assert data["files"][0]["not-understood"] == [16]
    assert not any("year" in finding["detail"] for finding in data["findings"])
    assert not any("Wint" in finding["text"] for finding in data["findings"])


# -- numbers beside one another --------------------------------------------------------------------------------------


def _written(form: str, number: int, work: Reference, doi: str, pmid: str, pmcid: str) -> str:
    """Return an entry in a format of bibliographies, with the title and year of a work and these numbers."""
    author, title, year = work.author[0], work.title, str(work.issued)
    if form == "bib":
        return (
            f"@article{{key{number}, title={{{title}}}, author={{{author} and others}}, year={year},\n"
            f"  doi={{{doi}}},\n  pmid={{{pmid}}},\n  pmcid={{{pmcid}}}}}\n"
        )
    if form == "ris":
        numbers = f"DO  - {doi}\nAN  - {pmid}\nC2  - {pmcid}\n"
        return f"TY  - JOUR\nID  - key{number}\nAU  - {author}\nTI  - {title}\nPY  - {year}\n{numbers}ER  - \n"
    if form == "nbib":
        numbers = f"PMID- {pmid}\nPMC - {pmcid}\nLID - {doi} [doi]\n"
        return f"{numbers}TI  - {title}\nAU  - {author}\nDP  - {year}\n\n"
    if form == "json":
        entry = {
            "id": f"key{number}", "type": "article-journal", "title": title, "issued": {"date-parts": [[year]]},
            "author": [{"family": author.split()[0], "given": "A"}], "DOI": doi, "PMID": pmid, "PMCID": pmcid,
        }  # fmt: skip
        return f"{',' if number else ''}{json.dumps(entry)}\n"
    return f'"{title.replace(chr(34), chr(34) * 2)}","{author}",{year},{doi},{pmid},{pmcid}\n'


@pytest.mark.parametrize("form", ["bib", "ris", "nbib", "json", "csv"])
def test_of_several_numbers_of_an_entry_each_finding_names_its_own(bundled: Dataset, form: str) -> None:
    cases: list[tuple[Reference, dict[str, str], str]] = []
    for wrong in bundled.untraced.values():
        work = bundled.references.get(wrong.nearest[0]) if wrong.nearest else None
        if work is None or wrong.problem == "untraced" or not work.doi or not work.pmid:
            continue
        right = {"doi": work.doi, "pmid": work.pmid, "pmcid": work.pmcid or ""}
        for field, value in (("doi", wrong.doi), ("pmid", wrong.pmid)):
            if value and value != right[field]:
                cases.append((work, right | {field: value}, field))
        if wrong.doi and wrong.pmid:
            cases.append((work, right | {"doi": wrong.doi, "pmid": wrong.pmid}, "pmid"))
        cases.append((work, right | {"pmcid": "PMC99999999"}, "pmcid"))
    assert len({numbers[field] for _, numbers, field in cases}) > 70
    text = "".join(_written(form, place, work, **numbers) for place, (work, numbers, _) in enumerate(cases))
    text = {"json": f"[{text}]", "csv": f"title,authors,year,doi,pmid,pmcid\n{text}"}.get(form, text)
    audited = findings(bundled, text, f"refs.{form}")
    starts = [found.line for found in audited if found.kind == "citation" and found.code != "citation-differs-twice"]
    assert len(starts) == len(cases)
    told = [found for found in audited if found.kind == "identifier"]
    at = 0
    for work, numbers, field in cases:
        given = [(name, value) for name, value in numbers.items() if value]
        own = told[at : at + len(given)]
        at += len(given)
        assert sorted(found.text for found in own) == sorted(value for _, value in given), work.id
        verdicts = {found.text: found.verdict for found in own}
        for name, value in given:
            known = getattr(work, name)
            if value == known:
                assert verdicts[value] == "matches", (work.id, value)
            elif name == field:
                assert verdicts[value] != "matches", (work.id, value)
    assert at == len(told)


@pytest.mark.parametrize(
    ("field", "wrong"), [("doi", "10.1016/j.brainres.2006.07.115"), ("pmid", "16635258"), ("pmid", "7895772")]
)
def test_the_right_number_takes_the_place_of_one_of_another_paper(
    run: Run, tmp_path: Path, field: str, wrong: str
) -> None:
    path, out = tmp_path / "a.bib", tmp_path / "out.bib"
    path.write_text(bib({field: wrong}))
    done = run("audit", str(path), "--corrected", str(out))
    assert wrong in done.stdout
    assert out.read_text() == bib({})
    assert run("audit", str(out)).returncode == 0
