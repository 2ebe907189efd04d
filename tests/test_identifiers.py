"""Numbers of registries: how they are written, compared, and at which address they are found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import Run
from peptidecli.answers.cite import Filters, cite
from peptidecli.answers.lookup import find
from peptidecli.answers.open import address as opened
from peptidecli.audit.checks.identifiers import numbered_in
from peptidecli.dataset.dataset import Dataset
from peptidecli.notation.identifiers import address, cas_check_digit_holds, doi, doi_in, parse, pmids_of


@pytest.mark.parametrize(
    ("kind", "value", "where"),
    [
        ("DOI", "10.1016/j.brainres.2006.07.108", "https://doi.org/10.1016/j.brainres.2006.07.108"),
        ("DOI", "10.1002/(sici)1097;2-j", "https://doi.org/10.1002/%28sici%291097%3B2-j"),
        ("DOI", "10.1000/a b\"<>\n\x1b$`'", "https://doi.org/10.1000/a%20b%22%3C%3E%0A%1B%24%60%27"),
        ("PMID", "16996037", "https://pubmed.ncbi.nlm.nih.gov/16996037/"),
        ("PMID", "1;$(x)", "https://pubmed.ncbi.nlm.nih.gov/1%3B%24%28x%29/"),
        ("PMCID", "PMC9616232", "https://pmc.ncbi.nlm.nih.gov/articles/PMC9616232/"),
    ],
)
def test_an_address_leads_to_the_registry_and_is_safe_to_print(kind: str, value: str, where: str) -> None:
    assert address(kind, value) == where  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("10.1016/J.BRAINRES.2006.07.108", "DOI", "10.1016/j.brainres.2006.07.108"),
        ("https://doi.org/10.1016/j.brainres.2006.07.108.", "DOI", "10.1016/j.brainres.2006.07.108"),
        ("<doi:10.1016/j.brainres.2006.07.108>", "DOI", "10.1016/j.brainres.2006.07.108"),
        ("16996037", "PMID", "16996037"),
        ("PMID: 16996037", "PMID", "16996037"),
        ("PMC9616232", "PMCID", "PMC9616232"),
        ("80714-61-0", "CAS RN", "80714-61-0"),
    ],
)
def test_a_number_is_read_in_every_form_it_is_written_in(text: str, kind: str, value: str) -> None:
    found = parse(text)
    assert found is not None
    assert (found.kind, found.value) == (kind, value)


@pytest.mark.parametrize("text", ["10.1000/abc/full", "doi:10.1000/abc/full", "10.1000/report.pdf"])
def test_what_an_address_adds_to_a_doi_may_be_the_end_of_one_that_stands_alone(text: str) -> None:
    alone, addressed = parse(text), parse(f"https://doi.org/{text.removeprefix('doi:')}")
    assert alone is not None
    assert addressed is not None
    assert alone.value == text.removeprefix("doi:")
    assert addressed.value == text.removeprefix("doi:").removesuffix("/full").removesuffix(".pdf")


def test_a_doi_is_read_out_of_a_line_with_the_brackets_for_which_an_address_has_codes() -> None:
    line = "see https://doi.org/10.1016/0922-4106%2894%2990041-8, and further on"
    assert doi_in(line) == "10.1016/0922-4106(94)90041-8"
    assert doi_in("10.1002/%28SICI%291097%3B2-J") == "10.1002/(SICI)1097;2-J"


DOI = "10.1186/s12868-015-0218-7"


@pytest.mark.parametrize(
    "behind",
    [
        "[^b].",
        "==",
        ";PMID:1",
        ",PMID:1",
        ".PMID: 1",
        "[2]",
        "[2,3]",
        "[PMID 1]",
        "/",
        "。",
        "、",
        "，",
        "；",
        "：",
        "」",
        "】",
        "—x",
        "–",
        "…",
        "·",
        "†",
        "→",
        "↩",
        "🔗",
        "\u200b",
        "\ufffd",
        "日本",
        ").Next",
        "</b>",
        "[/caption]",
        "&md5=1",
        "&amp;id=2",
        ",10.1000/x",
        ";https://doi.org/10.1000/x",
        "/full",
        ".pdf",
    ],
)
def test_a_doi_ends_before_what_stands_behind_it(behind: str) -> None:
    assert doi_in(f"(see doi:{DOI}{behind}") == DOI
    (found, *_) = numbered_in(f"(see doi:{DOI}{behind}")
    assert found == ("DOI", DOI)


@pytest.mark.parametrize(
    "doi",
    [
        "10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2",
        "10.1641/0006-3568(2004)054[0123:abc]2.0.co;2",
        "10.1016/0922-4106(94)90041-8",
        "10.1234/a;b,c",
    ],
)
def test_signs_within_a_doi_do_not_end_it(doi: str) -> None:
    assert doi_in(f"doi:{doi}.") == doi


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("16996037", ["16996037"]),
        ("PMID: 16996037.", ["16996037"]),
        ("16996037; 16635254", ["16996037", "16635254"]),
        ("1.6996037E7", ["16996037"]),
        ("1.7E+07", []),
        ("16996037.0", ["16996037"]),
        ("PMC1699603", []),
        ("abc123", []),
        ("16996037[pmid]", ["16996037"]),
        ("123", ["123"]),
        ("https://www.ncbi.nlm.nih.gov/pubmed/?term=16996037", ["16996037"]),
    ],
)
def test_a_field_for_pmids_holds_whole_ones(text: str, held: list[str]) -> None:
    assert pmids_of(text) == held


@pytest.mark.parametrize(
    "address",
    [
        "pubmed.ncbi.nlm.nih.gov/?term=16996037",
        "www.ncbi.nlm.nih.gov/pubmed/?term=16996037",
        "www.ncbi.nlm.nih.gov/pubmed?uid=16996037",
        "europepmc.org/article/MED/16996037",
        "www.ncbi.nlm.nih.gov/entrez/query.fcgi?cmd=Retrieve&db=PubMed&list_uids=16996037&dopt=Abstract",
    ],
)
def test_an_address_of_pubmed_tells_its_number_in_whatever_form(run: Run, tmp_path: Path, address: str) -> None:
    (tmp_path / "a.md").write_text(f"See [it](https://{address}).\n")
    (tmp_path / "a.html").write_text(f"<p>See <a href='https://{address}'>it</a>.</p>\n")
    (tmp_path / "a.bib").write_text(f"@misc{{a, title={{x}}, url={{https://{address}}}}}\n")
    done = run("audit", *(str(tmp_path / name) for name in ("a.md", "a.html", "a.bib")))
    assert done.stdout.count("dolotov-2006-hippocampus") == 3


@pytest.mark.parametrize("text", ["", "semax", "10.1", "12-34", "javascript:alert(1)", "$(16996037)"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("10.1000/ABC", "10.1000/abc"),
        ("10.1000/a%2Fb", "10.1000/a/b"),
        ("10.1000/abc).", "10.1000/abc"),
        ("10.1002/(sici)10", "10.1002/(sici)10"),
        ("10.1002/(sici)10)", "10.1002/(sici)10"),
        ("10.1016/0028-3908(94)", "10.1016/0028-3908(94)"),
        ("10.1016/0028-3908(94))", "10.1016/0028-3908(94)"),
        ("10.1000/abc'\";", "10.1000/abc"),
    ],
)
def test_a_doi_is_compared_without_what_a_sentence_puts_behind_it(text: str, compared: str) -> None:
    assert doi(text) == compared


def test_the_check_digit_of_a_cas_number_holds_for_one_digit_alone() -> None:
    assert [digit for digit in range(10) if cas_check_digit_holds(f"80714-61-{digit}")] == [0]
    assert [digit for digit in range(10) if cas_check_digit_holds(f"7732-18-{digit}")] == [5]


KNOWN = "10.1016/j.brainres.2006.07.108"
SPELT = (
    "10.1016/j.brainres.2006.07.108", "10.1016/J.BRAINRES.2006.07.108.", "doi:10.1016/j.brainres.2006.07.108",
    "DOI 10.1016/j.brainres.2006.07.108", "DOI: 10.1016/j.brainres.2006.07.108", "HTTPS://DOI.ORG/10.1016/j.brainres.2006.07.108",
    "https://www.doi.org/10.1016/j.brainres.2006.07.108", "http://dx.doi.org/10.1016/j.brainres.2006.07.108",
    "https://DX.DOI.ORG/10.1016/j.brainres.2006.07.108", "doi: https://doi.org/10.1016/j.brainres.2006.07.108",
    "https://doi.org/doi:10.1016/j.brainres.2006.07.108", "info:doi/10.1016/j.brainres.2006.07.108",
    "https://hdl.handle.net/10.1016/j.brainres.2006.07.108", "https://doi.org.proxy.example/10.1016/j.brainres.2006.07.108",
    "https://doi.org/10.1016/j.brainres.2006.07.108?x=1", "https://doi.org/10.1016/j.brainres.2006.07.108#sec",
    "https://doi.org/10.1016%2Fj.brainres.2006.07.108", r"10.1016\/j.brainres.2006.07.108",
    "(10.1016/j.brainres.2006.07.108)", "<10.1016/j.brainres.2006.07.108>", "10.1016/j.brain\u200bres.2006.07.108",
    "\ufeff10.1016/j.brainres.2006.07.108",
)  # fmt: skip
NUMBERED = (
    "16996037", "PMID: 16996037", "PMID 16996037", "16996037.0", "016996037", "https://pubmed.ncbi.nlm.nih.gov/16996037/",
    "HTTPS://PUBMED.NCBI.NLM.NIH.GOV/16996037", "https://www.ncbi.nlm.nih.gov/pubmed/16996037?x=1", "１６９９６０３７",
)  # fmt: skip
FILES = {
    "bib": "@article{{a, author={{Nobody, X.}}, title={{A paper of the moon}}, year={{1950}}, {kind}={{{value}}}}}\n",
    "json": '[{{"id": "a", "type": "article-journal", "title": "A paper of the moon", "{KIND}": "{json}"}}]',
    "csv": 'title,{kind}\nA paper of the moon,"{value}"\n',
    "ris": "TY  - JOUR\nAU  - Nobody, X.\nTI  - A paper of the moon\nPY  - 1950\n{tag}  - {value}\nER  - \n",
    "nbib": "{nbib}\nTI  - A paper of the moon\nAU  - Nobody X\nDP  - 1950\n",
    "xml": "<xml><records><record><titles><title>Moon</title></titles><{end}>{xml}</{end}></record></records></xml>",
    "md": "References\n\n1. Nobody X. A paper of the moon. Moon. 1950;1:1-2. {said}\n",
}  # fmt: skip


@pytest.mark.parametrize("form", FILES)
def test_an_audit_knows_a_number_it_holds_in_every_form_it_is_written_in(run: Run, tmp_path: Path, form: str) -> None:
    files = []
    for kind, spellings in (("doi", SPELT), ("pmid", NUMBERED)):
        for place, value in enumerate(spellings):
            if form == "bib" and "\\" in value:
                continue  # a command of LaTeX's there
            if form == "md" and (kind == "pmid" or value.startswith("<")):
                continue  # digits alone are no PMID in running text, and <> is a tag there
            path = tmp_path / f"{kind}{place}.{form}"
            escaped = value.replace("\\", "\\\\")
            markup = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            first = f"PMID- {value}" if kind == "pmid" else f"PMID- 99999999\nLID - {value} [doi]"
            end = "electronic-resource-num" if kind == "doi" else "accession-num"
            path.write_text(
                FILES[form].format(
                    kind=kind, KIND=kind.upper(), value=value, json=escaped, tag="DO" if kind == "doi" else "AN",
                    nbib=first, end=end, xml=markup, said=value,
                ),
                encoding="utf-8",
            )  # fmt: skip
            files.append(path)
    done = run("audit", *map(str, files), "-f", "json")
    found = json.loads(done.stdout)["data"]["findings"]
    known = {f["file"] for f in found if f["verdict"] == "misattributed"}
    assert {path.name for path in files} - {Path(name).name for name in known} == set()


@pytest.mark.parametrize("value", [*SPELT, *NUMBERED])
def test_cite_open_and_show_read_a_number_in_the_same_forms(bundled: Dataset, value: str) -> None:
    assert cite(bundled, [value], Filters()).hits[0].reference.doi == KNOWN
    assert opened(bundled, value).url == f"https://doi.org/{KNOWN}"
    assert find(bundled, value)[0].id == "semax"


def test_every_number_of_a_compound_finds_it(bundled: Dataset) -> None:
    numbers = [
        (number.value, compound.id) for compound in bundled.compounds.values() for number in compound.identifiers
    ]
    alone = [(value, key) for value, key in numbers if len({other for held, other in numbers if held == value}) == 1]
    assert any(value.startswith("CHEMBL") for value, _ in alone)
    assert [value for value, key in alone if find(bundled, value)[0].id != key] == []
