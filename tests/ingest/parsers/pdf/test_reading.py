"""PDF pages: what is a heading, a list, a table, a note, and what only belongs to the margin."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from ingest.document import BlockKind, ParsedDocument
from ingest.errors import UnreadableDocument
from ingest.parsers import parse
from tests.ingest.parsers.pdf.press import FOX, LEFT, TOP, Mark, Ruled, Set, paragraph, printed, saved

BOLD = "Helvetica-Bold"


def of_kind(document: ParsedDocument, kind: BlockKind) -> list[str]:
    return [document.said(block) for block in document.blocks if block.kind is kind]


def test_wrapped_lines_are_one_paragraph(tmp_path: Path) -> None:
    document = parse(saved(tmp_path, [*paragraph(FOX, TOP), *paragraph("Another one stands apart.", TOP - 60)]))

    assert document.text == f"{FOX}\n\nAnother one stands apart."


def test_headings_are_ranked_by_number_under_the_title(tmp_path: Path) -> None:
    page = [
        Set(LEFT, TOP, "The case", 22, BOLD),
        Set(LEFT, 730, "1 Scope", 14, BOLD),
        *paragraph(FOX, 700),
        Set(LEFT, 650, "1.1 Terms", 12, BOLD),
        *paragraph(FOX, 630),
    ]

    document = parse(saved(tmp_path, page))

    headings = [(block.level, document.said(block)) for block in document.blocks if block.kind is BlockKind.HEADING]
    assert headings == [(1, "The case"), (2, "1 Scope"), (3, "1.1 Terms")]
    assert document.blocks[-1].headings == ("The case", "1 Scope", "1.1 Terms")


def test_bold_lead_in_of_a_paragraph_is_a_span(tmp_path: Path) -> None:
    page = [Set(LEFT, TOP, "Claim 1: It holds.", 10, BOLD), Set(155, TOP, "It was tried twice."), *paragraph(FOX, 740)]

    document = parse(saved(tmp_path, page))

    (span,) = document.blocks[0].bold
    assert document.text[slice(*span)] == "Claim 1: It holds."
    assert document.said(document.blocks[0]) == "Claim 1: It holds. It was tried twice."


def test_running_heads_and_page_numbers_are_no_text(tmp_path: Path) -> None:
    pages: list[list[Mark]] = [
        [
            Set(LEFT, 815, "Case of the valve", 8),
            *paragraph(f"Page text {number}. {FOX}.", TOP),
            Set(300, 30, str(number), 8),
        ]
        for number in (11, 12, 13, 14)
    ]

    document = parse(saved(tmp_path, *pages))

    assert "Case of the valve" not in document.text
    assert [(page.page, page.label) for page in document.pages] == [(1, "11"), (2, "12"), (3, "13"), (4, "14")]


def test_sentence_goes_on_overleaf_and_knows_both_pages(tmp_path: Path) -> None:
    document = parse(saved(tmp_path, paragraph("The valve is", TOP), paragraph("closed by hand.", TOP)))

    assert document.text == "The valve is closed by hand."
    assert [(page.offset, page.page) for page in document.pages] == [(0, 1), (13, 2)]


def test_footnote_stands_apart_from_the_sentence_that_goes_on(tmp_path: Path) -> None:
    first = [
        *paragraph(f"{FOX}.", TOP),
        *paragraph("The alarm", 700),
        Set(103.5, 704, "1", 6),
        Set(110, 700, "is read by"),
        Set(LEFT, 60, "1", 5),
        Set(66, 57, "Since the spring of last year.", 8),
    ]

    document = parse(saved(tmp_path, first, paragraph("nobody at all.", TOP)))

    assert of_kind(document, BlockKind.PARAGRAPH) == [f"{FOX}.", "The alarm is read by nobody at all."]
    assert of_kind(document, BlockKind.FOOTNOTE) == ["Since the spring of last year."]


def test_table_goes_on_overleaf_past_a_footnote(tmp_path: Path) -> None:
    def grid(row: str) -> list[Mark]:
        rules: list[Mark] = [Ruled(60, y, 400, y) for y in (700, 670)]
        return [*rules, *(Ruled(x, 670, x, 700) for x in (60, 200, 400)), Set(65, 680, row), Set(205, 680, "Ines")]

    note: list[Mark] = [Set(LEFT, 60, "1", 5), Set(66, 57, "Since the spring of last year.", 8)]
    document = parse(saved(tmp_path, [*paragraph(f"{FOX}.", TOP), *grid("Valve"), *note], grid("Gate")))

    rows = [(block.table, document.said(block)) for block in document.blocks if block.kind is BlockKind.TABLE_ROW]
    assert rows == [(1, "Valve | Ines"), (1, "Gate | Ines")]


def test_lists_keep_numbers_and_depth(tmp_path: Path) -> None:
    page = [
        *paragraph(f"{FOX}:", TOP),
        Set(70, 740, "1."),
        Set(85, 740, "The first control"),
        Set(85, 727.5, "goes over two lines"),
        Set(90, 710, "•"),
        Set(100, 710, "with a part"),
        Set(70, 692, "2."),
        Set(85, 692, "The second"),
    ]

    document = parse(saved(tmp_path, page))

    items = [(block.marker, block.level, document.said(block)) for block in document.blocks[1:]]
    assert items == [
        ("1.", 1, "The first control goes over two lines"),
        ("•", 2, "with a part"),
        ("2.", 1, "The second"),
    ]


def test_ruled_table_gives_rows_of_cells(tmp_path: Path) -> None:
    grid: list[Mark] = [Ruled(60, y, 400, y) for y in (700, 670, 640)]
    grid += [Ruled(x, 640, x, 700) for x in (60, 200, 400)]
    words = [
        Set(65, 685, "Control", 10, BOLD),
        Set(205, 685, "Owner", 10, BOLD),
        Set(65, 655, "Valve"),
        Set(205, 660, "Ines of"),
        Set(205, 648, "Storage"),
    ]

    document = parse(saved(tmp_path, [*paragraph(FOX, TOP), *grid, *words]))

    rows = [block for block in document.blocks if block.kind is BlockKind.TABLE_ROW]
    cells = [[document.text[start:end] for start, end in row.cells] for row in rows]
    assert cells == [["Control", "Owner"], ["Valve", "Ines of Storage"]]
    assert [row.header for row in rows] == [True, False]


def test_columns_of_words_are_a_table_without_rules(tmp_path: Path) -> None:
    words = [("Control", "Owner", "Recall"), ("Valve", "Ines", "72%"), ("Gate", "Bo", "88%"), ("Lock", "Ida", "90%")]
    cells: list[Mark] = [
        Set(x, 700 - 16 * row, text)
        for row, line in enumerate(words)
        for x, text in zip((60, 200, 330), line, strict=True)
    ]

    document = parse(saved(tmp_path, [*paragraph(FOX, TOP), *cells]))

    rows = [block for block in document.blocks if block.kind is BlockKind.TABLE_ROW]
    assert [tuple(document.text[start:end] for start, end in row.cells) for row in rows] == words


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left, right = paragraph("left " * 130, TOP, width=40), paragraph("right " * 110, TOP, x=320, width=40)
    mixed = [mark for pair in zip(left, right, strict=False) for mark in pair]

    words = parse(saved(tmp_path, mixed)).text.split()

    assert words == sorted(words)


def test_note_mark_at_the_end_of_a_line_does_not_mix_two_columns(tmp_path: Path) -> None:
    left, right = paragraph(f"{FOX} " * 6, TOP, width=40), paragraph("right " * 110, TOP + 4, x=320, width=40)
    marked = max((mark for mark in left if isinstance(mark, Set)), key=lambda mark: len(mark.text))
    note = Set(LEFT + stringWidth(marked.text, "Helvetica", 10) + 0.5, marked.y + 4, "1", 6)

    document = parse(saved(tmp_path, [*left, *right, note]))

    assert document.text.split() == [*(f"{FOX} " * 6).split(), *["right"] * 110]


def test_table_without_rules_in_one_of_two_columns_is_a_table(tmp_path: Path) -> None:
    words = [("Control", "Owner"), ("Gate monitor", "Ines"), ("Second lock", "Bo"), ("Siren", "Ida")]
    above = [*paragraph(f"{FOX} " * 6, TOP, width=40), *paragraph(f"{FOX} " * 8, TOP, x=320, width=40)]
    foot = min(mark.y for mark in above if isinstance(mark, Set) and mark.x < 300)
    cells: list[Mark] = [
        Set(x, foot - 26 - 16 * row, text)
        for row, line in enumerate(words)
        for x, text in zip((60, 180), line, strict=True)
    ]

    document = parse(saved(tmp_path, [*above, *cells]))

    rows = [block for block in document.blocks if block.kind is BlockKind.TABLE_ROW]
    assert [tuple(document.text[start:end] for start, end in row.cells) for row in rows] == words
    assert [row.header for row in rows] == [True, False, False, False]


def box(x: float, top: float, *cells: str) -> list[Mark]:
    """A ruled table of one row of two cells, 220 points wide."""
    rules: list[Mark] = [Ruled(x, top, x + 220, top), Ruled(x, top - 20, x + 220, top - 20)]
    upright = (Ruled(at, top - 20, at, top) for at in (x, x + 110, x + 220))
    return [*rules, *upright, *(Set(x + 5 + 110 * at, top - 14, cell, 9) for at, cell in enumerate(cells))]


def test_ruled_tables_stand_where_a_reader_of_two_columns_comes_upon_them(tmp_path: Path) -> None:
    def column(x: float, name: str, top: float) -> list[Mark]:
        return paragraph(f"{name} begins here and {FOX} and {FOX} and {FOX} and ends {name}.", top, x=x, width=42)

    page = [
        *column(60, "Alpha", 760),
        *box(60, 610, "Gate", "Ines"),
        *column(60, "Beta", 560),
        *column(320, "Gamma", 760),
        *box(320, 610, "Pump", "Ola"),
        *column(320, "Delta", 560),
    ]

    said = [block.split()[0] for block in parse(saved(tmp_path, page)).text.split("\n\n")]

    assert said == ["Alpha", "Gate", "Beta", "Gamma", "Pump", "Delta"]


def test_numbered_list_at_the_end_of_a_page_is_no_footnote(tmp_path: Path) -> None:
    small: list[Mark] = [Set(66, 70, "1. Read the log.", 8), Set(66, 58, "2. Close the valve.", 8)]

    document = parse(saved(tmp_path, [*paragraph(f"{FOX}:", TOP), *small]))

    assert of_kind(document, BlockKind.LIST_ITEM) == ["Read the log.", "Close the valve."]


def test_short_bold_line_apart_is_a_heading_and_a_bold_claim_is_none(tmp_path: Path) -> None:
    page = [
        *paragraph(FOX, TOP),
        Set(LEFT, 730, "Residual doubts", 10, BOLD),
        *paragraph(FOX, 710),
        Set(LEFT, 660, "Claim 2: The valve is closed.", 10, BOLD),
        *paragraph(FOX, 640),
    ]

    assert of_kind(parse(saved(tmp_path, page)), BlockKind.HEADING) == ["Residual doubts"]


def test_exponent_is_kept_and_note_mark_is_no_text(tmp_path: Path) -> None:
    page = [
        Set(LEFT, TOP, "About 10"),
        Set(99, TOP + 4, "6", 6),
        Set(105, TOP, "reads of the valve"),
        Set(187, TOP + 4, "2", 6),
        Set(193, TOP, "a day"),
    ]

    assert parse(saved(tmp_path, page)).text == "About 10⁶ reads of the valve a day"


def test_pages_without_text_are_named(tmp_path: Path) -> None:
    document = parse(saved(tmp_path, paragraph(FOX, TOP), [], paragraph(FOX, TOP), []))

    assert document.warnings == ("pages 2, 4 hold no text and could not be read",)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (printed([Set(60, 700, "secret")], password="locked"), "encrypted"),  # noqa: S106 - a password of the test's own
        (printed([Set(60, 700, "cut")])[:300], "broken or cut off"),
        (b"%PDF-1.7\n", "broken or cut off"),
        (printed([]), "holds text"),
    ],
)
def test_unreadable_file_is_refused_with_its_reason(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(content)

    with pytest.raises(UnreadableDocument, match=reason) as refused:
        parse(path)

    assert str(path) in refused.value.message
    assert refused.value.hint
