"""Whose figure or number it is: the compound that a sentence, a row or a column gives it to."""

from __future__ import annotations

import re

from ..dataset.dataset import Dataset
from .article.names import Mention, Names
from .article.sentences import Sentence
from .article.topics import DERIVED, is_descendant

_KIND = re.compile(r"(?:di|tri|tetra|penta|hexa|hepta|octa|nona|deca|oligo|poly|pentadeca)peptides?", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:its|it|the peptide|this peptide|the compound)\b", re.IGNORECASE)
_FIRST_COLUMN = re.compile(r"compound|peptide|name|substance|drug|вещество|препарат", re.IGNORECASE)


_VERSUS = re.compile(r"\b(?:vs\.?|versus|против)\s$", re.IGNORECASE)
"""What stands before the second of two that are set against each other."""
_TELLS_OF_BOTH = re.compile(r"\s?(?:[:|,-]|-{2})\s")
"""What stands behind the second where what follows is of each in turn: `TB-500 vs BPC-157: 889 against 1419 g/mol`."""
ANALOGUE = re.compile(DERIVED, re.IGNORECASE)


class Owners:
    """Tells whose a figure is; of two compounds in doubt it names neither."""

    def __init__(self, names: Names) -> None:
        self.names = names

    def owner(self, sentence: Sentence, start: int, end: int) -> Mention | None:
        """Return the compound a figure belongs to, as a mention, or None where it is in doubt or of something else."""
        block = sentence.block
        if block.kind == "row":
            owner = self._owner_in_row(sentence, start)
            if owner is not None:
                return owner if owner.compound else None
        named = [
            mention
            for mention in sentence.named
            # `Unlike tuftsin (Thr-Lys-Pro-Arg)`: what stands right behind a name is of that.
            if not (mention.beside and not 0 <= start - mention.end <= 2)
            and not self._is_parent(mention, sentence)
            # `Tuftsin, the parent of Selank, has ...`: but for what stands right behind it, all is of the parent.
            and not (start - mention.end > 2 and is_descendant(sentence.plain, mention))
            # `Semax is a heptapeptide of 813.9 g/mol`: a word for what it is names nothing else.
            and (mention.compound or not _KIND.fullmatch(sentence.plain, mention.start, mention.end))
        ]
        before = [mention for mention in named if mention.end <= start]
        if before:
            return self._last(before, sentence, start)
        after = [mention for mention in named if mention.start >= end]
        if (
            sentence.subject
            and after
            and all(mention.compound == self.names.parent(sentence.subject) for mention in after)
        ):
            # `A heptapeptide of 751.89 g/mol; analogue of tuftsin`, in an article on Selank.
            return Mention(0, 0, sentence.subject)
        if after:
            compounds = {mention.compound for mention in after}
            return after[0] if len(compounds) == 1 and after[0].compound else None
        return Mention(0, 0, sentence.subject) if sentence.subject else None

    def _last(self, before: list[Mention], sentence: Sentence, start: int) -> Mention | None:
        last = before[-1]
        if last.compound is None:
            # `Semax raises BDNF; its molar mass is ...`: the pronoun goes back to the compound.
            between = sentence.plain[last.end : start]
            compounds = {mention.compound for mention in before if mention.compound}
            if len(compounds) == 1 and _PRONOUN.search(between):
                return next(mention for mention in before if mention.compound)
            return None
        compounds = {mention.compound for mention in before if mention.compound}
        if len(compounds) > 1 and start - last.end > 40:
            return None
        return None if set_against(sentence, start) else last

    def _is_parent(self, mention: Mention, sentence: Sentence) -> bool:
        """Tell whether a name stands only as the origin of another compound in the sentence."""
        parents = {self.names.parent(m.compound) for m in sentence.named if m.compound}
        kin = mention.compound and len(self.names.kin(mention.compound)) > 1
        if kin and ANALOGUE.match(sentence.plain, mention.end):
            return True  # `A tuftsin analogue` is another thing than tuftsin.
        if mention.compound is None or mention.compound not in parents:
            return False
        before = sentence.plain[max(0, mention.start - 40) : mention.start]
        return re.search(r"\b(?:from|of|the|an?|extend\w*|like|analog\w*)\s+(?:\w+[\s-]){0,3}$", before) is not None

    def _owner_in_row(self, sentence: Sentence, start: int) -> Mention | None:
        """Return whose row or column a cell is in; a mention without compound where it is somebody else's."""
        block = sentence.block
        column = next((i for i, (low, high) in enumerate(block.cells) if low <= start <= high), 0)
        inside = [
            m
            for m in sentence.named
            if block.cells[column][0] <= m.start and m.end <= start and not self._is_parent(m, sentence)
        ]
        if inside:
            return inside[-1]
        if column < len(block.header):
            heads = {m.compound for m in self.names.find(block.header[column])}
            if heads:
                return Mention(0, 0, heads.pop() if len(heads) == 1 else None)
        if column and block.cells:
            low, high = block.cells[0]
            first = [m for m in sentence.named if low <= m.start < high]
            compounds = {m.compound for m in first}
            if first:
                return first[0] if len(compounds) == 1 else Mention(0, 0, None)
            if block.header and _FIRST_COLUMN.search(block.header[0]):
                return Mention(0, 0, None)
        return None


def is_parent(compound: str, sentence: Sentence, dataset: Dataset) -> bool:
    """Tell whether another compound that a sentence speaks of, or is about, derives from this one."""
    others = (*sentence.compounds, sentence.subject)
    return any(other and dataset.compounds[other].parent == compound for other in others)


def set_against(sentence: Sentence, place: int) -> bool:
    """Tell whether the compound named last before a place is the second of two of which, in turn, the rest tells."""
    last = next((mention for mention in reversed(sentence.named) if mention.compound and mention.end <= place), None)
    if last is None or not _VERSUS.search(sentence.plain, max(0, last.start - 12), last.start):
        return False
    return _TELLS_OF_BOTH.match(sentence.plain, last.end) is not None


def headed(sentence: Sentence, start: int, label: re.Pattern[str]) -> re.Match[str] | None:
    """Return where the head of a table's column, or the first cell of the row, says what a cell holds."""
    block = sentence.block
    if block.kind != "row":
        return None
    column = next((i for i, (low, high) in enumerate(block.cells) if low <= start <= high), 0)
    heads = [block.header[column]] if column < len(block.header) else []
    found = (label.search(text) for text in (*heads, sentence.plain[slice(*block.cells[0])]))
    return next((hit for hit in found if hit), None)
