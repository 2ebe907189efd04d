"""References taken into a folder of own data: from files of other programs, or from the registries by number."""

from __future__ import annotations

import datetime
import importlib
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from ..dataset import model, writing
from ..dataset.dataset import Dataset
from ..dataset.model import Record, Reference
from ..dataset.reading import text_of
from ..errors import DatasetError, UsageError
from ..intake.paper import Paper
from ..notation import identifiers, people
from ..notation.words import fold, words
from .years import lies_ahead

if TYPE_CHECKING:
    from .news import Find

READERS = {".bib": "bibtex", ".bibtex": "bibtex", ".ris": "ris", ".json": "csl", ".nbib": "nbib", ".enw": "refer",
           ".xml": "endnote"}  # fmt: skip
"""The module of `intake` that reads a file, by its ending."""

UNCLASSIFIED = "unclassified"
"""The design of a reference about which its source says nothing."""

_HEADING = "# References of your own, sorted by id. What each field means: data/README.md\n"


class Taken(Record, frozen=True):
    """What became of one work: taken in under an id, there already under one, or refused, with the reason.

    Of what was taken in, the reason names what was left out, what it may be the same as, and that it does not stand.
    """

    outcome: Literal["added", "there", "refused"]
    id: str | None
    title: str
    source: str
    reason: str | None = None


class Added(Record, frozen=True):
    """The answer to `peptide add`: each work, and the file that was written, None where nothing was."""

    taken: tuple[Taken, ...]
    file: str | None


class Choices(Record, frozen=True):
    """What the person says of all works that are added: which compounds they study, and their design and topics."""

    compounds: tuple[str, ...] = ()
    design: str | None = None
    topics: tuple[str, ...] = ()


Ask = Callable[[Sequence[identifiers.Number]], Iterable[tuple[str, Paper | None]]]
"""Asks the registries for numbers; gives each with its paper, None where they have none."""


def add(
    dataset: Dataset, folder: Path, items: Sequence[str], choices: Choices, ask: Ask, *, dry_run: bool = False
) -> Added:
    """Take works into `references.toml` of a folder of own data, made if need be; what is there already is left out.

    `items` are files by their endings, or DOIs and PMIDs. Raises UsageError for what is neither and for a file that
    cannot be read. Nothing is written unless all could be read; what no data file can hold is refused by itself.
    """
    numbers = [_number(item) for item in items if not _is_file(item)]
    works = [(paper, item) for item in items if _is_file(item) for paper in _read(Path(item))]
    known = _Known(dataset)
    taken: list[Taken] = []
    for number in numbers:
        if key := known.numbered(number):
            taken.append(Taken("there", key, known.titles[key], number.value, f"same {number.kind}"))
    asking = [number for number in numbers if not known.numbered(number)]
    for asked, paper in ask(asking) if asking else ():
        if paper is None:
            taken.append(Taken("refused", None, asked, asked, "no registry knows it"))
        else:
            works.append((paper, asked))
    new: list[Reference] = []
    for paper, source in works:
        title = paper.title or "(no title)"
        if paper.fault:
            taken.append(Taken("refused", None, title, source, paper.fault))
            continue
        there = known.same(paper)
        if there and not known.another(there[0], paper):
            taken.append(Taken("there", there[0], title, source, f"same {there[1]}"))
            continue
        lacking = [name for name, content in _needed(paper).items() if not content]
        if lacking:
            why = [f"it has no {' and no '.join(lacking)}", *(f"without {lost}" for lost in paper.lost)]
            taken.append(Taken("refused", None, title, source, "; ".join(why)))
            continue
        reference = _reference(paper, source, known, choices)
        if wrong := writing.fault("reference", reference) or _unborn(reference):
            taken.append(Taken("refused", None, title, source, wrong))
            continue
        known.take(reference)
        new.append(reference)
        told = [f"same {there[1]} as {there[0]}, with another number"] if there else []
        told += [f"without {lost}" for lost in paper.lost]
        told += [_STANDINGS[reference.standing]] if reference.standing in _STANDINGS else []
        taken.append(Taken("added", reference.id, title, source, "; ".join(told) or None))
    path = folder / "references.toml"
    if new and not dry_run:
        writing.write_file(path, writing.with_records(path, "reference", new, _HEADING))
    return Added(tuple(taken), str(path) if new and not dry_run else None)


_Numbers = tuple[str | None, str | None, str | None]
"""DOI in small letters, PMID and PMCID."""


def _numbers(work: Paper | Reference) -> _Numbers:
    return (work.doi or "").lower() or None, work.pmid, work.pmcid


def _unborn(reference: Reference) -> str:
    """Return why a work cannot have appeared when it is said to have, nothing where it can."""
    return f"the year {reference.issued} lies in the future" if lies_ahead(reference.issued) else ""


def _needed(paper: Paper) -> dict[str, Any]:
    return {"title": paper.title, "author": paper.author, "year": paper.issued, "journal": paper.container_title}


def _is_file(item: str) -> bool:
    return Path(item).suffix.lower() in READERS and not identifiers.parse(item)


def _number(item: str) -> identifiers.Number:
    number = identifiers.parse(item)
    if number and number.kind in {"DOI", "PMID"}:
        return number
    raise UsageError(f"{item!r} is neither a DOI or PMID nor a file that ends in {', '.join(READERS)}")


def _read(path: Path) -> list[Paper]:
    """Return the works of a file; raise UsageError, as it is no data file of ours, where it cannot be read."""
    try:
        return _papers_of(path)
    except DatasetError as error:
        if isinstance(error.__cause__, FileNotFoundError):
            raise UsageError(f"{path} cannot be read: there is no such file") from None
        raise UsageError(str(error)) from error


def _papers_of(path: Path) -> list[Paper]:
    text = text_of(path)
    kind = READERS[path.suffix.lower()]
    module = importlib.import_module(f"..intake.{kind}", __package__)
    try:
        found: list[Paper] = list(module.papers(text))
    except ValueError as error:
        raise DatasetError(path, f"is not {kind}: {error}; nothing was taken in") from error
    except RecursionError:
        raise DatasetError(path, f"is not {kind}: it is nested too deep; nothing was taken in") from None
    if not found:
        raise DatasetError(path, "holds no references; nothing was taken in")
    return found


_KINDS = ("DOI", "PMID", "PMCID", "title and year")
"""What tells that two works are one, the surest first."""


class _Known:
    """What is there already, by DOI, by PMID, by PMCID, by title and year; and the ids that are taken."""

    def __init__(self, dataset: Dataset) -> None:
        rows = dataset.rows("SELECT id, lower(doi), pmid, pmcid, title, issued FROM reference")
        self.ids = {row[0] for row in rows}
        self.titles = {row[0]: row[4] for row in rows}
        self.by: dict[tuple[str, str], list[str]] = {}
        self.counts: dict[str, Iterator[int]] = {}
        self.numbers: dict[str, _Numbers] = {}
        for key, doi, pmid, pmcid, title, issued in rows:
            self._note(key, (doi, pmid, pmcid), title, issued)
        # A compound's own name in a title tells no paper on it from another.
        self.common = {word for key in dataset.names() for word in [key]} | _COMMON

    def _note(self, key: str, numbers: _Numbers, title: str, issued: int | None) -> None:
        self.numbers[key] = numbers
        for kind, content in zip(_KINDS, (*numbers, f"{fold(title)} {issued}"), strict=True):
            held = self.by.setdefault((kind, content), []) if content else None
            if held is not None and len(held) < _MOST_ALIKE:
                held.append(key)

    def same(self, paper: Paper) -> tuple[str, str] | None:
        """Return the id of the reference that is this paper, and by what; one of no other number first."""
        keys = (*_numbers(paper), f"{fold(paper.title)} {paper.issued}" if paper.title else None)
        told = ((kind, key) for kind, key in zip(_KINDS, keys, strict=True) if key)
        found = [(held, key[0]) for key in told for held in self.by.get(key, ())]
        return min(found, key=lambda one: self.another(one[0], paper), default=None)

    def another(self, key: str, paper: Paper) -> bool:
        """Tell whether a paper has another DOI, PMID or PMCID than the reference `key`, whatever else they share."""
        held = self.numbers[key]
        return any(ours and theirs and ours != theirs for ours, theirs in zip(held, _numbers(paper), strict=True))

    def numbered(self, number: identifiers.Number) -> str | None:
        """Return the id of the reference that has a number, for which no registry need be asked."""
        return next(iter(self.by.get((number.kind, number.value.lower()), ())), None)

    def take(self, reference: Reference) -> None:
        """Note a reference that is being added."""
        self.ids.add(reference.id)
        self._note(reference.id, _numbers(reference), reference.title, reference.issued)

    def new_id(self, author: str, year: int, title: str) -> str:
        """Return first family name, year and the first telling word of the title that makes an id of its own."""
        family = re.sub(r"[^a-z]", "", fold(people.family(author)))[:_LONGEST_FAMILY] or "anonymous"
        telling = [word for word in words(title) if len(word) > 3 and word not in self.common and not word.isdigit()]
        short = [word[:_LONGEST_WORD] for word in (*telling, *words(title))]
        begun = f"{family}-{year}-{short[0] if telling else 'work'}"
        # From where it was last counted: a file may have a title thousands of times.
        numbers = self.counts.setdefault(begun, itertools.count(2))
        keys = itertools.chain((f"{family}-{year}-{word}" for word in short), (f"{begun}-{n}" for n in numbers))
        return next(key for key in keys if key not in self.ids)


_MOST_ALIKE = 20
"""Records of one title and year, or of one number, with which another is compared."""
_LONGEST_FAMILY, _LONGEST_WORD = 60, 40
"""Letters of a name, or of an organisation without its blanks, and of a word that an id of 120 letters has room for."""


_COMMON = frozenset(
    "with from into after under during between effect effects study studies role that this these their action "
    "влияние изучение using based patients treatment analysis clinical".split()
)


def _reference(paper: Paper, source: str, known: _Known, choices: Choices) -> Reference:
    assert paper.title
    assert paper.issued
    designs = (choices.design,) if choices.design else paper.designs or (UNCLASSIFIED,)
    standings = sorted(paper.changes, key=lambda change: _GRAVITY.index(change.standing))
    notice = None
    if standings:
        gravest = standings[0]
        notice = model.Notice(doi=gravest.doi, pmid=gravest.pmid, issued=gravest.issued)
    place = {"PubMed": "EFetch record", "Crossref": "record of the REST API"}.get(paper.trace) or Path(source).name
    return Reference(
        id=known.new_id(paper.author[0], paper.issued, paper.title),
        type=paper.type,
        title=paper.title,
        original_title=paper.original_title,
        author=paper.author,
        author_complete=paper.author_complete,
        issued=paper.issued,
        container_title=paper.container_title or "",
        volume=paper.volume,
        issue=paper.issue,
        number=paper.number,
        page=paper.page,
        doi=paper.doi,
        pmid=paper.pmid,
        pmcid=paper.pmcid,
        url=paper.url,
        language=paper.language or "und",
        publisher=paper.publisher if not paper.type.startswith("article") else None,
        compounds=choices.compounds,
        design=designs,
        species=paper.species,
        topics=choices.topics,
        standing=standings[0].standing if standings else "normal",
        notice=notice,
        trace=(
            model.Trace(
                registry=paper.trace,
                url=paper.where if paper.where and re.match(r"^[!-~]+$", paper.where) else None,
                seen=place,
                read=datetime.date.today(),
            ),
        ),
    )


def as_references(dataset: Dataset, finds: Iterable[Find]) -> list[Reference]:
    """Return the papers among finds as references would be that were taken in; what lacks too much is left out."""
    known = _Known(dataset)
    made: list[Reference] = []
    for find in finds:
        paper = Paper(
            trace=find.registry, where=find.url, title=find.title, author=find.author, issued=find.issued,
            container_title=find.container_title, volume=find.volume, issue=find.issue, page=find.page, doi=find.doi,
            pmid=find.pmid, language=find.language,
        )  # fmt: skip
        if find.kind == "paper" and all(_needed(paper).values()):
            made.append(_reference(paper, find.registry, known, Choices(compounds=(find.compound,))))
            known.take(made[-1])
    return made


_STANDINGS = {"retracted": "retracted", "expression-of-concern": "under an expression of concern"}
_GRAVITY = ("retracted", "expression-of-concern", "corrected", "normal")
