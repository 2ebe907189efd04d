"""Whom a sentence speaks of: the compounds it names, and the one that its heading or article is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..dataset.dataset import Dataset

from ..notation.words import fold
from .citations import Cited, reference_line
from .reading import Article, Block
from .wording import sentences


class Mention(NamedTuple):
    """A name in a text: from `start` to `end`; `compound` is None for a thing that the dataset does not hold.

    `salt` tells that a salt of the compound is named.
    """

    start: int
    end: int
    compound: str | None
    salt: bool = False


class Sentence(NamedTuple):
    """A sentence, a heading or a whole row of a table.

    `start` is its offset in the block; `named` are the names in it, with offsets from its own beginning.
    `subject` is the compound it is about where it names none. `before` are the sentences before it in its block.
    `listed` is the citation that a whole line of a reference list is.
    """

    block: Block
    start: int
    text: str
    plain: str
    named: tuple[Mention, ...]
    subject: str | None
    before: tuple[Sentence, ...]
    listed: Cited | None = None

    def line(self, offset: int) -> int:
        """Return the line of the file on which an offset of the sentence stands."""
        return self.block.line(self.start + offset)

    @property
    def compounds(self) -> tuple[str, ...]:
        """The compounds it names, in order; else the one it is about."""
        named = tuple(dict.fromkeys(mention.compound for mention in self.named if mention.compound))
        return named or ((self.subject,) if self.subject else ())


_DERIVED_BEFORE = re.compile(
    r"(?:\bN-?\s?-?acetyl(?:ated)?[- ]{0,2}|\bNA[- ]|\bAc-|\bacetyl[- ]|\bcyclo[- ])$", re.IGNORECASE
)
_DERIVED_AFTER = re.compile(r"[- ]amid(?:e|ate)\b|-NH2\b", re.IGNORECASE)
_SALT_AFTER = re.compile(r"[- ](?:di|tri)?(?:acetate|trifluoroacetate|hydrochloride|TFA|HCl)\b", re.IGNORECASE)
_STRANGER = re.compile(
    r"(?<![\w(-])(?:[A-Z]{2,5}-\d{1,4}|(?:[Ll]eu-?|[Mm]et-?)?[Ee]nkephalins?|BDNF|NGF|GDNF|CNTF|[Ii]nsulin|[Oo]xytocin|"
    r"[Dd]iazepam|[Pp]iracetam|[Pp]henazepam|[Mm]edazepam|[Mm]odafinil|[Bb]enzodiazepines?|[Aa]damax|[Dd]ihexa|"
    r"[Ee]pit[ah]lon|[Pp]inealon|[Cc]ortexin|DSIP|GHK-Cu|[Tt]hymosin|[Pp]eptide 6|[Pp]rodrug|[Mm]etabolites?|"
    r"[Rr]eceptors?|[Pp]recursor|[Pp]roteins?|[Aa]ntibod(?:y|ies)|[Ff]ragments?|[Pp]roBDNF|PGP|[Pp]lacebo|[Cc]affeine|"
    r"[Tt]ripeptides?|[Aa]mphetamine|[Mm]elanotan|[Cc]ycloprolylglycine|[Oo]xiracetam|[Aa]niracetam)(?![\w-]*\d)\b"
)


class Names:
    """Finds the names of the dataset's compounds in a text, and things that a figure may belong to instead."""

    def __init__(self, dataset: Dataset) -> None:
        self._salts = {
            fold(alias.text)
            for compound in dataset.compounds.values()
            for alias in compound.aliases
            if alias.kind == "salt"
        }
        self._bearers = {
            key: bearers[0].compound for key in dataset.names() if len(bearers := dataset.bearers(key)) == 1
        }
        self._parents = {key: compound.parent for key, compound in dataset.compounds.items()}
        spelled = (
            text
            for compound in dataset.compounds.values()
            for text in (compound.name, _written(compound.id), *(alias.text for alias in compound.aliases))
        )
        texts = {text for text in spelled if dataset.bearers(fold(text))}
        loose: list[str] = []
        exact: list[str] = []
        for text in sorted(texts, key=len, reverse=True):
            (exact if len(fold(text)) <= 4 else loose).append(_pattern(text))
        self._loose = re.compile(rf"(?<![\w/])(?:{'|'.join(loose)})(?!\w)", re.IGNORECASE) if loose else None
        self._exact = re.compile(rf"(?<![\w/-])(?:{'|'.join(exact)})(?!\w)") if exact else None

    def kin(self, compound: str) -> frozenset[str]:
        """Return a compound with its parent and what derives from it."""
        own = {compound, self._parents.get(compound) or compound}
        return frozenset(own | {key for key, parent in self._parents.items() if parent == compound})

    def parent(self, compound: str) -> str | None:
        """Return the compound from which another derives."""
        return self._parents.get(compound)

    def compound(self, name: str) -> str | None:
        """Return the compound that a name means, written as anyone writes it."""
        found = self._bearers.get(fold(name))
        if found is None and not name.isascii():
            # Russian endings: Семакса, Семаксом.
            found = next((self._bearers[fold(name[:-n])] for n in (1, 2, 3) if fold(name[:-n]) in self._bearers), None)
        return found

    def find(self, plain: str) -> tuple[Mention, ...]:
        """Return the names in a text in order; a derivative such as N-acetyl Semax is a thing of its own."""
        found: list[Mention] = []
        for pattern in (self._loose, self._exact, _STRANGER):
            hits = pattern.finditer(plain) if pattern else iter(())
            free = [hit for hit in hits if not _taken(found, *hit.span())]
            named = pattern is not _STRANGER
            found += [self._mention(plain, hit) if named else Mention(*hit.span(), None) for hit in free]
            found.sort()
        return tuple(found)

    def _mention(self, plain: str, hit: re.Match[str]) -> Mention:
        start, end = hit.span()
        compound = self.compound(hit[0])
        if _DERIVED_BEFORE.search(plain, max(0, start - 16), start) or _DERIVED_AFTER.match(plain, end):
            compound = None
        salt = fold(hit[0]) in self._salts or _SALT_AFTER.match(plain, end) is not None
        return Mention(start, end, compound, salt)


def _taken(found: list[Mention], start: int, end: int) -> bool:
    """Tell whether a stretch of text overlaps one of the names, which are in order."""
    place = bisect_left(found, (start,))
    return (place < len(found) and found[place].start < end) or (place > 0 and found[place - 1].end > start)


def _written(key: str) -> str:
    """Return an id as a name: `P21` in capitals, for p21 is a protein."""
    return key.upper() if len(key) <= 4 else key


def _pattern(name: str) -> str:
    """Return a pattern for a name whose hyphens, brackets and spaces may be written otherwise."""
    chunks = re.findall(r"\w+", name)
    ends = r"[а-я]{0,3}" if re.search("[а-яё]$", name, re.IGNORECASE) else ""
    close = r"\)?" if name.endswith(")") else ""
    return r"[\s\-()/,]{0,2}".join(re.escape(chunk) for chunk in chunks) + ends + close


# -- an article, sentence by sentence ----------------------------------------------------------------------------------

MANY_TIMES = 3
"""How many times as often as any other an article must name a compound to be about it."""


def sentences_of(article: Article, names: Names) -> Iterator[Sentence]:
    """Yield the sentences of an article, each with the compounds it names or is about."""
    named = [names.find(block.plain) for block in article.blocks]
    about = _subject_of(article, named)
    headings: list[tuple[int, str | None]] = []
    for block, mentions in zip(article.blocks, named, strict=True):
        if block.kind == "heading":
            headings = [entry for entry in headings if entry[0] < block.level]
            compounds = {mention.compound for mention in mentions}
            if compounds:
                headings.append((block.level, compounds.pop() if len(compounds) == 1 else None))
        subject = headings[-1][1] if headings else about
        yield from _sentences(block, mentions, subject)


def _sentences(block: Block, mentions: tuple[Mention, ...], subject: str | None) -> Iterator[Sentence]:
    listed = reference_line(block.plain) if block.kind in {"item", "prose"} else None
    whole = listed or block.kind in {"row", "heading"}
    spans: Iterable[tuple[int, int]] = [(0, len(block.text))] if whole else sentences(block.plain)
    before: list[Sentence] = []
    for start, end in spans:
        inside = mentions[bisect_left(mentions, (start,)) : bisect_left(mentions, (end,))]
        own = tuple(Mention(m.start - start, m.end - start, m.compound, m.salt) for m in inside)
        text, plain = block.text[start:end], block.plain[start:end]
        here = Sentence(block, start, text, plain, own, subject, tuple(before[-2:]), listed)
        yield here
        before.append(here._replace(before=()))
        compounds = {m.compound for m in own if m.compound}
        if len(compounds) == 1:
            subject = compounds.pop()
        elif compounds:
            subject = None


def _subject_of(article: Article, named: list[tuple[Mention, ...]]) -> str | None:
    """Return the compound an article is about: the one it names alone, first of all, or far more often than others."""
    counts = Counter(mention.compound for mentions in named for mention in mentions if mention.compound)
    if not counts:
        return None
    (most, count), *others = counts.most_common(2)
    if not others or count >= MANY_TIMES * others[0][1]:
        return most
    first = {mention.compound for mention in named[0]} if article.blocks[0].kind == "heading" else set()
    return first.pop() if len(first) == 1 else None
