"""Which kind of document a text is taken for when nobody says."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.provenance import DocumentKind
from ingest.parsers import parse

TEXTS = {
    "turns": ("Ada: Who reads it?\n\nBo: Nobody.\n\nAda: Since when?\n\nBo: Since May.\n", DocumentKind.INTERVIEW),
    "minutes": ("# Safety board: minutes\n\nThe lift was mended.\n", DocumentKind.INTERVIEW),
    "attendance": ("# Weekly call\n\nAttendees: Ada, Bo\n\nThe dam gate was discussed.\n", DocumentKind.INTERVIEW),
    "review": (
        "# Review of the dam safety report\n\nWe disagree with Claim 2. The report overstates how fast the gate is.\n",
        DocumentKind.CRITIQUE,
    ),
    "untitled findings": (
        "# On the brake case\n\nThe report claims too much. The authors tested once. The report assumes dry rail.\n",
        DocumentKind.CRITIQUE,
    ),
    "letter": (
        "Dear Ms Vale,\n\nYou asked me to read the brake case and to say whether I believe it. I mostly do.\n",
        DocumentKind.CRITIQUE,
    ),
    "memorandum": (
        "# Memorandum\n\nDear Ada,\n\nThank you for letting us see the flood report. The pumps are well described.\n",
        DocumentKind.CRITIQUE,
    ),
    "comments": (
        "# Comments on the ward memo\n\nThe hospital asked Fenn Ltd to comment on chapter 4. The alarm is loud.\n",
        DocumentKind.CRITIQUE,
    ),
    "letter of another sort": ("Dear Ms Vale,\n\nThe brake pads will come in May.\n", DocumentKind.REPORT),
    "report": (
        "# Brake case\n\n## 1 Claims\n\nClaim 1: The brake holds. It was reviewed twice.\n",
        DocumentKind.REPORT,
    ),
    "incident": ("# Incident report\n\nAt 10:02 the pump stopped. We were told at 10:40.\n", DocumentKind.REPORT),
}


@pytest.mark.parametrize(("text", "kind"), TEXTS.values(), ids=TEXTS.keys())
def test_kind_is_told_by_what_such_documents_share(tmp_path: Path, text: str, kind: DocumentKind) -> None:
    path = tmp_path / "source.md"
    path.write_text(text, encoding="utf-8")

    assert parse(path).source.kind is kind


def test_kind_that_is_named_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "source.md"
    path.write_text(TEXTS["turns"][0], encoding="utf-8")

    assert parse(path, kind=DocumentKind.REPORT).source.kind is DocumentKind.REPORT
