"""Word files: what a reader of the printed document sees, with comments and notes where they hang."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from ingest.document import BlockKind, ParsedDocument
from ingest.parsers import parse
from tests.ingest.parsers.word_files import cell, paragraph, read_word, run, table, word_file


def said(document: ParsedDocument, kind: BlockKind) -> list[str]:
    return [document.said(block) for block in document.blocks if block.kind is kind]


def test_headings_are_told_by_style_and_carry_their_automatic_numbers(tmp_path: Path) -> None:
    body = paragraph("Dam case", "T") + paragraph("Scope", "H1") + paragraph("Gates", "H2") + paragraph("Locks", "Own")

    document = read_word(tmp_path, body + paragraph("Limits", "H1"))

    headings = [(b.level, document.said(b)) for b in document.blocks]
    assert headings == [(1, "Dam case"), (2, "1 Scope"), (3, "1.1 Gates"), (3, "1.2 Locks"), (2, "2 Limits")]
    assert document.source.title == "Dam case"


def test_list_items_carry_the_numbers_that_word_prints(tmp_path: Path) -> None:
    body = "".join(
        paragraph(words, item=item)
        for words, item in (("a", (0, 1)), ("b", (1, 1)), ("c", (1, 1)), ("d", (0, 1)), ("e", (1, 1)), ("f", (0, 2)))
    )

    document = read_word(tmp_path, body)

    assert [block.marker for block in document.blocks] == ["1.", "(a)", "(b)", "2.", "(a)", "1."]
    assert document.text.splitlines()[2] == "  (a) b"


def test_number_with_a_word_is_part_of_what_is_said(tmp_path: Path) -> None:
    document = read_word(tmp_path, paragraph("The gate holds.", item=(0, 3)) * 2)

    assert said(document, BlockKind.PARAGRAPH) == ["Claim I: The gate holds.", "Claim II: The gate holds."]


def test_short_bold_lines_are_headings_where_no_style_makes_one(tmp_path: Path) -> None:
    bold = run("4.1 Monitoring", "<w:b/>")

    document = read_word(tmp_path, paragraph(bold) + paragraph("The gate is watched."))

    assert [(block.kind, block.level) for block in document.blocks] == [
        (BlockKind.HEADING, 3),
        (BlockKind.PARAGRAPH, 0),
    ]


def test_tables_stand_in_order_and_merged_cells_count_in_every_row(tmp_path: Path) -> None:
    first = cell("Gate", '<w:vMerge w:val="restart"/>')
    merged = f"<w:tr>{first}{cell('Ines')}</w:tr>"
    below = f"<w:tr>{cell('', '<w:vMerge/>')}{cell('Tom')}</w:tr>"
    grid = table((run("Control", "<w:b/>"), run("Owner", "<w:b/>"))).replace("</w:tbl>", merged + below + "</w:tbl>")

    document = read_word(tmp_path, paragraph("Before.") + grid + paragraph("After."))

    assert document.text.split("\n\n") == ["Before.", "Control | Owner", "Gate | Ines", "Gate | Tom", "After."]
    assert [block.header for block in document.blocks] == [False, True, False, False, False]


def test_tracked_changes_are_read_as_accepted_and_reported(tmp_path: Path) -> None:
    changed = (
        run("The gate ")
        + f'<w:ins w:author="Ines">{run("always ")}</w:ins>'
        + f'<w:del w:author="Tom">{run("never ").replace("w:t", "w:delText")}</w:del>'
        + run("holds.")
    )

    document = read_word(tmp_path, paragraph(changed))

    assert document.text == "The gate always holds."
    assert "1 insertion and 1 deletion by Ines, Tom" in document.notes[0]
    assert document.notes[1] == "deleted by Tom: “never”"


def test_paragraph_whose_end_was_deleted_goes_on_in_the_next(tmp_path: Path) -> None:
    open_end = paragraph("The gate").replace("</w:pPr>", "<w:rPr><w:del w:author='Tom'/></w:rPr></w:pPr>", 1)

    document = read_word(tmp_path, open_end + paragraph(" holds."))

    assert document.text == "The gate holds."


def test_comment_is_a_block_in_its_authors_name_behind_what_it_hangs_on(tmp_path: Path) -> None:
    marked = (
        run("The gate ")
        + '<w:commentRangeStart w:id="4"/>'
        + run("never fails")
        + '<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>'
    )
    comment = (
        f'<w:comment w:id="4" w:author="Ines" w:date="2026-02-03T08:00:00Z">{paragraph("It did in May.")}</w:comment>'
    )

    document = read_word(tmp_path, paragraph(marked) + paragraph("Next."), comments=comment)

    block = document.blocks[1]
    assert (block.kind, block.speaker, document.said(block)) == (BlockKind.COMMENT, "Ines", "It did in May.")
    assert "[Comment by Ines, 2026-02-03, on “never fails”] It did in May.\n\nNext." in document.text


def test_footnote_stands_behind_its_paragraph_and_its_mark_is_no_word(tmp_path: Path) -> None:
    marked = run("The gate holds") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(".")
    notes = f'<w:footnote w:type="separator" w:id="0"/><w:footnote w:id="2">{paragraph("Since May.")}</w:footnote>'

    document = read_word(tmp_path, paragraph(marked) + paragraph("Next."), footnotes=notes)

    assert document.text.split("\n\n") == ["The gate holds.", "[1] Since May.", "Next."]
    assert document.blocks[1].kind is BlockKind.FOOTNOTE


def test_text_box_is_read_once_behind_the_paragraph_that_holds_it(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('In the box.')}</w:txbxContent>"
    both = f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"

    document = read_word(tmp_path, paragraph(run("Around it.") + both))

    assert document.text.split("\n\n") == ["Around it.", "In the box."]


def test_hidden_and_struck_words_and_the_contents_are_left_out_and_reported(tmp_path: Path) -> None:
    body = paragraph("1 Scope 3", "TOC1") + paragraph(
        run("The gate ") + run("secretly ", "<w:vanish/>") + run("rarely ", "<w:strike/>") + run("holds.")
    )

    document = read_word(tmp_path, body)

    assert document.text == "The gate holds."
    assert [note.split(" ", 1)[0] for note in document.notes] == ["struck", "1", "the"]


def test_link_that_reads_otherwise_than_it_leads_is_reported(tmp_path: Path) -> None:
    field = "".join(
        f"<w:r>{part}</w:r>"
        for part in (
            '<w:fldChar w:fldCharType="begin"/>',
            "<w:instrText> REF _Ref7 \\h </w:instrText>",
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>Section 3</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    heading = paragraph('<w:bookmarkStart w:id="1" w:name="_Ref7"/>' + run("Gates"), "H1")
    outside = f'<w:hyperlink r:id="x">{run("https://a.example")}</w:hyperlink>'
    path = word_file(
        tmp_path / "a.docx", heading + paragraph(run("See ") + field + outside), links={"x": "https://b.example/"}
    )

    document = parse(path)

    assert document.notes == (
        "a link that reads “Section 3” leads to “1 Gates”",
        "a link that reads “https://a.example” leads to https://b.example/",
    )


def test_file_of_a_library_reads_with_headers_and_footers_left_out(tmp_path: Path) -> None:
    source = docx.Document()
    source.add_heading("Dam case", 0)
    source.add_paragraph("first", style="List Number")
    source.sections[0].header.paragraphs[0].text = "CONFIDENTIAL"
    source.save(str(tmp_path / "a.docx"))

    document = parse(tmp_path / "a.docx")

    assert document.text == "Dam case\n\n1. first"


@pytest.mark.parametrize("style", ["Circle", "Unknown"])
def test_style_that_builds_on_itself_or_on_nothing_is_body_text(tmp_path: Path, style: str) -> None:
    assert read_word(tmp_path, paragraph("Gate.", style)).blocks[0].kind is BlockKind.PARAGRAPH


def test_pictures_and_embedded_files_are_told_and_text_boxes_are_no_pictures(tmp_path: Path) -> None:
    space = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    picture = '<wp:docPr id="1" name="Picture 1" descr="Plan of the pier"/>'
    box = f'<wp:docPr id="2" name="Text Box 2"/><w:txbxContent>{paragraph("The pump is spare.")}</w:txbxContent>'
    drawn = "".join(f"<w:drawing><wp:inline {space}>{each}</wp:inline></w:drawing>" for each in (picture, box))

    document = read_word(tmp_path, paragraph(f"<w:r>{drawn}<w:object/></w:r>{run('Gate.')}") + '<w:altChunk r:id="x"/>')

    assert document.text == "Gate.\n\nThe pump is spare."
    assert document.notes[:2] == (
        "not read: 1 picture, called “Plan of the pier”",
        "not read: 2 embedded files",
    )
