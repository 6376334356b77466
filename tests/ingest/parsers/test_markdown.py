"""Markdown: what a reader of the rendered page would see, with its headings, lists, tables and pages."""

from __future__ import annotations

from pathlib import Path

from ingest.document import BlockKind, ParsedDocument
from ingest.parsers import parse


def read(folder: Path, text: str) -> ParsedDocument:
    path = folder / "source.md"
    path.write_text(text, encoding="utf-8")
    return parse(path)


def said(document: ParsedDocument, kind: BlockKind) -> list[str]:
    return [document.said(block) for block in document.blocks if block.kind is kind]


def test_marks_of_emphasis_and_targets_of_links_are_no_text(tmp_path: Path) -> None:
    document = read(tmp_path, "# Case\n\nThe *valve* has a [log](http://x) <!-- hidden --> and `mode 0600`.\n")

    assert document.text == "Case\n\nThe valve has a log and mode 0600."


def test_bold_lead_in_is_a_span(tmp_path: Path) -> None:
    document = read(tmp_path, "**Claim 1.2: The valve\ncloses.** It was tested.\n")

    (block,) = document.blocks
    assert [document.text[start:end] for start, end in block.bold] == ["Claim 1.2: The valve closes."]


def test_list_items_keep_their_numbers_and_depth(tmp_path: Path) -> None:
    document = read(tmp_path, "3. outer\n   - inner\n4. next\n")

    assert [(block.marker, block.level) for block in document.blocks] == [("3.", 1), ("-", 2), ("4.", 1)]
    assert document.text == "3. outer\n\n  - inner\n\n4. next"


def test_table_rows_have_cells_and_a_header(tmp_path: Path) -> None:
    document = read(tmp_path, "| Control | Owner |\n|---|---|\n| **Valve** | Ines |\n")

    head, row = document.blocks
    assert (head.header, row.header) == (True, False)
    assert [document.text[start:end] for start, end in row.cells] == ["Valve", "Ines"]


def test_paragraph_goes_on_over_a_page_mark(tmp_path: Path) -> None:
    document = read(tmp_path, "<!-- p.4 -->\n\nThe valve\n\n<!-- Page 5 -->\n\nis closed.\n\nNext.\n")

    assert said(document, BlockKind.PARAGRAPH) == ["The valve is closed.", "Next."]
    assert [document.page_at(document.text.index(word)).page for word in ("valve", "is", "Next")] == [4, 5, 5]  # type: ignore[union-attr]


def test_every_block_knows_the_headings_above_it(tmp_path: Path) -> None:
    document = read(tmp_path, "# Top\n\n## One\n\n### Deep\n\nhere\n\n## Two\n\nthere\n")

    assert [block.headings for block in document.blocks if block.kind is BlockKind.PARAGRAPH] == [
        ("Top", "One", "Deep"),
        ("Top", "Two"),
    ]
    assert document.blocks[-1].section == "Two"


def test_front_matter_names_the_title_and_is_no_text(tmp_path: Path) -> None:
    document = read(tmp_path, '---\ntitle: "The case"\ndate: 2026-01-01\n---\n\nBody.\n')

    assert (document.source.title, document.text) == ("The case", "Body.")


def test_link_that_reads_otherwise_than_it_leads_is_reported(tmp_path: Path) -> None:
    document = read(tmp_path, "# Case\n\n## 5.4 Gates\n\nSee [Section 5.3](#54-gates), [5.4](#54-gates).\n")

    assert document.notes == ("a link that reads “Section 5.3” leads to “5.4 Gates”",)


def test_footnotes_stand_apart(tmp_path: Path) -> None:
    document = read(tmp_path, "The valve[^1] closes.\n\n[^1]: Since May.\n")

    assert said(document, BlockKind.PARAGRAPH) == ["The valve closes."]
    assert said(document, BlockKind.FOOTNOTE) == ["Since May."]


def test_table_that_is_written_as_html_keeps_its_cells_and_its_page(tmp_path: Path) -> None:
    table = "<table><tr><th>Control</th><th>Owner</th></tr><tr><td>Gate</td><td>Tom</td></tr></table>"

    document = read(tmp_path, f"# A\n\n<!-- p.7 -->\n{table}\n\n| B | C |\n|---|---|\n| d | e |\n")

    rows = [(block.table, document.said(block)) for block in document.blocks if block.table]
    assert rows == [(1, "Control | Owner"), (1, "Gate | Tom"), (2, "B | C"), (2, "d | e")]
    assert [page.page for page in document.pages] == [7]


def test_words_struck_through_are_left_out_and_told(tmp_path: Path) -> None:
    document = read(tmp_path, "# A\n\nOwner: **Tom** ~~Bob **Lund**~~ since May.\n")

    assert document.text == "A\n\nOwner: Tom since May."
    assert document.notes == ("struck through, and left out: “Bob Lund”",)
