"""How many took part in a study that is told of and not named: known by their number and what the study is of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...dataset.dataset import Dataset
from ...notation.numerals import ONES, TENS, number
from ..article.sentences import Sentence
from ..foreign import in_english
from ..knowledge import telling
from ..ownership import is_parent
from ..wording import holds, refuted
from ..works import Works, described
from . import Found, Seen
from .studies import Studies

_WHO = (
    r"(?:patients?|participants?|subjects?|persons?|people|volunteers?|adults?|men|women|individuals?|children|cases|"
    r"workers?|operators?|"
    r"пациент\w*|больн\w*|человек\w*|доброволь\w*|испытуем\w*|детей|pacientes?|voluntari[oa]s?|voluntári[oa]s?|participantes|"
    r"personas|pessoas|pazienti|patienten|probanden|personnes|volontaires)"
)
_SPELT = "|".join({**TENS, **ONES})
_COUNT = re.compile(
    rf"(?<![\w.,/-])(?P<n>\d{{1,3}}(?:[,\s]\d{{3}})+|\d{{1,5}}|(?:{_SPELT})(?:[ -](?:{_SPELT}))?)(?P<plus>\+)?[ -]"
    rf"(?:(?!(?:and|or|of|in|the|with|per|mg|weeks?|days?|hours?|months?|years?|и|"
    rf"из)\b)[^\W\d_]{{2,20}}[ -]){{0,4}}?{_WHO}\b|"
    r"(?<!\w)[nN]\s?=\s?(?P<equal>\d{1,3}(?:[, ]\d{3})+|\d{1,5})(?![\d%]|[.,]\d)",
    re.IGNORECASE,
)
_IN_TEXT = re.compile(
    r"(?<![\w.,/-])(\d{1,3}(?:,\d{3})+|\d{1,5})(?:\s|-)(?:(?!and\b|or\b|of\b|to\b)[a-z-]+\s){0,3}?"
    r"(?:people|patients|adults|children|women|men|participants|volunteers|persons|newborns|operators|had|took|received)\b"
)
MANY = 20
"""Number of people from which it and one thing that the study is of tell it; below, two things."""
_OTHERS = re.compile(
    r"\b(?:over|more than|at least|nearly|almost|fewer than|less than|up to|hundreds|billion|million|worldwide)\W*$",
    re.IGNORECASE,
)
_A_PART = re.compile(r"\d\s(?:out )?(?:of|из|de|von)\s(?:the\s|all\s)?$")
"""`7 of 12 patients` are a figure of what was found."""
_MARKS = tuple(
    "n=|n =|patient|particip|subject|person|people|volunteer|adult|men|individual|child|cases|worker|operator|пациент|"
    "больн|человек|добровол|испытуем|детей|pacient|voluntár|pessoas|pazient|proband|volontair".split("|")
)


class _Study(NamedTuple):
    """A study by its number of people: how many, the stems of what it is of, what tells it, and its reference."""

    n: int
    stems: frozenset[str]
    told: str
    reference: str | None


class Counts:
    """Finds numbers of people beside a compound and tells the one study of it that had as many."""

    def __init__(self, dataset: Dataset, works: Works, studies: Studies) -> None:
        self.dataset, self.works, self.studies = dataset, works, studies
        self._known: dict[str, tuple[_Study, ...]] = {}

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield the numbers of people in a sentence without a study, where one of its compound had as many."""
        if (
            sentence.block.kind in {"entry"}
            or sentence.listed
            or not holds(sentence.low, _MARKS)
            or refuted(sentence.plain)
        ):
            return
        compounds = [key for key in sentence.compounds if not is_parent(key, sentence, self.dataset)]
        if len(compounds) != 1 or any(study.sure for study in seen.studies):
            return
        plain = sentence.plain
        own: frozenset[str] | None = None
        for hit in _COUNT.finditer(plain):
            written = hit["n"] or hit["equal"]
            size = int(re.sub(r"[,\s]", "", written)) if written[0].isdigit() else number(written.lower()) or 0
            if size < 2 or hit["plus"] or seen.is_figured(*hit.span()) or seen.is_cited(hit.start()):
                continue
            if _OTHERS.search(plain, max(0, hit.start() - 24), hit.start()) or _A_PART.search(plain, 0, hit.start()):
                continue
            own = own if own is not None else telling(f"{plain} {in_english(plain)}") - self._names(compounds[0])
            fitting = [
                (shared, study) for study in self._of(compounds[0])
                if study.n == size and (shared := len(study.stems & own)) >= (1 if size >= MANY else 2)
            ]  # fmt: skip
            fitting.sort(key=lambda item: -item[0])
            if not fitting or (
                len(fitting) > 1 and fitting[0][0] == fitting[1][0] and not _alike(fitting[0][1], fitting[1][1])
            ):
                continue
            best = fitting[0][1]
            yield Found(*hit.span(), "figure", "matches", best.told, best.reference)
            seen.described(*hit.span(), best.reference)

    def _names(self, compound: str) -> frozenset[str]:
        own = self.dataset.compounds[compound]
        return telling(" ".join((own.name, *(alias.text for alias in own.aliases))))

    def _of(self, compound: str) -> tuple[_Study, ...]:
        """Return the studies in people of a compound, those that have no reference among them."""
        if compound not in self._known:
            own = self.dataset.compounds[compound]
            found: list[_Study] = []
            for key, reference in self.works.references.items():
                if compound in reference.compounds and self.works.human(key):
                    texts = (
                        reference.title,
                        reference.condition or "",
                        reference.outcome or "",
                        *self.dataset.topics_of(key),
                    )
                    claims = [claim.text for claim in self.studies.works.claims_of(key)]
                    about = telling(" ".join((*texts, *claims)))
                    sizes = {reference.n} if reference.n else set()
                    sizes |= {claim.n for claim in self.studies.works.claims_of(key) if claim.n}
                    found += (_Study(n, about, f"{described(reference)}: n = {n}.", key) for n in sorted(sizes))
            told = [f"{fact.label}: {fact.value}" for fact in own.facts] + [remark.text for remark in own.limitations]
            for text in told:
                for hit in _IN_TEXT.finditer(text):
                    found.append(_Study(int(hit[1].replace(",", "")), telling(text), f"{own.name}: {text}", None))
            self._known[compound] = tuple(found)
        return self._known[compound]


def _alike(first: _Study, second: _Study) -> bool:
    """Tell whether two are of one study: the paper on it, and what a fact tells of it."""
    return first.reference == second.reference or None in (first.reference, second.reference)
