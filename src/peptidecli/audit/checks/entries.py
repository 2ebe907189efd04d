"""Entries of bibliographies: which work one means, and every field of it held against the record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...dataset.model import Reference, UntracedCitation
from ...notation import people as authors
from ...notation.identifiers import doi as comparable
from ...notation.places import place_in_words
from ..article.blocks import Entry
from ..article.citations import Cited, family_key
from ..article.listed import Listed, divisions
from ..article.sentences import Sentence
from ..findings import Field
from ..holding import Held, Holder, Printing, printings, without_others
from ..retitled import Printing as Printed
from ..retitled import Retitled
from ..titles import abridged, key_of, telling
from ..tracing import Traced, Tracer
from ..wording import stems
from ..works import described, first_page
from . import Found, Seen

SHORT_TITLE = 3
"""Telling words up to which a title says nothing without an author, a year or a place that agrees."""
COMMON_TITLE = 6
"""Telling words up to which another paper may bear a title whose authors, year and place are all other ones."""
NEAR = 0.6
"""The share of a title that must agree where it is the same work with words changed."""
TRANSLATED = 0.4
"""The same for a title that is a translation, of which there may be several."""
FRONT_ALONE = 4
"""Telling words up to which the front of a title may be the whole of another."""
SURE = 4
"""How many fields agree, a volume with its page counting twice, where the title may be another translation."""
PLACED = 2


class Meant(NamedTuple):
    """The printing that an entry means, as it was held; `titled` tells that the entry bears its title."""

    held: Held
    titled: bool


class Entries:
    """Holds entries, those of a program's file and those that were typed."""

    def __init__(self, tracer: Tracer) -> None:
        self.tracer, self.works = tracer, tracer.works
        self.holder = Holder(tracer.works.periodicals)
        self.retitled = Retitled(tracer, tracer.names)

    def divided(self, typed: Listed) -> Entry:
        """Return a line of a list with title and journal told apart: by a title or a journal that is known."""
        entry = typed.entry
        if entry.title or not typed.body:
            return entry
        found = list(divisions(typed.body))
        known = [bool(self.works.with_title(title)) + bool(self.works.periodicals.named(name)) for title, name in found]
        best = found[known.index(max(known))] if found else None
        return entry._replace(title=best[0], journal=best[1]) if best else entry

    # -- which work ------------------------------------------------------------------------------------------------

    def meant(self, entry: Entry) -> Meant | None:
        """Return what an entry means: the work of its title, else of its place or number with a title like it."""
        titled = self._held(entry, self.works.with_title(entry.title)) if entry.title else []
        numbers = self._numbered(entry)
        same = [held for held in titled if held.likeness.same]
        if same:
            best = min(same, key=_rank)
            # It is at none of the places of the work, or its authors and all its numbers are of another one that bears
            # the title: its numbers say which it means.
            lacking = _other(best)
            sure = len(numbers) > 1 and len(set(numbers)) == 1
            named = any("authors" not in _other(held) for held in same if held.printing.reference.id in numbers)
            if "journal" in lacking or ("authors" in lacking and sure and named):
                best = min((held for held in same if held.printing.reference.id in numbers), key=_rank, default=best)
            own = len(telling(entry.title))
            few = best.agrees < (SURE - 1 if own <= SHORT_TITLE else 1)
            # What goes on behind the whole title of a work, by others at another place, is another title.
            common = own <= COMMON_TITLE or _goes_on(entry, best)
            lost = _other(best)
            # Where neither authors nor a journal are given, the year is all that could tell.
            told = {"year", "journal"} if entry.authors or entry.journal else {"year"}
            other = best.stranger or told <= lost
            # A title of two words tells little, but for the work whose number stands beside it.
            numbered = best.printing.reference.id in numbers
            if numbered or not (few and (own <= SHORT_TITLE or (common and other))):
                return Meant(best, True)
            if own <= COMMON_TITLE:
                return None
        called = self._called(entry)
        if called:
            return Meant(called, False)
        found = dict.fromkeys((*numbers, *self._at_place(entry), *self._near(entry)))
        near = [held for held in self._held(entry, found) if self._fits(entry, held)]
        return Meant(min(near, key=_rank), False) if near else None

    def _called(self, entry: Entry) -> Held | None:
        """Return the work of the study that a title names, `... (CASTA)`, where all else is its own.

        A title that is nearly the work's is held as that, and no name excuses the words that are changed in it.
        """
        names = {hit[0].upper() for hit in _STUDY_NAME.finditer(entry.title)} & self.works.studies.keys()
        held = [own for name in sorted(names) for own in self._held(entry, self.works.studies[name])]
        fitting = [own for own in held if own.agrees >= PLACED + 1 and not own.stranger
                   and _other(own) <= {"title"}
                   and own.likeness.share < NEAR
                   and self._on_the_same(entry.title, own.printing.reference)]  # fmt: skip
        return min(fitting, key=_rank) if fitting else None

    def _on_the_same(self, title: str, reference: Reference) -> bool:
        """Tell whether a title, whatever its words, is on what a work is on: all that tell are, and its compound."""
        own, names = stems(_STUDY_NAME.sub(" ", title)) - _OF_ANY_STUDY, self.tracer.names
        spoken = {mention.compound for mention in names.find(title) if mention.compound}
        kin = {kin for compound in reference.compounds for kin in names.kin(compound)}
        return (not spoken or bool(spoken & kin)) and own <= self.works.vocabulary(reference.id)

    def _held(self, entry: Entry, keys: Iterable[str]) -> list[Held]:
        editions = dict.fromkeys(other for key in keys for other in self.works.edition(key))
        return [
            self.holder.hold(entry, printing) for key in editions for printing in printings(self.works.references[key])
        ]

    def _numbered(self, entry: Entry) -> list[str]:
        return [key for number in numbers_of(entry) if (key := self.works.numbered.get(number))]

    def _at_place(self, entry: Entry) -> list[str]:
        if not entry.volume or not entry.page:
            return []
        family = family_key(authors.family(entry.authors[0])) if entry.authors else ""
        return [
            printing.reference.id
            for printing in self.works.placed.get((entry.volume, first_page(entry.page)), ())
            if str(printing.year) == entry.year
            or family in {family_key(authors.family(name)) for name in printing.reference.author}
        ]

    def _near(self, entry: Entry) -> tuple[str, ...]:
        return self.works.near_title(entry.title) if entry.title else ()

    @staticmethod
    def _fits(entry: Entry, held: Held) -> bool:
        """Tell whether an entry that does not bear a work's title means it all the same."""
        printing = held.printing
        numbered = bool(printing.doi and entry.doi and comparable(entry.doi) == comparable(printing.doi)) or bool(
            entry.pmid and entry.pmid == printing.pmid
        )
        other = _other(held)
        placed = bool(entry.volume and entry.page and printing.volume and printing.page) and not other & {
            "volume", "page", "journal",
        }  # fmt: skip
        if not entry.title:
            return numbered or (placed and not other & {"year"}) or (placed and not held.stranger)
        translated = _translated(held)
        near = held.likeness.share >= (TRANSLATED if translated else NEAR)
        if numbered or placed:
            return near or (held.agrees >= SURE and not held.stranger)
        return near and not held.stranger and not other - {"title"} and held.agrees >= PLACED

    # -- what it is --------------------------------------------------------------------------------------------------

    def trace(self, entry: Entry, line: str) -> tuple[Traced, Held | None]:
        """Return what an entry is, and how it was held where the dataset has the work; `line` is it in one line."""
        entry = without_others(entry)
        meant = self.meant(entry)
        if meant is None:
            return self._by_number(entry) or Traced("unknown", "Not in the dataset.", None), None
        held = self._halves(entry, meant.held)
        reference = held.printing.reference
        if self._another_version(entry, held):
            held_years = {self.works.references[key].issued for key in self.works.versions(reference.id)}
            versions = ", ".join(map(str, sorted(held_years)))
            said = f"A version that is not in the dataset, which has that of {versions}: {described(reference)}."
            return Traced("unknown", said, None, known=True), None
        differences, remarks = list(held.differences), list(held.remarks)
        if not meant.titled and _translated(held) and len(held.likeness.changed) > 1:
            differences = [difference for difference in differences if difference.field != "title"]
            remarks.append(f'The title is "{reference.title.rstrip(".")}" here, in another translation.')
        elif not meant.titled and entry.title and self._called(entry):
            differences = [difference for difference in differences if difference.field != "title"]
            remarks.append(f'The title is "{reference.title.rstrip(".")}".')
        elif (
            not meant.titled
            and not held.stranger
            and any(abridged(entry.title, title) for title in held.printing.known.titles)
        ):
            differences = [difference for difference in differences if difference.field != "title"]
            remarks.append(f'The title in full is "{reference.title.rstrip(".")}".')
        elif not meant.titled and entry.title and held.likeness.share < NEAR:
            said = f"At its place, or under its number, stands {described(reference)}."
            return Traced("misattributed", said, reference.id, (reference.id,), fields=("title",)), held
        if held.stranger and reference.author_complete and (meant.titled or held.likeness.same):
            said = f"The title is that of {described(reference)}."
            return Traced("misattributed", said, reference.id, (reference.id,), fields=("authors",)), held
        found = self.tracer.found(reference.id, line)
        place = self._other_place(held.printing)
        told = " ".join((*(difference.text for difference in differences), *remarks))
        if differences and found.verdict != "retracted":
            detail = f"{told} {described(reference)}.{place}"
            fields = tuple(dict.fromkeys(difference.field for difference in differences))
            return Traced("differs", detail, reference.id, (reference.id,), fields=fields), held
        detail = " ".join(part for part in (found.detail + place, told) if part)
        return found._replace(detail=detail, fields=tuple(difference.field for difference in differences)), held

    def _by_number(self, entry: Entry) -> Traced | None:
        """Return what an entry is whose title is not known and whose number is that of a work."""
        numbered = self._numbered(entry)
        if not numbered or not (entry.title or entry.authors):
            return None
        reference = self.works.references[numbered[0]]
        detail = f"Its number is that of {described(reference)}."
        return Traced("misattributed", detail, reference.id, (reference.id,), fields=("number",))

    def _another_version(self, entry: Entry, held: Held) -> bool:
        """Tell whether an entry can be a version of a review that is not held: its year and numbers are no other's."""
        versions = self.works.versions(held.printing.reference.id)
        years = {str(self.works.references[key].issued) for key in versions}
        other = _other(held)
        return bool(versions and entry.year and entry.year not in years and not self._numbered(entry)
                    and held.likeness.same and not held.stranger and "journal" not in other)  # fmt: skip

    def _halves(self, entry: Entry, held: Held) -> Held:
        """Return an entry as held; where its pages are those of the other place, against that."""
        if held.differences or not entry.page or held.printing.page:
            return held
        others = self._held(entry, (held.printing.reference.id,))
        other = [
            item for item in others
            if item.printing.page and first_page(item.printing.page) == first_page(entry.page)
            and item.printing.journal != held.printing.journal
        ]  # fmt: skip
        return min(other, key=_rank) if other else held

    def _other_place(self, printing: Printing) -> str:
        """Return in words where else a work was printed."""
        told = []
        for key in self.works.translations(printing.reference.id):
            for other in printings(self.works.references[key]):
                if (other.reference.id, other.other) != (printing.reference.id, printing.other):
                    place = other.reference.other_place if other.other else other.reference
                    told += [place_in_words(place)] if place else []
        return f" Also printed in {'; and in '.join(told)}." if told else ""

    # -- findings ----------------------------------------------------------------------------------------------------

    def find(self, entry: Entry, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield what an entry of a program's file is, and what is to be said of its numbers."""
        end = len(sentence.plain)
        traced, held = self.trace(entry, sentence.plain)
        family = authors.family(entry.authors[0]) if entry.authors else ""
        year = int(entry.year) if entry.year.isdigit() else 0
        if held is None and traced.verdict == "unknown" and not traced.known:
            traced = self.stranger(entry, family, year, sentence, seen)
        cited = Cited(0, end, (family,) if family else (), year, True, False)
        if held is not None or traced.meant:
            seen.cite(cited, traced)
        line = line_of(entry, traced.fields)
        fields = fields_of(traced, held)
        yield Found(0, end, "citation", traced.verdict, traced.detail, traced.reference, line, traced.own, fields)
        twice = self.twice(entry, held, sentence, seen)
        if twice:
            yield twice
        if held is not None:
            yield from self._numbers(entry, held)

    def stranger(self, entry: Entry, family: str, year: int, sentence: Sentence, seen: Seen) -> Traced:
        """Return what an entry is of which no work is held: what circulates, or a paper by its author and year."""
        traced = Traced("unknown", "Not in the dataset.", None)
        if family and year:
            cited = Cited(0, len(sentence.plain), (family,), year, True, False)
            told = self.tracer.trace_line(cited, sentence.plain, seen.article)
            traced = told if told.verdict != "matches" or not entry.title else traced
            if self.another(entry, traced):
                traced = Traced("unknown", "Not in the dataset.", None)
            if traced.verdict == "differs" and traced.reference:
                traced = self._in_fields(entry, traced, traced.reference)
        if traced.verdict == "unknown" and entry.title:
            titled = self.circulates(entry, family)
            traced = self.tracer.condemned(titled) if titled else traced
        if traced.verdict == "unknown" and entry.title and family and year:
            traced = self._elsewhere(entry, traced, family, year, sentence, seen)
        wrong = [self.tracer.registry_entry(kind, value) for kind, value in numbers_of(entry)]
        known = next((item for item in wrong if item and not _bears_its_title(entry, item)), None)
        return self.tracer.condemned(known) if traced.verdict == "unknown" and known else traced

    def _elsewhere(
        self, entry: Entry, traced: Traced, family: str, year: int, sentence: Sentence, seen: Seen
    ) -> Traced:
        """Return that author and year are known, and on the same compound, of a paper in another journal alone."""
        cited = Cited(0, len(sentence.plain), (family,), year, True, False)
        told = self.retitled.judge(cited, traced, Printed(entry.title, entry.journal), sentence.plain, seen.article)
        return told if told.verdict == "differs" else traced

    def _in_fields(self, entry: Entry, traced: Traced, key: str) -> Traced:
        """Return what differs from a reference that was found by author and year, in every field."""
        held = min(self._held(entry, (key,)), key=_rank)
        reference = held.printing.reference
        told = " ".join(difference.text for difference in held.differences)
        fields = tuple(dict.fromkeys(difference.field for difference in held.differences))
        detail = f"{told} {described(reference)}." if told else traced.detail
        return traced._replace(detail=detail, reference=reference.id, fields=fields)

    def another(self, entry: Entry, traced: Traced) -> bool:
        """Tell whether an entry is another paper than it was taken for: title, year and place are all others.

        Where it names no volume and page, the journal alone is its place.
        """
        if traced.verdict != "differs" or not traced.reference or not entry.title:
            return False
        held = self._held(entry, (traced.reference,))
        lost = [_other(own) for own in held]
        unplaced = not (entry.volume or entry.page)
        front = len(telling(entry.title)) <= FRONT_ALONE and all(
            telling(entry.title) != telling(title) for own in held for title in own.printing.known.titles
        )
        return all(
            {"title", "year", "journal"} - ({"title"} if front else set()) <= fields
            and (unplaced or fields & {"volume", "page"})
            for fields in lost
        )

    def circulates(self, entry: Entry, family: str) -> UntracedCitation | None:
        """Return the citation that circulates under an author and a title and cannot be traced."""
        own = telling(entry.title)
        if len(own) <= SHORT_TITLE:
            return None
        for known in self.works.untraced[family_key(family)] if family else ():
            if known.problem == "untraced" and key_of(entry.title) in key_of(known.citation):
                return known
        return None

    def twice(self, entry: Entry, held: Held | None, sentence: Sentence, seen: Seen) -> Found | None:
        """Return that a work is listed twice, under two keys or on two lines."""
        if held:
            mark = f"{held.printing.reference.id} {held.printing.other}"
        elif entry.title and len(telling(entry.title)) > SHORT_TITLE and entry.authors:
            mark = f"{key_of(entry.title)} {family_key(authors.family(entry.authors[0]))} {entry.year}"
        else:
            return None
        key, line = seen.entries.setdefault(mark, (entry.key, sentence.line(0)))
        if line == sentence.line(0):
            return None
        named = f"the entry {key} on line {line}" if key else f"line {line}"
        reference = held.printing.reference.id if held else None
        end = len(sentence.plain)
        same = (Field(name="twice", given=entry.key, record=key),)
        return Found(0, end, "citation", "differs", f"The same work as {named}.", reference, fields=same)

    def _numbers(self, entry: Entry, held: Held) -> Iterator[Found]:
        """Yield what is to be said of the numbers of an entry whose work is known."""
        reference = held.printing.reference
        year = int(entry.year) if entry.year.isdigit() else 0
        editions = {
            key for key in self.works.edition(reference.id) if not self.works.another_version(reference.id, key, year)
        }
        lines = dict(entry.field_lines)
        for kind, value in numbers_of(entry):
            field = kind.lower()
            line, text = lines.get(field, 0), getattr(entry, field)
            bearer = self.works.numbered.get((kind, value))
            if bearer in editions:
                detail = f"{kind} of {described(self.works.references[bearer])}."
                yield Found(0, 0, "identifier", "matches", detail, bearer, line, text=text)
                continue
            condemned = self.tracer.registry_entry(kind, value)
            own = getattr(reference, field) if not held.printing.other else getattr(held.printing, field, "")
            known = (Field(name=field, given=value, record=own or ""),)
            if bearer:
                detail = f"{kind} {value} is {described(self.works.references[bearer])}."
                yield Found(0, 0, "identifier", "misattributed", detail, bearer, line, fields=known, text=text)
            elif condemned:
                told = self.tracer.condemned(condemned)
                yield Found(0, 0, "identifier", told.verdict, told.detail, told.reference, line, told.own, known, text)
            elif own:
                detail = f"The {kind} of {described(reference)} is {own}, not {value}."
                yield Found(0, 0, "identifier", "differs", detail, reference.id, line, fields=known, text=text)
            else:
                detail = f"{kind} {value} is not in the dataset."
                yield Found(0, 0, "identifier", "unknown", detail, None, line, text=text)


def _bears_its_title(entry: Entry, known: UntracedCitation) -> bool:
    """Tell whether an entry is the paper whose number is cited wrongly: it bears its title, and says nothing else."""
    return (
        known.problem == "misattributed"
        and len(telling(entry.title)) > 1
        and key_of(entry.title) in key_of(known.citation)
        and not stems(known.said) & stems(entry.title)
    )


_OF_ANY_STUDY = stems(
    "a study trial results outcome findings report analysis post hoc subgroup meta-analysis review clinical phase "
    "efficacy effects effect safety tolerability treatment therapy with of in the after following for patients people "
    "subjects randomized randomised placebo controlled double blind multicenter multicentre prospective pilot"
)
"""What a title says of itself, which tells of no study more than of another."""
_STUDY_NAME = re.compile(r"(?<![\w-])[A-Z][A-Z-]{3,11}(?:[ -]?(?:I{1,3}|\d))?(?![\w-])")
"""What may be the name of a study."""


def _goes_on(entry: Entry, held: Held) -> bool:
    """Tell whether a title begins with that of a work and has a subtitle which that has not."""
    return any(
        telling(entry.title)[: len(own)] == own and len(telling(entry.title)) > len(own) + 1
        for own in map(telling, held.printing.known.titles)
        if own
    )


def _other(held: Held) -> set[str]:
    """Return the fields in which an entry is another than the printing it was held against."""
    return {difference.field for difference in held.differences}


def _rank(held: Held) -> tuple[int, int, bool, str]:
    """Return by what the printing is chosen that an entry fits best."""
    lost = len(held.differences) + (3 if held.stranger else 0)
    return lost - held.agrees, lost, held.printing.other, held.printing.reference.id


def _translated(held: Held) -> bool:
    """Tell whether the title of a reference is a translation, of which there may be several."""
    return held.printing.reference.language != "en" or held.printing.other


def fields_of(traced: Traced, held: Held | None) -> tuple[Field, ...]:
    """Return the fields that a verdict speaks of, with what stands there and what the record has."""
    if traced.verdict == "differs" and held is not None:
        told = (difference for difference in held.differences if difference.field in traced.fields)
        return tuple(Field(name=item.field, given=item.given, record=item.known) for item in told)
    return tuple(Field(name=name) for name in traced.fields)


def numbers_of(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield kind and value of the numbers of an entry as they are looked up."""
    if entry.doi:
        yield "DOI", comparable(entry.doi)
    if entry.pmid:
        yield "PMID", entry.pmid
    if entry.pmcid:
        yield "PMCID", entry.pmcid.upper()


_LINES = {"year": ("year", "date"), "journal": ("journal", "journaltitle"), "volume": ("volume",),
          "issue": ("number", "issue"), "page": ("pages", "page"), "authors": ("author", "authors"),
          "initials": ("author", "authors"),
          "title": ("title",), "number": ("doi", "pmid")}  # fmt: skip


def line_of(entry: Entry, fields: tuple[str, ...]) -> int:
    """Return the line of the first field that differs, 0 where none does or its line is not known."""
    lines = dict(entry.field_lines)
    return next((lines[name] for field in fields for name in _LINES.get(field, ()) if name in lines), 0)
