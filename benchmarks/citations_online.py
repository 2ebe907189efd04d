"""Measures checkers of citations that ask registries: `python benchmarks/citations_online.py --peers FOLDER`.

All ask the same registries, which answer on loopback in the shapes of PubMed, Crossref, doi.org and OpenAlex out of the
dataset's references and the works of other fields of `drawn.json`. FOLDER holds a virtual environment by the name of
each peer, with `pip install paper-preflight` and `pip install citecheck-refs` in them. Prints faults found, false
alarms per 100 right entries, F1, right ones recognised, requests and seconds; with `--kinds` the same by kind.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

# What stands in for the registries is the tests' own.
sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from bibliography import Count
from drawn import TEXTS, Case, Cite, Half, cases, iso4, year_of_doi
from forms import FORMS, Form, written

from peptidecli.audit import PROBLEMS, parse
from peptidecli.audit.article.blocks import plain_of
from peptidecli.audit.article.citations import Cited
from peptidecli.audit.article.listed import listed
from peptidecli.audit.online.asking import Asker
from peptidecli.audit.online.question import of_entry, of_line
from peptidecli.audit.online.verdicts import judged
from peptidecli.audit.periodicals import Periodicals
from peptidecli.dataset.dataset import Dataset, open_dataset
from peptidecli.notation import people
from peptidecli.registries.client import Client
from registries import Registries, agencies, answered, ranked, serving

Told = dict[str, tuple[bool, bool]]
"""By key of an entry: whether it was called wrong, and whether it was recognised."""


# -- registries out of the dataset -----------------------------------------------------------------------------------


def filled(held: Registries, dataset: Dataset) -> None:
    """Put the dataset's references and the works of other fields into the registries.

    PubMed has those with a PMID, Crossref those with a DOI, OpenAlex all.
    """
    held.searching = True
    for key in dataset.references:
        reference = dataset.references[key]
        item = _record(
            reference.author, reference.title, reference.issued, reference.container_title, reference.volume,
            reference.issue, reference.page, reference.doi, reference.pmcid,
        )  # fmt: skip
        notice = reference.notice
        if reference.standing in {"retracted", "expression-of-concern"}:
            change = "RetractionIn" if reference.standing == "retracted" else "ExpressionOfConcernIn"
            number = (notice.pmid if notice else None) or "1"
            item["changes"] = [(change, f"Notice. {notice.issued if notice else ''}", number)]
            notice_doi = (notice.doi if notice else None) or "10.5555/notice"
            word = "retraction" if reference.standing == "retracted" else "expression_of_concern"
            item["updated-by"] = [(notice_doi, word, "publisher", (notice.issued if notice else None) or 2020)]
        _hold(held, item, reference.pmid, reference.doi)
    for place, (authors, year, title, journal, volume, page) in enumerate(TEXTS["other fields"]):
        doi = f"10.5555/other.{place}"
        item = _record(authors, title, year, journal, str(volume), "", page, doi, None)
        _hold(held, item, str(90_000_000 + place), doi)
    names = {item["journal"] for item in (*held.pubmed.values(), *held.crossref.values())}
    for name in names:
        known = [other for row in TEXTS["journals"] if name in row for other in row]
        short = iso4(name)
        held.abbreviations[name] = (short, short.replace(".", "").replace("- ", " "), name.replace("-", " "), *known)


def _record(
    authors: Sequence[str], title: str, year: int, journal: str, volume: str | None, issue: str | None,
    page: str | None, doi: str | None, pmcid: str | None,
) -> dict[str, Any]:  # fmt: skip
    names = [(people.family(name), name.partition(",")[2].strip()) for name in authors]
    return {"author": names, "title": title, "issued": year, "journal": journal, "volume": volume, "issue": issue,
            "page": page, "doi": doi, "pmcid": pmcid, "online": year_of_doi(doi or "") or None}  # fmt: skip


def _hold(held: Registries, item: dict[str, Any], pmid: str | None, doi: str | None) -> None:
    if pmid:
        held.pubmed[pmid] = item
    if doi:
        held.crossref[doi.lower()] = item


def _everything(held: Registries, dataset: Dataset) -> Registries:
    """Return what OpenAlex holds, by DOI or by a key of its own."""
    whole = Registries()
    whole.crossref |= held.crossref
    seen = {id(item) for item in held.crossref.values()}
    for pmid, item in held.pubmed.items():
        if id(item) not in seen:
            whole.crossref[f"pmid:{pmid}"] = item
    for key in dataset.references:
        own = dataset.references[key]
        if not own.pmid and not own.doi:
            whole.crossref[f"key:{key}"] = _record(
                own.author, own.title, own.issued, own.container_title, own.volume, own.issue, own.page, None, None
            )
    return whole


def elsewhere(held: Registries, dataset: Dataset) -> Callable[..., tuple[int, str, dict[str, str]] | None]:
    """Return what answers for the services that only the peers ask; a path begins with the name of a host."""
    whole = _everything(held, dataset)

    def other(path: str, parameters: dict[str, str], _: dict[str, str]) -> tuple[int, str, dict[str, str]] | None:
        host, _slash, rest = path.strip("/").partition("/")
        if host == "eutils.ncbi.nlm.nih.gov":
            return answered(held, f"/{rest}", parameters)
        if host == "api.crossref.org":
            return answered(held, f"/crossref/{rest}", parameters)
        if host == "doi.org":
            return agencies(held, unquote(rest))
        if host == "api.openalex.org":
            return _openalex(whole, rest, parameters)
        if host == "export.arxiv.org":
            return 200, '<feed xmlns="http://www.w3.org/2005/Atom"></feed>', {"Content-Type": "application/atom+xml"}
        if host == "sparql.dblp.org":
            return 200, json.dumps({"head": {"vars": []}, "results": {"bindings": []}}), {}
        if host == "api.datacite.org":
            return 200, json.dumps({"data": []}), {}
        if host == "openlibrary.org":
            return 200, json.dumps({"numFound": 0, "docs": []}), {}
        return (404, json.dumps({"error": "Title match not found"}), {}) if "." in host else None

    return other


def _openalex(held: Registries, path: str, parameters: dict[str, str]) -> tuple[int, str, dict[str, str]]:
    if path.startswith("works/doi:"):
        doi = unquote(path.removeprefix("works/doi:"))
        return (200, json.dumps(_work(held, doi)), {}) if doi in held.crossref else (404, "{}", {})
    if path == "sources":
        names = {item["journal"] for item in held.crossref.values()}
        asked = set(re.findall(r"\w+", parameters.get("search", "").lower()))
        found = [name for name in names if asked & set(re.findall(r"\w+", name.lower()))]
        return 200, json.dumps({"results": [{"display_name": name, "alternate_titles": []} for name in found[:25]]}), {}
    wanted = re.search(r"doi:([^,]+)", parameters.get("filter", ""))
    if wanted:
        dois = [doi.lower().removeprefix("https://doi.org/") for doi in wanted[1].split("|")]
        keys = [doi for doi in dois if doi in held.crossref]
    else:
        keys = ranked(held, parameters.get("search", ""))
        author = re.search(r"raw_author_name\.search:(.+)", parameters.get("filter", ""))
        if author:
            family = author[1].lower()
            keys = [key for key in keys if any(family in name.lower() for name, _ in held.crossref[key]["author"])]
    size = int(parameters.get("per_page", parameters.get("per-page", "25")))
    return 200, json.dumps({"results": [_work(held, key) for key in keys[:size]]}), {}


def _work(held: Registries, doi: str) -> dict[str, Any]:
    item = held.crossref[doi]
    names = [f"{given} {family}".strip() for family, given in item["author"]]
    return {
        "id": f"https://openalex.org/W{zlib.crc32(doi.encode())}",
        "doi": f"https://doi.org/{doi}" if doi.startswith("10.") else None, "title": item["title"],
        "display_name": item["title"], "publication_year": item["issued"], "type": "article",
        "is_retracted": any(kind == "retraction" for _, kind, *_ in item.get("updated-by", ())), "ids": {},
        "authorships": [{"raw_author_name": name, "author": {"display_name": name}} for name in names],
        "primary_location": {"source": {"display_name": item["journal"]}},
    }  # fmt: skip


# -- checkers ----------------------------------------------------------------------------------------------------------


@dataclass
class Bibliography:
    """A bibliography as a file, with the lines on which its entries begin."""

    path: Path
    keys: list[str]
    starts: list[int]
    form: Form


def by_program(*options: str) -> Callable[[Registries, Bibliography, Path], Told]:
    """Return a run of `peptide audit` with some options."""

    def run(held: Registries, refs: Bibliography, home: Path) -> Told:
        environment = os.environ | held.environment() | {"PEPTIDE_CACHE": str(home), "XDG_CACHE_HOME": str(home)}
        command = [
            sys.executable,
            "-m",
            "peptidecli",
            "--no-user-data",
            "audit",
            str(refs.path),
            *options,
            "-f",
            "json",
        ]
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
        if done.returncode not in {0, 1}:
            raise RuntimeError(done.stderr[-2000:])
        told: Told = dict.fromkeys(refs.keys, (False, False))
        for finding in json.loads(done.stdout)["data"]["findings"]:
            place = sum(start <= finding["line"] for start in refs.starts) - 1
            wrong, right = told[refs.keys[place]]
            wrong |= finding["verdict"] in PROBLEMS
            right |= finding["kind"] == "citation" and finding["verdict"] == "matches"
            told[refs.keys[place]] = wrong, right
        return told

    return run


def registries_alone(held: Registries, refs: Bibliography, home: Path) -> Told:
    """Ask the registries about every entry, whether the dataset holds it or not; it gives names of journals alone."""
    os.environ.update(held.environment() | {"XDG_CACHE_HOME": str(home)})
    article = parse(refs.path.name, refs.path.read_bytes())
    if refs.form.suffix in {".bib", ".ris", ".json", ".nbib"}:
        questions = [of_entry(block.entry, block.text) for block in article.blocks if block.entry]
    else:
        lines = refs.path.read_text(encoding="utf-8").splitlines()
        bare = Cited(0, 0, (), 0, True, False)
        questions = [of_line(listed(plain_of(lines[n - 1])), bare, plain_of(lines[n - 1])) for n in refs.starts]
    told: Told = {}
    journals = Periodicals((), open_dataset().vocabulary.journals)
    with Client() as client:
        for key, case in zip(refs.keys, Asker(client, journals).ask(questions), strict=True):
            answer = judged(case)
            told[key] = answer.verdict in PROBLEMS, answer.verdict == "matches"
            if key in SHOWN or {"all"} == SHOWN:
                print(f"\n{case.question.text}\n   {answer.verdict}: {answer.detail}")
    return told


SHOWN: set[str] = set()


def by_peer(name: str, python: Path) -> Callable[[Registries, Bibliography, Path], Told]:
    """Return a run of a peer, by its own Python."""

    def run(held: Registries, refs: Bibliography, home: Path) -> Told:
        environment = os.environ | {"HOME": str(home), "XDG_CACHE_HOME": str(home)}
        command = [str(python), str(Path(__file__).parent / "wrapped.py"), name, held.url, str(refs.path)]
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
        if done.returncode:
            raise RuntimeError(done.stderr[-2000:])
        found = json.loads(done.stdout)
        return {key: _peer_said(name, found[key]) for key in refs.keys if key in found}

    return run


def _peer_said(name: str, found: dict[str, Any]) -> tuple[bool, bool]:
    if name == "citecheck":
        twice = any(rule == "twice" for rule, *_ in found["found"])
        return twice or found["verdict"] in {"MISMATCH", "NOT_FOUND", "CHECK"}, found["verdict"] == "VERIFIED"
    # What is wrong with a reference, and CIT004: two entries for the same work.
    told = (rule for rule, severity, _ in found["found"] if severity in {"error", "warning"})
    wrong = any(rule.startswith("REF") or rule == "CIT004" for rule in told)
    return wrong, found["verdict"] == "verified" and not wrong


# -- measuring ---------------------------------------------------------------------------------------------------------


@dataclass
class Run:
    """What came of a checker: counts by kind, requests by service, seconds, and what failed."""

    counts: dict[str, Count]
    requests: Counter[str]
    seconds: float = 0.0


def measured(
    check: Callable[[Registries, Bibliography, Path], Told], held: Registries, drawn: Sequence[Case], form: Form,
    show: str,
) -> Run:  # fmt: skip
    """Run a checker over all bibliographies."""
    run = Run(defaultdict(Count), Counter())
    for case in drawn:
        groups = [group for group in case.cites if form.suffix != ".nbib" or all(cite.pmid for cite in group)]
        flat = [cite for group in groups for cite in group]
        if not flat:
            continue
        with tempfile.TemporaryDirectory(prefix="Y2-") as folder:
            text, starts = written(form, _keyed(flat))
            refs = Bibliography(Path(folder) / f"refs{form.suffix}", [f"e{n}" for n in range(len(flat))], starts, form)
            refs.path.write_text(text, encoding="utf-8")
            held.asked.clear()
            SHOWN.clear()
            SHOWN.update({"all"} if show == case.kind else ())
            began = time.perf_counter()
            told = check(held, refs, Path(folder))
            run.seconds += time.perf_counter() - began
            run.requests.update(path.strip("/").split("/")[0] for path, _ in held.asked)
        keys = iter(refs.keys)
        for group in groups:
            own = [told.get(next(keys), (False, False)) for _ in group]
            problem = any(wrong for wrong, _ in own)
            count = run.counts[case.kind]
            count.entries += 1
            count.problems += problem
            count.matches += any(right for _, right in own) and not problem
    return run


def _keyed(cites: Sequence[Cite]) -> list[Cite]:
    return [replace(cite, key=f"e{number}") for number, cite in enumerate(cites)]


def main(arguments: Sequence[str]) -> int:
    """Measure, and print the figures as tables in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("work", "aside"), default="work")
    parser.add_argument("--form", choices=tuple(FORMS), default="bib")
    parser.add_argument("--peers", type=Path)
    parser.add_argument("--only", action="append", help="only this checker")
    parser.add_argument("--kinds", action="store_true")
    parser.add_argument("--show", default="", help="print what the registries alone say of the entries of a kind")
    options = parser.parse_args(arguments)
    half: Half = options.half
    dataset = open_dataset()
    drawn = [case for case in cases(dataset, half) if not options.show or case.kind == options.show]
    checkers: dict[str, Callable[[Registries, Bibliography, Path], Told]] = {
        "peptide audit": by_program(),
        "peptide audit --online": by_program("--online"),
        "the registries alone": registries_alone,
    }
    for name in ("paper-preflight", "citecheck"):
        python = (options.peers or Path()) / name / "bin" / "python"
        if options.peers and python.exists():
            checkers[name] = by_peer(name, python)
    runs: dict[str, Run] = {}
    with serving() as held:
        filled(held, dataset)
        held.others = elsewhere(held, dataset)
        for name, check in checkers.items():
            if not options.only or name in options.only:
                runs[name] = measured(check, held, drawn, FORMS[options.form], options.show)
    print(f"\nhalf {half}, form {options.form}\n")
    _totals(runs, {case.kind: case.judged for case in drawn})
    if options.kinds:
        _kinds(runs, {case.kind: case.judged for case in drawn})
    return 0


def _totals(runs: dict[str, Run], judged_as: dict[str, str]) -> None:
    print("| checker | faults found | false alarms per 100 right | F1 | right recognised | invented, not found "
          "| invented, reassured | other fields condemned | requests | s |")  # fmt: skip
    print(f"|{'---|' * 10}")
    for name, run in runs.items():
        sums = {of: Count() for of in ("right", "fault", "invented", "other")}
        for kind, count in run.counts.items():
            total = sums[judged_as[kind]]
            total.entries += count.entries
            total.problems += count.problems
            total.matches += count.matches
        right, fault, invented, other = (sums[of] for of in ("right", "fault", "invented", "other"))
        hits, wrong = fault.problems + invented.problems, right.problems + other.problems
        f1 = 2 * hits / max(1, fault.entries + invented.entries + hits + wrong)
        print(f"| {name} | {_share(fault)} | {100 * right.problems / max(1, right.entries):.1f} | {f1:.3f} "
              f"| {_share(right, 'matches')} | {invented.problems} of {invented.entries} "
              f"| {invented.matches} of {invented.entries} "
              f"| {other.problems} of {other.entries} | {run.requests.total()} | {run.seconds:.0f} |")  # fmt: skip


def _share(count: Count, what: str = "problems") -> str:
    return f"{100 * getattr(count, what) / count.entries:.1f} %" if count.entries else "–"


def _kinds(runs: dict[str, Run], judged_as: dict[str, str]) -> None:
    for of, what in (("right", "recognised / called wrong, of"), ("fault", "found, of"),
                     ("invented", "called not found, of"), ("other", "recognised / called wrong, of")):  # fmt: skip
        print(f"\n| {of}: {what} | {' | '.join(runs)} |\n|---|{'---|' * len(runs)}")
        for kind in (kind for kind, value in judged_as.items() if value == of):
            cells = []
            for run in runs.values():
                count = run.counts[kind]
                told = f"{count.problems}" if of in {"fault", "invented"} else f"{count.matches} / {count.problems}"
                cells.append(f"{told} of {count.entries}" if count.entries else "–")
            print(f"| {kind} | {' | '.join(cells)} |")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
