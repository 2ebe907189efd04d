"""A stand-in for PubMed, Crossref and ClinicalTrials.gov on loopback: answers in the shapes the services document.

Records are given as plain tables; faults are queued by path and answered one after the other before anything else.
"""

from __future__ import annotations

import json
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape


class Registries:
    """What the stand-in holds, which faults it makes, and what it was asked."""

    def __init__(self) -> None:
        self.pubmed: dict[str, dict[str, Any]] = {}
        self.crossref: dict[str, dict[str, Any]] = {}
        self.moved: dict[str, str] = {}
        self.agencies: dict[str, str] = {}
        self.studies: list[dict[str, Any]] = []
        self.hits: list[str] | None = None
        """Numbers that ESearch finds; all that it holds unless told."""
        self.total: int | None = None
        """How many hits ESearch claims."""
        self.faults: dict[str, list[Any]] = defaultdict(list)
        """By service: a status, (status, headers), "slow", "cut", "broken"; a list that ends in "always" stays."""
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.agents: set[str] = set()
        self.url = ""

    def environment(self) -> dict[str, str]:
        """Return the environment in which the program asks here, without the patience that services are owed."""
        return {
            "PEPTIDE_EUTILS": f"{self.url}/entrez/eutils",
            "PEPTIDE_CROSSREF": f"{self.url}/crossref",
            "PEPTIDE_CLINICALTRIALS": f"{self.url}/api/v2",
            "PEPTIDE_PATIENCE": "0.01",
        }

    def calls(self, word: str) -> list[dict[str, str]]:
        """Return the parameters of each call whose path holds a word."""
        return [parameters for path, parameters in self.asked if word in path]


@contextmanager
def serving() -> Iterator[Registries]:
    """Serve on a free port of loopback while it lasts."""
    held = Registries()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            self._answer(parts.path, parts.query)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._answer(urlsplit(self.path).path, body)

        def log_message(self, *_: Any) -> None:
            pass

        def _answer(self, path: str, query: str) -> None:
            parameters = {key: values[0] for key, values in parse_qs(query).items()}
            held.asked.append((path, parameters))
            held.agents.add(self.headers["User-Agent"])
            service = path.split("/")[1]
            faults = held.faults[service]
            fault = faults[0] if faults else None
            if faults and faults[-1] != "always":
                faults.pop(0)
            if fault == "slow":
                time.sleep(1.5)
            if fault == "cut":
                self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n<PubmedArt")
                self.close_connection = True
                return
            if isinstance(fault, int | tuple):
                status, headers = fault if isinstance(fault, tuple) else (fault, {})
                self._send(status, "busy", headers)
                return
            status, text, headers = answered(held, path, parameters)
            self._send(status, text[: len(text) // 2] if fault == "broken" else text, headers)

        def _send(self, status: int, text: str, headers: dict[str, str]) -> None:
            body = text.encode()
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            with suppress(OSError):  # the asker may have lost its patience
                self.wfile.write(body)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    held.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield held
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def answered(held: Registries, path: str, parameters: dict[str, str]) -> tuple[int, str, dict[str, str]]:
    """Return status, text and headers of an answer."""
    if path.endswith("/efetch.fcgi"):
        found = [article(key, held.pubmed[key]) for key in parameters["id"].split(",") if key in held.pubmed]
        head = '<?xml version="1.0" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC '
        head += '"-//NLM//DTD PubMedArticle, 1st January 2025//EN" '
        head += '"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">\n'
        return 200, f"{head}<PubmedArticleSet>\n{''.join(found)}</PubmedArticleSet>", {}
    if path.endswith("/esearch.fcgi"):
        hits = list(held.pubmed) if held.hits is None else held.hits
        start, size = int(parameters.get("retstart", 0)), int(parameters.get("retmax", 20))
        total = len(hits) if held.total is None else held.total
        result = {
            "count": str(total),
            "retmax": str(size),
            "retstart": str(start),
            "idlist": hits[start : start + size],
            "translationset": [],
            "querytranslation": parameters["term"],
        }
        return 200, json.dumps({"header": {"type": "esearch", "version": "0.3"}, "esearchresult": result}), {}
    if "/crossref/works" in path:
        return crossref(held, path, parameters)
    if path.endswith("/studies"):
        start, size = int(parameters.get("pageToken", "0")), int(parameters.get("pageSize", "10"))
        answer: dict[str, Any] = {"studies": held.studies[start : start + size]}
        if start == 0 and parameters.get("countTotal") == "true":
            answer["totalCount"] = len(held.studies)
        if start + size < len(held.studies):
            answer["nextPageToken"] = str(start + size)
        return 200, json.dumps(answer), {}
    return 404, "no such page", {}


def crossref(held: Registries, path: str, parameters: dict[str, str]) -> tuple[int, str, dict[str, str]]:
    """Return what Crossref answers: a work, who keeps a DOI, or a list of works."""
    doi = unquote(path.partition("/works")[2].strip("/"))
    if doi.endswith("/agency"):
        doi = doi.removesuffix("/agency")
        if doi not in held.agencies:
            return 404, "Resource not found.", {}
        agency = {"id": held.agencies[doi].lower(), "label": held.agencies[doi]}
        message: Any = {"DOI": doi, "agency": agency}
        return 200, json.dumps({"status": "ok", "message-type": "work-agency", "message": message}), {}
    if doi:
        if doi in held.moved:
            return 301, "", {"Location": f"/crossref/works/{held.moved[doi].replace('/', '%2F')}"}
        if doi not in held.crossref:
            return 404, "Resource not found.", {}
        return 200, json.dumps({"status": "ok", "message-type": "work", "message": work(doi, held.crossref[doi])}), {}
    words = parameters.get("query.bibliographic", "").lower()
    found = [work(key, item) for key, item in held.crossref.items() if words in item["title"].lower()]
    start = 0 if parameters.get("cursor") == "*" else int(parameters.get("cursor", "0"))
    size = int(parameters.get("rows", "20"))
    message = {"total-results": len(found), "items": found[start : start + size], "next-cursor": str(start + size)}
    return 200, json.dumps({"status": "ok", "message-type": "work-list", "message": message}), {}


def article(pmid: str, item: dict[str, Any]) -> str:
    """Return a record as EFetch gives it with retmode=xml."""
    authors = "".join(
        f'<Author ValidYN="Y"><LastName>{escape(family)}</LastName><ForeName>{given}</ForeName>'
        f"<Initials>{given[:1]}</Initials></Author>"
        for family, given in item.get("author", ())
    )
    changes = "".join(
        f'<CommentsCorrections RefType="{kind}"><RefSource>{source}</RefSource>'
        f'<PMID Version="1">{number}</PMID></CommentsCorrections>'
        for kind, source, number in item.get("changes", ())
    )
    kinds = "".join(
        f'<PublicationType UI="D0">{kind}</PublicationType>' for kind in item.get("types", ("Journal Article",))
    )
    mesh = "".join(
        f'<MeshHeading><DescriptorName UI="D0" MajorTopicYN="N">{term}</DescriptorName></MeshHeading>'
        for term in item.get("mesh", ())
    )
    doi = f'<ArticleId IdType="doi">{escape(item["doi"])}</ArticleId>' if item.get("doi") else ""
    pmc = f'<ArticleId IdType="pmc">{item["pmcid"]}</ArticleId>' if item.get("pmcid") else ""
    volume = f"<Volume>{item['volume']}</Volume>" if item.get("volume") else ""
    issue = f"<Issue>{item['issue']}</Issue>" if item.get("issue") else ""
    pages = f"<Pagination><MedlinePgn>{item['page']}</MedlinePgn></Pagination>" if item.get("page") else ""
    original = f"<VernacularTitle>{escape(item['original'])}</VernacularTitle>" if item.get("original") else ""
    abstract = (
        f"<Abstract><AbstractText>{escape(item['abstract'])}</AbstractText></Abstract>" if item.get("abstract") else ""
    )
    return (
        f'<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">{pmid}</PMID>'
        f'<Article PubModel="Print"><Journal><JournalIssue CitedMedium="Print">{volume}{issue}'
        f"<PubDate><Year>{item['issued']}</Year><Month>Oct</Month><Day>30</Day></PubDate></JournalIssue>"
        f"<Title>{escape(item['journal'])}</Title></Journal><ArticleTitle>{escape(item['title'])}.</ArticleTitle>{pages}"
        f'{abstract}<AuthorList CompleteYN="Y">{authors}</AuthorList><Language>{item.get("language", "eng")}</Language>'
        f"<PublicationTypeList>{kinds}</PublicationTypeList>{original}</Article>"
        f"<CommentsCorrectionsList>{changes}</CommentsCorrectionsList><MeshHeadingList>{mesh}</MeshHeadingList>"
        f'</MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType="pubmed">{pmid}</ArticleId>{doi}{pmc}'
        f"</ArticleIdList><ReferenceList><Reference><ArticleIdList>"
        f'<ArticleId IdType="doi">10.5555/not-this-one</ArticleId></ArticleIdList></Reference></ReferenceList>'
        f"</PubmedData></PubmedArticle>\n"
    )


def work(doi: str, item: dict[str, Any]) -> dict[str, Any]:
    """Return a record as Crossref's REST API gives it."""
    message: dict[str, Any] = {
        "DOI": item.get("now", doi),
        "type": "journal-article",
        "title": [item["title"]],
        "author": [{"given": given, "family": family, "sequence": "first"} for family, given in item.get("author", ())],
        "issued": {"date-parts": [[item["issued"], 10]]},
        "container-title": [item["journal"]],
        "publisher": "A House",
        "language": "en",
    }
    message |= {key: item[key] for key in ("volume", "issue", "page") if item.get(key)}
    if item.get("updated-by"):
        message["updated-by"] = [
            {
                "DOI": notice,
                "type": kind,
                "label": kind.title(),
                "source": source,
                "updated": {"date-parts": [[year, 5, 5]], "date-time": f"{year}-05-05T00:00:00Z"},
            }
            for notice, kind, source, year in item["updated-by"]
        ]
    return message


def study(number: str, title: str, *interventions: str, updated: str = "2026-11-20", n: int = 40) -> dict[str, Any]:
    """Return a study as ClinicalTrials.gov's API gives it."""
    return {
        "protocolSection": {
            "identificationModule": {"nctId": number, "briefTitle": title, "officialTitle": title},
            "statusModule": {
                "overallStatus": "NOT_YET_RECRUITING",
                "lastUpdatePostDateStruct": {"date": updated, "type": "ACTUAL"},
            },
            "designModule": {"studyType": "INTERVENTIONAL", "phases": ["PHASE2"], "enrollmentInfo": {"count": n}},
            "conditionsModule": {"conditions": ["Stroke"]},
            "armsInterventionsModule": {"interventions": [{"type": "DRUG", "name": name} for name in interventions]},
            "sponsorCollaboratorsModule": {"leadSponsor": {"name": "A University", "class": "OTHER"}},
        },
        "hasResults": False,
    }
