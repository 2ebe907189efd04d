"""Measures what an audit finds in articles as PDF beside the same in Markdown: `python benchmarks/printed.py FOLDER`.

Articles are drawn from the dataset and printed by the programs that are on this machine, each in a layout of its own:
columns, borders, running heads, sizes, justified or not. A finding is the same where its code and its text are, but
for blanks and hyphens. Prints by program how many of the findings are found, and how many others there are; the files
stay in the folder, with `--show` what differs is printed. A half is of the references of `drawn`: work on one, measure
on both. It needs reportlab, fpdf2, typst, weasyprint, python-docx and pyiso4, and the programs on the path.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from articles import drawn_article
from drawn import Half
from printers import PROGRAMS, Layout

_Finding = tuple[str, str]
_TOLD = 50
"""Signs of the text of a finding by which it is told."""


def printed(folder: Path, half: Half, articles: int) -> list[str]:
    """Print articles of a half into a folder, and return what was not printed, with the reason."""
    folder.mkdir(parents=True, exist_ok=True)
    missed = []
    for number in range(articles):
        article = drawn_article(number, half)
        name = f"{half}-{number:03}"
        (folder / f"{name}.md").write_text(f"# {article.title}\n\n{article.body}", encoding="utf-8")
        for program, make in PROGRAMS.items():
            to = folder / f"{name}-{program}.pdf"
            if to.exists():
                continue
            try:
                make(article, Layout(random.Random(f"{name} {program}")), to)
            except Exception as error:  # whatever a program of others cannot do
                missed.append(f"{to.name}: {type(error).__name__} {str(error)[:200]}")
    return missed


def found_in(peptide: str, files: Sequence[Path]) -> dict[str, Counter[_Finding]]:
    """Return what an audit finds in files, by the name of each: codes, and texts without blanks and hyphens."""
    found: dict[str, Counter[_Finding]] = defaultdict(Counter)
    done = subprocess.run([peptide, "audit", "-f", "json", *map(str, files)], capture_output=True, check=False)
    for one in json.loads(done.stdout)["data"]["findings"]:
        found[Path(one["file"]).name][one["code"], _bare(one["text"])] += 1
    return found


def _bare(text: str) -> str:
    whole = unicodedata.normalize("NFKC", re.sub(r"^\d+\. ", "", text)).replace("\N{SOFT HYPHEN}", "")
    return re.sub(r"[\s\u2010-\u2015\u2212-]", "", whole).strip(".").casefold()[:_TOLD]


def main(arguments: Sequence[str]) -> int:
    """Print articles, audit them, and print by program what was found and what was not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", choices=("work", "aside"), default="work")
    parser.add_argument("--articles", type=int, default=15)
    parser.add_argument("--peptide", default="peptide", help="the command to measure")
    parser.add_argument("--show", action="store_true", help="print what differs")
    options = parser.parse_args(arguments)
    for line in printed(options.folder, options.half, options.articles):
        print(line, file=sys.stderr)
    names = [f"{options.half}-{number:03}" for number in range(options.articles)]
    files = [
        file for name in names for file in sorted(options.folder.glob(f"{name}*")) if file.suffix in {".md", ".pdf"}
    ]
    with ThreadPoolExecutor(2) as both:
        shares = both.map(lambda part: found_in(options.peptide, part), (files[::2], files[1::2]))
    found = {name: counted for share in shares for name, counted in share.items()}
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    for file in files:
        if file.suffix != ".pdf":
            continue
        name, program = file.stem.rsplit("-", 1)
        true, mine = found[f"{name}.md"], found.get(file.name, Counter())
        same, lost, more = true & mine, true - mine, mine - true
        for key in (program, "together"):
            totals[key].update(files=1, true=true.total(), same=same.total(), more=more.total())
        if options.show and (lost or more):
            print(file.name)
            for sign, ones in (("-", lost), ("+", more)):
                for (code, text), count in sorted(ones.items()):
                    print(f"  {sign} {code} {text[:150]}" + (f" ({count})" if count > 1 else ""))
    print("| program | files | findings | found, % | others, % |\n|---|---|---|---|---|")
    for program in [*PROGRAMS, "together"]:
        one = totals[program]
        if one["true"]:
            share, others = 100 * one["same"] / one["true"], 100 * one["more"] / one["true"]
            print(f"| {program} | {one['files']} | {one['true']} | {share:.1f} | {others:.1f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
