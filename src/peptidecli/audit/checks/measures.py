"""Measures: the figures of a text, held against those that the dataset gives for the study named, or the compound."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Literal, NamedTuple

from ...dataset.dataset import Dataset
from ...dataset.model import Reference
from ..article.sentences import Sentence
from ..figures import Figure, alike, around, figures, segment, up_to
from ..foreign import in_english
from ..knowledge import rises, telling
from ..ownership import is_parent
from ..wording import holds, refuted
from ..works import Works, described
from . import Found, Seen, as_deep_as_read

Kind = Literal["people", "animals", "cells", ""]


class _Held(NamedTuple):
    """A figure of the dataset, the text that gives it, what it measures there, and in whom or what it was measured."""

    figure: Figure
    text: str
    stems: frozenset[str]
    measured: frozenset[str]
    kind: Kind
    reference: str | None


_PEOPLE = re.compile(
    r"\b(?:humans?|people|patients?|volunteers?|clinical trials?|men|women|participants)\b", re.IGNORECASE
)
_ANIMALS = re.compile(r"\b(?:rats?|mouse|mice|rabbits?|animals?|rodents?|dogs?|in vivo)\b", re.IGNORECASE)
_CELLS = re.compile(r"\b(?:in vitro|cultured|cell cultures?|cell lines?|glia\w*|fibroblasts?)\b", re.IGNORECASE)
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (("people", _PEOPLE), ("animals", _ANIMALS), ("cells", _CELLS))
OF_ANOTHER = 3
"""Telling words that a text must share with what another paper than the one before it tells, to be of that."""
NEAR = 80
"""Characters from a figure within which a word tells in whom or what it was measured."""
_WHERE: dict[Kind, str] = {"people": "people", "animals": "animals", "cells": "cultured cells"}
_OF_A_STUDY = frozenset({"p", "studies", "ml", "ml/kg", "hours"})
"""Units whose figures tell nothing without the study that they are of."""
_TELLING = frozenset({"passage", "ng/ml", "kg"})
"""Units that few figures of a compound have, so that one thing more tells which it is."""
_SOLD = re.compile(
    r"\bactive (?:substance|ingredient)|(?:действующее|активное) вещество|діюча речовина|principi?o ativo|"
    r"principio (?:activo|attivo)|"
    r"\bwirkstoff|principe actif|\b(?:each|one) (?:tablet|vial|capsule|ampoule)\b|кажд(?:ая|ый) (?:таблетк|"
    r"флакон|капсул|ампул)\w*",
    re.IGNORECASE,
)
"""What stands before the amount in a medicine."""
_PRODUCT = telling("vial tablets glycine solution polypeptides capsule drops pig brain")
"""Words for what a medicine is sold in and made of, beside which an amount is that of the product."""
_WEAK = frozenset({"µg", "µg/kg", "hours"})
"""Units whose figures are those of many studies."""
_LIFE = re.compile(
    r"life[ -]?spans?|longevity|\blived?\b|\blife\b|продолжительност\w+ жизни|esperanza de vida|longevi|"
    r"lebensdauer|longévité|"
    r"expectativa de vida|tempo de vida|duraci[óo]n de la vida|\bl?a vida (?:de|dos|das|média|media|"
    r"útil)\b|durée de vie|"
    r"lebensspanne|długość życia|długości życia|délk\w+ života|dĺžk\w+ života|продължителност\w* на живота|"
    r"тривал\w+ життя|durata della vita",
    re.IGNORECASE,
)
_LENGTHENED = re.compile(
    r"\b(?:increas|exten|prolong|length|longer|rose|rais|gain|improv|boost|\+\s?\d|aument|prolonga|verläng|allong|allung|wydłuż|prodluž|prodlouž|predĺž|predlž|удълж|увелич|подовж|"
    r"продле)|\+\s?\d",
    re.IGNORECASE,
)
_LIFE_OF_CELLS = re.compile(
    r"\breplicative|\b(?:cell(?:ular)?|fibroblasts?)(?:'s|s')?\s(?:\w+\s)?(?:life|longevity)|\bdoublings?\b|"
    r"\bpassages?\b|репликативн|клеточн\w+ жизн",
    re.IGNORECASE,
)
"""How long cells go on dividing, which is no length of life."""
_LIVED = {
    "flies": re.compile(r"\bdrosophila|\b(?:fruit )?fl(?:y|ies)\b|дрозофил|mosca", re.IGNORECASE),
    "mice": re.compile(r"\bmice|\bmouse|мыш|camundong|rat(?:ón|ones)\b|mäuse", re.IGNORECASE),
    "rats": re.compile(r"\brats?\b|крыс|\bratas?\b|\bratten\b", re.IGNORECASE),
    "worms": re.compile(r"\bworms?\b|elegans|nematod", re.IGNORECASE),
}
"""Those whose length of life is told, by which the figures are told apart."""
_OF_SEVERAL = re.compile(
    r"\banimals?\b|\bmodels\b|\brodents?\b|\bspecies\b|животн|modelos|animales|animais|tier", re.IGNORECASE
)
"""What tells of several kinds of animals."""
FEW_HELD = 2
"""From how many figures of the length of life on a greater one is called another."""
_COMMON = frozenset({50.0, 95.0, 99.0, 100.0})
"""Percentages that stand everywhere."""
_THRESHOLD = re.compile(r"\b[A-Z]{3,}\w*(?: scores?)?\s?(?:[<>≤≥=]+|of|above|below|over|under)\s?\d+")
"""A score by which people were chosen, `NIHSS >= 12`, and no measure of what was found."""
_REVIEW = re.compile(r"\bmeta-?analy\w+|\bsystematic review|\bpooled\b|метаанализ\w*", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ENDED = re.compile(
    r"(?P<n>\d{1,5})\s(?:\(\d[\d.]*\s?%\)\s)?(?:of\s(?:the\s)?(?P<all>\d{1,5})\s)?(?:patients\s|participants\s|"
    r"people\s|subjects\s)?"
    r"(?:completed|finished)\b(?!\s(?:in|on|by)\b)",
    re.IGNORECASE,
)
"""`241 of 313 finished`, `243 (77.6%) completed the analysis`."""


class Measures:
    """Finds figures and says what the dataset has of them."""

    def __init__(self, dataset: Dataset, works: Works) -> None:
        self.dataset, self.works = dataset, works
        self._of_study: dict[str, tuple[_Held, ...]] = {}
        self._of_compound: dict[str, dict[str, list[_Held]]] = {}
        self._names: dict[str, frozenset[str]] = {}
        self._wrongly: dict[str, list[tuple[str, str, frozenset[str]]]] = {}
        for entry in dataset.untraced.values():
            if entry.problem == "misattributed" and entry.said:
                for key in entry.nearest:
                    self._wrongly.setdefault(key, []).append((entry.said, entry.explanation, telling(entry.said)))

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield the figures of a sentence that its study, or its compound, has; and those that it has otherwise."""
        plain = sentence.plain
        if sentence.block.kind in {"entry", "heading"} or sentence.listed or refuted(plain):
            return
        if sentence.asks:
            return
        if holds(sentence.low, ("completed", "finished")):
            yield from self._ended(plain, seen)
        own = figures(plain)
        if not own or not (sentence.compounds or seen.studies or seen.earlier or seen.marked or seen.beyond):
            return
        wrongly = self._said_wrongly(plain, own, seen)
        left: list[Figure] = []
        known: list[str] = []
        for figure in own:
            if seen.is_figured(figure.start, figure.end) or seen.is_cited(figure.start):
                continue
            found = self._found(sentence, figure, own, seen)
            if found is None and wrongly and figure.unit in {"%", "fold", "point"}:
                found = Found(figure.start, figure.end, "figure", "misattributed", wrongly[0], wrongly[1])
            if found:
                yield found
                known += [found.reference] if found.reference and found.verdict == "matches" else []
            else:
                left.append(figure)
        # A study that is known by one of its figures has the others.
        for figure in left:
            right = ((key, _that_gives(self._study(key), figure)) for key in known)
            yield from (
                self._matching(figure, key, held) for key, held in islice((r for r in right if r[1]), 1) if held
            )

    def _matching(self, figure: Figure, key: str, held: _Held) -> Found:
        told = f"{described(self.works.references[key])}: {held.text}"
        return Found(figure.start, figure.end, "figure", "matches", told, key)

    def _found(self, sentence: Sentence, figure: Figure, own: Sequence[Figure], seen: Seen) -> Found | None:
        plain = sentence.plain
        meant = seen.marked_at(figure.end)[:1] if seen.marked and not seen.studies else seen.study_at(figure.start)
        sure = bool(meant) and not all(study.told for study in seen.studies or seen.earlier)
        meant = meant or seen.beyond
        for key in meant:
            held = self._study(key)
            right = _that_gives(held, figure)
            if right:
                own_ = self._matching(figure, key, right)
                return own_._replace(verdict="differs") if _turned(plain, figure, right) else own_
        if meant:
            found = self._otherwise(plain, figure, own, meant, sure=sure)
            if found:
                return found
        if meant and sure and seen.studies:
            return None
        compounds = [key for key in sentence.compounds if not is_parent(key, sentence, self.dataset)]
        if figure.unit == "studies" and len(compounds) == 1 and _REVIEW.search(plain):
            return self._pooled(plain, figure, compounds[0])
        if len(compounds) != 1 or figure.unit in _OF_A_STUDY:
            return None
        found = self._in_general(sentence, figure, compounds[0])
        return found or (self._of_life(plain, figure, own, compounds[0]) if figure.unit == "%" else None)

    def _of_life(self, plain: str, figure: Figure, own: Sequence[Figure], compound: str) -> Found | None:
        """Return that a life span was lengthened by more than in any study that the dataset has of a compound."""
        if not _LIFE.search(around(plain, figure)) or not _LENGTHENED.search(plain) or _LIFE_OF_CELLS.search(plain):
            return None
        held = [
            item for item in self._general(compound).get("%", ())
            if _LIFE.search(item.text) and item.reference and _LENGTHENED.search(item.text)
        ]  # fmt: skip
        lived = [kind for kind in _LIVED.values() if kind.search(plain)]
        held = [item for item in held if not lived or any(kind.search(item.text) for kind in lived)]
        if len(held) < (1 if lived else FEW_HELD) or any(_fits(one, item.figure) for one in own for item in held):
            return None
        longest = max(number for item in held for number in item.figure.values)
        if max(figure.values) <= 1.2 * longest or (
            not lived and _OF_SEVERAL.search(plain) and min(figure.values) <= longest
        ):
            return None  # `10 to 25 % in animals` may be of several, and has in it what is held.
        most = max(held, key=lambda item: max(item.figure.values))
        told = f"{described(self.works.references[most.reference or ''])}: {most.text}"
        told = f"{told} {self.dataset.compounds[compound].distinction}"
        return Found(figure.start, figure.end, "figure", "differs", told, most.reference)

    # -- a study ---------------------------------------------------------------------------------------------------

    def _otherwise(
        self, plain: str, figure: Figure, own: Sequence[Figure], meant: Sequence[str], *, sure: bool
    ) -> Found | None:
        """Return that a study has another figure for what a text says that it measured."""
        unit = figure.unit
        if (
            unit in _WEAK
            or unit in _OF_A_STUDY - {"p"}
            or (unit == "p" and "=" not in plain[figure.start : figure.end])
        ):
            return None
        measured, told = telling(_THRESHOLD.sub(" ", around(plain, figure))), telling(plain)
        nearest: Found | None = None
        alike_: list[tuple[str, _Held]] = []
        for key in meant:
            reference = self.works.references[key]
            name = self._names_of(reference)
            for held in self._study(key):
                if held.figure.unit != unit:
                    continue
                things = held.measured & _THINGS
                # What is measured in the study is what the text has a figure of, and no more of it is told apart.
                if things and things == measured & _THINGS:
                    alike_.append((key, held))
                if any(_fits(other, held.figure) for other in own):
                    continue  # The text has that figure, of something else.
                shown = f"{described(reference)}: {held.text}"
                if sure and not nearest and unit not in {"%", "p"} and len((held.stems & told) - name) >= 3:
                    nearest = Found(figure.start, figure.end, "figure", "unknown", shown, key)
        if not alike_:
            return nearest
        values = [number for _, held in alike_ for number in held.figure.values]
        if not any(_far(number, values) for number in figure.values):
            return nearest
        # `10.6 vs 4.4 points`: the other group's figure stands in the claim, without a unit of its own.
        if any(
            all(re.search(rf"(?<![\d.]){number:g}(?!\d|\.\d)", held.text) for number in figure.values)
            for _, held in alike_
        ):
            return nearest
        key, held = alike_[0]
        reference = self.works.references[key]
        if unit == "p" and self._of_another(figure, told, reference):
            return nearest
        shown = f"{described(reference)}: {held.text}"
        return as_deep_as_read(Found(figure.start, figure.end, "figure", "differs", shown, key), reference)

    def _of_another(self, figure: Figure, told: frozenset[str], reference: Reference) -> bool:
        """Tell whether another paper on the compound has a figure of what a text tells, as an analysis made later."""
        names = self._names_of(reference)
        return any(
            _fits(figure, held.figure) and len((held.stems & told) - names) >= OF_ANOTHER
            for compound in reference.compounds
            for held in self._general(compound).get(figure.unit, ())
            if held.reference != reference.id
        )

    def _pooled(self, plain: str, figure: Figure, compound: str) -> Found | None:
        """Return that a review of a compound pools as many studies as a text says, of the year that it gives."""
        year = _YEAR.search(plain)
        for key, reference in self.works.references.items():
            if compound not in reference.compounds or (year and int(year[0]) != reference.issued):
                continue
            if self.dataset.designs[reference.design[0]].subject != "secondary":
                continue
            held = next((item for item in self._study(key) if _counts(item.figure, figure.values[0])), None)
            if held:
                return self._matching(figure, key, held)
        return None

    def _ended(self, plain: str, seen: Seen) -> Iterator[Found]:
        """Yield how many finished a study, and of how many, where the dataset has a number of them."""
        hit = _ENDED.search(plain)
        keys = {study.meant[0] for study in seen.studies if study.sure} or set(seen.beyond[:1])
        if not hit or len(keys) != 1:
            return
        key = keys.pop()
        for claim in self.works.claims_of(key):
            known = _ENDED.search(claim.text)
            if known:
                same = known["n"] == hit["n"] and hit["all"] in {None, known["all"] or hit["all"]}
                verdict: Literal["matches", "differs"] = "matches" if same else "differs"
                yield Found(
                    *hit.span(), "figure", verdict, f"{described(self.works.references[key])}: {claim.text}", key
                )
                return

    def _said_wrongly(self, plain: str, own: Sequence[Figure], seen: Seen) -> tuple[str, str] | None:
        """Return what is known of a sentence that says of a study what is said of it wrongly elsewhere."""
        keys = {study.meant[0] for study in seen.studies or seen.earlier} or set(seen.beyond[:1])
        if len(keys) != 1 or not any(figure.unit in {"%", "fold", "point"} for figure in own):
            return None
        key = keys.pop()
        for said, explanation, stems_ in self._wrongly.get(key, ()):
            told = telling(plain)
            special = stems_ - self.works.vocabulary(key) - self._names_of(self.works.references[key])
            same = any(_fits(figure, other) for figure in own for other in figures(said))
            if len(special & told) >= (1 if same else 2):
                return f"Said of it: {said}. {explanation}", key
        return None

    def _study(self, key: str) -> tuple[_Held, ...]:
        """Return the figures that the dataset has of a study."""
        if key not in self._of_study:
            reference = self.works.references[key]
            kind = self._kind_of((key,))
            made: list[_Held] = []
            for claim in self.works.claims_of(key):
                made += _held(claim.text, f"{claim.text} {claim.population}", kind, key)
            if self.dataset.designs[reference.design[0]].subject == "secondary":
                texts = (reference.note or "", *(claim.text for claim in self.works.claims_of(key)))
                made += (item for text in texts for item in _pooled_in(text, key))
            fields = (reference.title, reference.dose, reference.duration, reference.comparator, reference.outcome,
                      reference.condition, reference.note)  # fmt: skip
            for text in filter(None, fields):
                made += (item._replace(measured=frozenset()) for item in _held(text, text, kind, key))
            self._of_study[key] = tuple(made)
        return self._of_study[key]

    def _names_of(self, reference: Reference) -> frozenset[str]:
        return frozenset().union(*(self._named(compound) for compound in reference.compounds))

    def _named(self, compound: str) -> frozenset[str]:
        if compound not in self._names:
            own = self.dataset.compounds[compound]
            kinds = {"synonym", "abbreviation", "code", "salt", "trade-name", "other-script"}
            aliases = (alias.text for alias in own.aliases if alias.kind in kinds)
            self._names[compound] = telling(" ".join((own.name, own.id, *aliases)))
        return self._names[compound]

    def _kind_of(self, keys: Sequence[str]) -> Kind:
        subjects = {self.dataset.designs[self.works.references[key].design[0]].subject for key in keys}
        kinds: dict[str, Kind] = {"human": "people", "animal": "animals", "laboratory": "cells"}
        return kinds.get(subjects.pop(), "") if len(subjects) == 1 else ""

    # -- a compound --------------------------------------------------------------------------------------------------

    def _in_general(self, sentence: Sentence, figure: Figure, compound: str) -> Found | None:
        """Return a figure that the dataset has for a compound, of whichever study it is."""
        plain = sentence.plain
        pairs = figure.unit in {"of", "ci", *_WEAK} and not (
            # `Vials of 5 and 10 mg` are two.
            figure.unit == "µg" and _PRODUCT & telling(f"{plain} {in_english(plain)}")
        )
        fitting = [
            (own, held)
            for own in ([figure] if pairs else [figure._replace(values=(number,)) for number in figure.values])
            for held in self._of_unit(compound, own.unit)
            if _fits(own, held.figure)
        ]
        if not fitting:
            return None
        english = in_english(plain)
        names, told = self._named(compound), telling(f"{plain} {english}" if english else plain)
        near = around(plain, figure)
        measured = telling(f"{near} {in_english(near)}") - names
        sold = _SOLD.search(plain) is not None
        said, up = _kind(plain, figure), rises(segment(plain, figure))
        best: tuple[int, _Held] | None = None
        elsewhere: tuple[int, _Held] | None = None
        for own, held in fitting:
            shared = held.stems & told - names
            same = bool(held.measured & measured & _THINGS)
            needed = 3 if figure.unit in _WEAK else 1 if same or pairs or figure.unit in _TELLING else 2
            if figure.unit in _WEAK and sold and held.stems & _PRODUCT:
                needed = 0
            elif figure.unit in _WEAK and shared & _PRODUCT & measured:
                needed = 1
            needed += figure.unit == "%" and own.values[0] in _COMMON
            way = rises(held.text)
            if len(shared) < needed or (
                up is not None and way is not None and up != way and figure.unit not in _TELLING
            ):
                continue
            if said and held.kind and said != held.kind:
                if same and _lower(held.kind, said) and (elsewhere is None or len(shared) > elsewhere[0]):
                    elsewhere = len(shared), held
            elif best is None or len(shared) > best[0]:
                best = len(shared), held
        if best:
            return Found(
                figure.start, figure.end, "figure", "matches", self._told(compound, best[1]), best[1].reference
            )
        # What stands behind ± tells how sure a figure is, and where nothing was measured: `147 ± 13%`.
        if elsewhere and not plain[: figure.start].rstrip().endswith("±"):
            held = elsewhere[1]
            detail = f"Measured in {_WHERE[held.kind]}. {self._told(compound, held)}"
            return Found(figure.start, figure.end, "figure", "differs", detail, held.reference)
        return None

    def _of_unit(self, compound: str, unit: str) -> Iterator[_Held]:
        """Yield the figures of a compound that one of a unit can be: 800 per cent is eightfold."""
        known = self._general(compound)
        yield from known.get(unit, ())
        if unit == "%":
            yield from known.get("fold", ())

    def _told(self, compound: str, held: _Held) -> str:
        if held.reference:
            return f"{described(self.works.references[held.reference])}: {held.text}"
        return f"{self.dataset.compounds[compound].name}: {held.text}"

    def _general(self, compound: str) -> dict[str, list[_Held]]:
        """Return the figures that the dataset has for a compound, by unit."""
        if compound not in self._of_compound:
            own = self.dataset.compounds[compound]
            made: dict[str, list[_Held]] = {}
            for claim in own.claims:
                kind = self._kind_of(claim.references)
                title = " ".join(self.works.references[key].title for key in claim.references)
                for item in _held(claim.text, f"{claim.text} {claim.population} {title}", kind, claim.references[0]):
                    made.setdefault(item.figure.unit, []).append(item)
            for fact in own.facts:
                for item in _held(fact.value, f"{fact.label} {fact.value}", "", None):
                    made.setdefault(item.figure.unit, []).append(item)
            texts = [own.summary, own.distinction, *(remark.text for remark in own.limitations)]
            texts += [event.event for event in own.regulatory] + [question.answer for question in own.faq]
            texts += [identifier.note for identifier in own.identifiers if identifier.note]
            texts += [alias.note for alias in own.aliases if alias.note]
            for text in filter(None, texts):
                for item in _held(text, text, "", None):
                    made.setdefault(item.figure.unit, []).append(item)
            self._of_compound[compound] = made
        return self._of_compound[compound]


_THINGS = frozenset(
    "bdnf ngf vegf hgf gaba acth gdnf cntf psprs seadl mmse adas mrs gos nihss arat 6mwt trkb infarc mortal "
    "amyloi dopami seroto cortis melato telome".split()
)
"""Stems of things that a figure can be of, each of which is enough to tell what is measured."""
_DEPTH: dict[Kind, int] = {"cells": 0, "animals": 1, "people": 2}


def _turned(plain: str, figure: Figure, held: _Held) -> bool:
    """Tell whether a text says that what a figure is of went the other way than it did: raised, and not lowered."""
    said, told = up_to(plain, figure), up_to(held.text, held.figure)
    one, other = rises(said), rises(told)
    if one is None or other is None or one == other or _KEPT.search(said) or _KEPT.search(told):
        return False
    return bool(telling(said) & telling(told) & _THINGS)


_KEPT = re.compile(r"\b(?:prevent|protect|attenuat|block|against|abolish|restor|less|loss)", re.IGNORECASE)
"""What may stand before a change that did not come about, so that the way of the words is not that of the thing."""


def _lower(held: Kind, said: Kind) -> bool:
    """Tell whether a figure was measured in less than a text says: in cells or animals, and not in people."""
    return _DEPTH[held] < _DEPTH[said]


def _kind(plain: str, figure: Figure) -> Kind:
    """Return in whom or what a text says that a figure was measured: what stands nearest to it."""
    best: tuple[int, Kind] = (NEAR, "")
    low = max(0, figure.start - NEAR)
    for kind, pattern in _KINDS:
        for hit in pattern.finditer(plain, low, min(len(plain), figure.end + NEAR)):
            away = max(figure.start - hit.end(), hit.start() - figure.end)
            best = min(best, (away, kind))
    return best[1]


def _held(text: str, whole: str, kind: Kind, reference: str | None) -> list[_Held]:
    own = figures(text)
    if not own:
        return []
    stems_ = telling(whole)
    return [_Held(figure, text, stems_, telling(segment(text, figure)), kind, reference) for figure in own]


_POOLED = re.compile(
    r"(?<![\w.,-])(\d{1,4})(?=\s(?:pre-?clinical|clinical|animal|human|randomi[sz]ed|observational|in vitro|"
    r"in vivo|kept|were included)\b)"
)
"""`35 preclinical and 1 clinical`: how many studies of a kind a review has."""


def _pooled_in(text: str, key: str) -> Iterator[_Held]:
    for hit in _POOLED.finditer(text):
        figure = Figure(*hit.span(1), "studies", (float(hit[1]),))
        yield _Held(figure, text, telling(text), frozenset(), "", key)


def _that_gives(held: Sequence[_Held], figure: Figure) -> _Held | None:
    """Return what gives a figure; of two values that belong together each may stand by itself."""
    whole = next((item for item in held if _fits(figure, item.figure)), None)
    if whole or len(figure.values) == 1 or figure.unit in {"of", "ci"}:
        return whole
    parts = [
        next((item for item in held if _fits(figure._replace(values=(number,)), item.figure)), None)
        for number in figure.values
    ]
    return parts[-1] if all(parts) else None


def _counts(figure: Figure, number: float) -> bool:
    """Tell whether a figure counts so many studies: `twelve trials`, `36 of 544 records`."""
    return figure.unit in {"studies", "of"} and any(alike(value, number) for value in figure.values)


def _far(number: float, known: Sequence[float]) -> bool:
    """Tell whether a value lies outside of what is known, by more than its rounding leaves."""
    return number > 1.2 * max(known) or number < min(known) / 1.2


def _fits(figure: Figure, known: Figure) -> bool:
    """Tell whether a figure is one that is known; 800 per cent is eightfold."""
    values = figure.values
    if figure.unit != known.unit:
        if (figure.unit, known.unit) != ("%", "fold") or min(values) < 200:
            return False
        values = tuple(number / 100 for number in values)
    if figure.unit in {"of", "ci"}:
        return len(values) == len(known.values) and all(map(alike, values, known.values))
    return all(any(alike(number, other) for other in known.values) for number in values)
