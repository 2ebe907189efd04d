"""What the options of a search leave of its entries: each holds strictly, beside what the question itself names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from ..dataset.dataset import Dataset
from ..dataset.model import ClaimKind, Record, Result
from ..notation.words import fold, searched
from .designs import Studies, studies
from .lexicon import topic_id
from .lookup import find

if TYPE_CHECKING:
    from .candidates import Candidates


class Filters(Record, frozen=True):
    """What an entry must be to count; `kind`, `design` and `result` are those of claims and leave only claims.

    `design` leaves references too.
    """

    compound: str | None = None
    topic: str | None = None
    kind: ClaimKind | None = None
    design: str | None = None
    result: Result | None = None


KINDS_OF_SECTIONS = {
    "mechanisms": "mechanism", "pharmacokinetics": "pharmacokinetics", "safety": "safety", "origin": "origin",
    "effects": "effect", "animal-effects": "effect",
}  # fmt: skip
"""Sections of a profile that hold claims, and the kind of them."""


class Narrowing:
    """The options as they are held, by id."""

    def __init__(self, dataset: Dataset, filters: Filters) -> None:
        self.dataset, self.filters = dataset, filters
        self.compound = find(dataset, filters.compound)[0].id if filters.compound else None
        self.topic = topic_id(dataset, filters.topic) if filters.topic else None
        self.on_topic = on_topic(dataset, [self.topic] if self.topic else [])
        self.studies = studies(dataset, filters.design) if filters.design else Studies()
        self.blinded = blinded(dataset, self.studies)

    def passes(self, row: Any) -> bool:
        """Tell whether an entry, a row of `COLUMNS`, is what every option asks for."""
        _, kind, key, compounds, _, topic, of, level, _, result, _, _, _, refs, *_ = row
        filters = self.filters
        if self.compound and self.compound not in compounds.split():
            return False
        if self.topic and topic != self.topic and not (kind == "reference" and key in self.on_topic):
            return False
        if (filters.kind and of != filters.kind) or (filters.result and result != filters.result):
            return False
        if not filters.design:
            return True
        return kind in {"claim", "reference"} and (
            level in self.studies.designs or not self.blinded.isdisjoint({key, *refs.split()})
        )

    def beside(self, found: Candidates) -> Callable[[Any], bool]:
        """Return what tells whether an entry is also what the question names, where that is another than an option.

        Of a topic, section or kind of study it is enough that the entry speaks of it: sleep after a stroke.
        """
        tests = [test for test in (self._compounds(found), self._topics(found), self._kinds(found),
                                   self._subjects(found), self._results(found)) if test]  # fmt: skip
        return lambda row: all(test(row) for test in tests)

    def _compounds(self, found: Candidates) -> Callable[[Any], bool] | None:
        named = set(found.understood.compounds)
        if not self.compound or not named or self.compound in named:
            return None
        names = [fold(self.dataset.compounds[key].name) for key in named]
        return lambda row: not named.isdisjoint(row[3].split()) or any(name in fold(row[12]) for name in names)

    def _topics(self, found: Candidates) -> Callable[[Any], bool] | None:
        named = set(found.understood.topics)
        if not self.topic or not named or self.topic in named:
            return None
        told, references = _hinted(found, "topic", named), on_topic(self.dataset, sorted(named))

        def of_both(row: Any) -> bool:
            if row[1] == "reference":
                # The name of a journal holds words as well: Stroke.
                return row[2] in references or (row[0] in told and _says(found, row[12]))
            return row[5] in named or row[0] in told

        return of_both

    def _kinds(self, found: Candidates) -> Callable[[Any], bool] | None:
        named = set(found.understood.sections)
        kinds = {KINDS_OF_SECTIONS.get(section) for section in named}
        if not self.filters.kind or not named or kinds & {self.filters.kind, None}:
            return None
        told = _hinted(found, "section", named)
        return lambda row: row[4] in named or row[0] in told

    def _subjects(self, found: Candidates) -> Callable[[Any], bool] | None:
        """Of animals and human: what speaks of rats as well; a review may be of any."""
        subjects, designs = set(found.understood.subjects), set(found.understood.designs)
        chosen = self.studies.designs
        of = {self.dataset.designs[design].subject for design in chosen}
        if chosen and designs and not chosen & designs:
            told = _worded(found, "design")
            return lambda row: row[7] in designs or row[0] in told
        if chosen and subjects and not of & {*subjects, "secondary"}:
            told = _worded(found, "subject")
            return lambda row: row[8] in subjects or row[0] in told
        return None

    def _results(self, found: Candidates) -> Callable[[Any], bool] | None:
        named = set(found.understood.results)
        # Who asks whether it works asks for no direction.
        if not self.filters.result or not named or named == {"positive"} or self.filters.result in named:
            return None
        return lambda row: row[9] in named


def on_topic(dataset: Dataset, topics: Iterable[str]) -> set[str]:
    """Return the ids of the references on one of some topics, theirs or that of a claim on them."""
    sql = (
        "SELECT reference FROM reference_topic WHERE topic = ? UNION SELECT r.reference FROM claim c "
        "JOIN claim_reference r ON r.compound = c.compound AND r.claim = c.id WHERE c.topic = ?"
    )
    return {key for topic in topics for (key,) in dataset.rows(sql, (topic, topic))}


def blinded(dataset: Dataset, wanted: Studies) -> set[str]:
    """Return the ids of the references that are blinded as is wanted."""
    marks = ",".join("?" * len(wanted.blindings))
    sql = f"SELECT id FROM reference WHERE json_extract(record, '$.blinding') IN ({marks})"
    return {key for (key,) in dataset.rows(sql, sorted(wanted.blindings))} if wanted.blindings else set()


def _hinted(found: Candidates, kind: str, values: set[str]) -> set[int]:
    """Return the entries that hold a word in which one of some topics or sections was asked for."""
    meant = {f"{kind}:{value}" for value in values}
    return set().union(*(numbers for hint, numbers in found.hints if meant & set(found.lexicon.meanings(hint))))


def _says(found: Candidates, text: str) -> bool:
    """Tell whether a text itself holds one of the words in which topics and sections were asked for."""
    said = f" {searched(text)}"
    return any(f" {hint}" in said for hint, _ in found.hints)


def _worded(found: Candidates, kind: str) -> set[int]:
    """Return the entries that hold a word by which a design or subject was asked for."""

    def means(word: str) -> bool:
        return any(meaning.startswith(f"{kind}:") for part in word.split() for meaning in found.lexicon.meanings(part))

    return set().union(*(numbers for word, numbers in found.words if means(word)))
