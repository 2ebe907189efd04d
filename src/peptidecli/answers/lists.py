"""What a list from the fields answers and no words do: the largest, the newest, which of the compounds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from .candidates import COLUMNS, Candidates


class Lists:
    """Makes the lists that a question asks for."""

    def __init__(self, found: Candidates) -> None:
        self.found, self.dataset, self.understood = found, found.dataset, found.understood

    def before(self, scored: list[tuple[float, Any]]) -> list[tuple[float, Any]]:
        """Return the entries with what a table answers before them: the largest, the newest, each compound that."""
        u = self.understood
        first: list[Any] = []
        if len(self.found.compounds) >= 2:
            pair = [row for _, row in scored if set(row[3].split()) >= self.found.compounds]
            naming = [row for _, row in scored if row not in pair and self.found.names_another(row)]
            keys = sorted(self.found.compounds)
            names = " and ".join(self.dataset.compounds[key].name for key in keys)
            row = (0, "comparison", "/".join(keys), " ".join(keys), "comparison",
                   next(iter(self.found.topics), None), None, None, None, None, None, None,
                   f"{names} side by side: {u.say}", "", 0)  # fmt: skip
            first = [row, *pair[:2], *naming[:2]]
        elif {"largest", "smallest", "newest", "first", "longest"} & set(u.asks):
            first = self._superlative()
        elif u.standings:
            marks = ",".join("?" * len(u.standings))
            first = self._references(f"r.standing IN ({marks})", list(u.standings), "r.issued DESC, r.id", 50)
            named = [row for row in first if any(row[0] in found for _, found in self.found.words)]
            first = named or first
        elif "from country" in u.asks and u.jurisdictions:
            first = self._from_country()
        elif "without people" in u.asks:
            first = self._without_people()
        elif not self.found.compounds and "compounds" in u.asks and not u.numbers:
            first = self._listed(scored)
        elif (
            self.found.compounds and u.subjects == ("human",) and not (u.words or self.found.topics or u.sections)
        ) or (u.designs and not u.words and not self.found.topics and not u.results):
            first = self._studies()
        if not first:
            return scored
        top = (scored[0][0] if scored else 0.0) + 1.0
        listed = {(row[1], row[2]) for row in first}
        rest = [(score, row) for score, row in scored if (row[1], row[2]) not in listed]
        return [(top + 1.0 - i / (len(first) + 1), row) for i, row in enumerate(first)] + rest

    def _entries(self, sql: str, values: Sequence[Any]) -> list[Any]:
        return self.dataset.rows(f"SELECT {COLUMNS} FROM entry WHERE owner IN ({sql})", values)

    def _references(self, where: str, values: list[Any], order: str, most: int) -> list[Any]:
        """Return the entries of references that `where` chooses, in order."""
        if self.found.compounds:
            marks = ",".join("?" * len(self.found.compounds))
            where += f" AND r.id IN (SELECT id FROM about WHERE kind = 'reference' AND compound IN ({marks}))"
            values = [*values, *sorted(self.found.compounds)]
        for topic in sorted(self.found.topics):
            where += (
                " AND (r.id IN (SELECT reference FROM reference_topic WHERE topic = ?) OR r.id IN (SELECT reference "
                "FROM claim_reference x JOIN claim c ON c.compound = x.compound AND c.id = x.claim WHERE c.topic = ?))"
            )
            values = [*values, topic, topic]
        if self.understood.designs:
            marks = ",".join("?" * len(self.understood.designs))
            where += f" AND r.id IN (SELECT reference FROM reference_design WHERE design IN ({marks}))"
            values = [*values, *self.understood.designs]
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
        sql = f"SELECT {COLUMNS} FROM entry WHERE kind = 'compound' AND id = ?"
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
