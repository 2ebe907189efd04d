"""The entries that may answer a question: those that hold its words, or are of its compounds, topics and numbers."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any

from ..dataset.dataset import Dataset
from ..dataset.model import KINDS
from ..notation.words import fold, searched
from .designs import Studies
from .lexicon import Lexicon
from .narrowing import Filters, Narrowing, blinded, on_topic
from .understanding import Understood, authors_with

COLUMNS = (
    "number, kind, id, compounds, section, topic, kind_of_claim, level, subject, result, verdict, jurisdiction, text, "
    "refs, own, owner"
)
"""What is read of an entry."""

_RANK = {kind: rank for rank, kind in enumerate(KINDS)}

_TELLING = 6
"""Entries in which a word stands at most that names something: a firm, a study, a rare condition."""

_SENSES = {
    "ageing": re.compile(r"\bage?ing|\b(?:old|older|advanced) age|\bthe aged", re.IGNORECASE),
    "hepat": re.compile(r"hepat(?!ocyte growth)", re.IGNORECASE),
    "dependence": re.compile(r"(?<!dose.)(?<!time.)(?<!genotype.)dependen[ct]", re.IGNORECASE),
    "death": re.compile(r"(?<!cell.)(?<!neuron.)(?<!neuronal.)(?<!neurone.)\bdeaths?\b", re.IGNORECASE),
    "memory": re.compile(r"memor(?!ial)", re.IGNORECASE),
    "tolerance": re.compile(r"toleran[ct]", re.IGNORECASE),
    "resistance": re.compile(r"resistan[ct]", re.IGNORECASE),
}
"""Words that others begin like, or share a stem with, as what was tolerated or is a memorial, and how they differ."""

_FEW = 200
"""Entries that hold a word by which a topic was asked for, at most, where each is looked at."""


_ALL = Filters()


class Candidates:
    """What a question asks for, and the entries in which it stands."""

    def __init__(
        self, dataset: Dataset, understood: Understood, filters: Filters, lexicon: Lexicon, *, most: int | None = None
    ) -> None:
        self.dataset, self.understood, self.filters, self.most = dataset, understood, filters, most
        self.lexicon = lexicon
        self.unread = 0
        self.compounds = set(understood.compounds)
        self.narrowing = Narrowing(dataset, filters)
        if self.narrowing.compound and self.narrowing.compound not in self.compounds:
            self.compounds = {self.narrowing.compound}
        self.on_topic = self.narrowing.on_topic
        chosen = {self.narrowing.topic} if self.narrowing.topic else set()
        self.apart = set(understood.apart)
        self.on_apart = self._on_apart() if understood.apart else set()
        self.topics = set(understood.topics) or chosen
        """What is asked for, by the question before the option: `passes` holds the option as well."""
        self.read_topics = self.topics | chosen
        self.hints = [(hint, self._meaning(hint, begun=hint in lexicon.begun)) for hint in understood.hints]
        named = set(understood.words).difference(understood.concepts) if understood.relatives else set()
        self.phrases = {word for word in named if " " in word}
        words = [*understood.words]
        words += [] if words or understood.topics or set(understood.sections) - {"safety"} else self._unlabelled()
        self.words = [(word, self._matching(word)) for word in words]
        entries = dataset.rows("SELECT max(number) FROM entry")[0][0] or 1
        self.weights = {word: math.log(1 + entries / (1 + len(found))) for word, found in self.words}
        # What stands nowhere counts less: it may be a turn of phrase.
        unknown = (0.6 if self.compounds else 1.0) * math.log(1 + entries)
        self.weights |= dict.fromkeys(understood.unknown, unknown)
        self.weights |= {word: unknown for word in understood.strangers if word not in self.weights}
        self.names = {key: fold(dataset.compounds[key].name) for key in self.compounds}
        self.total = sum(self.weights.values())
        self.asked_of_all: dict[int, float] = {}
        """Frequent questions that name all the compounds asked of, with how much of what was asked they share."""
        self.held: dict[int, float] = {}
        self.hits: dict[int, int] = {}
        for word, numbers in self.words:
            weight = self.weights[word]
            for number in numbers:
                self.held[number] = self.held.get(number, 0.0) + weight
                self.hits[number] = self.hits.get(number, 0) + 1
        labels = [word for topic in understood.topics for word in _telling(dataset.topics[topic].label)]
        self.labels = {number for word in labels for number in self._meaning(word)}
        self.marks = [part for word in (*words, *labels) for part in word.split()]

    def _on_apart(self) -> set[str]:
        """Return the references left out by topic, blinding or standing, and claims that rest on these alone."""
        apart = self.understood.apart
        found = on_topic(self.dataset, [key for key in apart if key in self.dataset.topics])
        found |= blinded(self.dataset, Studies(blindings=frozenset(apart)))
        marks = ",".join("?" * len(apart))
        found |= {key for (key,) in self.dataset.rows(f"SELECT id FROM reference WHERE standing IN ({marks})", apart)}
        resting: dict[tuple[str, str], bool] = {}
        for compound, claim, key in self.dataset.rows("SELECT compound, claim, reference FROM claim_reference"):
            resting[compound, claim] = resting.get((compound, claim), True) and key in found
        return found | {claim for (_, claim), wholly in resting.items() if wholly}

    @cached_property
    def _beside(self) -> Callable[[Any], bool]:
        return self.narrowing.beside(self)

    def passes(self, row: Any) -> bool:
        """Tell whether an entry is what every option asks for, and what the question names beside it."""
        if self.apart and (not self.apart.isdisjoint((row[5], row[7], row[8])) or row[2] in self.on_apart):
            return False
        return self.filters == _ALL or (self.narrowing.passes(row) and self._beside(row))

    def _unlabelled(self) -> list[str]:
        """Return the facts asked for that stand under no label of their own, as words to be looked for."""
        found = []
        for label in self.understood.facts:
            if not any(
                self.dataset.rows("SELECT 1 FROM entry WHERE kind = 'fact' AND id GLOB ?", (f"{key}/{label}*",))
                for key in self.compounds
            ):
                found += words if len(words := list(_telling(label))) == 1 else []
        return [word for word in found if word]

    def telling(self) -> bool:
        """Tell whether one of the words stands in so few entries that it names something; short ones are surnames."""
        return any(0 < len(found) <= _TELLING for word, found in self.words if len(word) > 3)

    def holding(self, word: str, *, begun: bool = False) -> set[int]:
        """Return the numbers of the entries that hold a word, or several one after the other, or what begins so."""
        match = f'"{word}" *' if begun else f'"{word}"'
        return {n for (n,) in self.dataset.rows("SELECT rowid FROM entry_text WHERE entry_text MATCH ?", (match,))}

    def _matching(self, word: str) -> set[int]:
        """Return the numbers of the entries that hold a word, or one of several that mean the same."""
        match = f'"{word}"' if word in self.phrases else " OR ".join(f'"{part}"' for part in word.split())
        found = {n for (n,) in self.dataset.rows("SELECT rowid FROM entry_text WHERE entry_text MATCH ?", (match,))}
        for part in _SENSES.keys() & set(word.split()):
            found -= self.holding(part) - self._meaning(part)
        if word.isupper() and word.isalpha():
            # A study's name, not a word: TESTS, PASS.
            sql = "SELECT e.number FROM entry_text t JOIN entry e ON e.number = t.rowid WHERE entry_text MATCH ? AND "
            return {n for (n,) in self.dataset.rows(f"{sql} instr(e.text, ?)", (match, word))}
        numbers = authors_with(self.dataset, word)
        if numbers:
            marks = ",".join("?" * len(numbers))
            sql = (
                "SELECT e.number FROM reference r JOIN entry e ON e.owner = 'reference:' || r.id "
                f"WHERE r.number IN ({marks})"
            )
            found |= {n for (n,) in self.dataset.rows(sql, numbers)}
        return found

    def _meaning(self, word: str, *, begun: bool = False) -> set[int]:
        """Return the entries that hold a word itself, or what begins so, where others are not meant.

        Those are of the same stem (tolerated is no tolerance), or begin alike (a hepatocyte growth factor is no liver).
        """
        if word not in _SENSES:
            return self.holding(word, begun=begun)
        sql = "SELECT e.number, e.text FROM entry_text t JOIN entry e ON e.number = t.rowid WHERE entry_text MATCH ?"
        match = f'"{word}" *' if begun else f'"{word}"'
        return {number for number, text in self.dataset.rows(sql, (match,)) if _SENSES[word].search(text)}

    @cached_property
    def rows(self) -> Sequence[Any]:
        """The entries that may answer, as rows of `COLUMNS`, in the order of the data, in which equals stay."""
        return in_order(self._rows())

    def _rows(self) -> Sequence[Any]:
        select = f"SELECT {COLUMNS} FROM entry"
        if self.compounds:
            marks = ",".join("?" * len(self.compounds))
            sql = f"{select} WHERE number IN (SELECT entry FROM entry_compound WHERE compound IN ({marks}))"
            return self.dataset.rows(sql, sorted(self.compounds))
        numbers = set(self.held)
        if not (self.understood.facets or self.hints or self.labels) and self.filters == Filters():
            # What holds less than half of what was asked answers only where it has something else of it.
            numbers = {number for number, held in self.held.items() if held >= 0.5 * self.total}
        numbers |= self._with_numbers()
        # What was asked for as a topic may stand under another.
        numbers |= set().union(*(found for hint, found in self.hints if self._topical(hint) and len(found) <= _FEW))
        if self.on_topic and not numbers:
            owners = [f"reference:{key}" for key in sorted(self.on_topic)][:20_000]
            for start in range(0, len(owners), 500):
                owned = owners[start : start + 500]
                sql = f"SELECT number FROM entry WHERE owner IN ({','.join('?' * len(owned))})"
                numbers |= {n for (n,) in self.dataset.rows(sql, owned)}
        wheres, values = [], []
        facets = (("topic", self.read_topics), ("section", self.understood.sections),
                  ("result", self.understood.results), ("jurisdiction", self.understood.jurisdictions),
                  ("level", self.understood.designs))  # fmt: skip
        for column, wanted in facets:
            if wanted:
                wheres.append(f"{column} IN ({','.join('?' * len(wanted))})")
                values += sorted(wanted)
        if wanted := self.understood.blindings:
            marks = ",".join("?" * len(wanted))
            sql = f"SELECT 'reference:' || id FROM reference WHERE json_extract(record, '$.blinding') IN ({marks})"
            wheres.append(f"owner IN ({sql})")
            values += sorted(wanted)
        for label in self.understood.facts:
            wheres.append("(kind = 'fact' AND id GLOB ?)")
            values.append(f"*/{label}*")
        if "wrong citations" in self.understood.asks:
            wheres.append("kind = 'untraced'")
        rows = self.dataset.rows(f"{select} WHERE {' OR '.join(wheres)}", values) if wheres else []
        if self.filters != Filters() and not wheres and not numbers:
            rows = self.dataset.rows(select)
        known = {row[0] for row in rows}
        missing = sorted((numbers | self.labels) - known, key=lambda number: (-self.held.get(number, 0.0), number))
        if self.most is not None and len(missing) > self.most:
            self.unread, missing = len(missing) - self.most, missing[: self.most]
        for start in range(0, len(missing), 500):
            part = missing[start : start + 500]
            rows += self.dataset.rows(f"{select} WHERE number IN ({','.join('?' * len(part))})", part)
        return rows

    def _topical(self, hint: str) -> bool:
        """Tell whether a topic was asked for by a word."""
        return any(means.startswith("topic:") for means in self.lexicon.meanings(hint))

    def _with_numbers(self) -> set[int]:
        """Return the entries of what has one of the numbers that were asked for."""
        owners: list[str] = []
        for kind, value in self.understood.numbers:
            if kind != "CAS RN" and (key := self.dataset.reference_with(kind, value)):
                owners.append(f"reference:{key}")
            sql = "SELECT id FROM citation WHERE pmid = ? OR lower(doi) = ?"
            owners += [f"citation:{key}" for (key,) in self.dataset.rows(sql, (value, value))]
            owners += [f"compound:{bearer.compound}" for bearer in self.dataset.numbered(value)]
        marks = ",".join("?" * len(owners))
        said = set().union(*(self.holding(value) for _, value in self.understood.numbers))
        return said | {n for (n,) in self.dataset.rows(f"SELECT number FROM entry WHERE owner IN ({marks})", owners)}

    def names_another(self, row: Any) -> bool:
        """Tell whether an entry of the compound that was named first names another that was asked of."""
        if not set(self.understood.compounds[:1]) & set(row[3].split()):
            return False
        said = fold(row[12].partition("”")[0][:200])
        return any(self.names[key] in said for key in self.compounds - set(row[3].split()))

    def names_others(self, row: Any) -> bool:
        """Tell whether an entry of one of the compounds asked of names the others, by any of their names."""
        own, said = set(row[3].split()), fold(row[12])
        if not own & self.compounds:
            return False
        others = (self.dataset.compounds[key] for key in self.compounds - own)
        return all(
            any(fold(name) in said for name in (one.name, *(alias.text for alias in one.aliases)) if len(name) > 4)
            for one in others
        )


def _telling(label: str) -> Iterable[str]:
    return (word for word in searched(label).split() if len(word) > 3 and word not in {"other", "heart"})


def in_order(rows: Iterable[Any]) -> list[Any]:
    """Return rows of `COLUMNS` in the order of the data, which their numbers tell of one owner alone.

    What has changed is put into the store anew and behind the rest; a store made at once has it in its place.
    """

    def place(row: Any) -> tuple[int, str, int]:
        kind, _, key = row[15].partition(":")
        return _RANK[kind], key, row[0]

    return sorted(rows, key=place)
