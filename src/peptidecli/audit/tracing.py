"""Tracing: what the dataset knows of a citation by author and year, given what it is cited for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from ..dataset.model import Reference, UntracedCitation
from ..notation import people as authors
from ..notation.words import ascii_of, words
from .article.citations import Cited, family_key
from .article.names import Names
from .article.printed import Printed, place_of, years_of
from .findings import AuditVerdict
from .periodicals import is_archive
from .wording import refuted, stems
from .works import SAME_TITLE, SIMILAR_TITLE, Works, described, noticed


class Traced(NamedTuple):
    """What a citation is: verdict and detail, the reference meant or nearest, and all that it may mean.

    `fields` are those that are not as the record has them, the gravest first; `known` tells that, though nothing can be
    said of it, the work itself is known, so that no other is looked for.
    """

    verdict: AuditVerdict
    detail: str
    reference: str | None
    meant: tuple[str, ...] = ()
    own: bool = False
    fields: tuple[str, ...] = ()
    known: bool = False


SAME_PLACE = 5.0
"""How surely what circulates is meant where author, year and journal are its own, and nothing real bears them."""
MUCH = 10
"""Works of one person from which author and year, with another journal, tell no paper."""
TOLD = 2
"""Telling words that what it is cited for must then share with a work."""
RARE_FAMILY = 6
"""Family names of this length, transliteration aside, are rare enough that author and year tell a paper."""


class Tracer:
    """The dataset's bibliography, found by family name and year."""

    def __init__(self, works: Works, names: Names) -> None:
        self.works, self.names, self.dataset = works, names, works.dataset
        self.references = works.references
        self._said_stems: dict[str, frozenset[str]] = {}
        self._name_stems: dict[str, frozenset[str]] = {}
        self._wrong_places: dict[str, tuple[re.Pattern[str], ...]] = {}
        self._wrong: dict[tuple[str, str], UntracedCitation] = {}
        for entry in self.dataset.untraced.values():
            for kind, value in (("DOI", entry.doi), ("PMID", entry.pmid)):
                if value:
                    self._wrong[kind, value.lower()] = entry

    def registry_entry(self, kind: str, value: str) -> UntracedCitation | None:
        """Return the citation that circulates with a number and is wrong, or None."""
        return self._wrong.get((kind, value.lower()))

    # -- author and year -----------------------------------------------------------------------------------------

    def trace(self, cited: Cited, said: str, compounds: Sequence[str], article: frozenset[str]) -> Traced:
        """Return what a citation is.

        `said` is what it is cited for, `compounds` the compounds named there, `article` those named in the article.
        """
        family = family_key(cited.families[0])
        telling = stems(said) - {stem for name in cited.families for stem in stems(name)}
        direct = [key for key in self.works.by_first[family] if self.references[key].issued == cited.year]
        if cited.journal and direct and not is_archive(cited.journal):
            fitting = [key for key in direct if self.works.is_journal_of(cited.journal, self.works.edition(key))]
            if not fitting:
                return self._elsewhere(cited, direct, telling, compounds or tuple(article))
            direct = fitting
        if len(cited.families) > 1:
            both = [key for key in direct if key in self.works.by_any[family_key(cited.families[1])]]
            if direct and not both:
                return self._other_coauthor(cited, direct)
            direct = both
        entry = self._untraced_entry(cited, family, said, telling, direct, compounds, article)
        if entry:
            return entry
        if cited.journal and not direct:
            # A group's head is often named for its first author.
            of_group = [
                key
                for key in sorted(self.works.by_any[family])
                if self.references[key].issued == cited.year and self.works.is_journal_of(cited.journal, (key,))
            ]
            if len(of_group) == 1:
                return self._found(cited, of_group, telling, compounds, article, said)
        if direct:
            return self._found(cited, direct, telling, compounds, article, said)
        return self._near(cited, family, telling, article)

    def _found(
        self, cited: Cited, direct: list[str], telling: frozenset[str], compounds: Sequence[str],
        article: frozenset[str], said: str,
    ) -> Traced:  # fmt: skip
        named = frozenset(compounds)
        # Of several by that author and year, those on what the text names.
        direct = [key for key in direct if named & self._studied(key)] or direct
        ranked = sorted(direct, key=lambda key: (-len(self.works.vocabulary(key) & telling), key))
        best = self.references[ranked[0]]
        rare = len(family_key(cited.families[0])) >= RARE_FAMILY
        studied = frozenset(kin for key in direct for kin in self._studied(key))
        names = " and ".join(self.dataset.compounds[key].name for key in best.compounds)
        subject = f"is on {names}" if names else "is on no compound that is named"
        doubt = f"The dataset's {described(best)} {subject}; another paper may be meant."
        if named and not studied & named:
            other = " and ".join(self.dataset.compounds[key].name for key in compounds)
            if rare and studied:
                detail = f"{described(best)}: it is on {names}, not on {other}."
                return Traced("misattributed", detail, best.id, tuple(direct))
            return Traced("unknown", doubt, None)
        if not rare and not studied & article:
            return Traced("unknown", doubt, None)
        return self._standing(ranked, said)

    def _studied(self, key: str) -> frozenset[str]:
        """Return the compounds that a work is on, and their kin."""
        return frozenset(kin for own in self.references[key].compounds for kin in self.names.kin(own))

    def _standing(self, ranked: Sequence[str], said: str) -> Traced:
        """Return what a citation is that means the first of some references: it stands, or has been retracted."""
        best = self.references[ranked[0]]
        if best.standing in {"retracted", "expression-of-concern"}:
            if re.search(r"\bretract|отозван|\bconcern", said, re.IGNORECASE):
                detail = f"{described(best)}. {noticed(best)} So the text says."
                return Traced("matches", detail, best.id, tuple(ranked))
            return Traced("retracted", f"{described(best)}. {noticed(best)}", best.id, tuple(ranked))
        detail = f"The reference exists: {described(best)}."
        if best.standing == "corrected":
            detail += f" {noticed(best)}"
        if len(ranked) > 1:
            also = "; ".join(described(self.references[key]) for key in ranked[1:])
            detail = f"{len(ranked)} papers fit; nearest: {detail} Also: {also}."
        return Traced("matches", detail, best.id, tuple(ranked))

    @staticmethod
    def said_so(traced: Traced) -> Traced:
        """Return what a retracted work is that the text calls so: right where all its fields are, else not."""
        if traced.fields:
            return traced._replace(verdict="differs")
        return traced._replace(verdict="matches", detail=f"{traced.detail} So the text says.")

    def found(self, key: str, line: str) -> Traced:
        """Return what a citation is that means a reference beyond doubt, whatever that is on."""
        return self._standing([key], line)

    def _elsewhere(self, cited: Cited, direct: list[str], telling: frozenset[str], compounds: Sequence[str]) -> Traced:
        """Return what a citation is whose author and year are known and whose journal is another."""
        best = max(direct, key=lambda key: (len(self.works.vocabulary(key) & telling), key))
        reference = self.references[best]
        related = {kin for compound in reference.compounds for kin in self.names.kin(compound)}
        detail = f"The journal of {described(reference)} is not {cited.journal}."
        shared = len((self.works.vocabulary(best) & telling) - self._names_in(reference))
        family = authors.family(reference.author[0])
        # Of who has written much, and of a short name that is spelt otherwise, it is another paper.
        if len(family) >= RARE_FAMILY:
            other = len(self.works.by_any[family_key(family)]) >= MUCH
        else:
            other = ascii_of(family).lower() != ascii_of(cited.families[0]).lower()
        if related & set(compounds) and (shared >= TOLD or not other):
            return Traced("differs", detail, best, (best,))
        return Traced("unknown", f"{detail} Another paper may be meant.", None)

    def _names_in(self, reference: Reference) -> frozenset[str]:
        """Return the stems of the names of a work's compounds and authors."""
        compounds = (self.dataset.compounds[own].name for own in reference.compounds)
        return stems(" ".join((*compounds, *(authors.family(name) for name in reference.author))))

    def placed_elsewhere(self, key: str, text: str) -> bool:
        """Tell whether a text prints a place that is not a work's: another journal, or both volume and page."""
        journal = journal_in(text, self.works)
        if journal:
            return not self.works.is_journal_of(journal, self.works.edition(key))
        return self._at_another_page(key, text)

    def another_of_theirs(self, key: str, text: str, numbers: Sequence[tuple[str, str]]) -> bool:
        """Tell whether what is cited by a work's author and another year is another work by them.

        So it is where the numbers, kind and value, that stand in the text are of no known work, or one of them is the
        work's own beside another, and where another place is printed.
        """
        of = [self.works.numbered.get(number) for number in numbers]
        editions = self.works.edition(key)
        if any(own in editions for own in of if own):
            return len(set(of)) > 1
        journal = journal_in(text, self.works)
        of_it = bool(journal) and self.works.is_journal_of(journal, editions)
        unknown = not any(of) and not any(self.registry_entry(*number) for number in numbers)
        return (bool(numbers) and unknown and not of_it) or self._at_another_page(key, text)

    def _at_another_page(self, key: str, text: str) -> bool:
        place = place_of(text)
        return bool(place.volume and place.page) and all(
            reference.volume and reference.page
            and reference.volume != place.volume and not _same_page(reference.page, place.page)
            for reference in map(self.references.__getitem__, self.works.edition(key))
        )  # fmt: skip

    def _other_coauthor(self, cited: Cited, direct: list[str]) -> Traced:
        best = self.references[direct[0]]
        second = cited.families[1]
        near = [
            authors.family(author)
            for author in best.author
            if OSA.distance(family_key(authors.family(author)), family_key(second)) == 1
        ]
        if near:
            return Traced("differs", f"The co-author is spelt {near[0]}: {described(best)}.", best.id, tuple(direct))
        return Traced("unknown", f"{second} is no author of the dataset's {described(best)}.", None)

    # -- citations that circulate and are wrong --------------------------------------------------------------------

    def _untraced_entry(
        self, cited: Cited, family: str, said: str, telling: frozenset[str], direct: list[str],
        compounds: Sequence[str], article: frozenset[str],
    ) -> Traced | None:  # fmt: skip
        real = frozenset(stem for key in direct for stem in self.works.vocabulary(key))
        best: tuple[float, UntracedCitation] | None = None
        for entry in self.works.untraced[family]:
            if entry.year != cited.year:
                continue
            score = self._speaks_of(entry, said, telling, real, bool(direct), compounds, article)
            if not direct and cited.journal and cited.journal.lower() in entry.citation.lower():
                score = max(score, SAME_PLACE)
            if score and (best is None or score > best[0]):
                best = (score, entry)
        if best is None:
            return None
        traced = self.condemned(best[1], tuple(direct))
        an_abstract = "abstract" in said.lower() and "abstract" in best[1].explanation.lower()
        if refuted(said) or (an_abstract and best[1].problem == "untraced"):
            said_so = Traced("unknown", f"No citation to rely on, as the text says. {traced.detail}", traced.reference)
            return None if direct else said_so
        return traced

    def condemned(self, entry: UntracedCitation, meant: tuple[str, ...] = ()) -> Traced:
        """Return what the dataset says of a citation that must not be cited as it stands."""
        nearest = [self.references[key] for key in entry.nearest]
        near = f" Nearest: {'; '.join(described(reference) for reference in nearest)}." if nearest else ""
        own = entry.id in self.dataset.own("citation")
        if entry.problem == "untraced":
            return Traced("untraced", f"{entry.explanation}{near}", entry.nearest[0] if nearest else None, meant, own)
        intro = f"Said of it: {entry.said}. " if entry.problem == "misattributed" else ""
        detail = f"{intro}{entry.explanation}{near}"
        return Traced("misattributed", detail, entry.nearest[0] if nearest else None, meant, own)

    def _speaks_of(
        self, entry: UntracedCitation, said: str, telling: frozenset[str], real: frozenset[str], exists: bool,
        compounds: Sequence[str], article: frozenset[str],
    ) -> float:  # fmt: skip
        """Return how surely (0: not at all) a text means a citation that circulates and is wrong."""
        own = self._own_stems(entry)
        special = {word for word in own - real if word not in _CALLED_ALIKE} - self._names_of(entry)
        hits = special & telling
        if self._located(entry, said, numbers=not exists):
            return 10.0
        if not exists:
            # Nothing real bears this author and year: what circulates is meant, if the text is on the same compound.
            kin = {key for compound in entry.compounds for key in self.names.kin(compound)}
            if not kin & (set(compounds) or article):
                return 0.0
            if entry.problem == "misnumbered" and self._by_the_author(entry):
                return 0.0  # only its number is wrong, and that is not given
            told = own - self._names_of(entry) - _CALLED_ALIKE
            bare = _BARE.fullmatch(entry.citation) is not None
            # A journal or number in what circulates leaves room for another paper of that author and year.
            if not bare and len(told & telling) < max(1.0, len(told) / 3):
                return 0.0
            return 1.0 + len(own & telling)
        if entry.problem == "misnumbered" or not special:
            return 0.0
        if entry.problem == "untraced":
            return float(len(hits)) if len(hits) >= 2 and not real & telling else 0.0
        shared = len(real & telling)
        said_special = special & stems(entry.said)
        strong = len(hits) >= 2 or bool(hits and len(hits) >= 0.5 * len(said_special))
        return float(len(hits)) if strong and shared <= 1 + len(hits) else 0.0

    def _by_the_author(self, entry: UntracedCitation) -> bool:
        family = family_key(entry.author or "")
        return any(key in self.works.by_first[family] for key in entry.nearest)

    def _own_stems(self, entry: UntracedCitation) -> frozenset[str]:
        """Return the stems of what a wrong citation is said to show, and of the statement that goes by its id."""
        if entry.id not in self._said_stems:
            statement = self.dataset.statements.get(entry.id)
            self._said_stems[entry.id] = stems(entry.said) | (stems(statement.text) if statement else frozenset())
        return self._said_stems[entry.id]

    def _names_of(self, entry: UntracedCitation) -> frozenset[str]:
        if entry.id not in self._name_stems:
            own = {stem for key in entry.compounds for stem in stems(self.dataset.compounds[key].name)}
            self._name_stems[entry.id] = frozenset(own | stems(entry.author or "") | {str(entry.year)})
        return self._name_stems[entry.id]

    def _places_of(self, entry: UntracedCitation) -> tuple[re.Pattern[str], ...]:
        """Return patterns of the volume and pages under which a wrong citation circulates.

        Where they are also the true place of the nearest reference, they tell nothing.
        """
        if entry.id not in self._wrong_places:
            true = [self.references[key] for key in entry.nearest]
            self._wrong_places[entry.id] = tuple(
                re.compile(rf"(?<!\d){re.escape(place)}(?!\d)")
                for place in re.findall(r"\d+(?:\(\d+[-\d]*\))?:\d+", entry.citation)
                if not any(
                    reference.volume
                    and reference.page
                    and place.startswith(reference.volume)
                    and place.endswith(f":{re.split('[-–]', reference.page)[0]}")
                    for reference in true
                )
            )
        return self._wrong_places[entry.id]

    def _located(self, entry: UntracedCitation, said: str, *, numbers: bool = True) -> bool:
        """Tell whether a text gives the number, or the volume and pages, under which a wrong citation circulates."""
        if numbers and entry.pmid and entry.pmid in said and re.search(rf"(?<!\d){entry.pmid}(?!\d)", said):
            return True
        if numbers and entry.doi and entry.doi.lower() in said.lower():
            return True
        places = self._places_of(entry)
        squeezed = said.replace(" ", "") if places else ""
        return any(place.search(squeezed) for place in places)

    # -- near misses -------------------------------------------------------------------------------------------------

    def _near(
        self, cited: Cited, family: str, telling: frozenset[str], article: frozenset[str], line: str = ""
    ) -> Traced:
        """Return what an author and year that the dataset does not have may be a slip of the pen for."""
        candidates: list[tuple[int, int, str, str]] = []
        for key in self.works.by_first[family]:
            away = abs(self.references[key].issued - cited.year)
            # Of a common name in a list the initial must be the same.
            if away <= 2 and (
                len(family) >= RARE_FAMILY or not line or initial_in(line, cited.families[0], self.references[key])
            ):
                candidates.append((2, -len(self.works.vocabulary(key) & telling), key, "year"))
        if len(family) >= RARE_FAMILY:
            for other, keys in self.works.by_first.items():
                if other != family and abs(len(other) - len(family)) <= 1 and OSA.distance(other, family) == 1:
                    for key in keys:
                        # Medvedev and Medvedeva are two people.
                        gender = {other, family} == {min(other, family), min(other, family) + "a"}
                        if self.references[key].issued == cited.year:
                            candidates.append(
                                (3 if gender else 1, -len(self.works.vocabulary(key) & telling), key, "name")
                            )
        if candidates:
            rank, shared, key, what = min(candidates)
            reference = self.references[key]
            related = {kin for compound in reference.compounds for kin in self.names.kin(compound)} & article
            # Two years off, it must be on the same thing beyond doubt.
            # Who has written much has written on since the last that is held.
            much = len(self.works.by_any[family]) >= MUCH and cited.year > max(
                self.references[own].issued for own in self.works.by_any[family]
            )
            needed = -2 if abs(reference.issued - cited.year) <= 1 and not much else -7
            if related and rank == 2 and cited.year in self.works.years_of(key):
                return self.found(key, "")
            elsewhere = (
                cited.journal
                and not is_archive(cited.journal)
                and not self.works.is_journal_of(cited.journal, self.works.edition(key))
            )
            if related and not elsewhere and ((rank == 1) or (rank == 2 and shared <= needed)):
                family_name = authors.family(reference.author[0])
                wrong = f"the year is {reference.issued}" if what == "year" else f"the name is spelt {family_name}"
                return Traced("differs", f"Probably {described(reference)}: {wrong}.", key, (key,))
            return Traced("unknown", f"Not in the dataset. Nearest by author: {described(reference)}.", None)
        coauthored = [key for key in sorted(self.works.by_any[family]) if self.references[key].issued == cited.year]
        if coauthored and len(family) >= RARE_FAMILY:
            reference = self.references[max(coauthored, key=lambda key: len(self.works.vocabulary(key) & telling))]
            detail = f"Not in the dataset as first author; a co-author of {described(reference)}."
            return Traced("unknown", detail, None)
        circulating = [entry for entry in self.works.untraced[family] if entry.year == cited.year]
        if circulating:
            listed = "; ".join(entry.citation for entry in circulating)
            return Traced(
                "unknown", f"Not in the dataset, which knows citations that cannot be traced: {listed}.", None
            )
        return Traced("unknown", "Not in the dataset.", None)

    # -- a reference list's line -----------------------------------------------------------------------------------

    def trace_line(self, cited: Cited, line: str, article: frozenset[str]) -> Traced:
        """Return what a line of a reference list is: found by its title, else by author, year and place.

        The title and the true place come first; a wrong number that is known stands by itself beside the line.
        """
        family = family_key(cited.families[0])
        key, likeness = self.works.by_title(cited, family, line)
        if key and likeness >= SAME_TITLE:
            return self.compare(self.works.edition(key), cited.families[0], _printed(cited, line), line)
        direct = [
            other for other in self.works.by_first[family]
            if self.references[other].issued == cited.year
            and (len(family) >= RARE_FAMILY or not another_initial(line, cited.families[0], self.references[other]))
        ]  # fmt: skip
        for other in direct:
            if self._same_place(self.references[other], line) or (key == other and likeness >= SIMILAR_TITLE):
                related = article or frozenset(self.references[other].compounds)
                return self._found(cited, [other], stems(line), (), related, line)
        entries = [
            entry
            for entry in self.works.untraced[family]
            if entry.year == cited.year and self._located(entry, line, numbers=not direct)
        ]
        if entries:
            return self.condemned(entries[0])
        if direct:
            return self._by_author_alone(cited, direct, line, article)
        circulating = self._untraced_entry(cited, family, line, stems(line), [], (), article)
        if circulating and len(stems(line) & self._entry_stems(family, cited.year)) >= 2:
            return circulating
        return self._near(cited, family, stems(line), article, line)

    def _by_author_alone(self, cited: Cited, direct: list[str], line: str, article: frozenset[str]) -> Traced:
        """Return what a line is whose author and year are known and whose title is not."""
        telling = stems(line)
        place = place_of(line)
        for other in sorted(direct, key=lambda key: (-len(self.works.vocabulary(key) & telling), key)):
            reference = self.references[other]
            journal = self.works.is_journal_of(journal_in(line, self.works), self.works.edition(other))
            differs = place.volume and reference.volume and place.volume != reference.volume
            if len(self.works.vocabulary(other) & telling) >= 4 and (journal or not journal_in(line, self.works)):
                if differs and place.page and not _same_page(reference.page, place.page):
                    continue
                return self._found(cited, [other], telling, (), article, line)
        listed = "; ".join(described(self.references[other]) for other in direct)
        best = max(direct, key=lambda key: (len(self.works.vocabulary(key) & telling), key))
        names = {
            stem
            for compound in self.references[best].compounds
            for stem in stems(self.dataset.compounds[compound].name)
        }
        names |= set(stems(" ".join(authors.family(name) for name in self.references[best].author))) | {str(cited.year)}
        elsewhere = self.works.journal_named(journal_in(line, self.works))
        likeness = fuzz.partial_ratio(" ".join(words(self.references[best].title)), " ".join(words(line)))
        if len((self.works.vocabulary(best) & telling) - names) >= 2 and elsewhere and likeness >= SIMILAR_TITLE:
            return Traced("differs", f"The dataset has under this author and year: {listed}.", best, tuple(direct))
        return Traced("unknown", f"The dataset has under this author and year: {listed}.", None, tuple(direct))

    def _entry_stems(self, family: str, year: int) -> frozenset[str]:
        return frozenset(
            stem for entry in self.works.untraced[family] if entry.year == year
            for stem in stems(entry.said) | stems(entry.citation) - self._names_of(entry)
        )  # fmt: skip

    @staticmethod
    def _same_place(reference: Reference, line: str) -> bool:
        if not reference.volume or not reference.page:
            return False
        first = re.split(r"[-–]", reference.page)[0]
        return all(re.search(rf"(?<!\d){re.escape(part)}(?!\d)", line) for part in (reference.volume, first))

    # -- field by field --------------------------------------------------------------------------------------------

    def compare(
        self, editions: Sequence[str], author: str, printed: Printed, line: str, *, strict: bool = False
    ) -> Traced:
        """Return what a citation by title is, held against the edition that it fits best.

        `author` is the family name that is printed first, or empty. With `strict`, the journal counts even where it
        is none that the dataset has: in an entry of a bibliography there is no doubt that it is one.
        """
        best: tuple[int, int, str, list[str]] | None = None
        for key in editions:
            named = "" if author and self._first_named(self.references[key], author, line) else author
            problems = self._problems(self.references[key], named, printed, strict=strict)
            away = abs(self.references[key].issued - printed.year) if printed.year else -self.references[key].issued
            if best is None or (len(problems), away, key) < best[:3]:
                best = (len(problems), away, key, problems)
        if best is None:
            return Traced("unknown", "Not in the dataset.", None)
        key, problems = best[2], best[3]
        reference = self.references[key]
        if author and problems and problems[0].startswith("The title is that of"):
            return Traced("misattributed", f"{problems[0]} {described(reference)}.", key, (key,))
        if problems:
            return Traced("differs", f"{' '.join(problems)} {described(reference)}.", key, (key,))
        return self.found(key, line)

    @staticmethod
    def _first_named(reference: Reference, author: str, line: str) -> bool:
        """Tell whether a work's first author stands before what was taken for one: `Guekht Alla, Vester Johannes`."""
        first, own = family_key(authors.family(reference.author[0])), family_key(author)
        named = [family_key(word) for word in _NAME_WORD.findall(line[:_HEAD_OF_LINE])]
        return first in named and own in named and named.index(first) < named.index(own)

    def _problems(self, reference: Reference, author: str, printed: Printed, *, strict: bool) -> list[str]:
        """Return what of a printed citation is not as the reference has it, the gravest first."""
        problems: list[str] = []
        families = [family_key(authors.family(name)) for name in reference.author]
        own = family_key(author) if author else ""
        # Of a name of several words, as Abou Zaki, the last may stand alone, and the first may be all that was read.
        for place in (-1, 0):
            part = [family_key(authors.family(name).split()[place]) for name in reference.author]
            if own in part and own not in families:
                own = families[part.index(own)]
        if own and own not in families:
            near = min((OSA.distance(own, other) for other in families), default=9)
            if near > 1 and reference.author_complete:
                return ["The title is that of"]
            if near > 1:
                problems.append(f"The first author is {authors.vancouver(reference.author[0])}:")
            elif near == 1:
                problems.append(f"The name is spelt {authors.family(reference.author[0])}:")
        elif own and own != families[0]:
            problems.append(f"The first author is {authors.vancouver(reference.author[0])}:")
        if printed.year and printed.year not in self.works.years_of(reference.id):
            problems.append(f"The year is {reference.issued}:")
        known = self.works.journal_named(printed.journal) if printed.journal else ()
        right = not printed.journal or self.works.is_journal_of(printed.journal, (reference.id,))
        if (known or strict) and not right:
            problems.append(f"The journal is {reference.container_title}:")
        elif right and printed.volume and reference.volume and printed.volume != reference.volume:
            problems.append(f"The volume is {reference.volume}:")
        elif right and printed.page and reference.page and not _same_page(reference.page, printed.page):
            problems.append(f"The page is {reference.page}:")
        return problems


def initial_in(line: str, family: str, reference: Reference) -> bool:
    """Tell whether a family name stands in a line with the first initial of a work's first author."""
    own = authors.initials(authors.parse(reference.author[0]).given)[:1]
    hit = re.search(rf"{re.escape(family)},?\s+([A-ZА-Я])", line)
    return bool(own and hit and hit[1] == own)


def another_initial(line: str, family: str, reference: Reference) -> bool:
    """Tell whether a family name stands in a line with other initials than a work's first author has."""
    own = authors.initials(authors.parse(reference.author[0]).given)[:1]
    hit = re.search(rf"{re.escape(family)},?\s+([A-ZА-Я])(?:[.\s,-]|[A-ZА-Я]\b)", line)
    return bool(own and hit) and hit is not None and hit[1] != own


def _printed(cited: Cited, line: str) -> Printed:
    """Return the place that a line of a reference list prints."""
    place = place_of(line)
    years = years_of(line)
    year = cited.year or place.year or (years[0] if len(set(years)) == 1 else 0)
    return Printed(year, "", place.volume, place.issue, place.page)


def _same_page(known: str | None, printed: str) -> bool:
    """Tell whether two pages begin alike; what is not known or not printed is no difference."""
    if not known or not printed:
        return True
    first = re.split(r"[-–]", known)[0].strip().lower()
    own = re.split(r"[-–]", printed)[0].strip().lower()
    return (
        first == own
        or first.startswith(f"{own}_")
        or first.lstrip("e0") == own.lstrip("e0")
        or first.endswith(f".{own}")
    )


def journal_in(line: str, works: Works) -> str:
    """Return the name of a journal that stands in a line between full stops or commas, or an empty string."""
    for part in re.split(r"[.,;:*_)]\s|\s\(|\s(?=(?:19|20)\d\d)|\s(?=\d)", line):
        stripped = part.strip(" .,*_()[]'\"«»“”-")
        if is_archive(stripped):
            continue
        if 2 < len(stripped) < 90 and stripped[0].isupper() and works.journal_named(stripped):
            return stripped
    # An abbreviated name has full stops in itself.
    for hit in _ABBREVIATED.finditer(line):
        if works.journal_named(hit[0]):
            return hit[0]
    return ""


_ABBREVIATED = re.compile(r"(?:[A-Z][a-z]+\.?\s){1,6}[A-Z][a-z]+\.?(?=[\s,;.]*\(?\d)")
_NAME_WORD = re.compile(r"[^\W\d_][\w'-]+")
_HEAD_OF_LINE = 120
"""Characters within which the first authors of a reference stand."""
_BARE = re.compile(r"[\w' -]+(?: et al\.)?,? \d{4}")
"""A citation that is nothing but author and year."""
_CALLED_ALIKE = frozenset(stems("semax selank cerebrolysin noopept peptide trial rats review open label"))
