"""Evidence: what studies a text says that a compound has, or has not, held against those that the dataset has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from statistics import median
from typing import NamedTuple

from ...dataset.dataset import Dataset
from ...dataset.model import Compound, Reference, Statement
from ..absences import STUDIES, Absence, Topic, absences, level
from ..article.names import Names
from ..article.sentences import Sentence
from ..findings import AuditVerdict
from ..knowledge import of_animals_alone, stated
from ..things import things
from ..tongues import denies
from ..wording import clauses, holds, is_title, refuted, stems
from ..works import Works, described
from . import Found, Seen
from .claims import LONGEST, about, names_itself

_HEDGED = re.compile(
    r"\b(?:if|whether|should|needed|need|until|require\w*|would|unless|assum\w+|suggestion|recommend\w*|despite|issue)\b",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"\W{0,4}[^.;:?|]{3,60}[:?|]\W{0,5}(?:yes|no|none|true|false|0)\b\W{0,3}(?:\([^()]*\)\W{0,2})?", re.IGNORECASE
)
"""A field of what a heading names: `Studied in humans? Yes`."""
_SUPPOSED = re.compile(
    r"\W*(?:if|unless|until|once|assuming)\b|.{0,200}?\b(?:many|most|these|such|other|research|all)\s(?:\w+\s)?peptides\b",
    re.IGNORECASE,
)
"""What is supposed, or said of peptides in general."""
_CONTROLLED = frozenset({"randomized-controlled-trial", "controlled-trial", "non-randomized-controlled-trial"})
_NO_OTHER = frozenset(
    {
        "placebo",
        "receptor",
        "receptors",
        "protein",
        "proteins",
        "fragment",
        "bdnf",
        "ngf",
        "precursor",
        "precursors",
        "gene",
    }
)
"""What is named beside a compound and is not spoken of in its place."""
_ODD_PARTS = ("inconsisten", "contradict", "conflicting", "mixed", "equivocal")
_AT_ODDS = re.compile(
    r"\b(?:inconsistent|contradictory|conflicting|mixed|equivocal)\s(?:\w+\s)?(?:results|findings|evidence|data)|"
    r"\b(?:results|findings|studies|evidence|data)\b[^.;]{0,40}\s(?:are|were|is|been|remains?)\s(?:\w+\s)?"
    r"(?:contradictory|inconsistent|conflicting|mixed|equivocal)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-Za-z0-9])")
_TRIED = re.compile(
    r"tested|studied|investigated|evaluated|examined|trialled|testad|estudad|probad|estudiad|geprüft|getestet|untersucht|badan",
    re.IGNORECASE,
)
_ANIMAL = re.compile(r"\b(?:animals?|rats?|mice|mouse|dogs?|species)\b")
_BARE = frozenset({"pnb", "fosgonimeton", "seen", "trial", "given", "ever"})
BOTH_WAYS = 2
"""Claims of either kind from which results are at odds."""
MOSTLY = 0.6
"""The share of a compound's studies from which they are mostly in animals and cells."""
FEW = 14
FEW_RANDOMIZED = 3
"""Studies in people, and randomised ones among them, up to which they are few."""


SMALL = 20
"""Subjects up to which the middle study in people makes samples small."""
_FOLLOWS: dict[Topic, tuple[Topic, ...]] = {
    "long-term": ("safety", "toxicology"),
    "toxicology": ("safety",),
    "gene": ("precursor",),
    "replication": ("one-group",),
    "registry": ("trial",),
}
"""Of what else it follows that something is not there: where safety is unknown, that of years is."""
_OF_PEOPLE = frozenset({"pharmacokinetics", "dose", "safety", "efficacy", "long-term"})
"""What nobody can know of people where none was given the compound."""
_NOT_KNOWN = re.compile(r"(?:Not (?:known|established|settled|shown)|Unknown|Unproven|Nothing|Nobody|Barely|None|No)\b")
_OF_QUALITY = frozenset(
    stems(
        "large larger largescale scale rigorous robust high-quality modern western independent long-term lasting "
        "multicentre multicenter adequately powered "
        "head-to-head comparing oral nasal intranasal intravenous subcutaneous english international formal "
        "confirmatory replicated registered definitive"
    )
)
"""What narrows a study otherwise than by what it is on."""

_LARGE, _MODERN = stems("large larger largescale multicentre multicenter powered"), stems("modern contemporary recent")
_OF_WHAT = re.compile(r"\s(?:of|for|on)\s(?:the\s|its\s|these\s)?([^.,;|]{4,50})", re.IGNORECASE)
"""What a text says that there is none of: `no independent replication of the melatonin claim`."""
LARGE, MODERN = 100, 2000
"""Subjects and year from which a study is large, and modern."""


_PHASE = re.compile(r"\bphase\b", re.IGNORECASE)
_DESIGNS = ("blind", "placebo-", "placebo controlled", "randomi", "controlled", "rct")
_ADJECTIVE = r"(?:randomi[sz]ed|double[-\s]?blind(?:ed)?|placebo[-\s]controlled|controlled)"
_DESIGNED = re.compile(
    rf"(?<!non-)(?<!un)\b{_ADJECTIVE}(?:(?:,|,?\sand|\s)\s?{_ADJECTIVE})*,?\s(?:[\w-]+\s){{0,3}}?(?:trials?|stud(?:y|ies)|RCTs?)\b",
    re.IGNORECASE,
)
"""Trials of a design: `a double-blind, placebo-controlled clinical trial`."""
_TO_COME = re.compile(
    r"\b(?:recruit\w*|register\w*|planned|ongoing|under ?way|NCT\w*|protocol|will|await\w*|upcoming|"
    r"future|more|larger?|"
    r"proposed|lack\w*|limited|few|rigorous|only|scarce|absen\w+|gold|standard|most|many peptides)\b",
    re.IGNORECASE,
)
_SHOWED = re.compile(
    r"\b(?:show(?:s|ed|n|ing)?|found|find|demonstrat\w+|confirm\w*|report\w*|support\w*|compar\w+|conducted|published|"
    r"improv\w+|reduc\w+|prove[dns]?|reveal\w*|match\w*|validat\w+|establish\w*|effective|efficacy|safe)\b",
    re.IGNORECASE,
)
_PATIENTS = re.compile(
    r"\b(?:patients?|disorders?|generali[sz]ed anxiety|GAD|neurasthenia|disease|insomnia|stroke|depression|anxiety)\b",
    re.IGNORECASE,
)
_NOT_STATED = re.compile(r"\bstate[sd]?\b")
_NOT_SEEN = re.compile(r"\b(?:traced|found|seen)\b")
_ENTAILS: dict[Topic, tuple[Topic, ...]] = {
    "placebo": ("placebo", "randomized", "controlled", "trial", "people"),
    "randomized": ("randomized", "controlled", "trial", "people"),
    "controlled": ("controlled", "trial", "people"),
}
"""Of what else it follows that there are no trials of a design."""
_ALLOTTED = frozenset({"random", "blinding", "allocation"})
_OF_DESIGN = stems("random allocation blinding stated traced results behind taken printed published full ever")


class _Held(NamedTuple):
    """What the dataset says that there is not, of a compound: the sentence, and the stems of what it is on."""

    absence: Absence
    text: str
    stems: frozenset[str]
    reference: str | None


_ENGLISH = re.compile(
    r"\b(?:trials?|stud(?:y|ies)|data|evidence|humans?|people|patients?|research|tested)\b", re.IGNORECASE
)
_REST = re.compile(r"[^.;:,()]*")


def _goes_on(absence: Absence, plain: str) -> bool:
    """Tell whether another language than English says more of the studies that there are none of.

    `Ningún ensayo clínico ha medido la longitud de los telómeros`: which words narrow it is known of English alone.
    """
    if _ENGLISH.search(plain, absence.start, absence.end):
        return False
    rest = _REST.match(plain, absence.end)
    return rest is not None and len(rest[0].split()) > AS_MUCH


AS_MUCH = 3
"""Words behind an absence that do not narrow it: `ha sido publicado`."""


class Evidence:
    """Finds what is said of the studies on a compound, and of what is not known of it."""

    def __init__(self, dataset: Dataset, names: Names, works: Works) -> None:
        self.dataset, self.names, self.works = dataset, names, works
        self._own = dataset.own("statement")
        self._absent: dict[str, list[_Held]] = {}
        self._studied: dict[str, tuple[list[Reference], list[Reference]]] = {}

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield what a sentence says that there is not on its compound, and whether there is."""
        plain = sentence.plain
        if not sentence.compounds or sentence.cites or sentence.block.kind == "heading":
            return
        if len(plain) > LONGEST or sentence.asks:
            return
        if not seen.studies:
            yield from self._at_odds(sentence)
        if refuted(plain):
            return
        yield from self._designed(sentence, seen)
        said = () if _SUPPOSED.match(plain) else tuple(self._said(sentence))
        others = any(m.compound is None and plain[m.start : m.end].lower() not in _NO_OTHER for m in sentence.named)
        if not said or others:
            return
        compound = about(sentence, self.names)
        if not compound and len(sentence.compounds) == 1 and sentence.named:
            # `The receptor of DSIP`: it begins with what is denied.
            compound = sentence.compounds[0]
        if not compound:
            return
        named = names_itself(sentence, seen, compound) or _FIELD.fullmatch(plain) is not None
        hedged = _HEDGED.search(plain) is not None
        yielded: list[tuple[int, int]] = []
        # Of `no kinetic, safety or efficacy data` the widest is told.
        for absence in sorted(said, key=lambda one: one.start - one.end):
            if any(low < absence.end and absence.start < high for low, high in yielded):
                continue
            if seen.is_told(absence.start, absence.end):
                continue
            if seen.studies and (absence.extent != "none" or absence.end > seen.studies[0].start):
                continue  # It is said of the study that is cited.
            told = self._told(compound, absence, plain)
            if not told or (told[0] == "differs" and (hedged or not named or _goes_on(absence, plain))):
                continue
            verdict, detail, reference, own = told
            yielded.append((absence.start, absence.end))
            yield Found(absence.start, absence.end, "statement", verdict, detail, reference, own=own)
            seen.stated = seen.stated or absence.extent == "none"

    def _designed(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield that a compound is said to have trials of a design, where the dataset says that it has none of it."""
        plain = sentence.plain
        hit = _DESIGNED.search(plain) if holds(sentence.low, _DESIGNS) else None
        if not hit or seen.studies or seen.section or _HEDGED.search(plain) or _SUPPOSED.match(plain):
            return
        if is_title(plain) or _TO_COME.search(plain) or _ANIMAL.search(plain) or not _SHOWED.search(plain):
            return
        low, high = next((span for span in clauses(plain) if span[0] <= hit.start() < span[1]), (0, len(plain)))
        compound = about(sentence, self.names)
        others = any(m.compound is None and plain[m.start : m.end].lower() not in _NO_OTHER for m in sentence.named)
        if not compound or others or denies(plain, low, high) or not names_itself(sentence, seen, compound):
            return
        topic = level(hit[0])
        people, _ = self._studies(compound)
        patients = _PATIENTS.search(plain) is not None
        if any(_fits(one, topic) and (not patients or _ill(one)) for one in people):
            return
        own = stems(plain)
        for held in self._held(compound):
            alone = next((one for one in self._absences(held.text) if one.topic == held.absence.topic), held.absence)
            if _NOT_STATED.search(held.text) and any(map(_controlled, people)):
                continue  # There are trials, of which nobody wrote how people were allotted.
            narrow = stems(" ".join(alone.narrow)) - _OF_DESIGN
            of_it = alone.topic in _ENTAILS.get(topic, ()) or (alone.topic == "trial" and alone.narrow & _ALLOTTED)
            if (
                alone.extent != "none"
                or not of_it
                or (narrow and not narrow & own)
                or ("patient" in held.text and not patients)
            ):
                continue
            verdict: AuditVerdict = "untraced" if _NOT_SEEN.search(held.text) else "differs"
            name = self.dataset.compounds[compound].name
            seen.stated = True
            yield Found(*hit.span(), "statement", verdict, f"{name}: {held.text}", held.reference)
            return

    def _said(self, sentence: Sentence) -> Iterator[Absence]:
        """Yield the absences in a sentence; in a row on one effect, `animals only` is said of that alone."""
        of_one = not sentence.on_compound
        for absence in absences(sentence.plain, sentence.low, self._words):
            if not (of_one and absence.extent == "animals-only"):
                yield absence

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

    def _told(self, compound: str, absence: Absence, plain: str) -> tuple[AuditVerdict, str, str | None, bool] | None:
        name = self.dataset.compounds[compound].name
        people, animals = self._studies(compound)
        fitting = [reference for reference in people if _fits(reference, absence.topic)]
        first = max(
            fitting or people,
            key=lambda reference: (reference.blinding == "double-blind", reference.n or 0),
            default=None,
        )
        every = f"{name}: of the studies held {len(people)} are in people, {len(animals)} in animals or cells"
        shown = f"{every}; {described(first)}." if first else f"{every}."
        reference = first.id if first else None
        if absence.extent == "none" or (absence.extent == "few" and absence.topic not in {*STUDIES, "samples"}):
            # A sentence on studies of one kind or thing does not say that nobody was studied, where somebody was.
            anybody = absence.topic == "people" and people and not absence.narrow
            held = None if anybody else self._lacks(compound, absence, plain)
            if held:
                return "matches", f"{name}: {held.text}", held.reference, False
            if absence.topic not in STUDIES:
                # Where nobody was given it, or nobody beside a control, what it does in people cannot be known.
                alone = (absence.topic in _OF_PEOPLE and self._untried(compound)) or (
                    absence.topic == "efficacy" and not any(map(_controlled, people))
                )
                alone = alone and not of_animals_alone(plain)
                return ("matches", shown, None, False) if alone else None
            statement = self._denied(compound, absence.topic)
            if statement and not absence.narrow:
                return (
                    "differs",
                    stated(statement),
                    None,
                    statement.id in self._own,
                )
            if not fitting or (absence.narrow and self._on_another(absence, fitting)):
                return "matches", shown, reference, False
            if not anybody and any(held.absence.topic == absence.topic for held in self._held(compound)):
                return None
            known = absence.topic != "phase" and (absence.topic != "trial" or any(map(_controlled, fitting)))
            return ("differs", shown, reference, False) if known and not absence.narrow else None
        if absence.topic in {"samples", "one-group"}:
            return self._of_all(compound, absence, people)
        if absence.extent == "few":
            randomized = sum("randomized-controlled-trial" in one.design for one in people)
            few = len(people) <= FEW and randomized <= FEW_RANDOMIZED
            return ("matches", shown, reference, False) if few and (people or self._untried(compound)) else None
        share = len(animals) / max(1, len(people) + len(animals))
        if absence.extent == "animals-only":
            if not people:
                return "matches", shown, None, False
            return ("differs", shown, reference, False) if sum(map(_controlled, people)) >= 2 else None
        if absence.extent == "animals-mostly":
            return ("matches", shown, reference, False) if share >= MOSTLY else None
        if not people:
            started = _PHASE.search(plain, absence.start, absence.end) and any(
                "registered" in fact.label.lower() and "NCT" in fact.value
                for fact in self.dataset.compounds[compound].facts
            )
            return ("differs", shown, None, False) if self._untried(compound) and not started else None
        # That trials have shown something is no more than that there are some.
        return (
            ("matches", shown, reference, False)
            if fitting and _TRIED.search(plain, absence.start, absence.end)
            else None
        )

    # -- what the dataset says that there is not -----------------------------------------------------------------------

    def _lacks(self, compound: str, absence: Absence, plain: str) -> _Held | None:
        """Return the sentence of the dataset that denies of a compound what a text denies."""
        wanted: tuple[Topic, ...] = (absence.topic, *_FOLLOWS.get(absence.topic, ()))
        narrow = stems(" ".join(absence.narrow))
        of_animals = of_animals_alone(plain)
        of_what = _OF_WHAT.match(plain, absence.end)
        lacking = things(of_what[1]) if of_what else set()
        for held in self._held(compound):
            own = held.absence
            if own.extent not in {"none", "few", "animals-mostly"} or own.topic not in wanted:
                continue
            if absence.topic in STUDIES:
                # What is said of studies in general is not what the dataset says of those on one thing.
                if not (narrow & held.stems if narrow else not own.narrow):
                    continue
            elif (of_animals and not _ANIMAL.search(held.text)) or (lacking and not lacking & things(held.text)):
                continue
            return held
        return None

    def _of_all(
        self, compound: str, absence: Absence, people: list[Reference]
    ) -> tuple[AuditVerdict, str, str | None, bool] | None:
        """Return whether samples are small, or one group stands behind most, as a text says."""
        name = self.dataset.compounds[compound].name
        held = next((one for one in self._held(compound) if one.absence.topic == absence.topic), None)
        if held:
            return "matches", f"{name}: {held.text}", held.reference, False
        sizes = [one.n for one in people if one.n]
        if absence.topic == "samples" and sizes and median(sizes) <= SMALL:
            largest = max(people, key=lambda one: one.n or 0)
            middle = f"the middle study in people has {median(sizes):.0f} subjects, the largest {max(sizes)}"
            detail = f"{name}: {middle}; {described(largest)}."
            return "matches", detail, largest.id, False
        return None

    def _untried(self, compound: str) -> bool:
        """Tell whether the dataset holds no study of a compound in people, and says that there is none."""
        people, _ = self._studies(compound)
        return not people and any(
            one.absence.topic in {"people", "trial"} and one.absence.extent == "none" and not one.absence.narrow - _BARE
            for one in self._held(compound)
        )

    def _on_another(self, absence: Absence, fitting: list[Reference]) -> bool:
        """Tell whether none of some studies is on that to which an absence is narrowed."""
        narrow = stems(" ".join(absence.narrow))
        if not narrow or narrow & _OF_QUALITY:
            large = narrow & _LARGE and all((one.n or 0) < LARGE for one in fitting)
            return bool(large or (narrow & _MODERN and all(one.issued < MODERN for one in fitting)))
        return not any(2 * len(narrow & self._on(one)) >= len(narrow) for one in fitting)

    def _on(self, reference: Reference) -> frozenset[str]:
        """Return the stems of what a study is on."""
        topics = " ".join(reference.topics)
        texts = (
            reference.title,
            reference.condition,
            reference.outcome,
            reference.comparator,
            topics,
            reference.duration,
        )
        return stems(" ".join(text for text in texts if text))

    def _held(self, compound: str) -> list[_Held]:
        """Return what the dataset says that there is not of a compound, found by the words by which pages say it."""
        if compound not in self._absent:
            own = self.dataset.compounds[compound]
            self._absent[compound] = [
                _Held(absence, text, stems(f"{asked} {text}"), reference)
                for asked, text, reference in self._sentences(own)
                for absence in self._absences(f"{asked} {text}" if _NOT_KNOWN.match(text) else text)
            ]
            self._absent[compound] += [
                _Held(absence, event.event, frozenset(), None)
                for event in own.regulatory
                for absence in self._absences(event.event)
                if absence.topic == "registry"
            ]
        return self._absent[compound]

    def _absences(self, text: str) -> Iterator[Absence]:
        return absences(text, text.lower(), self._words)

    @staticmethod
    def _sentences(compound: Compound) -> Iterator[tuple[str, str, str | None]]:
        """Yield the sentences of the dataset on a compound, each with what was asked, and its reference."""
        texts: list[tuple[str, str, tuple[str, ...]]] = [
            ("", compound.summary, ()),
            ("Mechanism:", compound.primary_mechanism, ()),
            ("", compound.distinction, ()),
            *((f"{fact.label}:", fact.value, fact.references) for fact in compound.facts),
            *(("", remark.text, remark.references) for remark in compound.limitations),
            *((question.question, question.answer, question.references) for question in compound.faq),
        ]
        for asked, text, references in texts:
            for number, part in enumerate(_SENTENCE.split(text)):
                yield asked if not number or asked.endswith("?") else "", part, references[0] if references else None

    # -- studies -------------------------------------------------------------------------------------------------------

    def _studies(self, compound: str) -> tuple[list[Reference], list[Reference]]:
        """Return the studies on a compound that are in people, and those in animals or cells."""
        if compound not in self._studied:
            elsewhere = self.dataset.not_given(compound)
            held = (self.works.references[key] for key in self.dataset.references_of(compound) if key not in elsewhere)
            normal = [one for one in held if one.standing != "retracted" and not one.translation_of]
            subjects = [(self.dataset.designs[one.design[0]].subject, one) for one in normal]
            self._studied[compound] = (
                [one for subject, one in subjects if subject == "human"],
                [one for subject, one in subjects if subject in {"animal", "laboratory"}],
            )
        return self._studied[compound]

    def _denied(self, compound: str, level: Topic) -> Statement | None:
        """Return the statement that there is no study of a kind, which is known not to hold."""
        return next((one for one, denied in self._denials if compound in one.compounds and denied == level), None)

    @cached_property
    def _denials(self) -> list[tuple[Statement, Topic]]:
        """The statements that there is no study of a kind, which are known not to hold, each with the kind."""
        return [
            (statement, absence.topic)
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


def _ill(reference: Reference) -> bool:
    """Tell whether a study was in people who have a condition."""
    return bool(reference.condition) and "healthy" not in (reference.condition or "").lower()


def _fits(reference: Reference, level: Topic) -> bool:
    """Tell whether a study in people is of a kind."""
    if level == "placebo":
        return _controlled(reference) and (
            reference.blinding == "double-blind" or "placebo" in (reference.comparator or "").lower()
        )
    if level == "randomized":
        return "randomized-controlled-trial" in reference.design
    if level == "controlled":
        return _controlled(reference)
    if level == "phase":
        return _controlled(reference)
    return True
