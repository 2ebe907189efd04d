"""EndNote XML in: the records that EndNote exports, and that it and others leave in Word documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import TYPE_CHECKING

from ..notation import identifiers
from .elsewhere import with_told
from .paper import (
    Paper,
    changes_told,
    language_of,
    lost,
    names_in,
    number,
    pages,
    tidy,
    title_of,
    with_addresses,
    without_commas,
    year_of,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BEGINS = re.compile(r"<record(?=[\s>/])(?P<empty>[^<>]*/>)?")
_ENDS = re.compile(r"</record\s*>")
_ALMOST = re.compile(r"<(?!record[\s>/])(?:\w{1,20}:)?record[\s>/]", re.IGNORECASE)
_ASIDE = re.compile(r"<!--|<!\[CDATA\[|<\?")
_ENDS_OF = {"<!--": "-->", "<![CDATA[": "]]>", "<?": "?>"}
"""What stands in these is no markup: comments, text as it is, notes for programs."""
_ROOT = re.compile(r"<([A-Za-z_][\w:.-]*)")
NO_RECORD = "it has no <record>, as every entry of EndNote's XML is"
UNREADABLE = "is no XML that can be read: broken, nested too deep, or with entities of its own"
_TYPES = {"17": "article-journal", "5": "chapter", "6": "book", "27": "report", "32": "thesis",
          "10": "paper-conference", "47": "paper-conference"}  # fmt: skip
"""EndNote's numbers for kinds of works; what has another is a document."""


def papers(text: str) -> Iterator[Paper]:
    """Yield the works of a file; raise ValueError, with its line, for a record that is broken, and where none is."""
    none = True
    for line, record in records(text):
        none = False
        if record is None:
            raise ValueError(f"the record on line {line} {UNREADABLE}")
        yield _paper(record)
    if none:
        raise ValueError(NO_RECORD)
    if told := cut_short(text):
        raise ValueError(told)


def cut_short(text: str) -> str:
    """Return what is to be said of a file that ends before what it begins with does, nothing where it is whole."""
    text = "".join(_plain(text))
    if aside := _ASIDE.search(text):
        line = text.count("\n", 0, aside.start()) + 1
        return f"it is cut short: what begins on line {line} with {aside[0]} ends nowhere"
    begins = _ROOT.search(text)
    if not begins or text.rfind(f"</{begins[1]}") > text.rfind(f"<{begins[1]}"):
        return ""
    last = text.rstrip().count("\n") + 1
    return f"it is cut short: it ends on line {last} without </{begins[1]}>"


def records(text: str) -> Iterator[tuple[int, Record | None]]:
    """Yield the records of a file, each with the line it begins on; None for one that is no XML.

    Each is parsed by itself, so that a broken one leaves the others whole and nothing is defined outside of it.
    """
    line, counted, place = 1, 0, 0
    text = "".join(_plain(text))
    while begins := _BEGINS.search(text, place):
        following = _BEGINS.search(text, begins.end())
        border = following.start() if following else len(text)
        end = _ENDS.search(text, begins.end(), border)
        line += text.count("\n", counted, begins.start())
        counted = begins.start()
        stop = begins.end() if begins["empty"] else end.end() if end else None
        yield line, _parsed(text[begins.start() : stop], line) if stop else None
        for _ in _ENDS.finditer(text, end.end() if end else begins.end(), border):
            yield line, None  # the end of one whose beginning is broken
        place = border
    line, counted = 1, 0
    for almost in _ALMOST.finditer(text):
        line += text.count("\n", counted, almost.start())
        counted = almost.start()
        yield line, None  # its tag is not written as the others are


def _plain(text: str) -> Iterator[str]:
    """Yield a text in pieces without comments, and with what stands as text in it as any other; lines stay lines."""
    place = 0
    while begins := _ASIDE.search(text, place):
        end = text.find(_ENDS_OF[begins[0]], begins.end())
        if end < 0:
            break
        yield text[place : begins.start()]
        within = text[begins.end() : end]
        yield escape(within, quote=False) if begins[0] == "<![CDATA[" else "\n" * within.count("\n")
        place = end + len(_ENDS_OF[begins[0]])
    yield text[place:]


def _parsed(source: str, line: int) -> Record | None:
    from lxml import etree  # noqa: PLC0415 - only when such a file is read

    try:
        root = etree.fromstring(source, etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, ValueError):
        return None
    return Record(root, line - 1)


_PUBMED = re.compile(r"pubmed|medline|\bn[lc][bm]i?\b", re.IGNORECASE)


class Record:
    """A record of EndNote's: its fields as they stand, and their lines."""

    def __init__(self, root: Element, above: int) -> None:
        self._root = root
        self._above = above

    def text(self, *paths: str) -> str:
        """Return the text of the first of some fields that is there, in one line and without its typeface."""
        return next((text for path in paths for text in self.texts(path)), "")

    def texts(self, path: str) -> list[str]:
        """Return the texts of a field that may be there several times."""
        found = (" ".join("".join(_texts(element, path in _NUMBERS)).split()) for element in self._root.iterfind(path))
        return [text for text in found if text]

    def line(self, path: str) -> int:
        """Return the line of the file that a field stands on, 0 where it is not there."""
        element = self._root.find(path)
        return 0 if element is None else self._above + (element.sourceline or 1)

    def others(self) -> Iterator[tuple[str, str]]:
        """Yield the fields that are read for nothing else, by the names of all they are in."""
        waiting: list[tuple[str, Element]] = [("", self._root)]
        while waiting:
            within, element = waiting.pop()
            text = " ".join("".join(element.itertext()).split())
            if within in _READ or not text:
                continue
            parts = [part for part in element if isinstance(part.tag, str) and part.tag != "style"]
            if within and not parts:
                yield within, text
            waiting += [(f"{within}/{part.tag}" if within else part.tag, part) for part in reversed(parts)]

    @property
    def kind(self) -> str:
        """What sort of work it is, in CSL's words."""
        return _TYPES.get(self.text("ref-type"), "document")

    @property
    def pmid(self) -> str:
        """The PMID: PubMed's accession number, or the one an address or a note names."""
        own = self.text("accession-num")
        # Other databases number their records too, Web of Science with noughts in front.
        elsewhere = not _PUBMED.search(self.text("remote-database-name") or "PubMed") or own.startswith("00")
        own = "" if elsewhere else own
        told = " ".join((own, *self.texts("urls//url"), *self.texts("notes"), *self.texts("custom1")))
        return identifiers.pmid_in(own) or ("" if told.isdigit() else identifiers.pmid_in(told))

    @property
    def doi(self) -> str:
        """The DOI, without the address it may be part of."""
        text = self.text("electronic-resource-num") or next(
            (address for address in self.texts("urls//url") if "doi.org/" in address.lower()), ""
        )
        return identifiers.doi_in(text)

    @property
    def pmcid(self) -> str:
        """The PMCID, which EndNote keeps in a field for anything."""
        return next((text for text in self.texts("custom2") if re.fullmatch(r"PMC\d+", text)), "")


def _texts(element: Element, level: bool) -> Iterator[str]:
    """Yield the pieces of a field's text; of a `level` one those that are set high, as marks of notes, are left out."""
    if not level:
        yield from map(str, element.itertext())
        return
    yield str(element.text or "")
    for part in element:
        if "superscript" not in str(part.get("face")):
            yield "".join(map(str, part.itertext()))
        yield str(part.tail or "")


_NUMBERS = frozenset({"electronic-resource-num", "accession-num"})
NOTES = ("notes", "research-notes", "caption", "custom1")
"""Fields with words on a work, of which a number may be all."""
TITLE, AUTHOR = "titles/title", "contributors/authors/author"
YEAR = ("dates/year", "dates/pub-dates/date")
_ONCE = (TITLE, "dates/year", "volume", "number", "pages", "electronic-resource-num")
JOURNAL = ("periodical/full-title", "titles/secondary-title", "periodical/abbr-1", "alt-periodical/full-title")
"""Where EndNote keeps what; of several places the first that is filled."""


_READ = frozenset(
    {"rec-number", "ref-type", "foreign-keys", "urls", "titles", "contributors", "dates", "volume", "number", "pages",
     "electronic-resource-num", "accession-num", "database", "source-app", *NOTES}
)  # fmt: skip
"""Fields that have a meaning of their own."""


def _paper(record: Record) -> Paper:
    paper = Paper(
        trace="file",
        type=record.kind,
        title=title_of(record.text(TITLE)),
        author=authors_in(record.texts(AUTHOR)),
        issued=year_of(*_dates(record)),
        container_title=tidy(record.text(*JOURNAL, "publisher")),
        volume=tidy(record.text("volume")),
        issue=tidy(record.text("number")),
        page=pages(record.text("pages")),
        doi=number("DOI", record.text("electronic-resource-num")),
        pmid=number("PMID", record.pmid),
        pmcid=number("PMCID", record.pmcid),
        language=language_of(record.text("language")),
        publisher=tidy(record.text("publisher")),
        changes=changes_told(record.text(TITLE), *record.texts("notes")),
        lost=(
            *lost(_dates(record), doi=record.text("electronic-resource-num")),
            *(f"a second {path.rpartition('/')[2]}" for path in _ONCE if len({*record.texts(path)}) > 1),
        ),
    )
    notes = [text for name in NOTES for text in record.texts(name)]
    return with_told(with_addresses(paper, record.texts("urls//url"), notes), record.others())


def _dates(record: Record) -> list[str]:
    return [text for path in YEAR for text in record.texts(path)]


def authors_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Return authors as EndNote writes them, `Family, Given`; one that ends in a comma is an organisation."""
    return tuple(name for told in texts for name in _names(told))


def _names(text: str) -> Iterator[str]:
    if ",," in text:  # how EndNote has a comma in the name of an organisation
        yield without_commas(text)
    else:
        yield from (name.rstrip(", ") for name in names_in(text))
