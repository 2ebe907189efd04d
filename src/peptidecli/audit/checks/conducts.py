"""Conduct: by which route, against what and by which design a study that a sentence is about was done, as recorded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ...dataset.dataset import Dataset
from ...dataset.model import Reference
from ..article.sentences import Sentence
from ..findings import AuditVerdict
from ..wording import NEGATION, refuted
from ..works import Works, described
from . import Found, Seen, as_deep_as_read

_ROUTES = {
    "intravenous": re.compile(r"\bintravenous(?:ly)?\b|\b(?:in|by|into a) vein\b|\bIV\b|\binfus\w+", re.IGNORECASE),
    "intranasal": re.compile(r"\b(?:intra)?nasal(?:ly)?\b|\b(?:by|in|into) the nose\b", re.IGNORECASE),
    "subcutaneous": re.compile(r"\bsubcutaneous(?:ly)?\b|\bunder the skin\b", re.IGNORECASE),
    "intramuscular": re.compile(r"\bintramuscular(?:ly)?\b|\binto (?:a |the )?muscle\b", re.IGNORECASE),
    "oral": re.compile(r"\boral(?:ly)?\b|\bby mouth\b|\btablets?\b|\bcapsules?\b", re.IGNORECASE),
}
_GAVE = re.compile(r"\s(?:gave|administered|injected|infused)\s")
_COMPARED = re.compile(
    r"\s(?:compared|tested)\s[^,.;]{2,60}?\s(?:with|against|to)\s(?P<what>placebo|saline|piracetam|donepezil|citicoline|"
    r"memantine|rivastigmine|galantamine|phenazepam|medazepam|diazepam|aspirin|alteplase|vinpocetine|pentoxifylline)\b"
)
_EMPTY = re.compile(r"\b(?:placebo|saline|sham|vehicle|dummy)\b", re.IGNORECASE)
"""What is given for the sake of blinding, in whatever words."""
_WAS = re.compile(
    r"\s(?:is|was|were)\s(?:an?|the)\s(?:[\w-]+,?\s){0,3}?(?:(?P<watched>observational|retrospective)|"
    r"(?P<allotted>randomi[sz]ed))\b(?=[^.;:]{0,60}\b(?:trial|study)\b)"
)


class Conducts:
    """Finds how the one study that is the subject of a sentence is said to have been done."""

    def __init__(self, dataset: Dataset, works: Works) -> None:
        self.dataset, self.works = dataset, works

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield route, comparator and design right behind the citation of one study, its subject."""
        plain = sentence.plain
        keys = {study.meant for study in seen.studies if study.sure}
        if len(seen.own) != 1 or len(keys) != 1 or sentence.cites or sentence.asks:
            return
        cited, meant = seen.own[0][0], keys.pop()
        if len(meant) != 1 or not self.works.human(meant[0]) or cited.bracketed:
            return
        reference = self.works.references[meant[0]]
        if refuted(plain) or NEGATION.search(plain) or not set(sentence.compounds) <= set(reference.compounds):
            return
        for found in (
            self._route(plain, cited.end, reference),
            self._comparator(plain, cited.end, reference),
            self._design(plain, cited.end, reference),
        ):
            if found:
                yield as_deep_as_read(found, reference)

    def _route(self, plain: str, behind: int, reference: Reference) -> Found | None:
        said = [
            (route, hit) for route, pattern in _ROUTES.items() for hit in islice(pattern.finditer(plain, behind), 1)
        ]
        if len(said) != 1 or not _GAVE.match(plain, behind) or reference.route not in _ROUTES:
            return None
        route, hit = said[0]
        # What was given otherwise in one of its groups may stand elsewhere in what is known of it.
        if route != reference.route and _ROUTES[route].search(self._known(reference)):
            return None
        verdict: AuditVerdict = "matches" if route == reference.route else "differs"
        return Found(*hit.span(), "statement", verdict, f"{described(reference)}: {reference.route}.", reference.id)

    def _comparator(self, plain: str, behind: int, reference: Reference) -> Found | None:
        hit = _COMPARED.match(plain, behind)
        if not hit or not reference.comparator or reference.comparator == "none":
            return None
        what, known = hit["what"], reference.comparator.lower()
        same = what in known or (_EMPTY.search(what) and _EMPTY.search(known))
        if not same and (what in self._known(reference).lower() or (_EMPTY.search(what) and "blind" in known)):
            return None
        verdict: AuditVerdict = "matches" if same else "differs"
        told = f"{described(reference)}: against {reference.comparator}."
        return Found(*hit.span("what"), "statement", verdict, told, reference.id)

    def _design(self, plain: str, behind: int, reference: Reference) -> Found | None:
        hit = _WAS.match(plain, behind)
        design = reference.design[0]
        if not hit or design not in {_RANDOMISED, "observational"} or len(reference.design) > 1:
            return None
        kind = "watched" if hit["watched"] else "allotted"
        if (kind == "watched") == (design == "observational"):
            verdict: AuditVerdict = "matches"
        elif kind == "watched" or "random" not in self._known(reference).lower():
            verdict = "differs"
        else:
            return None
        told = f"{described(reference)}: {self.dataset.designs[design].label.lower()}."
        return Found(*hit.span(kind), "statement", verdict, told, reference.id)

    def _known(self, reference: Reference) -> str:
        own = (reference.title, reference.dose, reference.comparator, reference.outcome, reference.duration,
               reference.condition, reference.note, reference.allocation)  # fmt: skip
        claims = (f"{claim.text} {claim.route or ''}" for claim in self.works.claims_of(reference.id))
        return " ".join((*filter(None, own), *claims))


_RANDOMISED = "randomized-controlled-trial"
