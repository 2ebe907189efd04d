"""Status: what a text says of approvals, and of their years, held against the dated events of the dataset."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...dataset.dataset import Dataset
from ...dataset.model import Regulatory
from ..article.sentences import Sentence
from ..article.topics import WORD_FOR_IT
from ..findings import AuditVerdict
from ..knowledge import stated
from ..wording import NEGATION, clauses, holds, refuted, stems
from . import Found, Seen
from .events import DATE, moment_of

_PLACES = {
    "US": r"\b(?:US |U\.S\. )?FDA\b|\bUnited States\b|\bin the US\b|\bU\.S\.|\bUSA\b",
    "EU": r"\bEMA\b|\bEuropean Medicines Agency\b|\bEuropean Union\b|\bin the EU\b",
    "RU": r"\bRussian?s?(?: Federation)?\b|Росси\w+|Минздрав\w*",
    "UA": r"\bUkrain\w+|Украин\w+",
    "GB": r"\bMHRA\b|\bUnited Kingdom\b|\bin the UK\b|\bUK\b|\bBritain\b",
    "AU": r"\bTGA\b|\bAustralia\w*",
    "CA": r"\bHealth Canada\b|\bin Canada\b",
    "AT": r"\bAustria\w*",
    "CN": r"\bNMPA\b|\bin China\b",
}
_APPROVED = re.compile(
    r"\b(?:approved|registered|licen[sc]ed|authori[sz]ed|"
    r"(?<!being )evaluated(?=,?\s(?:or\s\w+\s)?by\s(?:the\s)?(?:US\s)?FDA)|"
    r"(?:has|have|had|received|gained|got|obtained|granted|no|without|lacks?|lacking|under|holds?|"
    r"full|regulatory)\s(?:\w+\s){0,6}?(?:approvals?|registration|authori[sz]ation)|"
    r"(?:accelerated|conditional|marketing)\s(?:approvals?|authori[sz]ation)|"
    r"(?:approval|registration|authori[sz]ation)\s(?:has been|was|is|were)\s(?:\w+\s)?(?:granted|given|received)|"
    r"prescription (?:drug|medicine|medication)s?|cleared|зарегистрирован\w*|одобрен\w*|"
    r"разреш[её]н\w*)\b|\b(?:FDA|EMA)-approved\b",
    re.IGNORECASE,
)
_SIGNS = (
    "approv", "regist", "licen", "authori", "prescription", "cleared", "зарегистр", "одобрен", "разреш", "categ",
    "жнвл", "vitál", "vital", "esencia", "essenc", "niezbęd", "lebenswich", "vitaux",
    "not compound", "not-compound", " nda", " bla",
    "evaluated", "vote", "essential", "жизненно", "compounding", "committee", "recommend",
)  # fmt: skip
_PAIR = re.compile(r"\b(?:[Nn]either|[Bb]oth|[Tt]hey)\b")
_NOT_STATUS = re.compile(
    r"\b(?:approved (?:drugs?|medications?|treatments?|therap\w+|medicines) (?:such|like|for)|"
    r"(?:call|calls|called|calling|label|labels|labell?ed|market|markets|marketed|advertis\w+|tout\w*|sold)\s(?:it|"
    r"them|this|itself|as)\b|"
    r"(?<!not )(?<!not an )FDA-approved (?:drugs?|medications?|"
    r"treatments?|therap\w+|alternatives?)|unless|if (?:it|they)|seek(?:ing)?|await\w*|pending|"
    r"whether|clinicaltrials|registered trials?|"
    r"licen[sc]ed (?:[\w.]+[ -]){0,4}?(?:pharmac\w+|compound(?:ing|ers?)|clinics?|clinicians?|providers?|physicians?|"
    r"practitioners?|laborator\w+|suppliers?|manufactur\w+|facilit\w+|prescribers?|doctors?|professionals?|sellers?|"
    r"vendors?)|(?:a lot|many|most|some|plenty|several) of FDA[- ]approved|"
    r"trial regist\w+|\w-registered|registered (?:with|products?|versions?|supplier|compan\w+|"
    r"manufactur\w+|trademark|office|nurse|at)|claims?\b|FDA-approved (?:options?|agents?|products?|"
    r"cognitive|peptides?|compounds?)|FDA-approved (?-i:[A-Z])[a-z]{4,}|FDA-approved biologics|approved reference|"
    r"(?:substances?|drugs?|products?|medicines?) (?:that (?:are|is) )?not (?:currently )?approved by any|"
    r"(?:approval|registration|authori[sz]ation)\s(?:\w+\s){1,3}?(?:carries|has|gives|means|confers) no|"
    r"Drugs@FDA|approved[- ]products?|Orange Book|before (?:it|they)|"
    r"(?:would|could|might|should|may|will|expected to|likely to)\s(?:\w+\s){0,3}(?:approv|regist|licen|clear)\w*|"
    r"not yet|comparable to approved|"
    r"(?:statements?|information|content|products?|website)\s(?:\w+\s){0,4}?evaluated)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not|no|zero|never|neither|nor|none|nothing|isn't|aren't|wasn't|hasn't|lacks?|lacking|without|"
    r"non-?(?=\s?(?:FDA|EMA|approved))|un(?:approved|registered|licensed|authori[sz]ed))\b|"
    r"\bне\b|\bнет\b|\bniet\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[;]\s|['\"],\s(?=\w+\W{0,2}:)|\s-\s|\b(?:but|while|whereas|although|though|however)\b|,\s(?=(?:and\s)?(?:is|"
    r"it|has|was|"
    r"not|neither|nor|yet|though)\b)",
    re.IGNORECASE,
)
_OF_A_PLACE = re.compile(r"\W{0,4}[A-Z][\w ,()/]{1,40}?\s{1,2}-\s{1,2}")
_WHEN = re.compile(
    r"(?:\b(?:in|since|as of|from|by|on|em|desde|en|seit|im|w|od|в|с|у|з)\b\s(?:(?:the\s)?(?P<part>early|mid|"
    r"late)[- ])?(?:[A-Z][a-z]+\s)?(?:the\s)?(?P<year>(?:19|20)\d\d)(?P<s>'?s)?|"
    r"\((?:(?:approved|registered|since|in)\s)?(?P<paren>(?:19|20)\d\d)\))"
)
_ACT = re.compile(r"\b(?:approved|registered|authorised|authorisation is dated|[Aa]pproval of)\b")
"""What tells that the date of an event is that of the approval, and not of a page that lists it."""
_CATEGORY = re.compile(r"\b[Cc]ategory\s?([12])\b|\b[Dd]o[- ][Nn]ot[- ][Cc]ompound\b")
_DO_NOT = re.compile(
    r"\b(?:is|are|sits?|stands?|remains?|still)\s(?:\w+\s){0,3}?on\s[^.;,]{0,20}[\"']?"
    r"do[- ]not[- ]compound[\"']?\slists?\b",
    re.IGNORECASE,
)
"""The list of Category 2 by the name that it goes by."""
_PUT_IN_YEAR = re.compile(
    r"\bcategory 2\b[^.;|()]{0,40}\((?:[a-z]+ )?(?P<a>20\d\d)\)|"
    r"\b(?:added|placed|put|moved|classified)\b[^.;|]{0,40}\bcategory 2\b[^.;|]{0,25}\bin (?:[a-z]+ )?(?P<b>20\d\d)\b",
    re.IGNORECASE,
)
_REMOVED = re.compile(r"\b(?:remov\w+|taken (?:off|out)|dropped|leaves?|left|off|delist\w+)\b", re.IGNORECASE)
_VOTE = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|recommended(?=\s\d{1,2}[-–]\d{1,2}[-–]\d\b))\s(?:(?:\w+\s){0,4}?|\w*[^\w.;]{1,3})(?P<a>\d{1,2})\s?(?:to|-|:|–)\s?(?P<b>\d{1,2})\b|"
    r"\b(?P<c>\d{1,2})(?:\s?(?:to|-|:|–)|\svotes\sto)\s?(?P<d>\d{1,2})(?:(?:-|–)\d)?\s(?:(?:advisory|committee|panel|PCAC)\s)*(?:votes?|"
    r"in favou?r|with (?:one|two|no) abstention)"
)
_TALLY = re.compile(
    r"\s?\((?P<a>\d{1,2})\s?(?:to|-|:|–)\s?(?P<b>\d{1,2})(?:\s?(?:-|–)\s?\d)?\s?(?:vote)?\)(?!\s(?:fragment|residue|times|mg|mcg|peptide|days|weeks))"
)
_VOTING = re.compile(
    r"\b(?:committee|panel|PCAC|FDA|503A)\b.*\b(?:voted|votes?|recommend(?:s|ed)?|backed|endorsed|favou?red)\b|"
    r"\b(?:voted|votes?|recommend(?:s|ed)?|backed|endorsed|favou?red)\b.*\b(?:committee|panel|PCAC|FDA|503A)\b"
)
"""What makes of two figures in brackets behind a compound the votes on it: `recommended Semax (8-5)`."""
_VITAL = re.compile(
    r"\b(?:Vital|Essential)\b[^.]{0,40}\b(?:Drugs|Medicines|Medications)\b|\bvital and essential\b|"
    r"жизненно (?:необходим|важн)\w+|\bЖНВЛ[ПС]\b|\bvit[aá]l\w*\s(?:[aeiy&]|und|et|oraz)\s\w+\s(?:li[eé]k\w*|"
    r"medicament\w*|Arznei\w*)|"
    r"\bmedicamentos\s(?:\w+\s){0,2}?(?:vitales|esenciales|vitais|essenciais)\b|\blek\w+\s(?:niezbędn|podstawow)\w+|"
    r"\blebenswichtig\w+\s\w*(?:medikament|arznei)\w*|"
    r"\bmédicaments\s(?:vitaux|essentiels)\b|\bvit[aá]lnych\b[^.]{0,30}\bliek\w*",
    re.IGNORECASE,
)
_CATEGORY_NOW = re.compile(
    r"(?:^\W{0,4}(?:[\w ]{1,30}:\s)?(?:currently\s)?|\b(?:is|are|remains?|still|"
    r"currently)\s(?:also\s)?(?:still\s|currently\s)?)"
    r"(?:listed|included|placed|classified|on|in)\b[^.;]{0,50}\bCategory\s2\b|"
    r"^\W{0,4}(?:FDA\s)?(?:503A\s)?Category 2\b",
    re.IGNORECASE,
)
_CATEGORY_THEN = re.compile(
    r"\b(?:was|were|had been|previously|formerly|until|added|moved|put|in (?:late )?20\d\d)\b", re.IGNORECASE
)
_RESTRICTED = re.compile(
    r"\b(?:added|placed|put|moved|classified|listed|restrict\w+|prohibit\w+|banned|barred|blocked)\b", re.IGNORECASE
)
_DATE = re.compile(
    r"\b(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)\s"
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s)?(?P<year>20\d\d)\b|"
    r"\b(?P<day2>\d{1,2})\s(?P<month2>January|February|March|April|May|June|July|August|September|October|November|"
    r"December)\s(?P<year2>20\d\d)\b"
)
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")  # fmt: skip
_ANYWHERE = re.compile(
    r"\b(?:anywhere|any (?:major |other )?(?:jurisdiction|country|regulat\w+|nation)|worldwide|in the world|nowhere|"
    r"globally|(?<!names )(?<!name )(?<!gives )(?<!mentions )no (?:country|jurisdiction|regulat\w+))\b",
    re.IGNORECASE,
)
_UNAPPROVED = re.compile(
    r"\b(?:not|never|isn't|non-?|nowhere|un)(?:\s\w+){0,3}?[\s-]?(?:approved|approval|licensed)\b|"
    r"\bno\s(?:\w+\s){0,3}?(?:approved\s(?:\w+\s){0,2}?(?:indications?|uses?)|(?:regulatory\s)?approvals?)\b|"
    r"\bno\s(?:\w+\s){0,2}?(?:NDA|BLA)s?\b|"
    r"\bunapproved\b",
    re.IGNORECASE,
)
MIXED_OFFER = re.compile(
    r"\bFDA-approved (?:and|or|as well as) (?:[\w-]+ ){1,2}(?:peptides?|drugs?|products?|compounds?|medications?)\b"
)
"""`FDA-approved and research peptides including X`: which of them X is, is not said."""
_NO_PRODUCT = re.compile(
    r"\b(?:no|not an?|zero|not (?:an?\s)?(?:\w+,?\s){1,8}?(?:n?or)\san?)\s(?:\w+\s)?(?P<by>FDA|EMA)-approved\s"
    r"(?:\w+\s){0,3}?(?:products?|drugs?|medicines?|medications?|forms?|"
    r"indications?|uses?|versions?|treatments?)\b",
    re.IGNORECASE,
)
"""`no FDA-approved drug product`."""


OF_TRIALS = re.compile(
    r"\b(?:trials?|studies|study|results?|data|findings|programmes?|programs?)\b[^.;:]{0,80}?"
    r"\b(?:did not|didn't|has not|have not|had not|never|failed to|do not|does not)\s(?:\w+\s)?"
    r"(?:yield|result(?:ed)? in|le(?:a)?d to|produced?|bring|brought|secured?|support|gain|"
    r"earn)\w*\s(?:\w+\s){0,4}?approval\b",
    re.IGNORECASE,
)
"""What came of trials: that they led to no approval tells nothing of others."""


class _Said(NamedTuple):
    start: int
    end: int
    jurisdiction: str
    denied: bool


def of_strangers(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether a clause names things that are not held, and the compounds stand elsewhere in the sentence."""
    low = max(sentence.plain.rfind(mark, 0, start) for mark in (";", " - ", ":")) + 1
    named = [
        mention
        for mention in sentence.named
        if low <= mention.start < end and not WORD_FOR_IT.fullmatch(sentence.plain, mention.start, mention.end)
    ]
    return bool(named) and not any(mention.compound for mention in named) and any(m.compound for m in sentence.named)


class Status:
    """Finds what is said of a compound's status and holds it against the events of the jurisdiction."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._places = {key: re.compile(pattern) for key, pattern in _PLACES.items()}
        self._any = re.compile("|".join(_PLACES.values()))
        self._events: dict[tuple[str, str], list[Regulatory]] = {}
        self._first_put = 9999
        for compound in dataset.compounds.values():
            for event in compound.regulatory:
                if "Category 2" in event.event and not _REMOVED.search(event.event):
                    self._first_put = min(self._first_put, int(event.as_of[:4]))
                self._events.setdefault((compound.id, event.jurisdiction), []).append(event)

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield what a sentence says of approvals, of the FDA's categories, votes and dockets."""
        plain = sentence.plain
        if sentence.listed or sentence.block.kind in {"entry", "heading"} or not holds(sentence.low, _SIGNS):
            return
        compounds = spoken_of(sentence, seen)
        if not compounds or sentence.asks or refuted(plain) or OF_TRIALS.search(plain):
            return
        named = any(mention.compound for mention in sentence.named)
        if (
            (named or _SAYS.search(plain) or _OF_A_PLACE.match(plain) or ("FDA" in plain and _DENIED.search(plain)))
            and _APPROVED.search(plain)
            and self._any.search(plain)
            and (not _NOT_STATUS.search(plain) or _NO_PRODUCT.search(plain))
            and not LABEL.fullmatch(plain)
            and not MIXED_OFFER.search(plain)
        ):
            told = False
            for said in self._said(plain):
                inside = (
                    m.compound
                    for m in sentence.named
                    if m.compound and not m.beside and said.start <= m.start < said.end
                )
                about = tuple(dict.fromkeys(inside)) or compounds
                if about is compounds and not said.denied and of_strangers(sentence, said.start, said.end):
                    continue
                if sentence.subject and not any((key, said.jurisdiction) in self._events for key in compounds):
                    about = (sentence.subject,)
                whole = said._replace(end=len(plain)) if sentence.block.kind == "row" else said
                told |= said.denied
                for found in self._held(plain, whole, about, seen) if (0, len(plain), "") not in seen.approved else ():
                    if found.verdict != "unknown":
                        seen.approved.append((found.start, found.end, said.jurisdiction))
                    yield found
            general = () if told else self._generally(sentence, compounds)
        else:
            general = self._generally(sentence, compounds)
        for found in general:
            seen.approved.append((found.start, found.end, ""))
            yield found
        yield from self._dates(plain, compounds)
        yield from self._details(sentence, compounds)

    def _said(self, plain: str) -> Iterator[_Said]:
        """Yield for each jurisdiction what a clause says of approval there."""
        label = _OF_A_PLACE.match(plain)
        if label and self._any.search(label[0]):
            # `European Union - not approved`: what stands behind is said of the place.
            dash = plain.rfind("-", label.start(), label.end())
            plain = f"{plain[:dash]}:{plain[dash + 1 :]}"
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
            if approved and not negative and approved[0].lower() == "evaluated":
                continue  # What an agency looks at it has not approved.
            if _NO_PRODUCT.search(clause) is None and _NO_PRODUCT.search(plain) and approved:
                continue  # What is approved is another thing.
            for key, pattern in self._places.items():
                for hit in pattern.finditer(clause):
                    near = approved is None or _belongs(clause, approved, hit, self._any)
                    if approved and negative and of_others(clause, hit.end(), approved.start(), self._any):
                        continue
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
        worst = next((item for item in verdicts if item[0] in {"differs", "untraced"}), None)
        if (
            worst
            and _OF_A_YEAR.match(worst[1])
            and len(_WHEN.findall(plain)) > 1
            and any(verdict == "matches" for verdict, _ in verdicts)
        ):
            worst = None  # `Semax in 1996 and Selank in 2009`: the year is that of one of them.
        if worst is None and any(verdict == "unknown" for verdict, _ in verdicts):
            if seen.stated:
                return
            worst = next(item for item in verdicts if item[0] == "unknown")
            if "unconfirmed" in worst[1]:
                # Of two that are named together, what is known of one holds.
                worst = next((item for item in verdicts if item[0] == "matches"), None)
                if worst is None:
                    return
        verdict, detail = worst or verdicts[0]
        if verdict == "untraced" and seen.stated:
            return
        start = said.start + len(plain[said.start : said.end]) - len(plain[said.start : said.end].lstrip())
        yield Found(start, said.end, "statement", verdict, detail)

    def _generally(self, sentence: Sentence, compounds: tuple[str, ...]) -> Iterator[Found]:
        """Yield what is said of approval in no place by name, or in every one."""
        plain = sentence.plain
        hit = _UNAPPROVED.search(plain)
        none = _NO_DRUG.search(plain)
        if len(compounds) != 1 or (_NOT_STATUS.search(plain) and not none):
            return
        compound = compounds[0]
        own = [event for (key, _), events in self._events.items() if key == compound for event in events]
        if not hit:
            yield from self._in_a_year(plain, own, self.dataset.compounds[compound].name)
            return
        opens = max((mark.end() for mark in _CLAUSE.finditer(plain, 0, hit.start())), default=0)
        if self._any.search(plain, max(opens, hit.start() - 60)):
            return
        name = self.dataset.compounds[compound].name
        registered = [event for event in own if event.status == "registered"]
        unapproved = [
            event for event in own if event.jurisdiction == "US" and event.status in {"not-approved", "restricted"}
        ]
        low, high = next((span for span in clauses(plain) if span[0] <= hit.start() < span[1]), (0, len(plain)))
        low += len(plain[low:high]) - len(plain[low:high].lstrip())
        high = len(plain) if sentence.block.kind == "row" else max(high, hit.end())
        everywhere = _ANYWHERE.search(plain, low)
        of_any = none or _OF_ANY.search(plain, hit.start())
        american = [event for event in registered if event.jurisdiction == "US" and of_any]
        if american and not everywhere:
            if not earlier(plain, american) and "accelerated" not in sentence.low:
                yield Found(low, high, "statement", "differs", f"{name}: {american[0].event} ({american[0].as_of})")
            return
        if everywhere and registered:
            if earlier(plain, registered):
                return
            event = registered[0]
            place = self.dataset.jurisdictions[event.jurisdiction].label
            yield Found(low, high, "statement", "differs", f"{name}, {place}: {event.event}")
        elif (everywhere or unapproved) and own and not (registered and not everywhere and not _RESEARCH.search(plain)):
            yield Found(low, high, "statement", "matches", f"{name}: {(unapproved or own)[0].event}")

    def _in_a_year(self, plain: str, own: list[Regulatory], name: str) -> Iterator[Found]:
        """Yield that approval is told with its year and no place, where the dataset dates one in a single place."""
        acts = [event for event in own if event.status == "registered" and _ACT.search(event.event)]
        hit = _IN_A_YEAR.search(plain) if acts and len({event.jurisdiction for event in acts}) == 1 else None
        low = max((mark.end() for mark in _CLAUSE.finditer(plain, 0, hit.start())), default=0) if hit else 0
        if (
            hit
            and not _DENIED.search(plain)
            and not _ANOTHER.search(plain, low, hit.start())
            and not self._any.search(plain, hit.start(), hit.end())
        ):
            said = _Said(hit.start(), hit.end(), acts[0].jurisdiction, denied=False)
            place = self.dataset.jurisdictions[acts[0].jurisdiction].label
            events = [event for event in own if event.jurisdiction == acts[0].jurisdiction]
            verdict, detail = self._year(plain, said, events, f"{name}, {place}: {decisive(events)}")
            yield Found(*hit.span(), "statement", verdict, detail)

    def _dates(self, plain: str, compounds: tuple[str, ...]) -> Iterator[Found]:
        """Yield the dates of a committee that an event of the compound tells of."""
        if "committee" not in plain.lower() or len(compounds) != 1:
            return
        for hit in _DATE.finditer(plain):
            month = _MONTHS.index(hit["month"] or hit["month2"]) + 1
            day = hit["day"] or hit["day2"]
            moment = f"{hit['year'] or hit['year2']}-{month:02}" + (f"-{int(day):02}" if day else "")
            event = next(
                (
                    event
                    for (key, _), events in self._events.items()
                    if key == compounds[0]
                    for event in events
                    if event.as_of.startswith(moment) and re.search("ommittee", event.event)
                ),
                None,
            )
            if event:
                place = plain.lower().rfind("committee", 0, hit.start())
                start = plain.rfind(" ", 0, max(0, place - 30)) + 1 if place >= 0 else hit.start()
                yield Found(start, hit.end(), "statement", "matches", event.event)
                return

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
        told = f"{name}, {place}: {decisive(events)}"
        if said.denied:
            if registered and not any(event.status == "cancelled" for event in events):
                other = earlier(plain, registered) or of_another_use(plain[said.start : said.end], registered)
                return ("unknown" if other else "differs"), f"{told} (unconfirmed)" if other else told
            if said.jurisdiction == "US" and listed and not registered:
                return "matches", told
            if not refused and not registered:
                return "unknown", f"{told} (unconfirmed)"
            return ("matches", told) if not registered else ("unknown", told)
        if registered:
            return self._year(plain, said, events, told)
        untraced = self._untraced(events, name, said.jurisdiction)
        if untraced:
            return "untraced", untraced
        # What stands on a list of substances for compounding, or is but designated, is no approved medicine.
        if unapproved or (said.jurisdiction == "US" and (refused or listed) and self._outright(plain, said)):
            return "differs", told
        return "unknown", told if listed else f"{told} (unconfirmed)"

    def _outright(self, plain: str, said: _Said) -> bool:
        """Tell whether a clause says of the place, and of nothing else, that there is an approval."""
        approval = _APPROVED.search(plain, said.start, said.end)
        places = self._places[said.jurisdiction].finditer(plain, said.start, said.end)
        return approval is not None and any(asserted(plain, said.start, approval, place) for place in places)

    def _untraced(self, events: list[Regulatory], name: str, jurisdiction: str) -> str:
        """Return what the dataset says of an approval there that it could not trace; an empty text where nothing."""
        if not all(event.status == "unconfirmed" for event in events):
            return ""
        for statement in self.dataset.statements.values():
            if statement.verdict == "untraceable" and statement.topic == "regulation":
                same = name.lower() in statement.text.lower() and self._places[jurisdiction].search(statement.text)
                if same and _APPROVED.search(statement.text) and not _NOT_ONE.search(statement.text):
                    return stated(statement)
        return ""

    def _year(self, plain: str, said: _Said, events: list[Regulatory], told: str) -> tuple[AuditVerdict, str]:
        """Return whether the year that stands with an approval is one of those the dataset has."""
        clause = plain[said.start : said.end]
        approved = _APPROVED.search(clause)
        when = next(
            (hit for hit in _WHEN.finditer(clause) if approved and 0 <= hit.start() - approved.end() <= _TO_ITS_YEAR),
            None,
        )
        if (
            when is None
            or not approved
            or re.search(
                r"\b(?:trial|study|research|market research|as of|published|cancel\w*|withdr\w+|revok\w+|"
                r"expire\w*|annul\w*|отмен\w+|аннулир\w+)\b",
                clause[approved.end() : when.start()],
            )
        ):
            return "matches", told
        year = int(when["year"] or when["paren"])
        kinds = {"registered", "listed"} if _LISTED.search(clause) else {"registered"}
        years = {int(event.as_of[:4]) for event in events if event.status in kinds}
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

    def _details(self, sentence: Sentence, compounds: tuple[str, ...]) -> Iterator[Found]:
        """Yield categories, votes, lists and dockets that an event of the compound tells of."""
        plain, several = sentence.plain, len({mention.compound for mention in sentence.named}) > 1
        category, vote, vital = _CATEGORY.search(plain), _VOTE.search(plain), _VITAL.search(plain)
        tallies = _tallies(sentence) if "(" in plain and _VOTING.search(plain) else {}
        restricted = "compound" in plain.lower() and "FDA" in plain and _RESTRICTED.search(plain)
        if not (category or vote or vital or restricted or tallies):
            return
        for compound in compounds:
            name = self.dataset.compounds[compound].name
            events = [event for (key, _), own in self._events.items() if key == compound for event in own]
            yield from self._category(plain, name, events)
            yield from self._put_too_early(plain, name, events)
            event = next((e for e in events if re.search(r"\bvoted\b", e.event)), None)
            if event and compound in tallies:
                tally = tallies[compound]
                same = re.search(rf"\b{tally['a']} to {tally['b']}\b", event.event)
                yield Found(
                    tally.start("a") - 1,
                    tally.end(),
                    "figure",
                    "matches" if same else "differs",
                    f"{name}: {event.event}",
                )
            elif vote:
                told = event.event if event else ""
                same = re.search(rf"\b{vote['a'] or vote['c']} to {vote['b'] or vote['d']}\b", told)
                # What a sentence on several gives is that of one of them; what differs must be of this one.
                if event and (same or not (several or _elsewhere(plain, vote, sentence))):
                    yield Found(*vote.span(), "figure", "matches" if same else "differs", f"{name}: {event.event}")
            if vital and not NEGATION.search(plain[: vital.start()]):
                event = next((e for e in events if "vital and essential" in e.event), None)
                if event:
                    yield Found(0, len(plain), "statement", "matches", f"{name}: {event.event}")
                    return

    def _put_too_early(self, plain: str, name: str, events: list[Regulatory]) -> Iterator[Found]:
        """Yield that a compound is said to have been put in Category 2 before any was."""
        hit = _PUT_IN_YEAR.search(plain)
        own = next((event for event in events if "Category 2" in event.event), None)
        if hit and own and int(hit["a"] or hit["b"]) < self._first_put:
            told = f"Nothing was put in Category 2 before {self._first_put}. {name}: {own.event} ({own.as_of})"
            yield Found(*hit.span(), "statement", "differs", told)

    @staticmethod
    def _category(plain: str, name: str, events: list[Regulatory]) -> Iterator[Found]:
        """Yield what is said of Category 2: that a compound stands there, or was put there in a year."""
        left = next((e for e in events if "Category 2" in e.event and _REMOVED.search(e.event)), None)
        now = _CATEGORY_NOW.search(plain)
        stands = _DO_NOT.search(plain)
        if stands and left and not _REMOVED.search(plain):
            yield Found(*stands.span(), "statement", "differs", f"{name}: {left.event} ({left.as_of})")
            return
        if (
            now
            and left
            and not _REMOVED.search(plain)
            and not _CATEGORY_THEN.search(plain)
            and not NEGATION.search(plain)
        ):
            yield Found(*now.span(), "statement", "differs", f"{name}: {left.event} ({left.as_of})")


def _tallies(sentence: Sentence) -> dict[str, re.Match[str]]:
    """Return the votes that stand in brackets right behind the compounds that a sentence names."""
    behind = ((mention.compound, _TALLY.match(sentence.plain, mention.end)) for mention in sentence.named)
    return {compound: hit for compound, hit in behind if compound and hit}


def _elsewhere(plain: str, vote: re.Match[str], sentence: Sentence) -> bool:
    """Tell whether a vote stands in another clause than the compound that the sentence names."""
    low = plain.rfind("; ", 0, vote.start()) + 1
    high = plain.find("; ", vote.end())
    high = high if high >= 0 else len(plain)
    return bool(sentence.named) and not any(low <= mention.start < high for mention in sentence.named)


_OF_A_YEAR = re.compile(r"The dataset has \d{4}\.")
_TO_ITS_YEAR = 110
"""Characters from a word on approval within which its year stands."""
_LISTED = re.compile(r"\b(?:list|listed|vital|essential|re-?registered|renewed)\b", re.IGNORECASE)
"""What has a year of its own beside the approval."""
_IN_A_YEAR = re.compile(
    r"\b(?:approved|registered|authori[sz]ed|licen[sc]ed)\b(?:\sas\san?\s\w+|\sfor\s(?:clinical|medical|human|"
    r"prescription|therapeutic)\s(?:use|application))?"
    r"\s(?:in|since)\s(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"\b(?:another|other|different|first|such|one|trials?|stud(?:y|ies)|protocol)\b", re.IGNORECASE)
_NO_DRUG = re.compile(
    r"\bnot\s(?:yet\s|currently\s)?an?\sapproved\s(?:drug|medicine|medication)\b(?!\s(?:for|in|by|to))", re.IGNORECASE
)
"""`not yet an approved drug`: anywhere, for anything."""
_OF_ANY = re.compile(r"\bany\s(?:\w+\s)?(?:condition|indication|use|disease|purpose)", re.IGNORECASE)
_AS_OF = re.compile(
    r"\b(?:as of|as at|until|till|by|before|prior to|in|through|up to|at the end of|на|до|к|em|até|en|hasta|bis|"
    r"im|w|do)\s(?:the end of\s)?$",
    re.IGNORECASE,
)


def acts_of(events: Sequence[Regulatory]) -> frozenset[str]:
    """Return the years of approvals that are dated as such, and those on which what they allow was renewed."""
    if not any(event.status == "registered" and _ACT.search(event.event) for event in events):
        return frozenset()
    own = [event for event in events if event.status == "registered"]
    return frozenset(
        year for event in own for year in (event.as_of[:4], *re.findall(r"\b(?:19|20)\d\d\b", event.event))
    )


_BEFORE = re.compile(r"(?:before|prior to|until|till|до|até|hasta|bis)\b", re.IGNORECASE)


def earlier(plain: str, events: Sequence[Regulatory]) -> bool:
    """Tell whether a text gives how things stood at a date before events came about."""
    first = min(event.as_of for event in events)
    for hit in DATE.finditer(plain):
        day = moment_of(hit)
        # `Before 2025`: the word is no month.
        start = hit.start("y3") if hit["w"] and len(day) == 4 else hit.start()
        as_of = _AS_OF.search(plain, max(0, start - 24), start)
        if as_of and day and (day < first[: len(day)] or (_BEFORE.match(as_of[0]) and day == first[: len(day)])):
            return True
    return False


_USE = re.compile(
    r"\b(?:for|in|to treat|as a (?:treatment|therapy) for)\s(?!any\b|human|medical|clinical|use\b|general|sale|"
    r"prescription|the\sU|the\sEU|Russia|Europe|Japan|over|anything|all\b|20)"
    r"(?P<use>[\w' -]{4,60})",
    re.IGNORECASE,
)


def of_another_use(clause: str, events: Sequence[Regulatory]) -> bool:
    """Tell whether a clause speaks of approval for a use that the approvals do not name."""
    approved = _APPROVED.search(clause)
    hit = _USE.search(clause, approved.end()) if approved else None
    return hit is not None and not stems(hit["use"]) & stems(" ".join(event.event for event in events))


LABEL = re.compile(
    r"[\W_]*(?:FDA|EMA|US|regulatory|legal)?[\s-]?(?:approv\w+|status|aprova\w+)(?:\sstatus)?[\W_]*", re.IGNORECASE
)
"""A label alone, such as the head of a column, says nothing of a compound."""
_SAYS_SO = re.compile(r"\b(?:approv|unapprov|authori[sz]|unauthori[sz]|licen[sc]ed)", re.IGNORECASE)


_VERB_OF_STATE = re.compile(
    r"\b(?:is|are|was|were|been|be|has|have|received|gained|got|granted|obtained|won|é|são|foi|está|es|son|fue|"
    r"ha sido|tiene|tem|recebeu|recibió|ist|sind|wurde|hat|"
    r"jest|są|został\w*|uzyskał\w*|je|sú|bol\w*|byl\w*|est|sont|a été|è|был\w*|является|получил\w*)\b|[-:(]\s?$",
    re.IGNORECASE,
)
_GAP = re.compile(
    r"[\s-]*(?:(?:by|in|from|the|US|U\.S\.|of|pela|pelo|por|la|el|na|no|nos|nas|en|los|von|der|den|dem|durch|in|"
    r"przez|w|v|vo|"
    r"par|aux|dans|dalla|в|на|fully|formally|drug|regulatory|full)[\s-]+){0,4}",
    re.IGNORECASE,
)


def asserted(plain: str, start: int, approval: re.Match[str], place: re.Match[str]) -> bool:
    """Tell whether a thing is said outright to be approved in a place: the two stand together, behind a verb."""
    low, high = sorted((approval.span(), place.span()))
    if high[0] > low[1] and not _GAP.fullmatch(plain, low[1], high[0]):
        return False
    if approval.start() >= place.end() and _OF_ANOTHER.match(plain, approval.end()):
        return False
    return _VERB_OF_STATE.search(plain, max(start, low[0] - 40), low[0]) is not None or low[0] - start <= 1 < high[1]


_OF_ANOTHER = re.compile(
    r"\s(?!(?:for|in|as|and|by|since|to|on|with|drug for|medicine for|medication for|treatment for|\w+ly)\b)[^\W\d_]"
)
"""What makes of `FDA-approved` a word on another thing: `FDA-approved GHRH analog`."""


def decisive(events: Sequence[Regulatory]) -> str:
    """Return what decides whether a compound is approved in a place, not merely the newest of what happened there."""
    registered = [event for event in events if event.status == "registered"]
    if registered:
        return registered[0].event
    unapproved = [event for event in events if event.status == "not-approved"]
    for event in reversed(unapproved):
        if _SAYS_SO.search(event.event):
            return event.event
    if unapproved:
        return f"Not approved. {unapproved[-1].event}"
    refused = [event for event in events if event.status in {"restricted", "listed"}]
    return f"No approval is held. {refused[-1].event}" if refused else events[0].event


def spoken_of(sentence: Sentence, seen: Seen) -> tuple[str, ...]:
    """Return the compounds a sentence speaks of; `neither` and `they` go back to those named before."""
    own = sentence.compounds
    if any(mention.compound for mention in sentence.named):
        return own
    if not own and seen.pair and _STATUS_LINE.match(sentence.plain):
        return seen.pair
    if not _PAIR.search(sentence.plain):
        return own
    before = tuple(dict.fromkeys(key for other in sentence.before for key in other.compounds))
    if len(before) == 2:
        return before
    return seen.pair if _OF_TWO.search(sentence.plain) and seen.pair else own


_OF_TWO = re.compile(r"\b(?:[Nn]either|[Bb]oth)\b")
_STATUS_LINE = re.compile(r"\W{0,4}(?:[\w ]{1,20}\s)?[Ss]tatus:\s")
"""A line at the head of an article on two compounds that tells what both of them are."""


_NOT_ONE = re.compile(r"\bunregistered\b|\bnot\b")
_RESEARCH = re.compile(r"\bresearch (?:chemical|use|compound|only)|\bhuman use\b|\bFDA\b|\bstatus\b", re.IGNORECASE)


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


def of_others(clause: str, place: int, approval: int, places: re.Pattern[str]) -> bool:
    """Tell whether what a clause denies is of other places: `marketed in Russia, with no FDA or EMA approval`.

    `place` is where the name of the one ends, `approval` where the word on approval begins.
    """
    denial = _DENIED.search(clause, place, approval)
    if denial is None or not places.search(clause, denial.end()):
        return False
    return _MORE.search(clause, place, denial.start()) is not None


_MORE = re.compile(r",\s|\b(?:and|with|but|yet)\s$")
"""What stands between a place of which something is said and a denial that is of others."""
_VERB = re.compile(
    r"\b(?:available|sold|bought|research(?!\s(?:chemical|compound|peptide|use|only)|-use)\w*|developed|studied|"
    r"evidence|marketed)\b"
)
_ANSWER = re.compile(r"^\W*No\s?(?=[(:;-])")
_SAYS = re.compile(
    r"\b(?:is|was|are|were|been|has|have|remains?)\b|"
    r"^\W{0,4}(?:[\w -]{1,40}:\s)?(?:[\w-]+\s){0,3}"
    r"(?:approved|registered|licensed|prescription)(?:\s\w+){0,2}?\s(?:in|by)\b|"
    r"^\W{0,4}(?:[\w ]{1,20}:\s)?(?:not\s|"
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
