"""Knowledge: what the dataset says of a compound, sentence by sentence, to be found by what another sentence says."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from ..dataset.dataset import Dataset
from ..dataset.model import Compound, Relative, Statement
from ..notation.words import words
from .altered import altered, likeness
from .wording import NEGATION, clauses, holds, regions, stems

COVERED = 0.78
"""What share of the telling words of a text, weighed by rarity, a sentence of the dataset must have."""
UNKNOWN = 0.6
"""What a word weighs that no sentence of the dataset has; one that a single sentence has weighs 1."""
FEW = 2
"""From how many telling words on a text is looked for at all."""

_UP = re.compile(
    r"\b(?:increas\w+|rais\w+|rose|elevat\w+|enhanc\w+|boost\w*|up-?regulat\w+|promot\w+|stimulat\w+|activat\w+|"
    r"higher|more|greater|better|improv\w+|potentiat\w+|extend\w*|lengthen\w*|elongat\w+|accelerat\w+|"
    r"faster|induc\w+|restor\w+|longer)\b|повыш\w+|увелич\w+|усил\w+",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:reduc\w+|lower\w*|decreas\w+|inhibit\w*|suppress\w*|attenuat\w+|block\w*|down-?regulat\w+|diminish\w*|"
    r"prevent\w*|protect\w*|less\w*|shorter|fewer|worse|fell|eased?|loss)\b|сниж\w+|уменьш\w+|подавл\w+|ингиб\w+",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:humans?|people|persons?|patients?|volunteers?|clinical(?:ly)?|subjects|men|women|adults|participants)\b",
    re.IGNORECASE,
)
_ANIMALS = re.compile(
    r"\b(?:rats?|mouse|mice|rabbits?|animals?|rodents?|in vitro|cells?|cultured?|dogs?|monkeys?)\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-Z0-9])")
_SHORT = (
    (
        re.compile(
            r"brain[- ]derived neurotrophic factor(?: \(BDNF\))?|нейротрофическ\w+ фактор\w* мозга", re.IGNORECASE
        ),
        "BDNF",
    ),
    (re.compile(r"nerve growth factor(?: \(NGF\))?", re.IGNORECASE), "NGF"),
    (re.compile(r"ciliary neurotrophic factor(?: \(CNTF\))?", re.IGNORECASE), "CNTF"),
    (re.compile(r"hepatocyte growth factor(?: \(HGF\))?", re.IGNORECASE), "HGF"),
    (re.compile(r"(?:adreno)?corticotrop(?:h?ic hormone|h?in)(?: \(ACTH\))?", re.IGNORECASE), "ACTH"),
    (re.compile(r"PSP [Rr]ating [Ss]cale(?: \(PSPRS\))?"), "PSPRS"),
    (
        re.compile(r"Schwab and England(?: activities of daily living)?(?: scale)?(?: \(SEADL\))?", re.IGNORECASE),
        "SEADL",
    ),
    (re.compile(r"mini[- ]mental state examination(?: \(MMSE\))?", re.IGNORECASE), "MMSE"),
    (
        re.compile(
            r"Alzheimer'?s disease assessment scale(?:[ -]+cog\w*(?: subscale)?)?(?: \(ADAS-?[Cc]og\))?|"
            r"ADAS-?[Cc]og\+?",
            re.IGNORECASE,
        ),
        "ADAS",
    ),
    (re.compile(r"modified rankin(?: scale| score)?(?: \(mRS\))?", re.IGNORECASE), "mRS"),
    (re.compile(r"glasgow outcome scale(?: \(GOS\))?", re.IGNORECASE), "GOS"),
    (re.compile(r"(?:national institutes? of health|NIH) stroke scale(?: \(NIHSS\))?", re.IGNORECASE), "NIHSS"),
    (re.compile(r"action research arm test(?: \(ARAT\))?", re.IGNORECASE), "ARAT"),
    (
        re.compile(r"(?:six|6)-?\s?min(?:ute)?s?[- ]walk(?:ing)?(?: (?:test|distance))?(?: \(6MWT\))?", re.IGNORECASE),
        "6MWT",
    ),
    (re.compile(r"GABA-?ergic|gamma-aminobutyric acid(?: \(GABA\))?", re.IGNORECASE), "GABA"),
    (re.compile(r"\bAng ?IV\b"), "angiotensin IV"),
    (re.compile(r"\bCCK-?4\b|холецистокинин\w*", re.IGNORECASE), "cholecystokinin-4"),
    (re.compile(r"адренокортикотропн\w+ гормон\w*|\bАКТГ\b", re.IGNORECASE), "ACTH"),
    (re.compile(r"та[фв]т?[сц]ин\w*", re.IGNORECASE), "tuftsin"),
    (re.compile(r"ангиотензин\w*", re.IGNORECASE), "angiotensin"),
    (re.compile(r"иммуноглобулин\w*", re.IGNORECASE), "immunoglobulin"),
    (re.compile(r"шишковидн\w+|эпифиз\w*", re.IGNORECASE), "pineal"),
    (
        re.compile(r"кор[ыае] (?:головного )?мозга|(?:Groß)?[Hh]irnrinde|corteza cerebral|cortex cérébral"),
        "brain cortex",
    ),
    (re.compile(r"головного мозга"), "brain"),
    (re.compile(r"свин\w+|\bSchweine\w*|\bcerdos?\b|\bporcs?\b", re.IGNORECASE), "pig"),
    (
        re.compile(
            r"крупного рогатого скота|телят\w*|\bK[üu]he\w*|\bRinder\w*|\bK[äa]lber\w*|\bbovinos?\b|\bveaux?\b",
            re.IGNORECASE,
        ),
        "cattle",
    ),
    (re.compile(r"желудочн\w+ сок\w*|Magensaft\w*|jugo gástrico|suc gastrique", re.IGNORECASE), "gastric juice"),
)
"""Names of things that have a short one."""
_LONG = (
    "rating scale",
    "schwab",
    "mini-mental",
    "mini mental",
    "assessment scale",
    "adas",
    "rankin",
    "glasgow",
    "stroke scale",
    "arm test",
    "walk",
    "factor",
    "фактор",
    "corticotrop",
    "gaba",
    "gamma-",
    "ang",
    "cck",
    "холец",
    "адрено",
    "актг",
    "тафт",
    "тафц",
    "тавт",
    "ангио",
    "иммуногл",
    "шишк",
    "эпифиз",
    "мозга",
    "hirnrinde",
    "cortez",
    "cérébral",
    "свин",
    "schwein",
    "cerdo",
    "porc",
    "скота",
    "телят",
    "kühe",
    "kuhe",
    "rinder",
    "kälber",
    "bovin",
    "veau",
    "желудочн",
    "magensaft",
    "gástrico",
    "gastrique",
)
_PUT_SO = (
    (
        (" site", "at the place", "where i", "where t", "reactions at"),
        re.compile(
            r"\b(?:injection|infusion|application)[- ]sites?(?: reactions?)?|\breactions? (?:at|"
            r"around) (?:the |its )?(?:sites?|"
            r"place|point)(?: of (?:the )?injections?)?|\breactions? (?:where|"
            r"at the place where) (?:it|they) (?:is|are|was|were) "
            r"(?:injected|given)|\bsites? of (?:the )?injections?",
            re.IGNORECASE,
        ),
        "needle-place reaction",
    ),
    (
        ("enkephalin",),
        re.compile(
            r"enkephalinases?|enkephalin[- ](?:degrad\w+|hydroly\w+|cleav\w+)(?: (?:enzymes?|peptidases?|activity))?|"
            r"\b(?:enzymes?|peptidases?) (?:that|which) (?:break down|degrade|destroy|cleave|"
            r"hydrolyse) (?:\w+ ){0,2}enkephalins?",
            re.IGNORECASE,
        ),
        "enkephalin degrading enzyme",
    ),
    (
        ("neural ", "neuronal "),
        re.compile(r"\b(?:neural|neuronal) (?:stem|progenitor|precursor)[- ]cells?(?: proliferation)?", re.IGNORECASE),
        "neurogenesis",
    ),
    (
        ("longer", "farther", "further"),
        re.compile(r"\b(?:ran|run|running) (?:longer|farther|further)", re.IGNORECASE),
        "exercise",
    ),
    (
        ("walk",),
        re.compile(r"\b(?:walked|walking) (?:\w+ ){0,4}(?:farther|further)|\bwalk(?:ing)? distance", re.IGNORECASE),
        "walk",
    ),
    (("exercise ",), re.compile(r"\bexercise (?:capacity|tolerance|performance)", re.IGNORECASE), "exercise"),
    (("lvesv",), re.compile(r"\bLVESV\b"), "end systolic volume left ventricle"),
)
"""What is put in several ways, under one: the parts of which a text must have one, what is put, and the name."""
_SAME = {"syp": "synaptophysin", "dentate": "hippocampus", "gyrus": "hippocampus", "ventricular": "ventricle",
         "porcine": "pig", "pigs": "pig", "bovine": "cattle", "calves": "cattle", "stomach": "gastric",
         "break": "degrad",
         "breakdown": "degrad", "enzymatic": "enzyme", "sedative": "sedation", "recall": "memory", "learnt": "learning",
         "opiate": "opioid", "opiates": "opioid", "tenocyte": "tendon", "tenocytes": "tendon", "endurance": "exercise",
         "treadmill": "exercise", "multiply": "proliferation", "multiplied": "proliferation", "replicated": "repeated",
         "replication": "repeated", "repeat": "repeated", "h2o2": "peroxide", "nerve": "neuron", "nerves": "neuron",
         "htert": "telomerase",
         "leukemia": "leukaemia", "nocturnal": "night", "monkey": "primate", "monkeys": "primate",
         "forgetful": "amnesia",
         "forgetfulness": "amnesia",
         "malignancy": "tumour", "malignant": "tumour"}  # fmt: skip
"""One word for what has several."""
_SAME_FRONT = (
    ("toxic", "toxicity"), ("oncogen", "tumour"), ("carcinogen", "tumour"), ("cancer", "tumour"), ("metasta", "tumour"),
    ("neoplas", "tumour"), ("rodent", "rats"), ("division", "divided"),
)  # fmt: skip
"""The same for all words that begin alike."""
_TELLING_LY = frozenset(
    "orally nasally intranasally intravenously intramuscularly subcutaneously topically daily weekly monthly early "
    "systemically peripherally centrally family only bodily".split()
)
"""Adverbs, and words that end like them, which tell something."""
_IMPLIED = {
    "maze": ("learn", "memory", "spatia", "cognit"), "avoida": ("learn", "memory"), "peroxi": ("oxidat", "stress"),
    "ps1": ("alzhei", "dizeas", "dement", "cognit"), "neurog": ("prolif", "neuron"), "hayfli": ("divid",),
    "passag": ("divid", "hayfli"),
}  # fmt: skip
"""Stems of what a study is of, where it has another: who is tested in a maze is tested for memory."""
_NOT_OF_MEMORY = frozenset({"elevat", "cross", "plus"})
"""What tells a maze in which fear is measured."""
_EMPTY = frozenset(
    """
    identified isolated discovered known defined definitive molecular specific key major potent powerful rapidly
    strong direct important crucial critical natural naturally occurring exhibits demonstrates possesses appears
    produced primary initial mainly extends mechanism pathways signaling includes consists called designed created
    wave benefits therapy terms two three four five six seven eight nine ten rates respectively cohorts despite
    decades although fully accounts fifteen confirmed established thought believed supports acts functions function
    endogenous helps key formation precise exert exerts exerted exerting through across along around within toward
    towards
    classified dedicated alleviation alleviate alleviates alleviated amelioration symptom symptoms relief
    characterised characterized characterise characterize elucidated clarified described definitive dedicated sole
    promising robust remarkable notable exact actual overall roles role play plays played driving operates operate
    operating
    affect affects affected morris rate length lengths decline declines performance conditions condition task tasks
    pathway system systems via being thereby thus including alone further furthermore moreover considered regarded
    appear
    """.split()
)
"""Words that say too little for a text to be judged by them."""


_TELLING = 3
"""Telling words from which a sentence can be known as the copy of another."""
_ALIKE = 3
"""Sentences with the most words of a text that are compared with it word by word."""


class Known(NamedTuple):
    """A sentence of the dataset on a compound, with what is needed to compare another to it."""

    text: str
    stems: frozenset[str]
    reference: str | None
    denied: bool
    up: bool
    down: bool
    people: bool
    animals: bool
    null: bool
    retracted: bool = False
    apart: bool = False
    where: frozenset[str] = frozenset()
    claimed: bool = False
    whom: str = ""


class Knowledge:
    """What the dataset says of each compound, found by the rarest of the telling words of a text."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._names = {key: self._named(compound) for key, compound in dataset.compounds.items()}
        self.of = {key: tuple(self._sentences(compound)) for key, compound in dataset.compounds.items()}
        spread = Counter(stem for known in self.of.values() for sentence in known for stem in sentence.stems)
        self._rarity = {stem: 1 / (1 + math.log(count)) for stem, count in spread.items()}
        for compound in dataset.compounds.values():
            for relative in compound.relatives:
                # A relative is another thing: what is said of it is kept under a name of its own.
                key = related(compound, relative)
                self._names[key] = _stems(" ".join((relative.name, *relative.aliases)))
                self.of[key] = tuple(self._of_relative(compound, relative))
        self._by_stem: dict[str, dict[str, list[Known]]] = {}
        for key, sentences in self.of.items():
            own: dict[str, list[Known]] = defaultdict(list)
            for sentence in sentences:
                for stem in sentence.stems:
                    own[stem].append(sentence)
            self._by_stem[key] = dict(own)

    def telling(self, text: str, compound: str) -> frozenset[str]:
        """Return the stems of a text that tell what it says of a compound, its names aside."""
        return _stems(_DOWN.sub(" ", _UP.sub(" ", text))) - self._names[compound]

    def says(
        self, compound: str, text: str, *, references: Iterable[str] = (), needed: float = COVERED
    ) -> Known | None:
        """Return the sentence of the dataset that says of a compound what a text says, or None.

        Everything that the text says must stand in it: the same words, the same direction, denied alike, and of
        people or animals as the text has it. With `references` only what rests on one of them counts.
        """
        index = self._by_stem[compound]
        own = self.telling(text, compound)
        if not own or not any(stem in index for stem in own):
            return None
        few = len(own) < FEW
        weights = {stem: self._rarity.get(stem, UNKNOWN) for stem in own}
        candidates = self._candidates(compound, own, weights, frozenset(references), needed)
        if not candidates:
            return None
        said = _known(text, None)
        prevented, figures = _prevented(text), set(_FIGURE.findall(text))
        decimals = set(_DECIMAL.findall(text))
        if few and not said.denied and said.up == said.down:
            return None
        best: tuple[float, Known] | None = None
        for share, known in candidates.values():
            if few and not (_EVER.search(known.text) if said.denied else beside(known.text, next(iter(own)), said.up)):
                continue
            if _elsewhere(text, known.text) or (few and not _in_full(text, known.text, next(iter(own)))):
                continue
            if decimals and not decimals & set(_DECIMAL.findall(known.text)):
                continue
            if not figures <= set(_FIGURE.findall(known.text)) or _prevented(known.text) != prevented:
                continue
            # What rests on a retracted work alone is found last.
            score = share - known.retracted
            aside = not (known.claimed or known.up or known.down)
            if aside and said.up != said.down:
                continue
            if best is not None and score <= best[0]:
                continue
            if _agree(said, known._replace(denied=_denied_of(known, own))) and not altered(
                text, known.text, known.whom
            ):
                best = score, known
        return best[1] if best else None

    def copied(self, compound: str, text: str) -> Known | None:
        """Return the sentence of the dataset of which a text is nearly a copy, whatever it changes in it."""
        own, index = self.telling(text, compound), self._by_stem[compound]
        if len(own) < _TELLING:
            return None
        by_id = {id(known): known for stem in own for known in index.get(stem, ())}
        alike = Counter(id(known) for stem in own for known in index.get(stem, ())).most_common(_ALIKE)
        return max((by_id[key] for key, _ in alike), key=lambda known: likeness(text, known.text), default=None)

    def _candidates(
        self, compound: str, own: frozenset[str], weights: dict[str, float], among: frozenset[str], needed: float
    ) -> dict[int, tuple[float, Known]]:
        """Return the sentences on a compound that have enough of the telling words of a text, each with its score."""
        index, weight = self._by_stem[compound], sum(weights.values())
        found: dict[int, tuple[float, Known]] = {}
        for stem in sorted(own, key=lambda stem: (-weights[stem], stem))[:2]:
            for known in index.get(stem, ()):
                if known.reference not in among if among else known.apart:
                    continue
                shared = own & known.stems
                share = sum(weights[other] for other in shared) / weight
                if len(shared) < min(FEW, len(own)) or share < needed or _only_numbers(shared):
                    continue
                # Who was studied is not yet what was found.
                if len(shared - known.where) >= (1 if among else min(FEW, len(own))):
                    score = share - 0.002 * len(known.stems) - 0.05 * (known.reference is None)
                    found[id(known)] = score, known
        return found

    # -- sentences -------------------------------------------------------------------------------------------------

    def _named(self, compound: Compound) -> frozenset[str]:
        kinds = {"synonym", "abbreviation", "code", "salt", "trade-name", "other-script"}
        aliases = (alias.text for alias in compound.aliases if alias.kind in kinds)
        return _stems(" ".join((compound.name, compound.id, *aliases))) - {"gastri", "sleep", "pentad"}

    def _sentences(self, compound: Compound) -> Iterator[Known]:
        for text, references in _texts(compound):
            for part in _SENTENCE.split(text):
                if not _APART.search(part):
                    known = _known(part, references[0] if references else None)
                    label = _OF_A_MODEL.match(part)
                    yield known._replace(where=_stems(label[0]) - _stems(part[label.end() :])) if label else known
        for claim in compound.claims:
            where = f" {claim.population}"
            for reference in claim.references:
                made = _known(claim.text, reference, where)
                gone = all(self.dataset.references[key].standing == "retracted" for key in claim.references)
                apart = not gone and _APART.search(claim.text) is not None
                yield made._replace(
                    null=claim.result == "null", retracted=gone, apart=apart, claimed=True, whom=claim.population
                )

    @staticmethod
    def _of_relative(compound: Compound, relative: Relative) -> Iterator[Known]:
        """Yield what the dataset says of a relative: its own text, and the claims that name it first."""
        for part in _SENTENCE.split(relative.text):
            yield _known(part, relative.references[0] if relative.references else None)
        own = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in (relative.name, *relative.aliases)))
        for claim in compound.claims:
            hit = own.search(claim.text)
            first = min((claim.text.find(name) for name in _spelled(compound) if name in claim.text), default=1 << 20)
            if hit and hit.start() < first:
                yield _known(claim.text, claim.references[0] if claim.references else None, f" {claim.population}")


def stated(statement: Statement) -> str:
    """Return a statement that circulates as a finding tells it: its words, why it does not hold, what is known."""
    return f"“{statement.text}”: {statement.explanation} {statement.evidence}"


def related(compound: Compound, relative: Relative) -> str:
    """Return the key under which a relative of a compound is known."""
    return f"{compound.id}: {relative.name}"


def _spelled(compound: Compound) -> Iterator[str]:
    yield from (compound.name.partition(" (")[0], *(alias.text for alias in compound.aliases))


_FIGURE = re.compile(r"(\d+(?:\.\d+)?)(?=\s?(?:%|-?fold|x\b|×|points?\b))")
_DECIMAL = re.compile(r"\d+\.\d+")
_OF_A_MODEL = re.compile(
    r"[^:.]{3,60},\s(?:rats?|mouse|mice|rabbits?|dogs?|pigs?|cells?|people|humans?)\b[^:.]{0,20}:\s"
)
"""The label of a fact that tells who was studied: `Heart failure, rat: ...`."""
_APART = re.compile(
    r"^(?:The protein|Two analogues|An? analogue|Analogues|Peptide 6)|\b(?:retract\w+|was said|is said|"
    r"are said|claimed|"
    r"circulat\w+|could be read|no source|unproven|not settled|under question)\b",
    re.IGNORECASE,
)
"""Sentences of the dataset on something else, or on what is not held to be so."""
_EVER = re.compile(r"\b(?:no|neither|nor|never|none)\b", re.IGNORECASE)


def beside(text: str, stem: str, up: bool) -> bool:
    """Tell whether a sentence says of one thing, a stem, that it rose, or that it fell."""
    place = next((hit.start() for hit in re.finditer(r"\w+", text) if stem in _stems(hit[0])), -1)
    return place >= 0 and (_UP if up else _DOWN).search(text, max(0, place - 30), place) is not None


def _texts(compound: Compound) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield compound.compound_class, ()
    yield compound.summary, ()
    yield compound.primary_mechanism, ()
    yield compound.distinction, ()
    for fact in compound.facts:
        yield f"{fact.label}: {fact.value}", fact.references
    for remark in compound.limitations:
        yield remark.text, remark.references
    for event in compound.regulatory:
        yield event.event, ()
    for question in compound.faq:
        yield question.answer, question.references


def _known(text: str, reference: str | None, where: str = "") -> Known:
    own = _stems(f"{text}{where}")
    return Known(
        text=text,
        stems=own if own & _NOT_OF_MEMORY else own.union(*(_IMPLIED[stem] for stem in own & _IMPLIED.keys())),
        reference=reference,
        denied=NEGATION.search(text) is not None,
        up=_UP.search(text) is not None,
        down=_DOWN.search(text) is not None,
        people=_PEOPLE.search(f"{text}{where}") is not None,
        animals=_ANIMALS.search(f"{text}{where}") is not None,
        null=False,
        where=own - _stems(text),
    )


@lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    """Return the stems of the telling words of a text, things of several names under one."""
    low = text.lower()
    if holds(low, _LONG):
        for pattern, short in _SHORT:
            text = pattern.sub(short, text)
    for parts, pattern, short in _PUT_SO:
        if holds(low, parts):
            text = pattern.sub(short, text)
    found = []
    for word in words(text):
        if word not in _EMPTY:
            own = _one(word)
            if own:
                found.append(own)
    return stems(" ".join(found))


@lru_cache(maxsize=50_000)
def _one(word: str) -> str:
    """Return the word that stands for a word and those that say the same, an empty text for an adverb."""
    if word.endswith("ly") and len(word) > 5 and word not in _TELLING_LY:
        return ""
    own = _SAME.get(word, word)
    for front, same in _SAME_FRONT:
        if own.startswith(front):
            return same
    return own[:-3] if own.endswith("ing") and len(own) > 6 else own


def of_people(text: str) -> bool:
    """Tell whether a text speaks of people."""
    return _PEOPLE.search(text) is not None


def of_animals_alone(text: str) -> bool:
    """Tell whether a text speaks of animals or cells, and not of people."""
    return _ANIMALS.search(text) is not None and _PEOPLE.search(text) is None


_IN_PEOPLE = re.compile(
    r"\b(?:in|of|with|among)\s(?:[\w-]+\s){0,3}?(?:humans|people|persons|patients|volunteers|adults|"
    r"participants)\b",
    re.IGNORECASE,
)


def in_people_alone(text: str) -> bool:
    """Tell whether a text says of something that it was so in people, and speaks of no animals or cells."""
    return _IN_PEOPLE.search(text) is not None and not (_ANIMALS.search(text) or NEGATION.search(text))


def rises(text: str) -> bool | None:
    """Tell whether a text says that something rises (True) or falls (False); None where it says neither, or both."""
    up, down = _UP.search(text) is not None, _DOWN.search(text) is not None
    return up if up != down else None


def _only_numbers(shared: frozenset[str]) -> bool:
    """Tell whether two sentences have one word in common, and numbers, which other checks hold."""
    return len(shared) > 1 and sum(not stem.isdigit() for stem in shared) < FEW


def _elsewhere(text: str, known: str) -> bool:
    """Tell whether two sentences speak of one thing in different parts of the body."""
    here, there = regions(text), regions(known)
    return bool(here and there) and not here & there


def _in_full(text: str, known: str, stem: str) -> bool:
    """Tell whether the one telling word of a text stands in a sentence, and not another that begins like it."""
    own = (hit[0].lower()[:9] for hit in re.finditer(r"\w+", text) if stem in _stems(hit[0]))
    return any(word in known.lower() for word in own) or stem in {"bdnf", "ngf", "hgf", "acth", "gaba"}


def _denied_of(known: Known, own: frozenset[str]) -> bool:
    """Tell whether the clause of a sentence that has most of some words denies what it says."""
    if not known.denied:
        return False
    spans = sorted(clauses(known.text), key=lambda span: -len(own & _stems(known.text[slice(*span)])))
    return bool(spans) and NEGATION.search(known.text, *spans[0]) is not None


def _agree(said: Known, known: Known) -> bool:
    """Tell whether two sentences on the same go the same way, are denied alike, and are of the same kind of subject."""
    if known.denied != said.denied or (known.null and not said.denied):
        return False
    if said.up != said.down and known.up not in (known.down, said.up):
        return False
    return said.people == said.animals or known.people in (known.animals, said.people)


_PREVENTS = re.compile(
    r"\b(?:prevent\w*|protect\w*|attenuat\w+|block\w*|against|"
    r"abolish\w*)\b[^.;]{0,45}?\b(?:(?P<up>rise|increases?|elevation|"
    r"induction|activation)|(?P<down>reductions?|loss|decreases?|fall|decline|deficits?|impairments?))\b",
    re.IGNORECASE,
)


def _prevented(text: str) -> str:
    """Return what a text says was prevented: a rise, a fall, or nothing."""
    hit = _PREVENTS.search(text)
    return ("up" if hit["up"] else "down") if hit else ""


def telling(text: str) -> frozenset[str]:
    """Return the stems of the telling words of a text, in one word for what has several."""
    return _stems(text)
