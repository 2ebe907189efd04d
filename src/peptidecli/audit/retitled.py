"""Retitled: what a citation is whose author and year are known and whose title, or journal, is printed otherwise."""

from __future__ import annotations

import re
from typing import NamedTuple

from rapidfuzz import fuzz

from ..dataset.model import Reference
from ..notation.words import words
from .article.citations import Cited, family_key
from .article.names import Names
from .article.printed import abbreviates, journal_words
from .periodicals import is_archive
from .titles import likeness, telling
from .tracing import RARE_FAMILY, Traced, Tracer, initial_in
from .wording import stems
from .works import SIMILAR_TITLE, described

_BEHIND = re.compile(
    r"[).,]{0,2}\s*[:.-]?\s+[\"']?(?P<title>[A-ZА-Я][^\"\n]{14,260}?)[.?!]?[\"']?[.?!]?[\"']?\s+"
    r"(?P<journal>[A-ZА-Я][A-Za-zА-Яа-я&.,\-() ]{2,90}?)(?=\.\s|[.,;]?\s\(?\d|\.?\s*$|\.?\s\[|,\s\d|\.?\shttps?:)"
)
_SMALL = frozenset("of and in the for de des der und et & i im imeni on la".split())
_NUMBER = re.compile(r"(?<!\d)\d{7,8}(?!\d)|10\.\d{4,9}/[^\s\"]+|PMC\d{5,9}")
ANOTHER = 0.5
"""The share of a title's telling words that must be those of a paper, below which it is another title."""
TITLED = 3
"""Telling words from which a title can be held."""
FEW = 2
"""Telling words that a title must share with a paper where it names no compound."""


def _begins(text: str, full: tuple[str, ...]) -> bool:
    """Tell whether words are the beginning of a long name of a journal, abbreviated: `Zh Nevrol Psikhiatr`."""
    short = journal_words(text)
    return 3 <= len(short) < len(full) and abbreviates(short, full[: len(short)])


def _endings(printing: Printing) -> list[str]:
    """Return a journal as it is printed, and with the words before it, one by one, that may be of its name."""
    before = printing.title.split()
    return [" ".join((*before[len(before) - count :], printing.journal)) for count in range(min(len(before), 5) + 1)]


class Printing(NamedTuple):
    """What is printed behind a citation: its title and its journal, each empty where none is."""

    title: str = ""
    journal: str = ""


KEPT = 10_000
"""Texts of which it is kept whether they name a journal."""
LONGEST_NAME = 200
"""Characters beyond which words are no name of a journal."""


class Retitled:
    """Tells what a citation means whose author and year the dataset has, by what is printed with it."""

    def __init__(self, tracer: Tracer, names: Names) -> None:
        self.tracer, self.works, self.names = tracer, tracer.works, names
        self._journals: dict[str, bool] = {}

    def printed(self, text: str) -> Printing:
        """Return the title and journal that stand at the beginning of what follows a citation's year."""
        text = text.replace("…", ".").replace("...", ".")  # a title that was cut short
        for hit in _BEHIND.finditer(text[:400]):
            if hit.start() > 0:
                break
            title, journal = hit["title"].strip(" .\"'"), hit["journal"].strip(" .,")
            # The full stop that ends the title may be a later one.
            for cut in re.finditer(r"[.?!][\"']?\s+(?=[A-ZА-Я])", text[: hit.end() + 120]):
                head, tail = text[: cut.start()], text[cut.end() :]
                name = re.match(
                    r"[A-ZА-Я][A-Za-zА-Яа-я&.,\-() ]{2,90}?(?=\.\s|[.,;]?\s\(?\d|\.?\s*$|\.?\s\[|,\s\d|\.?\shttps?:)",
                    tail,
                )
                if name and self.a_journal(name[0].strip(" .,")) and len(head.strip(" ).,:-\"'")) > 14:
                    return Printing(head.strip(" ).,:-\"'"), name[0].strip(" .,"))
            if self.a_journal(journal):
                return Printing(title, journal)
        return Printing()

    def a_journal(self, text: str) -> bool:
        """Tell whether words can be the name of a journal: one that is known, or made of the words of such."""
        if text not in self._journals:
            if len(self._journals) >= KEPT:
                self._journals.clear()
            self._journals[text] = len(text) < LONGEST_NAME and self._may_be_a_journal(text)
        return self._journals[text]

    def _may_be_a_journal(self, text: str) -> bool:
        own = text.replace(".", ". ").replace("(", "").split()
        if not 0 < len(own) <= 10 or text in {"PMC", "PubMed"}:
            return False
        if not all(word[0].isupper() or word.lower() in _SMALL for word in own):
            return False
        if self.works.journal_named(text) or any(_begins(text, full) for full in self.works.journals.values()):
            return True
        telling = [word for word in words(text) if len(word) > 2 and word not in _SMALL]
        common = sum(word in self.works.journal_vocabulary for word in telling)
        return bool(telling) and len(telling) > 1 and 2 * common >= len(telling)

    def judge(self, cited: Cited, traced: Traced, printing: Printing, line: str, article: frozenset[str]) -> Traced:
        """Return what a citation is: a paper that is known under another title or journal, or what it was taken for."""
        if not cited.families or not cited.year:
            return traced
        family = family_key(cited.families[0])
        references = self.works.references
        direct = [key for key in self.works.by_first[family] if references[key].issued == cited.year]
        if not direct:
            return traced
        numbered = self._numbered(line, direct)
        mentions = self.names.find(f"{printing.title} {line}")
        spoken = {mention.compound for mention in mentions if mention.compound}
        if not mentions and (not printing.title or any(self._shared(key, printing.title) >= FEW for key in direct)):
            spoken = set(article)
        related = [
            key
            for key in direct
            if any(kin in spoken for own in references[key].compounds for kin in self.names.kin(own))
        ]
        journal = printing.journal
        if not journal or is_archive(journal):
            # Nothing but author and year, and a word on what it found.
            if traced.verdict == "unknown" and (
                numbered or (len(direct) == 1 and related and len(family) >= RARE_FAMILY)
            ):
                return self.tracer.found((numbered or direct)[0], line)
            return traced
        placed = [key for key in (numbered or direct) if self._is_journal_of(journal, key)]
        if len(placed) == 1 and (related or numbered):
            return self.tracer.found(placed[0], line) if traced.verdict != "matches" else traced
        if placed or not (related or numbered):
            return traced
        if len(family) < RARE_FAMILY and not numbered:
            # Of a common name the initial must be the same, and the title on the same.
            related = [
                key for key in related
                if len((stems(printing.title) & self.works.vocabulary(key)) - self._names_of(key)) >= FEW
                and initial_in(line, cited.families[0], references[key])
            ]  # fmt: skip
            if not related:
                return traced
        best = (numbered or sorted(related, key=lambda key: (-self._alike(key, printing.title), key)))[0]
        reference = references[best]
        alike = self._alike(best, printing.title) >= SIMILAR_TITLE
        what = "The journal" if alike or numbered else "The title or the journal"
        is_ = f"is {reference.container_title}" if alike or numbered else "is another"
        others = [described(references[key]) for key in (numbered or related) if key != best]
        also = f" Also: {'; '.join(others)}." if others else ""
        detail = f"{what} {is_}: the dataset has under this author and year {described(reference)}.{also}"
        return Traced(
            "differs",
            detail,
            best,
            tuple(numbered or related),
            fields=("journal",) if alike or numbered else ("title",),
        )

    def held(self, traced: Traced, printing: Printing, *, titled: bool = False) -> Traced:
        """Return what a citation is that was taken for a paper, where its title or journal is printed otherwise.

        A journal counts where it is one that is known; a title where it shares little with any of the paper's, and is
        not `titled`, known to be its own.
        """
        if traced.verdict != "matches" or not traced.meant or not (printing.title or printing.journal):
            return traced
        editions = tuple(dict.fromkeys(other for key in traced.meant for other in self.works.edition(key)))
        known = self.works.periodicals.named(printing.journal) if printing.journal else frozenset()
        real = self.works.references[traced.reference or editions[0]]
        if (
            known
            and not is_archive(printing.journal)
            and not any(
                self._is_journal_of(name, key) or self._twin(name, key)
                for key in editions
                for name in _endings(printing)
            )
        ):
            if not titled and printing.title and not any(self._may_be_called(key, printing.title) for key in editions):
                detail = f"Under this author and year the dataset has {described(real)}; another paper may be meant."
                return Traced("unknown", detail, None)
            detail = f"The journal is {real.container_title}: {described(real)}."
            return Traced("differs", detail, real.id, traced.meant, fields=("journal",))
        if (
            not titled
            and printing.title
            and not printing.title.endswith(";")  # a word on it, before its journal
            and not self.works.is_journal_of(printing.title, editions)
            and len(telling(printing.title)) >= TITLED
            and not any(self._may_be_called(key, printing.title) for key in editions)
        ):
            detail = f"The title is another: the dataset has under this author and year {described(real)}."
            return Traced("differs", detail, real.id, traced.meant, fields=("title",))
        return traced

    def _twin(self, journal: str, key: str) -> bool:
        return self.works.periodicals.twins(journal, self.works.references[key].container_title)

    def _may_be_called(self, key: str, title: str) -> bool:
        """Tell whether a title can be that of a paper: cut, abridged, or another translation."""
        reference = self.works.references[key]
        own = telling(title)
        for known in filter(None, (reference.title, reference.original_title)):
            true = telling(known)
            common = len(set(own) & set(true))
            if likeness(title, known).share >= ANOTHER or common >= ANOTHER * len(set(own)):
                return True
        # A title in Russian is translated freely, and a title in letters that no title here has cannot be held.
        shared = len(stems(title) & self.works.vocabulary(key) - self._names_of(key))
        free = reference.language != "en" or reference.original_title is not None
        return not title.isascii() or shared >= (FEW if free else FEW + 2)

    def _names_of(self, key: str) -> frozenset[str]:
        compounds = self.tracer.dataset.compounds
        return stems(" ".join(compounds[own].name for own in self.works.references[key].compounds))

    def _is_journal_of(self, journal: str, key: str) -> bool:
        editions = self.works.edition(key)
        return self.works.is_journal_of(journal, editions) or any(
            _begins(journal, journal_words(self.works.references[other].container_title)) for other in editions
        )

    def _shared(self, key: str, title: str) -> int:
        return len(self.works.vocabulary(key) & stems(title))

    def _alike(self, key: str, title: str) -> float:
        shared = self._shared(key, title)
        return (
            fuzz.token_set_ratio(" ".join(words(self.works.references[key].title)), " ".join(words(title)))
            + shared / 100
        )

    def _numbered(self, line: str, direct: list[str]) -> list[str]:
        """Return those of some references, or of their editions, whose number stands in a line."""
        found = {hit[0].lower().rstrip(".,;)") for hit in _NUMBER.finditer(line)}
        if not found:
            return []
        return [
            key
            for key in direct
            if any(
                number.lower() in found
                for other in self.works.edition(key)
                for number in _numbers_of(self.works.references[other])
            )
        ]


def _numbers_of(reference: Reference) -> tuple[str, ...]:
    return tuple(number for number in (reference.pmid, reference.doi, reference.pmcid) if number)
