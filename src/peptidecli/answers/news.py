"""What is new about compounds since their literature was last searched: papers, changes of standing, trials."""

from __future__ import annotations

import datetime
import json
import re
import shlex
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Literal

from ..dataset import writing
from ..dataset.dataset import Dataset
from ..dataset.model import Compound, Record, Reference
from ..errors import DatasetError, RegistryError
from ..intake.paper import Change, Paper
from ..notation.words import fold, spaced
from ..registries import crossref, pubmed, trials
from ..registries.client import Client
from .verify import Unanswered

PAPERS, WORKS, TRIALS = 400, 200, 200
"""How many hits of PubMed, Crossref and ClinicalTrials.gov are looked at for a question, newest or fittest first."""

_NAMED = {"synonym", "code", "other-script", "trade-name", "abbreviation", "salt"}
_MOST_NAMES, _CROSSREF_NAMES = 40, 4


class Find(Record, frozen=True):
    """One thing that is not held yet: what it is, of which compound, in whom, and whether it is about the compound.

    `about` is "yes" (a telling name in the title), "likely" (in the abstract) or "perhaps" (only a name that also
    stands for other things); `why` says by what. `take` is the command that takes it in, None where there is none.
    """

    id: str
    kind: Literal["paper", "trial", "retracted", "expression-of-concern", "corrected"]
    compound: str
    title: str
    about: Literal["yes", "likely", "perhaps"]
    why: str
    registry: str
    url: str
    author: tuple[str, ...] = ()
    issued: int | None = None
    container_title: str | None = None
    volume: str | None = None
    issue: str | None = None
    page: str | None = None
    doi: str | None = None
    pmid: str | None = None
    language: str | None = None
    subject: str | None = None
    n: int | None = None
    status: str | None = None
    take: str | None = None


class Question(Record, frozen=True):
    """What a registry was asked: since when, how many hits there are, and how many of them were looked at."""

    registry: str
    compound: str
    words: str
    since: datetime.date
    hits: int
    looked_at: int


class News(Record, frozen=True):
    """The answer to `peptide verify --new`."""

    finds: tuple[Find, ...]
    asked: tuple[Question, ...]
    unanswered: tuple[Unanswered, ...]
    reported_before: int = 0


Watch = Callable[[int, int], None]


def news(
    dataset: Dataset, compounds: Sequence[Compound], client: Client, since: datetime.date | None = None,
    watch: Watch | None = None,
) -> News:  # fmt: skip
    """Ask PubMed, Crossref and ClinicalTrials.gov for what is new about compounds and not held.

    Without `since` each is asked from the day of its last search, else from the data's date. A registry that does not
    answer is told; what the others say stands.
    """
    held = _Held(dataset)
    finds: dict[str, Find] = {}
    asked: list[Question] = []
    down: dict[str, Unanswered] = {}
    total, done = 4 * len(compounds), 0
    for compound in compounds:
        day = since or max((item.day for item in compound.searched), default=dataset.about.issued)
        inquiry = _Inquiry(dataset, compound, day, client, held)
        for registry, question in (
            ("PubMed", inquiry.papers), ("PubMed", inquiry.changes), ("Crossref", inquiry.works),
            ("ClinicalTrials.gov", inquiry.trials),
        ):  # fmt: skip
            if registry not in down:
                try:
                    for item in question():
                        if isinstance(item, Question):
                            asked.append(item)
                        else:
                            finds.setdefault(item.id, item)
                except RegistryError as error:
                    down[registry] = Unanswered(registry, str(error), 0)
            done += 1
            if watch:
                watch(done, total)
    order = {"retracted": 0, "expression-of-concern": 1, "corrected": 2, "paper": 3, "trial": 4}
    sure = {"yes": 0, "likely": 1, "perhaps": 2}
    ranked = sorted(finds.values(), key=lambda f: (order[f.kind], f.compound, sure[f.about], -(f.issued or 0), f.id))
    return News(finds=tuple(ranked), asked=tuple(asked), unanswered=tuple(down.values()))


class _Held:
    """The numbers of everything that is held, references and citations that are none."""

    def __init__(self, dataset: Dataset) -> None:
        rows = dataset.rows("SELECT lower(doi), pmid FROM reference UNION ALL SELECT lower(doi), pmid FROM citation")
        self.dois = {doi for doi, _ in rows if doi}
        self.pmids = {pmid for _, pmid in rows if pmid}
        titles = dataset.rows("SELECT title, issued FROM reference")
        self.titles = {(fold(title), issued) for title, issued in titles}
        registered = [reference.registration for reference in dataset.references.values() if reference.registration]
        self.trials = {number.upper() for item in registered for number in re.findall(r"NCT\d{8}", item.id.upper())}

    def paper(self, paper: Paper) -> bool:
        """Tell whether a paper is held."""
        same_title = (fold(paper.title or ""), paper.issued) in self.titles
        return (paper.doi or "").lower() in self.dois or paper.pmid in self.pmids or same_title


class _Inquiry:
    """The questions about one compound."""

    def __init__(self, dataset: Dataset, compound: Compound, since: datetime.date, client: Client, held: _Held) -> None:
        self.dataset, self.compound, self.since, self.client, self.held = dataset, compound, since, client, held
        names = [compound.name, *(alias.text for alias in compound.aliases if alias.kind in _NAMED)]
        bare = (" ".join(re.sub(r"\(.*?\)", " ", name).replace('"', " ").split()) for name in names)
        self.names = [name for name in dict.fromkeys(bare) if len(fold(name)) >= 3][:_MOST_NAMES]

    def papers(self) -> Iterator[Find | Question]:
        """Yield papers that entered PubMed."""
        term = " OR ".join(f'"{name}"[Title/Abstract]' for name in self.names)
        found = pubmed.search(self.client, term, self.since.strftime("%Y/%m/%d"), PAPERS)
        yield self._asked("PubMed", term, found.total, len(found.numbers))
        wanted = [number for number in found.numbers if number not in self.held.pmids]
        for paper in pubmed.fetch(self.client, wanted).values():
            if paper and _numbered(paper) and not self.held.paper(paper):
                yield self._paper(paper)

    def changes(self) -> Iterator[Find | Question]:
        """Yield what has become of the papers that are held."""
        references = self.dataset.references.some(self.dataset.references_of(self.compound.id))
        numbered = {reference.pmid: reference for reference in references if reference.pmid}
        for pmid, paper in pubmed.fetch(self.client, numbered).items():
            for change in paper.changes if paper else ():
                if _GRAVITY.index(numbered[pmid].standing) < _GRAVITY.index(change.standing):
                    yield self._change(numbered[pmid], change)

    def works(self) -> Iterator[Find | Question]:
        """Yield works that Crossref first heard of, of those whose title or abstract has a name of the compound."""
        for name in self.names[:_CROSSREF_NAMES]:
            found = crossref.search(self.client, name, self.since.isoformat(), WORKS)
            yield self._asked("Crossref", name, found.total, len(found.papers))
            for paper in found.papers:
                named = self._named(paper.title or "", paper.abstract)
                if named and _numbered(paper) and not self.held.paper(paper):
                    yield self._paper(paper)

    def trials(self) -> Iterator[Find | Question]:
        """Yield trials whose record was changed."""
        term = " OR ".join(f'"{name}"' for name in self.names)
        found = trials.search(self.client, term, self.since.isoformat(), TRIALS)
        yield self._asked("ClinicalTrials.gov", term, found.total, len(found.trials))
        for trial in found.trials:
            if trial.id and trial.id not in self.held.trials:
                about, why = self._named(" ".join((trial.title, *trial.interventions)), trial.text) or (
                    "perhaps", "no name of it in title, interventions or summary",
                )  # fmt: skip
                yield Find(
                    id=trial.id, kind="trial", compound=self.compound.id, title=trial.title, about=about, why=why,
                    registry="ClinicalTrials.gov", url=f"clinicaltrials.gov/study/{trial.id}", subject="human",
                    n=trial.n, status=f"{trial.status}, record of {trial.updated}" if trial.updated else trial.status,
                    issued=int(trial.updated[:4]) if trial.updated[:4].isdigit() else None,
                )  # fmt: skip

    def _asked(self, registry: str, words: str, hits: int, looked_at: int) -> Question:
        return Question(registry, self.compound.id, words, self.since, hits, looked_at)

    def _paper(self, paper: Paper) -> Find:
        about, why = self._named(paper.title or "", paper.abstract) or (
            "perhaps",
            "its name is not in title or abstract",
        )
        number = paper.pmid or paper.doi or ""
        return Find(
            id=f"PMID {paper.pmid}" if paper.pmid and not paper.doi else f"doi:{(paper.doi or '').lower()}",
            kind="paper", compound=self.compound.id, title=paper.title or "(no title)", about=about, why=why,
            registry=paper.trace, url=paper.where or f"doi.org/{paper.doi}", author=paper.author, issued=paper.issued,
            container_title=paper.container_title, volume=paper.volume, issue=paper.issue, page=paper.page,
            doi=paper.doi, pmid=paper.pmid, language=paper.language, subject=_subject(paper),
            take=f"peptide add {shlex.quote(number)} --compound {self.compound.id}",
        )  # fmt: skip

    def _change(self, reference: Reference, change: Change) -> Find:
        numbers = [f"PMID {change.pmid}" if change.pmid else "", f"doi:{change.doi}" if change.doi else ""]
        notice = ", ".join(number for number in numbers if number)
        return Find(
            id=f"{reference.id} {change.standing} {change.pmid or change.doi or ''}".strip(),
            kind=change.standing,  # type: ignore[arg-type]  # never "normal"
            compound=self.compound.id, title=reference.title, about="yes", registry="PubMed",
            why=f"{reference.id} is held as {reference.standing}{f'; notice {notice}' if notice else ''}",
            url=f"pubmed.ncbi.nlm.nih.gov/{reference.pmid}/", author=reference.author, issued=change.issued,
            container_title=reference.container_title, doi=change.doi, pmid=change.pmid,
            take=f"peptide verify {reference.id}",
        )  # fmt: skip

    def _named(self, title: str, text: str) -> tuple[Literal["yes", "likely", "perhaps"], str] | None:
        """Return whether words are about the compound, and by which name; None where no name stands in them."""
        where = [("title", f" {spaced(title)} "), ("abstract", f" {spaced(text)} ")]
        weak: str | None = None
        for place, words in where:
            for name in self.names:
                if f" {spaced(name).strip()} " in words:
                    if _telling(name):
                        return ("yes" if place == "title" else "likely"), f"{name} in the {place}"
                    weak = weak or f"{name} in the {place}, which also stands for other things"
        if weak and any(re.search(rf"\b{word}", words) for _, words in where for word in _PEPTIDES):
            return "likely", weak + "; peptides are spoken of"
        return ("perhaps", weak) if weak else None


def _numbered(paper: Paper) -> bool:
    """Tell whether a paper can be told again and looked up: a record with neither DOI nor PMID is damaged."""
    return bool(paper.doi or paper.pmid)


def _telling(name: str) -> bool:
    """Tell whether a name is hardly that of another thing: p21 and the like are names of proteins and genes too."""
    key = fold(name)
    return len(key) > 4 and not re.fullmatch(r"[a-z]{0,3}\d+[a-z]?", key)


_PEPTIDES = ("peptid", "neurotroph", "nootrop", "peptidergic", "пептид")
_GRAVITY = ("normal", "corrected", "expression-of-concern", "retracted")
_SUBJECTS = {"human": r"patients?|volunteers|humans?|children|women|пациент\w*", "rat": r"rats?|крыс\w*",
             "mouse": r"mice|mouse|мыш\w*", "cells": r"in vitro|cell cultures?|cultured"}  # fmt: skip


def _subject(paper: Paper) -> str | None:
    """Return in whom a paper is, as its registry files it, else as its title and abstract speak of it."""
    if paper.species:
        return ", ".join((*paper.species, *paper.designs))
    text = f"{paper.title or ''} {paper.abstract}".lower()
    found = [subject for subject, words in _SUBJECTS.items() if re.search(rf"\b(?:{words})\b", text)]
    return ", ".join((*found, *paper.designs)) or None


# -- each find once ------------------------------------------------------------------------------------------------


def unreported(found: News, path: Path) -> News:
    """Return the finds that a watch file does not hold yet; raise DatasetError where it cannot be read."""
    seen = _seen(path)
    fresh = tuple(find for find in found.finds if find.id not in seen)
    return News(fresh, found.asked, found.unanswered, len(found.finds) - len(fresh))


def note(found: News, path: Path) -> None:
    """Put finds into a watch file, so that they are not reported again."""
    today = datetime.date.today().isoformat()
    seen = _seen(path) | {find.id: today for find in found.finds}
    content = {"format": 1, "seen": dict(sorted(seen.items()))}
    writing.write_text(path, json.dumps(content, indent=1, ensure_ascii=False) + "\n")


def _seen(path: Path) -> dict[str, str]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return {str(key): str(day) for key, day in content["seen"].items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise DatasetError(path, f"is no watch file ({error}); remove it to begin anew, or name another") from error
