"""What directions of results, kinds of study and verdicts are called before a stranger, the same in every rendering."""

from __future__ import annotations

from collections.abc import Mapping

from ..answers.studies import Class
from ..dataset.model import Maker, Result

IN_PEOPLE: dict[str, str] = {"positive": "better", "null": "no difference", "negative": "worse"}
HARM: dict[str, str] = {"positive": "less harm", "null": "no harm seen", "negative": "harm"}
FOUND: dict[str, str] = {"positive": "found", "null": "no effect", "negative": "opposite"}

KINDS: dict[Class, tuple[str, str]] = {
    "cochrane": ("Cochrane", "Cochrane"), "review": ("review", "reviews"),
    "randomised": ("randomised", "randomised"), "controlled": ("controlled", "controlled"),
    "other": ("uncontrolled", "uncontrolled"), "animal": ("in animals", "in animals"),
    "laboratory": ("in cells", "in cells"),
}  # fmt: skip
"""What a kind of study is called beside the number of studies."""


def maker_of(maker: Maker) -> str:
    """Return a maker's name and place: `EVER Pharma (Austria)`."""
    return f"{maker.name} ({maker.place})" if maker.place else maker.name


def direction(result: str, kind: str = "effect", *, human: bool = False) -> str:
    """Return the direction of a result as a stranger reads it: better, no difference, worse; harm; found, no effect."""
    words = HARM if kind == "safety" else IN_PEOPLE if human and kind == "effect" else FOUND
    return words.get(result, {"mixed": "mixed", "unknown": "not known"}.get(result, result))


def directions(results: Mapping[Result, int], kind: str = "effect", *, human: bool = True) -> str:
    """Return results counted by direction in words: `3 better, 1 no difference`; nothing where there is none."""
    return ", ".join(f"{count} {direction(result, kind, human=human)}" for result, count in results.items() if count)


def kind_of_study(kind: Class, studies: int) -> str:
    """Return how many studies of a kind: `4 randomised`, `Cochrane`."""
    name = KINDS[kind][studies != 1]
    return name if kind == "cochrane" and studies == 1 else f"{studies} {name}"
