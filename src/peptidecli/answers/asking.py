"""Words behind a command that are no names but a question: which question that is."""

from __future__ import annotations

import shlex
from collections.abc import Sequence

from ..dataset.dataset import Dataset
from ..errors import PeptideError
from ..notation.words import fold, searched
from .lexicon import Lexicon
from .search import search

_NAMES = {"stranger", "substance"}
"""What a word means that is the name of something, and by itself no question: aspirin."""


def as_question(dataset: Dataset, words: Sequence[str]) -> str:
    """Return the line that offers a command's name and the words behind it as a question.

    It is empty where none of these words is one of a question, as of names that are no compound's, and where there is
    no answer to it.
    """
    lexicon = Lexicon(dataset)
    behind = [word for word in " ".join(words[1:]).split() if not dataset.bearers(fold(word))]
    meanings = [set(lexicon.meanings(searched(word).strip())) for word in behind]
    if not any(means and not means & _NAMES for means in meanings):
        return ""
    try:
        answered = search(dataset, " ".join(words), limit=1).answered
    except PeptideError:
        return ""
    return f"As a question: {shlex.join(['peptide', 'search', *words])}" if answered else ""
