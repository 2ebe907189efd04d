"""Tracing: what the dataset knows of a citation by author and year, given what it is cited for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

from ..notation import people as authors
from ..dataset.model import Reference, UntracedCitation
from ..notation.words import fold
from .citations import Cited, family_key
from .findings import AuditVerdict
from .subjects import Names
from .wording import REFUTED, stems
from .works import SAME_TITLE, SIMILAR_TITLE, Works, described, noticed


class Traced(NamedTuple):
    """What a citation is: verdict and detail, the reference meant or nearest, and all that it may mean."""

    verdict: AuditVerdict
    detail: str
    reference: str | None
    meant: tuple[str, ...] = ()


RARE_FAMILY = 6
"""Family names of this length, transliteration aside, are rare enough that author and year tell a paper."""


class Tracer:
    """The dataset's bibliography, found by family name and year."""

    def __init__(self, works: Works, names: Names) -> None:
        self.works, self.names, self.dataset = works, names, works.dataset
        self.references = works.references

    # -- author and year -----------------------------------------------------------------------------------------

    def trace(self, cited: Cited, said: str, compounds: Sequence[str], article: frozenset[str]) -> Traced:
        """Return what a citation is.

        `said` is what it is cited for, `compounds` the compounds named there, `article` those named in the article.
        """
        family = family_key(cited.families[0])
        telling = stems(said) - {stem for name in cited.families for stem in stems(name)}
        direct = [key for key in self.works.by_first[family] if self.references[key].issued == cited.year]
        if len(cited.families) > 1:
            both = [key for key in direct if key in self.works.by_any[family_key(cited.families[1])]]
            if direct and not both:
                return self._other_coauthor(cited, direct)
            direct = both
        entry = self._untraced_entry(cited, family, said, telling, direct, compounds, article)
        if entry:
            return entry
        if direct:
            return self._found(cited, direct, telling, compounds, article, said)
        return self._near(cited, family, telling, article)

    def _found(
        self, cited: Cited, direct: list[str], telling: frozenset[str], compounds: Sequence[str],
        article: frozenset[str], said: str,
    ) -> Traced:  # fmt: skip
        ranked = sorted(direct, key=lambda key: (-len(self.works.vocabulary(key) & telling), key))
        best = self.references[ranked[0]]
        rare = len(family_key(cited.families[0])) >= RARE_FAMILY
        studied = {kin for key in direct for own in self.references[key].compounds for kin in self.names.kin(own)}
        names = " and ".join(self.dataset.compounds[key].name for key in best.compounds)
        doubt = f"The dataset's {described(best)} is on {names}; another paper may be meant."
        if compounds and not studied & set(compounds):
            other = " and ".join(self.dataset.compounds[key].name for key in compounds)
            if rare:
                detail = f"{described(best)}: it is on {names}, not on {other}."
                return Traced("misattributed", detail, best.id, tuple(direct))
            return Traced("unknown", doubt, None)
        if not rare and not studied & article:
            return Traced("unknown", doubt, None)
        if best.standing in {"retracted", "expression-of-concern"}:
            if re.search(r"\bretract|отозван|\bconcern", said, re.IGNORECASE):
                detail = f"{described(best)}. {noticed(best)} So the text says."
                return Traced("matches", detail, best.id, tuple(direct))
            return Traced("retracted", f"{described(best)}. {noticed(best)}", best.id, tuple(direct))
        detail = described(best) + "."
        if best.standing == "corrected":
            detail += f" {noticed(best)}"
        if len(ranked) > 1:
            also = "; ".join(described(self.references[key]) for key in ranked[1:])
            detail = f"{len(ranked)} papers fit; nearest: {detail} Also: {also}."
        return Traced("matches", detail, best.id, tuple(ranked))

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
            if score and (best is None or score > best[0]):
                best = (score, entry)
        if best is None:
            return None
        traced = self.condemned(best[1], tuple(direct))
        if REFUTED.search(said):
            said_so = Traced("unknown", f"No citation to rely on, as the text says. {traced.detail}", traced.reference)
            return None if direct else said_so
        return traced

    def condemned(self, entry: UntracedCitation, meant: tuple[str, ...] = ()) -> Traced:
        """Return what the dataset says of a citation that must not be cited as it stands."""
        nearest = [self.references[key] for key in entry.nearest]
        near = f" Nearest: {'; '.join(described(reference) for reference in nearest)}." if nearest else ""
        if entry.problem == "untraced":
            return Traced("untraced", f"{entry.explanation}{near}", entry.nearest[0] if nearest else None, meant)
        intro = f"Said of it: {entry.said}. " if entry.problem == "misattributed" else ""
        detail = f"{intro}{entry.explanation}{near}"
        return Traced("misattributed", detail, entry.nearest[0] if nearest else None, meant)

    def _speaks_of(
        self, entry: UntracedCitation, said: str, telling: frozenset[str], real: frozenset[str], exists: bool,
        compounds: Sequence[str], article: frozenset[str],
    ) -> float:  # fmt: skip
        """Return how surely (0: not at all) a text means a citation that circulates and is wrong."""
        own = stems(entry.said) | self._statement_stems(entry.id)
        special = {word for word in own - real if word not in _CALLED_ALIKE} - self._names_of(entry)
        hits = special & telling
        if self._located(entry, said):
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

    def _statement_stems(self, key: str) -> frozenset[str]:
        statement = self.dataset.statements.get(key)
        return stems(statement.text) if statement else frozenset()

    def _names_of(self, entry: UntracedCitation) -> set[str]:
        own = {stem for key in entry.compounds for stem in stems(self.dataset.compounds[key].name)}
        return own | set(stems(entry.author or "")) | {str(entry.year)}

    @staticmethod
    def _located(entry: UntracedCitation, said: str) -> bool:
        """Tell whether a text gives the number, or the volume and pages, under which a wrong citation circulates."""
        if entry.pmid and re.search(rf"(?<!\d){entry.pmid}(?!\d)", said):
            return True
        if entry.doi and entry.doi.lower() in said.lower():
            return True
        places = re.findall(r"\d+(?:\(\d+[-\d]*\))?:\d+", entry.citation)
        squeezed = re.sub(r"\s+", "", said)
        return any(re.search(rf"(?<!\d){re.escape(place)}(?!\d)", squeezed) for place in places)

    # -- near misses -------------------------------------------------------------------------------------------------

    def _near(self, cited: Cited, family: str, telling: frozenset[str], article: frozenset[str]) -> Traced:
        """Return what an author and year that the dataset does not have may be a slip of the pen for."""
        candidates: list[tuple[int, int, str, str]] = []
        for key in self.works.by_first[family]:
            away = abs(self.references[key].issued - cited.year)
            if away <= 2:
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
            if related and ((rank == 1) or (rank == 2 and shared <= -2)):
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
        """Return what a line of a reference list is: found by its title, else by author, year and place."""
        family = family_key(cited.families[0])
        key, likeness = self.works.by_title(cited, family, line)
        entries = [
            entry for entry in self.works.untraced[family] if entry.year == cited.year and self._located(entry, line)
        ]
        if key and likeness >= SAME_TITLE:
            return self._titled(cited, family, key, line)
        if entries:
            return self.condemned(entries[0])
        direct = [other for other in self.works.by_first[family] if self.references[other].issued == cited.year]
        for other in direct:
            if self._same_place(self.references[other], line) or (key == other and likeness >= SIMILAR_TITLE):
                related = article or frozenset(self.references[other].compounds)
                return self._found(cited, [other], stems(line), (), related, line)
        if direct:
            telling = stems(line)
            if any(len(self.works.vocabulary(other) & telling) >= 4 for other in direct):
                return self._found(cited, direct, telling, (), article, line)
            listed = "; ".join(described(self.references[other]) for other in direct)
            return Traced("unknown", f"The dataset has under this author and year: {listed}.", None, tuple(direct))
        circulating = self._untraced_entry(cited, family, line, stems(line), [], (), article)
        if circulating and len(stems(line) & self._entry_stems(family, cited.year)) >= 2:
            return circulating
        return self._near(cited, family, stems(line), article)

    def _entry_stems(self, family: str, year: int) -> frozenset[str]:
        return frozenset(
            stem for entry in self.works.untraced[family] if entry.year == year
            for stem in stems(entry.said) | stems(entry.citation) - self._names_of(entry)
        )  # fmt: skip

    def _titled(self, cited: Cited, family: str, key: str, line: str) -> Traced:
        editions = [other for other, reference in self.references.items() if key in {other, reference.translation_of}]
        original = self.references[key].translation_of
        if original:
            editions.append(original)
        same_year = [other for other in editions if self.references[other].issued == cited.year]
        reference = self.references[same_year[0] if same_year else key]
        families = [family_key(authors.family(author)) for author in reference.author]
        if family not in families and min(OSA.distance(family, other) for other in families) > 1:
            return Traced(
                "misattributed", f"The title is that of {described(reference)}.", reference.id, (reference.id,)
            )
        if family != families[0] and family in families:
            problem = f"The first author is {authors.vancouver(reference.author[0])}:"
        elif family != families[0]:
            problem = f"The name is spelt {authors.family(reference.author[0])}:"
        elif not same_year:
            problem = f"The year is {reference.issued}:"
        else:
            problem = self._misplaced(reference, line) or ""
        if problem:
            return Traced("differs", f"{problem} {described(reference)}.", reference.id, (reference.id,))
        return self._found(cited, [reference.id], frozenset(), (), frozenset(reference.compounds), line)

    @staticmethod
    def _same_place(reference: Reference, line: str) -> bool:
        if not reference.volume or not reference.page:
            return False
        first = re.split(r"[-–]", reference.page)[0]
        return all(re.search(rf"(?<!\d){re.escape(part)}(?!\d)", line) for part in (reference.volume, first))

    @staticmethod
    def _misplaced(reference: Reference, line: str) -> str | None:
        """Return what is wrong with volume and pages where the journal is the reference's own."""
        if fold(reference.container_title) not in fold(line) or not reference.volume or not reference.page:
            return None
        place = _PLACE.search(line)
        if not place:
            return None
        first = re.split(r"[-–]", reference.page)[0]
        if place[1] != reference.volume and place[2] != first and not re.match(r"(?:19|20)\d\d$", place[1]):
            return f"The place is {reference.volume}:{reference.page}, not {place[0].strip()}:"
        return None


_PLACE = re.compile(r"(?<![\d.])(\d{1,4})\s*(?:\([^)]{1,12}\))?\s*[:,]\s*(?:pp?\.\s*)?([A-Za-z]?\d+)\b(?![./])")
_BARE = re.compile(r"[\w' -]+(?: et al\.)?,? \d{4}")
"""A citation that is nothing but author and year."""
_CALLED_ALIKE = frozenset(stems("semax selank cerebrolysin noopept peptide trial rats review open label"))
