"""What `--design` names: a study design, what was studied, or how a study was blinded; no more than the word says."""

from __future__ import annotations

from collections.abc import Iterable

from ..dataset.dataset import Dataset
from ..dataset.model import Blinding, Record
from ..errors import UsageError
from ..notation.words import fold, searched
from .lexicon import Lexicon

SUBJECTS = ("human", "animal", "laboratory", "secondary")

BLINDINGS: tuple[Blinding, ...] = ("double-blind", "single-blind", "open")

_SUBJECT_WORDS = {
    "human": ("humans", "people", "in people", "in humans", "clinical", "на людях", "у людей"),
    "animal": ("animals", "in animals", "in vivo", "на животных"),
    "laboratory": ("lab",),
}
"""Other words for just that; whoever says mice or children asks for less, and is told so."""

_BLINDING_WORDS: dict[str, tuple[Blinding, ...]] = {
    "double blinded": ("double-blind",), "double masked": ("double-blind",), "двойное слепое": ("double-blind",),
    "single blinded": ("single-blind",), "single masked": ("single-blind",), "простое слепое": ("single-blind",),
    "blind": ("double-blind", "single-blind"), "blinded": ("double-blind", "single-blind"),
    "masked": ("double-blind", "single-blind"), "слепое": ("double-blind", "single-blind"),
    "unblinded": ("open",), "not blinded": ("open",),
}  # fmt: skip


class Studies(Record, frozen=True):
    """The studies that a word names: those of one of the designs, or those blinded so; one of both is empty."""

    designs: frozenset[str] = frozenset()
    blindings: frozenset[str] = frozenset()

    def have(self, designs: Iterable[str], blinding: str | None) -> bool:
        """Tell whether a study of those designs, blinded so, is one of them."""
        return blinding in self.blindings or not self.designs.isdisjoint(designs)


def studies(dataset: Dataset, wanted: str) -> Studies:
    """Return the studies that `wanted` names: rct, animal, in vitro, double-blind.

    Raises UsageError, with the designs and blindings there are, where it names none, or less than one of them.
    """
    known = _known(dataset) | {fold(searched(word)): Studies(blindings=frozenset({word})) for word in BLINDINGS}
    known |= {fold(searched(word)): Studies(blindings=frozenset(said)) for word, said in _BLINDING_WORDS.items()}
    found = _among(known, wanted)
    if found is None:
        raise UsageError(f"{_no_design(dataset, wanted)}; blinding: {', '.join(BLINDINGS)}")
    return found


def design_ids(dataset: Dataset, wanted: str) -> set[str]:
    """Return the ids of the designs that `wanted` names, or that have it as subject: rct, animal, in vitro.

    Raises UsageError, with the designs there are, where it names none.
    """
    found = _among(_known(dataset), wanted)
    if found is None:
        raise UsageError(_no_design(dataset, wanted))
    return set(found.designs)


def _known(dataset: Dataset) -> dict[str, Studies]:
    """Return the studies by every word for a design or for what was studied; a subject comes before a design."""
    found: dict[str, Studies] = {}
    designs = dataset.vocabulary.designs
    for design in designs:
        for word in (design.id, design.label, design.short, *design.words):
            found.setdefault(fold(searched(word)), Studies(designs=frozenset({design.id})))
    for subject in SUBJECTS:
        those = Studies(designs=frozenset(design.id for design in designs if design.subject == subject))
        found |= {fold(searched(word)): those for word in (subject, *_SUBJECT_WORDS.get(subject, ()))}
    return found


def _among(known: dict[str, Studies], wanted: str) -> Studies | None:
    """Return what a word names, in the singular or plural, as it stands or but for a slip of the hand."""
    key = fold(searched(wanted))
    found = known.get(key) or known.get(key.removesuffix("s"))
    if found is None and len(key) >= 5:
        from rapidfuzz import process  # noqa: PLC0415 - only for what is not held as written
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        near = process.extractOne(key, list(known), scorer=OSA.distance, score_cutoff=1)
        found = known[near[0]] if near else None
    return found


def _no_design(dataset: Dataset, wanted: str) -> str:
    """Return in words that a word names no design, which is nearest, and which there are."""
    from rapidfuzz import process  # noqa: PLC0415 - only for an error

    # A word that in a question points at a design or subject is beside it here: placebo, children.
    meant = (meaning.partition(":") for meaning in Lexicon(dataset).meanings(searched(wanted).strip()))
    near = next((value for kind, _, value in meant if kind in {"design", "subject"}), None)
    names = (*SUBJECTS, *(design.id for design in dataset.vocabulary.designs))
    close = None if near else process.extractOne(searched(wanted).strip(), names, score_cutoff=70)
    near = close[0] if close else near
    told = f"nearest: {near}; " if near else ""
    return f"there is no study design {wanted!r}; {told}designs: {', '.join(names)}"
