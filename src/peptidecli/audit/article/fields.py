"""Fields of a Word document: the citations that Zotero, Mendeley and EndNote leave in it, whole records in its codes.

Zotero and Mendeley's older plug-in keep CSL-JSON in a field's code, Zotero also in the document's properties behind a
bookmark; Mendeley Cite keeps it, as base64, in the tag of a content control; EndNote keeps its XML in a field's code or
data. What none of them can be read from is counted, and the others go on.
"""

from __future__ import annotations

import base64
import binascii
import io
import json
import posixpath
import re
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from ...intake import endnote
from ...intake.csl import numbers_in
from ...notation.identifiers import doi_in, pmid_in
from .blocks import LEVEL, RAISED, Article, Entry, entry_block
from .csl import entry_of_item
from .endnote import entry_of
from .inline import parted, telling

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATIVE = f"{_COMPATIBLE}AlternateContent"
"""Forms of one thing beside each other; the last is shown by programs that do not know a newer one."""
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_ART = "{urn:schemas-microsoft-com:vml}textpath"
"""Letters that are drawn along a line."""
_NOTES = ("footnote", "endnote", "comment")
_MENDELEY = "MENDELEY_CITATION_v3_"
_BOOKMARK = "ZOTERO_BREF_"
_ENDNOTE = re.compile(r"\s*ADDIN\s+EN\.CITE\b")
_CSL = re.compile(r"\s*ADDIN\s+(?:ZOTERO_ITEM|CSL_CITATION|Mendeley Citation)")
_LISTS = re.compile(r"ADDIN\s+(?:ZOTERO_BIBL|EN\.REFLIST|Mendeley Bibliography)")
MOST = 64 << 20
"""Bytes that a part of a document may unpack to."""


class _Open:
    """A field that has begun: its code so far, its data, and whether what it shows has begun."""

    def __init__(self, data: str) -> None:
        self.code: list[str] = []
        self.data = data
        self.shown = False
        self.list = False


class Fields:
    """Gathers citations while a document is read paragraph by paragraph; each counts where it is cited first."""

    def __init__(self, content: bytes) -> None:
        self._open: list[_Open] = []
        self._lists = 0
        self._entries: dict[Entry, int] = {}
        self._odd: set[int] = set()
        self._beside: list[str] = []
        self._broken: dict[str, str] = {}
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            self.main = main_part(package)
            related = _related(self._part(package, _relations_of(self.main)), self.main)
            self._names = {kind: related.get(f"{kind}s", f"word/{kind}s.xml") for kind in _NOTES}
            self._notes = {kind: _notes(self._part(package, name)) for kind, name in self._names.items()}
            self._bookmarks = _bookmarks(self._part(package, "docProps/custom.xml"))
            parts = {"document": self.main, **{f"{kind}s": name for kind, name in self._names.items()}}
            self._targets = {part: _targets(self._part(package, _relations_of(name))) for part, name in parts.items()}
        self._known = {kind: frozenset(notes) for kind, notes in self._notes.items()}

    def read(self, element: Any, line: int, part: str = "document") -> bool:
        """Read a paragraph or table of a part of the document that stands on a line.

        Tell whether it is of the list that a program has set.
        """
        listed = self._in_list()
        for node in element.iter():
            tag = node.tag
            if tag == f"{WORD}fldChar":
                self._character(node, line)
            elif tag == f"{WORD}instrText" and self._open and not self._open[-1].shown:
                self._open[-1].code.append(_letters(node))
            elif tag == f"{WORD}fldSimple":
                self._code(node.get(f"{WORD}instr", ""), "", line)
            elif tag == f"{WORD}tag":
                self._tag(node.get(f"{WORD}val", ""), line)
            elif tag == f"{WORD}bookmarkStart":
                code = self._bookmarks.get(node.get(f"{WORD}name", ""), "")
                self._code(f"ADDIN {code}", "", line)
            elif tag in _REFERENCES:
                kind = tag.removeprefix(WORD).removesuffix("Reference")
                number = node.get(f"{WORD}id", "")
                note = self._notes[kind].pop(number, None)
                if number not in self._known[kind]:
                    self._broken.setdefault(self._names[kind], "a note of the text is not in it")
                if note is not None and not self.read(note, line, f"{kind}s"):
                    self._beside.append(_typed(note))
            elif tag in _BOXES:
                self._beside.append(_BOXES[tag](node))
            listed = listed or self._in_list()
        addresses = [] if listed else [*filter(None, map(telling, self._links(element, part)))]
        if addresses:
            self._beside += _unseen(addresses, _typed(element) or shown(element))
        return listed

    def _links(self, element: Any, part: str) -> Iterator[str]:
        """Yield where the links of a paragraph or table lead, whether they are of a relation or of a field."""
        for node in element.iter(f"{WORD}hyperlink"):
            yield self._targets[part].get(node.get(_RELATION, ""), "")
        codes = (node.get(f"{WORD}instr", "") for node in element.iter(f"{WORD}fldSimple"))
        yield from _LINK.findall("".join((*codes, *map(_letters, element.iter(f"{WORD}instrText")))))

    def not_among(self, listed: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
        """Yield, of what stands in lists, what no field has: by its year, and its title or its first author."""
        by_year: dict[str, list[str]] = defaultdict(list)
        for entry in self._entries:
            first = entry.authors[0].partition(",")[0] if entry.authors else ""
            by_year[entry.year] += [name for name in map(_letters_of, (first, entry.title)) if name]
        for line, text in listed:
            years = ("", *re.findall(r"(?<!\d)\d{4}(?!\d)", text))
            bare = _letters_of(text)
            if not any(name in bare for year in years for name in by_year.get(year, ())):
                yield line, text

    def beside(self) -> list[str]:
        """Return the text of the notes and boxes of what was read since this was asked."""
        found, self._beside = [text for text in self._beside if text.strip()], []
        return found

    def absent(self) -> list[str]:
        """Return what of the document, beside its text, cannot be read."""
        return [f"{name}: {why}" for name, why in self._broken.items()]

    def _part(self, package: zipfile.ZipFile, name: str) -> Any:
        """Return the root of a part of the document, None where it has none, or none that can be read."""
        if name not in package.namelist():
            return None
        if package.getinfo(name).file_size > MOST:
            self._broken[name] = f"it unpacks to more than {MOST >> 20} MB"
            return None
        try:
            return self.root_of(name, package.read(name))
        except (zipfile.BadZipFile, zlib.error, EOFError):
            self._broken[name] = "it is damaged"
            return None

    def root_of(self, name: str, content: bytes) -> Any:
        """Return the root of a part of the document that is in its bytes, None where it cannot be read."""
        from lxml import etree  # noqa: PLC0415 - only when a document is read

        try:
            root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError:
            self._broken[name] = "it is damaged"
            return None
        if has_types(root):
            self._broken[name] = WITH_TYPES
            return None
        self.look_through(name, root)
        return root

    def look_through(self, name: str, root: Any) -> None:
        """Leave of a part of the document what is said in two forms once, and note what it takes in and is not read."""
        leave_once(root)
        if next(root.iter(f"{WORD}altChunk", f"{WORD}subDoc"), None) is not None:
            self._broken.setdefault(name, "it takes in another document, which is not read")

    def _in_list(self) -> bool:
        return self._lists > 0

    def _character(self, node: Any, line: int) -> None:
        kind = node.get(f"{WORD}fldCharType")
        if kind == "begin":
            data = node.find(f"{WORD}fldData")
            self._open.append(_Open("" if data is None else data.text or ""))
        elif self._open:
            field = self._open[-1]
            if not field.shown:
                code = "".join(field.code)
                field.shown, field.list = True, _LISTS.search(code) is not None
                self._lists += field.list
                self._code(code, field.data, line)
            if kind == "end":
                self._lists -= self._open.pop().list

    # -- what is in a code -------------------------------------------------------------------------------------------

    def _code(self, code: str, data: str, line: int) -> None:
        if _ENDNOTE.match(code):
            source = code[code.find("<") :] if "<" in code else _decoded(data)
            # What has neither is the inside of a field whose data stand outside.
            self._of_endnote(source, line, data != "" or "<" in code)
        elif _CSL.match(code):
            self._of_csl(code[code.find("{") :] if "{" in code else "", line)

    def _tag(self, tag: str, line: int) -> None:
        if tag.startswith(_MENDELEY):
            self._of_csl(_decoded(tag.removeprefix(_MENDELEY)), line)

    def _of_csl(self, source: str, line: int) -> None:
        try:
            found, _ = json.JSONDecoder().raw_decode(source)
            items = found["citationItems"]
            data = [item["itemData"] for item in items]
        except (ValueError, RecursionError, KeyError, TypeError):
            self._odd.add(line)
            return
        for item in data:
            self._take(entry_of_item({**numbers_in(item), **item}) if isinstance(item, dict) else None, line)

    def _of_endnote(self, source: str, line: int, given: bool) -> None:
        none = True
        for _, record in endnote.records(source):
            none = False
            # Its lines are those of the field's code, and say nothing of the document.
            self._take(entry_of(record)._replace(field_lines=()) if record else None, line)
        if none and given:
            self._odd.add(line)

    def _take(self, entry: Entry | None, line: int) -> None:
        if entry and (entry.title or entry.doi or entry.pmid or entry.authors):
            self._entries.setdefault(entry, line)
        else:
            self._odd.add(line)

    def cited(self, name: str) -> tuple[Article, ...]:
        """Return the citations as a bibliography of the document, none where there are none."""
        blocks = [made for entry, line in self._entries.items() if (made := entry_block(entry, line))]
        return (Article(name, blocks, 0, 0, odd=tuple(sorted(self._odd))),) if blocks or self._odd else ()


def _targets(root: Any) -> dict[str, str]:
    """Return where the links of a part of the document lead, by their ids (ECMA-376, part 2, relationships)."""
    return {} if root is None else {part.get("Id", ""): part.get("Target", "") for part in root}


_MAIN = re.compile(r"<Relationship\s[^<>]{0,999}/officeDocument[\"'][^<>]{0,999}>")
_TARGET = re.compile(r"\bTarget\s{0,9}=\s{0,9}[\"']/?([^\"'<>]{1,999})[\"']")


def _letters_of(text: str) -> str:
    """Return the letters and digits of a text in small letters."""
    return "".join(filter(str.isalnum, text.lower()))


def main_part(package: zipfile.ZipFile) -> str:
    """Return the name of the part of a Word document that has its text, which need not be called as usual."""
    if "_rels/.rels" in package.namelist():
        with package.open("_rels/.rels") as file:
            relation = _MAIN.search(file.read(1 << 16).decode("utf-8", errors="replace"))
        if relation and (target := _TARGET.search(relation[0])):
            return target[1]
    return "word/document.xml"


def _relations_of(name: str) -> str:
    """Return the name of the part with the relations of a part (ECMA-376, part 2, 9.3.4)."""
    folder, _, own = name.rpartition("/")
    return f"{folder}/_rels/{own}.rels" if folder else f"_rels/{own}.rels"


def _related(root: Any, name: str) -> dict[str, str]:
    """Return the parts that a part is related to, by their kinds, as the package has their names."""
    folder = posixpath.dirname(name)
    found: dict[str, str] = {}
    for part in () if root is None else root:
        target = posixpath.normpath(posixpath.join("/", folder, part.get("Target", ""))).lstrip("/")
        found.setdefault(str(part.get("Type", "")).rpartition("/")[2], target)
    return found


def _unseen(addresses: Iterable[str], text: str) -> list[str]:
    """Return, of addresses that tell a paper, those whose number does not stand in the text."""
    numbers = {address: doi_in(address) or pmid_in(address) for address in addresses}
    return [address for address, number in numbers.items() if number.lower() not in text.lower() or not number]


_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_LINK = re.compile(r'HYPERLINK\s+"([^"]{1,2000})"')


def _typed(element: Any) -> str:
    """Return what a person sees of a note or a box, its paragraphs one behind the other."""
    return " ".join(paragraphs(element))


def paragraphs(root: Any) -> list[str]:
    """Return the texts of the paragraphs of a part of the document, as they are seen."""
    return [shown(part) for part in root.iter(f"{WORD}p")]


def drawn(root: Any) -> list[str]:
    """Return the paragraphs of a chart or of another drawing that has a part of its own, and the names in it."""
    written = [_drawn(part) for part in root.iter(f"{_DRAWING}p")]
    return written + [
        _letters(value) for value in root.iter(*_NAMES) if next(value.iterancestors(*_NUMBERS), None) is None
    ]


def _drawn(paragraph: Any) -> str:
    return "".join(_letters(text) for text in paragraph.iter(f"{_DRAWING}t"))


_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_NEWER_CHART = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
_NAMES = (f"{_CHART}v", f"{_NEWER_CHART}pt", f"{_NEWER_CHART}v")
"""What a chart holds of its series and categories (ECMA-376, part 1, 21.2.2.227; MS-ODRAWXML, 2.24.3)."""
_NUMBERS = (f"{_CHART}numCache", f"{_CHART}numLit", f"{_NEWER_CHART}numDim")
"""In what such a value is one that is drawn."""
_REFERENCES = frozenset(f"{WORD}{kind}Reference" for kind in _NOTES)
_TEXTS = frozenset({f"{WORD}t", f"{_MATH}t"})
_BLANKS = {f"{WORD}{name}": " " for name in ("tab", "ptab", "br", "cr", "p")} | {f"{WORD}noBreakHyphen": "-"}
_UNSEEN = frozenset({f"{WORD}txbxContent", f"{WORD}del", f"{WORD}moveFrom"})


_EDGE = "\x1f"
"""Where a link begins or ends; no text of XML has it."""


def shown(element: Any) -> str:
    """Return the text of a paragraph or a cell as it is seen: what was inserted too, boxes and what was deleted not.

    What is set high has `RAISED` and `LEVEL` around it.
    """
    found: list[str] = []
    fields: list[_Begun] = []
    waiting: list[Iterator[Any]] = [iter(element)]
    while waiting:
        node = next(waiting[-1], None)
        if node is None:
            waiting.pop()
        elif isinstance(node, str):
            found.append(node)
        elif node.tag in _TEXTS:
            # What a field shows within the code of another is a part of that code.
            if not fields or fields[-1].seen:
                found.append(_letters(node))
        elif node.tag == f"{WORD}fldChar":
            _follow(fields, node.get(f"{WORD}fldCharType"))
            found.append(_chosen(node))
        elif node.tag == f"{WORD}sym":
            found.append(_symbol(node.get(f"{WORD}font", ""), node.get(f"{WORD}char", "")))
        elif node.tag in _BLANKS and not (node.tag == f"{WORD}p" and not found):
            found.append(_BLANKS[node.tag])
            waiting.append(iter(node))
        elif node.tag not in _UNSEEN:
            waiting.append(_parts_of(node))
    text = ""
    for part in "".join(found).replace(LEVEL + RAISED, "").split(_EDGE):
        text += parted(text, part)
    return text


def _chosen(node: Any) -> str:
    """Return what is chosen of a list that one chooses from in a form (ECMA-376, part 1, 17.16.9)."""
    for choices in node.iter(f"{WORD}ddList"):
        told = {part.tag.removeprefix(WORD): part.get(f"{WORD}val", "") for part in choices.iterchildren("*")}
        place = told.get("result") or told.get("default") or "0"
        entries = [part.get(f"{WORD}val", "") for part in choices.iterchildren(f"{WORD}listEntry")]
        return entries[int(place)] if place.isdecimal() and len(place) < 3 and int(place) < len(entries) else ""
    return ""


_BOXES: Mapping[str, Callable[[Any], str]] = {
    _ART: lambda node: str(node.get("string", "")), f"{WORD}txbxContent": _typed, f"{_DRAWING}p": _drawn
}  # fmt: skip
"""What stands in a box or a drawing of a paragraph, and how its text is read."""


def _symbol(font: str, code: str) -> str:
    """Return a sign that is set by its place in a font (ECMA-376, part 1, 17.3.3.30); of few it is known which."""
    place = int(code, 16) & 0xFF if re.fullmatch(r"[0-9A-Fa-f]{1,8}", code) else 0
    sign = chr(place) if 0x20 < place < 0x7F else "\ufffd"
    if font == "Symbol":
        return sign.translate(_SYMBOL)
    return sign if code.upper().startswith("00") else "\ufffd"


_SYMBOL = str.maketrans("abgdezhqiklmnxoprstufcywDGQLXPSFYW", "αβγδεζηθικλμνξοπρστυφχψωΔΓΘΛΞΠΣΦΨΩ")
"""Letters of the font Symbol."""


def _letters(node: Any) -> str:
    """Return the text of an element, also behind comments and instructions in it."""
    return (node.text or "") + "".join(part.tail or "" for part in node)


class _Begun(NamedTuple):
    """A field that has begun: whether what stands in it is seen, if anything, and whether what it shows has begun."""

    seen: bool
    shows: bool


def _follow(fields: list[_Begun], kind: str | None) -> None:
    """Keep account of the fields that have begun, at a sign of one."""
    if kind == "begin":
        fields.append(_Begun(not fields or (fields[-1].seen and fields[-1].shows), shows=False))
    elif fields and kind == "separate":
        fields[-1] = fields[-1]._replace(shows=True)
    elif fields and kind == "end":
        fields.pop()


def _is_raised(run: Any) -> bool:
    """Tell whether a run is set high: by itself, by how far it stands above the line, or by a style called so."""
    how = run.find(f"{WORD}rPr")
    if how is None:
        return False
    told = {part.tag.removeprefix(WORD): str(part.get(f"{WORD}val", "")) for part in how}
    if "vertAlign" in told:
        return told["vertAlign"] == "superscript"
    raised = re.fullmatch(r"[4-9]|[1-9]\d{1,3}", told.get("position", "")) is not None  # in half points
    return raised or re.search(r"super|(?:foot|end)note_?reference", told.get("rStyle", ""), re.IGNORECASE) is not None


def _parts_of(node: Any) -> Iterator[Any]:
    """Yield the parts of an element in the order in which they are read, and signs that stand for how they are set."""
    high = node.tag == f"{_MATH}sup"
    if node.tag == f"{WORD}r":
        high = _is_raised(node)
    if node.tag == f"{WORD}ruby":
        return chain(node.iterchildren(f"{WORD}rubyBase"), (" (",), node.iterchildren(f"{WORD}rt"), (")",))
    if node.tag == ALTERNATIVE:
        return chain.from_iterable((form, " ") for form in node) if len(node) > 1 else iter(node)
    if node.tag == f"{WORD}hyperlink":
        return chain((_EDGE,), node, (_EDGE,))
    if node.tag == f"{_MATH}den":
        return chain(("/",), node)
    return chain((RAISED,), node, (LEVEL,)) if high else iter(node)


def leave_once(root: Any) -> None:
    """Take out of forms that stand beside each other, for newer and older programs, those that say nothing else.

    Which of them is shown is for a program to say; mostly they are the same words in a newer and an older box.
    """
    for alternative in list(root.iter(ALTERNATIVE)):
        said: dict[str, None] = {}
        for form in list(alternative):
            words = "".join(text for part in form.iter(f"{WORD}t") for text in _letters(part).split())
            if words in said or words in next(iter(said), "-"):
                alternative.remove(form)
            elif words:
                said[words] = None


def _decoded(text: str) -> str:
    """Return the text that base64 stands for, empty where it is none."""
    try:
        content = base64.b64decode("".join(text.split()) + "==")
    except (binascii.Error, ValueError):
        return ""
    return content.decode("utf-8", errors="replace").rstrip("\0")


WITH_TYPES = "it declares types or entities of its own, which no Word document may"
"""ECMA-376-2, 8.1.4: what could hide words from a reader that does not resolve them."""


def has_types(root: Any) -> bool:
    """Tell whether a part of a document has a document type declaration."""
    return bool(root.getroottree().docinfo.doctype)


def _notes(root: Any) -> dict[str, Any]:
    """Return the footnotes or endnotes of a document by their numbers."""
    return {} if root is None else {note.get(f"{WORD}id", ""): note for note in root}


def _bookmarks(root: Any) -> Mapping[str, str]:
    """Return the codes that Zotero keeps in the document's properties, in pieces, by the names of their bookmarks."""
    pieces: dict[str, dict[int, str]] = defaultdict(dict)
    for name, text in _properties(root) if root is not None else ():
        bookmark, _, place = name.rpartition("_")
        if name.startswith(_BOOKMARK) and place.isdigit():
            pieces[bookmark][int(place)] = text
    return {name: "".join(parts[place] for place in sorted(parts)) for name, parts in pieces.items()}


def _properties(root: Any) -> Iterator[tuple[str, str]]:
    for element in root:
        yield element.get("name", ""), "".join(element.itertext())
