"""What `peptide show` does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from ..answers.show import SECTIONS, Profile, part, profile
from ..errors import NotFoundError, UsageError
from .output import Format, Settings, answer, dataset_of, found_by_name, tell

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from ..formats.paper import Paper
    from ..formats.rows import Rows


def show(
    settings: Settings,
    name: str,
    *,
    section: Sequence[str] = (),
    refs: bool = False,
    ref: Sequence[int] = (),
    everything: bool = False,
    form: Format = Format.TABLE,
    width: int | None = None,
) -> None:
    """Write what is known of a compound: the first screen, parts of the profile, or all of it."""
    if sum(map(bool, (section, refs, ref, everything))) > 1:
        raise UsageError("--section, --refs, --ref and --all exclude each other")
    dataset = dataset_of(settings)
    [(compound, match)] = found_by_name(dataset, "show", [name])
    whole = profile(dataset, compound, match)
    tell(match, compound.name)
    chosen = ["references"] if refs or ref else _sections(section)
    result = part(dataset, whole, chosen) if chosen else whole
    if ref:
        result = _numbered(result, ref)

    def render(console: Console) -> list[RenderableType]:
        if not chosen and not everything:
            from ..terminal.first_screen import render_first_screen  # noqa: PLC0415

            return render_first_screen(console, dataset, whole)
        from ..terminal.show import render_profile  # noqa: PLC0415

        return render_profile(console, dataset, result, ["head", *chosen, "references"] if chosen else ())

    def rows() -> Rows:
        from ..formats import tables  # noqa: PLC0415

        if refs or ref:
            return tables.of_numbered(result)
        return tables.of_sections(dataset, result, chosen)

    def paper() -> Paper:
        from ..formats.papers import paper as document  # noqa: PLC0415

        return document(dataset, result)

    answer("show", result, form, width, render, rows, paper=paper)


def _sections(wanted: Sequence[str]) -> list[str]:
    """Return sections by their names; raise UsageError for one that is none, naming the nearest."""
    found = []
    for name in wanted:
        near = [section for section in SECTIONS if section.startswith(name.lower())]
        if name.lower() not in SECTIONS and len(near) != 1:
            raise UsageError(f"there is no section {name!r}; sections: {', '.join(SECTIONS)}")
        found.append(name.lower() if name.lower() in SECTIONS else near[0])
    return found


def _numbered(whole: Profile, numbers: Sequence[int]) -> Profile:
    kept = tuple(item for item in whole.references if item.number in numbers)
    missing = sorted(set(numbers) - {item.number for item in kept})
    if missing:
        most = len(whole.references)
        raise NotFoundError(f"{whole.compound.name} has no reference {missing[0]}; they are numbered 1 to {most}")
    return msgspec.structs.replace(whole, references=kept, sources=())
