"""Listings: what a text says of the lists of doping and of scheduled medicines, and of designations, said or denied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...dataset.dataset import Dataset
from ...dataset.model import Regulatory
from ..article.sentences import Sentence
from ..wording import clauses, holds, refuted
from . import Found, Seen
from .status import spoken_of


class _List(NamedTuple):
    """A list in a jurisdiction: what tells of it, and what an event of the dataset must hold to be of it."""

    jurisdiction: str
    cue: re.Pattern[str]
    event: re.Pattern[str]
    signs: tuple[str, ...]


_LISTS = (
    _List(
        "WADA",
        re.compile(
            r"\bWADA\b|\bprohibited under (?:section |class |category )?S\d|\bWorld Anti-?\s?Doping|"
            r"\bUSADA\b|\banti-?doping\w*|(?<!compounding )(?<!FDA )\bProhibited List\b|ВАДА|антидопинг\w*|"
            r"\bdop(?:ing|agem|aje|age)\w*|"
            r"допинг\w*|"
            r"\bbanned (?:in|by|from) (?:\w+ )?(?:sports?|athlet\w+)",
            re.IGNORECASE,
        ),
        re.compile(r"\bS\d|prohibited", re.IGNORECASE),
        ("wada", "prohibited under", "dop", "usada", "prohibited list", "вада", "допинг", "sport", "athlet"),
    ),
    _List(
        "AU",
        re.compile(
            r"\bSchedule\s?(?:4|IV)\b|\bPoisons Standard\b|\bS4\b(?=.{0,60}\b(?:TGA|Australia|prescription)|"
            r"\s?(?:\(|$))|"
            r"\b(?:AU|Australia|TGA)\b[^.;]{0,40}\b(?:S4|[Pp]rescription[- ]only)\b"
        ),
        re.compile(r"Schedule 4"),
        (
            "schedule 4",
            "schedule\xa04",
            "schedule iv",
            "poisons standard",
            "s4",
            "prescription only",
            "prescription-only",
        ),
    ),
    _List(
        "NZ",
        re.compile(
            r"\b(?:New Zealand|Medsafe|NZ)\b[^.;]{0,80}\bprescription\b|"
            r"\bprescription\b[^.;]{0,60}\b(?:New Zealand|Medsafe|NZ)\b"
        ),
        re.compile(r"prescription medicine"),
        ("new zealand", "medsafe", "nz"),
    ),
    _List(
        "US",
        re.compile(r"\borphan(?: drug)? (?:designation|status)|\borphan designat\w+", re.IGNORECASE),
        re.compile(r"Orphan designation", re.IGNORECASE),
        ("orphan",),
    ),
    _List(
        "US",
        re.compile(
            r"\bfast[- ]track (?:designation|status)|\bfast[- ]track\s(?:\w+\s)?(?:was|were|has been)\s(?:\w+\s)?"
            r"(?:granted|awarded|given)|\b(?:granted|received|awarded|given|got)\s(?:FDA\s|US\s)?fast[- ]track\b",
            re.IGNORECASE,
        ),
        re.compile(r"Fast track", re.IGNORECASE),
        ("fast track", "fast-track"),
    ),
)
_PUT = re.compile(
    r"\b(?:prohibit\w*|bann?(?:ed|s|ing)?\b|forb\w+|listed|lists?\b|named|names|restrict\w*|S\d\b|schedule\w*|"
    r"designat\w+|granted|"
    r"received|status|includ\w+|classif\w+|declared|prescription medicines?|запрещ\w+|prescription[- ]only|"
    r"proibid\w*|prohibid\w*|verboten|zakazan\w*|"
    r"zakázan\w*|interdit\w*|vietat\w*)",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not|no longer|never|isn't|wasn't|aren't)\s(?:[a-z]+\s){0,2}?(?:prohibit\w*|bann\w*|list\w*|named|"
    r"restricted|included|on)\b|"
    r"\b(?:does|did)(?:n't| not)\s(?:\w+\s)?(?:list|ban|prohibit|name|restrict)\b|"
    r"\btemporar(?:y|ily)\s(?:\w+\s)?(?:ban\w*|prohibit\w*|list\w*|restrict\w*)|"
    r"\b(?:não|no|nicht|nie|není|pas)\s(?:[a-zéáú]+\s){0,2}?(?:proibid|prohibid|verbot|zakaz|zakáz|interdit|vietat|"
    r"list)\w*|"
    r"\bWADA[-_ ]?(?:banned|prohibited|listed|status)?\s?[:=|-]?\s?"
    r"(?:(?:no|false)(?=\W*$|\s?[(,;|])|not (?:banned|prohibited|listed)\W*$|[✗✘❌])|"
    r"\b(?:removed|dropped|taken)\s(?:from|off)\s(?:the\s)?(?:WADA|[Pp]rohibited|list)|\bне\s(?:запрещ|вход|включ)\w+",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:may|might|could|whether|if|check|verify|likely|probably|unclear|some|should)\b", re.IGNORECASE
)
_CLASS = re.compile(r"\b(?:[Cc]lass|[Cc]ategory|[Ss]ection|under|\()\s?(S\d)\b|\b(S\d)(?:\.\d)?\b")
_AS_OF = re.compile(r"\bas of (?:\w+ )?((?:19|20)\d\d)\b")
_SINCE = re.compile(
    r"\b(?:since|added (?:\w+ ){0,5}in|banned (?:\w+ ){0,4}in|prohibited (?:\w+ ){0,4}in)\s((?:19|20)\d\d)\b"
)


_YES_OR_NO = re.compile(
    r"[^.;]{3,30}?\W{0,3}\b(?:yes|no|true|false|banned|prohibited|not banned|allowed)\W*$", re.IGNORECASE
)
"""A line that is a field: `WADA banned No`."""


def _to_comma(plain: str, start: int, end: int) -> int:
    """Return where the part of a clause ends in which a place stands."""
    comma = plain.find(",", start, end)
    return comma if comma >= 0 else end


class Listings:
    """Finds what is said of lists on which a compound stands, and holds it against the events of the dataset."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield what a sentence says of the lists on which the one compound that it speaks of stands."""
        plain = sentence.plain
        if (
            sentence.listed
            or sentence.block.kind == "entry"
            or (sentence.block.kind == "heading" and not _YES_OR_NO.match(plain))
            or refuted(plain)
            or sentence.asks
            or (sentence.block.kind == "row" and (0, len(plain), "") in seen.approved)
        ):
            return
        for own in _LISTS:
            if not holds(sentence.low, own.signs):
                continue
            cue = own.cue.search(plain)
            if cue and not seen.is_cited(cue.start()):
                yield from self._held(sentence, own, cue, seen)

    @staticmethod
    def _line(sentence: Sentence, place: int) -> tuple[int, int]:
        """Return the line that is a field by itself, the whole sentence where the place stands in none."""
        for low, high in sentence.lines() if sentence.block.kind != "row" else ():
            if low <= place < high and _YES_OR_NO.match(sentence.plain[low:high]):
                return low, high
        return 0, len(sentence.plain)

    @staticmethod
    def _said_of(sentence: Sentence, compound: str, cue: tuple[int, int]) -> tuple[int, int] | None:
        """Return the clauses that name a list and a compound, where another compound has one of its own.

        `TB-500 banned; GHK-Cu not banned`: what is said of the other is not said of it.
        """
        of = {
            mention.compound: span
            for mention in sentence.named
            for span in clauses(sentence.plain)
            if span[0] <= mention.start < span[1]
        }
        own = of.pop(compound, None)
        if own is None or not of or own in of.values():
            return None
        return min(own[0], cue[0]), max(own[1], cue[1])

    def _held(self, sentence: Sentence, own: _List, cue: re.Match[str], seen: Seen) -> Iterator[Found]:
        plain = sentence.plain
        low, high = next((span for span in clauses(plain) if span[0] <= cue.start() < span[1]), (0, len(plain)))
        about = {m.compound for m in sentence.named if m.compound and low <= m.start < high}
        about = about or set(spoken_of(sentence, seen))
        if not about or _UNSURE.search(plain, low, _to_comma(plain, cue.end(), high)) or not _PUT.search(plain):
            return
        for compound in sorted(key for key in about if key):
            events = [
                event
                for event in self.dataset.compounds[compound].regulatory
                if event.jurisdiction == own.jurisdiction
                and own.event.search(event.event)
                and event.status != "unconfirmed"
            ]
            if events:
                span = self._line(sentence, cue.start())
                told = self._said_of(sentence, compound, (low, high)) or span
                found = self._verdict(plain[slice(*told)], span, compound, events)
                yield from (found,) if found else ()

    def _verdict(self, plain: str, span: tuple[int, int], compound: str, events: list[Regulatory]) -> Found | None:
        told = f"{self.dataset.compounds[compound].name}: {events[-1].event}"
        if _DENIED.search(plain):
            as_of = _AS_OF.search(plain)
            if as_of and all(as_of[1] < event.as_of[:4] for event in events):
                return None  # What was not so in a year may have come about after it.
            return Found(*span, "statement", "differs", told)
        classes = {hit[1] or hit[2] for hit in _CLASS.finditer(plain)}
        known = {hit[0] for event in events for hit in re.finditer(r"\bS\d", event.event)}
        if classes and known and not classes & known:
            return Found(*span, "statement", "differs", told)
        since = _SINCE.search(plain)
        first = min(int(event.as_of[:4]) for event in events)
        if since and abs(int(since[1]) - first) > 1 and len(events) > 1:
            return Found(*span, "statement", "differs", f"The dataset has {first}. {told}")
        return Found(*span, "statement", "matches", told)
