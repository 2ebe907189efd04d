"""The dataset's bibliography as an audit looks it up: by family name, title, place, and what a work is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from ..dataset.dataset import Dataset
from ..dataset.model import Claim, Reference, UntracedCitation
from ..notation import people as authors
from ..notation.words import ascii_of, words
from .article.citations import Cited, family_key
from .article.printed import abbreviates, journal_words
from .holding import Printing, printings, year_of
from .periodicals import Periodicals
from .titles import ABRIDGED, abridged, fronts, key_of, likeness, telling
from .wording import stems

SAME_TITLE = 88.0
SIMILAR_TITLE = 66.0
"""How alike (0-100) a title in a reference list is to a reference's, from which it is the same or a translation."""
LONG_TITLE = 8
"""Words from which a title tells a paper without an author or a year beside it."""
SHORT_TITLE = 5
NEAR_TITLE = 0.4
"""The share of a title's telling words that a reference's must have to be looked at beside it."""
CLOSE = 0.72
"""The share of a title from which it is the same with words changed."""
STRANGE = 0.15
"""The share of the words of a title that may be none of those of the title that it nearly is."""
MOST_NEAR = 12
FRONT = 7
SAME_CLAIM = 0.8
"""The share of the words of a claim that must stand in a text which says it."""
RENEWED = "Cochrane Database of Systematic Reviews"
"""A journal whose reviews come out again and again under one title."""
"""How many words of the front of a long title stand for it."""


def first_page(page: str) -> str:
    """Return the page that a range begins with, as it is looked up."""
    return re.split(r"[-–]", page.lower())[0].strip().lstrip("e0")


def described(reference: Reference) -> str:
    """Return a reference in one line: author, year, title, journal."""
    title = reference.title.rstrip(".")
    byline = authors.byline(reference.author, reference.author_complete, 1)
    return f"{byline} {reference.issued}, {title}, {reference.container_title}"


def noticed(reference: Reference) -> str:
    """Return what stands behind a reference that is not in normal standing."""
    notice = reference.notice
    parts = [_STANDINGS.get(reference.standing, "")]
    if notice:
        numbers = (f"PMID {notice.pmid}" if notice.pmid else "", f"doi:{notice.doi}" if notice.doi else "")
        parts += [str(notice.issued or ""), *numbers]
    return " ".join(part for part in parts if part) + "."


_STANDINGS = {
    "retracted": "Retracted",
    "expression-of-concern": "Under an expression of concern",
    "corrected": "Corrected",
}


class TitleHit(NamedTuple):
    """A title of the bibliography in a text: from `start` to `end`; `words` of it stand there, `whole` if all do."""

    start: int
    end: int
    references: tuple[str, ...]
    words: int
    whole: bool


class _Title(NamedTuple):
    words: tuple[str, ...]
    joined: str
    stems: frozenset[str]
    front: frozenset[str]
    key: str


class Works:
    """References and citations that are none, by family name; references by title, number and name of the study."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.references: dict[str, Reference] = {key: dataset.references[key] for key in dataset.references}
        self.by_first: dict[str, list[str]] = defaultdict(list)
        self.by_any: dict[str, set[str]] = defaultdict(set)
        self.editions: dict[str, tuple[str, ...]] = {}
        self.untraced: dict[str, list[UntracedCitation]] = defaultdict(list)
        self._vocabulary: dict[str, frozenset[str]] = {}
        self._titled_as: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
        for key, reference in self.references.items():
            keys = [family_key(authors.family(author)) for author in reference.author]
            self.by_first[keys[0]].append(key)
            for family in keys:
                self.by_any[family].add(key)
        for entry in dataset.untraced.values():
            if entry.author:
                self.untraced[family_key(entry.author)].append(entry)
        self._claims: dict[str, list[Claim]] = defaultdict(list)
        for compound in dataset.compounds.values():
            for claim in compound.claims:
                for key in claim.references:
                    self._claims[key].append(claim)
        self._volumes: dict[tuple[str, str | None], set[int]] = defaultdict(set)
        for reference in self.references.values():
            if reference.volume:
                self._volumes[reference.container_title, reference.volume].add(reference.issued)
        self._index_titles()
        self._index_editions()
        self._index_printings()
        self.studies = self._named_studies()
        self.journals = {
            name: journal_words(name) for name in {reference.container_title for reference in self.references.values()}
        }
        self.journal_vocabulary = frozenset(word for own in self.journals.values() for word in own)
        places = (reference.other_place for reference in self.references.values())
        names = {*self.journals, *(place.container_title for place in places if place)}
        self.periodicals = Periodicals(names, dataset.vocabulary.journals)

    # -- names -------------------------------------------------------------------------------------------------------

    def known(self, family: str) -> bool:
        """Tell whether the dataset has an author, or a citation that is none, of this family name."""
        key = family_key(family)
        return key in self.by_any or key in self.untraced

    def vocabulary(self, key: str) -> frozenset[str]:
        """Return the stems of what a reference is about: its titles, topics and the claims that rest on it."""
        if key not in self._vocabulary:
            reference = self.references[key]
            claims = (claim.text for claim in self.claims_of(key))
            text = (*claims, *self.dataset.topics_of(key), *reference.species)
            self._vocabulary[key] = stems(" ".join((reference.title, reference.original_title or "", *text)))
        return self._vocabulary[key]

    def claims_of(self, key: str) -> Sequence[Claim]:
        """Return the claims that rest on a reference."""
        return self._claims.get(key, ())

    def claims(self, key: str, own: frozenset[str]) -> bool:
        """Tell whether a text, whose stems are `own`, says what a claim says that rests on a reference."""
        told = (stems(claim.text) for claim in self.claims_of(key))
        return any(len(claim & own) >= SAME_CLAIM * len(claim) > 0 for claim in told)

    @staticmethod
    def about(plain: str) -> frozenset[str]:
        """Return the stems of what a text speaks of."""
        return stems(plain)

    # -- editions ----------------------------------------------------------------------------------------------------

    def _index_editions(self) -> None:
        """Note of every reference its translations and original, and the other versions of a review."""
        related: dict[str, set[str]] = defaultdict(set)
        self._translated: dict[str, list[str]] = defaultdict(list)
        for key, reference in self.references.items():
            if reference.translation_of:
                self._translated[reference.translation_of].append(key)
            for other in (reference.translation_of, reference.updates):
                if other and other in self.references:
                    related[key].add(other)
                    related[other].add(key)
        titles: dict[str, list[str]] = defaultdict(list)
        for key, reference in self.references.items():
            titles[" ".join(words(reference.title))].append(key)
        for first, *others in titles.values():
            for other in others:
                related[first].add(other)
                related[other].add(first)
        for key in related:
            if key in self.editions:
                continue
            seen, waiting = {key}, [key]
            while waiting:
                for other in related[waiting.pop()] - seen:
                    seen.add(other)
                    waiting.append(other)
            self.editions |= dict.fromkeys(seen, tuple(sorted(seen)))

    def edition(self, key: str) -> tuple[str, ...]:
        """Return a reference with its translations, its original and the other versions of it."""
        return self.editions.get(key, (key,))

    def translations(self, key: str) -> tuple[str, ...]:
        """Return a reference with its translation or original: one work at two places."""
        kin = (self.references[key].translation_of, *self._translated.get(key, ()))
        return (key, *(other for other in kin if other and other in self.references))

    def versions(self, key: str) -> tuple[str, ...]:
        """Return the versions of a review that are held; of what is no review that is renewed, nothing."""
        kin = self.edition(key)
        renewed = any(self.references[other].updates for other in kin)
        return kin if renewed or self.references[key].container_title == RENEWED else ()

    def another_version(self, key: str, other: str, year: int) -> bool:
        """Tell whether a year is that of one version of a review, and the other reference is another version of it."""
        return (
            other in self.versions(key)
            and other not in self.translations(key)
            and year in self.years_of(key) - self.years_of(other)
        )

    def years_of(self, key: str) -> frozenset[int]:
        """Return the years that a reference may be cited under: its own, that in which it was online, its volume's."""
        reference = self.references[key]
        own = reference.issued
        near = {year_of(reference.doi or ""), *self._volumes.get((reference.container_title, reference.volume), ())}
        if reference.issue == "1" and (reference.volume or "").isdigit():
            # Where the volume before is of that year as well, the first issue is of the next.
            before = str(int(reference.volume or 0) - 1)
            near |= {year + 1 for year in self._volumes.get((reference.container_title, before), ()) if year == own}
        return frozenset({own, *(year for year in near if abs(year - own) == 1)})

    # -- entries of a bibliography -----------------------------------------------------------------------------------

    def _index_printings(self) -> None:
        """Note by what an entry is found: its title or the front of it, its numbers, its volume and first page."""
        self.titled: dict[str, list[str]] = defaultdict(list)
        self.numbered: dict[tuple[str, str], str] = {}
        self.placed: dict[tuple[str, str], list[Printing]] = defaultdict(list)
        for key, reference in self.references.items():
            for title in filter(None, (reference.title, reference.original_title)):
                for own in dict.fromkeys((key_of(title), *map(key_of, fronts(title)))):
                    self.titled[own].append(key)
            if reference.pmcid:
                self.numbered["PMCID", reference.pmcid.upper()] = key
            for printing in printings(reference):
                for kind, value in (("DOI", printing.doi.lower()), ("PMID", printing.pmid)):
                    if value:
                        self.numbered.setdefault((kind, value), key)
                if printing.volume and printing.page:
                    self.placed[printing.volume, first_page(printing.page)].append(printing)

    def with_title(self, title: str) -> tuple[str, ...]:
        """Return the references that a title is that of, what does not count aside."""
        found = self.titled.get(key_of(title), ())
        for front in fronts(title) if not found else ():
            found = found or self.titled.get(key_of(front), ())
        return tuple(dict.fromkeys(found))

    def near_title(self, title: str) -> tuple[str, ...]:
        """Return the references whose titles share most telling words with a title, the most first."""
        own = stems(title)
        shared: Counter[str] = Counter(key for word in own for key in self._by_stem.get(word, ()))
        needed = max(2, NEAR_TITLE * len(own))
        # Among equals the shortest, of which they are the most, and not in the order of a set, which is never the same.
        most = sorted(shared, key=lambda key: (-shared[key], len(self.references[key].title), key))[:MOST_NEAR]
        return tuple(key for key in most if shared[key] >= needed)

    def nearly(self, title: str) -> tuple[str, ...]:
        """Return the references whose title is one with words left out or changed, the most alike first."""
        own = telling(title)
        if len(own) < ABRIDGED:
            return ()
        found: list[tuple[float, str]] = []
        for key in self.near_title(title):
            reference = self.references[key]
            for known in filter(None, (reference.title, reference.original_title)):
                # The words of a title with words left out are all among those of the whole.
                if len(set(own).difference(telling(known))) > max(1, STRANGE * len(own)):
                    continue
                share = likeness(title, known).share
                if share >= CLOSE or abridged(title, known):
                    found.append((share, key))
        return tuple(dict.fromkeys(key for _, key in sorted(found, reverse=True)))

    # -- titles ------------------------------------------------------------------------------------------------------

    def _index_titles(self) -> None:
        spread: Counter[str] = Counter()
        titles: list[_Title] = []
        for key, reference in self.references.items():
            for title in (reference.title, reference.original_title or ""):
                own = _normal_words(title)
                if len(own) >= 4:
                    telling = stems(title)
                    front = stems(" ".join(title.split()[: FRONT + 3]).partition(":")[0]) or telling
                    titles.append(_Title(own, " ".join(own), telling, front, key))
                    self._titled_as[key].append((" ".join(words(title)), telling))
                    spread.update(telling)
        self._by_rare: dict[str, list[_Title]] = defaultdict(list)
        self._by_stem: dict[str, set[str]] = defaultdict(set)
        for made in titles:
            # Found by a rare word of its front, for a long title is often cut.
            for stem in sorted(made.front, key=lambda stem: (spread[stem], stem))[:2]:
                self._by_rare[stem].append(made)
            for stem in made.stems:
                self._by_stem[stem].add(made.key)

    def titles_in(self, plain: str, own: frozenset[str]) -> list[TitleHit]:
        """Return the titles of the bibliography that stand in a text, whose stems are `own`, in order."""
        seen: set[int] = set()
        candidates: list[_Title] = []
        for stem in own & self._by_rare.keys():
            for title in self._by_rare[stem]:
                if id(title) not in seen and len(title.front & own) >= 0.8 * len(title.front):
                    seen.add(id(title))
                    candidates.append(title)
        if not candidates:
            return []
        line, starts, places = _spelled(plain)
        found: dict[tuple[int, int], list[tuple[str, int, bool]]] = defaultdict(list)
        for title in candidates:
            hit = _stretch(title, line)
            if hit is None:
                continue
            at, count, whole = hit
            first = bisect_right(starts, at) - 1
            span = (places[first][0], places[first + count - 1][1])
            found[span].append((title.key, count, whole))
        hits = [
            TitleHit(*span, tuple(dict.fromkeys(key for key, _, _ in keys)), keys[0][1], any(w for _, _, w in keys))
            for span, keys in found.items()
        ]
        # Of titles that stand one within the other, the longer.
        hits.sort(key=lambda hit: (hit.start, -hit.end))
        kept: list[TitleHit] = []
        for other in hits:
            if not kept or other.start >= kept[-1].end:
                kept.append(other)
            elif other.words > kept[-1].words:
                kept[-1] = other
        return kept

    def by_title(self, cited: Cited, family: str, line: str) -> tuple[str | None, float]:
        """Return the reference whose title is most like what stands in a line, and how alike (0-100) the two are.

        Of several with one title, such as a review and its updates, the one of that author and year. A title alone
        tells a paper only where it is long; else the author or the year must be its own.
        """
        own = stems(line)
        shared: Counter[str] = Counter(key for word in own for key in self._by_stem.get(word, ()))
        folded = " ".join(words(line))
        best: tuple[float, bool, bool, str] | None = None
        for key, count in shared.items():
            reference = self.references[key]
            for title, needed in self._titled_as[key]:
                if count < 0.5 * len(needed) or not own & needed:
                    continue
                likeness = fuzz.partial_ratio(title, folded, score_cutoff=SIMILAR_TITLE)
                if not likeness or (len(needed) < 2 and likeness < 100):
                    continue
                same = any(family_key(authors.family(author)) == family for author in reference.author)
                year = reference.issued == cited.year
                if not same and not year and (len(needed) < 5 or likeness < 95):
                    continue
                score = (min(likeness, 96.0), same, year, key)
                if best is None or score > best:
                    best = score
        return (best[3], best[0]) if best else (None, 0.0)

    # -- journals ----------------------------------------------------------------------------------------------------

    def journal_named(self, text: str) -> tuple[str, ...]:
        """Return the journals of the bibliography that words are the name of, in full or abbreviated."""
        return _journals(self, " ".join(journal_words(text)))

    def is_journal_of(self, text: str, references: Iterable[str]) -> bool:
        """Tell whether words name the journal of one of some references."""
        short = journal_words(text)
        bare = text.strip(" .")
        for key in references:
            reference = self.references[key]
            initials = "".join(word[0] for word in journal_words(reference.container_title))
            if bare.isupper() and 3 <= len(bare) <= 6 and initials.startswith(bare.lower()):
                return True  # PNAS, JPET
            if abbreviates(short, journal_words(reference.container_title)):
                return True
            if " ".join(short) == " ".join(journal_words(reference.container_title)):
                return True
            if any(self.periodicals.same(text, printing.journal) for printing in printings(reference)):
                return True
        return False

    # -- studies by name -----------------------------------------------------------------------------------------------

    def _named_studies(self) -> dict[str, tuple[str, ...]]:
        """Return the references of studies by the names they go by: CASTA, CARS, E-COMPASS."""
        found: dict[str, set[str]] = defaultdict(set)
        for key, reference in self.references.items():
            for hit in re.finditer(
                r"\(([A-Z][A-Z-]{3,11}(?:[ -]?(?:I{1,3}|\d))?)\)|\bthe ([A-Z][A-Z-]{3,11}) (?:trial|study)",
                reference.title,
            ):
                found[(hit[1] or hit[2]).upper()].add(key)
        for compound in self.dataset.compounds.values():
            for claim in compound.claims:
                if len(claim.references) == 1:
                    for hit in _STUDY.finditer(claim.text):
                        found[hit[1].upper()].add(claim.references[0])
        for name, key in self._named_by_id():
            if name.upper() not in found:
                found[name].add(key)
        called = {text.upper() for compound in self.dataset.compounds.values()
                  for text in (compound.name, compound.id, *(alias.text for alias in compound.aliases))}  # fmt: skip
        human = {
            name: tuple(sorted(key for key in keys if self._in_people(key)))
            for name, keys in found.items()
            if name not in _NO_STUDY and name.upper() not in called
        }
        return {name: keys for name, keys in human.items() if keys}

    def _named_by_id(self) -> Iterator[tuple[str, str]]:
        """Yield the names of studies that end the ids of references, as titles and notes write them, and as pages do.

        `karaa-2023-mmpower-3` is of MMPOWER-3, which is MMPOWER 3 as well; `gibson-2016-embrace-stemi` of EMBRACE.
        """
        written: dict[str, str] = {}
        own: dict[str, set[str]] = {}
        for key, reference in self.references.items():
            texts = f"{reference.title} {reference.note or ''}"
            names = {hit[0].replace(" ", "-"): hit[0] for hit in _CAPITALS.finditer(texts)}
            own[key] = set(names)
            written.update({name.lower(): name for name in names})
        for key in self.references:
            tail = key.split("-", 2)[-1]
            named = {name for name in own[key] if name.lower().startswith(f"{tail}-")}
            named |= {written[tail]} if tail in written else set()
            for name in sorted(named):
                first, _, second = name.partition("-")
                yield from ((form, key) for form in {name, name.replace("-", " ")})
                if second.isdigit():
                    yield first + second, key
                elif len(second) >= _SECOND and len(first) >= _SECOND:
                    yield first, key

    def _in_people(self, key: str) -> bool:
        reference = self.references[key]
        return self.dataset.designs[reference.design[0]].subject in {"human", "secondary"}

    def human(self, key: str) -> bool:
        """Tell whether a reference is a study in people."""
        return self.dataset.designs[self.references[key].design[0]].subject == "human"


_STUDY = re.compile(
    r"(?:\b[Tt]he |\b[Ii]n )?\b([A-Z][A-Z-]{3,11}(?: I{1,3}\b)?) (?:trial|study|subgroup|patients|meta-analysis)"
)
_CAPITALS = re.compile(r"\b[A-Za-z]{0,3}[A-Z]{4,}(?:[- ](?:[A-Z]{2,6}|\d|I{1,3}))?\b")
"""What a study may be called: ReCLAIM-2, MMPOWER-3, EMBRACE STEMI."""
_SECOND = 4
"""Letters of the second part of a name from which the first may stand alone."""
_NO_STUDY = frozenset(
    "BDNF ACTH ADHD NIHSS GABA MMSE CNTF ARAT COVID COVID-19 DNA RNA MRI EEG ADAS ADAS-COG CIBIC TBI CORTEX".split()
)


@lru_cache(maxsize=4096)
def _journals(works: Works, short: str) -> tuple[str, ...]:
    own = tuple(short.split())
    return tuple(name for name, full in works.journals.items() if abbreviates(own, full))


# -- words of titles -----------------------------------------------------------------------------------------------

_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=65536)
def _normal(word: str) -> str:
    """Return a word in lower case and one spelling."""
    word = ascii_of(word).lower()
    word = word.replace("ae", "e").replace("oe", "e").replace("our", "or").replace("yse", "yze")
    return re.sub(r"\Bis(?=e[sd]?$|ing$|ations?$)", "iz", word)


def _normal_words(text: str) -> tuple[str, ...]:
    return tuple(_normal(hit[0]) for hit in _WORD.finditer(text))


def _spelled(plain: str) -> tuple[str, list[int], list[tuple[int, int]]]:
    """Return the words of a text in one spelling, joined; where each begins there; and its span in the text."""
    parts: list[str] = []
    starts: list[int] = []
    places: list[tuple[int, int]] = []
    length = 0
    for hit in _WORD.finditer(plain):
        word = _normal(hit[0])
        starts.append(length)
        parts.append(word)
        length += len(word) + 1
        places.append(hit.span())
    return " ".join(parts), starts, places


def _stretch(title: _Title, line: str) -> tuple[int, int, bool] | None:
    """Return where a title stands in a line of words, how many of its words do, and whether it is whole."""
    at = _find(title.joined, line)
    if at >= 0:
        return at, len(title.words), True
    if len(title.words) > FRONT:
        front = " ".join(title.words[:FRONT])
        at = _find(front, line)
        if at >= 0:
            rest = line[at:].split(" ", len(title.words))
            count = FRONT
            while count < min(len(title.words), len(rest)) and title.words[count] == rest[count]:
                count += 1
            return at, count, False
    return None


def _find(needle: str, line: str) -> int:
    at = line.find(needle)
    while at >= 0:
        end = at + len(needle)
        if (at == 0 or line[at - 1] == " ") and (end == len(line) or line[end] == " "):
            return at
        at = line.find(needle, at + 1)
    return -1
