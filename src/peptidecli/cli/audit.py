"""`peptide audit`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import ExitCode, UsageError
from .output import Format, FormatOption, WidthOption, answer, dataset_of, new_command

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from ..audit import Article, Audit
    from ..formats.rows import Rows

LONG = 20_000
"""Lines from which a terminal is shown how far the audit is."""


command = new_command()


@command.command(
    short_help="Hold articles against the dataset, line by line.",
    epilog="Examples:  peptide audit article.md   ·   peptide audit page.html -f json",
)
def audit(
    ctx: typer.Context,
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Articles: text, Markdown or HTML; - for standard input.")
    ],
    problems: Annotated[
        bool, typer.Option("--only-problems", help="List only what does not stand; the summary counts all.")
    ] = False,
    form: FormatOption = Format.TABLE,
    width: WidthOption = None,
) -> None:
    """Hold articles against the dataset: citations, identifiers, figures and statements, line by line.

    Ends with 1 when something differs, is retracted, untraced or misattributed. What is unknown here is not called
    wrong: the dataset is not the whole literature.
    """
    # Imported when articles are read, so that listing the commands does not wait for what audits them.
    from ..audit import only_problems, read  # noqa: PLC0415

    if files.count("-") > 1:
        raise UsageError("standard input can be read only once")
    articles = [read(name, sys.stdin.buffer) for name in files]
    for article in articles:
        if article.replaced:
            print(f"{article.name}: {article.replaced} bytes are no UTF-8 and were replaced", file=sys.stderr)
    result = _audited(ctx, articles)
    shown = only_problems(result) if problems else result

    def render(console: Console) -> list[RenderableType]:
        from ..terminal.audit import render_audit  # noqa: PLC0415

        return render_audit(console, shown)

    answer("audit", shown, form, width, render, lambda: _rows(shown))
    if result.summary.problems:
        raise typer.Exit(int(ExitCode.NOT_FOUND))


def _audited(ctx: typer.Context, articles: list[Article]) -> Audit:
    from ..audit import audit as audited  # noqa: PLC0415

    dataset = dataset_of(ctx)
    if not sys.stderr.isatty() or sum(article.lines for article in articles) < LONG:
        return audited(dataset, articles)
    from ..terminal.audit import progress  # noqa: PLC0415

    with progress(articles) as watch:
        return audited(dataset, articles, watch)


def _rows(result: Audit) -> Rows:
    from ..formats.rows import Rows  # noqa: PLC0415

    header = ("file", "line", "kind", "text", "verdict", "detail", "reference")
    rows = tuple((f.file, str(f.line), f.kind, f.text, f.verdict, f.detail, f.reference or "") for f in result.findings)
    return Rows(header=header, rows=rows)
