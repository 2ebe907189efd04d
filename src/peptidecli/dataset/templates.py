"""The file `peptide new` writes: a compound to fill in, with every table explained; it reads and holds as it is."""

from __future__ import annotations

from .writing import value

_HEAD = """\
{schema}# {name}: a compound of your own. Lines that begin with # are notes to you; take away what you do not need.
# What each field means: data/README.md. What does not hold together: peptide check FOLDER

id = {id}
"""

_IDENTITY = """\
name = {name}
class = "synthetic peptide"          # in words; peptide list --class finds it
summary = "Not described yet."       # one sentence: what it is, and what stands behind it
primary-mechanism = "Not known."     # one or two sentences; compare sets them side by side
distinction = "Not known."           # what sets it apart from its relatives
# parent = "semax"                   # the id of the compound it derives from

# [sequence]
# residues = "MEHFPGP"               # one letter an amino acid; formula and mass are computed from it
# c-terminus = "NH2"                 # where an end is capped; then no mass is computed
"""

_EXTENDS = """\
extends = true                       # adds to the compound of this id; without it this file would take its place
"""

_TABLES = """\

# Other names: synonym, code, other-script, salt, trade-name, systematic, abbreviation.
# [[alias]]
# text = "LAB-7"
# kind = "code"

# What was observed: one sentence each. topic: peptide evidence; kind: mechanism, effect, pharmacokinetics, safety,
# origin; result: positive, negative, null, mixed, unknown. References: peptide add library.bib, peptide add 16996037.
# [[claim]]
# id = "lab-binding"
# text = "Binds its receptor in membranes of rat brain."
# topic = "receptor-binding"
# kind = "mechanism"
# result = "positive"
# population = "rat brain membranes"
# references = ["author-2024-word"]
# at = "table 2"                     # where in the paper it stands

# [[limitation]]
# text = "One laboratory; not repeated."
# references = ["author-2024-word"]

# [[question]]
# text = "Does it cross the blood-brain barrier?"
"""


def compound(key: str, name: str, schema: str | None = None, *, extends: bool = False) -> str:
    """Return the text of a new compound file; `schema` is the address of its JSON Schema, for editors."""
    head = _HEAD.format(schema=f"#:schema {schema}\n" if schema else "", name=name, id=value(key))
    return head + (_EXTENDS if extends else _IDENTITY.format(name=value(name))) + _TABLES
