"""Identifiers: DOI, PMID, PMCID and CAS RN, each held against the dataset and against what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

from ..notation import people as authors
from ..notation.identifiers import cas_check_digit_holds
from ..dataset.dataset import Dataset
from ..dataset.model import Reference, UntracedCitation
from .citations import Cited, family_key
from .findings import AuditVerdict
from .ownership import Owners
from .subjects import Sentence
from .tracing import Traced, Tracer
from .wording import REFUTED
from .works import described, noticed


class Number(NamedTuple):
    """An identifier in a sentence: from `start` to `end`, its kind and its value without prefix."""

    start: int
    end: int
    kind: str
    value: str


Judged = tuple[AuditVerdict, str, "str | None"]

_DOI = re.compile(r"\b10\.\d{4,9}/[^\s|\"]+", re.IGNORECASE)
_PMID = re.compile(
    r"\bPMIDs?[:\s#№]*(\d{4,9}(?:(?:\s*[,;]\s*|\s+and\s+)\d{6,9})*)|"
    r"pubmed(?:\.ncbi\.nlm\.nih\.gov|/|\s+ID:?\s*)/?(\d{4,9})\b",
    re.IGNORECASE,
)
_PMCID = re.compile(r"\bPMC\s?(\d{4,9})\b", re.IGNORECASE)
_CAS = re.compile(r"(?<![\d/.-])(\d{2,7}-\d\d-\d)(?![\d-]|/\d)")
_CALLED_CAS = re.compile(r"\bCAS\b|registry number", re.IGNORECASE)
_MARK = re.compile(r"10\.\d{4}|PMID|pubmed|PMC\s?\d|\d-\d\d-\d", re.IGNORECASE)

BESIDE = 80
"""How many characters after a citation its identifier may stand."""


def numbers(sentence: Sentence) -> Iterator[Number]:
    """Yield the identifiers in a sentence."""
    plain = sentence.plain
    cells = sentence.block.header if sentence.block.kind == "row" else ()
    if "PMID" in " ".join(cells).upper():
        column = next(i for i, head in enumerate(cells) if "PMID" in head.upper())
        if column < len(sentence.block.cells):
            start, end = sentence.block.cells[column]
            bare = re.fullmatch(r"\d{5,9}", plain[start:end].strip())
            if bare:
                yield Number(start, end, "PMID", bare[0])
    if not _MARK.search(plain):
        return
    for hit in _DOI.finditer(plain):
        value = _trimmed(hit[0])
        yield Number(hit.start(), hit.start() + len(value), "DOI", value)
    for hit in _PMID.finditer(plain):
        group = 1 if hit[1] else 2
        for digits in re.finditer(r"\d+", hit[group]):
            start = hit.start(group) + digits.start()
            yield Number(start, start + len(digits[0]), "PMID", digits[0])
    for hit in _PMCID.finditer(plain):
        yield Number(hit.start(), hit.end(), "PMCID", hit[1])
    for hit in _CAS.finditer(plain):
        called = _CALLED_CAS.search(plain, max(0, hit.start() - 40), hit.start()) or any(map(_CALLED_CAS.search, cells))
        if called or cas_check_digit_holds(hit[1]):
            yield Number(hit.start(), hit.end(), "CAS RN", hit[1])


def _trimmed(doi: str) -> str:
    """Return a DOI without the punctuation of the sentence around it; its own brackets are kept."""
    while doi:
        if doi[-1] in ".,;:*_'`!?" or (doi[-1] in ")]}>" and doi.count(doi[-1]) > doi.count(_OPENING[doi[-1]])):
            doi = doi[:-1]
        else:
            break
    return re.sub(r"</?[a-z][a-z0-9]*>?$", "", doi)


_OPENING = {")": "(", "]": "[", "}": "{", ">": "<"}


class Registry:
    """The identifiers of the dataset, of references, of notices and of citations that are wrong."""

    def __init__(self, dataset: Dataset, tracer: Tracer, owners: Owners) -> None:
        self.dataset, self.tracer, self.owners = dataset, tracer, owners
        self._papers: dict[tuple[str, str], Reference] = {}
        self._notices: dict[tuple[str, str], Reference] = {}
        self._wrong: dict[tuple[str, str], UntracedCitation] = {}
        self._cas: dict[str, str] = {}
        for reference in tracer.references.values():
            for kind, value in (("DOI", reference.doi), ("PMID", reference.pmid), ("PMCID", reference.pmcid)):
                if value:
                    self._papers[kind, _key(value)] = reference
            notice = reference.notice
            for kind, value in (("DOI", notice.doi), ("PMID", notice.pmid)) if notice else ():
                if value:
                    self._notices[kind, _key(value)] = reference
        for entry in dataset.untraced.values():
            for kind, value in (("DOI", entry.doi), ("PMID", entry.pmid)):
                if value:
                    self._wrong[kind, _key(value)] = entry
        for compound in dataset.compounds.values():
            for identifier in compound.identifiers:
                if identifier.kind == "CAS RN":
                    self._cas[identifier.value] = compound.id

    def judge(self, number: Number, sentence: Sentence, cited: Sequence[tuple[Cited, Traced]]) -> Judged:
        """Return verdict, detail and reference of an identifier; `cited` are the citations of the sentence."""
        if number.kind == "CAS RN":
            return self._judge_cas(number, sentence)
        key = (number.kind, _key(number.value))
        beside = self._beside(number, sentence, cited)
        paper = self._papers.get(key)
        if paper:
            return self._judge_paper(paper, number, beside, sentence)
        if key in self._notices:
            paper = self._notices[key]
            return "matches", f"The notice on {described(paper)}.", paper.id
        if key in self._wrong:
            traced = self.tracer.condemned(self._wrong[key])
            if REFUTED.search(sentence.plain):
                return "unknown", f"No number to cite, as the text says. {traced.detail}", traced.reference
            return traced.verdict, traced.detail, traced.reference
        return self._judge_unknown(number, beside, sentence)

    def _beside(
        self, number: Number, sentence: Sentence, cited: Sequence[tuple[Cited, Traced]]
    ) -> tuple[Cited, Traced] | None:
        """Return the citation that an identifier stands beside."""
        if sentence.listed or sentence.block.kind == "row":
            return cited[0] if len(cited) == 1 else None
        before = [item for item in cited if item[0].end <= number.start]
        if before and number.start - before[-1][0].end <= BESIDE:
            between = sentence.plain[before[-1][0].end : number.start]
            if not re.search(r"\b(?:and|but|while|whereas|another|later|see)\b|[;]", between):
                return before[-1]
        return None

    def _judge_paper(
        self, paper: Reference, number: Number, beside: tuple[Cited, Traced] | None, sentence: Sentence
    ) -> Judged:
        if beside and not self._same(paper, *beside):
            cited = sentence.text[beside[0].start : beside[0].end]
            named = cited if len(cited) <= 60 else f"{beside[0].families[0]} {beside[0].year}"
            return "misattributed", f"{number.kind} {number.value} is {described(paper)}, not {named}.", paper.id
        if paper.standing in {"retracted", "expression-of-concern"} and not re.search(
            "retract|concern", sentence.plain, re.I
        ):
            return "retracted", f"{described(paper)}. {noticed(paper)}", paper.id
        return "matches", f"{described(paper)}.", paper.id

    def _same(self, paper: Reference, cited: Cited, traced: Traced) -> bool:
        """Tell whether a paper can be the one cited: by its author and year, or as another edition of it."""
        if paper.id in traced.meant or paper.translation_of in traced.meant:
            return True
        if any(self.tracer.references[key].translation_of == paper.id for key in traced.meant):
            return True
        families = [family_key(authors.family(author)) for author in paper.author]
        own = family_key(cited.families[0])
        related = any(OSA.distance(own, family) <= (1 if len(own) > 5 else 0) for family in families)
        if not paper.author_complete and not related:
            return own not in families and abs(paper.issued - cited.year) == 0 and traced.verdict == "unknown"
        return related and abs(paper.issued - cited.year) <= 1

    def _judge_unknown(self, number: Number, beside: tuple[Cited, Traced] | None, sentence: Sentence) -> Judged:
        if beside:
            for key in beside[1].meant:
                reference = self.tracer.references[key]
                own = {"DOI": reference.doi, "PMID": reference.pmid, "PMCID": reference.pmcid}[number.kind]
                if not own:
                    continue
                slip = OSA.distance(_key(own), _key(number.value))
                sure = (
                    sentence.listed
                    and len(beside[1].meant) == 1
                    and reference.language == "en"
                    and not reference.translation_of
                )
                if slip <= (2 if number.kind == "DOI" else 1) or (sure and _same_house(own, number)):
                    return "differs", f"The {number.kind} of {described(reference)} is {own}.", key
                if len(beside[1].meant) == 1:
                    return (
                        "unknown",
                        f"Not in the dataset, which gives {number.kind} {own} for {described(reference)}.",
                        None,
                    )
        return "unknown", "Not in the dataset.", None

    # -- compounds -----------------------------------------------------------------------------------------------

    def _judge_cas(self, number: Number, sentence: Sentence) -> Judged:
        bearer = self._cas.get(number.value)
        owner = self.owners.owner(sentence, number.start, number.end)
        spoken = owner.compound if owner and not owner.salt else None
        names = {key: compound.name for key, compound in self.dataset.compounds.items()}
        own = [value for value, key in self._cas.items() if key == spoken]
        if REFUTED.search(sentence.plain):
            return "unknown", "The text itself calls it into question.", None
        if not cas_check_digit_holds(number.value):
            real = f" The CAS RN of {names[spoken]} is {own[0]}." if spoken and own else ""
            return "differs", f"No CAS RN: the last digit does not fit the others.{real}", None
        if bearer:
            if spoken and spoken != bearer and (bearer not in sentence.compounds or sentence.block.kind == "row"):
                real = f", not {names[spoken]}" + (f" ({own[0]})" if own else "")
                return "misattributed", f"CAS RN {number.value} is {names[bearer]}{real}.", None
            return "matches", f"CAS RN of {names[bearer]}.", None
        if spoken and own:
            return "unknown", f"Not in the dataset, which gives {own[0]} for {names[spoken]}.", None
        return "unknown", "Not in the dataset.", None


def _key(value: str) -> str:
    return value.lower().removeprefix("pmc").strip()


def _same_house(own: str, number: Number) -> bool:
    """Tell whether two DOIs are of one publisher; other numbers always are of one register."""
    return number.kind != "DOI" or own.split("/", maxsplit=1)[0] == number.value.split("/")[0]
