"""ClinicalTrials.gov by its API, version 2: studies by words, in pages.

Written after its page on the API (`/studies`: query.term, filter.advanced, countTotal, pageSize up to 1000, pageToken).
"""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

from ..errors import RegistryError
from .client import Client

_PAGE = 100


class Trial(NamedTuple):
    """A registered trial as far as a list needs it; `id` is empty where its record has no number of the register."""

    id: str
    title: str
    status: str
    n: int | None
    condition: str
    interventions: tuple[str, ...]
    updated: str
    sponsor: str
    text: str


class Trials(NamedTuple):
    """What a search finds: how many in all, and those that were looked at."""

    total: int
    trials: tuple[Trial, ...]


def search(client: Client, term: str, since: str, most: int) -> Trials:
    """Return the trials whose record was changed since a day (YYYY-MM-DD), at most `most`."""
    found: list[Trial] = []
    total, token = 0, ""
    while len(found) < most:
        parameters = {
            "query.term": term, "filter.advanced": f"AREA[LastUpdatePostDate]RANGE[{since},MAX]",
            "sort": "LastUpdatePostDate:desc", "countTotal": "true", "pageSize": str(min(_PAGE, most - len(found))),
        }  # fmt: skip
        if token:
            parameters["pageToken"] = token
        page = client.asked("ClinicalTrials.gov", "studies", parameters, _page)
        if page is None:
            raise RegistryError("ClinicalTrials.gov's list of studies is not where it was (404)")
        counted, trials, token = page
        total = counted or total  # only the first page has it
        found += trials
        if not token or not trials:
            break
    return Trials(max(total, len(found)), tuple(found))


def _page(text: str) -> tuple[int, list[Trial], str]:
    """Return how many trials a search finds in all, where the page says so, those of it, and the token of the next."""
    answer = json.loads(text)
    trials = [_trial(study) for study in answer["studies"]]
    return int(answer.get("totalCount") or 0), trials, str(answer.get("nextPageToken") or "")


def _trial(study: dict[str, Any]) -> Trial:
    section = study.get("protocolSection") or {}

    def part(name: str) -> dict[str, Any]:
        return section.get(f"{name}Module") or {}

    named = part("identification")
    arms = part("armsInterventions").get("interventions") or ()
    interventions = [text for arm in arms for text in (arm.get("name"), *(arm.get("otherNames") or ())) if text]
    count = (part("design").get("enrollmentInfo") or {}).get("count")
    summary = part("description").get("briefSummary") or ""
    title = named.get("briefTitle") or named.get("officialTitle") or ""
    return Trial(
        id=number if re.fullmatch(r"NCT\d{8}", number := str(named.get("nctId"))) else "",
        title=title,
        status=str(part("status").get("overallStatus") or "").lower().replace("_", " "),
        n=count if isinstance(count, int) and count > 0 else None,
        condition=", ".join(part("conditions").get("conditions") or ()),
        interventions=tuple(interventions),
        updated=str((part("status").get("lastUpdatePostDateStruct") or {}).get("date") or ""),
        sponsor=str((part("sponsorCollaborators").get("leadSponsor") or {}).get("name") or ""),
        text=" ".join((title, named.get("officialTitle") or "", *interventions, summary)),
    )
