"""Profiles, comparisons, evidence and studies as documents: Markdown that pandoc makes into Word, and web pages."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from conftest import Run
from peptidecli.dataset.dataset import Dataset

pytestmark = pytest.mark.slow

PANDOC, CHROMIUM = shutil.which("pandoc"), shutil.which("chromium")
needs_pandoc = pytest.mark.skipif(not PANDOC, reason="pandoc is not on this machine")
needs_chromium = pytest.mark.skipif(not CHROMIUM, reason="chromium is not on this machine")

DOCUMENTS = [
    ("show", "semax"),
    ("show", "cerebrolysin", "--section", "safety"),
    ("show", "p21"),
    ("compare", "semax", "selank"),
    ("compare", "cerebrolysin", "noopept", "dsip"),
    ("trials",),
    ("trials", "davunetide"),
    ("evidence",),
    ("evidence", "semax"),
    ("evidence", "--timeline"),
]
documents = pytest.mark.parametrize("arguments", DOCUMENTS, ids=" ".join)


def printed(run: Run, *arguments: str) -> str:
    done = run(*arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def pandoc(*arguments: str, text: str = "") -> str:
    assert PANDOC
    done = subprocess.run(
        [PANDOC, *arguments], input=text, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


# -- Markdown --------------------------------------------------------------------------------------------------------


@documents
def test_markdown_cites_only_footnotes_that_stand_in_it(run: Run, arguments: tuple[str, ...]) -> None:
    text = printed(run, *arguments, "-f", "markdown")
    defined = re.findall(r"^\[\^(\w+)\]: ", text, re.MULTILINE)
    cited = re.findall(r"\[\^(\w+)\](?!:)", text)
    assert len(defined) == len(set(defined))
    assert set(cited) == set(defined)
    assert text.startswith("# ")


def test_markdown_of_a_section_is_that_section_alone(run: Run) -> None:
    text = printed(run, "show", "semax", "-s", "regulatory", "-f", "markdown")
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == ["Regulatory status, as of the dates given"]


def test_markdown_of_a_profile_holds_every_reference(run: Run, bundled: Dataset) -> None:
    text = printed(run, "show", "semax", "-f", "markdown")
    dois = [bundled.references[key].doi for key in bundled.references_of("semax")]
    assert [doi for doi in dois if doi and f"doi:{doi}" not in text.replace("\\", "")] == []


@needs_pandoc
@documents
def test_pandoc_makes_word_of_it_and_reads_it_back(run: Run, arguments: tuple[str, ...], tmp_path: Path) -> None:
    text = printed(run, *arguments, "-f", "markdown")
    word = tmp_path / "answer.docx"
    pandoc("--from", "markdown", "--output", str(word), text=text)
    back = pandoc("--from", "docx", "--to", "gfm", "--wrap=none", str(word))
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    assert re.findall(r"^#+ (.*)$", back, re.MULTILINE) == headings
    assert back.count("\n[^") == len(re.findall(r"\[\^\w+\](?!:)", text))  # Word has a note of its own for each mark
    # Every table is one, with every row: a sign that is not escaped would break it.
    meant = len(re.findall(r"^\|(?! --)", text, re.MULTILINE))
    assert pandoc("--from", "docx", "--to", "html", str(word)).count("<tr") == meant > 1


@needs_pandoc
def test_sentences_come_through_pandoc_as_they_are_in_the_data(run: Run, bundled: Dataset) -> None:
    plain = " ".join(pandoc("--from", "markdown-smart", "--to", "plain", "--wrap=none", "--columns=100000",
                            text=printed(run, "show", "selank", "-f", "markdown")).split())  # fmt: skip
    for claim in bundled.compounds["selank"].claims:
        assert " ".join(claim.text.split()) in plain


# -- web pages -------------------------------------------------------------------------------------------------------


class Reader(HTMLParser):
    """Reads a page as a program does that believes nothing: what is open, what leads where, what is named."""

    VOID = ("meta", "br", "link", "img", "input", "hr")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.pictures: list[dict[str, str | None]] = []
        self.unscoped = 0
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in self.VOID:
            self.open.append(tag)
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given["href"] or ""] if tag == "a" else []
        self.loaded += [str(given[key]) for key in ("src", "data", "srcset") if key in given] + (
            [tag] if tag == "link" else []
        )
        self.unscoped += tag == "th" and "scope" not in given
        if tag == "svg" and given.get("aria-hidden") != "true":
            self.pictures.append(given)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@documents
def test_a_page_is_whole_in_itself_and_can_be_read_without_eyes(run: Run, arguments: tuple[str, ...]) -> None:
    text = printed(run, *arguments, "-f", "html")
    page = Reader(text)
    assert page.open == []
    assert page.loaded == []
    assert not re.search(r"@import|url\(", text)
    assert page.headings[0] == 1
    assert page.headings.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False))
    assert len(page.ids) == len(set(page.ids))
    inside = {link[1:] for link in page.links if link.startswith("#")}
    assert inside <= set(page.ids)
    assert all(link.startswith(("#", "https://")) for link in page.links)
    assert page.unscoped == 0
    assert all(picture["role"] == "img" and picture["aria-label"] for picture in page.pictures)
    assert '<html lang="en">' in text


def test_what_the_data_says_cannot_become_part_of_the_page(run: Run, tmp_path: Path) -> None:
    shutil.copytree(Path(__file__).parent / "data" / "mini" / "compounds", tmp_path / "compounds")
    for name in ("references", "sources", "statements", "vocabulary"):
        shutil.copy(Path(__file__).parent / "data" / "mini" / f"{name}.toml", tmp_path)
    file = tmp_path / "compounds" / "primax.toml"
    told = file.read_text(encoding="utf-8")
    file.write_text(
        re.sub(
            r'^summary = ".*"$', "summary = '<script>alert(1)</script> & \"so\"'", told, count=1, flags=re.MULTILINE
        ),
        encoding="utf-8",
    )
    text = printed(run, "--data", str(tmp_path), "show", "primax", "-f", "html")
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;so&quot;" in text


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_colour_of_letters_stands_out_by_day_and_night(run: Run) -> None:
    text = printed(run, "evidence", "-f", "html")
    schemes = [
        dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", part)) for part in re.findall(r":root \{([^}]*)\}", text)[:2]
    ]
    assert len(schemes) == 2
    for scheme in schemes:
        for ground in ("paper", "shade"):
            for letters in ("ink", "support", "accent", "bad"):
                light, dark = sorted((luminance(scheme[letters]), luminance(scheme[ground])), reverse=True)
                assert (light + 0.05) / (dark + 0.05) >= 4.5, (letters, ground)


Browse = Callable[..., str]


@pytest.fixture
def browse(tmp_path: Path) -> Browse:
    """Return a function that opens a page in Chromium, runs a script in it, and gives the page as it then is."""

    def opened(text: str, script: str = "", *options: str) -> str:
        file = tmp_path / "page.html"
        file.write_text(text.replace("</body>", f"<script>{script}</script></body>"), encoding="utf-8")
        assert CHROMIUM
        done = subprocess.run(
            [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync",
             f"--user-data-dir={tmp_path / 'profile'}", *(options or ("--dump-dom",)), file.as_uri()],
            capture_output=True, text=True, encoding="utf-8", timeout=90, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    return opened


def column(page: str, number: int) -> list[str]:
    """Return the words of one column of the last table of a page."""
    body = page.rpartition("<tbody>")[2].partition("</tbody>")[0]
    rows = re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL)
    return [re.sub(r"<[^>]*>", "", re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)[number]) for row in rows]


@needs_chromium
def test_a_click_on_a_head_sorts_the_table_in_a_browser(run: Run, browse: Browse) -> None:
    page = printed(run, "trials", "cerebrolysin", "-f", "html")
    numbers = column(page, 3)
    click = "document.querySelectorAll('table:last-of-type thead button')[3].click();"
    up, down = (column(browse(page, click * times), 3) for times in (1, 2))
    seen = [int(number.replace(",", "")) for number in numbers if number]
    assert [int(number.replace(",", "")) for number in up if number] == sorted(seen)
    assert [int(number.replace(",", "")) for number in down if number] == sorted(seen, reverse=True)
    assert up[len(seen) :] == down[len(seen) :] == [""] * (len(numbers) - len(seen))
    assert 'aria-sort="ascending"' in browse(page, click)


@needs_chromium
def test_a_page_is_light_by_day_and_dark_by_night(run: Run, browse: Browse) -> None:
    page = printed(run, "evidence", "semax", "-f", "html")
    script = "document.title = getComputedStyle(document.body).backgroundColor;"
    day = browse(page, script, "--blink-settings=preferredColorScheme=1", "--dump-dom")
    night = browse(page, script, "--blink-settings=preferredColorScheme=0", "--dump-dom")
    assert "<title>rgb(255, 255, 255)</title>" in day
    assert "<title>rgb(20, 23, 27)</title>" in night


@needs_chromium
def test_a_page_does_not_spill_over_a_telephone(run: Run, browse: Browse) -> None:
    for arguments in DOCUMENTS:
        script = "document.title = document.documentElement.scrollWidth - document.documentElement.clientWidth;"
        page = browse(printed(run, *arguments, "-f", "html"), script, "--window-size=500,900", "--dump-dom")
        assert "<title>0</title>" in page, arguments


@needs_chromium
def test_a_page_prints(run: Run, browse: Browse, tmp_path: Path) -> None:
    browse(printed(run, "show", "semax", "-f", "html"), "", f"--print-to-pdf={tmp_path / 'page.pdf'}")
    paper = (tmp_path / "page.pdf").read_bytes()
    assert paper.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) > 5
