"""What the shell offers when Tab is pressed: names, references and words of the dataset.

Nothing here may fail or speak: a shell that completes has no place for messages. Nothing is offered that a shell could
run: data may be anyone's. Rich is not imported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .plain import import_msgspec

if TYPE_CHECKING:
    from ..dataset.dataset import Dataset

STYLES = ("vancouver", "apa", "ama", "harvard")


def offers(kind: str, context: Any, incomplete: str) -> list[tuple[str, str]]:
    """Return what may follow, each with a few words on it: of one kind, beginning with `incomplete`.

    `context` is the command line so far; its --data and the names that it already holds count.
    """
    try:
        options = context.find_root().params
        taken = {value for given in context.params.values() if isinstance(given, list | tuple) for value in given}
        own = [Path(folder) for folder in options.get("data") or ()]
        return _offered(
            kind, incomplete, taken, own, user_data=not options.get("no_user_data"), cache=not options.get("no_cache")
        )
    except Exception:  # whatever it is, it is no business of a person who presses Tab
        return []


def answer_tab(environment: Mapping[str, str]) -> str | None:
    """Return what a shell is told when Tab is pressed on the name of a compound, or None where Typer has to say it.

    Importing Typer would take most of the time in which a person waits. What is left to it: options, quotes, words
    that are no names, shells other than Bash, Zsh and Fish.
    """
    shell = environment.get("_PEPTIDE_COMPLETE", "").removeprefix("complete_")
    words, incomplete = _words_before(shell, environment)
    own = []
    while words[:1] == ["--data"] and len(words) > 1:
        own.append(Path(words[1]))
        words = words[2:]
    if words != ["show"] and words[:1] not in _OF_NAMES:
        return None
    import_msgspec()
    try:
        found = _offered("compounds", incomplete, set(words[1:]), own)
    except Exception:  # as above
        found = []
    if shell == "zsh":
        lines = [f'"{value}":"{_in_zsh(text)}"' if text else f'"{value}"' for value, text in found]
        return "_arguments '*: :((" + "\n".join(lines) + "))'\n" if lines else "_files\n"
    lines = [f"{value}\t{text}" if text and shell == "fish" else value for value, text in found]
    return "\n".join(lines) + "\n"


def _in_zsh(text: str) -> str:
    return text.replace(":", r"\\:")


_OF_NAMES = (["compare"], ["trials"], ["evidence"])
"""The commands that take any number of compounds."""


def _words_before(shell: str, environment: Mapping[str, str]) -> tuple[list[str], str]:
    """Return the words before the one being typed, and that one; none where only a shell could take them apart."""
    if shell == "bash":
        line, place = environment.get("COMP_WORDS", ""), environment.get("COMP_CWORD", "")
    elif shell in {"zsh", "fish"} and environment.get("_TYPER_COMPLETE_FISH_ACTION", "get-args") == "get-args":
        line, place = environment.get("_TYPER_COMPLETE_ARGS", ""), ""
    else:
        return [], ""
    if not _PLAIN.fullmatch(line) or (shell == "bash" and not place.isdecimal()):
        return [], ""
    words = line.split()
    count = int(place) if place else len(words) - (not line.endswith(" "))
    return words[1:count], words[count] if count < len(words) else ""


_PLAIN = re.compile(r"[\w./~-]+(?: +--data +[\w./~-]+)*(?: +[^\W_][\w.+-]*)* *")
"""The program and words that no shell would take apart otherwise; no option but folders of data before them."""


def _offered(
    kind: str,
    incomplete: str,
    taken: Collection[str],
    own: Sequence[Path],
    *,
    user_data: bool = True,
    cache: bool = True,
) -> list[tuple[str, str]]:
    from ..dataset.dataset import open_dataset  # noqa: PLC0415 - the names of commands need none

    found = _KINDS[kind](open_dataset(own, user_data=user_data, cache=cache), incomplete)
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
    from ..answers.designs import SUBJECTS  # noqa: PLC0415

    begun = incomplete.lower()
    yield from ((subject, f"any {subject} study") for subject in SUBJECTS if subject.startswith(begun))
    yield from ((term.id, term.label) for term in dataset.vocabulary.designs if term.id.startswith(begun))


def _studies(dataset: Dataset, incomplete: str) -> Iterator[tuple[str, str]]:
    from ..answers.designs import BLINDINGS  # noqa: PLC0415

    yield from _designs(dataset, incomplete)
    yield from ((word, "blinded so, of any design") for word in BLINDINGS if word.startswith(incomplete.lower()))


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
    "studies": _studies,
    "styles": _styles,
    "sections": _sections,
}


def keep_rich_out() -> None:
    """Let Typer take help texts as they are: it would import Rich to take markup out of them, and ours have none."""
    import typer._completion_classes as classes  # noqa: PLC0415

    classes._sanitize_help_text = _as_it_is


def _as_it_is(text: str) -> str:
    return text
