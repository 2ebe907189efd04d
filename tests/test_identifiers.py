"""Numbers of registries: how they are written, compared, and at which address they are found."""

from __future__ import annotations

import pytest

from peptidecli.notation.identifiers import address, cas_check_digit_holds, doi, parse


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
