"""Hyphens at line ends of a PDF: which go, and which are the word's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.parsers import parse
from ingest.parsers.pdf.hyphens import spelling
from tests.ingest.parsers.pdf.press import LEFT, TOP, Set, paragraph, saved


def test_hyphen_of_a_line_is_mended_and_that_of_a_word_is_kept(tmp_path: Path) -> None:
    page = [
        *paragraph("Our monitoring is read-only at all times.", TOP),
        Set(LEFT, 700, "It is moni-"),
        Set(LEFT, 687.5, "toring that is read-"),
        Set(LEFT, 675, "only today."),
    ]

    assert parse(saved(tmp_path, page)).text.endswith("It is monitoring that is read-only today.")


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        (("The clocks are synchro-", "nised by the hour."), "The clocks are synchronised by the hour."),
        (("It guards against self-", "exfiltration."), "It guards against self-exfiltration."),
        (("Safety holds. A safety-", "critical path."), "Safety holds. A safety-critical path."),
        (("The non-compliant and the non-", "evasive."), "The non-compliant and the non-evasive."),
        (("A re-entry was logged; the re-", "entry held."), "A re-entry was logged; the re-entry held."),
        (("Reentry was logged; the re-", "entry held."), "Reentry was logged; the reentry held."),
        (("Pumps of the pre-", "war type."), "Pumps of the pre-war type."),
        (("It ends with a dash -", "and goes on."), "It ends with a dash - and goes on."),
    ],
)
def test_hyphen_of_an_unknown_word_is_judged_by_its_parts(tmp_path: Path, lines: tuple[str, str], read: str) -> None:
    page = [Set(LEFT, 700, lines[0]), Set(LEFT, 687.5, lines[1])]

    assert parse(saved(tmp_path, page)).text == read


def test_soft_hyphen_at_a_line_end_is_mended() -> None:
    found = spelling(["A well-known pump and safety\xad", "critical gate"])

    assert found.joins("safety\xad", "critical gate") == ""


def test_word_that_a_page_break_cuts_is_whole_and_knows_where_the_page_begins(tmp_path: Path) -> None:
    document = parse(saved(tmp_path, paragraph("The clocks are synchro-", TOP), paragraph("nised by the hour.", TOP)))

    assert document.text == "The clocks are synchronised by the hour."
    assert [page.offset for page in document.pages] == [0, len("The clocks are synchro")]
