"""What the first hits show beside the best ones: each thing that was asked for, and each kind of entry that answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from .understanding import Understood

_SEEN = 5
"""Hits that are read first, by people as by programs."""

_BEST = 3
"""Hits that stay where they are, whatever they are."""

_NEARLY = 0.45
"""How well an entry of another kind must answer to stand among the first, as a share of the best."""

Scored = tuple[float, Any]


def varied(understood: Understood, scored: Sequence[Scored]) -> list[Scored]:
    """Return what answers with the best of each thing asked for among the first five, and then of each kind of entry.

    The three best stay first. What is moved up takes the score of the place to which it comes, so that none rises
    down the list.
    """
    hits = list(scored)
    if len(hits) <= _BEST or understood.numbers:
        return hits
    moved: list[int] = []
    shown = list(range(_BEST))
    for asked in _asked(understood):
        best = next((i for i, (_, row) in enumerate(hits) if asked(row)), None)
        if best is not None and best not in shown and not any(asked(hits[i][1]) for i in shown):
            shown.append(best)
            moved.append(best)
    kinds = {hits[i][1][1] for i in shown}
    # What the best are about: an entry that is moved up for its kind alone is of none but these.
    about = {compound for i in shown for compound in hits[i][1][3].split()}
    for i, (score, row) in enumerate(hits):
        if len(shown) >= _SEEN or score < _NEARLY * hits[0][0]:
            break
        if i not in shown and row[1] not in kinds and set(row[3].split()) <= about:
            kinds.add(row[1])
            shown.append(i)
            moved.append(i)
    if not moved:
        return hits
    order = sorted(shown[:_SEEN]) + [i for i in range(len(hits)) if i not in set(shown[:_SEEN])]
    scores = [score for score, _ in hits]
    return [(scores[place], hits[i][1]) for place, i in enumerate(order)]


def _asked(understood: Understood) -> Iterator[Callable[[Any], bool]]:
    """Yield for each thing that was understood how an entry is told that has it."""
    for label in understood.facts:
        yield lambda row, label=label: row[1] == "fact" and row[2].partition("/")[2].startswith(label)  # type: ignore[misc]
    for place, values in ((4, understood.sections), (5, understood.topics), (11, understood.jurisdictions)):
        for value in values:
            yield lambda row, place=place, value=value: row[place] == value  # type: ignore[misc]
    if "human" in understood.subjects:
        yield lambda row: row[8] == "human"
