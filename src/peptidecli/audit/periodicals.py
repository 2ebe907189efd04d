"""Journals: which one a name means, in full, abbreviated, transliterated, translated or as it was called before.

Russian journals are printed twice, at home and in translation. Registries mostly hold one of the two, so that a
citation of the other finds nothing by its place, and is no fault for that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ..dataset.model import Journal
from ..notation.people import skeleton
from ..notation.words import ascii_of, words
from .article.printed import contracted

_SMALL = frozenset("of the and in for on an der und et i fur la le".split())
_NAMED_FOR = frozenset("im imeni named".split())
"""Behind it stands whose name a journal bears, which is left out at will."""
_INITIALS = re.compile(r"^\W*(?:The\s)?(?:(?:[A-Z][.\s]\s?){2}|[A-Z]{2}\s)(?=[A-Z][a-z]{3})")
"""Of him whose name a journal bears, where it begins with him: `S.S. Korsakov Journal`."""
_SHORTER = {"zh": "zhurnal", "vestn": "vestnik"}
"""Short forms that a transliteration of sounds would not bring to their words."""

Name = tuple[str, ...]

_ARCHIVES = frozenset(
    "pmc pubmed medline ncbi nih nlm researchgate crossref scopus embase sciencedirect springer springerlink wiley "
    "elsevier mdpi frontiers karger cyberleninka elibrary".split()
) | {
    "pubmed central", "europe pmc", "google scholar", "semantic scholar", "web of science", "science direct",
    "springer link", "wiley online library", "oxford academic", "taylor francis", "national library of medicine",
    "ncbi pmc", "nih pmc", "pubmed pmc", "nlm pubmed",
}  # fmt: skip


def is_archive(name: str) -> bool:
    """Tell whether what stands in a journal's place is only where the paper was found: `PMC, 2017`."""
    return " ".join(words(name)) in _ARCHIVES


_HOUSE = re.compile(
    r"\b(?:Ltd|LLC|Inc|GmbH|S\.?A|B\.?V|AG|Publishing|Publishers?|Verlag|Press|Media SA)\b\W*$|"
    r"^(?:Springer|Elsevier|Wiley|MDPI|Hindawi|Frontiers Media|Pleiades|Taylor (?:&|and) Francis|SAGE|"
    r"Karger)\b(?! \w+ology)"
)


def is_publisher(name: str) -> bool:
    """Tell whether what stands in a journal's place is the house that prints it: `Acta Naturae Ltd`."""
    return _HOUSE.search(name) is not None


class Periodicals:
    """The journals of a bibliography and the names they go by."""

    def __init__(self, titles: Iterable[str], groups: Iterable[Journal]) -> None:
        self._bearer: dict[Name, str] = {}
        self._names: list[tuple[Name, Name, str]] = []
        self._filed: dict[str, str] = {}
        self._groups = {group.name: group for group in groups}
        for group in self._groups.values():
            for text in (group.name, *group.also):
                self._enter(text, group.name)
            if group.pubmed:
                self._filed[" ".join(words(group.pubmed))] = group.name
        for group in self._groups.values():
            for text in group.translated:
                self._enter(text, text)
        for text in sorted(titles):
            self._enter(text, text)
        self.named = lru_cache(maxsize=8192)(self._named)

    def _enter(self, text: str, bearer: str) -> None:
        own = name_words(text)
        if own and self._bearer.setdefault(_sounds(own), bearer) == bearer:
            self._names.append((own, _sounds(own), bearer))

    def bearer(self, title: str) -> str:
        """Return the name under which a journal stands here, whichever of its names is given in full."""
        return self._bearer.get(_sounds(name_words(title)), title)

    def _named(self, text: str) -> frozenset[str]:
        """Return the journals that a name can mean: those of that very name, else those that it is short for."""
        own = name_words(text)
        if not own:
            return frozenset()
        filed = self._filed.get(" ".join(words(text)))
        if filed:
            return frozenset((filed,))
        exact = self._bearer.get(_sounds(own))
        if exact:
            return frozenset((exact,))
        found = frozenset(bearer for full, _, bearer in self._names if short_for(own, full))
        if not found:
            heard = _sounds(own)
            found = frozenset(bearer for _, full, bearer in self._names if short_for(heard, full))
        return found

    def same(self, text: str, title: str) -> bool:
        """Tell whether a name means the journal of that title."""
        known = self.named(text)
        if self.bearer(title) in known:
            return True
        a, b = name_words(text), name_words(title)
        if not a or not b:
            return False
        heard = _sounds(a), _sounds(b)
        if heard[0] == heard[1] or _divided(a, b) or _divided(b, a):
            return True
        # What a record itself abbreviates may be given in full; of what is not known here either may be the shorter.
        if short_for(b, a) or (not self._surely(text) and short_for(a, b)):
            return True
        return not known and (short_for(*heard) or short_for(*heard[::-1]))

    def _surely(self, text: str) -> bool:
        """Tell whether a name is one in full, or that under which PubMed files a journal."""
        return " ".join(words(text)) in self._filed or _sounds(name_words(text)) in self._bearer

    # -- journals that are printed twice -----------------------------------------------------------------------------

    def twins(self, text: str, title: str) -> bool:
        """Tell whether one name is of a Russian journal and the other of its translation."""
        mine, other = self.named(text), self.named(title)
        return not mine & other and bool(self._translations(mine) & other or self._translations(other) & mine)

    def _translations(self, names: Iterable[str]) -> frozenset[str]:
        groups = (self._groups[name] for name in names if name in self._groups)
        return frozenset(self.bearer(text) for group in groups for text in group.translated)

    def in_pubmed(self, text: str) -> str:
        """Return the abbreviation under which PubMed files a Russian journal, empty for one that is not known so."""
        filed = (self._groups[name].pubmed for name in sorted(self.named(text)) if name in self._groups)
        return next(filter(None, filed), "")

    def translated(self, text: str) -> str:
        """Return the name of the translation of a Russian journal, empty where none is known."""
        groups = (self._groups[name] for name in sorted(self.named(text)) if name in self._groups)
        return next((group.translated[0] for group in groups if group.translated), "")


@lru_cache(maxsize=8192)
def name_words(text: str) -> Name:
    """Return the telling words of a journal's name; what stands in brackets and whose name it bears are left out."""
    bare = re.sub(r"\([^()]{0,80}\)", " ", ascii_of(text))
    own = tuple(_SHORTER.get(word, word) for word in words(_INITIALS.sub(" ", bare).replace("'", "")))
    if own[:1] == ("the",):
        own = own[1:]
    for place, word in enumerate(own):
        if word in _NAMED_FOR and place:
            own = own[:place]
            break
    kept = tuple(word for word in own if word not in _SMALL)
    return (*kept[:-1], "u", "s", "a") if kept[-1:] == ("usa",) else kept or own


@lru_cache(maxsize=8192)
def _sounds(name: Name) -> Name:
    return tuple(map(skeleton, name))


def short_for(short: Name, full: Name) -> bool:
    """Tell whether words stand one by one for those of a name: each begins its word, or is a contraction of it."""
    if len(short) != len(full) or (len(short[0]) < MOST_TELLING and len(full) == 1):
        return False
    return all(
        long.startswith(word) or (word.startswith(long) and len(long) >= MOST_TELLING) or contracted(word, long)
        for word, long in zip(short, full, strict=True)
    )


def _divided(short: Name, full: Name) -> bool:
    """Tell whether words stand for a name of one word less: `Neuro Endocrinol Lett`, `Neuroendocrinology Letters`."""
    return len(short) == len(full) + 1 > DIVIDED and any(
        short_for((*short[:place], short[place] + short[place + 1], *short[place + 2 :]), full)
        for place in range(len(full))
    )


DIVIDED = 2
"""Words beyond which a name may have one that others write as two."""
MOST_TELLING = 4
"""Letters from which the beginning of a word stands for it alone."""
