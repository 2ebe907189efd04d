"""`peptide audit`."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..calls.output import Format, answer, dataset_of, say, write, write_pieces
from ..errors import ExitCode, NotFoundError, UsageError
from ..notation.visible import in_a_line
from .options import FORMAT_HELP, WidthOption, folder_there, new_command, no_stream, output_named, settings_of

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from ..audit import Audit
    from ..audit.document import Aside, Document
    from ..audit.findings import Finding
    from ..audit.journal import Journal
    from ..audit.online.running import Online
    from ..audit.report import Report
    from ..audit.running import Outcome
    from ..audit.second import Second
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


_WITH_READING = frozenset({AuditFormat.TABLE, AuditFormat.SVG, AuditFormat.JSON})
"""Formats that say how a file was read, beside what was found in it."""

command = new_command()


@command.command(
    short_help="Hold articles and bibliographies against the dataset, line by line.",
    epilog="Examples:  peptide audit article.md   ·   peptide audit library.bib --online",
)
def audit(
    ctx: typer.Context,
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE...",
            show_default=False,
            help="Articles (text, Markdown, HTML, LaTeX, XML of PubMed Central), bibliographies (.bib, .ris, .nbib, "
            ".enw, CSL-JSON, EndNote XML), tables with a DOI or PMID column (.csv, .tsv), documents (.docx, .pdf, "
            ".epub); folders, patterns, .zip, .tar, .ndjson, .parquet and .warc of them; - for standard input. Not "
            "read: comments, alternative texts, noscript, frames, data for programs, annotations of a PDF but what is "
            "typed on it, abstracts of works in bibliographies.",
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
            help="Say what a code such as citation-differs holds, when it can be wrong and what to do; with files, "
            "list only its findings (all: every one), each with its reference in full.",
        ),
    ] = None,
    silenced: Annotated[
        bool, typer.Option("--silenced", help="List also what is silenced, with the reason; JSON and SARIF always do.")
    ] = False,
    fail_on: Annotated[
        str,
        typer.Option(
            "--fail-on",
            metavar="VERDICT|CODE,...",
            show_default=True,
            help="What ends with 1: verdicts, codes, or none of what is found.",
        ),
    ] = "differs,retracted,untraced,misattributed",
    corrected: Annotated[
        Path | None,
        typer.Option(
            "--corrected",
            metavar="OUT.bib",
            help="Write a copy of the BibTeX file with the record's fields where they differ; shown on stderr.",
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Let --corrected and --left replace what is there.")] = False,
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
    online: Annotated[
        bool,
        typer.Option(
            "--online", help="Ask PubMed, Crossref and doi.org for what the dataset does not hold (extra online)."
        ),
    ] = False,
    left: Annotated[
        Path | None,
        typer.Option(
            "--left",
            metavar="OUT.json",
            help="Write every line of pages on compounds, beside all that is held of them, for a second reader: a "
            "person, or a language model.",
        ),
    ] = None,
    answers: Annotated[
        Path | None,
        typer.Option(
            "--answers", metavar="IN.ndjson", help="Add what a second reader found, as far as it is the dataset's."
        ),
    ] = None,
    form: Annotated[
        AuditFormat, typer.Option("--format", "-f", help=FORMAT_HELP, show_default=True, case_sensitive=False)
    ] = AuditFormat.TABLE,
    width: WidthOption = None,
) -> None:
    """Hold articles and bibliographies against the dataset: citations, identifiers, figures and statements.

    Ends with 1 when something differs, is retracted, untraced or misattributed, or what --fail-on names, and when a
    part of what is named cannot be read (a file of a folder or an archive, a row of a table); with 2 when what is named
    cannot be. What a person has silenced does not count: <!-- peptide: ignore CODE reason --> at the end of its line,
    or [[silence]] with code, key and reason in a peptide.toml beside it. What is unknown here is not called wrong: the
    dataset is not the whole literature. Nothing is changed, and without --online nothing is fetched; with it the audit
    ends with 4 when a registry did not answer, and the same command goes on where it was.
    """
    names = files or []
    _check_explained(explain, report=report, named=bool(names))
    if not names:
        _explain_code(explain, form)
        return
    if scheduler == "":
        raise UsageError("--scheduler has no address; one is tcp://HOST:8786")
    _check_together(names, corrected, resume, force=force, online=online and bool(jobs or scheduler))
    _check_outputs({"--corrected": corrected, "--left": left, "--resume": resume, "--answers": answers})
    _check_second(left, answers, names, force=force, alone=not (online or jobs or resume or scheduler))
    asking = _Asking(ctx) if online else None
    # Imported when articles are read, so that listing the commands does not wait for what audits them.
    from ..audit.explaining import failing  # noqa: PLC0415
    from ..audit.silencing import Silences  # noqa: PLC0415

    # Readers of documents leave circles behind, and there may be many documents.
    gc.enable()
    dataset = dataset_of(settings_of(ctx))
    alone = not (report or resume or scheduler or form is AuditFormat.NDJSON)
    if left or answers:
        outcomes = _with_second(dataset, names, left, answers)
    elif asking:
        outcomes = asking.outcomes(dataset, names, resume)
    else:
        outcomes = _outcomes(dataset, names, jobs, resume, scheduler, alone=alone)
    if not report and form not in _WITH_READING:
        outcomes = _passed_over_told(outcomes)
    silences = Silences()
    watched = _Watched(silences.over(outcomes), failing(fail_on))
    found: Iterator[Outcome] = iter(watched)
    if corrected:
        found = iter(_corrected(dataset, corrected, list(found), names))
    if report:
        _print_report(found, form, width)
    elif form is AuditFormat.NDJSON:
        _print_lines(found, explain, problems)
    else:
        _print_audit(dataset, list(found), names, form, width, problems, explain, silenced=silenced)
    for idle in silences.idle(names):
        say(idle)
    if asking and asking.say():
        raise typer.Exit(int(ExitCode.REGISTRY))
    watched.end(names)


class _Watched:
    """Outcomes as they pass, and whether one ends the run with 1: by what is found, or because it cannot be read."""

    def __init__(self, outcomes: Iterator[Outcome], on: Sequence[str]) -> None:
        self._outcomes, self._on = outcomes, tuple(on)
        self.failed = False
        self.unread: set[str] = set()

    def __iter__(self) -> Iterator[Outcome]:
        from ..audit.explaining import fails  # noqa: PLC0415

        for outcome in self._outcomes:
            if outcome.reading is None:
                self.failed = True
                self.unread.add(outcome.file)
            self.failed |= any(reading.absent for reading in outcome.readings)
            self.failed |= any(fails(finding, self._on) for finding in outcome.findings)
            yield outcome

    def end(self, names: Sequence[str]) -> None:
        """End with what the outcomes say: 2 where what is named alone cannot be read, 1 where one has failed."""
        if not self.unread.isdisjoint(map(in_a_line, names)):
            raise typer.Exit(int(ExitCode.USAGE))
        if self.failed:
            raise typer.Exit(int(ExitCode.NOT_FOUND))


def _check_together(
    names: Sequence[str], out: Path | None, resume: Path | None, *, force: bool, online: bool
) -> None:  # fmt: skip
    """Refuse what does not go together.

    `out` must not be there unless by `force`, and its folder must; `resume` must be none of what is audited, `online`
    not be asked for with several processes.
    """
    if "" in names:
        raise UsageError("one of the names of files is empty")
    if names.count("-") > 1:
        raise UsageError("standard input can be read only once")
    if out:
        _check_free("--corrected", out, names, force=force)
    if resume:
        no_stream(resume)
    if resume and any(_same(resume, name) for name in names):
        raise UsageError(f"{resume} is audited itself; name another file for the journal")
    if online:
        raise UsageError("--online asks one question at a time; leave out --jobs and --scheduler")


def _check_free(option: str, out: Path, names: Sequence[str], *, force: bool) -> None:
    """Refuse to write where there is no folder, over what is audited, and where something is unless by `force`."""
    folder_there(out)
    _check_unaudited(option, out, names)
    if out.is_dir():
        raise UsageError(f"{out} is a folder; name a file")
    if not force and os.path.lexists(out):
        raise UsageError(f"{out} is there already; with --force it is replaced")


def _check_unaudited(option: str, out: Path, names: Sequence[str]) -> None:
    """Refuse to write over what is audited: a file that is named, or that lies in a folder or under a pattern."""
    import glob  # noqa: PLC0415 - only where a file is written

    if not os.path.lexists(out):
        return
    real = Path(os.path.realpath(out))
    for name in names:
        among = Path(os.path.realpath(name)) in real.parents and os.path.isdir(name)  # noqa: PTH112 - any name
        matched = glob.has_magic(name) and any(_same(out, found) for found in glob.iglob(name, recursive=True))  # noqa: PTH207
        if among or matched or _same(out, name):
            raise UsageError(f"{out} is audited itself, and is never changed; name another file for {option}")


def _check_outputs(paths: dict[str, Path | None]) -> None:
    """Refuse one file that is to be two things."""
    held: dict[str, str] = {}
    for option, path in paths.items():
        before = held.setdefault(os.path.realpath(path), option) if path else option
        if before != option:
            raise UsageError(f"{path} cannot be that of {before} and of {option}; name two files")


def _same(path: Path, name: str) -> bool:
    try:
        return path.samefile(name)
    except (OSError, ValueError):  # one of them is not there, or no path at all
        return False


# -- what is audited -------------------------------------------------------------------------------------------------


def _outcomes(
    dataset: Dataset, names: Sequence[str], jobs: int | None, resume: Path | None, scheduler: str | None, *, alone: bool
) -> Iterator[Outcome]:  # fmt: skip
    """Return what comes of what is named: one article at once, `alone`, many as they come."""
    from ..audit.corpus import is_corpus  # noqa: PLC0415

    if alone and len(names) == 1 and not is_corpus(names[0]):
        return iter(_one(dataset, names[0]))
    return _many(dataset, names, jobs, resume, scheduler)


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
    dataset: Dataset,
    names: Sequence[str],
    jobs: int | None = None,
    resume: Path | None = None,
    scheduler: str | None = None,
    second: Second | None = None,
) -> Iterator[Outcome]:
    """Yield what comes of many documents; one that fails is named on stderr, and the others go on.

    `second` hears of each, in this process.
    """
    from ..audit.corpus import documents, is_corpus  # noqa: PLC0415
    from ..audit.document import Aside  # noqa: PLC0415
    from ..audit.journal import Journal  # noqa: PLC0415
    from ..audit.running import run, run_on_cluster  # noqa: PLC0415

    journal = Journal(resume, dataset.stamp) if resume else None
    with journal or nullcontext():
        _say_done(journal)
        left_out = Aside()
        waiting: Iterator[Document] = documents(names, sys.stdin.buffer, left_out)
        if journal:
            waiting = journal.waiting(waiting)
        if scheduler:
            outcomes = run_on_cluster(dataset, waiting, scheduler)
        else:
            several = len(names) >= SEVERAL or any(is_corpus(name) for name in names)
            outcomes = run(dataset, waiting, jobs or (_cores() if several and not second else 1), second)
        for outcome in outcomes:
            _tell(outcome)
            if journal:
                journal.write(outcome)
            else:
                yield outcome
        _say_left_out(left_out)
        if journal:
            _say_again(journal)
            yield from journal.outcomes()


def _check_second(
    out: Path | None, answers: Path | None, names: Sequence[str], *, force: bool, alone: bool
) -> None:  # fmt: skip
    """Refuse what does not go together with a second reader, and a place for the sentences that is taken."""
    if not alone and (out or answers):
        raise UsageError("--left and --answers read file by file; leave out --online, --jobs, --resume and --scheduler")
    if out:
        _check_free("--left", out, names, force=force)


def _with_second(
    dataset: Dataset, names: Sequence[str], out: Path | None, answers: Path | None
) -> Iterator[Outcome]:  # fmt: skip
    """Yield what comes of documents that a second reader has read, or is to read; say which answers stand nowhere."""
    from ..audit.second import Second, answers_in  # noqa: PLC0415
    from ..dataset.writing import write_text  # noqa: PLC0415
    from ..formats.document import document  # noqa: PLC0415

    second = Second(dataset, answers_in(answers) if answers else ())
    yield from _many(dataset, names, second=second)
    for why in second.unplaced():
        say(in_a_line(f"{answers}: an answer is not taken: {why}"))
    if out:
        with output_named():
            write_text(out, document("audit", second.paper()), force=True)
        say(f"{out}: {len(second.left)} sentences for a second reader")


_MOST_COLUMNS = 20
"""Columns with a further text that are named; of a corpus of many tables there may be thousands."""


def _say_left_out(left_out: Aside) -> None:
    """Say how many files of folders and archives were passed over, and of what kinds, and which columns of rows."""
    if number := left_out.files.total():
        kinds = ", ".join(kind or "no ending" for kind in sorted(left_out.files))
        say(f"{number} {'file is' if number == 1 else 'files are'} no article by name or kind and left out: {kinds}")
    told = [
        f"{name}: {number} {'row has' if number == 1 else 'rows have'} another text under {column}, which was not read"
        for name, columns in left_out.columns.items()
        for column, number in columns.items()
    ]
    for line in told[:_MOST_COLUMNS]:
        say(line)
    if len(told) > _MOST_COLUMNS:
        say(f"and so on, of {len(told) - _MOST_COLUMNS} more columns")


def _say_done(journal: Journal | None) -> None:
    if journal and journal.done:
        held = "1 file is" if journal.done == 1 else f"{journal.done} files are"
        say(f"{journal.path}: {held} done, going on")


def _say_again(journal: Journal) -> None:
    if journal.again:
        read = "1 file was" if journal.again == 1 else f"{journal.again} files were"
        say(f"{journal.path}: {read} read again, not being as it was, or to be held against other data")


class _Asking:
    """The audit that asks registries, and what it has to say of them at the end."""

    def __init__(self, ctx: typer.Context) -> None:
        from ..registries.client import Client  # noqa: PLC0415 - an extra

        self._client = Client(cache=settings_of(ctx).cache)
        self._online: Online | None = None

    def outcomes(self, dataset: Dataset, names: Sequence[str], resume: Path | None) -> Iterator[Outcome]:
        """Yield what comes of the documents; of those in the journal only what every place has answered is done."""
        from ..audit.corpus import documents, is_corpus  # noqa: PLC0415
        from ..audit.document import Aside  # noqa: PLC0415
        from ..audit.journal import Journal  # noqa: PLC0415
        from ..audit.online.running import Online  # noqa: PLC0415
        from ..terminal.verify import progress  # noqa: PLC0415

        journal = Journal(resume, dataset.stamp, "online") if resume else None
        with self._client, progress("Asking PubMed and Crossref") as watch, journal or nullcontext():
            self._online = Online(dataset, self._client, watch)
            if len(names) == 1 and not is_corpus(names[0]) and not journal:
                from ..audit import read  # noqa: PLC0415

                outcome = self._online.of(read(names[0], sys.stdin.buffer))
                _tell(outcome)
                yield outcome
                return
            _say_done(journal)
            left_out = Aside()
            found = documents(names, sys.stdin.buffer, left_out)
            for outcome, whole in self._online.run(journal.waiting(found) if journal else found):
                _tell(outcome)
                if journal and whole:
                    journal.write(outcome)
                else:
                    yield outcome
            _say_left_out(left_out)
            if journal:
                _say_again(journal)
                yield from journal.outcomes()

    def say(self) -> bool:
        """Say which places did not answer, and how to go on; tell whether there are any."""
        if not self._online or not self._online.silent:
            return False
        for where, why in self._online.silent.items():
            say(f"peptide: {where}: {why}")
        waiting = self._online.open
        left = f"{waiting} {'item is' if waiting == 1 else 'items are'} left open for that. " if waiting else ""
        say(f"peptide: {left}What was answered is kept for a week: to go on, give the same command again later")
        return True


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
        for told in reading.lacking:
            say(f"{reading.file} {told}")


def _passed_over_told(outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """Yield outcomes, and say of each on stderr which lines were not understood, for a format that does not."""
    from ..audit.findings import passed_over  # noqa: PLC0415

    for outcome in outcomes:
        for reading in outcome.readings:
            if reading.not_understood:
                say(f"{reading.file}: {passed_over(list(map(str, reading.not_understood)))}")
        yield outcome


# -- how it is printed -----------------------------------------------------------------------------------------------


def _print_audit(
    dataset: Dataset, outcomes: Sequence[Outcome], names: Sequence[str], form: AuditFormat, width: int | None,
    problems: bool, explain: str | None, *, silenced: bool,
) -> None:  # fmt: skip
    from ..audit import Audit  # noqa: PLC0415
    from ..audit.findings import summary  # noqa: PLC0415

    findings = tuple(finding for outcome in outcomes for finding in outcome.findings)
    readings = tuple(reading for outcome in outcomes for reading in outcome.readings)
    silenced |= form in {AuditFormat.JSON, AuditFormat.SARIF}
    kept = tuple(finding for finding in findings if _listed(finding, explain, problems=problems, silenced=silenced))
    shown = Audit(files=readings, findings=kept, summary=summary(findings))
    if form is AuditFormat.SARIF:
        write(_sarif(kept, _names_on_disk(outcomes, names)))
    elif form is AuditFormat.MARKDOWN:
        write(_comment(shown))
    else:
        works = _works(dataset, shown.findings) if explain else None

        def render(console: Console) -> list[RenderableType]:
            from ..terminal.audit import render_audit  # noqa: PLC0415

            return render_audit(console, shown, works)

        answer("audit", shown, Format(form.value), width, render, lambda: _rows(shown.findings, silenced=silenced))


def _listed(finding: Finding, explain: str | None, *, problems: bool, silenced: bool) -> bool:
    """Tell whether a finding is listed; what is silenced only where that is asked for."""
    from ..audit import PROBLEMS  # noqa: PLC0415
    from ..audit.explaining import covers  # noqa: PLC0415

    return (
        (silenced or not finding.silenced)
        and (not problems or finding.verdict in PROBLEMS)
        and (explain is None or explain == "all" or covers(explain, finding))
    )


def _print_lines(outcomes: Iterator[Outcome], explain: str | None, problems: bool) -> None:
    """Write a line of JSON for each finding as it comes."""
    from ..formats.lines import line  # noqa: PLC0415

    for outcome in outcomes:
        kept = (finding for finding in outcome.findings if _listed(finding, explain, problems=problems, silenced=True))
        write_pieces(map(line, kept))


def _corrected(dataset: Dataset, out: Path, outcomes: Sequence[Outcome], names: Sequence[str]) -> Sequence[Outcome]:
    """Write a corrected copy of the one BibTeX file among what was audited, and show on stderr what differs in it."""
    from ..dataset.writing import write_bytes  # noqa: PLC0415
    from ..formats.corrected import corrected  # noqa: PLC0415

    named = {reading.file for outcome in outcomes for reading in outcome.readings
             if reading.file.lower().endswith((".bib", ".bibtex"))}  # fmt: skip
    shown = next(iter(named), "")
    # Answers show names as a terminal can: the file is the one that was named so, and never another that is called so.
    files = {name for name in names if in_a_line(name) == shown}
    if not files and "\N{REPLACEMENT CHARACTER}" not in shown:
        files = {shown}
    path = Path(files.pop()) if len(files) == 1 else Path()
    if len(named) != 1 or not path.is_file():
        raise UsageError(
            "--corrected takes one BibTeX file, or a manuscript that names one; RIS, CSL-JSON, EndNote's files and "
            ".nbib are corrected in the program they come from"
        )
    if os.path.exists(out) and out.samefile(path):  # noqa: PTH110 - a name that no file can have is told below
        raise UsageError(f"{out} is the file that is audited, which is never changed; name another")
    findings = [finding for outcome in outcomes for finding in outcome.findings if finding.file == shown]
    result = corrected(path.read_bytes(), findings, dataset.references)
    with output_named():
        write_bytes(out, result.content, force=True)  # what is there is there by --force
    for change in result.changes:
        for line in (f"{path}:{change.line}", *change.lines):
            say(line)
    entries = "1 entry" if len(result.changes) == 1 else f"{len(result.changes)} entries"
    left = "1 finding is" if len(result.left) == 1 else f"{len(result.left)} findings are"
    say(f"{out}: {entries} corrected" + (f"; {left} left to you" if result.left else ""))
    return outcomes


def _print_report(outcomes: Iterator[Outcome], form: AuditFormat, width: int | None) -> None:
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


def _rows(findings: Sequence[Finding], *, silenced: bool) -> Rows:
    from ..formats.rows import Rows  # noqa: PLC0415

    header: tuple[str, ...] = ("file", "line", "kind", "text", "verdict", "detail", "reference", "own")
    rows: tuple[tuple[str, ...], ...] = tuple(
        (f.file, str(f.line), f.kind, f.text, f.verdict, f.detail, f.reference or "", "own" * f.own) for f in findings
    )
    if silenced:
        header = (*header, "silenced")
        rows = tuple((*row, f.silenced.reason if f.silenced else "") for row, f in zip(rows, findings, strict=True))
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
        + (f", {summary.silenced} silenced" if summary.silenced else "")
    )
    ordered = sorted(result.findings, key=lambda finding: finding.verdict not in PROBLEMS)
    rows = tuple((f"{f.file}:{f.line}", f.verdict, f.text, _told(f)) for f in ordered)
    return as_comment(
        head, Rows(header=("Where", "Verdict", "As it stands", "What is known"), rows=rows), f"_{result.note}_"
    )


def _told(finding: Finding) -> str:
    """Return what is known, marked where it rests on the user's own data, and why it is silenced."""
    told = f"own: {finding.detail}" if finding.own else finding.detail
    return f"{told} Silenced: {finding.silenced.reason}" if finding.silenced else told


def _names_on_disk(outcomes: Sequence[Outcome], names: Sequence[str]) -> dict[int, str]:
    """Return, by the id of a finding, the name of its file as it is: findings have it as it is shown, in a line."""
    real: dict[int, str] = {}
    for outcome in outcomes:
        alone = len(names) == 1 and in_a_line(names[0]) == outcome.file
        file = names[0] if alone else outcome.file
        real |= {id(finding): file for finding in outcome.findings if finding.file == in_a_line(file)}
    return real


def _sarif(findings: Sequence[Finding], names: dict[int, str]) -> str:
    """Return findings as SARIF; `names` are those of their files where they are not shown as they are."""
    from .. import __version__  # noqa: PLC0415
    from ..audit import PROBLEMS  # noqa: PLC0415
    from ..audit.explaining import CODES, meaning, paragraph  # noqa: PLC0415
    from ..formats.sarif import Result, Rule, as_sarif  # noqa: PLC0415

    rules = [Rule(id=of, meaning=meaning(of), help=paragraph(of)) for of in CODES]
    results = (
        Result(
            f.code, "warning" if f.verdict in PROBLEMS else "note", f"{f.text}: {f.detail if f.silenced else _told(f)}",
            names.get(id(f), f.file), f.line, f.silenced.reason if f.silenced else "",
            in_source=f.silenced is not None and f.silenced.by.startswith(f.file),
        )
        for f in findings
        if f.verdict != "matches"
    )  # fmt: skip
    return as_sarif(__version__, rules, results)


# -- codes -----------------------------------------------------------------------------------------------------------


def _check_explained(explain: str | None, *, report: bool, named: bool) -> None:
    if explain is None:
        return
    if report:
        raise UsageError("--report tells of all findings; leave out --explain, or --report")
    from ..audit.explaining import CODES, nearest  # noqa: PLC0415

    if explain not in {"all", *CODES}:
        known = ("all", *CODES)
        told = f"no code {explain!r}; did you mean {nearest(explain, known)}? There are {', '.join(known)}"
        raise UsageError(told) if named else NotFoundError(told)


def _explain_code(explain: str | None, form: AuditFormat) -> None:
    """Write the paragraphs of a code; raise UsageError where there is none, or where they are wanted as data."""
    if explain is None:
        raise UsageError("name what is to be audited, or - for standard input")
    if form is not AuditFormat.TABLE:
        raise UsageError("--explain without files prints paragraphs; leave out -f, or name files")
    from ..audit.explaining import CODES, finer, paragraph  # noqa: PLC0415

    for of in CODES if explain == "all" else (explain, *finer(explain)):
        write(f"{of}: {paragraph(of)}\n")


def _works(dataset: Dataset, findings: Sequence[Finding]) -> dict[str, str]:
    """Return the references of findings in full."""
    from ..formats.text import vancouver  # noqa: PLC0415

    # A journal may tell of references of other data than those in use now.
    keys = dict.fromkeys(f.reference for f in findings if f.reference and f.reference in dataset.references)
    return {key: vancouver([dataset.references[key]]).strip() for key in keys}
