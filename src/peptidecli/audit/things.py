"""Things on which a compound may act: what they are called, what they belong to, and which way is the good one."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

_CALLED = {
    # signalling
    "bdnf": "bdnf бднф",
    "ngf": "ngf фрн",
    "neurotrophins": "neurotrophin neurotrophic нейротроф",
    "trkb": "trkb trkb",
    "vegf": "vegf vegfr",
    "igf-1": "igf",
    "hgf": "hgf",
    "c-met": "cmet",
    "dopamine": "dopamin дофамин",
    "serotonin": "serotonin серотонин 5ht",
    "noradrenaline": "noradrenalin norepinephrin норадреналин",
    "acetylcholine": "acetylcholin cholinergic ацетилхолин",
    "glutamate": "glutamat глутамат",
    "gaba": "gaba гамк",
    "enkephalins": "enkephalin энкефалин",
    "cortisol": "cortisol кортизол",
    "corticosterone": "corticosteron кортикостерон",
    "acth": "acth актг corticotropin",
    "melatonin": "melatonin мелатонин",
    "prolactin": "prolactin пролактин",
    "testosterone": "testosteron тестостерон",
    "lh": "luteinizing luteinising",
    "growth-hormone": "somatotropin",
    "growth-hormone-receptor": "",
    "insulin": "insulin инсулин",
    "glucose": "glucose глюкоз blood-sugar",
    "nitric-oxide": "enos inos nnos",
    "erk": "erk",
    "akt": "akt",
    "fak-paxillin": "paxillin fak",
    "creb": "creb",
    "nf-kb": "nfkb",
    "nrf2": "nrf",
    "interleukins": "interleukin интерлейкин il6 il8 il1 il1b",
    "tnf": "tnf",
    "interferon": "interferon интерферон",
    "cytokines": "cytokin цитокин",
    "t-cells": "tcell lymphocyt лимфоцит",
    "phagocytosis": "phagocyt фагоцит",
    # states and what is measured of them
    "anxiety": "anxiety anxious тревог тревож angst",
    "depression": "depression depressive депресс",
    "stress": "stress стресс",
    "memory": "memory memories recall память памят gedachtnis",
    "learning": "learning обучен lernen",
    "attention": "attention внимани aufmerksamkeit",
    "cognition": "cognition cognitive когнитив kognitiv",
    "amnesia": "amnesia амнези",
    "sleep": "sleep сон сна schlaf",
    "delta-sleep": "delta дельта slow-wave",
    "sleep-efficiency": "",
    "sleep-latency": "",
    "insomnia": "insomnia бессонниц",
    "pain": "pain nocicepti боль боли schmerz",
    "seizures": "seizure convulsion судорог",
    "withdrawal": "withdrawal абстинен",
    "inflammation": "inflammation inflammatory воспален",
    "oxidative-stress": "ros",
    "apoptosis": "apoptosis apoptotic апоптоз",
    "neurogenesis": "neurogenesis нейрогенез",
    "synapses": "synaptogenesis spinogenesis synapse",
    "dendritic-spines": "spine",
    "plasticity": "plasticity neuroplasticity пластичност",
    "amyloid": "amyloid plaque амилоид",
    "tau": "tau",
    "infarct": "infarct инфаркт",
    "oedema": "edema oedema отек отёк",
    "blood-flow": "",
    "angiogenesis": "angiogenesis ангиогенез",
    "tube-formation": "",
    "motor-function": "motor двигательн",
    "neurological-function": "neurological неврологич",
    "rankin": "rankin mrs",
    "barthel": "barthel",
    "nihss": "nihss",
    "glasgow-outcome": "glasgow",
    "adverse-effects": "adverse toxicity побочн нежелательн",
    "mortality": "mortality death смертност",
    "tendon": "tendon сухожил",
    "ligament": "ligament связк mcl acl",
    "muscle": "muscle мышц",
    "bone": "bone fracture кост",
    "wounds": "wound scratch рана ран",
    "ulcers": "ulcer язв",
    "collagen": "collagen коллаген",
    "fibroblasts": "fibroblast фибробласт",
    "nerve": "nerve",
    "telomerase": "telomerase теломераз",
    "telomeres": "telomere теломер",
    "lifespan": "lifespan",
    "cardiac-function": "",
    "actin": "actin gactin актин",
    "hla-dr": "hladr",
    "tumours": "tumor tumour опухол",
    "cardiolipin": "cardiolipin",
    "mitochondria": "mitochondria mitochondrial митохондр",
    "atp": "atp",
    "vision": "vision visual зрени",
    "blood-pressure": "",
    "pyroptosis": "pyroptosis",
    "default-mode-network": "",
    "microtubules": "microtubule микротруб",
    "blood-brain-barrier": "bbb гэб",
}
"""The beginnings of words, without hyphens, that name a thing. What takes two words is in `_TOGETHER`."""
_TOGETHER = {
    ("growth", "hormone", "receptor"): "growth-hormone-receptor",
    ("growth", "hormone"): "growth-hormone",
    ("gh", "receptor"): "growth-hormone-receptor",
    ("гормон", "роста"): "growth-hormone",
    ("brain", "derived", "neurotrophic", "factor"): "bdnf",
    ("brainderived", "neurotrophic", "factor"): "bdnf",
    ("nerve", "growth", "factor"): "ngf",
    ("hepatocyte", "growth", "factor"): "hgf",
    ("vascular", "endothelial", "growth", "factor"): "vegf",
    ("nitric", "oxide"): "nitric-oxide",
    ("оксид", "азота"): "nitric-oxide",
    ("oxidative", "stress"): "oxidative-stress",
    ("oxidative", "damage"): "oxidative-stress",
    ("reactive", "oxygen"): "oxidative-stress",
    ("lipid", "peroxidation"): "oxidative-stress",
    ("окислительн", "стресс"): "oxidative-stress",
    ("sleep", "efficiency"): "sleep-efficiency",
    ("sleep", "latency"): "sleep-latency",
    ("sleep", "onset"): "sleep-latency",
    ("time", "to", "fall"): "sleep-latency",
    ("slow", "wave"): "delta-sleep",
    ("deep", "sleep"): "delta-sleep",
    ("blood", "flow"): "blood-flow",
    ("side", "effect"): "adverse-effects",
    ("cardiac", "function"): "cardiac-function",
    ("heart", "function"): "cardiac-function",
    ("ejection", "fraction"): "cardiac-function",
    ("pumping", "strength"): "cardiac-function",
    ("функци", "сердца"): "cardiac-function",
    ("g", "actin"): "actin",
    ("hla", "dr"): "hla-dr",
    ("blood", "pressure"): "blood-pressure",
    ("blood", "sugar"): "glucose",
    ("blood", "brain", "barrier"): "blood-brain-barrier",
    ("bloodbrain", "barrier"): "blood-brain-barrier",
    ("life", "span"): "lifespan",
    ("cell", "death"): "apoptosis",
    ("new", "neurons"): "neurogenesis",
    ("synapse", "formation"): "synapses",
    ("synaptic", "plasticity"): "plasticity",
    ("blood", "vessel"): "angiogenesis",
    ("new", "vessels"): "angiogenesis",
    ("tube", "formation"): "tube-formation",
    ("default", "mode"): "default-mode-network",
    ("t", "cell"): "t-cells",
    ("c", "met"): "c-met",
    ("fak", "paxillin"): "fak-paxillin",
    ("modified", "rankin"): "rankin",
    ("infarct", "volume"): "infarct",
    ("lesion", "volume"): "infarct",
    ("nf", "κb"): "nf-kb",
    ("nf", "kb"): "nf-kb",
}
BELONGS = {
    "bdnf": "neurotrophins",
    "ngf": "neurotrophins",
    "memory": "cognition",
    "learning": "cognition",
    "attention": "cognition",
    "delta-sleep": "sleep",
    "sleep-efficiency": "sleep",
    "interleukins": "cytokines",
    "tnf": "cytokines",
    "tube-formation": "angiogenesis",
}
"""What a thing is a kind of: to say that the one rises is to say it of the other."""
GOOD = {
    **dict.fromkeys(
        "memory learning attention cognition sleep delta-sleep sleep-efficiency motor-function "
        "neurological-function tendon ligament muscle "
        "bone wounds nerve cardiac-function vision barthel glasgow-outcome lifespan neurogenesis synapses "
        "plasticity".split(),
        "up",
    ),
    **dict.fromkeys(
        "amnesia anxiety depression stress sleep-latency insomnia pain seizures withdrawal inflammation "
        "oxidative-stress "
        "apoptosis amyloid tau "
        "infarct oedema mortality rankin nihss adverse-effects ulcers tumours".split(),
        "down",
    ),
}
"""Which way a thing goes where it is said that it got better."""
OF_TOPIC = {
    "anxiety": ("anxiety",),
    "depression": ("depression",),
    "stress": ("stress",),
    "cognition": ("cognition", "memory", "learning", "attention"),
    "dementia": ("cognition", "memory"),
    "sleep": ("sleep", "insomnia", "sleep-efficiency", "sleep-latency", "delta-sleep"),
    "pain": ("pain",),
    "safety": ("adverse-effects",),
    "seizures": ("seizures",),
    "addiction": ("withdrawal",),
    "neurotrauma": ("nerve", "motor-function", "neurological-function"),
    "wound-healing": ("wounds",),
    "gastrointestinal": ("ulcers",),
    "musculoskeletal": ("tendon", "ligament", "muscle", "bone"),
    "vision": ("vision",),
    "lifespan": ("lifespan",),
}
"""The things that a claim under a topic is on, where it names them and says only how it went."""


def _beginnings() -> dict[str, list[tuple[str, str]]]:
    table: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for thing, words in _CALLED.items():
        for word in words.split():
            table[word[:3]].append((word.replace("-", ""), thing))
    for own in table.values():
        own.sort(key=lambda entry: -len(entry[0]))
    return dict(table)


_BEGINNINGS = _beginnings()
_FIRST: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
for _words, _thing in sorted(_TOGETHER.items(), key=lambda item: -len(item[0])):
    _FIRST[_words[0]].append((_words, _thing))
_WHOLE = frozenset(
    "sleep сон сна ран рана erk akt creb nrf fak ros tau bbb гэб atp igf tnf боль боли spine кост delta recall "
    "lh hgf mcl acl actin".split()
)
"""Short words that are the thing only as they stand, or in the plural."""


@lru_cache(maxsize=50_000)
def _alone(word: str) -> str | None:
    for beginning, thing in _BEGINNINGS.get(word[:3], ()):
        if beginning in _WHOLE:
            if word in {beginning, beginning + "s"} or (
                word[len(beginning) :].isdigit() and word.startswith(beginning)
            ):
                return thing
        elif word.startswith(beginning):
            return thing
    return None


def begins_thing(word: str) -> bool:
    """Tell whether a word is the name of a thing, or begins one."""
    return word in _FIRST or _alone(word) is not None


def thing_at(words: list[str], place: int) -> tuple[str, int] | None:
    """Return the thing that the words of a text name at a place, and how many words that takes."""
    word = words[place]
    for together, thing in _FIRST.get(word, ()):
        if all(place + n < len(words) and words[place + n].startswith(part) for n, part in enumerate(together) if n):
            return thing, len(together)
    alone = _alone(word)
    return (alone, 1) if alone else None


_WORD = re.compile(r"[^\W_]+")


def things(text: str) -> set[str]:
    """Return the things that a text names."""
    words = _WORD.findall(text.lower())
    return {found[0] for place in range(len(words)) if (found := thing_at(words, place))}
