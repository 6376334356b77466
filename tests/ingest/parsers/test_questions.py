"""Interviews printed as questions in bold: the paragraphs beneath are the words of whom the heading names."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.provenance import DocumentKind
from ingest.document import BlockKind, ParsedDocument
from ingest.parsers import parse

ASKED = "**What do you do?**\n\nI mind the locks.\n\n**Alone?**\n\nNo.\n\nWith two others.\n\n**Since when?**\n\nMay.\n"


def read(folder: Path, text: str) -> ParsedDocument:
    path = folder / "talk.md"
    path.write_text(text, encoding="utf-8")
    return parse(path)


def turns(document: ParsedDocument) -> list[tuple[str | None, str]]:
    return [(block.speaker, document.said(block)) for block in document.blocks if block.kind is BlockKind.TURN]


@pytest.mark.parametrize(
    "heading",
    ["# Interview 3: Ana Brook", "# A conversation with Ana Brook", "Interview with Dr Ana Brook, 4 May 2026"],
)
def test_answers_are_turns_of_the_one_interviewed(tmp_path: Path, heading: str) -> None:
    said = turns(read(tmp_path, f"{heading}\n\nLock keeper, Canal Works.\n\n{ASKED}"))

    assert said[:2] == [("Interviewer", "What do you do?"), ("Ana Brook", "I mind the locks.")]
    assert said[3:5] == [("Ana Brook", "No."), ("Ana Brook", "With two others.")]


def test_such_a_document_is_an_interview(tmp_path: Path) -> None:
    assert read(tmp_path, f"# A conversation with Ana Brook\n\n{ASKED}").source.kind is DocumentKind.INTERVIEW


@pytest.mark.parametrize(
    "text",
    [
        f"# Frequently asked questions\n\n{ASKED}",
        "# Interview 3: Ana Brook\n\n**What do you do?**\n\nI mind the locks.\n",
        "# Interview 3: Ana Brook\n\n**Scope**\n\nOne.\n\n**Method**\n\nTwo.\n\n**Results**\n\nThree.\n",
    ],
)
def test_other_bold_lines_are_no_questions_to_anybody(tmp_path: Path, text: str) -> None:
    assert turns(read(tmp_path, text)) == []


def test_a_heading_ends_the_questions(tmp_path: Path) -> None:
    document = read(tmp_path, f"# Interview 3: Ana Brook\n\n{ASKED}\n## Notes\n\nThe room was cold.\n")

    assert document.blocks[-1].speaker is None


def test_answers_that_open_with_one_name_are_that_speakers(tmp_path: Path) -> None:
    text = "# Notes\n\n**Why?**\n\n*Ondine Maas:* Because.\n\n**Since when?**\n\n*Ondine Maas:* May.\n\n**Who else?**\n\n*Ondine Maas:* Bo.\n"
    path = tmp_path / "notes.md"
    path.write_text(text, encoding="utf-8")

    spoken = [block.speaker for block in parse(path).blocks if block.kind is BlockKind.TURN]

    assert spoken == ["Interviewer", "Ondine Maas"] * 3
