"""Citations of one line each: by author and year, by title, by place, in a list; and what the dataset knows of them."""

from __future__ import annotations

import pytest

from audited import Told, holds, told_of
from peptidecli.audit import audit, parse
from peptidecli.audit.article.citations import Cited
from peptidecli.audit.article.names import Names
from peptidecli.audit.article.printed import Printed
from peptidecli.audit.tracing import Tracer
from peptidecli.audit.works import Works
from peptidecli.dataset.dataset import Dataset

ULCER = "Protective effects of pentadecapeptide BPC 157 on gastric ulcer in rats"
STROKE = (
    "Efficacy and safety of CDP-choline, cerebrolysin, MLC601, and edaravone in recovery of patients with acute "
    "ischemic strokes: a meta-analysis"
)

FOUND = {
    "a short family name on another compound may be another person": (
        "Noopept is a dipeptide (Xue et al., 2004).", "citation", "unknown", "Xue", "another paper may be meant",
    ),
    "a short family name in an article on another compound may be another person": (
        "# Selank\n\nAn ulcer healed (Xue et al., 2004).\n", "citation", "unknown", "Xue", "another paper may be meant",
    ),
    "a journal that is another, on another compound, is another paper": (
        "Noopept is a dipeptide (Xue et al., Nature, 2004).", "citation", "unknown", "Xue", "is not Nature. Another",
    ),
    "a journal that is another, on the same compound, is wrong": (
        "BPC-157 healed ulcers (Xue et al., Nature, 2004).", "citation", "differs", "Nature", "is not Nature",
    ),
    "a second author who is none is told": (
        "BPC-157 healed ulcers (Xue and Smith, 2004).", "citation", "unknown", "Smith", "Smith is no author",
    ),
    "a second author with a slip in the name is put right": (
        "BPC-157 healed ulcers (Xue and Wo, 2004).", "citation", "differs", "Wo", "The co-author is spelt Wu",
    ),
    "the head of a group named for its first author is known by the journal": (
        "Semax raised BDNF (Andreeva et al., Brain Research, 2006).",
        "citation", "matches", "Andreeva", "Dolotov OV et al. 2006",
    ),
    "what circulates under an author on another compound is not meant": (
        "Noopept is a dipeptide (Kaplan, 2011).", "citation", "unknown", "Kaplan", "cannot be traced: Kaplan 2011",
    ),
    "what circulates under an author, a year and a journal is meant": (
        "Selank calmed patients (Kozlovskaya et al., Zh Nevrol Psikhiatr, 2008).",
        "citation", "untraced", "Kozlovskaya", "no multicentre double-blind trial was found",
    ),
    "what circulates is meant by a line that names it": (
        "# Semax\n\n## References\n\n1. Kaplan AY. Semax and cognitive performance. Neurosci Behav Physiol. 2011.\n",
        "citation", "untraced", "Kaplan", "No record of this title",
    ),
    "a co-author cited as the first is told": (
        "Semax raised BDNF (Levitskaya, 2010).", "citation", "unknown", "Levitskaya", "a co-author of Manchenko",
    ),
    "a title with its own place is the paper": (
        f'See "{ULCER}", World Journal of Gastroenterology 2004;10:1032.', "citation", "matches", ULCER, "Xue XC",
    ),
    "an archive before the journal is passed over": (
        f'See "{ULCER}", bioRxiv, World Journal of Gastroenterology 2004;10:1032.', "citation", "matches", ULCER, "Xue",
    ),
    "the year behind a title is held": (
        f'See "{ULCER}", World Journal of Gastroenterology 2006;10:1032.',
        "citation", "differs", ULCER, "The year is 2004",
    ),
    "the volume behind a title is held": (
        f'See "{ULCER}", World Journal of Gastroenterology 2004;12:1032.',
        "citation", "differs", ULCER, "The volume is 10",
    ),
    "the page behind a title is held": (
        f'See "{ULCER}", World Journal of Gastroenterology 2004;10(7):1132-6.',
        "citation", "differs", ULCER, "The page is 1032-1036",
    ),
    "the journal behind a title is held": (
        f'See "{ULCER}", Bull. Exp. Biol. Med. 2004;10:1032.',
        "citation", "differs", ULCER, "The journal is World Journal of Gastroenterology",
    ),
    "a title under another author is the paper of its own": (
        f"Smith J et al. {ULCER}. World Journal of Gastroenterology 2004;10:1032.",
        "citation", "misattributed", "Smith", "The title is that of Xue XC",
    ),
    "a title under its second author has another first": (
        f"Wu YJ et al. (2004), {ULCER}. World Journal of Gastroenterology 10:1032.",
        "citation", "differs", "Wu YJ", "The first author is Xue XC",
    ),
    "a title under a stranger, where not all its authors are known, has another first": (
        f"Smith J et al. (2023), {STROKE}.", "citation", "differs", "Smith", "The first author is Abou Zaki SDB",
    ),
    "the last word of a family name may stand for it": (
        f"Zaki S et al. (2023), {STROKE}.", "citation", "matches", "Zaki", "The reference exists: Abou Zaki",
    ),
    "a family name with a slip in it is put right by the title": (
        "Khavinsen V et al. (2020). AEDG Peptide (Epitalon) Stimulates Gene Expression and Protein Synthesis during "
        "Neurogenesis: Possible Epigenetic Mechanism. Molecules 25(3):609.",
        "citation", "differs", "Khavinsen", "The name is spelt Khavinson",
    ),
    "a line that words a title otherwise is the paper where the journal is its own": (
        "# BPC-157\n\n## References\n\n1. Xue XC. The protective effect of BPC 157 on the gastric ulcer of the rat "
        "stomach. World J Gastroenterol 2004;10:99.\n",
        "citation", "matches", "Xue", "The reference exists",
    ),
    "of a line on something else the papers of that author and year are told": (
        "# Semax\n\n## References\n\n1. Dolotov OV. Binding. Bioorg Khim 2004;30:241.\n",
        "citation", "unknown", "Dolotov", "under this author and year: Dolotov OV et al. 2004",
    ),
}  # fmt: skip
"""By what they hold: a text, and kind, verdict, a part of the text and of the detail of what is found in it."""


@pytest.fixture(scope="module")
def told(bundled: Dataset) -> Told:
    return told_of(bundled, {rule: text for rule, (text, *_) in FOUND.items()})


@pytest.mark.parametrize("rule", FOUND)
def test_a_citation_is_traced_to_what_is_known_of_it(told: Told, rule: str) -> None:
    assert holds(told[rule], FOUND[rule]), told[rule]


# -- what whole lines come by too rarely ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def tracer(bundled: Dataset) -> Tracer:
    return Tracer(Works(bundled), Names(bundled))


def by(family: str, year: int, **more: str) -> Cited:
    return Cited(0, 0, (family,), year, firm=True, bracketed=False, **more)


def test_of_no_edition_nothing_is_known(tracer: Tracer) -> None:
    assert tracer.compare((), "Xue", Printed(2004), "").verdict == "unknown"


def test_of_two_editions_the_one_that_fits_better_is_meant(tracer: Tracer) -> None:
    editions = ("ziganshina-2010-cochrane", "ziganshina-2023-cochrane", "ziganshina-2020-cochrane")
    assert tracer.compare(editions, "Ziganshina", Printed(2010), "").reference == editions[0]
    assert tracer.compare(editions, "", Printed(2023), "").reference == editions[1]


def test_an_author_who_is_none_of_those_that_are_all_known_has_written_another_paper(tracer: Tracer) -> None:
    traced = tracer.compare(("xue-2004-gastric-ulcer",), "Karpenko", Printed(2004), "")
    assert (traced.verdict, traced.reference) == ("misattributed", "xue-2004-gastric-ulcer")


def test_a_journal_that_the_dataset_has_not_counts_only_where_there_is_no_doubt_that_it_is_one(tracer: Tracer) -> None:
    printed = Printed(2004, "Journal of Nowhere")
    keys = ("xue-2004-gastric-ulcer",)
    assert tracer.compare(keys, "Xue", printed, "").verdict == "matches"
    assert "The journal is World Journal" in tracer.compare(keys, "Xue", printed, "", strict=True).detail


def test_a_page_that_is_not_known_is_no_difference(tracer: Tracer) -> None:
    printed = Printed(1984, "European Neurology", "23", "5", "372")
    assert tracer.compare(("larbig-1984-pain",), "Larbig", printed, "").verdict == "matches"


def test_a_line_is_the_paper_whose_title_it_has_almost_word_for_word(tracer: Tracer) -> None:
    line = f"Xue XC, Wu YJ. {ULCER.replace('effects', 'effect')}. 2005."
    traced = tracer.trace_line(by("Xue", 2005), line, frozenset())
    assert (traced.verdict, traced.reference) == ("differs", "xue-2004-gastric-ulcer")
    assert "The year is 2004" in traced.detail


@pytest.mark.parametrize(
    ("family", "year", "said", "detail"),
    [
        ("Ashmarin", 1997, "Semax relieves pain, Neurosci Behav Physiol 27(4):409-413", "these pages is not confirmed"),
        ("Zozulya", 1999, "Selank, doi 10.1016/S0924-977X(98)00045-X", "Zozulya 2001, PMID 11550013"),
        ("Kost", 2007, "Selank, PMID 18239810", "No record of the title"),
    ],
)
def test_the_place_or_number_under_which_a_wrong_citation_circulates_tells_that_it_is_meant(
    tracer: Tracer, family: str, year: int, said: str, detail: str
) -> None:
    traced = tracer.trace(by(family, year), said, (), frozenset())
    assert traced.verdict in {"misattributed", "untraced"}
    assert detail in traced.detail


@pytest.mark.parametrize("journal", ["FASEB J", "*FASEB J*"])
def test_a_journal_behind_the_year_in_brackets_is_held_though_the_dataset_has_none_of_the_name(
    bundled: Dataset, journal: str
) -> None:
    text = f"Thymosin β4 healed wounds in rats (see Malinda et al. (1999, {journal}))."
    found = [f for f in audit(bundled, [parse("a.md", text.encode())]).findings if f.kind == "citation"]
    assert [(f.verdict, "is not FASEB J" in f.detail) for f in found] == [("differs", True)]
