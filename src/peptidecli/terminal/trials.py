"""Studies in people on the screen: one row each, as reviewers make the table by hand."""

from __future__ import annotations

from collections.abc import Mapping

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from ..answers.trials import Trial, Trials
from ..dataset.dataset import Dataset
from ..formats.words import kind_of
from . import signs
from .layout import Entry, Unsqueezed, counted, heading, wrapped

_LEAST, _WITH_FUNDING = 16, 150
"""Width that a column of sentences has at least, and console width from which there is one more, of who paid."""


def render_trials(console: Console, dataset: Dataset, trials: Trials) -> list[RenderableType]:
    """Return the answer to `peptide trials`."""
    names = signs.compounds(dataset, trials.compounds, trials.own_compounds)
    people = sum(trial.n or 0 for trial in trials.trials)
    head = Text.assemble(
        (counted(len(trials.trials), "study", "studies") + " in people", "title"),
        Text(" of ").append_text(names) if names else "",
    )
    head.append(f"; {people:,} subjects where the number was seen")
    if trials.funding_seen:
        head.append(
            f"; who paid was seen for {trials.funding_seen}, the maker paid or employed in {trials.funded_by_maker}"
        )
    else:
        head.append("; who paid was seen for none")
    answer: list[RenderableType] = [Entry([], head.append("."), indent=0), Text()]
    widths = _widths(console, trials)
    if signs.words() or not all(widths.values()):
        answer += [_entry(dataset, trials, trial) for trial in trials.trials]
    else:
        answer.append(_table(console, dataset, trials, widths))
    if trials.unheld:
        answer += [Text(), heading("No paper held", "known from registers, notices and others' accounts")]
        answer += [Entry([("–", 2)], signs.with_own_mark(Text(item.study), item.own)) for item in trials.unheld]
    note = "Doses are parameters of the studies, no advice. “?” was not seen. Whole: -f json; papers: peptide cite ID"
    return [*answer, Text(), Entry([], Text(note, style="support"), indent=0)]


def _widths(console: Console, trials: Trials) -> dict[str, int]:
    """Return the columns of a table of studies with their widths, 0 where there is no room for a table.

    Without one, each study stands in lines of its own.
    """
    widths = {"Year": 4, "Compound": 12, "Design": 13, "n": 5, "Condition and comparison": 0, "Dose and length": 0,
              "Outcome": 0, "Result": 20, "Funding": 12, "Paper": 15}  # fmt: skip
    if len(trials.compounds) == 1:
        widths.pop("Compound")
    if console.width < _WITH_FUNDING:
        widths.pop("Funding")
    open_ = [name for name, width in widths.items() if not width]
    each = (console.width - sum(widths.values()) - 2 * (len(widths) - 1)) // len(open_)
    return widths | dict.fromkeys(open_, each if each >= _LEAST else 0)


def _table(console: Console, dataset: Dataset, trials: Trials, widths: Mapping[str, int]) -> RenderableType:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0), header_style="section")
    for name, width in widths.items():
        table.add_column(name, width=width, justify="right" if name == "n" else "left", overflow="fold")
    for trial in trials.trials:
        cells = _cells(dataset, trials, trial)
        table.add_row(*(Text("\n").join(wrapped(console, cells[name], width)) for name, width in widths.items()))
    return Unsqueezed(table)


def _cells(dataset: Dataset, trials: Trials, trial: Trial) -> dict[str, Text]:
    where = Text(trial.condition or "condition not seen")
    where.append(f"; against {trial.comparator}" if trial.comparator else "", style="support")
    return {
        "Year": Text(str(trial.year)),
        "Compound": signs.compounds(dataset, trial.compounds, trials.own_compounds),
        "Design": _design(dataset, trial),
        "n": Text(f"{trial.n:,}" if trial.n else "?"),
        "Condition and comparison": where,
        "Dose and length": Text(_given(trial) or "?"),
        "Outcome": Text(trial.outcome or "?"),
        "Result": _result(dataset, trial),
        "Funding": _funding(trial),
        "Paper": _paper(dataset, trial),
    }


def _result(dataset: Dataset, trial: Trial) -> Text:
    if not trial.result:
        return Text("no claim held", style="support")
    kind = kind_of(dataset, *trial.topics)
    found = signs.direction(trial.result, kind, human=True)
    return found.append(f"; {trial.effect}" if trial.effect else "", style="support")


def _given(trial: Trial) -> str:
    given = trial.dose or trial.route or ""
    length = trial.duration if trial.duration and trial.duration not in given else ""
    return "; ".join(part for part in (given, length) if part)


def _paper(dataset: Dataset, trial: Trial) -> Text:
    paper = Text()
    if trial.own:
        paper.append_text(signs.own_mark())
    paper.append_text(signs.linked(Text(trial.byline, style="number"), dataset.references[trial.reference]))
    if trial.standing != "normal":
        paper.append(f" {trial.standing.replace('-', ' ').upper()}", style="bad")
    if trial.also:
        paper.append(f" and {counted(len(trial.also), 'paper')} more on it", style="support")
    return paper


def _funding(trial: Trial) -> Text:
    """Return who paid, as far as it was seen: not seen is not none."""
    funding = trial.funding
    if funding is None:
        return Text("not seen", style="support")
    told = [*funding.funder, *(f"maker: {part}" for part in funding.maker if part != "funder")]
    return Text(", ".join(told) or funding.conflicts or funding.note or "seen, none named")


def _design(dataset: Dataset, trial: Trial) -> Text:
    """Return the design with what is known of allocation and blinding."""
    text = Text(dataset.designs[trial.design].short)
    if trial.design == "controlled-trial":
        text.append(", allocation not stated", style="support")
    if trial.blinding and trial.blinding != "not-stated":
        text.append(f", {trial.blinding}", style="support")
    return text


def _entry(dataset: Dataset, trials: Trials, trial: Trial) -> Entry:
    """Return a study in lines of its own: who and how, in whom and against what, what was given and looked at."""
    first = Text.assemble(_paper(dataset, trial), "  ", _design(dataset, trial))
    if len(trials.compounds) != 1:
        first.append("  ").append_text(signs.compounds(dataset, trial.compounds, trials.own_compounds))
    first.append(f"  n = {trial.n:,}" if trial.n else "  n not seen")
    first.append("  ").append_text(_result(dataset, trial))
    cells = _cells(dataset, trials, trial)
    parts = [first, cells["Condition and comparison"]]
    if given := _given(trial):
        parts.append(Text(f"Given: {given}", style="support"))
    last = [
        f"Outcome: {trial.outcome}" if trial.outcome else "",
        f"Paid: {cells['Funding'].plain}" if trial.funding else "",
    ]
    if any(last):
        parts.append(Text(". ".join(part for part in last if part), style="support"))
    return Entry([(Text(str(trial.year), style="title"), 6)], *parts, indent=0)
