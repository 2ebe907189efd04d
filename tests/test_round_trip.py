"""What is written of the dataset's references, by `cite` or in the styles of others, is held to be right."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from conftest import Run
from peptidecli.audit import PROBLEMS, audit
from peptidecli.audit import parse as article_of
from peptidecli.dataset.dataset import Dataset
from peptidecli.dataset.model import Reference
from peptidecli.notation.people import parse

pytestmark = pytest.mark.slow

SURE = {"differs", "misattributed", "untraced"}


def _initials(author: str, between: str = " ") -> str:
    words = re.split(r"[\s.-]+", parse(author).given)
    return between.join(f"{word[0].upper()}." for word in words if word and not word[0].islower())


def _turned(author: str) -> str:
    return f"{_initials(author)} {author.partition(',')[0]}" if "," in author else author


def _place(r: Reference, *, year_between: bool) -> str:
    parts = [f"vol. {r.volume}" * bool(r.volume), f"no. {r.issue}" * bool(r.issue), str(r.issued) * year_between,
             f"pp. {r.page}" * bool(r.page), str(r.issued) * (not year_between)]  # fmt: skip
    return ", ".join(filter(None, parts))


def _mla(r: Reference) -> str:
    more = ", et al." * (len(r.author) > 1 or not r.author_complete)
    first = f"{r.author[0].partition(',')[0]}, {_initials(r.author[0])}"
    return f"{first}{more} “{r.title}.” {r.container_title}, {_place(r, year_between=True)}."


def _ieee(r: Reference) -> str:
    more = " et al." * (len(r.author) > 6 or not r.author_complete)
    names = ", ".join(map(_turned, r.author[:6]))
    return f"[1] {names}{more}, “{r.title},” {r.container_title}, {_place(r, year_between=False)}."


def _harvard(r: Reference) -> str:
    numbers = [f"{r.volume or ''}({r.issue})" if r.issue else r.volume, f"pp. {r.page}" if r.page else ""]
    first = f"{r.author[0].partition(',')[0]}, {_initials(r.author[0], '')}"
    place = "".join(f", {number}" for number in numbers if number)
    return f"{first} et al. ({r.issued}) ‘{r.title}’, {r.container_title}{place}, doi:{r.doi}."


def _hyphened(author: str) -> str:
    return " ".join("-".join(f"{part[0]}." for part in word.split("-") if part)
                    for word in parse(author).given.replace(".", " ").split())  # fmt: skip


def _ieee_hyphened(r: Reference) -> str:
    more = " et al." * (len(r.author) > 6 or not r.author_complete)
    names = ", ".join(f"{_hyphened(name)} {name.partition(',')[0]}" for name in r.author[:6])
    return f"[1] {names}{more}, “{r.title},” {r.container_title}, {_place(r, year_between=False)}."


def _gost(r: Reference) -> str:
    more = " и др." * (len(r.author) > 3 or not r.author_complete)
    names = ", ".join(f"{name.partition(',')[0]} {_hyphened(name)}" for name in r.author[:3])
    parts = [str(r.issued), f"Т. {r.volume}" * bool(r.volume), f"№ {r.issue}" * bool(r.issue),
             f"С. {r.page}" * bool(r.page)]  # fmt: skip
    return f"1. {names}{more} {r.title} // {r.container_title}. – {'. – '.join(filter(None, parts))}."


STYLES: dict[str, Callable[[Reference], str]] = {
    "MLA": _mla, "IEEE": _ieee, "IEEE with hyphens": _ieee_hyphened, "GOST": _gost, "Harvard": _harvard
}  # fmt: skip


def told_wrong(run: Run, path: Path) -> list[tuple[str, str, str]]:
    """Return what is held against a file in which all is right."""
    found = map(json.loads, run("audit", str(path), "-f", "ndjson", "--jobs", "1").stdout.splitlines())
    return [(f["text"], f["verdict"], f["detail"]) for f in found if f["kind"] != "statement" and f["verdict"] in SURE]


@pytest.mark.parametrize("style", STYLES)
def test_a_right_list_in_a_style_of_others_is_right(bundled: Dataset, run: Run, tmp_path: Path, style: str) -> None:
    plain = [r for r in bundled.references.values() if r.standing == "normal" and r.type == "article-journal"
             and all("," in name for name in r.author)
             and len(r.author[0].partition(",")[0].split()) == 1]  # fmt: skip
    path = tmp_path / "list.txt"
    path.write_text("# References\n\n" + "\n\n".join(map(STYLES[style], plain)) + "\n", encoding="utf-8")
    assert len(plain) > 300
    assert told_wrong(run, path) == []


def test_the_year_of_a_notice_behind_a_work_is_not_taken_for_the_year_of_the_work(
    bundled: Dataset, run: Run, tmp_path: Path
) -> None:
    work = bundled.references["jianu-2010-aphasia"]
    path = tmp_path / "list.txt"
    path.write_text(f"# References\n\n{_ieee(work)} Corrected (2011).\n", encoding="utf-8")
    assert told_wrong(run, path) == []


def test_given_names_with_hyphens_are_printed_as_initials_and_read_again(run: Run, tmp_path: Path) -> None:
    library = tmp_path / "library.bib"
    library.write_text(
        "@article{a, author={Kim, Yong-ho and Dupont, Jean-Paul}, title={Labtide binds to membranes of the rat}, "
        "journal={Journal of Examples}, year={2006}, volume={3}, pages={4--9}}\n"
        "@article{b, author={Abd El-Fattah, Abu-Bakr}, title={Labtide is a tetrapeptide that mice have no need of}, "
        "journal={Journal of Examples}, year={2007}, volume={4}, number={2}, pages={5--9}}\n",
        encoding="utf-8",
    )
    own = {"PEPTIDE_DATA": str(tmp_path / "own")}
    assert run("add", str(library), **own).returncode == 0
    names = {"apa": "Kim, Y.-H., & Dupont, J.-P. (2006)", "harvard": "Kim, Y.-H. and Dupont, J.-P. (2006)",
             "ama": "Kim YH, Dupont JP.", "vancouver": "Kim YH, Dupont JP."}  # fmt: skip
    for style, printed in names.items():
        path = tmp_path / f"{style}.txt"
        path.write_text(run("cite", "labtide", "-f", "text", "--style", style, **own).stdout, encoding="utf-8")
        found = map(json.loads, run("audit", str(path), "-f", "ndjson", **own).stdout.splitlines())
        assert printed in path.read_text(encoding="utf-8")
        assert [f["verdict"] for f in found] == ["matches", "matches"]
    path.write_text(
        "# References\n\nAbd El-Fattah, A.-B., 2007. Labtide is a tetrapeptide that mice have no need of. Journal of "
        "Examples 4(2), 5-9.\n",
        encoding="utf-8",
    )
    found = map(json.loads, run("audit", str(path), "-f", "ndjson", **own).stdout.splitlines())
    assert [f["verdict"] for f in found] == ["matches"]


@pytest.mark.parametrize(
    "form",
    ["bibtex .bib", "ris .ris", "csl-json .json", "csv .csv", "markdown .md", "text .txt",
     "text .txt --style apa", "text .txt --style ama", "text .txt --style harvard", "text .txt --style vancouver"],
)  # fmt: skip
def test_what_cite_prints_is_right_when_it_is_audited(run: Run, tmp_path: Path, form: str) -> None:
    name, ending, *style = form.split()
    path = tmp_path / f"own{ending}"
    printed = run("cite", "--limit", "0", "-f", name, *style).stdout
    path.write_text(printed, encoding="utf-8")
    found = [json.loads(line) for line in run("audit", str(path), "-f", "ndjson", "--jobs", "1").stdout.splitlines()]
    assert [(f["text"], f["detail"]) for f in found if f["verdict"] in PROBLEMS] == []
    if name == "text":
        assert {f["line"] for f in found if f["kind"] == "citation"} == set(range(1, printed.count("\n") + 1))


def test_numbers_names_and_signs_of_bibtex_are_read_as_they_are_printed(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "library.bib"
    path.write_text(
        r"""@incollection{a, author={Hutter-Paier, B. and others}, year={1996}, journal={Journal of Neural Transmission.
Supplementum}, title={Death of cultured telencephalon neurons induced by glutamate is reduced by the peptide derivative
{Cerebrolysin}}, doi={10.1007/978-3-7091-6892-9\_19}}
@article{b, author={Park, Yung Ki and Yi, Hyeong-Joong and others}, year={2018}, journal={Advances in Therapy},
title={Cerebrolysin for the Treatment of Aneurysmal Subarachnoid Hemorrhage in Adults: A Retrospective Chart Review}}
@article{c, author={Rockenstein, Edward and others}, year={2014}, journal={BMC Neuroscience}, title={Cerebrolysin$^{TM}$
efficacy in a transgenic model of tauopathy: role in regulation of mitochondrial structure}}
""",
        encoding="utf-8",
    )
    found = [json.loads(line) for line in run("audit", str(path), "-f", "ndjson").stdout.splitlines()]
    assert [f["verdict"] for f in found] == ["matches", "matches", "matches", "retracted"]
    assert [f["text"] for f in found if f["kind"] == "identifier"] == ["10.1007/978-3-7091-6892-9_19"]


def test_what_was_added_without_a_place_or_a_compound_is_held_as_itself(run: Run, tmp_path: Path) -> None:
    library = tmp_path / "library.bib"
    library.write_text(
        "@article{a, author={Moss, Anna and Reed, Carl}, title={Labtide binds to membranes of the rat hippocampus}, "
        "journal={Journal of Examples}, year={2006}}\n",
        encoding="utf-8",
    )
    own = {"PEPTIDE_DATA": str(tmp_path / "own")}
    assert run("add", str(library), **own).returncode == 0
    found = [json.loads(line) for line in run("audit", str(library), "-f", "ndjson", **own).stdout.splitlines()]
    assert [(f["verdict"], f["reference"]) for f in found] == [("matches", "moss-2006-labtide")]
    printed = run("cite", "moss 2006", "-f", "text", **own).stdout
    assert printed == (
        "Moss A, Reed C. Labtide binds to membranes of the rat hippocampus. Journal of Examples. 2006. "
        "From your own data.\n"
    )
    assert not any("und" in run("cite", "moss 2006", "-f", form, **own).stdout.split() for form in ("table", "ris"))


def _people(reference: Reference, between: str, comma: str, point: str) -> str:
    """Return the first authors of a reference with their initials."""
    told = []
    for author in reference.author[:3]:
        family, _, given = author.partition(",")
        initials = "".join(f"{word[0].upper()}{point}" for word in re.findall(r"[^\W\d_]+", given))
        told.append(f"{family}{comma} {initials}" if initials else family)
    more = len(reference.author) > len(told) or not reference.author_complete
    return between.join(told) + " et al." * more


_STYLES: dict[str, Callable[[Reference, str, str], str]] = {
    "mdpi": lambda one, title, page: (
        f"{_people(one, '; ', ',', '.')} {title}. {one.container_title} {one.issued}, {one.volume}, {page}."
    ),
    "nature": lambda one, title, page: (
        f"{_people(one, ', ', ',', '.')} {title}. {one.container_title} {one.volume}, {page} ({one.issued})."
    ),
    "years behind volumes": lambda one, title, page: (
        f"{_people(one, ', ', ',', '.')} {title}. {one.container_title} {one.volume} ({one.issued}) {page}."
    ),
    "springer": lambda one, title, page: (
        f"{_people(one, ', ', '', '')} ({one.issued}) {title}. {one.container_title} {one.volume}:{page}."
    ),
    "springer, abbreviated": lambda one, title, page: (
        f"{_people(one, ', ', '', '')} ({one.issued}) {title}. {one.container_title}. {one.volume}: {page}."
    ),
}


@pytest.mark.parametrize("style", _STYLES)
def test_references_whose_place_ends_the_line_are_held_whole_and_right_ones_are_right(
    bundled: Dataset, style: str
) -> None:
    references = [one for one in bundled.references.values() if (one.volume or "").isdigit() and one.page]
    for wrong in (False, True):
        shown = [msgspec.structs.replace(one, volume=str(int(one.volume or 0) % 9000 + 7)) for one in references]
        lines = [
            _STYLES[style](one, one.title.rstrip("."), (one.page or "").replace("-", "–"))
            for one in (shown if wrong else references)
        ]
        findings = audit(bundled, [article_of("a.txt", "\n\n".join(lines).encode())]).findings
        told = {one.line: one.verdict for one in findings if one.kind == "citation"}
        assert len(told) >= 0.99 * len(references) > 300
        wanted = {"differs"} if wrong else {"matches", "retracted"}
        assert len([verdict for verdict in told.values() if verdict in wanted]) >= (0.97 if wrong else 1) * len(told)
