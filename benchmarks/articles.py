"""Draws articles on peptides as Markdown: statements, tables and references of the dataset, right ones and faulty.

The same every time. What is cited is drawn from one half of the references, as in `drawn`.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from drawn import Cite, Half, cases
from forms import FORMS

import peptidecli as peptide
from peptidecli.answers.show import Identity
from peptidecli.dataset.dataset import Dataset, open_dataset
from peptidecli.notation import people

_FAULTY = 0.3
"""The share of figures and citations that are wrong."""
_HEADINGS = ("Introduction", "Background", "Effects in animals", "Studies in people", "Mechanisms", "Safety")
_FILLING = (
    "The evidence is summarised below, and each statement is given with the study it was taken from.",
    "Most of what has been published is from a few groups, and independent replication is lacking.",
    "What follows was collected for readers who want to look the sources up themselves.",
    "Doses, routes and populations differ between studies, so that they can hardly be put together.",
)


class Article(NamedTuple):
    """An article: its title, the rest of it as Markdown, and whether there are tables in it."""

    title: str
    body: str
    tables: bool


@lru_cache(maxsize=2)
def _cites(half: Half) -> tuple[list[Cite], list[Cite]]:
    """Return the right and the faulty entries of a half."""
    right: list[Cite] = []
    faulty: list[Cite] = []
    for case in cases(open_dataset(), half):
        into = right if case.judged == "right" else faulty
        into += [cite for group in case.cites for cite in group if not cite.marked and cite.journal]
    return right, faulty


def drawn_article(number: int, half: Half) -> Article:
    """Return the article of a number: of three compounds, and with ten to twenty works of a half."""
    chance = random.Random(f"{half} {number}")
    dataset = open_dataset()
    names = chance.sample([key for key in dataset.compounds if dataset.compounds[key].claims], 3)
    right, faulty = _cites(half)
    count = chance.randrange(10, 21)
    cited = [chance.choice(faulty if chance.random() < _FAULTY else right) for _ in range(count)]
    numbered = chance.random() < 0.5
    compounds = [peptide.show(name).compound for name in names]
    title = ", ".join(one.name for one in compounds) + ": what is known"
    parts = [" ".join([chance.choice(_FILLING), *(_figures(one, chance) for one in compounds)])]
    headings = chance.sample(_HEADINGS, 3)
    tables = chance.random() < 0.6
    for name, heading in zip(names, headings, strict=True):
        parts += [f"## {heading}", *_statements(dataset, name, cited, numbered, chance)]
        if tables:
            parts += [f"Table {names.index(name) + 1}. Peptides and their properties."]
            parts += [_table(compounds, chance) if name == names[0] else _cited_table(dataset, name, chance)]
    parts += ["## References", _references(cited, numbered, chance)]
    return Article(title, "\n\n".join(parts) + "\n", tables)


def _wrong(text: str, chance: random.Random) -> str:
    """Return a number as text with another digit in it, in three cases of ten."""
    places = [place for place, sign in enumerate(text) if sign.isdigit()]
    if not places or chance.random() >= _FAULTY:
        return text
    place = chance.choice(places)
    return text[:place] + str((int(text[place]) + chance.randrange(1, 9)) % 10) + text[place + 1 :]


def _properties(compound: Identity, chance: random.Random) -> dict[str, str]:
    numbers = {one.kind: one.value for one in compound.identifiers}
    held = {
        "Sequence": compound.sequence or "",
        "Formula": compound.formula or "",
        "CAS RN": _wrong(numbers.get("CAS RN", ""), chance),
        "Molar mass (g/mol)": _wrong(str(compound.molar_mass or ""), chance),
    }
    return {label: value for label, value in held.items() if value}


def _figures(compound: Identity, chance: random.Random) -> str:
    held = _properties(compound, chance)
    told = [
        f"sequence {held['Sequence']}" if "Sequence" in held else "",
        f"CAS {held['CAS RN']}" if "CAS RN" in held else "",
        f"{held['Molar mass (g/mol)']} g/mol" if "Molar mass (g/mol)" in held else "",
    ]
    within = ", ".join(filter(None, told))
    return f"{compound.name} ({within}) is one of them." if within else f"{compound.name} is one of them."


def _author_year(author: str, year: object) -> str:
    return f"{people.family(author)} et al., {year}"


def _statements(
    dataset: Dataset, name: str, cited: Sequence[Cite], numbered: bool, chance: random.Random
) -> Iterator[str]:
    claims = list(dataset.compounds[name].claims)
    for _ in range(chance.randrange(2, 4)):
        sentences = []
        for claim in chance.sample(claims, min(len(claims), chance.randrange(2, 5))):
            place = chance.randrange(len(cited))
            mark = f" [{place + 1}]" if numbered else f" ({_author_year(cited[place].authors[0], cited[place].year)})"
            sentences.append(claim.text.rstrip(".") + mark + ".")
        yield _escaped(" ".join(sentences))


def _table(compounds: Sequence[Identity], chance: random.Random) -> str:
    labels = ["Sequence", "Formula", "CAS RN", "Molar mass (g/mol)"]
    if chance.random() < 0.5:
        labels.remove("Sequence")
    rows = [[one.name, *(_properties(one, chance).get(label, "") for label in labels)] for one in compounds]
    return _markdown_table([["Peptide", *labels], *rows])


def _cited_table(dataset: Dataset, name: str, chance: random.Random) -> str:
    """Return a table of studies, with long cells."""
    claims = chance.sample(list(dataset.compounds[name].claims), min(4, len(dataset.compounds[name].claims)))
    rows = []
    for claim in claims:
        reference = dataset.references[claim.references[0]]
        year = _wrong(str(reference.issued), chance) if chance.random() < 0.5 else str(reference.issued)
        rows.append([_author_year(reference.author[0], year), claim.population or "", claim.text])
    return _markdown_table([["Study", "In whom", f"What {dataset.compounds[name].name} did"], *rows])


def _markdown_table(rows: Sequence[Sequence[str]]) -> str:
    lines = ["| " + " | ".join(map(_cell, row)) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])


def _cell(text: str) -> str:
    return _escaped(text).replace("|", r"\|") or " "


def _escaped(text: str) -> str:
    return re.sub(r"([\\*_<>~^$#@{}`]|(?<!\w)\[(?!\d+\]))", r"\\\1", text)


def _references(cited: Sequence[Cite], numbered: bool, chance: random.Random) -> str:
    if not numbered:
        form = FORMS[chance.choice(("apa", "apa", "gost"))]
        entries = [form.entry(cite, place) for place, cite in enumerate(cited, 1)]
        return "\n\n".join(_escaped(re.sub(r"^\d+\. ", "", entry)) for entry in entries)
    form = FORMS[chance.choice(("vancouver", "vancouver", "gost"))]
    return "\n".join(_escaped(form.entry(cite, place)) for place, cite in enumerate(cited, 1))
