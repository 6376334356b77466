"""CSV and Excel sheets: every cell as text, and which column is read as what."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from ingest.columns import Column, mapping_of
from ingest.document import ParsedDocument
from ingest.errors import UnreadableDocument
from ingest.limits import Limits
from ingest.options import ReadOptions
from ingest.parsers import parse


def read_csv(folder: Path, text: str, mapping: str = "") -> ParsedDocument:
    path = folder / "register.csv"
    path.write_text(text, encoding="utf-8")
    return parse(path, options=ReadOptions(columns=mapping_of(mapping)))


def columns(document: ParsedDocument) -> tuple[str, ...]:
    return next(block.columns for block in document.blocks if block.header)


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_delimiter_is_found_out_and_quoted_ones_are_words(tmp_path: Path, mark: str) -> None:
    document = read_csv(tmp_path, f'Control{mark}Owner\nGate{mark}"Ines{mark} Tom"\n')

    assert [document.text[start:end] for start, end in document.blocks[1].cells] == [
        "Gate",
        " ".join(f"Ines{mark} Tom".split()),
    ]


def test_columns_are_told_by_the_words_of_their_titles_and_reported(tmp_path: Path) -> None:
    document = read_csv(tmp_path, "Register of May\n\nRef,Safeguard,Responsible,Colour\n1,Gate,Ines,red\n")

    assert columns(document) == ("id", "control", "owner", "other")
    assert document.notes == (
        "columns read: “Ref” as id, “Safeguard” as control, “Responsible” as owner; not mapped: “Colour”",
    )
    assert document.text.startswith("Register of May\n\nRef | Safeguard")


def test_row_that_happens_to_name_a_control_is_no_header(tmp_path: Path) -> None:
    document = read_csv(tmp_path, "Schranke,Wer\nGate monitor,Ines\n")

    assert [document.said(block) for block in document.blocks if block.header] == ["Schranke | Wer"]


def test_mapping_that_somebody_gives_beats_the_titles(tmp_path: Path) -> None:
    document = read_csv(tmp_path, "Owner,Schranke,Wer\nA,Tor,Ines\n", "name=Schranke,owner=wer")

    assert columns(document) == ("other", "control", "owner")


def test_mapping_of_a_column_that_is_not_there_is_refused_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="no column “Wer”") as refused:
        read_csv(tmp_path, "Control,Owner\nGate,Ines\n", "owner=Wer")

    assert refused.value.hint == "Its columns are: Control, Owner."


@pytest.mark.parametrize("text", ["owner", "owner=", "keeper=Wer", "other=Wer"])
def test_mapping_of_no_known_column_is_refused(text: str) -> None:
    with pytest.raises(UnreadableDocument, match="maps no column"):
        mapping_of(text)


def test_mapping_names_columns_as_their_values() -> None:
    assert mapping_of("name=A, status = B") == {Column.CONTROL: "A", Column.STATUS: "B"}


def test_excel_sheets_have_stored_values_and_formulas_are_not_computed(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("Control", "Since", "Share"), ("Gate", date(2026, 5, 1), "=1+1"), ("Lock", None, 3.0)):
        sheet.append(row)
    book.create_sheet("Secret").sheet_state = "hidden"
    book.save(tmp_path / "register.xlsx")

    document = parse(tmp_path / "register.xlsx")

    assert document.text.split("\n\n") == ["Control | Since | Share", "Gate | 2026-05-01 | ", "Lock |  | 3"]
    assert "1 cell is a formula" in document.notes[1]
    assert document.notes[2] == "the hidden sheet “Secret” is left out"


def test_several_sheets_are_sections_with_tables_of_their_own(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name in ("North", "South"):
        sheet = book.create_sheet(name)
        sheet.append(("Control", "Owner"))
        sheet.append((f"{name} gate", "Ines"))
    book.save(tmp_path / "register.xlsx")

    document = parse(tmp_path / "register.xlsx")

    assert [(block.section, block.table) for block in document.blocks if block.cells and not block.header] == [
        ("North", 1),
        ("South", 2),
    ]


@pytest.mark.parametrize(("limit", "text"), [("rows", "A,B\n1,2\n3,4\n"), ("columns", "A,B,C\n1,2,3\n")])
def test_sheet_beyond_a_limit_is_refused_by_the_limits_name(tmp_path: Path, limit: str, text: str) -> None:
    path = tmp_path / "register.csv"
    path.write_text(text)

    with pytest.raises(UnreadableDocument) as refused:
        parse(path, options=ReadOptions(Limits.model_validate({limit: 2})))

    assert f"raise '{limit}'" in refused.value.hint


def test_cell_that_rows_share_is_said_in_each_of_them(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["Owner", "Control"],
        ["Ines", "Gate"],
        [None, "Pump"],
        [None, None],
        [None, "Crane"],
        ["Tom", "Hoist"],
    ):
        sheet.append(row)
    sheet.merge_cells("A2:A5")
    sheet.merge_cells("A6:A900000")
    book.save(tmp_path / "register.xlsx")

    document = parse(tmp_path / "register.xlsx")

    rows = [document.said(block) for block in document.blocks]
    assert rows == ["Owner | Control", "Ines | Gate", "Ines | Pump", "Ines | Crane", "Tom | Hoist"]


def test_first_line_that_names_the_delimiter_is_no_row(tmp_path: Path) -> None:
    document = read_csv(tmp_path, "sep=;\nControl;Owner\nGate, outer;Ines\n")

    assert [document.said(block) for block in document.blocks] == ["Control | Owner", "Gate, outer | Ines"]
