"""Events: what regulators are said to have done and when, of every kind the dataset dates, in any language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...dataset.dataset import Dataset
from ...dataset.model import Regulatory
from ..article.names import Names
from ..article.sentences import Sentence
from ..tongues import denies
from ..wording import holds, refuted
from . import Found, Seen
from .subjects import subjects
from .uses import of_no_use


class _Kind(NamedTuple):
    """A kind of event: how a text speaks of it, and how the dataset does."""

    said: re.Pattern[str]
    held: re.Pattern[str]
    signs: tuple[str, ...]
    of_before: bool = False
    """Whether it may be told of the compounds of the sentence before: `The votes are advisory.`"""


_KINDS = (
    _Kind(
        re.compile(
            r"\bcomplete response letter\b|\bCRLs?\b|\b(?:reject\w*|refus\w*|turned\s(?:\w+\s){0,3}?down|"
            r"declin\w+)\b(?=[^.;]{0,60}\b(?:application|NDA|first|second|drug|"
            r"approval|submission|it\b|May|FDA))|\bFDA\b[^.;]{0,30}\b(?:rejected|refused|turned\s(?:\w+\s){0,3}?down|declined)\b|"
            r"\brejeit\w+|\brechaz\w+|\babgelehnt\b|"
            r"\bodrzuci\w+|\bzamiet\w+|\bотклон\w+|\bотказ\w+ в (?:регистрации|одобрении)",
            re.IGNORECASE,
        ),
        re.compile(r"[Cc]omplete response"),
        (
            "complete response",
            "crl",
            "reject",
            "refus",
            "turned",
            "declin",
            "rejeit",
            "rechaz",
            "abgelehnt",
            "odrzuc",
            "zamiet",
            "отклон",
            "отказ",
        ),
    ),
    _Kind(
        re.compile(
            r"\baccelerated(?:\s\w+){0,2}?\sapproval\b|\baccelerated indication\b|\baprova[çc]ão acelerada\b|"
            r"\baprobación acelerada\b|\bbeschleunigte\w* Zulassung\w*|"
            r"\bprzyspieszon\w+ (?:zatwierdz|rejestr|dopuszcz)\w+|\bzrychlen\w+ (?:schv|povol)\w+|"
            r"\burýchlen\w+ schv\w+|\bapprobation accélérée\b|"
            r"\bapprovazione accelerata\b|\bускоренн\w+\s(?:\w+\s)?(?:одобр|порядк|регистрац|процедур)\w+|"
            r"\bодобр\w+ в ускоренн\w+ порядке",
            re.IGNORECASE,
        ),
        re.compile(r"[Aa]ccelerated approval"),
        ("accelerat", "aceler", "beschleunig", "przyspiesz", "zrychl", "urýchl", "accélér", "ускорен"),
    ),
    _Kind(
        re.compile(
            r"\borphan(?:[- ]drug)?(?:\s\w+)?\s?(?:designat\w+|status)|\b(?:designação|designación|status|"
            r"estado) (?:(?:de )?(?:medicamento|droga|fármaco)s? )?(?:órfã|órfão|huérfan)\w*|"
            r"\b(?:medicamento|droga|fármaco) (?:órfão|órfã|huérfan[oa])|"
            r"\bOrphan[- ]?(?:Drug|Status|Arzneimittel)\w*|\blek\w* sieroc\w+|\bорфанн\w+|\bmédicament orphelin",
            re.IGNORECASE,
        ),
        re.compile(r"[Oo]rphan"),
        ("orphan", "órfã", "huérfan", "sieroc", "орфан", "orphelin"),
    ),
    _Kind(
        re.compile(
            r"\bwarning letters?\b|\bcarta de (?:advertência|advertencia)\b|\bпредупредительн\w+ письм\w+",
            re.IGNORECASE,
        ),
        re.compile(r"warning letter", re.IGNORECASE),
        ("warning letter", "carta de adv", "предупредительн"),
    ),
    _Kind(
        re.compile(
            r"\bintermediate (?:clinical )?(?:end ?-?point|outcome)|\bknee[- ]extensor\b[^.;]{0,40}", re.IGNORECASE
        ),
        re.compile(r"intermediate endpoint"),
        ("intermediate", "knee extensor", "knee-extensor"),
    ),
    _Kind(
        re.compile(
            r"\b(?:confirm(?:ing|atory)|post-?marketing|verification)\s(?:\w+\s)?(?:trial|"
            r"study)\b[^.;]{0,40}\brequired\b|"
            r"\brequir\w+\s(?:\w+\s){0,4}?(?:confirmatory|post-?marketing)\s(?:\w+\s)?(?:trial|study)",
            re.IGNORECASE,
        ),
        re.compile(r"confirming trial is required"),
        ("confirm", "post-market", "postmarket"),
    ),
    _Kind(
        re.compile(r"\bpleaded guilty\b|\bguilty plea\b|\bTailor Made Compounding\b", re.IGNORECASE),
        re.compile(r"pleaded guilty"),
        ("guilty", "tailor made"),
    ),
    _Kind(
        re.compile(
            r"\b(?:seiz(?:ed|ure)|confiscated)\b|\bapreend\w+|\bincaut\w+|\bbeschlagnahmt\b|\bизъя\w+", re.IGNORECASE
        ),
        re.compile(r"\bseiz"),
        ("seiz", "confiscat", "apreend", "incaut", "beschlagnahm", "изъя"),
    ),
    _Kind(
        re.compile(
            r"\bcancell?(?:ed|ation)\b[^.;]{0,60}\bregist\w+|\bregist\w+\b[^.;]{0,60}\b(?:cancell?ed|withdrawn|"
            r"revoked|annulled)\b|"
            r"\b(?:отмен\w+|аннулир\w+|исключ\w+)\b[^.;]{0,60}\b(?:регистрац|реестр)\w+|"
            r"\bрегистрац\w+\b[^.;]{0,60}\b(?:отмен|аннулир)\w+",
            re.IGNORECASE,
        ),
        re.compile(r"cancelled"),
        ("cancel", "withdrawn", "revoked", "annul", "отмен", "аннулир", "исключ"),
    ),
    _Kind(
        # A medicine that left the list of what may not be compounded.
        re.compile(
            r"\b(?:remov\w+|tak(?:es?|en|ing) (?:off|out)|took|dropp\w+|leaves?|left|came off|comes off|delist\w+|"
            r"pulled|withdr[ae]w\w*|struck)\b[^.;|]{0,70}?"
            r"\b(?:category 2|(?:restricted|interim|503A|compounding|do[- ]not[- ]compound)\b[^.;|]{0,30}\blists?)\b|"
            r"\bcategory 2\b[^.;|]{0,40}\b(?:remov\w+|delist\w+)|(?:исключ|удал|"
            r"убра)\w+[^.;]{0,40}\bкатегори\w+ 2|\bremovid\w+ da categoria 2|\bretirad\w+ de la categoría 2",
            re.IGNORECASE,
        ),
        re.compile(r"\b(?:left|leaves|[Tt]aken out of|taken off) Category 2"),
        (
            "category 2",
            "compounding list",
            "503a",
            "restricted",
            "do-not-compound",
            "do not compound",
            "категори",
            "categoria 2",
            "categoría 2",
        ),
    ),
    _Kind(
        re.compile(
            r"\b(?:added|placed|put|moved|classified|listed|assigned|designated)\b[^.;|]{0,60}?\bcategory 2\b|"
            r"\b(?:внес|включ|помест)\w+[^.;]{0,40}\bкатегори\w+ 2|"
            r"\b(?:added|placed|put)\b[^.;|]{0,70}?\b(?:cannot|can't|may not|must not|not) be (?:used (?:in|"
            r"for) )?compound\w*|"
            r"\bFDA\b[^.;|]{0,40}\b(?:block|restrict|barr|bann|prohibit|stopp)\w*\b[^.;|]{0,60}\bcompound(?:ing|ed|ers)\b|\b(?:block|restrict|barr|bann|prohibit)ing\b[^.;|]{0,40}\bcompounding\b",
            re.IGNORECASE,
        ),
        re.compile(r"\b(?:placed|put|[Pp]laced|[Pp]ut)\b[^.]*\b[Cc]ategory 2|may not be used for compounding"),
        ("category 2", "категори", "compounding", "compounded", "be compound", "in compound"),
    ),
    _Kind(
        re.compile(
            r"\bagainst (?:the |its |their )?(?:\w+ ){0,2}?(?:staff|reviewers?|review team)\b|"
            r"\bagainst (?:the )?(?:\w+ )?(?:advice|recommendations?|assessments?|position|opinion) of\b"
            r"[^.;]{0,30}\b(?:staff|FDA|reviewers?)|\b(?:staff|reviewers?|review team)\b[^.;]{0,40}\b(?:against|"
            r"opposed|not to (?:add|list)|negative)\b|"
            r"\b(?:overrul|overrid|contrary to|despite|rejecting)\w*[^.;]{0,30}\b(?:FDA|agency)(?:'s)? (?:staff|"
            r"review)",
            re.IGNORECASE,
        ),
        re.compile(r"advised against|against the staff"),
        ("staff", "reviewer", "review team"),
        of_before=True,
    ),
    _Kind(
        re.compile(
            r"\b(?:votes?|recommendations?|committee|panel)\b[^.;]{0,60}?\b(?:advisory(?! committee)|non-?binding|"
            r"not (?:legally )?bind\w*|binds nobody)\b|\b(?:advisory|non-?binding) (?:votes?|recommendations?)\b",
            re.IGNORECASE,
        ),
        re.compile(r"Advisory|\bbind"),
        ("advisory", "nonbinding", "non-binding", "not bind", "not legally bind"),
        of_before=True,
    ),
)
_MONTHS = (
    "jan янв gen sty led",
    "feb fev fév фев lut úno",
    "mar mär мар brez bře",
    "apr abr avr апр kwi dub",
    "may mai мая май maj máj kvě mag",
    "jun juin июн cze čer giu",
    "jul juil июл lip čvc lug",
    "aug ago aoû авг sie srp",
    "sep set сен wrz zář",
    "oct out okt окт paź říj ott",
    "nov ноя lis",
    "dec dez dic déc дек gru pro",
)
_MONTH_OF = {stem: number for number, stems in enumerate(_MONTHS, 1) for stem in stems.split()}
DATE = re.compile(
    r"\b(?P<y>20\d\d|19\d\d)-(?P<m>\d\d)(?:-(?P<d>\d\d))?\b|\b(?P<d2>\d{1,2})[./](?P<m2>\d{1,2})[./](?P<y2>(?:19|"
    r"20)\d\d)\b|"
    r"\b(?:(?P<d3>\d{1,2})(?:st|nd|rd|th|\.)?\s(?:de\s|of\s)?)?(?P<w>[^\W\d_]{3,12})\.?\s(?:(?P<d4>\d{1,2})(?:st|nd|"
    r"rd|th)?,?\s)?(?:de\s)?(?P<y3>(?:19|20)\d\d)\b|"
    r"\b(?P<y4>(?:19|20)\d\d)\b"
)
NEAR = 60


class Events:
    """Finds events that regulators are said to have brought about, and holds their dates against the dataset's."""

    def __init__(self, dataset: Dataset, names: Names) -> None:
        self.dataset, self.names = dataset, names

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield each event of the compound that a sentence tells of; a date right beside it that is another differs."""
        plain = sentence.plain
        if sentence.cites or refuted(plain) or sentence.asks or _SUPPOSED.search(plain):
            return
        kinds = [kind for kind in _KINDS if holds(sentence.low, kind.signs)]
        about = subjects(sentence, self.names) if kinds else ()
        before = tuple(key for other in reversed(sentence.before) for key in other.compounds) if kinds else ()
        if not about and not before:
            return
        dates = [(hit, moment) for hit in DATE.finditer(plain) if (moment := moment_of(hit))]
        for kind in kinds:
            hit = kind.said.search(plain)
            if not hit or seen.is_cited(hit.start()) or denies(plain, max(0, hit.start() - 30), hit.start()):
                continue
            for compound in (*about, *before) if kind.of_before else about:
                events = [
                    event for event in self.dataset.compounds[compound].regulatory if kind.held.search(event.event)
                ]
                allowed = [event for event in events if event.status == "registered"]
                if allowed and of_no_use(_END.split(plain[hit.end() :])[0], allowed, self.dataset.compounds[compound]):
                    seen.approved.append((0, len(plain), ""))
                    break
                if events:
                    for found in self._held(plain, hit, dates, events, self.dataset.compounds[compound].name):
                        if found.verdict == "differs":
                            # What is misdated is not, beside it, right as an approval.
                            seen.approved.append((0, len(plain), ""))
                        yield found
                    break

    def _held(
        self,
        plain: str,
        hit: re.Match[str],
        dates: list[tuple[re.Match[str], str]],
        events: list[Regulatory],
        name: str,
    ) -> Iterator[Found]:
        told = f"{name}: {events[0].event} ({events[0].as_of})"
        near = [(date, moment) for date, moment in dates if _beside(plain, hit, date)]
        for date, moment in near:
            fitting = next((event for event in events if same_day(moment, event)), None)
            if fitting:
                start, end = min(hit.start(), date.start()), max(hit.end(), date.end())
                yield Found(start, end, "statement", "matches", f"{name}: {fitting.event} ({fitting.as_of})")
                return
        behind = [date for date, _ in near if _RIGHT_BEHIND.fullmatch(plain, hit.end(), date.start())]
        if behind and len(events) == 1 and len(near) == 1:
            yield Found(hit.start(), behind[0].end(), "statement", "differs", told)
        elif not near:
            yield Found(*hit.span(), "statement", "matches", told)


_END = re.compile(r"[.;,|]\s")
"""What ends the clause in which an event is told."""
_SUPPOSED = re.compile(r"^\W*(?:if|whether|unless)\b|\bnot\s(?:among|included|one of)\b", re.IGNORECASE)
"""What is supposed, or said of others."""
_RIGHT_BEHIND = re.compile(
    r"(?:\s(?:from the FDA|by the FDA|was|were|issued|given|granted|received|came|dated|of|in|on|em|en|am|im|w|v|в|"
    r"от|:))*[\s(,:-]{0,3}",
    re.IGNORECASE,
)


def _beside(plain: str, hit: re.Match[str], date: re.Match[str]) -> bool:
    """Tell whether a date stands near what is told, within the same sentence or field."""
    low, high = sorted((hit.start(), date.start()))
    return high - low <= NEAR + len(hit[0]) and not re.search(r"[.;|]\s|['\"],\s", plain[low:high])


def moment_of(hit: re.Match[str]) -> str:
    """Return a date in ISO form, as far as it is given; an empty text where what looks like one is none."""
    year = hit["y"] or hit["y2"] or hit["y3"] or hit["y4"]
    month, day = hit["m"] or hit["m2"], hit["d"] or hit["d2"] or hit["d3"] or hit["d4"]
    if hit["w"]:
        number = next((_MONTH_OF[hit["w"][:n].lower()] for n in (4, 3) if hit["w"][:n].lower() in _MONTH_OF), 0)
        if not number:
            return year
        month = str(number)
    return "-".join((year, *(part.zfill(2) for part in (month, day) if part)))


def same_day(moment: str, event: Regulatory) -> bool:
    """Tell whether a date is that of an event, as far as both are given."""
    # A date in words is held as well: `gave notice on 15 April 2026`.
    held = (event.as_of, *(day for hit in DATE.finditer(event.event) if (day := moment_of(hit))))
    return any(moment.startswith(own) or own.startswith(moment) for own in held)
