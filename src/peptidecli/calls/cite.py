"""What `peptide cite` does."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING

from ..answers.cite import BEST, Filters, search
from ..errors import NotFoundError, UsageError
from ..notation.listing import and_more
from .output import (
    Format,
    Settings,
    answer,
    dataset_of,
    fields_asked,
    named,
    not_empty,
    say,
    write,
    write_document,
    write_pieces,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from rich.console import Console, RenderableType

    from ..dataset.model import Reference, Standing


class CiteFormat(str, Enum):
    """Formats of references."""

    TABLE = "table"
    JSON = "json"
    SVG = "svg"
    NDJSON = "ndjson"
    BIBTEX = "bibtex"
    RIS = "ris"
    CSL_JSON = "csl-json"
    TEXT = "text"
    CSV = "csv"
    MARKDOWN = "markdown"


_WRITERS = {
    CiteFormat.BIBTEX: "bibtex",
    CiteFormat.RIS: "ris",
    CiteFormat.CSL_JSON: "csl",
    CiteFormat.TEXT: "text",
}
"""The module of `formats` for each format that holds references and nothing else."""


def cite(
    settings: Settings,
    query: Sequence[str],
    *,
    compound: str | None = None,
    topic: str | None = None,
    design: str | None = None,
    since: int | None = None,
    until: int | None = None,
    standing: Standing | None = None,
    limit: int | None = None,
    form: CiteFormat = CiteFormat.TABLE,
    style: str | None = None,
    width: int | None = None,
) -> None:
    """Write references, and citations that circulate and are wrong."""
    if style and form is not CiteFormat.TEXT:
        raise UsageError(f"--style is for -f text, not for -f {form.value}")
    not_empty(query)
    dataset = dataset_of(settings)
    filters = Filters(
        compound=named(dataset, compound) if compound else None,
        topic=topic,
        design=design,
        since=since,
        until=until,
        standing=standing,
    )
    found = search(dataset, query, filters)
    drawn = form in {CiteFormat.TABLE, CiteFormat.SVG}
    most = (BEST if drawn else None) if limit is None else limit or None
    if drawn and not fields_asked(form):
        result = found.answer(dataset, most)

        def render(console: Console) -> list[RenderableType]:
            from ..terminal.cite import render_citations  # noqa: PLC0415

            return render_citations(console, dataset, result)

        answer("cite", result, Format(form.value), width, render)
    elif fields_asked(form):
        write_document("cite", found.answer(dataset, most))
    elif form is CiteFormat.NDJSON and found.keys:
        from ..formats.lines import line  # noqa: PLC0415

        write_pieces(map(line, found.hits(dataset, most)))
    elif form is CiteFormat.JSON:
        from ..formats.document import streamed  # noqa: PLC0415

        write_pieces(streamed("cite", found.answer(dataset, 0), "hits", found.hits(dataset, most)))
    elif not found.keys:
        raise NotFoundError(
            f"{found.query!r} is no traced reference, so it is not exported. See: peptide cite {found.query}"
        )
    else:
        own = dataset.own("reference")
        _export((hit.reference for hit in found.hits(dataset, most)), own, form, style)


_MOST_NAMED = 5
"""How many references are named of which a style prints nothing."""


def _export(references: Iterator[Reference], own: Set[str], form: CiteFormat, style: str | None) -> None:
    """Write references in a format that holds them and nothing else, as they are read; those in `own` are marked."""
    if form in {CiteFormat.CSV, CiteFormat.MARKDOWN}:
        from ..formats.rows import csv_pieces, markdown_pieces  # noqa: PLC0415
        from ..formats.tables import REFERENCE, of_reference  # noqa: PLC0415

        pieces = csv_pieces if form is CiteFormat.CSV else markdown_pieces
        write_pieces(pieces(REFERENCE, (of_reference(reference, reference.id in own) for reference in references)))
    elif style:
        from ..formats.styled import styled  # noqa: PLC0415 - a style looks at all references before it writes one

        done = styled(references, style, own)
        write(done.text)
        if done.nothing:
            say(f"{style} prints nothing for {and_more(done.nothing[:_MOST_NAMED], len(done.nothing))}")
    else:
        write_pieces(importlib.import_module(f"..formats.{_WRITERS[form]}", __package__).pieces(references, own))
