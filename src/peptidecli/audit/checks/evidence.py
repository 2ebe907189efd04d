"""Evidence: what studies a text says that a compound has, or has not, held against those that the dataset has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from ...dataset.dataset import Dataset
from ...dataset.model import Reference, Statement
from ..absences import Absence, Level, absences
from ..article.names import Names
from ..article.sentences import Sentence
from ..findings import AuditVerdict
from ..wording import holds, refuted
from ..works import Works, described
from . import Found, Seen
from .claims import LONGEST, about, names_itself

_HEDGED = re.compile(
    r"\b(?:if|whether|should|needed|need|until|require\w*|would|unless|assum\w+|suggestion|recommend\w*|despite|issue)\b",
    re.IGNORECASE,
)
_CONTROLLED = frozenset({"randomized-controlled-trial", "controlled-trial", "non-randomized-controlled-trial"})
_NO_OTHER = frozenset({"placebo", "receptor", "receptors", "protein", "proteins", "fragment", "bdnf", "ngf"})
"""What is named beside a compound and is not spoken of in its place."""
_ODD_PARTS = ("inconsisten", "contradict", "conflicting", "mixed", "equivocal")
_AT_ODDS = re.compile(
    r"\b(?:inconsistent|contradictory|conflicting|mixed|equivocal)\s(?:\w+\s)?(?:results|findings|evidence|data)|"
    r"\b(?:results|findings|studies|evidence|data)\b[^.;]{0,40}\s(?:are|were|is|been|remains?)\s(?:\w+\s)?"
    r"(?:contradictory|inconsistent|conflicting|mixed|equivocal)\b",
    re.IGNORECASE,
)
BOTH_WAYS = 2
"""Claims of either kind from which results are at odds."""
MOSTLY = 0.6
"""The share of a compound's studies from which they are mostly in animals and cells."""
FEW = 14
FEW_RANDOMIZED = 3
"""Studies in people, and randomised ones among them, up to which they are few."""


class Evidence:
    """Finds what is said of the studies on a compound."""

    def __init__(self, dataset: Dataset, names: Names, works: Works) -> None:
        self.dataset, self.names, self.works = dataset, names, works
        self._own = dataset.own("statement")

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield what a sentence says that there is not on its compound, and whether there is."""
        plain = sentence.plain
        if not sentence.compounds or sentence.cites or sentence.block.kind == "heading":
            return
        if seen.studies or len(plain) > LONGEST or sentence.asks:
            return
        yield from self._at_odds(sentence)
        if refuted(plain):
            return
        said = list(absences(plain, sentence.low, self._words))
        compound = about(sentence, self.names) if said else None
        if not compound or any(
            m.compound is None and plain[m.start : m.end].lower() not in _NO_OTHER for m in sentence.named
        ):
            return
        named = names_itself(sentence, seen, compound)
        for absence in said:
            if seen.is_told(absence.start, absence.end):
                continue
            told = self._told(compound, absence)
            if not told or (told[0] == "differs" and (_HEDGED.search(plain) or not named)):
                continue
            verdict, detail, reference, own = told
            yield Found(absence.start, absence.end, "statement", verdict, detail, reference, own=own)
            seen.stated = seen.stated or absence.extent == "none"

    def _at_odds(self, sentence: Sentence) -> Iterator[Found]:
        """Yield that results on a compound are said to be at odds, where its claims go both ways."""
        hit = _AT_ODDS.search(sentence.plain) if holds(sentence.low, _ODD_PARTS) else None
        compound = about(sentence, self.names) if hit else None
        if not hit or not compound:
            return
        claims = [claim for claim in self.dataset.compounds[compound].claims if claim.kind == "effect"]
        found = [claim for claim in claims if claim.result == "positive"]
        other = [claim for claim in claims if claim.result in {"null", "negative", "mixed"}]
        if min(len(found), len(other)) >= BOTH_WAYS:
            name = self.dataset.compounds[compound].name
            counts = f"of the claims on what it does {len(found)} found it, {len(other)} did not, or in part"
            detail = f"{name}: {counts}. {other[0].text}"
            yield Found(*hit.span(), "statement", "matches", detail, other[0].references[0])

    def _told(self, compound: str, absence: Absence) -> tuple[AuditVerdict, str, str | None, bool] | None:
        name = self.dataset.compounds[compound].name
        people, animals = self._studies(compound)
        fitting = [reference for reference in people if _fits(reference, absence.level)]
        first = max(
            fitting or people,
            key=lambda reference: (reference.blinding == "double-blind", reference.n or 0),
            default=None,
        )
        every = f"{name}: of the studies held {len(people)} are in people, {len(animals)} in animals or cells"
        shown = f"{every}; {described(first)}." if first else f"{every}."
        reference = first.id if first else None
        if absence.extent == "none":
            statement = self._denied(compound, absence.level)
            if statement and not absence.narrow:
                return (
                    "differs",
                    f"“{statement.text}”: {statement.explanation} {statement.evidence}",
                    None,
                    statement.id in self._own,
                )
            if not fitting:
                return "matches", shown, reference, False
            known = absence.level != "phase" and (absence.level != "trial" or any(map(_controlled, fitting)))
            return ("differs", shown, reference, False) if known and not absence.narrow else None
        if absence.extent == "few":
            randomized = sum("randomized-controlled-trial" in one.design for one in people)
            return (
                ("matches", shown, reference, False)
                if 0 < len(people) <= FEW and randomized <= FEW_RANDOMIZED
                else None
            )
        share = len(animals) / max(1, len(people) + len(animals))
        if absence.extent == "animals-only":
            if not people:
                return "matches", shown, None, False
            return ("differs", shown, reference, False) if sum(map(_controlled, people)) >= 2 else None
        if absence.extent == "animals-mostly":
            return ("matches", shown, reference, False) if share >= MOSTLY else None
        if not people:
            return "differs", shown, None, False
        return ("matches", shown, reference, False) if fitting else None

    def _studies(self, compound: str) -> tuple[list[Reference], list[Reference]]:
        """Return the studies on a compound that are in people, and those in animals or cells."""
        references = [self.works.references[key] for key in self.dataset.references_of(compound)]
        normal = [
            reference for reference in references if reference.standing != "retracted" and not reference.translation_of
        ]
        people = [one for one in normal if self.dataset.designs[one.design[0]].subject == "human"]
        kinds = {"animal", "laboratory"}
        return people, [one for one in normal if self.dataset.designs[one.design[0]].subject in kinds]

    def _denied(self, compound: str, level: Level) -> Statement | None:
        """Return the statement that there is no study of a kind, which is known not to hold."""
        return next((one for one, denied in self._denials if compound in one.compounds and denied == level), None)

    @cached_property
    def _denials(self) -> list[tuple[Statement, Level]]:
        """The statements that there is no study of a kind, which are known not to hold, each with the kind."""
        return [
            (statement, absence.level)
            for statement in self.dataset.statements.values()
            if statement.verdict == "contradicted"
            for absence in absences(statement.text, statement.text.lower(), self._words)
            if absence.extent == "none" and not absence.narrow
        ]

    @cached_property
    def _words(self) -> frozenset[str]:
        names = " ".join(bearer.text for _, bearer in self.dataset.bearers_from(""))
        return frozenset(word.lower() for word in re.findall(r"\w+", names))


def _controlled(reference: Reference) -> bool:
    return bool(_CONTROLLED & set(reference.design))


def _fits(reference: Reference, level: Level) -> bool:
    """Tell whether a study in people is of a kind."""
    if level == "placebo":
        return _controlled(reference) and (
            reference.blinding == "double-blind" or "placebo" in (reference.comparator or "").lower()
        )
    if level == "controlled":
        return _controlled(reference)
    if level == "phase":
        return _controlled(reference)
    return True
