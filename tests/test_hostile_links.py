"""Identifiers, addresses and fields of own data: refused where they are none, and no other program obeys them."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
from pathlib import Path
from typing import Any

import bibtexparser
import pytest
import rispy

from conftest import MINI, PROGRAM, Run
from peptidecli.notation import identifiers

pytestmark = pytest.mark.slow


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return a copy of the small dataset."""
    folder = tmp_path / "own"
    for path in MINI.rglob("*.toml"):
        target = folder / path.relative_to(MINI)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    return folder


def put(folder: Path, **fields: Any) -> None:
    """Set fields of the first reference; None takes one out."""
    path = folder / "references.toml"
    first, between, rest = path.read_text(encoding="utf-8").partition("\n\n")
    for name, content in fields.items():
        key = name.replace("_", "-")
        first = re.sub(rf"^{key} = .*\n?", "", first, flags=re.MULTILINE).rstrip()
        if content is not None:
            first += f"\n{key} = {json.dumps(content)}"
    path.write_text(first + between + rest, encoding="utf-8")


REFUSED: dict[str, list[Any]] = {
    "DOI": ["javascript:alert(1)", "10.1000/$(touch x)", "10.1000/a\nb", "http://evil.example/", "10.1000/", "10.1/x",
            "10.1000/x\n", "10.1000/\u0435", "10.1000/../10.1016/x", "10.1000/.", "10.1000/a/.."],
    "PMID": ["$(x)", "1;2", "1'", "12a", "12\n", "", "0", "1234567890", "\u0661\u0662\u0663"],
    "PMCID": ["PMC1;x", "PMC$(x)", "pmc123456", "PMC123456\n", "123456"],
    "URL": ["javascript:alert(1)", "https://a.example/", "e.example/a b", "a.example/\n", "-oProxyCommand=x/y.z",
            "user@e.example/", "localhost/x", "e.example:port/x", "e.example:99999/", "e.example:0/", "e..example/",
            "-e.example/", "e-.example/", "e.example/%zz", "e.example/100%", "1.2.3.4.5/", "1.2.3.256/"],
    "issued": [0, 1599, 2101, -5, True, "2001", 2001.5, 10**20],
}  # fmt: skip


@pytest.mark.parametrize(("field", "value"), [(field, value) for field in REFUSED for value in REFUSED[field]])
def test_a_reference_takes_no_number_year_or_address_that_is_none(run: Run, own: Path, field: str, value: Any) -> None:
    put(own, **{field: value})
    done = run("--data", str(own), "list")
    assert done.returncode == 3
    assert re.search(r"references\.toml:\d+: Expected ", done.stderr)
    assert run("check", str(own)).returncode == 1


NO_NUMBERS = [
    ("CAS RN", "80714-61-1"), ("CAS RN", "$(x)"), ("CAS RN", "80714-61-0\n"), ("PubChem CID", "1;touch x"),
    ("PubChem CID", "12\n"), ("PubChem CID", "\u0663"), ("UNII", "a;b"), ("UNII", "X\x1b"), ("InChIKey", "x"),
    ("ChEMBL", "x'"), ("ATC", "nootropic"), ("DrugBank", "$(id)"), ("Wikidata", "../x"), ("ChemSpider", "1 2"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "value"), NO_NUMBERS)
def test_a_compound_takes_no_number_of_a_registry_that_is_none(run: Run, own: Path, kind: str, value: str) -> None:
    path = own / "compounds" / "primax.toml"
    text = path.read_text(encoding="utf-8")
    added = f'\n[[identifier]]\nkind = "{kind}"\nvalue = {json.dumps(value)}\nsource = "register"\n'
    path.write_text(text + added, encoding="utf-8")
    for done in (run("--data", str(own), "show", "primax"), run("check", str(own))):
        assert done.returncode in {1, 3}
        assert re.search(
            rf"primax\.toml:\d+: (?:primax: )?{kind} .*(?:is none|does not fit)", done.stdout + done.stderr
        )


UNQUOTED = frozenset(" '\"`$;|<>(){}\\*!\n\x1b")
"""What a shell or a page could obey in an address that somebody puts into a command."""


@pytest.mark.parametrize(
    ("field", "value"),
    [("DOI", "10.1000/a;touch${IFS}x"), ("DOI", "10.1000/`id`'\""), ("DOI", "10.1002/(SICI)1-2<3::4>5;2-B"),
     ("URL", "e.example/a;b"), ("URL", "e.example/$(x)"), ("URL", "e.example/`id`"),
     ("URL", 'e.example/"><script>alert(1)</script>'), ("URL", "e.example:80/a?b=1#c'd")],
)  # fmt: skip
def test_an_address_is_printed_so_that_no_shell_and_no_page_obeys_it(
    run: Run, own: Path, field: str, value: str
) -> None:
    put(own, **({"DOI": value} if field == "DOI" else {"DOI": None, "URL": value}))
    done = run("--data", str(own), "open", "abel-2001-stress", "--print")
    assert done.returncode == 0, done.stderr
    address = done.stdout.removesuffix("\n")
    assert re.match(r"https://[\w.-]+\.\w+[:/]", address)
    assert not UNQUOTED & set(address), address
    page = run("--data", str(own), "show", "primax", "--all", "-f", "html").stdout
    assert all(not UNQUOTED & set(found) for found in re.findall(r'href="([^"#]*)"', page))
    assert "<script>alert" not in page


def test_a_browser_that_is_a_shell_is_given_nothing_to_run(
    environment: dict[str, str], own: Path, tmp_path: Path
) -> None:
    for value in ("e.example/a;touch${IFS}ran", "e.example/$(touch${IFS}ran)", "e.example/?a&touch${IFS}ran",
                  "e.example/?a=1&reboot", "e.example/'`touch${IFS}ran`"):  # fmt: skip
        put(own, DOI=None, URL=value)
        done = subprocess.run(
            [str(PROGRAM), "--data", str(own), "open", "abel-2001-stress"],
            env=environment | {"BROWSER": "sh -c 'echo opened %s > opened'"},
            cwd=tmp_path, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert not (tmp_path / "ran").exists()
        opened = (tmp_path / "opened").read_text() if (tmp_path / "opened").exists() else ""
        assert ("&" in value) == (not opened), value
        (tmp_path / "opened").unlink(missing_ok=True)
        assert ("&" in value) == (done.stdout.strip() != "")


def test_a_spreadsheet_is_given_no_formula(run: Run, own: Path, tmp_path: Path) -> None:
    put(own, title='=HYPERLINK("http://e.example")', author=["@SUM(1)"], volume="+1+1", page="-1+2", issue="-7")
    text = run("--data", str(own), "cite", "--compound", "primax", "-f", "csv").stdout
    row = next(row for row in csv.DictReader(io.StringIO(text)) if row["id"] == "abel-2001-stress")
    assert row["title"] == '\'=HYPERLINK("http://e.example")'
    assert (row["author"], row["volume"], row["page"]) == ("'@SUM(1)", "'+1+1", "'-1+2")
    assert row["issue"] == "-7"
    assert run("--data", str(own), "export", str(tmp_path / "out")).returncode == 0
    for path in (tmp_path / "out").glob("*.csv"):
        for row in csv.DictReader(path.open(encoding="utf-8", newline="")):
            assert not [cell for cell in row.values() if cell[:1] in {"=", "@", "+"}], path


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＠", "﹦", "﹢", "﹣", "﹫"])
@pytest.mark.parametrize("before", ["", " ", "\u00a0", "\u3000 ", "\u200b\u00ad"])
def test_no_sign_that_begins_a_formula_begins_a_cell_behind_blanks_either(
    run: Run, own: Path, before: str, sign: str
) -> None:
    put(own, title=f"{before}{sign}A1")
    text = run("--data", str(own), "cite", "--compound", "primax", "-f", "csv").stdout
    (row,) = (row for row in csv.DictReader(io.StringIO(text)) if row["id"] == "abel-2001-stress")
    assert row["title"] == f"'{before}{sign}A1"


@pytest.fixture
def endings(own: Path) -> Path:
    """Return own data whose fields hold what ends a field or an entry in files of references."""
    put(own, title="a}\n}\n@article{evil,\n title={x", author=["X},\n evil={y", "A\nER  - \nTY  - JOUR, B", "O}"],
        container_title="J\nER  - \n\nTY  - JOUR\nTI  - evil", volume="1}\n,evil={2", page="1\nSP  - 9", issue="3\nX",
        publisher="P\nER  - ", number="7\n8", original_title="o}\nER  - ", DOI="10.1000/a}{b\\")  # fmt: skip
    return own


def test_no_field_of_bibtex_ends_where_its_text_says(run: Run, endings: Path) -> None:
    text = run("--data", str(endings), "cite", "--compound", "primax", "-f", "bibtex").stdout
    entries = bibtexparser.loads(text).entries
    assert [entry["ID"] for entry in entries] == ["abel-2001-stress", "baker-2010-trial", "fox-2015-cells"]
    assert not [entry for entry in entries if "evil" in entry]
    assert text.count("{") == text.count("}")


def test_no_field_of_ris_ends_where_its_text_says(run: Run, endings: Path) -> None:
    text = run("--data", str(endings), "cite", "--compound", "primax", "-f", "ris").stdout
    assert [entry["id"] for entry in rispy.loads(text)] == ["abel-2001-stress", "baker-2010-trial", "fox-2015-cells"]
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in text.splitlines() if line)


def test_no_line_of_text_or_item_of_csl_ends_where_its_text_says(run: Run, endings: Path) -> None:
    for style in ((), ("--style", "apa"), ("--style", "vancouver")):
        text = run("--data", str(endings), "cite", "--compound", "primax", "-f", "text", *style).stdout
        assert text.count("\n") == 3, style
    items = json.loads(run("--data", str(endings), "cite", "--compound", "primax", "-f", "csl-json").stdout)
    assert len(items) == 3
    assert not [value for item in items for value in item.values() if isinstance(value, str) and "\n" in value]


def test_every_number_of_the_bundled_data_is_one(run: Run) -> None:
    assert identifiers.fault("CAS RN", "80714-61-0") is None
    assert "check digit" in (identifiers.fault("CAS RN", "80714-61-1") or "")
    assert run("check").returncode == 0


def test_a_percent_sign_that_begins_no_code_is_one_in_the_address_of_a_page() -> None:
    assert identifiers.location("https://e.example/100%/a%20b%zz%") == "e.example/100%25/a%20b%25zz%25"
    assert identifiers.page("e.example/100%/a%20b") == "https://e.example/100%25/a%20b"
