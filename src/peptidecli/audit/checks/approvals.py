"""Approvals: what a text says of approval in a place, in any language, in prose and in the fields of a record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...dataset.dataset import Dataset
from ...dataset.model import Regulatory
from ..article.names import Names
from ..article.sentences import Sentence
from ..findings import AuditVerdict
from ..places import ANY_PLACE, APPROVED, PLACES, PRESCRIBED
from ..tongues import NO, NOT, YES, denies
from ..wording import holds, refuted
from . import Found, Seen
from .status import (
    LABEL,
    MIXED_OFFER,
    OF_TRIALS,
    acts_of,
    asserted,
    decisive,
    earlier,
    of_another_use,
    of_others,
    of_strangers,
    spoken_of,
)
from .subjects import subjects

_SIGNS = (
    "fda",
    "ema",
    "us",
    "u.s",
    "eua",
    "ee.uu",
    "ee. uu",
    "estados",
    "états",
    "stati",
    "staaten",
    "zjednoczon",
    "spojen",
    "america",
    "сша",
    "rus",
    "rús",
    "rosj",
    "росс",
    "рф",
    "минздрав",
    "росі",
    "ukr",
    "укр",
    "ucr",
    "eu",
    "ес",
    "евр",
    "approv",
    "aprov",
    "aprob",
    "status",
    "одобр",
    "зарегистр",
    "regist",
    "معتمد",
    "موافق",
    "مسجل",
    "регистрир",
    "批准",
    "承認",
)
_CLAUSE = re.compile(
    r"[;.]\s|['\"],\s|\s-\s|\s\||[()]|\b(?:but|while|whereas|although|though|however|mas|pero|aber|jedoch|ale|lecz|"
    r"mais|ma|però|но|однако|хотя)\b|"
    r",\s(?=(?:and\s)?(?:is|it|has|was|not|neither|nor|yet|though|não|no está|nicht|nie)\b)",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"\W{0,4}(?P<key>[^\W\d_][\w /().'-]{1,40}?)['\"]?\s?(?P<mark>[:=|]|\s-\s|(?=\s(?:yes|no|none|not?|sim|não|nein|"
    r"ja|нет|да)\b))\s*"
    r"(?P<value>.{1,120})$",
    re.IGNORECASE,
)
_KEY = re.compile(
    r"(?P<fda>\bFDA\b|fda[A-Z]|fda_)|(?P<us>\bUS\b|\bU\.S\.|\bUnited States\b)|"
    r"(?P<any>\b(?:regulatory|approval|legal|registration|approved|status|estado|estatuto|zulassung|статус|регистрация|"
    r"approvals?|licen[sc]e|situação|situación)\b|\bapproved)",
    re.IGNORECASE,
)
_ABOUT_APPROVAL = re.compile(r"approv|aprov|aprob|status|licen|regist|legal|zulass|одобр|статус|authori", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\b(?:approved|FDA-approved|registered)\s(?:drugs?|medications?|treatments?|therap\w+|medicines|alternatives?|"
    r"options?|agents?|products?|"
    r"peptides?|compounds?|biologics|indications? (?:of|for) (?:other|another)|trials?|supplier\w*|pharmac\w+|"
    r"facilit\w+|"
    r"labs?)\b|\bunless\b|\bif\b|\b(?:unapproved|research|sold) material\b|\bbranded (?:drug|medicine)\b|"
    r"\b(?:seek\w*|await\w*|pending|whether|until|could|would|might|should|may be|expected|hope\w*|propos\w*|"
    r"plan\w*|path to|toward|"
    r"apply|applied|application|submitted|review(?:ed|ing)? by|orphan|fast[- ]track|compounding|clinicaltrials|"
    r"registered (?:trial|with|at|as NCT)|"
    r"trial regist\w+|ethic\w*|committee|IRB|protocol|patent\w*|trademark|comparable to|like other|such as|unlike|"
    r"similar to|compared)\b|"
    r"\bif approved\b|зарегистрированн\w+ (?:исследован|испытан)\w+|этическ\w+ комитет",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(
    r"\b(?:outside(?: of)?|other than|except(?: in)?|beyond|fuera de|fora d[aoe]s?|außerhalb|poza|mimo|вне|кроме)\s"
    r"(?:the\s)?$|non-$",
    re.IGNORECASE,
)
_OF_A_PLACE = re.compile(
    r"\s(?:research\w*|scientists?|Academy|studies|study|trials?|literature|clinical|journals?|neurolog\w+|"
    r"institut\w+|pharma\w+|peptide|"
    r"nootropic|developer|biotech\w*|compan\w+|language|text|data|team|military|government|doctors?|list\b|vital)",
    re.IGNORECASE,
)
_RESEARCH = re.compile(
    r"\W*(?:pesquisa|research|investigaci|forschung|badan|исследов|preclinical|experimental|investigational)",
    re.IGNORECASE,
)
_GENERALLY = re.compile(
    r"\b(?:not|never|nowhere|não|no est[áa]|nicht|nie|není|nije|pas|non|не|لم|غير|"
    r"ليس)\s(?:\w+\s){0,3}?(?:an?\s|been\s|est[áa]\s|"
    r"ist\s|jest\s)?$|"
    r"\b(?:no|kein\w*|sin|sem|bez|brak|без|aucun\w*|keine)\s(?:\w+\s){0,2}?$|\bun$|\bnot[- ]$",
    re.IGNORECASE,
)
_HUMAN = re.compile(
    r"\b(?:human|medical|clinical|therapeutic|regulat\w+|agenc\w+|medicine|drug|any|use|consumo|humano|uso|"
    r"medicamento|Anwendung|Menschen|"
    r"Arzneimittel|lek\w*|ludzi|użytku|liek|примен\w+|препарат|лекарств\w+|humain)\b",
    re.IGNORECASE,
)


class _Said(NamedTuple):
    """What is said of approval in a place; `sure` tells that nothing else can be meant."""

    start: int
    end: int
    place: str
    denied: bool
    used: bool = False
    sure: bool = True
    year: str = ""


class Approvals:
    """Finds what is said of approval that the check of English sentences has not told."""

    def __init__(self, dataset: Dataset, names: Names) -> None:
        self.dataset, self.names = dataset, names
        # What is told as a statement that circulates need not be told again.
        self._stated = {
            (compound, place)
            for statement in dataset.statements.values()
            if statement.verdict == "untraceable" and statement.topic == "regulation"
            for compound in statement.compounds
            for place, pattern in PLACES.items()
            if pattern.search(statement.text)
        }

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield what a sentence or a field says of approval in a place, of the compound that it is about."""
        plain = sentence.plain
        if sentence.cites or not holds(sentence.low, _SIGNS):
            return
        if sentence.asks or refuted(plain) or OF_TRIALS.search(plain):
            return
        about = spoken_of(sentence, seen) if not sentence.named else subjects(sentence, self.names)
        if not about or len(about) > _MOST:
            return
        if LABEL.fullmatch(plain) or MIXED_OFFER.search(plain):
            return
        prose = () if sentence.block.kind == "heading" or _heads(sentence) else self._prose(sentence)
        every = (*self._fields(sentence), *prose)
        every = tuple(said for said in every if said.denied or not of_strangers(sentence, said.start, said.end))
        held = [(said.place, found) for said in every if (found := self._held(said, about, plain))]
        for place, found in sorted(held, key=lambda item: item[1].verdict == "matches"):
            right = found.verdict == "matches"
            told = [known for low, high, known in seen.approved if low < found.end and found.start < high]
            if place in told or "" in told or (told and right):
                continue
            seen.approved.append((found.start, found.end, place))
            if not (found.verdict == "untraced" and seen.stated and (about[0], place) in self._stated):
                yield found

    # -- what is said ----------------------------------------------------------------------------------------------

    def _fields(self, sentence: Sentence) -> Iterator[_Said]:
        """Yield what its fields say: `FDA approved No`, `Status: Aprovado FDA`, `fdaApproved: false`."""
        plain, cells = sentence.plain, sentence.block.cells
        if sentence.block.kind == "row":
            if len(cells) == 2:
                yield from _field(cells[0][0], cells[1][1], plain[slice(*cells[0])], plain[slice(*cells[1])])
            return
        for low, high in sentence.lines():
            hit = _FIELD.fullmatch(plain[low:high].rstrip()) if high - low <= _LONGEST_FIELD else None
            if hit:
                yield from _field(low, low + hit.end(), hit["key"], hit["value"])
        for hit in _INLINE.finditer(plain) if "rov" in plain else ():
            yield _Said(*hit.span(), "US", denied=NO.fullmatch(hit["value"]) is not None)

    def _prose(self, sentence: Sentence) -> Iterator[_Said]:
        plain = sentence.plain
        if not APPROVED.search(plain) and not PRESCRIBED.search(plain):
            return
        starts = [0, *(hit.end() for hit in _CLAUSE.finditer(plain))]
        ends = [*(hit.start() for hit in _CLAUSE.finditer(plain)), len(plain)]
        before: tuple[int, bool] | None = None
        for start, end in zip(starts, ends, strict=True):
            approval = APPROVED.search(plain, start, end)
            used = None if approval else PRESCRIBED.search(plain, start, end)
            if _ELSEWHERE.search(plain, start, end):
                before = None
                continue
            negative = denies(plain, start, end)
            for key, pattern in PLACES.items():
                if key in {"WADA", "EG"}:
                    continue
                place = pattern.search(plain, start, end)
                if (
                    not place
                    or _OUTSIDE.search(plain, max(0, place.start() - 25), place.start())
                    or (_OF_A_PLACE.match(plain, place.end()))
                ):
                    continue
                if approval and abs(place.start() - approval.start()) <= _NEAR:
                    unapproved = approval[0].lower().startswith(("un", "non", "not"))
                    low = min(place.start(), approval.start())
                    denied = negative or unapproved
                    if negative and of_others(plain[:end], place.end(), approval.start(), ANY_PLACE):
                        continue
                    sure = (
                        _denied_outright(plain, start, approval) if denied else asserted(plain, start, approval, place)
                    )
                    year = "" if denied else _year(plain, start, end, approval)
                    yield _Said(_opening(plain, start, low), max(end, place.end()), key, denied, sure=sure, year=year)
                elif approval is None and before and negative and end - start <= _SHORT:
                    # `approved in 50 countries (not the US)`: the verb of the clause before.
                    yield _Said(max(0, start - 1), min(len(plain), end + 1), key, denied=True)
                elif used and not negative and key in {"RU", "UA"} and abs(place.start() - used.start()) <= _NEAR:
                    yield _Said(
                        min(used.start(), place.start()), max(used.end(), place.end()), key, denied=False, used=True
                    )
            if approval:
                before = (start, negative)
        yield from self._anywhere(sentence)

    def _anywhere(self, sentence: Sentence) -> Iterator[_Said]:
        """Yield that a compound is said not to be approved, in no place by name."""
        plain = sentence.plain
        if ANY_PLACE.search(plain) or _ELSEWHERE.search(plain):
            return
        for hit in APPROVED.finditer(plain):
            negative = _GENERALLY.search(plain, max(0, hit.start() - 40), hit.start()) or hit[0].lower().startswith(
                "un"
            )
            if negative and _HUMAN.search(plain):
                low = hit.start() - len(plain[max(0, hit.start() - 40) : hit.start()].split(".")[-1])
                low = plain.find(" ", low - 1) + 1 if low > 0 and plain[low - 1 : low + 1].isalnum() else low
                yield _Said(max(0, low), len(plain), "US", denied=True)
                return

    # -- what is known ---------------------------------------------------------------------------------------------

    def _held(self, said: _Said, about: tuple[str, ...], plain: str) -> Found | None:
        verdicts: list[tuple[AuditVerdict, str]] = []
        for compound in about:
            own = self.dataset.compounds[compound]
            events = [event for event in own.regulatory if event.jurisdiction == said.place]
            verdict = self._verdict(said, own.name, events, plain) if events else None
            if verdict:
                verdicts.append(verdict)
        if not verdicts or (len(verdicts) < len(about) and not said.used):
            return None
        worst = next((item for item in verdicts if item[0] != "matches"), verdicts[0])
        if said.year and len(about) > 1:
            worst = next((item for item in verdicts if item[0] == "matches"), worst)
        return Found(said.start, said.end, "statement", *worst)

    def _verdict(self, said: _Said, name: str, events: list[Regulatory], plain: str) -> tuple[AuditVerdict, str] | None:
        place = self.dataset.jurisdictions[said.place].label
        told = f"{name}, {place}: {decisive(events)}"
        registered = any(event.status == "registered" for event in events)
        cancelled = any(event.status == "cancelled" for event in events)
        nothing = [event for event in events if event.status == "unconfirmed" and _NOTHING.search(event.event)]
        refused = any(event.status == "not-approved" for event in events) or (
            said.place == "US" and any(event.status in {"restricted", "listed"} for event in events)
        )
        if said.denied:
            if registered:
                own = [event for event in events if event.status == "registered"]
                other = earlier(plain, own) or of_another_use(plain[said.start : said.end], own)
                return None if cancelled or other or not said.sure else ("differs", told)
            return ("matches", told) if refused else None
        if registered:
            acts = acts_of(events)
            if said.year and acts and said.year not in acts:
                return "differs", f"The dataset has {min(acts)}. {told}"
            return "matches", told
        if said.used:
            return ("untraced", f"{name}, {place}: {nothing[0].event}") if nothing and said.place == "UA" else None
        if nothing and not refused and said.place == "UA":
            return "untraced", f"{name}, {place}: {nothing[0].event}"
        return ("differs", told) if refused and said.place == "US" and said.sure else None


def _heads(sentence: Sentence) -> bool:
    """Tell whether a row is the head of a table whose rows tell of approval: `Compound | FDA approved`."""
    block = sentence.block
    if block.kind != "row" or block.header or sentence.named:
        return False
    behind = (sentence.plain[slice(*cell)].strip() for cell in block.cells[1:])
    return not _KEY.search(sentence.plain[slice(*block.cells[0])]) and any(map(_HEAD.fullmatch, behind))


_HEAD = re.compile(r"(?:US[\s-]|U\.S\.\s)?FDA[\s-]approv(?:ed|al)\s?\??", re.IGNORECASE)


def _field(start: int, end: int, key: str, value: str) -> Iterator[_Said]:
    """Yield what a field of a record says of approval in the US: by its key, or by the place that its value names."""
    kind = _KEY.search(key)
    if not kind or _OTHER_KEY.search(key) or _ELSEWHERE.search(value):
        return
    american = bool(kind["fda"] or kind["us"]) or PLACES["US"].search(value) is not None
    if not american or not _ABOUT_APPROVAL.search(key) or PLACES["RU"].search(value) or _TOPICS.search(value):
        return
    approval = APPROVED.search(value)
    place = PLACES["US"].search(value)
    if approval and place and abs(place.start() - approval.start()) > _BESIDE:
        return
    if approval:
        yield _Said(start, end, "US", denies(value) or approval[0].lower().startswith("un"))
    elif APPROVED.search(_words(key)) and (NO.fullmatch(value) or YES.fullmatch(value)):
        yield _Said(start, end, "US", NO.fullmatch(value) is not None)


_OTHER_KEY = re.compile(r"compound|categor|schedul|prescri|doping|wada|trial|study", re.IGNORECASE)
_INLINE = re.compile(
    r"\b(?:is[_ ]?)?fda[-_ ]?approv(?:ed|al)['\"]?\s?[:=]\s?['\"]?(?P<value>yes|no|true|false|none)\b", re.IGNORECASE
)
"""A field of a program among others: `{ name: 'Semax', fdaApproved: false }`."""
_TOPICS = re.compile(r"\bapproval\b,\s", re.IGNORECASE)
"""A list of what is spoken of: `FDA status: approval, legal status, risks`."""
_NOTHING = re.compile(r"\bNo\b[^.]*\bwas found\b|\bnothing\b[^.]*\bwas found\b")
_MOST = 2
_BESIDE = 14
"""Characters between the beginnings of a place and of a word on approval in the value of a field."""
_LONGEST_FIELD = 160
_NEAR = 110
_SHORT = 60


_YEAR = re.compile(
    r"(?:\b(?:in|since|em|desde|en|seit|im|im\sJahr|w|od|v|od\sroku|nel|dal|depuis|en|в|с|у|з|від)\s(?:\d{1,2}\s)?(?:(?:de\s)?[^\W\d_]{3,9}\s(?:de\s)?)?|\()(?P<year>(?:19|20)\d\d)(?!\d)"
    r"|(?P<cjk>(?:19|20)\d\d)年",
    re.IGNORECASE,
)
_RESEARCHED = re.compile(
    r"\b(?:cancel|withdr|revok|expir|annul|отмен|аннулир|trial|stud|research|develop|synthes|discover|исслед|разраб|синтез|создан|estud|pesquis|entwick|badan)",
    re.IGNORECASE,
)


def _year(plain: str, start: int, end: int, approval: re.Match[str]) -> str:
    """Return the year with which a clause tells of an approval: right behind it, or at its head."""
    for hit in _YEAR.finditer(plain, start, end):
        low, high = sorted((hit.start(), approval.start()))
        if high - low <= _NEAR and not _RESEARCHED.search(plain, low, high):
            return hit["year"] or hit["cjk"]
    return ""


def _opening(plain: str, start: int, low: int) -> int:
    """Return where what is said begins: at the beginning of its clause, spaces aside."""
    return min(low, start + len(plain[start:low]) - len(plain[start:low].lstrip()))


def _denied_outright(plain: str, start: int, approval: re.Match[str]) -> bool:
    """Tell whether a negation stands with a word on approval, and with no other verb."""
    before = plain[max(start, approval.start() - 45) : approval.start()]
    hit = list(NOT.finditer(before))
    return approval[0].lower().startswith(("un", "non")) or (
        bool(hit) and len(before[hit[-1].end() :].split()) <= 3 and "despite" not in before
    )


def _words(key: str) -> str:
    """Return a key with the words apart that a program writes as one: `fdaApproved`, `fda_approved`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", key)
