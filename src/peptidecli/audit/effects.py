"""Effects: what a sentence says that a compound does, as a thing and the way it went; nothing of any dataset."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from .things import GOOD, begins_thing, thing_at

Way = Literal["up", "down", "kept-up", "kept-down", "none", "some", "binds", "crosses", "named"]
Said = Literal["up", "down", "kept-up", "kept-down", "none", "some", "binds", "crosses", "better", "worse"]
"""Which way a thing went: `kept-up` is that its fall was prevented, `kept-down` its rise; `none` is no change, `some` a
change of which the sentence does not say which way, `named` that it is spoken of and no more."""


class Effect(NamedTuple):
    """One thing that a sentence says of, from `start` to `end`, and which way it went."""

    thing: str
    way: Way
    start: int
    end: int


OPPOSITE: dict[Way, Way] = {"up": "down", "down": "up", "kept-up": "kept-down", "kept-down": "kept-up"}
FAR = 11
"""Words behind a verb within which a thing is taken to be its object."""

NEAR = 4
"""The same behind `acts through`."""

_WORD = re.compile(r"[^\W_]+")
_UP = (
    "increas rais rose risen rise elevat enhanc boost upregul promot stimulat activat accelerat induc potentiat "
    "augment strengthen facilitat speed sped hasten amplif trigger higher greater faster more "
    "lengthen longer elongat grew drives drove driving "
    "повыш увелич усил стимулир ускор активир erhoh steiger forder stimulier"
).split()
_BETTER = (
    "improv restor better recover repair regenerat heals heal healed healing rescu улучш восстан verbesser".split()
)
_WORSE = "worsen impairs impaired worse aggravat ухудш verschlechter".split()
_DOWN = (
    "reduc lower decreas inhibit suppress attenuat downregul diminish lessen eas alleviat reliev slow delay dampen "
    "mitigat fell falls fewer less smaller counter shorten shorter combat fight сниж уменьш подавл ингиб замедл ослаб "
    "сокращ устран "
    "senk reduzier hemm verringer minder"
).split()
_KEEP = ("prevent", "препятств", "protect", "abolish", "block", "предотвр", "предупр", "защищ", "verhinder", "schutz")
_SOME = ("modulat", "affect", "influenc", "regulat", "alter", "chang", "impact", "normali",
         "модулир", "влия", "регулир", "измен",
         "reguliert", "beeinflus")  # fmt: skip
_BINDS = ("bind", "bound", "sequest", "interact", "связыва", "bindet")
_CROSSES = ("cross", "penetrat", "преодол", "проник")
_LOST = frozenset(
    "delay delays impairment impairments deficit deficits loss decline dysfunction reduction reductions decrease "
    "decreases fall drop worsening "
    "deterioration depletion нарушений нарушения дефицит снижение снижения".split()
)
_MADE = frozenset(
    "rise rises increase increases elevation induction activation release secretion surge повышение".split()
)
_DEGRADED = ("degrad", "breakdown", "break", "hydroly", "enzym", "peptidas", "распад", "разруш", "деград", "фермент")
_NEGATING = frozenset(
    "not no never neither nor without cannot didn doesn isn wasn don failed fails fail hardly не нет без ни "
    "nicht kein keine".split()
)
_TWO_WORDS: dict[tuple[str, str], Said] = {
    **{(verb, "back"): "kept-up" for verb in ("held", "hold", "holds", "holding", "kept", "keeps")},
    **{(verb, "down"): "down" for verb in ("brought", "brings", "bring", "held", "holds", "hold", "kept", "keeps")},
}
"""Verbs that say a way by the word behind them alone: `held back the rise`."""
_DETERMINERS = frozenset("the a an its their both this these those all".split())
_ONLY = frozenset({"just", "only", "merely", "simply", "solely"})
"""What makes of a negation none: `does not just raise`."""
_RELATIVE = frozenset({"that", "which", "who"})
_TELLING = frozenset(
    "found find finds show shows showed shown report reports reported demonstrate demonstrates demonstrated suggest "
    "suggests suggested indicate indicates indicated reveal revealed concluded confirm confirmed observed noted".split()
)
"""What stands before a `that` which begins what is told, and says nothing of the thing before."""
_COMPARED = frozenset("higher lower longer shorter greater less fewer better faster smaller worse".split())
_EFFECTS = frozenset(
    "effect effects impact influence change changes difference differences variation variations влияния "
    "изменений".split()
)
_UMLAUTS = str.maketrans("äöüё", "aouе")
_BY = frozenset(
    "its their it if by through via during after under which that who when because until unless whereas while but "
    "although путем через после при".split()
)
_WORKS = frozenset("acts act acting works work working operates operating functions".split())
_IN = frozenset("in on at for with from into as to among в на у с при".split())
_NOUNS = frozenset(
    "increase increases rise elevation enhancement improvement improvements reduction reductions decrease "
    "decreases upregulation "
    "downregulation elongation lengthening stimulation inhibition activation suppression boost induction "
    "restoration changes change recovery "
    "effect effects promotion "
    "acceleration protection attenuation modulation healing repair regeneration enhancer inhibitor promoter "
    "upregulator activator potentiator повышение увеличение улучшение снижение уменьшение усиление ускорение "
    "подавление стимуляция активация замедление".split()
)
_VERBS_TOO = frozenset("increases decreases changes increase decrease change boost rise healing repair".split())
_BEARERS = frozenset(
    "trial trials study studies patients patient model models research sufferers users rats mice drugs "
    "medications disorder disorders "
    "inducing peptide".split()
)
"""What bears a thing's name and is another: `insomnia trials`."""
_PASSIVE = re.compile(
    r"[\s,)]*(?:(?:levels?|expression|mrna|protein|production|synthesis|release|function|performance|concentrations?|scores?|signall?ing|"
    r"symptoms?|activity|formation|volume|density|quality|duration|healing|repair|pathways?)\s){0,3}"
    r"(?:(?:was|were|is|are|to be|has been|have been|being)\s)?(?:(?:significantly|markedly|also|robustly|rapidly)\s)?",
    re.IGNORECASE,
)
_HAS_BEEN = re.compile(r"\b(?:was|were|is|are|be|been|being)\b", re.IGNORECASE)
_ADJECTIVES: dict[str, tuple[str, Way]] = {
    "anxiolytic": ("anxiety", "down"), "antianxiety": ("anxiety", "down"), "анксиолит": ("anxiety", "down"),
    "противотревожн": ("anxiety", "down"), "anxiolytisch": ("anxiety", "down"),
    "antidepressant": ("depression", "down"), "antidepressive": ("depression", "down"),
    "антидепресс": ("depression", "down"),
    "antistress": ("stress", "down"), "антистресс": ("stress", "down"),
    "analgesic": ("pain", "down"), "antinociceptive": ("pain", "down"), "анальгетич": ("pain", "down"),
    "обезбол": ("pain", "down"),
    "anticonvulsant": ("seizures", "down"), "противосудорож": ("seizures", "down"),
    "antiinflammatory": ("inflammation", "down"), "противовоспал": ("inflammation", "down"),
    "antioxidant": ("oxidative-stress", "down"), "антиоксидант": ("oxidative-stress", "down"),
    "nootropic": ("cognition", "up"), "ноотроп": ("cognition", "up"), "procognitive": ("cognition", "up"),
    "antiapoptotic": ("apoptosis", "down"), "angiogenic": ("angiogenesis", "up"),
    "proangiogenic": ("angiogenesis", "up"),
    "somnogenic": ("sleep", "up"), "antitumor": ("tumours", "down"), "antitumour": ("tumours", "down"),
}  # fmt: skip
_OF_EFFECT = (
    "effect",
    "propert",
    "activit",
    "action",
    "potential",
    "benefit",
    "like",
    "эффект",
    "действ",
    "свойств",
    "активн",
    "wirk",
)
_CARRYING = ("cytokin", "interleukin", "mediator", "factor", "marker", "il")
_INDUCED = ("induced", "evoked", "provoked", "caused", "related", "associated", "dependent", "mediated", "resistant",
            "вызван", "индуцир")  # fmt: skip


@lru_cache(maxsize=50_000)
def way_of(word: str) -> Said | None:
    """Return the way that a word says, or None."""
    if word.startswith(_KEEP):
        return "kept-up"
    for way, parts in (
        ("up", _UP),
        ("better", _BETTER),
        ("worse", _WORSE),
        ("down", _DOWN),
        ("some", _SOME),
        ("binds", _BINDS),
        ("crosses", _CROSSES),
    ):
        for part in parts:
            if (
                word == part
                or (len(part) > 4 and word.startswith(part))
                or (len(part) < 5 and word in _FORMS.get(part, ()))
            ):
                return way  # type: ignore[return-value]
    return None


_FORMS = {
    "eas": ("ease", "eased", "eases", "easing"), "rais": ("raise", "raised", "raises", "raising"),
    "slow": ("slows", "slowed", "slowing"),
    "rise": ("rises", "rising"), "bind": ("binds", "binding"), "senk": ("senkt", "senken"), "hemm": ("hemmt", "hemmen"),
    "сниж": ("снижает", "снижал", "снижение", "снижению", "снижают", "снизил"),
    "усил": ("усиливает", "усиление", "усиливал"),
}  # fmt: skip


_BOTH = 3


@lru_cache(maxsize=50_000)
def _telling(word: str) -> int:
    """Return 1 for a word that may name a thing, 2 for one that may say a way, 3 for one that does both."""
    if word == "anti" or _adjective(word) or word in {"tolerated", "adverse", "side", "toxicity"}:
        return _BOTH
    return (1 if begins_thing(word) else 0) | (2 if way_of(word) or word in _EFFECTS else 0)


class _Token(NamedTuple):
    word: str
    start: int
    end: int


def may_tell(low: str) -> bool:
    """Tell whether a sentence in lower case names a thing that an effect can be on, and a way that one goes."""
    found = 0
    for word in _WORD.findall(low):
        found |= _telling(word)
        if found == _BOTH:
            return True
    return False


@lru_cache(maxsize=16)
def effects(plain: str) -> tuple[Effect, ...]:
    """Return the effects that a sentence tells, in their order; several checks ask it of the same sentence."""
    return tuple(_effects(plain))


_DENIED = 2
"""Words from a denial to the verb that it denies."""


def _effects(plain: str) -> Iterator[Effect]:  # noqa: PLR0912, PLR0915 - one kind of word after another
    low = plain.lower() if plain.isascii() else plain.lower().translate(_UMLAUTS)
    tokens = [_Token(hit[0], *hit.span()) for hit in _WORD.finditer(low)]
    words = [token.word for token in tokens]
    verb: tuple[Said, int, int] | None = None
    earlier: tuple[Said, int, int] | None = None
    aside: tuple[Said, int, int] | None = None
    negated = named = -99
    muted = False
    place = 0
    while place < len(tokens):
        token = tokens[place]
        word = token.word
        if word == "tolerated" and words[place - 1] == "well" and place - negated > 5:
            yield Effect("adverse-effects", "none", tokens[place - 1].start, token.end)
        between = plain[tokens[place - 1].end : token.start] if place else " "
        if between != " ":
            if _ends(between):
                verb, negated, aside, muted, named = None, -99, None, False, -99
            elif "(" in between:
                verb, aside = None, verb
            elif ")" in between and aside:
                verb, aside = aside, None
        joined, taken = _joined(words, tokens, place)
        if word in _NEGATING and _ONLY.isdisjoint(words[place + 1 : place + 3]):
            verb, negated = None, place
        elif word == "its" and verb and verb[:2] == ("binds", place - 1):
            # `binds its lipid cardiolipin`
            pass
        elif word in _BY:
            verb = ("some", place + NEAR - FAR, tokens[place - 1].start) if _works_by(words, place) else None
            # `enkephalins that regulate stress`: what follows is said of them.
            muted = muted or (word in _RELATIVE and place - named <= FAR and words[place - 1] not in _TELLING)
        elif (two := _TWO_WORDS.get((word, _next(words, place + 1)))) is not None:
            verb = earlier = (two, place + 1, token.start)
            place += 2
            continue
        elif word in _LOST and verb and verb[0] in {"down", "better"} and place - verb[1] <= 4:
            # `lessened the loss of memory`, `rescued the deficit of memory`
            verb = ("kept-up" if verb[0] == "down" else "better", place, verb[2])
        elif word in _IN:
            # `an increase in BDNF`, `effect on sleep`: only behind the word itself.
            if verb and place - verb[1] > 1 and verb[0] != "binds":
                verb = None
        elif word in _EFFECTS and place - negated <= 4:
            verb = ("none", place, tokens[negated].start)
        elif adjective := _adjective(joined):
            if _next(words, place + taken).startswith(_OF_EFFECT):
                way: Way = "none" if place - negated <= 5 else adjective[1]
                yield Effect(adjective[0], way, token.start, tokens[min(place + taken, len(tokens) - 1)].end)
            elif taken > 1 and _next(words, place + taken).startswith(_CARRYING):
                # `anti-inflammatory cytokines` are not those that inflame.
                place += taken + 1
                continue
        elif place and plain[token.start - 1] == "-" and (word in _INDUCED or (word.endswith("ed") and way_of(word))):
            # `ethanol-induced`, `stress-raised`
            pass
        elif verb and verb[1] == place - 1 and word.endswith("ed") and way_of(word) and words[place - 1] not in _NOUNS:
            # `lowered activated microglia`
            verb = (verb[0], place, verb[2])
        elif (own := way_of(joined)) and not _as_object(words, place, own):
            of = _next(words, place + taken)
            if joined in _NOUNS and joined not in _VERBS_TOO and of not in {"of", "in", "on", "to", "from"}:
                # `cognitive enhancement and ...` is of what stands before it.
                verb = None
            elif own == "up" and verb and verb[0] in {"kept-up", "down"} and place - verb[1] <= 3 and joined in _MADE:
                verb = ("kept-down", verb[1], verb[2])
            elif own == "down" and verb and verb[0] == "kept-up" and place - verb[1] <= 4 and joined in _LOST:
                verb = ("kept-up", verb[1], verb[2])
            else:
                verb = earlier = (own, place + taken - 1, token.start)
            place += taken
            continue
        else:
            found = thing_at(words, place)
            if found:
                thing, length = found
                last = tokens[place + length - 1]
                after = place + length
                if thing != "amnesia" and (
                    _next(words, after) in _INDUCED or _next(words, after).startswith(("вызван", "индуцир"))
                ):
                    place = after
                    continue
                if thing == "enkephalins":
                    around = (*words[max(0, place - 6) : place], *words[after : after + 3])
                    if any(other.startswith(_DEGRADED) for other in around):
                        thing = "enkephalin-breakdown"
                        verb = verb or earlier
                if thing in {"cytokines", "interleukins"} and words[max(0, place - 2) : place] == [
                    "anti",
                    "inflammatory",
                ]:
                    place = after
                    continue
                if _next(words, after) in _BEARERS:
                    place = after + 1
                    continue
                if thing == "adverse-effects" and place - negated <= 4:
                    yield Effect(thing, "none", tokens[negated].start, last.end)
                    place = named = after
                    continue
                way_ = _governed(verb, place, after, words, plain, tokens)
                if way_ and not muted:
                    said, start, end = way_
                    way = _turned(thing, said)
                    # A denial of the verb is one of all behind it: `did not prevent the loss of a, b and c`.
                    verb_denied = verb is not None and verb[1] - negated <= _DENIED
                    if (place - negated <= 7 or verb_denied) and negated >= 0 and start <= last.start:
                        way = "none"
                    yield Effect(thing, way, min(start, token.start), max(end, last.end))
                place = named = after
                continue
        place += 1


def _works_by(words: list[str], place: int) -> bool:
    """Tell whether what follows is that by which a compound works: `acts mainly through`, `operates via`."""
    return words[place] in {"through", "via"} and any(word in _WORKS for word in words[max(0, place - 2) : place])


def _governed(
    verb: tuple[Said, int, int] | None, place: int, after: int, words: list[str], plain: str, tokens: list[_Token]
) -> tuple[Said, int, int] | None:
    """Return which way a thing went: by the verb before it, or by the noun or passive behind it."""
    last = tokens[after - 1]
    if verb and place - verb[1] <= FAR:
        way, _, start = verb
        if way == "some" and _next(words, after) == "binding":
            return "binds", start, tokens[after].end
        if way == "kept-up":
            lost = _next(words, after) in _LOST or any(word in _LOST for word in words[max(0, place - 3) : place])
            made = _next(words, after) in _MADE
            return ("kept-down" if made else "kept-up" if lost else "kept-down"), start, last.end
        if way == "down" and _next(words, after) in _LOST:
            return "kept-up", start, tokens[after].end
        if way == "down" and _next(words, after) in _MADE:
            return "down", start, tokens[after].end
        return way, start, last.end
    passive = _PASSIVE.match(plain, last.end)
    if passive and passive.end() > last.end:
        hit = _WORD.match(plain, passive.end())
        own = way_of(hit[0].lower()) if hit else None
        if hit and not _HAS_BEEN.search(passive[0]) and hit[0].lower().endswith("ed"):
            behind = _WORD.match(plain, hit.end() + 1)
            if behind and behind[0].lower() in _DETERMINERS:
                return None  # `Stress lowered the flora` is said of another thing.
        if (
            hit
            and own in {"up", "down", "better", "worse"}
            and (
                hit[0].lower() in _NOUNS
                or hit[0].lower() in _COMPARED
                or hit[0].lower().endswith(("ed", "rose", "fell", "grew"))
            )
        ):
            return own, last.start, hit.end()
        if hit and own == "binds" and hit[0].lower() == "binding" and hit.start() - last.end <= 1:
            return own, last.start, hit.end()
    return None


def _turned(thing: str, said: Said) -> Way:
    """Return which way a thing went that got better or worse, or of which a good or bad change was prevented."""
    good = GOOD.get(thing)
    if said == "better":
        return "down" if good == "down" else "up"
    if said == "worse":
        return "up" if good == "down" else "down"
    if (said, good) in {("kept-up", "up"), ("kept-down", "down")}:
        return "up" if said == "kept-up" else "down"
    return said


def _ends(between: str) -> bool:
    """Tell whether what stands between two words ends a clause."""
    return " - " in between or (" " in between and any(mark in between for mark in ".;:"))


def _joined(words: list[str], tokens: list[_Token], place: int) -> tuple[str, int]:
    """Return a word, or one with what a hyphen joins to it: `up-regulated`, `anti-inflammatory`."""
    word = words[place]
    if (
        word in {"up", "down", "anti", "pro"}
        and place + 1 < len(words)
        and tokens[place + 1].start - tokens[place].end <= 1
    ):
        return word + words[place + 1], 2
    return word, 1


def _next(words: list[str], place: int) -> str:
    return words[place] if place < len(words) else ""


@lru_cache(maxsize=50_000)
def _adjective(word: str) -> tuple[str, Way] | None:
    return _ADJECTIVES.get(word) or next(
        (told for part, told in _ADJECTIVES.items() if len(part) > 8 and word.startswith(part)), None
    )


def _as_object(words: list[str], place: int, own: Said) -> bool:
    """Tell whether a word that says a way is a part of a name: `more than`, `higher doses`."""
    word, after = words[place], _next(words, place + 1)
    if word == "slow" and after == "wave":
        return True
    return (
        word in {"more", "less", "higher", "lower", "better", "greater"} and after in {"than", "dose", "doses", "is"}
    ) or (own == "binds" and after in {"site", "sites"})


def for_the_better(thing: str) -> Way | None:
    """Return which way a thing goes that gets better."""
    return "up" if GOOD.get(thing) == "up" else "down" if thing in GOOD else None
