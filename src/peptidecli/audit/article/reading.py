"""Reading: the bytes of a file in, an article out, whatever its encoding and form."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from itertools import accumulate
from pathlib import Path, PurePath
from typing import BinaryIO

from ...errors import UsageError
from ...notation.visible import in_a_line, visible
from .blocks import INVISIBLE, Article, Block, BrokenError
from .ignoring import with_ignored
from .papers import with_papers

_NOT_TEXT = {b"%PDF": "a PDF", b"PK\x03\x04": "a packed file (DOCX, EPUB or ZIP)", b"\x89PNG": "a picture",
             b"\xff\xd8\xff": "a picture", b"\x1f\x8b": "a packed file", b"{\\rtf": "an RTF file",
             b"\xd0\xcf\x11\xe0": "an older file of Word or Excel"}  # fmt: skip
DOCUMENTS = (".pdf", ".docx", ".epub")
_HEAD = 8192
_MIME = re.compile(
    rb"\s{0,9}(?:[A-Za-z][\w-]{0,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){0,80}?MIME-Version:\s{0,9}1", re.IGNORECASE
)
"""How a message begins, and a page that a browser saved with all that is in it (RFC 2557)."""
_LATEST = 1024
"""Bytes within which a PDF begins: others may stand before (PDF Reference 1.7, appendix H, note 13)."""
_NO_DOCUMENT = "it does not begin as one, and may be a page that was saved under its name"
MANUSCRIPTS = (".tex", ".latex", ".ltx")
"""Endings of names of files that name and take in others."""
_BIBLIOGRAPHIES = (".bib", ".ris", ".nbib", ".enw")
_ADDRESS = re.compile(r"(?:https?|ftp)://\S+$", re.IGNORECASE)
BEYOND = 64 << 20
"""Bytes beyond which a file is no article and is refused, so that no input takes the machine's memory."""


def piped(stdin: BinaryIO) -> bytes:
    """Return what standard input holds, as far as an article may go; raise UsageError where it cannot be read."""
    try:
        return stdin.read(BEYOND + 1)
    except OSError as error:
        raise UsageError(f"standard input cannot be read: {error.strerror or error}") from error


def read(name: str, stdin: BinaryIO | None = None) -> Article:
    """Return the article in the file `name`, or on `stdin` for `-`.

    Raises UsageError where there is no such file, or where it is a folder or no text.
    """
    if name == "-" and stdin is not None:
        return parse("standard input", piped(stdin))
    if _ADDRESS.match(name):
        raise UsageError(
            f"{name} is an address, and nothing is fetched here; save the page, or pipe it: curl -sL ADDRESS | "
            "peptide audit -"
        )
    path = Path(name)
    try:
        if path.is_dir():
            raise UsageError(f"{name} is a folder; name the articles in it")
        if path.exists() and not path.is_file():
            raise UsageError(f"{name} is no regular file; pipe it: peptide audit - < FILE")
        with path.open("rb") as file:
            return parse(name, file.read(BEYOND + 1), beside=True)
    except FileNotFoundError:
        raise UsageError(f"{name} cannot be read: there is no such file") from None
    except (OSError, ValueError) as error:
        raise UsageError(f"{name} cannot be read: {getattr(error, 'strerror', None) or error}") from error


def parse(
    name: str, content: bytes, *, beside: bool = False, file: bool = True, named: tuple[str, ...] = ()
) -> Article:
    """Return the article that the bytes of a file hold; raise UsageError when they are no text, or broken.

    With `beside` the parts and bibliographies that a manuscript names are looked for where it lies, but for parts that
    are `named` and read themselves. Without `file` the bytes are
    a text taken from a file of that name or address, which may be of another form than its name says.
    """
    suffix = PurePath(name).suffix.lower()
    if len(content) > BEYOND:
        raise UsageError(f"{name} is larger than {BEYOND >> 20} MB; divide it")
    if suffix in DOCUMENTS and (b"%PDF" in content[:_LATEST] if suffix == ".pdf" else content.startswith(b"PK\3\4")):
        from .documents import article_of_document  # noqa: PLC0415 - an extra, and a large one

        return article_of_document(name, suffix, content)
    for start, what in _NOT_TEXT.items():
        if content.startswith(start):
            raise UsageError(f"{name} is {what}, not text; save it as plain text, Markdown or HTML first")
    if _MIME.match(content[:_HEAD]):
        raise UsageError(f"{name} is a page or a message in MIME, not text; save it as HTML or plain text first")
    if file and suffix in DOCUMENTS:
        raise UsageError(f"{name} is empty" if not content else f"{name} is no {suffix[1:].upper()}: {_NO_DOCUMENT}")
    text, encoding, replaced = decoded(name, content)
    lines = text.count("\n") + (text != "" and not text.endswith("\n"))
    if not file and _JSON.match(text[:_HEAD]):
        suffix = ".json"  # a row that is a work, whatever the table is called
    if suffix in MANUSCRIPTS or (not suffix and _LATEX.match(text[:_HEAD])):
        from .manuscript import article_of_latex  # noqa: PLC0415

        article = Article(in_a_line(name), [], lines, replaced, encoding)
        return article_of_latex(article, text, name, _text_of if beside else None, named)
    try:
        blocks, odd, absent = _blocks(suffix, text)
    except BrokenError as error:
        if file:
            raise UsageError(f"{name} {error}") from error
        blocks, odd, absent = _prose(suffix, text)
    return with_ignored(Article(in_a_line(name), blocks, lines, replaced, encoding, odd, absent=absent), text)


def _text_of(path: Path) -> tuple[str, str, int]:
    """Return the text of a file that a manuscript names, its encoding and the bytes that were no text."""
    try:
        if not path.is_file():
            raise UsageError(f"{path} cannot be read: there is no such file")
        with path.open("rb") as file:
            content = file.read(BEYOND + 1)
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}") from error
    if len(content) > BEYOND:
        raise UsageError(f"{path} is larger than {BEYOND >> 20} MB; divide it")
    text, encoding, broken = decoded(str(path), content)
    return text.replace("\f", " "), encoding, broken


# -- bytes to text -----------------------------------------------------------------------------------------------

_IN_PAGES = {"", ".txt"}
"""Endings of files in which a form feed ends a page, as pdftotext writes them."""
_SAMPLE = 1 << 18
FEW = 0.3
"""The share of the bytes beyond ASCII that may be broken in what is still taken for UTF-8."""
_BREAKS = str.maketrans({**dict.fromkeys("\f\v\u2028\u2029", " "), "\u0130": "I"})
"""What breaks a line or page in other places than the line feed, and the one capital whose small letter is two.

A letter each, so that no place moves, here or in lower case.
"""
_CHARSET = re.compile(
    rb"<(?:meta[^>]{0,200}\bcharset|\?xml\b[^>]{0,100}\bencoding)\s{0,5}=\s{0,5}[\"']?([A-Za-z][\w-]{2,20})",
    re.IGNORECASE,
)
"""How a page of HTML or XML names its encoding."""


_SOFT_END = re.compile(r"(?<=[a-z])\u00ad\r?\n(?=\s{0,9}[a-z])")
"""A word that is parted at the end of a line, where the hyphen is seen."""


def decoded(name: str, content: bytes) -> tuple[str, str, int]:
    """Return the text of bytes, the encoding it was read in, and how many bytes could not be read."""
    if content.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        text, encoding, broken = content.decode("utf-32", errors="replace"), "utf-32", 0
    elif content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text, encoding, broken = content.decode("utf-16", errors="replace"), "utf-16", 0
    elif content.startswith((b"<\0", b"\0<")):
        # XML 1.0, appendix F: without a mark its first sign tells.
        encoding = "utf-16-le" if content.startswith(b"<") else "utf-16-be"
        text, broken = content.decode(encoding, errors="replace"), 0
    elif b"\0" in content[:65536]:
        raise UsageError(f"{name} is not text; save it as plain text, Markdown or HTML first")
    else:
        try:
            text, encoding, broken = content.decode("utf-8-sig"), "utf-8", 0
        except UnicodeDecodeError:
            text, encoding, broken = _guessed(content)
    if not text.isascii():
        text = INVISIBLE.sub("", unicodedata.normalize("NFC", _SOFT_END.sub("-\n", text)))
    elif "\x1b" in text:
        text = INVISIBLE.sub("", text)
    if name.lower().endswith((".csv", ".tsv")) and "\n" in text:
        text = re.sub(r"\r(?!\n)", " ", text)  # beside others it ends no row, and stands in a cell
    if PurePath(name).suffix.lower() in _IN_PAGES:
        return "\f".join(map(readable, text.split("\f"))), encoding, broken
    return readable(text), encoding, broken


def readable(text: str) -> str:
    """Return text with one kind of line end, in which what would steer a terminal is a visible replacement."""
    return visible(text.replace("\r\n", "\n").replace("\r", "\n").translate(_BREAKS))


def _guessed(content: bytes) -> tuple[str, str, int]:
    """Return bytes that are not all UTF-8 in the encoding that they name, or are most likely written in."""
    named = _CHARSET.search(content[:4096])
    if named:
        with suppress(LookupError, UnicodeError):
            return content.decode(named[1].decode()), named[1].decode().lower(), 0
    text = content.decode("utf-8-sig", errors="replace")
    broken = text.count("\ufffd") - content.count("\ufffd".encode())
    beyond = len(content) - len(content.decode("ascii", errors="ignore"))
    if beyond < 20 or broken < FEW * beyond:
        return text, "utf-8", max(0, broken)
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only for what is no UTF-8

    best = from_bytes(content[:_SAMPLE]).best()
    if best is None:
        return text, "utf-8", max(0, broken)
    guessed = content.decode(best.encoding, errors="replace")
    return guessed, best.encoding.replace("_", "-"), guessed.count("\ufffd")


# -- text to blocks ----------------------------------------------------------------------------------------------

_LATEX = re.compile(
    r"\s*(?:%[^\n]*\n\s*)*\\(?:document(?:class|style)|(?:re|provide)?newcommand|usepackage|begin\{document\})"
)
"""How a text of LaTeX begins, whatever it is called."""
_TAGS = re.compile(r"</(?:p|div|li|h[1-6]|td|ul|ol|table|section|article)>", re.IGNORECASE)
_PAGE = re.compile(r"\s{0,1000}(?:<\?xml\b[^<>]{0,200}>\s{0,1000})?<(?:!doctype|html)\b", re.IGNORECASE)
_BIBTEX = re.compile(
    r"^[ \t]*@[A-Za-z]+[ \t]*[{(][^,\n{}]*,[ \t]*(?:$|[A-Za-z][\w-]{0,30}[ \t]*=[ \t]*[{\"\d])", re.MULTILINE
)
_RIS = re.compile(r"\A\s*TY  - ")
_ENDNOTE = re.compile(r"\A\s{0,100}(?:<\?xml[^<>]{0,200}\?>)?\s{0,100}<xml>\s{0,100}<records?[\s>]")
_RECORD = re.compile(r"<(?:\w{1,20}:)?record[\s>]", re.IGNORECASE)
_OF_RECORDS = re.compile(r"<(?:\w{1,20}:)?(?:rec-number|ref-type|titles|contributors)[\s>]", re.IGNORECASE)
"""What records of EndNote have, and those of others, such as OAI-PMH, have not."""
_JSON = re.compile(r'\A\s{0,100}\[\s{0,100}\{\s{0,100}"[^"\n]{1,100}"\s{0,100}:')
_SAVED_RECORDS = re.compile(r"PT\tAU\t")
"""How a table of Web of Science begins, whatever it is called."""
_TAGGED_RECORDS = re.compile(r"FN (?:Clarivate|Thomson|ISI)[^\n]{0,80}\nVR ")
_SAYS = re.compile(r"^[ \t]*[^\s%]", re.MULTILINE)
"""A line that is no comment."""
_NBIB = re.compile(r"\A\s*PMID- ?\d")
_ENW = re.compile(r"\A\s*%0 [A-Z]")


def _blocks(suffix: str, text: str) -> tuple[list[Block], tuple[int, ...], tuple[str, ...]]:
    """Return the blocks of a text by its form, the lines it gave no meaning to, and what of it cannot be read.

    Raises BrokenError for a bibliography that cannot be read as one.
    """
    whole, text = text, text.replace("\f", " ")
    start = text[:4096]
    if suffix == ".bib" or (suffix in {"", ".txt"} and _BIBTEX.search(start) and start.lstrip().startswith(("@", "%"))):
        from .bibtex import begins_anywhere, entries_of_bibtex  # noqa: PLC0415

        if _SAYS.search(text) and not begins_anywhere(text):
            raise BrokenError("is no BibTeX: nothing in it begins as @article{key, does; name it by what it is")
        return *entries_of_bibtex(text), ()
    if suffix in _BIBLIOGRAPHIES or any(one.match(start) for one in (_RIS, _NBIB, _ENW)):
        from .tagged import entries_of_tagged  # noqa: PLC0415

        return *entries_of_tagged(text), ()
    if _TAGGED_RECORDS.match(start):
        raise BrokenError("is the plain text of Web of Science, which is not read; export it as RIS or BibTeX")
    if (suffix == ".xml" and _RECORD.search(text) and _OF_RECORDS.search(text)) or _ENDNOTE.match(start):
        from .endnote import entries_of_endnote  # noqa: PLC0415

        return *entries_of_endnote(text), ()
    if suffix in {".xml", ".nxml"}:
        from .xml import as_html, blocks_of_xml  # noqa: PLC0415

        text, absent = as_html(text)
        return with_papers(list(blocks_of_xml(text))), (), absent
    # A .csl is CSL-JSON, or a style in XML that an article may come with.
    if (
        suffix == ".json"
        or (suffix == ".csl" and not start.lstrip().startswith("<"))
        or (suffix == "" and _JSON.match(start))
    ):
        from .csl import entries_of_csl  # noqa: PLC0415

        return *entries_of_csl(text), ()
    if suffix in {".csv", ".tsv"} or _SAVED_RECORDS.match(start) or (suffix in {"", ".txt"} and _has_columns(start)):
        from .spreadsheet import rows_of_table  # noqa: PLC0415

        if _JSON.match(start) or start.lstrip().startswith(('{"', "<?xml")):
            raise BrokenError("is no table, but JSON or XML; name it by what it is")
        tabs = suffix != ".csv" and "\t" in start.partition("\n")[0]
        return rows_of_table(text, "\t" if tabs or suffix == ".tsv" else None)
    return _prose(suffix, whole)


def _has_columns(start: str) -> bool:
    """Tell whether a text begins with a line of heads as a table of works does, and a row below it."""
    heads, _, below = start.partition("\n")
    if heads.lower().lstrip('"').startswith("sep="):
        heads, _, below = below.partition("\n")
    sign = max("\t,;", key=heads.count)
    if heads.count(sign) < 1 or below.partition("\n")[0].count(sign) < heads.count(sign):
        return False
    from .heads import columns_of  # noqa: PLC0415

    columns = columns_of(tuple(head.strip().strip('"') for head in heads.split(sign)))
    return "title" in columns and not columns.keys().isdisjoint({"doi", "pmid"})


_WRITTEN_BREAK = re.compile(r"\\n(?=\\n|[A-ZÀ-ÖА-ЯЁ#*\-\s'\"]|$)")


def _prose(suffix: str, text: str) -> tuple[list[Block], tuple[int, ...], tuple[str, ...]]:
    """Return the blocks of an article, a page or in Markdown, no odd lines, and what of it cannot be read."""
    whole, text = text, text.replace("\f", " ")
    # A break of a line that a program's text writes as two characters.
    text = _WRITTEN_BREAK.sub("  ", text) if "\\n" in text else text
    if _is_html(suffix, text):
        from .html import blocks_of_html  # noqa: PLC0415
        from .xml import as_html, is_xml, with_sections  # noqa: PLC0415

        # A drawing is XML within a page.
        text, absent = as_html(text) if is_xml(suffix, text) else (with_sections(text) if "<svg" in text else text, ())
        return with_papers(list(blocks_of_html(text))), (), absent
    if "\f" in whole:
        from .paged import Line, blocks_of_pages, edges  # noqa: PLC0415

        pages = [list(map(Line, page.split("\n"))) for page in whole.split("\f")]
        if any(apart := edges(pages)):
            firsts = accumulate((len(page) - 1 for page in pages), initial=1)
            return with_papers(list(blocks_of_pages(pages, firsts, apart))), (), ()
    from .markdown import blocks_of_markdown  # noqa: PLC0415

    return with_papers(list(blocks_of_markdown(text))), (), ()


def _is_html(suffix: str, text: str) -> bool:
    if suffix in {".html", ".htm", ".xhtml", ".xht"} or _PAGE.match(text[:2000]):
        return True
    if suffix in {".md", ".markdown", ".mdx"}:
        return False
    return sum(1 for _, _ in zip(range(3), _TAGS.finditer(text[:200_000]), strict=False)) >= 3
