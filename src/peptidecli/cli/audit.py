"""`peptide audit`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import ExitCode, NotFoundError, UsageError
from .output import FORMAT_HELP, Format, WidthOption, answer, dataset_of, new_command, say, write

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from ..audit import Audit
    from ..audit.corpus import Document
    from ..audit.findings import Finding
    from ..audit.report import Report
    from ..audit.running import Outcome
    from ..dataset.dataset import Dataset
    from ..formats.rows import Rows

LONG = 20_000
"""Lines from which a terminal is shown how far the audit is."""
SEVERAL = 8
"""Documents from which all cores are used, where nobody has said how many."""


class AuditFormat(str, Enum):
    """Formats of an audit: those of all answers, a line of JSON for each finding, and SARIF."""

    TABLE = "table"
    JSON = "json"
    NDJSON = "ndjson"
    CSV = "csv"
    MARKDOWN = "markdown"
    SARIF = "sarif"
    SVG = "svg"


command = new_command()


@command.command(
    short_help="Hold articles and bibliographies against the dataset, line by line.",
    epilog="Examples:  peptide audit article.md   ·   peptide audit library.bib --report",
)
def audit(
    ctx: typer.Context,
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE...",
            show_default=False,
            help="Articles (text, Markdown, HTML, LaTeX), bibliographies (.bib, .ris, .nbib, CSL-JSON, EndNote XML), "
            "tables with a DOI or PMID column (.csv, .tsv), documents (.docx, .pdf, .epub); folders, patterns, .zip, "
            ".tar, .ndjson, .parquet and .warc of them; - for standard input.",
        ),
    ] = None,
    problems: Annotated[
        bool, typer.Option("--only-problems", help="List only what does not stand; the summary counts all.")
    ] = False,
    explain: Annotated[
        str | None,
        typer.Option(
            "--explain",
            metavar="CODE",
            help="Say what a code such as citation-differs means; with files, list only its findings (all: every one), "
            "each with its reference in full.",
        ),
    ] = None,
    report: Annotated[
        bool,
        typer.Option("--report", help="What is wrong in how many files, and which are worst, instead of findings."),
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", min=1, max=256, metavar="N", help="Processes to work with; all cores for many files."),
    ] = None,
    resume: Annotated[
        Path | None,
        typer.Option("--resume", metavar="FILE", help="Keep what is done in FILE, and go on where it ends."),
    ] = None,
    scheduler: Annotated[
        str | None,
        typer.Option(
            "--scheduler", metavar="ADDRESS", help="Work on the cluster of this Dask scheduler (extra cluster)."
        ),
    ] = None,
    form: Annotated[
        AuditFormat, typer.Option("--format", "-f", help=FORMAT_HELP, show_default=True)
    ] = AuditFormat.TABLE,
    width: WidthOption = None,
) -> None:
    """Hold articles and bibliographies against the dataset: citations, identifiers, figures and statements.

    Ends with 1 when something differs, is retracted, untraced or misattributed. What is unknown here is not called
    wrong: the dataset is not the whole literature. Nothing is fetched, and nothing is changed.
    """
    names = files or []
    _check_explained(explain)
    if not names:
        if explain is None:
            raise UsageError("name what is to be audited, or - for standard input")
        _explain_code(explain)
        return
    if names.count("-") > 1:
        raise UsageError("standard input can be read only once")
    # Imported when articles are read, so that listing the commands does not wait for what audits them.
    from ..audit.corpus import is_corpus  # noqa: PLC0415

    dataset = dataset_of(ctx)
    if (
        len(names) == 1
        and not is_corpus(names[0])
        and not (report or resume or scheduler or form is AuditFormat.NDJSON)
    ):
        outcomes = iter(_one(dataset, names[0]))
    else:
        outcomes = _many(dataset, names, jobs, resume, scheduler)
    if report:
        wrong = _print_report(outcomes, form, width)
    elif form is AuditFormat.NDJSON:
        wrong = _print_lines(outcomes, problems)
    else:
        wrong = _print_audit(dataset, list(outcomes), form, width, problems, explain)
    if wrong:
        raise typer.Exit(int(ExitCode.NOT_FOUND))


# -- what is audited -------------------------------------------------------------------------------------------------


def _one(dataset: Dataset, name: str) -> Sequence[Outcome]:
    """Return what comes of one article; what is wrong with it is an error, and a long one shows how far it is."""
    from ..audit import Auditor, read  # noqa: PLC0415
    from ..audit.running import outcome_of  # noqa: PLC0415

    article = read(name, sys.stdin.buffer)
    if sys.stderr.isatty() and article.lines >= LONG:
        from ..terminal.audit import progress  # noqa: PLC0415

        with progress([article]) as watch:
            audited = Auditor(dataset).audit(article, watch)
    else:
        audited = Auditor(dataset).audit(article)
    outcome = outcome_of(audited)
    _tell(outcome)
    return (outcome,)


def _many(
    dataset: Dataset, names: Sequence[str], jobs: int | None, resume: Path | None, scheduler: str | None
) -> Iterator[Outcome]:
    """Yield what comes of many documents; one that fails is named on stderr, and the others go on."""
    from ..audit.corpus import documents, is_corpus  # noqa: PLC0415
    from ..audit.journal import Journal  # noqa: PLC0415
    from ..audit.running import run, run_on_cluster  # noqa: PLC0415

    journal = Journal(resume) if resume else None
    with journal or nullcontext():
        if journal and journal.done:
            say(f"{resume}: {len(journal.done)} files are done, going on")
        found = documents(names, sys.stdin.buffer)
        waiting: Iterator[Document] = (doc for doc in found if not (journal and doc.name in journal.done))
        if scheduler:
            outcomes = run_on_cluster(dataset, waiting, scheduler)
        else:
            several = len(names) >= SEVERAL or any(is_corpus(name) for name in names)
            outcomes = run(dataset, waiting, jobs or (_cores() if several else 1))
        for outcome in outcomes:
            _tell(outcome)
            if journal:
                journal.write(outcome)
            else:
                yield outcome
        if journal:
            yield from journal.outcomes()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _tell(outcome: Outcome) -> None:
    """Say on stderr what of a file could not be read."""
    if outcome.reading is None:
        say(f"{outcome.file} {outcome.error}")
    for reading in outcome.readings:
        if reading.replaced:
            say(f"{reading.file}: {reading.replaced} bytes are no {reading.encoding.upper()} and were replaced")
        elif reading.encoding not in {"utf-8", "utf-16"}:
            say(f"{reading.file}: read as {reading.encoding}")
        for reason in reading.absent:
            say(f"{reading.file} names a bibliography: {reason}")


# -- how it is printed -----------------------------------------------------------------------------------------------


def _print_audit(
    dataset: Dataset, outcomes: Sequence[Outcome], form: AuditFormat, width: int | None, problems: bool,
    explain: str | None,
) -> bool:  # fmt: skip
    from ..audit import Audit, only_problems  # noqa: PLC0415
    from ..audit.explaining import code  # noqa: PLC0415
    from ..audit.findings import summary  # noqa: PLC0415

    findings = tuple(finding for outcome in outcomes for finding in outcome.findings)
    readings = tuple(reading for outcome in outcomes for reading in outcome.readings)
    result = Audit(files=readings, findings=findings, summary=summary(findings))
    shown = only_problems(result) if problems else result
    if explain:
        kept = tuple(f for f in shown.findings if explain in {"all", code(f)})
        shown = Audit(files=readings, findings=kept, summary=result.summary)
    if form is AuditFormat.SARIF:
        write(_sarif(shown))
    elif form is AuditFormat.MARKDOWN:
        write(_comment(shown))
    else:
        works = _works(dataset, shown.findings) if explain else None

        def render(console: Console) -> list[RenderableType]:
            from ..terminal.audit import render_audit  # noqa: PLC0415

            return render_audit(console, shown, works)

        answer("audit", shown, Format(form.value), width, render, lambda: _rows(shown.findings))
    failed = any(_failed(outcome) for outcome in outcomes)
    return bool(result.summary.problems) or failed


def _failed(outcome: Outcome) -> bool:
    """Tell whether a file, or a bibliography that it names, could not be read."""
    return outcome.reading is None or bool(outcome.reading.absent)


def _print_lines(outcomes: Iterator[Outcome], problems: bool) -> bool:
    """Write a line of JSON for each finding as it comes."""
    from ..audit import PROBLEMS  # noqa: PLC0415
    from ..formats.lines import line  # noqa: PLC0415

    wrong = False
    for outcome in outcomes:
        wrong |= _failed(outcome) or any(finding.verdict in PROBLEMS for finding in outcome.findings)
        kept = (finding for finding in outcome.findings if not problems or finding.verdict in PROBLEMS)
        write("".join(map(line, kept)))
    return wrong


def _print_report(outcomes: Iterator[Outcome], form: AuditFormat, width: int | None) -> bool:
    from ..audit.report import Tally  # noqa: PLC0415

    if form in {AuditFormat.SARIF, AuditFormat.NDJSON}:
        raise UsageError(f"a report has no {form.value}; take table, json, csv, markdown or svg")
    tally = Tally()
    for outcome in outcomes:
        tally.add(outcome)
    result = tally.report()

    def render(console: Console) -> list[RenderableType]:
        from ..terminal.audit import render_report  # noqa: PLC0415

        return render_report(console, result)

    answer("audit", result, Format(form.value), width, render, lambda: _report_rows(result))
    return bool(result.summary.problems or result.failed)


def _rows(findings: Sequence[Finding]) -> Rows:
    from ..formats.rows import Rows  # noqa: PLC0415

    header = ("file", "line", "kind", "text", "verdict", "detail", "reference", "own")
    rows = tuple(
        (f.file, str(f.line), f.kind, f.text, f.verdict, f.detail, f.reference or "", "own" * f.own) for f in findings
    )
    return Rows(header=header, rows=rows)


def _report_rows(result: Report) -> Rows:
    from ..formats.rows import Rows  # noqa: PLC0415

    header = ("pages", "times", "kind", "verdict", "text", "detail", "reference")
    rows = tuple(
        (str(f.pages), str(f.times), f.kind, f.verdict, f.text, f.detail, f.reference or "")
        for f in (*result.faults, *result.retracted)
    )
    return Rows(header=header, rows=rows)


def _comment(result: Audit) -> str:
    from ..audit import PROBLEMS  # noqa: PLC0415
    from ..formats.comment import as_comment  # noqa: PLC0415
    from ..formats.rows import Rows  # noqa: PLC0415

    summary = result.summary
    head = (
        f"**peptide audit**: {summary.checked} checked, {summary.stand} as the dataset has it, "
        f"{summary.problems} not, {summary.unknown} unknown"
    )
    ordered = sorted(result.findings, key=lambda finding: finding.verdict not in PROBLEMS)
    rows = tuple((f"{f.file}:{f.line}", f.verdict, f.text, _told(f)) for f in ordered)
    return as_comment(
        head, Rows(header=("Where", "Verdict", "As it stands", "What is known"), rows=rows), f"_{result.note}_"
    )


def _told(finding: Finding) -> str:
    """Return what is known, marked where it rests on the user's own data."""
    return f"own: {finding.detail}" if finding.own else finding.detail


def _sarif(result: Audit) -> str:
    from .. import __version__  # noqa: PLC0415
    from ..audit import PROBLEMS  # noqa: PLC0415
    from ..audit.explaining import CODES, code, meaning  # noqa: PLC0415
    from ..formats.sarif import Result, Rule, as_sarif  # noqa: PLC0415

    rules = [Rule(id=of, meaning=meaning(of)) for of in CODES]
    results = (
        Result(code(f), "warning" if f.verdict in PROBLEMS else "note", f"{f.text}: {_told(f)}", f.file, f.line)
        for f in result.findings
        if f.verdict != "matches"
    )
    return as_sarif(__version__, rules, results)


# -- codes -----------------------------------------------------------------------------------------------------------


def _check_explained(explain: str | None) -> None:
    if explain is None:
        return
    from ..audit.explaining import CODES  # noqa: PLC0415

    if explain not in {"all", *CODES}:
        raise NotFoundError(f"no code {explain!r}; there are all, {', '.join(CODES)}")


def _explain_code(explain: str) -> None:
    from ..audit.explaining import CODES, meaning  # noqa: PLC0415

    for of in CODES if explain == "all" else (explain,):
        write(f"{of}: {meaning(of)}\n")


def _works(dataset: Dataset, findings: Sequence[Finding]) -> dict[str, str]:
    """Return the references of findings in full."""
    from ..formats.text import vancouver  # noqa: PLC0415

    keys = tuple(dict.fromkeys(finding.reference for finding in findings if finding.reference))
    return {key: vancouver([dataset.references[key]]).strip() for key in keys}
