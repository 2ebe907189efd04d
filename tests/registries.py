"""A stand-in for PubMed, Crossref, doi.org and ClinicalTrials.gov on loopback: answers in the shapes they document.

Records are given as plain tables; faults are queued by path and answered one after the other before anything else.
Where it is `searching`, ESearch reads its term, and Crossref ranks by the words that a question and a work share.
"""

from __future__ import annotations

import functools
import gzip
import json
import math
import re
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

BATS: dict[str, Any] = {
    "title": "Echolocation of little brown bats over still water in autumn",
    "author": [("Moss", "Anna B."), ("Reed", "Carl"), ("Vole", "Dora")],
    "issued": 2011, "journal": "Journal of Nocturnal Biology", "volume": "7", "issue": "2", "page": "101-109",
    "doi": "10.5555/moss.1", "pmcid": "PMC1234567",
}  # fmt: skip
"""A paper of another field, which the dataset does not hold."""
OWLS: dict[str, Any] = BATS | {
    "title": "Silent flight of barn owls and the structure of their feathers", "author": [("Strix", "Ewa")],
    "issued": 2014, "volume": "10", "page": "55-60", "doi": "10.5555/strix.1", "pmcid": "",
}  # fmt: skip


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
        self.searching = False
        self.abbreviations: dict[str, tuple[str, ...]] = {}
        """The other names that PubMed knows a journal by."""
        self.doi: dict[str, dict[str, Any]] = {}
        """Works of other agencies, as CSL-JSON, by DOI; `agencies` names who keeps them."""
        self.others: Callable[[str, dict[str, str], dict[str, str]], tuple[int, str, dict[str, str]] | None] | None = (
            None
        )
        """Answers what is asked of other services."""
        self.index: dict[str, Counter[str]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.agents: set[str] = set()
        self.url = ""

    def environment(self) -> dict[str, str]:
        """Return the environment in which the program asks here, without the patience that services are owed."""
        return {
            "PEPTIDE_EUTILS": f"{self.url}/entrez/eutils",
            "PEPTIDE_CROSSREF": f"{self.url}/crossref",
            "PEPTIDE_CLINICALTRIALS": f"{self.url}/api/v2",
            "PEPTIDE_DOI": f"{self.url}/doi",
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
            if fault == "html":
                self._send(200, "<!doctype html><title>Down for maintenance</title><p>We are back soon.", {})
                return
            if isinstance(fault, str) and fault.startswith(("{", "[", "<Pubmed")):
                self._send(200, fault, {})
                return
            if fault in ("drip", "dripping head"):
                head = b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n"
                self.wfile.write(head + b"\r\n" if fault == "drip" else head)
                with suppress(OSError):
                    for _ in range(100):
                        self.wfile.write(b"{")
                        self.wfile.flush()
                        time.sleep(0.1)
                self.close_connection = True
                return
            if isinstance(fault, str) and fault in BOMBS:
                packed, head = bomb(fault)
                self.wfile.write(b"HTTP/1.1 %s\r\nContent-Length: %d\r\n\r\n" % (head, len(packed)))
                with suppress(OSError):
                    self.wfile.write(packed)
                self.close_connection = True
                return
            if fault == "cut":
                self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n<PubmedArt")
                self.close_connection = True
                return
            if isinstance(fault, int | tuple):
                status, headers = fault if isinstance(fault, tuple) else (fault, {})
                self._send(status, "busy", headers)
                return
            asked = dict(self.headers)
            other = held.others(path, parameters, asked) if held.others else None
            status, text, headers = other or answered(held, path, parameters)
            headers |= {"Content-Type": fault} if isinstance(fault, str) and "charset" in fault else {}
            self._send(status, text[: len(text) // 2] if fault == "broken" else text, headers)

        def _send(self, status: int, text: str, headers: dict[str, str]) -> None:
            body = text.encode()
            self.send_response(status)
            kinds = {"{": "application/json", "[": "application/json", "<": "text/xml; charset=UTF-8"}
            kind = "text/html" if text.startswith("<!doctype") else kinds.get(text[:1], "text/plain")
            for name, value in ({"Content-Type": kind} | headers).items():
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


BOMBS: dict[str, bytes] = {
    "bomb": b"200 OK\r\nContent-Encoding: gzip",
    "bomb in a bomb": b"200 OK\r\nContent-Encoding: gzip, gzip",
    "bomb in a redirect": b"302 Found\r\nLocation: /crossref/works/again\r\nContent-Encoding: gzip, gzip",
}
"""Answers that unpack to more than there is room for: how each begins."""


@functools.cache
def bomb(fault: str) -> tuple[bytes, bytes]:
    """Return what is packed in an answer that unpacks to too much, and how it begins."""
    if fault == "bomb":
        return gzip.compress(b" " * (80 << 20), 1), BOMBS[fault]
    packed = gzip.compress(b" " * (10 << 20), 9)
    return gzip.compress(packed * 100, 9), BOMBS[fault]


def answered(held: Registries, path: str, parameters: dict[str, str]) -> tuple[int, str, dict[str, str]]:
    """Return status, text and headers of an answer."""
    if path.endswith("/efetch.fcgi"):
        found = [article(key, held.pubmed[key]) for key in parameters["id"].split(",") if key in held.pubmed]
        head = '<?xml version="1.0" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC '
        head += '"-//NLM//DTD PubMedArticle, 1st January 2025//EN" '
        head += '"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">\n'
        return 200, f"{head}<PubmedArticleSet>\n{''.join(found)}</PubmedArticleSet>", {}
    if path.endswith("/ecitmatch.cgi"):
        return 200, matched(held, parameters["bdata"]), {}
    if path.endswith("/esummary.fcgi") and parameters.get("db") == "pmc":
        own = {(item.get("pmcid") or "").removeprefix("PMC"): pmid for pmid, item in held.pubmed.items()}
        wanted = [key for key in parameters["id"].split(",") if key in own]
        told = {key: {"uid": key, "articleids": [{"idtype": "pmid", "value": own[key]}]} for key in wanted}
        return 200, json.dumps({"header": {}, "result": {"uids": wanted} | told}), {}
    if path.endswith("/esummary.fcgi"):
        keys = [key for key in parameters["id"].split(",") if key in held.pubmed]
        summaries = {key: summary(key, held.pubmed[key]) for key in keys}
        return 200, json.dumps({"header": {}, "result": {"uids": keys} | summaries}), {}
    if path.startswith("/doi/"):
        return agencies(held, unquote(path.removeprefix("/doi/")))
    if path.endswith("/esearch.fcgi"):
        hits = list(held.pubmed) if held.hits is None else held.hits
        if held.searching:
            hits = found_by(held, parameters["term"])
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
    if path.endswith("/crossref/journals"):
        return 200, json.dumps({"status": "ok", "message": {"items": journals(held, parameters["query"])}}), {}
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
    if held.searching:
        return 200, json.dumps({"status": "ok", "message-type": "work-list", "message": listed(held, parameters)}), {}
    words = parameters.get("query.bibliographic", "").lower()
    found = [work(key, item) for key, item in held.crossref.items() if words in item["title"].lower()]
    start = 0 if parameters.get("cursor") == "*" else int(parameters.get("cursor", "0"))
    size = int(parameters.get("rows", "20"))
    message = {"total-results": len(found), "items": found[start : start + size], "next-cursor": str(start + size)}
    return 200, json.dumps({"status": "ok", "message-type": "work-list", "message": message}), {}


def words_of(text: str) -> list[str]:
    """Return words as an index has them."""
    return re.findall(r"[^\W_]+", text.lower())


def names_of(held: Registries, item: dict[str, Any]) -> list[str]:
    """Return the names of the journal of a record."""
    return [item["journal"], *held.abbreviations.get(item["journal"], ())]


def matched(held: Registries, lines: str) -> str:
    """Return what ECitMatch answers: each line with the number of the one paper at that place."""
    told: list[str] = []
    for line in filter(None, lines.split("\r")):
        journal, year, volume, page, _author, key, *_ = line.split("|")
        same = [names for names in {tuple(names_of(held, item)) for item in held.pubmed.values()}
                if words_of(journal) in [words_of(name) for name in names]]  # fmt: skip
        hits = [
            pmid for pmid, item in held.pubmed.items()
            if tuple(names_of(held, item)) in same and year in ("", str(item["issued"]))
            and volume == item.get("volume") and page == (item.get("page") or "").split("-")[0]
        ]  # fmt: skip
        none = "NOT_FOUND" if same else "NOT_FOUND;INVALID_JOURNAL"
        several = f"AMBIGUOUS {','.join(hits)}" if len(hits) > 1 else none
        told.append("|".join((journal, year, volume, page, _author, key, hits[0] if len(hits) == 1 else several)))
    return "\n".join(told) + "\n"


def found_by(held: Registries, term: str) -> list[str]:
    """Return the numbers that a term of ESearch finds: words with [ti], [au], [ta], [dp] or [aid], AND, and OR."""
    groups = [re.findall(r'"[^"]*"\[\w+\]|[^\s()]+(?:\s+(?!OR\b|AND\b)[^\s()\[]+)*\[\w+\]', part.replace(" OR ", " "))
              for part in term.split(" AND ")]  # fmt: skip
    scores: dict[str, int] = {}
    for pmid, item in held.pubmed.items():
        title = set(words_of(item["title"]))
        fields = [sum(_has(held, pmid, item, title, one) for one in group) for group in groups]
        if all(fields):
            scores[pmid] = sum(fields)
    return sorted(scores, key=lambda pmid: -scores[pmid])


def _has(held: Registries, pmid: str, item: dict[str, Any], title: set[str], one: str) -> bool:
    word, _, field = one.rstrip("]").rpartition("[")
    word = word.strip('"').lower()
    if field == "ti":
        return word in title
    if field == "au":
        return any(family.lower() == word for family, _ in item.get("author", ()))
    if field == "ta":
        return words_of(word) in [words_of(name) for name in names_of(held, item)]
    if field == "dp":
        return str(item["issued"]) == word
    return word.upper() == item.get("pmcid") if field == "aid" else word == pmid


def listed(held: Registries, parameters: dict[str, str]) -> dict[str, Any]:
    """Return Crossref's list of works: those with some DOIs, or those that share most words with a question."""
    wanted = [part.removeprefix("doi:") for part in parameters.get("filter", "").split(",") if part.startswith("doi:")]
    if wanted:
        keys = [doi for doi in wanted if doi in held.crossref]
    else:
        asked = " ".join(value for key, value in parameters.items() if key.startswith("query"))
        author = words_of(parameters.get("query.author", ""))
        keys = ranked(held, asked)
        if author:
            names = {key: " ".join(family for family, _ in held.crossref[key]["author"]) for key in keys}
            keys = [key for key in keys if set(author) & set(words_of(names[key]))]
    items = [work(key, held.crossref[key]) for key in keys[: int(parameters.get("rows", "20"))]]
    return {"total-results": len(keys), "items": items}


def _told(item: dict[str, Any]) -> list[str]:
    """Return what Crossref indexes of a work."""
    families = [family for family, _ in item.get("author", ())]
    place = (item.get("volume") or "", item.get("page") or "")
    return [item["title"], item["journal"], str(item["issued"]), *place, *families]


def ranked(held: Registries, question: str) -> list[str]:
    """Return the works of Crossref that share words with a question, rare words counting more; the best first."""
    if len(held.index) != len(held.crossref):
        held.index = {doi: Counter(words_of(" ".join(_told(item)))) for doi, item in held.crossref.items()}
    spread = Counter(word for own in held.index.values() for word in own)
    asked = set(words_of(question))
    scores = {
        doi: sum(math.log(1 + len(held.index) / spread[word]) for word in asked & own.keys())
        for doi, own in held.index.items()
    }
    return [doi for doi in sorted(scores, key=lambda doi: (-scores[doi], doi)) if scores[doi] > 0]


def journals(held: Registries, query: str) -> list[dict[str, Any]]:
    """Return the journals that Crossref finds by words of their title, each with its works by year."""
    counts: dict[str, Counter[int]] = defaultdict(Counter)
    for item in held.crossref.values():
        counts[item["journal"]][item["issued"]] += 1
    asked = set(words_of(query))
    found = sorted((-len(asked & set(words_of(title))), title) for title in counts if asked & set(words_of(title)))
    return [
        {
            "title": title,
            "ISSN": [],
            "breakdowns": {"dois-by-issued-year": [list(pair) for pair in counts[title].items()]},
        }
        for _, title in found[:5]
    ]


def agencies(held: Registries, path: str) -> tuple[int, str, dict[str, str]]:
    """Return what doi.org answers: who registered a DOI, whether its handle is there, or its record as CSL-JSON."""
    known = held.crossref.keys() | held.agencies.keys()
    path = path if path.startswith("doiRA/") else f"{path[:3]}{path[3:].lower()}"
    for head in ("ra/", "doiRA/"):
        if path.startswith(head):
            dois = path.removeprefix(head).lower().split(",")
            told = [{"DOI": doi, "RA": held.agencies.get(doi, "Crossref")} if doi in known
                    else {"DOI": doi, "status": "DOI does not exist"} for doi in dois]  # fmt: skip
            return 200, json.dumps(told), {}
    if path.startswith("api/handles/"):
        doi = path.removeprefix("api/handles/")
        return (200, json.dumps({"responseCode": 1, "handle": doi}), {}) if doi in known else (
            404, json.dumps({"responseCode": 100, "handle": doi}), {})  # fmt: skip
    if path in held.crossref:
        record = work(path, held.crossref[path])
        return (
            200,
            json.dumps(record | {"title": record["title"][0], "container-title": record["container-title"][0]}),
            {},
        )
    if path in held.doi:
        return 200, json.dumps(held.doi[path]), {}
    if path in held.agencies:
        return 200, "<!doctype html><title>A page for people</title>", {}
    return 404, "<!doctype html><title>DOI Not Found</title>", {}


def summary(pmid: str, item: dict[str, Any]) -> dict[str, Any]:
    """Return a record as ESummary gives it with retmode=json."""
    ids = [{"idtype": "pubmed", "value": pmid}]
    ids += [{"idtype": "doi", "value": item["doi"]}] if item.get("doi") else []
    ids += [{"idtype": "pmc", "value": item["pmcid"]}] if item.get("pmcid") else []
    initials = [(family, "".join(part[0] for part in re.split(r"[ .-]+", given) if part))
                for family, given in item.get("author", ())]  # fmt: skip
    names = [{"name": f"{family} {letters}".strip(), "authtype": "Author"} for family, letters in initials]
    retracted = any(kind == "RetractionIn" for kind, *_ in item.get("changes", ()))
    return {
        "uid": pmid, "pubdate": f"{item['issued']} Oct", "epubdate": "", "source": item["journal"], "authors": names,
        "title": f"{item['title']}.", "volume": item.get("volume") or "", "issue": item.get("issue") or "",
        "pages": item.get("page") or "", "fulljournalname": item["journal"], "articleids": ids, "lang": ["eng"],
        "pubtype": ["Journal Article", *(["Retracted Publication"] if retracted else [])],
    }  # fmt: skip


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
    online = (
        f'<ArticleDate DateType="Electronic"><Year>{item["online"]}</Year></ArticleDate>' if item.get("online") else ""
    )
    iso = f"<ISOAbbreviation>{escape(item['iso'])}</ISOAbbreviation>" if item.get("iso") else ""
    abstract = (
        f"<Abstract><AbstractText>{escape(item['abstract'])}</AbstractText></Abstract>" if item.get("abstract") else ""
    )
    return (
        f'<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">{pmid}</PMID>'
        f'<Article PubModel="Print"><Journal><JournalIssue CitedMedium="Print">{volume}{issue}'
        f"<PubDate><Year>{item['issued']}</Year><Month>Oct</Month><Day>30</Day></PubDate></JournalIssue>"
        f"<Title>{escape(item['journal'])}</Title>{iso}</Journal><ArticleTitle>{escape(item['title'])}.</ArticleTitle>{pages}{online}"
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
    if item.get("online"):
        message["published-online"] = {"date-parts": [[item["online"], 12]]}
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
