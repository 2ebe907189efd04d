"""Figures: what a compound is, its half-life and the number of subjects of a study, held against the dataset."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..dataset.dataset import Dataset
from ..dataset.model import Compound
from .chemistry import Chemistry, Figure, statement_on
from .citations import Cited
from .ownership import Owners, headed
from .subjects import Mention, Sentence
from .tracing import Traced
from .wording import REFUTED
from .works import described

_HALF_LIFE = re.compile(r"half[- ]?li(?:fe|ves)|\bt ?1/2\b|\bt½|полувыведени\w+|полураспад\w+", re.IGNORECASE)
_DURATION = re.compile(
    r"(?P<about>~\s?|≈\s?|<\s?|>\s?)?(?P<low>\d+(?:[.,]\d+)?)(?:\s*(?:-|to|до)\s*(?P<high>\d+(?:[.,]\d+)?))?"
    r"\s*-?\s*(?P<unit>seconds?|sec|s|minutes?|mins?|hours?|hrs?|h|days?|минут\w*|мин|час\w*|ч)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"[.;,]\s|\b(?:but|while|although|effects?|lasts?|few|several)\b")
"""What tells that a duration behind `half-life` is of something else."""
_ADJECTIVE = re.compile(r"[\s-]*(?:plasma|serum|blood|elimination|terminal|biological)?[\s-]*")
_ELSEWHERE = re.compile(r"brain|cerebrospinal|\bCSF\b|tissue|liver|receptor|mRNA", re.IGNORECASE)
_SUBJECTS = re.compile(r"(?<![\w])[nN]\s?=\s?(?P<n>\d{1,3}(?:,\d{3})+|\d+)(?!\d|[.,]\d|\s?%)")
_PART = re.compile(
    r"\b(?:group|arm|placebo|controls?|each|per|versus|vs|treated|completed|subset|of whom|cohort)\b", re.IGNORECASE
)
_MARK = re.compile(r"\d|peptide|amino|residue|-[A-Z][a-z]{2}-|[A-Z]{4}|[A-Z][a-z]{2} [A-Z][a-z]{2} ", re.IGNORECASE)


class Figures:
    """Finds figures in sentences and holds them against the compound or study that is spoken of."""

    def __init__(self, dataset: Dataset, owners: Owners) -> None:
        self.dataset, self.owners = dataset, owners
        self.chemistry = Chemistry(dataset, owners)
        self._half_lives = {key: self._half_life(compound) for key, compound in dataset.compounds.items()}

    def find(self, sentence: Sentence, cited: Sequence[tuple[Cited, Traced]], own: int) -> Iterator[Figure]:
        """Yield the figures of a sentence.

        `cited` are the citations before and in it, within its paragraph; the last `own` of them stand in it.
        """
        plain = sentence.plain
        if not _MARK.search(plain) or REFUTED.search(plain) or sentence.listed:
            return
        yield from self.chemistry.find(sentence)
        yield from self._durations(sentence)
        yield from self._numbers(sentence, cited, own)

    # -- half-life -------------------------------------------------------------------------------------------------

    def _half_life(self, compound: Compound) -> tuple[str, list[tuple[float, float]]] | None:
        """Return what the dataset says of a half-life, and the durations in it (minutes) that have a source."""
        for fact in compound.facts:
            if _HALF_LIFE.search(fact.label):
                sourced = [s for s in re.split(r"(?<=[.;])\s+", fact.value) if not re.search("circulat|no source", s)]
                return fact.value, [_minutes(hit) for hit in _DURATION.finditer(" ".join(sourced))]
        return None

    def _durations(self, sentence: Sentence) -> Iterator[Figure]:
        plain = sentence.plain
        if sentence.block.kind == "row":
            for start, end in sentence.block.cells[1:]:
                hit = _DURATION.search(plain, start, end)
                if hit and headed(sentence, start, _HALF_LIFE):
                    owner = self.owners.owner(sentence, hit.start(), hit.end())
                    yield from self._duration(owner, hit, hit.span(), plain[start:end])
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
                owner, hit, (min(label.start(), hit.start()), max(label.end(), hit.end())), around
            )

    def _duration(
        self, owner: Mention | None, hit: re.Match[str], span: tuple[int, int], around: str
    ) -> Iterator[Figure]:
        if owner is None or owner.compound is None:
            return
        known = self._half_lives[owner.compound]
        low, high = _minutes(hit)
        if known is None:
            name = self.dataset.compounds[owner.compound].name
            yield Figure(*span, "unknown", f"The dataset has no half-life of {name}.")
        elif any(a * 0.8 <= low and high <= b * 1.25 for a, b in known[1]):
            yield Figure(*span, "matches", known[0])
        elif _ELSEWHERE.search(around):
            yield Figure(*span, "unknown", f"The dataset has the half-life in plasma alone: {known[0]}")
        else:
            said = statement_on(
                self.dataset, owner.compound, "pharmacokinetics", f"{float(hit['low'].replace(',', '.')):g}"
            )
            yield Figure(*span, "differs", f"{known[0]}. {said.explanation}" if said else known[0])

    # -- subjects of a study -----------------------------------------------------------------------------------------

    def _numbers(self, sentence: Sentence, cited: Sequence[tuple[Cited, Traced]], own: int) -> Iterator[Figure]:
        """Yield the numbers of subjects; the last `own` citations stand in the sentence itself."""
        hits = list(_SUBJECTS.finditer(sentence.plain))
        sizes = [int(hit["n"].replace(",", "")) for hit in hits]
        here = cited[len(cited) - own :]
        for hit, size in zip(hits, sizes, strict=True):
            study = next((item for item in reversed(here) if item[0].end <= hit.start()), None)
            if study is None and len({(c.families, c.year) for c, _ in here or cited}) == 1:
                study = (here or cited)[0]
            meant = [key for key in study[1].meant if self.dataset.references[key].n] if study else []
            if not meant:
                continue
            reference = self.dataset.references[meant[0]]
            around = sentence.plain[max(0, hit.start() - 30) : hit.end() + 30]
            total = f"{described(reference)}: n = {reference.n}."
            if size in self._numbers_of(meant) or (len(sizes) > 1 and sum(sizes) == reference.n):
                yield Figure(*hit.span(), "matches", total, reference.id)
            elif _PART.search(around) and size < (reference.n or 0):
                detail = f"{total} The size of its groups is not in the dataset."
                yield Figure(*hit.span(), "unknown", detail, reference.id)
            else:
                yield Figure(*hit.span(), "differs", total, reference.id)

    def _numbers_of(self, references: Sequence[str]) -> set[int]:
        """Return the numbers of subjects that the dataset gives for studies, those of their groups among them."""
        found = {n for key in references if (n := self.dataset.references[key].n)}
        for compound in self.dataset.compounds.values():
            for claim in compound.claims:
                if set(claim.references) & set(references):
                    found |= {claim.n} if claim.n else set()
                    found |= {int(n) for n in re.findall(r"(?<![\d.])\d{1,5}(?![\d.%])", claim.text)}
        return found


def _minutes(hit: re.Match[str]) -> tuple[float, float]:
    low = float(hit["low"].replace(",", "."))
    high = float(hit["high"].replace(",", ".")) if hit["high"] else low
    unit = hit["unit"].lower()
    factor = (
        1 / 60
        if unit.startswith("s")
        else 60.0
        if unit.startswith(("h", "ч"))
        else 1440.0
        if unit.startswith("d")
        else 1.0
    )
    return low * factor, high * factor
