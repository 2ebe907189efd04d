"""`peptide audit`: whom a sentence is about, by its own words, by what stands over it and by the layout of a page."""

from __future__ import annotations

import pytest

from peptidecli.audit import audit, parse
from peptidecli.audit.article.names import Names
from peptidecli.audit.article.sentences import sentences_of
from peptidecli.audit.article.topics import named_in
from peptidecli.dataset.dataset import Dataset

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def names(bundled: Dataset) -> Names:
    return Names(bundled)


def about(names: Names, text: str, name: str = "page.md") -> list[tuple[str, ...]]:
    """Return the compounds of every sentence of a text, headings aside."""
    article = parse(name, text.encode())
    sentences = sentences_of(article, named_in(article, names), names.parent)
    return [sentence.compounds for sentence in sentences if sentence.block.kind != "heading"]


# -- within a sentence -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Unlike Cerebrolysin, Cortexin is injected into muscle.",
        "Cortexin, in contrast to Cerebrolysin, is injected into muscle.",
        "Cortexin is given more often than Cerebrolysin or Noopept.",
        "Label - like Cerebrolysin, Cortexin is a mixture.",
        "В отличие от Церебролизина, Кортексин вводят в мышцу.",
        "Ao contrário do Cerebrolysin, o Cortexin é injetado.",
        "Im Vergleich zu Cerebrolysin ist Cortexin billig.",
    ],
)
def test_what_another_is_compared_with_is_not_what_a_sentence_is_about(names: Names, text: str) -> None:
    assert about(names, text) == [("cortexin",)]


def test_of_peptides_like_one_that_one_is_told(names: Names) -> None:
    assert about(names, "Peptides like Semax are given by the nose.") == [("semax",)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dihexa comes from angiotensin; P21 comes from CNTF.", [("dihexa",), ("p21",)]),
        ("Noopept has two residues, whereas DSIP has nine.", [("noopept",), ("dsip",)]),
        ("While Noopept is swallowed, DSIP is injected.", [("noopept",), ("dsip",)]),
        ("Noopept has two residues and DSIP has nine.", [("noopept",), ("dsip",)]),
        ("Selank eases fear, while phenazepam also calms.", [("selank",), ()]),
        ("Ноопепт принимают внутрь, а Семакс вводят в нос.", [("noopept",), ("semax",)]),
        ("Noopept and DSIP are sold in Russia.", [("noopept", "dsip")]),
        ("Studies suggested that Noopept and DSIP are safe.", [("noopept", "dsip")]),
    ],
)
def test_clauses_that_begin_with_their_compound_are_read_each_by_itself(
    names: Names, text: str, expected: list[tuple[str, ...]]
) -> None:
    assert about(names, text) == expected


def test_the_former_and_the_latter_are_those_of_the_sentence_before(names: Names) -> None:
    text = "Cerebrolysin and Cortexin are mixtures. The former comes from pigs. The latter is injected into muscle."
    assert about(names, text)[1:] == [("cerebrolysin",), ("cortexin",)]


def test_what_is_said_of_many_peptides_is_not_said_of_one(names: Names) -> None:
    text = "# Semax\n\nMany peptides are broken down in the gut. They have short half-lives. It is given by the nose."
    assert about(names, text) == [(), (), ("semax",)]


def test_a_derivative_at_the_head_of_a_sentence_is_not_the_compound_it_comes_from(names: Names) -> None:
    assert about(names, "N-Acetyl Selank is an analogue of Selank.") == [()]
    assert about(names, "# N-Acetyl Selank\n\nA modified variant of Selank.\n") == [()]


def test_a_sentence_under_a_compound_that_names_its_origin_alone_is_about_the_compound(names: Names) -> None:
    assert about(names, "# P21\n\nDerived from the active region of Cerebrolysin.\n") == [("p21",)]
    assert about(names, "# Селанк\n\nСинтетический аналог тафтсина.\n") == [("selank",)]


def test_a_sentence_is_parted_before_a_name_only_where_a_clause_begins(bundled: Dataset) -> None:
    text = "Semax raises BDNF while in rats Selank lowers anxiety."
    found = audit(bundled, [parse("page.md", text.encode())]).findings
    assert [finding.text for finding in found] == ["raises BDNF", "lowers anxiety"]


# -- under headings ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("heading", "compound"),
    [
        ("Semax - ACTH(4-10) heptapeptide", ("semax",)),
        ("TB-500 (Thymosin Beta-4)", ("tb-500",)),
        ("How Semax works: the BDNF connection", ("semax",)),
        ("What is DSIP? (Delta Sleep-Inducing Peptide)", ("dsip",)),
        ("Semax vs Selank", ()),
        ("Semax and piracetam", ()),
        ("Noopept metabolite", ()),
        ("Semax + Selank: a stack", ()),
        ("GHK-Cu", ()),
    ],
)
def test_a_heading_is_of_the_name_it_begins_with_unless_it_sets_two_beside_each_other(
    names: Names, heading: str, compound: tuple[str, ...]
) -> None:
    assert about(names, f"# Peptides\n\n## {heading}\n\nRaises nothing.\n") == [compound]


def test_a_molecule_in_a_heading_is_no_other_subject_unless_the_part_explains_it(names: Names) -> None:
    text = "# Selank\n\n## BDNF upregulation\n\nMore of it was made.\n\n## What is BDNF?\n\nA growth factor.\n"
    assert about(names, text) == [("selank",), ()]


def test_a_question_of_how_it_differs_from_another_is_still_of_the_page(names: Names) -> None:
    assert about(names, "# DSIP\n\n## How does it differ from Epitalon?\n\nIt is longer.\n") == [("dsip",)]


def test_headings_of_what_is_told_of_any_go_on_between_two_compounds_of_a_page_without_markup(names: Names) -> None:
    text = (
        "Semax: The Russian Peptide\nSemax is a heptapeptide.\nKey Benefits\nImproves memory\n"
        "Humanin: The Other One\nHumanin is long.\nKey Benefits\nProtects cells\n"
        "DSIP: The Sleep Peptide\nDSIP is short.\nKey Benefits\nImproves sleep\nFinal Thoughts\nAsk a doctor first.\n"
    )
    semax, dsip, other = ("semax",), ("dsip",), ()
    assert about(names, text) == [semax, semax, semax, other, other, other, dsip, dsip, dsip, other]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Known of DSIP:\n- nine residues\n- from rabbits\n\nAsk first.", [("dsip",), ("dsip",), ()]),
        ("Known of GHRP-6:\n- six residues\n", [()]),
        ("Q: Who made Noopept?\n\nA: An institute.\n\nNothing else.", [("noopept",), ()]),
        ("Q: Is it like Noopept?\n\nA: No.\n", [()]),
    ],
)
def test_a_label_or_a_question_leads_on_to_its_list_or_answer(
    names: Names, text: str, expected: list[tuple[str, ...]]
) -> None:
    filler = "Of Cerebrolysin and Cortexin.\n\n"
    assert about(names, f"# Peptides\n\n{filler}{text}")[2:] == expected


# -- tables and records ------------------------------------------------------------------------------------------


def test_a_table_that_sets_compounds_beside_each_other_is_read_column_by_column(bundled: Dataset) -> None:
    table = (
        "| | BPC-157 | TB-500 | Placebo |\n|---|---|---|---|\n"
        "| Residues | 15 aa | 7 aa | none |\n| WADA banned | No | Yes | No |\n"
    )
    told = [(f.text, f.verdict) for f in audit(bundled, [parse("page.md", table.encode())]).findings]
    assert told == [
        ("15 aa", "matches"), ("7 aa", "matches"), ("No", "differs"), ("Yes", "matches"),
    ]  # fmt: skip


def test_the_records_of_a_program_are_read_field_by_field_each_of_its_own_name(names: Names) -> None:
    text = (
        "const list = [\n  {\n    id: 'semax',\n    name: 'Semax',\n    status: 'approved in Russia',\n  },\n"
        "  {\n    name: 'KPV',\n    status: 'not approved',\n  },\n  {\n    name: 'DSIP',\n    size: 9,\n  },\n];\n"
    )
    semax, dsip = ("semax",), ("dsip",)
    assert about(names, text) == [(), semax, semax, semax, (), (), dsip, dsip]


def test_a_bare_key_is_the_name_of_its_record_and_the_parts_of_the_record_are_of_it(names: Names) -> None:
    text = "selank: {\n  storage: {\n    note: 'cold',\n  },\n  effect: 'eases fear',\n},\ndsip: {\n  size: 9,\n"
    assert about(names, text)[2:4] == [("selank",), ("selank",)]


def test_a_list_of_records_by_name_begins_anew_with_every_other_name(names: Names) -> None:
    text = "name: Noopept\nmaker: Zakusov\nname: Phenibut\nmaker: Organika\nname: DSIP\nsize: nine\n"
    assert about(names, text)[3] == ()


def test_a_term_of_a_page_is_read_with_what_it_means(bundled: Dataset) -> None:
    page = (
        "<h2>Dihexa</h2><dl><dt>FDA approved</dt><dd>No</dd></dl><h2>KPV</h2><dl><dt>FDA approved</dt><dd>No</dd></dl>"
    )
    told = [(f.text, f.verdict) for f in audit(bundled, [parse("page.html", page.encode())]).findings]
    assert told == [("FDA approved: No", "matches")]


def test_a_question_answered_in_a_word_is_read_with_its_answer(bundled: Dataset) -> None:
    text = "# DSIP\n\nFDA Approved? No\n"
    told = [(f.text, f.verdict) for f in audit(bundled, [parse("page.md", text.encode())]).findings]
    assert told == [("FDA Approved? No", "matches")]


def test_a_relative_has_what_is_known_of_it_and_not_what_is_known_of_the_compound(bundled: Dataset) -> None:
    text = "Peptide 6 inhibits leukemia inhibitory factor signaling. Peptide 6 lowered tau in rats.\n"
    told = [f.detail for f in audit(bundled, [parse("page.md", text.encode())]).findings if f.kind == "statement"]
    assert len(told) == 1
    assert told[0].startswith("Peptide 6: ")


# -- things that the dataset does not hold -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "# BPC-157\n\nBPC-157 is studied in rats.\n\n**Hexarelin:** FDA-approved in the US. Widely used there.\n",
        "# Selank\n\nSelank eases fear.\n\n- Sedatives (zolpidem, diazepam): they enhance GABA.\n",
        "# Selank\n\nSelank eases fear.\n\nMany GABA agonists are approved by the FDA. They act fast.\n",
        "# Semax\n\nSemax is given by the nose.\n\nConventional sleep aids are approved by the FDA.\n",
        "Rats were given Semax and others nothing. In mice receiving Tirzepatide fat fell by 30%.\n",
        "Semax is given by the nose. Tesamorelin administration lowered fat.\n",
        "# Cortexin\n\nCortexin is injected. When a product is a mixture, batches differ.\n",
    ],
)
def test_what_begins_with_a_thing_that_is_not_held_or_with_a_class_is_not_of_the_compound_before(
    names: Names, text: str
) -> None:
    assert about(names, text)[1] == ()


@pytest.mark.parametrize(
    "text",
    [
        "# Semax\n\nSemax is given by the nose.\n\nReceptor: none is known.\n",
        "# Semax\n\nSemax is given by the nose.\n\nFragment: residues 4 to 7 of ACTH.\n",
        "# Semax\n\nSemax is given by the nose.\n\nMany people take it by the nose.\n",
        "# Semax\n\nSemax is given by the nose.\n\nBDNF levels rose in treated rats.\n",
    ],
)
def test_a_label_or_what_a_compound_acts_on_is_no_other_subject(names: Names, text: str) -> None:
    assert about(names, text)[1] == ("semax",)


@pytest.mark.parametrize(
    "text",
    [
        "[\n  { name: 'Semax', mass: 813.9 },\n  { name: 'KPV', mass: 342 },\n  { name: 'Zinc', mass: 65 },\n",
        "semax: {\n  cas: '80714-61-0',\n},\nkisspeptin: {\n  cas: '374675-21-5',\n  mass: 1302.4,\n},\n",
        "[\n  'display_name' => 'Semax',\n  'mass' => 814,\n],\n[\n  'display_name' => 'Zinc',\n  'mass' => 65,\n],\n",
        "[\n  'title' => 'Semax',\n  'mass' => 813.9,\n],\n[\n  'title' => 'Hexarelin',\n  'mass' => 887.0,\n],\n",
    ],
)
def test_a_record_of_a_thing_that_is_not_held_takes_nothing_from_the_record_before(names: Names, text: str) -> None:
    told = about(names, text, "list.txt")
    assert ("semax",) in told
    assert told[-1] == ()


@pytest.mark.parametrize(
    ("text", "compounds"),
    [
        ("Selank eases fear and is often paired with Semax. It is registered in Russia.", [("selank",), ("selank",)]),
        ("Selank is the calm counterpart to Semax.", [("selank",)]),
        ("Selank comes from the same laboratory that developed Semax.", [("selank",)]),
        ("Thymosin β4 (the source peptide for TB-500) was tested in people.", [("thymosin-beta-4",)]),
    ],
)
def test_a_companion_or_the_source_of_another_does_not_make_the_other_the_subject(
    names: Names, text: str, compounds: list[tuple[str, ...]]
) -> None:
    assert about(names, text) == compounds


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("KPV vs BPC-157 - tripeptide vs pentadecapeptide.", False),
        ("TB-500 vs Semax: 889.0 g/mol against 813.9 g/mol.", False),
        ("BPC-157 is a tripeptide.", True),
        ("Our clinic has FDA-approved and research peptides including Cerebrolysin.", False),
        ("Cerebrolysin is FDA-approved.", True),
    ],
)
def test_of_two_set_against_each_other_or_of_a_mixed_offer_nothing_is_laid_to_the_last(
    bundled: Dataset, text: str, wrong: bool
) -> None:
    found = audit(bundled, [parse("page.md", text.encode())]).findings
    assert any(finding.verdict == "differs" for finding in found) is wrong
