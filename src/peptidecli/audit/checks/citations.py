"""Citations: entries and lines of a reference list, titles, authors and years, studies by name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from ...notation import people as authors
from ...notation.words import words
from ..article.apart import apart
from ..article.blocks import Entry, entry_block
from ..article.citations import (
    AND,
    ETAL,
    INITIALS,
    LONGEST_LINE,
    NAME,
    Cited,
    citations,
    family_key,
    leading_authors,
)
from ..article.listed import Listed, alone
from ..article.names import Names
from ..article.printed import YEAR, Printed, place_of
from ..article.sentences import Sentence
from ..holding import Held
from ..retitled import Printing, Retitled
from ..titles import telling
from ..tracing import Traced, Tracer, journal_in
from ..wording import holds, stems
from ..works import FRONT, LONG_TITLE, SHORT_TITLE, TitleHit, described, noticed
from . import Found, Seen, Study
from .entries import Entries, fields_of, line_of, numbers_of
from .identifiers import numbered_in

_CITING = ("et al", "pmid", "pubmed", "doi", "http", "colleagues", "title")
_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\w{0,6}\.?$")
NAMED_BEHIND = 60
"""How many characters behind a citation what it is on may be named."""
AFTER = 160
"""How many characters behind a title its journal, year and pages may stand."""
_READ_ON = re.compile(
    r"(?:accessed|retrieved|updated|published online|viewed|retract\w+|withdrawn)[^.;]{0,20}$", re.IGNORECASE
)
_NOTED = re.compile(r"\s?[(\[](?:note|retract|review|in russian|article in|see)[^()\[\]]{0,120}[)\]]", re.IGNORECASE)
"""A remark in brackets right behind a title."""
_NEAR_YEAR = re.compile(
    r"[^.;]{0,100}?\(([^()]{0,40}?,\s*)?((?:19|20)\d\d)\)|,?\s(?:trial|study)?,?\s?((?:19|20)\d\d)\b"
)
_COCHRANE = re.compile(r"Cochrane (?:systematic )?(?:[Rr]eview|[Mm]eta-analysis)\b[^.;()]{0,40}?\(?((?:19|20)\d\d)\)?")


_OF_ANOTHER_YEAR = re.compile(r"Probably .*: the year is \d{4}\.$")
_BESIDE_IT = 60
"""Characters behind a citation within which its own number stands."""


class Citations:
    """Finds citations and traces them."""

    def __init__(self, tracer: Tracer, names: Names) -> None:
        self.tracer, self.names, self.works = tracer, names, tracer.works
        self.entries = Entries(tracer)
        self.retitled = Retitled(tracer, names)
        pattern = "|".join(re.escape(name) for name in sorted(self.works.studies, key=len, reverse=True))
        self._named = (
            re.compile(
                # `The second CARS trial` and `CARS II` are others than the one that goes by the name alone.
                rf"(?<![A-Za-z\d_-])(?<!second )(?<!2nd )(?:{pattern})(?![A-Za-z\d_-])(?!-[^1])(?!\s(?:II|2)\b)|"
                rf"(?<![A-Za-z\d_-])(?:{pattern})(?=-1(?!\d))"
            )
            if pattern
            else None
        )

    def find(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield the citations of a sentence, and note them for the checks that follow."""
        for found in self._found(sentence, seen):
            yield self._with_notice(found)

    def _with_notice(self, found: Found) -> Found:
        """Return what a citation is; where a work that has been retracted is cited wrongly, both are told."""
        work = self.works.references.get(found.reference or "")
        wrong = found.verdict in {"differs", "misattributed"}
        if not wrong or work is None or work.standing not in {"retracted", "expression-of-concern"}:
            return found
        notice = noticed(work)
        told = notice in found.detail or described(work) not in found.detail
        return found if told else found._replace(detail=f"{found.detail} {notice}")

    def _found(self, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        if sentence.block.entry:
            yield from self.entries.find(sentence.block.entry, sentence, seen)
            return
        plain = sentence.plain
        if seen.keyed and (known := self._keyed(sentence, seen)):
            yield from known
            return
        paper = self._given(sentence, seen)
        if paper:
            yield paper
            return
        if sentence.typed and sentence.listed:
            yield from self._of_typed(sentence.typed, sentence.listed, sentence, seen)
            return
        for cited, traced in self._named_otherwise(sentence, self._traced(sentence, plain, seen), seen):
            seen.cite(cited, traced)
            self._note_numbers(cited, traced, sentence, seen)
            yield Found(
                cited.start, cited.end, "citation", traced.verdict, traced.detail, traced.reference, own=traced.own
            )
        for start, end, keys in self._studies_of(sentence) if holds(plain, self.works.studies) else ():
            if not any(study.meant[0] in keys for study in seen.studies):
                seen.studies.append(Study(start, end, keys))

    def _given(self, sentence: Sentence, seen: Seen) -> Found | None:
        """Return what a paper is that the text gives field by field; None where it is not known by its title."""
        for paper in sentence.block.papers:
            start, end = paper.start - sentence.start, paper.end - sentence.start
            if not 0 <= start < len(sentence.plain):
                continue
            traced, held = self.entries.trace(paper.entry, sentence.plain)
            if held is None or not traced.meant:
                return None
            if holds(sentence.low, ("retract", "expression of concern", "отозван")):
                traced = self._said_so(traced, sentence, seen)
            family = authors.family(paper.entry.authors[0]) if paper.entry.authors else ""
            year = int(paper.entry.year or 0)
            seen.cite(Cited(start, end, (family,) if family else (), year, True, False), traced)
            return Found(start, end, "citation", traced.verdict, traced.detail, traced.reference, own=traced.own,
                         fields=fields_of(traced, held))  # fmt: skip
        return None

    def _keyed(self, sentence: Sentence, seen: Seen) -> list[Found]:
        """Return what the papers are whose titles, each with its fields on the lines around, stand in a sentence."""
        found: list[Found] = []
        low, high = sentence.line(0), sentence.line(len(sentence.plain) - 1)
        for line in [line for line in seen.keyed if low <= line <= high]:
            entry = seen.keyed[line]
            start = sentence.plain.find(entry.title)
            if start < 0:
                continue
            line_ = entry_block(entry, line)
            alone = sentence._replace(plain=line_.plain if line_ else entry.title)
            traced, held = self.entries.trace(entry, alone.plain)
            family = authors.family(entry.authors[0]) if entry.authors else ""
            year = int(entry.year) if entry.year else 0
            if held is None and traced.verdict == "unknown" and not traced.known:
                traced = self.entries.stranger(entry, family, year, alone, seen)
            if traced.verdict in {"misattributed", "differs"} and traced.reference:
                traced = self._labelled(entry, traced, held)
            if held is None and traced.verdict == "unknown":
                continue
            traced = self._said_so(traced, sentence, seen)
            cited = Cited(start, start + len(entry.title), (family,) if family else (), year, True, False)
            seen.cite(cited, traced)
            if held is not None or traced.meant:
                seen.fielded.update((place, (cited, traced)) for _, place in entry.field_lines)
            told = line_of(entry, traced.fields) or line
            found.append(Found(
                cited.start, cited.end, "citation", traced.verdict, traced.detail, traced.reference, told, traced.own,
                fields_of(traced, held),
            ))  # fmt: skip
        return found

    @staticmethod
    def _note_numbers(cited: Cited, traced: Traced, sentence: Sentence, seen: Seen) -> None:
        """Note of a record, which gives no more than title, year and number, of which work that number must be."""
        entry = seen.keyed.get(sentence.line(cited.start)) if seen.keyed else None
        if (
            entry
            and not (entry.authors or entry.journal)
            and traced.meant
            and traced.verdict in {"matches", "retracted"}
        ):
            seen.fielded.update((place, (cited, traced)) for key, place in entry.field_lines if key != "title")

    def _labelled(self, entry: Entry, traced: Traced, held: Held | None) -> Traced:
        """Return what an entry is whose number is that of a work, and whose title only says what that is about."""
        key = traced.reference or ""
        reference = self.works.references[key]
        if not any(self.works.numbered.get(number) in self.works.edition(key) for number in numbers_of(entry)):
            return traced
        if (held and held.stranger) or (entry.year and int(entry.year) not in self.works.years_of(key)):
            return traced
        if held and {difference.field for difference in held.differences} - {"title"}:
            return traced
        names = stems(" ".join(self.tracer.dataset.compounds[own].name for own in reference.compounds))
        if not (stems(entry.title) & self.works.vocabulary(key)) - names:
            return traced
        found = self.tracer.found(key, entry.title)
        return found._replace(detail=f'{found.detail} The title in full is "{reference.title.rstrip(".")}".')

    def _named_otherwise(
        self, sentence: Sentence, found: list[tuple[Cited, Traced]], seen: Seen
    ) -> Iterator[tuple[Cited, Traced]]:
        """Yield citations; what stands behind the name of another study, or under another title, as what it is."""
        plain = sentence.plain
        studies = list(self._studies(plain)) if found and holds(plain, self.works.studies) else []
        for cited, known in found:
            traced = known
            named = next((keys for _, end, keys in studies if _STUDY_OF.fullmatch(plain, end, cited.start)), None)
            if named and traced.meant and not set(traced.meant) & set(named) and not self._of_them(cited, named):
                real, other = self.works.references[named[0]], self.works.references[traced.meant[0]]
                detail = f"That study is {described(real)}, not {described(other)}."
                yield cited, Traced("misattributed", detail, real.id, named)
                continue
            above = self._under_a_title(cited, seen, sentence)
            if above:
                yield cited, above
                continue
            if (
                sentence.start + cited.start <= _AT_THE_HEAD
                and sentence.block.kind in {"item", "prose"}
                and cited.families
            ):
                rest = sentence.block.plain[sentence.start + cited.end :] if not sentence.listed else ""
                line = sentence.block.plain
                if sentence.listed:
                    rest = _behind_year(cited.year, plain)
                printing = self.retitled.printed(rest)
                titled = self._held_by_title(traced, line)
                if traced.verdict in {"matches", "unknown"} and not titled:
                    traced = self.retitled.judge(cited, traced, printing, line, seen.article)
                traced = self.retitled.held(traced, printing, titled=titled)
            traced = self._unless_printed(traced, sentence.block.plain)
            yield cited, self._unless_another(cited, traced, sentence, seen)

    def _unless_another(self, cited: Cited, traced: Traced, sentence: Sentence, seen: Seen) -> Traced:
        """Return what was found, unless a work of another year is its own by what stands beside it or in a list."""
        key = traced.reference
        if traced.verdict != "differs" or not key or not _OF_ANOTHER_YEAR.match(traced.detail) or not cited.families:
            return traced
        behind = sentence.plain[cited.end : cited.end + _BESIDE_IT].partition(")")[0]
        own = sentence.plain if sentence.whole else sentence.plain[cited.start : cited.end] + behind
        listed = re.compile(
            rf"\W{{0,4}}(?:\d|\[?\^).{{0,120}}?{re.escape(cited.families[0])}\b.{{0,200}}\b{cited.year}\b"
        )
        lines = (block.plain for block in seen.blocks if block.kind == "item" and listed.match(block.plain))
        for text in (own, *lines):
            numbers = [(kind, value.lower()) for kind, value in numbered_in(text)]
            if self.tracer.another_of_theirs(key, text, numbers):
                detail = f"Not in the dataset. Nearest by author: {described(self.works.references[key])}."
                return Traced("unknown", detail, None)
        return traced

    def _unless_printed(self, traced: Traced, line: str) -> Traced:
        """Return what was found, unless the journal that is called another stands in the line as it should."""
        key = traced.reference
        if traced.verdict != "differs" or not key or not traced.detail.startswith("The journal "):
            return traced
        own = self.works.references[key].container_title
        return self.tracer.found(key, line) if len(own) > _SHORT and own.lower() in line.lower() else traced

    def _held_by_title(self, traced: Traced, rest: str) -> bool:
        """Tell whether the title of the paper that was found is printed."""
        if traced.verdict != "matches":
            return False
        hits = self.works.titles_in(rest, stems(rest))
        return any(set(self._editions(hit)) & set(traced.meant) for hit in hits)

    def _titled_so(self, heading: str, year: int, byline: str) -> tuple[str, ...]:
        """Return the papers whose title a heading is, where year and journal under it are theirs."""
        hits = [hit for hit in self.works.titles_in(heading, stems(heading)) if hit.whole]
        if len(hits) != 1 or hits[0].end - hits[0].start < 0.9 * len(heading.strip(" #.*")):
            return ()
        journal = re.split(r"[)\d]\W+", byline)[-1].strip(" .*_")
        return tuple(
            key
            for key in self._editions(hits[0])
            if self.works.references[key].issued == year and journal and self.works.is_journal_of(journal, (key,))
        )

    def _of_them(self, cited: Cited, keys: tuple[str, ...]) -> bool:
        """Tell whether the author cited is one of those of some references."""
        own = family_key(cited.families[0]) if cited.families else ""
        return any(
            own == family_key(authors.family(name)) for key in keys for name in self.works.references[key].author
        )

    def _under_a_title(self, cited: Cited, seen: Seen, sentence: Sentence) -> Traced | None:
        """Return what authors are that stand under the title of a paper by others."""
        plain = sentence.block.plain
        if len(seen.before) > 1 or not seen.titled or not cited.families or len(plain) > _BYLINE:
            return None
        keys = seen.before[0][1].meant if seen.before else self._titled_so(seen.titled, cited.year, plain)
        named = [family_key(word) for word in re.findall(r"[^\W\d_][\w'-]+", plain)]
        families = {family_key(authors.family(self.works.references[key].author[0])) for key in keys}
        if not keys or families & set(named):
            return None
        reference = self.works.references[keys[0]]
        return Traced("misattributed", f"The title above is that of {described(reference)}.", reference.id, keys)

    def _traced(self, sentence: Sentence, plain: str, seen: Seen) -> list[tuple[Cited, Traced]]:
        if not (
            sentence.listed
            or sentence.block.kind == "item"
            or (sentence.block.kind == "heading" and len(plain) > 30)
            or "19" in plain
            or "20" in plain
            or '"' in plain
            or _alone(sentence)
            or _then_dated(sentence)
            or "] (" in plain
            or holds(sentence.low, _CITING)
        ):
            return []
        own = stems(plain)
        hits = self.works.titles_in(plain, own)
        if sentence.listed:
            return [(sentence.listed, self._of_line(sentence.listed, plain, hits, seen))]
        found = [item for hit in hits if (item := self._titled(plain, hit, hits, sentence))]
        taken = [(cited.start, cited.end + 30) for cited, _ in found]
        found += self._by_author(sentence, plain, taken, seen)
        found += self._in_parts(sentence, plain, found, seen)
        if holds(plain, self.works.studies) or "Cochrane" in plain:
            found += self._by_name(sentence, plain, found)
        found += self._in_a_journal(sentence, plain, found)
        if not found and len(plain) <= LONGEST_LINE:
            found += self._nearly_titled(sentence)
        if not found and sentence.block.kind in {"item", "prose"}:
            found += self._labelled_link(sentence)
        if seen.retracting or holds(sentence.low, ("retract", "expression of concern", "отозван")):
            found = [(cited, self._said_so(traced, sentence, seen)) for cited, traced in found]
        return sorted(found, key=lambda item: (item[0].start, item[0].end))

    def _said_so(self, traced: Traced, sentence: Sentence, seen: Seen) -> Traced:
        """Return what a retracted work is where the sentence, the lines beside it or another that names it tell so."""
        if traced.verdict != "retracted":
            return traced
        reference = self.works.references[traced.reference or traced.meant[0]]
        near = sentence.line(0) in seen.retracting or holds(sentence.low, ("retract", "concern", "отозван"))
        named = authors.family(reference.author[0]) in seen.retold or bool(
            reference.pmid and reference.pmid in seen.retold
        )
        if not near and not named:
            return traced
        return self.tracer.said_so(traced)

    # -- lines of a list that are known by field ---------------------------------------------------------------------

    def _of_typed(self, typed: Listed, cited: Cited, sentence: Sentence, seen: Seen) -> Iterator[Found]:
        """Yield what a line is, held field by field; else what is known of its author, year and place."""
        entry = self.entries.divided(typed)
        stranger = entry.authors[0] if alone(entry) and not self.works.known(entry.authors[0]) else ""
        traced, held = self.entries.trace(entry._replace(authors=()) if stranger else entry, sentence.plain)
        if held is None and traced.verdict == "unknown" and not traced.known:
            hits = self.works.titles_in(sentence.plain, stems(sentence.plain))
            told = self._of_line(cited, sentence.plain, hits, seen)
            traced = told if told.verdict != "matches" or not entry.title else traced
            if self.entries.another(entry, traced):
                traced = Traced("unknown", "Not in the dataset.", None)
            known = self.entries.circulates(entry, cited.families[0]) if traced.verdict == "unknown" else None
            traced = self.tracer.condemned(known) if known else traced
        short = (
            len(stems(entry.title)) <= _SHORT and traced.verdict == "misattributed" and traced.fields == ("authors",)
        )
        if (held is None and traced.verdict == "unknown" and not traced.known) or short:
            unsure = Traced("unknown", "Not in the dataset.", None) if short else traced
            printing = self.retitled.printed(_behind_year(cited.year, sentence.plain))
            printing = printing if printing.journal else Printing(entry.title, entry.journal)
            retitled = self.retitled.judge(cited, unsure, printing, sentence.plain, seen.article)
            traced = traced if short and retitled.verdict == "unknown" else self.retitled.held(retitled, printing)
        if held is None and traced.verdict == "unknown" and not traced.known and entry.title:
            near = self.works.nearly(entry.title)
            behind = sentence.plain.partition(entry.title)[2]
            traced = self._near_title(near, cited.families[0], str(cited.year), behind, sentence.plain) or traced
        if traced.verdict == "retracted" and sentence.standing:
            traced = self.tracer.said_so(traced)
        if stranger and held is not None and traced.verdict == "matches":
            # One word that heads a line can be a name, and not that of an author, or of the site that lists it.
            detail = f"{described(held.printing.reference)}. {stranger} is no author that the dataset has."
            traced = Traced("unknown", detail, None, traced.meant)
        seen.cite(cited, traced)
        yield Found(
            cited.start, cited.end, "citation", traced.verdict, traced.detail, traced.reference, own=traced.own,
            fields=fields_of(traced, held),
        )  # fmt: skip
        twice = self.entries.twice(entry, held, sentence, seen)
        if twice:
            yield twice._replace(start=cited.start, end=cited.end)

    # -- lines of a list -------------------------------------------------------------------------------------------

    def _of_line(self, cited: Cited, plain: str, hits: list[TitleHit], seen: Seen) -> Traced:
        for hit in hits:
            if (hit.whole and hit.words >= SHORT_TITLE) or hit.words >= FRONT:
                editions = self._editions(hit)
                if hit.words < LONG_TITLE and not self._fits(editions, cited.families[0], cited.year):
                    continue
                rest = plain[hit.end :]
                place = place_of(rest) if len(rest) > 6 else Printed()
                place = place if place.volume else place_of(plain[: hit.start])
                journal = journal_in(rest[:AFTER], self.works) or journal_in(plain[: hit.start], self.works)
                return self.tracer.compare(
                    editions, cited.families[0], place._replace(year=cited.year, journal=journal), plain
                )
        return self.tracer.trace_line(cited, plain, seen.article)

    def _editions(self, hit: TitleHit) -> tuple[str, ...]:
        return tuple(dict.fromkeys(other for key in hit.references for other in self.works.edition(key)))

    def _fits(self, editions: tuple[str, ...], family: str, year: int) -> bool:
        """Tell whether an author or a year is that of one of some references."""
        own = family_key(family) if family else ""
        for key in editions:
            reference = self.works.references[key]
            if year and reference.issued == year:
                return True
            if own and any(OSA.distance(own, family_key(authors.family(name))) <= 1 for name in reference.author):
                return True
        return False

    # -- titles in a text --------------------------------------------------------------------------------------------

    def _titled(
        self, plain: str, hit: TitleHit, hits: list[TitleHit], sentence: Sentence
    ) -> tuple[Cited, Traced] | None:
        """Return the citation that a title in a text is, with the authors before it and the place behind it."""
        if not hit.whole and hit.words < FRONT:
            return None
        editions = self._editions(hit)
        told_in = _IN_A_JOURNAL.search(plain, max(0, hit.start - AFTER), hit.start)
        published_in = told_in["journal"] if told_in and self.works.journal_named(told_in["journal"]) else ""
        start, family, dated_before = self._author_before(sentence, hit.start, editions, published_in)
        following = next((other.start for other in hits if other.start >= hit.end), len(plain))
        rest = _BRACE.split(self._behind(sentence, hit, following, family))[0]
        place = place_of(rest)
        year = (
            place.year
            or dated_before
            or self._year(plain[start : hit.start])
            or self._year(rest)
            or self._year(_BRACE.split(plain[max(0, start - 60) : start])[-1])
            or (self._year(sentence.block.plain[max(0, sentence.start - _DATED) : sentence.start]) if not start else 0)
            or (self._only_year(plain) if len(hits) == 1 and not sentence.whole else 0)
        )
        if hit.words < LONG_TITLE:
            if not _bounded(plain, hit.start, hit.end):
                return None
            fits = self._fits(editions, family, year)
            beside = any(self._has_number(key, plain) for key in editions)
            if not (fits or beside or "ochrane" in plain) and not (hit.words >= SHORT_TITLE and year and "(" in rest):
                return None
            cochrane = "ochrane" in plain and any(
                "Cochrane" in self.works.references[key].container_title for key in editions
            )
            if (
                hit.words < SHORT_TITLE
                and not beside
                and not cochrane
                and not (family and self._fits(editions, family, 0))
            ):
                return None
        # What stands behind an address that ends a reference is of another line.
        rest = rest.replace("…", ".")
        dated = rest.partition("http")[0]
        journal = journal_in(dated if self._year(dated) else rest, self.works)
        journal = journal or published_in
        family = family or self._author_behind(rest, editions, year, journal)
        traced = self.tracer.compare(editions, family, place._replace(year=year, journal=journal), plain)
        if (
            traced.verdict == "differs"
            and any(self._has_number(key, plain) for key in editions)
            and _slight(traced.detail, year)
        ):
            # The number beside it leaves no doubt; the year online is not that in print.
            traced = traced._replace(verdict="matches")
        if traced.verdict == "differs" and not family and _IN_PROSE.search(plain, max(0, hit.start - AFTER), hit.start):
            return None  # Words that a title has as well; who is cited stands before them.
        first = authors.family(self.works.references[traced.reference or editions[0]].author[0])
        cited = Cited(start, hit.end, (family or first,), year, True, False)
        return cited, traced

    def _has_number(self, key: str, plain: str) -> bool:
        reference = self.works.references[key]
        numbers = [number for number in (reference.pmid, reference.doi, reference.pmcid) if number]
        return any(number.lower() in plain.lower() for number in numbers)

    @staticmethod
    def _year(text: str) -> int:
        for hit in YEAR.finditer(text):
            if not _READ_ON.search(text[: hit.start()]):
                return int(hit[1])
        return 0

    def _author_before(
        self, sentence: Sentence, place: int, editions: tuple[str, ...], published_in: str
    ) -> tuple[int, str, int]:
        """Return where a citation begins whose title begins at a place, its first author, and the year behind that."""
        leading = leading_authors(sentence.plain, place)
        if leading and (leading[2] or self._fits(editions, leading[1], 0)) and not published_in:
            return leading[0], leading[1], self._year(sentence.plain[leading[0] : place])
        return place, "", 0

    def _behind(self, sentence: Sentence, hit: TitleHit, following: int, family: str) -> str:
        """Return what stands behind a title, where the place of its paper may be."""
        plain = sentence.plain
        if sentence.block.kind == "row" and not family:
            return plain[hit.end :]
        if following == len(plain):
            behind = sentence.block.plain[sentence.start + hit.end :][:AFTER]
            then = _THEN_A_JOURNAL.match(behind)
            # The place of a listed paper stands in the sentence behind its title.
            if sentence.block.kind == "item" or (then and self.works.journal_named(then["journal"].strip())):
                return behind
        return _NOTED.sub("", plain[hit.end : min(following, hit.end + 2 * AFTER)])[:AFTER]

    def _author_behind(self, rest: str, editions: tuple[str, ...], year: int, journal: str) -> str:
        """Return the author who stands behind a title, and before its journal or year, or an empty text."""
        hit = _AUTHOR_BEHIND.match(rest)
        if not hit or self._no_author(hit["family"]):
            return ""
        right_year = any(self.works.references[key].issued == year for key in editions)
        right_journal = bool(journal) and self.works.is_journal_of(journal, editions)
        return hit["family"] if right_year and (right_journal or not journal) else ""

    def _only_year(self, plain: str) -> int:
        """Return the year of a sentence that names one and no other: `In 2006 a paper in Brain Research, "..."`."""
        years = {int(hit[1]) for hit in YEAR.finditer(plain) if not _READ_ON.search(plain[: hit.start()])}
        return years.pop() if len(years) == 1 else 0

    # -- authors and years -------------------------------------------------------------------------------------------

    def _by_author(
        self, sentence: Sentence, plain: str, taken: list[tuple[int, int]], seen: Seen
    ) -> Iterator[tuple[Cited, Traced]]:
        found = [
            cited
            for cited in citations(plain, self.works.known, self._no_author)
            if not any(cited.start < high and low < cited.end for low, high in taken)
        ]
        for place, cited in enumerate(found):
            before = found[place - 1].end if place else 0
            after = found[place + 1].start if place + 1 < len(found) else len(plain)
            # What a citation in brackets is cited for stands before it.
            start, end = (before, cited.end) if cited.bracketed else (before, after)
            inside = [m for m in sentence.named if m.compound and start <= m.start < end]
            # What is named far behind it is of something else.
            near = [m for m in inside if m.start < cited.end + NAMED_BEHIND]
            compounds = tuple(dict.fromkeys(m.compound for m in near if m.compound))
            rest = plain[cited.end : min(after, cited.end + AFTER)]
            full = cited if cited.journal else self._with_journal(cited, rest, sentence)
            yield full, self.tracer.trace(full, plain[start:end], compounds, seen.article)

    def _in_parts(
        self, sentence: Sentence, plain: str, found: list[tuple[Cited, Traced]], seen: Seen
    ) -> list[tuple[Cited, Traced]]:
        """Return the citations of authors, journal and year that stand apart, `Journal · 2025 · Lee & Burgess`."""
        added: list[tuple[Cited, Traced]] = []
        for cited in apart(plain, self.works.known, self.retitled.a_journal):
            if not any(own.start < cited.end and cited.start < own.end for own, _ in found):
                compounds = tuple(dict.fromkeys(m.compound for m in sentence.named if m.compound))
                added.append((cited, self.tracer.trace(cited, plain, compounds, seen.article)))
        return added

    def _with_journal(self, cited: Cited, rest: str, sentence: Sentence) -> Cited:
        """Return a citation with the journal that is printed right behind it, title or not."""
        text = rest
        if sentence.block.kind == "item" and not sentence.whole:
            text = sentence.block.plain[sentence.start + cited.end :][:AFTER]
        behind = _JOURNAL_BEHIND.match(text)
        if behind:
            named = (behind["a"] or behind["b"] or behind["c"] or behind["d"] or "").strip()
            own = [word for word in words(named) if len(word) > 3]
            common = sum(word in self.works.journal_vocabulary for word in own)
            if _MONTH.match(named):
                return cited
            capital = all(word[0].isupper() or len(word) <= 3 for word in named.split())
            by_them = self.works.by_first[family_key(cited.families[0])] if cited.families else ()
            if any(words(self.works.references[key].title)[: len(own)] == words(named)[: len(own)] for key in by_them):
                return cited  # the beginning of a title
            known = self.works.journal_named(named)
            called = len(words(named)) > 1 and _CALLS_ITSELF.search(named) is not None
            likely = called or (len(own) > 1 and (known or 2 * common >= len(own)))
            if capital and (known if behind["d"] else likely):
                return cited._replace(journal=named)
        return cited

    def _no_author(self, word: str) -> bool:
        if self.names.compound(word) is not None:
            return True
        own = words(word)
        return bool(own) and own[0] in self.works.journal_vocabulary and not self.works.known(word)

    # -- studies by name ---------------------------------------------------------------------------------------------

    def _studies(self, plain: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        for hit in self._named.finditer(plain) if self._named else ():
            yield hit.start(), hit.end(), self.works.studies[hit[0]]

    def _studies_of(self, sentence: Sentence) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Yield the studies that a sentence names, but for those of other compounds than all that it names."""
        named = {kin for m in sentence.named if m.compound for kin in self.names.kin(m.compound)}
        for start, end, keys in self._studies(sentence.plain):
            # What is told of such a study is told of the wrong compound, and fits no study at all.
            own = tuple(key for key in keys if not named or named & set(self.works.references[key].compounds))
            if own:
                yield start, end, own

    def _by_name(
        self, sentence: Sentence, plain: str, found: list[tuple[Cited, Traced]]
    ) -> Iterator[tuple[Cited, Traced]]:
        for start, end, keys in self._studies_of(sentence):
            if any(cited.start <= start < cited.end or set(traced.meant) & set(keys) for cited, traced in found):
                continue
            near = _NEAR_YEAR.match(plain, end)
            if not near:
                continue
            year = int(near[2] or near[3])
            yield from self._of_year(Cited(start, near.end(), (), year, True, False, study=plain[start:end]), keys)
        for hit in _COCHRANE.finditer(plain):
            keys = tuple(
                key
                for key, reference in self.works.references.items()
                if "Cochrane" in reference.container_title and set(reference.compounds) & set(sentence.compounds)
            )
            if keys and not any(set(traced.meant) & set(keys) for _, traced in found):
                cited = Cited(hit.start(), hit.end(), (), int(hit[1]), True, False, study="Cochrane")
                exact = tuple(key for key in keys if self.works.references[key].issued == cited.year)
                if exact:
                    yield from self._of_year(cited, exact)

    def _in_a_journal(
        self, sentence: Sentence, plain: str, found: list[tuple[Cited, Traced]]
    ) -> Iterator[tuple[Cited, Traced]]:
        """Yield the one paper on the compound of a sentence that is told by journal and year."""
        related = {kin for compound in sentence.compounds for kin in self.names.kin(compound)}
        for pattern in _TOLD_BY_JOURNAL if related else ():
            for hit in pattern.finditer(plain):
                if any(cited.start < hit.end() and hit.start() < cited.end for cited, _ in found):
                    continue
                journal, year = self._known_journal(hit["journal"]), int(hit["year"])
                fitting = [
                    key
                    for key, reference in (self.works.references.items() if journal else ())
                    if reference.issued == year
                    and related.intersection(reference.compounds)
                    and self.works.is_journal_of(journal, (key,))
                ]
                own = self.works.about(plain)
                fitting.sort(key=lambda key: -len(self.works.vocabulary(key) & own))
                shared = [len(self.works.vocabulary(key) & own) for key in fitting[:2]]
                if len(fitting) == 1 or (len(fitting) > 1 and shared[0] >= shared[1] + 2):
                    cited = Cited(hit.start(), hit.end(), (), year, True, False, journal=journal)
                    yield cited, self.tracer.found(fitting[0], plain)
                    return

    def _labelled_link(self, sentence: Sentence) -> Iterator[tuple[Cited, Traced]]:
        """Yield the work whose number a line gives under a label of its own, `DSIP in insomnia - PubMed, 1984`."""
        label = _LABEL.match(sentence.plain)
        if not label:
            return
        numbers = {
            (kind, hit[1].upper()) for kind, pattern in _NUMBERS.items() for hit in pattern.finditer(sentence.plain)
        }
        keys = {key for number in numbers if (key := self.works.numbered.get(number))}
        if len(keys) != 1:
            return
        key, year = keys.pop(), int(label["year"])
        reference = self.works.references[key]
        own = stems(label["label"])
        if len(own & (self.works.vocabulary(key) | stems(reference.title))) < 2:
            return
        first = (authors.family(reference.author[0]),)
        cited = Cited(label.start("label"), label.end("year"), first, year, True, False)
        if year in self.works.years_of(key) or abs(year - reference.issued) <= 1:
            # The number leaves no doubt, and online a work may be a year older.
            yield cited, self.tracer.found(key, sentence.plain)
        else:
            detail = f"The year is {reference.issued}, not {year}. {described(reference)}."
            yield cited, Traced("differs", detail, key, (key,), fields=("year",))

    def _nearly_titled(self, sentence: Sentence) -> list[tuple[Cited, Traced]]:
        """Return the work under whose title, abridged or reworded, an author, a year or a number of it stands.

        Of a line of a list the other fields may stand in the sentences before and behind.
        """
        plain, start, line = sentence.plain, 0, sentence.plain
        # In a record of a program, what stands in the records before and behind is of other works.
        if sentence.block.kind == "item" and len(sentence.block.plain) <= LONGEST_LINE:
            start, line = sentence.start, sentence.block.plain
        for hit in _TITLE_LIKE.finditer(plain):
            title = next(filter(None, hit.groups()))
            own = start + plain.find(title, hit.start())
            near = self.works.nearly(title) if title[0].isupper() or title[0].isdigit() else ()
            leading = leading_authors(line, own) if near else None
            family = leading[1] if leading and self.works.known(leading[1]) else ""
            before, behind = _BRACE.split(line[:own])[-1], _BRACE.split(line[own + len(title) :])[0]
            traced = self._near_title(near, family, before, behind, f"{before}{title}{behind}")
            if traced is None and sentence.block.kind == "item" and not _ASKS.match(title):
                traced = self._retitled(title, line[:own], line[own + len(title) :])
            if traced:
                begin = max(leading[0] if leading and family else own, start)
                first = authors.family(self.works.references[traced.meant[0]].author[0])
                return [(Cited(begin - start, own + len(title) - start, (family or first,), 0, True, False), traced)]
        return []

    def _near_title(self, near: tuple[str, ...], family: str, before: str, behind: str, line: str) -> Traced | None:
        """Return what a title is that is nearly that of some works, where author, year or number is that of one."""
        place = place_of(behind) if near else Printed()
        year = (place.year or self._year(behind[: 2 * AFTER]) or self._year(before)) if near else 0
        for key in near:
            editions = self.works.edition(key)
            numbered = any(self._has_number(other, line) for other in editions)
            by_them = family and any(
                family_key(authors.family(self.works.references[own].author[0])) == family_key(family)
                for own in editions
            )
            if numbered or by_them or (year and any(self.works.references[own].issued == year for own in editions)):
                printed = place._replace(year=year, journal=journal_in(behind[: 2 * AFTER], self.works))
                traced = self.tracer.compare(editions, family, printed, line)
                # What was printed twice has another year and journal there.
                twice = (
                    len(editions) > 1
                    or self.works.references[key].other_place
                    or self.works.references[key].language != "en"
                )
                return None if traced.verdict == "differs" and twice else traced
        return None

    def _retitled(self, title: str, before: str, behind: str) -> Traced | None:
        """Return the work of a journal and year of which a title without authors has most words, and is another."""
        year = self._year(behind[: 2 * AFTER]) or self._year(before)
        journal = journal_in(behind[: 2 * AFTER], self.works) if year else ""
        for key in self.works.near_title(title) if journal else ():
            reference = self.works.references[key]
            own = telling(title)
            common = sum(word in telling(reference.title) for word in own)
            if " ".join(words(title)) in " ".join(words(reference.title)):
                return None  # a part of it: a full stop stands in the title
            if (
                reference.issued == year
                and common >= max(RETITLED * len(own), 4)
                and self.works.is_journal_of(journal, self.works.edition(key))
            ):
                detail = f"The title is another: of that journal and year the dataset has {described(reference)}."
                return Traced("differs", detail, key, (key,), fields=("title",))
        return None

    def _known_journal(self, text: str) -> str:
        """Return the longest beginning of a run of words that is the name of a journal here, or an empty text."""
        own = text.strip(" .,").split()
        beginnings = (" ".join(own[:count]).strip(" .,") for count in range(len(own), 0, -1))
        return next((name for name in beginnings if self.works.periodicals.named(name)), "")

    def _of_year(self, cited: Cited, keys: tuple[str, ...]) -> Iterator[tuple[Cited, Traced]]:
        ordered = sorted(keys, key=lambda key: (abs(self.works.references[key].issued - cited.year), key))
        nearest = self.works.references[ordered[0]]
        if nearest.issued == cited.year:
            detail = f"The reference exists: {described(nearest)}."
            yield (
                cited,
                Traced(
                    "matches",
                    detail,
                    nearest.id,
                    tuple(key for key in ordered if self.works.references[key].issued == cited.year),
                ),
            )
        else:
            detail = f"The year is {nearest.issued}: {described(nearest)}."
            yield cited, Traced("differs", detail, nearest.id, (nearest.id,))


_JOURNAL_BEHIND = re.compile(
    r"[).,]{0,2}\s+(?:[\"'][^\"']{10,150}[\"'][.,]?\s+|"
    r"[A-Z][^.?!]{15,140}[.?!]\s+)(?P<a>[A-Z][A-Za-z&. ]{3,80}?)[.,;]?(?=\s*(?:\d|\(|$))|"
    r"[).,]{0,2}\s+(?P<b>[A-Z][A-Za-z&. ]{5,80}?)[.,;]?(?=\s*(?:\d|\(|$))|"
    r",\s(?P<c>[A-Z][A-Za-z&. ]{3,80}?)\)|"
    r"[).,]{0,2}\s?[-•·|]\s?(?P<d>[A-Z][A-Za-z&. ]{3,80}?)(?=\s?(?:[.,;(|•·\d]|$))"
)
_CALLS_ITSELF = re.compile(r"\sJ\.?$|\bJournal\b")
"""What a journal calls itself, though it be none that the dataset has: `FASEB J`."""
_JOURNAL = r"(?P<journal>[A-Z][\w&.'-]*(?:\s(?:of|and|the|for|&|in(?!\s\d)|[A-Z][\w&.'-]*)){0,8})"
_WHERE = r"(?:in|v|vo|w|we|en|em|na|no|dans|im|nel|nella|sulla|sur|à|на|в|во|у)"
_THE_JOURNAL = (
    r"(?:the|der|die|das|la|le|il|el|o|a|l'|revista|revue|rivista|[Jj]ournal|[čČ]asopise?|czasopiśmie|(?:Fach)?[zZ]eitschrift|"
    r"журнал[еі]?)"
)
"""What stands before the name of a journal, in the languages of Europe."""
_WORK = r"(?:study|paper|trial|article|report|experiment|publication|review)"
_IN_YEAR = r"(?P<year>(?:19|20)\d\d)"
_TOLD_BY_JOURNAL = (
    re.compile(
        rf"\b{_IN_YEAR}\s(?:[a-z-]+\s){{0,4}}?{_WORK}\s(?:was\s)?(?:published\s|printed\s)?in\s(?:the\s)?(?:journal\s)?{_JOURNAL}"
    ),
    re.compile(rf"\b(?:{_WORK}|published)\sin\s(?:the\s)?(?:journal\s)?{_JOURNAL}(?:,\s|\s\(|\sin\s){_IN_YEAR}\b\)?"),
    re.compile(rf"\b{_IN_YEAR}\s{_JOURNAL}\s{_WORK}\b"),
    re.compile(
        rf"\b{_IN_YEAR}(?![\d-])(?:[\s,()]{{1,3}}[\w.-]+){{0,6}}?\)?,?\s{_WHERE}\s(?:{_THE_JOURNAL}\s){{0,2}}[\"'«„“]?{_JOURNAL}"
    ),
    re.compile(
        rf"(?:(?<![^\W\d_]){_WHERE}\s(?:{_THE_JOURNAL}\s){{0,2}}|[(]\s?)[\"'«„“]?{_JOURNAL}[\"'»“”]?"
        rf"(?:,\s|\s?\(|\s(?:(?:in|from|of|z|z roku|roku|von|de|del|du|en|em|от|за)\s)?){_IN_YEAR}(?!\d)"
    ),
)
"""`a 2004 study published in Nature`, `a paper in Stroke (2012)`, `the 2014 Lancet Neurology trial`."""
_TITLE_LIKE = re.compile(
    r"[\"'“«]([^\"“”«»]{40,260}?)[.,]?[\"'”»](?!\w)|\[([^\[\]]{40,260})\](?=\s?\()|"
    r"(?:^\W{0,4}|[.:)]\s+|\btitle:\s)([A-Z0-9][^.?!\"]{40,260}?)(?=[.?!]\s|[.?!]?\W{0,3}$|\s\()"
)
"""What can be a title: what stands between quotation marks, as the text of a link, or between two full stops."""
_IN_PROSE = re.compile(r"(?:19|20)\d\d[a-z]?\)(?:\s[a-z]+)+\s\Z")
"""What stands before words that are no title: a citation and its verb, `et al. (2006) studied`."""
_THEN_A_JOURNAL = re.compile(r"[.?!\"')\s]{1,4}(?P<journal>[A-Z][^.;()\"]{2,90}?)(?=[.,;(']|\s\d|\s*$)")
"""What follows a title where the sentence that ends with it goes on with its journal."""
_AUTHOR_BEHIND = re.compile(
    rf"[.,\"'\s•·|*_-]{{1,6}}(?P<family>{NAME})"
    rf"(?:{INITIALS}(?:(?:,\s|{AND}){NAME}{INITIALS}?){{0,6}}{ETAL}?|(?:(?:,\s|{AND}){NAME}){{0,3}}{ETAL})"
    rf"[.,;]?\s*[•·|(*_-]{{0,3}}\s*(?=[A-Z(]|(?:19|20)\d\d)"
)
"""`Title. Gusev et al. Journal, 2018`."""
_LABEL = re.compile(
    r"\W{0,4}(?P<label>[^<>\n]{12,200}?)\s-{1,2}\s(?:[A-Z][\w&.]*\s?){1,4},\s(?P<year>(?:19|20)\d\d)(?!\d)"
    r"(?=\W{0,4}(?:https?:|PMID|PMC|doi|10\.|$))"
)
_NUMBERS = {
    "PMID": re.compile(r"(?:pubmed\.ncbi\.nlm\.nih\.gov/|PMID:?\s?)(\d{5,9})"),
    "PMCID": re.compile(r"\b(PMC\d{5,9})\b"),
}
_IN_A_JOURNAL = re.compile(r"\b[iI]n\s(?:the\s)?(?:journal\s)?(?P<journal>[A-Z][^,;\"]{2,90}?)[,:]?\s*[\"'(\[]*\Z")
"""The journal that is named right before a title."""
_BRACE = re.compile(r"[{}]|\"\s?,\s?\"|'\s?,\s?'")
_ASKS = re.compile(r"(?:What|How|Is|Are|Do|Does|Did|Can|Could|Why|Which|Who|When|Where|Should|Will)\b")
"""What begins a question, which is no title."""
RETITLED = 0.5
"""The share of the words of a title that must be those of a work from which the two are one, under another title."""
_STUDY_OF = re.compile(r"(?:-1)?\s(?:trial|study)?\s?[(\[]")
"""What stands between the name of a study and the citation that is given for it."""
_BYLINE = 160
"""Characters up to which a line under a title is that of its authors."""
_AT_THE_HEAD = 6
"""Characters within which a citation stands at the head of a line that is one of a list."""
_SHORT = 6
"""Telling words up to which another paper may have the title as well."""


def _alone(sentence: Sentence) -> bool:
    """Tell whether a sentence is the whole of a line that can be the title of a paper."""
    plain = sentence.block.plain
    return sentence.block.kind == "prose" and TITLE_FROM <= len(plain) <= TITLE_TO and plain[-1] not in ".!?:;"


def _then_dated(sentence: Sentence) -> bool:
    """Tell whether a sentence stands near the head of a line, where a title does, and a year before or behind it."""
    start, end = sentence.start, sentence.start + len(sentence.plain)
    near = 0 < start <= _BYLINE and TITLE_FROM <= len(sentence.plain) <= TITLE_TO
    return near and YEAR.search(sentence.block.plain, max(0, start - _DATED), end + AFTER) is not None


_DATED = 12
"""Characters within which the year of a work stands before its title, `(2026). `."""


TITLE_FROM, TITLE_TO = 40, 260
"""Characters of a line that can be a title and nothing else."""


def _behind_year(year: int, plain: str) -> str:
    """Return what stands in a line behind the year that follows its authors, or an empty text."""
    hit = re.search(rf"\(?{year}[a-z]?\)?", plain)
    return plain[hit.end() :] if hit and hit.end() < 200 else ""


def _slight(detail: str, printed: int) -> bool:
    """Tell whether nothing is otherwise but the year, by one: online a paper may be a year older."""
    told = re.match(r"The year is (\d{4})", detail)
    return told is not None and ": The " not in detail and abs(int(told[1]) - printed) <= 1


def _bounded(plain: str, start: int, end: int) -> bool:
    """Tell whether a stretch of text stands by itself, and is no part of a longer title."""
    before, after = plain[:start].rstrip()[-1:], plain[end:].lstrip()[:1]
    return (not before or not before.isalnum()) and (not after or after in ".,;?!\"')]|([·")
