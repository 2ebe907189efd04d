"""References held against their registries: what differs, what we lack and they have, and what has become of a work."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from rapidfuzz import fuzz

from ..dataset import model, writing
from ..dataset.dataset import Dataset
from ..dataset.model import Record, Reference
from ..dataset.reading import text_of
from ..errors import DatasetError, NotFoundError, RegistryError
from ..intake.paper import Change, Paper
from ..notation import identifiers, people
from ..notation.words import fold, latin, words
from ..registries import crossref, pubmed
from ..registries.client import Client

FindingKind = Literal["differs", "lacking", "standing", "another-paper", "unknown", "moved", "elsewhere"]

SAME_WORK = 60.0
"""How alike (0-100) titles are at least of which one is the other's, translations aside."""


class Finding(Record, frozen=True):
    """One thing that a registry says otherwise, or more, than a reference of ours.

    `differs` and `lacking` name a field with both values; `standing` what has become of the work; `another-paper` a
    number that belongs to other work; `unknown` one that the registry does not have; `moved` a DOI that another has
    replaced; `elsewhere` one that another agency keeps.
    """

    reference: str
    kind: FindingKind
    field: str
    ours: str | None
    theirs: str | None
    registry: str
    url: str | None = None


class Unanswered(Record, frozen=True):
    """A registry that did not answer, why, and how many references were not held against it for that."""

    registry: str
    reason: str
    references: int


class Verification(Record, frozen=True):
    """The answer to `peptide verify`."""

    asked: int
    findings: tuple[Finding, ...]
    unanswered: tuple[Unanswered, ...]
    unnumbered: tuple[str, ...] = ()
    """References with neither DOI nor PMID, about which nobody could be asked."""


Watch = Callable[[int, int], None]
"""Is told how many of how many questions have been answered."""


def verify(dataset: Dataset, keys: Iterable[str], client: Client, watch: Watch | None = None) -> Verification:
    """Hold references against PubMed and Crossref; what one does not answer is told, what the other says stands.

    Raises NotFoundError for an id, DOI or PMID that is no reference here.
    """
    wanted = [_reference(dataset, key) for key in keys]
    by_pmid = [reference.pmid for reference in wanted if reference.pmid]
    by_doi = [reference for reference in wanted if reference.doi]
    total, done = len(by_pmid) + len(by_doi), 0

    def answered(count: int) -> None:
        nonlocal done
        done += count
        if watch:
            watch(done, total)

    findings: list[Finding] = []
    unanswered: list[Unanswered] = []
    try:
        papers = pubmed.fetch(client, by_pmid, answered)
    except RegistryError as error:
        papers = {}
        unanswered.append(Unanswered("PubMed", str(error), len(by_pmid)))
    works: dict[str, crossref.Work] = {}
    try:
        for reference, work in zip(
            by_doi, crossref.fetch(client, (reference.doi or "" for reference in by_doi), answered), strict=True
        ):
            works[reference.id] = work
    except RegistryError as error:
        unanswered.append(Unanswered("Crossref", str(error), len(by_doi) - len(works)))
    for reference in wanted:
        answers: list[Paper] = []
        if reference.pmid in papers:
            findings += _by_number(reference, "PMID", reference.pmid or "", papers[reference.pmid], answers)
        if reference.id in works:
            work = works[reference.id]
            if work.agency:
                url = f"doi.org/{reference.doi}"
                findings.append(
                    Finding(reference=reference.id, kind="elsewhere", field="DOI", ours=reference.doi,
                            theirs=work.agency, registry="Crossref", url=url)
                )  # fmt: skip
            else:
                findings += _by_number(reference, "DOI", reference.doi or "", work.paper, answers)
                if work.paper and work.doi.lower() != (reference.doi or "").lower():
                    findings.append(
                        Finding(reference=reference.id, kind="moved", field="DOI", ours=reference.doi, theirs=work.doi,
                                registry="Crossref", url=f"doi.org/{work.doi}")
                    )  # fmt: skip
        findings += _compared(reference, answers)
    bare = tuple(reference.id for reference in wanted if not reference.pmid and not reference.doi)
    return Verification(asked=done, findings=tuple(findings), unanswered=tuple(unanswered), unnumbered=bare)


def _reference(dataset: Dataset, key: str) -> Reference:
    number = identifiers.parse(key)
    found = dataset.reference_with(number.kind, number.value) if number and number.kind != "CAS RN" else None
    if (found or key) not in dataset.references:
        raise NotFoundError(f"{key!r} is no reference here. Find it: peptide cite {key}")
    return dataset.references[found or key]


def _by_number(
    reference: Reference, kind: str, value: str, paper: Paper | None, answers: list[Paper]
) -> Iterator[Finding]:
    """Yield what is wrong with a number; a paper that is the reference's is put to the answers."""
    registry = "PubMed" if kind == "PMID" else "Crossref"
    if paper is None or not paper.title:
        yield Finding(
            reference=reference.id, kind="unknown", field=kind, ours=value, theirs=None, registry=registry, url=None
        )
    elif not same_work(reference, paper):
        names = people.byline(paper.author, paper.author_complete, 1) if paper.author else "?"
        dated = f"{names} {paper.issued}" if paper.issued else f"{names}, without a year"
        theirs = f"{dated}, {paper.title}"
        yield Finding(
            reference=reference.id, kind="another-paper", field=kind, ours=value, theirs=theirs, registry=registry,
            url=paper.where,
        )  # fmt: skip
    else:
        answers.append(paper)


def same_work(reference: Reference, paper: Paper) -> bool:
    """Tell whether a registry's record is of the reference's work: by its title, or by where it was printed."""
    ours = [" ".join(words(title)) for title in (reference.title, reference.original_title) if title]
    theirs = [" ".join(words(title)) for title in (paper.title, paper.original_title) if title]
    if any(fuzz.token_sort_ratio(a, b) >= SAME_WORK for a in ours for b in theirs):
        return True
    # A title in another language, or a translation of it: volume and first page are the same.
    place = (reference.volume, (reference.page or "").split("-")[0])
    if all(place) and place == (paper.volume, (paper.page or "").split("-")[0]):
        return True
    other_script = latin(reference.title) != latin(paper.title or "")
    return other_script and _sounds(reference.author[:1]) == _sounds(paper.author[:1]) and _same_year(reference, paper)


def _sounds(authors: Iterable[str]) -> list[str]:
    """Return family names by their sound: registries write Russian names in several ways."""
    return [people.skeleton("".join(words(people.family(name)))) for name in authors]


def _same_year(reference: Reference, paper: Paper) -> bool:
    return reference.issued in (paper.issued, *paper.years)


# -- field by field ------------------------------------------------------------------------------------------------

FIELDS = ("title", "author", "issued", "container-title", "volume", "issue", "page", "DOI", "PMID", "PMCID", "language")
FILLED = ("author", "volume", "issue", "page", "DOI", "PMID", "PMCID")
"""What --fill writes where we lack it."""

_ATTRIBUTES = {"container-title": "container_title", "DOI": "doi", "PMID": "pmid", "PMCID": "pmcid"}


def _compared(reference: Reference, papers: Iterable[Paper]) -> Iterator[Finding]:
    told: set[tuple[str, str, str]] = set()
    for paper in papers:
        for field in FIELDS:
            theirs = getattr(paper, _ATTRIBUTES.get(field, field))
            ours = getattr(reference, _ATTRIBUTES.get(field, field))
            if field == "language" and paper.trace != "PubMed":
                continue  # publishers often give Crossref the language of the title
            if (field == "issued" and _same_year(reference, paper)) or (
                field == "title" and latin(str(ours)) != latin(str(theirs))
            ):
                continue
            kind = _difference(reference, field, ours, theirs)
            if kind is None:
                continue
            written = _written(theirs)
            if (kind, field, fold(written)) in told:
                continue  # both registries say so
            told.add((kind, field, fold(written)))
            yield Finding(
                reference=reference.id, kind=kind, field=field, ours=_written(ours) or None, theirs=written,
                registry=paper.trace, url=paper.where,
            )  # fmt: skip
        for change in paper.changes:
            if not _known(reference, change):
                numbers = [f"PMID {change.pmid}" if change.pmid else "", f"doi:{change.doi}" if change.doi else ""]
                year = str(change.issued) if change.issued else ""
                said = ", ".join(part for part in (change.standing, year, *numbers, change.said) if part)
                if ("standing", change.standing, said) not in told:
                    told.add(("standing", change.standing, said))
                    yield Finding(
                        reference=reference.id, kind="standing", field="standing", ours=reference.standing,
                        theirs=said, registry=paper.trace, url=paper.where,
                    )  # fmt: skip


def _known(reference: Reference, change: Change) -> bool:
    """Tell whether we have a change, or a graver one: a correction of what was retracted later is no news."""
    return _GRAVITY.index(reference.standing) >= _GRAVITY.index(change.standing)


_GRAVITY = ("normal", "corrected", "expression-of-concern", "retracted")


def _difference(reference: Reference, field: str, ours: Any, theirs: Any) -> Literal["differs", "lacking"] | None:
    if not theirs:
        return None
    if field == "author":
        return _authors(reference, theirs)
    if not ours:
        if field in reference.lacks:
            return "differs"
        return "lacking" if field in FILLED else None
    return None if _same(field, ours, theirs, reference) else "differs"


def _authors(reference: Reference, theirs: tuple[str, ...]) -> Literal["differs", "lacking"] | None:
    mine, other = _sounds(reference.author), _sounds(theirs)
    if reference.author_complete:
        return None if mine == other else "differs"
    rest = iter(other)
    if mine and other and all(name in rest for name in mine):
        return "lacking" if len(other) > len(mine) else None
    return "differs"


def _same(field: str, ours: Any, theirs: Any, reference: Reference) -> bool:
    if field == "title":
        titles = [reference.title, reference.original_title or ""]
        return any(fuzz.ratio(fold(title), fold(theirs)) >= 96 for title in titles if title)
    if field == "container-title":
        return _same_journal(str(ours), str(theirs))
    if field == "page":
        return _page(ours) == _page(theirs)
    if field == "issued":
        return bool(ours == theirs)
    return fold(str(ours)) == fold(str(theirs))


def _page(text: str) -> tuple[str, ...]:
    parts = re.split(r"[-–]", text.lower().replace(" ", ""))
    if len(parts) == 2 and len(parts[1]) < len(parts[0]) and parts[0].isdigit():
        parts[1] = parts[0][: len(parts[0]) - len(parts[1])] + parts[1]
    return tuple(dict.fromkeys(parts))


def _same_journal(ours: str, theirs: str) -> bool:
    """Compare names of journals: in full or abbreviated, with or without a place in brackets or a subtitle."""

    def telling(text: str) -> list[str]:
        short = re.sub(r"\(.*?\)|\s*[:=;/].*$", " ", text)
        return [people.skeleton(word) for word in words(short) if word not in _SMALL]

    a, b = telling(ours), telling(theirs)
    if fold(ours) == fold(theirs) or a == b:
        return True
    pairs = list(zip(a, b, strict=False))
    return len(a) == len(b) and all(x.startswith(y) or y.startswith(x) for x, y in pairs)


_SMALL = {"the", "of", "and", "for", "in", "i", "a", "und", "der"}


def _written(content: Any) -> str:
    return "; ".join(content) if isinstance(content, tuple) else str(content or "")


# -- filling in ------------------------------------------------------------------------------------------------------


class Filled(Record, frozen=True):
    """A data file as it would be with what we lack, and the difference for people to read."""

    file: str
    before: str
    text: str
    difference: str
    references: int


def fill(dataset: Dataset, verification: Verification) -> tuple[Filled, ...]:
    """Return the data files with what we lack and a registry has, each with its trace; nothing is written.

    Where two registries have the same field, PubMed's counts, which is corrected by hand.
    """
    files: dict[Path, dict[str, dict[str, Finding]]] = {}
    for finding in verification.findings:
        if finding.kind == "lacking" and finding.field in FILLED:
            sql = "SELECT f.path FROM reference r JOIN file f ON f.id = r.file WHERE r.id = ?"
            path = Path(dataset.rows(sql, (finding.reference,))[0][0])
            files.setdefault(path, {}).setdefault(finding.reference, {}).setdefault(finding.field, finding)
    return tuple(_filled(dataset, path, lacking) for path, lacking in files.items())


def _filled(dataset: Dataset, path: Path, lacking: Mapping[str, Mapping[str, Finding]]) -> Filled:
    old = text = text_of(path)
    for key, found in lacking.items():
        reference = dataset.references[key]
        changes: dict[str, Any] = {}
        traces = list(reference.trace)
        for field, finding in found.items():
            changes[field] = finding.theirs
            if field == "author":
                changes["author"] = (finding.theirs or "").split("; ")
                changes["author-complete"] = None
        for registry in dict.fromkeys(finding.registry for finding in found.values()):
            fields = [field for field, finding in found.items() if finding.registry == registry]
            url = next(finding.url for finding in found.values() if finding.registry == registry)
            traces.append(model.Trace(registry=registry, url=url, seen=", ".join(fields), read=datetime.date.today()))
        text = writing.with_fields(path, text, "reference", key, changes | {"trace": tuple(traces)})
    lines = difflib.unified_diff(
        old.splitlines(keepends=True), text.splitlines(keepends=True), str(path), f"{path} (filled in)", n=1
    )
    return Filled(file=str(path), before=old, text=text, difference="".join(lines), references=len(lacking))


def write(filled: Iterable[Filled]) -> None:
    """Write data files that were filled in; raise DatasetError where one cannot be, or was changed meanwhile."""
    for file in filled:
        path = Path(file.file)
        writing.hold(path.parent)
        if text_of(path) != file.before:
            raise DatasetError(path, "has been changed since it was read; it is left as it is. Ask again")
        writing.write_file(path, file.text)


_HEADED = "# References held against their registries"


def replaces(path: Path) -> bool:
    """Tell whether a report may be written to a path: nothing is there, an earlier report, or no file at all."""
    try:
        return not path.is_file() or path.read_bytes().startswith(_HEADED.encode())
    except OSError:
        return True  # why it cannot be written is told then


def report_text(verification: Verification) -> str:
    """Return a verification as Markdown, one reference after the other, for --write-report."""
    lines = [
        _HEADED,
        "",
        f"On {datetime.date.today()}: {verification.asked} answers, {len(verification.findings)} findings.",
    ]
    lines += [
        f"- {item.registry} did not answer for {item.references}: {item.reason}" for item in verification.unanswered
    ]
    before = None
    for finding in verification.findings:
        if finding.reference != before:
            lines += ["", f"## {finding.reference}", ""]
            before = finding.reference
        where = f" <{identifiers.page(finding.url)}>" if finding.url else ""
        lines.append(f"- {finding.registry}: {said(finding)}{where}")
    if verification.unnumbered:
        lines += ["", "## Neither DOI nor PMID", "", *(f"- {key}" for key in verification.unnumbered)]
    return "\n".join(lines) + "\n"


def write_report(path: Path, verification: Verification) -> None:
    """Write a verification as Markdown into a file; raise DatasetError where it cannot be."""
    if path.is_dir():
        raise DatasetError(path, "is a folder; name a file for the report")
    writing.write_text(path, report_text(verification))


def said(finding: Finding) -> str:
    """Return a finding in one sentence."""
    ours, theirs, field = finding.ours, finding.theirs, finding.field
    return {
        "differs": f"{field} is {theirs!r}, here {ours!r}",
        "lacking": f"{field} is {theirs!r}, lacking here" if not ours else f"{field} is {theirs!r}, here only {ours!r}",
        "standing": f"{theirs}; here {ours}",
        "another-paper": f"{field} {ours} is another paper: {theirs}",
        "unknown": f"{field} {ours} is not known there, or without a title",
        "moved": f"{field} {ours} is now {theirs}",
        "elsewhere": f"{field} {ours} is kept by {theirs}, which was not asked",
    }[finding.kind]
