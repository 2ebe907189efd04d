"""Building: records in, rows of the store out; what files say of one id, laid over each other, and what is derived."""

from __future__ import annotations

import itertools
import re
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from ..errors import DatasetError
from ..notation import people, sequences
from ..notation.words import fold, plain, searched
from . import entries, model
from .decoding import decoded
from .places import line_of
from .schema import INDEXES

Key = tuple[str, str]
"""Kind and id of a record."""


class Part(NamedTuple):
    """What one file says of one id; `folder` counts from 0, the bundled one, a later one is laid over an earlier."""

    kind: str
    id: str
    folder: int
    file: int
    record: Any


def records(content: Any) -> Iterator[tuple[str, Any]]:
    """Yield the kind and the record of everything in a data file but the vocabulary."""
    match content:
        case model.Compound():
            yield "compound", content
        case model.ReferencesFile():
            yield from (("reference", record) for record in content.references)
        case model.SourcesFile():
            yield from (("source", record) for record in content.sources)
        case model.StatementsFile():
            yield from (("statement", record) for record in content.statements)
            yield from (("citation", record) for record in content.untraced)
        case _:
            return


def encoded(record: Any) -> str:
    """Return a record as JSON text with its keys as in TOML, those without a value left out."""
    return _NOTHING.sub("", msgspec.json.encode(record).decode())


# A quotation mark inside a text is escaped, so that this is a key and never part of a text.
_NOTHING = re.compile(r',"[\w-]+":null')


def checksum(text: str) -> int:
    """Return the checksum that stands beside a record."""
    return zlib.crc32(text.encode())


class Builder:
    """Puts records into the store and takes those of files out that have changed."""

    def __init__(self, store: sqlite3.Connection, vocabulary: model.Vocabulary) -> None:
        self.store = store
        self.words = entries.labels(vocabulary)
        self.rank = {design.id: rank for rank, design in enumerate(vocabulary.designs)}
        self._indexed = False

    def index(self) -> None:
        """Make the indexes, where they are not made: when all is put in, or when the first record is taken out."""
        if not self._indexed:
            for statement in filter(str.strip, INDEXES.split(";")):
                self.store.execute(statement)
            self._indexed = True

    def forget(self, files: Iterable[int]) -> set[Key]:
        """Take out what files say; return what is to be put in again, from other files or not at all."""
        touched: set[Key] = set()
        for file in files:
            for kind, key in self.store.execute("SELECT kind, id FROM overlaid WHERE file = ?", (file,)).fetchall():
                touched.add((kind, key))
            self.store.execute("DELETE FROM overlaid WHERE file = ?", (file,))
            for kind in model.KINDS:
                rows = self.store.execute(f"SELECT id FROM {kind} WHERE file = ?", (file,)).fetchall()
                touched |= {(kind, key) for (key,) in rows}
        return touched

    def put(self, parts: Iterable[Part], touched: set[Key]) -> set[Key]:
        """Put records in, over those of earlier folders; return the keys that have gone because no file says them."""
        added: dict[Key, list[Part]] = {}
        for part in parts:
            added.setdefault((part.kind, part.id), []).append(part)
        gone: set[Key] = set()
        known = touched | self._known(added)
        if known:
            self.index()
        changed: dict[str, list[tuple[str, Part, bool]]] = {kind: [] for kind in model.KINDS}
        for key in sorted(touched | added.keys()):
            said = added.get(key, [])
            if key in known:
                said = [*self._said(key, touched), *said]
                self._remove(key)
                self.store.execute("DELETE FROM overlaid WHERE kind = ? AND id = ?", key)
            if not said:
                gone.add(key)
                continue
            said.sort(key=lambda part: part.folder)
            part = said[0]
            if getattr(part.record, "extends", False):
                self._refuse_extension(part)
            if len(said) > 1:
                self.store.executemany(
                    "INSERT OR REPLACE INTO overlaid VALUES (?, ?, ?, ?, ?)",
                    [(p.kind, p.id, p.folder, p.file, encoded(p.record)) for p in said],
                )
                part = said[-1]._replace(record=_laid_over(said))
            changed[key[0]].append((key[1], part, part.folder > 0))
        for kind, items in changed.items():
            getattr(self, f"_put_{kind}s")(items)
        references = {key for key, _, _ in changed["reference"] if ("reference", key) in known}
        if references:
            self._relevel(references, {key for key, _, _ in changed["compound"]})
        return gone

    def _known(self, keys: Iterable[Key]) -> set[Key]:
        """Return those of the keys that are in the store."""
        found: set[Key] = set()
        for kind, group in itertools.groupby(sorted(keys), key=lambda key: key[0]):
            wanted = [key for _, key in group]
            for start in range(0, len(wanted), 500):
                part = wanted[start : start + 500]
                sql = f"SELECT id FROM {kind} WHERE id IN ({_marks(len(part))})"
                found |= {(kind, key) for (key,) in self.store.execute(sql, part)}
        return found

    def _said(self, key: Key, touched: set[Key]) -> list[Part]:
        """Return what other files say of a key."""
        rows = self.store.execute(
            "SELECT folder, file, record FROM overlaid WHERE kind = ? AND id = ? ORDER BY folder", key
        ).fetchall()
        if not rows and key not in touched:
            rows = self.store.execute(
                f"SELECT f.folder, f.id, k.record FROM {key[0]} k JOIN file f ON f.id = k.file WHERE k.id = ?",
                (key[1],),
            ).fetchall()
        return [Part(*key, folder, file, decoded(text, model.KINDS[key[0]])) for folder, file, text in rows]

    def _refuse_extension(self, part: Part) -> None:
        (found,) = self.store.execute("SELECT path FROM file WHERE id = ?", (part.file,)).fetchone()
        path = Path(found)
        raise DatasetError(
            path,
            f"extends {part.id!r}, but no earlier folder has that compound; correct the id, or take extends out",
            line_of(path.read_text(encoding="utf-8-sig"), "$.extends"),
        )

    def _remove(self, key: Key) -> None:
        kind, wanted = key
        for (number,) in self.store.execute(
            "SELECT number FROM entry WHERE owner = ?", (f"{kind}:{wanted}",)
        ).fetchall():
            self.store.execute("DELETE FROM entry_text WHERE rowid = ?", (number,))
            self.store.execute("DELETE FROM entry_compound WHERE entry = ?", (number,))
            self.store.execute("DELETE FROM entry WHERE number = ?", (number,))
        if kind == "reference":
            row = self.store.execute("SELECT number FROM reference WHERE id = ?", (wanted,)).fetchone()
            if row:
                self.store.execute("DELETE FROM reference_text WHERE rowid = ?", row)
                for table in ("reference_design", "reference_topic"):
                    self.store.execute(f"DELETE FROM {table} WHERE reference = ?", (wanted,))
        if kind == "compound":
            for table in ("name", "relative", "identifier", "claim", "claim_reference"):
                self.store.execute(f"DELETE FROM {table} WHERE compound = ?", (wanted,))
        if kind in {"reference", "statement", "citation"}:
            self.store.execute("DELETE FROM about WHERE kind = ? AND id = ?", key)
        self.store.execute(f"DELETE FROM {kind} WHERE id = ?", (wanted,))

    # -- one kind after the other ------------------------------------------------------------------------------------

    def _put_sources(self, items: list[tuple[str, Part, bool]]) -> None:
        self.store.executemany(
            "INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (key, r.title, r.publisher, r.kind, r.url, own, part.file, text := encoded(r), checksum(text))
                for key, part, own in items
                for r in (part.record,)
            ],
        )

    def _put_references(self, items: list[tuple[str, Part, bool]]) -> None:
        start = self.store.execute("SELECT coalesce(max(number), 0) FROM reference").fetchone()[0]
        rows, texts, designs, topics, abouts, found = [], [], [], [], [], []
        for number, (key, part, own) in enumerate(items, start + 1):
            r: model.Reference = part.record
            best = self.words.designs[min(r.design, key=self.rank.__getitem__)]
            text = encoded(r)
            rows.append(
                (number, key, r.title, people.family(r.author[0]), r.issued, r.container_title, r.volume, r.issue,
                 r.page, r.doi, r.pmid, r.pmcid, r.language, r.standing, best.id, best.subject, r.n, r.group, r.read,
                 r.same_study_as, own, part.file, text, checksum(text))
            )  # fmt: skip
            families = people.families(r.author)
            texts.append(
                (number, " ".join(people.family_words(r.author[0])), " ".join(families),
                 " ".join(map(people.skeleton, families)), plain(" ".join(filter(None, (r.title, r.original_title)))),
                 plain(r.container_title))
            )  # fmt: skip
            designs += [(design, key) for design in dict.fromkeys(r.design)]
            topics += [(topic, key) for topic in dict.fromkeys(r.topics)]
            abouts += [(compound, "reference", key) for compound in dict.fromkeys(r.compounds)]
            found.append((f"reference:{key}", own, entries.of_reference(r, self.words)))
        many = self.store.executemany
        many(f"INSERT INTO reference VALUES ({_marks(24)})", rows)
        many(f"INSERT INTO reference_text (rowid, first, family, sound, title, journal) VALUES ({_marks(6)})", texts)
        many("INSERT INTO reference_design VALUES (?, ?)", designs)
        many("INSERT INTO reference_topic VALUES (?, ?)", topics)
        many("INSERT INTO about VALUES (?, ?, ?)", abouts)
        self._enter(found)

    def _put_statements(self, items: list[tuple[str, Part, bool]]) -> None:
        for key, part, own in items:
            r: model.Statement = part.record
            text = encoded(r)
            self.store.execute(
                f"INSERT INTO statement VALUES ({_marks(9)})",
                (key, r.topic, r.verdict, r.text, r.explanation, own, part.file, text, checksum(text)),
            )
            self._about(r.compounds, "statement", key)
        self._enter([(f"statement:{key}", own, entries.of_statement(p.record, self.words)) for key, p, own in items])

    def _put_citations(self, items: list[tuple[str, Part, bool]]) -> None:
        for key, part, own in items:
            r: model.UntracedCitation = part.record
            text = encoded(r)
            self.store.execute(
                f"INSERT INTO citation VALUES ({_marks(12)})",
                (key, r.citation, r.problem, r.year, r.doi, r.pmid, r.explanation, plain(f"{r.author or ''} {r.id}"),
                 own, part.file, text, checksum(text)),
            )  # fmt: skip
            self._about(r.compounds, "citation", key)
        self._enter([(f"citation:{key}", own, entries.of_citation(p.record)) for key, p, own in items])

    def _about(self, compounds: Iterable[str], kind: str, key: str) -> None:
        rows = [(compound, kind, key) for compound in dict.fromkeys(compounds)]
        self.store.executemany("INSERT INTO about VALUES (?, ?, ?)", rows)

    def _put_compounds(self, items: list[tuple[str, Part, bool]]) -> None:
        found: list[tuple[str, bool, entries.Entry]] = []
        for key, part, own in items:
            record: model.Compound = part.record
            made = computed(record)
            text = encoded(record)
            self.store.execute(
                f"INSERT INTO compound VALUES ({_marks(12)})",
                (key, record.name, record.compound_class, record.parent,
                 record.sequence.residues if record.sequence else None, made.formula if made else record.formula,
                 made.molar_mass if made else record.molar_mass, record.summary, own, part.file, text, checksum(text)),
            )  # fmt: skip
            bundled = self._bundled(key) if own and record.extends else None
            before = set(names(bundled)) if bundled else set()
            self.store.executemany(
                "INSERT INTO name VALUES (?, ?, ?, ?, ?)",
                [
                    (name, key, bearer.text, bearer.preferred, own and (name, bearer) not in before)
                    for name, bearer in names(record)
                ],
            )
            kin = bundled.relatives if bundled else ()
            self.store.executemany(
                "INSERT OR IGNORE INTO relative VALUES (?, ?, ?, ?)",
                [
                    (fold(name), key, relative.name, own and relative not in kin)
                    for relative in record.relatives
                    for name in (relative.name, *relative.aliases)
                ],
            )
            numbers = bundled.identifiers if bundled else ()
            self.store.executemany(
                "INSERT OR IGNORE INTO identifier VALUES (?, ?, ?, ?, ?)",
                [
                    (item.value.lower(), key, item.kind, item.value, own and item not in numbers)
                    for item in record.identifiers
                ],
            )
            claims = bundled.claims if bundled else ()
            levels = {claim.id: self._level(claim) for claim in record.claims}
            self.store.executemany(
                f"INSERT INTO claim VALUES ({_marks(14)})",
                [
                    (
                        key,
                        c.id,
                        c.topic,
                        c.kind,
                        c.result,
                        levels[c.id].id,
                        c.population,
                        c.n,
                        c.route,
                        c.at,
                        c.text,
                        c.effect,
                        c.given,
                        own and c not in claims,
                    )
                    for c in record.claims
                ],
            )
            self.store.executemany(
                "INSERT INTO claim_reference VALUES (?, ?, ?)",
                [(ref, key, claim.id) for claim in record.claims for ref in dict.fromkeys(claim.references)],
            )
            chemistry = (made.formula, made.molar_mass) if made else (record.formula, record.molar_mass)
            people = frozenset(c.id for c in record.claims if c.kind == "effect" and self._in_people(c, levels[c.id]))
            told = entries.of_compound(record, levels, people, self.words, chemistry)
            known = set(entries.of_compound(bundled, levels, people, self.words, chemistry)) if bundled else set()
            found += [(f"compound:{key}", own and item not in known, item) for item in told]
        self._enter(found)

    def _bundled(self, key: str) -> model.Compound | None:
        """Return what the bundled dataset says of a compound that is extended and nowhere replaced."""
        rows = self.store.execute(
            "SELECT folder, record FROM overlaid WHERE kind = 'compound' AND id = ? ORDER BY folder", (key,)
        ).fetchall()
        said = [decoded(text, model.Compound) for _, text in rows]
        unchanged = said and rows[0][0] == 0 and all(record.extends for record in said[1:])
        return said[0] if unchanged else None

    def _level(self, claim: model.Claim) -> model.Design:
        """Return the design a claim rests on: the highest of its references, retracted ones aside."""
        if claim.design:
            return self.words.designs[claim.design]
        rows = self.store.execute(
            f"SELECT design, standing FROM reference WHERE id IN ({_marks(len(claim.references))})", claim.references
        ).fetchall()
        standing = [design for design, state in rows if state != "retracted"] or [design for design, _ in rows]
        return self.words.designs[min(standing, key=self.rank.__getitem__)]

    def _in_people(self, claim: model.Claim, level: model.Design) -> bool:
        """Tell whether a claim is of people: by its design, or by a review that sums up studies in people."""
        if level.subject == "human":
            return True
        rows = self.store.execute(
            f"SELECT record FROM reference WHERE id IN ({_marks(len(claim.references))})", claim.references
        )
        return any(
            "human" in reference.species
            and all(self.words.designs[design].subject == "secondary" for design in reference.design)
            for reference in (decoded(text, model.Reference) for (text,) in rows)
        )

    def _relevel(self, references: set[str], done: set[str]) -> None:
        """Put compounds in again whose claims rest on references that have changed."""
        resting = {
            compound
            for key in references
            for (compound,) in self.store.execute("SELECT compound FROM claim_reference WHERE reference = ?", (key,))
        }
        for key in sorted(resting - done):
            row = self.store.execute("SELECT own, file, record FROM compound WHERE id = ?", (key,)).fetchone()
            self._remove(("compound", key))
            record = decoded(row[2], model.Compound)
            self._put_compounds([(key, Part("compound", key, 0, row[1], record), bool(row[0]))])

    def _enter(self, found: Iterable[tuple[str, bool, entries.Entry]]) -> None:
        number = self.store.execute("SELECT coalesce(max(number), 0) FROM entry").fetchone()[0]
        rows, texts, abouts = [], [], []
        for owner, own, item in found:
            number += 1
            rows.append(
                (number, item.kind, item.id, " ".join(item.compounds), item.section, item.topic, item.kind_of_claim,
                 item.level, item.subject, item.result, item.verdict, item.jurisdiction, item.text,
                 " ".join(item.references), own, owner)
            )  # fmt: skip
            texts.append((number, searched(item.heavy), searched(item.light)))
            abouts += [(compound, number) for compound in dict.fromkeys(item.compounds)]
        many = self.store.executemany
        many(f"INSERT INTO entry VALUES ({_marks(16)})", rows)
        many("INSERT INTO entry_text (rowid, heavy, light) VALUES (?, ?, ?)", texts)
        many("INSERT INTO entry_compound VALUES (?, ?)", abouts)


def _marks(count: int) -> str:
    return ", ".join("?" * count)


def _laid_over(said: list[Part]) -> Any:
    """Return the record that counts of what several folders say of one id: the last, with what it extends."""
    record = said[0].record
    for part in said[1:]:
        extends = isinstance(part.record, model.Compound) and part.record.extends
        record = _extended(record, part.record) if extends else part.record
    return record


def _extended(base: model.Compound, added: model.Compound) -> model.Compound:
    """Return a compound with what another file adds to it; of two entries with one key the added one counts."""
    fields: dict[str, Any] = {}
    for name in base.__struct_fields__:
        before, now = getattr(base, name), getattr(added, name)
        if name in _ENTRY_KEYS:
            keys = _ENTRY_KEYS[name]
            merged = {tuple(getattr(entry, key) for key in keys): entry for entry in (*before, *now)}
            fields[name] = tuple(merged.values())
        elif isinstance(now, tuple):
            fields[name] = tuple(dict.fromkeys((*before, *now)))
        else:
            fields[name] = before if now in (None, model.LEFT_OUT) else now
    return model.Compound(**fields)


_ENTRY_KEYS: dict[str, tuple[str, ...]] = {
    "aliases": ("text",), "identifiers": ("kind", "value"), "facts": ("label", "value"), "claims": ("id",),
    "regulatory": ("jurisdiction", "as_of", "event"), "limitations": ("text",), "questions": ("text",),
    "pathways": ("name",), "frameworks": ("name",), "anecdotes": ("text",), "faq": ("id",), "relatives": ("name",),
    "searched": ("day", "registers"), "makers": ("name",),
}  # fmt: skip
"""By what the entries of a compound's tables are told apart where a file extends it."""


def computed(compound: model.Compound) -> sequences.Computed | None:
    """Return formula and molar mass of a compound that is a linear sequence with free ends."""
    sequence = compound.sequence
    if not sequence or not sequence.plain:
        return None
    return sequences.computed(sequence.residues)


def names(compound: model.Compound) -> Iterator[tuple[str, model.NameKey]]:
    """Yield each way a compound is written, folded, with the form in which it is one."""
    residues = compound.sequence.residues if compound.sequence else ""
    # A sequence is an identifier, not a name, even where it is printed as one.
    aliases = [alias.text for alias in compound.aliases if sequences.parse(alias.text) != residues]
    seen = set()
    for text, preferred in [(compound.name, True), (compound.id, True), *((alias, False) for alias in aliases)]:
        key = fold(text)
        if key and key not in seen:
            seen.add(key)
            yield key, model.NameKey(compound=compound.id, text=text, preferred=preferred)
