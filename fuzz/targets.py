"""What is fuzzed: each function takes bytes, and may raise nothing but the errors that people are told of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from peptidecli.audit.article.reading import parse as parse_article
from peptidecli.dataset.files import FILES
from peptidecli.dataset.model import Compound
from peptidecli.dataset.reading import parsed
from peptidecli.errors import DatasetError, UsageError
from peptidecli.intake import bibtex, csl, nbib, ris
from peptidecli.notation import alignment, identifiers, people, sequences
from peptidecli.notation.visible import visible

ENDINGS = (".md", ".txt", ".html", ".tex", ".bib", ".ris", ".nbib", ".json", ".csv", ".tsv")
"""The first byte of an article says by which of these its name ends."""
KINDS = (Compound, *FILES.values())
"""The first byte of a data file says which of these it is."""
READERS = (bibtex.papers, ris.papers, csl.papers, nbib.papers)
"""The first byte of a file of references says which of these reads it."""


def article(data: bytes) -> None:
    """Read an article, or refuse it as no text; what is read steers no terminal."""
    if not data:
        return
    try:
        read = parse_article(f"x{ENDINGS[data[0] % len(ENDINGS)]}", data[1:])
    except UsageError:
        return
    for block in read.blocks:
        assert len(block.text) == len(block.plain)
        assert block.starts
        assert block.starts[0][1] >= 1
        assert visible(block.text) == block.text


def identifier(data: bytes) -> None:
    """Recognise a number, or none; what is recognised has an address that needs no quoting."""
    text = data.decode("utf-8", errors="replace")
    number = identifiers.parse(text)
    if number and number.kind != "CAS RN":
        address = identifiers.address(number.kind, number.value)
        assert address.isascii()
        assert not set(address) & set(" '\"`$;|&<>(){}\\\n\x1b"), address
    identifiers.page(text)
    for kind in ("CAS RN", "PubChem CID", "UNII", "ATC"):
        identifiers.fault(kind, text)


def sequence(data: bytes) -> None:
    """Read a sequence in either notation, or none; what is read is the same in three letters, and is aligned."""
    text = data.decode("utf-8", errors="replace")
    residues = sequences.parse(text)
    if residues:
        assert sequences.parse(sequences.three_letter(residues)) == residues
        rows = alignment.align([residues[:60], residues[:60][::-1]])
        assert len(rows[0]) == len(rows[1])
    people.parse(text)


def own_data(data: bytes) -> None:
    """Read a data file, or refuse it with a reason."""
    if not data:
        return
    try:
        parsed(Path("x.toml"), data[1:].decode("utf-8", errors="replace"), KINDS[data[0] % len(KINDS)])
    except DatasetError:
        return


def references(data: bytes) -> None:
    """Read a file of references, or refuse it with a reason."""
    if not data:
        return
    try:
        list(READERS[data[0] % len(READERS)](data[1:].decode("utf-8", errors="replace")))
    except (ValueError, RecursionError):
        return


TARGETS: dict[str, Callable[[bytes], None]] = {
    "article": article,
    "identifier": identifier,
    "sequence": sequence,
    "own_data": own_data,
    "references": references,
}
