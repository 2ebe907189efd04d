"""Retractions: that a study of a compound has been retracted, said in prose, held against the standing of its works."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...dataset.dataset import Dataset
from ...dataset.model import Reference
from ...notation.words import fold
from ..article.names import Names
from ..article.sentences import Sentence
from ..tongues import denies
from ..wording import holds
from ..works import Works, described
from . import Found, Seen
from .subjects import subjects

_SIGNS = (
    "retract",
    "retrat",
    "отозван",
    "ретраг",
    "zurückgezogen",
    "wycofan",
    "rétract",
    "stažen",
    "stiahnut",
    "concern",
)
_SAID = re.compile(
    r"\b(?:(?:confirmed |since been |been |was |is |were |later |now |formally )*retract(?:ed|ion)s?\b|"
    r"retratad[oa]s?|retractad[oa]s?|"
    r"zurückgezogen\w*|wycofan\w*|rétractée?s?|ritrattat\w*|stažen\w*|stiahnut\w*|отозван\w*|ретрагиров\w*)"
    r"(?:[^.;]{0,12}?(?:\b(?:in|im|em|en|w|v|в)\s)?(?:[^\W\d_]{3,12}\.?\s)?\(?(?P<year>20\d\d)\)?)?",
    re.IGNORECASE,
)
_CONCERN = re.compile(r"\bexpressions? of concern\b(?:[^.;]{0,30}?\b(?P<year>20\d\d)\b)?", re.IGNORECASE)
_OF_WORK = re.compile(
    r"\b(?:stud(?:y|ies)|papers?|articles?|works?|publications?|trials?|reports?|notice|figures?|research|estudos?|"
    r"estudios?|artigos?|artículos?|"
    r"Studien?|Artikel|badani\w+|artyku\w+|étude|studi\w*|статья|стать\w+|работ\w+|исследован\w+|journal)\b",
    re.IGNORECASE,
)


class Retractions:
    """Finds that works are said to be retracted or under a concern, and says where that stands."""

    def __init__(self, dataset: Dataset, names: Names, works: Works) -> None:
        self.dataset, self.names = dataset, names
        self._works: dict[str, list[Reference]] = {}
        for reference in works.references.values():
            if reference.standing in {"retracted", "expression-of-concern"}:
                for compound in reference.compounds:
                    self._works.setdefault(compound, []).append(reference)

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield that a work of the compound spoken of has been retracted, where a sentence says so and it has."""
        plain = sentence.plain
        if sentence.block.entry or not holds(sentence.low, _SIGNS) or sentence.asks:
            return
        about = subjects(sentence, self.names)
        works = [work for compound in about for work in self._works.get(compound, ())]
        for pattern, standing in ((_SAID, "retracted"), (_CONCERN, "expression-of-concern")):
            for hit in pattern.finditer(plain) if works else ():
                if denies(plain, max(0, hit.start() - 25), hit.start()) or seen.is_told(*hit.span()):
                    continue
                work = self._meant(sentence, seen, works, standing, hit["year"])
                if work:
                    note = f" {work.notice.note}" if work.notice and work.notice.note else ""
                    detail = f"{described(work)}: {standing.replace('-', ' ')}.{note}"
                    yield Found(*hit.span(), "statement", "matches", detail, work.id)
                    return

    def _meant(
        self, sentence: Sentence, seen: Seen, works: list[Reference], standing: str, year: str | None
    ) -> Reference | None:
        """Return the one work that is meant: cited there, named by its first author, or the only one there is."""
        cited = {key for study in (*seen.studies, *seen.earlier) for key in study.meant} | {*seen.beyond}
        fitting = [
            work
            for work in works
            if (work.standing == standing or "concern" in (work.notice.note or "" if work.notice else ""))
            and (year is None or self._issued(work, year))
        ]
        folded = fold(sentence.plain)
        named = [work for work in fitting if work.id in cited or fold(work.author[0].partition(",")[0]) in folded]
        if any(str(work.issued) in sentence.plain for work in named):
            return None  # It is cited there by its year, and where it stands is told of the citation.
        if named:
            return named[0]
        alone = fitting if standing == "retracted" else []
        alone = [work for work in alone if work.standing == "retracted"]
        if not cited and alone and (len(alone) == 1 or year) and _OF_WORK.search(sentence.plain):
            return alone[0]
        return None

    @staticmethod
    def _issued(work: Reference, year: str) -> bool:
        notice = work.notice
        return notice is not None and (str(notice.issued) == year or year in (notice.note or ""))
