"""What of a dataset is the user's own: by folder, and inside a compound that own data extend."""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import Any, Literal, NamedTuple, TypeVar

from ..dataset import model
from ..dataset.dataset import Dataset
from ..dataset.decoding import decoded
from ..dataset.model import Claim, Compound, Record


class Folder(Record, frozen=True):
    """A folder in use and what it says: records by kind, and how many of them extend or replace earlier ones."""

    path: str
    own: bool
    records: dict[str, int]
    extends: int
    replaces: int


def folders(dataset: Dataset) -> tuple[Folder, ...]:
    """Return the folders in use in the order they are laid over one another, the bundled one first."""
    says: dict[int, dict[str, int]] = {}
    extends: dict[int, int] = {}
    replaces: dict[int, int] = {}
    sql = " UNION ALL ".join(
        f"SELECT f.folder, '{kind}', k.id, NULL FROM {kind} k JOIN file f ON f.id = k.file "
        f"WHERE NOT EXISTS (SELECT 1 FROM overlaid o WHERE o.kind = '{kind}' AND o.id = k.id)"
        for kind in model.KINDS
    )
    laid = "SELECT folder, kind, id, json_extract(record, '$.extends') FROM overlaid ORDER BY folder"
    met: set[tuple[str, str]] = set()
    for place, kind, key, extending in [*dataset.rows(sql), *dataset.rows(laid)]:
        counts = says.setdefault(place, {})
        counts[kind] = counts.get(kind, 0) + 1
        if (kind, key) in met:
            which = extends if extending else replaces
            which[place] = which.get(place, 0) + 1
        met.add((kind, key))
    return tuple(
        Folder(
            path=path,
            own=place > 0,
            records={kind: says[place][kind] for kind in model.KINDS if kind in says.get(place, {})},
            extends=extends.get(place, 0),
            replaces=replaces.get(place, 0),
        )
        for place, path in enumerate(dataset.folders)
    )


# -- records as answers show them: those of the data, and whether they are the user's own -----------------------------


class ShownAlias(model.Alias, frozen=True):
    """An alias, and whether it is the user's own."""

    own: bool = False


class ShownIdentifier(model.Identifier, frozen=True):
    """An identifier, and whether it is the user's own."""

    own: bool = False


class ShownFact(model.Fact, frozen=True):
    """A fact, and whether it is the user's own."""

    own: bool = False


class ShownMaker(model.Maker, frozen=True):
    """A maker, and whether it is the user's own."""

    own: bool = False


class ShownSearched(model.Searched, frozen=True):
    """A search of the literature, and whether it is the user's own."""

    own: bool = False


class ShownRegulatory(model.Regulatory, frozen=True):
    """A regulatory event, and whether it is the user's own."""

    own: bool = False


class ShownRemark(model.Remark, frozen=True):
    """A limitation, question or anecdote, and whether it is the user's own."""

    own: bool = False


class ShownApproach(model.Approach, frozen=True):
    """A pathway or framework, and whether it is the user's own."""

    own: bool = False


class ShownFaq(model.Faq, frozen=True):
    """A question with its answer, and whether it is the user's own."""

    own: bool = False


class ShownRelative(model.Relative, frozen=True):
    """What is called like a compound and is none, and whether it is the user's own."""

    own: bool = False


class ShownStatement(model.Statement, frozen=True):
    """A statement, and whether it is the user's own."""

    own: bool = False


class ShownCitation(model.UntracedCitation, frozen=True):
    """A citation that is no reference, and whether it is the user's own."""

    own: bool = False


class ShownReference(model.Reference, frozen=True):
    """A reference, and whether it is the user's own."""

    own: bool = False


S = TypeVar("S", bound=Record)


def shown(kind: type[S], record: Record, own: bool) -> S:
    """Return a record as the kind that tells whether it is the user's own."""
    return kind(**{name: getattr(record, name) for name in record.__struct_fields__}, own=own)


_TEXTS = (
    "name", "compound_class", "summary", "primary_mechanism", "distinction", "parent", "sequence", "formula",
    "molar_mass",
)  # fmt: skip
"""What a compound has one of."""
_WORKED_OUT = {"formula", "molar_mass"}


class Own(NamedTuple):
    """What of a compound is the user's own.

    `before` is what the bundled dataset says of it, where own data extend that; where they have brought or replaced
    the compound, all of it is `own` and there is no `before`.
    """

    compound: Compound
    own: bool
    before: Compound | None
    references: Set[str]
    """The ids of all references that own data have brought or changed."""

    def has(self, table: str, entry: Any) -> bool:
        """Tell whether own data have brought or changed an entry of one of the compound's tables, as `claims`."""
        return self.own and (self.before is None or entry not in getattr(self.before, table))

    def all_of(self, table: str, kind: type[S]) -> tuple[S, ...]:
        """Return one of the compound's tables, each entry with whether it is own."""
        return tuple(shown(kind, entry, self.has(table, entry)) for entry in getattr(self.compound, table))

    def texts(self) -> tuple[str, ...]:
        """Return what own data say of what a compound has one of: `name`, `summary` and so on, as in the data."""
        # Formula and mass of a plain sequence follow from it, whatever a file says of them.
        plain = bool(self.compound.sequence and self.compound.sequence.plain)
        told = {name: "sequence" if plain and name in _WORKED_OUT else name for name in _TEXTS}
        keys = dict(zip(Compound.__struct_fields__, Compound.__struct_encode_fields__, strict=True))
        return tuple(
            keys[name]
            for name, by in told.items()
            if self.own
            and getattr(self.compound, by) is not None
            and (self.before is None or getattr(self.before, by) != getattr(self.compound, by))
        )

    def behind(self, claims: Iterable[Claim]) -> bool:
        """Tell whether own data have brought or changed one of the claims, or a reference that one rests on."""
        return any(self.has("claims", claim) or not self.references.isdisjoint(claim.references) for claim in claims)


def own_of(dataset: Dataset, compound: Compound) -> Own:
    """Return what of a compound is the user's own."""
    if len(dataset.folders) == 1:
        return Own(compound, False, compound, frozenset())
    key = compound.id
    references = dataset.own("reference")
    if key not in dataset.own("compound"):
        return Own(compound, False, compound, references)
    rows = dataset.rows(
        "SELECT folder, record FROM overlaid WHERE kind = 'compound' AND id = ? ORDER BY folder", (key,)
    )
    said = [decoded(text, Compound) for _, text in rows]
    extended = said and rows[0][0] == 0 and all(record.extends for record in said[1:])
    return Own(compound, True, said[0] if extended else None, references)


def own_among(dataset: Dataset, compounds: Iterable[str]) -> tuple[str, ...]:
    """Return those of some compounds that own data have brought, changed or extended."""
    own = dataset.own("compound")
    return tuple(key for key in compounds if key in own)


def own_entries(dataset: Dataset, compound: str, table: Literal["claims", "faq"]) -> frozenset[str]:
    """Return the ids in one of a compound's tables that own data have brought or changed."""
    own = own_of(dataset, dataset.compounds[compound])
    return frozenset(entry.id for entry in getattr(own.compound, table) if own.has(table, entry))
