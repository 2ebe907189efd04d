"""Effects: what a text says that a compound does to a thing, held against what the dataset says of the two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...dataset.dataset import Dataset
from ..article.names import Names
from ..article.sentences import Sentence
from ..effects import OPPOSITE, Effect, effects, may_tell
from ..findings import AuditVerdict
from ..outcomes import Held, Outcomes, opposes, same_illness
from ..rendering import rendered
from ..things import BELONGS, GOOD, begins_thing, things
from ..wording import clauses, refuted, regions, stems
from ..works import Works, described
from . import Found, Seen
from .claims import LONGEST, about, names_itself, without

_NOT_SIGNIFICANT = re.compile(
    r"\b(?:not|non|in)[\s-]?(?:statistically\s)?significant|\bwithout (?:statistical )?significance|\bdid not reach\b|"
    r"\bno (?:statistically )?significant (?:differences?|effects?|changes?)\b",
    re.IGNORECASE,
)
"""What takes back an effect that stands before it."""
_HEDGED = re.compile(
    r"\b(?:may|might|could|can|claim\w*|purport\w*|suppos\w+|alleged\w*|believed|thought|hypothes\w+|propos\w+|"
    r"theor\w+|potential\w*|"
    r"suggest\w*|appears?|possibl\w+|whether|if|would|aims?|designed|intended|users?|anecdot\w+|likely|probabl\w+|"
    r"or|some|may be|with|plus|combin\w+|alongside|stack\w*|together|compared|than|versus|vs|возможно|может)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:humans?|people|patients?|persons?|volunteers?|clinical(?:ly)?|women|men|adults|participants|"
    r"insomniacs?|phase (?:[1-4]|I{1,3}|IV)\b|schizophreni\w+|supranuclear|mild cognitive impairment|"
    r"(?-i:MCI|PSP)|пациент\w*|люд\w+|человек\w*)\b",
    re.IGNORECASE,
)
_ANIMALS = re.compile(
    r"\b(?:rats?|mouse|mice|rabbits?|animals?|rodents?|preclinical|pre-clinical|in vitro|cells?|cultured?|dogs?|"
    r"крыс\w*|мыш\w+|животн\w*)\b",
    re.IGNORECASE,
)


FIRST = 15
"""Characters within which a clause begins with the compound that it is about."""


class Effects:
    """Finds what a compound is said to do, and holds each of it against what is known of that compound and thing."""

    def __init__(self, dataset: Dataset, names: Names, works: Works, outcomes: Outcomes) -> None:
        self.dataset, self.names, self.works, self.outcomes = dataset, names, works, outcomes

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield each effect that a sentence tells of its compound, where the dataset tells of it as well."""
        plain = sentence.plain
        if not sentence.compounds or sentence.cites or sentence.block.kind == "heading":
            return
        if len(plain) > LONGEST or sentence.asks or refuted(plain):
            return
        english = rendered(plain)
        if seen.is_told(0, len(plain)) or not may_tell(english.text.lower() if english else sentence.low):
            return
        compound = about(sentence, self.names)
        if not compound:
            yield from self._by_clauses(sentence, seen)
            return
        held = self.outcomes.of(compound)
        own = without(sentence)
        english = rendered(own)
        for told in effects(english.text if english else own):
            effect = told
            if english:
                start, end = english.back(told.start, told.end)
                effect = told._replace(start=start, end=end)
            if seen.is_told(effect.start, effect.end) or not self._said(effect, plain):
                continue
            known = held.get(effect.thing, ())
            found = self._of(effect, known, sentence, seen, compound)
            if found:
                yield found

    def _by_clauses(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield what holds of each of two compounds in a clause of its own: `X raises this, while Y lowers that`."""
        spans = list(clauses(sentence.plain))
        if len(spans) < 2 or seen.studies or len(sentence.compounds) > 3:
            return
        told = effects(without(sentence))
        for start, end in spans:
            named = [m for m in sentence.named if m.compound and start <= m.start < end]
            own = {m.compound for m in named}
            compound = named[0].compound if named and len(own) == 1 else None
            if not compound or named[0].start - start > FIRST:
                continue
            held = self.outcomes.of(compound)
            for effect in told:
                if not start <= effect.start < end or seen.is_told(effect.start, effect.end):
                    continue
                found = self._of(effect, held.get(effect.thing, ()), sentence, seen, compound)
                if found and found.verdict == "matches" and self._said(effect, sentence.plain):
                    yield found

    def _of(self, effect: Effect, known: Sequence[Held], sentence: Sentence, seen: Seen, compound: str) -> Found | None:
        plain = sentence.plain
        name = self.dataset.compounds[compound].name
        cited = seen.studies or seen.marked or (seen.earlier if len({s.meant[0] for s in seen.earlier}) == 1 else [])
        studies = tuple(key for study in cited for key in study.meant)
        if studies:
            own = [one for one in known if one.reference in studies]
            if own or seen.studies or _REPORTS.search(plain):
                known = own
        if not known:
            return self._elsewhere(effect, seen, plain)
        people, animals = _PEOPLE.search(plain) is not None, _ANIMALS.search(plain) is not None
        where = regions(plain)
        fitting = [
            one
            for one in known
            if not (where and one.regions and not where & one.regions)
            and (people == animals or one.subject in (_OF_PEOPLE if people else _OF_ANIMALS))
        ]
        if effect.thing == "adverse-effects" and not animals:
            fitting = [one for one in fitting if one.subject in _OF_PEOPLE]
        fitting = [one for one in fitting if not ((by := _NOT_BY.search(one.text)) and by[1] in sentence.low)]
        figures = set(_FIGURE.findall(plain, max(0, effect.start - 25), effect.end + 40))
        agreeing = [one for one in fitting if _agrees(effect, one) and not one.retracted]
        agreeing = [one for one in agreeing if figures <= set(_FIGURE.findall(one.text))]
        if agreeing:
            best = _nearest(agreeing, stems(plain), name)
            # What speaks for a compound is not let stand alone; what speaks against it is.
            alone = studies or animals or figures or best.result in {"null", "negative"}
            contrary = None if alone else _in_people_against(effect, fitting, best, plain, name)
            detail = (
                f"Disputed. {name}: {best.text} Against it: {contrary.text}" if contrary else f"{name}: {best.text}"
            )
            verdict: AuditVerdict = "unknown" if contrary else "matches"
            return Found(effect.start, effect.end, "statement", verdict, detail, (contrary or best).reference)
        gone = [one for one in fitting if one.retracted and (_agrees(effect, one) or {effect.way, one.way} <= _ACTS_ON)]
        if gone and all(one.retracted or one.way == "named" for one in known) and not seen.retraction:
            noun = begins_thing(_FIRST_WORD.sub(r"\1", plain[effect.start : effect.end]).lower().replace("-", ""))
            if noun or _HEDGED.search(plain, 0, effect.end) or not names_itself(sentence, seen, compound):
                return None
            detail = f"It rests on a retracted work. {name}: {gone[0].text}"
            return Found(effect.start, effect.end, "statement", "retracted", detail, gone[0].reference)
        if (
            _HEDGED.search(plain, 0, effect.end)
            or _NOT_SIGNIFICANT.search(plain, effect.end)
            or effect.way in {"some", "binds", "crosses"}
            or not names_itself(sentence, seen, compound)
        ):
            return None
        induced = _INDUCED.search(plain)
        if induced and effect.way in OPPOSITE:
            # Of what ethanol does to it the other was prevented.
            other = OPPOSITE[effect.way]
            same = [
                one
                for one in fitting
                if one.way == other and one.way.startswith("kept") and induced[1].lower() in one.text.lower()
            ]
            if same and not any(one.way == effect.way for one in known):
                return Found(
                    effect.start, effect.end, "statement", "differs", f"{name}: {same[0].text}", same[0].reference
                )
        if any(_agrees(effect, one) or one.way in {"some", "named"} or one.result == "unknown" for one in known):
            return None
        against = [
            one
            for one in fitting
            if opposes(effect, one) and (one.result in {"null", "negative"} or (studies and one.clear))
        ]
        if not against or len(against) < len(fitting) or (effect.thing in GOOD and not studies):
            return None
        first = _nearest(against, stems(plain), name)
        told = f"{described(self.works.references[first.reference])}: " if first.reference and studies else f"{name}: "
        return Found(effect.start, effect.end, "statement", "differs", f"{told}{first.text}", first.reference)

    def _elsewhere(self, effect: Effect, seen: Seen, plain: str) -> Found | None:
        """Return that a paper on molecules alone is cited for what it did not look at: behaviour, injury, recovery."""
        if (
            len(seen.studies) != 1
            or len(seen.own) > 1
            or effect.thing not in _SEEN_ON_THE_BODY
            or effect.way in {"some", "none"}
        ):
            return None
        study = seen.studies[0]
        if not study.sure or len(study.meant) != 1 or study.start < effect.end or _HEDGED.search(plain, 0, effect.end):
            return None
        reference = self.works.references[study.meant[0]]
        title = reference.title
        topics = set(self.dataset.topics_of(reference.id))
        molecules = _MOLECULAR | ({"immunity"} if _EXPRESSION.search(title) else set())
        if not topics or not topics <= molecules or self.dataset.designs[reference.design[0]].subject == "secondary":
            return None
        if reference.standing == "retracted" or things(title) & {effect.thing, BELONGS.get(effect.thing, "")}:
            return None
        if any(other in GOOD for other in things(title)):
            return None
        labels = ", ".join(self.dataset.topics[topic].label.lower() for topic in sorted(topics))
        detail = f"{described(reference)}: a paper on {labels}; what it is cited for is not among what it looked at."
        return Found(effect.start, effect.end, "statement", "differs", detail, reference.id)

    @staticmethod
    def _said(effect: Effect, plain: str) -> bool:
        """Tell whether an effect is said of the compound, and not asked for, or of another thing."""
        if _NOT_LOOKED_AT.match(plain, effect.end):
            return False
        return _NOT_SAID.search(plain, max(0, effect.start - 40), effect.start) is None


_ACTS_ON: frozenset[str] = frozenset({"up", "binds", "some"})
_FIRST_WORD = re.compile(r"(\S+).*", re.DOTALL)
_FIGURE = re.compile(r"(\d+(?:\.\d+)?)(?=\s?(?:%|-?fold|x\b|×|times))")
_SEEN_ON_THE_BODY = frozenset(
    "infarct oedema mortality motor-function neurological-function sleep pain seizures vision lifespan wounds tendon "
    "ligament muscle bone ulcers tumours rankin nihss barthel glasgow-outcome".split()
)
"""What a paper on molecules alone does not look at."""
_MOLECULAR = frozenset(
    {"gene-expression", "neurotrophins", "receptor-binding", "stability", "pharmacokinetics", "metal-binding"}
)
_EXPRESSION = re.compile(r"\b(?:genes?|expression|mRNA|transcript\w*)\b", re.IGNORECASE)
_INDUCED = re.compile(r"\b(\w{4,})-(?:induced|evoked|caused)\b")
_REPORTS = re.compile(
    r"\b(?:significant\w*|treated|showed|found|demonstrated|revealed|observed|p\s?[<=])\b", re.IGNORECASE
)
"""Words of a sentence that goes on about the study that is cited before it."""
_NOT_SAID = re.compile(
    r"\b(?:to determine|to test|to see|test(?:ed|ing)? whether|unlike|like other|other\s(?!cells?\b|lines?\b)\w+"
    r"(?=\s))\b(?!\s(?:lines?|models?|tissues?|regions?|studies|stud(?:y|ies)|trials?|work|reports?))|"
    r"\b(?:studying|investigat(?:ing|e)|interest(?:ed)? in|we (?:all )?(?:need|want))\b",
    re.IGNORECASE,
)
_NOT_LOOKED_AT = re.compile(
    r"(?:\s\w+){0,2}?\s(?:(?:was|were|is|are|has been|have been)\s)?(?:not|never)\s(?:yet\s)?"
    r"(?:quantified|measured|assessed|tested|examined|studied|shown|demonstrated|confirmed|replicated|reported)\b|"
    r"(?:\s\w+){0,2}\s(?:generally|usually|typically|often)\s(?:correlat|leads?|translat|means)",
    re.IGNORECASE,
)
"""What stands behind an effect that nobody looked at, or that is told of anybody."""
_NOT_BY = re.compile(r"\bnot (?:by|through|via) (\w{5,})(?=[.;]|$)")
"""By what a thing is held not to have come about."""
_OF_PEOPLE = frozenset({"human", "secondary", ""})
_OF_ANIMALS = frozenset({"animal", "laboratory", "secondary", ""})


def _nearest(among: Sequence[Held], words: frozenset[str], name: str) -> Held:
    """Return what says most of what a text says, and little else; what is of the compound itself first."""

    def score(one: Held) -> tuple[float, str]:
        own = stems(one.text)
        mixed = _TOGETHER_WITH.search(one.text) is not None
        points = (
            len(words & own)
            - 0.08 * len(own)
            - 3 * mixed
            + 0.5 * one.text.startswith(name)
            + 0.5 * (one.reference is not None)
        )
        otherwise = _NOT_BY.search(one.text) is not None and "altern" not in words
        return points - (one.result == "unknown") - 2 * otherwise, one.text

    return max(among, key=score)


_TOGETHER_WITH = re.compile(
    r"\b(?:together|combin\w+|added to|metabolite|analogues?|fragments?|inhibitor|with D-|blocker|parent of|"
    r"Without any)\b"
)


def _agrees(effect: Effect, one: Held) -> bool:
    """Tell whether two effects on a thing are of the same way."""
    if effect.way == "some":
        return one.way not in {"none", "binds", "crosses", "named"}
    return effect.way == one.way


def _in_people_against(effect: Effect, among: Sequence[Held], best: Held, plain: str, name: str) -> Held | None:
    """Return what another study of people, or several pooled, found against an effect: nothing, or the contrary."""
    against = [
        one
        for one in among
        if one.failed
        and opposes(effect, one)
        and one.reference != best.reference
        and (not one.pooled or same_illness(plain, one.text))
    ]
    return _nearest(against, stems(plain), name) if against else None
