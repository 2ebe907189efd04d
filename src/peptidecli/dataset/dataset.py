"""The dataset as answers see it: records by id, each read when it is first asked for, and what is asked of all."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from ..errors import UsageError
from . import locations, model
from .decoding import decoded
from .store import Store, Watch, open_store

T = TypeVar("T")


def open_dataset(
    own: Sequence[Path] | Path | None = None,
    *,
    user_data: bool = True,
    cache: bool = True,
    watch: Watch | None = None,
) -> Dataset:
    """Return the bundled dataset with the user's folders and `own` (--data) laid over it.

    Without `user_data` only the bundled dataset and `own` are read; without `cache` the store is built in memory.
    Raises DatasetError when a folder or file cannot be read or does not hold together.
    """
    named = (own,) if isinstance(own, Path) else tuple(own or ())
    return of_folders((locations.bundled(), *locations.own(named, user_data=user_data)), cache=cache, watch=watch)


def of_folders(folders: Sequence[Path], *, cache: bool = False, watch: Watch | None = None) -> Dataset:
    """Return the dataset of `folders`, the later laid over the earlier."""
    return Dataset(tuple(folders), cache=cache, watch=watch)


class Records(Mapping[str, T], Generic[T]):
    """Records by id in sorted order, each read when it is first asked for: a profile needs few of ten thousand."""

    def __init__(self, dataset: Dataset, kind: str, type_: type[T]) -> None:
        self._dataset, self._kind, self._type = dataset, kind, type_
        self._records: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        record = self._records.get(key)
        if record is None:
            rows = self._dataset.rows(f"SELECT record, crc FROM {self._kind} WHERE id = ?", (key,))
            if not rows:
                raise KeyError(key)
            record = self._records[key] = self._read(key, *rows[0])
        return record

    def _read(self, key: str, text: Any, crc: int) -> T:
        """Return a record that is what was written; a store in which one is not is built anew."""
        raw = text.encode() if isinstance(text, str) else b""
        if zlib.crc32(raw) == crc:
            try:
                return decoded(raw, self._type)
            except msgspec.DecodeError:  # written by another hand, the checksum with it
                pass
        self._dataset.rebuild()
        raw = self._dataset.rows(f"SELECT record FROM {self._kind} WHERE id = ?", (key,))[0][0].encode()
        return decoded(raw, self._type)

    def some(self, keys: Iterable[str], *, keep: bool = True) -> tuple[T, ...]:
        """Return the records of `keys` in their order, read together; with `keep` they are at hand afterwards."""
        keys = tuple(keys)
        if not keep:
            self._records.clear()
        self._fetch(keys)
        if not all(key in self._records for key in keys):  # a table that lacks what others point at
            self._dataset.rebuild()
            self._fetch(keys)
        return tuple(self._records[key] for key in keys)

    def _fetch(self, keys: Iterable[str]) -> None:
        """Read the records of `keys` that are not at hand."""
        missing = [key for key in dict.fromkeys(keys) if key not in self._records]
        for start in range(0, len(missing), 500):
            part = missing[start : start + 500]
            marks = ",".join("?" * len(part))
            sql = f"SELECT id, record, crc FROM {self._kind} WHERE id IN ({marks})"
            for key, text, crc in self._dataset.rows(sql, part):
                self._records[key] = self._read(key, text, crc)

    def __iter__(self) -> Iterator[str]:
        return (key for (key,) in self._dataset.rows(f"SELECT id FROM {self._kind} ORDER BY id"))

    def __len__(self) -> int:
        return int(self._dataset.rows(f"SELECT count(*) FROM {self._kind}")[0][0])

    def __contains__(self, key: object) -> bool:
        return key in self._records or bool(self._dataset.rows(f"SELECT 1 FROM {self._kind} WHERE id = ?", (key,)))

    def values(self) -> Any:
        """Yield all records in the order of their ids, without keeping them: there may be very many."""
        rows = self._dataset.rows(f"SELECT id, record, crc FROM {self._kind} ORDER BY id")
        return (self._read(key, text, crc) for key, text, crc in rows)


class Dataset:
    """All that is known: the vocabulary, records of each kind by id, and questions that the store answers."""

    def __init__(self, folders: tuple[Path, ...], *, cache: bool, watch: Watch | None = None) -> None:
        self._folders, self._cache, self._rebuilt = folders, cache, False
        self._store: Store = open_store(folders, cache=cache, watch=watch)
        self._own: dict[str, Set[str]] = {}
        self.compounds = Records(self, "compound", model.Compound)
        self.references = Records(self, "reference", model.Reference)
        self.sources = Records(self, "source", model.Source)
        self.statements = Records(self, "statement", model.Statement)
        self.untraced = Records(self, "citation", model.UntracedCitation)

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        """Return the rows of a query; a store that turns out to be damaged is built anew first."""
        try:
            return self._store.connection.execute(sql, values).fetchall()
        except UnicodeEncodeError:  # bytes that are no UTF-8: nothing is called so
            return []
        except sqlite3.ProgrammingError as error:
            if "thread" not in str(error):
                raise
            raise UsageError("a dataset answers only in the thread that opened it; open one in each") from None
        except sqlite3.DatabaseError:
            if self._store.path is None or self._rebuilt:
                raise
            self.rebuild()
            return self._store.connection.execute(sql, values).fetchall()

    def rebuild(self) -> None:
        """Throw the store away and build it anew from the files."""
        self._rebuilt = True
        self._store.connection.close()
        self._store = open_store(self._folders, cache=self._cache, anew=True)

    def verify(self) -> None:
        """Look through the whole store and build it anew where it is damaged: for what hands it on whole."""
        connection = self._store.connection
        connection.create_function("crc", 1, zlib.crc32, deterministic=True)
        try:
            sound = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",) and not any(
                connection.execute(f"SELECT 1 FROM {kind} WHERE crc(CAST(record AS BLOB)) <> crc LIMIT 1").fetchone()
                for kind in ("compound", "reference", "statement", "citation", "source")
            )
        except sqlite3.DatabaseError:
            sound = False
        if not sound and self._store.path is not None and not self._rebuilt:
            self.rebuild()

    @property
    def connection(self) -> sqlite3.Connection:
        """The store's connection, for what hands its tables on whole."""
        return self._store.connection

    @property
    def store(self) -> Path | None:
        """The file of the store, None while it lives in memory."""
        return self._store.path

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders in use, the bundled one first."""
        return tuple(str(folder) for folder in self._folders)

    @property
    def stamp(self) -> str:
        """What changes whenever the program, a folder or a data file does."""
        return str(self.rows("SELECT value FROM meta WHERE key = 'stamp'")[0][0])

    # -- vocabulary --------------------------------------------------------------------------------------------------

    def _kept(self, key: str, kind: type[T]) -> T:
        sql = "SELECT value FROM meta WHERE key = ?"
        try:
            return decoded(self.rows(sql, (key,))[0][0], kind)
        except (LookupError, TypeError, msgspec.DecodeError):  # written by another hand
            self.rebuild()
            return decoded(self.rows(sql, (key,))[0][0], kind)

    @cached_property
    def about(self) -> model.About:
        """The dataset's own bibliographic data."""
        return self._kept("about", model.About)

    @cached_property
    def vocabulary(self) -> model.Vocabulary:
        """The controlled vocabulary but its synonyms, which are in `phrases`."""
        return self._kept("vocabulary", model.Vocabulary)

    @cached_property
    def phrases(self) -> model.Phrases:
        """What people's words mean."""
        return self._kept("phrases", model.Phrases)

    @cached_property
    def designs(self) -> dict[str, model.Design]:
        """Study designs by id, the strongest first."""
        return {term.id: term for term in self.vocabulary.designs}

    @cached_property
    def ranks(self) -> dict[str, int]:
        """The rank of every study design, 0 the strongest."""
        return {term.id: rank for rank, term in enumerate(self.vocabulary.designs)}

    @cached_property
    def topics(self) -> dict[str, model.Topic]:
        """Topics by id."""
        return {term.id: term for term in self.vocabulary.topics}

    @cached_property
    def jurisdictions(self) -> dict[str, model.Term]:
        """Jurisdictions by id."""
        return {term.id: term for term in self.vocabulary.jurisdictions}

    @cached_property
    def groups(self) -> dict[str, model.Group]:
        """Research groups by id."""
        return {group.id: group for group in self.vocabulary.groups}

    # -- names and numbers -------------------------------------------------------------------------------------------

    def bearers(self, key: str) -> tuple[model.NameKey, ...]:
        """Return the compounds that bear a folded name."""
        return self._names("SELECT compound, text, preferred FROM name WHERE key = ? ORDER BY compound", key)

    def relatives_called(self, keys: Sequence[str]) -> dict[str, tuple[str, str]]:
        """Return by folded name what is called so and no compound of ours: the compound it stands under, its name."""
        found: dict[str, tuple[str, str]] = {}
        for start in range(0, len(keys), 500):
            part = keys[start : start + 500]
            sql = (
                f"SELECT key, compound, text FROM relative WHERE key IN ({','.join('?' * len(part))}) ORDER BY compound"
            )
            found |= {key: (compound, text) for key, compound, text in self.rows(sql, part)}
        return found

    def compounds_from(self, begun: str) -> tuple[tuple[str, str], ...]:
        """Return the ids of compounds that begin with `begun`, each with the compound's name."""
        sql = "SELECT id, name FROM compound WHERE id >= ? AND id < ? ORDER BY id"
        return tuple(self.rows(sql, (begun, begun + "\U0010ffff")))

    def written(self) -> tuple[tuple[str, str], ...]:
        """Return the ways in which compounds are written, each with the compound's name."""
        return tuple(
            self.rows("SELECT n.text, c.name FROM name n JOIN compound c ON c.id = n.compound ORDER BY c.id, n.key")
        )

    def bearers_from(self, key: str) -> tuple[tuple[str, model.NameKey], ...]:
        """Return the folded names that begin with `key`, each with a compound that bears it."""
        sql = "SELECT key, compound, text, preferred FROM name WHERE key >= ? AND key < ? ORDER BY key, compound"
        return tuple(
            (name, model.NameKey(compound=compound, text=text, preferred=bool(preferred)))
            for name, compound, text, preferred in self.rows(sql, (key, key + "\U0010ffff"))
        )

    def _names(self, sql: str, *values: str) -> tuple[model.NameKey, ...]:
        return tuple(
            model.NameKey(compound=compound, text=text, preferred=bool(preferred))
            for compound, text, preferred in self.rows(sql, values)
        )

    def names(self) -> list[str]:
        """Return all folded names."""
        return [key for (key,) in self.rows("SELECT DISTINCT key FROM name ORDER BY key")]

    def numbered(self, value: str, kind: str | None = None) -> tuple[model.NameKey, ...]:
        """Return the compounds that have a registry's number."""
        sql = "SELECT compound, kind || ' ' || text FROM identifier WHERE value = ?"
        rows = self.rows(f"{sql} AND kind = ?" if kind else sql, (value.lower(), *([kind] if kind else [])))
        return tuple(model.NameKey(compound=compound, text=text) for compound, text in rows)

    def of_sequence(self, residues: str) -> tuple[model.NameKey, ...]:
        """Return the compounds that are a linear sequence with free ends."""
        found = self.rows("SELECT id FROM compound WHERE residues = ? ORDER BY id", (residues,))
        plain = (self.compounds[key] for (key,) in found)
        return tuple(
            model.NameKey(compound=compound.id, text=residues)
            for compound in plain
            if compound.sequence and compound.sequence.plain
        )

    def reference_with(self, kind: str, value: str) -> str | None:
        """Return the id of the reference with that DOI, PMID or PMCID, its own or that of its other place."""
        return next(iter(self.references_with(kind, value)), None)

    def references_with(self, kind: str, value: str) -> tuple[str, ...]:
        """Return the ids of all such: own data may hold a work under two, which `check` tells."""
        column = {"DOI": "lower(doi)", "PMID": "pmid", "PMCID": "pmcid"}[kind]
        rows = self.rows(f"SELECT id FROM reference WHERE {column} = ?", (value,))
        if not rows and kind in _OTHER:
            sql = f"""SELECT id FROM reference WHERE instr(record, '"other-place"') > 0 AND {_OTHER[kind]} = ?"""
            rows = self.rows(sql, (value,))
        return tuple(key for (key,) in rows)

    def translations(self, key: str) -> tuple[str, ...]:
        """Return the ids of the references that are translations of one."""
        sql = """SELECT id FROM reference WHERE instr(record, '"translation-of"') > 0
            AND json_extract(record, '$."translation-of"') = ? ORDER BY id"""
        return tuple(found for (found,) in self.rows(sql, (key,)))

    @cached_property
    def originals(self) -> dict[str, str]:
        """What each translation is the translation of."""
        sql = """SELECT id, json_extract(record, '$."translation-of"') FROM reference
            WHERE instr(record, '"translation-of"') > 0"""
        return {key: original for key, original in self.rows(sql) if original}

    def works(self, references: Iterable[str]) -> set[str]:
        """Return the ids that stand for the works of references: one for a work that was printed at two places."""
        return {self.originals.get(key, key) for key in references}

    # -- what belongs to a compound ----------------------------------------------------------------------------------

    def about_compound(self, kind: str, compound: str) -> tuple[str, ...]:
        """Return the ids of the references, statements or citations (`kind` in the singular) about a compound."""
        sql = "SELECT id FROM about WHERE compound = ? AND kind = ? ORDER BY id"
        return tuple(key for (key,) in self.rows(sql, (compound, kind)))

    def references_of(self, compound: str) -> tuple[str, ...]:
        """Return the ids of the references that study a compound."""
        return self.about_compound("reference", compound)

    def tally(self, compound: model.Compound) -> model.Tally:
        """Return a compound's bibliography in numbers."""
        sql = (
            "SELECT r.id, r.design, r.subject, r.research_group, r.standing, r.same_study_as FROM about a "
            "JOIN reference r ON r.id = a.id WHERE a.compound = ? AND a.kind = 'reference'"
        )
        papers = self.rows(sql, (compound.id,))
        seen: dict[str, tuple[Any, ...]] = {}
        for row in sorted(papers, key=lambda row: row[0] in self.originals):
            seen.setdefault(self.originals.get(row[0], row[0]), row)
        rows = list(seen.values())
        elsewhere = self.not_given(compound.id)
        human = {row[0] for row in rows if row[2] == "human" and row[0] not in elsewhere}
        designs: dict[str, int] = {}
        groups: dict[str, int] = {}
        for key, design, _, group, _, _ in rows:
            if key not in elsewhere:
                designs[design] = designs.get(design, 0) + 1
            if group:
                groups[group] = groups.get(group, 0) + 1
        largest, count = max(groups.items(), key=lambda item: (item[1], item[0])) if groups else (None, 0)
        return model.Tally(
            references=len(papers),
            works=len(rows),
            human=sum(1 for row in rows if row[0] in human and row[5] not in human),
            designs=tuple(
                model.DesignCount(design=key, count=designs[key]) for key in sorted(designs, key=self.ranks.__getitem__)
            ),
            groups=len(groups),
            largest=largest,
            largest_count=count,
            unaffiliated=sum(1 for row in rows if not row[3]),
            independent=sum(n for group, n in groups.items() if group not in compound.originators),
            retracted=sum(1 for row in rows if row[4] == "retracted"),
        )

    def not_given(self, compound: str) -> frozenset[str]:
        """Return the ids of the references none of whose subjects was given the compound, by all their claims on it."""
        sql = (
            "SELECT x.reference FROM claim_reference x JOIN claim c ON c.compound = x.compound AND c.id = x.claim "
            "WHERE x.compound = ? GROUP BY x.reference HAVING max(c.given) = 0"
        )
        return frozenset(key for (key,) in self.rows(sql, (compound,)))

    def computed(self, compound: model.Compound) -> bool:
        """Tell whether formula and mass of a compound are worked out from its sequence."""
        return bool(compound.sequence and compound.sequence.plain)

    def chemistry(self, compound: str) -> tuple[str | None, float | None]:
        """Return formula and molar mass (g/mol) of a compound, worked out from its sequence where that is plain."""
        formula, mass = self.rows("SELECT formula, molar_mass FROM compound WHERE id = ?", (compound,))[0]
        return formula, mass

    def topics_of(self, reference: str) -> tuple[str, ...]:
        """Return the topics of a reference and of the claims that rest on it."""
        sql = (
            "SELECT topic FROM reference_topic WHERE reference = ? UNION SELECT c.topic FROM claim_reference r "
            "JOIN claim c ON c.compound = r.compound AND c.id = r.claim WHERE r.reference = ?"
        )
        return tuple(topic for (topic,) in self.rows(sql, (reference, reference)))

    def own(self, kind: str) -> Set[str]:
        """Return the ids of the records of a kind that own folders have brought or changed."""
        if len(self._folders) > 1 and kind not in self._own:
            self._own[kind] = _Own(self, kind)
        return self._own.get(kind, frozenset())


class _Own(Set[str]):
    """The ids of own records of a kind, each looked up when it is asked for: an answer names few of very many."""

    def __init__(self, dataset: Dataset, kind: str) -> None:
        self._dataset, self._kind = dataset, kind
        self._known: dict[object, bool] = {}

    @classmethod
    def _from_iterable(cls, keys: Iterable[Any]) -> Any:
        """Return what is made of two sets: ids, no longer looked up."""
        return frozenset(keys)

    def __contains__(self, key: object) -> bool:
        known = self._known.get(key)
        if known is None:
            rows = self._dataset.rows(f"SELECT own FROM {self._kind} WHERE id = ?", (key,))
            known = self._known[key] = bool(rows and rows[0][0])
        return known

    def __iter__(self) -> Iterator[str]:
        return (key for (key,) in self._dataset.rows(f"SELECT id FROM {self._kind} WHERE own"))

    def __len__(self) -> int:
        return int(self._dataset.rows(f"SELECT count(*) FROM {self._kind} WHERE own")[0][0])


_OTHER = {
    "DOI": """lower(json_extract(record, '$."other-place".DOI'))""",
    "PMID": """json_extract(record, '$."other-place".PMID')""",
}
"""Where a reference holds the numbers of the other place of its work."""
