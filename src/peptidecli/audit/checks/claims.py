"""Claims: what a text says that a compound does, found among the dataset's own sentences on it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...dataset.dataset import Dataset
from ...notation.words import fold
from ..altered import COPIED, likeness
from ..article.names import Names
from ..article.sentences import Sentence
from ..article.topics import leading
from ..effects import effects
from ..knowledge import Knowledge, Known, in_people_alone, of_animals_alone, related
from ..outcomes import Outcomes, opposes, same_illness
from ..rendering import rendered
from ..wording import NEGATION, clauses, refuted
from . import Found, Seen

_SAYS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|acts?|binds?|bound|modulat\w+|affect\w*|chang\w+|shows?|showed|found|"
    r"functions?|serves?|influenc\w+|"
    r"normali[sz]\w+|regulat\w+|cross\w*|increas\w+|rais\w+|elevat\w+(?!\splus)|enhanc\w+|boost\w*|up-?regulat\w+|"
    r"promot\w+|"
    r"stimulat\w+|activat\w+|improv\w+|accelerat\w+|induc\w+|reduc\w+|lower\w*|decreas\w+|inhibit\w*|suppress\w*|"
    r"attenuat\w+|block\w*|down-?regulat\w+|prevent\w*|protect\w*|higher|shorter|longer|better|faster|identified|"
    r"restor(?:e|es|ed|ing)|rescu\w+|revers\w+|extend\w*|lengthen\w*|worsen\w*|impair(?:s|ed)|survived?|rose|fell|grew|"
    r"associated|alleviat\w+|abolish\w*|missed|observed|seen)\b|"
    r"повыш\w+|увелич\w+|сниж\w+|уменьш\w+|обладающ\w+",
    re.IGNORECASE,
)
_PART = re.compile(
    r",\s(?:(?:and|thus|thereby)\s)?|\sand\s(?=[a-z]+(?:ing|es|s|ed)\s)|[;:]\s|\s-\s|\)\s|\sby\s(?=(?:up\sto\s)?\d)|"
    r"\sto\s(?=(?:enhance|promote|increase|reduce|support|improve)\b)|"
    r"\sby\s(?=\w+ing\b)|https?://\S+\s|\sthrough\s|\svs\.?\s|\s(?:in|at)\s(?=\d)|\svia\s|\safter\s"
)
LONGEST = 900
"""Characters beyond which a sentence is none, but a page without full stops."""
SHORT = 12
"""Characters from which a part of a sentence is looked at by itself."""
OF_A_STUDY = 0.5
"""What share of the telling words must be those of the claim, where the study that it rests on is cited."""
_REVERSED = re.compile(r"\brevers\w+", re.IGNORECASE)
_MODEL = re.compile(r"\b(?:cures?|cured|eliminat\w+|guarantee\w*|always|completely|proven)\b", re.IGNORECASE)


_FEARED = re.compile(
    r"\b(?:could|may|might|theoretical\w*|potential\w*|risks? of)\s(?:\w+\s){0,2}?(?:promot|caus|increas|accelerat|"
    r"stimulat|driv|fuel)\w*\s"
    r"(?:\w+\s){0,2}?(?:cancers?|tumou?rs?|malignan\w+|metasta\w+)\b",
    re.IGNORECASE,
)
"""A harm that is feared, of which what was found is another matter."""
_FEAR = re.compile(r"\b(?:harm|risks?|concerns?|conceivable|feared|caution|drives?)\b")


_FINITE = re.compile(
    r"\b(?:binds?|bound|works|acts|activates|activated|raises|raised|increases|increased|augments|enhances|"
    r"potentiates|promotes|"
    r"is|was|has been)\b",
    re.IGNORECASE,
)
"""What makes a sentence of words that would else be a label."""


_ALLOWED_FOR = re.compile(r"\b(?:approved|registered|licen[sc]ed|authori[sz]ed|approval)\b", re.IGNORECASE)
_CAME_TO_LITTLE = re.compile(r"\b(?:null|failed|missed|not|no)\b")
_ASIDE = re.compile(
    r"\s*(?:in|on|at|by|for|during|with|after|from|whether|if|when|how|why|rather|without)\b", re.IGNORECASE
)
"""What begins a part of a sentence that says nothing by itself."""
_OTHER = re.compile(
    r"(?!It\b|This\b|These\b)(?:[A-Z]{2,}[\w-]*|[A-Z][a-z]+)\s(?:\([^()]{2,60}\)\s)?(?:is|are)\s(?:the|an?)\s"
)


class Claims:
    """Finds what is said of a compound that the dataset says as well."""

    def __init__(self, dataset: Dataset, names: Names, outcomes: Outcomes) -> None:
        self.dataset, self.names, self.outcomes = dataset, names, outcomes
        self.knowledge = Knowledge(dataset)
        self._relatives = {
            fold(name): related(compound, relative)
            for compound in dataset.compounds.values()
            for relative in compound.relatives
            for name in (relative.name, *relative.aliases)
        }

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield the sentence, or those of its parts, that say of its compound what the dataset says."""
        english = rendered(sentence.plain)
        plain = english.text if english else sentence.plain
        if (
            not (sentence.compounds or sentence.named or seen.studies or seen.earlier or seen.section)
            or sentence.listed
            or sentence.block.entry
            or (sentence.block.kind == "heading" and not _SAYS.match(plain))
            or seen.stated
        ):
            return
        if sentence.asks or not _SAYS.search(plain) or refuted(plain):
            return
        compound, limit = self._subject(sentence, seen)
        if not compound or len(plain) > LONGEST or _MODEL.search(plain):
            return
        if _REVERSED.search(plain) and not (seen.studies or seen.earlier or seen.section or of_animals_alone(plain)):
            return
        name = compound.partition(": ")[2] or self.dataset.compounds[compound].name
        own = without(sentence)
        english = rendered(own)
        plain = english.text if english else own
        studies = tuple(key for study in seen.studies or seen.marked or seen.earlier for key in study.meant)
        studies = studies or seen.section
        feared, people = _FEARED.search(plain) is not None, in_people_alone(plain)
        last = -1
        for start, end in self._parts(plain) if sentence.block.kind != "row" else sentence.block.cells:
            if english and sentence.block.kind == "row":
                continue
            place = english.back(start, end) if english else (start, end)
            if start < last or place[1] > limit or not _SAYS.search(plain, start, end) or seen.is_told(*place):
                continue
            known = self._known(compound, plain[start:end], studies)
            if (
                known is None
                or _of_approval(plain[start:end], known)
                or (
                    # What speaks against it is told beside it, or nothing is.
                    not studies and self._disputed(compound, plain, plain[start:end], known)
                )
            ):
                continue
            if (feared and not _FEAR.search(known.text)) or (people and known.animals and not known.people):
                continue
            if known.retracted and (sentence.block.kind == "row" or not _FINITE.search(plain, start, end)):
                continue
            last = end
            detail = f"{name}: {known.text}"
            if known.retracted and not seen.retraction and not re.search("retract", plain, re.IGNORECASE):
                detail = f"It rests on a retracted work. {detail}"
                yield Found(*place, "statement", "retracted", detail, known.reference)
            else:
                yield Found(*place, "statement", "matches", detail, known.reference)

    def _studied(self, seen: Seen) -> str | None:
        """Return the one compound of the one study that a text speaks of which names no compound."""
        meant = {study.meant[0] for study in seen.studies or seen.earlier} or {*seen.section[:1]}
        own = self.dataset.references[meant.pop()].compounds if len(meant) == 1 else ()
        return own[0] if len(own) == 1 else None

    def _subject(self, sentence: Sentence, seen: Seen) -> tuple[str | None, int]:
        """Return the compound, or the relative of one, that a sentence is about, and how far it is of that alone."""
        compound = about(sentence, self.names)
        if compound:
            return compound, len(sentence.plain)
        if sentence.compounds:
            return leading(sentence.plain, sentence.named) if len(sentence.compounds) > 1 else (None, 0)
        first = sentence.named[0] if sentence.named else None
        if first is None:
            return self._studied(seen), len(sentence.plain)
        if first.compound or first.start > NEAR or sentence.block.kind == "row":
            return None, 0
        return self._relatives.get(fold(sentence.plain[first.start : first.end])), len(sentence.plain)

    def _known(self, compound: str, text: str, studies: tuple[str, ...]) -> Known | None:
        if studies:
            own = self.knowledge.says(compound, text, references=studies, needed=OF_A_STUDY)
            if own:
                return own
        return self.knowledge.says(compound, text)

    def _disputed(self, compound: str, plain: str, text: str, known: Known) -> bool:
        """Tell whether a text tells of an effect that several studies of people, pooled, did not find.

        What says itself what was not so, or says all of what is known in its words, is let stand.
        """
        if compound not in self.dataset.compounds or of_animals_alone(plain):
            return False
        if NEGATION.search(known.text) or likeness(text, known.text) >= COPIED:
            return False
        held = self.outcomes.of(compound)
        return any(
            one.pooled and one.failed and opposes(effect, one) and same_illness(plain, one.text)
            for effect in effects(text)
            for one in held.get(effect.thing, ())
        )

    def _parts(self, plain: str) -> Iterator[tuple[int, int]]:
        """Yield the sentence, its clauses, and the parts between their commas: the longer first."""
        spans = [(0, len(plain)), *clauses(plain)]
        places = [0, *(hit.end() for hit in _PART.finditer(plain))]
        ends = [*(hit.start() for hit in _PART.finditer(plain)), len(plain)]
        parts = list(zip(places, ends, strict=True))
        # In a sentence that denies something only the part that does so can be taken by itself.
        spans += [span for span in parts if NEGATION.search(plain, *span)] if NEGATION.search(plain) else parts
        seen: set[tuple[int, int]] = set()
        for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
            if _ASIDE.match(plain, start, end) and not _FINITE.search(plain, start, end):
                continue
            if end - start >= SHORT and (start, end) not in seen and _SAYS.search(plain, start, end):
                seen.add((start, end))
                yield start, end


def _of_approval(text: str, known: Known) -> bool:
    """Tell whether a text tells of approval for something: what it is approved for, the dated events tell."""
    if not _ALLOWED_FOR.search(text):
        return False
    return _CAME_TO_LITTLE.search(known.text) is not None or not _ALLOWED_FOR.search(known.text)


def about(sentence: Sentence, names: Names) -> str | None:
    """Return the one compound that a sentence is about, None where it begins with another thing."""
    own = [key for key in sentence.compounds if key not in {names.parent(other) for other in sentence.compounds}]
    if len(own) != 1:
        return None
    first = sentence.named[0] if sentence.named else None
    if first and _LABEL.match(sentence.plain, first.end):
        first = None  # `Enkephalin system - inhibits ...`: the label names what is acted upon.
    if not any(mention.compound for mention in sentence.named) and _OTHER.match(sentence.plain):
        # `GABA is the main inhibitory transmitter of the brain.`
        return None
    if first and first.compound is None and first.start < 5 and ":" not in sentence.plain[: first.end + 30]:
        # `BDNF has been linked to ...`
        return None
    return own[0]


_LABEL = re.compile(r"(?:\s\w+){0,3}(?::|\s-)\s")
"""What makes a label of the name with which a line begins."""
NEAR = 25
"""Characters within which a sentence before begins with what it is about."""


def names_itself(sentence: Sentence, seen: Seen, compound: str) -> bool:
    """Tell whether a sentence is plainly about a compound: named in it, at the head of one before, or alone."""
    if seen.article == {compound} or any(mention.compound == compound for mention in sentence.named):
        return True
    return any(m.compound == compound and m.start <= NEAR for one in sentence.before for m in one.named[:1])


def without(sentence: Sentence) -> str:
    """Return a sentence with blanks for the names in it, and for what stands between quotation marks."""
    plain = sentence.plain
    for mention in sentence.named:
        if mention.compound:
            plain = plain[: mention.start] + " " * (mention.end - mention.start) + plain[mention.end :]
    return _QUOTED.sub(lambda hit: " " * len(hit[0]), plain)


_QUOTED = re.compile(r"\"[^\"]{20,}\"")
