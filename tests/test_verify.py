"""`peptide verify`: references held against registries that stand on loopback, with everything that can go wrong."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from conftest import MINI, PROGRAM, Run
from peptidecli.errors import RegistryError
from peptidecli.registries.client import LONGEST_ANSWER, TO_CONNECT, Client
from registries import Registries, serving, work

pytestmark = pytest.mark.slow
needs_memory = pytest.mark.skipif(sys.platform != "linux", reason="this system does not limit memory")

REFERENCE = """
[[reference]]
id = "{key}"
type = "article-journal"
title = "{title}"
author = ["Moss, A. B."]
author-complete = false
issued = 2011
container-title = "Journal of Examples"
{more}language = "en"
compounds = ["semax"]
design = ["animal-in-vivo"]
topics = ["stress"]
read = "title"
# why it is here
trace = [{{ registry = "publisher", seen = "journal.example/1", URL = "journal.example/1" }}]
"""
WHOLE: dict[str, Any] = {
    "title": "Semax and the memory of rats",
    "author": [("Moss", "Anna B"), ("Reed", "Carl"), ("Vole", "D")],
    "issued": 2011,
    "journal": "Journal of Examples",
    "volume": "7",
    "issue": "2",
    "page": "101-9",
    "doi": "10.5555/moss.1",
    "pmcid": "PMC1234567",
}


@pytest.fixture
def registries() -> Iterator[Registries]:
    with serving() as held:
        yield held


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


class Asked:
    """Runs `peptide verify` over a folder of own data, asking the stand-in."""

    def __init__(self, run: Run, registries: Registries, own: Path, cache: Path) -> None:
        self.run, self.registries, self.own, self.cache = run, registries, own, cache

    def __call__(self, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        environment = self.registries.environment() | {"PEPTIDE_CACHE": str(self.cache)} | more
        return self.run("--data", str(self.own), "verify", *arguments, **environment)

    def findings(self, *arguments: str, code: int = 1) -> list[dict[str, Any]]:
        done = self(*arguments, "-f", "json")
        assert done.returncode == code, done.stderr
        found: list[dict[str, Any]] = json.loads(done.stdout)["data"]["findings"]
        return found


@pytest.fixture
def ask(run: Run, registries: Registries, own: Path, tmp_path: Path) -> Asked:
    return Asked(run, registries, own, tmp_path / "cache")


def hold(own: Path, **numbers: str) -> None:
    """Write one reference with the given numbers and fields."""
    more = "".join(f'{key} = "{value}"\n' for key, value in numbers.items())
    text = REFERENCE.format(key="moss-2011-memory", title="Semax and the memory of rats", more=more)
    (own / "references.toml").write_text("# Ours\n" + text)


def test_a_reference_that_its_registries_know_as_it_stands_ends_with_0(
    ask: Asked, registries: Registries, own: Path
) -> None:
    hold(own, PMID="11111111", DOI="10.5555/moss.1", volume="7", issue="2", page="101-109", PMCID="PMC1234567")
    text = (own / "references.toml").read_text()
    text = text.replace('["Moss, A. B."]\nauthor-complete = false', '["Moss, Anna B.", "Reed, Carl", "Vole, D."]')
    (own / "references.toml").write_text(text)
    registries.pubmed["11111111"] = WHOLE
    registries.crossref["10.5555/moss.1"] = WHOLE | {"page": "101-109"}
    done = ask("moss-2011-memory")
    assert (done.returncode, done.stderr) == (0, "")
    assert "2 answers; 0 findings" in done.stdout


def test_what_differs_and_what_is_lacking_is_named_with_both_values_and_the_page(
    ask: Asked, registries: Registries, own: Path
) -> None:
    hold(own, PMID="11111111", volume="8")
    registries.pubmed["11111111"] = WHOLE
    found = {(item["kind"], item["field"]): item for item in ask.findings("moss-2011-memory")}
    assert found["differs", "volume"]["ours"] == "8"
    assert found["differs", "volume"]["theirs"] == "7"
    assert found["differs", "volume"]["URL"] == "pubmed.ncbi.nlm.nih.gov/11111111/"
    lacking = {field: item["theirs"] for (kind, field), item in found.items() if kind == "lacking"}
    assert lacking == {
        "author": "Moss, Anna B.; Reed, Carl; Vole, D.",
        "issue": "2",
        "page": "101-109",
        "DOI": "10.5555/moss.1",
        "PMCID": "PMC1234567",
    }


def test_a_pmid_that_is_another_paper_is_named_and_none_of_its_fields_is_taken(
    ask: Asked, registries: Registries, own: Path
) -> None:
    hold(own, PMID="11111111")
    registries.pubmed["11111111"] = WHOLE | {
        "title": "Zinc in the soils of northern valleys",
        "page": "900-3",
        "volume": "66",
    }
    (found,) = ask.findings("moss-2011-memory")
    assert (found["kind"], found["field"]) == ("another-paper", "PMID")
    assert "Zinc in the soils" in found["theirs"]
    done = ask("moss-2011-memory", "--fill", "--yes")
    assert "Nothing is lacking" in done.stderr
    assert "66" not in (own / "references.toml").read_text()


def test_numbers_that_no_registry_has_and_those_kept_elsewhere_are_told_apart(
    ask: Asked, registries: Registries, own: Path
) -> None:
    hold(own, PMID="11111111", DOI="10.5555/nowhere")
    kinds = {(item["kind"], item["field"]) for item in ask.findings("moss-2011-memory")}
    assert kinds == {("unknown", "PMID"), ("unknown", "DOI")}
    hold(own, DOI="10.5281/zenodo.1")
    registries.agencies["10.5281/zenodo.1"] = "DataCite"
    (found,) = ask.findings("moss-2011-memory")
    assert (found["kind"], found["theirs"]) == ("elsewhere", "DataCite")


def test_a_doi_that_moved_is_named_with_the_new_one(ask: Asked, registries: Registries, own: Path) -> None:
    hold(own, DOI="10.5555/old", volume="7", issue="2", page="101-109")
    registries.moved["10.5555/old"] = "10.5555/moss.1"
    registries.crossref["10.5555/moss.1"] = WHOLE | {"page": "101-109", "author": [("Moss", "A. B.")]}
    found = ask.findings("moss-2011-memory")
    assert {(item["kind"], item["theirs"]) for item in found} >= {("moved", "10.5555/moss.1")}


@pytest.mark.parametrize(
    ("kind", "standing"),
    [("RetractionIn", "retracted"), ("ExpressionOfConcernIn", "expression-of-concern"), ("ErratumIn", "corrected")],
)
def test_what_has_become_of_a_paper_is_reported_from_pubmed(
    ask: Asked, registries: Registries, own: Path, kind: str, standing: str
) -> None:
    hold(own, PMID="11111111")
    changes = [(kind, "J Ex. 2020 May;9(1):3. doi: 10.5555/notice", "22222222")]
    registries.pubmed["11111111"] = WHOLE | {"changes": changes}
    (found,) = [item for item in ask.findings("moss-2011-memory") if item["kind"] == "standing"]
    assert found["theirs"].startswith(f"{standing}, 2020, PMID 22222222, doi:10.5555/notice")


def test_a_retraction_that_crossref_has_from_retraction_watch_is_reported_once(
    ask: Asked, registries: Registries, own: Path
) -> None:
    hold(own, DOI="10.5555/moss.1")
    updates = [("10.5555/n", "retraction", "publisher", 2021), ("10.5555/n", "retraction", "retraction-watch", 2021)]
    registries.crossref["10.5555/moss.1"] = WHOLE | {"updated-by": updates}
    (found,) = [item for item in ask.findings("moss-2011-memory") if item["kind"] == "standing"]
    assert "retracted, 2021, doi:10.5555/n" in found["theirs"]


def test_200_numbers_go_in_one_call_with_tool_and_address(ask: Asked, registries: Registries, own: Path) -> None:
    blocks = [
        REFERENCE.format(key=f"moss-2011-w{n:03}", title=f"Paper {n} on Semax", more=f'PMID = "{30000000 + n}"\n')
        for n in range(230)
    ]
    (own / "references.toml").write_text("".join(blocks))
    for n in range(230):
        registries.pubmed[str(30000000 + n)] = WHOLE | {"title": f"Paper {n} on Semax"}
    names = [f"moss-2011-w{n:03}" for n in range(230)]
    ask(*names, PEPTIDE_MAILTO="me@lab.example", NCBI_API_KEY="k3y")
    calls = registries.calls("efetch")
    assert [len(call["id"].split(",")) for call in calls] == [200, 30]
    assert {(call["tool"], call["email"], call["api_key"]) for call in calls} == {
        ("peptidecli", "me@lab.example", "k3y")
    }
    assert any("mailto:me@lab.example" in agent for agent in registries.agents)


# -- faults ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "faults",
    [[429], [(429, {"Retry-After": "0"})], [500, 503], ["slow"], ["cut"], ["broken"], [502, "cut", "broken", 429]],
    ids=str,
)
@pytest.mark.parametrize("service", ["entrez", "crossref"])
def test_a_fault_that_passes_is_got_over(
    ask: Asked, registries: Registries, own: Path, service: str, faults: list[Any]
) -> None:
    hold(own, PMID="11111111", DOI="10.5555/moss.1")
    registries.pubmed["11111111"] = WHOLE
    registries.crossref["10.5555/moss.1"] = WHOLE
    registries.faults[service] = list(faults)
    done = ask("moss-2011-memory", "--timeout", "0.5", "-f", "json")
    assert done.returncode == 1, done.stderr
    assert json.loads(done.stdout)["data"]["unanswered"] == []
    assert registries.faults[service] == []


@pytest.mark.parametrize("fault", [500, 429, "slow", "cut", "broken"], ids=str)
def test_a_registry_that_stays_down_is_told_and_what_the_other_says_stands(
    ask: Asked, registries: Registries, own: Path, fault: Any
) -> None:
    hold(own, PMID="11111111", DOI="10.5555/moss.1")
    registries.pubmed["11111111"] = WHOLE
    registries.crossref["10.5555/moss.1"] = WHOLE
    registries.faults["crossref"] = [fault, "always"]
    done = ask("moss-2011-memory", "--timeout", "0.2", "-f", "json")
    assert done.returncode == 4
    assert "Traceback" not in done.stderr
    data = json.loads(done.stdout)["data"]
    assert [(item["registry"], item["references"]) for item in data["unanswered"]] == [("Crossref", 1)]
    assert {item["registry"] for item in data["findings"]} == {"PubMed"}


@pytest.mark.parametrize("form", ["csv", "markdown", "ndjson", "json", "table"])
def test_a_registry_that_is_down_is_told_on_stderr_in_every_format(
    ask: Asked, registries: Registries, own: Path, form: str
) -> None:
    hold(own, PMID="11111111", DOI="10.5555/moss.1")
    registries.pubmed["11111111"] = WHOLE
    registries.faults["crossref"] = [500, "always"]
    done = ask("moss-2011-memory", "-f", form)
    assert done.returncode == 4
    assert done.stderr.startswith("peptide: Crossref does not answer (it answered 500)")


@pytest.mark.parametrize("charset", ["rot13", "hex", "undefined", "utf-99", "utf-8"])
def test_an_answer_whose_charset_is_none_of_text_is_read(
    ask: Asked, registries: Registries, own: Path, charset: str
) -> None:
    hold(own, DOI="10.5555/moss.1")
    registries.crossref["10.5555/moss.1"] = WHOLE
    registries.faults["crossref"] = [f"application/json; charset={charset}", "always"]
    done = ask("moss-2011-memory", "-f", "json")
    assert json.loads(done.stdout)["data"]["unanswered"] == [], done.stderr


def test_a_chapter_and_a_paper_without_an_english_title_are_known(
    ask: Asked, registries: Registries, own: Path
) -> None:
    hold(own, PMID="11111111")
    book = (
        "<BookDocument><PMID>11111111</PMID><Book><BookTitle>Peptides</BookTitle><PubDate><Year>2011</Year></PubDate>"
        "</Book><ArticleTitle>Semax and the memory of rats</ArticleTitle><AuthorList><Author><LastName>Moss</LastName>"
        "<ForeName>K</ForeName></Author></AuthorList></BookDocument>"
    )
    paper = (
        "<MedlineCitation><PMID>11111111</PMID><Article><ArticleTitle/><VernacularTitle>Semax and the memory of rats"
        "</VernacularTitle></Article></MedlineCitation>"
    )
    for kind, record in (("PubmedBookArticle", book), ("PubmedArticle", paper)):
        registries.faults["entrez"] = [f"<PubmedArticleSet><{kind}>{record}</{kind}></PubmedArticleSet>", "always"]
        done = ask("moss-2011-memory", "--fresh", "-f", "json")
        assert "unknown" not in {found["kind"] for found in json.loads(done.stdout)["data"]["findings"]}, done.stderr


@pytest.mark.parametrize("damage", ["cut", "empty", "pipe"])
def test_what_was_kept_of_an_answer_and_is_not_whole_is_asked_for_again(
    ask: Asked, registries: Registries, own: Path, damage: str
) -> None:
    hold(own, PMID="11111111", DOI="10.5555/moss.1")
    registries.pubmed["11111111"] = registries.crossref["10.5555/moss.1"] = WHOLE
    first = ask("moss-2011-memory", "-f", "json")
    kept = [path for path in ask.cache.rglob("registries/*") if path.is_file()]
    assert len(kept) == 2
    for path in kept:
        content = path.read_bytes()
        path.unlink()
        if damage == "pipe":
            os.mkfifo(path)
        else:
            path.write_bytes(content[:20] if damage == "cut" else b"")
    again = ask("moss-2011-memory", "-f", "json")
    assert (again.returncode, again.stdout) == (first.returncode, first.stdout)


def test_half_a_letter_in_an_answer_is_no_fault(ask: Asked, registries: Registries, own: Path, tmp_path: Path) -> None:
    hold(own, DOI="10.5555/moss.1")
    registries.faults["crossref"] = [r'{"message": {"DOI": "10.5555/moss.1", "title": ["\ud800 Semax"]}}', "always"]
    done = ask("moss-2011-memory", "--fresh", "--write-report", str(tmp_path / "r.md"))
    assert "fault in the program" not in done.stderr
    assert (tmp_path / "r.md").exists()


@pytest.mark.parametrize("mailto", ["a@b\r\nX: 1", "ü@b", "nobody"])
def test_an_address_that_no_registry_can_be_told_is_refused(ask: Asked, own: Path, mailto: str) -> None:
    hold(own, DOI="10.5555/moss.1")
    done = ask("moss-2011-memory", "--mailto", mailto)
    assert done.returncode == 2
    assert "is no address that a registry can be told" in done.stderr


@pytest.mark.parametrize("depth", [200, 480, 960, 990, 100_000])
def test_an_answer_that_is_nested_too_deep_is_no_fault(
    ask: Asked, registries: Registries, own: Path, depth: int
) -> None:
    hold(own, PMID="11111111", DOI="10.5555/moss.1")
    article = f"<PMID>11111111</PMID><Article><ArticleTitle>{'<i>' * depth}{'</i>' * depth}</ArticleTitle></Article>"
    registries.faults["crossref"] = ['{"message": ' * depth + "1" + "}" * depth, "always"]
    registries.faults["entrez"] = [
        f"<PubmedArticleSet><PubmedArticle><MedlineCitation>{article}</MedlineCitation></PubmedArticle>"
        "</PubmedArticleSet>", "always",
    ]  # fmt: skip
    done = ask("moss-2011-memory", "-f", "json")
    assert "fault in the program" not in done.stderr
    assert done.returncode in {1, 4}


def test_an_answer_that_unpacks_to_more_than_any_record_has_is_given_up(
    ask: Asked, registries: Registries, own: Path
) -> None:
    hold(own, DOI="10.5555/moss.1")
    registries.faults["crossref"] = ["bomb", "always"]
    done = ask("moss-2011-memory", "-f", "csv")
    assert done.returncode == 4
    assert "its answer is longer than 64 MB" in done.stderr


@needs_memory
@pytest.mark.parametrize("fault", ["bomb in a bomb", "bomb in a redirect"])
def test_an_answer_is_never_unpacked_further_than_any_record_goes(
    ask: Asked, registries: Registries, own: Path, environment: dict[str, str], fault: str
) -> None:
    """Packed twice, a few hundred bytes hold a thousand million; and what a redirect says is not read."""
    hold(own, DOI="10.5555/moss.1")
    registries.faults["crossref"] = [fault, "always"]
    verify = f"ulimit -v 1000000; '{PROGRAM}' --data '{own}' verify moss-2011-memory"
    done = subprocess.run(
        ["bash", "-c", verify], env=environment | registries.environment() | {"PEPTIDE_CACHE": ""},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    said = {
        "bomb in a bomb": "its answer is packed as 'gzip, gzip', which was not asked for",
        "bomb in a redirect": "it refers from one address to another without end",
    }
    assert (done.returncode, said[fault] in done.stderr) == (4, True), done.stderr


@pytest.mark.parametrize("coding", ["gzip, gzip", "br", "zstd", "deflate"])
def test_an_answer_that_is_packed_otherwise_than_asked_for_is_none(
    ask: Asked, registries: Registries, own: Path, coding: str
) -> None:
    hold(own, DOI="10.5555/moss.1")
    registries.others = lambda *_: (200, "{}", {"Content-Encoding": coding})
    done = ask("moss-2011-memory")
    assert done.returncode == 4
    assert f"its answer is packed as '{coding}', which was not asked for" in done.stderr


def test_head_that_comes_in_drops_is_given_up_in_the_time_that_an_answer_has(
    ask: Asked, registries: Registries, own: Path
) -> None:
    hold(own, PMID="11111111")
    registries.faults["entrez"] = ["dripping head", "always"]
    start = time.monotonic()
    done = ask("moss-2011-memory", "--timeout", "1")
    assert "it took too long" in done.stderr
    assert len(registries.asked) == 2
    assert 2 * (1 + TO_CONNECT) < time.monotonic() - start < 2 * LONGEST_ANSWER


def test_a_registry_that_asks_for_long_patience_is_left_alone(ask: Asked, registries: Registries, own: Path) -> None:
    hold(own, PMID="11111111")
    registries.faults["entrez"] = [(429, {"Retry-After": "3600"}), "always"]
    done = ask("moss-2011-memory")
    assert done.returncode == 4
    assert "asks to be left alone for 3600 seconds" in done.stdout
    assert len(registries.asked) == 1


@pytest.mark.parametrize("never", ["1e400", "inf", "-inf", "nan", "1e300", "soon"])
def test_who_asks_for_no_number_of_seconds_is_asked_again_as_others_are(
    ask: Asked, registries: Registries, own: Path, never: str
) -> None:
    hold(own, PMID="11111111")
    registries.pubmed["11111111"] = WHOLE
    registries.faults["entrez"] = [(429, {"Retry-After": never})]
    assert ask.findings("moss-2011-memory")[0]["kind"] == "lacking"


@pytest.mark.parametrize(("authors", "told"), [([("Roe", "J")], "Roe J, without a year, Zinc"), ([], "?, without a")])
def test_another_paper_without_a_year_is_told_as_that(
    ask: Asked, registries: Registries, own: Path, authors: list[Any], told: str
) -> None:
    hold(own, DOI="10.5555/moss.1")
    message = work("10.5555/moss.1", WHOLE | {"title": "Zinc in the soils of northern valleys", "author": authors})
    registries.others = lambda *_: (200, json.dumps({"message": message | {"issued": {}, "page": "9"}}), {})
    (found,) = ask.findings("moss-2011-memory")
    assert found["theirs"].startswith(told)


def test_a_yes_to_nothing_is_refused(run: Run, own: Path) -> None:
    done = run("--data", str(own), "verify", "--all", "--yes")
    assert (done.returncode, done.stderr.splitlines()[-1]) == (
        2, "peptide: --yes goes with --fill: nothing is written without it"
    )  # fmt: skip


def test_no_network_at_all_ends_with_4_says_so_and_claims_nothing_of_what_is_lacking(run: Run, own: Path) -> None:
    hold(own, PMID="11111111")
    done = run(
        "--data", str(own), "verify", "moss-2011-memory", "--fill",
        PEPTIDE_EUTILS="http://127.0.0.1:9/", PEPTIDE_PATIENCE="0.01",
    )  # fmt: skip
    assert done.returncode == 4
    assert done.stderr.splitlines()[0] == "Nothing to fill in: PubMed did not answer."
    assert "PubMed does not answer" in done.stderr


def test_a_place_that_cannot_be_reached_is_tried_twice_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PEPTIDE_EUTILS", "http://127.0.0.1:9")
    monkeypatch.setenv("PEPTIDE_PATIENCE", "0.01")
    tried: list[str] = []
    send = httpx.Client.send

    def watched(client: httpx.Client, request: httpx.Request, **rest: Any) -> Any:
        tried.append(str(request.url))
        return send(client, request, **rest)

    monkeypatch.setattr(httpx.Client, "send", watched)
    with Client(cache=False) as client, pytest.raises(RegistryError, match="refused"):
        client.json("PubMed", "efetch.fcgi", {})
    assert len(tried) == 2


def test_what_was_answered_is_not_asked_again_until_fresh_answers_are_wanted(
    ask: Asked, registries: Registries, own: Path
) -> None:
    hold(own, PMID="11111111", DOI="10.5555/moss.1")
    registries.pubmed["11111111"] = WHOLE
    registries.crossref["10.5555/moss.1"] = WHOLE
    first = ask("moss-2011-memory").stdout
    calls = len(registries.asked)
    assert ask("moss-2011-memory").stdout == first
    assert len(registries.asked) == calls
    ask("moss-2011-memory", "--fresh")
    assert len(registries.asked) == 2 * calls


def test_a_run_that_was_interrupted_goes_on_where_it_was(
    ask: Asked, registries: Registries, own: Path, environment: dict[str, str]
) -> None:
    count = 30
    blocks = [
        REFERENCE.format(key=f"moss-2011-w{n:03}", title=f"Paper {n} on Semax", more=f'DOI = "10.5555/w{n}"\n')
        for n in range(count)
    ]
    (own / "references.toml").write_text("".join(blocks))
    for n in range(count):
        registries.crossref[f"10.5555/w{n}"] = WHOLE | {"title": f"Paper {n} on Semax"}
    names = [f"moss-2011-w{n:03}" for n in range(count)]
    with subprocess.Popen(
        [str(PROGRAM), "--data", str(own), "verify", *names],
        env=environment | registries.environment() | {"PEPTIDE_CACHE": str(ask.cache), "PEPTIDE_PATIENCE": "0.1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        deadline = time.monotonic() + 20
        while len(registries.asked) < 8 and time.monotonic() < deadline:
            time.sleep(0.02)
        running.send_signal(signal.SIGINT)
        _, complaint = running.communicate(timeout=20)
    assert "Traceback" not in complaint
    before = len(registries.asked)
    assert 8 <= before < count
    ask(*names)
    assert len(registries.asked) <= count + 1  # the one under way when it was interrupted may be asked twice


# -- filling in ----------------------------------------------------------------------------------------------------


def test_fill_shows_the_difference_writes_what_is_lacking_with_its_trace_and_changes_nothing_else(
    ask: Asked, registries: Registries, own: Path
) -> None:
    hold(own, PMID="11111111")
    registries.pubmed["11111111"] = WHOLE
    path = own / "references.toml"
    before = path.read_text()
    done = ask("moss-2011-memory", "--fill")
    assert "Not written" in done.stderr
    assert path.read_text() == before
    done = ask("moss-2011-memory", "--fill", "--yes")
    assert '+volume = "7"' in done.stderr
    after = path.read_text()
    assert after.startswith("# Ours\n")
    assert "# why it is here\n" in after
    for line in (
        'volume = "7"',
        'issue = "2"',
        'page = "101-109"',
        'DOI = "10.5555/moss.1"',
        'author = ["Moss, Anna B.", "Reed, Carl", "Vole, D."]',
    ):
        assert f"\n{line}\n" in after, after
    assert "author-complete" not in after
    assert 'URL = "pubmed.ncbi.nlm.nih.gov/11111111/"' in after
    gone = [line for line in before.splitlines() if line not in after.splitlines()]
    assert [line.split(" ")[0] for line in gone] == ["author", "author-complete", "trace"]
    registries.crossref["10.5555/moss.1"] = WHOLE
    assert ask("moss-2011-memory").returncode == 0
    assert list(own.iterdir()) == [path]


def test_on_a_terminal_it_shows_how_far_it_is_and_asks_before_it_writes(
    environment: dict[str, str], registries: Registries, own: Path
) -> None:
    hold(own, PMID="11111111")
    registries.pubmed["11111111"] = WHOLE
    before = (own / "references.toml").read_text()
    master, slave = pty.openpty()
    os.write(master, b"n\n")
    process = subprocess.Popen(
        [str(PROGRAM), "--data", str(own), "verify", "moss-2011-memory", "--fill"],
        env=environment | registries.environment() | {"PEPTIDE_CACHE": ""},
        stdin=slave,
        stdout=slave,
        stderr=slave,
    )
    os.close(slave)
    shown = b""
    with contextlib.suppress(OSError):  # the end of a terminal is an error to read
        while chunk := os.read(master, 4096):
            shown += chunk
    os.close(master)
    assert process.wait(timeout=20) == 1
    assert b"Asking PubMed and Crossref" in shown
    assert b"a fault in the program" not in shown
    assert b"Write it? [y/N]" in shown
    assert (own / "references.toml").read_text() == before


def test_a_list_of_traces_over_several_lines_is_prolonged_and_its_lines_stay(
    ask: Asked, registries: Registries, own: Path
) -> None:
    hold(own, PMID="11111111")
    path = own / "references.toml"
    several = """trace = [
    { seen = "journal.example/1", registry="publisher", URL = "journal.example/1" },  # by hand
]
"""
    path.write_text(re.sub(r"trace = .*\n", several, path.read_text()))
    registries.pubmed["11111111"] = WHOLE
    assert ask("moss-2011-memory", "--fill", "--yes").returncode == 1
    after = path.read_text()
    assert several.removesuffix("]\n") in after
    assert after.count("registry") == 2


def test_without_the_extra_it_says_what_to_install(environment: dict[str, str]) -> None:
    code = (
        "import sys; sys.modules['httpx'] = None; sys.argv = ['peptide', 'verify', '--all']\n"
        "from peptidecli.__main__ import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "pip install 'peptidecli[online]'" in done.stderr


def test_nothing_else_imports_what_asks(environment: dict[str, str]) -> None:
    for arguments in (("show", "semax"), ("info",), ("check",), ("cite", "dolotov"), ("search", "stroke")):
        code = (
            f"import sys, atexit; sys.argv = ['peptide', *{list(arguments)!r}]\n"
            "atexit.register(lambda: print(*sys.modules, file=sys.stderr))\n"
            "from peptidecli.__main__ import main; main()"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
        )
        assert {"httpx", "socket", "tomlkit"} & set(done.stderr.split()) == set(), arguments


def test_the_report_is_written_as_markdown(ask: Asked, registries: Registries, own: Path, tmp_path: Path) -> None:
    hold(own, PMID="11111111", volume="8")
    registries.pubmed["11111111"] = WHOLE
    done = ask("moss-2011-memory", "--write-report", str(tmp_path / "report.md"))
    assert done.returncode == 1
    text = (tmp_path / "report.md").read_text()
    assert "## moss-2011-memory" in text
    assert "- PubMed: volume is '7', here '8' <https://pubmed.ncbi.nlm.nih.gov/11111111/>" in text


def test_a_report_takes_the_place_of_an_earlier_one_and_of_nothing_else(
    ask: Asked, registries: Registries, own: Path, tmp_path: Path
) -> None:
    hold(own, PMID="11111111", volume="8")
    registries.pubmed["11111111"] = WHOLE
    mine = tmp_path / "mine.md"
    mine.write_text("My own words.\n")
    refused = ask("moss-2011-memory", "--write-report", str(mine))
    assert refused.returncode == 2
    assert "no report of verify" in refused.stderr
    assert mine.read_text() == "My own words.\n"
    assert [ask("moss-2011-memory", "--write-report", str(tmp_path / "r.md")).returncode for _ in range(2)] == [1, 1]


@pytest.mark.parametrize("seconds", ["nan", "inf", "1e308", "-1"])
def test_a_time_that_nobody_waits_is_refused(ask: Asked, registries: Registries, seconds: str) -> None:
    done = ask("moss-2011-memory", "--timeout", seconds)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_what_does_not_go_together_is_refused_before_anybody_is_asked(ask: Asked, registries: Registries) -> None:
    for arguments in (
        [],
        ["--all", "moss"],
        ["--all", "--since", "2026-01-01"],
        ["--new", "--fill"],
        ["--all", "-f", "atom"],
    ):
        assert ask(*arguments).returncode == 2, arguments
    assert ask("no-such-reference").returncode == 1
    assert registries.asked == []


def test_all_asks_for_every_reference_with_a_number(run: Run, registries: Registries, tmp_path: Path) -> None:
    folder = tmp_path / "mini"
    shutil.copytree(MINI, folder)
    done = run("--data", str(folder), "verify", "--all", "-f", "csv", **registries.environment())
    assert done.returncode == 1
    asked = {number for call in registries.calls("efetch") for number in call["id"].split(",")}
    assert len(asked) > 150
    assert done.stdout.startswith("reference,kind,field,ours,theirs,registry,URL\n")
