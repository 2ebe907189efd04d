"""What follows for a citation from what the registries say of it: each verdict, and each reason for none."""

from __future__ import annotations

import datetime

import pytest

from peptidecli.audit import parse
from peptidecli.audit.document import Document
from peptidecli.audit.online.running import Online
from peptidecli.dataset.dataset import Dataset
from peptidecli.registries.client import Client
from registries import BATS, OWLS, Registries

FEATHERS = OWLS | {"pmcid": "PMC7654321"}
LINE = f"Moss AB, Reed C, Vole D. {BATS['title']}. Journal of Nocturnal Biology."
STRANGE = "Nesting of storks on the chimneys of abandoned villages"
NOW = datetime.date.today().year


@pytest.fixture
def registries(stand_in: Registries) -> Registries:
    """Return the stand-in as if it had just begun, holding two papers of another field."""
    vars(stand_in).update(vars(Registries()) | {"url": stand_in.url})
    stand_in.searching = True
    stand_in.pubmed = {"90000001": BATS, "90000002": FEATHERS}
    stand_in.crossref = {"10.5555/moss.1": BATS, "10.5555/strix.1": FEATHERS}
    return stand_in


class Ask:
    """Audits a text online; gives kind, verdict and detail of what is found."""

    def __init__(self, mini: Dataset, client: Client) -> None:
        self.dataset, self.client = mini, client

    def __call__(self, text: str) -> list[tuple[str, str, str]]:
        name = "a.bib" if text.startswith("@") else "a.md"
        found = Online(self.dataset, self.client).of(parse(name, text.encode())).findings
        return [(finding.kind, finding.verdict, finding.detail) for finding in found]


@pytest.fixture
def ask(mini: Dataset, client: Client, registries: Registries) -> Ask:
    return Ask(mini, client)


def entry(**fields: str) -> str:
    """Return an entry of BibTeX, that of BATS but for some fields; empty ones are left out."""
    own = {
        "author": "Moss, Anna B. and Reed, Carl and Vole, Dora", "title": BATS["title"],
        "journal": "Journal of Nocturnal Biology", "year": "2011", "volume": "7", "number": "2", "pages": "101--109",
    } | fields  # fmt: skip
    return "@article{a,\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in own.items() if value) + "}\n"


VERDICTS: dict[str, tuple[str, str, str, str]] = {
    # -- a work that is found
    "a right entry matches and is told what it lacks": (
        entry(), "citation", "matches", "It lacks doi:10.5555/moss.1 and PMID 90000001.",
    ),
    "a title under other authors is theirs": (
        entry(author="Stork, Ida and Crane, Hugo"), "citation", "misattributed", "which names none of these authors",
    ),
    "the number of another work beside a title is named": (
        entry(pmid="90000002"), "citation", "misattributed", "PMID 90000002 is Strix E 2014",
    ),
    "a number that does not exist beside a title is put right": (
        entry(pmid="99999999"), "citation", "differs", "PMID 99999999 does not exist. Its PMID is 90000001.",
    ),
    "a PMCID that is not the work's is put right": (
        entry(pmcid="PMC9999999"), "citation", "differs", "Its PMCID is PMC1234567, not PMC9999999.",
    ),
    "a field that is wrong in both records is named": (
        entry(volume="9"), "citation", "differs", "The volume is 7, not 9.",
    ),
    "a paper without a title is found by its place": (
        entry(title=""), "citation", "matches", "PubMed has it: Moss AB et al. 2011",
    ),
    # -- a work that is not found
    "not found is said where the journal is held": (
        entry(title=STRANGE, author="Stork, Ida", volume="", pages=""), "citation", "untraced",
        "Not found at PubMed and Crossref; PubMed and Crossref have Journal of Nocturnal Biology of 2011.",
    ),
    "a number of another work under a title that is nowhere is named": (
        entry(title=STRANGE, author="Stork, Ida", volume="", pages="", doi="10.5555/strix.1"), "citation",
        "misattributed", "What is cited was not found at PubMed and Crossref.",
    ),
    "a number that is nowhere is told with it": (
        entry(title=STRANGE, author="Stork, Ida", volume="", pages="", pmid="99999999"), "citation", "untraced",
        "PMID 99999999 does not exist. Not found at",
    ),
    "a year to come is told": (
        entry(title=STRANGE, author="Stork, Ida", volume="", pages="", year=str(NOW + 5)), "citation", "differs",
        f"{NOW + 5} is still to come.",
    ),
    "a title in another script is rarely held": (
        entry(title="Гнездование аистов на трубах", author="Stork, Ida"), "citation", "unknown",
        "rarely hold titles in this script",
    ),
    "a title that is not given cannot be asked for": (
        entry(title="", volume="99", author="Stork, Ida"), "citation", "unknown", "it gives no title",
    ),
    "a title of a few words tells nothing": (
        entry(title="On storks", author="Stork, Ida", volume="", pages=""), "citation", "unknown", "title is too short",
    ),
    "what names no journal may be a book": (
        entry(title=STRANGE, author="Stork, Ida", journal="", volume="", pages=""), "citation", "unknown",
        "it names no journal",
    ),
    "what is of this year may be too new": (
        entry(title=STRANGE, author="Stork, Ida", volume="", pages="", year=str(NOW)), "citation", "unknown",
        "it is too new",
    ),
    "a journal that neither holds tells nothing": (
        entry(title=STRANGE, author="Stork, Ida", journal="Annals of Nowhere", volume="", pages=""), "citation",
        "unknown", "neither PubMed nor Crossref holds Annals of Nowhere of 2011",
    ),
    "a title that is near is named as the nearest": (
        entry(title=f"{BATS['title'].replace('autumn', 'spring')} and elsewhere", author="Stork, Ida", volume="1",
              pages="2"),
        "citation", "untraced", "Nearest: Moss AB et al. 2011",
    ),
    # -- a number alone
    "a number alone is told with its paper": (
        "Bats were heard (PMID 90000001).", "identifier", "matches", "PMID of Moss AB et al. 2011",
    ),
    "a PMCID alone is told with its paper": (
        "Bats were heard (PMC1234567).", "identifier", "matches", "PMCID of Moss AB et al. 2011",
    ),
    "a PMCID that is not found is unknown": (
        "Bats were heard (PMC9999999).", "identifier", "unknown", "PMCID PMC9999999 is not found at PubMed",
    ),
    "a DOI that is nowhere is named": (
        "Bats were heard (doi:10.5555/none).", "identifier", "untraced", "is not found at Crossref and doi.org",
    ),
    "a number beside who did not write it is named": (
        "Bats were heard (Stork et al., 2011; PMID 90000001).", "identifier", "misattributed", "not Stork et al., 2011",
    ),
    "a number beside its author is told with its paper": (
        "Bats were heard (Moss et al., 2011; PMID 90000001).", "identifier", "matches", "PMID of Moss AB",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", VERDICTS)
def test_what_registries_say_is_told(ask: Ask, case: str) -> None:
    text, kind, verdict, detail = VERDICTS[case]
    found = ask(text)
    assert [f for f in found if f[:2] == (kind, verdict) and detail in f[2]], found


@pytest.mark.parametrize(
    ("text", "kind", "verdict"),
    [
        (entry(), "citation", "retracted"),
        ("Bats were heard (PMID 90000001).", "identifier", "retracted"),
        (f"1. {LINE} 2011;7(2):101-109. Retracted.",
         "citation", "matches"),
    ],
)  # fmt: skip
def test_a_retraction_is_told_unless_the_text_tells_it(
    ask: Ask, registries: Registries, text: str, kind: str, verdict: str
) -> None:
    registries.pubmed["90000001"] = BATS | {"changes": [("RetractionIn", "J Noct. 2020", "90000009")]}
    found = ask(text)
    assert (kind, verdict) in [f[:2] for f in found], found


def test_a_doi_of_an_agency_that_gives_no_record_leaves_it_open(ask: Ask, registries: Registries) -> None:
    registries.agencies["10.5281/zenodo.1"] = "DataCite"
    strange = entry(title=STRANGE, author="Stork, Ida", volume="", pages="", doi="10.5281/zenodo.1")
    assert [detail for kind, _, detail in ask(strange) if kind == "citation"] == [
        "Not in the dataset; its DOI is registered with DataCite, which gives no record of it."
    ]
    (found,) = ask("Storks were seen (doi:10.5281/zenodo.1).")
    assert found == ("identifier", "unknown", "Registered with DataCite, which gives no record of it.")


def test_a_record_of_another_agency_is_as_good(ask: Ask, registries: Registries) -> None:
    registries.agencies["10.5281/zenodo.1"] = "DataCite"
    registries.doi["10.5281/zenodo.1"] = {
        "title": STRANGE, "author": [{"family": "Stork", "given": "Ida"}], "issued": {"date-parts": [[2011]]},
        "DOI": "10.5281/zenodo.1", "container-title": "Journal of Nocturnal Biology",
    }  # fmt: skip
    told = ask(entry(title=STRANGE, author="Stork, Ida", volume="", number="", pages="", doi="10.5281/zenodo.1"))
    assert [f for f in told if f[:2] == ("citation", "matches") and "Registered with DataCite" in f[2]], told


@pytest.mark.parametrize(
    ("service", "doi", "detail"),
    [
        ("entrez", "", "; PubMed did not answer"),
        ("crossref", "", "; Crossref did not answer"),
        ("doi", "10.5555/none", "; doi.org did not answer"),
    ],
)
def test_a_place_that_does_not_answer_is_told(
    ask: Ask, registries: Registries, service: str, doi: str, detail: str
) -> None:
    registries.faults[service] = [500, "always"]
    found = ask(entry(title=STRANGE, author="Stork, Ida", doi=doi))
    assert [f for f in found if f[:2] == ("citation", "unknown") and detail in f[2]], found


def test_a_number_that_could_not_be_asked_is_told_beside_a_work_that_is_known(ask: Ask, registries: Registries) -> None:
    registries.faults["crossref"] = [500, "always"]
    found = ask(f"1. {LINE} 2011;7(2):101-109. doi:10.5555/other\n")
    assert ("identifier", "unknown", "DOI 10.5555/other could not be asked; Crossref did not answer.") in found


def test_a_place_that_refuses_three_questions_is_asked_no_more(ask: Ask, registries: Registries) -> None:
    registries.faults["crossref"] = [400, "always"]
    texts = "".join(entry(title=f"{STRANGE} {n} times over", author="Stork, Ida").replace("{a,", f"{{a{n},")
                    for n in range(5))  # fmt: skip
    assert {verdict for kind, verdict, _ in ask(texts) if kind == "citation"} == {"unknown"}
    assert len(registries.calls("crossref")) == 3


def test_a_work_that_stands_twice_is_told_at_the_second(ask: Ask) -> None:
    verdicts = [(verdict, detail) for kind, verdict, detail in ask(entry() + entry().replace("{a,", "{b,"))
                if kind == "citation"]  # fmt: skip
    assert "differs" in {verdict for verdict, _ in verdicts}
    assert any("The same work as" in detail for _, detail in verdicts)


def test_a_document_that_cannot_be_read_asks_nobody(mini: Dataset, client: Client, registries: Registries) -> None:
    given = [Document("a.md", b"", "cannot be read"), Document("b.md", b"\0\1")]
    told = list(Online(mini, client).run(given))
    assert [(outcome.error.partition(";")[0], answered) for outcome, answered in told] == [
        ("cannot be read", True),
        ("is not text", True),
    ]
    assert registries.asked == []
