"""The Python interface: its documentation is run, its answers are the commands', notebooks show them."""

from __future__ import annotations

import importlib
import json
import os
import re
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import peptidecli as peptide
from conftest import Run
from peptidecli.errors import NotFoundError, UsageError

pytestmark = pytest.mark.slow

DOCUMENT = Path(__file__).parent.parent / "docs" / "python.md"
EXAMPLE = re.compile(r"```python\n(.*?)```\n\n```text\n(.*?)```", re.DOTALL)


def played(code: str, environment: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_every_example_in_the_documentation_prints_what_it_says(environment: dict[str, str]) -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    now = EXAMPLE.sub(lambda found: f"```python\n{found[1]}```\n\n```text\n{played(found[1], environment)}```", text)
    if os.environ.get("UPDATE_GOLDEN"):
        DOCUMENT.write_text(now, encoding="utf-8")
    assert now == DOCUMENT.read_text(encoding="utf-8")


def test_every_function_has_an_example() -> None:
    examples = " ".join(code for code, _ in EXAMPLE.findall(DOCUMENT.read_text(encoding="utf-8")))
    assert [name for name in peptide.__all__ if f"peptide.{name}(" not in examples] == []


@pytest.mark.parametrize(
    ("command", "call"),
    [
        (("show", "semax"), lambda: peptide.show("semax")),
        (("show", "semax", "-s", "safety", "-s", "faq"), lambda: peptide.show("semax", ["safety", "faq"])),
        (("compare", "semax", "selank"), lambda: peptide.compare("semax", "selank")),
        (("cite", "dolotov", "--since", "2005"), lambda: peptide.cite("dolotov", since=2005)),
        (("search", "selank", "anxiety"), lambda: peptide.search("selank anxiety")),
        (("trials", "semax", "--topic", "stroke"), lambda: peptide.trials("semax", topic="stroke")),
        (("evidence", "semax"), lambda: peptide.evidence("semax")),
        (("evidence",), peptide.evidence),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_function_gives_what_its_command_prints(run: Run, command: tuple[str, ...], call: Any) -> None:
    assert (
        json.loads(json.dumps(call().to_dict(), default=str)) == json.loads(run(*command, "-f", "json").stdout)["data"]
    )


def test_a_text_and_a_file_are_held_against_the_dataset(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("Semax weighs 887.04 Da (Dolotov et al., 2001).\n", encoding="utf-8")
    from_file = peptide.audit(file)
    assert (
        json.loads(json.dumps(from_file.to_dict())) == json.loads(run("audit", str(file), "-f", "json").stdout)["data"]
    )
    assert [f.verdict for f in peptide.audit(text=file.read_text()).findings] == [f.verdict for f in from_file.findings]


def test_the_function_stays_when_the_folder_of_its_name_is_imported() -> None:
    peptide.audit(text="Semax")
    importlib.reload(importlib.import_module("peptidecli.audit"))
    assert callable(peptide.audit)
    assert peptide.audit(text="Semax").summary.checked == 0


def test_errors_are_our_own() -> None:
    with pytest.raises(NotFoundError, match="not in the dataset"):
        peptide.show("aspirin")
    with pytest.raises(UsageError, match="there is no section 'saftey'"):
        peptide.show("semax", ["saftey"])
    with pytest.raises(UsageError, match="takes files, or text"):
        peptide.audit()
    with pytest.raises(AttributeError, match="no attribute 'shwo'"):
        peptide.shwo  # noqa: B018


WRONG: list[tuple[Any, str]] = [
    (lambda: peptide.search("semax", kind="bogus"), "there is no kind 'bogus'; kinds: mechanism, effect"),  # type: ignore[arg-type]
    (lambda: peptide.search("semax", result="bogus"), "there is no result 'bogus'; results: positive"),  # type: ignore[arg-type]
    (lambda: peptide.trials(result="bogus"), "there is no result 'bogus'"),  # type: ignore[arg-type]
    (lambda: peptide.cite("semax", standing="bogus"), "there is no standing 'bogus'; standings: normal"),  # type: ignore[arg-type]
    (lambda: peptide.cite("semax", since="2006"), "since is a year, a number as 2006, not '2006'"),  # type: ignore[arg-type]
    (lambda: peptide.show(None), "name is a text, not NoneType"),  # type: ignore[arg-type]
    (lambda: peptide.compare("semax", 1), "each of names is a text, not int"),  # type: ignore[arg-type]
    (lambda: peptide.show("semax", "saftey"), "there is no section 'saftey'"),
    (lambda: peptide.show("semax", 1), "sections are texts, not int"),  # type: ignore[arg-type]
    (lambda: peptide.show("semax", dataset="own"), "dataset is what open_dataset gives, not str"),  # type: ignore[arg-type]
    (lambda: peptide.open_dataset(1), "own: a path is a text or a Path, not int"),  # type: ignore[arg-type]
    (lambda: peptide.audit(text=b"Semax"), "text is a text, not bytes"),  # type: ignore[arg-type]
    (lambda: peptide.audit("pages.warc"), "pages.warc stands for several documents"),
]


@pytest.mark.parametrize(("call", "said"), WRONG, ids=[said for _, said in WRONG])
def test_wrong_arguments_are_told_in_a_sentence(call: Any, said: str) -> None:
    with pytest.raises(UsageError, match=f"^{re.escape(said)}"):
        call()


def test_a_section_may_be_named_by_itself() -> None:
    assert peptide.show("semax", "safety") == peptide.show("semax", ["safety"])


def test_a_text_with_half_of_a_letter_is_read_with_a_sign_for_it() -> None:
    assert [f.verdict for f in peptide.audit(text="\ud800 Semax weighs 887.04 Da").findings] == ["differs"]
    assert "\ud800" not in peptide.cite("dolotov \ud800")._repr_html_()  # type: ignore[attr-defined]


def test_every_thread_has_a_dataset_of_its_own_and_another_threads_is_refused() -> None:
    opened = peptide.open_dataset(user_data=False)
    with ThreadPoolExecutor(1) as other:
        assert other.submit(peptide.show, "semax").result().compound.name == "Semax"
        with pytest.raises(UsageError, match="answers only in the thread that opened it; open one in each"):
            other.submit(peptide.show, "semax", dataset=opened).result()


def test_a_fault_of_programming_is_not_told_as_one_of_threads() -> None:
    opened = peptide.open_dataset(user_data=False)
    opened.connection.close()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        peptide.show("semax", dataset=opened)


def test_an_answer_from_own_data_shows_itself_with_them(tmp_path: Path) -> None:
    (tmp_path / "references.toml").write_text(
        '[[reference]]\nid = "moss-2001-x"\ntype = "article-journal"\ntitle = "Semax"\nauthor = ["Moss, A."]\n'
        'issued = 2001\ncontainer-title = "Voles"\nDOI = "10.5555/voles.1"\nlanguage = "en"\ncompounds = ["semax"]\n'
        'design = ["in-vitro"]\ntrace = [{ registry = "me" }]\n'
    )
    own = peptide.open_dataset(tmp_path, user_data=False)
    for answer in (peptide.audit(text="See doi:10.5555/voles.1", dataset=own), peptide.cite("moss voles", dataset=own)):
        assert "10.5555/voles.1" in answer._repr_html_()  # type: ignore[union-attr]
        assert "dataset" not in answer.to_dict()


def test_importing_it_imports_nothing_else(environment: dict[str, str]) -> None:
    code = "import sys; before = set(sys.modules); import peptidecli; print(sorted(set(sys.modules) - before))"
    loaded = played(code, environment)
    assert "'peptidecli'" in loaded
    assert "peptidecli." not in loaded
    assert "msgspec" not in loaded


def test_no_function_imports_what_draws_or_reads_the_command_line(environment: dict[str, str]) -> None:
    code = (
        "import sys, peptidecli as p; p.show('semax'); p.trials(); "
        "print({m.split('.')[0] for m in sys.modules} & {'typer', 'rich', 'click', 'mcp'})"
    )
    assert played(code, environment) == "set()\n"


@pytest.mark.parametrize(
    "call",
    [lambda: peptide.show("semax"), lambda: peptide.compare("semax", "selank"), lambda: peptide.cite("dolotov"),
     lambda: peptide.search("semax stroke"), peptide.trials, peptide.evidence,
     lambda: peptide.audit(text="Semax, 887.04 Da")],
    ids=range(7),
)  # fmt: skip
def test_an_answer_shows_itself_without_scripts_and_with_its_disclaimer(call: Any) -> None:
    html = call()._repr_html_()
    assert "<script" not in html
    assert "<table>" in html
    assert "Not medical advice" in html


def test_a_notebook_shows_tables_and_links(environment: dict[str, str], tmp_path: Path) -> None:
    nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed")
    nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed")
    pytest.importorskip("ipykernel", reason="ipykernel is not installed")
    book = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell("import peptidecli as peptide\npeptide.trials('semax')"),
               nbformat.v4.new_code_cell("peptide.show('semax', ['safety'])")]
    )  # fmt: skip
    nbclient.NotebookClient(
        book, timeout=90, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}
    ).execute()
    for cell in book.cells:
        html = cell.outputs[0]["data"]["text/html"]
        assert "<table>" in html
        assert 'href="https://doi.org/' in html or 'href="https://pubmed' in html


def test_a_type_checker_knows_the_answers(tmp_path: Path, environment: dict[str, str]) -> None:
    file = tmp_path / "use.py"
    file.write_text(
        "import peptidecli as peptide\n"
        "name: str = peptide.show('semax').compound.name\n"
        "years: list[int] = [trial.year for trial in peptide.trials('semax').trials]\n"
        "checked: int = peptide.audit(text='Semax').summary.checked\n"
        "wrong: int = peptide.show('semax').compound.name\n",
        encoding="utf-8",
    )
    checked = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--follow-imports=silent", "--cache-dir", str(tmp_path / "cache"),
         str(file)],
        env=environment, capture_output=True, text=True, check=False, cwd=tmp_path,
    )  # fmt: skip
    assert [line.partition(": ")[0][-8:] for line in checked.stdout.splitlines()[:-1]] == ["use.py:5"], checked.stdout
