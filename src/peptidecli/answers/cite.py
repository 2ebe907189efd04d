"""Finding references: by author, year, title word, journal, compound, topic, DOI or PMID, with filters."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator, Sequence

from ..dataset.dataset import Dataset
from ..dataset.model import Answer, Record, Reference, Standing
from ..errors import NotFoundError
from ..notation import identifiers, people
from ..notation.places import place_in_words
from ..notation.words import fold, words
from .designs import studies
from .lexicon import topic_id
from .lookup import find as find_compound
from .own import ShownCitation, shown
from .passing import nothing_passes
from .years import refuse_years

BEST = 50
"""References that a table shows of many, unless it is told."""


class Filters(Record, frozen=True):
    """What a reference must be to count. Years are inclusive; `topic` and `design` are as people say them."""

    compound: str | None = None
    topic: str | None = None
    design: str | None = None
    since: int | None = None
    until: int | None = None
    standing: Standing | None = None


class Hit(Record, frozen=True):
    """A reference that answers, where the words of the query matched, and how well (higher is better).

    `own` tells that the user's own data have brought or changed it, `elsewhere` where else the work was printed.
    """

    reference: Reference
    matched: tuple[str, ...]
    score: float
    own: bool = False
    elsewhere: tuple[str, ...] = ()


class Citations(Answer, frozen=True):
    """The answer to `peptide cite`: references, best first, and the untraced citations that answer as well.

    `total` counts all references that answer, of which `hits` may be the best alone.
    """

    query: str
    total: int
    hits: tuple[Hit, ...]
    untraced: tuple[ShownCitation, ...]
    fuzzy: bool = False


class Found(Record, frozen=True):
    """What answers, by id: for each reference its score and where the words matched; none is read yet."""

    query: str
    keys: tuple[tuple[str, float, tuple[str, ...]], ...]
    untraced: tuple[ShownCitation, ...]
    fuzzy: bool = False

    def answer(self, dataset: Dataset, limit: int | None = None) -> Citations:
        """Return the answer with its best `limit` references, all of them where there is no limit."""
        return Citations(query=self.query, total=len(self.keys), hits=tuple(self.hits(dataset, limit)),
                         untraced=self.untraced, fuzzy=self.fuzzy)  # fmt: skip

    def hits(self, dataset: Dataset, limit: int | None = None) -> Iterator[Hit]:
        """Yield the references, best first, read some hundred at a time."""
        keys = self.keys if limit is None else self.keys[:limit]
        own = dataset.own("reference")
        for start in range(0, len(keys), 500):
            part = keys[start : start + 500]
            read = dataset.references.some((key for key, _, _ in part), keep=len(keys) <= 500)
            for reference, (_, score, matched) in zip(read, part, strict=True):
                yield Hit(reference=reference, matched=matched, score=score, own=reference.id in own,
                          elsewhere=tuple(_elsewhere(dataset, reference)))  # fmt: skip


def _elsewhere(dataset: Dataset, reference: Reference) -> Iterator[str]:
    """Yield in words where else a work was printed, with the numbers it has there and the id under which it is held."""
    if reference.other_place:
        yield place_in_words(reference.other_place)
    for key in (reference.translation_of, *dataset.translations(reference.id)):
        if key:
            yield f"{place_in_words(dataset.references[key])} ({key})"


def cite(dataset: Dataset, query: Sequence[str], filters: Filters, limit: int | None = None) -> Citations:
    """Return the references that answer every word of `query` and pass `filters`; no words answer with all.

    With `limit` only the best are read. Raises NotFoundError when nothing answers and UsageError for an unknown topic
    or design, or for years that are none.
    """
    return search(dataset, query, filters).answer(dataset, limit)


def search(dataset: Dataset, query: Sequence[str], filters: Filters) -> Found:
    """Return what answers, as `cite` does, by id."""
    refuse_years(filters.since, filters.until)
    text = " ".join(query).strip()
    accepted = _filtered(dataset, filters)
    terms = _terms(dataset, text)
    if text and not terms:
        raise NotFoundError(
            f"{text!r} holds no name, year, number or telling word to look for. Type for example: peptide cite dolotov"
        )
    matched = _matching(dataset, terms, accepted)
    untraced = _untraced(dataset, terms, filters)
    fuzzy = False
    if not matched and not untraced and terms:
        matched = _matching(dataset, terms, accepted, fuzzy=True)
        fuzzy = bool(matched)
    if not matched and not untraced:
        raise NotFoundError(_nothing(dataset, text, filters))
    return Found(query=text, keys=_ranked(dataset, matched), untraced=untraced, fuzzy=fuzzy)


def _ranked(dataset: Dataset, matched: dict[int, list[str]]) -> tuple[tuple[str, float, tuple[str, ...]], ...]:
    numbers = list(matched)
    rows: list[tuple[int, str, int]] = []
    for start in range(0, len(numbers), 500):
        part = numbers[start : start + 500]
        sql = f"SELECT number, id, issued FROM reference WHERE number IN ({','.join('?' * len(part))})"
        rows += dataset.rows(sql, part)
    scored = ((sum(_WEIGHTS[where] for where in matched[number]), key, issued, number) for number, key, issued in rows)
    best = sorted(scored, key=lambda row: (-row[0], -row[2] if row[0] else 0, row[1]))
    return tuple((key, score, tuple(dict.fromkeys(matched[number]))) for score, key, _, number in best)


# -- filters -----------------------------------------------------------------------------------------------------


def _filtered(dataset: Dataset, filters: Filters) -> set[int] | None:
    """Return the numbers of the references that pass, None where every one does."""
    wheres: list[str] = []
    values: list[str | int] = []

    def only(sql: str, *given: str | int) -> None:
        wheres.append(sql)
        values.extend(given)

    if filters.compound:
        compound = find_compound(dataset, filters.compound)[0].id
        only("id IN (SELECT id FROM about WHERE compound = ? AND kind = 'reference')", compound)
    if filters.topic:
        only(f"id IN ({_ON_TOPIC})", *[topic_id(dataset, filters.topic)] * 2)
    if filters.design:
        wanted = studies(dataset, filters.design)
        designs, blindings = (",".join("?" * len(said)) for said in (wanted.designs, wanted.blindings))
        only(
            f"(id IN (SELECT reference FROM reference_design WHERE design IN ({designs})) "
            f"OR json_extract(record, '$.blinding') IN ({blindings}))",
            *sorted(wanted.designs),
            *sorted(wanted.blindings),
        )
    if filters.since:
        only("issued >= ?", filters.since)
    if filters.until:
        only("issued <= ?", filters.until)
    if filters.standing:
        only("standing = ?", filters.standing)
    if not wheres:
        return None
    return {number for (number,) in dataset.rows(f"SELECT number FROM reference WHERE {' AND '.join(wheres)}", values)}


_ON_TOPIC = (
    "SELECT reference FROM reference_topic WHERE topic = ? UNION SELECT r.reference FROM claim c "
    "JOIN claim_reference r ON r.compound = c.compound AND r.claim = c.id WHERE c.topic = ?"
)


# -- matching ----------------------------------------------------------------------------------------------------

_YEARS = r"((?:19|20)\d\d)(?:[-–]((?:19|20)\d\d))?"
_REGISTERED = r"NCT\d{8}|ISRCTN\d{8}|\d{4}-\d{6}-\d{2}"
"""The number of a trial in a register: ClinicalTrials.gov, ISRCTN, EudraCT."""
_FILLERS = frozenset({"et", "al", "and", "the", "of", "in", "a", "pmid", "doi", "pmcid", "pubmed"})

_WEIGHTS = {"identifier": 100.0, "author": 40.0, "first author": 50.0, "id": 30.0, "year": 10.0, "compound": 12.0,
            "topic": 8.0, "standing": 9.0, "title": 15.0, "journal": 6.0}  # fmt: skip


class _Term(Record, frozen=True):
    """One word of a query as the fields are asked for it."""

    raw: str
    word: str = ""
    sound: str = ""
    number: identifiers.Number | None = None
    registered: str | None = None
    years: tuple[int, int] | None = None
    compounds: tuple[str, ...] = ()


def _pieces(text: str) -> Iterator[str]:
    """Yield the words of a query, a number with its name and a DOI as one: a DOI may hold what divides other words."""
    text = re.sub(r"\b(pmid|pmcid|doi)[:\s]+(?=\S)", r"\1:", text, flags=re.IGNORECASE)
    for word in text.split():
        if identifiers.parse(word):
            yield word
        else:
            yield from (piece for piece in re.split(r"[,;&]+", word) if piece)


def _terms(dataset: Dataset, text: str) -> tuple[_Term, ...]:
    terms: list[_Term] = []
    for raw in _pieces(text):
        years = re.fullmatch(_YEARS, raw.strip("()"))
        number = identifiers.parse(raw)
        if years:
            first = int(years[1])
            terms.append(_Term(raw=raw, word=years[1], years=(first, int(years[2] or first))))
        elif re.fullmatch(_REGISTERED, raw, re.IGNORECASE):
            terms.append(_Term(raw=raw, word=raw.lower(), registered=raw.upper()))
        elif number and number.kind != "CAS RN":
            terms.append(_Term(raw=raw, word=number.value, number=number))
        else:
            for word in words(raw):
                bearers = tuple(sorted({bearer.compound for bearer in dataset.bearers(word)}))
                if word not in _FILLERS:
                    terms.append(_Term(raw=raw, word=word, sound=people.skeleton(word), compounds=bearers))
    # Said twice, a word asks for no more.
    return tuple({term.word: term for term in terms}.values())


def _matching(
    dataset: Dataset, terms: Sequence[_Term], accepted: set[int] | None, *, fuzzy: bool = False
) -> dict[int, list[str]]:
    """Return the numbers of the references that answer every term, each with the field for every term."""
    if not terms:
        numbers = accepted if accepted is not None else {n for (n,) in dataset.rows("SELECT number FROM reference")}
        return {number: [] for number in numbers}
    found: dict[int, list[str]] | None = None
    for term in terms:
        where = _where(dataset, term) or (_nearly(dataset, term.word) if fuzzy else {})
        if found is None:
            kept = where if accepted is None else where.keys() & accepted
            found = {number: [where[number]] for number in kept}
        else:
            found = {number: [*fields, where[number]] for number, fields in found.items() if number in where}
    return found or {}


def _where(dataset: Dataset, term: _Term) -> dict[int, str]:
    """Return the references in which a term is found, each with the most telling field it is found in."""
    if term.years:
        rows = dataset.rows("SELECT number FROM reference WHERE issued BETWEEN ? AND ?", term.years)
        return {number: "year" for (number,) in rows}
    if term.registered:
        sql = "SELECT number FROM reference WHERE upper(json_extract(record, '$.registration.id')) = ?"
        return {number: "identifier" for (number,) in dataset.rows(sql, (term.registered,))}
    if term.number:
        keys = json.dumps(dataset.references_with(*term.number))
        rows = dataset.rows("SELECT number FROM reference WHERE id IN (SELECT value FROM json_each(?))", (keys,))
        return {number: "identifier" for (number,) in rows}
    if term.word.isdigit() and len(term.word) >= 5:
        return {}
    found: dict[int, str] = {}
    # The least telling first: what comes later takes its place.
    rows = dataset.rows("SELECT number FROM reference WHERE id = ?", (term.raw.lower(),))
    found |= {number: "id" for (number,) in rows}
    found |= {number: "standing" for (number,) in dataset.rows(_OF_STANDING, (f"{term.word}*",))}
    found |= _text(dataset, "journal", f'journal : "{term.word}" *')
    for topic in dataset.vocabulary.topics:
        if any(part.startswith(term.word) for part in (*words(topic.id), *words(topic.label))):
            sql = f"SELECT number FROM reference WHERE id IN ({_ON_TOPIC})"
            found |= {number: "topic" for (number,) in dataset.rows(sql, (topic.id, topic.id))}
    found |= _text(dataset, "title", f'title : "{term.word}" *')
    for compound in term.compounds:
        sql = (
            "SELECT r.number FROM about a JOIN reference r ON r.id = a.id WHERE a.compound = ? AND a.kind = 'reference'"
        )
        found |= {number: "compound" for (number,) in dataset.rows(sql, (compound,))}
    # A family name is meant by the word itself, in any transliteration, or by its beginning from four letters on.
    star = " *" if len(term.word) >= 4 else ""
    others = "".join(f' OR family : "{name}"' for name in _spelt_otherwise(dataset, term))
    authors = _text(dataset, "author", f'family : "{term.word}"{star} OR sound : "{term.sound}"{star}{others}')
    if authors:
        firsts = _text(dataset, "first author", f'first : "{term.word}"{star}')
        found |= authors | {number: where for number, where in firsts.items() if number in authors}
        found |= _first_by_sound(dataset, [n for n, where in found.items() if where == "author"], term)
    return found


def _spelt_otherwise(dataset: Dataset, term: _Term) -> set[str]:
    """Return the family names under which the persons of that name are also in print."""
    found: set[str] = set()
    for person in dataset.vocabulary.people:
        # Of other scripts the sound is enough.
        names = {fold(people.family(name)) for name in (person.name, *person.spellings) if name.isascii()}
        if term.word in names or term.sound in map(people.skeleton, names):
            found |= names
    return found - {""}


_OF_STANDING = "SELECT number FROM reference WHERE standing <> 'normal' AND standing GLOB ?"


def _text(dataset: Dataset, where: str, match: str) -> dict[int, str]:
    rows = dataset.rows("SELECT rowid FROM reference_text WHERE reference_text MATCH ?", (match,))
    return {number: where for (number,) in rows}


def _first_by_sound(dataset: Dataset, numbers: Sequence[int], term: _Term) -> dict[int, str]:
    """Return those of the references whose first author's name is the term in another transliteration."""
    found = {}
    for number in numbers[:500]:
        first = dataset.rows("SELECT first FROM reference_text WHERE rowid = ?", (number,))[0][0]
        if any(people.skeleton(part).startswith(term.sound) for part in first.split()):
            found[number] = "first author"
    return found


def _nearly(dataset: Dataset, word: str) -> dict[int, str]:
    """Return the references with an author or title word that differs by as much as a typing error."""
    from rapidfuzz import process  # noqa: PLC0415 - only when nothing matched as written
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    if len(word) < 5:
        return {}
    allowed = 1 if len(word) < 8 else 2
    for where, column in (("author", "family"), ("title", "title")):
        known = [term for (term,) in dataset.rows("SELECT term FROM reference_word WHERE col = ?", (column,))]
        near = process.extract(word, known, scorer=OSA.distance, score_cutoff=allowed, limit=5)
        if near:
            return _text(dataset, where, f"{column} : ({' OR '.join(term for term, _, _ in near)})")
    return {}


def _untraced(dataset: Dataset, terms: Sequence[_Term], filters: Filters) -> tuple[ShownCitation, ...]:
    """Return the untraced citations that answer every term; none for a query without words or with other filters."""
    if not terms or filters.design or filters.standing or filters.topic:
        return ()
    if all(term.years for term in terms):
        return ()
    rows = dataset.rows("SELECT id, year, doi, pmid, spoken FROM citation ORDER BY id")
    if filters.compound:
        about = set(dataset.about_compound("citation", find_compound(dataset, filters.compound)[0].id))
        rows = [row for row in rows if row[0] in about]
    own = dataset.own("citation")
    return tuple(
        shown(ShownCitation, dataset.untraced[key], key in own)
        for key, year, doi, pmid, spoken in rows
        if (filters.since is None or (year or filters.since) >= filters.since)
        and (filters.until is None or (year or filters.until) <= filters.until)
        and all(_speaks_of(term, year, (pmid, (doi or "").lower()), spoken) for term in terms)
    )


def _speaks_of(term: _Term, year: int | None, numbers: tuple[str | None, str], spoken: str) -> bool:
    """Tell whether an untraced citation of that year, with those numbers and words, is one that a term asks for."""
    if term.years:
        return year is not None and term.years[0] <= year <= term.years[1]
    if term.registered:
        return False
    if term.number:
        return term.number.value in numbers
    return any(_begins(word, people.skeleton(word), term.word, term.sound) for word in spoken.split())


def _begins(family: str, heard: str, word: str, sound: str) -> bool:
    """Tell whether a family name is the word, in any transliteration, or begins with it (four letters or more)."""
    if heard == sound or family == word:
        return True
    return len(word) >= 4 and (family.startswith(word) or heard.startswith(sound))


# -- nothing found -----------------------------------------------------------------------------------------------


def _nothing(dataset: Dataset, text: str, filters: Filters) -> str:
    """Return what is said where no reference is left: what answers without the filters, or how to look on."""
    without = len(_found(dataset, text)) if filters != Filters() else 0
    if without:
        subject = f"No reference that answers {text!r}" if text else "No reference"
        command = " ".join(("peptide cite", *map(shlex.quote, text.split())))
        return nothing_passes(subject, filters, without, ("answers", "answer"), command)
    lines = [f"No reference answers {text!r}{', nor without a filter' if filters != Filters() else ''}."]
    near = _nearest_authors(dataset, text) if text else []
    if near:
        lines.append(f"Nearest authors: {', '.join(near)}. Type for example: peptide cite {near[0].lower()}")
    else:
        lines.append("A reference that is not here may still exist: the dataset is not the whole literature.")
        lines.append("Try fewer words, an author, a year or a compound: peptide cite semax 2006")
    return "\n".join(lines)


def _found(dataset: Dataset, text: str) -> dict[int, list[str]]:
    """Return the references that answer a query, as it stands or nearly, whatever they are."""
    terms = _terms(dataset, text)
    return _matching(dataset, terms, None) or (_matching(dataset, terms, None, fuzzy=True) if terms else {})


def _nearest_authors(dataset: Dataset, text: str) -> list[str]:
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    known = [term for (term,) in dataset.rows("SELECT term FROM reference_word WHERE col = 'first'")]
    found: list[str] = []
    for word in words(text):
        if not word.isdigit() and len(word) >= 4:
            near = process.extract(word, known, scorer=fuzz.ratio, limit=2, score_cutoff=75)
            found.extend(key.capitalize() for key, _, _ in near)
    return list(dict.fromkeys(found))[:3]
