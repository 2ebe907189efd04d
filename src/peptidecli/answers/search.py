"""One question box over everything the dataset says: what was understood, and what answers, best first."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from ..dataset.dataset import Dataset
from ..dataset.model import ClaimKind, Reading, Record, Result
from ..errors import NotFoundError
from ..notation.words import fold, searched
from .certainty import Word
from .grounds import Ground, Grounds
from .lexicon import Lexicon, design_ids, topic_id
from .lookup import find
from .refusals import nothing, refuse
from .understanding import Understood, authors_with, understand

Kind = Literal[
    "compound", "identity", "fact", "mechanism", "regulatory", "claim", "statement", "untraced", "faq", "limitation",
    "question", "anecdote", "method", "reference", "relative", "comparison", "source",
]  # fmt: skip

FIRST = 8
"""How many hits a screen shows unless all are asked for."""

MOST = 200
"""Hits that are kept of one question."""


class Filters(Record, frozen=True):
    """What an entry must be to count; `kind`, `design` and `result` are those of claims and leave only claims."""

    compound: str | None = None
    topic: str | None = None
    kind: ClaimKind | None = None
    design: str | None = None
    result: Result | None = None


class Hit(Record, frozen=True):
    """Something that answers: what it is, of what, its text with the places of the words in it, what is behind it.

    `id` is that of a claim, statement, reference, answer or compound; of what has none, the compound's id, a slash and
    what it is called there. `read` is how deep the paper behind it was read, `at` where in it a claim stands, and
    `certainty` how sure one may be of the claim's topic in its subject (people, or animals and cells).
    """

    kind: str
    id: str
    compounds: tuple[str, ...]
    section: str
    text: str
    spans: tuple[tuple[int, int], ...]
    topic: str | None
    level: str | None
    result: str | None
    verdict: str | None
    references: tuple[str, ...]
    score: float
    own: bool = False
    read: Reading | None = None
    at: str | None = None
    certainty: Word | None = None


class Search(Record, frozen=True):
    """The answer to `peptide search`: what was understood, how many entries answer, and the best of them.

    `lead` is a sentence that must stand above the hits, such as that no dosing advice is given.
    """

    understood: Understood
    total: int
    hits: tuple[Hit, ...]
    lead: str | None = None


def search(dataset: Dataset, query: str, filters: Filters | None = None, *, limit: int | None = MOST) -> Search:
    """Return what answers a question, best first.

    Raises NotFoundError when nothing does, UsageError for an unknown topic or design.
    """
    filters = filters or Filters()
    lexicon = Lexicon(dataset)
    understood = understand(dataset, query, lexicon)
    refuse(dataset, understood, filtered=filters != Filters())
    scorer = _Scorer(dataset, understood, filters, lexicon)
    scorer.most = _CANDIDATES if limit else None
    scored = scorer.ranked() or scorer.nearest()
    if not scored:
        raise NotFoundError(nothing(dataset, understood, filtered=filters != Filters()))
    best = scored[: limit or None]
    marks = Marks(scorer.marks)
    grounds = Grounds(dataset)
    hits = tuple(_hit(row, score, marks, grounds) for score, row in best)
    return Search(understood=understood, total=len(scored) + scorer.unread, hits=hits, lead=_lead(understood))


def _lead(understood: Understood) -> str | None:
    if "dosing" in understood.sections:
        return "No dosing advice: a dose appears only as a parameter of a cited study. All studies: peptide trials"
    return None


_THINGS = ("sections", "topics", "subjects", "results", "jurisdictions", "facts", "identity", "standings", "asks")


def asked_for(understood: Understood) -> set[tuple[str, str]]:
    """Return what a question asks for, its compounds aside, to be held against another's."""
    found = {(name, value) for name in _THINGS for value in getattr(understood, name)}
    return found | {("word", word) for word in (*understood.words, *understood.unknown)}


# -- entries and their scores ------------------------------------------------------------------------------------

_COLUMNS = (
    "number, kind, id, compounds, section, topic, kind_of_claim, level, subject, result, verdict, jurisdiction, text, "
    "refs, own"
)
_PRIOR = {"relative": 2.0, "compound": 0.6, "fact": 0.5, "claim": 0.5, "regulatory": 0.4, "statement": 0.3, "faq": 0.4,
          "mechanism": 0.4, "identity": 0.2, "limitation": 0.2, "method": 0.1, "question": 0.1, "untraced": 0.0,
          "reference": 0.1, "anecdote": -0.5}  # fmt: skip
_CANDIDATES = 5_000
"""Entries that are looked at for the best of one question, those that hold most of its words first."""
_SUBJECT = {"human": 0.6, "animal": 0.2, "laboratory": 0.0, "secondary": 0.3}


_IDENTITY = {"mass": "Formula", "formula": "Formula", "sequence": "Structure", "CAS RN": "Registry numbers"}
"""How the label of a fact begins that tells of a compound's identity where no number is held."""

_BEARING = {"reference", "untraced", "identity", "compound", "statement", "faq", "fact", "relative", "limitation"}
"""What a number may stand in."""

_SPEAKING = {"limitation", "claim", "question", "statement", "compound", "faq"}


class _Scorer:
    """Holds entries against what was understood."""

    def __init__(self, dataset: Dataset, understood: Understood, filters: Filters, lexicon: Lexicon) -> None:
        self.dataset, self.understood, self.filters, self.lexicon = dataset, understood, filters, lexicon
        self.compounds = set(understood.compounds)
        if filters.compound:
            self.compounds = {find(dataset, filters.compound)[0].id}
        self.sections = set(understood.sections) | ({"people"} if "human" in understood.subjects else set())
        self.topics = set(understood.topics) | ({topic_id(dataset, filters.topic)} if filters.topic else set())
        self.on_topic = self._on_topic(filters.topic)
        self.designs = design_ids(dataset, filters.design) if filters.design else set()
        self.hints = [(hint, self._matching_word(hint)) for hint in understood.hints]
        self.phrases = {word for word in understood.words if understood.relatives and " " in word}
        words = [*understood.words]
        words += [] if words or understood.topics or set(understood.sections) - {"safety"} else self._unlabelled()
        self.words = [(word, self._matching(word)) for word in words]
        entries = dataset.rows("SELECT max(number) FROM entry")[0][0] or 1
        self.weights = {word: math.log(1 + entries / (1 + len(found))) for word, found in self.words}
        # What stands nowhere counts less: it may be a turn of phrase.
        unknown = (0.6 if self.compounds else 1.0) * math.log(1 + entries)
        self.weights |= dict.fromkeys(understood.unknown, unknown)
        self.weights |= {word: unknown for word in understood.strangers if word not in self.weights}
        self.papers = self._papers()
        self.required = self._required()
        self.beside = False
        self.names = {key: fold(dataset.compounds[key].name) for key in self.compounds}
        self.telling = any(not word.isdigit() for word in self.weights)
        self.most: int | None = None
        self.unread = 0
        self.total = sum(self.weights.values())
        self.aside = 3.0 * len(understood.hints)
        self.held: dict[int, float] = {}
        self.hits: dict[int, int] = {}
        for word, numbers in self.words:
            weight = self.weights[word]
            for number in numbers:
                self.held[number] = self.held.get(number, 0.0) + weight
                self.hits[number] = self.hits.get(number, 0) + 1
        labels = [word for topic in understood.topics for word in _telling(dataset.topics[topic].label)]
        self.labels = {number for word in labels for number in self._matching(word)} if labels else set()
        self.marks = [part for word in (*words, *labels) for part in word.split()]

    def _on_topic(self, wanted: str | None) -> set[str]:
        """Return the ids of the references on a topic that is filtered by, theirs or that of a claim on them."""
        if not wanted:
            return set()
        sql = (
            "SELECT reference FROM reference_topic WHERE topic = ? UNION SELECT r.reference FROM claim c "
            "JOIN claim_reference r ON r.compound = c.compound AND r.claim = c.id WHERE c.topic = ?"
        )
        return {key for (key,) in self.dataset.rows(sql, [topic_id(self.dataset, wanted)] * 2)}

    def _papers(self) -> dict[str, set[str]]:
        """Return the references that an author's name and a year fit, each with its own id and those of its claims."""
        years = [word for word, _ in self.words if re.fullmatch(r"(?:19|20)\d\d", word)]
        if not years:
            return {}
        found: dict[str, set[str]] = {}
        for word, _ in self.words:
            numbers = authors_with(self.dataset, word) if word not in years else ()
            marks, dates = ",".join("?" * len(numbers)), ",".join("?" * len(years))
            sql = f"SELECT id FROM reference WHERE number IN ({marks}) AND CAST(issued AS TEXT) IN ({dates})"
            for (key,) in self.dataset.rows(sql, (*numbers, *years)):
                found.setdefault(key, set()).add(word)
        most = max(map(len, found.values()), default=0)
        return {key: words for key, words in found.items() if len(words) == most}

    def _required(self) -> set[int] | None:
        """Return the entries that name a stranger that is asked of alone; None where none is."""
        if self.compounds or not self.understood.strangers:
            return None
        return set().union(*(self._matching_word(name) for name in self.understood.strangers))

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

    def _matching_word(self, word: str) -> set[int]:
        """Return the numbers of the entries that hold a word, or several one after the other."""
        return {
            n for (n,) in self.dataset.rows("SELECT rowid FROM entry_text WHERE entry_text MATCH ?", (f'"{word}"',))
        }

    def _matching(self, word: str) -> set[int]:
        """Return the numbers of the entries that hold a word, or one of several that mean the same."""
        match = f'"{word}"' if word in self.phrases else " OR ".join(f'"{part}"' for part in word.split())
        found = {n for (n,) in self.dataset.rows("SELECT rowid FROM entry_text WHERE entry_text MATCH ?", (match,))}
        numbers = authors_with(self.dataset, word)
        if numbers:
            marks = ",".join("?" * len(numbers))
            sql = (
                "SELECT e.number FROM reference r JOIN entry e ON e.owner = 'reference:' || r.id "
                f"WHERE r.number IN ({marks})"
            )
            found |= {n for (n,) in self.dataset.rows(sql, numbers)}
        return found

    def ranked(self) -> list[tuple[float, Any]]:
        """Return the entries that answer with their scores, best first."""
        rows = self._candidates()
        scored = [(score, row) for row in rows if (score := self._score(row)) is not None]
        self.beside = self._beside_the_topic(scored)
        if self.beside:
            return []
        scored.sort(key=lambda item: (-item[0], item[1][2], item[1][0]))
        return self._with_tables(self._near_the_best(self._whole(scored)))

    def _near_the_best(self, scored: list[tuple[float, Any]]) -> list[tuple[float, Any]]:
        """Return what answers nearly as well as the best, where no compound was named: the rest is of other things."""
        if self.compounds or not scored or self.filters != Filters() or not (self.words or self.topics):
            return scored
        most = max(self.held.get(row[0], 0.0) for _, row in scored)
        least = 0.5 * most if self.words and most >= 0.5 * self.total else 0.0
        best = scored[0][0]
        return [(score, row) for score, row in scored if score >= 0.45 * best and self.held.get(row[0], 0.0) >= least]

    def _beside_the_topic(self, scored: list[tuple[float, Any]]) -> bool:
        """Tell whether a compound was asked about a topic, and all that would answer is about something else."""
        u = self.understood
        if not (self.compounds and self.topics) or u.sections or u.facts or u.identity or u.results or u.jurisdictions:
            return False
        hinted = {number for _, found in self.hints for number in found} | set(self.held)
        hinted |= set() if self.words else self.labels
        return not any(row[5] in self.topics or row[0] in hinted for _, row in scored)

    def nearest(self) -> list[tuple[float, Any]]:
        """Return what speaks of what was asked where nothing answers it: that there is no study in people, say."""
        if not self.compounds or not (self.understood.subjects or self.hints) or self.understood.words or self.beside:
            return []
        words = {"human": ("human", "people", "clinical"), "animal": ("animal",), "laboratory": ("cells",)}
        wanted = [word for subject in self.understood.subjects for word in words[subject]]
        wanted += [hint for hint, _ in self.hints]
        found = set().union(*(self._matching_word(word) for word in wanted)) if wanted else set()
        rows = [row for row in self._candidates() if row[0] in found and row[1] in _SPEAKING]
        scored = [(_PRIOR.get(row[1], 0.0) + (1.0 if row[1] == "limitation" else 0.0), row) for row in rows]
        return sorted(scored, key=lambda item: (-item[0], item[1][0]))

    def _whole(self, scored: list[tuple[float, Any]]) -> list[tuple[float, Any]]:
        """Return only what holds every word, where a year or a number is among them: another year is another paper."""
        if len(self.words) < 2 or not any(re.fullmatch(r"(?:19|20)\d\d", word) for word, _ in self.words):
            return scored
        every = set.intersection(*(found for _, found in self.words))
        return [item for item in scored if item[1][0] in every] or scored

    def _candidates(self) -> Sequence[Any]:
        select = f"SELECT {_COLUMNS} FROM entry"
        if self.compounds:
            marks = ",".join("?" * len(self.compounds))
            sql = f"{select} WHERE number IN (SELECT entry FROM entry_compound WHERE compound IN ({marks}))"
            return self.dataset.rows(sql, sorted(self.compounds))
        numbers = set(self.held)
        if not (self.understood.facets or self.hints or self.labels) and self.filters == Filters():
            # What holds less than half of what was asked answers only where it has something else of it.
            numbers = {number for number, held in self.held.items() if held >= 0.5 * self.total}
        numbers |= self._with_numbers()
        if self.on_topic and not numbers:
            owners = [f"reference:{key}" for key in sorted(self.on_topic)][:20_000]
            for start in range(0, len(owners), 500):
                owned = owners[start : start + 500]
                sql = f"SELECT number FROM entry WHERE owner IN ({','.join('?' * len(owned))})"
                numbers |= {n for (n,) in self.dataset.rows(sql, owned)}
        wheres, values = [], []
        facets = (("topic", self.topics), ("section", self.understood.sections), ("result", self.understood.results),
                  ("jurisdiction", self.understood.jurisdictions), ("level", self.understood.designs))  # fmt: skip
        for column, wanted in facets:
            if wanted:
                wheres.append(f"{column} IN ({','.join('?' * len(wanted))})")
                values += sorted(wanted)
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
        said = set().union(*(self._matching_word(value) for _, value in self.understood.numbers))
        return said | {n for (n,) in self.dataset.rows(f"SELECT number FROM entry WHERE owner IN ({marks})", owners)}

    def _score(self, row: Any) -> float | None:  # noqa: PLR0912 - a reason to count or not a branch
        number, kind, key, _, section, topic, kind_of_claim, level, subject, result, _, jurisdiction, *_ = row
        on_topic = kind == "reference" and key in self.on_topic
        if not self._passes(kind, topic, kind_of_claim, level, result, on_topic=on_topic):
            return None
        u = self.understood
        points, facets = _PRIOR.get(kind, 0.0) + _SUBJECT.get(subject or "", 0.0), 0
        total, held, hits = self.total, self.held.get(number, 0.0), self.hits.get(number, 0)
        if total:
            # A word beside what was understood otherwise (a topic, a country) is part of the question, not all of it.
            points += 6.0 * held / (total + self.aside) + (1.0 if hits == len(self.weights) else 0.0)
            # What circulates on just that is to be told before the rest.
            points += 1.0 if kind == "statement" and hits == len(self.weights) and self.telling else 0.0
        for wanted, got, worth in (
            (u.sections, section, 4.0),
            (self.topics, topic, 4.0),
            # Who asks whether it works is shown what did not beside what did.
            (u.results, result, 0.0 if u.results == ("positive",) else 4.0),
            (u.jurisdictions, jurisdiction, 5.0),
            (u.designs, level, 3.0),
            (u.subjects, subject, 2.5),
        ):
            if wanted and got and got in wanted:
                points += worth
                facets += 1
            elif wanted and got and 2.0 < worth <= 3.0:
                points -= 1.0
        if self.required is not None and number not in self.required:
            return None
        if self.papers and kind in {"reference", "claim", "statement"} and self.papers.keys() & set(row[13].split()):
            points, facets = points + (15.0 if kind == "reference" else 4.0), facets + 1
        if self.topics and topic not in self.topics and number in self.labels:
            points += 2.0
            facets += 1
        hinted = sum(1 + hint.count(" ") for hint, found in self.hints if number in found)
        if hinted:
            points += 1.5 * hinted
            facets += 1
        if on_topic:
            points, facets = points + 2.0, facets + 1
        points, facets = self._special(row, points, facets)
        if self.compounds and u.concepts and not held and facets == self._of_people(kind, key, subject):
            # That it was in people answers nothing where people of one kind are asked of: children, women.
            return None
        if facets < 0:
            return None
        if total and held < (0.45 if self.compounds else 0.5) * total and not facets:
            return None
        if not total and not facets and (u.facets or not self.compounds):
            return None
        if not total and not u.facets:
            points += 3.0 if kind == "compound" else -1.0
        return points

    def _passes(
        self, kind: str, topic: str | None, of: str | None, level: str | None, result: str | None, *, on_topic: bool
    ) -> bool:
        filters = self.filters
        if filters.topic and topic not in self.topics and not on_topic:
            return False
        if filters.kind and of != filters.kind:
            return False
        if filters.result and result != filters.result:
            return False
        return not (self.designs and (level not in self.designs or kind not in {"claim", "reference"}))

    def _special(self, row: Any, points: float, facets: int) -> tuple[float, int]:  # noqa: PLR0912 - a kind a branch
        """Return points and facets with what one kind of entry alone can answer."""
        kind, key, section, level, jurisdiction, text = row[1], row[2], row[4], row[7], row[11], row[12]
        u = self.understood
        if kind == "fact" and any(key.partition("/")[2].startswith(label) for label in u.facts):
            points, facets = points + (8.0 if self.compounds else 2.0), facets + 1
        if u.identity and kind == "compound" and self._identified(key):
            points, facets = points + 5.0, facets + 1
        if u.identity and kind == "fact" and any(key.lower().partition("/")[2].startswith(name) for name in u.identity):
            points, facets = points + 5.0, facets + 1
        if u.identity and kind == "identity" and any(key.partition("/")[2] == name for name in u.identity):
            points, facets = points + 6.0, facets + 1
        if kind == "identity" and fold(key.partition("/")[2]) in u.named and not u.sections:
            points += 3.0
        if "safety" in u.sections and kind == "fact" and "warning" in key.lower():
            points, facets = points + 2.0, facets + 1
        if kind == "fact" and (shared := self._sections_of(key.partition("/")[2]) & self.sections):
            points, facets = points + (2.5 if shared == {"people"} else 4.5), facets + 1
        identity = tuple(_IDENTITY[name] for name in u.identity if name in _IDENTITY)
        if kind == "fact" and key.partition("/")[2].startswith(identity):
            points, facets = points + 4.5, facets + 1
        if kind == "compound" and ("origin" in u.sections or "Russian label" in u.facts):
            points, facets = points + 2.5, facets + 1
        if "mechanisms" in u.sections and kind == "mechanism":
            points += 1.5
        if "statements" in u.sections and kind in {"statement", "untraced"}:
            told = len(u.sections) == 1 or row[0] in self.held or row[5] in self.topics
            points += (2.0 if told else -2.0) - (1.0 if kind == "untraced" and not u.asks else 0.0)
        if "wrong citations" in u.asks and kind == "untraced":
            points, facets = points + 6.0, facets + 1
        if u.standings and kind == "reference" and any(f"[{s}]" in text for s in u.standings):
            points, facets = points + 6.0, facets + 1
        if "dosing" in u.sections and kind == "claim" and row[8] == "human":
            points, facets = points + (3.0 if re.search(r"\d\s?(mg|µg|mL|ml|%)", text) else 0.5), facets + 1
        if "dosing" in u.sections and kind in {"limitation", "fact"} and re.search(r"\bdos(e|ing|age)", text):
            points, facets = points + 3.0, facets + 1
        if len(self.compounds) >= 2 and kind not in {"reference", "untraced"} and self._names_another(row):
            points, facets = points + 4.0, facets + 1
        if kind == "relative" and any(key == f"{compound}/{name}" for compound, name in u.relatives):
            points, facets = points + 12.0, facets + 1
        if kind == "regulatory":
            # The newest first: what was so once is so no longer.
            points += (int(re.sub(r"\D", "", key.rpartition("/")[2])[:4] or 1990) - 1990) / 100
            if u.jurisdictions and jurisdiction not in u.jurisdictions:
                return points, -99
        if kind == "faq":
            points, facets = self._faq(text, points, facets)
        if section == "references" and level and u.subjects and not u.words and row[8] in u.subjects:
            facets += 1
        numbers = {value for _, value in u.numbers}
        if numbers and kind in _BEARING and self._numbered(row, numbers):
            points, facets = points + 20.0, facets + 1
        return points, facets

    def _names_another(self, row: Any) -> bool:
        """Tell whether an entry of the compound that was named first names another that was asked of."""
        if not set(self.understood.compounds[:1]) & set(row[3].split()):
            return False
        said = fold(row[12].partition("”")[0][:200])
        return any(self.names[key] in said for key in self.compounds - set(row[3].split()))

    def _of_people(self, kind: str, key: str, subject: str | None) -> int:
        """Return 1 where the kind of subject asked of is all that speaks for an entry, 0 where it is not of them."""
        return int(subject in self.understood.subjects or (kind == "fact" and self._people(key)))

    def _people(self, key: str) -> bool:
        return "people" in self.sections & self._sections_of(key.partition("/")[2])

    def _sections_of(self, label: str) -> set[str]:
        """Return the sections to which a fact belongs by its label."""
        headings = self.dataset.vocabulary.headings
        return {heading.section for heading in headings if label.startswith(heading.labels)}

    def _identified(self, compound: str) -> bool:
        """Tell whether what was asked of a compound's identity is held."""
        held = {row[0] for row in self.dataset.rows("SELECT kind FROM identifier WHERE compound = ?", (compound,))}
        formula, mass = self.dataset.chemistry(compound)
        held |= {"formula"} if formula else set()
        held |= {"mass"} if mass else set()
        held |= {"sequence"} if self.dataset.compounds[compound].sequence else set()
        numbers = {"CAS RN", "PubChem CID", "UNII", "ATC", "formula", "mass", "sequence"} & set(
            self.understood.identity
        )
        # A mixture has no formula: what it is tells why.
        numbers -= set() if formula else {"formula", "mass"}
        return not numbers or bool(numbers & held) or "sequence" in numbers

    def _faq(self, text: str, points: float, facets: int) -> tuple[float, int]:
        """Return points and facets of an answer to a frequent question: the more of what was asked it shares."""
        asked = understand(self.dataset, text.partition("?")[0], self.lexicon)
        if asked.compounds and set(asked.compounds) != self.compounds:
            return points - 1.5, facets
        if not self.compounds and not asked.compounds and re.search(r"\bits?\b", text.partition("?")[0]):
            # "Does it improve memory?" is about the compound under which it stands.
            return points - 1.5, facets
        first, second = asked_for(self.understood), asked_for(asked)
        shared = len(first & second) / len(first | second) if first | second else 0.0
        if second and second < first:
            # The more general question answers too: is it safe, where its risk in something is asked for.
            shared = max(shared, 0.5)
        if shared >= 0.3:
            return points + 8.0 * shared, facets + 1
        return points - 1.0, facets

    def _numbered(self, row: Any, numbers: set[str]) -> bool:
        kind, key = row[1], row[2]
        if kind == "reference":
            return any(self.dataset.reference_with(k, v) == key for k, v in self.understood.numbers if k != "CAS RN")
        if kind == "untraced":
            citation = self.dataset.untraced[key]
            return bool({citation.pmid, (citation.doi or "").lower()} & numbers)
        # The number itself, not a remark on another: "4037-01-8, also quoted for Semax".
        text = row[12].partition(". ")[0] if kind == "identity" else row[12]
        return any(value in text for value in numbers)

    # -- tables --------------------------------------------------------------------------------------------------------

    def _with_tables(self, scored: list[tuple[float, Any]]) -> list[tuple[float, Any]]:
        """Return the entries with what a table answers before them: the largest, the newest, each compound that."""
        u = self.understood
        first: list[Any] = []
        if len(self.compounds) >= 2:
            pair = [row for _, row in scored if set(row[3].split()) >= self.compounds]
            naming = [row for _, row in scored if row not in pair and self._names_another(row)]
            names = " and ".join(self.dataset.compounds[key].name for key in sorted(self.compounds))
            row = (0, "comparison", "/".join(sorted(self.compounds)), " ".join(sorted(self.compounds)), "comparison",
                   next(iter(self.topics), None), None, None, None, None, None, None,
                   f"{names} side by side: {u.say}", "", 0)  # fmt: skip
            first = [row, *pair[:2], *naming[:2]]
        elif {"largest", "smallest", "newest", "first", "longest"} & set(u.asks):
            first = self._superlative()
        elif u.standings:
            marks = ",".join("?" * len(u.standings))
            first = self._references(f"r.standing IN ({marks})", list(u.standings), "r.issued DESC, r.id", 50)
            named = [row for row in first if any(row[0] in found for _, found in self.words)]
            first = named or first
        elif "from country" in u.asks and u.jurisdictions:
            first = self._from_country()
        elif "without people" in u.asks:
            first = self._without_people()
        elif not self.compounds and "compounds" in u.asks and not u.numbers:
            first = self._listed(scored)
        elif (self.compounds and u.subjects == ("human",) and not (u.words or self.topics or u.sections)) or (
            u.designs and not u.words and not self.topics and not u.results
        ):
            first = self._studies()
        if not first:
            return scored
        top = (scored[0][0] if scored else 0.0) + 1.0
        keys = {(row[1], row[2]) for row in first}
        rest = [(score, row) for score, row in scored if (row[1], row[2]) not in keys]
        return [(top + 1.0 - i / (len(first) + 1), row) for i, row in enumerate(first)] + rest

    def _entries(self, sql: str, values: Sequence[Any]) -> list[Any]:
        return self.dataset.rows(f"SELECT {_COLUMNS} FROM entry WHERE owner IN ({sql})", values)

    def _references(self, where: str, values: list[Any], order: str, most: int) -> list[Any]:
        """Return the entries of references that `where` chooses, in order."""
        if self.compounds:
            marks = ",".join("?" * len(self.compounds))
            where += f" AND r.id IN (SELECT id FROM about WHERE kind = 'reference' AND compound IN ({marks}))"
            values = [*values, *sorted(self.compounds)]
        for topic in sorted(self.topics):
            where += (
                " AND (r.id IN (SELECT reference FROM reference_topic WHERE topic = ?) OR r.id IN (SELECT reference "
                "FROM claim_reference x JOIN claim c ON c.compound = x.compound AND c.id = x.claim WHERE c.topic = ?))"
            )
            values = [*values, topic, topic]
        if self.understood.designs:
            marks = ",".join("?" * len(self.understood.designs))
            where += f" AND r.id IN (SELECT reference FROM reference_design WHERE design IN ({marks}))"
            values = [*values, *self.understood.designs]
        sql = f"SELECT r.id FROM reference r WHERE {where} ORDER BY {order} LIMIT {1000 if self.words else most}"
        keys = [key for (key,) in self.dataset.rows(sql, values)]
        found = {row[2]: row for key in keys for row in self._entries("?", (f"reference:{key}",))}
        chosen = [found[key] for key in keys if key in found]
        named = [row for row in chosen if all(row[0] in numbers for _, numbers in self.words)]
        return [self._measured(row) for row in (named or chosen)[:most]]

    def _measured(self, row: Any) -> Any:
        """Return the entry of a reference with the size and length of the study, where they are known."""
        reference = self.dataset.references[row[2]]
        facts = [f"n = {reference.n}" if reference.n else "", reference.duration or ""]
        told = ", ".join(fact for fact in facts if fact)
        return (*row[:12], f"{row[12]} ({told})", *row[13:]) if told else row

    def _superlative(self) -> list[Any]:
        asks = set(self.understood.asks)
        if "smallest" in asks:
            return self._references("r.n IS NOT NULL AND r.subject = 'human'", [], "r.n, r.id", 5)
        if "largest" in asks:
            return self._references("r.n IS NOT NULL AND r.subject = 'human'", [], "r.n DESC, r.id", 5)
        if "longest" in asks:
            found = self._references("r.subject = 'human'", [], "r.issued DESC", 500)
            long = [(days, row) for row in found if (days := _days(self.dataset.references[row[2]].duration))]
            return [row for _, row in sorted(long, key=lambda item: -item[0])[:5]]
        human = " AND r.subject = 'human'" if self.understood.subjects == ("human",) else ""
        order = "r.issued DESC, r.id" if "newest" in asks else "r.issued, r.id"
        return self._references(f"1{human}", [], order, 5)

    def _studies(self) -> list[Any]:
        """Return the studies of the kind asked for, the strongest and largest first."""
        rank = "CASE r.design " + " ".join(f"WHEN '{d}' THEN {i}" for d, i in self.dataset.ranks.items()) + " END"
        if self.understood.designs:
            return self._references("1", [], f"{rank}, r.n DESC, r.issued DESC", 5)
        return self._references("r.subject = 'human'", [], f"{rank}, r.n DESC, r.issued DESC", 5)

    def _listed(self, scored: list[tuple[float, Any]]) -> list[Any]:
        """Return the compounds that something is so of, those with most of it first, each with how much."""
        u = self.understood
        counts: dict[str, int] = {}
        if self.topics or u.results or u.words or u.jurisdictions or u.sections or u.designs:
            every = [found for _, found in self.words]
            relevant = [
                row
                for _, row in scored
                if row[1] in self._telling_kinds()
                and (not every or self.held.get(row[0], 0.0) >= 0.6 * sum(self.weights[word] for word, _ in self.words))
            ]
            if u.subjects:
                relevant = [row for row in relevant if row[8] in u.subjects] or relevant
            for row in relevant:
                for compound in row[3].split():
                    counts[compound] = counts.get(compound, 0) + 1
        elif u.subjects:
            sql = (
                "SELECT a.compound, count(*) FROM about a JOIN reference r ON r.id = a.id AND a.kind = 'reference' "
                "WHERE r.subject = ? GROUP BY a.compound"
            )
            counts = dict(self.dataset.rows(sql, (u.subjects[0],)))
        elif u.unknown or u.strangers:
            # Which were tested for what nobody here has heard of: none.
            return []
        else:
            counts = {key: len(self.dataset.references_of(key)) for key in self.dataset.compounds}
        if u.jurisdictions or "regulatory" in u.sections:
            best: dict[str, Any] = {}
            for _, row in scored:
                if row[1] == "regulatory":
                    best.setdefault(row[3], row)
            return list(best.values())
        rows = []
        for compound, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            entry = self._compound_rows([compound])[0]
            entries = "entry" if count == 1 else "entries"
            rows.append((*entry[:12], f"{self.dataset.compounds[compound].name}: {count} {entries} on this. "
                         f"{self.dataset.compounds[compound].summary}", *entry[13:]))  # fmt: skip
        return rows

    def _from_country(self) -> list[Any]:
        """Return the compounds whose originators work in a country."""
        groups = {key for key, group in self.dataset.groups.items() if group.country in self.understood.jurisdictions}
        keys = [c.id for c in self.dataset.compounds.values() if groups & set(c.originators)]
        return self._compound_rows(keys)

    def _compound_rows(self, keys: Sequence[str]) -> list[Any]:
        sql = f"SELECT {_COLUMNS} FROM entry WHERE kind = 'compound' AND id = ?"
        return [row for key in keys for row in self.dataset.rows(sql, (key,))]

    def _without_people(self) -> list[Any]:
        """Return the compounds of which no study in people is held."""
        sql = (
            "SELECT id FROM compound WHERE id NOT IN (SELECT a.compound FROM about a JOIN reference_design d ON "
            "d.reference = a.id JOIN reference r ON r.id = a.id WHERE a.kind = 'reference' AND r.subject = 'human') "
            "ORDER BY id"
        )
        return self._compound_rows([key for (key,) in self.dataset.rows(sql)])

    def _telling_kinds(self) -> set[str]:
        if self.understood.jurisdictions or "regulatory" in self.understood.sections:
            return {"regulatory"}
        return {"claim", "fact", "regulatory", "compound", *(["reference"] if self.understood.designs else [])}


def _days(duration: str | None) -> int:
    """Return a duration in days, 0 where it is none."""
    found = re.search(r"(\d+(?:\.\d+)?)\s*(day|week|month|year)", duration or "")
    return round(float(found[1]) * {"day": 1, "week": 7, "month": 30, "year": 365}[found[2]]) if found else 0


def _telling(label: str) -> Iterable[str]:
    return (word for word in searched(label).split() if len(word) > 3 and word not in {"other", "heart"})


def _hit(row: Any, score: float, marks: Marks, grounds: Grounds) -> Hit:
    (_, kind, key, compounds, section, topic, _, level, _, result, verdict, _, text, refs, own) = row
    ground = Ground()
    if kind == "claim":
        ground = grounds.of_claim(compounds.split()[0], key)
    elif kind == "reference":
        ground = grounds.of_reference(key)
    return Hit(kind=kind, id=key, compounds=tuple(compounds.split()), section=section, text=text,
               spans=_spans(text, marks), topic=topic, level=level, result=result, verdict=verdict,
               references=tuple(refs.split()), score=round(score, 2), own=bool(own), read=ground.read,
               at=ground.at, certainty=ground.certainty)  # fmt: skip


def _spans(text: str, marks: Marks) -> tuple[tuple[int, int], ...]:
    """Return where in a text the words stand, or others of the same stem."""
    return tuple(found.span() for found in re.finditer(r"\w+", text) if marks[found[0]])


class Marks(dict[str, bool]):
    """Tells of a word whether it is one of those asked for, or of the same stem; of each word once."""

    def __init__(self, marks: Sequence[str]) -> None:
        super().__init__()
        self._marks = marks

    def __missing__(self, word: str) -> bool:
        plain = searched(word).strip()
        self[word] = found = any(_alike(plain, mark) for mark in self._marks)
        return found


def _alike(word: str, mark: str) -> bool:
    common = max(4, min(len(word), len(mark)) - 2)
    return word == mark or (len(word) >= 4 <= len(mark) and word[:common] == mark[:common])
