"""Full text over everything the dataset says: claims, statements, answers, limitations, references."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from . import authors, evidence
from .bibliography import design_ids, topic_id
from .errors import NotFoundError
from .lookup import find
from .model import ClaimKind, Compound, Dataset, Record, Result
from .textsearch import Matcher, Text, joined, text

Kind = Literal["claim", "statement", "faq", "limitation", "question", "method", "reference", "untraced"]

_RANK: dict[str, float] = {
    "claim": 1.0, "statement": 0.95, "faq": 0.9, "limitation": 0.8, "question": 0.7, "method": 0.7, "untraced": 0.7,
    "reference": 0.6,
}  # fmt: skip
"""What kinds of entry count when they hold the same words."""


class Filters(Record, frozen=True):
    """What an entry must be to count; `kind`, `design` and `result` are those of claims and leave only claims."""

    compound: str | None = None
    topic: str | None = None
    kind: ClaimKind | None = None
    design: str | None = None
    result: Result | None = None


class Hit(Record, frozen=True):
    """An entry that holds the words: where they stand in `text`, what is behind it, how well it answers."""

    kind: Kind
    id: str
    text: str
    spans: tuple[tuple[int, int], ...]
    topic: str | None
    level: str | None
    result: Result | None
    verdict: str | None
    references: tuple[str, ...]
    score: float


class Group(Record, frozen=True):
    """The hits on one compound, best first."""

    compound: str
    hits: tuple[Hit, ...]


class Search(Record, frozen=True):
    """The answer to `peptide search`: hits by compound; `terms` as they were understood."""

    query: str
    terms: tuple[str, ...]
    groups: tuple[Group, ...]


def search(dataset: Dataset, query: str, filters: Filters) -> Search:
    """Return everything that holds all words of `query`, ranked, grouped by compound, the best group first.

    Raises NotFoundError when nothing does, UsageError for an unknown topic or design.
    """
    wanted = find(dataset, filters.compound)[0].id if filters.compound else None
    entries = [
        (compound, hit, words)
        for compound, hit, words in _entries(dataset)
        if (wanted is None or compound == wanted) and _passes(dataset, hit, filters)
    ]
    matcher = Matcher(query, [words for _, _, words in entries])
    groups: dict[str, list[Hit]] = {}
    for compound, hit, words in entries:
        score = matcher.score(words) * _RANK[hit.kind] if matcher.terms else 0.0
        if score:
            found = Hit(**{name: getattr(hit, name) for name in Hit.__struct_fields__[:-1] if name != "spans"},
                        spans=matcher.spans(hit.text), score=round(score, 2))  # fmt: skip
            groups.setdefault(compound, []).append(found)
    if not groups:
        raise NotFoundError(
            f"Nothing in the dataset holds {query!r}. Use fewer or other words, or look at the topics: peptide evidence"
        )
    ranked = [
        Group(compound=compound, hits=tuple(sorted(hits, key=lambda hit: (-hit.score, hit.id))))
        for compound, hits in groups.items()
    ]
    ranked.sort(key=lambda group: (-group.hits[0].score, -len(group.hits), group.compound))
    return Search(query=query, terms=matcher.terms, groups=tuple(ranked))


def _passes(dataset: Dataset, hit: Hit, filters: Filters) -> bool:
    if filters.topic and hit.topic != topic_id(dataset, filters.topic):
        return False
    if filters.kind or filters.design or filters.result:
        if hit.kind != "claim":
            return False
        if filters.result and hit.result != filters.result:
            return False
        if filters.design and hit.level not in design_ids(dataset, filters.design):
            return False
        if filters.kind and filters.kind != _kind_of_claim(dataset, hit.id):
            return False
    return True


def _kind_of_claim(dataset: Dataset, key: str) -> ClaimKind:
    return next(claim.kind for compound in dataset.compounds.values() for claim in compound.claims if claim.id == key)


def _entries(dataset: Dataset) -> Iterator[tuple[str, Hit, Text]]:
    """Yield (compound, hit without spans and score, searchable words) for everything the dataset says."""
    labels = {topic.id: topic.label for topic in dataset.vocabulary.topics}
    for compound in dataset.compounds.values():
        yield from _of_compound(dataset, compound, labels)
    for statement in dataset.statements.values():
        hit = _hit("statement", statement.id, f"“{statement.text}” {statement.explanation} {statement.evidence}",
                   topic=statement.topic, verdict=statement.verdict, references=statement.references)  # fmt: skip
        for key in statement.compounds:
            yield key, hit, text(hit.text, joined((labels.get(statement.topic), statement.verdict)))
    for citation in dataset.untraced.values():
        shown = f"{citation.citation}: {citation.said}. {citation.explanation}"
        for key in citation.compounds:
            yield key, _hit("untraced", citation.id, shown, references=citation.nearest), text(shown, citation.problem)
    for reference in dataset.references.values():
        standing = reference.standing if reference.standing != "normal" else None
        shown = f"{authors.byline(reference)} {reference.issued}. {reference.title}" + (
            f" [{standing}]" if standing else ""
        )
        topics = joined(labels[topic] for topic in dataset.index[reference.id].topics)
        words = text(joined((reference.title, standing)), joined((*reference.author, reference.original_title, topics)))
        hit = _hit("reference", reference.id, shown, level=reference.design[0], references=(reference.id,))
        for key in reference.compounds:
            yield key, hit, words


def _of_compound(dataset: Dataset, compound: Compound, labels: dict[str, str]) -> Iterator[tuple[str, Hit, Text]]:
    key = compound.id
    for claim in compound.claims:
        level = evidence.level(dataset, claim)
        retracted = "retracted" if evidence.retracted(dataset, claim) else None
        hit = _hit("claim", claim.id, claim.text, topic=claim.topic, level=level.id, result=claim.result,
                   references=claim.references)  # fmt: skip
        aside = joined((labels[claim.topic], claim.population, claim.route, level.label, retracted, compound.name))
        yield key, hit, text(claim.text, aside)
    for faq in compound.faq:
        shown = f"{faq.question} {faq.answer}"
        yield key, _hit("faq", faq.id, shown, references=faq.references), text(shown, compound.name)
    for kind, remarks in (("limitation", compound.limitations), ("question", compound.questions)):
        for i, remark in enumerate(remarks, 1):
            hit = _hit(kind, f"{key}-{kind}-{i}", remark.text, references=remark.references)
            yield key, hit, text(remark.text, compound.name)
    for approach in (*compound.pathways, *compound.frameworks):
        shown = f"{approach.name}. {approach.text}"
        yield key, _hit("method", f"{key}-{approach.name}", shown, references=approach.references), text(shown)


def _hit(
    kind: str,
    key: str,
    shown: str,
    *,
    topic: str | None = None,
    level: str | None = None,
    result: Result | None = None,
    verdict: str | None = None,
    references: tuple[str, ...] = (),
) -> Hit:
    return Hit(kind=kind, id=key, text=shown, spans=(), topic=topic, level=level, result=result,  # type: ignore[arg-type]
               verdict=verdict, references=references, score=0.0)  # fmt: skip
