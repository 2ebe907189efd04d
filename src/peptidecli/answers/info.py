"""The dataset in numbers."""

from __future__ import annotations

from collections import Counter
from typing import get_args

from ..dataset.dataset import Dataset
from ..dataset.model import About, Reading, Record
from .own import Folder, folders, own_among
from .shares import Shares, shares


class Kept(Record, frozen=True):
    """The store of what was read: the file it lies in (None while it is in memory), its bytes, and rows by table."""

    path: str | None
    bytes: int
    rows: dict[str, int]


class Overview(Record, frozen=True):
    """The answer to `peptide info`: counts by name, each in the vocabulary's order, and the folders in use.

    `works` counts a paper and its translation once. `registries` counts references by the registry in which they were
    seen first, `dated_traces` those with a trace that was read on a known day; `read` how deep references were read,
    `placed` the claims that say where in the paper they stand (`at`). `own_compounds` are those that own data have
    brought, changed or extended.
    """

    about: About
    program: str
    folders: tuple[Folder, ...]
    own_data: str
    references: int
    works: int
    compounds: dict[str, int]
    designs: dict[str, int]
    years: dict[str, int]
    standings: dict[str, int]
    languages: dict[str, int]
    registries: dict[str, int]
    dated_traces: int
    read: dict[str, int]
    shares: Shares | None
    claims: int
    placed: int
    kinds: dict[str, int]
    results: dict[str, int]
    statements: int
    verdicts: dict[str, int]
    untraced: int
    problems: dict[str, int]
    sources: int
    groups: int
    store: Kept
    own_compounds: tuple[str, ...] = ()


def overview(dataset: Dataset, program: str, own_data: str) -> Overview:
    """Return the dataset in numbers.

    `program` is the program's version, `own_data` the folder where a user's own data would lie.
    """
    references = tuple(dataset.references.values())
    claims = [claim for compound in dataset.compounds.values() for claim in compound.claims]
    words = dataset.vocabulary
    rank = dataset.ranks
    designs = Counter(min(reference.design, key=rank.__getitem__) for reference in references)
    standings = Counter(reference.standing for reference in references)
    depths = Counter(reference.read for reference in references)
    kinds = Counter(claim.kind for claim in claims)
    results = Counter(claim.result for claim in claims)
    verdicts = Counter(statement.verdict for statement in dataset.statements.values())
    problems = Counter(citation.problem for citation in dataset.untraced.values())
    return Overview(
        about=dataset.about,
        program=program,
        folders=folders(dataset),
        own_data=own_data,
        references=len(dataset.references),
        works=len(dataset.works(dataset.references)),
        compounds={key: len(dataset.references_of(key)) for key in dataset.compounds},
        designs={term.id: designs[term.id] for term in words.designs if designs[term.id]},
        years=_half_decades(Counter(reference.issued for reference in references)),
        standings={term.id: standings[term.id] for term in words.standings if standings[term.id]},
        languages=dict(Counter(reference.language for reference in references).most_common()),
        registries=dict(Counter(reference.trace[0].registry for reference in references).most_common()),
        dated_traces=sum(1 for reference in references if any(trace.read for trace in reference.trace)),
        read={depth: depths[depth] for depth in get_args(Reading)},
        shares=shares(dataset.references),
        claims=len(claims),
        placed=sum(1 for claim in claims if claim.at),
        kinds=dict(kinds.most_common()),
        results={term.id: results[term.id] for term in words.results},
        statements=len(dataset.statements),
        verdicts={term.id: verdicts[term.id] for term in words.verdicts},
        untraced=len(dataset.untraced),
        problems={term.id: problems[term.id] for term in words.problems},
        sources=len(dataset.sources),
        groups=len(words.groups),
        store=_kept(dataset),
        own_compounds=own_among(dataset, dataset.compounds),
    )


_TABLES = ("file", "compound", "reference", "claim", "statement", "citation", "source", "name", "entry")


def _kept(dataset: Dataset) -> Kept:
    pages, size = dataset.rows("PRAGMA page_count")[0][0], dataset.rows("PRAGMA page_size")[0][0]
    rows = {table: dataset.rows(f"SELECT count(*) FROM {table}")[0][0] for table in _TABLES}
    return Kept(path=str(dataset.store) if dataset.store else None, bytes=pages * size, rows=rows)


def _half_decades(years: Counter[int]) -> dict[str, int]:
    """Return counts by five years, from the first that has one to the last."""
    if not years:
        return {}
    first = min(years) // 5 * 5
    return {
        f"{start}–{start + 4}": sum(years[year] for year in range(start, start + 5))
        for start in range(first, max(years) + 1, 5)
    }
