"""The dataset's bibliography as an audit looks it up: by family name, by title, by what a work is about."""

from __future__ import annotations

from collections import defaultdict

from rapidfuzz import fuzz

from ..notation import people as authors
from ..dataset.dataset import Dataset
from ..dataset.model import Reference, UntracedCitation
from ..notation.words import words
from .citations import Cited, family_key
from .wording import stems

SAME_TITLE = 88.0
SIMILAR_TITLE = 66.0
"""How alike (0-100) a title in a reference list is to a reference's, from which it is the same or a translation."""


def described(reference: Reference) -> str:
    """Return a reference in one line: author, year, title, journal."""
    title = reference.title.rstrip(".")
    return f"{authors.byline(reference.author, reference.author_complete, 1)} {reference.issued}, {title}, {reference.container_title}"


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


class Works:
    """References and citations that are none, by family name; references by title."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.references = dict(dataset.references.items())
        self.by_first: dict[str, list[str]] = defaultdict(list)
        self.by_any: dict[str, set[str]] = defaultdict(set)
        self._titles: dict[str, set[str]] = defaultdict(set)
        self._titled_as: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
        self.untraced: dict[str, list[UntracedCitation]] = defaultdict(list)
        self._vocabulary: dict[str, frozenset[str]] = {}
        self._claims: dict[str, list[str]] = defaultdict(list)
        for key, reference in self.references.items():
            keys = [family_key(authors.family(author)) for author in reference.author]
            self.by_first[keys[0]].append(key)
            for family in keys:
                self.by_any[family].add(key)
            for title in (reference.title, reference.original_title or ""):
                if len(words(title)) >= 4:
                    telling = stems(title)
                    self._titled_as[key].append((" ".join(words(title)), telling))
                    for word in telling:
                        self._titles[word].add(key)
        for entry in dataset.untraced.values():
            if entry.author:
                self.untraced[family_key(entry.author)].append(entry)
        for compound in dataset.compounds.values():
            for claim in compound.claims:
                for key in claim.references:
                    self._claims[key].append(claim.text)

    def known(self, family: str) -> bool:
        """Tell whether the dataset has an author, or a citation that is none, of this family name."""
        key = family_key(family)
        return key in self.by_any or key in self.untraced

    def vocabulary(self, key: str) -> frozenset[str]:
        """Return the stems of what a reference is about: its titles, topics and the claims that rest on it."""
        if key not in self._vocabulary:
            reference = self.references[key]
            text = (*self._claims[key], *self.dataset.topics_of(key), *reference.species)
            self._vocabulary[key] = stems(" ".join((reference.title, reference.original_title or "", *text)))
        return self._vocabulary[key]

    def by_title(self, cited: Cited, family: str, line: str) -> tuple[str | None, float]:
        """Return the reference whose title stands in a line, and how alike (0-100) the two are.

        Of several with one title, such as a review and its updates, the one of that author and year.
        """
        own = stems(line)
        shared: dict[str, int] = defaultdict(int)
        for word in own:
            for key in self._titles.get(word, ()):
                shared[key] += 1
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
                same = family_key(authors.family(reference.author[0])) == family
                score = (min(likeness, 96.0), same, reference.issued == cited.year, key)
                if best is None or score > best:
                    best = score
        return (best[3], best[0]) if best else (None, 0.0)
