"""Words behind a command that are no names but a question: which question that is."""

from __future__ import annotations

import shlex
from collections.abc import Sequence

from ..dataset.dataset import Dataset
from ..errors import PeptideError
from ..notation.words import fold, searched
from .lexicon import Lexicon
from .search import search


def as_question(dataset: Dataset, words: Sequence[str]) -> str:
    """Return the line that offers a command's name and the words behind it as a question.

    It is empty where none of these words is one of a question, as of names that are misspelt, and where the question
    has no answer.
    """
    lexicon = Lexicon(dataset)
    behind = " ".join(words[1:]).split()
    if not any(lexicon.meanings(searched(word).strip()) and not dataset.bearers(fold(word)) for word in behind):
        return ""
    try:
        answered = search(dataset, " ".join(words), limit=1).answered
    except PeptideError:
        return ""
    return f"As a question: {shlex.join(['peptide', 'search', *words])}" if answered else ""
