"""Makes a folder of own data of any size, the same every time: references of words as in titles, and compounds."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

COMPOUNDS = 10_000
"""Compounds in a folder, each a file of its own."""

_DESIGNS = ("animal-in-vivo", "in-vitro", "randomized-controlled-trial", "narrative-review")
_TOPICS = (
    "cognition", "anxiety", "pain", "depression", "stroke", "stress", "dementia", "immunity", "metabolism", "infection",
    "neurotrophins", "opioids", "monoamines", "vision", "circulation", "stability",
)  # fmt: skip


def make(folder: Path, references: int, compounds: int = COMPOUNDS) -> None:
    """Write a data folder with so many references and compounds."""
    chance = random.Random(f"{references} {compounds}")
    words = _vocabulary()
    (folder / "compounds").mkdir(parents=True)
    with (folder / "references.toml").open("w", encoding="utf-8") as file:
        file.writelines(_references(chance, references, compounds, words))
    for number in range(compounds):
        text = _compound(chance, number, references, words)
        (folder / "compounds" / f"{_name(number).lower()}.toml").write_text(text, encoding="utf-8")


def _references(chance: random.Random, count: int, compounds: int, words: tuple[str, ...]) -> Iterator[str]:
    families = [_family(number) for number in range(max(50, count // 20))]
    for number in range(count):
        title = " ".join(chance.choices(words, k=9)).capitalize()
        authors = ", ".join(
            f'"{family}, {chance.choice("ABCDEGIKLMNOPRSTV")}."' for family in chance.sample(families, 3)
        )
        yield (
            f'[[reference]]\nid = "made-{1990 + number % 35}-{number:06}"\ntype = "article-journal"\n'
            f'title = "{title}"\nauthor = [{authors}]\nissued = {1990 + number % 35}\n'
            f'container-title = "Journal of {chance.choice(words).capitalize()} {chance.choice(words).capitalize()}"\n'
            f'volume = "{number % 90 + 1}"\npage = "{number % 900 + 1}-{number % 900 + 9}"\n'
            f'DOI = "10.5555/made.{number:06}"\nPMID = "{900_000_000 - number}"\nlanguage = "en"\n'
            f'compounds = ["{_name(number % compounds).lower()}"]\ndesign = ["{chance.choice(_DESIGNS)}"]\n'
            f'topics = ["{chance.choice(_TOPICS)}"]\n'
            f'trace = [{{registry = "PubMed", URL = "pubmed.ncbi.nlm.nih.gov/{900_000_000 - number}/"}}]\n\n'
        )


def _compound(chance: random.Random, number: int, references: int, words: tuple[str, ...]) -> str:
    name = _name(number)
    claims = "".join(
        f'\n[[claim]]\nid = "{name.lower()}-{i}"\ntext = "{" ".join(chance.choices(words, k=12)).capitalize()}."\n'
        f'topic = "{chance.choice(_TOPICS)}"\nkind = "effect"\nresult = "{chance.choice(("positive", "null"))}"\n'
        f'population = "rats"\nreferences = ["made-{1990 + key % 35}-{key:06}"]\n'
        for i, key in enumerate({(number + step * 7) % references for step in range(3)}, 1)
    )
    return (
        f'id = "{name.lower()}"\nname = "{name}"\nclass = "made peptide"\n'
        f'summary = "{" ".join(chance.choices(words, k=15)).capitalize()}."\nprimary-mechanism = "Not known."\n'
        f'distinction = "Made to measure."\n\n[sequence]\n'
        f'residues = "{"".join(chance.choices("ARNDCQEGHILKMFPSTWYV", k=9))}"\n'
        f"{claims}"
    )


def plain_references(count: int) -> Iterator[dict[str, str]]:
    """Yield references as plain fields, for programs that read other files than ours."""
    chance = random.Random(count)
    families = [_family(number) for number in range(max(50, count // 20))]
    for number in range(count):
        yield {
            "id": f"made{number:06}", "author": f"{chance.choice(families)}, {chance.choice('ABCDEGIKLM')}.",
            "title": " ".join(chance.choices(_WORDS, k=9)).capitalize(), "year": str(1990 + number % 35),
            "journal": f"Journal of {chance.choice(_WORDS).capitalize()}", "doi": f"10.5555/made.{number:06}",
        }  # fmt: skip


def name(number: int) -> str:
    """Return the id of a made compound, which is its file's name."""
    return _name(number).lower()


def _vocabulary() -> tuple[str, ...]:
    """Return words to draw from: two of five are of the field, the others made up, eight thousand different ones."""
    return (*_WORDS * (5_333 // len(_WORDS)), *(_letters(number * 13 + 5) for number in range(8_000)))


def _name(number: int) -> str:
    return f"Made{_letters(number)}in"


def _family(number: int) -> str:
    return f"{_letters(number * 37 + 11).capitalize()}ovich"


def _letters(number: int) -> str:
    text = ""
    for _ in range(4):
        number, rest = divmod(number, 20)
        text += "bcdfghjklmnpqrstvwxz"[rest] + "aeiou"[rest % 5]
    return text


_WORDS = tuple(
    "hippocampus memory stroke cortex peptide receptor effect rat mouse learning pain stress neuron growth factor "
    "expression dopamine serotonin opioid analgesia anxiety depression ischemia recovery plasma brain tissue protein "
    "kinase response treatment intranasal injection dose acute chronic behavior attention maze avoidance "
    "neurotrophin fragment analogue melanocortin synthesis stability enzyme degradation aminopeptidase cytokine immune "
    "inflammation cell culture apoptosis oxidative glutamate calcium channel membrane binding affinity agonist "
    "withdrawal alcohol morphine sleep cognition dementia injury nerve optic retina glaucoma blood flow pressure heart "
    "gene transcription messenger ribonucleic hypoxia prenatal newborn adult aged female male healthy patient "
    "trial placebo double blind randomized controlled open study review clinical evidence safety tolerability".split()
)


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else COMPOUNDS)
