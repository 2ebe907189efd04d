"""The dataset in numbers on the screen."""

from __future__ import annotations

from collections.abc import Container, Mapping

from rich.console import Console, RenderableType
from rich.text import Text

from ..answers.info import Overview
from ..answers.own import Folder
from . import signs
from .layout import Entry, columns, heading, works_of

_LABEL, _BAR = 34, 24


def render_overview(console: Console, overview: Overview) -> list[RenderableType]:
    """Return the answer to `peptide info`."""
    about = overview.about
    cite = f"{about.title}. Version {about.version}, {about.issued}. Program version {overview.program}."
    answer: list[RenderableType] = [
        Entry([], Text(about.title, style="title"), indent=0),
        Entry([("Version", 14)], f"{about.version} of {about.issued}, program {overview.program}"),
        *(Entry([("Own data" if folder.own else "Data", 14)], _folder(folder)) for folder in overview.folders),
        Entry([("Own data from", 14)], f"{overview.own_data} (read if it is there), PEPTIDE_DATA, --data DIR"),
        Entry([("Store", 14)], _store(overview)),
        Entry([("Cite as", 14)], cite),
        Entry([("Disclaimer", 14)], about.disclaimer),
        Text(),
    ]
    tables: list[tuple[str, str, Mapping[str, int]]] = [
        (
            "References by compound",
            f"{works_of(overview.references, overview.works)}; some study several",
            overview.compounds,
        ),
        ("References by study design", "the highest of each", overview.designs),
        ("References by year", "", overview.years),
        ("References by standing", "", overview.standings),
        ("References by language", "", overview.languages),
        ("References by registry", f"the first trace; {overview.dated_traces} with a dated one", overview.registries),
        (
            "References by how deep they were read",
            _part(sum(overview.read.values()), overview.references),
            overview.read,
        ),
        (
            "Claims by kind",
            f"{overview.claims}; {_part(overview.placed, overview.claims)} say where in the paper they stand",
            overview.kinds,
        ),
        ("Claims by result", "", overview.results),
        ("Statements by verdict", f"{overview.statements}", overview.verdicts),
        ("Citations that are no references", f"{overview.untraced}", overview.problems),
    ]
    for title, aside, counts in tables:
        own = overview.own_compounds if counts is overview.compounds else ()
        bars = _bars(counts, own, min(_BAR, console.width - _LABEL - 9))
        answer += [heading(title, aside), columns(console, bars), Text()]
    if shares := overview.shares:
        whole = {
            "a DOI, or known to have none": shares.doi,
            "volume and pages": shares.place,
            "all authors": shares.authors,
            "a trace to open": shares.traced,
        }
        told = ", ".join(f"{_part(count, shares.articles)} have {name}" for name, count in whole.items())
        answer += [Entry([], f"Of {shares.articles} articles {told}.", indent=0), Text()]
    answer.append(
        Entry([], f"{overview.sources} sources that are not papers, {overview.groups} research groups", indent=0)
    )
    return answer


def _part(count: int, of: int) -> str:
    return f"{count / of:.0%}" if of else "none"


def _store(overview: Overview) -> str:
    store = overview.store
    rows = store.rows
    where = store.path or "in memory, for this command alone"
    return (
        f"{where} ({store.bytes / 1e6:.1f} MB): {rows['file']} files, {rows['name']} names, {rows['claim']} claims, "
        f"{rows['entry']} entries to search"
    )


_KINDS = {"compound": "compounds", "reference": "references", "source": "sources", "statement": "statements",
          "citation": "citations that are none"}  # fmt: skip


def _folder(folder: Folder) -> str:
    """Return a folder with what it contributes: `/path: 2 compounds, 1 reference; 1 extends, 0 replace`."""
    counts = [f"{count} {_KINDS[kind] if count != 1 else kind}" for kind, count in folder.records.items()]
    text = f"{folder.path}: {', '.join(counts) or 'nothing'}"
    laid = {"extending": folder.extends, "replacing": folder.replaces}
    over = ", ".join(f"{count} {what}" for what, count in laid.items() if count)
    return f"{text} ({over} earlier ones)" if over else text


def _bars(counts: Mapping[str, int], own: Container[str], room: int) -> list[RenderableType]:
    most = max(counts.values(), default=1) or 1
    return [
        Entry(
            [(signs.with_own_mark(Text(name), name in own), _LABEL), (Text(f"{count:>4}"), 5)],
            Text("▇" * round(room * count / most), style="number"),
        )
        for name, count in counts.items()
    ]
