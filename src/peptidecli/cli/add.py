"""`peptide add`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, Any

import typer

from ..answers.designs import design_ids
from ..answers.lexicon import topic_id
from ..calls.output import Format, json_asked, named, write, write_document
from ..errors import ExitCode, UsageError
from .options import FormatOption, completing, new_command, writing_to

command = new_command()


@command.command(
    short_help="Take references into your own data.",
    epilog="Examples:  peptide add library.bib --compound semax   ·   peptide add 16996037 --dry-run",
)
def add(
    ctx: typer.Context,
    items: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE|PMID|DOI...", help="Files .bib, .ris, .json (CSL), .xml or .enw (EndNote), .nbib; or numbers."
        ),
    ],
    compound: Annotated[
        list[str] | None,
        typer.Option(
            "--compound",
            metavar="NAME",
            help="What they study. May be repeated.",
            autocompletion=completing("compounds"),
        ),
    ] = None,
    design: Annotated[
        str | None,
        typer.Option(
            "--design", metavar="DESIGN", help="The study design of all of them.", autocompletion=completing("designs")
        ),
    ] = None,
    topic: Annotated[
        list[str] | None,
        typer.Option(
            "--topic", metavar="TOPIC", help="Their topic. May be repeated.", autocompletion=completing("topics")
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be done, and do nothing.")] = False,
    form: FormatOption = Format.TABLE,
) -> None:
    """Take references from files of other programs, or from PubMed and Crossref by number, into your own data.

    What is there already by DOI, PMID, or title and year is left out, unless its numbers are others. Numbers need the
    extra 'online'.
    """
    from ..answers.add import Choices  # noqa: PLC0415
    from ..answers.add import add as added  # noqa: PLC0415

    as_json = json_asked(form)
    folder, dataset = writing_to(ctx, dry_run=dry_run)
    designs = design_ids(dataset, design) if design else set()
    if len(designs) > 1:
        raise UsageError(f"--design {design} is several designs; name one: {', '.join(sorted(designs))}")
    choices = Choices(
        compounds=tuple(dict.fromkeys(named(dataset, name) for name in compound or ())),
        design=next(iter(designs), None),
        topics=tuple(dict.fromkeys(topic_id(dataset, word) for word in topic or ())),
    )
    result = added(dataset, folder, items, choices, _ask, dry_run=dry_run)
    if as_json:
        write_document("add", result)
    else:
        for taken in result.taken:
            behind = f" ({taken.reason})" if taken.reason else ""
            write(f"{taken.outcome:8}{taken.id or taken.source}{behind}  {taken.title}\n")
        count = sum(1 for taken in result.taken if taken.outcome == "added")
        where = f" to {result.file}" if result.file else " (dry run, nothing was written)" if count else ""
        write(f"{count} of {len(result.taken)} added{where}\n")
    if any(taken.outcome == "refused" for taken in result.taken):
        raise typer.Exit(int(ExitCode.NOT_FOUND))


def _ask(numbers: Sequence[Any]) -> Iterable[Any]:
    from ..registries.asking import papers  # noqa: PLC0415 - an extra
    from ..registries.client import Client  # noqa: PLC0415

    with Client() as client:
        yield from papers(client, numbers)
