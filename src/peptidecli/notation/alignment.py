"""Alignment of amino-acid sequences: equal residues under each other, what stands in one piece in one piece."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, combinations, pairwise
from operator import eq

GAP = "-"


def align(sequences: Sequence[str]) -> tuple[str, ...]:
    """Return the sequences padded with gaps to one length so that equal residues stand under each other.

    Two are aligned with affine gaps (Gotoh, J Mol Biol 1982;162:705-8), of which those at the ends cost nothing: what
    stands in one piece in both is shown in one piece. Several grow from the first, always by the one that is most like
    one of those taken so far, and keep its alignment to that one as it is (Feng and Doolittle, J Mol Evol
    1987;25:351-60).
    """
    pairs = {(i, j): _pair(sequences[i], sequences[j]) for i, j in combinations(range(len(sequences)), 2)}
    pairs |= {(j, i): (under, over) for (i, j), (over, under) in pairs.items()}
    alike = {pair: _score(*pairs[pair]) for pair in pairs}
    rows = {0: sequences[0]}
    while len(rows) < len(sequences):
        # Of two that are equally like the next one, the longer: by a piece of it nothing is known of what is around it.
        near, far = max(
            ((i, j) for i in rows for j in range(len(sequences)) if j not in rows),
            key=lambda pair: (alike[pair], len(sequences[pair[0]]), len(sequences[pair[1]]), -pair[0], -pair[1]),
        )
        rows = _joined(rows, near, far, *pairs[near, far])
    return tuple(rows[i] for i in range(len(sequences)))


def shared_columns(rows: Sequence[str]) -> tuple[bool, ...]:
    """Tell for each column of an alignment whether every sequence has the same residue there."""
    return tuple(len(set(column)) == 1 and GAP not in column for column in zip(*rows, strict=True))


_EQUAL, _OPENED, _LONGER = 10, 30, 1
"""What equal residues bring (others nothing), what a gap costs, and each residue of it: four have to be won by one.

Of a hundred unrelated sequences of 60 residues 5 get a gap; where three had to be won, 25 got one.
"""

_MOST_SCORES = 122_500
"""Scores that are worked out one by one: two sequences of 350 residues."""

_PIECE = 6
"""Residues that two long sequences do not share by chance: twenty kinds to the sixth power, 64 million."""

_NOWHERE = -1
"""The column that a row does not have: the gap that is put behind it for this."""

_DIAGONAL, _DOWN, _RIGHT, _STILL_DOWN, _STILL_RIGHT = 0, 1, 2, 4, 8


def _joined(rows: dict[int, str], near: int, far: int, over: str, under: str) -> dict[int, str]:
    """Return the rows with one more, from its alignment (`over`, `under`) to one of them, which stays as it is.

    Between two residues of that one, what others have there and what the new one has there share columns.
    """
    held: list[int] = []
    new: list[int] = []
    for (start, end), (begin, stop) in zip(pairwise(_ends(rows[near])), pairwise(_ends(over)), strict=True):
        missing = (stop - begin) - (end - start)
        here, more = [_NOWHERE] * missing, [_NOWHERE] * -missing
        # Before the first residue they end together, elsewhere they begin together.
        held += [*here, *range(start + 1, end), end] if start < 0 else [*range(start + 1, end), *here, end]
        new += [*more, *range(begin + 1, stop), stop] if start < 0 else [*range(begin + 1, stop), *more, stop]
    # The last column is the end of both, behind which nothing stands.
    return {
        **{key: "".join(map((row + GAP).__getitem__, held[:-1])) for key, row in rows.items()},
        far: "".join(map((under + GAP).__getitem__, new[:-1])),
    }


def _ends(row: str) -> list[int]:
    """Return the places of the residues of a row, the one before its beginning and its end."""
    return [-1, *(i for i, residue in enumerate(row) if residue != GAP), len(row)]


def _score(over: str, under: str) -> int:
    """Return how alike two aligned sequences are: equal residues, less the gaps within."""
    inner = [row.strip(GAP) for row in (over, under)]
    gaps = sum(len(re.findall(f"{GAP}+", row)) for row in inner)
    equal: int = sum(map(eq, over, under))
    return _EQUAL * equal - _OPENED * gaps - _LONGER * sum(row.count(GAP) for row in inner)


def _pair(first: str, second: str) -> tuple[str, str]:
    """Return two sequences aligned; among equally good alignments, the one whose beginnings are nearest."""
    if len(first) < len(second):
        under, over = _pair(second, first)
        return over, under
    if second in first:  # Nothing can be better, and it is found at once.
        return _laid(first, second, first.index(second))
    return _pair_short(first, second) if len(first) * len(second) <= _MOST_SCORES else _pair_long(first, second)


def _laid(first: str, second: str, start: int) -> tuple[str, str]:
    """Return two sequences without a gap in them, the second beginning under a residue of the first."""
    width = max(len(first), start + len(second))
    return first.ljust(width, GAP), (GAP * start + second).ljust(width, GAP)


def _pair_short(first: str, second: str) -> tuple[str, str]:
    """Return the best alignment of two sequences. Scores are held by the row, of the steps to them a byte each.

    They are those of what is left from a place on, so that the way is read from the beginning.
    """
    width, none = len(second), -_OPENED * (len(first) + len(second))
    scores, down, steps = [0] * (width + 1), [none] * (width + 1), []
    begin, start = 0, (0, 0)
    for i in range(len(first) - 1, -1, -1):
        residue, row = first[i], bytearray(width)
        diagonal, left, right = scores[width], 0, none
        for j in range(width - 1, -1, -1):
            below = scores[j]
            step, best = _DIAGONAL, diagonal + _EQUAL if second[j] == residue else diagonal
            longer, opened = down[j], below - _OPENED
            if longer > opened:
                step = _STILL_DOWN
            else:
                longer = opened
            longer -= _LONGER
            down[j] = longer
            opened = left - _OPENED
            if right > opened:
                step += _STILL_RIGHT
            else:
                right = opened
            right -= _LONGER
            if longer > best:
                best, step = longer, step | _DOWN
            if right > best:
                best, step = right, step & ~_DOWN | _RIGHT
            row[j] = step
            diagonal, scores[j], left = below, best, best
        steps.append(row)
        if left >= begin:
            begin, start = left, (i, 0)
    for j in range(width - 1, 0, -1):
        if scores[j] > begin or (scores[j] == begin and j <= sum(start)):
            begin, start = scores[j], (0, j)
    return _way(first, second, steps[::-1], *start)


def _way(first: str, second: str, steps: Sequence[bytearray], i: int, j: int) -> tuple[str, str]:
    """Return the alignment that begins at a residue of each, one of them its first, and follows the steps."""
    over, under = [first[:i], GAP * j], [GAP * i, second[:j]]
    within = _DIAGONAL
    while i < len(first) and j < len(second):
        step = steps[i][j]
        go = within or step & (_DOWN | _RIGHT)
        if go == _DOWN:
            within = _DOWN if step & _STILL_DOWN else _DIAGONAL
        elif go == _RIGHT:
            within = _RIGHT if step & _STILL_RIGHT else _DIAGONAL
        over.append(GAP if go == _RIGHT else first[i])
        under.append(GAP if go == _DOWN else second[j])
        i, j = i + (go != _RIGHT), j + (go != _DOWN)
    over += [first[i:], GAP * (len(second) - j)]
    under += [GAP * (len(first) - i), second[j:]]
    return "".join(over), "".join(under)


def _pair_long(first: str, second: str) -> tuple[str, str]:
    """Return a good alignment of two long sequences in time and memory that grow with their length.

    Pieces that each has once are laid on each other, as many as stand in one order (after Delcher et al., Nucleic Acids
    Res 1999;27:2369-76); what is between two of them has one gap at most, where most residues are equal.
    """
    there = _pieces(first)
    places = _in_order([(there[piece], j) for piece, j in _pieces(second).items() if piece in there])
    if not places:
        return _laid(first, second, 0)
    (i, j), (k, m) = places[0], places[-1]
    over, under = [GAP * (j - i), first[:i]], [GAP * (i - j), second[:j]]
    for (i, j), (to_i, to_j) in pairwise(places):
        above, below = first[i:to_i], second[j:to_j]
        if len(above) != len(below):
            above, below = _one_gap(above, below)
        over.append(above)
        under.append(below)
    above, below = _laid(first[k:], second[m:], 0)
    return "".join([*over, above]), "".join([*under, below])


@lru_cache(maxsize=8)
def _pieces(sequence: str) -> dict[str, int]:
    """Return where each piece of a sequence stands that it has once."""
    found: dict[str, int] = {}
    again = set()
    for i in range(len(sequence) - _PIECE + 1):
        piece = sequence[i : i + _PIECE]
        if found.setdefault(piece, i) != i:
            again.add(piece)
    for piece in again:
        del found[piece]
    return found


def _in_order(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the most places that rise in both sequences, from places that rise in the second.

    In time that grows with their number (and its logarithm): Fredman, Discrete Math 1975;11:29-35.
    """
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for at, (i, _) in enumerate(places):
        # Most go on from the one before.
        length = len(ends) if not ends or i > ends[-1] else bisect_left(ends, i)
        ends[length : length + 1], last[length : length + 1] = [i], [at]
        before.append(last[length - 1] if length else -1)
    found = []
    at = last[-1] if last else -1
    while at >= 0:
        found.append(places[at])
        at = before[at]
    return found[::-1]


def _one_gap(first: str, second: str) -> tuple[str, str]:
    """Return two stretches aligned from their first residues to their ends, with one gap, in the shorter."""
    if len(first) < len(second):
        under, over = _one_gap(second, first)
        return over, under
    before = [0, *accumulate(map(eq, first, second))]
    behind = [0, *accumulate(map(eq, first[::-1], second[::-1]))]
    cut = max(range(1, len(second) + 1), key=lambda i: before[i] + behind[len(second) - i])
    return first, second[:cut] + GAP * (len(first) - len(second)) + second[cut:]
