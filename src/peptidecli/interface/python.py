"""What `import peptidecli as peptide` offers: the commands as functions that return the same answers.

In a notebook an answer shows itself as a page; `to_dict()` gives what `-f json` prints as `data`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from ..answers import cite as citing
from ..answers import evidence as weighing
from ..answers import search as searching
from ..answers import trials as listing
from ..answers.candidates import Filters
from ..answers.cite import Citations
from ..answers.compare import Comparison
from ..answers.compare import compare as compared
from ..answers.lookup import find
from ..answers.search import Search
from ..answers.show import SECTIONS, Profile, part, profile
from ..answers.trials import Trials
from ..audit.findings import Audit
from ..dataset import dataset as data
from ..dataset.dataset import Dataset
from ..dataset.model import ClaimKind, Compound, Record, Result, Standing
from ..errors import UsageError

_opened: dict[str, Dataset] = {}
"""The dataset that is asked where none is named, once it has been opened."""


def open_dataset(own: str | Path | Iterable[str | Path] = (), *, user_data: bool = True, cache: bool = True) -> Dataset:
    """Open the bundled dataset with the user's own folders and `own` laid over it, for the `dataset` of the others.

    Without `user_data` the user's folder and PEPTIDE_DATA are left out; without `cache` nothing is written to the cache
    folder. Raises DatasetError where a file cannot be read.
    """
    named = [own] if isinstance(own, str | Path) else list(own)
    return data.open_dataset([Path(folder) for folder in named], user_data=user_data, cache=cache)


def show(name: str, sections: Sequence[str] = (), *, dataset: Dataset | None = None) -> Profile:
    """Return the profile of a compound, or some sections of it, named as in `peptide show --section`.

    Raises NotFoundError for a name that is none, with the nearest, and UsageError for a section that is none.
    """
    for section in sections:
        if section not in SECTIONS:
            raise UsageError(f"there is no section {section!r}; sections: {', '.join(SECTIONS)}")
    dataset = _of(dataset)
    compound, match = find(dataset, name)
    whole = profile(dataset, compound, match)
    return part(dataset, whole, sections) if sections else whole


def compare(*names: str, differences: bool = False, dataset: Dataset | None = None) -> Comparison:
    """Return two to six compounds side by side; with `differences`, without what is equal in all."""
    dataset = _of(dataset)
    return compared(dataset, [find(dataset, name) for name in names], differences=differences)


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
    filters = citing.Filters(compound=compound, topic=topic, design=design, since=since, until=until, standing=standing)
    return citing.cite(_of(dataset), query.split(), filters)


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
    filters = Filters(compound=compound, topic=topic, kind=kind, design=design, result=result)
    return searching.search(_of(dataset), question, filters)


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
    dataset = _of(dataset)
    filters = listing.Filters(topic=topic, design=design, result=result, since=since, until=until)
    return listing.trials(dataset, _compounds(dataset, names), filters)


def evidence(*names: str, dataset: Dataset | None = None) -> weighing.Matrix | weighing.Designs:
    """Return how sure one may be: of one compound by topic, of several, or of all where none is named, side by side."""
    dataset = _of(dataset)
    compounds = _compounds(dataset, names)
    return weighing.designs(dataset, compounds[0]) if len(compounds) == 1 else weighing.matrix(dataset, compounds)


def audit(*files: str | Path, text: str | None = None, dataset: Dataset | None = None) -> Audit:
    """Hold articles, or a text, against the dataset and return what stands and what does not, line by line."""
    from ..audit import audit as audited  # noqa: PLC0415 - the largest of the answers, needed by few
    from ..audit import parse, read  # noqa: PLC0415

    if bool(files) == (text is not None):
        raise UsageError("audit takes files, or text=…")
    articles = [parse("text", text.encode())] if text is not None else [read(str(file)) for file in files]
    return audited(_of(dataset), articles)


def _compounds(dataset: Dataset, names: Sequence[str]) -> tuple[Compound, ...]:
    """Return the compounds of these names, each once."""
    return tuple({compound.id: compound for compound, _ in (find(dataset, name) for name in names)}.values())


def _of(dataset: Dataset | None) -> Dataset:
    if dataset is not None:
        return dataset
    if "" not in _opened:
        _opened[""] = open_dataset()
    return _opened[""]


def _shown(answer: Record) -> str | None:
    """Return an answer for a notebook, which asks for it by this name."""
    from ..formats.html import fragment  # noqa: PLC0415 - only a notebook draws
    from ..formats.papers import paper  # noqa: PLC0415

    return fragment(paper(_of(None), answer))


# Set here and not where the types are: answers know nothing of how they are drawn.
_type: Any
for _type in (
    Profile,
    Comparison,
    Citations,
    Search,
    Trials,
    Audit,
    weighing.Matrix,
    weighing.Designs,
    weighing.Timeline,
):
    _type._repr_html_ = _shown
