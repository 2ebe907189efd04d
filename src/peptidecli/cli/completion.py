"""What the shell offers when Tab is pressed: names, references and words of the dataset.

Nothing here may fail or speak: a shell that completes has no place for messages. Nothing is offered that a shell could
run: data may be anyone's. Rich is not imported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..dataset.dataset import Dataset

STYLES = ("vancouver", "apa", "ama", "harvard")


def offers(kind: str, context: Any, incomplete: str) -> list[tuple[str, str]]:
    """Return what may follow, each with a few words on it: of one kind, beginning with `incomplete`.

    `context` is the command line so far; its --data and the names that it already holds count.
    """
    from ..dataset.dataset import open_dataset  # noqa: PLC0415 - the names of commands need none

    try:
        options = context.find_root().params
        own = [Path(folder) for folder in options.get("data") or ()]
        dataset = open_dataset(own, user_data=not options.get("no_user_data"), cache=not options.get("no_cache"))
        found = list(_KINDS[kind](dataset, incomplete))
        taken = {value for given in context.params.values() if isinstance(given, list | tuple) for value in given}
    except Exception:  # whatever it is, it is no business of a person who presses Tab
        return []
    return [(value, _UNTOLD.sub("", text)) for value, text in found if value not in taken and _FIT.fullmatch(value)]


_FIT = re.compile(r"[^\W_][\w.+-]*")
"""What a shell takes as it stands: letters of any script, digits, `_.+-`; a shell may run what else is offered."""

_UNTOLD = re.compile(r"[^\w .,:;/()+–-]")
"""What is left out of the words on it: Zsh reads them as a part of a command."""


def _compounds(dataset: Dataset, incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield ids; where none begins so, other names that do, the beginning as it was typed.

    A shell drops what does not go on from there letter by letter, and a space would need quotes.
    """
    begun = incomplete.lower()
    ids = dataset.compounds_from(begun)
    if ids:
        yield from ids
        return
    for text, name in dataset.written():
        if text.lower().startswith(begun):
            yield incomplete + text[len(incomplete) :], name


def _references(dataset: Dataset, incomplete: str) -> Iterator[tuple[str, str]]:
    begun = incomplete.lower()
    for key in dataset.references:
        if key.startswith(begun):
            reference = dataset.references[key]
            yield key, f"{reference.issued} {reference.title}"[:60]


def _topics(dataset: Dataset, incomplete: str) -> Iterator[tuple[str, str]]:
    yield from ((term.id, term.label) for term in dataset.vocabulary.topics if term.id.startswith(incomplete.lower()))


def _designs(dataset: Dataset, incomplete: str) -> Iterator[tuple[str, str]]:
    from ..answers.lexicon import SUBJECTS  # noqa: PLC0415

    begun = incomplete.lower()
    yield from ((subject, f"any {subject} study") for subject in SUBJECTS if subject.startswith(begun))
    yield from ((term.id, term.label) for term in dataset.vocabulary.designs if term.id.startswith(begun))


def _styles(_dataset: Dataset, incomplete: str) -> Iterator[tuple[str, str]]:
    yield from ((style, "") for style in STYLES if style.startswith(incomplete.lower()))


def _sections(_dataset: Dataset, incomplete: str) -> Iterator[tuple[str, str]]:
    from ..answers.show import SECTIONS  # noqa: PLC0415

    yield from ((section, "") for section in SECTIONS if section.startswith(incomplete.lower()))


def _both(dataset: Dataset, incomplete: str) -> Iterator[tuple[str, str]]:
    yield from _compounds(dataset, incomplete)
    yield from _references(dataset, incomplete)


_KINDS: dict[str, Callable[[Dataset, str], Iterator[tuple[str, str]]]] = {
    "compounds": _compounds,
    "references": _references,
    "compounds and references": _both,
    "topics": _topics,
    "designs": _designs,
    "styles": _styles,
    "sections": _sections,
}


def keep_rich_out() -> None:
    """Let Typer take help texts as they are: it would import Rich to take markup out of them, and ours have none."""
    import typer._completion_classes as classes  # noqa: PLC0415

    classes._sanitize_help_text = _as_it_is


def _as_it_is(text: str) -> str:
    return text
