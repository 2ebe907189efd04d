"""Statements that circulate and do not hold, recognised in other words."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from typing import NamedTuple

from rapidfuzz import fuzz

from ...dataset.dataset import Dataset
from ...dataset.model import Statement
from ...notation.words import words
from ..article.citations import family_key
from ..article.names import Mention, Names
from ..article.sentences import Sentence
from ..effects import effects
from ..findings import AuditVerdict
from ..knowledge import of_animals_alone, of_people, stated
from ..relations import MAY_BE, OUTDOES, Told, tells, told
from ..rendering import in_english_words
from ..wording import CAME_TO_NOTHING, DISTINCT, NEGATION, clauses, holds, is_title, refuted, stem, stems
from ..works import Works
from . import Found, Seen
from .claims import LONGEST, names_itself, without
from .events import DATE, moment_of
from .status import OF_TRIALS, of_another_use
from .worded import Worded


class _Known(NamedTuple):
    statement: Statement
    stems: frozenset[str]
    weight: float
    rarest: str
    numbers: frozenset[str]
    negative: bool
    named: frozenset[str]
    cited: tuple[str, int] | None
    key_words: frozenset[str]
    proper: frozenset[str]
    text: str
    verbs: tuple[str, ...] = ()
    ways: frozenset[tuple[str, str]] = frozenset()
    people: bool = False


class Said(NamedTuple):
    """A statement recognised in a sentence: the verdict, what is known instead, and the first reference for it."""

    statement: Statement
    verdict: AuditVerdict
    detail: str
    reference: str | None
    span: tuple[int, int] | None = None


COVERED = 0.75
"""What share of a statement's words, weighed by rarity, a sentence must hold."""
FEW = 3
"""A statement of so few telling words must be there with all of them."""
FEW_COVERED = 0.6
SHORT = 90
"""Characters up to which a statement is taken apart, and looked for as a relation to its objects."""
CLOSE = 8
"""Within how many words a statement of only two telling words must stand."""
ALIKE = 60.0
"""How alike (0-100) the two must be as sets of words."""
_AS_OF = re.compile(r"As of (\d{4})\b")


class Statements:
    """The dataset's statements, found by their words. Each is looked at only where its rarest word stands."""

    def __init__(self, dataset: Dataset, names: Names, works: Works) -> None:
        self.dataset = dataset
        self.names = names
        self._own = dataset.own("statement")
        real = {(family, works.references[key].issued) for family, keys in works.by_first.items() for key in keys}
        called = " ".join(bearer.text for _, bearer in dataset.bearers_from(""))
        naming = frozenset(word for word in stems(called) if not word.isdigit()) - _NOT_ONLY_NAMES
        said = [
            (statement, text) for statement in dataset.statements.values() for text in (statement.text, *statement.also)
        ]
        raw = [(statement, text, frozenset(stems(millions(text)) - naming)) for statement, text in said]
        spread = Counter(word for statement, text, telling in raw if text == statement.text for word in telling)
        self._worded = Worded(dataset.statements)
        self._literal = {
            literal: statement
            for statement, text in said
            if statement.id not in dataset.untraced and (literal := _literally(text, names.find(text)))
        }
        self._rarity: dict[str, float] = defaultdict(lambda: 1.0)
        self._rarity.update({word: 1 / (1 + math.log(count)) for word, count in spread.items()})
        self._by_rarest: dict[str, list[_Known]] = defaultdict(list)
        self._short: dict[str, list[tuple[Statement, Told, frozenset[str]]]] = defaultdict(list)
        for statement, text, telling in raw:
            # What a wrong citation is said to show is judged with the citation, figures with the compound.
            plainly = statement.verdict != "partly" and len(text) <= SHORT and not re.search(r"\d\.\d", text)
            plainly = plainly and len({m.compound for m in names.find(text) if m.compound}) <= 1
            short = told(self._unnamed(text)) if plainly else None
            if short and not _HELD_ELSEWHERE.search(text) and statement.id not in dataset.untraced:
                whose = frozenset(m.compound for m in names.find(text) if m.compound) or frozenset(statement.compounds)
                for compound in whose:
                    self._short[compound].append((statement, short, whose))
                continue
            if len(telling) < 2 or statement.id in dataset.untraced or _HELD_ELSEWHERE.search(text):
                continue
            study = re.match(r"([^\W\d_]+)(?: et al\.)?,? ((?:19|20)\d\d)\b", text)
            if study and statement.verdict == "untraceable" and (family_key(study[1]), int(study[2])) not in real:
                continue
            if study:
                telling -= {study[2], *stems(study[1])}
            known = _Known(
                statement,
                telling,
                sum(self._rarity[word] for word in telling),
                min(telling, key=lambda word: (spread[word], -len(word), word)),
                frozenset(_NUMBER.findall(millions(text))) - {study[2] if study else ""},
                NEGATION.search(text) is not None,
                frozenset(m.compound for m in names.find(text) if m.compound),
                (family_key(study[1]), int(study[2])) if study else None,
                frozenset(_KEY_WORD.findall(text)),
                (stems(" ".join(_PROPER.findall(text))) | stems("phase" if "phase" in text.lower() else "")) & telling,
                " ".join(sorted(telling)),
                _verbs(text, telling),
                frozenset() if text == statement.text else _ways(text),
                of_people(text) or "trial" in text.lower(),
            )
            if len(telling) >= 2:
                self._by_rarest[known.rarest].append(known)

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield the statements a sentence makes: all that do not hold, and of those that hold in part the nearest."""
        if not (sentence.named or sentence.subject) or sentence.cites:
            return
        named: set[str] = set()
        for said in chain(self._literally_in(sentence), self._said_in(sentence, seen), self._worded_in(sentence, seen)):
            if said.statement.id in named:
                continue
            named.add(said.statement.id)
            as_of = _AS_OF.match(said.statement.text)
            told = [moment for hit in DATE.finditer(sentence.plain) if (moment := moment_of(hit))] if as_of else []
            if as_of and told and max(told) < as_of[1]:
                continue  # It tells how things stood before.
            if said.statement.topic == "regulation" and (
                self._of_another_use(sentence.plain, said.statement) or OF_TRIALS.search(sentence.plain)
            ):
                continue
            if "controlled trial" in said.statement.text and _UNCONTROLLED.search(sentence.plain):
                continue
            # A figure that is wrong has been named already.
            if seen.wrong and said.statement.topic in {"identity", "pharmacokinetics"}:
                continue
            seen.stated = True
            own = said.statement.id in self._own
            span = said.span or _where(sentence, said.statement)
            yield Found(*span, "statement", said.verdict, said.detail, said.reference, own=own)

    def _literally_in(self, sentence: Sentence) -> Iterator[Said]:
        """Yield the statement that a sentence, or a clause of it, is word for word, however few its words are."""
        plain = sentence.plain
        if sentence.block.kind == "heading" or len(plain) > LONGEST or sentence.asks or refuted(plain):
            return
        for start, end in dict.fromkeys([(0, len(plain)), *clauses(plain)]):
            own = [
                m._replace(start=m.start - start, end=m.end - start) for m in sentence.named if start <= m.start < end
            ]
            statement = self._literal.get(_literally(plain[start:end], own)) if own else None
            if statement:
                yield self._said(statement)._replace(span=(start, end))

    def _of_another_use(self, plain: str, statement: Statement) -> bool:
        """Tell whether a text denies approval for a use that the approvals of the compound do not name."""
        own = (event for compound in statement.compounds for event in self.dataset.compounds[compound].regulatory)
        registered = [event for event in own if event.status == "registered"]
        return NEGATION.search(statement.text) is not None and of_another_use(plain, registered)

    def _said_in(self, sentence: Sentence, seen: Seen) -> Iterator[Said]:  # noqa: PLR0912, PLR0915 - one form after another
        plain = millions(in_english_words(sentence.plain))
        own = stems(plain)
        yield from self._told_in(sentence, seen)
        candidates = [known for stem in sorted(own & self._by_rarest.keys()) for known in self._by_rarest[stem]]
        if sentence.block.kind == "heading" or plain != millions(sentence.plain):
            # Of another language the words are not all known.
            candidates = [known for known in candidates if known.numbers]
        if not candidates or sentence.asks or refuted(plain) or "retract" in sentence.low:
            return
        if _LOOKED_INTO.search(plain):
            # A trend is no finding, but where just that is what is stated.
            candidates = [known for known in candidates if _LOOKED_INTO.search(known.statement.text)]
        units = _units(sentence)
        negative_ = NEGATION.search(plain) is not None
        came_to_nothing = CAME_TO_NOTHING.search(plain) is not None
        animals, reported = of_animals_alone(plain), _REPORTED.search(plain) is not None
        studies = {(family_key(c.families[0]), c.year) for c, _ in seen.cited if c.families}
        partly: tuple[float, _Known] | None = None
        for known in candidates:
            negative = _denied(known, plain) if negative_ else False
            if known.negative != negative or not self._about(known, sentence):
                continue
            if came_to_nothing and not known.negative and known.statement.topic not in {"identity", "regulation"}:
                continue
            if (
                len(known.named) > 1
                and _ONE_IS_THE_OTHER.match(known.statement.text)
                and (DISTINCT.search(plain) or holds(sentence.low, _PART_OF_IT))
            ):
                continue
            if known.cited and known.cited not in studies:
                continue
            if (known.people and animals) or (
                reported and not (known.cited or known.numbers) and known.statement.verdict != "partly"
            ):
                continue
            # Few words leave no room for others, unless a study or a country is named.
            needed = COVERED if len(known.stems) > FEW else FEW_COVERED if known.cited or known.proper else 0.999
            covered = self._share(known, own)
            if len(units) > 1 and max(self._share(known, unit) for unit in units) < needed:
                continue
            if covered < needed or not known.proper <= own or not _holds(known, plain):
                continue
            if seen.retraction and _RESTS_ON_RETRACTED.search(known.statement.explanation):
                continue
            if known.verbs and not holds(sentence.low, known.verbs):
                continue
            if not _speaks_of_people(known.statement.text, sentence):
                continue
            if known.ways and (_BESIDE.search(plain) or not known.ways & _ways(without(sentence))):
                continue
            if known.ways and not any(names_itself(sentence, seen, key) for key in known.statement.compounds):
                continue
            if len(known.stems) == 2 and not _close(known.stems, plain):
                continue
            if _LIKENED.search(plain) and not _LIKENED.search(known.statement.text):
                continue
            if known.statement.text.startswith("All ") and _MOST.search(plain):
                continue
            if fuzz.token_set_ratio(known.text, " ".join(sorted(own))) < ALIKE:
                continue
            if known.statement.verdict != "partly":
                yield self._said(known.statement)
            elif partly is None or covered > partly[0]:
                partly = (covered, known)
        if partly:
            yield self._said(partly[1].statement)

    def _told_in(self, sentence: Sentence, seen: Seen) -> Iterator[Said]:
        """Yield the statements in a few words, `DSIP lowers cortisol`, that a clause of a sentence makes."""
        known = [own for key in dict.fromkeys(sentence.compounds) for own in self._short.get(key, ())]
        if not sentence.compounds:
            # `N-acetyl Semax is stronger than Semax`: of a relative it is said, and that it outdoes the compound.
            keys = dict.fromkeys(mention.compound for mention in sentence.named if mention.compound)
            known = [own for key in keys for own in self._short.get(key, ()) if own[1].kind in OUTDOES]
        if not known or sentence.asks or not holds(sentence.low, MAY_BE) or holds(sentence.low, _OF_A_WORK):
            return
        plain = sentence.plain
        if refuted(plain):
            return
        parts, titled = _with_labels(plain), is_title(plain)
        done: set[str] = set()
        for statement, of, whose in known:
            if _RESTS_ON_POOLED.search(statement.explanation) and _OF_STUDIES.search(plain):
                continue  # What small trials came to, pooled, is so.
            if statement.id in done or (seen.retraction and _RESTS_ON_RETRACTED.search(statement.explanation)):
                continue
            for start, stop in parts:
                end = stop
                named = [m for m in sentence.named if start <= m.start < end]
                own = [(m.start, m.end) for m in named if m.compound in whose]
                if not own and (
                    any(m.compound for m in named)
                    or (any(m.compound for m in sentence.named) and not (start and _GOES_ON.match(plain, start)))
                ):
                    continue
                kin = {key for compound in whose for key in self.names.kin(compound)}
                other = [m.start for m in named if m.compound and m.compound not in kin]
                before = [m for m in named if m.compound in kin - whose and own and m.end <= own[0][0]]
                if before and not _OR.fullmatch(plain, before[-1].end, own[0][0]):
                    continue  # `Epithalamin, the parent of Epitalon, lowered ...`
                if other and own and any(low[1] <= place for low in own[:1] for place in other):
                    # `Cortexin for support, Semax for BDNF`: what follows the other name is said of that.
                    end = min(place for place in other if place >= own[0][1])
                if (sentence.block.kind == "heading" or titled) and of.kind not in OUTDOES:
                    continue
                if tells(of, plain, start, end, own) and (
                    of.kind in OUTDOES or not _REPORTED.search(plain, start, end)
                ):
                    done.add(statement.id)
                    yield self._said(statement)._replace(
                        span=(start + len(plain[start:end]) - len(plain[start:end].lstrip()), end)
                    )
                    break

    def _worded_in(self, sentence: Sentence, seen: Seen) -> Iterator[Said]:
        """Yield the statements that a sentence tells in whatever words."""
        plain = sentence.plain
        if sentence.asks or refuted(plain) or holds(sentence.low, _OF_A_WORK):
            return
        looked_into = _LOOKED_INTO.search(plain) is not None
        for key, start, end in self._worded.told(sentence):
            statement = self.dataset.statements[key]
            if looked_into and not _LOOKED_INTO.search(statement.text):
                continue
            if not (seen.retraction and _RESTS_ON_RETRACTED.search(statement.explanation)):
                yield self._said(statement)._replace(span=(start, end))

    def _unnamed(self, text: str) -> str:
        """Return a statement without the names of the compounds that it is on."""
        for mention in reversed([mention for mention in self.names.find(text) if mention.compound]):
            text = f"{text[: mention.start]} {text[mention.end :]}"
        return text

    def _share(self, known: _Known, own: frozenset[str]) -> float:
        return sum(self._rarity[word] for word in known.stems & own) / known.weight

    def _about(self, known: _Known, sentence: Sentence) -> bool:
        """Tell whether a sentence, or what it refers back to, speaks of the compounds of a statement."""
        spoken = set(sentence.compounds)
        if len(known.named) > 1:
            spoken |= {compound for before in sentence.before for compound in before.compounds}
            spoken |= {sentence.subject} if sentence.subject else set()
            return known.named <= spoken
        if known.named:
            return known.named <= spoken
        return bool(set(known.statement.compounds) & spoken)

    @staticmethod
    def _said(statement: Statement) -> Said:
        reference = statement.references[0] if statement.references else None
        detail = stated(statement)
        if statement.verdict == "partly":
            # What holds in part is not wrong; it is shown, and does not count against the article.
            return Said(statement, "unknown", f"Holds in part. {detail}", reference)
        return Said(statement, "differs" if statement.verdict == "contradicted" else "untraced", detail, reference)


def _literally(text: str, named: Iterable[Mention]) -> tuple[str, ...]:
    """Return the words of a text without articles, compounds by their ids; none for a text without a name."""
    parts, place, told = [], 0, False
    for mention in named:
        told = True
        if mention.compound and mention.start >= place:
            parts += [text[place : mention.start], f" {mention.compound.replace('-', '')}x "]
            place = mention.end
    return tuple(word for word in words("".join([*parts, text[place:]])) if word not in _ARTICLES) if told else ()


_ARTICLES = frozenset({"a", "an", "the"})
_PART_OF_IT = ("fragment", "фрагмент", "片段", " part of", "segment", "piece of", "compar", "residues 1-")
"""What a sentence says that calls one compound a part of the other, and not the other."""


def _where(sentence: Sentence, statement: Statement) -> tuple[int, int]:
    """Return the line of a record that makes a statement by itself, else the whole sentence."""
    whole, own = (0, len(sentence.text)), stems(statement.text)
    lines = list(sentence.lines())
    if len(lines) < 2 or sentence.block.kind == "row":
        return whole
    shared = [len(own & stems(sentence.plain[low:high])) for low, high in lines]
    best = max(range(len(lines)), key=lambda place: shared[place])
    return lines[best] if shared[best] >= len(own & stems(sentence.plain)) else whole


_UNCONTROLLED = re.compile(r"\bopen[- ]label|\bextension\b|\b(?:1\d\d|48|36) weeks\b|\b96(?:\.1)?\s?m", re.IGNORECASE)
"""What tells that a sentence is on the part of a trial behind its controlled one."""
_OR = re.compile(r"\W*(?:(?:and|or|und|oder|y|o|e|ou|i|и|или)\s)?(?:the\s|its\s)?\W*", re.IGNORECASE)
_OF_A_WORK = ("retract", "http", "et al", "title:", "отозван")
"""What a sentence has that gives the title of a work, or tells what became of it."""
_GOES_ON = re.compile(
    r"\W*(?:it|its|this|these|which|that|who|and|also|thereby|thus|so|shown|found|known|helping|the (?:peptide|"
    r"compound|drug|molecule))\b",
    re.IGNORECASE,
)
"""What begins a clause that goes on about the compound of the one before."""
_LOOKED_INTO = re.compile(
    r"\btrends?\b|\btheoretical\b|\bconcerns?\b|\bend-?points?\b[^.;]{0,25}\b(?:included?|were|was|are|is)\b|"
    r"\bresearchers (?:\w+ly |often )?(?:pair|combine|use|measure|assess)\b|"
    r"\b(?:has|have|had|is|are|was|were) (?:being |been )?(?:investigated|studied|explored|examined|researched|"
    r"evaluated) (?:for|as|to)\b",
    re.IGNORECASE,
)
"""Words of a sentence that tells what was looked for, or a trend, and no finding."""
_OF_PEOPLE = re.compile(r"\bin people$")
_MOST = re.compile(r"\b(?:most|mostly|majority|nearly|almost|mainly|largely|\d\d ?%)(?!\w)", re.IGNORECASE)
"""What says less of a thing than a statement that says it of all."""
_PEOPLE = ("human", "people", "patient", "clinical", "person", "volunteer", "elderly", "люд", "человек", "пациент")
_BESIDE = re.compile(r"amphetamine|амфетамин|\bcould\b|\baim(?:s|ed|ing) (?:at|to)\b|\bdesigned to\b", re.IGNORECASE)
"""What is given beside a compound and may be what did it, and words by which nothing is said to be so."""
_REPORTED = re.compile(
    r"\b(?:reported|thought|believed|proposed|hypothesi[sz]ed|said|claimed|suggested|speculated) to\b|\breportedly\b|"
    r"\b(?:have|has) (?:examined|investigated|explored)\b|\bпредполага\w+|\bсчита[ею]тся\b",
    re.IGNORECASE,
)
"""Words of a sentence that tells what others hold, or looked into, and does not itself hold it."""


def _ways(plain: str) -> frozenset[tuple[str, str]]:
    return frozenset((effect.thing, effect.way) for effect in effects(plain))


_IN_PEOPLE = re.compile(r"\b(?:in people|in humans|humans|patients|volunteers|clinical(?:ly)?|users?)\b", re.IGNORECASE)
_LABORATORY = re.compile(
    r"\b(?:in vitro|in-vitro|cell lines?|cell cultures?|cultured|fibroblasts?|mice|mouse|rats?|rodents?|animal models?|"
    r"preclinical|(?:somatic|human|nerve|bronchial|stem|cancer|pulmonary) cells)\b",
    re.IGNORECASE,
)
_RESTS_ON_POOLED = re.compile(r"\bsmall trials pooled\b")
_OF_STUDIES = re.compile(
    r"\b(?:meta-?analys\w+|pooled|reviews?|trials?|RCTs?|stud(?:y|ies)|20\d\d|cohorts?)\b", re.IGNORECASE
)
_RESTS_ON_RETRACTED = re.compile(r"\bretracted\b")
"""A statement that does not hold for a retraction, of which an article may tell in another sentence."""
_ORDERS = re.compile(r"\b(?:(?:7|seven|several|many|multiple|some) )?orders of magnitude\b", re.IGNORECASE)
_MILLIONS = re.compile(r"\b(\d{1,3}),000,000\b|\b10(?:⁷|\^7)[x×]?")
_TEN = re.compile(r"\bten (?=million|thousand)", re.IGNORECASE)
_FOLD = re.compile(r"(?<=million)-(?=fold)")


def millions(text: str) -> str:
    """Return a text in which large numbers are written one way: `10 million`."""
    if "," not in text and "illion" not in text and "10" not in text:
        return _ORDERS.sub("10 million times", text) if "orders of" in text.lower() else text
    text = _MILLIONS.sub(lambda hit: f"{hit[1] or 10} million", text)
    return _FOLD.sub(" ", _TEN.sub("10 ", text))


def _verbs(text: str, telling: frozenset[str]) -> tuple[str, ...]:
    """Return what else a statement says whose telling words are nothing but abbreviations: `contains`."""
    rest = telling - {word.lower() for word in _KEY_WORD.findall(text)}
    if 2 * len(rest) > len(telling) or len(rest) == len(telling):
        return ()
    return tuple(rest) or tuple(word[:6] for word in re.findall(r"\b[a-z]{5,}\b", text))


def _denied(known: _Known, plain: str) -> bool:
    """Tell whether the clause of a sentence that says most of a statement denies it, or one before it does."""
    best, negated = 0, False
    for start, end in clauses(plain):
        shared = len(known.stems & stems(plain[start:end]))
        if shared > best:
            best, negated = shared, NEGATION.search(plain, start, end) is not None
    return negated


def _units(sentence: Sentence) -> list[frozenset[str]]:
    """Return the stems of the fields of a record, those of two neighbours together; nothing where it is none."""
    plain = sentence.plain
    if sentence.block.kind == "row" or not ('", ' in plain or "', " in plain or sentence.block.kind == "record"):
        return []
    parts = [stems(millions(part)) for low, high in sentence.lines() for part in _NEXT_FIELD.split(plain[low:high])]
    return [first | second for first, second in pairwise(parts)] if len(parts) > 2 else []


_NEXT_FIELD = re.compile(r"(?<=['\"\]]),\s(?=\w+\W{0,2}:)")


def _with_labels(plain: str) -> list[tuple[int, int]]:
    """Return the clauses of a sentence, a label, `Dihexa: ...`, with what it labels."""
    found: list[tuple[int, int]] = []
    for start, end in clauses(plain):
        if len(found) == 1 and found[0][1] - found[0][0] <= LABEL and plain[found[-1][1] : start].strip() in {":", "-"}:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


LABEL = 40
"""Characters up to which what stands before a colon is a label."""


def _close(telling: frozenset[str], plain: str) -> bool:
    """Tell whether two stems stand near each other in a text."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words(plain)):
        if stem(word) in telling:
            places.setdefault(stem(word), []).append(place)
    if len(places) < 2:
        return False
    first, second = places.values()
    return min(abs(a - b) for a in first for b in second) <= CLOSE


def _holds(known: _Known, plain: str) -> bool:
    """Tell whether a text has the numbers and abbreviations of a statement, and no other number of the same."""
    needed = (*known.numbers, *known.key_words)
    if not all(re.search(rf"(?<![\d.\w]){re.escape(word)}(?!\w|\.\d)", plain) for word in needed):
        return False
    for number in known.numbers:
        counted = re.search(rf"(?<![\d.\w]){re.escape(number)}[- ]([A-Za-z]+)", plain)
        if counted and len(re.findall(rf"\d[- ]{counted[1]}\b", plain)) > 1:
            return False
    return True


_ONE_IS_THE_OTHER = re.compile(r"\S+ is (?!derived|an?\b|the\b)")
"""A statement that takes one compound for another: of a part of the other it is not said."""
_HELD_ELSEWHERE = re.compile(
    r"citing|citation|\d (?:g/mol|Da)\b|\bCAS\b|half-life|\[\d+\]|(?:contains|includes|composed of|содержит) BDNF"
)
_NUMBER = re.compile(r"(?<![\w(.-])\d+(?:\.\d+)?(?![\w)]|-\d|\.\d)")
_KEY_WORD = re.compile(r"\b(?:[A-Z]{3,}|[A-Z]{2,}\d\w?|[A-Z]{3,}-[A-Z])\b(?![(-]\d)")
_PROPER = re.compile(r"(?<=[a-z,] )(?!Russian)[A-Z][a-z]{3,}\b")
"""What cannot be said in other words: BDNF, MC4R, GABA-A."""
_NOT_ONLY_NAMES = frozenset(stems("acid ethyl drops acetate trifluoroacetate salt concentrate"))
_LIKENED = re.compile(
    r"\b(?:mimic\w*|resembl\w*|similar to|simulat\w*|analogous|homolog\w+)\b|(?<!peptide)(?<!compound)(?<!drug)-like\b",
    re.IGNORECASE,
)
"""Words by which a thing is likened to another, and not said to be or to hold it."""


def _speaks_of_people(statement: str, sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of people where a statement does, and not of cells or animals alone."""
    if not _IN_PEOPLE.search(statement):
        return True
    if _LABORATORY.search(sentence.plain) and not _IN_PEOPLE.search(sentence.plain):
        return False
    return not _OF_PEOPLE.search(statement) or holds(sentence.low, _PEOPLE)
