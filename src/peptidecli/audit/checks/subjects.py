"""Subjects: which compound a sentence is about, where it names one, its parent as well, or none."""

from __future__ import annotations

import re

from ..article.names import Names
from ..article.sentences import Sentence

PRONOUN = re.compile(r"\W*(?:It|This (?:peptide|compound|molecule|drug))\s(?:is|was|has been)\b")
"""What begins a sentence that goes on about its subject, whatever else it names."""


def subjects(sentence: Sentence, names: Names) -> tuple[str, ...]:
    """Return the compounds that a sentence is about: those it names, unless one is but the parent of another."""
    own, subject = sentence.compounds, sentence.subject
    if subject and own and subject not in own and all(key == names.parent(subject) for key in own):
        return (subject,)
    parents = {names.parent(key) for key in own}
    return tuple(key for key in own if key not in parents or len(own) == 1)


def nearest(sentence: Sentence, names: Names, start: int) -> str | None:
    """Return the compound named last before a place, parents of others aside, else the one the sentence is about."""
    about = subjects(sentence, names)
    before = [m for m in sentence.named if m.end <= start and m.compound in about]
    if before:
        return before[-1].compound
    return about[0] if len(about) == 1 else None
