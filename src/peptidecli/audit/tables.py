"""Tables of texts, lines of JSON and Parquet: each row a document, read one after the other."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from ..errors import UsageError
from ..intake.elsewhere import leaves, says_something
from .article.reading import BEYOND
from .document import Document

COLUMNS = ("text", "content", "body", "markdown", "html", "page")
"""Names of the column that holds the text, the first that is there."""
NAMES = ("url", "id", "name", "path", "title")
_AT_ONCE = 1000
"""Rows of a table that are read at once, if they are small."""
_IN_A_PAGE, _MOST_IN_A_PAGE = 1024, 256 << 20
"""Rows after which those who write Parquet look whether a page is full, and the bytes that so many may have."""


def of_lines(name: str, aside: Counter[str]) -> Iterator[Document]:
    """Yield the rows of a file of lines of JSON; `aside` counts columns with another text. Raises UsageError."""
    try:
        with Path(name).open("rb") as file:
            for number, line in enumerate(_lines(file), 1):
                if line is None:
                    yield Document(f"{name}:{number}", b"", f"is larger than {BEYOND >> 20} MB")
                    continue
                if not line.strip():
                    continue
                try:
                    row = json.loads(line, object_pairs_hook=_members)
                except (ValueError, RecursionError) as error:
                    yield Document(f"{name}:{number}", b"", _why_no_row(error))
                    continue
                yield _of_row(f"{name}:{number}", row if isinstance(row, dict) else {"text": row}, aside)
    except OSError as error:
        raise UsageError(f"{name} cannot be read: {error.strerror}") from error


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object of JSON; texts in columns of one name are one text."""
    found = dict(pairs)
    if len(found) < len(pairs):
        for column in COLUMNS:
            texts = [value for name, value in pairs if name == column and isinstance(value, str)]
            found |= {column: "\n\n".join(texts)} if len(texts) > 1 else {}
    return found


def _why_no_row(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "is nested too deep"
    # Python's own limit of digits raises a ValueError as well.
    of_json = isinstance(error, (json.JSONDecodeError, UnicodeDecodeError))
    return "is no line of JSON" if of_json else "has a number of more digits than are read"


def _lines(file: BinaryIO) -> Iterator[bytes | None]:
    """Yield the lines of a file; None for one larger than an article may be, which is passed over piece by piece."""
    while line := file.readline(BEYOND + 1):
        if len(line) <= BEYOND:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(BEYOND + 1)
        yield None


def _of_row(place: str, row: dict[str, Any], aside: Counter[str]) -> Document:
    texts = {column: row[column] for column in COLUMNS if isinstance(row.get(column), str)}
    saying = [column for column in texts if texts[column].strip()] or list(texts)
    text = texts[saying[0]] if saying else None
    aside.update(column for column in saying[1:] if texts[column].strip() not in texts[saying[0]])
    others = ((column, row[column]) for column in row if column not in texts and column not in NAMES) if saying else ()
    aside.update({name for column, held in others for name, said in leaves(held, column) if says_something(said)})
    if _is_work(row, saying):
        text = json.dumps([row], ensure_ascii=False)  # which is read as a bibliography is
    called = next((str(row[column]) for column in NAMES if row.get(column)), "")
    name = f"{place} {called}".strip()
    if text is None:
        return Document(name, b"", f"has no text under {', '.join(COLUMNS)}")
    try:
        content = text.encode("utf-8", errors="surrogateescape")
    except UnicodeEncodeError:  # half a letter, which JSON may name
        content = text.encode("utf-8", errors="surrogatepass").decode("utf-8", errors="replace").encode()
    return Document(name, content, file=False)


_PAGES = 40
"""Characters up to which what stands under `page` are the pages of a work, and no text."""


def _is_work(row: dict[str, Any], saying: list[str]) -> bool:
    """Tell whether a row is a work of a bibliography in JSON, and has no text, for which its pages are not taken."""
    from .article.jsonworks import is_work  # noqa: PLC0415 - only when lines of JSON are read

    return is_work(row) and all(column == "page" and len(row[column]) <= _PAGES for column in saying)


def of_parquet(name: str, aside: Counter[str]) -> Iterator[Document]:
    """Yield the rows of a table in Parquet; `aside` counts columns with another text. Raises UsageError."""
    try:
        from pyarrow import ArrowException, parquet  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        raise UsageError(
            f"{name}: reading Parquet needs the extra `corpus`: pip install 'peptidecli[corpus]'"
        ) from None
    try:
        number = without = 0
        table = parquet.ParquetFile(name)
        aside.update(_further(table))
        for first, group in _groups(name, table):
            number = first
            if isinstance(group, Document):
                yield group
                continue
            for row in group:
                number += 1
                document = _of_row(f"{name}:{number}", row, aside)
                if document.error or not document.content.strip():
                    without += 1  # there may be millions: they are told in one line
                else:
                    yield document
        if without:
            some = name if without == number else f"{name}: {without} of {number} rows"
            yield Document(some, b"", f"has no text under {', '.join(COLUMNS)}")
    except (OSError, ValueError, ArrowException) as error:
        raise UsageError(f"{name} cannot be read as Parquet: {error}") from error


def _groups(name: str, table: Any) -> Iterator[tuple[int, Iterator[dict[str, Any]] | Document]]:
    """Yield the groups of rows of a table, each with the rows before it; one that takes too much memory is told."""
    first = 0
    columns = [column for column in (*COLUMNS, *NAMES) if column in table.schema_arrow.names]
    if twice := next((column for column in columns if table.schema_arrow.names.count(column) > 1), ""):
        raise ValueError(f"two of its columns are called {twice}; leave one out")
    for number in range(table.num_row_groups):
        group = table.metadata.row_group(number)
        size = group.total_byte_size
        # Only where all of them are large it counts which: to ask for one that is encrypted ends the process.
        if size > _MOST_IN_A_PAGE:
            size = sum(
                group.column(place).total_uncompressed_size
                for place in range(group.num_columns)
                if group.column(place).path_in_schema in columns
            )
        # A page of rows is in memory as a whole, and its end is looked for every so many rows alone.
        if size * min(1, _IN_A_PAGE / max(group.num_rows, 1)) > _MOST_IN_A_PAGE:
            why = (
                f"are larger than {_MOST_IN_A_PAGE >> 20} MB for {min(_IN_A_PAGE, group.num_rows)} of them, which are "
                "read at once; write the table with fewer rows in a group"
            )
            yield first, Document(f"{name}: rows {first + 1} to {first + group.num_rows}", b"", why)
        else:
            # Each may be as large as all of them are in the file, where one text stands for many.
            at_once = max(1, min(_AT_ONCE, BEYOND // max(size, 1)))
            yield first, _rows(table.iter_batches(at_once, [number], columns))
        first += group.num_rows


def _further(table: Any) -> Iterator[str]:
    """Yield the columns that have other texts, once for each of the first rows that has one."""
    from pyarrow import ArrowException  # noqa: PLC0415 - an extra

    if set(table.schema_arrow.names).isdisjoint(COLUMNS) or not table.num_row_groups:
        return
    small = table.metadata.row_group(0).total_byte_size <= _MOST_IN_A_PAGE
    for field in table.schema_arrow if small else ():
        if field.name in {*COLUMNS, *NAMES} or not str(field.type).startswith((*_WORDS, *_NESTED)):
            continue
        try:
            batch = next(table.iter_batches(_AT_ONCE, [0], [field.name]), None)
            held = batch.column(0).to_pylist() if batch is not None else []
        except (OSError, ValueError, ArrowException):  # it is not asked for, and may be locked
            continue
        for value in held:
            yield from {name for name, text in leaves(_plain(value), field.name) if says_something(text)}


_NESTED = ("struct", "list", "large_list", "fixed_size_list", "map")


def _plain(value: Any) -> Any:
    """Return a value of Parquet as JSON has it: bytes as text, the pairs of a map as an object."""
    if isinstance(value, list) and value and all(isinstance(part, tuple) for part in value):
        return {str(key): _plain(held) for key, held in value}
    if isinstance(value, list):
        return list(map(_plain, value))
    if isinstance(value, dict):
        return {key: _plain(held) for key, held in value.items()}
    return _text(value)


def _rows(batches: Iterator[Any]) -> Iterator[dict[str, Any]]:
    for batch in batches:
        columns = [
            (field.name, _as_words(column, field)) for field, column in zip(batch.schema, batch.columns, strict=True)
        ]
        for place in range(batch.num_rows):
            yield {name: _text(column[place].as_py()) for name, column in columns if column is not None}


def _text(value: Any) -> Any:
    """Return bytes as text, those that are none as they are encoded in again; anything else as it is."""
    return value.decode("utf-8", errors="surrogateescape") if isinstance(value, bytes) else value


_WORDS = ("string", "large_string", "binary", "large_binary", "dictionary")
"""How the types begin that a column of texts may have: not all who write Parquet tell that bytes are letters."""


def _as_words(column: Any, kind: Any) -> Any:
    """Return a column as strings, None where it can be none: Python has no value for many a time or a number."""
    from pyarrow import ArrowException  # noqa: PLC0415 - an extra

    if kind.name in COLUMNS and not str(kind.type).startswith(_WORDS):
        return None
    try:
        return column.cast("large_string")
    except ArrowException:
        return column if "binary" in str(kind.type) else None  # bytes that are no text are told where it is read
