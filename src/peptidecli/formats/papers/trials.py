"""Studies in people as a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ...answers.trials import Trial, Trials
from ...dataset.dataset import Dataset
from .. import words
from ..paper import (
    Bar,
    Bars,
    Block,
    Bullets,
    Heading,
    Notes,
    Paper,
    Paragraph,
    Piece,
    Strong,
    Table,
    Words,
    marked,
    owned,
)


def of_trials(dataset: Dataset, trials: Trials) -> Paper:
    """Return studies in people as a document: years, and a row each."""
    notes = Notes(dataset)
    names = ", ".join(marked(dataset.compounds[key].name, key in trials.own_compounds) for key in trials.compounds)
    people = sum(trial.n or 0 for trial in trials.trials)
    studies, subjects = "study" if len(trials.trials) == 1 else "studies", "subject" if people == 1 else "subjects"
    head = f"{len(trials.trials)} {studies} in people; {people:,} {subjects} where the number was seen; "
    head += f"who paid was seen for {trials.funding_seen}, the maker paid or employed in {trials.funded_by_maker}. "
    head += "Doses are parameters of the studies, no advice. An empty cell was not seen."
    several = len(trials.compounds) != 1
    header = ("Study", "Year", *(["Compound"] if several else []), "Design", "n", "Condition", "Against",
              "Dose and length",              "Outcome", "Result", "Funding")  # fmt: skip
    rows = [_row(dataset, trials, trial, notes, several=several) for trial in trials.trials]
    years = Counter(trial.year for trial in trials.trials)
    span = range(min(years), max(years) + 1) if years else ()
    blocks: list[Block] = [
        Paragraph([head]),
        Bars("Studies by year of publication", ("studies",), [Bar(str(year), (years[year],)) for year in span]),
        Heading("Studies"),
        Table("Studies in people, one a row", header, rows, numbers=frozenset({1, 4 if several else 3})),
    ]
    if trials.unheld:
        blocks.append(Heading("Studies in people of which no paper is held"))
        blocks.append(Bullets([[*owned(o.own), o.study, *notes.of(o.references, o.sources)] for o in trials.unheld]))
    return Paper(
        title=f"Studies in people of {names}" if names else "Studies in people",
        blocks=blocks,
        notes=notes.all(),
        issued=str(dataset.about.issued),
        disclaimer=dataset.about.disclaimer,
    )


def _row(dataset: Dataset, trials: Trials, trial: Trial, notes: Notes, *, several: bool) -> Sequence[Words]:
    result = words.direction(trial.result, words.kind_of(dataset, *trial.topics), human=True) if trial.result else ""
    result += f"; {trial.effect}" if trial.effect else ""
    warning: list[Piece] = (
        [Strong(f"{trial.standing.replace('-', ' ').upper()} ")] if trial.standing != "normal" else []
    )
    blinding = f", {trial.blinding}" if trial.blinding and trial.blinding != "not-stated" else ""
    given = "; ".join(dict.fromkeys(filter(None, (trial.dose or trial.route, trial.duration))))
    funding = trial.funding
    paid = (
        ", ".join([*funding.funder, *(f"maker: {part}" for part in funding.maker if part != "funder")])
        if funding
        else ""
    )
    return (
        [*owned(trial.own), *warning, trial.byline, *notes.of((trial.reference, *trial.also))],
        [str(trial.year)],
        *(
            [[", ".join(marked(dataset.compounds[key].name, key in trials.own_compounds) for key in trial.compounds)]]
            if several
            else []
        ),
        [dataset.designs[trial.design].short + blinding],
        [f"{trial.n:,}" if trial.n else ""],
        [trial.condition or ""],
        [trial.comparator or ""],
        [given],
        [trial.outcome or ""],
        [result],
        [paid or (funding.conflicts or "" if funding else "")],
    )
