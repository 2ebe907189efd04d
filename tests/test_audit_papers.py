"""`peptide audit`: papers as pages give them, in records, rows and running text, right and with a wrong field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from peptidecli.audit import audit, parse
from peptidecli.audit.article.papers import authors_of, papers_in
from peptidecli.dataset.dataset import Dataset
from peptidecli.notation.people import family

pytestmark = pytest.mark.slow


class Told(NamedTuple):
    """What a page tells of a paper."""

    title: str
    first: str
    journal: str
    year: int
    pmid: str


FORMS: dict[str, Callable[[Told], str]] = {
    "label lines": lambda t: f"Title: {t.title}\nAuthors: {t.first} et al.\nJournal: {t.journal}\nYear: {t.year}\n",
    "a program's record": lambda t: (
        f"  {{\n    title: '{t.title}',\n    authors: '{t.first} et al.',\n    journal: '{t.journal}',\n"
        f"    year: {t.year},\n    finding: 'Told of it.',\n  }},\n"
    ),
    "JSON": lambda t: (
        f'  {{"title": "{t.title}", "authors": "{t.first} et al.", "journal": "{t.journal}", "year": {t.year}, '
        f'"pmid": "{t.pmid}"}},\n'
    ),
    "YAML": lambda t: (
        f'  - title: "{t.title}"\n    authors: "{t.first} et al."\n    journal: "{t.journal}"\n    year: {t.year}\n'
    ),
    "a row": lambda t: (
        f"| Title | Authors | Journal | Year |\n|---|---|---|---|\n"
        f"| {t.title} | {t.first} et al. | {t.journal} | {t.year} |\n"
    ),
    "title and byline": lambda t: f"**{t.title}**\n{t.first} et al. • {t.journal} • {t.year}",
    "author first": lambda t: f"    citation: '{t.first} et al. ({t.year}). {t.title}. {t.journal}.',\n",
    "a list of HTML": lambda t: f"<li><em>{t.title}</em>. {t.first} et al. {t.journal}, {t.year}.</li>",
    "in quotation marks": lambda t: f'{t.first} et al. "{t.title}." {t.journal} 12 ({t.year}).',
    "given names": lambda t: f"1. {t.first} Anna, Roe Jane, et al. {t.title}. {t.journal}. {t.year}.",
    "cut short": lambda t: f"- {t.first} ({t.year}). {' '.join(t.title.split()[:9])}… {t.journal}.",
}
PAPERS = (
    "heiss-2012-casta",
    "dolotov-2006-hippocampus",
    "karaa-2023-mmpower-3",
    "chang-2011-outgrowth",
    "zozulia-2008-gad",
)


@pytest.fixture(scope="module")
def citations(bundled: Dataset) -> Callable[[str, Told], list[tuple[str, str | None]]]:
    """Return a function that gives verdict and reference of each citation of a page that tells of a paper."""

    def found(form: str, told: Told) -> list[tuple[str, str | None]]:
        text = f"# A page\n\nA word on it.\n\n{FORMS[form](told)}\n"
        result = audit(bundled, [parse("page.html" if "HTML" in form else "page.md", text.encode())])
        return [(f.verdict, f.reference) for f in result.findings if f.kind == "citation" and f.verdict != "unknown"]

    return found


def told_of(data: Dataset, key: str) -> Told:
    own = data.references[key]
    return Told(own.title, family(own.author[0]), own.container_title, own.issued, own.pmid or "1")


@pytest.mark.parametrize("form", FORMS)
def test_a_paper_stands_in_whatever_form_a_page_gives_it(bundled: Dataset, citations: Any, form: str) -> None:
    for key in PAPERS:
        assert set(citations(form, told_of(bundled, key))) == {("matches", key)}, key


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("wrong", [{"year": 1993}, {"journal": "Peptides"}, {"first": "Sikiric"}], ids=str)
def test_a_field_of_a_paper_that_is_another_is_told_in_whatever_form_it_stands(
    bundled: Dataset, citations: Any, form: str, wrong: dict[str, Any]
) -> None:
    if (form, *wrong) in UNSURE:
        pytest.skip("another paper may be meant")
    for key in PAPERS:
        found = citations(form, told_of(bundled, key)._replace(**wrong))
        assert any(verdict in {"differs", "misattributed"} and reference == key for verdict, reference in found), key


UNSURE = {("title and byline", "journal"), ("cut short", "first"), ("cut short", "year"), ("given names", "first")}
"""Forms in which a field is not sure to be that of the paper whose title stands beside it."""


def test_the_number_in_a_record_is_held_against_its_title(bundled: Dataset) -> None:
    told = told_of(bundled, PAPERS[0])._replace(pmid="29798990")
    found = audit(bundled, [parse("page.md", FORMS["JSON"](told).encode())]).findings
    assert [(f.text, f.verdict) for f in found if f.kind == "identifier"] == [("29798990", "differs")]


@pytest.mark.parametrize(("year", "verdict"), [(1984, "matches"), (1985, "matches"), (1999, "differs")])
def test_a_label_of_a_pages_own_is_held_by_the_number_in_its_line(bundled: Dataset, year: int, verdict: str) -> None:
    line = f"- DSIP Clinical Trial (Sleep Normalized 6/7 Patients) — PubMed, {year} <https://pubmed.ncbi.nlm.nih.gov/6391926/>\n"
    found = audit(bundled, [parse("page.md", f"# Links\n\n{line}".encode())]).findings
    assert [(f.verdict, f.reference) for f in found if f.kind == "citation"] == [(verdict, "kaeser-1984-insomnia")]


def test_several_numbers_behind_the_name_of_the_register_are_read(bundled: Dataset) -> None:
    found = audit(bundled, [parse("page.md", b"# Semax\n\nPubMed: 40692165, 35080861, 16996037\n")]).findings
    assert [f.text for f in found if f.kind == "identifier"] == ["40692165", "35080861", "16996037"]


def test_a_number_told_of_a_work_that_circulates_under_another_stands(bundled: Dataset) -> None:
    found = audit(bundled, [parse("page.md", b"# BPC-157\n\nPMID: 21548867\n")]).findings
    assert [(f.verdict, "27117515" in f.detail) for f in found] == [("matches", True)]


def test_a_title_that_begins_with_a_compound_has_no_author_of_its_name(bundled: Dataset) -> None:
    title = "Pentadecapeptide BPC 157 enhances the growth hormone receptor expression in tendon fibroblasts"
    found = audit(bundled, [parse("page.md", f"# BPC-157\n\n- {title}. Molecules, 2014.\n".encode())]).findings
    assert [f.verdict for f in found if f.kind == "citation"] == ["matches"]


GROWTH_HORMONE = "Pentadecapeptide BPC 157 enhances the growth hormone receptor expression"
"""The beginning of a title, as records have it."""


@pytest.mark.parametrize("key", ["url", "link", "href", "source"])
@pytest.mark.parametrize(
    ("address", "verdict"),
    [
        ("https://pubmed.ncbi.nlm.nih.gov/25415767/", "differs"),
        ("https://pubmed.ncbi.nlm.nih.gov/25415472/", "matches"),
        ("https://doi.org/10.3390/molecules191119066", "matches"),
    ],
)
def test_in_a_record_of_title_address_and_year_the_address_is_held_against_the_title(
    bundled: Dataset, key: str, address: str, verdict: str
) -> None:
    record = f"studies = [\n  {{\n    title: '{GROWTH_HORMONE}',\n    {key}: '{address}',\n    year: '2014',\n  }},\n]"
    (found,) = [f for f in audit(bundled, [parse("page.ts", record.encode())]).findings if f.kind == "identifier"]
    assert found.verdict == verdict
    assert verdict == "matches" or found.detail.endswith(" is 25415472.")


def test_a_short_title_with_another_year_and_number_is_another_paper(bundled: Dataset) -> None:
    record = (
        "{\n  title: 'Thymosin β4 promotes dermal healing',\n  url: 'https://pubmed.ncbi.nlm.nih.gov/22421448/',\n"
        "  year: '2012',\n},\n"
    )
    found = audit(bundled, [parse("page.ts", record.encode())]).findings
    assert {f.verdict for f in found if f.kind != "statement"} == {"unknown"}


@pytest.mark.parametrize(
    ("line", "verdict", "detail"),
    [
        (
            '"Uchakina ON, et al. \\"Immunomodulatory effects of selank in anxiety-depression conditions.\\" '
            'Bull Exp Biol Med. 2008;145(4):495-497.",',
            "differs", "The journal is Zhurnal Nevrologii i Psikhiatrii",
        ),
        (
            'citation: "Graf MV, Kastin AJ. \\"Delta-sleep-inducing peptide (DSIP): a review.\\" '
            'Neurosci Biobehav Rev. 1984;8(1):83-93.",',
            "matches", "The reference exists: Graf MV",
        ),
    ],
)  # fmt: skip
def test_a_reference_in_a_string_with_quotation_marks_in_it_is_read(
    bundled: Dataset, line: str, verdict: str, detail: str
) -> None:
    source = f'const references = [\n  "Told before.",\n  {line}\n  "Told behind.",\n];\n'
    (found,) = [f for f in audit(bundled, [parse("page.ts", source.encode())]).findings if f.kind == "citation"]
    assert (found.verdict, found.line) == (verdict, 3)
    assert found.detail.startswith(detail)


def test_the_title_of_a_page_or_a_product_is_no_paper() -> None:
    for text in (
        '{ title: "Everything there is to know on Semax", author: "Jane Roe", date: "2024-05-01" }',
        "{ title: 'Semax', journal: 'Peptides' }",
        "title: Semax 30 mg, freeze-dried, for research\nsource: https://example.org/journal\n",
    ):
        assert papers_in(text) == ()


def test_several_papers_of_one_block_are_told_apart_by_the_field_that_comes_again() -> None:
    one = '{ title: "The first of two long titles of papers", journal: "Peptides", year: 2001 }'
    two = "{ title: 'A rat's second of two long titles', authors: 'Roe J, Moss A', year: 2002 }"
    whole = f"studies: [{one}, {two}]"
    found = papers_in(whole)
    assert [(p.entry.title, p.entry.year, p.entry.journal, p.entry.authors) for p in found] == [
        ("The first of two long titles of papers", "2001", "Peptides", ()),
        ("A rat's second of two long titles", "2002", "", ("Roe, J.", "Moss, A.")),
    ]
    assert [whole[p.start : p.end].rstrip(" }]") for p in found] == [one[2:-2], two[2:-2]]


@pytest.mark.parametrize(
    ("text", "authors", "more"),
    [
        ("Gusev et al.", ("Gusev",), True),
        ("E. I. Gusev, M. Yu. Martynov and others", ("Gusev, E. I.", "Martynov, M. Yu."), True),
        ("Natan Bornstein & Alla Guekht", ("Bornstein, Natan", "Guekht, Alla"), False),
        ("the Editorial Team of the page", (), False),
    ],
)
def test_authors_are_read_as_people_type_them(text: str, authors: tuple[str, ...], more: bool) -> None:
    assert authors_of(text) == (authors, more)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        # Another paper of theirs: its own place or number, or the held one named beside it.
        ("[^a]: PMID 19110597 · Vinogradova IA et al. · Bull Exp Biol Med 2008;146(6):627-630 · on Epitalon", False),
        ("Vinogradova et al. 2008 (PMID 19110597) and 2007 (PMID 18856211) gave rats Epitalon for life.", False),
        (
            "[^b]: doi:10.1210/jcem-59-1-127 · Graf MV, Kastin AJ · J Clin Endocrinol Metab 1984;59(1):127-132 · DSIP",
            False,
        ),
        # The held one, with a wrong number or a wrong year.
        ("DSIP was reviewed (Graf et al. 1984, PMID 6547144).", True),
        ("Volkova et al., Front Pharmacol 2017 (PMC5328971): Selank and the expression of GABAergic genes.", True),
    ],
)
def test_a_work_with_a_place_or_a_number_of_its_own_is_not_the_one_that_is_held_of_that_author(
    bundled: Dataset, text: str, wrong: bool
) -> None:
    found = audit(bundled, [parse("page.md", text.encode())]).findings
    assert any(finding.verdict in {"differs", "misattributed"} for finding in found) is wrong
