"""What a list from the fields answers and no words do: the largest, the newest, which of the compounds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from .candidates import COLUMNS, Candidates, in_order

_READ = {"full text": "full-text", "abstract": "abstract", "title": "title"}
"""How deep a paper was read, by what is asked for."""

_RESIDUE = 111
"""What an amino acid in a chain weighs on the whole, in g/mol, where no mass is held of the chain."""

_TOGETHER = re.compile(r"\b(?:together|combin\w+|blends?|mixed|mixtures?|given \S+ (?:with|and))\b", re.IGNORECASE)
"""How an entry tells that one was given with another."""

_SHOWN = re.compile(r"\b(?:shows?|showed|shown|find|found|results?)\b|показал", re.IGNORECASE)
"""How it is asked what studies found, and not which there are."""

_TRIALS = re.compile(r"\btrials?\b|испытани", re.IGNORECASE)
"""How a study is asked for in which somebody was given something, and not one of people who were observed."""

_ON_TOPIC = (
    "(r.id IN (SELECT reference FROM reference_topic WHERE topic = ?) OR r.id IN (SELECT reference "
    "FROM claim_reference x JOIN claim c ON c.compound = x.compound AND c.id = x.claim WHERE c.topic = ?))"
)
"""How a reference is told that is on a topic, by its own or by that of a claim; the topic is given twice."""

_STRONG = 2
"""Ranks of designs that count as the strongest: systematic reviews and randomised trials."""


_TIMELESS = {"regulatory", "origin", "limitations", "questions", "anecdotes"}
"""Sections of which the newest or first is told there, and not by the newest or first paper."""


class Lists:
    """Makes the lists that a question asks for."""

    def __init__(self, found: Candidates) -> None:
        self.found, self.dataset, self.understood = found, found.dataset, found.understood

    def before(self, scored: list[tuple[float, Any]]) -> list[tuple[float, Any]]:
        """Return the entries with what a table answers before them: the largest, the newest, each compound that."""
        first = self._chosen(scored)
        if not first:
            return scored
        top = (scored[0][0] if scored else 0.0) + 1.0
        listed = {(row[1], row[2]) for row in first}
        rest = [(score, row) for score, row in scored if (row[1], row[2]) not in listed]
        return [(top + 1.0 - i / (len(first) + 1), row) for i, row in enumerate(first)] + rest

    def _chosen(self, scored: list[tuple[float, Any]]) -> list[Any]:
        """Return the list that was asked for, empty where none was."""
        u, asks = self.understood, set(self.understood.asks)
        if len(self.found.compounds) >= 2:
            return self._side_by_side(scored)
        if "statements" in u.sections and not {"compounds", "newest", "reading"} & asks:
            # Whether what is said of the largest or longest is true: the statement, not the study.
            return []
        if {"newest", "first"} & asks and _TIMELESS & set(u.sections):
            # The newest of its status, the first who made it: of that section, and not a paper.
            return []
        if "reading" in asks:
            return self._readings()
        return self._superlative() or self._standing() or self._of_compounds(scored) or self._studies_asked()

    def _side_by_side(self, scored: list[tuple[float, Any]]) -> list[Any]:
        """Return the comparison of the compounds asked about, and what speaks of both."""
        u = self.understood
        pair = [row for _, row in scored if set(row[3].split()) >= self.found.compounds]
        naming = [row for _, row in scored if row not in pair and self.found.names_another(row)]
        # The answer to just that, whichever of them it stands with.
        shared = self.found.asked_of_all
        asked = sorted((row for _, row in scored if row[0] in shared), key=lambda row: -shared[row[0]])
        keys = sorted(self.found.compounds)
        names = " and ".join(self.dataset.compounds[key].name for key in keys)
        row = (0, "comparison", "/".join(keys), " ".join(keys), "comparison",
               next(iter(self.found.topics), None), None, None, None, None, None, None,
               f"{names} side by side: {u.say}", "", 0)  # fmt: skip
        # Whether one is the other is told by what each is.
        each = self._compound_rows(list(u.compounds)[:2]) if "identity" in u.sections else []
        return list({(row[1], row[2]): row for row in (row, *asked[:2], *each, *pair[:2], *naming[:2])}.values())

    def together(self) -> list[tuple[float, Any]]:
        """Return what tells of compounds that were given, or are sold, together; nothing where none does."""
        told = [
            row
            for row in self.found.rows
            if row[1] in {"fact", "claim", "limitation", "question"}
            and _TOGETHER.search(row[12])
            and self.found.names_others(row)
        ]
        told.sort(key=lambda row: (row[1] != "fact", row[8] != "human"))
        return [(1.0 - i / (len(told) + 1), row) for i, row in enumerate(told)]

    def _standing(self) -> list[Any]:
        """Return the references that were retracted, corrected or warned of, as was asked."""
        standings = self.understood.standings
        if not standings:
            return []
        marks = ",".join("?" * len(standings))
        found = self._references(f"r.standing IN ({marks})", list(standings), "r.issued DESC, r.id", 50)
        return [row for row in found if any(row[0] in numbers for _, numbers in self.found.words)] or found

    def _of_compounds(self, scored: list[tuple[float, Any]]) -> list[Any]:
        """Return the compounds of which something is so, where that was asked."""
        u = self.understood
        if "from country" in u.asks and u.jurisdictions:
            return self._from_country()
        if "without people" in u.asks:
            return self._without_people()
        if "compounds" in u.asks and u.apart and not (self.found.compounds or self.found.topics or u.words):
            return self._without_studies(u.apart)
        if not self.found.compounds and "compounds" in u.asks and not u.numbers:
            return self._listed(scored)
        return []

    def _studies_asked(self) -> list[Any]:
        """Return the studies, where nothing but their kind was asked for, or that they be in people."""
        u, bare = self.understood, not (self.understood.words or self.found.topics)
        people = self.found.compounds and u.subjects == ("human",) and not u.sections and not _SHOWN.search(u.query)
        papers = self.found.compounds and "papers" in u.asks and not (u.sections or u.facts)
        return self._studies() if bare and (people or papers or (u.designs and not u.results)) else []

    def _entries(self, sql: str, values: Sequence[Any]) -> list[Any]:
        return in_order(self.dataset.rows(f"SELECT {COLUMNS} FROM entry WHERE owner IN ({sql})", values))

    def _references(self, where: str, values: list[Any], order: str, most: int) -> list[Any]:
        """Return the entries of references that `where` chooses, in order."""
        if self.found.compounds:
            marks = ",".join("?" * len(self.found.compounds))
            where += f" AND r.id IN (SELECT id FROM about WHERE kind = 'reference' AND compound IN ({marks}))"
            values = [*values, *sorted(self.found.compounds)]
        for topic in sorted(self.found.topics):
            where += f" AND {_ON_TOPIC}"
            values = [*values, topic, topic]
        if self.understood.designs:
            marks = ",".join("?" * len(self.understood.designs))
            where += f" AND r.id IN (SELECT reference FROM reference_design WHERE design IN ({marks}))"
            values = [*values, *self.understood.designs]
        if self.understood.years:
            where += " AND CAST(r.issued AS INTEGER) BETWEEN ? AND ?"
            values = [*values, *self.understood.years]
        sql = f"SELECT r.id FROM reference r WHERE {where} ORDER BY {order} LIMIT {1000 if self.found.words else most}"
        keys = [key for (key,) in self.dataset.rows(sql, values)]
        found = {row[2]: row for key in keys for row in self._entries("?", (f"reference:{key}",))}
        chosen = [found[key] for key in keys if key in found]
        named = [row for row in chosen if all(row[0] in numbers for _, numbers in self.found.words)]
        return [self._measured(row) for row in (named or chosen)[:most]]

    def _measured(self, row: Any) -> Any:
        """Return the entry of a reference with the size and length of the study, where they are known."""
        reference = self.dataset.references[row[2]]
        facts = [f"n = {reference.n}" if reference.n else "", reference.duration or ""]
        told = ", ".join(fact for fact in facts if fact)
        return (*row[:12], f"{row[12]} ({told})", *row[13:]) if told else row

    def _superlative(self) -> list[Any]:
        """Return what is the largest, the newest, the best, where one was asked for."""
        asks = set(self.understood.asks)
        if {"heaviest", "lightest"} & asks and not self.found.compounds:
            return self._by_mass()
        if "best" in asks:
            return self._best()
        if not {"largest", "smallest", "newest", "first", "longest", "most rested on"} & asks:
            return []
        if "longest" in asks and self.understood.facts:
            return []  # the longest half-life is not the longest study
        if "most rested on" in asks:
            rests = "(SELECT count(*) FROM claim_reference c WHERE c.reference = r.id)"
            return self._references("1", [], f"{rests} DESC, r.id", 5)
        if {"smallest", "largest"} & asks:
            # Who asks for a trial is not shown people who were only observed.
            trial = (
                " AND (r.design GLOB '*trial' OR r.design = 'open-label')"
                if _TRIALS.search(self.understood.query)
                else ""
            )
            order = "r.n, r.id" if "smallest" in asks else "r.n DESC, r.id"
            return self._references(f"r.n IS NOT NULL AND r.subject = 'human'{trial}", [], order, 5)
        if "longest" in asks:
            found = self._references("r.subject = 'human'", [], "r.issued DESC", 500)
            long = [(days, row) for row in found if (days := _days(self.dataset.references[row[2]].duration))]
            return [row for _, row in sorted(long, key=lambda item: -item[0])[:5]]
        human = " AND r.subject = 'human'" if self.understood.subjects == ("human",) else ""
        order = "r.issued DESC, r.id" if "newest" in asks else "r.issued, r.id"
        return self._references(f"1{human}", [], order, 5)

    def _readings(self) -> list[Any]:
        """Return the references asked about, each with how deep it was read."""
        asked = self.understood.asks
        depth = [_READ[ask] for ask in asked if ask in _READ]
        wheres = f"r.read IN ({','.join('?' * len(depth))})" if depth else "1"
        order = "CASE r.read WHEN 'full-text' THEN 0 WHEN 'abstract' THEN 1 ELSE 2 END, r.issued DESC, r.id"
        found = self._references(wheres, depth, order, 50) or self._references("1", [], order, 50)
        named = [row for row in found if all(row[0] in numbers for _, numbers in self.found.words)]
        rows = named if named or not self.found.compounds else found
        return [
            (*row[:12], f"{row[12]} (read: {(self.dataset.references[row[2]].read or 'not told').replace('-', ' ')})",
             *row[13:])
            for row in rows
        ]  # fmt: skip

    def _by_mass(self) -> list[Any]:
        """Return the compounds that are one molecule by their size, the one asked for first."""
        sizes = []
        for compound in self.dataset.compounds.values():
            mass = self.dataset.chemistry(compound.id)[1]
            residues = len(compound.sequence.residues) if compound.sequence else 0
            if mass or residues:
                told = f"{mass:.2f} g/mol" if mass else f"{residues} residues"
                sizes.append((mass or _RESIDUE * residues, compound.id, told))
        sizes.sort(reverse="heaviest" in self.understood.asks)
        return [
            (*row[:12], f"{told}: {row[12]}", *row[13:]) for _, key, told in sizes for row in self._compound_rows([key])
        ]

    def _best(self) -> list[Any]:
        """Return the studies of the strongest design, or the compounds that have most of them."""
        if self.found.compounds or "compounds" not in self.understood.asks:
            return self._studies()
        strong = [design.id for design in self.dataset.vocabulary.designs if self.dataset.ranks[design.id] < _STRONG]
        topics = sorted(self.found.topics)
        where = f" AND ({' OR '.join([_ON_TOPIC] * len(topics))})" if topics else ""
        sql = (
            "SELECT a.compound, count(DISTINCT a.id) FROM about a JOIN reference r ON r.id = a.id "
            f"WHERE a.kind = 'reference' AND r.design IN ({','.join('?' * len(strong))}){where} GROUP BY a.compound"
        )
        counts = dict(self.dataset.rows(sql, [*strong, *(topic for topic in topics for _ in range(2))]))
        return self._counted(counts, "study of the strongest designs", "studies of the strongest designs")

    def _studies(self) -> list[Any]:
        """Return the studies of the kind asked for, the strongest and largest first."""
        rank = "CASE r.design " + " ".join(f"WHEN '{d}' THEN {i}" for d, i in self.dataset.ranks.items()) + " END"
        if self.understood.designs:
            return self._references("1", [], f"{rank}, r.n DESC, r.issued DESC", 5)
        of = "1" if "papers" in self.understood.asks else "r.subject = 'human'"
        return self._references(of, [], f"{rank}, r.n DESC, r.issued DESC", 5)

    def _listed(self, scored: list[tuple[float, Any]]) -> list[Any]:
        """Return the compounds that something is so of, those with most of it first, each with how much."""
        u = self.understood
        counts: dict[str, int] = {}
        relevant: list[Any] = []
        if self.found.topics or u.results or u.words or u.jurisdictions or u.sections or u.designs:
            every = [found for _, found in self.found.words]
            relevant = [
                row
                for _, row in scored
                if row[1] in self._telling_kinds()
                and (
                    not every
                    or self.found.held.get(row[0], 0.0)
                    >= 0.6 * sum(self.found.weights[word] for word, _ in self.found.words)
                )
            ]
            if self.found.topics:
                hinted = set().union(*(found for _, found in self.found.hints))
                on_topic = [row for row in relevant if row[5] in self.found.topics or row[0] in hinted]
                relevant = on_topic or relevant
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
        compounds = self._counted(counts, "entry on this", "entries on this")
        if not relevant:
            return compounds
        # After each compound what answers best of it.
        return [row for compound in compounds for row in (compound, *self._best_of(compound[2], relevant))]

    def _best_of(self, compound: str, rows: Sequence[Any]) -> list[Any]:
        return [row for row in rows if compound in row[3].split() and row[1] != "compound"][:1]

    def _counted(self, counts: dict[str, int], one: str, many: str) -> list[Any]:
        """Return compounds with how much there is of each, the most first, or the least where that was asked for."""
        sign = 1 if "fewest" in self.understood.asks else -1
        rows = []
        for compound, count in sorted(counts.items(), key=lambda item: (sign * item[1], item[0])):
            entry = self._compound_rows([compound])[0]
            told = f"{self.dataset.compounds[compound].name}: {count} {one if count == 1 else many}."
            rows.append((*entry[:12], f"{told} {self.dataset.compounds[compound].summary}", *entry[13:]))
        return rows

    def _from_country(self) -> list[Any]:
        """Return the compounds whose originators work in a country."""
        groups = {key for key, group in self.dataset.groups.items() if group.country in self.understood.jurisdictions}
        keys = [c.id for c in self.dataset.compounds.values() if groups & set(c.originators)]
        return self._compound_rows(keys)

    def _compound_rows(self, keys: Sequence[str]) -> list[Any]:
        sql = f"SELECT {COLUMNS} FROM entry WHERE kind = 'compound' AND id = ?"
        return [row for key in keys for row in self.dataset.rows(sql, (key,))]

    def _without_people(self) -> list[Any]:
        """Return the compounds of which no study in people is held."""
        sql = (
            "SELECT id FROM compound WHERE id NOT IN (SELECT a.compound FROM about a JOIN reference_design d ON "
            "d.reference = a.id JOIN reference r ON r.id = a.id WHERE a.kind = 'reference' AND r.subject = 'human' AND "
            "NOT EXISTS (SELECT 1 FROM claim_reference x JOIN claim c ON c.compound = x.compound AND c.id = x.claim "
            "WHERE x.reference = a.id AND x.compound = a.compound GROUP BY x.reference HAVING max(c.given) = 0)) "
            "ORDER BY id"
        )
        return self._compound_rows([key for (key,) in self.dataset.rows(sql)])

    def _without_studies(self, kinds: Sequence[str]) -> list[Any]:
        """Return the compounds of which no study of some designs, or in some subjects, is held."""
        marks = ",".join("?" * len(kinds))
        sql = (
            "SELECT id FROM compound WHERE id NOT IN (SELECT a.compound FROM about a JOIN reference_design d ON "
            "d.reference = a.id JOIN reference r ON r.id = a.id WHERE a.kind = 'reference' AND "
            f"(d.design IN ({marks}) OR r.subject IN ({marks}))) ORDER BY id"
        )
        return self._compound_rows([key for (key,) in self.dataset.rows(sql, [*kinds, *kinds])])

    def _telling_kinds(self) -> set[str]:
        if self.understood.jurisdictions or "regulatory" in self.understood.sections:
            return {"regulatory"}
        return {"claim", "fact", "regulatory", "compound", *(["reference"] if self.understood.designs else [])}


def _days(duration: str | None) -> int:
    """Return a duration in days, 0 where it is none."""
    found = re.search(r"(\d+(?:\.\d+)?)\s*(day|week|month|year)", duration or "")
    return round(float(found[1]) * {"day": 1, "week": 7, "month": 30, "year": 365}[found[2]]) if found else 0
