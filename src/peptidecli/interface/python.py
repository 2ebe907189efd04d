"""What `import peptidecli as peptide` offers: the commands as functions that return the same answers.

In a notebook an answer shows itself as a page; `to_dict()` gives what `-f json` prints as `data`.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar, get_args

from ..answers import cite as citing
from ..answers import evidence as weighing
from ..answers import search as searching
from ..answers import trials as listing
from ..answers.cite import Citations
from ..answers.compare import Comparison
from ..answers.compare import compare as compared
from ..answers.lookup import find
from ..answers.narrowing import Filters
from ..answers.search import Search
from ..answers.show import SECTIONS, Profile, part, profile
from ..answers.trials import Trials
from ..audit.findings import Audit
from ..dataset import dataset as data
from ..dataset.dataset import Dataset
from ..dataset.model import Answer, ClaimKind, Compound, Result, Standing
from ..errors import UsageError

A = TypeVar("A", bound=Answer)

_opened = threading.local()
"""The dataset that each thread asks where none is named, once it has been opened."""


def open_dataset(own: str | Path | Iterable[str | Path] = (), *, user_data: bool = True, cache: bool = True) -> Dataset:
    """Open the bundled dataset with the user's own folders and `own` laid over it, for the `dataset` of the others.

    Without `user_data` the user's folder and PEPTIDE_DATA are left out; without `cache` nothing is written to the cache
    folder. Raises DatasetError where a file cannot be read. It answers in the thread that opened it.
    """
    named = _paths("own", [own] if isinstance(own, str | Path) else own)
    return data.open_dataset(named, user_data=user_data, cache=cache)


def show(name: str, sections: str | Sequence[str] = (), *, dataset: Dataset | None = None) -> Profile:
    """Return the profile of a compound, or a section or some of it, named as in `peptide show --section`.

    Raises NotFoundError for a name that is none, with the nearest, and UsageError for a section that is none.
    """
    wanted = [
        _choice("section", section, SECTIONS)
        for section in _texts("sections", [sections] if isinstance(sections, str) else sections)
    ]
    asked = _of(dataset)
    compound, match = find(asked, _text("name", name))
    whole = profile(asked, compound, match)
    return _tied(part(asked, whole, wanted) if wanted else whole, dataset)


def compare(*names: str, differences: bool = False, dataset: Dataset | None = None) -> Comparison:
    """Return two to six compounds side by side; with `differences`, without what is equal in all."""
    asked = _of(dataset)
    found = [find(asked, name) for name in _texts("names", names)]
    return _tied(compared(asked, found, differences=differences), dataset)


def cite(
    query: str = "",
    *,
    compound: str | None = None,
    topic: str | None = None,
    design: str | None = None,
    since: int | None = None,
    until: int | None = None,
    standing: Standing | None = None,
    dataset: Dataset | None = None,
) -> Citations:
    """Return the references that answer a query and pass the filters, and the wrong citations that answer as well.

    Raises NotFoundError where nothing answers.
    """
    filters = citing.Filters(
        compound=_given("compound", compound),
        topic=_given("topic", topic),
        design=_given("design", design),
        since=_year("since", since),
        until=_year("until", until),
        standing=_one_of("standing", standing, get_args(Standing)),
    )
    return _tied(citing.cite(_of(dataset), _text("query", query).split(), filters), dataset)


def search(
    question: str,
    *,
    compound: str | None = None,
    topic: str | None = None,
    kind: ClaimKind | None = None,
    design: str | None = None,
    result: Result | None = None,
    dataset: Dataset | None = None,
) -> Search:
    """Return what the dataset says to a question, best first. Raises NotFoundError where nothing answers."""
    filters = Filters(
        compound=_given("compound", compound),
        topic=_given("topic", topic),
        kind=_one_of("kind", kind, get_args(ClaimKind)),
        design=_given("design", design),
        result=_one_of("result", result, get_args(Result)),
    )
    return _tied(searching.search(_of(dataset), _text("question", question), filters), dataset)


def trials(
    *names: str,
    topic: str | None = None,
    design: str | None = None,
    result: Result | None = None,
    since: int | None = None,
    until: int | None = None,
    dataset: Dataset | None = None,
) -> Trials:
    """Return every study in people of the compounds, of all where none is named."""
    filters = listing.Filters(
        topic=_given("topic", topic),
        design=_given("design", design),
        result=_one_of("result", result, get_args(Result)),
        since=_year("since", since),
        until=_year("until", until),
    )
    asked = _of(dataset)
    return _tied(listing.trials(asked, _compounds(asked, names), filters), dataset)


def evidence(*names: str, dataset: Dataset | None = None) -> weighing.Matrix | weighing.Designs:
    """Return how sure one may be: of one compound by topic, of several, or of all where none is named, side by side."""
    asked = _of(dataset)
    compounds = _compounds(asked, names)
    if len(compounds) == 1:
        return _tied(weighing.designs(asked, compounds[0]), dataset)
    return _tied(weighing.matrix(asked, compounds), dataset)


def audit(*files: str | Path, text: str | None = None, dataset: Dataset | None = None) -> Audit:
    """Hold articles, or a text, against the dataset and return what stands and what does not, line by line."""
    from ..audit import audit as audited  # noqa: PLC0415 - the largest of the answers, needed by few
    from ..audit import parse, read  # noqa: PLC0415
    from ..audit.corpus import is_corpus  # noqa: PLC0415

    if bool(files) == (text is not None):
        raise UsageError("audit takes files, or text=…")
    if text is not None:
        articles = [parse("text", _text("text", text).encode())]
    else:
        names = [str(file) for file in _paths("files", files)]
        if several := next((name for name in names if is_corpus(name) and not Path(name).is_dir()), None):
            raise UsageError(f"{several} stands for several documents; give them one by one, or: peptide audit -f json")
        articles = [read(name) for name in names]
    return _tied(audited(_of(dataset), articles), dataset)


def _compounds(dataset: Dataset, names: Sequence[str]) -> tuple[Compound, ...]:
    """Return the compounds of these names, each once."""
    found = (find(dataset, name) for name in _texts("names", names))
    return tuple({compound.id: compound for compound, _ in found}.values())


# -- what is given ---------------------------------------------------------------------------------------------------


def _text(what: str, given: object) -> str:
    """Return a text that was given; halves of letters, which no file can hold, are joined or replaced."""
    if not isinstance(given, str):
        raise UsageError(f"{what} is a text, not {type(given).__name__}")
    return given.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _given(what: str, given: object) -> str | None:
    return None if given is None else _text(what, given)


def _texts(what: str, given: object) -> list[str]:
    if not isinstance(given, Iterable):
        raise UsageError(f"{what} are texts, not {type(given).__name__}")
    return [_text(f"each of {what}", item) for item in given]


def _paths(what: str, given: object) -> list[Path]:
    several = given if isinstance(given, Iterable) and not isinstance(given, bytes) else (given,)
    paths: list[Path] = []
    for path in several:
        if not isinstance(path, str | Path):
            raise UsageError(f"{what}: a path is a text or a Path, not {type(path).__name__}")
        paths.append(Path(path))
    return paths


def _year(what: str, given: int | None) -> int | None:
    if given is not None and (not isinstance(given, int) or isinstance(given, bool)):
        raise UsageError(f"{what} is a year, a number as 2006, not {given!r:.60}")
    return given


def _one_of(what: str, given: Any, known: Sequence[str]) -> Any:
    """Return one of some words, or None; raise UsageError for another."""
    return None if given is None else _choice(what, _text(what, given), known)


def _choice(what: str, given: str, known: Sequence[str]) -> str:
    if given not in known:
        raise UsageError(f"there is no {what} {given!r}; {what}s: {', '.join(known)}")
    return given


# -- what is asked, and what shows the answer ------------------------------------------------------------------------


def _of(dataset: Dataset | None) -> Dataset:
    if dataset is None:
        if not hasattr(_opened, "dataset"):
            _opened.dataset = open_dataset()
        dataset = _opened.dataset
    if not isinstance(dataset, Dataset):
        raise UsageError(f"dataset is what open_dataset gives, not {type(dataset).__name__}")
    return dataset


def _tied(answer: A, dataset: Dataset | None) -> A:
    """Return an answer tied to the dataset that was named, with which it is drawn."""
    if dataset is not None:
        answer.__dict__["dataset"] = dataset
    return answer


def _shown(answer: Answer) -> str | None:
    """Return an answer for a notebook, which asks for it by this name."""
    from ..formats.html import fragment  # noqa: PLC0415 - only a notebook draws
    from ..formats.papers import paper  # noqa: PLC0415

    return fragment(paper(_of(answer.__dict__.get("dataset")), answer))


# Set here and not where the type is: answers know nothing of how they are drawn.
_type: Any = Answer
_type._repr_html_ = _shown
