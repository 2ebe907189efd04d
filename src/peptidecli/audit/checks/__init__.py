"""Checks: each finds one kind of thing in a sentence and holds it against the dataset."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from ...dataset.model import Reference
from ..article.blocks import Block, Entry
from ..article.citations import Cited
from ..article.sentences import Sentence
from ..findings import AuditVerdict, Field, FindingKind
from ..tracing import Traced


class Found(NamedTuple):
    """What a check has found in a sentence: from `start` to `end`; the rest as in a finding.

    `line` is the line of the file, where it is not the one on which `start` stands; `fields` are those of an entry
    that are not as the record has them. `text` is what it is said of where that has no place of its own in the
    sentence, as the numbers of an entry.
    """

    start: int
    end: int
    kind: FindingKind
    verdict: AuditVerdict
    detail: str
    reference: str | None = None
    line: int = 0
    own: bool = False
    fields: tuple[Field, ...] = ()
    text: str = ""


def as_deep_as_read(found: Found, reference: Reference) -> Found:
    """Return what was found; a detail differs only from a paper that was read deep enough to hold it."""
    if found.verdict != "differs" or reference.read != "title":
        return found
    return found._replace(verdict="unknown", detail=f"{found.detail} Of the paper only the title was seen.")


MARK = re.compile(r"\[(\d{1,3})\]")
"""A mark that stands for one work of a list."""


class Study(NamedTuple):
    """A study that a text speaks of, from `start` to `end` of its sentence, and the references that it can be.

    `sure` tells that it is cited as it is; one cited wrongly still has its number of subjects. `told` tells that it is
    known by what is told of it alone.
    """

    start: int
    end: int
    meant: tuple[str, ...]
    sure: bool = True
    told: bool = False


class Seen:
    """What the checks before have seen: citations and studies of the paragraph, and of the sentence itself.

    `article` are the compounds that the article names, `pair` the two that it is about. `entries` are the works of
    its bibliography, each with the key and line under which it stands first. `before` are the citations of the
    paragraph that this one stands right behind, `titled` is that heading. `wrong` tells that something
    in the sentence does not stand; `marks` are what the numbers of its list mean, `marked` those of the sentence;
    `told` are the stretches of it on which a statement has been found, `figured` those of its figures, `doubted` those
    on which the study that is cited tells the contrary. `section` is the study that the heading above names, `page` the
    one paper that the article gives; `confused` are
    the stretches on which the sentence takes one compound, source or part for another, `approved` where it was told
    of approval, and in which place; `naming` is the compound whose other names stand in the lines here; `retraction`
    tells that the article speaks of a retraction, `retracting` on which lines, `retold` in which words. `keyed` are the
    papers that are given field by field, each under the line of its title, `fielded` what those are whose number stands
    on a line. `blocks` are those of the article.
    """

    def __init__(self, article: frozenset[str], pair: tuple[str, ...] = ()) -> None:
        self.article = article
        self.pair = pair
        self.cited: list[tuple[Cited, Traced]] = []
        self.before: list[tuple[Cited, Traced]] = []
        self.titled = ""
        self.own: list[tuple[Cited, Traced]] = []
        self.earlier: list[Study] = []
        self.studies: list[Study] = []
        self.marks: dict[int, tuple[str, ...]] = {}
        self.marked: list[Study] = []
        self.told: list[tuple[int, int]] = []
        self.figured: list[tuple[int, int]] = []
        self.doubted: list[tuple[int, int]] = []
        self.approved: list[tuple[int, int, str]] = []
        self.section: tuple[str, ...] = ()
        self.page: tuple[str, ...] = ()
        self.retraction = False
        self.retracting: frozenset[int] = frozenset()
        self.retold = ""
        self.naming = ""
        self.confused: list[tuple[int, int]] = []
        self.stated = False
        self.wrong = False
        self.entries: dict[str, tuple[str, int]] = {}
        self.keyed: dict[int, Entry] = {}
        self.blocks: Sequence[Block] = ()
        self.fielded: dict[int, tuple[Cited, Traced]] = {}

    def paragraph(self, *, goes_on: bool = False, follows: bool = False, titled: str = "") -> None:
        """Forget what the paragraph before has cited; one that `goes_on` is still of the study of that.

        `follows` tells that it stands right behind, `titled` is the heading where it does so behind one.
        """
        self.before, self.titled = (self.cited if follows else []), titled
        self.earlier = (self.studies or self.earlier) if goes_on else []
        self.cited, self.own, self.studies = [], [], []

    def sentence(self) -> None:
        """Begin a sentence of the same paragraph."""
        self.earlier = self.studies or self.earlier
        self.own, self.studies, self.told, self.marked, self.figured, self.doubted = [], [], [], [], [], []
        self.stated = self.wrong = False
        self.confused = []
        self.approved = []

    def is_told(self, start: int, end: int) -> bool:
        """Tell whether a stretch of the sentence is a part of a citation, or of a statement that was found in it."""
        cited = ((cited.start, cited.end) for cited, _ in self.own)
        return any(low <= start and end <= high for low, high in (*cited, *self.told))

    @property
    def beyond(self) -> tuple[str, ...]:
        """The study that the part of the article, or the whole, is about, where the paragraph names none."""
        return () if self.studies or self.earlier or self.marked else self.section or self.page

    def is_confused(self, start: int, end: int) -> bool:
        """Tell whether a stretch of the sentence overlaps with one that takes one thing for another."""
        return any(start < high and low < end for low, high in self.confused)

    def is_doubted(self, start: int, end: int) -> bool:
        """Tell whether a stretch of the sentence overlaps with one that the study which is cited contradicts."""
        return any(start < high and low < end for low, high in self.doubted)

    def is_figured(self, start: int, end: int) -> bool:
        """Tell whether a figure has been found that overlaps with a stretch of the sentence."""
        return any(start < high and low < end for low, high in self.figured)

    def is_cited(self, place: int) -> bool:
        """Tell whether a place is within a citation: in the title of a paper, it may be."""
        return any(cited.start <= place < cited.end for cited, _ in self.own)

    def cite(self, cited: Cited, traced: Traced) -> None:
        """Note a citation of the sentence."""
        self.own.append((cited, traced))
        self.cited.append((cited, traced))
        if traced.meant:
            self.studies.append(Study(cited.start, cited.end, traced.meant, traced.verdict == "matches"))

    def mark(self, plain: str) -> None:
        """Note the marks of a sentence, `[7]`, that stand for a study of the article's list."""
        for hit in MARK.finditer(plain) if self.marks else ():
            meant = self.marks.get(int(hit[1]))
            if meant:
                self.marked.append(Study(*hit.span(), meant))

    def marked_at(self, place: int) -> tuple[str, ...]:
        """Return the references of the first mark behind a place: what is cited by number stands before it."""
        return next((study.meant for study in self.marked if study.start >= place), ())

    def described(self, start: int, end: int, reference: str | None) -> None:
        """Note a study of the sentence that is known by what is told of it, not by its name."""
        if reference:
            self.studies.append(Study(start, end, (reference,), sure=False, told=True))

    def number(self, start: int, end: int, reference: str) -> None:
        """Note a number of the sentence that is a reference's."""
        self.studies.append(Study(start, end, (reference,)))

    def study_at(self, place: int) -> tuple[str, ...]:
        """Return the references of the study that what stands at a place belongs to, if one alone fits."""
        here = self.studies
        if here:
            meant = {study.meant[0] for study in here}
            if len(meant) == 1:
                return here[0].meant
            before = [study for study in here if study.end <= place]
            after = [study for study in here if study.start >= place]
            return before[-1].meant if before else after[0].meant
        meant = {study.meant[0] for study in self.earlier}
        return self.earlier[-1].meant if len(meant) == 1 else ()


class Check(Protocol):
    """One kind of thing that can be held against the dataset."""

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield what a sentence holds of this kind; `seen` is what the checks before it have seen."""
        ...
