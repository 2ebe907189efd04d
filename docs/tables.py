"""The reference of the store's tables, made from the program itself: `python docs/tables.py` writes docs/store.md anew.

Needs peptidecli installed in the Python that runs this.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from peptidecli.dataset.columns import TABLES, Table
from peptidecli.dataset.schema import INDEXES, SCHEMA, VERSION

HERE = Path(__file__).parent
MARK = "<!-- made by docs/tables.py; what follows is not written by hand -->\n"


def tables() -> str:
    """Return every table and column as Markdown."""
    store = sqlite3.connect(":memory:")
    store.executescript(SCHEMA + INDEXES)
    parts = [f"Version {VERSION} of the tables.\n"]
    parts += [_of_table(store, table) for table in TABLES]
    return "\n".join(parts)


def _of_table(store: sqlite3.Connection, table: Table) -> str:
    where = "" if table.exported else " In SQLite alone."
    lines = [f"### `{table.name}`\n", f"{table.text}{where}\n", "| column | type | what it holds |", "|---|---|---|"]
    links = {here: f"{other}.{there}" for _, _, other, here, there, *_ in
             store.execute(f"PRAGMA foreign_key_list({table.name})")}  # fmt: skip
    for _, name, type_, needed, _, key in store.execute(f"PRAGMA table_info({table.name})"):
        kind = f"{type_ or 'TEXT'}{', key' if key else '' if needed or not type_ else ', may be empty'}"
        link = f" → `{links[name]}`" if name in links else ""
        lines.append(f"| `{name}` | {kind}{link} | {table.columns[name]} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the tables below what is written by hand."""
    path = HERE / "store.md"
    above, mark, _ = path.read_text(encoding="utf-8").partition(MARK)
    path.write_text(f"{above}{mark}\n{tables()}", encoding="utf-8")
    print("docs/store.md")


if __name__ == "__main__":
    main()
