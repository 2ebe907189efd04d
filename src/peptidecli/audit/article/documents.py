"""Word, PDF and EPUB: their text, by the readers of the extra `documents`; an EPUB is pages in a ZIP and needs none."""

from __future__ import annotations

import html
import io
import posixpath
import re
import zipfile
import zlib
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Container, Iterator, Mapping
from itertools import accumulate
from typing import Any
from urllib.parse import unquote

from ...errors import UsageError
from ...notation.visible import in_a_line
from .blocks import WIDEST, Article, Block, BrokenError, block, row, with_heads_under, words_of
from .fields import (
    ALTERNATIVE,
    WITH_TYPES,
    WORD,
    Fields,
    drawn,
    has_types,
    main_part,
    paragraphs,
    shown,
)
from .reading import BEYOND, decoded

MOST = 200 << 20
"""Bytes that a document may unpack to, so that a small file cannot unpack without end."""
MOST_XML = 16 << 20
"""The same of the text of a Word document, which takes forty times as much in memory: a thesis has five million."""
NO_TEXT = "it has no text; if its pages are pictures, have their text recognised first"
_MOST_HEADS = 4
"""Rows of a table that can be its head, however many say so."""


def article_of_document(name: str, suffix: str, content: bytes) -> Article:
    """Return the article in a document; raise UsageError where it cannot be read or its reader is not installed."""
    beside: tuple[Article, ...] = ()
    absent: list[str] = []
    try:
        if suffix == ".docx":
            _hold_bounds(content)
            fields = Fields(content)
            blocks = list(_of_docx(content, fields))
            beside = fields.cited(in_a_line(name))
            absent += fields.absent()
        else:
            blocks = list(_of_pdf(content, absent) if suffix == ".pdf" else _of_epub(content, absent))
    except ModuleNotFoundError:
        raise UsageError(
            f"{name}: reading {suffix[1:].upper()} needs the extra `documents`: pip install 'peptidecli[documents]'"
        ) from None
    except MemoryError:
        raise
    except BrokenError as error:
        raise UsageError(f"{name} cannot be read as {suffix[1:].upper()}: {error}") from error
    except Exception as error:  # readers of broken files raise anything, in words for programmers
        why = "it is locked with a password" if _is_locked(error) else _lacking(error) or _BROKEN
        raise UsageError(f"{name} cannot be read as {suffix[1:].upper()}: {why}") from error
    lines = max((made.starts[-1][1] for made in blocks), default=0)
    return Article(in_a_line(name), blocks, lines, 0, beside=beside, absent=tuple(map(in_a_line, absent)))


def _is_locked(error: Exception) -> bool:
    """Tell whether a reader has failed for want of a password: of a ZIP that is told by a RuntimeError alone."""
    return type(error) is RuntimeError or type(error).__name__ in {"FileNotDecryptedError", "WrongPasswordError"}


_BROKEN = "it is damaged, cut short or grows beyond what is read"
_NO_MEMBER = re.compile(r"There is no item named '(.{1,200})' in the archive")


def _lacking(error: Exception) -> str:
    """Return which part a reader has looked for in a package and not found, nothing where that is not what failed."""
    said = _NO_MEMBER.fullmatch(str(error.args[0])) if isinstance(error, KeyError) and error.args else None
    return f"{in_a_line(said[1])}, which it names, is not in it" if said else ""


_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"


def _hold_bounds(content: bytes) -> None:
    """Raise BrokenError where a Word document unpacks to more than it may, or is of a form that is not read."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        # What comes first in it names its form; readers know that of ECMA-376 alone.
        main = main_part(package)
        if main in package.namelist() and _STRICT in package.open(main).read(1 << 12):
            raise BrokenError("it is in the strict form of ISO/IEC 29500; save it in Word's usual one")
        sizes = [(member.filename.endswith(".xml"), member.file_size) for member in package.infolist()]
    for most, size in ((MOST_XML, sum(size for xml, size in sizes if xml)), (MOST, sum(size for _, size in sizes))):
        if size > most:
            raise BrokenError(f"it unpacks to more than {most >> 20} MB")


def _of_pdf(content: bytes, absent: list[str]) -> Iterator[Block]:
    """Yield the blocks of a PDF, its lines numbered through all pages, and what is typed on its pages behind them.

    Pages that are not read, or not whole, are told in `absent`.
    """
    from pypdf import PdfReader  # noqa: PLC0415 - an extra

    from .paged import blocks_of_pages, edges  # noqa: PLC0415
    from .pdfpages import Pages, lost_pages  # noqa: PLC0415

    pages = Pages()
    try:
        reader = PdfReader(io.BytesIO(content))
    except NotImplementedError as error:
        raise BrokenError("it is encrypted in a way that is not read") from error
    read = [pages.text_of(page) for page in reader.pages]
    texts = [lines for lines, _ in read]
    firsts = list(accumulate(map(len, texts), initial=1))
    typed = [(first, note) for first, (_, notes) in zip(firsts, read, strict=False) for note in notes]
    if not typed and not any(line.text.strip() for lines in texts for line in lines):
        raise pages.failure or BrokenError(_BROKEN if pages.damaged else NO_TEXT)
    absent += [*pages.absent(), *lost_pages(reader), *_behind_the_end(content)]
    yield from blocks_of_pages(texts, firsts, edges(texts))
    yield from filter(None, (block("item", [note]) for note in typed))


def _behind_the_end(content: bytes) -> Iterator[str]:
    """Yield that a file goes on behind its last end: of an update that is cut short the state before it is read."""
    end = content.rfind(b"%%EOF")
    if end >= 0 and _OBJECT.search(content, end):
        yield "what stands behind its last end (%%EOF), as where it is cut short: it may be of another day"


_OBJECT = re.compile(rb"\d\s{1,9}obj\b|\bstartxref\b")


_MAIN_KINDS = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)
"""What the main part of a template, or of a document with macros, is called, whatever the file is named."""


def _of_docx(content: bytes, fields: Fields) -> Iterator[Block]:
    """Yield the blocks of a Word document; a paragraph or a row of a table counts as a line.

    Of the list that a reference manager has set what is cited in the fields, where it stands whole, is left out.
    """
    from docx.opc.part import PartFactory  # noqa: PLC0415 - an extra
    from docx.package import Package  # noqa: PLC0415
    from docx.parts.document import DocumentPart  # noqa: PLC0415
    from docx.table import Table  # noqa: PLC0415
    from docx.text.paragraph import Paragraph  # noqa: PLC0415

    for kind in _MAIN_KINDS:
        PartFactory.part_type_for[kind] = DocumentPart
    PartFactory.part_class_selector = _class_of
    part = Package.open(io.BytesIO(content)).main_document_part
    if not isinstance(part, DocumentPart):
        raise BrokenError("it is no document of Word's, but another of Office's")
    document: Any = part.document
    if has_types(document.element):
        raise BrokenError(WITH_TYPES)
    line = 0
    fields.look_through(fields.main, document.element.body)
    _put_large_letters(document.element.body)
    listed: list[tuple[int, str]] = []
    for element in _parts(document.element.body):
        if element.tag == f"{WORD}tbl":
            header: tuple[str, ...] = ()
            _open_controls(element)
            heads = _heads(element)
            for place, cells in enumerate(Table(element, document).rows):
                line += 1
                fields.read(cells._tr, line)
                if sum(cell.grid_span for cell in cells._tr.tc_lst) > WIDEST:
                    raise BrokenError(f"row {place + 1} of a table has more than {WIDEST} columns")
                texts = [shown(cell._tc) for cell in cells.cells]
                made = row([(line, text) for text in texts], () if place < heads else header)
                if place < heads:
                    header = with_heads_under(header, tuple(map(words_of, texts)))
                if made:
                    yield made
                yield from _beside(fields, line)
            continue
        line += 1
        if len(element) == 0:
            continue
        if fields.read(element, line):
            listed += ((line, text) for text in (shown(element), *fields.beside()))
            continue
        style = Paragraph(element, document).style
        made = _styled((style.name or "") if style else "", line, shown(element))
        if made:
            yield made
        yield from _beside(fields, line)
    yield from filter(None, (block("item", [(place, text)]) for place, text in fields.not_among(listed)))
    yield from _elsewhere(document, fields, max(line, 1))


def _class_of(_: str, relation: str) -> Any:
    """Return as what a part is loaded, None where its kind tells: one that is taken in whole, of any form, as it is."""
    from docx.opc.part import Part  # noqa: PLC0415 - an extra
    from docx.parts.image import ImagePart  # noqa: PLC0415

    return {"aFChunk": Part, "image": ImagePart}.get(relation.rpartition("/")[2])


def _put_large_letters(body: Any) -> None:
    """Put the large first letter of a paragraph, which Word sets in a frame before it, into that paragraph."""
    for frame in list(body.iter(f"{WORD}framePr")):
        paragraph = frame.getparent().getparent()
        behind = paragraph.getnext()
        if frame.get(f"{WORD}dropCap") in {"drop", "margin"} and behind is not None and behind.tag == f"{WORD}p":
            first = next((place for place, part in enumerate(behind) if part.tag != f"{WORD}pPr"), len(behind))
            behind[first:first] = [part for part in paragraph if part.tag != f"{WORD}pPr"]


def _styled(style: str, line: int, text: str) -> Block | None:
    """Return a paragraph as what its style makes it."""
    if style.startswith(("Heading", "Title")):
        return block("heading", [(line, text)], int(style[-1]) if style[-1:].isdigit() else 1)
    return block("item" if style.startswith("List") else "prose", [(line, text)])


def _elsewhere(document: Any, fields: Fields, line: int) -> Iterator[Block]:
    """Yield what stands over and under the pages of a document and in its drawings, once each, on its last line."""
    for text in dict.fromkeys(text for kind, root in _around(document, fields) for text in _AROUND[kind](root)):
        made = block("item", [(line, text)])
        if made:
            yield made


_AROUND: Mapping[str, Callable[[Any], list[str]]] = {
    **dict.fromkeys(("header", "footer"), paragraphs),
    **dict.fromkeys(("chart", "chartEx", "chartUserShapes", "diagramData"), drawn),
}
"""By what relates a part to the document, or to such a part, how its text is read."""


_NOTES = frozenset({"footnotes", "endnotes", "comments"})
"""Parts that are read where they are referred to, and may have drawings in parts of their own."""


def _around(document: Any, fields: Fields) -> Iterator[tuple[str, Any]]:
    """Yield the kinds and the roots of the parts of a document that have text beside its own, and of their parts."""
    waiting = [document.part]
    seen: set[str] = set()
    for part in waiting:
        for relation in part.rels.values():
            kind = relation.reltype.rpartition("/")[2]
            if kind not in _AROUND.keys() | _NOTES or relation.is_external:
                continue
            target = relation.target_part
            name = str(target.partname).lstrip("/")
            if name not in seen:
                seen.add(name)
                waiting.append(target)
                root = fields.root_of(name, target.blob) if kind in _AROUND else None
                if root is not None:
                    yield kind, root


def _heads(table: Any) -> int:
    """Return how many rows a table has for its head: those that say so, else the first, and one under merged cells."""
    told = [row.find(f"{WORD}trPr/{WORD}tblHeader") is not None for row in table.tr_lst]
    said = next((place for place, one in enumerate(told) if not one), 0)
    merged = bool(told) and any(cell.grid_span > 1 for cell in table.tr_lst[0].tc_lst)
    return max(1, min(said, _MOST_HEADS), 2 if merged and len(told) > 2 else 1)


def _open_controls(table: Any) -> None:
    """Put rows and cells that stand in controls where they would stand without; what a control says goes with it."""
    for control in list(table.iter(f"{WORD}sdt", f"{WORD}customXml")):
        outer = control.getparent()
        if outer.tag not in {f"{WORD}tbl", f"{WORD}tr"}:
            continue
        parts = [part for held in control.iterchildren(f"{WORD}sdtContent") for part in held] or list(control)
        said = control.find(f"{WORD}sdtPr")
        first = next((cell for part in parts for cell in part.iter(f"{WORD}tc")), None)
        for part in parts:
            control.addprevious(part)
        if said is not None and first is not None:
            first.append(said)
        outer.remove(control)


def _parts(body: Any) -> Iterator[Any]:
    """Yield the paragraphs and tables of a body in their order, those within content controls too."""
    for element in body:
        if element.tag in {f"{WORD}p", f"{WORD}tbl"}:
            yield element
        elif element.tag in {f"{WORD}sdt", f"{WORD}sdtContent", f"{WORD}customXml", f"{WORD}ins", f"{WORD}moveTo"}:
            yield from _parts(element)
        elif element.tag == ALTERNATIVE:
            yield from (part for form in element for part in _parts(form))


def _beside(fields: Fields, line: int) -> Iterator[Block]:
    """Yield the notes and boxes of a paragraph or a row, on its line."""
    for text in fields.beside():
        made = block("item", [(line, text)])
        if made:
            yield made


def _of_epub(content: bytes, absent: list[str]) -> Iterator[Block]:
    """Yield the blocks of the pages of an EPUB in the order of their names, their lines numbered through.

    Pages are what its manifest calls so, whatever their names (EPUB 3.3, its element manifest), and what is named so.
    Those that are not there, are damaged, no text or of another kind are told in `absent`.
    """
    from .html import blocks_of_html  # noqa: PLC0415
    from .xml import as_html  # noqa: PLC0415

    first, unpacked, any_text = 1, 0, False
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        listed, others = _listed_pages(book)
        _hold_open(book, listed)
        pages = [info for info in book.infolist() if info.filename in listed or info.filename.lower().endswith(_PAGES)]
        if not pages:
            raise BrokenError("it has no pages of text")
        there = set(book.namelist())
        absent += [f"{page}: this page is not in the book" for page in sorted(listed) if page not in there]
        absent += others
        for member in sorted(pages, key=lambda info: info.filename):
            unpacked += member.file_size
            if unpacked > BEYOND:
                raise BrokenError(f"its pages unpack to more than {BEYOND >> 20} MB")
            try:
                text, broken = _text_of_page(book.read(member))
            except (zipfile.BadZipFile, zlib.error, EOFError):
                absent.append(f"{member.filename}: this page is damaged")
                continue
            except UsageError:
                absent.append(f"{member.filename}: this page is no text")
                continue
            text, untold = as_html(text)
            absent += [f"{member.filename}: {why}" for why in untold]
            if broken or not text.strip():
                why = f"bytes of this page that are no text: {broken}" if broken else "this page is empty"
                absent.append(f"{member.filename}: {why}")
            for made in blocks_of_html(text, first):
                any_text = True
                yield made
            first += text.count("\n") + 1
    if not any_text and not absent:
        raise BrokenError(NO_TEXT)


_NO_LETTERS = re.compile(rb"[\0-\x08\x0e-\x1f]")


def _text_of_page(content: bytes) -> tuple[str, int]:
    """Return the text of a page and how many bytes of it are none; raise UsageError where it is no text at all."""
    text, encoding, broken = decoded("page.xhtml", content)
    if not encoding.startswith("utf-16") and (broken or encoding != "utf-8") and _NO_LETTERS.search(content):
        raise UsageError
    return text, broken


_PAGES = (".xhtml", ".html", ".htm", ".xht")
_PAGE_TYPES = {"application/xhtml+xml", "text/html", "application/x-dtbook+xml"}
_MANIFEST = 4 << 20
"""Bytes of a manifest that are read."""
_ROOT = re.compile(r"<(?:\w{1,20}:)?rootfile\s([^<>]{1,2000})>")
_CIPHER = re.compile(r"<(?:\w{1,20}:)?CipherReference\s([^<>]{1,2000})>")
_IN_ORDER = re.compile(r"<(?:\w{1,20}:)?itemref\s([^<>]{1,2000})>")
_CHAIN = 8
"""How many items of a book may be shown one instead of the other."""
_ITEM = re.compile(r"<(?:\w{1,20}:)?item\s([^<>]{1,4000})>")
_ATTRIBUTE = re.compile(r"([\w:-]{1,40})\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)')")


def _listed_pages(book: zipfile.ZipFile) -> tuple[set[str], list[str]]:
    """Return the names of what the manifest of an EPUB calls pages, and what its order has beside them.

    What is of another kind may have a page that is shown instead of it.
    """
    root = next(_elements(book, "META-INF/container.xml", _ROOT), {})
    manifest = root.get("full-path", "")
    folder = posixpath.dirname(manifest)
    items = list(_elements(book, manifest, _ITEM))
    pages = {
        posixpath.normpath(posixpath.join(folder, unquote(item.get("href", "").partition("#")[0])))
        for item in items
        if _is_page(item) and "://" not in item.get("href", "")
    }
    named = {item.get("id", ""): item for item in items}
    others: dict[str, None] = {}
    for shown_in_order in _elements(book, manifest, _IN_ORDER):
        key = shown_in_order.get("idref", "")
        item = named.get(key)
        if item is None:
            others[f"{key}: this page of the book's order is not in its list"] = None
        elif not (_is_page(item) or item.get("href", "").lower().endswith(_PAGES) or _instead(item, named)):
            kind = item.get("media-type")
            others[
                f"{item.get('href')}: {f'pages of the kind {kind} are' if kind else 'a page of no kind is'} not read"
            ] = None
    return pages, list(others)


def _instead(item: dict[str, str], named: dict[str, dict[str, str]]) -> bool:
    """Tell whether an item of a book has a page that is shown instead of it, or instead of what is shown instead."""
    for _ in range(_CHAIN):
        item = named.get(item.get("fallback", ""), {})
        if _is_page(item):
            return True
    return False


def _is_page(item: dict[str, str]) -> bool:
    return item.get("media-type", "").partition(";")[0].strip().lower() in _PAGE_TYPES


def _elements(book: zipfile.ZipFile, name: str, kind: re.Pattern[str]) -> Iterator[dict[str, str]]:
    """Yield the attributes of the elements of a kind in a file of an EPUB, nothing where there is no such file."""
    if name not in book.namelist():
        return
    with book.open(name) as file:
        content = file.read(_MANIFEST)
    text = content.decode("utf-16" if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8", errors="replace")
    for element in kind.finditer(text):
        yield {key: html.unescape(one or other) for key, one, other in _ATTRIBUTE.findall(element[1])}


def _hold_open(book: zipfile.ZipFile, listed: Container[str]) -> None:
    """Raise BrokenError where the pages of an EPUB are encrypted; its fonts may be (EPUB 3.3, encryption.xml)."""
    for locked in _elements(book, "META-INF/encryption.xml", _CIPHER):
        path = unquote(locked.get("URI", ""))
        if path in listed or path.lower().endswith(_PAGES):
            raise BrokenError("its pages are encrypted")
