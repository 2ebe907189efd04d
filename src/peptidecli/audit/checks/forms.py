"""Forms: in which form a compound is given, and what kind of medicine it is called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...dataset.dataset import Dataset
from ...dataset.model import Compound
from ..article.names import Names
from ..article.sentences import Sentence
from ..wording import denied, holds, refuted
from . import Found, Seen
from .claims import LONGEST, about

_ROUTES = (
    (
        "intranasal",
        "by the nose",
        r"intranasal\w*|nasal(?:ly| spray| application| drops)?|(?:by|into|through) the nose|"
        r"(?:интра)?назальн\w+|інтраназальн\w+|donosow\w+|intranasal\w*|внутриносов\w+",
    ),
    (
        "intramuscular",
        "into a muscle",
        r"intra-?muscular\w*|i\.?m\.?(?=\s(?:injection|administration|use|route))|(?<=: )IM\b|"
        r"into (?:a|the) muscle|внутримышечн\w+|внутрішньом\S+|в/м|intramuskul\w+|domięśniow\w+",
    ),
    (
        "intravenous",
        "into a vein",
        r"intra-?venous\w*|i\.?v\.?(?=\s(?:injection|infusion|administration|use|route|drip))|(?<=: )IV\b|"
        r"into (?:a|the) vein|by vein|внутривенн\w+|внутрішньовенн\w+|в/в|endovenos\w+|intravenos\w+|"
        r"dożyln\w+|intravenös\w*",
    ),
    (
        "subcutaneous",
        "under the skin",
        r"sub-?cutaneous\w*|subq|under the skin|подкожн\w+|підшкірн\w+|subcut[áa]ne\w+|podskórn\w+",
    ),
)
"""Ways by which studies gave a compound, each as the dataset and as pages call it."""
_BY = tuple(
    (route, words, re.compile(rf"(?<![^\W_])(?:{said})(?![^\W_])", re.IGNORECASE)) for route, words, said in _ROUTES
)
_BY_PARTS = ("nasal", "muscul", "muskul", "venous", "venos", "venös", "cutan", "vein", "the skin", "the nose",
"назал", "мышечн",
             "м'яз", "внутривен", "внутрішн", "подкож", "підшкір", "в/м", "в/в", "i.m", "i.v", ": iv", ": im", "subq",
             "donosow", "mięśn", "dożyl", "podskór", "внутринос")  # fmt: skip
_GIVEN = re.compile(
    r"\b(?:administ\w+|given|gives?|applied|used|injected|taken|delivered|dosed|injections?|"
    r"infusions?|routes?|spray|drops|solution|"
    r"ввод\w+|введени\w+|примен\w+|назнача\w+|застосов\w+|aplica\w+|usad[oa]|utiliz\w+|podaw\w+|verabreich\w+|"
    r"angewend\w+|инъекц\w+|раствор\w*|растворов|використ\w+)\b",
    re.IGNORECASE,
)
_NOT_SO = re.compile(
    r"\b(?:rather than|instead of|unlike|compared|versus|vs|if|could|may|might|never|rats?|mice|mouse|"
    r"animals?|rabbits?|rodents?|"
    r"крыс\w*|мыш(?:ей|ам|и|ах)|животн\w+)\b",
    re.IGNORECASE,
)
OFTEN = 0.2
"""The share of the studies in people of which the route is known, from which a route is one by which it is given."""
CLOSE = 30
"""Characters within which `given` and the route are shown together."""
_PARTS = ("drop", "tablet", "капл", "таблет", "xioly", "nootrop", "ксиолит", "ноотроп")
_IS = r"(?:\b(?:is|are|was)|\s-|:|^это)\s(?:[\w-]+,?\s){0,4}?"
_FORMS = (
    (re.compile(r"\bnasal drops\b|\bкап\w+ назальн\w+|\bназальн\w+ кап\w+|\bкап\w+ в нос\b", re.IGNORECASE),
     re.compile(r"\bnasal drops\b", re.IGNORECASE)),
    (re.compile(r"\btablets\b|\bтаблет\w+", re.IGNORECASE), re.compile(r"\btablets?\b", re.IGNORECASE)),
    (re.compile(r"\b(?:sterile\s|ophthalmic\s)*eye[- ]drops?(?:\sformulation)?\b|\bглазн\w+ кап\w+", re.IGNORECASE),
     re.compile(r"\beye drops\b", re.IGNORECASE)),
    (re.compile(rf"{_IS}(?P<it>(?:peptide\s)?(?:anxiolytic|анксиолитик)\w*)\b", re.IGNORECASE),
     re.compile(r"\banxiolytic\b", re.IGNORECASE)),
    (re.compile(rf"{_IS}(?P<it>(?:peptide\s)?(?:nootropic|ноотроп)\w*)\b", re.IGNORECASE),
     re.compile(r"\bnootropic\b", re.IGNORECASE)),
)  # fmt: skip
"""How a text puts it, and how the dataset does."""


class Forms:
    """Finds the form and the kind of the compound that a sentence is about, where the dataset has the same."""

    def __init__(self, dataset: Dataset, names: Names) -> None:
        self.dataset, self.names = dataset, names

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield each form or kind of a sentence that is the compound's own."""
        plain = sentence.plain
        if sentence.cites or not sentence.compounds:
            return
        yield from self._routes(sentence, seen)
        if not holds(sentence.low, _PARTS):
            return
        compound = about(sentence, self.names)
        if not compound or refuted(plain) or sentence.asks:
            return
        own = self.dataset.compounds[compound]
        for said, held in _FORMS:
            hit = said.search(plain)
            if not hit or denied(plain, *hit.span()):
                continue
            start, end = hit.span("it") if "it" in said.groupindex else hit.span()
            text = next((text for text in _texts(own) if held.search(text)), None)
            if text and not seen.is_cited(start) and not seen.is_told(start, end):
                yield Found(start, end, "statement", "matches", f"{own.name}: {text}")

    def _routes(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield how a sentence says that a compound is given, where studies in people gave it so."""
        plain = sentence.plain
        if not holds(sentence.low, _BY_PARTS) or seen.studies or sentence.block.kind in {"heading", "row"}:
            return
        given = _GIVEN.search(plain)
        if not given or len(plain) > LONGEST or sentence.asks or refuted(plain) or _NOT_SO.search(plain):
            return
        compound = about(sentence, self.names)
        for route, words, said in _BY if compound else ():
            hit = said.search(plain)
            if not hit or denied(plain, *hit.span()) or seen.is_told(*hit.span()) or seen.is_cited(hit.start()):
                continue
            told = self._given(compound or "", route, words)
            if told:
                between = plain[given.end() : hit.start()] or plain[hit.end() : given.start()]
                near = len(between) <= CLOSE and not any(character.isdigit() for character in between)
                start, end = (min(given.start(), hit.start()), max(given.end(), hit.end())) if near else hit.span()
                yield Found(start, end, "statement", "matches", *told)

    def _given(self, compound: str, route: str, words: str) -> tuple[str, str | None] | None:
        """Return what tells that a compound is given by a route: how many studies in people did so, and one of them."""
        references = (self.dataset.references[key] for key in self.dataset.references_of(compound))
        people = [one for one in references if one.route and self.dataset.designs[one.design[0]].subject == "human"]
        so = [one for one in people if route in (one.route or "")]
        if not so or len(so) < OFTEN * len(people):
            return None
        most = max(so, key=lambda one: (one.n or 0, one.id))
        name = self.dataset.compounds[compound].name
        return f"{name}: {len(so)} of {len(people)} studies in people whose route is known gave it {words}.", most.id


def _texts(compound: Compound) -> Iterator[str]:
    """Yield what the dataset says of a compound's form and kind."""
    yield compound.summary
    yield from (f"{fact.label}: {fact.value}" for fact in compound.facts)
    yield from (event.event for event in compound.regulatory)
