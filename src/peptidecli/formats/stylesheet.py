"""A CSL file, looked through before it is used: what is wrong with it, on which line, and how much it asks for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import etree

from ..errors import UsageError

NAMESPACE = "{http://purl.org/net/xbiblio/csl}"
LARGEST = 1_000_000
"""Bytes of a file; the largest of the 2,759 public styles that have a bibliography has 246 kB."""
MOST = 40_000
"""Elements that a style may go through for one reference, as `_Steps` counts; of the public styles, 16,356 at most."""
WIDEST = 500
"""Elements that may stand side by side: the formatter joins what they print one by one; of the public styles, 31."""
_ENDING = "Mend it, or take another: ama, apa, harvard, vancouver, or one of zotero.org/styles"


class StyleError(UsageError):
    """A CSL file that cannot be used; the message has the file, the line where there is one, and what to do."""

    def __init__(self, path: Path, reason: str, line: int | None = None) -> None:
        super().__init__(f"{path}{f':{line}' if line else ''}: {reason}. {_ENDING}")


def checked(path: Path) -> bytes:
    """Return a CSL file in UTF-8.

    Raises StyleError where it is no style, has no bibliography, calls a macro that is not there or calls
    itself, or asks for more than a reference can need.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from None
    if len(content) > LARGEST:
        raise StyleError(path, f"it is larger than a style may be, {LARGEST // 1_000_000} MB")
    try:
        root = etree.fromstring(content, etree.XMLParser(no_network=True, remove_comments=True))
    except etree.XMLSyntaxError as error:
        raise StyleError(path, f"it is no XML: {error.msg}") from None
    _look_through(path, root)
    try:
        content.decode()
    except UnicodeDecodeError:  # The formatter reads UTF-8 alone.
        return bytes(etree.tostring(root, encoding="utf-8"))
    return content


def _look_through(path: Path, root: Any) -> None:
    if root.tag != f"{NAMESPACE}style":
        raise StyleError(path, f"it is no CSL style but begins with {described(root)}", root.sourceline)
    layout = root.find(f"{NAMESPACE}bibliography/{NAMESPACE}layout")
    if layout is None:
        raise StyleError(path, "it has no bibliography; a dependent style names its parent, take that one")
    macros: dict[str, Any] = {}
    for macro in root.iterfind(f"{NAMESPACE}macro"):
        macros.setdefault(macro.get("name", ""), macro)
    try:
        counted = _Steps(path, macros)
        steps, _ = counted.of(layout, ())
        for key in root.iterfind(f"{NAMESPACE}bibliography/{NAMESPACE}sort/{NAMESPACE}key"):
            counted.of(key, ())  # nothing is sorted by it; it is held against the macros alone
    except RecursionError:
        raise StyleError(path, "its elements and macros stand in one another too deep") from None
    if steps > MOST:
        raise StyleError(path, f"a reference takes more than {MOST:,} steps through its elements and macros")


class _Steps:
    """Counts the elements that are gone through for a reference: of a choice the longest, of macros each call.

    A group asks beforehand whether its parts have anything to say, and that goes through all choices.
    """

    def __init__(self, path: Path, macros: dict[str, Any]) -> None:
        self._path, self._macros = path, macros
        self._known: dict[str, tuple[int, int]] = {}

    def of(self, element: Any, above: tuple[str, ...]) -> tuple[int, int]:
        """Return how many elements are gone through to print one, and to ask it; `above` are the macros around it."""
        kind = etree.QName(element).localname
        if len(element) > WIDEST:
            said = f"{described(element)} has more than {WIDEST} elements side by side"
            raise StyleError(self._path, said, element.sourceline)
        parts = [self.of(child, above) for child in element.iterchildren(etree.Element)]
        printing, asking = [own for own, _ in parts], sum(own for _, own in parts)
        steps = 1 + (max(printing, default=0) if kind == "choose" else sum(printing))
        if kind == "group":
            return steps + 2 * asking, 1
        name = element.get("macro")
        if kind not in {"text", "key"} or name is None or element.get("variable") is not None:
            return steps, 1 + asking
        line = element.sourceline
        if name not in self._macros:
            raise StyleError(self._path, f"{described(element)} asks for a macro that is not there", line)
        if name in above:
            raise StyleError(self._path, f"{described(element)} stands in a macro that calls itself", line)
        if name not in self._known:
            self._known[name] = self.of(self._macros[name], (*above, name))
        return 1 + self._known[name][0], 1 + self._known[name][1]


def described(element: Any) -> str:
    """Return an element as its file has it, what is long left out."""
    name = etree.QName(element).localname
    told = "".join(f' {etree.QName(key).localname}="{value}"' for key, value in element.attrib.items())
    return f"<{name}{told if len(told) <= 120 else ' …'}>"


def keep_elements(root: Any) -> None:
    """Take out of a style what is neither element nor text: instructions to other programs, names of entities."""
    etree.strip_tags(root, etree.ProcessingInstruction, etree.Entity)


def keep_capitals(root: Any) -> None:
    """Let a style's case of a sentence make a capital of the first letter and leave all others (CSL 1.0.2, text-case).

    citeproc-py makes small letters of those within words, `trkb` of trkB.
    """
    for element in root.iter(etree.Element):
        if element.get("text-case") == "sentence":
            element.set("text-case", "capitalize-first")


def fault(path: Path, error: Exception) -> StyleError:
    """Return what to tell of an error of the formatter: which element of the style was at work."""
    if isinstance(error, RecursionError):
        return StyleError(path, "its elements and macros stand in one another too deep")
    element = _at_work(error)
    if element is None:
        return StyleError(path, "it is no CSL style that can be used")
    return StyleError(path, f"{described(element)} asks for what cannot be printed", element.sourceline)


def _at_work(error: Exception) -> Any | None:
    """Return the innermost element of the style at which an error was raised, or None."""
    found = None
    trace = error.__traceback__
    while trace:
        own = trace.tb_frame.f_locals
        for name in ("self", "child"):
            if isinstance(own.get(name), etree.ElementBase):
                found = own[name]
        trace = trace.tb_next
    return found
