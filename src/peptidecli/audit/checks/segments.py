"""Segments: of which residues of a larger chain a compound is said to consist."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...dataset.dataset import Dataset
from ..article.sentences import Sentence
from ..wording import denied, holds, refuted
from . import Found, Seen

_PARTS = (
    "amino",
    "residue",
    "resídu",
    "residu",
    "position",
    "posi",
    " aa ",
    "аминокислот",
    "остатк",
    "fragment",
    "фрагмент",
    "(",
)
_SAID = re.compile(
    r"\b(?:amino[ -]acids?|aa|residues|positions|аминокислот\w*|остатк\w+|фрагмент\w*|fragment\w*|aminoácidos|"
    r"aminosäuren|aminokwas\w+|aminokysel\w+|"
    r"acides aminés|amminoacidi|resíduos|residuos|résidus|posi\w+|segment\w*|region|sequence|"
    r"участ\w+)\s(?:residues?\s|amino acids?\s|aa\s?|[a-z]{1,4}\s)?"
    r"\(?(?P<a>\d{1,4})\s?(?:-|to|through|até|al?|bis|do|à|по)\s?"
    r"(?P<b>\d{1,4})\b|\b[A-Za-zα-ω]\w+\s?\((?P<c>\d{1,4})-(?P<d>\d{1,4})\)",
    re.IGNORECASE,
)
_MOTIF = re.compile(
    r"\((?:the\s)?(?P<a>(?:Ac-?)?[ACDEFGHIKLMNPQRSTVWY]{4,12})\s(?:sequence|motif)\)|"
    r"\b(?:its|key|core)\s(?:\w+\s){0,2}(?:sequence|motif)(?:\s?[:,]|\sis|"
    r"\sof)\s?(?P<b>(?:Ac-?)?[ACDEFGHIKLMNPQRSTVWY]{4,12})\b"
)
"""Letters that are said to be the sequence of what a sentence is about, or the heart of it."""
_CAPPED = re.compile(r"(?<![\w-])Ac-?(?P<m>[ACDEFGHIKLMNPQRSTVWY]{4,12})(?![\w-])")
"""A part of a chain with an acetyl cap: `Ac-SDKP`."""
_HELD = re.compile(r"\b(?:residues|fragment)\s(\d{1,4})\s?(?:-|–|to)\s?(\d{1,4})\b")

_TOLD_APART = re.compile(
    r"\b(?:differ\w*|distinct\w*|separate\w*|another|release\w*|cleav\w*|metaboli\w*|degrad\w*|N-termin\w+|parent|"
    r"full-length|unlike|not|"
    r"confus\w*|from|versus|vs)\b",
    re.IGNORECASE,
)


class Segments:
    """Finds the residues of a larger chain that a compound is said to be, where the dataset has the same."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._of: dict[str, dict[tuple[str, str], str]] = {}
        for key, compound in dataset.compounds.items():
            texts = (compound.summary, *(alias.text for alias in compound.aliases))
            told = {(a, b): compound.summary for text in texts for a, b in _HELD.findall(text)}
            if told:
                self._of[key] = told

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield each stretch that is the one of which a compound consists, and each motif that is not in it."""
        plain = sentence.plain
        if ("sequence" in sentence.low or "motif" in sentence.low) and not (sentence.listed or refuted(plain)):
            yield from self._motif(sentence)
        elif "Ac" in plain and not sentence.listed and not sentence.block.entry and not refuted(plain):
            yield from self._capped(sentence)
        about = {*sentence.compounds, *([sentence.subject] if sentence.subject else [])} & self._of.keys()
        if not about or sentence.cites or not holds(sentence.low, _PARTS) or refuted(plain):
            return
        for hit in _SAID.finditer(plain):
            stretch = (hit["a"] or hit["c"], hit["b"] or hit["d"])
            compound = next((key for key in sorted(about) if stretch in self._of[key]), None)
            if compound and not seen.is_cited(hit.start()) and not denied(plain, *hit.span()):
                detail = f"{self.dataset.compounds[compound].name}: {self._of[compound][stretch]}"
                yield Found(*hit.span(), "statement", "matches", detail)

    def _capped(self, sentence: Sentence) -> Iterator[Found]:
        """Yield a capped part of the parent that is said of what derives from it, and has none of it."""
        plain = sentence.plain
        named = {mention.compound for mention in sentence.named if mention.compound}
        about = [key for key in (*sentence.compounds, sentence.subject or "") if key in named or not named]
        for key in dict.fromkeys(key for key in about if key):
            compound = self.dataset.compounds[key]
            parent = self.dataset.compounds.get(compound.parent or "")
            if not parent or not parent.sequence or not compound.sequence or _TOLD_APART.search(plain):
                continue
            for hit in _CAPPED.finditer(plain):
                foreign = hit["m"] in parent.sequence.residues and hit["m"] not in compound.sequence.residues
                if foreign and not denied(plain, *hit.span()):
                    detail = f"{hit[0]} is not in {compound.name}, which is {compound.sequence.residues}."
                    yield Found(*hit.span(), "statement", "differs", detail)

    def _motif(self, sentence: Sentence) -> Iterator[Found]:
        """Yield a motif that is said of a part of a larger chain, and is not in that part."""
        plain = sentence.plain
        named = {mention.compound for mention in sentence.named if mention.compound}
        about = named or {*sentence.compounds, *([sentence.subject] if sentence.subject else [])}
        children = [key for key in sorted(about) if (self.dataset.compounds[key].parent or "") in about]
        own = self.dataset.compounds[children[0]].sequence if len(children) == 1 else None
        for hit in _MOTIF.finditer(plain) if own else ():
            motif = hit["a"] or hit["b"]
            if own and motif.removeprefix("Ac").lstrip("-") not in own.residues and not denied(plain, *hit.span()):
                name = self.dataset.compounds[children[0]].name
                detail = f"{motif} is not in {name}, which is {own.residues}."
                yield Found(*hit.span("a" if hit["a"] else "b"), "statement", "differs", detail)
