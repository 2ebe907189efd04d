"""Origin: a parent or a source from which a compound is said to come, where the dataset gives another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...dataset.dataset import Dataset
from ..article.names import Names
from ..article.sentences import Sentence
from ..materials import ANIMALS, BY, NOT_A_SOURCE, ORGANS, PARENTS, PATTERNS, Sourced, any_of, sourced
from ..tongues import denies
from ..wording import denied, holds, refuted
from . import Found, Seen
from .subjects import PRONOUN, subjects

_FROM = re.compile(
    r"\b(?:derived from|derivative of|analog(?:ue)?s? of|based on|fragment of|made from|modelled on|modeled on|"
    r"isolated from|obtained from|extracted from|"
    r"contains)\s(?:the\s|a\s|an\s|human\s|natural(?:ly occurring)?\s|endogenous\s|synthetic\s|"
    r"immunomodulatory\s|tetrapeptide\s|peptide\s|"
    r"hormone\s){0,5}$"
)
_CALLED = re.compile(r"\s?(?::|-|,|\bis\b|\bwas\b)\s(?:an?\s|another\s|the\s)?(?:synthetic\s)?", re.IGNORECASE)
_DERIVED = re.compile(r"[- ](?:derived|derivative|analog(?:ue)?|based)\b", re.IGNORECASE)
"""`Selank: a tuftsin-derived peptide`."""
FAR = 90
"""Characters within which a compound stands before what it is said to derive from."""
_DIRECT = re.compile(
    r"\W{0,2}(?:(?:of|from|on|to|de|da|do|del|des|der|dem|von|od|z|ze|zo|от|из|the|a|an|human|\w+ly|"
    r"natural(?:ly[- ]occurring)?|endogenous|synthetic|immune|"
    r"la|el|le|hormone|peptide|protein|immunomodul\w+|tetrapeptide|эндогенн\w+|природн\w+|естественн\w+|пептид\w*|"
    r"иммуномодул\w+|человеческ\w+|natural|humana|humano|endógen\w+|fragment\w*|hormônio|hormona|active|фрагмент\w*|"
    r"гормон\w*|extracts?|tissues?|glands?|glándulas?|cerebral|cortex|brains?|pineal|porcine|bovine|calf|calves|"
    r"мозг\w*|коры|amino|acids|residues|C|N|terminus|full|length|region|segment|part|\d+)\W{1,3}){0,9}",
    re.IGNORECASE,
)
"""What stands between `derived` and that from which it is."""
_ANALOGUE = re.compile(
    r"(?:(?<![^\W_])(?:derived (?:\w+ly )?from|derivad[oa] d[aeo]l?|derivative of|analog(?:ue)? (?:of|to)|"
    r"análogo d[aeo]l?|аналог\w*|производн\w+|(?:fragment|part|piece) of|"
    r"based on|basead[oa] n[ao]|analogon? (?:von|des)|modell?ed (?:on|after)|dérivé de|analogue de|derivat von|"
    r"pochodn\w+))$",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"deriv|isol|aisl|extra|estra|ekstr|obt|otten|made from|produced from|prepared|purif|hydro|hidro|выдел|виділ|"
    r"получ|извле|экстр|вытяж|gewonn|stammt|otrzym|uzysk|pozysk|získ|odvo|pochod|orig",
    re.IGNORECASE,
)
"""What tells that something was taken out of an animal or a part of it."""
_CALLED_SO = re.compile(r"\bP-?0?21\b,?\s?(?:\(|=|(?:is\s)?(?:also\s)?(?:known as|called)\s)(?:the\s)?$")
"""What stands before the cell-cycle protein where the peptide is taken for it."""
_SIGNS = tuple(
    "deriv analog análog аналог производн fragment part piece based basead model dériv pochodn isol aisl extra estra "
    "ekstr obt prepar produced made purif hydro hidro выдел виділ получ извле экстр вытяж gewonn stammt otrzym uzysk "
    "pozysk získ odvo orig p21 p021".split()
)
_BEHIND = re.compile(r"(?:[- ]gland)?[- ](?:analog(?:ue)?|derivative|derived|extract)\b")
_PREPOSITION = re.compile(r"\s?(?:\w+ly )?(?:of|from|on|d[aeo]l?|n[ao]|von|des|to)?")
_NOT = r"(?!(?:and|or|with|plus|as|like|than|to|from|of|in|on|by|for|into|und|et|и|или|с|из|в|для)\b)"
_IS_IT = re.compile(
    rf"\W*(?:\([^()]*\)\s?)?(?:on the other hand\s)?(?:is|was|é|es|ist|jest|je|это|является|:|-)\s?(?:это\s)?"
    rf"(?:an?\s|the\s|not\s(?:an?\s)?|uma?\s|ein\s|un\s)?(?:{_NOT}[\w-]+\s){{0,4}}|"
    rf"\W*(?:It|This (?:peptide|compound))\s(?:is|was)\s(?:an?\s)?(?:{_NOT}[\w-]+\s){{0,3}}|"
    r"\W*(?:\w+\s?[:|]\W{0,4})?(?:(?:an?|the|synthetic|natural|short|small|novel|bioactive|\w*peptide|bioregulator|"
    r"compound|analog(?:ue)?|\w+-\w+|синтетическ\w+|\w*пептид\w*|um|uma|un|una|ein|eine),?\s){0,4}|"
    r"\s?\([^()]*\)\s(?:was|is)\s|"
    r"\W*(?:\([^()]*\)\s?)?(?:is|was)\s(?:(?!(?:with|to|like|than|alongside|beside|not|from)\b)[\w-]+\s){1,12}"
    r"(?:\w*peptide|compound|molecule|bioregulator),?\s|\s?(?:-|это|является)\s(?:[\w-]+\s){0,4}\w*пептид\w*,\s",
    re.IGNORECASE,
)
"""What stands between a compound and where it is said to come from, where it is said of that alone."""
_ASIDE = re.compile(r"\s?\([^()]*\)")
_APART = re.compile(
    r"\b(?:despite|unlike|although|though|contrary|confus\w*|mistak\w*|so-called|often|claim\w*|suppos\w*|whereas|"
    r"differ\w*|unrelated|rather|instead|similar|в отличие|не путать)\b|→",
    re.IGNORECASE,
)
"""Words of a sentence that tells two things apart, or says what others hold."""
_SYNTHETIC = re.compile(r"\bsynthetic\b|\bcapped\b|\bderivative\b", re.IGNORECASE)
_NATURAL_SIGNS = (
    "natural", "endogen", "found in", "secreted", "produced", "present in", "extracted", "isolated", "purified",
    "obtained", "harvested",
)  # fmt: skip
_NATURAL = re.compile(
    r"\b(?:naturally[- ]occurring|natural|endogenous)\s(?:[\w-]+[\s-]){0,3}?(?:\w*peptides?|proteins?|molecules?|"
    r"hormones?|compounds?)\b(?!\s(?:deriv|fragment|analog|mimic|like))|"
    r"\b(?:occurs?|occurring|found|present|produced|secreted|synthesi[sz]ed)\s(?:naturally\s)?(?:in|by)\s(?:the\s)?"
    r"(?:(?:human|mammalian|almost|virtually|nearly|all|every|most|many|body's)\s){0,4}(?:body|bodies|cells?|tissues?|"
    r"thymus(?:\sgland)?|platelets)\b|"
    r"\bnaturally\s(?:found|present|produced|secreted|occurring)\s(?:in|by)\b",
    re.IGNORECASE,
)
_OUT_OF = re.compile(
    r"\b(?:extracted|isolated|purified|obtained|harvested)\sfrom\s(?:the\s)?(?:[\w-]+\s){0,3}?"
    r"(?:glands?|brains?|calves|calf|cattle|cows?|pigs?|bovine|thymus|animals?)\b",
    re.IGNORECASE,
)
_IS_SAID = re.compile(
    r"(?:[®™]|\s?\([^()]*\))?,?\s(?:(?:is|are|was|were|which is|that is)\s)?(?:also\s)?(?:(?:an?|the)\s)?"
    r"(?:(?:produced|small|short|multifunctional|versatile|regenerative|potent|remarkable|powerful|"
    r"\d+[- ]amino[- ]acid|"
    r"tissue-repair|healing|actin-binding)\s(?:and\s)?){0,3}|:\s(?:an?\s)?",
    re.IGNORECASE,
)
_NO_NATURE = re.compile(
    r"\b(?:synthetic|version|fragment|analog\w*|deriv\w*|based|mimic\w*|similar|form|region|segment|part|"
    r"copy|from a|of a|"
    r"receptor|binds?|like)\b",
    re.IGNORECASE,
)
"""What makes of the natural thing another than the compound: `a fragment of a naturally occurring protein`."""
LONGEST = 3000
"""Characters from which what reads as a sentence is a page without full stops."""
NEAR = 70
"""Characters between what tells of a source and the source."""


class Origin:
    """Finds a parent that is not the compound's own, and a source from which it is not taken."""

    def __init__(self, dataset: Dataset, names: Names) -> None:
        self.dataset, self.names = dataset, names
        self._sourced = sourced(dataset)
        partly = [one for one in dataset.statements.values() if one.verdict == "partly" and "natural" in one.text]
        disputed = {key for one in partly for key in one.compounds}
        self._made = {
            key: f"{one.name}: {one.summary}"
            for key, one in dataset.compounds.items()
            if key not in disputed and _SYNTHETIC.search(f"{one.compound_class} {one.summary}")
        }
        self._foreign = {key: any_of(_foreign(known)) for key, known in self._sourced.items()}

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield that a compound comes from another parent or source than the one that it is said to come from."""
        plain = sentence.plain
        if sentence.cites or refuted(plain) or sentence.asks or len(plain) > LONGEST:
            return
        made = [*(() if seen.stated else self._natural(sentence)), *(() if seen.stated else self._parent(sentence))]
        for item in made or self._source(sentence, seen):
            if item.verdict == "differs":
                seen.confused.append((item.start, item.end))
            yield item

    def _natural(self, sentence: Sentence) -> Iterator[Found]:
        """Yield that what is made is said to occur in nature, or to be taken out of an animal."""
        plain = sentence.plain
        cues = [*_NATURAL.finditer(plain), *_OUT_OF.finditer(plain)] if holds(sentence.low, _NATURAL_SIGNS) else ()
        for hit in cues:
            last = next((m for m in reversed(sentence.named) if m.end <= hit.start()), None)
            key = last.compound if last else None
            told = self._made.get(key or "")
            if not last or not told or _NO_NATURE.search(plain, last.end, hit.end()) or _APART.search(plain):
                continue
            if not _IS_SAID.fullmatch(plain, last.end, hit.start()) or denies(plain, last.end, hit.end()):
                continue
            before = [m for m in sentence.named if m.end <= last.start and m.compound]
            if not any(m.compound != key for m in before):
                yield Found(last.start, hit.end(), "statement", "differs", told)
                return

    def _parent(self, sentence: Sentence) -> Iterator[Found]:
        named = [mention for mention in sentence.named if mention.compound]
        for first, second in pairwise(named):
            if first.compound == second.compound or second.start - first.end > FAR:
                continue
            between = sentence.plain[first.end : second.start]
            said = _FROM.search(between) or (_CALLED.fullmatch(between) and _DERIVED.match(sentence.plain, second.end))
            own = self.names.parent(first.compound or "")
            known = self._sourced.get(first.compound or "")
            of_another = known if known and not own and set(PARENTS) & known.materials else None
            if (
                not said
                or not (own or of_another)
                or second.compound == own
                or re.search(r"[.;]|\band\b|\bwhile\b", between)
            ):
                continue
            if not denied(sentence.plain, first.end, second.end):
                names = self.dataset.compounds
                child, parent = names[first.compound or ""].name, names[second.compound or ""].name
                detail = f"{child} derives from {names[own].name}, not from {parent}." if own else ""
                detail = f"{child}: {of_another.text}" if of_another else detail
                yield Found(first.start, second.end, "statement", "differs", detail)

    def _source(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield that a compound is said to come from what it does not come from, or that it does not, which is so."""
        plain = sentence.plain
        if not holds(sentence.low, _SIGNS):
            return
        about = subjects(sentence, self.names)
        if sentence.subject and PRONOUN.match(plain):
            about = (sentence.subject,)
        if sentence.block.kind == "heading" or len(about) != 1:
            return
        foreign, known = self._foreign[about[0]], self._sourced[about[0]]
        if not foreign.search(plain):
            return
        told = f"{self.dataset.compounds[about[0]].name}: {known.text}"
        for key in _foreign(known):
            for hit in PATTERNS[key].finditer(plain):
                if any(m.start <= hit.start() < m.end for m in sentence.named if m.compound == about[0]):
                    continue
                span = self._said(sentence, about[0], key, hit)
                if (
                    span is None
                    or seen.is_told(*span)
                    or any(o.start() <= span[0] < o.end() for o in NOT_A_SOURCE.finditer(plain))
                ):
                    continue
                if denies(plain, max(0, span[0] - 25), span[0]):
                    yield Found(*span, "statement", "matches", told)
                elif not seen.stated and not _APART.search(plain):
                    yield Found(*span, "statement", "differs", told)
                return

    @staticmethod
    def _said(sentence: Sentence, compound: str, key: str, hit: re.Match[str]) -> tuple[int, int] | None:
        """Return where a compound is said to come from a material that a text names, or None where it is not."""
        plain = sentence.plain
        behind = _BEHIND.match(plain, hit.end())
        end = behind.end() if behind else hit.end()
        cues = [
            cue
            for cue in BY.finditer(plain, max(0, hit.start() - NEAR - 20), hit.start())
            if cue.end() <= hit.start() <= cue.end() + NEAR
            and _DIRECT.fullmatch(plain, cue.end(), hit.start())
            and (
                _TAKEN.match(cue[0])
                if key in ANIMALS or key in ORGANS
                else _ANALOGUE.search(plain[: _stop(plain, cue, hit)])
            )
        ]
        start = cues[0].start() if cues else hit.start()
        if key == "p21-protein" and not (cues or behind) and _CALLED_SO.search(plain, 0, hit.start()):
            return hit.span()
        if not (cues or behind) or not _says_of_it(sentence, compound, start):
            return None
        return start, end


def _foreign(known: Sourced) -> Iterator[str]:
    """Yield the materials from which a compound does not come: others than its own of a kind that is known."""
    for kind in (PARENTS, ANIMALS, ORGANS):
        if known.materials & set(kind):
            yield from (
                key
                for key in kind
                if key not in known.materials and not (key == "brain" and "cortex" in known.materials)
            )
    yield from sorted(known.not_from)


def _stop(plain: str, cue: re.Match[str], hit: re.Match[str]) -> int:
    """Return where the words end by which something is called an analogue: the preposition behind is one of them."""
    behind = _PREPOSITION.match(plain, cue.end(), hit.start())
    return behind.end() if behind and behind[0].strip() else cue.end()


def _says_of_it(sentence: Sentence, compound: str, start: int) -> bool:
    """Tell whether what begins at a place is said of the compound: behind its name, or of what it goes on about."""
    before = [m for m in sentence.named if m.end <= start]
    last = next((m for m in reversed(before) if m.compound), None)
    if any(
        not m.compound and (last is None or m.start >= last.end) and sentence.plain[m.start].isupper() for m in before
    ):
        return False  # `Thymalin: an extract of the thymus` is said of another thing that is named.
    between = sentence.plain[last.end if last else 0 : start]
    if (last.compound if last else sentence.subject) != compound:
        return False
    return _IS_IT.fullmatch(between) is not None or _IS_IT.fullmatch(_ASIDE.sub("", between)) is not None
