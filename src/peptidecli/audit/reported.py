"""What a page reports and does not say itself: a question, a myth, what others hold, what its next words deny."""

from __future__ import annotations

import re

from .article.sentences import Sentence

_ASKED = re.compile(r"\?['\"`]{1,2}\s*,\s*['\"`]?\w{1,12}['\"`]?\s?:\s?(?P<answer>[^\w]{0,8}\w+)")
"""What ends a question that is a field of a record, and the first word of its answer: `q: "...?", a: <>No`."""
_YES = re.compile(r"\W*(?:yes|да|так|sim|sí|ja|oui|tak|sì)$", re.IGNORECASE)
_AS_IF = re.compile(
    r"\bas (?:if|though)\b|\b(?:mis)?fram(?:ing|ed|es?)\b|\b(?:passed|passing) (?:it )?off as\b|\bmisrepresent\w*|"
    r"\bspun as\b|\bпод видом\b|\bкак будто\b|\bcomo se\b|\bcomo si\b|\bals ob\b|\bcomme si\b|\bcome se\b|\bjakoby\b",
    re.IGNORECASE,
)
"""What stands before words that a page puts down to others: `presenting it as though it were approved`."""
_SAYS = re.compile(r"\b(?:states?|stated|claims?|claimed|says?|said|asserts?|writes?|wrote|lists?)\b")
_TAKEN_BACK = re.compile(
    r"[-:;,.]\s(?:but\s|and\s)?(?:this|that|which|it)\s(?:\w+\s)?(?:appears? to|seems? to|reflects?|is (?:outdated|"
    r"wrong|false|incorrect|"
    r"no longer|not)|was (?:wrong|before)|cannot|could not|has no)\b",
    re.IGNORECASE,
)
"""What takes back words that stand before it and are another's: `states that X - this appears to reflect ...`."""
_FALSE = re.compile(
    r"\W*(?:false|untrue|fiction|myth|incorrect|debunked|unfounded|not true|ложь|миф|неправда|неверно|falso|mito|"
    r"falsch|"
    r"mythos|faux|mythe|fałsz)\b",
    re.IGNORECASE,
)
"""The verdict on what stands before it."""
_MYTH = re.compile(r"\W*(?:миф|заблуждение|mito|mythos|irrtum|mythe|idée reçue)\s?\d{0,2}\s?[:.-]", re.IGNORECASE)
"""A label that calls what stands behind it a myth; the English word does so anywhere."""
_NO = re.compile(
    r"\W*(?:no(?=\W*$|[.,;:]|\s[-(\[])|not (?:exactly|quite|supported|correct|established|shown|so\b)|unsupported|"
    r"contradicted|"
    r"wrong|misleading|refuted|unproven|нет\b|não\b|nein\b|non\b)",
    re.IGNORECASE,
)
"""The same where it is plain that something is asked, quoted or put as a claim."""
_DENIES_IT = re.compile(
    r"\W*(?:this|that|the|such an?)\s(?:comparison|claim|statement|assertion|framing|figure|number|belief|idea|"
    r"wording|quote)\s"
    r"(?:does not|is (?:not|false|wrong|unsupported|untrue|incorrect|a myth)|isn't|was not|cannot|could not|has no|"
    r"appears nowhere)\b",
    re.IGNORECASE,
)
"""What denies the sentence before."""
_HELD_BY = re.compile(
    r"\W*(?:Position|Claim|View|Argument|Narrative|Marketing|Vendor claim|Позиция|Утверждение)\b[^.]{0,80}[.:]?\W*$"
)
"""A run-in head that gives what follows as what others hold: `Position A, held by sellers.`"""
_OTHERS = (
    r"(?:(?:some|many|most|several|various|other|older|a few|a number of|one|an?|these|those) )?(?:[\w-]+ ){0,4}?"
    r"(?:vendors?|sellers?|suppliers?|shops?|resellers?|marketers?|advertis\w+|listings?|catalog(?:ue)?s?|faqs?|"
    r"(?:web)?sites?|pages|(?:vendor|product|sales|shop|wiki|forum|web) page|forums?|blogs?|influencers?|"
    r"bloggers?|wikipedia|encyclopa?edias?)"
)
_PUT = r"(?:say|claim|assert|state|tell|print|list|give|describe|call|cite|advertise|write|allege|suggest|repeat)s?"
_BY_OTHERS = re.compile(
    rf"(?:^|[.;:,(]\s)\W*{_OTHERS}\s(?:(?:often|sometimes|also|still|commonly|frequently|wrongly|falsely)\s)?{_PUT}\b|"
    rf",\s(?:(?:say|claim|write|assert)\s{_OTHERS}|{_OTHERS}\s(?:say|claim|write|assert)s?)\b|"
    r"\b(?:продавц\w+|магазины|сайты)\s(?:\w+\s)?(?:утвержда\w+|заявля\w+|пишут|говорят|указыва\w+)|"
    r"\b(?:продавці|магазини|сайти)\s(?:\w+\s)?(?:стверджу\w+|пишуть|заявля\w+)|"
    r"\b(?:Verkäufer|Anbieter|Händler)\s(?:behaupten|sagen|schreiben|geben an)|"
    r"\b(?:vendedores|tiendas|lojas|sites)\s(?:afirman|dicen|alegan|afirmam|dizem|alegam)|"
    r"\b(?:vendeurs|sites|boutiques)\s(?:affirment|disent|prétendent)|"
    r"\b(?:venditori|siti)\s(?:affermano|dicono|sostengono)|\b(?:sprzedawcy|sklepy|strony)\s(?:twierdzą|piszą|podają)|"
    r"\bпродавачите\s(?:твърдят|казват)|\b(?:verkopers|winkels)\s(?:zeggen|beweren)|\bprodejci\s(?:tvrdí|uvádějí)",
    re.IGNORECASE,
)
"""What puts words down to sellers, shops and pages, before them or behind them: `Vendors say that ...`."""
_OPPOSED = re.compile(
    r"\b(?:vendors?|sellers?|commercial|marketing|secondary|popular|promot\w+|sites?|forums?|influencers?)\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\b(?:myths?|misconceptions?|fiction|hype|(?:vendors?|sellers?|secondary|marketing|popular|common|viral|"
    r"forum)\b.*\bclaims?|"
    r"what (?:they|vendors|sellers) (?:say|claim)|миф\w*|mitos?|mythen|mythes)\b",
    re.IGNORECASE,
)
"""The head of a column of what others say."""
_UNLIKE = re.compile(
    r"\W*(?:Unlike|In contrast (?:to|with)|Compared (?:to|with)|As opposed to|В отличие от|Diferente d\w+|"
    r"A diferencia de|Im Gegensatz zu)\b[^,;]{5,120}(?=,)"
)
"""What begins a sentence and sets another thing against its own: `Unlike most, which exist only in animals, ...`."""
_WHAT_OTHERS_SAY = re.compile(
    r"(?:^|[\s{,])['\"]?(?:what_?[Tt]hey_?[Ss]ay|myths?|misconceptions?|claimed|hype|they_?[Ss]ay)['\"]?\s?[:=]\s?['\"`]?$"
)
"""The key of a field that has what others say."""
_ON_A_SCALE = re.compile(r"(?:^|[\s'\"(\[])\d\s?[(=:]\s?$")
_RATED = re.compile(r"\b(?:approved|trials?|data|only)\s\((?:rating|level|tier|grade|score)\b", re.IGNORECASE)
"""What makes of words a step of a scale, and says them of nothing: `1 (FDA-approved)`, `FDA-approved (rating 1)`."""
_NONE_EXISTS = re.compile(
    r"(?:\bbut|\bthough|\balthough|\byet|[-;])\s(?:there is |it has )?no (?:US |U\.S\. |FDA |EU |EMA |such )?"
    r"(?:approval|registration)\b"
)
"""What takes an approval back in the same breath."""
_QUOTED = re.compile(r"\W{0,3}[\"“«„][^\"”»]+[\"”»][.\s]*$")


LONGEST_KEY = 40
"""Characters of the line before within which a key stands at its end."""


def reported(sentence: Sentence, start: int, end: int, above: str, behind: str) -> bool:
    """Tell whether a stretch of a sentence is not the page's own word.

    `above` and `behind` are the sentence, cell or line before and behind it.
    """
    plain = sentence.plain
    asked = next((hit for hit in _ASKED.finditer(plain, max(0, end - 3))), None)
    if asked and "." not in plain[end : asked.start()] and not _YES.match(asked["answer"]):
        return True
    if sentence.asks or attributed(plain, end):
        return True
    if _MYTH.match(plain) or _AS_IF.search(plain, 0, end) or _FALSE.match(behind) or _DENIES_IT.match(behind):
        return True
    if _WHAT_OTHERS_SAY.search(plain, 0, start) or _WHAT_OTHERS_SAY.search(above[-LONGEST_KEY:]):
        return True
    unlike = _UNLIKE.match(plain)
    if unlike and end <= unlike.end() and not any(m.compound and m.end <= unlike.end() for m in sentence.named):
        return True
    if _ON_A_SCALE.search(plain, 0, start) or _RATED.search(plain, start, end + 30) or _NONE_EXISTS.search(plain, end):
        return True
    if _SAYS.search(plain, 0, end) and _TAKEN_BACK.search(plain, start):
        return True
    if _NO.match(behind) and (sentence.asks or _QUOTED.match(plain)):
        return True
    before = sentence.before[-1].plain if sentence.before else ""
    if _HELD_BY.match(before) and _OPPOSED.search(before):
        return True
    return sentence.block.kind == "row" and _in_a_claim(sentence, end)


def attributed(plain: str, end: int) -> bool:
    """Tell whether what ends at a place is put down to sellers or to other pages, before it or right behind."""
    return any(hit.start() < end or hit[0].startswith(",") for hit in _BY_OTHERS.finditer(plain))


def _in_a_claim(sentence: Sentence, end: int) -> bool:
    """Tell whether what ends at a place stands in a cell of what others say, or of what its row calls false."""
    cells, heads = sentence.block.cells, sentence.block.header
    own = next((place for place, (low, high) in enumerate(cells) if low < end <= high), None)
    if own is None:
        return False
    if own < len(heads) and _OF_OTHERS.search(heads[own]):
        return True
    others = [sentence.block.plain[low:high] for place, (low, high) in enumerate(cells) if place > own]
    return bool(others) and bool(_FALSE.match(others[0]) or (_NO.match(others[0]) and "laim" in " ".join(heads)))
