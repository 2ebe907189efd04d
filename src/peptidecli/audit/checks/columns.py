"""Columns: tables that set compounds beside each other, and what they say of approvals and of the list of doping."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...dataset.dataset import Dataset
from ...dataset.model import Regulatory
from ..article.names import Names
from ..article.sentences import Sentence
from ..findings import AuditVerdict
from . import Found, Seen
from .status import decisive

_PLACES = {
    "US": re.compile(r"\bFDA\b|\bUSA?\b|\bUnited States\b|США"),
    "RU": re.compile(r"\bRussian?\b|Росси\w+|\bРФ\b"),
    "EU": re.compile(r"\bEMA\b|\bEU\b|\bEurope\w*"),
    "UA": re.compile(r"\bUkrain\w+|Украин\w+"),
    "WADA": re.compile(r"\bWADA\b|\b[Aa]nti-?doping\b|\bВАДА\b"),
}
_APPROVAL = re.compile(
    r"\b(?:approv|regist|licen[sc]|authori[sz])\w*|\bstatus\b|одобрен\w*|зарегистр\w*|регистрац\w+", re.I
)
_BAN = re.compile(r"\b(?:ban|bann|prohibit|status|list|запре)\w*|^\W*WADA\W*$", re.I)
_TURNED = re.compile(r"\b(?:not|un|non)|\b(?:allowed|permitted|legal|safe|date|pathway|category|reason|docket)\b", re.I)
"""A head under which `yes` says the opposite, or something else."""
_NO = re.compile(
    r"\W*(?:no(?!\w|\s(?:data|longer|information))|"
    r"not(?!\s(?:yet|known|listed by name|applicable|specif\w+))\b|none|never|unapproved|"
    r"unregistered|нет\b|не\s)|\s*[✗✘❌]",
    re.IGNORECASE,
)
_YES = re.compile(
    r"\W*(?:yes|approved|registered|licensed|banned|prohibited|listed|S\d\b|да\b|одобрен\w*|зарегистр\w*|запрещ\w*)|"
    r"\s*[✓✔✅]",
    re.IGNORECASE,
)
_ANSWERS = re.compile(r"\W*(?:yes|no|да|нет)\b|\s*[✓✔✅✗✘❌]|\W*\d{4}\b", re.IGNORECASE)
_YEAR = re.compile(r"\W*(?:(?:yes|approved|registered|in|since|да|с)\W{1,3}){0,3}((?:19|20)\d\d)\b", re.IGNORECASE)
_AS_OF = re.compile(r"\b(?:as of|until|in|by|на)\s(?:[A-Z][a-z]+\s)?((?:19|20)\d\d)\b")
_WARY = re.compile(
    r"\b(?:outside|except|unless|likely|probably|partly|some|varies|unclear|but|pending)\b", re.IGNORECASE
)


class Columns:
    """Reads the cells that answer a question for the compounds at the heads of their columns, or of the row."""

    def __init__(self, dataset: Dataset, names: Names) -> None:
        self.dataset, self.names = dataset, names

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield what the cells of a row say of a status, where one compound and one question leave no doubt."""
        block = sentence.block
        if block.kind != "row" or len(block.cells) < 2 or len(block.header) < len(block.cells):
            return
        texts = [block.plain[low:high] for low, high in block.cells]
        first = self._compound(texts[0])
        for place, (low, high) in enumerate(block.cells[1:], 1):
            compound = first or self._compound(block.header[place])
            if not first and compound and _ANSWERS.match(texts[place]):
                seen.approved.append((0, len(block.plain), ""))  # Of a cell that answers nothing else is said.
            asked = block.header[place] if first else texts[0]
            jurisdiction = _asked(asked)
            if compound and jurisdiction and high > low and not _WARY.search(texts[place]):
                judged = self._judge(compound, jurisdiction, texts[place])
                if judged and not seen.is_told(low, high):
                    yield Found(low, high, "statement", *judged)

    def _compound(self, text: str) -> str | None:
        """Return the one compound that a head names."""
        found = {mention.compound for mention in self.names.find(text)} if len(text) <= LONGEST_HEAD else set()
        return found.pop() if len(found) == 1 else None

    def _judge(self, compound: str, jurisdiction: str, cell: str) -> tuple[AuditVerdict, str] | None:
        own = self.dataset.compounds[compound]
        events = [
            event for event in own.regulatory if event.jurisdiction == jurisdiction and event.status != "unconfirmed"
        ]
        said = False if _NO.match(cell) else True if _YES.match(cell) or _YEAR.match(cell) else None
        dated = _AS_OF.search(cell)
        if dated and said is False:
            # What was not so in a year may have come about after it.
            events = [event for event in events if event.as_of[:4] <= dated[1]]
        if not events or said is None:
            return None
        if jurisdiction == "WADA":
            held = [event for event in events if event.status == "restricted"]
            return ("matches" if said else "differs", f"{own.name}: {held[-1].event}") if held else None
        registered = [event for event in events if event.status == "registered"]
        refused = [event for event in events if event.status == "not-approved"]
        told = f"{own.name}: {decisive(events)}"
        if not registered:
            return ("differs" if said else "matches", told) if refused else None
        if not said:
            return None if any(event.status == "cancelled" for event in events) else ("differs", told)
        return self._year(cell, events, registered, told)

    @staticmethod
    def _year(cell: str, events: list[Regulatory], registered: list[Regulatory], told: str) -> tuple[AuditVerdict, str]:
        """Return whether the year that a cell gives is one of those that the dataset has."""
        year = _YEAR.match(cell)
        known = {text for event in events for text in (event.as_of[:4], *re.findall(r"\b(?:19|20)\d\d\b", event.event))}
        first = min(event.as_of[:4] for event in registered)
        if year and year[1] not in known and year[1] < first and _ACT.search(registered[0].event):
            return "differs", f"The dataset has {first}. {told}"
        return "matches", told


LONGEST_HEAD = 60
"""Characters up to which a cell is the head of its row or column."""
_ACT = re.compile(r"\bapproved\b|\bregistered\b")


def _asked(text: str) -> str:
    """Return of which jurisdiction a head asks whether something is approved there, or listed; empty where of none."""
    if len(text) > LONGEST_HEAD or _TURNED.search(text):
        return ""
    found = [key for key, pattern in _PLACES.items() if pattern.search(text)]
    if len(found) != 1:
        return ""
    return found[0] if (_BAN if found[0] == "WADA" else _APPROVAL).search(text) else ""
