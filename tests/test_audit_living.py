"""Living with an audit: codes that are explained, silences with a reason, corrected copies, and what ends with 1."""

from __future__ import annotations

import importlib.util
import json
import subprocess
from pathlib import Path
from typing import Any, get_args

import pytest

from conftest import PROGRAM, TESTS, Run
from peptidecli.audit import audit, read
from peptidecli.audit.explaining import CODES, SORTS, paragraph
from peptidecli.audit.findings import VERDICTS, FindingKind
from peptidecli.dataset.dataset import Dataset

ROOT = TESTS.parent
ARTICLES = TESTS / "data" / "articles"
TITLE = (
    "Semax, an analog of ACTH(4-10) with cognitive effects, regulates BDNF and trkB expression in the rat hippocampus"
)
ENTRY = f"""@article{{dolotov,
  author = {{Dolotov, Oleg V. and Karpenko, E. A. and others}},
  title = {{{TITLE.replace("BDNF", "{BDNF}")}}},
  journal = {{Brain Res.}}, volume = 1117, pages = {{54--60}},
  year = {{2009}}
}}
"""
WRONG = "Semax weighs 887.04 Da."


def told(run: Run, *arguments: str) -> tuple[list[dict[str, Any]], dict[str, Any], int, str]:
    """Return the findings, the summary, the status and what was said on stderr."""
    done = run("audit", *arguments, "-f", "json")
    data = json.loads(done.stdout)["data"]
    return data["findings"], data["summary"], done.returncode, done.stderr


# -- codes -----------------------------------------------------------------------------------------------------------


def test_the_page_on_findings_is_made_of_what_explain_prints(run: Run) -> None:
    """`python docs/findings.py` writes it anew."""
    spec = importlib.util.spec_from_file_location("findings_page", ROOT / "docs" / "findings.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    page = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")
    assert page == module.page()
    printed = run("audit", "--explain", "all").stdout
    for code in CODES:
        assert f"### {code}\n\n{SORTS[code].holds}\n" in page
        assert f"{code}: {paragraph(code)}\n" in printed


def test_a_figure_that_is_of_something_else_has_a_code_that_is_explained(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("In rats given Semax infarcts were 45% smaller (PMID 28255762).\n")
    for more in (("-f", "sarif"), ("--explain", "all")):
        done = run("audit", str(page), *more)
        assert "figure-misattributed" in done.stdout, done.stderr


def test_a_code_is_explained_with_those_of_its_fields_and_a_mistyped_one_named(run: Run) -> None:
    lines = run("audit", "--explain", "citation-misattributed").stdout.splitlines()
    assert [line.partition(":")[0] for line in lines] == [
        "citation-misattributed",
        "citation-misattributed-title",
        "citation-misattributed-authors",
        "citation-misattributed-number",
    ]
    assert "When it can be wrong: " in lines[0]
    assert "What to do: " in lines[0]
    done = run("audit", "--explain", "citation-difers-year")
    assert done.returncode == 1
    assert "did you mean citation-differs-year?" in done.stderr


def test_every_finding_has_a_code_that_is_explained(bundled: Dataset) -> None:
    found = audit(bundled, [read(str(path)) for path in sorted(ARTICLES.iterdir()) if path.is_file()]).findings
    codes = {finding.code for finding in found}
    assert len(codes) > 5
    assert codes <= set(CODES)


def test_whatever_a_check_makes_of_anything_has_a_code_that_is_explained() -> None:
    assert {f"{kind}-{verdict}" for kind in get_args(FindingKind) for verdict in VERDICTS} <= set(CODES)


def test_a_figure_that_circulates_under_a_work_is_told_in_sarif_and_explained(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("In rats given Semax infarcts were 45% smaller and BDNF rose 2.3-fold (PMID 28255762).\n")
    told = run("audit", str(page), "-f", "sarif")
    results = json.loads(told.stdout)["runs"][0]["results"]
    assert (told.returncode, {result["ruleId"] for result in results}) == (1, {"figure-misattributed"})
    assert "circulates under a work" in " ".join(run("audit", str(page), "--explain", "all").stdout.split())


def test_the_code_of_an_entry_names_the_gravest_field_and_what_the_record_has(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_text(ENTRY.replace("54--60", "1--9"), encoding="utf-8")
    (finding,), _, _, _ = told(run, str(path))
    assert (finding["code"], finding["key"]) == ("citation-differs-year", "dolotov")
    assert finding["fields"] == [
        {"name": "year", "given": "2009", "record": "2006"},
        {"name": "page", "given": finding["fields"][1]["given"], "record": "54-60"},
    ]
    listed = run("audit", str(path), "--explain", "citation-differs").stdout
    assert "citation-differs-year: The year is none" in " ".join(listed.split())


# -- silences --------------------------------------------------------------------------------------------------------


def silence(**fields: str) -> str:
    return "[[silence]]\n" + "".join(f'{name} = "{value}"\n' for name, value in fields.items())


@pytest.fixture
def refs(tmp_path: Path) -> Path:
    """Return a bibliography with a wrong year, in a folder below that of a repository."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "paper").mkdir()
    path = tmp_path / "paper" / "refs.bib"
    path.write_text(ENTRY, encoding="utf-8")
    return path


REASON = "cited by the year of the early version"


@pytest.mark.parametrize("place", ["paper", "."])
@pytest.mark.parametrize("key", ["dolotov", "dolotov-2006-hippocampus"])
def test_a_silence_beside_the_article_or_above_it_is_by_code_and_key(
    run: Run, refs: Path, place: str, key: str
) -> None:
    toml = refs.parent.parent / place / "peptide.toml"
    toml.write_text("# looked into\n" + silence(code="citation-differs-year", key=key, reason=REASON), "utf-8")
    (finding,), summary, status, stderr = told(run, str(refs))
    assert finding["silenced"] == {"reason": REASON, "by": f"{toml}:2"}
    assert (summary["problems"], summary["silenced"], summary["checked"], status, stderr) == (0, 1, 1, 0, "")


def test_what_is_silenced_is_counted_and_listed_only_where_it_is_asked_for(run: Run, refs: Path) -> None:
    (refs.parent / "peptide.toml").write_text(
        silence(code="citation-differs", key="dolotov", reason=REASON), encoding="utf-8"
    )
    text = " ".join(run("audit", str(refs)).stdout.split())
    assert "1 item checked: 0 stand, 0 do not, 0 unknown" in text
    assert "1 silenced with a reason; --silenced lists them." in text
    assert REASON not in text
    assert REASON in run("audit", str(refs), "--silenced").stdout
    assert run("audit", str(refs), "-f", "csv").stdout.splitlines() == [
        "file,line,kind,text,verdict,detail,reference,own"
    ]
    assert f",{REASON}" in run("audit", str(refs), "-f", "csv", "--silenced").stdout
    assert json.loads(run("audit", str(refs), "-f", "ndjson").stdout)["silenced"]["reason"] == REASON
    assert "of 1 finding 0 stand, 0 do not, 0 unknown, 1 silenced." in " ".join(
        run("audit", str(refs), "--report").stdout.split()
    )


def test_sarif_has_what_is_silenced_as_suppressed(run: Run, refs: Path) -> None:
    (refs.parent / "peptide.toml").write_text(
        silence(code="citation-differs", key="dolotov", reason=REASON), encoding="utf-8"
    )
    refs.with_name("page.md").write_text(f"{WRONG} <!-- peptide: ignore figure-differs quoted -->\n", encoding="utf-8")
    done = run("audit", str(refs), str(refs.with_name("page.md")), "-f", "sarif")
    assert done.returncode == 0
    results = json.loads(done.stdout)["runs"][0]["results"]
    assert [result["suppressions"] for result in results] == [
        [{"kind": "external", "justification": REASON}],
        [{"kind": "inSource", "justification": "quoted"}],
    ]


def test_a_silenced_year_says_nothing_of_a_page_that_is_wrong_as_well(run: Run, refs: Path) -> None:
    refs.write_text(ENTRY.replace("54--60", "1--9"), encoding="utf-8")
    toml = refs.parent / "peptide.toml"
    year = silence(code="citation-differs-year", key="dolotov", reason=REASON)
    toml.write_text(year, encoding="utf-8")
    (finding,), _, status, stderr = told(run, str(refs))
    assert (finding["silenced"], status) == (None, 1)
    assert "peptide.toml:1: citation-differs-year of dolotov silences nothing: what it is about differs in" in stderr
    toml.write_text(year + silence(code="citation-differs-page", key="dolotov", reason="an offprint"), encoding="utf-8")
    (finding,), _, status, stderr = told(run, str(refs))
    assert (finding["silenced"]["reason"], status, stderr) == (f"{REASON}; an offprint", 0, "")


def test_a_silence_that_silences_nothing_is_said_in_the_file_it_is_for(run: Run, refs: Path) -> None:
    other = refs.with_name("other.md")
    other.write_text("Nothing.\n", encoding="utf-8")
    toml = refs.parent / "peptide.toml"
    toml.write_text(
        silence(code="citation-differs-year", key="dolotov", file="refs.bib", reason=REASON)
        + silence(code="citation-differs", key="gone", file="refs.bib", reason="it is no longer cited"),
        encoding="utf-8",
    )
    assert told(run, str(refs))[3] == f"{toml}:6: citation-differs of gone silences nothing\n"
    assert told(run, str(other))[3] == ""


def test_a_silence_for_any_file_is_called_idle_only_where_its_whole_folder_was_audited(run: Run, refs: Path) -> None:
    other = refs.with_name("other.md")
    other.write_text("Nothing.\n", encoding="utf-8")
    toml = refs.parent / "peptide.toml"
    year = silence(code="citation-differs-year", key="dolotov", reason=REASON)
    toml.write_text(year + silence(code="citation-differs", key="gone", reason="it is cited no more"), encoding="utf-8")
    assert told(run, str(other))[3] == ""
    assert told(run, str(refs), str(other))[3] == ""
    assert "of gone silences nothing" in told(run, str(refs.parent))[3]
    assert "of dolotov" not in told(run, str(refs.parent))[3]


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("[[silence]\n", 1, "not valid TOML"),
        ("\n[[silence]]\ncode = 'citation-differs'\nkey = 'a'\n", 2, "the key 'reason' is missing"),
        (silence(code="citation-difers-year", key="a", reason="x"), 2, "did you mean citation-differs-year?"),
        (silence(code="citation-differs", key="a", reason=" "), 4, "the reason is missing"),
        (silence(code="citation-differs", key="a", reason="x", keys="b"), 5, "unknown key 'keys'"),
        ("silences = 3\n", 1, "unknown key 'silences'"),
    ],
)
def test_a_broken_peptide_toml_is_named_with_its_line(run: Run, refs: Path, text: str, line: int, word: str) -> None:
    toml = refs.parent / "peptide.toml"
    toml.write_text(text, encoding="utf-8")
    done = run("audit", str(refs))
    assert done.returncode == 3
    assert f"{toml}:{line}: " in done.stderr
    assert word in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("page.md", f"{WRONG} <!-- peptide: ignore figure-differs quoted as wrong -->\n\n{WRONG}\n"),
        ("page.md", f"<!-- peptide: ignore figure-differs quoted as wrong -->\n{WRONG}\n\n{WRONG}\n"),
        ("page.mdx", f"{{/* peptide: ignore figure-differs: quoted as wrong */}}\n\n{WRONG}\n\n{WRONG}\n"),
        ("page.html", f"<p>{WRONG}<!-- peptide: ignore figure-differs quoted as wrong --></p>\n<p>{WRONG}</p>\n"),
        ("page.html", f"<!-- peptide: ignore figure-differs quoted as wrong -->\n<p>{WRONG}</p>\n<p>{WRONG}</p>\n"),
        ("paper.tex", f"{WRONG} % peptide: ignore figure-differs quoted as wrong\n\n{WRONG}\n"),
        ("refs.bib", f"% peptide: ignore citation-differs-year quoted as wrong\n{ENTRY}\n"
                     + ENTRY.replace("{dolotov", "{again")),
        ("refs.bib", f"@comment{{peptide: ignore citation-differs-year quoted as wrong}}\n{ENTRY}\n"
                     + ENTRY.replace("{dolotov", "{again")),
    ],
    ids=["line", "paragraph", "mdx", "html line", "html", "tex", "bib", "bib comment"],
)  # fmt: skip
def test_a_comment_silences_its_line_or_what_follows_it(run: Run, tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    found, _, status, stderr = told(run, str(path))
    found = [finding for finding in found if finding["code"] != "citation-differs-twice"]
    assert [(f["silenced"] or {}).get("reason") for f in found] == ["quoted as wrong", None]
    assert (status, stderr) == (1, "")


def test_comments_without_a_code_or_a_reason_and_idle_ones_are_said(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text(
        f"{WRONG} <!-- peptide: ignore figure-differs -->\n\n"
        f"{WRONG} <!-- peptide: ignore figure-difers it is quoted -->\n\n"
        "Nothing. <!-- peptide: ignore figure-differs it is quoted -->\n\n<!-- peptide: ignore -->\n",
        encoding="utf-8",
    )
    found, summary, status, stderr = told(run, str(path))
    assert (len(found), summary["silenced"], status) == (2, 0, 1)
    assert stderr.splitlines() == [
        f"{path}:1: the reason is missing; nothing is silenced by it",
        f"{path}:3: there is no code 'figure-difers'; did you mean figure-differs?; nothing is silenced by it",
        f"{path}:7: the code is missing; nothing is silenced by it",
        f"{path}:5: figure-differs silences nothing",
    ]


def test_many_files_on_all_cores_and_a_journal_are_silenced_alike(run: Run, tmp_path: Path) -> None:
    for number in range(9):
        (tmp_path / f"{number}.md").write_text(f"{WRONG} <!-- peptide: ignore figure-differs quoted -->\n", "utf-8")
    journal = tmp_path / "journal"
    for arguments in (("--jobs", "2"), ("--resume", str(journal)), ("--resume", str(journal))):
        _, summary, status, _ = told(run, str(tmp_path), *arguments)
        assert (summary["problems"], summary["silenced"], status) == (0, 9, 0)


# -- a corrected copy ------------------------------------------------------------------------------------------------

LIBRARY = f"""% Mine, in my order
@string{{br = "Brain Res"}}
@article{{zozulia,\r
  AUTHOR = "Zozulia, A. A.",\t title={{Efficacy and possible mechanisms of action of a new peptide anxiolytic selank \
in the therapy of generalized anxiety disorders and neurasthenia}},\r
  journal = "Zh Nevrol Psikhiatr" # {{ Im S S Korsakova}},  volume=109 , pages = "38--48",\r
  year=2009, keywords = {{kept,   as {{it}} is}}, PMID = {{18454999}}\r
}}\r
stray words between entries
{ENTRY.replace("{Brain Res.}", "br").replace("others}},", "others}},  % no comment to BibTeX")}
@book{{own, title = {{A book of {{Another}} kind}}, year = 1999}}
"""


def changed(before: bytes, after: bytes) -> list[tuple[bytes, bytes]]:
    """Return the lines that two files do not have in common; they have equally many."""
    old, new = before.split(b"\n"), after.split(b"\n")
    assert len(old) == len(new)
    return [(a, b) for a, b in zip(old, new, strict=True) if a != b]


def test_a_corrected_copy_has_the_records_fields_and_all_else_byte_for_byte(run: Run, tmp_path: Path) -> None:
    path, out = tmp_path / "refs.bib", tmp_path / "out.bib"
    path.write_bytes(LIBRARY.encode())
    done = run("audit", str(path), "--corrected", str(out))
    assert done.returncode == 1, done.stderr
    assert path.read_bytes() == LIBRARY.encode()
    assert changed(path.read_bytes(), out.read_bytes()) == [
        (
            b'  journal = "Zh Nevrol Psikhiatr" # { Im S S Korsakova},  volume=109 , pages = "38--48",\r',
            b'  journal = "Zh Nevrol Psikhiatr" # { Im S S Korsakova},  volume=108 , pages = "38--48",\r',
        ),
        (
            b"  year=2009, keywords = {kept,   as {it} is}, PMID = {18454999}\r",
            b"  year=2008, keywords = {kept,   as {it} is}, PMID = {18454096}\r",
        ),
        (b"  year = {2009}", b"  year = {2006}"),
    ]
    assert f"{path}:3\n-   journal" in done.stderr
    assert "-   year = {2009}\n+   year = {2006}\n" in done.stderr
    assert f"{out}: 2 entries corrected\n" in done.stderr
    again = json.loads(run("audit", str(out), "-f", "json").stdout)["data"]["summary"]
    assert again["problems"] == 0


def test_a_corrected_copy_keeps_a_byte_order_mark_and_the_parentheses_that_an_entry_stands_in(
    run: Run, tmp_path: Path
) -> None:
    path, out = tmp_path / "refs.bib", tmp_path / "out.bib"
    entry = ENTRY.strip().replace("{", "(", 1)[:-1] + ")\n"
    path.write_text("\ufeff" + entry, encoding="utf-8")
    assert "{2005}" in entry or "{2009}" in entry
    assert run("audit", str(path), "--corrected", str(out)).returncode == 1
    told = out.read_text(encoding="utf-8")
    assert told.startswith("\ufeff@article(")
    assert "{2006}" in told
    assert run("audit", str(out), "-f", "json").returncode == 0


OWN = "@article{own,\n author = {Moss, Anna},\n title = {Something of mine},\n journal = {J},\n year = 2001\n}\n"


@pytest.mark.parametrize("before", ["\ufeff", "\f", "\u200b", "\u00ad", "\u00a0", "\u3000", "\u0085", ", ", "\ufffd"])
def test_an_entry_that_blanks_or_signs_stand_before_is_read_and_it_alone_is_corrected(
    run: Run, tmp_path: Path, before: str
) -> None:
    path, out = tmp_path / "refs.bib", tmp_path / "out.bib"
    path.write_text(f"{OWN}{before}{ENTRY.strip()}\n", encoding="utf-8")
    assert run("audit", str(path), "--corrected", str(out)).returncode == 1
    told = out.read_text(encoding="utf-8")
    assert told.startswith(OWN)
    assert "{2006}" in told[len(OWN) :]


def test_a_corrected_copy_of_a_file_whose_lines_end_with_carriage_returns_corrects_the_entry_meant(
    run: Run, tmp_path: Path
) -> None:
    path, out = tmp_path / "refs.bib", tmp_path / "out.bib"
    text = f"{OWN}{ENTRY.strip()}\n".replace("\n", "\r").encode()
    path.write_bytes(text)
    assert run("audit", str(path), "--corrected", str(out)).returncode == 1
    assert out.read_bytes() == text.replace(b"{2009}", b"{2006}").replace(b"{2005}", b"{2006}")


def test_a_corrected_copy_takes_nothings_place_unasked_and_never_the_file_itself(run: Run, tmp_path: Path) -> None:
    path, out = tmp_path / "refs.bib", tmp_path / "out.bib"
    path.write_text(ENTRY, encoding="utf-8")
    out.write_text("kept", encoding="utf-8")
    done = run("audit", str(path), "--corrected", str(out))
    assert (done.returncode, out.read_text(encoding="utf-8")) == (2, "kept")
    assert "with --force it is replaced" in done.stderr
    done = run("audit", str(path), "--corrected", str(path), "--force")
    assert (done.returncode, path.read_text(encoding="utf-8")) == (2, ENTRY)
    assert "never changed" in done.stderr
    assert run("audit", str(path), "--corrected", str(out), "--force").returncode == 1
    assert "{2006}" in out.read_text(encoding="utf-8")
    done = run("audit", str(path), "--corrected", str(tmp_path / "refs.bib" / "out.bib"))
    assert done.returncode == 2
    assert f"there is no folder {tmp_path / 'refs.bib'} to write out.bib into" in done.stderr


def test_no_folder_is_made_unasked_for_a_file_that_is_written(run: Run, tmp_path: Path) -> None:
    path, away = tmp_path / "refs.bib", tmp_path / "no" / "such"
    path.write_text(ENTRY, encoding="utf-8")
    for command in (
        ("audit", str(path), "--corrected", str(away / "x.bib")),
        ("verify", "--all", "--write-report", str(away / "x.md")),
        ("verify", "--new", "--watch-file", str(away / "x.json")),
        ("export", str(away / "x.bib")),
    ):
        done = run(*command)
        assert (done.returncode, done.stdout) == (2, "")
        assert f"there is no folder {away} to write x." in done.stderr
    assert not away.parent.exists()


def test_a_silenced_finding_and_another_works_title_are_not_corrected(run: Run, tmp_path: Path) -> None:
    path, out = tmp_path / "refs.bib", tmp_path / "out.bib"
    stranger = ENTRY.replace("Dolotov, Oleg V. and Karpenko, E. A. and others", "Smith, John")
    text = f"% peptide: ignore citation-differs-year looked into\n{ENTRY}{stranger.replace('{dolotov', '{smith')}"
    path.write_text(text, encoding="utf-8")
    done = run("audit", str(path), "--corrected", str(out))
    assert out.read_text(encoding="utf-8") == text
    assert "0 entries corrected" in done.stderr
    assert "left to you" in done.stderr


def test_bytes_that_are_no_utf8_stay_and_letters_are_written_as_the_file_writes_them(run: Run, tmp_path: Path) -> None:
    path, out = tmp_path / "refs.bib", tmp_path / "out.bib"
    content = ENTRY.replace("year", "note = {caf\xe9}, year").encode("latin-1")
    path.write_bytes(content)
    run("audit", str(path), "--corrected", str(out))
    assert out.read_bytes() == content.replace(b"{2009}", b"{2006}")


def test_of_a_manuscript_its_one_bibliography_is_corrected(run: Run, tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(ENTRY + ENTRY.replace("{dolotov", "{uncited"), encoding="utf-8")
    (tmp_path / "main.tex").write_text("\\cite{dolotov}\\bibliography{refs}\n", encoding="utf-8")
    out = tmp_path / "out.bib"
    done = run("audit", str(tmp_path / "main.tex"), "--corrected", str(out))
    assert "1 entry corrected" in done.stderr
    assert out.read_text(encoding="utf-8") == ENTRY.replace("2009", "2006") + ENTRY.replace("{dolotov", "{uncited")


def test_what_is_no_bibtex_is_told_that_it_is_not_corrected(run: Run, tmp_path: Path) -> None:
    (tmp_path / "refs.ris").write_text("TY  - JOUR\nTI  - Semax\nER  -\n", encoding="utf-8")
    done = run("audit", str(tmp_path / "refs.ris"), "--corrected", str(tmp_path / "out.bib"))
    assert done.returncode == 2
    assert "--corrected takes one BibTeX file" in done.stderr
    assert not (tmp_path / "out.bib").exists()


# -- what ends with 1 ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "status"),
    [
        ("differs", 1), ("retracted", 0), ("figure-differs", 1), ("citation-differs", 0), ("none", 0),
        ("matches", 1), ("retracted,figure-differs", 1), ("unknown", 0),
    ],
)  # fmt: skip
def test_fail_on_names_what_ends_with_1(on: str, status: int, environment: dict[str, str]) -> None:
    done = subprocess.run(
        [str(PROGRAM), "audit", "-", "--fail-on", on], env=environment, capture_output=True, check=False, text=True,
        input=f"{WRONG} Semax weighs 813.92 g/mol.\n", encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == status, done.stderr


@pytest.mark.parametrize(
    ("on", "word"), [("difers", "did you mean differs?"), ("", "it is empty"), ("none,differs", "none by itself")]
)
def test_fail_on_refuses_what_it_does_not_know(run: Run, on: str, word: str) -> None:
    done = run("audit", str(ARTICLES / "good.md"), "--fail-on", on)
    assert done.returncode == 2
    assert word in done.stderr


@pytest.mark.parametrize("name", ["c\x1b.bib", "c\nd.bib"])
def test_the_file_that_was_named_is_corrected_and_none_that_is_called_as_it_is_shown(
    run: Run, tmp_path: Path, name: str
) -> None:
    path, out = tmp_path / name, tmp_path / "out.bib"
    path.write_text(ENTRY, encoding="utf-8")
    for shown in ("c\ufffd.bib", "c d.bib"):
        (tmp_path / shown).write_text(OWN, encoding="utf-8")
    done = run("audit", str(path), "--corrected", str(out))
    assert done.returncode == 1
    assert "{2006}" in out.read_text(encoding="utf-8")


def test_a_name_that_no_file_can_have_ends_with_2(run: Run, tmp_path: Path) -> None:
    path, long = tmp_path / "refs.bib", str(tmp_path / ("a" * 256))
    path.write_text(ENTRY, encoding="utf-8")
    for words in (
        (f"{long}.md",), (f"{long}.tar",), (str(path), f"{long}.md"), (str(path), "--corrected", f"{long}.bib"),
        (str(path), "--resume", long),
    ):  # fmt: skip
        done = run("audit", *words)
        assert (done.returncode, "too long" in done.stderr) == (2, True), done.stderr
    assert "2009" in run("audit", str(path), f"{long}.md").stdout


@pytest.mark.parametrize("kind", ["a folder", "a link to itself", "a link to nothing"])
def test_a_peptide_toml_that_is_no_file_is_told_and_not_passed_over(run: Run, refs: Path, kind: str) -> None:
    toml = refs.parent / "peptide.toml"
    if kind == "a folder":
        toml.mkdir()
    else:
        toml.symlink_to("peptide.toml" if kind == "a link to itself" else "nowhere")
    done = run("audit", str(refs))
    assert done.returncode == 3
    assert done.stderr.startswith(f"peptide: {toml}: "), done.stderr


def test_a_code_that_is_none_is_a_mistake_beside_files_and_not_found_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Semax.", encoding="utf-8")
    assert run("audit", str(tmp_path / "a.md"), "--explain", "nope").returncode == 2
    assert run("audit", "--explain", "nope").returncode == 1


def test_an_entry_with_the_authors_and_all_numbers_of_one_printing_and_the_place_of_another_is_the_one_of_its_numbers(
    tmp_path: Path, run: Run
) -> None:
    """A review of Cochrane and the one that takes its place bear one title."""
    entry = (
        "@article{k,\n  author = {Chen, N. and Yang, M.},\n  title = {Cerebrolysin for vascular dementia},\n"
        "  doi = {10.1002/14651858.CD008900.pub2},\n  pmid = {23440834},\n  year = {2019},\n"
        "  journal = {Cochrane Database of Systematic Reviews},\n  number = {11},\n  pages = {CD008900},\n}\n"
    )
    (tmp_path / "a.bib").write_text(entry)
    done = run("audit", str(tmp_path / "a.bib"), "--corrected", str(tmp_path / "b.bib"))
    assert done.returncode == 1
    assert "The year is 2013, not 2019" in " ".join(done.stdout.split())
    corrected = (tmp_path / "b.bib").read_text()
    assert all(kept in corrected for kept in ("{Chen, N. and Yang, M.}", "CD008900.pub2", "23440834", "year = {2013}"))
