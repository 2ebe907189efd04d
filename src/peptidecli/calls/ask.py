"""What stands behind `peptide` where no command is named: a compound's profile, or a question."""

from __future__ import annotations

from collections.abc import Sequence

from ..answers.lookup import find
from ..errors import NotFoundError, UsageError
from .output import Settings, dataset_of


def ask(settings: Settings, arguments: Sequence[str], commands: Sequence[str]) -> tuple[str, list[str]]:
    """Return the command that answers `arguments`, and its arguments.

    Words before the first option, and behind `--`, are a compound's name (`show`) or a question (`search`). Raises
    UsageError for what looks like a misspelt command.
    """
    end = arguments.index("--") if "--" in arguments else len(arguments)
    behind, arguments = arguments[end + 1 :], arguments[:end]
    count = next((i for i, word in enumerate(arguments) if word.startswith("-") and len(word) > 1), len(arguments))
    words, options = [*arguments[:count], *behind], arguments[count:]
    text = " ".join(words)
    dataset = dataset_of(settings)
    try:
        _, match = find(dataset, text)
    except NotFoundError:
        match = None
    if match and (match.kind != "fuzzy" or len(words) == 1):
        return "show", [text, *options]
    meant = _misspelt(words[0], commands)
    if meant:
        from ..answers.lexicon import Lexicon  # noqa: PLC0415

        if not Lexicon(dataset).meanings(words[0].lower()):
            said = " ".join([meant, *words[1:], *options])
            raise UsageError(f"there is no command {words[0]!r}. Did you mean: peptide {said}")
    return "search", [*options, "--", *words] if behind else [*words, *options]


def _misspelt(word: str, commands: Sequence[str]) -> str | None:
    """Return the command that a word is but for a slip of the hand."""
    if len(word) < 4:
        return None
    from rapidfuzz import process  # noqa: PLC0415 - only where no command is named
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    near = process.extractOne(word.lower(), commands, scorer=OSA.distance, score_cutoff=1 if len(word) < 7 else 2)
    return near[0] if near else None
