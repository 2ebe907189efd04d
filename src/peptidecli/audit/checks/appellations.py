"""Appellations: code names, trade names and other names that a text gives a compound beside the one it is known by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...dataset.dataset import Dataset
from ...notation.words import fold
from ..article.names import Mention, Names
from ..article.sentences import Sentence
from ..wording import refuted
from . import Found, Seen

_CUES = frozenset(
    """
    or aka a.k.a a.k.a. also sometimes known as called named simply code coded codename codenamed name names
    number trade brand marketed sold under the formerly originally synonym synonyms ou o oder lub czyli também
    conhecida conhecido como también conocida conocido auch bekannt genannt znany znana jako známy známý ako
    nebo alebo connu connue sous le nom de или он же известен как также известный известная в некоторых
    источниках торговое коммерческое название is in some peptide пептид acetate inn мнн developmental proposed
    international nonproprietary and brandname tradename
    """.split()
)
_WORD = re.compile(r"[^\W\d_](?:[\w.-]*\w)?")
_MARK = re.compile(r"[(/,=|;:-]")
"""What stands between two names of one compound, the second of which is told as such."""
_OTHER_NAMES = re.compile(
    r"\W*(?:other names?|also known as|synonyms?|aliases|alternative names?|outros nomes|sinônimos|otros nombres|"
    r"sinónimos|andere namen|synonyme?|"
    r"inne nazwy|synonimy|iné názvy|другие названия|синонимы|autres noms|trade names?|brand names?|code names?)\W*",
    re.IGNORECASE,
)
LONGEST = 60
"""Characters between two names of one compound."""
SHORT = 60
"""Characters up to which a line may be nothing but names."""


class Appellations:
    """Finds that a name is another name of the compound which a text has just named, or is about."""

    def __init__(self, dataset: Dataset, names: Names) -> None:
        self.dataset, self.names = dataset, names

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
        only = named[0]
        text = plain[only.start : only.end]
        alone = len(named) == 1 and seen.naming == only.compound == sentence.subject
        if alone and len(plain) - len(text) <= 20 and not self._is_told(seen, only):
            yield self._named(only, text)

    @staticmethod
    def _is_told(seen: Seen, mention: Mention) -> bool:
        low, high = seen.confused
        return seen.is_told(mention.start, mention.end) or low <= mention.start < high

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
