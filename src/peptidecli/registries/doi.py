"""doi.org: which agency registered a DOI, and the record of one that is none of Crossref's.

Written after the DOI Handbook's and Crossref's pages on content negotiation (`Accept:
application/vnd.citationstyles.csl+json`, which Crossref, DataCite and mEDRA answer), and those on the agency of a DOI
(`ra/{doi}`) and the Handle API (`api/handles/{doi}`, response code 100 for what is not there).
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import msgspec

from ..intake import csl
from ..intake.paper import Paper, tidy
from .client import Client

CSL = "application/vnd.citationstyles.csl+json"


def agency(client: Client, doi: str) -> str | None:
    """Return the agency that registered a DOI; None where the DOI does not exist.

    `ra` is known to say that a DOI does not exist while its handle server is out of reach; so the handle is asked too.
    """
    kept = client.kept("doi-agency", doi)
    if kept is None:
        named = client.asked("doi.org", f"ra/{quote(doi, safe='/')}", {}, _agency)
        if not named and client.asked("doi.org", f"api/handles/{quote(doi, safe='/')}", {}, _there):
            named = "an agency that doi.org does not name"
        kept = named or ""
        client.keep("doi-agency", doi, kept)
    return kept or None


def _agency(text: str) -> str:
    """Return the agency in an answer, empty where it says that there is no such DOI."""
    found = json.loads(text)
    first = found[0] if isinstance(found, list) and found else None
    if not isinstance(first, dict) or not (first.get("RA") or first.get("status")):
        raise ValueError("it names no agency")
    return tidy(first.get("RA")) or ""


def _there(text: str) -> bool:
    """Tell whether an answer of the Handle API says that a handle is there."""
    found = json.loads(text)
    code = found.get("responseCode") if isinstance(found, dict) else None
    if code not in {1, 100, 200, 301}:
        raise ValueError(f"its response code is {code}")
    return code in {1, 200}


def fetch(client: Client, doi: str, named: str) -> Paper | None:
    """Return the record of a DOI by the agency that registered it, None where that gives none."""
    kept = client.kept("doi-record", doi)
    if kept is None:
        found = client.asked("doi.org", quote(doi, safe="/"), {}, _record, accept=CSL, anywhere=True)
        kept = json.dumps(found)
        client.keep("doi-record", doi, kept)
    found = json.loads(kept)
    if not found:
        return None
    (paper,) = csl.papers(json.dumps(found))
    return msgspec.structs.replace(paper, trace=named, where=f"doi.org/{doi}", doi=paper.doi or doi)


def _record(text: str) -> dict[str, Any]:
    """Return the record in an answer, empty where the agency shows a page for people instead."""
    if text.lstrip().startswith("<"):
        return {}
    found = json.loads(text)
    if not isinstance(found, dict) or isinstance(found.get("items"), list):
        raise ValueError("it is no record")
    if not isinstance(found.get("author", []), list):
        raise ValueError(f"its fields are not as documented (author is {found['author']!r:.40})")
    try:
        list(csl.papers(text))
    except (TypeError, AttributeError, KeyError, IndexError) as error:
        raise ValueError(f"its fields are not as documented ({error})") from error
    return found
