"""How well an entry answers a question: points for each thing that was asked, by kind of entry; the best first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import msgspec

from ..notation.words import fold
from ..notation.words import words as words_of
from .candidates import Candidates
from .designs import Studies
from .narrowing import Filters, blinded
from .understanding import asked_for, authors_with, understand

_PRIOR = {"relative": 2.0, "compound": 0.6, "fact": 0.5, "claim": 0.5, "regulatory": 0.4, "statement": 0.3, "faq": 0.4,
          "mechanism": 0.4, "identity": 0.2, "limitation": 0.2, "method": 0.1, "question": 0.1, "untraced": 0.0,
          "reference": 0.1, "anecdote": -0.5}  # fmt: skip
_SUBJECT = {"human": 0.6, "animal": 0.2, "laboratory": 0.0, "secondary": 0.3}
_IDENTITY = {"mass": "Formula", "formula": "Formula", "sequence": "Structure", "CAS RN": "Registry numbers"}
"""How the label of a fact begins that tells of a compound's identity where no number is held."""

_BEARING = {"reference", "untraced", "identity", "compound", "statement", "faq", "fact", "relative", "limitation"}
"""What a number may stand in."""

_SPEAKING = {"limitation", "claim", "question", "statement", "compound", "faq"}


_FEW = 3
"""Hits below which what a compound is at large is shown after them."""

_AT_LARGE = {"compound": 1, "faq": 1, "limitation": 2, "question": 1}
"""What is shown of a compound, and how many of it, where nothing answers what was asked: of answers the first."""

_STATEMENTS = re.compile(r"claims|statements|myths|мифы|утвержд", re.IGNORECASE)
"""How the statements themselves are asked for, and not whether a compound is any good."""

_AT_LEAST = 4
"""Entries of a compound at large below which more are shown."""

_NONE = re.compile(r"\b(?:no|none|not|never|nobody|nothing|neither|unknown|unmeasured|unpublished)\b", re.IGNORECASE)
"""How it is said that something is lacking."""

_LACKING = {"limitation", "question", "faq", "fact", "statement"}
"""Where it is said that something is lacking."""

_REGISTERED = re.compile(r": (?:registered|approved)\.")
"""How an event of a status tells that a compound was registered."""

_PEOPLE = re.compile(r"\b(?:people|human|patients|man)\b")

_RARE = 60
"""Entries that hold a word by which a topic was asked for, at most, where they answer before the rest of the topic."""


_OF_A_TOPIC = {"mechanisms", "statements"}
"""Sections that are asked of what a compound does to something: how it improves sleep, whether it does."""

_HARDLY_ANY = 10
"""Entries that hold a word, at most, that tells whose an answer is."""

_WHOSE = 2
"""Compounds whose entries hold a word, at most, where the word is theirs."""


class Ranking:
    """Holds entries against what was understood."""

    def __init__(self, found: Candidates) -> None:
        self.found, self.lexicon = found, found.lexicon
        self.dataset, self.understood, self.filters = found.dataset, found.understood, found.filters
        understood = found.understood
        self.sections = set(understood.sections) | ({"people"} if "human" in understood.subjects else set())
        self.papers = self._papers()
        self.written = self._written() if "papers" in understood.asks else set()
        self.required = self._required()
        self.cited = words_of(understood.query) if "citation" in understood.asks else ()
        self.in_years = self._of_years(*understood.years) if understood.years else None
        self.blinded = blinded(self.dataset, Studies(blindings=frozenset(understood.blindings)))
        self.beside = False
        self.query = fold(understood.query)
        self.absent: tuple[str, ...] = ()
        self.telling = any(not word.isdigit() for word in found.weights)
        self.aside = 3.0 * len(understood.hints)
        # The more words a question has that names no compound, the more they tell.
        self.share = 6.0 if found.compounds else min(12.0, 4.5 + 1.5 * len(found.weights))
        self.lacking = bool({"anything", "absence"} & set(understood.asks))
        self.russian = not understood.query.isascii() and bool(re.search("[а-я]", understood.query, re.IGNORECASE))
        self.rarely = set().union(*(numbers for _, numbers in found.hints if 0 < len(numbers) <= _RARE))

    def _papers(self) -> dict[str, set[str]]:
        """Return the references that an author's name and a year fit, each with its own id and those of its claims."""
        years = [word for word, _ in self.found.words if re.fullmatch(r"(?:19|20)\d\d", word)]
        if not years:
            return self._in_journal()
        found: dict[str, set[str]] = {}
        for word, _ in self.found.words:
            numbers = authors_with(self.dataset, word) if word not in years else ()
            marks, dates = ",".join("?" * len(numbers)), ",".join("?" * len(years))
            sql = f"SELECT id FROM reference WHERE number IN ({marks}) AND CAST(issued AS TEXT) IN ({dates})"
            for (key,) in self.dataset.rows(sql, (*numbers, *years)):
                found.setdefault(key, set()).add(word)
        most = max(map(len, found.values()), default=0)
        return {key: words for key, words in found.items() if len(words) == most}

    def _written(self) -> set[str]:
        """Return the references by an author who was named."""
        numbers = {number for word, _ in self.found.words for number in authors_with(self.dataset, word)}
        marks = ",".join("?" * len(numbers))
        return {
            key for (key,) in self.dataset.rows(f"SELECT id FROM reference WHERE number IN ({marks})", sorted(numbers))
        }

    def _cited(self, text: str) -> float:
        """Return points of a paper for how much it has of a citation that was pasted: author, year and title."""
        held, first = set(words_of(text)), self._first_cited()
        title = [word for word in self.cited if len(word) > 3 and not word.isdigit()]
        points = 6.0 if first and fold(text).startswith(first) else 3.0 if first in held else 0.0
        points += 3.0 if self._years_cited() & held else 0.0
        return points + 12.0 * sum(word in held for word in title) / (len(title) or 1)

    def _first_cited(self) -> str:
        """Return the first author of a citation that was pasted."""
        return next((word for word in self.cited if word.isalpha() and len(word) > 2), "")

    def _years_cited(self) -> set[str]:
        return {word for word in self.cited if re.fullmatch(r"(?:19|20)\d\d", word)}

    def is_cited(self, kind: str, text: str) -> bool:
        """Tell whether a paper has the author and the year of a citation that was pasted."""
        if not self.cited:
            return False
        held, years, first = set(words_of(text)), self._years_cited(), self._first_cited()
        return kind in {"reference", "untraced"} and first in held and bool(years & held or not years)

    def beside_a_stranger(self, scored: Iterable[tuple[float, Any]]) -> bool:
        """Tell whether a compound is to be held against something of which nothing is held, under any of its names.

        A review that sets many medicines against each other may have it all the same.
        """
        u, strangers = self.understood, set(self.understood.strangers)
        if "versus" not in u.asks or len(u.compounds) != 1 or not strangers or u.concepts or strangers & set(u.words):
            return False
        return not any(row[7] == "systematic-review" and row[5] in self.found.topics for _, row in scored)

    def _of_years(self, first: int, last: int) -> set[str]:
        """Return the references between two years."""
        sql = "SELECT id FROM reference WHERE CAST(issued AS INTEGER) BETWEEN ? AND ?"
        return {key for (key,) in self.dataset.rows(sql, (first, last))}

    def _in_years(self, row: Any) -> bool:
        """Tell whether an entry is of the years asked for: a paper, what rests on one, an event of a status."""
        kind, key, refs = row[1], row[2], row[13].split()
        if kind == "regulatory" and (self.understood.jurisdictions or "regulatory" in self.sections):
            first, last = self.understood.years or (0, 9999)
            return first <= int(re.sub(r"\D", "", key.rpartition("/")[2])[:4] or 0) <= last
        return kind in {"reference", "claim"} and not (self.in_years or set()).isdisjoint({key, *refs})

    def _in_journal(self) -> dict[str, set[str]]:
        """Return the references of a journal whose name stands there cut short: Zh Nevrol Psikhiatr."""
        words = [word for word, _ in self.found.words if word.isascii() and word.isalpha()]
        sql = "SELECT 1 FROM reference_word WHERE col = 'journal' AND term = ?"
        cut = [word for word in words if not self.dataset.rows(sql, (word,))] if len(words) > 1 else []
        if len(cut) < 2:
            return {}
        match = " AND ".join(f'"{word}" *' for word in cut)
        sql = "SELECT r.id FROM reference_text t JOIN reference r ON r.number = t.rowid WHERE t.journal MATCH ?"
        return {key: set(cut) for (key,) in self.dataset.rows(sql, (match,))}

    def _required(self) -> set[int] | None:
        """Return the entries that name a stranger that is asked of alone; None where none is."""
        if self.found.compounds or not self.understood.strangers:
            return None
        return set().union(*(self.found.holding(name) for name in self.understood.strangers))

    def ranked(self) -> list[tuple[float, Any]]:
        """Return the entries that answer with their scores, best first."""
        rows = self.found.rows
        scored = [(score, row) for row in rows if (score := self._score(row)) is not None]
        self.beside = self._beside_the_topic(scored)
        self.absent = self._absent(rows)
        if self.beside:
            return []
        scored.sort(key=lambda item: -item[0])
        return self._near_the_best(self._whole(scored))

    def _near_the_best(self, scored: list[tuple[float, Any]]) -> list[tuple[float, Any]]:
        """Return what answers nearly as well as the best, where no compound was named: the rest is of other things."""
        if (
            self.found.compounds
            or not scored
            or self.filters != Filters()
            or not (self.found.words or self.found.topics)
        ):
            return scored
        most = max(self.found.held.get(row[0], 0.0) for _, row in scored)
        least = 0.5 * most if self.found.words and most >= 0.5 * self.found.total else 0.0
        best = scored[0][0]
        # Where the rarest word is that of a few compounds, what is held of others tells nothing, whatever it shares.
        holding = self._holding_the_rarest()
        whose = {compound for _, row in scored if row[0] in holding for compound in row[3].split()}
        if 0 < len(whose) <= _WHOSE:
            scored = [item for item in scored if item[1][0] in holding or whose & set(item[1][3].split())]
            best = scored[0][0]
        return [
            (score, row)
            for score, row in scored
            if score >= 0.45 * best and (self.found.held.get(row[0], 0.0) >= least or row[0] in self.rarely)
        ]

    def _holding_the_rarest(self) -> set[int]:
        """Return the entries that hold a word, as it was typed, that hardly any has, where a section was asked: HGF."""
        if not self.understood.sections or self.found.topics:
            return set()
        put = {*self.understood.concepts, *(word for _, word in self.understood.corrected)}
        typed = [found for word, found in self.found.words if word not in put and not word.isdigit()]
        return set().union(*(found for found in typed if len(found) <= _HARDLY_ANY))

    def _beside_the_topic(self, scored: list[tuple[float, Any]]) -> bool:
        """Tell whether a compound was asked about a topic or a country, and all that would answer is about another."""
        u = self.understood
        if self.found.compounds and u.jurisdictions and u.sections == ("regulatory",) and not u.words:
            hinted = {number for _, found in self.found.hints for number in found}
            return not any(row[11] in u.jurisdictions or row[0] in hinted for _, row in scored)
        if (
            not (self.found.compounds and self.found.topics)
            or set(u.sections) - (set() if u.concepts else _OF_A_TOPIC)
            or u.facts
            or u.identity
            or set(u.results) - {"positive"}
            or u.jurisdictions
        ):
            return False
        hinted = {number for _, found in self.found.hints for number in found} | set(self.found.held)
        hinted |= set() if self.found.words else self.found.labels
        if u.concepts and not any(row[0] in self.found.held for _, row in scored):
            # The condition asked for stands nowhere; what is held on the topic at large is another thing.
            return True
        return not any(row[5] in self.found.topics or row[0] in hinted for _, row in scored)

    def _absent(self, rows: Iterable[Any]) -> tuple[str, ...]:
        """Return what was asked of compounds where no entry of theirs speaks of any of it: dogs, another medicine.

        Where no compound was named, what no entry at all speaks of.
        """
        concepts = {word: found for word, found in self.found.words if word in self.understood.concepts}
        if not self.found.compounds:
            return tuple(word for word, found in concepts.items() if not found)
        spoken_of = {row[0] for row in rows}.intersection(set().union(*concepts.values()))
        return () if spoken_of else tuple(concepts)

    def nearest(self) -> list[tuple[float, Any]]:
        """Return what speaks of what was asked where nothing answers it: that there is no study in people, say."""
        if (
            not self.found.compounds
            or self.in_years is not None
            or not (self.understood.subjects or self.found.hints)
            or self.understood.words
            or self.beside
        ):
            return []
        words = {"human": ("human", "people", "clinical"), "animal": ("animal",), "laboratory": ("cells",)}
        wanted = [word for subject in self.understood.subjects for word in words[subject]]
        wanted += [hint for hint, _ in self.found.hints]
        found = set().union(*(self.found.holding(word) for word in wanted)) if wanted else set()
        rows = [row for row in self.found.rows if row[0] in found and row[1] in _SPEAKING]
        scored = [(_PRIOR.get(row[1], 0.0) + (1.0 if row[1] == "limitation" else 0.0), row) for row in rows]
        return sorted(scored, key=lambda item: -item[0])

    def with_the_compound(self, scored: list[tuple[float, Any]]) -> list[tuple[float, Any]]:
        """Return what answers, and what the compound is at large: first where no more was asked, last where little is.

        Whether it is true at all, or any good, is told by what limits what is known of it before single statements.
        """
        asked = [item for item in scored if item[1][1] == "faq" and fold(item[1][12].partition("?")[0]) == self.query]
        return asked + _without(self._with_the_compound(scored), asked)

    def _with_the_compound(self, scored: list[tuple[float, Any]]) -> list[tuple[float, Any]]:
        few, bare, kind = len(scored) < _FEW, self._bare(), "what kind" in self.understood.asks
        one = self._two_names_of_one()
        if self.filters != Filters() or not self.found.compounds or not (bare or few or kind or one or self.absent):
            return scored
        large = self.at_large()
        if self.absent:
            others = _without(scored, large)
            return others[:2] + large + others[2:]
        if kind:
            card = [item for item in large if item[1][1] == "compound"]
            return card + _without(scored, card)
        names = self.understood.named
        named = [item for item in scored if item[1][1] == "identity" and fold(item[1][2].partition("/")[2]) in names]
        if one:
            same = named + large[:2]
            return same + _without(scored, same)
        if not bare:
            return scored + _without(large, scored)
        shown = large[:1] + named + large[1:]
        return shown + _without(scored, shown)

    def _two_names_of_one(self) -> bool:
        """Tell whether two names of one compound were held against each other: DSIP and emideltide."""
        u = self.understood
        same = "versus" in u.asks or "identity" in u.sections
        return same and len(u.compounds) == 1 and len(set(u.named)) > 1 and not (u.topics or u.relatives)

    def _bare(self) -> bool:
        """Tell whether a compound was named and no more asked than whether it is any good."""
        u, sections = self.understood, set(self.understood.sections)
        if u.asks or u.words or u.unknown or len(u.compounds) != 1 or _STATEMENTS.search(u.query):
            return False
        if sections and not {"statements"} <= sections <= {"statements", "limitations"}:
            return False
        return not msgspec.structs.replace(u, sections=()).facets

    def at_large(self) -> list[tuple[float, Any]]:
        """Return what the compounds asked of are, and what limits what is known of them: where nothing answers."""
        found: list[tuple[float, Any]] = []
        wanted = _AT_LARGE
        if "statements" in self.understood.sections:
            wanted = {"compound": 1, "limitation": 2}  # the statements themselves are to follow
        if self.understood.jurisdictions or "regulatory" in self.understood.sections:
            # Where the status in one country is not held, that in others is the nearest.
            wanted = {"compound": 1, "regulatory": 3, "limitation": 1}
        left = {key: dict(wanted) for key in self.found.compounds}
        hinted = [numbers for _, numbers in self.found.hints]
        held = self.found.held
        # What holds a word of the question first, then in the order of the data, which is that of weight.
        places = {row[0]: place for place, row in enumerate(self.found.rows)}
        rows = sorted(
            self.found.rows,
            key=lambda row: row[1] != "faq" and -held.get(row[0], 0.0) - sum(row[0] in n for n in hinted),
        )
        for row in rows:
            for key in left.keys() & set(row[3].split()):
                if left[key].get(row[1], 0) > 0:
                    left[key][row[1]] -= 1
                    found.append((_PRIOR[row[1]], row))
                    break
        found.sort(key=lambda item: (-item[0], places[item[1][0]]))
        if len(found) < _AT_LEAST:
            # Of some little is said in so many words: its status and its studies, those in people first, tell as much.
            more = _without(((0.0, row) for row in rows if row[1] in {"regulatory", "claim"}), found)
            more.sort(key=lambda item: (item[1][1] != "regulatory", item[1][8] != "human", places[item[1][0]]))
            found += more[: _AT_LEAST + 1 - len(found)]
        return found

    def _whole(self, scored: list[tuple[float, Any]]) -> list[tuple[float, Any]]:
        """Return only what holds every word, where a year or a number is among them: another year is another paper."""
        written = [(word, found) for word, found in self.found.words if word not in self.understood.concepts]
        if self.cited:
            return scored
        if len(written) < 2 or not any(re.fullmatch(r"(?:19|20)\d\d", word) for word, _ in written):
            return scored
        every = set.intersection(*(found for _, found in written))
        return [item for item in scored if item[1][0] in every] or scored

    def _score(self, row: Any) -> float | None:  # noqa: PLR0912 - a reason to count or not a branch
        number, kind, key, _, section, topic, _, level, subject, result, _, jurisdiction, *_ = row
        if not self.found.passes(row):
            return None
        on_topic = kind == "reference" and key in self.found.on_topic
        u = self.understood
        points, facets = _PRIOR.get(kind, 0.0) + _SUBJECT.get(subject or "", 0.0), 0
        total, held, hits = self.found.total, self.found.held.get(number, 0.0), self.found.hits.get(number, 0)
        if total:
            # A word beside what was understood otherwise (a topic, a country) is part of the question, not all of it.
            points += self.share * held / (total + self.aside) + (1.0 if hits == len(self.found.weights) else 0.0)
            # What circulates on just that is to be told before the rest.
            points += 1.0 if kind == "statement" and hits == len(self.found.weights) and self.telling else 0.0
        for wanted, got, worth in (
            (u.sections, section, 4.0),
            (self.found.topics, topic, 4.0),
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
        if u.blindings and not self.blinded.isdisjoint({key, *row[13].split()}):
            points, facets = points + 3.0, facets + 1
        if self.required is not None and number not in self.required:
            return None
        if self.in_years is not None and not self._in_years(row):
            return None
        if self.papers and kind in {"reference", "claim", "statement"} and self.papers.keys() & set(row[13].split()):
            points, facets = points + (15.0 if kind == "reference" else 4.0), facets + 1
        if self.found.topics and topic not in self.found.topics and number in self.found.labels:
            points += 2.0
            facets += 1
        hinted = sum(1 + hint.count(" ") for hint, found in self.found.hints if number in found)
        if hinted:
            points += 1.5 * hinted
            facets += 1
        if self.rarely and topic in self.found.topics and number not in self.rarely:
            # Pancreatitis was asked for, and this is something else of the gut.
            points -= 2.0
        if on_topic:
            points, facets = points + 2.0, facets + 1
        facets += self.in_years is not None
        points, facets = self._lacks(row, *self._special(row, points, facets))
        if self.found.compounds and u.concepts and not held and facets == self._of_people(kind, key, subject):
            # That it was in people answers nothing where people of one kind are asked of: children, women.
            return None
        if facets < 0:
            return None
        if total and held < (0.45 if self.found.compounds else 0.5) * total and not facets:
            return None
        # Where nothing was asked in words, all that the options leave answers.
        if not total and not facets and (u.facets or not (self.found.compounds or self.filters != Filters())):
            return None
        if not total and not u.facets:
            # A name alone: what it is, then what limits what is known of it, before its kin.
            points += 3.0 if kind == "compound" else -3.0 if kind == "relative" else -1.0
        return points

    def _special(self, row: Any, points: float, facets: int) -> tuple[float, int]:  # noqa: PLR0912 - a kind a branch
        """Return points and facets with what one kind of entry alone can answer."""
        kind, key, section, level, jurisdiction, text = row[1], row[2], row[4], row[7], row[11], row[12]
        u = self.understood
        if kind == "fact" and any(key.partition("/")[2].startswith(label) for label in u.facts):
            points, facets = points + (8.0 if self.found.compounds else 2.0), facets + 1
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
        if kind == "compound" and "origin" in u.sections:
            points, facets = points + 2.5, facets + 1
        points += 1.5 * ("mechanisms" in u.sections and kind == "mechanism")
        if "statements" in u.sections and kind in {"statement", "untraced"}:
            told = len(u.sections) == 1 or row[0] in self.found.held or row[5] in self.found.topics
            points += (2.0 if told else -2.0) - (1.0 if kind == "untraced" and not u.asks else 0.0)
        # Asked of harm and no more, what was seen of it comes before where none was.
        of_harm = "safety" in u.sections and not (u.words or self.found.topics)
        points += 0.3 * (of_harm and kind == "claim" and row[6] == "safety" and row[9] == "negative")
        if "wrong citations" in u.asks and kind == "untraced":
            points, facets = points + 6.0, facets + 1
        if u.standings and kind == "reference" and any(f"[{s}]" in text for s in u.standings):
            points, facets = points + 6.0, facets + 1
        if "dosing" in u.sections and (worth := _of_doses(kind, text, row[8] in (u.subjects or ("human",)))):
            points, facets = points + worth, facets + 1
        if len(self.found.compounds) >= 2 and kind not in {"reference", "untraced"} and self.found.names_another(row):
            points, facets = points + 4.0, facets + 1
        if kind == "relative" and any(key == f"{compound}/{name}" for compound, name in u.relatives):
            points, facets = points + 12.0, facets + 1
        if kind == "regulatory":
            # The newest first: what was so once is so no longer.
            points += (int(re.sub(r"\D", "", key.rpartition("/")[2])[:4] or 1990) - 1990) / 100
            if u.jurisdictions and jurisdiction not in u.jurisdictions:
                return points, -99
            # What it is for is told by its label, or by what it is registered for.
            for_use = "Russian label" in u.facts and bool(_REGISTERED.search(text))
            points, facets = points + 2.0 * for_use, facets + for_use
        if kind == "faq":
            points, facets = self._faq(row, points, facets)
        if section == "references" and level and u.subjects and not u.words and row[8] in u.subjects:
            facets += 1
        numbers = {value for _, value in u.numbers}
        if numbers and kind in _BEARING and self._numbered(row, numbers):
            points, facets = points + 20.0, facets + 1
        return points, facets

    def _lacks(self, row: Any, points: float, facets: int) -> tuple[float, int]:
        """Return points and facets with what says that something was not done, and where a Russian would look first."""
        kind, sections = row[1], self.understood.sections
        if self.cited and kind in {"reference", "untraced"}:
            points, facets = points + self._cited(row[12]), facets + 1
        if row[2] in self.written and kind == "reference":
            points, facets = points + 6.0, facets + 1
        if self.lacking and kind in _LACKING and _NONE.search(row[12]):
            # Whether anyone ever tried it is told by what says that nobody did.
            people = kind == "limitation" and "human" in self.understood.subjects and _PEOPLE.search(row[12])
            points, facets = points + (5.0 if people else 2.5), facets + bool(people)
        if row[7] == "systematic-review" and self.understood.strangers and "versus" in self.understood.asks:
            # What sets many medicines against each other may have the one that is none of ours.
            points += 3.0
        if kind == "limitation" and "limitations" in sections and row[0] in self.found.held:
            points += 2.0
        if kind == "regulatory" and self.russian and row[11] == "RU":
            points += 1.0
        return points, facets

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

    def _faq(self, row: Any, points: float, facets: int) -> tuple[float, int]:
        """Return points and facets of an answer to a frequent question: the more of what was asked it shares."""
        question = row[12].partition("?")[0]
        asked = understand(self.dataset, question, self.lexicon)
        # "Does it improve memory?" is about the compound under which it stands.
        its = bool(re.search(r"\bits?\b", question))
        about = {*asked.compounds, *(row[3].split() if its and asked.compounds else ())}
        if about and about != self.found.compounds:
            return points - 1.5, facets
        if its and not about and not self.found.compounds:
            return points - 1.5, facets
        first, second = asked_for(self.understood), asked_for(asked)
        shared = len(first & second) / len(first | second) if first | second else 0.0
        if not shared:
            # What one of them has in a word the other has in several of one meaning, some a little beside it.
            alike = [_in_one_word(words, first | second) for words in (first, second)]
            shared = min(0.5, len(alike[0] & alike[1]) / len(alike[0] | alike[1]) if first and second else 0.0)
        if second and second < first:
            # The more general question answers too: is it safe, where its risk in something is asked for.
            shared = max(shared, 0.5)
        if len(about) > 1 and _of_two(first) and _of_two(second):
            # Whether one is the other, and how they differ, is one question.
            shared = max(shared, 0.5)
        if fold(question) == self.query:
            shared = 2.0  # word for word
        if shared >= 0.3:
            if len(about) > 1:
                self.found.asked_of_all[row[0]] = shared
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


def _of_doses(kind: str, text: str, asked_of: bool) -> float:
    """Return points for what tells of doses: a claim on those who were asked of, with a dose at best; a remark."""
    if kind == "claim" and asked_of:
        return 3.0 if re.search(r"\d\s?(mg|µg|mL|ml|%)", text) else 0.5
    return 3.0 if kind in {"limitation", "fact"} and re.search(r"\bdos(e|ing|age)", text) else 0.0


def _in_one_word(asked: set[tuple[str, str]], every: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return what is asked for, each word as the several of one meaning that it is one of."""
    several = {part: value for kind, value in every if kind == "word" for part in value.split() if " " in value}
    return {(kind, several.get(value, value)) for kind, value in asked}


def _of_two(asked: set[tuple[str, str]]) -> bool:
    """Tell whether no more is asked of compounds than how they stand to each other."""
    return asked <= {("asks", "versus"), ("sections", "identity"), ("identity", "names")}


def _without(scored: Iterable[tuple[float, Any]], others: Iterable[tuple[float, Any]]) -> list[tuple[float, Any]]:
    """Return entries but for those that stand among others."""
    shown = {row[0] for _, row in others}
    return [item for item in scored if item[1][0] not in shown]
