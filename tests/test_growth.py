"""Bibliographies, tables and LaTeX are read in a time that grows with their length, as articles are (test_audit)."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from peptidecli.audit import Auditor, parse
from peptidecli.dataset.dataset import Dataset

pytestmark = pytest.mark.slow

PATTERNS: dict[str, Callable[[int], str]] = {
    "a.bib": lambda n: "@article{a,\n title={x},\n}\n" * (n // 26),
    "strings.bib": lambda n: "".join(
        f'@string{{s{i} = "x"}}\n@misc{{k{i},\n title = s{i},\n}}\n' for i in range(n // 55)
    ),
    "growing.bib": lambda n: '@string{a0="x"}\n' + "".join(
        f"@string{{a{i + 1}=a{i} # a{i}}}\n" for i in range(n // 25)
    ) + "@misc{k,\n title = a" + str(n // 25) + ",\n}\n",
    "fields.bib": lambda n: "@article{a,\n" + " a={b},\n" * (n // 8) + "}",
    "concatenated.bib": lambda n: "@article{a,\n title=" + '"x" # ' * (n // 6) + '"x",\n}',
    "braces.bib": lambda n: "@article{a,\n title={" + "{" * n,
    "authors.bib": lambda n: "@article{a,\n author={" + "Aa and " * (n // 7) + "},\n}",
    "a.ris": lambda n: "TY  - JOUR\nTI  - x\nER  - \n" * (n // 27),
    "authors.ris": lambda n: "TY  - JOUR\n" + "AU  - A, B\n" * (n // 11) + "ER  - \n",
    "a.nbib": lambda n: "PMID- 1\nTI  - " + "a\n      " * (n // 8),
    "a.json": lambda n: "[" + ",".join(['{"title":"x"}'] * (n // 14)) + "]",
    "arrays.json": lambda n: "[" * n,
    "a.csv": lambda n: "doi,pmid\n" + "10.1000/a,1\n" * (n // 12),
    "commas.csv": lambda n: "doi\n" + "," * n,
    "quotes.csv": lambda n: 'doi\n"' * (n // 5),
    "braces.tex": lambda n: "\\a{" * (n // 3),
    "begun.tex": lambda n: "\\begin{a}" * (n // 9),
    "options.tex": lambda n: "\\a[" * (n // 3),
    "cited.tex": lambda n: "\\cite{a} " * (n // 9),
    "comments.tex": lambda n: "a % b\n" * (n // 6),
}  # fmt: skip


@pytest.mark.parametrize("name", PATTERNS)
def test_reading_a_bibliography_grows_no_faster_than_it(bundled: Dataset, name: str) -> None:
    """Four times the text may take eight times as long, not the sixteen of what grows with the square."""
    auditor = Auditor(bundled)
    taken = []
    for size in (16_000, 64_000):
        content = PATTERNS[name](size).encode()
        best = 9e9
        for _ in range(2):
            started = time.process_time()
            auditor.audit(parse(name, content))
            best = min(best, time.process_time() - started)
        taken.append(best)
    assert taken[1] < 8 * max(taken[0], 0.02), taken
