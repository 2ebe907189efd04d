"""Appellations: code names, trade names and other names that a text gives a compound beside the one it is known by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...dataset.dataset import Dataset
from ...notation.words import fold
from ..article.names import Mention, Names
from ..article.sentences import Sentence
from ..wording import holds, refuted
from . import Found, Seen

_CUES = frozenset(
    """
    or aka a.k.a a.k.a. also sometimes known as called named simply code coded codename codenamed name names
    number trade brand marketed sold under the formerly originally synonym synonyms ou o oder lub czyli também
    conhecida conhecido como también conocida conocido auch bekannt genannt znany znana jako známy známý ako
    nebo alebo connu connue sous le nom de или он же известен как также известный известная в некоторых
    источниках торговое коммерческое название is in some peptide пептид acetate inn мнн developmental proposed
    international nonproprietary and brandname tradename the of stands for short abbreviation abbreviated acronym means
    """.split()
)
_WORD = re.compile(r"[^\W\d_](?:[\w.-]*\w)?")
_MARK = re.compile(r"[(/,=|;:-]")
"""What stands between two names of one compound, the second of which is told as such."""
_OTHER_NAMES = re.compile(
    r"\W{0,9}(?:other names?|also known as|synonyms?|aliases|alternative names?|outros nomes|sinônimos|otros nombres|"
    r"sinónimos|andere namen|synonyme?|"
    r"inne nazwy|synonimy|iné názvy|другие названия|синонимы|autres noms|trade names?|brand names?|code names?)\W*",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\W*(?:группировочн\w+ (?:название|наименование)|международн\w+ непатентованн\w+ (?:название|наименование)|мнн|"
    r"inn|"
    r"торгов\w+ (?:название|наименование|назва)|химическ\w+ название|действующ\w+ вещество|active (?:ingredient|"
    r"substance)|"
    r"generic name|brand(?: name)?s?|trade (?:name)?s?|code(?: name)?s?|kod|wirkstoff|substance|principio ativo|"
    r"principio activo|nombre|nome|nazwa|designations?|also known as|aka)\b[^:\n]{0,20}[:|]\W*",
    re.IGNORECASE,
)
"""A label behind which a name stands: `Группировочное название: ...`, `Code: SS-31`."""
_IS_ONE = re.compile(
    r"[®™]?\s?[(,]\s?(?:INN|USAN|МНН|brand|trade|code|generic|международное|торговое)\b|"
    r"(?:や\w{1,16})?(?:という|とも|として|の名で)|\s?[（(]?(?:商品名|コード名|一般名)",
    re.IGNORECASE,
)
"""What tells of a name what kind of one it is: `Thymalfasin (INN)`."""
LONGEST = 60
"""Characters between two names of one compound."""
SEVERAL = 2
"""Words of a heading from which a name says what a compound is."""
BESIDE = 20
"""Characters that may stand beside a name in a line that is nothing but it."""
SHORT = 60
"""Characters up to which a line may be nothing but names."""


class Appellations:
    """Finds that a name is another name of the compound which a text has just named, or is about."""

    def __init__(self, dataset: Dataset, names: Names) -> None:
        self.dataset, self.names = dataset, names
        self._called = {key: {fold(one.name), fold(key)} for key, one in dataset.compounds.items()}

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield each name that stands right behind another of the same compound, or alone under `Other names`."""
        plain = sentence.plain
        if sentence.cites or len(plain) > SHORT:
            seen.naming = ""
        if sentence.cites:
            return
        if _OTHER_NAMES.fullmatch(plain):
            seen.naming = sentence.subject or ""
            return
        named = [mention for mention in sentence.named if mention.compound]
        if not named or refuted(plain):
            return
        for first, second in pairwise(named):
            one, other = plain[first.start : first.end], plain[second.start : second.end]
            if first.compound != second.compound or fold(one) == fold(other) or self._is_told(seen, second):
                continue
            between = plain[first.end : second.start]
            if len(between) <= LONGEST and _introduces(between):
                yield self._named(second, other)
        for mention in named:
            text = plain[mention.start : mention.end]
            if mention.compound != sentence.subject or fold(text) in self._called[mention.compound or ""]:
                continue
            alone = len(named) == 1 and len(plain) - len(text) <= BESIDE
            if not self._is_told(seen, mention) and (
                _IS_ONE.match(plain, mention.end)
                or (
                    holds(plain[: mention.start], ":|")
                    and (label := _LABEL.match(plain))
                    and mention.start == label.end()
                )
                or (alone and (seen.naming == mention.compound or self._is_listed(sentence, text)))
            ):
                yield self._named(mention, text)

    @staticmethod
    def _is_listed(sentence: Sentence, text: str) -> bool:
        """Tell whether a line that is but a name is one of a list, or says in several words what a compound is."""
        return sentence.block.kind in {"item", "record"} or (sentence.start == 0 and len(text.split()) > SEVERAL)

    @staticmethod
    def _is_told(seen: Seen, mention: Mention) -> bool:
        return seen.is_told(mention.start, mention.end) or seen.is_confused(mention.start, mention.end)

    def _named(self, mention: Mention, text: str) -> Found:
        compound = self.dataset.compounds[mention.compound or ""]
        kind = next((alias.kind for alias in compound.aliases if fold(alias.text) == fold(text)), "name")
        detail = f"{text}: {kind.replace('-', ' ')} of {compound.name}."
        return Found(mention.start, mention.end, "statement", "matches", detail)


def _introduces(between: str) -> bool:
    """Tell whether what stands between two names introduces the second: a mark, or words for a name alone."""
    words = [word.lower() for word in _WORD.findall(between)]
    if any(character.isdigit() or character in ".!?" for character in between.replace("a.k.a.", "")):
        return False
    return all(word in _CUES for word in words) and (bool(words) or _MARK.search(between) is not None)
