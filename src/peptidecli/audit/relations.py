"""Relations: how a text says that one thing stands to another, in the languages in which pages are written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from .tongues import denies
from .wording import stems

_KINDS = {
    "outdoes": (
        r"potent|powerful|strong(?:er|est)|exceed|outperform|surpass|superior|better than|beats?\b|potency|"
        r"orders of magnitude|times|fold\b|weak(?:er|est)|lower than|greater than|below those|higher than|"
        r"أقوى|mais fort|maior que|más fuerte|mayor que|superior a|vezes|veces|stärker|wirksamer|"
        r"plus puissant|plus fort|"
        r"più forte|silniejsz|сильнее|мощнее|эффективнее|сильніш"
    ),
    "potency": (
        r"potent|powerful|strong(?:er|est)|potency|efficacious|mais fort|más fuerte|stärker|plus fort|più forte|"
        r"silniejsz|сильнее|мощнее|сильніш"
    ),
    "beats": (
        r"outperform|surpass|superior|better than|more effective than|beats?\b|outdid|supera\b|superó|superou|"
        r"besser als|wirksamer|лучше|эффективнее"
    ),
    "tested": (
        r"patients?\b|people\b|humans?\b(?!\s(?:\w+\s)?(?:cells?|fibroblasts?|somatic|cell lines?|tissues?|lung|"
        r"skin|fo?etal|diploid|cultures?|embryonic))|elderly|older adults|seniors|participants|subjects\b|"
        r"individuals\b|older people|cohorts?\b|insomniacs?\b|idosos|ancianos|пожил|volunteers?\b|"
        r"clinical trials?|phase (?:[123]|i{1,3})\b|pacientes?|"
        r"(?<!fibroblastos\s)(?<!lulas\s)(?<!tejidos\s)(?<!tecidos\s)humanos?|"
        r"patienten|probanden|menschen|ludzi|lid[íe]\b|lidech|ľud[íi]\b|ľuďoch|хора\b|مرضى|(?:ال)?بشر(?:ي\w*|(?!\w))|пациент|доброволь|клиническ|людях|людей|pacjent"
    ),
    "contains": (
        r"contain|compris|compos|consist|includ|made (?:up )?of|mixture of|blend of|(?:active )?(?:parts|components?|"
        r"ingredients?)\b.{0,30}\b(?:are|is)\b|rich in|rico em|rica en|богат|enthält|contém|contiene|contient|"
        r"zawiera|содерж|состо[ия]|"
        r"включа|містить|съдърж|obsahuj"
    ),
    "lowers": (
        r"reduc|lower|decreas|suppress|inhibit|down-?regulat|attenuat|diminish|blunt|\bfell\b|\bfalls?\b|\bcuts?\b|drops?\b|"
        r"reduz|diminu|dismin|\bbaja|senkt?|unterdrück|reduzier|verringer|abaiss|riduc|obniż|zmniejsz|снижа|снизи|réduc|rédui|редукци|"
        r"снижен|намаля|понижав|sniž|zniž|zníž|"
        r"уменьш|подавл|знижу|зменш|يقلل|تقليل|يخفض|خفض"
    ),
    "raises": (
        r"rais|increas|elevat|enhanc|boost|up-?regulat|stimulat|promot|induc|augment|activat|potentiat|restor|"
        r"support|normali[sz]|improv|trigger|produce|strengthen|aument|\beleva|estimul|melhor(?:a|ou)|mejor[aó]|restaur|erhöh|"
        r"steiger|förder|stimulier|verbesser|améliore|podnosi|zwiększ|poprawi|pobudz|повыша|повыси|увелич|"
        r"усилива|усилени|"
        r"стимул|актива|активир|улучша|восстан|підвищу|стимулю|повишав|увеличав|подобр|zvyš|zvýš|zlepš|يزيد|زيادة|يرفع|يعزز|تحسين"
    ),
    "acts": (
        r"\bacts?\b|\bacting|\bworks?\b|function|operat|\bbind|\bbound\b|activat|stimulat|potentiat|agonist|modul|"
        r"mediat|\bvia\b|through|\btarget|interact|engag|mimic|mimet|regulat|switch(?:es|ed|ing)? on|"
        r"affect|influenc|enhanc|augment|"
        r"increas|rais|\bupon\b|liga(?:-se)?\b|actúa|\batua|bindet|wirkt|łączy się|działa|активир|связыва|действ|"
        r"воздейств|модулир|усилива|влия|впливає"
    ),
}
_PATTERNS = {kind: re.compile(rf"(?<![^\W_])(?:{words})", re.IGNORECASE) for kind, words in _KINDS.items()}
_CALLED = {
    "bdnf": r"bdnf|brain[- ]derived neurotrophic|нейротрофическ\w+ фактор\w* мозга",
    "ngf": r"ngf\b|nerve growth factor",
    "cntf": r"cntf\b|ciliary neurotrophic",
    "gdnf": r"gdnf\b|glial[- ](?:cell[- ](?:line[- ])?)?derived",
    "hgf": r"hgf\b|hepatocyte growth|фактор\w* роста гепатоцит",
    "c-met": r"c-?met\b|(?<=/)met\b|met\b(?= (?:receptor|pathway|signal|system))|(?<=on )met\b",
    "neurotrophins": r"neurotroph|neurotróf|нейротроф",
    "gaba": r"gaba|гамк",
    "dopamine": r"dopamin[aeu]?\b|(?:ال)?دوبامين|dopaminergic (?:activity|transmission|tone)|дофамин(?![еэ]рг)",
    "cortisol": r"[ck]ortisol|kort[yi]zol|кортизол|(?:ال)?كورتيزول",
    "melatonin": r"melaton|мелатонин",
    "pineal": r"pineal(?:ocyt\w*)?\b|эпифиз|шишковидн",
    "striatum": r"striat|estriad|стриат",
    "brain's blood flow": r"(?:cerebral (?:blood[- ]flow|perfusion)|blood[- ]?flow (?:to|in|of) the brain|"
    r"(?:fluxo sanguíneo|flujo sanguíneo) cerebral|brain blood flow|(?:cerebral|brain) (?:blood )?circulation|"
    r"blood supply (?:to|in|of) the brain|мозгов\w+ крово(?:ток|обращ|снабж)|крово(?:ток|снабжени)\w* мозга)",
    "mortality": r"mortal|death rate|rates? of death|(?<!cell )deaths\b|смертн|смъртн|sterblichkeit|śmierteln",
    "survival": r"surviv(?:al|ed)|sobreviv|выживаем|überleben|przeżyci",
    "sepsis": r"sepsis|septic|sepse|сепсис|sépsis",
    "nf-kb": r"nf-?\s?(?:κ|k|kappa[- ]?)b",
    "nrf2": r"nrf-?2",
    "donepezil": r"donepezil|донепезил",
    "magnitudes": r"orders? of magnitude|порядк",
    "ten million": r"(?:10[., ]000[., ]000|(?:10|ten|zehn|dez|diez|десять|dziesięć)[- ][mм][iи][lл][lhilл]\w*|"
    r"10 (?:ملايين|مليون)|10\s?(?:⁷|\^7)|(?:7|seven) orders of magnitude)",
    "ulcers": r"ulcers?\b|úlceras?\b|язв",
    "dry eye": r"dry[- ]eye|ojo seco|olho seco|сух\w+ глаз",
    "the cornea": r"kerat|cornea",
    "volunteers": r"volunteer|доброволь|voluntári|voluntari",
    "walking": r"(?:six|6)[- ]minute walk|6mwt|walk(?:ing)? (?:distance|test)|exercise (?:capacity|tolerance)|"
    r"caminhada de (?:6|seis)|caminata de (?:6|seis)",
    "barth": r"barth\b|tazpower",
    "telomeres": r"t[eé]l[oôó]m|теломер|(?:ال)?تيلومير",
    "growth factors": r"growth factors?\b|neurotrophic factors|neurotrophins|factores de crecimiento|"
    r"fatores de crescimento|ростов\w+ фактор",
    "acetyl": r"(?:n-?)?acetyl|na-semax|n-ацетил",
}  # fmt: skip
"""What statements are of, under what it is called."""
MAY_BE = (
    "bdnf", "factor", "фактор", "ngf", "cntf", "gdnf", "hgf", "met", "neurotr", "нейротр", "gaba", "гамк", "dopamin",
    "دوبامين",
    "дофамин", "cortisol", "kortisol", "kortyzol", "kortizol", "كورتيزول",
    "кортизол", "melaton", "мелатонин", "pineal", "эпифиз", "шишковид", "striat", "estriad",
    "стриат", "blood", "flow", "sangu", "кровот", "perfusion", "mortal", "death", "смерт", "sterblich", "śmiert",
    "magnitude", "порядк", "milli", "milh", "милли", "000", "10", "ulcer", "úlcer", "язв", "eye", "ojo", "olho",
    "глаз", "kerat",
    "cornea", "walk", "6mwt", "exercise", "caminhada", "caminata", "barth", "tazpower", "telom", "télom", "telôm",
    "telóm", "تيلومير", "ملايين", "مليون", "смърт", "теломер", "donepezil", "донепезил", "surviv", "sobreviv",
    "выжив", "leben", "przeży", "seps", "septic",
    "sépsis", "сепсис", "nf", "nrf", "circulation", "крово", "brain", "fatores",
    "volunt", "добров", "acetyl", "na-semax", "ацетил",
)  # fmt: skip
"""Parts of words of which a text has one where it names any of them."""
_OBJECTS = {name: re.compile(rf"(?<![^\W_]){words}" if "|" not in words else rf"(?<![^\W_])(?:{words})", re.IGNORECASE)
            for name, words in _CALLED.items()}  # fmt: skip
_UNSURE = re.compile(
    r"\bwhether\b|\bunknown\b|\bunclear\b|\bnot (?:yet )?known\b|\bno (?:study|paper|trial|evidence|data)\b|"
    r"\b(?:the )?claims?\b|clinical candidate|\bmyths?\b|\bwhat ?they ?say\b|\bif\b|\b(?:could|would|might|may)\b|"
    r"\b(?:investigated|studied|explored|examined) (?:for|as|to)\b|\bconcerns?\b|\bdespite\b|"
    r"\b(?:left|leaving)\b|unchanged|unaffected|\bas it was\b|"
    r"open[- ]label|\bextension\b|abierta|aberta|amphetamine|амфетамин|\baim(?:s|ed|ing) (?:at|to)\b|\bunlike\b|"
    r"\bcompared (?:with|to)\b|"
    r"\btheor(?:y|etical\w*|i[sz]ed)\b|\brisks?\b|\bcancers?\b|\btumou?rs?\b|oncog|\bcontrols?\b|"
    r"\bpodem?\b|\bpuede[n]?\b|\bpoder[ií]an?\b|\bkönnte\w*|\bkann\b|\bpourrait\b|\bpotrebbe\b|\bmoże\b|teoric|\brisco|"
    r"riesgo|неизвестн|возможно|может|риск",
    re.IGNORECASE,
)
"""What makes of a clause a question, a purpose or another's claim."""
_OTHERS = re.compile(
    r"\bany\s\w+|\b(?:drugs|agents|medications|medicines|compounds|substances|fusion|together with|"
    r"combined with|along with|amphetamine)\b",
    re.IGNORECASE,
)
"""What stands between a compound and what is said, where it is said of something else."""


OUTDOES = frozenset({"outdoes", "potency", "beats"})
"""Relations that set one thing above another, whichever is named first."""


class Told(NamedTuple):
    """A short statement taken apart: the relation, what it is to, and the other stems that must stand with them."""

    kind: str
    objects: tuple[str, ...]
    rest: frozenset[str]


def told(text: str) -> Told | None:
    """Return a short statement, without the name of what it is on, taken apart; None where it tells no relation."""
    kind = next((kind for kind, pattern in _PATTERNS.items() if pattern.search(text)), "")
    if not kind or denies(text):
        return None
    objects = [name for name, pattern in _OBJECTS.items() if pattern.search(text)]
    if kind == "outdoes" and _HOW_MUCH.isdisjoint(objects):
        # `More stable by three times` is another matter.
        kind = next((kind for kind in ("potency", "beats") if _PATTERNS[kind].search(text)), "")
    for name in objects:
        text = re.sub(rf"{_OBJECTS[name].pattern}\w*", " ", text, flags=re.IGNORECASE)
    for pattern in _PATTERNS.values():
        text = re.sub(rf"{pattern.pattern}\w*", " ", text, flags=re.IGNORECASE)
    return Told(kind, tuple(objects), stems(text)) if kind and objects else None


def tells(of: Told, plain: str, start: int, end: int, named: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a clause, from `start` to `end` of a text, tells a relation; `named` is where its compound stands.

    Where it is not named there, nothing but the relation may begin the clause.
    """
    places: list[re.Match[str]] = []
    for name in of.objects:
        hit = _OBJECTS[name].search(plain, start, end)
        if hit is None:
            return False
        places.append(hit)
    clause = plain[start:end]
    if of.rest - stems(clause) or _UNSURE.search(clause) or denies(clause):
        return False
    low, high = min(hit.start() for hit in places), max(hit.end() for hit in places)
    if _OF_A_KIND.match(plain, high):
        return False
    if of.kind == "tested" and not named and not of.rest and not (_DID.search(clause) and not _EXTRACT.search(clause)):
        return False
    for hit in _PATTERNS[of.kind].finditer(plain, start, end):
        if of.kind in {"raises", "lowers"}:
            # `Cortisol rhythm - lowers cortisol`: what a label names may stand behind the word once more.
            places = [
                place if place.start() >= hit.start() else place.re.search(plain, hit.end(), end) or place
                for place in places
            ]
        if _LESS.search(plain, max(start, hit.start() - 6), hit.start()) or not _stands(of.kind, plain, hit, places):
            continue
        far = (
            of.kind not in OUTDOES
            and min(hit.start(), low) - start > (_LATER if of.kind == "tested" else _AT_ONCE)
            and not _IT.search(plain, start, hit.start())
        )
        if not named and (far or _OBJECT_BEFORE.search(plain, start, hit.start())):
            continue
        before = [place for place in named if place[0] < max(hit.start(), low)]
        if named and not before and of.kind in _BEFORE and not _GIVEN.search(plain, hit.end(), named[0][0]):
            continue
        since = min(before[-1][1], low) if before else start
        if _OTHERS.search(plain, since, hit.start()) or (of.kind == "contains" and _LIKENED.search(plain, since, high)):
            continue
        return True
    return False


def _stands(kind: str, plain: str, hit: re.Match[str], places: Sequence[re.Match[str]]) -> bool:
    """Tell whether the word of a relation stands to its objects as it must."""
    low, high = min(place.start() for place in places), max(place.end() for place in places)
    if kind in {"raises", "lowers"}:
        if _BALANCE.match(plain, high):
            return False
        behind = [place for place in places if place.start() >= hit.end()]
        if behind and _BOTH_WAYS.search(plain, max(0, hit.start() - 30), hit.start()):
            return False
        if behind:
            first = min(behind, key=lambda place: place.start())
            between = (hit.end(), first.start())
            if plain[first.start() - 1] == "(" and plain[first.end() : first.end() + 1] == ")":
                between = (hit.end(), first.start() - 1)  # `stress hormones (cortisol)`
            return between[1] - between[0] <= _NEAR and not (
                _TURNS.search(plain, *between) or _another(kind, plain, *between)
            )
        return _PASSIVE.fullmatch(plain, high, hit.start()) is not None
    if kind == "contains":
        return hit.start() < low and low - hit.end() <= _FAR and "," not in plain[hit.end() : low]
    if kind == "acts":
        after = hit.start() - high
        if '"' in plain[min(hit.end(), low) : max(hit.start(), low)]:
            return False
        if after < 0:
            return low - hit.end() <= _FAR
        word = plain[hit.start() : hit.start() + 12].lower()
        return (
            after <= _RIGHT_BEHIND
            and "," not in plain[high : hit.start()]
            and word.startswith(_NOUNS)
            and not _FINITE.match(word)
        )
    return True


def _another(kind: str, plain: str, start: int, end: int) -> bool:
    """Tell whether the word of another relation stands in a stretch of text, which is then of what follows."""
    return any(pattern.search(plain, start, end) for other, pattern in _PATTERNS.items() if other in _DOING - {kind})


_DOING = frozenset({"raises", "lowers", "acts"})
_RIGHT_BEHIND = 25
_NOUNS = tuple(
    "potentiat agonist activat modul bind mimetic enhanc mediat engage target interact stimul augment influenc".split()
)
_FINITE = re.compile(
    r"(?:activates|modulates|binds|enhances|mediates|engages|targets|interacts|stimulates|augments|influences)\b",
    re.IGNORECASE,
)
"""Words that stand behind what is acted on as nouns, `HGF potentiator`, and those that say what that does itself."""
_OBJECT_BEFORE = re.compile(r"(?:hgf|bdnf|ngf|melatonin|cortisol|gaba|dopamine)\s$", re.IGNORECASE)
"""What itself does what follows: `HGF activates Met`."""
_IT = re.compile(r"\b(?:it|this (?:peptide|compound|molecule))\s(?:\w+\s){0,2}$", re.IGNORECASE)
_BEFORE = frozenset({"raises", "lowers", "contains"})
_GIVEN = re.compile(r"\b(?:by|with|after|following|under|of|durch|por|при|после)\s(?:\w+\s){0,2}$", re.IGNORECASE)
"""What stands before the name of what did something, where it comes last."""
_NEAR, _FAR, _AT_ONCE, _LATER = 45, 80, 45, 70
"""How many characters the word of a relation may stand from what it is to, or from where a clause begins."""
_PASSIVE = re.compile(
    r"(?:\s(?:levels?|concentrations?|production|synthesis|release|expression|secretion))?[,\s-]{1,2}"
    r"(?:(?:is|are|was|were|be|been|being)\s)?(?:\w+ly\s)?",
    re.IGNORECASE,
)
_OF_A_KIND = re.compile(r"[\s-](?:driven|induced|related|mediated|dependent|associated|sensitive)\b", re.IGNORECASE)
"""What makes of a thing the kind of another: `reduces cortisol-driven insomnia`."""
_TURNS = re.compile(
    r"[(;\"]|\b(?:by|via|from|against|during|after|caused|induced|under|resistance|response)\b", re.IGNORECASE
)
_BOTH_WAYS = re.compile(r"\b(?:both|normali[sz]\w*)\b", re.IGNORECASE)
_BALANCE = re.compile(r"(?:,?\s(?:and|or|&)\s\w+)?[\s-](?:balance|equilibrium|homeostasis)\b", re.IGNORECASE)
"""What goes no way: `supports dopamine and serotonin balance`."""
_LIKENED = re.compile(
    r"\b(?:effects?|actions?|activit\w+|like|mimi[ct]\w*|resembl\w*|similar|rais\w*|increas\w*|stimulat\w*|"
    r"promot\w*|ação|acción)\b",
    re.IGNORECASE,
)
_HOW_MUCH = frozenset({"ten million", "magnitudes"})
_DID = re.compile(
    r"\b(?:redu[czç]|réduc|dimin|dismin|снизи|снижа|снижен|намал|редукци|melhor|mejor|aument|senk|verring|verläng|alonga|alarga|"
    r"удлин|увелич|zmniejsz|obniż|أظهرت|lower|decreas|fewer|less\b|increas|improv|accelerat|lengthen|elongat|extend|longer|heal|restor)",
    re.IGNORECASE,
)
"""What was found in people: under the name of a compound it is said of that compound."""
_EXTRACT = re.compile(
    r"\b(?:extracts?|extra[ct]?tos?|extraits?|extrakte?|ekstrakt\w*|экстракт\w*|екстракт\w*|مستخلص|preparations?|polypeptides?|complex(?:es)?|bioregulators?)\b",
    re.IGNORECASE,
)
"""What may have been given in its place."""
_LESS = re.compile(r"\b(?:less|not|no)\b", re.IGNORECASE)
