"""Lines that open with a time of day are blocks of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.parsers import parse

TIMELINES = [
    "02:05 The session passes its limit.\n06:40 The cost monitor pages Pavel.\n06:52 Pavel opens a ticket.",
    "**14:10** – The pump stops.\n**14:25** – The nurse calls the ward.\n**14:40** – The pump runs again.",
    "2024-05-01 09:00 UTC: the gate opens\n2024-05-01 09:12 UTC: the guard closes it\n2024-05-01 09:30 UTC: all clear",
]


def blocks(tmp_path: Path, text: str) -> list[str]:
    file = tmp_path / "log.md"
    file.write_text(f"# Incident\n\n## Timeline\n\n{text}\n\n## Impact\n\nNone.\n")
    document = parse(file)
    return [
        document.text[b.start : b.end] for b in document.blocks if b.section == "Timeline" and b.kind == "paragraph"
    ]


@pytest.mark.parametrize("text", TIMELINES)
def test_every_line_with_a_time_is_a_block(tmp_path: Path, text: str) -> None:
    assert len(blocks(tmp_path, text)) == 3


def test_a_line_that_runs_on_stays_with_its_entry(tmp_path: Path) -> None:
    found = blocks(tmp_path, "02:05 The session passes\nits limit.\n06:40 The cost monitor\npages Pavel.")

    assert [len(each.split()) for each in found] == [6, 6]


@pytest.mark.parametrize(
    "text",
    [
        "The pump stopped at 02:05 and\nthe nurse came at 02:20.",
        "02:05 was when the pump stopped.\nThe nurse came later.",
        "Chapter 12:40 of the book\nsays nothing of it.",
    ],
)
def test_times_inside_a_paragraph_cut_nothing(tmp_path: Path, text: str) -> None:
    assert len(blocks(tmp_path, text)) == 1


@pytest.mark.parametrize("text", TIMELINES)
def test_no_word_is_lost(tmp_path: Path, text: str) -> None:
    assert " ".join(blocks(tmp_path, text)).split() == text.replace("**", "").split()
