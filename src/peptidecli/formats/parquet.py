"""The whole dataset as a folder of Parquet, one file a table with typed columns, by pyarrow (the extra `parquet`)."""

from __future__ import annotations

import itertools
from pathlib import Path

from ..answers.export import Content, Sheet
from ..errors import UsageError

_AT_ONCE = 20_000
"""Rows of a row group: what is held in memory at once."""


def write(content: Content, path: Path) -> None:
    """Write one Parquet file a table into the folder `path`; raise UsageError where the extra is not installed."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
        from pyarrow import parquet  # noqa: PLC0415
    except ModuleNotFoundError:
        raise UsageError("Parquet needs the extra 'parquet': pip install 'peptidecli[parquet]'") from None
    types = {
        "text": pa.string(), "json": pa.string(), "integer": pa.int64(), "number": pa.float64(), "truth": pa.bool_()
    }  # fmt: skip

    def schema(sheet: Sheet) -> pa.Schema:
        fields = [
            pa.field(column.name, types[column.type], not column.needed, {"description": column.text})
            for column in sheet.columns
        ]
        return pa.schema(fields, {"description": sheet.text, "title": content.about.title})

    path.mkdir()
    for sheet in content.sheets:
        shape = schema(sheet)
        with parquet.ParquetWriter(path / f"{sheet.name}.parquet", shape, compression="zstd") as writer:
            rows = sheet.rows()
            while part := list(itertools.islice(rows, _AT_ONCE)):
                columns = [
                    pa.array(values, field.type) for values, field in zip(zip(*part, strict=True), shape, strict=True)
                ]
                writer.write_table(pa.Table.from_arrays(columns, schema=shape))


def ours(path: Path) -> bool:
    """Tell whether a file is a table of an export: each holds what its table and its columns are."""
    try:
        from pyarrow import ArrowException, parquet  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:  # of one that cannot be loaded, as for want of memory, nothing is known
        return False
    try:
        schema = parquet.read_schema(path)
    except (OSError, ArrowException):
        return False
    return {b"description", b"title"} <= (schema.metadata or {}).keys()
