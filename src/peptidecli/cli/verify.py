"""`peptide verify`."""

from __future__ import annotations

import datetime
import math
import sys
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..calls.output import Format, answer, dataset_of, named, say, write
from ..errors import DatasetError, ExitCode, UsageError
from .options import FORMAT_HELP, WidthOption, completing, folder_there, new_command, output_named, settings_of

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from ..answers.news import News
    from ..answers.verify import Verification
    from ..dataset.dataset import Dataset
    from ..formats.rows import Rows

command = new_command()

LONGEST = 3600
"""Seconds up to which an answer is waited for."""


class VerifyFormat(str, Enum):
    """Formats of what registries say; bibtex and atom of what is new."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    BIBTEX = "bibtex"
    ATOM = "atom"
    NDJSON = "ndjson"


def _offered(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Return what may be named: compounds behind --new, else references."""
    return completing("compounds" if ctx.params.get("new") else "references")(ctx, incomplete)


@command.command(
    short_help="Hold references against PubMed and Crossref; find what is new.",
    epilog="Examples:  peptide verify dolotov-2006-hippocampus   ·   peptide verify --new semax --since 2026-11-01",
)
def verify(
    ctx: typer.Context,
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID...]", help="References by id, DOI or PMID; with --new compounds.", autocompletion=_offered
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="All references; with --new, all compounds.")] = False,
    new: Annotated[bool, typer.Option("--new", help="What is new about the compounds named, or all.")] = False,
    since: Annotated[
        datetime.datetime | None,
        typer.Option("--since", metavar="DAY", formats=["%Y-%m-%d"], help="With --new: since this day, as 2026-11-01."),
    ] = None,
    watch_file: Annotated[
        Path | None, typer.Option("--watch-file", metavar="FILE", help="With --new: report each find once.")
    ] = None,
    fill: Annotated[bool, typer.Option("--fill", help="Show what we lack as a difference, and write it.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Write without asking.")] = False,
    report: Annotated[
        Path | None, typer.Option("--write-report", metavar="FILE", help="Write the findings as Markdown, too.")
    ] = None,
    mailto: Annotated[
        str | None,
        typer.Option(
            "--mailto",
            metavar="ADDRESS",
            envvar="PEPTIDE_MAILTO",
            show_envvar=True,
            help="Your address, for the services.",
        ),
    ] = None,
    timeout: Annotated[
        float,
        typer.Option("--timeout", min=0.1, max=LONGEST, metavar="SECONDS", help="Wait so long for an answer."),
    ] = 30.0,
    fresh: Annotated[bool, typer.Option("--fresh", help="Ask again what was answered in the last week.")] = False,
    form: Annotated[VerifyFormat, typer.Option("--format", "-f", help=FORMAT_HELP)] = VerifyFormat.TABLE,
    width: WidthOption = None,
) -> None:
    """Ask PubMed and Crossref what they say of references; with --new also ClinicalTrials.gov for what is new.

    Ends with 1 when something differs, is lacking or has changed, with 4 when a registry did not answer; what was
    answered is kept for a week, so that a run that was interrupted goes on where it was. Needs the extra 'online'.
    NCBI_API_KEY is sent to NCBI, which then answers faster.
    """
    if not new and (since or watch_file or form in {VerifyFormat.BIBTEX, VerifyFormat.ATOM}):
        raise UsageError("--since, --watch-file, -f bibtex and -f atom go with --new")
    if new and (fill or report):
        raise UsageError("--fill and --write-report do not go with --new")
    if yes and not fill:
        raise UsageError("--yes goes with --fill: nothing is written without it")
    if not new and bool(names) == everything:
        raise UsageError("name references, or ask for --all of them. What is new: peptide verify --new")
    if math.isnan(timeout):
        raise UsageError("--timeout takes a number of seconds")
    for output in filter(None, (report, watch_file)):
        folder_there(output)
    if report:
        from ..answers.verify import replaces  # noqa: PLC0415

        if not replaces(report):
            raise UsageError(f"{report} is there already and is no report of verify; name another file")
    from ..registries.client import Client  # noqa: PLC0415 - an extra

    dataset = dataset_of(settings_of(ctx))
    settings = settings_of(ctx)
    with Client(mailto=mailto, timeout=timeout, fresh=fresh or new, cache=settings.cache) as client:
        if new:
            _new(dataset, client, names or [], since.date() if since else None, watch_file, form, width)
        else:
            _verify(dataset, client, names or list(dataset.references), fill, yes, report, form, width)


def _verify(
    dataset: Dataset, client: Any, keys: list[str], fill: bool, yes: bool, report: Path | None, form: VerifyFormat,
    width: int | None,
) -> None:  # fmt: skip
    from ..answers import verify as answers  # noqa: PLC0415
    from ..terminal.verify import progress, render_verification  # noqa: PLC0415

    with progress("Asking PubMed and Crossref") as watch:
        result = answers.verify(dataset, keys, client, watch)

    def render(console: Console) -> list[RenderableType]:
        return render_verification(console, result)

    answer("verify", result, Format(form.value), width, render, lambda: _rows(result))
    if report:
        with output_named():
            answers.write_report(report, result)
    if fill:
        _fill(dataset, result, yes)
    for item in result.unanswered:
        say(f"peptide: {item.reason}")
    if result.unanswered:
        raise typer.Exit(int(ExitCode.REGISTRY))
    if result.findings:
        raise typer.Exit(int(ExitCode.NOT_FOUND))


def _fill(dataset: Dataset, result: Verification, yes: bool) -> None:
    """Show on stderr what would be written, and write it when the person agrees."""
    from ..answers import verify as answers  # noqa: PLC0415

    filled = answers.fill(dataset, result)
    if not filled:
        silent = " and ".join(item.registry for item in result.unanswered)
        say(f"Nothing to fill in: {silent} did not answer." if silent else "Nothing is lacking that a registry has.")
        return
    for file in filled:
        for line in file.difference.splitlines():
            say(line)
    if not yes and not sys.stdin.isatty():
        say("Not written; look at the difference, then give --yes.")
        return
    if yes or typer.confirm("Write it?", err=True):
        answers.write(filled)
        for file in filled:
            say(f"{file.file}: {file.references} references filled in")


def _rows(result: Verification) -> Rows:
    from ..formats.rows import Rows  # noqa: PLC0415

    header = ("reference", "kind", "field", "ours", "theirs", "registry", "URL")
    rows = tuple(
        (f.reference, f.kind, f.field, f.ours or "", f.theirs or "", f.registry, f.url or "") for f in result.findings
    )
    return Rows(header=header, rows=rows)


def _new(
    dataset: Dataset, client: Any, names: list[str], since: datetime.date | None, watch_file: Path | None,
    form: VerifyFormat, width: int | None,
) -> None:  # fmt: skip
    from ..answers import news as answers  # noqa: PLC0415
    from ..terminal.verify import progress, render_news  # noqa: PLC0415

    compounds = [dataset.compounds[named(dataset, name)] for name in names] or list(dataset.compounds.values())
    if watch_file and watch_file.is_dir():
        raise DatasetError(watch_file, "is a folder; name a file")
    with progress("Asking PubMed, Crossref and ClinicalTrials.gov") as watch:
        result = answers.news(dataset, compounds, client, since, watch)
    if watch_file:
        result = answers.unreported(result, watch_file)

    def render(console: Console) -> list[RenderableType]:
        return render_news(console, result)

    if form is VerifyFormat.ATOM:
        from ..formats.atom import atom  # noqa: PLC0415

        write(atom(result.finds, datetime.datetime.now(datetime.timezone.utc)))
    elif form is VerifyFormat.BIBTEX:
        from ..answers.add import as_references  # noqa: PLC0415
        from ..formats.bibtex import bibtex  # noqa: PLC0415

        write(bibtex(as_references(dataset, result.finds)))
    else:
        answer("verify", result, Format(form.value), width, render, lambda: _new_rows(result))
    for item in result.unanswered:
        say(f"peptide: {item.reason}")
    if watch_file:
        answers.note(result, watch_file)
    if result.unanswered:
        raise typer.Exit(int(ExitCode.REGISTRY))


def _new_rows(result: News) -> Rows:
    from ..formats.rows import Rows  # noqa: PLC0415

    header = ("id", "kind", "compound", "title", "author", "issued", "journal", "DOI", "PMID", "subject", "n", "about",
              "why", "status", "URL", "take")  # fmt: skip
    rows = tuple(
        (f.id, f.kind, f.compound, f.title, "; ".join(f.author), str(f.issued or ""), f.container_title or "",
         f.doi or "", f.pmid or "", f.subject or "", str(f.n or ""), f.about, f.why, f.status or "", f.url,
         f.take or "")
        for f in result.finds
    )  # fmt: skip
    return Rows(header=header, rows=rows)
