"""`peptide audit`: citations, numbers and figures in the layouts and languages in which pages give them."""

from __future__ import annotations

import textwrap

import pytest

from peptidecli.audit import Finding, audit, parse
from peptidecli.audit.findings import PROBLEMS
from peptidecli.dataset.dataset import Dataset

pytestmark = pytest.mark.slow


def found(data: Dataset, text: str, kind: str, name: str = "page.md") -> list[tuple[str, str, str | None]]:
    """Return text, verdict and reference of every finding of a kind."""
    return [(f.text, f.verdict, f.reference) for f in findings(data, text, name) if f.kind == kind]


def findings(data: Dataset, text: str, name: str = "page.md") -> list[Finding]:
    return list(audit(data, [parse(name, text.encode())]).findings)


# -- numbers of compounds ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    ["CID 9941957", "PubChem ID: 9941957", "pubchemCid: '9941957',", "pubchem: 9941957", "| PubChem CID | 9941957 |"],
)
def test_a_number_of_pubchem_is_read_however_it_is_labelled(bundled: Dataset, line: str) -> None:
    assert found(bundled, f"# BPC-157\n\n{line}\n", "identifier") == [("9941957", "matches", None)]


def test_another_number_of_pubchem_than_the_one_known_differs(bundled: Dataset) -> None:
    assert found(bundled, "# BPC-157\n\nCID 9941958\n", "identifier") == [("9941958", "differs", None)]


def test_the_number_of_a_salt_is_not_called_wrong(bundled: Dataset) -> None:
    assert found(bundled, "# BPC-157\n\nBPC-157 acetate, CID 9941958\n", "identifier") == []


def test_a_compound_whose_name_ends_in_a_number_has_no_number_of_pubchem_there(bundled: Dataset) -> None:
    assert found(bundled, "BPC-157 is called Body Protection Compound 157.", "identifier") == []


def test_a_column_of_a_table_tells_what_its_numbers_are(bundled: Dataset) -> None:
    table = "Product_Name,Molar_Mass,PubChem_ID\nEpitalon,390.35 g/mol,9941958\nBPC-157,1419.5 g/mol,9941957\n"
    assert [(t, v) for t, v, _ in found(bundled, table, "identifier", "stock.csv")] == [
        ("9941958", "differs"), ("9941957", "matches"),
    ]  # fmt: skip


def test_a_key_without_a_digit_is_an_identifier_too(bundled: Dataset) -> None:
    text = "# Epitalon\n\nKey: HGHOBRRUMWJWCU-FXQIFTODSA-N\n"
    assert [v for _, v, _ in found(bundled, text, "identifier")] == ["matches"]


@pytest.mark.parametrize(
    "text",
    [
        "<p>Se&shy;max has",
        "<p>Semax<sup>1</sup> has",
        "<p><sup>1</sup>Semax has",
        "<p>Semax¹ has",
        "<legend>A</legend>Semax has",
    ],
)
@pytest.mark.parametrize("name", ["page.html", "page.xhtml", "page.md"])
def test_a_name_with_unseen_letters_or_marks_at_it_is_known(bundled: Dataset, text: str, name: str) -> None:
    assert [v for _, v, _ in found(bundled, f"{text} a molar mass of 950.1 g/mol.", "figure", name)] == ["differs"]


# -- numbers of papers -------------------------------------------------------------------------------------------


def test_the_number_of_another_paper_by_the_same_author_is_misattributed(bundled: Dataset) -> None:
    title = "Epithalon peptide induces telomerase activity and telomere elongation in human somatic cells"
    text = f"- Khavinson VK et al., 2003. '{title}.' Bull Exp Biol Med. https://pubmed.ncbi.nlm.nih.gov/15455129/\n"
    assert [(t, v) for t, v, _ in found(bundled, text, "identifier")] == [("15455129", "misattributed")]


def test_a_strange_number_behind_the_name_of_a_study_differs(bundled: Dataset) -> None:
    text = "In the CASTA trial (doi:10.1161/STROKEAHA.111.628999) Cerebrolysin was given."
    assert found(bundled, text, "identifier") == [("10.1161/STROKEAHA.111.628999", "differs", "heiss-2012-casta")]


# -- citations ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "HSS Journal · 2025 · Vasireddi et al.",
        "Vasireddi et al. · HSS Journal · 2025",
        "HSS Journal, 2025 — Vasireddi N et al.",
        "Vasireddi N, Hahamyan H; HSS Journal 2025",
        "2025 | Vasireddi et al. | HSS Journal",
    ],
)
def test_authors_journal_and_year_that_stand_apart_are_a_citation(bundled: Dataset, line: str) -> None:
    cited = found(bundled, f"# BPC-157\n\n{line}\n", "citation")
    assert [(v, r) for _, v, r in cited] == [("matches", "vasireddi-2025-orthopaedic")]


def test_another_journal_between_them_differs(bundled: Dataset) -> None:
    text = "# BPC-157\n\nAmerican Journal of Sports Medicine · 2025 · Vasireddi et al.\n"
    assert [v for _, v, _ in found(bundled, text, "citation")] == ["differs"]


def test_an_abbreviated_journal_does_not_end_a_sentence(bundled: Dataset) -> None:
    text = "Noopept came first (Gudasheva TA et al., Eur. J. Med. Chem. 1996)."
    assert [(v, r) for _, v, r in found(bundled, text, "citation")] == [("matches", "gudasheva-1996-acylprolyl")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Semax zvyšuje BDNF v hipokampe (štúdia z roku 2006 publikovaná v Brain Research).",
        "Semax hob BDNF im Hippocampus, so eine 2006 in Brain Research veröffentlichte Studie.",
        "En un estudio de 2006 publicado en Brain Research, Semax aumentó BDNF en el hipocampo.",
        "В исследовании 2006 года в журнале Brain Research Semax повышал BDNF в гиппокампе.",
    ],
)
def test_journal_and_year_tell_a_paper_in_any_language(bundled: Dataset, sentence: str) -> None:
    cited = found(bundled, sentence, "citation")
    assert [(v, r) for _, v, r in cited] == [("matches", "dolotov-2006-hippocampus")]


def test_a_true_author_year_and_journal_do_not_carry_another_title(bundled: Dataset) -> None:
    text = "- Zozulya AA et al., 2001. 'Selank (TP-7) as anxiolytic peptide.' Bull Exp Biol Med.\n"
    assert [v for _, v, _ in found(bundled, text, "citation")] == ["differs"]


def test_a_true_title_under_another_journal_differs(bundled: Dataset) -> None:
    title = "Immunomodulatory Effects of Selank in Patients with Anxiety-Asthenic Disorders"
    text = f"- Uchakina ON et al., 2008. '{title}.' Bull Exp Biol Med.\n"
    cited = [f for f in findings(bundled, text) if f.kind == "citation"]
    assert {f.verdict for f in cited} == {"differs"}
    assert all("Zhurnal Nevrologii" in f.detail for f in cited)


def test_a_title_with_words_left_out_is_still_that_of_the_paper(bundled: Dataset) -> None:
    text = (
        "- Rahaman KA, Muresan AR, Min H, et al. (2024). Simultaneous Quantification of TB-500 and Its Metabolites and "
        "Their Screening by Wound Healing Activities In Vitro. Journal of Chromatography B. "
        "doi:10.1016/j.jchromb.2024.124033\n"
    )
    assert [(v, r) for _, v, r in found(bundled, text, "citation")] == [("matches", "rahaman-2024-metabolites")]


def test_an_abridged_title_without_authors_is_found_by_its_year(bundled: Dataset) -> None:
    text = (
        "- (2025). Semax Peptide Targets the Mu Opioid Receptor Gene Oprm1 to Promote Functional Recovery After Spinal "
        "Cord Injury. British Journal of Pharmacology.\n"
    )
    assert [(v, r) for _, v, r in found(bundled, text, "citation")] == [("matches", "liu-2025-spinal-cord")]


def test_a_title_that_begins_with_common_words_is_not_nearly_that_of_another_paper(bundled: Dataset) -> None:
    text = (
        "- Ilic S, Brcic I, Mester M, et al. Over-dose insulin and stable gastric pentadecapeptide BPC 157. "
        "J Physiol Pharmacol. 2009;60 Suppl 7:107-114.\n"
    )
    assert {v for _, v, _ in found(bundled, text, "citation")} <= {"unknown"}


# -- figures of compounds ----------------------------------------------------------------------------------------


def test_a_capped_peptide_has_the_mass_and_formula_of_its_sequence_and_cap(bundled: Dataset) -> None:
    text = "Thymosin alpha-1 has a molecular weight of 3108.3 g/mol and the formula C129H215N33O55."
    assert {v for t, v, _ in found(bundled, text, "figure") if t[0] in "3C"} == {"matches"}


def test_the_mass_of_the_whole_protein_is_not_that_of_its_fragment(bundled: Dataset) -> None:
    cited = [f for f in findings(bundled, "TB-500 has a molecular weight of 4963.44 Da.") if f.kind == "figure"]
    assert [f.verdict for f in cited] == ["differs"]
    assert "Thymosin β4" in cited[0].detail


@pytest.mark.parametrize(
    "text",
    [
        "Молекулярная масса BPC-157: 1 419,54 г/моль.", "BPC-157: Molekulargewicht 1.419,54 g/mol.",
        "BPC-157 has the formula C 62 H 98 N 16 O 22.", "BPC-157: peso molecular 1419,54 g/mol.",
    ],
)  # fmt: skip
def test_figures_are_read_as_other_countries_write_them(bundled: Dataset, text: str) -> None:
    assert [v for _, v, _ in found(bundled, text, "figure")] == ["matches"]


def test_a_bound_is_no_mass_and_matches_where_the_dataset_gives_it(bundled: Dataset) -> None:
    text = "Кортексин: полипептиды с молекулярной массой не более 10 000 Да."
    assert [v for _, v, _ in found(bundled, text, "figure")] == ["matches"]
    assert found(bundled, "Semax: parts with a molecular mass of up to 10 000 Da.", "figure") == []


@pytest.mark.parametrize("label", ["Half-life", "Meia-vida", "Halbwertszeit", "Demi-vie", "Период полувыведения"])
def test_a_half_life_is_read_in_other_languages(bundled: Dataset, label: str) -> None:
    assert [v for _, v, _ in found(bundled, f"# BPC-157\n\n{label}: ~4 h\n", "figure")] == ["differs"]


def test_a_bound_of_a_half_life_that_the_dataset_gives_matches(bundled: Dataset) -> None:
    text = "BPC-157 has a half-life of less than 30 minutes."
    assert [v for _, v, _ in found(bundled, text, "figure")] == ["matches"]


# -- figures of studies ------------------------------------------------------------------------------------------


def test_a_number_of_people_tells_the_study_that_is_not_named(bundled: Dataset) -> None:
    text = "# BPC-157\n\nIntraarticular injection for chronic knee pain — 16 patients\n"
    assert [(t, v) for t, v, _ in found(bundled, text, "figure")] == [("16 patients", "matches")]
    assert found(bundled, "# BPC-157\n\nIntraarticular injection for chronic knee pain — 17 patients\n", "figure") == []


def test_a_study_told_in_a_fact_alone_is_known_by_its_number(bundled: Dataset) -> None:
    text = "The registry lists a 42-person safety study of BPC-157 in healthy people."
    assert [v for _, v, _ in found(bundled, text, "figure")] == ["matches"]


@pytest.mark.parametrize(
    "text",
    [
        "# Cortexin\n\nВспомогательные вещества: глицин - 12 мг (стабилизатор).",
        "# Cortexin\n\nВыпускается Кортексин в виде лиофилизата по 5 и 10 мг.",
        "# Noopept\n\nактивное вещество: ноопепт – 10 мг,",
        "# SS-31\n\nAprovado para a síndrome de Barth, pesando pelo menos 30kg.",
        "Epitalon took cells from the 34th passage to beyond the 44th passage.",
    ],
)
def test_amounts_of_a_product_and_of_cells_are_held_in_other_languages(bundled: Dataset, text: str) -> None:
    verdicts = [v for _, v, _ in found(bundled, text, "figure")]
    assert set(verdicts) == {"matches"}


def test_another_amount_of_the_product_is_passed_over(bundled: Dataset) -> None:
    text = "# Cortexin\n\nВспомогательные вещества: глицин - 17 мг (стабилизатор)."
    assert found(bundled, text, "figure") == []


def test_a_life_span_lengthened_by_more_than_in_any_study_differs(bundled: Dataset) -> None:
    text = "Studies of epitalon show a lifespan extension of 25–35% in mice and rats."
    assert [v for _, v, _ in found(bundled, text, "figure")] == ["differs"]
    assert "differs" not in {
        v for _, v, _ in found(bundled, "Epitalon made fruit flies live 11 to 16% longer.", "figure")
    }


def test_the_groups_of_a_study_that_was_told_by_its_number_are_not_called_wrong(bundled: Dataset) -> None:
    text = "# Ranquilon\n\nВключено 220 пациентов с тревогой при неврастении. Ранквилон (n=110) или плацебо (n=110)."
    assert "differs" not in {v for _, v, _ in found(bundled, text, "figure")}


def test_the_years_and_records_of_a_review_are_those_of_the_work(bundled: Dataset) -> None:
    text = "# BPC-157\n\nVasireddi et al. (2025) reviewed 36 studies (1993–2024) and screened 544 articles.\n"
    assert {t: v for t, v, _ in found(bundled, text, "figure")} == {
        "36 studies": "matches", "1993–2024": "matches", "544 articles": "matches",
    }  # fmt: skip


def test_two_groups_that_make_up_a_study_are_not_held_one_by_one(bundled: Dataset) -> None:
    told = "Heiss et al. (2012) gave Cerebrolysin after stroke to one group (n = {}). The other had placebo (n = {})."
    assert found(bundled, told.format(500, 570), "figure") == []
    assert [text for text, *_ in found(bundled, told.format(500, 470), "figure")] == ["n = 500", "n = 470"]


# -- lines that are not wrapped -----------------------------------------------------------------------------------

LONG = (
    "Selank is a synthetic heptapeptide that was made in Moscow in the nineties and that has been studied in rats, in "
    "mice and in a few hundred people, most of them with generalised anxiety, in the years since its registration."
)


def test_an_item_does_not_take_the_paragraphs_of_such_a_page_that_stand_below_it(bundled: Dataset) -> None:
    page = f"- {LONG}\nEnkephalin Degradation Inhibition\nSelank inhibits the breakdown of enkephalins.\n"
    told = [text for text, verdict, _ in found(bundled, page, "statement") if verdict == "matches"]
    assert "Selank inhibits the breakdown of enkephalins." in told


def test_a_sentence_that_is_wrapped_before_a_capital_goes_on(bundled: Dataset) -> None:
    wrapped = "The peptide has a molar mass that is given in all catalogues as the one of\nSelank: 751.9 g/mol.\n"
    assert [v for _, v, _ in found(bundled, wrapped, "figure")] == ["matches"]
    address = f"[here](https://example.org/{'x' * 300})"
    linked = f"It is told {address} that\nit was made.\nThe peptide has a molar mass, it is said of\n"
    assert [v for _, v, _ in found(bundled, f"{linked}Selank: 751.9 g/mol.\n", "figure")] == ["matches"]


WRAPPED = """Semax is approved by the FDA in the United States. The half-life of
Semax is 20 minutes. Noopept is a drug that is approved by the FDA in
the United States. The molecular weight of Selank, which is a
heptapeptide, is 999.1 g/mol. Elamipretide improved the six-minute walk
distance in the MMPOWER-3 trial.
"""


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_what_is_wrong_in_a_paragraph_is_found_however_it_is_wrapped(bundled: Dataset, name: str) -> None:
    def wrong(text: str) -> list[str]:
        found = audit(bundled, [parse(name, text.encode())]).findings
        return sorted(finding.detail for finding in found if finding.verdict in PROBLEMS)

    at_once = wrong(" ".join(WRAPPED.split("\n")))
    assert len(at_once) > 4
    assert wrong(WRAPPED) == at_once
    assert wrong("Semax is approved by the FDA in the\nUnited States. It is a peptide.\n") == wrong(
        "Semax is approved by the FDA in the United States. It is a peptide.\n")  # fmt: skip


def test_a_reference_whose_place_stands_on_a_line_of_its_own_is_held_whole(bundled: Dataset) -> None:
    reference = (
        "Dolotov OV, et al. Semax, an analog of ACTH(4-10) with cognitive\neffects, regulates BDNF and trkB expression "
        "in the rat hippocampus.\nBrain Research. {};1117(1):54-60.\n"
    )
    found = [audit(bundled, [parse("a.txt", reference.format(year).encode())]).findings for year in (2006, 2009)]
    assert [[f.code for f in findings if f.kind == "citation"] for findings in found] == [
        ["citation-matches"], ["citation-differs-year"]
    ]  # fmt: skip


def test_a_name_divided_by_the_end_of_a_line_is_one_word(bundled: Dataset) -> None:
    (found,) = findings(bundled, "The peptide Sem-\nax weighs 887.04 Da, we read.\n", "page.txt")
    assert (found.verdict, found.text, found.line) == ("differs", "887.04 Da", 2)
    assert found.detail.startswith("Semax: 813.92 g/mol")


# -- LaTeX ----------------------------------------------------------------------------------------------------------

SAYS = "Semax has a molar mass of 950.1 g/mol."


@pytest.mark.parametrize(
    "text",
    [
        f"See \\url{{http://x.org/a%20b}}. {SAYS}", f"Use \\verb+%+. {SAYS}", f"\\lstinline|5 % 3| {SAYS}",
        f"Word\\footnote{{{SAYS}}} more.", f"Word\\footnote{{%\n{SAYS}}}", f"\\section{{A}}{SAYS}",
        f"\\paragraph{{A}} {SAYS}", f"\\parbox[t]{{3cm}}{{{SAYS}}}", f"\\begin{{frame}}{{{SAYS}}}",
        f"\\multicolumn{{2}}{{l}}{{{SAYS}}}", f"\\unknown[x]{{y}}{{{SAYS}}}", f"\\color{{red}}{SAYS}",
        f"\\newcommand\\told{{{SAYS}}}\\told",
        *(
            f"{name} has a molar mass of 950.1 g/mol."
            for name in (
                "Se\\-max", 'Se"-max', "Semax\\footnote{A note.}", "Semax\\todo{check}", "Semax\\index{Semax}",
                "Semax$^{1,2}$",
                "Semax\\textsuperscript{a}", "\\textcolor{red}{Semax}", "\\foreignlanguage{english}{Semax}",
                "Semax\\quad",
                "\\hypertarget{a}{Semax}", "Semax\\parencite{moss2011}", "\\lettrine{S}{emax}",
                "\\newcommand{\\sx}{Semax}\\sx{}", "\\newacronym{sx}{SX}{Semax}\\gls{sx}",
            )
        ),
    ],
)  # fmt: skip
def test_a_sentence_of_latex_is_held_whatever_commands_it_has(bundled: Dataset, text: str) -> None:
    assert [code for code, verdict, _ in found(bundled, text, "figure", "a.tex")] == ["950.1 g/mol"]


def test_a_number_set_high_behind_a_unit_is_a_power(bundled: Dataset) -> None:
    (block,) = parse("a.tex", b"An area of 5 cm$^{2}$, and Ca$^{2+}$.").blocks
    assert block.plain == "An area of 5 cm^2, and Ca^2+."


NARROW = (
    "Semax was first described in the eighties and is sold in Russia as a nasal spray. In rats, it is said to be one "
    "of the safest there is. It has a molar mass of 950.1 g/mol. Nothing else is known of it."
)


@pytest.mark.parametrize("columns", [28, 36, 44])
def test_a_paragraph_in_narrow_lines_is_one_text(bundled: Dataset, columns: int) -> None:
    text = textwrap.fill(NARROW, columns)
    assert "Semax has" not in text
    assert [verdict for _, verdict, _ in found(bundled, text, "figure", "a.txt")] == ["differs"]


def test_a_line_that_goes_on_in_the_next_is_no_heading(bundled: Dataset) -> None:
    text = (
        "The peptide was described long ago in the literature and many\npeople have written about it since then.\n"
        "In this short review of the older data, Semax has a molar\nmass of 1609.1 g/mol. Its history began there.\n"
    )
    assert [verdict for _, verdict, _ in found(bundled, text, "figure", "a.txt")] == ["differs"]


def test_short_lines_that_fill_their_width_by_chance_stay_items() -> None:
    lines = ["reduces anxiety in rats", "raises BDNF in the rat", "protects nerves of mice", "lowers pain in animals."]
    assert [block.text for block in parse("a.txt", "\n".join(lines).encode()).blocks] == lines
