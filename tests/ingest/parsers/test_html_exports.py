"""Pages as programs export them: classes of a style sheet, tables inside tables, pictures, comments and flat lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.document import BlockKind, ParsedDocument
from ingest.parsers import parse


def page(folder: Path, body: str, head: str = "") -> ParsedDocument:
    path = folder / "page.html"
    path.write_text(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>", encoding="utf-8")
    return parse(path)


def test_words_that_a_class_hides_are_left_out_and_told(tmp_path: Path) -> None:
    styles = "<style>p.c1, .c9{color:red; display:none} @media print{.c2{display:none}} .c3 b{display:none}</style>"

    document = page(tmp_path, "<p class=c9>No.</p><p class='c2'>Gate <b>holds</b>.</p><p class=c3>Yes.</p>", styles)

    assert document.text == "Gate holds.\n\nYes."
    assert document.notes == ("hidden, and left out: “No.”",)


@pytest.mark.parametrize("setting", ["class=c3", "style='font-weight: 700'"])
def test_bold_by_class_or_setting_is_bold(tmp_path: Path, setting: str) -> None:
    document = page(tmp_path, f"<p><span {setting}>Gate:</span> it holds.</p>", "<style>.c3{font-weight:700}</style>")

    (span,) = document.blocks[0].bold
    assert document.text[slice(*span)] == "Gate:"


def test_table_of_data_keeps_its_grid_around_a_table_in_a_cell(tmp_path: Path) -> None:
    inner = "<table><tr><td>May<td>9 of 10<tr><td>June<td>10 of 10</table>"

    document = page(tmp_path, f"<table><tr><th>Control<th>Drills<tr><td>Gate<td>{inner}<tr><td>Pump<td>none</table>")

    rows = [document.said(block) for block in document.blocks]
    assert rows == ["Control | Drills", "Gate | May, 9 of 10 June, 10 of 10", "Pump | none"]
    assert {block.kind for block in document.blocks} == {BlockKind.TABLE_ROW}


def test_pictures_are_told_by_what_they_are_called_and_signs_are_read(tmp_path: Path) -> None:
    drawing = "<svg><text>Sensor feeds gate</text></svg>"

    document = page(tmp_path, f"<p>Gate <img class='emoticon' alt='(tick)'> <img alt='Plan of the pier'></p>{drawing}")

    assert document.text == "Gate (tick)"
    assert document.notes == ("2 pictures are not read, called “Plan of the pier”, “Sensor feeds gate”",)


def test_comment_of_an_export_is_a_note_without_the_number_that_leads_back(tmp_path: Path) -> None:
    mark = '<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>'

    document = page(
        tmp_path, f'<p>The gate holds.{mark}</p><div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a>On weekdays.</p></div>'
    )

    assert [document.said(block) for block in document.blocks] == ["The gate holds.", "On weekdays."]
    assert document.blocks[1].kind is BlockKind.FOOTNOTE


def test_flat_lists_of_an_export_keep_their_depth(tmp_path: Path) -> None:
    lists = ("<ol class='lst-kix_a-0'><li>Gate</ol>", "<ul class='lst-kix_a-1'><li>sensor</ul>")

    document = page(tmp_path, "".join(lists) + "<ol class='lst-kix_a-0' start=2><li>Pump</ol>")

    assert [(block.level, block.marker) for block in document.blocks] == [(1, "1."), (2, "•"), (1, "2.")]


def test_title_and_footnotes_of_an_office_program_are_what_they_are(tmp_path: Path) -> None:
    mark = '<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>'
    note = '<div id=ftn1><p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> Since May.</p></div>'

    document = page(tmp_path, f"<p class=MsoTitle>Kiln case</p><p>Tom owns it.{mark}</p>{note}")

    found = [(block.kind, document.said(block)) for block in document.blocks]
    assert found == [
        (BlockKind.HEADING, "Kiln case"),
        (BlockKind.PARAGRAPH, "Tom owns it."),
        (BlockKind.FOOTNOTE, "Since May."),
    ]
