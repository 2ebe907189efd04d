"""What is exported, read back by the programs that will read it: pandoc, biber, rispy, bibtexparser."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import bibtexparser
import msgspec
import pytest
import rispy
from bibtexparser.bparser import BibTexParser
from bibtexparser.customization import convert_to_unicode

from conftest import Run
from peptidecli.dataset.dataset import Dataset
from peptidecli.dataset.model import Reference
from peptidecli.formats import markdown, styled
from peptidecli.formats.bibtex import bibtex
from peptidecli.formats.rows import Rows, as_markdown

pytestmark = pytest.mark.slow

SUFFIXES = {"bibtex": "bib", "ris": "ris", "csl-json": "json"}


@pytest.fixture(scope="module")
def exported(run: Run, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the whole bibliography as files, by format."""
    folder = tmp_path_factory.mktemp("exported")
    files = {}
    for form, suffix in SUFFIXES.items():
        done = run("cite", "-f", form)
        assert (done.returncode, done.stderr) == (0, "")
        files[form] = folder / f"references.{suffix}"
        files[form].write_text(done.stdout, encoding="utf-8")
    return files


def program(name: str) -> str:
    """Return the path of a reader, or skip the test with what is missing."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed on this machine, so nothing is read by it")
    return found


def written(author: str) -> str:
    """Return an author of the dataset as "Family, Given", a lone family name and an organisation without comma."""
    return author.strip().rstrip(",")


def in_bibtex(author: str) -> str:
    """Return an author of the dataset as BibTeX has it: "Family, Jr, Given"."""
    family, *given = (part.strip() for part in written(author).split(","))
    return ", ".join([family, *reversed(given)])


def pandoc(exported: dict[str, Path], form: str, keys: list[str], tmp_path: Path, *more: str) -> str:
    """Return a document that cites every key, with its bibliography, as pandoc renders it; it must not warn."""
    document = tmp_path / "document.md"
    document.write_text("\n\n".join(f"[@{key}]" for key in keys), encoding="utf-8")
    command = [program("pandoc"), "--citeproc", "--bibliography", str(exported[form]), str(document), "-t", "plain",
               "--wrap=none", *more]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize("form", ["bibtex", "csl-json"])
def test_pandoc_renders_a_document_that_cites_every_entry(
    exported: dict[str, Path], bundled: Dataset, form: str, tmp_path: Path
) -> None:
    text = pandoc(exported, form, list(bundled.references), tmp_path)
    assert "???" not in text
    assert [r.id for r in bundled.references.values() if r.doi and f"https://doi.org/{r.doi}" not in text] == []


@pytest.mark.parametrize("style", styled.names())
def test_pandoc_takes_our_styles_and_prints_as_citeproc_does(
    exported: dict[str, Path], run: Run, style: str, tmp_path: Path
) -> None:
    sheet = Path(styled.__file__).parent / "styles" / f"{style}.csl"
    text = pandoc(exported, "csl-json", ["vannispen-1982-avoidance"], tmp_path, "--csl", str(sheet))
    (ours,) = run("cite", "vannispen-1982-avoidance", "--style", style).stdout.splitlines()
    assert same_letters(ours) in same_letters(text)


def same_letters(text: str) -> str:
    """Return text without what differs for a reason: italics, and the dots and marks that a reader sets itself."""
    return re.sub(r"[\W_]+", " ", text)


def test_pandoc_reads_the_same_names_from_bibtex_and_from_csl_json(exported: dict[str, Path]) -> None:
    command = [program("pandoc"), str(exported["bibtex"]), "-f", "biblatex", "-t", "csljson"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    from_bibtex = {item["id"]: item for item in json.loads(done.stdout)}
    items = json.loads(exported["csl-json"].read_text(encoding="utf-8"))
    assert len(from_bibtex) == len(items)
    for item in items:
        read = from_bibtex[item["id"]]
        names = [tuple(sorted(particle_first(name).items())) for name in read["author"]]
        names = [name for name in names if name != (("literal", "others"),)]
        assert names == [tuple(sorted(particle_first(name).items())) for name in item["author"]], item["id"]
        assert read.get("PMID") == item.get("PMID")
        assert read.get("PMCID") == item.get("PMCID")
        assert read.get("volume") == item.get("volume")


def particle_first(name: dict[str, str]) -> dict[str, str]:
    """Return a CSL name with its particle, dropping or not, before the family name, and its initials apart."""
    kept = dict(name)
    particle = kept.pop("non-dropping-particle", "") or kept.pop("dropping-particle", "")
    if "family" in kept:
        kept["family"] = f"{particle} {kept['family']}".strip().replace("’", "'")
    if "given" in kept:
        kept["given"] = kept["given"].replace("’", "'")
    return kept


def test_pandoc_takes_no_two_authors_for_one_whatever_signs_are_in_their_names(bundled: Dataset) -> None:
    names = (
        "‘Umar, Ahmad",
        "Rifa’, Bilal",
        "Smi=th, Ann",
        "given=A, B",
        "“Quo”te, D.",
        "a``b, E.",
        "Lè, F.",
        "Bōˋ, G.",
        "„Uma, H.",
    )
    work = msgspec.structs.replace(bundled.references["dolotov-2006-hippocampus"], author=names)
    told = subprocess.run(
        [program("pandoc"), "-f", "bibtex", "-t", "csljson"],
        input=bibtex([work]), capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    authors = [f"{author['family']}, {author['given']}" for author in json.loads(told.stdout)[0]["author"]]
    assert authors == [*names[:5], "a“b, E.", *names[6:]]


def test_biber_finds_no_error_in_the_data_model(exported: dict[str, Path], tmp_path: Path) -> None:
    command = [program("biber"), "--tool", "--validate-datamodel", "--output-file", str(tmp_path / "out.bib"),
               "--logfile", str(tmp_path / "log"), str(exported["bibtex"])]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, cwd=tmp_path)
    lines = done.stdout.splitlines()
    assert [line for line in lines if line.startswith("ERROR")] == []
    assert done.returncode == 0
    # biblatex knows PubMed's number as eprint, which is there as well; editors of books were not seen.
    known = re.compile(r"Field 'pmc?id' invalid in data model|Missing mandatory field 'editor'|field 'volume' must be")
    assert [line for line in lines if line.startswith("WARN") and not known.search(line)] == []
    out = (tmp_path / "out.bib").read_text(encoding="utf-8")
    assert "Dăbală, Victor" in out


def test_rispy_reads_every_field_back(exported: dict[str, Path], bundled: Dataset) -> None:
    entries = {entry["id"]: entry for entry in rispy.loads(exported["ris"].read_text(encoding="utf-8"))}
    assert list(entries) == list(bundled.references)
    for reference in bundled.references.values():
        entry = entries[reference.id]
        assert [written(author) for author in entry["authors"]] == [written(author) for author in reference.author]
        start, _, end = (reference.page or "").partition("-")
        container = "journal_name" if reference.type == "article-journal" else "secondary_title"
        assert {key: entry.get(key, "") for key in RIS} | {"container": entry[container]} == {
            "title": reference.title,
            "container": reference.container_title,
            "year": str(reference.issued),
            "volume": reference.volume or "",
            "number": reference.issue or "",
            "start_page": start,
            "end_page": end,
            "doi": reference.doi or "",
            "accession_number": reference.pmid or "",
            "custom2": reference.pmcid or "",
            "language": reference.language,
        }


RIS = ("title", "year", "volume", "number", "start_page", "end_page", "doi", "accession_number", "custom2", "language")


def test_bibtexparser_reads_every_field_back(exported: dict[str, Path], bundled: Dataset) -> None:
    parser = BibTexParser(common_strings=True, ignore_nonstandard_types=False, customization=convert_to_unicode)
    entries = bibtexparser.loads(exported["bibtex"].read_text(encoding="utf-8"), parser).entries_dict
    assert list(entries) == list(bundled.references)
    for reference in bundled.references.values():
        entry = entries[reference.id]
        container = {"article-journal": "journal", "thesis": "school"}.get(reference.type, "booktitle")
        assert unbraced(entry["title"]) == folded(reference.title), reference.id
        assert unbraced(entry[container]) == folded(reference.container_title)
        authors = [unbraced(author) for author in entry["author"].split(" and ")]
        others = [] if reference.author_complete else ["others"]
        assert authors == [*(folded(in_bibtex(author)) for author in reference.author), *others]
        assert (entry["year"], entry.get("doi"), entry.get("pmid"), entry.get("pmcid")) == (
            str(reference.issued), reference.doi, reference.pmid, reference.pmcid,
        )  # fmt: skip
        assert entry.get("pages", "").replace("--", "-") == (reference.page or "")
        assert (entry.get("volume"), entry.get("number")) == (reference.volume, issue_of(reference))


def issue_of(reference: Reference) -> str | None:
    return reference.issue if reference.type.startswith("article") else reference.number


def unbraced(text: str) -> str:
    return folded(re.sub(r"[{}]", "", text))


def folded(text: str) -> str:
    """Return text with dashes, quotation marks and Greek letters as bibtexparser gives them back."""
    for there, here in (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("$^TM$", "™"), (r"\textregistered", "®"),
                        ("$α$", "α"), ("$β$", "β"), ("$μ$", "μ"), ("’", "'")):  # fmt: skip
        text = text.replace(there, here)
    return re.sub(r'"([^"]*)"', r"“\1”", text)


def test_every_file_is_the_same_when_it_is_written_again(run: Run, exported: dict[str, Path]) -> None:
    for form, path in exported.items():
        assert run("cite", "-f", form).stdout == path.read_text(encoding="utf-8")


def test_markdown_rows_are_read_by_pandoc_as_they_were_meant(run: Run, bundled: Dataset) -> None:
    text = run("cite", "-f", "markdown").stdout
    command = [program("pandoc"), "-f", "gfm", "-t", "json"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8", check=True)
    (table,) = json.loads(done.stdout)["blocks"]
    bodies = table["c"][4]
    rows = [[plain(cell[4]) for cell in row[1]] for row in bodies[0][3]]
    assert [row[0] for row in rows] == list(bundled.references)
    for row, reference in zip(rows, bundled.references.values(), strict=True):
        assert (row[5], row[11]) == (reference.title, reference.doi or "")


SIGNS_OF_MARKDOWN = (
    "Safe &#x202e;evil &copy; &lt;b&gt; R&D & more", "__init__ and a__b, _x_ in 10.1000/a_b", "Q\nFORGED\n---\n# head",
    "http://evil.example and www.evil.example, ftp://evil.example", "$a$, x^y^ and H~2~O", "[l](u) ![i](u) <b>c</b>",
    "1. item", "- item", "a | b \\| c", "`code` and *bold*", "@someone #12 {x}",
)  # fmt: skip


@pytest.mark.parametrize("form", ["gfm", "markdown"])
@pytest.mark.parametrize("text", SIGNS_OF_MARKDOWN)
def test_a_text_with_signs_of_markdown_is_read_by_pandoc_as_it_stands(text: str, form: str) -> None:
    command = [program("pandoc"), "-f", f"{form}-smart", "-t", "json"]
    for written in (markdown.escaped(text), as_markdown(Rows(header=(text,), rows=()))):
        done = subprocess.run(command, input=written, capture_output=True, text=True, encoding="utf-8", check=True)
        (block,) = json.loads(done.stdout)["blocks"]
        kinds = set(re.findall(r'"t":"(\w+)"', json.dumps(block, separators=(",", ":"))))
        assert not kinds & {"Header", "Link", "Image", "Emph", "Strong", "Code", "Math", "RawInline", "Superscript"}
        inner = block["c"][3][1][0][1][0][4] if block["t"] == "Table" else block["c"]
        assert plain(inner) == " ".join(text.split())


def plain(blocks: Any) -> str:
    """Return the text of a cell in pandoc's JSON."""
    if isinstance(blocks, list):
        return "".join(plain(block) for block in blocks)
    if blocks["t"] == "Str":
        return str(blocks["c"])
    return " " if blocks["t"] in {"Space", "SoftBreak"} else plain(blocks["c"]) if "c" in blocks else ""
