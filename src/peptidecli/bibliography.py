"""Finding references: by author, year, title word, journal, compound, topic, DOI or PMID, with filters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from . import authors
from .errors import NotFoundError, UsageError
from .lookup import find as find_compound
from .model import Compound, Dataset, Indexed, Record, Reference, Standing, UntracedCitation
from .names import fold, words


class Filters(Record, frozen=True):
    """What a reference must be to count. Years are inclusive; `design` is a design's id or one of `SUBJECTS`."""

    compound: str | None = None
    topic: str | None = None
    design: str | None = None
    since: int | None = None
    until: int | None = None
    standing: Standing | None = None


SUBJECTS = ("human", "animal", "laboratory", "secondary")


class Hit(Record, frozen=True):
    """A reference that answers, where the words of the query matched, and how well (higher is better)."""

    reference: Reference
    matched: tuple[str, ...]
    score: float


class Citations(Record, frozen=True):
    """The answer to `peptide cite`: references, best first, and the untraced citations that answer as well."""

    query: str
    hits: tuple[Hit, ...]
    untraced: tuple[UntracedCitation, ...]
    fuzzy: bool = False


def cite(dataset: Dataset, query: Sequence[str], filters: Filters) -> Citations:
    """Return the references that answer every word of `query` and pass `filters`; no words answer with all.

    Raises NotFoundError when nothing answers and UsageError for an unknown topic or design.
    """
    text = " ".join(query).strip()
    accepted = tuple(_filtered(dataset, filters))
    terms = _terms(dataset, text)
    hits = _matching(dataset, accepted, terms)
    untraced = _untraced(dataset, terms, filters)
    fuzzy = False
    if not hits and not untraced and terms:
        hits = _matching(dataset, accepted, terms, fuzzy=True)
        fuzzy = bool(hits)
    if not hits and not untraced:
        raise NotFoundError(_nothing(dataset, text, filters))
    if terms:
        hits = sorted(hits, key=lambda hit: (-hit.score, -hit.reference.issued, hit.reference.id))
    return Citations(query=text, hits=tuple(hits), untraced=untraced, fuzzy=fuzzy)


# -- filters -----------------------------------------------------------------------------------------------------


def _filtered(dataset: Dataset, filters: Filters) -> Iterator[tuple[str, Indexed]]:
    compound = find_compound(dataset, filters.compound)[0].id if filters.compound else None
    topic = topic_id(dataset, filters.topic) if filters.topic else None
    designs = design_ids(dataset, filters.design) if filters.design else None
    for key, entry in dataset.index.items():
        if compound and compound not in entry.compounds:
            continue
        if topic and topic not in entry.topics:
            continue
        if designs and not designs & set(entry.design):
            continue
        if filters.since and entry.issued < filters.since:
            continue
        if filters.until and entry.issued > filters.until:
            continue
        if filters.standing and entry.standing != filters.standing:
            continue
        yield key, entry


def topic_id(dataset: Dataset, wanted: str) -> str:
    """Return the id of the topic with that id or label; raise UsageError, naming the topics, when there is none."""
    for topic in dataset.vocabulary.topics:
        if fold(wanted) in (fold(topic.id), fold(topic.label)):
            return topic.id
    raise UsageError(f"there is no topic {wanted!r}; topics: {', '.join(t.id for t in dataset.vocabulary.topics)}")


def design_ids(dataset: Dataset, wanted: str) -> set[str]:
    """Return the ids of the designs that `wanted` names, or that have it as subject; raise UsageError for none."""
    if wanted.lower() in SUBJECTS:
        return {design.id for design in dataset.vocabulary.designs if design.subject == wanted.lower()}
    for design in dataset.vocabulary.designs:
        if fold(wanted) in (fold(design.id), fold(design.label), fold(design.short)):
            return {design.id}
    known = ", ".join((*SUBJECTS, *(design.id for design in dataset.vocabulary.designs)))
    raise UsageError(f"there is no study design {wanted!r}; designs: {known}")


# -- matching ----------------------------------------------------------------------------------------------------

_DOI = r"(?:https?://(?:dx\.)?doi\.org/|doi:?)?\s*(10\.\d{4,9}/\S+)"
_NUMBER = r"(?:pmid|pmc)?:?(\d{5,9})"
_YEARS = r"((?:19|20)\d\d)(?:[-–]((?:19|20)\d\d))?"
_FILLERS = frozenset({"et", "al", "and", "the", "of", "in", "a", "pmid", "doi", "pmcid", "pubmed"})

_WEIGHTS = {"identifier": 100.0, "author": 40.0, "first author": 50.0, "id": 30.0, "year": 10.0, "compound": 12.0,
            "topic": 8.0, "standing": 9.0, "title": 15.0, "journal": 6.0}  # fmt: skip


class _Term(Record, frozen=True):
    """One word of a query as the fields are asked for it."""

    raw: str
    word: str
    sound: str = ""
    years: tuple[int, int] | None = None
    compounds: frozenset[str] = frozenset()


def _pieces(text: str) -> Iterator[str]:
    """Yield the words of a query, a DOI as one: it may hold the commas and semicolons that divide other words."""
    for word in text.split():
        if re.fullmatch(_DOI, word, re.IGNORECASE):
            yield word.rstrip(".,;")
        else:
            yield from (piece for piece in re.split(r"[,;&]+", word) if piece)


def _terms(dataset: Dataset, text: str) -> tuple[_Term, ...]:
    terms: list[_Term] = []
    for raw in _pieces(text):
        doi = re.fullmatch(_DOI, raw, re.IGNORECASE)
        number = re.fullmatch(_NUMBER, raw, re.IGNORECASE)
        years = re.fullmatch(_YEARS, raw.strip("()"))
        if doi:
            terms.append(_Term(raw=raw, word=doi[1].lower()))
        elif years:
            first = int(years[1])
            terms.append(_Term(raw=raw, word=years[1], years=(first, int(years[2] or first))))
        elif number:
            terms.append(_Term(raw=raw, word=number[1]))
        else:
            for word in words(raw):
                bearers = frozenset(bearer.compound for bearer in dataset.names.get(word, ()))
                if word not in _FILLERS:
                    terms.append(_Term(raw=raw, word=word, sound=authors.skeleton(word), compounds=bearers))
    return tuple(terms)


def _matching(
    dataset: Dataset, entries: Iterable[tuple[str, Indexed]], terms: Sequence[_Term], *, fuzzy: bool = False
) -> list[Hit]:
    labels = {topic.id: (*words(topic.id), *words(topic.label)) for topic in dataset.vocabulary.topics}
    hits = []
    for key, entry in entries:
        matched: list[str] = []
        for term in terms:
            where = _where(key, entry, term, labels) or (_nearly(entry, term.word) if fuzzy else None)
            if where is None:
                break
            matched.append(where)
        else:
            score = sum(_WEIGHTS[where] for where in matched)
            hits.append(Hit(reference=dataset.references[key], matched=tuple(dict.fromkeys(matched)), score=score))
    return hits


def _where(key: str, entry: Indexed, term: _Term, labels: dict[str, tuple[str, ...]]) -> str | None:
    """Return the field in which a term is found, the most telling first, or None."""
    word, sound = term.word, term.sound
    if term.years:
        return "year" if term.years[0] <= entry.issued <= term.years[1] else None
    if word in entry.identifiers:
        return "identifier"
    if word.isdigit() and len(word) >= 5:
        return None
    if sound and any(_begins(*name, word, sound) for name in zip(entry.families, entry.sounds, strict=True)):
        first = any(_begins(name, authors.skeleton(name), word, sound) for name in entry.first)
        return "first author" if first else "author"
    if term.compounds & set(entry.compounds):
        return "compound"
    if any(part.startswith(word) for part in entry.title):
        return "title"
    if any(part.startswith(word) for topic in entry.topics for part in labels[topic]):
        return "topic"
    if any(part.startswith(word) for part in entry.journal):
        return "journal"
    if entry.standing != "normal" and any(part.startswith(word) for part in words(entry.standing)):
        return "standing"
    return "id" if term.raw.lower() == key else None


def _begins(family: str, heard: str, word: str, sound: str) -> bool:
    """Tell whether a family name is the word, in any transliteration, or begins with it (four letters or more)."""
    if heard == sound or family == word:
        return True
    return len(word) >= 4 and (family.startswith(word) or heard.startswith(sound))


def _nearly(entry: Indexed, word: str) -> str | None:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only when nothing matched as written

    if len(word) < 5:
        return None
    allowed = 1 if len(word) < 8 else 2
    for where, candidates in (("author", entry.families), ("title", entry.title)):
        if any(OSA.distance(word, candidate, score_cutoff=allowed) <= allowed for candidate in candidates):
            return where
    return None


def _untraced(dataset: Dataset, terms: Sequence[_Term], filters: Filters) -> tuple[UntracedCitation, ...]:
    """Return the untraced citations that answer every term; none for a query without words or with other filters."""
    if not terms or filters.design or filters.standing or filters.topic:
        return ()
    compound: Compound | None = find_compound(dataset, filters.compound)[0] if filters.compound else None
    return tuple(
        citation
        for citation in dataset.untraced.values()
        if (compound is None or compound.id in citation.compounds)
        and (filters.since is None or (citation.year or filters.since) >= filters.since)
        and (filters.until is None or (citation.year or filters.until) <= filters.until)
        and any(not term.years for term in terms)
        and all(_speaks_of(citation, term) for term in terms)
    )


def _speaks_of(citation: UntracedCitation, term: _Term) -> bool:
    if term.years:
        return citation.year is not None and term.years[0] <= citation.year <= term.years[1]
    if term.word in (citation.pmid, (citation.doi or "").lower()):
        return True
    if not term.sound:
        return False
    spoken = words(f"{citation.author or ''} {citation.id}")
    return any(_begins(word, authors.skeleton(word), term.word, term.sound) for word in spoken)


# -- nothing found -----------------------------------------------------------------------------------------------


def _nothing(dataset: Dataset, text: str, filters: Filters) -> str:
    narrowed = [
        f"--{name} {getattr(filters, name)}" for name in filters.__struct_fields__ if getattr(filters, name) is not None
    ]
    subject = f"No reference answers {text!r}" if text else "No reference is left"
    said = subject + (f" with {' '.join(narrowed)}." if narrowed else ".")
    near = _nearest_authors(dataset, text) if text else []
    lines = [said]
    if near:
        lines.append(f"Nearest authors: {', '.join(near)}. Type for example: peptide cite {near[0].lower()}")
    elif narrowed:
        lines.append("Leave out a filter, or see all: peptide cite")
    else:
        lines.append("A reference that is not here may still exist: the dataset is not the whole literature.")
        lines.append("Try fewer words, an author, a year or a compound: peptide cite semax 2006")
    return "\n".join(lines)


def _nearest_authors(dataset: Dataset, text: str) -> list[str]:
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    names: dict[str, str] = {}
    for reference in dataset.references.values():
        for author in reference.author:
            family = authors.parse(author).family
            names.setdefault(fold(family), family)
    found: list[str] = []
    for word in words(text):
        if not word.isdigit() and len(word) >= 4:
            near = process.extract(word, names.keys(), scorer=fuzz.ratio, limit=2, score_cutoff=75)
            found.extend(names[key] for key, _, _ in near)
    return list(dict.fromkeys(found))[:3]
