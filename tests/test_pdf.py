"""Tests of the layout of a PDF: what its tables, columns, boxes, notes and paragraphs are, by where letters stand."""

from __future__ import annotations

import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from conftest import PROGRAM
from pdfs import drawn, on_page, pdf, pdf_of, stream_of
from peptidecli.audit import PROBLEMS, audit, parse
from peptidecli.audit.article import pdfpages
from peptidecli.audit.article.blocks import Block
from peptidecli.audit.article.pdffonts import width_of
from peptidecli.audit.article.pdflayout import lines_of
from peptidecli.audit.article.pdfpieces import Drawn, Piece, Rule
from peptidecli.dataset.dataset import Dataset
from peptidecli.errors import UsageError

_FORM = "BT /F1 {size} Tf 1 0 0 1 {{x}} {{y}} Tm ({{text}}) Tj ET"
_Pieces = list[tuple[str, float, float]]


def _blocks(*pieces: tuple[str, float, float], size: int = 10, also: str = "") -> list[Block]:
    shown = drawn(*pieces, form=_FORM.format(size=size))
    content = shown.split(b"stream\n", 1)[1].removesuffix(b"\nendstream")
    return parse("a.pdf", pdf_of(stream_of(content + also.encode()))).blocks


def _texts(*pieces: tuple[str, float, float], size: int = 10, also: str = "") -> list[str]:
    return [one.plain for one in _blocks(*pieces, size=size, also=also)]


def _rows(*rows: tuple[str, ...], columns: tuple[float, ...], high: float = 700, drop: float = 14) -> _Pieces:
    """Return the cells of rows, each at its column, row by row; an empty one is not drawn."""
    return [
        (text, left, high - drop * number)
        for number, cells in enumerate(rows)
        for text, left in zip(cells, columns, strict=True)
        if text
    ]


def _level(*feet: float, left: float = 70, right: float = 400) -> str:
    return "".join(f" {left} {foot} m {right} {foot} l S" for foot in feet)


_TABLE = (
    ("Peptide", "Molecular mass (g/mol)", "CAS"),
    ("Semax", "813.92", "80714-61-0"),
    ("Selank", "751.9", "129954-34-3"),
)
_ROWS = [" | ".join(row) for row in _TABLE]


def test_cells_that_stand_in_columns_are_rows_under_the_heads_of_their_table() -> None:
    head, *rows = _blocks(*_rows(*_TABLE, columns=(72, 150, 300)))
    assert [one.plain for one in (head, *rows)] == _ROWS
    assert {one.kind for one in (head, *rows)} == {"row"}
    assert head.header == ()
    assert {one.header for one in rows} == {_TABLE[0]}


def test_a_unit_in_the_head_of_a_column_and_peptides_across_the_head_are_held(bundled: Dataset) -> None:

    down = (_TABLE[0], ("Semax", "950", ""), ("Selank", "813.92", ""))
    across = (("", "Semax", "Selank"), ("Molecular mass", "950 g/mol", "751.9 g/mol"), ("Length", "7", "7"))
    for rows, wrong in ((down, 2), (across, 1)):
        article = parse("a.pdf", pdf_of(drawn(*_rows(*rows, columns=(72, 200, 330)), form=_FORM.format(size=10))))
        found = [one for one in audit(bundled, [article]).findings if one.verdict in PROBLEMS]
        assert len(found) == wrong


def test_a_cell_goes_on_in_the_lines_under_it_and_may_begin_over_those_beside_it() -> None:
    """So Word, LibreOffice and ReportLab draw cells that stand at the head, the middle or the foot of their row."""
    pieces = [("Peptide", 72, 686), ("Molecular mass", 150, 700), ("\\(g/mol\\)", 150, 686), ("CAS", 300, 686),
              ("Semax", 72, 668), ("813.92", 150, 668), ("80714-61-0", 300, 668),
              ("Selank", 72, 640), ("751.9, as it was told of in a", 150, 650), ("work of old", 150, 638),
              ("129954-34-3", 300, 640)]  # fmt: skip
    assert _texts(*pieces) == [
        "Peptide | Molecular mass (g/mol) | CAS", "Semax | 813.92 | 80714-61-0",
        "Selank | 751.9, as it was told of in a work of old | 129954-34-3",
    ]  # fmt: skip


def test_a_rule_ends_the_head_of_a_table_and_parts_rows_from_what_stands_over_them() -> None:
    """So LaTeX's booktabs sets them, with no more than a line between the caption and the head."""
    pieces = [("Table 1. What is known", 72, 700), *_rows(
        ("", "Mass", ""), ("Peptide", "found", "CAS"), *_TABLE[1:], columns=(72, 150, 300), high=686, drop=12
    )]  # fmt: skip
    assert _texts(*pieces, also=_level(696, 670, 640)) == [
        "Table 1. What is known",
        "Peptide | Mass found | CAS",
        *_ROWS[1:],
    ]


def test_an_empty_cell_stays_in_its_column_and_a_head_over_several_columns_stands_over_each() -> None:
    rows = (
        ("", "Mice that were given it", ""),
        ("Peptide", "Mean", "Deviation"),
        ("Semax", "", "1.25"),
        ("Selank", "4.5", ""),
    )
    assert _texts(*_rows(*rows, columns=(72, 150, 210))) == [
        "Peptide | Mice that were given it Mean | Mice that were given it Deviation",
        "Semax |  | 1.25", "Selank | 4.5 | ",
    ]  # fmt: skip


def test_the_widest_cell_of_a_column_may_nearly_touch_the_next_one() -> None:
    """So browsers set tables without borders."""
    rows = (
        ("Peptide", "Semax", "Selank"),
        ("Molecular mass", "813.92 g/mol", "751.9 g/mol"),
        ("CAS", "80714-61-0", "x"),
    )
    assert _texts(*_rows(*rows, columns=(72, 146, 212)))[1] == "Molecular mass | 813.92 g/mol | 751.9 g/mol"


def test_a_table_goes_on_over_the_border_of_a_page_under_its_head() -> None:
    rows = _rows(*_TABLE, columns=(72, 150, 300))
    more = _rows(("Dihexa", "504.7", "1401708-83-5"), ("Epitalon", "390.35", "307297-39-8"), columns=(72, 150, 300))
    form = _FORM.format(size=10)
    told = parse("a.pdf", pdf_of(drawn(*rows, form=form), drawn(*more, form=form))).blocks
    assert [one.header for one in told][1:] == [_TABLE[0]] * 4


_LEFT = (
    "Semax is a peptide that was made in",
    "Moscow. It has been given to rats, and to",
    "people who had had a stroke, in works",
)
_RIGHT = (
    "of the last thirty years. Selank is one",
    "more of them, which has been given to",
    "people with an anxiety disorder.",
)


def _column(lines: tuple[str, ...], left: float, high: float = 700) -> _Pieces:
    return [(line, left, high - 12 * place) for place, line in enumerate(lines)]


def test_a_sentence_goes_on_from_one_column_to_the_next_and_heads_on_one_line_are_each_their_own() -> None:
    pieces = [
        *_column(("Introduction",), 72, 720),
        *_column(_LEFT, 72),
        *_column(_RIGHT, 320),
        *_column(("Methods",), 320, 640),
    ]
    assert _texts(*pieces, ("All was done as it has been told.", 320, 628)) == [
        "Introduction", " ".join((*_LEFT, *_RIGHT)), "Methods", "All was done as it has been told.",
    ]  # fmt: skip


def test_boxes_beside_each_other_are_read_one_after_the_other_line_by_line_as_they_are_drawn_or_not() -> None:
    left = ("Semax has been given to rats, and it", "has a molecular mass of 813.92 g/mol,", "as was told of it.")
    right = ("Selank has been given to mice. It has", "a molecular mass of 751.9 g/mol, as", "was told of it.")
    boxes = [*_column(left, 72), *_column(right, 320)]
    across = [one for pair in zip(_column(left, 72), _column(right, 320), strict=True) for one in pair]
    assert _texts(*boxes) == _texts(*across) == [" ".join(left), " ".join(right)]


def test_a_note_at_the_margin_stands_in_no_sentence_beside_it() -> None:
    first, *rest = _column(_LEFT, 72)
    note = [("Selank is not", 300, 700), ("spoken of.", 300, 688)]
    assert sorted(_texts(first, *note, *rest)) == ["Selank is not spoken of.", " ".join(_LEFT)]


def test_lines_with_wide_blanks_are_no_table() -> None:
    """So justified lines of few words are set in a narrow column."""
    lines = [("Neurological", 72, 700), ("Sciences,", 152, 700), ("in", 214, 700), ("2020", 242, 700),
             ("cardiolipin", 72, 688), ("metabolism", 210, 688), ("in", 72, 676), ("Barth", 122, 676),
             ("syndrome", 190, 676), ("was", 244.5, 676),
             ("held to be one that is of use to all", 72, 664)]  # fmt: skip
    told = " ".join(text for text, _, _ in lines)
    assert _texts(*lines) == [told]


def test_items_without_marks_that_are_set_in_from_their_second_line_on_are_one_block_each() -> None:
    items = [("Abel A, Bebel B, and Cebel C \\(2001\\) A first", "title of a work that is long. Journal of Old",
              "Works 12: 1-9."),
             ("Debel D \\(2002\\) Another of them. Journal of", "Works 13: 10-12."),
             ("Ebel E, Febel F \\(2003\\) A third one that is as", "long as the first. Journal 1: 1.")]  # fmt: skip
    places = [(line, 72.0 if place == 0 else 84.0) for item in items for place, line in enumerate(item)]
    told = _texts(*((line, left, 700.0 - 12 * number) for number, (line, left) in enumerate(places)))
    assert told == [" ".join(item).replace("\\", "") for item in items]


def test_a_line_that_is_set_in_begins_a_paragraph_and_goes_on_the_line_over_it_where_it_is_not() -> None:
    lines = ("The first paragraph of a text has a", "line that is full and one that ends.",
             "Another one begins with a line that", "is set in, and it goes on for one, or",
             "Semax would be alone here, and two", "more of them.")  # fmt: skip
    lefts = (72, 72, 84, 72, 72, 72)
    told = _texts(
        *((line, left, 700 - 12 * place) for place, (line, left) in enumerate(zip(lines, lefts, strict=True)))
    )
    assert told == [" ".join(lines[:2]), " ".join(lines[2:])]


def test_numbers_of_lines_are_no_part_of_them() -> None:
    """So journals have manuscripts sent to them."""
    lines = ("Semax is a peptide that was made in", "a place of which much has been told,",
             "and it was given to rats that had", "been given nothing before, of which",
             "there were ten in each of the groups.")  # fmt: skip
    pieces = [
        one
        for place, line in enumerate(lines)
        for one in ((str(place + 7), 50, 700 - 20 * place), (line, 72, 700 - 20 * place))
    ]
    assert _texts(*pieces) == [" ".join(lines)]


def test_a_mark_that_is_set_high_is_no_part_of_the_word_before_it() -> None:
    marked = b"(Selank) Tj /F1 6 Tf 4 Ts (1) Tj 0 Ts /F1 10 Tf ( has a molecular mass of 751.9 g/mol.) Tj"
    content = b"BT /F1 10 Tf 72 700 Td %s ET" % marked
    (told,) = parse("a.pdf", pdf_of(stream_of(content))).blocks
    assert told.plain == "Selank 1 has a molecular mass of 751.9 g/mol."


def test_what_is_drawn_twice_at_one_place_is_read_once() -> None:
    """So some programs make bold letters, and shadows."""
    line = "Semax was approved in 2011."
    assert _texts((line, 72, 700), (line, 72.3, 700)) == [line]


def test_a_large_first_letter_begins_the_word_behind_it() -> None:
    content = b"BT /F1 30 Tf 1 0 0 1 72 680 Tm (S) Tj /F1 10 Tf 1 0 0 1 93 696 Tm (emax is a peptide.) Tj ET"
    (told,) = parse("a.pdf", pdf_of(stream_of(content))).blocks
    assert told.plain == "Semax is a peptide."


def test_what_stands_at_another_angle_is_read_by_itself() -> None:
    first, second, third = _column(_LEFT, 72)
    shown = drawn(first, form=_FORM.format(size=10)).split(b"stream\n", 1)[1].removesuffix(b"\nendstream")
    rest = drawn(second, third, form=_FORM.format(size=10)).split(b"stream\n", 1)[1].removesuffix(b"\nendstream")
    stamp = b" BT /F1 10 Tf 0 1 -1 0 40 300 Tm (Selank is stamped on the margin.) Tj ET "
    told = parse("a.pdf", pdf_of(stream_of(shown + stamp + rest))).blocks
    assert [one.plain for one in told] == [" ".join(_LEFT), "Selank is stamped on the margin."]


@pytest.mark.parametrize("said", [b"(Semax)", b"<FEFF00530065006D00610078>", b"<EFBBBF53656D6178>"])
def test_letters_that_say_what_they_stand_for_are_read_as_that(said: bytes) -> None:
    content = b"BT /F1 10 Tf 72 700 Td /Span <</ActualText %s>> BDC (Se) Tj (mx) Tj EMC ( is a peptide.) Tj ET" % said
    (told,) = parse("a.pdf", pdf_of(stream_of(content))).blocks
    assert told.plain == "Semax is a peptide."


def test_words_are_as_far_from_each_other_as_their_font_says() -> None:
    told = parse("a.pdf", pdf_of(stream_of(b"BT /F1 10 Tf 72 700 Td (Sem) Tj 30 0 Td (ax is) Tj ET")))
    wide = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 32/LastChar 126/Widths[%s]>>" % b" ".join(
        [b"1000"] * 95
    )
    common = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    content = pdf_of(stream_of(b"BT /F1 10 Tf 72 700 Td (Sem) Tj 30 0 Td (ax is) Tj ET"))
    assert [one.plain for one in told.blocks] == ["Sem ax is"]
    assert [one.plain for one in parse("a.pdf", content.replace(common, wide)).blocks] == ["Semax is"]


def test_a_page_that_shows_more_letters_than_any_page_has_is_cut_and_told() -> None:
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F1 3 0 R>>>>"
    content = b"BT /F1 1 Tf 1 0 0 1 72 700 Tm (%s) Tj ET" % (b"Semax " * 10_000)
    made = pdf_of(stream_of(b"/X Do " * 40), notes=(stream_of(content, form),))
    told = parse("a.pdf", made.replace(b"<</F1 3 0 R>>>>", b"<</F1 3 0 R>>/XObject<</X 6 0 R>>>>", 1))
    assert told.absent == ("page 1: drawn in more pieces than are read",)


def _work(pieces: list[Piece], rules: list[Rule]) -> int:
    """Return how many calls it takes to lay out a page."""
    made = 0

    def hear(*_: object) -> None:
        nonlocal made
        made += 1

    sys.setprofile(hear)
    try:
        lines_of(Drawn(pieces, rules, 0, 0, cut=False))
    finally:
        sys.setprofile(None)
    return made


@pytest.mark.parametrize(
    "places",
    [
        lambda n: (72 + 3 * n, 700), lambda n: (72 + 60 * n, 700), lambda n: (72, 9e5 - 12 * n),
        lambda n: (72 + 200 * (n % 2), 9e5 - 12 * (n // 2)), lambda n: (72 + 90 * (n % 3), 9e5 - 12 * (n // 3)),
        lambda n: (72 + n, 700 + n), lambda _: (72, 700), lambda n: (72 + n % 7, 700 + 12 * n),
    ],
)  # fmt: skip
def test_the_work_of_a_layout_grows_with_its_pieces_and_not_with_their_square(places: object) -> None:
    def calls(count: int) -> int:
        put = [places(number) for number in range(count)]  # type: ignore[operator]
        return _work([Piece(f"w{number}", x, x + 12, y, 10.0) for number, (x, y) in enumerate(put)], [])

    assert calls(2000) < 6 * calls(500)


def test_a_head_that_stands_on_every_page_and_rows_that_recur_at_its_ends_are_parts_of_their_table() -> None:
    first = _rows(_TABLE[0], *_TABLE[1:], columns=(72, 150, 300), high=740)
    more = _rows(_TABLE[0], ("Dihexa", "504.7", "x"), _TABLE[2], columns=(72, 150, 300), high=740)
    form = _FORM.format(size=10)
    told = parse("a.pdf", pdf_of(drawn(*first, form=form), drawn(*more, form=form))).blocks
    assert [one.plain for one in told] == [*_ROWS, "Dihexa | 504.7 | x", _ROWS[2]]
    assert {one.header for one in told[1:]} == {_TABLE[0]}


def test_two_rows_whose_cells_begin_at_one_place_are_a_table_with_nothing_over_the_names_of_what_is_told() -> None:
    rows = (("", "Semax", "Selank", "DSIP"), ("Molecular mass", "813.92", "751.9", "848.82"))
    row = _blocks(*_rows(*rows, columns=(72, 150, 196, 244)))[1]
    assert (row.plain, row.header) == ("Molecular mass | 813.92 | 751.9 | 848.82", rows[0])


@pytest.mark.parametrize(
    ("parts", "whole"),
    [(("C35H48N1", "0O15"), "C35H48N10O15"), (("175175-", "23-2"), "175175-23-2"),
     (("heal-", "ing in rats"), "healing in rats"),
     (("C37H51N9O10S", "of DSIP"), "C37H51N9O10S of DSIP"),
     (("10.1007/s10517-", "017-3817-8"), "10.1007/s10517-017-3817-8"),
     (("307297-3", "9-8"), "307297-39-8"), (("62568-57", "-4"), "62568-57-4"), (("307297-3", "9-9"), "307297-3 9-9"),
     (("Ala-Glu-A", "sp-Gly"), "Ala-Glu-Asp-Gly"), (("Gly-Lys", "-Pro-Ala"), "Gly-Lys-Pro-Ala"),
     (("Antoniuk-", "Shcheglova 2013"), "Antoniuk-Shcheglova 2013"), (("CO-", "NH2"), "CO-NH2"),
     (("pre-", "and postnatal"), "pre- and postnatal")],
)  # fmt: skip
def test_what_is_broken_within_a_narrow_cell_is_whole(parts: tuple[str, str], whole: str) -> None:
    pieces = [*_rows(("Peptide", "Told", "Of"), columns=(72, 150, 300)), ("Semax", 72, 686), (parts[0], 150, 686),
              (parts[1], 150, 674), ("x", 300, 686), ("Selank", 72, 660), ("y", 150, 660), ("z", 300, 660)]  # fmt: skip
    assert _texts(*pieces)[1] == f"Semax | {whole} | x"


def test_words_that_fill_a_narrow_cell_at_one_distance_are_one_cell() -> None:
    """So LaTeX sets paragraphs in a column of a table."""
    cells = [("Semax", 72, 686), ("gut", 150, 686), ("healing", 176, 686), ("in", 220.4, 686), ("rats", 150, 674),
             ("80714-61-0", 300, 686)]  # fmt: skip
    wide = [(text, left, y) for text, left, y in cells]
    told = _texts(*_rows(_TABLE[0], columns=(72, 150, 300)), *wide, *_rows(_TABLE[2], columns=(72, 150, 300), high=660))
    assert told[1].startswith("Semax | gut healing in rats | ") or told[1].startswith("Semax | gut healing")


def test_items_whose_numbers_count_have_all_lines_up_to_the_next_one() -> None:
    """So browsers set lists without an indent, in columns where a line ends with a full stop by chance."""
    lines = ("1. Abel A, Bebel B. A title that is", "rather long. Journal of Old Works.",
             "2019;10(12):3221. doi:10.1000/a.1",
             "2. Cebel C. Another title of a work.", "Journal. 2020;1:1.", "doi:10.1000/b.2")  # fmt: skip
    assert _texts(*_column(lines, 72)) == [" ".join(lines[:3]), " ".join(lines[3:])]


def test_entries_without_marks_that_stand_apart_are_each_their_own_though_a_line_sticks_out() -> None:
    lines = ("Abel A, Bebel B. A title that is long",
             "enough for two lines. Journal 1: 2.",
             "Cebel C. Another title of some work of", "which a DOI has no place. Journal 2020.",
             "doi:10.1000/b.2222222222222222222222222222",
             "Debel D. A third title of a work that", "is the last one. Journal 3: 4.")  # fmt: skip
    drops = (0, 12, 30, 42, 54, 72, 84)
    told = _texts(*((line, 72, 700 - drop) for line, drop in zip(lines, drops, strict=True)))
    assert told == [" ".join(lines[:2]), " ".join(lines[2:5]), " ".join(lines[5:])]


def test_an_item_goes_on_over_the_border_of_a_page_past_its_number() -> None:
    items = [
        ("[1] Abel A, Bebel B. A title of a work that is as", 72.0),
        ("long as two lines are. Journal of Works. 2001;1:1.", 90.0),
    ]
    more = [
        ("doi:10.1000/a.1", 90.0),
        ("[2] Cebel C. Another title of a work that is as long", 72.0),
        ("as the first. Journal. 2002;2:2.", 90.0),
    ]
    form = _FORM.format(size=10)
    pages = [
        drawn(
            *((text, left, 700 - 12 * place) for place, (text, left) in enumerate(lines)), (number, 300, 60), form=form
        )
        for number, lines in (("1", items), ("2", more))
    ]
    told = [one.plain for one in parse("a.pdf", pdf_of(*pages)).blocks]
    assert told[:2] == [
        f"{items[0][0]} {items[1][0]} {more[0][0]}", f"{more[1][0]} {more[2][0]}",
    ]  # fmt: skip


def test_a_box_that_is_narrower_than_the_text_over_it_is_read_by_its_own_width() -> None:
    over = (
        "Several groups looked at the stability of short peptides in plasma and in tissue, and",
        "all samples were kept cold.",
    )
    left, right = (
        ("Epitalon is a peptide whose CID is", "219043. Semax has the formula of", "C37H51N9O10S."),
        ("Dihexa is another.", "It was made later."),
    )
    told = _texts(*_column(over, 72, 740), *_column(left, 72, 716), *_column(right, 320, 716))
    assert told[:2] == [" ".join(over), " ".join(left)]


def test_lines_and_words_stand_where_they_are_seen_in_whatever_order_they_are_drawn() -> None:
    upward = _column(_LEFT, 72)[::-1]
    assert _texts(*upward) == [" ".join(_LEFT)]
    found = _texts(
        ("950 g/mol.", 220, 700), ("Selank is another.", 72, 660), ("Semax has a molecular mass of", 72, 700)
    )
    assert found == ["Semax has a molecular mass of 950 g/mol.", "Selank is another."]


@pytest.mark.parametrize(
    "shown",
    [b"/F1 -10 Tf -1 0 0 -1 72 700 Tm (Semax is a peptide.) Tj",
     b"/F1 -10 Tf 1 0 0 1 72 700 Tm (Semax is a peptide.) Tj",
     b"/F1 10 Tf -100 Tz -1 0 0 1 72 700 Tm (Semax is a peptide.) Tj"],
)  # fmt: skip
def test_letters_of_a_size_below_nought_are_read_the_way_they_go(shown: bytes) -> None:
    (told,) = parse("a.pdf", pdf_of(stream_of(b"BT %s ET" % shown))).blocks
    assert told.plain == "Semax is a peptide."


@pytest.mark.parametrize("said", [b"null", b"5", b"/Foo", b"[(x)]", b"<FEFF001B0065006E001B00530065006D00610078>"])
def test_what_is_no_text_stands_for_nothing(said: bytes) -> None:
    content = b"BT /F1 10 Tf 72 700 Td /Span <</ActualText %s>> BDC (Semax) Tj EMC ( is a peptide.) Tj ET" % said
    article = parse("a.pdf", pdf_of(stream_of(content)))
    assert ([one.plain for one in article.blocks], article.absent) == (["Semax is a peptide."], ())


def test_what_never_ends_stands_for_nothing_behind_it() -> None:
    content = b"BT /F1 10 Tf 72 700 Td /Span <</ActualText (Hello)>> BDC (Semax) Tj ( is a peptide.) Tj ET"
    (told,) = parse("a.pdf", pdf_of(stream_of(content))).blocks
    assert told.plain == "Semax is a peptide."


def _set(text: str, right: float, y: float) -> tuple[str, float, float]:
    """Return a piece that ends at a place."""
    return text, right - 10 * sum(map(width_of, text)), y


def test_heads_that_are_set_at_one_distance_are_cells_where_what_stands_under_them_ends_where_they_do() -> None:
    """So LaTeX sets columns that are as wide as their heads, with numbers at their right."""
    rows = (("Residues", "Molar mass"), ("7", "813.92"), ("4", "751.9"))
    rights = (160, 160 + 12 + 10 * sum(map(width_of, "Molar mass")))
    first = 160 - 10 * sum(map(width_of, "Residues")) - 12
    pieces = [
        piece
        for number, (name, cells) in enumerate(zip(("Peptide", "Semax", "Selank"), rows, strict=True))
        for piece in (
            _set(name, first, 700) if number == 0 else (name, _set("Peptide", first, 0)[1], 700 - 12 * number),
            *(_set(text, right, 700 - 12 * number) for text, right in zip(cells, rights, strict=True)),
        )
    ]
    assert _texts(*pieces) == ["Peptide | Residues | Molar mass", "Semax | 7 | 813.92", "Selank | 4 | 751.9"]


def test_an_entry_goes_on_in_the_next_column_past_a_picture_where_the_next_one_has_the_next_number() -> None:
    left = ("[1] Abel A, Bebel B. A title of a work that", "is as long as two lines are and more. Some")
    figure = ("Figure 1. Weight over time.",)
    right = (
        "Journal. 2001;1:1. doi:10.1000/a.1",
        "[2] Cebel C. Another title of a work that is",
        "as long as the first. Journal. 2002;2:2.",
    )
    told = _texts(*_column(left, 72), *_column(figure, 72, 600), *_column(right, 320))
    assert told == [" ".join(figure), " ".join((*left, right[0])), " ".join(right[1:])]


def test_numbers_of_lines_that_are_drawn_behind_them_are_no_part_of_them() -> None:
    """So LaTeX's lineno draws them."""
    lines = (
        "[1] Abel A, Bebel B. A title of a work that",
        "is as long as two lines are. A Journal, and",
        "then more of it, and",
        "then no more.",
    )
    pieces = [
        one
        for place, line in enumerate(lines)
        for one in ((line, 72, 700 - 12 * place), (str(place + 1), 50, 700 - 12 * place))
    ]
    assert _texts(*pieces) == [" ".join(lines)]


def test_heads_that_nearly_touch_are_parted_where_their_widest_gaps_are() -> None:
    """So browsers set tables without borders, with numbers in the middle of their columns."""
    left = 150 + 10 * sum(map(width_of, "Residues")) + 4.5
    rows = (("Semax", "7", "813.92"), ("Selank", "7", "751.9"))
    cells = [
        (text, x, 686 - 14 * place)
        for place, row in enumerate(rows)
        for text, x in zip(row, (72, 168, 230), strict=True)
    ]
    told = _blocks(("Peptide", 72, 700), ("Residues", 150, 700), ("Molar mass \\(g/mol\\)", left, 700), *cells)
    assert [one.plain for one in told] == [
        "Peptide | Residues | Molar mass (g/mol)",
        "Semax | 7 | 813.92",
        "Selank | 7 | 751.9",
    ]


def test_a_letter_that_stands_twice_in_a_word_is_read_twice() -> None:
    place, pieces = 72.0, []
    for letter in "still":
        pieces.append((letter, place, 700.0))
        place += 10 * width_of(letter)
    assert _texts(*pieces) == ["still"]


def test_lines_of_a_text_that_begin_two_pages_are_no_running_head() -> None:
    lines = ("Abel A, Bebel B, Cebel C, Debel D, and Ebel E with",
             "many more of them. A title of a work of the {}.",
             "Journal of Works, in which it stands. 2001;1:1. And so",
             "it goes on for one more line of them, all the same.")  # fmt: skip
    form = _FORM.format(size=10)
    pages = [drawn(*_column(tuple(line.format(name) for line in lines), 72), form=form) for name in ("first", "second")]
    told = " ".join(one.plain for one in parse("a.pdf", pdf_of(*pages)).blocks)
    assert told.count("Abel A, Bebel B") == 2


def test_a_sentence_goes_on_past_a_table_and_what_is_told_of_it_at_the_head_of_the_next_page() -> None:
    over = ("Semax is a peptide that was made in Moscow, and it has been given to rats and to people who",
            "had had a stroke, in works of old and of new. Selank, which is another, has a molar mass")  # fmt: skip
    first = [*_column(over, 72, 140), ("1", 300.0, 60.0)]
    table = [("Table 1. What is known of them.", 72.0, 740.0), *_rows(*_TABLE, columns=(72, 150, 300), high=716)]
    rest = [
        *_column(("of 851.88 g/mol, as it was told in", "works of old, and that is all."), 72, 640),
        ("2", 300.0, 60.0),
    ]
    form = _FORM.format(size=10)
    told = parse("a.pdf", pdf_of(drawn(*first, form=form), drawn(*table, *rest, form=form))).blocks
    assert "Selank, which is another, has a molar mass of 851.88 g/mol, as it was told" in told[0].plain
    assert [one.plain for one in told[1:5]] == ["Table 1. What is known of them.", *_ROWS]


def _upright(*lefts: float, low: float, high: float) -> str:
    return "".join(f" {left} {low} m {left} {high} l S" for left in lefts)


def test_between_rules_a_cell_is_what_stands_in_its_field_in_whatever_order_it_is_drawn() -> None:
    """Drawn column by column, with a long cell, and two that stand in the middle of their row."""
    pieces = [("Peptide", 74, 690), ("Semax", 74, 662), ("Selank", 74, 635),
              ("Mass \\(g/mol\\)", 152, 690), ("813.92 as it is told in", 152, 668), ("a work of old", 152, 656),
              ("751.9", 152, 635), ("CAS", 302, 690), ("80714-61-0", 302, 662), ("129954-34-3", 302, 635)]  # fmt: skip
    grid = _level(704, 682, 650, 628) + _upright(70, 148, 298, 400, low=628, high=704)
    assert _texts(*pieces, also=grid) == [
        "Peptide | Mass (g/mol) | CAS", "Semax | 813.92 as it is told in a work of old | 80714-61-0",
        "Selank | 751.9 | 129954-34-3",
    ]  # fmt: skip


def test_a_field_of_a_head_over_several_columns_stands_over_each_and_one_over_several_rows_in_each() -> None:
    pieces = [("Peptide", 74, 680), ("Given to mice", 152, 690), ("Mean", 152, 668), ("Deviation", 250, 668),
              ("Semax", 74, 635), ("4.5", 152, 646), ("1.25", 250, 646), ("5.0", 152, 624),
              ("2.5", 250, 624)]  # fmt: skip
    grid = _level(704, 660, 616) + _level(682, 638, left=148) + _upright(70, 148, 400, low=616, high=704)
    assert _texts(*pieces, also=grid + _upright(246, low=616, high=682)) == [
        "Peptide | Given to mice Mean | Given to mice Deviation", "Semax | 4.5 | 1.25", "Semax | 5.0 | 2.5",
    ]  # fmt: skip


_SEMAX = "Semax/raised the/protein in the/basal/forebrain/of rats/and did/so after/three/hours".split("/")


def test_level_rules_part_rows_whose_cells_stand_in_their_middle() -> None:
    """So fpdf2 draws a table: no rule over the head, and none under the last row."""
    pieces = [("Study", 72, 700), ("In whom", 200, 700), ("What was found", 300, 700),
              ("Dolotov 2006", 72, 632), ("rats", 200, 632),
              *((word, 300, 686 - 12 * place) for place, word in enumerate(_SEMAX)),
              ("Kozlovskii 2003", 72, 530), ("rats with", 200, 536), ("a lesion", 200, 524),
              ("Selank lessened", 300, 542), ("what the lesion", 300, 530), ("had done", 300, 518)]  # fmt: skip
    assert _texts(*pieces, also=_level(694, 554)) == [
        "Study | In whom | What was found", f"Dolotov 2006 | rats | {' '.join(_SEMAX)}",
        "Kozlovskii 2003 | rats with a lesion | Selank lessened what the lesion had done",
    ]  # fmt: skip


def test_rows_that_stand_between_two_rules_are_no_cells_and_a_frame_is_no_table() -> None:
    """So LaTeX sets a table with a rule under its head and none between its rows."""
    grid = _level(712, 696, 666) + _upright(70, 146, 296, 400, low=666, high=712)
    assert _texts(*_rows(*_TABLE, columns=(72, 150, 300)), also=grid) == _ROWS
    frame = _level(712, 690, 640) + _upright(60, 66, 400, low=640, high=712)
    told = _texts(("A note on Semax", 72, 700), ("It is a peptide of seven residues", 72, 676), also=frame)
    assert told == ["A note on Semax", "It is a peptide of seven residues"]


_ENTRIES = (
    (
        "Dolotov, O. V., Karpenko, E. A., &",
        "Inozemtseva, L. S. (2006). Semax and",
        "the protein. Brain Research, 1117.",
    ),
    ("Kozlovskii, I. I. (2003). Selank and", "learning of rats. Zhurnal Vysshei.", "Nervnoi Deiatelnosti, 52."),
)


def test_paragraphs_that_are_all_as_far_from_each_other_are_told_by_that_and_full_lines_go_on() -> None:
    """Each line is full, though sentences end at their ends; the gap is a quarter more than from line to line."""
    lines = [
        (line, 72.0, 700 - 60 * entry - 15 * place)
        for entry, lines in enumerate((*_ENTRIES, *_ENTRIES))
        for place, line in enumerate(lines)
    ]
    apart = [(text, x, y + 11 * (place // 3)) for place, (text, x, y) in enumerate(lines)]
    assert _texts(*apart, size=11) == [" ".join(entry) for entry in (*_ENTRIES, *_ENTRIES)]


def test_the_first_lines_of_an_entry_at_the_foot_of_a_column_go_on_in_the_next() -> None:
    """Two of them would not tell by themselves that they are full; the column tells it."""
    first = [(line, 72, 300 - 13 * place) for place, line in enumerate(_ENTRIES[0])]
    lines = (
        "Kozlovskii, I. I. (2003). Selank and",
        "the Learning of Rats after Serotonin",
        "Lesions of the Brain. Brain, 52.",
    )
    begun = [(line, 72, 230 - 13 * place) for place, line in enumerate(lines[:2])]
    assert _texts(*first, *begun, (lines[2], 330, 700)) == [" ".join(_ENTRIES[0]), " ".join(lines)]


def _cut(address: str, rest: str) -> list[str]:
    lines = ("Dolotov, O. V., Karpenko, E. A., and others. Semax", "and the protein that is told of. Brain Research.")
    return _texts((lines[0], 72, 700), (lines[1], 72, 687), (address, 72, 674), (rest, 72, 661))


@pytest.mark.parametrize(
    ("address", "rest", "whole"),
    [
        ("https://doi.org/10.1134/S0012496613060161123456", "7 PMID: 24385169", "S00124966130601611234567 PMID"),
        ("https://doi.org/10.1177/174749302513754394123456", "789", "174749302513754394123456789"),
        ("Brain Research, 1117. https://doi.org/10.5812/ijp.", "80991", "10.5812/ijp.80991"),
        ("Brain Research and others, 1117. https://doi.org/10.", "17116/jnevro2018", "10.17116/jnevro2018"),
    ],
)
def test_an_address_that_has_no_place_on_its_line_and_breaks_anywhere_is_whole(
    address: str, rest: str, whole: str
) -> None:
    assert whole in " ".join(_cut(address, rest))


def test_what_stands_under_an_address_and_is_none_of_it_is_not_joined_with_it() -> None:
    assert "24385169" in " ".join(_cut("https://doi.org/10.1134/S0012496613060161123456", "24385169")).split()
    assert "2006" in " ".join(_cut("https://doi.org/10.1134/S0012496613060161123456", "2006 Dolotov")).split()
    assert "10.1134/S001" in " ".join(_cut("https://doi.org/10.1134/S001", "7 PMID: 24385169")).split()[-4]


def test_blanks_that_are_set_as_the_space_behind_single_letters_are_blanks() -> None:
    """So Ghostscript writes what groff has set."""
    wide = [sum(10 * width_of(letter) for letter in text) for text in ("Dolotov", ",O")]
    content = "BT /F1 10 Tf 72 700 Td (Dolotov) Tj 3.5 Tc {} 0 Td (,O) Tj 0 Tc {} 0 Td (. V.) Tj ET"
    shown = content.format(wide[0], wide[1] + 3.5).encode()
    (told,) = parse("a.pdf", pdf_of(stream_of(shown))).blocks
    assert told.plain == "Dolotov, O. V."


def test_the_last_line_of_an_entry_at_the_foot_of_a_page_is_none_of_its_notes() -> None:
    form = _FORM.format(size=10)
    first = [("Mottolese, N., and Ciani, E. (2024). A mimetic of the factor", 72, 200),
             ("in a model of the disease. Journal of Neurodevelopmental", 72, 187), ("Disorders, 16(1), 65.", 72, 174),
             ("Sosne, G. (2015). Thymosin improves the signs of dry eye, in", 72, 161),
             ("a trial of the second phase. Cornea and Disease and Disorders,", 72, 148),
             ("16(1), 65.", 72, 135)]  # fmt: skip
    second = [("Uribe, P. M. (2015). Hepatocyte growth factor in fish. Frontiers, 9.", 72, 700)]
    told = parse("a.pdf", pdf_of(drawn(*first, form=form), drawn(*second, form=form))).blocks
    assert told[1].plain.endswith("Disorders, 16(1), 65.")


def test_a_sequence_of_which_a_line_is_one_word_keeps_all_its_hyphens() -> None:
    told = _texts(("Of P21 the sequence is Ac-Asp-", 72, 700), ("Gly-Gly-Leu-NH-adamantanediyl-CO-", 72, 687),
                  ("NH2, as its makers have told it here.", 72, 674))  # fmt: skip
    assert "Ac-Asp-Gly-Gly-Leu-NH-adamantanediyl-CO-NH2," in told[0].split()


def test_a_row_that_goes_on_over_the_border_of_a_page_is_one() -> None:
    head, columns = ("Study", "In whom", "What was found"), (72, 180, 300)
    first = _rows(head, ("Dolotov 2006", "rats", "raised"), ("Eremin et al.,", "Sprague-Dawley", "Semax given 20"),
                  columns=columns)  # fmt: skip
    more = _rows(head, ("2004", "rats", "min before raised it"), ("Kozlovskii 2003", "mice", "Lessened it"),
                 columns=columns)  # fmt: skip
    form = _FORM.format(size=10)
    told = parse("a.pdf", pdf_of(drawn(*first, form=form), drawn(*more, form=form))).blocks
    assert [one.plain for one in told[2:]] == [
        "Eremin et al., 2004 | Sprague-Dawley rats | Semax given 20 min before raised it",
        "Kozlovskii 2003 | mice | Lessened it",
    ]


def test_a_caption_as_wide_as_its_table_does_not_make_it_a_paragraph() -> None:
    rows = _rows(*_TABLE, columns=(72, 150, 300))
    assert _texts(("Table 1. Peptides and what is known of them, as it is told there", 72, 720), *rows)[1:] == _ROWS


def test_two_words_that_fill_a_justified_line_are_one_line() -> None:
    lines = [(line, 72, 600 - 13 * place) for place, line in enumerate(_ENTRIES[0])]
    right = 72 + sum(width_of(letter) * 10 for letter in _ENTRIES[0][1])
    pmid = right - sum(width_of(letter) * 10 for letter in "PMID:")
    told = _texts(("10.1038/s41398-024", 72, 700), ("PMID:", round(pmid), 700), ("39358355", 72, 687), *lines)
    assert told[0] == "10.1038/s41398-024 PMID: 39358355"


def test_a_head_as_wide_as_the_columns_of_its_page_is_none_of_their_text() -> None:
    form = _FORM.format(size=10)

    def page(number: int) -> bytes:
        lines = [(line, 72, 700 - 13 * place) for place, line in enumerate((*_LEFT, *_LEFT))]
        right = round(72 + sum(width_of(letter) * 10 for letter in max(_LEFT, key=len)) - 6)
        return drawn(("ON PEPTIDES", 72, 760), (str(number), right, 760), *lines, form=form)

    told = [one.plain for one in parse("a.pdf", pdf_of(page(3), page(4), page(5))).blocks]
    assert not any("PEPTIDES" in one and "Semax" in one for one in told)


@pytest.mark.parametrize("level", [True, False])
def test_the_work_of_a_grid_grows_with_its_rules_and_not_with_their_square(level: bool) -> None:
    def calls(count: int) -> int:
        pieces = [Piece(f"w{number}", 72 + 40 * (number % 9), 90 + 40 * (number % 9), 9e5 - 12 * (number // 9), 10.0)
                  for number in range(count)]  # fmt: skip
        rules = [Rule(70, 9e5 - 6 - 12 * number, 430 + number, 9e5 - 6 - 12 * number) for number in range(count // 9)]
        if not level:
            rules += [Rule(70 + number, 9e5 - 12 * count, 70 + number, 9e5) for number in range(count // 9)]
        return _work(pieces, rules)

    assert calls(4000) < 6 * calls(1000)


def test_a_hyphen_that_is_set_within_a_doi_where_a_line_ends_is_none_of_it() -> None:
    lines = (
        "Ivashko-Pachima Y. Interaction with tau. PLoS ONE. 2019. doi:10.1371/journ\u2010",
        "al.pone.0213666. A work.",
    )
    (told,) = parse("a.txt", "\n".join(lines).encode()).blocks
    assert "doi:10.1371/journal.pone.0213666." in told.plain.split()


@pytest.mark.parametrize("packed", [b"GARBAGEGARBAGE", bytes([0, 1, 2, 3])])
def test_a_page_whose_content_is_packed_by_nothing_known_is_told(packed: bytes) -> None:
    line = drawn(("Semax is a peptide.", 72, 700), form=_FORM.format(size=10))
    told = parse("a.pdf", pdf_of(line, stream_of(packed, b"/Filter/FlateDecode")))
    assert told.absent == ("page 2: damaged, or not all of it is in the file",)


def test_a_page_of_nothing_is_whole_however_it_is_packed() -> None:
    """Acrobat packs with a smaller window than most."""
    line = drawn(("Semax is a peptide.", 72, 700), form=_FORM.format(size=10))
    packer = zlib.compressobj(wbits=12)
    nothing = [packer.compress(b"") + packer.flush(), zlib.compress(b""), b""]
    assert parse("a.pdf", pdf_of(line, *(stream_of(one, b"/Filter/FlateDecode") for one in nothing))).absent == ()


def test_what_all_pages_show_is_read_up_to_a_bound_and_the_rest_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfpages, "_MOST_UNPACKED", pdfpages._MOST_UNPACKED >> 10)
    line = b"BT /F1 10 Tf 72 700 Td (Semax is a peptide.) Tj ET"
    page = stream_of(zlib.compress(line + b" " * (50 << 10), 1), b"/Filter/FlateDecode")
    assert parse("a.pdf", pdf_of(*[page] * 5)).absent == ("pages 4-5: drawn in more pieces than are read",)


@pytest.mark.slow
def test_the_memory_of_an_audit_does_not_grow_with_the_pages_that_were_read(tmp_path: Path) -> None:
    """pypdf leaves circles behind, which a command that lives shortly need not collect."""

    def held(pages: int) -> int:
        page = drawn(("Semax is a peptide.", 72, 700), form=_FORM.format(size=10))
        (tmp_path / "a.pdf").write_bytes(pdf_of(page, kids=b"4 0 R " * (pages - 1)))
        code = (
            "import resource, subprocess, sys\n"
            "subprocess.run([*sys.argv[1:]], stdout=subprocess.DEVNULL)\n"
            "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
        )
        done = subprocess.run([sys.executable, "-c", code, PROGRAM, "audit", str(tmp_path / "a.pdf")],
                              capture_output=True, text=True, check=True)  # fmt: skip
        return int(done.stdout) // 1024

    assert held(3000) < held(10) + 40


def _font(*names: str) -> bytes:
    """Return the resources of a page with a font whose letters from 65 on have these names."""
    listed = " ".join(f"/{name}" for name in names)
    font = f"<</Type/Font/Subtype/Type1/BaseFont/X/Encoding<</Differences[65 {listed}]>>>>"
    return f"/Resources<</Font<</F1 {font}>>>>".encode()


@pytest.mark.parametrize("name", ["G{:02X}", "g{}", "C{}", "c{}", "char{}", "glyph{}", "cid_{}", "x{:02X}", "index{}"])
def test_letters_that_have_the_numbers_of_their_shapes_for_names_are_told_and_not_read(name: str) -> None:
    shown = stream_of(b"BT /F1 12 Tf 72 720 Td (ABCDEFGH) Tj ET")
    content = pdf_of(shown).replace(
        b"/Resources<</Font<</F1 3 0 R>>>>", _font(*(name.format(place) for place in range(104, 112)))
    )
    assert parse("a.pdf", content).absent == ("page 1: in a font that does not say what its letters are",)


@pytest.mark.parametrize("word", ["NaN", "6.12e2", "undefined", "\\x99"])
def test_a_page_that_a_word_of_no_kind_cuts_off_is_told(word: str) -> None:
    one, other = on_page("Semax is a peptide."), on_page("Selank is a peptide.")
    damaged = b"/MediaBox[0 0 %s 792]" % word.encode()
    content = pdf_of(one, other).replace(b"/MediaBox[0 0 612 792]", damaged, 1)
    article = parse("a.pdf", content)
    assert [made.text for made in article.blocks] == ["Selank is a peptide."]
    assert article.absent == ("parts that are damaged, and may be of any page: 1",)
    with pytest.raises(UsageError, match="it is damaged, cut short or grows beyond what is read"):
        parse("a.pdf", pdf_of(one).replace(b"/MediaBox[0 0 612 792]", damaged, 1))


def test_a_pdf_that_is_encrypted_in_a_way_that_is_not_read_is_told_so() -> None:
    content = pdf("Semax is a peptide.").replace(b"/Root 1 0 R", b"/Root 1 0 R/Encrypt<</Filter/Foo.Bar/V 9>>")
    with pytest.raises(UsageError, match=r"^a.pdf cannot be read as PDF: it is encrypted in a way that is not read$"):
        parse("a.pdf", content)


def test_a_page_that_is_called_another_thing_is_told() -> None:
    content = pdf_of(on_page("Semax is a peptide."), on_page("Selank is a peptide."))
    other = b"/Type/Foo".join(content.rsplit(b"/Type/Page", 1))
    assert parse("a.pdf", other).absent == ("pages of its list that are called another thing: 1",)


def test_a_form_that_cannot_be_unpacked_is_told_beside_a_text_that_can_be_read() -> None:
    whole = zlib.compress(b"BT /F1 12 Tf 72 700 Td (Selank is a peptide.) Tj ET")
    for packed, told in ((whole, ()), (b"\0\0" + whole[2:], ("page 1: damaged, or not all of it is in the file",))):
        form = stream_of(packed, b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Filter/FlateDecode")
        shown = stream_of(b"BT /F1 12 Tf 72 720 Td (Semax is a peptide.) Tj ET /X Do")
        content = pdf_of(shown, notes=(form,)).replace(b"/Font<</F1 3 0 R>>", b"/Font<</F1 3 0 R>>/XObject<</X 6 0 R>>")
        assert parse("a.pdf", content).absent == told


def test_a_letter_of_a_word_that_its_font_says_stands_for_nothing_is_told() -> None:
    told = b"/CIDInit begincmap 2 beginbfchar <41> <0053> <42> <> endbfchar endcmap"
    for more, absent in ((b"AA", ()), (b"AB", ("page 1: in a font that does not say what its letters are",))):
        shown = stream_of(b"BT /F1 12 Tf 72 720 Td (" + b"A" * 60 + b") Tj 0 -20 Td (" + more + b") Tj ET")
        content = pdf_of(shown, notes=(stream_of(told),)).replace(
            b"/BaseFont/Helvetica>>", b"/BaseFont/X/ToUnicode 6 0 R>>"
        )
        assert parse("a.pdf", content).absent == absent


def _mapped(told: bytes, shown: bytes) -> bytes:
    """Return a PDF of one page in a font with a map of its own."""
    content = pdf_of(stream_of(shown), notes=(stream_of(b"/CIDInit begincmap " + told + b" endcmap"),))
    return content.replace(b"/BaseFont/Helvetica>>", b"/BaseFont/X/ToUnicode 6 0 R>>")


@pytest.mark.parametrize("nothing", ["0020", "00AD", "200B", "3164"])
def test_a_font_in_which_many_letters_are_said_to_be_blanks_is_told(nothing: str) -> None:
    shown = b"BT /F1 12 Tf 72 720 Td (" + b"aaaa " * 30 + b") Tj 0 -20 Td (ABCDEFGH) Tj ET"
    for last, absent in (("42", ()), ("48", ("page 1: in a font that does not say what its letters are",))):
        said = b"".join(b"<%02X> <%s> " % (code, nothing.encode()) for code in range(0x41, int(last, 16) + 1))
        told = b"2 beginbfchar <61> <0053> <20> <0020> endbfchar 8 beginbfchar " + said + b"endbfchar"
        assert parse("a.pdf", _mapped(told, shown)).absent == absent


def test_text_of_a_form_in_what_shapes_are_filled_with_is_told_and_forms_in_circles_end() -> None:
    shown = stream_of(b"BT /F1 12 Tf 72 720 Td (Semax is a peptide.) Tj ET /Pattern cs /P scn 0 0 612 792 re f")
    form = b"/Subtype/Form/Resources<</XObject<</X 6 0 R/Y 7 0 R>>>>"
    why = "page 1: with text in what shapes are filled with, masked by or made of, which is not read"
    for text, absent in ((b"(Selank.) Tj", (why,)), (b"/X Do", ())):
        content = pdf_of(shown, notes=(stream_of(b"/Y Do", form), stream_of(text, form)))
        patterned = content.replace(b"/Font<</F1 3 0 R>>", b"/Pattern<</P 6 0 R>>", 1)
        assert parse("a.pdf", patterned).absent == absent


@pytest.mark.parametrize("sign", [b"2714", b"2192", b"2588", b"2840", b"0301"])
def test_letters_that_are_said_to_be_ornaments_are_told_and_marks_beside_a_text_are_not(sign: bytes) -> None:
    told = b"2 beginbfchar <61> <0053> <41> <" + sign + b"> endbfchar"
    for shown, absent in (
        (b"aaaaaaaaaaAA", ()),
        (b"AAAAAA", ("page 1: in a font that does not say what its letters are",)),
    ):
        content = _mapped(told, b"BT /F1 12 Tf 72 720 Td (" + shown + b") Tj ET")
        assert parse("a.pdf", content).absent == absent


@pytest.mark.parametrize(
    ("field", "typed"),
    [(b"/FT/Ch/Opt[(Semax)[(x)(Selank)]]/V(Semax)", ["Semax", "Selank"]),
     (b"/FT/Ch/Ff 131072/Opt[(Semax)(Selank)]/V(Semax)", ["Semax"]), (b"/FT/Tx/V(Semax)", ["Semax"]),
     (b"/FT/Tx/Ff 8192/V(Semax)", [])],
    ids=["a list", "a list that unfolds", "a text", "a password"],
)  # fmt: skip
def test_of_a_field_what_it_shows_is_read(field: bytes, typed: list[str]) -> None:
    note = b"<</Type/Annot/Subtype/Widget/Rect[0 0 9 9]%s>>" % field
    assert [made.text for made in parse("a.pdf", pdf_of(on_page("Told."), notes=(note,))).blocks] == ["Told.", *typed]


def test_the_end_of_a_line_behind_a_string_is_no_letter_that_is_lost() -> None:
    assert parse("a.pdf", pdf(r"Semax is a peptide.\n", "Selank is one.")).absent == ()


def test_the_end_of_a_line_behind_a_string_leaves_the_next_one_at_its_place() -> None:
    letters = b"".join(b"<%02X> <%04X> " % (code, code) for code in (10, *range(32, 123)))
    shown = b"BT /F1 12 Tf 14 TL 72 720 Td (Semax.\\n) Tj T* (Selank.\\n) Tj T* (Noopept.) Tj ET"
    article = parse("a.pdf", _mapped(b"92 beginbfchar " + letters + b"endbfchar", shown))
    assert [made.text for made in article.blocks] == ["Semax.", "Selank.", "Noopept."]
    assert article.absent == ()


@pytest.mark.parametrize(
    ("resource", "shown"),
    [(b"/Pattern<</P 6 0 R>>", b"/Pattern cs /P scn 0 0 612 792 re f"),
     (b"/ExtGState<</G <</SMask <</S/Luminosity/G 6 0 R>> >> >>", b"/G gs 0 0 612 792 re f"),
     (b"/Font<</F1 3 0 R/T <</Type/Font/Subtype/Type3/FontMatrix[1 0 0 1 0 0]/CharProcs<</a 6 0 R>>"
      b"/Encoding<</Differences[65/a]>> >> >>", b"BT /T 1 Tf (A) Tj ET")],
)  # fmt: skip
def test_text_in_what_shapes_are_filled_with_masked_by_or_made_of_is_told(resource: bytes, shown: bytes) -> None:
    text = stream_of(b"BT /F1 12 Tf 72 720 Td (Semax is a peptide.) Tj ET " + shown)
    for filling, absent in (
        (b"BT /F1 12 Tf 72 700 Td (Selank is one.) Tj ET",
         ("page 1: with text in what shapes are filled with, masked by or made of, which is not read",)),
        (b"0 0 10 10 re f", ()),
    ):  # fmt: skip
        content = pdf_of(text, notes=(stream_of(filling),)).replace(b"/Font<</F1 3 0 R>>", resource, 1)
        assert parse("a.pdf", content).absent == absent


_UNTOLD = ("page 1: in a font that does not say what its letters are",)


def _in_font(font: bytes, shown: bytes, more: tuple[bytes, ...] = ()) -> bytes:
    """Return a PDF of one page of much text, and a line in a font of its own."""
    lines = b"".join(b"(The rain falls on the hill for %d hours.) Tj T* " % hour for hour in range(30))
    page = stream_of(b"BT /F1 10 Tf 14 TL 72 720 Td " + lines + b"/F2 10 Tf " + shown + b" ET")
    return pdf_of(page, notes=(b"<</Type/Font %s>>" % font, *more)).replace(b"/F1 3 0 R", b"/F1 3 0 R/F2 6 0 R")


@pytest.mark.parametrize(
    ("names", "said", "absent"),
    [
        ("S a.lower m a x", "Samax", ()), ("S a p_p i n", "Sappin", ()), ("S uni00650061 u0078", "Seax", ()),
        ("f_k one.oldstyle two.tosf", "fk12", ()),
        ("S zz101 m a x", "S\ufffdmax", _UNTOLD), ("chr83 chr101 chr109", "\ufffd" * 3, _UNTOLD),
        ("zz1 zz12 m", "\ufffd\ufffdm", _UNTOLD),
    ],
)  # fmt: skip
def test_names_of_shapes_tell_their_letters_by_the_rules_of_adobes_list_and_others_are_told(
    names: str, said: str, absent: tuple[str, ...]
) -> None:
    listed = " ".join(f"/{name}" for name in names.split())
    font = f"/Subtype/Type1/BaseFont/X/Encoding<</Differences[65 {listed}]>>".encode()
    codes = bytes(range(65, 65 + len(names.split())))
    article = parse("a.pdf", _in_font(font, b"(%s) Tj" % codes))
    assert article.blocks[-1].text.endswith(said)
    assert article.absent == absent


@pytest.mark.parametrize(
    ("told", "absent"),
    [
        (b"1 beginbfchar <0053> <0053> endbfchar 1 beginbfrange <0065> <007A> <0065> endbfrange", _UNTOLD),
        (b"1 beginbfchar <0053> <0053> endbfchar 1 beginbfrange <0061> <007A> <0061> endbfrange", ()),
        (b"1 beginbfrange <0053> <0054> [<0053> <0054>] endbfrange 1 beginbfrange <0061> <007A> <0061> endbfrange", ()),
    ],
)  # fmt: skip
def test_a_letter_that_a_font_s_map_does_not_name_is_told(told: bytes, absent: tuple[str, ...]) -> None:
    font = (
        b"/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode 7 0 R/DescendantFonts[<</Subtype/CIDFontType2"
        b"/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]"
    )
    shown = "Semax".encode("utf-16-be").hex().encode()
    content = _in_font(font, b"<%s> Tj" % shown, (stream_of(b"/CIDInit begincmap " + told + b" endcmap"),))
    assert parse("a.pdf", content).absent == absent


@pytest.mark.parametrize(
    ("encoding", "absent"), [(b"/90msp-RKSJ-H", _UNTOLD), (b"/KSCms-UHC-H", _UNTOLD), (b"/90ms-RKSJ-H", ())]
)
def test_text_by_a_list_of_codes_that_is_not_known_is_told(encoding: bytes, absent: tuple[str, ...]) -> None:
    font = b"/Subtype/Type0/BaseFont/X/Encoding%s/DescendantFonts[<</Subtype/CIDFontType2/BaseFont/X>>]" % encoding
    assert parse("a.pdf", _in_font(font, b"(Semax is approved.) Tj")).absent == absent


@pytest.mark.parametrize(
    ("said", "text"),
    [(b"()", "Semax is a peptide."), (b"( )", "Semax is a peptide."), (b"(Rain.)", "Semax is a peptide."),
     (b"(Semax is one.)", "Semax is one.")],
)  # fmt: skip
def test_what_is_drawn_is_read_where_what_it_is_said_to_stand_for_is_much_less(said: bytes, text: str) -> None:
    content = b"BT /F1 10 Tf 72 700 Td /Span <</ActualText %s>> BDC (Semax is) Tj ( a peptide.) Tj EMC ET" % said
    assert [made.text for made in parse("a.pdf", pdf_of(stream_of(content))).blocks] == [text]


@pytest.mark.parametrize(
    "notes",
    [
        (b"<</Subtype/Widget/Parent 7 0 R/Rect[0 0 9 9]>>", b"<</Parent 8 0 R>>", b"<</FT/Tx/V(Semax)>>"),
        (b"<</Subtype/Widget/Parent 7 0 R/Rect[0 0 9 9]>>", b"<</Parent 8 0 R/V(Semax)>>", b"<</FT/Tx/Parent 7 0 R>>"),
        (b"<</Subtype/Widget/FT/Tx/V 7 0 R/Rect[0 0 9 9]>>", stream_of(b"Semax")),
        (b"<</Subtype/FreeText/RC(<body><p>Semax</p></body>)/Rect[0 0 9 9]>>",),
    ],
    ids=["of a grandparent", "in a circle", "a stream", "rich text"],
)
def test_what_is_typed_on_a_page_is_read_wherever_it_is_kept(notes: tuple[bytes, ...]) -> None:
    content = pdf_of(on_page("Told."), notes=notes)
    first = content.index(b"/Annots[")
    content = content[:first] + b"/Annots[6 0 R]" + content[content.index(b"]", first) + 1 :]
    assert [made.text for made in parse("a.pdf", content).blocks] == ["Told.", "Semax"]


def test_a_page_whose_operators_are_parted_by_noughts_is_told() -> None:
    content = pdf_of(stream_of(b"BT /F1 12 Tf 72 700 Td (Told.) Tj ET\0BT\0/F1\0(Semax is new.)\0Tj\0ET"))
    assert parse("a.pdf", content).absent == ("page 1: damaged, or not all of it is in the file",)


@pytest.mark.parametrize("cut", [0, 6, 10])
def test_an_update_that_is_cut_short_is_told(cut: int) -> None:
    content = pdf("Semax is a peptide.")
    before = int(content.rpartition(b"startxref\n")[2].split()[0])
    place = len(content)
    shown = on_page("Semax is new.")
    content += b"5 0 obj\n%s\nendobj\n" % shown
    at = len(content)
    content += b"xref\n5 1\n%010d 00000 n \ntrailer\n<</Size 6/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (
        place, before, at,
    )  # fmt: skip
    article = parse("a.pdf", content[: len(content) - cut])
    assert [made.text for made in article.blocks] == ["Semax is a peptide." if cut else "Semax is new."]
    assert article.absent == (
        ("what stands behind its last end (%%EOF), as where it is cut short: it may be of another day",) if cut else ()
    )


@pytest.mark.parametrize(
    ("flags", "more", "absent"),
    [(4, b"", _UNTOLD), (32, b"", ()), (4, b"/Encoding/WinAnsiEncoding", ())],
    ids=["in its file alone", "the usual ones", "by a list"],
)
def test_a_font_whose_file_alone_says_what_its_letters_are_is_told(
    flags: int, more: bytes, absent: tuple[str, ...]
) -> None:
    font = b"/Subtype/TrueType/BaseFont/X%s/FontDescriptor<</Flags %d/FontFile2 7 0 R>>" % (more, flags)
    content = _in_font(font, b"(Semax is new.) Tj", (stream_of(b"none"),))
    assert parse("a.pdf", content).absent == absent


@pytest.mark.parametrize("sign", [b"E001", b"DB80DC01", b"DBC0DC01"])
def test_letters_of_private_use_are_told_in_every_plane(sign: bytes) -> None:
    told = b"2 beginbfchar <61> <0053> <41> <" + sign + b"> endbfchar"
    assert parse("a.pdf", _mapped(told, b"BT /F1 12 Tf 72 720 Td (aAAa) Tj ET")).absent == _UNTOLD
