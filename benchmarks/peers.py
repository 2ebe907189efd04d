"""Other command lines for literature or chemistry, measured on the same references where they are installed."""

from __future__ import annotations

import json
import statistics
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import made

SIZES = (100, 1_000, 10_000)


def measure(
    environment_of_peers: Path, ours: Path, work: Path, environment: dict[str, str], yardstick: list[str]
) -> dict[str, Any]:
    """Return the ratio of each peer's commands to the yardstick by number of references; of what fails, why.

    `ours` is the program that they stand beside, given the same references as own data beside the bundled ones.
    """
    programs = environment_of_peers / "bin"
    found: dict[str, Any] = {}
    for size in SIZES:
        folder = work / f"peers-{size}"
        references = list(made.plain_references(size))
        for name, prepare in _PEERS.items():
            program = ours if name == "peptide" else programs / name
            if not program.exists():
                continue
            home = folder / name
            home.mkdir(parents=True)
            settings = environment | {"HOME": str(home), "XDG_CONFIG_HOME": str(home / "config")}
            try:
                commands = prepare(str(program), home, references, settings)
                found.setdefault(name, {})[str(size)] = _ratios(commands, settings, yardstick)
            except (OSError, subprocess.CalledProcessError) as error:
                found.setdefault(name, {})[str(size)] = {"failed": str(error)[:200]}
    if (programs / "element.py").exists() or (programs / "python").exists():
        command = [str(programs / "python"), "-c", "from mendeleev import element; print(element(118).name)"]
        try:
            found["mendeleev"] = {"118": _ratios({"one element": command}, environment, yardstick)}
        except subprocess.CalledProcessError as error:
            found["mendeleev"] = {"118": {"failed": str(error)[:200]}}
    return found


def table(found: dict[str, Any]) -> str:
    """Return what was measured of the peers as a table."""
    lines = ["\n| peer | records | command | ratio |", "|---|---|---|---|"]
    for name, sizes in found.items():
        for size, commands in sizes.items():
            for command, ratio in commands.items():
                said = f"{ratio:.2f}" if isinstance(ratio, float) else str(ratio)
                lines.append(f"| {name} | {int(size):,} | {command} | {said} |")
    return "\n".join(lines)


def _ratios(commands: dict[str, list[str]], environment: dict[str, str], yardstick: list[str]) -> dict[str, float]:
    with tempfile.NamedTemporaryFile(suffix=".json") as report:
        lines = [" ".join(f"'{part}'" for part in command) for command in (yardstick, *commands.values())]
        subprocess.run(
            ["hyperfine", "-N", "--warmup", "1", "--runs", "5", "--style", "none", "--export-json", report.name,
             *lines],
            env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        medians = [statistics.median(result["times"]) for result in json.load(report)["results"]]
    return {name: median / medians[0] for name, median in zip(commands, medians[1:], strict=True)}


References = list[dict[str, str]]


def _bibtex(references: References) -> str:
    return "\n".join(
        f"@article{{{r['id']},\n  author = {{{r['author']}}},\n  title = {{{r['title']}}},\n  year = {{{r['year']}}},\n"
        f"  journal = {{{r['journal']}}},\n  doi = {{{r['doi']}}}\n}}\n"
        for r in references
    )


def _peptide(program: str, home: Path, references: References, settings: dict[str, str]) -> dict[str, list[str]]:
    (home / "made.bib").write_text(_bibtex(references))
    called = [program, "--data", str(home / "own")]
    subprocess.run([*called, "new", "Madetide"], env=settings, check=True, capture_output=True)
    subprocess.run(
        [*called, "add", str(home / "made.bib"), "--compound", "madetide", "--design", "in-vitro"],
        env=settings,
        check=True,
        capture_output=True,
    )
    (family, *_), doi = references[7]["author"].split(","), references[7]["doi"]
    return {"one record": [*called, "cite", doi], "by author": [*called, "cite", family]}


def _papis(program: str, home: Path, references: References, settings: dict[str, str]) -> dict[str, list[str]]:
    library = home / "library"
    for r in references:
        folder = library / r["id"]
        folder.mkdir(parents=True)
        lines = [f"{key}: {json.dumps(value)}" for key, value in r.items() if key != "id"]
        (folder / "info.yaml").write_text("\n".join([f"ref: {r['id']}", f"papis_id: {r['id']}", *lines]) + "\n")
    (home / "config" / "papis").mkdir(parents=True)
    (home / "config" / "papis" / "config").write_text(
        f"[settings]\ndefault-library = made\npicktool = papis\n\n[made]\ndir = {library}\n"
    )
    (family, *_), key = references[7]["author"].split(","), references[7]["id"]
    commands = {
        "one record": [program, "list", "--all", f"ref:{key}"],
        "by author": [program, "list", "--all", f"author:{family}"],
    }
    for command in commands.values():
        subprocess.run(command, env=settings, check=True, capture_output=True)
    return commands


def _cobib(program: str, home: Path, references: References, settings: dict[str, str]) -> dict[str, list[str]]:
    database = home / ".local" / "share" / "cobib"
    database.mkdir(parents=True)
    (database / "literature.yaml").write_text("")
    (home / "made.bib").write_text(_bibtex(references))
    subprocess.run(
        [program, "add", "--disambiguation", "keep", "--skip-download", "-b", str(home / "made.bib")],
        env=settings,
        check=True,
        capture_output=True,
    )
    (family, *_), key = references[7]["author"].split(","), references[7]["id"]
    return {"one record": [program, "show", key], "by author": [program, "list", "++author", family]}


def _pubs(program: str, home: Path, references: References, settings: dict[str, str]) -> dict[str, list[str]]:
    (home / "made.bib").write_text(_bibtex(references))
    subprocess.run([program, "init"], env=settings, check=True, capture_output=True)
    subprocess.run([program, "import", str(home / "made.bib")], env=settings, check=True, capture_output=True)
    (family, *_), key = references[7]["author"].split(","), references[7]["id"]
    return {"one record": [program, "export", key], "by author": [program, "list", f"author:{family}"]}


_PEERS = {"peptide": _peptide, "papis": _papis, "cobib": _cobib, "pubs": _pubs}
