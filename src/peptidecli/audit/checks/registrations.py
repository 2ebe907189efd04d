"""Registrations: the numbers that registers of medicines, the ATC and Cochrane give, held against the dataset."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...dataset.dataset import Dataset
from ..article.sentences import Sentence
from ..wording import holds, refuted
from ..works import Works, described
from . import Found, Seen

_NUMBER = re.compile(
    r"(?<![^\W_])(?P<whole>(?:ЛСР?|ЛП|LSR?|LP|[РПRP])[\s-]{0,2}(?:(?:№|N[o°]?)\s?)?\(?(?P<digits>\d{6})\)?(?:\s?/\s?(?P<year>\d\d)(?!\d))?"
    r"(?:-\d{6}(?!\d)|-\([РR][ГG]-RU\))?)",
)
"""A number of the Russian or the Eurasian register: `ЛС-001577-180711`, `П N013827/01`, `ЛП-(004206)-(РГ-RU)`."""
_REGISTERED = re.compile(r"\b[Rr]egist|[Рр]егистрац|\bРУ\b|\bЛСР?-|\bЛП-|\bReg\.\s?No")
_ATC = re.compile(r"\b(?:ATC|АТХ|АТС|ATX)\b")
_CODE = re.compile(r"(?<![^\W_])(?P<code>[A-VА-Я]\s?\d\d\s?[A-ZА-Я]{2}(?:\s?\d\d)?)(?![^\W_])")
_BEHIND = 60
"""Characters behind `ATC` within which its code stands; in a list of fields it may be the next line."""
_COCHRANE = re.compile(r"(?<![\w.])CD\d{6}(?!\d)")
_LATIN = str.maketrans("АВСЕНКМОРТХ", "ABCEHKMOPTX")


class Registrations:
    """Finds numbers of registrations, codes of the ATC and numbers of Cochrane reviews."""

    def __init__(self, dataset: Dataset, works: Works) -> None:
        self.dataset = dataset
        self._of_number: dict[str, tuple[str, str]] = {}
        self._of_code: dict[tuple[str, str], str] = {}
        for compound in dataset.compounds.values():
            for event in compound.regulatory:
                for hit in _NUMBER.finditer(event.event):
                    self._of_number.setdefault(_key(hit), (compound.id, event.event))
            for identifier in compound.identifiers:
                if identifier.kind == "ATC":
                    self._of_code[compound.id, identifier.value] = identifier.value
        self._reviews = {
            number[0]: reference
            for reference in works.references.values()
            if (number := re.search(r"CD\d{6}", reference.doi or ""))
        }

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield the numbers of a sentence that the dataset has."""
        plain = sentence.plain
        if sentence.cites or refuted(plain):
            return
        if "CD0" in plain or "CD1" in plain:
            for hit in _COCHRANE.finditer(plain):
                review = self._reviews.get(hit[0])
                if review and not seen.is_cited(hit.start()):
                    yield Found(*hit.span(), "identifier", "matches", f"{described(review)}.", review.id)
        if holds(sentence.low, ("лс", "лп", "регистр", "regist", "lsr", "reg.")) and _REGISTERED.search(plain):
            yield from self._numbers(sentence)
        if holds(plain, ("ATC", "АТХ", "АТС", "ATX")) or _OPENS.match(plain):
            yield from self._codes(sentence)

    def _numbers(self, sentence: Sentence) -> Iterator[Found]:
        for hit in _NUMBER.finditer(sentence.plain):
            known = self._of_number.get(_key(hit))
            if not known:
                continue
            bearer, event = known
            named = {mention.compound for mention in sentence.named if mention.compound}
            told = f"{self.dataset.compounds[bearer].name}: {event}"
            verdict = "misattributed" if named and bearer not in named else "matches"
            yield Found(*hit.span("whole"), "identifier", verdict, told)  # type: ignore[arg-type]

    def _codes(self, sentence: Sentence) -> Iterator[Found]:
        label = _ATC.search(sentence.plain)
        start = label.end() if label else 0
        hit = _CODE.search(sentence.plain, start, start + _BEHIND)
        for compound in sentence.compounds if hit and len(sentence.compounds) == 1 else ():
            code = re.sub(r"\s", "", hit["code"]).translate(_LATIN) if hit else ""
            if hit and (compound, code) in self._of_code:
                name = self.dataset.compounds[compound].name
                yield Found(*hit.span("code"), "identifier", "matches", f"ATC code of {name}.")


_OPENS = re.compile(r"\W{0,3}[A-V]\d\d[A-Z]{2}(?:\d\d)?\s?(?:\(|$)")
"""A code at the head of a line: `N06BX (other psychostimulants)`."""


def _key(hit: re.Match[str]) -> str:
    """Return what of a number does not depend on how it is written: its digits, and the year behind the stroke."""
    return hit["digits"] + (f"/{hit['year']}" if hit["year"] else "")
