"""What a text says of a study it names: how many took part, the size of an effect, and which way it went."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from ...dataset.dataset import Dataset
from ...dataset.model import Reference
from ...notation.numerals import ONES, TENS, number
from ..article.sentences import Sentence
from ..findings import AuditVerdict
from ..rendering import rendered
from ..wording import clauses, denied, holds, refuted, stems
from ..works import Works, described
from . import Found, Seen, as_deep_as_read

_PEOPLE = (
    r"(?:patients?|participants?|subjects?|persons?|people|volunteers?|adults?|men|women|individuals?|cases|children|"
    r"пациент\w*|больных|человек\w*|доброволь\w*|испытуем\w*|пацієнт\w*|хворих|учасник\w*|участник\w*|хора|души|"
    r"pacientes?|participantes?|volunt[aá]ri[oa]s?|pessoas|personas|adultos|patienten|probanden|teilnehmer\w*|freiwillige\w*|"
    r"personnes|volontaires|pazienti|partecipanti|pacjent\w*|uczestnik\w*|ochotnik\w*|osób|pacient\w*|účastník\w*|"
    r"dobrovoľník\w*|dobrovolník\w*)"
)
_STOPS = "|".join(["and|or|of|in|the|with|per|mg|weeks?|days?|hours?|months?|years?|hundred", *TENS, *ONES])
_QUALIFIED = rf"(?:(?!(?:{_STOPS})\b)[^\W\d_]{{2,20}}[ -]){{0,5}}"
_PEOPLE_PARTS = ("patient", "particip", "subject", "person", "people", "volunteer", "adult", "men", "individual",
                 "cases", "children", "пациент", "больн", "человек", "добровол", "испытуем", "пацієнт", "хворих",
                 "учасник",
                 "участник", "хора", "души", "pacient", "volunt", "pessoas", "personas", "probanden", "teilnehmer",
                 "freiwillige", "personnes", "volontaires", "pazienti", "partecip", "pacjent", "uczestnik", "ochotnik",
                 "osób", "účastník", "dobrov")  # fmt: skip
_DIGIT = re.compile(r"\d")
_EQUALS = re.compile(r"(?<![\w])(?:\b[nN]|\bN\b)\s?[=:]\s?(?P<n>\d{1,3}(?:,\d{3})+|\d+)(?!\d|[.,]\d|\s?%)")
_COUNTED = re.compile(
    rf"(?<![\w.,-])(?P<n>\d{{1,3}}(?:,\d{{3}})+|"
    rf"\d{{1,5}})(?P<plus>\+)?[ -](?={_QUALIFIED}{_PEOPLE}\b){_QUALIFIED}{_PEOPLE}\b",
    re.IGNORECASE,
)
_LABELS = ("particip", "patients", "subjects", "sample", "enrol", "recruitment", "volunteers")
_LABELLED = re.compile(
    r"(?:^|[{,;|(]|['\"])\W{0,6}(?:(?:total|number of|target|no\.? of|actual|study)\s)?"
    r"(?:participants?|participant[_ ]?count|patients|subjects|volunteers|sample[_ ]?size|enrol+ment|recruitment)"
    r"(?:\s\((?:actual|total|n)\))?['\"]?(?:\W{0,2}[:=|]\W{0,4}|\s(?=\d+\W*$))"
    r"(?P<n>\d{1,3}(?:,\d{3})+|\d{1,5})(?![\w%]|[.,-]\d|"
    r"\s?(?:%|\+|to|-|–|mg|years?|weeks?|per|patients?|subjects?|adults?|healthy|people|men|women))",
    re.IGNORECASE,
)
"""A number of subjects under a label: `Participants: 14`, `sampleSize: 14`, `Enrollment (Actual) 12`."""
_SPELT = re.compile(
    rf"\b(?P<n>(?:{'|'.join({**TENS, **ONES})})\b[a-z -]{{0,30}}?) {_QUALIFIED}{_PEOPLE}\b", re.IGNORECASE
)
_ALLOTTED = re.compile(
    r"(?<![\w.,-])(?P<n>\d{1,3}(?:,\d{3})+|\d{1,5})\s(?:had been|have been|has been|were|was)\s(?:\w+\s)?"
    r"(?:randomi[sz]ed|enrolled|recruited|allocated)\b",
    re.IGNORECASE,
)
_ALLOTTING = ("randomi", "enrolled", "recruited", "allocated")
_PART = re.compile(
    r"\b(?:groups?|arms?|placebo|controls?|each|per|versus|vs|treated|completed|subset|of whom|cohort"
    r"|received|were given|"
    r"subgroup|half|male|female|withdrew|dropped|first|remaining|others?)\b|\b(?:групп|плацебо|контрол|получал)\w*",
    re.IGNORECASE,
)
_PATIENTS = re.compile(r"\b(?:patients?|volunteers?|people|persons?|men|women|adults?|children)\b", re.IGNORECASE)
"""Who is counted so is no animal."""
_ANOTHER = re.compile(
    r"\b(?:another|other|separate|second|later|earlier|one|a)\s(?:[\w-]+\s){0,3}(?:study|trial)\b", re.IGNORECASE
)
_SEX = re.compile(r"\b(?:wo)?men\b|\bchildren\b", re.IGNORECASE)
"""Who is counted so is often a part of all."""
_TOTAL = re.compile(
    r"\b(?:enrolled|included|recruited|randomi[sz]ed|involving|total of|trial (?:of|in|with)|"
    r"study (?:of|in|with)|studied|incluiu|incluyó|envolveu|participaram|participaron|umfasste|schloss|inclus|inclut|"
    r"objęło|zahŕňala|zahrnovala|включ\w+|участвовал\w*|в котор\w+|"
    r"tested in|evaluated (?:in)?|in)\s*$|-(?:patient|subject|person)|\(\s*$|trials? with|participants:?\s*$",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\b(?:over|more than|at least|nearly|almost|about|approximately|some|up to|fewer than)\s*$", re.IGNORECASE
)
_COUNTED_IN_THE_END = re.compile(
    r"(?<![\d.,])(\d{1,5})\s(?:were\s)?(?:contacted|analy[sz]ed|completed|evaluated|responded|assessed)\b"
)
_COLUMN = re.compile(r"^\s*(?:n|N|participants?|patients|subjects|sample(?: size)?|size)\s*$", re.IGNORECASE)
_YEAR_STUDY = re.compile(
    r"\b(?:[Aa]|[Tt]he|[Ii]n an?)\s((?:19|20)\d\d)\s(?:[a-z-]+\s){0,4}?(?:study|trial)\b|\b(?:study|"
    r"trial)\s(?:from|in|of)\s((?:19|20)\d\d)\b"
)


@lru_cache(maxsize=8)
def _groups(plain: str) -> frozenset[int]:
    """Return the numbers that a text, asked of for each of them, gives as `n = 547`."""
    return frozenset(int(hit["n"].replace(",", "")) for hit in _EQUALS.finditer(plain))


_AND_STUDIES = re.compile(r"\band\s(?:[\w-]+\s){1,5}(?:studies|trials)\s(?:of|in|with)\s")
_AND_SECOND = re.compile(r"\s?(?:and|&|\+)\s?(?:I{2,3}|[23])\b")
_POOLED = re.compile(r"\b(?:pool\w*|together|combined|both)\b")
"""`CAPTAIN I and II pooled (185 people)`: a number that is that of several studies."""
_YEAR_BEHIND = re.compile(r"[^.;()]{0,60}\(((?:19|20)\d\d)\)")


class Studies:
    """Holds what is said beside a study against the reference's own fields and claims."""

    def __init__(self, dataset: Dataset, works: Works) -> None:
        self.dataset, self.works = dataset, works
        self._of_compound: dict[str, list[Reference]] = {}
        for key, reference in works.references.items():
            for compound_id in reference.compounds if reference.n and works.human(key) else ():
                self._of_compound.setdefault(compound_id, []).append(reference)

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield the numbers of subjects, sizes of effects and outcomes of a sentence."""
        if sentence.block.kind in {"entry", "heading"} or (not sentence.compounds and not seen.studies):
            return
        if not (seen.studies or seen.earlier or seen.marked or seen.beyond) and not holds(
            sentence.low, ("trial", "study")
        ):
            return
        if refuted(sentence.plain):
            return
        if seen.marked and not seen.studies:
            yield from self._by_marks(sentence, seen)
        yield from self._sizes(sentence, seen)
        yield from self._outcome(sentence, seen)
        yield from self._design(sentence, seen)

    def _by_marks(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield the numbers of subjects that are those of the study whose mark stands behind them."""
        plain = sentence.plain
        for pattern in (_EQUALS, _COUNTED):
            for hit in pattern.finditer(plain):
                for key in seen.marked_at(hit.end())[:1]:
                    reference = self.works.references[key]
                    if int(hit["n"].replace(",", "")) in self._numbers_of([key]):
                        yield Found(
                            *hit.span(), "figure", "matches", f"{described(reference)}: n = {reference.n}.", key
                        )

    # -- subjects --------------------------------------------------------------------------------------------------

    def _sizes(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:  # noqa: PLR0912, PLR0915 - one form after another
        plain = sentence.plain
        hits: list[tuple[int, int, int, bool]] = []
        digit = _DIGIT.search(plain) is not None
        people = holds(sentence.low, _PEOPLE_PARTS)
        for hit in _EQUALS.finditer(plain) if digit else ():
            hits.append((*hit.span(), int(hit["n"].replace(",", "")), True))
        for hit in _ALLOTTED.finditer(plain) if digit and holds(sentence.low, _ALLOTTING) else ():
            hits.append((*hit.span(), int(hit["n"].replace(",", "")), False))
        sure = {size for *_, size, _ in hits}
        for hit in _COUNTED.finditer(plain) if digit and people else ():
            size = int(hit["n"].replace(",", ""))
            if size not in sure and size > 4 and not hit["plus"]:
                hits.append((*hit.span(), size, False))
        for hit in _SPELT.finditer(plain) if people else ():
            size = number(hit["n"])
            if size and size not in sure and size > 9:
                hits.append((*hit.span(), size, False))
        fields = [hit.span("n") for hit in _LABELLED.finditer(plain)] if digit and holds(sentence.low, _LABELS) else []
        hits += [(low, high, int(plain[low:high].replace(",", "")), True) for low, high in fields]
        hits += self._cells(sentence)
        sizes = [size for *_, size, _ in hits]
        counted = {int(digits) for digits in _COUNTED_IN_THE_END.findall(plain)} if hits else set()
        for start, end, size, equals in sorted(hits):
            near = seen.study_at(start)
            meant = [key for key in near or seen.beyond if self.works.references[key].n]
            several = [key for study in seen.studies for key in study.meant if self.works.references[key].n]
            other = next((key for key in several if key not in meant and size in self._numbers_of([key])), None)
            if other and size not in self._numbers_of(meant):
                told = f"{described(self.works.references[other])}: n = {self.works.references[other].n}."
                yield Found(start, end, "figure", "matches", told, other)
                continue
            if meant and len({study.meant[0] for study in seen.studies}) > 1:
                close = [
                    study for study in seen.studies if 0 <= start - study.end <= 60 and set(study.meant) & set(meant)
                ]
                if not close and size not in self._numbers_of(meant):
                    continue
            other_year = _YEAR_STUDY.search(plain) if not seen.studies else None
            if other_year or (not seen.studies and _ANOTHER.search(plain)):
                meant = []
            apart = equals and len(sure) > 1 and not any(0 <= start - study.end <= 60 for study in seen.studies)
            if apart and size not in self._numbers_of(meant):
                continue
            if not meant and (start, end) in fields:
                continue
            if not meant:
                known = self._by_year(sentence, start, end, size)
                if known:
                    yield known
                    seen.described(start, end, known.reference)
                continue
            if sentence.listed and not equals and not any(study.end <= start for study in seen.studies):
                continue
            if size not in self._numbers_of(meant) and counted & self._numbers_of(meant[:1]):
                continue  # `17 identified, 16 contacted`: the one that counts is given, too
            other_group = (self.works.references[meant[0]].n or 0) - size if equals else 0
            if other_group != size and other_group in _groups(sentence.block.plain):
                continue  # The one group; the other stands in the next sentence.
            for found in self._size(plain, meant, start, end, size, equals, sizes):
                # What stands somewhere on the page of a paper may be of another study.
                if found.verdict == "matches" or ((near or seen.section) and not self._of_another(plain, seen, found)):
                    yield found

    def _of_another(self, plain: str, seen: Seen, found: Found) -> bool:
        """Tell whether a number of subjects is that of a study named behind the one that was cited, or of another year.

        `Kaplan 1996, and two imaging studies of 24 and 52 people`; `a comparison of 150 people with two drugs (2022)`.
        """
        cited = [study.end for study in seen.studies if study.end <= found.start]
        if cited and _AND_STUDIES.search(plain, max(cited), found.start):
            return True
        if cited and (len(cited) > 1 or _AND_SECOND.match(plain, max(cited))) and _POOLED.search(plain, max(cited)):
            return True
        year = _YEAR_BEHIND.match(plain, found.end)
        key = found.reference or ""
        return not seen.studies and year is not None and int(year[1]) not in self.works.years_of(key)

    def _size(
        self, plain: str, meant: Sequence[str], start: int, end: int, size: int, equals: bool, sizes: list[int]
    ) -> Iterator[Found]:
        reference = self.works.references[meant[0]]
        total = reference.n or 0
        told = f"{described(reference)}: n = {total}."
        if not equals and self._of_animals(reference) and _PATIENTS.search(plain, start, end):
            return  # As many there were, but no people.
        around = plain[max(0, start - 30) : end + 30]
        before = plain[max(0, start - 40) : start]
        if size in self._numbers_of(meant) or (len(sizes) > 1 and sum(sizes) == total):
            yield Found(start, end, "figure", "matches", told, reference.id)
        elif (_SEX.search(plain, start, end) and size < total) or (
            sizes.count(size) > 1 and abs(2 * size - total) <= 1
        ):
            return  # A part of all: one sex, or one of two groups.
        elif _PART.search(around) and size < total:
            if equals:
                detail = f"{told} The size of its groups is not in the dataset."
                yield Found(start, end, "figure", "unknown", detail, reference.id)
        elif 0 < size - total <= 0.05 * total:
            return  # Those who were allotted, and not those who were counted in the end.
        elif (
            equals
            or (not _OVER.search(before) and size > total and len(meant) == 1)
            or (_TOTAL.search(before) and not _OVER.search(before))
            or (_OVER.search(before) and abs(size - total) > 0.15 * total and len(meant) == 1)
        ):
            yield as_deep_as_read(Found(start, end, "figure", "differs", told, reference.id), reference)

    def _of_animals(self, reference: Reference) -> bool:
        return {self.dataset.designs[design].subject for design in reference.design} == {"animal"}

    def _cells(self, sentence: Sentence) -> Iterator[tuple[int, int, int, bool]]:
        """Yield the numbers in the column of a table that is headed `n` or `Participants`."""
        block = sentence.block
        for (start, end), head in zip(block.cells, block.header, strict=False) if block.kind == "row" else ():
            bare = re.fullmatch(r"\d{1,3}(?:,\d{3})+|\d{1,5}", sentence.plain[start:end])
            if bare and _COLUMN.match(head):
                yield start, end, int(bare[0].replace(",", "")), True

    def _by_year(self, sentence: Sentence, start: int, end: int, size: int) -> Found | None:
        """Return that a number is that of the one study in people that fits compound, year and number."""
        plain = sentence.plain
        year = _YEAR_STUDY.search(plain)
        pool = [reference for compound in sentence.compounds for reference in self._of_compound.get(compound, ())]
        if year:
            pool = [reference for reference in pool if reference.issued == int(year[1] or year[2])]
        fitting = [reference for reference in pool if size in self._numbers_of([reference.id])]
        if len(fitting) != 1:
            return None
        shared = len(self.works.vocabulary(fitting[0].id) & stems(plain))
        if shared >= 2:
            return Found(
                start, end, "figure", "matches", f"{described(fitting[0])}: n = {fitting[0].n}.", fitting[0].id
            )
        return None

    def _numbers_of(self, references: Sequence[str]) -> set[int]:
        """Return the numbers of subjects that the dataset gives for studies, those of their groups among them."""
        found: set[int] = set()
        for key in references:
            reference = self.works.references[key]
            found |= {reference.n} if reference.n else set()
            texts = [claim.text for claim in self.works.claims_of(key)]
            texts += [reference.comparator] if reference.comparator else []
            found |= {claim.n for claim in self.works.claims_of(key) if claim.n}
            for text in texts:
                found |= {
                    int(n.replace(",", ""))
                    for n in re.findall(r"(?<![\d.])\d{1,3}(?:,\d{3})+|(?<![\d.])\d{1,5}(?![\d.%])", text)
                }
        return found

    # -- outcomes --------------------------------------------------------------------------------------------------

    def _outcome(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield which way a study in people went, where the text says so and the claims on it tell."""
        keys = {
            key
            for study in seen.studies
            for key in study.meant[:1]
            if study.sure and (self.works.human(key) or self._pooled(key))
        }
        if len(keys) == 1:
            yield from self._went(sentence, seen, keys.pop())
        elif not seen.studies:
            yield from self.went(sentence, seen)

    def went(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield that a study went as a text says that goes on about it, or knows it by what is told of it."""
        meant = {study.meant[0] for study in seen.studies or seen.earlier} or {*seen.section[:1]}
        key = meant.pop() if len(meant) == 1 else None
        if not key or sentence.asks or _ANOTHER.search(sentence.plain):
            return
        if self.works.human(key) or self._pooled(key):
            labelled = _RESULT.match(sentence.plain) is not None and not seen.studies
            for found in self._went(sentence, seen, key, loosely=not labelled):
                under = found.verdict == "differs" and not seen.studies and (labelled or seen.section[:1] == (key,))
                if (found.verdict == "matches" or under) and not seen.is_told(found.start, found.end):
                    yield found

    def _went(self, sentence: Sentence, seen: Seen, key: str, *, loosely: bool = False) -> Iterator[Found]:
        """Yield which way a study went; `loosely` tells that the sentence does not name it, and must say more of it."""
        english = None if sentence.listed else rendered(sentence.plain)
        plain = english.text if english else sentence.plain
        reference = self.works.references[key]
        claims = [claim for claim in self.works.claims_of(key) if claim.kind in {"effect", "safety"}]
        if sentence.listed or not claims or reference.standing == "retracted":
            return
        names = stems(" ".join(self.dataset.compounds[c].name for c in reference.compounds))
        first = [claim.result for claim in claims if claim.primary]
        missed = bool(first) and set(first) == {"null"}
        looked_at = any(claim.kind == "effect" for claim in claims)  # and not at harm alone
        for low, high, start, end, direction in _directions(plain, foreign=english is not None):
            own = stems(_RANKIN.sub("mRS", plain[low:high]))
            scored = [(len((stems(claim.text) & own) - names), claim) for claim in claims]
            most = max(score for score, _ in scored)
            near = [claim for score, claim in scored if score == most] if most else claims
            if _SUBGROUP.search(plain):
                near = [claim for score, claim in scored if score >= max(1, most - 2)] or claims
            results = {claim.result for claim in near}
            every = {claim.result for claim in claims}
            told = f"{described(reference)}: {max(scored, key=lambda item: item[0])[1].text}"
            span = _clause_of(plain, start, end) if (low, high) == (0, len(plain)) else (low, high)
            span = english.back(*span) if english else span
            primary = direction == "null" and "null" in results and _PRIMARY.search(plain)
            figures = _figures(plain[low:high])
            found_else = max((score for score, claim in scored if claim.result in {"positive", "mixed"}), default=0)
            general = missed and direction == "positive" and not _SUBGROUP.search(plain)
            general = general and (not found_else or found_else < most)
            if loosely and not (primary or general) and (most < _SHARED or (figures and not figures & _figures(told))):
                continue
            if _TOO_MUCH.search(plain, start, end):
                yield Found(*span, "statement", "unknown", f"The reference exists; what it showed is less. {told}", key)
            elif results == {direction} or primary:
                yield Found(*span, "statement", "matches", told, key)
            elif (
                looked_at
                and direction == "positive"
                and (
                    general
                    or not every & {"positive", "mixed", "unknown"}
                    or (results == {"null"} and most and not _SUBGROUP.search(plain))
                )
            ):
                if _OPEN.search(sentence.plain) or _HINTED.search(plain, low, high):
                    continue  # What came after the blinded part, or was seen in some, is another matter.
                found = Found(*span, "statement", "differs", f"The study did not find it. {told}", key)
                yield as_deep_as_read(found, reference)
            elif direction == "null" and every == {"positive"} and most >= 2:
                found = Found(*span, "statement", "differs", f"The study did find it. {told}", key)
                yield as_deep_as_read(found, reference)
            else:
                if not results & {direction, "mixed", "unknown"}:
                    seen.doubted.append(span)
                yield Found(*span, "statement", "unknown", f"Only in part. {told}", key)

    # -- design ----------------------------------------------------------------------------------------------------

    def _design(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield how a study in people was blinded and allotted, where the text says so."""
        keys = {study.meant[0] for study in seen.studies if study.sure and len(study.meant) == 1}
        plain = sentence.plain
        if len(keys) != 1 or sentence.listed:
            return
        reference = self.works.references[keys.pop()]
        if not self.works.human(reference.id):
            return
        told = f"{described(reference)}: {reference.allocation or 'not-stated'}, {reference.blinding or 'not-stated'}."
        for hit in _BLINDING.finditer(plain):
            blind = "double-blind" if hit["double"] else "open"
            if reference.blinding in {"not-stated", "single-blind", None} or (
                hit["double"] and denied(plain, *hit.span())
            ):
                continue
            if _EXTENSION.match(plain, hit.end()):
                continue
            verdict: AuditVerdict = "matches" if blind == reference.blinding else "differs"
            found = Found(*hit.span(), "statement", verdict, told, reference.id)
            yield as_deep_as_read(found, reference)

    def _pooled(self, key: str) -> bool:
        return self.dataset.designs[self.works.references[key].design[0]].subject == "secondary"


_BLINDING = re.compile(
    r"\b(?:(?P<double>double-?\s?blind(?:ed)?)|open-?\s?label(?:led)?|unblinded|(?:lack|"
    r"absence) of blinding|without blinding|"
    r"not (?:\w+ )?blinded|(?<=an )open (?=trial|study))\b",
    re.IGNORECASE,
)
_EXTENSION = re.compile(r"\s(?:extension|follow-up|phase|run-in|period)\b", re.IGNORECASE)
_NULL = re.compile(
    r"\bno (?:(?!adverse|side|serious|toxic|treatment-related|safety|longer|other|known)[\w-]+ ){0,3}?(?:benefits?|"
    r"differences?|effects?|improvements?|superiority|"
    r"evidence|advantage)\b|\bnegative (?:for|on) (?:its|the)\b|\bno better than\b|\bnon-?significant\b|"
    r"\b(?:did|does|do|were|was) not (?:\w+ly )?(?:meet|reach|achieve|hit|attain|met|reached|"
    r"separate)\b|\bnot? differen(?:t|ce)\b|"
    r"\bneither\b[^.;]{0,80}\b(?:differ\w*|significan\w+|better|improved|changed)\b|"
    r"\bmissed (?:both|all|its|the)\b|\b(?:failed|fails|fail) (?:to\b|its primary|the primary|primary|"
    r"on)|\bfailed primary|"
    r"\bdid not (?:significantly )?(?:improve|differ|confirm|show|meet|reduce|demonstrate|reach)|"
    r"\bnot (?:superior|significant|effective|confirmed)|"
    r"\bcould not (?:demonstrate|show|confirm|establish)\b|\b(?:trial|study|"
    r"results?)\b[^.;]{0,25}\b(?:was|were) (?:negative|null)\b|"
    r"\bmissed (?:its|the) primary|\bnegative (?:trial|result)|\bwithout (?:significant )?(?:benefit|"
    r"effect)\b|neutral (?:trial|result)",
    re.IGNORECASE,
)
_POSITIVE = re.compile(
    r"\bsignificant(?:ly)? (?:\w+ ){0,3}?(?:improve\w*|better|benefits?|superior\w*|effects?|recovery"
    r"|reduc\w+|increase\w*|greater)|"
    r"\b(?:improved|improves|improvements? (?:in|of|on|were|was))|\b(?:superior(?:ity)?) (?:to|over|"
    r"of)|\b(?:better|faster|greater|accelerated) "
    r"(?:\w+ ){0,2}?(?:recovery|outcomes?|function|improvement|than placebo)|\bbeneficial effects?|"
    r"\bmodest improvement|\bmet (?:its|the|both|all|their) (?:co-)?primary|\b(?:showed|demonstrated|"
    r"reported) (?:\w+ ){0,2}"
    r"(?:improvements?|benefits?)\b|\bcure[sd]?\b|\breversed\b|"
    r"\bbenefits? (?:in|for|on|of)\b|\bproved? effective|\b(?:was|were|is) (?:\w+ly )?(?:effective|"
    r"efficacious)\b(?! (?:only|in (?:rats|mice|animals|rodents|vitro|cells)))|"
    r"(?<!\bto )\b(?:demonstrat|confirm|show|establish|support|prov)\w* (?:the |"
    r"its )?(?:clinical )?(?:efficacy|effectiveness)\b|"
    r"\bpositive (?:results?|outcomes?|findings)\b",
    re.IGNORECASE,
)


_NOT_FOUND = re.compile(
    r"\b(?:not|without)\b[^.;]{0,70}\b(?:significant|difference|reach|endpoint|effective|better|improves)\b|"
    r"\b(?:significant difference|primary endpoint|endpoint primary|reach)\b[^.;]{0,40}\bnot\b",
    re.IGNORECASE,
)
_BETTER = re.compile(r"\b(?:improves|better|effective)\b", re.IGNORECASE)
"""The same in the words of a rendering, in whatever order."""
_OPEN = re.compile(
    r"\bopen[ -]?label|\bextension\b|\blong-?term\b|\buncontrolled\b|\bfollow-?up\b|\bweek (?:36|"
    r"168)\b|\b168\b|\b36[ -]?w|"
    r"\boffene|\babert[ao]|\babiert[ao]|открыт\w+|オープン|長期|延長",
    re.IGNORECASE,
)
_HINTED = re.compile(
    r"\b(?:hint\w*|possibl[ey]|suggest\w*|trends?|trended|some|secondary|subgroups?|nominal\w*|"
    r"post[ -]hoc|numerical\w*|"
    r"exploratory)\b|一部|傾向|副次",
    re.IGNORECASE,
)
"""Words by which less is said than that a study found it."""
_RESULT = re.compile(
    r"\W*(?:(?:key[ _]?|main )?(?:results?|outcomes?|findings?|conclusions?)|результат\w*|вывод\w*|"
    r"resultados?|ergebnis\w*)\W{1,4}",
    re.IGNORECASE,
)
"""A label behind which stands what the study came to that the heading names."""
_SHARED = 2
"""Words that a sentence which goes on about a study must have in common with a claim on it."""
_RANKIN = re.compile(r"modified Rankin(?: [Ss]cale)?")
_SUBGROUP = re.compile(r"\bsevere\w*|\bsubgroups?\b|\bpost.hoc\b|\bin those\b|\bNIHSS [>≥]", re.IGNORECASE)
_HEDGED = re.compile(
    r"\b(?:weak|could|may|might|incidental\w*|by chance|claims? to|claimed|whether|if)\b", re.IGNORECASE
)
_TOO_MUCH = re.compile(r"\b(?:cure[sd]?|reversed)\b", re.IGNORECASE)
_PRIMARY = re.compile(r"\bprimary (?:end ?-?point|outcome|measure)", re.IGNORECASE)


def _directions(plain: str, *, foreign: bool = False) -> Iterator[tuple[int, int, int, int, str]]:
    """Yield which way a sentence says that a study went: its stretch, where in it that stands, and the way.

    One that says both is taken clause by clause; of one in another language the order of the words is not known.
    """
    if _HEDGED.search(plain):
        return
    said = _direction(plain, 0, len(plain), foreign=foreign)
    if said:
        yield 0, len(plain), *said
    elif said is None:
        return
    else:
        for low, high in clauses(plain):
            own = _direction(plain, low, high, foreign=foreign)
            if own:
                yield low, high, *own


def _direction(plain: str, low: int, high: int, *, foreign: bool) -> tuple[int, int, str] | Literal[False] | None:
    """Return where a stretch says which way a study went, and which; None where it says neither, False where both."""
    null = _NULL.search(plain, low, high) or (_NOT_FOUND.search(plain, low, high) if foreign else None)
    positive = next((hit for hit in _POSITIVE.finditer(plain, low, high) if not denied(plain, *hit.span())), None)
    if foreign and not positive:
        better = _BETTER.search(plain, low, high)
        positive = better if better and not denied(plain, *better.span()) else None
    if null and positive and not null.start() <= positive.start() < null.end():
        return False
    if null:
        return (*null.span(), "null")
    return (*positive.span(), "positive") if positive else None


def _figures(text: str) -> set[str]:
    return set(re.findall(r"\d+\.\d+|\d+(?=\s?%)", text.replace("·", ".")))


def _clause_of(plain: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch of a sentence that is shown for an outcome: all of it, unless it is long."""
    if len(plain) <= 240:
        return 0, len(plain)
    low = plain.rfind(" ", 0, max(0, start - 90)) + 1
    high = plain.find(" ", min(len(plain), end + 90))
    return low, high if high > 0 else len(plain)
