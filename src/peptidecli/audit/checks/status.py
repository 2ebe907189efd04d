"""Status: what a text says of approvals, and of their years, held against the dated events of the dataset."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...dataset.dataset import Dataset
from ...dataset.model import Regulatory
from ..article.sentences import Sentence
from ..findings import AuditVerdict
from ..wording import NEGATION, holds, refuted
from . import Found, Seen

_PLACES = {
    "US": r"\b(?:US |U\.S\. )?FDA\b|\bUnited States\b|\bin the US\b|\bU\.S\.|\bUSA\b",
    "EU": r"\bEMA\b|\bEuropean Medicines Agency\b|\bEuropean Union\b|\bin the EU\b",
    "RU": r"\bRussian?s?(?: Federation)?\b|Росси\w+|Минздрав\w*",
    "UA": r"\bUkrain\w+|Украин\w+",
    "GB": r"\bMHRA\b|\bUnited Kingdom\b|\bin the UK\b|\bUK\b",
    "AU": r"\bTGA\b|\bAustralia\w*",
    "CA": r"\bHealth Canada\b|\bin Canada\b",
    "AT": r"\bAustria\w*",
    "CN": r"\bNMPA\b|\bin China\b",
}
_APPROVED = re.compile(
    r"\b(?:approved|registered|licen[sc]ed|authori[sz]ed|"
    r"(?:has|have|had|received|gained|got|obtained|granted|no|without|lacks?|lacking|under|holds?|"
    r"full|regulatory)\s(?:\w+\s){0,6}?(?:approvals?|registration|authori[sz]ation)|"
    r"prescription (?:drug|medicine|medication)s?|cleared|зарегистрирован\w*|одобрен\w*|"
    r"разреш[её]н\w*)\b|\b(?:FDA|EMA)-approved\b",
    re.IGNORECASE,
)
_SIGNS = ("approv", "regist", "licen", "authori", "prescription", "cleared", "зарегистр", "одобрен", "разреш", "categ",
          "vote", "vital", "essential", "жизненно")  # fmt: skip
_NEITHER = re.compile(r"\b[Nn]either\b")
_PAIR = re.compile(r"\b(?:[Nn]either|[Bb]oth|[Tt]hey)\b")
_NOT_STATUS = re.compile(
    r"\b(?:approved (?:drugs?|medications?|treatments?|therap\w+|medicines) (?:such|like|for)|"
    r"FDA-approved (?:drugs?|medications?|"
    r"treatments?|therap\w+|alternatives?)|unless|if (?:it|they)|seek(?:ing)?|await\w*|pending|"
    r"whether|clinicaltrials|registered trials?|"
    r"trial regist\w+|\w-registered|registered (?:with|products?|versions?|supplier|compan\w+|"
    r"manufactur\w+|trademark|office|nurse|at)|claims?\b|FDA-approved (?:options?|agents?|products?|"
    r"cognitive|peptides?|compounds?)|Drugs@FDA|approved[- ]products?|Orange Book|before (?:it|they)|"
    r"not yet|would|could|might|should|comparable to approved)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not|no|never|neither|nor|none|isn't|aren't|wasn't|hasn't|lacks?|lacking|without|"
    r"non-?(?=\s?(?:FDA|EMA|approved))|un(?:approved|registered|licensed|authori[sz]ed))\b|"
    r"\bне\b|\bнет\b|\bniet\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[;]\s|\s-\s|\b(?:but|while|whereas|although|though|however)\b|,\s(?=(?:and\s)?(?:is|it|has|was|"
    r"not|neither|nor|yet|though)\b)",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"(?:\b(?:in|since|as of|from|by|on)\b\s(?:(?:the\s)?(?P<part>early|mid|"
    r"late)[- ])?(?:[A-Z][a-z]+\s)?(?:the\s)?(?P<year>(?:19|20)\d\d)(?P<s>'?s)?|"
    r"\((?:(?:approved|registered|since|in)\s)?(?P<paren>(?:19|20)\d\d)\))"
)
_ACT = re.compile(r"\b(?:approved|registered|authorised|authorisation is dated)\b")
"""What tells that the date of an event is that of the approval, and not of a page that lists it."""
_CATEGORY = re.compile(r"\bCategory\s?([12])\b")
_REMOVED = re.compile(r"\b(?:remov\w+|taken off|dropped|leaves?|left|off|delist\w+)\b", re.IGNORECASE)
_VOTE = re.compile(r"\bvot\w+\s(?:\w+\s){0,3}?(\d{1,2})\s?(?:to|-|:|–)\s?(\d{1,2})\b")
_VITAL = re.compile(
    r"\b(?:Vital|Essential)\b[^.]{0,40}\b(?:Drugs|Medicines|Medications)\b|\bvital and essential\b|"
    r"жизненно необходим\w+",
    re.IGNORECASE,
)
_DOCKET = re.compile(r"\bFDA-\d{4}-N-\d{4,5}\b")


class _Said(NamedTuple):
    start: int
    end: int
    jurisdiction: str
    denied: bool


class Status:
    """Finds what is said of a compound's status and holds it against the events of the jurisdiction."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._places = {key: re.compile(pattern) for key, pattern in _PLACES.items()}
        self._any = re.compile("|".join(_PLACES.values()))
        self._events: dict[tuple[str, str], list[Regulatory]] = {}
        for compound in dataset.compounds.values():
            for event in compound.regulatory:
                self._events.setdefault((compound.id, event.jurisdiction), []).append(event)

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield what a sentence says of approvals, of the FDA's categories, votes and dockets."""
        plain = sentence.plain
        if sentence.listed or sentence.block.kind in {"entry", "heading"} or not holds(sentence.low, _SIGNS):
            return
        compounds = self._spoken_of(sentence, seen)
        if not compounds or plain.rstrip().endswith("?") or refuted(plain):
            return
        named = any(mention.compound for mention in sentence.named)
        if (
            (named or _SAYS.search(plain) or ("FDA" in plain and _DENIED.search(plain)))
            and _APPROVED.search(plain)
            and self._any.search(plain)
            and not _NOT_STATUS.search(plain)
        ):
            for said in self._said(plain):
                about = compounds
                if sentence.subject and not any((key, said.jurisdiction) in self._events for key in compounds):
                    about = (sentence.subject,)
                yield from self._held(plain, said, about, seen)
        yield from self._details(plain, compounds, len({mention.compound for mention in sentence.named}) > 1)

    @staticmethod
    def _spoken_of(sentence: Sentence, seen: Seen) -> tuple[str, ...]:
        """Return the compounds a sentence speaks of; `neither` and `they` go back to those named before."""
        own = sentence.compounds
        if any(mention.compound for mention in sentence.named) or not _PAIR.search(sentence.plain):
            return own
        before = tuple(dict.fromkeys(key for other in sentence.before for key in other.compounds))
        if len(before) == 2:
            return before
        return seen.pair if _NEITHER.search(sentence.plain) and seen.pair else own

    def _said(self, plain: str) -> Iterator[_Said]:
        """Yield for each jurisdiction what a clause says of approval there."""
        starts = [0, *(hit.end() for hit in _CLAUSE.finditer(plain))]
        ends = [*(hit.start() for hit in _CLAUSE.finditer(plain)), len(plain)]
        approved_before = False
        told: set[str] = set()
        for start, end in zip(starts, ends, strict=True):
            clause = plain[start:end]
            approved = _APPROVED.search(clause)
            # `approved in Russia (2009) but not by the FDA`: the verb of the clause before.
            if not approved and not (approved_before and _DENIED.search(clause)):
                continue
            approved_before = approved_before or approved is not None
            negative = _DENIED.search(_ANSWER.sub("", clause)) is not None
            for key, pattern in self._places.items():
                for hit in pattern.finditer(clause):
                    near = approved is None or _belongs(clause, approved, hit, self._any)
                    if near and not _outside(clause, hit) and (key not in told or negative):
                        told.add(key)
                        yield _Said(start, end, key, negative)
                        break

    def _held(self, plain: str, said: _Said, compounds: tuple[str, ...], seen: Seen) -> Iterator[Found]:
        verdicts: list[tuple[AuditVerdict, str]] = []
        for compound in compounds:
            events = self._events.get((compound, said.jurisdiction), [])
            if not events:
                continue
            verdicts.append(self._verdict(plain, said, events, self.dataset.compounds[compound].name))
        if not verdicts:
            return
        worst = next((item for item in verdicts if item[0] == "differs"), None)
        if worst is None and any(verdict == "unknown" for verdict, _ in verdicts):
            if seen.stated:
                return
            worst = next(item for item in verdicts if item[0] == "unknown")
            if "unconfirmed" in worst[1]:
                return
        verdict, detail = worst or verdicts[0]
        start = said.start + len(plain[said.start : said.end]) - len(plain[said.start : said.end].lstrip())
        yield Found(start, said.end, "statement", verdict, detail)

    def _verdict(self, plain: str, said: _Said, events: list[Regulatory], name: str) -> tuple[AuditVerdict, str]:
        registered = [event for event in events if event.status == "registered"]
        listed = [event for event in events if event.status == "listed"]
        refused = [event for event in events if event.status in {"not-approved", "restricted"}]
        unapproved = [event for event in refused if event.status == "not-approved"]
        place = (
            self.dataset.jurisdictions[said.jurisdiction].label
            if said.jurisdiction in self.dataset.jurisdictions
            else said.jurisdiction
        )
        told = f"{name}, {place}: {(registered or unapproved or refused or events)[0].event}"
        if said.denied:
            if registered and not any(event.status == "cancelled" for event in events):
                return "differs", told
            if not refused and not registered:
                return "unknown", f"{told} (unconfirmed)"
            return ("matches", told) if not registered else ("unknown", told)
        if registered:
            return self._year(plain, said, events, told)
        if unapproved:
            return "differs", told
        return "unknown", told if listed else f"{told} (unconfirmed)"

    def _year(self, plain: str, said: _Said, events: list[Regulatory], told: str) -> tuple[AuditVerdict, str]:
        """Return whether the year that stands with an approval is one of those the dataset has."""
        clause = plain[said.start : said.end]
        approved = _APPROVED.search(clause)
        when = next(
            (hit for hit in _WHEN.finditer(clause) if approved and 0 <= hit.start() - approved.end() <= 70), None
        )
        if (
            when is None
            or not approved
            or re.search(
                r"\b(?:trial|study|research|market research|as of|published)\b", clause[approved.end() : when.start()]
            )
        ):
            return "matches", told
        year = int(when["year"] or when["paren"])
        years = {int(event.as_of[:4]) for event in events if event.status in {"registered", "listed"}}
        years |= {
            int(y)
            for event in events
            if event.status == "registered"
            for y in re.findall(r"\b(?:19|20)\d\d\b", event.event)
        }
        if when["s"]:
            low, high = {"early": (0, 4), "mid": (3, 7), "late": (5, 9)}.get(when["part"] or "", (0, 9))
            fits = any(year + low <= own <= year + high for own in years)
        else:
            fits = year in years
        if fits:
            return "matches", told
        acts = [int(event.as_of[:4]) for event in events if event.status == "registered" and _ACT.search(event.event)]
        if not acts:
            return "matches", told
        first = min(acts)
        if re.match(r"\s*as of", clause[max(0, when.start() - 2) : when.end()]) or year > 2024:
            return "matches", told
        return "differs", f"The dataset has {first}. {told}"

    def _details(self, plain: str, compounds: tuple[str, ...], several: bool) -> Iterator[Found]:
        """Yield categories, votes, lists and dockets that an event of the compound tells of."""
        category, vote, vital = _CATEGORY.search(plain), _VOTE.search(plain), _VITAL.search(plain)
        if not (category or vote or vital):
            return
        for compound in compounds:
            name = self.dataset.compounds[compound].name
            events = [event for (key, _), own in self._events.items() if key == compound for event in own]
            if category and _REMOVED.search(plain) and not NEGATION.search(plain):
                event = next((e for e in events if "Category 2" in e.event and _REMOVED.search(e.event)), None)
                if event and category[1] == "2":
                    yield Found(0, len(plain), "statement", "matches", f"{name}: {event.event}")
                    return
            if vote:
                event = next((e for e in events if re.search(r"\bvoted\b", e.event)), None)
                if event and not several:
                    same = re.search(rf"\b{vote[1]} to {vote[2]}\b", event.event)
                    yield Found(*vote.span(), "figure", "matches" if same else "differs", f"{name}: {event.event}")
            if vital:
                event = next((e for e in events if "vital and essential" in e.event), None)
                if event:
                    yield Found(0, len(plain), "statement", "matches", f"{name}: {event.event}")
                    return


def _belongs(clause: str, approved: re.Match[str], place: re.Match[str], places: re.Pattern[str]) -> bool:
    """Tell whether a word on approval is said of a place: within it, before it, or behind it without another verb."""
    if places.search(approved[0]):
        return approved.start() <= place.start() < approved.end()
    if abs(place.start() - approved.start()) > 120:
        return False
    low, high = (
        sorted((approved.end(), place.start())) if place.start() > approved.end() else (place.end(), approved.start())
    )
    return not _VERB.search(clause, max(0, low), max(0, high))


_VERB = re.compile(r"\b(?:available|sold|bought|research\w*|developed|studied|evidence|marketed)\b")
_ANSWER = re.compile(r"^\W*No\s?(?=[(:;-])")
_SAYS = re.compile(
    r"\b(?:is|was|are|were|been|has|have|remains?)\b|^\W{0,4}(?:[\w ]{1,20}:\s)?(?:not\s|"
    r"un)?(?:approved|registered|licensed)\b",
    re.IGNORECASE,
)


def _outside(clause: str, hit: re.Match[str]) -> bool:
    """Tell whether a place is named as what is left out: `outside Russia`, `Russian researchers`."""
    before = clause[max(0, hit.start() - 25) : hit.start()]
    after = clause[hit.end() : hit.end() + 20]
    return bool(
        re.search(r"\b(?:outside(?: of)?|other than|except(?: in)?|beyond)\s(?:the\s)?$|\bnon-$", before)
        or re.match(
            r"\s(?:research\w*|scientists?|Academy|studies|study|trials?|literature|clinical|journals?|"
            r"neurolog\w+|institut\w+|pharma\w+|"
                    r"peptide|nootropic|developer|biotech\w*|compan\w+|language|text|data|team)", after)
    )  # fmt: skip
