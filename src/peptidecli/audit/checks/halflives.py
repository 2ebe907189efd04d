"""Half-lives, held against the compound spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...dataset.dataset import Dataset
from ...dataset.model import Compound
from ..article.names import Mention
from ..article.sentences import Sentence
from ..ownership import Owners, headed
from ..wording import holds, refuted
from . import Found, Seen
from .chemistry import statement_on

_HALF_LIFE = re.compile(
    r"half[-_ ]?li(?:fe|ves)|\bt ?1/2\b|\bt½|(?:полу(?:выведени|распад|жизн|живот)|напіввиведенн)\w*|"
    r"(?:عمر النصف|نصف العمر)|\bmeia[- ]vida\b|"
    r"\bvida (?:media|média)\b|"
    r"\b(?:vida )?semivida\b|\bdemi-vies?\b|\bhalbwertszeit\w*|\bemivita\b|\bhalveringstid\w*|\bhalfwaardetijd\b|"
    r"\bokres półtrwania\b|\bpoloč?as\w*|\byarı ?ömr\w+|半減期|半衰期",
    re.IGNORECASE,
)
_DURATION = re.compile(
    r"(?P<about>~\s?|≈\s?|[<≤]\s?|[>≥]\s?|(?:less than|under|below|within|menos de|moins de|unter|weniger als|meno di|"
    r"менее|меньше|до)\s|(?:more than|over|above|más de|mais de|plus de|über|mehr als|più di|более|больше|свыше)\s)?"
    r"(?P<low>\d+(?:[.,]\d+)?)(?:\s*(?:-|to|до|bis|a|à|e)\s*(?P<high>\d+(?:[.,]\d+)?))?"
    r"\s*-?\s*(?P<unit>seconds?|secondes?|segundos?|sekunden?|sec|s|minut[eo]s?|minuten|minuti|minuty?|mins?|hours?|heures?|horas?|"
    r"stunden?|or[ae]|hrs?|h|days?|d[ií]as?|jours?|tage?n?|giorni|секунд\w*|сек|минут\w*|мин|час\w*|ч|хвилин\w*|годин\w*|دقيق\w*|دقائق|ساع\w*|分|時間|小时)(?![^\W\d_])",
    re.IGNORECASE,
)
_MARKS = tuple(
    "half 1/2 ½ полу vida demi-vie halbwert emivita halver halfwaarde النصف напів półtrwania polo ömr 半".split()
)
_ERROR = re.compile(r"(\d+(?:[.,]\d+)?)\s?±\s?[\d.,]+")
_GOES_ON = re.compile(r"[.;,]\s|\b(?:but|while|although|effects?|lasts?|few|several|[Ss]table|[Ss]tability)\b")
"""What tells that a duration behind `half-life` is of something else."""
_ADJECTIVE = re.compile(r"[\s-]*(?:plasma|serum|blood|elimination|terminal|biological)?[\s-]*")
_NONE_SEEN = re.compile(r"No value (?:was seen|in people)\b")
"""What the dataset says of a half-life of which it found no value."""
_IN_PEOPLE = re.compile(r"No value in people\b")
_ANIMALS = re.compile(
    r"\b(?:rats?|mice|mouse|dogs?|horses?|equine|animals?|rodents?|крыс\w*|мыш\w*|урин\w*|urine)\b", re.IGNORECASE
)
_ELSEWHERE = re.compile(r"brain|cerebrospinal|\bCSF\b|tissue|liver|receptor|mRNA", re.IGNORECASE)


class HalfLives:
    """Finds half-lives in sentences and holds them against the one of the compound that has a source."""

    def __init__(self, dataset: Dataset, owners: Owners) -> None:
        self.dataset, self.owners = dataset, owners
        self._half_lives = {key: self._half_life(compound) for key, compound in dataset.compounds.items()}

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield the half-lives of a sentence."""
        plain = sentence.plain
        if sentence.cites:
            return
        if not holds(sentence.low, _MARKS) and not _headed(sentence):
            return
        if not (_HALF_LIFE.search(plain) or _headed(sentence)) or refuted(plain):
            return
        for found in self._durations(sentence):
            seen.wrong |= found.verdict == "differs"
            yield found

    def _half_life(self, compound: Compound) -> tuple[str, list[tuple[float, float]]] | None:
        """Return what the dataset says of a half-life, and the durations in it (minutes) that have a source."""
        for fact in compound.facts:
            if _HALF_LIFE.search(fact.label):
                sourced = [
                    s
                    for s in re.split(r"(?<=[.;])\s+", fact.value)
                    if not re.search("circulat|no source|urine|up to", s)
                ]
                text = " ".join(sourced)
                hits = (*_DURATION.finditer(text), *_DURATION.finditer(_ERROR.sub(r"\1", text)))
                return fact.value, [_minutes(hit) for hit in hits]
        return None

    def _durations(self, sentence: Sentence) -> Iterator[Found]:
        plain = sentence.plain
        if sentence.block.kind == "row":
            for start, end in sentence.block.cells[1:]:
                hit = _DURATION.search(plain, start, end)
                if hit and headed(sentence, start, _HALF_LIFE):
                    owner = self.owners.owner(sentence, hit.start(), hit.end())
                    yield from self._duration(owner, hit, hit.span(), plain[start:end], plain)
            return
        for label in _HALF_LIFE.finditer(plain):
            hit = _DURATION.search(plain, label.end(), label.end() + 70)
            if hit is None or _GOES_ON.search(plain, label.end(), hit.start()):
                before = _DURATION.finditer(plain, max(0, label.start() - 35), label.start())
                hit = next((h for h in before if _ADJECTIVE.fullmatch(plain, h.end(), label.start())), None)
            if hit is None:
                continue
            owner = self.owners.owner(sentence, label.start(), label.end())
            follows = re.match(r"\s+of\s+(?:the\s+|endogenous\s+)?([\w-]+)", plain[label.end() :])
            until = label.end() + follows.end(1) if follows else 0
            after = [m for m in sentence.named if label.end() <= m.start < until]
            if after:
                owner = after[0]
            around = plain[max(0, label.start() - 30) : label.start()] + plain[label.end() : hit.end() + 12]
            yield from self._duration(
                owner, hit, (min(label.start(), hit.start()), max(label.end(), hit.end())), around, plain
            )

    def _duration(
        self, owner: Mention | None, hit: re.Match[str], span: tuple[int, int], around: str, plain: str
    ) -> Iterator[Found]:
        if owner is None or owner.compound is None:
            return
        known = self._half_lives[owner.compound]
        low, high = _minutes(hit)
        if known and _NONE_SEEN.match(known[0]) and not (_IN_PEOPLE.match(known[0]) and _ANIMALS.search(plain)):
            yield Found(*span, "figure", "untraced", f"{self.dataset.compounds[owner.compound].name}: {known[0]}")
        elif known is None or not known[1]:
            name = self.dataset.compounds[owner.compound].name
            yield Found(*span, "figure", "unknown", f"The dataset has no half-life of {name}.")
        elif any(a * 0.8 <= low and high <= b * 1.25 for a, b in known[1]):
            yield Found(*span, "figure", "matches", known[0])
        elif (
            _bounds(hit["about"], high, known[1])
            or _ELSEWHERE.search(around)
            or (low < high and any(low <= b * 1.25 and high >= a * 0.8 for a, b in known[1]))
        ):
            yield Found(*span, "figure", "unknown", f"The dataset has the half-life in plasma alone: {known[0]}")
        else:
            said = statement_on(
                self.dataset, owner.compound, "pharmacokinetics", f"{float(hit['low'].replace(',', '.')):g}"
            )
            yield Found(*span, "figure", "differs", f"{known[0]}. {said.explanation}" if said else known[0])


def _bounds(about: str | None, value: float, known: list[tuple[float, float]]) -> bool:
    """Tell whether a duration is a bound, `< 30 minutes`, within which the sourced one lies."""
    sign = (about or "").strip().lower()
    return (sign in _UPPER and any(low <= value for low, _ in known)) or (
        sign in _LOWER and any(value <= b for _, b in known)
    )


_UPPER = frozenset(("< ≤ under below within unter менее меньше до").split()) | {
    "less than", "menos de", "moins de", "weniger als", "meno di"}  # fmt: skip
_LOWER = frozenset("> ≥ over above über более больше свыше".split()) | {
    "more than", "más de", "mais de", "plus de", "mehr als", "più di"}  # fmt: skip


def _headed(sentence: Sentence) -> bool:
    return any(_HALF_LIFE.search(head) for head in sentence.block.header)


def _minutes(hit: re.Match[str]) -> tuple[float, float]:
    low = float(hit["low"].replace(",", "."))
    high = float(hit["high"].replace(",", ".")) if hit["high"] else low
    unit = hit["unit"].lower()
    return low * _factor(unit), high * _factor(unit)


def _factor(unit: str) -> float:
    """Return how many minutes a unit of time has."""
    if unit.startswith(("h", "ч", "ساع", "stund", "or", "год", "時", "小")):
        return 60.0
    if unit.startswith(("d", "jour", "tag", "giorn")):
        return 1440.0
    return 1 / 60 if unit.startswith(("s", "сек")) else 1.0
