"""Measures `peptide audit` on bibliographies drawn from the dataset: `python benchmarks/bibliography.py --half work`.

Prints, by form, the faults found, false alarms per 100 right entries, F1, right ones recognised, invented works that
are reassured and works of other fields that are condemned; with `--kinds` the same by kind, with `--show KIND` the
misses.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drawn import Case, Cite, Half, cases
from forms import FORMS, Form, written

from peptidecli.audit import PROBLEMS, Auditor, Finding, parse
from peptidecli.dataset.dataset import open_dataset


@dataclass
class Count:
    """How many entries there were, how many were called wrong, how many recognised."""

    entries: int = 0
    problems: int = 0
    matches: int = 0


def measured(auditor: Auditor, case: Case, form: Form) -> list[tuple[Sequence[Cite], list[Finding]]]:
    """Return what was found of the entries of a bibliography; those that belong together as one."""
    groups = [group for group in case.cites if form.suffix != ".nbib" or all(cite.pmid for cite in group)]
    flat = [cite for group in groups for cite in group]
    if not flat:
        return []
    text, starts = written(form, flat)
    found: list[list[Finding]] = [[] for _ in flat]
    for finding in auditor.audit(parse(f"refs{form.suffix}", text.encode())).findings:
        place = sum(start <= finding.line for start in starts) - 1
        if place >= 0:
            found[place].append(finding)
    by_entry = iter(found)
    return [(group, [finding for _ in group for finding in next(by_entry)]) for group in groups]


def main(arguments: Sequence[str]) -> int:
    """Measure, and print the figures as tables in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("work", "aside"), default="work")
    parser.add_argument("--form", choices=tuple(FORMS), action="append")
    parser.add_argument("--kinds", action="store_true")
    parser.add_argument("--show", help="print what was found of the entries of a kind that came out wrong")
    options = parser.parse_args(arguments)
    half: Half = options.half
    dataset = open_dataset()
    auditor = Auditor(dataset)
    drawn = list(cases(dataset, half))
    forms = options.form or list(FORMS)
    counts: dict[tuple[str, str], Count] = defaultdict(Count)
    started = time.process_time()
    for name in forms:
        for case in drawn:
            for group, findings in measured(auditor, case, FORMS[name]):
                problem = any(finding.verdict in PROBLEMS for finding in findings)
                match = any(finding.kind == "citation" and finding.verdict == "matches" for finding in findings)
                count = counts[case.kind, name]
                count.entries += 1
                count.problems += problem
                count.matches += match and not problem
                good = match and not problem if case.judged == "right" else problem == (case.judged == "fault")
                if case.judged == "invented":
                    good = not match
                if options.show == case.kind and not good:
                    _show(name, group, findings)
    judged = {case.kind: case.judged for case in drawn}
    print(f"half {half}, {time.process_time() - started:.1f} s of processor time\n")
    _totals(forms, counts, judged)
    if options.kinds:
        _kinds(forms, counts, judged)
    return 0


def _show(name: str, group: Sequence[Cite], findings: Sequence[Finding]) -> None:
    for cite in group:
        print(f"\n{name}: {FORMS['vancouver'].entry(cite, 0)[3:]}")
    for finding in findings:
        print(f"   {finding.line} {finding.kind} {finding.verdict}: {finding.detail}")


def _totals(forms: Sequence[str], counts: dict[tuple[str, str], Count], judged: Mapping[str, str]) -> None:
    print("| form | right | faults | faults found | false alarms per 100 | F1 | recognised | reassured | condemned |")
    print("|---|---|---|---|---|---|---|---|---|")
    for form in forms:
        sums = {of: Count() for of in ("right", "fault", "invented", "other")}
        for (kind, name), count in counts.items():
            if name == form:
                total = sums[judged[kind]]
                total.entries += count.entries
                total.problems += count.problems
                total.matches += count.matches
        right, fault, invented, other = (sums[of] for of in ("right", "fault", "invented", "other"))
        wrong = right.problems + other.problems
        f1 = 2 * fault.problems / max(1, fault.entries + fault.problems + wrong)
        print(f"| {form} | {right.entries} | {fault.entries} | {_share(fault.problems, fault.entries)} "
              f"| {100 * right.problems / max(1, right.entries):.1f} | {f1:.3f} "
              f"| {_share(right.matches, right.entries)} | {invented.matches} of {invented.entries} "
              f"| {other.problems} of {other.entries} |")  # fmt: skip


def _kinds(forms: Sequence[str], counts: dict[tuple[str, str], Count], judged: Mapping[str, str]) -> None:
    for of, what in (("right", "recognised / called wrong, of"), ("fault", "found, of"),
                     ("invented", "reassured / called wrong, of"), ("other", "called wrong, of")):  # fmt: skip
        print(f"\n| {of}: {what} | {' | '.join(forms)} |\n|---|{'---|' * len(forms)}")
        for kind in (kind for kind, value in judged.items() if value == of):
            cells = []
            for form in forms:
                count = counts[kind, form]
                told = f"{count.problems}" if of in {"fault", "other"} else f"{count.matches} / {count.problems}"
                cells.append(f"{told} of {count.entries}" if count.entries else "–")
            print(f"| {kind} | {' | '.join(cells)} |")


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
