"""Names abroad: how other languages write and decline the compounds' names that the dataset has in English."""

from __future__ import annotations

import re
from collections.abc import Iterator

_STEMS: dict[str, tuple[str, ...]] = {
    "thymosin": (
        "timosina",
        "timosine",
        "timosin",
        "timozin",
        "timozina",
        "timozinu",
        "tymozyna",
        "tymozyny",
        "tymozynie",
        "tymozynę",
        "tymozyną",
        "tymosin",
        "tymozín",
        "tymozínu",
        "tymozin",
        "tymozinu",
        "thymosine",
        "thymosina",
        "thymosins",
        "timozyn",
        "tymosinu",
        "тимозин",
        "тимозін",
        "тимозіну",
    ),
    "cerebrolysin": (
        "cerebrolisina",
        "cerebrolisin",
        "cerebrolysina",
        "cerebrolyzin",
        "cerebrolyzín",
        "cerebrolyzinu",
        "cerebrolyzínu",
        "cerebrolizin",
        "cerebrolizyna",
        "cerebrolizyny",
        "cerebrolizynę",
        "cérébrolysine",
        "cerebrolysine",
        "cerebrolysinu",
        "cerebrolysinum",
        "церебролізин",
        "церебролізину",
    ),
    "cortexin": ("cortexina", "cortexine", "cortexinum", "korteksin", "korteksyna", "kortexín", "кортексину"),
    "epithalamin": (
        "epithalamine",
        "epithalamina",
        "epitalamina",
        "epitalamín",
        "epitalaminy",
        "epitalamine",
        "épithalamine",
        "epithalaminu",
    ),
    "epitalon": ("epitalón", "épitalon", "epitalonu", "epithalonu", "epitalone", "епіталон"),
    "elamipretide": ("elamipretida", "elamipretid", "elamipretyd", "élamipretide", "élamiprétide", "elamipretidu"),
    "tuftsin": (
        "tuftsina",
        "tuftsine",
        "tuftsyna",
        "tuftsyny",
        "tuftsínu",
        "tuftsín",
        "tuftsinu",
        "tufcin",
        "tufcyny",
        "тафтцин",
        "тафцин",
        "туфтсин",
        "тафтсин",
    ),
    "noopept": ("noopepte", "noopeptu", "nootropept", "noopepty"),
    "dsip": ("дсип",),
    "davunetide": ("davunetida", "davunetid", "davunetyd", "davunétide"),
    "thymalfasin": ("timalfasina", "thymalfasinum", "thymalfasine", "tymalfazyna", "timalfasin", "thymalfasina"),
    "pinealon": ("pinealonu", "pinéalon", "pinealona"),
    "selank": ("selanku", "selanka", "selanque"),
    "semax": ("semaxu", "semaksu", "семаксу"),
    "тималфазин": ("тимальфазин",),
    "zadaxin": ("задаксин", "zadaxine", "zadaxina"),
}
"""The stem of an English name, and the words that stand for it elsewhere; Latin endings are part of the word."""
_LETTERS = {"alpha": ("alfa", "альфа", "α"), "beta": ("bêta", "бета", "β")}
_CODE = re.compile(r"[ABEGHKLMNOPRSTV]{2,4}-\d{1,3}")
_CYRILLIC = str.maketrans("ABEGHKLMNOPRSTV", "АБЕГХКЛМНОПРСТВ")
"""Codes are spelt letter by letter: GVS-111 is ГВС-111."""
_PHRASES = {
    "delta sleep-inducing peptide": (
        "péptido inductor del sueño delta",
        "peptido inductor del sueño delta",
        "péptido inductor de sueño delta",
        "peptídeo indutor do sono delta",
        "peptídeo indutor de sono delta",
        "peptide inducteur du sommeil delta",
        "Delta-Schlaf-induzierendes Peptid",
        "Deltaschlaf-induzierendes Peptid",
        "peptyd indukujący sen delta",
        "peptid indukující delta spánek",
        "peptid indukujúci delta spánok",
        "peptide induttore del sonno delta",
        "пептид, индуцирующий дельта-сон",
        "пептид дельта-сна",
        "дельта-сон индуцирующий пептид",
        "дельта-сониндуцирующий пептид",
        "пептид дельта сна",
    ),
    "body protection compound-157": (
        "composto de proteção corporal 157",
        "compuesto de protección corporal 157",
    ),
}


def written_abroad(name: str) -> Iterator[str]:
    """Yield the ways in which other languages write a name, as far as a stem of it is known here."""
    low = name.lower()
    if _CODE.fullmatch(name):
        yield name.translate(_CYRILLIC)
    yield from _PHRASES.get(low, ())
    for letter, symbol in (("alpha", "α"), ("beta", "β")):
        if f"T{symbol}" in name:
            yield name.replace(symbol, letter)  # `Tbeta4`, where the sign could not be set.
    stem = next((stem for stem in _STEMS if re.search(rf"\b{stem}\b", low)), None)
    if not stem:
        return
    for word in _STEMS[stem]:
        text = re.sub(rf"\b{stem}\b", word, low)
        yield text
        for letter, others in _LETTERS.items():
            for other in others if letter in text else ():
                yield text.replace(letter, other)
