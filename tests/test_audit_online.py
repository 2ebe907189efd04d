"""`peptide audit --online`: what the dataset does not hold, asked of registries on loopback, and all they may do."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import PROGRAM, Run
from registries import BATS, OWLS, Registries, serving

pytestmark = pytest.mark.slow

ENTRY = {
    "author": "Moss, Anna B. and Reed, Carl and Vole, Dora",
    "title": BATS["title"],
    "journal": "Journal of Nocturnal Biology",
    "year": "2011", "volume": "7", "number": "2", "pages": "101--109", "doi": "10.5555/moss.1",
}  # fmt: skip


def bibtex(*entries: dict[str, str], kind: str = "article") -> str:
    return "\n".join(
        f"@{kind}{{e{n},\n" + "\n".join(f"  {name} = {{{value}}}," for name, value in entry.items() if value) + "\n}\n"
        for n, entry in enumerate(entries)
    )


@pytest.fixture
def registries() -> Iterator[Registries]:
    with serving() as held:
        held.searching = True
        held.pubmed = {"90000001": BATS, "90000002": OWLS}
        held.crossref = {"10.5555/moss.1": BATS, "10.5555/strix.1": OWLS}
        held.abbreviations = {"Journal of Nocturnal Biology": ("J Nocturn Biol", "J. Nocturn. Biol.")}
        yield held


class Asked:
    """Runs `peptide audit --online` over a text, asking the stand-in."""

    def __init__(self, run: Run, registries: Registries, folder: Path) -> None:
        self.run, self.registries, self.folder = run, registries, folder

    def __call__(self, text: str, *options: str, name: str = "refs.bib", **more: str) -> Any:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        environment = self.registries.environment() | {"PEPTIDE_CACHE": str(self.folder / "cache")} | more
        return self.run("--no-user-data", "audit", str(path), *options, **environment)

    def findings(self, text: str, code: int = 0, name: str = "refs.bib", **more: str) -> list[dict[str, Any]]:
        done = self(text, "--online", "-f", "json", name=name, **more)
        assert done.returncode == code, done.stderr + done.stdout
        assert "Traceback" not in done.stderr
        found: list[dict[str, Any]] = json.loads(done.stdout)["data"]["findings"]
        return found

    def one(self, text: str, code: int = 0, name: str = "refs.bib", **more: str) -> tuple[str, str]:
        (finding,) = (found for found in self.findings(text, code, name, **more) if found["kind"] == "citation")
        return finding["verdict"], finding["detail"]


@pytest.fixture
def ask(run: Run, registries: Registries, tmp_path: Path) -> Asked:
    return Asked(run, registries, tmp_path)


# -- what is asked, and what follows ----------------------------------------------------------------------------------


def test_without_the_option_nothing_is_asked_and_what_is_not_held_is_unknown(ask: Asked) -> None:
    done = ask(bibtex(ENTRY), "-f", "json")
    assert done.returncode == 0
    assert [found["verdict"] for found in json.loads(done.stdout)["data"]["findings"]] == ["unknown"]
    assert ask.registries.asked == []


def test_what_the_dataset_holds_is_not_asked(ask: Asked) -> None:
    ask.findings(
        "@article{a,\n author = {Dolotov, Oleg V.},\n title = {Semax, an analog of ACTH(4-10) with cognitive effects, "
        "regulates BDNF and trkB expression in the rat hippocampus},\n journal = {Brain Research},\n year = 2006\n}\n"
    )
    assert ask.registries.asked == []


def test_a_right_entry_matches_with_the_numbers_that_it_lacks(ask: Asked) -> None:
    verdict, detail = ask.one(bibtex(ENTRY | {"doi": ""}))
    assert verdict == "matches"
    assert "PubMed has it: Moss AB et al. 2011" in detail
    assert "It lacks doi:10.5555/moss.1 and PMID 90000001." in detail


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("r.ris", "TY  - JOUR\nAU  - Moss, A.B.\nAU  - Reed, C.\nAU  - Vole, D.\nTI  - {t}\nJO  - J Nocturn Biol\n"
                  "PY  - 2011\nVL  - 7\nSP  - 101\nEP  - 109\nER  - \n"),
        ("r.json", '[{{"id": "a", "type": "article-journal", "title": "{t}", "author": [{{"family": "Moss", "given": '
                   '"A B"}}], "issued": {{"date-parts": [[2011]]}}, "container-title": "J. Nocturn. Biol."}}]'),
        ("r.md", "# References\n\n1. Moss AB, Reed C, Vole D. {t}. J Nocturn Biol. 2011;7(2):101-9.\n"),
        ("a.md", "# References\n\n1. Moss, A. B., Reed, C., & Vole, D. (2011). {t}. *Journal of Nocturnal Biology*, "
                 "7(2), 101–109.\n"),
    ],
    ids=["ris", "csl", "vancouver", "apa"],
)  # fmt: skip
def test_the_same_is_recognised_in_files_of_other_programs_and_as_people_type_it(
    ask: Asked, name: str, text: str
) -> None:
    assert ask.one(text.format(t=BATS["title"]), name=name)[0] == "matches"


@pytest.mark.parametrize(
    ("changed", "verdict", "said"),
    [
        ({"title": BATS["title"].replace("autumn", "spring")}, "differs", 'The title reads "autumn", not "spring".'),
        ({"year": "2009"}, "differs", "The year is 2011"),
        ({"volume": "8"}, "differs", "The volume is 7"),
        ({"pages": "201--209"}, "differs", "The page is 101-109"),
        ({"journal": "Annals of Dreams"}, "differs", "The journal is Journal of Nocturnal Biology"),
        ({"author": "Moss, Anna B. and Doe, Jane and Vole, Dora"}, "differs", "Doe J is no author of it"),
        ({"author": "Reed, Carl and Moss, Anna B."}, "differs", "The first author is Moss AB"),
        ({"author": "Moss, Xenia"}, "differs", "The author is Moss AB, not Moss X."),
        ({"author": "Smith, John and Doe, Jane"}, "misattributed", "names none of these authors"),
        ({"doi": "10.5555/strix.1"}, "misattributed", "DOI 10.5555/strix.1 is Strix E 2014"),
        ({"pmid": "90000002"}, "misattributed", "PMID 90000002 is Strix E 2014"),
        ({"doi": "10.5555/none"}, "differs", "DOI 10.5555/none does not exist. Its DOI is 10.5555/moss.1."),
        ({"pmid": "91111111"}, "differs", "PMID 91111111 does not exist. Its PMID is 90000001."),
    ],
)  # fmt: skip
def test_a_field_that_is_not_as_the_record_has_it_is_named_with_both(
    ask: Asked, changed: dict[str, str], verdict: str, said: str
) -> None:
    got, detail = ask.one(bibtex(ENTRY | changed), code=1)
    assert got == verdict
    assert said in detail


@pytest.mark.parametrize(
    "changed",
    [
        {"title": BATS["title"].upper()},
        {"title": BATS["title"].replace("of little", "of the little").replace("autumn", "autumns")},
        {"journal": "J. Nocturn. Biol."},
        {"title": BATS["title"].replace("in autumn", "In The Autumn")},
        {"author": "Moss, A. B. and others"},
        {"author": "Moss, A. B. and {et al.}"},
        {"pages": "101"},
        {"pages": "101--9", "number": ""},
        {"author": "Moss, AB and Reed, C and Vole, D", "doi": ""},
    ],
)
def test_what_people_write_otherwise_is_no_fault(ask: Asked, changed: dict[str, str]) -> None:
    assert ask.one(bibtex(ENTRY | changed))[0] == "matches"


def test_the_year_online_is_right_as_well(ask: Asked) -> None:
    ask.registries.pubmed["90000001"] = BATS | {"online": 2010}
    assert ask.one(bibtex(ENTRY | {"year": "2010", "doi": ""}))[0] == "matches"


def test_a_list_cut_without_et_al_is_a_remark_and_no_fault(ask: Asked) -> None:
    verdict, detail = ask.one(bibtex(ENTRY | {"author": "Moss, Anna B. and Reed, Carl"}))
    assert verdict == "matches"
    assert "It has 3 authors, of whom 2 are listed, without et al." in detail


@pytest.mark.parametrize("where", ["pubmed", "crossref"])
def test_a_retracted_paper_is_told_from_either_registry(ask: Asked, where: str) -> None:
    if where == "pubmed":
        ask.registries.pubmed["90000001"] = BATS | {"changes": [("RetractionIn", "J Nocturn Biol. 2013:1", "90000009")]}
        ask.registries.crossref = {}
    else:
        ask.registries.pubmed = {}
        told = BATS | {"updated-by": [("10.5555/notice", "retraction", "retraction-watch", 2013)]}
        ask.registries.crossref["10.5555/moss.1"] = told
    verdict, detail = ask.one(bibtex(ENTRY | ({"doi": ""} if where == "pubmed" else {})), code=1)
    assert verdict == "retracted"
    assert detail.startswith("Retracted 2013")


def test_two_near_equal_titles_are_two_works_and_the_right_one_matches(ask: Asked) -> None:
    second = BATS | {"title": f"{BATS['title']}: part II", "issued": 2012, "volume": "8", "page": "1-9",
                     "doi": "10.5555/moss.2", "pmcid": ""}  # fmt: skip
    ask.registries.pubmed["90000003"] = second
    ask.registries.crossref["10.5555/moss.2"] = second
    entry = ENTRY | {"title": second["title"], "year": "2012", "volume": "8", "pages": "1--9", "doi": ""}
    assert [ask.one(bibtex(one))[0] for one in (ENTRY, entry)] == ["matches", "matches"]


@pytest.mark.parametrize("title", [BATS["title"], f"{BATS['title']}: a field study"])
def test_one_work_under_two_keys_is_told_once_at_the_second_by_whatever_title(ask: Asked, title: str) -> None:
    found = ask.findings(bibtex(ENTRY, ENTRY | {"title": title, "journal": "J Nocturn Biol", "doi": ""}), code=1)
    assert [finding["detail"].startswith("The same work as") for finding in found].count(True) == 1
    assert found[-1]["verdict"] == "differs"
    assert "line 1" in found[-1]["detail"]


# -- what is not found -------------------------------------------------------------------------------------------------

NOWHERE = ENTRY | {
    "title": "Moonlight and the dreams of sleeping bats in a cave of the northern hills",
    "author": "Noone, Ivy and Nemo, Karl", "volume": "9", "pages": "1--5", "doi": "",
}  # fmt: skip


def test_not_found_is_said_only_with_where_and_where_the_journal_is_held(ask: Asked) -> None:
    verdict, detail = ask.one(bibtex(NOWHERE), code=1)
    assert verdict == "untraced"
    assert detail == (
        "Not found at PubMed and Crossref; PubMed and Crossref have Journal of Nocturnal Biology of 2011."
    )
    assert "invented" not in detail.lower()


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"journal": "Transactions of a Society Nobody Indexes"}, "neither PubMed nor Crossref holds Transactions"),
        ({"journal": "", "publisher": "Night Press"}, "it names no journal"),
        ({"title": "Сновидения летучих мышей в пещере северных холмов"}, "rarely hold titles in this script"),
        ({"title": "Bat dreams"}, "its title is too short"),
        ({"journal": "Zhurnal vysshei nervnoi deiatelnosti"}, "of this Russian journal"),
        ({"year": "1911"}, "neither PubMed nor Crossref holds Journal of Nocturnal Biology of 1911"),
    ],
)
def test_what_no_registry_could_know_stays_unknown_with_the_reason(
    ask: Asked, changed: dict[str, str], why: str
) -> None:
    verdict, detail = ask.one(bibtex(NOWHERE | changed))
    assert verdict == "unknown"
    assert why in detail


def test_a_doi_of_another_agency_is_asked_there(ask: Asked) -> None:
    ask.registries.agencies["10.5555/data.1"] = "DataCite"
    ask.registries.doi["10.5555/data.1"] = {
        "type": "dataset", "title": NOWHERE["title"], "author": [{"family": "Noone", "given": "Ivy"}],
        "issued": {"date-parts": [[2011]]}, "publisher": "A Repository", "DOI": "10.5555/data.1",
    }  # fmt: skip
    verdict, detail = ask.one(bibtex(NOWHERE | {"doi": "10.5555/data.1", "journal": "", "author": "Noone, Ivy"}))
    assert verdict == "matches"
    assert "Registered with DataCite: Noone I 2011" in detail


def test_an_agency_that_shows_only_a_page_for_people_leaves_it_open(ask: Asked) -> None:
    ask.registries.agencies["10.5555/cnki.1"] = "CNKI"
    verdict, detail = ask.one(bibtex(NOWHERE | {"doi": "10.5555/cnki.1"}))
    assert verdict == "unknown"
    assert "registered with CNKI, which gives no record" in detail


# -- Russian journals --------------------------------------------------------------------------------------------------

SHREWS: dict[str, Any] = {
    "title": "Learning of shrews in a water maze after deprivation of sleep", "issued": 2003, "volume": "33",
    "page": "639-643",
    "author": [("Zemleroikin", "I. I."), ("Myasoedov", "N. F.")], "journal": "Neuroscience and Behavioral Physiology",
    "issue": "7", "doi": "10.5555/shrews.1",
}  # fmt: skip


def test_the_russian_edition_of_a_translated_paper_is_right(ask: Asked) -> None:
    ask.registries.pubmed["90000005"] = SHREWS
    entry = {"author": "Zemleroikin, I. I. and Miasoedov, N. F.", "title": SHREWS["title"], "year": "2002",
             "journal": "Zhurnal Vysshei Nervnoi Deyatel'nosti", "volume": "52", "pages": "579--584"}  # fmt: skip
    verdict, detail = ask.one(bibtex(entry))
    assert verdict == "matches"
    assert "one in two languages" in detail
    half = entry | {"volume": "33", "pages": "639--643"}
    assert ask.one(bibtex(half), code=1)[0] == "differs"


def test_a_citation_in_cyrillic_is_found_by_its_place_and_the_sound_of_its_authors(ask: Asked) -> None:
    ask.registries.pubmed["90000006"] = SHREWS | {
        "journal": "Zhurnal vysshei nervnoi deiatelnosti imeni I P Pavlova", "volume": "52", "page": "579-584",
        "issued": 2002,
    }  # fmt: skip
    ask.registries.abbreviations["Zhurnal vysshei nervnoi deiatelnosti imeni I P Pavlova"] = (
        "Zh Vyssh Nerv Deiat Im I P Pavlova",
    )
    entry = {"author": "Землеройкин, И. И. and Мясоедов, Н. Ф.", "title": "Обучение землероек в водном лабиринте",
             "journal": "Журнал высшей нервной деятельности", "year": "2002", "volume": "52",
             "pages": "579--584"}  # fmt: skip
    verdict, detail = ask.one(bibtex(entry))
    assert verdict == "matches"
    assert "PMID 90000006" in detail


# -- numbers in a text -------------------------------------------------------------------------------------------------


def test_a_number_in_a_text_is_asked_and_one_that_is_nowhere_is_named(ask: Asked) -> None:
    found = ask.findings(
        "Bats hear well (PMID: 90000001), owls are silent (doi:10.5555/strix.1), and mice sing (PMID: 98765432).\n",
        code=1, name="a.md",
    )  # fmt: skip
    told = {
        finding["text"]: (finding["verdict"], finding["detail"]) for finding in found if finding["kind"] == "identifier"
    }
    assert told["90000001"][0] == told["10.5555/strix.1"][0] == "matches"
    assert "Moss AB et al. 2011" in told["90000001"][1]
    assert told["98765432"] == ("untraced", "PMID 98765432 is not found at PubMed.")


def test_a_number_in_a_text_is_held_against_who_is_cited_beside_it(ask: Asked) -> None:
    text = (
        "Bats hear well (Moss et al., 2011, doi:10.5555/moss.1).\n\n"
        "Owls are silent (Reed et al., 2011; PMID 90000002).\n\n"
        "Bats hear little (Noone et al., 2011, doi:10.5555/moss.1).\n\n"
        "Bats heard (Moss et al., 1987, PMID 90000001).\n"
    )
    found = [finding for finding in ask.findings(text, code=1, name="a.md") if finding["kind"] == "identifier"]
    assert [finding["verdict"] for finding in found] == ["matches", *["misattributed"] * 3]
    assert found[2]["detail"].startswith("DOI 10.5555/moss.1 is Moss AB et al. 2011")
    assert found[2]["detail"].endswith(", not Noone et al., 2011.")


# -- registries that do not behave -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fault",
    [
        500, 429, "html", "broken", "cut", '{"message": 5}', '["no", "object"]',
        '{"message": {"items": [{"author": 3}]}}', '{"esearchresult": {"count": "many", "idlist": "all"}}',
        (429, {"Retry-After": "86400"}), (429, {"Retry-After": "soon"}),
    ],
)  # fmt: skip
@pytest.mark.parametrize("service", ["entrez", "crossref"])
def test_a_place_that_answers_nonsense_is_told_and_what_the_other_says_stands(
    ask: Asked, service: str, fault: Any
) -> None:
    ask.registries.faults[service] = [fault, "always"]
    found = ask.findings(bibtex(ENTRY | {"doi": "" if service == "crossref" else ENTRY["doi"]}, NOWHERE), code=4)
    if service == "entrez":
        assert [finding["verdict"] for finding in found] == ["matches", "unknown"]
        assert "PubMed did not answer" in found[1]["detail"]
    else:
        assert [finding["verdict"] for finding in found] == ["matches", "unknown"]
        assert "Crossref did not answer" in found[1]["detail"]


def test_a_run_with_a_silent_place_ends_with_4_and_says_how_to_go_on(ask: Asked) -> None:
    ask.registries.faults["entrez"] = [500, "always"]
    done = ask(bibtex(NOWHERE, NOWHERE | {"pages": "7--9"}), "--online")
    assert done.returncode == 4
    assert "PubMed: PubMed does not answer (it answered 500)" in done.stderr
    assert "2 items are left open for that." in done.stderr
    assert "to go on, give the same command again later" in done.stderr
    assert len(ask.registries.calls("entrez")) == 5  # the tries of one question; then it is asked nothing more
    ask.registries.faults.clear()
    assert ask(bibtex(NOWHERE, NOWHERE | {"pages": "7--9"}), "--online").returncode == 1


@pytest.mark.parametrize("fault", ["slow", "drip", "dripping head"])
def test_a_place_that_never_answers_is_given_up(ask: Asked, fault: str) -> None:
    ask.registries.faults["entrez"] = [fault, "always"]
    verdict, detail = ask.one(bibtex(NOWHERE), code=4, PEPTIDE_TIMEOUT="0.3")
    assert (verdict, "PubMed did not answer" in detail) == ("unknown", True)


def test_a_fault_that_passes_is_got_over(ask: Asked) -> None:
    ask.registries.faults["entrez"] = [500, (429, {"Retry-After": "0"}), "html", "broken"]
    assert ask.one(bibtex(ENTRY | {"doi": ""}))[0] == "matches"


def test_a_question_that_is_refused_leaves_the_others_to_be_asked(ask: Asked) -> None:
    ask.registries.faults["crossref"] = [400]
    found = ask.findings(bibtex(ENTRY | {"doi": "10.5555/none"}, ENTRY | {"doi": "10.5555/strix.1"}), code=4)
    assert found[1]["verdict"] == "misattributed"


def test_no_network_at_all_leaves_everything_unknown_and_ends_with_4(ask: Asked) -> None:
    nowhere = dict.fromkeys(("PEPTIDE_EUTILS", "PEPTIDE_CROSSREF", "PEPTIDE_DOI"), "http://127.0.0.1:9")
    verdict, detail = ask.one(bibtex(ENTRY), code=4, **nowhere)
    assert verdict == "unknown"
    assert "PubMed" in detail
    assert "Crossref" in detail


def test_what_would_steer_a_terminal_is_shown_and_not_sent(ask: Asked) -> None:
    ask.registries.pubmed["90000001"] = BATS | {"title": f"{BATS['title']}"}
    ask.registries.crossref["10.5555/moss.1"] = BATS | {"journal": "Journal \x1b]0;owned\x07of Nocturnal Biology"}
    ask.registries.faults["entrez"] = [500, "always"]
    done = ask(bibtex(ENTRY), "--online", "--plain")
    assert "\x1b" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    "entry",
    [
        ENTRY | {"title": "bats " * 50_000},
        ENTRY | {"author": " and ".join(f"Name{n}, A." for n in range(5000))},
        ENTRY | {"journal": "|\\r\\n|" * 400, "doi": ""},
        ENTRY | {"title": '"[ti] OR 1=1) AND (', "doi": ""},
        ENTRY | {"doi": "10.5555/../../secret?x=y#z"},
        {"title": "{}"},
    ],
    ids=["title", "authors", "journal", "term", "doi", "empty"],
)
def test_an_entry_that_nobody_would_write_ends_without_a_traceback(ask: Asked, entry: dict[str, str]) -> None:
    done = ask(bibtex(entry, ENTRY), "--online", "-f", "json")
    assert done.returncode in {0, 1}, done.stderr
    assert "Traceback" not in done.stderr
    assert json.loads(done.stdout)["data"]["findings"][-1]["verdict"] in {"matches", "differs"}
    assert all(len(str(parameters)) < 20_000 for _, parameters in ask.registries.asked)


# -- politely, and again -----------------------------------------------------------------------------------------------


def test_places_go_many_in_a_call_and_what_agrees_there_is_asked_no_further(ask: Asked) -> None:
    entries = []
    for n in range(40):
        paper = BATS | {
            "title": f"{BATS['title']}, winter {n}",
            "page": f"{1000 + 10 * n}-{1009 + 10 * n}",
            "doi": f"10.5555/w{n}",
        }
        ask.registries.pubmed[str(91_000_000 + n)] = paper | {"pmcid": ""}
        entries.append(ENTRY | {"title": paper["title"], "pages": paper["page"].replace("-", "--"), "doi": ""})
    found = ask.findings(bibtex(*entries))
    assert {finding["verdict"] for finding in found} == {"matches"}
    assert [path.rsplit("/", 1)[1] for path, _ in ask.registries.asked] == ["ecitmatch.cgi", "efetch.fcgi"]


def test_an_address_and_a_key_go_along(ask: Asked) -> None:
    ask.findings(bibtex(ENTRY | {"doi": ""}), PEPTIDE_MAILTO="me@example.org", NCBI_API_KEY="k1")
    assert {parameters["tool"] for parameters in ask.registries.calls("entrez")} == {"peptidecli"}
    assert {parameters["email"] for parameters in ask.registries.calls("entrez")} == {"me@example.org"}
    assert any("mailto:me@example.org" in agent for agent in ask.registries.agents)


def test_a_second_run_asks_nothing_again(ask: Asked) -> None:
    text = bibtex(ENTRY, NOWHERE)
    first = ask(text, "--online", "-f", "json")
    count = len(ask.registries.asked)
    second = ask(text, "--online", "-f", "json")
    assert (first.stdout, len(ask.registries.asked)) == (second.stdout, count)


def test_a_run_that_was_interrupted_goes_on_where_it_was(
    ask: Asked, environment: dict[str, str], tmp_path: Path
) -> None:
    entries = [NOWHERE | {"title": f"{NOWHERE['title']} and hill number {n}", "pages": ""} for n in range(30)]
    path = tmp_path / "refs.bib"
    path.write_text(bibtex(*entries), encoding="utf-8")
    settings = environment | ask.registries.environment() | {"PEPTIDE_CACHE": str(tmp_path / "cache")}
    with subprocess.Popen(
        [str(PROGRAM), "--no-user-data", "audit", str(path), "--online"],
        env=settings | {"PEPTIDE_PATIENCE": "0.1"}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as running:  # fmt: skip
        deadline = time.monotonic() + 30
        while len(ask.registries.asked) < 20 and time.monotonic() < deadline:
            time.sleep(0.02)
        running.send_signal(signal.SIGINT)
        _, complaint = running.communicate(timeout=20)
    assert "Traceback" not in complaint
    before = len(ask.registries.asked)
    done = ask(bibtex(*entries), "--online", "-f", "json")
    after = len(ask.registries.asked) - before
    assert done.returncode == 1
    whole = ask(bibtex(*entries), "--online", "-f", "json", PEPTIDE_CACHE=str(tmp_path / "another"))
    assert json.loads(whole.stdout) == json.loads(done.stdout)
    asked_whole = len(ask.registries.asked) - before - after
    assert after <= asked_whole - before + 2  # the question under way when it was interrupted is asked twice


def test_a_journal_of_a_run_keeps_only_what_every_place_has_answered(ask: Asked, tmp_path: Path) -> None:
    for name, entry in (("a.bib", ENTRY), ("b.bib", NOWHERE)):
        (tmp_path / name).write_text(bibtex(entry), encoding="utf-8")
    settings = ask.registries.environment() | {"PEPTIDE_CACHE": str(tmp_path / "cache")}
    options = (
        "audit",
        str(tmp_path / "a.bib"),
        str(tmp_path / "b.bib"),
        "--online",
        "--resume",
        str(tmp_path / "j.ndjson"),
    )
    ask.registries.faults["entrez"] = [500, "always"]
    first = ask.run("--no-user-data", *options, "-f", "json", **settings)
    assert first.returncode == 4
    assert len(json.loads(first.stdout)["data"]["findings"]) == 2
    ask.registries.faults.clear()
    second = ask.run("--no-user-data", *options, "-f", "json", **settings)
    assert second.returncode == 1
    assert "1 file is done" in second.stderr
    verdicts = {found["file"][-5:]: found["verdict"] for found in json.loads(second.stdout)["data"]["findings"]}
    assert verdicts == {"a.bib": "matches", "b.bib": "untraced"}


# -- what does not go --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("option", [("--jobs", "2"), ("--scheduler", "tcp://127.0.0.1:1")])
def test_what_works_in_many_places_at_once_does_not_go_with_it(ask: Asked, option: tuple[str, ...]) -> None:
    done = ask(bibtex(ENTRY), "--online", *option)
    assert done.returncode == 2
    assert "one question at a time" in done.stderr


def test_without_the_extra_it_says_what_to_install(ask: Asked, tmp_path: Path) -> None:
    (tmp_path / "httpx.py").write_text("raise ImportError('not here')\n")
    done = ask(bibtex(ENTRY), "--online", PYTHONPATH=str(tmp_path))
    assert done.returncode == 2
    assert "pip install 'peptidecli[online]'" in done.stderr


def test_a_timeout_that_is_no_number_is_refused(ask: Asked) -> None:
    done = ask(bibtex(ENTRY), "--online", PEPTIDE_TIMEOUT="a while")
    assert done.returncode == 2
    assert "PEPTIDE_TIMEOUT is 'a while'; give seconds, as 30" in done.stderr
