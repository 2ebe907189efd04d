"""One question box over everything the dataset says: what was understood, and what answers, best first."""

from __future__ import annotations

import itertools
import re
import shlex
from collections.abc import Iterable, Sequence
from typing import Any, Literal

import msgspec

from ..dataset.dataset import Dataset
from ..dataset.decoding import converted
from ..dataset.model import Answer, Reading, Record
from ..errors import NotFoundError
from ..notation.words import searched
from .candidates import Candidates
from .certainty import Word
from .grounds import Ground, Grounds
from .lexicon import Lexicon
from .lists import Lists
from .narrowing import Filters, Narrowing
from .passing import as_options, nothing_passes
from .ranking import Ranking
from .refusals import no_answer, nothing, refuse
from .understanding import Understood, understand
from .variety import varied

Kind = Literal[
    "compound", "identity", "fact", "mechanism", "regulatory", "claim", "statement", "untraced", "faq", "limitation",
    "question", "anecdote", "method", "reference", "relative", "comparison", "source",
]  # fmt: skip

FIRST = 8
"""How many hits a screen shows unless all are asked for."""

MOST = 200
"""Hits that are kept of one question."""

_CANDIDATES = 2_500
"""Entries that are looked at for the best of one question, those that hold most of its words first."""


class Hit(Record, frozen=True):
    """Something that answers: what it is, of what, its text with the places of the words in it, what is behind it.

    `id` is that of a claim, statement, reference, answer or compound; of what has none, the compound's id, a slash and
    what it is called there. `read` is how deep the paper behind it was read, `at` where in it a claim stands, and
    `certainty` how sure one may be of the claim's topic in its subject (people, or animals and cells).
    """

    kind: str
    id: str
    compounds: tuple[str, ...]
    section: str
    text: str
    spans: tuple[tuple[int, int], ...]
    topic: str | None
    level: str | None
    result: str | None
    verdict: str | None
    references: tuple[str, ...]
    score: float
    own: bool = False
    read: Reading | None = None
    at: str | None = None
    certainty: Word | None = None


class Search(Answer, frozen=True):
    """The answer to `peptide search`: what was understood, how many entries answer, and the best of them.

    `lead` is a sentence that must stand above the hits, such as that no dosing advice is given. Where nothing answers,
    `answered` is false, `lead` says so, and the hits are what the compounds asked of are.
    """

    understood: Understood
    total: int
    hits: tuple[Hit, ...]
    lead: str | None = None
    answered: bool = True


def search(dataset: Dataset, query: str, filters: Filters | None = None, *, limit: int | None = MOST) -> Search:
    """Return what answers a question, best first.

    Raises NotFoundError when nothing does and no compound is named, UsageError for an unknown topic or design.
    """
    filters = filters or Filters()
    lexicon = Lexicon(dataset)
    understood = understand(dataset, query, lexicon)
    narrowed = filters != Filters()
    if narrowed:
        understood = msgspec.structs.replace(understood, say=_as_command(query, filters))
    refuse(dataset, understood, filtered=narrowed)
    most = _CANDIDATES if limit else None
    ranking, scored, absent = _answering(dataset, understood, filters, lexicon, most)
    if narrowed and not scored:
        whole = _answering(dataset, understood, Filters(), lexicon, most)
        scored = [item for item in whole[1] if ranking.found.passes(item[1])]
        if not scored:
            total = len(whole[1]) + whole[0].found.unread
            raise NotFoundError(_unpassed(dataset, understood, filters, total))
    found = ranking.found
    if not (narrowed or _leads_on(ranking, understood, scored)):
        understood = msgspec.structs.replace(understood, say=None)
    if scored:
        hits = _hits(dataset, found, scored[: limit or None])
        lead = _lead(understood, absent, ranking.is_cited(hits[0].kind, hits[0].text))
        return Search(understood=understood, total=len(scored) + found.unread, hits=hits, lead=lead)
    hits = _hits(dataset, found, ranking.at_large())
    if not hits:
        raise NotFoundError(nothing(dataset, understood))
    lead = f"{no_answer(dataset, understood)} What it is, and what limits what is known of it:"
    return Search(understood=understood, total=len(hits), hits=hits, lead=lead, answered=False)


def _answering(
    dataset: Dataset, understood: Understood, filters: Filters, lexicon: Lexicon, most: int | None
) -> tuple[Ranking, list[tuple[float, Any]], tuple[str, ...]]:
    """Return the entries that answer, as `_answers` does, and what they were held against."""
    ranking = Ranking(Candidates(dataset, understood, filters, lexicon, most=most))
    scored, absent = _answers(ranking)
    if not scored and understood.unknown and ranking.found.telling():
        # What stands nowhere is left aside before a word that tells goes without an answer.
        known = msgspec.structs.replace(understood, unknown=())
        ranking = Ranking(Candidates(dataset, known, filters, lexicon, most=most))
        scored, absent = _answers(ranking)
    return ranking, scored, absent


def _unpassed(dataset: Dataset, understood: Understood, filters: Filters, total: int) -> str:
    """Return what is said where nothing passes the options: how much is there without them, or that nothing is."""
    query = understood.query.strip()
    if not query:
        return f"Nothing that is held passes {as_options(filters)}.\nLeave one out to see more."
    if not total:
        return nothing(dataset, understood)
    command = _as_command(query, Filters())
    subject = f"Nothing that answers {query[:80]!r}"
    return nothing_passes(subject, filters, total, ("entry answers", "entries answer"), command)


def _as_command(query: str, filters: Filters) -> str:
    """Return a question that was asked with options as a command: its words, and every option that was given."""
    return " ".join(("peptide search", *map(shlex.quote, query.split()), as_options(filters))).rstrip()


def _leads_on(ranking: Ranking, understood: Understood, scored: Iterable[tuple[float, Any]]) -> bool:
    """Tell whether a command finds something: one of `search` holds strictly what the question holds at large."""
    words = shlex.split(understood.say or "")
    if words[:2] != ["peptide", "search"]:
        return True
    given = {word.removeprefix("--"): value for word, value in itertools.pairwise(words) if word.startswith("--")}
    narrowing, held = Narrowing(ranking.dataset, converted(given, Filters)), ranking.found.held
    return any(narrowing.passes(row) and (row[0] in held or not understood.words) for _, row in scored)


def _answers(ranking: Ranking) -> tuple[list[tuple[float, Any]], tuple[str, ...]]:
    """Return the entries that answer and pass the options with their scores, best first.

    With them what was asked of the compounds named of which none of their entries speaks.
    """
    answers, absent = _all_answers(ranking)
    return [item for item in answers if ranking.found.passes(item[1])], absent


def _all_answers(ranking: Ranking) -> tuple[list[tuple[float, Any]], tuple[str, ...]]:
    """Return the entries that answer, lists across compounds before them, and what none of theirs speaks of."""
    found = ranking.found
    scored = ranking.ranked()
    if ranking.beside_a_stranger(scored):
        return [], ()
    if "together" in found.understood.asks and (len(found.compounds) > 1 or _of_others(found.understood)):
        return Lists(found).together(), ()
    listed = scored if ranking.beside else Lists(found).before(scored)
    if left_out := set(found.understood.without):
        return [item for item in listed if not item[1][3] or not set(item[1][3].split()) <= left_out], ()
    if listed is not scored:
        return listed, ()
    scored = scored or ranking.nearest()
    return (ranking.with_the_compound(varied(found.understood, scored)) if scored else []), ranking.absent


def _of_others(understood: Understood) -> bool:
    """Tell whether no compound was named, but two medicines that are none."""
    return not understood.compounds and bool(understood.strangers) and len(understood.concepts) > 1


def _lead(understood: Understood, absent: Sequence[str], cited: bool) -> str | None:
    """Return what must stand above the hits: that no dose is advised, that part of the question has no answer.

    `cited` tells whether the first is the paper of which a citation was pasted, where one was.
    """
    said = []
    if "citation" in understood.asks and not cited:
        said.append("No reference held is the one cited; the nearest:")
    if "price" in understood.asks:
        said.append("No prices, shops or sellers are held here.")
    if "own dose" in understood.asks:
        said.append("No advice is given on what to take; this is what was studied for it:")
    if understood.strangers and not understood.compounds:
        said.append(f"{' and '.join(understood.strangers)}: no compound here. What is held beside it:")
    if absent:
        words = " or ".join(f"“{understood.spoken(word)}”" for word in absent)
        nearest = "" if understood.compounds else " The nearest:"
        said.append(f"Nothing held{' on what was named' * (not nearest)} speaks of {words}.{nearest}")
    if "dosing" in understood.sections:
        said.append(
            "No dosing advice: a dose appears only as a parameter of a cited study. All studies: peptide trials"
        )
    return "\n".join(said) or None


def _hits(dataset: Dataset, found: Candidates, scored: Iterable[tuple[float, Any]]) -> tuple[Hit, ...]:
    marks, grounds = Marks(found.marks), Grounds(dataset)
    return tuple(_hit(row, score, marks, grounds) for score, row in scored)


def _hit(row: Any, score: float, marks: Marks, grounds: Grounds) -> Hit:
    (_, kind, key, compounds, section, topic, _, level, _, result, verdict, _, text, refs, own, *_) = row
    ground = Ground()
    if kind == "claim":
        ground = grounds.of_claim(compounds.split()[0], key)
    elif kind == "reference":
        ground = grounds.of_reference(key)
    return Hit(kind=kind, id=key, compounds=tuple(compounds.split()), section=section, text=text,
               spans=_spans(text, marks), topic=topic, level=level, result=result, verdict=verdict,
               references=tuple(refs.split()), score=round(score, 2), own=bool(own), read=ground.read,
               at=ground.at, certainty=ground.certainty)  # fmt: skip


def _spans(text: str, marks: Marks) -> tuple[tuple[int, int], ...]:
    """Return where in a text the words stand, or others of the same stem."""
    return tuple(found.span() for found in re.finditer(r"\w+", text) if marks[found[0]])


class Marks(dict[str, bool]):
    """Tells of a word whether it is one of those asked for, or of the same stem; of each word once."""

    def __init__(self, marks: Sequence[str]) -> None:
        super().__init__()
        self._marks = marks

    def __missing__(self, word: str) -> bool:
        plain = searched(word).strip()
        self[word] = found = any(_alike(plain, mark) for mark in self._marks)
        return found


def _alike(word: str, mark: str) -> bool:
    common = max(4, min(len(word), len(mark)) - 2)
    return word == mark or (len(word) >= 4 <= len(mark) and word[:common] == mark[:common])
