"""Journals: which one a name means, in full, abbreviated, transliterated, translated or as it was called before."""

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


class Periodicals:
    """The journals of a bibliography and the names they go by."""

    def __init__(self, titles: Iterable[str], groups: Iterable[Journal]) -> None:
        self._bearer: dict[Name, str] = {}
        self._names: list[tuple[Name, Name, str]] = []
        for group in groups:
            for text in (group.name, *group.also):
                self._enter(text, group.name)
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
        own = self.bearer(title)
        if own in self.named(text):
            return True
        # What a record itself abbreviates may be given in full.
        return short_for(name_words(title), name_words(text))


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


MOST_TELLING = 4
"""Letters from which the beginning of a word stands for it alone."""
