"""`peptide open`."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from ..answers.open import address
from ..calls.output import dataset_of, say, tell, write
from .options import completing, new_command, settings_of

command = new_command()


@command.command(
    short_help="Open a DOI, PubMed or PubChem page.",
    epilog="Examples:  peptide open dolotov-2006-hippocampus --print   ·   peptide open semax --print",
)
def open_address(
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="REF|NAME",
            help="Id, DOI or PMID of a reference, or a compound.",
            autocompletion=completing("compounds and references"),
        ),
    ],
    only_print: Annotated[bool, typer.Option("--print", help="Print the address and open nothing.")] = False,
) -> None:
    """Open a reference at its DOI or in PubMed, or a compound in PubChem, in the browser.

    Where no browser can be opened the address is printed.
    """
    found = address(dataset_of(settings_of(ctx)), name)
    if found.match:
        tell(found.match, found.title)
    title = f"own {found.title}" if found.own else found.title
    if only_print:
        # The address alone goes to stdout, where a script takes it.
        if found.own:
            say(title)
        write(f"{found.url}\n")
        return
    import webbrowser  # noqa: PLC0415 - slow to import, and not needed to print

    say(f"{title}: {found.url}")
    # BROWSER may name a shell (`sh -c '... %s'`), and to a shell & ends a command: such an address is printed.
    if ("&" in found.url and os.environ.get("BROWSER")) or not webbrowser.open(found.url):
        # Without a browser the address itself is the answer.
        say("no browser was opened; this is the address:")
        write(f"{found.url}\n")
